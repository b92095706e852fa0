import "./event.css";
import { words } from "../words.ts";
import { Tag } from "./side.tsx";

export interface EventLineProps {
  /** "Week 23". */
  tag?: string;
  /** Who does what to whom. */
  what: string;
  /** Its effect or cause. */
  effect?: string;
  onWhy?: (() => void) | undefined;
}

/** The last thing that happened, in one sentence; read out when it changes. */
export function EventLine({ tag, what, effect, onWhy }: EventLineProps) {
  return (
    <div class="event-line">
      {tag && <Tag attn>{tag}</Tag>}
      <p role="status" class="event-words">
        <b>{what}</b> {effect && <span class="event-effect dim">{effect}</span>}
      </p>
      {onWhy && (
        <button type="button" class="event-why" aria-label={words.parts.whyOf(what)} onClick={onWhy}>
          {words.parts.whyShort}
        </button>
      )}
    </div>
  );
}
