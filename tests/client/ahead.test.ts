// The look ahead behind a page: what the worker finds is told, and a worker that breaks is not taken for "no change".

import { afterEach, expect, test, vi } from "vitest";
import { Ahead } from "../../client/ahead.ts";
import type { Question, Reply } from "../../client/ahead.worker.ts";
import type { Command } from "../../shared/moves/table.ts";
import { brussels } from "../helpers/scenario.ts";
import { squeezeView } from "../helpers/squeeze.ts";

const { rules } = brussels;

/** A worker in this thread, which answers by `reply` or breaks. */
function stubWorker(reply: () => Reply["found"]): void {
  class Stub extends EventTarget {
    postMessage(question: Question): void {
      if ("rules" in question) return;
      queueMicrotask(() => {
        try {
          const data: Reply = { id: question.id, found: reply() };
          this.dispatchEvent(new MessageEvent("message", { data }));
        } catch {
          this.dispatchEvent(new Event("error"));
        }
      });
    }
    terminate(): void {}
  }
  vi.stubGlobal("Worker", Stub);
}

afterEach(() => vi.unstubAllGlobals());

const command: Command = { kind: "cast-vote", vote: "v1", ballot: "for" };
const seen = squeezeView(rules);

test("a look ahead that breaks says so, of an order and of advice, and the next one is asked anew", async () => {
  let broken = true;
  stubWorker(() => {
    if (broken) throw new Error("broken");
    return [];
  });
  const ahead = new Ahead(rules);
  expect(await ahead.ask(seen, command)).toBe("failed");
  expect(await ahead.advise(seen)).toBe("failed");
  expect(await ahead.adviseOn(seen, [command], 1)).toBe("failed");
  broken = false;
  expect(await ahead.ask(seen, command)).toEqual([]);
  expect(await ahead.adviseOn(seen, [command], 1)).toBeUndefined();
});
