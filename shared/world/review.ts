// What happens to a measure after it has begun: it runs out unless a review prolongs or changes it, and a price that is
// not kept brings the duty back.

import type { Trace } from "../explain.ts";
import { chance, perWeek } from "../random.ts";
import { type FileKind, isTradeDefence } from "../scenario/start.ts";
import type { Rules } from "../scenario.ts";
import type { File, State } from "../state.ts";
import { lastsWeeks } from "./clock.ts";
import { announce, closeFile, layDuty } from "./duties.ts";
import { openFile } from "./files.ts";
import { coolDown } from "./heat.ts";

const WEEKS = 52;

/** True for a duty in force whose makers, or buyers, may ask for a review. */
export const isReviewable = (file: File): boolean =>
  file.side === "europe" && file.stage === "in-force" && file.duty > 0 && isTradeDefence(file.kind);

/** The review of a file that is under way, if any. */
export const reviewOf = (files: readonly File[], of: string): File | undefined =>
  files.find((f) => f.kind === "review" && f.of === of && f.stage !== "closed");

/** Opens a review of a duty: at its end the duty is confirmed for its full time, halved, or let go. */
export function openReview(rules: Rules, state: State, file: File, trace: Trace): File {
  const { sector, breadth, rate } = file;
  const petition = {
    kind: "review",
    side: "europe",
    sector,
    breadth,
    rate,
    of: file.id,
    why: "move",
  } as const;
  return openFile(rules, state, petition, trace);
}

/** The Council has not stopped the outcome of a review: the duty has a new rate and its full time again. */
export function applyReview(rules: Rules, state: State, review: File, trace: Trace): void {
  closeFile(rules, state, review, trace);
  const file = state.files.find((f) => f.id === review.of);
  if (file?.stage !== "in-force") return;
  const before = file.rate;
  file.rate = review.rate;
  file.nextGate = state.tick + lastsWeeks(rules, file.kind);
  announce(rules, state, file, "duty-reviewed", file.rate);
  layDuty(rules, state, file, file.rate);
  if (before > file.rate) coolDown(state, file, 1 - file.rate / before);
  trace.mark("new-duty");
}

/** The kind of case that a price undertaking stands in for. */
function caseBehind(rules: Rules, file: File): FileKind {
  const kind = rules.files.find((f) => f.id === file.name)?.kind ?? (file.name as FileKind);
  return kind === "undertaking" ? "anti-subsidy" : kind;
}

/** A price that is said not to be kept is looked into for months; then the duty applies again, from this week. */
export function undertakingWeek(rules: Rules, state: State, file: File, trace: Trace): void {
  const { breachChance, breachWeeks } = rules.model.law;
  const { tick } = state;
  if (file.gate >= tick) return;
  if (file.nextGate < 0) {
    if (!chance(state.random, perWeek(breachChance, WEEKS))) return;
    file.nextGate = tick + breachWeeks;
    announce(rules, state, file, "undertaking-doubted", file.nextGate);
  } else if (file.nextGate <= tick) {
    file.kind = caseBehind(rules, file);
    file.gate = tick;
    announce(rules, state, file, "undertaking-broken");
    trace.mark("procedure");
  }
}

/** A duty runs out when its years are over, but not while it is being reviewed. */
export function expiryWeek(rules: Rules, state: State, file: File, trace: Trace): void {
  const isOver = file.nextGate >= 0 && file.nextGate <= state.tick;
  if (isOver && !reviewOf(state.files, file.id)) closeFile(rules, state, file, trace);
}
