// How the Commission's bot uses the law beyond single cases: what it decides at gates, coercion, the law of several
// suppliers, the buyers' club, and a package that is about to fail.

import { type Command, check } from "../moves/table.ts";
import type { Rules } from "../scenario.ts";
import type { File } from "../state.ts";
import type { View } from "../view.ts";
import { mayAnswer, mayDetermine, openCoercion } from "../world/coercion.ts";
import { atGate, type Decision } from "../world/gates.ts";
import { type Deed, deed } from "./bot.ts";
import { carries, filesOf, squeezeLasts } from "./judge.ts";

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

/** What finding coercion is worth to a capital with little to lose in China (E30). */
function worthOfFinding(rules: Rules, { pub }: View): number {
  const p = rules.model.politics;
  const pain = Math.min(1, pub.loss / p.coercionPain);
  return (
    p.determinationBase +
    p.determinationPain * pain +
    p.determinationSqueeze +
    (pub.fund > 0 ? p.determinationFund : 0)
  );
}

/** Weeks of a squeeze after which it is no whim. */
const SERIOUS = 3;

/** The sector in which China sells Europe most. */
const largest = (rules: Rules, view: View): string =>
  rules.sectors[view.pub.imports.indexOf(Math.max(...view.pub.imports))]!.id;

/** The next step with a file against coercion: the Council when it would carry it, measures while the squeeze lasts. */
function proceed(d: LegalTaste, rules: Rules, view: View, file: File): Deed[] {
  const { tick, heat, loss } = view.pub;
  if (mayDetermine(file, tick)) {
    const lastCall = file.gate <= tick + 1 && d.heatLimit > 80;
    if (lastCall || carries(rules, view, worthOfFinding(rules, view)))
      return [deed({ kind: "determine-coercion", file: file.id }, "coercion", loss)];
  }
  if (!mayAnswer(file, tick) || heat > d.heatLimit) return [];
  const sector = largest(rules, view);
  return [
    deed({ kind: "answer-coercion", file: file.id, remedy: "duties", sector, delay: 0 }, "coercion", loss),
  ];
}

/** Calls a squeeze that is no whim coercion when the capitals hold together, and takes the file as far as they do. */
export function coerce(d: LegalTaste, rules: Rules, view: View): Deed[] {
  const { pub } = view;
  const lasts = squeezeLasts(view);
  if (pub.cohesion < d.coercionFrom || lasts < 0) return [];
  const file = openCoercion(pub.files);
  if (file) return proceed(d, rules, view, file);
  return lasts >= SERIOUS ? [deed({ kind: "examine-coercion" }, "coercion", pub.loss)] : [];
}

/** True while it puts points aside for the next step against coercion. */
export const savesToCoerce = (d: LegalTaste, rules: Rules, view: View): boolean =>
  coerce(d, rules, view).some(({ command }) => check(rules, view, command)?.code === "not-enough-points");

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

/** What a package with a snapback is worth to a capital that is neither frugal nor exposed, as a guess. */
const PACKAGE_WORTH = 0.08;

/** Takes the snapback out in the last week when ballots cast and soundings together would not carry it. */
export function saveFund(rules: Rules, view: View): Deed[] {
  const { yes } = rules.model.politics;
  return filesOf(view, "europe", "package")
    .filter((f) => f.snapback)
    .flatMap((f) => {
      const vote = view.pub.votes.find((v) => v.file === f.id && v.outcome === "open");
      if (!vote) return [];
      const backs = rules.members.filter((_, m) => {
        const cast = vote.cast[m];
        return cast ? cast === "for" : view.own.support[m]! + PACKAGE_WORTH > yes;
      });
      const people = backs.reduce((sum, m) => sum + m.population, 0);
      const short = backs.length < rules.model.law.states || people < rules.model.law.people;
      return short ? [deed({ kind: "drop-snapback", file: f.id }, "save-fund", people)] : [];
    });
}
