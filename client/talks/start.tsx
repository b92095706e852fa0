// An empty table: drafts to begin from, and what the seats of the room have agreed already.

import { useRef } from "preact/hooks";
import { begun } from "../../shared/moves/terms.ts";
import type { Seat } from "../../shared/seat.ts";
import { type Draft, holds, type Talk } from "../../shared/state.ts";
import { OWN_TERMS } from "../../shared/world/signing.ts";
import { draftOf, isFormal, present, session } from "../../shared/world/talks.ts";
import { agreementName, seatName } from "../label.ts";
import type { Game } from "../panels/context.ts";
import { Button } from "../parts/button.tsx";
import { Tag } from "../parts/side.tsx";
import { speech } from "../speech.ts";
import { Agreements } from "./agreement.tsx";
import { emptyDraft, templatesFor, templatesOf } from "./draft.ts";
import { agreementsIn } from "./rooms.ts";

interface Beginning {
  id: string;
  title: string;
  line: string;
  secret: boolean;
  /** With whom, where no room is chosen yet. */
  whom?: string;
  begin: () => void;
}

/** Drafts to begin from. */
const Beginnings = ({ list }: { list: readonly Beginning[] }) => (
  <ul class="draft-starts">
    {list.map(({ id, title, line, secret, whom, begin }) => (
      <li key={id}>
        <button type="button" onClick={begin}>
          <b>
            {title} {secret && <Tag>{speech.talks.secret}</Tag>}
          </b>
          <span class="small dim">{line}</span>
          {whom && <span class="small">{whom}</span>}
        </button>
      </li>
    ))}
  </ul>
);

/** Templates for this table with their blanks filled, drafts that came to nothing, and an empty page. */
function beginnings({ rules, view }: Game, talk: Talk): (Omit<Beginning, "begin"> & { draft: Draft })[] {
  const { talks } = speech;
  const old = view.own.proposals.filter(
    (p) => p.talk === talk.id && p.state !== "open" && p.state !== "signed",
  );
  const last = old.at(-1);
  const again = last && {
    ...{ id: last.id, title: talks.again(last.number), secret: last.secret, draft: draftOf(last) },
    line: talks.againLine(agreementName(rules, last.template), seatName(last.by), talks.states[last.state]),
  };
  const made = templatesFor(rules, talk).flatMap(({ id, title, line }) => {
    const draft = begun(rules, view, id, present(talk));
    return draft ? [{ id, title, line, secret: draft.secret, draft }] : [];
  });
  const nothing = { id: OWN_TERMS, title: talks.fromNothing, line: talks.fromNothingLine, secret: false };
  return [...(again ? [again] : []), ...made, { ...nothing, draft: emptyDraft() }];
}

/** When Brussels and Beijing can table anything. */
function SessionNote({ game, talk }: { game: Game; talk: Talk }) {
  const { talks } = speech;
  const meets = session(game.rules, game.view.pub.tick);
  if (!isFormal(talk)) return null;
  return <p class="small">{meets.open ? talks.meetsLine(meets.ends) : talks.notBefore(meets.began)}</p>;
}

interface StartProps {
  game: Game;
  talk: Talk;
  /** A draft has been begun. */
  onBegin: () => void;
}

export function Start({ game, talk, onBegin }: StartProps) {
  const { talks } = speech;
  const begin = (draft: Draft) => {
    game.store.write(talk.id, { draft, base: "" });
    onBegin();
  };
  const made = useRef<HTMLDivElement>(null);
  const agreed = agreementsIn(game.view, talk);
  const inForce = agreed.filter((contract) => holds(contract, game.view.pub.tick)).length;
  return (
    <div class="desk-body">
      <section class="desk-start">
        {inForce > 0 && (
          <Button look="quiet" size="small" onPress={() => made.current?.scrollIntoView()}>
            {talks.inForceBelow(inForce)}
          </Button>
        )}
        <h3>{talks.start}</h3>
        <p class="small dim">{talks.startLine}</p>
        <SessionNote game={game} talk={talk} />
        <Beginnings
          list={beginnings(game, talk).map(({ draft, ...one }) => ({ ...one, begin: () => begin(draft) }))}
        />
      </section>
      <div ref={made}>
        <Agreements game={game} list={agreed} quiet />
      </div>
    </div>
  );
}

interface StartAnywhereProps {
  game: Game;
  seat: Seat;
  want: (template: string, to: Seat | "") => void;
}

/** What this seat could agree with others, before any room is chosen. */
export function StartAnywhere({ game, seat, want }: StartAnywhereProps) {
  const { talks } = speech;
  return (
    <section class="desk-start">
      <h3>{talks.start}</h3>
      <p class="small dim">{talks.startLine}</p>
      <Beginnings
        list={templatesOf(game.rules, seat).map(({ template: { id, title, line, secret }, to }) => ({
          ...{ id, title, line, secret, begin: () => want(id, to) },
          whom: to ? talks.withSeat(seatName(to)) : talks.withCapital,
        }))}
      />
    </section>
  );
}
