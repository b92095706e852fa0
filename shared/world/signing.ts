// How agreements come about, and what their terms do by themselves at signature: instructions to licence offices, duties
// held down, goods let through, gifts, payments. The rest is up to those who promised it.

import { sum } from "../exact.ts";
import type { Trace } from "../explain.ts";
import type { MetricId } from "../scenario/terms.ts";
import { memberAt, type Rules } from "../scenario.ts";
import { isMember, type Seat, type Viewpoint } from "../seat.ts";
import {
  type Contract,
  type Draft,
  isTight,
  newId,
  type Pledged,
  type State,
  type Term,
  tell,
} from "../state.ts";
import { announce, isBare, measureOf } from "./agreement.ts";
import { lawApplies, nowIn } from "./clock.ts";
import { settleCards } from "./controls.ts";
import { dropVotes, rateBefore } from "./council.ts";
import { releaseGoods } from "./customs.ts";
import { closeFile, shelve } from "./duties.ts";
import { openLane } from "./gifts.ts";
import { coolDown, warm } from "./heat.ts";
import { METRIC } from "./metrics.ts";
import { binds } from "./promise.ts";
import { moneyOf, pay } from "./purse.ts";
import { canWait, inputsIn } from "./readings.ts";
import { giveWay, memberFolds } from "./resolve.ts";
import { holdDown, toldShift, toldWeeks } from "./restore.ts";
import { sellMore } from "./trade.ts";
import { holdPackage, turnValve } from "./valve.ts";

const isSupplyTerm = ({ metric }: Term): boolean => METRIC[metric].supply;

/** Promises about supply that ask for more than there would be without them. */
const bindingTerms = (rules: Rules, terms: readonly Term[]): Term[] =>
  terms.filter((term) => isSupplyTerm(term) && binds(rules, term));

/**
 * vq of what a draft promises about supply: the mean over those of its promises that bind; 1 where there is none about
 * supply, and 0 where none binds, since to look at what asks for nothing proves nothing.
 */
export function qualityOf(rules: Rules, terms: readonly Term[]): number {
  if (!terms.some(isSupplyTerm)) return 1;
  const binding = bindingTerms(rules, terms);
  return binding.reduce((sum, { measure }) => sum + measureOf(rules, measure).quality / binding.length, 0);
}

/**
 * Offices are told to be quicker, or to grant more, for as long as the agreement lasts, with a margin for what the
 * figures may say; a squeeze ends.
 */
function instruct(rules: Rules, state: State, contract: Contract, term: Term, trace: Trace): void {
  for (const i of inputsIn(rules, term.about)) {
    if (isTight(state.inputs[i]!.mode)) turnValve(rules, state, i, "case-by-case", trace);
    const input = state.inputs[i]!;
    if (term.metric === "licence-days")
      input.licenceWeeks = Math.min(input.licenceWeeks, toldWeeks(rules, term.value));
    else {
      input.shift = Math.max(input.shift, toldShift(rules, term.value, input));
      // What another agreement lets through stays for its own time: one more promise breaks none.
      input.shiftEnds = Math.max(input.shiftEnds, contract.until);
    }
  }
}

/** Money changes hands, in full or not at all; a draft that its payer cannot pay is not signed (moves/terms.ts). */
function payOut(rules: Rules, state: State, term: Pledged): void {
  if (moneyOf(rules, state, term.by) < term.value) return;
  pay(rules, state, term.by, 0, term.value);
  pay(rules, state, term.about as Seat, 0, -term.value);
  term.start = term.value;
}

type Perform = (rules: Rules, state: State, contract: Contract, term: Pledged, trace: Trace) => void;

const rest: Perform = (rules, state, _, term) => holdDown(rules, state, term);

const withFile = (state: State, id: string) => state.files.find((f) => f.id === id && f.stage !== "closed");

const PERFORM: Partial<Record<MetricId, Perform>> = {
  "licence-days": instruct,
  "approval-rate": instruct,
  throughput: instruct,
  "general-licences": (rules, state, _, term, trace) => {
    for (const i of inputsIn(rules, term.about)) {
      if (isTight(state.inputs[i]!.mode)) turnValve(rules, state, i, "case-by-case", trace);
      if (state.inputs[i]!.mode === "case-by-case") turnValve(rules, state, i, "general", trace);
    }
  },
  "china-duty": rest,
  "europe-duty": rest,
  "no-hold": (rules, state, _, term) => releaseGoods(rules, state, memberAt(rules, term.about)),
  "fast-lane": (rules, state, contract, term) =>
    openLane(state, memberAt(rules, term.about), term.value, contract.until),
  orders: (rules, state, contract, term) => {
    const m = memberAt(rules, term.about);
    sellMore(state.trade, { of: contract.id, m, by: term.value, until: contract.until });
  },
  investment: (rules, state, _, term) => {
    state.members[memberAt(rules, term.about)]!.plants += term.value;
  },
  "close-case": (rules, state, _, term, trace) => {
    const file = withFile(state, term.about);
    if (!file) return;
    term.shelved = shelve(file, state.tick, rateBefore(state, file));
    dropVotes(state, file);
    coolDown(state, file, 1);
    closeFile(rules, state, file, trace);
  },
  "floor-price": rest,
  "law-delay": (rules, state, _, term) => {
    const file = withFile(state, term.about);
    if (!file || !canWait(file, state.tick)) return;
    if (file.stage === "in-force") file.gate += term.value;
    else file.nextGate = lawApplies(rules, file, nowIn(state)) + term.value;
  },
  "no-new-control": (rules, state, _, __, trace) => {
    if (holdPackage(rules, state, trace)) settleCards(rules, state);
  },
  payment: (rules, state, _, term) => payOut(rules, state, term),
};

/** Ballots that a capital promises among terms. */
export const ballotsBy = <T extends Pick<Term, "by" | "metric">>(terms: readonly T[], seat: Viewpoint): T[] =>
  terms.filter((term) => term.metric === "ballot" && term.by === seat);

/** How many envoys could bring a capital what terms give it, or would have to ask for the ballots it promises. */
function envoysFor(rules: Rules, terms: readonly Term[], code: Seat): number {
  const gifts = terms.filter(
    ({ metric, about }) => ["fast-lane", "orders", "investment"].includes(metric) && about === code,
  );
  const borne = gifts.map(({ metric, value }) =>
    metric === "investment" ? Math.ceil(value / rules.model.beijing.plantWorth) : 1,
  );
  return Math.max(sum(borne), ballotsBy(terms, code).length);
}

/**
 * Points that an agreement of a seat costs it at signature. Beijing's gifts, and ballots promised to it, cost what envoys
 * with the same in hand would; a ballot promised to the Commission costs what a pledge does.
 */
export function pointsOf(rules: Rules, terms: readonly Term[], seat: Viewpoint): number {
  const { cost, beijing } = rules.model;
  if (seat === "commission")
    return cost["give-pledge"]! * terms.filter(({ metric }) => metric === "ballot").length;
  if (seat !== "beijing") return 0;
  const each = rules.members.map(({ code, population }) => {
    const price = cost[population > beijing.envoyBig ? "send-envoy/big" : "send-envoy"]!;
    return price * envoysFor(rules, terms, code);
  });
  return sum(each);
}

/** EUR m a seat pays at signature. */
export const paymentOf = (terms: readonly Term[], seat: Seat): number =>
  terms.filter((t) => t.metric === "payment" && t.by === seat).reduce((sum, t) => sum + t.value, 0);

/** Brings a draft into force between its parties; `giver` = the one that promises it alone, if the others sign nothing. */
export function sign(
  rules: Rules,
  state: State,
  draft: Draft,
  parties: readonly Seat[],
  trace: Trace,
  giver: Contract["giver"] = "",
): Contract {
  const contract: Contract = {
    id: newId(state, "c"),
    template: draft.template,
    parties: [...parties],
    giver,
    terms: [],
    from: state.tick,
    until: state.tick + draft.weeks,
    weeks: draft.weeks,
    expiry: draft.expiry,
    secret: draft.secret,
    snapback: draft.snapback,
    verified: qualityOf(rules, draft.terms),
    binding: bindingTerms(rules, draft.terms).length > 0,
    state: "kept",
    breaker: "",
    panel: -1,
    complainer: "",
  };
  contract.terms = draft.terms.map((term) => begin(rules, state, term));
  state.contracts.push(contract);
  for (const term of contract.terms) PERFORM[term.metric]?.(rules, state, contract, term, trace);
  // What everybody can see is seen at once; of the rest nobody knows before a body reports, so the promise stands for it.
  for (const term of contract.terms) {
    const { open, read } = METRIC[term.metric];
    const reading = open ? read(rules, state, contract, term) : term.value;
    if (!Number.isNaN(reading)) term.seen = reading;
  }
  afterwards(rules, state, contract);
  trace.mark(isBare(contract) ? "assurance" : "contract");
  return contract;
}

const begin = (rules: Rules, state: State, term: Term): Pledged => ({
  ...term,
  start: METRIC[term.metric].mark?.(rules, state, term) ?? 0,
  ...{ seen: 0, missed: 0, late: [], state: "open", past: [], truth: 0 },
});

/** Heat leaves when Brussels and Beijing sign after a while without: a row of small texts cools no more than one. */
export function cool(rules: Rules, state: State, contract: Contract): void {
  const { signedEvery, signedHeat } = rules.model.contracts;
  const isFormal = ({ parties }: Contract) => parties.includes("beijing") && parties.includes("commission");
  const lately = (c: Contract) => c !== contract && isFormal(c) && c.from > state.tick - signedEvery;
  if (isFormal(contract) && !state.contracts.some(lately)) warm(state, -signedHeat);
}

/** Costs, the weight of a deal behind the others' backs, and the news. */
function afterwards(rules: Rules, state: State, contract: Contract): void {
  const { parties, terms, secret } = contract;
  const withBeijing = parties.includes("beijing");
  for (const seat of parties) pay(rules, state, seat, pointsOf(rules, terms, seat), 0);
  if (parties.includes("commission"))
    for (const { by, metric } of terms)
      if (metric === "ballot") state.members[memberAt(rules, by)]!.promises += 1;
  if (secret && withBeijing && !parties.includes("commission")) {
    state.dealWeight += 1;
    state.tally.acceptedOffers += 1;
    for (const seat of parties) if (isMember(seat)) state.tally.deeds[memberAt(rules, seat)]!.deals += 1;
    for (const { by, metric } of terms)
      if (metric === "ballot" && by !== "beijing")
        memberFolds(rules, state, memberAt(rules, by), rules.model.resolve.offerWeight);
  }
  // What one side promises alone is news of its own.
  if (contract.giver === "")
    announce(state, contract, "agreement-signed", "", contract.until - contract.from);
}

/** A supply draft that next to nobody checks. */
export const isBareDraft = (rules: Rules, draft: Draft): boolean =>
  isBare({ terms: draft.terms, verified: qualityOf(rules, draft.terms) });

/**
 * E39: Europe is about to take a promise that nobody checks; while it is squeezed it thereby gives in. Called before the
 * promise is in force, since that may end the squeeze.
 */
export function buyPeace(rules: Rules, state: State, trace: Trace): void {
  if (state.beijing.squeezeSince >= 0) giveWay(rules, state, trace);
}

/**
 * A bare assurance of smooth licences for so many weeks: more goes through, heat falls, nobody measures (E47). `giver` =
 * Beijing where it gives it unasked, so that the Commission has signed nothing.
 */
export function assure(
  rules: Rules,
  state: State,
  weeks: number,
  trace: Trace,
  giver: Contract["giver"] = "",
): Contract {
  const { assuranceEvery, assuranceThroughput } = rules.model.beijing;
  const { windowMost } = rules.model.contracts;
  const term: Term = {
    ...{ by: "beijing", metric: "throughput", about: "all" },
    ...{ value: 1, weeks: Math.min(weeks, windowMost), measure: "none" },
  };
  const draft: Draft = {
    ...{ template: "bare-assurance", terms: [term], weeks },
    ...{ expiry: "lapse", secret: false, snapback: false },
  };
  const contract = sign(rules, state, draft, ["beijing", "commission"], trace, giver);
  rules.inputs.forEach((plan, i) => {
    const input = state.inputs[i]!;
    if (!plan.critical || input.mode === "free") return;
    input.shift = Math.max(input.shift, assuranceThroughput);
  });
  state.beijing.next.assurance = state.tick + assuranceEvery;
  warm(state, -rules.model.heat.assurance);
  tell(state, { code: "assurance-given", by: "beijing", about: [contract.id], amount: weeks, to: [] });
  trace.mark("assurance");
  return contract;
}

/** The name of terms that are no template's. */
export const OWN_TERMS = "custom";

/** The seat at a table that a template means by a name. */
function seatAt(name: string, parties: readonly Seat[]): string {
  const [member = "", other = member] = parties.filter((seat) => isMember(seat));
  return name === "member" ? member : name === "other" ? other : name;
}

/**
 * The name that terms may bear: a template's as long as each of its sides still promises something of what it promises
 * there, looked at where it is looked at there.
 */
export function nameOf(
  rules: Rules,
  { template, terms }: Pick<Draft, "template" | "terms">,
  parties: readonly Seat[],
): string {
  const found = rules.templates.find((t) => t.id === template);
  if (!found) return OWN_TERMS;
  const promised = found.terms.map((term) => ({ ...term, by: seatAt(term.by, parties) }));
  const stands = ({ by, metric, measure }: (typeof promised)[number]): boolean =>
    terms.some((t) => t.by === by && t.metric === metric && (measure === "none" || t.measure !== "none"));
  const keeps = promised.every(({ by }) => promised.some((term) => term.by === by && stands(term)));
  return keeps ? template : OWN_TERMS;
}

/** The draft a template stands for between two sides whose blanks are filled; "member" = the capital at the table. */
export function fill(
  rules: Rules,
  template: string,
  parties: readonly Seat[],
  choose: (about: string) => string | undefined,
): Draft | undefined {
  const found = rules.templates.find((t) => t.id === template);
  if (!found) return undefined;
  const named = (name: string) => seatAt(name, parties);
  const filled = found.terms.map(({ instead: _, ...term }) => {
    const by = named(term.by) as Seat;
    const about = choose(named(term.about));
    return parties.includes(by) && about !== undefined ? { ...term, by, about } : undefined;
  });
  const terms = filled.flatMap((term, k) =>
    term && !(found.terms[k]!.instead && filled[k - 1]) ? [term] : [],
  );
  const { weeks, expiry, secret, snapback } = found;
  return terms.length === 0 ? undefined : { template, terms, weeks, expiry, secret, snapback };
}

/** A measured benchmark between Brussels and Beijing of so many weeks, as the scenario's first template has it. */
export function benchmark(rules: Rules, state: State, weeks: number, trace: Trace): Contract {
  const parties: Seat[] = ["beijing", "commission"];
  const draft = fill(rules, rules.templates[0]!.id, parties, (about) =>
    about === "case" ? undefined : about,
  )!;
  const contract = sign(
    rules,
    state,
    { ...draft, weeks, snapback: state.commission.snapback },
    parties,
    trace,
  );
  return contract;
}
