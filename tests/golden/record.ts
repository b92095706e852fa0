// npm run golden: plays the golden games anew and writes their journals.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { flagsOf, run } from "../../server/batch/command.ts";
import { headerOf, playGame } from "../../server/batch/game.ts";
import { loadScenario } from "../../server/scenarios.ts";
import { mixedBots } from "../../shared/bots/table.ts";

const GAMES = [
  { name: "class-1", scenario: "brussels-2026", preset: "class", seed: 1 },
  { name: "quick-7", scenario: "brussels-2026", preset: "quick", seed: 7 },
  { name: "tiny-3", scenario: "tiny", preset: "full", seed: 3 },
] as const;

await run(() => {
  // Whoever asks for anything has not asked for the journals to be written over.
  flagsOf({});
  for (const { name, scenario, preset, seed } of GAMES) {
    const loaded = loadScenario(scenario);
    const { lines, state } = playGame(loaded, { preset, seed, botOf: mixedBots(seed) });
    const rows = lines.map((line) => JSON.stringify(line));
    const header = JSON.stringify({ ...headerOf(loaded, { preset, seed }), weeks: state.weeks });
    writeFileSync(
      join(import.meta.dirname, `${name}.json`),
      `{"header":${header},"lines":[\n${rows.join(",\n")}\n]}\n`,
    );
    console.log(`${name}: ${lines.length} lines, ${state.tick} weeks`);
  }
});
