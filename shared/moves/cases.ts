// C1 and C2: trade-defence cases. They open on a complaint, come to gates by the law's clock, and can be narrowed or dropped.

import * as z from "zod";
import type { Rejection } from "../rejection.ts";
import { CASE_KINDS, type CaseKind, isCaseKind } from "../scenario/start.ts";
import type { Rules } from "../scenario.ts";
import type { File, State } from "../state.ts";
import type { View } from "../view.ts";
import { isAboutSubsidies, openFile, stagesLeft, stagesOf } from "../world/files.ts";
import { atGate, DECISIONS, decideGate, decisionsAt, dropFile, narrow } from "../world/gates.ts";
import { dignify } from "../world/heat.ts";
import { bite, cooling, id, missing, move, nowOf, outside, price, toBite } from "./move.ts";
import { doubters, hawks, seats } from "./objectors.ts";

const BREADTHS = ["product", "sector"] as const;

/** Procedures that the Commission may end by itself. */
const DROPPABLE: readonly File["kind"][] = [...CASE_KINDS, "undertaking", "snapback", "coercion"];

const isCase = (file: File): boolean => file.side === "europe" && isCaseKind(file.kind);

/** Cases opened in this game and not yet in force: they tie up the staff. */
const running = (view: View): number =>
  view.pub.files.filter((f) => isCase(f) && f.why === "move" && f.stage !== "in-force").length;

/** A duty that goods can be brought around; closed tenders are none. */
const hasDuty = (view: View, sector: number): boolean =>
  view.pub.files.some(
    (f) => f.side === "europe" && f.sector === sector && f.duty > 0 && f.kind !== "procurement",
  );

/**
 * E36: enough injury for a fair case, and for a debt to the makers when it is dropped; closed tenders over there for one
 * about tenders. What Beijing has published of its subsidies need not be proven any more.
 */
function isProven(rules: Rules, state: State, kind: File["kind"], sector: number): boolean {
  if (kind === "procurement") return state.trade.access < rules.model.moves.caseAccess;
  if (sector < 0) return false;
  const open = isAboutSubsidies(kind) ? state.beijing.transparency : 0;
  return state.trade.injury[sector]! >= rules.model.moves.caseInjury * (1 - open);
}

/** Share of a sector that a case covers; a measure on tenders meets only what public offices buy. */
function breadthOf(rules: Rules, form: CaseKind, breadth: (typeof BREADTHS)[number]): number {
  const { productBreadth, sectorBreadth } = rules.model.moves;
  const share = breadth === "product" ? productBreadth : sectorBreadth;
  return form === "procurement" ? share * rules.model.law.procurementShare : share;
}

/** Why no case of a form may be opened on a sector now, whether by an order or by the answer to a card. */
export function refusedCase(rules: Rules, view: View, form: File["kind"], sector: string): Rejection | null {
  const s = rules.sectors.findIndex((x) => x.id === sector);
  if (s < 0 || !isCaseKind(form)) return missing("sector");
  const { maxCases } = rules.model.law;
  if (running(view) >= maxCases) return { code: "limit-reached", need: maxCases, what: "case" };
  if (view.pub.files.some((f) => isCase(f) && f.kind === form && f.sector === s))
    return { code: "already-so", what: form };
  if (form === "circumvention" && !hasDuty(view, s)) return { code: "not-open", what: "duty" };
  return cooling(view, view.own.clocks.case);
}

export const openCase = move({
  kind: "open-case",
  office: "commission",
  schema: z.strictObject({
    kind: z.literal("open-case"),
    form: z.enum(CASE_KINDS),
    sector: id,
    breadth: z.enum(BREADTHS),
  }),
  cost: (rules) => price(rules, "open-case"),
  check: (rules, view, { form, sector }) => refusedCase(rules, view, form, sector),
  apply(rules, state, _seat, { form, sector, breadth }, trace) {
    const s = rules.sectors.findIndex((x) => x.id === sector);
    const { caseProof, caseThin } = rules.model.moves;
    dignify(state, isProven(rules, state, form, s) ? caseProof : caseThin);
    trace.mark("europe-move");
    state.commission.caseNext = state.tick + rules.model.law.caseEvery;
    const share = breadthOf(rules, form, breadth);
    openFile(rules, state, { kind: form, side: "europe", sector: s, breadth: share, why: "move" }, trace);
  },
  options: (rules) =>
    rules.sectors.flatMap((sector) =>
      CASE_KINDS.flatMap((form) =>
        BREADTHS.map((breadth) => ({ kind: "open-case" as const, form, sector: sector.id, breadth })),
      ),
    ),
  clock: (rules, view, { form }) => toBite(stagesOf(rules, form, view.pub.transparency, nowOf(view))),
  objects: (rules, view) => seats(["beijing"], doubters(rules, view)),
});

/** Stages at which the text of a measure lies with the capitals. */
const VOTED: readonly File["stage"][] = ["council", "appeal-gate"];

export const narrowCase = move({
  kind: "narrow-case",
  office: "commission",
  schema: z.strictObject({ kind: z.literal("narrow-case"), file: id }),
  cost: (rules) => price(rules, "narrow-case"),
  check(rules, view, { file }) {
    const found = view.pub.files.find((f) => f.id === file);
    if (!found) return missing("file");
    if (!isCase(found)) return { code: "not-open", what: found.kind };
    if (VOTED.includes(found.stage)) return { code: "not-open", what: found.stage };
    const { narrowShare, narrowLeast } = rules.model.moves;
    return outside(found.breadth * narrowShare, narrowLeast, 1, "breadth");
  },
  apply(rules, state, _seat, { file }, trace) {
    const found = state.files.find((f) => f.id === file);
    if (!found) return;
    trace.mark("europe-move");
    narrow(rules, state, found, trace);
  },
  options: (_rules, view) =>
    view.pub.files.filter(isCase).map((f) => ({ kind: "narrow-case" as const, file: f.id })),
  clock: () => [bite("announced", 0)],
  objects: (rules) => hawks(rules),
});

export const dropCase = move({
  kind: "drop-case",
  office: "commission",
  schema: z.strictObject({ kind: z.literal("drop-case"), file: id }),
  cost: (rules) => price(rules, "drop-case"),
  check(_rules, view, { file }) {
    const found = view.pub.files.find((f) => f.id === file);
    if (!found) return missing("file");
    if (found.side !== "europe" || !DROPPABLE.includes(found.kind))
      return { code: "not-open", what: found.kind };
    return VOTED.includes(found.stage) ? { code: "not-open", what: found.stage } : null;
  },
  apply(rules, state, _seat, { file }, trace) {
    const found = state.files.find((f) => f.id === file);
    if (!found) return;
    if (found.stage !== "in-force" && isProven(rules, state, found.kind, found.sector))
      dignify(state, -rules.model.moves.caseProof);
    trace.mark("europe-move");
    dropFile(rules, state, found, trace);
  },
  options: (_rules, view) =>
    view.pub.files
      .filter((f) => f.side === "europe" && DROPPABLE.includes(f.kind))
      .map((f) => ({ kind: "drop-case" as const, file: f.id })),
  clock: () => [bite("dropped", 0)],
  objects: (rules) => hawks(rules),
});

export const decide = move({
  kind: "decide-gate",
  office: "commission",
  schema: z.strictObject({ kind: z.literal("decide-gate"), file: id, decision: z.enum(DECISIONS) }),
  cost: (rules, _view, { decision }) => price(rules, `decide-gate/${decision}`),
  check(rules, view, { file, decision }) {
    const found = view.pub.files.find((f) => f.id === file);
    if (!found) return missing("file");
    if (found.side !== "europe") return { code: "not-open", what: "side" };
    if (!atGate(rules, found, view.pub.tick)) return { code: "nothing-to-decide" };
    return decisionsAt(found).includes(decision) ? null : { code: "not-open", what: decision };
  },
  apply(rules, state, _seat, { file, decision }, trace) {
    const found = state.files.find((f) => f.id === file);
    if (found) decideGate(rules, state, found, decision, trace);
  },
  options: (rules, view) =>
    view.pub.files
      .filter((f) => atGate(rules, f, view.pub.tick))
      .flatMap((f) =>
        decisionsAt(f).map((decision) => ({ kind: "decide-gate" as const, file: f.id, decision })),
      ),
  clock(rules, view, { file, decision }) {
    const found = view.pub.files.find((f) => f.id === file);
    if (!found || decision === "lapse") return [bite("ended", 0)];
    if (decision === "undertaking") return [bite("undertaking", rules.model.law.undertaking)];
    // What can be decided now does not wait for the last week in which it could be.
    const now = atGate(rules, found, view.pub.tick) ? { ...found, gate: view.pub.tick } : found;
    return toBite(stagesLeft(rules, now, nowOf(view)));
  },
  objects: (rules, view, { decision }) =>
    decision === "undertaking" || decision === "lapse"
      ? hawks(rules)
      : seats(["beijing"], doubters(rules, view)),
});
