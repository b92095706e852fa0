import "./chip.css";
import { words } from "../words.ts";

/** How a state stands in a vote, in the order in which bars show them. */
export const STANDS = ["for", "pledged", "open", "abstaining", "against"] as const;
export type Stand = (typeof STANDS)[number];

export interface SeatChipProps {
  /** "HU". */
  code: string;
  /** Without one: a plain chip. */
  stand?: Stand;
  /** Could turn the vote alone. */
  pivotal?: boolean;
  /** The full name, as tip and for those who listen. */
  name?: string;
}

/** A state by its code; ice = for, stripes = pledged, dots = open, outline = abstaining, hatch = against. */
export function SeatChip({ code, stand, pivotal = false, name }: SeatChipProps) {
  const said = [name ?? code, stand && words.parts.stand[stand], pivotal && words.parts.pivotal]
    .filter(Boolean)
    .join(", ");
  return (
    <span class={`chip ${stand ?? "plain"}${pivotal ? " pivotal" : ""} keep-colour`} title={said}>
      <span aria-hidden="true">{code}</span>
      <span class="heard">{said}</span>
    </span>
  );
}

/** What the patterns mean, for under a bar. Only what is asked for. */
export function StandLegend({ stands = STANDS }: { stands?: readonly Stand[] }) {
  return (
    <ul class="stand-legend">
      {stands.map((stand) => (
        <li key={stand}>
          <span class={`swatch ${stand} keep-colour`} />
          {words.parts.stand[stand]}
        </li>
      ))}
    </ul>
  );
}
