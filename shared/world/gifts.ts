// What a deal between Beijing and a capital gives, and how the gift ends: given back, or broken by Beijing itself.

import type { Trace } from "../explain.ts";
import type { NewsCode } from "../news.ts";
import type { MetricId } from "../scenario/terms.ts";
import { indexOf, memberAt, type Rules } from "../scenario.ts";
import type { MemberCode, Seat } from "../seat.ts";
import { type Contract, holds, type Offer, type State, tell, type Vote } from "../state.ts";
import { esteem } from "./heat.ts";
import { foldLoss, judgeBeijing } from "./resolve.ts";
import { sellLess } from "./trade.ts";

/** News of an offer, to the two seats or to all. */
export function announce(state: State, offer: Offer, code: NewsCode, open: boolean): void {
  const to: Seat[] = open ? [] : ["beijing", offer.to];
  const by: Seat =
    code === "envoy-sent" || code === "deal-exposed" || code === "gift-broken" ? "beijing" : offer.to;
  tell(state, { code, by, about: [offer.to, offer.id, offer.gift, offer.ask], amount: 0, to });
}

/** The vote a deal is about, while it is open. */
export const voteOf = (state: State, id: string): Vote | undefined =>
  state.votes.find((v) => v.id === id && v.outcome === "open");

/** Beijing answers a capital's firms sooner, by a factor, until a week; what it does for them already goes no shorter. */
export function openLane(state: State, m: number, factor: number, until: number): void {
  for (const input of state.inputs) {
    const ends = input.tilt[m]! > 1 ? input.tiltEnds[m]! : until;
    input.tilt[m] = Math.max(input.tilt[m]!, factor);
    input.tiltEnds[m] = Math.max(ends, until);
  }
}

/** Agreements in force that promise a capital something which is still owed. */
const promising = ({ contracts, tick }: State, metric: MetricId, code: MemberCode): Contract[] =>
  contracts.filter(
    (c) =>
      holds(c, tick) &&
      c.terms.some((term) => term.state === "open" && term.metric === metric && term.about === code),
  );

/** One promise of a fast lane for a capital is over: it closes, unless a gift or an agreement keeps it open. */
export function closeLane(rules: Rules, state: State, m: number): void {
  const { code } = rules.members[m]!;
  const { offers, tick } = state;
  const promised = promising(state, "fast-lane", code);
  const given = offers.filter((o) => o.state === "taken" && o.gift === "fast-lane" && o.to === code);
  const ends = Math.max(tick, ...promised.map(({ until }) => until), ...given.map((o) => o.ends));
  for (const { tilt, tiltEnds } of state.inputs) if (tilt[m]! > 1) tiltEnds[m] = ends;
}

/** Chinese plants of a capital go again, EUR bn; what other agreements promise of plants is read off what is left. */
export function takePlants(rules: Rules, state: State, m: number, worth: number): void {
  const member = state.members[m]!;
  const gone = Math.min(worth, member.plants);
  member.plants -= gone;
  for (const { terms } of state.contracts)
    for (const term of terms)
      if (term.metric === "investment" && memberAt(rules, term.about) === m) term.start -= gone;
}

/** An offer that nobody has answered is over: the two seats are told. */
export function lapse(state: State, offer: Offer): void {
  offer.state = "lapsed";
  announce(state, offer, "offer-lapsed", false);
}

/** The gift ends, and what was asked for it. */
export function giveBack(rules: Rules, state: State, offer: Offer): void {
  const { politics, beijing } = rules.model;
  const m = indexOf(rules.members, offer.to);
  const member = state.members[m]!;
  offer.state = "lapsed";
  member.deals -= 1;
  member.offerTurn = Math.max(0, member.offerTurn - politics.offer);
  if (offer.gift === "plant") takePlants(rules, state, m, beijing.plantWorth);
  else if (offer.gift === "fast-lane") closeLane(rules, state, m);
  else sellLess(state.trade, offer.id, m);
  const vote = voteOf(state, offer.vote);
  if (vote) vote.offered[m] = 0;
}

/** The deals by which Beijing spares a capital's goods what it does to others'. */
export const sparing = <O extends Pick<Offer, "to" | "state" | "gift">>(
  offers: readonly O[],
  code: string | undefined,
): O[] => offers.filter((o) => o.to === code && o.state === "taken" && o.gift === "exemption");

/** Whether Beijing has given its word that it holds up none of a capital's goods. */
export const isSpared = (state: State, code: MemberCode): boolean =>
  sparing(state.offers, code).length > 0 || promising(state, "no-hold", code).length > 0;

/**
 * Beijing holds up goods of a capital that it has promised to spare (E35: b = 0 while the deal runs): it has broken its
 * word, and the capital owes nothing any more. Marks "side-offers".
 */
export function breakExemption(rules: Rules, state: State, m: number, trace: Trace): void {
  const { code } = rules.members[m]!;
  for (const offer of sparing(state.offers, code)) {
    giveBack(rules, state, offer);
    judgeBeijing(rules, state, [m], foldLoss(rules, rules.model.resolve.threat));
    esteem(state, 0, -rules.model.contracts.breachReputation);
    announce(state, offer, "gift-broken", false);
    trace.mark("side-offers");
  }
}
