// Starts Phaser for the map. Its own loop sleeps; the pump decides when there is a frame.

import Phaser from "phaser";
import type { Layout } from "../layout.ts";
import { MapScene } from "./map.ts";
import { Pump } from "./pump.ts";

export interface Engine {
  /** Shows a layout; `running` while the clock runs. */
  show(layout: Layout, running: boolean): void;
  stop(): void;
}

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

/** Starts the engine in an element that has the size of the layouts to come. */
export async function startEngine(parent: HTMLElement): Promise<Engine> {
  const { game, scene } = await newGame(parent);
  game.loop.sleep();
  let shown: { layout: Layout; running: boolean } | undefined;
  let last = performance.now();
  const pump = new Pump({
    need: (now) => scene.need(now),
    draw: (now) => {
      scene.draw(now);
      game.step(now, now - last);
      last = now;
    },
  });
  const show = (layout: Layout, running: boolean) => {
    const { width, height } = layout.box;
    if (shown?.layout.box.width !== width || shown.layout.box.height !== height) resize(game, scene, layout);
    shown = { layout, running };
    scene.show(layout, performance.now(), running, calm.matches);
    pump.wake();
  };
  const away = new AbortController();
  const { signal } = away;
  calm.addEventListener("change", () => shown && show(shown.layout, shown.running), { signal });
  // What was drawn may be lost behind a hidden page or with the graphics card.
  document.addEventListener("visibilitychange", pump.wake, { signal });
  game.canvas.addEventListener("webglcontextrestored", pump.wake, { signal });
  return {
    show,
    stop() {
      away.abort();
      pump.stop();
      game.destroy(true);
      game.step(last, 0);
    },
  };
}

/** Gives the canvas the size of a layout in px of the screen. */
function resize(game: Phaser.Game, scene: MapScene, { box }: Layout): void {
  const dpr = Math.min(MOST_DPR, devicePixelRatio);
  game.scale.resize(Math.round(box.width * dpr), Math.round(box.height * dpr));
  scene.dress(game.canvas, dpr);
}
