// The sessions of this server: making one, finding one by its code, and bringing back from its journal one that is not
// in memory, after a restart or a long silence.

import { randomInt } from "node:crypto";
import * as z from "zod";
import type { Bot } from "../shared/bots/bot.ts";
import { fold, type Header, JOURNAL_FORMAT, RULES_VERSION, refuse } from "../shared/journal.ts";
import type { NewSessionReply, newSessionSchema, Problem, SessionCard } from "../shared/protocol.ts";
import { PRESETS } from "../shared/scenario.ts";
import type { Seat } from "../shared/seat.ts";
import { seatsOf } from "../shared/step.ts";
import type { Timers } from "./clock.ts";
import { newToken, parseCode } from "./code.ts";
import type { Config } from "./config.ts";
import { parseLine } from "./keeper.ts";
import type { Now } from "./limiter.ts";
import type { Log } from "./log.ts";
import { Play } from "./play.ts";
import { type LoadedScenario, loadScenario, scenarioIds } from "./scenarios.ts";
import { cleanName, HOST, HOST_NAME, parseViewpoint } from "./seats.ts";
import type { Session, Store } from "./store.ts";

export interface SessionsSettings {
  config: Config;
  store: Store;
  log: Log;
  timers: Timers;
  now: Now;
  /** The bots of a game, from its seed. */
  botsOf(seed: number): (seat: Seat) => Bot;
  scenario?(id: string): LoadedScenario;
}

/** Thrown where a session cannot be had; the message is the problem's code. */
export class SessionError extends Error {
  override name = "SessionError";
  readonly problem: Problem;
  constructor(problem: Problem, cause?: unknown) {
    super(problem, { cause });
    this.problem = problem;
  }
}

/** The header as stored: the journal's, and what else the session began with. */
const storedHeader = z.object({
  format: z.number(),
  rules: z.number(),
  scenario: z.string(),
  hash: z.string(),
  preset: z.enum(PRESETS),
  weeks: z.number(),
  seed: z.number(),
  solo: z.boolean(),
});

export class Sessions {
  readonly #settings: SessionsSettings;
  readonly #plays = new Map<string, Promise<Play>>();
  readonly #live = new Set<Play>();
  /** Opens a room for a session that has just been brought into memory; set by the app. */
  opened: (play: Play) => Promise<void> = async () => {};

  constructor(settings: SessionsSettings) {
    this.#settings = settings;
  }

  get size(): number {
    return this.#plays.size;
  }

  /** Makes a session and its host. Throws a SessionError. */
  async create(request: z.output<typeof newSessionSchema>): Promise<NewSessionReply> {
    const { config, store } = this.#settings;
    if (this.size >= config.MAX_ROOMS) throw new SessionError("rooms-full");
    const { rules, hash } = this.scenario(request.scenario);
    const seat = request.seat ?? (request.solo ? rules.seats[0]! : null);
    if (seat && !seatsOf(rules).includes(seat)) throw new SessionError("no-such-seat");
    const preset = rules.presets[request.preset];
    const header: Header = {
      format: JOURNAL_FORMAT,
      rules: RULES_VERSION,
      scenario: request.scenario,
      hash,
      preset: request.preset,
      weeks: preset.weeks,
      seed: randomInt(2 ** 31),
    };
    const text = JSON.stringify({ ...header, solo: request.solo });
    const session = await store.newSession({ scenario: request.scenario, scenarioHash: hash, header: text });
    const hostToken = newToken();
    const name = cleanName(request.name ?? "") || HOST_NAME;
    await store.savePerson(hostToken, {
      session: session.id,
      person: HOST,
      name,
      seat: seat ?? "facilitator",
    });
    await this.play(session.code);
    return { code: session.code, hostToken };
  }

  /** The session with this code, brought back if need be. Throws a SessionError. */
  play(typed: string): Promise<Play> {
    const code = parseCode(typed);
    if (!code) return Promise.reject(new SessionError("no-such-session"));
    const known = this.#plays.get(code);
    if (known) return known;
    const opening = this.#open(code);
    this.#plays.set(code, opening);
    opening.catch(() => this.#plays.delete(code));
    return opening;
  }

  /** Brings back the open sessions with a change in the last days; answers how many, and logs those that fail. */
  async restore(days: number): Promise<number> {
    const { store, log } = this.#settings;
    const since = new Date(Date.now() - days * 86_400_000).toISOString();
    let restored = 0;
    for (const { code, updated } of await store.openSessions()) {
      if (updated < since) continue;
      try {
        await this.play(code);
        restored++;
      } catch (error) {
        log.error({ code, err: error }, "a session could not be brought back");
      }
    }
    return restored;
  }

  /** Lets go of a session that nobody is in; it comes back when somebody asks for it. */
  async release(code: string): Promise<void> {
    const play = await this.#plays.get(code);
    if (!play) return;
    this.#plays.delete(code);
    this.#live.delete(play);
    await play.close();
  }

  /** Games that wait for the disk. */
  inTrouble(): number {
    return [...this.#live].filter((play) => play.problem !== "").length;
  }

  /** Stops every game with everything written. */
  async close(): Promise<void> {
    await Promise.allSettled(this.#plays.values());
    await Promise.all([...this.#live].map((play) => play.close()));
  }

  async card(code: string): Promise<SessionCard> {
    const play = await this.play(code);
    const { header, rules } = play.match;
    return {
      code: play.code,
      scenario: header.scenario,
      title: rules.title,
      preset: header.preset,
      weeks: header.weeks,
      solo: play.solo,
      phase: play.phase,
      seats: rules.seats.map((seat) => ({ seat, people: play.seats.peopleIn(seat) })),
    };
  }

  async #open(code: string): Promise<Play> {
    const { config, store, log } = this.#settings;
    const session = await store.sessionWithCode(code);
    if (!session) throw new SessionError("no-such-session");
    if (this.size > config.MAX_ROOMS) throw new SessionError("rooms-full");
    const play = await this.#bringBack(session).catch((error: unknown) => {
      if (error instanceof SessionError) throw error;
      log.error({ code, err: error }, "the journal of a session does not fold");
      throw new SessionError("cannot-restore", error);
    });
    await this.opened(play);
    this.#live.add(play);
    return play;
  }

  /** The game as its journal has it, every digest in it verified. */
  async #bringBack(session: Session): Promise<Play> {
    const { store, log, timers, now, config, botsOf } = this.#settings;
    const { solo, ...header } = storedHeader.parse(JSON.parse(session.header));
    const scenario = this.scenario(header.scenario);
    const reason = refuse(header, scenario.hash);
    if (reason) throw new Error(reason);
    const lines = (await store.lines(session.id)).map(parseLine);
    fold(scenario.rules, { header, lines });
    const persons = await store.persons(session.id);
    const sitters = persons.map(({ person, name, seat }) => ({
      id: person,
      name,
      seat: parseViewpoint(seat),
    }));
    const graceMillis = config.BOT_GRACE_SECONDS * 1000;
    const botOf = botsOf(header.seed);
    const { id, code, settings } = session;
    return new Play({
      ...{ id, code, header, solo, settings, scenario, lines, sitters },
      ...{ store, log, timers, now, graceMillis, botOf },
    });
  }

  /** A scenario by its id. Throws a SessionError when there is none. */
  scenario(id: string): LoadedScenario {
    if (this.#settings.scenario) return this.#settings.scenario(id);
    if (!scenarioIds().includes(id)) throw new SessionError("no-such-scenario");
    return loadScenario(id);
  }
}
