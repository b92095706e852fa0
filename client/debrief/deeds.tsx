// Words against deeds: agreements and threats, kept, broken or never tested.

import type { Deed, Result } from "../../shared/result.ts";
import type { Rules } from "../../shared/scenario.ts";
import { agreementName, fileTitle, seatList, seatName } from "../label.ts";
import { headed } from "../speech.ts";
import { debrief } from "./text.ts";

const nameOf = (rules: Rules, deed: Deed): string =>
  deed.kind === "agreement"
    ? agreementName(rules, deed.name)
    : debrief.deeds.threat(fileTitle(rules, deed.name));

const outcomeOf = ({ outcome, breaker }: Deed): string =>
  outcome === "broken" && breaker
    ? debrief.deeds.brokenBy(seatName(breaker))
    : debrief.deeds.outcomes[outcome];

const COLUMNS = ["what", "who", "when", "measured", "outcome"] as const;

export function Deeds({ rules, result }: { rules: Rules; result: Result }) {
  const count = (outcome: Deed["outcome"]) => result.deeds.filter((deed) => deed.outcome === outcome).length;
  if (result.deeds.length === 0)
    return (
      <>
        <h2>{debrief.deeds.title(0, 0)}</h2>
        <p class="end-note">{debrief.deeds.none}</p>
      </>
    );
  const { columns } = debrief.deeds;
  return (
    <>
      <h2>{debrief.deeds.title(count("kept"), count("broken"))}</h2>
      <p class="end-note">{debrief.deeds.note}</p>
      <table class="end-table end-deeds stacked">
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
          {result.deeds.map((deed, k) => (
            <tr key={`${deed.name}/${k}`}>
              <th scope="row">
                {deed.secret ? debrief.deeds.secret(nameOf(rules, deed)) : nameOf(rules, deed)}
              </th>
              <td data-label={columns.who}>{headed(seatList(deed.by))}</td>
              <td data-label={columns.when}>
                {deed.from < 0 ? deed.until : debrief.deeds.weeks(deed.from, deed.until)}
              </td>
              {deed.kind === "agreement" ? (
                <td data-label={columns.measured}>{debrief.deeds.measured(deed.measured, deed.terms)}</td>
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
