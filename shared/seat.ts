// Who can act, and from where one can look. A seat is an office, never a living person.

/** The 27 in the Council's protocol codes (EL, not GR), ordered by the name of the state in its own language. */
// biome-ignore format: one line a row of the Council table
export const MEMBER_CODES = [
  "BE", "BG", "CZ", "DK", "DE", "EE", "IE", "EL", "ES", "FR", "HR", "IT", "CY", "LV",
  "LT", "LU", "HU", "MT", "NL", "AT", "PL", "PT", "RO", "SI", "SK", "FI", "SE",
] as const;
export type MemberCode = (typeof MEMBER_CODES)[number];

export const SEATS = ["commission", "beijing", ...MEMBER_CODES] as const;
export type Seat = (typeof SEATS)[number];

/** Places to look from that hold no vote: `facilitator` sees what the session allows, the others the public part. */
export const ONLOOKERS = ["facilitator", "observer", "projector"] as const;
export type Onlooker = (typeof ONLOOKERS)[number];
export type Viewpoint = Seat | Onlooker;

export const SIDES = ["europe", "beijing"] as const;
export type Side = (typeof SIDES)[number];

const SEAT_SET: ReadonlySet<string> = new Set(SEATS);
const MEMBER_SET: ReadonlySet<string> = new Set(MEMBER_CODES);

export const isSeat = (text: string): text is Seat => SEAT_SET.has(text);
export const isMember = (seat: string): seat is MemberCode => MEMBER_SET.has(seat);

/** The side a seat belongs to; onlookers belong to none. */
export const sideOf = (seat: Seat): Side => (seat === "beijing" ? "beijing" : "europe");
