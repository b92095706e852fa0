// Everything that is asked and answered over the wire: requests of the room and their replies, what the HTTP side takes
// and gives, and their sizes. Names and shapes only. What the server shows unasked is in `mirror.ts`.

import * as z from "zod";
import { commandSchema } from "./moves/table.ts";
import type { Rejection } from "./rejection.ts";
import type { Result } from "./result.ts";
import { PRESETS, type Preset } from "./scenario.ts";
import { ONLOOKERS, SEATS, type Seat, type Viewpoint } from "./seat.ts";
import type { Why } from "./why.ts";

/** Sizes that both sides keep to. */
export const LIMITS = {
  /** Characters of a person's name, of an order's id, of a seat token. */
  name: 24,
  orderId: 40,
  token: 64,
  /** Bytes of the body of a POST. */
  bodyBytes: 2048,
} as const;

/** Seconds that a week may take; the client offers the first row of `PACES`. */
export const PACES = [1, 2, 4, 9, 15, 27] as const;
export const MODES = ["running", "stop-and-think"] as const;
export type Mode = (typeof MODES)[number];

const PHASES = ["lobby", "running", "over"] as const;
export type Phase = (typeof PHASES)[number];

/** Why the server does not do what was asked, besides the rejections of the game itself. The client has words for each. */
export const PROBLEMS = [
  "bad-request", // not a request of this protocol
  "too-fast", // more messages than the session takes from one connection
  "too-many-requests", // more sessions or joins than one address may ask for in a while
  "no-such-session", // no session has this code
  "cannot-restore", // the journal of the session does not fold with this version or scenario
  "session-full", // as many connections as a session takes
  "rooms-full", // as many sessions as the server takes
  "no-such-scenario",
  "no-such-seat", // the scenario has no such seat
  "seat-held", // somebody else holds it, and the game has begun
  "no-seat", // an onlooker orders nothing
  "not-host",
  "words-off", // the host has switched off words of one's own; phrases always may be said
  "not-now", // the session is in another phase
  "storage-full", // the disk is full: nothing is lost, nothing more is accepted
  "storage-failed", // the database does not write: as above
  "shutting-down",
  "failed", // a fault of the server
] as const;
export type Problem = (typeof PROBLEMS)[number];

/** A reply that says no: a rejection of the game, or a problem of the session. */
export interface Refusal {
  ok: false;
  rejection: Rejection | { code: Problem };
}

const seat = z.enum(SEATS);

/** What a client may ask of the room, by name. Everything is answered; send them with `request`, never with `send`. */
export const REQUESTS = {
  /** Who am I? Carries the seat token the first time. */
  me: z.strictObject({}),
  /** Give an order. `id` is the sender's own: sending it again answers the same and changes nothing. */
  order: z.strictObject({ id: z.string().regex(/^[\w-]{1,40}$/), command: commandSchema }),
  /** Why did a number change last? */
  why: z.strictObject({ indicator: z.string().max(40), k: z.int().min(0).max(64) }),
  /** Take another seat, or none. */
  seat: z.strictObject({ seat: seat.nullable() }),
  /** Host or solo: how fast weeks pass. What is absent stays. */
  pace: z.strictObject({
    secondsPerWeek: z.number().min(0.5).max(60).optional(),
    mode: z.enum(MODES).optional(),
    paused: z.boolean().optional(),
  }),
  /** Host: whether seats may say words of their own in talks. */
  words: z.strictObject({ freeText: z.boolean() }),
  /** Stop-and-think: put aside what waits for my seat and go on. */
  continue: z.strictObject({}),
  /** Host: leave the lobby. */
  start: z.strictObject({}),
  /** Host: end the game in the week as it stands. */
  end: z.strictObject({}),
  /** After the end: everything. */
  result: z.strictObject({}),
} as const;
export type RequestName = keyof typeof REQUESTS;
export type RequestOf<N extends RequestName> = z.infer<(typeof REQUESTS)[N]>;

export interface Me {
  person: string;
  name: string;
  /** The seat, or the place to look from. */
  seat: Viewpoint;
  host: boolean;
  /** Kept by the browser, never shown: brings the person back. Only when it was issued on this connection. */
  token?: string;
}

interface Replies {
  me: Me;
  order: { n: number };
  why: { why: Why | null };
  seat: { seat: Viewpoint };
  pace: object;
  words: object;
  continue: object;
  start: object;
  end: object;
  result: { result: Result };
}
export type Reply<N extends RequestName> = ({ ok: true } & Replies[N]) | Refusal;

/** What a client says when it joins a room by its code. */
export const joinSchema = z.strictObject({
  token: z.string().max(LIMITS.token).optional(),
  name: z.string().max(200).optional(),
  /** Seat wanted; the best free one when absent. */
  seat: seat.optional(),
  /** Look on without a seat. */
  as: z.enum(ONLOOKERS).exclude(["facilitator"]).optional(),
});
export type Join = z.infer<typeof joinSchema>;

/** Body of POST /api/sessions. */
export const newSessionSchema = z.strictObject({
  preset: z.enum(PRESETS),
  scenario: z
    .string()
    .regex(/^[a-z0-9-]{3,40}$/)
    .default("brussels-2026"),
  /** One person alone: begins at once, in the seat named. */
  solo: z.boolean().default(false),
  seat: seat.optional(),
  /** Name of the host. */
  name: z.string().max(200).optional(),
});
export type NewSession = z.input<typeof newSessionSchema>;

/** Reply to POST /api/sessions. Joining with `hostToken` makes the host. */
export interface NewSessionReply {
  code: string;
  hostToken: string;
}

/** Reply to GET /api/sessions/:code. */
export interface SessionCard {
  code: string;
  scenario: string;
  title: string;
  preset: Preset;
  weeks: number;
  solo: boolean;
  phase: Phase;
  /** Seats offered to people, the first ones first, with the number of people in each. */
  seats: { seat: Seat; people: number }[];
}

/** Body of every HTTP reply that is not a success. */
export interface Failure {
  problem: Problem;
}
