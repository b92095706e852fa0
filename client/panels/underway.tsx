// The clock strip: Beijing's steps bite in weeks, Europe's in months. One linear scale for both, never compressed.

import { useId } from "preact/hooks";
import { SideMark } from "../parts/side.tsx";
import { speech } from "../speech.ts";
import type { Row } from "../strip.ts";
import { fitting, underway } from "../underway.ts";
import { useGame } from "./context.ts";
import "./underway.css";

/** Half the width of the label of now and a gap: it stands whole at the left edge too, clear of the title. */
const HALF_NOW = "2.25rem";

/** Weeks shown before now. */
export const BACK = 15;

export interface Scale {
  from: number;
  to: number;
  now: number;
}

const place = ({ from, to }: Scale, week: number): string =>
  `${(100 * (Math.min(to, Math.max(from, week)) - from)) / (to - from)}%`;

/** Quarter years between the edges, so far from now that the numbers do not touch; `small` has room for half as many. */
export const ticks = ({ from, to, now }: Scale, small = false): number[] => {
  const step = (to - from > 160 ? 26 : 13) * (small ? 2 : 1);
  const clear = (to - from) / (small ? 4 : 8);
  // At the left edge the label of now stands a little further in.
  const label = Math.max(now, from + (to - from) * 0.12);
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.floor((to - first) / step) + 1 }, (_, k) => first + k * step).filter(
    (week) => Math.abs(week - label) > clear && week - from > (to - from) / 30,
  );
};

function Bar({ row, scale }: { row: Row; scale: Scale }) {
  return (
    <span class="strip-bar keep-colour" aria-hidden="true">
      {row.spans
        .filter((span) => span.to > scale.from && span.from < scale.to)
        .map((span) => (
          <span
            key={`${span.kind}${span.from}`}
            class={`strip-span ${row.side} ${span.kind}${span.to > scale.to ? " beyond" : ""}`}
            style={{ left: place(scale, span.from), right: `calc(100% - ${place(scale, span.to)})` }}
          />
        ))}
      {row.votes
        .filter((week) => week > scale.from && week <= scale.to)
        .map((week) => (
          <span key={week} class="strip-vote" style={{ left: place(scale, week) }} />
        ))}
      {row.bite !== undefined && row.bite >= scale.from && row.bite <= scale.to && (
        <span class={`strip-bite ${row.side}`} style={{ left: place(scale, row.bite) }} />
      )}
    </span>
  );
}

/** The date of the dot in the row, from now. */
export function firstBite({ bite }: Pick<Row, "bite">, now: number): string {
  const words = speech.underway;
  if (bite === undefined) return words.none;
  return bite <= now ? words.bitesNow : words.bites(bite - now);
}

interface UnderwayProps {
  /** In a column beside other things: the weeks stand below the title. */
  small?: boolean;
  /** Rows at most; how to see the others. */
  most: number;
  onMore?: () => void;
  /** Given where all rows stand: how to see fewer again. */
  onFewer?: (() => void) | undefined;
}

export function Underway({ most, onMore, onFewer, small = false }: UnderwayProps) {
  const { rules, view } = useGame();
  // The strip may stand below the map and, whole, in the log.
  const title = useId();
  const rows = underway(rules, view);
  const shown = fitting(rows, most);
  const now = view.pub.tick;
  const scale = { from: Math.max(0, now - BACK), to: view.pub.weeks, now };
  const words = speech.underway;
  const rest = rows.length - shown.length;
  return (
    <section class={`strip${small ? " small-strip" : ""}`} aria-labelledby={title}>
      <div class="strip-head">
        <div class="strip-title">
          <h2 id={title}>{words.title}</h2>
          {onFewer && (
            <button type="button" class="strip-more tiny" onClick={onFewer}>
              {words.fewer}
            </button>
          )}
          {rest > 0 && onMore && (
            <button type="button" class="strip-more tiny" onClick={onMore}>
              {words.more(rest)}
            </button>
          )}
        </div>
        <span class="strip-axis tiny dim num" aria-hidden="true">
          {ticks(scale, small).map((week) => (
            <span key={week} style={{ left: place(scale, week) }}>
              {week}
            </span>
          ))}
          <b style={{ left: `max(${HALF_NOW}, ${place(scale, now)})` }}>
            {words.now} {now}
          </b>
        </span>
        <span class="strip-first tiny dim">{words.firstBite}</span>
      </div>
      {rows.length === 0 && <p class="small dim">{words.empty}</p>}
      <ul style={{ "--now": place(scale, now) }}>
        {shown.map((row, k) => (
          <li key={row.id} class={k > 0 && shown[k - 1]!.side !== row.side ? "turn" : undefined}>
            <SideMark side={row.side} named />
            <span class="strip-name">{row.name}</span>
            <Bar row={row} scale={scale} />
            <span class={`strip-first num ${row.side === "beijing" ? "cn" : "eu"}`}>
              {firstBite(row, now)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
