// What follows when a promise of a draft is broken, as the rules have it (E46): who is free of what, what comes back, and
// what it costs the side that broke its word.

import type { MetricId } from "../../shared/scenario/terms.ts";
import type { Rules } from "../../shared/scenario.ts";
import type { Seat, Viewpoint } from "../../shared/seat.ts";
import type { Draft, Term } from "../../shared/state.ts";
import type { ContractView } from "../../shared/view.ts";
import { hasCause, isProof } from "../../shared/world/agreement.ts";
import { METRIC } from "../../shared/world/metrics.ts";
import { seatName } from "../label.ts";
import { printNumber, printPercent } from "../print.ts";
import { speech } from "../speech.ts";
import { words } from "../words.ts";
import { timingOf } from "./draft.ts";
import { listed, valueText } from "./term.ts";

interface Consequence {
  by: Seat;
  /** Which promises, and when they count as broken. */
  lead: string;
  text: string;
}

/** Promises of one seat that are broken in the same way, by their places in the draft. */
interface Group {
  by: Seat;
  places: number[];
  first: Term;
}

type Sight = "none" | "survey" | "proven";
const sightOf = ({ measure }: Term): Sight =>
  measure === "none" || measure === "survey" ? measure : "proven";

/** What nobody was to look at, and yet everybody sees. */
const isSeen = ({ metric }: Term): boolean => METRIC[metric].open;

function groupsOf({ terms }: Draft): Group[] {
  const groups = new Map<string, Group>();
  terms.forEach((term, k) => {
    const timing = timingOf(term);
    const key = [term.by, sightOf(term), isSeen(term), timing, timing === "window" ? term.weeks : ""].join(
      "/",
    );
    const group = groups.get(key) ?? { by: term.by, places: [], first: term };
    group.places.push(k + 1);
    groups.set(key, group);
  });
  return [...groups.values()];
}

function leadText(rules: Rules, { places, first }: Group): string {
  const { broken } = speech.talks;
  const which = listed(places);
  if (first.measure === "none") return broken.none(which);
  switch (timingOf(first)) {
    case "window": {
      const { breachShare, breachReports } = rules.model.contracts;
      return broken.window(which, printPercent(100 * breachShare), first.weeks, breachReports);
    }
    case "within":
    case "at-once":
      return broken.within(which);
    case "at-count":
      return broken["at-count"](which);
    default:
      return broken.throughout(which);
  }
}

/** "you are free of 3", "Beijing is free of 1 and 2", or that it is simply over. */
function freedText(reader: Viewpoint, { by }: Group, { terms }: Draft): string {
  const { broken } = speech.talks;
  const places = terms.flatMap((term, k) => (term.by === by ? [] : [k + 1]));
  if (places.length === 0) return broken.over;
  const freed = [...new Set(terms.map((term) => term.by).filter((seat) => seat !== by))];
  const who = freed.length === 1 ? freed[0]! : undefined;
  const verb = who === reader ? broken.are : who ? broken.is(seatName(who)) : broken.others;
  return broken.free(verb, listed(places));
}

/** What it costs whoever has broken its word. */
function priceText(rules: Rules, reader: Viewpoint, by: Seat): string {
  const { broken } = speech.talks;
  const { breachReputation, breachLegitimacy, breachStanding } = rules.model.contracts;
  if (by === "beijing") return broken.paysBeijing(printNumber(breachReputation));
  if (by === "commission") return broken.paysBrussels(printNumber(breachLegitimacy));
  const points = printNumber(breachStanding);
  return by === reader ? broken.youPay(points) : broken.paysCapital(seatName(by), points);
}

/** Promises under which part of a duty rests. */
const RESTS: readonly MetricId[] = ["china-duty", "europe-duty", "floor-price"];

/** What the end of an agreement takes back by itself, of those who broke their word and of everybody. */
export function returns(terms: readonly Term[], breakers: readonly Seat[]): string[] {
  const { broken } = speech.talks;
  const given = terms.filter((term) => !breakers.includes(term.by));
  const isToThem = ({ about }: Term) => breakers.includes(about as Seat);
  /** What terms of this kind gave them, in its own unit. */
  const had = (metric: MetricId): number =>
    given.reduce((sum, term) => (term.metric === metric && isToThem(term) ? sum + term.value : sum), 0);
  const [plants, money] = [had("investment"), had("payment")];
  const forBeijing = terms.some((term) => term.by === "beijing");
  const closed =
    breakers.length > 0 &&
    given.some(({ metric }) => metric === "close-case") &&
    (breakers.includes("beijing") || !forBeijing);
  const lane = terms.some(({ metric }) => metric === "fast-lane");
  /** A sentence for each size in which the agreement has such a term. */
  const each = (metrics: readonly MetricId[], say: (value: number) => string): string[] => [
    ...new Set(terms.filter(({ metric }) => metrics.includes(metric)).map(({ value }) => say(value))),
  ];
  return [
    ...each(RESTS, (paid) => broken.rested(printPercent(100 * (1 - paid)))),
    ...(lane ? [broken.lane] : []),
    ...each(["orders"], (more) => broken.orders(valueText("orders", more))),
    ...each(["law-delay"], (weeks) => broken.resumed(words.units.weeks(weeks))),
    ...(plants > 0 ? [broken.plants(valueText("investment", plants))] : []),
    ...(money > 0 ? [broken.money(valueText("payment", money))] : []),
    ...(closed ? [broken.reopened] : []),
  ];
}

function outcome(rules: Rules, reader: Viewpoint, group: Group, draft: Draft): string[] {
  const { broken } = speech.talks;
  const { panelWeeks } = rules.model.contracts;
  const sight = sightOf(group.first);
  if (sight === "none") return [isSeen(group.first) ? broken.seen : broken.bare];
  if (sight === "survey") return [broken.survey(panelWeeks)];
  const snaps = draft.snapback && group.by === "beijing";
  return [
    freedText(reader, group, draft),
    ...returns(draft.terms, [group.by]),
    priceText(rules, reader, group.by),
    ...(snaps ? [broken.snapback(rules.model.law.snapbackWeeks)] : []),
  ];
}

/** What follows for a party that leaves an agreement before its time: with cause it is free, else it breaks its word. */
export function leaving(rules: Rules, seat: Seat, { terms, secret }: ContractView): string {
  const { broken } = speech.talks;
  const free = hasCause({ terms }, seat);
  const proven = terms.filter((term) => term.by !== seat && term.state === "broken" && isProof(term));
  const breakers = free ? proven.map(({ by }) => by) : [seat];
  const price = priceText(rules, seat, seat);
  const list = [
    ...(free ? [] : [secret && seat !== "beijing" ? broken.onceKnown(price) : price]),
    ...returns(terms, breakers),
  ];
  return broken.leave(free, list.join("; "));
}

/** A sentence for each way in which a draft could be broken, in the order of its terms. */
export const consequences = (rules: Rules, reader: Viewpoint, draft: Draft): Consequence[] =>
  groupsOf(draft).map((group) => ({
    by: group.by,
    lead: leadText(rules, group),
    text: `${outcome(rules, reader, group, draft).join("; ")}.`,
  }));

/** Promises about supply that nobody measures, by their places. */
export const unchecked = ({ terms }: Draft): number[] =>
  terms.flatMap(({ metric, measure }, k) => (measure === "none" && METRIC[metric].supply ? [k + 1] : []));
