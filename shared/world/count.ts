// The count of a Council vote and what comes of it.

import { clip } from "../exact.ts";
import type { Trace } from "../explain.ts";
import type { Rules } from "../scenario.ts";
import { type File, type State, tell, type Vote } from "../state.ts";
import { isBound } from "./caucus.ts";
import { closeVote, couldTurn, type Tally } from "./council.ts";
import { adopt, announce, closeFile } from "./duties.ts";
import { dignify } from "./heat.ts";
import { settleStatements, statementsWeek } from "./joint.ts";
import { voteUnderWarning } from "./words.ts";

/** What everybody may read of a count. */
function report(rules: Rules, state: State, vote: Vote, code: string, count: Tally): void {
  const against = rules.members.filter((_, m) => vote.cast[m] === "against").map((m) => m.code);
  const about = [vote.file, vote.id, ...against];
  tell(state, { code, by: "", about, amount: count.people.for, to: [] });
}

/** A duty passes as long as nobody stops it, so the margin is the news: Beijing reads it, and so do third countries. */
function readMargin(rules: Rules, state: State, vote: Vote, count: Tally, trace: Trace): void {
  const { marginResolve, noMajority } = rules.model.politics;
  const yes = count.people.for;
  state.resolve += marginResolve * clip((yes - 50) / 100, 0, 1);
  if (yes < 50) {
    dignify(state, -noMajority);
    report(rules, state, vote, "duty-without-majority", count);
  }
  trace.mark("vote");
}

/** A proposal that failed is shut for a while; a strict law may come back softer, a duty is dead. */
function shut(rules: Rules, state: State, file: File, trace: Trace): void {
  state.failedVotes += 1;
  state.tally.failedVotes += 1;
  const until = state.tick + rules.model.law.retry;
  const dead = file.kind !== "package" && file.kind !== "law";
  if (dead || (file.kind === "law" && !file.strict && file.shutUntil > 0))
    closeFile(rules, state, file, trace);
  else Object.assign(file, { stage: "proposal", gate: until, strict: false });
  file.shutUntil = until;
  trace.mark("vote");
}

/** No majority either way but most states against: the appeal committee must look at it first (E31). */
function appeal(rules: Rules, state: State, file: File, trace: Trace): void {
  file.gate = state.tick + rules.model.law.appeal;
  announce(rules, state, file, "appeal-opened", rules.model.law.appeal);
  trace.mark("vote");
}

/** The others respect a block without which the vote would have gone the other way. */
function honourBlock(rules: Rules, state: State, vote: Vote, trace: Trace): void {
  if (!isBound(rules, vote)) return;
  const codes = vote.block.map(({ code }) => code);
  const group = codes.map((code) => rules.members.findIndex((m) => m.code === code));
  if (!couldTurn(rules, vote, group)) return;
  for (const m of group) state.members[m]!.standing += rules.model.politics.caucusStanding;
  tell(state, { code: "caucus-decided", by: codes[0]!, about: [vote.file, ...codes], amount: 0, to: [] });
  trace.mark("vote");
}

function conclude(rules: Rules, state: State, vote: Vote, trace: Trace): void {
  const count = closeVote(rules, vote);
  const file = state.files.find((f) => f.id === vote.file);
  if (file?.stage !== "council") return;
  report(rules, state, vote, count.passes ? "vote-passed" : "vote-failed", count);
  honourBlock(rules, state, vote, trace);
  settleStatements(rules, state, vote, trace);
  voteUnderWarning(rules, state, vote, trace);
  if (vote.rule === "unless-against" && count.passes) readMargin(rules, state, vote, count, trace);
  if (!count.passes) shut(rules, state, file, trace);
  else if (vote.rule === "unless-against" && count.mostAgainst) appeal(rules, state, file, trace);
  else adopt(rules, state, file, trace);
}

/** Counts the votes whose window has closed, and adopts what the appeal committee did not stop. */
export function votesWeek(rules: Rules, state: State, trace: Trace): void {
  for (const vote of state.votes)
    if (vote.outcome === "open" && vote.closes < state.tick) conclude(rules, state, vote, trace);
  statementsWeek(state);
  for (const file of state.files) {
    if (file.stage !== "council" || file.gate > state.tick) continue;
    if (!state.votes.some((v) => v.file === file.id && v.outcome === "open"))
      adopt(rules, state, file, trace);
  }
}
