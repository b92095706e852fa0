import type { ComponentChildren, Ref } from "preact";
import "./tile.css";
import { words } from "../words.ts";
import { Trend } from "./icon.tsx";

export interface TileProps {
  /** "Magnets in stock". */
  label: string;
  /** The number as text: "1.9". */
  value: string;
  /** "weeks ±0.5", "of 100". */
  unit?: string;
  change?: { way: "up" | "down" | "same"; amount?: string; cause?: string };
  /** A sparkline or other small picture. */
  picture?: ComponentChildren;
  /** Changed in this week: a line under it. */
  changed?: boolean;
  /** Whether its explanation is open. */
  open?: boolean;
  onWhy?: () => void;
  buttonRef?: Ref<HTMLButtonElement>;
}

/** A headline number. The whole tile opens the answer to "why did it change?". */
export function Tile({ label, value, unit, change, picture, changed, open, onWhy, buttonRef }: TileProps) {
  return (
    <button
      ref={buttonRef}
      type="button"
      class={`tile${changed ? " changed" : ""}`}
      aria-haspopup="dialog"
      aria-expanded={open ?? false}
      onClick={onWhy}
    >
      <span class="tile-label">{label}</span>
      <span class="heard">: </span>
      <span class="tile-value num">
        {value}
        {unit && <small> {unit}</small>}
      </span>
      <span class="heard">. </span>
      <span class="tile-why num">
        {change && <Change {...change} />}
        <u>{words.parts.why}</u>
      </span>
      {picture && <span class="tile-picture">{picture}</span>}
    </button>
  );
}

function Change({ way, amount, cause }: NonNullable<TileProps["change"]>) {
  return (
    <>
      <span class="tile-change">
        {way === "same" ? (
          words.parts.same
        ) : (
          <>
            <Trend way={way} />
            <span class="heard">{words.parts[way]}</span> {amount}
          </>
        )}
        {cause && ` · ${cause}`}
      </span>
      <span class="tile-dot"> · </span>
    </>
  );
}
