import type { ComponentChildren } from "preact";
import "./side.css";
import { words } from "../words.ts";

export interface SideMarkProps {
  side: "europe" | "beijing";
  /** Says the side aloud; leave out where words beside it do. */
  named?: boolean;
}

/** Whose: a blue circle for Europe, a hatched vermillion diamond for Beijing. */
export function SideMark({ side, named }: SideMarkProps) {
  return (
    <span class={`side ${side} keep-colour`}>
      {named && <span class="heard">{words.parts[side]}: </span>}
    </span>
  );
}

/** A few words in a pill; amber when time or output is at stake. */
export function Tag({ attn, children }: { attn?: boolean; children: ComponentChildren }) {
  return <span class={`tag num${attn ? " wants" : ""}`}>{children}</span>;
}
