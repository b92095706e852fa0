// English sentences of the table: its bars, panels, seat cards and messages. Figures arrive as text, in the reader's
// own writing of numbers.

import type { Ask } from "../../shared/asks.ts";
import type { IndicatorId } from "../../shared/indicators.ts";
import type { Ballot } from "../../shared/scenario/land.ts";
import type { Onlooker } from "../../shared/seat.ts";
import type { Offer, VoteRule } from "../../shared/state.ts";

const many = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`;

/** What a capital owes that takes a gift. */
const OWED: Record<Offer["ask"], string> = {
  vote: "a vote against, or an abstention where that counts as no",
  abstain: "an abstention or a vote against it",
  silence:
    "silence: sign nothing public for a European file or a state whose goods are held, show no other offer",
};

export const onlookers: Record<Onlooker, string> = {
  facilitator: "the host",
  observer: "an observer",
  projector: "the wall",
};

/** Units of the catalogue, as they stand after a figure. */
export const units: Record<string, string> = {
  "of 100": "of 100",
  "of 15": "of 15",
  "% a year": "a year",
  "of 1": "",
  "EUR bn a year": "a year",
  lines: "lines",
  "% of GDP": "of GDP",
  "of exports": "of exports",
  "of value": "of value",
  "of market": "of the market",
  mode: "",
  "times normal": "times normal",
  points: "points",
  "EUR m": "",
  "EUR bn in 26 weeks": "in 26 weeks",
  weeks: "weeks",
  "EUR bn in 52 weeks": "in 52 weeks",
  "log-odds": "",
  "m jobs": "m jobs",
  "-1 to 1": "",
  "of normal": "of normal",
  "of what is due": "of what is due",
  "of price": "of the price",
  days: "days",
  "weeks of use": "weeks of use",
  "of need": "of need",
  "of demand": "of need",
  "of demand a quarter": "of need a quarter",
};

/** Numbers that a seat has only a hint of: the words from low to high. */
export const hints: Partial<Record<IndicatorId, readonly string[]>> = {
  resolve: ["weak", "unsure", "firm"],
  firmness: ["weak", "unsure", "firm"],
  trustBrussels: ["doubts it", "unsure", "trusts it"],
  trustBeijing: ["doubts it", "unsure", "believes it"],
  face: ["slighted", "steady", "proud"],
};

export const and = (first: string, last: string): string => `${first} and ${last}`;
export const andMore = (first: string, n: number): string => `${first} and ${n} more`;
export const quoted = (title: string): string => `“${title}”`;
export const aFile = "a file";
/** What relief can ease besides the sales of a sector. */
export const stoppedLines = "Lines that stand still";
export const agreement = "Agreement";
export const span = (from: string, to: string): string => `${from} to ${to}`;
export const between = (low: string, high: string): string => `could be ${low} to ${high}`;
export const sum = (n: string): string => `${n} in all`;
export const param = (value: string, unit: string, range?: string): string =>
  [[value, unit].filter(Boolean).join(" "), range].filter(Boolean).join(", ");

/** The name of an input where there is little room. */
export const shortInput = (name: string): string =>
  headed(name.replace(/^(Rare-earth|Battery|Legacy|Basic) /, "").replace(/ and .*/, ""));
const headed = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const headline = {
  stock: (input: string) => `${shortInput(input)} in stock`,
  ofLines: (n: number) => `of ${n}`,
};

export const bar = {
  weekOf: (week: number, weeks: number) => ({ week: `Week ${week}`, of: `of ${weeks}` }),
  seconds: (n: string) => `${n} s a week`,
  pace: "Pace",
  paceTitle: "How fast weeks pass",
  end: "End the game",
  endSure: (week: number) =>
    `End the game in week ${week}, for everybody? It is judged as a game of that length, or of 78 weeks if it is shorter, and cannot be taken up again.`,
  endYes: "End it now",
  endNo: "Play on",
  ownWords: { title: "In talks, seats may say", on: "Words of their own", off: "Phrases only" },
  mode: { running: "Runs by itself", "stop-and-think": "Waits for decisions" },
  runs: "time runs",
  waitsForYou: "waits for you",
  waitsForOthers: (n: number) => `waits for ${many(n, "seat", "seats")}`,
  paused: "paused",
  over: "over",
  pause: "Pause",
  play: "Go on",
  numbers: "Four numbers",
  help: "Help",
  menu: "Menu: code, help, leave",
  lines: {
    commission: "European Union",
    beijing: "Government of China",
    member: (capital: string) => capital,
    onlooker: "looks on",
  },
};

export const help = {
  title: "This session",
  keys: "Keys",
  keysOn: "Keys switch panels",
  list: {
    a: "Act",
    t: "Talks",
    c: "Council",
    d: "Data",
    l: "Log",
    p: "Pause or go on",
    "?": "This list",
  } as Record<string, string>,
  rhythm: "The rhythm",
  rhythmText: (council: number, lobby: number) =>
    `One week is one step. The Council may count votes every ${council} weeks; capitals hear two causes from home every ${lobby}.`,
  newTab: "opens beside the game",
  code: (code: string) => `Code ${code}`,
  copy: "Copy the link",
  copied: "Copied",
  leave: "Leave the table",
  leaveNote: "Your seat is kept. A bot plays it meanwhile.",
  leaveNoteSolo: "Your seat is kept, and time waits for you.",
  leaveNoteHost: "You stay the host: open the session again in this browser. Time waits if nobody is left.",
  leaveNoteOnlooker: "You can come back with the same code.",
};

export const tabs = {
  label: "Panels",
  act: "Act",
  talks: "Talks",
  council: "Council",
  data: "Data",
  log: "Log",
};

export const act = {
  possible: "Possible now",
  notYet: "Not yet",
  filter: "Which moves",
  of: (n: string, cap: string) => ({ n, rest: `of ${cap} political capital` }),
  purse: (euro: string) => `${euro} to commit`,
  weeksLeft: (n: number) => (n <= 0 ? "this week" : many(n, "week left", "weeks left")),
  goOn: "Go on",
  goOnNote:
    "Time waits while you think. Go on when you are done; what you leave open is asked again in its last week.",
  goOnNoteAll:
    "Time waits until everybody here has answered or goes on. What you leave open is asked again in its last week.",
  nothing: "Nothing is possible now.",
  allPossible: "Everything you can do at all is possible now.",
  what: "What",
  clock: "Clock",
  likely: "Likely",
  objects: "Objects",
  atOnce: "at once",
  after: (weeks: string) => `after ${weeks}`,
  biteIn: (n: number) => `first effect after ${many(n, "week", "weeks")}`,
  lasts: (n: number) => `lasts ${many(n, "week", "weeks")}`,
  nobody: "nobody we know of",
  more: (n: number) => `and ${n} more`,
  thinking: "looking ahead…",
  failed: "could not be looked ahead",
  noChange: "no change that shows within a quarter year",
  untilAnswered: "nothing before they answer, and how is not known",
  later: (week: number, isAfterwards: boolean) =>
    `works from week ${week} on, ${isAfterwards ? "after the last week of the game" : "further than we look ahead"}`,
  within: (n: number) => `within ${n} weeks`,
  /** What a ballot's look ahead is held against: not to vote is an answer too. */
  against: {
    ballots: { for: "a vote for it", abstain: "an abstention", against: "a vote against it" },
    than: {
      promised: (ballot: string) => `compared with ${ballot}, as you have promised`,
      cast: (ballot: string) => `compared with ${ballot}, as you vote now`,
      silent: (ballot: string) => `compared with ${ballot}, which not voting counts as`,
    },
    same: {
      promised: () => "This is what you have promised: the look ahead compares the other ballots with it.",
      cast: () => "This is how you vote now: the look ahead compares the other ballots with it.",
      silent: () => "Not voting counts as this: the look ahead compares the other ballots with it.",
    },
  },
  cost: (points: string, money: string | undefined) =>
    [points === "0" ? "" : `${points} political capital`, money ?? ""].filter(Boolean).join(" · ") || "free",
  free: "free",
  moreWait: (n: number) => (n === 1 ? "One more thing waits." : `${n} more things wait.`),
  taken: (n: number, most: number) => `${n} of at most ${most}`,
  pickSome: (field: string) => `Choose at least one first, under “${field}”.`,
  notNow: (name: string) => `${name} (not now)`,
  notNowFor: (name: string, reason: string) => `${name} · ${reason}`,
  /** How something is set before an order changes it. */
  setNow: (value: string) => `Now: ${value}.`,
  /** An order that breaks a promise made to a capital in secret. */
  breaksWord: (capital: string, week: number, points: string) =>
    `You promised ${capital} to spare its goods until week ${week}. To hold them breaks your word: that deal ends and ${capital} owes you nothing for it, it trusts you less, and your name as a supplier falls by ${points} of 100.`,
  /** An order after which a promise about a ballot could not be kept, by where that promise stands. */
  breaksBallot: {
    agreement: (file: string, points: string) =>
      `You have agreed to vote otherwise on ${file}. If it is counted so, your word is broken and you lose ${points} points of standing.`,
    envoy: (file: string, points: string) =>
      `An envoy was promised another ballot on ${file}. If it is counted so, your word is broken and you lose ${points} points of standing.`,
    statement: (file: string, points: string) =>
      `Your name stands under a statement on ${file} that says otherwise. If it is counted so, you lose ${points} points of standing.`,
    block: (file: string, points: string) =>
      `Your block of small states votes otherwise on ${file}, and its ballot is yours. If it stays so, you lose ${points} points of standing.`,
  },
  /** What a broken agreement takes back. */
  andThen: (list: string) => `Then ${list}.`,
  done: "Done.",
};

/** Reasons where a move has nothing it could be done with. */
export const nothingFor: Record<string, string> = {
  "drop-case": "No case of yours is under way.",
  "narrow-case": "No case of yours is under way.",
  "open-review": "No duty of yours is in force.",
  "drop-snapback": "No package with a counter-measure is in a vote.",
  "determine-coercion": "Nothing is being examined as coercion.",
  "answer-coercion":
    "No finding of the Council waits for an answer: there is none, it is answered, or the talks are over.",
  "call-vote": "No proposal is on the table.",
  "back-project": "No plant is left to back.",
  "host-plant": "No plant looks for a site on your soil.",
  "permit-project": "No plant is planned on your soil.",
  "set-release-rule": "There is no rule to choose.",
  "drop-probe": "You have no case against European goods.",
  "lift-ban": "You hold nothing up at customs.",
  "apply-rules": "No firm in Europe is leaving Chinese suppliers.",
  "give-pledge": "No vote is open that a promise could be about.",
  "join-statement": "Nothing is on its way to a vote that one could speak about.",
};
/** What became of sites that were offered. */
export const hosted = (
  plants: readonly { name: string; stage: string; week: number | undefined }[],
): string =>
  `Your site is given: ${plants
    .map(
      ({ name, stage, week }) =>
        `${name} (${stage}${week === undefined ? "" : `, full output in week ${week}`})`,
    )
    .join("; ")}.`;
export const nothingElse = "Nothing is there now that this could be done to.";

export const decide = {
  kinds: {
    choice: "Decision",
    offer: "Beijing’s envoy",
    "step-down": "A way down",
    vote: "Council vote",
    caucus: "Small states",
    statement: "Joint statement",
    report: "The text",
    chair: "In the chair",
    gate: "Case",
    lobby: "Voices at home",
    backing: "Plant",
    site: "Plant",
    terms: "Draft",
    session: "",
    desk: "",
  } satisfies Record<Ask["kind"], string>,
  offer: (gift: string) => `Beijing offers ${gift}`,
  offerFor: (ask: string, file: string | undefined) =>
    `For it, Beijing wants ${ask}${file ? ` on ${file}` : ""}. Nobody else knows.`,
  brings: {
    plant: (euro) => `It is worth ${euro}.`,
    order: (share, weeks) => `It adds ${share} to what you sell to China, for ${weeks}.`,
    exemption: (share, weeks) =>
      `Your sales are spared ${share} of China’s duties for ${weeks}, and goods held up go through.`,
    "fast-lane": (factor, weeks) => `Your firms are served ${factor} times as fast as usual, for ${weeks}.`,
  } satisfies Record<Offer["gift"], (size: string, weeks: string) => string>,
  owes: (ask: Offer["ask"], points: string): string =>
    `You owe ${OWED[ask]}. If not, the gift goes back and you lose ${points} points of standing. It may come out.`,
  stepDown: (by: string) => `${by} offers to step down together`,
  gate: (file: string) => `${file}: how does it go on?`,
  settles: "A promise of supply that is measured, signed with Beijing, would close the file.",
  coerced: (cost: string | undefined, full: string) =>
    cost
      ? `At its worst the coercion has cost the Union ${cost} a year. The more, the readier capitals are, up to ${full}.`
      : `It has cost the Union nothing yet. The more it costs, the readier capitals are, up to ${full} a year.`,
  proposal: (file: string) => `${file}: call a vote?`,
  lobby: "Two causes want your voice",
  lobbyLine: "Applause now; the line is harder to leave for half a year. You may take neither.",
  cause: (sector: string, harder: boolean) =>
    harder ? `${sector}: protect us` : `${sector}: keep the market open`,
  causeTurn: (turn: string, harder: boolean) =>
    `Your line turns ${harder ? "harder" : "softer"} by ${turn}, on a scale from −1 to 1.`,
  statement: (file: string, line: "for" | "against") => `${file}: sign a statement ${line} it?`,
  standWith: (state: string) => `Stand by ${state}?`,
  standBy: "The Union closes ranks, and the hold is shorter. Beijing may hold your goods too.",
  statementLine: (signers: string, need: number, share: string) =>
    `Signed by ${signers}: ${share} of people. ${need} states make it public, and are held to it. You need not sign.`,
  report: (file: string) => `${file}: write the text?`,
  reportLine: "Once in a game a small state may write a softer or a stricter form. You may leave it.",
  chair: (file: string) => `${file}: move the vote?`,
  chairLine: (week: number, weeks: number) =>
    `It is counted in week ${week}. You may move one item by ${weeks} weeks a quarter, or leave it.`,
  caucus: (file: string) => `${file}: vote as one with the small states?`,
  caucusLine: (members: string, n: number, need: number) =>
    `${n === 0 ? "Nobody has called yet" : `${members} ${n === 1 ? "calls" : "call"} for one voice`}. With ${need} of you, what most say is what all vote. You may stay out.`,
  backing: (plant: string) => `${plant} needs backing`,
  backingLine: "Without it the plant is given up.",
  site: (plant: string) => `${plant} on your soil`,
  siteLine: (permit: number, build: number, week: number) =>
    `Permits take ${many(permit, "week", "weeks")}, building and starting up ${many(build, "week", "weeks")}: if you offer now, it is at full output in week ${week}.`,
  permit: (plant: string) => `${plant}: a quicker permit?`,
  permitLine: (permit: number, build: number, week: number) =>
    `It has its site on your soil. ${many(permit, "week", "weeks")} of its permit ${permit === 1 ? "is" : "are"} left, then ${many(build, "week", "weeks")} of building and starting up: full output in week ${week}.`,
  vote: (file: string) => `${file}: how do you vote?`,
  advise: (file: string) => `${file}: what do you advise?`,
  adviceKind: "Advice asked",
  terms: (kind: string, by: string) => `${by} offers: ${kind}`,
  termsLine: (terms: number, weeks: number) =>
    `${many(terms, "term", "terms")} for ${many(weeks, "week", "weeks")}. Read it under Talks before you sign.`,
  pick: "Choose one",
  withBallot: (states: number, need: number, people: string, needPeople: string, promised: boolean) =>
    `Then ${many(states, "state", "states")} (${need} needed) with ${people} of people (${needPeople} needed) are for it${promised ? ", promises counted" : ""}.`,
  withAgainst: (states: number, need: number, people: string, needPeople: string, promised: boolean) =>
    `Then ${many(states, "state", "states")} with ${people} of people are against it${promised ? ", promises counted" : ""}; ${need} with ${needPeople} would stop it.`,
  withAdvice: (states: number, need: number, promised: boolean) =>
    `Then ${many(states, "state is", "states are")} against it${promised ? ", promises counted" : ""}; it looks unfair from ${need} on.`,
  turns: "turns the outcome",
  turnsAdvice: "makes it most states, or no longer",
  abstains: {
    for: "counts as no",
    "unless-against": "lets it through",
    "for-else-appeal": "leaves it to the Commission",
    advisory: "says nothing",
  } satisfies Record<VoteRule, string>,
  voted: "This is how you vote now.",
  changeVote: "Change the vote",
  chance: (chance: string) => `Works ${chance}.`,
  /** How several answers to a card become one. */
  joint: {
    agreed: "It stands only if all who are asked name the same; else the last one happens.",
    most: "What most of those who are asked name happens.",
  },
};

export const council = {
  none: "No vote is open.",
  noneNote: (every: number, next: number) =>
    `Votes are counted on Council days, every ${every} weeks; the next one is week ${next}. Committees have days of their own.`,
  weeksLeft: (n: number) => (n <= 0 ? "counted this week" : many(n, "week left", "weeks left")),
  rules: {
    for: (states, people) => ({
      before: "Needs a majority ",
      bold: "for",
      after: `: ${states} states and ${people} of people.`,
      abstain: "Abstaining counts as no.",
    }),
    "unless-against": (states, people) => ({
      before: "Passes unless ",
      bold: "against",
      after: ` stand ${states} states with ${people} of people.`,
      abstain: "Abstaining lets it through.",
    }),
    "for-else-appeal": (states, people) => ({
      before: "Needs a majority ",
      bold: "for",
      after: `: ${states} states and ${people} of people. Without one either way, the Commission may go to the appeal committee, where only a majority against stops it.`,
      abstain: "Abstaining leaves it to the Commission.",
    }),
    advisory: () => ({
      before: "Advice only: it ",
      bold: "stops nothing",
      after: ".",
      abstain: "Abstaining says nothing.",
    }),
  } satisfies Record<
    VoteRule,
    (states: number, people: string) => { before: string; bold: string; after: string; abstain: string }
  >,
  /** What follows from a vote that only advises. */
  advice: {
    tag: "advice only",
    provisional: (week: number) =>
      `The provisional duty is in force and stays. The vote that can stop it comes after the final decision, due by week ${week}.`,
    applies: (week: number) => `It applies from week ${week}, whatever the capitals say.`,
    stands: "What was decided stands, whatever the capitals say.",
    price: (states: number, legitimacy: string, points: string) =>
      `If ${states} states or more are against, Europe’s ${legitimacy} falls by ${points} of 100; else nothing follows.`,
    yours: "Your advice",
    finding: "Advice only: this vote stops nothing",
    states: (n: number) => `${n} against`,
    gap: (n: number) => `${n} more, and it looks unfair`,
    reached: "most states: it looks unfair",
    passed: "advice heard",
    failed: "most advised against",
  },
  appeal: "The appeal committee, the last to be heard.",
  closes: (week: number) => `Closes week ${week}.`,
  states: "States",
  people: "Population",
  peopleShort: "People",
  /** What there is of what is needed: "13 of 15", and beyond it "20, 15 needed". */
  ofNeeded: {
    for: (n: string, need: string, enough: boolean) => (enough ? `${n}, ${need} needed` : `${n} of ${need}`),
    against: (n: string, need: string, enough: boolean) =>
      enough ? `${n} against, ${need} needed` : `${n} of ${need} against`,
  },
  moreStates: {
    for: (n: number) => many(n, "more state", "more states"),
    against: (n: number) => `${n} more would stop it`,
  },
  morePoints: {
    for: (n: string) => `${n} points more`,
    against: (n: string) => `${n} points more would stop it`,
  },
  reached: {
    for: (promised: boolean) => (promised ? "reached with promises" : "reached"),
    against: (promised: boolean) => (promised ? "enough to stop it with promises" : "enough to stop it"),
  },
  /** Ballots that are counted though they are not cast. */
  counted: (groups: { ballot: Ballot; names: string[] }[]) => {
    const means = { for: "for it", abstain: "to abstain", against: "against it" };
    const list = groups.map(({ ballot, names }) => `${names.join(", ")} ${means[ballot]}`);
    return `Counted as promised, as far as you know, not yet cast: ${list.join("; ")}.`;
  },
  package: (euro: string, payout: string, snapback: boolean) =>
    `A fund of ${euro} a year that pays ${payout}${snapback ? ", and a counter-measure" : ""}.`,
  report: { soft: "In a softer form.", strict: "In a stricter form." },
  ways: { pass: "Easiest ways to pass", block: "Easiest ways to stop it" },
  noWay: {
    pass: (n: number) => `No group of up to ${n} states is enough by itself.`,
    block: (n: number) => `It passes as it stands, and no group of up to ${n} states could stop it.`,
  },
  talk: (state: string) => `Talk to ${state}`,
  pledge: (state: string) => `Pledge to ${state}`,
  wayPeople: (people: string) => `${people} of people`,
  chair: (state: string, until: number) => ({
    before: `${state} is in the chair`,
    after: `until week ${until}.`,
  }),
  said: "Said together",
  sayFor: "Say together: for it",
  sayAgainst: "Say together: against it",
  sayNote: (need: number, people: string) =>
    `${need} states that sign make it public and must vote so. Over ${people} of people against stop what needs a majority.`,
  saidOf: (file: string) => `Said together: ${file}`,
  standsBy: "With it",
  stance: { for: "For it", against: "Against it" },
  names: (n: number, need: number, until: number) =>
    `draft, ${many(n, "name", "names")}, ${need} needed, until week ${until}`,
  public: "public",
  blocks: "blocking minority",
  small: "Small states",
  gather: (n: number, need: number) =>
    n === 0 ? `${need} of them may vote as one.` : `${n} have joined, ${need} are needed.`,
  asOne: (ballot: string | undefined) => (ballot ? `They vote as one: ${ballot}.` : "They vote as one."),
  promises: "Promises",
  promise: { for: "yes", abstain: "will abstain", against: "no" },
  promiseState: { kept: "kept", broken: "broken" },
  turnsIt: "turns it",
  open: "Open, by weight",
  leans: { yes: "leans yes", no: "leans no", unknown: "not known" },
  /** One’s own mind, which is known. */
  leansOwn: { yes: "you lean yes", no: "you lean no", unknown: "you are undecided" },
  seven: (n: number) => `${n} more`,
  fewer: "Show fewer",
  moves: "What moves a state",
  line: "Its standing line",
  hawk: ["softest", "soft", "middle", "hard", "hardest"],
  exposure: "Sells to China",
  loss: "Loses now",
  coerced: (cost: string, full: string) =>
    `${cost} at its worst; moves a vote on coercion, in full at ${full}`,
  support: "Backs the common line",
  supportScale: "on a scale of −1 to +1",
  pick: "Choose a state",
  why: "Why?",
  findingOne: (state: string) => `${state} alone can turn it`,
  findingAny: (states: string) => `${states}: each of them can turn it`,
  findingTogether: (states: string, passes: boolean) =>
    passes ? `${states} together could still stop it` : `${states} together would carry it`,
  findingPasses: "It passes, whatever a few states do",
  findingMissing: (states: number, people: string) =>
    states > 0
      ? `${many(states, "state", "states")} and ${people} of people still missing`
      : `${people} of people still missing`,
  cast: "Your vote",
  youVoted: (ballot: string) => `You voted: ${ballot}. You may change it until the count.`,
  ahead: "On the way",
  aheadWeek: (week: number) => `week ${week}`,
  dates: "Dates to come",
  date: {
    votes: (state: string) => `${state} votes at home`,
    chairs: (state: string) => `${state} takes the chair of the Council`,
    talks: "Talks between Brussels and Beijing",
    wave: "A wave of general licences runs out",
    package: "Beijing’s wider controls return, unless prolonged",
    end: "The last week",
  },
  past: "Past votes",
  passed: "passed",
  failed: "failed",
  pastCaption: "Votes already counted",
  columns: { file: "Vote", week: "Week", outcome: "Outcome", states: "States for", people: "People for" },
};

export const dataPanel = {
  /** Whose hold is larger, then whose bites sooner; "even" where neither is by much. */
  hold: {
    beijing: {
      beijing: "Beijing’s hold is the larger, and bites sooner",
      even: "Beijing’s hold is the larger; both bite about as soon",
      europe: "Beijing’s hold is the larger, but Europe’s bites sooner",
    },
    even: {
      beijing: "Each could cost the other about as much; Beijing’s hold bites sooner",
      even: "Each could cost the other about as much, about as soon",
      europe: "Each could cost the other about as much; Europe’s hold bites sooner",
    },
    europe: {
      beijing: "Europe’s hold is the larger, but Beijing’s bites sooner",
      even: "Europe’s hold is the larger; both bite about as soon",
      europe: "Europe’s hold is the larger, and bites sooner",
    },
    /** Beijing's twice as large and within a month, Europe's later. */
    quick: "Beijing’s hold is large and quick, Europe’s is small and slow",
    none: "Neither side could hurt the other soon",
  },
  holdLine: "What each could cost the other from today, and when it would start to hurt.",
  theirs: "Beijing could cost Europe",
  ours: "Europe could cost Beijing",
  inWeeks: (n: number) => `in ${n} weeks`,
  upTo: (euro: string) => `up to ${euro}`,
  bitesNow: "bites now",
  bitesIn: (n: number) => `bites in ${many(n, "week", "weeks")}`,
  bitesBetween: (from: number, to: number) => `bites in ${from} to ${to} weeks`,
  otherInputs: "other inputs",
  whyNumbers: "Why these numbers?",
  sources: "Sources",
  asTable: "As a table",
  asPicture: "As a picture",
  neverBites: "would not bite",
  /** E38d: leverage less its own cost. */
  net: {
    title: "Net of one’s own cost",
    beijing: (euro: string) => `Beijing is ahead by ${euro}`,
    europe: (euro: string) => `Europe is ahead by ${euro}`,
    even: "neither is ahead by more than is known for sure",
    theirs: (euro: string, own: string) => `Beijing ${euro}, after ${own} of its own`,
    ours: (euro: string, own: string) => `Europe ${euro}, ready now, after ${own} of its own`,
  },
  ready: "ready now",
  vote: "after a vote",
  law: "after a case or law",
  now: "now",
  weeksEnd: (n: number) => `+${n} weeks`,
  wear: {
    title: "What squeezes have cost your hold",
    line: (left: string) =>
      `Each squeeze teaches Europe to buy elsewhere. By the test of a year, ${left} of the hold of week 0 is left.`,
    squeeze: "Squeeze",
    lost: "Hold lost while it ran",
    ended: (from: number, until: number) => `Weeks ${from} to ${until}`,
    runs: (from: number) => `Since week ${from}`,
  },
  losses: {
    title: "What your firms lose, and your relief",
    none: "No line stands still, no sales to China are lost, and no relief is paid.",
    where: "Where",
    relief: "Relief",
    weeks: (from: number, until: number, now: number) =>
      from > now ? `weeks ${from} to ${until}` : `to week ${until}`,
    noRelief: "none",
  },
  inputs: "What comes through the gate",
  input: "Input",
  trade: "Trade with China",
  members: "The 27",
  membersOpen: "Show all states",
  politics: "Other numbers",
  number: "Number",
  now2: "Now",
  why: "why",
  caption: {
    losses: "What stands still or is not sold at home, and what is paid for it",
    inputs: "The critical inputs: how Beijing licenses them, and how long stores last",
    trade: "Goods by sector: what is bought, the duties, and the market lost",
    numbers: "All other numbers you know",
  },
};

export const derisking = {
  title: "What firms build elsewhere by themselves",
  soothed: (promise: string, week: number) =>
    `Nobody starts a plant elsewhere: a promise that nobody measures has soothed the buyers (${promise}, until week ${week}).`,
  calm: "Nobody starts a plant elsewhere: it is quiet, and buyers see no risk.",
  fadesSoothed: (promise: string, week: number) =>
    `More closes than is started: a promise that nobody measures takes new plants their buyers (${promise}, until week ${week}).`,
  fades: "More closes than is started: in quiet weeks nobody pays for safety.",
  grows: "Firms see risk and build elsewhere; it takes some two and a half years to deliver.",
  input: "Input",
  risk: "Risk firms see",
  riskWent: (now: string, was: string | undefined) => (was === undefined ? now : `${now}, was ${was}`),
  bars: "Started and closing in a quarter, of need",
  started: (share: string) => `${share} started`,
  closes: (share: string) => `${share} closing`,
  share: "Of need",
  caption: "Private plants outside China: the risk that drives them, what is started, built and closed",
};

export const promises = {
  title: "Threats and warnings",
  none: "No threat and no warning is open.",
  threat: (by: string, file: string) => `${by} threatens to carry ${file} through`,
  warning: (to: string) => `Beijing warns ${to}`,
  warningOver: (to: string, file: string) => `Beijing warns ${to} over ${file}`,
  when: (week: number, left: number) => `by week ${week}, ${many(left, "week", "weeks")} left.`,
  /** After a warning: the threat names what will be done by then, a warning does not. */
  date: (week: number, left: number) => `with a date: week ${week}, ${many(left, "week", "weeks")} left.`,
  inTime: "It can still be done in time.",
  tooLate: "It cannot bite in time any more: an empty threat.",
  /** Before it is made. */
  tooSoon: "It cannot bite by then: an empty threat.",
  mustAct: "Beijing must act by then, or its word is worth less.",
  toBeijing: (word: string) => `How Beijing takes Europe’s word, as far as one can tell: ${word}.`,
  toBeijingChance: (chance: string) => `Beijing believes it ${chance}.`,
  hint: (capital: string, word: string) => `How ${capital} takes it, as far as one can tell: ${word}.`,
  chance: (capital: string, chance: string) => `${capital} believes it ${chance}.`,
  capitals: (believe: number, doubt: number, all: number) =>
    believe + doubt === 0
      ? "The capitals are unsure whether to believe it."
      : `Of ${all} capitals ${believe} believe it, ${doubt} doubt it, the others are unsure.`,
  note: "A threat or a warning that is not carried out counts as folding under light pressure; one that is kept makes the next one weigh more.",
};

export const log = {
  label: "What has happened",
  filter: "Which news",
  all: "All",
  mine: "Mine",
  none: "Nothing has happened yet.",
  noneMine: "Nothing that concerns your seat yet.",
  /** Heard before news that concerns the seat that reads; seen as a line beside it. */
  yours: "Yours:",
  private: "only you know",
  privateWith: (others: string) => `only you and ${others} know`,
  privateAmong: (n: number) => `${n} seats know, you among them`,
};

export const underway = {
  title: "Under way, by week",
  now: "now",
  firstBite: "First bite",
  bites: (n: number) => `in ${many(n, "week", "weeks")}`,
  bitesNow: "now",
  none: "no date",
  more: (n: number) => `${n} more`,
  fewer: "Show fewer",
  empty: "Nothing is under way.",
  mode: (input: string, mode: string) => `${shortInput(input)}: ${mode}`,
  package: "Wider export controls",
  flood: "Goods below cost",
  rules: (state: string) => `${state}: rules for leavers`,
  course: (course: string) => `At home: ${course}`,
  notice: (input: string) => `Notice: ${shortInput(input)}`,
  threat: (file: string) => `Threat: ${file}`,
  held: (state: string) => `${state}: goods held`,
  stock: (input: string) => `Reserve: ${input}`,
  /** An agreement, by the capitals in it. */
  between: (capitals: string, title: string) => `${capitals}: ${title}`,
};

export const why = {
  rose: (name: string, by: string, because: string) => `${name} rose by ${by}, mostly because ${because}`,
  fell: (name: string, by: string, because: string) => `${name} fell by ${by}, mostly because ${because}`,
  same: (name: string) => `${name}: no change this week`,
  weeks: (before: number, was: string, now: number, is: string) => ({
    week: `Week ${before}`,
    was,
    now: `week ${now}`,
    is,
  }),
  points: (n: string) => `${n} ${n === "1" ? "point" : "points"}`,
  change: "Change this week",
  rest: "Everything else",
  restRounded: "Everything else, and rounding",
  rounding: "Rounding",
  known: "How we know it",
  survey: (error: string, weeks: number, age: number) =>
    `by surveys, ${error}${age > 0 ? `, ${age} weeks old` : ""}; a new one every ${weeks} weeks`,
  hint: "only by hints",
  moved: (name: string, was: string, is: string, because: string) =>
    `${name} went from ${was} to ${is}, mostly because ${because}`,
  exact: "exactly",
  rule: "The rule",
  sources: "Where the figures come from",
  last: (n: number) => `Last ${n} weeks`,
  asking: "Asking…",
  unknown: "The server could not say. Try again in a moment.",
  /** Under a contribution, in place of a name. */
  secret: "what others do not tell",
};

export const seat = {
  take: "Take your seat",
  goal: "Your goal",
  fear: "Your fear",
  also: "And in secret",
  other: "Another seat",
  choose: "Choose a seat",
  yours: "Your seat",
  onlook: "You look on without a seat.",
  people: (n: number) => many(n, "person", "people"),
  free: "free",
  lobby: "Waiting for the host to begin",
  lobbyHost: "Begin when everybody is here",
  begin: "Begin",
  beginning: "Beginning…",
  inRoom: "In the room",
  you: "you",
  away: "away",
  invite: "Others join with this code",
  /** Twelve words at most. */
  role: {
    commission: "You make the Union’s trade policy, and need 27 capitals behind it.",
    beijing: "You hold the licences for what Europe’s factories cannot do without.",
    member: (state: string, votes: string, lines: number) =>
      `You speak for ${state}: ${votes} of people, ${lines} production lines at stake.`,
  },
  goals: {
    commission: "Loosen Beijing’s hold before the next squeeze, and keep the 27 together.",
    beijing: "Keep Europe’s market open and its dependence useful, without wearing the weapon out.",
    member: (first: string, second: string) =>
      `Keep your lines running, and your ${first} and ${second} sold.`,
  },
  fears: {
    commission: "A fight over which the capitals split before anything is ready.",
    beijing: "A Europe that buys elsewhere, and believes nothing you promise.",
    small: "To be picked out alone while the large ones look away.",
    exposed: "To lose the market in China for a quarrel that others began.",
    dependent: "Lines that stop for want of a part that costs a few euros.",
  },
  chart: {
    member: (state: string, share: string) => `Two sectors carry ${share} of what ${state} sells to China`,
    supply: (china: string, input: string, weeks: string) =>
      `China supplies ${china} of the Union’s ${input}. Your firms’ stores last about ${weeks} weeks.`,
    sells: "Sold to China, a year",
  },
};

export const goals = {
  title: "Secret goals",
  note: "Only you see these. They count at the end, and are open to all then.",
  worth: (points: string) => `${points} points`,
  of: (have: string, need: string) => `${have} of ${need}`,
  least: (have: string, need: string) => `${have}; at least ${need}`,
  most: (have: string, need: string) => `${have}; at most ${need}`,
  none: (have: string) => `${have}; none allowed`,
  times: (n: string) => `${n}\u00d7`,
  done: "done",
  notDone: "not done",
  never: "never",
  reached: "reached as it stands",
  missed: "not reached as it stands",
};

export const table = {
  title: (week: number, weeks: number, seat: string, waits: boolean) =>
    `${waits ? "● " : ""}Week ${week} of ${weeks} · ${seat}`,
  map: "Map of the 27 and Beijing’s licence gate",
  panel: "What you can do and know",
  skip: { label: "Skip", panel: (name: string) => `Skip to ${name}`, map: "Skip to the map" },
  mapLoading: "The map is being drawn…",
  mapFailed: "The map did not load. The list of states tells the same.",
  leave: "Back to the start",
  again: "Try again",
  ended: "The game is over. The result is being worked out…",
  result: "See the result",
  states: "States",
  why: "Why?",
  news: "News",
  problem: "The game waits:",
};

/** Names of numbers within "heat +1 to 3", as Europe reads them; below, as others do. */
export const likely: Partial<Record<IndicatorId, string>> = {
  hold: "what Beijing could cost us",
  gone: "part of Beijing’s hold gone",
  stopped: "lines stopped",
  lines: "lines stopped here",
  europeReady: "what we could cost Beijing",
  pain: "cost to us",
  sold: "sold to China",
  growth: "China’s growth",
};
export const likelyTo: Record<"beijing" | "onlooker", Partial<Record<IndicatorId, string>>> = {
  beijing: {
    hold: "what we could cost Europe",
    gone: "part of our hold gone",
    europeReady: "what Europe could cost us",
    pain: "cost to it",
  },
  onlooker: {
    hold: "what Beijing could cost Europe",
    europeReady: "what Europe could cost Beijing",
    pain: "cost to it",
  },
};

/** Names of numbers that speak of "us", as Beijing and as onlookers read them. */
export const indicatorsTo: Record<"beijing" | "onlooker", Partial<Record<IndicatorId, string>>> = {
  beijing: {
    hold: "Hold on Europe",
    holdNet: "Hold on Europe, net",
    europeNet: "Europe could cost us, net",
    gone: "Our hold gone",
    europeReady: "Europe could cost us",
    europeWeeks: "Weeks until Europe’s bites",
    pain: "Cost to it",
    dutyEurope: "Europe’s duty",
    dutyChina: "Our duty",
    imports: "We sell",
  },
  onlooker: {
    hold: "Beijing could cost Europe",
    holdNet: "Beijing could cost Europe, net",
    europeNet: "Europe could cost Beijing, net",
    europeReady: "Europe could cost Beijing",
    europeWeeks: "Weeks until Europe’s bites",
    pain: "Cost to it",
    dutyEurope: "Europe’s duty",
    imports: "Europe buys",
  },
};
