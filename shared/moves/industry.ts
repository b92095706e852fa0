// B10 and B12: what Beijing's makers do. A flood of goods below cost closes plants elsewhere without a single licence
// held back; spending at home or cutting capacity takes the pressure off Europe's makers.

import * as z from "zod";
import { COURSES } from "../state.ts";
import { isSqueezed } from "../view.ts";
import { flood, steer } from "../world/economy.ts";
import { bite, cooling, move, price, wait } from "./move.ts";
import { seats } from "./objectors.ts";

/** Input whose makers it is about: the one the scenario turns on. */
const STORY = 0;

export const floodMarket = move({
  kind: "flood-market",
  office: "beijing",
  schema: z.strictObject({ kind: z.literal("flood-market") }),
  cost: (rules) => price(rules, "flood-market"),
  check(rules, view) {
    if (isSqueezed(view)) return { code: "during-squeeze" };
    if (view.own.elsewhere[STORY]! <= rules.model.beijing.floodShare)
      return { code: "no-target", what: "plants" };
    return cooling(view, view.own.clocks.flood);
  },
  apply: (rules, state, _seat, _command, trace) => flood(rules, state, rules.model.beijing.floodWeeks, trace),
  options: () => [{ kind: "flood-market" as const }],
  clock: (rules) => [bite("below-cost", 1), wait("below-cost", rules.model.beijing.floodWeeks - 1)],
  objects: (rules, view) => {
    const hosts = rules.projects.filter(
      (plan) =>
        plan.owner === "europe" &&
        view.pub.projects.some((p) => p.id === plan.id && (p.stage === "ramp" || p.stage === "operating")),
    );
    return seats(
      ["commission"],
      hosts.map((plan) => plan.host),
    );
  },
});

export const steerEconomy = move({
  kind: "steer-economy",
  office: "beijing",
  schema: z.strictObject({ kind: z.literal("steer-economy"), course: z.enum(COURSES) }),
  cost: (rules) => price(rules, "steer-economy"),
  check: (_rules, view) => cooling(view, view.own.clocks.economy),
  apply: (rules, state, _seat, { course }, trace) => steer(rules, state, course, trace),
  options: () => COURSES.map((course) => ({ kind: "steer-economy" as const, course })),
  clock(rules, _view, { course }) {
    const { courseWeeks } = rules.model.beijing;
    const run = [bite("steering", 1), wait("steering", courseWeeks - 1)];
    return course === "stimulus" ? [...run, wait("bill", courseWeeks)] : run;
  },
  objects: () => [],
});
