// The Anti-Coercion Instrument, Regulation (EU) 2023/2675: examination by the Commission, determination by the Council,
// engagement with the other side, and measures as the last resort. It ends by itself when the coercion does.

import type { Trace } from "../explain.ts";
import { indexOf, type Rules } from "../scenario.ts";
import { COERCIONS, type File, type Remedy, type State } from "../state.ts";
import { openVote } from "./council.ts";
import { announce, closeFile } from "./duties.ts";
import { openFile } from "./files.ts";
import { missGate } from "./gates.ts";
import { esteem, warm } from "./heat.ts";
import { stand } from "./resolve.ts";

type Coerced = State["coerced"];

/** The measures of Annex I that the game knows. */
export const ANSWERS_TO_COERCION = ["duties", "procurement", "services"] as const satisfies readonly Remedy[];
type AnswerToCoercion = (typeof ANSWERS_TO_COERCION)[number];

/** Notes what everybody can see this week: licences squeezed, a hold at customs that came out, a duty laid on in answer. */
export function noteCoercion(state: State): void {
  const { coerced, inputs, beijing, files, tick } = state;
  if (inputs.some((input) => input.squeezedSince >= 0)) coerced.squeeze = tick;
  if (beijing.bans.some((ban) => ban.exposed)) coerced.ban = tick;
  if (files.some((f) => f.kind === "probe" && f.why !== "start" && f.duty > 0)) coerced.retaliation = tick;
}

/** Last week with any coercion, -1 for never. */
const lastOf = (coerced: Coerced): number => Math.max(...COERCIONS.map((kind) => coerced[kind]));

/** True while there is a case: coercion now, or not long ago. */
export function isCoerced(rules: Rules, coerced: Coerced, tick: number): boolean {
  const last = lastOf(coerced);
  return last >= 0 && tick - last <= rules.model.law.coercionRecent;
}

/** True once it has stopped for long enough to be believed. */
const hasCeased = (rules: Rules, { coerced, tick }: State): boolean =>
  tick - lastOf(coerced) > rules.model.law.coercionCeased;

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
  warm(state, rules.model.heat.determination);
  announce(rules, state, file, "coercion-determined", file.gate);
  trace.mark("procedure");
  stand(rules, state, Math.max(rules.model.resolve.threat, state.beijing.squeezePain), trace);
}

/** What is to be done about the coercion, and how many weeks after the vote it begins, so that the other side may stop. */
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

/** The coercion has stopped: the file has done its work. */
function cease(rules: Rules, state: State, file: File, trace: Trace): void {
  announce(rules, state, file, "coercion-ceased");
  closeFile(rules, state, file, trace);
  trace.mark("procedure");
}

/** A week of the examination: found, or let go. */
export function examinationWeek(rules: Rules, state: State, file: File, trace: Trace): void {
  if (file.gate < state.tick) missGate(rules, state, file, trace);
}

/** A week of talks, which end when the coercion does. */
export function engagementWeek(rules: Rules, state: State, file: File, trace: Trace): void {
  if (hasCeased(rules, state)) cease(rules, state, file, trace);
  else if (file.gate < state.tick) missGate(rules, state, file, trace);
}

/** A week of measures that wait, or apply: they end with the coercion. */
export function answerWeek(rules: Rules, state: State, file: File, trace: Trace): void {
  if (hasCeased(rules, state)) cease(rules, state, file, trace);
}
