// What an episode file must be. An episode says how a stretch of history begins, what was done in it, and what was seen
// to come of it; the runner plays it and compares. Every field carries its own description, so that the JSON Schema
// printed by `npm run episodes -- --schema` is enough to write one.

import * as z from "zod";
import { SEATS } from "../seat.ts";
import { label, measure, when } from "./vocabulary.ts";

const json: z.ZodType<unknown> = z.json();

const change = {
  path: z.string().min(1),
  value: json.optional().describe("The new value."),
  scale: z
    .number()
    .optional()
    .describe("Instead of `value`: a factor on what stands there (numbers and rows)."),
};
const one = (x: { value?: unknown; scale?: number }): boolean =>
  (x.value === undefined) !== (x.scale === undefined);
const ONE = { error: "needs either value or scale", path: ["value"] };

const override = z
  .strictObject({ ...change, note: z.string().optional() })
  .refine(one, ONE)
  .describe(
    "A changed assumption. Paths into the scenario change it before the start; what is so changed must still be a valid scenario. Paths that begin with state. change the State of week 0.",
  );

const order = z
  .strictObject({
    kind: z.literal("order"),
    week: when,
    seat: z.enum(SEATS),
    command: z
      .looseObject({ kind: z.string() })
      .describe(
        'A command as a player gives it. In place of an id that is not known beforehand: {"find": "files", "where": {"kind": "anti-subsidy"}} = the newest match in that list of the State.',
      ),
    label: label.optional(),
  })
  .describe("A seat gives an order before the week passes, by the rules and at their price.");

const set = z
  .strictObject({
    kind: z.literal("set"),
    from: when,
    until: when.optional().describe("First week in which it is no longer held; left out = to the end."),
    ...change,
    label: label.optional(),
  })
  .refine(one, ONE)
  .describe(
    "Policy given from outside: before each of these weeks the place (state. ...) is set to the value; `scale` multiplies what stands there, once a week.",
  );

const share = z
  .strictObject({ low: z.number().optional(), high: z.number().optional() })
  .describe("Share of seeds in which the measure lies within these bounds.");

const tolerance = z
  .strictObject({
    relative: z.number().positive().optional(),
    absolute: z.number().positive().optional(),
    weeks: z.number().min(0).optional(),
  })
  .refine((t) => Object.values(t).filter((x) => x !== undefined).length === 1, {
    error: "needs exactly one of relative, absolute, weeks",
  })
  .describe("Half the width of what passes: relative to the observed value, in its own unit, or in weeks.");

const check = z
  .strictObject({
    what: z
      .string()
      .min(1)
      .describe("What is compared, with its unit, as a reader of the table should see it."),
    measure,
    across: z
      .union([z.enum(["mean", "median"]), z.strictObject({ share })], {
        error: 'must be "mean", "median" or {"share": {"low": ..., "high": ...}}',
      })
      .default("mean")
      .describe(
        "How the seeds' values become one. A seed without a value does not count, except against a share.",
      ),
    observed: z
      .union([z.number(), z.iso.date()], { error: "must be a number, or a day for a week" })
      .optional()
      .describe("What was seen; a day stands for its week."),
    tolerance: tolerance.optional(),
    low: z
      .number()
      .optional()
      .describe("Instead of a tolerance, or beside what was seen: least that passes."),
    high: z.number().optional().describe("Most that passes."),
    within: z
      .int()
      .min(0)
      .max(26)
      .default(0)
      .describe(
        "Timing may be off by so many weeks either way: of these, the value nearest to the observed counts.",
      ),
    source: z.string().min(1).describe("Where the observation is from."),
    expect: z.enum(["pass", "miss"]).default("pass").describe("What is known of the model now."),
    reason: z.string().optional().describe("For a known miss: why."),
    weight: z
      .number()
      .min(0)
      .default(1)
      .describe("Weight when parameters are fitted; 0 = never fitted to, for what the model leaves out."),
    note: z.string().optional(),
  })
  .refine((c) => c.tolerance !== undefined || c.low !== undefined || c.high !== undefined, {
    error: "needs observed and tolerance, or low, or high",
    path: ["observed"],
  })
  .refine(
    (c) =>
      c.tolerance === undefined || (c.observed !== undefined && c.low === undefined && c.high === undefined),
    {
      error: "needs observed, and neither low nor high",
      path: ["tolerance"],
    },
  )
  .refine((c) => c.expect === "pass" || c.reason !== undefined, {
    error: "is missing: a known miss needs one",
    path: ["reason"],
  });

/** Parts of the base scenario that an episode may leave out whole. */
export const PARTS = ["cards", "calendar", "files", "projects"] as const;

export const episodeSchema = z.strictObject({
  format: z.literal(1),
  id: z.string().regex(/^[a-z0-9-]{1,60}$/, "must be lower-case letters, digits and hyphens"),
  title: z.string().min(1),
  set: z
    .enum(["calibration", "holdout"])
    .describe("Whether parameters may be fitted to it, or it is kept to test the fit."),
  about: z.string().optional().describe("What happened, and what is assumed that the sources do not say."),
  scenario: z.string().default("brussels-2026").describe("Id of the base scenario."),
  start: z.iso.date().describe("Day on which week 0 begins."),
  weeks: z.int().min(1).max(520).describe("Weeks to play: week 0 to week `weeks` - 1."),
  seeds: z.int().min(1).max(500).default(1).describe("Games to play, with seeds 1, 2, 3 ..."),
  without: z
    .array(z.enum(PARTS))
    .default([])
    .describe(
      "Parts of the base scenario to leave out: event cards, dated events (elections, waves of licences, the return of the suspended controls), procedures under way, named projects.",
    ),
  overrides: z.array(override).default([]),
  bots: z
    .partialRecord(z.enum([...SEATS, "members"]), z.string())
    .default({})
    .describe(
      'Who acts by itself: a doctrine by seat, "members" for all capitals not named; "usual", or "mixed" = drawn by the seed. Seats not named are silent: they give no orders but the script\'s; their ballots are still cast by what they think.',
    ),
  script: z
    .array(z.discriminatedUnion("kind", [order, set]))
    .default([])
    .describe(
      "What was done. In a week: first what is set, then orders, in the order of this list, then bots.",
    ),
  checks: z.array(check).min(1),
});

export type Episode = z.infer<typeof episodeSchema>;
export type Check = Episode["checks"][number];
export type Entry = Episode["script"][number];
