// Who sits where: persons and their connections, the choice of a seat, names, and which seats people hold. A seat whose
// people have all gone stays theirs for the grace time; the moment one of them is back it is theirs again.

import { LIMITS } from "../shared/protocol.ts";
import { isSeat, type Seat, type Viewpoint } from "../shared/seat.ts";
import type { Timers } from "./clock.ts";
import type { Now } from "./limiter.ts";

/** Id of the person who made the session; theirs is the host's token. */
export const HOST = "host";
/** Name of the host until they come in with one. */
export const HOST_NAME = "Host";

export interface Sitter {
  id: string;
  name: string;
  seat: Viewpoint;
}

export interface SeatsSettings {
  /** Every seat of the game, and those offered to people, the first ones first. */
  played: readonly Seat[];
  offered: readonly Seat[];
  graceMillis: number;
  now: Now;
  timers: Timers;
  /** Called when a grace time has run out. */
  expired(): void;
}

interface Row extends Sitter {
  connections: number;
  /** When the last connection ended. */
  gone: number;
}

export class Seats {
  readonly #settings: SeatsSettings;
  readonly #rows = new Map<string, Row>();
  readonly #waits = new Set<unknown>();

  constructor(settings: SeatsSettings) {
    this.#settings = settings;
  }

  has(id: string): boolean {
    return this.#rows.has(id);
  }

  /** The person with this id; throws when there is none. */
  of(id: string): Readonly<Sitter> {
    return this.#row(id);
  }

  add(sitter: Sitter): void {
    this.#rows.set(sitter.id, { ...sitter, connections: 0, gone: this.#settings.now() });
    this.#wait();
  }

  /** Forgets a person who has no connection. */
  remove(id: string): void {
    this.#rows.delete(id);
  }

  rename(id: string, name: string): void {
    this.#row(id).name = name;
  }

  move(id: string, seat: Viewpoint): void {
    this.#row(id).seat = seat;
  }

  /** One more connection of this person. */
  come(id: string): void {
    this.#row(id).connections += 1;
  }

  /** One connection less. */
  go(id: string): void {
    const row = this.#row(id);
    row.connections -= 1;
    row.gone = this.#settings.now();
    if (row.connections === 0) this.#wait();
  }

  /** Everybody, the first to join first. */
  people(): (Sitter & { here: boolean })[] {
    return this.#list().map(({ id, name, seat, connections }) => ({ id, name, seat, here: connections > 0 }));
  }

  anybodyHere(): boolean {
    return this.#list().some((row) => row.connections > 0);
  }

  peopleIn(seat: Seat): number {
    return this.#list().filter((row) => row.seat === seat).length;
  }

  /** Whether people hold a seat now, or did until a moment ago. */
  held(seat: Seat): boolean {
    const { now, graceMillis } = this.#settings;
    const holds = (row: Row) => row.connections > 0 || now() - row.gone < graceMillis;
    return this.#list().some((row) => row.seat === seat && holds(row));
  }

  isPlayed(seat: Seat): boolean {
    return this.#settings.played.includes(seat);
  }

  /** The best seat for a newcomer: the first offered one without people, else the one with the fewest. */
  bestFree(): Seat {
    const { offered } = this.#settings;
    const fewest = Math.min(...offered.map((seat) => this.peopleIn(seat)));
    return offered.find((seat) => this.peopleIn(seat) === fewest)!;
  }

  /** A name that nobody here has yet, made of the one wanted. */
  freeName(wanted: string | undefined): string {
    return freeName(wanted, new Set(this.#list().map((row) => row.name.toLowerCase())));
  }

  stop(): void {
    for (const handle of this.#waits) this.#settings.timers.clear(handle);
    this.#waits.clear();
  }

  #row(id: string): Row {
    const row = this.#rows.get(id);
    if (!row) throw new RangeError(`nobody has the id ${id}`);
    return row;
  }

  #list(): Row[] {
    return [...this.#rows.values()];
  }

  #wait(): void {
    const { timers, graceMillis, expired } = this.#settings;
    const handle = timers.set(() => {
      this.#waits.delete(handle);
      expired();
    }, graceMillis);
    this.#waits.add(handle);
  }
}

function freeName(wanted: string | undefined, taken: ReadonlySet<string>): string {
  const name = cleanName(wanted ?? "") || "Guest";
  if (!taken.has(name.toLowerCase())) return name;
  for (let n = 2; ; n++) {
    const next = `${cut(name, LIMITS.name - 1 - String(n).length)} ${n}`;
    if (!taken.has(next.toLowerCase())) return next;
  }
}

const cut = (text: string, length: number): string => [...text].slice(0, length).join("").trim();

/** A name as it may be shown to others: one line, no invisible signs, no towers of accents, not too long. */
export const cleanName = (text: string): string =>
  cut(
    text
      .normalize("NFC")
      .replace(/\p{C}/gu, (sign) => (/\s/.test(sign) ? " " : ""))
      .replace(/(\p{M}{2})\p{M}+/gu, "$1")
      .replace(/\s+/g, " ")
      .trim(),
    LIMITS.name,
  );

/** What is stored of where somebody sits, read again. */
export const parseViewpoint = (text: string | null): Viewpoint =>
  text !== null && (isSeat(text) || text === "facilitator" || text === "projector") ? text : "observer";
