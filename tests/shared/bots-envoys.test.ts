// When a capital goes its own way: what an envoy's offer is worth to it, and when a mission to Beijing is worth a point.

import { describe, expect, test } from "vitest";
import { offerWorth } from "../../shared/bots/envoys.ts";
import { botNamed } from "../../shared/bots/table.ts";
import { silent } from "../../shared/explain.ts";
import { QUARTER } from "../../shared/indicators.ts";
import { newStream } from "../../shared/random.ts";
import type { MemberCode } from "../../shared/seat.ts";
import type { Offer, State } from "../../shared/state.ts";
import { view } from "../../shared/view.ts";
import { openVote } from "../../shared/world/council.ts";
import { makeOffer } from "../../shared/world/deals.ts";
import { file, m, member, order, position, rules } from "../helpers/order.ts";

describe("what an envoy's offer is worth, in points of the score", () => {
  const worth = (
    code: MemberCode,
    plan: Partial<Pick<Offer, "gift" | "ask" | "vote">>,
    given: (state: State) => void = () => {},
  ): number => {
    const state = position();
    given(state);
    const vote = plan.ask === undefined || plan.ask === "silence" ? "" : state.votes[0]!.id;
    const offer = makeOffer(rules, state, { to: code, gift: "order", ask: "silence", vote, ...plan });
    return offerWorth(rules, view(rules, state, code), m(code), offer);
  };
  const leaning = (to: number) => (state: State) =>
    openVote(rules, state, file(state, "accelerator-act"), "for", silent).leaning.fill(to);

  test("orders are worth the weeks that are left of them", () => {
    const late = (weeks: number) => (state: State) => {
      state.tick = 104 - weeks;
    };
    expect(worth("DE", {}, late(26))).toBeCloseTo(worth("DE", {}), 9);
    expect(worth("DE", {}, late(8))).toBeLessThan(worth("DE", {}, late(16)));
    expect(worth("DE", {}, late(8))).toBeLessThan(0);
  });

  test("a lane that nobody needs and an exemption from nothing are worth less than what they cost", () => {
    expect(worth("DE", { gift: "fast-lane" })).toBeLessThan(0);
    expect(worth("DE", { gift: "exemption" })).toBeLessThan(0);
    const squeezed = (state: State) => {
      state.inputs[0]!.squeezedSince = 0;
    };
    expect(worth("DE", { gift: "fast-lane" }, squeezed)).toBeGreaterThan(worth("DE", { gift: "fast-lane" }));
  });

  test("a ballot costs by how far it lies from its own, and a word that it breaks what a broken word costs", () => {
    const { yes } = rules.model.politics;
    const near = worth("DE", { ask: "abstain" }, leaning(yes + 0.01));
    const far = worth("DE", { ask: "abstain" }, leaning(yes + 0.21));
    expect(near - far).toBeCloseTo(0.2 * rules.model.contracts.ballotBend, 6);
    const bound = worth("DE", { ask: "abstain" }, (state) => {
      leaning(yes + 0.01)(state);
      for (const code of ["DE", "FR", "ES", "PL"] as const)
        expect(
          order(state, code, { kind: "join-statement", about: "accelerator-act", line: "for" }),
        ).toBeNull();
      state.votes[0]!.leaning.fill(yes + 0.01);
    });
    expect(near - bound).toBeCloseTo(rules.model.score.broken, 6);
  });

  test("a plant is worth more to a capital whose own goal it is", () => {
    const own = { ...rules, members: rules.members.map((member) => ({ ...member, goals: [] })) };
    const plant = (world: typeof rules): number => {
      const state = position();
      const offer = makeOffer(world, state, { to: "HU", gift: "plant", ask: "silence", vote: "" });
      return offerWorth(world, view(world, state, "HU"), m("HU"), offer);
    };
    expect(plant(rules) - plant(own)).toBeGreaterThan(3);
  });

  test("those who live of Chinese plants mind it least, hawks most; pain at home makes it tempting", () => {
    expect(worth("HU", {})).toBeGreaterThan(worth("DE", {}));
    expect(worth("DE", {})).toBeGreaterThan(worth("LT", {}));
    const hurt = (state: State) => {
      member(state, "DE").pain = 0.2;
    };
    expect(worth("DE", {}, hurt)).toBeGreaterThan(worth("DE", {}));
  });
});

describe("a mission to Beijing", () => {
  const goes = (id: string, given: (state: State) => void = () => {}): boolean => {
    const state = position();
    // The week in which Spain looks at such things.
    state.tick = 40 - (m("ES") % 4);
    given(state);
    return botNamed("ES", id)
      .decide(rules, view(rules, state, "ES"), newStream(1, "mission"))
      .some(({ command }) => command.kind === "send-mission");
  };
  const after = (weeks: number) => (state: State) => {
    const { tick } = state;
    state.tick = tick - weeks;
    expect(order(state, "FR", { kind: "send-mission" })).toBeNull();
    state.tick = tick;
  };

  test("is sent by those who live of sales when nobody has been there in the quarter and enough weeks are left", () => {
    expect(goes("export-first")).toBe(true);
    expect(goes("own-exposure")).toBe(false);
    expect(goes("export-first", after(QUARTER - 1))).toBe(false);
    expect(goes("export-first", after(QUARTER))).toBe(true);
    const late = (state: State) => {
      state.tick += 52;
    };
    expect(goes("export-first", late)).toBe(false);
  });

  test("and by a capital that bears no more, even as the second of a quarter", () => {
    const hurt = (state: State) => {
      member(state, "ES").pain = rules.members[m("ES")]!.tolerance;
    };
    expect(goes("own-exposure", hurt)).toBe(true);
    expect(
      goes("own-exposure", (state) => {
        after(4)(state);
        hurt(state);
      }),
    ).toBe(true);
  });
});
