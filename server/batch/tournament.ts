// npm run tournament -- [--seeds n] [--only doctrines] [--members mixed|each|doctrines] [--exploit n] [--preset class]
// [--seed n] [--set path=value] [--workers n] [--json]: every doctrine of the Commission against every one of Beijing's,
// with the yardstick "silent"; who dominates; and a search for a policy that beats the doctrines, `n` tries a side. What a
// change of the scenario would do is tried with --set, as often as needed: model.resolve.start=-1, inputs[*].omega*=1.2.
// npm run tournament -- --impact [--seats codes] [...]: what each seat's own decisions are worth to it, instead, under its
// doctrines and `--exploit` n policies drawn for it.
// npm run tournament -- --parts [...]: what the scores are made of, instead.

import { botsFor } from "../../shared/bots/table.ts";
import { VERDICTS } from "../../shared/state.ts";
import { seatsOf } from "../../shared/step.ts";
import { loadScenario } from "../scenarios.ts";
import {
  type Cell,
  keyOf,
  type Pair,
  type Party,
  type Plan,
  pairOf,
  payoffs,
  playCells,
  SCORES,
} from "./cells.ts";
import {
  COMMON,
  type Common,
  checkGames,
  columns,
  commonOf,
  FlagError,
  flagsOf,
  listOf,
  MOST_GAMES,
  run,
  seedsFrom,
  whole,
} from "./command.ts";
import { bestResponse, lessonsOf, type Response } from "./exploit.ts";
import { FOLDS, gamesOf, impactText, measureImpact } from "./impact.ts";
import { partsOfCells, partsText } from "./parts.ts";
import {
  bestOf,
  type Dominant,
  dominantOf,
  dominatedIn,
  overall,
  type Payoffs,
  repliesIn,
} from "./payoff.ts";
import { SIDES, type Side } from "./policy.ts";
import { type Pool, withPool } from "./pool.ts";
import { estimate, rounded } from "./statistics.ts";
import { doctrinesOf, MIXED } from "./trial.ts";

type Leader = { side: Side; members: string } & Dominant;

/** How a side stands against the other's doctrines; `response` = the best policy found, if one was looked for. */
function standing(table: Payoffs, response: Response | null) {
  const best = bestOf(table);
  return {
    best: table.doctrines[best]!,
    score: rounded(estimate(overall(table, best)), 2),
    replies: repliesIn(table),
    dominated: dominatedIn(table),
    response: response && rounded(response, 3),
  };
}

async function report(plan: Plan, tries: number, pool: Pool) {
  const cells: Cell[] = await playCells(plan, pool);
  const dominant: Leader[] = plan.members.flatMap((members) =>
    SIDES.flatMap((side) => {
      const found = dominantOf(payoffs(plan, cells, side, members));
      return found ? [{ side, members, ...rounded(found, 2) }] : [];
    }),
  );
  const exploitability = {} as Record<Side, ReturnType<typeof standing>>;
  for (const side of SIDES) {
    const table = payoffs(plan, cells, side, plan.members[0]!);
    const response = tries > 0 ? await bestResponse(plan, side, table, tries, pool) : null;
    exploitability[side] = standing(table, response);
  }
  return { pairs: cells.map(pairOf), dominant, exploitability };
}

type Answer = Awaited<ReturnType<typeof report>>;

/** One line a doctrine of the Commission, one column a doctrine of Beijing. */
function grid(
  plan: Plan,
  pairs: Pair[],
  members: string,
  title: string,
  print: (pair: Pair) => string,
): string {
  const cell = (commission: string, beijing: string) =>
    print(pairs.find((p) => p.members === members && p.commission === commission && p.beijing === beijing)!);
  const rows = plan.commission.map((c) => [c, ...plan.beijing.map((b) => cell(c, b))]);
  return columns([[title, ...plan.beijing], ...rows]);
}

/** Mean and half-width of a party's score. */
const scoreIn = (party: Party) => (pair: Pair) => {
  const { mean, low, high } = pair.scores[party];
  return `${mean.toFixed(1)} ±${((high - low) / 2).toFixed(1)}`;
};

/** Shares of the verdicts in %, in the order of their names. */
const verdictsIn = (pair: Pair) =>
  VERDICTS.map((v) => Math.round(100 * pair.verdicts[keyOf(v)]!.share)).join("/");

function sideText([side, s]: [string, Answer["exploitability"][Side]]): string {
  const lines = [
    `${side}: best over all is ${s.best} with ${s.score.mean} (${s.score.low} to ${s.score.high})`,
    `best reply: ${Object.entries(s.replies)
      .map(([opponent, reply]) => `${reply} to ${opponent}`)
      .join(", ")}`,
    `beaten everywhere: ${s.dominated.map(({ doctrine, by }) => `${doctrine} by ${by}`).join(", ") || "none"}`,
  ];
  const found = s.response;
  if (found) {
    const settings = Object.entries(found.settings).map(([path, value]) => `${path} ${value}`);
    lines.push(
      `exploitability: ${found.gain.mean} (${found.gain.low} to ${found.gain.high}) after ${found.tried} policies; the best scores ${found.score.mean}`,
      `its settings: ${settings.join(", ")}`,
    );
  }
  return lines.join("\n  ");
}

function text(plan: Plan, { pairs, dominant, exploitability }: Answer): string {
  const grids = plan.members.flatMap((members) => [
    ...(Object.keys(SCORES) as Party[]).map((party) =>
      grid(plan, pairs, members, `${party} with ${members} capitals`, scoreIn(party)),
    ),
    `${grid(plan, pairs, members, "verdicts, %", verdictsIn)}\n(${VERDICTS.join("/")})`,
  ]);
  const leaders = dominant.map(
    ({ side, members, doctrine, over, lead, sure }) =>
      `${doctrine} (${side}, ${members} capitals) is best against all, by ${lead.mean} (${lead.low} to ${lead.high}) over ${over}${sure ? "" : ", which may be chance"}`,
  );
  return [
    `${plan.seeds.length} games a cell, ${plan.preset}; means with half the width of their 95 % interval`,
    ...grids,
    leaders.join("\n") || "no doctrine is best against all others",
    ...Object.entries(exploitability).map(sideText),
  ].join("\n\n");
}

function planOf(common: Common, values: { only?: string; members: string; seeds: string }): Plan {
  const all = { commission: doctrinesOf("commission"), beijing: doctrinesOf("beijing") };
  const only =
    values.only === undefined
      ? undefined
      : listOf("only", values.only, [...new Set([...all.commission, ...all.beijing])]);
  const kept = (side: Side) => (only ? all[side].filter((id) => only.includes(id)) : all[side]);
  for (const side of SIDES)
    if (kept(side).length === 0)
      throw new FlagError(`--only leaves nobody to play the ${side}: name one of ${all[side].join(", ")}`);
  const lineUps = [MIXED, ...botsFor("DE").map((bot) => bot.id)];
  const members = values.members === "each" ? lineUps : listOf("members", values.members, lineUps);
  const seeds = seedsFrom(common.seed, whole("seeds", values.seeds, 2, MOST_GAMES));
  return { ...common, commission: kept("commission"), beijing: kept("beijing"), members, seeds };
}

await run(async () => {
  const { values } = flagsOf({
    ...COMMON,
    seeds: { type: "string", default: "40" },
    only: { type: "string" },
    members: { type: "string", default: MIXED },
    exploit: { type: "string", default: "40" },
    impact: { type: "boolean", default: false },
    parts: { type: "boolean", default: false },
    seats: { type: "string" },
  });
  if (values.impact && values.parts) throw new FlagError("--impact and --parts are two different questions");
  if (values.impact && (values.only !== undefined || values.members !== MIXED))
    throw new FlagError("--only and --members say nothing with --impact, where bots of all kinds play");
  const plan = planOf(commonOf(values), values);
  if (values.impact && plan.seeds.length < FOLDS)
    throw new FlagError(
      `--seeds must be a whole number of at least ${FOLDS} with --impact, not ${plan.seeds.length}`,
    );
  const all = seatsOf(loadScenario(plan.scenario).rules);
  const seats = values.seats === undefined ? all : listOf("seats", values.seats, all);
  if (values.seats !== undefined && !values.impact) throw new FlagError("--seats belongs to --impact");
  const tries = whole("exploit", values.exploit, 0, MOST_GAMES);
  if (values.impact) checkGames("--seeds and --exploit ask", gamesOf(seats, plan.seeds, tries));
  else
    checkGames(
      "--seeds asks",
      plan.members.length * plan.commission.length * plan.beijing.length * plan.seeds.length,
    );
  if (tries > 0) lessonsOf(plan.seed);
  /** The answer, and a way to print it for people. */
  const [answer, print] = await withPool(plan.workers, async (pool): Promise<[object, () => string]> => {
    if (values.impact) {
      const impacts = await measureImpact(plan, seats, plan.seeds, tries, pool);
      return [{ seats: impacts }, () => impactText(impacts)];
    }
    if (values.parts) {
      const parts = partsOfCells(await playCells(plan, pool, true));
      return [{ parts }, () => partsText(parts)];
    }
    const found = await report(plan, tries, pool);
    return [found, () => text(plan, found)];
  });
  const tried = plan.changes.length > 0 ? { changes: plan.changes } : {};
  console.log(values.json ? JSON.stringify({ ...tried, ...answer }) : print());
});
