// The figures behind the picture: what each side could cost the other, what comes through the gate, trade by sector, and
// every other number this seat knows. Each of them answers "why?".

import type { ComponentChildren } from "preact";
import { INDICATORS, type Indicator, type IndicatorId } from "../../shared/indicators.ts";
import { figure, indicatorOf } from "../figure.ts";
import { headlines } from "../headline.ts";
import { speech } from "../speech.ts";
import { Agreements } from "../talks/agreement.tsx";
import { agreements } from "../talks/rooms.ts";
import { type Game, useGame, useMedia, WIDE } from "./context.ts";
import { Leverage } from "./leverage.tsx";
import { MembersTable } from "./members.tsx";
import "./data.css";

const CATALOGUE = INDICATORS as readonly Indicator[];

/** A figure in a cell that opens its explanation. */
function Cell({ game, id, k, plain = false }: { game: Game; id: IndicatorId; k: number; plain?: boolean }) {
  const { rules, view, store } = game;
  const shown = figure(rules, view, id, k);
  if (!shown) return <td class="n dim-2">–</td>;
  return (
    <td class="n">
      <button
        type="button"
        class="cell"
        onClick={(event) => {
          store.why.value = { id, k, anchor: event.currentTarget };
        }}
      >
        {shown.value}
        {!plain && shown.unit && <small class="dim"> {shown.unit}</small>}
        {shown.error && <small class="dim"> {shown.error}</small>}
        <span class="heard">
          {plain && ` ${shown.unit}`}, {speech.dataPanel.why}
        </span>
      </button>
    </td>
  );
}

/** A table that may be wider than its place. */
const Scroll = ({ label, children }: { label: string; children: ComponentChildren }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
  <section class="scroll" tabIndex={0} aria-label={label}>
    {children}
  </section>
);

/** The unit as it stands beside the name of a row. */
const unitOf = (id: IndicatorId): string => speech.units[indicatorOf(id).unit] ?? "";

const INPUT_ROWS: readonly IndicatorId[] = [
  "throughput",
  "licenceDays",
  "stock",
  "queue",
  "gap",
  "elsewhere",
  "stockpile",
  "risk",
  "price",
];

/** Inputs across, what is known of them down: the panel is narrow, and the numbers are many. */
function Inputs({ game }: { game: Game }) {
  const { rules, view } = game;
  const licensed = rules.inputs.map((input, i) => ({ input, i })).filter(({ input }) => input.stockable);
  return (
    <Scroll label={speech.dataPanel.caption.inputs}>
      <table class="num">
        <caption class="heard">{speech.dataPanel.caption.inputs}</caption>
        <thead>
          <tr>
            <th scope="col">{speech.dataPanel.input}</th>
            {licensed.map(({ input }) => (
              <th key={input.id} scope="col" class="n" title={input.name}>
                {speech.shortInput(input.name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{speech.indicators.mode.name}</th>
            {licensed.map(({ input, i }) => (
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
              {licensed.map(({ input, i }) => (
                <Cell key={input.id} game={game} id={id} k={i} plain />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

const TRADE_COLUMNS: readonly IndicatorId[] = ["imports", "dutyEurope", "dutyChina", "injury"];

function Trade({ game }: { game: Game }) {
  const { rules } = game;
  return (
    <Scroll label={speech.dataPanel.caption.trade}>
      <table class="num">
        <caption class="heard">{speech.dataPanel.caption.trade}</caption>
        <thead>
          <tr>
            <th scope="col">{speech.dataPanel.sector}</th>
            {TRADE_COLUMNS.map((id) => (
              <th key={id} scope="col" class="n" title={speech.indicators[id].what}>
                {speech.indicators[id].name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rules.sectors.map((sector, k) => (
            <tr key={sector.id}>
              <th scope="row">{sector.name}</th>
              {TRADE_COLUMNS.map((id) => (
                <Cell key={id} game={game} id={id} k={k} plain />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

/** Numbers of the whole Union that stand nowhere else in this panel or at the top. */
function Others({ game }: { game: Game }) {
  const { rules, view } = game;
  const elsewhere: readonly string[] = [
    ...["hold", "holdWeeks", "europeReady", "europeVote", "europeLaw", "europeWeeks", "points", "money"],
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
            <th scope="row">{speech.indicators[id as IndicatorId].name}</th>
            <Cell game={game} id={id as IndicatorId} k={0} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function DataPanel() {
  const game = useGame();
  const words = speech.dataPanel;
  // Beside the map the list of states is one press away; without it, it stands for the map.
  const wide = useMedia(WIDE);
  return (
    <div class="data">
      <Leverage game={game} />
      {!wide && <MembersTable open />}
      <section>
        <h3>{words.inputs}</h3>
        <Inputs game={game} />
      </section>
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
