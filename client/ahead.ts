// What an order would probably change, asked of a worker. One question at a time; the last one asked comes next.

import type { Likely } from "../shared/forecast.ts";
import type { Command } from "../shared/moves/table.ts";
import type { Rules } from "../shared/scenario.ts";
import type { View } from "../shared/view.ts";
import type { Question, Reply } from "./ahead.worker.ts";

/** Answers kept; they hold for one week of one seat. */
const KEPT = 60;

interface Asked {
  key: string;
  view: View;
  command: Command;
  answer: (likely: Likely[] | undefined) => void;
}

export class Ahead {
  readonly #worker = new Worker(new URL("./ahead.worker.ts", import.meta.url), { type: "module" });
  readonly #answers = new Map<string, Likely[]>();
  #asked: Asked[] = [];
  #current: (Asked & { id: number }) | undefined;
  #next = 0;

  constructor(rules: Rules) {
    this.#post({ rules });
    this.#worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => this.#take(data));
    // A look ahead that fails is one that says nothing.
    this.#worker.addEventListener(
      "error",
      () => this.#current && this.#take({ id: this.#current.id, likely: [] }),
    );
  }

  /** The differences the order would make; undefined when the question was dropped for newer ones. */
  ask(view: View, command: Command): Promise<Likely[] | undefined> {
    const key = `${view.seat}/${view.pub.tick}/${JSON.stringify(command)}`;
    const known = this.#answers.get(key);
    if (known) return Promise.resolve(known);
    return new Promise((answer) => {
      this.#asked.push({ key, view, command, answer });
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
    this.#post({ id: this.#current.id, view: next.view, command: next.command });
  }

  #take({ id, likely }: Reply): void {
    if (this.#current?.id !== id) return;
    const { key, answer } = this.#current;
    this.#current = undefined;
    this.#answers.set(key, likely);
    if (this.#answers.size > KEPT) this.#answers.delete(this.#answers.keys().next().value!);
    answer(likely);
    this.#go();
  }

  #post(question: Question): void {
    this.#worker.postMessage(question);
  }
}
