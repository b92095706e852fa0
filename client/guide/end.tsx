// How a game ends: the verdict by the thresholds of the scenario, and what the scores are made of.

import { byHorizon, PRESETS, type Rules } from "../../shared/scenario.ts";
import type { Verdict } from "../../shared/state.ts";
import { printEuro, printNumber, printPercent } from "../print.ts";
import { speech } from "../speech.ts";
import { words } from "../words.ts";
import { text } from "./text.ts";

const share = (part: number): string => printPercent(100 * part);

/** When each verdict falls, in words with the scenario's figures. */
function rulesOfVerdicts({ model: { heat, score } }: Rules): Record<Verdict, string> {
  const { verdicts } = text.guide.end;
  return {
    "practical-leverage": verdicts["practical-leverage"](printNumber(heat.practical)),
    "unfinished-business": verdicts["unfinished-business"](),
    "empty-language": verdicts["empty-language"](share(score.bareSecurity), share(score.bareShare)),
    "uncontrolled-confrontation": verdicts["uncontrolled-confrontation"](
      printNumber(heat.confrontation),
      printEuro(heat.lossEnd),
      printNumber(Math.min(heat.collapseWeeks, heat.lossWeeks)),
    ),
  };
}

function Thresholds({ rules }: { rules: Rules }) {
  const { columns } = text.guide.end;
  const { empty, practical } = rules.model.score;
  return (
    <table class="narrow">
      <thead>
        <tr>
          {(["preset", "weeks", "empty", "practical"] as const).map((id) => (
            <th key={id} scope="col" class={id === "preset" ? undefined : "n"}>
              {columns[id]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {PRESETS.map((preset) => {
          const { weeks } = rules.presets[preset];
          return (
            <tr key={preset}>
              <th scope="row">{words.start.preset[preset]}</th>
              <td class="n num">{weeks}</td>
              <td class="n num">{share(byHorizon(empty, weeks))}</td>
              <td class="n num">{share(byHorizon(practical, weeks))}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Verdicts({ rules }: { rules: Rules }) {
  const found = rulesOfVerdicts(rules);
  return (
    <>
      <dl class="terms">
        {(Object.keys(found) as Verdict[]).map((verdict) => (
          <div key={verdict}>
            <dt>{speech.verdicts[verdict].title}</dt>
            <dd>{found[verdict]}</dd>
          </div>
        ))}
      </dl>
      <Thresholds rules={rules} />
    </>
  );
}

function Terms({ title, terms }: { title: string; terms: readonly [points: number, what: string][] }) {
  return (
    <section class="score">
      <h4>{title}</h4>
      <ul>
        {terms.map(([points, what]) => (
          <li key={what}>
            <b class="num">{points}</b> <span>{what}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function End({ rules }: { rules?: Rules }) {
  const { end, seats } = text.guide;
  const weeks = rules && PRESETS.map((preset) => rules.presets[preset].weeks).join(", ");
  const { joint, jointWeeks, emptyFactor, endFactor } = rules?.model.score ?? {};
  return (
    <>
      <p>{end.when(weeks ?? "78–208")}</p>
      <p>{end.two}</p>
      {rules && <Verdicts rules={rules} />}
      <h3>{end.scores}</h3>
      <p>{end.scoresNote}</p>
      <div class="scores">
        <Terms title={seats.commission.title} terms={end.commission} />
        <Terms title={seats.beijing.title} terms={end.beijing} />
        <Terms title={seats.members.title} terms={end.member} />
      </div>
      {joint !== undefined && jointWeeks !== undefined && (
        <p>{end.bonus(printNumber(joint), printNumber(jointWeeks))}</p>
      )}
      {emptyFactor !== undefined && endFactor !== undefined && (
        <p>{end.cut(end.times(share(emptyFactor)), end.times(share(endFactor)))}</p>
      )}
    </>
  );
}
