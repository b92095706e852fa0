// What is told when a game is over and everything is open: the verdict, five numbers against two yardsticks, the
// path in the corridor, each seat's score, who paid, and every vote against its thresholds.

import type { Bot } from "./bots/bot.ts";
import { SILENT, usualBot } from "./bots/table.ts";
import type { Header, Line } from "./journal.ts";
import { newMatch } from "./match.ts";
import type { FileKind } from "./scenario/start.ts";
import type { Rules } from "./scenario.ts";
import type { Seat } from "./seat.ts";
import type { Contract, Ending, Pledged, State, Word } from "./state.ts";
import { seatsOf, step } from "./step.ts";
import { type VoteView, view } from "./view.ts";
import { pivotal, type Tally, tally } from "./world/council.ts";
import { METRIC } from "./world/metrics.ts";
import { type Corridor, corridorOf } from "./world/score.ts";
import { newState } from "./world/start.ts";
import { scoresNow } from "./world/week.ts";

/** The same game by somebody else: the numbers a player is held against. */
export interface Yardstick {
  scores: number[];
  numbers: Record<FiveId, number>;
  end: { security: number; heat: number };
}

export const FIVE = ["gone", "lost", "cohesion", "worstHeat", "benchmark"] as const;
export type FiveId = (typeof FIVE)[number];

/** A promise or a threat, and what became of it. */
export interface Deed {
  kind: "agreement" | "threat";
  /** Template of the agreement, or id of the file the threat was about. */
  name: string;
  by: Seat[];
  from: number;
  until: number;
  /** Terms that somebody measured, of how many. */
  measured: number;
  terms: number;
  outcome: "kept" | "broken" | "suspended" | "open";
  breaker: Seat | "";
  secret: boolean;
}

export interface Mark {
  tick: number;
  seat: Seat;
  kind: string;
  /** What the order was about, by id. */
  about: string;
}

/** Scores by week, in the order of `seats`: what each would have been had the game ended then. */
export interface Moving {
  weeks: number[];
  scores: number[][];
}

export interface Result {
  ending: Ending;
  weeks: number;
  seats: Seat[];
  numbers: Record<FiveId, number>;
  nobody: Yardstick;
  bots: Yardstick;
  path: State["path"];
  /** How the scores moved, the last week being the end. */
  moving: Moving;
  /** The lines that its verdict was read by. */
  corridor: Corridor;
  /** How far each seat's secret goals had come, in the order of `seats`: open to all now. */
  goals: number[][];
  /** Mean pain over the game by member, % of GDP. */
  pain: number[];
  votes: (VoteView & { tally: Tally; pivotal: number[]; name: string; kind: FileKind; sector: number })[];
  marks: Mark[];
  deeds: Deed[];
}

/** A promise that came to its test: somebody looked while it had to be kept, or its week or its vote has come. */
const isTested = ({ metric, measure, state }: Pledged): boolean =>
  state !== "open" || (METRIC[metric].when === "always" && measure !== "none");

/**
 * An agreement that ran its time was kept, unless nothing in it ever came to a test; one that still runs is kept once all
 * that was promised is done.
 */
function outcomeOf({ state, terms }: Contract): Deed["outcome"] {
  if (state === "ended") return terms.some(isTested) ? "kept" : "open";
  if (state === "kept") return terms.every((term) => term.state === "kept") ? "kept" : "open";
  return state;
}

const agreementDeed = (c: Contract, tick: number): Deed => ({
  kind: "agreement",
  name: c.template,
  by: c.giver === "" ? c.parties : [c.giver],
  from: c.from,
  until: Math.min(c.until, tick),
  measured: c.terms.filter((t) => t.measure !== "none").length,
  terms: c.terms.length,
  outcome: outcomeOf(c),
  breaker: c.breaker,
  secret: c.secret,
});

const threatDeed = (w: Word): Deed => ({
  kind: "threat",
  name: w.file,
  by: [w.by],
  from: -1,
  until: w.until,
  ...{ measured: 0, terms: 0, breaker: "", secret: false },
  outcome: w.state === "kept" ? "kept" : w.state === "broken" ? "broken" : "open",
});

/** Words against deeds: every agreement, open or secret, and every threat with a date. */
const deedsOf = (state: State): Deed[] =>
  [
    ...state.contracts.map((c) => agreementDeed(c, state.tick)),
    ...state.words.filter((w) => w.form === "threat").map(threatDeed),
  ].sort((a, b) => a.until - b.until);

/** The five numbers: S, EUR bn of output lost, mean cohesion, peak heat, weeks a measured benchmark held. */
function five(state: State): Record<FiveId, number> {
  const weeks = Math.max(1, state.tick);
  return {
    gone: state.ending?.security ?? 0,
    lost: state.tally.loss,
    cohesion: state.tally.cohesion / weeks,
    worstHeat: state.tally.heatPeak,
    benchmark: state.tally.verifiedWeeks,
  };
}

/**
 * Plays the same seed with other hands, to the week in which the host ended the game if that came first. `pause` is called
 * between weeks, so that a server can breathe.
 */
export async function yardstick(
  rules: Rules,
  header: Header,
  botOf: (seat: Seat) => Bot,
  pause: () => Promise<void>,
  weeks = header.weeks,
): Promise<Yardstick> {
  const kept = Promise.resolve();
  const match = newMatch({ rules, header, keeper: { append: () => kept }, botOf });
  while (!match.state.ending) {
    match.advance();
    if (match.state.tick >= weeks) match.end();
    if (match.state.tick % 8 === 0) await pause();
  }
  const { state } = match;
  return {
    scores: state.ending!.scores,
    numbers: five(state),
    end: { security: state.ending!.security, heat: state.heat },
  };
}

/** Weeks between two looks at the scores. */
const SCORED_EVERY = 13;
/** How far back the moving path looks. */
const YEAR = 52;

/** Plays the record again and reads the scores every quarter, as if the host had ended the game in that week. */
async function movingScores(
  rules: Rules,
  header: Header,
  lines: readonly Line[],
  ending: Ending,
  pause: () => Promise<void>,
): Promise<Moving> {
  const state = newState(rules, header);
  const moving: Moving = { weeks: [], scores: [] };
  for (const line of lines) {
    if (line.kind !== "digest") step(rules, state, line);
    if (line.kind !== "week") continue;
    if (state.tick % SCORED_EVERY === 0 && state.tick < ending.tick) {
      moving.weeks.push(state.tick);
      moving.scores.push(scoresNow(rules, state));
    }
    if (state.tick % 8 === 0) await pause();
  }
  moving.weeks.push(ending.tick);
  moving.scores.push(ending.scores);
  return moving;
}

/** Where in a moving path the week stands that is a year before its end: the first one at the latest, -1 without any. */
export const yearBefore = ({ weeks }: Moving): number =>
  weeks.length < 2
    ? -1
    : Math.max(
        0,
        weeks.findLastIndex((week) => week <= weeks.at(-1)! - YEAR),
      );

/** Europe silent, Beijing played by its bot: what happens to those who only watch. */
const nobodyActs = (seat: Seat): Bot => (seat === "beijing" ? usualBot(seat) : SILENT);

/** Orders that stand out on a timeline. */
const MARKED = new Set([
  "open-case",
  "decide-gate",
  "table-package",
  "call-vote",
  "order-stock",
  "back-project",
  "declare-emergency",
  "make-statement",
  "set-licence-mode",
  "open-probe",
  "quiet-ban",
  "move-package",
  "flood-market",
  "apply-rules",
  "steer-economy",
  "open-access",
  "publish-subsidies",
  "give-notice",
  "answer-step-down",
  "give-assurance",
  "send-mission",
  "table-terms",
  "answer-terms",
  "enforce-contract",
]);

const marksOf = (lines: readonly Line[]): Mark[] => {
  let tick = 0;
  const marks: Mark[] = [];
  for (const line of lines) {
    if (line.kind === "week") tick += 1;
    else if (line.kind === "order" && MARKED.has(line.command.kind)) {
      const { kind, ...rest } = line.command;
      const about = Object.values(rest)
        .filter((v) => typeof v === "string")
        .join(" ");
      marks.push({ tick, seat: line.seat, kind, about });
    }
  }
  return marks;
};

/** Everything about a finished game. Throws when it is not finished. */
export async function result(
  rules: Rules,
  header: Header,
  state: State,
  lines: readonly Line[],
  pause: () => Promise<void> = () => Promise.resolve(),
): Promise<Result> {
  if (!state.ending) throw new Error("the game is not over");
  const shown = view(rules, state, "observer");
  return {
    ending: state.ending,
    weeks: state.tick,
    seats: seatsOf(rules),
    numbers: five(state),
    nobody: await yardstick(rules, header, nobodyActs, pause, state.weeks),
    bots: await yardstick(rules, header, usualBot, pause, state.weeks),
    path: state.path,
    moving: await movingScores(rules, header, lines, state.ending, pause),
    corridor: corridorOf(rules, state),
    goals: state.goals,
    pain: state.tally.pain.map((sum) => sum / Math.max(1, state.tick)),
    votes: shown.pub.votes.map((vote) => {
      const file = state.files.find((f) => f.id === vote.file)!;
      const { name, kind, sector } = file;
      return { ...vote, name, kind, sector, tally: tally(rules, vote), pivotal: pivotal(rules, vote) };
    }),
    marks: marksOf(lines),
    deeds: deedsOf(state),
  };
}
