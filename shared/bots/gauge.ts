// What each thing that can be promised is worth to the seat that looks, in EUR bn over the agreement, from what that seat
// knows (E45). One entry a metric: promises about supply say how much of a squeeze they rule out, the others what they
// bring or take. What is a gain to Europe is Beijing's to give, and the other way round.

import { clip, log, logistic } from "../exact.ts";
import type { IndicatorId } from "../indicators.ts";
import { againstTerm } from "../moves/word.ts";
import type { MetricId } from "../scenario/terms.ts";
import { memberAt } from "../scenario.ts";
import type { Term } from "../state.ts";
import { heldUp, isSqueezed } from "../view.ts";
import { earnsStanding } from "../world/agreement.ts";
import { elasticityOf } from "../world/makers.ts";
import { isBiting } from "../world/readings.ts";
import { bend, leaningTo, moved, strength, swing, wish } from "./ballots.ts";
import {
  allSales,
  dutiesOf,
  faceOf,
  GIVEN,
  gift,
  lifted,
  makersKeep,
  sales,
  soldWorth,
  spared,
  tenderest,
} from "./commerce.ts";
import { added, HALF, isBeijing, type Place, promisedUntil, sectorOf, YEAR } from "./place.ts";
import { exposure, inTime, licensed, NOTICE_ALONE } from "./squeeze.ts";

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

const TRADE = ["sold"] as const;

/** Standing that a capital gains by keeping one of its promises, which counts once in a draft. */
function honour({ rules, view, draft, parties }: Place, term: Term): number {
  const known = [...view.own.contracts, ...view.pub.contracts];
  const at = { parties: [...parties], from: view.pub.tick, secret: draft.secret };
  const first = draft.terms.find((t) => t.by === term.by && earnsStanding(rules, known, at, t));
  return first === term ? rules.model.score.kept : 0;
}

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
    standing: (at, term) => {
      const { by, about, value } = term;
      const { broken } = at.rules.model.score;
      const { ballotBend, ballotWorth } = at.rules.model.contracts;
      if (by !== at.view.seat) return ballotWorth * wish(at, about) * moved(at, by, value) * swing(at, by);
      const breaks = broken * againstTerm(at.rules, at.view, { about, value }).length;
      return honour(at, term) - ballotBend * bend(at.rules, leaningTo(at, about), value) - breaks;
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
      const { shareStanding } = at.rules.model.moves;
      const times = added(at, term);
      return term.by === at.view.seat ? honour(at, term) + shareStanding * times : 0;
    },
  },
  payment: {
    rests: [],
    euro: (at, { by, about, value }) =>
      (about === at.view.seat ? value : by === at.view.seat ? -value : 0) / 1000,
  },
};
