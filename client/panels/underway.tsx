// The clock strip: Beijing's steps bite in weeks, Europe's in months. One linear scale for both, never compressed.

import { SideMark } from "../parts/side.tsx";
import { speech } from "../speech.ts";
import type { Row } from "../strip.ts";
import { fitting, underway } from "../underway.ts";
import { useGame } from "./context.ts";
import "./underway.css";

/** Half the width of the label of now and a gap: it stands whole at the left edge too, clear of the title. */
const HALF_NOW = "2.25rem";

/** Weeks shown before now. */
const BACK = 15;

interface Scale {
  from: number;
  to: number;
  now: number;
}

const place = ({ from, to }: Scale, week: number): string =>
  `${(100 * (Math.min(to, Math.max(from, week)) - from)) / (to - from)}%`;

/** Quarter years between the edges, so far from now that the numbers do not touch. */
const ticks = ({ from, to, now }: Scale): number[] => {
  const step = to - from > 160 ? 26 : 13;
  const first = Math.ceil(from / step) * step;
  return Array.from({ length: Math.floor((to - first) / step) + 1 }, (_, k) => first + k * step).filter(
    (week) => Math.abs(week - now) > (to - from) / 12 && week - from > (to - from) / 30,
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

/** Weeks from the step to its first effect. */
function firstBite({ bite, from }: Row, now: number): string {
  if (bite === undefined) return speech.underway.none;
  const weeks = Math.max(0, bite - from);
  return bite <= now ? speech.underway.bitesNow(weeks) : speech.underway.bites(weeks);
}

export function Underway({ most, onMore }: { most: number; onMore?: () => void }) {
  const { rules, view } = useGame();
  const rows = underway(rules, view);
  const shown = fitting(rows, most);
  const now = view.pub.tick;
  const scale = { from: Math.max(0, now - BACK), to: view.pub.weeks, now };
  const words = speech.underway;
  const rest = rows.length - shown.length;
  return (
    <section class="strip" aria-labelledby="strip-title">
      <div class="strip-head">
        <div class="strip-title">
          <h2 id="strip-title">
            {words.title} <span class="dim">{words.week}</span>
          </h2>
          {rest > 0 && onMore && (
            <button type="button" class="strip-more tiny" onClick={onMore}>
              {words.more(rest)}
            </button>
          )}
        </div>
        <span class="strip-axis tiny dim num" aria-hidden="true">
          {ticks(scale).map((week) => (
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
            <span class="strip-name" title={row.name}>
              {row.name}
            </span>
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
