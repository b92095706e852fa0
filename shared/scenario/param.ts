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
export const param = z
  .strictObject({ value: z.number(), range: z.tuple([z.number(), z.number()]).optional(), ...about })
  .refine((p) => p.range === undefined || (p.range[0] <= p.value && p.value <= p.range[1]), {
    message: "value lies outside its range",
    path: ["value"],
  });
export type Param = z.infer<typeof param>;

/** A row of numbers that share unit, source and grade. */
export const row = z.strictObject({ value: z.array(z.number()), ...about });
