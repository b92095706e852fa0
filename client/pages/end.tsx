// The end of a game: what it came to, against nobody acting and against the bots; the path in the corridor; each seat's
// score; who paid; every vote. Light and printable. All of it is also text and tables.

import type { ComponentChildren } from "preact";
import { verdicts } from "../../assets/words/en-game.ts";
import { type Result, type Yardstick, yearBefore } from "../../shared/result.ts";
import type { Rules } from "../../shared/scenario.ts";
import { isSeat, type Seat, type Viewpoint } from "../../shared/seat.ts";
import type { View } from "../../shared/view.ts";
import { Corridor } from "../debrief/corridor.tsx";
import { Deeds } from "../debrief/deeds.tsx";
import { FiveNumbers } from "../debrief/five.tsx";
import { printGone, printHeat } from "../debrief/told.ts";
import { movedLine, verdictLine } from "../debrief/verdict.ts";
import { Votes } from "../debrief/votes.tsx";
import { goalRows } from "../goal.ts";
import { seatName, seatTitle } from "../label.ts";
import { useMedia, WIDE } from "../panels/context.ts";
import { Sparkline } from "../parts/sparkline.tsx";
import { printFixed } from "../print.ts";
import { printCode } from "../route.ts";
import { bySeatName } from "../seats.ts";
import { headed } from "../speech.ts";
import "../debrief/debrief.css";

export interface EndProps {
  rules: Rules;
  result: Result;
  view: View;
  code: string;
  /** Address of the session file, where this viewer may have it. */
  exportUrl?: string;
  onAgain(): void;
}

/** Name of a seat as people say it. */
const nameOf = (seat: Viewpoint): string => (isSeat(seat) ? seatTitle(seat) : "Onlooker");

/** The places of the seats in the result, in the order in which one looks a seat up. */
const byName = ({ seats }: Result): number[] =>
  seats.map((_, k) => k).sort((a, b) => bySeatName(seats[a]!, seats[b]!));

/** One sentence that the pictures below prove. */
function finding(result: Result): string {
  const { security, early } = result.ending;
  const peak = printHeat(result.numbers.worstHeat);
  if (early && result.numbers.worstHeat >= result.corridor.confrontation)
    return `After ${result.weeks} weeks nobody could steer it any more. Heat had reached ${peak}.`;
  if (early)
    return `After ${result.weeks} weeks the lines that stood still cost more than Europe could bear.`;
  const share =
    security < 0.02
      ? "none"
      : security < 0.3
        ? "a part"
        : security < 0.45
          ? "a third"
          : security < 0.6
            ? "about half"
            : "most";
  return `Europe loosened ${share} of Beijing’s hold. At its worst, heat stood at ${peak}.`;
}

function OwnScore({ result, seat }: { result: Result; seat: Viewpoint }) {
  const k = result.seats.indexOf(seat as Seat);
  if (k < 0) return null;
  const rows: [string, number, string][] = [
    ["You", result.ending.scores[k]!, "you"],
    ["Bots in every seat", result.bots.scores[k]!, "bots"],
    ["Europe does nothing", result.nobody.scores[k]!, "nobody"],
  ];
  return (
    <section class="end-own" aria-labelledby="own">
      <h2 id="own">
        {nameOf(seat)}: {Math.round(result.ending.scores[k]!)} of 100
      </h2>
      <ul class="end-bars">
        {rows.map(([label, value, key]) => (
          <li key={key}>
            <span>{label}</span>
            <span
              class={`end-bar end-bar-${key}`}
              style={{ "--share": `${Math.max(0, Math.min(100, value))}%` }}
              aria-hidden="true"
            />
            <b>{Math.round(value)}</b>
          </li>
        ))}
      </ul>
      <Moved result={result} k={k} />
    </section>
  );
}

/** The way of one's own score, quarter by quarter, and what the last year did to it. */
function Moved({ result: { moving }, k }: { result: Result; k: number }) {
  const from = yearBefore(moving);
  if (from < 0) return null;
  const scores = moving.scores.map((row) => row[k]!);
  return (
    <p class="end-moved">
      <Sparkline values={scores} width={120} range={[0, 100]} />
      <span>{movedLine(moving, k)}</span>
    </p>
  );
}

/** Every seat's score beside the two yardsticks; no ranking: the order is that of the names. */
function Scores({ result, seat }: { result: Result; seat: Viewpoint }) {
  const from = yearBefore(result.moving);
  const cell = (stick: Yardstick, k: number) => <td>{Math.round(stick.scores[k]!)}</td>;
  return (
    <table class="end-table">
      <caption>Scores of 100, each seat by its own goals</caption>
      <thead>
        <tr>
          <th scope="col">Seat</th>
          <th scope="col">This game</th>
          {from >= 0 && <th scope="col">In week {result.moving.weeks[from]}</th>}
          <th scope="col">Bots</th>
          <th scope="col">Europe does nothing</th>
        </tr>
      </thead>
      <tbody>
        {byName(result).map((k) => (
          <tr key={k} aria-current={result.seats[k] === seat ? "true" : undefined}>
            <th scope="row">{nameOf(result.seats[k]!)}</th>
            <td>
              <b>{Math.round(result.ending.scores[k]!)}</b>
            </td>
            {from >= 0 && <td>{Math.round(result.moving.scores[from]![k]!)}</td>}
            {cell(result.bots, k)}
            {cell(result.nobody, k)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface Wanted {
  seat: Seat;
  /** Its place in the result. */
  k: number;
}

function GoalTable({
  seats,
  result,
  rules,
  seat: own,
  caption,
}: {
  seats: readonly Wanted[];
  result: Result;
  rules: Rules;
  seat: Viewpoint;
  caption: string;
}) {
  return (
    <table class="end-table end-goals stacked">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Seat</th>
          <th scope="col">Goal</th>
          <th scope="col">At the end</th>
          <th scope="col">Points</th>
        </tr>
      </thead>
      <tbody>
        {seats.flatMap(({ seat, k }) =>
          goalRows(rules, seat, result.goals[k] ?? []).map(({ text, worth, progress, reached }, n) => (
            <tr
              key={`${seat}/${n}`}
              class={n > 0 ? "again" : undefined}
              aria-current={seat === own ? "true" : undefined}
            >
              <th scope="row">{nameOf(seat)}</th>
              <td>{text}</td>
              <td data-label="At the end">{progress}</td>
              <td data-label="Points">
                <b>{reached ? worth : 0}</b>
              </td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}

/** What every seat had secretly wanted, and what came of it. One's own first; the others by name. */
function SecretGoals(props: { result: Result; rules: Rules; seat: Viewpoint }) {
  const wide = useMedia(WIDE);
  const seats = byName(props.result).map((k) => ({ seat: props.result.seats[k]!, k }));
  const [mine, others] = [true, false].map((is) =>
    seats.filter(({ seat }) => (seat === props.seat) === is),
  ) as [Wanted[], Wanted[]];
  const caption = "What each seat secretly wanted, and whether it got it";
  if (wide || mine.length === 0)
    return <GoalTable {...props} seats={[...mine, ...others]} caption={caption} />;
  // Some sixty goals are a long way on a phone.
  return (
    <>
      <GoalTable {...props} seats={mine} caption="What you secretly wanted, and whether you got it" />
      <details class="end-fold">
        <summary>The goals of the other {others.length} seats</summary>
        <GoalTable {...props} seats={others} caption={caption} />
      </details>
    </>
  );
}

/** Mean cost by state, largest first. */
function WhoPaid({ result, rules }: { result: Result; rules: Rules }) {
  const rows = rules.members
    .map(({ code }, k) => ({ code, pain: result.pain[k]! }))
    .sort((a, b) => b.pain - a.pain);
  const most = Math.max(0.001, rows[0]!.pain);
  return (
    <section aria-labelledby="paid">
      <h2 id="paid">{headed(seatName(rows[0]!.code))} paid most for its size</h2>
      <p class="end-note">Mean of the game: output, exports and duties lost, in % of GDP.</p>
      <ol class="end-paid">
        {rows.map((row) => (
          <li key={row.code}>
            <span>{nameOf(row.code)}</span>
            <span
              class="end-bar end-bar-pain"
              style={{ "--share": `${(100 * row.pain) / most}%` }}
              aria-hidden="true"
            />
            <b>{printFixed(row.pain, 3)}</b>
          </li>
        ))}
      </ol>
    </section>
  );
}

const Section = ({ id, children }: { id: string; children: ComponentChildren }) => (
  <section id={id}>{children}</section>
);

export default function End({ rules, result, view, code, exportUrl, onAgain }: EndProps) {
  const words = verdicts[result.ending.verdict];
  return (
    <main class="end" data-theme="light">
      <header class="end-head">
        <p>
          <b>Debrief</b> Session {printCode(code)} · {result.weeks} weeks
        </p>
        <nav aria-label="Debrief">
          <a href="#result">Result</a>
          <a href="#scores">Scores</a>
          <a href="#goals">Goals</a>
          <a href="#who">Who paid</a>
          <a href="#votes">Votes</a>
          <a href="#deeds">Deeds</a>
          <a href="#limits">Limits</a>
        </nav>
        <div class="end-tools">
          <button type="button" class="end-tool" onClick={() => window.print()}>
            Print
          </button>
          {exportUrl && (
            <a class="end-tool" href={exportUrl} download={`chokepoint-${code}.json`}>
              Export
            </a>
          )}
          <button type="button" class="end-tool end-tool-main" onClick={onAgain}>
            Play again
          </button>
        </div>
      </header>
      <Section id="result">
        <div class="end-result">
          <div>
            <p class="end-verdict">{words.title}</p>
            <h1>{finding(result)}</h1>
            <p>
              {verdictLine(rules, result)} A year later, with everything left as it stood,{" "}
              {printGone(result.ending.securityAfter)} of the hold of week 0 is gone.
            </p>
            <FiveNumbers result={result} />
          </div>
          <Corridor result={result} />
        </div>
      </Section>
      <OwnScore result={result} seat={view.seat} />
      <Section id="scores">
        <Scores result={result} seat={view.seat} />
      </Section>
      <Section id="goals">
        <SecretGoals result={result} rules={rules} seat={view.seat} />
      </Section>
      <Section id="who">
        <WhoPaid result={result} rules={rules} />
      </Section>
      <Section id="votes">
        <Votes rules={rules} result={result} />
      </Section>
      <Section id="deeds">
        <Deeds rules={rules} result={result} />
      </Section>
      <Section id="limits">
        <h2>What the model leaves out</h2>
        <ul class="end-limits">
          <li>
            No exchange rate, no services, no single firms: firms differ only in how long their stocks last.
          </li>
          <li>One kind of Chinese goods in each sector, and no third power that plays its own game.</li>
          <li>
            What each state can bear, and the value that hangs on each input, are judgements. Change them and
            play again.
          </li>
          <li>
            That a measure pays in the model does not show that coercion works in life, or that one side is
            right.
          </li>
        </ul>
      </Section>
    </main>
  );
}
