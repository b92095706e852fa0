// The whole world as plain data: numbers, arrays, records. No classes, no functions, nothing derived that is cheap to
// derive. It is its own JSON: `JSON.parse(JSON.stringify(state))` is an equal State. Indexes: m member, s sector,
// i input, all in the scenario's order; tables [s*M+m] and [i*M+m] are flat. Weeks are ticks since week 0.

import { hash, hashPair, type Stream } from "./random.ts";
import type { Ballot } from "./scenario/land.ts";
import type { Payout } from "./scenario/payout.ts";
import type { FileKind, ProjectStage } from "./scenario/start.ts";
import type { Expiry, Measure, MetricId, Phrase } from "./scenario/terms.ts";
import type { MemberCode, Seat } from "./seat.ts";

export const LICENCE_MODES = ["free", "general", "case-by-case", "go-slow", "embargo"] as const;
export type LicenceMode = (typeof LICENCE_MODES)[number];

/** A mode that squeezes. */
export const isTight = (mode: LicenceMode): boolean => mode === "go-slow" || mode === "embargo";

/** Trade by sector; logs are 0 in week 0. */
export interface Trade {
  /** O, log points by which Chinese goods have become cheaper (E7), and its drift a week. */
  price: number[];
  drift: number[];
  /** Memories of the lower and the upper nest (E3, E5). */
  lower: number[];
  upper: number[];
  /** Hy, injury with hysteresis (E9), 0 to 1. */
  injury: number[];
  /** Average duties in force, fractions: the Union's on Chinese goods, China's on the Union's. Week 0 counts as normal. */
  dutyEurope: number[];
  dutyChina: number[];
  /** The part of them that trade had met with by last week. */
  feltEurope: number[];
  feltChina: number[];
  /** Share of lost covered imports that has come back by another door (E8). */
  leaked: number[];
  /** Log points by which what makers promised keeps Chinese goods dearer than the market would (E48). */
  held: number[];
  /** EUR bn a year now. */
  imports: number[];
  /** Memory of China's duties (E10), by sector. */
  memory: number[];
  /** Exports to China EUR bn a year, share held up by informal bans now and aimed at, share sold elsewhere: [s*M+m]. */
  exports: number[];
  ban: number[];
  banGoal: number[];
  /** 1 where the last hold came out, also while sales still recover from it, else 0: [s*M+m]. */
  banKnown: number[];
  diverted: number[];
  /** Sales lost against the trend that found no other buyer, EUR bn a year: [s*M+m]. */
  lost: number[];
  /** Extra exports by missions, orders and the like, a fraction of the trend: [m]. */
  boost: number[];
  /** What runs of it: each gift or journey has its own size and end; `of` = what it came with, by id. */
  extra: { of: string; m: number; by: number; until: number }[];
  /** What of it is agreed and not yet delivered, and the first week of each. */
  ahead: { of: string; m: number; by: number; until: number; from: number }[];
  /** A, market access for European firms, 0 to accessMax. */
  access: number;
  /** Log of what market access has added to sales to China, against their structural decline. */
  reach: number;
  /** Value added lost through import pressure, and what buyers pay in duties beyond those of week 0, EUR bn a year. */
  injuryLoss: number;
  tariffCost: number;
}

/** One critical input. Quantities are weeks of the member's own normal use unless said otherwise: [m]. */
export interface Input {
  mode: LicenceMode;
  /** theta: weekly licences as a share of normal covered use; licence time in weeks; a passing shift and its end. */
  throughput: number;
  licenceWeeks: number;
  shift: number;
  shiftEnds: number;
  /** Shifts of the throughput by what happened, each to its own end. */
  shocks: { by: number; until: number }[];
  /** Since when the mode holds, and since when it has been a squeeze (go-slow or embargo), -1 when it is not. */
  since: number;
  /** The week in which it was tightened to this mode; -1 when it was loosened to it. */
  tightened: number;
  squeezedSince: number;
  /** k_m, favour above 1, punish below 1, and when the tilt ends. */
  tilt: number[];
  tiltEnds: number[];
  /** How much of what users need and hold they have laid open in applications, 0 to 1; it fades as it ages. */
  laidOpen: number;
  queue: number[];
  transit1: number[];
  transit2: number[];
  stock: number[];
  /** Share of need not met this week, 0 to 1, and output lost, EUR bn a year. */
  gap: number[];
  loss: number[];
  /** rho, firms' perceived risk 0 to 1. */
  risk: number;
  /**
   * Unnamed plants outside China, shares of Union demand. A stage is a row of equal steps that empty one into the
   * next, so that the time through it gathers around its mean; what leaves the last ramp is running.
   */
  permit: number[];
  build: number[];
  ramp: number[];
  running: number;
  /** Output of the named plants now, share of Union demand. */
  plants: number;
  /** Running in week 0: it survives calm. */
  base: number;
  /** Cumulative starts, for the learning curve, and what has closed for want of a price since week 0. */
  started: number;
  closed: number;
  /** Starts and closures at today's pace, share of Union demand a week; read anew at the end of each week. */
  starting: number;
  closing: number;
  /** Spare capacity of allies that serves the Union, and that on its way to do so. */
  ally: number;
  allyAsked: number;
  recycling: number;
  recyclingCap: number;
  /** Cut of use per product, 0 to adaptCap. */
  adapt: number;
  /** Half weeks of its users against the scenario's (E15). */
  half: number;
  /** Headline price against normal; a trader's whim times it, until a week. */
  spot: number;
  spike: number;
  spikeEnds: number;
  /**
   * Union stockpile, weeks of Union use; ordered and not yet bought (weeks of Union use) and the week from which it
   * arrives; released this week (share of weekly use).
   */
  stockpile: number;
  ordered: number;
  orderedFrom: number;
  released: number;
}

export interface Project {
  id: string;
  stage: ProjectStage;
  weeksLeft: number;
  backed: "none" | "offtake" | "floor";
  fastTracked: boolean;
  /** Week by which it needs backing; -1 when it needs none. */
  needsBackingBy: number;
  /** Part of the plant that has not closed for want of a price, 1 = whole. */
  share: number;
  /** Output now, share of Union demand of its input. */
  output: number;
}

/** What a capital pays its firms for, the first and the last week of it: "lines" that stand still, or sales of a sector by id. */
export interface Aid {
  of: string;
  from: number;
  until: number;
}

export interface Member {
  /** Drawn at the start: basic support alpha, and pain it bears (T_m, % of GDP). */
  alpha: number;
  tolerance: number;
  /** u, support for the common line, -1 to 1; smoothed pain n, % of GDP. */
  support: number;
  /** Beliefs, log-odds (E40): Beijing's that this capital stands; this capital's that Brussels, that Beijing keeps its word. */
  firmness: number;
  trustBrussels: number;
  trustBeijing: number;
  pain: number;
  /** This week's loss behind the pain, EUR bn a year: value added not made, and sales to China lost and not made up elsewhere. */
  outputLoss: number;
  exportLoss: number;
  /** Lines standing still now. */
  linesStopped: number;
  points: number;
  /** EUR m left for relief this year, and sector relief in force. */
  purse: number;
  reliefUntil: number;
  reliefFactor: number;
  /** Its own relief that runs. */
  aid: Aid[];
  reliefNext: number;
  missionNext: number;
  /** First weeks in which it may move an item while it presides, and table one. */
  agendaNext: number;
  tableNext: number;
  /** Texts it has written for the others. */
  reports: number;
  /** True licence figures known until (mission). */
  insightUntil: number;
  permits: number;
  permitUntil: number;
  /** Week in which its firms were obliged to hold larger stocks, -1 = they are not. */
  mandate: number;
  /** Shift of alpha by a lobby's cause that it took up, and its end. */
  lobby: number;
  lobbyUntil: number;
  /** Shifts of alpha by what happened, each to its own end. */
  sways: { by: number; until: number }[];
  /** Worth of accepted side offers on support, decaying. */
  offerTurn: number;
  deals: number;
  standing: number;
  promises: number;
  /** Chinese plants won, jobs, in EUR bn. */
  plants: number;
  cover: number;
}

export interface Commission {
  points: number;
  /** EUR m of the common envelope, and what it gains in a year beyond the usual. */
  money: number;
  envelope: number;
  stockNext: number;
  caseNext: number;
  backNext: number;
  statementNext: number;
  stepDownNext: number;
  releaseRule: "by-value" | "by-size" | "pro-rata" | "by-contribution";
  /** First and last week in which the emergency act opens the store further. */
  emergencyFrom: number;
  emergencyUntil: number;
  /** Emergency fund EUR bn a year (0 = none) and the snapback, each from the week it is in force. */
  fund: number;
  fundFrom: number;
  /** Chosen with the first package, for good. */
  payout: Payout;
  snapback: boolean;
  /** Duty to diversify in force: none, soft, strict; share exempted. */
  obligation: "none" | "soft" | "strict";
  exempt: number;
  matching: number;
  scrapLimit: number;
  provisionalSpeed: number;
  /** By how much better evidence raises the chance that judges uphold its cases. */
  proof: number;
}

/** Where Beijing steers its economy: spending at home, or cutting capacity. */
export const COURSES = ["stimulus", "anti-involution"] as const;
export type Course = (typeof COURSES)[number];

/** What Beijing must leave time between. */
export const BEIJING_CLOCKS = [
  "assurance",
  "statement",
  "squeeze",
  /** Any tighter licence at all. */
  "valve",
  "access",
  "books",
  "flood",
  "rules",
  "economy",
  "step-down",
] as const;
type BeijingClock = (typeof BEIJING_CLOCKS)[number];

export interface Beijing {
  points: number;
  /** gamma %, and what the official statistics make of it; jobs tied to Europe (million); face N, reputation Rp, 0 to 100. */
  growth: number;
  official: number;
  jobs: number;
  face: number;
  reputation: number;
  /** First week in which a loss of face counts for no more than itself again. */
  proudUntil: number;
  /** First week in which it may do a thing again. */
  next: Record<BeijingClock, number>;
  squeezes: number;
  yields: number;
  /** First week of the running squeeze, -1 without one; the last week of the one before. */
  squeezeSince: number;
  squeezeEnded: number;
  /** Its squeezes: first and last week (-1 while it runs), and the part of its hold that was gone before and after. */
  wear: { from: number; until: number; before: number; after: number }[];
  /** Highest pain of the running squeeze as a share of what Europe bears; -1 once Europe has given in. */
  squeezePain: number;
  /** Weeks the suspended package is still suspended until; past that it is in force. */
  packageUntil: number;
  /** Weeks of that which it owes to agreements in force: when they are over, so are these. */
  packageLent: number;
  floodUntil: number;
  /** Where the economy is steered, and since when. */
  course: Course | "";
  courseSince: number;
  /** The state (its index, -1 for none) to whose firms the supply-chain rules are applied, and the week that ends. */
  rulesOn: number;
  rulesUntil: number;
  /** How often states have been served last, or put under the rules, by its choice. */
  singledOut: number;
  /** How far its subsidies are laid open, 0 to 1. */
  transparency: number;
  /** Week until which a leak shows Beijing more than it should see. */
  leakUntil: number;
  /** Goods held up at customs without a reason given; the state, the sector, and whether it came out. */
  bans: Hold[];
}

interface Hold {
  m: number;
  s: number;
  size: number;
  until: number;
  exposed: boolean;
}

/** True of a hold that nobody but Beijing and the state itself has noticed: its goods wait, and it has not come out. */
export const isQuiet = ({ members, trade }: State, { m, s, exposed }: Hold): boolean =>
  !exposed && trade.ban[s * members.length + m]! > 0;

/** A procedure that runs by the law's clock. Stages are those of `FILE_STAGES`; `gate` is the next week something is due. */
export const FILE_STAGES = [
  "asked",
  "proposal",
  "provisional-gate",
  "provisional",
  "preliminary",
  "definitive-gate",
  "examination",
  "engagement",
  "standing",
  "council",
  "appeal-gate",
  "in-force",
  "closed",
] as const;
export type FileStage = (typeof FILE_STAGES)[number];

/** What a measure that is no plain duty does: shut out of tenders, count for less in them, or an answer to coercion. */
export const REMEDIES = ["none", "exclusion", "score", "duties", "procurement", "services"] as const;
export type Remedy = (typeof REMEDIES)[number];

/** What counts as coercion when it is Beijing's doing and known to all. */
export const COERCIONS = ["squeeze", "ban", "retaliation"] as const;
export type Coercion = (typeof COERCIONS)[number];

export interface File {
  id: string;
  kind: FileKind;
  side: "europe" | "beijing";
  /** Key of its name: a starting file's own id, else its kind. */
  name: string;
  /** Sector index or -1; share of the sector covered. */
  sector: number;
  breadth: number;
  stage: FileStage;
  opened: number;
  gate: number;
  nextGate: number;
  /** Duty it would bring, and the part in force now, fractions. */
  rate: number;
  duty: number;
  /** Part of the duty that rests under an agreement. */
  rested: number;
  /** Points of heat that it raised and that taking it back would still take; calm wears them down as it does heat, by quarters. */
  heat: number;
  /** For a package: size in EUR bn, by what rule it pays, whether the snapback is in it; for a law: strict or soft. */
  size: number;
  payout: Payout;
  snapback: boolean;
  strict: boolean;
  shutUntil: number;
  /** How a rapporteur wrote it: 1 stricter, -1 softer, 0 = as it was proposed. */
  report: number;
  remedy: Remedy;
  /** The file that this one reviews or mirrors, by id; "" for none. */
  of: string;
  why: "move" | "start" | "answer";
}

/**
 * How a vote is counted (E31). for = passes with a qualified majority only; unless-against = passes unless there is one
 * against; for-else-appeal = as for, but the Commission may take it to the appeal committee unless a majority stands
 * against; advisory = binds nobody.
 */
export const VOTE_RULES = ["for", "unless-against", "for-else-appeal", "advisory"] as const;
export type VoteRule = (typeof VOTE_RULES)[number];

export interface Vote {
  id: string;
  file: string;
  rule: VoteRule;
  /** True in the appeal committee, which is the last to be heard. */
  appeal: boolean;
  opened: number;
  /** Who called it: the Commission, a state that may table items, or nobody but the calendar. */
  by: Seat | "";
  /** Counted at the end of this week. */
  closes: number;
  /** By member index. `null` = not cast yet; a seat's own bot casts by its utility in the last week. */
  cast: (Ballot | null)[];
  /** Small states that bind their votes, in the order of joining, with what each of them says; see world/caucus.ts. */
  block: { code: MemberCode; says: Ballot | null }[];
  /** Soundings drawn when the vote opened: utility of each member before pledges, noise included. Secret. */
  leaning: number[];
  /** Worth of pledges and offers so far: [m]. */
  pledged: number[];
  offered: number[];
  outcome: "open" | "passed" | "failed";
  /** Rate of the file before the decision that is voted on, where that changed it: what a new decision would start from. */
  before?: number;
}

export const LINES = ["for", "against"] as const;

/** What several capitals say together: about a file before its vote, or for a state that is singled out. */
export interface JointStatement {
  id: string;
  /** Id of the file, or code of the state. */
  about: string;
  line: (typeof LINES)[number];
  drafted: number;
  /** Last week to sign a draft. */
  until: number;
  /** In the order of signing. */
  signers: MemberCode[];
  state: "draft" | "public" | "settled";
  /** They are a blocking minority, and have said so. */
  blocks: boolean;
}

/** What an envoy of Beijing may bring to a capital, and ask of it. */
export const GIFTS = ["plant", "order", "exemption", "fast-lane"] as const;
export const GIFT_ASKS = ["vote", "abstain", "silence"] as const;

/** Beijing's offer to one capital. */
export interface Offer {
  id: string;
  to: MemberCode;
  gift: (typeof GIFTS)[number];
  ask: (typeof GIFT_ASKS)[number];
  vote: string;
  made: number;
  until: number;
  state: "open" | "stalled" | "taken" | "refused" | "published" | "lapsed";
  exposed: boolean;
  ends: number;
}

/** True while an offer waits for an answer. */
export const isWaiting = ({ state }: Pick<Offer, "state">): boolean =>
  state === "open" || state === "stalled";

/** A decision that an event asks of a seat. */
export interface Choice {
  id: string;
  card: string;
  seat: Seat;
  asked: number;
  until: number;
  /** Members or sectors the card speaks of, for the words. */
  about: string[];
  chosen: string;
}

/** Two cards a member may take one of. */
export interface Lobby {
  seat: MemberCode;
  until: number;
  cards: { id: string; sector: number; turn: number }[];
  taken: string;
}

/** What one side promises in an agreement. */
export interface Term {
  by: Seat;
  metric: MetricId;
  /** Input, sector, member or file it is about, "all" or "". */
  about: string;
  /** What the metric must not go below, or above; its unit is the metric's. */
  value: number;
  /** Window over which it is looked at, or week of the agreement by which it must be done. */
  weeks: number;
  measure: Measure;
}

/** A case as it was when an agreement closed it, and the week of that. */
export type Shelved = Pick<File, "stage" | "gate" | "nextGate" | "rate" | "duty" | "heat"> & { tick: number };

/** A term of an agreement in force, with what has been seen of it. */
export interface Pledged extends Term {
  /** The metric at signature. */
  start: number;
  /** What was last seen of it (E44), and the share of recent weeks in which it was missed. */
  seen: number;
  missed: number;
  /** Weeks of the reports that missed it, as far back as the window goes, or as so many reports as make a breach. */
  late: number[];
  state: "open" | "kept" | "broken";
  /** True readings of the last weeks, the newest last, and how often they missed: secret, what a panel would find. */
  past: number[];
  truth: number;
  /** Of a promise to close a case: how the case stood. */
  shelved?: Shelved;
}

export const CONTRACT_STATES = ["kept", "broken", "suspended", "ended"] as const;

/** An agreement. A bare assurance has no term that anybody measures. */
export interface Contract {
  id: string;
  /** Template it was made from, or "custom". */
  template: string;
  parties: Seat[];
  /** Who promised it alone, signed by nobody else; "" = its parties signed it. */
  giver: Seat | "";
  terms: Pledged[];
  from: number;
  until: number;
  /** For how long it was signed, and renews itself. */
  weeks: number;
  expiry: Expiry;
  /** Known to its parties alone. */
  secret: boolean;
  /** A breach lets the Commission lay on a duty within weeks. */
  snapback: boolean;
  /** vq of what it promises about supply, 0 to 1; 1 when it promises nothing of the kind. */
  verified: number;
  /** Whether it asks for more than was the practice in week 0. */
  binding: boolean;
  state: (typeof CONTRACT_STATES)[number];
  /** Who broke it, and the week in which a panel finds whether that is so; -1 = none sits; who called for it. */
  breaker: Seat | "";
  panel: number;
  complainer: Seat | "";
}

/** True while an agreement binds. */
export const holds = ({ state, until }: Pick<Contract, "state" | "until">, tick: number): boolean =>
  state === "kept" && until > tick;

/** Weeks for which an agreement that is over stays on the table; the record of the game keeps it. */
const SHOWN = 52;

/** In force, or over not long ago. */
export const isRecent = ({ state, until }: Pick<Contract, "state" | "until">, tick: number): boolean =>
  state === "kept" || until >= tick - SHOWN;

/** A room of two or more seats, private to them. */
export interface Talk {
  id: string;
  seats: Seat[];
  opened: number;
  /** Seats that have left it. */
  left: Seat[];
}

/** One thing said in a talk: words of one's own, or a phrase with its blanks filled. */
export interface Line {
  id: string;
  talk: string;
  tick: number;
  by: Seat;
  phrase: Phrase | "";
  text: string;
  weeks: number;
  file: string;
}

/** What an agreement would be. */
export interface Draft {
  template: string;
  terms: Term[];
  weeks: number;
  expiry: Expiry;
  secret: boolean;
  snapback: boolean;
}

export const PROPOSAL_STATES = ["open", "signed", "rejected", "countered", "lapsed"] as const;

/** A draft on the table of a talk. It is signed when every seat of the talk has accepted. */
export interface Proposal extends Draft {
  id: string;
  talk: string;
  /** First, second, ... draft of this talk. */
  number: number;
  by: Seat;
  tabled: number;
  until: number;
  accepted: Seat[];
  state: (typeof PROPOSAL_STATES)[number];
}

export const WORD_FORMS = [
  "threat",
  "off-ramp",
  "warning",
  "welcome",
  "equal-dignity",
  "notice",
  "scoreboard",
  "wto",
  "step-down",
] as const;

/** A statement that can be kept or not, or an offer in the open. */
export interface Word {
  id: string;
  by: Seat;
  to: Seat;
  form: (typeof WORD_FORMS)[number];
  /** The file it is about, the input of a notice, how far a step-down would go; "" otherwise. */
  file: string;
  until: number;
  /** Of a notice, kept = a panel has been called on it. */
  state: "open" | "kept" | "broken" | "none";
  /** Who heard it; empty = everybody. */
  heard: Seat[];
}

/** One line of news: a code with its figures, told in words by the client; `to` = who may read it, empty = everybody. */
export interface News {
  id: string;
  tick: number;
  code: string;
  by: Seat | "";
  about: string[];
  amount: number;
  to: Seat[];
}

/** What each side could cost the other, and how soon. EUR bn; weeks to the first bite. */
export interface Leverage {
  /** V^CN with the stocks of today, by input too (E38b); weeks until the loss shows. */
  hold: number;
  byInput: number[];
  holdWeeks: number;
  /** The same less what such a squeeze costs China itself; and of `ready` what is left after Europe's own cost (E38d). */
  holdNet: number;
  readyNet: number;
  /** S = 1 - V/V0, structural: firms' stocks at normal; V0 = `base`, EUR bn in week 0. */
  gone: number;
  base: number;
  /** V^EU (E38c): what could be used at once, and what a vote, then a case or a law would add. */
  ready: number;
  vote: number;
  law: number;
  europeWeeks: number;
}

/** The record of one capital, by counts unless said otherwise; see world/deeds.ts. */
export interface Deeds {
  /** Ballots for and against; votes in which it was with the outcome. */
  yes: number;
  no: number;
  won: number;
  /** Votes its ballot alone would have turned, and those of them by the number of states. */
  pivotal: number;
  tipped: number;
  /** Proposals that its vote for them would have saved, by what it cast instead. */
  sunk: Record<Ballot, number>;
  /** Votes in which it showed its hand last, or not at all. */
  last: number;
  /** Votes won that it had been promised something for. */
  promised: number;
  /** Side deals taken; times it was picked out by Beijing. */
  deals: number;
  pickedOut: number;
  /** Help from others; money promised to it, EUR m; stocks it shared; soft texts it wrote. */
  helped: number;
  received: number;
  shared: number;
  soft: number;
}

/** Sums over the game that scores are read from. */
export interface Tally {
  loss: number;
  exportLoss: number;
  tariffCost: number;
  injury: number;
  heat: number;
  heatPeak: number;
  cohesion: number;
  /** Growth that China fell short of what Beijing counts on, % a year; below 0 where it grew faster. */
  growthShort: number;
  assuranceWeeks: number;
  /** Weeks under a measured agreement, and the same weeks each by how well it was looked at (vq, 0 to 1). */
  verifiedWeeks: number;
  qualityWeeks: number;
  hotWeeks: number;
  lossWeeks: number;
  failedVotes: number;
  acceptedOffers: number;
  pain: number[];
  /** Of the verified weeks those in which it was a party to such an agreement: [m]. */
  measured: number[];
  /** Sold to China, EUR bn: [s*M+m]; the usual course of such sales, years of week 0's. */
  sold: number[];
  trend: number;
  /** Weeks in which makers lacked an input: [i*M+m]; weeks of use that the Union's store gave out. */
  short: number[];
  /** Weeks in which Beijing licensed nothing at all of an input: [i]. */
  stopped: number[];
  released: number;
  /** Weeks in which squeezes began. */
  squeezedAt: number[];
  /** Holds at customs that ran their time and nobody spoke of. */
  holdsIgnored: number;
  /** What each capital did and met with: [m]. */
  deeds: Deeds[];
  /** Highest share of lines stopped; deals that came out; acts of solidarity: [m]. */
  worst: number[];
  exposed: number[];
  solidarity: number[];
  /** Times one capital shared its stock with another: [giver * M + receiver]. */
  shares: number[];
  /** Cards put to each seat so far. */
  asked: Partial<Record<Seat, number>>;
}

export const VERDICTS = [
  "practical-leverage",
  "unfinished-business",
  "empty-language",
  "uncontrolled-confrontation",
] as const;
export type Verdict = (typeof VERDICTS)[number];

export interface Ending {
  tick: number;
  verdict: Verdict;
  early: boolean;
  /** S, heat and the weeks of run-on, see score. */
  security: number;
  securityAfter: number;
  scores: number[];
}

export interface State {
  format: 1;
  tick: number;
  /** Weeks this game lasts. */
  weeks: number;
  random: Stream;
  /** Seed of the errors in what seats know; secret like the stream. */
  seed: number;
  /** Who plays a seat, by SEATS' order of the scenario: commission, beijing, members. */
  holders: ("bot" | "people")[];
  heat: number;
  legitimacy: number;
  cohesion: number;
  failedVotes: number;
  dealWeight: number;
  /** How much of that weight is felt: it comes through two steps, the second is what cohesion loses by. */
  dealsFelt: [number, number];
  solidarity: number;
  /** l, Beijing's belief that Europe stands (log-odds); beliefs of and about capitals stand with the members. */
  resolve: number;
  /** Read anew at the end of each week, see world/leverage.ts. */
  leverage: Leverage;
  /** Readings of the numbers that reach some seat late, a row a week, newest last, see estimate.ts. */
  reports: number[][];
  trade: Trade;
  inputs: Input[];
  projects: Project[];
  members: Member[];
  commission: Commission;
  beijing: Beijing;
  /** Last week in which each kind of coercion was there for all to see, -1 for never. */
  coerced: Record<Coercion, number>;
  /** Worst that Europe lost while coercion is remembered, EUR bn a year; 0 once it is forgotten. */
  coercedCost: number;
  files: File[];
  votes: Vote[];
  statements: JointStatement[];
  offers: Offer[];
  choices: Choice[];
  lobbies: Lobby[];
  contracts: Contract[];
  talks: Talk[];
  lines: Line[];
  proposals: Proposal[];
  words: Word[];
  news: News[];
  /** Week each card last came up, by card id. */
  drawn: Record<string, number>;
  /** How far each seat's secret goals have come, in the order of scores. */
  goals: number[][];
  /** How cards came out: "happened" or "failed" by card, the option by card and seat ("E06/" where all were asked as one). */
  outcomes: Record<string, string>;
  /** What others will think of a seat for a word kept or broken in secret: points, of which text, and the week it gets about unless that runs on. */
  hushed: { seat: Seat; by: number; of: string; until: number }[];
  /** Number of the next id. */
  next: number;
  tally: Tally;
  /** Path of the corridor, one pair a week: share of Beijing's hold gone (structural) and heat. */
  path: { security: number[]; heat: number[] };
  ending: Ending | null;
}

/** Supply of an input from outside China, share of Union demand. */
export const elsewhere = (input: Input): number =>
  input.running + input.plants + input.ally + input.recycling;

/** Output that the Union loses now, EUR bn a year. */
export const lossNow = ({ members }: Pick<State, "members">): number =>
  members.reduce((sum, m) => sum + m.outputLoss, 0);

/** What of normal covered demand is licensed in a week: by the mode, by an agreement, and by what happened of late. */
export const flowOf = ({ throughput, shift, shocks }: Input): number =>
  shocks.reduce((sum, shock) => sum + shock.by, throughput + shift);

/** A deep copy of plain data. */
export function clone<T>(node: T): T {
  if (Array.isArray(node)) return (typeof node[0] === "object" ? node.map(clone) : node.slice()) as T;
  if (node === null || typeof node !== "object") return node;
  // Spread keeps the engine's layout of the original; a copy built key by key becomes a slow dictionary.
  const copy = { ...node };
  for (const key in copy) if (typeof copy[key] === "object") copy[key] = clone(copy[key]);
  return copy;
}

/** A short proof of equality: 64 bits over the JSON of the State, which holds everything and nothing else. */
export function digest(state: State): string {
  // Tables filled key by key are dictionaries to the engine, and one of them makes it write all the rest the slow way too.
  const { drawn, outcomes, tally } = state;
  const asked = { ...tally.asked };
  const text = JSON.stringify({
    ...state,
    ...{ drawn: { ...drawn }, outcomes: { ...outcomes }, tally: { ...tally, asked } },
  });
  return hashPair("a", "b", text)
    .map((half) => half.toString(16).padStart(8, "0"))
    .join("");
}

/** The next id. It is veiled with the secret seed, so that the ids of hidden things leave no gaps to count. */
export function newId(state: State, prefix: string): string {
  state.next += 1;
  const key = `${state.seed}/${prefix}/${state.next}`;
  return prefix + hash(key).toString(36) + hash(`${key}/2`).toString(36).slice(0, 3);
}

/** Weeks for which news is kept. By age, not by number: else secret news would push out what others can read. */
const NEWS_WEEKS = 20;

/** Old news is dropped. */
export function forgetNews(state: State): void {
  const kept = state.news.findIndex((item) => item.tick >= state.tick - NEWS_WEEKS);
  if (kept > 0) state.news.splice(0, kept);
}

/** Tells a piece of news to everybody, or to the seats named. */
export function tell(state: State, news: Omit<News, "id" | "tick">): void {
  state.news.push({ id: newId(state, "n"), tick: state.tick, ...news });
}
