// English: the guide. Plain language (about B1). Figures arrive as text in the reader's own writing of numbers, from the
// scenario; what seats can do comes from the moves themselves.

import type { FileKind } from "../../shared/scenario/start.ts";

export const pages = { start: "Start", guide: "Guide", model: "Model and sources" };
export const print = "Print";
export const contents = "On this page";
export const missing = "The figures of this page could not be loaded. The text stands without them.";
export const loading = "The figures are on their way…";

export const title = "How to play, and how to run it";
export const lead = "Everything here can be read in ten minutes, or printed. Nobody needs it to begin.";

export const sections = {
  about: "What it is about",
  week: "How a week works",
  seats: "The seats and what they can do",
  council: "The Council’s arithmetic",
  end: "How it ends, and the scores",
  keys: "Keys and ways to play",
  teachers: "For teachers and hosts",
  law: "What the law calls it",
  limits: "What the model leaves out",
};
export type SectionId = keyof typeof sections;

export const about = {
  /** Five sentences: the two dependences, each side's case, the question. */
  five: (bought: string | undefined, sold: string | undefined): string[] => [
    "Europe’s factories need magnets, gallium, battery graphite and simple chips from China, and most of it passes one licence office in Beijing.",
    `China’s factories need Europe’s buyers${bought ? `, who spend ${bought} a year on their goods while Europe sells ${sold} there` : ""}.`,
    "Brussels says that late licences and goods made cheap by the state are pressure, and that a union must be able to say no.",
    "Beijing says that duties, closed tenders and rules aimed at its firms are unfair, and that every state may watch over goods that can serve an army.",
    "Can Europe loosen the hold, and Beijing keep its market, without a fight that costs both more than they can bear?",
  ],
  cases: "Both cases, as each side would put it",
  europe: {
    title: "As Brussels sees it",
    points: [
      "Licences come late or not at all, and firms must show whom they supply.",
      "Factories are built with public money beyond what China can use, and what is left over lands here.",
      "Tenders, data and permits in China stay closed to firms that are welcome at home.",
      "Promises without a measure were soon forgotten.",
    ],
  },
  beijing: {
    title: "As Beijing sees it",
    points: [
      "Cars that people want to buy carry duties of up to a third of their price.",
      "Large tenders for medical devices are shut to Chinese firms, and a law that tells firms where not to buy means one country.",
      "Others stop the sale of chips and machines to China, and call it security.",
      "Decades of work and investment made these goods good and cheap; that is no crime.",
    ],
  },
  fair: "The game takes no side. It scores each seat by its own goals, and several can do well at once.",
};

export const week = {
  step: "One step of the game is one week. An order counts as soon as the server has it. At the end of the week the world moves: the law’s clocks, votes, events, agreements, trade and stores, the capitals, Beijing, and last the heat.",
  think:
    "Alone, time waits for your decisions. In a session it runs, and the host can pause it. It slows down by itself while a vote is open or lines stand still.",
  rhythm: "The rhythm",
  columns: { what: "What comes up", when: "When", who: "For whom", how: "What to do" },
  rows: {
    council: {
      what: "Council day",
      when: (every: number) => `every ${every} weeks`,
      who: "all 27",
      how: (window: number, items: number) =>
        `Votes stay open for ${window} weeks or more and are counted on this day, ${items} at most.`,
    },
    lobby: {
      what: "Voices at home",
      when: (every: number) => `every ${every} weeks`,
      who: "each capital",
      how: "Two causes ask for your word. Take one or none: it brings capital, and ties your line for half a year.",
    },
    envoy: {
      what: "An envoy from Beijing",
      when: (every: number) => `at most every ${every} weeks to one capital`,
      who: "a capital, in secret",
      how: (weeks: number) =>
        `An offer and a favour asked. Take it, stall, refuse or publish within ${weeks} weeks.`,
    },
    event: {
      what: "An event",
      when: "by date, or when something has happened",
      who: "whoever it concerns",
      how: (cards: number) => `One of ${cards} cards. If nobody answers, its last option happens.`,
    },
    gate: {
      what: "A gate of a case",
      when: "when the law’s clock says so",
      who: "the Commission",
      how: (weeks: number) =>
        `Impose, halve, take a minimum price or let it lapse, in the last ${weeks} weeks before the date. A missed date is a lost duty.`,
    },
    plant: {
      what: "A plant in need",
      when: "by its own date",
      who: "the Commission, and the host state",
      how: (n: number) => `${n} named plants. Some die, or lose their price, if nobody backs them in time.`,
    },
    wave: {
      what: "Dates known to all",
      when: (weeks: string) => `weeks ${weeks}`,
      who: "everybody",
      how: "General licences run out in waves, and Beijing’s suspended controls come back unless they are put off.",
    },
  },
  clocks: "Who is quick, who is slow",
  clocksNote:
    "Weeks from an order to its first effect. Beijing’s steps bite in weeks, Europe’s in months: prepare early, or it will be too late.",
  clock: {
    ban: "Goods held at customs",
    squeeze: "Slow licences, until stores run thin",
    probe: "A Chinese probe, to the first duty",
    statement: "A public threat, a statement",
    stock: "The reserve, first delivery",
    package: "Emergency fund, measure in advance",
    subsidy: "A case on subsidies, to the first duty",
    dumping: "A case on dumping, to the first duty",
    law: "A duty to diversify, as law",
    plant: "A new plant, to full output",
  },
  weeks: (n: number) => (n <= 0 ? "at once" : n === 1 ? "1 week" : `${n} weeks`),
};

export const seats = {
  intro:
    "Every seat is an office, never a person. People can share a seat; a bot plays each seat that nobody holds. What a seat is not meant to know never reaches its screen.",
  commission: {
    title: "The Commission",
    what: "Runs trade policy for the Union: cases, the reserve, plants, laws. It proposes; the capitals decide the large things. Strong when prepared and backed, weak when it acts alone.",
  },
  members: {
    title: "A capital",
    what: "One of 27. It votes, hears its lobbies, and may get an offer from Beijing that nobody else sees. Small states count as much as large ones when states are counted.",
  },
  beijing: {
    title: "Beijing",
    what: "Holds the licences. Its steps are quick and can be aimed at single states, but each squeeze costs its name as a supplier and teaches Europe to buy elsewhere.",
  },
  anyone: {
    title: "Everybody",
    what: "An event asks somebody to choose. Some of its options cost capital; the last one never does.",
  },
  capital: (start: string, income: string, cap: string) =>
    `Political capital: ${start} at the start, ${income} more each week, ${cap} at most.`,
  columns: { move: "Order", cost: "Price", bite: "First effect" },
  costNote:
    "The prices and first effects below are those of the first week; the card of an order always shows its own.",
  free: "free",
  points: (n: string) => `${n} capital`,
  money: (n: string) => n,
  later: "depends",
  span: (low: string, high: string) => `${low} to ${high}`,
  upTo: (high: string) => `up to ${high}`,
};

export const council = {
  rule: (states: number, all: number, people: string) =>
    `A qualified majority is ${states} of ${all} states that have at least ${people} of the people. Both must be reached.`,
  block: (blockStates: number) =>
    `Fewer than ${blockStates} states cannot block by their people alone, however large they are.`,
  twoKinds: "There are two kinds of votes, and they are easy to mix up:",
  for: "A law or a package needs the majority in favour. Who abstains helps those against.",
  against:
    "A duty of trade defence passes unless the majority is against it. Who abstains lets it through. When more states are against than all others together, an appeal committee looks at it first.",
  example: "Try it",
  how: "Press a state to change its vote. At first it is the real vote of 4 October 2024 on duties on electric cars.",
  kind: "Which kind of vote",
  kinds: { for: "A law", "unless-against": "A duty" },
  fill: "Set all votes",
  fills: { real: "4 October 2024", for: "All for", abstain: "All abstain" },
  bars: {
    for: { states: "States for", people: "People for" },
    against: { states: "States against", people: "People against" },
  },
  of: (n: string, need: string) => `${n} of ${need}`,
  passes: "It passes.",
  fails: "It fails.",
  counted: (states: number, people: string, way: "for" | "against") =>
    `${states} ${states === 1 ? "state" : "states"} with ${people} of the people ${states === 1 ? "is" : "are"} ${way}.`,
  appeal: "It goes through the appeal committee first.",
  alone: (states: string) => `On a knife’s edge: each of these could turn it alone: ${states}.`,
  together: (states: string) => `Together, ${states} could turn it.`,
  many: (n: number) => `To turn it, ${n} states or more would have to change their votes.`,
  press: (code: string, state: string, people: string, stand: string) =>
    `${code}, ${state}, ${people} of people: ${stand}`,
};

export const end = {
  when: (weeks: string) =>
    `A game ends when its weeks are over (${weeks}), or early when both sides lose control. Then the world runs on for a year by itself, so that duties of the last minute and emptied stores win nothing.`,
  two: "Two numbers decide the verdict: how much of Beijing’s hold is gone, tested by a long squeeze on firms whose stores are normal, and how hot it became.",
  verdicts: {
    "practical-leverage": (heat: string) =>
      `Enough of the hold is gone (see the table), and average heat stayed at ${heat} or lower.`,
    "unfinished-business": () => "In between: something stands, but it is not enough, or it was too hot.",
    "empty-language": (heat: string, share: string) =>
      `Too little is gone. Also when more than ${share} of the weeks passed under promises that nobody checks and less than ${heat} is gone.`,
    "uncontrolled-confrontation": (heat: string, loss: string, weeks: string) =>
      `Heat reached ${heat} once, or the game ended early: very high heat, or more than ${loss} of yearly output lost, for ${weeks} weeks.`,
  },
  columns: { preset: "Session", weeks: "Weeks", empty: "Empty below", practical: "Practical from" },
  scores: "Scores",
  scoresNote:
    "Each seat has up to 100 points by goals of its own. They are shown against two yardsticks: Europe does nothing, and bots in every seat. There is no ranking.",
  /** In the order of the terms of the scores; the sums are 100. */
  commission: [
    [30, "Beijing’s hold gone, a year after the end"],
    [25, "Industry: less lost than if nobody had acted"],
    [20, "Cohesion of the 27, on average"],
    [15, "Weeks under an agreement that is checked, with the market opening; a bare promise brings little"],
    [10, "How fair Brussels looks"],
  ] as [number, string][],
  beijing: [
    [20, "Sales to Europe kept"],
    [15, "Growth and jobs; each squeeze wears them"],
    [20, "Hold kept; full points well below all of it"],
    [15, "A Europe that is divided, gives in or is lulled"],
    [10, "Stable rules: weeks under a checked agreement"],
    [10, "Face"],
    [10, "Name as a supplier"],
  ] as [number, string][],
  member: [
    [35, "Little cost for its people, against what is usual for it"],
    [20, "Sales of the two goods it is known for"],
    [15, "Plants that run on its soil"],
    [15, "Standing: help given, word kept"],
    [15, "Two secret goals of its own"],
  ] as [number, string][],
  bonus: (points: string, weeks: string) =>
    `Both sides gain ${points} more if a checked agreement held for ${weeks} weeks or longer.`,
  cut: (empty: string, early: string) =>
    `After “empty language” Europe’s scores count ${empty}, after an early end all scores count ${early}.`,
  times: (share: string) => `${share} of their worth`,
};

export const keys = {
  note: "Single letters, while nothing is being typed. They can be switched off in the help at the table.",
  list: "At the table",
  ways: [
    "Everything can be done with the keyboard alone and with a screen reader. The map has a table that says the same.",
    "On a phone, and at large zoom, one thing is shown at a time.",
    "Colour never stands alone: Europe is a circle and solid, Beijing a diamond and hatched.",
    "Lost the network, or closed the page? Open the same address again: your seat is kept, and a bot plays it meanwhile.",
  ],
};

interface SheetRow {
  from: number;
  to: number;
  what: string;
  host: string;
}

export const teachers = {
  intro:
    "No account is needed, and nobody gives a name: people get a made-up one. Nothing about them is kept. One person hosts; projector, phones and laptops all use the same page.",
  minutes: (n: number) => `${n} minutes`,
  columns: { time: "Minute", what: "What", host: "What you do" },
  reckon: (weeks: number, seconds: string, minutes: number, low: number, high: number) =>
    `${weeks} weeks of ${seconds} seconds make ${minutes} minutes. Votes and stopped lines slow the clock: reckon with ${low} to ${high}, and your own pauses.`,
  before: "Before",
  beforeText:
    "Open the start page on the projector, press Host a session, choose the length, and show the code. Try it alone once: Play now takes twenty minutes.",
  lesson: {
    title: "A lesson of 45 minutes",
    /** Minutes of whole games of bots, with the clock's own slowing. */
    play: [19, 21],
    rows: [
      {
        from: 0,
        to: 5,
        what: "Join",
        host: "Show the code. People join with phones or laptops and take a seat; two or three can share one.",
      },
      {
        from: 5,
        to: 8,
        what: "Brief",
        host: "Read the five sentences above aloud. One rule: nobody is right by office. Say that a bot helps out wherever nobody sits.",
      },
      {
        from: 8,
        to: 17,
        what: "Play, first half",
        host: "Press Begin. At the first vote, pause for a minute: who decides it? Then let it run.",
      },
      {
        from: 17,
        to: 31,
        what: "Play, second half",
        host: "Pause once when licences tighten or lines stop: what would you need to have begun half a year ago? Else stay out of it.",
      },
      {
        from: 31,
        to: 42,
        what: "Debrief",
        host: "The result opens by itself. Out of the roles first: one word each. Then result, votes, who paid, and three of the questions below.",
      },
      {
        from: 42,
        to: 45,
        what: "Close",
        host: "Each writes one thing that holds in the real world, and one that the model leaves out.",
      },
    ] as SheetRow[],
  },
  workshop: {
    title: "A workshop of 90 minutes",
    play: [44, 50],
    rows: [
      {
        from: 0,
        to: 10,
        what: "Frame",
        host: "Roles, rules of the room, the model in five sentences with its limits. Each seat writes down three things it expects.",
      },
      {
        from: 10,
        to: 30,
        what: "Play, first year",
        host: "Begin. Let people talk aloud across the room; what was agreed counts only as far as the game sees it.",
      },
      {
        from: 30,
        to: 34,
        what: "Freeze",
        host: "Pause. Each seat writes what it thinks the other side wants. Do not compare yet.",
      },
      {
        from: 34,
        to: 62,
        what: "Play to the end",
        host: "Let it run. Pause for two minutes at most, once, at the hardest moment.",
      },
      {
        from: 62,
        to: 66,
        what: "Out of the role",
        host: "One sentence from each seat in its role, then everybody leaves the role aloud.",
      },
      {
        from: 66,
        to: 86,
        what: "Review",
        host: "What happened (6), why (8), what it means here (6). Compare with what was expected, and with what each thought the other wanted. Which assumption, if it were wrong, would turn the result?",
      },
      {
        from: 86,
        to: 90,
        what: "Close",
        host: "Export the session, name the next step, say what the model leaves out.",
      },
    ] as SheetRow[],
  },
  cast: "Who sits where",
  castColumns: { people: "People", seats: "Seats to fill first" },
  castRest: "Bots play the rest.",
  castMore: (seats: number) =>
    `With more than ${seats} people, share seats: two to four in the Commission and in Beijing, two in large capitals.`,
  questions: "Questions for the debrief",
  questionList: [
    "Which week changed most, and what had led to it half a year before?",
    "Which promise was believed, and why? Could anybody check it?",
    "Which capital paid most? Did it decide the most?",
    "What did you think the other side wanted, and what did it want?",
    "Where did your office make you do what you would not have done yourself?",
    "Which number of the model would you change first, and would it change the result?",
  ],
  trouble: "When something goes wrong",
  troubleList: [
    "Somebody is late: join at any time; a bot has kept the seat.",
    "A page was closed or the network failed: open the same address again.",
    "The network does not let the game through: let one device for each team join by a phone’s own network, or play on the projector and let the room call out orders.",
    "It ends early: good. Fights that nobody can steer are a result; use the time to ask when it could still have been turned.",
    "A quarrel: pause, leave the roles, talk about the roles.",
  ],
  safe: "Real countries, real people in the room",
  safeText:
    "Speak of Beijing, Brussels and Prague, not of the Chinese or the Czechs. Let nobody play a living person. Say at the start that all roles have good reasons, and let pupils change a role that is close to home.",
};

export interface LegalName {
  law: string;
  url?: string;
}

const act = (id: string): string => `https://eur-lex.europa.eu/eli/reg/${id}`;

export const legal = {
  intro: "The game uses plain words. These are the names that stand in the law.",
  columns: { word: "In the game", law: "In the law" },
  kinds: {
    "anti-dumping": { law: "Anti-dumping duty, Regulation (EU) 2016/1036", url: act("2016/1036") },
    "anti-subsidy": { law: "Countervailing duty, Regulation (EU) 2016/1037", url: act("2016/1037") },
    circumvention: { law: "Extension of a duty: Article 13 of 2016/1036, Article 23 of 2016/1037" },
    "foreign-subsidy": { law: "Foreign Subsidies Regulation (EU) 2022/2560", url: act("2022/2560") },
    undertaking: { law: "Price undertaking: Article 8 of 2016/1036, Article 13 of 2016/1037" },
    safeguard: { law: "Safeguard measure, Regulation (EU) 2015/478", url: act("2015/478") },
    package: {
      law: "Invented for the game. Parts of it exist: budget reserves, and the Anti-Coercion Instrument, Regulation (EU) 2023/2675",
      url: act("2023/2675"),
    },
    law: {
      law: "Ordinary legislative procedure. Today’s benchmark of 65 % from one country: Critical Raw Materials Act, Regulation (EU) 2024/1252",
      url: act("2024/1252"),
    },
    coercion: {
      law: "A measure voted in advance has no model in the law. Nearest: response measures under the Anti-Coercion Instrument",
    },
    review: { law: "The Commission’s review of its trade-defence rules, announced for 2026" },
    probe: { law: "Anti-dumping or anti-subsidy investigation by China’s Ministry of Commerce" },
  } satisfies Record<FileKind, LegalName>,
  more: [
    ["A majority in the Council", "Qualified majority, Article 16(4) of the Treaty on European Union"],
    [
      "Appeal committee",
      "Regulation (EU) 182/2011. No majority against and no simple majority opposed: the Commission may adopt",
      act("2011/182"),
    ],
    [
      "Licences, slow licences",
      "Export licences for goods of dual use under China’s Export Control Law of 2020; 45 working days by statute",
    ],
    ["The suspended controls", "China’s announcements of 9 October 2025, suspended until 10 November 2026"],
    ["Goods held at customs", "No name in any law: that is the point of it"],
    ["Going to Geneva", "Dispute settlement of the World Trade Organization"],
  ] as [word: string, law: string, url?: string][],
};

/** What the model leaves out; shown on both pages. */
export const limits = [
  "There is no exchange rate, no trade in services and no financial market.",
  "Firms are not single firms. They differ only in how long their stores last.",
  "Each sector has one kind of Chinese goods, and duties are the same for the whole Union.",
  "The United States and other powers do not play. What they do is in a few figures and events.",
  "Each capital is one voice: no parties, no regions, no coalition at home.",
  "Parliament, courts and lawsuits are time that passes, not players. Sanctions that need all 27 do not appear.",
  "What hangs on an input, what each state can bear and how capitals weigh a vote are judgements. The counts of lines are a picture.",
  "Week 0 rests on what was known in the middle of 2026. Everything after it is made up.",
  "Armed force has no place in it. Tension is one number, heat.",
  "The bots play sensibly, not well. That something wins against them proves little.",
  "If a measure pays in the model, that does not show that coercion works in life, or that one side is right.",
];
export const limitsMore = "Every figure with its grade and its source";
