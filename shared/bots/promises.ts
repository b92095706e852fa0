// What bots still owe by agreements that are signed, and what that forbids them. Promised ballots stand in moves/word.ts.

import type { Command } from "../moves/table.ts";
import { type Effect, isCase } from "../scenario/card.ts";
import type { Rules } from "../scenario.ts";
import type { Seat } from "../seat.ts";
import type { Offer, Term } from "../state.ts";
import { agreed, type ContractView, type TermView, type View } from "../view.ts";
import { sectorsOf } from "../world/effects.ts";
import { type Deed, deed } from "./bot.ts";

/** Agreements in force that this seat is a party to. */
export const mine = (view: View): ContractView[] =>
  agreed(view).filter(({ parties }) => parties.includes(view.seat as Seat));

/** What this seat has still to keep. */
function owed(view: View): { term: TermView; contract: ContractView }[] {
  const found: { term: TermView; contract: ContractView }[] = [];
  for (const contract of mine(view))
    for (const term of contract.terms)
      if (term.by === view.seat && term.state === "open") found.push({ term, contract });
  return found;
}

/** Gifts of Beijing that this seat has taken and still owes for. */
const taken = ({ seat, own }: View): Offer[] =>
  own.offers.filter((o) => o.to === seat && o.state === "taken");

/** True for what would break the silence that Beijing has paid for. */
export const breaksSilence = (view: View, command: Command): boolean =>
  taken(view).some((o) => o.ask === "silence") &&
  ((command.kind === "join-statement" && "line" in command && command.line === "for") ||
    (command.kind === "answer-envoy" && "answer" in command && command.answer === "publish"));

/** Whether a case was on a sector, as far as the start of the game tells; one opened since may have been on any. */
const wasOn = (rules: Rules, file: string, sector: string): boolean =>
  (rules.files.find(({ id }) => id === file)?.sector ?? sector) === sector;

/** True where it has promised not to open a case on a sector, or to leave one there closed. */
export const hasForsworn = (rules: Rules, view: View, sector: string): boolean =>
  owed(view).some(({ term: { metric, about, value } }) =>
    metric === "close-case"
      ? wasOn(rules, about, sector)
      : metric === "no-new-case" && value === 0 && (about === "all" || about === sector),
  );

/** True where it has promised that there is no new control on what is licensed. */
const hasSwornNoControl = (view: View): boolean =>
  owed(view).some(({ term }) => term.metric === "no-new-control" && term.value === 0);

/** True for an order by which a state, or everybody, would meet a new control that Beijing has forsworn. */
export const controlsForsworn = (view: View, command: Command): boolean =>
  hasSwornNoControl(view) &&
  ((command.kind === "aim-licences" && "favour" in command && !command.favour) ||
    (command.kind === "move-package" && "how" in command && command.how !== "prolong") ||
    command.kind === "apply-rules");

/** True for effects that would break what it has forsworn: a case, or a control; `about` = what the card is about, by id. */
export const doesForsworn = (
  rules: Rules,
  view: View,
  effects: readonly Effect[],
  about: readonly string[],
): boolean =>
  effects.some((e) =>
    isCase(e)
      ? sectorsOf(rules, e.sector, about).some((s) => hasForsworn(rules, view, rules.sectors[s]!.id))
      : e.kind === "tilt" && e.factor < 1 && hasSwornNoControl(view),
  );

/** Weeks left to do what it has promised of a kind and not yet done, by the step that comes first; undefined for none. */
export function due(view: View, metric: Term["metric"]): number | undefined {
  const left = owed(view)
    .filter(({ term }) => term.metric === metric && term.value > term.seen + 1e-9)
    .map(({ term, contract }) => contract.from + term.weeks - view.pub.tick);
  return left.length > 0 ? Math.min(...left) : undefined;
}

/** A capital sends the store it has promised to share. */
export const shareAsPromised = (rules: Rules, view: View): Deed[] =>
  owed(view)
    .filter(({ term }) => term.metric === "share-stock" && term.seen < term.value)
    .map(({ term, contract }) =>
      deed(
        { kind: "share-stock", input: rules.inputs[0]!.id, to: term.about as never },
        "fulfil",
        contract.from + term.weeks - view.pub.tick,
      ),
    );
