// The vocabulary of agreements: what can be promised, who measures it, what follows at the end, and what can be said in
// talks without typing. Templates are data of a scenario.

import * as z from "zod";
import { SEATS } from "../seat.ts";

/** Everything that can be promised and looked at. `world/metrics.ts` says of each how it is read and what it does. */
export const METRICS = [
  // Beijing
  "licence-days",
  "approval-rate",
  "throughput",
  "general-licences",
  "no-new-control",
  "stop-notice",
  "access",
  "transparency",
  "least-price",
  "quota",
  "china-duty",
  "no-hold",
  "fast-lane",
  "orders",
  "investment",
  // the Commission
  "no-new-case",
  "europe-duty",
  "close-case",
  "floor-price",
  "law-delay",
  // capitals
  "ballot",
  "share-stock",
  // whoever has a purse
  "payment",
] as const;
export type MetricId = (typeof METRICS)[number];

/** Who looks whether a term is kept. What everybody can see for themselves is `public`. */
export const MEASURES = ["none", "survey", "register", "public"] as const;
export type Measure = (typeof MEASURES)[number];

/** What becomes of an agreement when its time is over (E47). */
export const EXPIRIES = ["lapse", "renew", "step-down"] as const;
export type Expiry = (typeof EXPIRIES)[number];

/** What can be said without typing. "weeks" and "file" stand for blanks that the speaker fills. */
export const PHRASES = [
  "need-by-week",
  "not-give-up",
  "if-measured",
  "who-measures",
  "offer-for",
  "only-together",
  "not-before-vote",
  "public-private",
  "can-wait",
  "stock-lasts",
  "if-then",
  "threat",
  "calendar",
  "see-discrimination",
  "see-security",
  "experts-check",
  "shorter",
  "longer",
  "one-product",
  "same-week",
  "who-else",
  "other-offer",
  "home-asks",
  "kept-word",
  "no-but",
  "worth-too-little",
  "nobody-measures",
] as const;
export type Phrase = (typeof PHRASES)[number];

/** Phrases with a number of weeks in them. */
export const TIMED_PHRASES: readonly Phrase[] = [
  "need-by-week",
  "stock-lasts",
  "if-then",
  "threat",
  "shorter",
];

/**
 * Blanks of a template: "member" = the capital at the table, "other" = the second one; "case", "duty", "file", "law",
 * "taxed" = the first that fits, "next-file" = the second, "levied" = the sector that bears most European duty.
 */
const termSchema = z.strictObject({
  by: z.enum([...SEATS, "member", "other"]),
  metric: z.enum(METRICS),
  about: z.string(),
  value: z.number(),
  /** Window over which it is looked at, or week of the agreement by which it must be done. */
  weeks: z.int().min(1).max(104),
  measure: z.enum(MEASURES),
  /** Stands only where there is nothing that the term before it could be about. */
  instead: z.literal(true).optional(),
});

export const templateSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: z.string(),
  line: z.string(),
  /** Between whom it makes sense. */
  between: z.enum(["commission-beijing", "member-beijing", "members", "commission-member"]),
  weeks: z.int().min(1).max(104),
  expiry: z.enum(EXPIRIES),
  secret: z.boolean(),
  snapback: z.boolean(),
  terms: z.array(termSchema).min(1).max(8),
  source: z.string(),
});
export type Template = z.infer<typeof templateSchema>;
