// English words of the end of a game: what its verdict rests on, and words against deeds.

export const end = {
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
  secret: "secret",
  measured: (n: number, of: number): string => (n === 0 ? "by nobody" : `${n} of ${of} terms`),
  outcomes: { kept: "kept", broken: "broken", suspended: "suspended after a breach", open: "not tested" },
  brokenBy: (who: string): string => `broken by ${who}`,
  none: "No agreement was signed and no threat made.",
};
