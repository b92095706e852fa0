// The contract of a room: a draft to begin, to change, to send, to sign or to refuse, and what it would come to.

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { type Command, check } from "../../shared/moves/table.ts";
import type { MetricId } from "../../shared/scenario/terms.ts";
import type { Seat } from "../../shared/seat.ts";
import type { Draft, Proposal, Talk } from "../../shared/state.ts";
import { present } from "../../shared/world/talks.ts";
import { printPrice } from "../decision.ts";
import { agreementName, seatList, seatName } from "../label.ts";
import { Confirm } from "../panels/confirm.tsx";
import type { Game } from "../panels/context.ts";
import { Button } from "../parts/button.tsx";
import { Icon } from "../parts/icon.tsx";
import { SideMark, Tag } from "../parts/side.tsx";
import { headed, inside, speech } from "../speech.ts";
import { AddTerm } from "./addterm.tsx";
import { Agreements } from "./agreement.tsx";
import { consequences, unchecked } from "./broken.ts";
import {
  type Changes,
  changesOf,
  draftOf,
  onTable,
  type Work,
  withoutTerm,
  withPromise,
  withTerm,
} from "./draft.ts";
import { Endings } from "./endings.tsx";
import { agreementsIn } from "./rooms.ts";
import { Start } from "./start.tsx";
import { listed, sideOf } from "./term.ts";
import { faultOf, GoneRow, TermRow } from "./termrow.tsx";
import { euroText, reckon, WorthBox } from "./worth.tsx";

/** A draft in the editor, with what it is compared to. */
interface Desk {
  game: Game;
  talk: Talk;
  parties: Seat[];
  draft: Draft;
  /** The draft on the table, if one lies there. */
  base: Proposal | undefined;
  work: Work | undefined;
  changes: Changes | undefined;
  /** Put in the place of what was written. */
  write: (draft: Draft) => void;
  drop: () => void;
}

function deskOf(game: Game, talk: Talk): Desk | undefined {
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
  const changes = base && changesOf(base, draft);
  return { game, talk, parties: present(talk), draft, base, work, changes, write, drop };
}

const isMine = ({ base, game }: Desk): boolean => base?.accepted.includes(game.view.seat as Seat) === true;

/** Whether what stands in the editor is not what lies on the table. */
const isChanged = ({ base, changes }: Desk): boolean => !base || (changes?.count ?? 0) > 0;

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
      {changes && changes.count > 0 && ` · ${talks.changedByYou(changes.count)}`}
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
  const most = game.rules.model.contracts.termsMost;
  return (
    <>
      <div class="term-heads tiny dim-2">
        <About desk={desk} />
        <span aria-hidden="true">{talks.columns.measure}</span>
        <span class="n" aria-hidden="true">
          {talks.columns.worth}
        </span>
      </div>
      <ol class="terms" aria-label={talks.counted(draft.terms.length, most)}>
        {draft.terms.map((term, k) => (
          <TermRow
            key={`${term.by}/${term.metric}/${k}`}
            game={game}
            draft={draft}
            k={k}
            parties={parties}
            mark={changes?.marks[k]}
            worth={worths[k]!}
            onChange={(change) => write(withTerm(draft, k, change))}
            onRemove={() => write(withoutTerm(draft, k))}
          />
        ))}
        {changes?.gone.map((term) => (
          <GoneRow
            key={`${term.by}/${term.metric}/${term.about}`}
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
        {consequences(game.rules, game.view, draft).map(({ by, lead, text }) => (
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
export function NoCheck({ places }: { places: readonly number[] }) {
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

/** The order that tables what stands in the editor. */
const tableCommand = ({ talk, draft }: Desk): Command => ({
  ...{ kind: "table-terms", talk: talk.id },
  ...draftOf(draft),
});

const answerCommand = (base: Proposal, answer: "accept" | "reject"): Command => ({
  ...{ kind: "answer-terms", proposal: base.id, answer },
});

function Send({ desk, onDone }: { desk: Desk; onDone: () => void }) {
  const { talks } = speech;
  const { game, draft, parties, drop } = desk;
  const { rules, view } = game;
  const command = tableCommand(desk);
  const faulty = draft.terms.some((_, k) => faultOf(game, parties, draft, k) !== undefined);
  const reason = draft.terms.length === 0 ? talks.noTerms : faulty ? talks.faults : undefined;
  const price = printPrice(rules, view, command);
  return (
    <Confirm
      game={game}
      command={command}
      label={price === speech.act.free ? talks.sendOffer : `${talks.sendOffer} · ${price}`}
      refused={check(rules, view, command)}
      reason={reason}
      onDone={() => {
        drop();
        onDone();
      }}
    />
  );
}

function Answer({ desk, base, onDone }: { desk: Desk; base: Proposal; onDone: () => void }) {
  const { talks } = speech;
  const { game } = desk;
  const { rules, view } = game;
  const sign = answerCommand(base, "accept");
  const refuse = answerCommand(base, "reject");
  return (
    <>
      <Confirm
        game={game}
        command={sign}
        label={talks.sign}
        refused={check(rules, view, sign)}
        onDone={onDone}
      />
      <Confirm
        game={game}
        command={refuse}
        label={talks.refuse}
        look="secondary"
        refused={check(rules, view, refuse)}
        onDone={onDone}
      />
    </>
  );
}

/** What can be done with the draft as it stands. */
function Acts({ desk, onDone }: { desk: Desk; onDone: () => void }) {
  const { talks } = speech;
  const { base, work, drop, parties } = desk;
  const missing = base ? parties.filter((seat) => !base.accepted.includes(seat)) : [];
  return (
    <div class="desk-acts">
      {isChanged(desk) && <Send desk={desk} onDone={onDone} />}
      {base && !isChanged(desk) && !isMine(desk) && <Answer desk={desk} base={base} onDone={onDone} />}
      {base && !isChanged(desk) && isMine(desk) && (
        <p class="grow" role="status">
          {talks.waitsFor(headed(seatList(missing)), base.until)}
        </p>
      )}
      {work && (
        <Button look="quiet" onPress={drop}>
          {base ? talks.undo(base.number) : talks.leaveIt}
        </Button>
      )}
    </div>
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
        <Terms desk={desk} worths={worth.terms.map(euroText)} />
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
      {desk ? <Editor desk={desk} onDone={done} /> : <Start game={game} talk={talk} />}
    </section>
  );
}
