// One session being played, without a network: the match, who sits where, the clock, and the mirror that shows it.
// Whatever changes the match ends in `show`, which waits until it is durable and only then lets anybody see it.

import type { Bot } from "../shared/bots/bot.ts";
import type { Header, Journal, Line } from "../shared/journal.ts";
import { type Match, newMatch } from "../shared/match.ts";
import type { Phase, Problem, Reply, RequestOf } from "../shared/protocol.ts";
import { type Result, result } from "../shared/result.ts";
import { isSeat, type Seat } from "../shared/seat.ts";
import { digest } from "../shared/state.ts";
import { seatsOf } from "../shared/step.ts";
import type { Why } from "../shared/why.ts";
import { flatten } from "../shared/wire.ts";
import { type Aside, newAside } from "./aside.ts";
import { type Clock, newClock, type Timers, weekMillis } from "./clock.ts";
import { newKeeper, type SessionKeeper, type StoredLine } from "./keeper.ts";
import type { Now } from "./limiter.ts";
import type { Log } from "./log.ts";
import { type Mirror, newMirror } from "./mirror.ts";
import type { LoadedScenario } from "./scenarios.ts";
import { HOST, Seats, type Sitter } from "./seats.ts";
import { parseSettings, type Settings } from "./settings.ts";
import { type Store, StoreClosed, StoreFull } from "./store.ts";

export interface PlaySettings {
  id: string;
  code: string;
  header: Header;
  solo: boolean;
  /** As stored; null where the host has set nothing yet. */
  settings: string | null;
  scenario: LoadedScenario;
  /** Lines already played, and everybody who ever joined. */
  lines: readonly StoredLine[];
  sitters: readonly Sitter[];
  store: Store;
  log: Log;
  timers: Timers;
  now: Now;
  graceMillis: number;
  botOf(seat: Seat): Bot;
}

/** Milliseconds between two tries to write again; each failure doubles it. */
const RETRY_MILLIS = { first: 1_000, most: 30_000 };

export class Play {
  readonly id: string;
  readonly code: string;
  readonly solo: boolean;
  readonly match: Match;
  readonly seats: Seats;
  readonly mirror: Mirror = newMirror();
  /** Sends what changed in the mirror; set by the room. */
  patch: () => void = () => {};
  readonly #settings: PlaySettings;
  readonly #keeper: SessionKeeper;
  readonly #clock: Clock;
  readonly #set: Settings;
  readonly #aside: Aside;
  #started: boolean;
  #ended = false;
  #problem: Problem | "" = "";
  #retry: unknown;
  #showing: Promise<void> | undefined;
  #result: Promise<Result> | undefined;

  constructor(settings: PlaySettings) {
    const { id, code, solo, header, scenario, lines, store, timers, now, graceMillis } = settings;
    const { rules } = scenario;
    this.#settings = settings;
    this.id = id;
    this.code = code;
    this.solo = solo;
    this.#keeper = newKeeper(store, id);
    this.match = newMatch({
      rules,
      header,
      lines,
      keeper: this.#keeper,
      botOf: settings.botOf,
      explain: true,
    });
    // Alone, one may act after an answer too: time waits until one goes on.
    this.#aside = newAside(this.match, { lasting: solo });
    this.#started = solo || lines.length > 0;
    const played = seatsOf(rules);
    const expired = () => void this.tend();
    this.seats = new Seats({ played, offered: rules.seats, graceMillis, now, timers, expired });
    for (const sitter of settings.sitters) this.seats.add(sitter);
    const preset = rules.presets[header.preset];
    const mode = solo ? "stop-and-think" : preset.mode;
    const secondsPerWeek = Math.max(1, preset.secondsPerWeek);
    const usual: Settings = { secondsPerWeek, mode, paused: false, freeText: true };
    const { set, lost } = parseSettings(settings.settings, usual);
    this.#set = set;
    if (lost.length > 0)
      settings.log.warn(
        { code: settings.code, lost },
        "what the host had set could not be read; the preset holds",
      );
    this.#clock = newClock({
      timers,
      mayRun: () => this.#mayRun(),
      millis: () => weekMillis(this.#set.mode, this.#set.secondsPerWeek, this.match.glance("commission").pub),
      week: () => this.#week(),
    });
    this.#reflect();
  }

  get phase(): Phase {
    return this.match.state.ending ? "over" : this.#started ? "running" : "lobby";
  }

  get problem(): Problem | "" {
    return this.#problem;
  }

  /** Whether this person may steer the session. */
  isHost = (person: string): boolean => person === HOST;

  /** A connection of this person has begun. Resolves when it is shown. */
  async come(person: string): Promise<void> {
    this.seats.come(person);
    await this.tend();
  }

  async go(person: string): Promise<void> {
    this.seats.go(person);
    await this.tend();
  }

  /** Carries out an order and answers its line once it is durable and shown. Rejects when it could not be kept. */
  async order(person: string, seat: Seat, { id, command }: RequestOf<"order">): Promise<Reply<"order">> {
    const submit = () => this.#keeper.as(id, () => this.match.submit(seat, person, command));
    const answer = await this.#sound(submit);
    // A refusal waits as well: it may rest on an order that is not durable yet.
    await this.show();
    if (!answer.ok) return answer;
    this.#clock.look();
    return { ok: true, n: answer.n };
  }

  async why(sitter: Sitter, indicator: string, k: number): Promise<Why | null> {
    await this.show();
    return this.match.why(sitter.seat, indicator, k) ?? null;
  }

  async move(person: string, seat: Sitter["seat"]): Promise<void> {
    await this.#settings.store.movePerson(this.#settings.id, person, seat);
    this.seats.move(person, seat);
    await this.tend();
  }

  get freeText(): boolean {
    return this.#set.freeText;
  }

  async setPace(change: RequestOf<"pace">): Promise<void> {
    Object.assign(this.#set, change);
    if (change.paused === false && this.#problem === "failed") this.#problem = "";
    this.#clock.restart();
    await this.#keepSettings();
  }

  async setWords({ freeText }: RequestOf<"words">): Promise<void> {
    this.#set.freeText = freeText;
    await this.#keepSettings();
  }

  /** Shows what the host has set, and resolves when it is kept; where the disk is full it holds until the process ends. */
  async #keepSettings(): Promise<void> {
    const { store, id, log, code } = this.#settings;
    await this.show().catch(() => {});
    await store
      .saveSettings(id, JSON.stringify(this.#set))
      .catch((error) => log.error({ code, err: error }, "what the host has set could not be kept"));
  }

  /** Puts aside what waits for a seat now. */
  async goOn(seat: Seat): Promise<void> {
    this.#aside.put(seat);
    this.#clock.look();
    await this.show().catch(() => {});
  }

  async start(): Promise<void> {
    this.#started = true;
    await this.tend();
  }

  /** Ends the game in the week as it stands, for everybody. Resolves once that is durable and shown. */
  async end(): Promise<void> {
    await this.#sound(() => this.match.end());
    await this.show();
    this.#clock.look();
  }

  /** Everything about the finished game. Two more games are played for it, so it is found once. */
  result(): Promise<Result> {
    const { rules, header, state, lines } = this.match;
    const pause = () => new Promise<void>((resolve) => void setImmediate(resolve));
    this.#result ??= result(rules, header, state, lines, pause).catch((error: unknown) => {
      this.#result = undefined;
      throw error;
    });
    return this.#result;
  }

  /** The record of the game, every line of it durable. */
  async journal(): Promise<Journal> {
    await this.show();
    const { header, lines } = this.match;
    return { header, lines: (lines as readonly StoredLine[]).map(({ id: _, ...line }) => line as Line) };
  }

  /** Gives seats to their people or to their bots, as it should be now, and shows what there is. */
  async tend(): Promise<void> {
    if (this.phase === "running" && !this.#problem && this.seats.anybodyHere())
      for (const seat of seatsOf(this.match.rules))
        this.match.hold(seat, this.seats.held(seat) ? "people" : "bot");
    await this.show().catch(() => {});
    this.#clock.look();
  }

  /** Resolves when everything done so far is durable and shown; rejects when it could not be kept. */
  show(): Promise<void> {
    this.#showing ??= this.#settle();
    return this.#showing;
  }

  /** Stops for good, with everything written that was begun. */
  async close(): Promise<void> {
    this.#problem = "shutting-down";
    this.seats.stop();
    if (this.#retry !== undefined) this.#settings.timers.clear(this.#retry);
    await this.#clock.stop();
    await this.#keeper.idle();
  }

  #mayRun(): boolean {
    const { paused } = this.#set;
    return (
      this.phase === "running" &&
      !paused &&
      !this.#problem &&
      this.seats.anybodyHere() &&
      this.#waiting().length === 0
    );
  }

  async #week(): Promise<void> {
    try {
      await this.#sound(() => this.match.advance());
    } catch {
      // It would fail again: the host may try, or the game waits for a better version of this program.
      this.#problem = "failed";
      this.#set.paused = true;
    }
    await this.show();
  }

  /** Changes the match. A rule that throws leaves its State half changed: back then to what the journal says. */
  async #sound<T>(change: () => T): Promise<T> {
    try {
      return change();
    } catch (error) {
      const { log, code } = this.#settings;
      log.error({ code, err: error }, "a rule failed");
      this.#problem = "failed";
      await this.#keeper.idle();
      this.match.resume();
      this.#problem = "";
      throw error;
    }
  }

  /** Seats of people here with something to decide that they have not put aside. */
  #waiting(): Seat[] {
    if (this.#set.mode !== "stop-and-think" || this.phase !== "running") return [];
    return this.#seatsHere().filter((seat) => this.#aside.waits(seat));
  }

  #seatsHere(): Seat[] {
    const here = this.seats.people().filter((person) => person.here);
    return [...new Set(here.map((person) => person.seat).filter(isSeat))];
  }

  /** Waits for the lines written until now, and those written meanwhile; shows at a moment when all are durable. */
  async #settle(): Promise<void> {
    const { match } = this;
    try {
      for (let n = -1; n !== match.lines.length; ) {
        n = match.lines.length;
        await match.settled();
      }
    } catch (error) {
      await this.#recover(error);
      this.#showing = undefined;
      throw error;
    }
    // In one breath with the look at the length: nothing can be written in between.
    this.#showing = undefined;
    this.#reflect();
    if (match.state.ending && !this.#ended) this.#end();
  }

  #end(): void {
    this.#ended = true;
    const { store, id, log, code } = this.#settings;
    store.endSession(id).catch((error) => log.error({ code, err: error }, "the session could not be ended"));
  }

  /** Writes down what everybody sees and, for each seat with people here, what it sees besides. */
  #reflect(): void {
    const { match, mirror } = this;
    const { rules, state } = match;
    mirror.showPublic(flatten(rules, "pub", match.view("observer").pub, state.tick));
    for (const seat of this.#seatsHere())
      mirror.showOwn(seat, flatten(rules, "own", match.view(seat).own, state.tick));
    const { code, solo, phase } = this;
    const { scenario, preset } = match.header;
    const waiting = this.#waiting().join(" ");
    mirror.set({ code, scenario, preset, solo, phase, ...this.#set, waiting, problem: this.#problem });
    mirror.showPeople(this.seats.people());
    this.patch();
  }

  /** After a line was lost: back to the last durable one, say so, and try again until it works. */
  async #recover(error: unknown): Promise<void> {
    const { log, code } = this.#settings;
    if (this.#problem !== "shutting-down")
      this.#problem = error instanceof StoreFull ? "storage-full" : "storage-failed";
    log.error({ code, err: error }, "lines could not be kept; the game waits");
    await this.#keeper.idle();
    this.match.resume();
    this.#reflect();
    if (!(error instanceof StoreClosed)) this.#tryAgain(RETRY_MILLIS.first);
  }

  /** A snapshot is worth having, and needs as much room as many lines. */
  #tryAgain(millis: number): void {
    const { timers, store, id } = this.#settings;
    this.#retry = timers.set(async () => {
      const { lines, state } = this.match;
      const snapshot = { n: lines.length, state: JSON.stringify(state), digest: digest(state) };
      try {
        await store.saveSnapshot(id, snapshot);
      } catch {
        return this.#tryAgain(Math.min(2 * millis, RETRY_MILLIS.most));
      }
      this.#problem = "";
      await this.tend();
    }, millis);
  }
}
