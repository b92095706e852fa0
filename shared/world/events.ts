// Event cards: they come up by date or by the state of the world, ask a seat, and do what the chosen option says. An
// unanswered card takes its last option when its time is over.

import type { Trace } from "../explain.ts";
import { chance, perWeek } from "../random.ts";
import type { Card } from "../scenario/card.ts";
import type { Rules } from "../scenario.ts";
import { isMember, type Seat } from "../seat.ts";
import { type Choice, type State, tell } from "../state.ts";
import { offRampChance } from "./contracts.ts";
import { applyEffects, putCard } from "./effects.ts";
import { heldSince } from "./triggers.ts";

export { applyEffects } from "./effects.ts";

/** Weeks between two cards of chance for one seat; weeks before a card of chance may come up again. */
const REST = 5;
const AGAIN = 26;
/** States that a card counts as hit. */
const HIT = 3;

/** The states hit hardest now: by lines that stand still, then by what they bear. */
export function hardestHit(rules: Rules, state: State): number[] {
  const weigh = (m: number): number => {
    const { linesStopped, pain, tolerance } = state.members[m]!;
    const { use } = rules.members[m]!;
    return linesStopped + pain / tolerance + (use[0] ?? 0) / 10;
  };
  return rules.members
    .map((_, m) => m)
    .sort((a, b) => weigh(b) - weigh(a))
    .slice(0, HIT);
}

function deciders(rules: Rules, card: Card, hit: readonly number[]): Seat[] {
  const codes = rules.members.map((m) => m.code);
  if (card.decider === "both") return ["commission", "beijing"];
  if (card.decider === "members") return codes;
  if (card.decider === "hit") return hit.map((m) => codes[m]!);
  if (card.decider === "nobody") return [];
  return isMember(card.decider) && !codes.includes(card.decider) ? [] : [card.decider];
}

/** Brings a card up: asks its deciders, or does what it says when nobody decides. */
function draw(rules: Rules, state: State, card: Card, seats: readonly Seat[], trace: Trace): void {
  const hit = hardestHit(rules, state);
  putCard(state, card, seats, card.decider === "hit" ? hit.map((m) => rules.members[m]!.code) : []);
  if (card.decider === "nobody")
    carryOut(rules, state, card, card.options[0]!.id, { by: "", about: hit }, trace);
}

/** An option's effects, or what happens instead. */
function carryOut(
  rules: Rules,
  state: State,
  card: Card,
  id: string,
  occasion: { by: Seat | ""; about: readonly number[] },
  trace: Trace,
): void {
  const option = card.options.find((o) => o.id === id)!;
  const works = option.chance === undefined || chance(state.random, option.chance);
  applyEffects(rules, state, works ? option.effects : (option.otherwise ?? []), occasion, trace);
}

/** Takes an option of an open choice. A card put to both sides does what the less willing one chose, once both have answered. */
export function takeOption(rules: Rules, state: State, choice: Choice, option: string, trace: Trace): void {
  const card = rules.cards.find((c) => c.id === choice.card);
  if (!card || choice.chosen !== "") return;
  choice.chosen = option;
  const about = choice.about.map((code) => rules.members.findIndex((m) => m.code === code));
  if (card.decider !== "both") {
    carryOut(rules, state, card, option, { by: choice.seat, about }, trace);
    report(state, card, choice.seat, option);
    return;
  }
  const both = state.choices.filter((c) => c.card === card.id && c.asked === choice.asked);
  if (both.some((c) => c.chosen === "")) return;
  const place = (c: Choice) => card.options.findIndex((o) => o.id === c.chosen);
  const agreed = card.options[Math.max(...both.map(place))]!.id;
  carryOut(rules, state, card, agreed, { by: "", about }, trace);
  report(state, card, "", agreed);
}

function report(state: State, card: Card, by: Seat | "", option: string): void {
  tell(state, { code: "card-answered", by, about: [card.id, option], amount: 0, to: [] });
}

/** Whether a card of chance comes up this week. */
function comesUp(rules: Rules, state: State, card: Card): boolean {
  if (card.when.kind !== "trigger") return false;
  const { trigger, after, weight } = card.when;
  const since = heldSince(rules, state, trigger);
  if (since < 0 || state.tick - since < after) return false;
  const last = state.drawn[card.id];
  if (last !== undefined && (last >= since || state.tick - last < AGAIN)) return false;
  const odds = trigger === "off-ramp" ? weight * offRampChance(rules, state) : perWeek(weight, 13);
  return chance(state.random, odds);
}

/** Seats that have had a card of chance lately are left alone. */
const isRested = (state: State, seat: Seat): boolean =>
  !state.choices.some((c) => c.seat === seat && state.tick - c.asked < REST);

function cardsWeek(rules: Rules, state: State, trace: Trace): void {
  for (const card of rules.cards) {
    if (card.when.kind === "tick") {
      if (card.when.ticks.includes(state.tick))
        draw(rules, state, card, deciders(rules, card, hardestHit(rules, state)), trace);
    } else if (comesUp(rules, state, card)) {
      const asked = deciders(rules, card, hardestHit(rules, state));
      const seats = asked.filter((seat) => isRested(state, seat));
      const whole = card.decider === "both" ? seats.length === 2 : seats.length > 0;
      if (whole || card.decider === "nobody") draw(rules, state, card, seats, trace);
    }
  }
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
