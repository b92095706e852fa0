// E40: what Beijing thinks of each capital, what each capital thinks of Brussels and of Beijing's word, and what follows.

import { describe, expect, test } from "vitest";
import { beliefInBeijing, capitalYields } from "../../shared/bots/judge.ts";
import { usualBot } from "../../shared/bots/table.ts";
import { silent } from "../../shared/explain.ts";
import { newStream } from "../../shared/random.ts";
import { clone, type Member, type State, type Vote } from "../../shared/state.ts";
import { view } from "../../shared/view.ts";
import { soothing } from "../../shared/world/agreement.ts";
import { breakByStop } from "../../shared/world/breach.ts";
import { earliestBite } from "../../shared/world/clock.ts";
import { contractsWeek } from "../../shared/world/contracts.ts";
import { answerOffer, dealsWeek, makeOffer } from "../../shared/world/deals.ts";
import { decideGate } from "../../shared/world/gates.ts";
import { leverageOf } from "../../shared/world/leverage.ts";
import { offRampChance } from "../../shared/world/offramp.ts";
import { politicsWeek } from "../../shared/world/politics.ts";
import {
  fold,
  foldLoss,
  learn,
  meanCredence,
  newBeliefs,
  resolveWeek,
  stand,
  standGain,
} from "../../shared/world/resolve.ts";
import { assure } from "../../shared/world/signing.ts";
import { utility } from "../../shared/world/stakes.ts";
import { carryOut, isInTime, threaten, voteUnderWarning, warn, wordsWeek } from "../../shared/world/words.ts";
import { m, order, pass, position, rules, told } from "../helpers/order.ts";

const r = rules.model.resolve;
const HU = m("HU");
const LT = m("LT");
const beliefs = ({ firmness, trustBrussels, trustBeijing }: Member) => ({
  firmness,
  trustBrussels,
  trustBeijing,
});

test("in week 0 a capital's line says how firm Beijing takes it to be, and how far it believes Beijing", () => {
  const state = position();
  expect(state.members[LT]!.firmness).toBeGreaterThan(state.members[HU]!.firmness);
  expect(state.members[LT]!.trustBeijing).toBeLessThan(state.members[HU]!.trustBeijing);
  expect(new Set(state.members.map((member) => member.trustBrussels))).toEqual(new Set([r.trustBrussels]));
});

describe("an envoy is a test (E39)", () => {
  const after = (
    answer: "take" | "refuse" | "publish",
    pain: number,
    ask: "abstain" | "silence" = "silence",
  ) => {
    const state = position();
    const before = state.members[HU]!.firmness;
    state.members[HU]!.pain = pain * state.members[HU]!.tolerance;
    const offer = makeOffer(rules, state, { to: "HU", gift: "order", ask, vote: "" });
    answerOffer(rules, state, offer, answer, silent);
    return state.members[HU]!.firmness - before;
  };

  test.each([
    [
      "taking one at ease is the worst sign",
      () => after("take", 0),
      () => 0.5 * r.offerWeight * foldLoss(rules, 0),
    ],
    [
      "taking one under fire is less of one",
      () => after("take", 1),
      () => 0.5 * r.offerWeight * foldLoss(rules, 1),
    ],
    [
      "a vote is asked for more than silence",
      () => after("take", 0, "abstain"),
      () => r.offerWeight * foldLoss(rules, 0),
    ],
    [
      "refusing at ease says little",
      () => after("refuse", 0),
      () => 0.5 * r.offerWeight * standGain(rules, 0),
    ],
    [
      "refusing under fire says much",
      () => after("refuse", 1),
      () => 0.5 * r.offerWeight * standGain(rules, 1),
    ],
    ["publishing under fire says most", () => after("publish", 2), () => standGain(rules, 1)],
  ])("%s", (_, gain, want) => expect(gain()).toBeCloseTo(want(), 12));

  test("order of the four: fold lightly < fold heavily < 0 < stand lightly < stand heavily", () => {
    const four = [after("take", 0), after("take", 1), 0, after("refuse", 0), after("refuse", 1)];
    expect(four).toEqual([...four].sort((a, b) => a - b));
  });

  test("a deal that Beijing keeps to its end makes its word good with that capital alone", () => {
    const state = position();
    const offer = makeOffer(rules, state, { to: "HU", gift: "order", ask: "silence", vote: "" });
    answerOffer(rules, state, offer, "take", silent);
    const before = clone(state.members);
    state.tick = offer.ends;
    dealsWeek(rules, state, silent);
    expect(state.members[HU]!.trustBeijing - before[HU]!.trustBeijing).toBeCloseTo(standGain(rules, 0), 12);
    expect(state.members[LT]!.trustBeijing).toBe(before[LT]!.trustBeijing);
  });
});

describe("capitals look on", () => {
  test("what Europe stands or folds moves their trust in Brussels by a part of what Beijing learns", () => {
    const state = position();
    stand(rules, state, 1, silent);
    const gain = r.witness * standGain(rules, 1);
    for (const member of state.members) expect(member.trustBrussels).toBeCloseTo(r.trustBrussels + gain, 12);
    fold(rules, state, 0, silent);
    expect(state.members[HU]!.trustBrussels).toBeCloseTo(
      r.trustBrussels + gain + r.witness * foldLoss(rules, 0),
      12,
    );
  });

  test("a promise that a squeeze breaks costs Beijing's word with all; one kept to its end makes it", () => {
    const [broken, kept] = [position(), position()];
    const start = broken.members[HU]!.trustBeijing;
    assure(rules, broken, 26, silent);
    breakByStop(rules, broken, silent);
    expect(broken.members[HU]!.trustBeijing).toBeCloseTo(start - r.breach, 12);
    assure(rules, kept, 26, silent);
    kept.tick = 26;
    contractsWeek(rules, kept, silent);
    expect(kept.members[LT]!.trustBeijing).toBeGreaterThan(newBeliefs(rules, LT).trustBeijing);
  });

  test("no belief becomes a certainty, and all drift back: half the way in the half-life", () => {
    const state = position();
    for (let n = 0; n < 9; n++) fold(rules, state, 0, silent);
    expect(state.resolve).toBe(-r.most);
    learn(rules, state, HU, "firmness", -99);
    expect(state.members[HU]!.firmness).toBe(-r.most);
    learn(rules, state, LT, "trustBeijing", 2);
    const usual = newBeliefs(rules, LT).trustBeijing;
    for (let w = 0; w < r.decayHalfLife; w++) resolveWeek(rules, state, silent);
    expect(state.members[LT]!.trustBeijing - usual).toBeCloseTo(1, 9);
  });

  test("an election halves what Beijing had learned of the old government, and nothing else", () => {
    const { tick, member } = rules.calendar.elections[0]!;
    const k = m(member);
    const state = position();
    learn(rules, state, k, "firmness", 2);
    learn(rules, state, k, "trustBeijing", 2);
    const before = beliefs(state.members[k]!);
    state.tick = tick;
    politicsWeek(rules, state, silent);
    expect(state.members[k]!.firmness - newBeliefs(rules, k).firmness).toBeCloseTo(1, 9);
    expect(state.members[k]!.trustBeijing).toBe(before.trustBeijing);
  });
});

describe("Beijing's warnings", () => {
  const warned = (to: "HU" | "commission", file = ""): State => {
    const state = position();
    warn(state, to, file, 8, silent);
    return state;
  };
  const threat = () => standGain(rules, r.threat);
  const bluff = () => foldLoss(rules, r.threat);

  test("are kept by an act against those who were warned; the capital learns in full, lookers-on by a part", () => {
    const state = warned("HU");
    const before = clone(state.members);
    carryOut(rules, state, [LT], silent);
    expect(state.words[0]!.state).toBe("open");
    carryOut(rules, state, [HU], silent);
    expect(state.words[0]!.state).toBe("kept");
    expect(state.members[HU]!.trustBeijing - before[HU]!.trustBeijing).toBeCloseTo(threat(), 12);
    expect(state.members[LT]!.trustBeijing).toBe(before[LT]!.trustBeijing);
    const all = warned("commission");
    carryOut(rules, all, "all", silent);
    expect(all.members[LT]!.trustBeijing - before[LT]!.trustBeijing).toBeCloseTo(r.witness * threat(), 12);
  });

  test.each([
    ["a squeeze", { kind: "set-licence-mode", input: "magnets", mode: "go-slow" }, "commission"],
    ["a probe", { kind: "open-probe", sector: "agrifood" }, "commission"],
    ["goods held up", { kind: "quiet-ban", member: "HU", sector: "machinery" }, "HU"],
    ["a place at the end of the queue", { kind: "aim-licences", members: ["HU"], favour: false }, "HU"],
  ] as const)("%s carries one out", (_, command, to) => {
    const state = warned(to);
    state.inputs[0]!.mode = "case-by-case";
    expect(order(state, "beijing", command)).toBeNull();
    expect(state.words[0]!.state).toBe("kept");
  });

  test("past their deadline they were empty: Beijing's word and face lose", () => {
    const state = warned("HU");
    const before = clone(state);
    state.tick = 8;
    wordsWeek(rules, state, silent);
    expect(state.words[0]!.state).toBe("open");
    state.tick = 9;
    wordsWeek(rules, state, silent);
    expect(state.words[0]!.state).toBe("broken");
    expect(state.members[HU]!.trustBeijing - before.members[HU]!.trustBeijing).toBeCloseTo(bluff(), 12);
    expect(state.beijing.face).toBe(before.beijing.face - rules.model.beijing.bluffFace);
    expect(told(state, before, "warning-dropped")).toHaveLength(1);
  });

  test("about a file that never bites they are moot; about one that bites they must be carried out", () => {
    const [moot, empty] = [
      warned("commission", "chemicals-dumping"),
      warned("commission", "chemicals-dumping"),
    ];
    const trust = moot.members[HU]!.trustBeijing;
    Object.assign(empty.files.find((f) => f.id === "chemicals-dumping")!, {
      stage: "provisional",
      duty: 0.2,
    });
    for (const state of [moot, empty]) {
      state.tick = 9;
      wordsWeek(rules, state, silent);
    }
    expect([moot.words[0]!.state, empty.words[0]!.state]).toEqual(["none", "broken"]);
    expect(moot.members[HU]!.trustBeijing).toBe(trust);
    expect(empty.members[HU]!.trustBeijing).toBeLessThan(trust);
  });

  test("who votes for a measure under one stands, who does not gives in", () => {
    const vote = { file: "battery-subsidy", cast: rules.members.map(() => null) } as unknown as Vote;
    const result = (ballot: "for" | "abstain", of?: string) => {
      const state = warned("HU", of);
      vote.cast[HU] = ballot;
      const before = state.members[HU]!.firmness;
      voteUnderWarning(rules, state, vote, silent);
      return state.members[HU]!.firmness - before;
    };
    expect(result("for")).toBeGreaterThan(0);
    expect(result("abstain")).toBeLessThan(0);
    expect(result("abstain", "battery-subsidy")).toBeLessThan(0);
    expect(result("abstain", "chemicals-dumping")).toBe(0);
  });

  test("said in private they are judged too, by the one who heard them, and nobody else hears of it", () => {
    const state = position();
    warn(state, "HU", "", 8, silent, ["beijing", "HU"]);
    const before = clone(state);
    expect(view(rules, state, "HU").pub.words).toEqual([]);
    expect(view(rules, state, "HU").own.words).toMatchObject([{ form: "warning", to: "HU", until: 8 }]);
    state.tick = 9;
    wordsWeek(rules, state, silent);
    expect(state.members[HU]!.trustBeijing - before.members[HU]!.trustBeijing).toBeCloseTo(bluff(), 12);
    expect(state.members[LT]!.trustBeijing).toBe(before.members[LT]!.trustBeijing);
    expect(state.beijing.face).toBe(before.beijing.face);
    expect(told(state, before, "warning-dropped")).toMatchObject([{ to: ["beijing", "HU"] }]);
  });

  test("a threat in a room is known, and judged, in that room alone", () => {
    const state = position();
    const before = clone(state);
    const word = threaten(rules, state, "chemicals-dumping", 8, silent, ["commission", "beijing", "HU"]);
    expect(leverageOf(rules, state)).toEqual(leverageOf(rules, before));
    for (const seat of ["commission", "beijing", "HU"] as const)
      expect(view(rules, state, seat).own.words).toEqual([word]);
    expect(view(rules, state, "LT")).toEqual(view(rules, before, "LT"));
    state.tick = 9;
    wordsWeek(rules, state, silent);
    expect(word.state).toBe("broken");
    expect(state.resolve).toBeLessThan(before.resolve);
    expect(state.members[HU]!.trustBrussels).toBeLessThan(before.members[HU]!.trustBrussels);
    expect(state.members[LT]!.trustBrussels).toBe(before.members[LT]!.trustBrussels);
    expect(state.legitimacy).toBe(before.legitimacy);
    expect(told(state, before, "threat-dropped")).toMatchObject([{ to: ["commission", "beijing", "HU"] }]);
  });

  test("a capital that believes Beijing is shaken more", () => {
    const lost = (belief: number): number => {
      const state = position();
      learn(rules, state, HU, "trustBeijing", belief);
      const before = state.members[HU]!.support;
      order(state, "beijing", { kind: "issue-statement", form: "warn", to: "HU", weeks: 8 });
      return before - state.members[HU]!.support;
    };
    expect(lost(2)).toBeGreaterThan(1.5 * lost(0));
    expect(lost(-2)).toBeLessThan(0.5 * lost(0));
  });
});

describe("what beliefs are good for", () => {
  test("a promise soothes less where Beijing has broken its word", () => {
    const state = position();
    assure(rules, state, 26, silent);
    expect(soothing(rules, state)).toBeCloseTo(1, 12);
    for (let k = 0; k < rules.M; k++) learn(rules, state, k, "trustBeijing", -1);
    expect(meanCredence(rules, state)).toBeCloseTo(0.54, 2);
    expect(soothing(rules, state)).toBeCloseTo(0.54, 2);
  });

  test("trust in Brussels is worth a little in every vote", () => {
    const state = position();
    const file = state.files[0]!;
    const worth = () => utility(rules, state, file, HU);
    const before = worth();
    learn(rules, state, HU, "trustBrussels", 1);
    expect(worth() - before).toBeCloseTo(rules.model.politics.voteTrust / 2, 12);
    learn(rules, state, HU, "trustBrussels", 3);
    expect(worth() - before).toBeCloseTo(rules.model.politics.voteTrust, 12);
  });

  test("a threat that is believed and can be carried out in time makes Europe's leverage larger", () => {
    const state = position();
    const before = leverageOf(rules, state);
    const file = state.files.find((f) => f.id === "chemicals-dumping")!;
    threaten(rules, state, file.id, 13, silent);
    const open = leverageOf(rules, state);
    expect(open.ready).toBeGreaterThan(before.ready);
    state.resolve = 4;
    expect(leverageOf(rules, state).ready).toBeCloseTo(before.ready * (1 + 0.98 * r.threatGain), 1);
    file.gate = 40;
    expect(isInTime(rules, file, 13, { tick: 0, votes: [], squeezed: false })).toBe(false);
    expect(leverageOf(rules, state).ready).toBe(before.ready);
  });

  test.each([
    ["a provisional duty may be laid three weeks before its gate", "chemicals-dumping", {}, 4],
    [
      "a definitive one waits for its decision, a Council day and the week after",
      "battery-subsidy",
      { stage: "definitive-gate", gate: 20, nextGate: -1 },
      25,
    ],
    ["one that the Council has, for the count", "battery-subsidy", { stage: "council", gate: 12 }, 13],
    ["a law also for the weeks until it applies", "accelerator-act", {}, 57],
    [
      "one turned down, until it may be proposed again",
      "accelerator-act",
      { stage: "asked", shutUntil: 33, nextGate: -1 },
      69,
    ],
    ["a law that comes soon, for the week it waits for", "accelerator-act", { report: 1 }, 56],
    ["one that was put off by an agreement, for the week agreed", "accelerator-act", { nextGate: 70 }, 70],
    ["also while the Council has it", "accelerator-act", { stage: "council", gate: 36, nextGate: 82 }, 82],
  ])("%s", (_, id, change, first) => {
    const state = position();
    const file = Object.assign(state.files.find((f) => f.id === id)!, change);
    const now = { tick: 0, votes: [], squeezed: false };
    expect(earliestBite(rules, file, now)).toBe(first);
    expect(isInTime(rules, file, first - 1, now)).toBe(true);
    expect(isInTime(rules, file, first - 2, now)).toBe(false);
  });

  test("a case whose term ends with a Council day is counted on it, also where that day is full", () => {
    const file = position().files.find((f) => f.id === "battery-subsidy")!;
    Object.assign(file, { stage: "definitive-gate", opened: 0, gate: 51, nextGate: -1 });
    const votes = [1, 2, 3].map(() => ({ outcome: "open" as const, closes: 54 }));
    expect(earliestBite(rules, file, { tick: 50, votes, squeezed: false })).toBe(55);
    expect(earliestBite(rules, { ...file, kind: "safeguard" }, { tick: 50, votes, squeezed: false })).toBe(
      61,
    );
  });

  test("an examination of coercion is not cut short", () => {
    const file = position().files.find((f) => f.id === "battery-subsidy")!;
    Object.assign(file, { kind: "coercion", stage: "examination", nextGate: 20, remedy: "none" });
    const { determination, engagementLeast, committee } = rules.model.law;
    const votes = determination + 1 + committee + 1;
    expect(earliestBite(rules, file, { tick: 12, votes: [], squeezed: false })).toBe(
      20 + votes + engagementLeast + 1,
    );
  });

  test("nothing comes of what is closed, or was never more than asked for", () => {
    const state = position();
    const now = { tick: 0, votes: [], squeezed: false };
    const battery = state.files.find((f) => f.id === "battery-subsidy")!;
    for (const stage of ["closed", "asked", "standing"] as const)
      expect(isInTime(rules, { ...battery, stage }, 999, now)).toBe(false);
  });

  test("a threat that the Council's calendar makes empty is not believed, and one in time can be kept", () => {
    const threatened = (weeks: number) => {
      const state = position();
      const file = Object.assign(state.files.find((f) => f.id === "battery-subsidy")!, {
        ...{ stage: "definitive-gate", gate: 20, nextGate: -1 },
      });
      const before = leverageOf(rules, state).ready;
      const word = threaten(rules, state, file.id, weeks, silent);
      const gain = leverageOf(rules, state).ready - before;
      pass(state, 17);
      decideGate(rules, state, file, "impose", silent);
      for (const vote of state.votes) vote.leaning.fill(1);
      pass(state, 9);
      return { gain, state: word.state };
    };
    expect(threatened(23)).toEqual({ gain: 0, state: "broken" });
    const kept = threatened(24);
    expect(kept.gain).toBeGreaterThan(0);
    expect(kept.state).toBe("kept");
  });

  test("Beijing reckons that a weak or hurting capital yields sooner (E41)", () => {
    const state = position();
    const chance = () => capitalYields(rules, view(rules, state, "beijing"), HU);
    const usual = chance();
    learn(rules, state, HU, "firmness", -2);
    const weak = chance();
    state.members[HU]!.pain = state.members[HU]!.tolerance;
    expect(weak).toBeGreaterThan(usual);
    expect(chance()).toBeGreaterThan(weak);
  });

  test("Beijing sends its envoys where it reckons with yielding", () => {
    const sent = (firmness: number): number => {
      let to = 0;
      for (let seed = 1; seed <= 60; seed++) {
        const state = position();
        const k = m("ES");
        state.members[k]!.firmness = firmness;
        state.members[k]!.support = 0.1;
        const deeds = usualBot("beijing").decide(rules, view(rules, state, "beijing"), newStream(seed, "x"));
        for (const { command } of deeds)
          if (command.kind === "send-envoy" && JSON.stringify(command).includes('"ES"')) to += 1;
      }
      return to;
    };
    expect(sent(-4)).toBeGreaterThan(sent(4));
  });

  test("a capital takes an offer the sooner, the more it is pressed and the more it believes Beijing", () => {
    const takes = (pain: number, belief: number): number => {
      let taken = 0;
      for (let n = 0; n < 60; n++) {
        const state = position();
        const k = m("SK");
        Object.assign(state.members[k]!, { pain: pain * state.members[k]!.tolerance });
        learn(rules, state, k, "trustBeijing", belief);
        makeOffer(rules, state, { to: "SK", gift: "plant", ask: "silence", vote: "" });
        const deeds = usualBot("SK").decide(rules, view(rules, state, "SK"), newStream(n, "offer"));
        if (deeds.some(({ command }) => JSON.stringify(command).includes('"take"'))) taken += 1;
      }
      return taken;
    };
    expect(takes(1, 0)).toBeGreaterThan(takes(0, 0));
    expect(takes(0.5, 2)).toBeGreaterThan(takes(0.5, -2));
  });

  test("the Commission's seat sees words, Beijing its own figures, a capital what it thinks itself", () => {
    const state = position();
    learn(rules, state, HU, "firmness", -1.03);
    const firm = (seat: "commission" | "beijing" | "HU") => view(rules, state, seat).own.firmness[HU]!;
    expect(firm("beijing")).toBeCloseTo(state.members[HU]!.firmness, 1);
    expect([-2, 0, 2]).toContain(firm("commission"));
    expect([-2, 0, 2]).toContain(firm("HU"));
    const trust = (seat: "commission" | "HU") => view(rules, state, seat).own.trustBeijing[HU]!;
    expect(trust("HU")).toBeCloseTo(state.members[HU]!.trustBeijing, 1);
    expect([-2, 0, 2]).toContain(trust("commission"));
    expect(beliefInBeijing(rules, view(rules, state, "commission"))).toBeGreaterThan(0);
  });

  test("an open hand in a squeeze makes a way down likelier (E43)", () => {
    const state = position();
    Object.assign(state.beijing, { squeezeSince: 2 });
    for (const member of state.members) member.outputLoss = 2;
    state.tick = 6;
    const before = offRampChance(rules, state);
    order(state, "beijing", { kind: "issue-statement", form: "equal-dignity" });
    expect(offRampChance(rules, state)).toBeCloseTo(
      before + rules.model.beijing.offRamp * rules.model.beijing.offRampDignity,
      12,
    );
  });
});
