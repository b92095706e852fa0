// Beijing's off-ramp out of a squeeze.

import { clip } from "../exact.ts";
import { isCaseKind } from "../scenario/start.ts";
import type { Rules } from "../scenario.ts";
import { lossNow, type State } from "../state.ts";
import { openCoercion } from "./coercion.ts";
import { savesFace } from "./resolve.ts";

/** Chance this week that an off-ramp lies on the table: in a squeeze that costs much, and better prepared is likelier. */
export function offRampChance(rules: Rules, state: State): number {
  const p = rules.model.beijing;
  if (state.beijing.squeezeSince < 0) return 0;
  if (lossNow(state) <= p.offRampLoss) return 0;
  const { snapback, fund, fundFrom } = state.commission;
  const cases = state.files.filter(
    (f) => f.side === "europe" && f.why === "move" && isCaseKind(f.kind) && f.stage !== "closed",
  ).length;
  const ready =
    p.offRampBase +
    (savesFace(state.words, state.beijing.squeezeSince) ? p.offRampDignity : 0) +
    (snapback ? p.offRampSnapback : 0) +
    p.offRampCase * Math.min(2, cases) +
    (openCoercion(state.files) ? p.offRampCoercion : 0) +
    (fund > 0 && state.tick >= fundFrom ? p.offRampFund : 0);
  return clip(p.offRamp * ready, 0, 1);
}
