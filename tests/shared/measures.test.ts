// Measures with a procedure of their own: subsidised firms, safeguards, closed tenders, reviews, and prices in place of duties.

import { describe, expect, test } from "vitest";
import { silent } from "../../shared/explain.ts";
import { clone, type File, type State } from "../../shared/state.ts";
import { atGate, decideGate, decisionsAt, dropFile, narrow } from "../../shared/world/gates.ts";
import { openReview } from "../../shared/world/review.ts";
import { allVote, fileOf, fresh, MACHINES, open, pass, rules } from "../helpers/procedures.ts";

const { law, beijing } = rules.model;

describe("subsidised firms: a first look, a closer one, and advice that binds nobody", () => {
  const looked = (decision: "deepen" | "lapse" | undefined): { state: State; file: File } => {
    const state = fresh();
    const file = open(state, "foreign-subsidy");
    pass(state, law.foreignSubsidy);
    expect(decisionsAt(file)).toEqual(["deepen", "lapse"]);
    if (decision) decideGate(rules, state, file, decision, silent);
    pass(state, law.foreignSubsidy + 1);
    return { state, file };
  };

  test("without a closer look it ends", () => {
    expect(looked("lapse").file.stage).toBe("closed");
    expect(looked(undefined).file.stage).toBe("closed");
  });

  test("looked at closer, it is decided by the Commission, and advice comes before it applies", () => {
    for (const ballot of ["for", "against"] as const) {
      const { state, file } = looked("deepen");
      const end = law.foreignSubsidy + law.foreignSubsidyDepth;
      expect(file).toMatchObject({ stage: "definitive-gate", gate: end });
      pass(state, end - 1);
      decideGate(rules, state, file, "impose", silent);
      expect(file).toMatchObject({ stage: "in-force", duty: 0, gate: end - 1 + law.advisory });
      allVote(state, ballot);
      const { legitimacy } = state;
      pass(state, end + law.advisory);
      expect(file.duty).toBe(law.redressRate);
      const heard = state.votes.find((v) => v.file === file.id)!;
      expect(heard).toMatchObject({ rule: "advisory", outcome: ballot === "for" ? "passed" : "failed" });
      const lost = ballot === "for" ? 0 : rules.model.politics.noMajority;
      expect(state.legitimacy).toBe(legitimacy - lost);
    }
  });
});

describe("a safeguard", () => {
  /** The definitive decision put to a vote with all ballots the same. */
  function put(ballot: "for" | "abstain" | "against"): { state: State; file: File } {
    const state = fresh();
    const file = open(state, "safeguard");
    pass(state, law.safeguardProvisional);
    decideGate(rules, state, file, "impose", silent);
    expect(file).toMatchObject({ stage: "provisional", duty: file.rate });
    pass(state, 38);
    expect(file.duty).toBe(0);
    decideGate(rules, state, file, "impose", silent);
    allVote(state, ballot);
    pass(state, file.gate + 1);
    return { state, file };
  }

  test("names no country, so its provisional duty offends less than one against China's goods", () => {
    const heated = (kind: "safeguard" | "anti-subsidy") => {
      const state = fresh();
      const file = open(state, kind);
      pass(state, kind === "safeguard" ? law.safeguardProvisional : file.gate);
      const before = file.heat;
      decideGate(rules, state, file, "impose", silent);
      return file.heat - before;
    };
    const { safeguard, tariff } = rules.model.heat;
    expect(heated("safeguard")).toBeCloseTo(safeguard, 10);
    expect(heated("anti-subsidy")).toBeCloseTo(tariff, 10);
  });

  test("needs a majority in favour, costs partners' patience, and runs out", () => {
    const { state, file } = put("for");
    expect(file).toMatchObject({ stage: "in-force", duty: file.rate });
    expect(file.nextGate).toBe(state.tick + law.safeguardTerm);
    expect(state.legitimacy).toBe(rules.model.politics.legitimacyNormal - rules.model.politics.partners);
    pass(state, file.nextGate);
    expect(file).toMatchObject({ stage: "closed", duty: 0 });
  });

  test("is dead with a majority against; without one either way the Commission may appeal", () => {
    expect(put("against").file.stage).toBe("closed");
    const { state, file } = put("abstain");
    expect(file).toMatchObject({ stage: "appeal-gate", gate: state.tick + law.appealWithin });
    expect(atGate(rules, file, state.tick)).toBe(true);
    expect(decisionsAt(file)).toEqual(["appeal", "lapse"]);
    const idle = clone(state);
    pass(idle, file.gate + 1);
    expect(fileOf(idle, file.id).stage).toBe("closed");
  });

  test("and needs the majority in favour there as well", () => {
    for (const [ballot, stage] of [
      ["for", "in-force"],
      ["abstain", "closed"],
    ] as const) {
      const { state, file } = put("abstain");
      decideGate(rules, state, file, "appeal", silent);
      expect(state.votes.at(-1)).toMatchObject({ rule: "for", appeal: true });
      allVote(state, ballot);
      pass(state, file.gate + 1);
      expect(file.stage).toBe(stage);
    }
  });
});

describe("closed tenders", () => {
  const decided = (decision: "exclude" | "adjust", ballot: "for" | "abstain" | "against") => {
    const state = fresh();
    const file = open(state, "procurement");
    pass(state, law.procurement - 1);
    expect(decisionsAt(file)).toEqual(["exclude", "adjust", "lapse"]);
    decideGate(rules, state, file, decision, silent);
    allVote(state, ballot);
    pass(state, file.gate + 1);
    return { state, file };
  };

  test("to shut firms out needs a majority in favour", () => {
    const { state, file } = decided("exclude", "for");
    expect(file).toMatchObject({ stage: "in-force", duty: 0, gate: state.tick + law.procurementForce });
    expect(decided("exclude", "against").file.stage).toBe("closed");
  });

  test("without a majority either way the appeal committee only stops it by one against", () => {
    for (const [again, stage] of [
      ["abstain", "in-force"],
      ["against", "closed"],
    ] as const) {
      const { state, file } = decided("exclude", "abstain");
      expect(file.stage).toBe("appeal-gate");
      decideGate(rules, state, file, "appeal", silent);
      expect(state.votes.at(-1)).toMatchObject({ rule: "unless-against", appeal: true });
      allVote(state, again);
      const before = state.legitimacy;
      pass(state, file.gate + 1);
      expect(file.stage).toBe(stage);
      const bare = again === "abstain" ? rules.model.politics.noMajority : 0;
      expect(state.legitimacy).toBe(before - bare);
    }
  });

  test("to let them count for less passes unless stopped, and is worth half", () => {
    const { file } = decided("adjust", "abstain");
    expect(file).toMatchObject({ stage: "in-force", remedy: "score", rate: law.exclusionRate * law.half });
    expect(decided("adjust", "against").file.stage).toBe("closed");
  });

  test("Beijing mirrors them within three weeks, and opens its own when Europe does", () => {
    const { state, file } = decided("exclude", "for");
    const usual = rules.sectors[MACHINES]!.dutyChina;
    pass(state, file.gate - 1);
    expect(state.files.some((f) => f.of === file.id)).toBe(false);
    pass(state, file.gate);
    expect(state.trade.dutyEurope[MACHINES]).toBeGreaterThan(rules.sectors[MACHINES]!.dutyEurope);
    const mirror = state.files.find((f) => f.of === file.id)!;
    expect(mirror).toMatchObject({ kind: "mirror", side: "beijing", duty: 0 });
    pass(state, state.tick + beijing.mirrorWeeks);
    expect(mirror.duty).toBe(beijing.mirrorRate);
    expect(state.trade.dutyChina[MACHINES]).toBeGreaterThan(usual);
    dropFile(rules, state, file, silent);
    pass(state, state.tick + 1);
    expect(mirror.stage).toBe("closed");
    expect(state.trade.dutyChina[MACHINES]).toBeCloseTo(usual, 12);
  });
});

describe("a duty in force", () => {
  const ev = (state: State) => fileOf(state, "ev-duties");

  test("runs out after its years, but not while a review is under way", () => {
    const state = fresh();
    const end = ev(state).nextGate;
    expect(end - ev(state).gate).toBe(law.dutyLasts);
    const other = clone(state);
    pass(state, end - 1);
    expect(ev(state).duty).toBe(0.21);
    pass(state, end);
    expect(ev(state)).toMatchObject({ stage: "closed", duty: 0 });
    pass(other, end - 10);
    openReview(rules, other, ev(other), silent);
    pass(other, end + 5);
    expect(ev(other).duty).toBe(0.21);
  });

  test.each([
    ["impose", 0.21],
    ["halve", 0.105],
  ] as const)("a review that decides to %s sets it to %d for its full time", (decision, rate) => {
    const state = fresh();
    const review = openReview(rules, state, ev(state), silent);
    pass(state, law.review - 1);
    expect(decisionsAt(review)).toEqual(["impose", "halve", "lapse"]);
    decideGate(rules, state, review, decision, silent);
    expect(state.votes.at(-1)!.rule).toBe("unless-against");
    const heat = state.heat;
    pass(state, review.gate + 1);
    expect(review.stage).toBe("closed");
    expect(ev(state)).toMatchObject({ duty: rate, nextGate: state.tick + law.dutyLasts });
    const { sector, breadth } = ev(state);
    const want = rules.sectors[sector]!.dutyEurope + (rate - 0.21) * breadth;
    expect(state.trade.dutyEurope[sector]).toBeCloseTo(want, 12);
    if (decision === "halve") expect(state.heat).toBeLessThan(heat);
  });

  test("a review that is let go ends the duty, one that nobody decides on leaves it", () => {
    const state = fresh();
    const review = openReview(rules, state, ev(state), silent);
    pass(state, law.review - 1);
    const other = clone(state);
    decideGate(rules, state, review, "lapse", silent);
    expect(ev(state)).toMatchObject({ stage: "closed", duty: 0 });
    expect(review.stage).toBe("closed");
    const { resolve } = other;
    pass(other, law.review + 1);
    expect(fileOf(other, review.id).stage).toBe("closed");
    expect(ev(other).duty).toBe(0.21);
    expect(other.resolve).toBe(resolve);
  });

  test("narrowed, it weighs half in its sector, also one of before the game", () => {
    const state = fresh();
    const file = ev(state);
    const { sector, breadth } = file;
    const before = state.trade.dutyEurope[sector]!;
    narrow(rules, state, file, silent);
    expect(state.trade.dutyEurope[sector]).toBeCloseTo(before - 0.21 * (breadth / 2), 12);
  });
});

test("a price that is not kept is looked into for half a year; then the duty applies again", () => {
  let broken = 0;
  for (let seed = 1; seed <= 40; seed++) {
    const state = fresh(seed);
    const file = fileOf(state, "chemicals-dumping");
    pass(state, 4);
    decideGate(rules, state, file, "impose", silent);
    pass(state, 18);
    decideGate(rules, state, file, "undertaking", silent);
    while (state.tick < 180 && file.nextGate < 0) pass(state, state.tick + 1);
    if (file.nextGate < 0) continue;
    broken += 1;
    const proven = file.nextGate;
    expect(proven).toBe(state.tick + law.breachWeeks);
    pass(state, proven - 1);
    expect(file.duty).toBeCloseTo(file.rate * law.floor, 12);
    pass(state, proven);
    expect(file).toMatchObject({ kind: "anti-dumping", stage: "in-force", duty: file.rate, gate: proven });
  }
  // A tenth a year for about three years.
  expect(broken).toBeGreaterThan(4);
  expect(broken).toBeLessThan(22);
});
