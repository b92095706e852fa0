// How fast weeks pass: for the host, and for whoever plays alone.

import { useState } from "preact/hooks";
import { MODES, PACES } from "../../shared/protocol.ts";
import { Note } from "../parts/note.tsx";
import { Popover } from "../parts/popover.tsx";
import { Segmented } from "../parts/segmented.tsx";
import { printNumber } from "../print.ts";
import { reasonText } from "../reason.ts";
import { speech } from "../speech.ts";
import type { Reason } from "../store.ts";
import { useGame } from "./context.ts";
import "./help.css";

export function PaceBox({ anchor, onClose }: { anchor: HTMLElement | null; onClose: () => void }) {
  const { store, session } = useGame();
  const [refused, setRefused] = useState<Reason>();
  const set = async (change: Parameters<typeof store.setPace>[0]) => setRefused(await store.setPace(change));
  return (
    <Popover title={speech.bar.paceTitle} anchor={anchor} onClose={onClose}>
      <div class="box">
        <Segmented
          label={speech.bar.paceTitle}
          options={MODES.map((id) => ({ id, label: speech.bar.mode[id] }))}
          selected={session.mode}
          onSelect={(mode) => void set({ mode })}
        />
        <Segmented
          label={speech.bar.pace}
          options={PACES.map((pace) => ({
            id: String(pace),
            label: speech.bar.seconds(printNumber(pace)),
          }))}
          selected={String(session.secondsPerWeek)}
          onSelect={(pace) => void set({ secondsPerWeek: Number(pace), mode: "running" })}
        />
        {refused && <Note text={reasonText(refused)} />}
      </div>
    </Popover>
  );
}
