// B1 and B2: the valve of an input, a step at a time, and the order in which states are served.

import * as z from "zod";
import { memberAt, type Rules } from "../scenario.ts";
import { MEMBER_CODES } from "../seat.ts";
import { isTight, LICENCE_MODES, type LicenceMode } from "../state.ts";
import { isSqueezed, type View } from "../view.ts";
import { heldUntil } from "../world/panel.ts";
import { aimLicences as aimQueues, turnValve } from "../world/valve.ts";
import { bite, cooling, id, missing, move, price, wait } from "./move.ts";
import { hawks, seats } from "./objectors.ts";

const rank = (mode: LicenceMode): number => LICENCE_MODES.indexOf(mode);

/** Steps tighter (above 0) or looser that a mode lies from the one in force. */
const steps = (view: View, i: number, mode: LicenceMode): number => rank(mode) - rank(view.pub.law.modes[i]!);

/** Opening a squeeze is dear, widening one that runs is a step like any other. */
function variant(rules: Rules, view: View, input: string, mode: LicenceMode): string {
  const i = rules.inputs.findIndex((x) => x.id === input);
  if (i < 0 || steps(view, i, mode) <= 0) return "loosen";
  if (mode !== "go-slow") return "tighten";
  return isSqueezed(view) ? "widen" : "go-slow";
}

/** Points for taking back a tightening after a few weeks, as far as there are any: nobody must keep one for want of them. */
function flicker(rules: Rules, view: View, input: string): number {
  const { flickerCost, flickerWeeks } = rules.model.beijing;
  const i = rules.inputs.findIndex((x) => x.id === input);
  const since = view.pub.law.tightened[i] ?? -1;
  if (since < 0 || view.pub.tick - since >= flickerWeeks) return 0;
  return Math.min(flickerCost, view.own.points);
}

export const setLicenceMode = move({
  kind: "set-licence-mode",
  office: "beijing",
  schema: z.strictObject({
    kind: z.literal("set-licence-mode"),
    input: id,
    mode: z.enum(LICENCE_MODES),
  }),
  cost(rules, view, { input, mode }) {
    const way = variant(rules, view, input, mode);
    const { points, money } = price(rules, `set-licence-mode/${way}`);
    return { points: points + (way === "loosen" ? flicker(rules, view, input) : 0), money };
  },
  check(rules, view, { input, mode }) {
    const i = rules.inputs.findIndex((x) => x.id === input);
    if (i < 0 || !rules.inputs[i]!.stockable) return missing("input");
    const by = steps(view, i, mode);
    if (by === 0) return { code: "already-so", what: mode };
    if (Math.abs(by) > 1) return { code: "out-of-range", have: Math.abs(by), need: 1, what: "step" };
    const { contracts, words, tick } = view.pub;
    const held = by > 0 ? heldUntil(rules, words, [...contracts, ...view.own.contracts], input, tick) : -1;
    if (held >= 0) return { code: "panel-sits", until: held };
    const way = variant(rules, view, input, mode);
    if (way === "loosen") return null;
    const { valve = 0, squeeze = 0 } = view.own.clocks;
    return cooling(view, way === "go-slow" ? Math.max(valve, squeeze) : valve);
  },
  apply(rules, state, _seat, { input, mode }, trace) {
    turnValve(
      rules,
      state,
      rules.inputs.findIndex((x) => x.id === input),
      mode,
      trace,
    );
  },
  options: (rules, view) =>
    rules.inputs.flatMap((input, i) =>
      input.stockable
        ? LICENCE_MODES.filter((mode) => Math.abs(steps(view, i, mode)) === 1).map((mode) => ({
            kind: "set-licence-mode" as const,
            input: input.id,
            mode,
          }))
        : [],
    ),
  clock(rules, _view, { input, mode }) {
    const i = rules.inputs.findIndex((x) => x.id === input);
    const { transitWeeks = 0, stockWeeks = 0 } = rules.inputs[i] ?? {};
    return isTight(mode)
      ? [wait("in-transit", transitWeeks), bite("stocks-run-down", stockWeeks)]
      : [wait("licences", rules.model.modes[mode].weeks), bite("in-transit", transitWeeks)];
  },
  objects: (rules, view, { input, mode }) =>
    variant(rules, view, input, mode) === "loosen" ? [] : seats(["commission"], hawks(rules)),
});

export const aimLicences = move({
  kind: "aim-licences",
  office: "beijing",
  schema: z
    .strictObject({
      kind: z.literal("aim-licences"),
      members: z.array(z.enum(MEMBER_CODES)).min(1).max(MEMBER_CODES.length),
      favour: z.boolean(),
    })
    .refine((c) => new Set(c.members).size === c.members.length, "a state stands here twice"),
  cost: (rules) => price(rules, "aim-licences"),
  check(rules, _view, { members }) {
    if (members.some((code) => !rules.members.some((m) => m.code === code))) return missing("member");
    const { aimMost } = rules.model.moves;
    return members.length > aimMost
      ? { code: "limit-reached", have: members.length, need: aimMost, what: "aim" }
      : null;
  },
  apply(rules, state, _seat, { members, favour }, trace) {
    const indexes = members.map((code) => memberAt(rules, code));
    aimQueues(rules, state, indexes, favour, trace);
  },
  options: (rules) =>
    rules.members.flatMap(({ code }) =>
      [true, false].map((favour) => ({ kind: "aim-licences" as const, members: [code], favour })),
    ),
  several: (rules) => ({ field: "members", most: rules.model.moves.aimMost }),
  clock: (rules) => [
    wait("in-transit", Math.min(...rules.inputs.map((i) => i.transitWeeks))),
    bite("queue", 0),
  ],
  objects: (rules, _view, { members, favour }) =>
    // Whoever is served does not mind.
    favour
      ? hawks(rules).filter((seat) => !members.some((code) => code === seat))
      : seats(["commission"], members),
});
