// The contract of a room: a draft to begin or to change, and what it would come to.

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { MetricId } from "../../shared/scenario/terms.ts";
import { type Seat, sideOf } from "../../shared/seat.ts";
import type { Talk } from "../../shared/state.ts";
import { agreementName, seatName } from "../label.ts";
import type { Game } from "../panels/context.ts";
import { Button } from "../parts/button.tsx";
import { Icon } from "../parts/icon.tsx";
import { SideMark, Tag } from "../parts/side.tsx";
import { headed, inside, speech } from "../speech.ts";
import { Acts } from "./acts.tsx";
import { AddTerm } from "./addterm.tsx";
import { Agreements } from "./agreement.tsx";
import { consequences, unchecked } from "./broken.ts";
import { withoutTerm, withPromise, withTerm } from "./draft.ts";
import { Endings } from "./endings.tsx";
import { agreementsIn } from "./rooms.ts";
import "./desk.css";
import { Start } from "./start.tsx";
import { listed } from "./term.ts";
import { GoneRow, TermRow } from "./termrow.tsx";
import { euroText, reckon, WorthBox } from "./worth.tsx";
import { type Desk, deskOf, isChanged, isMine } from "./written.ts";

/** Until when a draft on the table can be answered; amber where this seat has not. */
function AnswerBy({ desk }: { desk: Desk }) {
  const { base } = desk;
  return base ? <Tag attn={!isMine(desk)}>{speech.talks.answerBy(base.until)}</Tag> : null;
}

/** What kind of agreement it is, whose draft, and what has been changed in it. */
function About({ desk }: { desk: Desk }) {
  const { talks } = speech;
  const { base, draft, changes, game } = desk;
  return (
    <p class="desk-about small dim">
      <b>{agreementName(game.rules, draft.template)}</b>
      {base && ` · ${talks.by(base.by === game.view.seat ? inside(talks.you) : seatName(base.by))}`}
      {changes &&
        changes.count > 0 &&
        ` · ${isChanged(desk) ? talks.changedByYou(changes.count) : talks.changedBefore(changes.count, base!.number - 1)}`}
    </p>
  );
}

/** Another draft has come while this one was written. */
function Newer({ desk }: { desk: Desk }) {
  const { talks } = speech;
  const { base, work, drop } = desk;
  if (!base || !work || work.base === base.id) return null;
  return (
    <div class="desk-newer" role="status">
      <p class="small">{talks.newer(headed(seatName(base.by)), base.number)}</p>
      <Button size="small" onPress={drop}>
        {talks.takeNewer(base.number)}
      </Button>
    </div>
  );
}

function Terms({ desk, worths }: { desk: Desk; worths: readonly string[] }) {
  const { talks } = speech;
  const { game, draft, parties, changes, write } = desk;
  const { rules } = game;
  const most = rules.model.contracts.termsMost;
  return (
    <>
      <div class="term-heads tiny dim-2">
        <About desk={desk} />
        <span aria-hidden="true">{talks.columns.measure}</span>
        <span class="n" aria-hidden="true">
          {talks.columns.worth}
        </span>
      </div>
      <ol class="draft-terms" aria-label={talks.counted(draft.terms.length, most)}>
        {draft.terms.map((term, k) => (
          <TermRow
            key={`${term.by}/${term.metric}/${k}`}
            game={game}
            draft={draft}
            k={k}
            parties={parties}
            mark={changes?.marks[k]}
            worth={worths[k]!}
            onChange={(change) => write(withTerm(rules, draft, k, change))}
            onRemove={() => write(withoutTerm(draft, k))}
          />
        ))}
        {changes?.gone.map((term) => (
          <GoneRow
            key={`${term.by}/${term.metric}/${term.about}/${term.weeks}`}
            game={game}
            term={term}
            onBack={() => write({ ...draft, terms: [...draft.terms, term] })}
          />
        ))}
      </ol>
    </>
  );
}

function IfBroken({ desk }: { desk: Desk }) {
  const { game, draft } = desk;
  if (draft.terms.length === 0) return null;
  return (
    <section class="desk-broken">
      <h3>{speech.talks.ifBroken}</h3>
      <ul>
        {consequences(game.rules, game.view.seat, draft).map(({ by, lead, text }) => (
          <li key={lead}>
            <SideMark side={sideOf(by)} named />
            <p class="small">
              <b>{lead}</b> <span class="dim">{text}</span>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The line under a draft with bare promises about supply. */
function NoCheck({ places }: { places: readonly number[] }) {
  const { talks } = speech;
  if (places.length === 0) return null;
  return (
    <p class="desk-warning small">
      <Icon name="warning" size={18} />
      <span>
        <b class="attn">{talks.noCheck(listed(places), places.length > 1)}</b>{" "}
        <span class="dim">{talks.noCheckWhy}</span>
      </span>
    </p>
  );
}

function Editor({ desk, onDone }: { desk: Desk; onDone: () => void }) {
  const { game, draft, parties, write, talk, changes } = desk;
  const { rules, view } = game;
  const body = useRef<HTMLDivElement>(null);
  const [added, setAdded] = useState(0);
  // A term that was added is where one goes on.
  useEffect(() => {
    if (added > 0)
      body.current
        ?.querySelector<HTMLElement>(".term:nth-last-child(1 of :not(.gone)) :is(input, select)")
        ?.focus();
  }, [added]);
  const add = (by: Seat, metric: MetricId) => {
    write(withPromise(rules, view, parties, draft, { by, metric }));
    setAdded(added + 1);
  };
  const worth = useMemo(() => reckon(game, draft, parties), [rules, view, draft]);
  return (
    <>
      <div class="desk-body" ref={body}>
        <Newer desk={desk} />
        <Terms desk={desk} worths={worth.terms.map((bn) => euroText(bn, worth))} />
        <div class="desk-ends">
          <AddTerm game={game} draft={draft} parties={parties} onAdd={add} />
          <Endings game={game} talk={talk} draft={draft} changes={changes} onChange={write} />
        </div>
        <IfBroken desk={desk} />
        {draft.terms.length > 0 && <WorthBox game={game} draft={draft} parties={parties} worth={worth} />}
        <NoCheck places={unchecked(draft)} />
        <Agreements game={game} list={agreementsIn(view, talk)} quiet />
      </div>
      <Acts desk={desk} onDone={onDone} />
    </>
  );
}

/** The contract of a talk. */
export function ContractDesk({ game, talk }: { game: Game; talk: Talk }) {
  const { talks } = speech;
  const desk = deskOf(game, talk);
  const title = useRef<HTMLHeadingElement>(null);
  // The button that was pressed is gone; the keyboard stays with the contract.
  const done = () => title.current?.focus();
  return (
    <section class="desk" aria-labelledby="desk-title">
      <div class="talks-head">
        <h2 id="desk-title" ref={title} tabIndex={-1}>
          {desk?.base ? talks.draft(desk.base.number) : desk ? talks.newDraft : talks.contract}
        </h2>
        {desk && <AnswerBy desk={desk} />}
      </div>
      {desk ? <Editor desk={desk} onDone={done} /> : <Start game={game} talk={talk} onBegin={done} />}
    </section>
  );
}
