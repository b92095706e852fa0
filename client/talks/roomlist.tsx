// The rooms of a seat, and opening another.

import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { type Command, check } from "../../shared/moves/table.ts";
import { sameSeats } from "../../shared/moves/talks.ts";
import { isMember, type Seat, sideOf } from "../../shared/seat.ts";
import { present, session } from "../../shared/world/talks.ts";
import { seatList, seatName, seatTitle } from "../label.ts";
import { Confirm } from "../panels/confirm.tsx";
import type { Game } from "../panels/context.ts";
import { Button } from "../parts/button.tsx";
import { SeatChip } from "../parts/chip.tsx";
import { Check, Field } from "../parts/field.tsx";
import { SideMark } from "../parts/side.tsx";
import { Counter } from "../parts/tabs.tsx";
import { bySeatName } from "../seats.ts";
import { speech } from "../speech.ts";
import { type Room, roomsOf } from "./rooms.ts";

function RoomButton({ room, chosen, onPress }: { room: Room; chosen: boolean; onPress: () => void }) {
  return (
    <li>
      <button type="button" class="room-button" aria-current={chosen || undefined} onClick={onPress}>
        <SideMark side={room.side} />
        <b title={room.fullName}>
          <span aria-hidden="true">{room.name}</span>
          <span class="heard">{room.fullName}</span>
        </b>
        <Counter count={room.wants ? 1 : room.unread} wants={room.wants} />
        <span class={`tiny room-line ${room.wants ? "attn" : "dim"}`}>{room.line}</span>
      </button>
    </li>
  );
}

/** When Brussels and Beijing meet, for those who do not sit there. */
function OthersMeet({ game }: { game: Game }) {
  const { talks } = speech;
  const meets = session(game.rules, game.view.pub.tick);
  if (!isMember(game.view.seat)) return null;
  return (
    <p class="tiny dim-2">{meets.open ? talks.othersMeet(meets.ends) : talks.othersMeetNext(meets.began)}</p>
  );
}

export interface RoomListProps {
  game: Game;
  chosen: string | undefined;
  onChoose: (talk: string) => void;
  onOpen: () => void;
}

export function RoomList({ game, chosen, onChoose, onOpen }: RoomListProps) {
  const { talks } = speech;
  const { rules, view, store } = game;
  return (
    <nav class="rooms" aria-label={talks.rooms}>
      <div class="rooms-scroll">
        <h2 class="rooms-title">{talks.title}</h2>
        <ul>
          {roomsOf(rules, view, store.heard.value).map((room) => (
            <RoomButton
              key={room.id}
              room={room}
              chosen={room.id === chosen}
              onPress={() => onChoose(room.id)}
            />
          ))}
        </ul>
        <Button size="small" icon="plus" onPress={onOpen}>
          {talks.open}
        </Button>
      </div>
      <div class="rooms-foot">
        <OthersMeet game={game} />
        <p class="tiny dim-2">{talks.privacy}</p>
      </div>
    </nav>
  );
}

/** Seats whose name or code begins like what was typed, or has it somewhere. */
function matching(seats: readonly Seat[], query: string): Seat[] {
  const wanted = query.trim().toLowerCase();
  if (wanted === "") return [...seats];
  const begins = (seat: Seat) => [seat, seatName(seat)].some((text) => text.toLowerCase().startsWith(wanted));
  return seats.filter((seat) => begins(seat) || seatName(seat).toLowerCase().includes(wanted));
}

function SeatChoice({
  seat,
  checked,
  onChange,
}: {
  seat: Seat;
  checked: boolean;
  onChange: (on: boolean) => void;
}) {
  const name = seatTitle(seat);
  return (
    <li class="seat-choice">
      <Check label={name} checked={checked} onChange={onChange} />
      {isMember(seat) ? <SeatChip code={seat} name={name} /> : <SideMark side={sideOf(seat)} />}
    </li>
  );
}

/** Goes to the room of these seats as soon as it is there: the answer to an order may come before what it does. */
function useArrival(game: Game, awaited: readonly Seat[] | undefined, onOpened: (talk: string) => void) {
  const found = awaited && game.view.own.talks.find((talk) => sameSeats(present(talk), awaited))?.id;
  useEffect(() => {
    if (found) onOpened(found);
  }, [found]);
}

export function OpenRoom({
  game,
  first,
  onOpened,
  onCancel,
}: {
  game: Game;
  /** Seats that are chosen already. */
  first: readonly Seat[];
  onOpened: (talk: string) => void;
  onCancel: () => void;
}) {
  const { talks, moves } = speech;
  const { rules, view } = game;
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState<readonly Seat[]>(first);
  const search = useRef<HTMLInputElement>(null);
  const [awaited, setAwaited] = useState<readonly Seat[]>();
  useArrival(game, awaited, onOpened);
  useEffect(() => search.current?.focus(), []);
  const all = useMemo(
    () =>
      (["commission", "beijing", ...rules.members.map((m) => m.code)] as Seat[])
        .filter((s) => s !== view.seat)
        .sort(bySeatName),
    [rules, view.seat],
  );
  const shown = matching(all, query);
  const command: Command | undefined =
    chosen.length > 0 ? { kind: "open-talk", seats: [...chosen] } : undefined;
  const group = (label: string, seats: Seat[]) =>
    seats.length > 0 && (
      <fieldset class="seat-choices">
        <legend class="small dim">{label}</legend>
        <ul>
          {seats.map((seat) => (
            <SeatChoice
              key={seat}
              seat={seat}
              checked={chosen.includes(seat)}
              onChange={(on) => setChosen(on ? [...chosen, seat] : chosen.filter((other) => other !== seat))}
            />
          ))}
        </ul>
      </fieldset>
    );
  return (
    <section class="open-room" aria-labelledby="open-room">
      <div class="talks-head">
        <h2 id="open-room">{talks.openTitle}</h2>
      </div>
      <div class="open-scroll">
        <p class="small dim">{moves["open-talk"].what}</p>
        <Field
          label={talks.search}
          value={query}
          example={talks.searchExample}
          inputRef={search}
          onInput={setQuery}
        />
        {group(
          talks.offices,
          shown.filter((seat) => !isMember(seat)),
        )}
        {group(talks.capitals, shown.filter(isMember))}
        {shown.length === 0 && <p role="status">{talks.noneFound}</p>}
      </div>
      <div class="open-acts">
        <p class="small" role="status">
          {chosen.length > 0 && talks.chosen(seatList(chosen))}
        </p>
        <div class="row">
          <Confirm
            game={game}
            command={command}
            label={moves["open-talk"].go}
            refused={command ? check(rules, view, command) : null}
            reason={command ? undefined : talks.chooseOne}
            onDone={() => setAwaited([view.seat as Seat, ...chosen])}
          />
          <Button look="quiet" onPress={onCancel}>
            {talks.cancel}
          </Button>
        </div>
      </div>
    </section>
  );
}
