// What an order would probably change, and what to do at all, asked of a worker. One question at a time; the last one
// asked comes next.

import type { Advice } from "../shared/bots/adviser.ts";
import type { Likely } from "../shared/forecast.ts";
import type { Command } from "../shared/moves/table.ts";
import type { Rules } from "../shared/scenario.ts";
import type { Seat } from "../shared/seat.ts";
import type { Draft } from "../shared/state.ts";
import type { View } from "../shared/view.ts";
import type { Question, Reply } from "./ahead.worker.ts";

/** Answers kept. */
const KEPT = 60;

/** What a look ahead follows from: all that a seat knows, but for news and what was merely said in a room. */
const known = ({ seat, pub, own }: View): string =>
  JSON.stringify([seat, { ...pub, news: [] }, { ...own, news: [], lines: [] }]);

/** What is asked: the effect of an order, or of a draft were it signed, what to begin, or which of some answers to give within so many weeks. */
export type About =
  | { kind: "likely"; command: Command }
  | { kind: "signed"; draft: Draft; parties: readonly Seat[] }
  | { kind: "advice" }
  | { kind: "answer"; options: Command[]; left: number };

/** What is answered to each; no doctrine may know an answer. */
export interface Found {
  likely: Likely[];
  signed: Likely[];
  advice: Advice[];
  answer: Advice[];
}

/** What comes of a question: what was found; "failed" where the look ahead broke; undefined when it was dropped. */
export type Looked<T> = T | "failed" | undefined;

interface Asked {
  key: string;
  view: View;
  about: About;
  answer: (found: Looked<Found[keyof Found]>) => void;
}

export class Ahead {
  readonly #worker = new Worker(new URL("./ahead.worker.ts", import.meta.url), { type: "module" });
  readonly #answers = new Map<string, Found[keyof Found]>();
  #view: View | undefined;
  #known = "";
  #edition = 0;
  #asked: Asked[] = [];
  #current: (Asked & { id: number }) | undefined;
  #next = 0;

  constructor(rules: Rules) {
    this.#post({ rules });
    this.#worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => this.#take(data));
    // A look ahead that fails has not found that nothing changes.
    this.#worker.addEventListener(
      "error",
      () => this.#current && this.#take({ id: this.#current.id, found: "failed" }),
    );
  }

  /** The differences the order would make; undefined when the question was dropped for newer ones. */
  ask(view: View, command: Command): Promise<Looked<Likely[]>> {
    return this.#put(view, { kind: "likely", command }) as Promise<Looked<Likely[]>>;
  }

  /** The differences a draft would make, were it signed as it stands. */
  askSigned(view: View, draft: Draft, parties: readonly Seat[]): Promise<Looked<Likely[]>> {
    return this.#put(view, { kind: "signed", draft, parties }) as Promise<Looked<Likely[]>>;
  }

  /** What the doctrines of the seat would begin now, the best first. */
  advise(view: View): Promise<Looked<Advice[]>> {
    return this.#put(view, { kind: "advice" }) as Promise<Looked<Advice[]>>;
  }

  /** Which of some answers to give; none when no doctrine would give one. */
  async adviseOn(view: View, options: Command[], left: number): Promise<Looked<Advice>> {
    const found = await this.#put(view, { kind: "answer", options, left });
    return found === "failed" ? found : (found as Advice[] | undefined)?.[0];
  }

  /** A number that grows with all that changes what would be found: a new week, but also an order within one. */
  edition(view: View): number {
    if (view === this.#view) return this.#edition;
    this.#view = view;
    const now = known(view);
    if (now === this.#known) return this.#edition;
    this.#known = now;
    this.#answers.clear();
    // Advice is asked for by a press of a button, which waits for it; a figure on show asks anew by itself.
    const isDated = ({ about }: Asked) => about.kind === "likely" || about.kind === "signed";
    for (const { answer } of this.#asked.filter(isDated)) answer(undefined);
    this.#asked = this.#asked.filter((asked) => !isDated(asked));
    this.#edition += 1;
    return this.#edition;
  }

  #put(view: View, about: About): Promise<Looked<Found[keyof Found]>> {
    const key = `${this.edition(view)}/${JSON.stringify(about)}`;
    const known = this.#answers.get(key);
    if (known) return Promise.resolve(known);
    return new Promise((answer) => {
      this.#asked.push({ key, view, about, answer });
      this.#go();
    });
  }

  /** Lets go of questions that nobody waits for any more. */
  forget(): void {
    for (const { answer } of this.#asked.splice(0)) answer(undefined);
  }

  close(): void {
    this.forget();
    this.#worker.terminate();
  }

  #go(): void {
    if (this.#current) return;
    const next = this.#asked.pop();
    if (!next) return;
    this.#current = { ...next, id: this.#next++ };
    this.#post({ id: this.#current.id, view: next.view, about: next.about });
  }

  #take({ id, found }: { id: number; found: Reply["found"] | "failed" }): void {
    if (this.#current?.id !== id) return;
    const { key, answer } = this.#current;
    this.#current = undefined;
    if (found !== "failed") this.#answers.set(key, found);
    if (this.#answers.size > KEPT) this.#answers.delete(this.#answers.keys().next().value!);
    answer(found);
    this.#go();
  }

  #post(question: Question): void {
    this.#worker.postMessage(question);
  }
}
