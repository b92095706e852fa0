// How the Commission's bot uses the law beyond single cases: what it decides at gates, coercion, the law of several
// suppliers, the buyers' club, and a package that is about to fail.

import { type Command, check } from "../moves/table.ts";
import type { Rules } from "../scenario.ts";
import type { File } from "../state.ts";
import { isSqueezed, type View } from "../view.ts";
import { mayAnswer, mayDetermine, openCoercion } from "../world/coercion.ts";
import { atGate, type Decision } from "../world/gates.ts";
import { openVote } from "./ballots.ts";
import { type Deed, deed } from "./bot.ts";
import { filesOf, firstAllowed, headcount, lawWorth, squeezeLasts, worthToMost } from "./judge.ts";

export interface LegalTaste {
  /** Heat above which it presses no further. */
  heatLimit: number;
  /** Cohesion from which it calls a squeeze coercion; 999 = never. */
  coercionFrom: number;
  /** Form in which it proposes the law of several suppliers, and the first week in which it has the points for it. */
  law: "strict" | "soft" | "none";
  lawFrom: number;
  /** First week in which it joins the club; 999 = never. */
  clubFrom: number;
}

/** Decisions by liking: while heat allows, and when it does not. */
const PRESS: readonly Decision[] = ["impose", "exclude", "deepen", "appeal", "halve", "undertaking", "lapse"];
const COOL: readonly Decision[] = ["undertaking", "adjust", "halve", "deepen", "lapse", "impose"];

/** What to do at a gate of a case in its last weeks: impose while heat allows, else take the milder way. */
export function decideGates(d: LegalTaste, rules: Rules, view: View): Deed[] {
  const { tick, heat } = view.pub;
  const calm = heat < d.heatLimit;
  return filesOf(view, "europe")
    .filter((f) => f.kind !== "coercion" || f.stage === "appeal-gate")
    .filter((f) => atGate(rules, f, tick) && f.gate <= tick + 1)
    .flatMap((f) => {
      const wishes = (calm ? PRESS : COOL).map(
        (decision) => ({ kind: "decide-gate", file: f.id, decision }) as const,
      );
      const first = wishes.find((c) => check(rules, view, c) === null);
      return first ? [deed(first, calm ? "gate-press" : "gate-cool", heat)] : [];
    });
}

/** Weeks of a squeeze after which it is no whim. */
const SERIOUS = 2;
/** Output that half a year of squeeze would cost, EUR bn, from which it will hurt enough for a majority. */
const GRAVE = 18;
/** Weeks after the finding in which Beijing may still sign before it is answered for what is over. */
const PATIENCE = 9;
/** Weeks by which an answer to what is over waits, so that there is time to sign. */
const DELAY = 6;
/** People, %, that promises of the last weeks may still add to what soundings say. */
export const WITHIN_REACH = 10;

/** Whether the Council may find coercion: promises could bring what is missing, or it is now or never for the firm. */
function mayPass(d: LegalTaste, rules: Rules, view: View, file: File): boolean {
  const { people } = headcount(rules, view, worthToMost(rules, view, file), file);
  const lastCall = file.gate <= view.pub.tick + 1;
  return people >= rules.model.law.people - WITHIN_REACH || (lastCall && d.heatLimit > 80);
}

/** Whether the answer itself would not be what ends in open confrontation. */
const bears = (d: LegalTaste, rules: Rules, heat: number): boolean => {
  const { measures, confrontation } = rules.model.heat;
  return heat <= d.heatLimit || heat + measures < confrontation;
};

/** The sector in which China sells Europe most. */
const largest = (rules: Rules, view: View): string =>
  rules.sectors[view.pub.imports.indexOf(Math.max(...view.pub.imports))]!.id;

/** Whether a squeeze that is over is still to be answered: it cost much, and Beijing has had time to sign and has not. */
const isOwed = (d: LegalTaste, rules: Rules, { pub }: View, file: File): boolean =>
  pub.coercedCost >= rules.model.politics.coercionPain &&
  (d.heatLimit > 80 || pub.tick >= file.nextGate + PATIENCE);

/** The next step with a file against coercion: the Council when it would carry it, measures while they are owed. */
function proceed(d: LegalTaste, rules: Rules, view: View, file: File): Deed[] {
  const { tick, heat, coercedCost } = view.pub;
  if (mayDetermine(file, tick) && mayPass(d, rules, view, file))
    return [deed({ kind: "determine-coercion", file: file.id }, "coercion", coercedCost)];
  if (!mayAnswer(file, tick) || !bears(d, rules, heat)) return [];
  const squeezed = isSqueezed(view);
  if (!squeezed && !isOwed(d, rules, view, file)) return [];
  const sector = largest(rules, view);
  const delay = squeezed ? 0 : DELAY;
  return [
    deed(
      { kind: "answer-coercion", file: file.id, remedy: "duties", sector, delay },
      "coercion-answer",
      coercedCost,
    ),
  ];
}

/**
 * Calls a squeeze that is no whim and will hurt coercion when the capitals hold together, and takes the file as far as they
 * do, also when the squeeze is over.
 */
export function coerce(d: LegalTaste, rules: Rules, view: View): Deed[] {
  const { pub } = view;
  if (pub.cohesion < d.coercionFrom) return [];
  const file = openCoercion(pub.files);
  if (file) return proceed(d, rules, view, file);
  const grave = view.own.hold >= GRAVE || d.heatLimit > 80;
  return grave && squeezeLasts(view) >= SERIOUS
    ? [deed({ kind: "examine-coercion" }, "coercion-early", view.own.hold)]
    : [];
}

/** Points it keeps back for gates when it begins something large that can wait. */
const SPARE = 1;

const spares = (rules: Rules, { own }: View, kind: Command["kind"]): boolean =>
  own.points >= (rules.model.cost[kind] ?? 0) + SPARE;

/** Proposes the law in its form, and after a lost vote in the soft one; `saving` = it keeps its points for the package. */
export function propose(d: LegalTaste, rules: Rules, view: View, saving: boolean): Deed[] {
  if (d.law === "none" || saving || view.pub.tick < d.lawFrom || !spares(rules, view, "propose-law"))
    return [];
  const forms = d.law === "strict" ? (["strict", "soft"] as const) : (["soft"] as const);
  const commands = forms.map((form) => ({ kind: "propose-law", form }) as const);
  const first = commands.find((c) => check(rules, view, c) === null);
  return first ? [deed(first, "law", view.own.elsewhere[0]!)] : [];
}

/** True while it puts points aside for the law that soundings would carry. */
export function savesForLaw(d: LegalTaste, rules: Rules, view: View): boolean {
  if (d.law === "none" || view.pub.tick < d.lawFrom || spares(rules, view, "propose-law")) return false;
  const command = { kind: "propose-law", form: d.law } as const;
  const refused = check(rules, view, command);
  if (refused && refused.code !== "not-enough-points") return false;
  const { people } = headcount(rules, view, lawWorth(rules, view, d.law === "strict"));
  return people >= rules.model.law.people;
}

/** True when it is time for the club, in calm, and nothing but points may be missing. */
function wantsClub(d: LegalTaste, rules: Rules, view: View): boolean {
  const refused = check(rules, view, { kind: "join-club" });
  const free = refused === null || refused.code === "not-enough-points";
  return free && view.pub.tick >= d.clubFrom && view.pub.heat <= d.heatLimit;
}

/** True while it puts points aside for the club. */
export const savesForClub = (d: LegalTaste, rules: Rules, view: View): boolean =>
  wantsClub(d, rules, view) && !spares(rules, view, "join-club");

/** Joins the club when it has points to spare and things are calm. */
export const joinClub = (d: LegalTaste, rules: Rules, view: View): Deed[] =>
  wantsClub(d, rules, view) && spares(rules, view, "join-club")
    ? [deed({ kind: "join-club" }, "club", view.pub.legitimacy)]
    : [];

/** Points from which it can look after what can wait. */
const FULL = 5;
/** Part of a market lost to imports below which a duty has done its work. */
const HEALED = 0.01;

/** Duties that a cool head would see smaller are reviewed in calm weeks; cases that bite nobody yet are narrowed in hot ones. */
export function soften(d: LegalTaste, rules: Rules, view: View): Deed[] {
  const { heat, tick } = view.pub;
  if (d.heatLimit > 80 || tick % 4 !== 0) return [];
  const cases = filesOf(view, "europe", "anti-subsidy", "anti-dumping", "circumvention");
  if (heat > d.heatLimit) {
    const waiting = cases.filter((f) => f.duty === 0);
    return firstAllowed(
      rules,
      view,
      waiting.map((f) => deed({ kind: "narrow-case", file: f.id }, "narrow", heat)),
    );
  }
  // A case that is gone has to be worth a point, and a duty that has done its work no quarrel.
  if (view.own.points < FULL) return [];
  const injury = (f: File): number => view.pub.injury[f.sector]!;
  const healed = cases.filter((f) => f.duty > 0 && injury(f) < HEALED);
  return firstAllowed(
    rules,
    view,
    healed.map((f) => deed({ kind: "open-review", file: f.id }, "review", injury(f))),
  );
}

/** What a package with a snapback is worth to a capital that is neither frugal nor exposed, as a guess. */
const PACKAGE_WORTH = 0.08;

/** A count that is short by no more, in states and % of people, may still come right: soundings err. */
const CLOSE = { states: 1, people: 5 };

/** Takes the snapback out in the last week when ballots cast and soundings together would not carry it. */
export function saveFund(rules: Rules, view: View): Deed[] {
  const { yes } = rules.model.politics;
  return filesOf(view, "europe", "package")
    .filter((f) => f.snapback)
    .flatMap((f) => {
      const vote = openVote(view, f.id);
      if (!vote) return [];
      const backs = rules.members.filter((_, m) => {
        const cast = vote.cast[m];
        return cast ? cast === "for" : view.own.support[m]! + PACKAGE_WORTH > yes;
      });
      const people = backs.reduce((sum, m) => sum + m.population, 0);
      const { law } = rules.model;
      const short = backs.length < law.states - CLOSE.states || people < law.people - CLOSE.people;
      return short ? [deed({ kind: "drop-snapback", file: f.id }, "save-fund", people)] : [];
    });
}
