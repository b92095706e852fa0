// What each side could cost the other, and how soon. Beijing's hold is a stress test: the Union's stocks, plants and
// store of today (or, for the structural measure, firms' stocks at normal) run through a squeeze, week by week, with the
// same equations as the weeks that are played, but with all members pooled into one, which is cheap and nearly the same.

import { clip, logistic, sum, zeros } from "../exact.ts";
import { isCaseKind } from "../scenario/start.ts";
import type { Rules } from "../scenario.ts";
import { elsewhere, type File, type Leverage, type State } from "../state.ts";
import { nowIn } from "./clock.ts";
import { isFound, openCoercion } from "./coercion.ts";
import {
  granted,
  halfSquare,
  meanByUse,
  ordered,
  shortfall,
  slackOf,
  type Terms,
  termsOf,
  used,
} from "./goods.ts";
import { mandated, wishedStock } from "./inputs.ts";
import { once } from "./once.ts";
import { meanCover } from "./plants.ts";
import { isInTime } from "./words.ts";

/** A squeeze to test against. */
interface Stress {
  weeks: number;
  /** theta, and weeks a licence takes. */
  throughput: number;
  licence: number;
  /** Whether firms' stocks and goods on the way are set to normal first. */
  normal: boolean;
}

/** One input of the pooled Union; goods in weeks of its present use, which is `demand` weeks of its normal use. */
interface Pool {
  t: Terms;
  demand: number;
  supply: number;
  wish: number;
  slack: number;
  square: number;
  queue: number;
  transit1: number;
  transit2: number;
  stock: number;
  store: number;
  gap: number;
}

/** What makes firms hold less or more than they wish: the fund's cover, and national mandates by member. */
interface Firms {
  cover: number;
  extra: readonly number[] | undefined;
}

/** An input as the test finds it. */
function newPool(rules: Rules, state: State, i: number, stress: Stress, firms: Firms): Pool {
  const t = termsOf(rules)[i]!;
  const input = state.inputs[i]!;
  const extra = firms.extra && rules.inputs[i]!.stockable ? meanByUse(t, firms.extra) : 0;
  const demand = 1 - input.adapt;
  const supply = Math.min(1, elsewhere(input) / demand);
  const need = 1 - supply;
  const { normal } = stress;
  const mean = (table: readonly number[]): number => meanByUse(t, table) / demand;
  return {
    t,
    demand,
    supply,
    wish:
      wishedStock(rules, t, normal ? 0 : input.risk) * (1 - rules.model.politics.hazard * firms.cover) +
      extra,
    slack: slackOf(t, input.adapt),
    square: halfSquare(rules, t, input, state.commission.matching),
    queue: normal ? need * t.covered * (stress.licence - 1) : mean(input.queue),
    transit1: normal ? need / t.pace : mean(input.transit1),
    transit2: normal ? need / t.pace : mean(input.transit2),
    stock: normal ? t.stock + extra : mean(input.stock),
    store: input.stockpile / demand,
    gap: normal ? 0 : meanByUse(t, input.gap),
  };
}

/** Where a test notes the output lost, EUR bn a year, [week*I+i]; nobody keeps it. What is not critical stays 0. */
const notes = once(({ I, model: { resolve } }: Rules) => {
  return new Float64Array(I * Math.max(resolve.stressWeeks, resolve.lockWeeks));
});

/**
 * Runs a squeeze of the pooled Union (E12-E15, E25) and notes what is lost of input i. Answers by how many weeks of normal
 * use China sells less than Europe needs of it.
 */
function squeeze(rules: Rules, pool: Pool, i: number, stress: Stress): number {
  // What moves is held in variables of its own: this is by far the busiest loop of a week.
  const { t, demand, supply, wish, slack, square } = pool;
  const { weeks, licence } = stress;
  const { I } = rules;
  const { releaseMax } = rules.model.inputs;
  const lost = notes(rules);
  const most = (stress.throughput * t.licensed) / demand;
  const release = releaseMax / demand;
  const need = 1 - supply;
  let { queue, transit1, transit2, stock, store, gap } = pool;
  let sold = 0;
  for (let week = 0; week < weeks; week++) {
    const position = stock + transit1 + transit2 + queue / 2;
    const order = ordered(t, 1, need, wish, position, licence);
    queue += t.covered * order;
    transit1 += (1 - t.covered) * order;
    const licensed = granted(queue, licence, most);
    const moved = transit1 * t.pace;
    const arrived = transit2 * t.pace;
    queue -= licensed;
    sold += (1 - t.covered) * order + licensed;
    transit1 += licensed - moved;
    transit2 += moved - arrived;
    stock += arrived + supply;
    if (store > 0 && gap > t.slack) {
      const want = 1 - used(t, stock, 1, square);
      const given = Math.min(want, store, release);
      store -= given;
      stock += given;
    }
    const use = used(t, stock, 1, square);
    stock -= use;
    gap = 1 - use;
    lost[week * I + i] = t.value * shortfall(gap, slack);
  }
  return (weeks * need - sold) * demand;
}

interface Damage {
  /** EUR bn over the test, and by input. */
  total: number;
  byInput: number[];
  /** Sales of inputs that China forgoes, EUR bn. */
  forgone: number;
  /** First week in which the loss is felt; the length of the test when it never is. */
  bites: number;
}

/** Runs the test over all critical inputs at once. */
function damage(rules: Rules, state: State, stress: Stress, firms: Firms): Damage {
  const terms = termsOf(rules);
  const { I } = rules;
  const { network } = rules.model.inputs;
  const { weeks } = stress;
  const byInput = zeros(I);
  const lost = notes(rules);
  let missed = 0;
  for (let i = 0; i < I; i++) {
    if (!terms[i]!.critical) continue;
    const pool = newPool(rules, state, i, stress, firms);
    missed += forgone(rules, i, squeeze(rules, pool, i, stress));
  }
  let bites = weeks;
  for (let week = 0; week < weeks; week++) {
    let rate = 0;
    let binding = 0;
    for (let i = 0; i < I; i++) {
      const loss = lost[week * I + i]!;
      rate += loss;
      if (loss > 0) binding += 1;
    }
    if (rate <= 0) continue;
    const factor = binding > 2 ? network : 1;
    if (rate * factor > rules.model.resolve.biteLoss) bites = Math.min(bites, week);
    for (let i = 0; i < I; i++) byInput[i]! += (lost[week * I + i]! * factor) / 52;
  }
  return { total: sum(byInput), byInput, forgone: missed, bites };
}

/** Sales of an input that China forgoes, EUR bn, when Europe is short of it by so many weeks of use. */
function forgone({ inputs }: Rules, i: number, weeks: number): number {
  const { demand, price } = inputs[i]!;
  return (Math.max(0, weeks) * demand * price) / (52 * 1000);
}

/** E38b live: what a squeeze begun now would cost, with the stocks of today. */
const liveTest = ({ model }: Rules): Stress => ({
  weeks: model.resolve.stressWeeks,
  throughput: model.resolve.stressThroughput,
  licence: model.resolve.stressLicence,
  normal: false,
});

/** The structural measure: a harder, longer squeeze on firms whose stocks are normal; the Union's store counts. */
const lockTest = ({ model }: Rules): Stress => ({
  weeks: model.resolve.lockWeeks,
  throughput: model.resolve.lockThroughput,
  licence: model.resolve.stressLicence,
  normal: true,
});

/** What the law against coercion is worth: as a case not yet opened, once it is open, once the Council has found it. */
function coercionWorth(rules: Rules, file: File | undefined): Pick<Leverage, "ready" | "vote" | "law"> {
  const { europeCoercion, europeDetermined } = rules.model.resolve;
  if (!file) return { ready: 0, vote: 0, law: europeCoercion };
  const found = isFound(file);
  return found
    ? { ready: europeCoercion + europeDetermined, vote: 0, law: 0 }
    : { ready: europeCoercion, vote: europeDetermined, law: 0 };
}

/** Share of imports from China that Europe's duties in force cover. */
function coveredShare(rules: Rules, state: State): number {
  let covered = 0;
  let all = 0;
  for (let s = 0; s < rules.S; s++) all += state.trade.imports[s]!;
  for (const file of state.files)
    if (file.side === "europe" && file.sector >= 0 && file.duty > 0)
      covered += file.breadth * state.trade.imports[file.sector]!;
  return Math.min(1, covered / all);
}

/**
 * How far Beijing believes an open threat that can be carried out in time, 0 to 1; 0 without one. What was said in a room
 * is not in a figure that all read.
 */
function threatCredibility(rules: Rules, state: State): number {
  const isReal = state.words.some(
    ({ state: now, form, file, until, heard }) =>
      now === "open" &&
      form === "threat" &&
      heard.length === 0 &&
      isInTime(
        rules,
        state.files.find((f) => f.id === file),
        until,
        nowIn(state),
      ),
  );
  return isReal ? logistic(state.resolve) : 0;
}

/** E38c: what Europe could cost Beijing within a year, by how ready it is, and weeks until the first of it bites. */
function europe(rules: Rules, state: State): Pick<Leverage, "ready" | "vote" | "law" | "europeWeeks"> {
  const { resolve: r, law: l } = rules.model;
  const { commission, files, tick } = state;
  const armed = commission.snapback && tick >= commission.fundFrom;
  let found = 0;
  let voted = 0;
  let asked = 0;
  let tabled = false;
  let weeks = armed ? l.snapbackWeeks : l.provisional;
  for (const file of files) {
    if (file.side !== "europe") continue;
    const open = file.stage === "proposal" || file.stage === "council";
    if (file.kind === "package" && file.snapback && open) tabled = true;
    if (file.stage === "in-force" || file.stage === "closed" || !isCaseKind(file.kind)) continue;
    if (open) voted += 1;
    else if (file.stage === "asked") asked += 1;
    else found += 1;
    weeks = Math.min(weeks, file.stage === "provisional" ? 0 : Math.max(1, file.gate - tick));
  }
  found = Math.min(found, l.maxCases);
  voted = Math.min(voted, l.maxCases - found);
  asked = Math.min(asked, l.maxCases - found - voted);
  const scale = r.europeScale * (1 + r.threatGain * threatCredibility(rules, state));
  const worth = (cases: number, more: number): number => scale * (cases * r.europeReadyCase + more);
  const covered = r.europeCovered * coveredShare(rules, state);
  const coercion = coercionWorth(rules, openCoercion(files));
  return {
    ready: worth(found, r.europeFloor + covered + (armed ? r.europeSnapback : 0) + coercion.ready),
    vote: worth(voted, (tabled && !armed ? r.europeSnapback : 0) + coercion.vote),
    law: worth(asked, coercion.law),
    europeWeeks: weeks,
  };
}

/**
 * E38d: what Europe's measures cost itself for each euro they cost China: its buyers pay part of a duty, China's makers
 * bear the rest and sell less; by what is bought of each sector now.
 */
function europeCost({ sectors, model }: Rules, { trade }: State): number {
  const { exportPain, tariffPain } = model.politics;
  let own = 0;
  let theirs = 0;
  sectors.forEach(({ passThrough, elasticity }, s) => {
    own += trade.imports[s]! * passThrough * tariffPain;
    theirs += trade.imports[s]! * (1 - passThrough + exportPain * model.trade.impactLower * elasticity);
  });
  return Math.min(1, own / theirs);
}

/** All of it as of now, against `base` = the structural test of week 0, EUR bn. */
function measure(rules: Rules, state: State, base: number | null): Leverage {
  const firms = { cover: meanCover(rules, state), extra: mandated(rules, state) };
  const now = damage(rules, state, liveTest(rules), firms);
  const lock = damage(rules, state, lockTest(rules), firms).total;
  const first = base ?? lock;
  const answer = europe(rules, state);
  return {
    hold: now.total,
    byInput: now.byInput,
    holdWeeks: now.bites,
    holdNet: Math.max(0, now.total - rules.model.politics.exportPain * now.forgone),
    readyNet: answer.ready * (1 - europeCost(rules, state)),
    gone: first > 0 ? clip(1 - lock / first, -1, 1) : 0,
    base: first,
    ...answer,
  };
}

/** Leverage in week 0; everything else of the State must stand. */
export const newLeverage = (rules: Rules, state: State): Leverage => measure(rules, state, null);

/** Leverage as of now. */
export const leverageOf = (rules: Rules, state: State): Leverage =>
  measure(rules, state, state.leverage.base);

/** Reads leverage anew at the end of a week. */
export function leverageWeek(rules: Rules, state: State): void {
  state.leverage = leverageOf(rules, state);
}
