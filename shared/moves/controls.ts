// B9: the package of controls of October 2025, suspended for a time. Around the end of the suspension everybody expects a
// decision, and it is cheap.

import * as z from "zod";
import type { Rules } from "../scenario.ts";
import type { View } from "../view.ts";
import {
  frozenUntil,
  prolongForFriends,
  prolongPackage,
  returnPackage,
  settleCards,
} from "../world/controls.ts";
import { bite, cooling, move, outside, price, wait } from "./move.ts";
import { hawks, seats } from "./objectors.ts";

const WAYS = ["prolong", "friends", "return"] as const;
const LENGTHS = [26, 52] as const;
const DEFAULT_LENGTH = 26;

/** True in the weeks around the end of the suspension. */
function isEnding(rules: Rules, { pub }: View): boolean {
  const { packageLead, packageLag } = rules.model.beijing;
  const left = pub.law.packageUntil - pub.tick;
  return left <= packageLead && left >= -packageLag;
}

export const movePackage = move({
  kind: "move-package",
  office: "beijing",
  schema: z
    .strictObject({
      kind: z.literal("move-package"),
      how: z.enum(WAYS),
      weeks: z.literal(LENGTHS).optional(),
    })
    .refine((c) => c.how !== "return" || c.weeks === undefined, "what returns has no end"),
  cost: (rules, view) => price(rules, isEnding(rules, view) ? "move-package/ending" : "move-package"),
  check(rules, view, { how, weeks = DEFAULT_LENGTH }) {
    const { pub, own } = view;
    const { packageUntil } = pub.law;
    if (how === "return")
      return packageUntil <= pub.tick ? { code: "already-so", what: how } : cooling(view, own.clocks.valve);
    return outside(
      frozenUntil(packageUntil, pub.tick, weeks) - pub.tick,
      1,
      rules.model.beijing.packageMost,
      "weeks",
    );
  },
  apply(rules, state, _seat, { how, weeks = DEFAULT_LENGTH }, trace) {
    settleCards(rules, state);
    if (how === "return") returnPackage(rules, state, trace);
    else if (how === "friends") prolongForFriends(rules, state, weeks, trace);
    else prolongPackage(rules, state, weeks, trace);
  },
  options: () => [
    ...(["prolong", "friends"] as const).flatMap((how) =>
      LENGTHS.map((weeks) => ({ kind: "move-package" as const, how, weeks })),
    ),
    { kind: "move-package" as const, how: "return" as const },
  ],
  clock: (rules, _view, { how, weeks = DEFAULT_LENGTH }) =>
    how === "return"
      ? [bite("licences", 1), wait("in-transit", Math.min(...rules.inputs.map((i) => i.transitWeeks)))]
      : [bite("calm", 0), wait("frozen", weeks)],
  objects: (rules, _view, { how }) =>
    how === "return" ? seats(["commission"], hawks(rules)) : how === "friends" ? hawks(rules) : [],
});
