// English words of the bots: what each doctrine is after, and in one sentence why it does something. Figures arrive as
// text in the reader's own writing.

import type { Reason } from "../../shared/bots/reason.ts";

/** Name of a doctrine and its aim. The offices' doctrines have names of their own; nobody is called a hawk by nature. */
export const doctrines: Record<string, { name: string; aim: string }> = {
  // the Commission
  prepared: {
    name: "Prepare, then press",
    aim: "First stocks, plants and a fund that capitals can count on; then measured pressure from cases that are ready. It signs what is counted, and no bare promise.",
  },
  quiet: {
    name: "Quiet de-risking",
    aim: "Loosen the hold without a quarrel: stocks, plants and the law, no new cases. It wants notice before any stop.",
  },
  force: {
    name: "Force at once",
    aim: "Open cases early and raise the price before the other side does. Preparation can wait, and so can a deal.",
  },
  "assurance-taker": {
    name: "Trust in promises",
    aim: "Calm is worth more than cases. It takes a promise of smooth licences, counted or not, and gives in early when it hurts.",
  },
  broker: {
    name: "Broker",
    aim: "Bring the sides to something both can live with: access against duties, figures that both count, votes won by talking. It keeps its word and tells no secrets.",
  },
  // Beijing
  opportunist: {
    name: "Opportunist",
    aim: "Press when Europe is divided and unprepared, promise otherwise. It weighs every four weeks what a squeeze would bring.",
  },
  patient: {
    name: "Patient",
    aim: "Time is on its side: keep the market, keep the hold, keep the name of a good supplier. It squeezes late and not for long.",
  },
  squeezer: {
    name: "Squeezer",
    aim: "Leverage is there to be used, before it is gone. It squeezes early and hard, and breaks a promise when the squeeze is worth more.",
  },
  charmer: {
    name: "Charmer",
    aim: "Win capitals one by one with plants, orders and friendly words, and let calm do the rest. It opens a little and signs much.",
  },
  mirror: {
    name: "Mirror",
    aim: "Blow for blow and step for step: it answers each measure with one of its size, and each step down with another.",
  },
  // capitals
  "own-exposure": {
    name: "Own exposure",
    aim: "What does it cost at home? It weighs jobs, sales and shortages, and keeps a promise unless its own line is far away.",
  },
  hawk: {
    name: "Hard line",
    aim: "A union that gives way once is asked again. It votes for strength, shows envoys’ offers to everybody, and is dear to buy.",
  },
  "export-first": {
    name: "Exports first",
    aim: "Its firms live from selling to China. It sends missions, takes offers that are worth it, and shies from quarrels.",
  },
  "free-rider": {
    name: "Free rider",
    aim: "Let others carry it. It abstains where the outcome is safe, sells its vote where it counts, and shares little.",
  },
  ambitious: {
    name: "Ambition",
    aim: "It wants something to show at home: missions to Beijing, votes traded and kept, help that others remember, and its own aims above the common line.",
  },
};

/** Why one should, told by the adviser to whoever sits in the seat; `n` is the figure behind it. */
export const reasons: Record<Reason, (n: string) => string> = {
  // anybody
  card: () => "None of the other answers serves the aims named here better.",
  "terms-good": (n) => `The draft is worth ${n} to you: enough to sign.`,
  "terms-fair": (n) => `The draft is worth ${n} to you in money, and the order it brings is worth more.`,
  "terms-poor": (n) => `The draft is worth ${n} to you: too little.`,
  "terms-bare": (n) => `Nobody would check it, and firms would wish for ${n} less stock.`,
  counter: (n) => `With one thing changed, the draft would be worth ${n} to you.`,
  "table-terms": (n) => `Both could gain by this draft; it is worth ${n} to you.`,
  leave: (n) => `Nothing has been put on this table for ${n}.`,
  talk: () => "It answers what was said.",
  complain: (n) => `The figures were missed in ${n} of the time: a panel should look.`,
  dispute: (n) => `A stop is announced; before a panel it waits ${n} longer at least.`,
  "snap-back": (n) =>
    `The other side broke its word, and heat is at ${n}: the duty voted in advance may follow.`,
  suspend: () => "The other side does not keep its part, for all to see: then you need not keep yours.",
  denounce: (n) => `Prolonged, the agreement would be worth ${n} to you: too little.`,
  fulfil: (n) => `You have promised this, and have ${n} left to do it.`,
  // the Commission
  "gate-press": (n) => `Heat is at ${n}, and the case is ready: there is room to press.`,
  "gate-cool": (n) => `Heat is at ${n}: the milder way will do.`,
  stock: (n) => `The common store would last ${n}; every week in it is a week that a stop does not bite.`,
  plant: (n) => `The plant is ${n} from its next stage and needs a buyer it can count on.`,
  package: () =>
    "Capitals hold out longer with a fund behind them, and a duty voted in advance keeps a stop away.",
  "save-fund": (n) =>
    `Only ${n} of the people would back it with a counter-measure; the fund alone may pass.`,
  "coercion-early": (n) =>
    `Half a year of this squeeze would cost ${n}, and the capitals hold together: time to examine it as coercion.`,
  coercion: (n) =>
    `The squeeze cost ${n} a year at its worst, and enough capitals may agree: time to call it coercion.`,
  "coercion-answer": (n) =>
    `The Council has found coercion, it cost ${n} a year at its worst, and Beijing has signed nothing: now it is answered.`,
  narrow: (n) => `Heat is at ${n}: a smaller case is easier to bear for both sides.`,
  review: (n) => `Imports have taken only ${n} of this market: the duty may have done its work.`,
  law: (n) => `Only ${n} of the need is met elsewhere; firms will not move by themselves.`,
  club: (n) => `Brussels looks fair (${n}), so partners will have it; together they can hold prices.`,
  vote: (n) => `States with ${n} of the people would say yes.`,
  pledge: (n) => `The capital is undecided and speaks for ${n} of the people.`,
  money: (n) => `The vote is close, and this capital speaks for ${n} of the people.`,
  injury: (n) => `Imports have taken ${n} of this market from its makers.`,
  stoppage: (n) => `Lines stand still: ${n}.`,
  threat: (n) => `What is ready could cost Beijing ${n}, so the threat can be carried out.`,
  scoreboard: (n) => `Only ${n} of the usual licences come through; everybody should see that.`,
  yield: (n) => `The squeeze takes ${n} of what Europe bears: a case goes to see it end.`,
  "step-down": (n) => `Lost output has come to ${n} a year: stepping down costs less.`,
  // Beijing
  squeeze: (n) => `The chance that Europe yields is ${n}.`,
  widen: (n) => `The squeeze has lasted ${n} and Europe still stands: more goods make it heavier.`,
  ease: (n) => `After ${n} the squeeze brings no more, and buyers look elsewhere.`,
  "ease-offer": (n) => `After ${n} you may end the squeeze; perhaps Europe gives something for it.`,
  "ease-feared": (n) =>
    `Europe has found coercion, and what is ready could cost you ${n}: better to end it in time.`,
  "calm-offer": (n) => `Heat is at ${n}: better to talk about duties than to lay on more.`,
  court: (n) => `A capital with ${n} of the people may be won, and without it the vote may fail.`,
  retaliate: (n) => `New duties of Europe’s are not answered yet: ${n}.`,
  "as-warned": (n) =>
    `Measures that you warned against apply: ${n}. A warning without an answer is worth nothing.`,
  punish: () => "This capital made an offer public; that should cost something.",
  aim: (n) => `The hardest capitals wait longest while the squeeze lasts: ${n}.`,
  soothe: (n) => `Firms’ fear is at ${n}; a promise that nobody counts lets it fall.`,
  words: (n) => `Heat is at ${n}, and words are free.`,
  open: (n) => `Face at home stands at ${n}: a step of opening can be borne, and is remembered.`,
  flood: (n) => `Plants elsewhere cover ${n} of Europe’s need; low prices keep them from growing.`,
  notice: (n) => `You have promised to say so ${n} before you hold anything back.`,
  "relent-hold": (n) =>
    `The goods have waited long enough; better to let them through than to have it come out in ${n}.`,
  "relent-duty": (n) => `Both sides are bound to something now: half of a duty of ${n} may go.`,
  freeze: (n) => `The suspension has ${n} left; to prolong it costs little and pleases.`,
  "punish-leavers": () => "Europe obliges its firms to leave; the rules can make leaving dear.",
  stimulus: (n) => `Growth is at ${n}: people should spend more at home.`,
  "cut-capacity": (n) => `Heat is at ${n}: with fewer cheap goods, Europe has less to shut out.`,
  // capitals
  leaning: (n) => `Your leaning on this file, from −1 against to +1 for, is ${n}.`,
  promised: (n) => `You have promised this ballot, though you lean by ${n}.`,
  caucus: (n) => `You lean by ${n}, as most small states do; together you count.`,
  report: (n) => `States with ${n} of the people lean to it; the text can help.`,
  statement: (n) => `Capitals of your own line have signed: ${n}.`,
  "stand-by": (n) => `A state is singled out, and ${n} stand by it already.`,
  appeal: (n) => `Beijing holds up ${n} of your goods: the others may stand by you.`,
  "statement-draft": (n) => `You lean by ${n} and need company before the vote.`,
  chair: (n) => `The count goes against your line (${n}); a later day may turn it.`,
  author: (n) => `The proposal has been ready since ${n}, and nobody calls the vote.`,
  "envoy-take": (n) => `After all that it costs, the offer is worth ${n}.`,
  "envoy-refuse": (n) => `After all that it costs, the offer is worth ${n}: too little.`,
  "envoy-publish": (n) =>
    `After all that it costs, the offer is worth ${n}, and the others should know how they are courted.`,
  lobby: (n) => `This cause moves your line by ${n}, the way it goes anyway.`,
  mission: (n) => `Sent now, a mission brings home ${n} of what the first of a quarter does.`,
  pain: (n) => `The losses at home are at ${n}: people need help.`,
  risk: (n) => `Firms’ fear of a stop is at ${n}; more on the shelf is cheap insurance.`,
  site: (n) => `A plant there could run ${n} from now.`,
  permit: (n) => `The plant still waits ${n} for its permit.`,
  lane: (n) => `The losses at home are at ${n}; a lane of your own would help your firms.`,
  goal: () => "It brings one of your secret aims nearer.",
  help: (n) => `Your own stocks last ${n}, and others have less: help is remembered.`,
  trade: (n) =>
    `The vote is close; a capital with ${n} of the people may vote your way for something in return.`,
};

/** Units of the figures in these sentences, where the house has no word for them yet. */
export const becauseOf = {
  gdp: (n: string) => `${n}\u00a0% of GDP`,
  score: (n: string) => `${n} points of your score`,
  of100: (n: string) => `${n} of 100`,
  aYear: (n: string) => `${n}\u00a0% a year`,
};

/** The adviser that a person may ask. */
export const adviser = {
  /** What to begin, for the whole seat. */
  askBegin: "Ask the adviser what to begin",
  /** What to answer, at a question or a draft. */
  ask: "Ask the adviser",
  nothing: "No line of play asks for anything now. Waiting is free.",
  noAnswer: "Every line of play would leave this open for now.",
  failed: "The adviser could not look ahead.",
  /** The doctrines that would do so, and what the first of them is after. */
  by: (names: readonly string[], more: number) =>
    `${names.length === 1 ? "A line of play that does" : "Lines of play that do"} so: ${[
      ...names.map((name) => `“${name}”`),
      ...(more > 0 ? [`${more} more`] : []),
    ].join("; ")}.`,
  aim: (name: string, aim: string) => `“${name}” means: ${aim}`,
  open: "Open its card",
  sign: "Sign.",
  refuse: "Refuse.",
  counter: "Answer with another draft.",
};
