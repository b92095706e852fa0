// The button that sends an order, with what became of it. It is never focused by itself.

import { useEffect, useRef, useState } from "preact/hooks";
import type { Command } from "../../shared/moves/table.ts";
import type { Rejection } from "../../shared/rejection.ts";
import { Button, type ButtonProps } from "../parts/button.tsx";
import { reasonText } from "../reason.ts";
import { speech } from "../speech.ts";
import { orderKey } from "../store.ts";
import { wordTexts } from "../word.ts";
import { words } from "../words.ts";
import type { Game } from "./context.ts";

interface ConfirmProps {
  game: Game;
  /** What to send; nothing chosen yet = off. */
  command: Command | undefined;
  label: string;
  refused: Rejection | null;
  /** The reason in words of its own, where the place knows better. */
  reason?: string | undefined;
  look?: ButtonProps["look"];
  size?: ButtonProps["size"];
  onDone?: () => void;
}

/** Why nothing can be sent now, whatever it is. */
function awayReason({ store }: Game): string | undefined {
  const { kind } = store.status.value;
  return kind === "lost" || kind === "gone" ? words.parts.connection[kind] : undefined;
}

export function Confirm(props: ConfirmProps) {
  const { game, command, label, refused, reason, look = "primary", size, onDone } = props;
  const { store } = game;
  const [done, setDone] = useState<string>();
  const key = command && orderKey(command);
  const off =
    awayReason(game) ??
    reason ??
    (command && refused ? reasonText(refused, game) : command ? undefined : speech.decide.pick);
  const refusal = key ? store.refused.value.get(key) : undefined;
  const send = async () => {
    if (!command || !(await store.order(command))) return;
    setDone(key);
    onDone?.();
  };
  // What has been done and cannot be done again now needs no button that says so.
  const over = done !== undefined && done === key && refused ? refused : undefined;
  const status = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (over && document.activeElement === document.body) status.current?.focus();
  }, [over === undefined]);
  return (
    <div class="confirm">
      {(command && off === undefined ? wordTexts(game, command) : []).map((text) => (
        <p key={text} class="small attn" role="status">
          {text}
        </p>
      ))}
      {!over && (
        <Button
          look={look}
          {...(size && { size })}
          pending={key !== undefined && store.sent.value.has(key)}
          {...(off === undefined ? {} : { reason: off })}
          {...(refusal && off === undefined ? { refusal: reasonText(refusal, game) } : {})}
          onPress={() => void send()}
        >
          {label}
        </Button>
      )}
      <p role="status" class="small dim" ref={status} tabIndex={-1}>
        {over && [speech.act.done, over.code === "already-so" ? "" : off].filter(Boolean).join(" ")}
      </p>
    </div>
  );
}
