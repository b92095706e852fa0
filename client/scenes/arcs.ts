// What flows: licensed goods from the gate to the states that use most of them, and Europe's goods to China's customs.

import { sum } from "../../shared/exact.ts";
import type { Rules } from "../../shared/scenario.ts";
import { heldUp, type View } from "../../shared/view.ts";
import { fan } from "./fan.ts";
import type { Point } from "./frame.ts";
import type { CustomsSlot, Gate, InputSlot } from "./gate.ts";

/** A cubic curve: start, two control points, end. */
export type Curve = readonly [number, number, number, number, number, number, number, number];

/** From the gate to a state. The band shows what normally comes, the core what passes now. */
export interface ArcIn {
  key: string;
  code: string;
  band: Curve;
  bandWidth: number;
  core: Curve;
  /** 0 when nothing passes: then there is only the band. */
  coreWidth: number;
}

/** From a state to China's customs. */
export interface ArcOut {
  key: string;
  code: string;
  curve: Curve;
  width: number;
  /** Held up without a reason given: dots instead of a line. */
  dotted: boolean;
}

/** Where the arcs of a state begin and end. */
export interface Ends {
  code: string;
  arrive: Point;
  leave: Point;
}

/** How many states have an arc, and how many px an arc out is wide for each root of EUR 1bn a year. */
const MOST = { users: 10, sellers: 6 };
const OUT_WIDTH = 0.62;
/** Thinnest line that is still seen. */
const THINNEST = { in: 1.1, out: 0.7 };
/** Smallest share of exports held up that makes an arc dotted. */
const HELD = 0.05;
const LEVEL = 120;

const largest = (shares: readonly number[], count: number): number[] =>
  shares
    .map((_, m) => m)
    .sort((a, b) => shares[b]! - shares[a]! || a - b)
    .slice(0, count)
    .filter((m) => shares[m]! > 0);

/** The ten largest users of an input, by member index, the largest first. */
export const usersOf = (rules: Rules, i: number): number[] =>
  largest(
    rules.members.map((member) => member.use[i]!),
    MOST.users,
  );

/** The largest sellers to China in week 0, and whoever is held up at customs. */
function sellersOf(rules: Rules, view: View): number[] {
  const start = rules.members.map((member) => sum(member.exports));
  const usual = largest(start, MOST.sellers);
  const held = rules.members.map((_, m) => m).filter((m) => heldUp(view, m) >= HELD && !usual.includes(m));
  return [...usual, ...held];
}

/** Splits a stretch from `top` to `bottom` by shares, in order: the middle of each part and its width. */
function split(shares: readonly number[], top: number, bottom: number): { middle: number; width: number }[] {
  const total = sum(shares);
  let y = top;
  return shares.map((share) => {
    const width = ((bottom - top) * share) / total;
    y += width;
    return { middle: y - width / 2, width };
  });
}

/** How far an arc in leaves the slot level. */
const levelFrom = (x: number, to: Point): number => Math.min(LEVEL, 0.45 * (x - to.x));

/** Leaves the slot level, comes down on the state from the upper right. */
const curveIn = (x: number, y: number, { x: toX, y: toY }: Point, level: number): Curve => [
  x,
  y,
  x - level,
  y,
  toX + 0.43 * (x - toX),
  toY - 17,
  toX,
  toY,
];

/** Swings south, so that it keeps clear of what comes in, and enters customs level. */
const curveOut = ({ x, y }: Point, toX: number, toY: number, level: number): Curve => [
  x,
  y,
  x + 0.39 * (toX - x),
  y + 91,
  toX - level,
  toY,
  toX,
  toY,
];

/** Arcs in, in the order in which they stand in the slot from top to bottom. */
export function arcsIn(rules: Rules, gate: Gate, i: number, ends: ReadonlyMap<number, Ends>): ArcIn[] {
  const slot = gate.slots.find((s): s is InputSlot => s.kind === "input" && s.i === i);
  const users = usersOf(rules, i).filter((m) => ends.has(m));
  if (!slot || users.length === 0) return [];
  const rays = users.map((m) => {
    const { arrive } = ends.get(m)!;
    const c = curveIn(gate.x, 0, arrive, levelFrom(gate.x, arrive));
    const share = rules.members[m]!.use[i]!;
    return { xs: [c[0], c[2], c[4], c[6]], ys: [c[5], c[7]], share } as const;
  });
  const sorted = fan(rays, slot.top, slot.bottom).map((k) => users[k]!);
  const shares = sorted.map((m) => rules.members[m]!.use[i]!);
  const bands = split(shares, slot.full.top, slot.full.bottom);
  const cores = split(shares, slot.top, slot.bottom);
  return sorted.map((m, k) => {
    const { code, arrive } = ends.get(m)!;
    const level = levelFrom(gate.x, arrive);
    return {
      key: `in/${code}`,
      code,
      band: curveIn(gate.x, bands[k]!.middle, arrive, level),
      bandWidth: bands[k]!.width,
      core: curveIn(gate.x, cores[k]!.middle, arrive, level),
      coreWidth: slot.open === 0 ? 0 : Math.max(THINNEST.in, cores[k]!.width),
    };
  });
}

/** Arcs out, evenly spread over the customs slot, from north to south. */
export function arcsOut(rules: Rules, view: View, gate: Gate, ends: ReadonlyMap<number, Ends>): ArcOut[] {
  const slot = gate.slots.find((s): s is CustomsSlot => s.kind === "customs")!;
  const sellers = sellersOf(rules, view)
    .filter((m) => ends.has(m))
    .sort((a, b) => ends.get(a)!.leave.y - ends.get(b)!.leave.y);
  const step = (slot.bottom - slot.top) / (sellers.length + 3);
  return sellers.map((m, k) => {
    const { code, leave } = ends.get(m)!;
    const level = Math.min(LEVEL + 10, 0.45 * (gate.x - leave.x));
    return {
      key: `out/${code}`,
      code,
      curve: curveOut(leave, gate.x, slot.top + step * (k + 2), level),
      width: Math.max(THINNEST.out, OUT_WIDTH * Math.sqrt(view.pub.sold[m]!)),
      dotted: heldUp(view, m) >= HELD,
    };
  });
}

/** px of what is drawn of an arc in, and of what is left out. */
export const DASH = { on: 7, off: 4 };

/** Round dots for an arc that is held up: how wide they are and how far apart. */
export const dotsOf = (width: number): { width: number; apart: number } => {
  const dot = Math.max(1.8, width);
  return { width: dot, apart: 4 + 2 * dot };
};

/** Opacity of the cores: a thin flow must be seen, a broad one may not shout. */
export const coreAlpha = (passing: number): number => 1 - 0.5 * passing * passing;

const round = (x: number): number => Math.round(x * 100) / 100;

/** A curve as an SVG path. */
export function pathOf(curve: Curve): string {
  const [x, y, ...rest] = curve.map(round);
  return `M${x} ${y}C${rest.join(" ")}`;
}
