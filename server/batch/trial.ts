// One game of an experiment as plain data, so that it can be dealt to any thread: who plays whom, in which world, and
// what came of it. The outcome depends on nothing else.

import { asks } from "../../shared/asks.ts";
import type { Bot } from "../../shared/bots/bot.ts";
import { botNamed, botsFor, mixedBots, SILENT } from "../../shared/bots/table.ts";
import { PathError, type Place, places, scaled, setAt, valueAt } from "../../shared/episode/path.ts";
import type { Match } from "../../shared/match.ts";
import { DRAWN } from "../../shared/scenario/land.ts";
import { compile, type Preset } from "../../shared/scenario.ts";
import type { Seat } from "../../shared/seat.ts";
import { clone, type Verdict } from "../../shared/state.ts";
import { holderIndex, seatsOf } from "../../shared/step.ts";
import type { Parts } from "../../shared/world/score.ts";
import { partsAt } from "../../shared/world/week.ts";
import { weekMillis } from "../clock.ts";
import { type LoadedScenario, loadScenario } from "../scenarios.ts";
import { playGame } from "./game.ts";
import { policyBot, roleOf } from "./policy.ts";

/** A doctrine's name, "mixed" for one drawn by the seed of the game, or a point in the cube of policies. */
export type Player = string | readonly number[];
export const MIXED = "mixed";

/** Doctrines of a seat, silence last. */
export const doctrinesOf = (seat: Seat): string[] => [...botsFor(seat), SILENT].map(({ id }) => id);

interface Players {
  commission: Player;
  beijing: Player;
  members: Player;
  /** Seats that somebody else plays. */
  except?: Partial<Record<Seat, Player>>;
}

/** A figure of the scenario with another value, or its own times a factor; the bounds of a draw move along. */
export type Change = { path: string; value: number } | { path: string; scale: number };

/** Doctrines drawn by the seed of the game in every seat. */
export const ALL_MIXED: Players = { commission: MIXED, beijing: MIXED, members: MIXED };

export interface Trial {
  scenario: string;
  preset: Preset;
  seed: number;
  players: Players;
  changes?: readonly Change[];
  /** Whether to count what each seat was asked, and the minutes. */
  asked?: boolean;
  /** Whether to take the scores apart. */
  parts?: boolean;
}

export interface Outcome {
  verdict: Verdict;
  /** Weeks played, and whether control was lost before time. */
  weeks: number;
  early: boolean;
  /** Share of Beijing's hold that is gone, at the end and after the run-on. */
  security: number;
  securityAfter: number;
  heatPeak: number;
  /** Output lost over the game, EUR bn. */
  loss: number;
  /** By seat, in the order of the scenario: score, orders given, and questions that waited for an answer. */
  scores: number[];
  orders: number[];
  asked: number[];
  /** What the weeks would have taken by the running clock of the preset. */
  minutes: number;
  /** What each score is made of, by seat; none unless asked for. */
  parts: Parts[];
}

const playerOf = ({ except, ...sides }: Players, seat: Seat): Player =>
  except?.[seat] ?? (seat === "commission" || seat === "beijing" ? sides[seat] : sides.members);

function botsOf(seats: readonly Seat[], players: Players, seed: number): (seat: Seat) => Bot {
  const mixed = mixedBots(seed);
  const botOf = (seat: Seat): Bot => {
    const player = playerOf(players, seat);
    if (player === MIXED) return mixed(seat);
    return typeof player === "string" ? botNamed(seat, player) : policyBot(roleOf(seat), player);
  };
  const bots = new Map(seats.map((seat) => [seat, botOf(seat)]));
  return (seat) => bots.get(seat)!;
}

/** The scenario with other values; throws a PathError on a path that leads nowhere. */
export function changed(loaded: LoadedScenario, changes: readonly Change[]): LoadedScenario {
  const scenario = clone(loaded.scenario);
  const names = {
    members: scenario.members.map((m) => m.code),
    sectors: scenario.sectors.map((s) => s.id),
    inputs: scenario.inputs.map((i) => i.id),
  };
  for (const change of changes)
    for (const place of places(scenario, change.path, names)) {
      if (typeof valueAt(place) !== "number" && "value" in change) throw new PathError("is no number");
      if ("value" in change) setAt(place, change.value);
      else rescale(place, change.scale);
    }
  return { ...loaded, scenario, rules: compile(scenario) };
}

/** Times a factor; the bounds of a draw move along. */
function rescale(place: Place, factor: number): void {
  const { range } = Object(place.home[place.key]) as { range?: unknown };
  setAt(place, scaled(valueAt(place), factor));
  if (range && DRAWN.includes(place.key))
    Object.assign(place.home[place.key] as object, { range: scaled(range, factor) });
}

/** Counts the questions that come up for each seat, each once, and the minutes that a class has for them. */
function newCount(seats: readonly Seat[], { secondsPerWeek }: { secondsPerWeek: number }) {
  const seen = seats.map(() => new Set<string>());
  let millis = 0;
  return {
    look(match: Match): void {
      millis += weekMillis("running", secondsPerWeek, match.glance("commission").pub);
      seats.forEach((seat, k) => {
        for (const { id } of asks(match.rules, match.glance(seat))) seen[k]!.add(id);
      });
    },
    asked: () => seen.map((ids) => ids.size),
    minutes: () => millis / 60_000,
  };
}

export function playTrial(trial: Trial): Outcome {
  const asIs = loadScenario(trial.scenario);
  const loaded = trial.changes?.length ? changed(asIs, trial.changes) : asIs;
  const { preset, seed } = trial;
  const seats = seatsOf(loaded.rules);
  const count = newCount(seats, loaded.rules.presets[preset]);
  const { state, lines } = playGame(loaded, {
    preset,
    seed,
    botOf: botsOf(seats, trial.players, seed),
    ...(trial.asked ? { before: count.look } : {}),
  });
  const orders = seats.map(() => 0);
  for (const line of lines) if (line.kind === "order") orders[holderIndex(loaded.rules, line.seat)]! += 1;
  const { verdict, early, security, securityAfter, scores } = state.ending!;
  return {
    ...{ verdict, early, security, securityAfter, scores, weeks: state.tick },
    ...{ heatPeak: state.tally.heatPeak, loss: state.tally.loss },
    ...{ orders, asked: count.asked(), minutes: count.minutes() },
    parts: trial.parts ? partsAt(loaded.rules, state) : [],
  };
}
