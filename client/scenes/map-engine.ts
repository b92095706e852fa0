// Starts Phaser for the map and decides when it draws. Nothing to show, nothing drawn: one request for a frame is out at
// a time, and none while all is still.

import Phaser from "phaser";
import type { Layout } from "../layout.ts";
import { MapScene } from "./map.ts";

export interface Engine {
  /** Shows a layout; `running` while the clock runs. */
  show(layout: Layout, running: boolean): void;
  stop(): void;
}

/** The flow needs no more frames than this takes, ms. */
const FLOW_MS = 1000 / 30;
/** More pixels than this cost much and show little. */
const MOST_DPR = 2;

const calm = matchMedia("(prefers-reduced-motion: reduce)");

const SETTINGS: Phaser.Types.Core.GameConfig = {
  type: Phaser.AUTO,
  width: 2,
  height: 2,
  scale: { mode: Phaser.Scale.NONE },
  audio: { noAudio: true },
  input: { keyboard: false, mouse: false, touch: false, gamepad: false },
  banner: false,
  autoFocus: false,
  disableContextMenu: false,
};

/** A game without a loop, sound or input, in an element. Rejects where there is neither WebGL nor a canvas. */
function newGame(parent: HTMLElement): Promise<{ game: Phaser.Game; scene: MapScene }> {
  return new Promise((resolve, reject) => {
    const scene = new MapScene(() => resolve({ game, scene }));
    let game: Phaser.Game;
    try {
      game = new Phaser.Game({ ...SETTINGS, parent, scene });
    } catch (error) {
      reject(error);
    }
  });
}

export async function startEngine(parent: HTMLElement): Promise<Engine> {
  const { game, scene } = await newGame(parent);
  game.loop.sleep();
  let shown: { layout: Layout; running: boolean } | undefined;
  let asked = 0;
  let drawn = Number.NEGATIVE_INFINITY;
  let stale = true;

  const draw = (now: number) => {
    scene.draw(now);
    game.step(now, now - drawn);
    drawn = now;
    stale = false;
  };
  const frame = (now: number) => {
    asked = 0;
    const need = scene.need(now);
    if (stale || need === "motion" || (need === "flow" && now - drawn > FLOW_MS - 4)) draw(now);
    if (scene.need(now) !== "nothing") ask();
  };
  const ask = () => {
    if (asked === 0) asked = requestAnimationFrame(frame);
  };
  const fill = ({ box }: Layout) => {
    const dpr = Math.min(MOST_DPR, devicePixelRatio);
    game.scale.resize(Math.round(box.width * dpr), Math.round(box.height * dpr));
    scene.dress(parent, dpr);
  };
  const redraw = () => {
    stale = true;
    ask();
  };
  const show = (layout: Layout, running: boolean) => {
    const { width, height } = layout.box;
    const same = shown?.layout.box.width === width && shown.layout.box.height === height;
    if (!same) fill(layout);
    shown = { layout, running };
    scene.show(layout, performance.now(), running, calm.matches);
    redraw();
  };
  const calmed = () => shown && show(shown.layout, shown.running);
  calm.addEventListener("change", calmed);
  document.addEventListener("visibilitychange", redraw);
  return {
    show,
    stop() {
      cancelAnimationFrame(asked);
      calm.removeEventListener("change", calmed);
      document.removeEventListener("visibilitychange", redraw);
      game.destroy(true);
      game.step(0, 0);
    },
  };
}
