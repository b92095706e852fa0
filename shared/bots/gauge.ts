// What each thing that can be promised is worth to the seat that looks, in EUR bn over the agreement, from what that seat
// knows (E45). One entry a metric: promises about supply say how much of a squeeze they rule out, the others what they
// bring or take. What is a gain to Europe is Beijing's to give, and the other way round.

import { clip, log, logistic, sum } from "../exact.ts";
import { BEIJING_INDEX, type IndicatorId } from "../indicators.ts";
import type { MetricId } from "../scenario/terms.ts";
import { memberAt, type Rules } from "../scenario.ts";
import { isMember, type Seat } from "../seat.ts";
import { type Draft, type File, holds, type Term } from "../state.ts";
import { type ContractView, heldUp, isSqueezed, type TermView, type View } from "../view.ts";
import { elasticityOf } from "../world/makers.ts";
import { inputsIn, isBiting, isSamePromise, METRIC } from "../world/metrics.ts";
import { once } from "../world/once.ts";
import { europeYields } from "./judge.ts";

const YEAR = 52;
const HALF = 26;

/** From where a draft is looked at. */
export interface Place {
  rules: Rules;
  view: View;
  draft: Draft;
  parties: readonly Seat[];
  /** As `memberIndex` says: a capital's place, -1 the Commission, BEIJING_INDEX. */
  me: number;
  /** Length of the agreement. */
  years: number;
}

interface Gauge {
  /** Estimates it rests on; their errors make the range. */
  rests: readonly IndicatorId[];
  /** About supply: part of a squeeze that it rules out, 0 to 1, and whether offices let go at signature. */
  reach?(at: Place, term: Term): number;
  opens?: boolean;
  /** About anything else: EUR bn over the agreement. */
  euro?(at: Place, term: Term): number;
  /** Points of standing, to a capital. */
  standing?(at: Place, term: Term): number;
}

/** Agreements in force that the seat knows of. */
export const agreed = (view: View): ContractView[] =>
  [...view.own.contracts, ...view.pub.contracts].filter((c) => holds(c, view.pub.tick));

const isBeijing = ({ me }: Place): boolean => me === BEIJING_INDEX;

/** Sales of a state to China in week 0, EUR bn a year. */
const usualSales = once((rules: Rules): number[] => rules.members.map((m) => sum(m.exports)));

/** Sales to China now in a sector: a capital's own, else the Union's. */
function sales({ rules, view, me }: Place, s: number): number {
  let sum = 0;
  for (let m = 0; m < rules.M; m++)
    if (me < 0 || m === me)
      sum += (rules.members[m]!.exports[s]! * view.pub.sold[m]!) / Math.max(1e-9, usualSales(rules)[m]!);
  return sum;
}

const allSales = ({ view, me }: Place): number => (me >= 0 ? view.pub.sold[me]! : sum(view.pub.sold));

/** A capital's share of an industry, by what it sells; 1 for the Commission. */
function industry({ rules, me }: Place, s: number): number {
  if (me < 0) return 1;
  const all = rules.members.reduce((sum, m) => sum + m.exports[s]!, 0);
  return all > 0 ? rules.members[me]!.exports[s]! / all : 0;
}

const sectorOf = (rules: Rules, id: string): number => rules.sectors.findIndex((s) => s.id === id);

// Supply.

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

const licensed = (at: Place, { value }: Term): number => {
  const { stressThroughput } = at.rules.model.resolve;
  return clip((value - stressThroughput) / (1 - stressThroughput), 0, 1);
};

/** A quick answer may be a no; a stop that is announced is a stop. */
const DAYS_ALONE = 0.7;
const NOTICE_ALONE = 0.3;

/** Days of the usual benchmark, which rules out what an answer in time does by itself. */
const BENCHMARK_DAYS = 25;

/** Less than the benchmark the nearer it is to practice, more the nearer to the quickest answer there is. */
function inTime(at: Place, term: Term): number {
  const { usual, least } = METRIC["licence-days"];
  const slow = Math.max(usual!(at.rules, term.about), practice(at, term) ?? 0);
  const { value } = term;
  if (value > BENCHMARK_DAYS) return DAYS_ALONE * clip((slow - value) / (slow - BENCHMARK_DAYS), 0, 1);
  return DAYS_ALONE + (1 - DAYS_ALONE) * clip((BENCHMARK_DAYS - value) / (BENCHMARK_DAYS - least), 0, 1);
}

// Trade. A duty of d on imports I: buyers pay d pi I of it, the sellers the rest and what they sell less.

/** Share of a sector's trade times the duty on it that a promise to pay no more than `left` of it takes away. */
const lifted = (files: readonly File[], left: number): number =>
  files.reduce((sum, f) => sum + f.breadth * Math.max(0, f.duty - left * (f.duty + f.rested)), 0);

const dutiesOf = ({ rules, view }: Place, side: File["side"], s: number): File[] =>
  view.pub.files.filter((f) => f.side === side && f.sector === s && rules.sectors[s] && isBiting(f));

/**
 * A European duty less on a sector for so many years: China's makers keep the part they would have paid and sell more,
 * Europe's are hurt (E5, E9, with what of it lasts), its buyers pay less. `shelter` = part of the hurt that remains.
 */
function spared(at: Place, s: number, cut: number, years: number, shelter = 1): number {
  const { rules, view } = at;
  const sector = rules.sectors[s];
  if (!sector || cut <= 0) return 0;
  const { trade, politics, score } = rules.model;
  const worth = view.pub.imports[s]! * cut * years;
  if (isBeijing(at))
    return worth * (1 - sector.passThrough + politics.exportPain * trade.impactLower * sector.elasticity);
  const injury = view.pub.injury[s]!;
  // After a year buyers have covered a third of the way to the long run.
  const moved = sector.elasticity * (trade.impactUpper + (trade.longUpper - trade.impactUpper) / 3);
  const hurt =
    trade.injuryValue * moved * (1 + (2 * injury) / trade.injuryKnee) * (1 + score.liabilityFactor);
  return worth * sector.passThrough * industry(at, s) * (politics.tariffPain - shelter * hurt);
}

/** Covered goods kept dearer by some log points: a shelter to Europe's makers that its buyers pay for, and sales forgone. */
function makersKeep(at: Place, about: string, up: (s: number) => number): number {
  const file = at.view.pub.files.find((f) => f.id === about);
  if (!file || file.sector < 0) return 0;
  const dearer = (file.breadth * up(file.sector)) / at.rules.sectors[file.sector]!.passThrough;
  return (isBeijing(at) ? -GIVEN : -1) * spared(at, file.sector, dearer, at.years);
}

/** EUR bn of value added in sales to China. */
const soldWorth = ({ rules, me }: Place, s: number, amount: number): number => {
  const iconic = me >= 0 && rules.members[me]!.iconic.includes(rules.sectors[s]!.id);
  return rules.model.politics.exportPain * (iconic ? rules.model.politics.iconic : 1) * amount;
};

/** What its gift costs Beijing, as a part of what it is worth to Europe. */
const GIVEN = 0.4;

/** A gift to one state: its own, or part of the Union's; Beijing pays for it. */
function gift(at: Place, code: string, worth: (m: number) => number): number {
  const m = memberAt(at.rules, code);
  if (m < 0 || (at.me >= 0 && at.me !== m)) return 0;
  return isBeijing(at) ? -GIVEN * worth(m) : worth(m);
}

/** Sales to China of the sector by which a state is hurt most. */
const tenderest = ({ rules, view }: Place, m: number): number =>
  Math.max(
    ...rules.members[m]!.iconic.map(
      (id) =>
        (rules.members[m]!.exports[sectorOf(rules, id)]! * view.pub.sold[m]!) /
        Math.max(1e-9, usualSales(rules)[m]!),
    ),
  );

const faceOf = (at: Place, steps: number): number => {
  const { openFace } = at.rules.model.moves;
  const mutual = at.draft.terms.some((t) => t.by === "commission");
  return mutual ? 0 : openFace * at.rules.model.contracts.faceWorth * steps;
};

/** What a step of a promise adds to the steps before it in the draft, and to what is owed already. */
function added({ draft, view }: Place, term: Term): number {
  const owing = ({ value, seen }: TermView) => (METRIC[term.metric].counts ? value - seen : value);
  const before = draft.terms.filter((t) => t !== term && isSamePromise(t, term) && t.weeks < term.weeks);
  const owed = agreed(view).flatMap((c) =>
    c.terms.filter((t) => t.state === "open" && isSamePromise(t, term)).map(owing),
  );
  return Math.max(0, term.value - Math.max(0, ...before.map((t) => t.value), ...owed));
}

/** Last week for which agreements in force hold a promise like this; the present one without any. */
const promisedUntil = (view: View, like: (term: Term) => boolean): number =>
  Math.max(
    view.pub.tick,
    ...agreed(view).flatMap((c) => (c.terms.some((t) => t.state === "open" && like(t)) ? c.until : [])),
  );

// Procedures and votes.

/** EUR bn within a year by which a file adds to what Europe could do to China (E38c). */
function strength({ rules, view }: Place, id: string): number {
  const { europeScale, europeSnapback, europeReadyCase, europeCoercion } = rules.model.resolve;
  const file = view.pub.files.find((f) => f.id === id);
  if (!file) return 0;
  const share =
    file.kind === "package" ? europeSnapback : file.kind === "law" ? europeCoercion : europeReadyCase;
  return share * europeScale;
}

/** How a capital leans to a file, in support: as it knows in an open vote, else as it feels about the common line. */
export function leaningTo({ view, me }: Pick<Place, "view" | "me">, file: string): number {
  const vote = view.pub.votes.find((v) => v.file === file && v.outcome === "open");
  return (vote && view.own.leanings[vote.id]) ?? view.own.support[me]!;
}

/** How far a ballot lies from what the capital would cast. */
export function bend(rules: Rules, leaning: number, ballot: number): number {
  const { yes, no } = rules.model.politics;
  if (ballot > 0) return Math.max(0, yes - leaning);
  if (ballot < 0) return Math.max(0, leaning - no);
  return Math.max(0, leaning - yes, no - leaning);
}

/** Whether a file is wanted, -1 to 1: Brussels wants its own, Beijing none. */
function wish(at: Place, file: string): number {
  if (at.me === -1) return 1;
  if (isBeijing(at)) return -1;
  const { yes, no } = at.rules.model.politics;
  return clip((leaningTo(at, file) - (yes + no) / 2) / ((yes - no) / 2), -1, 1);
}

/** What another's promised ballot changes, in steps from no to yes: as far as one can tell, it would cast its line's. */
function moved({ rules, view }: Place, by: Seat, ballot: number): number {
  const { yes, no } = rules.model.politics;
  const support = view.own.support[memberAt(rules, by)] ?? 0;
  return clip(ballot - (support > yes ? 1 : support < no ? -1 : 0), -1, 1);
}

/** Chance that one state's ballot decides, by its people and because states count as well. */
const swing = ({ rules }: Place, by: Seat): number => {
  const { people, states } = rules.model.law;
  const member = rules.members[memberAt(rules, by)];
  return member ? clip((member.population / people + 1 / states) / 2, 0, 1) : 0;
};

const TRADE = ["sold"] as const;

export const GAUGE: Record<MetricId, Gauge> = {
  "licence-days": { rests: ["hold"], opens: true, reach: inTime },
  "approval-rate": { rests: ["hold"], opens: true, reach: licensed },
  throughput: { rests: ["hold"], opens: true, reach: licensed },
  // Firms of so many states of all need no single licence.
  "general-licences": {
    rests: ["hold"],
    opens: true,
    reach: (at, { value }) => clip(value / at.rules.M, 0, 1),
  },
  // Each step tighter that is allowed is half the way to a squeeze.
  "no-new-control": { rests: ["hold"], reach: (_, { value }) => clip(1 - value / 2, 0, 1) },
  "stop-notice": { rests: ["hold"], reach: () => NOTICE_ALONE },
  // E10: sales decline by g_x (1 - A) from the week of a step on; what has been gained by the end lasts a year more.
  access: {
    rests: TRADE,
    euro: (at, term) => {
      const { exportDecline } = at.rules.model.trade;
      const more = added(at, term);
      const years = Math.max(0, at.years - term.weeks / YEAR);
      const sold = allSales(at) * exportDecline * more * years * (years / 2 + 1);
      const worth = at.rules.model.politics.exportPain * sold;
      return isBeijing(at) ? -GIVEN * worth - faceOf(at, more / at.rules.model.moves.accessStep) : worth;
    },
  },
  // Open books make a case about subsidies quicker and surer: one more case within reach, used with the odds of a clash.
  transparency: {
    rests: [],
    euro: (at, term) => {
      const { europeReadyCase, europeScale } = at.rules.model.resolve;
      const more = Math.min(added(at, term), 1 - at.view.pub.transparency);
      const worth = more * europeReadyCase * europeScale * at.rules.model.contracts.squeezeOdds;
      if (isBeijing(at)) return -worth - faceOf(at, more / at.rules.model.moves.publishStep);
      return at.me < 0 ? worth : (worth * at.rules.members[at.me]!.population) / 100;
    },
  },
  // E48: makers keep covered goods dearer than the market halfway through would have them, as far as they hold together.
  "least-price": {
    rests: [],
    euro: (at, { about, value }) =>
      makersKeep(at, about, (s) => {
        const { sectors, model } = at.rules;
        return clip(log(value) + (sectors[s]!.drift * at.years) / 2, 0, model.trade.discipline);
      }),
  },
  quota: {
    rests: [],
    euro: (at, { about, value }) =>
      makersKeep(at, about, (s) => {
        const { growth, withhold } = at.rules.model.trade;
        return clip((growth * at.years) / 2 - log(value), 0, withhold) / elasticityOf(at.rules, s);
      }),
  },
  // E10, first year: sales come back by the elasticity at once.
  "china-duty": {
    rests: TRADE,
    euro: (at, { about, value }) => {
      const s = sectorOf(at.rules, about);
      const cut = lifted(dutiesOf(at, "beijing", s), value);
      if (cut <= 0) return 0;
      const { exportImpact } = at.rules.model.trade;
      const more = sales(at, s) * cut * exportImpact * at.rules.sectors[s]!.exportElasticity * at.years;
      return (isBeijing(at) ? -GIVEN : 1) * soldWorth(at, s, more);
    },
  },
  // Goods held now come free; goods not held are safe from it.
  "no-hold": {
    rests: TRADE,
    euro: (at, { about, value }) =>
      gift(at, about, (m) => {
        const { banSize } = at.rules.model.beijing;
        const { banOdds } = at.rules.model.contracts;
        const held = heldUp(at.view, m);
        const odds = held > value ? 1 : Math.min(1, (banOdds * at.years * YEAR) / HALF);
        const { exportPain, iconic } = at.rules.model.politics;
        return (
          exportPain * iconic * tenderest(at, m) * Math.max(banSize, held) * odds * Math.min(1, at.years)
        );
      }),
  },
  // First in the queue: in a squeeze its licences are so many times the others'.
  "fast-lane": {
    rests: ["hold"],
    euro: (at, { about, value }) =>
      gift(at, about, (m) => {
        const odds = isSqueezed(at.view) ? 1 : at.rules.model.contracts.squeezeOdds;
        return exposure(at, m) * odds * Math.min(1, at.years * 2) * (1 - 1 / Math.max(1, value));
      }),
  },
  orders: {
    rests: TRADE,
    euro: (at, { about, value }) =>
      gift(at, about, (m) => at.rules.model.politics.exportPain * at.view.pub.sold[m]! * value * at.years),
  },
  // Jobs of the plant, from its week on, and a year beyond the agreement.
  investment: {
    rests: [],
    euro: (at, { about, value, weeks }) =>
      gift(at, about, () => {
        const years = Math.max(0, at.years - weeks / YEAR) + 1;
        return at.rules.model.contracts.jobsWorth * value * years;
      }),
  },
  // A case put off for as long, in the sector named or the one hurt most; nothing where it is promised already. Beijing
  // pays for it as far as it believes that Europe would open one.
  "no-new-case": {
    rests: [],
    euro: (at, { by, about, value }) => {
      const { law, moves, contracts } = at.rules.model;
      const { injury } = at.view.pub;
      const s = about === "all" ? injury.indexOf(Math.max(...injury)) : sectorOf(at.rules, about);
      const believed = isBeijing(at) ? 2 * logistic(at.view.own.resolve) : 1;
      const cut = (law.subsidyRate * moves.productBreadth * contracts.caseOdds * believed) / (1 + value);
      const sworn = promisedUntil(
        at.view,
        (t) => t.by === by && t.metric === "no-new-case" && t.value <= value,
      );
      return spared(at, s, cut, Math.max(0, at.years - (sworn - at.view.pub.tick) / YEAR));
    },
  },
  "europe-duty": {
    rests: [],
    euro: (at, { about, value }) => {
      const s = sectorOf(at.rules, about);
      return spared(at, s, lifted(dutiesOf(at, "europe", s), value), at.years);
    },
  },
  // A duty in force goes for good, a case that runs might have failed anyway.
  "close-case": {
    rests: [],
    euro: (at, { about }) => {
      const file = at.view.pub.files.find((f) => f.id === about);
      if (!file || file.sector < 0) return 0;
      const cut = file.duty > 0 ? file.duty + file.rested : file.rate * at.rules.model.contracts.caseOdds;
      return spared(at, file.sector, cut * file.breadth, Math.max(1, at.years));
    },
  },
  // The makers keep to a least price: the duty rests, most of the shelter stays.
  "floor-price": {
    rests: [],
    euro: (at, { about, value }) => {
      const file = at.view.pub.files.find((f) => f.id === about);
      if (!file || file.sector < 0 || !isBiting(file)) return 0;
      return spared(at, file.sector, lifted([file], value), at.years, 1 - at.rules.model.law.floor);
    },
  },
  // Every year without the law keeps the hold where it is: one part in ten of it a year.
  "law-delay": {
    rests: ["hold"],
    euro: (at, { value }) => {
      const { squeezeOdds } = at.rules.model.contracts;
      const kept = 0.1 * squeezeOdds * (value / YEAR) * (at.me >= 0 ? exposure(at, at.me) : at.view.own.hold);
      return isBeijing(at) ? kept : -kept;
    },
  },
  // A vote sold or won: to Brussels and Beijing by what the file adds to Europe's strength, to a capital in standing.
  ballot: {
    rests: [],
    euro: (at, { by, about, value }) =>
      at.me >= 0
        ? 0
        : wish(at, about) *
          value *
          swing(at, by) *
          strength(at, about) *
          at.rules.model.contracts.squeezeOdds,
    standing: (at, { by, about, value }) => {
      const { kept } = at.rules.model.score;
      const { ballotBend, ballotWorth } = at.rules.model.contracts;
      if (by !== at.view.seat) return ballotWorth * wish(at, about) * moved(at, by, value) * swing(at, by);
      return kept - ballotBend * bend(at.rules, leaningTo(at, about), value);
    },
  },
  // Weeks of another's store in a squeeze; the giver is thought the better of.
  "share-stock": {
    rests: ["hold"],
    euro: (at, term) => {
      const [from, to] = [memberAt(at.rules, term.by), memberAt(at.rules, term.about)];
      const { shareWeeks } = at.rules.model.moves;
      const { squeezeOdds } = at.rules.model.contracts;
      const times = added(at, term);
      const worth = to < 0 ? 0 : (exposure(at, to) * squeezeOdds * times * shareWeeks) / HALF;
      return at.me === to ? worth : at.me === from ? -worth : 0;
    },
    standing: (at, term) => {
      const { score, moves } = at.rules.model;
      const times = added(at, term);
      return term.by === at.view.seat ? score.kept + moves.shareStanding * times : 0;
    },
  },
  payment: {
    rests: [],
    euro: (at, { by, about, value }) =>
      (about === at.view.seat ? value : by === at.view.seat ? -value : 0) / 1000,
  },
};

// What a squeeze would cost, input by input.

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
function exposure(at: Place, m: number): number {
  const { hold } = at.view.own;
  return parts(at).reduce((sum, part, i) => sum + hold * part * at.rules.members[m]!.use[i]!, 0);
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

/** True for a deal with Beijing behind the others' backs. */
export const isHidden = ({ secret }: Draft, parties: readonly Seat[]): boolean =>
  secret &&
  parties.includes("beijing") &&
  parties.some((seat) => isMember(seat)) &&
  !parties.includes("commission");
