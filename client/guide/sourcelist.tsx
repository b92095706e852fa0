// The list of sources, a fold for each kind.

import type { Scenario } from "../../shared/scenario.ts";
import { printNumber } from "../print.ts";
import { countSources, webAddress } from "./figures.ts";
import { text } from "./text.ts";

/** By the letters of a mark, then by its number. */
const byMark = (a: { id: string }, b: { id: string }): number =>
  a.id.localeCompare(b.id, "en", { numeric: true });

/** All sources with their address and how often they are named. */
export function SourceList({ scenario }: { scenario: Scenario }) {
  const { kinds, columns, times } = text.model.sources;
  const counts = countSources(scenario);
  const all = Object.entries(scenario.sources).map(([id, source]) => ({ id, ...source }));
  return Object.entries(kinds).map(([kind, [name, what]]) => {
    const list = all.filter((source) => source.grade === kind).sort(byMark);
    if (list.length === 0) return null;
    return (
      <details key={kind} class="fold">
        <summary>
          <span class="fold-title">{name}</span>
          <span class="num dim">{printNumber(list.length)}</span>
          <span class="fold-what dim">{what}</span>
        </summary>
        <table class="source-list">
          <caption class="heard">{name}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.id}</th>
              <th scope="col">{columns.what}</th>
              <th scope="col" class="n">
                {columns.rests}
              </th>
            </tr>
          </thead>
          <tbody>
            {list.map(({ id, what: said, url }) => (
              <tr key={id}>
                <th scope="row">{id}</th>
                <td>
                  {webAddress(url) ? (
                    <a href={url} target="_blank" rel="noreferrer">
                      {said}
                    </a>
                  ) : (
                    said
                  )}
                </td>
                <td class="n num">{times(printNumber(counts.get(id) ?? 0))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    );
  });
}
