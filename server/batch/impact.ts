// What a seat's own decisions are worth to it: its score under the best it could do less that under the worst, while bots
// of all kinds play the others. Tried are its doctrines, silence, and policies drawn from the cube of its knobs. Best and
// worst of each fold of the games are chosen in all others, since the winner of a lottery looks good only in the draw it
// won (cross-validation).

import { newStream, uniform } from "../../shared/random.ts";
import type { Seat } from "../../shared/seat.ts";
import { holderIndex } from "../../shared/step.ts";
import { loadScenario } from "../scenarios.ts";
import { type Common, columns, progress } from "./command.ts";
import { KNOBS, roleOf, settingsAt } from "./policy.ts";
import type { Pool } from "./pool.ts";
import { type Estimate, estimate, meanOf, rounded } from "./statistics.ts";
import { ALL_MIXED, doctrinesOf, type Player } from "./trial.ts";

interface Impact {
  seat: Seat;
  /** Highest and lowest mean over all games. */
  best: string;
  worst: string;
  /** Points between what did best and what did worst in the other folds, game by game. */
  gain: Estimate;
  /** Mean score under each doctrine and policy. */
  scores: Record<string, number>;
  /** Settings of the best and the worst, where that is a policy. */
  settings?: Record<string, Record<string, number>>;
}

/** A way to play a seat. */
interface Way {
  id: string;
  player: Player;
}

/** Games that measuring seats takes. */
export const gamesOf = (seats: readonly Seat[], seeds: readonly number[], tries: number): number =>
  seats.reduce((sum, seat) => sum + doctrinesOf(seat).length + tries, 0) * seeds.length;

/** Doctrines, silence, and so many policies drawn for the seat. */
function waysOf(seat: Seat, tries: number): Way[] {
  const random = newStream(0, `impact/${seat}`);
  const knobs = KNOBS[roleOf(seat)];
  const drawn = Array.from({ length: tries }, (_, k) => ({
    id: `policy ${k + 1}`,
    player: knobs.map(() => uniform(random)),
  }));
  return [...doctrinesOf(seat).map((id) => ({ id, player: id })), ...drawn];
}

/** Parts of the games in which best and worst are measured by turns, and so the fewest games there can be. */
export const FOLDS = 4;

/** Reads off what the seat scored by doctrine, game by game. */
export function impactOf(seat: Seat, scores: Readonly<Record<string, readonly number[]>>): Impact {
  const ids = Object.keys(scores);
  const games = scores[ids[0]!]!.length;
  /** The best and the worst of the games that are taken. */
  const chosen = (takes: (game: number) => boolean): [string, string] => {
    const mean = (id: string): number => meanOf(scores[id]!.filter((_, game) => takes(game)));
    const ranked = ids.map((id) => ({ id, mean: mean(id) })).sort((a, b) => b.mean - a.mean);
    return [ranked[0]!.id, ranked.at(-1)!.id];
  };
  const folds = Array.from({ length: FOLDS }, (_, fold) => chosen((game) => game % FOLDS !== fold));
  const gains = Array.from({ length: games }, (_, game) => {
    const [best, worst] = folds[game % FOLDS]!;
    return scores[best]![game]! - scores[worst]![game]!;
  });
  const [best, worst] = chosen(() => true);
  const means = Object.fromEntries(ids.map((id) => [id, meanOf(scores[id]!)]));
  return rounded({ seat, best, worst, gain: estimate(gains), scores: means }, 2);
}

/** Measures every seat named; `tries` = policies drawn for each. */
export async function measureImpact(
  { scenario, preset, changes }: Common,
  seats: readonly Seat[],
  seeds: readonly number[],
  tries: number,
  pool: Pool,
): Promise<Impact[]> {
  const { rules } = loadScenario(scenario);
  const ways = seats.map((seat) => waysOf(seat, tries));
  const trials = seats.flatMap((seat, k) =>
    ways[k]!.flatMap(({ player }) =>
      seeds.map((seed) => {
        const players = { ...ALL_MIXED, except: { [seat]: player } };
        return { scenario, preset, changes, seed, players };
      }),
    ),
  );
  const outcomes = await pool.play(trials, progress("games"));
  let game = 0;
  return seats.map((seat, k) => {
    const holder = holderIndex(rules, seat);
    const scores = ways[k]!.map(
      ({ id }) => [id, seeds.map(() => outcomes[game++]!.scores[holder]!)] as const,
    );
    const impact = impactOf(seat, Object.fromEntries(scores));
    const settings = ways[k]!.flatMap(({ id, player }) =>
      typeof player !== "string" && (id === impact.best || id === impact.worst)
        ? [[id, rounded(settingsAt(roleOf(seat), player), 3)] as const]
        : [],
    );
    return settings.length > 0 ? { ...impact, settings: Object.fromEntries(settings) } : impact;
  });
}

/** What a decision is asked to be worth. */
const ENOUGH = 8;

export function impactText(impacts: readonly Impact[]): string {
  const rows = impacts.map(({ seat, best, worst, gain, scores }) => [
    seat,
    best,
    scores[best]!.toFixed(1),
    worst,
    scores[worst]!.toFixed(1),
    ...[gain.mean, gain.low, gain.high].map((x) => x.toFixed(1)),
    gain.low >= ENOUGH ? "yes" : gain.high < ENOUGH ? "no" : "unsure",
  ]);
  const head = ["seat", "best", "score", "worst", "score", "gain", "low", "high", `at least ${ENOUGH}`];
  return columns([head, ...rows]);
}
