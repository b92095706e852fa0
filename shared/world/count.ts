// The count of a Council vote and what comes of it.

import { clip } from "../exact.ts";
import type { Trace } from "../explain.ts";
import { memberAt, type Rules } from "../scenario.ts";
import { type File, type State, tell, type Vote } from "../state.ts";
import { adopt } from "./adopt.ts";
import { isBound } from "./caucus.ts";
import { stepBack } from "./coercion.ts";
import { disappoint } from "./cohesion.ts";
import { closeVote, couldTurn, openAppeal, type Tally } from "./council.ts";
import { settleDeals } from "./deals.ts";
import { noteVote } from "./deeds.ts";
import { announce, broughtBy, closeFile } from "./duties.ts";
import { dignify } from "./heat.ts";
import { settleStatements, statementsWeek } from "./joint.ts";
import { decides } from "./majority.ts";
import { impress } from "./resolve.ts";
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
  impress(rules, state, marginResolve * clip((yes - 50) / 100, 0, 1));
  if (yes < 50) {
    dignify(state, -noMajority);
    report(rules, state, vote, "duty-without-majority", count);
  }
  trace.mark("vote");
}

/** A duty to diversify that failed must be proposed and paid for again, and only in a softer form; other laws get one more vote. */
function shutLaw(rules: Rules, state: State, file: File, until: number, trace: Trace): void {
  const diversifies = broughtBy(rules, file) === "diversify";
  const isLast = diversifies ? !file.strict : file.shutUntil > 0;
  if (isLast) closeFile(rules, state, file, trace);
  else if (diversifies) Object.assign(file, { stage: "asked", gate: until + rules.model.law.retry });
  else Object.assign(file, { stage: "proposal", gate: until });
  file.strict = false;
}

/** A proposal that failed is shut for a while; a duty is dead. */
function shut(rules: Rules, state: State, file: File, trace: Trace): void {
  trace.mark("vote");
  disappoint(rules, state, trace);
  state.tally.failedVotes += 1;
  const until = state.tick + rules.model.law.retry;
  if (file.kind === "package") Object.assign(file, { stage: "proposal", gate: until });
  else if (file.kind === "law") shutLaw(rules, state, file, until, trace);
  else if (file.kind === "coercion") stepBack(rules, file, until);
  else closeFile(rules, state, file, trace);
  file.shutUntil = until;
  trace.mark("vote");
}

/** Advice binds nobody; but to go on against most states looks less fair. */
function hear(rules: Rules, state: State, vote: Vote, count: Tally, trace: Trace): void {
  report(rules, state, vote, count.passes ? "advice-heard" : "advice-against", count);
  if (!count.passes) dignify(state, -rules.model.politics.noMajority);
  trace.mark("vote");
}

/** The acts for which no opinion is no adoption, unless the Commission takes them to the appeal committee (E31). */
const mayAppeal = (file: File, vote: Vote, count: Tally): boolean =>
  !vote.appeal &&
  !count.majorityAgainst &&
  (vote.rule === "for-else-appeal" || (vote.rule === "for" && file.kind === "safeguard"));

/** The Commission has some weeks to say whether it appeals. */
function offerAppeal(rules: Rules, state: State, file: File, trace: Trace): void {
  file.stage = "appeal-gate";
  file.gate = state.tick + rules.model.law.appealWithin;
  announce(rules, state, file, "appeal-possible", file.gate);
  trace.mark("vote");
}

/** The others respect a block without which the vote would have gone the other way. */
function honourBlock(rules: Rules, state: State, vote: Vote, trace: Trace): void {
  if (!isBound(rules, vote)) return;
  const codes = vote.block.map(({ code }) => code);
  const group = codes.map((code) => memberAt(rules, code));
  if (!couldTurn(rules, vote, group)) return;
  for (const m of group) state.members[m]!.standing += rules.model.politics.caucusStanding;
  tell(state, { code: "caucus-decided", by: codes[0]!, about: [vote.file, ...codes], amount: 0, to: [] });
  trace.mark("vote");
}

function conclude(rules: Rules, state: State, vote: Vote, trace: Trace): void {
  const silent = vote.cast.map((ballot) => ballot === null);
  const count = closeVote(rules, vote);
  const file = state.files.find((f) => f.id === vote.file);
  if (!decides(vote)) {
    hear(rules, state, vote, count, trace);
    settleDeals(rules, state, vote, trace);
  }
  if (file?.stage !== "council" || !decides(vote)) return;
  report(rules, state, vote, count.passes ? "vote-passed" : "vote-failed", count);
  noteVote(rules, state, vote, silent);
  honourBlock(rules, state, vote, trace);
  settleStatements(rules, state, vote, trace);
  settleDeals(rules, state, vote, trace);
  voteUnderWarning(rules, state, vote, trace);
  const reversed = vote.rule === "unless-against";
  if (reversed && count.passes) readMargin(rules, state, vote, count, trace);
  if (!count.passes) {
    if (mayAppeal(file, vote, count)) offerAppeal(rules, state, file, trace);
    else shut(rules, state, file, trace);
  } else if (reversed && count.mostAgainst && !vote.appeal) openAppeal(rules, state, file, trace);
  else adopt(rules, state, file, trace);
}

/** Counts the votes whose window has closed. */
export function votesWeek(rules: Rules, state: State, trace: Trace): void {
  // An appeal opens a vote while the list is walked; it closes in a later week.
  for (const vote of state.votes)
    if (vote.outcome === "open" && vote.closes < state.tick) conclude(rules, state, vote, trace);
  statementsWeek(rules, state);
}
