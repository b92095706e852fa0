// A refusal in words, whether the game's or the session's.

import type { Problem } from "../shared/protocol.ts";
import { REJECTIONS, type Rejection } from "../shared/rejection.ts";
import type { Rules } from "../shared/scenario.ts";
import { isSeat } from "../shared/seat.ts";
import type { View } from "../shared/view.ts";
import { incomeOf } from "../shared/world/politics.ts";
import { speech } from "./speech.ts";
import type { Reason } from "./store.ts";
import { words } from "./words.ts";

const isRejection = (reason: Reason): reason is Rejection =>
  (REJECTIONS as readonly string[]).includes(reason.code);

/** The week in which a seat has enough political capital at its income of now, or that it never holds so much; as words. */
function enough({ rules, view }: Here, { need = 0 }: Rejection): string {
  if (!isSeat(view.seat)) return "";
  const { income, cap } = incomeOf(rules, view.seat);
  if (need > cap) return speech.enough.never(cap);
  if (income <= 0) return "";
  const week = view.pub.tick + Math.ceil((need - view.own.points) / income);
  return week < view.pub.weeks ? speech.enough.week(week) : speech.enough.late;
}

/** Where a reason is read: it can then say from when. */
interface Here {
  rules: Rules;
  view: View;
}

/** Why not, as a sentence; with the table at hand also from when, where that is known. */
export function reasonText(reason: Reason, here?: Here): string {
  if (!isRejection(reason)) return words.problems[reason.code as Problem];
  const why = speech.rejections[reason.code](reason);
  const more = here && reason.code === "not-enough-points" ? enough(here, reason) : "";
  return [why, more].filter(Boolean).join(" ");
}
