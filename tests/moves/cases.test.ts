// C1 and C2: open, drop and decide trade-defence cases.

import { describe, expect, test } from "vitest";
import { clone } from "../../shared/state.ts";
import { file, order, pass, play, position, type Row, rules, s, told } from "../helpers/order.ts";

const open = (sector: string, form = "anti-subsidy", breadth = "product") => ({
  kind: "open-case",
  form,
  sector,
  breadth,
});

const opening: Row[] = [
  {
    name: "a new case is asked for, costs one point and starts the six weeks' pause",
    seat: "commission",
    order: open("machinery"),
    does(after, before) {
      const fresh = after.files.at(-1)!;
      expect(fresh).toMatchObject({
        kind: "anti-subsidy",
        side: "europe",
        sector: s("machinery"),
        why: "move",
      });
      expect(fresh.breadth).toBe(rules.model.moves.productBreadth);
      expect(after.commission.points).toBe(before.commission.points - 1);
      expect(after.commission.caseNext).toBe(rules.model.law.caseEvery);
      expect(told(after, before, "case-opened")).toHaveLength(1);
    },
  },
  {
    name: "a whole sector is a broader case",
    seat: "commission",
    order: open("machinery", "anti-dumping", "sector"),
    does: (after) => expect(after.files.at(-1)!.breadth).toBe(rules.model.moves.sectorBreadth),
  },
  {
    name: "proven injury raises legitimacy",
    seat: "commission",
    given: (state) => {
      state.trade.injury[s("machinery")] = 0.05;
    },
    order: open("machinery"),
    does: (after, before) =>
      expect(after.legitimacy).toBeCloseTo(before.legitimacy + rules.model.moves.caseProof),
  },
  {
    name: "a thin complaint costs legitimacy",
    seat: "commission",
    order: open("machinery"),
    does: (after, before) =>
      expect(after.legitimacy).toBeCloseTo(before.legitimacy + rules.model.moves.caseThin),
  },
  {
    name: "a safeguard meets goods from everywhere",
    seat: "commission",
    order: open("machinery", "safeguard", "sector"),
    does: (after) =>
      expect(after.files.at(-1)).toMatchObject({
        kind: "safeguard",
        stage: "provisional-gate",
        gate: rules.model.law.safeguardProvisional,
      }),
  },
  {
    name: "a case about tenders covers what public offices buy, and is proven while China's stay shut",
    seat: "commission",
    order: open("electronics", "procurement", "sector"),
    does(after, before) {
      const { sectorBreadth, caseProof } = rules.model.moves;
      expect(after.files.at(-1)!.breadth).toBe(sectorBreadth * rules.model.law.procurementShare);
      expect(after.legitimacy).toBe(before.legitimacy + caseProof);
    },
  },
  {
    name: "and thin once they have been opened",
    seat: "commission",
    given: (state) => {
      state.trade.access = rules.model.moves.caseAccess;
    },
    order: open("electronics", "procurement"),
    does: (after, before) => expect(after.legitimacy).toBe(before.legitimacy + rules.model.moves.caseThin),
  },
  {
    name: "closed tenders are no duty that goods could be brought around",
    seat: "commission",
    order: open("machinery", "circumvention"),
    refused: { code: "not-open", what: "duty" },
  },
  { name: "no such sector", seat: "commission", order: open("spices"), refused: "no-such-thing" },
  { name: "not Beijing's move", seat: "beijing", order: open("machinery"), refused: "not-your-seat" },
  { name: "not a capital's move", seat: "DE", order: open("machinery"), refused: "not-your-seat" },
  {
    name: "the same case twice",
    seat: "commission",
    order: open("electrical"),
    refused: "already-so",
  },
  {
    name: "circumvention of a duty that does not exist",
    seat: "commission",
    order: open("machinery", "circumvention"),
    refused: { code: "not-open", what: "duty" },
  },
  {
    name: "circumvention of a duty in force",
    seat: "commission",
    order: open("metals", "circumvention"),
    given: (state) => {
      file(state, "steel-quota").duty = 0.1;
    },
    does: (after) => expect(after.files.at(-1)!.kind).toBe("circumvention"),
  },
  {
    name: "the pause between two cases",
    seat: "commission",
    given: (state) => {
      state.commission.caseNext = 4;
    },
    order: open("machinery"),
    refused: { code: "cooling-down", until: 4 },
  },
  {
    name: "a purse with less than a point",
    seat: "commission",
    given: (state) => {
      state.commission.points = 0.99;
    },
    order: open("machinery"),
    refused: { code: "not-enough-points", have: 0.75, need: 1 },
  },
  {
    name: "after the end",
    seat: "commission",
    given: (state) => {
      state.ending = {
        tick: 0,
        verdict: "unfinished-business",
        early: false,
        security: 0,
        securityAfter: 0,
        scores: [],
      };
    },
    order: open("machinery"),
    refused: "game-over",
  },
];

describe("open-case", () => {
  test.each(opening)("$name", play);

  test("laws under way and Beijing's probes do not count among its cases", () => {
    const state = position();
    for (const f of state.files)
      if (f.kind === "law" || f.kind === "review" || f.side === "beijing") f.why = "move";
    expect(order(state, "commission", open("machinery"))).toBeNull();
  });

  test("at most three new cases at a time, those of before the game not counted", () => {
    const state = position();
    for (const sector of ["machinery", "consumer", "metals"]) {
      state.commission.caseNext = 0;
      expect(order(state, "commission", open(sector))).toBeNull();
    }
    state.commission.caseNext = 0;
    expect(order(state, "commission", open("agrifood"))).toEqual({
      code: "limit-reached",
      need: 3,
      what: "case",
    });
  });
});

const narrow = (id: string) => ({ kind: "narrow-case", file: id });

const narrowing: Row[] = [
  {
    name: "half of a case is cooler, and half a step back",
    seat: "commission",
    given: (state) => {
      state.heat = 30;
    },
    order: narrow("battery-subsidy"),
    does(after, before) {
      const { narrowShare } = rules.model.moves;
      const breadth = file(before, "battery-subsidy").breadth * narrowShare;
      expect(file(after, "battery-subsidy").breadth).toBe(breadth);
      expect(after.heat).toBeCloseTo(30 - (1 - narrowShare) * rules.model.heat.caseOpened, 10);
      expect(after.resolve).toBeCloseTo(before.resolve - (1 - narrowShare) * rules.model.resolve.lapse, 10);
      expect(after.legitimacy).toBe(before.legitimacy);
      expect(told(after, before, "case-narrowed")).toHaveLength(1);
    },
  },
  {
    name: "a measure far wider than its cause looks fairer",
    seat: "commission",
    given: (state) => {
      file(state, "battery-subsidy").breadth = 0.75;
      file(state, "battery-subsidy").duty = 0.1;
    },
    order: narrow("battery-subsidy"),
    does: (after, before) =>
      expect(after.legitimacy).toBe(before.legitimacy + rules.model.moves.narrowLegitimacy),
  },
  {
    name: "a case opened wide in order to be narrowed gains nothing while it does not bite",
    seat: "commission",
    given: (state) => {
      file(state, "battery-subsidy").breadth = 0.75;
    },
    order: narrow("battery-subsidy"),
    does: (after, before) => expect(after.legitimacy).toBe(before.legitimacy),
  },
  {
    name: "a duty in force weighs half as much",
    seat: "commission",
    order: narrow("ev-duties"),
    does(after, before) {
      const v = s("vehicles");
      const { breadth, duty } = file(before, "ev-duties");
      expect(after.trade.dutyEurope[v]).toBeCloseTo(before.trade.dutyEurope[v]! - (duty * breadth) / 2, 12);
    },
  },
  {
    name: "not down to nothing",
    seat: "commission",
    given: (state) => {
      file(state, "battery-subsidy").breadth = 0.15;
    },
    order: narrow("battery-subsidy"),
    refused: { code: "out-of-range", have: 0.075, need: rules.model.moves.narrowLeast, what: "breadth" },
  },
  {
    name: "not while the capitals vote on it",
    seat: "commission",
    given: (state) => {
      file(state, "battery-subsidy").stage = "council";
    },
    order: narrow("battery-subsidy"),
    refused: { code: "not-open", what: "council" },
  },
  { name: "not a law", seat: "commission", order: narrow("accelerator-act"), refused: "not-open" },
  { name: "not Beijing's", seat: "commission", order: narrow("brandy"), refused: "not-open" },
  { name: "no such file", seat: "commission", order: narrow("none"), refused: "no-such-thing" },
];

describe("narrow-case", () => {
  test.each(narrowing)("$name", play);
});

const dropping: Row[] = [
  {
    name: "a case under way ends, with less heat and less belief in Europe's resolve",
    seat: "commission",
    given: (state) => {
      state.heat = 30;
    },
    order: { kind: "drop-case", file: "battery-subsidy" },
    does(after, before) {
      expect(file(after, "battery-subsidy").stage).toBe("closed");
      expect(after.heat).toBeLessThan(before.heat);
      expect(after.resolve).toBeLessThan(before.resolve);
      expect(told(after, before, "case-dropped")).toHaveLength(1);
    },
  },
  {
    name: "heat falls by what all its steps have raised, the opening and the duty",
    seat: "commission",
    given: (state) => {
      atGate?.(state);
      expect(order(state, "commission", decide("impose"))).toBeNull();
      state.heat = 30;
    },
    order: { kind: "drop-case", file: "chemicals-dumping" },
    does(after) {
      const { caseOpened, tariff } = rules.model.heat;
      expect(after.heat).toBeCloseTo(30 - caseOpened - tariff, 10);
    },
  },
  {
    name: "whoever drops a proven case breaks faith with its makers",
    seat: "commission",
    given: (state) => {
      state.trade.injury[s("electrical")] = 0.05;
    },
    order: { kind: "drop-case", file: "battery-subsidy" },
    does: (after, before) =>
      expect(after.legitimacy).toBeCloseTo(before.legitimacy - rules.model.moves.caseProof),
  },
  {
    name: "a thin one may be dropped without a word",
    seat: "commission",
    order: { kind: "drop-case", file: "battery-subsidy" },
    does: (after, before) => expect(after.legitimacy).toBe(before.legitimacy),
  },
  {
    name: "and a duty in force, proven or not",
    seat: "commission",
    given: (state) => {
      state.trade.injury[s("vehicles")] = 0.05;
    },
    order: { kind: "drop-case", file: "ev-duties" },
    does: (after, before) => expect(after.legitimacy).toBe(before.legitimacy),
  },
  {
    name: "a duty in force ends",
    seat: "commission",
    order: { kind: "drop-case", file: "ev-duties" },
    does(after) {
      expect(file(after, "ev-duties")).toMatchObject({ stage: "closed", duty: 0 });
    },
  },
  {
    name: "no such file",
    seat: "commission",
    order: { kind: "drop-case", file: "none" },
    refused: "no-such-thing",
  },
  {
    name: "not a law",
    seat: "commission",
    order: { kind: "drop-case", file: "accelerator-act" },
    refused: "not-open",
  },
  {
    name: "not Beijing's duty",
    seat: "commission",
    order: { kind: "drop-case", file: "brandy" },
    refused: "not-open",
  },
  {
    name: "not while the Council votes on it",
    seat: "commission",
    given: (state) => {
      file(state, "battery-subsidy").stage = "council";
    },
    order: { kind: "drop-case", file: "battery-subsidy" },
    refused: "not-open",
  },
];

describe("drop-case", () => {
  test.each(dropping)("$name", play);
});

const decide = (decision: string, name = "chemicals-dumping") => ({
  kind: "decide-gate",
  file: name,
  decision,
});
const atGate: Row["given"] = (state) => {
  state.tick = file(state, "chemicals-dumping").gate - 1;
};
/** The provisional duty stands and the definitive gate has come. */
const atSecondGate: Row["given"] = (state) => {
  const found = file(state, "chemicals-dumping");
  state.tick = found.nextGate - 1;
  Object.assign(found, { stage: "definitive-gate", gate: found.nextGate, duty: found.rate });
};

const deciding: Row[] = [
  {
    name: "a provisional duty bites at the full rate and heats",
    seat: "commission",
    given: atGate,
    order: decide("impose"),
    does(after, before) {
      const found = file(after, "chemicals-dumping");
      expect(found.duty).toBeCloseTo(found.rate);
      expect(found.stage).toBe("provisional");
      expect(after.heat).toBeGreaterThan(before.heat);
      expect(after.commission.points).toBe(before.commission.points - 1);
      expect(told(after, before, "provisional-duty")).toHaveLength(1);
      expect(after.votes.at(-1)).toMatchObject({ file: "chemicals-dumping", rule: "advisory" });
    },
  },
  {
    name: "half a provisional duty",
    seat: "commission",
    given: atGate,
    order: decide("halve"),
    does(after, before) {
      expect(file(after, "chemicals-dumping").duty).toBeCloseTo(file(before, "chemicals-dumping").rate / 2);
    },
  },
  {
    name: "to let it lapse costs nothing but belief",
    seat: "commission",
    given: atGate,
    order: decide("lapse"),
    does(after, before) {
      expect(after.commission.points).toBe(before.commission.points);
      expect(after.resolve).toBeLessThan(before.resolve);
      expect(file(after, "chemicals-dumping").duty).toBe(0);
    },
  },
  {
    name: "no undertaking before a provisional finding",
    seat: "commission",
    given: atGate,
    order: decide("undertaking"),
    refused: { code: "not-open", what: "undertaking" },
  },
  {
    name: "a definitive duty goes to the Council, which can only stop it",
    seat: "commission",
    given: atSecondGate,
    order: decide("impose"),
    does(after) {
      expect(file(after, "chemicals-dumping").stage).toBe("council");
      expect(after.votes.at(-1)).toMatchObject({ file: "chemicals-dumping", rule: "unless-against" });
    },
  },
  {
    name: "an undertaking in place of the definitive duty cools",
    seat: "commission",
    given: (state) => {
      atSecondGate(state);
      state.heat = 30;
    },
    order: decide("undertaking"),
    does(after, before) {
      expect(after.heat).toBeLessThan(before.heat);
      expect(told(after, before, "undertaking-accepted")).toHaveLength(1);
    },
  },
  {
    name: "not before the window opens",
    seat: "commission",
    order: decide("impose", "battery-subsidy"),
    refused: "nothing-to-decide",
  },
  { name: "no such file", seat: "commission", order: decide("impose", "none"), refused: "no-such-thing" },
  { name: "not Beijing's gate", seat: "commission", order: decide("lapse", "pork"), refused: "not-open" },
  {
    name: "a purse without a point may only let go",
    seat: "commission",
    given: (state) => {
      atGate?.(state);
      state.commission.points = 0;
    },
    order: decide("impose"),
    refused: "not-enough-points",
  },
];

describe("decide-gate", () => {
  test.each(deciding)("$name", play);

  test("once decided, nothing waits", () => {
    const state = position();
    atGate(state);
    expect(order(state, "commission", decide("impose"))).toBeNull();
    expect(order(state, "commission", decide("halve"))).toEqual({ code: "nothing-to-decide" });
  });

  test("a new case comes to its gate by the law's clock and no sooner", () => {
    const state = position();
    expect(order(state, "commission", open("machinery"))).toBeNull();
    const { id } = state.files.at(-1)!;
    let weeks = 0;
    while (order(clone(state), "commission", decide("impose", id)) !== null && weeks < 60) {
      pass(state, 1);
      weeks += 1;
    }
    expect(weeks).toBe(rules.model.law.provisional - rules.model.law.decideWindow);
  });
});
