// The Commission's doctrines: one way of thinking with different settings. Aim of `prepared`: first stocks, plants and
// the resilience package, then measured pressure from cases that are ready, and never a promise nobody measures.

import { nowOf } from "../moves/move.ts";
import { type Command, check } from "../moves/table.ts";
import { type Stream, uniform } from "../random.ts";
import type { Payout } from "../scenario/payout.ts";
import { indexOf, type Rules } from "../scenario.ts";
import { type File, holds, type Project } from "../state.ts";
import { heardWords, isSqueezed, type View } from "../view.ts";
import { isMeasured } from "../world/agreement.ts";
import { countsAgainst } from "../world/majority.ts";
import { nextDemand } from "../world/resolve.ts";
import { isInTime } from "../world/words.ts";
import { answerDrafts, withCapital } from "./bargain.ts";
import { type Bot, type Deed, deed } from "./bot.ts";
import { enforce } from "./enforce.ts";
import { painShare, type Stance } from "./interest.ts";
import {
  answerCards,
  beliefInBeijing,
  filesOf,
  firstAllowed,
  headcount,
  leaving,
  offersFace,
  packageWorth,
  sounded,
  type Tastes,
} from "./judge.ts";
import { speakUp } from "./phrases.ts";
import {
  coerce,
  decideGates,
  joinClub,
  type LegalTaste,
  propose,
  saveFund,
  savesForClub,
  savesForLaw,
  soften,
  WITHIN_REACH,
} from "./procedures.ts";
import { hasForsworn } from "./promises.ts";
import { leaveRooms, payForVotes } from "./rooms.ts";
import { atSession, type Gift } from "./sessions.ts";

interface CommissionDoctrine extends LegalTaste {
  id: string;
  /** Share of the possible stock orders (one in eight weeks) and backings (one in four) it makes, 0 to 1. */
  effort: number;
  /** First week in which it opens new cases; later than the horizon = never. */
  casesFrom: number;
  /** Whether it wants the resilience package, and from which week. */
  packageFrom: number;
  /** By what rule its fund is to pay. */
  payout?: Payout;
  /** Keeps its points for the gates of its cases before all else, and opens a second where it has one. */
  allOut: boolean;
  /** Pain over what Europe bears at which it lets a case go in a squeeze. */
  yields: number;
  /** Drafts it tables when it sits with Beijing, and how it bargains. */
  templates: readonly string[];
  stance: Stance;
  /** What it may give besides, to have a draft signed. */
  gives: readonly Gift[];
  /** Whether it pays capitals for close votes. */
  pays: boolean;
  tastes: Tastes;
}

const PREPARED_TASTES: Tastes = {
  heat: -0.5,
  legitimacy: 0.5,
  resolve: 10,
  support: 12,
  standing: 0.2,
  points: 1.5,
  money: 0.002,
  envelope: 0.003,
  fund: 1.5,
  cohesion: 0.4,
  risk: 6,
  throughput: 6,
  recycling: 30,
  adapt: 60,
  relief: 3,
  access: 8,
  assurance: 2,
  bare: -3.5,
  controls: 0.5,
  file: 3,
  project: 3,
  "provisional-speed": 0.5,
  proof: 12,
  examine: 0.5,
  open: 2,
  ask: 0.5,
  price: -40,
  stock: 2,
  "scrap-limit": 1,
  matching: 8,
  ally: 40,
  half: -6,
  exempt: -3,
  hold: -1,
  exposed: 1,
  pause: 1,
  "step-down": 1,
};

export const COMMISSION_DOCTRINES: readonly CommissionDoctrine[] = [
  {
    id: "prepared",
    effort: 0.95,
    casesFrom: 36,
    allOut: false,
    packageFrom: 3,
    payout: "need",
    heatLimit: 38,
    coercionFrom: 45,
    law: "soft",
    lawFrom: 24,
    clubFrom: 30,
    yields: 1.3,
    templates: ["licence-benchmark", "named-firms", "stop-before-stop"],
    stance: { signs: 0.5, order: 3, lull: 0.4, bare: 1.3, counters: 2 },
    gives: ["no-new-case", "floor-price"],
    pays: false,
    tastes: PREPARED_TASTES,
  },
  {
    id: "quiet",
    effort: 1,
    casesFrom: 999,
    allOut: false,
    packageFrom: 999,
    heatLimit: 25,
    coercionFrom: 999,
    law: "strict",
    lawFrom: 0,
    clubFrom: 20,
    yields: 1,
    templates: ["stop-before-stop", "named-firms"],
    stance: { signs: 0.5, order: 2, lull: 0.4, bare: 1.3, counters: 1 },
    gives: ["no-new-case"],
    pays: true,
    tastes: { ...PREPARED_TASTES, heat: -0.9, file: 1, open: -1, proof: 4, pause: 2 },
  },
  {
    id: "force",
    effort: 0.15,
    casesFrom: 2,
    allOut: true,
    packageFrom: 999,
    heatLimit: 90,
    coercionFrom: 30,
    law: "none",
    lawFrom: 999,
    clubFrom: 999,
    yields: 2,
    templates: [],
    stance: { signs: 4, order: 0, lull: 0.4, bare: 1.5, counters: 1 },
    gives: [],
    pays: false,
    tastes: {
      ...PREPARED_TASTES,
      ...{
        heat: 0.2,
        resolve: 20,
        assurance: -2,
        "provisional-speed": 5,
        proof: 4,
        legitimacy: 0.5,
        cohesion: 0.1,
      },
      ...{ file: 4, open: 4, examine: 2, fund: 0.5, adapt: 30, project: 1, pause: -3, "step-down": -2 },
    },
  },
  {
    id: "assurance-taker",
    effort: 0.35,
    casesFrom: 999,
    allOut: false,
    packageFrom: 999,
    heatLimit: 20,
    coercionFrom: 999,
    law: "none",
    lawFrom: 999,
    clubFrom: 999,
    yields: 0.4,
    templates: ["bare-assurance", "suspension"],
    stance: { signs: -2, order: 1, lull: 0, bare: 0, counters: 0 },
    gives: ["no-new-case", "europe-duty", "floor-price"],
    pays: false,
    tastes: {
      ...PREPARED_TASTES,
      ...{ assurance: 1, bare: 2.5, heat: -1.2, resolve: 3, risk: -3, file: 0, open: -2, proof: 2 },
      ...{ fund: 0.5, adapt: 30, project: 1.5, exempt: 1, "scrap-limit": 0, pause: 2, "step-down": 3 },
    },
  },
  {
    id: "broker",
    effort: 0.95,
    casesFrom: 20,
    allOut: false,
    packageFrom: 5,
    payout: "need",
    heatLimit: 32,
    coercionFrom: 50,
    law: "soft",
    lawFrom: 24,
    clubFrom: 30,
    yields: 1,
    templates: ["access-milestones", "licence-benchmark", "stop-before-stop", "named-firms"],
    stance: { signs: 0, order: 4, lull: 0.3, bare: 1, counters: 2 },
    gives: ["no-new-case", "europe-duty", "floor-price"],
    pays: true,
    tastes: { ...PREPARED_TASTES, access: 14, cohesion: 0.8, legitimacy: 0.8, "step-down": 2 },
  },
];

/** Buys the input whose interruption would cost most for each week already in store. */
function buildStock(d: CommissionDoctrine, rules: Rules, view: View, random: Stream): Deed[] {
  if (view.pub.tick % rules.model.inputs.stockEvery !== 2 || uniform(random) > d.effort) return [];
  const wants = rules.inputs
    .map((input, i) => ({
      i,
      need: (input.valueAtRisk * input.omega * input.chinaShare) / (1 + view.own.stockpile[i]!),
    }))
    .filter(({ i }) => rules.inputs[i]!.stockable && rules.inputs[i]!.critical)
    .sort((a, b) => b.need - a.need);
  for (const { i } of wants) {
    for (const million of [60, 40, 20]) {
      const command = { kind: "order-stock", input: rules.inputs[i]!.id, million } as Command;
      if (check(rules, view, command) === null) return [deed(command, "stock", view.own.stockpile[i]!)];
    }
  }
  return [];
}

/** Help that suits a plant, the best first: a floor holds what already runs, which matters while goods are sold below cost. */
function helpFor({ stage, backed }: Pick<Project, "stage" | "backed">, cheap: boolean): string[] {
  if (stage === "permit") return ["fast-track", "offtake"];
  const running = stage === "ramp" || stage === "operating";
  if (cheap && running) return ["floor"];
  return backed === "offtake" ? [] : ["offtake", "floor"];
}

/**
 * True while Beijing sells below cost, or may soon do so again: it has before, plants elsewhere grow, no agreement that is
 * counted would suffer, and it would still bite in this game.
 */
function isCheap(rules: Rules, { pub, own }: View): boolean {
  if (pub.law.floodUntil > pub.tick) return true;
  const { floodShare, floodWeeks } = rules.model.beijing;
  const counted = pub.contracts.some((c) => holds(c, pub.tick) && isMeasured(c));
  const lasts = pub.weeks - pub.tick > floodWeeks;
  const before = pub.news.some(({ code }) => code === "flooding-ended");
  return before && lasts && !counted && own.elsewhere[0]! > floodShare;
}

/** True while something large, or a threat of its own, has to be paid first. */
const saves = (d: CommissionDoctrine, rules: Rules, view: View): boolean =>
  savesForClub(d, rules, view) ||
  (!savesForPackage(d, view) && savesForLaw(d, rules, view)) ||
  heardWords(view).some((w) => w.by === "commission" && w.form === "threat");

/** Backs the plant that would add most for its cost and still wants it; those about to lose their money first. */
function backPlants(d: CommissionDoctrine, rules: Rules, view: View, random: Stream): Deed[] {
  if (view.pub.tick % 4 !== 0 || uniform(random) > d.effort || saves(d, rules, view)) return [];
  const cheap = isCheap(rules, view);
  const ranked = view.pub.projects
    .map((p) => {
      const plan = rules.projects[indexOf(rules.projects, p.id)]!;
      const left = p.needsBackingBy < 0 ? 60 : Math.max(1, p.needsBackingBy - view.pub.tick);
      return {
        p,
        plan,
        value: plan.owner === "europe" ? ((plan.size ?? 0) * 100) / (left * (20 + p.weeksLeft)) : 0,
      };
    })
    .filter((x) => x.value > 0)
    .sort((a, b) => b.value - a.value);
  for (const { p } of ranked) {
    for (const how of helpFor(p, cheap)) {
      const command = { kind: "back-project", project: p.id, how } as Command;
      if (check(rules, view, command) === null) return [deed(command, "plant", p.weeksLeft)];
    }
  }
  return [];
}

/** The resilience package: tabled early, called to a vote when the soundings allow; with the snapback where promises could carry it. */
function resilience(d: CommissionDoctrine, rules: Rules, view: View): Deed[] {
  if (view.pub.tick < d.packageFrom || view.pub.fund > 0) return [];
  const ready = filesOf(view, "europe", "package").find((f) => f.stage === "proposal");
  if (ready) return callVote(rules, view, ready, 0.12);
  const second = view.pub.files.some((f) => f.kind === "package" && f.shutUntil > 0);
  const { people } = headcount(rules, view, packageWorth(rules, view, true));
  const command = {
    kind: "table-package",
    billion: 1,
    snapback: !second && people >= rules.model.law.people - WITHIN_REACH,
    ...(d.payout && { payout: d.payout }),
  } as Command;
  return [deed(command, "package")];
}

/** True while it wants the package and has not tabled one yet. */
const savesForPackage = (d: CommissionDoctrine, { pub }: View): boolean =>
  d.packageFrom <= pub.tick &&
  pub.fund === 0 &&
  !pub.files.some((f) => f.kind === "package" && f.shutUntil <= pub.tick);

/** Calls a vote when the states it counts on would carry it, or when waiting no longer helps. */
function callVote(rules: Rules, view: View, file: File, benefit: number): Deed[] {
  const { states, people } = headcount(rules, view, benefit);
  const { law } = rules.model;
  const enough = states >= law.states - 1 || people >= law.people;
  const waited = view.pub.tick - file.opened > 10;
  return enough || waited ? [deed({ kind: "call-vote", file: file.id } as Command, "vote", people)] : [];
}

/** Points it keeps for plants and the like before it spends one on a promise. */
const SPARE_POINTS = 2;
/** People past the majority, %, up to which a count is not safe. */
const UNSAFE = 6;
/** Support by which a guess at a capital's mind is off at most times. */
const GUESS = 0.1;

/** Promises something to the undecided capitals whose votes move most people, where they may carry a vote in favour. */
function pledge(rules: Rules, view: View, gatesFirst: boolean): Deed[] {
  const { law, politics } = rules.model;
  return view.pub.votes
    .filter((v) => v.outcome === "open" && !countsAgainst(v.rule) && v.closes - view.pub.tick <= 2)
    .flatMap((vote) => {
      // What is put aside for gates may still go to the vote on coercion.
      const isOther = view.pub.files.find((f) => f.id === vote.file)?.kind !== "coercion";
      if (gatesFirst && isOther) return [];
      const { states, people, short } = sounded(rules, view, vote);
      if (
        (isOther && view.own.points < SPARE_POINTS) ||
        (people > law.people + UNSAFE && states > law.states)
      )
        return [];
      const ranked = rules.members
        .map((member, m) => ({ member, short: short[m]! }))
        .filter((x) => x.short > -GUESS && x.short < politics.pledge)
        .sort((a, b) => b.member.population - a.member.population);
      const reached = people + ranked.reduce((sum, x) => sum + (x.short > 0 ? x.member.population : 0), 0);
      if (reached < law.people) return [];
      return ranked.flatMap(({ member }) => {
        const promise = (["project", "agenda", "money"] as const)
          .map((pledge) => ({ kind: "give-pledge", to: member.code, pledge, vote: vote.id }) as const)
          .find((command) => check(rules, view, command) === null);
        return promise ? [deed(promise, "pledge", member.population)] : [];
      });
    })
    .slice(0, 1);
}

/** Forms of its cases, the quickest first for whoever wants all at once. */
const FORMS = { usual: ["anti-subsidy"], allOut: ["anti-dumping", "anti-subsidy"] } as const;

/** Opens a case where the injury is greatest, one at a time, while heat and points allow. */
function openCase(d: CommissionDoctrine, rules: Rules, view: View): Deed[] {
  if (view.pub.tick < d.casesFrom || view.pub.heat > d.heatLimit || isSqueezed(view)) return [];
  const sectors = rules.sectors
    .map(({ id }, k) => ({ id, k, injury: view.pub.injury[k]! }))
    .sort((a, b) => b.injury - a.injury);
  const busy = new Set(filesOf(view, "europe").map((f) => f.sector));
  const targets = [
    ...sectors.filter(({ k }) => !busy.has(k)),
    ...(d.allOut ? sectors.filter(({ k }) => busy.has(k)) : []),
  ].filter(({ id }) => !hasForsworn(rules, view, id));
  const wishes = targets.flatMap(({ id, injury }) =>
    FORMS[d.allOut ? "allOut" : "usual"].map((form) =>
      deed({ kind: "open-case", form, sector: id, breadth: "product" } as Command, "injury", injury),
    ),
  );
  return firstAllowed(rules, view, wishes);
}

/** Weeks a threat is given; only a file that can be in force within them is worth one. */
const THREAT_WEEKS = 8;

/** Words and emergency tools in a squeeze. */
function answerSqueeze(d: CommissionDoctrine, rules: Rules, view: View): Deed[] {
  if (!isSqueezed(view)) return [];
  const deeds: Deed[] = [];
  if (view.pub.stopped > 0)
    deeds.push(deed({ kind: "declare-emergency" } as Command, "stoppage", view.pub.stopped));
  const threat = filesOf(view, "europe", "anti-subsidy", "anti-dumping").find(
    (f) => f.stage.endsWith("-gate") && isInTime(rules, f, view.pub.tick + THREAT_WEEKS, nowOf(view)),
  );
  // A threat that it could not pay to carry out would only be a bluff.
  const pays = view.own.points >= (rules.model.cost["decide-gate/impose"] ?? 0);
  if (threat && pays && view.pub.heat < d.heatLimit)
    deeds.push(
      deed(
        { kind: "make-statement", form: "threat", file: threat.id, weeks: THREAT_WEEKS } as Command,
        "threat",
        view.own.europeReady,
      ),
    );
  deeds.push(
    deed({ kind: "make-statement", form: "scoreboard" } as Command, "scoreboard", view.own.throughput[0]!),
  );
  return deeds;
}

/** Output lost a year, EUR bn, at which it would rather step down a little than stand, and at which by half. */
const PAINFUL = 5;
const UNBEARABLE = 15;

/** Takes a way down when standing costs more than what goes, or when it has become too hot; offers one once lines stop. */
function stepDown(d: CommissionDoctrine, { pub }: View): Deed[] {
  const word = pub.words.find((w) => w.form === "step-down" && w.to === "commission");
  const hot = pub.heat > d.heatLimit;
  if (word) {
    const bears = pub.loss < (word.file === "half" ? UNBEARABLE : PAINFUL);
    const reply = hot || !bears ? "accept" : "decline";
    return [deed({ kind: "answer-step-down", word: word.id, reply }, "step-down", pub.loss)];
  }
  if (pub.loss < PAINFUL || d.heatLimit > 80) return [];
  const extent = pub.loss > UNBEARABLE || hot ? "half" : "part";
  return [deed({ kind: "offer-step-down", extent }, "step-down", pub.loss)];
}

/** A bare promise is worth as much as the capitals believe it. */
const asBelieved = (d: CommissionDoctrine, rules: Rules, view: View): Tastes => {
  const { bare = 0 } = d.tastes;
  return bare > 0 ? { ...d.tastes, bare: bare * beliefInBeijing(rules, view) } : d.tastes;
};

/**
 * In a squeeze that hurts more than it bears, it lets go of the youngest case that bites nobody yet; later when nothing saves
 * its face (E43).
 */
function yieldTo(d: CommissionDoctrine, rules: Rules, view: View): Deed[] {
  if (!isSqueezed(view)) return [];
  const pain = painShare(rules, view);
  if (pain < d.yields + nextDemand(rules, offersFace(view))) return [];
  const wishes = filesOf(view, "europe")
    .filter((f) => f.sector >= 0 && f.duty === 0)
    .sort((a, b) => b.opened - a.opened)
    .map((f) => deed({ kind: "drop-case", file: f.id } as Command, "yield", pain));
  return firstAllowed(rules, view, wishes);
}

/** Points that decisions at its gates will take beyond what comes in until then: a gate it cannot pay for gives a case away. */
function forGates(rules: Rules, { pub }: View): number {
  const price = rules.model.cost["decide-gate/impose"] ?? 0;
  return pub.files
    .filter((f) => f.side === "europe" && f.stage.endsWith("-gate") && f.gate >= pub.tick)
    .map(({ gate }) => Math.max(0, gate - pub.tick - 1))
    .sort((a, b) => a - b)
    .reduce(
      (most, weeks, k) => Math.max(most, (k + 1) * price - weeks * rules.model.points.commissionIncome),
      0,
    );
}

/** What points are kept for: gates, and coercion while it lasts. */
const COMES_FIRST: readonly Command["kind"][] = [
  "decide-gate",
  "declare-emergency",
  "examine-coercion",
  "determine-coercion",
  "answer-coercion",
];

/** A bot of a doctrine. */
export const commissionBot = (d: CommissionDoctrine): Bot => ({
  id: d.id,
  decide(rules: Rules, view: View, random: Stream): Deed[] {
    const wishes = [
      ...answerCards(rules, view, asBelieved(d, rules, view), random),
      ...coerce(d, rules, view),
      ...decideGates(d, rules, view),
      ...answerSqueeze(d, rules, view),
      ...answerDrafts(
        rules,
        view,
        (parties) => (parties.includes("beijing") ? d.stance : withCapital(d.stance)),
        random,
      ),
      ...atSession(rules, view, d.stance, d.templates, d.gives),
      ...enforce(rules, view, d.stance, d.heatLimit),
      ...yieldTo(d, rules, view),
      ...leaveRooms(rules, view),
      ...speakUp(rules, view),
      ...stepDown(d, view),
      ...saveFund(rules, view),
      ...soften(d, rules, view),
      ...pledge(rules, view, d.allOut),
    ];
    if (view.pub.tick % 2 === 0)
      wishes.push(
        ...resilience(d, rules, view),
        ...propose(d, rules, view, savesForPackage(d, view)),
        ...joinClub(d, rules, view),
        ...(d.pays ? payForVotes(rules, view, withCapital(d.stance), random) : []),
        ...backPlants(d, rules, view, random),
        ...buildStock(d, rules, view, random),
        ...openCase(d, rules, view),
      );
    const possible = wishes.filter((w) => check(rules, view, w.command) === null);
    return d.allOut ? leaving(rules, view, possible, forGates(rules, view), COMES_FIRST) : possible;
  },
});
