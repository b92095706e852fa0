// The Anti-Coercion Instrument, Regulation (EU) 2023/2675: examination by the Commission, determination by the Council,
// engagement with the other side, and measures as the last resort. A promise of supply that is measured settles it at any
// stage; without one a finding stands for a while when the coercion has stopped, so that the next may be answered at once.

import type { Trace } from "../explain.ts";
import { indexOf, type Rules } from "../scenario.ts";
import { COERCIONS, type File, holds, lossNow, type Remedy, type State } from "../state.ts";
import { isMeasured } from "./agreement.ts";
import { dropVotes, openVote } from "./council.ts";
import { announce, closeFile } from "./duties.ts";
import { openFile } from "./files.ts";
import { missGate } from "./gates.ts";
import { coolDown, esteem, heatUp } from "./heat.ts";
import { stand } from "./resolve.ts";
import { costNow, pressure } from "./stakes.ts";

type Coerced = State["coerced"];

/** The measures of Annex I that the game knows. */
export const ANSWERS_TO_COERCION = ["duties", "procurement", "services"] as const satisfies readonly Remedy[];
type AnswerToCoercion = (typeof ANSWERS_TO_COERCION)[number];

/**
 * Notes what everybody can see this week: licences squeezed, a hold at customs that came out, a duty laid on in answer; and
 * the worst it has cost, since losses come late and the Council looks at the injury that was done (Article 3).
 */
export function noteCoercion(rules: Rules, state: State, trace: Trace): void {
  const { coerced, inputs, beijing, files, tick } = state;
  if (inputs.some((input) => input.squeezedSince >= 0)) coerced.squeeze = tick;
  if (beijing.bans.some((ban) => ban.exposed)) coerced.ban = tick;
  if (files.some((f) => f.kind === "probe" && f.why !== "start" && f.duty > 0)) coerced.retaliation = tick;
  const before = pressure(rules, state);
  if (isCoerced(rules, coerced, tick)) noteCost(rules, state, trace);
  else {
    state.coercedCost = 0;
    trace.mark("time");
  }
  reconsider(rules, state, Math.max(0, pressure(rules, state) - before));
}

/** Keeps the worst; what it grows by is told as output and as sales by their parts in it. */
function noteCost(rules: Rules, state: State, trace: Trace): void {
  const worst = costNow(rules, state);
  if (worst <= state.coercedCost) return;
  state.coercedCost += ((worst - state.coercedCost) * lossNow(state)) / worst;
  trace.mark("job-losses");
  state.coercedCost = worst;
  trace.mark("lost-exports");
}

/** What comes to hurt in the weeks of a vote on coercion counts in it: the Council has two months, and a squeeze bites late. */
function reconsider({ model }: Rules, state: State, more: number): void {
  const { determinationPain, measuresPain } = model.politics;
  for (const vote of state.votes) {
    const file = state.files.find((f) => f.id === vote.file);
    if (vote.outcome !== "open" || file?.kind !== "coercion") continue;
    const by = more * (file.remedy === "none" ? determinationPain : measuresPain);
    vote.leaning = vote.leaning.map((worth) => worth + by);
  }
}

/** No coercion that anybody remembers. */
export const uncoerced = (): Coerced => ({ squeeze: -1, ban: -1, retaliation: -1 });

/** Last week with any coercion, -1 for never. */
const lastOf = (coerced: Coerced): number => Math.max(...COERCIONS.map((kind) => coerced[kind]));

/** True while there is a case: coercion now, or not long ago. */
export function isCoerced(rules: Rules, coerced: Coerced, tick: number): boolean {
  const last = lastOf(coerced);
  return last >= 0 && tick - last <= rules.model.law.coercionRecent;
}

/**
 * True while Beijing threatens openly: to warn against an act is coercion as well (Article 2), reason enough to examine it
 * before anything is done, but not yet to ask the Council.
 */
export const isThreatened = (words: State["words"]): boolean =>
  words.some((w) => w.form === "warning" && w.state === "open" && w.heard.length === 0);

/** True once it has stopped for long enough to be believed; measures last as long from the week in which they began. */
const hasCeased = (rules: Rules, { coerced, tick }: State, began = -1): boolean =>
  tick - Math.max(began, lastOf(coerced)) > rules.model.law.coercionCeased;

/** True once the Council has found coercion, and that still stands. */
export const isFound = ({ kind, stage, remedy }: Pick<File, "kind" | "stage" | "remedy">): boolean =>
  kind === "coercion" && (stage === "engagement" || stage === "standing" || remedy !== "none");

/**
 * True once nothing is squeezed and Beijing has come to terms with Brussels since the file was opened: what the talks are
 * for is a promise about supply that is measured, so that it does not begin again (Article 6).
 */
const isSettled = ({ beijing, coerced, contracts, tick }: State, { opened }: File): boolean => {
  const since = Math.max(opened, lastOf(coerced));
  return (
    beijing.squeezeSince < 0 && contracts.some((c) => c.from >= since && holds(c, tick) && isMeasured(c))
  );
};

/** The file against coercion that is open, if any: there is one at a time. */
export const openCoercion = (files: readonly File[]): File | undefined =>
  files.find((f) => f.kind === "coercion" && f.stage !== "closed");

/** Stage one: the Commission examines whether it is coercion. Beijing loses a little face. */
export function examine(rules: Rules, state: State, trace: Trace): File {
  esteem(state, -rules.model.moves.examineFace, 0);
  const petition = { kind: "coercion", side: "europe", sector: -1, breadth: 0, why: "move" } as const;
  return openFile(rules, state, petition, trace);
}

/** True when the file stands at a stage and is ripe for the next. */
const isRipe = (file: File, stage: File["stage"], tick: number): boolean =>
  file.kind === "coercion" && file.stage === stage && tick >= file.nextGate;

/** True when the Council may be asked to find coercion. */
export const mayDetermine = (file: File, tick: number): boolean => isRipe(file, "examination", tick);

/** True when measures may be proposed. */
export const mayAnswer = (file: File, tick: number): boolean => isRipe(file, "engagement", tick);

/** Stage two: the Council has eight to ten weeks (Article 5), whatever its usual days. */
export function determine(rules: Rules, state: State, file: File, trace: Trace): void {
  openVote(rules, state, file, "for", trace, { closes: state.tick + rules.model.law.determination });
}

/** Stage three: both sides talk. To have found coercion by a majority is to have stood. */
export function determined(rules: Rules, state: State, file: File, trace: Trace): void {
  const { engagementLeast, engagementMost } = rules.model.law;
  file.stage = "engagement";
  file.gate = state.tick + engagementMost;
  file.nextGate = state.tick + engagementLeast;
  heatUp(state, file, rules.model.heat.determination);
  announce(rules, state, file, "coercion-determined", file.gate);
  trace.mark("procedure");
  stand(rules, state, Math.max(rules.model.resolve.threat, state.beijing.squeezePain), trace);
}

/** What is to be done about the coercion, and how many weeks after the vote it begins, so that there is time to sign. */
export interface Answer {
  remedy: AnswerToCoercion;
  /** Id of the sector that duties or closed tenders meet. */
  sector?: string;
  delay: number;
}

/** Stage four: the committee votes on measures; no opinion is no adoption, but may be appealed (Article 18). */
export function answer(rules: Rules, state: State, file: File, plan: Answer, trace: Trace): void {
  const { committee, measuresRate, exclusionRate, procurementShare } = rules.model.law;
  const { sectorBreadth, productBreadth } = rules.model.moves;
  const { remedy, sector, delay } = plan;
  const tenders = remedy === "procurement";
  const goods = remedy !== "services" && sector !== undefined;
  Object.assign(file, {
    remedy,
    sector: goods ? indexOf(rules.sectors, sector) : -1,
    breadth: goods ? (tenders ? sectorBreadth * procurementShare : productBreadth) : 0,
    rate: goods ? (tenders ? exclusionRate : measuresRate) : 0,
  });
  const closes = state.tick + committee;
  openVote(rules, state, file, "for-else-appeal", trace, { closes });
  file.nextGate = closes + 1 + delay;
}

/** Back to the stage before the vote that failed, shut for a while. */
export function stepBack(rules: Rules, file: File, until: number): void {
  file.stage = file.remedy === "none" ? "examination" : "engagement";
  file.nextGate = until;
  file.gate = until + rules.model.law.appealWithin;
  Object.assign(file, { remedy: "none", sector: -1, breadth: 0, rate: 0 });
}

/** Both sides have come to terms: the file is closed, what is left of its heat goes, and what was done is no new case. */
function settle(rules: Rules, state: State, file: File, trace: Trace): void {
  coolDown(state, file, 1);
  state.coerced = uncoerced();
  state.coercedCost = 0;
  announce(rules, state, file, "coercion-settled");
  closeFile(rules, state, file, trace);
  trace.mark("procedure");
}

/** The coercion has stopped and did not begin again: the file has done its work. */
function cease(rules: Rules, state: State, file: File, trace: Trace): void {
  announce(rules, state, file, "coercion-ceased");
  closeFile(rules, state, file, trace);
  trace.mark("procedure");
}

/** A week of the examination: found, or let go. */
export function examinationWeek(rules: Rules, state: State, file: File, trace: Trace): void {
  if (isSettled(state, file)) settle(rules, state, file, trace);
  else if (file.gate < state.tick) missGate(rules, state, file, trace);
}

/** A week in the Council or the committee: what is settled needs no vote any more. */
export function voteWeek(rules: Rules, state: State, file: File, trace: Trace): void {
  if (!isSettled(state, file)) return;
  dropVotes(state, file);
  settle(rules, state, file, trace);
}

/**
 * A week of talks. They are about an end to it and a promise that it stays so, and go on when it has stopped. When their
 * time is over and nothing was signed, the finding stands for a while, unless the coercion goes on unanswered.
 */
export function engagementWeek(rules: Rules, state: State, file: File, trace: Trace): void {
  if (isSettled(state, file)) settle(rules, state, file, trace);
  else if (file.gate >= state.tick) return;
  else if (hasCeased(rules, state)) stayFound(rules, state, file, trace);
  else missGate(rules, state, file, trace);
}

/** Coercion is over for now, and no promise says that it stays so. */
function stayFound(rules: Rules, state: State, file: File, trace: Trace): void {
  file.stage = "standing";
  file.gate = state.tick + rules.model.law.findingStands;
  announce(rules, state, file, "finding-stands", file.gate);
  trace.mark("procedure");
}

/** A week in which a finding stands: coercion anew may be answered at once; without any it has done its work. */
export function standingWeek(rules: Rules, state: State, file: File, trace: Trace): void {
  if (isSettled(state, file)) settle(rules, state, file, trace);
  else if (!hasCeased(rules, state)) {
    file.stage = "engagement";
    file.gate = state.tick + rules.model.law.engagementMost;
    announce(rules, state, file, "coercion-again", file.gate);
    trace.mark("procedure");
  } else if (file.gate < state.tick) cease(rules, state, file, trace);
}

/** A week of measures that wait, or apply: they end with the coercion, or when both sides come to terms. */
export function answerWeek(rules: Rules, state: State, file: File, trace: Trace): void {
  if (isSettled(state, file)) settle(rules, state, file, trace);
  else if (hasCeased(rules, state, file.gate)) cease(rules, state, file, trace);
}
