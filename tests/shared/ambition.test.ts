// Capitals go after their own secret goals, and help others while that is remembered.

import { describe, expect, test } from "vitest";
import { help, pursue } from "../../shared/bots/ambition.ts";
import type { Goal } from "../../shared/scenario/goal.ts";
import type { Rules } from "../../shared/scenario.ts";
import type { MemberCode } from "../../shared/seat.ts";
import type { State } from "../../shared/state.ts";
import { view } from "../../shared/view.ts";
import { goalsWeek } from "../../shared/world/goals.ts";
import { m, order, position, rules } from "../helpers/order.ts";

/** The same world with one goal for a capital. */
const wanting = (code: MemberCode, goal: object): Rules => ({
  ...rules,
  members: rules.members.map((member) =>
    member.code === code ? { ...member, goals: [{ text: "x", ...goal } as Goal] } : member,
  ),
});

const pursued = (code: MemberCode, goal: object, state: State) => {
  const world = wanting(code, goal);
  goalsWeek(world, state);
  return pursue(world, view(world, state, code), m(code)).map(({ command }) => command);
};

const squeezed = (): State => {
  const state = position();
  order(state, "beijing", { kind: "set-licence-mode", input: "magnets", mode: "go-slow" });
  return state;
};

describe("a goal", () => {
  test.each([
    ["shared", { times: 1 }, "share-stock"],
    ["soft-texts", { times: 1 }, "write-report"],
    ["stores", { input: "magnets", weeks: 90 }, "mandate-stocks"],
  ])("%s is gone after by an order", (kind, more, wanted) =>
    expect(pursued("SI", { kind, ...more }, squeezed())).toMatchObject([{ kind: wanted }]),
  );

  test("that is reached is left alone", () => {
    const state = squeezed();
    state.tally.deeds[m("SI")]!.shared = 1;
    expect(pursued("SI", { kind: "shared", times: 1 }, state)).toEqual([]);
  });

  test("that no order of its own brings nearer is left to others", () =>
    expect(pursued("SI", { kind: "fund" }, squeezed())).toEqual([]));

  test("sharing waits for a squeeze", () =>
    expect(pursued("SI", { kind: "shared", times: 1 }, position())).toEqual([]));

  test.each([
    ["plant", [{ kind: "answer-envoy", answer: "take" }]],
    ["order", []],
  ])("of plants from China takes an offer of a plant and no other: %s", (gift, wanted) => {
    const state = position();
    expect(order(state, "beijing", { kind: "send-envoy", to: "HU", gift, ask: "silence" })).toBeNull();
    expect(pursued("HU", { kind: "chinese-plants", billion: 2 }, state)).toMatchObject(wanted);
  });
});

describe("help", () => {
  const helped = (state: State) =>
    help(rules, view(rules, state, "DE"), m("DE")).map(({ command }) => command);

  test("goes to the state in most pain, once licences are held back", () => {
    const state = squeezed();
    state.inputs[0]!.stock[m("DE")] = 6;
    state.members[m("SK")]!.pain = 9;
    expect(helped(state)).toMatchObject([{ kind: "share-stock", to: "SK" }]);
  });

  test("not in calm, and not out of one's last weeks", () => {
    const calm = position();
    calm.inputs[0]!.stock[m("DE")] = 6;
    expect(helped(calm)).toEqual([]);
    const short = squeezed();
    short.inputs[0]!.stock[m("DE")] = 3;
    expect(helped(short)).toEqual([]);
  });
});
