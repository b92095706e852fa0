// English: the guide. Plain language (about B1). Figures arrive as text in the reader's own writing of numbers, from the
// scenario; what seats can do comes from the moves themselves.

export const pages = { start: "Start", guide: "Guide", model: "Model and sources" };
export const print = "Print";
export const contents = "On this page";
export const missing = "The figures of this page could not be loaded. The text stands without them.";
export const loading = "The figures are on their way…";

export const title = "How to play, and how to run it";
export const lead =
  "The first part takes ten minutes to read; the second is there to look things up. Nobody needs either to begin.";

/** The two parts of the page; a test holds the first to what can be read in its time. */
export const parts = {
  read: {
    title: "To read first",
    note: "Ten minutes: what it is about, the week, the seats, votes, talks, the end.",
  },
  look: {
    title: "To look things up",
    note: "Every order, the keys, run sheets for hosts, the law, the limits.",
  },
};

export const sections = {
  about: "What it is about",
  week: "How a week works",
  seats: "The seats",
  council: "The Council’s arithmetic",
  talks: "Talks and agreements",
  end: "How it ends, and the scores",
  orders: "All orders: price and first effect",
  keys: "Keys and ways to play",
  teachers: "For teachers and hosts",
  law: "What the law calls it",
  limits: "What the model leaves out",
};

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
      how: "Two causes ask for your word. Take one or none: it brings political capital, and ties your line for half a year.",
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
  sides: {
    title: "Brussels and Beijing",
    what: "Either may offer the other a way down, in the open. It costs no political capital, and both must want it.",
  },
  anyone: {
    title: "Everybody",
    what: "An event asks somebody to choose. Some of its options cost political capital; the last one never does.",
  },
  capital: (start: string, income: string, cap: string) =>
    `Political capital: ${start} at the start, ${income} more each week, ${cap} at most.`,
  toOrders: "All their orders, with price and first effect",
  columns: { move: "Order", cost: "Price", bite: "First effect" },
  costNote:
    "The prices and first effects below are those of the first week; the card of an order always shows its own.",
  bots: "How bots play it: one of these doctrines, drawn by lot in a new game",
  free: "free",
  points: (n: string) => `${n} political capital`,
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
  twoKinds: "There are four kinds of votes, and they are easy to mix up:",
  for: "A law, a package, a safeguard or the finding of coercion needs the majority in favour. Who abstains helps those against.",
  against:
    "A duty of trade defence passes unless the majority is against it. Who abstains lets it through. When more states are against than all others together, an appeal committee looks at it first.",
  else: "An answer to coercion and shutting firms out of tenders need it too; but when there is no majority either way, the Commission may go to the appeal committee, where only a majority against stops them. That takes weeks. A promise of supply that is measured closes a file against coercion at any stage.",
  advice:
    "On provisional duties, minimum prices and subsidised firms the capitals only give advice. To go on against most of them looks less fair.",
  beside: "Beside their ballots capitals have four other ways to be heard:",
  ways: (names: number, block: string, small: number, weeks: number) => [
    `A joint statement says how those who sign will vote. With ${names} names it is public and moves the undecided; with more than ${block} of people behind a no, it is a blocking minority. Who signs and votes otherwise stands worse with the others. One can also be signed for a state whose goods are held up.`,
    `Small states, ${small} or more, can bind their votes: what most of them say, all of them vote. Each of them may write one text in a game, softer or stricter.`,
    `The state in the chair, for half a year, may move one item a quarter by ${weeks} weeks.`,
    "France may put a waiting proposal to the vote, and write the size of the fund, once in half a year.",
  ],
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

const points = (n: number): string => (n === 1 ? "1 point" : `${n} points`);

export const talks = {
  rooms:
    "Any seats can open a room. What is said there only they can read: nobody else, and not the host. Write in your own words, unless the host allows phrases only, or take a phrase.",
  drafts:
    "In a room, one seat tables a draft; the others sign it, refuse it, or change it and send it back. It binds when everybody in the room has signed.",
  session: (every: number, first: number, weeks: number) =>
    `Brussels and Beijing table drafts when they meet: every ${every} weeks from week ${first}, for ${weeks} weeks. What they sign everybody may read. A deal of Beijing with one capital can be secret, and can come out.`,
  example: "An agreement, as the editor shows it",
  exampleNote: (weeks: number) =>
    `A figure, a window and a body that looks: that is what makes a promise worth something. This one lasts ${weeks} weeks.`,
  broken: "If it is broken",
  bodies: "Who measures",
  bodiesNote:
    "A promise that nobody measures is allowed. It calms firms, so that they stop preparing, and proves nothing. To sign one while licences are held back is to give in: Beijing believes less of Europe afterwards.",
  windowNote: (least: number, most: number, share: string, reports: number) =>
    `A register or a survey looks back over ${least} to ${most} weeks. A promise missed in more than ${share} of them, and in ${reports} or more reports, is broken. A panel knows the true figures. A longer window finds a breach later and is worth less.`,
  given:
    "Who breaks an agreement keeps nothing of it: plants go again, money is paid back as far as it is there, a closed case goes on. What the breaker had given stays.",
  votes: (price: number, each: number, envoy: number) =>
    `A vote promised to Brussels in an agreement costs it a pledge: ${points(price)} of political capital, and one of the ${each} that a capital gets in a game. One promised to Beijing costs Beijing an envoy: ${points(envoy)}, or more from a large state.`,
  standing: (gain: number, weeks: number) =>
    `A capital that votes, or shares its store, as promised gains ${points(gain)} of standing, once for a partner in ${weeks} weeks.`,
  columns: { body: "Body", how: "How late, how exactly", what: "What it is good for" },
  never: "never",
  enforce: "What a party can do about it",
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
    [26, "Beijing’s hold gone, a year after the end"],
    [21, "Industry: less lost than if nobody had acted"],
    [17, "Cohesion of the 27, on average"],
    [
      13,
      "Weeks under a checked agreement, by how well it is checked, with the market opening; a bare promise brings little",
    ],
    [8, "How fair Brussels looks"],
    [15, "Two secret goals of its own"],
  ] as [number, string][],
  beijing: [
    [17, "Sales to Europe kept"],
    [13, "Jobs in sales to Europe and growth as planned; each squeeze wears them"],
    [17, "Hold kept; full points well below all of it"],
    [17, "A Europe that is divided, gives in or is lulled"],
    [7, "Stable rules: weeks under a checked agreement, by how well"],
    [8, "Face"],
    [6, "Name as a supplier"],
    [15, "Two secret goals of its own"],
  ] as [number, string][],
  member: [
    [35, "Little cost for its people, against what is usual for it"],
    [20, "Sales of the two goods it is known for"],
    [15, "Plants that run on its soil"],
    [15, "Standing: help given, word kept"],
    [15, "Two secret goals of its own"],
  ] as [number, string][],
  bonus: (points: string, weeks: string) =>
    `Brussels and Beijing gain ${points} more if a checked agreement between them held for ${weeks} weeks or longer and enough of the hold is gone for practical leverage. So does each capital that was a party to one for as long.`,
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
