// A figure in a table that opens its explanation, and a table that may be wider than its place.

import type { ComponentChildren } from "preact";
import type { IndicatorId } from "../../shared/indicators.ts";
import { figure } from "../figure.ts";
import { numberName } from "../label.ts";
import { speech } from "../speech.ts";
import { words } from "../words.ts";
import type { Game } from "./context.ts";

/** `plain`: the unit stands elsewhere in the table. */
export function Cell({
  game,
  id,
  k,
  plain = false,
}: {
  game: Game;
  id: IndicatorId;
  k: number;
  plain?: boolean;
}) {
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

interface WhyProps {
  game: Game;
  id: IndicatorId;
  k?: number;
  /** Instead of the bare question. */
  text?: string;
}

/** Words that lead to the explanation of a number. */
export function Why({ game: { view, store }, id, k = 0, text }: WhyProps) {
  return (
    <button
      type="button"
      class={`event-why${text ? "" : " bare"}`}
      {...(text ? {} : { "aria-label": words.parts.whyOf(numberName(view.seat, id)) })}
      onClick={(event) => {
        store.why.value = { id, k, anchor: event.currentTarget };
      }}
    >
      {text ?? speech.council.why}
    </button>
  );
}

export const Scroll = ({ label, children }: { label: string; children: ComponentChildren }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
  <section class="scroll" tabIndex={0} aria-label={label}>
    {children}
  </section>
);
