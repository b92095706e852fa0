// Talks: rooms private to their members, what is said in them, and drafts on their tables. A draft that every seat of the
// room has accepted is signed.

import type { Trace } from "../explain.ts";
import type { NewsCode } from "../news.ts";
import type { Rules } from "../scenario.ts";
import type { Seat, Viewpoint } from "../seat.ts";
import { type Draft, type Line, newId, type Proposal, type State, type Talk, tell } from "../state.ts";
import { buyPeace, cool, isBareDraft, nameOf, sign } from "./signing.ts";

/** Lines and closed drafts kept of a talk, the newest ones. */
const LINES_KEPT = 40;
const DRAFTS_KEPT = 3;

/** The standing table of Brussels and Beijing, there from week 0. */
export const STANDING_TALK = "t-standing";

export const newTalks = (_rules: Rules): Talk[] => [
  { id: STANDING_TALK, seats: ["commission", "beijing"], opened: 0, left: [] },
];

/** Seats that are in a talk now. */
export const present = ({ seats, left }: Pick<Talk, "seats" | "left">): Seat[] =>
  seats.filter((seat) => !left.includes(seat));

/** Those that a seat sits with in a talk. */
export const othersIn = ({ seat }: { seat: Viewpoint }, talk: Pick<Talk, "seats" | "left">): Seat[] =>
  present(talk).filter((other) => other !== seat);

/** Brussels and Beijing sit at it: terms are tabled there when they meet. */
export const isFormal = ({ seats }: Pick<Talk, "seats">): boolean =>
  seats.includes("commission") && seats.includes("beijing");

/** Whether Brussels and Beijing meet in a week, and the first and last week of that session or the next. */
export function session(rules: Rules, tick: number): { open: boolean; began: number; ends: number } {
  const { talksFirst, talksEvery } = rules.calendar;
  const { sessionWeeks } = rules.model.contracts;
  const since = tick < talksFirst ? talksEvery : (tick - talksFirst) % talksEvery;
  const open = since < sessionWeeks;
  const began = tick < talksFirst ? talksFirst : tick - since + (open ? 0 : talksEvery);
  return { open, began, ends: began + sessionWeeks - 1 };
}

/** Opens a talk between seats, and tells them. */
export function openTalk(state: State, seats: readonly Seat[], by: Seat): Talk {
  const talk: Talk = { id: newId(state, "t"), seats: [...seats], opened: state.tick, left: [] };
  state.talks.push(talk);
  tell(state, { code: "talk-opened", by, about: [talk.id, ...talk.seats], amount: 0, to: [...talk.seats] });
  return talk;
}

/** Says something in a talk. */
export function say(state: State, line: Omit<Line, "id" | "tick">): void {
  state.lines.push({ id: newId(state, "l"), tick: state.tick, ...line });
  const said = state.lines.filter((l) => l.talk === line.talk);
  if (said.length > LINES_KEPT) state.lines.splice(state.lines.indexOf(said[0]!), 1);
}

/** A seat leaves a talk; drafts there that wait for it are off the table. */
export function leave(state: State, talk: Talk, seat: Seat): void {
  talk.left.push(seat);
  const here = present(talk);
  for (const draft of openDrafts(state, talk.id)) draft.state = "rejected";
  tell(state, { code: "talk-left", by: seat, about: [talk.id, ...here], amount: 0, to: [seat, ...here] });
  if (here.length < 2) {
    state.talks = state.talks.filter((t) => t.id !== talk.id);
    state.lines = state.lines.filter((l) => l.talk !== talk.id);
    state.proposals = state.proposals.filter((p) => p.talk !== talk.id);
  }
}

const openDrafts = (state: State, talk: string): Proposal[] =>
  state.proposals.filter((p) => p.talk === talk && p.state === "open");

function report(state: State, talk: Talk, draft: Proposal, code: string, by: Seat | ""): void {
  const about = [draft.id, draft.template, talk.id];
  tell(state, { code, by, about, amount: draft.number, to: present(talk) });
}

/** A draft with its parts in one order, so that equal drafts are written down alike, whoever wrote them. */
export const draftOf = ({ template, terms, weeks, expiry, secret, snapback }: Draft): Draft => ({
  template,
  terms: terms.map(({ by, metric, about, value, weeks, measure }) => ({
    ...{ by, metric, about },
    ...{ value, weeks, measure },
  })),
  weeks,
  expiry,
  secret,
  snapback,
});

/** Puts a draft on the table in place of the one that lies there. */
export function table(rules: Rules, state: State, talk: Talk, by: Seat, draft: Draft): Proposal {
  for (const old of openDrafts(state, talk.id)) old.state = "countered";
  const before = state.proposals.filter((p) => p.talk === talk.id);
  const proposal: Proposal = {
    ...draftOf({ ...draft, template: nameOf(rules, draft, present(talk)) }),
    id: newId(state, "p"),
    talk: talk.id,
    number: 1 + Math.max(0, ...before.map((p) => p.number)),
    by,
    tabled: state.tick,
    until: state.tick + rules.model.contracts.answerWeeks,
    accepted: [by],
    state: "open",
  };
  state.proposals.push(proposal);
  const closed = before.filter((p) => p.state !== "open");
  if (closed.length >= DRAFTS_KEPT) state.proposals.splice(state.proposals.indexOf(closed[0]!), 1);
  report(state, talk, proposal, "terms-tabled", by);
  return proposal;
}

/** Why a draft lapses, by the news of it. */
type LapseCode = Extract<NewsCode, "terms-lapsed" | "terms-unpaid" | "terms-sold">;

/** A seat agrees to a draft; with the last of them it is signed. */
export function accept(rules: Rules, state: State, proposal: Proposal, by: Seat, trace: Trace): void {
  const talk = state.talks.find((t) => t.id === proposal.talk);
  if (!talk) return;
  proposal.accepted.push(by);
  const parties = present(talk);
  if (parties.some((seat) => !proposal.accepted.includes(seat))) {
    report(state, talk, proposal, "terms-accepted", by);
    return;
  }
  proposal.state = "signed";
  if (isFormal({ seats: parties }) && isBareDraft(rules, proposal)) buyPeace(rules, state, trace);
  cool(rules, state, sign(rules, state, proposal, parties, trace));
  trace.mark("contract");
}

/** A seat refuses a draft: it is off the table. */
export function reject(state: State, proposal: Proposal, by: Seat): void {
  const talk = state.talks.find((t) => t.id === proposal.talk);
  proposal.state = "rejected";
  if (talk) report(state, talk, proposal, "terms-rejected", by);
}

/** A draft is off the table without anybody's no: nobody answered in time, or `by` can no longer keep its part. */
export function lapse(state: State, proposal: Proposal, code: LapseCode, by: Seat | ""): void {
  const talk = state.talks.find((t) => t.id === proposal.talk);
  proposal.state = "lapsed";
  if (talk) report(state, talk, proposal, code, by);
}

/** Drafts that nobody answered in time are off the table. */
export function talksWeek(state: State, trace: Trace): void {
  for (const proposal of state.proposals) {
    if (proposal.state === "open" && proposal.until < state.tick) lapse(state, proposal, "terms-lapsed", "");
  }
  trace.mark("contract");
}
