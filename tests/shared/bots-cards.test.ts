// How bots answer event cards: each doctrine by what it likes and what it pays, with a judgement that is a little off.

import { describe, expect, test } from "vitest";
import { botNamed } from "../../shared/bots/table.ts";
import { newStream } from "../../shared/random.ts";
import type { CardOption } from "../../shared/scenario/card.ts";
import type { Rules } from "../../shared/scenario.ts";
import type { Seat } from "../../shared/seat.ts";
import { clone } from "../../shared/state.ts";
import { view } from "../../shared/view.ts";
import { newGame } from "../helpers/play.ts";
import { brussels } from "../helpers/scenario.ts";

const { rules } = brussels;

const start = newGame(rules).state;

/** How often a doctrine takes each option of a card, of a hundred judgements. */
function answers(seat: Seat, doctrine: string, card: string, world: Rules = rules): Record<string, number> {
  const state = clone(start);
  state.choices = [
    { id: `x/${seat}`, card, seat, asked: state.tick, until: state.tick + 3, about: [], chosen: "" },
  ];
  const seen = view(world, state, seat);
  const taken: Record<string, number> = {};
  for (let k = 0; k < 100; k++) {
    const deeds = botNamed(seat, doctrine).decide(world, seen, newStream(k, "test"));
    const first = deeds.find(({ command }) => command.kind === "choose");
    const { option = "" } = (first?.command ?? {}) as { option?: string };
    taken[option] = (taken[option] ?? 0) + 1;
  }
  return taken;
}

/** The rules with one option changed. */
const withOption = (card: string, option: string, change: Partial<CardOption>): Rules => ({
  ...rules,
  cards: rules.cards.map((c) =>
    c.id === card ? { ...c, options: c.options.map((o) => (o.id === option ? { ...o, ...change } : o)) } : c,
  ),
});

describe("doctrines answer the same card apart", () => {
  test.each([
    ["commission", "force", "E12", "appeal", "prepared", "comply"],
    ["commission", "force", "E04", "speed", "prepared", "proof"],
    ["commission", "assurance-taker", "E58", "reward", "prepared", "audit"],
    ["beijing", "squeezer", "E09", "named", "charmer", "renew"],
    ["beijing", "squeezer", "E07", "return", "charmer", "prolong"],
    ["beijing", "squeezer", "E17", "firm", "charmer", "calm"],
    ["CZ", "hawk", "E18", "hard", "export-first", "soft"],
    ["CZ", "hawk", "E42", "case", "export-first", "glad"],
    ["CZ", "free-rider", "E25", "cut", "broker", "keep"],
  ] as const)("%s: %s takes %s %s sooner than %s, who takes %s", (seat, one, card, a, other, b) => {
    const [first, second] = [answers(seat, one, card), answers(seat, other, card)];
    expect(first[a] ?? 0).toBeGreaterThan((second[a] ?? 0) + 10);
    expect(second[b] ?? 0).toBeGreaterThan((first[b] ?? 0) + 10);
  });
});

test("options that are nearly as good are taken now and then, a clearly worse one never", () => {
  const scrap = answers("commission", "broker", "E02");
  expect(Object.keys(scrap).sort()).toEqual(["hard", "none", "soft"]);
  expect(scrap.hard).toBeGreaterThan(scrap.none!);
  expect(answers("commission", "prepared", "E12")).toEqual({ comply: 100 });
});

test("what an option costs counts as much as what it brings", () => {
  const farmers = (change: Partial<CardOption>) =>
    answers("CZ", "own-exposure", "E05", withOption("E05", "relief", change)).relief ?? 0;
  const free = farmers({ points: 0, purse: 0 });
  const usual = farmers({});
  expect(free).toBeGreaterThan(usual);
  expect(usual).toBeGreaterThan(10);
  expect(farmers({ points: 3 })).toBe(0);
  expect(farmers({ purse: 0.5 })).toBe(0);
  const wait = withOption("E47", "fund", { points: 0, money: 3000 });
  expect(answers("commission", "prepared", "E47", wait).fund).toBeUndefined();
});

test("a delay weighs by its weeks", () => {
  const wait = (weeks: number) =>
    answers(
      "CZ",
      "own-exposure",
      "E46",
      withOption("E46", "hearing", {
        effects: [{ kind: "project", id: "its", does: "delay", weeks }],
      }),
    ).hearing ?? 0;
  expect(wait(1)).toBeGreaterThan(0);
  expect(wait(40)).toBe(0);
});

test("a goal of one’s own comes before taste and judgement", () => {
  const dear = withOption("E67", "offer", { effects: [{ kind: "standing", who: "decider", by: -3 }] });
  for (const doctrine of ["own-exposure", "free-rider", "export-first"])
    expect(answers("NL", doctrine, "E67", dear)).toEqual({ offer: 100 });
  expect(answers("HR", "own-exposure", "E67", dear)).toEqual({ pass: 100 });
});
