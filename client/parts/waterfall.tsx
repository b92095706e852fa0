import "./waterfall.css";
import { words } from "../words.ts";

export interface Contribution {
  /** "Factories used". */
  label: string;
  amount: number;
  /** Second line: who or since when. */
  note?: string;
  /** What would have come in a normal week and did not; in the same unit, positive. */
  keptOut?: number;
}

export interface WaterfallProps {
  rows: readonly Contribution[];
  /** How an amount is written; without it, with sign and three figures. */
  print: (amount: number) => string;
  /** The last row; "Change" if nothing else. */
  totalLabel?: string;
}

/** A bar of the picture, as shares of its width from the left. */
export interface Step {
  from: number;
  to: number;
  /** End of the part that was kept out, which begins at the bar's right end. */
  keptTo?: number;
}

/** Bars that begin where the one before ended; the last is the sum. One scale for all, and it contains zero. */
export function steps(rows: readonly Contribution[]): { zero: number; bars: Step[]; total: number } {
  const spans: [number, number, number][] = [];
  let at = 0;
  for (const { amount, keptOut = 0 } of rows) {
    const high = Math.max(at, at + amount);
    spans.push([Math.min(at, at + amount), high, high + keptOut]);
    at += amount;
  }
  spans.push([Math.min(0, at), Math.max(0, at), Math.max(0, at)]);
  const low = Math.min(0, ...spans.map(([from]) => from));
  const high = Math.max(0, ...spans.map(([, , kept]) => kept));
  const place = (x: number) => (high > low ? (x - low) / (high - low) : 0);
  const bars = spans.map(([from, to, kept]) => ({
    from: place(from),
    to: place(to),
    ...(kept > to ? { keptTo: place(kept) } : {}),
  }));
  return { zero: place(0), bars, total: at };
}

/** Why a number changed: contributions in order of cause, and their sum. The list says it, the bars only show it. */
export function Waterfall({ rows, print, totalLabel = words.parts.change }: WaterfallProps) {
  const { zero, bars, total } = steps(rows);
  const all: Contribution[] = [...rows, { label: totalLabel, amount: total }];
  return (
    <div class="waterfall-box">
      <ul class="waterfall">
        {all.map((row, k) => (
          <li key={row.label} class={k === rows.length ? "sum" : undefined}>
            <span class="waterfall-words">
              <b>{row.label}</b>
              {row.note && <small>{row.note}</small>}
            </span>
            <b class={`num n${row.amount < 0 ? " attn" : ""}`}>{print(row.amount)}</b>
            <span class="waterfall-bar keep-colour" aria-hidden="true">
              <span class="waterfall-zero" style={{ left: share(zero) }} />
              <Bar step={bars[k]!} row={row} print={print} />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

const share = (x: number): string => `${Math.round(x * 1e4) / 100}%`;

function Bar({ step, row, print }: { step: Step; row: Contribution; print: WaterfallProps["print"] }) {
  const { from, to, keptTo } = step;
  return (
    <>
      <span
        class={row.amount < 0 ? "down" : "up"}
        style={{ left: share(from), width: `max(2px, ${share(to - from)})` }}
      />
      {keptTo !== undefined && (
        <span class="kept" style={{ left: share(to), width: share(keptTo - to) }}>
          {print(row.keptOut!).replace(/^\+/, "")} {words.parts.keptOut}
        </span>
      )}
    </>
  );
}
