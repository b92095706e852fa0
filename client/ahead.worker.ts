// Looks ahead away from the page, so that nothing there waits for it.

import "./strict.ts";
import { forecast, type Likely } from "../shared/forecast.ts";
import type { Command } from "../shared/moves/table.ts";
import type { Rules } from "../shared/scenario.ts";
import type { View } from "../shared/view.ts";

/** The rules come once, before the first question. */
export type Question = { rules: Rules } | { id: number; view: View; command: Command };
export interface Reply {
  id: number;
  likely: Likely[];
}

let rules: Rules;

addEventListener("message", ({ data }: MessageEvent<Question>) => {
  if ("rules" in data) {
    rules = data.rules;
    return;
  }
  const reply: Reply = { id: data.id, likely: forecast(rules, data.view, data.command) };
  postMessage(reply);
});
