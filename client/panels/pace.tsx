// How fast weeks pass, and the end of the game: for the host, and for whoever plays alone.

import { useState } from "preact/hooks";
import { MODES, PACES } from "../../shared/protocol.ts";
import { mayEnd } from "../../shared/world/week.ts";
import { Button } from "../parts/button.tsx";
import { Note } from "../parts/note.tsx";
import { Popover } from "../parts/popover.tsx";
import { Segmented } from "../parts/segmented.tsx";
import { printNumber } from "../print.ts";
import { reasonText } from "../reason.ts";
import { speech } from "../speech.ts";
import type { Reason } from "../store.ts";
import { useGame } from "./context.ts";
import "./help.css";

/** Ends the game for everybody, once it has been confirmed. */
function End({ week, onEnd }: { week: number; onEnd: () => Promise<void> }) {
  const { bar } = speech;
  const [asked, setAsked] = useState(false);
  const [sent, setSent] = useState(false);
  const end = async () => {
    setSent(true);
    await onEnd();
    setSent(false);
    setAsked(false);
  };
  if (!asked)
    return (
      <p>
        <Button size="small" onPress={() => setAsked(true)}>
          {bar.end}
        </Button>
      </p>
    );
  return (
    <>
      <p class="small" role="status">
        {bar.endSure(week)}
      </p>
      <p class="row wrap">
        <Button size="small" look="primary" pending={sent} onPress={() => void end()}>
          {bar.endYes}
        </Button>
        <Button size="small" onPress={() => setAsked(false)}>
          {bar.endNo}
        </Button>
      </p>
    </>
  );
}

/** Whether seats may say words of their own in talks; phrases they always may. */
export function OwnWords({ onRefused }: { onRefused: (reason: Reason | undefined) => void }) {
  const { store, session } = useGame();
  const { ownWords } = speech.bar;
  return (
    <Segmented
      label={ownWords.title}
      labelled
      options={[
        { id: "on", label: ownWords.on },
        { id: "off", label: ownWords.off },
      ]}
      selected={session.freeText ? "on" : "off"}
      onSelect={(id) => void store.setWords(id === "on").then(onRefused)}
    />
  );
}

export function PaceBox({ anchor, onClose }: { anchor: HTMLElement | null; onClose: () => void }) {
  const { store, session, view } = useGame();
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
          labelled
          options={PACES.map((pace) => ({
            id: String(pace),
            label: speech.bar.seconds(printNumber(pace)),
          }))}
          selected={String(session.secondsPerWeek)}
          onSelect={(pace) => void set({ secondsPerWeek: Number(pace), mode: "running" })}
        />
        {!session.solo && <OwnWords onRefused={setRefused} />}
        {session.phase === "running" && mayEnd(view.pub) && (
          <End week={view.pub.tick} onEnd={async () => setRefused(await store.end())} />
        )}
        {refused && <Note text={reasonText(refused)} />}
      </div>
    </Popover>
  );
}
