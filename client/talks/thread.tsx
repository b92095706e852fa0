// What has been said in a room, with the drafts that were tabled, oldest first.

import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { check } from "../../shared/moves/table.ts";
import { type Seat, sideOf } from "../../shared/seat.ts";
import type { Line, Proposal, Talk } from "../../shared/state.ts";
import { holderIndex } from "../../shared/step.ts";
import { present, STANDING_TALK } from "../../shared/world/talks.ts";
import { seatList, seatName, talkName } from "../label.ts";
import { Confirm } from "../panels/confirm.tsx";
import type { Game } from "../panels/context.ts";
import { Button, IconButton } from "../parts/button.tsx";
import { Icon } from "../parts/icon.tsx";
import { SideMark, Tag } from "../parts/side.tsx";
import { headed, speech } from "../speech.ts";
import { linesIn } from "./heard.ts";
import { lineText, shortName } from "./rooms.ts";
import { SayBox } from "./say.tsx";

type Entry = { tick: number; id: string } & ({ line: Line } | { draft: Proposal });

/** Lines and drafts by week; within a week a draft comes after what led to it, and before what others say to it. */
export function entriesIn(game: Pick<Game, "view">, talk: Talk): Entry[] {
  const { view } = game;
  const lines = linesIn(view, talk.id).map((line) => ({ tick: line.tick, id: line.id, line }));
  const drafts = view.own.proposals
    .filter((p) => p.talk === talk.id)
    .map((draft) => ({ tick: draft.tabled, id: draft.id, draft }));
  const answers = ({ tick, line }: (typeof lines)[number]) =>
    drafts.some(({ draft }) => draft.tabled === tick && draft.by !== line.by);
  const before = lines.filter((line) => !answers(line));
  return [...before, ...drafts, ...lines.filter(answers)].sort((a, b) => a.tick - b.tick);
}

function Head({ by, tick, mine }: { by: Seat; tick: number; mine: boolean }) {
  return (
    <p class="said-head tiny dim-2 num">
      <SideMark side={sideOf(by)} />
      {mine ? speech.talks.you : headed(seatName(by))} · {speech.talks.week(tick)}
    </p>
  );
}

function Said({ game, line }: { game: Game; line: Line }) {
  const mine = line.by === game.view.seat;
  return (
    <li class={`said${mine ? ` mine ${sideOf(line.by)}` : ""}`}>
      <Head by={line.by} tick={line.tick} mine={mine} />
      <p class="said-text">{lineText(game.rules, line)}</p>
    </li>
  );
}

function Tabled({ draft }: { draft: Proposal }) {
  const { talks } = speech;
  return (
    <li class="said-draft tiny dim num">
      {talks.tabled(draft.number, headed(seatName(draft.by)))} · {talks.week(draft.tabled)}:{" "}
      <b>{talks.states[draft.state]}</b>
    </li>
  );
}

/** Keeps the newest in sight while the reader is at the end. */
function useEnd(count: number) {
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  useLayoutEffect(() => {
    const { current } = box;
    if (current && atEnd.current) current.scrollTop = current.scrollHeight;
  }, [count]);
  const onScroll = () => {
    const { current } = box;
    if (current) atEnd.current = current.scrollHeight - current.scrollTop - current.clientHeight < 40;
  };
  return { box, onScroll };
}

/** Going away takes two presses: drafts fall with whoever leaves. */
function LeaveRoom({ game, talk }: { game: Game; talk: Talk }) {
  const { talks } = speech;
  const [sure, setSure] = useState(false);
  if (talk.id === STANDING_TALK) return null;
  const command = { kind: "leave-talk" as const, talk: talk.id };
  if (!sure)
    return (
      <Button look="quiet" size="small" onPress={() => setSure(true)}>
        {talks.leave}
      </Button>
    );
  return (
    <div class="leave-room">
      <p class="small">{talks.leaving}</p>
      <div class="row">
        <Confirm
          game={game}
          command={command}
          label={talks.leave}
          look="secondary"
          refused={check(game.rules, game.view, command)}
          onDone={() => {
            game.store.talk.value = undefined;
          }}
        />
        <Button look="quiet" onPress={() => setSure(false)}>
          {talks.stay}
        </Button>
      </div>
    </div>
  );
}

/** Private to those in it: said where one writes. */
export function PrivateMark({ talk, short }: { talk: Talk; short?: boolean }) {
  const { talks } = speech;
  const seats = present(talk);
  return (
    <Tag>
      <Icon name="lock" size={14} />
      <span title={headed(seatList(seats))}>{short ? talks.private : talks.onlyYou(seats.length)}</span>
      <span class="heard">: {seatList(seats)}</span>
    </Tag>
  );
}

/** Who else in the room is played by a bot, and what that means for what is written here. */
function BotsHere({ game: { rules, view }, talk }: { game: Game; talk: Talk }) {
  const bots = present(talk).filter(
    (seat) => seat !== view.seat && view.pub.holders[holderIndex(rules, seat)] === "bot",
  );
  if (bots.length === 0) return null;
  return <p class="small dim">{speech.talks.bot(seatList(bots), bots.length > 1)}</p>;
}

interface ThreadProps {
  game: Game;
  talk: Talk;
  /** Without its head, which stands elsewhere. */
  bare?: boolean;
  /** Back to the rooms, where they do not stand beside it. */
  onBack?: () => void;
}

export function Thread({ game, talk, bare, onBack }: ThreadProps) {
  const { talks } = speech;
  const { store, view } = game;
  const entries = entriesIn(game, talk);
  const name = talkName(view, talk.id);
  const { box, onScroll } = useEnd(entries.length);
  // What stands on the screen has been read.
  useEffect(() => store.hear(talk.id), [talk.id, entries.length]);
  return (
    <section class="thread" aria-label={name}>
      {!bare && (
        <div class="talks-head">
          {onBack && <IconButton icon="left" name={talks.back} onPress={onBack} />}
          <h2 title={name}>{shortName(view, talk)}</h2>
          <PrivateMark talk={talk} />
        </div>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <div class="thread-scroll" ref={box} onScroll={onScroll} tabIndex={0}>
        <LeaveRoom key={talk.id} game={game} talk={talk} />
        <BotsHere game={game} talk={talk} />
        {entries.length === 0 && <p class="dim">{talks.nothingSaid(game.session.freeText)}</p>}
        <div role="log" aria-label={talks.log(name)}>
          <ol>
            {entries.map((entry) =>
              "line" in entry ? (
                <Said key={entry.id} game={game} line={entry.line} />
              ) : (
                <Tabled key={entry.id} draft={entry.draft} />
              ),
            )}
          </ol>
        </div>
      </div>
      <SayBox key={talk.id} game={game} talk={talk} />
    </section>
  );
}
