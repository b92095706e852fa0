// What a capital does for itself alone: its two secret goals, as far as an order of its own brings them nearer, and a
// name for helping others, which costs it little.

import { check } from "../moves/table.ts";
import { type Goal, type GoalKind, isReached } from "../scenario/goal.ts";
import type { Rules } from "../scenario.ts";
import { isSqueezed, type View } from "../view.ts";
import { type Deed, deed } from "./bot.ts";

interface Place {
  rules: Rules;
  view: View;
  me: number;
}

type Of<K extends GoalKind> = Extract<Goal, { kind: K }>;
/** Orders that bring a goal nearer, whatever else they do. */
type Chase = { [K in GoalKind]?: (at: Place, goal: Of<K>) => Deed["command"][] };

/** In a squeeze, when it is remembered, sends stocks to the state in most pain among those that use them. */
function shares({ rules, view, me }: Place): Deed["command"][] {
  if (!isSqueezed(view)) return [];
  const [neediest] = rules.members
    .map(({ code, use }, m) => ({ code, m, use: use[0]! }))
    .filter(({ m, use }) => m !== me && use > 0)
    .sort((a, b) => view.pub.pain[b.m]! - view.pub.pain[a.m]!);
  return neediest ? [{ kind: "share-stock", input: rules.inputs[0]!.id, to: neediest.code }] : [];
}

const proposals = ({ pub }: View) => pub.files.filter((f) => f.stage === "proposal");

const CHASE: Chase = {
  shared: shares,
  solidarity: shares,
  caucus: ({ view }, { role }) =>
    view.pub.votes
      .filter((v) => v.outcome === "open" && (role === "member" || v.block.length === 0))
      .map((v) => ({ kind: "join-caucus", vote: v.id })),
  "soft-texts": ({ view }) =>
    proposals(view).map((f) => ({ kind: "write-report", file: f.id, text: "soft" })),
  "own-items": ({ view }) => proposals(view).map((f) => ({ kind: "table-item", file: f.id })),
  stores: () => [{ kind: "mandate-stocks" }],
  "chinese-plants": ({ view }) =>
    view.own.offers
      .filter((o) => o.state === "open" && o.gift === "plant")
      .map((o) => ({ kind: "answer-envoy", offer: o.id, answer: "take" })),
  card: ({ view }, { card, options }) =>
    view.own.choices
      .filter((c) => c.card === card && c.chosen === "")
      .flatMap((c) => options.map((option) => ({ kind: "choose" as const, choice: c.id, option }))),
};

/** What brings its own goals nearer now, as long as they are not reached. */
export function pursue(rules: Rules, view: View, me: number): Deed[] {
  const place = { rules, view, me };
  return rules.members[me]!.goals.flatMap((goal, k) => {
    const chase = CHASE[goal.kind] as ((at: Place, goal: Goal) => Deed["command"][]) | undefined;
    const have = view.own.goals[k] ?? 0;
    if (!chase || isReached(goal, have)) return [];
    return chase(place, goal)
      .filter((command) => check(rules, view, command) === null)
      .slice(0, 1)
      .map((command) => deed(command, "goal"));
  });
}

/** Weeks of its own that a state keeps before it helps others. */
const SPARE_WEEKS = 4;

/** In a squeeze a state with enough shares with the one that suffers most. */
export function help(rules: Rules, view: View, me: number): Deed[] {
  const have = view.own.stock[0]!;
  if (have < SPARE_WEEKS) return [];
  return shares({ rules, view, me }).map((command) => deed(command, "help", have));
}
