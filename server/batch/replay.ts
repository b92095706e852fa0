// npm run replay -- <session export>: folds a journal again and says at every 13 weeks whether it agrees.

import * as z from "zod";
import { DIGEST_EVERY, fold, type Journal, JournalError, type Line, refuse } from "../../shared/journal.ts";
import { commandSchema } from "../../shared/moves/table.ts";
import { PRESETS } from "../../shared/scenario.ts";
import { SEATS } from "../../shared/seat.ts";
import { digest, type State } from "../../shared/state.ts";
import { seatsOf } from "../../shared/step.ts";
import { loadScenario } from "../scenarios.ts";
import { FlagError, flagsOf, readJson, run } from "./command.ts";

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
    weeks: z.int().min(1).max(520),
    seed: z.int(),
  }),
  lines: z.array(lineSchema),
});

/** Folds the journal of an export and prints; answers whether every digest agreed. Throws a FlagError on what is none. */
function replay(path: string, print: (line: string) => void): boolean {
  const parsed = exportSchema.safeParse(readJson(path));
  if (!parsed.success) {
    const [issue] = parsed.error.issues as [z.core.$ZodIssue];
    throw new FlagError(
      `${path} is not a session export: ${z.core.toDotPath(issue.path) || "(top)"}: ${issue.message}`,
    );
  }
  const journal = parsed.data as Journal;
  const loaded = loadScenario(journal.header.scenario);
  const refusal = refuse(journal.header, loaded.hash);
  if (refusal) throw new FlagError(`${path} cannot be replayed: ${refusal}`);
  const seats: readonly string[] = seatsOf(loaded.rules);
  journal.lines.forEach((line, k) => {
    if ("seat" in line && !seats.includes(line.seat))
      throw new FlagError(
        `${path} cannot be replayed: lines[${k}].seat: "${line.seat}" is no seat of the scenario`,
      );
  });
  journal.lines.forEach(({ n }, k) => {
    if (n !== k + 1)
      throw new FlagError(`${path} cannot be replayed: lines[${k}] carries the number ${n}, not ${k + 1}`);
  });
  let agrees = true;
  // Digests by the line that they prove: a host may end a game in a week that has one already.
  const lines: Line[] = [];
  const said = new Map<number, string>();
  const numbers: number[] = [];
  for (const line of journal.lines)
    if (line.kind === "digest") said.set(lines.length, line.digest);
    else {
      numbers.push(line.n);
      lines.push({ ...line, n: lines.length + 1 });
    }
  const look = (line: Line, state: State) => {
    const isDue = line.kind === "week" && (state.tick % DIGEST_EVERY === 0 || state.ending);
    if (!isDue && line.kind !== "end") return;
    const now = digest(state);
    const then = said.get(line.n);
    if (then !== undefined && then !== now) agrees = false;
    print(
      `week ${state.tick}  ${now}  ${then === undefined ? "not recorded" : then === now ? "agrees" : `DIFFERS from ${then}`}`,
    );
  };
  let done = 0;
  try {
    fold(
      loaded.rules,
      { header: journal.header, lines },
      (line, state) => {
        look(line, state);
        done += 1;
      },
      (_, state) => {
        if (state.ending) throw new JournalError("the game is over by then");
      },
    );
  } catch (error) {
    const line = lines[done]!;
    const reason =
      error instanceof JournalError || line.kind !== "order"
        ? (error as Error).message
        : `"${line.seat}" cannot give the order ${line.command.kind} as it stands there`;
    throw new FlagError(`${path} cannot be replayed: line ${numbers[done]} fails: ${reason}`);
  }
  return agrees;
}

await run(() => {
  const { positionals } = flagsOf({}, true);
  const [path] = positionals;
  if (path === undefined || positionals.length > 1)
    throw new FlagError("name one file: npm run replay -- <session export>");
  if (!replay(path, console.log)) process.exitCode = 1;
});
