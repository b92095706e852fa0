// Seats as lists have them: by name, without the article that a sentence needs.

import { isMember, SEATS, type Seat } from "../shared/seat.ts";
import { language, words } from "./words.ts";

/** A name as a list, a heading or a label has it: "the Netherlands" -> "Netherlands". */
export function bareName(name: string): string {
  const bare = words.bare(name);
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}

const seatLabel = (seat: Seat): string => bareName(words.seats[seat]);

/** Two names in the order of the reader's alphabet. */
export const compareNames = (a: string, b: string): number => a.localeCompare(b, language);

/** The order to look a seat up in: the two offices, then the states by name. */
export const bySeatName = (a: Seat, b: Seat): number =>
  Number(isMember(a)) - Number(isMember(b)) ||
  (isMember(a) ? compareNames(seatLabel(a), seatLabel(b)) : SEATS.indexOf(a) - SEATS.indexOf(b));

/** Seats for a list to choose from: the two offices of the story, then the member states. */
export function seatGroups<S extends Seat>(seats: readonly S[], label: (seat: S) => string = seatLabel) {
  const options = [...seats].sort(bySeatName).map((id) => ({ id, label: label(id) }));
  return [
    { options: options.filter(({ id }) => !isMember(id)) },
    { label: words.memberStates, options: options.filter(({ id }) => isMember(id)) },
  ].filter(({ options: list }) => list.length > 0);
}
