// The rooms a seat is in: what waits there, what it has not read, and which phrases fit what lies on the table.

import { PHRASES, type Phrase, TIMED_PHRASES } from "../../shared/scenario/terms.ts";
import type { Rules } from "../../shared/scenario.ts";
import { isMember, type Seat, type Side, sideOf } from "../../shared/seat.ts";
import { holds, type Line, type Talk } from "../../shared/state.ts";
import { type ContractView, isSqueezed, onTable, type View, waitingDrafts } from "../../shared/view.ts";
import { isFormal, othersIn, present, session } from "../../shared/world/talks.ts";
import { names, seatName, seatTitle, talkName } from "../label.ts";
import { speech } from "../speech.ts";
import { type Heard, linesIn, unread } from "./heard.ts";

/** A thing that was said, as its words. */
export function lineText(
  rules: Rules,
  line: Pick<Line, "phrase" | "text" | "weeks" | "file" | "tick">,
): string {
  if (!line.phrase) return line.text;
  const file = line.file ? names(rules).file(line.file) : "";
  return speech.phrases[line.phrase]({ week: line.tick + line.weeks, weeks: line.weeks, file });
}

export interface Room {
  id: string;
  name: string;
  /** In full, where the name is made of codes. */
  fullName: string;
  side: Side;
  /** What waits there, or what was said last. */
  line: string;
  wants: boolean;
  unread: number;
  session: boolean;
}

/** "Beijing", "Commission", "DE AT SK". */
export function shortName(view: View, talk: Talk): string {
  const others = othersIn(view, talk);
  if (others.length === 1) return seatTitle(others[0]!);
  return others.map((seat) => (isMember(seat) ? seat : seatTitle(seat))).join(" ");
}

/** Whom one writes to: "the Commission", "DE AT SK". */
export function addressee(view: View, talk: Talk): string {
  const others = othersIn(view, talk);
  return others.length === 1 ? seatName(others[0]!) : shortName(view, talk);
}

function roomLine(rules: Rules, view: View, talk: Talk): string {
  const { talks } = speech;
  const draft = onTable(view, talk.id);
  if (draft)
    return draft.accepted.includes(view.seat as Seat)
      ? talks.waitsForThem(draft.number)
      : talks.waitsForYou(draft.number);
  const meets = session(rules, view.pub.tick);
  if (isFormal(talk)) return meets.open ? talks.session(meets.ends) : talks.sessionNext(meets.began);
  const last = linesIn(view, talk.id).at(-1);
  return last ? lineText(rules, last) : talks.silent;
}

/** The rooms in the order in which they were opened. */
export const roomsOf = (rules: Rules, view: View, heard: Heard): Room[] =>
  view.own.talks.map((talk) => ({
    id: talk.id,
    name: shortName(view, talk),
    fullName: talkName(view, talk.id),
    side: othersIn(view, talk).map(sideOf).includes("beijing") ? "beijing" : "europe",
    line: roomLine(rules, view, talk),
    wants: waitingDrafts(view).some((p) => p.talk === talk.id),
    unread: unread(view, heard, talk.id),
    session: isFormal(talk) && session(rules, view.pub.tick).open,
  }));

/** The room to show first: one where something waits, else the first. */
export const firstRoom = (rooms: readonly Room[]): string | undefined =>
  (rooms.find((room) => room.wants) ?? rooms.find((room) => room.unread > 0) ?? rooms[0])?.id;

/** Agreements this seat knows of: those in force first, the newest first. */
export function agreements(view: View): ContractView[] {
  const all = [...view.own.contracts, ...view.pub.contracts];
  const rank = (contract: ContractView) => (holds(contract, view.pub.tick) ? 0 : 1);
  return all.sort((a, b) => rank(a) - rank(b) || b.from - a.from);
}

/** Those that only seats of a room are parties to. */
export const agreementsIn = (view: View, talk: Talk): ContractView[] =>
  agreements(view).filter((contract) => contract.parties.every((seat) => present(talk).includes(seat)));

// Phrases.

export const isTimedPhrase = (phrase: Phrase): boolean => TIMED_PHRASES.includes(phrase);

/** Phrases that fit what lies on the table, the best first. */
function fitting(view: View, talk: Talk): Phrase[] {
  const draft = onTable(view, talk.id);
  const mine = draft?.accepted.includes(view.seat as Seat);
  const open = view.pub.votes.some((vote) => vote.outcome === "open");
  if (draft && !mine) {
    const bare = draft.terms.some((term) => term.measure === "none" && term.by !== view.seat);
    return [...(bare ? (["if-measured", "who-measures"] as const) : []), "no-but", "shorter", "same-week"];
  }
  if (draft) return ["calendar", "can-wait", "home-asks", "who-else"];
  const said = linesIn(view, talk.id).at(-1);
  return [
    ...(isSqueezed(view) && view.seat !== "beijing" ? (["stock-lasts"] as const) : []),
    ...(open && isMember(view.seat) ? (["not-before-vote"] as const) : []),
    ...(said && said.by !== view.seat ? (["not-give-up", "public-private"] as const) : []),
    ...(["need-by-week", "offer-for", "if-then", "not-give-up"] as const),
  ];
}

/** All phrases, those that fit best first, and how many those are. */
export function phrasesFor(view: View, talk: Talk, most = 3): { first: Phrase[]; more: Phrase[] } {
  const first = [...new Set(fitting(view, talk))].slice(0, most);
  // Beijing's stock is nobody's worry.
  const rest = PHRASES.filter((phrase) => !(phrase === "stock-lasts" && view.seat === "beijing"));
  return { first, more: rest.filter((phrase) => !first.includes(phrase)) };
}
