// Ribbons along a curve that grow narrower towards their end, whole or in dashes that move: no canvas strokes those.

import { type Curve, DASH } from "./arcs.ts";

/** Points at equal distances along a curve, each with the direction across it. */
export interface Track {
  curve: Curve;
  length: number;
  step: number;
  /** x, y, across x, across y; by point. */
  points: Float32Array;
}

const PIECES = 48;

/** Point and direction of a cubic curve at `t` from 0 to 1. */
function at(c: Curve, t: number): [x: number, y: number, dx: number, dy: number] {
  const u = 1 - t;
  const place = (k: 0 | 1) =>
    u ** 3 * c[k] +
    3 * u * u * t * c[(k + 2) as 2] +
    3 * u * t * t * c[(k + 4) as 4] +
    t ** 3 * c[(k + 6) as 6];
  const slope = (k: 0 | 1) =>
    3 * u * u * (c[(k + 2) as 2] - c[k]) +
    6 * u * t * (c[(k + 4) as 4] - c[(k + 2) as 2]) +
    3 * t * t * (c[(k + 6) as 6] - c[(k + 4) as 4]);
  return [place(0), place(1), slope(0), slope(1)];
}

/** Walks a curve in steps of about `near` px. */
export function trackOf(curve: Curve, near = 3.5): Track {
  const lengths = [0];
  let [fromX, fromY] = at(curve, 0);
  for (let k = 1; k <= PIECES; k++) {
    const [x, y] = at(curve, k / PIECES);
    lengths.push(lengths[k - 1]! + Math.hypot(x - fromX, y - fromY));
    [fromX, fromY] = [x, y];
  }
  const length = lengths[PIECES]!;
  const count = Math.max(1, Math.round(length / near));
  const points = new Float32Array(4 * (count + 1));
  for (let p = 0, piece = 1; p <= count; p++) {
    const along = (length * p) / count;
    while (piece < PIECES && lengths[piece]! < along) piece++;
    const before = lengths[piece - 1]!;
    const span = lengths[piece]! - before || 1;
    const [x, y, dx, dy] = at(curve, (piece - 1 + (along - before) / span) / PIECES);
    const norm = Math.hypot(dx, dy) || 1;
    points.set([x, y, -dy / norm, dx / norm], 4 * p);
  }
  return { curve, length, step: length / count, points };
}

/** Takes a quadrangle: two corners at its start, two at its end. */
type Quad = (
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  x3: number,
  y3: number,
) => void;

/** A ribbon's width at its end, as a part of that at its start. */
const TAPER = 0.5;

/** Width of a ribbon at a part of its way, never under what can be seen. */
const widthAt = (width: number, part: number): number =>
  Math.max(Math.min(1, width), width * (1 - (1 - TAPER) * part));

/** Cuts a track into dashes that have moved `phase` px from its start. */
export function dashes({ length, step, points }: Track, width: number, phase: number, quad: Quad): void {
  const period = DASH.on + DASH.off;
  const last = points.length / 4 - 1;
  for (let start = (phase % period) - period; start < length; start += period) {
    const [from, to] = [Math.max(0, start), Math.min(length, start + DASH.on)];
    if (to <= from) continue;
    const a = 4 * Math.min(last, Math.round(from / step));
    const b = 4 * Math.min(last, Math.round(to / step));
    const [da, db] = [from - (a / 4) * step, to - (b / 4) * step];
    // Along the track is across its normal.
    const [nax, nay, nbx, nby] = [points[a + 2]!, points[a + 3]!, points[b + 2]!, points[b + 3]!];
    const [ax, ay] = [points[a]! + da * nay, points[a + 1]! - da * nax];
    const [bx, by] = [points[b]! + db * nby, points[b + 1]! - db * nbx];
    const [ha, hb] = [widthAt(width, from / length) / 2, widthAt(width, to / length) / 2];
    const [wax, way, wbx, wby] = [ha * nax, ha * nay, hb * nbx, hb * nby];
    quad(ax + wax, ay + way, ax - wax, ay - way, bx + wbx, by + wby, bx - wbx, by - wby);
  }
}

const print = (x: number): string => String(Math.round(10 * x) / 10);

/** All dashes as one SVG path. */
export function dashedPath(curve: Curve, width: number): string {
  let path = "";
  dashes(trackOf(curve), width, 0, (x0, y0, x1, y1, x2, y2, x3, y3) => {
    path += `M${[x0, y0, x1, y1, x3, y3, x2, y2].map(print).join(" ")}Z`;
  });
  return path;
}

/** The whole ribbon as an SVG path. */
export function ribbonPath(curve: Curve, width: number): string {
  const { points } = trackOf(curve, 9);
  const count = points.length / 4;
  const side = (sign: number) =>
    Array.from({ length: count }, (_, p) => {
      const half = (sign * widthAt(width, p / (count - 1))) / 2;
      return `${print(points[4 * p]! + half * points[4 * p + 2]!)} ${print(points[4 * p + 1]! + half * points[4 * p + 3]!)}`;
    });
  return `M${[...side(1), ...side(-1).reverse()].join("L")}Z`;
}
