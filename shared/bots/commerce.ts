// What trade, duties and Beijing's gifts are worth to a seat, in EUR bn.

import { sum } from "../exact.ts";
import { memberAt, type Rules } from "../scenario.ts";
import type { File } from "../state.ts";
import { once } from "../world/once.ts";
import { isBiting } from "../world/readings.ts";
import { isBeijing, type Place, sectorOf } from "./place.ts";

/** Sales of a state to China in week 0, EUR bn a year. */
const usualSales = once((rules: Rules): number[] => rules.members.map((m) => sum(m.exports)));

/** Sales to China now in a sector: a capital's own, else the Union's. */
export function sales({ rules, view, me }: Place, s: number): number {
  let sum = 0;
  for (let m = 0; m < rules.M; m++)
    if (me < 0 || m === me)
      sum += (rules.members[m]!.exports[s]! * view.pub.sold[m]!) / Math.max(1e-9, usualSales(rules)[m]!);
  return sum;
}

export const allSales = ({ view, me }: Place): number => (me >= 0 ? view.pub.sold[me]! : sum(view.pub.sold));

/** A capital's share of an industry, by what it sells; 1 for the Commission. */
function industry({ rules, me }: Place, s: number): number {
  if (me < 0) return 1;
  const all = rules.members.reduce((sum, m) => sum + m.exports[s]!, 0);
  return all > 0 ? rules.members[me]!.exports[s]! / all : 0;
}

/** Share of a sector's trade times the duty on it that a promise to pay no more than `left` of it takes away. */
export const lifted = (files: readonly File[], left: number): number =>
  files.reduce((sum, f) => sum + f.breadth * Math.max(0, f.duty - left * (f.duty + f.rested)), 0);

export const dutiesOf = ({ rules, view }: Place, side: File["side"], s: number): File[] =>
  view.pub.files.filter((f) => f.side === side && f.sector === s && rules.sectors[s] && isBiting(f));

/**
 * A European duty less on a sector for so many years: China's makers keep the part they would have paid and sell more,
 * Europe's are hurt (E5, E9, with what of it lasts), its buyers pay less. `shelter` = part of the hurt that remains.
 */
export function spared(at: Place, s: number, cut: number, years: number, shelter = 1): number {
  const { rules, view } = at;
  const sector = rules.sectors[s];
  if (!sector || cut <= 0) return 0;
  const { trade, politics, score } = rules.model;
  const worth = view.pub.imports[s]! * cut * years;
  if (isBeijing(at))
    return worth * (1 - sector.passThrough + politics.exportPain * trade.impactLower * sector.elasticity);
  const injury = view.pub.injury[s]!;
  // After a year buyers have covered a third of the way to the long run.
  const moved = sector.elasticity * (trade.impactUpper + (trade.longUpper - trade.impactUpper) / 3);
  const hurt =
    trade.injuryValue * moved * (1 + (2 * injury) / trade.injuryKnee) * (1 + score.liabilityFactor);
  return worth * sector.passThrough * industry(at, s) * (politics.tariffPain - shelter * hurt);
}

/** Covered goods kept dearer by some log points: a shelter to Europe's makers that its buyers pay for, and sales forgone. */
export function makersKeep(at: Place, about: string, up: (s: number) => number): number {
  const file = at.view.pub.files.find((f) => f.id === about);
  if (!file || file.sector < 0) return 0;
  const dearer = (file.breadth * up(file.sector)) / at.rules.sectors[file.sector]!.passThrough;
  return (isBeijing(at) ? -GIVEN : -1) * spared(at, file.sector, dearer, at.years);
}

/** EUR bn of value added in sales to China. */
export const soldWorth = ({ rules, me }: Place, s: number, amount: number): number => {
  const iconic = me >= 0 && rules.members[me]!.iconic.includes(rules.sectors[s]!.id);
  return rules.model.politics.exportPain * (iconic ? rules.model.politics.iconic : 1) * amount;
};

/** What its gift costs Beijing, as a part of what it is worth to Europe. */
export const GIVEN = 0.4;

/** A gift to one state: its own, or part of the Union's; Beijing pays for it. */
export function gift(at: Place, code: string, worth: (m: number) => number): number {
  const m = memberAt(at.rules, code);
  if (m < 0 || (at.me >= 0 && at.me !== m)) return 0;
  return isBeijing(at) ? -GIVEN * worth(m) : worth(m);
}

/** Sales to China of the sector by which a state is hurt most. */
export const tenderest = ({ rules, view }: Place, m: number): number =>
  Math.max(
    ...rules.members[m]!.iconic.map(
      (id) =>
        (rules.members[m]!.exports[sectorOf(rules, id)]! * view.pub.sold[m]!) /
        Math.max(1e-9, usualSales(rules)[m]!),
    ),
  );

export const faceOf = (at: Place, steps: number): number => {
  const { openFace } = at.rules.model.moves;
  const mutual = at.draft.terms.some((t) => t.by === "commission");
  return mutual ? 0 : openFace * at.rules.model.contracts.faceWorth * steps;
};
