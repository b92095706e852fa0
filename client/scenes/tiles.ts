// The patterns of the house as small pictures that join on all sides, drawn once for a density of pixels.

import { TILES, type Tile } from "./lens.ts";
import type { Palette } from "./palette.ts";

/** Two periods of a pattern, so that a period of broken px still joins. */
function blank(period: number, dpr: number): [HTMLCanvasElement, CanvasRenderingContext2D, number] {
  const canvas = document.createElement("canvas");
  const side = Math.max(2, Math.round(2 * period * dpr));
  canvas.width = side;
  canvas.height = side;
  return [canvas, canvas.getContext("2d")!, side];
}

/** Slanted stripes, "/" or "\": `width` of every `period` px across. */
function hatch(
  stripe: string,
  ground: string,
  width: number,
  period: number,
  rising: boolean,
  dpr: number,
): HTMLCanvasElement {
  const [canvas, ctx, side] = blank(period * Math.SQRT2, dpr);
  ctx.fillStyle = ground;
  ctx.fillRect(0, 0, side, side);
  ctx.strokeStyle = stripe;
  ctx.lineWidth = width * dpr;
  ctx.beginPath();
  for (let x = -side; x <= 2 * side; x += side / 2) {
    ctx.moveTo(x - side, rising ? 2 * side : -side);
    ctx.lineTo(x + 2 * side, rising ? -side : 2 * side);
  }
  ctx.stroke();
  return canvas;
}

function stripes(stripe: string, ground: string, dpr: number): HTMLCanvasElement {
  const [canvas, ctx, side] = blank(5, dpr);
  ctx.fillStyle = ground;
  ctx.fillRect(0, 0, side, side);
  ctx.fillStyle = stripe;
  for (const x of [0, side / 2]) ctx.fillRect(x, 0, side / 4, side);
  return canvas;
}

function dots(colour: string, dpr: number): HTMLCanvasElement {
  const [canvas, ctx, side] = blank(6, dpr);
  ctx.fillStyle = colour;
  for (const x of [0.25, 0.75])
    for (const y of [0.25, 0.75]) {
      ctx.beginPath();
      ctx.arc(x * side, y * side, 1.1 * dpr, 0, 2 * Math.PI);
      ctx.fill();
    }
  return canvas;
}

/** All patterns in the colours in force. */
export function tilesOf(palette: Palette, dpr: number): Record<Tile, HTMLCanvasElement> {
  const make: Record<Tile, () => HTMLCanvasElement> = {
    cn: () => hatch(palette.cn, palette["cn-deep"], 2.6, 6, true, dpr),
    against: () => hatch(palette.mute, palette.sea, 2.4, 7, false, dpr),
    pledged: () => stripes(palette.ice, palette["ice-2"], dpr),
    open: () => dots(palette.mute, dpr),
  };
  return Object.fromEntries(TILES.map((tile) => [tile, make[tile]()])) as Record<Tile, HTMLCanvasElement>;
}
