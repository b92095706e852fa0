// Capitals go after their own secret goals, and help others while that is remembered.

import { describe, expect, test } from "vitest";
import { ballotFor, help, pursue, wonBy, wonByGift } from "../../shared/bots/ambition.ts";
import { interestOf } from "../../shared/bots/interest.ts";
import { seekTerm, sellVote } from "../../shared/bots/rooms.ts";
import { silent } from "../../shared/explain.ts";
import type { Goal } from "../../shared/scenario/goal.ts";
import type { Rules } from "../../shared/scenario.ts";
import type { MemberCode, Seat } from "../../shared/seat.ts";
import type { Draft, State, Term } from "../../shared/state.ts";
import { isSqueezed, view } from "../../shared/view.ts";
import { openVote } from "../../shared/world/council.ts";
import { exposeHold, holdGoods } from "../../shared/world/customs.ts";
import { goalsWeek } from "../../shared/world/goals.ts";
import { file, m, order, pass, position, rules } from "../helpers/order.ts";

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
    ["lines", { share: 0.5 }, "mandate-stocks"],
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

  test("sharing waits for a squeeze of what is shared", () => {
    const other = position();
    order(other, "beijing", { kind: "set-licence-mode", input: "graphite", mode: "go-slow" });
    expect(isSqueezed(view(rules, other, "SI"))).toBe(true);
    for (const state of [position(), other])
      expect(pursued("SI", { kind: "shared", times: 1 }, state)).toEqual([]);
  });

  test("of sales is gone after by a mission, as long as one still brings something", () => {
    const goal = { kind: "sales", sectors: [], share: 1.2 };
    expect(pursued("SI", goal, position())).toEqual([{ kind: "send-mission" }]);
    const late = position();
    late.tick = late.weeks - 4;
    expect(pursued("SI", goal, late)).toEqual([]);
    const reached = position();
    reached.tally.trend = 1;
    for (const [s] of rules.sectors.entries())
      reached.tally.sold[s * rules.M + m("SI")] = 1.2 * rules.members[m("SI")]!.exports[s]!;
    expect(pursued("SI", goal, reached)).toEqual([]);
  });

  test("of solidarity is gone after by a word for those whose goods are held up, before stocks are sent", () => {
    const state = squeezed();
    const goal = { kind: "solidarity", times: 2 };
    expect(pursued("SI", goal, state)).toMatchObject([{ kind: "share-stock" }]);
    holdGoods(rules, state, m("SK"), 0, silent);
    exposeHold(rules, state, state.beijing.bans[0]!, silent);
    pass(state, 2);
    expect(pursued("SI", goal, state)).toMatchObject([{ kind: "join-statement", about: "SK" }]);
    // A word for one's own goods is no solidarity.
    expect(pursued("SK", goal, state)).toMatchObject([{ kind: "share-stock" }]);
  });
});

describe("an envoy's gift", () => {
  const won = (goal: object, gift: "plant" | "order", given: (state: State) => void = () => {}) => {
    const world = wanting("HU", goal);
    const state = position();
    given(state);
    goalsWeek(world, state);
    return wonByGift(world, view(world, state, "HU"), m("HU"), { gift });
  };
  const deeds = (more: object) => (state: State) => Object.assign(state.tally.deeds[m("HU")]!, more);
  const { goalFirst } = rules.model.score;
  const { plantWorth, exposure } = rules.model.beijing;

  test("brings the part of a goal that a plant is, and none once that is reached", () => {
    const goal = { kind: "chinese-plants", billion: 2 };
    expect(won(goal, "order")).toBe(0);
    expect(won(goal, "plant")).toBeCloseTo((goalFirst * plantWorth) / 2, 9);
    const one = (state: State) => Object.assign(state.members[m("HU")]!, { plants: plantWorth });
    expect(won(goal, "plant", one)).toBeCloseTo(goalFirst, 9);
    const two = (state: State) => Object.assign(state.members[m("HU")]!, { plants: 2 * plantWorth });
    expect(won(goal, "plant", two)).toBe(0);
  });

  test("costs a goal that it would break for certain, or would if it comes out", () => {
    const kept = { kind: "deals", most: 1 };
    expect(won(kept, "order")).toBe(0);
    expect(won(kept, "order", deeds({ deals: 1 }))).toBe(-goalFirst);
    expect(won(kept, "order", deeds({ deals: 2 }))).toBe(0);
    expect(won({ kind: "exposures", most: 0 }, "plant")).toBeCloseTo(-goalFirst * exposure, 9);
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

describe("a goal that needs others", () => {
  test("no goods are held up in silence", () => {
    const state = position();
    holdGoods(rules, state, m("SK"), 0, silent);
    expect(pursued("LT", { kind: "holds-ignored", most: 0 }, state)).toEqual([]);
    exposeHold(rules, state, state.beijing.bans[0]!, silent);
    pass(state, 2);
    expect(pursued("LT", { kind: "holds-ignored", most: 0 }, state)).toMatchObject([
      { kind: "join-statement", about: "SK", line: "for" },
    ]);
  });

  test("the chair brings forward what would come up after its time, and nobody else does", () => {
    const state = position();
    // Ireland is in the chair until week 26; the item could be called in week 28.
    file(state, "accelerator-act").gate = 28;
    const goal = { kind: "presidency", files: "any", times: 1 };
    const wanted = { kind: "set-agenda", file: "accelerator-act", when: "sooner" };
    state.tick = 20;
    expect(pursued("IE", goal, state)).toContainEqual(wanted);
    expect(pursued("EL", goal, state)).toEqual([]);
  });
});

describe("a ballot for one's own sake", () => {
  const ballot = (code: MemberCode, goal: object, given: (state: State) => void = () => {}) => {
    const state = position();
    const world = wanting(code, goal);
    const vote = openVote(world, state, file(state, "accelerator-act"), "for", silent);
    given(state);
    goalsWeek(world, state);
    const seen = view(world, state, code);
    return ballotFor(world, seen, m(code), seen.pub.votes.find(({ id }) => id === vote.id)!);
  };
  test("the fund by its rule: a package that pays by need, and no other", () => {
    const asked = (payout: "even" | "need", goal: object) => {
      const state = position();
      const world = wanting("SK", goal);
      order(state, "commission", { kind: "table-package", billion: 1, snapback: false, payout });
      const vote = openVote(world, state, state.files.at(-1)!, "for", silent);
      goalsWeek(world, state);
      const seen = view(world, state, "SK");
      return ballotFor(world, seen, m("SK"), seen.pub.votes.find(({ id }) => id === vote.id)!);
    };
    expect(asked("need", { kind: "fund", payout: "need" })).toBe("for");
    expect(asked("even", { kind: "fund", payout: "need" })).toBeUndefined();
    expect(asked("even", { kind: "fund" })).toBe("for");
  });
  const supported = (by: number) => (state: State) => {
    for (const member of state.members) member.support = by;
  };
  const castBefore = (ballot: "for" | "against") => (state: State) => {
    const [vote] = state.votes;
    state.votes.unshift({ ...vote!, id: "v-old", outcome: "passed", cast: rules.members.map(() => ballot) });
  };

  test.each([
    ["with the outcome, where it passes", { kind: "with-outcome", share: 0.7 }, supported(0.9), "for"],
    ["with the outcome, where it fails", { kind: "with-outcome", share: 0.7 }, supported(-0.9), "against"],
    [
      "never the one that was missing",
      { kind: "votes-sunk", ballots: ["abstain", "against"], most: 0 },
      undefined,
      "for",
    ],
    ["both ways: not yet the other", { kind: "both-ways" }, castBefore("for"), "against"],
    ["both ways: nor this one", { kind: "both-ways" }, castBefore("against"), "for"],
    ["both ways: its line first", { kind: "both-ways" }, undefined, undefined],
    ["the fund is not in this file", { kind: "fund" }, undefined, undefined],
    ["a goal without a ballot", { kind: "lines", share: 0.1 }, undefined, undefined],
  ] as const)("%s", (_, goal, given, wanted) => expect(ballot("SK", goal, given)).toBe(wanted));
});

describe("a draft for one's own sake", () => {
  const term = (more: Partial<Term>): Term => ({
    ...{ by: "beijing", metric: "china-duty", about: "agrifood", value: 0.5, weeks: 26, measure: "public" },
    ...more,
  });
  const draft = (...terms: Term[]): Draft => ({
    ...{ template: "custom", terms, weeks: 26, expiry: "lapse", secret: false, snapback: false },
  });
  const won = (code: MemberCode, goal: object, what: Draft, parties: Seat[], state = position()) => {
    const world = wanting(code, goal);
    goalsWeek(world, state);
    return wonBy(world, view(world, state, code), what, parties);
  };
  const brandy = { kind: "term", metric: "china-duty", about: "agrifood" };
  const sold = term({ by: "RO", metric: "ballot", about: "accelerator-act", value: 1 });
  const trading = { kind: "votes-traded", times: 2 };
  const back = (by: Seat) => term({ by, metric: "share-stock", about: "RO" });
  const paid = (value: number) => term({ by: "commission", metric: "payment", about: "RO", value });

  test.each([
    ["the term itself", "FR", brandy, draft(term({})), ["FR", "beijing"], 0.7 * 8],
    ["another one", "FR", brandy, draft(term({ about: "vehicles" })), ["FR", "beijing"], 0],
    ["at a table without it", "FR", brandy, draft(term({})), ["DE", "beijing"], 0],
    [
      "half of the money",
      "RO",
      { kind: "received", million: 40 },
      draft(paid(20)),
      ["RO", "commission"],
      0.35 * 8,
    ],
    [
      "a promise for a vote",
      "RO",
      { kind: "promises-won", times: 1 },
      draft(sold, paid(20)),
      ["RO", "commission"],
      0.7 * 8,
    ],
    ["a vote for nothing", "RO", { kind: "promises-won", times: 1 }, draft(sold), ["RO", "commission"], 0],
    ["a trade of votes", "RO", trading, draft(sold, back("DE")), ["RO", "DE"], 0.35 * 8],
    ["but not with Beijing", "RO", trading, draft(sold, back("beijing")), ["RO", "beijing"], 0],
    ["nor for nothing", "RO", trading, draft(sold), ["RO", "DE"], 0],
    ["a goal no draft can reach", "RO", { kind: "lines", share: 0.1 }, draft(sold), ["RO", "DE"], 0],
  ] as const)("%s", (_, code, goal, what, parties, points) =>
    expect(won(code, goal, what, [...parties])).toBeCloseTo(points, 9),
  );

  test("adds to what a capital makes of a draft, and to nobody else's guess of it", () => {
    const stance = { signs: 0, order: 0, lull: 0, bare: 0, counters: 0 };
    const points = (goal: object, from: Seat): number => {
      const world = wanting("FR", goal);
      const state = position();
      goalsWeek(world, state);
      const parties: Seat[] = ["FR", "beijing"];
      return interestOf(world, view(world, state, from), "FR", stance, draft(term({})), parties).points;
    };
    const plain = { kind: "lines", share: 0.1 };
    expect(points(brandy, "FR") - points(plain, "FR")).toBeCloseTo(0.7 * 8, 9);
    expect(points(brandy, "beijing")).toBe(points(plain, "beijing"));
  });

  const stance = { signs: 1, order: 0, lull: 0, bare: 1, counters: 1 };

  test("is sought in Beijing: first a room, then the term on its table", () => {
    const state = position();
    const world = wanting("FR", brandy);
    const seek = () => {
      goalsWeek(world, state);
      return seekTerm(world, view(world, state, "FR"), stance).map(({ command }) => command);
    };
    expect(seek()).toMatchObject([{ kind: "open-talk", seats: ["beijing"] }]);
    expect(order(state, "FR", seek()[0]!)).toBeNull();
    expect(seek()).toMatchObject([
      {
        kind: "table-terms",
        terms: expect.arrayContaining([
          expect.objectContaining({ by: "beijing", metric: "china-duty", about: "agrifood" }),
        ]),
      },
    ]);
  });

  test("a vote is offered to Brussels only by whom a goal asks to, and only while the vote is open", () => {
    const state = position();
    const sell = (goal: object) => {
      const world = wanting("RO", goal);
      goalsWeek(world, state);
      return sellVote(world, view(world, state, "RO"), stance).map(({ command }) => command);
    };
    const received = { kind: "received", million: 40 };
    expect(sell(received)).toEqual([]);
    openVote(rules, state, file(state, "accelerator-act"), "for", silent);
    expect(sell(received)).toMatchObject([{ kind: "open-talk", seats: ["commission"] }]);
    expect(sell({ kind: "lines", share: 0.1 })).toEqual([]);
  });
});
