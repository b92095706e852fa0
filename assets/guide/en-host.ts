// English: the second half of the guide, for whoever runs a session or wants to look behind it: run sheets, the names of
// the law, what the model leaves out.

import type { FileKind } from "../../shared/scenario/start.ts";

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
    "Open the start page on the projector, press Host a session, choose the length, and show the code. If you like, let talks take phrases only, no words of their own. Try it alone once: Play now takes twenty minutes.",
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

interface LegalName {
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
    procurement: {
      law: "International Procurement Instrument, Regulation (EU) 2022/1031: exclusion from tenders or score adjustment",
      url: act("2022/1031"),
    },
    coercion: {
      law: "Anti-Coercion Instrument, Regulation (EU) 2023/2675: examination, determination, engagement, response measures",
      url: act("2023/2675"),
    },
    package: {
      law: "Invented for the game. Parts of it exist: budget reserves, and the Anti-Coercion Instrument, Regulation (EU) 2023/2675",
      url: act("2023/2675"),
    },
    law: {
      law: "Ordinary legislative procedure. Today’s benchmark of 65 % from one country: Critical Raw Materials Act, Regulation (EU) 2024/1252",
      url: act("2024/1252"),
    },
    snapback: {
      law: "A measure voted in advance has no model in the law. Nearest: response measures under the Anti-Coercion Instrument",
    },
    club: {
      law: "Invented for the game. Nearest: the G7’s plans for a standards-based market and floor prices for critical minerals",
    },
    review: {
      law: "Expiry and interim reviews: Article 11 of 2016/1036, Articles 18 and 19 of 2016/1037. Also the review of the rules themselves, announced for 2026",
    },
    probe: { law: "Anti-dumping or anti-subsidy investigation by China’s Ministry of Commerce" },
    mirror: {
      law: "China’s measure of July 2025 on medical devices, an answer to the Union’s first procurement measure",
    },
  } satisfies Record<FileKind, LegalName>,
  more: [
    ["A majority in the Council", "Qualified majority, Article 16(4) of the Treaty on European Union"],
    ["Advice that binds nobody", "Advisory procedure, Regulation (EU) 182/2011, Article 4", act("2011/182")],
    [
      "Appeal committee",
      "Regulation (EU) 182/2011, Articles 5 and 6. No majority either way there: the Commission may adopt, but for a safeguard",
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
  "A complete break of trade is beyond it: only four groups of inputs can stop. Ordinary goods never do, the fifth group least of all: too little of it needs a licence.",
  "A loss does not travel down a chain of suppliers; one factor stands for that when more than two inputs bind.",
  "The headline price is a sign of shortage and nothing else: what factories pay for inputs is not counted as a loss.",
  "Plants without a name are pools of output, with no place and no owner. Only the named ones stand in a state.",
  "What a seat knows errs by chance, evenly and openly. Nobody forges figures, spies, or is fooled for good.",
  "A belief is one number with the same rule for everybody; persons, parties and old insults do not enter it.",
  "Week 0 rests on what was known in the middle of 2026. Everything after it is made up.",
  "Armed force has no place in it. Tension is one number, heat.",
  "The bots play sensibly, not well. That something wins against them proves little.",
  "If a measure pays in the model, that does not show that coercion works in life, or that one side is right.",
];
export const limitsMore = "Every figure with its grade and its source";
