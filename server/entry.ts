// How a person comes in: back by their token, or new with a name and a seat.

import type { Join, Problem } from "../shared/protocol.ts";
import { newId, newToken } from "./code.ts";
import type { Play } from "./play.ts";
import { HOST, HOST_NAME } from "./seats.ts";
import type { Store } from "./store.ts";

/** Who a connection belongs to. */
export interface Entry {
  person: string;
  /** The token, when it was made just now. */
  token?: string;
}

/** Letters of a person's id: short, since it travels with every order; unique within the session. */
const ID_LENGTH = 8;

/** Lets somebody in or says why not. A token of another session, or of nobody, is as good as none. */
export async function enter(play: Play, store: Store, join: Join, most: number): Promise<Entry | Problem> {
  const known = join.token ? await store.person(join.token) : undefined;
  if (known && known.session === play.id && play.seats.has(known.person)) {
    const { id, name } = play.seats.of(known.person);
    if (id === HOST && name === HOST_NAME && join.name) play.seats.rename(id, play.seats.freeName(join.name));
    return { person: id };
  }
  if (play.solo && !join.as) return "session-full";
  if (join.seat && !play.seats.isPlayed(join.seat)) return "no-such-seat";
  if (play.seats.people().length >= most) return "session-full";
  const person = newId().slice(0, ID_LENGTH);
  const seat = join.as ?? join.seat ?? play.seats.bestFree();
  const name = play.seats.freeName(join.name);
  const token = newToken();
  // Taken before the disk answers, so that two who come at once do not get the same name.
  play.seats.add({ id: person, name, seat });
  try {
    await store.savePerson(token, { session: play.id, person, name, seat });
  } catch (error) {
    play.seats.remove(person);
    throw error;
  }
  return { person, token };
}
