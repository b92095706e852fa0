// For whoever runs a session: two run sheets of a page each, who sits where, what to ask, what to do when it goes wrong.

import type { Preset, Rules } from "../../shared/scenario.ts";
import type { Seat } from "../../shared/seat.ts";
import { seatName } from "../label.ts";
import { printNumber } from "../print.ts";
import { headed } from "../speech.ts";
import { text } from "./text.ts";

type Sheet = typeof text.guide.teachers.lesson;

function RunSheet({ sheet, rules, preset }: { sheet: Sheet; rules?: Rules; preset: Preset }) {
  const { columns, reckon } = text.guide.teachers;
  const pace = rules?.presets[preset];
  const [low = 0, high = 0] = sheet.play;
  return (
    <section class="sheet-box">
      <h3>{sheet.title}</h3>
      {pace && (
        <p class="small dim num">
          {reckon(
            pace.weeks,
            printNumber(pace.secondsPerWeek),
            Math.round((pace.weeks * pace.secondsPerWeek) / 60),
            low,
            high,
          )}
        </p>
      )}
      <table class="stacked run-sheet">
        <caption class="heard">{sheet.title}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.time}</th>
            <th scope="col">{columns.what}</th>
            <th scope="col">{columns.host}</th>
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map(({ from, to, what, host }) => (
            <tr key={from}>
              <td class="num">
                {from}–{to}
              </td>
              <th scope="row">{what}</th>
              <td>{host}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Sizes of groups for which the seats are named. */
const SIZES = [5, 8, 12, 20];

const short = (seat: Seat): string =>
  seat === "commission" || seat === "beijing" ? headed(seatName(seat)) : seat;

function Casting({ rules }: { rules: Rules }) {
  const { cast, castColumns, castRest, castMore } = text.guide.teachers;
  return (
    <>
      <h3>{cast}</h3>
      <table class="narrow">
        <caption class="heard">{cast}</caption>
        <thead>
          <tr>
            <th scope="col">{castColumns.people}</th>
            <th scope="col">{castColumns.seats}</th>
          </tr>
        </thead>
        <tbody>
          {SIZES.map((size) => (
            <tr key={size}>
              <th scope="row" class="num">
                {size}
              </th>
              <td>{rules.seats.slice(0, size).map(short).join(", ")}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {castRest} {castMore(rules.M + 2)}
      </p>
    </>
  );
}

function List({ title, items }: { title: string; items: readonly string[] }) {
  return (
    <>
      <h3>{title}</h3>
      <ul class="reading-list">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </>
  );
}

export function Teachers({ rules }: { rules?: Rules }) {
  const { teachers } = text.guide;
  const given = rules ? { rules } : {};
  return (
    <>
      <p>{teachers.intro}</p>
      <h3>{teachers.before}</h3>
      <p>{teachers.beforeText}</p>
      <RunSheet sheet={teachers.lesson} preset="class" {...given} />
      <RunSheet sheet={teachers.workshop} preset="workshop" {...given} />
      {rules && <Casting rules={rules} />}
      <List title={teachers.questions} items={teachers.questionList} />
      <List title={teachers.trouble} items={teachers.troubleList} />
      <h3>{teachers.safe}</h3>
      <p>{teachers.safeText}</p>
    </>
  );
}
