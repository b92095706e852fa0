// Where the map lies in its box: the part that must be seen fits between the words on the left and the gate on the
// right, everything around it is drawn too and cut off by the edge.

import drawn from "../../assets/map/europe.json" with { type: "json" };
import type { Europe, MemberShape, Ring } from "../../assets/map/europe.ts";

export interface Point {
  x: number;
  y: number;
}

export interface Box {
  width: number;
  height: number;
}

export interface Rect extends Box {
  /** Left upper corner. */
  x: number;
  y: number;
}

/** A place on the map in units of the map becomes `x + scale * place`, in px of the box. */
export interface Frame extends Point {
  scale: number;
  /** Between these the states are shown; right of `right` stands the gate. */
  left: number;
  right: number;
  /** Too narrow for words on the map: they stand below it. */
  narrow: boolean;
}

export const europe = drawn as unknown as Europe;

const SHAPES = new Map(europe.members.map((shape) => [shape.code, shape]));

/** The shape of a state; undefined if the map does not have it. */
export const shapeOf = (code: string): MemberShape | undefined => SHAPES.get(code);

/** px kept for lens and legend, for the gate with its words, and between the states and the gate on a wide screen. */
const MARGIN = { left: 130, right: 214, most: 60 };
/** The same below this width: a bare gate. */
const NARROW = { below: 560, left: 4, right: 30 };

/** Fits the map into a box. `text` = size of letters, 1 = 16 px for a paragraph. */
export function frameOf({ width, height }: Box, text: number): Frame {
  const narrow = width < NARROW.below * text;
  const left = narrow ? NARROW.left : MARGIN.left * text;
  const right = width - (narrow ? NARROW.right : MARGIN.right * text);
  const { focus } = europe;
  const edge = europe.height;
  const scale = Math.max(0.01, Math.min((right - left) / focus.width, height / focus.height));
  const slack = right - left - scale * focus.width;
  return {
    scale,
    x: left + Math.max(slack / 2, slack - MARGIN.most * text) - scale * focus.x,
    // The drawing ends in the south, which must not be seen; in the north it ends in the sea.
    y: Math.max((height - scale * focus.height) / 2 - scale * focus.y, height - scale * edge),
    left,
    right,
    narrow,
  };
}

/** A place on the map in px of the box. */
export const placeIn = ({ x, y, scale }: Frame, [east, south]: readonly [number, number]): Point => ({
  x: x + scale * east,
  y: y + scale * south,
});

const pathOf = (ring: Ring): string => `M${ring.join(" ")}Z`;

/** Outlines in units of the map as SVG paths, made once. */
const PATHS = new Map<string, string>();

/** The outline of a state, or of all neutral land for "", in units of the map. */
export function outlineOf(code: string): string {
  let path = PATHS.get(code);
  if (path === undefined) {
    path = (code === "" ? europe.land : (shapeOf(code)?.rings ?? [])).map(pathOf).join("");
    PATHS.set(code, path);
  }
  return path;
}

/** Whether a place lies inside a ring: an even number of its edges lie to the right of what is outside. */
function isInside(ring: Ring, x: number, y: number): boolean {
  let inside = false;
  let [fromX, fromY] = [ring.at(-2)!, ring.at(-1)!];
  for (let k = 0; k < ring.length; k += 2) {
    const [toX, toY] = [ring[k]!, ring[k + 1]!];
    if (toY > y !== fromY > y && x < toX + ((fromX - toX) * (y - toY)) / (fromY - toY)) inside = !inside;
    [fromX, fromY] = [toX, toY];
  }
  return inside;
}

/** The state at a point of the box; undefined for sea and other land. */
export function stateAt(frame: Frame, { x, y }: Point): string | undefined {
  const [east, south] = [(x - frame.x) / frame.scale, (y - frame.y) / frame.scale];
  return europe.members.find(({ rings }) => rings.some((ring) => isInside(ring, east, south)))?.code;
}
