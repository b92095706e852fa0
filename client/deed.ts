// From the list of every order there is to cards with a small form: one card for each kind of order, and in it one field
// for each thing that can be chosen. The moves themselves say what can be chosen; nothing here knows any of them.

import { type Command, type CommandKind, check, moveOf, movesOf } from "../shared/moves/table.ts";
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

/** A field whose choices, each a list of one, go together into one order; `most` of them, judged as a whole. */
interface Several {
  field: string;
  most: number;
  check: (command: Command) => Rejection | null;
}

/** All orders of one kind that are worth offering now. */
export interface Deed {
  kind: CommandKind;
  offered: readonly Offered[];
  several?: Several;
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
    .map((kind) => ({ ...deed(kind, offeredOf(rules, view, kind)), ...severalOf(rules, view, kind) }))
    .filter(({ kind, offered }) => offered.length > 0 || !OF_SOME.includes(kind));
}

function severalOf(rules: Rules, view: View, kind: CommandKind): Pick<Deed, "several"> {
  const several = moveOf(kind).several?.(rules);
  return several ? { several: { ...several, check: (command) => check(rules, view, command) } } : {};
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
  /** Where several may be taken: the keys of those that are, and how many may be. */
  several?: { taken: readonly string[]; most: number };
}

/** What was chosen in a form, by field; as keys. */
export type Picks = Readonly<Record<string, string>>;

export const keyOf = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value));

const at = (command: Command, name: string): unknown => (command as unknown as Record<string, unknown>)[name];

/** The lists of one that a list is made of, as keys; none of what is no list. */
const onesOf = (key: string): string[] =>
  key.startsWith("[") ? (JSON.parse(key) as []).map((x) => keyOf([x])) : [];

/** What is picked in a field of which several may be taken, after one of its choices was pressed. */
export function pressed({ choices, several }: Field, key: string): string {
  const { taken = [], most = 1 } = several ?? {};
  const next = taken.includes(key) ? taken.filter((one) => one !== key) : [...taken, key];
  const kept = next.length > most ? taken : next;
  return keyOf(choices.filter((c) => kept.includes(c.key)).flatMap(({ value }) => value));
}

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
 * is possible; a field of which several may be taken begins with none, and until one is, `wants` names it and `chosen` is
 * only an example. Undefined when nothing is offered.
 */
export function compose(
  offered: readonly Offered[],
  picks: Picks,
  several?: Several,
): { fields: Field[]; chosen: Offered; wants?: string } | undefined {
  if (offered.length === 0) return undefined;
  const names = [...new Set(offered.flatMap(({ command }) => Object.keys(command)))].filter(
    (name) => name !== "kind",
  );
  const fields: Field[] = [];
  let together: unknown[] = [];
  let rest = offered;
  for (const name of names) {
    const choices = distinct(rest, name);
    if (choices.length === 0) continue;
    const wanted = several?.field === name ? onesOf(picks[name] ?? "") : [picks[name]];
    const found = choices.filter((c) => wanted.includes(c.key)).slice(0, several?.most ?? 1);
    const first = found[0] ?? choices.find((c) => c.possible) ?? choices[0]!;
    rest = rest.filter(({ command }) => keyOf(at(command, name)) === first.key);
    if (several?.field !== name) {
      fields.push({ name, choices, picked: first.key });
      continue;
    }
    together = found.flatMap(({ value }) => value);
    const keys = found.map(({ key }) => key);
    fields.push({ name, choices, picked: keyOf(together), several: { taken: keys, most: several.most } });
  }
  const chosen = rest[0]!;
  if (several && together.length === 0) return { fields, chosen, wants: several.field };
  if (!several || together.length === 1) return { fields, chosen };
  const command = { ...chosen.command, [several.field]: together } as Command;
  return { fields, chosen: { command, refused: several.check(command) } };
}
