// What promises are worth by their words: an empty one counts for nothing, one of no new control sees every control, a
// law that waits applies later, and a case that is closed stays closed.

import { describe, expect, test } from "vitest";
import { botsFor } from "../../shared/bots/table.ts";
import { silent } from "../../shared/explain.ts";
import { newStream } from "../../shared/random.ts";
import type { Seat } from "../../shared/seat.ts";
import { clone, type File, type State, type Term } from "../../shared/state.ts";
import { view } from "../../shared/view.ts";
import { isBare, isMeasured, soothing } from "../../shared/world/agreement.ts";
import { breach } from "../../shared/world/breach.ts";
import { lawApplies, nowIn } from "../../shared/world/clock.ts";
import { contractsWeek } from "../../shared/world/contracts.ts";
import { layDuty } from "../../shared/world/duties.ts";
import { filesWeek } from "../../shared/world/procedures.ts";
import { binds } from "../../shared/world/promise.ts";
import { sellLess, sellMore } from "../../shared/world/trade.ts";
import { turnValve } from "../../shared/world/valve.ts";
import { LICENCES, signed, tabling } from "../helpers/agreement.ts";
import { file, m, order, pass, play, position, rules, s, told } from "../helpers/order.ts";

const { calendar } = rules;
const { contracts: c } = rules.model;
const { talksFirst, packageReturns } = calendar;

const term = (more: Partial<Term>): Term => ({ ...LICENCES, measure: "public", ...more });
const NO_CONTROL = term({ metric: "no-new-control", about: "all", value: 0, weeks: 52 });
const NO_CASE = term({ by: "commission", metric: "no-new-case", about: "all", value: 0, weeks: 52 });

const meeting = (): State => {
  const state = position();
  state.tick = talksFirst;
  return state;
};

test("a mission makes a promised order look kept no more than it is", () => {
  const orders = term({ metric: "orders", about: "ES", value: 0.1, weeks: 52 });
  const state = position();
  const contract = signed(rules, state, [orders], ["ES", "beijing"]);
  pass(state, 1);
  expect(contract.terms[0]).toMatchObject({ seen: 0.1, missed: 0 });
  sellLess(state.trade, contract.id, m("ES"));
  sellMore(state.trade, { of: "mission", m: m("ES"), by: 0.3, until: 99 });
  pass(state, 1);
  expect(contract.terms[0]!.seen).toBe(0);
  expect(state.trade.boost[m("ES")]).toBeCloseTo(0.3, 12);
  pass(state, 13);
  expect(contract.terms[0]!.state).toBe("broken");
});

describe("a promise that asks no more than was usual", () => {
  const EMPTY: [string, Partial<Term>][] = [
    [
      "no new control on what cannot be restricted",
      { metric: "no-new-control", about: "intermediates", value: 0 },
    ],
    ["at most a step tighter", { metric: "no-new-control", about: "magnets", value: 1 }],
    ["at most two steps tighter", { metric: "no-new-control", about: "all", value: 2 }],
    ["general licences that there are", { metric: "general-licences", about: "chips", value: 27 }],
    ["at most one stop of one thing", { metric: "stop-notice", about: "magnets", value: 1 }],
    ["no stop of what cannot be stopped", { metric: "stop-notice", about: "intermediates", value: 0 }],
    [
      "slower answers than there are",
      { metric: "licence-days", about: "chips", value: 10, measure: "register" },
    ],
  ];
  test.each(EMPTY)("counts for nothing: %s", (_, more) => {
    const state = position();
    const contract = signed(rules, state, [term(more)]);
    expect(binds(rules, term(more))).toBe(false);
    expect([isMeasured(contract), isBare(contract), contract.verified]).toEqual([false, true, 0]);
    expect(soothing(rules, state)).toBeGreaterThan(0.5);
    pass(state, 5);
    expect(state.tally).toMatchObject({ verifiedWeeks: 0, qualityWeeks: 0 });
  });

  const FULL: [string, Partial<Term>][] = [
    ["no new control", { metric: "no-new-control", about: "magnets", value: 0 }],
    ["general licences", { metric: "general-licences", about: "magnets", value: 1 }],
    ["no stop without notice", { metric: "stop-notice", about: "magnets", value: 0 }],
    ["quicker answers", { metric: "licence-days", about: "chips", value: 5, measure: "register" }],
  ];
  test.each(FULL)("is not: %s", (_, more) => {
    const state = position();
    const contract = signed(rules, state, [term(more)]);
    expect([isMeasured(contract), isBare(contract)]).toEqual([true, false]);
    pass(state, 3);
    expect(state.tally.verifiedWeeks).toBe(3);
  });

  test("does not dress up a bare one", () => {
    const days = { metric: "licence-days", value: 20 } as const;
    const idle = ["graphite", "chips", "magnets"].map((about) =>
      term({ metric: "no-new-control", about, value: 2 }),
    );
    const contract = signed(rules, position(), [term({ ...days, measure: "none" }), ...idle]);
    expect(isMeasured(contract)).toBe(false);
    const honest = signed(rules, position(), [term({ ...days, measure: "register" }), ...idle]);
    expect(honest.verified).toBe(c.registerQuality);
  });

  test("is not bought by a bot for a year without cases, but for the one that takes bare words", () => {
    const terms = [term({ metric: "no-new-control", about: "magnets", value: 2, weeks: 52 }), NO_CASE];
    const state = meeting();
    expect(order(state, "beijing", tabling(terms, { weeks: 78 }))).toBeNull();
    const signers = botsFor("commission").filter((bot) => {
      const answers = bot.decide(rules, view(rules, state, "commission"), newStream(1, bot.id));
      return answers.some(({ command }) => "answer" in command && command.answer === "accept");
    });
    expect(signers.map(({ id }) => id)).toEqual(["assurance-taker"]);
  });

  test("weeks in which it is openly stretched prove nothing, before any figure says so", () => {
    const state = position();
    signed(rules, state, [term({ metric: "licence-days", value: 25, measure: "register" })]);
    pass(state, 2);
    turnValve(rules, state, 0, "go-slow", silent);
    pass(state, 3);
    expect(state.contracts[0]!.state).toBe("kept");
    expect(state.tally.verifiedWeeks).toBe(2);
  });

  test("the tail of an agreement that steps down obliges to nothing: its weeks prove nothing", () => {
    const state = position();
    const days = term({ metric: "licence-days", value: 25, measure: "register" });
    const contract = signed(rules, state, [days], undefined, { weeks: 8, expiry: "step-down" });
    pass(state, 8 + c.stepDownWeeks - 1);
    expect(contract.state).toBe("kept");
    expect([state.tally.verifiedWeeks, isMeasured(contract)]).toEqual([7, false]);
  });
});

describe("no new control", () => {
  const HITS: [string, object][] = [
    ["some states are served last", { kind: "aim-licences", members: ["DE", "FR"], favour: false }],
    ["the package is brought back", { kind: "move-package", how: "return" }],
    ["the rules of April are applied", { kind: "apply-rules", member: "EE" }],
  ];
  test.each(HITS)("is broken when %s", (_, raw) => {
    const state = position();
    const contract = signed(rules, state, [NO_CONTROL]);
    expect(order(state, "beijing", raw)).toBeNull();
    pass(state, 1);
    expect(contract).toMatchObject({ state: "broken", breaker: "beijing" });
  });

  test("is not broken when states are served first, nor by what was there before", () => {
    const state = position();
    order(state, "beijing", { kind: "aim-licences", members: ["DE"], favour: false });
    order(state, "beijing", { kind: "move-package", how: "return" });
    pass(state, 1);
    state.beijing.points = 10;
    const contract = signed(rules, state, [NO_CONTROL]);
    expect(order(state, "beijing", { kind: "aim-licences", members: ["HU"], favour: true })).toBeNull();
    pass(state, 2);
    expect(contract.state).toBe("kept");
  });

  test.each(["public", "none"] as const)(
    "lets the package rest as long as it lasts, looked at by %s",
    (measure) => {
      const state = position();
      const contract = signed(rules, state, [{ ...NO_CONTROL, measure }], undefined, { weeks: 40 });
      expect(state.beijing.packageUntil).toBe(40);
      pass(state, packageReturns + 3);
      expect(contract.state).toBe("kept");
      expect(told(state, position(), "package-returned")).toEqual([]);
      pass(state, 40 - state.tick);
      expect([contract.state, state.beijing.packageUntil]).toEqual(["ended", 40]);
      pass(state, 1);
      expect(told(state, position(), "package-returned")).toHaveLength(1);
    },
  );

  test.each([
    [5, packageReturns],
    [packageReturns + 6, packageReturns + 7],
  ])("and no longer: broken by Brussels in week %i, it comes back after week %i", (at, until) => {
    const state = position();
    const contract = signed(rules, state, [NO_CONTROL], undefined, { weeks: 60 });
    pass(state, at);
    expect(
      order(state, "commission", { kind: "enforce-contract", contract: contract.id, how: "suspend" }),
    ).toBeNull();
    pass(state, 1);
    expect([contract.breaker, state.beijing.packageUntil]).toEqual(["commission", until]);
    pass(state, Math.max(0, until - state.tick) + 1);
    expect(told(state, position(), "package-returned")).toHaveLength(1);
  });

  test("a stop gives back to Europe what it gave for a bare promise of none", () => {
    const state = position();
    const duty = term({ by: "commission", metric: "europe-duty", about: "vehicles", value: 0.5, weeks: 52 });
    const delay = term({
      by: "commission",
      metric: "law-delay",
      about: "accelerator-act",
      value: 26,
      weeks: 52,
    });
    const full = file(state, "ev-duties").duty;
    const contract = signed(rules, state, [{ ...NO_CONTROL, measure: "none" }, duty, delay]);
    expect(file(state, "ev-duties").duty).toBeCloseTo(0.5 * full, 12);
    turnValve(rules, state, 0, "go-slow", silent);
    expect(contract).toMatchObject({ state: "broken", breaker: "beijing" });
    expect(file(state, "ev-duties")).toMatchObject({ duty: full, rested: 0 });
    expect(file(state, "accelerator-act").nextGate).toBe(57);
  });

  test("and longer when it is renewed", () => {
    const state = position();
    const contract = signed(rules, state, [NO_CONTROL], undefined, { weeks: 25, expiry: "renew" });
    pass(state, 30);
    expect([contract.state, state.beijing.packageUntil]).toEqual(["kept", 50]);
  });

  test("does not hold what it allows, or what it does not speak of", () => {
    for (const more of [{ value: 1 }, { about: "intermediates" }]) {
      const state = position();
      signed(rules, state, [{ ...NO_CONTROL, ...more }]);
      expect(state.beijing.packageUntil).toBe(packageReturns);
    }
  });

  test("settles the card that asks Beijing about the package", () => {
    const state = position();
    pass(state, 17);
    expect(state.choices.some(({ card, chosen }) => card === "E07" && chosen === "")).toBe(true);
    signed(rules, state, [NO_CONTROL]);
    expect(state.choices.some(({ card, chosen }) => card === "E07" && chosen === "")).toBe(false);
  });

  test("a breach that nobody was to look at is seen by all, and frees the other side", () => {
    const state = position();
    const contract = signed(rules, state, [
      { ...NO_CONTROL, measure: "none" },
      term({ by: "commission", metric: "law-delay", about: "accelerator-act", value: 26, weeks: 52 }),
    ]);
    expect(file(state, "accelerator-act").nextGate).toBe(57 + 26);
    const suspend = { kind: "enforce-contract", contract: contract.id, how: "suspend" };
    order(state, "beijing", { kind: "aim-licences", members: ["DE"], favour: false });
    pass(state, 1);
    expect([contract.state, contract.terms[0]!.state]).toEqual(["kept", "broken"]);
    expect(view(rules, state, "LT").pub.news).toContainEqual(
      expect.objectContaining({ code: "term-missed", by: "beijing", amount: 1 }),
    );
    const fair = state.legitimacy;
    expect(order(state, "commission", suspend)).toBeNull();
    expect(contract).toMatchObject({ state: "suspended", breaker: "" });
    expect(state.legitimacy).toBe(fair);
    expect(file(state, "accelerator-act").nextGate).toBe(57);
  });

  test("bots of Beijing do not break it by the way", () => {
    const state = position();
    signed(rules, state, [NO_CONTROL]);
    turnValve(rules, state, 0, "go-slow", silent);
    Object.assign(state.commission, { obligation: "strict" });
    for (let tick = 1; tick < 52; tick++) {
      Object.assign(state, { tick });
      state.contracts[0]!.state = "kept";
      for (const bot of botsFor("beijing"))
        for (const { command } of bot.decide(rules, view(rules, state, "beijing"), newStream(tick, bot.id)))
          expect(["aim-licences", "apply-rules"]).not.toContain(command.kind);
    }
  });
});

describe("a law that waits", () => {
  const WAITS = (value: number): Term =>
    term({ by: "commission", metric: "law-delay", about: "diversification-law", value, weeks: 52 });
  const named = (state: State): File => file(state, "diversification-law");
  const agreed = (state: State) => {
    for (let v = 0; v < state.votes.length; v++) state.votes[v]!.cast = rules.members.map(() => "for");
  };
  /** The law brought as far as it says, and from there to its first week; all capitals are for it. */
  function brought(to: "asked" | "proposal" | "council" | "passed", delay: number): State {
    const state = meeting();
    if (to !== "asked") order(state, "commission", { kind: "propose-law", form: "soft" });
    if (to === "council" || to === "passed") {
      named(state).gate = state.tick;
      state.commission.points = 8;
      expect(order(state, "commission", { kind: "call-vote", file: named(state).id })).toBeNull();
    }
    if (to === "passed") while (named(state).stage === "council") pass(state, (agreed(state), 1));
    if (delay > 0) signed(rules, state, [WAITS(delay)], undefined, { weeks: 104 });
    if (to === "asked") {
      state.commission.points = 8;
      expect(order(state, "commission", { kind: "propose-law", form: "soft" })).toBeNull();
    }
    while (state.commission.obligation === "none" && state.tick < 150) {
      if (named(state).stage === "proposal" && state.tick >= named(state).gate) {
        state.commission.points = 8;
        order(state, "commission", { kind: "call-vote", file: named(state).id });
      }
      agreed(state);
      pass(state, 1);
      if (state.ending) break;
    }
    return state;
  }

  test.each(["proposal", "council", "passed"] as const)("applies so much later: %s", (to) => {
    const without = brought(to, 0);
    const later = brought(to, 26);
    expect(later.tick - without.tick).toBe(26);
    expect(later.contracts.at(-1)).toMatchObject({ state: "kept", breaker: "" });
  });

  test("while it is only asked for, it may still be proposed in time, and by nobody’s fault", () => {
    const state = meeting();
    const { gate } = named(state);
    const first = lawApplies(rules, named(state), nowIn(state));
    signed(rules, state, [WAITS(26)], undefined, { weeks: 104 });
    expect(named(state).gate).toBe(gate);
    order(state, "commission", { kind: "propose-law", form: "soft" });
    pass(state, 2);
    expect(state.contracts[0]).toMatchObject({ state: "kept", breaker: "" });
    expect(named(state).nextGate).toBe(first + 26);
  });

  test.each([-1, 0, 1])(
    "broken, it applies as soon as it would have, as a rapporteur wrote it: %i",
    (report) => {
      const applies = (promised: boolean): number => {
        const state = meeting();
        order(state, "commission", { kind: "propose-law", form: "soft" });
        Object.assign(named(state), { report, gate: state.tick });
        state.commission.points = 8;
        order(state, "commission", { kind: "call-vote", file: named(state).id });
        const contract = promised ? signed(rules, state, [WAITS(13)], undefined, { weeks: 104 }) : undefined;
        while (named(state).stage === "council") pass(state, (agreed(state), 1));
        if (contract) breach(rules, state, contract, "beijing", silent);
        return named(state).gate;
      };
      expect(applies(true)).toBe(applies(false));
    },
  );

  test("cannot wait once it applies, and says so", () => {
    play({
      name: "in force",
      seat: "commission",
      given: (state) => {
        state.tick = talksFirst;
        Object.assign(named(state), { stage: "in-force", gate: talksFirst });
      },
      order: tabling([WAITS(26)]),
      refused: { code: "too-late", what: "law" },
    });
  });
});

describe("what is closed or laid open", () => {
  const CLOSED = term({
    by: "commission",
    metric: "close-case",
    about: "battery-subsidy",
    value: 0,
    weeks: 26,
  });
  const again = (sector: string) => ({ kind: "open-case", form: "anti-subsidy", sector, breadth: "product" });

  test("a case closed by agreement stays closed for its time", () => {
    const state = position();
    const contract = signed(rules, state, [CLOSED]);
    expect(order(state, "commission", again("electrical"))).toBeNull();
    pass(state, 1);
    expect(contract).toMatchObject({ state: "broken", breaker: "commission" });
  });

  test("another case is no such thing, nor one after its time", () => {
    const state = position();
    const contract = signed(rules, state, [{ ...CLOSED, weeks: 4 }]);
    expect(order(state, "commission", again("machinery"))).toBeNull();
    pass(state, 6);
    Object.assign(state.commission, { points: 8, caseNext: 0 });
    expect(order(state, "commission", again("electrical"))).toBeNull();
    pass(state, 1);
    expect(contract.state).toBe("kept");
  });

  test("what had been laid open before keeps no promise to lay open more", () => {
    const open = (value: number) => term({ metric: "transparency", about: "", value, weeks: 4 });
    const kept = (before: number, after: number): string => {
      const state = position();
      state.beijing.transparency = before;
      const contract = signed(rules, state, [open(0.4)]);
      state.beijing.transparency = after;
      pass(state, 4);
      return contract.state;
    };
    expect(kept(0.6, 0.6)).toBe("broken");
    expect(kept(0.2, 0.6)).toBe("kept");
    expect(kept(0.8, 1)).toBe("kept");
  });
});

describe("a hold that nobody knows of", () => {
  const FREE = term({ metric: "no-hold", about: "FR", value: 0, weeks: 26 });
  const parties: Seat[] = ["beijing", "FR"];
  const holding = (exposed: boolean) => (state: State) => {
    const sector = s("agrifood");
    state.beijing.bans.push({ m: m("FR"), s: sector, size: 0.3, until: 99, exposed });
    state.trade.banGoal[sector * rules.M + m("FR")] = 0.3;
  };

  test("is not shown by a public agreement against it", () => {
    const free = position();
    signed(rules, free, [FREE], parties);
    const held = clone(free);
    holding(false)(held);
    for (const state of [free, held])
      for (let w = 0; w < 3; w++) {
        state.tick += 1;
        contractsWeek(rules, state, silent);
      }
    for (const seat of ["DE", "commission", "observer"] as const)
      expect(view(rules, held, seat)).toEqual(view(rules, free, seat));
  });

  test("breaks it when it comes out, and a panel finds it", () => {
    const open = position();
    const seen = signed(rules, open, [FREE], parties);
    holding(true)(open);
    pass(open, 1);
    expect(seen.state).toBe("broken");
    const quiet = position();
    const contract = signed(rules, quiet, [FREE], parties);
    holding(false)(quiet);
    const weeks = (n: number) => {
      for (let w = 0; w < n; w++) {
        quiet.tick += 1;
        contractsWeek(rules, quiet, silent);
      }
    };
    weeks(10);
    expect(contract.state).toBe("kept");
    expect(
      order(quiet, "FR", { kind: "enforce-contract", contract: contract.id, how: "complain" }),
    ).toBeNull();
    weeks(c.panelWeeks);
    expect(contract).toMatchObject({ state: "broken", breaker: "beijing" });
  });
});

describe("terms about what is not there", () => {
  const meet = (state: State) => {
    state.tick = talksFirst;
  };
  const ours = (more: Partial<Term>) => tabling([term({ by: "commission", weeks: 26, ...more })]);
  const between = (more: Partial<Term>) => (state: State) => {
    order(state, "DE", { kind: "open-talk", seats: ["FR"] });
    return tabling([term({ by: "DE", weeks: 26, ...more })], { talk: state.talks.at(-1)!.id });
  };
  const refuse = (seat: Seat, name: string, raw: Parameters<typeof play>[0]["order"], refused: object) => {
    const given = (state: State) => {
      meet(state);
      order(state, "DE", { kind: "open-talk", seats: ["FR"] });
    };
    const at = (state: State) => (typeof raw === "function" ? raw(state) : raw);
    play({ name, seat, given, order: at, refused: refused as never });
  };

  test("a payment to who is no party", () => {
    const pay = between({ metric: "payment", about: "commission", value: 100, weeks: 1 });
    refuse("DE", "payment", pay, { code: "not-a-party", what: "commission" });
  });

  test("a ballot that is none, or on what never comes to a vote", () => {
    const ballot = { metric: "ballot", about: "accelerator-act", value: 0.5 } as const;
    refuse("DE", "half a vote", between(ballot), { code: "no-ballot" });
    const never = between({ ...ballot, value: 1, about: "defence-review" });
    refuse("DE", "never", never, { code: "no-target", what: "vote" });
  });

  test("a duty where there is none", () => {
    const none = { code: "no-target", what: "duty" };
    refuse(
      "commission",
      "floor",
      ours({ metric: "floor-price", about: "battery-subsidy", value: 0.5 }),
      none,
    );
    refuse("commission", "duty", ours({ metric: "europe-duty", about: "agrifood", value: 0.5 }), none);
  });

  test("a duty that comes, or is set anew, while one is promised to rest rests as well", () => {
    const state = position();
    const half = term({ by: "commission", metric: "europe-duty", about: "vehicles", value: 0.5, weeks: 52 });
    const contract = signed(rules, state, [half]);
    const hybrids = file(state, "hybrid-circumvention");
    state.tick = hybrids.gate;
    expect(
      order(state, "commission", { kind: "decide-gate", file: hybrids.id, decision: "impose" }),
    ).toBeNull();
    pass(state, 8);
    expect(hybrids).toMatchObject({ stage: "in-force" });
    expect(hybrids.duty).toBeCloseTo(0.5 * hybrids.rate, 12);
    expect(hybrids.rested).toBeCloseTo(0.5 * hybrids.rate, 12);
    expect(contract.state).toBe("kept");
  });
});

test.each([
  ["access", {}],
  ["transparency", {}],
  ["share-stock", { by: "DE", about: "FR", value: 1 }],
] as const)(
  "a promise of %s not kept by its week is told to all, though nobody was to look",
  (metric, more) => {
    const state = position();
    const open = term({ metric, about: "", value: 1, weeks: 4, measure: "none", ...more });
    const contract = signed(rules, state, [open]);
    const missed = () => state.news.filter(({ code, to }) => code === "term-missed" && to.length === 0);
    pass(state, 3);
    expect(missed()).toEqual([]);
    pass(state, 1);
    expect([contract.state, contract.terms[0]!.state]).toEqual(["kept", "broken"]);
    expect(missed()).toMatchObject([{ by: open.by, amount: 1 }]);
    pass(state, 2);
    expect(missed()).toHaveLength(1);
  },
);

describe("a provisional duty that rests while its file goes on", () => {
  const LAPSES = 10;
  /** Promised to be paid to a share, in the stage a file has moved on to since. */
  const resting = (value: number, stage: File["stage"]) => {
    const state = position();
    const dumping = file(state, "chemicals-dumping");
    Object.assign(dumping, { stage: "provisional", gate: LAPSES, nextGate: 60 });
    layDuty(rules, state, dumping, 0.2);
    const about = rules.sectors[dumping.sector]!.id;
    const contract = signed(rules, state, [
      term({ by: "commission", metric: "europe-duty", about, value, weeks: 52 }),
    ]);
    expect(dumping.duty).toBeCloseTo(0.2 * value, 12);
    if (stage !== "provisional") Object.assign(dumping, { stage, gate: 60, nextGate: LAPSES });
    return { state, dumping, contract };
  };
  const CASES = (["provisional", "definitive-gate", "council"] as const).flatMap((stage) =>
    [0, 0.5].map((value) => [stage, value] as const),
  );

  test.each(CASES)("comes back after a breach: %s, paid to %d", (stage, value) => {
    const { state, dumping, contract } = resting(value, stage);
    state.tick = 5;
    breach(rules, state, contract, "beijing", silent);
    expect(dumping).toMatchObject({ duty: 0.2, rested: 0 });
  });

  test.each(CASES)("does not once it has lapsed: %s, paid to %d", (stage, value) => {
    const { state, dumping, contract } = resting(value, stage);
    state.tick = LAPSES + 2;
    filesWeek(rules, state, silent);
    expect(dumping).toMatchObject({ stage, duty: 0, rested: 0 });
    expect(state.news).toContainEqual(
      expect.objectContaining({
        code: "duty-ended",
        amount: 0.2,
        about: expect.arrayContaining([dumping.id]),
      }),
    );
    breach(rules, state, contract, "beijing", silent);
    expect(dumping).toMatchObject({ stage, duty: 0, rested: 0 });
  });

  test("rests as well where it is promised while the Council has the file", () => {
    const { state, dumping } = resting(0.5, "council");
    signed(rules, state, [
      term({
        ...{ by: "commission", metric: "floor-price", about: dumping.id },
        ...{ value: 0.2, weeks: 52 },
      }),
    ]);
    expect(dumping.duty).toBeCloseTo(0.2 * 0.2, 12);
  });
});
