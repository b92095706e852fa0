// Beijing's gate: a wall with a slot for every input that needs a licence and one for Europe's goods at China's customs.
// A slot is as high as what passes; the brackets beside it show how high it normally is.

import { sum } from "../../shared/exact.ts";
import type { Rules } from "../../shared/scenario.ts";
import type { MemberCode } from "../../shared/seat.ts";
import type { LicenceMode } from "../../shared/state.ts";
import { heldUp, isOlderThan, type View } from "../../shared/view.ts";
import { errorOf, read } from "../figure.ts";
import { passing } from "../passing.ts";
import type { Box, Frame, Rect } from "./frame.ts";

/** A number of this seat and how far off it may be. */
export interface Known {
  value: number;
  error: number;
}

export interface Slot {
  key: string;
  /** Upper and lower jaw, and where they are when everything passes. */
  top: number;
  bottom: number;
  full: { top: number; bottom: number };
  /** Share of normal that passes, 0 to 1. */
  open: number;
  /** Upper edge of its words. */
  words: number;
}

/** Applications that wait, as diamonds behind the wall. */
export interface Queue {
  key: string;
  x: number;
  y: number;
  /** Distance of two diamonds, and how many stand in a row. */
  pitch: number;
  row: number;
  count: number;
  /** Weeks of use that wait. */
  weeks: Known;
  /** The part of the Union's yearly demand, in the input's own unit; undefined where that is an index. */
  amount: Known | undefined;
  /** Upper edge of the words below. */
  words: number;
}

export interface InputSlot extends Slot {
  kind: "input";
  /** Index of the input. */
  i: number;
  mode: LicenceMode;
  /** Undefined where the seat knows the mode only. */
  throughput: Known | undefined;
  days: Known | undefined;
  queue: Queue | undefined;
}

export interface CustomsSlot extends Slot {
  kind: "customs";
  /** EUR bn a year. */
  sold: number;
  /** States whose goods are held up. */
  held: MemberCode[];
}

export interface Gate {
  /** Left edge and width of the wall, from top to bottom of the box. */
  x: number;
  width: number;
  slots: (InputSlot | CustomsSlot)[];
  /** Left edge of the words, and the upper edge of the title. */
  words: number;
  title: number;
}

/** A diamond stands for applications for so many weeks of use, as a block of a store does. */
const DIAMOND_WEEKS = 1;
const ROW = 13;
const MOST_ROWS = 4;

/** Sizes in px at 16 px letters, and the most a slot may take of the height. */
const SIZE = { wall: 22, big: 96, small: 30, customs: 44, line: 18, pitch: 8 };
const SHARE = { big: 0.19, small: 0.06, customs: 0.09 };

/** The input whose flow the map shows: of those under squeeze the one that most hangs on, else the first. */
export function shownInput(rules: Rules, view: View): number {
  const squeezed = rules.inputs.flatMap((input, i) =>
    input.stockable && ["go-slow", "embargo"].includes(view.pub.law.modes[i]!) ? [i] : [],
  );
  const missing = (i: number) =>
    rules.inputs[i]!.valueAtRisk * rules.inputs[i]!.chinaShare * (1 - passing(rules, view, i));
  return squeezed.reduce((worst, i) => (missing(i) > missing(worst) ? i : worst), squeezed[0] ?? 0);
}

/** What the seat knows of a number; undefined where it knows nothing, or nothing since the licences changed. */
const known = (
  rules: Rules,
  view: View,
  id: "throughput" | "licenceDays" | "queue",
  i: number,
): Known | undefined => {
  const value = read(rules, view, id, i);
  const isOld = id !== "queue" && isOlderThan(rules, view, id, i, view.pub.law.since[i]!);
  return value === undefined || isOld ? undefined : { value, error: errorOf(rules, view, id, i, value) };
};

/** Sales to China against those of week 0, at most 1. */
function admitted(rules: Rules, view: View): number {
  const start = sum(rules.members.map((m) => sum(m.exports)));
  return start > 0 ? Math.min(1, soldTo(view) / start) : 1;
}

const soldTo = (view: View): number => sum(view.pub.sold);

/** The queue of the input that the map shows, unless nothing waits or the seat does not know. */
function queueOf(rules: Rules, view: View, i: number, { frame, text }: Room): Queue | undefined {
  const weeks = known(rules, view, "queue", i);
  if (!weeks || weeks.value < DIAMOND_WEEKS / 2) return undefined;
  const { unit, demand } = rules.inputs[i]!;
  const a = demand / 52;
  return {
    key: rules.inputs[i]!.id,
    x: 0,
    y: 0,
    pitch: SIZE.pitch * text,
    row: ROW,
    count: frame.narrow ? 0 : Math.min(ROW * MOST_ROWS, Math.round(weeks.value / DIAMOND_WEEKS)),
    weeks,
    amount: unit === "index" ? undefined : { value: a * weeks.value, error: a * weeks.error },
    words: 0,
  };
}

type Sized = (InputSlot | CustomsSlot) & { height: number };

function inputSlot(rules: Rules, view: View, i: number, shown: boolean, room: Room): Sized {
  const { box, text } = room;
  const [size, share] = shown ? [SIZE.big, SHARE.big] : [SIZE.small, SHARE.small];
  const height = Math.min(size * text, share * box.height);
  return {
    kind: "input",
    key: rules.inputs[i]!.id,
    i,
    height,
    mode: view.pub.law.modes[i]!,
    throughput: known(rules, view, "throughput", i),
    days: shown ? known(rules, view, "licenceDays", i) : undefined,
    queue: shown ? queueOf(rules, view, i, room) : undefined,
    ...shut(passing(rules, view, i)),
  };
}

function customsSlot(rules: Rules, view: View, { box, text }: Room): Sized {
  return {
    kind: "customs",
    key: "customs",
    height: Math.min(SIZE.customs * text, SHARE.customs * box.height),
    sold: soldTo(view),
    held: rules.members.flatMap(({ code }, m) => (heldUp(view, m) > 0 ? [code] : [])),
    ...shut(admitted(rules, view)),
  };
}

/** A slot that has no place yet. */
const shut = (open: number) => ({ open, top: 0, bottom: 0, full: { top: 0, bottom: 0 }, words: 0 });

/** Height of the words beside a slot; the same however much there is to say, so that nothing shifts from week to week. */
const linesOf = (slot: Sized, line: number): number => (slot.kind === "customs" || slot.days ? 3 : 2) * line;

/** What a slot with its words takes above and below its middle, with diamonds and their number below where they may stand. */
function reachOf(slot: Sized, line: number): { up: number; down: number } {
  const up = Math.max(slot.height, linesOf(slot, line)) / 2;
  if (slot.kind === "customs" || !slot.days) return { up, down: up };
  const queue = 2.7 * line + (MOST_ROWS * SIZE.pitch * line) / SIZE.line;
  return { up, down: Math.max(up, linesOf(slot, line) / 2 + queue) };
}

/** Puts a slot with its words at a height of the wall. */
function put(slot: Sized, y: number, x: number, line: number, snap: (y: number) => number): void {
  const lines = linesOf(slot, line);
  const middle = y + reachOf(slot, line).up;
  const half = slot.height / 2;
  slot.full = { top: snap(middle - half), bottom: snap(middle + half) };
  const height = slot.full.bottom - slot.full.top;
  const open = snap(slot.open * height);
  slot.top = snap(slot.full.top + (height - open) / 2);
  slot.bottom = slot.top + open;
  slot.words = middle - lines / 2;
  if (slot.kind !== "input" || !slot.queue) return;
  const { queue } = slot;
  queue.x = x;
  queue.y = slot.words + lines + 0.3 * line;
  queue.words = queue.y + Math.ceil(queue.count / queue.row) * queue.pitch + 0.2 * line;
}

/** What the gate must fit into. */
interface Room {
  frame: Frame;
  box: Box;
  text: number;
}

export interface GateSettings extends Room {
  /** Index of the input whose flow the map shows. */
  shown: number;
  /** Holds an edge to whole px of the screen. */
  snap: (y: number) => number;
}

/** The gate with all its slots from top to bottom, in the order of the scenario, customs last. */
export function gateOf(rules: Rules, view: View, { shown, snap, ...room }: GateSettings): Gate {
  const { frame, box, text } = room;
  // Where the words stand below the map, they take nothing of it.
  const line = frame.narrow ? 0 : SIZE.line * text;
  const slots: Sized[] = [
    ...rules.inputs.flatMap((input, i) =>
      input.stockable ? [inputSlot(rules, view, i, i === shown, room)] : [],
    ),
    customsSlot(rules, view, room),
  ];
  const x = snap(frame.right);
  const width = snap(frame.narrow ? 14 : SIZE.wall * text);
  const words = x + width + 12 * text;
  const heights = slots.map((slot) => {
    const { up, down } = reachOf(slot, line);
    return up + down;
  });
  const [head, foot] = [2 * line, 3 * line];
  // Customs, which is no input, stands apart by a gap more.
  const gap = (box.height - head - foot - sum(heights)) / (slots.length + 1);
  let y = head + gap / 2;
  slots.forEach((slot, k) => {
    if (slot.kind === "customs") y += gap;
    put(slot, y, words, line, snap);
    y += heights[k]! + gap;
  });
  return { x, width, slots: slots.map(({ height: _, ...slot }) => slot), words, title: 0.6 * line };
}

/** The pieces of wall between the slots, from top to bottom. */
export function wallOf(
  slots: readonly Pick<Slot, "top" | "bottom">[],
  height: number,
): { top: number; bottom: number }[] {
  const tops = [0, ...slots.map(({ bottom }) => bottom)];
  const bottoms = [...slots.map(({ top }) => top), height];
  return tops.map((top, k) => ({ top, bottom: bottoms[k]! }));
}

/** Part of normal above which nothing is marked as missing. */
const ALL_BUT = 0.97;

/** Lines 1 px wide that mark where the jaws normally are, with arms from there to where they are; none when all passes. */
export function bracketsOf(x: number, { open, full, top, bottom }: Omit<Slot, "key" | "words">): Rect[] {
  if (open > ALL_BUT) return [];
  const foot = (y: number): Rect => ({ x: x - 7, y: y - 0.5, width: 5, height: 1 });
  const arm = (from: number, to: number): Rect => ({
    x: x - 5,
    y: from,
    width: 1,
    height: Math.max(0, to - from),
  });
  return [foot(full.top), foot(full.bottom), arm(full.top, top - 2), arm(bottom + 2, full.bottom)];
}
