// English words for the things of the game itself. Plain language (about B1); the legal name stands in the guide.
// A word that is missing is a type error here, so a new move, cause or refusal cannot stay unnamed.

import type { Cause } from "../../shared/explain.ts";
import type { Rejection, RejectionCode } from "../../shared/rejection.ts";
import type { FileKind, ProjectStage } from "../../shared/scenario/start.ts";
import type { FileStage, LicenceMode, Offer, Verdict } from "../../shared/state.ts";

const week = (n: number | undefined): string => `week ${n ?? "?"}`;
const amount = (n: number | undefined): string => `${Math.round((n ?? 0) * 100) / 100}`.replace("-", "−");
/** EUR m, as money is written everywhere. */
const millions = (n = 0): string => (n < 1000 ? `€${amount(n)}m` : `€${amount(n / 1000)}bn`);

const sameCase = "A case of this kind runs on this sector already.";

/** What is so already, where that says more. */
const already: Record<string, string> = {
  club: "The club is joined once in a game.",
  "anti-dumping": sameCase,
  "anti-subsidy": sameCase,
  circumvention: sameCase,
  "foreign-subsidy": sameCase,
  safeguard: sameCase,
  procurement: sameCase,
  review: "A review of it runs already.",
  probe: "A probe of these goods runs already.",
  "fast-track": "Its permits are quick already.",
  offtake: "A buyer is promised to it already.",
  floor: "It has a floor under its price already.",
  site: "It has its site already.",
  council: "The Council votes on it already.",
  talk: "You share a room with them already.",
  signed: "You have signed it already.",
  report: "Its text has been written already.",
  return: "They have returned already.",
  coercion: "A file against coercion is open already.",
};

const percent = (share: number): string => `${amount(100 * share)}\u00a0%`;

const inWeeks = (n: number): string => (n === 1 ? "1 week" : `${amount(n)} weeks`);

/** A bound that was crossed, and what there would be, as a size is told. */
const between =
  (size: (n: number) => string) =>
  (have: number, need: number): string =>
    `At ${have < need ? "least" : "most"} ${size(need)}, and this would be ${size(have)}.`;

/** What lies outside its bounds: what it is, or would be, and the bound that it crosses. */
const ranges: Record<string, (have: number, need: number) => string> = {
  breadth: (have, need) =>
    `Half of it would cover ${percent(have)} of its sector, and a case covers at least ${percent(need)}.`,
  step: () => "One step at a time.",
  store: (have, need) =>
    `Your firms hold ${inWeeks(have)} of it. Whoever shares needs at least ${inWeeks(need)}.`,
  sales: (have, need) =>
    `It sells China ${millions(1000 * have)} of this a year: under ${millions(1000 * need)} it has nothing to lose.`,
  rate: (have, need) => `A duty of ${percent(have)} is too small to halve: that needs ${percent(need)}.`,
  weeks: between(inWeeks),
  agreement: between(inWeeks),
  money: between(millions),
  window: (have, need) =>
    have > need
      ? `Who looks, looks back over ${amount(need)} weeks at most: over ${amount(have)} a squeeze would show too late.`
      : `Who looks, looks back over ${amount(need)} weeks at least, not over ${amount(have)}: no figures come sooner.`,
};

/** Of what there may be no more, and how many there may be. */
const limits: Record<string, (most: string, until: number | undefined) => string> = {
  pledge: (most) =>
    `At the limit: Brussels gives one capital ${most} pledges in a game, and a vote promised to it in writing is one.`,
  case: (most) => `${most} cases at most run at once: one of them must end first.`,
  day: (most) => `That Council day is full: it has room for ${most} items.`,
  talk: (most) => `${most} rooms at most at once: leave one first.`,
  term: (most) => `A draft has ${most} terms at most.`,
  vote: () => "That vote is promised elsewhere already.",
  ballot: (most) => `${most} votes at most may be promised at once.`,
  offer: () => "An offer waits there for an answer already.",
  report: () => "A small state writes one report in a game.",
  permit: (most, until) => `${most} permits at most are hurried at a time: again in ${week(until)}.`,
  aim: (most) => `${most} capitals at most in one order.`,
  threat: (_, until) => `One threat at a time: yours is open until ${week(until)}.`,
  warning: (_, until) => `They have an open warning already, until ${week(until)}.`,
  stock: (most) =>
    most === "0"
      ? "The reserve of it is full."
      : `The reserve has room for ${millions(Number(most))} more of it.`,
};

/** Why an order is refused, as a whole sentence that starts with the reason. */
export const rejections: Record<RejectionCode, (r: Rejection) => string> = {
  "game-over": () => "The game is over.",
  "not-your-seat": () => "Another office decides this.",
  malformed: () => "The server could not read this order.",
  "no-such-thing": (r) => (r.what ? `There is no ${r.what} any more.` : "That is no longer there."),
  "not-enough-points": (r) => `Needs ${amount(r.need)} political capital, you have ${amount(r.have)}.`,
  "not-enough-money": (r) => `Needs ${millions(r.need)}, you have ${millions(r.have)}.`,
  "too-early": (r) => `Not before ${week(r.until)}.`,
  "too-late": (r) =>
    r.what === "law"
      ? "This law applies already: it can no longer wait."
      : r.what === "vote"
        ? "This has been decided: no vote on it is left to promise."
        : "The time for this has passed.",
  "cooling-down": (r) => `Possible again in ${week(r.until)}.`,
  "limit-reached": (r) =>
    limits[r.what ?? ""]?.(amount(r.need), r.until) ??
    (r.until === undefined
      ? `At the limit of ${amount(r.need)}.`
      : `At the limit of ${amount(r.need)}, until ${week(r.until)}.`),
  "already-so": (r) =>
    already[r.what ?? ""] ??
    (r.until === undefined ? "It is so already." : `It is so already, until ${week(r.until)}.`),
  "already-answered": () => "You have answered this.",
  "not-open": () => "The procedure is not at this stage.",
  "nothing-to-decide": () => "Nothing waits for this decision.",
  "out-of-range": (r) =>
    ranges[r.what ?? ""]?.(r.have ?? 0, r.need ?? 0) ?? between(amount)(r.have ?? 0, r.need ?? 0),
  "no-stoppage": () => "Only while lines stand still.",
  "during-squeeze": () => "Not while licences are being slowed.",
  "shut-after-vote": (r) => `A lost vote shuts this until ${week(r.until)}.`,
  "not-presiding": (r) =>
    r.until === undefined
      ? "Only the state in the chair of the Council, and your turn does not come in this game."
      : `Your turn in the chair begins in ${week(r.until)}.`,
  "only-softer": () => "After a lost vote it may come back only in the soft form.",
  "no-pain": () => "Nothing of this kind hurts now, so there is nothing to ease.",
  "no-coercion": () =>
    "Nobody can see any coercion, now or lately, that was not settled. An open threat is enough to examine, not to ask the Council.",
  "low-legitimacy": (r) => `Partners ask for fairness above ${amount(r.need)}; it is ${amount(r.have)}.`,
  "not-singled-out": () => "Only for a state whose goods are held up.",
  "not-host": () => "The plant is in another country.",
  "no-target": (r) =>
    r.what === "plants"
      ? "Too little is made elsewhere to be worth it."
      : r.what === "measures"
        ? "Both must have something of this game to take back."
        : r.what === "duty"
          ? "There is no duty here that could rest."
          : r.what === "envelope"
            ? "The envelope is the Union’s own budget: capitals do not pay into it."
            : r.what === "vote"
              ? "This never comes to a vote in the Council."
              : "No firm there is leaving Chinese suppliers.",
  "not-a-party": () => "Whoever is named in a term must sit at this table.",
  "no-ballot": () => "A vote is for, against, or an abstention.",
  "not-theirs": () => "The office named there cannot promise this.",
  "cannot-observe": () => "Nobody could tell whether this is kept: choose who measures it.",
  "must-be-open": () => "What Brussels and Beijing sign, everybody may read.",
  "no-session": (r) => `Brussels and Beijing meet again in ${week(r.until)}.`,
  "panel-sits": (r) => `A panel hears the notice first: it reports in ${week(r.until)}.`,
  "no-deadline": () => "A threat needs a date by which it is carried out.",
  "no-cause": () => "Nothing that has been seen allows it.",
  "no-fund": () => "There is no emergency fund that could pay.",
  "already-legal": () => "Nothing is left to speed up or to back here.",
};

/** After a want of political capital: when there will be enough. */
export const enough = {
  week: (n: number) => `Enough in ${week(n)}, as it comes in now.`,
  late: "As it comes in now, there will not be enough before the end.",
  never: (cap: number) => `You can never hold more than ${amount(cap)}.`,
};

/** Causes of a change: in a word or two for beside a number, and as the rest of a sentence after "because". */
export const causes: Record<Cause | "not-known", { short: string; because: string }> = {
  "europe-move": { short: "a step by Brussels", because: "Brussels took a step" },
  "beijing-move": { short: "a step by Beijing", because: "Beijing took a step" },
  "member-move": { short: "a step by a capital", because: "a capital took a step" },
  event: { short: "an event", because: "of an event" },
  use: { short: "factories used", because: "factories used their stores" },
  licences: { short: "licences", because: "of what licences let through" },
  unlicensed: { short: "no licence needed", because: "some comes without a licence" },
  "allies-recycling": { short: "allies, recycling", because: "allies and recycling deliver" },
  "stockpile-release": { short: "reserve released", because: "the reserve was opened" },
  "firms-orders": { short: "firms ordered", because: "firms ordered" },
  adaptation: { short: "products need less", because: "products need less of it" },
  "slow-licences": { short: "slow licences", because: "licences are slow" },
  calm: { short: "calm", because: "it is calm and firms forget" },
  "bad-name": { short: "Beijing’s name", because: "Beijing has a bad name as a supplier" },
  closures: { short: "plants closed", because: "plants close for want of a price" },
  capacity: { short: "plants outside China", because: "plants outside China deliver" },
  plants: { short: "named plants", because: "of the named plants" },
  prices: { short: "prices", because: "prices moved" },
  "stockpile-buying": { short: "reserve bought", because: "the reserve was filled" },
  "market-drift": { short: "the market’s drift", because: "the market drifts that way by itself" },
  duties: { short: "duties", because: "of duties" },
  bans: { short: "held at customs", because: "goods wait at customs" },
  "quiet-holds": { short: "held quietly", because: "goods wait at customs, and no reason is given" },
  diversion: { short: "sold elsewhere", because: "goods are sold elsewhere instead" },
  leakage: { short: "other doors", because: "goods come in by other doors" },
  "market-access": { short: "market access", because: "China’s market opened or shut a little" },
  "job-losses": { short: "lines at home", because: "lines at home stand still" },
  "lost-exports": { short: "exports lost", because: "exports are lost" },
  "duty-cost": { short: "buyers pay duties", because: "buyers pay duties" },
  "import-injury": { short: "cheap imports", because: "cheap imports press" },
  "fund-relief": { short: "relief from the fund", because: "the fund relieves" },
  legitimacy: { short: "how fair it looks", because: "of how fair Brussels looks" },
  peers: { short: "the others", because: "of what the others think" },
  "side-offers": { short: "offers from Beijing", because: "of what Beijing offers" },
  "home-line": { short: "the line at home", because: "that is its own line" },
  lobby: { short: "voices at home", because: "of voices at home" },
  "failed-votes": { short: "lost votes", because: "votes were lost" },
  solidarity: { short: "help among capitals", because: "capitals help each other" },
  dispersion: { short: "capitals drift", because: "of how far apart capitals stand" },
  vote: { short: "a vote", because: "of a vote" },
  procedure: { short: "a procedure", because: "a procedure moved on" },
  "new-duty": { short: "a new duty", because: "of a new duty" },
  "duty-ends": { short: "a duty ended", because: "a duty ended" },
  squeeze: { short: "slow licences", because: "licences are slow" },
  easing: { short: "licences eased", because: "licences were eased" },
  threat: { short: "a threat", because: "of a threat, kept or dropped" },
  contract: { short: "an agreement", because: "of an agreement" },
  assurance: { short: "an assurance", because: "of Beijing’s assurance" },
  time: { short: "time passing", because: "time passes" },
  survey: { short: "a new survey", because: "of a new survey" },
  "not-known": { short: "not known to you", because: "of something you do not know" },
};

export const modes: Record<LicenceMode, string> = {
  free: "free",
  general: "general licences",
  "case-by-case": "case by case",
  "go-slow": "go-slow",
  embargo: "embargo",
};

export const fileKinds: Record<FileKind, string> = {
  "anti-dumping": "Anti-dumping case",
  "anti-subsidy": "Anti-subsidy case",
  circumvention: "Circumvention case",
  "foreign-subsidy": "Foreign-subsidy probe",
  undertaking: "Price undertaking",
  safeguard: "Safeguard",
  procurement: "Case about closed tenders",
  coercion: "File against coercion",
  package: "Resilience package",
  law: "Law",
  snapback: "Duty voted in advance",
  club: "Buyers’ club of the G7",
  review: "Review",
  probe: "Chinese trade probe",
  mirror: "China’s closed tenders",
};

export const fileStages: Record<FileStage, string> = {
  asked: "being prepared",
  proposal: "on the table",
  "provisional-gate": "provisional duty to decide",
  provisional: "provisional duty",
  preliminary: "first look",
  "definitive-gate": "final decision to take",
  examination: "being examined",
  engagement: "both sides talk",
  standing: "coercion found, now stopped",
  council: "in the Council",
  "appeal-gate": "appeal to decide",
  "in-force": "in force",
  closed: "closed",
};

export const projectStages: Record<ProjectStage, string> = {
  site: "looks for a site",
  waiting: "waits for money",
  permit: "waits for permits",
  building: "being built",
  ramp: "starting up",
  operating: "running",
  dead: "given up",
};

export const gifts: Record<Offer["gift"], string> = {
  plant: "a plant",
  order: "a large order",
  exemption: "an exemption from counter-measures",
  "fast-lane": "a fast lane for licences",
};

export const asked: Record<Offer["ask"], string> = {
  vote: "a vote against",
  abstain: "an abstention",
  silence: "silence on Beijing",
};

export const verdicts: Record<Verdict, { title: string; line: string }> = {
  "practical-leverage": {
    title: "Practical leverage",
    line: "Enough of the hold is gone to lean on, and it stayed cool.",
  },
  "unfinished-business": {
    title: "Unfinished business",
    line: "Something was built: not enough to lean on, or at too much heat.",
  },
  "empty-language": { title: "Empty language", line: "Too little of the hold is gone to lean on." },
  "uncontrolled-confrontation": {
    title: "Uncontrolled confrontation",
    line: "Both sides paid for a fight nobody could steer.",
  },
};
