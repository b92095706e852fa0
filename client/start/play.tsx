import { useEffect, useRef, useState } from "preact/hooks";
import { SEATS, type Seat } from "../../shared/seat.ts";
import { Button } from "../parts/button.tsx";
import { Select } from "../parts/field.tsx";
import { Note } from "../parts/note.tsx";
import { seatGroups } from "../seats.ts";
import { words } from "../words.ts";

export interface PlayProps {
  minutes: number;
  /** Joining comes first on this page. */
  second: boolean;
  busy: boolean;
  blocked: boolean;
  failure: string | undefined;
  onPlay: (seat: Seat) => void;
}

/** One button into a game against bots; another seat is one step further. */
export function Play({ minutes, second, busy, blocked, failure, onPlay }: PlayProps) {
  const [seat, setSeat] = useState<Seat>("commission");
  const [choosing, setChoosing] = useState(false);
  const list = useRef<HTMLSelectElement>(null);
  const text = words.start;
  useEffect(() => {
    if (choosing) list.current?.focus();
  }, [choosing]);
  return (
    <section class="start-play" aria-label={text.play}>
      <Button
        look={second ? "secondary" : "primary"}
        size={second ? "normal" : "large"}
        icon="right"
        iconAfter
        pending={busy}
        pendingLabel={text.playing}
        blocked={blocked}
        onPress={() => onPlay(seat)}
      >
        {text.play}
      </Button>
      <div class="start-solo">
        <p class="small dim">
          {text.solo(words.seats[seat], minutes)}{" "}
          {!choosing && (
            <button type="button" class="start-link" onClick={() => setChoosing(true)}>
              {text.otherSeats}
            </button>
          )}
        </p>
      </div>
      {choosing && (
        <Select
          label={text.seat}
          groups={seatGroups(SEATS)}
          selected={seat}
          onSelect={setSeat}
          selectRef={list}
        />
      )}
      {failure && <Note text={failure} />}
    </section>
  );
}
