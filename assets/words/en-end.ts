// English words of the end of a game: what its verdict rests on, and words against deeds.

/** Under the verdict, with the figures that decided it; shares arrive as text. */
export const verdictLines = {
  tooLittle: (gone: string, need: string): string =>
    `${gone} of Beijing’s hold is gone. That is too little to lean on: ${need} were needed.`,
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
  threat: (file: string): string => `Threat: ${file}`,
  secret: "secret",
  measured: (n: number, of: number): string => (n === 0 ? "by nobody" : `${n} of ${of} terms`),
  outcomes: { kept: "kept", broken: "broken", suspended: "suspended after a breach", open: "not tested" },
  brokenBy: (who: string): string => `broken by ${who}`,
  none: "No agreement was signed and no threat made.",
};
