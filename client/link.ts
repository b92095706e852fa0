// The connection to a session. It joins with the browser's ticket, hands over every new state of the room, carries
// questions and orders, and comes back by itself: after a lost network, a closed laptop or a restart of the server it
// joins again by the seat's token. An order keeps its id while it is sent again, so it is never carried out twice.

import type { Mirrored } from "../shared/mirror.ts";
import {
  type Join,
  type Me,
  PROBLEMS,
  type Problem,
  type Reply,
  type RequestName,
  type RequestOf,
} from "../shared/protocol.ts";
import { keepTicket, ticketOf } from "./ticket.ts";

/** One connection, however it is made. */
export interface Wire {
  /** Rejects when the connection ends first or no answer comes in time. */
  request(name: RequestName, payload: unknown): Promise<unknown>;
  /** Milliseconds to the server and back; rejects when nothing comes back. */
  ping(): Promise<number>;
  close(): void;
}

export interface WireEvents {
  state(room: Mirrored): void;
  closed(): void;
}

/** Makes a connection. Rejects with a `Refused` when the server says no, with anything else when it cannot be reached. */
export type Connect = (code: string, join: Join, events: WireEvents) => Promise<Wire>;

/** The server does not let us in, and asking again would not help. */
export class Refused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem);
    this.problem = problem;
  }
}

export type Status =
  | { kind: "opening" }
  | { kind: "good" | "slow"; ms: number }
  /** Being brought back. */
  | { kind: "lost" }
  /** Given up, or not let in. */
  | { kind: "gone"; problem?: Problem };

export interface LinkListener {
  status(status: Status): void;
  /** In the room, for the first time or again. */
  here(me: Me): void;
  state(room: Mirrored): void;
}

export interface LinkSettings {
  code: string;
  connect: Connect;
  listener: LinkListener;
  /** Milliseconds to wait before the n-th try to come back. */
  backOff?: (n: number) => number;
}

/** Tries to come back before it is left to the person: some ten minutes. */
const TRIES = 45;
/** Tries to get one order answered on connections that seem well. */
const STUBBORN = 5;
/** A round trip from which the connection counts as slow. */
const SLOW_MS = 400;
const LOOK_EVERY_MS = 20_000;

const usualBackOff = (n: number): number => Math.min(15_000, 400 * 1.6 ** n) * (0.8 + 0.4 * Math.random());

/** Problems that go away by themselves: worth another try. */
const PASSING: readonly string[] = [
  "shutting-down",
  "too-fast",
  "too-many-requests",
  "storage-failed",
  "failed",
];
const isPassing = (problem: string): boolean => PASSING.includes(problem);
export const isProblem = (text: unknown): text is Problem => (PROBLEMS as readonly unknown[]).includes(text);

/** The connection to one session, from the moment it is made until `close`. */
export class Link {
  readonly #settings: Required<LinkSettings>;
  readonly #watch: ReturnType<typeof setInterval>;
  #wire: Wire | undefined;
  #closed = false;
  #tries = 0;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  /** Those who wait for a connection. */
  #arrivals: { go(wire: Wire): void; fail(error: Error): void }[] = [];

  constructor(settings: LinkSettings) {
    this.#settings = { backOff: usualBackOff, ...settings };
    this.#watch = setInterval(() => void this.#measure(), LOOK_EVERY_MS);
    settings.listener.status({ kind: "opening" });
    void this.#join();
  }

  /** Asks once; rejects when there is no connection or no answer. */
  async ask<N extends RequestName>(name: N, payload: RequestOf<N>): Promise<Reply<N>> {
    if (!this.#wire) throw new Error("no connection");
    return (await this.#wire.request(name, payload)) as Reply<N>;
  }

  /** Asks until there is an answer, over as many connections as it takes. For orders, which carry their own id. */
  async insist<N extends RequestName>(name: N, payload: RequestOf<N>): Promise<Reply<N>> {
    for (let n = 1; ; n++) {
      const wire = await this.#here();
      try {
        return (await wire.request(name, payload)) as Reply<N>;
      } catch (error) {
        if (this.#closed || n >= STUBBORN) throw error;
        // The wire may be dead without knowing it; if it lives, the same is asked once more.
        if (wire === this.#wire) await this.#measure();
      }
    }
  }

  /** Looks whether the connection still lives, and brings it back at once if not. */
  look(): void {
    if (this.#wire) return void this.#measure();
    if (this.#waiting === undefined || this.#closed) return;
    clearTimeout(this.#waiting);
    this.#tries = 1;
    void this.#join();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#waiting);
    clearInterval(this.#watch);
    for (const { fail } of this.#arrivals.splice(0)) fail(new Error("closed"));
    this.#wire?.close();
    this.#wire = undefined;
  }

  async #join(): Promise<void> {
    this.#waiting = undefined;
    const { code, listener } = this.#settings;
    let wire: Wire | undefined;
    try {
      wire = await this.#connect();
      const me = (await wire.request("me", {})) as Reply<"me">;
      if (!me.ok) throw new Error("the server does not know us");
      if (this.#closed) return wire.close();
      if (me.token) keepTicket(code, { token: me.token });
      this.#wire = wire;
      this.#tries = 0;
      listener.status({ kind: "good", ms: 0 });
      listener.here(me);
      for (const { go } of this.#arrivals.splice(0)) go(wire);
      void this.#measure();
    } catch (error) {
      wire?.close();
      if (this.#closed) return;
      if (error instanceof Refused && !isPassing(error.problem)) this.#giveUp(error.problem);
      else this.#retry();
    }
  }

  async #connect(): Promise<Wire> {
    const { code, connect, listener } = this.#settings;
    const { token, name, seat } = ticketOf(code);
    let wire: Wire | undefined;
    wire = await connect(
      code,
      { ...(token ? { token } : {}), ...(name ? { name } : {}), ...(seat ? { seat } : {}) },
      {
        state: (room) => (this.#wire === undefined || this.#wire === wire ? listener.state(room) : undefined),
        closed: () => wire && this.#drop(wire),
      },
    );
    return wire;
  }

  #retry(): void {
    const { listener, backOff } = this.#settings;
    if (this.#closed || this.#waiting !== undefined) return;
    this.#tries += 1;
    if (this.#tries > TRIES) {
      this.#giveUp();
      return;
    }
    if (this.#tries > 1) listener.status({ kind: "lost" });
    this.#waiting = setTimeout(() => void this.#join(), backOff(this.#tries));
  }

  #drop(lost: Wire): void {
    if (this.#closed || lost !== this.#wire) return;
    this.#wire = undefined;
    this.#settings.listener.status({ kind: "lost" });
    this.#retry();
  }

  #giveUp(problem?: Problem): void {
    this.#settings.listener.status(problem ? { kind: "gone", problem } : { kind: "gone" });
    for (const { fail } of this.#arrivals.splice(0)) fail(new Refused(problem ?? "failed"));
  }

  async #measure(): Promise<void> {
    const wire = this.#wire;
    if (!wire) return;
    try {
      const ms = Math.round(await wire.ping());
      if (wire === this.#wire) this.#settings.listener.status({ kind: ms < SLOW_MS ? "good" : "slow", ms });
    } catch {
      wire.close();
      this.#drop(wire);
    }
  }

  #here(): Promise<Wire> {
    if (this.#wire) return Promise.resolve(this.#wire);
    if (this.#closed) return Promise.reject(new Error("closed"));
    return new Promise((go, fail) => void this.#arrivals.push({ go, fail }));
  }
}
