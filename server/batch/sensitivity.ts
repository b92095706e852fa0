// npm run sensitivity -- [--n 256] [--repeats 4] [--parameters file] [--preset class] [--seed n] [--workers n] [--json]:
// which assumptions of the scenario move the outcome, and how sure that is. Each of n x (parameters + 2) worlds is the mean
// of a few games with bots of all kinds, the same seeds in every world.

import { join } from "node:path";
import * as z from "zod";
import { newStream } from "../../shared/random.ts";
import {
  COMMON,
  type Common,
  checkChanges,
  checkGames,
  columns,
  commonOf,
  flagsOf,
  MOST_GAMES,
  progress,
  readParameters,
  run,
  seedsFrom,
  whole,
} from "./command.ts";
import { withPool } from "./pool.ts";
import { designOf, type Found, indicesOf, partedBy, pointsOf, totalOrder } from "./sobol.ts";
import { meanOf, middle, redrawn, rounded } from "./statistics.ts";
import { ALL_MIXED, type Change, type Outcome, type Trial } from "./trial.ts";

const bounds = z
  .tuple([z.number(), z.number()])
  .refine(([low, high]) => low < high, "low must lie under high");
const named = { name: z.string().min(1), paths: z.array(z.string().min(1)).min(1) };
/** Parameters that vary together between bounds: a value, or a factor on the scenario's own. */
const listSchema = z
  .array(z.union([z.strictObject({ ...named, value: bounds }), z.strictObject({ ...named, scale: bounds })]))
  .min(1)
  .max(40);
type Parameter = z.infer<typeof listSchema>[number];

const USUAL = join(import.meta.dirname, "..", "..", "assets", "sensitivity.json");

/** The changes of a point of the unit cube. */
const changesAt = (parameters: readonly Parameter[], point: readonly number[]): Change[] =>
  parameters.flatMap((parameter, k) => {
    const [low, high] = "value" in parameter ? parameter.value : parameter.scale;
    const x = low + point[k]! * (high - low);
    return parameter.paths.map((path) => ("value" in parameter ? { path, value: x } : { path, scale: x }));
  });

/** Where in the cube the scenario is tried before the first game: at both ends, and where no figure is whole by chance. */
const TRIED = [0, 0.382, 1];

/** What is looked at; the hold that is gone is read where play ends, in %. */
const OUTPUTS = {
  commission: (o: Outcome) => o.scores[0]!,
  beijing: (o: Outcome) => o.scores[1]!,
  leverageGone: (o: Outcome) => 100 * o.security,
  outputLoss: (o: Outcome) => o.loss,
};
type Output = keyof typeof OUTPUTS;

interface Plan extends Common {
  parameters: readonly Parameter[];
  n: number;
  repeats: number;
}

/** Games of all worlds, those of one world after each other. */
async function playWorlds(plan: Plan, points: readonly number[][]): Promise<Outcome[][]> {
  const { scenario, preset, repeats, parameters } = plan;
  const seeds = seedsFrom(plan.seed, repeats);
  const trials: Trial[] = points.flatMap((point) => {
    const changes = [...plan.changes, ...changesAt(parameters, point)];
    return seeds.map((seed) => ({ scenario, preset, seed, players: ALL_MIXED, changes }));
  });
  const outcomes = await withPool(plan.workers, (pool) => pool.play(trials, progress("games")));
  return points.map((_, k) => outcomes.slice(k * repeats, (k + 1) * repeats));
}

const square = (x: number): number => x * x;
const varianceOf = (xs: readonly number[]): number => meanOf(xs.map((x) => square(x - meanOf(xs))));

/** Share of a single game's variance that is luck: doctrines, surveys and events, at the same parameters. */
function luckOf(worlds: readonly (readonly number[])[]): number {
  const repeats = worlds[0]!.length;
  if (repeats < 2) return Number.NaN;
  const within = meanOf(worlds.map((games) => (varianceOf(games) * repeats) / (repeats - 1)));
  const between = Math.max(0, varianceOf(worlds.map(meanOf)) - within / repeats);
  return within + between === 0 ? 0 : within / (within + between);
}

/** By how much the mean of an output changes from the low to the high end of a parameter (least squares). */
function slopeOf(points: readonly number[][], values: readonly number[], k: number): number {
  const xs = points.map((point) => point[k]!);
  const [mx, my] = [meanOf(xs), meanOf(values)];
  return meanOf(xs.map((x, j) => (x - mx) * (values[j]! - my))) / varianceOf(xs);
}

const DRAWS = 400;

interface Reading {
  found: Found;
  row: {
    output: Output;
    mean: number;
    sd: number;
    luck: number;
    indices: ({ parameter: string; slope: number } & ReturnType<typeof indicesOf>[number])[];
  };
}

/** All worlds with their places in the cube, and the samples redrawn from the rows of the design. */
interface Worlds {
  points: readonly number[][];
  worlds: readonly (readonly Outcome[])[];
  samples: readonly number[][];
}

function readOutput(plan: Plan, output: Output, { points, worlds, samples }: Worlds): Reading {
  const games = worlds.map((world) => world.map(OUTPUTS[output]));
  const means = games.map(meanOf);
  const free = 2 * plan.n;
  const found = partedBy(plan.n, means);
  const indices = indicesOf(found, samples).map((index, k) => ({
    parameter: plan.parameters[k]!.name,
    slope: slopeOf(points.slice(0, free), means.slice(0, free), k),
    ...index,
  }));
  const row = {
    output,
    mean: meanOf(means.slice(0, free)),
    sd: Math.sqrt(varianceOf(means.slice(0, free))),
    luck: luckOf(games.slice(0, free)),
    indices,
  };
  return { found, row };
}

/** Total index of each parameter, mean over the outputs. */
const weights = (founds: readonly Found[], rows: readonly number[]): number[] =>
  founds[0]!.mixed.map((_, i) => meanOf(founds.map((found) => totalOrder(found, i, rows))));

const TOP = 3;

const topOf = (weight: readonly number[]): number[] =>
  weight
    .map((_, i) => i)
    .sort((a, b) => weight[b]! - weight[a]!)
    .slice(0, TOP);

/** The parameters that matter most over all outputs, and in what share of redrawn samples each stays among them. */
function rank(plan: Plan, founds: readonly Found[], samples: readonly number[][]) {
  const weight = weights(
    founds,
    founds[0]!.a.map((_, j) => j),
  );
  const again = samples.map((rows) => weights(founds, rows));
  const tops = again.map(topOf);
  return topOf(weight).map((i) => ({
    parameter: plan.parameters[i]!.name,
    total: { value: weight[i]!, ...middle(again.map((w) => w[i]!)) },
    amongFirst: tops.filter((top) => top.includes(i)).length / tops.length,
  }));
}

async function report(plan: Plan) {
  const design = designOf(plan.n, plan.parameters.length, newStream(plan.seed, "sobol"));
  const points = pointsOf(design);
  const worlds = await playWorlds(plan, points);
  const samples = redrawn(plan.n, DRAWS, newStream(plan.seed, "sobol/samples"));
  const readings = (Object.keys(OUTPUTS) as Output[]).map((output) =>
    readOutput(plan, output, { points, worlds, samples }),
  );
  const founds = readings.map((reading) => reading.found);
  const { n, repeats, parameters } = plan;
  const outputs = readings.map((reading) => reading.row);
  const games = points.length * repeats;
  return { n, repeats, games, parameters, ...rounded({ outputs, top: rank(plan, founds, samples) }, 3) };
}

type Answer = Awaited<ReturnType<typeof report>>;

const TITLES: Record<Output, string> = {
  commission: "the Commission's score",
  beijing: "Beijing's score",
  leverageGone: "share of Beijing's hold that is gone, %",
  outputLoss: "output lost, EUR bn",
};

function text(answer: Answer): string {
  const tables = answer.outputs.map(({ output, mean, sd, luck, indices }) => {
    const cell = ({ value, low, high }: { value: number; low: number; high: number }) =>
      `${value.toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)})`;
    const rows = [...indices]
      .sort((a, b) => b.total.value - a.total.value)
      .map((i) => [i.parameter, cell(i.first), cell(i.total), i.slope.toFixed(1)]);
    const head = `${TITLES[output]}: mean ${mean.toFixed(1)}, deviation between worlds ${sd.toFixed(1)}; ${Math.round(100 * luck)} % of a single game's variance is luck`;
    return `${head}\n${columns([["parameter", "first order", "total", "low to high end"], ...rows])}`;
  });
  const top = answer.top.map(
    ({ parameter, total, amongFirst }) =>
      `${parameter}: ${total.value} (${total.low} to ${total.high}), among the first ${TOP} in ${Math.round(100 * amongFirst)} % of redrawn samples`,
  );
  return [
    `${answer.games} games: ${answer.n} x (${answer.parameters.length} + 2) worlds of ${answer.repeats}`,
    ...tables,
    `what matters most, mean of the total indices over all outputs:\n${top.join("\n")}`,
  ].join("\n\n");
}

await run(async () => {
  const { values } = flagsOf({
    ...COMMON,
    n: { type: "string", default: "256" },
    repeats: { type: "string", default: "4" },
    parameters: { type: "string", default: USUAL },
  });
  const common = commonOf(values);
  const parameters = readParameters(values.parameters, listSchema);
  for (const x of TRIED)
    checkChanges(common.scenario, [
      ...common.changes,
      ...changesAt(
        parameters,
        parameters.map(() => x),
      ),
    ]);
  const n = whole("n", values.n, 2, MOST_GAMES);
  const repeats = whole("repeats", values.repeats, 1, MOST_GAMES);
  checkGames("--n and --repeats ask", n * (parameters.length + 2) * repeats);
  const answer = await report({ ...common, parameters, n, repeats });
  console.log(values.json ? JSON.stringify(answer) : text(answer));
});
