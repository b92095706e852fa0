// Shared ways to judge a position: what an event option is worth to a doctrine, and simple readings of a View.

import { sum } from "../exact.ts";
import { type Command, check, cost } from "../moves/table.ts";
import { type Stream, uniform } from "../random.ts";
import { type CardOption, chanceOf, type Effect } from "../scenario/card.ts";
import type { Rules } from "../scenario.ts";
import { type File, holds } from "../state.ts";
import { squeezedFrom, type View, type VoteView } from "../view.ts";
import { isBare, missesSupply } from "../world/agreement.ts";
import { judgesOf } from "../world/heat.ts";
import { beliefOf, nextDemand, savesFace, yieldChance } from "../world/resolve.ts";
import { pointsOf } from "../world/signing.ts";
import { isAct, pressure } from "../world/stakes.ts";
import { type Deed, deed } from "./bot.ts";
import { doesForsworn } from "./promises.ts";

/** Points of liking for one unit of each effect of an event card; what is missing leaves the doctrine cold. */
export type Tastes = Partial<Record<Effect["kind"] | "bare" | "exposed", number>>;

/** Spread of a judgement, in points: nobody reckons to the last digit. */
const JUDGEMENT = 1.2;

/** What something seems to be worth to whoever judges it once. */
export const judged = (worth: number, random: Stream): number => worth + JUDGEMENT * (uniform(random) - 0.5);

/** How much of the Council a shift of support reaches: a line of one's own, everybody's, that of a few or of one state. */
function reach(who: Extract<Effect, { kind: "support" }>["who"]): number {
  if (who === "decider" || who === "all") return 1;
  return who === "about" || who === "frugal" || who === "hawks" || who === "doves" ? 0.3 : 0.1;
}

/** What is put off or brought nearer, in so many weeks. */
const moved = (does: "delay" | "speed", unit: number, weeks = 0): number =>
  (does === "delay" ? -weeks : weeks) / unit;

/** The size of an effect in its own unit, signed so that a taste can multiply it. */
function sizeOf(effect: Effect): number {
  switch (effect.kind) {
    case "fund":
      return effect.billion;
    case "spot":
      return effect.factor - 1;
    // Who is served sooner and who later: either way capitals are told apart.
    case "tilt":
      return Math.abs(effect.factor - 1);
    case "price":
      return effect.by * (effect.sector === "all" ? 4 : 1);
    case "support":
      return effect.by * reach(effect.who);
    case "relief":
      return 1 - effect.factor;
    case "assurance":
      return effect.weeks / 26;
    case "controls":
      return effect.weeks / 26;
    case "throughput":
    case "stop":
      return (effect.by * effect.weeks) / 13;
    case "provisional-speed":
      return effect.weeks / 8;
    case "proud":
      return effect.weeks / 8;
    case "pause":
      return effect.weeks / 6;
    case "flood":
    case "leak":
      return effect.weeks / 13;
    case "file":
      if (effect.does === "scale") return (effect.rate ?? 1) - 1;
      if (effect.does === "delay" || effect.does === "speed") return moved(effect.does, 26, effect.weeks);
      return effect.does === "close" ? -1 : 1;
    case "project":
      if (effect.does === "delay" || effect.does === "speed") return moved(effect.does, 13, effect.weeks);
      return effect.does === "kill" ? -2 : 1;
    case "hold":
      return effect.does === "lift" ? -1 : 1;
    case "deal":
      return effect.does === "return" ? -1 : 1;
    case "sales":
      return (effect.by * effect.weeks) / 26;
    case "open":
    case "ask":
    case "examine":
    case "resume":
    case "allocation":
    case "reopen":
    case "steer":
    case "step-down":
      return 1;
    default:
      return effect.by;
  }
}

/** A promise that is measured and one that is not are two things, and so is what comes out of what is done in secret. */
function tasteOf(effect: Effect): keyof Tastes {
  if (effect.kind === "assurance" && !effect.verified) return "bare";
  return (effect.kind === "hold" || effect.kind === "deal") && effect.does === "expose"
    ? "exposed"
    : effect.kind;
}

const liking = (effects: readonly Effect[], tastes: Tastes): number =>
  effects.reduce((total, effect) => total + (tastes[tasteOf(effect)] ?? 0) * sizeOf(effect), 0);

/** What is paid for an option, as dear as what is won. */
const dear = ({ points = 0, money = 0, purse = 0 }: CardOption, tastes: Tastes): number =>
  points * (tastes.points ?? 0) + money * (tastes.money ?? 0) + purse * (tastes.purse ?? 0);

/** What an option that breaks one's word is liked the less. */
const BREACH = 10;

/**
 * Where both sides must name the same, one's favourite may be what the other cannot take: each option better than the
 * last one, which is no agreement, is named the more often the better it is. Draws one and puts it first.
 */
function haggle(possible: { value: number }[], none: number, random: Stream): void {
  const gains = possible.map(({ value }) => Math.max(0, value - none));
  let drawn = uniform(random) * sum(gains);
  const named = gains.findIndex((gain) => {
    drawn -= gain;
    return gain > 0 && drawn <= 0;
  });
  if (named >= 0) possible[named]!.value = Math.max(...possible.map(({ value }) => value)) + 0.01;
}

/** How sure a seat is of what the figures it has read say of an agreement: they have errors, and are late. */
const SURE = 0.75;

/** Chance that an option comes out as hoped, as far as the seat can tell. */
function likely(rules: Rules, { pub }: View, option: CardOption): number {
  if (!option.if) return chanceOf(option, judgesOf(rules, pub.law.proof, pub.legitimacy)) ?? 1;
  const seems = missesSupply(rules, pub.contracts, pub.tick, ({ missed }) => missed);
  return seems === (option.if === "missed") ? SURE : 1 - SURE;
}

/** Answers every open event card with the option that seems best by the tastes. */
export function answerCards(rules: Rules, view: View, tastes: Tastes, random: Stream): Deed[] {
  return view.own.choices
    .filter((choice) => choice.chosen === "")
    .flatMap((choice) => {
      const card = rules.cards.find((c) => c.id === choice.card);
      if (!card) return [];
      const scored = card.options.map((option) => {
        const p = likely(rules, view, option);
        const hoped = p * liking(option.effects, tastes) + (1 - p) * liking(option.otherwise ?? [], tastes);
        const worth = hoped - dear(option, tastes);
        const command = { kind: "choose", choice: choice.id, option: option.id } as Command;
        const breaks = doesForsworn(rules, view, option.effects, choice.about);
        // Where both must name the same, chance comes with the haggling.
        const value = card.joint === "agreed" ? worth : judged(worth, random);
        return { command, value: value - (breaks ? BREACH : 0) };
      });
      const possible = scored.filter(({ command }) => check(rules, view, command) === null);
      const last = possible.at(-1);
      if (card.joint === "agreed" && last) haggle(possible, last.value, random);
      possible.sort((a, b) => b.value - a.value);
      const [best, next] = possible;
      return best ? [deed(best.command, "card", best.value - (next?.value ?? best.value))] : [];
    });
}

/** Inputs Beijing squeezes now (go-slow or embargo), by index. */
export const squeezedInputs = (view: View): number[] =>
  view.pub.law.squeezedSince.flatMap((since, i) => (since >= 0 ? [i] : []));

/** Weeks that the squeeze has lasted, -1 without one. */
export const squeezeLasts = ({ pub }: View): number => {
  const from = squeezedFrom(pub);
  return from < 0 ? -1 : pub.tick - from;
};

/** Files of a side that are still running. */
export const filesOf = (view: View, side: File["side"], ...kinds: File["kind"][]): File[] =>
  view.pub.files.filter((f) => f.side === side && (kinds.length === 0 || kinds.includes(f.kind)));

/** Duties that Europe has laid in cases it opened in this game, and that bite. */
export const laid = (view: View): File[] =>
  filesOf(view, "europe").filter((f) => f.duty > 0 && f.why === "move");

/** Weeks for which a duty is new once it is final; a provisional one always is. */
const NEW = 4;
export const isNew = ({ pub }: View, { gate }: File): boolean => gate - pub.tick > -NEW;

/** While Europe lays duty on duty Beijing gives nothing away: it would look like a reward. */
export const isUnderFire = (view: View): boolean => laid(view).some((f) => isNew(view, f));

/** True for a bare promise of Beijing that still runs. */
export const hasAssurance = (view: View): boolean =>
  view.pub.contracts.some((c) => holds(c, view.pub.tick) && isBare(c));

/** E43: whether Beijing offers a way out with dignity, in this squeeze or at this time. */
export const offersFace = ({ pub }: View): boolean => {
  const since = squeezedFrom(pub);
  return savesFace(pub.words, since < 0 ? pub.tick : since);
};

/** E41: chance that Europe yields to a squeeze, as Beijing sees it. */
export function europeYields(rules: Rules, view: View): number {
  const { own, pub } = view;
  const fund = pub.fund > 0 ? 1 : 0;
  const hold = 1 - own.gone - nextDemand(rules, offersFace(view));
  return yieldChance(rules, hold, own.resolve, pub.cohesion, fund, own.stockpile[0]!);
}

/** E41: chance that a capital yields when it is pressed or tempted, as Beijing sees it. */
export function capitalYields(rules: Rules, { own, pub }: View, m: number): number {
  const [low, high] = rules.toleranceRange[m]!;
  const pressure = (2 * pub.pain[m]!) / (low + high);
  return yieldChance(rules, pressure, own.firmness[m]!, pub.cohesion, pub.fund > 0 ? 1 : 0, 0);
}

/** How far the capitals believe Beijing's word, against what they usually do: 1 = as usual, 0 to 2; by use of the first input. */
export function beliefInBeijing(rules: Rules, { own }: View): number {
  return rules.members.reduce(
    (sum, { use }, m) => sum + use[0]! * beliefOf(rules, m, own.trustBeijing[m]!),
    0,
  );
}

/** The first of some wishes that is possible now, if any. */
export const firstAllowed = (rules: Rules, view: View, wishes: readonly Deed[]): Deed[] =>
  wishes.filter(({ command }) => check(rules, view, command) === null).slice(0, 1);

/** What a capital that sells much to China fears of a file against coercion, in support (E30). */
function fearOf({ members, model }: Rules, { pub }: View, file: File | undefined, m: number): number {
  if (file?.kind !== "coercion") return 0;
  const p = model.politics;
  const sold = pub.sold[m]! / members[m]!.gdp / p.exposureUnit;
  const bare = sold * (1 - (pub.fund > 0 ? p.coverFund : p.coverNone));
  return bare * (file.remedy === "none" ? p.determinationExposure : p.measuresExposure);
}

/** Points that an order takes, now or as the last to sign. */
function pointsFor(rules: Rules, view: View, command: Command): number {
  const { proposal, answer } = command as { proposal?: string; answer?: string };
  const draft = answer === "accept" ? view.own.proposals.find(({ id }) => id === proposal) : undefined;
  return cost(rules, view, command).points + (draft ? pointsOf(rules, draft.terms, view.seat) : 0);
}

/** The wishes that can be paid with so many points left, the first ones first; what is free always, and what they are left for. */
export function leaving(
  rules: Rules,
  view: View,
  wishes: readonly Deed[],
  points: number,
  first: readonly Command["kind"][] = [],
): Deed[] {
  let free = view.own.points - points;
  return wishes.filter(({ command }) => {
    const takes = pointsFor(rules, view, command);
    if (takes > 0 && takes > free && !first.includes(command.kind)) return false;
    free -= takes;
    return true;
  });
}

/** Estimated share of people and number of states that would vote yes, from what the seat believes of their support. */
export function headcount(
  rules: Rules,
  view: View,
  benefit: number,
  file?: File,
): { states: number; people: number } {
  let states = 0;
  let people = 0;
  rules.members.forEach((member, m) => {
    if (view.own.support[m]! + benefit - fearOf(rules, view, file, m) > rules.model.politics.yes) {
      states += 1;
      people += member.population;
    }
  });
  return { states, people };
}

/** Whether soundings would carry a proposal that is worth so much to a capital. */
export function carries(rules: Rules, view: View, benefit: number): boolean {
  const { states, people } = headcount(rules, view, benefit);
  return states >= rules.model.law.states && people >= rules.model.law.people;
}

/** What the law that obliges firms to diversify is worth to most, by what is known. */
export function lawWorth({ model: { politics: p } }: Rules, { own }: View, strict: boolean): number {
  return p.lawBase + p.lawRisk * own.risk[0]! + (strict ? 0 : p.lawSoft);
}

/** What the resilience package, with or without its snapback, is worth to a capital that is neither frugal nor exposed (E30). */
export function packageWorth({ model: { politics: p } }: Rules, { own }: View, snapback: boolean): number {
  return p.fundBase + p.fundRisk * own.risk[0]! - (snapback ? p.fundSnapback : 0);
}

/** What a proposal is worth, by what is known, to a capital that nothing sets apart from the others (E30). */
export function worthToMost(rules: Rules, view: View, file: File | undefined): number {
  const { own, pub } = view;
  const p = rules.model.politics;
  const risk = own.risk[0]!;
  if (file?.kind === "package") return packageWorth(rules, view, file.snapback);
  if (file?.kind === "law")
    return isAct(rules, file) ? p.actBase + p.lawRisk * risk : lawWorth(rules, view, file.strict);
  if (file?.kind !== "coercion") return 0;
  const pain = pressure(rules, pub);
  const fund = pub.fund > 0 ? 1 : 0;
  const squeezed = squeezedFrom(pub) >= 0 ? p.determinationSqueeze : 0;
  if (file.remedy !== "none")
    return p.measuresBase + p.measuresPain * pain + p.measuresFund * fund + squeezed;
  return p.determinationBase + p.determinationPain * pain + p.determinationFund * fund + squeezed;
}

/**
 * How a vote in favour stands by the ballots that are in and what the other capitals seem to want: states and people, and
 * how far each capital is from a yes, in support.
 */
export function sounded(
  rules: Rules,
  view: View,
  vote: Pick<VoteView, "file" | "cast">,
): { states: number; people: number; short: number[] } {
  const { yes } = rules.model.politics;
  const file = view.pub.files.find((f) => f.id === vote.file);
  const worth = worthToMost(rules, view, file);
  const short = rules.members.map((_, m) => {
    const guess = yes - view.own.support[m]! - worth + fearOf(rules, view, file, m);
    const cast = vote.cast[m];
    // A ballot says more than a guess: who has shown a yes needs nothing, who has shown a no is further off than thought.
    return cast === "for" ? -1 : cast ? Math.max(0.05, guess) : guess;
  });
  const yeses = rules.members.filter((_, m) => short[m]! < 0);
  return { states: yeses.length, people: yeses.reduce((sum, m) => sum + m.population, 0), short };
}
