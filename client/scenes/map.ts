// The picture of the map in Phaser: a still ground, and over it what moves. It draws when it is told to and never by
// itself.

import Phaser from "phaser";
import type { Layout } from "../layout.ts";
import { dashes, type Track, trackOf } from "./dashes.ts";
import { bracketsOf, type Queue, wallOf } from "./gate.ts";
import { fillKey, groundKey, type Paint, paintGround } from "./ground.ts";
import { LOOKS } from "./lens.ts";
import {
  easeBoth,
  linear,
  Move,
  type Narrowing,
  narrowingOf,
  queueOf,
  type Stores,
  storesOf,
} from "./motion.ts";
import { hex, inkOn, type Palette, paletteOf } from "./palette.ts";
import type { Need, Pumped } from "./pump.ts";
import { tilesOf } from "./tiles.ts";

/** Durations in ms, and px a second of a flow that nothing holds up. */
const MS = { fade: 160, jaws: 900, drain: 3000, diamond: 40 };
const FLOW = 24;

export class MapScene extends Phaser.Scene implements Pumped {
  #paint: Paint | undefined;
  #layout: Layout | undefined;
  #grounds: Phaser.GameObjects.Image[] = [];
  #groundKey = "";
  #fade = new Move(1, linear);
  #narrowing = new Move<Narrowing>({ alpha: 1, slots: [], cores: [] }, easeBoth);
  #stores = new Move<Stores>([], linear);
  #waiting = new Move(0, linear);
  #walls: Phaser.GameObjects.TileSprite[] = [];
  #cores!: Phaser.GameObjects.Graphics;
  #marks!: Phaser.GameObjects.Graphics;
  #tracks = new Map<string, Track>();
  #phase = 0;
  #last = 0;
  #running = false;

  readonly #ready: () => void;

  /** `ready` is called once it can be dressed and shown. */
  constructor(ready: () => void) {
    super("map");
    this.#ready = ready;
  }

  create(): void {
    this.cameras.main.setOrigin(0, 0);
    this.#cores = this.add.graphics().setDepth(1);
    this.#marks = this.add.graphics().setDepth(3);
    this.#ready();
  }

  /** Takes the colours in force on an element, and the density of pixels, for all that is drawn from now on. */
  dress(element: Element, dpr: number): void {
    const palette = paletteOf(element);
    const tiles = tilesOf(palette, dpr);
    this.#paint = { palette, tiles, dpr };
    this.cameras.main.setZoom(dpr);
    for (const wall of this.#walls.splice(0)) wall.destroy();
    if (this.textures.exists("wall")) this.textures.remove("wall");
    this.textures.addCanvas("wall", tiles.cn);
    for (const ground of this.#grounds.splice(0)) ground.destroy();
    for (const key of ["ground-0", "ground-1"]) if (this.textures.exists(key)) this.textures.remove(key);
    this.#groundKey = "";
    this.#layout = undefined;
  }

  /** Sets out for a new layout. `still`: jump there. `running`: the flow flows. */
  show(layout: Layout, now: number, running: boolean, still: boolean): void {
    const before = this.#layout;
    const resized = before?.box.width !== layout.box.width || before.box.height !== layout.box.height;
    const jump = still || resized || before.lens !== layout.lens;
    this.#layout = layout;
    this.#running = running && !still;
    this.#showGround(layout, now, still || resized || fillKey(before) === fillKey(layout));
    this.#narrowing.go(narrowingOf(layout), now, jump ? 0 : MS.jaws);
    this.#stores.go(storesOf(layout), now, jump || !running ? 0 : MS.drain);
    const count = queueOf(layout)?.count ?? 0;
    const from = this.#waiting.at(now);
    this.#waiting.go(count, now, jump ? 0 : Math.abs(count - from) * MS.diamond);
  }

  #showGround(layout: Layout, now: number, atOnce: boolean): void {
    const key = groundKey(layout);
    if (key === this.#groundKey) return;
    this.#groundKey = key;
    if (this.#grounds.length === 0) this.#grounds = [0, 1].map((k) => this.#newGround(layout, k));
    this.#grounds.reverse();
    const [back, front] = this.#grounds as [Phaser.GameObjects.Image, Phaser.GameObjects.Image];
    const texture = front.texture as Phaser.Textures.CanvasTexture;
    paintGround(texture.context, layout, this.#paint!);
    texture.refresh();
    this.children.moveBelow(back as never, front as never);
    front.setVisible(true);
    this.#fade = new Move(0, linear);
    this.#fade.go(1, now, atOnce ? 0 : MS.fade);
  }

  #newGround({ box }: Layout, k: number): Phaser.GameObjects.Image {
    const { dpr } = this.#paint!;
    const key = `ground-${k}`;
    this.textures.createCanvas(key, Math.round(box.width * dpr), Math.round(box.height * dpr));
    return this.add
      .image(0, 0, key)
      .setOrigin(0, 0)
      .setScale(1 / dpr);
  }

  /** Whether anything has changed since the last drawing, or is changing now. */
  need(now: number): Need {
    const moves = [this.#fade, this.#narrowing, this.#waiting];
    if (moves.some((move) => move.isMoving(now) || move.isMoving(this.#last))) return "motion";
    if (this.#stores.isMoving(now) || this.#stores.isMoving(this.#last)) return "flow";
    return this.#running && this.#layout?.arcsIn.some(({ coreWidth }) => coreWidth > 0) ? "flow" : "nothing";
  }

  /** Brings everything to where it is at a moment. */
  draw(now: number): void {
    const layout = this.#layout;
    if (!layout || !this.#paint) return;
    const passed = Math.min(100, now - this.#last);
    this.#last = now;
    if (this.#running) this.#phase += (passed / 1000) * FLOW * layout.passing;
    const narrowing = this.#narrowing.at(now);
    this.#grounds[1]?.setAlpha(this.#fade.at(now));
    this.#grounds[0]?.setVisible(this.#fade.isMoving(now));
    this.#drawCores(narrowing);
    this.#drawWall(layout, narrowing);
    this.#marks.clear();
    this.#drawSlots(layout, narrowing, this.#paint.palette);
    this.#drawQueue(queueOf(layout), Math.round(this.#waiting.at(now)));
    this.#drawStacks(layout, this.#stores.at(now), this.#paint.palette);
  }

  #drawCores({ cores, alpha }: Narrowing): void {
    const g = this.#cores.clear().fillStyle(hex(this.#paint!.palette.cn), alpha);
    for (const { key, curve, width } of cores) {
      if (width <= 0) continue;
      dashes(this.#track(key, curve), width, this.#phase, (x0, y0, x1, y1, x2, y2, x3, y3) => {
        g.fillTriangle(x0, y0, x1, y1, x2, y2);
        g.fillTriangle(x1, y1, x3, y3, x2, y2);
      });
    }
  }

  /** The track of a curve, kept while the curve stays. */
  #track(key: string, curve: Narrowing["cores"][number]["curve"]): Track {
    const known = this.#tracks.get(key);
    if (known?.curve.every((x, k) => x === curve[k])) return known;
    const track = trackOf(curve);
    this.#tracks.set(key, track);
    return track;
  }

  #drawWall({ gate, box }: Layout, { slots }: Narrowing): void {
    const pieces = gate ? wallOf(slots, box.height) : [];
    const { dpr } = this.#paint!;
    while (this.#walls.length < pieces.length)
      this.#walls.push(
        this.add
          .tileSprite(0, 0, 1, 1, "wall")
          .setOrigin(0, 0)
          .setDepth(2)
          .setTileScale(1 / dpr),
      );
    this.#walls.forEach((wall, k) => {
      const piece = pieces[k];
      wall.setVisible(piece !== undefined);
      if (!piece || !gate) return;
      // The pattern stays where it is while the jaws cut into it.
      wall.setPosition(gate.x, piece.top).setSize(gate.width, Math.max(0, piece.bottom - piece.top));
      wall.setTilePosition(0, piece.top * dpr);
    });
  }

  #drawSlots({ gate }: Layout, { slots }: Narrowing, palette: Palette): void {
    if (!gate) return;
    const { x, width } = gate;
    for (const slot of slots) {
      const { kind, top, bottom } = slot;
      this.#marks.fillStyle(hex(palette[kind === "customs" ? "eu-deep" : "sea"]));
      this.#marks.fillRect(x, top, width, bottom - top);
      this.#marks.fillStyle(hex(palette.ice));
      for (const y of [top, bottom]) this.#marks.fillRect(x - 3, y - 1, width + 6, 2);
      this.#marks.fillStyle(hex(palette["text-3"]));
      for (const r of bracketsOf(x, slot)) this.#marks.fillRect(r.x, r.y, r.width, r.height);
    }
  }

  #drawQueue(queue: Queue | undefined, count: number): void {
    if (!queue) return;
    const { x, y, pitch, row } = queue;
    const r = 0.37 * pitch;
    this.#marks.fillStyle(hex(this.#paint!.palette.cn));
    for (let k = 0; k < count; k++) {
      const [cx, cy] = [x + (k % row) * pitch + r, y + Math.floor(k / row) * pitch + r];
      this.#marks.fillTriangle(cx - r, cy, cx, cy - r, cx + r, cy);
      this.#marks.fillTriangle(cx - r, cy, cx, cy + r, cx + r, cy);
    }
  }

  #drawStacks({ tags }: Layout, stores: Stores, palette: Palette): void {
    for (const { key, stack, on } of tags) {
      if (!stack) continue;
      const { x, y, width, height, step, blocks } = stack;
      const full = stores.find((store) => store.key === key)?.full ?? 0;
      const ink = hex(inkOn(palette, on === "sea" ? on : LOOKS[on].ground));
      for (let k = 0; k < blocks; k++) {
        const top = y - k * step - height;
        const part = Math.min(1, Math.max(0, full - k));
        this.#marks.fillStyle(ink, 0.22).fillRect(x, top, width, height);
        if (part > 0) this.#marks.fillStyle(ink).fillRect(x, top, width * part, height);
      }
    }
  }
}
