// The end of a game: what it came to, against nobody acting and against the bots; the path in the corridor; each seat's
// score; who paid; every vote. Light and printable. All of it is also text and tables.

import type { ComponentChildren } from "preact";
import { type Result, type Yardstick, yearBefore } from "../../shared/result.ts";
import type { Rules } from "../../shared/scenario.ts";
import type { Seat, Viewpoint } from "../../shared/seat.ts";
import type { View } from "../../shared/view.ts";
import { Corridor } from "../debrief/corridor.tsx";
import { Deeds } from "../debrief/deeds.tsx";
import { FiveNumbers } from "../debrief/five.tsx";
import { debrief } from "../debrief/text.ts";
import { finding, movedLine, verdictText } from "../debrief/verdict.ts";
import { Votes } from "../debrief/votes.tsx";
import { goalRows } from "../goal.ts";
import { seatName, seatTitle } from "../label.ts";
import { useMedia, WIDE } from "../panels/context.ts";
import { Sparkline } from "../parts/sparkline.tsx";
import { printFixed } from "../print.ts";
import { printCode } from "../route.ts";
import { bySeatName } from "../seats.ts";
import { headed, speech } from "../speech.ts";
import { words } from "../words.ts";
import "../debrief/debrief.css";

export { prepare } from "../debrief/text.ts";

export interface EndProps {
  rules: Rules;
  result: Result;
  view: View;
  code: string;
  /** Address of the session file, where this viewer may have it. */
  exportUrl?: string;
  onAgain(): void;
}

/** The places of the seats in the result, in the order in which one looks a seat up. */
const byName = ({ seats }: Result): number[] =>
  seats.map((_, k) => k).sort((a, b) => bySeatName(seats[a]!, seats[b]!));

function OwnScore({ result, seat }: { result: Result; seat: Viewpoint }) {
  const { own } = debrief;
  const k = result.seats.indexOf(seat as Seat);
  if (k < 0) return null;
  const rows: [string, number, string][] = [
    [own.you, result.ending.scores[k]!, "you"],
    [own.bots, result.bots.scores[k]!, "bots"],
    [own.nobody, result.nobody.scores[k]!, "nobody"],
  ];
  return (
    <section class="end-own" aria-labelledby="own">
      <h2 id="own">{own.title(seatTitle(seat), Math.round(result.ending.scores[k]!))}</h2>
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

/** One's own score in a line beside the yardsticks, for where the verdict is read. */
function ScoreLine({ result, seat }: { result: Result; seat: Viewpoint }) {
  const k = result.seats.indexOf(seat as Seat);
  if (k < 0) return null;
  const { own } = debrief;
  const [you, bots, nobody] = [result.ending, result.bots, result.nobody].map(({ scores }) =>
    Math.round(scores[k]!),
  );
  return (
    <p class="end-score">
      <b>{own.title(seatTitle(seat), you!)}</b> <span>{own.beside(bots!, nobody!)}</span>
    </p>
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
  const { caption, columns } = debrief.scores;
  const from = yearBefore(result.moving);
  const cell = (stick: Yardstick, k: number) => <td>{Math.round(stick.scores[k]!)}</td>;
  return (
    <table class="end-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{columns.seat}</th>
          <th scope="col">{columns.you}</th>
          {from >= 0 && <th scope="col">{columns.before(result.moving.weeks[from]!)}</th>}
          <th scope="col">{columns.bots}</th>
          <th scope="col">{columns.nobody}</th>
        </tr>
      </thead>
      <tbody>
        {byName(result).map((k) => (
          <tr key={k} aria-current={result.seats[k] === seat ? "true" : undefined}>
            <th scope="row">{seatTitle(result.seats[k]!)}</th>
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
  const { columns } = debrief.goals;
  return (
    <table class="end-table end-goals stacked">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {(["seat", "goal", "progress", "points"] as const).map((id) => (
            <th key={id} scope="col">
              {columns[id]}
            </th>
          ))}
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
              <th scope="row">{seatTitle(seat)}</th>
              <td>{text}</td>
              <td data-label={columns.progress}>{progress}</td>
              <td data-label={columns.points}>
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
  const { goals } = debrief;
  if (wide || mine.length === 0)
    return <GoalTable {...props} seats={[...mine, ...others]} caption={goals.all} />;
  // Some sixty goals are a long way on a phone.
  return (
    <>
      <GoalTable {...props} seats={mine} caption={goals.mine} />
      <details class="end-fold">
        <summary>{goals.others(others.length)}</summary>
        <GoalTable {...props} seats={others} caption={goals.all} />
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
      <h2 id="paid">{debrief.paid.title(headed(seatName(rows[0]!.code)))}</h2>
      <p class="end-note">{debrief.paid.note}</p>
      <ol class="end-paid">
        {rows.map((row) => (
          <li key={row.code}>
            <span>{seatTitle(row.code)}</span>
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

/** The parts of the page, each with its way to it in the head. */
const PARTS = ["result", "scores", "goals", "who", "votes", "deeds", "limits"] as const;

const Section = ({ id, children }: { id: (typeof PARTS)[number]; children: ComponentChildren }) => (
  <section id={id}>{children}</section>
);

function Limits() {
  const { title, list } = debrief.limits;
  return (
    <>
      <h2>{title}</h2>
      <ul class="end-limits">
        {list.map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
    </>
  );
}

function Head({ result, code, exportUrl, onAgain }: Omit<EndProps, "rules" | "view">) {
  const { page } = debrief;
  return (
    <header class="end-head">
      <p>
        <b>{page.title}</b> {page.session(printCode(code), words.units.weeks(result.weeks))}
      </p>
      <nav aria-label={page.title}>
        {PARTS.map((id) => (
          <a key={id} href={`#${id}`}>
            {page.parts[id]}
          </a>
        ))}
      </nav>
      <div class="end-tools">
        <button type="button" class="end-tool" onClick={() => window.print()}>
          {page.print}
        </button>
        {exportUrl && (
          <a class="end-tool" href={exportUrl} download={`chokepoint-${code}.json`}>
            {page.export}
          </a>
        )}
        <button type="button" class="end-tool end-tool-main" onClick={onAgain}>
          {page.again}
        </button>
      </div>
    </header>
  );
}

export default function End({ rules, result, view, ...head }: EndProps) {
  return (
    <main class="end" data-theme="light">
      <Head result={result} {...head} />
      <Section id="result">
        <div class="end-result">
          <div>
            <p class="end-verdict">{speech.verdicts[result.ending.verdict].title}</p>
            <h1>{finding(result)}</h1>
            <ScoreLine result={result} seat={view.seat} />
            <p>{verdictText(rules, result)}</p>
            <FiveNumbers result={result} />
          </div>
          <Corridor rules={rules} result={result} />
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
        <Limits />
      </Section>
    </main>
  );
}
