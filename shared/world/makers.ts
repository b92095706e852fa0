// What Chinese makers promise through Beijing about goods under a European measure (E48): a least price, or no more than
// so much. They hold to it as long as the market does not pull them too far below; in a flood they hold to nothing.

import { clip, exp, log, zeros } from "../exact.ts";
import type { MetricId } from "../scenario/terms.ts";
import type { Rules } from "../scenario.ts";
import { type File, holds, type Pledged, type State, type Term } from "../state.ts";

/** Part of a body's usual error with which invoices are read. */
export const INVOICES = 0.2;

/** The measure a term of makers is about, if it is one on goods. */
const goodsOf = (files: readonly File[], about: string): File | undefined =>
  files.find((f) => f.id === about && f.sector >= 0);

/** How far sales fall at once for a log point of price (E3). */
export const elasticityOf = ({ model, sectors }: Rules, s: number): number =>
  model.trade.impactLower * sectors[s]!.elasticity;

/** Makers aim some way beyond what they promised, for what the invoices may seem to say. */
const aim = ({ model }: Rules): number => log(1 + INVOICES * model.contracts.margin);

/** Log points that makers keep up together against the market: more while capacity is cut at home, none in a flood. */
function bearable(state: State, most: number, cut: number): number {
  if (state.tick < state.beijing.floodUntil) return 0;
  return most * (state.beijing.course === "anti-involution" ? 1 + cut : 1);
}

/** What stands at signature: the market price of the sector (log points cheaper, E7), or its sales, EUR bn a year. */
export function makersMark(state: State, { metric, about }: Pick<Term, "metric" | "about">): number {
  const s = goodsOf(state.files, about)?.sector ?? -1;
  if (s < 0) return 0;
  return metric === "quota" ? state.trade.imports[s]! : state.trade.price[s]!;
}

/** Log points by which makers keep covered goods dearer than the market would have them, and what it then reads. */
function kept(rules: Rules, state: State, term: Term & Partial<Pledged>): { up: number; reading: number } {
  const s = goodsOf(state.files, term.about)?.sector ?? -1;
  if (s < 0) return { up: 0, reading: term.value };
  const { trade } = state;
  const { discipline, withhold, disciplineCut } = rules.model.trade;
  const start = term.start ?? makersMark(state, term);
  if (term.metric === "least-price") {
    const cheaper = trade.price[s]! - start;
    const up = clip(cheaper + log(term.value) + aim(rules), 0, bearable(state, discipline, disciplineCut));
    return { up, reading: exp(up - cheaper) };
  }
  const elasticity = elasticityOf(rules, s);
  const more = log(trade.imports[s]! / start) + elasticity * trade.held[s]!;
  const less = clip(more - log(term.value) + aim(rules), 0, bearable(state, withhold, disciplineCut));
  return { up: less / elasticity, reading: exp(more - less) };
}

/** Price of covered goods, or their sales, against the week of signature. */
export const makersRead = (rules: Rules, state: State, term: Term & Partial<Pledged>): number =>
  kept(rules, state, term).reading;

/** What makers promise, not a government. */
export const isMakers = (metric: MetricId): boolean => metric === "least-price" || metric === "quota";

/** Log points by which each sector's Chinese goods are dearer for it: the more of the sector a measure covers, the more. */
export function keptDearer(rules: Rules, state: State): number[] {
  const held = zeros(rules.S);
  const terms = state.contracts
    .filter((c) => holds(c, state.tick))
    .flatMap((c) => c.terms.filter((term) => term.state === "open" && isMakers(term.metric)));
  if (terms.length === 0) return held;
  for (const file of state.files) {
    const mine = terms.filter(({ about }) => about === file.id);
    if (mine.length === 0 || file.sector < 0) continue;
    held[file.sector]! += file.breadth * Math.max(...mine.map((term) => kept(rules, state, term).up));
  }
  return held;
}
