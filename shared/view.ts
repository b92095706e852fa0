// What one seat may know: the only place where secrecy is decided. Numbers come from the catalogue, already rounded to
// the step in which they travel, so that the server, the screen and a bot judge an order by the very same figures.
// Lists are entries with an id. What a seat may not know is not in its View, not even as a gap in a sequence of ids.

import { estimates, type Focuses, focuses, sightOf } from "./estimate.ts";
import {
  BEIJING_INDEX,
  CATALOGUE,
  type Indicator,
  type IndicatorId,
  indicatorOf,
  type Numbers,
} from "./indicators.ts";
import type { Ballot } from "./scenario/land.ts";
import type { Payout } from "./scenario/payout.ts";
import { memberAt, type Rules } from "./scenario.ts";
import { isMember, isSeat, type MemberCode, type Seat, type Viewpoint } from "./seat.ts";
import { lagOf, type Sight, sharpened } from "./sight.ts";
import {
  type Aid,
  type Choice,
  type Contract,
  type Course,
  type Ending,
  type File,
  holds,
  isQuiet,
  isRecent,
  type JointStatement,
  type LicenceMode,
  type Line,
  type Lobby,
  type News,
  type Offer,
  type Pledged,
  type Project,
  type Proposal,
  type State,
  type Talk,
  type Vote,
  type VoteRule,
  type Word,
} from "./state.ts";

export interface VoteView {
  id: string;
  file: string;
  rule: VoteRule;
  appeal: boolean;
  opened: number;
  by: Seat | "";
  closes: number;
  /** By member index. */
  cast: (Ballot | null)[];
  block: Vote["block"];
  outcome: "open" | "passed" | "failed";
}

/** An agreement as those may see it who know of it: what was reported, not what is true. */
export type TermView = Omit<Pledged, "past" | "truth" | "start" | "shelved"> & {
  shelved: ShelvedView | null;
};
/** A case that an agreement keeps closed: as it would go on, and the week in which it was closed. */
export interface ShelvedView {
  file: File;
  tick: number;
}
export type ContractView = Omit<Contract, "terms"> & { terms: TermView[] };

/** The part that is the same for everybody. */
export interface PublicPart extends Numbers<"pub"> {
  tick: number;
  weeks: number;
  holders: ("bot" | "people")[];
  projects: Omit<Project, "output">[];
  files: File[];
  votes: VoteView[];
  /** Joint statements that are public and not yet settled by a count. */
  statements: JointStatement[];
  /** Agreements that are no secret. */
  contracts: ContractView[];
  words: Word[];
  news: News[];
  /** Facts of law and of policy that everybody can read. */
  law: LawView;
  ending: Ending | null;
}

export interface LawView {
  snapback: boolean;
  fundFrom: number;
  payout: Payout;
  obligation: "none" | "soft" | "strict";
  emergencyUntil: number;
  /** By how much better evidence raises the chance that judges uphold Europe's cases. */
  proof: number;
  /** The buyers' club has been joined, be it still there or not: partners do not ask twice. */
  joinedClub: boolean;
  packageUntil: number;
  floodUntil: number;
  course: Course | "";
  courseSince: number;
  /** The state to whose firms the supply-chain rules are applied. */
  rulesOn: MemberCode | "";
  rulesUntil: number;
  releaseRule: State["commission"]["releaseRule"];
  modes: LicenceMode[];
  since: number[];
  /** Week in which each input was tightened to its mode, -1 when it was not. */
  tightened: number[];
  squeezedSince: number[];
  /** Last week in which each kind of coercion was there for all to see, -1 for never. */
  coerced: State["coerced"];
  /** Week in which each member obliged its firms to hold larger stocks, -1 = it did not. */
  mandates: number[];
}

/** How the seat's own clocks stand: first week in which each thing may be done again. */
export type Clocks = Record<string, number>;

/** A hold at customs, as the one who ordered it knows it; the state it is about does not know its last week: -1. */
export interface BanView {
  id: string;
  member: MemberCode;
  sector: string;
  until: number;
  exposed: boolean;
}

/** A squeeze and what it wore off: the part of Beijing's hold of week 0 lost while it ran, as Beijing reckons it. */
export interface WearView {
  id: string;
  from: number;
  until: number;
  lost: number;
}

/** News that not everybody was told, and the public news that it came after, so that both can be told in their order. */
export type OwnNews = News & { after: string };

/** What only this seat knows. */
export interface OwnPart extends Numbers<"own"> {
  clocks: Clocks;
  /** Where the seat sees better than usual: factors on its errors, by number and subject. */
  focus: Focuses;
  offers: Offer[];
  /** Goods held up at customs: all that Beijing has ordered, and those of a state itself. */
  bans: BanView[];
  /** What its squeezes have cost Beijing; nobody else reckons so. */
  wear: WearView[];
  /** What a capital's own relief eases, and until when. */
  aid: Aid[];
  choices: Choice[];
  lobbies: Lobby[];
  /** Joint statements that still look for names: for the capitals and the Commission. */
  drafts: JointStatement[];
  /** Rooms this seat is in, what was said there, and the drafts on their tables. */
  talks: Talk[];
  lines: Line[];
  proposals: Proposal[];
  /** Open threats and warnings that were not said before everybody, and that it heard. */
  words: Word[];
  /** Secret agreements it is a party to. */
  contracts: ContractView[];
  news: OwnNews[];
  /** A member's own leaning in each open vote, by vote id. */
  leanings: Record<string, number>;
  /** How far its secret goals have come, in the order of the scenario. */
  goals: number[];
}

export interface View {
  seat: Viewpoint;
  pub: PublicPart;
  own: OwnPart;
}

/** Holds a number to the catalogue's step. Exact in binary for steps like 0.25; else the nearest double. */
export const quantise = (x: number, quantum: number): number => {
  const steps = Math.round(x / quantum);
  return steps === 0 ? 0 : quantum < 1 ? steps / Math.round(1 / quantum) : steps * quantum;
};

/** Index of a seat among the members; -1 for the Commission and onlookers, -2 for Beijing. */
export const memberIndex = (rules: Rules, seat: Viewpoint): number =>
  isMember(seat) ? memberAt(rules, seat) : seat === "beijing" ? BEIJING_INDEX : -1;

/** First week of the squeeze that runs, as everybody can see; -1 without one. */
export function squeezedFrom({ law }: Pick<PublicPart, "law">): number {
  const since = law.squeezedSince.filter((week) => week >= 0);
  return since.length > 0 ? Math.min(...since) : -1;
}

/** Share of a state's hardest-hit exports that waits at Chinese customs, as far as the seat knows. */
export const heldUp = ({ pub, own }: View, m: number): number => Math.max(pub.held[m]!, own.atCustoms[m]!);

/** What capitals say together now, as far as the seat knows: a draft takes the place of what was said on its line before. */
export const said = ({ pub, own: { drafts } }: View): JointStatement[] => [
  ...drafts,
  ...pub.statements.filter((s) => !drafts.some((d) => d.about === s.about && d.line === s.line)),
];

/** The draft on the table of a talk. */
export const onTable = ({ own }: View, talk: string): Proposal | undefined =>
  own.proposals.find((p) => p.talk === talk && p.state === "open");

/** Drafts on a table that wait for this seat's answer. */
export const waitingDrafts = ({ seat, own }: View): Proposal[] =>
  own.proposals.filter((p) => p.state === "open" && !p.accepted.includes(seat as Seat));

/** Agreements in force that the seat knows of. */
export const agreed = ({ own, pub: { contracts, tick } }: View): ContractView[] =>
  own.contracts.concat(contracts).filter((c) => holds(c, tick));

/** Open words that the seat has heard, before everybody or in a room. */
export const heardWords = ({ pub, own }: View): Word[] => [...pub.words, ...own.words];

/** True while Beijing squeezes some input. */
export const isSqueezed = ({ pub }: View): boolean => squeezedFrom(pub) >= 0;

/** The catalogue by part. */
export const PARTS = {
  pub: CATALOGUE.filter((indicator) => indicator.part === "pub"),
  own: CATALOGUE.filter((indicator) => indicator.part === "own"),
};

/** A viewpoint that looks at a State; me = its `memberIndex`. */
export interface Look {
  rules: Rules;
  state: State;
  seat: Viewpoint;
  me: number;
}

/** What a seat is told of an indicator: one number, or one by subject. */
function reading({ rules, state, seat, me }: Look, indicator: Indicator): number | number[] {
  const list = estimates(rules, state, indicator, seat, me);
  for (let k = 0; k < list.length; k++) list[k] = quantise(list[k]!, indicator.quantum);
  return indicator.per === "union" ? list[0]! : list;
}

// What travels of an entry is named, field by field: so nothing new in the State gets into a View by itself, and it is
// several times as quick as leaving fields out.

const projectView = (project: Project): PublicPart["projects"][number] => {
  const { id, stage, weeksLeft, backed, fastTracked, needsBackingBy, share } = project;
  return { id, stage, weeksLeft, backed, fastTracked, needsBackingBy, share };
};

const voteView = ({ id, file, rule, appeal, opened, by, closes, cast, block, outcome }: Vote): VoteView => ({
  id,
  file,
  rule,
  appeal,
  opened,
  by,
  closes,
  cast,
  block,
  outcome,
});

/** Figures of a report travel in hundredths. */
const REPORTED = 0.01;

/** What the parties gave up is what was public when they did; nobody else knows that it can come back. */
function shelvedView(
  { files, tick }: State,
  contract: Contract,
  { about, shelved }: Pledged,
): ShelvedView | null {
  if (!shelved || !holds(contract, tick)) return null;
  const file = files.find(({ id }) => id === about);
  if (!file) return null;
  const { tick: since, ...was } = shelved;
  return { file: { ...file, ...was }, tick: since };
}

const termView = (
  { by, metric, about, value, weeks, measure, seen, missed, late, state }: Pledged,
  shelved: ShelvedView | null,
): TermView => ({
  by,
  metric,
  about,
  value,
  weeks,
  measure,
  seen: quantise(seen, REPORTED),
  missed: quantise(missed, REPORTED),
  late,
  state,
  shelved,
});

const contractView =
  (state: State) =>
  (contract: Contract): ContractView => ({
    ...contract,
    terms: contract.terms.map((term) => termView(term, shelvedView(state, contract, term))),
  });

type Rest<Part, P extends "pub" | "own"> = {
  [K in Exclude<keyof Part, keyof Numbers<P>>]: (look: Look) => Part[K];
};

/** What everybody may know, but for its numbers. */
const OPEN: Rest<PublicPart, "pub"> = {
  tick: ({ state }) => state.tick,
  weeks: ({ state }) => state.weeks,
  holders: ({ state }) => state.holders.slice(),
  projects: ({ state }) => state.projects.map(projectView),
  files: ({ state }) => state.files.filter((f) => f.stage !== "closed"),
  statements: ({ state }) => state.statements.filter((s) => s.state === "public"),
  votes: ({ state }) => state.votes.map(voteView),
  contracts: ({ state }) =>
    state.contracts.filter((c) => !c.secret && isRecent(c, state.tick)).map(contractView(state)),
  words: ({ state }) =>
    state.words.filter((w) => w.heard.length === 0 && (w.state === "open" || w.form === "notice")),
  news: ({ state }) => state.news.filter((n) => n.to.length === 0),
  law: lawOf,
  ending: ({ state }) => state.ending,
};

/** Facts of law and of policy. */
function lawOf({ rules, state }: Look): LawView {
  const { commission, beijing, inputs } = state;
  return {
    snapback: commission.snapback,
    fundFrom: commission.fundFrom,
    payout: commission.payout,
    obligation: commission.obligation,
    emergencyUntil: commission.emergencyUntil,
    proof: commission.proof,
    joinedClub: state.files.some(({ kind }) => kind === "club"),
    packageUntil: beijing.packageUntil,
    floodUntil: beijing.floodUntil,
    course: beijing.course,
    courseSince: beijing.courseSince,
    rulesOn: rules.members[beijing.rulesOn]?.code ?? "",
    rulesUntil: beijing.rulesUntil,
    releaseRule: commission.releaseRule,
    modes: inputs.map((i) => i.mode),
    since: inputs.map((i) => i.since),
    tightened: inputs.map((i) => i.tightened),
    squeezedSince: inputs.map((i) => i.squeezedSince),
    coerced: state.coerced,
    mandates: state.members.map((m) => m.mandate),
  };
}

/** First weeks in which the seat may do a thing again; 0 = now. For the Commission also promises given, by capital. */
function clocksOf({ rules, state, seat, me }: Look): Clocks {
  if (seat === "commission") {
    const { stockNext, caseNext, backNext, statementNext, stepDownNext } = state.commission;
    const clocks: Clocks = {
      stock: stockNext,
      case: caseNext,
      back: backNext,
      statement: statementNext,
      "step-down": stepDownNext,
    };
    rules.members.forEach(({ code }, m) => {
      const { promises } = state.members[m]!;
      if (promises > 0) clocks[`promises-${code}`] = promises;
    });
    return clocks;
  }
  if (seat === "beijing") return { ...state.beijing.next, proud: state.beijing.proudUntil };
  if (me < 0) return {};
  const { reliefNext, missionNext, permits, permitUntil } = state.members[me]!;
  const { agendaNext, tableNext, reports, lobby, lobbyUntil } = state.members[me]!;
  return {
    relief: reliefNext,
    mission: missionNext,
    agenda: agendaNext,
    table: tableNext,
    reports,
    permits,
    permitUntil,
    lobby,
    lobbyUntil,
  };
}

/** The rooms a seat is in. */
const talksOf = ({ state, seat }: Look): Talk[] =>
  isSeat(seat) ? state.talks.filter((t) => t.seats.includes(seat) && !t.left.includes(seat)) : [];

/** What belongs to them. */
function inside<T extends { talk: string }>(look: Look, list: readonly T[]): T[] {
  const talks = talksOf(look);
  return list.filter(({ talk }) => talks.some((t) => t.id === talk));
}

const bansOf = ({ rules, state, seat, me }: Look): BanView[] =>
  state.beijing.bans
    .filter((hold) => seat === "beijing" || (hold.m === me && (hold.exposed || isQuiet(state, hold))))
    .map(({ m, s, until, exposed }) => {
      const member = rules.members[m]!.code;
      const sector = rules.sectors[s]!.id;
      return { id: `${member}/${sector}`, member, sector, until: seat === "beijing" ? until : -1, exposed };
    });

/** Step of what Beijing reckons a squeeze has cost it. */
const RECKONED = 0.02;

const wearOf = ({ state: { beijing, leverage } }: Look): WearView[] =>
  beijing.wear.map(({ from, until, before, after }) => ({
    id: `${from}`,
    from,
    until,
    lost: quantise((until < 0 ? leverage.gone : after) - before, RECKONED),
  }));

/** A seat's own goals, in the order of scores. */
function progressOf({ state, seat, me }: Look): number[] {
  const place = seat === "commission" ? 0 : seat === "beijing" ? 1 : me < 0 ? -1 : me + 2;
  return [...(state.goals[place] ?? [])];
}

/** Offers a seat knows: Beijing all, a capital its own; published ones are told in the news. */
const offersOf = ({ state, seat }: Look): Offer[] =>
  seat === "beijing" ? state.offers : state.offers.filter((o) => o.to === seat);

/** A capital's leaning in each open vote. */
function leaningsOf({ state, me }: Look): Record<string, number> {
  const leanings: Record<string, number> = {};
  if (me >= 0)
    for (const vote of state.votes)
      if (vote.outcome === "open")
        leanings[vote.id] = quantise(vote.leaning[me]! + vote.pledged[me]! + vote.offered[me]!, 0.01);
  return leanings;
}

function ownNews({ state, seat }: Look): OwnNews[] {
  if (!isSeat(seat)) return [];
  let after = "";
  const list: OwnNews[] = [];
  for (const item of state.news) {
    if (item.to.length === 0) after = item.id;
    else if (item.to.includes(seat)) list.push({ ...item, after });
  }
  return list;
}

/** What a seat alone knows, but for its numbers. */
const SECRET: Rest<OwnPart, "own"> = {
  clocks: clocksOf,
  focus: ({ rules, state, seat, me }) => focuses(rules, state, seat, me),
  offers: offersOf,
  bans: bansOf,
  wear: (look) => (look.seat === "beijing" ? wearOf(look) : []),
  aid: ({ state, me }) => (me < 0 ? [] : state.members[me]!.aid.filter((a) => state.tick <= a.until)),
  choices: ({ state, seat }) => state.choices.filter((c) => c.seat === seat),
  lobbies: ({ state, seat }) => state.lobbies.filter((l) => l.seat === seat),
  drafts: ({ state, seat, me }) =>
    seat === "commission" || me >= 0 ? state.statements.filter((s) => s.state === "draft") : [],
  talks: talksOf,
  lines: (look) => inside(look, look.state.lines),
  proposals: (look) => inside(look, look.state.proposals),
  words: ({ state, seat }) =>
    state.words.filter((w) => w.state === "open" && isSeat(seat) && w.heard.includes(seat)),
  contracts: ({ state, seat }) =>
    state.contracts
      .filter((c) => c.secret && isSeat(seat) && c.parties.includes(seat) && isRecent(c, state.tick))
      .map(contractView(state)),
  news: ownNews,
  leanings: leaningsOf,
  goals: progressOf,
};

type Read = (look: Look) => unknown;

const numbers = (part: "pub" | "own"): Record<string, Read> =>
  Object.fromEntries(PARTS[part].map((indicator) => [indicator.id, (look) => reading(look, indicator)]));

/** How all that a View holds is read, by name. */
export const READERS: Record<"pub" | "own", [name: string, read: Read][]> = {
  pub: Object.entries<Read>({ ...numbers("pub"), ...OPEN }),
  own: Object.entries<Read>({ ...numbers("own"), ...SECRET }),
};

const readAll = (part: "pub" | "own", look: Look) =>
  Object.fromEntries(READERS[part].map(([name, read]) => [name, read(look)])) as unknown;

export const lookFrom = (rules: Rules, state: State, seat: Viewpoint): Look => ({
  rules,
  state,
  seat,
  me: memberIndex(rules, seat),
});

/** The public part. Call it once a change and share it between the Views of all seats. */
export const publicPart = (rules: Rules, state: State): PublicPart =>
  readAll("pub", lookFrom(rules, state, "observer")) as PublicPart;

/** Everything a viewpoint may know, and nothing else. `shared` = the public part, if it was computed already. */
export function view(rules: Rules, state: State, seat: Viewpoint, shared = publicPart(rules, state)): View {
  return { seat, pub: shared, own: readAll("own", lookFrom(rules, state, seat)) as OwnPart };
}

/** Whether the figures that the seat has of a number are older than a week of the game. */
export const isOlderThan = (rules: Rules, view: View, id: IndicatorId, k: number, week: number): boolean =>
  week > 0 && view.pub.tick - lagOf(sightIn(rules, view, indicatorOf(id), k)) < week;

/** How the seat of a View sees a number about subject k now. */
export const sightIn = (rules: Rules, view: View, indicator: Indicator, k: number): Sight =>
  sharpened(
    sightOf(indicator, view.seat, k, memberIndex(rules, view.seat)),
    view.own.focus[indicator.id]?.[k] ?? 1,
  );
