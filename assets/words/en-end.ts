// English words of the end of a game, all that the debrief says. Figures and names arrive as text.

import type { VoteRule } from "../../shared/state.ts";

const many = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`;

/** The frame of the page: its head, its parts, and what can be done with it. */
export const page = {
  title: "Debrief",
  session: (code: string, weeks: string): string => `Session ${code} · ${weeks}`,
  parts: {
    result: "Result",
    scores: "Scores",
    goals: "Goals",
    who: "Who paid",
    votes: "Votes",
    deeds: "Deeds",
    limits: "Limits",
  },
  print: "Print",
  export: "Export",
  again: "Play again",
  /** Under the verdict: how hot it became, and what came of it in the year that nobody played. */
  heat: (heat: string): string => `At its worst, heat stood at ${heat} of 100.`,
  later: (gone: string): string =>
    `A year later, with everything left as it stood, ${gone} of the hold of week 0 is gone.`,
};

/** How much of the hold is gone, at the head of a sentence. */
type Part = "part" | "third" | "half" | "most";
const gonePart: Record<Part, string> = {
  part: "A part",
  third: "About a third",
  half: "About half",
  most: "Most",
};

/** What the game came to in one sentence, held against the same game with Europe doing nothing. */
export const finding = {
  outOfHand: (weeks: string, heat: string): string =>
    `After ${weeks} nobody could steer it any more. Heat had reached ${heat} of 100.`,
  tooDear: (weeks: string): string =>
    `After ${weeks} the lines that stood still cost more than Europe could bear.`,
  /** `by`: percentage points of the hold beyond what doing nothing would have brought. */
  gone: (part: Part, by: number): string => {
    const points = many(Math.abs(by), "percentage point", "percentage points");
    const than = by > 0 ? `${points} more than` : by < 0 ? `${points} less than` : "no more than";
    return `${gonePart[part]} of Beijing’s hold is gone: ${than} if Europe had done nothing.`;
  },
  none: (nobody: string): string => `None of Beijing’s hold is gone. ${nobody}`,
  grown: (by: string, nobody: string): string => `Beijing’s hold has grown by ${by}. ${nobody}`,
  /** What doing nothing would have brought, where nothing is gone. */
  nobody: {
    gone: (share: string): string => `Had Europe done nothing, ${share} of it would be gone.`,
    none: "Had Europe done nothing, it would be as it was.",
    grown: (by: string): string => `Had Europe done nothing, it would have grown by ${by}.`,
  },
};

/** One's own score beside the two yardsticks. */
export const own = {
  title: (seat: string, score: number): string => `${seat}: ${score} of 100`,
  you: "You",
  bots: "Bots in every seat",
  nobody: "Europe does nothing",
  /** After the score, where all stands in one line. */
  beside: (bots: number, nobody: number): string => `bots play it: ${bots} · Europe does nothing: ${nobody}`,
};

export const scores = {
  caption: "Scores of 100, each seat by its own goals",
  columns: {
    seat: "Seat",
    you: "This game",
    before: (week: number): string => `In week ${week}`,
    bots: "Bots",
    nobody: "Europe does nothing",
  },
};

/** What each seat had secretly wanted. */
export const goals = {
  all: "What each seat secretly wanted, and whether it got it",
  mine: "What you secretly wanted, and whether you got it",
  others: (n: number): string =>
    n === 1 ? "The goals of the other seat" : `The goals of the other ${n} seats`,
  columns: { seat: "Seat", goal: "Goal", progress: "At the end", points: "Points" },
};

export const paid = {
  title: (state: string): string => `${state} paid most for its size`,
  note: "Mean of the game: output, exports and duties lost, in % of GDP.",
};

/** Every vote against its two thresholds. */
export const votes = {
  never: "The Council never voted",
  neverNote: (weeks: string): string => `No vote was counted in these ${weeks}.`,
  oneState: (week: number): string => `One state could have turned the vote of week ${week}`,
  noState: "No single state could have turned a vote",
  note: (states: number, people: string): string =>
    `A vote in favour needs ${states} states and ${people} of people; a duty passes unless as many are against. Advice binds nobody.`,
  columns: {
    week: "Week",
    file: "Question",
    states: "States for",
    people: "People for",
    against: "Against (states · people)",
    outcome: "Outcome",
    turned: "Could have turned it",
  },
  rules: {
    for: (file) => file,
    "unless-against": (file) => `${file} (passes unless stopped)`,
    "for-else-appeal": (file) => `${file} (or by appeal)`,
    advisory: (file) => `${file} (advice only)`,
  } satisfies Record<VoteRule, (file: string) => string>,
  against: (states: number, people: string): string => `${states} · ${people}`,
  outcomes: { passed: "passed", failed: "failed" },
  nobody: "nobody alone",
};

export const limits = {
  title: "What the model leaves out",
  list: [
    "No exchange rate, no services, no single firms: firms differ only in how long their stocks last.",
    "One kind of Chinese goods in each sector, and no third power that plays its own game.",
    "What each state can bear, and the value that hangs on each input, are judgements. Change them and play again.",
    "That a measure pays in the model does not show that coercion works in life, or that one side is right.",
  ],
};

/** How the five numbers are written. */
export const figures = {
  under: (sum: string): string => `under ${sum}`,
  ofWeeks: (n: number, weeks: number): string => `${n}\u00a0of\u00a0${weeks}`,
};

/** Five numbers and what they are held against; figures arrive as text. */
export const five = {
  title: "Five numbers",
  better: "better →",
  names: {
    gone: "Beijing’s hold gone",
    lost: "Output lost",
    cohesion: "Cohesion, average",
    worstHeat: "Worst heat",
    benchmark: "Weeks a benchmark was kept",
  },
  units: { gone: "", lost: "", cohesion: "of\u00a0100", worstHeat: "of\u00a0100", benchmark: "" },
  nobody: (x: string): string => `Europe does nothing: ${x}`,
  bots: (x: string): string => `bots play it: ${x}`,
  practical: (x: string): string => `leverage from ${x}`,
  start: (x: string): string => `week 0: ${x}`,
  confrontation: (x: string): string => `out of hand from ${x}`,
};

export const corridor = {
  title: "The corridor.",
  caption: (weeks: number): string => `Grounds show the rules of the verdict for ${weeks} weeks.`,
  heard: (from: string, to: string, heat: string): string =>
    `Path from ${from} of the hold gone to ${to}, worst heat ${heat}`,
  x: "Beijing’s hold gone →",
  y: "Heat →",
  week: (n: number): string => `week ${n}`,
  you: "this game",
  nobody: "Europe does nothing",
  bots: "bots play it",
  empty: (x: string): string => `${x} of the hold gone: with less, words stay empty`,
  soothed: (x: string, share: string): string =>
    `${x} of the hold gone: with less, words stay empty. So much is asked since more than ${share} of the weeks went by under a promise that nobody measures`,
  practical: (x: string, heat: string): string =>
    `${x} of the hold gone: from here it is practical leverage, if heat was ${heat} or less on average`,
  confrontation: (heat: string): string => `heat ${heat}: from here on nobody steers it`,
  path: (weeks: number): string => `this game, a dot each quarter, the last in week ${weeks}`,
  ended: (who: string): string => `where it ends when ${who}`,
  asTable: "The path as a table",
  columns: { week: "Week", gone: "Hold gone", heat: "Heat" },
};

/** Under the verdict, with the figures that decided it; shares arrive as text. */
export const verdictLines = {
  justUnder: (gone: string): string => `Just under ${gone}`,
  tooLittle: (gone: string, need: string): string =>
    `${gone} of Beijing’s hold is gone. That is too little to lean on: ${need} were needed.`,
  notEnough: (gone: string, need: string): string =>
    `${gone} of Beijing’s hold is gone. That is something, but to lean on it ${need} were needed.`,
  tooHot: (gone: string, heat: string): string =>
    `${gone} of Beijing’s hold is gone. That would be enough, but heat stood above ${heat} on average.`,
  soothed: (gone: string, need: string, share: string): string =>
    `${gone} of Beijing’s hold is gone. After more than ${share} of the weeks under a promise that nobody measures, ${need} were needed.`,
};

/** How one's own score moved: what it was when last looked at a year before the end, and its best and worst week. */
export const moved = {
  year: (week: number, then: number, by: string): string =>
    `Had the game ended in week ${week}, it would have been ${then}: ${by} since.`,
  up: (by: number): string => `up ${by}`,
  down: (by: number): string => `down ${by}`,
  same: "no change",
  best: (week: number, score: number): string => `It stood highest in week ${week}, at ${score}.`,
};

export const deeds = {
  title: (kept: number, broken: number): string =>
    broken === 0 && kept === 0
      ? "Nobody gave a word that could be tested"
      : broken === 0
        ? "Every word that was tested was kept"
        : kept === 0
          ? "No word that was tested was kept"
          : `Of ${kept + broken} words that were tested, ${broken === 1 ? "one was" : `${broken} were`} broken`,
  note: "Agreements, open and secret, and threats with a date. A word is tested when its time came or it was broken.",
  columns: {
    what: "Word",
    who: "Given by",
    when: "Weeks",
    measured: "Measured",
    outcome: "What became of it",
  },
  weeks: (from: number, until: number): string => `${from}\u2060–\u2060${until}`,
  threat: (file: string): string => `Threat: ${file}`,
  secret: (word: string): string => `${word} (secret)`,
  measured: (n: number, of: number): string =>
    n === 0 ? "by nobody" : `${n} of ${many(of, "term", "terms")}`,
  outcomes: { kept: "kept", broken: "broken", suspended: "suspended after a breach", open: "not tested" },
  brokenBy: (who: string): string => `broken by ${who}`,
  none: "No agreement was signed and no threat made.",
};
