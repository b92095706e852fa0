// What an agreement is, as anybody reads it off: what it promises, how well that is measured, whether it binds both sides,
// and how much it soothes firms (E48). What follows from it stands in breach.ts, panel.ts and restore.ts.

import type { Measure, MetricId } from "../scenario/terms.ts";
import type { Rules } from "../scenario.ts";
import { isMember, type Seat } from "../seat.ts";
import { type Contract, holds, type Pledged, type State, type Term, tell } from "../state.ts";
import { METRIC } from "./metrics.ts";
import { inputsIn } from "./readings.ts";
import { meanCredence } from "./resolve.ts";

/** vq from which firms and scores count an agreement as measured, and up to which it is a bare promise. */
export const MEASURED = 0.5;
const BARE = 0.3;

/** As much of an agreement as its nature is read off; a View shows that much. */
interface Nature extends Pick<Contract, "verified" | "binding" | "parties"> {
  terms: readonly Pick<Pledged, "metric" | "state">[];
}

/** Promises something about the supply of inputs. */
export const isSupply = ({ terms }: { terms: readonly Pick<Pledged, "metric">[] }): boolean =>
  terms.some((term) => METRIC[term.metric].supply);

/** Still owes something about it: what runs out under a step-down, or was seen to be broken, is owed no more. */
const owesSupply = ({ terms }: Pick<Nature, "terms">): boolean =>
  isSupply({ terms: terms.filter((term) => term.state === "open") });

/** A promise about supply that next to nobody measures. */
export const isBare = (contract: Pick<Nature, "verified"> & Parameters<typeof isSupply>[0]): boolean =>
  isSupply(contract) && contract.verified <= BARE;

/** A promise about supply between Brussels and Beijing that is measured, and asks for more than there was anyway. */
export const isMeasured = (contract: Nature): boolean =>
  owesSupply(contract) &&
  contract.verified >= MEASURED &&
  contract.binding &&
  contract.parties.includes("commission");

/**
 * Whether what it speaks of has been squeezed since signature for all to see, and not in the way it allows: before any
 * figure says so, such a week proves nothing.
 */
export const isStretched = (rules: Rules, state: State, contract: Contract): boolean =>
  contract.terms.some((term) => {
    const { supply, read } = METRIC[term.metric];
    if (!supply) return false;
    if (term.metric === "stop-notice") return read(rules, state, contract, term) > 0;
    return inputsIn(rules, term.about).some((i) => state.inputs[i]!.squeezedSince > contract.from);
  });

/** An agreement as far as it shows who takes a step in it. */
interface Promised extends Pick<Contract, "parties" | "template"> {
  terms: readonly Pick<Term, "by">[];
}

/** Capitals among themselves promise each other something, a vote among it: what one gives for nothing is no trade. */
export const tradesVotes = ({
  parties,
  terms,
}: {
  parties: readonly Seat[];
  terms: readonly Pick<Term, "by" | "metric">[];
}): boolean =>
  parties.every(isMember) &&
  terms.some(({ metric }) => metric === "ballot") &&
  terms.some(({ by }) => by !== terms[0]!.by);

/** The pause that follows a mutual step-down: what Brussels takes back has gone when it is signed. */
export const STEP_DOWN = "mutual-step-down";

/** Brussels promises Beijing something in it, or has just stepped down; another name that a draft bears says nothing. */
export const isEuropesStep = ({ parties, template, terms }: Promised): boolean =>
  parties.includes("commission") &&
  parties.includes("beijing") &&
  (template === STEP_DOWN || terms.some(({ by }) => by === "commission"));

/** True while an agreement asks steps of both sides: then to take one is no concession that was wrung out of it. */
export const bindsBoth = (
  contracts: readonly (Promised & Pick<Contract, "state" | "until">)[],
  tick: number,
): boolean =>
  contracts.some((c) => holds(c, tick) && isEuropesStep(c) && c.terms.some(({ by }) => by === "beijing"));

/** E48: how much agreements soothe firms now, 0 to 1: the most soothing one in force, which is the least verified; less where it is not believed. */
export function soothing(rules: Rules, state: State): number {
  const least = soother(state);
  return least ? Math.min(1, (1 - least.verified) * meanCredence(rules, state)) : 0;
}

/** The agreement that soothes firms most now, if any does. */
export function soother(state: State): Contract | undefined {
  let least: Contract | undefined;
  for (const c of state.contracts)
    if (holds(c, state.tick) && owesSupply(c) && c.verified < (least?.verified ?? 1)) least = c;
  return least;
}

/** An agreement as far as a party can be found to miss what it promised. */
type Watched<T> = Pick<
  Contract,
  "parties" | "verified" | "binding" | "secret" | "state" | "breaker" | "until"
> & {
  terms: readonly T[];
};

/**
 * Whether Beijing misses what it has promised of supply in a measured agreement that all may read, for longer than it may;
 * `missed` = share of a term's window in which it was missed, in truth or as it is seen.
 */
export const missesSupply = <T extends Pick<Pledged, "by" | "metric">>(
  rules: Rules,
  contracts: readonly Watched<T>[],
  tick: number,
  missed: (term: T) => number,
): boolean =>
  contracts.some(
    (c) =>
      (c.state === "kept" || c.breaker === "beijing") &&
      c.until > tick &&
      !c.secret &&
      isSupply(c) &&
      !isBare(c) &&
      c.terms.some(
        (term) =>
          term.by === "beijing" &&
          METRIC[term.metric].supply &&
          missed(term) > rules.model.contracts.breachShare,
      ),
  );

/** Deeds for which a capital that has promised them is thought the better of: its ballot, and its store shared. */
const HONOURED: readonly MetricId[] = ["ballot", "share-stock"];

/** An agreement as far as it shows whether a promise was kept to somebody. */
interface Kept {
  parties: readonly Seat[];
  from: number;
  secret: boolean;
}

/**
 * Whether a capital gains standing by keeping a term: once for the same partner among agreements signed within so many
 * weeks, since two could else make standing out of empty words without end. Standing is public: for a text that all may
 * read only such texts count, since what stayed away would tell of a secret one.
 */
export function earnsStanding<T extends Pick<Pledged, "by" | "metric" | "state">>(
  rules: Rules,
  contracts: readonly (Kept & { terms: readonly T[] })[],
  { parties, from, secret }: Kept,
  term: Pick<Term, "by" | "metric">,
): boolean {
  const isHonoured = ({ by, metric }: Pick<Term, "by" | "metric">) =>
    by === term.by && HONOURED.includes(metric);
  const isLike = (c: Kept) =>
    (secret || !c.secret) &&
    Math.abs(c.from - from) < rules.model.contracts.keptEvery &&
    c.parties.some((seat) => seat !== term.by && parties.includes(seat));
  const before = contracts.filter(isLike).flatMap((c) => c.terms.filter((t) => isHonoured(t)));
  return isHonoured(term) && !before.some((t) => t !== term && t.state === "kept");
}

/** Whether a side may say that the other has not kept its word: a term of another party seen as broken. */
export const hasCause = (
  contract: { terms: readonly Pick<Pledged, "by" | "state">[] },
  seat: Seat,
): boolean => contract.terms.some((term) => term.by !== seat && term.state === "broken");

/** Whether what is said of a term proves it: not what a survey says, nor what nobody was to look at, unless all can see it. */
export const isProof = ({ metric, measure }: Pick<Term, "metric" | "measure">): boolean =>
  METRIC[metric].open || (measure !== "survey" && measure !== "none");

/** How late, how exactly and how trustworthily a body looks. */
export function measureOf(rules: Rules, measure: Measure): { lag: number; error: number; quality: number } {
  const p = rules.model.contracts;
  if (measure === "register")
    return { lag: p.registerLag, error: p.registerError, quality: p.registerQuality };
  if (measure === "survey") return { lag: p.surveyLag, error: p.surveyError, quality: p.surveyQuality };
  return { lag: 0, error: 0, quality: measure === "public" ? p.publicQuality : 0 };
}

/** News of an agreement, to its parties or to all. */
export function announce(state: State, contract: Contract, code: string, by: Seat | "", amount = 0): void {
  const about = [contract.id, contract.template, ...contract.parties];
  tell(state, { code, by, about, amount, to: contract.secret ? [...contract.parties] : [] });
}
