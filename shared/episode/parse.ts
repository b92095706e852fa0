// The shape of an episode file, with a reason for every fault.

import * as z from "zod";
import type { Problem } from "../scenario.ts";
import { type Episode, episodeSchema } from "./schema.ts";

/** Checks the shape of an episode file. */
export function parseEpisode(json: unknown): { episode: Episode } | { problems: Problem[] } {
  const shape = episodeSchema.safeParse(json, {
    error: (issue) => (issue.input === undefined ? "is missing" : undefined),
  });
  if (shape.success) return { episode: shape.data };
  return { problems: shape.error.issues.flatMap((issue) => explain(issue, [])) };
}

/** What zod says of a choice between forms for which the schema gives no words of its own. */
const UNNAMED = "Invalid input";

/** Faults of shape, each with the path of its own field. Of the forms that a value may take, the one it resembles most. */
export function explain(issue: z.core.$ZodIssue, above: readonly PropertyKey[]): Problem[] {
  const path = [...above, ...issue.path];
  const at = (more: readonly PropertyKey[]) => z.core.toDotPath([...path, ...more] as (string | number)[]);
  if (issue.code === "unrecognized_keys")
    return issue.keys.map((key) => ({ path: at([key]), reason: "is no field here" }));
  if (issue.code !== "invalid_union" || issue.message !== UNNAMED)
    return [{ path: at([]), reason: issue.message }];
  const near = issue.errors.filter((errors) =>
    errors.every((e) => e.path.length > 0 || e.code !== "invalid_type"),
  );
  if (near.length !== 1) return [{ path: at([]), reason: "has no form that fits" }];
  return near[0]!.flatMap((e) => explain(e, path));
}
