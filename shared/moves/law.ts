// C10: the law that obliges firms to have several suppliers, in its strict or its soft form.

import * as z from "zod";
import type { Rules } from "../scenario.ts";
import type { File } from "../state.ts";
import { openFile, propose, stagesLeft, stagesOf } from "../world/files.ts";
import { missing, move, nowOf, price, toBite } from "./move.ts";
import { doubters, seats } from "./objectors.ts";

const FORMS = ["strict", "soft"] as const;

/** The name by which the scenario knows the law; undefined where it has none. */
const nameOf = (rules: Rules): string | undefined => rules.files.find((f) => f.brings === "diversify")?.id;

/** The law as far as it has come, unless it was given up. */
const lawOf = (rules: Rules, files: readonly File[]): File | undefined =>
  files.find((f) => f.kind === "law" && f.name === nameOf(rules) && f.stage !== "closed");

export const proposeLaw = move({
  kind: "propose-law",
  office: "commission",
  schema: z.strictObject({ kind: z.literal("propose-law"), form: z.enum(FORMS) }),
  cost: (rules) => price(rules, "propose-law"),
  check(rules, { pub }, { form }) {
    if (!nameOf(rules)) return missing("law");
    const file = lawOf(rules, pub.files);
    if (!file) return null;
    if (file.stage !== "asked") return { code: "already-so", what: file.stage };
    if (file.shutUntil > pub.tick) return { code: "shut-after-vote", until: file.shutUntil };
    return file.shutUntil > 0 && form === "strict" ? { code: "only-softer" } : null;
  },
  apply(rules, state, _seat, { form }, trace) {
    const strict = form === "strict";
    const file = lawOf(rules, state.files);
    const name = nameOf(rules) ?? "law";
    if (file) propose(rules, state, file, strict, trace);
    else
      openFile(
        rules,
        state,
        { kind: "law", side: "europe", sector: -1, breadth: 0, why: "move", strict, name },
        trace,
      );
  },
  options: () => FORMS.map((form) => ({ kind: "propose-law" as const, form })),
  clock(rules, view) {
    const file = lawOf(rules, view.pub.files);
    if (!file) return stagesOf(rules, "law", 0, nowOf(view));
    if (file.stage !== "asked") return toBite(stagesLeft(rules, file, nowOf(view)));
    return stagesLeft(rules, { ...file, gate: view.pub.tick }, nowOf(view)).slice(1);
  },
  objects: (rules, view, { form }) =>
    seats(
      ["beijing"],
      form === "strict" ? rules.members.filter((m) => m.carSupplier).map((m) => m.code) : [],
      form === "strict" ? doubters(rules, view) : [],
    ),
});
