// The closed vocabulary of what can be measured: figures of a week (Quantity) and of a whole run (Measure). Descriptions
// stand with the fields and end up in the JSON Schema.

import * as z from "zod";
import { NEWS } from "../news.ts";
import type { When } from "./calendar.ts";
import { describeNumbers, NUMBERS } from "./number.ts";

/** Everything that can be folded over many places or subjects. */
const FOLDS = ["sum", "mean", "least", "most", "count"] as const;
export type Fold = (typeof FOLDS)[number];

const OPERATIONS = ["plus", "minus", "times", "over"] as const;

/** A figure of one week. */
export type Quantity =
  | number
  | string
  | {
      kind: "path";
      path: string;
      where?: Record<string, string | number | boolean>;
      is?: string;
      fold?: Fold;
    }
  | { kind: "number"; id: string; of?: string; fold?: Fold }
  | { kind: "news"; code: (typeof NEWS)[number] }
  | { kind: (typeof OPERATIONS)[number]; parts: Quantity[] };

/** A figure of a whole run. */
export type Measure =
  | { kind: "at"; value: Quantity; week: When }
  | { kind: "sum" | "mean" | "least" | "most"; value: Quantity; from?: When; until?: When }
  | { kind: "month"; value: Quantity; month: string; how: "sum" | "mean" }
  | { kind: "misfit"; value: Quantity; how: "sum" | "mean"; months: Record<string, number> }
  | ({ kind: "first" | "weeks"; value: Quantity } & Condition)
  | { kind: "ratio" | "difference"; of: Measure; to: Measure }
  | { kind: "change"; of: Measure; omit: Omission }
  | { kind: "without"; of: Measure; omit: Omission };

export interface Condition {
  above?: number;
  below?: number;
  from?: When;
  until?: When;
}

/** Parts of the script left out, by label; "script" = all of it. */
export type Omission = "script" | string[];

const WHEN = "must be a week (0, 1, 2 ...) or a day such as 2025-04-04";
export const when = z
  .union([z.int().min(0), z.iso.date({ error: WHEN })], { error: WHEN })
  .describe("A week of the episode: its number, week 0 beginning on `start`, or an ISO day that lies in it.");
const atWeek = z
  .union([z.int().min(0), z.iso.date({ error: WHEN }), z.literal(["start", "end"])], {
    error: `${WHEN}, "start" or "end"`,
  })
  .describe('The end of this week; "start" = before week 0, "end" = after the last week.');
const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, "must be a month such as 2025-04")
  .describe("A calendar month; weeks that lie in two months are split by days.");
export const label = z
  .string()
  .regex(/^[a-z0-9-]{1,40}$/, "must be a short lower-case name such as second-squeeze");
const omit = z
  .union([z.literal("script"), z.array(label).min(1)], { error: 'must be "script" or a list of labels' })
  .describe(
    'What the compared run leaves out of the script: entries with one of these labels, or all ("script").',
  );
const fold = z
  .enum(FOLDS)
  .describe(
    "How several figures become one (default sum); `count` = how many there are, or how many match `is`.",
  );

const quantity: z.ZodType<Quantity> = z.lazy(() =>
  z.union([
    z.number().describe("A constant."),
    z
      .string()
      .min(1)
      .describe(
        'Short for a number by its name, "shipped[magnets]", "exports" (all sectors), or for a path, "state.inputs[magnets].risk", "inputs[magnets].demand".',
      ),
    z.discriminatedUnion("kind", [
      z
        .strictObject({
          kind: z.literal("path"),
          path: z
            .string()
            .min(1)
            .describe("A place in the State (begins with state.) or, for constants, in the scenario."),
          where: z
            .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
            .optional()
            .describe(
              'Behind [*], only items whose fields have these values: {"side": "beijing"}; a sector by its id.',
            ),
          is: z.string().optional().describe("Reads 1 where the text equals this, else 0."),
          fold: fold.optional(),
        })
        .describe(
          "A number at a place; true reads 1, false 0. Nothing there reads as nothing, which fails a check.",
        ),
      z
        .strictObject({
          kind: z.literal("number"),
          id: z.enum(NUMBERS as [string, ...string[]]).describe(describeNumbers()),
          of: z
            .string()
            .optional()
            .describe("The member, sector or input it is counted for; left out = all of them, folded."),
          fold: fold.optional(),
        })
        .describe("A number with a name."),
      z
        .strictObject({ kind: z.literal("news"), code: z.enum(NEWS) })
        .describe("How often this was reported in the week."),
      z
        .strictObject({ kind: z.enum(OPERATIONS), parts: z.array(quantity).min(2) })
        .describe("Arithmetic: the first plus, minus, times or over all the others."),
    ]),
  ]),
);

const span = { from: when.optional(), until: when.optional().describe("First week that no longer counts.") };
const condition = { above: z.number().optional(), below: z.number().optional(), ...span };

export const measure: z.ZodType<Measure> = z.lazy(() =>
  z.discriminatedUnion("kind", [
    z
      .strictObject({ kind: z.literal("at"), value: quantity, week: atWeek })
      .describe("The value when a week is over."),
    z
      .strictObject({ kind: z.enum(["sum", "mean", "least", "most"]), value: quantity, ...span })
      .describe("Over the weeks from `from` until before `until`; left out = from week 0 to the end."),
    z
      .strictObject({ kind: z.literal("month"), value: quantity, month, how: z.enum(["sum", "mean"]) })
      .describe("Over a calendar month: sum for what flows by the week, mean for what stands."),
    z
      .strictObject({
        kind: z.literal("misfit"),
        value: quantity,
        how: z.enum(["sum", "mean"]),
        months: z.record(month, z.number()),
      })
      .describe("All months together: absolute misses over the sum observed (wMAPE), 0 = perfect."),
    z
      .strictObject({ kind: z.enum(["first", "weeks"]), value: quantity, ...condition })
      .describe("Number of the first week in which the value is above/below, or in how many weeks it is."),
    z.strictObject({ kind: z.enum(["ratio", "difference"]), of: measure, to: measure }),
    z
      .strictObject({ kind: z.literal("change"), of: measure, omit })
      .describe(
        "Relative change against a run, same seed, that leaves part of the script out: -0.2 = a fifth less.",
      ),
    z
      .strictObject({ kind: z.literal("without"), of: measure, omit })
      .describe("The measure in a run, same seed, that leaves part of the script out."),
  ]),
);
