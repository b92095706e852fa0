// Procedures: every clock of the law from the order to the first bite, and what happens when nobody decides.

import { describe, expect, test } from "vitest";
import { silent } from "../../shared/explain.ts";
import type { Seat } from "../../shared/seat.ts";
import { clone, type File, type State, type Term } from "../../shared/state.ts";
import { adopt } from "../../shared/world/adopt.ts";
import { countingWeek } from "../../shared/world/clock.ts";
import { openVote } from "../../shared/world/council.ts";
import { enterForce, setDuty } from "../../shared/world/duties.ts";
import {
  callVote,
  mayCall,
  newFiles,
  openFile,
  propose,
  snapBack,
  stagesLeft,
  stagesOf,
} from "../../shared/world/files.ts";
import { atGate, decideGate, decisionsAt, dropFile } from "../../shared/world/gates.ts";
import { threaten } from "../../shared/world/words.ts";
import { LICENCES, signed } from "../helpers/agreement.ts";
import { allVote, fileOf, fresh, MACHINES, open, pass, rules } from "../helpers/procedures.ts";

const { law, heat, beijing } = rules.model;
const total = (stages: { weeks: number }[]) => stages.reduce((sum, s) => sum + s.weeks, 0);

describe("week 0", () => {
  const files = newFiles(rules);

  test("what is half-way stands where the scenario puts it", () => {
    const chemicals = files.find((f) => f.id === "chemicals-dumping")!;
    expect(chemicals).toMatchObject({ stage: "provisional-gate", gate: 6, nextGate: 20, duty: 0 });
    expect(files.find((f) => f.id === "ev-duties")).toMatchObject({ stage: "in-force", duty: 0.21 });
    expect(files.filter((f) => f.side === "beijing").map((f) => f.id)).toEqual([
      "brandy",
      "pork",
      "dairy",
      "medical-mirror",
    ]);
  });

  test("has raised what the step it stands at raises: a safeguard less than another duty", () => {
    const raised = (id: string) => files.find((f) => f.id === id)!.heat;
    expect(heat.safeguard).toBeLessThan(heat.tariff);
    expect(raised("steel-quota")).toBe(heat.safeguard);
    expect([raised("ev-duties"), raised("pork")]).toEqual([heat.tariff, heat.retaliation]);
    expect([raised("battery-subsidy"), raised("defence-review")]).toEqual([heat.caseOpened, 0]);
  });

  test("its duties are part of the sectors' averages already", () => {
    const { trade } = fresh();
    rules.sectors.forEach((s, k) => expect(trade.dutyEurope[k]).toBe(s.dutyEurope));
  });
});

describe("clocks of new procedures", () => {
  test.each([
    // The term of the law is that of the act: the last Council day in it is that of week 54, 66 and 36.
    ["anti-subsidy", 39, 51],
    ["anti-dumping", 36, 63],
    ["circumvention", -1, 33],
    ["foreign-subsidy", 26, 65],
    ["safeguard", 8, 39],
    ["procurement", -1, 39],
    ["review", -1, 52],
  ] as const)("%s: first gate in week %i, definitive in week %i", (kind, first, definitive) => {
    const state = fresh();
    const file = open(state, kind);
    const stage = kind === "foreign-subsidy" ? "preliminary" : "provisional-gate";
    if (first >= 0) expect(file).toMatchObject({ stage, gate: first, nextGate: definitive });
    else expect(file).toMatchObject({ stage: "definitive-gate", gate: definitive });
    if (kind !== "review") expect(file.rate).toBeGreaterThan(0);
    const vote = kind === "foreign-subsidy" ? law.advisory : law.voteWindow;
    const force = kind === "procurement" ? law.procurementForce : 0;
    expect(total(stagesOf(rules, kind))).toBe(definitive + vote + force);
    expect(stagesOf(rules, kind).every((s) => s.weeks > 0)).toBe(true);
  });

  test("a probe of Beijing's runs by Beijing's law", () => {
    const file = open(fresh(), "probe", "beijing");
    expect(file).toMatchObject({ gate: beijing.probeProvisional, nextGate: beijing.probeDefinitive });
    expect(total(stagesOf(rules, "probe"))).toBe(beijing.probeDefinitive);
  });

  test("a faster law brings the provisional gate nearer, not the definitive one", () => {
    const state = fresh();
    state.commission.provisionalSpeed = 8;
    expect(open(state, "anti-subsidy")).toMatchObject({ gate: 31, nextGate: 51 });
  });

  test("what is left of a clock shrinks week by week", () => {
    const state = fresh();
    const file = open(state, "anti-subsidy");
    const left = (tick: number) => total(stagesLeft(rules, file, { tick, votes: [], squeezed: false }));
    expect(left(0)).toBe(54);
    expect(left(10)).toBe(44);
  });

  test("the clock of a law shows the week that it waits for, and a later majority puts it off no further", () => {
    const state = fresh();
    const law = fileOf(state, "accelerator-act");
    law.nextGate = 80;
    const stages = (tick: number) => stagesLeft(rules, law, { tick, votes: [], squeezed: false });
    // What is counted at the end of a week stands from the next one on.
    const bite = (tick: number): number =>
      tick + total(stages(tick)) + stages(tick).filter(({ gate }) => gate === "vote").length;
    expect(stages(0).map((stage) => stage.name)).toEqual(["proposal", "council", "in-force"]);
    for (const tick of [0, 10, 24]) expect(bite(tick)).toBe(80);
    Object.assign(law, { stage: "council", gate: 30 });
    expect(bite(28)).toBe(80);
    state.tick = 30;
    adopt(rules, state, law, silent);
    expect(law).toMatchObject({ stage: "in-force", gate: 80 });
    expect(bite(30)).toBe(80);
  });

  test("opening heats, a probe more than a case", () => {
    const [a, b] = [fresh(), fresh()];
    open(a, "anti-subsidy");
    open(b, "probe", "beijing");
    expect(a.heat - heat.start).toBeCloseTo(heat.caseOpened, 10);
    expect(b.heat - heat.start).toBeCloseTo(heat.probe, 10);
  });
});

describe("a case from gate to gate", () => {
  const chemicals = (state: State) => fileOf(state, "chemicals-dumping");

  test("its gate opens three weeks ahead and not before", () => {
    const state = fresh();
    const file = chemicals(state);
    expect(atGate(rules, file, file.gate - law.decideWindow - 1)).toBe(false);
    expect(atGate(rules, file, file.gate - law.decideWindow)).toBe(true);
    expect(decisionsAt(file)).toEqual(["impose", "halve", "lapse"]);
    expect(decisionsAt(fileOf(state, "ev-duties"))).toEqual([]);
  });

  test("imposed, it raises the sector's average by its breadth, heats, and ends at the definitive gate", () => {
    const state = fresh();
    pass(state, 4);
    decideGate(rules, state, chemicals(state), "impose", silent);
    const s = chemicals(state).sector;
    const { rate, breadth } = chemicals(state);
    expect(state.trade.dutyEurope[s]).toBeCloseTo(rules.sectors[s]!.dutyEurope + rate * breadth, 12);
    expect(state.heat).toBeCloseTo(heat.start + heat.tariff, 10);
    pass(state, 16);
    expect(chemicals(state).stage).toBe("provisional");
    pass(state, 17);
    expect(chemicals(state)).toMatchObject({ stage: "definitive-gate", gate: 20 });
    expect(decisionsAt(chemicals(state))).toContain("undertaking");
  });

  test("halved, it is half the duty; the whole may still follow", () => {
    const state = fresh();
    pass(state, 4);
    const before = chemicals(state).rate;
    decideGate(rules, state, chemicals(state), "halve", silent);
    expect(chemicals(state).duty).toBeCloseTo(before / 2, 12);
    expect(chemicals(state).rate).toBe(before);
  });

  test("nobody decides at the provisional gate: no duty yet, the case goes on to its end", () => {
    const state = fresh();
    pass(state, 6);
    expect(chemicals(state).stage).toBe("provisional-gate");
    pass(state, 7);
    expect(chemicals(state)).toMatchObject({ stage: "definitive-gate", gate: 20, duty: 0 });
    const resolve = state.resolve;
    pass(state, 21);
    expect(chemicals(state).stage).toBe("closed");
    expect(state.resolve).toBeCloseTo(resolve - 2 * rules.model.resolve.lapse, 10);
  });

  test("a provisional duty lapses in its week while the capitals have the file", () => {
    const state = fresh();
    const battery = fileOf(state, "battery-subsidy");
    pass(state, 23);
    decideGate(rules, state, battery, "impose", silent);
    pass(state, 39);
    decideGate(rules, state, battery, "impose", silent);
    expect(battery).toMatchObject({ stage: "council", gate: 42 });
    expect(battery.duty).toBeGreaterThan(0);
    pass(state, 23 + law.provisionalLasts);
    expect(battery).toMatchObject({ stage: "council", duty: 0 });
  });

  test.each([
    ["anti-subsidy", 17, 56],
    ["anti-dumping", 39, 61 + law.complaint],
  ] as const)(
    "%s: %i weeks of provisional duty at most, the definitive one in force by week %i",
    (kind, most, term) => {
      for (let from = 0; from < 6; from++) {
        const state = fresh();
        pass(state, from);
        const file = open(state, kind);
        let provisional = 0;
        while (file.stage !== "in-force" && state.tick < from + 80) {
          // The next Council day is full, and nobody decides before the last week.
          if (state.tick === file.gate && file.stage === "definitive-gate")
            for (let k = 0; k < law.itemsADay; k++)
              openVote(rules, state, clone(state.files[0]!), "for", silent, {
                closes: countingWeek(rules, state, state.tick),
              });
          if (state.tick === file.gate && file.stage.endsWith("-gate"))
            decideGate(rules, state, file, "impose", silent);
          if (file.duty > 0) provisional += 1;
          pass(state, state.tick + 1);
        }
        expect(file.stage).toBe("in-force");
        expect(provisional).toBeLessThanOrEqual(most);
        expect(state.tick - 1 - from).toBeLessThanOrEqual(term);
      }
    },
  );

  test("a provisional duty lapses when its time is over", () => {
    const state = fresh();
    const file = open(state, "anti-subsidy");
    pass(state, 20);
    file.gate = 20;
    decideGate(rules, state, file, "impose", silent);
    expect(file.gate).toBe(20 + law.provisionalLasts);
    pass(state, 20 + law.provisionalLasts - 1);
    expect(file.duty).toBe(file.rate);
    pass(state, 20 + law.provisionalLasts);
    expect(file).toMatchObject({ stage: "provisional", duty: 0 });
    pass(state, 48);
    expect(file).toMatchObject({ stage: "definitive-gate", gate: 51, duty: 0 });
    expect(state.trade.dutyEurope[MACHINES]).toBe(rules.sectors[MACHINES]!.dutyEurope);
  });

  /** The chemicals case voted on with all ballots the same. */
  function voted(ballot: "for" | "against" | "abstain"): State {
    const state = fresh();
    pass(state, 4);
    decideGate(rules, state, chemicals(state), "impose", silent);
    pass(state, 18);
    decideGate(rules, state, chemicals(state), "impose", silent);
    expect(chemicals(state).stage).toBe("council");
    allVote(state, ballot);
    pass(state, 25);
    return state;
  }

  test("definitive when nobody votes against, with a legitimacy that depends on the votes in favour", () => {
    const [backed, bare] = [voted("for"), voted("abstain")];
    expect(chemicals(backed)).toMatchObject({ stage: "in-force", duty: chemicals(backed).rate });
    expect(chemicals(bare)).toMatchObject({ stage: "in-force", duty: chemicals(bare).rate });
    expect(bare.legitimacy).toBe(backed.legitimacy - rules.model.politics.noMajority);
    expect(backed.resolve - bare.resolve).toBeCloseTo(rules.model.politics.marginResolve * 0.5, 2);
  });

  test("dead when a majority stands against, and the provisional duty with it", () => {
    const state = voted("against");
    expect(chemicals(state)).toMatchObject({ stage: "closed", duty: 0 });
    expect(state.trade.dutyEurope[chemicals(state).sector]).toBe(
      rules.sectors[chemicals(state).sector]!.dutyEurope,
    );
  });

  test("most states against without a majority: the appeal committee votes some weeks later, and only a majority against stops it", () => {
    const state = fresh();
    pass(state, 4);
    decideGate(rules, state, chemicals(state), "impose", silent);
    pass(state, 18);
    decideGate(rules, state, chemicals(state), "impose", silent);
    const small = "BG DK FI SK IE HR LT SI LV EE CY LU MT AT".split(" ");
    for (const [again, stage] of [
      ["abstain", "in-force"],
      ["against", "closed"],
    ] as const) {
      const other = clone(state);
      other.votes.find((v) => v.rule === "unless-against")!.cast = rules.members.map((m) =>
        small.includes(m.code) ? "against" : "for",
      );
      pass(other, 25);
      expect(chemicals(other)).toMatchObject({ stage: "council", gate: 25 + law.appeal });
      expect(other.votes.at(-1)).toMatchObject({ appeal: true, rule: "unless-against" });
      allVote(other, again);
      pass(other, 25 + law.appeal);
      expect(chemicals(other).stage).toBe("council");
      pass(other, 26 + law.appeal);
      expect(chemicals(other).stage).toBe(stage);
    }
  });

  test("an undertaking cools at once and leaves a floor price worth part of the duty", () => {
    const state = fresh();
    pass(state, 4);
    decideGate(rules, state, chemicals(state), "impose", silent);
    pass(state, 18);
    const before = state.heat;
    decideGate(rules, state, chemicals(state), "undertaking", silent);
    expect(state.heat).toBeCloseTo(before - heat.undertaking, 10);
    expect(chemicals(state).kind).toBe("undertaking");
    pass(state, 18 + law.undertaking);
    expect(chemicals(state).duty).toBeCloseTo(chemicals(state).rate * law.floor, 12);
  });

  test("dropping one in force ends its duty; in a squeeze it is giving in", () => {
    const state = fresh();
    const ev = fileOf(state, "ev-duties");
    dropFile(rules, state, ev, silent);
    expect(state.trade.dutyEurope[ev.sector]).toBeCloseTo(
      rules.sectors[ev.sector]!.dutyEurope - 0.21 * ev.breadth,
      12,
    );
    expect(state.beijing.yields).toBe(0);
    const pressed = fresh();
    Object.assign(pressed.beijing, { squeezeSince: 0, squeezePain: 0.5 });
    dropFile(rules, pressed, fileOf(pressed, "ev-duties"), silent);
    expect(pressed.beijing.yields).toBe(1);
    expect(pressed.resolve).toBeLessThan(state.resolve - 0.5);
  });
});

test("a duty on most of a sector that is far larger than the injury costs legitimacy", () => {
  const { disproportion, legitimacyNormal } = rules.model.politics;
  for (const [breadth, lost] of [
    [0.25, 0],
    [0.75, disproportion],
  ] as const) {
    const state = fresh();
    const petition = { kind: "circumvention", side: "europe", sector: 0, breadth, why: "move" } as const;
    enterForce(rules, state, openFile(rules, state, petition, silent), silent);
    expect(state.legitimacy).toBe(legitimacyNormal - lost);
  }
});

describe("laws and the package", () => {
  const duty = (state: State) => fileOf(state, "diversification-law");

  test("a law that is not proposed in time is gone", () => {
    const state = fresh();
    pass(state, 13);
    expect(duty(state).stage).toBe("asked");
    pass(state, 14);
    expect(duty(state).stage).toBe("closed");
  });

  /** The duty to diversify, proposed in week 10 and voted on with all ballots the same. */
  function passed(strict: boolean, ballot: "for" | "abstain", until: number): State {
    const state = fresh();
    pass(state, 10);
    propose(rules, state, duty(state), strict, silent);
    expect(mayCall(duty(state), 10 + law.lawCouncil - 1)).toBe(false);
    pass(state, 10 + law.lawCouncil);
    expect(mayCall(duty(state), state.tick)).toBe(true);
    callVote(rules, state, duty(state), silent);
    const closes = duty(state).gate;
    allVote(state, ballot);
    pass(state, closes + 1);
    pass(state, until);
    return state;
  }

  test("it applies half a year after the vote, in the form it was proposed", () => {
    const state = passed(true, "for", 0);
    expect(duty(state)).toMatchObject({ stage: "in-force", gate: state.tick + law.lawForce });
    expect(state.commission.obligation).toBe("none");
    pass(state, duty(state).gate);
    expect(state.commission.obligation).toBe("strict");
  });

  test("one that fails must be proposed again, or is gone in the end", () => {
    const state = passed(true, "abstain", 0);
    const until = state.tick + law.retry;
    expect(duty(state)).toMatchObject({ stage: "asked", strict: false, shutUntil: until });
    const idle = clone(state);
    pass(idle, until + law.retry + 1);
    expect(duty(idle).stage).toBe("closed");
    pass(state, until);
    propose(rules, state, duty(state), false, silent);
    expect(duty(state)).toMatchObject({ stage: "proposal", strict: false, gate: until + law.lawAgain });
  });

  test("another law gets one more vote, and no third", () => {
    const state = fresh();
    const act = fileOf(state, "accelerator-act");
    for (const stage of ["proposal", "closed"] as const) {
      pass(state, Math.max(state.tick, act.gate));
      callVote(rules, state, act, silent);
      pass(state, act.gate + 1);
      expect(act.stage).toBe(stage);
    }
  });

  test("a package voted in the middle of a squeeze has to be set up first", () => {
    for (const [squeezeSince, ready] of [
      [-1, law.packageReady],
      [0, law.packageLate],
    ] as const) {
      const state = fresh();
      state.beijing.squeezeSince = squeezeSince;
      const file = open(state, "package", "europe", -1);
      adopt(rules, state, file, silent);
      expect(file.gate).toBe(ready);
      expect(state.commission.fundFrom).toBe(ready);
    }
  });

  test("the presidency puts a law to the vote when Brussels does not", () => {
    const state = fresh();
    pass(state, 24 + law.presidency);
    expect(fileOf(state, "accelerator-act").stage).toBe("council");
    allVote(state, "for");
    pass(state, 64);
    expect(fileOf(state, "accelerator-act")).toMatchObject({ stage: "in-force" });
    expect(state.commission.matching).toBeGreaterThan(0);
  });

  test("a package voted down makes room for a new one, and cannot be called again itself", () => {
    const state = fresh();
    const file = open(state, "package", "europe", -1);
    expect(mayCall(file, law.packageVote - 1)).toBe(false);
    pass(state, law.packageVote);
    callVote(rules, state, file, silent);
    pass(state, file.gate + 1);
    expect(file.shutUntil).toBeGreaterThan(state.tick);
    expect(mayCall(file, file.shutUntil + 20)).toBe(false);
    open(state, "package", "europe", -1);
    expect(file.stage).toBe("closed");
  });

  test("the snapback is Europe's once the package applies, bites within two weeks of a squeeze, and ends with it", () => {
    const state = fresh();
    snapBack(rules, state, silent);
    expect(state.files.some((f) => f.kind === "snapback")).toBe(false);
    state.commission.snapback = true;
    state.beijing.squeezeSince = 0;
    snapBack(rules, state, silent);
    snapBack(rules, state, silent);
    const measures = state.files.filter((f) => f.kind === "snapback");
    expect(measures).toHaveLength(1);
    pass(state, 1);
    expect(measures[0]!.duty).toBe(0);
    pass(state, 2);
    expect(measures[0]!.duty).toBe(law.snapbackRate);
    state.beijing.squeezeSince = -1;
    pass(state, 3);
    expect(measures[0]).toMatchObject({ stage: "closed", duty: 0 });
  });
});

describe("Beijing's probes", () => {
  /** A probe run to its end, with or without a floor price accepted by Europe, or something signed, on the way. */
  function probed(undertaking: boolean, sign?: (state: State) => unknown): { file: File; state: State } {
    const state = fresh();
    const file = open(state, "probe", "beijing");
    pass(state, 10);
    sign?.(state);
    if (undertaking) {
      fileOf(state, "ev-duties").kind = "undertaking";
      fileOf(state, "ev-duties").gate = 12;
    }
    pass(state, beijing.probeProvisional);
    expect(file).toMatchObject({ stage: "provisional", duty: beijing.probeRate });
    expect(state.trade.dutyChina[MACHINES]).toBeGreaterThan(rules.sectors[MACHINES]!.dutyChina);
    pass(state, beijing.probeDefinitive);
    expect(file.stage).toBe("in-force");
    return { file, state };
  }

  test("are high at first, lower in the end, and lowest when Europe has offered something", () => {
    const [hard, mild] = [probed(false).file.duty, probed(true).file.duty];
    expect(hard).toBeCloseTo(beijing.probeRate * beijing.probeHard, 12);
    expect(mild).toBeCloseTo(beijing.probeRate * beijing.probeFinal, 12);
    expect(mild).toBeLessThan(hard);
  });

  test("are cut for what Brussels has promised Beijing, not for what it promised a capital or Beijing alone gave", () => {
    const spared: Term = { ...LICENCES, by: "commission", metric: "no-new-case", about: "all", value: 0 };
    const paid: Term = { ...spared, metric: "payment", about: "MT", value: 10, measure: "public" };
    const after = (terms: Term[], other: Seat) =>
      probed(false, (state) => signed(rules, state, terms, ["commission", other])).file.duty;
    const [hard, mild] = [beijing.probeHard, beijing.probeFinal].map((share) => beijing.probeRate * share);
    expect(after([{ ...spared, measure: "public" }], "beijing")).toBeCloseTo(mild!, 12);
    expect(after([LICENCES], "beijing")).toBeCloseTo(hard!, 12);
    expect(after([paid], "MT")).toBeCloseTo(hard!, 12);
  });
});

test("a duty keeps the threat that named its file", () => {
  const state = fresh();
  const file = fileOf(state, "chemicals-dumping");
  pass(state, 4);
  const word = threaten(rules, state, file.id, 8, silent);
  const before = state.resolve;
  decideGate(rules, state, file, "impose", silent);
  expect(word.state).toBe("kept");
  expect(state.resolve).toBeGreaterThan(before);
});

test("duties that come and go leave the sector's average exactly as it was", () => {
  const state = fresh();
  const files = [open(state, "anti-subsidy"), open(state, "anti-dumping"), open(state, "foreign-subsidy")];
  files.forEach((file, k) => setDuty(rules, state, file, 0.1 + 0.07 * k));
  expect(state.trade.dutyEurope[MACHINES]).toBeGreaterThan(rules.sectors[MACHINES]!.dutyEurope);
  for (const file of [files[1]!, files[0]!, files[2]!]) setDuty(rules, state, file, 0);
  expect(state.trade.dutyEurope[MACHINES]).toBe(rules.sectors[MACHINES]!.dutyEurope);
});
