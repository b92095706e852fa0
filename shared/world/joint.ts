// M7: what several capitals say together about a file before its vote. A draft is known to the capitals and the
// Commission; with enough names it is public and moves the undecided; if those who signed could stop the vote by
// themselves, it declares a blocking minority. Whoever signs and then votes otherwise has broken its word.

import type { Trace } from "../explain.ts";
import type { Rules } from "../scenario.ts";
import type { MemberCode, Seat } from "../seat.ts";
import { type File, type JointStatement, newId, type State, tell, type Vote } from "../state.ts";
import { canBlock, countsAgainst, peopleIn } from "./majority.ts";
import { unite } from "./politics.ts";

/** True while it can be signed. */
export const isLive = ({ state }: Pick<JointStatement, "state">): boolean =>
  state === "draft" || state === "public";

const indexesOf = (rules: Rules, codes: readonly MemberCode[]): number[] =>
  codes.map((code) => rules.members.findIndex((m) => m.code === code));

/** Share of the people behind those who signed, %. */
export const shareBehind = (rules: Rules, { signers }: Pick<JointStatement, "signers">): number =>
  peopleIn(rules, indexesOf(rules, signers)) / 100;

/** Moves those who have not signed and stand near the cut-off that counts; what they have cast they may still change. */
function sway(rules: Rules, vote: Vote, { line, signers }: JointStatement, by: number): void {
  const { yes, no, statementReach } = rules.model.politics;
  const cut = countsAgainst(vote.rule) ? no : yes;
  const signed = indexesOf(rules, signers);
  for (let m = 0; m < rules.M; m++) {
    const worth = vote.leaning[m]! + vote.pledged[m]! + vote.offered[m]!;
    if (signed.includes(m) || Math.abs(worth - cut) > statementReach) continue;
    vote.leaning[m]! += line === "for" ? by : -by;
  }
}

const voteOn = (state: State, file: string): Vote | undefined =>
  state.votes.find((v) => v.file === file && v.outcome === "open" && v.rule !== "advisory");

/** Only what needs a majority in favour can be stopped by a minority: any proposal, and a vote under that rule. */
function needsMajority(state: State, file: string): boolean {
  const vote = voteOn(state, file);
  return vote ? !countsAgainst(vote.rule) : state.files.some((f) => f.id === file && f.stage === "proposal");
}

/** Declares a blocking minority once those who signed are one. */
function declare(rules: Rules, state: State, statement: JointStatement): void {
  const { file, line, signers } = statement;
  if (statement.blocks || line === "for" || !needsMajority(state, file)) return;
  if (!canBlock(rules, indexesOf(rules, signers))) return;
  statement.blocks = true;
  const amount = shareBehind(rules, statement);
  tell(state, { code: "minority-declared", by: signers[0]!, about: [file, ...signers], amount, to: [] });
  unite(rules, state, -rules.model.politics.blockCohesion);
  const vote = voteOn(state, file);
  if (vote) sway(rules, vote, statement, rules.model.politics.statementBlock);
}

/** So many names more under a public statement. */
function press(rules: Rules, state: State, statement: JointStatement, names: number): void {
  const vote = voteOn(state, statement.file);
  if (vote) sway(rules, vote, statement, names * rules.model.politics.statementSway);
}

function publish(rules: Rules, state: State, statement: JointStatement): void {
  const { file, line, signers } = statement;
  statement.state = "public";
  const about = [file, line, ...signers];
  tell(state, { code: "statement-signed", by: signers[0]!, about, amount: 0, to: [] });
  press(rules, state, statement, signers.length);
}

/** Seats that know of a draft. */
const insiders = (rules: Rules): Seat[] => ["commission", ...rules.members.map((m) => m.code)];

function draft(rules: Rules, state: State, by: MemberCode, file: string, line: JointStatement["line"]) {
  const until = state.tick + rules.model.law.statementWeeks;
  const statement: JointStatement = {
    ...{ id: newId(state, "j"), file, line, drafted: state.tick, until },
    ...{ signers: [], state: "draft", blocks: false },
  };
  state.statements.push(statement);
  const news = { code: "statement-drafted", by, about: [by, file, line], amount: until };
  tell(state, { ...news, to: insiders(rules) });
  return statement;
}

/** A capital signs what is said on its line about a file, or drafts it. */
export function joinStatement(
  rules: Rules,
  state: State,
  by: MemberCode,
  file: string,
  line: JointStatement["line"],
): void {
  const found = state.statements.find((s) => s.file === file && s.line === line && isLive(s));
  const statement = found ?? draft(rules, state, by, file, line);
  statement.signers.push(by);
  const enough = statement.signers.length >= rules.model.law.statementStates;
  if (statement.state === "public") press(rules, state, statement, 1);
  else if (enough) publish(rules, state, statement);
  if (statement.state === "public") declare(rules, state, statement);
}

/** What was said before a vote was called moves it when it opens. */
export function weighStatements(rules: Rules, state: State, vote: Vote): void {
  const { statementSway, statementBlock } = rules.model.politics;
  for (const statement of state.statements) {
    if (statement.file !== vote.file || statement.state !== "public") continue;
    const names = statement.signers.length * statementSway;
    sway(rules, vote, statement, names + (statement.blocks ? statementBlock : 0));
    declare(rules, state, statement);
  }
}

/** Whether a ballot keeps to a line. Where abstaining counts as no, it keeps to a no. */
const keeps = (line: JointStatement["line"], rule: Vote["rule"], ballot: Vote["cast"][number]): boolean =>
  line === "for" ? ballot === "for" : countsAgainst(rule) ? ballot === "against" : ballot !== "for";

/** A vote has been counted: who signed and voted otherwise stands worse with the others. Marks "vote". */
export function settleStatements(rules: Rules, state: State, vote: Vote, trace: Trace): void {
  for (const statement of state.statements) {
    if (statement.file !== vote.file || statement.state !== "public") continue;
    statement.state = "settled";
    for (const code of statement.signers) {
      const m = rules.members.findIndex((member) => member.code === code);
      if (keeps(statement.line, vote.rule, vote.cast[m] ?? null)) continue;
      state.members[m]!.standing -= rules.model.score.broken;
      tell(state, { code: "signature-broken", by: code, about: [code, vote.file], amount: 0, to: [] });
    }
  }
  trace.mark("vote");
}

const isOver = (file: File | undefined): boolean =>
  file === undefined || file.stage === "closed" || file.stage === "in-force";

/** Drafts that found too few names lapse; what was said about a file that never came to a vote is over with it. */
export function statementsWeek(state: State): void {
  if (state.statements.length === 0) return;
  const over = (s: JointStatement) => isOver(state.files.find((f) => f.id === s.file));
  state.statements = state.statements.filter(
    (s) => s.state !== "draft" || (s.until >= state.tick && !over(s)),
  );
  for (const statement of state.statements) if (over(statement)) statement.state = "settled";
}
