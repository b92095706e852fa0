// Event cards: who is asked and when, what happens unasked, and every effect of the vocabulary.

import { describe, expect, test } from "vitest";
import { silent } from "../../shared/explain.ts";
import type { Card, Effect } from "../../shared/scenario/card.ts";
import { TRIGGERS } from "../../shared/scenario/card.ts";
import { indexOf, type Rules } from "../../shared/scenario.ts";
import type { Choice, State } from "../../shared/state.ts";
import { soothing } from "../../shared/world/contracts.ts";
import { drift } from "../../shared/world/drift.ts";
import { applyEffects, eventsWeek, hardestHit, takeOption } from "../../shared/world/events.ts";
import { newState } from "../../shared/world/start.ts";
import { heldSince } from "../../shared/world/triggers.ts";
import { turnValve } from "../../shared/world/valve.ts";
import { brussels } from "../helpers/scenario.ts";

const base = brussels.rules;
const DE = indexOf(base.members, "DE");
const fresh = (rules: Rules = base, seed = 1) => newState(rules, { seed, weeks: 208 });

const option = (id: string, effects: Effect[], more: Partial<Card["options"][number]> = {}) => ({
  ...{ id, title: id, hint: id, effects },
  ...more,
});
const card = (more: Partial<Card>): Card => ({
  id: "E99",
  title: "t",
  line: "l",
  when: { kind: "tick", ticks: [3] },
  decider: "commission",
  weeks: 2,
  options: [option("hot", [{ kind: "heat", by: 7 }]), option("cold", [{ kind: "heat", by: -7 }])],
  source: "design",
  ...more,
});
const withCards = (...cards: Card[]): Rules => ({ ...base, cards });

function run(rules: Rules, state: State, until: number): void {
  while (state.tick < until) {
    state.tick += 1;
    eventsWeek(rules, state, silent);
  }
}
const asked = (state: State): Choice[] => state.choices.filter((c) => c.chosen === "");

describe("a dated card", () => {
  test("is asked in its week, and its option does what it says", () => {
    const rules = withCards(card({}));
    const state = fresh(rules);
    run(rules, state, 2);
    expect(asked(state)).toEqual([]);
    run(rules, state, 3);
    expect(asked(state)).toMatchObject([{ card: "E99", seat: "commission", until: 5 }]);
    takeOption(rules, state, asked(state)[0]!, "hot", silent);
    expect(state.heat).toBe(base.model.heat.start + 7);
    takeOption(rules, state, state.choices[0]!, "hot", silent);
    expect(state.heat).toBe(base.model.heat.start + 7);
  });

  test("takes its last option when nobody answers in time", () => {
    const rules = withCards(card({}));
    const state = fresh(rules);
    run(rules, state, 5);
    expect(state.heat).toBe(base.model.heat.start);
    run(rules, state, 6);
    expect(state.heat).toBe(base.model.heat.start - 7);
    expect(state.choices[0]!.chosen).toBe("cold");
  });

  test("of week 0 is there when the game begins", () => {
    const state = fresh();
    expect(asked(state).map((c) => c.card)).toEqual(["E01"]);
  });

  test("that nobody decides simply happens", () => {
    const rules = withCards(card({ decider: "nobody" }));
    const state = fresh(rules);
    run(rules, state, 3);
    expect(state.heat).toBe(base.model.heat.start + 7);
    expect(state.choices).toEqual([]);
  });

  test("for three states asks those hit hardest", () => {
    const rules = withCards(card({ decider: "hit" }));
    const state = fresh(rules);
    Object.assign(state.members[3]!, { linesStopped: 50 });
    Object.assign(state.members[7]!, { linesStopped: 40 });
    Object.assign(state.members[9]!, { linesStopped: 30 });
    run(rules, state, 3);
    expect(hardestHit(rules, state)).toEqual([3, 7, 9]);
    expect(asked(state).map((c) => c.seat)).toEqual([3, 7, 9].map((m) => base.members[m]!.code));
  });

  test("for all capitals asks each", () => {
    const rules = withCards(card({ decider: "members" }));
    const state = fresh(rules);
    run(rules, state, 3);
    expect(asked(state)).toHaveLength(27);
  });
});

describe("a card for both sides", () => {
  const rules = withCards(
    card({
      decider: "both",
      options: [
        option("much", [{ kind: "heat", by: -9 }]),
        option("some", [{ kind: "heat", by: -3 }]),
        option("none", [{ kind: "heat", by: 1 }]),
      ],
    }),
  );
  test.each([
    ["much", "much", -9],
    ["much", "some", -3],
    ["some", "much", -3],
    ["much", "none", 1],
  ])("%s and %s: the less willing counts, once both have spoken", (a, b, by) => {
    const state = fresh(rules);
    run(rules, state, 3);
    const [europe, china] = asked(state);
    takeOption(rules, state, europe!, a, silent);
    expect(state.heat).toBe(base.model.heat.start);
    takeOption(rules, state, china!, b, silent);
    expect(state.heat).toBe(base.model.heat.start + by);
  });
});

test("an option with a chance works about that often, else the other thing happens", () => {
  const rules = withCards(
    card({
      options: [
        option("risky", [{ kind: "heat", by: 5 }], { chance: 0.3, otherwise: [{ kind: "heat", by: -5 }] }),
        option("no", []),
      ],
    }),
  );
  let worked = 0;
  for (let seed = 1; seed <= 300; seed++) {
    const state = fresh(rules, seed);
    run(rules, state, 3);
    takeOption(rules, state, asked(state)[0]!, "risky", silent);
    expect(Math.abs(state.heat - base.model.heat.start)).toBe(5);
    if (state.heat > base.model.heat.start) worked += 1;
  }
  expect(worked / 300).toBeGreaterThan(0.22);
  expect(worked / 300).toBeLessThan(0.38);
});

describe("a card of chance", () => {
  const when = (weight: number, after = 0): Card["when"] => ({
    kind: "trigger",
    trigger: "squeeze",
    after,
    weight,
  });

  test("waits for its state of the world, and for that to last", () => {
    const rules = withCards(card({ when: when(1, 3) }));
    const state = fresh(rules);
    run(rules, state, 5);
    expect(state.choices).toEqual([]);
    turnValve(rules, state, 0, "go-slow", silent);
    run(rules, state, 7);
    expect(state.choices).toEqual([]);
    run(rules, state, 8);
    expect(state.choices).toHaveLength(1);
  });

  test("comes up once in a squeeze, and its weight is the chance in a quarter year", () => {
    let seen = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const rules = withCards(card({ when: when(0.4) }));
      const state = fresh(rules, seed);
      turnValve(rules, state, 0, "go-slow", silent);
      run(rules, state, 13);
      expect(state.choices.length).toBeLessThan(2);
      seen += state.choices.length;
    }
    expect(seen / 200).toBeGreaterThan(0.3);
    expect(seen / 200).toBeLessThan(0.5);
  });

  test("comes up no second time in a squeeze, however long, and again in the next one", () => {
    const rules = withCards(card({ when: when(1) }));
    const state = fresh(rules);
    turnValve(rules, state, 0, "go-slow", silent);
    run(rules, state, 60);
    expect(Object.values(state.drawn)).toEqual([1]);
    turnValve(rules, state, 0, "case-by-case", silent);
    turnValve(rules, state, 0, "go-slow", silent);
    run(rules, state, 61);
    expect(Object.values(state.drawn)).toEqual([61]);
  });

  test("leaves a seat alone that was asked less than five weeks ago", () => {
    const rules = withCards(card({ id: "E98", when: when(1) }), card({ id: "E97", when: when(1) }));
    const state = fresh(rules);
    turnValve(rules, state, 0, "go-slow", silent);
    run(rules, state, 5);
    expect(state.choices.map((c) => [c.card, c.asked])).toEqual([["E98", 1]]);
    run(rules, state, 6);
    expect(state.choices.map((c) => [c.card, c.asked])).toEqual([
      ["E98", 1],
      ["E97", 6],
    ]);
  });
});

test.each(TRIGGERS)("the trigger %s does not hold on the first Monday, or is there always", (trigger) => {
  const since = heldSince(base, fresh(), trigger);
  expect(since).toBe(trigger === "any" ? 0 : -1);
});

describe("triggers hold when the world is so", () => {
  test.each([
    ["low-cohesion", (s: State) => Object.assign(s, { cohesion: 50 })],
    ["low-legitimacy", (s: State) => Object.assign(s, { legitimacy: 40 })],
    ["low-reputation", (s: State) => Object.assign(s.beijing, { reputation: 30 })],
    ["low-growth", (s: State) => Object.assign(s.beijing, { growth: 3 })],
    ["import-surge", (s: State) => Object.assign(s.trade, { imports: s.trade.imports.map((x) => 1.2 * x) })],
    ["risk-high", (s: State) => Object.assign(s.inputs[0]!, { risk: 0.5 })],
    ["hot", (s: State) => Object.assign(s, { heat: 60 })],
    ["access", (s: State) => Object.assign(s.trade, { access: 0.5 })],
    [
      "plants-abroad",
      (s: State) => {
        s.tick = 30;
        s.inputs[0]!.running = 0.2;
      },
    ],
    ["quiet-ban", (s: State) => s.beijing.bans.push({ m: 0, s: 0, size: 0.3, until: 9, exposed: false })],
    [
      "off-ramp",
      (s: State) => {
        s.beijing.squeezeSince = 0;
        s.members[0]!.outputLoss = 30;
      },
    ],
    [
      "new-duty",
      (s: State) => Object.assign(s.files[1]!, { stage: "in-force", duty: 0.1, gate: 0, why: "move" }),
    ],
    [
      "retaliation",
      (s: State) => Object.assign(s.files.find((f) => f.id === "pork")!, { why: "move", gate: 0 }),
    ],
    ["package-failed", (s: State) => Object.assign(s.files[1]!, { kind: "package", shutUntil: 9 })],
    ["after-squeeze", (s: State) => Object.assign(s.beijing, { squeezeEnded: 0 })],
  ] as const)("%s", (trigger, make) => {
    const state = fresh();
    make(state);
    expect(heldSince(base, state, trigger)).toBeGreaterThanOrEqual(0);
  });
});

describe("every effect does what it says", () => {
  const s0 = fresh();
  const vehicles = indexOf(base.sectors, "vehicles");
  const who = (state: State, code: string) => state.members[indexOf(base.members, code)]!;
  const file = (state: State, id: string) => state.files.find((f) => f.id === id)!;
  const cases: [string, Effect, (after: State, before: State) => void][] = [
    ["heat", { kind: "heat", by: 5 }, (a, b) => expect(a.heat).toBe(b.heat + 5)],
    ["legitimacy", { kind: "legitimacy", by: -4 }, (a, b) => expect(a.legitimacy).toBe(b.legitimacy - 4)],
    ["face", { kind: "face", by: 2 }, (a, b) => expect(a.beijing.face).toBe(b.beijing.face + 2)],
    [
      "reputation",
      { kind: "reputation", by: -3 },
      (a, b) => expect(a.beijing.reputation).toBe(b.beijing.reputation - 3),
    ],
    [
      "growth",
      { kind: "growth", by: 0.1 },
      (a, b) => expect(a.beijing.growth).toBeCloseTo(b.beijing.growth + 0.1, 12),
    ],
    ["resolve", { kind: "resolve", by: 0.1 }, (a, b) => expect(a.resolve).toBeCloseTo(b.resolve + 0.1, 12)],
    [
      "support now",
      { kind: "support", who: "FR", by: -0.1 },
      (a, b) => expect(who(a, "FR").support).toBeCloseTo(who(b, "FR").support - 0.1, 12),
    ],
    [
      "support for a time",
      { kind: "support", who: "all", by: 0.05, weeks: 13 },
      (a) => a.members.forEach((m) => expect(m.sways).toEqual([{ by: 0.05, until: 13 }])),
    ],
    [
      "support of the careful payers",
      { kind: "support", who: "frugal", by: 0.1, weeks: 9 },
      (a) => expect(a.members.map((m) => m.sways.length > 0)).toEqual(base.members.map((m) => m.frugal)),
    ],
    [
      "support of hawks",
      { kind: "support", who: "hawks", by: 0.1, weeks: 9 },
      (a) =>
        expect(a.members.map((m) => m.sways.length > 0)).toEqual(base.members.map((m) => m.posture >= 1)),
    ],
    [
      "support of doves",
      { kind: "support", who: "doves", by: 0.1, weeks: 9 },
      (a) =>
        expect(a.members.map((m) => m.sways.length > 0)).toEqual(base.members.map((m) => m.posture <= -1)),
    ],
    [
      "support of those hit",
      { kind: "support", who: "hit", by: 0.1, weeks: 9 },
      (a) => expect(a.members.flatMap((m, k) => (m.sways.length > 0 ? [k] : []))).toEqual([1, 2]),
    ],
    [
      "standing",
      { kind: "standing", who: "decider", by: 1 },
      (a, b) => expect(who(a, "DE").standing).toBe(who(b, "DE").standing + 1),
    ],
    [
      "points of the decider",
      { kind: "points", who: "decider", by: -1 },
      (a, b) => expect(who(a, "DE").points).toBe(who(b, "DE").points - 1),
    ],
    [
      "points of Beijing",
      { kind: "points", who: "beijing", by: 2 },
      (a, b) => expect(a.beijing.points).toBe(b.beijing.points + 2),
    ],
    ["money", { kind: "money", by: -40 }, (a, b) => expect(who(a, "DE").purse).toBe(who(b, "DE").purse - 40)],
    ["a fund that is not there", { kind: "fund", billion: 1 }, (a) => expect(a.commission.fund).toBe(0)],
    ["cohesion", { kind: "cohesion", by: 2 }, (a, b) => expect(a.cohesion).toBeCloseTo(b.cohesion + 2, 10)],
    [
      "risk",
      { kind: "risk", input: "magnets", by: 0.1 },
      (a, b) => expect(a.inputs[0]!.risk).toBeCloseTo(b.inputs[0]!.risk + 0.1, 12),
    ],
    [
      "throughput of all critical inputs",
      { kind: "throughput", input: "all", by: -0.2, weeks: 10 },
      (a) => expect(a.inputs.map((i) => i.shift)).toEqual(base.inputs.map((i) => (i.critical ? -0.2 : 0))),
    ],
    [
      "a stop of one input, told to all",
      { kind: "stop", input: "chips", by: -1.4, weeks: 14 },
      (a, b) => {
        expect(a.inputs.map((i) => [i.shift, i.shiftEnds])).toEqual(
          base.inputs.map((i) => (i.id === "chips" ? [-1.4, 14] : [0, -1])),
        );
        expect(a.news.at(-1)).toMatchObject({ code: "licences-stopped", amount: 14, to: [] });
        expect(a.heat).toBe(b.heat + base.model.heat.goSlow);
      },
    ],
    [
      "what was not stopped is not resumed",
      { kind: "resume", input: "chips" },
      (a, b) => expect(a.news.length).toBe(b.news.length),
    ],
    [
      "a card that follows",
      { kind: "ask", card: "E65" },
      (a) => expect(a.choices.at(-1)).toMatchObject({ card: "E65", seat: "DE", until: 6, chosen: "" }),
    ],
    [
      "a step tighter",
      { kind: "licence-step", input: "chips", by: -1 },
      (a) => expect(a.inputs[3]!.mode).toBe("case-by-case"),
    ],
    [
      "a tilt",
      { kind: "tilt", who: "doves", factor: 1.3, weeks: 13 },
      (a) =>
        expect(a.inputs[0]!.tilt.map((k) => k === 1.3)).toEqual(base.members.map((m) => m.posture <= -1)),
    ],
    [
      "recycling",
      { kind: "recycling", input: "magnets", by: 0.02 },
      (a, b) => expect(a.inputs[0]!.recyclingCap).toBeCloseTo(b.inputs[0]!.recyclingCap + 0.02, 12),
    ],
    [
      "adaptation",
      { kind: "adapt", input: "magnets", by: 0.05 },
      (a, b) => expect(a.inputs[0]!.adapt).toBeCloseTo(b.inputs[0]!.adapt + 0.05, 12),
    ],
    [
      "pressure of prices",
      { kind: "price", sector: "vehicles", by: 0.02 },
      (a) => expect(a.trade.price[vehicles]).toBe(0.02),
    ],
    ["a scrap limit", { kind: "scrap-limit", by: 0.5 }, (a) => expect(a.commission.scrapLimit).toBe(0.5)],
    [
      "stock found",
      { kind: "stock", input: "magnets", by: 0.6 },
      (a, b) => expect(a.inputs[0]!.stock[DE]).toBeCloseTo(b.inputs[0]!.stock[DE]! + 0.6, 12),
    ],
    [
      "relief",
      { kind: "relief", factor: 0.7, weeks: 13 },
      (a) => expect(who(a, "DE")).toMatchObject({ reliefFactor: 0.7, reliefUntil: 13 }),
    ],
    ["market access", { kind: "access", by: 0.1 }, (a) => expect(a.trade.access).toBe(0.1)],
    [
      "a procedure put off",
      { kind: "file", id: "chemicals-dumping", does: "delay", weeks: 4 },
      (a) => expect(file(a, "chemicals-dumping")).toMatchObject({ gate: 10, nextGate: 24 }),
    ],
    [
      "a procedure sped up",
      { kind: "file", id: "battery-subsidy", does: "speed", weeks: 8 },
      (a) => expect(file(a, "battery-subsidy")).toMatchObject({ gate: 18, nextGate: 34 }),
    ],
    [
      "a procedure closed",
      { kind: "file", id: "ev-duties", does: "close" },
      (a) => expect(file(a, "ev-duties")).toMatchObject({ stage: "closed", duty: 0 }),
    ],
    [
      "a procedure in force",
      { kind: "file", id: "battery-subsidy", does: "in-force", rate: 0.1 },
      (a) => expect(file(a, "battery-subsidy")).toMatchObject({ stage: "in-force", duty: 0.1 }),
    ],
    [
      "a strict law",
      { kind: "file", id: "diversification-law", does: "propose-strict" },
      (a) => expect(file(a, "diversification-law")).toMatchObject({ stage: "proposal", strict: true }),
    ],
    [
      "a soft law",
      { kind: "file", id: "diversification-law", does: "propose-soft" },
      (a) => expect(file(a, "diversification-law")).toMatchObject({ stage: "proposal", strict: false }),
    ],
    [
      "shorter deadlines",
      { kind: "provisional-speed", weeks: 8 },
      (a) => expect(a.commission.provisionalSpeed).toBe(8),
    ],
    [
      "a plant put off",
      { kind: "project", id: "narva", does: "delay", weeks: 20 },
      (a, b) => expect(a.projects[0]!.weeksLeft).toBe(b.projects[0]!.weeksLeft + 20),
    ],
    [
      "a plant lost",
      { kind: "project", id: "narva", does: "kill" },
      (a) => expect(a.projects[0]!.stage).toBe("dead"),
    ],
    [
      "a plant backed",
      { kind: "project", id: "narva-two", does: "back" },
      (a) => expect(a.projects[1]).toMatchObject({ backed: "offtake", needsBackingBy: -1 }),
    ],
    [
      "a probe",
      { kind: "open", form: "probe", side: "beijing", sector: "machinery", breadth: 0.15 },
      (a, b) => expect(a.files).toHaveLength(b.files.length + 1),
    ],
    ["a bare promise", { kind: "assurance", weeks: 26, verified: false }, (a) => expect(soothing(a)).toBe(1)],
    [
      "a measured one",
      { kind: "assurance", weeks: 52, verified: true },
      (a) => expect(a.contracts[0]).toMatchObject({ template: "licence-benchmark", until: 52 }),
    ],
    [
      "a rule for the store",
      { kind: "allocation", rule: "by-size" },
      (a) => expect(a.commission.releaseRule).toBe("by-size"),
    ],
    [
      "controls put off",
      { kind: "controls", weeks: 52 },
      (a, b) => expect(a.beijing.packageUntil).toBe(b.beijing.packageUntil + 52),
    ],
    [
      "controls left to return",
      { kind: "controls", weeks: 0 },
      (a, b) =>
        expect([a.beijing.packageUntil, a.news.length]).toEqual([b.beijing.packageUntil, b.news.length]),
    ],
    ["a flood", { kind: "flood", weeks: 20 }, (a) => expect(a.beijing.floodUntil).toBe(20)],
    [
      "a mutual step-down",
      { kind: "step-down", by: 0.15 },
      (a) => expect(a.contracts[0]!.template).toBe("mutual-step-down"),
    ],
  ];

  test.each(cases)("%s", (_, effect, see) => {
    const state = fresh();
    applyEffects(base, state, [effect], { by: "DE", about: [1, 2] }, silent);
    see(state, s0);
  });

  test("a fund that exists grows", () => {
    const state = fresh();
    state.commission.fund = 1;
    applyEffects(base, state, [{ kind: "fund", billion: 3 }], { by: "commission", about: [] }, silent);
    expect(state.commission.fund).toBe(4);
  });

  test("easing all licences ends a squeeze", () => {
    const state = fresh();
    turnValve(base, state, 0, "go-slow", silent);
    applyEffects(
      base,
      state,
      [{ kind: "licence-step", input: "all", by: 1 }],
      { by: "beijing", about: [] },
      silent,
    );
    expect(state.inputs[0]!.mode).toBe("case-by-case");
    expect(state.beijing.squeezeSince).toBe(-1);
  });

  test("the vocabulary is covered", () => {
    const kinds = new Set(cases.map(([, effect]) => effect.kind));
    const used = new Set(
      base.cards.flatMap((c) =>
        c.options.flatMap((o) => [...o.effects, ...(o.otherwise ?? [])].map((e) => e.kind)),
      ),
    );
    for (const kind of used) expect(kinds).toContain(kind);
  });
});

describe("a firm that makes chips (M9)", () => {
  const rules = base;
  const chips = indexOf(rules.inputs, "chips");
  /** NL asked by the card, in the first game whose dice bring that answer to its option. */
  function decided(answer: string, stopped: boolean): State {
    for (let seed = 1; seed < 400; seed++) {
      const state = fresh(rules, seed);
      applyEffects(rules, state, [{ kind: "ask", card: "E65" }], { by: "NL", about: [] }, silent);
      const choice = state.choices.at(-1)!;
      choice.card = "E43";
      takeOption(rules, state, choice, answer, silent);
      if (state.inputs[chips]!.shift < 0 === stopped) return state;
    }
    throw new Error(`no game in which "${answer}" comes out so`);
  }
  const often = (answer: string): number => {
    let n = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const state = fresh(rules, seed);
      state.choices = [{ id: "d", card: "E43", seat: "NL", asked: 0, until: 3, about: [], chosen: "" }];
      takeOption(rules, state, state.choices[0]!, answer, silent);
      if (state.inputs[chips]!.shift < 0) n += 1;
    }
    return n / 200;
  };

  test("control is answered by a stop in two of five games, conditions in one of ten, leaving it alone never", () => {
    expect(Math.abs(often("full") - 0.4)).toBeLessThan(0.1);
    expect(Math.abs(often("conditions") - 0.1)).toBeLessThan(0.06);
    expect(often("leave")).toBe(0);
  });

  test("it stays with Europe either way, and a stop asks the state again", () => {
    expect(decided("full", false).inputs[chips]!.adapt).toBeCloseTo(0.03, 12);
    const stopped = decided("full", true);
    expect(stopped.inputs[chips]!.adapt).toBeCloseTo(0.03, 12);
    const again = stopped.choices.at(-1)!;
    expect(again).toMatchObject({ card: "E65", seat: "NL", chosen: "" });
    const resolve = stopped.resolve;
    takeOption(rules, stopped, again, "return", silent);
    expect(stopped.inputs[chips]!.shift).toBe(0);
    expect(stopped.inputs[chips]!.adapt).toBe(0);
    expect(stopped.resolve).toBeLessThan(resolve);
    expect(stopped.news.some((n) => n.code === "licences-resumed")).toBe(true);
  });

  test("held to its end the stop brings lines to a standstill in many states, and then passes", () => {
    const state = decided("full", true);
    takeOption(rules, state, state.choices.at(-1)!, "hold", silent);
    let most = 0;
    for (let w = 0; w < 40; w++) {
      state.tick += 1;
      drift(rules, state, silent);
      most = Math.max(most, state.members.filter((m) => m.linesStopped > 0).length);
    }
    expect(most).toBeGreaterThan(5);
    expect(state.inputs[chips]!.shift).toBe(0);
    expect(state.members.every((m) => m.linesStopped === 0)).toBe(true);
  });
});

test("every card's last option is free, and every card can be answered", () => {
  for (const c of base.cards) {
    expect(c.options.at(-1)!.points ?? 0).toBe(0);
    if (c.decider !== "nobody") expect(c.options.length).toBeGreaterThan(1);
  }
});
