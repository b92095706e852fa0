// Every vote against its two thresholds, with the states that could have turned it.

import type { Result } from "../../shared/result.ts";
import type { Rules } from "../../shared/scenario.ts";
import { votedName } from "../label.ts";
import { printFixed, printPercent } from "../print.ts";
import { words } from "../words.ts";
import { debrief } from "./text.ts";

const COLUMNS = ["week", "file", "states", "people", "against", "outcome", "turned"] as const;

export function Votes({ rules, result }: { rules: Rules; result: Result }) {
  const { votes: text } = debrief;
  // A vote that the end of the game cut short has turned nothing.
  const counted = result.votes.filter(({ outcome }) => outcome !== "open");
  if (counted.length === 0)
    return (
      <>
        <h2>{text.never}</h2>
        <p class="end-note">{text.neverNote(words.units.weeks(result.weeks))}</p>
      </>
    );
  const { columns } = text;
  const { states, people } = rules.model.law;
  const votes = counted.toSorted((a, b) => a.closes - b.closes);
  const closest = counted.toSorted((a, b) => b.pivotal.length - a.pivotal.length)[0]!;
  return (
    <>
      <h2>{closest.pivotal.length > 0 ? text.oneState(closest.closes) : text.noState}</h2>
      <p class="end-note">{text.note(states, printPercent(people))}</p>
      <table class="end-table end-votes stacked">
        <thead>
          <tr>
            {COLUMNS.map((id) => (
              <th key={id} scope="col">
                {columns[id]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {votes.map(({ id, closes, rule, tally, outcome, pivotal, ...file }) => (
            <tr key={id}>
              <td data-label={columns.week}>{closes}</td>
              <th scope="row">{text.rules[rule](votedName(rules, file, rule))}</th>
              <td data-label={columns.states}>{tally.states.for}</td>
              <td data-label={columns.people}>{share(tally.people.for)}</td>
              <td data-label={columns.against}>
                {text.against(tally.states.against, share(tally.people.against))}
              </td>
              <td data-label={columns.outcome}>{outcome !== "open" && text.outcomes[outcome]}</td>
              <td data-label={columns.turned}>
                {pivotal.map((m) => rules.members[m]!.code).join(" ") || text.nobody}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

/** A share of the people to one decimal: near 65 % it decides. */
const share = (percent: number): string => words.units.percent(printFixed(percent, 1));
