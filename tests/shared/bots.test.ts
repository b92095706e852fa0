// Bots: they give only legal orders, think the same twice, follow their state's own exposure, and their aims show.

import { describe, expect, test } from "vitest";
import { botNamed, botsFor, mixedBots, SILENT, usualBot } from "../../shared/bots/table.ts";
import { check } from "../../shared/moves/table.ts";
import { newStream } from "../../shared/random.ts";
import type { Seat } from "../../shared/seat.ts";
import { clone, type State } from "../../shared/state.ts";
import { view } from "../../shared/view.ts";
import { newGame, playOut } from "../helpers/play.ts";
import { brussels } from "../helpers/scenario.ts";

const { rules } = brussels;
const SEATS: Seat[] = ["commission", "beijing", "DE", "HU", "MT"];

function played(weeks: number, seed = 4): State {
  const match = newGame(rules, { seed, botOf: mixedBots(seed) });
  while (match.state.tick < weeks) match.advance();
  return match.state;
}

describe.each(SEATS)("%s", (seat) => {
  test.each(botsFor(seat).map((bot) => bot.id))("%s gives legal orders, the same ones twice", (id) => {
    let orders = 0;
    for (const weeks of [0, 7, 22, 41]) {
      const state = played(weeks);
      const seen = view(rules, state, seat);
      const before = JSON.stringify(state);
      const decide = () => botNamed(seat, id).decide(rules, seen, newStream(1, "test"));
      const deeds = decide();
      expect(decide()).toEqual(deeds);
      for (const deed of deeds) expect(check(rules, seen, deed.command)).toBeNull();
      expect(JSON.stringify(state)).toBe(before);
      orders += deeds.length;
    }
    expect(orders).toBeGreaterThan(0);
  });
});

test("where both must name the same text, what a bot names varies with what it likes", () => {
  const state = clone(played(14));
  const ask = (seat: Seat) => ({
    ...{ id: `x/${seat}`, card: "E06", seat, asked: state.tick, until: state.tick + 3 },
    ...{ about: [], chosen: "" },
  });
  state.choices = [ask("commission"), ask("beijing")];
  const named = (seat: Seat, id: string): string[] => {
    const seen = view(rules, state, seat);
    const chosen = Array.from({ length: 60 }, (_, k) =>
      botNamed(seat, id)
        .decide(rules, seen, newStream(k, "test"))
        .flatMap(({ command }) => ("option" in command ? command.option : [])),
    );
    return [...new Set(chosen.flat())].sort();
  };
  expect(named("beijing", "opportunist")).toEqual(["bare", "benchmark"]);
  expect(named("commission", "prepared")).toEqual(["benchmark"]);
  expect(named("commission", "assurance-taker")).toEqual(["bare", "benchmark"]);
});

test("a doctrine that does not exist is refused by name", () => {
  expect(() => botNamed("beijing", "dove")).toThrow(/dove/);
});

/** How often the usual bot of a state takes a plant that an envoy offers. */
function takes(code: "HU" | "LT" | "FR"): number {
  const state = clone(played(12));
  state.offers = [
    {
      id: "o1",
      to: code,
      gift: "plant",
      ask: "silence",
      vote: "",
      made: state.tick,
      until: state.tick + 4,
      state: "open",
      exposed: false,
      ends: state.tick + 26,
    },
  ];
  let taken = 0;
  for (let n = 0; n < 40; n++)
    for (const { command } of usualBot(code).decide(rules, view(rules, state, code), newStream(n, "offer")))
      if (JSON.stringify(command).includes('"answer":"take"')) taken += 1;
  return taken;
}

test("a capital that lives with Chinese plants takes one more readily than a hawk without", () => {
  expect(takes("HU")).toBeGreaterThan(takes("FR"));
  expect(takes("HU")).toBeGreaterThan(takes("LT"));
});

/** Games enough that the dice do not decide: a mean of four moves by five points when one event card is added. */
const GAMES = Array.from({ length: 30 }, (_, k) => k + 1);

/** Mean score of the Commission over those games against the usual Beijing. */
function mean(id: string): number {
  const scores = GAMES.map((seed) => {
    const botOf = (seat: Seat) =>
      seat === "commission" ? (id === "silent" ? SILENT : botNamed(seat, id)) : usualBot(seat);
    return playOut(newGame(rules, { seed, preset: "class", botOf })).state.ending!.scores[0]!;
  });
  return scores.reduce((a, b) => a + b, 0) / scores.length;
}

test("preparing first beats force at once, and both beat silence", () => {
  const [prepared, force, silent] = [mean("prepared"), mean("force"), mean("silent")];
  expect(prepared).toBeGreaterThan(force + 5);
  expect(force).toBeGreaterThan(silent + 5);
}, 120_000);
