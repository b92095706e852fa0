// The codes on the map: plain, in a pin where the state is too small for its code, in an amber pill where lines stand
// still. Each keeps its place unless another stands there; then it moves to the nearest free one.

import { memberAt, type Rules } from "../../shared/scenario.ts";
import type { View } from "../../shared/view.ts";
import { read } from "../figure.ts";
import { usersOf } from "./arcs.ts";
import { type Box, type Frame, type Point, placeIn, type Rect, shapeOf, stateAt } from "./frame.ts";
import { type Fill, fillOf, type Lens, offersKnown, type VoteLens } from "./lens.ts";

/** A firm's store in blocks of a week, from the bottom. */
export interface Stack extends Point {
  /** Lower left corner; each block is `width` by `height`, one every `step` upwards. */
  width: number;
  height: number;
  step: number;
  blocks: number;
  /** Blocks that are full, the last one in part. */
  full: number;
}

export interface Tag {
  key: string;
  code: string;
  /** Member index. */
  m: number;
  kind: "label" | "pin" | "pill";
  /** Of the code with its pin or pill, without the stack. */
  rect: Rect;
  /** Lines that stand still; a pill says how many. */
  lines: number;
  /** An offer from Beijing that this seat knows of. */
  offer: boolean;
  /** What it stands on; "sea" outside the Union. */
  on: Fill | "sea";
  stack: Stack | undefined;
  /** From a tag that stands apart to its state. */
  leader: { from: Point; to: Point } | undefined;
}

/** Sizes in px at 16 px letters. */
const SIZE = {
  label: { width: 22, height: 17 },
  pin: { width: 26, height: 26 },
  pill: { width: 50, digit: 8, height: 20 },
  envelope: 18,
  stack: { width: 7, height: 3, step: 4.2, gap: 3 },
  /** Room between two tags, and between a tag and the edge. */
  air: 1,
  /** A tag further than this from its place gets a line to it. */
  far: 15,
};

const overlap = (a: Rect, b: Rect, air: number): boolean =>
  a.x < b.x + b.width + air &&
  b.x < a.x + a.width + air &&
  a.y < b.y + b.height + air &&
  b.y < a.y + a.height + air;

/** Steps around a place, the nearest first; a step to the side is as good as a shorter one up or down. */
const STEPS: readonly Point[] = Array.from({ length: 49 }, (_, row) =>
  Array.from({ length: 49 }, (_, column) => ({ x: (column - 24) * 4, y: (row - 24) * 4 })),
)
  .flat()
  .sort((a, b) => a.x ** 2 + 1.4 * a.y ** 2 - (b.x ** 2 + 1.4 * b.y ** 2) || a.x - b.x || a.y - b.y);

/** The nearest place for a rectangle inside `room` where nothing stands; its own place, pushed inside, if there is none. */
function freePlace(rect: Rect, taken: readonly Rect[], room: Rect, air: number): Rect {
  const inside = {
    ...rect,
    x: Math.min(Math.max(rect.x, room.x), room.x + room.width - rect.width),
    y: Math.min(Math.max(rect.y, room.y), room.y + room.height - rect.height),
  };
  for (const step of STEPS) {
    const tried = { ...inside, x: inside.x + step.x, y: inside.y + step.y };
    const fits =
      tried.x >= room.x &&
      tried.y >= room.y &&
      tried.x + tried.width <= room.x + room.width &&
      tried.y + tried.height <= room.y + room.height;
    if (fits && !taken.some((other) => overlap(tried, other, air))) return tried;
  }
  return inside;
}

export interface TagSettings {
  frame: Frame;
  box: Box;
  text: number;
  lens: Lens;
  vote: VoteLens | undefined;
  /** Index of the input whose flow the map shows. */
  shown: number;
  /** Index of the seat's own state, -1 without one. */
  me: number;
}

/** A tag before it has a place: the rectangle of all its parts where it wants to be. */
interface Wish {
  m: number;
  code: string;
  kind: Tag["kind"];
  lines: number;
  offer: boolean;
  weeks: number | undefined;
  anchor: Point;
  /** Where a pin's line leads. */
  state: Point | undefined;
  all: Rect;
  /** Width of the stack in front of the code, and height of the code. */
  front: number;
  height: number;
  area: number;
}

function wishOf(rules: Rules, view: View, s: TagSettings, m: number, offers: ReadonlySet<string>): Wish[] {
  const { code } = rules.members[m]!;
  const shape = shapeOf(code);
  if (!shape) return [];
  const lines = s.lens === "vote" ? 0 : view.pub.lines[m]!;
  const kind = lines > 0 ? "pill" : shape.pin ? "pin" : "label";
  const offer = s.lens === "offers" && offers.has(code);
  const weeks = isStacked(rules, s, m) ? read(rules, view, "magnets", m) : undefined;
  const front = weeks === undefined ? 0 : (SIZE.stack.width + SIZE.stack.gap) * s.text;
  const size = sizeOf(kind, lines);
  const width = (size.width + (offer ? SIZE.envelope : 0)) * s.text;
  const height = size.height * s.text;
  const tallest = front > 0 ? Math.max(height, stackHeight(rules, s.text)) : height;
  const anchor = placeIn(s.frame, shape.label);
  // The code itself stays where it was when a pill or a stack comes.
  const left = anchor.x - (kind === "pin" ? size.width : SIZE.label.width) * (s.text / 2);
  return [
    {
      ...{ m, code, kind, lines, offer, weeks, anchor, front, height, area: shape.area },
      state: shape.pin && placeIn(s.frame, shape.pin.leader),
      all: { x: left - front, y: anchor.y - tallest / 2, width: front + width, height: tallest },
    },
  ];
}

/** Stores are shown for the states that use most, and for the seat's own. */
const isStacked = (rules: Rules, s: TagSettings, m: number): boolean =>
  s.lens !== "vote" && (m === s.me || usersOf(rules, 0).includes(m));

const blocksOf = (rules: Rules): number => Math.ceil(rules.inputs[0]!.stockWeeks);

const stackHeight = (rules: Rules, text: number): number => blocksOf(rules) * SIZE.stack.step * text;

const sizeOf = (kind: Tag["kind"], lines: number): Box =>
  kind === "pill"
    ? { width: SIZE.pill.width + SIZE.pill.digit * (String(lines).length - 1), height: SIZE.pill.height }
    : SIZE[kind];

/** Pills before the rest, small states before large ones: a large one has room elsewhere. */
const byNeed = (a: Wish, b: Wish): number =>
  Number(b.kind === "pill") - Number(a.kind === "pill") || a.area - b.area;

/** Puts all tags on the map so that none covers another. */
export function tagsOf(rules: Rules, view: View, s: TagSettings): Tag[] {
  const offers = offersKnown(view);
  const wishes = rules.members.flatMap((_, m) => wishOf(rules, view, s, m, offers));
  const room = {
    x: s.frame.left,
    y: 3,
    width: s.frame.right - s.frame.left - 6,
    height: s.box.height - 6,
  };
  const air = SIZE.air * s.text;
  const taken: Rect[] = [];
  const tags = wishes.sort(byNeed).map((wish) => {
    const place = freePlace(wish.all, taken, room, air);
    taken.push(place);
    return tagOf(rules, view, s, wish, place);
  });
  return tags.sort((a, b) => a.m - b.m);
}

function tagOf(rules: Rules, view: View, s: TagSettings, wish: Wish, place: Rect): Tag {
  const rect = {
    x: place.x + wish.front,
    y: place.y + (place.height - wish.height) / 2,
    width: place.width - wish.front,
    height: wish.height,
  };
  const middle = { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 };
  const below = stateAt(s.frame, middle);
  const m = memberAt(rules, below);
  return {
    key: `tag/${wish.code}`,
    ...{ code: wish.code, m: wish.m, kind: wish.kind, lines: wish.lines, offer: wish.offer, rect },
    on: below === undefined ? "sea" : m < 0 ? "land" : fillOf(rules, view, s.lens, s.vote, m),
    stack: wish.weeks === undefined ? undefined : stackOf(rules, s.text, rect, wish),
    leader: leaderOf(s.text, wish, place, middle),
  };
}

function stackOf(rules: Rules, text: number, rect: Rect, { weeks, front }: Wish): Stack {
  const { width, height, step } = SIZE.stack;
  const blocks = blocksOf(rules);
  return {
    x: rect.x - front,
    y: rect.y + (rect.height + stackHeight(rules, text)) / 2,
    width: width * text,
    height: height * text,
    step: step * text,
    blocks,
    full: Math.min(blocks, weeks!),
  };
}

function leaderOf(text: number, wish: Wish, place: Rect, middle: Point): Tag["leader"] {
  if (wish.state) return { from: middle, to: wish.state };
  const moved = Math.abs(place.x - wish.all.x) + Math.abs(place.y - wish.all.y);
  return moved > SIZE.far * text ? { from: middle, to: wish.anchor } : undefined;
}
