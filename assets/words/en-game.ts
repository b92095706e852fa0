// English words for the things of the game itself. Plain language (about B1); the legal name stands in the guide.
// A word that is missing is a type error here, so a new move, cause or refusal cannot stay unnamed.

import type { Cause } from "../../shared/explain.ts";
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
  "unfinished-business": {
    title: "Unfinished business",
    line: "Something was built, not enough to lean on.",
  },
  "empty-language": { title: "Empty language", line: "Many words, and the hold is as firm as before." },
  "uncontrolled-confrontation": {
    title: "Uncontrolled confrontation",
    line: "Both sides paid for a fight nobody could steer.",
  },
};
