// The picture of the start page as numbers: a hundred lines, how many pass the licence gate, which state they belong to,
// and where each of them runs in a box of a given size.

import { sum } from "../../shared/exact.ts";

export interface Gate {
  /** Lines drawn for the whole of Europe's use. */
  lines: number;
  /** How many of them pass the gate. */
  through: number;
  /** Each state's share of the use, 0 to 1; the sum is 1. */
  use: Readonly<Record<string, number>>;
}

/** The lines of one state, or of all states too small for lines of their own. */
interface Bundle {
  /** "" for the rest. */
  code: string;
  lines: number;
  /** Of these, how many go around the gate. */
  around: number;
  /** States in it. */
  states: number;
}

/** Splits a whole number by shares, by largest remainders: the parts are whole and sum to it. */
export function allot(shares: readonly number[], whole: number): number[] {
  const total = sum(shares);
  const exact = shares.map((share) => (share / total) * whole);
  const parts = exact.map(Math.floor);
  const left = whole - sum(parts);
  exact
    .map((x, k) => ({ k, rest: x - Math.floor(x) }))
    .sort((a, b) => b.rest - a.rest || a.k - b.k)
    .slice(0, left)
    .forEach(({ k }) => {
      parts[k]! += 1;
    });
  return parts;
}

/** States with at least `fewest` lines, the largest first, and the rest in one bundle at the end. */
export function bundles({ lines, through, use }: Gate, fewest: number): Bundle[] {
  const codes = Object.keys(use).sort((a, b) => use[b]! - use[a]! || (a < b ? -1 : 1));
  const whole = allot(
    codes.map((code) => use[code]!),
    lines,
  );
  const own = codes.map((code, k) => ({ code, lines: whole[k]!, states: 1 }));
  const named = own.filter((bundle) => bundle.lines >= fewest);
  const rest = own.filter((bundle) => bundle.lines < fewest);
  const all =
    rest.length > 0
      ? [...named, { code: "", lines: sum(rest.map((bundle) => bundle.lines)), states: rest.length }]
      : named;
  const around = allot(
    all.map((bundle) => bundle.lines),
    lines - through,
  );
  return all.map((bundle, k) => ({ ...bundle, around: around[k]! }));
}

/** As many named states as leave room to see how much each of them uses: labels take at most three fifths of the height. */
export function bundlesIn(gate: Gate, { height, top, bottom, row }: Frame): Bundle[] {
  for (let fewest = 2; ; fewest++) {
    const list = bundles(gate, fewest);
    if (list.length <= 2 || list.length * row <= 0.6 * (height - top - bottom)) return list;
  }
}

export interface Picture {
  /** For each bundle: the way of its lines through the gate, and of those around it. */
  strands: { code: string; states: number; y: number; through: string; around: string }[];
  /** Where the lines begin; labels stand left of it. */
  left: number;
  wall: { x: number; width: number; top: number; slotTop: number; slotBottom: number; bottom: number };
  /** Where the lines that go around leave the frame: the highest and the lowest of them. */
  around: { top: number; bottom: number };
}

export interface Frame {
  width: number;
  height: number;
  /** A band across a phone, too low for much air. */
  band: boolean;
  /** Room kept free above all lines, above the states, at the bottom, and for labels at the left. */
  head: number;
  top: number;
  bottom: number;
  left: number;
  /** Least height of a state, so that its label has a line of its own. */
  row: number;
}

/** Rows of the states: as high as their lines need, at least `row`, together filling the height. */
export function rows(
  list: readonly Bundle[],
  height: number,
  row: number,
): { y: number; height: number; pitch: number }[] {
  const gap = Math.min(10, row / 2);
  const needed = (pitch: number) =>
    list.reduce((total, { lines }) => total + Math.max(row, lines * pitch + gap), 0);
  let [low, high] = [0.2, 20];
  for (let k = 0; k < 24; k++) {
    const middle = (low + high) / 2;
    if (needed(middle) > height) high = middle;
    else low = middle;
  }
  let y = 0;
  return list.map(({ lines }) => {
    const own = Math.max(row, lines * low + gap);
    y += own;
    return { y: y - own, height: own, pitch: low };
  });
}

/** Runs every line through the frame: from its state, by the slot or over the wall, out to the right edge. */
export function picture(list: readonly Bundle[], frame: Frame): Picture {
  const { width, height, top, bottom, left } = frame;
  const places = rows(list, height - top - bottom, frame.row);
  const count = { through: 0, around: 0 };
  for (const { lines, around } of list) {
    count.through += lines - around;
    count.around += around;
  }
  const wall = wallIn(frame, count);
  const first = frame.head;
  const over = overStep(frame);
  const fanTop = wall.top + 4;
  const fanStep = (height + 4 - fanTop) / count.through;
  const slotStep = (wall.slotBottom - wall.slotTop - 4) / count.through;
  let [through, around] = [0, 0];
  const strands = list.map(({ code, states, lines, around: over5 }, k) => {
    const { y, height: own, pitch } = places[k]!;
    const middle = top + y + own / 2;
    let [inside, outside] = ["", ""];
    for (let line = 0; line < lines; line++) {
      const from = middle + (line - (lines - 1) / 2) * pitch;
      if (line < over5) outside += aroundPath(left, from, wall, first + over * around++, width);
      else {
        const slot = wall.slotTop + 2 + slotStep * (through + 0.5);
        inside += throughPath(left, from, wall, slot, fanTop + fanStep * (through + 0.5), width);
        through++;
      }
    }
    return { code, states, y: middle, through: inside, around: outside };
  });
  return {
    strands,
    left,
    wall,
    around: { top: first, bottom: first + over * Math.max(0, count.around - 1) },
  };
}

/** Distance of the lines that go around. */
const overStep = (frame: Frame): number => (frame.band ? 3 : 5);

function wallIn(frame: Frame, count: { through: number; around: number }): Picture["wall"] {
  const { width, height, band, head, top } = frame;
  const slot = count.through * (band ? 0.27 : 0.62) + 4;
  const middle = band ? height * 0.55 : (height + top * 0.6) / 2;
  return {
    x: Math.round(width * 0.53),
    width: 18,
    top: head + overStep(frame) * (count.around - 1) + 16,
    slotTop: Math.round(middle - slot / 2),
    slotBottom: Math.round(middle + slot / 2),
    bottom: height,
  };
}

const n = (x: number): string => String(Math.round(x * 10) / 10);

/** Two smooth halves with a level piece in the slot. */
function throughPath(
  left: number,
  from: number,
  wall: Picture["wall"],
  slot: number,
  out: number,
  right: number,
): string {
  const [before, after] = [wall.x - left, right - wall.x - wall.width];
  const enter = `C${n(left + before * 0.44)} ${n(from)} ${n(wall.x - before * 0.22)} ${n(slot)} ${n(wall.x)} ${n(slot)}`;
  const end = wall.x + wall.width;
  const leave = `H${n(end)}C${n(end + after * 0.17)} ${n(slot)} ${n(end + after * 0.42)} ${n(out)} ${n(right)} ${n(out)}`;
  return `M${n(left)} ${n(from)}${enter}${leave}`;
}

/** Up and over the wall. */
function aroundPath(left: number, from: number, wall: Picture["wall"], over: number, right: number): string {
  const before = wall.x - left;
  return `M${n(left)} ${n(from)}C${n(left + before * 0.42)} ${n(from)} ${n(wall.x - before * 0.3)} ${n(over)} ${n(wall.x + 20)} ${n(over)}H${n(right)}`;
}
