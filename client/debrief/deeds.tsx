// Words against deeds: agreements and threats, kept, broken or never tested.

import { deeds as words } from "../../assets/words/en-end.ts";
import type { Deed, Result } from "../../shared/result.ts";
import type { Rules } from "../../shared/scenario.ts";
import { agreementName, fileTitle, seatList, seatName } from "../label.ts";
import { headed } from "../speech.ts";

const nameOf = (rules: Rules, deed: Deed): string =>
  deed.kind === "agreement" ? agreementName(rules, deed.name) : words.threat(fileTitle(rules, deed.name));

const outcomeOf = ({ outcome, breaker }: Deed): string =>
  outcome === "broken" && breaker ? words.brokenBy(seatName(breaker)) : words.outcomes[outcome];

export function Deeds({ rules, result }: { rules: Rules; result: Result }) {
  const count = (outcome: Deed["outcome"]) => result.deeds.filter((deed) => deed.outcome === outcome).length;
  if (result.deeds.length === 0)
    return (
      <>
        <h2>{words.title(0, 0)}</h2>
        <p class="end-note">{words.none}</p>
      </>
    );
  const { columns } = words;
  return (
    <>
      <h2>{words.title(count("kept"), count("broken"))}</h2>
      <p class="end-note">{words.note}</p>
      <table class="end-table end-deeds stacked">
        <thead>
          <tr>
            {Object.values(columns).map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {result.deeds.map((deed, k) => (
            <tr key={`${deed.name}/${k}`}>
              <th scope="row">
                {nameOf(rules, deed)}
                {deed.secret && ` (${words.secret})`}
              </th>
              <td data-label={columns.who}>{headed(seatList(deed.by))}</td>
              <td data-label={columns.when}>
                {deed.from < 0 ? deed.until : words.weeks(deed.from, deed.until)}
              </td>
              {deed.kind === "agreement" ? (
                <td data-label={columns.measured}>{words.measured(deed.measured, deed.terms)}</td>
              ) : (
                <td />
              )}
              <td data-label={columns.outcome}>{outcomeOf(deed)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
