// Looks ahead, and asks the doctrines for advice, away from the page, so that nothing there waits for it.

import "./strict.ts";
import { advise, adviseOn } from "../shared/bots/adviser.ts";
import { forecast, forecastSigned } from "../shared/forecast.ts";
import type { Rules } from "../shared/scenario.ts";
import type { View } from "../shared/view.ts";
import type { About, Found } from "./ahead.ts";
import { isBegun } from "./deed.ts";

/** The rules come once, before the first question. */
export type Question = { rules: Rules } | { id: number; view: View; about: About };
export interface Reply {
  id: number;
  found: Found[keyof Found];
}

let rules: Rules;

function answer(view: View, about: About): Found[keyof Found] {
  if (about.kind === "likely") return forecast(rules, view, about.command);
  if (about.kind === "signed") return forecastSigned(rules, view, about.draft, about.parties);
  if (about.kind === "advice") return advise(rules, view, ({ kind }) => isBegun(kind));
  const found = adviseOn(rules, view, about.options, about.left);
  return found ? [found] : [];
}

addEventListener("message", ({ data }: MessageEvent<Question>) => {
  if ("rules" in data) {
    rules = data.rules;
    return;
  }
  const reply: Reply = { id: data.id, found: answer(data.view, data.about) };
  postMessage(reply);
});
