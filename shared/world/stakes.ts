// E30: what a proposal is worth to a capital before anybody promises it anything: its support for the common line, what
// the measure brings it, less the retaliation it expects and is not covered for, how fair Brussels looks, and what its word
// is worth.

import { clip } from "../exact.ts";
import type { FileKind } from "../scenario/start.ts";
import type { Rules } from "../scenario.ts";
import type { File, State } from "../state.ts";

/** Exports to China in units of `exposureUnit` of GDP. */
export function exposure(rules: Rules, state: State, m: number): number {
  let sold = 0;
  for (let s = 0; s < rules.S; s++) sold += state.trade.exports[s * rules.M + m]!;
  return sold / rules.members[m]!.gdp / rules.model.politics.exposureUnit;
}

const hasFund = (state: State): boolean =>
  state.commission.fund > 0 && state.tick >= state.commission.fundFrom;

/** A duty or safeguard: relief for the makers at home, fear of an answer while heat is high. */
function worthOfDuty(rules: Rules, state: State, file: File, m: number): number {
  const p = rules.model.politics;
  const cover = hasFund(state) ? p.coverFund : p.coverNone;
  const fear = (exposure(rules, state, m) * (1 - cover) * state.heat) / p.dutyHeat;
  return p.dutyBase + p.dutyInjury * state.trade.injury[file.sector]! - p.dutyExposure * fear;
}

/** The resilience package: wanted by the exposed and by whoever sees risk, watched by those who pay. */
function worthOfPackage(rules: Rules, state: State, file: File, m: number): number {
  const p = rules.model.politics;
  let worth = p.fundBase + p.fundRisk * state.inputs[0]!.risk;
  if (exposure(rules, state, m) > p.fundExposedFrom) worth += p.fundExposed;
  if (rules.members[m]!.frugal) worth -= p.fundFrugal;
  if (file.size >= 5) worth -= p.fundFive;
  else if (file.size >= 3) worth -= p.fundThree;
  return file.snapback ? worth - p.fundSnapback : worth;
}

/** A law that shuts out what comes from China: worth more when risk is seen; who sells much there expects an answer (E30). */
function worthOfAct(rules: Rules, state: State, m: number): number {
  const p = rules.model.politics;
  const cover = hasFund(state) ? p.coverFund : p.coverNone;
  const fear = exposure(rules, state, m) * (1 - cover);
  return p.actBase + p.lawRisk * state.inputs[0]!.risk - p.actExposure * fear;
}

/** True for the laws that the scenario has in hand from the start, but for the duty to diversify. */
export const isAct = (rules: Rules, { name }: Pick<File, "name">): boolean => {
  const law = rules.files.find(({ id }) => id === name);
  return law?.kind === "law" && law.brings !== "diversify";
};

/** A law that obliges firms: worth more when risk is seen, feared by suppliers of carmakers; the soft form less so. */
function worthOfLaw(rules: Rules, state: State, file: File, m: number): number {
  if (isAct(rules, file)) return worthOfAct(rules, state, m);
  const p = rules.model.politics;
  const fear = rules.members[m]!.carSupplier ? p.lawCarSupplier : 0;
  const worth = p.lawBase + p.lawRisk * state.inputs[0]!.risk;
  return file.strict ? worth - fear : worth + p.lawSoft - fear * p.lawSoftShare;
}

/** What the Union loses now of output and, by half, of sales, EUR bn a year. */
export function costNow(rules: Rules, state: State): number {
  let cost = 0;
  for (const { outputLoss, exportLoss } of state.members)
    cost += outputLoss + rules.model.politics.exportPain * exportLoss;
  return cost;
}

/** Pain that makes the case against coercion, 0 to 1: the worst it has cost the Union while it is remembered. */
export const pressure = ({ model }: Rules, { coercedCost }: Pick<State, "coercedCost">): number =>
  Math.min(1, coercedCost / model.politics.coercionPain);

/** To say that it is coercion, and later to answer it: worth more while it hurts, feared by who sells much to China. */
function worthOfCoercion(rules: Rules, state: State, file: File, m: number): number {
  const p = rules.model.politics;
  const fund = hasFund(state) ? 1 : 0;
  const fear = exposure(rules, state, m) * (1 - (fund ? p.coverFund : p.coverNone));
  const pain = pressure(rules, state);
  const squeezed = state.beijing.squeezeSince >= 0 ? p.determinationSqueeze : 0;
  if (file.remedy !== "none") {
    const worth = p.measuresBase + p.measuresPain * pain + p.measuresFund * fund;
    return worth + squeezed - p.measuresExposure * fear;
  }
  const worth = p.determinationBase + p.determinationPain * pain + p.determinationFund * fund;
  return worth + squeezed - p.determinationExposure * fear;
}

type Worth = (rules: Rules, state: State, file: File, m: number) => number;
const WORTH: Partial<Record<FileKind, Worth>> = {
  package: worthOfPackage,
  law: worthOfLaw,
  coercion: worthOfCoercion,
};

/** Utility of a proposal for a member, without noise, pledges and offers. Above `yes` it votes for, under `no` against. */
export function utility(rules: Rules, state: State, file: File, m: number): number {
  const p = rules.model.politics;
  const worth = (WORTH[file.kind] ?? worthOfDuty)(rules, state, file, m);
  const fair = (state.legitimacy - p.legitimacyNormal) / p.legitimacyNormal;
  const { support, trustBrussels } = state.members[m]!;
  const trust = p.voteTrust * clip(trustBrussels / 2, -1, 1);
  return support + worth + p.voteLegitimacy * fair + trust - p.reportWorth * file.report;
}
