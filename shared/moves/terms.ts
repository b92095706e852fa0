// C5, B7, M2: drafts of agreements. One side tables terms, the others accept, refuse or table another draft. Every term
// must be somebody's to promise, about something that exists, within its bounds, and observable where it claims to be.

import * as z from "zod";
import { clip } from "../exact.ts";
import type { Trace } from "../explain.ts";
import { glance, overlaid, publicGlance } from "../glance.ts";
import type { Rejection } from "../rejection.ts";
import { EXPIRIES, MEASURES, METRICS, type Measure, type MetricId } from "../scenario/terms.ts";
import type { Rules } from "../scenario.ts";
import { isMember, SEATS, type Seat } from "../seat.ts";
import type { Draft, File, Proposal, State, Talk, Term } from "../state.ts";
import { onTable, type View, waitingDrafts } from "../view.ts";
import { countingWeek } from "../world/clock.ts";
import { isWindowed, METRIC, mayPromise } from "../world/metrics.ts";
import { isSameStep } from "../world/promise.ts";
import { canWait, DUTY_TERMS, heldDown, inputsIn, isBallot, isBiting } from "../world/readings.ts";
import { ballotsBy, fill, paymentOf, pointsOf } from "../world/signing.ts";
import { accept, draftOf, isFormal, lapse, present, reject, session, table } from "../world/talks.ts";
import { bite, id, missing, move, outside, price, wait } from "./move.ts";
import { hawks } from "./objectors.ts";
import { isDeciding, soldBy } from "./sold.ts";
import { talkOf } from "./talks.ts";

const term = z.strictObject({
  by: z.enum(SEATS),
  metric: z.enum(METRICS),
  about: z.string().max(60),
  value: z.number().min(-1000).max(1000),
  weeks: z.int().min(1).max(208),
  measure: z.enum(MEASURES),
});

/** A case that a bargain can close; an answer to coercion has a sector too, and ends otherwise. */
const isClosable = ({ sector, kind }: Pick<File, "sector" | "kind">): boolean =>
  sector >= 0 && kind !== "coercion";

/** What a term is about, when there is no such thing; "" when there is. */
export function unknownSubject(
  rules: Rules,
  files: readonly Pick<File, "id" | "side" | "kind" | "sector">[],
  { metric, about, by }: Pick<Term, "metric" | "about"> & { by: string },
): string {
  const file = files.find((f) => f.side === "europe" && f.id === about);
  const isSector = rules.sectors.some((s) => s.id === about);
  const isOther = about !== by && rules.members.some((m) => m.code === about);
  switch (METRIC[metric].about) {
    case "input":
      return inputsIn(rules, about).length > 0 ? "" : "input";
    case "sector":
      return isSector ? "" : "sector";
    case "sector-or-all":
      return isSector || about === "all" ? "" : "sector";
    case "member":
      return isOther ? "" : "member";
    case "seat":
      return isOther || (about === "commission" && about !== by) ? "" : "member";
    case "case":
      return file && isClosable(file) ? "" : "case";
    case "file":
      return file ? "" : "file";
    case "law":
      return file?.kind === "law" ? "" : "law";
    case "none":
      return about === "" ? "" : "subject";
  }
}

/** Why a thing that is there cannot be promised for as it stands, or null: nothing to hold down, to vote on, to put off. */
function refusedSubject(
  rules: Rules,
  { files, tick }: Pick<View["pub"], "files" | "tick">,
  { metric, about }: Pick<Term, "metric" | "about">,
): Rejection | null {
  const file = files.find((f) => f.side === "europe" && f.id === about);
  // The envelope is the Union's budget: what capitals leave over of theirs is not turned into it.
  if (metric === "payment" && about === "commission") return { code: "no-target", what: "envelope" };
  if (DUTY_TERMS.includes(metric)) {
    const held = heldDown(rules, files, { metric, about });
    return held.some((f) => f.duty + f.rested > 0) ? null : { code: "no-target", what: "duty" };
  }
  if (!file) return null;
  if (metric === "law-delay" && !canWait(file, tick)) return { code: "too-late", what: "law" };
  if (METRIC[metric].when !== "at-vote") return null;
  if (file.stage === "in-force" || file.stage === "provisional") return { code: "too-late", what: "vote" };
  // What was merely asked for goes to the Council if it is a law; everything else ends there.
  return file.stage === "asked" && file.kind !== "law" ? { code: "no-target", what: "vote" } : null;
}

/** Whether a promise may be about a thing, as matters stand. */
export const mayBeAbout = (
  rules: Rules,
  pub: Pick<View["pub"], "files" | "tick">,
  term: Pick<Term, "by" | "metric" | "about">,
): boolean => unknownSubject(rules, pub.files, term) === "" && refusedSubject(rules, pub, term) === null;

/** Who can look whether a thing is kept. */
export const bodiesFor = (metric: MetricId): readonly Measure[] =>
  METRIC[metric].open ? ["public", "none"] : ["register", "survey", "none"];

/** Weeks that may be written into a term of an agreement of a length: a window that a body can look back over, or a week of it. */
export function weeksOf(
  { model }: Rules,
  term: Pick<Term, "metric" | "measure">,
  length: number,
): { least: number; most: number } {
  const { windowLeast, windowMost } = model.contracts;
  return isWindowed(term)
    ? { least: windowLeast, most: Math.min(windowMost, length) }
    : { least: 1, most: length };
}

/** The term with weeks that may be written into it: with the body that looks its window follows. */
export function fitted(rules: Rules, term: Term, length: number): Term {
  const { least, most } = weeksOf(rules, term, length);
  return { ...term, weeks: clip(term.weeks, least, most) };
}

/** Judges one term at a table of so many weeks. */
export function checkTerm(
  rules: Rules,
  view: View,
  parties: readonly Seat[],
  t: Term,
  length: number,
): Rejection | null {
  const metric = METRIC[t.metric];
  if (!parties.includes(t.by)) return { code: "not-a-party", what: t.by };
  if (!mayPromise(t.by, t.metric)) return { code: "not-theirs", what: t.metric };
  const unknown = unknownSubject(rules, view.pub.files, t);
  if (unknown) return missing(unknown);
  if ((metric.about === "member" || metric.about === "seat") && !parties.includes(t.about as Seat))
    return { code: "not-a-party", what: t.about };
  const refused = refusedSubject(rules, view.pub, t);
  if (refused) return refused;
  if (metric.unit === "ballot" && !isBallot(t.value)) return { code: "no-ballot" };
  const bounds = outside(t.value, metric.least, metric.most);
  if (bounds) return { ...bounds, what: t.metric };
  const { least, most } = weeksOf(rules, t, length);
  const weeks = outside(t.weeks, least, most);
  if (weeks) return { ...weeks, what: isWindowed(t) ? "window" : t.metric };
  return bodiesFor(t.metric).includes(t.measure) ? null : { code: "cannot-observe", what: t.metric };
}

/** What this seat has agreed to in open drafts, but for those at one talk: it is bound by it once the others agree. */
const agreedElsewhere = (view: View, talk = ""): Term[] =>
  view.own.proposals
    .filter((p) => p.state === "open" && p.talk !== talk && p.accepted.includes(view.seat as Seat))
    .flatMap((p) => p.terms);

/** Files on whose decision this seat has sold its ballot, by agreement, to an envoy, or in a draft at another talk than this. */
export const soldBallots = (view: View, talk = ""): string[] => [
  ...soldBy(view)
    .filter(isDeciding)
    .map(({ file }) => file),
  ...ballotsBy(agreedElsewhere(view, talk), view.seat).map(({ about }) => about),
];

/** A capital sells its vote on a file once, and has no more than a few such promises open. */
function checkBallots(rules: Rules, view: View, talk: Talk, terms: readonly Term[]): Rejection | null {
  const mine = ballotsBy(terms, view.seat);
  if (mine.length === 0) return null;
  const sold = soldBallots(view, talk.id);
  if (mine.some((t) => sold.includes(t.about))) return { code: "limit-reached", need: 1, what: "vote" };
  const { ballotsMost } = rules.model.contracts;
  return sold.length + mine.length > ballotsMost
    ? { code: "limit-reached", need: ballotsMost, what: "ballot" }
    : null;
}

/** Ballots that a capital promises to Brussels count among the pledges it can be given in a game. */
function checkPledges(rules: Rules, view: View, talk: Talk, terms: readonly Term[]): Rejection | null {
  if (view.seat !== "commission") return null;
  const { pledgesEach } = rules.model.politics;
  const elsewhere = agreedElsewhere(view, talk.id);
  const tooMany = present(talk).some((seat) => {
    const asked = ballotsBy(terms, seat).length;
    const given = view.own.clocks[`promises-${seat}`] ?? 0;
    return asked > 0 && asked + given + ballotsBy(elsewhere, seat).length > pledgesEach;
  });
  return tooMany ? { code: "limit-reached", need: pledgesEach, what: "pledge" } : null;
}

/** A duty that answers a breach needs a breach that can be seen, and the law that lets it come so soon. */
export function checkSnapback(view: View, parties: readonly Seat[], { terms }: Draft): Rejection | null {
  if (!parties.includes("commission") || !parties.includes("beijing"))
    return { code: "not-theirs", what: "snapback" };
  if (!terms.some((t) => t.by === "beijing" && t.measure !== "none"))
    return { code: "cannot-observe", what: "snapback" };
  return view.pub.law.snapback ? null : { code: "not-open", what: "snapback" };
}

/** A term that stands there before: what is promised twice is promised once. */
export const twice = (terms: readonly Term[]): Term | undefined =>
  terms.find((t, k) => terms.some((u, j) => j < k && isSameStep(u, t)));

/** The order that puts a draft on a table. */
export const tabling = (talk: Talk, draft: Draft) => ({
  ...{ kind: "table-terms" as const, talk: talk.id },
  ...draftOf(draft),
});

/** Judges a draft for a table, but not who may put it there and when. */
export function checkDraft(rules: Rules, view: View, talk: Talk, draft: Draft): Rejection | null {
  const { termsMost, weeksLeast, weeksMost } = rules.model.contracts;
  const parties = present(talk);
  if (draft.terms.length > termsMost) return { code: "limit-reached", need: termsMost, what: "term" };
  const length = outside(draft.weeks, weeksLeast, weeksMost);
  if (length) return { ...length, what: "weeks" };
  const same = twice(draft.terms);
  if (same) return { code: "already-so", what: same.metric };
  for (const t of draft.terms) {
    const refused = checkTerm(rules, view, parties, t, draft.weeks);
    if (refused) return refused;
  }
  if (draft.secret && isFormal(talk)) return { code: "must-be-open" };
  return (
    (draft.snapback ? checkSnapback(view, parties, draft) : null) ??
    checkBallots(rules, view, talk, draft.terms) ??
    checkPledges(rules, view, talk, draft.terms) ??
    canPay(rules, view, talk, draft.terms)
  );
}

/** What this seat would pay at signature must be in its purse, with what it has agreed to pay at other talks. */
function canPay(rules: Rules, view: View, talk: Talk, terms: readonly Term[]): Rejection | null {
  const me = view.seat as Seat;
  const elsewhere = agreedElsewhere(view, talk.id);
  const points = pointsOf(rules, terms, me);
  const need = points > 0 ? points + pointsOf(rules, elsewhere, me) : 0;
  if (need > view.own.points) return { code: "not-enough-points", have: view.own.points, need };
  const paid = paymentOf(terms, me);
  const money = paid > 0 ? paid + paymentOf(elsewhere, me) : 0;
  return money > view.own.money ? { code: "not-enough-money", have: view.own.money, need: money } : null;
}

/**
 * Who cannot sign any more what all have agreed to, and why. Each is judged again by what it knows itself, since only it
 * knows its purse and its promises; what else it has agreed to binds it to nothing as long as that is not signed.
 */
function unable(
  rules: Rules,
  state: State,
  talk: Talk,
  draft: Draft,
): { seat: Seat; refused: Rejection } | undefined {
  const still = () => false;
  const shared = publicGlance(rules, state, still);
  for (const seat of present(talk)) {
    const seen = glance(rules, state, seat, shared, still);
    const alone = { ...seen, own: overlaid(seen.own, { proposals: [] }) };
    const refused = checkDraft(rules, alone, talk, draft);
    if (refused) return { seat, refused };
  }
  return undefined;
}

/** A seat agrees. With the last one the draft is signed, unless somebody can no longer keep its part: then it lapses whole. */
function agree(rules: Rules, state: State, draft: Proposal, seat: Seat, trace: Trace): void {
  const talk = state.talks.find((t) => t.id === draft.talk);
  if (!talk) return;
  const isLast = present(talk).every((s) => s === seat || draft.accepted.includes(s));
  const found = isLast ? unable(rules, state, talk, draft) : undefined;
  if (found)
    lapse(
      state,
      draft,
      isMember(found.seat) && found.refused.code === "limit-reached" ? "terms-sold" : "terms-unpaid",
      found.seat,
    );
  else accept(rules, state, draft, seat, trace);
}

/** C5: opening a negotiation of Brussels and Beijing costs; answering with another draft does not. */
function tableCost(rules: Rules, view: View, talk: string) {
  const found = talkOf(view, talk);
  const opens = found !== undefined && isFormal(found) && !onTable(view, talk);
  return price(rules, opens && view.seat === "commission" ? "table-terms/opening" : "table-terms");
}

/** The sector that bears most of the duties in force: rate times the part of its trade they are on. */
function levied(rules: Rules, files: readonly File[]): string | undefined {
  const borne = rules.sectors.map((_, s) =>
    files.filter((f) => f.sector === s && isBiting(f)).reduce((sum, f) => sum + f.duty * f.breadth, 0),
  );
  const most = Math.max(...borne);
  return most > 0 ? rules.sectors[borne.indexOf(most)]!.id : undefined;
}

/** Week in which a file is counted: that of its open vote, or the first in which a vote on it could be; -1 = not known. */
export function countOf(rules: Rules, { pub }: Pick<View, "pub">, id: string): number {
  const open = pub.votes.filter((v) => v.file === id && v.outcome === "open").map((v) => v.closes);
  if (open.length > 0) return Math.min(...open);
  const file = pub.files.find((f) => f.id === id);
  return file?.stage === "proposal" ? countingWeek(rules, pub, Math.max(pub.tick, file.gate)) : -1;
}

/** European files on the Council's agenda, those that are counted first before the others. */
function byCount(rules: Rules, view: View): string[] {
  const files = view.pub.files
    .filter((f) => f.side === "europe" && (f.stage === "council" || f.stage === "proposal"))
    .map(({ id, stage }) => ({ id, isOpen: stage === "council", week: countOf(rules, view, id) }));
  const rank = ({ isOpen, week }: (typeof files)[number]) => (week < 0 ? 9999 : isOpen ? week : week + 1000);
  return files.sort((a, b) => rank(a) - rank(b)).map(({ id }) => id);
}

/** A draft that lasts until the votes promised in it have been counted, at the end of their week, as far as it may. */
export function reaching(rules: Rules, view: View, draft: Draft): Draft {
  const counts = draft.terms
    .filter((t) => METRIC[t.metric].when === "at-vote")
    .map((t) => countOf(rules, view, t.about) + 1 - view.pub.tick);
  const { weeksMost } = rules.model.contracts;
  const weeks = Math.min(weeksMost, Math.max(draft.weeks, ...counts));
  return { ...draft, weeks };
}

/** The draft a template begins with at a table, with its blanks filled. */
export function begun(
  rules: Rules,
  view: View,
  template: string,
  parties: readonly Seat[],
): Draft | undefined {
  const draft = fill(rules, template, parties, blankOf(rules, view));
  return draft && reaching(rules, view, draft);
}

/** What a template's blanks may be filled with in a View: the first that fits. */
function blankOf(rules: Rules, view: View): (about: string) => string | undefined {
  const files = view.pub.files.filter((f) => f.side === "europe");
  return (about) => {
    if (about === "case") return files.find((f) => isClosable(f) && f.stage !== "in-force")?.id;
    if (about === "duty") return files.find((f) => f.duty > 0)?.id;
    if (about === "file") return byCount(rules, view)[0];
    if (about === "next-file") return byCount(rules, view)[1];
    if (about === "law") return files.find((f) => canWait(f, view.pub.tick))?.id;
    if (about === "levied") return levied(rules, files);
    if (about === "taxed")
      return rules.sectors[view.pub.files.find((f) => f.side === "beijing" && f.duty > 0)?.sector ?? -1]?.id;
    return about;
  };
}

export const tableTerms = move({
  kind: "table-terms",
  office: "anyone",
  schema: z.strictObject({
    kind: z.literal("table-terms"),
    talk: id,
    template: id,
    terms: z.array(term).min(1).max(16),
    weeks: z.int().min(1).max(260),
    expiry: z.enum(EXPIRIES),
    secret: z.boolean(),
    snapback: z.boolean(),
  }),
  cost: (rules, view, { talk }) => tableCost(rules, view, talk),
  check(rules, view, { kind: _, talk, ...draft }) {
    const found = talkOf(view, talk);
    if (!found) return missing("talk");
    const meets = session(rules, view.pub.tick);
    if (isFormal(found) && !meets.open && !onTable(view, talk))
      return { code: "no-session", until: meets.began };
    return checkDraft(rules, view, found, draft);
  },
  apply(rules, state, seat, { kind: _, talk, ...draft }, trace) {
    const found = state.talks.find((t) => t.id === talk);
    if (found) table(rules, state, found, seat, draft);
    trace.mark("contract");
  },
  options: (rules, view) =>
    view.own.talks
      .filter((t) => talkOf(view, t.id))
      .flatMap((t) =>
        rules.templates.flatMap((template) => {
          const draft = begun(rules, view, template.id, present(t));
          return draft ? [{ kind: "table-terms" as const, talk: t.id, ...draft }] : [];
        }),
      ),
  clock: (rules, _view, { weeks }) => [
    { name: "answer", weeks: rules.model.contracts.answerWeeks, gate: "decision" },
    bite("in-force", 0),
    wait("in-force", weeks),
  ],
  objects: (rules, _view, { terms }) =>
    terms.some((t) => t.by === "beijing" && METRIC[t.metric].supply && t.measure === "none")
      ? hawks(rules)
      : [],
});

const ANSWERS = ["accept", "reject"] as const;

export const answerTerms = move({
  kind: "answer-terms",
  office: "anyone",
  schema: z.strictObject({ kind: z.literal("answer-terms"), proposal: id, answer: z.enum(ANSWERS) }),
  cost: (rules) => price(rules, "answer-terms"),
  check(rules, view, { proposal, answer }) {
    const found = view.own.proposals.find((p) => p.id === proposal);
    if (!found) return missing("proposal");
    if (found.state !== "open") return { code: "already-answered", what: found.state };
    if (found.accepted.includes(view.seat as Seat)) return { code: "already-so", what: "accepted" };
    const talk = talkOf(view, found.talk);
    if (!talk) return missing("talk");
    // Terms that have become impossible since they were tabled are not signed.
    return answer === "accept" ? checkDraft(rules, view, talk, found) : null;
  },
  apply(rules, state, seat, { proposal, answer }, trace) {
    const found = state.proposals.find((p) => p.id === proposal);
    if (!found) return;
    if (answer === "accept") agree(rules, state, found, seat, trace);
    else reject(state, found, seat);
    trace.mark("contract");
  },
  options: (_rules, view) =>
    waitingDrafts(view).flatMap((p) =>
      ANSWERS.map((answer) => ({ kind: "answer-terms" as const, proposal: p.id, answer })),
    ),
  clock: (_rules, view, { proposal, answer }) => {
    const weeks = view.own.proposals.find((p) => p.id === proposal)?.weeks ?? 0;
    return answer === "accept" ? [bite("in-force", 0), wait("in-force", weeks)] : [bite("told", 0)];
  },
  objects: () => [],
});
