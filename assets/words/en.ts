// English: every sentence the page can say. Plain words (about B1). A function where a number or a name goes in.
// Other languages are typed by this file, so a missing sentence is a type error.

import type { Problem } from "../../shared/protocol.ts";

const many = (n: number, one: string, more: string): string => `${n} ${n === 1 ? one : more}`;

const seats = {
  commission: "the Commission",
  beijing: "Beijing",
  BE: "Belgium",
  BG: "Bulgaria",
  CZ: "Czechia",
  DK: "Denmark",
  DE: "Germany",
  EE: "Estonia",
  IE: "Ireland",
  EL: "Greece",
  ES: "Spain",
  FR: "France",
  HR: "Croatia",
  IT: "Italy",
  CY: "Cyprus",
  LV: "Latvia",
  LT: "Lithuania",
  LU: "Luxembourg",
  HU: "Hungary",
  MT: "Malta",
  NL: "the Netherlands",
  AT: "Austria",
  PL: "Poland",
  PT: "Portugal",
  RO: "Romania",
  SI: "Slovenia",
  SK: "Slovakia",
  FI: "Finland",
  SE: "Sweden",
};

export const en = {
  /** The language's own name for itself. */
  language: "English",
  /** For Intl: numbers and dates. */
  locale: "en-IE",
  game: "Chokepoint",

  seats,
  /** A name without the article that a sentence needs: "the Netherlands" -> "Netherlands". */
  bare: (name: string) => name.replace(/^the /, ""),
  memberStates: "Member states",

  /** Numbers arrive as text, already in the reader's figures. */
  units: {
    euroBn: (n: string) => `€${n}bn`,
    euroM: (n: string) => `€${n}m`,
    percent: (n: string) => `${n}\u00a0%`,
    weeks: (n: number) => many(n, "week", "weeks"),
    week: (n: number) => `week ${n}`,
    inHundred: (n: string) => `${n} in 100`,
    range: (low: string, high: string) => `${low} to ${high}`,
  },

  errors: {
    unknown: "Something went wrong. Please try again.",
    offline: "The server does not answer. Check your connection and try again.",
    chunk: "A part of the game did not load. Check your connection and try again.",
    again: "Try again",
    loading: "The table is being set…",
    opening: "One moment…",
  },

  /** Why the server does not do what was asked. */
  problems: {
    "bad-request": "The server could not read this. Reload the page and try again.",
    "too-fast": "Too many steps at once. Wait a moment and try again.",
    "too-many-requests": "Too many tries from this network. Wait a minute and try again.",
    "no-such-session": "No session has this code. Ask the host to show it again.",
    "cannot-restore": "This session was played with another version of the game and cannot go on.",
    "session-full": "This session is full. Ask the host to make room.",
    "rooms-full": "The server has no room for another session now. Try again later.",
    "no-such-scenario": "The server does not have this scenario.",
    "no-such-seat": "This scenario does not have this seat.",
    "seat-held": "Somebody else holds this seat. Choose another one.",
    "no-seat": "You are looking on. Take a seat to give orders.",
    "not-host": "Only the host can do this.",
    "words-off": "The host has switched off words of your own. Choose one of the phrases.",
    "not-now": "This is not possible at this moment of the session.",
    "storage-full": "The server’s disk is full. Nothing is lost, but it takes no more orders.",
    "storage-failed": "The server cannot save. Nothing is lost, but it takes no more orders.",
    "shutting-down": "The server is about to restart. Try again in a minute.",
    failed: "The server made a mistake. Please try again.",
  } satisfies Record<Problem, string>,

  /** Words of the shared parts of every screen. */
  parts: {
    close: "Close",
    why: "why",
    whyShort: "Why?",
    whyOf: (label: string) => `Why did it change: ${label}?`,
    up: "up",
    down: "down",
    same: "no change",
    refused: "Not accepted:",
    sent: "Sent…",
    news: (n: number) => `${n} new`,
    wants: (n: number) => many(n, "waits for you", "wait for you"),
    now: "now",
    on: "on",
    off: "off",
    fromTo: (label: string, from: number, to: number) => `${label}: week ${from} to ${to}`,
    unsure: (text: string) => `${text}, not yet sure`,
    voteIn: (label: string, week: number) => `${label} in week ${week}`,
    biteIn: (week: number) => `first effect in week ${week}`,
    beyond: (label: string, from: number, span: number) => `${label}: from week ${from}, past week ${span}`,
    stand: {
      for: "for",
      pledged: "pledged",
      open: "open",
      abstaining: "abstaining",
      against: "against",
    },
    pivotal: "could turn it alone",
    grade: { measured: "measured", estimated: "estimated", assumed: "assumed" },
    change: "Change",
    keptOut: "did not come",
    europe: "Europe",
    beijing: "Beijing",
    sources: "Sources",
    connectionTitle: "Connection",
    connection: {
      good: (ms: number) => `Connection good: ${ms} milliseconds`,
      slow: (ms: number) => `Connection slow: ${ms} milliseconds`,
      lost: "Connection lost. We are reconnecting, and your seat is kept.",
      gone: "The session could not be reached again. Your seat is kept: reload the page to return to it.",
    },
  },

  nowhere: {
    title: "There is no page at this address.",
    line: (path: string) =>
      `Nothing stands at ${path}. The code of a session has six letters and digits, like K7P 4QX.`,
    start: "To the start page",
  },

  start: {
    links: { guide: "Guide", model: "Model and sources" },
    /** Two sentences, a line each. */
    title: ["Europe needs the magnets.", "Beijing needs the market."],
    lead: "Loosen the grip on you without starting a fight you cannot bear.",
    play: "Play now",
    playing: "Starting…",
    /** After "Play now": who, how long, against whom. */
    solo: (seat: string, minutes: number) =>
      `You are ${seat}. About ${minutes} minutes, bots in all other seats, and time waits while you think.`,
    otherSeats: "Other seats",
    seat: "Your seat",

    join: "Join with a code",
    joinLink: (code: string) => `Join session ${code}`,
    joinNote: "No account. You get a made-up name and a seat.",
    code: "Code",
    codeExample: "K7P 4QX",
    name: "Your name in the game",
    anotherName: "Another name",
    enter: "Join",
    entering: "Joining…",
    codeMissing: "Type the code that the host shows.",
    codeWrong: "A code has six letters and digits, like K7P 4QX.",

    host: "Host a session",
    preset: {
      quick: "Quick",
      class: "Class",
      workshop: "Workshop",
      full: "Full",
    },
    minutes: (preset: string, minutes: number) => `${preset}, ${minutes} minutes`,
    weeks: (preset: string, weeks: number) => `${preset}, ${weeks} weeks`,
    more: "More",
    less: "Less",
    opening: "Opening…",
    waits: "Stop and think: the clock waits for every decision",

    footer: "No account and no cookies; nothing about you is kept.",
    notEu: "Not a product of the European Union.",

    /** The picture beside it. */
    gate: {
      caption: (lines: number) => `${lines} lines: the magnets that Europe’s factories use in a year.`,
      through: (n: number) => `About ${n} pass one licence office.`,
      around: (n: number) => `${n} go around it`,
      europe: "Europe",
      china: "China",
      gate: "Beijing’s licence gate",
      others: (n: number) => `${n} more`,
      whereFrom: "Where from?",
      finding: (n: number, lines: number) => `${n} of ${lines} magnets come through one door`,
      chinaShare: "From China",
      demand: "Europe’s use",
      germany: "Germany’s part",
      rest: "The other states",
      tonnes: (n: string) => `${n} tonnes a year`,
      restHow: "by the size of their manufacturing",
    },
  },

  /** Names for people who join: first + second. Kind or neutral words only, and nothing that marks a person. */
  names: {
    join: (first: string, second: string) => `${first} ${second}`,
    first:
      "Able Agile Alert Amber Ample Awake Bold Brave Breezy Bright Brisk Calm Candid Careful Cheerful Clear Clever Cosy " +
      "Curious Dapper Daring Deft Eager Early Earnest Easy Fair Fine Firm Fleet Frank Fresh Gentle Glad Golden Grand " +
      "Handy Happy Hardy Honest Humble Jolly Keen Kind Late Lively Loyal Lucky Mellow Merry Mild Modest Neat Nimble " +
      "Noble Patient Placid Plucky Polite Proud Quick Quiet Rapid Ready Robust Sharp Silver Sincere Smart Snug Sober " +
      "Solid Steady Sunny Swift Tidy Tranquil Trusty Upbeat Vivid Warm Wise Witty",
    second:
      "Avocet Bittern Blackbird Brambling Bunting Chiffchaff Cormorant Corncrake Crane Crossbill Curlew Dipper Dotterel " +
      "Dunlin Dunnock Egret Eider Falcon Fieldfare Finch Flamingo Flycatcher Fulmar Gadwall Gannet Godwit Goldcrest " +
      "Goldfinch Goosander Goshawk Grebe Greenshank Guillemot Harrier Heron Hoopoe Ibis Jackdaw Jay Kestrel Kingfisher " +
      "Kite Kittiwake Knot Lapwing Lark Linnet Magpie Mallard Martin Merlin Nightingale Nightjar Nuthatch Oriole Osprey " +
      "Ouzel Owl Partridge Pelican Petrel Pintail Pipit Plover Pochard Puffin Quail Raven Razorbill Redstart Redwing " +
      "Robin Rook Ruff Sanderling Serin Shearwater Shoveler Siskin Skua Skylark Snipe Sparrow Spoonbill Starling " +
      "Stonechat Stork Swan Swift Teal Tern Thrush Turnstone Twite Wagtail Warbler Waxwing Wheatear Whimbrel Whinchat " +
      "Wigeon Wren Wryneck Yellowhammer",
  },
};
