// Beijing takes back a trade-defence measure of its own, wholly or by half. Its finals were timed to talks in the past;
// this is that lever.

import type { Trace } from "../explain.ts";
import type { Rules } from "../scenario.ts";
import type { File, State } from "../state.ts";
import { bindsBoth } from "./agreement.ts";
import { announce, closeFile, setDuty } from "./duties.ts";
import { esteem, warm } from "./heat.ts";

/** Ends a probe or its duty, or halves what it brings. Heat falls by what it raised. Marks "beijing-move". */
export function takeBack(rules: Rules, state: State, file: File, how: "halve" | "end", trace: Trace): void {
  const { retaliation, probe } = rules.model.heat;
  const share = how === "halve" ? rules.model.law.half : 0;
  warm(state, -(1 - share) * (file.duty > 0 ? retaliation : probe));
  if (!bindsBoth(state.contracts, state.tick)) esteem(state, -rules.model.moves.dropFace, 0);
  file.rate *= share;
  setDuty(rules, state, file, file.duty * share);
  announce(rules, state, file, how === "halve" ? "probe-halved" : "probe-dropped", file.duty);
  trace.mark("beijing-move");
  if (how === "end") closeFile(rules, state, file, trace);
}
