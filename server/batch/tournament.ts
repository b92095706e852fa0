// npm run tournament -- [--seeds n] [--only doctrines] [--members mixed|each|doctrines] [--preset class] [--seed n]
// [--workers n] [--json]: every doctrine of the Commission against every one of Beijing's, with the yardstick "silent".
// All cells play the same seeds, so that doctrines are compared game by game.

import { parseArgs } from "node:util";
import { botsFor, SILENT } from "../../shared/bots/table.ts";
import { VERDICTS } from "../../shared/state.ts";
import {
  COMMON,
  type Common,
  columns,
  commonOf,
  FlagError,
  listOf,
  progress,
  run,
  seedsFrom,
  whole,
} from "./command.ts";
import {
  bestOf,
  type Dominant,
  dominantOf,
  dominatedIn,
  overall,
  type Payoffs,
  repliesIn,
} from "./payoff.ts";
import { type Pool, withPool } from "./pool.ts";
import { type Estimate, estimate, meanOf, rounded, wilson } from "./statistics.ts";
import { MIXED, type Outcome } from "./trial.ts";

interface Plan extends Common {
  commission: readonly string[];
  beijing: readonly string[];
  members: readonly string[];
  seeds: readonly number[];
}

/** The games of one cell, in the order of the seeds. */
interface Cell {
  commission: string;
  beijing: string;
  members: string;
  outcomes: Outcome[];
}

const SIDES = ["commission", "beijing"] as const;
type Side = (typeof SIDES)[number];

async function playCells(plan: Plan, pool: Pool): Promise<Cell[]> {
  const { scenario, preset, seeds } = plan;
  const cells = plan.members.flatMap((members) =>
    plan.commission.flatMap((commission) =>
      plan.beijing.map((beijing) => ({ commission, beijing, members })),
    ),
  );
  const trials = cells.flatMap((players) => seeds.map((seed) => ({ scenario, preset, seed, players })));
  const outcomes = await pool.play(trials, progress("games"));
  return cells.map((cell, k) => ({
    ...cell,
    outcomes: outcomes.slice(k * seeds.length, (k + 1) * seeds.length),
  }));
}

const camel = (words: string): string => words.replace(/-(.)/g, (_, c: string) => c.toUpperCase());

/** Scores of the three parties game by game; the capitals' is their mean. */
const SCORES = {
  commission: (o: Outcome) => o.scores[0]!,
  beijing: (o: Outcome) => o.scores[1]!,
  members: (o: Outcome) => meanOf(o.scores.slice(2)),
};

const pairOf = ({ outcomes, ...players }: Cell) => ({
  ...players,
  games: outcomes.length,
  verdicts: Object.fromEntries(
    VERDICTS.map((verdict) => [
      camel(verdict),
      rounded(wilson(outcomes.filter((o) => o.verdict === verdict).length, outcomes.length), 3),
    ]),
  ),
  scores: Object.fromEntries(
    Object.entries(SCORES).map(([party, of]) => [party, rounded(estimate(outcomes.map(of)), 2)]),
  ) as Record<keyof typeof SCORES, Estimate>,
});

/** What a side scored, for one line-up of capitals; silence is no opponent but a yardstick among the doctrines. */
function payoffs(plan: Plan, cells: readonly Cell[], side: Side, members: string): Payoffs {
  const other = side === "commission" ? "beijing" : "commission";
  const opponents = plan[other].filter((o) => o !== SILENT.id || plan[other].length === 1);
  const scores = plan[side].map((d) =>
    opponents.map((o) =>
      cells.find((c) => c.members === members && c[side] === d && c[other] === o)!.outcomes.map(SCORES[side]),
    ),
  );
  return { doctrines: plan[side], opponents, scores };
}

type Leader = { side: Side; members: string } & Dominant;

function report(plan: Plan, cells: readonly Cell[]) {
  const tables = plan.members.flatMap((members) =>
    SIDES.map((side) => ({ side, members, table: payoffs(plan, cells, side, members) })),
  );
  const dominant: Leader[] = tables.flatMap(({ side, members, table }) => {
    const found = dominantOf(table);
    return found ? [{ side, members, ...rounded(found, 2) }] : [];
  });
  const exploitability = Object.fromEntries(
    tables
      .filter(({ members }) => members === plan.members[0])
      .map(({ side, table }) => {
        const best = bestOf(table);
        const score = rounded(estimate(overall(table, best)), 2);
        const about = { replies: repliesIn(table), dominated: dominatedIn(table) };
        return [side, { best: table.doctrines[best]!, score, ...about }] as const;
      }),
  );
  return { pairs: cells.map(pairOf), dominant, exploitability };
}

type Answer = ReturnType<typeof report>;

/** Means and half-widths of one party's scores, the Commission's doctrines down and Beijing's across. */
function grid(plan: Plan, pairs: Answer["pairs"], members: string, party: keyof typeof SCORES): string {
  const cell = (commission: string, beijing: string) => {
    const pair = pairs.find(
      (p) => p.members === members && p.commission === commission && p.beijing === beijing,
    )!;
    const { mean, low, high } = pair.scores[party];
    return `${mean.toFixed(1)} ±${((high - low) / 2).toFixed(1)}`;
  };
  const rows = plan.commission.map((c) => [c, ...plan.beijing.map((b) => cell(c, b))]);
  return columns([[`${party} with ${members} capitals`, ...plan.beijing], ...rows]);
}

/** Shares of the four verdicts in %, in the order of their names below. */
function verdictGrid(plan: Plan, pairs: Answer["pairs"], members: string): string {
  const cell = (commission: string, beijing: string) => {
    const pair = pairs.find(
      (p) => p.members === members && p.commission === commission && p.beijing === beijing,
    )!;
    return VERDICTS.map((v) => Math.round(100 * pair.verdicts[camel(v)]!.share)).join("/");
  };
  const rows = plan.commission.map((c) => [c, ...plan.beijing.map((b) => cell(c, b))]);
  return columns([["verdicts, %", ...plan.beijing], ...rows]);
}

function text(plan: Plan, answer: Answer): string {
  const { pairs, dominant, exploitability } = answer;
  const grids = plan.members.flatMap((members) => [
    ...(Object.keys(SCORES) as (keyof typeof SCORES)[]).map((party) => grid(plan, pairs, members, party)),
    `${verdictGrid(plan, pairs, members)}\n(${VERDICTS.join("/")})`,
  ]);
  const leaders = dominant.map(
    ({ side, members, doctrine, over, lead, sure }) =>
      `${doctrine} (${side}, ${members} capitals) is best against all, by ${lead.mean} (${lead.low} to ${lead.high}) over ${over}${sure ? "" : ", which may be chance"}`,
  );
  const sides = Object.entries(exploitability).map(
    ([side, { best, score, replies, dominated }]) =>
      `${side}: best over all is ${best} with ${score.mean} (${score.low} to ${score.high})\n` +
      `  best against each: ${Object.entries(replies)
        .map(([o, d]) => `${o} < ${d}`)
        .join(", ")}\n` +
      `  beaten everywhere: ${dominated.map(({ doctrine, by }) => `${doctrine} by ${by}`).join(", ") || "none"}`,
  );
  const head = `${plan.seeds.length} games a cell, ${plan.preset}; means with half the width of their 95 % interval`;
  return [head, ...grids, leaders.join("\n") || "no doctrine is best against all others", ...sides].join(
    "\n\n",
  );
}

/** Doctrines of a side, silence last. */
const doctrinesOf = (side: Side): string[] => [...botsFor(side), SILENT].map((bot) => bot.id);

function planOf(common: Common, values: { only?: string; members: string; seeds: string }): Plan {
  const all = { commission: doctrinesOf("commission"), beijing: doctrinesOf("beijing") };
  const only = values.only && listOf("only", values.only, [...new Set([...all.commission, ...all.beijing])]);
  const kept = (side: Side) => (only ? all[side].filter((id) => only.includes(id)) : all[side]);
  const capitals = botsFor("DE").map((bot) => bot.id);
  const members =
    values.members === "each"
      ? [MIXED, ...capitals]
      : listOf("members", values.members, [MIXED, ...capitals]);
  for (const side of SIDES)
    if (kept(side).length === 0)
      throw new FlagError(`--only leaves nobody to play the ${side}: name one of ${all[side].join(", ")}`);
  return {
    ...common,
    ...{ commission: kept("commission"), beijing: kept("beijing"), members },
    seeds: seedsFrom(common.seed, whole("seeds", values.seeds, 1)),
  };
}

await run(async () => {
  const { values } = parseArgs({
    options: {
      ...COMMON,
      seeds: { type: "string", default: "40" },
      only: { type: "string" },
      members: { type: "string", default: MIXED },
    },
  });
  const plan = planOf(commonOf(values), values);
  const cells = await withPool(plan.workers, (pool) => playCells(plan, pool));
  const answer = report(plan, cells);
  console.log(values.json ? JSON.stringify(answer) : text(plan, answer));
});
