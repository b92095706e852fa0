// Plays one run of an episode: what is set from outside, then the script's orders, then bots, then the week. Nothing is
// written down but the figures that the checks ask for.

import type { Bot } from "../bots/bot.ts";
import { botNamed, mixedBots, SILENT, usualBot } from "../bots/table.ts";
import { type Command, check, commandSchema } from "../moves/table.ts";
import { newStream } from "../random.ts";
import type { Rejection } from "../rejection.ts";
import type { Rules } from "../scenario.ts";
import { isMember, type Seat } from "../seat.ts";
import { clone, type State } from "../state.ts";
import { seatsOf, step } from "../step.ts";
import { view } from "../view.ts";
import { newLeverage } from "../world/leverage.ts";
import { newState } from "../world/start.ts";
import { type When, weekOf } from "./calendar.ts";
import { type Past, pastOf } from "./number.ts";
import { type Names, PathError, places, scaled, setAt, valueAt } from "./path.ts";
import { matches, namesOf, read } from "./quantity.ts";
import type { Entry, Episode } from "./schema.ts";
import { fieldOf, whyBeyond } from "./settable.ts";
import type { Omission, Quantity } from "./vocabulary.ts";

/** An episode ready to be played: the rules it is played by, with its changes, checked. */
export interface Plan {
  episode: Episode;
  rules: Rules;
  /** Every figure that its checks read, once each. */
  quantities: readonly Quantity[];
}

/** An entry of the script that could not be carried out in a week. */
export interface Refusal {
  seed: number;
  week: number;
  /** Its place in the script. */
  entry: number;
  reason: string;
}

export interface Run {
  /** By the figure as JSON: before week 0, then the end of each week. */
  series: Map<string, (number | null)[]>;
  refusals: Refusal[];
}

export const STATE = "state.";
const inState = (path: string): string => path.slice(STATE.length);

/** Changes a place of the State, or all places a path with [*] leads to. */
export function change(
  state: State,
  names: Names,
  { path, value, scale }: { path: string; value?: unknown; scale?: number | undefined },
): void {
  for (const place of places(state, inState(path), names)) {
    const old = valueAt(place);
    const next = scale === undefined ? clone(value) : scaled(old, scale);
    const why = whyBeyond(fieldOf(path), next);
    if (typeof next !== typeof old || why)
      throw new PathError(`: ${String(next)} ${why ?? "cannot stand there"}`);
    setAt(place, next);
  }
}

/** The State of week 0 of an episode. Leverage is read anew, since it follows from what was changed. */
export function firstState({ episode, rules }: Pick<Plan, "episode" | "rules">, seed: number): State {
  const state = newState(rules, { seed, weeks: episode.weeks + 1 });
  const names = namesOf(rules);
  const changes = episode.overrides.filter((o) => o.path.startsWith(STATE));
  for (const override of changes) change(state, names, override);
  if (changes.length > 0) state.leverage = newLeverage(rules, state);
  return state;
}

/** Who plays a seat of an episode. Throws a RangeError on a doctrine that the seat does not have. */
export function botOf(episode: Episode, seat: Seat, seed: number): Bot {
  const id = episode.bots[seat] ?? (isMember(seat) ? episode.bots.members : undefined);
  if (id === undefined) return SILENT;
  if (id === "usual") return usualBot(seat);
  return id === "mixed" ? mixedBots(seed)(seat) : botNamed(seat, id);
}

type Order = Extract<Entry, { kind: "order" }>;

/** Lists of the State in which an order may look for an id. */
export const SEARCHED = ["files", "votes", "offers", "choices", "contracts", "words", "projects"] as const;

interface Search {
  find: (typeof SEARCHED)[number];
  where: Record<string, unknown>;
}
export const isSearch = (value: unknown): value is Search =>
  value !== null && typeof value === "object" && "find" in value;

/** Id of the newest match of a search; undefined when it finds nothing. */
function newest(search: Search, state: State, names: Names): string | undefined {
  const items = state[search.find] as readonly { id: string }[];
  return items.findLast((item) => matches(item, search.where ?? {}, names))?.id;
}

/** The command with every search replaced by the id of the newest match; undefined when one finds nothing. */
export function found(command: Order["command"], state: State, names: Names): unknown {
  const entries = Object.entries(command).map(([key, value]) => [
    key,
    isSearch(value) ? newest(value, state, names) : value,
  ]);
  return entries.some(([, value]) => value === undefined) ? undefined : Object.fromEntries(entries);
}

/** The first search of a command that finds nothing, in words. */
function vain(command: Order["command"], state: State, names: Names): string {
  const [key, search] = Object.entries(command).find(
    ([, value]) => isSearch(value) && newest(value, state, names) === undefined,
  ) as [string, Search];
  return `${key} among ${search.find}`;
}

/** Carries an order out, or says why it was refused. */
function give(rules: Rules, state: State, names: Names, order: Order): Rejection | null {
  const command = found(order.command, state, names);
  if (command === undefined) return { code: "no-such-thing", what: vain(order.command, state, names) };
  const parsed = commandSchema.safeParse(command);
  if (!parsed.success) return { code: "malformed" };
  const rejection = check(rules, view(rules, state, order.seat), parsed.data);
  if (!rejection) step(rules, state, { kind: "order", seat: order.seat, by: "script", command: parsed.data });
  return rejection;
}

/** A refusal with all that it says: its code, what it is about, what there is and would be needed, and from when. */
function told({ code, what, have, need, until }: Rejection): string {
  const figure = (x: number) => String(Number(x.toPrecision(4)));
  const parts = [
    ...(what ? [what] : []),
    ...(have === undefined ? [] : [`have ${figure(have)}`]),
    ...(need === undefined ? [] : [`need ${figure(need)}`]),
    ...(until === undefined ? [] : [`until week ${until}`]),
  ];
  return parts.length === 0 ? code : `${code} (${parts.join(", ")})`;
}

/** Bots' orders of a week, seat by seat. */
function moveBots(rules: Rules, state: State, bots: readonly [Seat, Bot][], seed: number): void {
  for (const [seat, bot] of bots) {
    const random = newStream(seed, `bot/${seat}/${state.tick}`);
    for (const deed of bot.decide(rules, view(rules, state, seat), random)) {
      const command: Command = deed.command;
      if (check(rules, view(rules, state, seat), command) === null)
        step(rules, state, { kind: "order", seat, by: "bot", command });
    }
  }
}

/** Codes of the news told since a piece of news was the newest. */
function newsSince(state: State, last: string | undefined): string[] {
  const seen = state.news.findLastIndex((n) => n.id === last);
  return state.news.slice(seen + 1).map((n) => n.code);
}

const isOmitted = (entry: Entry, omitted: readonly Omission[]): boolean =>
  omitted.some((o) => o === "script" || (entry.label !== undefined && o.includes(entry.label)));

/** Tells why an entry of the script could not be carried out. */
type Refuse = (entry: Entry, reason: string) => void;

/** Plays an episode once. `omitted` = parts of the script to leave out. */
export function playRun(plan: Plan, seed: number, omitted: readonly Omission[]): Run {
  const { episode, rules, quantities } = plan;
  const names = namesOf(rules);
  const state = firstState(plan, seed);
  const script = episode.script.filter((entry) => !isOmitted(entry, omitted));
  const bots = seatsOf(rules)
    .map((seat): [Seat, Bot] => [seat, botOf(episode, seat, seed)])
    .filter(([, bot]) => bot !== SILENT);
  const columns = quantities.map((q) => ({ q, values: [] as (number | null)[] }));
  const refusals: Refusal[] = [];
  const sample = (past: Past | null, news: readonly string[]) => {
    for (const { q, values } of columns) values.push(read({ rules, names, state, past, news }, q));
  };
  sample(null, []);
  for (let week = 0; week < episode.weeks; week++) {
    const last = state.news.at(-1)?.id;
    followScript(plan, state, names, script, (entry, reason) =>
      refusals.push({ seed, week, entry: episode.script.indexOf(entry), reason }),
    );
    moveBots(rules, state, bots, seed);
    const past = pastOf(state);
    step(rules, state, { kind: "week" });
    sample(past, newsSince(state, last));
  }
  return { series: new Map(columns.map(({ q, values }) => [JSON.stringify(q), values])), refusals };
}

/** What the script says for the week that begins: what is set, then orders. */
function followScript(
  { episode, rules }: Plan,
  state: State,
  names: Names,
  script: readonly Entry[],
  refuse: Refuse,
): void {
  const number = (when: When) => weekOf(episode.start, when);
  for (const entry of script)
    if (
      entry.kind === "set" &&
      number(entry.from) <= state.tick &&
      state.tick < number(entry.until ?? episode.weeks)
    )
      hold(state, names, entry, refuse);
  for (const entry of script) {
    if (entry.kind !== "order" || number(entry.week) !== state.tick) continue;
    const rejection = give(rules, state, names, entry);
    if (rejection) refuse(entry, told(rejection));
  }
}

/** Sets what the script sets. What it names may be gone, such as a procedure that has been closed. */
function hold(state: State, names: Names, entry: Extract<Entry, { kind: "set" }>, refuse: Refuse): void {
  try {
    change(state, names, entry);
  } catch (error) {
    if (!(error instanceof PathError)) throw error;
    refuse(entry, error.message.replace(/^: /, ""));
  }
}
