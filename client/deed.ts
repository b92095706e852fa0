// From the list of every order there is to cards with a small form: one card for each kind of order, and in it one field
// for each thing that can be chosen. The moves themselves say what can be chosen; nothing here knows any of them.

import { type Command, type CommandKind, check, movesOf } from "../shared/moves/table.ts";
import type { Rejection } from "../shared/rejection.ts";
import type { Rules } from "../shared/scenario.ts";
import type { View } from "../shared/view.ts";

/** Orders that answer a question; they stand with the question, not among what one may begin by oneself. */
export const ANSWERS: readonly CommandKind[] = [
  "choose",
  "cast-vote",
  "answer-envoy",
  "answer-step-down",
  "take-lobby-card",
  "decide-gate",
  "answer-terms",
];

/** Orders that are given at the table of a talk. */
export const TALKING: readonly CommandKind[] = [
  "open-talk",
  "say",
  "leave-talk",
  "table-terms",
  "enforce-contract",
];

/** Orders of a few capitals only: of the chair, of who writes texts, of the small. The others are not shown them. */
export const OF_SOME: readonly CommandKind[] = ["join-caucus", "write-report", "set-agenda", "table-item"];

/** True for orders that one may begin by oneself in the Act panel. */
export const isBegun = (kind: string): boolean =>
  !ANSWERS.includes(kind as CommandKind) && !TALKING.includes(kind as CommandKind);

export interface Offered {
  command: Command;
  /** Why it is not possible now. */
  refused: Rejection | null;
}

/** All orders of one kind that are worth offering now. */
export interface Deed {
  kind: CommandKind;
  offered: readonly Offered[];
  possible: boolean;
  /** Where none is possible: the reason that tells most. Absent when there is nothing to do it with. */
  reason?: Rejection;
}

/** The orders of a kind in this View, each judged. */
export function offeredOf(rules: Rules, view: View, kind: CommandKind): Offered[] {
  const move = movesOf(view.seat).find((m) => m.kind === kind);
  const commands = (move?.options(rules, view) ?? []) as Command[];
  return commands.map((command) => ({ command, refused: check(rules, view, command) }));
}

/** What this seat may begin, possible or not, in the order of the moves. */
export function deeds(rules: Rules, view: View): Deed[] {
  return movesOf(view.seat)
    .map((move) => move.kind as CommandKind)
    .filter(isBegun)
    .map((kind) => deed(kind, offeredOf(rules, view, kind)))
    .filter(({ kind, offered }) => offered.length > 0 || !OF_SOME.includes(kind));
}

function deed(kind: CommandKind, offered: readonly Offered[]): Deed {
  const possible = offered.some((o) => o.refused === null);
  const reason = possible ? undefined : mostTelling(offered.flatMap((o) => o.refused ?? []));
  return reason ? { kind, offered, possible, reason } : { kind, offered, possible };
}

/** Reasons from the one that helps most: when it will be possible, what is missing, then the rest. */
const TELLING: readonly Rejection["code"][] = [
  "cooling-down",
  "too-early",
  "shut-after-vote",
  "not-enough-points",
  "not-enough-money",
];

function mostTelling(reasons: readonly Rejection[]): Rejection | undefined {
  const rank = ({ code }: Rejection) => (TELLING.includes(code) ? TELLING.indexOf(code) : TELLING.length);
  return [...reasons].sort((a, b) => rank(a) - rank(b) || (a.until ?? 0) - (b.until ?? 0))[0];
}

/** One thing to choose in an order. */
export interface Field {
  name: string;
  /** `reason` = why a choice is not possible now. */
  choices: { key: string; value: unknown; possible: boolean; reason?: Rejection }[];
  picked: string;
}

/** What was chosen in a form, by field; as keys. */
export type Picks = Readonly<Record<string, string>>;

export const keyOf = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

const at = (command: Command, name: string): unknown => (command as unknown as Record<string, unknown>)[name];

/** Keeps apart the first of each key. */
function distinct(offered: readonly Offered[], name: string): Field["choices"] {
  const choices = new Map<string, Field["choices"][number]>();
  for (const { command, refused } of offered) {
    const value = at(command, name);
    if (value === undefined) continue;
    const key = keyOf(value);
    const known = choices.get(key);
    if (!known)
      choices.set(key, { key, value, possible: refused === null, ...(refused && { reason: refused }) });
    else if (refused === null) known.possible = true;
    else if (known.reason) known.reason = mostTelling([known.reason, refused])!;
  }
  return [...choices.values()].map(({ reason, ...choice }) =>
    choice.possible || !reason ? choice : { ...choice, reason },
  );
}

/**
 * The form of a kind of order: its fields in the order in which the commands have them, each offering what goes with
 * what was picked before, and the order that the picks come to. Picks that no longer exist fall back to the first that
 * is possible. Undefined when nothing is offered.
 */
export function compose(
  offered: readonly Offered[],
  picks: Picks,
): { fields: Field[]; chosen: Offered } | undefined {
  if (offered.length === 0) return undefined;
  const names = [...new Set(offered.flatMap(({ command }) => Object.keys(command)))].filter(
    (name) => name !== "kind",
  );
  const fields: Field[] = [];
  let rest = offered;
  for (const name of names) {
    const choices = distinct(rest, name);
    if (choices.length === 0) continue;
    const picked = (
      choices.find((c) => c.key === picks[name]) ??
      choices.find((c) => c.possible) ??
      choices[0]!
    ).key;
    fields.push({ name, choices, picked });
    rest = rest.filter(({ command }) => keyOf(at(command, name)) === picked);
  }
  return { fields, chosen: rest[0]! };
}
