// What comes through the gate, for pictures and explanations.

import type { Rules } from "../shared/scenario.ts";
import { isTight } from "../shared/state.ts";
import { isOlderThan, type View } from "../shared/view.ts";
import { errorOf, read } from "./figure.ts";

/**
 * Share of an input's normal that passes, as far as this seat knows: all, if that may well be so and licences are not held
 * back, which everybody sees. A seat that knows no figure, or one older than the mode, goes by what the rules say of it.
 */
export function passing(rules: Rules, view: View, i: number): number {
  const x = read(rules, view, "throughput", i);
  const { modes, since } = view.pub.law;
  if (x === undefined || isOlderThan(rules, view, "throughput", i, since[i]!))
    return Math.min(1, rules.model.modes[modes[i]!].throughput);
  const error = isTight(modes[i]!) ? 0 : errorOf(rules, view, "throughput", i, x);
  return x + error >= 1 ? 1 : x;
}
