// What follows from a vote that only advises: nothing that it could stop.

import type { Rules } from "../shared/scenario.ts";
import type { View, VoteView } from "../shared/view.ts";
import { tally } from "../shared/world/council.ts";
import { likelyName } from "./label.ts";
import { printNumber } from "./print.ts";
import { speech } from "./speech.ts";

export const isAdvice = ({ rule }: Pick<VoteView, "rule">): boolean => rule === "advisory";

/** What holds all the same. */
export function holdsAnyway(view: View, vote: VoteView): string {
  const { advice } = speech.council;
  const file = view.pub.files.find((f) => f.id === vote.file);
  if (file?.stage === "provisional") return advice.provisional(file.nextGate);
  if (file?.stage === "definitive-gate") return advice.provisional(file.gate);
  return file?.stage === "in-force" && file.gate > view.pub.tick ? advice.applies(file.gate) : advice.stands;
}

/** The same, and the price of going on against most states. */
export function afterAdvice(rules: Rules, view: View, vote: VoteView): string {
  const { needStates } = tally(rules, vote);
  const legitimacy = likelyName(view.seat, "legitimacy");
  const points = printNumber(rules.model.politics.noMajority);
  return `${holdsAnyway(view, vote)} ${speech.council.advice.price(needStates, legitimacy, points)}`;
}
