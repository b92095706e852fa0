// The button that sends an order, with what became of it. It is never focused by itself.

import { useState } from "preact/hooks";
import type { Command } from "../../shared/moves/table.ts";
import type { Rejection } from "../../shared/rejection.ts";
import { Button, type ButtonProps } from "../parts/button.tsx";
import { reasonText } from "../reason.ts";
import { speech } from "../speech.ts";
import { orderKey } from "../store.ts";
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
    (command && refused ? reasonText(refused) : command ? undefined : speech.decide.pick);
  const refusal = key ? store.refused.value.get(key) : undefined;
  const send = async () => {
    if (!command || !(await store.order(command))) return;
    setDone(key);
    onDone?.();
  };
  return (
    <div class="confirm">
      <Button
        look={look}
        {...(size && { size })}
        pending={key !== undefined && store.sent.value.has(key)}
        {...(off === undefined ? {} : { reason: off })}
        {...(refusal && off === undefined ? { refusal: reasonText(refusal) } : {})}
        onPress={() => void send()}
      >
        {label}
      </Button>
      <p role="status" class="small dim">
        {done !== undefined && done === key && refused ? speech.act.done : ""}
      </p>
    </div>
  );
}
