// What the seat that looks secretly wants, and how far it has come.

import { goalRows } from "../goal.ts";
import { printNumber } from "../print.ts";
import { speech } from "../speech.ts";
import type { Game } from "./context.ts";
import "./goals.css";

export function Goals({ game: { rules, view } }: { game: Game }) {
  const rows = goalRows(rules, view.seat, view.own.goals);
  const { goals } = speech;
  if (rows.length === 0) return null;
  return (
    <ul class="goals">
      {rows.map(({ text, worth, progress, reached }) => (
        <li key={text}>
          <span class={`goal-mark ${reached ? "reached" : "open"} keep-colour`} aria-hidden="true" />
          <span>
            {text}{" "}
            <span class="goal-state small dim num">
              {goals.worth(printNumber(worth))} · {progress}
              <span class="heard">, {reached ? goals.reached : goals.missed}</span>
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
