// For a capital: what its firms lose, and where its own relief eases it.

import { isMember } from "../../shared/seat.ts";
import type { Aid } from "../../shared/state.ts";
import { memberIndex } from "../../shared/view.ts";
import { LINES } from "../../shared/world/relief.ts";
import { read } from "../figure.ts";
import { numberName } from "../label.ts";
import { speech } from "../speech.ts";
import { Cell } from "./cell.tsx";
import type { Game } from "./context.ts";

interface Loss {
  of: string;
  name: string;
  /** The number of the catalogue that tells the loss, and its subject. */
  id: "lost" | "lines";
  k: number;
  /** The relief that is paid or will be; undefined where there is none. */
  paid: Aid | undefined;
}

/** Lines that stand still, then sectors with sales lost: those where there is a loss, or relief for one. */
export function lossRows({ rules, view }: Pick<Game, "rules" | "view">): Loss[] {
  const me = memberIndex(rules, view.seat);
  const all = [
    { of: LINES, name: speech.stoppedLines, id: "lines" as const, k: me },
    ...rules.sectors.map(({ id, name }, k) => ({ of: id, name, id: "lost" as const, k })),
  ];
  return all
    .map((row) => ({ ...row, paid: view.own.aid.find(({ of }) => of === row.of) }))
    .filter(({ id, k, paid }) => paid || (read(rules, view, id, k) ?? 0) > 0);
}

export function Losses({ game }: { game: Game }) {
  const { view } = game;
  const { losses, caption } = speech.dataPanel;
  if (!isMember(view.seat)) return null;
  const rows = lossRows(game);
  return (
    <section>
      <h3>{losses.title}</h3>
      {rows.length === 0 ? (
        <p class="small dim">{losses.none}</p>
      ) : (
        <table class="num">
          <caption class="heard">{caption.losses}</caption>
          <thead>
            <tr>
              <th scope="col">{losses.where}</th>
              <th scope="col" class="n" title={speech.indicators.lost.what}>
                {numberName(view.seat, "lost")}
              </th>
              <th scope="col" class="n">
                {losses.relief}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ of, name, id, k, paid }) => (
              <tr key={of}>
                <th scope="row">{name}</th>
                <Cell game={game} id={id} k={k} />
                <td class={paid ? "n" : "n dim-2"}>
                  {paid ? losses.weeks(paid.from, paid.until, view.pub.tick) : losses.noRelief}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
