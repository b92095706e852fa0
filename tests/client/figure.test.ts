// Numbers as they are shown: units, errors, changes, sources, clocks.

import { describe, expect, test } from "vitest";
import { laid } from "../../client/clock.ts";
import {
  counted,
  figure,
  printAmount,
  printBare,
  printMillions,
  printSpan,
  printStep,
  printValueOf,
  read,
} from "../../client/figure.ts";
import { goalRows } from "../../client/goal.ts";
import { changed, headlineFigure, headlineName, headlines } from "../../client/headline.ts";
import { type History, lastChange, noted } from "../../client/history.ts";
import { likelyName, numberName } from "../../client/label.ts";
import { BACK, firstBite, ticks } from "../../client/panels/underway.tsx";
import { printerOf, withEuro } from "../../client/print.ts";
import { at, pathFor, plainPath, sourcesOf } from "../../client/source.ts";
import { speech } from "../../client/speech.ts";
import type { Row } from "../../client/strip.ts";
import { fitting, underway } from "../../client/underway.ts";
import { silent } from "../../shared/explain.ts";
import { CATALOGUE, INDICATORS, type IndicatorId, indicatorOf } from "../../shared/indicators.ts";
import { bite, nowOf, wait } from "../../shared/moves/move.ts";
import { options } from "../../shared/moves/table.ts";
import { SEATS } from "../../shared/seat.ts";
import { isBanded } from "../../shared/sight.ts";
import type { State } from "../../shared/state.ts";
import { view } from "../../shared/view.ts";
import type { Why } from "../../shared/why.ts";
import { stagesLeft } from "../../shared/world/clock.ts";
import { newState } from "../../shared/world/start.ts";
import { week } from "../../shared/world/week.ts";
import { order } from "../helpers/order.ts";
import { newGame } from "../helpers/play.ts";
import { brussels } from "../helpers/scenario.ts";

const { rules, scenario } = brussels;
const game = newGame(rules, { seed: 5 });
/** With plain spaces, and without joiners. */
const plain = (text: string): string => text.replace(/\u00a0/g, " ").replace(/\u2060/g, "");
const start = { commission: game.view("commission"), CZ: game.view("CZ"), beijing: game.view("beijing") };

describe("figure", () => {
  test("every unit of the catalogue has its words", () => {
    for (const { unit, id } of CATALOGUE) expect(speech.units, `${id}: ${unit}`).toHaveProperty([unit]);
  });

  test.each([
    ["heat", 48, "48 of 100"],
    ["throughput", 0.25, "25 % of normal"],
    ["hold", 33.1, "€33.1bn in 26 weeks"],
    ["money", 192, "€192m"],
    ["money", 1200, "€1.2bn"],
    ["pain", 0.24, "0.24 % of GDP"],
    ["support", -0.2, "−0.2"],
    ["licenceDays", 61, "61 days"],
  ] as const)("%s %d reads %s", (id, x, text) => expect(plain(printValueOf(id, x))).toBe(text));

  test("what a seat may not know is not shown, not even as a zero", () => {
    expect(read(rules, start.commission, "reputation")).toBeUndefined();
    expect(figure(rules, start.commission, "reputation")).toBeUndefined();
    expect(figure(rules, start.beijing, "reputation")).toBeDefined();
  });

  test("the rule of heat tells the part that cools away as the scenario has it", () => {
    const part = 100 * (1 - rules.model.heat.decay);
    expect(plain(speech.indicators.heat.rule)).toContain(`${Number(part.toFixed(2))} % of it cools away`);
  });

  test("a hint is a word, without a figure or an error", () => {
    expect(figure(rules, start.commission, "resolve")).toEqual({ value: "unsure", unit: "" });
    expect(figure(rules, start.beijing, "resolve")!.value).toMatch(/\d/);
    for (const { id, sight } of CATALOGUE)
      for (const seen of Object.values(sight).filter(isBanded))
        expect(speech.hints[id as IndicatorId], id).toHaveLength(seen.bands.length + 1);
  });

  test("an estimate says how far off it may be, an exact number does not", () => {
    expect(figure(rules, start.commission, "stock", 0)!.error).toMatch(/^±\d/);
    expect(figure(rules, start.commission, "heat")!.error).toBeUndefined();
    const own = Number(figure(rules, start.CZ, "stock", 0)!.error!.slice(1));
    const others = Number(figure(rules, start.commission, "stock", 0)!.error!.slice(1));
    expect(own).toBeLessThan(others);
  });

  test.each([
    ["heat", 1, 3, "+1 to +3"],
    ["heat", -3, -1, "−1 to −3"],
    ["heat", -2, 0, "0 to −2"],
    ["heat", -1, 2, "−1 to +2"],
    ["heat", 0, 2, "0 to +2"],
    ["heat", 2.2, 1.8, "+2"],
    ["hold", 3.14, 5.42, "+€3.1bn to +€5.4bn"],
    ["europeReady", -1.5, -1.2, "−€1.2bn to −€1.5bn"],
    ["gone", 0.02, 0.06, "+2 % to +6 %"],
    ["pain", -0.2, 0.1, "−0.2 % to +0.1 %"],
  ] as const)("%s from %d to %d reads %s", (id, low, high, text) =>
    expect(plain(printSpan(id, low, high))).toBe(text),
  );

  test("no end of a span can break between its sign, its number and its unit", () => {
    expect(printSpan("europeReady", -1.5, -1.2)).toBe("−\u2060€1.2bn to −\u2060€1.5bn");
    expect(printSpan("gone", 0.02, 0.06)).toBe("+2\u00a0% to +6\u00a0%");
  });

  test("changes carry sign and unit, beside an arrow neither", () => {
    expect(printAmount("hold", -4.47)).toBe("−€4.47bn");
    expect(printAmount("throughput", 0.25)).toBe("+25");
    expect(printBare("hold", -1.2)).toBe("1.2");
    expect(printMillions(40)).toBe("€40m");
  });

  test("a change told in a sentence is as fine as the number itself, and says of what", () => {
    expect(printStep("stock", 10.3)).toBe("10.3");
    expect(printStep("points", -3.75)).toBe("3.75");
    expect(printStep("hold", -0.1)).toBe("€0.1bn");
    expect(printStep("risk", 0.02)).toBe("2 points");
    expect(printStep("resolve", counted("resolve", 0) - counted("resolve", -0.7))).toBe("16.8 points");
  });
});

describe("headlines", () => {
  test.each([...SEATS, "observer", "projector"] as const)("%s has four, each known and named", (seat) => {
    const view = game.view(seat);
    const list = headlines(rules, seat);
    expect(list).toHaveLength(4);
    for (const headline of list) {
      expect(read(rules, view, headline.id, headline.k), headline.id).toBeDefined();
      expect(headlineName(rules, view, headline)).toBeTruthy();
      expect(headlineFigure(rules, view, headline).value).not.toBe("–");
    }
  });

  test("the hold says how far off it may be", () => {
    const [hold] = headlines(rules, "commission");
    expect(headlineFigure(rules, start.commission, hold!)).toMatchObject({
      unit: "",
      error: expect.stringMatching(/^±€/),
    });
  });

  test("a capital's lines are told of how many", () => {
    const [lines] = headlines(rules, "CZ");
    expect(headlineFigure(rules, start.CZ, lines!).unit).toBe("of 41");
  });
});

describe("a number that speaks of us", () => {
  test("is told to each side in its own words", () => {
    expect(likelyName("commission", "hold")).toBe("what Beijing could cost us");
    expect(likelyName("DE", "pain")).toBe("cost to us");
    expect(likelyName("beijing", "hold")).toBe("what we could cost Europe");
    expect(numberName("beijing", "hold")).toBe("Hold on Europe");
    expect(numberName("commission", "imports")).toBe("We buy");
  });

  test.each(["beijing", "observer"] as const)("and none is told to %s as Europe would say it", (seat) => {
    const europes = /\b(we|us|our|ours)\b/i;
    const ids = (INDICATORS as readonly { id: IndicatorId }[]).map(({ id }) => id);
    for (const name of [numberName, likelyName])
      for (const id of ids.filter((id) => europes.test(name("commission", id))))
        expect(name(seat, id), id).not.toBe(name("commission", id));
  });
});

describe("a tile", () => {
  const notes = [
    { tick: 3, first: 20, value: 24 },
    { tick: 4, first: 23, value: 23 },
  ];
  const why = (reasons: Why["reasons"], before: number, after: number, tick = 4): Why => ({
    ...{ indicator: "heat", tick, before, after, reasons },
  });
  const warm = { cause: "duties", amount: 4 } as const;
  const cool = { cause: "time", amount: -1 } as const;

  test("names a cause that pulled the way its arrow points", () => {
    expect(changed("heat", notes, why([warm, cool], 20, 23))).toEqual({ change: 3, cause: "duties" });
    expect(changed("heat", notes, why([cool], 24, 23))).toEqual({ change: -1, cause: "time" });
  });

  test("names none without an explanation, or with one of another moment, or where nothing moved as shown", () => {
    expect(changed("heat", notes)).toEqual({ change: 3 });
    expect(changed("heat", notes, why([warm], 20, 24))).toEqual({ change: 3 });
    expect(changed("heat", notes, why([warm], 19, 23, 3))).toEqual({ change: 3 });
    expect(changed("heat", notes, why([cool, warm], 23.2, 22.9))).toEqual({ change: 0 });
    expect(changed("heat", undefined, why([warm], 20, 23))).toBeUndefined();
  });

  test("tells the same change before and after it is explained, whatever was ordered", () => {
    const match = newGame(rules, { seed: 5, explain: true });
    match.hold("commission", "people");
    let history: History = {};
    let told = 0;
    const look = () => {
      history = noted(rules, history, match.view("commission"), [{ id: "heat", k: 0 }]);
      const said = changed("heat", history["heat/0"]);
      const why = match.why("commission", "heat", 0)!;
      if (!said || match.state.tick === 0) return;
      told++;
      expect(changed("heat", history["heat/0"], why)!.change).toBeCloseTo(said.change, 9);
    };
    for (let week = 0; week < 6; week++) {
      look();
      for (const command of options(rules, match.view("commission")).slice(0, 60))
        match.submit("commission", "people", command);
      look();
      match.advance();
    }
    expect(told).toBeGreaterThan(8);
  });
});

describe("history", () => {
  const seen = (history: History, tick: number, heat: number): History => {
    const view = { ...start.commission, pub: { ...start.commission.pub, tick, heat } };
    return noted(rules, history, view, [{ id: "heat", k: 0 }]);
  };

  test("notes a week once, the last word counts, and nothing new changes nothing", () => {
    const one = seen({}, 3, 20);
    const two = seen(one, 3, 21);
    expect(two["heat/0"]).toEqual([{ tick: 3, first: 20, value: 21 }]);
    expect(seen(two, 3, 21)).toBe(two);
  });

  test("the last change is that of one week; after a gap it is not known", () => {
    const next = seen(seen({}, 3, 20), 4, 23);
    expect(lastChange(next["heat/0"])).toBe(3);
    expect(lastChange(seen(next, 9, 30)["heat/0"])).toBeUndefined();
    expect(lastChange(undefined)).toBeUndefined();
  });

  test("what is ordered in a week counts with it, as in an explanation", () => {
    const ordered = seen(seen(seen({}, 3, 20), 3, 24), 4, 23);
    expect(lastChange(ordered["heat/0"])).toBe(3);
  });

  test("keeps half a year", () => {
    let history: History = {};
    for (let tick = 0; tick < 60; tick++) history = seen(history, tick, tick);
    expect(history["heat/0"]!.map((note) => note.tick)).toEqual(Array.from({ length: 26 }, (_, k) => 34 + k));
  });
});

describe("sources", () => {
  test("every parameter named in the catalogue stands in the scenario, has words, and a source that is there", () => {
    for (const indicator of CATALOGUE)
      for (const path of indicator.from) {
        expect(at(scenario, path), `${indicator.id}: ${path}`).toBeDefined();
        expect(speech.params, path).toHaveProperty([plainPath(path)]);
      }
    for (const indicator of CATALOGUE)
      for (const row of sourcesOf(scenario, indicator, 0)) {
        expect(row.source.length, indicator.id).toBeGreaterThan(3);
        expect(row.value).toMatch(/\d/);
      }
  });

  test("money is written in one way: in figures behind a number, in goals and in answers of events", () => {
    for (const indicator of CATALOGUE)
      for (const { value, source } of sourcesOf(scenario, indicator, 0)) {
        expect(value, indicator.id).not.toMatch(/EUR|euro/);
        expect(source, indicator.id).not.toMatch(/EUR \d/);
      }
    expect(sourcesOf(scenario, indicatorOf("money"), 0)[0]!.value).toMatch(/^€[\d,.]+m/);
    const texts = SEATS.flatMap((seat) => goalRows(rules, seat, []).map(({ text }) => text));
    expect(texts.join(" ")).toContain("Receive €40m from");
    expect(texts.join(" ")).not.toMatch(/EUR/);
    expect(withEuro("The fund gains EUR 1.5bn, not EUR 300m.")).toBe("The fund gains €1.5bn, not €300m.");
    expect(printerOf("EUR bn a year per EUR bn")).toMatchObject({ unit: "a year per €1bn" });
  });

  test("a number about one input tells that input's figures", () => {
    const stock = indicatorOf("stock");
    expect(pathFor(stock, "inputs[0].stockWeeks", 2)).toBe("inputs[2].stockWeeks");
    expect(pathFor(indicatorOf("heat"), "inputs[0].stockWeeks", 2)).toBe("inputs[0].stockWeeks");
    const weeks = scenario.inputs.map((input) => input.stockWeeks.value);
    expect(sourcesOf(scenario, stock, 1)[0]!.value).toContain(`${weeks[1]} `);
  });
});

describe("clocks", () => {
  test("stages lie end to end; the first effect is where it says so", () => {
    const clock = laid(
      [wait("at sea", 5), { name: "vote", weeks: 3, gate: "vote" }, bite("ashore", 2), wait("after", 4)],
      10,
    );
    expect(clock.stretches.map(({ from, to }) => [from, to])).toEqual([
      [10, 15],
      [15, 18],
      [18, 21],
      [21, 25],
    ]);
    expect(clock.votes).toEqual([{ name: "vote", week: 18 }]);
    // Counted at the end of week 18, it stands in week 19.
    expect(clock.bite).toBe(21);
    expect(clock.end).toBe(25);
  });

  /** Without events, which may move a law. */
  const quiet = { ...rules, cards: [] };

  /** The first week that a file's clock names from its table in each week until then, and the week in which it did apply. */
  function foretold(
    id: string,
    made: (state: State) => void,
  ): { said: Set<number | undefined>; applied: number } {
    const state = newState(quiet, { seed: 1, weeks: 104 });
    state.commission.points = 8;
    made(state);
    const said = new Set<number | undefined>();
    for (;;) {
      const seen = view(quiet, state, "commission");
      const file = seen.pub.files.find((f) => f.name === id || f.id === id)!;
      if (file.stage === "in-force" && file.gate <= state.tick) return { said, applied: file.gate };
      said.add(laid(stagesLeft(quiet, file, nowOf(seen)), state.tick).bite);
      if (file.stage === "proposal" && file.gate <= state.tick)
        order(state, "commission", { kind: "call-vote", file: file.id }, quiet);
      if (file.stage === "definitive-gate" && file.gate <= state.tick)
        order(state, "commission", { kind: "decide-gate", file: file.id, decision: "impose" }, quiet);
      for (const vote of state.votes) vote.cast.fill("for");
      week(quiet, state, silent);
    }
  }

  test.each([
    [
      "a package",
      "package",
      (state: State) =>
        order(
          state,
          "commission",
          { kind: "table-package", billion: 3, snapback: true, payout: "need" },
          rules,
        ),
    ],
    ["a duty that the Council decides on", "hybrid-circumvention", () => {}],
    [
      "a law that waits for a week of the calendar",
      "cybersecurity-act",
      (state: State) => {
        state.files.find(({ id }) => id === "cybersecurity-act")!.nextGate = 97;
      },
    ],
  ])("%s applies in the week that the panel names all along", (_, id, made) => {
    const { said, applied } = foretold(id, made);
    expect([...said]).toEqual([applied]);
  });

  test("a duty can begin at the gate of a case, so a gate counts as its first effect", () => {
    expect(laid([{ name: "provisional-gate", weeks: 39, gate: "decision" }]).bite).toBe(39);
    expect(laid([{ name: "answer", weeks: 4, gate: "decision" }]).bite).toBeUndefined();
  });

  test("what is under way: Beijing first, each side by first bite, all on one scale", () => {
    const rows = underway(rules, start.commission);
    const sides = rows.map((row) => row.side);
    expect(sides).toEqual([...sides].sort());
    for (const side of ["beijing", "europe"] as const) {
      const bites = rows.filter((row) => row.side === side).map((row) => row.bite ?? 999);
      expect(bites).toEqual([...bites].sort((a, b) => a - b));
    }
    const chemicals = rows.find((row) => row.name === "Dumped chemicals")!;
    expect(chemicals).toMatchObject({ from: -30, bite: 6, votes: [24] });
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
  });

  test("a squeeze is under way from the week it began, and bites when stores have run down", () => {
    const pub = { ...start.commission.pub, tick: 23 };
    const law = { ...pub.law, modes: [...pub.law.modes], squeezedSince: [...pub.law.squeezedSince] };
    law.packageUntil = 99;
    law.modes[0] = "go-slow";
    law.squeezedSince[0] = 11;
    const rows = underway(rules, { ...start.commission, pub: { ...pub, law } });
    expect(rows[0]).toMatchObject({ side: "beijing", name: "Magnets: go-slow", from: 11, bite: 21 });
  });

  test("the words beside a row tell the date of its dot, from now", () => {
    expect(firstBite({ bite: 29 }, 23)).toBe("in 6 weeks");
    expect(firstBite({ bite: 24 }, 23)).toBe("in 1 week");
    expect(firstBite({ bite: 23 }, 23)).toBe(speech.underway.bitesNow);
    expect(firstBite({ bite: undefined }, 23)).toBe(speech.underway.none);
    for (const row of underway(rules, start.commission).filter(({ bite = 0 }) => bite > 0))
      expect(firstBite(row, 0)).toMatch(new RegExp(`^in ${row.bite} weeks?$`));
  });

  // As measured on screens of 320 and of 1100 px, in px: the bar; half of the label, of three digits in the column; half
  // of a number; where the label stands at the left edge.
  test.each([
    { small: true, bar: 266, label: 33, number: 13, edge: 36 },
    { small: false, bar: 316, label: 25, number: 9, edge: 36 },
  ])(
    "no week stands under the label of now, in any week of a game of any length: column $small",
    ({ small, bar, label, number, edge }) => {
      for (const { weeks } of Object.values(rules.presets))
        for (let now = 0; now < weeks; now++) {
          const from = Math.max(0, now - BACK);
          const place = (week: number) => (bar * (week - from)) / (weeks - from);
          for (const week of ticks({ from, to: weeks, now }, small))
            expect(
              Math.abs(place(week) - Math.max(edge, place(now))),
              `week ${week} of ${weeks}, now ${now}`,
            ).toBeGreaterThan(label + number);
        }
    },
  );

  test("where there is little room both sides keep a place", () => {
    const row = (side: Row["side"], n: number): Row => ({
      ...{ id: `${side}${n}`, side, name: "x", from: 0, spans: [], votes: [], bite: n },
    });
    const many = [...Array(9).keys()];
    const both = [...many.map((n) => row("beijing", n)), ...many.map((n) => row("europe", n))];
    expect(fitting(both, 4).map((r) => r.id)).toEqual(["beijing0", "beijing1", "europe0", "europe1"]);
    expect(fitting(both.slice(9), 4)).toHaveLength(4);
    expect(fitting([...both.slice(0, 1), ...both.slice(9)], 6)).toHaveLength(6);
  });
});
