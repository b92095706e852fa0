// M7: what several capitals say together, about a file before its vote or for a state whose goods are held up. A draft is
// known to the capitals and the Commission; with enough names it is public. About a file it moves the undecided; if those
// who signed could stop the vote by themselves, it declares a blocking minority, and whoever votes otherwise than it
// signed has broken its word. For a state it shortens the hold, and may bring one on those who signed.

import type { Trace } from "../explain.ts";
import { chance } from "../random.ts";
import { memberAt, type Rules } from "../scenario.ts";
import type { MemberCode, Seat } from "../seat.ts";
import { isQuiet, type JointStatement, newId, type State, tell, type Vote } from "../state.ts";
import { unite } from "./cohesion.ts";
import { exposeHold, holdGoods } from "./customs.ts";
import { breakSilence } from "./deals.ts";
import { canBlock, countsAgainst, keepsTo, openOn, peopleIn } from "./majority.ts";

const indexesOf = (rules: Rules, codes: readonly MemberCode[]): number[] =>
  codes.map((code) => memberAt(rules, code));

/** Share of the people behind those who signed, %. */
export const shareBehind = (rules: Rules, { signers }: Pick<JointStatement, "signers">): number =>
  peopleIn(rules, indexesOf(rules, signers)) / 100;

/**
 * Moves those who have not signed and stand near the cut-off that counts; what they have cast they may still change. A line
 * that is public is heard once: more names bind more states, but each has its own reasons, and nobody is carried along.
 */
function sway(rules: Rules, vote: Vote, { line, signers }: JointStatement): void {
  const { yes, no, statementReach, statementSway } = rules.model.politics;
  const cut = countsAgainst(vote.rule) ? no : yes;
  const signed = indexesOf(rules, signers);
  for (let m = 0; m < rules.M; m++) {
    const worth = vote.leaning[m]! + vote.pledged[m]! + vote.offered[m]!;
    if (signed.includes(m) || Math.abs(worth - cut) > statementReach) continue;
    vote.leaning[m]! += line === "for" ? statementSway : -statementSway;
  }
}

/** Only what needs a majority in favour can be stopped by a minority: any proposal, and a vote under that rule. */
function needsMajority(state: State, file: string): boolean {
  const vote = openOn(state.votes, file);
  return vote ? !countsAgainst(vote.rule) : state.files.some((f) => f.id === file && f.stage === "proposal");
}

/** Declares a blocking minority once those who signed are one. */
function declare(rules: Rules, state: State, statement: JointStatement): void {
  const { about, line, signers } = statement;
  if (statement.blocks || line === "for" || !needsMajority(state, about)) return;
  if (!canBlock(rules, indexesOf(rules, signers))) return;
  statement.blocks = true;
  const amount = shareBehind(rules, statement);
  tell(state, { code: "minority-declared", by: signers[0]!, about: [about, ...signers], amount, to: [] });
  unite(rules, state, -rules.model.politics.blockCohesion);
}

/** Index of the state a statement stands by; -1 for one about a file. */
const stoodBy = (rules: Rules, { about }: JointStatement): number => memberAt(rules, about);

/** True until no goods of a state wait at China's customs: those held up go through little by little after a hold has ended. */
const isSingledOut = ({ M, sectors }: Rules, { beijing, trade }: State, m: number): boolean =>
  beijing.bans.some((ban) => ban.m === m) || sectors.some((_, s) => trade.ban[s * M + m]! > 0);

/** Those who are the first to stand by a state are thought of better, and may be next. */
function showSolidarity(
  rules: Rules,
  state: State,
  statement: JointStatement,
  by: MemberCode,
  trace: Trace,
): void {
  const m = memberAt(rules, by);
  if (m === stoodBy(rules, statement)) return;
  const { togetherStanding, togetherBan } = rules.model.politics;
  state.members[m]!.standing += togetherStanding;
  state.tally.solidarity[m]! += 1;
  if (!chance(state.random, togetherBan)) return;
  const sold = rules.sectors.map((_, s) => state.trade.exports[s * rules.M + m]!);
  holdGoods(rules, state, m, sold.indexOf(Math.max(...sold)), trace);
}

/** It is out, the Union closes ranks, and what is held up is let go in half the time that was left. */
function standTogether(rules: Rules, state: State, statement: JointStatement, trace: Trace): void {
  const m = stoodBy(rules, statement);
  unite(rules, state, rules.model.politics.solidarity);
  trace.mark("solidarity");
  for (const ban of state.beijing.bans) {
    if (ban.m !== m) continue;
    exposeHold(rules, state, ban, trace);
    ban.until = state.tick + Math.ceil((ban.until - state.tick) / 2);
  }
  for (const code of statement.signers) showSolidarity(rules, state, statement, code, trace);
}

function publish(rules: Rules, state: State, statement: JointStatement, trace: Trace): void {
  const { about, line, signers } = statement;
  tell(state, {
    code: "statement-signed",
    by: signers[0]!,
    about: [about, line, ...signers],
    amount: 0,
    to: [],
  });
  if (stoodBy(rules, statement) >= 0) standTogether(rules, state, statement, trace);
  else {
    const vote = openOn(state.votes, about);
    if (vote) sway(rules, vote, statement);
  }
  statement.state = "public";
  speakUp(rules, state, statement, signers);
}

/** What is said in public for a European file, or for a state, Beijing has paid some for not saying. */
function speakUp(rules: Rules, state: State, { line }: JointStatement, signers: readonly MemberCode[]): void {
  if (line === "for") for (const code of signers) breakSilence(rules, state, code);
}

/** Seats that know of a draft. */
const insiders = (rules: Rules): Seat[] => ["commission", ...rules.members.map((m) => m.code)];

type Line = JointStatement["line"];

function draft(rules: Rules, state: State, by: MemberCode, about: string, line: Line): JointStatement {
  const until = state.tick + rules.model.law.statementWeeks;
  const statement: JointStatement = {
    ...{ id: newId(state, "j"), about, line, drafted: state.tick, until },
    ...{ signers: [], state: "draft", blocks: false },
  };
  state.statements.push(statement);
  const news = { code: "statement-drafted", by, about: [by, about, line], amount: until };
  tell(state, { ...news, to: insiders(rules) });
  return statement;
}

/** What a capital puts its name to: a draft, or what is public; a state about a new hold of its goods speaks anew. */
function joined(rules: Rules, state: State, by: MemberCode, about: string, line: Line) {
  const on = state.statements.filter((s) => s.about === about && s.line === line);
  const isHeldAnew =
    by === about && state.beijing.bans.some((b) => b.m === memberAt(rules, by) && isQuiet(state, b));
  return (
    on.find((s) => s.state === "draft") ?? (isHeldAnew ? undefined : on.find((s) => s.state === "public"))
  );
}

/** A capital signs what is said on its line, or drafts it. Marks "member-move". */
export function joinStatement(
  rules: Rules,
  state: State,
  by: MemberCode,
  about: string,
  line: Line,
  trace: Trace,
): void {
  const statement = joined(rules, state, by, about, line) ?? draft(rules, state, by, about, line);
  const wasPublic = statement.state === "public";
  statement.signers.push(by);
  if (wasPublic) speakUp(rules, state, statement, [by]);
  else if (statement.signers.length >= rules.model.law.statementStates)
    publish(rules, state, statement, trace);
  if (statement.state === "public") declare(rules, state, statement);
  trace.mark("member-move");
}

/** What was said before a vote was called moves it when it opens. */
export function weighStatements(rules: Rules, state: State, vote: Vote): void {
  for (const statement of state.statements) {
    if (statement.about !== vote.file || statement.state !== "public") continue;
    sway(rules, vote, statement);
    declare(rules, state, statement);
  }
}

/** A vote has been counted: who signed and voted otherwise stands worse with the others. Marks "vote". */
export function settleStatements(rules: Rules, state: State, vote: Vote, trace: Trace): void {
  for (const statement of state.statements) {
    if (statement.about !== vote.file || statement.state !== "public") continue;
    statement.state = "settled";
    for (const code of statement.signers) {
      const m = memberAt(rules, code);
      if (keepsTo(statement.line, vote.rule, vote.cast[m] ?? null)) continue;
      state.members[m]!.standing -= rules.model.score.broken;
      tell(state, { code: "signature-broken", by: code, about: [code, vote.file], amount: 0, to: [] });
    }
  }
  trace.mark("vote");
}

/** A file is over when it ends or applies, a state’s trouble when nothing of its is held up any more. */
function isOver(rules: Rules, state: State, statement: JointStatement): boolean {
  const m = stoodBy(rules, statement);
  if (m >= 0) return !isSingledOut(rules, state, m);
  const file = state.files.find((f) => f.id === statement.about);
  return file === undefined || file.stage === "closed" || file.stage === "in-force";
}

/** A draft found too few names in its time: those who signed it are told. */
function lapse(state: State, { about, line, signers }: JointStatement): void {
  const news = { code: "statement-lapsed", by: signers[0]!, amount: signers.length } as const;
  tell(state, { ...news, about: [signers[0]!, about, line], to: [...signers] });
}

/** Drafts that found too few names lapse; what was said is settled when what it was about is over. */
export function statementsWeek(rules: Rules, state: State): void {
  if (state.statements.length === 0) return;
  const over = (s: JointStatement) => isOver(rules, state, s);
  const isLate = (s: JointStatement) => s.state === "draft" && (s.until < state.tick || over(s));
  const late = state.statements.filter(isLate);
  for (const statement of late) lapse(state, statement);
  if (late.length > 0) state.statements = state.statements.filter((s) => !late.includes(s));
  for (const statement of state.statements)
    if (statement.state === "public" && over(statement)) statement.state = "settled";
}
