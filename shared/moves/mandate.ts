// M10: a capital obliges its firms to hold more of what Beijing licenses. Like a private reserve by law: slow to build,
// costly while nothing happens, and there when licences stop.

import * as z from "zod";
import { tell } from "../state.ts";
import { memberIndex } from "../view.ts";
import { bite, move, price, wait } from "./move.ts";

export const mandateStocks = move({
  kind: "mandate-stocks",
  office: "members",
  schema: z.strictObject({ kind: z.literal("mandate-stocks") }),
  cost: (rules) => price(rules, "mandate-stocks"),
  check: (rules, view) =>
    view.pub.law.mandates[memberIndex(rules, view.seat)]! >= 0 ? { code: "already-so" } : null,
  apply(rules, state, seat, _command, trace) {
    const full = state.tick + rules.model.inputs.mandateWeeks;
    state.members[memberIndex(rules, seat)]!.mandate = state.tick;
    trace.mark("member-move");
    tell(state, { code: "stocks-mandated", by: seat, about: [seat], amount: full, to: [] });
  },
  options: () => [{ kind: "mandate-stocks" }],
  clock: (rules) => [bite("announced", 1), wait("stocks-built", rules.model.inputs.mandateWeeks)],
  objects: () => ["beijing"],
});
