// The record of a game: a header, and one line for everything that happened to it, weeks included. Folding it gives
// the State again; a digest every 13 weeks proves it.

import type { Preset, Rules } from "./scenario.ts";
import { digest, type State } from "./state.ts";
import { type Entry, step } from "./step.ts";
import { newState } from "./world/start.ts";

export const JOURNAL_FORMAT = 1;
/** Raised whenever a rule changes what a journal folds to. */
export const RULES_VERSION = 6;
export const DIGEST_EVERY = 13;

export interface Header {
  format: number;
  rules: number;
  scenario: string;
  /** Hash of the scenario file that was played. */
  hash: string;
  preset: Preset;
  weeks: number;
  seed: number;
}

/** A line as stored: its number, and the entry or the proof of a digest. */
export type Line = { n: number } & (Entry | { kind: "digest"; tick: number; digest: string });

export interface Journal {
  header: Header;
  lines: Line[];
}

export class JournalError extends Error {
  override name = "JournalError";
}

/** Says why a header cannot be played by these rules, or nothing. */
export function refuse(header: Header, hash: string): string | undefined {
  if (header.format !== JOURNAL_FORMAT)
    return `journal format ${header.format}, this program reads ${JOURNAL_FORMAT}`;
  if (header.rules !== RULES_VERSION)
    return `played under rules version ${header.rules}, this program has ${RULES_VERSION}`;
  if (header.hash !== hash) return `the scenario "${header.scenario}" has changed since the game was played`;
  return undefined;
}

/**
 * The State after all lines. Throws a JournalError on a gap in the numbers or a digest that does not agree. `before` and
 * `each` look on before and after every line.
 */
export function fold(
  rules: Rules,
  journal: Journal,
  each?: (line: Line, state: State) => void,
  before?: (line: Line, state: State) => void,
): State {
  const state = newState(rules, journal.header);
  journal.lines.forEach((line, i) => {
    if (line.n !== i + 1) throw new JournalError(`line ${i + 1} carries the number ${line.n}`);
    before?.(line, state);
    if (line.kind !== "digest") step(rules, state, line);
    else if (digest(state) !== line.digest)
      throw new JournalError(
        `line ${line.n}: week ${line.tick} folds to ${digest(state)}, the journal says ${line.digest}`,
      );
    each?.(line, state);
  });
  return state;
}
