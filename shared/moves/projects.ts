// C4 and M6: plants outside China. Brussels backs one with money or time; the host speeds its permit against its neighbours.

import * as z from "zod";
import { clip } from "../exact.ts";
import { memberAt, type Rules } from "../scenario.ts";
import { type Project, tell } from "../state.ts";
import { memberIndex, type View } from "../view.ts";
import { backProject as backPlant, hasten } from "../world/plants.ts";
import { bite, cooling, id, missing, move, price, type Stage, wait } from "./move.ts";

const HOWS = ["fast-track", "offtake", "floor"] as const;
type How = (typeof HOWS)[number];

const planOf = (rules: Rules, project: string) => rules.projects.find((p) => p.id === project);

/** A promised buyer may walk away in a flood of goods below cost: a plant that runs may then still get a floor. */
const isRaised = ({ stage, backed }: Pick<Project, "stage" | "backed">, how: How): boolean =>
  how === "floor" && backed === "offtake" && (stage === "ramp" || stage === "operating");

/** EUR m: a fast track costs the least there is, the others a share of the plant. */
function moneyFor(rules: Rules, project: string, how: How): number {
  const { backLeast, backMost, backOfftake, backFloor } = rules.model.moves;
  const share = how === "offtake" ? backOfftake : how === "floor" ? backFloor : 0;
  return Math.round(clip((planOf(rules, project)?.capex ?? 0) * share, backLeast, backMost));
}

/** What lies between a plant and its first output; `permit` = what the order makes of the weeks left of its permit. */
function chain(rules: Rules, view: View, project: string, permit: (weeks: number) => number): Stage[] {
  const found = view.pub.projects.find((p) => p.id === project);
  const plan = planOf(rules, project);
  if (!found || !plan) return [];
  const { weeksLeft } = found;
  switch (found.stage) {
    case "permit":
      return [
        wait("permit", permit(weeksLeft)),
        wait("building", plan.buildWeeks),
        bite("ramp", plan.rampWeeks),
      ];
    case "waiting":
    case "building":
      return [wait("building", weeksLeft), bite("ramp", plan.rampWeeks)];
    case "ramp":
      return [bite("ramp", weeksLeft)];
    default:
      return [bite("operating", 0)];
  }
}

export const backProject = move({
  kind: "back-project",
  office: "commission",
  schema: z.strictObject({ kind: z.literal("back-project"), project: id, how: z.enum(HOWS) }),
  cost: (rules, _view, { project, how }) => price(rules, "back-project", moneyFor(rules, project, how)),
  check(rules, view, { project, how }) {
    const found = view.pub.projects.find((p) => p.id === project);
    const plan = planOf(rules, project);
    if (!found || !plan) return missing("project");
    if (plan.owner !== "europe") return { code: "not-open", what: "owner" };
    if (found.stage === "dead") return { code: "too-late" };
    if (how === "fast-track") {
      if (found.fastTracked) return { code: "already-so", what: how };
      if (found.stage !== "permit") return { code: "already-legal" };
    } else if (found.backed !== "none" && !isRaised(found, how))
      return { code: "already-so", what: found.backed };
    return cooling(view, view.own.clocks.back);
  },
  apply(rules, state, seat, { project, how }, trace) {
    const found = state.projects.find((p) => p.id === project);
    const plan = planOf(rules, project);
    if (!found || !plan) return;
    const { backEvery, backSupport } = rules.model.moves;
    backPlant(rules, found, how);
    state.commission.backNext = state.tick + backEvery;
    const host = state.members[memberAt(rules, plan.host)]!;
    host.support = clip(host.support + backSupport, -1, 1);
    trace.mark("europe-move");
    tell(state, { code: "project-backed", by: seat, about: [project, how], amount: 0, to: [] });
  },
  options: (rules, view) =>
    view.pub.projects
      .filter((p) => planOf(rules, p.id)?.owner === "europe" && p.stage !== "dead")
      .flatMap((p) => HOWS.map((how) => ({ kind: "back-project" as const, project: p.id, how }))),
  clock(rules, view, { project, how }) {
    const saved = how === "fast-track" ? rules.model.inputs.fastTrack : 1;
    return chain(rules, view, project, (weeks) => Math.ceil(weeks * saved));
  },
  objects: () => ["beijing"],
});

export const permitProject = move({
  kind: "permit-project",
  office: "members",
  schema: z.strictObject({ kind: z.literal("permit-project"), project: id }),
  cost: (rules) => price(rules, "permit-project"),
  check(rules, view, { project }) {
    const found = view.pub.projects.find((p) => p.id === project);
    const plan = planOf(rules, project);
    if (!found || !plan) return missing("project");
    if (plan.host !== view.seat) return { code: "not-host", what: plan.host };
    if (found.stage !== "permit") return { code: "already-legal" };
    const { permitMost } = rules.model.moves;
    const { permits = 0, permitUntil = 0 } = view.own.clocks;
    return permits >= permitMost && permitUntil > view.pub.tick
      ? { code: "limit-reached", need: permitMost, until: permitUntil }
      : null;
  },
  apply(rules, state, seat, { project }, trace) {
    const found = state.projects.find((p) => p.id === project);
    const member = state.members[memberIndex(rules, seat)];
    if (!found || !member) return;
    hasten(found, rules.model.moves.permitSaved);
    member.permits = member.permitUntil > state.tick ? member.permits + 1 : 1;
    member.permitUntil = state.tick + rules.model.politics.permitWeeks;
    trace.mark("member-move");
    tell(state, { code: "permit-speeded", by: seat, about: [seat, project], amount: 0, to: [] });
  },
  options: (rules, view) =>
    view.pub.projects
      .filter((p) => planOf(rules, p.id)?.host === view.seat)
      .map((p) => ({ kind: "permit-project" as const, project: p.id })),
  clock: (rules, view, { project }) =>
    chain(rules, view, project, (weeks) => Math.max(1, weeks - rules.model.moves.permitSaved)),
  objects: () => [],
});
