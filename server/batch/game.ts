// One game with bots in every seat and nobody watching: the unit of every experiment.

import type { Bot } from "../../shared/bots/bot.ts";
import { type Header, JOURNAL_FORMAT, type Line, RULES_VERSION } from "../../shared/journal.ts";
import { type Match, newMatch } from "../../shared/match.ts";
import type { Preset } from "../../shared/scenario.ts";
import type { Seat } from "../../shared/seat.ts";
import type { State } from "../../shared/state.ts";
import type { LoadedScenario } from "../scenarios.ts";

interface GamePlan {
  preset: Preset;
  seed: number;
  botOf: (seat: Seat) => Bot;
  /** Weeks instead of the preset's. */
  weeks?: number;
  /** Looks on before every week. */
  before?: (match: Match) => void;
}

export const headerOf = (loaded: LoadedScenario, plan: Omit<GamePlan, "botOf" | "before">): Header => ({
  format: JOURNAL_FORMAT,
  rules: RULES_VERSION,
  scenario: loaded.scenario.id,
  hash: loaded.hash,
  preset: plan.preset,
  weeks: plan.weeks ?? loaded.rules.presets[plan.preset].weeks,
  seed: plan.seed,
});

const kept = Promise.resolve();

/** Plays to the end and answers the last State with its ending and the lines played. */
export function playGame(loaded: LoadedScenario, plan: GamePlan): { state: State; lines: readonly Line[] } {
  const match = newMatch({
    rules: loaded.rules,
    header: headerOf(loaded, plan),
    keeper: { append: () => kept },
    botOf: plan.botOf,
  });
  while (!match.state.ending) {
    plan.before?.(match);
    match.advance();
  }
  return { state: match.state, lines: match.lines };
}
