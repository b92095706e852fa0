// B11: the supply-chain rules of April 2026, applied to the firms of one state that look for other suppliers.

import * as z from "zod";
import { memberAt, type Rules } from "../scenario.ts";
import { MEMBER_CODES, type MemberCode } from "../seat.ts";
import type { View } from "../view.ts";
import { punishLeavers } from "../world/leavers.ts";
import { bite, cooling, missing, move, price, wait } from "./move.ts";
import { hawks, seats } from "./objectors.ts";

/** Stages at which a plant of Europe's is still to come: there are firms to frighten. */
const COMING = ["permit", "building", "ramp"];

/** Firms of the state look elsewhere: a plant is on its way there, or the law obliges all. */
function isLeaving(rules: Rules, { pub }: View, code: MemberCode): boolean {
  if (pub.law.obligation !== "none") return true;
  return pub.projects.some((project) => {
    const plan = rules.projects.find((p) => p.id === project.id);
    return plan?.host === code && plan.owner === "europe" && COMING.includes(project.stage);
  });
}

export const applyRules = move({
  kind: "apply-rules",
  office: "beijing",
  schema: z.strictObject({ kind: z.literal("apply-rules"), member: z.enum(MEMBER_CODES) }),
  cost: (rules) => price(rules, "apply-rules"),
  check(rules, view, { member }) {
    if (!rules.members.some((m) => m.code === member)) return missing("member");
    if (!isLeaving(rules, view, member)) return { code: "no-target", what: "leavers" };
    return cooling(view, view.own.clocks.rules);
  },
  apply(rules, state, _seat, { member }, trace) {
    const m = memberAt(rules, member);
    punishLeavers(rules, state, m, trace);
  },
  options: (rules, view) =>
    rules.members
      .filter(({ code }) => isLeaving(rules, view, code))
      .map(({ code }) => ({ kind: "apply-rules" as const, member: code })),
  clock: (rules) => [bite("rules-applied", 0), wait("in-force", rules.model.beijing.rulesWeeks)],
  objects: (rules, _view, { member }) => seats(["commission", member], hawks(rules)),
});
