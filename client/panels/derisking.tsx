// What firms build elsewhere by themselves: the risk they see, what they start, and what closes for want of a price.
// Calm, and promises that nobody measures, empty this picture long before anything stops.

import type { IndicatorId } from "../../shared/indicators.ts";
import { holds } from "../../shared/state.ts";
import { isBare } from "../../shared/world/agreement.ts";
import { read } from "../figure.ts";
import { noteKey } from "../history.ts";
import { agreementName } from "../label.ts";
import { Sparkline } from "../parts/sparkline.tsx";
import { printPercent } from "../print.ts";
import { speech } from "../speech.ts";
import { Cell, Scroll } from "./cell.tsx";
import type { Game } from "./context.ts";
import "./derisking.css";

const ROWS: readonly IndicatorId[] = ["risk", "starts", "underway", "closures", "closed"];

/** Inputs that need a licence, and their places in the scenario. */
export const licensed = ({ rules }: Pick<Game, "rules">) =>
  rules.inputs.map((input, i) => ({ input, i })).filter(({ input }) => input.stockable);

/** The picture in one sentence. */
export function finding({ rules, view }: Pick<Game, "rules" | "view">): string {
  const { derisking: words, quoted } = speech;
  const sum = (id: IndicatorId) =>
    licensed({ rules }).reduce((total, { i }) => total + (read(rules, view, id, i) ?? 0), 0);
  const [starts, closures] = [sum("starts"), sum("closures")];
  const bare = view.pub.contracts.findLast((c) => holds(c, view.pub.tick) && isBare(c));
  const of = bare && ([quoted(agreementName(rules, bare.template)), bare.until] as const);
  if (starts === 0) return of ? words.soothed(...of) : words.calm;
  if (closures > starts) return of ? words.fadesSoothed(...of) : words.fades;
  return words.grows;
}

const width = (x: number, most: number): string => `${most > 0 ? (100 * x) / most : 0}%`;

/** Each input: the way its risk went, and what is started and what closes in a quarter, on one scale. */
function Bars({ game }: { game: Game }) {
  const { rules, view, store } = game;
  const words = speech.derisking;
  const list = licensed(game);
  const of = (id: IndicatorId, i: number) => read(rules, view, id, i) ?? 0;
  const most = Math.max(...list.flatMap(({ i }) => [of("starts", i), of("closures", i)]), 0.0005);
  const share = (x: number) => printPercent(Math.round(100 * x));
  /** Half a year of it, in figures. */
  const went = (i: number): string => {
    const past = store.history.value[noteKey("risk", i)]?.[0];
    const [now, was] = [share(of("risk", i)), past && share(past.value)];
    return words.riskWent(now, was === now ? undefined : was);
  };
  const print = (x: number) => printPercent(Math.round(10_000 * x) / 100, 2);
  return (
    <div class="derisking-bars small num">
      <span class="dim tiny">{words.input}</span>
      <span class="dim tiny">{words.risk}</span>
      <span class="dim tiny">{words.bars}</span>
      {list.map(({ input, i }) => (
        <div class="derisking-row" key={input.id}>
          <span>{speech.shortInput(input.name)}</span>
          <span class="derisking-risk">
            <Sparkline
              values={(store.history.value[noteKey("risk", i)] ?? []).map((note) => note.value)}
              width={56}
              height={24}
              range={[0, 0.5]}
            />
            <span class="tiny">{went(i)}</span>
          </span>
          <span class="derisking-pair">
            <span class="derisking-bar keep-colour starts" style={{ width: width(of("starts", i), most) }} />
            <span class="tiny">{words.started(print(of("starts", i)))}</span>
            <span
              class="derisking-bar keep-colour closes"
              style={{ width: width(of("closures", i), most) }}
            />
            <span class="tiny">{words.closes(print(of("closures", i)))}</span>
          </span>
        </div>
      ))}
    </div>
  );
}

/** Bars and figures. Nothing for those who hear of named plants only. */
export function Derisking({ game }: { game: Game }) {
  const { rules, view } = game;
  const words = speech.derisking;
  if (read(rules, view, "starts", 0) === undefined) return null;
  const list = licensed(game);
  return (
    <section class="derisking">
      <h3>{words.title}</h3>
      <p>{finding(game)}</p>
      <Bars game={game} />
      <Scroll label={words.caption}>
        <table class="num">
          <caption class="heard">{words.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.share}</th>
              {list.map(({ input }) => (
                <th key={input.id} scope="col" class="n" title={input.name}>
                  {speech.shortInput(input.name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ROWS.map((id) => (
              <tr key={id}>
                <th scope="row" title={speech.indicators[id].what}>
                  {speech.indicators[id].name}
                </th>
                {list.map(({ input, i }) => (
                  <Cell key={input.id} game={game} id={id} k={i} plain />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
