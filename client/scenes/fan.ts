// In which order arcs leave a slot so that they cross as little as can be, above all not near the slot.

/** A curve of the fan: a cubic from a height that is still free, running to the left. */
export interface Ray {
  /** x of its start and end, and of its two control points in between; y of the second control point and the end. */
  xs: readonly [number, number, number, number];
  ys: readonly [number, number];
  /** How much of the slot it takes. */
  share: number;
}

/** Heights of a ray at the places of a grid are `weight` times the height of its start, plus `rest`. */
interface Row {
  share: number;
  weight: number[];
  rest: number[];
}

/** Places at which heights are compared, from the slot to the farthest end. */
const PLACES = 24;
/** Curves nearer than this are not seen to cross, px. */
const TOUCH = 0.7;

function rowOf({ xs, ys, share }: Ray, grid: readonly number[]): Row {
  const weight: number[] = [];
  const rest: number[] = [];
  for (const x of grid) {
    if (x < xs[3]) break;
    let [low, high] = [0, 1];
    for (let k = 0; k < 16; k++) {
      const t = (low + high) / 2;
      const u = 1 - t;
      const at = u * u * u * xs[0] + 3 * u * u * t * xs[1] + 3 * u * t * t * xs[2] + t * t * t * xs[3];
      if (at > x) low = t;
      else high = t;
    }
    const u = 1 - low;
    weight.push(u * u * u + 3 * u * u * low);
    rest.push(3 * u * low * low * ys[0] + low * low * low * ys[1]);
  }
  return { share, weight, rest };
}

/** How badly two rays cross: each crossing counts once, and up to three times near the slot. */
function tangle(a: Row, fromA: number, b: Row, fromB: number): number {
  let [sum, side] = [0, Math.sign(fromA - fromB)];
  const common = Math.min(a.rest.length, b.rest.length);
  for (let k = 0; k < common; k++) {
    const gap = a.weight[k]! * fromA + a.rest[k]! - b.weight[k]! * fromB - b.rest[k]!;
    if (Math.abs(gap) < TOUCH || Math.sign(gap) === side) continue;
    side = Math.sign(gap);
    sum += 1 + 2 * (1 - k / PLACES);
  }
  return sum;
}

function tangles(rows: readonly Row[], order: readonly number[], top: number, bottom: number): number {
  const total = rows.reduce((sum, { share }) => sum + share, 0);
  let y = top;
  const starts = order.map((k) => {
    const height = ((bottom - top) * rows[k]!.share) / total;
    y += height;
    return y - height / 2;
  });
  let sum = 0;
  for (let i = 0; i < order.length; i++)
    for (let j = i + 1; j < order.length; j++)
      sum += tangle(rows[order[i]!]!, starts[i]!, rows[order[j]!]!, starts[j]!);
  return sum;
}

/** The order with one ray taken out and put in elsewhere. */
function moved(order: readonly number[], from: number, to: number): number[] {
  const rest = order.filter((_, k) => k !== from);
  return [...rest.slice(0, to), order[from]!, ...rest.slice(to)];
}

/**
 * Order of rays in a slot from `top` to `bottom`, as their indexes: begins with north to south by their ends, then moves
 * one ray at a time as long as that untangles them.
 */
export function fan(rays: readonly Ray[], top: number, bottom: number): number[] {
  const right = Math.max(...rays.map(({ xs }) => xs[0]));
  const left = Math.min(...rays.map(({ xs }) => xs[3]));
  const grid = Array.from({ length: PLACES }, (_, k) => right - ((k + 1) * (right - left)) / (PLACES + 1));
  const rows = rays.map((ray) => rowOf(ray, grid));
  let best = rays.map((_, k) => k).sort((a, b) => rays[a]!.ys[1] - rays[b]!.ys[1] || a - b);
  let least = tangles(rows, best, top, bottom);
  for (let k = 0; k < best.length * best.length && least > 0; k++) {
    const tried = best.flatMap((_, from) => best.map((__, to) => moved(best, from, to)));
    const scores = tried.map((order) => tangles(rows, order, top, bottom));
    const better = scores.reduce((low, score, n) => (score < scores[low]! - 1e-9 ? n : low), 0);
    if (scores[better]! > least - 1e-9) break;
    [best, least] = [tried[better]!, scores[better]!];
  }
  return best;
}
