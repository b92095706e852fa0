// How a View travels: its numbers as whole steps of the catalogue's quantum in the catalogue's order, and its lists
// as short rows of JSON, one row an entry, which cross the wire only when they change. `flatten` and `unflatten` are
// exact inverses. Nothing is decided here about who may know what: this carries a View and nothing else.

import { CATALOGUE, countOf, type Numbers } from "./indicators.ts";
import { NEWS } from "./news.ts";
import {
  as,
  type Column,
  type Columns,
  cell,
  digits,
  flag,
  json,
  mostly,
  names,
  oneOf,
  type Row,
  rowOf,
  same,
} from "./row.ts";
import { BALLOTS, type Ballot } from "./scenario/land.ts";
import { PAYOUTS } from "./scenario/payout.ts";
import { FILE_KINDS, PROJECT_STAGES } from "./scenario/start.ts";
import { EXPIRIES, MEASURES, METRICS, PHRASES, type Phrase } from "./scenario/terms.ts";
import type { Rules } from "./scenario.ts";
import { MEMBER_CODES, type MemberCode, SEATS, type Seat, type Viewpoint } from "./seat.ts";
import {
  type Aid,
  type Choice,
  CONTRACT_STATES,
  COURSES,
  type Course,
  clone,
  type Ending,
  FILE_STAGES,
  type File,
  GIFT_ASKS,
  GIFTS,
  type JointStatement,
  LICENCE_MODES,
  LINES,
  type Line,
  type Lobby,
  type News,
  type Offer,
  PROPOSAL_STATES,
  type Project,
  type Proposal,
  REMEDIES,
  type Talk,
  type Term,
  VOTE_RULES,
  WORD_FORMS,
  type Word,
} from "./state.ts";
import type {
  BanView,
  Clocks,
  ContractView,
  LawView,
  OwnNews,
  OwnPart,
  PublicPart,
  TermView,
  View,
  VoteView,
  WearView,
} from "./view.ts";
import { quantise } from "./view.ts";

/** One entry of a list, or a list that travels as one piece (`id` is then ""). */
export interface Doc {
  /** Letter of the list. */
  list: string;
  id: string;
  text: string;
}

/** The public part or a seat's own part of a View, ready for the wire. */
export interface Part {
  numbers: readonly number[];
  docs: readonly Doc[];
}

/** Stages whose weeks run down by themselves: the week they end in stays the same. */
const RUNNING: readonly Project["stage"][] = ["permit", "building", "ramp"];

type ProjectView = Omit<Project, "output">;
const project = rowOf<ProjectView>({
  id: as(),
  stage: oneOf(PROJECT_STAGES),
  weeksLeft: as(0),
  backed: oneOf(["none", "offtake", "floor"] as const, "none"),
  fastTracked: flag(false),
  needsBackingBy: as(-1),
  share: as(1),
});
const movedBy = (p: ProjectView, weeks: number): ProjectView =>
  RUNNING.includes(p.stage) ? { ...p, weeksLeft: p.weeksLeft + weeks } : p;

const PROJECT: Row<ProjectView> = {
  write: (p, tick) => project.write(movedBy(p, tick), tick),
  read: (text, tick) => movedBy(project.read(text, tick), -tick),
};

const FILE = rowOf<File>({
  id: as(),
  kind: oneOf(FILE_KINDS),
  side: oneOf(["europe", "beijing"] as const),
  name: as(),
  stage: oneOf(FILE_STAGES),
  opened: as(),
  gate: as(),
  sector: as(),
  breadth: as(),
  rate: as(),
  duty: as(0),
  nextGate: as(-1),
  size: as(0),
  payout: oneOf(PAYOUTS, "even"),
  snapback: flag(false),
  strict: flag(false),
  shutUntil: as(0),
  report: as(0),
  remedy: oneOf(REMEDIES, "none"),
  of: as(""),
  why: oneOf(["move", "start", "answer"] as const, "move"),
  rested: as(0),
  heat: as(0),
});

/** "LT1 LV- MT0": who is in the block, and the place of the ballot it says. */
const BLOCK: Column<VoteView["block"]> = {
  to: (block) =>
    block.map(({ code, says }) => code + (says === null ? "-" : BALLOTS.indexOf(says))).join(" "),
  from: (json) =>
    (json as string)
      .split(" ")
      .flatMap((seat) =>
        seat === "" ? [] : [{ code: seat.slice(0, 2) as MemberCode, says: BALLOTS[Number(seat[2])] ?? null }],
      ),
  usual: [],
};

const VOTE = rowOf<VoteView>({
  id: as(),
  file: as(),
  rule: oneOf(VOTE_RULES),
  opened: as(),
  closes: as(),
  cast: digits<Ballot>(BALLOTS),
  by: oneOf<Seat, "">(SEATS, ""),
  block: BLOCK,
  outcome: oneOf(["open", "passed", "failed"] as const, "open"),
  appeal: flag(false),
});

const seats = (): Column<Seat[]> => ({
  to: (list) => list.map((seat) => SEATS.indexOf(seat)),
  from: (json) => (json as number[]).map((k) => SEATS[k]!),
});

/** Terms as rows of their own, within the row of what they belong to. */
const PROMISED: Columns<Term> = {
  by: oneOf(SEATS),
  metric: oneOf(METRICS),
  about: as(""),
  value: as(),
  weeks: as(),
  measure: oneOf(MEASURES),
};
const DRAFT_TERM = rowOf<Term>(PROMISED);
const TERM = rowOf<TermView>({
  ...PROMISED,
  seen: as(0),
  missed: as(0),
  state: oneOf(["open", "kept", "broken"] as const, "open"),
  late: as<number[]>([]),
  shelved: {
    to: (shelved) => shelved && [FILE.write(shelved.file, 0), shelved.tick],
    from: (json) => {
      const [file, tick] = (json ?? []) as [string, number] | [];
      return file === undefined ? null : { file: FILE.read(file, 0), tick: tick! };
    },
    usual: null,
  },
});
const rows = <T>(row: Row<T>): Column<T[]> => ({
  to: (list) => list.map((entry) => row.write(entry, 0)),
  from: (json) => (json as string[]).map((text) => row.read(text, 0)),
});

const CONTRACT = rowOf<ContractView>({
  id: as(),
  template: as(),
  parties: seats(),
  giver: oneOf<Seat, "">(SEATS, ""),
  terms: rows(TERM),
  from: as(),
  until: as(),
  weeks: as(),
  expiry: oneOf(EXPIRIES, "lapse"),
  verified: as(1),
  binding: flag(true),
  snapback: flag(false),
  secret: flag(false),
  state: oneOf(CONTRACT_STATES, "kept"),
  breaker: oneOf<Seat, "">(SEATS, ""),
  panel: as(-1),
  complainer: oneOf<Seat, "">(SEATS, ""),
});

const TALK = rowOf<Talk>({ id: as(), seats: seats(), opened: as(0), left: { ...seats(), usual: [] } });

const LINE = rowOf<Line>({
  id: as(),
  talk: as(),
  tick: as(),
  by: oneOf(SEATS),
  phrase: oneOf<Phrase, "">(PHRASES, ""),
  text: as(""),
  weeks: as(0),
  file: as(""),
});

const PROPOSAL = rowOf<Proposal>({
  id: as(),
  talk: as(),
  number: as(),
  by: oneOf(SEATS),
  tabled: as(),
  until: as(),
  template: as(),
  terms: rows(DRAFT_TERM),
  weeks: as(),
  accepted: seats(),
  expiry: oneOf(EXPIRIES, "lapse"),
  secret: flag(false),
  snapback: flag(false),
  state: oneOf(PROPOSAL_STATES, "open"),
});

const WORD = rowOf<Word>({
  id: as(),
  by: oneOf(SEATS),
  to: oneOf(SEATS),
  form: oneOf(WORD_FORMS),
  file: as(""),
  until: as(),
  state: oneOf(["open", "kept", "broken", "none"] as const, "open"),
  heard: { ...seats(), usual: [] },
});

const NEWS_COLUMNS: Columns<News> = {
  id: as(),
  tick: as(),
  code: mostly(NEWS) as Column<News["code"]>,
  by: oneOf<Seat, "">(SEATS),
  about: names(),
  amount: as(0),
  to: names(),
};
const NEWS_ROW = rowOf<News>(NEWS_COLUMNS);
const OWN_NEWS = rowOf<OwnNews>({ ...NEWS_COLUMNS, after: as("") });

const JOINT = rowOf<JointStatement>({
  id: as(),
  about: as(),
  line: oneOf(LINES),
  drafted: as(),
  until: as(),
  signers: names(),
  state: oneOf(["draft", "public", "settled"] as const),
  blocks: flag(false),
});

const OFFER = rowOf<Offer>({
  id: as(),
  to: oneOf(MEMBER_CODES),
  gift: oneOf(GIFTS),
  ask: oneOf(GIFT_ASKS),
  made: as(),
  until: as(),
  vote: as(""),
  state: oneOf(["open", "stalled", "taken", "refused", "published", "lapsed"] as const, "open"),
  exposed: flag(false),
  ends: as(0),
});

const BAN = rowOf<BanView>({
  id: as(),
  member: oneOf(MEMBER_CODES),
  sector: as(),
  until: as(),
  exposed: flag(false),
});

const WEAR = rowOf<WearView>({ id: as(), from: as(), until: as(-1), lost: as() });

const AID = rowOf<Aid>({ of: as(), from: as(), until: as() });

const CHOICE = rowOf<Choice>({
  id: as(),
  card: as(),
  seat: oneOf(SEATS),
  asked: as(),
  until: as(),
  about: names(),
  chosen: as(""),
});

const LOBBY = rowOf<Lobby>({ seat: oneOf(MEMBER_CODES), until: as(), cards: as(), taken: as("") });

const LAW = rowOf<LawView>({
  snapback: flag(false),
  fundFrom: as(),
  payout: oneOf(PAYOUTS, "even"),
  obligation: oneOf(["none", "soft", "strict"] as const),
  emergencyUntil: as(),
  proof: as(0),
  joinedClub: flag(false),
  packageUntil: as(),
  floodUntil: as(0),
  course: oneOf<Course, "">(COURSES),
  courseSince: as(0),
  rulesOn: oneOf<MemberCode, "">(MEMBER_CODES),
  rulesUntil: as(0),
  releaseRule: oneOf(["by-value", "by-size", "pro-rata", "by-contribution"] as const),
  modes: digits(LICENCE_MODES) as Column<LawView["modes"]>,
  since: as(),
  tightened: as(),
  squeezedSince: as(),
  coerced: as(),
  mandates: as(),
});

// The table of all documents, by the field of the View they stand for. A field without its line here does not compile.

interface Layout<T> {
  letter: string;
  write(value: T, tick: number): Doc[];
  read(texts: readonly string[], tick: number): T;
}

/** A list with a document for each entry. */
const list = <T>(letter: string, row: Row<T>, idOf: (entry: T) => string): Layout<T[]> => ({
  letter,
  write: (entries, tick) => entries.map((e) => ({ list: letter, id: idOf(e), text: row.write(e, tick) })),
  read: (texts, tick) => texts.map((text) => row.read(text, tick)),
});

const byId = (entry: { id: string }): string => entry.id;

/** One document, absent while the value is `none`. */
const whole = <T>(letter: string, row: Row<T>, none?: T): Layout<T> => ({
  letter,
  write: (value, tick) => (same(value, none) ? [] : [{ list: letter, id: "", text: row.write(value, tick) }]),
  read: (texts, tick) => (texts.length === 0 ? clone(none as T) : row.read(texts[0]!, tick)),
});

/** Fields that are plain numbers outside the catalogue. */
const EXTRA = { pub: ["tick", "weeks"], own: [] } as const;

type Documents<P, Part extends "pub" | "own"> = {
  [K in Exclude<keyof P, keyof Numbers<Part> | (typeof EXTRA)[Part][number]> & string]: Layout<P[K]>;
};

const PUB: Documents<PublicPart, "pub"> = {
  projects: list("p", PROJECT, byId),
  files: list("f", FILE, byId),
  votes: list("v", VOTE, byId),
  statements: list("j", JOINT, byId),
  contracts: list("c", CONTRACT, byId),
  words: list("w", WORD, byId),
  news: list("n", NEWS_ROW, byId),
  holders: whole("h", cell(digits(["bot", "people"]) as Column<PublicPart["holders"]>)),
  law: whole("l", LAW),
  ending: whole<Ending | null>("e", json(), null),
};

const OWN: Documents<OwnPart, "own"> = {
  offers: list("o", OFFER, byId),
  bans: list("h", BAN, byId),
  wear: list("z", WEAR, byId),
  aid: list("r", AID, ({ of }) => of),
  choices: list("d", CHOICE, byId),
  drafts: list("j", JOINT, byId),
  lobbies: list("b", LOBBY, (lobby) => String(lobby.until)),
  talks: list("t", TALK, byId),
  lines: list("s", LINE, byId),
  proposals: list("q", PROPOSAL, byId),
  contracts: list("c", CONTRACT, byId),
  words: list("w", WORD, byId),
  news: list("n", OWN_NEWS, byId),
  clocks: whole<Clocks>("k", json(), {}),
  focus: whole<Record<string, number[]>>("x", json(), {}),
  leanings: whole<Record<string, number>>("g", json(), {}),
  goals: whole<number[]>("a", json(), []),
};

const TABLE = { pub: PUB, own: OWN } as const;
type PartName = keyof typeof TABLE;

/** Every number of a part, in order: its name, how many there are, and the step; `single` ones are not lists. */
interface Slot {
  key: string;
  count: number;
  quantum: number;
  single: boolean;
}

function slotsOf(rules: Rules, part: PartName): Slot[] {
  const extra = EXTRA[part].map((key) => ({ key, count: 1, quantum: 1, single: true }));
  const listed = CATALOGUE.filter((indicator) => indicator.part === part).map(({ id, per, quantum }) => ({
    key: id,
    count: countOf(rules, per),
    quantum,
    single: per === "union",
  }));
  return [...extra, ...listed];
}

/** How many numbers a part has under these rules. */
export const countNumbers = (rules: Rules, part: PartName): number =>
  slotsOf(rules, part).reduce((sum, slot) => sum + slot.count, 0);

type Fields = Record<string, unknown>;

/** A part of a View for the wire; `tick` is the View's week. */
export function flatten<P extends PartName>(rules: Rules, part: P, value: View[P], tick: number): Part {
  const fields = value as unknown as Fields;
  const numbers: number[] = [];
  for (const { key, quantum, single } of slotsOf(rules, part)) {
    const steps = (x: number) => Math.round(x / quantum);
    if (single) numbers.push(steps(fields[key] as number));
    else numbers.push(...(fields[key] as number[]).map(steps));
  }
  const docs = Object.entries(TABLE[part] as unknown as Record<string, Layout<unknown>>).flatMap(
    ([key, layout]) => layout.write(fields[key], tick),
  );
  return { numbers, docs };
}

/** The View behind its two parts. */
export function unflatten(rules: Rules, seat: Viewpoint, parts: Record<PartName, Part>): View {
  const tick = parts.pub.numbers[0]!;
  const read = <P extends PartName>(part: P): View[P] => {
    const { numbers, docs } = parts[part];
    const fields: Fields = {};
    let at = 0;
    for (const { key, count, quantum, single } of slotsOf(rules, part)) {
      const values = numbers.slice(at, at + count).map((steps) => quantise(steps * quantum, quantum));
      fields[key] = single ? values[0] : values;
      at += count;
    }
    for (const [key, layout] of Object.entries(TABLE[part] as unknown as Record<string, Layout<unknown>>))
      fields[key] = layout.read(
        docs.filter((d) => d.list === layout.letter).map((d) => d.text),
        tick,
      );
    return fields as unknown as View[P];
  };
  return { seat, pub: read("pub"), own: read("own") };
}
