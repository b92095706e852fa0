// The Anti-Coercion Instrument: four stages with the votes and weeks of the law, what it is worth before it is used, a
// finding that outlives the squeeze, and its end when both sides come to terms or the coercion stays away.

import { describe, expect, test } from "vitest";
import { newTrace, silent } from "../../shared/explain.ts";
import { type Contract, clone, type File, type State, type Word } from "../../shared/state.ts";
import { nowIn, stagesLeft } from "../../shared/world/clock.ts";
import {
  type Answer,
  answer,
  determine,
  examine,
  isCoerced,
  isThreatened,
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
import { standing } from "../helpers/agreement.ts";
import { allVote, fileOf, fresh, MACHINES, open, pass, rules } from "../helpers/procedures.ts";

const { law, heat, politics, resolve } = rules.model;

/** Licences for magnets squeezed, with the pain that Europe feels of it. */
function squeezed(): State {
  const state = fresh();
  setMode(rules, state, 0, "go-slow");
  state.beijing.squeezeSince = 0;
  noteCoercion(rules, state, silent);
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

  test("the worst that it has cost is remembered as long as it is itself", () => {
    const state = squeezed();
    state.members[3]!.outputLoss = 4;
    pass(state, 1);
    expect(state.coercedCost).toBeGreaterThanOrEqual(4);
    const worst = state.coercedCost;
    state.members[3]!.outputLoss = 0;
    ease(state);
    pass(state, 1 + law.coercionRecent);
    expect(state.coercedCost).toBe(worst);
    pass(state, state.tick + 1);
    expect(state.coercedCost).toBe(0);
  });

  test("what it has cost is told as output and as sales, and as time once it is forgotten", () => {
    const state = squeezed();
    Object.assign(state.members[3]!, { outputLoss: 3, exportLoss: 1 / politics.exportPain });
    const rows = (tick: number) => {
      state.tick = tick;
      const trace = newTrace({ cost: () => state.coercedCost });
      noteCoercion(rules, state, trace);
      return trace.rows.cost!;
    };
    const first = Object.fromEntries(rows(1).map(({ cause, amount }) => [cause, amount]));
    expect(first["job-losses"]).toBeCloseTo(3, 9);
    expect(first["lost-exports"]).toBeCloseTo(1, 9);
    expect(rows(2)).toEqual([]);
    ease(state);
    expect(rows(3 + law.coercionRecent)).toEqual([{ cause: "time", amount: -4 }]);
  });

  test("an open warning is a threat until it is over; one in a room is known to nobody else", () => {
    const warning = (more: Partial<Word>): State["words"] => [
      {
        ...{ id: "w", by: "beijing", to: "commission", form: "warning", file: "", until: 9, state: "open" },
        ...{ heard: [], ...more },
      },
    ];
    expect(isThreatened(warning({}))).toBe(true);
    expect(isThreatened(warning({ state: "none" }))).toBe(false);
    expect(isThreatened(warning({ form: "notice" }))).toBe(false);
    expect(isThreatened(warning({ heard: ["commission"] }))).toBe(false);
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
  const isNormal = (state: State) =>
    expect(state.trade.dutyEurope[MACHINES]).toBe(rules.sectors[MACHINES]!.dutyEurope);

  test("measures end a quarter after the coercion did, and last a quarter at least", () => {
    const { state, file } = answered("for");
    pass(state, file.gate + 20);
    ease(state);
    pass(state, state.tick + law.coercionCeased);
    expect(file).toMatchObject({ stage: "in-force", duty: law.measuresRate });
    pass(state, state.tick + 1);
    expect(file).toMatchObject({ stage: "closed", duty: 0 });
    isNormal(state);
    const late = answered("for");
    ease(late.state);
    const began = late.file.gate;
    pass(late.state, began + law.coercionCeased);
    expect(late.file.duty).toBe(law.measuresRate);
    pass(late.state, began + law.coercionCeased + 1);
    expect(late.file).toMatchObject({ stage: "closed", duty: 0 });
  });

  test("talks go on when the coercion has stopped, and may still end in measures", () => {
    const { state, file } = found();
    ease(state);
    pass(state, state.tick + law.coercionCeased + 2);
    expect(file.stage).toBe("engagement");
    expect(mayAnswer(file, state.tick)).toBe(true);
  });

  test("when nothing was signed the finding stands for half a year more, and then has done its work", () => {
    const { state, file } = found();
    ease(state);
    pass(state, file.gate);
    expect(file.stage).toBe("engagement");
    pass(state, state.tick + 1);
    expect(file).toMatchObject({ stage: "standing", gate: state.tick + law.findingStands });
    expect(mayAnswer(file, state.tick)).toBe(false);
    expect(stagesLeft(rules, file, nowIn(state))).toEqual([
      { name: "standing", weeks: law.findingStands, gate: "none" },
    ]);
    pass(state, file.gate);
    expect(file.stage).toBe("standing");
    pass(state, state.tick + 1);
    expect(file.stage).toBe("closed");
    const told = state.news.filter(({ about }) => about.includes(file.id)).map(({ code }) => code);
    expect(told).toContain("coercion-ceased");
    expect(told).not.toContain("gate-missed");
  });

  test("while it stands new coercion is answered at once, without another finding", () => {
    const { state, file } = found();
    ease(state);
    pass(state, file.gate + 3);
    expect(file.stage).toBe("standing");
    setMode(rules, state, 0, "go-slow");
    state.beijing.squeezeSince = state.tick;
    pass(state, state.tick + 1);
    expect(file).toMatchObject({ stage: "engagement", gate: state.tick + law.engagementMost });
    expect(mayAnswer(file, state.tick)).toBe(true);
    answer(rules, state, file, DUTIES, silent);
    allVote(state, "for");
    pass(state, file.gate + 2);
    expect(file).toMatchObject({ stage: "in-force", duty: law.measuresRate });
  });

  describe("both sides come to terms", () => {
    const standingFor = (): { state: State; file: File } => {
      const made = found();
      ease(made.state);
      pass(made.state, made.file.gate + 1);
      return made;
    };
    const examined = (): { state: State; file: File } => {
      const state = squeezed();
      return { state, file: examine(rules, state, silent) };
    };
    const asked = (): { state: State; file: File } => {
      const made = examined();
      pass(made.state, law.examinationLeast);
      determine(rules, made.state, made.file, silent);
      return made;
    };
    const biting = (): { state: State; file: File } => {
      const made = answered("for");
      pass(made.state, made.file.gate);
      return made;
    };
    const sign = (state: State, quality = 0.8, more: Partial<Contract> = {}) => {
      state.contracts.push(standing(quality, { from: state.tick, ...more }));
      pass(state, state.tick + 1);
    };

    test.each([
      ["in the examination", examined],
      ["before the Council has counted", asked],
      ["in the talks", found],
      ["while the finding stands", standingFor],
      ["under measures", biting],
    ])("a promise that is measured closes the file: %s", (_, make) => {
      const { state, file } = make();
      ease(state);
      const { heat } = state;
      const raised = file.heat;
      sign(state);
      expect(file).toMatchObject({ stage: "closed", duty: 0, heat: 0 });
      expect(state.news.some(({ code }) => code === "coercion-settled")).toBe(true);
      expect(state.votes.some((v) => v.file === file.id && v.outcome === "open")).toBe(false);
      expect(state.heat).toBeCloseTo(Math.max(0, heat - raised), 9);
      isNormal(state);
      expect(isCoerced(rules, state.coerced, state.tick)).toBe(false);
      expect(state.coercedCost).toBe(0);
    });

    test("not a bare one, not one of before, not one with others, and not while licences are squeezed", () => {
      const settles = (twist: (state: State, file: File) => void, squeezed = false): boolean => {
        const { state, file } = found();
        if (!squeezed) ease(state);
        twist(state, file);
        return file.stage === "closed";
      };
      expect(settles((state) => sign(state))).toBe(true);
      expect(settles((state) => sign(state, 0.2))).toBe(false);
      expect(settles((state, file) => sign(state, 0.8, { from: file.opened - 1 }))).toBe(false);
      expect(settles((state) => sign(state, 0.8, { parties: ["FR", "beijing"] }))).toBe(false);
      expect(settles((state) => sign(state), true)).toBe(false);
    });

    test("not one signed before the coercion was over", () => {
      const { state, file } = found();
      state.contracts.push(standing(0.8, { from: state.tick - 1 }));
      ease(state);
      pass(state, state.tick + 1);
      expect(file.stage).toBe("engagement");
      sign(state);
      expect(file.stage).toBe("closed");
    });

    test("one signed while the Commission may appeal closes it without a gate being missed", () => {
      const { state, file } = answered("abstain");
      expect(file.stage).toBe("appeal-gate");
      ease(state);
      pass(state, state.tick + 1);
      sign(state);
      expect(file.stage).toBe("closed");
      const told = state.news.filter(({ about }) => about.includes(file.id)).map(({ code }) => code);
      expect(told).toContain("coercion-settled");
      expect(told).not.toContain("gate-missed");
    });
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
    file.stage = "standing";
    expect(worth(state).ready - examined.ready).toBeCloseTo(scale(resolve.europeDetermined), 9);
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
      state.coercedCost = politics.coercionPain / 2;
    };
    expect(worth(hurt) - worth(calm)).toBeCloseTo(politics.determinationPain / 2, 9);
    const loose = (state: State) => {
      state.beijing.squeezeSince = -1;
    };
    for (const remedy of ["none", "duties"] as const)
      expect(worth(calm, remedy) - worth(loose, remedy)).toBeCloseTo(politics.determinationSqueeze, 9);
    const funded = (state: State) => Object.assign(state.commission, { fund: 1, fundFrom: 0 });
    expect(worth(funded) - worth(calm)).toBeGreaterThan(politics.determinationFund);
    expect(worth(funded, "none", MT) - worth(calm, "none", MT)).toBeCloseTo(politics.determinationFund, 2);
  });

  test("no pain counts for more than the whole case", () => {
    const ruin = (state: State) => {
      state.coercedCost = 10 * politics.coercionPain;
    };
    expect(worth(ruin) - worth(calm)).toBeCloseTo(politics.determinationPain, 9);
    expect(worth(ruin, "duties") - worth(calm, "duties")).toBeCloseTo(politics.measuresPain, 9);
  });

  test("what comes to hurt while the Council has it counts in its vote", () => {
    const votes = (hurts: boolean): number[] => {
      const state = squeezed();
      const file = examine(rules, state, silent);
      pass(state, law.examinationLeast);
      determine(rules, state, file, silent);
      const before = [...state.votes.at(-1)!.leaning];
      if (hurts) state.members[3]!.outputLoss = politics.coercionPain / 2;
      pass(state, state.tick + 2);
      state.members[3]!.outputLoss = 0;
      pass(state, state.tick + 2);
      return state.votes.at(-1)!.leaning.map((worth, m) => worth - before[m]!);
    };
    for (const by of votes(false)) expect(by).toBe(0);
    for (const by of votes(true)) expect(by).toBeCloseTo(politics.determinationPain / 2, 9);
  });

  test("once it is found, to answer is as hard as to find, and harder for who sells much to China", () => {
    const gain = (m: number) => worth(calm, "duties", m) - worth(calm, "none", m);
    const base = politics.measuresBase - politics.determinationBase;
    expect(gain(MT)).toBeCloseTo(base, 2);
    expect(gain(DE)).toBeLessThan(gain(MT));
  });
});
