// One figure with all that a reader may ask of it.

import * as z from "zod";

/** measured: read off a statistic or a law; estimated: derived from one; assumed: a judgement of the design. */
export const GRADES = ["measured", "estimated", "assumed"] as const;
export type Grade = (typeof GRADES)[number];

const about = {
  unit: z.string().min(1),
  /** Ids of the scenario's `sources`, parted by spaces. */
  source: z.string().min(1),
  grade: z.enum(GRADES),
  note: z.string().optional(),
};

/** A number with unit, source and grade; `range` is where it may be moved to. */
const figure = z
  .strictObject({ value: z.number(), range: z.tuple([z.number(), z.number()]).optional(), ...about })
  .refine((p) => p.range === undefined || (p.range[0] <= p.value && p.value <= p.range[1]), {
    message: "value lies outside its range",
    path: ["value"],
  });
export type Param = z.infer<typeof figure>;

/** A row of numbers that share unit, source and grade. */
const plainRow = z.strictObject({ value: z.array(z.number()), ...about });

/** What a figure may be whatever is tried with it: beyond, its equation means nothing. */
interface Bound {
  fits(x: number): boolean;
  reason: string;
}
const between = (low: number, high: number): Bound => ({
  fits: (x) => low <= x && x <= high,
  reason: `must lie between ${low} and ${high}`,
});

const BOUNDS = {
  /** Either sign means something: beliefs, utilities, what an order adds or takes. */
  signed: { fits: () => true, reason: "" },
  /** No less than nothing. */
  amount: { fits: (x) => x >= 0, reason: "must not be negative" },
  /** Something is divided by it. */
  positive: { fits: (x) => x > 0, reason: "must be above 0" },
  /** A part of a whole, a chance, or what passes of something in a week. */
  share: between(0, 1),
  /** A part that is never nothing. */
  part: { fits: (x) => 0 < x && x <= 1, reason: "must lie above 0 and not above 1" },
  /** A part that is never all. */
  rest: { fits: (x) => 0 <= x && x < 1, reason: "must not be negative and must lie under 1" },
  /** A part that is neither nothing nor all. */
  inner: { fits: (x) => 0 < x && x < 1, reason: "must lie above 0 and under 1" },
  /** Growth a year, as a fraction or in log points. */
  rate: between(-1, 1),
  /** A reading of a gauge, or a percentage. */
  hundred: between(0, 100),
  /** A gauge's usual level, from which pulls are measured. */
  level: { fits: (x) => 0 < x && x <= 100, reason: "must lie above 0 and not above 100" },
  /** A line towards Beijing. */
  posture: between(-2, 2),
  /** Things that are counted, or weeks that may be none. */
  count: { fits: (x) => Number.isInteger(x) && x >= 0, reason: "must be a whole number of at least 0" },
  /** Things that are counted and never none; weeks of the calendar. */
  whole: { fits: (x) => Number.isInteger(x) && x >= 1, reason: "must be a whole number of at least 1" },
} satisfies Record<string, Bound>;
export type Kind = keyof typeof BOUNDS;

/** Why a number cannot be of a kind, or nothing. */
export const whyUnfit = (kind: Kind, x: number): string | undefined =>
  BOUNDS[kind].fits(x) ? undefined : BOUNDS[kind].reason;

/** A figure that is never anything but of this kind, wherever its range may be moved to. */
export const param = (kind: Kind): typeof figure => {
  const why = (x: number) => whyUnfit(kind, x);
  return figure.superRefine(({ value, range = [] }, { addIssue }) => {
    const [own, end] = [why(value), range.map(why).find((reason) => reason !== undefined)];
    if (own) addIssue({ code: "custom", message: own, path: ["value"] });
    else if (end) addIssue({ code: "custom", message: end, path: ["range"] });
  });
};

/** A row of figures of one kind. */
export const row = (kind: Kind): typeof plainRow =>
  plainRow.superRefine(({ value }, { addIssue }) => {
    value.forEach((x, k) => {
      const message = whyUnfit(kind, x);
      if (message) addIssue({ code: "custom", message, path: ["value", k] });
    });
  });
