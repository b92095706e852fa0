// Two worlds that differ only in what a seat may not know must look the same to it: View, legality and explanations.

import { describe, expect, test } from "vitest";
import { mixedBots } from "../../shared/bots/table.ts";
import { silent, type Trace } from "../../shared/explain.ts";
import { CATALOGUE, countOf, type IndicatorId } from "../../shared/indicators.ts";
import { check, options } from "../../shared/moves/table.ts";
import type { Rules } from "../../shared/scenario.ts";
import { isMember, type MemberCode, type Seat, type Viewpoint } from "../../shared/seat.ts";
import { type Contract, clone, type Draft, type State, type Term } from "../../shared/state.ts";
import { view } from "../../shared/view.ts";
import { watch, why } from "../../shared/why.ts";
import { breach, suspend } from "../../shared/world/breach.ts";
import { holdGoods, relent } from "../../shared/world/customs.ts";
import { answerOffer, breakSilence, makeOffer, settleDeals } from "../../shared/world/deals.ts";
import { eventsWeek } from "../../shared/world/events.ts";
import { owedTo } from "../../shared/world/hushed.ts";
import { publish } from "../../shared/world/sidedeal.ts";
import { newState } from "../../shared/world/start.ts";
import { openTalk, say, table } from "../../shared/world/talks.ts";
import { partsAt, week } from "../../shared/world/week.ts";
import { threaten, warn } from "../../shared/world/words.ts";
import { draftOf, LICENCES, signed, standing } from "../helpers/agreement.ts";
import { order, position } from "../helpers/order.ts";
import { newGame } from "../helpers/play.ts";
import { brussels } from "../helpers/scenario.ts";

const { rules } = brussels;
const indexOf = (code: Seat) => rules.members.findIndex((m) => m.code === code);

/** What the hidden facts below need: a Council vote that is open, and an agreement. */
const isBusy = ({ votes, files, contracts }: State): boolean =>
  contracts.some(({ terms }) => terms.length > 0) &&
  votes.some((v) => v.outcome === "open" && files.some((f) => f.id === v.file && f.stage === "council"));

/** A game in full swing: so many weeks, and on until it is busy; the first of some games in which that happens. */
function middle(weeks: number): State {
  for (let seed = 31; seed < 51; seed++) {
    const match = newGame(rules, { seed, botOf: mixedBots(seed) });
    while (!match.state.ending && (match.state.tick < weeks || !isBusy(match.state))) match.advance();
    if (!match.state.ending) return match.state;
  }
  throw new Error(`no game was busy after week ${weeks}`);
}

type Twist = (state: State) => void;

/**
 * Hidden facts by the viewpoints that may not know them. `given` puts what is seen in bands far from their edges first,
 * where the error of a hint cannot carry it across.
 */
const HIDDEN: { name: string; from: Viewpoint[]; given?: Twist; twist: Twist }[] = [
  {
    name: "Beijing's purse and clocks",
    from: ["commission", "DE", "LT", "observer", "projector"],
    twist: (s) => {
      s.beijing.points = 1.5;
      s.beijing.next.squeeze += 30;
      s.beijing.next.assurance += 9;
    },
  },
  {
    name: "Beijing's name as a supplier, and what its growth truly is",
    from: ["commission", "DE", "observer"],
    twist: (s) => {
      s.beijing.reputation = 22;
      s.beijing.growth -= 2;
    },
  },
  {
    name: "where within a band Beijing's face and belief lie",
    from: ["commission", "DE", "observer"],
    given: (s) => {
      s.beijing.face = 120;
      s.resolve = 8;
    },
    twist: (s) => {
      s.beijing.face += 5;
      s.resolve += 0.5;
    },
  },
  {
    name: "what licences did in the last four weeks",
    from: ["commission", "observer"],
    twist: (s) => {
      for (const input of s.inputs) {
        input.throughput *= 0.4;
        input.licenceWeeks += 3;
        input.queue = input.queue.map((x) => x + 1);
      }
      for (const row of s.reports.slice(1)) row.fill(0.123);
    },
  },
  {
    name: "what firms build, start and close by themselves",
    from: ["beijing", "observer", "projector"],
    twist: (s) => {
      for (const input of s.inputs)
        Object.assign(input, { permit: [0.1, 0.1, 0.1], starting: 0.01, closing: 0.01, closed: 0.2 });
    },
  },
  {
    name: "where within a band the others' beliefs lie",
    from: ["commission", "DE", "observer"],
    given: (s) => {
      for (const member of s.members) member.firmness = 8;
      Object.assign(s.members[indexOf("FR")]!, { trustBrussels: 8, trustBeijing: -8 });
    },
    twist: (s) => {
      for (const member of s.members) member.firmness += 0.5;
      s.members[indexOf("FR")]!.trustBrussels += 0.5;
      s.members[indexOf("FR")]!.trustBeijing += 0.5;
    },
  },
  {
    name: "what firms have laid open to Beijing, and a leak",
    from: ["commission", "DE", "observer"],
    twist: (s) => {
      for (const input of s.inputs) input.laidOpen = 1;
      s.beijing.leakUntil = s.tick + 9;
    },
  },
  {
    name: "goods that Beijing is about to hold up",
    from: ["commission", "DE", "ES", "observer"],
    twist: (s) => {
      s.beijing.bans.push({ m: indexOf("ES"), s: 0, size: 0.3, until: s.tick + 9, exposed: false });
    },
  },
  {
    name: "goods held up at customs that nobody has spoken of",
    from: ["commission", "DE", "observer", "projector"],
    twist: (s) => {
      s.beijing.bans.push({ m: indexOf("HU"), s: 1, size: 0.3, until: s.tick + 9, exposed: false });
      s.trade.ban[rules.M + indexOf("HU")] = 0.3;
      s.trade.banGoal[rules.M + indexOf("HU")] = 0.3;
    },
  },
  {
    name: "the Commission's purse and clocks",
    from: ["beijing", "DE", "observer"],
    twist: (s) => {
      s.commission.points = 0.25;
      s.commission.money = 17;
      s.commission.stockNext += 5;
      s.commission.backNext += 5;
    },
  },
  {
    name: "another capital's nature and purse",
    from: ["commission", "beijing", "DE", "projector"],
    twist: (s) => {
      const fr = s.members[indexOf("FR")]!;
      fr.alpha += 0.3;
      fr.tolerance *= 2;
      fr.points = 0.5;
      fr.purse = 3;
      fr.lobby += 0.05;
      fr.sways.push({ by: 0.05, until: 99 });
      fr.missionNext += 10;
    },
  },
  {
    name: "a talk of others, what is said there and the draft on its table",
    from: ["commission", "DE", "LT", "observer", "projector"],
    twist: (s) => {
      const talk = openTalk(s, ["beijing", "HU"], "beijing");
      say(s, { talk: talk.id, by: "HU", phrase: "", text: "Nobody need know.", weeks: 0, file: "" });
      table(rules, s, talk, "beijing", { ...draftOf(LICENCES), secret: true });
    },
  },
  {
    name: "a threat in a room of others",
    from: ["DE", "LT", "observer", "projector"],
    twist: (s) => {
      threaten(rules, s, s.files[0]!.id, 9, silent, ["commission", "beijing"]);
      warn(s, "HU", "", 9, silent, ["beijing", "HU"]);
    },
  },
  {
    name: "a secret agreement of others",
    from: ["commission", "DE", "LT", "observer", "projector"],
    twist: (s) => {
      s.contracts.push(standing(1, { id: "hidden", parties: ["beijing", "HU"], secret: true }));
    },
  },
  {
    name: "what is true of an agreement beyond what was reported",
    from: ["commission", "beijing", "DE", "observer"],
    twist: (s) => {
      for (const contract of s.contracts)
        for (const term of contract.terms) {
          term.truth = 0.9;
          term.past = [0.1, 0.2];
        }
    },
  },
  {
    name: "an offer to another capital",
    from: ["commission", "DE", "LT", "observer"],
    twist: (s) => {
      s.offers.push({
        id: "secret",
        to: "HU",
        gift: "plant",
        ask: "silence",
        vote: "",
        made: s.tick,
        until: s.tick + 4,
        state: "open",
        exposed: false,
        ends: s.tick + 26,
      });
    },
  },
  {
    name: "what was asked of another capital for a deal that has come out, beyond the news of it",
    from: ["commission", "DE", "LT", "observer"],
    twist: (s) => {
      s.offers.push({
        ...{ id: "known", to: "HU", gift: "order", ask: "vote", vote: s.votes[0]?.id ?? "v", made: s.tick },
        ...{ until: s.tick + 4, state: "taken", exposed: true, ends: s.tick + 26 },
      });
    },
  },
  {
    name: "a draft among the capitals",
    from: ["beijing", "observer", "projector"],
    twist: (s) => {
      s.statements.push({
        ...{ id: "draft", about: s.files.find((f) => f.stage === "council")!.id, line: "against" },
        ...{ drafted: s.tick, until: s.tick + 4, signers: ["DE", "FR"], state: "draft", blocks: false },
      });
    },
  },
  {
    name: "how the others lean in a vote",
    from: ["commission", "beijing", "DE", "observer"],
    twist: (s) => {
      for (const vote of s.votes) {
        vote.leaning[indexOf("FR")]! += 0.4;
        vote.offered[indexOf("FR")]! -= 0.2;
      }
    },
  },
  {
    name: "how far another seat's secret goals have come, and what it did for them",
    from: ["commission", "beijing", "DE", "observer", "facilitator"],
    twist: (s) => {
      s.goals = s.goals.map((goals, place) =>
        place === indexOf("HU") + 2 ? goals.map((x) => x + 1) : goals,
      );
      s.tally.deeds[indexOf("HU")]!.deals += 1;
      s.tally.deeds[indexOf("HU")]!.helped += 1;
    },
  },
  {
    name: "news for others",
    from: ["commission", "DE", "observer"],
    twist: (s) => {
      s.news.push({
        id: "nx",
        tick: s.tick,
        code: "offer-made",
        by: "beijing",
        about: ["HU"],
        amount: 1,
        to: ["beijing", "HU"],
      });
    },
  },
  {
    name: "a question to another seat",
    from: ["commission", "DE", "observer"],
    twist: (s) => {
      s.choices.push({
        id: "cx",
        card: rules.cards[0]!.id,
        seat: "beijing",
        asked: s.tick,
        until: s.tick + 3,
        about: [],
        chosen: "",
      });
    },
  },
  {
    name: "the world's dice",
    from: ["commission", "beijing", "DE", "observer"],
    twist: (s) => {
      s.random = [1, 2, 3, 4];
    },
  },
];

/** All a seat can get out of its View. */
const seen = (r: Rules, state: State, seat: Viewpoint) => {
  const v = view(r, state, seat);
  return { v, checks: options(r, v).map((command) => [command, check(r, v, command)]) };
};

describe.each([9, 23, 40])("from week %i to the next open vote", (weeks) => {
  const played = middle(weeks);
  for (const { name, from, given, twist } of HIDDEN)
    test.each(from)(`%s sees nothing of ${name}`, (seat) => {
      const state = clone(played);
      given?.(state);
      const other = clone(state);
      twist(other);
      expect(JSON.stringify(other)).not.toBe(JSON.stringify(state));
      expect(seen(rules, other, seat)).toEqual(seen(rules, state, seat));
    });
});

test("a signature tells nobody what licences truly do", () => {
  const term = { by: "beijing", metric: "throughput", about: "chips", value: 1, weeks: 8 } as const;
  const shown = (throughput: number, measure: "none" | "survey") => {
    const state = clone(middle(9));
    state.inputs[3]!.throughput = throughput;
    signed(rules, state, [{ ...term, measure }], ["beijing", "commission"]);
    return view(rules, state, "observer").pub.contracts.at(-1)!.terms;
  };
  for (const measure of ["none", "survey"] as const) expect(shown(0.4, measure)).toEqual(shown(0.8, measure));
});

describe("a newspaper has the terms of quiet deals", () => {
  const leak = rules.cards.find(({ id }) => id === "E33")!;
  const leaky: Rules = {
    ...rules,
    cards: [{ ...leak, when: { ...leak.when, weight: 1 } as typeof leak.when }],
  };

  /** The week in which the papers come out, when these capitals have a deal. */
  function published(capitals: MemberCode[]): State {
    const state = newState(leaky, { seed: 1, weeks: 104 });
    for (const to of capitals)
      state.offers.push({
        ...{ id: `o-${to}`, to, gift: "order", ask: "silence", vote: "", made: 0, until: 4 },
        ...{ state: "taken", exposed: false, ends: 26 },
      });
    state.tick = 5;
    eventsWeek(leaky, state, silent);
    return state;
  }

  /** What a seat is asked and told, but for the ids. */
  function heard(state: State, seat: Viewpoint) {
    const { pub, own } = view(leaky, state, seat);
    const named = ({ id: _, ...rest }: { id: string }) => rest;
    return { choices: own.choices.map(named), news: [...pub.news, ...own.news].map(named) };
  }

  test.each(["HU", "ES", "commission", "observer", "projector"] as const)(
    "%s learns nothing from it about the others’ deals",
    (seat) => {
      const mine: MemberCode[] = isMember(seat) ? [seat] : [];
      expect(heard(published([...mine, "SK", "EL"]), seat)).toEqual(heard(published(mine), seat));
    },
  );

  test("each capital is asked about its own deal", () => {
    const state = published(["HU", "ES", "SK"]);
    expect(state.choices.map(({ seat, about }) => [seat, about])).toEqual([
      ["ES", ["ES"]],
      ["HU", ["HU"]],
      ["SK", ["SK"]],
    ]);
  });
});

test("the one who may know does see it", () => {
  const state = middle(23);
  const other = clone(state);
  for (const { twist } of HIDDEN) twist(other);
  for (const seat of ["commission", "beijing", "HU"] as const)
    expect(seen(rules, other, seat)).not.toEqual(seen(rules, state, seat));
});

describe("a secret act moves no number that all can see, but those it really changes", () => {
  type Act = (state: State, trace: Trace) => void;
  const HU = indexOf("HU");
  const vote = (state: State, ballot: "for" | "against"): void => {
    state.votes.push({
      ...{ id: "v", file: "x", rule: "for", appeal: false, opened: 0, by: "", closes: 0 },
      ...{ outcome: "passed", block: [], cast: rules.members.map(() => ballot) },
      ...{ leaning: zeros(), pledged: zeros(), offered: zeros() },
    });
  };
  const zeros = () => rules.members.map(() => 0);
  const offered = (state: State, ask: "silence" | "vote" = "silence") =>
    makeOffer(rules, state, { to: "HU", gift: "order", ask, vote: ask === "vote" ? "v" : "" });
  const taken = (state: State, ask?: "silence" | "vote") => {
    const offer = offered(state, ask);
    answerOffer(rules, state, offer, "take", silent);
    return offer;
  };
  const text = (state: State, terms: Partial<Term>[]) =>
    signed(
      rules,
      state,
      terms.map((term) => ({
        ...{ by: "HU", metric: "ballot", about: "x", value: -1, weeks: 26, measure: "public", ...term },
      })) as Term[],
      ["beijing", "HU"],
      { secret: true },
    );
  const FIRST: Partial<Term> = { by: "HU" };

  /** What is done, by whom it may be known, what it truly changes, and what was before. */
  const ACTS: { name: string; act: Act; knows: Seat[]; changes?: IndicatorId[]; given?: Twist }[] = [
    {
      name: "goods are held up at customs",
      act: (s, trace) => holdGoods(rules, s, HU, 1, trace),
      knows: ["beijing", "HU"],
      changes: ["sold", "deficit", "pain", "cohesion"],
    },
    {
      name: "goods held up go through again",
      given: (s) => holdGoods(rules, s, HU, 1, silent),
      act: (s, trace) => relent(rules, s, s.beijing.bans[0]!, trace),
      knows: ["beijing", "HU"],
      changes: ["sold", "deficit", "pain", "cohesion"],
    },
    {
      name: "a capital takes Beijing's offer",
      given: (s) => void offered(s),
      act: (s, trace) => answerOffer(rules, s, s.offers[0]!, "take", trace),
      knows: ["beijing", "HU"],
      changes: ["sold", "deficit", "cohesion"],
    },
    {
      name: "a capital says what it was paid not to say",
      given: (s) => void taken(s),
      act: (s, trace) => {
        breakSilence(rules, s, "HU");
        trace.mark("member-move");
      },
      knows: ["beijing", "HU"],
      changes: ["sold", "deficit", "cohesion"],
    },
    {
      name: "a ballot sold to an envoy is not cast",
      given: (s) => {
        vote(s, "for");
        taken(s, "vote").ask = "vote";
      },
      act: (s, trace) => settleDeals(rules, s, s.votes.at(-1)!, trace),
      knows: ["beijing", "HU"],
      changes: ["sold", "deficit", "cohesion"],
    },
    {
      name: "a secret text is signed",
      act: (s) => void text(s, [FIRST]),
      knows: ["beijing", "HU"],
      changes: ["cohesion"],
    },
    ...(["breach", "suspend"] as const).map((how) => ({
      name: `a secret text is ${how === "breach" ? "broken" : "left"}`,
      given: (s: State) => {
        const contract = text(s, [
          FIRST,
          { by: "beijing", metric: "no-hold", about: "HU", value: 0 } as Partial<Term>,
        ]);
        if (how === "suspend") contract.terms[1]!.state = "broken";
      },
      act: (s: State, trace: Trace) => {
        const contract = s.contracts.at(-1)!;
        if (how === "breach") breach(rules, s, contract, "HU", trace);
        else suspend(rules, s, contract, "HU", trace);
      },
      knows: ["beijing", "HU"] as Seat[],
      changes: ["cohesion"] as IndicatorId[],
    })),
  ];

  /** A week that begins with an act, and what can be asked about it. */
  function played(start: State, act: Act) {
    const state = clone(start);
    const trace = watch(rules, state);
    act(state, trace);
    week(rules, state, trace);
    return { state, span: { from: start, to: state, rows: () => trace.rows } };
  }

  const PUBLIC = CATALOGUE.filter(({ part }) => part === "pub");

  test.each(ACTS)("$name", ({ act, knows, changes = [], given }) => {
    const start = position(3);
    given?.(start);
    const [without, withIt] = [played(start, () => {}), played(start, act)];
    expect(withIt.state.beijing.bans.some((ban) => ban.exposed)).toBe(false);
    expect(withIt.state.offers.some((offer) => offer.exposed)).toBe(false);
    for (const seat of ["commission", "DE", "LT", "HU", "beijing", "observer"] as const) {
      if (knows.includes(seat as Seat)) continue;
      const [plain, changed] = [without, withIt].map(({ state }) => view(rules, state, seat));
      expect(changed!.pub.news.map(({ code }) => code)).toEqual(plain!.pub.news.map(({ code }) => code));
      expect(changed!.own.news.map(({ code }) => code)).toEqual(plain!.own.news.map(({ code }) => code));
      for (const { id, per, quantum } of PUBLIC)
        for (let k = 0; k < countOf(rules, per); k++) {
          const [usual, now] = [without, withIt].map(({ span }) => why(rules, span, seat, id, k)!);
          const isTrade = ["sold", "deficit", "pain"].includes(id) && changes.includes(id as IndicatorId);
          if (isTrade) continue;
          // Support, and so cohesion, follows what trade does to a capital, in parts too small to be read.
          const near = changes.includes(id as IndicatorId) ? quantum / 10 : 1e-9;
          expect(Math.abs(now!.after - usual!.after), `${id} ${k} to ${seat}`).toBeLessThanOrEqual(near);
          for (const { cause, amount } of now!.reasons) {
            const before = usual!.reasons.find((reason) => reason.cause === cause)?.amount ?? 0;
            expect(Math.abs(amount - before), `${id} ${k} to ${seat}: ${cause}`).toBeLessThanOrEqual(near);
          }
        }
    }
  });

  test("what was broken in secret is thought the worse of when the time of the deal is over", () => {
    const state = position(3);
    const offer = taken(state);
    const before = state.members[HU]!.standing;
    breakSilence(rules, state, "HU");
    expect(owedTo(state, "HU")).toBe(-rules.model.score.broken);
    while (state.tick < offer.ends - 1) week(rules, state, silent);
    expect(state.members[HU]!.standing).toBe(before);
    week(rules, state, silent);
    expect(state.members[HU]!.standing).toBe(before - rules.model.score.broken);
    expect(state.news.find(({ code }) => code === "word-known")).toMatchObject({ about: ["HU"], to: [] });
    expect(state.hushed).toEqual([]);
  });

  test("or at once when the deal is out, and when the text is published", () => {
    const state = position(3);
    const before = state.members[HU]!.standing;
    taken(state).exposed = true;
    breakSilence(rules, state, "HU");
    expect(state.members[HU]!.standing).toBe(before - rules.model.score.broken);
    const contract = text(state, [FIRST]);
    breach(rules, state, contract, "HU", silent);
    expect(state.members[HU]!.standing).toBe(before - rules.model.score.broken);
    publish(rules, state, contract, "HU", silent);
    expect(state.members[HU]!.standing).toBe(
      before - rules.model.score.broken - rules.model.contracts.breachStanding,
    );
  });

  /** One share of the store promised to Slovakia. */
  const SHARE: Term = {
    ...{ by: "HU", metric: "share-stock", about: "SK", value: 1 },
    ...{ weeks: 2, measure: "public" },
  };

  /** Hungary promises it, and shares; so many weeks pass. */
  function shares(state: State, more: Partial<Draft>, weeks = 3): Contract {
    const contract = signed(rules, state, [SHARE], ["HU", "SK"], { weeks: 52, ...more });
    state.tally.shares[HU * rules.M + indexOf("SK")]! += 1;
    for (let w = 0; w < weeks; w++) week(rules, state, silent);
    expect(contract.terms[0]!.state).toBe("kept");
    return contract;
  }

  test.each(["renew", "step-down"] as const)(
    "one that ends with %s: not while it runs on in secret",
    (expiry) => {
      const state = position(3);
      const before = state.members[HU]!.standing;
      const contract = shares(state, { weeks: 4, expiry, secret: true }, 6);
      expect(contract).toMatchObject({ state: "kept", secret: true });
      expect(state.members[HU]!.standing).toBe(before);
      expect(state.news.filter(({ code }) => code === "word-known")).toEqual([]);
      contract.expiry = "lapse";
      while (contract.state === "kept") week(rules, state, silent);
      expect(state.members[HU]!.standing).toBe(before + rules.model.score.kept);
    },
  );

  test("a word kept in the open earns the same with and without an earlier one kept in secret, and both but once", () => {
    const [open, both] = [false, true].map((secret) => {
      const state = position(6);
      if (secret) shares(state, { secret });
      else for (let w = 0; w < 3; w++) week(rules, state, silent);
      shares(state, {});
      return state;
    });
    const standing = (state: State) => view(rules, state, "DE").pub.standing[HU];
    expect(standing(both!)).toBe(standing(open!));
    expect(owedTo(both!, "HU")).toBe(0);
    publish(rules, both!, both!.contracts[0]!, "SK", silent);
    expect(standing(both!)).toBe(standing(open!));
  });

  test("a word kept in secret after one in the open earns nothing", () => {
    const state = position(6);
    shares(state, {});
    shares(state, { secret: true });
    expect(owedTo(state, "HU")).toBe(0);
  });

  test("and at the end of play it counts, known or not", () => {
    const [kept, broken] = [position(3), position(3)].map((state) => {
      taken(state);
      state.weeks = 4;
      return state;
    });
    breakSilence(rules, broken!, "HU");
    const standing = (state: State) => partsAt(rules, state)[HU + 2]!.standing!;
    for (const state of [kept!, broken!]) for (let w = 0; w < 4; w++) week(rules, state, silent);
    expect(standing(kept!) - standing(broken!)).toBe(rules.model.score.broken);
  });

  test("that of Brussels too, in how fair it is thought", () => {
    const [kept, broken] = [position(3), position(3)].map((state) => {
      const promise: Term = {
        ...{ by: "commission", metric: "no-new-case", about: "all", value: 0 },
        ...{ weeks: 52, measure: "public" },
      };
      const contract = signed(rules, state, [promise], ["commission", "HU"], { weeks: 52, secret: true });
      return { state, contract };
    });
    breach(rules, broken!.state, broken!.contract, "commission", silent);
    const part = ({ state }: { state: State }) => partsAt(rules, state)[0]!.legitimacy!;
    for (const { state } of [kept!, broken!]) week(rules, state, silent);
    expect(kept!.state.legitimacy).toBe(broken!.state.legitimacy);
    const { breachLegitimacy } = rules.model.contracts;
    expect(part(kept!) - part(broken!)).toBeCloseTo(
      (8 * breachLegitimacy) / rules.model.score.legitimacyRange,
      9,
    );
  });
});

test("how much is ordered for the store Beijing is not told", () => {
  const ordered = (million: number): State => {
    const state = position();
    expect(order(state, "commission", { kind: "order-stock", input: "magnets", million })).toBeNull();
    return state;
  };
  const [less, more] = [ordered(20), ordered(25)];
  for (const seat of ["beijing", "observer", "projector"] as const)
    expect(seen(rules, more, seat)).toEqual(seen(rules, less, seat));
  for (const seat of ["commission", "DE"] as const)
    expect(seen(rules, more, seat)).not.toEqual(seen(rules, less, seat));
});

test("asking twice gives the same answer", () => {
  const state = middle(12);
  for (const seat of ["commission", "beijing", "MT"] as const)
    expect(view(rules, state, seat)).toEqual(view(rules, state, seat));
});
