// The map as plain data: what stands where, for whoever draws it. No words, no colours, no browser.

import { memberAt, type Rules } from "../shared/scenario.ts";
import { memberIndex, type View } from "../shared/view.ts";
import { errorOf, read } from "./figure.ts";
import { type ArcIn, type ArcOut, arcsIn, arcsOut, type Ends } from "./scenes/arcs.ts";
import { type Box, europe, type Frame, frameOf } from "./scenes/frame.ts";
import { type Gate, gateOf, type Known, shownInput } from "./scenes/gate.ts";
import { type Fill, fillOf, type Lens, RAMPS, type Ramp, STANDS_IN, type VoteLens } from "./scenes/lens.ts";
import { type Tag, tagsOf } from "./scenes/tags.ts";

export interface State {
  code: string;
  /** Member index; -1 for a state of the Union without a seat in this scenario. */
  m: number;
  fill: Fill;
  /** Chosen on the map or in the table; could turn the vote alone. */
  chosen: boolean;
  pivotal: boolean;
}

/** The Union's common store of the input whose flow the map shows. */
export interface Reserve {
  /** Index of the input. */
  i: number;
  weeks: Known;
  /** The same in the input's own unit; undefined where that is an index. */
  amount: number | undefined;
  /** Ordered and not yet bought, weeks; undefined where the seat does not know. */
  ordered: number | undefined;
}

/** How to read the lens. */
type Legend = Ramp | { kind: "stands"; stands: readonly Fill[] } | { kind: "offers"; known: number };

export interface Layout {
  box: Box;
  /** Size of letters, 1 = 16 px for a paragraph. */
  text: number;
  frame: Frame;
  lens: Lens;
  legend: Legend;
  states: State[];
  tags: Tag[];
  /** Absent while a vote is shown: only the states matter then. */
  gate: Gate | undefined;
  /** Index of the input that flows in, and the share of normal that passes. */
  shown: number;
  passing: number;
  arcsIn: ArcIn[];
  arcsOut: ArcOut[];
  reserve: Reserve | undefined;
  /** Some state has a stack beside its code. */
  stacked: boolean;
}

export interface LayoutSettings {
  lens: Lens;
  vote?: VoteLens | undefined;
  selection?: string | undefined;
  box: Box;
  /** px of the screen for a px of the page. */
  dpr: number;
  text?: number;
}

/** Lays out the map of a View. */
export function layout(rules: Rules, view: View, settings: LayoutSettings): Layout {
  const { lens, vote, box, dpr, text = 1 } = settings;
  const frame = frameOf(box, text);
  const shown = shownInput(rules, view);
  const me = memberIndex(rules, view.seat);
  const tags = tagsOf(rules, view, { frame, box, text, lens, vote, shown, me });
  const snap = (y: number) => Math.round(y * dpr) / dpr;
  const gate = lens === "vote" ? undefined : gateOf(rules, view, { frame, box, text, shown, snap });
  const ends = endsOf(tags, text);
  const slot = gate?.slots.find((s) => s.kind === "input" && s.i === shown);
  return {
    ...{ box, text, frame, lens, tags, gate, shown },
    legend: legendOf(lens, tags),
    states: statesOf(rules, view, settings),
    passing: slot?.open ?? 0,
    arcsIn: gate ? arcsIn(rules, gate, shown, ends) : [],
    arcsOut: gate ? arcsOut(rules, view, gate, ends) : [],
    reserve: gate && reserveOf(rules, view, shown),
    stacked: tags.some(({ stack }) => stack !== undefined),
  };
}

function statesOf(rules: Rules, view: View, { lens, vote, selection }: LayoutSettings): State[] {
  return europe.members.map(({ code }) => {
    const m = memberAt(rules, code);
    return {
      code,
      m,
      fill: m < 0 ? "land" : fillOf(rules, view, lens, vote, m),
      chosen: m >= 0 && code === selection,
      pivotal: lens === "vote" && m >= 0 && vote?.pivotal?.includes(code) === true,
    };
  });
}

/** Arcs come in from the right and end short of the code; they leave below it. */
const endsOf = (tags: readonly Tag[], text: number): Map<number, Ends> =>
  new Map(
    tags.map(({ m, code, rect }) => [
      m,
      {
        code,
        arrive: { x: rect.x + rect.width + 2 * text, y: rect.y + rect.height / 2 - 2 * text },
        leave: { x: rect.x + Math.min(rect.width, 20 * text), y: rect.y + rect.height / 2 + 5 * text },
      },
    ]),
  );

function legendOf(lens: Lens, tags: readonly Tag[]): Legend {
  if (lens === "pain" || lens === "exposure" || lens === "stocks") return RAMPS[lens];
  const stands = STANDS_IN[lens];
  return stands
    ? { kind: "stands", stands }
    : { kind: "offers", known: tags.filter(({ offer }) => offer).length };
}

function reserveOf(rules: Rules, view: View, i: number): Reserve | undefined {
  const value = read(rules, view, "stockpile", i);
  if (value === undefined) return undefined;
  const { unit, demand } = rules.inputs[i]!;
  return {
    i,
    weeks: { value, error: errorOf(rules, view, "stockpile", i, value) },
    amount: unit === "index" ? undefined : (value * demand) / 52,
    ordered: read(rules, view, "ordered", i),
  };
}
