// English words of talks and agreements: what can be said without typing, what can be promised, and who measures it.

import type { Expiry, Measure, MetricId, Phrase } from "../../shared/scenario/terms.ts";
import type { CONTRACT_STATES, PROPOSAL_STATES } from "../../shared/state.ts";

const wk = (n: number): string => `week ${n}`;
const inside = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const many = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`;

/** What is said; `week` is the week of the game that the speaker means, `weeks` a length, `file` a title in quotes. */
export const phrases: Record<Phrase, (said: { week: number; weeks: number; file: string }) => string> = {
  "need-by-week": ({ week }) => `What do you need by ${wk(week)}?`,
  "not-give-up": () => "What would you not give up?",
  "if-measured": () => "We can agree to this if somebody measures it.",
  "who-measures": () => "Who would count it, and how often?",
  "offer-for": () => "We have something to offer for it: see the draft.",
  "only-together": () => "Only if the other terms come with it.",
  "not-before-vote": () => "Not before the vote.",
  "public-private": () => "Does this have to be public?",
  "can-wait": () => "We can wait.",
  "stock-lasts": ({ weeks }) => `We cannot wait: our stock lasts ${weeks} weeks.`,
  "if-then": ({ week }) => `Do this by ${wk(week)}, and we do our part.`,
  threat: ({ week, file }) =>
    file ? `Not by ${wk(week)}? Then ${file} goes ahead.` : `Not by ${wk(week)}? Then we act.`,
  calendar: () => "That is no threat. It is our calendar.",
  "see-discrimination": () => "We see that you feel singled out.",
  "see-security": () => "We see that you worry about your supply.",
  "experts-check": () => "Let experts look at the figures first.",
  shorter: ({ weeks }) => `Shorter: ${weeks} weeks, then we look again.`,
  longer: () => "Longer, but in steps.",
  "one-product": () => "One product, not everything.",
  "same-week": () => "Both step down in the same week.",
  "who-else": () => "Who else is in this?",
  "other-offer": () => "We have another offer.",
  "home-asks": () => "At home they ask us what we got for it.",
  "kept-word": () => "We kept our word. Look at yours.",
  "no-but": () => "No. A change in the draft could make it a yes.",
  "worth-too-little": () => "No. That is worth too little to us.",
  "nobody-measures": () => "No. Nobody would measure it.",
};

interface MetricWords {
  /** In a list of what can be promised, and in a refusal. */
  title: string;
  /** The same about something; `x` is its name within a sentence. */
  about: (x: string) => string;
  bound: "at most" | "at least" | "";
  /** What the figure counts, of several and of one. */
  unit: string;
  one?: string;
  /** Said in place of nought. */
  none?: string;
  /** Said in place of the agreement's last week, where that is not what its weeks are counted from. */
  until?: string;
}

/** A promise in a few words, its bound, and what stands behind the figure. */
export const metrics: Record<MetricId, MetricWords> = {
  "licence-days": {
    title: "A licence within so many days",
    about: (x) => `Days until a licence for ${x}`,
    bound: "at most",
    unit: "days",
  },
  "approval-rate": {
    title: "A share of applications approved",
    about: (x) => `Applications approved for ${x}`,
    bound: "at least",
    unit: "%",
  },
  throughput: {
    title: "Licences let through",
    about: (x) => `Licences let through for ${x}`,
    bound: "at least",
    unit: "% of normal",
  },
  "general-licences": {
    title: "General licences for states",
    about: (x) => `States with general licences for ${x}`,
    bound: "at least",
    unit: "states",
    one: "state",
  },
  "no-new-control": {
    title: "No new controls",
    about: (x) => `New controls on ${x}`,
    bound: "at most",
    unit: "steps",
    one: "step",
    none: "none",
  },
  "stop-notice": {
    title: "No stop without notice",
    about: (x) => `Stops without notice of ${x}`,
    bound: "at most",
    unit: "stops",
    one: "stop",
    none: "none",
  },
  access: {
    title: "Market access opened further",
    about: () => "Market access opened further",
    bound: "at least",
    unit: "% of the programme",
  },
  transparency: {
    title: "Subsidies laid open further",
    about: () => "Subsidies laid open further",
    bound: "at least",
    unit: "% of the programmes",
  },
  "least-price": {
    title: "Least price of the makers",
    about: (x) => `Least price of the makers, in place of duty: ${x}`,
    bound: "at least",
    unit: "% of today’s price",
  },
  quota: {
    title: "Sales of the makers",
    about: (x) => `Sales of the makers, in place of duty: ${x}`,
    bound: "at most",
    unit: "% of today’s sales",
  },
  "china-duty": {
    title: "Less of China’s duty",
    about: (x) => `Chinese duty paid on ${x}`,
    bound: "at most",
    unit: "% of it",
    none: "none of it",
  },
  "no-hold": {
    title: "No goods held at customs",
    about: (x) => `Goods of ${x} held at customs`,
    bound: "at most",
    unit: "% of exports",
    none: "none",
  },
  "fast-lane": {
    title: "A better place in the licence queue",
    about: (x) => `Place of ${x} in the licence queue`,
    bound: "at least",
    unit: "times usual",
  },
  orders: {
    title: "Extra orders",
    about: (x) => `Extra orders from ${x}`,
    bound: "at least",
    unit: "% of exports",
  },
  investment: {
    title: "Plants by Chinese firms",
    about: (x) => `Plants by Chinese firms in ${x}`,
    bound: "at least",
    unit: "",
  },
  "no-new-case": {
    title: "No new cases",
    about: (x) => `New cases on ${x}`,
    bound: "at most",
    unit: "cases",
    one: "case",
    none: "none",
  },
  "europe-duty": {
    title: "Less of Europe’s duty",
    about: (x) => `European duty paid on ${x}`,
    bound: "at most",
    unit: "% of it",
    none: "none of it",
  },
  "close-case": {
    title: "A case is closed",
    about: (x) => `Closed: ${x}`,
    bound: "",
    unit: "",
    none: "and not opened again",
  },
  "floor-price": {
    title: "Less duty beside a minimum price",
    about: (x) => `Duty beside a minimum price: ${x}`,
    bound: "at most",
    unit: "% of it",
  },
  "law-delay": {
    title: "A law waits",
    about: (x) => `Put off: ${x}`,
    bound: "at least",
    unit: "weeks",
    one: "week",
    until: "later than was due at signature",
  },
  ballot: { title: "A vote in the Council", about: (x) => `Vote on ${x}`, bound: "", unit: "" },
  "share-stock": {
    title: "Stock shared",
    about: (x) => `Stock shared with ${x}`,
    bound: "at least",
    unit: "times",
    one: "time",
  },
  payment: { title: "Payment", about: (x) => `Payment to ${x}`, bound: "at least", unit: "" },
};

export const measures: Record<Measure, { title: string; what: string }> = {
  none: { title: "Nobody: a bare promise", what: "It soothes, and proves nothing." },
  survey: { title: "Survey of firms", what: "Late and rough; a breach must be proven by a panel." },
  register: { title: "Joint register", what: "Reported every month; what it shows is proof." },
  public: { title: "Public, seen by all", what: "No body is needed." },
};

export const expiries: Record<Expiry, string> = {
  lapse: "lapses",
  renew: "renews",
  "step-down": "steps down",
};

/** What becomes of an agreement after its last week: of `weeks`, and how long a step down lasts. */
export const expiryMeans: Record<Expiry, (week: number, weeks: number, more: number) => string> = {
  lapse: (week) => `It ends in ${wk(week)}; duties that rested come back then.`,
  renew: (week, weeks) =>
    `In ${wk(week)} it begins again for ${many(weeks, "week", "weeks")}, unless one of you has said before that it shall not.`,
  "step-down": (week, _weeks, more) =>
    `From ${wk(week)} its promises bind no more, and half of what rested comes back; the rest ${many(more, "week", "weeks")} later.`,
};

/** The panel: rooms, what is said in them, drafts, agreements. Figures arrive as text. */
export const talks = {
  title: "Talks",
  rooms: "Rooms",
  open: "Open a room",
  privacy: "Only those in a room can read it. The host cannot.",
  session: (until: number) => `Session to ${wk(until)}`,
  sessionNext: (from: number) => `Session in ${wk(from)}`,
  othersMeet: (until: number) => `Brussels and Beijing are in session until ${wk(until)}.`,
  othersMeetNext: (from: number) => `Brussels and Beijing meet again in ${wk(from)}.`,
  /** What waits in a room, in a few words. */
  waitsForYou: (draft: number) => `Draft ${draft} waits for you`,
  waitsForThem: (draft: number) => `Draft ${draft} is on the table`,
  silent: "Nothing said yet",
  back: "Back to the rooms",
  backToTalk: "Back to the talk",
  onlyYou: (n: number) => ["", "only you", "only you two", "only you three"][n] ?? `only you ${n}`,
  private: "private",
  leave: "Leave the room",
  leaving: "Drafts on its table fall with you, and you cannot read it any more.",
  stay: "Stay",
  you: "You",
  week: (n: number) => `wk ${n}`,
  log: (name: string) => `What was said with ${name}`,
  bot: (names: string, several: boolean) =>
    several
      ? `Bots sit for ${names}: they read drafts and phrases, not words of your own.`
      : `A bot sits for ${names}: it reads drafts and phrases, not words of your own.`,
  nothingSaid: (freeText: boolean) =>
    `Nothing has been said here yet. ${freeText ? "Write, or take" : "Take"} a phrase.`,

  // opening a room
  openTitle: "With whom?",
  search: "Search",
  searchExample: "Germany, or DE",
  offices: "Offices",
  capitals: "Capitals",
  chosen: (names: string) => `With ${names}`,
  chooseOne: "Choose at least one.",
  noneFound: "No seat has this name.",
  cancel: "Cancel",

  // saying something
  write: (name: string) => `Write to ${name}`,
  send: "Send",
  left: (n: number) => `${n} left`,
  tooLong: (most: number) => `At most ${most} characters.`,
  empty: "Write something first.",
  phrases: "Phrases",
  morePhrases: "More",
  fewerPhrases: "Fewer",
  putBack: "Put back",
  phrasesOnly: "Phrases only: the host has switched off words of your own.",
  inWeeks: "In how many weeks",
  howManyWeeks: "How many weeks",
  whichFile: "Which file",
  noFile: "No file of yours is at a stage at which it could be carried through.",
  threatBrussels: (week: number) =>
    `This is a threat, and Beijing will hold you to it. If the file has not taken effect by ${wk(week)}, Beijing believes you less. Only this room hears of it. It counts as a statement.`,
  threatBeijing: (week: number, capitals: string, several: boolean) =>
    `This is a threat, and ${capitals} will hold you to it. If no measure of yours has hit ${several ? "them" : "it"} by ${wk(week)}, ${several ? "they believe" : "it believes"} you less. Only this room hears of it. It counts as a statement.`,
  threatOther: (week: number) =>
    `This is a warning with a date, ${wk(week)}. It stays with those in this room, and nobody counts whether you act.`,

  // drafts
  contract: "Contract",
  allContracts: "Agreements",
  tradeWith: (state: string) => `Trade votes with ${state}`,
  draft: (n: number) => `Contract, draft ${n}`,
  newDraft: "Contract, new draft",
  by: (name: string) => `by ${name}`,
  changedBefore: (n: number, draft: number) => `${many(n, "change", "changes")} to draft ${draft}`,
  changedByYou: (n: number) => many(n, "change by you", "changes by you"),
  answerBy: (week: number) => `answer by ${wk(week)}`,
  start: "Start an agreement",
  withSeat: (name: string) => `With ${name}.`,
  withCapital: "With a capital of your choice.",
  inForceBelow: (n: number) => `${many(n, "agreement is", "agreements are")} in force: see below`,
  startLine: "Every draft can be changed before it is sent. It binds when everybody in the room has signed.",
  fromNothing: "From nothing",
  fromNothingLine: "An empty page: you add each promise yourself.",
  again: (n: number) => `Draft ${n} once more`,
  againLine: (name: string, by: string, state: string) => `${name}, by ${by}: ${state}.`,
  notBefore: (week: number) =>
    `Brussels and Beijing meet in ${wk(week)}: prepare a draft now, and table it then.`,
  columns: { term: "Term", measure: "Who measures", worth: "Worth to you" },
  term: (n: number) => `Term ${n}`,
  promises: (name: string, you: boolean) => `${name} ${you ? "promise" : "promises"}`,
  over: "over",
  within: "within",
  until: (week: number) => `until ${wk(week)}`,
  atCount: "at the next count on it",
  atSignature: "at signature",
  weeks: (n: number) => (n === 1 ? "week" : "weeks"),
  ballots: { "1": "for", "0": "abstain", "-1": "against" } as Record<string, string>,
  allInputs: "all critical inputs",
  input: (name: string) => inside(name.replace(/^(Rare-earth|Battery|Legacy|Basic) /, "")),
  allGoods: "any goods",
  field: { value: "Figure", weeks: "Weeks", about: "About", measure: "Who measures", by: "Who promises" },
  remove: (n: number) => `Remove term ${n}`,
  putBackTerm: "Put it back",
  removed: "taken out",
  isNew: "new",
  was: (text: string) => `was ${text}`,
  counted: (n: number, most: number) => `${n} of ${many(most, "term", "terms")}`,
  add: "Add a term",
  addTitle: "What should be promised?",
  canPromise: (name: string) => `${name} can promise`,
  youCanPromise: "You can promise",
  impossible: (list: string) =>
    `At this table nobody and nothing is there that these could be promised for: ${list}.`,
  full: (most: number) => `A draft holds ${most} terms at most.`,
  length: "In force, if signed now",
  lengthField: "Weeks in force",
  to: (week: number) => `to ${wk(week)}`,
  thenIt: "Then it",
  secrecy: "Who may know",
  secret: "secret",
  isOpen: "open",
  alwaysOpen: "Everybody may read what Brussels and Beijing sign.",
  snapback: "Snapback: after a breach Brussels may lay on the duty voted in advance",
  snapbackOff: {
    "not-open": "No snapback: the Council has voted no duty in advance.",
    "cannot-observe": "No snapback: no promise of Beijing’s is measured.",
    other: "No snapback at this table.",
  },
  late: (weeks: number) => `${many(weeks, "week", "weeks")} late`,
  error: (percent: string) => `±${percent}`,
  exact: "exact",
  noCheck: (terms: string, several: boolean) =>
    `${several ? "Terms" : "Term"} ${terms} ${several ? "have" : "has"} no check.`,
  noCheckWhy:
    "Firms calm down all the same: less stock, and fewer plants started elsewhere (see Data). July 2025’s assurance had no check either: approvals slowed again within two months.",
  atMost: (bound: string) => `At most ${bound}.`,
  atLeast: (bound: string) => `At least ${bound}.`,
  tooLongWindow: (weeks: number) => `At most ${many(weeks, "week", "weeks")}: the agreement lasts no longer.`,
  twice: "The same is promised above; a later step must go further.",
  countedLate: (week: number) =>
    `It is counted in ${wk(week)} at the earliest, after the agreement has ended: then nobody owes this vote.`,
  idle: {
    usual: "asks no more than was usual in week 0",
    room: "leaves room for the first step of a squeeze",
    harmless: "is about what Beijing cannot restrict anyway",
  },
  idleTerm: (why: string) => `${why}: it proves nothing, whoever looks.`,
  faults: "A term cannot stand as it is: see above.",
  noTerms: "Add a term first.",
  sendOffer: "Send as your offer",
  sign: "Sign",
  refuse: "Refuse",
  leaveIt: "Leave it",
  undo: (n: number) => `Back to draft ${n}`,
  waitsFor: (names: string, week: number) => `It waits for ${names} until ${wk(week)}.`,
  newer: (name: string, n: number) => `${name} has tabled draft ${n} meanwhile.`,
  takeNewer: (n: number) => `Read draft ${n}`,
  readDraft: "Read the draft",
  toTalks: "Go to Talks",
  meets: "You meet the other side",
  meetsLine: (until: number) =>
    `Brussels and Beijing are in session until ${wk(until)}: drafts can be tabled now, and answered later.`,
  tabled: (n: number, by: string) => `${by} tables draft ${n}`,
  states: {
    open: "on the table",
    signed: "signed",
    rejected: "refused",
    countered: "answered by another draft",
    lapsed: "lapsed, not signed",
  } satisfies Record<(typeof PROPOSAL_STATES)[number], string>,

  // if it is broken
  ifBroken: "If it is broken",
  broken: {
    window: (terms: string, share: string, weeks: number, reports: number) =>
      `${terms} missed in more than ${share} of ${many(weeks, "week", "weeks")}, and by ${many(reports, "report", "reports")} or more:`,
    throughout: (terms: string) => `${terms} not kept, even once:`,
    within: (terms: string) => `${terms} not done in time:`,
    "at-count": (terms: string) => `${terms} not kept at the count:`,
    none: (terms: string) => `${terms} not kept:`,
    free: (who: string, terms: string) => `${who} free of ${terms}`,
    over: "the agreement is over",
    are: "you are",
    others: "the others are",
    is: (name: string) => `${name} is`,
    paysBeijing: (points: string) => `Beijing’s name as a supplier falls by ${points} of 100`,
    paysBrussels: (points: string) => `Europe’s legitimacy falls by ${points} of 100`,
    paysCapital: (name: string, points: string) => `${name} loses ${points} points of standing`,
    youPay: (points: string) => `you lose ${points} points of standing`,
    /** `part` of the duty had rested. */
    rested: (part: string) => `the ${part} of a duty that rested comes back`,
    lane: "the fast lane closes at once",
    orders: (more: string) => `the extra orders, ${more}, end at once`,
    resumed: (weeks: string) => `the law that was to wait ${weeks} waits no longer`,
    plants: (euro: string) => `plants of ${euro} given for it go again`,
    money: (euro: string) => `${euro} paid for it is paid back, as far as it is still there`,
    reopened: "the case that was closed goes on where it stood",
    onceKnown: (price: string) => `once the deal gets about, ${price}`,
    /** What follows for who leaves; where nothing does, that alone. */
    leave: (free: boolean, list: string) => {
      const lead = free
        ? "The other side has broken its word, so you are free"
        : "Nobody has broken a promise to you, so you break yours";
      return list ? `${lead}: ${list}.` : `${lead}.`;
    },
    survey: (weeks: number) =>
      `a survey proves nothing; a panel can, in ${many(weeks, "week", "weeks")}, or the other side suspends its part`,
    bare: "nothing follows by right; buyers remember a stop",
    seen: "everybody sees it; it stands, and the other side may suspend its part",
    snapback: (weeks: number) =>
      `Brussels may lay on the duty voted in advance, within ${many(weeks, "week", "weeks")}`,
  },

  // worth
  worth: "Worth to you",
  noEuro: "€0",
  worthLine: (weeks: number) => `over the ${many(weeks, "week", "weeks")} it lasts`,
  /** What the euros count: an insurance is worth something before anything happens. */
  worthIs: {
    insurance:
      "Mostly an insurance: the losses it keeps away should licences slow down, by how likely that is.",
    /** To Beijing, which gives up the lever that the others are insured against. */
    lever: "Mostly what slow licences could win you in that time, by how likely they are: you give that up.",
    terms: "What its terms bring or cost you in that time.",
  },
  ifSigned: "Likely, if signed",
  /** Where the look ahead shows no change: why there may be a worth all the same. */
  noneSoon: {
    insurance: (weeks: number) =>
      `no change within ${many(weeks, "week", "weeks")}: it pays only once licences slow down`,
    lever: (weeks: number) =>
      `no change within ${many(weeks, "week", "weeks")}: it costs only once you would slow licences down`,
    terms: (weeks: number) => `no change that shows within ${many(weeks, "week", "weeks")}`,
  },
  atSigning: "You pay when it is signed",
  standing: "Your standing",
  ownGoals: "Your secret goals, points",
  leak: "It comes out",
  firms: "Your firms",
  firmsEurope: "Europe’s firms",
  lessStock: (share: string) => `plan ${share} less stock`,
  othersSide: "The other sides",
  theirSide: (name: string) => `${name}’s side`,
  notKnown: "not known to you",

  // agreements
  agreements: "Agreements in force",
  agreementsPast: "Agreements that are over",
  noAgreements: "No agreement is in force.",
  between: (names: string) => `between ${names}`,
  givenBy: (name: string) => `promised by ${name} alone, signed by nobody`,
  untilWeek: (week: number) => `until ${wk(week)}`,
  contractStates: {
    kept: "in force",
    broken: "broken",
    suspended: "suspended",
    ended: "ended",
  } satisfies Record<(typeof CONTRACT_STATES)[number], string>,
  brokenBy: (name: string) => `broken by ${name}`,
  termStates: { open: "", kept: "kept", broken: "broken" },
  seen: (value: string, late: string) => [`${value} seen`, late].filter(Boolean).join(", "),
  missed: (share: string) => `missed ${share} of the window`,
  due: (week: number) => `due by ${wk(week)}`,
  firstReport: (week: number) => `first report in ${wk(week)}`,
  nobodyLooks: "nobody looks",
  panel: (week: number) => `A panel finds by ${wk(week)}.`,
  secretDeal: "only its parties know",
  publicDeal: "everybody can read it",
  bare: "Nobody measures its promise about supply.",
  idleAgreement: (whys: readonly string[]) =>
    `What it promises about supply ${whys.join(", or ")}: it proves nothing.`,
  enforce: "Hold them to it",
  enforceHow: "What will you do?",
  enforceOff: {
    "complain/already-so": "A panel is looking already.",
    "complain/cannot-observe": "Nothing in it is measured, so there are no figures to look at.",
    "snap-back/already-so": "Such a duty is laid on already. The right to it is kept.",
    "snap-back/no-such-thing": "It has no snapback.",
    "snap-back/no-cause": "No breach of the other side has been seen.",
    "publish/already-so": "Everybody can read it already.",
    "denounce/already-so": "It does not renew itself.",
  },
  afterwards: (expiry: string) => `Then it ${expiry}.`,
};
