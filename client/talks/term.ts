// A promise in words: what it is about, its figure, when it is looked at and by whom.

import type { Rejection } from "../../shared/rejection.ts";
import type { Measure, MetricId } from "../../shared/scenario/terms.ts";
import type { Rules } from "../../shared/scenario.ts";
import type { Seat } from "../../shared/seat.ts";
import type { File, Term } from "../../shared/state.ts";
import { measureOf } from "../../shared/world/agreement.ts";
import { METRIC } from "../../shared/world/metrics.ts";
import { printMillions } from "../figure.ts";
import { fileNamed, names, seatName } from "../label.ts";
import { printEuro, printNumber, printPercent } from "../print.ts";
import { reasonText } from "../reason.ts";
import { speech } from "../speech.ts";
import { words } from "../words.ts";
import { timingOf } from "./draft.ts";

/** A figure as it is written and typed: shares in per cent. */
const scaleOf = (metric: MetricId): number => (METRIC[metric].unit === "share" ? 100 : 1);
export const shown = (metric: MetricId, value: number): number =>
  Number((scaleOf(metric) * value).toFixed(2));
export const typed = (metric: MetricId, text: number): number => Number((text / scaleOf(metric)).toFixed(4));

/** What stands before and behind a figure that is typed: "days", "% of normal", "€" and "m". */
export function unitText(metric: MetricId, value: number): { before: string; after: string } {
  const { unit, one } = speech.metrics[metric];
  const money = METRIC[metric].unit;
  if (money === "EUR bn" || money === "EUR m") {
    const written = words.units[money === "EUR m" ? "euroM" : "euroBn"]("\n");
    const [before = "", after = ""] = written.split("\n");
    return { before, after };
  }
  return { before: "", after: shown(metric, value) === 1 ? (one ?? unit) : unit };
}

/** "25 days", "80 % of normal", "€20m", "none", "abstain". */
export function valueText(metric: MetricId, value: number): string {
  const { none } = speech.metrics[metric];
  const { unit } = METRIC[metric];
  if (unit === "ballot") return speech.talks.ballots[value] ?? printNumber(value);
  if (unit === "EUR bn") return printEuro(value);
  if (unit === "EUR m") return printMillions(value);
  if (value === 0 && none) return none;
  return `${printNumber(shown(metric, value))}\u00a0${unitText(metric, value).after}`;
}

/** Its bound before its figure: "at most 25 days", "none". */
export function boundText({ metric, value }: Pick<Term, "metric" | "value">): string {
  const { bound, none } = speech.metrics[metric];
  return value === 0 && none ? none : [bound, valueText(metric, value)].filter(Boolean).join(" ");
}

const inputName = (rules: Rules, id: string): string => rules.inputs.find((i) => i.id === id)?.name ?? id;

/** What a promise is about, within a sentence. */
export function subjectText(
  rules: Rules,
  files: readonly File[],
  { metric, about }: Pick<Term, "metric" | "about">,
): string {
  const of = names(rules);
  switch (METRIC[metric].about) {
    case "input":
      return about === "all" ? speech.talks.allInputs : speech.talks.input(inputName(rules, about));
    case "sector":
      return of.sector(about);
    case "sector-or-all":
      return about === "all" ? speech.talks.allGoods : of.sector(about);
    case "member":
    case "seat":
      return seatName(about as Seat);
    case "none":
      return "";
    default:
      return speech.quoted(fileNamed(rules, files, about));
  }
}

/** "Days until a licence for rare-earth magnets". */
export const titleText = (
  rules: Rules,
  files: readonly File[],
  term: Pick<Term, "metric" | "about">,
): string => speech.metrics[term.metric].about(subjectText(rules, files, term));

/** When it is looked at, as words alone; `until` = the week in which the agreement ends. */
export function timeText(term: Term, until: number): string {
  const { talks } = speech;
  switch (timingOf(term)) {
    case "window":
      return `${talks.over} ${words.units.weeks(term.weeks)}`;
    case "within":
      return `${talks.within} ${words.units.weeks(term.weeks)}`;
    case "throughout":
      return speech.metrics[term.metric].until ?? talks.until(until);
    case "at-count":
      return talks.atCount;
    case "at-once":
      return talks.atSignature;
  }
}

/** How late and how exactly a body looks, at a thing where one is named; nothing where nobody does, "exact" where everybody sees it. */
export function accuracyText(rules: Rules, measure: Measure, metric?: MetricId): string {
  const { talks } = speech;
  if (measure === "none") return "";
  if (measure === "public") return talks.exact;
  const { lag, error } = measureOf(rules, measure);
  const { blur = 1 } = metric ? METRIC[metric] : {};
  return [talks.late(lag), talks.error(printPercent(100 * blur * error))].join(", ");
}

/** Why a term cannot stand as it is, in its own units. */
export function faultText(term: Term, rejection: Rejection, length: number): string {
  const { talks } = speech;
  const { code, need = 0, have = 0, what } = rejection;
  if (code !== "out-of-range") return code === "already-so" ? talks.twice : reasonText(rejection);
  if (have === term.weeks && need === length && have > length) return talks.tooLongWindow(length);
  if (what === "window") return reasonText(rejection);
  if (have !== term.value) return talks.atLeast(words.units.weeks(need));
  return (term.value > need ? talks.atMost : talks.atLeast)(valueText(term.metric, need));
}

/** "1", "1 and 2", "1, 2 and 4". */
export function listed(items: readonly (string | number)[]): string {
  const texts = items.map(String);
  return texts.length < 2 ? (texts[0] ?? "") : speech.and(texts.slice(0, -1).join(", "), texts.at(-1)!);
}
