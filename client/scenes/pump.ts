// When a picture is drawn: at once when something is new, at every frame while something moves, at a leisurely rate while
// only the flow flows, and else never. One request for a frame is out at a time, and none while all is still.

/** How much there is to draw at a moment. */
export type Need = "nothing" | "flow" | "motion";

export interface Pumped {
  need(now: number): Need;
  draw(now: number): void;
}

/** The browser's frames; another one for tests. */
interface Frames {
  request(callback: (now: number) => void): number;
  cancel(id: number): void;
}

const BROWSER: Frames = {
  request: (callback) => requestAnimationFrame(callback),
  cancel: (id) => cancelAnimationFrame(id),
};

/** The flow takes no more than thirty frames a second; a frame may come a little early. */
const FLOW_MS = 1000 / 30 - 4;

export class Pump {
  readonly #picture: Pumped;
  readonly #frames: Frames;
  #asked: number | undefined;
  #drawn = Number.NEGATIVE_INFINITY;
  #stale = false;

  constructor(picture: Pumped, frames = BROWSER) {
    this.#picture = picture;
    this.#frames = frames;
  }

  /** Something is new: draws it with the next frame, and goes on as long as there is need. */
  wake = (): void => {
    this.#stale = true;
    this.#ask();
  };

  stop(): void {
    if (this.#asked !== undefined) this.#frames.cancel(this.#asked);
    this.#asked = undefined;
  }

  #ask(): void {
    this.#asked ??= this.#frames.request(this.#frame);
  }

  #frame = (now: number): void => {
    this.#asked = undefined;
    const need = this.#picture.need(now);
    if (this.#stale || need === "motion" || (need === "flow" && now - this.#drawn >= FLOW_MS)) {
      this.#stale = false;
      this.#drawn = now;
      this.#picture.draw(now);
    }
    if (this.#picture.need(now) !== "nothing") this.#ask();
  };
}
