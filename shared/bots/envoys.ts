// What an envoy's offer is worth to a capital, in points of its score: the gift for as long as the game lasts and as far as
// Beijing is believed, less the ballot or the voice it costs, what it takes to defend at home, and the risk that it comes
// out (E35).

import { QUARTER } from "../indicators.ts";
import type { Command } from "../moves/table.ts";
import { wordsBroken } from "../moves/word.ts";
import { BALLOT_VALUE } from "../scenario/ballot.ts";
import type { Rules } from "../scenario.ts";
import type { Offer } from "../state.ts";
import { heldUp, isSqueezed, type View } from "../view.ts";
import { beliefOf } from "../world/resolve.ts";
import { CAPITAL_POINTS } from "../world/score.ts";
import { wonByGift } from "./ambition.ts";
import { bend, leaningTo } from "./ballots.ts";
import { capitalYields } from "./judge.ts";

/** Points of the score that a capital makes of a point at home, spent on something else. */
const POINT = 1.2;
/** What its voice in public is worth to a capital for half a year, in points of its score. */
const VOICE = 0.5;
/** What a name for taking Beijing's gifts costs each step of a hard line, and with a Union that stands as one. */
const NAME = 1;
/** How much less it costs for each part of a capital's line that hangs on Chinese plants: nobody there minds one more. */
const TIES = 3;
/** Part of a state's sales in the sector that is held up, of those that its score looks at. */
const HELD = 0.5;
/** Pain that a quicker lane spares a capital in calm weeks, as a share of what it could bear; and in a squeeze. */
const LANE = { calm: 0.02, squeezed: 0.15 };

/** Points by the gift, while it lasts. */
function giftWorth(rules: Rules, view: View, me: number, gift: Offer["gift"]): number {
  const { score, beijing } = rules.model;
  const { tick, weeks } = view.pub;
  if (gift === "plant") return score.chinesePlant;
  const lasts = Math.min(beijing.dealWeeks, weeks - tick) / weeks;
  const sales = (more: number): number =>
    (lasts * CAPITAL_POINTS.exports * more) / (score.exportsHigh - score.exportsLow);
  if (gift === "order") return sales(beijing.orderWorth);
  if (gift === "exemption") return sales(HELD * heldUp(view, me));
  return lasts * CAPITAL_POINTS.pain * (isSqueezed(view) ? LANE.squeezed : LANE.calm);
}

/** Weight of pressure on an envoy's answer, in points, and the chance to yield at which there is none. */
const PRESSURE = { weight: 8, none: 0.13 };

/** E41: what pain, and a name for giving in or for standing, add to an offer. */
const pressed = (rules: Rules, view: View, me: number): number =>
  PRESSURE.weight * (capitalYields(rules, view, me) - PRESSURE.none);

/** What is asked, in points: how far the ballot lies from its own, or its voice. */
function asked(rules: Rules, view: View, me: number, { vote: id, ask }: Offer): number {
  const vote = view.pub.votes.find((v) => v.id === id);
  if (ask === "silence" || !vote) return VOICE;
  const ballot = BALLOT_VALUE[ask === "vote" ? "against" : "abstain"];
  return rules.model.contracts.ballotBend * bend(rules, leaningTo({ view, me }, vote.file), ballot);
}

/** What an offer is worth to a capital, in points of its score. */
export function offerWorth(rules: Rules, view: View, me: number, offer: Offer): number {
  const { score, beijing, points } = rules.model;
  const gift = giftWorth(rules, view, me, offer.gift) * beliefOf(rules, me, view.own.trustBeijing[me]!);
  const taking = { kind: "answer-envoy", offer: offer.id, answer: "take" } as Command;
  const broken = score.broken * wordsBroken(rules, view, taking).length;
  const home = (POINT * points.dealUpkeep * beijing.dealWeeks) / QUARTER;
  const risk = beijing.exposure * beijing.exposedStanding;
  const { posture, fdiTie } = rules.members[me]!;
  const name = NAME * (Math.max(0, posture) + view.pub.cohesion / 100) - TIES * fdiTie;
  const own = wonByGift(rules, view, me, offer);
  return gift + own + pressed(rules, view, me) - asked(rules, view, me, offer) - broken - home - risk - name;
}
