// What a squeeze would cost a seat, input by input, and how much of it a promise about supply rules out.

import { clip, sum } from "../exact.ts";
import type { Term } from "../state.ts";
import { METRIC } from "../world/metrics.ts";
import { inputsIn } from "../world/readings.ts";
import { europeYields } from "./judge.ts";
import { isBeijing, type Place } from "./place.ts";

/** Parts of the hold by input: what hangs on it and cannot be had elsewhere, for the weeks that no store bridges. */
function parts({ rules, view }: Place): number[] {
  const { stressWeeks } = rules.model.resolve;
  const weight = rules.inputs.map((input, i) => {
    if (!input.critical) return 0;
    const bridged = view.own.stock[i]! + view.own.stockpile[i]!;
    const missing = Math.max(0, 1 - view.own.elsewhere[i]! - input.slack);
    return input.valueAtRisk * input.omega * missing * Math.max(1, stressWeeks - bridged);
  });
  const all = sum(weight);
  return weight.map((w) => (all > 0 ? w / all : 0));
}

/** EUR bn that a state would lose in half a year of squeeze, by its use. */
export function exposure(at: Place, m: number): number {
  const { hold } = at.view.own;
  return parts(at).reduce((sum, part, i) => sum + hold * part * at.rules.members[m]!.use[i]!, 0);
}

/** Euros that a euro of output lost in a squeeze is worth: lost to Europe; to Beijing, what Europe gives to see it end. */
function grip(at: Place): number {
  const { rules, view } = at;
  if (!isBeijing(at)) return 1;
  const { own, pub } = view;
  const yields = europeYields(rules, view);
  // A Europe that stands can answer, the better the more it is one.
  const answer =
    ((1 - yields) * (pub.cohesion / 100) * (own.europeReady + 0.5 * own.europeVote)) / Math.max(1, own.hold);
  return -clip(yields - answer, 0, 1);
}

/** EUR bn that half a year of squeeze costs the seat by input, and what it gains by it when it is Beijing (below 0). */
export function atStake(at: Place): number[] {
  const held = at.view.own.hold * grip(at);
  return parts(at).map((part, i) => held * part * (at.me >= 0 ? at.rules.members[at.me]!.use[i]! : 1));
}

/** What a seat sees of the practice that a term asks for, as the worst of its inputs; undefined when it sees none. */
export function practice({ rules, view }: Place, { metric, about }: Term): number | undefined {
  const inputs = inputsIn(rules, about);
  if (metric === "licence-days") return Math.max(...inputs.map((i) => view.own.licenceDays[i]!));
  if (metric === "approval-rate") return Math.min(1, ...inputs.map((i) => view.own.throughput[i]!));
  if (metric === "throughput") return Math.min(...inputs.map((i) => view.own.throughput[i]!));
  return undefined;
}

export const licensed = (at: Place, { value }: Term): number => {
  const { stressThroughput } = at.rules.model.resolve;
  return clip((value - stressThroughput) / (1 - stressThroughput), 0, 1);
};

/** A quick answer may be a no; a stop that is announced is a stop. */
const DAYS_ALONE = 0.7;
export const NOTICE_ALONE = 0.3;

/** Days of the usual benchmark, which rules out what an answer in time does by itself. */
const BENCHMARK_DAYS = 25;

/** Less than the benchmark the nearer it is to practice, more the nearer to the quickest answer there is. */
export function inTime(at: Place, term: Term): number {
  const { usual, least } = METRIC["licence-days"];
  const slow = Math.max(usual!(at.rules, term.about), practice(at, term) ?? 0);
  const { value } = term;
  if (value > BENCHMARK_DAYS) return DAYS_ALONE * clip((slow - value) / (slow - BENCHMARK_DAYS), 0, 1);
  return DAYS_ALONE + (1 - DAYS_ALONE) * clip((BENCHMARK_DAYS - value) / (BENCHMARK_DAYS - least), 0, 1);
}
