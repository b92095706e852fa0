// English words for the map and for the table that stands in for it. Figures arrive as text.

import type { LicenceMode } from "../../shared/state.ts";

/** What the map can show of the states. */
const lenses = {
  pain: "Pain",
  vote: "This vote",
  support: "Support",
  exposure: "Exposure",
  stocks: "Stocks",
  offers: "Offers",
};

/** What the steps of a lens count. */
const legends = {
  pain: "Loss, % of GDP",
  vote: "Ballots",
  support: "For the common line",
  exposure: "At stake, % of GDP",
  stocks: "Magnets, weeks of use",
  offers: "Beijing’s offers",
};

const stands = {
  vote: {
    for: "for, cast",
    pledged: "for, pledged",
    open: "open",
    abstaining: "abstaining",
    against: "against",
  },
  support: {
    for: "firm",
    pledged: "would say yes",
    open: "wavers",
    abstaining: "abstains",
    against: "would say no",
  },
};

export const map = {
  title: "Map of the member states",
  lens: "What the map shows",
  lenses,
  legends,
  stands,
  /** The last, open step of a ramp. */
  andMore: (n: string) => `${n}+`,
  pivotal: "could turn it alone",
  stack: "Magnets in stock, a block is a week",
  stopped: "lines stopped",
  offer: "an offer you know of",
  noOffer: "none that you know of",

  gate: {
    title: "Beijing’s licence gate",
    /** The licences of a slot, in a word: there is little room. */
    regime: {
      free: "free",
      general: "general",
      "case-by-case": "by case",
      "go-slow": "go-slow",
      embargo: "embargo",
    } satisfies Record<LicenceMode, string>,
    /** What comes through under them: "go-slow: 25 % ±4 passes". */
    under: (regime: string, what: string) => `${regime}: ${what}`,
    /** `throughput` with its error where it is not exact: "25 %", "±4". */
    throughput: (percent: string, error: string) => `${[percent, error].filter(Boolean).join(" ")} passes`,
    open: "open",
    shut: "shut",
    nextToNothing: "next to nothing",
    days: (days: string, error: string) => `a licence: ${[days, error].filter(Boolean).join(" ")} days`,
    /** What waits: "queue: 1,200 ±370 t". */
    waiting: (amount: string) => `queue: ${amount}`,
    weeksOfUse: (n: string) => `${n} weeks of use`,
    customs: "China’s customs",
    sold: (euro: string) => `${euro} a year goes in`,
    held: (states: string, more: number) => `held up: ${states}${more > 0 ? ` +${more}` : ""}`,
  },

  reserve: {
    title: "Union reserve",
    none: "nothing in it yet",
    held: (amount: string, weeks: string) => [amount, weeks].filter(Boolean).join(" · "),
    weeks: (n: string, error: string) => `${[n, error].filter(Boolean).join(" ")} weeks`,
    planned: (n: string) => `of ${n} ordered`,
    ordered: (n: string) => `${n} on order`,
  },

  asTable: "Show as a table",
  asMap: "Show as a map",

  table: {
    caption: "The member states and what is known of them",
    hint: "Up and down arrows move between states, Enter chooses one.",
    state: "State",
    pain: "Loss",
    lines: "Lines stopped",
    stocks: "Magnets",
    support: "Support",
    exposure: "At stake",
    sold: "Sold to China",
    offers: "Offer",
    vote: "Ballot",
    units: {
      state: "",
      pain: "% of GDP",
      lines: "",
      stocks: "weeks",
      support: "−1 to 1",
      exposure: "% of GDP",
      sold: "€bn a year",
      offers: "",
      vote: "",
    },
    unknown: "not known",
    offer: "yes",
    noOffer: "–",
    held: "held up",
    of: (lines: string, all: string) => `${lines} of ${all}`,
  },
};
