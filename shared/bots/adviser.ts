// What the doctrines of a seat would do in its place: the adviser that a person can ask. It hears every doctrine several
// times over the next weeks, since bots leave things to chance and to the week, and knows what the seat knows.

import { sum } from "../exact.ts";
import { forecast, type Likely } from "../forecast.ts";
import { overlaid } from "../glance.ts";
import { type Command, type CommandKind, check, orderKey } from "../moves/table.ts";
import { newStream, type Stream } from "../random.ts";
import type { Rules } from "../scenario.ts";
import { isSeat } from "../seat.ts";
import type { View } from "../view.ts";
import type { Deed } from "./bot.ts";
import { botsFor } from "./table.ts";

/** One option, with the doctrines that would take it, the one that wants it most first. */
export interface Advice extends Deed {
  doctrines: string[];
  /** What it would probably change within a quarter. */
  likely: Likely[];
}

/** Options at most. */
const OPTIONS = 3;
/** Times that every doctrine is heard about a week, and weeks ahead that it is heard about. */
const HEARD = 2;
const WEEKS: readonly number[] = [0, 1, 2, 3];

/** What is no option of its own: words, and leaving a room. */
const ASIDE: readonly CommandKind[] = ["say", "leave-talk", "open-talk"];

/** The View as if some weeks had passed and nothing had happened. */
const later = (view: View, weeks: number): View =>
  weeks === 0 ? view : { ...view, pub: overlaid(view.pub, { tick: view.pub.tick + weeks }) };

interface Heard {
  deed: Deed;
  /** How often it was said, by doctrine; what is said of the present week counts most. */
  by: Map<string, number>;
}

/** Everything that the doctrines would do and that is possible now, by the order it comes to. */
function hear(rules: Rules, view: View, weeks: readonly number[]): Map<string, Heard> {
  const heard = new Map<string, Heard>();
  const random = stream(view);
  if (!isSeat(view.seat)) return heard;
  for (const bot of botsFor(view.seat))
    for (const ahead of weeks)
      for (let n = 0; n < HEARD; n++)
        for (const deed of bot.decide(rules, later(view, ahead), random)) {
          const key = orderKey(deed.command);
          const known = heard.get(key) ?? { deed, by: new Map<string, number>() };
          known.by.set(bot.id, (known.by.get(bot.id) ?? 0) + 1 / (1 + ahead));
          heard.set(key, known);
        }
  return heard;
}

const weight = ({ by }: Heard): number => sum([...by.values()]);

/** The options wanted most, of different kinds, each possible now. */
function ranked(rules: Rules, view: View, heard: Iterable<Heard>, most: number): Heard[] {
  const kinds = new Set<string>();
  return [...heard]
    .sort((a, b) => weight(b) - weight(a))
    .filter(({ deed: { command } }) => check(rules, view, command) === null)
    .filter(({ deed: { command } }) => !kinds.has(command.kind) && kinds.add(command.kind))
    .slice(0, most);
}

const adviceOf = (rules: Rules, view: View, { deed, by }: Heard): Advice => ({
  ...deed,
  doctrines: [...by].sort((a, b) => b[1] - a[1]).map(([id]) => id),
  likely: forecast(rules, view, deed.command),
});

const stream = ({ seat, pub }: View): Stream => newStream(pub.tick, `advice/${seat}`);

/** Up to three things this seat could do now, the best first; `among` = which orders are asked for. */
export function advise(
  rules: Rules,
  view: View,
  among: (command: Command) => boolean = () => true,
): Advice[] {
  const heard = [...hear(rules, view, WEEKS).values()].filter(
    ({ deed: { command } }) => !ASIDE.includes(command.kind as CommandKind) && among(command),
  );
  return ranked(rules, view, heard, OPTIONS).map((found) => adviceOf(rules, view, found));
}

/** Whether an order is one of the answers to a question; to a draft another draft is one as well. */
function answersTo(view: View, options: readonly Command[]): (command: Command) => boolean {
  const keys = new Set(options.map(orderKey));
  const drafts = options.flatMap((o) => ("proposal" in o ? [o.proposal] : []));
  const talks = view.own.proposals.filter((p) => drafts.includes(p.id)).map((p) => p.talk);
  return (command) =>
    keys.has(orderKey(command)) ||
    (command.kind === "table-terms" && "talk" in command && talks.includes(command.talk as string));
}

/**
 * Which of the answers to a question to give, in so many weeks; to a draft also another draft. Undefined when no
 * doctrine would answer.
 */
export function adviseOn(
  rules: Rules,
  view: View,
  options: readonly Command[],
  left: number,
): Advice | undefined {
  const answers = answersTo(view, options);
  // Many answers are given in the last week only.
  const last = Math.max(0, left);
  const weeks = [...new Set([...WEEKS.filter((w) => w <= last), last])];
  const heard = [...hear(rules, view, weeks).values()].filter(({ deed }) => answers(deed.command));
  const [best] = ranked(rules, view, heard, 1);
  return best && adviceOf(rules, view, best);
}
