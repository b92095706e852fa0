// How bots bargain at the table of Brussels and Beijing: who puts which draft there, and who signs it.

import { clip, logistic } from "../exact.ts";
import { type Command, check } from "../moves/table.ts";
import { blankOf } from "../moves/terms.ts";
import { chance, type Stream } from "../random.ts";
import type { Rules } from "../scenario.ts";
import type { Seat } from "../seat.ts";
import type { Draft, Proposal } from "../state.ts";
import type { View } from "../view.ts";
import { holds, isMeasured } from "../world/contracts.ts";
import { fill, qualityOf } from "../world/signing.ts";
import { STANDING_TALK } from "../world/talks.ts";
import type { Deed } from "./bot.ts";

const PARTIES: Seat[] = ["commission", "beijing"];

/** Drafts that wait for this seat. */
export const waiting = (view: View): Proposal[] =>
  view.own.proposals.filter((p) => p.state === "open" && !p.accepted.includes(view.seat as Seat));

/** A template filled in for the table of Brussels and Beijing, with a snapback where the law allows one. */
export function formalDraft(rules: Rules, view: View, template: string): Command | undefined {
  const draft = fill(rules, template, PARTIES, blankOf(rules, view));
  if (!draft) return undefined;
  const snapback = view.pub.law.snapback && qualityOf(rules, draft.terms) < 1;
  const command = { kind: "table-terms", talk: STANDING_TALK, ...draft, snapback } as Command;
  return check(rules, view, command) === null ? command : undefined;
}

/** A measured agreement about supply runs already. */
export const hasMeasured = (view: View): boolean =>
  view.pub.contracts.some((c) => holds(c, view.pub.tick) && isMeasured(c));

/** Brussels tables a draft while the two sit together and none lies there. */
export function tableMeasured(rules: Rules, view: View, templates: readonly string[]): Deed[] {
  if (hasMeasured(view) || view.own.proposals.some((p) => p.talk === STANDING_TALK && p.state === "open"))
    return [];
  for (const template of templates) {
    const command = formalDraft(rules, view, template);
    if (command) return [{ command, why: "table", amount: 0 }];
  }
  return [];
}

/** What Beijing makes of a measured draft: likelier to sign the more Europe could do and the less it can do itself. */
export function beijingSigns(rules: Rules, view: View, draft: Draft, temper: number): number {
  const { own, pub } = view;
  const quality = qualityOf(rules, draft.terms);
  if (quality < 0.3) return 0.9;
  const europe = own.europeReady + 0.5 * own.europeVote;
  return logistic(
    -0.1 +
      2.6 * ((clip(pub.cohesion / 100, 0, 1) * europe) / 35 - 1.4 * (1 - own.gone)) +
      (draft.snapback ? 0.8 : 0) +
      temper,
  );
}

/** Answers a draft with a chance of signing. */
export const answer = (draft: Proposal, odds: number, random: Stream): Deed => ({
  command: {
    kind: "answer-terms",
    proposal: draft.id,
    answer: chance(random, odds) ? "accept" : "reject",
  } as Command,
  why: "terms",
  amount: odds,
});
