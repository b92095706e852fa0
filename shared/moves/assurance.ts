// B6: a bare assurance of smooth licences. It costs nothing, calms firms at once and proves nothing.

import * as z from "zod";
import { holds } from "../state.ts";
import { isSqueezed } from "../view.ts";
import { isBare } from "../world/agreement.ts";
import { assure } from "../world/signing.ts";
import { bite, cooling, move, outside, price, wait } from "./move.ts";
import { hawks } from "./objectors.ts";

const LENGTHS = [13, 26, 52];

export const giveAssurance = move({
  kind: "give-assurance",
  office: "beijing",
  schema: z.strictObject({ kind: z.literal("give-assurance"), weeks: z.int().min(1).max(260) }),
  cost: (rules) => price(rules, "give-assurance"),
  check(rules, view, { weeks }) {
    const { pub } = view;
    if (isSqueezed(view)) return { code: "during-squeeze" };
    const running = pub.contracts.find(
      (c) =>
        c.template === "bare-assurance" && isBare(c) && c.parties.includes("beijing") && holds(c, pub.tick),
    );
    if (running) return { code: "already-so", until: running.until };
    const { assuranceLeast } = rules.model.moves;
    const { assuranceMax } = rules.model.beijing;
    return outside(weeks, assuranceLeast, assuranceMax, "weeks") ?? cooling(view, view.own.clocks.assurance);
  },
  apply(rules, state, _seat, { weeks }, trace) {
    assure(rules, state, weeks, trace, "beijing");
  },
  options: (rules) =>
    LENGTHS.filter((weeks) => weeks <= rules.model.beijing.assuranceMax).map((weeks) => ({
      kind: "give-assurance" as const,
      weeks,
    })),
  clock: (_rules, _view, { weeks }) => [bite("calm", 0), wait("in-force", weeks)],
  objects: (rules) => hawks(rules),
});
