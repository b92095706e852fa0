// Event cards: they come up by date or by the state of the world, ask seats, and do what the chosen option says. An
// unanswered card takes its last option when its time is over.

import { pow } from "../exact.ts";
import type { Trace } from "../explain.ts";
import { chance, perWeek, uniform } from "../random.ts";
import { type Card, type CardOption, chanceOf } from "../scenario/card.ts";
import { memberAt, type Rules } from "../scenario.ts";
import { isMember, type Seat, type Viewpoint } from "../seat.ts";
import { type Choice, type State, tell } from "../state.ts";
import { missesSupply } from "./agreement.ts";
import { yearPurse } from "./capitals.ts";
import { askedBy, drawLots, subjectOf } from "./deciders.ts";
import { applyEffects, type Occasion, putCard } from "./effects.ts";
import { judgesOf } from "./heat.ts";
import { offRampChance } from "./offramp.ts";
import { once } from "./once.ts";
import { pay } from "./purse.ts";
import { type Cause, causeOf, occasions } from "./triggers.ts";

export { hardestHit } from "./deciders.ts";
export { applyEffects } from "./effects.ts";

/** Weeks between two cards of chance for one seat; weeks before a card of chance may come up again. */
const REST = 5;
const AGAIN = 26;

type Outcome = Pick<CardOption, "effects" | "chance" | "judged" | "if" | "otherwise">;

/** Whether it comes out as hoped: by what is true, by chance, or always. */
function comesOut(rules: Rules, state: State, outcome: Outcome): boolean {
  if (outcome.if) {
    const misses = missesSupply(rules, state.contracts, state.tick, ({ truth }) => truth);
    return misses === (outcome.if === "missed");
  }
  const odds = chanceOf(outcome, judgesOf(rules, state.commission.proof, state.legitimacy));
  return odds === undefined || chance(state.random, odds);
}

/** Carries effects out, or what happens instead; answers whether they did as hoped. */
function carryOut(rules: Rules, state: State, outcome: Outcome, occasion: Occasion, trace: Trace): boolean {
  const works = comesOut(rules, state, outcome);
  applyEffects(rules, state, works ? outcome.effects : (outcome.otherwise ?? []), occasion, trace);
  return works;
}

/** What a card brings at once, told where it could have gone either way. */
function happen(rules: Rules, state: State, card: Card, about: readonly string[], trace: Trace): void {
  if (!card.happens) return;
  const works = carryOut(rules, state, card.happens, { by: "", about }, trace);
  state.outcomes[card.id] = works ? "happened" : "failed";
  if (card.happens.says)
    tell(state, {
      ...{ code: "card-happened", by: "", about: [card.id, ...about] },
      ...{ amount: works ? 1 : -1, to: [] },
    });
}

/** How an answer is told: who took which option, and whether it worked, if that was open. */
function report(state: State, card: Card, by: Seat | "", option: CardOption, works: boolean): void {
  state.outcomes[`${card.id}/${by}`] = option.id;
  const wasOpen = option.chance !== undefined || option.if !== undefined;
  const amount = wasOpen ? (works ? 1 : -1) : 0;
  const to: Seat[] = card.quiet && by !== "" ? [by] : [];
  tell(state, { code: "card-answered", by, about: [card.id, option.id], amount, to });
}

function settle(
  rules: Rules,
  state: State,
  card: Card,
  option: CardOption,
  occasion: Occasion,
  trace: Trace,
): void {
  const works = carryOut(rules, state, option, occasion, trace);
  report(state, card, occasion.by, option, works);
}

/** Place of the option that several answers come to. */
function agreedOn(card: Card, answers: readonly string[]): number {
  const places = answers.map((id) => card.options.findIndex((o) => o.id === id));
  if (card.joint === "agreed")
    return places.every((k) => k === places[0]) ? places[0]! : card.options.length - 1;
  const votes = card.options.map((_, k) => places.filter((place) => place === k).length);
  return votes.lastIndexOf(Math.max(...votes));
}

/** What an option costs a seat: points, and EUR m of the common envelope or of a capital's purse. Beijing counts none. */
export function priceOf(
  rules: Rules,
  seat: Viewpoint,
  option: CardOption | undefined,
): { points: number; money: number } {
  const { points = 0, money = 0, purse = 0 } = option ?? {};
  const m = memberAt(rules, seat);
  const own = m >= 0 ? Math.round(purse * yearPurse(rules, m)) : 0;
  return { points, money: seat === "commission" ? money : own };
}

/** Gives back what was paid for an answer that does not come about. */
function refund(rules: Rules, state: State, card: Card, { seat, chosen }: Choice): void {
  const { points, money } = priceOf(
    rules,
    seat,
    card.options.find((o) => o.id === chosen),
  );
  pay(rules, state, seat, -points, -money);
}

/** Takes an option of an open choice. Where all are asked as one, it does what they agree on once all have answered. */
export function takeOption(rules: Rules, state: State, choice: Choice, id: string, trace: Trace): void {
  const card = rules.cards.find((c) => c.id === choice.card);
  const option = card?.options.find((o) => o.id === id);
  if (!card || !option || choice.chosen !== "") return;
  choice.chosen = id;
  const { about } = choice;
  if (card.joint === undefined) {
    settle(rules, state, card, option, { by: choice.seat, about }, trace);
    return;
  }
  const all = state.choices.filter((c) => c.card === card.id && c.asked === choice.asked);
  if (all.some((c) => c.chosen === "")) return;
  const agreed =
    card.options[
      agreedOn(
        card,
        all.map((c) => c.chosen),
      )
    ]!;
  for (const other of all) if (other.chosen !== agreed.id) refund(rules, state, card, other);
  trace.mark("event");
  settle(rules, state, card, agreed, { by: "", about }, trace);
}

type Chance = Extract<Card["when"], { weight: number }>;

/** The cards of a scenario by how they come up; chances of the week are worked out once. */
interface Deck {
  dated: Map<number, Card[]>;
  fromEnd: { card: Card; weeks: number }[];
  byChance: { card: Card; when: Chance; odds: number }[];
}

const deckOf = once((rules: Rules): Deck => {
  const deck: Deck = { dated: new Map(), fromEnd: [], byChance: [] };
  for (const card of rules.cards) {
    const { when } = card;
    if (when.kind === "tick")
      for (const tick of when.ticks) deck.dated.set(tick, [...(deck.dated.get(tick) ?? []), card]);
    else if (when.kind === "before-end") deck.fromEnd.push({ card, weeks: when.weeks });
    else if (when.kind !== "follow") deck.byChance.push({ card, when, odds: oddsOf(when) });
  }
  return deck;
});

/** Odds of a week: the weight itself where it is drawn once, or where its trigger has odds of its own. */
const oddsOf = (when: Chance): number =>
  when.kind === "trigger" && (when.once || when.trigger === "off-ramp")
    ? when.weight
    : perWeek(when.weight, 13);

/** Odds that any of so many things brings a card up, each with these odds. */
const ofAny = (odds: number, times: number): number => (times < 2 ? times * odds : 1 - pow(1 - odds, times));

/** Another card has come out as this one waits for. */
function afterCard(
  { drawn, outcomes }: State,
  { card, outcome }: Chance & { kind: "outcome" },
): Cause | undefined {
  if (outcomes[card] !== outcome) return undefined;
  const since = drawn[card.split("/")[0]!];
  return since === undefined ? undefined : { since, about: [] };
}

/** Why a card of chance comes up this week: its cause has held for long enough, and it has not come up lately. */
function byChance(
  rules: Rules,
  state: State,
  { card, when, odds }: Deck["byChance"][number],
): Cause | undefined {
  // Chance is asked first: looking for a cause costs more, and few weeks need it.
  const luck = uniform(state.random);
  const most = when.kind === "trigger" ? ofAny(odds, occasions(state, when.trigger)) : odds;
  if (luck >= most) return undefined;
  const last = state.drawn[card.id];
  if (last !== undefined && state.tick - last < AGAIN) return undefined;
  const cause = when.kind === "outcome" ? afterCard(state, when) : causeOf(rules, state, when.trigger);
  if (!cause || (last !== undefined && last >= cause.since)) return undefined;
  const late = state.tick - cause.since - when.after;
  if (late < 0 || (when.kind === "trigger" && when.once && late > 0)) return undefined;
  const offered = when.kind === "trigger" && when.trigger === "off-ramp" ? offRampChance(rules, state) : 1;
  return luck < most * offered ? cause : undefined;
}

/** Why a dated card comes up in its week: always, or while the file it hangs on is at its stage and the world is so. */
function onDate(rules: Rules, state: State, { when }: Card): Cause | undefined {
  const since = state.tick;
  if (when.kind === "tick" && when.while && !causeOf(rules, state, when.while)) return undefined;
  if (when.kind !== "tick" || !when.file) return { since, about: [] };
  const file = state.files.find((f) => f.id === when.file!.id);
  return file && when.file.stages.includes(file.stage) ? { since, about: [file.id] } : undefined;
}

/** Seats that have had a card lately are left alone by cards of chance. */
const isRested = (state: State, seat: Seat): boolean =>
  !state.choices.some((c) => c.seat === seat && state.tick - c.asked < REST);

/** Who is asked now; nobody when those who must agree cannot all be asked. */
function seatsFor(rules: Rules, state: State, card: Card, about: readonly string[]): Seat[] {
  const all = askedBy(rules, state, card.deciders, about);
  const isDated = card.when.kind === "tick" || card.when.kind === "before-end";
  const ready = isDated ? all : all.filter((seat) => isRested(state, seat));
  const offices = ready.filter((seat) => !isMember(seat));
  const capitals = ready.filter(isMember);
  const drawn = card.lot === undefined ? capitals : drawLots(state, capitals, card.lot);
  const wanted = card.lot ?? all.filter(isMember).length;
  const isWhole = offices.length + drawn.length === all.filter((seat) => !isMember(seat)).length + wanted;
  return card.joint === "agreed" && !isWhole ? [] : [...offices, ...drawn];
}

/** Seats up to this number belong to what the card is about. */
const FEW = 4;

/** Brings a card up: picks what it is about, asks, and does what happens at once. */
function draw(rules: Rules, state: State, card: Card, cause: Cause, trace: Trace): void {
  const subject = card.subject === undefined ? [] : subjectOf(rules, state, card.subject);
  if (!subject) return;
  const known = [...cause.about, ...(card.about ?? []), ...subject];
  const seats = seatsFor(rules, state, card, known);
  if (card.deciders.length > 0 && seats.length === 0) return;
  const about = seats.length <= FEW ? [...new Set([...known, ...seats])] : known;
  putCard(state, card, seats, about);
  happen(rules, state, card, about, trace);
}

function cardsWeek(rules: Rules, state: State, trace: Trace): void {
  const deck = deckOf(rules);
  const come = (card: Card, cause: Cause | undefined) => cause && draw(rules, state, card, cause, trace);
  for (const card of deck.dated.get(state.tick) ?? []) come(card, onDate(rules, state, card));
  for (const { card, weeks } of deck.fromEnd)
    if (state.weeks - weeks === state.tick) come(card, onDate(rules, state, card));
  for (const entry of deck.byChance) come(entry.card, byChance(rules, state, entry));
}

/** Weeks for which an answered choice stays on record. */
const KEPT = 13;

/** Cards of the week, and choices whose time is over. */
export function eventsWeek(rules: Rules, state: State, trace: Trace): void {
  for (const choice of state.choices) {
    if (choice.chosen !== "" || choice.until >= state.tick) continue;
    const card = rules.cards.find((c) => c.id === choice.card);
    if (card) takeOption(rules, state, choice, card.options[card.options.length - 1]!.id, trace);
  }
  if (state.choices.some((c) => c.until < state.tick - KEPT))
    state.choices = state.choices.filter((c) => c.until >= state.tick - KEPT);
  cardsWeek(rules, state, trace);
}
