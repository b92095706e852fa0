// What waits for a seat's decision right now. The tabs count these, the solo clock stops for them, bots answer them.

import { QUARTER } from "./indicators.ts";
import type { Rules } from "./scenario.ts";
import type { Seat } from "./seat.ts";
import type { File, JointStatement } from "./state.ts";
import { memberIndex, said, type View, type VoteView, waitingDrafts } from "./view.ts";
import { chairAt, weekOf } from "./world/agenda.ts";
import { isBound, smallStates, voiceOf } from "./world/caucus.ts";
import { isSpent } from "./world/clock.ts";
import { plantsOn } from "./world/plants.ts";
import { session } from "./world/talks.ts";

export const ASKS = [
  "choice",
  "offer",
  "step-down",
  "vote",
  "caucus",
  "statement",
  "report",
  "chair",
  "gate",
  "lobby",
  "backing",
  "site",
  "terms",
  "session",
  "desk",
] as const;

export interface Ask {
  /** Stable while the question stays the same, so that it can be put aside once. */
  id: string;
  kind: (typeof ASKS)[number];
  /** The choice, offer, word, vote, file, lobby pair, project or draft it is about; the week for the desk and for sessions. */
  ref: string;
  /** Last week to answer. */
  until: number;
}

/** Stages of a file at which the Commission must say what happens next, before its gate. */
const GATES: readonly File["stage"][] = ["provisional-gate", "preliminary", "definitive-gate", "proposal"];

/** Stages that the Commission leaves when it likes, once they are ripe; a lost vote first shuts the matter for a while. */
const RIPE: readonly File["stage"][] = ["examination", "engagement"];

/** Weeks in which the desk is told that a law it has asked for is still not proposed. */
const PROPOSAL_NOTICE = 3;

/** True while a file of Europe's waits for the Commission. */
function waits(file: File, now: number): boolean {
  const { side, kind, stage, gate, nextGate, shutUntil } = file;
  if (side !== "europe" || isSpent(file)) return false;
  if (stage === "appeal-gate") return true;
  if (RIPE.includes(stage)) return nextGate <= now && shutUntil <= now;
  if (stage === "asked") return kind === "law" && shutUntil <= now && gate <= now + PROPOSAL_NOTICE;
  return GATES.includes(stage) && gate <= now + 1;
}

/** Weeks before a plant's money runs out in which the desk is told. */
const BACKING_NOTICE = 6;

/** Every plant has one gate a quarter at home, with some weeks to think. */
const GATE_WEEKS = 4;

/** Plants on a capital's soil that it could offer a site or a quicker permit in this quarter. */
function plantGates(rules: Rules, { seat, pub }: View): Ask[] {
  const began = pub.tick - (pub.tick % QUARTER);
  if (pub.tick >= began + GATE_WEEKS) return [];
  return (plantsOn(rules).get(seat as Seat) ?? [])
    .map((k) => pub.projects[k]!)
    .filter(({ stage }) => stage === "site" || stage === "permit")
    .map(({ id }) => ({ ...ask("site", id, began + GATE_WEEKS - 1), id: `site/${id}/${began}` }));
}

const ask = (kind: Ask["kind"], ref: string, until: number): Ask => ({
  id: `${kind}/${ref}`,
  kind,
  ref,
  until,
});

/** Votes on which the small states are not yet enough to vote as one, this one not among them. */
const calls = (rules: Rules, { seat }: View, open: readonly VoteView[]): VoteView[] =>
  smallStates(rules).some((code) => code === seat)
    ? open.filter((v) => !isBound(rules, v) && v.block.every(({ code }) => code !== seat))
    : [];

/** Drafts about things of which this capital has signed nothing yet. */
function unsigned(view: View): JointStatement[] {
  const hasSpoken = (about: string) =>
    said(view).some((s) => s.about === about && s.signers.some((code) => code === view.seat));
  return view.own.drafts.filter((s) => !hasSpoken(s.about));
}

/** Weeks before a vote in which a small state that has written nothing yet is asked for the text. */
const TEXT_NOTICE = 8;

/** Proposals that will soon be voted on and still have the text they came with. */
function unwritten(rules: Rules, { seat, pub, own }: View): File[] {
  if (own.clocks.reports !== 0 || !smallStates(rules).some((code) => code === seat)) return [];
  return pub.files.filter(
    (f) => f.stage === "proposal" && f.report === 0 && f.gate >= pub.tick && f.gate <= pub.tick + TEXT_NOTICE,
  );
}

/** Counts that the state in the chair may still move. */
const movable = (rules: Rules, { seat, pub, own }: View, open: readonly VoteView[]): VoteView[] =>
  chairAt(rules, pub.tick)?.member === seat && (own.clocks.agenda ?? 0) <= pub.tick
    ? open.filter((v) => weekOf(pub, v.file) === v.closes)
    : [];

/** What the Council asks of a capital. */
function councilAsks(rules: Rules, view: View, me: number): Ask[] {
  const open = view.pub.votes.filter((v) => v.outcome === "open");
  return [
    ...open.filter((v) => voiceOf(rules, v, me) === null).map((v) => ask("vote", v.id, v.closes)),
    ...calls(rules, view, open).map((v) => ask("caucus", v.id, v.closes)),
    ...unsigned(view).map((s) => ask("statement", s.id, s.until)),
    ...unwritten(rules, view).map((f) => ask("report", f.id, f.gate)),
    ...movable(rules, view, open).map((v) => ask("chair", v.file, v.closes)),
  ];
}

/** Everything that waits for this seat, the most pressing first. */
export function asks(rules: Rules, view: View): Ask[] {
  const { pub, own } = view;
  if (pub.ending) return [];
  const now = pub.tick;
  const me = memberIndex(rules, view.seat);
  const list: Ask[] = [
    ...own.choices.filter((c) => c.chosen === "").map((c) => ask("choice", c.id, c.until)),
    ...(me >= 0 ? own.offers.filter((o) => o.state === "open").map((o) => ask("offer", o.id, o.until)) : []),
    ...(me >= 0 ? councilAsks(rules, view, me) : []),
    ...(me >= 0 ? plantGates(rules, view) : []),
    ...waitingDrafts(view).map((p) => ask("terms", p.id, p.until)),
    ...own.lobbies
      .filter((l) => l.taken === "" && l.until >= now)
      .map((l) => ask("lobby", `${l.until}`, l.until)),
  ];
  for (const word of pub.words)
    if (word.form === "step-down" && word.to === view.seat) list.push(ask("step-down", word.id, word.until));
  if (view.seat === "commission") {
    for (const file of pub.files) if (waits(file, now)) list.push(ask("gate", file.id, file.gate));
    for (const p of pub.projects)
      if (
        p.backed === "none" &&
        p.stage !== "dead" &&
        p.needsBackingBy >= now &&
        p.needsBackingBy <= now + BACKING_NOTICE
      )
        list.push(ask("backing", p.id, p.needsBackingBy));
  }
  const day = now - (now % rules.calendar.councilDayEvery);
  if (view.seat === "commission" || view.seat === "beijing") {
    const meets = session(rules, now);
    if (meets.open) list.push(ask("session", `${meets.began}`, meets.ends));
    list.push(ask("desk", `${day}`, day + rules.calendar.councilDayEvery - 1));
  }
  return list.sort((a, b) => a.until - b.until);
}
