// Why a bot does something: a code, and what the figure beside it counts. The sentence for each stands with the words.

/** What a figure is, for printing. */
export type ReasonUnit =
  | "chance" // 0 to 1, told in 100
  | "share" // 0 to 1, told in %
  | "people" // % of the Union's people
  | "of-gdp" // % of GDP
  | "euro-bn"
  | "weeks"
  | "of-100"
  | "points" // of the score
  | "count"
  | "a-year" // % a year
  | "support" // -1 to 1
  | "none";

export const REASONS = {
  // anybody
  card: "none",
  "terms-good": "euro-bn",
  "terms-fair": "euro-bn",
  "terms-poor": "euro-bn",
  "terms-bare": "share",
  counter: "euro-bn",
  "table-terms": "euro-bn",
  leave: "weeks",
  talk: "none",
  complain: "share",
  dispute: "weeks",
  "snap-back": "of-100",
  denounce: "euro-bn",
  suspend: "none",
  fulfil: "weeks",
  // the Commission
  "gate-press": "of-100",
  "gate-cool": "of-100",
  stock: "weeks",
  plant: "weeks",
  package: "none",
  "save-fund": "people",
  "coercion-early": "euro-bn",
  coercion: "euro-bn",
  "coercion-answer": "euro-bn",
  narrow: "of-100",
  review: "share",
  law: "share",
  club: "of-100",
  vote: "people",
  pledge: "people",
  money: "people",
  injury: "share",
  stoppage: "count",
  threat: "euro-bn",
  scoreboard: "share",
  yield: "share",
  "step-down": "euro-bn",
  // Beijing
  squeeze: "chance",
  widen: "weeks",
  ease: "weeks",
  "ease-offer": "weeks",
  "ease-feared": "euro-bn",
  "calm-offer": "of-100",
  court: "people",
  retaliate: "count",
  "as-warned": "count",
  punish: "none",
  aim: "count",
  soothe: "share",
  words: "of-100",
  open: "of-100",
  flood: "share",
  notice: "weeks",
  "relent-hold": "weeks",
  "relent-duty": "share",
  freeze: "weeks",
  "punish-leavers": "none",
  stimulus: "a-year",
  "cut-capacity": "of-100",
  // capitals
  leaning: "support",
  promised: "support",
  caucus: "support",
  report: "people",
  statement: "count",
  "statement-draft": "support",
  "stand-by": "count",
  appeal: "share",
  chair: "support",
  author: "weeks",
  "envoy-take": "points",
  "envoy-refuse": "points",
  "envoy-publish": "points",
  mission: "share",
  lobby: "support",
  pain: "of-gdp",
  risk: "share",
  site: "weeks",
  permit: "weeks",
  lane: "of-gdp",
  trade: "people",
  goal: "none",
  help: "weeks",
} as const satisfies Record<string, ReasonUnit>;
export type Reason = keyof typeof REASONS;
