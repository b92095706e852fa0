// A quick look ahead on what one seat knows: imagine worlds that fit its View, play each on for some weeks with and
// without the order, and answer the range of the differences. Nothing but the View goes in, so nothing secret comes out.

import { errorKey } from "./estimate.ts";
import { silent } from "./explain.ts";
import { countOf, type IndicatorId, indicatorOf } from "./indicators.ts";
import type { Command } from "./moves/table.ts";
import { heldAgainst, promisedIn } from "./moves/word.ts";
import { noise } from "./random.ts";
import { memberAt, type Rules } from "./scenario.ts";
import { isSeat, type Seat } from "./seat.ts";
import { marginOf } from "./sight.ts";
import { type Choice, clone, type Draft, type File, type State } from "./state.ts";
import { step } from "./step.ts";
import {
  type ContractView,
  heardWords,
  isOlderThan,
  memberIndex,
  type ShelvedView,
  sightIn,
  squeezedFrom,
  type View,
} from "./view.ts";
import { castBallot } from "./world/caucus.ts";
import { sounding } from "./world/council.ts";
import { shelve } from "./world/duties.ts";
import { leverageWeek } from "./world/leverage.ts";
import { isMakers } from "./world/makers.ts";
import { startBehind } from "./world/metrics.ts";
import { paymentOf, pointsOf, sign } from "./world/signing.ts";
import { utility } from "./world/stakes.ts";
import { newState } from "./world/start.ts";
import { week } from "./world/week.ts";

/** Lowest, middle and highest difference that the order makes to a number over the imagined worlds. */
export interface Likely {
  indicator: IndicatorId;
  k: number;
  low: number;
  mid: number;
  high: number;
}

/** Keeps the errors of imagined worlds apart from those of surveys. */
const IMAGINED = -7;

/** The world in which no survey errs: the middle of all that may be. */
export const MIDDLE = -1;

/** What a View says of a number, with the error of its survey drawn anew for each imagined world. */
function drawn(rules: Rules, view: View, id: IndicatorId, k: number, me: number, world: number): number {
  const indicator = indicatorOf(id);
  const part = (indicator.part === "pub" ? view.pub : view.own) as unknown as Record<
    string,
    number | number[]
  >;
  const said = part[id]!;
  const value = typeof said === "number" ? said : said[k]!;
  const margin = marginOf(sightIn(rules, view, indicator, k), value);
  return margin === 0 || world === MIDDLE
    ? value
    : value + (margin / 2) * noise(world, errorKey(indicator), me, k, IMAGINED);
}

/** Weeks past the horizon that an imagined world has, so that it does not end while we look ahead. */
const BEYOND = 26;

/** Cases that the agreements a seat knows of keep closed. */
const shelvedIn = (contracts: readonly ContractView[]): ShelvedView[] =>
  contracts.flatMap(({ terms }) => terms.flatMap(({ shelved }) => shelved ?? []));

const closed = (file: File): File => ({
  ...file,
  ...{ stage: "closed", gate: -1, duty: 0, rested: 0, heat: 0 },
});

/** A world that fits the View: the scenario's start, overwritten with all that the seat knows or guesses. */
export function imagine(rules: Rules, view: View, world: number): State {
  const { pub, own } = view;
  const me = memberIndex(rules, view.seat);
  const see = (id: IndicatorId, k = 0) => drawn(rules, view, id, k, me, world);
  const state = newState(rules, { seed: world + 1, weeks: pub.weeks + BEYOND });
  state.tick = pub.tick;
  state.heat = pub.heat;
  state.cohesion = pub.cohesion;
  state.legitimacy = pub.legitimacy;
  state.resolve = see("resolve");
  // Plain copies of what is public law.
  const known = [...pub.contracts, ...own.contracts];
  state.files = clone([...pub.files, ...shelvedIn(known).map(({ file }) => closed(file))]);
  state.projects = pub.projects.map((p, j) => ({ ...p, output: state.projects[j]?.output ?? 0 }));
  state.contracts = known.map(({ terms, ...contract }) => ({
    ...clone(contract),
    // What is true of it, the seat does not know: what was reported stands for it.
    // Makers' promises are left out: they go by the market of the week of signature, which no View tells.
    terms: terms
      .filter(({ metric }) => !isMakers(metric))
      .map(({ shelved, ...term }) => ({
        ...clone(term),
        ...{ start: 0, past: [], truth: term.missed },
        ...(shelved && { shelved: shelve(shelved.file, shelved.tick, shelved.file.rate) }),
      })),
  }));
  state.talks = clone(own.talks);
  state.lines = [];
  state.proposals = clone(own.proposals);
  state.words = clone(heardWords(view));
  state.votes = pub.votes.map((v) => ({
    ...clone(v),
    leaning: rules.members.map(() => 0),
    pledged: rules.members.map(() => 0),
    offered: rules.members.map(() => 0),
  }));
  state.statements = clone([...own.drafts, ...pub.statements]);
  state.offers = clone(own.offers);
  state.choices = own.choices.flatMap((choice) => [clone(choice), ...silentPartner(rules, choice)]);
  state.lobbies = clone(own.lobbies);
  imagineInputs(rules, view, state, see);
  rules.members.forEach((_, m) => {
    const member = state.members[m]!;
    member.support = see("support", m);
    member.pain = pub.pain[m]!;
    member.standing = pub.standing[m]!;
    member.mandate = pub.law.mandates[m]!;
  });
  for (const { code, by, tick } of pub.news)
    if (code === "mission-sent")
      state.members[memberAt(rules, by as Seat)]!.missionNext = tick + rules.model.politics.missionEvery;
  rules.sectors.forEach((_, k) => {
    state.trade.dutyEurope[k] = pub.dutyEurope[k]!;
    state.trade.dutyChina[k] = pub.dutyChina[k]!;
    state.trade.injury[k] = pub.injury[k]!;
  });
  state.trade.access = pub.access;
  state.beijing.transparency = pub.transparency;
  Object.assign(state.commission, {
    snapback: pub.law.snapback,
    obligation: pub.law.obligation,
    fund: pub.fund,
    fundFrom: pub.law.fundFrom,
    payout: pub.law.payout,
    emergencyUntil: pub.law.emergencyUntil,
    proof: pub.law.proof,
    releaseRule: pub.law.releaseRule,
  });
  const growth = view.seat === "beijing" ? own.realGrowth : pub.growth - rules.model.information.officialBias;
  Object.assign(state.beijing, { growth, official: growth });
  Object.assign(state.beijing, {
    packageUntil: pub.law.packageUntil,
    floodUntil: pub.law.floodUntil,
    rulesOn: memberAt(rules, pub.law.rulesOn),
    rulesUntil: pub.law.rulesUntil,
  });
  state.coerced = clone(pub.law.coerced);
  state.coercedCost = pub.coercedCost;
  state.beijing.squeezeSince = squeezedFrom(pub);
  imaginePurse(view, state, me);
  imagineMeans(rules, view, state);
  for (const { terms } of state.contracts)
    for (const term of terms) term.start = startBehind(rules, state, term);
  leverageWeek(rules, state);
  imagineWear(view, state);
  imagineLeanings(rules, view, state, me);
  return state;
}

/**
 * What squeezes wore off, as Beijing reckons it; of what was gone before one, only the difference is known. For whoever
 * does not know it, a running squeeze has worn off nothing yet.
 */
function imagineWear({ own }: View, { beijing, leverage: { gone } }: State): void {
  beijing.wear = own.wear.map(({ from, until, lost }) => {
    const after = until < 0 ? gone : lost;
    return { from, until, before: after - lost, after };
  });
  const { squeezeSince } = beijing;
  if (squeezeSince >= 0 && !beijing.wear.some(({ until }) => until < 0))
    beijing.wear.push({ from: squeezeSince, until: -1, before: gone, after: gone });
}

/** E30: what each capital thinks of what is voted on, as it looks from here; a capital knows its own mind. */
function imagineLeanings(rules: Rules, view: View, state: State, me: number): void {
  for (const vote of state.votes) {
    const file = state.files.find(({ id }) => id === vote.file);
    if (vote.outcome !== "open" || !file) continue;
    vote.leaning = rules.members.map((_, m) => utility(rules, state, file, m));
    const own = view.own.leanings[vote.id];
    if (me >= 0 && own !== undefined) vote.leaning[me] = own;
  }
}

/** Where several answers become one, somebody else has not answered yet: one's own alone does nothing. */
function silentPartner(rules: Rules, choice: Choice): Choice[] {
  const isJoint = rules.cards.find(({ id }) => id === choice.card)?.joint !== undefined;
  return isJoint ? [{ ...clone(choice), id: `${choice.id}/other`, chosen: "" }] : [];
}

function imagineInputs(
  rules: Rules,
  view: View,
  state: State,
  see: (id: IndicatorId, k?: number) => number,
): void {
  const me = memberIndex(rules, view.seat);
  rules.inputs.forEach((plan, i) => {
    const input = state.inputs[i]!;
    input.mode = view.pub.law.modes[i]!;
    input.since = view.pub.law.since[i]!;
    input.tightened = view.pub.law.tightened[i]!;
    input.squeezedSince = view.pub.law.squeezedSince[i]!;
    const usual = rules.model.modes[input.mode];
    const isNew = isOlderThan(rules, view, "throughput", i, input.since);
    input.throughput = isNew ? usual.throughput : Math.max(0, see("throughput", i));
    input.licenceWeeks = isNew ? usual.weeks : Math.max(0.5, see("licenceDays", i) / 7);
    input.risk = Math.min(1, Math.max(0, see("risk", i)));
    input.stockpile = Math.max(0, see("stockpile", i));
    input.spot = view.pub.price[i]!;
    const known = Math.max(0, see("stock", i));
    const mine = me >= 0 ? view.own.stock[i]! : -1;
    rules.members.forEach((_, m) => {
      const magnets = i === 0 ? Math.max(0, see("magnets", m)) : known;
      input.stock[m] = m === me ? mine : magnets;
      input.queue[m] = Math.max(0, see("queue", i));
      if (plan.stockWeeks <= 0) input.stock[m] = 0;
    });
  });
}

/** The seat's own purse is exact; other seats keep what the scenario starts them with. */
function imaginePurse(view: View, state: State, me: number): void {
  if (view.seat === "commission")
    Object.assign(state.commission, { points: view.own.points, money: view.own.money });
  else if (view.seat === "beijing")
    Object.assign(state.beijing, { points: view.own.points, proudUntil: view.own.clocks.proud });
  else if (me >= 0)
    Object.assign(state.members[me]!, {
      points: view.own.points,
      purse: view.own.money,
      aid: clone(view.own.aid),
    });
}

/** Who has agreed to a draft is taken to have what its part of it costs: it had when it agreed. */
function imagineMeans(rules: Rules, view: View, state: State): void {
  for (const { terms, accepted, state: stage } of view.own.proposals) {
    if (stage !== "open") continue;
    for (const seat of accepted) {
      if (seat === view.seat) continue;
      const money = paymentOf(terms, seat);
      const member = state.members[memberAt(rules, seat)];
      if (member) member.purse = Math.max(member.purse, money);
      else if (seat === "commission") state.commission.money = Math.max(state.commission.money, money);
      if (member) continue;
      const office = seat === "beijing" ? state.beijing : state.commission;
      office.points = Math.max(office.points, pointsOf(rules, terms, seat));
    }
  }
}

/** Numbers a forecast may speak of, by side. */
const SHOWN: Record<"commission" | "beijing" | "member", IndicatorId[]> = {
  commission: ["hold", "stopped", "heat", "cohesion", "legitimacy", "europeReady"],
  beijing: ["hold", "gone", "heat", "realGrowth", "face", "reputation", "cohesion"],
  member: ["lines", "pain", "sold", "heat", "standing", "cohesion"],
};

/** Weeks that a look ahead covers, and worlds that it imagines. */
export const AHEAD_WEEKS = 13;
const WORLDS = 6;

/**
 * Differences that an order is likely to make after so many weeks, largest first; numbers it leaves alone are absent. A
 * ballot is held against another one (`heldAgainst`), everything else against doing nothing.
 */
export const forecast = (
  rules: Rules,
  view: View,
  command: Command,
  weeks = AHEAD_WEEKS,
  worlds = WORLDS,
): Likely[] => {
  const order = (given: Command) => (state: State) =>
    step(rules, state, { kind: "order", seat: view.seat as Seat, by: "forecast", command: given });
  const against = heldAgainst(rules, view, command);
  const instead = against && ({ ...command, ballot: against.ballot } as Command);
  return compare(rules, view, weeks, worlds, order(command), instead && order(instead));
};

/** Differences that a draft is likely to make, were it signed by its parties as it stands (E45). */
export const forecastSigned = (rules: Rules, view: View, draft: Draft, parties: readonly Seat[]): Likely[] =>
  compare(rules, view, AHEAD_WEEKS, WORLDS, (state) => {
    sign(rules, state, draft, parties, silent);
  });

/** Before a count, all but the one that looks vote as they have promised, as far as it knows, or as they seem to lean. */
function voteAsTheyLean(rules: Rules, view: View, state: State, me: number): void {
  for (const vote of state.votes) {
    if (vote.outcome !== "open" || vote.closes > state.tick) continue;
    const known = view.pub.votes.find(({ id }) => id === vote.id);
    const { cast } = sounding(rules, vote);
    rules.members.forEach(({ code }, m) => {
      if (m === me || vote.cast[m] !== null) return;
      castBallot(rules, state, vote.id, m, (known && promisedIn(view, known, code)) ?? cast[m]!);
    });
  }
}

/** Plays imagined worlds on with and without an act, or with another one instead. */
function compare(
  rules: Rules,
  view: View,
  weeks: number,
  worlds: number,
  act: (state: State) => void,
  instead: (state: State) => void = () => {},
): Likely[] {
  const seat = view.seat;
  if (!isSeat(seat)) return [];
  const me = memberIndex(rules, seat);
  const shown = SHOWN[me >= 0 ? "member" : (seat as "commission" | "beijing")];
  const rows = new Map<IndicatorId, number[]>(shown.map((id) => [id, []]));
  for (let world = 0; world < worlds; world++) {
    const without = imagine(rules, view, world);
    const withIt = clone(without);
    act(withIt);
    instead(without);
    for (let w = 0; w < weeks; w++)
      for (const state of [without, withIt]) {
        voteAsTheyLean(rules, view, state, me);
        week(rules, state, silent);
      }
    for (const id of shown) rows.get(id)!.push(read(rules, withIt, id, me) - read(rules, without, id, me));
  }
  return shown.flatMap((id) => summary(id, Math.max(0, me), rows.get(id)!));
}

function read(rules: Rules, state: State, id: IndicatorId, me: number): number {
  const indicator = indicatorOf(id);
  const k = indicator.per === "union" ? 0 : Math.max(0, me);
  return k < countOf(rules, indicator.per) ? indicator.of(rules, state, k, me) : 0;
}

/** Share of a range that its middle must lie away from zero where the range holds zero. */
const CLEAR = 1 / 3;

/** The range of the differences; nothing where they are too small to show, or only luck that may fall either way. */
export function summary(id: IndicatorId, k: number, differences: readonly number[]): Likely[] {
  const sorted = [...differences].sort((a, b) => a - b);
  const low = sorted[0]!;
  const high = sorted[sorted.length - 1]!;
  const mid = sorted[Math.floor(sorted.length / 2)]!;
  const { quantum } = indicatorOf(id);
  if (Math.max(Math.abs(low), Math.abs(high)) < quantum / 2) return [];
  const holdsZero = low < quantum / 2 && high > -quantum / 2;
  return holdsZero && Math.abs(mid) < CLEAR * (high - low) ? [] : [{ indicator: id, k, low, mid, high }];
}
