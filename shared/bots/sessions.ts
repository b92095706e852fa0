// What bots of Brussels and Beijing put on their standing table when they meet: the draft by which both gain most, out of
// the templates their doctrine likes and what can be added to them.

import { begun } from "../moves/terms.ts";
import type { Rules } from "../scenario.ts";
import { type Draft, holds, type Term } from "../state.ts";
import { isSqueezed, onTable, type View } from "../view.ts";
import { isBareDraft } from "../world/signing.ts";
import { isFormal, STANDING_TALK, session } from "../world/talks.ts";
import { best, tabledLately, WITHIN_REACH } from "./bargain.ts";
import { type Deed, deed } from "./bot.ts";
import { lasting } from "./drafts.ts";
import { painShare, type Stance } from "./interest.ts";
import { filesOf } from "./judge.ts";
import { HALF } from "./place.ts";

/** What Brussels may lay beside a draft so that Beijing finds it worth signing. */
export type Gift = "no-new-case" | "europe-duty" | "floor-price";

function gifts(rules: Rules, view: View, given: readonly Gift[]): Term[] {
  const open = { by: "commission", measure: "public", weeks: HALF } as const;
  const duty = filesOf(view, "europe").find((f) => f.duty > 0 && f.sector >= 0);
  const terms: Term[] = [{ ...open, metric: "no-new-case", about: "all", value: 0 }];
  if (duty) {
    terms.push({ ...open, metric: "europe-duty", about: rules.sectors[duty.sector]!.id, value: 0.7 });
    terms.push({ ...open, metric: "floor-price", about: duty.id, value: 0.5 });
  }
  return terms.filter(({ metric }) => given.includes(metric as Gift));
}

/** A template filled in, also shorter, with a duty that answers a breach, and with something laid beside it. */
function variants(rules: Rules, view: View, template: string, given: readonly Gift[]): Draft[] {
  const draft = begun(rules, view, template, ["commission", "beijing"]);
  if (!draft) return [];
  const made = [draft];
  if (draft.weeks > HALF) made.push(lasting(draft, HALF));
  for (const term of gifts(rules, view, given)) {
    if (draft.terms.some((t) => t.metric === term.metric)) continue;
    made.push({ ...draft, terms: [...draft.terms, { ...term, weeks: Math.min(term.weeks, draft.weeks) }] });
  }
  return view.pub.law.snapback ? [...made, ...made.map((d) => ({ ...d, snapback: true }))] : made;
}

/** Weeks of a session that a bot of Beijing leaves to Brussels to begin. */
const AFTER_YOU = 1;

/** Formal agreements in force beyond which there is nothing left to table. */
const ENOUGH = 2;

/** Templates whose last draft by this seat the other side has not taken. */
const spurned = (view: View): string[] =>
  view.own.proposals
    .filter(
      (p) => p.talk === STANDING_TALK && p.by === view.seat && p.state !== "open" && p.state !== "signed",
    )
    .map((p) => p.template);

/** The side whose turn it is puts a draft on the empty table, once a session. */
export function atSession(
  rules: Rules,
  view: View,
  stance: Stance,
  templates: readonly string[],
  given: readonly Gift[],
): Deed[] {
  const { open, began } = session(rules, view.pub.tick);
  const waits = view.seat === "beijing" ? AFTER_YOU : 0;
  if (!open || view.pub.tick < began + waits || tabledLately(view, STANDING_TALK) > 0) return [];
  const talk = view.own.talks.find((t) => t.id === STANDING_TALK);
  if (!talk || onTable(view, talk.id)) return [];
  const inForce = view.pub.contracts.filter((c) => holds(c, view.pub.tick) && isFormal({ seats: c.parties }));
  if (inForce.length >= ENOUGH) return [];
  const tried = [...inForce.map((c) => c.template), ...spurned(view)];
  const drafts = templates
    .filter((id) => !tried.includes(id))
    .flatMap((id) => variants(rules, view, id, given))
    .filter((d) => !isBareDraft(rules, d) || isWanted(rules, view, stance));
  const found = best(rules, view, stance, talk, drafts);
  return found && found.gain > WITHIN_REACH
    ? [deed(found.command, "table-terms", found.interest.worth.euro)]
    : [];
}

/** Brussels asks for a bare promise only in pain; Beijing offers one when no squeeze of its own runs. */
const isWanted = (rules: Rules, view: View, stance: Stance): boolean =>
  view.seat === "beijing" ? !isSqueezed(view) : painShare(rules, view) >= stance.bare;
