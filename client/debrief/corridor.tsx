// The corridor: x = how much of Beijing's hold is gone (structural measure), y = heat. The grounds are the verdict's own
// rules at this length of game; the path is this game's, a dot each quarter, some with their week.

import type { Result } from "../../shared/result.ts";
import { printPercent } from "../print.ts";

const W = 690;
const H = 470;
const BOX = { left: 48, right: 12, top: 12, bottom: 48 };
const HEAT_TOP = 110;

export function Corridor({ result }: { result: Result }) {
  const { path, corridor, nobody, bots } = result;
  const low = Math.min(-0.3, ...path.security);
  const high = Math.max(0.6, nobody.end.security, bots.end.security, ...path.security) + 0.06;
  const x = (s: number) => BOX.left + ((W - BOX.left - BOX.right) * (s - low)) / (high - low);
  const y = (h: number) => H - BOX.bottom - ((H - BOX.top - BOX.bottom) * Math.min(h, HEAT_TOP)) / HEAT_TOP;
  const points = path.security.map((s, i) => [x(s), y(path.heat[i]!)] as const);
  // The line that one follows goes from quarter to quarter; the weeks between are a thin one beside it.
  const quarters = points.flatMap((at, week) =>
    week % QUARTER === 0 || week === points.length - 1 ? [{ week, at }] : [],
  );
  const last = points[points.length - 1] ?? [x(0), y(0)];
  const ticks = [-0.2, 0, 0.2, 0.4, 0.6, 0.8, 1].filter((t) => t >= low && t <= high);
  return (
    <figure class="end-corridor">
      <figcaption>
        <b>The corridor.</b> Grounds show the rules of the verdict for {result.weeks} weeks.
      </figcaption>
      <svg
        viewBox={`0 0 ${W} ${H}`}
        role="img"
        aria-label={`Path from ${print(path.security[0] ?? 0)} of the hold gone to ${print(path.security.at(-1) ?? 0)}, worst heat ${Math.round(result.numbers.worstHeat)}`}
      >
        <defs>
          <pattern id="lines" width="8" height="7" patternUnits="userSpaceOnUse">
            <path d="M0 3.5H8" class="ground-line" />
          </pattern>
          <pattern id="dots" width="9" height="9" patternUnits="userSpaceOnUse">
            <circle cx="2" cy="2" r="1" class="ground-dot" />
          </pattern>
        </defs>
        <rect
          class="ground"
          x={BOX.left}
          y={BOX.top}
          width={W - BOX.left - BOX.right}
          height={H - BOX.top - BOX.bottom}
        />
        <rect
          class="ground-empty"
          x={BOX.left}
          y={BOX.top}
          width={x(corridor.empty) - BOX.left}
          height={H - BOX.top - BOX.bottom}
        />
        <rect
          fill="url(#dots)"
          x={BOX.left}
          y={BOX.top}
          width={x(corridor.empty) - BOX.left}
          height={H - BOX.top - BOX.bottom}
        />
        <rect
          class="ground-hot"
          x={BOX.left}
          y={BOX.top}
          width={W - BOX.left - BOX.right}
          height={y(corridor.confrontation) - BOX.top}
        />
        <rect
          fill="url(#lines)"
          x={BOX.left}
          y={BOX.top}
          width={W - BOX.left - BOX.right}
          height={y(corridor.confrontation) - BOX.top}
        />
        <path
          class="edge"
          d={`M${x(corridor.empty)} ${BOX.top}V${H - BOX.bottom}M${BOX.left} ${y(corridor.confrontation)}H${W - BOX.right}`}
        />
        <path
          class="edge edge-soft"
          d={`M${x(corridor.practical)} ${y(corridor.confrontation)}V${H - BOX.bottom}`}
        />
        <g class="axis">
          {ticks.map((t) => (
            <text key={t} x={x(t)} y={H - 28} text-anchor="middle">
              {print(t)}
            </text>
          ))}
          {[0, 20, 40, 60, 80, 100].map((t) => (
            <text key={t} x={BOX.left - 8} y={y(t) + 4} text-anchor="end">
              {t}
            </text>
          ))}
          <text x={W - BOX.right} y={H - 6} text-anchor="end" class="strong">
            Beijing’s hold gone →
          </text>
          <text
            x={14}
            y={BOX.top + 46}
            class="strong"
            transform={`rotate(-90 14 ${BOX.top + 46})`}
            text-anchor="middle"
          >
            Heat →
          </text>
        </g>
        <g class="names">
          <text x={BOX.left + 12} y={y(corridor.confrontation) + 26}>
            Empty language
          </text>
          <text x={W / 2} y={BOX.top + 24} text-anchor="middle">
            Uncontrolled confrontation
          </text>
          <text x={W - BOX.right - 12} y={y(corridor.confrontation) + 26} text-anchor="end">
            Practical leverage
          </text>
        </g>
        <circle class="stick" cx={x(nobody.end.security)} cy={y(nobody.end.heat)} r="6" />
        <rect class="stick" x={x(bots.end.security) - 6} y={y(bots.end.heat) - 6} width="12" height="12" />
        <polyline class="path-weeks" points={joined(points)} />
        <polyline class="path-halo" points={joined(quarters.map(({ at }) => at))} />
        <polyline class="path" points={joined(quarters.map(({ at }) => at))} />
        {quarters.map(({ week, at }) => (
          <circle key={week} class="path-dot" cx={at[0]} cy={at[1]} r="4" />
        ))}
        <circle class="path-end" cx={last[0]} cy={last[1]} r="8" />
        {placed([
          ...named(quarters.slice(0, -1)).map(({ week, at }) => ({
            at,
            text: `week ${week}`,
            strong: false,
          })),
          { at: last, text: `this game, week ${result.weeks}`, strong: true },
          { at: [x(nobody.end.security), y(nobody.end.heat)], text: "Europe does nothing", strong: false },
          { at: [x(bots.end.security), y(bots.end.heat)], text: "bots play it", strong: false },
        ]).map((label) => (
          <text
            key={label.text}
            class={label.strong ? "label strong" : "label"}
            x={label.x}
            y={label.y}
            text-anchor={label.anchor}
          >
            {label.text}
          </text>
        ))}
      </svg>
      <details>
        <summary>The path as a table</summary>
        <table class="end-table">
          <thead>
            <tr>
              <th scope="col">Week</th>
              <th scope="col">Hold gone</th>
              <th scope="col">Heat</th>
            </tr>
          </thead>
          <tbody>
            {path.security.map((s, i) =>
              i % 13 === 0 || i === path.security.length - 1 ? (
                <tr key={i}>
                  <th scope="row">{i}</th>
                  <td>{print(s)}</td>
                  <td>{Math.round(path.heat[i]!)}</td>
                </tr>
              ) : null,
            )}
          </tbody>
        </table>
      </details>
    </figure>
  );
}

type Point = readonly [number, number];

const QUARTER = 13;
const joined = (points: readonly Point[]): string => points.map((p) => p.join(",")).join(" ");

/** Quarters that get the name of their week: the first, and others that lie far enough from those named before. */
function named<Q extends { at: Point }>(quarters: readonly Q[]): Q[] {
  const chosen: Q[] = [];
  for (const quarter of quarters)
    if (chosen.every(({ at }) => Math.hypot(at[0] - quarter.at[0], at[1] - quarter.at[1]) > APART))
      chosen.push(quarter);
  return chosen;
}

/** Units of the picture between two named weeks. */
const APART = 45;

interface Label {
  at: readonly [number, number];
  text: string;
  strong: boolean;
}

/** Names beside their marks: to the left of it near the right edge, and pushed apart where two would touch. */
function placed(labels: Label[]) {
  const rows = labels.map((label) => {
    const flips = label.at[0] > W - 150;
    return {
      ...label,
      x: label.at[0] + (flips ? -13 : 13),
      y: Math.min(label.at[1] + 5, H - BOX.bottom - 6),
      anchor: flips ? ("end" as const) : ("start" as const),
    };
  });
  rows.sort((a, b) => b.y - a.y);
  rows.forEach((row, i) => {
    for (const lower of rows.slice(0, i))
      if (Math.abs(row.x - lower.x) < 160 && lower.y - row.y < 18) row.y = lower.y - 18;
  });
  return rows;
}

const print = (s: number): string => printPercent(Math.round(100 * s));
