// The shape of the sentences that say what each figure of a scenario means. A figure without a sentence is a type error.

import type { Model } from "../../shared/scenario/model.ts";
import type { Scenario } from "../../shared/scenario.ts";

type Figure = { value: unknown; unit: string };

/** One sentence for every figure among the fields of T. */
type Sentences<T> = { [K in keyof T as Exclude<T[K], undefined> extends Figure ? K : never]-?: string };

/** Lists of the scenario whose items have figures of their own. */
export type Lists = {
  [L in "members" | "sectors" | "inputs" | "projects" | "files"]: Sentences<Scenario[L][number]>;
};

/** Blocks of the model. Prices of moves are named after the moves and stand with their words. */
export type Blocks = {
  [B in Exclude<keyof Model, "modes" | "cost">]: Sentences<Model[B]>;
} & { modes: Sentences<Model["modes"]["free"]> };
