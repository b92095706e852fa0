// The state of a room as Colyseus sends it: the session, the public part of the View for all, and each seat's own part
// for the connections of that seat alone (StateView). It holds what `flatten` made of a View and decides nothing.

import { type MapSchema, type SchemaType, StateView, schema, t } from "@colyseus/schema";
import { BLOCK_SIZE, BLOCKS, docKey, type Session } from "../shared/mirror.ts";
import { isSeat, type Viewpoint } from "../shared/seat.ts";
import type { Doc, Part } from "../shared/wire.ts";

const fields = <F>(prefix: string, count: number, field: () => F): Record<string, F> =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [prefix + i, field()]));

const Block = schema(
  fields("n", BLOCK_SIZE, () => t.number()),
  "Block",
);
type Block = SchemaType<typeof Block> & Record<string, number>;

const MirroredPart = schema(
  { ...fields("b", BLOCKS, () => t.ref(Block).optional()), docs: t.map("string") },
  "Part",
);
type MirroredPart = SchemaType<typeof MirroredPart>;

const Person = schema({ name: t.string(), seat: t.string(), here: t.boolean() }, "Person");

export const Room = schema(
  {
    code: t.string(),
    scenario: t.string(),
    preset: t.string(),
    solo: t.boolean(),
    phase: t.string(),
    paused: t.boolean(),
    secondsPerWeek: t.number(),
    mode: t.string(),
    freeText: t.boolean(),
    waiting: t.string(),
    problem: t.string(),
    people: t.map(Person),
    pub: t.ref(MirroredPart),
    parts: t.map(MirroredPart).view(),
  },
  "Room",
);
export type RoomState = SchemaType<typeof Room>;

/** Keeps one mirrored part like the part it is shown. */
interface Shown {
  mirrored: MirroredPart;
  show(part: Part): void;
}

function newShown(): Shown {
  const mirrored = new MirroredPart();
  const showDocs = newDocs(mirrored.docs);
  return {
    mirrored,
    show({ numbers, docs }) {
      const blocks = mirrored as unknown as Record<string, Block | undefined>;
      numbers.forEach((value, i) => {
        const name = `b${Math.floor(i / BLOCK_SIZE)}`;
        blocks[name] ??= new Block() as Block;
        const key = `n${i % BLOCK_SIZE}`;
        if ((blocks[name][key] ?? 0) !== value) blocks[name][key] = value;
      });
      showDocs(docs);
    },
  };
}

/**
 * Keeps a map of documents like a list of them. Each gets a serial number when it first appears; the numbers rise
 * along every list, so that they give its order. A document that moves forward gets a new one.
 */
function newDocs(map: MapSchema<string>): (docs: readonly Doc[]) => void {
  let serials = new Map<string, number>();
  let next = 0;
  return (docs) => {
    const now = new Map<string, number>();
    const last = new Map<string, number>();
    const keep = new Set<string>();
    for (const { list, id, text } of docs) {
      const name = `${list}/${id}`;
      const known = serials.get(name);
      const serial = known !== undefined && known > (last.get(list) ?? -1) ? known : next++;
      now.set(name, serial);
      last.set(list, serial);
      const key = docKey(list, serial);
      keep.add(key);
      if (map.get(key) !== text) map.set(key, text);
    }
    for (const key of [...map.keys()]) if (!keep.has(key)) map.delete(key);
    serials = now;
  };
}

export interface Mirror {
  readonly state: RoomState;
  /** What everybody sees. */
  showPublic(part: Part): void;
  /** What one seat sees besides. */
  showOwn(seat: Viewpoint, part: Part): void;
  /** The session but its people; only what is given changes. */
  set(session: Partial<Omit<Session, "people" | "waiting"> & { waiting: string }>): void;
  showPeople(people: Session["people"]): void;
  /** What a new connection of this seat may receive; `dispose` it when the connection ends. */
  viewFor(seat: Viewpoint): StateView;
  /** Takes one seat's part away from a view and adds another's. */
  turn(view: StateView, from: Viewpoint, to: Viewpoint): void;
}

export function newMirror(): Mirror {
  const state = new Room();
  const pub = newShown();
  const owns = new Map<Viewpoint, Shown>();
  state.pub = pub.mirrored;
  const ownOf = (seat: Viewpoint): Shown => {
    const known = owns.get(seat);
    if (known) return known;
    const fresh = newShown();
    owns.set(seat, fresh);
    state.parts.set(seat, fresh.mirrored);
    return fresh;
  };
  return {
    state,
    showPublic: (part) => pub.show(part),
    showOwn: (seat, part) => ownOf(seat).show(part),
    set(session) {
      Object.assign(state, changed<object>(state, session));
    },
    showPeople(people) {
      const ids = new Set(people.map((p) => p.id));
      for (const id of [...state.people.keys()]) if (!ids.has(id)) state.people.delete(id);
      for (const { id, ...person } of people) {
        const known = state.people.get(id);
        if (!known) state.people.set(id, new Person(person));
        else Object.assign(known, changed(known, person));
      }
    },
    viewFor(seat) {
      const view = new StateView();
      if (isSeat(seat)) view.add(ownOf(seat).mirrored);
      // The full state that a newcomer receives holds all of it: the next patch need not bring it again.
      view.changes.clear();
      return view;
    },
    turn(view, from, to) {
      if (isSeat(from)) view.remove(ownOf(from).mirrored);
      if (isSeat(to)) view.add(ownOf(to).mirrored);
    },
  };
}

/** The fields of `to` that differ from those of `from`. */
const changed = <T extends object>(from: T, to: Partial<T>): Partial<T> =>
  Object.fromEntries(
    Object.entries(to).filter(([key, value]) => from[key as keyof T] !== value),
  ) as Partial<T>;
