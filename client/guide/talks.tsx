// How seats agree: rooms, drafts, who measures, and what follows from a breach; with an agreement as the editor shows it.

import { ENFORCEMENTS } from "../../shared/moves/enforce.ts";
import { MEASURES } from "../../shared/scenario/terms.ts";
import type { Rules } from "../../shared/scenario.ts";
import { type Seat, sideOf } from "../../shared/seat.ts";
import type { Draft } from "../../shared/state.ts";
import { fill } from "../../shared/world/signing.ts";
import { SideMark } from "../parts/side.tsx";
import { printPercent } from "../print.ts";
import { speech } from "../speech.ts";
import { consequences } from "../talks/broken.ts";
import { accuracyText, boundText, timeText, titleText } from "../talks/term.ts";
import { text } from "./text.ts";

const TABLE: Seat[] = ["commission", "beijing"];

/** The first agreement of the scenario between Brussels and Beijing, without what would need a case under way. */
export function exampleOf(rules: Rules): Draft | undefined {
  const template = rules.templates.find(({ between }) => between === "commission-beijing");
  return template && fill(rules, template.id, TABLE, (about) => (about === "case" ? undefined : about));
}

function Example({ rules, draft }: { rules: Rules; draft: Draft }) {
  const { talks } = text.guide;
  return (
    <figure class="agreement-example">
      <figcaption>
        <h3>{talks.example}</h3>
        <p>{talks.exampleNote(draft.weeks)}</p>
      </figcaption>
      <ol>
        {draft.terms.map((term, k) => (
          <li key={`${term.metric}/${term.about}`}>
            <SideMark side={sideOf(term.by)} named />
            <p>
              {k + 1}. <b>{titleText(rules, [], term)}</b> {boundText(term)} {timeText(term, draft.weeks)}
            </p>
            <p class="small dim num">
              {[speech.measures[term.measure].title, accuracyText(rules, term.measure, term.metric)].join(
                ", ",
              )}
            </p>
          </li>
        ))}
      </ol>
      <h4>{talks.broken}</h4>
      <ul>
        {consequences(rules, "observer", draft).map(({ by, lead, text: what }) => (
          <li key={lead}>
            <SideMark side={sideOf(by)} named />
            <p>
              <b>{lead}</b> {what}
            </p>
          </li>
        ))}
      </ul>
    </figure>
  );
}

function Bodies({ rules }: { rules: Rules }) {
  const { bodies, bodiesNote, columns, never, windowNote } = text.guide.talks;
  const { windowLeast, windowMost, breachShare, breachReports } = rules.model.contracts;
  return (
    <>
      <table class="stacked">
        <caption>{bodies}</caption>
        <thead>
          <tr>
            <th scope="col">{columns.body}</th>
            <th scope="col">{columns.how}</th>
            <th scope="col">{columns.what}</th>
          </tr>
        </thead>
        <tbody>
          {[...MEASURES].reverse().map((measure) => (
            <tr key={measure}>
              <th scope="row">{speech.measures[measure].title}</th>
              <td data-label={columns.how} class="num">
                {accuracyText(rules, measure) || never}
              </td>
              <td data-label={columns.what}>{speech.measures[measure].what}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>{windowNote(windowLeast, windowMost, printPercent(100 * breachShare), breachReports)}</p>
      <p>{bodiesNote}</p>
    </>
  );
}

/** What a promised vote costs, what a kept one brings, and what a broken agreement leaves. */
export function Prices({ rules: { model } }: { rules: Rules }) {
  const { votes, standing, given } = text.guide.talks;
  const { cost, politics, score, contracts } = model;
  return (
    <>
      <p>{votes(cost["give-pledge"]!, politics.pledgesEach, cost["send-envoy"]!)}</p>
      <p>{standing(score.kept, contracts.keptEvery)}</p>
      <p>{given}</p>
    </>
  );
}

function Enforcing() {
  return (
    <>
      <h3>{text.guide.talks.enforce}</h3>
      <dl class="terms">
        {ENFORCEMENTS.map((how) => (
          <div key={how}>
            <dt>{speech.values.how![how]!.title}</dt>
            <dd>{speech.values.how![how]!.what}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

export function Talks({ rules }: { rules?: Rules }) {
  const { talks } = text.guide;
  const draft = rules && exampleOf(rules);
  return (
    <>
      <p>{talks.rooms}</p>
      <p>{talks.drafts}</p>
      {rules && (
        <p>
          {talks.session(
            rules.calendar.talksEvery,
            rules.calendar.talksFirst,
            rules.model.contracts.sessionWeeks,
          )}
        </p>
      )}
      {rules && draft && <Example rules={rules} draft={draft} />}
      {rules && <Bodies rules={rules} />}
      <Enforcing />
    </>
  );
}
