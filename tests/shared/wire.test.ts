import { expect, test } from "vitest";
import { CATALOGUE, countOf } from "../../shared/indicators.ts";
import type { Rules } from "../../shared/scenario.ts";
import { ONLOOKERS, type Viewpoint } from "../../shared/seat.ts";
import { seatsOf } from "../../shared/step.ts";
import { type View, view } from "../../shared/view.ts";
import { countNumbers, flatten, type Part, unflatten } from "../../shared/wire.ts";
import { newState } from "../../shared/world/start.ts";
import { signed } from "../helpers/agreement.ts";
import { anarchist, newGame, playOut } from "../helpers/play.ts";
import { brussels, tiny } from "../helpers/scenario.ts";

/** Through the wire and back: numbers whole, texts as JSON. */
function carried(rules: Rules, view: View): View {
  const { tick } = view.pub;
  const parts = { pub: flatten(rules, "pub", view.pub, tick), own: flatten(rules, "own", view.own, tick) };
  for (const name of ["pub", "own"] as const) {
    expect(parts[name].numbers).toHaveLength(countNumbers(rules, name));
    expect(parts[name].numbers.filter((n) => !Number.isSafeInteger(n))).toEqual([]);
  }
  return unflatten(rules, view.seat, JSON.parse(JSON.stringify(parts)) as Record<"pub" | "own", Part>);
}

const viewpoints = (rules: Rules): Viewpoint[] => [...seatsOf(rules), ...ONLOOKERS];

test.each([1, 2, 3])("every View of a small game of anybody's moves survives the wire, seed %i", (seed) => {
  const rules = tiny.rules;
  const seen = new Set<string>();
  playOut(newGame(rules, { seed, preset: "full", botOf: () => anarchist }), (match) => {
    for (const seat of viewpoints(rules)) {
      const view = match.view(seat);
      expect(carried(rules, view)).toEqual(view);
      for (const [key, value] of [...Object.entries(view.pub), ...Object.entries(view.own)])
        if (Array.isArray(value) && value.length > 0) seen.add(key);
    }
  });
  // Nothing was left untried for want of an entry.
  for (const list of ["projects", "files", "votes", "words", "news", "offers", "choices", "lobbies"])
    expect(seen).toContain(list);
});

test("every View of a whole game with bots survives the wire", () => {
  const rules = brussels.rules;
  playOut(newGame(rules, { seed: 4 }), (match) => {
    if (match.state.tick % 5 !== 0 && !match.state.ending) return;
    for (const seat of viewpoints(rules)) {
      const view = match.view(seat);
      expect(carried(rules, view)).toEqual(view);
    }
  });
});

test("a case that an agreement keeps closed survives the wire", () => {
  const { rules } = brussels;
  const state = newState(rules, { seed: 1, weeks: 104 });
  const term = { by: "commission", metric: "close-case", about: "chemicals-dumping", value: 0 } as const;
  signed(rules, state, [{ ...term, weeks: 52, measure: "public" }]);
  const seen = view(rules, state, "beijing");
  expect(seen.pub.contracts[0]!.terms[0]!.shelved?.file.stage).not.toBe("closed");
  expect(carried(rules, seen)).toEqual(seen);
});

test("what a seat may not know does not even stand as a number", () => {
  const match = newGame(brussels.rules);
  const { numbers } = flatten(brussels.rules, "own", match.view("DE").own, 0);
  const listed = CATALOGUE.filter(({ part }) => part === "own");
  const numberOf = (id: string) => {
    const before = listed.slice(
      0,
      listed.findIndex((indicator) => indicator.id === id),
    );
    return numbers[before.reduce((sum, { per }) => sum + countOf(brussels.rules, per), 0)];
  };
  expect(["realGrowth", "reputation"].map(numberOf)).toEqual([0, 0]);
  expect(numberOf("jobs")).toBeGreaterThan(0);
});

test("plants under way are not written anew each week", () => {
  const rules = brussels.rules;
  const match = newGame(rules);
  const texts = () =>
    flatten(rules, "pub", match.view("observer").pub, match.state.tick)
      .docs.filter((doc) => doc.list === "p")
      .map((doc) => doc.text);
  const weeks = 26;
  let [before, changes] = [texts(), 0];
  for (let week = 0; week < weeks; week++) {
    match.advance();
    const now = texts();
    changes += now.filter((text, i) => text !== before[i]).length;
    before = now;
  }
  expect(before.length).toBeGreaterThan(15);
  // A host may hurry a permit now and then: fewer than one plant in seven a week.
  expect(changes / weeks).toBeLessThan(before.length / 7);
});
