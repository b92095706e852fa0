// Keys, the rhythm, the session's code, and the way out.

import { useContext, useState } from "preact/hooks";
import { isSeat } from "../../shared/seat.ts";
import { keysFor, keysOn, setKeysOn } from "../intent.ts";
import { Button } from "../parts/button.tsx";
import { Popover } from "../parts/popover.tsx";
import { Segmented } from "../parts/segmented.tsx";
import { joinPath, printCode } from "../route.ts";
import { speech } from "../speech.ts";
import { Leave, useGame } from "./context.ts";
import "./help.css";

export function HelpBox({ anchor, onClose }: { anchor: HTMLElement | null; onClose: () => void }) {
  const { rules, session, view, me } = useGame();
  const seated = isSeat(view.seat);
  const leave = useContext(Leave);
  const { help } = speech;
  return (
    <Popover title={help.title} anchor={anchor} onClose={onClose}>
      <div class="box">
        <h3>{help.keys}</h3>
        <dl class="keys">
          {keysFor(seated, me.host).map((key) => (
            <div key={key}>
              <dt>
                <kbd>{key.toUpperCase()}</kbd>
              </dt>
              <dd>{help.list[key]}</dd>
            </div>
          ))}
        </dl>
        <p class="row">
          {help.keysOn}
          <Segmented
            label={help.keysOn}
            options={[
              { id: "on", label: help.yes },
              { id: "off", label: help.no },
            ]}
            selected={keysOn.value ? "on" : "off"}
            onSelect={(id) => setKeysOn(id === "on")}
          />
        </p>
        <h3>{help.rhythm}</h3>
        <p class="small dim">{help.rhythmText(rules.calendar.councilDayEvery, rules.calendar.lobbyEvery)}</p>
        <h3>{help.session}</h3>
        <div class="row wrap">
          <span class="num">{help.code(printCode(session.code))}</span>
          {!session.solo && <CopyLink code={session.code} />}
          <Button size="small" onPress={leave}>
            {help.leave}
          </Button>
        </div>
        <p class="small dim">
          {session.solo
            ? help.leaveNoteSolo
            : seated
              ? help.leaveNote
              : me.host
                ? help.leaveNoteHost
                : help.leaveNoteOnlooker}
        </p>
      </div>
    </Popover>
  );
}

/** Copies the address that others join by. */
export function CopyLink({ code }: { code: string }) {
  const [copied, setCopied] = useState(false);
  const copy = () =>
    navigator.clipboard
      ?.writeText(new URL(joinPath(code), location.href).href)
      .then(() => setCopied(true))
      .catch(() => {});
  return (
    <Button size="small" icon={copied ? "check" : "copy"} onPress={() => void copy()}>
      {copied ? speech.help.copied : speech.help.copy}
    </Button>
  );
}
