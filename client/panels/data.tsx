// The figures behind the picture: what each side could cost the other, what comes through the gate, trade by sector, and
// every other number this seat knows. Each of them answers "why?".

import { CATALOGUE, type IndicatorId, indicatorOf } from "../../shared/indicators.ts";
import { figure } from "../figure.ts";
import { headlines } from "../headline.ts";
import { numberName } from "../label.ts";
import { speech } from "../speech.ts";
import { Agreements } from "../talks/agreement.tsx";
import { agreements } from "../talks/rooms.ts";
import { Cell, Scroll } from "./cell.tsx";
import { type Game, useGame, useMedia, WIDE } from "./context.ts";
import { Derisking, licensed } from "./derisking.tsx";
import { Goals } from "./goals.tsx";
import { Leverage } from "./leverage.tsx";
import { Losses } from "./losses.tsx";
import { MembersTable } from "./members.tsx";
import { Promises } from "./promises.tsx";
import "./data.css";

/** The unit as it stands beside the name of a row. */
const unitOf = (id: IndicatorId): string => speech.units[indicatorOf(id).unit] ?? "";

const INPUT_ROWS: readonly IndicatorId[] = [
  "throughput",
  "licenceDays",
  "approval",
  "stock",
  "queue",
  "gap",
  "elsewhere",
  "marketPower",
  "stockpile",
  "price",
];

/** Inputs across, what is known of them down: the panel is narrow, and the numbers are many. */
function Inputs({ game }: { game: Game }) {
  const { view } = game;
  const list = licensed(game);
  return (
    <Scroll label={speech.dataPanel.caption.inputs}>
      <table class="num">
        <caption class="heard">{speech.dataPanel.caption.inputs}</caption>
        <thead>
          <tr>
            <th scope="col">{speech.dataPanel.input}</th>
            {list.map(({ input }) => (
              <th key={input.id} scope="col" class="n" title={input.name}>
                {speech.shortInput(input.name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{speech.indicators.mode.name}</th>
            {list.map(({ input, i }) => (
              <td key={input.id} class="n">
                {speech.modes[view.pub.law.modes[i]!]}
              </td>
            ))}
          </tr>
          {INPUT_ROWS.map((id) => (
            <tr key={id}>
              <th scope="row" title={speech.indicators[id].what}>
                {speech.indicators[id].name} <small class="dim-2">{unitOf(id)}</small>
              </th>
              {list.map(({ input, i }) => (
                <Cell key={input.id} game={game} id={id} k={i} plain />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** Five figures leave no room beside them for the name of a sector: it stands above them. */
const TRADE_COLUMNS: readonly IndicatorId[] = ["imports", "cheaper", "dutyEurope", "dutyChina", "injury"];

function Trade({ game }: { game: Game }) {
  const { rules, view } = game;
  return (
    <Scroll label={speech.dataPanel.caption.trade}>
      <table class="num by-sector">
        <caption class="heard">{speech.dataPanel.caption.trade}</caption>
        <thead>
          <tr>
            {TRADE_COLUMNS.map((id) => (
              <th key={id} scope="col" class="n" title={speech.indicators[id].what}>
                {numberName(view.seat, id)}
              </th>
            ))}
          </tr>
        </thead>
        {rules.sectors.map((sector, k) => (
          <tbody key={sector.id}>
            <tr>
              <th scope="rowgroup" colSpan={TRADE_COLUMNS.length}>
                {sector.name}
              </th>
            </tr>
            <tr>
              {TRADE_COLUMNS.map((id) => (
                <Cell key={id} game={game} id={id} k={k} plain />
              ))}
            </tr>
          </tbody>
        ))}
      </table>
    </Scroll>
  );
}

/** Numbers of the whole Union that stand nowhere else in this panel or at the top. */
function Others({ game }: { game: Game }) {
  const { rules, view } = game;
  const elsewhere: readonly string[] = [
    ...[
      "hold",
      "holdWeeks",
      "holdNet",
      "europeNet",
      "europeReady",
      "europeVote",
      "europeLaw",
      "europeWeeks",
      "points",
      "money",
    ],
    ...headlines(rules, view.seat).map(({ id }) => id),
  ];
  const rest = CATALOGUE.filter(
    ({ id, per }) =>
      per === "union" && !elsewhere.includes(id) && figure(rules, view, id as IndicatorId) !== undefined,
  );
  return (
    <table class="num">
      <caption class="heard">{speech.dataPanel.caption.numbers}</caption>
      <thead>
        <tr>
          <th scope="col">{speech.dataPanel.number}</th>
          <th scope="col" class="n">
            {speech.dataPanel.now2}
          </th>
        </tr>
      </thead>
      <tbody>
        {rest.map(({ id }) => (
          <tr key={id}>
            <th scope="row">{numberName(view.seat, id as IndicatorId)}</th>
            <Cell game={game} id={id as IndicatorId} k={0} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function DataPanel() {
  const game = useGame();
  const { view } = game;
  const words = speech.dataPanel;
  // Beside the map the list of states is one press away; without it, it stands for the map.
  const wide = useMedia(WIDE);
  return (
    <div class="data">
      <Leverage game={game} />
      <Promises game={game} />
      {view.own.goals.length > 0 && (
        <section>
          <h3>{speech.goals.title}</h3>
          <p class="small dim">{speech.goals.note}</p>
          <Goals game={game} />
        </section>
      )}
      <Losses game={game} />
      {!wide && <MembersTable open />}
      <section>
        <h3>{words.inputs}</h3>
        <Inputs game={game} />
      </section>
      <Derisking game={game} />
      <section>
        <h3>{words.trade}</h3>
        <Trade game={game} />
      </section>
      <section>
        <h3>{words.politics}</h3>
        <Others game={game} />
      </section>
      <Agreements game={game} list={agreements(game.view)} />
      {wide && <MembersTable />}
    </div>
  );
}
