// What is put aside, and when it is asked again.

import { expect, test } from "vitest";
import { newAside } from "../../server/aside.ts";
import { silent } from "../../shared/explain.ts";
import type { Seat } from "../../shared/seat.ts";
import { view } from "../../shared/view.ts";
import { openVote } from "../../shared/world/council.ts";
import { file, m, position, rules } from "../helpers/order.ts";

/** A capital that is asked for its vote in week 4, counted at the end of week 8, and for nothing else. */
function voting(options?: Parameters<typeof newAside>[1]) {
  const state = position();
  state.tick = 4;
  state.lobbies = [];
  const vote = openVote(rules, state, file(state, "accelerator-act"), "for", silent, { closes: 8 });
  const aside = newAside({ rules, state, glance: (seat: Seat) => view(rules, state, seat) }, options);
  return { state, vote, aside };
}

test("what is put aside is asked again in its last week, once", () => {
  const { state, aside } = voting();
  expect(aside.waits("DE")).toBe(true);
  aside.put("DE");
  for (const tick of [4, 6, 7]) {
    state.tick = tick;
    expect(aside.waits("DE")).toBe(false);
  }
  state.tick = 8;
  expect(aside.waits("DE")).toBe(true);
  aside.put("DE");
  expect(aside.waits("DE")).toBe(false);
});

test("the times at which an office may act are not called twice", () => {
  const { state, aside } = voting();
  aside.put("beijing");
  // The last week before its desk is asked anew.
  state.tick = 5;
  expect(aside.waits("beijing")).toBe(false);
});

test.each([
  ["alone, time waits after an answer until one goes on", true],
  ["among others it runs as soon as everything is answered", false],
])("%s", (_, lasting) => {
  const { vote, aside } = voting({ lasting });
  expect(aside.waits("DE")).toBe(true);
  vote.cast[m("DE")] = "for";
  expect(aside.waits("DE")).toBe(lasting);
  aside.put("DE");
  expect(aside.waits("DE")).toBe(false);
});
