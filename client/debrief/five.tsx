// Five numbers, each on a small scale of its own with what it is held against: a hollow circle where Europe does nothing, a
// hollow square where bots play it, a hollow stroke where the game begins, a full one where a verdict turns, and a filled dot
// for this game.

import { FIVE, type FiveId, type Result } from "../../shared/result.ts";
import { debrief } from "./text.ts";
import { printFive, printGone, printHeat } from "./told.ts";

/** Which way a number is better. */
const BETTER: Record<FiveId, "up" | "down"> = {
  gone: "up",
  lost: "down",
  cohesion: "up",
  worstHeat: "down",
  benchmark: "up",
};

interface Stick {
  mark: "circle" | "square" | "stroke" | "start";
  value: number;
  text: string;
}

/** What a number is held against, each with its name and figure. */
export function sticks(result: Result, id: FiveId): Stick[] {
  const { nobody, bots, corridor, path, weeks } = result;
  const print = (x: number) => printFive[id](x, weeks);
  const [nothing, theirs] = [nobody.numbers[id], bots.numbers[id]];
  const start = path.heat[0];
  return [
    { mark: "circle", value: nothing, text: debrief.five.nobody(print(nothing)) },
    { mark: "square", value: theirs, text: debrief.five.bots(print(theirs)) },
    ...(id === "gone"
      ? [
          {
            mark: "stroke" as const,
            value: corridor.practical,
            text: debrief.five.practical(printGone(corridor.practical)),
          },
        ]
      : []),
    ...(id === "worstHeat"
      ? [
          ...(start === undefined
            ? []
            : [{ mark: "start" as const, value: start, text: debrief.five.start(printHeat(start)) }]),
          {
            mark: "stroke" as const,
            value: corridor.confrontation,
            text: debrief.five.confrontation(printHeat(corridor.confrontation)),
          },
        ]
      : []),
  ];
}

/** Place of a value on a scale from nothing to the largest of all, in per cent of its length; the better end is right. */
export function place(value: number, all: readonly number[], better: "up" | "down"): number {
  const low = Math.min(0, ...all);
  const high = Math.max(...all, low + 1e-6);
  const share = (100 * (value - low)) / (high - low);
  return better === "up" ? share : 100 - share;
}

function Scale({ id, result }: { id: FiveId; result: Result }) {
  const you = result.numbers[id];
  const list = sticks(result, id);
  const all = [you, ...list.map(({ value }) => value)];
  const at = (value: number) => ({ left: `${place(value, all, BETTER[id])}%` });
  return (
    <span class="five-scale keep-colour" aria-hidden="true">
      {list.map(({ mark, value, text }) => (
        <i key={text} class={`mark-${mark}`} style={at(value)} />
      ))}
      <i class="mark-you" style={at(you)} />
    </span>
  );
}

export function FiveNumbers({ result }: { result: Result }) {
  return (
    <section class="end-five" aria-labelledby="five">
      <h2 id="five">
        {debrief.five.title}
        <span class="five-better" aria-hidden="true">
          {debrief.five.better}
        </span>
      </h2>
      <ul>
        {FIVE.map((id) => (
          <li key={id}>
            <span class="five-name">{debrief.five.names[id]}</span>
            <span class="five-value">
              {printFive[id](result.numbers[id], result.weeks)}
              {debrief.five.units[id] && <small> {debrief.five.units[id]}</small>}
            </span>
            <Scale id={id} result={result} />
            <ul class="five-sticks">
              {sticks(result, id).map(({ mark, text }) => (
                <li key={text}>
                  <i class={`mark-${mark}`} aria-hidden="true" />
                  {text}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}
