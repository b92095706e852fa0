// Five numbers, each on its own small scale with two yardsticks: a hollow circle where Europe does nothing, a hollow
// square where bots play it, a filled dot for this game.

import { FIVE, type FiveId, type Result } from "../../shared/result.ts";
import { printEuro, printPercent } from "../print.ts";

const LABELS: Record<
  FiveId,
  { name: string; unit?: string; print: (x: number, weeks: number) => string; better: "right" | "left" }
> = {
  gone: { name: "Beijing’s hold gone", print: (x) => printPercent(Math.round(100 * x)), better: "right" },
  lost: { name: "Output lost", print: (x) => (x > 0 ? printEuro(x) : "€0"), better: "left" },
  cohesion: {
    name: "Cohesion, average",
    unit: "of\u00a0100",
    print: (x) => `${Math.round(x)}`,
    better: "right",
  },
  worstHeat: { name: "Worst heat", unit: "of\u00a0100", print: (x) => `${Math.round(x)}`, better: "left" },
  benchmark: {
    name: "Weeks a benchmark was kept",
    print: (x, weeks) => `${Math.round(x)}\u00a0of\u00a0${weeks}`,
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
          const { name, unit, print, better } = LABELS[id];
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
              <td class="end-value">
                {said(you)} {unit && <span class="small dim">{unit}</span>}
              </td>
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
                  {sticks([
                    { x: x(nobody), text: said(nobody) },
                    { x: x(bots), text: said(bots) },
                  ]).map((stick) => (
                    <text key={stick.text} x={stick.x} y="31" text-anchor={anchor(stick.x)}>
                      {stick.text}
                    </text>
                  ))}
                </svg>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface Stick {
  x: number;
  text: string;
}

/** Room that a figure below the scale needs. */
const APART = 62;

/** The figures of both yardsticks, each below its mark, or as one text in the order of the marks where they would touch. */
export function sticks(both: readonly [Stick, Stick]): Stick[] {
  const [left, right] = [...both].sort((a, b) => a.x - b.x) as [Stick, Stick];
  if (right.x - left.x > APART) return [left, right];
  const text = left.text === right.text ? `both ${left.text}` : `${left.text} · ${right.text}`;
  return [{ x: (left.x + right.x) / 2, text }];
}

const anchor = (x: number): "start" | "middle" | "end" =>
  x < 24 ? "start" : x > WIDTH - 24 ? "end" : "middle";
