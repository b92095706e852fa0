// Whole games for tests: bots in every seat, or seats that do anything legal.

import type { Bot, Deed } from "../../shared/bots/bot.ts";
import { usualBot } from "../../shared/bots/table.ts";
import { type Header, JOURNAL_FORMAT, RULES_VERSION } from "../../shared/journal.ts";
import { type Match, newMatch } from "../../shared/match.ts";
import { legal } from "../../shared/moves/table.ts";
import { chance, pick } from "../../shared/random.ts";
import type { Preset, Rules } from "../../shared/scenario.ts";
import type { Seat } from "../../shared/seat.ts";

interface Plan {
  seed?: number;
  weeks?: number;
  preset?: Preset;
  botOf?: (seat: Seat) => Bot;
  explain?: boolean;
}

export function header(rules: Rules, { seed = 1, weeks, preset = "class" }: Plan = {}): Header {
  return {
    format: JOURNAL_FORMAT,
    rules: RULES_VERSION,
    scenario: rules.id,
    hash: "test",
    preset,
    weeks: weeks ?? rules.presets[preset].weeks,
    seed,
  };
}

/** A match that keeps its lines in memory only. */
export const newGame = (rules: Rules, plan: Plan = {}): Match =>
  newMatch({
    rules,
    header: header(rules, plan),
    keeper: { append: () => Promise.resolve() },
    botOf: plan.botOf ?? usualBot,
    explain: plan.explain ?? false,
  });

/** Plays to the end; `each` is called after every week. */
export function playOut(match: Match, each?: (match: Match) => void): Match {
  while (!match.state.ending) {
    match.advance();
    each?.(match);
  }
  return match;
}

/** Anything legal, often: finds positions that no sensible bot reaches. */
export const anarchist: Bot = {
  id: "anarchist",
  decide(rules, view, random): Deed[] {
    const commands = legal(rules, view);
    if (commands.length === 0 || chance(random, 0.4)) return [];
    return [{ command: pick(random, commands), why: "talk", amount: 0 }];
  },
};
