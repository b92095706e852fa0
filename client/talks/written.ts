// What lies before a seat in a room: its own draft, or the one on the table, and what is different in it.

import type { Seat } from "../../shared/seat.ts";
import type { Draft, Proposal, Talk } from "../../shared/state.ts";
import { onTable } from "../../shared/view.ts";
import { draftOf, present } from "../../shared/world/talks.ts";
import type { Game } from "../panels/context.ts";
import { answeredBy, type Changes, changesOf, type Work } from "./draft.ts";

/** A draft in the editor, with what it is compared to. */
export interface Desk {
  game: Game;
  talk: Talk;
  parties: Seat[];
  draft: Draft;
  /** The draft on the table, if one lies there. */
  base: Proposal | undefined;
  work: Work | undefined;
  /** What is different: of what is written against the draft on the table, of that against the one it answers. */
  changes: Changes | undefined;
  /** Put in the place of what was written. */
  write: (draft: Draft) => void;
  drop: () => void;
}

export function deskOf(game: Game, talk: Talk): Desk | undefined {
  const { store, view } = game;
  const base = onTable(view, talk.id);
  const work = store.works.value[talk.id];
  const draft = work?.draft ?? (base && draftOf(base));
  if (!draft) return undefined;
  const drop = () => store.write(talk.id, undefined);
  const write = (next: Draft) =>
    base && changesOf(base, next).count === 0
      ? drop()
      : store.write(talk.id, { draft: next, base: work?.base ?? base?.id ?? "" });
  const before = work ? base : base && answeredBy(view, base);
  const changes = before && changesOf(before, draft);
  return { game, talk, parties: present(talk), draft, base, work, changes, write, drop };
}

/** Whether this seat has agreed to what lies on the table. */
export const isMine = ({ base, game }: Desk): boolean =>
  base?.accepted.includes(game.view.seat as Seat) === true;

/** Whether what stands in the editor is not what lies on the table. */
export const isChanged = ({ base, work, changes }: Desk): boolean =>
  !base || (work !== undefined && (changes?.count ?? 0) > 0);
