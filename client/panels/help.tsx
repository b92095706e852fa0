// The session's code and the way out, the connection where no button shows it, what there is to read, the rhythm, keys.

import { useContext, useState } from "preact/hooks";
import { isSeat } from "../../shared/seat.ts";
import { keysFor, keysOn, setKeysOn } from "../intent.ts";
import { Button } from "../parts/button.tsx";
import { connectionText, type Link } from "../parts/connection.tsx";
import { Check } from "../parts/field.tsx";
import { Popover } from "../parts/popover.tsx";
import { joinPath, pagePath, printCode, READING_PAGES } from "../route.ts";
import { speech } from "../speech.ts";
import { words } from "../words.ts";
import { Leave, useGame, useMedia } from "./context.ts";
import "./help.css";

/** A screen that is touched and has no keyboard of its own. */
const TOUCHED = "(pointer: coarse)";

interface HelpBoxProps {
  anchor: HTMLElement | null;
  onClose: () => void;
  /** Where no button beside it shows the connection. */
  link?: Link;
}

export function HelpBox({ anchor, onClose, link }: HelpBoxProps) {
  const { rules, session, view, me } = useGame();
  const seated = isSeat(view.seat);
  const leave = useContext(Leave);
  const touched = useMedia(TOUCHED);
  const { help } = speech;
  return (
    <Popover title={help.title} anchor={anchor} onClose={onClose}>
      <div class="box">
        <div class="row wrap">
          <span class="help-code num">{help.code(printCode(session.code))}</span>
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
        {link && (
          <p class="small dim num" role="status">
            {connectionText(link)}
          </p>
        )}
        <h3>{help.rhythm}</h3>
        <p class="small dim">{help.rhythmText(rules.calendar.councilDayEvery, rules.calendar.lobbyEvery)}</p>
        <p class="row wrap help-read">
          {READING_PAGES.map((page) => (
            // Beside the game, which goes on.
            <a key={page} href={pagePath(page)} target="_blank" rel="noreferrer">
              {words.start.links[page]}
              <span class="heard">, {help.newTab}</span>
            </a>
          ))}
        </p>
        {!touched && (
          <>
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
            <Check label={help.keysOn} checked={keysOn.value} onChange={setKeysOn} />
          </>
        )}
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
