// The state of a room as it is mirrored to its clients, and how a client reads the session and its View out of it.

import type { Mode, Phase, Problem } from "./protocol.ts";
import type { Preset, Rules } from "./scenario.ts";
import type { Seat, Viewpoint } from "./seat.ts";
import type { View } from "./view.ts";
import { countNumbers, type Doc, type Part, unflatten } from "./wire.ts";

/** Numbers travel in blocks of so many fields `n0`, `n1`, ...; a part has blocks `b0`, `b1`, ... */
export const BLOCK_SIZE = 60;
export const BLOCKS = 6;

/** What both a Map and a mirrored map can do. */
export interface Entries<V> {
  get(key: string): V | undefined;
  forEach(each: (value: V, key: string) => void): void;
}

export interface MirroredPart {
  docs: Entries<string>;
  [block: `b${number}`]: { [field: `n${number}`]: number };
}

interface MirroredPerson {
  name: string;
  seat: string;
  /** Whether any connection of theirs is open. */
  here: boolean;
}

/** The state of a room. Only the own part of one's own seat ever arrives. */
export interface Mirrored {
  code: string;
  scenario: string;
  preset: string;
  solo: boolean;
  phase: string;
  paused: boolean;
  secondsPerWeek: number;
  mode: string;
  freeText: boolean;
  /** Seats the clock waits for, parted by spaces. */
  waiting: string;
  /** "" or what is wrong. */
  problem: string;
  people: Entries<MirroredPerson>;
  pub: MirroredPart;
  /** Absent for those who have no seat. */
  parts?: Entries<MirroredPart>;
}

export interface Person {
  id: string;
  name: string;
  seat: Viewpoint;
  here: boolean;
}

/** The room besides the game. */
export interface Session {
  code: string;
  scenario: string;
  preset: Preset;
  solo: boolean;
  phase: Phase;
  paused: boolean;
  secondsPerWeek: number;
  mode: Mode;
  /** Whether words of one's own may be said in talks. */
  freeText: boolean;
  waiting: Seat[];
  problem: Problem | "";
  people: Person[];
}

export function sessionOf(state: Mirrored): Session {
  const people: Person[] = [];
  state.people.forEach(({ name, seat, here }, id) => {
    people.push({ id, name, seat: seat as Viewpoint, here });
  });
  const { code, scenario, solo, paused, secondsPerWeek, freeText } = state;
  return {
    ...{ code, scenario, solo, paused, secondsPerWeek, freeText, people },
    preset: state.preset as Preset,
    phase: state.phase as Phase,
    mode: state.mode as Mode,
    waiting: (state.waiting ? state.waiting.split(" ") : []) as Seat[],
    problem: state.problem as Problem | "",
  };
}

/** Key of a document in the mirror: the letter of its list and a serial number, which gives the order. */
export const docKey = (list: string, serial: number): string => list + serial.toString(36);

function partOf(mirrored: MirroredPart | undefined, count: number): Part {
  const numbers: number[] = [];
  for (let i = 0; i < count; i++) {
    const block = mirrored?.[`b${Math.floor(i / BLOCK_SIZE)}`];
    numbers.push(block?.[`n${i % BLOCK_SIZE}`] ?? 0);
  }
  const docs: (Doc & { serial: number })[] = [];
  mirrored?.docs.forEach((text, key) => {
    docs.push({ list: key[0]!, id: "", text, serial: Number.parseInt(key.slice(1), 36) });
  });
  return { numbers, docs: docs.sort((a, b) => a.serial - b.serial) };
}

/** The View in a mirrored state; `seat` is what the server calls me. */
export function viewIn(rules: Rules, state: Mirrored, seat: Viewpoint): View {
  return unflatten(rules, seat, {
    pub: partOf(state.pub, countNumbers(rules, "pub")),
    own: partOf(state.parts?.get(seat), countNumbers(rules, "own")),
  });
}
