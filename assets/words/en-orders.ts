// English words for what seats can order: titles, what there is to choose, and the stretches of the law’s clock.

import type { CommandKind } from "../../shared/moves/table.ts";

/** Names of the moves on cards; the card itself says what it concerns. `go` is what the confirming button says. */
export const moves: Record<CommandKind, { title: string; what: string; go: string }> = {
  "open-case": {
    title: "Open a case",
    what: "Examines imports of a sector. A duty can follow, by the law’s clock.",
    go: "Open the case",
  },
  "narrow-case": {
    title: "Narrow a case",
    what: "Covers half as much. Cooler, and fairer where it was too wide.",
    go: "Narrow it",
  },
  "open-review": {
    title: "Review a duty",
    what: "Takes a year; then the duty is confirmed, halved or let go.",
    go: "Open the review",
  },
  "drop-case": {
    title: "Drop a case",
    what: "Ends an examination. What is left of the heat it raised goes, and your word is worth less.",
    go: "Drop it",
  },
  "decide-gate": {
    title: "Decide on a case",
    what: "A case has come to a point where you choose how it goes on.",
    go: "Decide",
  },
  "order-stock": {
    title: "Order stock",
    what: "Fills the Union’s reserve little by little: nobody licenses hoarding.",
    go: "Order",
  },
  "set-release-rule": {
    title: "Who gets the reserve",
    what: "The rule by which the reserve is shared out in a shortage.",
    go: "Set the rule",
  },
  "back-project": {
    title: "Back a plant",
    what: "Quicker permits, a promised buyer or a floor under the price.",
    go: "Back it",
  },
  "make-statement": {
    title: "Speak in public",
    what: "A threat with a date, a way down, the licence figures, or a case in Geneva.",
    go: "Say it",
  },
  "call-vote": {
    title: "Call a vote",
    what: "Opens the weeks in which the 27 cast their votes.",
    go: "Call the vote",
  },
  "table-package": {
    title: "Resilience package",
    what: "A fund for states that are hit, and a counter-measure voted in advance.",
    go: "Table it",
  },
  "drop-snapback": {
    title: "Save the fund",
    what: "Takes the counter-measure out of the package in the last week of the vote.",
    go: "Take it out",
  },
  "propose-law": {
    title: "Propose the law of three suppliers",
    what: "Firms must not depend on one country. The Council votes months later.",
    go: "Propose it",
  },
  "examine-coercion": {
    title: "Examine coercion",
    what: "Asks whether Beijing presses Europe, or openly threatens to. The first of four steps.",
    go: "Examine it",
  },
  "determine-coercion": {
    title: "Have coercion found",
    what: "Asks the Council to say so, by a majority in favour. What it has cost at its worst weighs most.",
    go: "Ask the Council",
  },
  "answer-coercion": {
    title: "Answer coercion",
    what: "Puts measures to a vote. They end some months after the coercion, or when Beijing signs a measured promise.",
    go: "Put it to the vote",
  },
  "join-club": {
    title: "Join the buyers’ club",
    what: "The G7 buy together, share what they can spare and keep prices up.",
    go: "Join",
  },
  "give-pledge": {
    title: "Promise a capital something",
    what: "Something it wants, for its vote. Each capital gets two, promised votes included.",
    go: "Promise it",
  },
  "declare-emergency": {
    title: "Declare an emergency",
    what: "The reserve may release twice as much.",
    go: "Declare it",
  },
  "cast-vote": { title: "Cast your vote", what: "You may change it until the count.", go: "Cast the vote" },
  "join-statement": {
    title: "Joint statement",
    what: "How you will vote, or that you stand by a state. With four names it is public.",
    go: "Sign it",
  },
  "join-caucus": {
    title: "Join the small states",
    what: "Five or more bind their votes: what most of them say, all of them vote.",
    go: "Join them",
  },
  "write-report": {
    title: "Write the text",
    what: "Once in a game: a softer or a stricter form of a file, for all 27.",
    go: "Write it",
  },
  "set-agenda": {
    title: "Move an item",
    what: "The chair of the Council brings an item one Council day sooner or later.",
    go: "Move it",
  },
  "table-item": {
    title: "Table an item",
    what: "Puts a waiting proposal to the vote, without asking the Commission.",
    go: "Table it",
  },
  "answer-envoy": {
    title: "Answer Beijing’s envoy",
    what: "An offer, and what is asked for it. Nobody else knows.",
    go: "Answer",
  },
  "take-lobby-card": {
    title: "Voices at home",
    what: "Two causes want your word. It moves your line for half a year.",
    go: "Take it up",
  },
  "grant-relief": {
    title: "Help your firms",
    what: "Pays part of one loss, from the fourth week on, for half a year: sales in a sector, or lines that stand still.",
    go: "Pay",
  },
  "share-stock": {
    title: "Share your stock",
    what: "Sends some of your firms’ store to another capital. It is remembered while licences are held back, or makers there lack it.",
    go: "Send it",
  },
  "mandate-stocks": {
    title: "Oblige firms to hold stock",
    what: "Your firms build up one week more. Capital that lies on shelves costs them.",
    go: "Oblige them",
  },
  "host-plant": {
    title: "Offer a site",
    what: "A recycling plant for magnets comes to your soil, if all goes well. You pay part of it; some at home object for a quarter.",
    go: "Offer it",
  },
  "permit-project": {
    title: "Speed up a permit",
    what: "The plant comes sooner; some at home object for a quarter.",
    go: "Speed it up",
  },
  "send-mission": {
    title: "Send a trade mission",
    what: "The true licence figures now, more exports from the third week on; the others frown. The second of a quarter sells and offends half as much.",
    go: "Send it",
  },
  "set-licence-mode": {
    title: "Turn the valve",
    what: "How your offices handle applications for one input.",
    go: "Turn it",
  },
  "aim-licences": {
    title: "Aim the licences",
    what: "Serves capitals last at the gate, or first, for a quarter. First helps only while too few licences are granted.",
    go: "Aim",
  },
  "send-envoy": {
    title: "Send an envoy",
    what: "Offers one capital something, in secret, for its vote or its silence.",
    go: "Send the envoy",
  },
  "open-probe": {
    title: "Open a probe",
    what: "Examines European goods; a high provisional duty can follow.",
    go: "Open the probe",
  },
  "quiet-ban": {
    title: "Hold goods at customs",
    what: "Deniable and quick. It may come out.",
    go: "Hold them",
  },
  "drop-probe": {
    title: "Take back a duty",
    what: "Ends a case of your own, or halves its duty. It cools, and costs a little face.",
    go: "Take it back",
  },
  "lift-ban": {
    title: "Let goods through",
    what: "Ends a hold at customs before it comes out.",
    go: "Let them through",
  },
  "give-assurance": {
    title: "Give an assurance",
    what: "Promises smooth licences for a while. Nobody measures it.",
    go: "Give it",
  },
  "move-package": {
    title: "The frozen controls",
    what: "Keeps your widest export controls frozen, or lets them return.",
    go: "Do it",
  },
  "flood-market": {
    title: "Sell below cost",
    what: "For some months plants elsewhere lose their buyers. It costs growth, and all can see it.",
    go: "Sell below cost",
  },
  "apply-rules": {
    title: "Punish firms that leave",
    what: "Turns the supply-chain rules on the firms of one state that look for other suppliers.",
    go: "Apply the rules",
  },
  "steer-economy": {
    title: "Change the economy’s course",
    what: "Fewer cheap goods for Europe: by spending at home, or by cutting capacity.",
    go: "Change course",
  },
  "open-access": {
    title: "Open tenders",
    what: "Lets European firms sell more in China. It looks like giving in.",
    go: "Open them",
  },
  "publish-subsidies": {
    title: "Publish subsidies",
    what: "Opens a fifth of your books. Cases about them are easier to prove, and to end.",
    go: "Publish",
  },
  "issue-statement": {
    title: "Speak in public",
    what: "Warn somebody, welcome a step, or ask for respect.",
    go: "Say it",
  },
  "give-notice": {
    title: "Give notice",
    what: "An input may be restricted from a date on: no shock if it comes soon after; firms stock up until then.",
    go: "Give notice",
  },
  "open-talk": {
    title: "Open a room",
    what: "A private talk with other seats. Only those in it can read it.",
    go: "Open it",
  },
  say: { title: "Say something", what: "To those in the room, and to nobody else.", go: "Say it" },
  "leave-talk": { title: "Leave the room", what: "Drafts on its table fall with you.", go: "Leave" },
  "table-terms": {
    title: "Table terms",
    what: "Puts a draft of an agreement on the table; it binds when all have signed.",
    go: "Table it",
  },
  "answer-terms": { title: "Answer a draft", what: "Sign it, or take it off the table.", go: "Answer" },
  "enforce-contract": {
    title: "Hold them to it",
    what: "Complain, suspend your part, answer with a duty, or let everybody read it.",
    go: "Do it",
  },
  "offer-step-down": {
    title: "Offer a way down",
    what: "Both sides take back part of what they laid on in this game; a squeeze ends.",
    go: "Offer it",
  },
  "answer-step-down": { title: "Answer the offer", what: "Both must want it.", go: "Answer" },
  choose: { title: "Decide", what: "", go: "Decide" },
};

interface ValueWords {
  title: string;
  /** What choosing it means. */
  what?: string;
}

/** Fields of orders, as the label of what is to be chosen. */
export const fields: Record<string, string> = {
  form: "What",
  sector: "Sector",
  "grant-relief/sector": "For",
  breadth: "How wide",
  file: "Which",
  decision: "Decision",
  input: "Input",
  million: "For",
  rule: "Rule",
  project: "Plant",
  how: "How",
  weeks: "How long",
  billion: "Fund",
  snapback: "Counter-measure",
  payout: "Pays",
  vote: "Vote on",
  when: "When",
  text: "Form",
  line: "Line",
  about: "On",
  ballot: "Ballot",
  answer: "Answer",
  to: "Whom",
  mode: "Licences",
  remedy: "By",
  delay: "Begins",
  members: "Capitals",
  favour: "Place in the queue",
  extent: "How far",
  reply: "Answer",
  course: "Course",
  gift: "Offer",
  pledge: "Promise",
  ask: "For",
  member: "Capital",
  seats: "With",
  talk: "In the room of",
  phrase: "Say",
  template: "Kind",
  proposal: "Draft",
  contract: "Agreement",
};

/** Values of those fields that are words of the game. Names of things come from the scenario. */
export const values: Record<string, Record<string, ValueWords>> = {
  form: {
    "anti-dumping": { title: "Dumping", what: "Sold here under what it costs there." },
    "anti-subsidy": { title: "Subsidies", what: "Cheap because the state pays." },
    circumvention: { title: "Going around a duty", what: "Only where a duty is in force." },
    "foreign-subsidy": { title: "Subsidised firms here", what: "Firms in the Union with money from abroad." },
    safeguard: { title: "A sudden flood", what: "Meets goods from everywhere, and needs a majority for it." },
    procurement: {
      title: "Closed tenders",
      what: "They shut ours out; we may do the same. Beijing will mirror it.",
    },
    strict: {
      title: "Strict",
      what: "Two fifths from one country at most. Builds and costs most, hard to pass.",
    },
    soft: { title: "Soft", what: "A benchmark and reports. Passes easily, does about a third." },
    threat: { title: "A threat with a date", what: "Not carried out, it counts as folding." },
    "off-ramp": { title: "A way down", what: "Cools; Beijing may read it as weakness." },
    scoreboard: { title: "Publish the licence figures", what: "Fair, and it costs Beijing face." },
    wto: { title: "Go to Geneva", what: "Slow, lawful and seen by all." },
    warn: { title: "A warning", what: "Frightens the one it is meant for." },
    welcome: { title: "Warm words", what: "Cools, and calms firms." },
    "equal-dignity": { title: "Ask for respect", what: "Restores face." },
  },
  breadth: {
    product: { title: "One product" },
    sector: { title: "The sector" },
  },
  decision: {
    impose: { title: "Impose the duty", what: "As the case has found." },
    halve: { title: "Half the duty", what: "Cooler, and weaker." },
    undertaking: { title: "Take a minimum price", what: "No duty while the price is kept." },
    deepen: { title: "Look closer", what: "Takes more months; a remedy can follow." },
    exclude: { title: "Shut them out", what: "Needs a majority for it, or an appeal." },
    adjust: { title: "Let them count for less", what: "Half the effect; passes unless stopped." },
    appeal: { title: "Go to the appeal committee", what: "Takes weeks, and looks high-handed." },
    end: { title: "End it", what: "Goods go in as before; it costs a little face." },
    lapse: { title: "Let it lapse", what: "Beijing notes that nothing came of it." },
  },
  remedy: {
    duties: { title: "Duties", what: "On one product of a sector." },
    procurement: { title: "Closed tenders", what: "Beijing will mirror it." },
    services: {
      title: "A stop for services and investors",
      what: "Costs China growth; hosts of its plants lose time.",
    },
  },
  rule: {
    "by-value": { title: "Where most value is lost", what: "Least damage in all; large users gain." },
    "by-size": { title: "The small ones first", what: "Fair to the weak; the large ones pay." },
    "pro-rata": { title: "By what is missing", what: "Nobody is glad, nobody is angry." },
    "by-contribution": { title: "By who paid in", what: "Those who paid are served." },
  },
  how: {
    "fast-track": { title: "Quicker permits", what: "Cheap; shortens what is not built yet." },
    offtake: { title: "A promised buyer", what: "Dearest; the plant hardly ever fails." },
    prolong: { title: "Keep them frozen", what: "Markets breathe out; it costs a little face." },
    friends: {
      title: "Frozen, friends first",
      what: "Friendly capitals are served sooner, hard ones later.",
    },
    return: { title: "Let them return", what: "More goods need a licence; buyers look elsewhere." },
    floor: { title: "A floor under the price", what: "Pays when Beijing floods the market." },
    complain: {
      title: "Complain",
      what: "A panel looks at the true figures; of a notice that runs, it holds the stop until it reports.",
    },
    suspend: { title: "Suspend your part", what: "Without a breach that has been seen, it is one of yours." },
    "snap-back": { title: "Answer with the duty", what: "The one voted in advance. Enters within weeks." },
    publish: { title: "Let everybody read it", what: "A secret deal costs those in it." },
    denounce: { title: "Do not renew it", what: "It ends when its time is over." },
  },
  payout: {
    even: {
      title: "All alike",
      what: "The same part of every capital’s loss. Chosen once, with the first fund.",
    },
    need: {
      title: "By need",
      what: "More where the loss is hardest to bear. Chosen once, with the first fund.",
    },
    key: {
      title: "By what they pay in",
      what: "By the size of the economy, to none more than its loss. Chosen once, with the first fund.",
    },
  },
  snapback: {
    true: { title: "Voted in advance", what: "Enters by itself when licences are squeezed." },
    false: { title: "None", what: "The fund alone." },
  },
  pledge: {
    money: { title: "Money for relief", what: "Goes to its purse out of yours." },
    project: { title: "Its plant sooner", what: "The one furthest from running gains weeks." },
    exemption: { title: "An exemption for its firms", what: "Weakens the duty to diversify." },
    agenda: { title: "Its case first", what: "The gate for goods it is known for comes sooner." },
  },
  line: {
    for: { title: "For it", what: "Those who sign will vote for it." },
    against: { title: "Against it", what: "With over 35 % of people it can stop what needs a majority." },
  },
  text: {
    soft: { title: "Softer", what: "Every capital likes it a little more; it bites less, or later." },
    strict: { title: "Stricter", what: "It bites more, or sooner; every capital likes it a little less." },
  },
  when: {
    sooner: { title: "Sooner", what: "Less time to change minds." },
    later: { title: "Later", what: "More time, also for envoys." },
  },
  ballot: {
    for: { title: "For" },
    abstain: { title: "Abstain" },
    against: { title: "Against" },
  },
  answer: {
    take: {
      title: "Take it",
      what: "You owe what is asked, or the gift goes back and your standing falls. It may come out.",
    },
    stall: { title: "Play for time", what: "The offer waits a little longer." },
    refuse: { title: "Refuse", what: "Beijing may answer at customs." },
    publish: { title: "Make it public", what: "Costs Beijing face, and may cost you." },
    accept: { title: "Sign it", what: "It binds when the last of you has signed." },
    reject: { title: "Refuse it", what: "The draft is off the table." },
  },
  reply: {
    accept: { title: "Step down together", what: "A squeeze ends, and part of the measures on both sides." },
    decline: { title: "Not now", what: "Both go on as before. A little heat." },
  },
  course: {
    stimulus: {
      title: "Spend at home",
      what: "Growth first, the bill later. It lasts as long as the money.",
    },
    "anti-involution": { title: "Cut capacity", what: "Costs growth first; the price war cools for good." },
  },
  extent: {
    part: { title: "A small part", what: "A sixth of what both laid on, and the squeeze." },
    half: { title: "Half", what: "Half of what both laid on, and the squeeze." },
  },
  favour: {
    true: {
      title: "First",
      what: "Its firms get licences sooner while some are granted, but too few; else nothing changes.",
    },
    false: { title: "Last", what: "Its firms wait longer." },
  },
};

/** Stretches and moments of the legal clocks. */
export const stages: Record<string, string> = {
  asked: "preparing",
  "provisional-gate": "provisional",
  preliminary: "first look",
  investigation: "investigation",
  "definitive-gate": "final",
  proposal: "proposal",
  council: "vote",
  "appeal-gate": "appeal?",
  appeal: "appeal",
  examination: "examination",
  determination: "Council",
  engagement: "talks",
  standing: "finding stands",
  committee: "vote",
  club: "setting up",
  window: "vote open",
  count: "count",
  "in-force": "in force",
  undertaking: "minimum price",
  dropped: "dropped",
  ended: "ended",
  answer: "answer",
  panel: "panel",
  "gift-and-ask": "gift and favour",
  deal: "deal",
  time: "time won",
  told: "told",
  calm: "firms calm down",
  "in-transit": "at sea",
  "stocks-run-down": "stores run down",
  "stocks-built": "stores fill",
  licences: "licences",
  queue: "queue",
  campaign: "campaign",
  bound: "bound",
  customs: "customs",
  "held-up": "held up",
  frozen: "frozen",
  "below-cost": "below cost",
  "rules-applied": "rules apply",
  steering: "new course",
  bill: "the bill",
  tenders: "tenders",
  published: "published",
  chosen: "decided",
  permit: "permit",
  building: "building",
  ramp: "starting up",
  operating: "running",
  payments: "payments",
  lorries: "on the road",
  journey: "journey",
  contracts: "contracts",
  announced: "announced",
  signatures: "signatures",
  promised: "promised",
  deadline: "deadline",
  notice: "notice runs",
  tender: "tender",
  "first-delivery": "first delivery",
  "emergency-act": "act",
  release: "release",
};

/** What seats say in public, as the rest of a sentence that begins with their name. */
export const said: Record<string, { what: string; effect: string }> = {
  "off-ramp": { what: "offers a way down", effect: "Heat falls; some read it as weakness." },
  scoreboard: { what: "publishes the licence figures", effect: "Europe looks fair, Beijing loses face." },
  wto: { what: "goes to the court in Geneva", effect: "Slow, lawful and seen by all." },
  warning: { what: "warns", effect: "Support there shakes." },
  welcome: { what: "finds warm words", effect: "Heat falls, firms calm down." },
  "equal-dignity": { what: "asks for equal dignity", effect: "It gains face at home." },
};
