import { useState } from "preact/hooks";
import type { Mode } from "../../shared/protocol.ts";
import type { Preset } from "../../shared/scenario.ts";
import { Button } from "../parts/button.tsx";
import { Check } from "../parts/field.tsx";
import { Note } from "../parts/note.tsx";
import { words } from "../words.ts";

export type Length = { weeks: number; minutes?: number };

export interface HostProps {
  presets: Readonly<Record<Preset, Length>>;
  busy: Preset | undefined;
  blocked: boolean;
  failure: string | undefined;
  onHost: (preset: Preset, mode: Mode) => void;
}

/** A session for others: two usual lengths, and under "More" the rest. */
export function Host({ presets, busy, blocked, failure, onHost }: HostProps) {
  const [more, setMore] = useState(false);
  const [waits, setWaits] = useState(false);
  const text = words.start;
  const button = (preset: Preset) => (
    <Button
      key={preset}
      pending={busy === preset}
      pendingLabel={text.opening}
      blocked={blocked}
      onPress={() => onHost(preset, waits ? "stop-and-think" : "running")}
    >
      {lengthOf(preset, presets[preset])}
    </Button>
  );
  return (
    <section class="start-host" aria-labelledby="start-host">
      <h2 id="start-host">{text.host}</h2>
      <div class="start-presets">{(["class", "workshop"] as const).map(button)}</div>
      <Button
        look="quiet"
        expanded={more}
        controls={more ? "start-more" : undefined}
        onPress={() => setMore(!more)}
      >
        {more ? text.less : text.more}
      </Button>
      {more && (
        <div id="start-more" class="start-more">
          <div class="start-presets">{(["quick", "full"] as const).map(button)}</div>
          <Check label={text.waits} checked={waits} onChange={setWaits} />
        </div>
      )}
      {failure && <Note text={failure} />}
    </section>
  );
}

const lengthOf = (preset: Preset, { minutes, weeks }: Length): string =>
  minutes === undefined || preset === "quick"
    ? words.start.weeks(words.start.preset[preset], weeks)
    : words.start.minutes(words.start.preset[preset], minutes);
