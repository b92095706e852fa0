// One running game without a network. Orders come in, are judged on the seat's View, applied, written down, and
// acknowledged once the line is durable. What others may see is shown only after that (`settled`).

import type { Bot } from "./bots/bot.ts";
import { REPORTS_KEPT } from "./estimate.ts";
import { silent } from "./explain.ts";
import { glance, publicGlance } from "./glance.ts";
import { DIGEST_EVERY, type Header, type Line } from "./journal.ts";
import { type Command, check } from "./moves/table.ts";
import { newStream } from "./random.ts";
import type { Rejection } from "./rejection.ts";
import type { Rules } from "./scenario.ts";
import type { Seat, Viewpoint } from "./seat.ts";
import { clone, digest, type State } from "./state.ts";
import { type Entry, holderIndex, seatsOf, step } from "./step.ts";
import { type PublicPart, publicPart, type View, view } from "./view.ts";
import { type Rows, type Why, watch, why } from "./why.ts";
import { newState } from "./world/start.ts";
import { mayEnd } from "./world/week.ts";

/** Where lines become durable. A rejected promise means the line, and all after it, were not kept. */
export interface Keeper {
  append(line: Line): Promise<void>;
}

export interface MatchSettings {
  rules: Rules;
  header: Header;
  keeper: Keeper;
  /** The bot that plays a seat nobody holds. */
  botOf(seat: Seat): Bot;
  /** Lines already played, for a game that comes back. */
  lines?: readonly Line[];
  /** Whether to be ready to say why numbers changed: keeps a copy of the last week's start, played again when asked. */
  explain?: boolean;
}

export type Answer = { ok: true; n: number; durable: Promise<void> } | { ok: false; rejection: Rejection };

export interface Match {
  readonly rules: Rules;
  readonly header: Header;
  readonly lines: readonly Line[];
  readonly state: State;
  /** True once a line could not be kept: weeks stand still, and nothing may be submitted, until `resume`. */
  readonly halted: boolean;
  /** Judges and carries out an order. */
  submit(seat: Seat, by: string, command: Command): Answer;
  /** Lets the bots move, then a week pass. Does nothing when the game is over or halted. */
  advance(): void;
  /** Ends the game in the week as it stands. Does nothing when it is over or halted, or before its first week. */
  end(): void;
  /** Gives a seat to people or back to its bot. */
  hold(seat: Seat, holder: "bot" | "people"): void;
  view(seat: Viewpoint): View;
  /** The same for whoever reads little of it, and at once: see glance.ts. */
  glance(seat: Seat): View;
  /** Contributions of the last week, by number; empty when the match does not explain. */
  readonly rows: Rows;
  why(seat: Viewpoint, indicator: string, k: number): Why | undefined;
  /** Resolves when everything so far is durable; rejects when it could not be kept. */
  settled(): Promise<void>;
  /** After a failure: goes back to the last durable line and accepts orders again. */
  resume(): void;
}

/** A week gone by: the State at its start, what happened in it, and once asked, what its changes came from. */
interface Past {
  from: State;
  lines: Line[];
  rows?: Rows;
}

/** Starts a game, or brings one back from its lines. */
export function newMatch(settings: MatchSettings): Match {
  const { rules, header, keeper, botOf, explain = false } = settings;
  const bots = seatsOf(rules).map((seat) => ({ seat, bot: botOf(seat) }));
  let lines: Line[] = [];
  let state: State;
  let durable = 0;
  let tail: Promise<void> = Promise.resolve();
  let halted = false;
  /** What has been looked at since the last line: the part that all Views share, that of all glances, and glances of seats. */
  let shared: PublicPart | undefined;
  let glanced: PublicPart | undefined;
  const glances = new Map<Seat, View>();
  let looks = 0;
  /** The State at the start of this week and the lines since; the weeks before, newest last, for explanations. */
  let opened: State;
  let since: Line[] = [];
  let past: Past[] = [];

  /** Applies a line in memory; a week closes the book of the week before. */
  function play(line: Line): void {
    if (line.kind === "order") step(rules, state, line, silent, glanceOf(line.seat));
    else if (line.kind !== "digest") step(rules, state, line);
    forget();
    lines.push(line);
    if (!explain) return;
    since.push(line);
    if (past.length > 0) delete past.at(-1)!.rows;
    if (line.kind !== "week") return;
    past.push({ from: opened, lines: since });
    if (past.length > REPORTS_KEPT) past.shift();
    opened = clone(state);
    since = [];
  }

  /** Plays the week so many weeks before the last one again with a trace on every number; the last one up to now. */
  function explained(ago = 0): Rows {
    const week = past.at(-1 - ago);
    if (!week) return {};
    if (week.rows) return week.rows;
    const again = clone(week.from);
    const trace = watch(rules, again);
    for (const line of ago === 0 ? [...week.lines, ...since] : week.lines)
      if (line.kind !== "digest") step(rules, again, line, trace);
    week.rows = trace.rows;
    return trace.rows;
  }

  function begin(before: readonly Line[]): void {
    lines = [];
    forget();
    state = newState(rules, header);
    opened = clone(state);
    since = [];
    past = [];
    for (const line of before) play(line);
    durable = lines.length;
  }

  function write(entry: Entry | { kind: "digest"; tick: number; digest: string }): {
    n: number;
    done: Promise<void>;
  } {
    const line: Line = { n: lines.length + 1, ...entry };
    play(line);
    const done = keeper.append(line).then(
      () => {
        durable = Math.max(durable, line.n);
      },
      (error: unknown) => {
        halted = true;
        throw error;
      },
    );
    const before = tail;
    tail = done.then(() => before);
    tail.catch(() => {});
    return { n: line.n, done };
  }

  function forget(): void {
    shared = undefined;
    glanced = undefined;
    glances.clear();
    looks += 1;
  }

  function viewOf(seat: Viewpoint): View {
    shared ??= publicPart(rules, state);
    return view(rules, state, seat, shared);
  }

  /** What a seat sees, for this moment only: bots and the judge of an order read little of it. */
  function glanceOf(seat: Seat): View {
    const known = glances.get(seat);
    if (known) return known;
    const look = looks;
    const isPast = () => look !== looks;
    glanced ??= shared ?? publicGlance(rules, state, isPast);
    const seen = glance(rules, state, seat, glanced, isPast);
    glances.set(seat, seen);
    return seen;
  }

  function moveBots(): void {
    bots.forEach(({ seat, bot }, k) => {
      if (state.holders[k] !== "bot") return;
      const random = newStream(header.seed, `bot/${seat}/${state.tick}`);
      for (const deed of bot.decide(rules, glanceOf(seat), random))
        if (check(rules, glanceOf(seat), deed.command) === null)
          write({ kind: "order", seat, by: "bot", command: deed.command });
    });
  }

  begin(settings.lines ?? []);

  return {
    rules,
    header,
    get lines() {
      return lines;
    },
    get state() {
      return state;
    },
    get rows() {
      return explained();
    },
    get halted() {
      return halted;
    },
    submit(seat, by, command) {
      if (holderIndex(rules, seat) < 0) return { ok: false, rejection: { code: "not-your-seat" } };
      const rejection = check(rules, glanceOf(seat), command);
      if (rejection) return { ok: false, rejection };
      const { n, done } = write({ kind: "order", seat, by, command });
      return { ok: true, n, durable: done };
    },
    advance() {
      if (state.ending || halted) return;
      moveBots();
      write({ kind: "week" });
      if (state.tick % DIGEST_EVERY === 0 || state.ending)
        write({ kind: "digest", tick: state.tick, digest: digest(state) });
    },
    end() {
      if (!mayEnd(state) || halted) return;
      write({ kind: "end" });
      write({ kind: "digest", tick: state.tick, digest: digest(state) });
    },
    hold(seat, holder) {
      const k = holderIndex(rules, seat);
      if (k >= 0 && state.holders[k] !== holder) write({ kind: "holder", seat, holder });
    },
    view: viewOf,
    glance: glanceOf,
    why: (seat, indicator, k) =>
      why(rules, { from: past.at(-1)?.from ?? state, to: state, rows: explained }, seat, indicator, k),
    settled: () => tail,
    resume() {
      begin(lines.slice(0, durable));
      tail = Promise.resolve();
      halted = false;
    },
  };
}
