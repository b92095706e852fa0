// Before and after the votes: files on their way to one, the dates everybody knows of, and votes that were counted.

import type { File } from "../../shared/state.ts";
import type { VoteView } from "../../shared/view.ts";
import { isSpent } from "../../shared/world/clock.ts";
import { tally } from "../../shared/world/council.ts";
import { isAdvice } from "../advice.ts";
import { comingDates } from "../dates.ts";
import { fileName, fileNamed, seatTitle, votedName } from "../label.ts";
import { printPercent } from "../print.ts";
import { headed, speech } from "../speech.ts";
import type { Game } from "./context.ts";
import { Statements } from "./said.tsx";

export function titleOf({ rules, view }: Pick<Game, "rules" | "view">, vote: VoteView): string {
  const file = view.pub.files.find(({ id }) => id === vote.file);
  return headed(file ? votedName(rules, file, vote.rule) : fileNamed(rules, view.pub.files, vote.file));
}

/** Europe’s files that are not in a vote: where they stand, and the week in which something is due. */
export function Ahead({ game }: { game: Game }) {
  const { rules, view } = game;
  const files = view.pub.files
    .filter((f) => f.side === "europe" && f.stage !== "council" && f.stage !== "in-force" && !isSpent(f))
    .sort((a, b) => a.gate - b.gate);
  // What is said about an open vote, also one that only advises, stands with it.
  const isQuiet = ({ id }: File) => !view.pub.votes.some((v) => v.file === id && v.outcome === "open");
  return (
    <>
      {files.length > 0 && <ListAhead game={game} files={files} />}
      {rules.members.map(({ code }) => (
        <Statements key={code} game={game} about={code} title={seatTitle(code)} />
      ))}
      {files.filter(isQuiet).map((file) => (
        <Statements key={file.id} game={game} about={file.id} title={fileName(rules, file)} />
      ))}
    </>
  );
}

function ListAhead({ game: { rules, view }, files }: { game: Game; files: readonly File[] }) {
  return (
    <section>
      <h3>{speech.council.ahead}</h3>
      <ul class="ways">
        {files.map((file) => (
          <li key={file.id}>
            <span>
              {fileName(rules, file)}: <span class="small dim">{speech.fileStages[file.stage]}</span>
            </span>
            <span class="small dim num">
              {speech.council.aheadWeek(Math.max(file.gate, file.shutUntil, view.pub.tick))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Dates shown at once; the rest is far away. */
const NEAR = 8;

/** What everybody knows will come, soonest first. */
export function Dates({ game }: { game: Game }) {
  const { rules, view } = game;
  const dates = comingDates(rules, view).slice(0, NEAR);
  if (dates.length === 0) return null;
  return (
    <section>
      <h3>{speech.council.dates}</h3>
      <ul class="ways">
        {dates.map(({ tick, name }) => (
          <li key={`${tick}/${name}`}>
            <span>{name}</span>
            <span class="small dim num">{speech.council.aheadWeek(tick)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function PastVotes({ game }: { game: Game }) {
  const { rules, view } = game;
  const past = view.pub.votes.filter((vote) => vote.outcome !== "open").reverse();
  const { council } = speech;
  if (past.length === 0) return null;
  return (
    <section>
      <h3>{council.past}</h3>
      <table class="num">
        <caption class="heard">{council.pastCaption}</caption>
        <thead>
          <tr>
            {[council.columns.file, council.columns.week, council.columns.outcome].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            {[council.columns.states, council.columns.people].map((head) => (
              <th key={head} scope="col" class="n">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {past.map((vote) => {
            const count = tally(rules, vote);
            return (
              <tr key={vote.id}>
                <th scope="row">{titleOf(game, vote)}</th>
                <td>{vote.closes}</td>
                <td>
                  {
                    (isAdvice(vote) ? council.advice : council)[
                      vote.outcome === "passed" ? "passed" : "failed"
                    ]
                  }
                </td>
                <td class="n">{count.states.for}</td>
                <td class="n">{printPercent(count.people.for)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
