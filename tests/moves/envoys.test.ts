// B3 and M3: Beijing's offers and what capitals make of them.

import { describe, expect, test } from "vitest";
import { usualBot } from "../../shared/bots/table.ts";
import { silent } from "../../shared/explain.ts";
import { newStream } from "../../shared/random.ts";
import type { Ballot } from "../../shared/scenario/ballot.ts";
import type { MemberCode } from "../../shared/seat.ts";
import { clone, type State, type VoteRule } from "../../shared/state.ts";
import { view } from "../../shared/view.ts";
import { openVote } from "../../shared/world/council.ts";
import { votesWeek } from "../../shared/world/count.ts";
import { exposeHold, holdGoods } from "../../shared/world/customs.ts";
import { owedTo } from "../../shared/world/hushed.ts";
import { file, m, member, order, pass, play, position, type Row, rules, s, told } from "../helpers/order.ts";
import { tiny } from "../helpers/scenario.ts";

const envoy = (to: string, gift = "plant", ask = "silence", vote?: string) => ({
  kind: "send-envoy",
  to,
  gift,
  ask,
  ...(vote === undefined ? {} : { vote }),
});

/** Opens a vote on the battery case; its id. */
function vote(state: State): string {
  return openVote(rules, state, file(state, "accelerator-act"), "for", silent).id;
}

const sending: Row[] = [
  {
    name: "one point, and only the two seats know",
    seat: "beijing",
    order: envoy("HU"),
    does(after, before) {
      expect(after.beijing.points).toBe(before.beijing.points - 1);
      expect(after.offers.at(-1)).toMatchObject({
        to: "HU",
        gift: "plant",
        ask: "silence",
        vote: "",
        state: "open",
      });
      expect(view(rules, after, "HU").own.offers).toHaveLength(1);
      for (const seat of ["commission", "SK", "observer"] as const) {
        expect(view(rules, after, seat).own.offers).toEqual([]);
        expect(view(rules, after, seat).own.news.filter((n) => n.code === "envoy-sent")).toEqual([]);
        expect(view(rules, after, seat).pub.news.filter((n) => n.code === "envoy-sent")).toEqual([]);
      }
    },
  },
  {
    name: "a large capital costs two points",
    seat: "beijing",
    order: envoy("DE", "order"),
    does: (after, before) => expect(after.beijing.points).toBe(before.beijing.points - 2),
  },
  {
    name: "a vote can be asked for while it is open",
    seat: "beijing",
    order: (state) => envoy("ES", "exemption", "abstain", vote(state)),
    does: (after) => expect(after.offers.at(-1)!.vote).toBe(after.votes.at(-1)!.id),
  },
  {
    name: "no such vote",
    seat: "beijing",
    order: envoy("ES", "exemption", "vote", "v0"),
    refused: "no-such-thing",
  },
  {
    name: "one offer at a time",
    seat: "beijing",
    given: (state) => {
      order(state, "beijing", envoy("HU"));
    },
    order: envoy("HU", "order"),
    refused: { code: "limit-reached", what: "offer" },
  },
  {
    name: "one envoy in four weeks to a capital",
    seat: "beijing",
    given: (state) => {
      order(state, "beijing", envoy("HU"));
      state.offers[0]!.state = "refused";
      state.tick = 3;
    },
    order: envoy("HU", "order"),
    refused: { code: "cooling-down", until: 4 },
  },
  {
    name: "another capital meanwhile",
    seat: "beijing",
    given: (state) => {
      order(state, "beijing", envoy("HU"));
    },
    order: envoy("SK"),
    does: (after) => expect(after.offers).toHaveLength(2),
  },
  { name: "Brussels sends none", seat: "commission", order: envoy("HU"), refused: "not-your-seat" },
];

describe("send-envoy", () => {
  test.each(sending)("$name", play);
});

/** The offer that lies on a capital's table. */
function offered(state: State, to = "HU", gift = "plant", ask = "silence", about?: string): string {
  order(state, "beijing", envoy(to, gift, ask, about));
  return state.offers.at(-1)!.id;
}
const answer = (state: State, what: string, id = state.offers.at(-1)!.id) => ({
  kind: "answer-envoy",
  offer: id,
  answer: what,
});
const given = (state: State) => {
  offered(state);
};

const answering: Row[] = [
  {
    name: "taken: a deal of half a year that weighs on the common line",
    seat: "HU",
    given,
    order: (state) => answer(state, "take"),
    does(after, before) {
      expect(after.offers[0]).toMatchObject({ state: "taken", ends: rules.model.beijing.dealWeeks });
      expect(after.dealWeight).toBeGreaterThan(before.dealWeight);
      expect(member(after, "HU").plants).toBeCloseTo(
        member(before, "HU").plants + rules.model.beijing.plantWorth,
      );
    },
  },
  {
    name: "stalled: four more weeks, once",
    seat: "HU",
    given: (state) => {
      given(state);
      state.tick = 3;
    },
    order: (state) => answer(state, "stall"),
    does: (after, before) => {
      expect(after.offers[0]!.state).toBe("stalled");
      expect(after.offers[0]!.until).toBe(before.offers[0]!.until + 3);
    },
  },
  {
    name: "not stalled twice",
    seat: "HU",
    given: (state) => {
      given(state);
      order(state, "HU", answer(state, "stall"));
    },
    order: (state) => answer(state, "stall"),
    refused: "already-so",
  },
  {
    name: "refused",
    seat: "HU",
    given,
    order: (state) => answer(state, "refuse"),
    does: (after) => expect(after.offers[0]!.state).toBe("refused"),
  },
  {
    name: "published: everybody reads it, and it costs Beijing face",
    seat: "HU",
    given,
    order: (state) => answer(state, "publish"),
    does(after, before) {
      expect(after.offers[0]!.state).toBe("published");
      expect(after.beijing.face).toBeLessThan(before.beijing.face);
      expect(view(rules, after, "observer").pub.news.some((n) => n.code === "offer-published")).toBe(true);
    },
  },
  {
    name: "answered once",
    seat: "HU",
    given: (state) => {
      given(state);
      order(state, "HU", answer(state, "refuse"));
    },
    order: (state) => answer(state, "take"),
    refused: { code: "already-answered", what: "refused" },
  },
  {
    name: "not when its time is over",
    seat: "HU",
    given: (state) => {
      given(state);
      state.tick = rules.model.beijing.offerWeeks + 1;
    },
    order: (state) => answer(state, "take"),
    refused: "too-late",
  },
  {
    name: "not somebody else's offer: it does not even exist",
    seat: "SK",
    given,
    order: (state) => answer(state, "take"),
    refused: { code: "no-such-thing", what: "offer" },
  },
  {
    name: "not when the vote it was about is over",
    seat: "HU",
    given: (state) => {
      offered(state, "HU", "plant", "vote", vote(state));
      state.votes.at(-1)!.outcome = "failed";
    },
    order: (state) => answer(state, "take"),
    refused: { code: "too-late", what: "vote" },
  },
];

test("no envoy to a state that the scenario leaves out", () => {
  const state = position(1, tiny.rules);
  expect(order(state, "beijing", envoy("HU"), tiny.rules)).toEqual({ code: "no-such-thing", what: "member" });
});

describe("answer-envoy", () => {
  test.each(answering)("$name", play);

  test("a vote is sold once in its window", () => {
    const state = position();
    const id = vote(state);
    offered(state, "HU", "plant", "abstain", id);
    expect(order(state, "HU", answer(state, "take"))).toBeNull();
    state.offers.push({ ...state.offers[0]!, id: "second", state: "open", made: state.tick });
    expect(order(state, "HU", answer(state, "take", "second"))).toMatchObject({
      code: "limit-reached",
      what: "vote",
    });
    expect(order(state, "HU", answer(state, "refuse", "second"))).toBeNull();
    state.tick += 6;
    expect(order(state, "beijing", envoy("HU", "order", "vote", id))).toMatchObject({
      code: "limit-reached",
      what: "vote",
    });
  });

  test("a sold abstention turns the leaning, and shows only in the seller's own View", () => {
    const state = position();
    const id = vote(state);
    const before = view(rules, state, "ES").own.leanings[id]!;
    offered(state, "ES", "order", "abstain", id);
    order(state, "ES", answer(state, "take"));
    expect(view(rules, state, "ES").own.leanings[id]).toBeLessThan(before);
    expect(state.votes.at(-1)!.offered[m("ES")]).toBeLessThan(0);
  });

  test("an offer nobody answers lapses", () => {
    const state = position();
    const id = offered(state);
    pass(state, rules.model.beijing.offerWeeks + 2);
    expect(state.offers.find((o) => o.id === id)?.state ?? "lapsed").toBe("lapsed");
    expect(order(state, "HU", answer(state, "take", id))).not.toBeNull();
  });
});

describe("what a capital owes for a gift", () => {
  const { broken } = rules.model.score;

  /** Hungary has taken a plant for its vote, and casts a ballot; the state before and after the count. */
  function counted(ask: string, rule: Exclude<VoteRule, "advisory">, ballot: Ballot | null) {
    const state = position();
    const { id } = openVote(rules, state, file(state, "accelerator-act"), rule, silent);
    offered(state, "HU", "plant", ask, id);
    expect(order(state, "HU", answer(state, "take"))).toBeNull();
    const vote = state.votes.at(-1)!;
    vote.cast[m("HU")] = ballot;
    state.tick = vote.closes + 1;
    const before = clone(state);
    votesWeek(rules, state, silent);
    return { before, after: state };
  }

  test.each<[string, Exclude<VoteRule, "advisory">, Ballot | null, boolean]>([
    ["vote", "for", "for", true],
    ["vote", "for", "abstain", false],
    ["vote", "for", null, false],
    ["vote", "for", "against", false],
    ["vote", "unless-against", "abstain", true],
    ["vote", "unless-against", null, true],
    ["vote", "unless-against", "against", false],
    ["abstain", "for", "for", true],
    ["abstain", "unless-against", "for", true],
    ["abstain", "unless-against", null, false],
    ["abstain", "unless-against", "against", false],
  ])("asked to %s under the rule %s, %s: broken %s", (ask, rule, ballot, isBroken) => {
    const { before, after } = counted(ask, rule, ballot);
    expect(after.offers[0]!.state).toBe(isBroken ? "lapsed" : "taken");
    const gone = isBroken ? rules.model.beijing.plantWorth : 0;
    expect(member(after, "HU").plants).toBeCloseTo(member(before, "HU").plants - gone, 10);
    expect(member(after, "HU").deals).toBe(isBroken ? 0 : 1);
    expect(member(after, "HU").standing).toBe(member(before, "HU").standing);
    expect(owedTo(after, "HU")).toBeCloseTo(isBroken ? -broken : 0, 10);
    const news = told(after, before, "deal-broken");
    expect(news).toHaveLength(isBroken ? 1 : 0);
    if (isBroken) expect(news[0]!.to).toEqual(["beijing", "HU"]);
  });

  /** Hungary has taken an order for its silence. */
  function silenced(): State {
    const state = position();
    offered(state, "HU", "order", "silence");
    expect(order(state, "HU", answer(state, "take"))).toBeNull();
    expect(state.trade.boost[m("HU")]).toBe(rules.model.beijing.orderWorth);
    return state;
  }
  const sign = (state: State, seat: MemberCode, about: string, line = "for") =>
    order(state, seat, { kind: "join-statement", about, line });
  const expectBroken = (state: State, isBroken: boolean, standing: number) => {
    expect(state.offers[0]!.state).toBe(isBroken ? "lapsed" : "taken");
    expect(member(state, "HU").standing).toBeCloseTo(standing, 10);
    expect(owedTo(state, "HU")).toBeCloseTo(isBroken ? -broken : 0, 10);
    if (isBroken) expect(state.trade.boost[m("HU")]).toBe(0);
  };

  test.each([
    ["for a European file", "for", true],
    ["against one", "against", false],
  ])("silence ends with a public statement %s", (_, line, isBroken) => {
    const state = silenced();
    const { standing } = member(state, "HU");
    for (const code of ["HU", "SK", "CZ"] as const)
      expect(sign(state, code, "accelerator-act", line)).toBeNull();
    expectBroken(state, false, standing);
    expect(sign(state, "PL", "accelerator-act", line)).toBeNull();
    expect(state.statements[0]!.state).toBe("public");
    expectBroken(state, isBroken, standing);
  });

  test("silence ends with a name under what is public, and with standing by a state held up", () => {
    const state = silenced();
    const { standing } = member(state, "HU");
    for (const code of ["SK", "CZ", "PL", "RO"] as const) sign(state, code, "accelerator-act");
    expectBroken(state, false, standing);
    expect(sign(state, "HU", "accelerator-act")).toBeNull();
    expectBroken(state, true, standing);
    const other = silenced();
    holdGoods(rules, other, m("FR"), s("agrifood"), silent);
    exposeHold(rules, other, other.beijing.bans.at(-1)!, silent);
    pass(other, 1);
    for (const code of ["HU", "SK", "CZ", "PL"] as const) expect(sign(other, code, "FR")).toBeNull();
    expect(other.offers[0]!.state).toBe("lapsed");
    expect(told(other, state, "deal-broken").some((n) => n.about[0] === "HU")).toBe(true);
  });

  test("silence ends with another offer made public", () => {
    const state = silenced();
    const { standing } = member(state, "HU");
    state.tick += rules.model.beijing.envoyEvery;
    offered(state, "HU", "plant", "silence");
    expect(order(state, "HU", answer(state, "publish"))).toBeNull();
    expectBroken(state, true, standing + rules.model.beijing.publishStanding);
  });

  const bot = usualBot("HU");

  test.each<[string, Exclude<VoteRule, "advisory">, number, Ballot]>([
    ["vote", "unless-against", 0, "against"],
    ["vote", "for", 0.3, "abstain"],
    ["abstain", "for", 0.3, "abstain"],
    ["abstain", "unless-against", -0.6, "against"],
  ])("a bot that owes %s under the rule %s keeps it", (ask, rule, leaning, ballot) => {
    const state = position();
    const { id } = openVote(rules, state, file(state, "accelerator-act"), rule, silent);
    offered(state, "HU", "plant", ask, id);
    order(state, "HU", answer(state, "take"));
    const vote = state.votes.at(-1)!;
    vote.leaning[m("HU")] = leaning - vote.offered[m("HU")]!;
    state.tick = vote.closes - 1;
    const deeds = bot.decide(rules, view(rules, state, "HU"), newStream(1, "test"));
    const cast = deeds.flatMap(({ command }) => ("ballot" in command ? [command.ballot] : []));
    expect(cast).toEqual([ballot]);
  });

  test("a bot that has sold its silence signs nothing for Europe and shows no other offer", () => {
    const state = silenced();
    openVote(rules, state, file(state, "accelerator-act"), "for", silent);
    state.votes.at(-1)!.leaning[m("HU")] = 0.9;
    member(state, "HU").support = 0.9;
    state.tick = state.votes.at(-1)!.opened;
    for (const code of ["SK", "CZ", "PL", "RO"] as const) sign(state, code, "accelerator-act");
    const signs = () =>
      bot
        .decide(rules, view(rules, state, "HU"), newStream(1, "test"))
        .some(({ command }) => "line" in command && command.line === "for");
    expect(signs()).toBe(false);
    state.offers[0]!.state = "lapsed";
    expect(signs()).toBe(true);
  });
});

test.each(["refuse", "publish"])(
  "three in ten capitals that %s find goods of their fame held at customs",
  (how) => {
    let held = 0;
    for (let seed = 1; seed <= 1000; seed++) {
      const state = position();
      state.random = newStream(seed, "customs");
      order(state, "beijing", envoy("FR"));
      order(state, "FR", answer(state, how));
      const ban = state.beijing.bans.find((b) => b.m === m("FR"));
      if (!ban) continue;
      held += 1;
      expect(ban.size).toBe(0.35);
      expect(rules.members[m("FR")]!.iconic).toContain(rules.sectors[ban.s]!.id);
    }
    expect(Math.abs(held / 1000 - 0.3)).toBeLessThan(0.05);
  },
);
