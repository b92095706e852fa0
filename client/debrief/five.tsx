// Five numbers, each on its own small scale with two yardsticks: a hollow circle where Europe does nothing, a hollow
// square where bots play it, a filled dot for this game.

import { FIVE, type FiveId, type Result } from "../../shared/result.ts";

const LABELS: Record<
  FiveId,
  { name: string; print: (x: number, weeks: number) => string; better: "right" | "left" }
> = {
  gone: { name: "Beijing’s hold gone", print: (x) => `${Math.round(100 * x)} %`, better: "right" },
  lost: { name: "Output lost", print: (x) => `€${x < 10 ? x.toFixed(1) : Math.round(x)}bn`, better: "left" },
  cohesion: { name: "Cohesion, average", print: (x) => `${Math.round(x)}`, better: "right" },
  worstHeat: { name: "Worst heat", print: (x) => `${Math.round(x)}`, better: "left" },
  benchmark: {
    name: "Weeks a benchmark was kept",
    print: (x, weeks) => `${Math.round(x)} of ${weeks}`,
    better: "right",
  },
};

const WIDTH = 200;

/** Place of a value on the scale, 8 to WIDTH - 8; better is right. */
function place(value: number, all: number[], better: "right" | "left"): number {
  const low = Math.min(0, ...all);
  const high = Math.max(...all, low + 1e-6);
  const share = (value - low) / (high - low);
  return 8 + (WIDTH - 16) * (better === "right" ? share : 1 - share);
}

export function FiveNumbers({ result }: { result: Result }) {
  return (
    <table class="end-five">
      <caption class="heard">Five numbers against two yardsticks</caption>
      <thead>
        <tr>
          <th scope="col">Five numbers</th>
          <th scope="col">This game</th>
          <th scope="col">
            <span class="end-key">
              <i class="mark-circle" /> Europe does nothing
            </span>
            <span class="end-key">
              <i class="mark-square" /> bots play it
            </span>
            <b>better →</b>
          </th>
        </tr>
      </thead>
      <tbody>
        {FIVE.map((id) => {
          const { name, print, better } = LABELS[id];
          const [you, nobody, bots] = [
            result.numbers[id],
            result.nobody.numbers[id],
            result.bots.numbers[id],
          ];
          const all = [you, nobody, bots];
          const x = (value: number) => place(value, all, better);
          const said = (value: number) => print(value, result.weeks);
          return (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td class="end-value">{said(you)}</td>
              <td>
                <svg
                  class="end-scale"
                  viewBox={`0 0 ${WIDTH} 34`}
                  role="img"
                  aria-label={`Europe does nothing ${said(nobody)}, bots ${said(bots)}`}
                >
                  <line x1="2" x2={WIDTH - 2} y1="11" y2="11" />
                  <circle class="hollow" cx={x(nobody)} cy="11" r="5" />
                  <rect class="hollow" x={x(bots) - 5} y="6" width="10" height="10" />
                  <circle class="full" cx={x(you)} cy="11" r="6.5" />
                  <text x={x(nobody)} y="31" text-anchor={anchor(x(nobody))}>
                    {said(nobody)}
                  </text>
                  {Math.abs(x(bots) - x(nobody)) > 46 && (
                    <text x={x(bots)} y="31" text-anchor={anchor(x(bots))}>
                      {said(bots)}
                    </text>
                  )}
                </svg>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const anchor = (x: number): "start" | "middle" | "end" =>
  x < 24 ? "start" : x > WIDTH - 24 ? "end" : "middle";
