// How a week works: what comes up how often, and how long the steps of both sides take to be felt.

import type { ComponentChildren } from "preact";
import type { Rules } from "../../shared/scenario.ts";
import { SideMark } from "../parts/side.tsx";
import { printNumber } from "../print.ts";
import { type Fuse, fusesOf, type Orders } from "./orders.ts";
import { text } from "./text.ts";

type RowId = keyof typeof text.guide.week.rows;

/** When each thing comes up and what to do about it, with the figures of the scenario. */
function rhythmOf({ calendar, model, cards, projects }: Rules): Record<RowId, { when: string; how: string }> {
  const { council, lobby, envoy, event, gate, plant, wave } = text.guide.week.rows;
  const dates = [calendar.packageReturns, ...calendar.licenceWaves].sort((a, b) => a - b);
  return {
    council: {
      when: council.when(calendar.councilDayEvery),
      how: council.how(model.law.voteWindow, model.law.itemsADay),
    },
    lobby: { when: lobby.when(calendar.lobbyEvery), how: lobby.how },
    envoy: { when: envoy.when(model.beijing.envoyEvery), how: envoy.how(model.beijing.offerWeeks) },
    event: { when: event.when, how: event.how(cards.length) },
    gate: { when: gate.when, how: gate.how(model.law.decideWindow) },
    plant: { when: plant.when, how: plant.how(projects.length) },
    wave: { when: wave.when(dates.map((week) => printNumber(week)).join(", ")), how: wave.how },
  };
}

function Rhythm({ rules }: { rules: Rules }) {
  const { rhythm, columns, rows } = text.guide.week;
  const found = rhythmOf(rules);
  return (
    <table class="stacked">
      <caption>{rhythm}</caption>
      <thead>
        <tr>
          {(["what", "when", "who", "how"] as const).map((id) => (
            <th key={id} scope="col">
              {columns[id]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {(Object.keys(rows) as RowId[]).map((id) => (
          <tr key={id}>
            <th scope="row">{rows[id].what}</th>
            <td data-label={columns.when}>{found[id].when}</td>
            <td data-label={columns.who}>{rows[id].who}</td>
            <td data-label={columns.how}>{found[id].how}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Both sides on one scale: the contrast of lengths is the picture. */
function Fuses({ fuses }: { fuses: readonly Fuse[] }) {
  const { week } = text.guide;
  const most = Math.max(...fuses.map((fuse) => fuse.weeks));
  return (
    <figure>
      <figcaption>
        <h3>{week.clocks}</h3>
        <p>{week.clocksNote}</p>
      </figcaption>
      <ul class="fuses">
        {fuses.map(({ id, side, weeks }) => (
          <li key={id}>
            <span class="row">
              <SideMark side={side} named /> {week.clock[id]}
            </span>
            <span class="fuse-track" aria-hidden="true">
              <span class={`fuse ${side} keep-colour`} style={{ width: `${(100 * weeks) / most}%` }} />
            </span>
            <span class="num">{week.weeks(weeks)}</span>
          </li>
        ))}
      </ul>
    </figure>
  );
}

export function Week({ rules, orders, note }: { rules?: Rules; orders?: Orders; note: ComponentChildren }) {
  const { week } = text.guide;
  return (
    <>
      <p>{week.step}</p>
      <p>{week.think}</p>
      {rules && orders ? (
        <>
          <Rhythm rules={rules} />
          <Fuses fuses={fusesOf(rules, orders)} />
        </>
      ) : (
        note
      )}
    </>
  );
}
