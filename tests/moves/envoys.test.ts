// B3 and M3: Beijing's offers and what capitals make of them.

import { describe, expect, test } from "vitest";
import { silent } from "../../shared/explain.ts";
import type { State } from "../../shared/state.ts";
import { view } from "../../shared/view.ts";
import { openVote } from "../../shared/world/council.ts";
import { file, m, member, order, pass, play, position, type Row, rules } from "../helpers/order.ts";
import { tiny } from "../helpers/scenario.ts";

const envoy = (to: string, gift = "plant", ask = "silence", vote?: string) => ({
  kind: "send-envoy",
  to,
  gift,
  ask,
  ...(vote === undefined ? {} : { vote }),
});

/** Opens a vote on the battery case; its id. */
function vote(state: State): string {
  return openVote(rules, state, file(state, "accelerator-act"), "for", silent).id;
}

const sending: Row[] = [
  {
    name: "one point, and only the two seats know",
    seat: "beijing",
    order: envoy("HU"),
    does(after, before) {
      expect(after.beijing.points).toBe(before.beijing.points - 1);
      expect(after.offers.at(-1)).toMatchObject({
        to: "HU",
        gift: "plant",
        ask: "silence",
        vote: "",
        state: "open",
      });
      expect(view(rules, after, "HU").own.offers).toHaveLength(1);
      for (const seat of ["commission", "SK", "observer"] as const) {
        expect(view(rules, after, seat).own.offers).toEqual([]);
        expect(view(rules, after, seat).own.news.filter((n) => n.code === "envoy-sent")).toEqual([]);
        expect(view(rules, after, seat).pub.news.filter((n) => n.code === "envoy-sent")).toEqual([]);
      }
    },
  },
  {
    name: "a large capital costs two points",
    seat: "beijing",
    order: envoy("DE", "order"),
    does: (after, before) => expect(after.beijing.points).toBe(before.beijing.points - 2),
  },
  {
    name: "a vote can be asked for while it is open",
    seat: "beijing",
    order: (state) => envoy("ES", "exemption", "abstain", vote(state)),
    does: (after) => expect(after.offers.at(-1)!.vote).toBe(after.votes.at(-1)!.id),
  },
  {
    name: "no such vote",
    seat: "beijing",
    order: envoy("ES", "exemption", "vote", "v0"),
    refused: "no-such-thing",
  },
  {
    name: "one offer at a time",
    seat: "beijing",
    given: (state) => {
      order(state, "beijing", envoy("HU"));
    },
    order: envoy("HU", "order"),
    refused: { code: "limit-reached", what: "offer" },
  },
  {
    name: "one envoy in four weeks to a capital",
    seat: "beijing",
    given: (state) => {
      order(state, "beijing", envoy("HU"));
      state.offers[0]!.state = "refused";
      state.tick = 3;
    },
    order: envoy("HU", "order"),
    refused: { code: "cooling-down", until: 4 },
  },
  {
    name: "another capital meanwhile",
    seat: "beijing",
    given: (state) => {
      order(state, "beijing", envoy("HU"));
    },
    order: envoy("SK"),
    does: (after) => expect(after.offers).toHaveLength(2),
  },
  { name: "Brussels sends none", seat: "commission", order: envoy("HU"), refused: "not-your-seat" },
];

describe("send-envoy", () => {
  test.each(sending)("$name", play);
});

/** The offer that lies on a capital's table. */
function offered(state: State, to = "HU", gift = "plant", ask = "silence", about?: string): string {
  order(state, "beijing", envoy(to, gift, ask, about));
  return state.offers.at(-1)!.id;
}
const answer = (state: State, what: string, id = state.offers.at(-1)!.id) => ({
  kind: "answer-envoy",
  offer: id,
  answer: what,
});
const given = (state: State) => {
  offered(state);
};

const answering: Row[] = [
  {
    name: "taken: a deal of half a year that weighs on the common line",
    seat: "HU",
    given,
    order: (state) => answer(state, "take"),
    does(after, before) {
      expect(after.offers[0]).toMatchObject({ state: "taken", ends: rules.model.beijing.dealWeeks });
      expect(after.dealWeight).toBeGreaterThan(before.dealWeight);
      expect(member(after, "HU").plants).toBeCloseTo(
        member(before, "HU").plants + rules.model.beijing.plantWorth,
      );
    },
  },
  {
    name: "stalled: four more weeks, once",
    seat: "HU",
    given: (state) => {
      given(state);
      state.tick = 3;
    },
    order: (state) => answer(state, "stall"),
    does: (after, before) => {
      expect(after.offers[0]!.state).toBe("stalled");
      expect(after.offers[0]!.until).toBe(before.offers[0]!.until + 3);
    },
  },
  {
    name: "not stalled twice",
    seat: "HU",
    given: (state) => {
      given(state);
      order(state, "HU", answer(state, "stall"));
    },
    order: (state) => answer(state, "stall"),
    refused: "already-so",
  },
  {
    name: "refused",
    seat: "HU",
    given,
    order: (state) => answer(state, "refuse"),
    does: (after) => expect(after.offers[0]!.state).toBe("refused"),
  },
  {
    name: "published: everybody reads it, and it costs Beijing face",
    seat: "HU",
    given,
    order: (state) => answer(state, "publish"),
    does(after, before) {
      expect(after.offers[0]!.state).toBe("published");
      expect(after.beijing.face).toBeLessThan(before.beijing.face);
      expect(view(rules, after, "observer").pub.news.some((n) => n.code === "offer-published")).toBe(true);
    },
  },
  {
    name: "answered once",
    seat: "HU",
    given: (state) => {
      given(state);
      order(state, "HU", answer(state, "refuse"));
    },
    order: (state) => answer(state, "take"),
    refused: { code: "already-answered", what: "refused" },
  },
  {
    name: "not when its time is over",
    seat: "HU",
    given: (state) => {
      given(state);
      state.tick = rules.model.beijing.offerWeeks + 1;
    },
    order: (state) => answer(state, "take"),
    refused: "too-late",
  },
  {
    name: "not somebody else's offer: it does not even exist",
    seat: "SK",
    given,
    order: (state) => answer(state, "take"),
    refused: { code: "no-such-thing", what: "offer" },
  },
  {
    name: "not when the vote it was about is over",
    seat: "HU",
    given: (state) => {
      offered(state, "HU", "plant", "vote", vote(state));
      state.votes.at(-1)!.outcome = "failed";
    },
    order: (state) => answer(state, "take"),
    refused: { code: "too-late", what: "vote" },
  },
];

test("no envoy to a state that the scenario leaves out", () => {
  const state = position(1, tiny.rules);
  expect(order(state, "beijing", envoy("HU"), tiny.rules)).toEqual({ code: "no-such-thing", what: "member" });
});

describe("answer-envoy", () => {
  test.each(answering)("$name", play);

  test("a vote is sold once in its window", () => {
    const state = position();
    const id = vote(state);
    offered(state, "HU", "plant", "abstain", id);
    expect(order(state, "HU", answer(state, "take"))).toBeNull();
    state.offers.push({ ...state.offers[0]!, id: "second", state: "open", made: state.tick });
    expect(order(state, "HU", answer(state, "take", "second"))).toMatchObject({
      code: "limit-reached",
      what: "vote",
    });
    expect(order(state, "HU", answer(state, "refuse", "second"))).toBeNull();
    state.tick += 6;
    expect(order(state, "beijing", envoy("HU", "order", "vote", id))).toMatchObject({
      code: "limit-reached",
      what: "vote",
    });
  });

  test("a sold abstention turns the leaning, and shows only in the seller's own View", () => {
    const state = position();
    const id = vote(state);
    const before = view(rules, state, "ES").own.leanings[id]!;
    offered(state, "ES", "order", "abstain", id);
    order(state, "ES", answer(state, "take"));
    expect(view(rules, state, "ES").own.leanings[id]).toBeLessThan(before);
    expect(state.votes.at(-1)!.offered[m("ES")]).toBeLessThan(0);
  });

  test("an offer nobody answers lapses", () => {
    const state = position();
    const id = offered(state);
    pass(state, rules.model.beijing.offerWeeks + 2);
    expect(state.offers.find((o) => o.id === id)?.state ?? "lapsed").toBe("lapsed");
    expect(order(state, "HU", answer(state, "take", id))).not.toBeNull();
  });
});
