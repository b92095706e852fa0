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

export interface Seats {
  has(id: string): boolean;
  /** The person with this id; throws when there is none. */
  of(id: string): Sitter;
  add(sitter: Sitter): void;
  /** Forgets a person who has no connection. */
  remove(id: string): void;
  rename(id: string, name: string): void;
  move(id: string, seat: Viewpoint): void;
  /** One more connection, one less. */
  come(id: string): void;
  go(id: string): void;
  /** Everybody, the first to join first. */
  people(): (Sitter & { here: boolean })[];
  anybodyHere(): boolean;
  peopleIn(seat: Seat): number;
  /** Whether people hold a seat now, or did until a moment ago. */
  held(seat: Seat): boolean;
  isPlayed(seat: Seat): boolean;
  /** The best seat for a newcomer: the first offered one without people, else the one with the fewest. */
  bestFree(): Seat;
  /** A name that nobody here has yet, made of the one wanted. */
  freeName(wanted: string | undefined): string;
  stop(): void;
}

interface Row extends Sitter {
  connections: number;
  /** When the last connection ended. */
  gone: number;
}

export function newSeats(settings: SeatsSettings): Seats {
  const { played, offered, graceMillis, now, timers, expired } = settings;
  const rows = new Map<string, Row>();
  const waits = new Set<unknown>();

  const of = (id: string): Row => {
    const row = rows.get(id);
    if (!row) throw new RangeError(`nobody has the id ${id}`);
    return row;
  };
  const list = () => [...rows.values()];
  const peopleIn = (seat: Seat) => list().filter((row) => row.seat === seat).length;
  const wait = () => {
    const handle = timers.set(() => {
      waits.delete(handle);
      expired();
    }, graceMillis);
    waits.add(handle);
  };

  return {
    has: (id) => rows.has(id),
    of,
    add(sitter) {
      rows.set(sitter.id, { ...sitter, connections: 0, gone: now() });
      wait();
    },
    remove: (id) => void rows.delete(id),
    rename(id, name) {
      of(id).name = name;
    },
    move(id, seat) {
      of(id).seat = seat;
    },
    come(id) {
      of(id).connections += 1;
    },
    go(id) {
      const row = of(id);
      row.connections -= 1;
      row.gone = now();
      if (row.connections === 0) wait();
    },
    people: () =>
      list().map(({ id, name, seat, connections }) => ({ id, name, seat, here: connections > 0 })),
    anybodyHere: () => list().some((row) => row.connections > 0),
    peopleIn,
    held: (seat) =>
      list().some((row) => row.seat === seat && (row.connections > 0 || now() - row.gone < graceMillis)),
    isPlayed: (seat) => played.includes(seat),
    bestFree() {
      const fewest = Math.min(...offered.map(peopleIn));
      return offered.find((seat) => peopleIn(seat) === fewest)!;
    },
    freeName: (wanted) => freeName(wanted, new Set(list().map((row) => row.name.toLowerCase()))),
    stop() {
      for (const handle of waits) timers.clear(handle);
      waits.clear();
    },
  };
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
