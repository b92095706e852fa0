// Opening a room with other seats, saying something there, leaving it. What is said in words is free; one phrase is a
// threat, and needs a date like every threat. Between Brussels and Beijing, and from Beijing to a capital, it is the same
// word as in public: judged by what becomes of it, one at a time to each, and in turn with the statements of its side.

import * as z from "zod";
import type { Trace } from "../explain.ts";
import { PHRASES, type Phrase, TIMED_PHRASES } from "../scenario/terms.ts";
import type { Rules } from "../scenario.ts";
import { isMember, SEATS, type Seat } from "../seat.ts";
import type { Line, State, Talk } from "../state.ts";
import type { View } from "../view.ts";
import { openTalk as begin, leave, present, STANDING_TALK, say as speak } from "../world/talks.ts";
import { threaten, warn } from "../world/words.ts";
import { bite, cooling, id, missing, move, outside, price } from "./move.ts";
import { checkThreat, checkWarning, takeTurn } from "./statements.ts";

/** Characters of a thing said in one's own words. */
export const SAID_MOST = 280;
/** Seats of one talk. */
const SEATS_MOST = 8;

const isSeated = (rules: Rules, seat: Seat): boolean =>
  !isMember(seat) || rules.members.some((m) => m.code === seat);

/** A talk this seat is still in. */
export const talkOf = (view: View, talk: string): Talk | undefined =>
  view.own.talks.find((t) => t.id === talk && !t.left.includes(view.seat as Seat));

/** Whether two rooms hold the same seats. */
export const sameSeats = (a: readonly Seat[], b: readonly Seat[]): boolean =>
  a.length === b.length && a.every((seat) => b.includes(seat));

export const openTalk = move({
  kind: "open-talk",
  office: "anyone",
  schema: z.strictObject({
    kind: z.literal("open-talk"),
    seats: z
      .array(z.enum(SEATS))
      .min(1)
      .max(SEATS_MOST - 1)
      .refine((seats) => new Set(seats).size === seats.length, "a seat stands here twice"),
  }),
  cost: (rules) => price(rules, "open-talk"),
  check(rules, view, { seats }) {
    const me = view.seat as Seat;
    if (seats.includes(me)) return { code: "already-so", what: me };
    if (seats.some((seat) => !isSeated(rules, seat))) return missing("member");
    const mine = view.own.talks.filter((t) => talkOf(view, t.id));
    if (mine.some((t) => sameSeats(present(t), [me, ...seats]))) return { code: "already-so", what: "talk" };
    const { talksMost } = rules.model.contracts;
    return mine.length >= talksMost ? { code: "limit-reached", need: talksMost, what: "talk" } : null;
  },
  apply(_rules, state, seat, { seats }, trace) {
    begin(state, [seat, ...seats], seat);
    trace.mark("contract");
  },
  options: (rules, view) =>
    SEATS.filter((seat) => seat !== view.seat && isSeated(rules, seat)).map((seat) => ({
      kind: "open-talk" as const,
      seats: [seat],
    })),
  clock: () => [bite("told", 0)],
  objects: () => [],
});

/** Whom a threat in a room binds its speaker to: Brussels to Beijing, Beijing to capitals; other threats are only words. */
export const threatens = (by: Seat, talk: Talk): Seat[] =>
  by === "commission"
    ? present(talk).filter((seat) => seat === "beijing")
    : by === "beijing"
      ? present(talk).filter(isMember)
      : [];

/** A phrase that threatens names a date; where it binds, it is judged as in public. */
function checkPhrase(rules: Rules, view: View, talk: Talk, phrase: Phrase, weeks?: number, file?: string) {
  if (TIMED_PHRASES.includes(phrase) && weeks === undefined)
    return { code: phrase === "threat" ? ("no-deadline" as const) : ("out-of-range" as const), need: 1 };
  if (phrase !== "threat" || weeks === undefined) return null;
  const { threatLeast, threatMost } = rules.model.moves;
  const bound = threatens(view.seat as Seat, talk);
  if (bound.length === 0) return outside(weeks, threatLeast, threatMost, "weeks");
  if (view.seat === "commission" && file === undefined) return missing("file");
  for (const to of bound) {
    const refused =
      view.seat === "commission"
        ? checkThreat(rules, view, file ?? "", weeks)
        : checkWarning(rules, view, to, undefined, weeks);
    if (refused) return refused;
  }
  return cooling(view, view.own.clocks.statement);
}

/** Binds who threatens to those it is said to, before those in the room. */
function threatenHere(
  rules: Rules,
  state: State,
  by: Seat,
  talk: Talk,
  { file, weeks }: Pick<Line, "file" | "weeks">,
  trace: Trace,
): void {
  const bound = threatens(by, talk);
  if (bound.length > 0) takeTurn(rules, state, by);
  for (const to of bound) {
    if (by === "commission") threaten(rules, state, file, weeks, trace, present(talk));
    else warn(state, to, "", weeks, trace, present(talk));
  }
}

export const say = move({
  kind: "say",
  office: "anyone",
  schema: z
    .strictObject({
      kind: z.literal("say"),
      talk: id,
      phrase: z.enum(PHRASES).optional(),
      text: z.string().trim().min(1).max(SAID_MOST).optional(),
      weeks: z.int().min(1).max(208).optional(),
      file: id.optional(),
    })
    .refine((c) => (c.phrase === undefined) !== (c.text === undefined), "either a phrase or words"),
  cost: (rules) => price(rules, "say"),
  check(rules, view, { talk, phrase, weeks, file }) {
    const found = talkOf(view, talk);
    if (!found) return missing("talk");
    return phrase ? checkPhrase(rules, view, found, phrase, weeks, file) : null;
  },
  apply(rules, state, seat, { talk, phrase, text = "", weeks = 0, file = "" }, trace) {
    speak(state, { talk, by: seat, phrase: phrase ?? "", text, weeks, file });
    const found = state.talks.find((t) => t.id === talk);
    if (phrase === "threat" && found) threatenHere(rules, state, seat, found, { file, weeks }, trace);
  },
  options: (_rules, view) =>
    view.own.talks
      .filter((t) => talkOf(view, t.id))
      .flatMap((t) =>
        PHRASES.filter((phrase) => phrase !== "threat").map((phrase) => ({
          kind: "say" as const,
          talk: t.id,
          phrase,
          ...(TIMED_PHRASES.includes(phrase) ? { weeks: 8 } : {}),
        })),
      ),
  clock: () => [bite("told", 0)],
  objects: () => [],
});

export const leaveTalk = move({
  kind: "leave-talk",
  office: "anyone",
  schema: z.strictObject({ kind: z.literal("leave-talk"), talk: id }),
  cost: (rules) => price(rules, "leave-talk"),
  check: (_rules, view, { talk }) =>
    !talkOf(view, talk)
      ? missing("talk")
      : talk === STANDING_TALK
        ? { code: "not-open", what: "standing" }
        : null,
  apply(_rules, state, seat, { talk }, trace) {
    const found = state.talks.find((t) => t.id === talk);
    if (found) leave(state, found, seat);
    trace.mark("contract");
  },
  options: (_rules, view) =>
    view.own.talks
      .filter((t) => talkOf(view, t.id))
      .map((t) => ({ kind: "leave-talk" as const, talk: t.id })),
  clock: () => [bite("told", 0)],
  objects: () => [],
});
