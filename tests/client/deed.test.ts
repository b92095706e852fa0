// Orders as cards with forms, questions as cards with options: whatever the moves offer can be reached, and what a form
// comes to is what the moves know.

import { describe, expect, test } from "vitest";
import { decisions, packageText } from "../../client/decision.ts";
import {
  ANSWERS,
  compose,
  deeds,
  keyOf,
  OF_SOME,
  type Offered,
  offeredOf,
  type Picks,
  pressed,
  TALKING,
} from "../../client/deed.ts";
import { seatList } from "../../client/label.ts";
import {
  againstText,
  brokenText,
  hostedText,
  laterText,
  threatNote,
  worksLater,
} from "../../client/panels/deed.tsx";
import { countedText, ofNeeded, standOf } from "../../client/panels/vote.tsx";
import { expected, pledgesIn } from "../../client/promises.ts";
import { wordTexts } from "../../client/word.ts";
import { asks } from "../../shared/asks.ts";
import { silent } from "../../shared/explain.ts";
import { type Command, check, movesOf, options } from "../../shared/moves/table.ts";
import type { Seat } from "../../shared/seat.ts";
import { clone, type File, type Offer, type Term } from "../../shared/state.ts";
import { type View, type VoteView, view as viewOf } from "../../shared/view.ts";
import { openVote, tally } from "../../shared/world/council.ts";
import { openFile } from "../../shared/world/files.ts";
import { countsAgainst } from "../../shared/world/majority.ts";
import { newState } from "../../shared/world/start.ts";
import { signed } from "../helpers/agreement.ts";
import { order } from "../helpers/order.ts";
import { newGame } from "../helpers/play.ts";
import { brussels } from "../helpers/scenario.ts";

const { rules } = brussels;

/** Views of some seats in some weeks of one game. */
function views(seats: readonly Seat[], weeks: readonly number[]): View[] {
  const game = newGame(rules, { seed: 5 });
  const found: View[] = [];
  for (let week = 0; week <= Math.max(...weeks); week++) {
    if (weeks.includes(week)) found.push(...seats.map((seat) => clone(game.view(seat))));
    game.advance();
  }
  return found;
}

const VIEWS = views(["commission", "beijing", "CZ", "DE", "IE", "MT"], [0, 7, 20, 41]);

test("an order whose first effect lies beyond the look ahead says from which week it works", () => {
  const view = VIEWS.find(({ seat, pub }) => seat === "commission" && pub.tick === 7)!;
  const later = (command: Command) => worksLater({ rules, view }, command);
  const form = "anti-subsidy";
  const sector = rules.sectors[0]!.id;
  expect(later({ kind: "open-case", form, sector, breadth: "product" })).toBeGreaterThan(7 + 13);
  expect(later({ kind: "propose-law", form: "strict" })).toBeGreaterThan(7 + 13);
  const soon = options(rules, view).find(({ kind }) => kind === "table-package")!;
  expect(later(soon)).toBeUndefined();
  const { weeks } = view.pub;
  expect(laterText({ view }, weeks)).toBe(`works from week ${weeks} on, further than we look ahead`);
  expect(laterText({ view }, weeks + 1)).toMatch(/on, after the last week of the game$/);
});

test("a public threat that its file cannot carry out by its date is called empty before it is made", () => {
  const view = VIEWS.find(({ seat, pub }) => seat === "commission" && pub.tick === 0)!;
  const note = (file: string, weeks: number) =>
    threatNote({ rules, view }, { kind: "make-statement", form: "threat", file, weeks });
  const file = view.pub.files.find(({ id }) => note(id, 4) !== undefined && note(id, 26) === undefined);
  expect(file).toBeDefined();
  expect(note(file!.id, 4)).toMatch(/empty threat/);
  expect(threatNote({ rules, view }, { kind: "make-statement", form: "wto" })).toBeUndefined();
});

describe("deeds", () => {
  test("every move of the seat stands somewhere: as a card, or as an answer to a question", () => {
    for (const view of VIEWS) {
      const cards = deeds(rules, view).map((deed) => deed.kind);
      const elsewhere = [...ANSWERS, ...TALKING] as string[];
      for (const { kind } of movesOf(view.seat).filter((move) => !OF_SOME.includes(move.kind as never)))
        expect(cards.includes(kind as never) || elsewhere.includes(kind), kind).toBe(true);
    }
  });

  test("what only some capitals may do is shown to them alone", () => {
    const cardsOf = (seat: Seat) => deeds(rules, views([seat], [0])[0]!).map((deed) => deed.kind);
    for (const [kind, some, other] of [
      ["set-agenda", "IE", "CZ"],
      ["set-agenda", "LT", "DE"],
      ["table-item", "FR", "DE"],
    ] as const) {
      expect(cardsOf(some), `${kind} ${some}`).toContain(kind);
      expect(cardsOf(other), `${kind} ${other}`).not.toContain(kind);
    }
    expect(OF_SOME.every((kind) => movesOf("CZ").some((move) => move.kind === kind))).toBe(true);
  });

  test("possible means exactly that one of its orders is legal; else the reason is one of theirs", () => {
    for (const view of VIEWS)
      for (const deed of deeds(rules, view)) {
        const legal = options(rules, view).filter(
          (c) => c.kind === deed.kind && check(rules, view, c) === null,
        );
        expect(deed.possible, deed.kind).toBe(legal.length > 0);
        const reasons = deed.offered.map((o) => o.refused);
        if (!deed.possible && deed.offered.length > 0) expect(reasons).toContain(deed.reason);
      }
  });

  test("the reason that says when comes before the one that only says no", () => {
    const view = VIEWS[0]!;
    const tired: View = { ...view, own: { ...view.own, clocks: { ...view.own.clocks, case: 9 } } };
    expect(deeds(rules, tired).find((deed) => deed.kind === "open-case")!.reason).toEqual({
      code: "cooling-down",
      until: 9,
    });
  });
});

describe("compose", () => {
  /** All orders that a form can be brought to by its own choices. */
  function reachable(offered: readonly Offered[]): Set<string> {
    const found = new Set<string>();
    const walk = (picks: Record<string, string>, depth: number) => {
      const form = compose(offered, picks)!;
      if (depth === form.fields.length) {
        found.add(JSON.stringify(form.chosen.command));
        return;
      }
      const field = form.fields[depth]!;
      for (const { key } of field.choices) walk({ ...picks, [field.name]: key }, depth + 1);
    };
    walk({}, 0);
    return found;
  }

  test("every order that a move offers can be reached, and nothing else", () => {
    for (const view of VIEWS.slice(0, 10))
      for (const { kind, offered } of deeds(rules, view)) {
        if (offered.length === 0) continue;
        expect(reachable(offered), kind).toEqual(new Set(offered.map((o) => JSON.stringify(o.command))));
      }
  });

  test("begins with an order that is possible, where one is", () => {
    for (const view of VIEWS)
      for (const { offered, possible } of deeds(rules, view))
        if (possible) expect(compose(offered, {})!.chosen.refused).toBeNull();
  });

  test("a choice that is gone falls back, one that still exists stays", () => {
    const order = (input: string, million: number): Offered => ({
      command: { kind: "order-stock", input, million } as Command,
      refused: null,
    });
    const offered = [order("magnets", 20), order("magnets", 40), order("chips", 40)];
    expect(compose(offered, { input: "chips", million: "20" })!.chosen.command).toMatchObject({
      input: "chips",
      million: 40,
    });
    expect(compose(offered, { input: "gone", million: "40" })!.chosen.command).toMatchObject({
      input: "magnets",
      million: 40,
    });
    expect(compose([], {})).toBeUndefined();
  });

  test("several capitals go into one order, up to as many as it takes, in one order whoever was pressed first", () => {
    const view = VIEWS.find(({ seat }) => seat === "beijing")!;
    const { offered, several } = deeds(rules, view).find(({ kind }) => kind === "aim-licences")!;
    const most = rules.model.moves.aimMost;
    const form = (picks: Picks) => compose(offered, picks, several)!;
    const field = (picks: Picks) => form(picks).fields.find(({ name }) => name === "members")!;
    const press = (picks: Picks, ...codes: string[]): Picks => {
      const now = { ...picks };
      for (const code of codes) Object.assign(now, { members: pressed(field(now), keyOf([code])) });
      return now;
    };

    // Nobody is aimed at before somebody is chosen.
    expect(field({}).several).toEqual({ taken: [], most });
    expect(form({}).wants).toBe("members");
    expect(form(press({}, "FR")).wants).toBeUndefined();
    expect(form(press({}, "FR")).chosen.command).toMatchObject({ members: ["FR"] });
    expect(form(press({}, "FR", "FR")).wants).toBe("members");
    const three = press({ members: keyOf(["DE"]), favour: "false" }, "FR", "CZ");
    expect(form(three).chosen).toEqual({
      command: { kind: "aim-licences", members: ["CZ", "DE", "FR"], favour: false },
      refused: null,
    });
    expect(field(three).several).toEqual({ taken: ["CZ", "DE", "FR"].map((code) => keyOf([code])), most });
    expect(press(press({ members: keyOf(["FR"]), favour: "false" }, "CZ"), "DE")).toEqual(three);

    const five = press(three, "IT", "PL");
    expect(field(press(five, "ES")).picked).toBe(field(five).picked);
    expect(field({ members: keyOf(["DE", "FR", "CZ", "IT", "PL", "ES"]) }).several?.taken).toHaveLength(most);
    expect(field(press(three, "DE")).picked).toBe(keyOf(["CZ", "FR"]));
  });

  test("what may be taken together is judged as a whole", () => {
    const view = VIEWS.find(({ seat }) => seat === "beijing")!;
    const { offered } = deeds(rules, view).find(({ kind }) => kind === "aim-licences")!;
    const refuse = () => ({ code: "not-enough-points" as const });
    const several = { field: "members", most: 5, check: refuse };
    expect(compose(offered, { members: keyOf(["DE", "FR"]) }, several)!.chosen.refused).toEqual(refuse());
    expect(compose(offered, { members: keyOf(["DE"]) }, several)!.chosen.refused).toBeNull();
  });

  test("keys tell values apart, also lists and flags", () => {
    const keys = ["DE", ["DE"], ["DE", "FR"], true, "true1", 1].map(keyOf);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe("decisions", () => {
  test("whatever waits is a question whose options are orders about it", () => {
    for (const view of VIEWS) {
      const found = decisions(rules, view, asks(rules, view));
      for (const decision of found) {
        expect(decision.options.length, decision.title).toBeGreaterThan(0);
        const offered = options(rules, view).map((c) => JSON.stringify(c));
        for (const { command, refused, title } of decision.options) {
          expect(offered).toContain(JSON.stringify(command));
          expect(refused).toEqual(check(rules, view, command));
          expect(title).toBeTruthy();
        }
      }
    }
  });

  test("an event's card asks with all its options, in its own words", () => {
    const view = VIEWS[0]!;
    const choice = view.own.choices[0]!;
    const card = rules.cards.find((c) => c.id === choice.card)!;
    const found = decisions(rules, view, asks(rules, view)).find((d) => d.id === `choice/${choice.id}`)!;
    expect(found.title).toBe(card.title);
    expect(found.options.map((o) => o.title)).toEqual(card.options.map((o) => o.title));
  });

  test("a ballot says how the vote would stand with it, promises counted", () => {
    const view = VIEWS.find((v) => v.seat === "CZ" && asks(rules, v).some((a) => a.kind === "vote"));
    const found = view && decisions(rules, view, asks(rules, view)).find((d) => d.kind === "vote");
    expect(found, "no vote waited for Czechia in those weeks").toBeDefined();
    const [yes, , no] = found!.options;
    const ask = asks(rules, view!).find((a) => a.kind === "vote")!;
    const vote = view!.pub.votes.find((v) => v.id === ask.ref)!;
    const me = rules.members.findIndex((m) => m.code === "CZ");
    for (const [option, ballot] of [
      [yes!, "for"],
      [no!, "against"],
    ] as const) {
      const { cast } = expected(rules, view!, vote);
      const { states, people } = tally(rules, { rule: vote.rule, cast: cast.with(me, ballot) });
      const side = countsAgainst(vote.rule) ? "against" : "for";
      const [, count, share, way] =
        /^Then (\d+) states?(?: \(15 needed\))? with ([\d.]+)\s% of people .*?are (for|against) it/.exec(
          option.text ?? "",
        ) ?? [];
      expect(way).toBe(side);
      expect(Number(count)).toBe(states[side]);
      expect(Number(share)).toBeCloseTo(people[side], 0);
    }
    expect(yes!.text).not.toBe(no!.text);
  });

  test("a proposal that may not be voted on yet is no question", () => {
    const view = VIEWS[0]!;
    const file = view.pub.files.find((f) => f.stage === "proposal" && f.gate > view.pub.tick)!;
    const ask = { id: `gate/${file.id}`, kind: "gate" as const, ref: file.id, until: file.gate };
    expect(decisions(rules, view, [ask])).toEqual([]);
    expect(offeredOf(rules, view, "call-vote").map((o) => o.refused?.code)).toContain("too-early");
  });
});

test("votes up to what is needed are a part of it, votes beyond it are not", () => {
  const states = (side: "for" | "against", n: number) => ofNeeded(side, n, 15, String);
  expect([13, 15, 20].map((n) => states("for", n))).toEqual(["13 of 15", "15 of 15", "20, 15 needed"]);
  expect(states("against", 16)).toBe("16 against, 15 needed");
  expect(ofNeeded("for", 70.2, 65, (x) => `${x} %`)).toBe("70.2 %, 65 % needed");
});

test("lists of states name three and count the rest", () => {
  expect(seatList([])).toBe("");
  expect(seatList(["DE"])).toBe("Germany");
  expect(seatList(["SK", "CZ"])).toBe("Slovakia and Czechia");
  expect(seatList(["DE", "FR", "IT"])).toBe("Germany, France and Italy");
  expect(seatList(["DE", "FR", "IT", "ES", "PL"])).toBe("Germany, France, Italy and 2 more");
});

test("what to do about coercion that was found says what would close the file", () => {
  const view = clone(VIEWS.find(({ seat, pub }) => seat === "commission" && pub.tick === 7)!);
  const lineOf = (kind: File["kind"]) => {
    const found = view.pub.files.find(({ side }) => side === "europe")!;
    Object.assign(found, { kind, stage: "engagement", nextGate: 3, gate: 20, remedy: "none" });
    return decisions(rules, view, [{ id: "gate", kind: "gate", ref: found.id, until: 20 }])[0]!.line;
  };
  expect(lineOf("coercion")).toMatch(/^Both sides talk\. .*measured.*close the file\.$/);
  expect(lineOf("anti-dumping")).toBe("Both sides talk.");
});

describe("a vote that only advises", () => {
  const { noMajority } = rules.model.politics;
  /** Malta's view of one open vote of a rule on a file at a stage. */
  const asked = (rule: VoteView["rule"], file: Partial<View["pub"]["files"][number]>) => {
    const view = clone(VIEWS.find(({ seat, pub }) => seat === "MT" && pub.tick === 7)!);
    const found = view.pub.files.find(({ side }) => side === "europe")!;
    Object.assign(found, file);
    const opened = { id: "v1", file: found.id, rule, by: "" as const, block: [], appeal: false, opened: 6 };
    view.pub.votes = [{ ...opened, closes: 9, outcome: "open", cast: rules.members.map(() => null) }];
    const ask = { id: "vote/v1", kind: "vote" as const, ref: "v1", until: 9 };
    return decisions(rules, view, [ask])[0]!;
  };

  test("says that it stops nothing, what happens all the same, and what most states against would cost", () => {
    const provisional = asked("advisory", { stage: "provisional", nextGate: 31 });
    expect(provisional.title).toMatch(/what do you advise\?$/);
    expect(provisional.line).toContain("in force and stays");
    expect(provisional.line).toContain("week 31");
    expect(provisional.line).toContain(
      `14 states or more are against, Europe’s legitimacy falls by ${noMajority} of 100`,
    );
    expect(asked("advisory", { stage: "in-force", gate: 12 }).line).toContain(
      "applies from week 12, whatever",
    );
    expect(asked("advisory", { stage: "closed" }).line).toContain("stands, whatever");
  });

  test("is told apart from one that decides", () => {
    const [advice, binding] = (["advisory", "unless-against"] as const).map((rule) =>
      asked(rule, { stage: "council" }),
    );
    expect(binding!.title).toMatch(/how do you vote\?$/);
    expect(binding!.line).toBeUndefined();
    for (const { text } of advice!.options) expect(text).toContain("unfair from 14 on");
    for (const { text } of binding!.options) expect(text).not.toContain("unfair");
  });
});

describe("goods that Beijing has promised to spare", () => {
  const hold = (member: string) => ({ kind: "quiet-ban", member, sector: "agrifood" }) as Command;
  const told = (answer: "take" | "refuse") => {
    const state = newState(rules, { seed: 1, weeks: 104 });
    order(state, "beijing", { kind: "send-envoy", to: "FR", gift: "exemption", ask: "silence" }, rules);
    order(state, "FR", { kind: "answer-envoy", offer: state.offers[0]!.id, answer }, rules);
    state.beijing.bans = [];
    return (member: string, seat: Seat = "beijing") =>
      brokenText({ rules, view: viewOf(rules, state, seat) }, hold(member));
  };

  test("the card says what breaking that word costs, before it is done", () => {
    const text = told("take")("FR")!;
    expect(text).toContain("France");
    expect(text).toMatch(new RegExp(`week ${rules.model.beijing.dealWeeks}\\b`));
    expect(text).toContain(`by ${rules.model.contracts.breachReputation} of 100`);
    expect(told("take")("ES")).toBeUndefined();
    expect(told("refuse")("FR")).toBeUndefined();
  });
});

describe("ballots promised and not cast", () => {
  const state = newState(rules, { seed: 1, weeks: 104 });
  openVote(rules, state, state.files.find((f) => f.id === "accelerator-act")!, "for", silent);
  for (const [code, line] of [
    ["LV", "for"],
    ["HU", "against"],
  ] as const) {
    order(state, code, { kind: "join-statement", about: "accelerator-act", line }, rules);
    state.statements.at(-1)!.state = "public";
  }
  const from = viewOf(rules, state, "DE");
  const vote = from.pub.votes[0]!;
  const at = (code: string) => rules.members.findIndex((m) => m.code === code);

  test("are counted each as it was promised, and the bar says so", () => {
    expect(pledgesIn(rules, from, vote)).toEqual({ LV: "for", HU: "against" });
    const { cast } = expected(rules, from, vote);
    expect([cast[at("LV")], cast[at("HU")], cast[at("DE")]]).toEqual(["for", "against", null]);
    const stand = (code: string) => standOf(rules, vote, at(code), pledgesIn(rules, from, vote));
    expect(["LV", "HU", "DE"].map(stand)).toEqual(["pledged", "against", "open"]);
    expect(countedText({ rules, view: from }, vote)).toMatch(
      /not yet cast: Latvia for it; Hungary against it\.$/,
    );
  });

  test("no longer count once they are cast otherwise", () => {
    const after = { ...vote, cast: vote.cast.with(at("LV"), "abstain") };
    expect(pledgesIn(rules, from, after)).toEqual({ HU: "against" });
    expect(expected(rules, from, after).cast[at("LV")]).toBe("abstain");
    const yes = { ...vote, cast: vote.cast.with(at("LV"), "for") };
    expect(standOf(rules, yes, at("LV"), pledgesIn(rules, from, yes))).toBe("for");
  });

  test("the look ahead at a ballot says what it is held against", () => {
    const told = (seat: Seat, ballot: string) =>
      againstText({ rules, view: viewOf(rules, state, seat) }, {
        ...{ kind: "cast-vote", vote: vote.id, ballot },
      } as unknown as Command);
    expect(told("LV", "against")).toEqual({
      same: false,
      text: "compared with a vote for it, as you have promised",
    });
    expect(told("LV", "for")!.same).toBe(true);
    expect(told("DE", "for")!.text).toBe("compared with an abstention, which not voting counts as");
  });
});

test("an order that breaks a word about a ballot says so, and what that costs", () => {
  const state = newState(rules, { seed: 1, weeks: 104 });
  const { id } = openVote(rules, state, state.files.find((f) => f.id === "accelerator-act")!, "for", silent);
  const told = (command: object) =>
    wordTexts({ rules, view: viewOf(rules, state, "LV") }, command as Command);
  const cast = (ballot: string) => told({ kind: "cast-vote", vote: id, ballot });
  expect(cast("abstain")).toEqual([]);
  order(state, "LV", { kind: "join-statement", about: "accelerator-act", line: "for" }, rules);
  // A draft of it binds nobody yet.
  expect(cast("abstain")).toEqual([]);
  state.statements[0]!.state = "public";
  expect(cast("for")).toEqual([]);
  expect(cast("abstain")[0]).toContain("Your name stands under");
  expect(cast("abstain")[0]).toContain("Industrial Accelerator Act");
  expect(cast("abstain")[0]).toContain(`${rules.model.score.broken} points of standing`);
  const join = { kind: "join-caucus", vote: id };
  expect(told(join)).toEqual([]);
  order(state, "MT", { kind: "cast-vote", vote: id, ballot: "against" }, rules);
  order(state, "MT", join, rules);
  expect(told(join)).toHaveLength(1);
  const sold = { by: "LV", metric: "ballot", about: "accelerator-act", weeks: 26, measure: "public" };
  const sell = (value: number) => told({ kind: "table-terms", terms: [{ ...sold, value }] });
  expect(sell(1)).toEqual([]);
  expect(sell(0)).toHaveLength(1);
});

test("a ballot that breaks an agreement says what goes back with it", () => {
  const state = newState(rules, { seed: 1, weeks: 104 });
  const { id } = openVote(rules, state, state.files.find((f) => f.id === "accelerator-act")!, "for", silent);
  const ballot = { by: "HU", metric: "ballot", about: "accelerator-act", value: -1, weeks: 26 } as const;
  const plants = { by: "beijing", metric: "investment", about: "HU", value: 2, weeks: 26 } as const;
  signed(
    rules,
    state,
    [ballot, plants].map((term): Term => ({ ...term, measure: "public" })),
    ["beijing", "HU"],
  );
  const told = (how: string) =>
    wordTexts({ rules, view: viewOf(rules, state, "HU") }, {
      ...{ kind: "cast-vote", vote: id, ballot: how },
    } as unknown as Command);
  expect(told("for")[0]).toMatch(
    /points of standing\. Then plants of €\d+(\.\d+)?bn given for it go again\.$/,
  );
  expect(told("against")).toEqual([]);
});

test("a vote on a package says how large its fund is, by what rule it pays and what comes with it", () => {
  const state = newState(rules, { seed: 1, weeks: 104 });
  state.commission.points = 8;
  order(state, "commission", { kind: "table-package", billion: 3, snapback: true, payout: "need" }, rules);
  const made = state.files.at(-1)!;
  openVote(rules, state, made, "for", silent);
  const seen = viewOf(rules, state, "RO");
  const found = decisions(rules, seen, asks(rules, seen)).find(({ id }) => id.startsWith("vote/"))!;
  expect(found.line).toMatch(/€3bn.*by need.*counter-measure/);
  expect(packageText({ ...made, payout: "even", snapback: false })).not.toMatch(/need|counter-measure/);
  expect(packageText(seen.pub.files.find(({ kind }) => kind === "law")!)).toBeUndefined();
});

test("an envoy's gift is told in figures: what it brings, and for how long", () => {
  const state = newState(rules, { seed: 5, weeks: 104 });
  const line = (gift: Offer["gift"]) => {
    const offer = {
      id: "o1",
      to: "HU",
      gift,
      ask: "silence",
      made: 0,
      until: 4,
      vote: "",
      state: "open",
    } as const;
    state.offers = [{ ...offer, exposed: false, ends: 0 }];
    const view = viewOf(rules, state, "HU");
    return decisions(rules, view, asks(rules, view)).find(({ kind }) => kind === "offer")!.line;
  };
  expect(line("plant")).toMatch(/worth €1\.2bn\./);
  expect(line("order")).toMatch(/15\u00a0% .*26 weeks/);
  expect(line("fast-lane")).toMatch(/1\.5 times .*26 weeks/);
  expect(line("exemption")).toMatch(/100\u00a0% of China’s duties for 26 weeks/);
});

test("who votes on coercion reads what it has cost at its worst, what counts in full, and may ask why", () => {
  const state = newState(rules, { seed: 5, weeks: 104 });
  state.coerced.squeeze = 0;
  const file = openFile(
    rules,
    state,
    { kind: "coercion", side: "europe", sector: -1, breadth: 0, why: "move" },
    silent,
  );
  openVote(rules, state, file, "for", silent);
  const asked = () => {
    const view = viewOf(rules, state, "RO");
    return decisions(rules, view, asks(rules, view)).find(({ kind }) => kind === "vote")!;
  };
  expect(asked().line).toMatch(/nothing yet.*€6bn a year/);
  state.coercedCost = 3.4321;
  expect(viewOf(rules, state, "RO").pub.coercedCost).toBe(3.4);
  expect(asked().line).toMatch(/€3\.4bn a year.*€6bn/);
  expect(asked().why).toBe("coercedCost");
});

describe("a site on one's own soil", () => {
  const state = newState(rules, { seed: 5, weeks: 104 });
  const before = viewOf(rules, state, "MT");
  const plan = rules.projects.find(({ host, owner }) => host === "MT" && owner === "europe")!;
  const rest = plan.buildWeeks + plan.rampWeeks;
  const asked = (view: View) =>
    decisions(rules, view, [{ id: "site/x", kind: "site", ref: plan.id, until: 3 }])[0]!;

  test("once given, the card asks something else and says where the plant stands", () => {
    const { weeksLeft } = before.pub.projects.find(({ id }) => id === plan.id)!;
    expect(asked(before).line).toContain(`full output in week ${weeksLeft + rest}`);
    expect(hostedText({ rules, view: before })).toBeUndefined();
    order(state, "MT", { kind: "host-plant", project: plan.id });
    const after = viewOf(rules, state, "MT");
    expect(asked(after).title).not.toBe(asked(before).title);
    expect(asked(after).line).toContain("has its site on your soil");
    expect(asked(after).line).toContain(`full output in week ${weeksLeft + rest}`);
    expect(hostedText({ rules, view: after })).toBe(
      `Your site is given: ${plan.name} (waits for permits, full output in week ${weeksLeft + rest}).`,
    );
    expect(hostedText({ rules, view: viewOf(rules, state, "CZ") }) ?? "").not.toContain(plan.name);
  });
});
