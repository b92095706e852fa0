// What using its weapon has cost Beijing: each squeeze, and the part of its hold that was lost while it ran.

import type { Rules } from "../../shared/scenario.ts";
import type { View } from "../../shared/view.ts";
import { figure, read } from "../figure.ts";
import { printChange, printPercent } from "../print.ts";
import { speech } from "../speech.ts";
import type { Game } from "./context.ts";

/** The rows as text, the latest first; none for a seat that does not reckon so. */
export function wearRows({ view }: { view: View }): { id: string; when: string; lost: string }[] {
  const words = speech.dataPanel.wear;
  return view.own.wear
    .map(({ id, from, until, lost }) => ({
      id,
      when: until < 0 ? words.runs(from) : words.ended(from, until),
      lost: `${printChange(-Math.round(100 * lost))} %`,
    }))
    .reverse();
}

/** What is left of the hold of week 0, with its error. */
function left(rules: Rules, view: View): string {
  const gone = read(rules, view, "gone") ?? 0;
  const error = figure(rules, view, "gone")?.error ?? "";
  return [printPercent(Math.round(100 * (1 - gone))), error].filter(Boolean).join(" ");
}

export function Wear({ game }: { game: Game }) {
  const rows = wearRows(game);
  if (rows.length === 0) return null;
  const words = speech.dataPanel.wear;
  return (
    <section>
      <p class="small dim">{words.line(left(game.rules, game.view))}</p>
      <table class="num">
        <caption class="heard">{words.title}</caption>
        <thead>
          <tr>
            <th scope="col">{words.squeeze}</th>
            <th scope="col" class="n">
              {words.lost}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, when, lost }) => (
            <tr key={id}>
              <th scope="row">{when}</th>
              <td class="n">{lost}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
