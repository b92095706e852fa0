// M11 and the seat of France: who runs the Council's agenda, and who may put something on it besides the Commission.

import * as z from "zod";
import type { Rejection } from "../rejection.ts";
import type { Rules } from "../scenario.ts";
import { isMember } from "../seat.ts";
import { type File, tell } from "../state.ts";
import { memberIndex, type View } from "../view.ts";
import { chairAt, chairs, moveItem, weekOf } from "../world/agenda.ts";
import { countedOn, isSpent } from "../world/clock.ts";
import { mayCall, callVote as openWindow, stagesLeft } from "../world/files.ts";
import { bite, cooling, id, missing, move, nowOf, price, toBite, wait } from "./move.ts";
import { doubters, frugal, seats } from "./objectors.ts";

const WHEN = ["sooner", "later"] as const;
type When = (typeof WHEN)[number];

/** The Council day before or after the one on which an item comes up. */
const dayOf = (rules: Rules, view: View, file: string, when: When): number =>
  weekOf(view.pub, file) + (when === "sooner" ? -1 : 1) * rules.calendar.councilDayEvery;

/** A vote needs a Council day ahead that has room; a proposal needs one that is not past. */
function checkDay(rules: Rules, view: View, file: File, when: When): Rejection | null {
  const { tick, votes } = view.pub;
  const day = dayOf(rules, view, file.id, when);
  const counted = file.stage === "council";
  if (day < tick + (counted ? 1 : 0)) return { code: "too-late" };
  const { itemsADay } = rules.model.law;
  return counted && countedOn(votes, day) >= itemsADay
    ? { code: "limit-reached", need: itemsADay, what: "day" }
    : null;
}

export const setAgenda = move({
  kind: "set-agenda",
  office: "members",
  schema: z.strictObject({ kind: z.literal("set-agenda"), file: id, when: z.enum(WHEN) }),
  cost: (rules) => price(rules, "set-agenda"),
  check(rules, view, { file, when }) {
    const { tick } = view.pub;
    if (chairAt(rules, tick)?.member !== view.seat) {
      const next = chairs(rules).find(
        ({ member, from }) => member === view.seat && from > tick && from < view.pub.weeks,
      );
      return next ? { code: "not-presiding", until: next.from } : { code: "not-presiding" };
    }
    const found = view.pub.files.find((f) => f.id === file);
    if (!found || weekOf(view.pub, file) < 0) return missing("file");
    if (found.shutUntil > tick) return { code: "shut-after-vote", until: found.shutUntil };
    return cooling(view, view.own.clocks.agenda) ?? checkDay(rules, view, found, when);
  },
  apply(rules, state, seat, { file, when }, trace) {
    const m = memberIndex(rules, seat);
    const by = (when === "sooner" ? -1 : 1) * rules.calendar.councilDayEvery;
    state.members[m]!.agendaNext = state.tick + rules.model.law.agendaEvery;
    moveItem(state, seat, file, weekOf(state, file) + by, trace);
  },
  options: (rules, view) =>
    chairs(rules).some(({ member, until }) => member === view.seat && until > view.pub.tick)
      ? view.pub.files
          .filter((f) => weekOf(view.pub, f.id) >= 0)
          .flatMap((f) => WHEN.map((when) => ({ kind: "set-agenda" as const, file: f.id, when })))
      : [],
  clock(rules, view, { file, when }) {
    const weeks = Math.max(0, dayOf(rules, view, file, when) - view.pub.tick);
    return view.pub.files.some((f) => f.id === file && f.stage === "council")
      ? [{ name: "window", weeks, gate: "vote" }, bite("count", 0)]
      : [wait("proposal", weeks), bite("council", 0)];
  },
  objects: (rules, view, { when }) =>
    when === "sooner" ? seats(["beijing"], doubters(rules, view)) : ["commission"],
});

/** Why a vote on a proposal may not be called now. */
export function checkCall(view: View, file: string): Rejection | null {
  const found = view.pub.files.find((f) => f.id === file);
  if (!found) return missing("file");
  const { tick } = view.pub;
  if (found.shutUntil > tick) return { code: "shut-after-vote", until: found.shutUntil };
  if (found.stage === "council") return { code: "already-so", what: "council" };
  if (mayCall(found, tick)) return null;
  return found.stage === "proposal" && found.gate > tick
    ? { code: "too-early", until: found.gate }
    : { code: "not-open", what: found.stage };
}

/** Proposals that wait for a vote or will. */
export const proposals = (view: View): File[] =>
  view.pub.files.filter((f) => f.side === "europe" && f.stage === "proposal" && !isSpent(f));

const SIZES = [1, 3, 5] as const;

const isAuthor = (rules: Rules, view: View): boolean =>
  isMember(view.seat) && rules.members[memberIndex(rules, view.seat)]?.author === true;

export const tableItem = move({
  kind: "table-item",
  office: "members",
  schema: z.strictObject({
    kind: z.literal("table-item"),
    file: id,
    billion: z.literal(SIZES).optional(),
  }),
  cost: (rules) => price(rules, "table-item"),
  check(rules, view, { file, billion }) {
    if (!isAuthor(rules, view)) return { code: "not-your-seat" };
    const refused = checkCall(view, file);
    if (refused) return refused;
    const found = view.pub.files.find((f) => f.id === file)!;
    if (billion !== undefined && found.kind !== "package") return missing("fund");
    if (billion !== undefined && found.size === billion) return { code: "already-so" };
    return cooling(view, view.own.clocks.table);
  },
  apply(rules, state, seat, { file, billion }, trace) {
    const found = state.files.find((f) => f.id === file);
    if (!found) return;
    state.members[memberIndex(rules, seat)]!.tableNext = state.tick + rules.model.law.tableEvery;
    if (billion !== undefined) found.size = billion;
    tell(state, { code: "item-tabled", by: seat, about: [seat, file], amount: billion ?? 0, to: [] });
    trace.mark("member-move");
    openWindow(rules, state, found, trace, seat);
  },
  options: (rules, view) =>
    isAuthor(rules, view)
      ? proposals(view).flatMap((f) => [
          { kind: "table-item" as const, file: f.id },
          ...(f.kind === "package" ? SIZES : [])
            .filter((billion) => billion !== f.size)
            .map((billion) => ({ kind: "table-item" as const, file: f.id, billion })),
        ])
      : [],
  clock(rules, view, { file }) {
    const found = view.pub.files.find((f) => f.id === file);
    return found ? toBite(stagesLeft(rules, found, nowOf(view))) : [];
  },
  objects: (rules, view, { billion = 0 }) => seats(billion > 1 ? frugal(rules) : [], doubters(rules, view)),
});
