// English words for the things of the game itself. Plain language (about B1); the legal name stands in the guide.
// A word that is missing is a type error here, so a new move, cause or refusal cannot stay unnamed.

import type { Cause } from "../../shared/explain.ts";
import type { IndicatorId } from "../../shared/indicators.ts";
import type { CommandKind } from "../../shared/moves/table.ts";
import type { Rejection, RejectionCode } from "../../shared/rejection.ts";
import type { FileKind, ProjectStage } from "../../shared/scenario/start.ts";
import type { FileStage, LicenceMode, Offer, Verdict } from "../../shared/state.ts";

const week = (n: number | undefined): string => `week ${n ?? "?"}`;
const amount = (n: number | undefined): string => `${Math.round((n ?? 0) * 100) / 100}`.replace("-", "−");

/** Why an order is refused, as a whole sentence that starts with the reason. */
export const rejections: Record<RejectionCode, (r: Rejection) => string> = {
  "game-over": () => "The game is over.",
  "not-your-seat": () => "Another office decides this.",
  malformed: () => "The server could not read this order.",
  "no-such-thing": (r) => (r.what ? `There is no ${r.what} any more.` : "That is no longer there."),
  "not-enough-points": (r) => `Needs ${amount(r.need)} points, you have ${amount(r.have)}.`,
  "not-enough-money": (r) => `Needs €${amount(r.need)}m, you have €${amount(r.have)}m.`,
  "too-early": (r) => `Not before ${week(r.until)}.`,
  "too-late": () => "The time for this has passed.",
  "cooling-down": (r) => `Possible again in ${week(r.until)}.`,
  "limit-reached": (r) => `At the limit of ${amount(r.need)}.`,
  "already-so": () => "It is so already.",
  "already-answered": () => "You have answered this.",
  "not-open": () => "The procedure is not at this stage.",
  "nothing-to-decide": () => "Nothing waits for this decision.",
  "out-of-range": (r) => `The bound is ${amount(r.need)}, this would be ${amount(r.have)}.`,
  "no-stoppage": () => "Only while lines stand still.",
  "during-squeeze": () => "Not while licences are being slowed.",
  "shut-after-vote": (r) => `A lost vote shuts this until ${week(r.until)}.`,
  "not-host": () => "The plant is in another country.",
  "already-legal": () => "Nothing is left to speed up or to back here.",
};

/** Causes of a change, as a noun a reader can put after "because of". */
export const causes: Record<Cause | "not-known", string> = {
  "europe-move": "a step by Brussels",
  "beijing-move": "a step by Beijing",
  "member-move": "a step by a capital",
  event: "an event",
  use: "factories used",
  licences: "licences let through",
  unlicensed: "shipped without a licence",
  "allies-recycling": "allies and recycling",
  "stockpile-release": "Union stock released",
  "firms-orders": "firms ordered",
  adaptation: "products need less",
  risk: "firms see risk",
  capacity: "plants outside China",
  plants: "named plants",
  prices: "prices",
  "stockpile-buying": "Union stock bought",
  "market-drift": "the market's own drift",
  duties: "duties",
  bans: "held up at customs",
  diversion: "sold elsewhere instead",
  leakage: "came in by another door",
  "market-access": "access to China's market",
  "job-losses": "lines and jobs at home",
  "lost-exports": "exports lost",
  "duty-cost": "buyers paid duties",
  "import-injury": "pressure of cheap imports",
  "fund-relief": "relief from the fund",
  legitimacy: "how fair Brussels looks",
  peers: "what the others think",
  "side-offers": "an offer from Beijing",
  "home-line": "the line at home",
  lobby: "voices at home",
  "failed-votes": "lost votes",
  solidarity: "help between capitals",
  dispersion: "capitals drift apart or together",
  vote: "a vote",
  procedure: "a procedure moved on",
  "new-duty": "a new duty",
  "duty-ends": "a duty ended",
  squeeze: "slow licences",
  easing: "licences eased",
  threat: "a threat kept or dropped",
  contract: "an agreement",
  assurance: "an assurance",
  time: "time passing",
  survey: "a new survey",
  "not-known": "not known to you",
};

/** Headline and table names of the numbers. */
export const indicators: Record<IndicatorId, { name: string; what: string }> = {
  heat: { name: "Heat", what: "How close the two sides are to losing control, 0 calm, 100 open conflict." },
  cohesion: { name: "Cohesion", what: "How far the 27 capitals hold one line." },
  legitimacy: { name: "Legitimacy", what: "How fair and lawful Europe's steps look to others." },
  growth: { name: "China's growth", what: "Official figure." },
  access: { name: "Market access", what: "How far China's market has opened to European firms." },
  deficit: { name: "Trade deficit", what: "Goods the Union buys from China less what it sells there." },
  stopped: { name: "Lines stopped", what: "Production lines that stand still for want of an input." },
  loss: { name: "Output lost", what: "What the stopped lines would have made, a year." },
  fund: { name: "Emergency fund", what: "Money ready for states that are hit." },
  lines: { name: "Lines stopped", what: "Production lines here that stand still." },
  pain: { name: "Cost to us", what: "Output, exports and duties lost, after relief." },
  sold: { name: "Sold to China", what: "Goods exports to China." },
  held: { name: "Held at customs", what: "Share of the hardest-hit exports that is held up." },
  standing: { name: "Standing", what: "What the other capitals think your word is worth." },
  dutyEurope: { name: "Duty on Chinese goods", what: "Average over the sector." },
  dutyChina: { name: "China's duty", what: "Average over the sector." },
  imports: { name: "Imports from China", what: "Goods, a year." },
  injury: { name: "Injury", what: "Market lost by makers at home; it heals slowly." },
  mode: { name: "Licences", what: "How Beijing handles applications." },
  price: { name: "Headline price", what: "What a buyer in a hurry pays, against a normal year." },
  points: { name: "Political capital", what: "What you can spend on decisions." },
  money: { name: "Purse", what: "Money you can commit." },
  hold: { name: "Beijing could cost us", what: "Output lost if a squeeze began now, with the stocks of today." },
  holdWeeks: { name: "Weeks until it bites", what: "First week of visible loss in such a squeeze." },
  gone: { name: "Beijing's hold gone", what: "Part of the hold of week 0 that is gone for good, stocks of firms at normal." },
  europeReady: { name: "We could cost Beijing", what: "With measures that are ready now." },
  europeVote: { name: "After a vote", what: "What one vote would add." },
  europeLaw: { name: "After a case or law", what: "What procedures under way would add." },
  europeWeeks: { name: "Weeks until ours bites", what: "First week of a visible effect." },
  resolve: { name: "Europe's credibility", what: "How far Beijing believes that Europe stands by its word." },
  jobs: { name: "Jobs tied to Europe", what: "Jobs in China that live from sales to Europe." },
  face: { name: "Face", what: "How Beijing looks at home." },
  reputation: { name: "Name as a supplier", what: "How far buyers elsewhere trust deliveries." },
  support: { name: "Support", what: "Backing for the common line, −1 to 1." },
  magnets: { name: "Magnet stock", what: "Weeks of use in firms' stores." },
  stock: { name: "In stock", what: "Weeks of normal use in firms' stores." },
  throughput: { name: "Let through", what: "Licences a week against a normal year." },
  licenceDays: { name: "A licence takes", what: "Days from application to answer." },
  queue: { name: "Waiting", what: "Applications in the queue, in weeks of use." },
  gap: { name: "Missing", what: "Part of the need that is not met." },
  risk: { name: "Risk firms see", what: "It drives firms to look elsewhere, and fades in calm." },
  stockpile: { name: "Union stock", what: "Weeks of the Union's use." },
  elsewhere: { name: "From elsewhere", what: "Share of the need met from outside China." },
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
  package: "Resilience package",
  law: "Law",
  coercion: "Anti-coercion file",
  review: "Review",
  probe: "Chinese trade probe",
};

export const fileStages: Record<FileStage, string> = {
  asked: "being prepared",
  proposal: "on the table",
  "provisional-gate": "provisional duty to decide",
  provisional: "provisional duty",
  "definitive-gate": "final duty to decide",
  council: "in the Council",
  "in-force": "in force",
  closed: "closed",
};

export const projectStages: Record<ProjectStage, string> = {
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
  "practical-leverage": { title: "Practical leverage", line: "Europe loosened the hold and kept its head." },
  "unfinished-business": { title: "Unfinished business", line: "Something was built, not enough to lean on." },
  "empty-language": { title: "Empty language", line: "Many words, and the hold is as firm as before." },
  "uncontrolled-confrontation": { title: "Uncontrolled confrontation", line: "Both sides paid for a fight nobody could steer." },
};

/** Names of the moves on cards; the card itself says what it concerns. */
export const moves: Record<CommandKind, { title: string; what: string }> = {
  "open-case": { title: "Open a case", what: "Examine a sector's imports; a duty can follow by the law's clock." },
  "drop-case": { title: "Drop a case", what: "Ends an examination. Heat falls, so does what your word is worth." },
  "decide-gate": { title: "Decide at the gate", what: "A case has reached a point where you choose how it goes on." },
  "order-stock": { title: "Order stock", what: "Buys a reserve, little by little: nobody licenses hoarding." },
  "set-release-rule": { title: "Who gets the reserve", what: "The rule by which the Union's stock is shared in a shortage." },
  "back-project": { title: "Back a plant", what: "Faster permits, a promised buyer or a floor under the price." },
  "make-statement": { title: "Make a statement", what: "A threat with a date, an off-ramp, the licence figures, or a case in Geneva." },
  "call-vote": { title: "Call a vote", what: "Opens the window in which the 27 cast their votes." },
  "table-package": { title: "Table the resilience package", what: "An emergency fund, with a counter-measure voted in advance." },
  "declare-emergency": { title: "Declare an emergency", what: "Doubles what the Union's stock may release." },
  "cast-vote": { title: "Cast your vote", what: "You may change it until the window closes." },
  "answer-envoy": { title: "Answer the envoy", what: "Beijing offers something and asks for something." },
  "take-lobby-card": { title: "Listen to voices at home", what: "Shifts your line for half a year." },
  "grant-relief": { title: "Help your firms", what: "Pays part of what a sector loses." },
  "share-stock": { title: "Share your stock", what: "Sends some of your firms' store to another capital." },
  "permit-project": { title: "Speed up a permit", what: "The plant comes sooner; some at home object." },
  "send-mission": { title: "Send a trade mission", what: "More exports and a look at the true figures; others frown." },
  "set-licence-mode": { title: "Turn the valve", what: "How your offices handle applications for one input." },
  "aim-licences": { title: "Aim the licences", what: "Faster for some capitals, or slower." },
  "send-envoy": { title: "Send an envoy", what: "Offer one capital something for its vote or its silence." },
  "open-probe": { title: "Open a probe", what: "Examine a European product; a high provisional duty can follow." },
  "quiet-ban": { title: "Hold goods at customs", what: "Deniable, quick, and noticed." },
  "give-assurance": { title: "Give an assurance", what: "Promise smooth licences for some months. Nobody measures it." },
  "issue-statement": { title: "Speak in public", what: "Warn, welcome, or ask for equal dignity." },
  choose: { title: "Decide", what: "" },
} as Record<CommandKind, { title: string; what: string }>;
