// What small states can do that large ones cannot: bind their votes as one block, and write a text for the others.

import * as z from "zod";
import type { Rules } from "../scenario.ts";
import { isMember } from "../seat.ts";
import { type File, tell } from "../state.ts";
import { memberIndex, type View } from "../view.ts";
import { joinBlock, smallStates } from "../world/caucus.ts";
import { stagesLeft } from "../world/files.ts";
import { bite, id, missing, move, nowOf, price, toBite } from "./move.ts";
import { doubters, hawks, seats } from "./objectors.ts";

const isSmall = (rules: Rules, { seat }: View): boolean =>
  isMember(seat) && smallStates(rules).includes(seat);

export const joinCaucus = move({
  kind: "join-caucus",
  office: "members",
  schema: z.strictObject({ kind: z.literal("join-caucus"), vote: id }),
  cost: (rules) => price(rules, "join-caucus"),
  check(rules, view, { vote }) {
    if (!isSmall(rules, view)) return { code: "not-your-seat" };
    const found = view.pub.votes.find((v) => v.id === vote);
    if (!found) return missing("vote");
    if (found.outcome !== "open") return { code: "too-late" };
    return found.block.some(({ code }) => code === view.seat) ? { code: "already-so" } : null;
  },
  apply(rules, state, seat, { vote }, trace) {
    const found = state.votes.find((v) => v.id === vote);
    if (found && isMember(seat)) joinBlock(rules, state, found, seat);
    trace.mark("member-move");
  },
  options: (rules, view) =>
    isSmall(rules, view)
      ? view.pub.votes
          .filter((v) => v.outcome === "open")
          .map((v) => ({ kind: "join-caucus" as const, vote: v.id }))
      : [],
  clock(_rules, view, { vote }) {
    const closes = view.pub.votes.find((v) => v.id === vote)?.closes ?? view.pub.tick;
    return [
      bite("announced", 0),
      { name: "window", weeks: Math.max(0, closes - view.pub.tick), gate: "vote" },
    ];
  },
  objects: () => [],
});

/** Files that are still on their way to the Council. */
const isAhead = (rules: Rules, view: View, file: File): boolean =>
  file.side === "europe" &&
  file.stage !== "council" &&
  stagesLeft(rules, file, nowOf(view)).some(({ gate }) => gate === "vote");

const FORMS = ["soft", "strict"] as const;

export const writeReport = move({
  kind: "write-report",
  office: "members",
  schema: z.strictObject({ kind: z.literal("write-report"), file: id, text: z.enum(FORMS) }),
  cost: (rules) => price(rules, "write-report"),
  check(rules, view, { file }) {
    if (!isSmall(rules, view)) return { code: "not-your-seat" };
    const found = view.pub.files.find((f) => f.id === file);
    if (!found) return missing("file");
    if (!isAhead(rules, view, found)) return { code: "not-open", what: found.stage };
    if (found.report !== 0) return { code: "already-so", what: "report" };
    return view.own.clocks.reports! > 0 ? { code: "limit-reached", need: 1, what: "report" } : null;
  },
  apply(rules, state, seat, { file, text }, trace) {
    const found = state.files.find((f) => f.id === file);
    if (!found) return;
    found.report = text === "strict" ? 1 : -1;
    found.rate *= 1 + found.report * rules.model.law.reportSize;
    state.members[memberIndex(rules, seat)]!.reports += 1;
    if (text === "soft") state.tally.deeds[memberIndex(rules, seat)]!.soft += 1;
    trace.mark("member-move");
    tell(state, { code: "report-written", by: seat, about: [seat, file, text], amount: 0, to: [] });
  },
  options: (rules, view) =>
    isSmall(rules, view)
      ? view.pub.files
          .filter((f) => isAhead(rules, view, f))
          .flatMap((f) => FORMS.map((text) => ({ kind: "write-report" as const, file: f.id, text })))
      : [],
  clock(rules, view, { file }) {
    const found = view.pub.files.find((f) => f.id === file);
    return found ? toBite(stagesLeft(rules, found, nowOf(view))) : [];
  },
  objects: (rules, view, { text }) =>
    text === "soft" ? hawks(rules) : seats(["beijing"], doubters(rules, view)),
});
