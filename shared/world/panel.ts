// Panels (E46): who may call one about what, what it finds, and what a complaint without ground costs.

import type { Trace } from "../explain.ts";
import type { Rules } from "../scenario.ts";
import type { Seat, Viewpoint } from "../seat.ts";
import { type Contract, holds, type Pledged, type State, type Word } from "../state.ts";
import { announce } from "./agreement.ts";
import { breach, dismiss } from "./breach.ts";
import { esteem } from "./heat.ts";
import { regard } from "./hushed.ts";
import { inputsIn } from "./readings.ts";

/** Promises that nothing stops without notice, of this input. */
const rulesOutStop = (rules: Rules, { terms }: Disputed, input: string): boolean =>
  terms.some(
    ({ metric, state, about }) =>
      metric === "stop-notice" &&
      state === "open" &&
      inputsIn(rules, about).some((i) => rules.inputs[i]!.id === input),
  );

/** An agreement as far as a dispute about a notice needs it; a View shows that much. */
interface Disputed extends Pick<Contract, "state" | "until" | "panel"> {
  terms: readonly Pick<Pledged, "metric" | "state" | "about">[];
}

/** Notices that a seat may bring before a panel: of what the agreement lets nobody stop without one, once, and not its own. */
export const disputable = (
  rules: Rules,
  words: readonly Word[],
  contract: Disputed,
  seat: Viewpoint,
  tick: number,
): Word[] =>
  words.filter(
    (w) =>
      w.form === "notice" &&
      w.state === "open" &&
      w.by !== seat &&
      w.until > tick &&
      rulesOutStop(rules, contract, w.file),
  );

/** Whether a panel that reports in a week looks at a notice: one brought before it, whose date is not long past by then. */
const looksAt = (
  rules: Rules,
  contract: Disputed,
  { form, state, file, until }: Word,
  week: number,
): boolean =>
  form === "notice" &&
  state === "kept" &&
  week < until + rules.model.contracts.disputeWeeks &&
  rulesOutStop(rules, contract, file);

/** Week in which a panel reports that an input may not be restricted before; -1 for none. */
export const heldUntil = (
  rules: Rules,
  words: readonly Word[],
  contracts: readonly Disputed[],
  input: string,
  tick: number,
): number =>
  Math.max(
    -1,
    ...contracts
      .filter((c) => holds(c, tick))
      .filter((c) => words.some((word) => word.file === input && looksAt(rules, c, word, c.panel)))
      .map(({ panel }) => panel),
  );

/** E46: calls a panel; during a notice it looks at that, and nothing stops before it has reported. */
export function complain(rules: Rules, state: State, contract: Contract, by: Seat, trace: Trace): void {
  const { panelWeeks, disputeWeeks } = rules.model.contracts;
  const notices = disputable(rules, state.words, contract, by, state.tick);
  for (const notice of notices) notice.state = "kept";
  contract.panel = state.tick + (notices.length > 0 ? disputeWeeks : panelWeeks);
  contract.complainer = by;
  announce(state, contract, "complaint-made", by, contract.panel);
  trace.mark("contract");
}

/** What a complaint without ground costs the side that made it, and nobody else (E46). */
function blush(rules: Rules, state: State, contract: Contract, by: Seat | ""): void {
  const { unproven } = rules.model.contracts;
  if (by === "beijing") esteem(state, -unproven, 0);
  else if (by !== "") regard(rules, state, by, by === "commission" ? -unproven : -unproven / 2, contract);
}

/** The panel looks at the true figures: a breach is proven, or the side that complained looks the worse. */
export function panelWeek(rules: Rules, state: State, contract: Contract, trace: Trace): void {
  if (contract.panel < 0 || contract.panel > state.tick) return;
  const { complainer } = contract;
  dismiss(contract);
  const guilty = contract.terms.find((term) => term.truth > rules.model.contracts.breachShare);
  if (guilty) {
    breach(rules, state, contract, guilty.by, trace);
    return;
  }
  if (state.words.some((word) => looksAt(rules, contract, word, state.tick))) {
    announce(state, contract, "notice-heard", "");
    return;
  }
  blush(rules, state, contract, complainer);
  announce(state, contract, "complaint-lost", complainer);
  trace.mark("contract");
}
