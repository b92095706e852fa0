// The Anti-Coercion Instrument: four stages with the votes and weeks of the law, what it is worth before it is used, and
// its end when the coercion ends.

import { describe, expect, test } from "vitest";
import { silent } from "../../shared/explain.ts";
import { clone, type File, type State } from "../../shared/state.ts";
import {
  type Answer,
  answer,
  determine,
  examine,
  isCoerced,
  mayAnswer,
  mayDetermine,
  noteCoercion,
} from "../../shared/world/coercion.ts";
import { economyWeek } from "../../shared/world/economy.ts";
import { decideGate, dropFile } from "../../shared/world/gates.ts";
import { setMode } from "../../shared/world/inputs.ts";
import { leverageOf } from "../../shared/world/leverage.ts";
import { offRampChance } from "../../shared/world/offramp.ts";
import { utility } from "../../shared/world/stakes.ts";
import { allVote, fileOf, fresh, MACHINES, open, pass, rules } from "../helpers/procedures.ts";

const { law, heat, politics, resolve } = rules.model;

/** Licences for magnets squeezed, with the pain that Europe feels of it. */
function squeezed(): State {
  const state = fresh();
  setMode(rules, state, 0, "go-slow");
  state.beijing.squeezeSince = 0;
  noteCoercion(state);
  return state;
}
const ease = (state: State) => {
  setMode(rules, state, 0, "case-by-case");
  state.beijing.squeezeSince = -1;
};

/** The file as far as the talks: found by all. */
function found(): { state: State; file: File } {
  const state = squeezed();
  const file = examine(rules, state, silent);
  pass(state, law.examinationLeast);
  determine(rules, state, file, silent);
  allVote(state, "for");
  pass(state, file.gate + 1);
  return { state, file };
}
const DUTIES: Answer = { remedy: "duties", sector: "machinery", delay: 0 };

/** The answer put to the vote with all ballots the same. */
function answered(ballot: "for" | "abstain" | "against", plan = DUTIES): { state: State; file: File } {
  const { state, file } = found();
  pass(state, file.nextGate);
  answer(rules, state, file, plan, silent);
  allVote(state, ballot);
  pass(state, file.gate + 1);
  return { state, file };
}

describe("what counts as coercion", () => {
  test("nothing in week 0; Beijing's duties of before the game are no answer to anything", () => {
    const state = fresh();
    pass(state, 3);
    expect(isCoerced(rules, state.coerced, 3)).toBe(false);
  });

  test.each<[string, (state: State) => void]>([
    ["a squeeze", (state) => setMode(rules, state, 1, "go-slow")],
    [
      "a hold at customs that came out",
      (state) => state.beijing.bans.push({ m: 0, s: 0, size: 0.3, until: 9, exposed: true }),
    ],
    [
      "a duty laid on in this game",
      (state) => {
        open(state, "probe", "beijing").duty = 0.3;
      },
    ],
  ])("%s counts while it lasts and for half a year after", (_, twist) => {
    const state = fresh();
    twist(state);
    pass(state, 1);
    expect(isCoerced(rules, state.coerced, 1)).toBe(true);
    expect(isCoerced(rules, state.coerced, 1 + law.coercionRecent)).toBe(true);
    expect(isCoerced(rules, state.coerced, 2 + law.coercionRecent)).toBe(false);
  });

  test("a hold at customs that nobody knows of does not", () => {
    const state = fresh();
    state.beijing.bans.push({ m: 0, s: 0, size: 0.3, until: 9, exposed: false });
    pass(state, 1);
    expect(isCoerced(rules, state.coerced, 1)).toBe(false);
  });
});

describe("the four stages", () => {
  test("an examination may be concluded from the sixth week, and is over after four months", () => {
    const state = squeezed();
    const { face } = state.beijing;
    const file = examine(rules, state, silent);
    expect(state.beijing.face).toBe(face - rules.model.moves.examineFace);
    expect(file).toMatchObject({ stage: "examination", gate: law.examination });
    expect(mayDetermine(file, law.examinationLeast - 1)).toBe(false);
    expect(mayDetermine(file, law.examinationLeast)).toBe(true);
    pass(state, law.examination);
    expect(file.stage).toBe("examination");
    const before = state.resolve;
    pass(state, law.examination + 1);
    expect(file.stage).toBe("closed");
    expect(state.resolve).toBeLessThan(before);
  });

  test("the Council has eight weeks and needs a majority in favour; finding coercion heats, and Beijing believes more", () => {
    const state = squeezed();
    const file = examine(rules, state, silent);
    pass(state, law.examinationLeast);
    determine(rules, state, file, silent);
    expect(state.votes.at(-1)).toMatchObject({ rule: "for", closes: state.tick + law.determination });
    const other = clone(state);
    allVote(state, "for");
    const before = { heat: state.heat, resolve: state.resolve };
    pass(state, file.gate + 1);
    expect(file).toMatchObject({
      stage: "engagement",
      nextGate: state.tick + law.engagementLeast,
      gate: state.tick + law.engagementMost,
    });
    expect(state.heat).toBeCloseTo(before.heat + heat.determination, 10);
    expect(state.resolve).toBeGreaterThan(before.resolve);
    allVote(other, "abstain");
    const again = fileOf(other, file.id);
    pass(other, again.gate + 1);
    const shut = other.tick + law.retry;
    expect(again).toMatchObject({ stage: "examination", shutUntil: shut, nextGate: shut });
  });

  test("measures may be proposed after four weeks of talks, and no later than half a year", () => {
    const { state, file } = found();
    expect(mayAnswer(file, file.nextGate - 1)).toBe(false);
    expect(mayAnswer(file, file.nextGate)).toBe(true);
    pass(state, file.gate + 1);
    expect(file.stage).toBe("closed");
  });

  test("the quickest way takes about twenty weeks, as the law allows", () => {
    const { state, file } = answered("for");
    pass(state, file.gate);
    expect(file.duty).toBe(law.measuresRate);
    expect(state.tick).toBeGreaterThanOrEqual(20);
    expect(state.tick).toBeLessThanOrEqual(26);
  });

  test("a majority for measures passes them at once, one against stops them for a while", () => {
    const { state, file } = answered("for");
    expect(file).toMatchObject({ stage: "in-force", duty: 0, gate: state.tick + 1 });
    const stopped = answered("against");
    expect(stopped.file).toMatchObject({ stage: "engagement", remedy: "none", sector: -1 });
    expect(mayAnswer(stopped.file, stopped.state.tick + law.retry - 1)).toBe(false);
  });

  test("without a majority either way the Commission may appeal, where only one against stops them", () => {
    for (const [again, stage] of [
      ["abstain", "in-force"],
      ["against", "engagement"],
    ] as const) {
      const { state, file } = answered("abstain");
      expect(file.stage).toBe("appeal-gate");
      decideGate(rules, state, file, "appeal", silent);
      allVote(state, again);
      const asked = state.tick;
      pass(state, file.gate + 1);
      expect(state.tick).toBe(asked + law.appeal + 1);
      expect(file.stage).toBe(stage);
    }
  });

  test("the weeks they wait run from the act, also when it took an appeal", () => {
    const { state, file } = answered("abstain", { ...DUTIES, delay: 13 });
    decideGate(rules, state, file, "appeal", silent);
    allVote(state, "abstain");
    pass(state, file.gate + 1);
    expect(file).toMatchObject({ stage: "in-force", gate: state.tick + 13, duty: 0 });
  });

  test("measures may wait, so that the coercion can stop", () => {
    const { state, file } = answered("for", { ...DUTIES, delay: 13 });
    expect(file.gate).toBe(state.tick + 13);
    pass(state, file.gate - 1);
    expect(file.duty).toBe(0);
    pass(state, file.gate);
    expect(file.duty).toBe(law.measuresRate);
  });
});

describe("its end", () => {
  test("talks end some weeks after the coercion did, measures too", () => {
    for (const { state, file } of [found(), answered("for")]) {
      pass(state, state.tick + 2);
      ease(state);
      pass(state, state.tick + law.coercionCeased);
      expect(file.stage).not.toBe("closed");
      pass(state, state.tick + 1);
      expect(file).toMatchObject({ stage: "closed", duty: 0 });
      expect(state.news.at(-1)!.code).toMatch(/coercion-ceased|duty-ended/);
      expect(state.trade.dutyEurope[MACHINES]).toBe(rules.sectors[MACHINES]!.dutyEurope);
    }
  });

  test("an examination goes on when the coercion is fresh in memory", () => {
    const state = squeezed();
    const file = examine(rules, state, silent);
    ease(state);
    pass(state, 12);
    expect(file.stage).toBe("examination");
  });

  test("it may be let go, at a price in belief", () => {
    const { state, file } = found();
    const before = state.resolve;
    dropFile(rules, state, file, silent);
    expect(file.stage).toBe("closed");
    expect(state.resolve).toBeLessThan(before);
  });
});

describe("what measures do", () => {
  const biting = (plan: Answer) => {
    const { state, file } = answered("for", plan);
    const before = clone(state);
    pass(state, file.gate);
    return { state, file, before };
  };

  test("duties and closed tenders raise the duty of their sector, and heat", () => {
    const sector = "machinery";
    const duties = biting({ remedy: "duties", sector, delay: 0 });
    const tenders = biting({ remedy: "procurement", sector, delay: 0 });
    const usual = rules.sectors[MACHINES]!.dutyEurope;
    for (const { state, before } of [duties, tenders]) {
      expect(state.trade.dutyEurope[MACHINES]).toBeGreaterThan(usual);
      expect(state.heat).toBeCloseTo(before.heat + heat.measures, 10);
    }
    expect(duties.state.files.some((f) => f.of === duties.file.id)).toBe(false);
    expect(tenders.state.files.some((f) => f.of === tenders.file.id && f.kind === "mirror")).toBe(true);
  });

  test("a stop for services and investors costs China growth and delays its plants, and their hosts mind", () => {
    const { state, before } = biting({ remedy: "services", delay: 0 });
    expect(state.trade.dutyEurope).toEqual(before.trade.dutyEurope);
    rules.projects.forEach((plan, k) => {
      const waits = plan.owner === "china" && before.projects[k]!.stage !== "operating";
      const delay = state.projects[k]!.weeksLeft - before.projects[k]!.weeksLeft;
      expect(delay, plan.id).toBe(waits ? law.investorWeeks : 0);
    });
    const hosts = rules.projects.filter((p) => p.owner === "china").map((p) => p.host);
    rules.members.forEach((m, k) => {
      if (hosts.includes(m.code)) expect(state.members[k]!.support).toBeLessThan(before.members[k]!.support);
    });
    const open = clone(state);
    open.files = [];
    for (let week = 0; week < 120; week++) for (const s of [state, open]) economyWeek(rules, s, silent);
    expect(open.beijing.growth - state.beijing.growth).toBeCloseTo(rules.model.beijing.servicesGrowth, 2);
  });
});

describe("what it is worth before it is used (E38c)", () => {
  const scale = (x: number) => x * resolve.europeScale;
  const worth = (state: State) => leverageOf(rules, state);

  test("a case that is open is worth something at once, one that is found more", () => {
    const none = worth(squeezed());
    const state = squeezed();
    const file = examine(rules, state, silent);
    const examined = worth(state);
    expect(examined.ready - none.ready).toBeCloseTo(scale(resolve.europeCoercion), 9);
    expect(examined.vote - none.vote).toBeCloseTo(scale(resolve.europeDetermined), 9);
    expect(none.law - examined.law).toBeCloseTo(scale(resolve.europeCoercion), 9);
    file.stage = "engagement";
    const determined = worth(state);
    expect(determined.ready - examined.ready).toBeCloseTo(scale(resolve.europeDetermined), 9);
    expect(determined.vote).toBeCloseTo(none.vote, 9);
  });

  test("it makes a way down likelier", () => {
    const state = squeezed();
    state.members[0]!.outputLoss = 20;
    const before = offRampChance(rules, state);
    examine(rules, state, silent);
    const { offRamp, offRampCoercion } = rules.model.beijing;
    expect(offRampChance(rules, state)).toBeCloseTo(before + offRamp * offRampCoercion, 12);
  });
});

describe("what capitals think of it (E30)", () => {
  const DE = rules.members.findIndex((m) => m.code === "DE");
  const MT = rules.members.findIndex((m) => m.code === "MT");
  const worth = (twist: (state: State) => void, remedy: File["remedy"] = "none", m = DE): number => {
    const state = squeezed();
    const file = examine(rules, state, silent);
    file.remedy = remedy;
    state.tick = 10;
    twist(state);
    return utility(rules, state, file, m);
  };
  const calm = () => {};

  test("pain, a squeeze and the fund speak for finding it", () => {
    const hurt = (state: State) => {
      state.members[3]!.outputLoss = politics.coercionPain / 2;
    };
    expect(worth(hurt) - worth(calm)).toBeCloseTo(politics.determinationPain / 2, 9);
    const loose = (state: State) => {
      state.beijing.squeezeSince = -1;
    };
    expect(worth(calm) - worth(loose)).toBeCloseTo(politics.determinationSqueeze, 9);
    const funded = (state: State) => Object.assign(state.commission, { fund: 1, fundFrom: 0 });
    expect(worth(funded) - worth(calm)).toBeGreaterThan(politics.determinationFund);
    expect(worth(funded, "none", MT) - worth(calm, "none", MT)).toBeCloseTo(politics.determinationFund, 2);
  });

  test("no pain counts for more than the whole case", () => {
    const ruin = (state: State) => {
      state.members[3]!.outputLoss = 10 * politics.coercionPain;
    };
    expect(worth(ruin) - worth(calm)).toBeCloseTo(politics.determinationPain, 9);
    expect(worth(ruin, "duties") - worth(calm, "duties")).toBeCloseTo(politics.measuresPain, 9);
  });

  test("once it is found, to answer is easier than to find, but not for who sells much to China", () => {
    const gain = (m: number) => worth(calm, "duties", m) - worth(calm, "none", m);
    const base = politics.measuresBase - politics.determinationBase - politics.determinationSqueeze;
    expect(gain(MT)).toBeCloseTo(base, 2);
    expect(gain(DE)).toBeLessThan(gain(MT));
  });
});
