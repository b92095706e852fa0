// Policies with knobs: a doctrine as a point of the unit cube, so that a search can look for one that beats the
// doctrines. What is no knob stays as in the usual doctrine.

import { BEIJING_DOCTRINES, beijingBot } from "../../shared/bots/beijing.ts";
import type { Bot } from "../../shared/bots/bot.ts";
import { COMMISSION_DOCTRINES, commissionBot } from "../../shared/bots/commission.ts";
import { MEMBER_DOCTRINES, memberBot } from "../../shared/bots/member.ts";
import { places, setAt, valueAt } from "../../shared/episode/path.ts";
import { isMember, type Seat } from "../../shared/seat.ts";
import { clone } from "../../shared/state.ts";

export const SIDES = ["commission", "beijing"] as const;
export type Side = (typeof SIDES)[number];

/** Who plays by one set of knobs: an office, or any capital. */
export type Role = Side | "member";

export const roleOf = (seat: Seat): Role => (isMember(seat) ? "member" : (seat as Side));

/** A setting of a doctrine by its path, and the bounds it is tried within; `whole` for weeks. */
interface Knob {
  path: string;
  low: number;
  high: number;
  whole?: boolean;
}

/** No more than twelve a role, so that a search of some hundred games a knob can find its way. */
export const KNOBS: Record<Role, readonly Knob[]> = {
  commission: [
    { path: "effort", low: 0, high: 1 },
    { path: "casesFrom", low: 0, high: 110, whole: true },
    { path: "packageFrom", low: 0, high: 110, whole: true },
    { path: "heatLimit", low: 5, high: 100 },
    { path: "tastes.heat", low: -1.5, high: 0.5 },
    { path: "tastes.assurance", low: -3, high: 3 },
    { path: "tastes.access", low: 0, high: 20 },
    { path: "tastes.risk", low: -6, high: 12 },
    { path: "tastes.resolve", low: 0, high: 20 },
    { path: "tastes.support", low: 0, high: 20 },
    { path: "tastes.money", low: 0, high: 0.01 },
    { path: "tastes.legitimacy", low: 0, high: 2 },
  ],
  beijing: [
    { path: "threshold", low: 0, high: 12 },
    { path: "from", low: 0, high: 60, whole: true },
    { path: "weeks[0]", low: 4, high: 20, whole: true },
    { path: "weeks[1]", low: 6, high: 40, whole: true },
    { path: "retaliates", low: 0, high: 1.5 },
    { path: "courts", low: 0, high: 1 },
    { path: "soothes", low: 0, high: 1 },
    { path: "temper", low: 0, high: 2 },
    { path: "tastes.reputation", low: 0, high: 2 },
    { path: "tastes.face", low: 0, high: 2 },
    { path: "tastes.throughput", low: -6, high: 6 },
    { path: "tastes.assurance", low: -2, high: 2 },
  ],
  member: [
    { path: "line", low: -0.4, high: 0.4 },
    { path: "publishes", low: 0, high: 1 },
    { path: "pain", low: 0, high: 3 },
    { path: "travels", low: 0, high: 2 },
    { path: "trades", low: 0, high: 0.5 },
    { path: "helps", low: 0, high: 1 },
    { path: "keeps", low: 0, high: 2 },
    { path: "beijing", low: -5, high: 10 },
    { path: "stance.signs", low: -5, high: 5 },
    { path: "tastes.standing", low: -3, high: 3 },
    { path: "tastes.relief", low: -8, high: 16 },
  ],
};

const DOCTRINES = {
  commission: COMMISSION_DOCTRINES,
  beijing: BEIJING_DOCTRINES,
};
const NO_NAMES = { members: [], sectors: [], inputs: [] };

/** The value of a knob in its own unit. */
const turned = ({ low, high, whole }: Knob, x: number): number => {
  const value = low + x * (high - low);
  return whole ? Math.round(value) : value;
};

/** Where a doctrine lies in the cube, settings beyond the bounds on its wall; for silence, where the usual one lies. */
export function positionOf(side: Side, id: string): number[] {
  const doctrine = DOCTRINES[side].find((d) => d.id === id) ?? DOCTRINES[side][0]!;
  return KNOBS[side].map((knob) => {
    const value = valueAt(places(doctrine, knob.path, NO_NAMES)[0]!);
    if (typeof value !== "number")
      throw new TypeError(`${knob.path} is no number of the ${side}'s doctrines`);
    return Math.min(1, Math.max(0, (value - knob.low) / (knob.high - knob.low)));
  });
}

/** The settings of a point by their paths, each in its own unit. */
export const settingsAt = (side: Role, at: readonly number[]): Record<string, number> =>
  Object.fromEntries(KNOBS[side].map((knob, k) => [knob.path, turned(knob, at[k]!)]));

/** A bot with the settings of a point. */
export function policyBot(role: Role, at: readonly number[]): Bot {
  const settings = Object.entries(settingsAt(role, at));
  const withThem = <D>([usual]: readonly D[]): D => {
    const copy = clone(usual!);
    for (const [path, value] of settings) setAt(places(copy, path, NO_NAMES)[0]!, value);
    return { ...copy, id: "policy" };
  };
  if (role === "commission") return commissionBot(withThem(COMMISSION_DOCTRINES));
  return role === "beijing" ? beijingBot(withThem(BEIJING_DOCTRINES)) : memberBot(withThem(MEMBER_DOCTRINES));
}
