// C7 and B8: words in public. They cost nothing at once; a threat is a debt, and each side is heard once in eight weeks.
// A threat in a room (talks.ts) takes its turn among them: it binds as one in public does.

import * as z from "zod";
import { clip } from "../exact.ts";
import type { Rejection } from "../rejection.ts";
import type { Rules } from "../scenario.ts";
import { MEMBER_CODES, type Seat } from "../seat.ts";
import { type File, LICENCE_MODES, newId, type State, tell, type Word } from "../state.ts";
import { heardWords, isSqueezed, type View } from "../view.ts";
import { dignify, esteem, warm } from "../world/heat.ts";
import { credence, impress } from "../world/resolve.ts";
import { threaten, warn } from "../world/words.ts";
import { bite, cooling, id, missing, move, outside, price, type Stage } from "./move.ts";
import { doubters, hawks, seats } from "./objectors.ts";

const FORMS = ["threat", "off-ramp", "scoreboard", "wto"] as const;
const BEIJING_FORMS = ["warn", "welcome", "equal-dignity"] as const;
/** Dates of a threat or a warning that the form offers, in weeks, within the bounds of the rule. */
const datesOf = ({ model: { moves } }: Rules): number[] =>
  [4, 8, 13, 20, 26].filter((weeks) => outside(weeks, moves.threatLeast, moves.threatMost, "weeks") === null);

/** Stages at which a threat to carry a file through still means something. */
const PENDING: readonly File["stage"][] = [
  "asked",
  "provisional-gate",
  "provisional",
  "definitive-gate",
  "proposal",
];

const isPending = (file: File): boolean => file.side === "europe" && PENDING.includes(file.stage);

/** Beijing restricts or taxes European goods, or holds licences back: something to take to Geneva. */
const hasGrievance = (view: View): boolean =>
  view.pub.files.some((f) => f.side === "beijing" && f.duty > 0) || isSqueezed(view);

/** Licences that take time, and so figures to publish. */
const hasLicences = (view: View): boolean =>
  view.pub.law.modes.some((mode) => LICENCE_MODES.indexOf(mode) >= LICENCE_MODES.indexOf("case-by-case"));

/** A threat or a warning is nothing without a date, within bounds. */
function checkDate(rules: Rules, weeks: number | undefined): Rejection | null {
  const { threatLeast, threatMost } = rules.model.moves;
  return weeks === undefined
    ? { code: "no-deadline", need: threatLeast }
    : outside(weeks, threatLeast, threatMost, "weeks");
}

export function checkThreat(rules: Rules, view: View, file: string, weeks: number | undefined) {
  const found = view.pub.files.find((f) => f.id === file);
  if (!found) return missing("file");
  if (!isPending(found)) return { code: "not-open" as const, what: found.stage };
  const open = heardWords(view).find((w) => w.by === "commission" && w.form === "threat");
  if (open) return { code: "limit-reached" as const, need: 1, until: open.until, what: "threat" };
  return checkDate(rules, weeks);
}

/** A side that has spoken is not heard again for some weeks. */
export function takeTurn(rules: Rules, state: State, by: Seat): void {
  const next = state.tick + rules.model.moves.statementEvery;
  if (by === "beijing") state.beijing.next.statement = next;
  else state.commission.statementNext = next;
}

/** Words are heard at once; what they threaten has its date. */
const untilDate = (weeks: number | undefined): Stage[] => [
  bite("announced", 0),
  ...(weeks === undefined ? [] : [{ name: "deadline", weeks, gate: "decision" as const }]),
];

/** Records words that nobody can test later. */
function speak(state: State, by: Seat, to: Seat, form: Word["form"]): void {
  state.words.push({
    id: newId(state, "w"),
    by,
    to,
    form,
    file: "",
    until: state.tick,
    state: "none",
    heard: [],
  });
  tell(state, {
    code: "statement-made",
    by,
    about: to === "beijing" ? [form] : [form, to],
    amount: 0,
    to: [],
  });
}

export const makeStatement = move({
  kind: "make-statement",
  office: "commission",
  schema: z
    .strictObject({
      kind: z.literal("make-statement"),
      form: z.enum(FORMS),
      file: id.optional(),
      weeks: z.int().min(1).max(260).optional(),
    })
    .refine(
      (c) =>
        (c.form === "threat") === (c.file !== undefined) && (c.form === "threat" || c.weeks === undefined),
      "a threat names a file",
    ),
  cost: (rules) => price(rules, "make-statement"),
  check(rules, view, { form, file = "", weeks }) {
    if (form === "threat") {
      const refused = checkThreat(rules, view, file, weeks);
      if (refused) return refused;
    }
    if (form === "wto" && !hasGrievance(view)) return missing("measure");
    if (form === "scoreboard" && !hasLicences(view)) return missing("licences");
    return cooling(view, view.own.clocks.statement);
  },
  apply(rules, state, seat, { form, file = "", weeks = 0 }, trace) {
    const sizes = rules.model.moves;
    takeTurn(rules, state, seat);
    if (form === "threat") {
      threaten(rules, state, file, weeks, trace);
      return;
    }
    if (form === "scoreboard") {
      dignify(state, sizes.scoreboardLegitimacy);
      esteem(state, sizes.scoreboardFace, 0);
    } else if (form === "wto") dignify(state, sizes.wtoLegitimacy);
    else {
      warm(state, sizes.offRampHeat);
      esteem(state, sizes.offRampFace, 0);
      impress(rules, state, sizes.offRampResolve);
    }
    trace.mark("europe-move");
    speak(state, seat, "beijing", form);
  },
  options: (rules, view) => [
    ...view.pub.files.filter(isPending).flatMap((f) =>
      datesOf(rules).map((weeks) => ({
        kind: "make-statement" as const,
        form: "threat" as const,
        file: f.id,
        weeks,
      })),
    ),
    ...(["off-ramp", "scoreboard", "wto"] as const).map((form) => ({
      kind: "make-statement" as const,
      form,
    })),
  ],
  clock: (_rules, _view, { weeks }) => untilDate(weeks),
  objects: (rules, view, { form }) =>
    form === "off-ramp"
      ? hawks(rules)
      : form === "threat"
        ? seats(["beijing"], doubters(rules, view))
        : ["beijing"],
});

/** E37, E29: a warning shakes the state it is meant for, if it believes it; one to the Commission reaches all, more weakly. */
function shake(rules: Rules, state: State, to: Seat): void {
  const { warnSupport } = rules.model.moves;
  rules.members.forEach(({ code }, m) => {
    const by = to === "commission" ? warnSupport / 3 : to === code ? warnSupport : 0;
    const member = state.members[m]!;
    member.support = clip(member.support + by * credence(rules, state, m), -1, 1);
  });
  warm(state, rules.model.heat.insult);
}

function welcome(rules: Rules, state: State): void {
  const { welcomeHeat, welcomeRisk } = rules.model.moves;
  warm(state, welcomeHeat);
  for (const input of state.inputs) input.risk = clip(input.risk + welcomeRisk, 0, 1);
}

/** One open warning to each, a European file that can still bite, and a deadline within bounds. */
export function checkWarning(rules: Rules, view: View, to: Seat, file?: string, weeks?: number) {
  if (file !== undefined) {
    const found = view.pub.files.find((f) => f.id === file);
    if (!found) return missing("file");
    if (!isPending(found)) return { code: "not-open" as const, what: found.stage };
  }
  const open = heardWords(view).find((w) => w.form === "warning" && w.to === to);
  if (open) return { code: "limit-reached" as const, need: 1, until: open.until, what: "warning" };
  return checkDate(rules, weeks);
}

export const issueStatement = move({
  kind: "issue-statement",
  office: "beijing",
  schema: z
    .strictObject({
      kind: z.literal("issue-statement"),
      form: z.enum(BEIJING_FORMS),
      to: z.enum(["commission", ...MEMBER_CODES]).optional(),
      file: id.optional(),
      weeks: z.int().min(1).max(260).optional(),
    })
    .refine(
      (c) => c.form === "warn" || (c.file === undefined && c.weeks === undefined),
      "only a warning has a file and a deadline",
    ),
  cost: (rules) => price(rules, "issue-statement"),
  check(rules, view, { form, to = "commission", file, weeks }) {
    if (to !== "commission" && !rules.members.some((m) => m.code === to)) return missing("member");
    const refused = form === "warn" ? checkWarning(rules, view, to, file, weeks) : null;
    return refused ?? cooling(view, view.own.clocks.statement);
  },
  apply(rules, state, seat, { form, to = "commission", file = "", weeks = 0 }, trace) {
    const { dignityFace, dignityHeat } = rules.model.moves;
    takeTurn(rules, state, seat);
    if (form === "warn") {
      shake(rules, state, to);
      trace.mark("beijing-move");
      warn(state, to, file, weeks, trace);
      return;
    }
    if (form === "welcome") welcome(rules, state);
    else {
      esteem(state, dignityFace, 0);
      warm(state, dignityHeat);
    }
    trace.mark("beijing-move");
    speak(state, seat, to, form);
  },
  options: (rules, view) => [
    ...rules.members.flatMap(({ code }) =>
      datesOf(rules).map((weeks) => ({
        ...{ kind: "issue-statement" as const, form: "warn" as const },
        ...{ to: code, weeks },
      })),
    ),
    ...view.pub.files.filter(isPending).flatMap((f) =>
      datesOf(rules).map((weeks) => ({
        ...{ kind: "issue-statement" as const, form: "warn" as const },
        ...{ to: "commission" as const, file: f.id, weeks },
      })),
    ),
    ...(["welcome", "equal-dignity"] as const).map((form) => ({ kind: "issue-statement" as const, form })),
  ],
  clock: (_rules, _view, { weeks }) => untilDate(weeks),
  objects: (_rules, _view, { form, to = "commission" }) =>
    form === "warn" ? seats(["commission"], [to]) : [],
});
