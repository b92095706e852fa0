// Critical inputs, week by week: licences and firms' stocks by member (goods.ts has the equations), what firms fear, how
// they adapt, whom they turn to, the Union's store, and what a shortage costs.

import { clip, exp, log } from "../exact.ts";
import type { Trace } from "../explain.ts";
import type { Rules } from "../scenario.ts";
import { elsewhere, type Input, isTight, type LicenceMode, type State, tell } from "../state.ts";
import { isBare, soother, soothing } from "./agreement.ts";
import { hasClub } from "./club.ts";
import {
  granted,
  halfSquare,
  meanByUse,
  ordered,
  shortfall,
  slackOf,
  type Terms,
  termsOf,
  theta,
  used,
} from "./goods.ts";
import { underRules } from "./leavers.ts";
import { once } from "./once.ts";
import { allowedShare, newPools, obligation, outputAtStart } from "./plants.ts";
import { buyWeek, releaseWeek } from "./store.ts";

/** E12: stock that firms want at a perceived risk, weeks of use. */
export const wishedStock = (rules: Rules, t: Terms, risk: number): number =>
  t.stock * (1 + rules.model.inputs.bufferRisk * Math.max(0, risk - rules.model.inputs.riskNormal));

/** M10: weeks of stock that a national mandate adds to what firms wish, by member; nothing where there is none. */
export function mandated(rules: Rules, state: State): readonly number[] | undefined {
  const { mandateStock, mandateWeeks } = rules.model.inputs;
  if (state.members.every((member) => member.mandate < 0)) return undefined;
  return state.members.map(({ mandate }) =>
    mandate < 0 ? 0 : mandateStock * clip((state.tick - mandate) / mandateWeeks, 0, 1),
  );
}

/** The inputs in week 0, with goods on the way and in store as firms want them. */
export const newInputs = (rules: Rules): Input[] =>
  termsOf(rules).map((t, i) => {
    const plan = rules.inputs[i]!;
    const { M } = rules;
    const same = (x: number) => new Array<number>(M).fill(x);
    const plants = outputAtStart(rules, i);
    const need = Math.max(0, 1 - plan.running - plants - plan.recycling);
    return {
      mode: plan.mode,
      throughput: plan.throughput,
      licenceWeeks: plan.licenceWeeks,
      shift: 0,
      shiftEnds: -1,
      shocks: [],
      since: 0,
      tightened: -1,
      squeezedSince: isTight(plan.mode) ? 0 : -1,
      tilt: same(1),
      tiltEnds: same(-1),
      laidOpen: rules.model.information.laidOpen,
      queue: same(need * t.covered * Math.max(0, plan.licenceWeeks - 1)),
      transit1: same(need / t.pace),
      transit2: same(need / t.pace),
      stock: same(wishedStock(rules, t, plan.risk)),
      gap: same(0),
      loss: same(0),
      risk: plan.risk,
      ...newPools(plan),
      plants,
      ally: 0,
      allyAsked: 0,
      recycling: plan.recycling,
      recyclingCap: plan.recyclingCap,
      adapt: 0,
      half: 1,
      spot: 1,
      spike: 1,
      spikeEnds: -1,
      stockpile: 0,
      ordered: 0,
      orderedFrom: 0,
      released: 0,
    };
  });

/** Sets the licence regime of an input (E13). What follows from it in politics is the caller's. */
export function setMode(rules: Rules, state: State, i: number, mode: LicenceMode): void {
  const input = state.inputs[i]!;
  const { throughput, weeks } = rules.model.modes[mode];
  if (!isTight(mode)) input.squeezedSince = -1;
  else if (input.squeezedSince < 0) input.squeezedSince = state.tick;
  input.mode = mode;
  input.throughput = throughput;
  input.licenceWeeks = weeks;
  input.since = state.tick;
}

/** How much an agreement soothes firms, and what that is called in an explanation. */
interface Soothing {
  weight: number;
  cause: "assurance" | "contract";
}

/** What soothes firms this week. */
function promised(rules: Rules, state: State): Soothing {
  const promise = soother(state);
  if (!promise) return { weight: 0, cause: "assurance" };
  return { weight: soothing(rules, state), cause: isBare(promise) ? "assurance" : "contract" };
}

/** E17: fear rises while licences stop and fades in calm, faster while a promise that nobody measures soothes. */
function riskWeek(rules: Rules, state: State, input: Input, promise: Soothing, trace: Trace): void {
  const p = rules.model.inputs;
  const stop = clip(1 - theta(input), 0, 1);
  const name = clip(1 - state.beijing.reputation / rules.model.beijing.reputationNormal, 0, 1);
  const excess = input.risk - (p.riskNormal + p.riskReputation * name);
  const calm = (Math.LN2 / p.riskHalfLife) * (1 - stop) * excess;
  input.risk += p.riskUp * stop * (1 - input.risk);
  trace.mark("slow-licences");
  input.risk -= calm;
  trace.mark(excess > 0 ? "calm" : "bad-name");
  if (excess > 0) input.risk -= p.complacency * promise.weight * calm;
  trace.mark(promise.cause);
  input.risk = clip(input.risk, 0, 1);
}

/** E21: users learn to do with less. */
function adaptWeek(rules: Rules, input: Input, duty: number): void {
  const p = rules.model.inputs;
  const stop = clip(1 - theta(input), 0, 1);
  const push = p.adaptSqueeze * stop + p.adaptRisk * input.risk + p.adaptObligation * duty;
  input.adapt += p.adaptSpeed * push * (p.adaptCap - input.adapt);
}

/**
 * E20, E22, E27: allies lend spare capacity to those who ask, half the lag to agree and half to deliver, more of it and
 * unasked within the club; as far as scrap must stay in the Union, ever more of it is recycled.
 */
function othersWeek(rules: Rules, input: Input, scrapLimit: number, club: boolean): void {
  const p = rules.model.inputs;
  const half = 2 / p.allyLag;
  const asked = club ? p.allyCap * p.clubAlly : input.risk > p.allyRisk ? p.allyCap : 0;
  input.ally += half * (input.allyAsked - input.ally);
  input.allyAsked += half * (asked - input.allyAsked);
  if (input.recycling < input.recyclingCap)
    input.recycling = Math.min(input.recyclingCap, input.recycling + (scrapLimit * p.recyclingSpeed) / 26);
}

/** Firms that apply for licences lay open what they need and hold, more where each delivery is asked for; it ages. */
function laidOpenWeek(rules: Rules, input: Input): void {
  const asked = rules.model.modes[input.mode].asks;
  input.laidOpen += (asked - input.laidOpen) / rules.model.information.applicationWeeks;
}

/** E12, E13: firms order; what needs a licence queues, the rest leaves at once. */
function ordersWeek(
  rules: Rules,
  state: State,
  t: Terms,
  input: Input,
  supply: number,
  extra: readonly number[] | undefined,
): void {
  const { hazard } = rules.model.politics;
  const demand = 1 - input.adapt;
  const need = Math.max(0, demand - supply);
  const wish = wishedStock(rules, t, input.risk);
  const { queue, transit1, transit2, stock, licenceWeeks } = input;
  const { covered } = t;
  const { members } = state;
  for (let m = 0; m < rules.M; m++) {
    const position = stock[m]! + transit1[m]! + transit2[m]! + queue[m]! / 2;
    const kept = wish * (1 - hazard * members[m]!.cover) + (extra?.[m] ?? 0);
    const order = ordered(t, demand, need, kept, position, licenceWeeks);
    queue[m]! += covered * order;
    transit1[m]! += (1 - covered) * order;
  }
}

/** E13, E14: licences are granted, ships sail, crates arrive. */
function licencesWeek(rules: Rules, t: Terms, input: Input): void {
  const { queue, transit1, transit2, stock, tilt, licenceWeeks } = input;
  const { pace } = t;
  const most = theta(input) * t.licensed;
  for (let m = 0; m < rules.M; m++) {
    const licence = granted(queue[m]!, licenceWeeks, most * tilt[m]!);
    const moved = transit1[m]! * pace;
    const arrived = transit2[m]! * pace;
    queue[m]! -= licence;
    transit1[m]! += licence - moved;
    transit2[m]! += moved - arrived;
    stock[m]! += arrived;
  }
}

/** E15: factories use what their stocks allow. */
function useWeek(rules: Rules, state: State, t: Terms, input: Input): void {
  const { stock, gap } = input;
  const demand = 1 - input.adapt;
  const square = halfSquare(rules, t, input, state.commission.matching);
  for (let m = 0; m < rules.M; m++) {
    const use = used(t, stock[m]!, demand, square);
    stock[m]! -= use;
    gap[m] = 1 - use / demand;
  }
}

/** E16 and the lines of each member, worked out of the scenario; tables are [i*M+m]. */
interface Stakes {
  /** Value added lost when nothing comes, and value added that hangs on the input, EUR bn a year. */
  lost: number[];
  hangs: number[];
  /** Part of a member's dependent lines that needs this input above all; 0 for inputs that are not critical. */
  lines: number[];
  /** No member loses more than its manufacturing makes, EUR bn a year. */
  most: number[];
}

const stakesOf = once((rules: Rules): Stakes => {
  const { inputs, members } = rules;
  const lost = inputs.flatMap((input, i) => members.map((m) => input.valueAtRisk * input.omega * m.use[i]!));
  const hangs = inputs.flatMap((input, i) => members.map((m) => input.valueAtRisk * m.use[i]!));
  const critical = members.map((_, m) =>
    inputs.reduce((sum, input, i) => sum + (input.critical ? lost[i * rules.M + m]! : 0), 0),
  );
  const lines = inputs.flatMap((input, i) =>
    members.map((member, m) =>
      input.critical && critical[m]! > 0 ? (member.lines * lost[i * rules.M + m]!) / critical[m]! : 0,
    ),
  );
  const most = members.map((m) => (m.gdp * m.manufacturing) / 100);
  return { lost, hangs, lines, most };
});

/** E16: output lost by input and member, and the lines that stand still. */
function lossWeek(rules: Rules, state: State): void {
  const { M, I } = rules;
  const { lost, lines, most } = stakesOf(rules);
  const { network } = rules.model.inputs;
  const terms = termsOf(rules);
  for (let m = 0; m < M; m++) {
    let loss = 0;
    let stopped = 0;
    let binding = 0;
    for (let i = 0; i < I; i++) {
      const input = state.inputs[i]!;
      const short = shortfall(input.gap[m]!, slackOf(terms[i]!, input.adapt));
      input.loss[m] = 0;
      if (short <= 0) continue;
      input.loss[m] = lost[i * M + m]! * short;
      loss += input.loss[m]!;
      stopped += lines[i * M + m]! * short;
      binding += 1;
    }
    const member = state.members[m]!;
    member.linesStopped = Math.round(stopped);
    const felt = Math.min(most[m]!, binding > 2 ? loss * network : loss);
    if (felt !== loss) for (let i = 0; i < I; i++) state.inputs[i]!.loss[m]! *= felt / loss;
    member.outputLoss = felt;
  }
}

/**
 * E23: what a duty to diversify costs users who still buy more than allowed from one country, part of their loss. What is
 * bought elsewhere is dearer too, but for magnets by EUR 0.13bn a year at most, and for the others no price is known.
 */
function dutyWeek(rules: Rules, state: State, duty: number): void {
  const { M, I } = rules;
  const { hangs } = stakesOf(rules);
  const { obligationFine } = rules.model.inputs;
  const allowed = allowedShare(rules, state.commission);
  const punished = underRules(state);
  for (let i = 0; i < I; i++) {
    const input = state.inputs[i]!;
    const excess = 1 - elsewhere(input) / (1 - input.adapt) - allowed;
    if (excess <= 0) continue;
    for (let m = 0; m < M; m++) {
      const dearer = m === punished ? rules.model.beijing.rulesCost : 1;
      state.members[m]!.outputLoss += duty * obligationFine * excess * hangs[i * M + m]! * dearer;
    }
  }
}

/** M10: what larger stocks cost those who must hold them, part of their loss. */
function mandateWeek(rules: Rules, state: State, extra: readonly number[]): void {
  const { hangs } = stakesOf(rules);
  const { mandateStock, mandateCost } = rules.model.inputs;
  for (let i = 0; i < rules.I; i++) {
    if (!rules.inputs[i]!.stockable) continue;
    for (let m = 0; m < rules.M; m++)
      state.members[m]!.outputLoss += (mandateCost * hangs[i * rules.M + m]! * extra[m]!) / mandateStock;
  }
}

/** Headline price against normal: thin stocks and fear drive it, far above what contracts pay. */
function spotWeek(rules: Rules, t: Terms, input: Input): void {
  const p = rules.model.inputs;
  const stock = meanByUse(t, input.stock);
  const thin = stock < t.stock ? log(t.stock / Math.max(stock, 0.05)) : 0;
  input.spot = input.spike * exp(p.spotStock * thin + p.spotRisk * (input.risk - p.riskNormal));
}

/** Traders ask so many times the price for some weeks: firms that have contracts do not pay it. */
export function spike(state: State, i: number, times: number, weeks: number): void {
  const input = state.inputs[i]!;
  input.spot *= times / input.spike;
  input.spike = times;
  input.spikeEnds = state.tick + weeks;
}

/** What was set for a time ends: shifts of throughput, spikes of the price, favours and punishments in the queue. */
function termsEnd(rules: Rules, tick: number, input: Input): void {
  if (input.shift !== 0 && tick >= input.shiftEnds) input.shift = 0;
  if (input.spike !== 1 && tick >= input.spikeEnds) input.spike = 1;
  if (input.shocks.some((shock) => shock.until <= tick))
    input.shocks = input.shocks.filter((shock) => shock.until > tick);
  for (let m = 0; m < rules.M; m++) if (input.tilt[m] !== 1 && tick >= input.tiltEnds[m]!) input.tilt[m] = 1;
}

/** What the law asks of firms: the duty to diversify, and larger stocks by member; whether allies stand by; what soothes. */
interface Burden {
  duty: number;
  promise: Soothing;
  extra: readonly number[] | undefined;
  club: boolean;
}

/** One input's week. */
function inputWeek(rules: Rules, state: State, i: number, burden: Burden, trace: Trace): void {
  const { duty, extra, club } = burden;
  const input = state.inputs[i]!;
  const t = termsOf(rules)[i]!;
  termsEnd(rules, state.tick, input);
  trace.mark("time");
  riskWeek(rules, state, input, burden.promise, trace);
  adaptWeek(rules, input, duty);
  trace.mark("adaptation");
  othersWeek(rules, input, state.commission.scrapLimit, club);
  buyWeek(rules, state, input, club);
  trace.mark("stockpile-buying");
  const supply = Math.min(1 - input.adapt, elsewhere(input));
  ordersWeek(rules, state, t, input, supply, rules.inputs[i]!.stockable ? extra : undefined);
  laidOpenWeek(rules, input);
  trace.mark("firms-orders");
  licencesWeek(rules, t, input);
  trace.mark("licences");
  for (let m = 0; m < rules.M; m++) input.stock[m]! += supply;
  trace.mark("allies-recycling");
  releaseWeek(rules, state, i, halfSquare(rules, t, input, state.commission.matching));
  trace.mark("stockpile-release");
  useWeek(rules, state, t, input);
  trace.mark("use");
  spotWeek(rules, t, input);
  trace.mark("prices");
}

/** A week of all inputs: goods, stocks, fear, and what the gaps cost. */
export function inputsWeek(rules: Rules, state: State, trace: Trace): void {
  const { commission, members } = state;
  const duty = obligation(rules, commission);
  const promise = promised(rules, state);
  const burden = { duty, extra: mandated(rules, state), club: hasClub(state), promise };
  const { extra } = burden;
  if (commission.matching > 0)
    commission.matching = Math.min(1, commission.matching + rules.model.inputs.matchSpeed);
  for (let i = 0; i < rules.I; i++) inputWeek(rules, state, i, burden, trace);
  const before = members.reduce((sum, m) => sum + m.linesStopped, 0);
  lossWeek(rules, state);
  trace.mark("use");
  if (duty > 0) dutyWeek(rules, state, duty);
  trace.mark("procedure");
  if (extra) mandateWeek(rules, state, extra);
  trace.mark("member-move");
  const after = members.reduce((sum, m) => sum + m.linesStopped, 0);
  if (before === 0 && after > 0) {
    const about = rules.members.filter((_, m) => members[m]!.linesStopped > 0).map((m) => m.code);
    tell(state, { code: "lines-stopped", by: "", about, amount: after, to: [] });
  }
}
