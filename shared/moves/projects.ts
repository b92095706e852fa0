// C4 and M6: plants outside China. A capital offers a place for one and speeds its permit, against the neighbours; Brussels
// backs one with money or time.

import * as z from "zod";
import { clip } from "../exact.ts";
import type { Rejection } from "../rejection.ts";
import { memberAt, type Rules } from "../scenario.ts";
import { isMember } from "../seat.ts";
import { type Member, type Project, type State, tell } from "../state.ts";
import { memberIndex, type View } from "../view.ts";
import { backProject as backPlant, hasten, plantsOn } from "../world/plants.ts";
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
    case "site":
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
    if (found.stage === "site") return { code: "not-open", what: "site" };
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
      .filter((p) => planOf(rules, p.id)?.owner === "europe" && p.stage !== "dead" && p.stage !== "site")
      .flatMap((p) => HOWS.map((how) => ({ kind: "back-project" as const, project: p.id, how }))),
  clock(rules, view, { project, how }) {
    const saved = how === "fast-track" ? rules.model.inputs.fastTrack : 1;
    return chain(rules, view, project, (weeks) => Math.ceil(weeks * saved));
  },
  objects: () => ["beijing"],
});

/** Neighbours who mind, for a while (E29). */
function upset(rules: Rules, state: State, member: Member): void {
  const { permitWeeks } = rules.model.politics;
  member.permits = member.permitUntil > state.tick ? member.permits + 1 : 1;
  member.permitUntil = state.tick + permitWeeks;
}

/** Why neighbours can be asked no more for now. */
function checkNeighbours(rules: Rules, view: View): Rejection | null {
  const { permitMost } = rules.model.moves;
  const { permits = 0, permitUntil = 0 } = view.own.clocks;
  return permits >= permitMost && permitUntil > view.pub.tick
    ? { code: "limit-reached", need: permitMost, until: permitUntil, what: "permit" }
    : null;
}

/** A plant on this capital's own soil, or why there is none of that name. */
function hosted(rules: Rules, view: View, project: string): View["pub"]["projects"][number] | Rejection {
  const found = view.pub.projects.find((p) => p.id === project);
  const plan = planOf(rules, project);
  if (!found || !plan) return missing("project");
  return plan.host === view.seat ? found : { code: "not-host", what: plan.host };
}

/** Plants of a capital's soil, as its View shows them. */
const onSoil = (rules: Rules, view: View) =>
  isMember(view.seat)
    ? plantsOn(rules)
        .get(view.seat)!
        .map((k) => view.pub.projects[k]!)
    : [];

export const hostPlant = move({
  kind: "host-plant",
  office: "members",
  schema: z.strictObject({ kind: z.literal("host-plant"), project: id }),
  cost: (rules, _view, { project }) =>
    price(
      rules,
      "host-plant",
      Math.round((planOf(rules, project)?.capex ?? 0) * rules.model.moves.hostShare),
    ),
  check(rules, view, { project }) {
    const found = hosted(rules, view, project);
    if ("code" in found) return found;
    if (found.stage !== "site") return { code: "already-so", what: "site" };
    return checkNeighbours(rules, view);
  },
  apply(rules, state, seat, { project }, trace) {
    const found = state.projects.find((p) => p.id === project);
    const member = state.members[memberIndex(rules, seat)];
    if (!found || !member) return;
    found.stage = "permit";
    upset(rules, state, member);
    trace.mark("member-move");
    tell(state, { code: "plant-hosted", by: seat, about: [seat, project], amount: 0, to: [] });
  },
  options: (rules, view) =>
    onSoil(rules, view)
      .filter((p) => p.stage === "site")
      .map((p) => ({ kind: "host-plant" as const, project: p.id })),
  clock: (rules, view, { project }) => chain(rules, view, project, (weeks) => weeks),
  objects: () => ["beijing"],
});

export const permitProject = move({
  kind: "permit-project",
  office: "members",
  schema: z.strictObject({ kind: z.literal("permit-project"), project: id }),
  cost: (rules) => price(rules, "permit-project"),
  check(rules, view, { project }) {
    const found = hosted(rules, view, project);
    if ("code" in found) return found;
    if (found.stage === "site") return { code: "not-open", what: "site" };
    if (found.stage !== "permit") return { code: "already-legal" };
    return checkNeighbours(rules, view);
  },
  apply(rules, state, seat, { project }, trace) {
    const found = state.projects.find((p) => p.id === project);
    const member = state.members[memberIndex(rules, seat)];
    if (!found || !member) return;
    hasten(found, rules.model.moves.permitSaved);
    upset(rules, state, member);
    trace.mark("member-move");
    tell(state, { code: "permit-speeded", by: seat, about: [seat, project], amount: 0, to: [] });
  },
  options: (rules, view) =>
    onSoil(rules, view)
      .filter((p) => p.stage !== "site")
      .map((p) => ({ kind: "permit-project" as const, project: p.id })),
  clock: (rules, view, { project }) =>
    chain(rules, view, project, (weeks) => Math.max(1, weeks - rules.model.moves.permitSaved)),
  objects: () => [],
});
