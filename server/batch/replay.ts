// npm run replay -- <session export>: folds a journal again and says at every 13 weeks whether it agrees.

import { readFileSync } from "node:fs";
import * as z from "zod";
import { DIGEST_EVERY, fold, type Journal, type Line, refuse } from "../../shared/journal.ts";
import { commandSchema } from "../../shared/moves/table.ts";
import { PRESETS } from "../../shared/scenario.ts";
import { SEATS } from "../../shared/seat.ts";
import { digest } from "../../shared/state.ts";
import { loadScenario } from "../scenarios.ts";

const n = z.int().min(1);
const lineSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    n,
    kind: z.literal("order"),
    seat: z.enum(SEATS),
    by: z.string(),
    command: commandSchema,
  }),
  z.strictObject({ n, kind: z.literal("week") }),
  z.strictObject({ n, kind: z.literal("end") }),
  z.strictObject({ n, kind: z.literal("holder"), seat: z.enum(SEATS), holder: z.enum(["bot", "people"]) }),
  z.strictObject({ n, kind: z.literal("digest"), tick: z.int(), digest: z.string() }),
]);
/** A session export: the journal, and whatever else the export tells about people and times. */
const exportSchema = z.object({
  header: z.strictObject({
    format: z.int(),
    rules: z.int(),
    scenario: z.string(),
    hash: z.string(),
    preset: z.enum(PRESETS),
    weeks: z.int(),
    seed: z.int(),
  }),
  lines: z.array(lineSchema),
});

/** Folds and prints; answers whether every digest agreed. */
export function replay(text: string, print: (line: string) => void): boolean {
  const parsed = exportSchema.safeParse(JSON.parse(text));
  if (!parsed.success) {
    print(
      `not a session export: ${parsed.error.issues[0]!.path.join(".")}: ${parsed.error.issues[0]!.message}`,
    );
    return false;
  }
  const journal = parsed.data as Journal;
  const loaded = loadScenario(journal.header.scenario);
  const refusal = refuse(journal.header, loaded.hash);
  if (refusal) {
    print(`cannot replay: ${refusal}`);
    return false;
  }
  let agrees = true;
  // Digests by the line that they prove: a host may end a game in a week that has one already.
  const lines: Line[] = [];
  const said = new Map<number, string>();
  for (const line of journal.lines)
    if (line.kind === "digest") said.set(lines.length, line.digest);
    else lines.push({ ...line, n: lines.length + 1 });
  fold(loaded.rules, { header: journal.header, lines }, (line, state) => {
    const isDue = line.kind === "week" && (state.tick % DIGEST_EVERY === 0 || state.ending);
    if (!isDue && line.kind !== "end") return;
    const now = digest(state);
    const then = said.get(line.n);
    if (then !== undefined && then !== now) agrees = false;
    print(
      `week ${state.tick}  ${now}  ${then === undefined ? "not recorded" : then === now ? "agrees" : `DIFFERS from ${then}`}`,
    );
  });
  return agrees;
}

if (import.meta.main) {
  const path = process.argv[2];
  if (!path) {
    console.error("usage: npm run replay -- <session export>");
    process.exitCode = 2;
  } else if (!replay(readFileSync(path, "utf8"), console.log)) process.exitCode = 1;
}
