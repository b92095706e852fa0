// The look ahead behind a page: what the worker finds is told, and a worker that breaks is not taken for "no change".

import { afterEach, expect, test, vi } from "vitest";
import { Ahead } from "../../client/ahead.ts";
import type { Question, Reply } from "../../client/ahead.worker.ts";
import type { Command } from "../../shared/moves/table.ts";
import type { View } from "../../shared/view.ts";
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

test("an answer holds until the seat knows something else, be it within the week; talk and news leave it", async () => {
  let asked = 0;
  stubWorker(() => {
    asked += 1;
    return [];
  });
  const ahead = new Ahead(rules);
  const { pub, own } = seen;
  const after = async (view: View) => (await ahead.ask(view, command), [asked, ahead.edition(view)]);
  const [, first] = await after(seen);
  expect(await after({ ...seen, own: { ...own } })).toEqual([1, first]);
  expect(await after({ ...seen, own: { ...own, lines: [], news: [] } })).toEqual([1, first]);
  const poorer = { ...seen, own: { ...own, points: own.points - 1 } };
  expect(await after(poorer)).toEqual([2, first! + 1]);
  expect(await after(poorer)).toEqual([2, first! + 1]);
  expect(await after({ ...seen, pub: { ...pub, legitimacy: pub.legitimacy - 1 } })).toEqual([3, first! + 2]);
});

test("figures on show that wait for their turn are dropped for newer ones; advice is still given", async () => {
  stubWorker(() => []);
  const ahead = new Ahead(rules);
  const [current, waiting, advice] = [
    ahead.ask(seen, command),
    ahead.ask(seen, { ...command, ballot: "against" }),
    ahead.advise(seen),
  ];
  const newer = ahead.ask({ ...seen, own: { ...seen.own, points: 1 } }, command);
  expect(await Promise.all([current, waiting, advice, newer])).toEqual([[], undefined, [], []]);
});
