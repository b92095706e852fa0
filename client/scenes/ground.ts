// What lies still under the flow, painted into one picture: sea, land, the tinted states, the shadows of the arcs, the
// arcs out, leaders of tags. It is painted anew only when `groundKey` changes.

import type { Layout } from "../layout.ts";
import { dotsOf, pathOf } from "./arcs.ts";
import { ribbonPath } from "./dashes.ts";
import { outlineOf } from "./frame.ts";
import { LOOKS, type Tile } from "./lens.ts";
import type { Palette } from "./palette.ts";

export interface Paint {
  palette: Palette;
  tiles: Record<Tile, HTMLCanvasElement>;
  dpr: number;
}

const OUTLINES = new Map<string, Path2D>();

function outline(code: string): Path2D {
  const known = OUTLINES.get(code) ?? new Path2D(outlineOf(code));
  OUTLINES.set(code, known);
  return known;
}

/** Two layouts with the same key have the same ground. Widths count by the tenth of a px. */
export const groundKey = ({ box, frame, states, arcsIn, arcsOut, gate, tags }: Layout): string =>
  JSON.stringify([
    ...[box, frame, gate?.x, states.map(({ fill }) => fill)],
    arcsIn.map(({ band, bandWidth }) => [pathOf(band), bandWidth.toFixed(1)]),
    arcsOut.map(({ curve, width, dotted }) => [pathOf(curve), width.toFixed(1), dotted]),
    tags.map(({ leader }) => leader),
  ]);

/** Fills and patterns of the states alone: when they change, the old picture fades into the new one. */
export const fillKey = ({ states, lens }: Layout): string => `${lens} ${states.map(({ fill }) => fill)}`;

/** Paints the ground over the whole of a canvas. */
export function paintGround(ctx: CanvasRenderingContext2D, layout: Layout, paint: Paint): void {
  const { dpr, palette } = paint;
  const { x, y, scale } = layout.frame;
  ctx.setTransform(dpr, 0, 0, dpr, 0, 0);
  ctx.fillStyle = palette.sea;
  ctx.fillRect(0, 0, layout.box.width, layout.box.height);
  ctx.setTransform(dpr * scale, 0, 0, dpr * scale, dpr * x, dpr * y);
  paintLands(ctx, layout, paint);
  ctx.setTransform(dpr, 0, 0, dpr, 0, 0);
  if (layout.gate) paintDeep(ctx, layout, layout.gate.x, palette);
  paintArcs(ctx, layout, palette);
  paintLeaders(ctx, layout, palette);
}

function paintLands(ctx: CanvasRenderingContext2D, { states, frame }: Layout, paint: Paint): void {
  const { palette, tiles, dpr } = paint;
  ctx.fillStyle = palette["land-out"];
  ctx.fill(outline(""));
  ctx.strokeStyle = palette.sea;
  ctx.lineWidth = 1.1 / frame.scale;
  ctx.lineJoin = "round";
  for (const { code, fill } of states) {
    const { ground, tile } = LOOKS[fill];
    ctx.fillStyle = palette[ground];
    ctx.fill(outline(code));
    if (tile) {
      const pattern = ctx.createPattern(tiles[tile], "repeat")!;
      pattern.setTransform(new DOMMatrix().scale(1 / (dpr * frame.scale)));
      ctx.fillStyle = pattern;
      ctx.fill(outline(code));
    }
    ctx.stroke(outline(code));
  }
}

/** The sea grows deep towards the gate, and behind it the land of licences begins. */
function paintDeep(ctx: CanvasRenderingContext2D, { box }: Layout, gate: number, palette: Palette): void {
  const deep = ctx.createLinearGradient(gate - 150, 0, gate, 0);
  deep.addColorStop(0, `${palette.sea}00`);
  deep.addColorStop(0.78, palette.sea);
  ctx.fillStyle = deep;
  ctx.fillRect(gate - 150, 0, 150, box.height);
  ctx.fillStyle = palette.sea;
  ctx.fillRect(gate, 0, box.width - gate, box.height);
  const behind = ctx.createLinearGradient(gate, 0, box.width, 0);
  behind.addColorStop(0, `${palette["cn-deep"]}9e`);
  behind.addColorStop(1, `${palette["cn-deep"]}1f`);
  ctx.fillStyle = behind;
  ctx.fillRect(gate, 0, box.width - gate, box.height);
}

function paintArcs(ctx: CanvasRenderingContext2D, { arcsIn, arcsOut }: Layout, palette: Palette): void {
  ctx.fillStyle = palette.cn;
  ctx.globalAlpha = 0.13;
  for (const { band, bandWidth } of arcsIn) ctx.fill(new Path2D(ribbonPath(band, bandWidth)));
  ctx.strokeStyle = palette.eu;
  ctx.globalAlpha = 0.78;
  for (const { curve, width, dotted } of arcsOut) {
    const dots = dotsOf(width);
    ctx.lineWidth = dotted ? dots.width : width;
    ctx.lineCap = dotted ? "round" : "butt";
    ctx.setLineDash(dotted ? [0, dots.apart] : []);
    ctx.stroke(new Path2D(pathOf(curve)));
  }
  ctx.globalAlpha = 1;
  ctx.lineCap = "butt";
  ctx.setLineDash([]);
}

function paintLeaders(ctx: CanvasRenderingContext2D, { tags }: Layout, palette: Palette): void {
  for (const { leader } of tags) {
    if (!leader) continue;
    ctx.strokeStyle = palette["text-2"];
    ctx.lineWidth = 1;
    ctx.beginPath();
    ctx.moveTo(leader.from.x, leader.from.y);
    ctx.lineTo(leader.to.x, leader.to.y);
    ctx.stroke();
    ctx.fillStyle = palette.text;
    ctx.beginPath();
    ctx.arc(leader.to.x, leader.to.y, 2.5, 0, 2 * Math.PI);
    ctx.fill();
  }
}
