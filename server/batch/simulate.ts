// npm run simulate -- [--scenario id] [--preset class] [--games n] [--seed n] [--set path=value] [--workers n] [--json]:
// many games with bots in every seat, on all cores: verdicts, how near games came to the failures, and what each seat
// scored and did.

import type { Verdict } from "../../shared/state.ts";
import { seatsOf } from "../../shared/step.ts";
import { loadScenario } from "../scenarios.ts";
import {
  COMMON,
  type Common,
  columns,
  commonOf,
  flagsOf,
  MOST_GAMES,
  progress,
  run,
  seedsFrom,
  whole,
} from "./command.ts";
import { withPool } from "./pool.ts";
import { estimate, type Interval, meanOf, rounded } from "./statistics.ts";
import { ALL_MIXED, changed, type Outcome } from "./trial.ts";

/** Score with its interval; orders and questions a game, and questions a minute of the running clock. */
function seatRows({ scenario }: Common, outcomes: readonly Outcome[]) {
  const minutes = meanOf(outcomes.map((o) => o.minutes));
  return seatsOf(loadScenario(scenario).rules).map((seat, k) => {
    const asked = meanOf(outcomes.map((o) => o.asked[k]!));
    return [
      seat,
      {
        score: rounded(estimate(outcomes.map((o) => o.scores[k]!)), 1),
        orders: rounded(meanOf(outcomes.map((o) => o.orders[k]!)), 1),
        asked: rounded(asked, 1),
        askedPerMinute: rounded(asked / minutes, 2),
      },
    ] as const;
  });
}

/** The printed answer; shares of verdicts between 0 and 1, scores of 100. */
function report(common: Common, outcomes: readonly Outcome[], seconds: number) {
  const share = (verdict: Verdict) =>
    rounded(outcomes.filter((o) => o.verdict === verdict).length / outcomes.length, 3);
  const spread = (of: (o: Outcome) => number) => rounded(estimate(outcomes.map(of)), 1);
  return {
    scenario: common.scenario,
    changes: common.changes,
    preset: common.preset,
    games: outcomes.length,
    weeks: changed(loadScenario(common.scenario), common.changes).rules.presets[common.preset].weeks,
    ticks: outcomes.reduce((sum, o) => sum + o.weeks, 0),
    seconds: rounded(seconds, 2),
    verdicts: {
      practicalLeverage: share("practical-leverage"),
      unfinishedBusiness: share("unfinished-business"),
      emptyLanguage: share("empty-language"),
      uncontrolledConfrontation: share("uncontrolled-confrontation"),
    },
    /** How near games came to the two failures: hold gone in %, worst heat, share that ended early. */
    gauges: {
      security: spread((o) => 100 * o.security),
      heatPeak: spread((o) => o.heatPeak),
      endedEarly: rounded(meanOf(outcomes.map((o) => (o.early ? 1 : 0))), 3),
    },
    scores: {
      commission: spread((o) => o.scores[0]!),
      beijing: spread((o) => o.scores[1]!),
      members: spread((o) => meanOf(o.scores.slice(2))),
    },
    /** Minutes of the running clock a game; what each seat scored, did and was asked. */
    minutes: rounded(meanOf(outcomes.map((o) => o.minutes)), 1),
    seats: Object.fromEntries(seatRows(common, outcomes)),
  };
}

const percent = (share: number): string => `${Math.round(100 * share)} %`;

/** The answer as people read it. */
function text(answer: ReturnType<typeof report>): string {
  const { verdicts, gauges, scores } = answer;
  const between = ({ mean, low, high }: Interval & { mean: number }) => `${mean} (${low} to ${high})`;
  const seats = Object.entries(answer.seats).map(([seat, row]) => [
    seat,
    ...[row.score.mean, row.score.low, row.score.high].map((x) => x.toFixed(1)),
    ...[row.orders.toFixed(1), row.asked.toFixed(1), row.askedPerMinute.toFixed(2)],
  ]);
  return [
    `${answer.scenario}, ${answer.preset}: ${answer.games} games in ${answer.seconds} s; intervals of 95 %`,
    `verdicts  practical leverage ${percent(verdicts.practicalLeverage)}, unfinished business ${percent(verdicts.unfinishedBusiness)}, empty language ${percent(verdicts.emptyLanguage)}, uncontrolled confrontation ${percent(verdicts.uncontrolledConfrontation)}`,
    `gauges    hold gone ${between(gauges.security)} %, worst heat ${between(gauges.heatPeak)}, ended early ${percent(gauges.endedEarly)}`,
    `scores    Commission ${between(scores.commission)}, Beijing ${between(scores.beijing)}, mean of the capitals ${between(scores.members)}`,
    `a game takes ${answer.minutes} minutes of the running clock`,
    "",
    columns([["seat", "score", "low", "high", "orders", "asked", "asked a minute"], ...seats]),
  ].join("\n");
}

await run(async () => {
  const { values } = flagsOf({ ...COMMON, games: { type: "string", default: "100" } });
  const common = commonOf(values);
  const seeds = seedsFrom(common.seed, whole("games", values.games, 1, MOST_GAMES));
  const { scenario, preset, changes } = common;
  const trials = seeds.map((seed) => ({ scenario, preset, changes, seed, players: ALL_MIXED, asked: true }));
  const started = performance.now();
  const outcomes = await withPool(common.workers, (pool) => pool.play(trials, progress("games")));
  const answer = report(common, outcomes, (performance.now() - started) / 1000);
  console.log(values.json ? JSON.stringify(answer) : text(answer));
});
