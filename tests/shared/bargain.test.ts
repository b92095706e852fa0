// How bots bargain: what they sign, what they answer with, what they keep, and that no talk goes on for ever.

import { describe, expect, test } from "vitest";
import { lostWith, lostWithGift } from "../../shared/bots/ambition.ts";
import { answerDrafts } from "../../shared/bots/bargain.ts";
import type { Deed } from "../../shared/bots/bot.ts";
import { amendments, lasting } from "../../shared/bots/drafts.ts";
import { botNamed, mixedBots } from "../../shared/bots/table.ts";
import { glance } from "../../shared/glance.ts";
import { check } from "../../shared/moves/table.ts";
import { newStream } from "../../shared/random.ts";
import type { Goal } from "../../shared/scenario/goal.ts";
import { PRESETS, type Rules } from "../../shared/scenario.ts";
import type { Seat } from "../../shared/seat.ts";
import type { Draft, State, Term } from "../../shared/state.ts";
import { publicPart, view } from "../../shared/view.ts";
import { goalsWeek } from "../../shared/world/goals.ts";
import { leverageWeek } from "../../shared/world/leverage.ts";
import { openTalk, STANDING_TALK, table } from "../../shared/world/talks.ts";
import { draftOf, signed } from "../helpers/agreement.ts";
import { m, position, rules } from "../helpers/order.ts";
import { newGame, playOut } from "../helpers/play.ts";
import { brussels, tiny } from "../helpers/scenario.ts";

const licences = (more: Partial<Term> = {}): Term => ({
  ...{ by: "beijing", metric: "licence-days", about: "magnets" },
  ...{ value: 20, weeks: 8, measure: "register" },
  ...more,
});
const noCase: Term = {
  ...{ by: "commission", metric: "no-new-case", about: "all" },
  ...{ value: 0, weeks: 26, measure: "public" },
};

/** A draft of one side on a table, and what the other's bot does about it. */
function answers(state: State, seat: Seat, id: string, by: Seat, draft: Draft, others?: Seat[]): Deed[] {
  state.tick = Math.max(state.tick, rules.calendar.talksFirst);
  const talk = others ? openTalk(state, others, by) : state.talks.find((t) => t.id === STANDING_TALK)!;
  table(rules, state, talk, by, draft);
  const seen = view(rules, state, seat);
  return botNamed(seat, id)
    .decide(rules, seen, newStream(1, "bargain"))
    .filter(({ command }) => ["answer-terms", "table-terms"].includes(command.kind));
}

const said = (deeds: readonly Deed[]): string =>
  deeds.map(({ command }) => (command as { answer?: string }).answer ?? command.kind).join();

/** Europe with a snapback in hand and cases that are ready, which Beijing has reason to deal with. */
function armed(): State {
  const state = position();
  state.commission.snapback = true;
  state.cohesion = 85;
  state.resolve = 1.5;
  leverageWeek(rules, state);
  return state;
}

/** Every capital in pain far beyond what it bears. */
function hurt(): State {
  const state = position();
  state.members.forEach((member, k) => {
    member.pain = 3 * rules.members[k]!.tolerance;
  });
  return state;
}

describe("Brussels", () => {
  const bare = draftOf(licences({ measure: "none" }));

  test("signs what a register counts and refuses the same promise when nobody counts", () => {
    expect(said(answers(position(), "commission", "prepared", "beijing", draftOf(licences())))).toBe(
      "accept",
    );
    const [deed] = answers(position(), "commission", "prepared", "beijing", bare);
    expect(deed).toMatchObject({ why: "counter", command: { kind: "table-terms" } });
    const { terms } = deed!.command as unknown as Draft;
    expect(terms[0]!.measure).not.toBe("none");
  });

  test("takes a bare promise when it trusts in promises, or when nothing else ends the pain", () => {
    expect(said(answers(position(), "commission", "assurance-taker", "beijing", bare))).toBe("accept");
    const state = hurt();
    state.inputs[0]!.squeezedSince = 0;
    expect(said(answers(state, "commission", "prepared", "beijing", bare))).toBe("accept");
  });

  test("that means to force signs nothing that is worth little", () => {
    const little = draftOf(licences({ measure: "survey", about: "graphite" }), noCase);
    expect(said(answers(position(), "commission", "force", "beijing", little))).not.toContain("accept");
    expect(said(answers(position(), "commission", "broker", "beijing", little))).toBe("accept");
  });

  test("opens no case it has forsworn", () => {
    const opens = (state: State) => {
      state.tick = 60;
      return botNamed("commission", "force")
        .decide(rules, view(rules, state, "commission"), newStream(2, "case"))
        .some(({ command }) => command.kind === "open-case");
    };
    expect(opens(position())).toBe(true);
    const bound = position();
    signed(rules, bound, [noCase]);
    bound.contracts[0]!.until = 99;
    expect(opens(bound)).toBe(false);
  });

  test("nor one that a card asks for, on the sector that the card is about", () => {
    const answer = (forsworn: string) => {
      const state = position();
      const about = ["electronics", "DE", "commission"];
      state.choices = [{ id: "d", card: "E68", seat: "commission", asked: 0, until: 3, about, chosen: "" }];
      signed(rules, state, [{ ...noCase, about: forsworn }]);
      return botNamed("commission", "prepared")
        .decide(rules, view(rules, state, "commission"), newStream(2, "case"))
        .filter(({ command }) => command.kind === "choose")
        .map(({ command }) => (command as { option?: string }).option);
    };
    expect(answer("vehicles")).toEqual(["open"]);
    expect(answer("electronics")).toEqual(["no"]);
    expect(answer("all")).toEqual(["no"]);
  });
});

describe("Beijing", () => {
  test("opens its market step by step as it has promised, whatever is open already", () => {
    const opens = (state: State) =>
      botNamed("beijing", "patient")
        .decide(rules, view(rules, state, "beijing"), newStream(1, "open"))
        .some(({ command, why }) => command.kind === "open-access" && why === "fulfil");
    const state = position();
    state.trade.access = 0.5;
    const step = (value: number, weeks: number): Term => ({
      ...{ by: "beijing", metric: "access", about: "" },
      ...{ value, weeks, measure: "public" },
    });
    const { terms } = signed(rules, state, [step(0.15, 13), step(0.3, 26)]);
    expect(opens(state)).toBe(true);
    Object.assign(terms[0]!, { seen: 0.15, state: "kept" });
    Object.assign(terms[1]!, { seen: 0.15 });
    expect(opens(state)).toBe(true);
    terms[1]!.seen = 0.3;
    expect(opens(state)).toBe(false);
  });

  test("asked for a shorter agreement, of steps that fall together it keeps the furthest", () => {
    const step = (value: number, weeks: number): Term => ({
      ...{ by: "beijing", metric: "access", about: "" },
      ...{ value, weeks, measure: "public" },
    });
    const short = lasting(draftOf(step(0.15, 13), step(0.3, 26), step(0.45, 39)), 26);
    expect(short.terms.map(({ value, weeks }) => [value, weeks])).toEqual([
      [0.15, 13],
      [0.45, 26],
    ]);
  });

  const benchmark = draftOf(licences({ value: 25 }), noCase);

  test("signs a benchmark with a Europe that can answer, and not with one that cannot", () => {
    expect(said(answers(armed(), "beijing", "patient", "commission", benchmark))).toBe("accept");
    expect(said(answers(position(), "beijing", "patient", "commission", benchmark))).not.toContain("accept");
  });

  test("that squeezes wants more for it than one that charms", () => {
    expect(said(answers(armed(), "beijing", "charmer", "commission", benchmark))).toBe("accept");
    expect(said(answers(armed(), "beijing", "squeezer", "commission", benchmark))).not.toContain("accept");
  });

  test("gives a capital a lane for a vote, and asks for something where nothing is given", () => {
    const lane: Term = {
      ...{ by: "beijing", metric: "fast-lane", about: "HU" },
      ...{ value: 1.5, weeks: 26, measure: "public" },
    };
    const vote: Term = {
      ...{ by: "HU", metric: "ballot", about: "accelerator-act" },
      ...{ value: -1, weeks: 26, measure: "public" },
    };
    const room: Seat[] = ["HU", "beijing"];
    const state = position();
    state.members[m("HU")]!.support = 0.4;
    const sold = { ...draftOf(lane, vote), weeks: 26, secret: true };
    expect(said(answers(state, "beijing", "charmer", "HU", sold, room))).toBe("accept");
    const free = { ...draftOf(lane), weeks: 26 };
    expect(said(answers(position(), "beijing", "charmer", "HU", free, room))).not.toContain("accept");
  });
});

describe("a counter-draft", () => {
  test("differs in one thing, and is better for who makes it", () => {
    const draft = draftOf(licences({ measure: "survey" }), noCase);
    for (const next of amendments(rules, draft, "commission")) {
      const terms = draft.terms.filter((t, k) => JSON.stringify(t) !== JSON.stringify(next.terms[k]));
      const frame = next.weeks !== draft.weeks || next.snapback !== draft.snapback;
      const dropped = next.terms.length < draft.terms.length;
      expect(
        frame || dropped
          ? terms.every((t) => next.weeks !== draft.weeks || t.by === "commission")
          : terms.length,
      ).toBeTruthy();
    }
    expect(amendments(rules, draft, "commission").length).toBeGreaterThan(4);
  });

  test("asks for a body only with a window that this can look back over", () => {
    const bare = draftOf(licences({ measure: "none", weeks: 52 }));
    const looked = amendments(rules, bare, "commission").filter(({ terms }) => terms[0]!.measure !== "none");
    expect(looked.map(({ terms }) => terms[0]!.measure)).toEqual(["survey", "register"]);
    for (const { terms } of looked) expect(terms[0]!.weeks).toBe(rules.model.contracts.windowMost);
  });

  test("comes once or twice, never for ever", () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const match = newGame(rules, { seed, preset: "class", botOf: mixedBots(seed) });
      const drafts = new Map<string, { talk: string; by: Seat; tabled: number }>();
      playOut(match, ({ state }) => {
        for (const p of state.proposals) drafts.set(p.id, p);
      });
      for (const { talk, by, tabled } of drafts.values()) {
        const round = [...drafts.values()].filter(
          (p) => p.talk === talk && p.by === by && p.tabled >= tabled && p.tabled < tabled + 9,
        );
        expect([seed, talk, by, round.length <= 2]).toEqual([seed, talk, by, true]);
      }
    }
  }, 60_000);
});

test("an agreement that renews itself is denounced when it has become a bad bargain, and left alone when it is none", () => {
  const denounced = (terms: Term[]) => {
    const state = position();
    signed(rules, state, terms, undefined, { weeks: 20, expiry: "renew" });
    state.tick = 14;
    const seen = glance(rules, state, "commission", publicPart(rules, state), () => false);
    return botNamed("commission", "prepared")
      .decide(rules, seen, newStream(1, "denounce"))
      .some(({ why }) => why === "denounce");
  };
  const duty: Term = { ...noCase, metric: "europe-duty", about: "vehicles", value: 0.3, weeks: 20 };
  expect(denounced([duty])).toBe(true);
  expect(denounced([licences()])).toBe(false);
});

describe("a capital's promised ballot", () => {
  const promise = (value: number): Term => ({
    ...{ by: "CZ", metric: "ballot", about: "accelerator-act" },
    ...{ value, weeks: 26, measure: "public" },
  });

  /** The same world with one goal for Czechia. */
  const wanting = (goal: object): Rules => ({
    ...rules,
    members: rules.members.map((member) =>
      member.code === "CZ" ? { ...member, goals: [{ text: "x", ...goal } as Goal] } : member,
    ),
  });
  const plain = wanting({ kind: "lines", share: 0 });

  /** What Czechia casts in the last week of a vote to which it leans like this, having promised a yes. */
  function casts(id: string, leaning: number, of = plain, terms: Term[] = [], by: Seat = "DE"): string {
    const state = position(1, of);
    signed(of, state, [promise(1), ...terms], ["CZ", by]);
    goalsWeek(of, state);
    state.votes.push({
      ...{
        id: "v1",
        file: "accelerator-act",
        rule: "for",
        opened: 0,
        by: "",
        closes: 1,
        outcome: "open",
        appeal: false,
      },
      ...{ cast: rules.members.map(() => null), block: [], leaning: rules.members.map(() => leaning) },
      ...{ pledged: rules.members.map(() => 0), offered: rules.members.map(() => 0) },
    });
    const deed = botNamed("CZ", id)
      .decide(of, view(of, state, "CZ"), newStream(3, "ballot"))
      .find(({ command }) => command.kind === "cast-vote");
    return (deed!.command as unknown as { ballot: string }).ballot;
  }

  test("is kept where its own line is near, and dropped where it is far away", () => {
    expect(casts("own-exposure", 0)).toBe("for");
    expect(casts("own-exposure", -0.6)).toBe("against");
  });

  test("is kept by a broker against its line, and by a free rider only when it costs nothing", () => {
    expect(casts("broker", -0.6)).toBe("for");
    expect(casts("free-rider", 0.05)).toBe("for");
    expect(casts("free-rider", -0.1)).toBe("abstain");
  });

  test("is kept further from its line where a goal of its own hangs on the agreement", () => {
    const gift: Term = {
      ...{ by: "beijing", metric: "no-hold", about: "CZ" },
      ...{ value: 0, weeks: 26, measure: "public" },
    };
    const safe = wanting({ kind: "term", metric: "no-hold", about: "CZ" });
    expect(casts("own-exposure", -0.6, safe, [gift], "beijing")).toBe("for");
    // Not at any price, nor for a gift that is no goal, nor where another agreement holds the same.
    expect(casts("own-exposure", -1.1, safe, [gift], "beijing")).toBe("against");
    expect(casts("own-exposure", -0.6, plain, [gift], "beijing")).toBe("against");
    // Traded votes count for a goal once all of them are cast as promised, with other capitals only.
    const trader = wanting({ kind: "votes-traded", times: 1 });
    const back: Term = { ...gift, by: "DE", metric: "share-stock" };
    expect(casts("own-exposure", -0.6, trader, [back])).toBe("for");
    expect(casts("own-exposure", -0.6, trader)).toBe("against");
    expect(casts("own-exposure", -0.6, trader, [gift], "beijing")).toBe("against");
  });

  test("a goal hangs on an agreement only while nothing else holds it", () => {
    const gift: Term = {
      ...{ by: "beijing", metric: "no-hold", about: "CZ" },
      ...{ value: 0, weeks: 26, measure: "public" },
    };
    const safe = wanting({ kind: "term", metric: "no-hold", about: "CZ" });
    const state = position(1, safe);
    const { id } = signed(safe, state, [gift, promise(1)], ["CZ", "beijing"]);
    const hangs = (): number => {
      goalsWeek(safe, state);
      const seen = view(safe, state, "CZ");
      return lostWith(safe, seen, seen.pub.contracts.find((c) => c.id === id)!);
    };
    const { goalFirst } = safe.model.score;
    expect(hangs()).toBe(goalFirst);
    const other = signed(safe, state, [gift], ["CZ", "beijing"]);
    expect(hangs()).toBe(0);
    other.state = "broken";
    expect(hangs()).toBe(goalFirst);
  });

  test("owed to an envoy for a plant that is a goal, it is worth the goal; for anything else nothing", () => {
    const state = position();
    const builder = wanting({ kind: "chinese-plants", billion: rules.model.beijing.plantWorth });
    const worth = (gift: "plant" | "order"): number => {
      goalsWeek(builder, state);
      return lostWithGift(builder, view(builder, state, "CZ"), { gift });
    };
    expect(worth("plant")).toBe(0);
    state.members[m("CZ")]!.plants = rules.model.beijing.plantWorth;
    expect(worth("plant")).toBe(builder.model.score.goalFirst);
    expect(worth("order")).toBe(0);
    state.members[m("CZ")]!.plants *= 2;
    expect(worth("plant")).toBe(0);
  });
});

describe("in games", () => {
  /** Codes of news with their template, once each. */
  function told(seeds: readonly number[]): string[] {
    const codes = new Map<string, string>();
    for (const seed of seeds)
      playOut(newGame(rules, { seed, preset: "class", botOf: mixedBots(seed) }), ({ state }) => {
        for (const n of state.news) codes.set(`${seed}/${n.id}`, `${n.code} ${n.about[1]}`);
      });
    return [...codes.values()];
  }
  const codes = told([1, 2, 3, 4, 5, 6, 7, 8]);
  const count = (code: string) => codes.filter((c) => c.startsWith(code)).length;

  test("votes are traded, measured agreements signed, drafts refused, and most promises kept", () => {
    expect(count("agreement-signed vote-trade")).toBeGreaterThan(4);
    expect(count("agreement-signed licence-benchmark")).toBeGreaterThan(0);
    expect(count("terms-rejected")).toBeGreaterThan(8);
    expect(count("agreement-broken")).toBeGreaterThan(0);
    expect(count("agreement-broken")).toBeLessThan(count("agreement-signed") / 4);
  });

  test("no room of bots is left open for ever", () => {
    const match = playOut(newGame(rules, { seed: 9, preset: "class", botOf: mixedBots(9) }));
    expect(match.state.talks.length).toBeLessThan(8);
  });
}, 60_000);

describe("bots alone finish every scenario in every preset", () => {
  const cases = [brussels, tiny].flatMap((of) =>
    PRESETS.map((preset) => [of.scenario.id, preset, of.rules] as const),
  );
  test.each(cases)(
    "%s, %s",
    (_, preset, of) => {
      const { state } = playOut(newGame(of, { seed: 11, preset, botOf: mixedBots(11) }));
      expect(state.ending!.tick).toBeGreaterThan(8);
      for (const score of state.ending!.scores) expect(Number.isFinite(score)).toBe(true);
    },
    60_000,
  );
});

describe("where people sit at the table", () => {
  /** A game in which a person holds the Commission and asks something now and then. */
  const match = newGame(rules, { seed: 5, preset: "class", botOf: mixedBots(5) });
  match.hold("commission", "people");
  const lines = new Map<string, { by: Seat; tick: number; phrase: string }>();
  while (match.state.tick < 60) {
    const ask = { kind: "say", talk: STANDING_TALK, phrase: "if-measured" } as const;
    if (match.state.tick % 3 === 0 && check(rules, match.view("commission"), ask) === null)
      match.submit("commission", "somebody", ask);
    match.advance();
    for (const line of match.state.lines) lines.set(line.id, line);
  }
  /** Said with a refusal, each time. */
  const REASONS = ["worth-too-little", "nobody-measures"];
  const spoken = [...lines.values()].filter((l) => l.by === "beijing");

  test("a bot answers, in phrases", () => {
    expect(spoken.length).toBeGreaterThan(4);
    expect(spoken.every((l) => l.phrase !== "")).toBe(true);
  });

  test("says nothing twice in one room", () => {
    const phrases = spoken.map((l) => l.phrase).filter((p) => !REASONS.includes(p));
    expect(new Set(phrases).size).toBe(phrases.length);
  });

  test("and says why with every draft that it refuses", () => {
    const state = position();
    const talk = state.talks.find((t) => t.id === STANDING_TALK)!;
    table(rules, state, talk, "commission", draftOf(licences({ value: 10 })));
    const stance = { signs: 1e6, order: 0, lull: 0, bare: 1, counters: 0 };
    const answer = (holder: "bot" | "people") => {
      state.holders[0] = holder;
      const seen = view(rules, state, "beijing");
      return answerDrafts(rules, seen, () => stance, newStream(1, "answer")).map(({ command }) => command);
    };
    expect(answer("people")).toMatchObject([
      { kind: "answer-terms", answer: "reject" },
      { kind: "say", phrase: "worth-too-little" },
    ]);
    expect(answer("bot")).toHaveLength(1);
  });

  test("but says no more than two things in six weeks", () => {
    const free = spoken.filter((l) => !REASONS.includes(l.phrase));
    for (const { tick } of free)
      expect(free.filter((l) => l.tick >= tick && l.tick < tick + 6).length).toBeLessThanOrEqual(2);
  });
});
