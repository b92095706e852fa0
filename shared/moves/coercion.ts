// C11: the Anti-Coercion Instrument, one order for each stage that the Commission begins.

import * as z from "zod";
import type { Rejection } from "../rejection.ts";
import type { Rules } from "../scenario.ts";
import type { File } from "../state.ts";
import type { View } from "../view.ts";
import {
  ANSWERS_TO_COERCION,
  type Answer,
  answer,
  determine,
  examine,
  isCoerced,
  isThreatened,
  openCoercion,
} from "../world/coercion.ts";
import { stagesLeft, stagesOf } from "../world/files.ts";
import { id, missing, move, nowOf, price, toBite } from "./move.ts";
import { doubters, seats } from "./objectors.ts";

/** Weeks by which an answer may be put off, as offered: at once, six weeks to think, the most there is. */
const DELAYS = [0, 6, 13] as const;

/** Refused unless the file has come to a stage and is ripe for the next step. */
function notRipe({ pub }: View, file: File | undefined, stage: File["stage"]): Rejection | null {
  if (!file) return missing("file");
  if (file.kind !== "coercion" || file.stage !== stage) return { code: "not-open", what: file.stage };
  if (file.shutUntil > pub.tick) return { code: "shut-after-vote", until: file.shutUntil };
  return file.nextGate > pub.tick ? { code: "too-early", until: file.nextGate } : null;
}

/** Files against coercion at a stage, by id. */
const at = ({ pub }: View, stage: File["stage"]): string[] =>
  pub.files.filter((f) => f.kind === "coercion" && f.stage === stage).map((f) => f.id);

const left = (rules: Rules, view: View, file: string) => {
  const found = view.pub.files.find((f) => f.id === file);
  return found ? toBite(stagesLeft(rules, found, nowOf(view))) : [];
};

export const examineCoercion = move({
  kind: "examine-coercion",
  office: "commission",
  schema: z.strictObject({ kind: z.literal("examine-coercion") }),
  cost: (rules) => price(rules, "examine-coercion"),
  check(rules, { pub }) {
    const open = openCoercion(pub.files);
    if (open) return { code: "already-so", what: open.kind };
    const reason = isCoerced(rules, pub.law.coerced, pub.tick) || isThreatened(pub.words);
    return reason ? null : { code: "no-coercion" };
  },
  apply(rules, state, _seat, _command, trace) {
    examine(rules, state, trace);
  },
  options: () => [{ kind: "examine-coercion" }],
  clock: (rules) => stagesOf(rules, "coercion"),
  objects: (rules, view) => seats(["beijing"], doubters(rules, view)),
});

export const determineCoercion = move({
  kind: "determine-coercion",
  office: "commission",
  schema: z.strictObject({ kind: z.literal("determine-coercion"), file: id }),
  cost: (rules) => price(rules, "determine-coercion"),
  check(rules, view, { file }) {
    const { pub } = view;
    const found = pub.files.find((f) => f.id === file);
    const refused = notRipe(view, found, "examination");
    if (refused) return refused;
    return isCoerced(rules, pub.law.coerced, pub.tick) ? null : { code: "no-coercion" };
  },
  apply(rules, state, _seat, { file }, trace) {
    const found = state.files.find((f) => f.id === file);
    if (found) determine(rules, state, found, trace);
  },
  options: (_rules, view) =>
    at(view, "examination").map((file) => ({ kind: "determine-coercion" as const, file })),
  clock: (rules, view, { file }) => left(rules, view, file),
  objects: (rules, view) => seats(["beijing"], doubters(rules, view)),
});

export const answerCoercion = move({
  kind: "answer-coercion",
  office: "commission",
  schema: z
    .strictObject({
      kind: z.literal("answer-coercion"),
      file: id,
      remedy: z.enum(ANSWERS_TO_COERCION),
      sector: id.optional(),
      delay: z.int().min(0).max(13),
    })
    .refine(
      (c) => (c.remedy === "services") === (c.sector === undefined),
      "duties and tenders name a sector",
    ),
  cost: (rules) => price(rules, "answer-coercion"),
  check(rules, view, { file, sector }) {
    const found = view.pub.files.find((f) => f.id === file);
    const refused = notRipe(view, found, "engagement");
    if (refused) return refused;
    return sector === undefined || rules.sectors.some((s) => s.id === sector) ? null : missing("sector");
  },
  apply(rules, state, _seat, { file, remedy, sector, delay }, trace) {
    const found = state.files.find((f) => f.id === file);
    const plan: Answer = sector === undefined ? { remedy, delay } : { remedy, sector, delay };
    if (found) answer(rules, state, found, plan, trace);
  },
  options: (rules, view) =>
    at(view, "engagement").flatMap((file) =>
      ANSWERS_TO_COERCION.flatMap((remedy) => {
        const sectors = remedy === "services" ? [{}] : rules.sectors.map((s) => ({ sector: s.id }));
        return sectors.flatMap((sector) =>
          DELAYS.map((delay) => ({ kind: "answer-coercion" as const, file, remedy, ...sector, delay })),
        );
      }),
    ),
  clock(rules, view, { file, delay }) {
    const stages = left(rules, view, file);
    return stages.map((stage) =>
      stage.gate === "bite" ? { ...stage, weeks: Math.max(stage.weeks, delay) } : stage,
    );
  },
  objects: (rules, view) => seats(["beijing"], doubters(rules, view)),
});
