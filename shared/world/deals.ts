// E35: Beijing's offers to single capitals. A taken offer turns the capital's support and the vote it asks for, brings its
// gift for half a year, costs the capital points at home each week, and may come to light. What is asked is owed: who
// votes otherwise, or speaks up, gives the gift back and stands worse.

import type { Trace } from "../explain.ts";
import { chance } from "../random.ts";
import { indexOf, type Rules } from "../scenario.ts";
import type { Seat } from "../seat.ts";
import { isWaiting, newId, type Offer, type State, type Vote } from "../state.ts";
import { unite } from "./cohesion.ts";
import { holdGoods, releaseGoods } from "./customs.ts";
import { announce, giveBack, isSpared, lapse, openLane, voteOf } from "./gifts.ts";
import { esteem } from "./heat.ts";
import { regard } from "./hushed.ts";
import { keepsTo } from "./majority.ts";
import { judgeBeijing, memberFolds, memberStands, standGain } from "./resolve.ts";
import { embarrass, leaksOut, payUpkeep } from "./sidedeal.ts";
import { sellMore } from "./trade.ts";

/** Puts an offer to a capital; it lapses after `offerWeeks`. `vote` = id of the vote it is about, or "". */
export function makeOffer(
  rules: Rules,
  state: State,
  plan: Pick<Offer, "to" | "gift" | "ask" | "vote">,
): Offer {
  const offer: Offer = {
    id: newId(state, "o"),
    ...plan,
    made: state.tick,
    until: state.tick + rules.model.beijing.offerWeeks,
    state: "open",
    exposed: false,
    ends: -1,
  };
  state.offers.push(offer);
  announce(state, offer, "envoy-sent", false);
  return offer;
}

/** A capital answers: taken (gift and ask begin), stalled (some weeks more), refused, or published. */
export function answerOffer(
  rules: Rules,
  state: State,
  offer: Offer,
  answer: "take" | "stall" | "refuse" | "publish",
  trace: Trace,
): void {
  if (answer === "stall") {
    offer.state = "stalled";
    offer.until = state.tick + rules.model.beijing.offerWeeks;
  } else if (answer === "take") take(rules, state, offer);
  else refuse(rules, state, offer, answer === "publish", trace);
  trace.mark("member-move");
}

function take(rules: Rules, state: State, offer: Offer): void {
  const { politics, beijing } = rules.model;
  const m = indexOf(rules.members, offer.to);
  const member = state.members[m]!;
  offer.state = "taken";
  offer.ends = state.tick + beijing.dealWeeks;
  member.deals += 1;
  member.offerTurn += politics.offer;
  state.dealWeight += 1;
  state.tally.acceptedOffers += 1;
  state.tally.deeds[m]!.deals += 1;
  const vote = voteOf(state, offer.vote);
  if (vote && offer.ask !== "silence")
    vote.offered[m]! -= offer.ask === "vote" ? politics.offerVote : politics.offerAbstain;
  give(rules, state, offer, m);
  memberFolds(rules, state, m, testOf(rules, offer));
  announce(state, offer, "offer-taken", false);
}

/** How much of a test an offer is to a capital: what is offered for silence asks little, and a gift is no threat. */
const testOf = (rules: Rules, { ask }: Offer): number =>
  rules.model.resolve.offerWeight * (ask === "silence" ? 0.5 : 1);

/** The gift: a plant for good, the others for as long as the deal binds. */
function give(rules: Rules, state: State, offer: Offer, m: number): void {
  const p = rules.model.beijing;
  const { trade } = state;
  if (offer.gift === "plant") state.members[m]!.plants += p.plantWorth;
  else if (offer.gift === "fast-lane") openLane(state, m, p.fastLane, offer.ends);
  else {
    const worth = offer.gift === "order" ? p.orderWorth : p.exemption * dutiesBorne(rules, state, m);
    sellMore(trade, { of: offer.id, m, by: worth, until: offer.ends });
    if (offer.gift === "exemption") releaseGoods(rules, state, m);
  }
}

/** China's average duty on what a member sells there now, a fraction. */
function dutiesBorne(rules: Rules, state: State, m: number): number {
  const { exports, dutyChina } = state.trade;
  let sold = 0;
  let duty = 0;
  for (let s = 0; s < rules.S; s++) {
    sold += exports[s * rules.M + m]!;
    duty += exports[s * rules.M + m]! * dutyChina[s]!;
  }
  return sold > 0 ? duty / sold : 0;
}

/** A refusal may be answered at customs, where it hurts most and no word of Beijing's rules it out; a published one is heard by all. */
function refuse(rules: Rules, state: State, offer: Offer, publish: boolean, trace: Trace): void {
  const p = rules.model.beijing;
  const m = indexOf(rules.members, offer.to);
  offer.state = publish ? "published" : "refused";
  memberStands(rules, state, m, publish ? 1 : testOf(rules, offer));
  announce(state, offer, publish ? "offer-published" : "offer-refused", publish);
  if (publish) {
    breakSilence(rules, state, offer.to);
    unite(rules, state, p.publishCohesion);
    esteem(state, -p.publishFace, 0);
    state.members[m]!.standing += p.publishStanding;
  }
  if (!chance(state.random, publish ? p.publishBan : p.refusalBan)) return;
  if (isSpared(state, rules.members[m]!.code)) return;
  const sold = rules.sectors.map((_, s) => state.trade.exports[s * rules.M + m]!);
  const iconic = rules.members[m]!.iconic.map((id) => indexOf(rules.sectors, id));
  const dearest = iconic.sort((a, b) => sold[b]! - sold[a]!)[0]!;
  holdGoods(rules, state, m, dearest, trace);
}

/** A deal has come to light: the vote swings back a little, and everybody looks worse. */
export function exposeDeal(rules: Rules, state: State, offer: Offer): void {
  offer.exposed = true;
  embarrass(rules, state, [offer.to], "");
  const vote = voteOf(state, offer.vote);
  if (vote) vote.offered[indexOf(rules.members, offer.to)]! += rules.model.beijing.exposedVote;
  announce(state, offer, "deal-exposed", true);
}

/** A capital gives a gift back, and is free again of what was asked for it. */
export function returnDeal(rules: Rules, state: State, offer: Offer): void {
  giveBack(rules, state, offer);
  announce(state, offer, "deal-ended", false);
}

/** A capital has taken the gift and not done what was asked: a broken promise, known to the two unless the deal is out. */
function breakDeal(rules: Rules, state: State, offer: Offer): void {
  giveBack(rules, state, offer);
  const text = { id: offer.id, until: offer.ends, secret: !offer.exposed };
  regard(rules, state, offer.to, -rules.model.score.broken, text);
  announce(state, offer, "deal-broken", false);
}

/** Whether a ballot is what was sold: a no where only that counts against, else no yes. */
export const isDelivered = (
  { ask }: Pick<Offer, "ask">,
  rule: Vote["rule"],
  ballot: Vote["cast"][number],
): boolean => (ask === "vote" ? keepsTo("against", rule, ballot) : ballot !== "for");

/** A vote has been counted: who sold its ballot and cast another has broken its word. Marks "side-offers". */
export function settleDeals(rules: Rules, state: State, vote: Vote, trace: Trace): void {
  for (const offer of state.offers) {
    if (offer.state !== "taken" || offer.vote !== vote.id) continue;
    const ballot = vote.cast[indexOf(rules.members, offer.to)] ?? null;
    if (!isDelivered(offer, vote.rule, ballot)) breakDeal(rules, state, offer);
  }
  trace.mark("side-offers");
}

/** A capital says in public what Beijing has paid it for not saying. The caller marks the cause. */
export function breakSilence(rules: Rules, state: State, by: Seat): void {
  for (const offer of state.offers)
    if (offer.state === "taken" && offer.ask === "silence" && offer.to === by) breakDeal(rules, state, offer);
}

function dealWeek(rules: Rules, state: State, offer: Offer): void {
  if (state.tick >= offer.ends) {
    const m = indexOf(rules.members, offer.to);
    offer.state = "lapsed";
    state.members[m]!.deals -= 1;
    judgeBeijing(rules, state, [m], standGain(rules, 0));
    announce(state, offer, "deal-ended", false);
    return;
  }
  payUpkeep(rules, state, offer.to);
  if (!offer.exposed && leaksOut(rules, state)) exposeDeal(rules, state, offer);
}

/** Offers that nobody answered lapse; deals cost, may come to light, and end. */
export function dealsWeek(rules: Rules, state: State, trace: Trace): void {
  if (state.offers.length === 0) return;
  const { dealWeeks } = rules.model.beijing;
  for (const offer of state.offers) {
    if (offer.state === "taken") dealWeek(rules, state, offer);
    else if (isWaiting(offer) && offer.until < state.tick) lapse(state, offer);
  }
  trace.mark("side-offers");
  const over = (o: Offer) => o.state !== "taken" && o.state !== "open" && o.made < state.tick - 2 * dealWeeks;
  if (state.offers.some(over)) state.offers = state.offers.filter((o) => !over(o));
}
