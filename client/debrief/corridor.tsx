// The corridor: x = how much of Beijing's hold is gone (structural measure), y = heat. The grounds are the verdict's own
// rules at this length of game; the path is this game's, a dot each quarter, some with their week.

import { QUARTER } from "../../shared/indicators.ts";
import type { Result } from "../../shared/result.ts";
import type { Rules } from "../../shared/scenario.ts";
import { useMedia } from "../panels/context.ts";
import { printPercent } from "../print.ts";
import { speech } from "../speech.ts";
import { type Box, LETTER, type Name, namesIn, type Placed, placed } from "./labels.ts";
import { debrief } from "./text.ts";
import { printGone, printHeat } from "./told.ts";

/**
 * Sizes of the picture, so that its letters have their own size on a desk and on a phone. Where there is room for `leads`, a
 * name may stand away from its mark; elsewhere one that does not fit beside it is left to the key below.
 */
export const SIZES = {
  desk: { width: 690, height: 470, letter: LETTER.large, step: 0.2, leads: true },
  phone: { width: 362, height: 400, letter: LETTER.small, step: 0.4, leads: false },
} as const;
type Size = (typeof SIZES)[keyof typeof SIZES];

/** From here on the picture has its size of a desk. */
const ROOM = "(min-width: 56.25em)";

/** Units of the picture within which two marks need one name only. */
const NEAR = 14;

const HEAT_TOP = 110;

type Point = readonly [number, number];

export interface Drawing {
  box: Box;
  x: (gone: number) => number;
  y: (heat: number) => number;
  points: Point[];
  quarters: { week: number; at: Point }[];
  /** The grounds of the verdicts, each with its name. */
  names: Name[];
  labels: Placed[];
  ticks: number[];
}

/** Everything of the picture that has a place, at one of its sizes. */
export function drawing(result: Result, size: Size): Drawing {
  const { path, corridor, nobody, bots } = result;
  const box = { left: 48, top: 12, right: size.width - 12, bottom: size.height - 48 };
  const low = Math.min(-0.3, ...path.security);
  const high = Math.max(0.6, nobody.end.security, bots.end.security, ...path.security) + 0.06;
  const x = (s: number) => box.left + ((box.right - box.left) * (s - low)) / (high - low);
  const y = (h: number) =>
    box.bottom - ((box.bottom - box.top) * Math.min(Math.max(0, h), HEAT_TOP)) / HEAT_TOP;
  const points = path.security.map((s, i): Point => [x(s), y(path.heat[i]!)]);
  // The line that one follows goes from quarter to quarter; the weeks between are a thin one beside it.
  const quarters = points.flatMap((at, week) =>
    week % QUARTER === 0 || week === points.length - 1 ? [{ week, at }] : [],
  );
  const last = points.at(-1) ?? [x(0), y(0)];
  const top = y(corridor.confrontation);
  const [empty, practical] = [x(corridor.empty), Math.min(x(corridor.practical), box.right)];
  const ground = (left: number, right: number) => ({ left, right, top, bottom: box.bottom });
  const grounds = [
    { text: speech.verdicts["uncontrolled-confrontation"].title, ground: { ...box, bottom: top } },
    { text: speech.verdicts["empty-language"].title, ground: ground(box.left, empty) },
    { text: speech.verdicts["unfinished-business"].title, ground: ground(empty, practical) },
    { text: speech.verdicts["practical-leverage"].title, ground: ground(practical, box.right) },
  ];
  // Where nobody came near it, the last of them lies outside.
  const names = namesIn(
    grounds.filter(({ ground: { left, right } }) => right > left),
    box,
    size.letter * 1.1,
  );
  const labels = placed(
    [
      { at: last, text: debrief.corridor.you, strong: true },
      { at: [x(nobody.end.security), y(nobody.end.heat)], text: debrief.corridor.nobody, spare: !size.leads },
      { at: [x(bots.end.security), y(bots.end.heat)], text: debrief.corridor.bots, spare: !size.leads },
      // A quarter that ends with the game has its name already.
      ...quarters
        .slice(0, -1)
        .filter(({ at }) => Math.hypot(at[0] - last[0], at[1] - last[1]) > NEAR)
        .map(({ week, at }) => ({ at, text: debrief.corridor.week(week), spare: true })),
    ],
    box,
    names.map((one) => one.box),
    size.letter,
    quarters.map(({ at }) => at),
  );
  const first = Math.ceil(low / size.step);
  const ticks = Array.from(
    { length: Math.floor(high / size.step) - first + 1 },
    (_, k) => (first + k) * size.step,
  );
  return { box, x, y, points, quarters, names, labels, ticks };
}

const joined = (points: readonly Point[]): string => points.map((p) => p.join(",")).join(" ");

/** The grounds: too little gone, between, enough; above a heat, none of them. */
function Grounds({ result, drawn: { box, x, y } }: { result: Result; drawn: Drawing }) {
  const { empty, practical, confrontation } = result.corridor;
  const top = y(confrontation);
  const cool = { x: box.left, y: top, width: x(empty) - box.left, height: box.bottom - top };
  const hot = { x: box.left, y: box.top, width: box.right - box.left, height: top - box.top };
  return (
    <>
      <rect
        class="ground"
        x={box.left}
        y={box.top}
        width={box.right - box.left}
        height={box.bottom - box.top}
      />
      <rect class="ground-empty" {...cool} />
      <rect fill="url(#dots)" {...cool} />
      <rect class="ground-hot" {...hot} />
      <rect fill="url(#lines)" {...hot} />
      <path class="edge" d={`M${x(empty)} ${top}V${box.bottom}M${box.left} ${top}H${box.right}`} />
      {x(practical) < box.right && (
        <path class="edge edge-soft" d={`M${x(practical)} ${top}V${box.bottom}`} />
      )}
    </>
  );
}

function Axes({ size, drawn: { box, x, y, ticks } }: { size: Size; drawn: Drawing }) {
  return (
    <g class="axis">
      {ticks.map((t) => (
        <text key={t} x={x(t)} y={box.bottom + 18} text-anchor="middle">
          {printGone(t)}
        </text>
      ))}
      {[0, 20, 40, 60, 80, 100].map((t) => (
        <text key={t} x={box.left - 7} y={y(t) + 4} text-anchor="end">
          {t}
        </text>
      ))}
      <text x={box.right} y={size.height - 8} text-anchor="end" class="strong">
        {debrief.corridor.x}
      </text>
      <text
        x={12}
        y={box.top + 46}
        class="strong"
        transform={`rotate(-90 12 ${box.top + 46})`}
        text-anchor="middle"
      >
        {debrief.corridor.y}
      </text>
    </g>
  );
}

function Path({ result, drawn: { x, y, points, quarters } }: { result: Result; drawn: Drawing }) {
  const { nobody, bots } = result;
  const last = quarters.at(-1);
  return (
    <>
      <circle class="stick" cx={x(nobody.end.security)} cy={y(nobody.end.heat)} r="6" />
      <rect class="stick" x={x(bots.end.security) - 6} y={y(bots.end.heat) - 6} width="12" height="12" />
      <polyline class="path-weeks" points={joined(points)} />
      <polyline class="path-halo" points={joined(quarters.map(({ at }) => at))} />
      <polyline class="path" points={joined(quarters.map(({ at }) => at))} />
      {quarters.map(({ week, at }) => (
        <circle key={week} class="path-dot" cx={at[0]} cy={at[1]} r="4" />
      ))}
      {last && <circle class="path-end" cx={last.at[0]} cy={last.at[1]} r="7" />}
    </>
  );
}

interface CorridorProps {
  rules: Rules;
  result: Result;
}

/** What the lines and marks are, with their figures. A line stands in the key as it does in the picture. */
function Key({ rules, result: { corridor: at, weeks } }: CorridorProps) {
  const { corridor } = debrief;
  const empty = printGone(at.empty);
  const bare = printPercent(100 * rules.model.score.bareShare);
  const rows = [
    { look: "edge", upright: true, text: at.soothed ? corridor.soothed(empty, bare) : corridor.empty(empty) },
    {
      look: "edge-soft",
      upright: true,
      text: corridor.practical(printGone(at.practical), printHeat(at.heat)),
    },
    { look: "edge", text: corridor.confrontation(printHeat(at.confrontation)) },
    { look: "mark-you", text: corridor.path(weeks) },
    { look: "mark-circle", text: corridor.ended(corridor.nobody) },
    { look: "mark-square", text: corridor.ended(corridor.bots) },
  ];
  return (
    <ul class="corridor-key">
      {rows.map(({ look, upright, text }) => (
        <li key={text}>
          <i
            class={look.startsWith("mark") ? look : `key-line ${look}${upright ? " upright" : ""}`}
            aria-hidden="true"
          />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}

export function Corridor({ rules, result }: CorridorProps) {
  const desk = useMedia(ROOM);
  const size = desk ? SIZES.desk : SIZES.phone;
  const drawn = drawing(result, size);
  const { path } = result;
  return (
    <figure class={`end-corridor${desk ? "" : " small"}`}>
      <figcaption>
        <b>{debrief.corridor.title}</b> {debrief.corridor.caption(result.weeks)}
      </figcaption>
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        role="img"
        aria-label={debrief.corridor.heard(
          printGone(path.security[0] ?? 0),
          printGone(path.security.at(-1) ?? 0),
          printHeat(result.numbers.worstHeat),
        )}
      >
        <defs>
          <pattern id="lines" width="8" height="7" patternUnits="userSpaceOnUse">
            <path d="M0 3.5H8" class="ground-line" />
          </pattern>
          <pattern id="dots" width="9" height="9" patternUnits="userSpaceOnUse">
            <circle cx="2" cy="2" r="1" class="ground-dot" />
          </pattern>
        </defs>
        <Grounds result={result} drawn={drawn} />
        <Axes size={size} drawn={drawn} />
        <Path result={result} drawn={drawn} />
        <g class="names">
          {drawn.names.map(({ lines, x, y }) =>
            lines.map((line, k) => (
              <text key={line} x={x} y={y + 17 * k} text-anchor="middle">
                {line}
              </text>
            )),
          )}
        </g>
        {drawn.labels.map(({ text, at, lead }) =>
          lead ? <path key={text} class="lead" d={`M${lead.join(" ")}L${at.join(" ")}`} /> : null,
        )}
        {drawn.labels.map(({ text, strong, x, y }) => (
          <text key={text} class={strong ? "label strong" : "label"} x={x} y={y}>
            {text}
          </text>
        ))}
      </svg>
      <Key rules={rules} result={result} />
      <details>
        <summary>{debrief.corridor.asTable}</summary>
        <table class="end-table">
          <thead>
            <tr>
              <th scope="col">{debrief.corridor.columns.week}</th>
              <th scope="col">{debrief.corridor.columns.gone}</th>
              <th scope="col">{debrief.corridor.columns.heat}</th>
            </tr>
          </thead>
          <tbody>
            {drawn.quarters.map(({ week }) => (
              <tr key={week}>
                <th scope="row">{week}</th>
                <td>{printGone(path.security[week]!)}</td>
                <td>{printHeat(path.heat[week]!)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
