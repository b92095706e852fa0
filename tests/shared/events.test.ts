// Event cards: who is asked and when, what happens unasked, and every effect of the vocabulary.

import { describe, expect, test } from "vitest";
import { silent } from "../../shared/explain.ts";
import {
  type Card,
  chanceOf,
  type Effect,
  MOMENTARY,
  TRIGGERS,
  type Trigger,
} from "../../shared/scenario/card.ts";
import { indexOf, type Rules } from "../../shared/scenario.ts";
import { isMember, type Seat } from "../../shared/seat.ts";
import { type Choice, type Contract, flowOf, type Offer, type State } from "../../shared/state.ts";
import { view } from "../../shared/view.ts";
import { soothing } from "../../shared/world/agreement.ts";
import { openVote } from "../../shared/world/council.ts";
import { holdGoods } from "../../shared/world/customs.ts";
import { answerOffer, makeOffer } from "../../shared/world/deals.ts";
import { askedBy } from "../../shared/world/deciders.ts";
import { drift } from "../../shared/world/drift.ts";
import { applyEffects, eventsWeek, hardestHit, takeOption } from "../../shared/world/events.ts";
import { mayCall, openFile } from "../../shared/world/files.ts";
import { newState } from "../../shared/world/start.ts";
import { causeOf } from "../../shared/world/triggers.ts";
import { turnValve } from "../../shared/world/valve.ts";
import { week as weekOf } from "../../shared/world/week.ts";
import { standing } from "../helpers/agreement.ts";
import { drawn } from "../helpers/deck.ts";
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
  deciders: ["commission"],
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

  test("that nobody decides simply happens, and says how it went where that was open", () => {
    const happens = {
      ...{ effects: [{ kind: "heat", by: 7 } as const], chance: 0.5, otherwise: [] },
      says: ["It came.", "It did not."],
    };
    const rules = withCards(card({ deciders: [], options: [], happens }));
    const seen = new Set<string>();
    for (let seed = 1; seed <= 20; seed++) {
      const state = fresh(rules, seed);
      run(rules, state, 3);
      expect(state.choices).toEqual([]);
      const came = state.heat === base.model.heat.start + 7;
      expect(state.outcomes.E99).toBe(came ? "happened" : "failed");
      expect(state.news.at(-1)).toMatchObject({ code: "card-happened", amount: came ? 1 : -1, to: [] });
      seen.add(state.outcomes.E99!);
    }
    expect(seen.size).toBe(2);
  });

  test("may do something at once, whatever is chosen", () => {
    const rules = withCards(card({ happens: { effects: [{ kind: "legitimacy", by: -5 }] } }));
    const state = fresh(rules);
    run(rules, state, 3);
    expect(state.legitimacy).toBe(fresh(rules).legitimacy - 5);
    expect(asked(state)).toHaveLength(1);
  });

  test("comes only while the file it hangs on is at that stage", () => {
    const file = { id: "chemicals-dumping", stages: ["council"] };
    const rules = withCards(card({ when: { kind: "tick", ticks: [3], file } }));
    const state = fresh(rules);
    run(rules, state, 3);
    expect(state.choices).toEqual([]);
    const later = fresh(rules);
    later.files.find((f) => f.id === "chemicals-dumping")!.stage = "council";
    run(rules, later, 3);
    expect(asked(later)).toMatchObject([{ about: ["chemicals-dumping", "commission"] }]);
  });

  test("about the end of the suspension comes only while that is near (E07)", () => {
    const drawnWith = (until: number) => {
      const state = fresh();
      state.beijing.packageUntil = until;
      state.tick = 16;
      run(base, state, 17);
      return asked(state).some((c) => c.card === "E07");
    };
    const { packageLead } = base.model.beijing;
    expect([16, 17, 17 + packageLead, 17 + packageLead + 1, 60].map(drawnWith)).toEqual([
      ...[false, true, true],
      ...[false, false],
    ]);
  });

  test("may be dated from the end", () => {
    const rules = withCards(card({ when: { kind: "before-end", weeks: 200 } }));
    const state = fresh(rules);
    run(rules, state, 7);
    expect(state.choices).toEqual([]);
    run(rules, state, 8);
    expect(state.choices).toHaveLength(1);
  });

  test("is told to everybody, and who takes what as well; a quiet one to its deciders alone", () => {
    for (const [quiet, to] of [
      [{}, []],
      [{ quiet: true } as const, ["commission"]],
    ] as const) {
      const rules = withCards(card(quiet));
      const state = fresh(rules);
      run(rules, state, 3);
      expect(state.news.at(-1)).toMatchObject({ code: "card-drawn", about: ["E99", "commission"], to });
      takeOption(rules, state, asked(state)[0]!, "hot", silent);
      expect(state.news.at(-1)).toMatchObject({ code: "card-answered", by: "commission", to });
    }
  });
});

/** Seats a card asks, in a world made so. */
function seatsAsked(more: Partial<Card>, make: (state: State) => unknown = () => {}): string[] {
  const rules = withCards(card(more));
  const state = fresh(rules);
  make(state);
  run(rules, state, 3);
  return asked(state).map((c) => c.seat);
}
const codesOf = (members: readonly number[]) => members.map((m) => base.members[m]!.code);

describe("who is asked", () => {
  test("the three states hit hardest", () => {
    const hurt = (state: State) => {
      Object.assign(state.members[3]!, { linesStopped: 50 });
      Object.assign(state.members[7]!, { linesStopped: 40 });
      Object.assign(state.members[9]!, { linesStopped: 30 });
      expect(hardestHit(base, state)).toEqual([3, 7, 9]);
    };
    expect(seatsAsked({ deciders: ["hit"] }, hurt)).toEqual(codesOf([3, 7, 9]));
  });

  test.each<[string, Partial<Card>, string[]]>([
    ["each capital", { deciders: ["members"] }, base.members.map((m) => m.code)],
    ["the careful payers", { deciders: ["frugal"] }, base.members.filter((m) => m.frugal).map((m) => m.code)],
    ["the chair of the Council", { deciders: ["presidency"] }, ["IE"]],
    ["those who sell most of its sector", { deciders: ["exposed"], about: ["vehicles"] }, ["DE", "FR", "SK"]],
    ["those who make most of its sector", { deciders: ["injured"], about: ["vehicles"] }, ["DE", "FR", "IT"]],
    ["the host of its plant", { deciders: ["host"], about: ["narva"] }, ["EE"]],
    ["the states it is about", { deciders: ["about"], about: ["LT", "HU"] }, ["LT", "HU"]],
    ["named seats, each once", { deciders: ["commission", "DE", "DE"] }, ["commission", "DE"]],
  ])("%s", (_, more, seats) => expect(seatsAsked(more).sort()).toEqual([...seats].sort()));

  test("the state that voted last", () => {
    const rules = withCards(card({ deciders: ["elected"], when: { kind: "tick", ticks: [3, 12, 45] } }));
    const state = fresh(rules);
    run(rules, state, 3);
    expect(asked(state)).toEqual([]);
    run(rules, state, 12);
    expect(asked(state).map((c) => c.seat)).toEqual(["SE"]);
    run(rules, state, 45);
    expect(asked(state).map((c) => c.seat)).toEqual(["FR"]);
  });

  test("so many capitals by lot, those asked least so far, and offices beside them", () => {
    const rules = withCards(
      card({ deciders: ["beijing", "members"], lot: 2, when: { kind: "tick", ticks: [3, 4, 5] } }),
    );
    const drawn = new Set<string>();
    for (let seed = 1; seed <= 12; seed++) {
      const state = fresh(rules, seed);
      for (const { code } of base.members) state.tally.asked[code] = 1;
      for (const code of ["DE", "LT", "MT", "HU"] as const) state.tally.asked[code] = 0;
      run(rules, state, 4);
      const capitals = asked(state).flatMap((c) => (c.seat === "beijing" ? [] : [c.seat]));
      expect(capitals.sort()).toEqual(["DE", "HU", "LT", "MT"]);
      expect(state.tally.asked.beijing).toBe(2);
      run(rules, state, 5);
      for (const choice of asked(state)) drawn.add(choice.seat);
    }
    expect(drawn.size).toBeGreaterThan(8);
  });

  test("those whose ballot would turn a close vote", () => {
    const rules = withCards(
      card({
        deciders: ["pivotal"],
        when: { kind: "trigger", trigger: "close-vote", after: 0, weight: 1, once: true },
      }),
    );
    const state = fresh(rules);
    const file = state.files.find((f) => f.id === "accelerator-act")!;
    const vote = openVote(rules, state, file, "for", silent);
    const yes = "DE FR IT ES PL RO NL BE CZ PT SE EL HU AT MT".split(" ");
    vote.leaning = rules.members.map((m) => (yes.includes(m.code) ? 0.5 : 0));
    run(rules, state, vote.closes - 3);
    expect(asked(state)).toEqual([]);
    run(rules, state, vote.closes - 2);
    expect(asked(state)).toHaveLength(3);
    for (const { seat, about } of asked(state)) {
      expect(about).toContain(file.id);
      expect(yes).toContain(seat);
    }
  });
});

describe("what a card is about", () => {
  const subject = (kind: Card["subject"], make: (state: State) => unknown = () => {}) => {
    const rules = withCards(card({ subject: kind! }));
    const found = new Set<string>();
    for (let seed = 1; seed <= 40; seed++) {
      const state = fresh(rules, seed);
      make(state);
      run(rules, state, 3);
      found.add(asked(state)[0]?.about[0] ?? "none");
    }
    return found;
  };

  test("a plant of Europe's under way", () => {
    const found = subject("plant");
    expect(found).toContain("narva");
    expect(found).not.toContain("debrecen");
    expect(found).not.toContain("austria-recycling");
    expect(found.size).toBeGreaterThan(3);
  });
  test("one that nobody backs", () => {
    expect(subject("unbacked")).toContain("narva");
    expect(subject("unbacked", (s) => (s.projects[0]!.backed = "floor"))).not.toContain("narva");
  });
  test("one that waits for its permit", () => expect(subject("permit")).toContain("poland-magnets"));
  test("one with Chinese money", () => {
    const found = subject("chinese-plant");
    expect(found).toContain("szeged");
    expect(found).not.toContain("narva");
  });
  test("a case under way", () => {
    const found = subject("case");
    expect(found).toContain("battery-subsidy");
    expect(found).not.toContain("ev-duties");
  });
  test("without one the card does not come up", () =>
    expect(
      subject("chinese-plant", (s) => {
        for (const project of s.projects) project.stage = "operating";
      }),
    ).toEqual(new Set(["none"])));
});

describe("a card for both sides", () => {
  const rules = withCards(
    card({
      deciders: ["commission", "beijing"],
      joint: "agreed",
      options: [
        option("much", [{ kind: "heat", by: -9 }]),
        option("some", [{ kind: "heat", by: -3 }]),
        option("none", [{ kind: "heat", by: 1 }]),
      ],
    }),
  );
  test.each([
    ["much", "much", -9],
    ["some", "some", -3],
    ["much", "some", 1],
    ["some", "much", 1],
    ["much", "none", 1],
  ])("%s and %s: what both want counts, else the last, once both have spoken", (a, b, by) => {
    const state = fresh(rules);
    run(rules, state, 3);
    const [europe, china] = asked(state);
    takeOption(rules, state, europe!, a, silent);
    expect(state.heat).toBe(base.model.heat.start);
    takeOption(rules, state, china!, b, silent);
    expect(state.heat).toBe(base.model.heat.start + by);
  });
});

describe("a card on which the capitals vote", () => {
  const rules = withCards(
    card({
      deciders: ["commission", "DE", "FR", "IT"],
      joint: "most",
      options: [
        option("much", [{ kind: "heat", by: 9 }]),
        option("some", [{ kind: "heat", by: 3 }]),
        option("none", [{ kind: "heat", by: -1 }]),
      ],
    }),
  );
  test.each([
    ["much much some none", 9],
    ["some none some none", -1],
    ["much much some some", 3],
    ["none some some some", 3],
  ])("%s: what most chose counts, the later one of two, and once", (answers, by) => {
    const state = fresh(rules);
    run(rules, state, 3);
    const choices = asked(state);
    answers.split(" ").forEach((id, k) => {
      expect(state.heat).toBe(base.model.heat.start);
      takeOption(rules, state, choices[k]!, id, silent);
    });
    expect(state.heat).toBe(base.model.heat.start + by);
    expect(state.news.at(-1)).toMatchObject({ code: "card-answered", by: "" });
  });

  test("whoever does not answer has taken the last option", () => {
    const state = fresh(rules);
    run(rules, state, 3);
    takeOption(rules, state, asked(state)[0]!, "much", silent);
    run(rules, state, 6);
    expect(state.heat).toBe(base.model.heat.start - 1);
    expect(state.outcomes["E99/"]).toBe("none");
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

describe("what judges decide", () => {
  /** How often it comes out as hoped in so many games, in the card's own words. */
  const upheld = (proof: number, play: (state: State) => boolean): number => {
    let n = 0;
    for (let seed = 1; seed <= 300; seed++) {
      const state = fresh(base, seed);
      if (proof > 0)
        applyEffects(base, state, [{ kind: "proof", by: proof }], { by: "commission", about: [] }, silent);
      if (play(state)) n += 1;
    }
    return n / 300;
  };
  const report = (state: State): boolean => {
    state.tick = 29;
    run(base, state, 30);
    return state.outcomes.E12 === "happened";
  };
  const fight = (state: State): boolean => {
    const asks = { seat: "commission", asked: 0, until: 3, about: ["battery-subsidy"], chosen: "" } as const;
    state.choices = [{ ...asks, about: [...asks.about], id: "d", card: "E30" }];
    takeOption(base, state, state.choices[0]!, "fight", silent);
    return state.news.at(-1)!.amount === 1;
  };

  test.each([
    ["the report from Geneva (E12)", report, 0.6],
    ["the importers' suit (E30)", fight, 0.5],
  ])("%s is as likely as the card says, and better evidence raises that", (_, play, odds) => {
    expect(Math.abs(upheld(0, play) - odds)).toBeLessThan(0.08);
    expect(Math.abs(upheld(0.25, play) - odds - 0.25)).toBeLessThan(0.08);
  });

  test("the review that asks for evidence brings it (E04), for everybody to see", () => {
    const state = fresh();
    run(base, state, 9);
    const choice = asked(state).find((c) => c.card === "E04")!;
    takeOption(base, state, choice, "proof", silent);
    expect(state.commission.proof).toBe(0.15);
    expect(view(base, state, "observer").pub.law.proof).toBe(0.15);
  });

  test("other chances stay what they are", () => {
    const [fair, doubted] = [false, true].map((doubted) => ({ proof: 0.2, doubted }));
    expect(chanceOf({ chance: 0.5 }, fair!)).toBe(0.5);
    expect(chanceOf({ chance: 0.5 }, doubted!)).toBe(0.5);
    expect(chanceOf({ chance: 0.5, judged: true }, fair!)).toBeCloseTo(0.7, 12);
    expect(chanceOf({ chance: 0.9, judged: true }, fair!)).toBe(1);
    expect(chanceOf({}, fair!)).toBeUndefined();
  });

  test("a Europe that is thought unfair loses twice as often (E36)", () => {
    const unfair = (play: (state: State) => boolean) => (state: State) => {
      state.legitimacy = base.model.politics.clubLeaves - 1;
      return play(state);
    };
    expect(Math.abs(upheld(0, unfair(report)) - 0.2)).toBeLessThan(0.07);
    expect(upheld(0, unfair(fight))).toBe(0);
    expect(Math.abs(upheld(0.25, unfair(fight)) - 0.5)).toBeLessThan(0.08);
    expect(chanceOf({ chance: 0.3, judged: true }, { proof: 0, doubted: true })).toBe(0);
  });
});

describe("two sets of figures (E26): what is true decides, not chance", () => {
  /** The agreement has been missed in truth for such a share of its window, and an option is taken; did it come out? */
  function comesOut(truth: number, seat: Seat, option: string, more: Partial<Contract> = {}): number {
    const works = new Set<number>();
    for (let seed = 1; seed <= 20; seed++) {
      const state = fresh(base, seed);
      const contract = standing(0.8, more);
      contract.terms[0]!.truth = truth;
      state.contracts = [contract];
      state.choices = [{ id: "d", card: "E26", seat, asked: 0, until: 3, about: [], chosen: "" }];
      takeOption(base, state, state.choices[0]!, option, silent);
      works.add(state.news.at(-1)!.amount);
    }
    expect(works.size).toBe(1);
    return [...works][0]!;
  }
  const { breachShare } = base.model.contracts;

  test("an accusation holds where the promise is missed for longer than it may be", () => {
    expect(comesOut(breachShare + 0.05, "commission", "accuse")).toBe(1);
    expect(comesOut(breachShare - 0.05, "commission", "accuse")).toBe(-1);
  });
  test("a denial holds where it is not", () => {
    expect(comesOut(breachShare + 0.05, "beijing", "deny")).toBe(-1);
    expect(comesOut(breachShare - 0.05, "beijing", "deny")).toBe(1);
  });
  test("also when it has been found broken meanwhile, and not by what nobody else may read", () => {
    expect(comesOut(1, "commission", "accuse", { state: "broken", breaker: "beijing" })).toBe(1);
    expect(comesOut(1, "commission", "accuse", { secret: true })).toBe(-1);
  });
  test("no figure of the card gives the truth away", () => {
    const state = fresh();
    state.contracts = [standing(0.8)];
    state.contracts[0]!.terms[0]!.truth = 1;
    expect(JSON.stringify(view(base, state, "commission"))).not.toContain("truth");
  });
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

  test("that is drawn once has that chance in the very week", () => {
    let seen = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const rules = withCards(card({ when: { ...when(0.4, 2), once: true } as Card["when"] }));
      const state = fresh(rules, seed);
      turnValve(rules, state, 0, "go-slow", silent);
      run(rules, state, 30);
      expect(state.drawn.E99 ?? 2).toBe(2);
      if (state.drawn.E99 !== undefined) seen += 1;
    }
    expect(seen / 200).toBeGreaterThan(0.3);
    expect(seen / 200).toBeLessThan(0.5);
  });

  test("may follow on how another card came out", () => {
    const first = card({
      id: "E98",
      options: [option("yes", [{ kind: "heat", by: 1 }]), option("no", [{ kind: "heat", by: 2 }])],
    });
    const after: Card["when"] = {
      kind: "outcome",
      card: "E98/commission",
      outcome: "yes",
      after: 4,
      weight: 1,
    };
    const rules = withCards(first, card({ deciders: ["beijing"], when: after }));
    for (const [answer, week] of [
      ["yes", 7],
      ["no", undefined],
    ] as const) {
      const state = fresh(rules);
      run(rules, state, 3);
      takeOption(rules, state, asked(state)[0]!, answer, silent);
      run(rules, state, 60);
      expect(state.drawn.E99).toBe(week);
    }
  });

  test("waits until both are rested where both must agree", () => {
    const rules = withCards(
      card({ id: "E98", when: { kind: "tick", ticks: [2] }, deciders: ["beijing"] }),
      card({ when: when(1), deciders: ["commission", "beijing"], joint: "agreed" }),
    );
    const state = fresh(rules);
    turnValve(rules, state, 0, "go-slow", silent);
    state.beijing.squeezeSince = 3;
    run(rules, state, 6);
    expect(state.drawn.E99).toBeUndefined();
    run(rules, state, 7);
    expect(state.drawn.E99).toBe(7);
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

test.each(TRIGGERS)("the trigger %s does not hold on the first Monday", (trigger) => {
  expect(causeOf(base, fresh(), trigger)).toBeUndefined();
});

test("a card about goods that are held up quietly is told to nobody but who decides", () => {
  const cards = base.cards.filter(({ when }) => when.kind === "trigger" && when.trigger === "quiet-ban");
  expect(cards.length).toBeGreaterThan(1);
  expect(cards.filter((c) => c.quiet !== true).map((c) => c.id)).toEqual([]);
});

test("other firms ask about a hold once it has lasted for two weeks, and not before", () => {
  const firms = base.cards.find((c) => c.id === "E35")!;
  const rules = withCards({ ...firms, when: { ...firms.when, weight: 1 } as Card["when"] });
  const state = fresh(rules);
  run(rules, state, 3);
  holdGoods(rules, state, DE, indexOf(rules.sectors, "vehicles"), silent);
  run(rules, state, 4);
  expect(state.drawn.E35).toBeUndefined();
  run(rules, state, 5);
  expect(state.choices).toMatchObject([
    { card: "E35", seat: "beijing", about: ["DE", "vehicles", "beijing"] },
  ]);
});

test("Beijing must act when growth falls below what it can bear, and not before", () => {
  const put = (missing: number, seed: number): boolean => {
    const state = fresh(base, seed);
    state.beijing.growth -= missing * base.model.beijing.growthBearable;
    state.tick = 1;
    run(base, state, 2);
    return state.choices.some((c) => c.card === "E41");
  };
  const seeds = Array.from({ length: 20 }, (_, seed) => seed + 1);
  expect(seeds.every((seed) => put(1.01, seed))).toBe(true);
  expect(seeds.some((seed) => put(0.99, seed))).toBe(false);
});

const bare: Effect = { kind: "assurance", weeks: 26, verified: false };
const measured: Effect = { kind: "assurance", weeks: 26, verified: true };

describe("triggers hold when the world is so", () => {
  test.each([
    ["low-cohesion", (s: State) => Object.assign(s, { cohesion: 50 })],
    ["low-legitimacy", (s: State) => Object.assign(s, { legitimacy: 40 })],
    ["low-reputation", (s: State) => Object.assign(s.beijing, { reputation: 30 })],
    ["low-growth", (s: State) => (s.beijing.growth -= 1.01 * base.model.beijing.growthBearable)],
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
    ["quiet-ban", (s: State) => holdGoods(base, s, DE, 0, silent)],
    ["package-ending", (s: State) => Object.assign(s, { tick: base.calendar.packageReturns })],
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
    ["squeeze", (s: State) => turnValve(base, s, 0, "go-slow", silent)],
    ["assurance", (s: State) => applyEffects(base, s, [bare], { by: "", about: [] }, silent)],
    ["contract", (s: State) => applyEffects(base, s, [measured], { by: "", about: [] }, silent)],
    ["any", (s: State) => Object.assign(s, { tick: 4 })],
    ["transparency", (s: State) => Object.assign(s.beijing, { transparency: 0.2 })],
    ["obligation", (s: State) => Object.assign(s.commission, { obligation: "soft" })],
  ] as const)("%s", (trigger, make) => {
    const state = fresh();
    make(state);
    const { since } = causeOf(base, state, trigger)!;
    expect(since).toBeGreaterThanOrEqual(0);
    // A card can wait only for what is remembered.
    state.tick += 1;
    const next = causeOf(base, state, trigger)?.since;
    if (MOMENTARY.includes(trigger)) expect([since + 1, undefined]).toContain(next);
    else expect(next).toBe(since);
  });

  test("and name what they are about", () => {
    const about = (trigger: Trigger, make: (s: State) => unknown) => {
      const state = fresh();
      make(state);
      return causeOf(base, state, trigger)?.about;
    };
    const chemicals = base.files.findIndex((f) => f.id === "chemicals-dumping");
    expect(
      about("new-duty", (s) =>
        Object.assign(s.files[chemicals]!, { stage: "in-force", duty: 0.1, gate: 0, why: "move" }),
      ),
    ).toEqual(["chemicals-dumping", "chemicals"]);
    expect(
      about("retaliation", (s) =>
        Object.assign(s.files.find((f) => f.id === "pork")!, { why: "move", gate: 0 }),
      ),
    ).toEqual(["pork", "agrifood"]);
    expect(
      about("quiet-ban", (s) => s.beijing.bans.push({ m: DE, s: 3, size: 0.3, until: 9, exposed: false })),
    ).toEqual(["DE", base.sectors[3]!.id]);
    expect(about("import-surge", (s) => (s.trade.imports[2]! *= 3))).toEqual([base.sectors[2]!.id]);
    expect(about("offer-accepted", (s) => quietDeal(s))).toEqual(["HU"]);
    expect(about("offer-accepted", (s) => (quietDeal(s).exposed = true))).toBeUndefined();
  });
});

/** Hungary has taken an order and told nobody. */
function quietDeal(state: State): Offer {
  const offer = makeOffer(base, state, { to: "HU", gift: "order", ask: "silence", vote: "" });
  answerOffer(base, state, offer, "take", silent);
  return offer;
}

describe("every effect does what it says", () => {
  const s0 = fresh();
  const vehicles = indexOf(base.sectors, "vehicles");
  const { courseEvery } = base.model.beijing;
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
      { kind: "support", who: "about", by: 0.1, weeks: 9 },
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
    [
      "money for the envelope",
      { kind: "money", by: 40 },
      (a, b) => expect(a.commission.money).toBe(b.commission.money + 40),
    ],
    [
      "money for every year",
      { kind: "envelope", by: 300 },
      (a, b) => expect([a.commission.envelope, a.commission.money]).toEqual([300, b.commission.money]),
    ],
    [
      "a share of the purse",
      { kind: "purse", who: "decider", by: -0.25 },
      (a, b) => expect(who(a, "DE").purse).toBeCloseTo(0.75 * who(b, "DE").purse, 6),
    ],
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
      (a) =>
        expect(a.inputs.map((i) => i.shocks)).toEqual(
          base.inputs.map((i) => (i.critical ? [{ by: -0.2, until: 10 }] : [])),
        ),
    ],
    [
      "a stop of one input, told to all",
      { kind: "stop", input: "chips", by: -1.4, weeks: 14 },
      (a, b) => {
        expect(a.inputs.map((i) => i.shocks)).toEqual(
          base.inputs.map((i) => (i.id === "chips" ? [{ by: -1.4, until: 14 }] : [])),
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
      { kind: "ask", card: "E65", who: "decider" },
      (a) => expect(a.choices.at(-1)).toMatchObject({ card: "E65", seat: "DE", until: 6, chosen: "" }),
    ],
    [
      "a card that follows, for an office, about the same",
      { kind: "ask", card: "E68", who: "commission" },
      (a) =>
        expect(a.choices.at(-1)).toMatchObject({
          ...{ card: "E68", seat: "commission", chosen: "" },
          about: [base.members[1]!.code, base.members[2]!.code, "commission"],
        }),
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
      { kind: "stock", who: "decider", input: "magnets", by: 0.6 },
      (a, b) => expect(a.inputs[0]!.stock[DE]).toBeCloseTo(b.inputs[0]!.stock[DE]! + 0.6, 12),
    ],
    [
      "relief",
      { kind: "relief", who: "decider", factor: 0.7, weeks: 13 },
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
    ["pride", { kind: "proud", weeks: 8 }, (a) => expect(a.beijing.proudUntil).toBe(8)],
    [
      "a course at home",
      { kind: "steer", course: "stimulus" },
      (a) => expect([a.beijing.course, a.beijing.next.economy]).toEqual(["stimulus", courseEvery]),
    ],
    [
      "no package where none has failed",
      { kind: "reopen", billion: 1 },
      (a, b) => expect(a.files).toEqual(b.files),
    ],
    ["better evidence", { kind: "proof", by: 0.15 }, (a) => expect(a.commission.proof).toBe(0.15)],
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
    [
      "allies' help",
      { kind: "ally", input: "all", by: 0.02 },
      (a) => expect(a.inputs.map((i) => i.ally)).toEqual(base.inputs.map((i) => (i.critical ? 0.02 : 0))),
    ],
    ["buyers who find makers", { kind: "matching", by: 0.1 }, (a) => expect(a.commission.matching).toBe(0.1)],
    ["an exemption", { kind: "exempt", by: 0.2 }, (a) => expect(a.commission.exempt).toBe(0.2)],
    [
      "sales for a time",
      { kind: "sales", who: "decider", by: 0.03, weeks: 26 },
      (a) => expect(a.trade.extra).toEqual([{ of: "card", m: DE, by: 0.03, until: 26 }]),
    ],
    [
      "a duty cut",
      { kind: "file", id: "ev-duties", does: "scale", rate: 0.5 },
      (a, b) => {
        expect(file(a, "ev-duties").duty).toBeCloseTo(0.5 * file(b, "ev-duties").duty, 12);
        expect(a.trade.dutyEurope[vehicles]).toBeLessThan(b.trade.dutyEurope[vehicles]!);
        expect(a.news.at(-1)).toMatchObject({ code: "duty-changed", about: ["ev-duties", "vehicles"] });
      },
    ],
    [
      "a case made smaller before it bites",
      { kind: "file", id: "battery-subsidy", does: "scale", rate: 0.5 },
      (a, b) => {
        expect(file(a, "battery-subsidy").rate).toBeCloseTo(0.5 * file(b, "battery-subsidy").rate, 12);
        expect(a.trade.dutyEurope).toEqual(b.trade.dutyEurope);
      },
    ],
    ["a leak", { kind: "leak", weeks: 13 }, (a) => expect(a.beijing.leakUntil).toBe(13)],
    [
      "an examination of coercion",
      { kind: "examine" },
      (a) => expect(a.files.at(-1)).toMatchObject({ kind: "coercion", stage: "examination" }),
    ],
    [
      "no hold where none is",
      { kind: "hold", does: "widen" },
      (a, b) => expect(a.beijing.bans).toEqual(b.beijing.bans),
    ],
    ["no deal where none is", { kind: "deal", does: "return" }, (a, b) => expect(a.offers).toEqual(b.offers)],
    ["no vote to lean in", { kind: "lean", who: "all", by: 1 }, (a, b) => expect(a.votes).toEqual(b.votes)],
    [
      "a bare promise",
      { kind: "assurance", weeks: 26, verified: false },
      (a) => expect(soothing(base, a)).toBeCloseTo(1, 12),
    ],
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
      "a pause of both sides, told to all",
      { kind: "pause", weeks: 6 },
      (a) => {
        expect([a.commission.caseNext, a.beijing.next.valve]).toEqual([6, 6]);
        expect(a.news.at(-1)).toMatchObject({ code: "pause-agreed", amount: 6, to: [] });
      },
    ],
    [
      "a trader's price",
      { kind: "spot", input: "magnets", factor: 3, weeks: 6 },
      (a, b) => expect(a.inputs[0]!.spot).toBeCloseTo(3 * b.inputs[0]!.spot, 12),
    ],
    [
      "lines that hang less on the last crate",
      { kind: "half", input: "magnets", by: -0.1 },
      (a) => expect(a.inputs.map((input) => input.half)).toEqual([0.9, 1, 1, 1, 1]),
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
    applyEffects(
      base,
      state,
      [effect],
      { by: "DE", about: [base.members[1]!.code, base.members[2]!.code] },
      silent,
    );
    see(state, s0);
  });

  const apply = (state: State, effect: Effect, by: Seat | "", ...about: string[]) =>
    applyEffects(base, state, [effect], { by, about }, silent);

  test("what the card is about is meant by its", () => {
    const state = fresh();
    apply(state, { kind: "project", id: "its", does: "delay", weeks: 9 }, "EE", "narva", "EE");
    expect(state.projects[0]!.weeksLeft).toBe(s0.projects[0]!.weeksLeft + 9);
    apply(state, { kind: "file", id: "its", does: "close" }, "commission", "battery-subsidy", "electrical");
    expect(file(state, "battery-subsidy").stage).toBe("closed");
    apply(state, { kind: "price", sector: "its", by: 0.01 }, "", "vehicles");
    expect(state.trade.price[vehicles]).toBe(0.01);
    apply(state, { kind: "price", sector: "its", by: 0.01 }, "", "narva");
    expect(state.trade.price.reduce((a, b) => a + b, 0)).toBe(0.01);
  });

  test("a law is given up only while nobody has proposed it", () => {
    const drop = { kind: "file", id: "diversification-law", does: "close" } as const;
    const state = fresh();
    const proposed = fresh();
    apply(state, drop, "commission");
    expect(file(state, "diversification-law").stage).toBe("closed");
    apply(proposed, { kind: "file", id: "diversification-law", does: "propose-strict" }, "commission");
    apply(proposed, drop, "commission");
    expect(file(proposed, "diversification-law").stage).toBe("proposal");
  });

  test("a lean turns one vote where the card is about one, else all", () => {
    const state = fresh();
    const [law, duty] = [file(state, "accelerator-act"), file(state, "chemicals-dumping")];
    const votes = [
      openVote(base, state, law, "for", silent),
      openVote(base, state, duty, "unless-against", silent),
    ];
    apply(state, { kind: "lean", who: "decider", by: 0.2 }, "DE", law.id);
    expect(votes.map((v) => v.pledged[DE])).toEqual([0.2, 0]);
    apply(state, { kind: "lean", who: "decider", by: -0.1 }, "DE");
    expect(votes.map((v) => v.pledged[DE])).toEqual([0.2 - 0.1, -0.1]);
  });

  test("goods held at customs come out, go through, or more of them wait", () => {
    const LT = indexOf(base.members, "LT");
    const [electronics, agrifood] = ["electronics", "agrifood"].map((id) => indexOf(base.sectors, id));
    const given = () => {
      const state = fresh();
      holdGoods(base, state, LT, agrifood!, silent);
      return state;
    };
    const shown = given();
    apply(shown, { kind: "hold", does: "expose" }, "commission", "LT");
    expect(shown.beijing.bans[0]!.exposed).toBe(true);
    expect(shown.legitimacy).toBe(s0.legitimacy + base.model.beijing.banLegitimacy);
    const lifted = given();
    apply(lifted, { kind: "hold", does: "lift" }, "beijing", "LT");
    expect(lifted.beijing.bans).toEqual([]);
    expect(lifted.trade.banGoal.every((x) => x === 0)).toBe(true);
    const wider = given();
    apply(wider, { kind: "hold", does: "widen" }, "beijing", "LT");
    expect(wider.beijing.bans.map((ban) => ban.s)).toEqual([agrifood, electronics]);
    const spared = given();
    apply(spared, { kind: "hold", does: "lift" }, "beijing", "HU");
    expect(spared.beijing.bans).toHaveLength(1);
  });

  test("a quiet deal comes out, or is given back with its gift", () => {
    const HU = indexOf(base.members, "HU");
    const [shown, returned] = [fresh(), fresh()];
    quietDeal(shown);
    apply(shown, { kind: "deal", does: "expose" }, "HU");
    expect(shown.offers[0]).toMatchObject({ state: "taken", exposed: true });
    expect(shown.members[HU]!.standing).toBe(s0.members[HU]!.standing - base.model.beijing.exposedStanding);
    quietDeal(returned);
    expect(returned.members[HU]!.deals).toBe(1);
    apply(returned, { kind: "deal", does: "return" }, "HU");
    expect(returned.offers[0]).toMatchObject({ state: "lapsed" });
    expect(returned.members[HU]).toMatchObject({ deals: 0, offerTurn: 0 });
    drift(base, returned, silent);
    expect(returned.trade.boost[HU]).toBe(0);
  });

  test("a pause does not shorten a longer wait", () => {
    const state = fresh();
    state.commission.caseNext = 9;
    state.beijing.next.valve = 8;
    apply(state, { kind: "pause", weeks: 6 }, "");
    expect([state.commission.caseNext, state.beijing.next.valve]).toEqual([9, 8]);
  });

  test.each([
    ["a larger one comes back as a fund of EUR 1bn", 5, true, true],
    ["one with a snapback comes back without it", 1, true, true],
    ["nothing is less than a fund of EUR 1bn", 1, false, false],
  ])("a package that was voted down: %s", (_, size, snapback, back) => {
    const state = fresh();
    const petition = { kind: "package", side: "europe", sector: -1, breadth: 0, why: "move" } as const;
    const shut = openFile(base, state, { ...petition, size, snapback }, silent);
    Object.assign(shut, { shutUntil: 13, gate: 13 });
    state.tick = 3;
    expect(mayCall(shut, state.tick)).toBe(false);
    apply(state, { kind: "reopen", billion: 1 }, "DE");
    expect(mayCall(shut, state.tick)).toBe(back);
    expect(shut).toMatchObject(back ? { size: 1, snapback: false } : { size, snapback, shutUntil: 13 });
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
      applyEffects(
        rules,
        state,
        [{ kind: "ask", card: "E65", who: "decider" }],
        { by: "NL", about: [] },
        silent,
      );
      const choice = state.choices.at(-1)!;
      choice.card = "E43";
      takeOption(rules, state, choice, answer, silent);
      if (flowOf(state.inputs[chips]!) < 0.1 === stopped) return state;
    }
    throw new Error(`no game in which "${answer}" comes out so`);
  }
  const often = (answer: string): number => {
    let n = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const state = fresh(rules, seed);
      state.choices = [{ id: "d", card: "E43", seat: "NL", asked: 0, until: 3, about: [], chosen: "" }];
      takeOption(rules, state, state.choices[0]!, answer, silent);
      if (flowOf(state.inputs[chips]!) < 0.1) n += 1;
    }
    return n / 200;
  };

  test("stands in the Netherlands or where else chips are made: one state is asked, and the card names it", () => {
    const card = rules.cards.find((c) => c.id === "E43")!;
    const found = new Set<string>();
    for (let seed = 1; seed <= 40; seed++) {
      const state = fresh(withCards({ ...card, when: { kind: "tick", ticks: [3] } }), seed);
      run(withCards({ ...card, when: { kind: "tick", ticks: [3] } }), state, 3);
      const [choice, ...others] = asked(state);
      expect(others).toEqual([]);
      expect(choice!.about).toEqual(["electronics", choice!.seat]);
      found.add(choice!.seat);
    }
    const makers = askedBy(rules, fresh(), ["injured"], ["electronics"]);
    expect([...found].sort()).toEqual([...new Set(["NL", ...makers])].sort());
  });

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
    expect(stopped.inputs[chips]!.shocks).toEqual([]);
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
    expect(state.inputs[chips]!.shocks).toEqual([]);
    expect(state.members.every((m) => m.linesStopped === 0)).toBe(true);
  });
});

test("a maker whose duty is to go for a floor price (E01) takes its part of the car duty with it", () => {
  const state = fresh();
  const duty = () => state.files.find((f) => f.id === "ev-duties")!.duty;
  const before = duty();
  takeOption(base, state, state.choices[0]!, "accept", silent);
  expect(duty()).toBeCloseTo(0.9 * before, 12);
});

const cardOf = (id: string): Card => base.cards.find((c) => c.id === id)!;
const optionOf = (id: string, option: string) => cardOf(id).options.find((o) => o.id === option)!;

describe("a price that nobody checks (E48)", () => {
  /** The price of magnets, week by week, after what a card has brought and what was then chosen; beside the usual one. */
  function prices(...effects: Effect[]): number[] {
    const state = fresh();
    const about = { by: "", about: [] } as const;
    applyEffects(base, state, cardOf("E48").happens!.effects, about, silent);
    applyEffects(base, state, effects, about, silent);
    const usual = fresh();
    return [0, 1, 2, 3, 4, 5, 6, 7].map(() => {
      const times = state.inputs[0]!.spot / usual.inputs[0]!.spot;
      for (const s of [state, usual]) {
        s.tick += 1;
        drift(base, s, silent);
      }
      return Math.round(times * 100) / 100;
    });
  }
  const only = (option: string) => optionOf("E48", option).effects.filter(({ kind }) => kind === "spot");

  test("is three times the usual for six weeks, unless what is paid is published or hoarding forbidden", () => {
    expect(prices()).toEqual([3, 3, 3, 3, 3, 3, 1, 1]);
    expect(prices(...only("publish"))).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
    expect(prices(...only("ban"))).toEqual([1.5, 1.5, 1.5, 1.5, 1, 1, 1, 1]);
    expect(only("buy")).toEqual([]);
  });

  test("is put to every seat, and who asks to buy pays for it, Brussels and capitals alike", () => {
    expect(askedBy(base, fresh(), cardOf("E48").deciders, [])).toHaveLength(base.M + 2);
    expect(optionOf("E48", "buy")).toMatchObject({ money: 9, purse: 0.01 });
  });
});

test("tension in the strait (E52) is put to Brussels, Beijing and five capitals; each may ask for calm", () => {
  const { state, seats } = drawn(base, cardOf("E52"));
  expect(seats.filter((seat) => !isMember(seat))).toEqual(["commission", "beijing"]);
  expect(cardOf("E52").lot).toBe(5);
  const before = { heat: state.heat, resolve: state.resolve };
  applyEffects(base, state, optionOf("E52", "appeal").effects, { by: "LT", about: [] }, silent);
  expect(state.heat).toBeLessThan(before.heat);
  expect(state.resolve).toBeLessThan(before.resolve);
  expect(optionOf("E52", "appeal").for).toBe("members");
});

test("the Union's budget (E10) is decided by what most of Brussels and the capitals choose", () => {
  const state = fresh();
  state.commission.fund = 1;
  state.tick = 23;
  run(base, state, 24);
  const choices = asked(state).filter((c) => c.card === "E10");
  expect(choices.map((c) => c.seat)).toEqual(["commission", ...base.members.map((m) => m.code)]);
  for (const choice of choices.slice(0, 13)) takeOption(base, state, choice, "fund", silent);
  for (const choice of choices.slice(13)) takeOption(base, state, choice, "large", silent);
  expect(state.commission.fund).toBe(4);
});

test("a motor without rare earths (E47) spares magnets and stops fewer lines at the same stock", () => {
  const gap = (option?: string): number => {
    const state = fresh();
    for (const effect of option ? optionOf("E47", option).effects : [])
      if (effect.kind === "half")
        applyEffects(base, state, [effect], { by: "commission", about: [] }, silent);
    state.inputs[0]!.stock.fill(1);
    state.tick += 1;
    drift(base, state, silent);
    return state.inputs[0]!.gap[DE]!;
  };
  expect(gap("fund")).toBeLessThan(gap("licence") - 0.01);
  expect(gap("licence")).toBeLessThan(gap("wait") - 0.01);
  expect(gap("wait")).toBe(gap());
});

test("a paper in the wrong hands (E33): every quiet deal for itself may bring it out", () => {
  /** Part of games in which it came up within thirteen weeks. */
  const games = (deals: number): number => {
    const rules = withCards(cardOf("E33"));
    let n = 0;
    for (let seed = 1; seed <= 300; seed++) {
      const state = fresh(rules, seed);
      state.offers = base.members.slice(0, deals).map(({ code: to }) => ({
        ...{ id: `o-${to}`, to, gift: "order", ask: "silence", vote: "", made: 0, until: 4 },
        ...{ state: "taken", exposed: false, ends: 99 },
      }));
      run(rules, state, 13);
      if (state.drawn.E33 !== undefined) n += 1;
    }
    return n / 300;
  };
  expect(games(0)).toBe(0);
  expect(Math.abs(games(1) - 0.2)).toBeLessThan(0.06);
  expect(Math.abs(games(3) - (1 - 0.8 ** 3))).toBeLessThan(0.07);
});

describe("goods that flood a sector (E42)", () => {
  /** The three capitals have asked for a case on electronics. */
  function called(): State {
    const state = fresh();
    state.tick = 5;
    const about = ["electronics", "DE", "FR", "IT"];
    const asks = (["DE", "FR", "IT"] as const).map((seat) => ({
      ...{ id: `d-${seat}`, card: "E42", seat, asked: 5, until: 8, about, chosen: "" },
    }));
    state.choices = asks;
    for (const choice of asks) takeOption(base, state, choice, "case", silent);
    return state;
  }

  test("capitals open no case: they ask the Commission for one", () => {
    const state = called();
    expect(state.files).toHaveLength(fresh().files.length);
    expect(state.choices.at(-1)).toMatchObject({
      ...{ card: "E68", seat: "commission", chosen: "" },
      about: ["electronics", "DE", "FR", "IT", "commission"],
    });
  });

  test("a case that it opens then is one of its own: it counts to the limit, and the next one must wait", () => {
    const state = called();
    takeOption(base, state, state.choices.at(-1)!, "open", silent);
    expect(state.files.at(-1)).toMatchObject({
      ...{ kind: "anti-dumping", side: "europe", why: "move", opened: 5 },
      sector: indexOf(base.sectors, "electronics"),
    });
    expect(state.commission.caseNext).toBe(5 + base.model.law.caseEvery);
  });
});

/** What of a State an effect may change: all but what is told of it. */
const substance = ({ news: _, next: __, random: ___, ...rest }: State): string => JSON.stringify(rest);

describe.each(base.cards.map((c) => [c.id, c] as const))("%s", (_, c) => {
  test("finds whom to ask", () => {
    const { seats } = drawn(base, c);
    expect(seats.length > 0).toBe(c.deciders.length > 0);
  });

  const parts = [
    ...(c.happens ? [["happens", c.happens, undefined] as const] : []),
    ...c.options.map((o) => [o.id, o, o.for] as const),
  ];
  test.each(parts)("%s: every single effect changes the world", (__, outcome, only) => {
    for (const effect of [...outcome.effects, ...(outcome.otherwise ?? [])]) {
      const { state, about, seats } = drawn(base, c);
      const one = seats.find((s) => only === undefined || only === (isMember(s) ? "members" : s));
      const by = c.joint || !("hint" in outcome) ? "" : (one ?? "");
      const before = substance(state);
      applyEffects(base, state, [effect], { by, about }, silent);
      expect(substance(state), JSON.stringify(effect)).not.toBe(before);
    }
  });
});

test("cards speak of nobody as you: everybody reads them", () => {
  for (const { id, title, line } of base.cards)
    expect(`${title} ${line}`, id).not.toMatch(/\b(you|your|yours)\b/i);
});

test("the deck: sixty cards and those beside them, all of them with words", () => {
  const ids = base.cards.map((c) => c.id);
  for (let n = 1; n <= 60; n++) expect(ids).toContain(`E${String(n).padStart(2, "0")}`);
  for (const c of base.cards)
    for (const text of [c.title, c.line, ...c.options.flatMap((o) => [o.title, o.hint])])
      expect(text.trim().length, c.id).toBeGreaterThan(1);
});

test("every card's last option is free, and every card can be answered", () => {
  for (const { options, deciders, id } of base.cards) {
    const last = options.at(-1);
    expect([last?.points, last?.money, last?.purse], id).toEqual([undefined, undefined, undefined]);
    expect(options.length > 1, id).toBe(deciders.length > 0);
  }
});

test("Cybersecurity Act 2 runs beside the Accelerator Act: a Council position from week 40, law no sooner than 68", () => {
  const state = fresh();
  const act = state.files.find((f) => f.id === "cybersecurity-act")!;
  expect(act).toMatchObject({ kind: "law", stage: "proposal", gate: 40, side: "europe" });
  const voted = base.model.law.presidency + 40;
  while (state.tick < voted) weekOf(base, state, silent);
  expect(state.votes.filter((v) => v.file === act.id)).toHaveLength(1);
  expect(state.choices.filter(({ card }) => card === "E69")).toHaveLength(base.M);
  for (const vote of state.votes) vote.cast = base.members.map(() => "for");
  while (act.stage === "council") weekOf(base, state, silent);
  expect(act.stage).toBe("in-force");
  expect(act.gate).toBeGreaterThanOrEqual(68);
  while (state.tick < 66) weekOf(base, state, silent);
  const asked = state.choices.filter(({ card, chosen }) => card === "E70" && chosen === "");
  expect(asked).toHaveLength(base.M);
  const electronics = base.sectors.findIndex(({ id }) => id === "electronics");
  const before = state.trade.price[electronics]!;
  for (const choice of asked) takeOption(base, state, choice, "adopt", silent);
  expect(state.trade.price[electronics]).toBeCloseTo(before - 0.01, 9);
});

test("a notified takeover is decided in five weeks, or eighteen weeks later in depth", () => {
  const { weeks } = base.cards.find(({ id }) => id === "E71")!;
  expect(weeks).toBe(5);
  const rules = withCards(...base.cards.filter(({ id }) => id === "E72"));
  const after = (option: string): number => {
    const state = fresh(rules);
    Object.assign(state.drawn, { E71: 0 });
    state.outcomes["E71/commission"] = option;
    run(rules, state, 40);
    return state.choices.find(({ card }) => card === "E72")?.asked ?? -1;
  };
  expect(after("deepen")).toBe(weeks + 18);
  expect(after("clear")).toBe(-1);
  expect(after("commitments")).toBe(-1);
});
