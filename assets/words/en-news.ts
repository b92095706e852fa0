// English sentences for everything that happens: who does what to whom, and what comes of it. Present tense; at most
// twelve words, then at most ten. They feed the event line, the log, the captions and the screen reader alike.

import type { NewsCode } from "../../shared/news.ts";
import type { News } from "../../shared/state.ts";
import { asked, gifts, modes, verdicts } from "./en-game.ts";
import { said, values } from "./en-orders.ts";

/** Names and figures as the sentences need them; the page supplies them. */
export interface Names {
  /** "Germany", "the Commission". */
  seat(id: string): string;
  /** "Slovakia and Czechia". */
  seats(ids: readonly string[]): string;
  /** Lower case: "vehicles", "rare-earth magnets". */
  sector(id: string): string;
  input(id: string): string;
  /** With quotes around what is a title. */
  file(id: string): string;
  /** A file, or a state. */
  topic(id: string): string;
  isSeat(id: string): boolean;
  project(id: string): string;
  /** Whether a plant makes something that comes through the gate else. */
  makesInput(project: string): boolean;
  /** An agreement by its template, with quotes around the title. */
  agreement(template: string): string;
  card(id: string, about: readonly string[]): { title: string; line: string };
  /** How a card that could go either way went. */
  said(card: string, works: boolean): string;
  option(card: string, option: string): string;
  number(x: number): string;
  /** 54.8 -> "54.8 %". */
  percent(x: number): string;
  /** EUR bn. */
  euro(bn: number): string;
  /** EUR m. */
  millions(million: number): string;
}

export interface Sentence {
  /** Who does what to whom. */
  what: string;
  /** Effect or cause. */
  effect?: string;
}

type Tell = (news: News, names: Names) => Sentence;

const lines = (n: number): string => (n === 1 ? "One line stops" : `${n} lines stop`);
const weeks = (n: number): string => (n === 1 ? "one week" : `${n} weeks`);
/** A gift is often a day or two. */
const longer = (weeks: number, s: Names): string => {
  const days = Math.round(7 * weeks);
  return days < 1 ? "a few hours longer" : days === 1 ? "a day longer" : `${s.number(days)} days longer`;
};
const gift = (id: string | undefined): string => gifts[id as keyof typeof gifts] ?? "a favour";
const ask = (id: string | undefined): string => asked[id as keyof typeof asked] ?? "a favour";
const rested = "Duties that had rested under it come back.";
const against = (codes: readonly string[]): string =>
  codes.length === 0
    ? "Nobody votes against."
    : codes.length <= 8
      ? `Against: ${codes.join(", ")}.`
      : `Against: ${codes.length} states.`;

export const news: Record<NewsCode, Tell> = {
  // procedures and votes
  "case-opened": ({ about }, s) => ({
    what: `Brussels opens a case on ${s.sector(about[1]!)} from China.`,
    effect: "A duty can follow, by the law’s clock.",
  }),
  "case-reopened": ({ about, amount }, s) => ({
    what: `A closed case goes on: ${s.file(about[0]!)}.`,
    effect:
      amount > 0
        ? `Its duty of ${s.percent(100 * amount)} is paid again.`
        : "It stands where it stood, without a new complaint.",
  }),
  "case-dropped": ({ about }, s) => ({
    what: `Brussels drops a case: ${s.file(about[0]!)}.`,
    effect: "Heat falls, and so does the weight of its word.",
  }),
  "case-narrowed": ({ about, amount }, s) => ({
    what: `Brussels narrows ${s.file(about[0]!)} to ${s.percent(100 * amount)} of the sector.`,
    effect: "Cooler, and half a step back.",
  }),
  "case-deepened": ({ about, amount }, s) => ({
    what: `Brussels looks closer: ${s.file(about[0]!)}.`,
    effect: `It must decide by week ${amount}.`,
  }),
  "gate-ahead": ({ about, amount }, s) => ({
    what: `${s.file(about[0]!)} must be decided by week ${amount}.`,
    effect: "If nobody decides, that step lapses.",
  }),
  "gate-missed": ({ about }, s) => ({
    what: `Nobody decides on ${s.file(about[0]!)} in time.`,
    effect: "The law lets that step lapse.",
  }),
  "provisional-duty": ({ about, amount }, s) => ({
    what: `A provisional duty of ${s.percent(100 * amount)} meets Chinese ${s.sector(about[1]!)}.`,
    effect: "Buyers pay more, makers here breathe.",
  }),
  "definitive-duty": ({ about, amount }, s) => ({
    what: `A final duty of ${s.percent(100 * amount)} meets Chinese ${s.sector(about[1]!)}.`,
    effect: "It holds for years unless it is traded away.",
  }),
  "duty-changed": ({ about, amount }, s) => ({
    what: `${s.file(about[0]!)}: the duty changes.`,
    effect: `It is now ${s.percent(100 * amount)}.`,
  }),
  "duty-ended": ({ about, amount }, s) => ({
    what: `A duty of ${s.percent(100 * amount)} on ${s.sector(about[1]!)} ends.`,
    effect: "Trade comes back slowly.",
  }),
  "measure-in-force": ({ about }, s) => ({
    what: `${s.file(about[0]!)}: Europe’s measure begins.`,
    effect: about[1] ? `It meets Chinese ${s.sector(about[1])}.` : "Services and investors are shut out.",
  }),
  "mirror-measure": ({ about }, s) => ({
    what: `Beijing shuts its tenders to European ${s.sector(about[1]!)}.`,
    effect: "It mirrors what Europe does.",
  }),
  "snapback-triggered": ({ about }, s) => ({
    what: `The counter-measure voted in advance is triggered, on Chinese ${s.sector(about[1]!)}.`,
    effect: "It bites within two weeks, while the squeeze lasts.",
  }),
  "review-opened": ({ about }, s) => ({
    what: `Brussels reviews its duty on Chinese ${s.sector(about[1]!)}.`,
    effect: "A year later it is confirmed, changed or gone.",
  }),
  "duty-reviewed": ({ about, amount }, s) => ({
    what: `The review ends: ${s.percent(100 * amount)} on Chinese ${s.sector(about[1]!)} from now on.`,
    effect: "It holds for five years more.",
  }),
  "undertaking-doubted": ({ about, amount }, s) => ({
    what: `Brussels checks whether a price on Chinese ${s.sector(about[1]!)} is kept.`,
    effect: `It will know in week ${amount}.`,
  }),
  "undertaking-broken": ({ about }, s) => ({
    what: `A promised price on Chinese ${s.sector(about[1]!)} was not kept.`,
    effect: "The duty applies again.",
  }),
  "undertaking-accepted": ({ about }, s) => ({
    what: `Brussels takes a minimum price on ${s.sector(about[1]!)} instead of duties.`,
    effect: "Heat falls, cheap goods press a little harder.",
  }),
  "appeal-possible": ({ about, amount }, s) => ({
    what: `${s.file(about[0]!)} has no majority either way.`,
    effect: `The Commission may appeal until week ${amount}.`,
  }),
  "appeal-opened": ({ about, amount }, s) => ({
    what: `${s.file(about[0]!)} goes to the appeal committee.`,
    effect: `It votes until week ${amount}.`,
  }),
  "proposal-made": ({ about }, s) => ({
    what: `${s.file(about[0]!)} is on the table.`,
    effect: "The Commission may call a vote.",
  }),
  "vote-called": ({ about, amount }, s) => ({
    what: `The Council votes on ${s.file(about[0]!)} in week ${amount}.`,
    effect: "Until then every capital may change its vote.",
  }),
  "vote-dropped": ({ about }, s) => ({
    what: `The vote on ${s.file(about[0]!)} is off.`,
    effect: "The case is closed; nobody owes a ballot for it.",
  }),
  "statement-drafted": ({ about, amount }, s) => ({
    what: s.isSeat(about[1]!)
      ? `${s.seat(about[0]!)} asks the others to stand by ${about[0] === about[1] ? "it" : s.topic(about[1]!)}.`
      : `${s.seat(about[0]!)} drafts a statement ${about[2]!} ${s.topic(about[1]!)}.`,
    effect: `Capitals may sign it until week ${amount}.`,
  }),
  "statement-lapsed": ({ about, amount }, s) => ({
    what: s.isSeat(about[1]!)
      ? `Too few states stood by ${s.topic(about[1]!)} in time.`
      : `The statement ${about[2]!} ${s.topic(about[1]!)} found too few names.`,
    effect: `${amount === 1 ? "One state" : `${amount} states`} had signed. Nobody is bound by it.`,
  }),
  "statement-signed": ({ about }, s) => ({
    what: s.isSeat(about[0]!)
      ? `${about.length - 2} states stand by ${s.topic(about[0]!)}.`
      : `${about.length - 2} states speak ${about[1]!} ${s.topic(about[0]!)}.`,
    effect: `${about.slice(2).join(", ")}.`,
  }),
  "minority-declared": ({ about, amount }, s) => ({
    what: `${about.length - 1} states can stop ${s.file(about[0]!)}, and say so.`,
    effect: `${s.percent(amount)} of people stand behind them.`,
  }),
  "signature-broken": ({ about }, s) => ({
    what: `${s.seat(about[0]!)} votes otherwise than it signed: ${s.file(about[1]!)}.`,
    effect: "Its word counts for less.",
  }),
  "caucus-called": ({ about }, s) => ({
    what: `${s.seat(about[1]!)} calls the small states together on ${s.file(about[0]!)}.`,
    effect: "Five of them would vote as one.",
  }),
  "caucus-bound": ({ about }, s) => ({
    what: `${about.length - 1} small states vote as one on ${s.file(about[0]!)}.`,
    effect: `${about.slice(1).join(", ")}: what most of them say.`,
  }),
  "caucus-decided": ({ about }, s) => ({
    what: `The block of ${about.length - 1} small states decides ${s.file(about[0]!)}.`,
    effect: "Each of them is heard more from now on.",
  }),
  "report-written": ({ about }, s) => ({
    what: `${s.seat(about[0]!)} writes a ${about[2] === "strict" ? "stricter" : "softer"} text: ${s.file(about[1]!)}.`,
    effect:
      about[2] === "strict" ? "It bites more and is harder to pass." : "Easier to pass, and it bites less.",
  }),
  "agenda-moved": ({ about, amount }, s) => ({
    what: `${s.seat(about[0]!)} moves ${s.file(about[1]!)} to week ${amount}.`,
    effect: "It is in the chair: one item a quarter.",
  }),
  "item-tabled": ({ about, amount }, s) => ({
    what: `${s.seat(about[0]!)} tables ${s.file(about[1]!)}.`,
    effect: amount > 0 ? `It writes ${s.euro(amount)} into it.` : "The Commission did not have to ask.",
  }),
  "vote-passed": ({ about, amount }, s) => ({
    what: `${s.file(about[0]!)} passes, ${s.percent(amount)} of people for.`,
    effect: against(about.slice(2)),
  }),
  "vote-failed": ({ about, amount }, s) => ({
    what: `${s.file(about[0]!)} fails, ${s.percent(amount)} of people for.`,
    effect: against(about.slice(2)),
  }),
  "duty-without-majority": ({ amount }, s) => ({
    what: `The duty passes with ${s.percent(amount)} of people behind it.`,
    effect: "It looks less fair to others.",
  }),
  "advice-asked": ({ about, amount }, s) => ({
    what: `The capitals are asked for advice on ${s.file(about[0]!)}.`,
    effect: `It binds nobody; counted in week ${amount}.`,
  }),
  "advice-heard": ({ about, amount }, s) => ({
    what: `Advice on ${s.file(about[0]!)}: ${s.percent(amount)} of people for it.`,
    effect: against(about.slice(2)),
  }),
  "advice-against": ({ about }, s) => ({
    what: `Most states advise against ${s.file(about[0]!)}.`,
    effect: "It stands all the same, and looks less fair.",
  }),
  "law-in-force": ({ about }, s) => ({
    what: `${s.file(about[0]!)} is law from now on.`,
    effect: "Firms must act on it.",
  }),
  "package-in-force": ({ amount }, s) => ({
    what: `The resilience package is ready: ${s.euro(amount)} a year.`,
    effect: "States that are hit can be helped.",
  }),
  "snapback-dropped": ({ about }, s) => ({
    what: `Brussels takes the counter-measure out of ${s.file(about[0]!)}.`,
    effect: "The fund alone is easier to vote for.",
  }),
  "examination-opened": () => ({
    what: "Brussels examines whether Beijing’s conduct is coercion.",
    effect: "The Council may be asked to say so.",
  }),
  "coercion-determined": ({ amount }) => ({
    what: "The Council finds coercion.",
    effect: `Talks begin; measures are possible until week ${amount}.`,
  }),
  "coercion-ceased": () => ({
    what: "The coercion has stopped, and with it Europe’s file.",
    effect: "Nothing more needs to be done.",
  }),
  "coercion-settled": () => ({
    what: "Beijing’s measured promise closes the file against coercion.",
    effect: "No vote and no measure follows, and its heat goes.",
  }),
  "finding-stands": ({ amount }) => ({
    what: "The coercion has stopped, but Beijing has signed nothing measured.",
    effect: `Until week ${amount} new coercion can be answered at once.`,
  }),
  "coercion-again": ({ amount }) => ({
    what: "Beijing coerces again while the Council’s finding stands.",
    effect: `Measures are possible at once, until week ${amount}.`,
  }),
  "club-joined": () => ({
    what: "Europe joins the buyers’ club of the G7.",
    effect: "It works in a quarter year; Beijing is not pleased.",
  }),
  "club-works": () => ({
    what: "The buyers’ club begins to work.",
    effect: "Allies deliver more, and prices have a floor.",
  }),
  "club-left": () => ({
    what: "Partners leave the buyers’ club.",
    effect: "Brussels looks too unfair to them.",
  }),
  "probe-opened": ({ about }, s) => ({
    what: `Beijing examines European ${s.sector(about[1]!)}.`,
    effect: "A high provisional duty can follow within months.",
  }),

  "probe-dropped": ({ about }, s) => ({
    what: `Beijing ends a case of its own: ${s.file(about[0]!)}.`,
    effect: "European goods go in as before.",
  }),
  "probe-halved": ({ about, amount }, s) => ({
    what: `Beijing halves a duty: ${s.file(about[0]!)}.`,
    effect: amount > 0 ? `${s.percent(100 * amount)} are left.` : "Half of it is still to come.",
  }),

  // Beijing
  "licences-tightened": ({ about }, s) => ({
    what: `Beijing tightens licences for ${s.input(about[0]!)}: now ${mode(about[1])}.`,
    effect: "Stores in Europe run down.",
  }),
  "licences-loosened": ({ about }, s) => ({
    what: `Beijing eases licences for ${s.input(about[0]!)}: now ${mode(about[1])}.`,
    effect: "Shipments come back in some weeks.",
  }),
  "licences-stopped": ({ about, amount }, s) => ({
    what: `Beijing licenses no ${s.input(about[0]!)} until week ${amount}.`,
    effect: "It is an answer to one capital; all feel it.",
  }),
  "licences-resumed": ({ about }, s) => ({
    what: `Beijing licenses ${s.input(about[0]!)} again.`,
    effect: "Shipments come back in some weeks.",
  }),
  "squeeze-begun": ({ about }, s) => ({
    what: `Beijing squeezes ${several(about.map(s.input))}.`,
    effect: "Lines stop when stores run out.",
  }),
  "squeeze-ended": ({ about, amount }, s) => ({
    what:
      about.length > 0
        ? `The squeeze on ${several(about.map(s.input))} ends after ${weeks(amount)}.`
        : `The squeeze ends after ${weeks(amount)}.`,
    effect: "Firms order twice; the fear stays a while.",
  }),
  "licences-aimed": ({ about, amount }, s) => ({
    what:
      amount >= 1
        ? `Beijing serves ${s.seats(about)} first at the gate.`
        : `Beijing lets ${s.seats(about)} wait longest at the gate.`,
    effect: "The others take note.",
  }),
  "licence-wave": ({ amount }) => ({
    what: `Wave ${amount} of last year’s general licences runs out.`,
    effect: "Beijing decides whose are renewed.",
  }),
  "package-returned": () => ({
    what: "Beijing’s suspended export controls are back.",
    effect: "More goods need a licence, and licences take longer.",
  }),
  "package-prolonged": ({ amount }) => ({
    what: `Beijing keeps its widest controls frozen until week ${amount}.`,
    effect: "Markets breathe out.",
  }),
  "envoy-sent": ({ about }, s) => ({
    what: `Beijing offers ${s.seat(about[0]!)} ${gift(about[2])}.`,
    effect: `It asks for ${ask(about[3])}. Nobody else knows.`,
  }),
  "offer-taken": ({ about }, s) => ({
    what: `${s.seat(about[0]!)} takes ${gift(about[2])} from Beijing.`,
    effect: `The price is ${ask(about[3])}. It may come out.`,
  }),
  "offer-refused": ({ about }, s) => ({
    what: `${s.seat(about[0]!)} turns Beijing’s envoy away.`,
    effect: "Beijing may answer at customs.",
  }),
  "offer-lapsed": ({ about }, s) => ({
    what: `${s.seat(about[0]!)} left Beijing’s offer unanswered: ${gift(about[2])}.`,
    effect: "It is off the table. Neither owes anything.",
  }),
  "offer-published": ({ about }, s) => ({
    what: `${s.seat(about[0]!)} makes Beijing’s offer public: ${gift(about[2])}.`,
    effect: `The price was ${ask(about[3])}. Beijing loses face.`,
  }),
  "deal-exposed": ({ about }, s) => ({
    what: `It comes out: ${s.seat(about[0]!)} took ${gift(about[2])} from Beijing.`,
    effect: "Its word counts for less.",
  }),
  "deal-ended": ({ about }, s) => ({
    what: `The quiet deal between ${s.seat(about[0]!)} and Beijing runs out.`,
    effect: "Neither owes the other anything.",
  }),
  "gift-broken": ({ about }, s) => ({
    what: `Beijing holds up goods of ${s.seat(about[0]!)} that it had promised to spare.`,
    effect: "The deal is over, and Beijing’s word counts for less.",
  }),
  "deal-broken": ({ about }, s) => ({
    what: `${s.seat(about[0]!)} owed Beijing ${ask(about[3])} and broke its word.`,
    effect: "Its gift goes back; its standing falls once known.",
  }),
  "word-known": ({ about, amount }, s) => ({
    what: `It gets about: ${s.seat(about[0]!)} ${amount < 0 ? "did not keep" : "kept"} a promise given in secret.`,
    effect: amount < 0 ? "The others think the worse of it." : "The others think the better of it.",
  }),
  "goods-held": ({ about, amount }, s) => ({
    what: `Chinese customs hold up ${s.sector(about[1]!)} from ${s.seat(about[0]!)}.`,
    effect: `${s.percent(100 * amount)} of it waits, officially for papers.`,
  }),
  "ban-exposed": ({ about }, s) => ({
    what: `Beijing’s quiet ban on goods from ${s.seat(about[0]!)} comes out.`,
    effect: "Europe’s case looks fairer.",
  }),
  "ban-lifted": ({ about }, s) => ({
    what: `Chinese customs let goods from ${s.seat(about[0]!)} through again.`,
    effect: "Sales come back slowly.",
  }),
  "market-opened": ({ amount }, s) => ({
    what: "Beijing opens more of its public tenders to European firms.",
    effect: `Market access is at ${s.percent(100 * amount)} now.`,
  }),
  "subsidies-published": ({ amount }, s) => ({
    what: "Beijing publishes what it pays to its makers.",
    effect: `${s.percent(100 * amount)} is known; cases about it are easier.`,
  }),
  "flooding-begun": ({ amount }) => ({
    what: `China’s makers sell below cost until week ${amount}.`,
    effect: "Plants elsewhere lose their buyers.",
  }),
  "flooding-ended": () => ({
    what: "China’s makers stop selling below cost.",
    effect: "Plants elsewhere find buyers again.",
  }),
  "economy-steered": ({ about }) => ({
    what: `Beijing changes course: ${lower(values.course![about[0]!]?.title ?? "")}.`,
    effect: "Fewer cheap goods will come to Europe.",
  }),
  "rules-applied": ({ about, amount }, s) => ({
    what: `Beijing turns its supply-chain rules on firms of ${s.seat(about[0]!)}.`,
    effect: `Who leaves Chinese suppliers pays, until week ${amount}.`,
  }),

  // agreements and words
  "assurance-given": ({ amount }) => ({
    what: `Beijing promises smooth licences for ${weeks(amount)}.`,
    effect: "It calms firms and proves nothing.",
  }),
  "talk-opened": ({ by, about }, s) => ({
    what: `${s.seat(by)} opens a room with ${s.seats(about.slice(1).filter((seat) => seat !== by))}.`,
    effect: "Only those in it can read what is said.",
  }),
  "talk-left": ({ by }, s) => ({
    what: `${s.seat(by)} leaves the room.`,
    effect: "Its drafts are off the table.",
  }),
  "terms-tabled": ({ by, about, amount }, s) => ({
    what: `${s.seat(by)} tables draft ${amount} of ${s.agreement(about[1]!)}.`,
    effect: "The others can sign, refuse or change it.",
  }),
  "terms-accepted": ({ by, about }, s) => ({ what: `${s.seat(by)} agrees to ${s.agreement(about[1]!)}.` }),
  "terms-rejected": ({ by, about }, s) => ({
    what: `${s.seat(by)} refuses ${s.agreement(about[1]!)}.`,
    effect: "The draft is off the table.",
  }),
  "terms-lapsed": ({ about }, s) => ({ what: `Nobody signed ${s.agreement(about[1]!)} in time.` }),
  "terms-unpaid": ({ by, about }, s) => ({
    what: `${s.seat(by)} can no longer keep its part of ${s.agreement(about[1]!)}.`,
    effect: "Nothing is signed, and the draft is off the table.",
  }),
  "terms-sold": ({ by, about }, s) => ({
    what: `${s.seat(by)} has promised its vote elsewhere and cannot sign ${s.agreement(about[1]!)}.`,
    effect: "Nothing is signed, and the draft is off the table.",
  }),
  "agreement-signed": ({ about, amount }, s) => ({
    what: `${s.agreement(about[1]!)} is signed by ${s.seats(about.slice(2))}, for ${weeks(amount)}.`,
  }),
  "term-missed": ({ by, about, amount }, s) =>
    amount > 0
      ? {
          what: `Everybody sees that ${s.seat(by)} does not keep a term of ${s.agreement(about[1]!)}.`,
          effect: "It stands, but the other side may suspend its part.",
        }
      : {
          what: `A survey says that ${s.seat(by)} misses a term of ${s.agreement(about[1]!)}.`,
          effect: "It proves nothing yet: a panel can look.",
        },
  "agreement-broken": ({ by, about }, s) => ({
    what: `${s.seat(by)} breaks ${s.agreement(about[1]!)}.`,
    effect: "It is on record, and the others are free.",
  }),
  "plants-withdrawn": ({ by, about, amount }, s) => ({
    what: `Chinese plants of ${s.euro(amount)} in ${s.seat(by)} are called off.`,
    effect: `It broke ${s.agreement(about[1]!)}.`,
  }),
  "money-returned": ({ by, about, amount }, s) => ({
    what: `${s.seat(by)} pays back ${s.millions(amount)} that it had for ${s.agreement(about[1]!)}.`,
  }),
  "money-spent": ({ by, about, amount }, s) => ({
    what: `${s.seat(by)} cannot pay back ${s.millions(amount)} that it had for ${s.agreement(about[1]!)}.`,
    effect: "It is spent.",
  }),
  "complaint-made": ({ by, about, amount }, s) => ({
    what: `${s.seat(by)} complains about ${s.agreement(about[1]!)}.`,
    effect: `A panel finds by week ${amount}.`,
  }),
  "notice-heard": ({ about }, s) => ({
    what: `A panel has heard the notice under ${s.agreement(about[1]!)}.`,
    effect: "What was announced may go ahead.",
  }),
  "complaint-lost": ({ by, about }, s) => ({
    what: `The panel finds that ${s.agreement(about[1]!)} was kept.`,
    effect: `${s.seat(by)}, who complained, looks the worse for it.`,
  }),
  "agreement-suspended": ({ by, about, amount }, s) => ({
    what: `${s.seat(by)} suspends ${s.agreement(about[1]!)}.`,
    effect: amount > 0 ? rested : "Neither side owes the other anything.",
  }),
  "agreement-published": ({ by, about }, s) => ({
    what: `${s.seat(by)} publishes ${s.agreement(about[1]!)} of ${s.seats(about.slice(2))}.`,
  }),
  "agreement-leaked": ({ about }, s) => ({
    what: `It comes out: ${s.seats(about.slice(2))} signed ${s.agreement(about[1]!)} in secret.`,
  }),
  "agreement-renewed": ({ about, amount }, s) => ({
    what: `${s.agreement(about[1]!)} runs on for ${weeks(amount)}.`,
  }),
  "agreement-steps-down": ({ about, amount }, s) => ({
    what: `${s.agreement(about[1]!)} steps down until week ${amount}.`,
    effect: "Half of what rested under it comes back.",
  }),
  "agreement-ended": ({ about, amount }, s) => ({
    what: `${s.agreement(about[1]!)} runs out.`,
    effect: amount > 0 ? rested : "Nobody owes anything under it any more.",
  }),
  "assurance-broken": () => ({
    what: "Beijing breaks its assurance.",
    effect: "Its name as a supplier suffers.",
  }),
  "step-down-offered": ({ by, about, amount }, s) => ({
    what: `${s.seat(by)} offers to step down together: ${lower(values.extent![about[0]!]?.title ?? "")}.`,
    effect: `The other side may answer until week ${amount}.`,
  }),
  "step-down-refused": ({ by }, s) => ({
    what: `${s.seat(by)} turns down the offer to step down together.`,
    effect: "Both go on as before.",
  }),
  "step-down-lapsed": ({ by }, s) => ({
    what: `Nobody answered the offer of ${s.seat(by)} to step down together.`,
    effect: "It is off the table. Both go on as before.",
  }),
  "step-down-agreed": ({ amount }) => ({
    what: `Both sides step down in the same week, until week ${amount}.`,
    effect: "Licences go back to normal, some measures go.",
  }),
  "pause-agreed": ({ amount }) => ({
    what: `Brussels and Beijing keep still until week ${amount}.`,
    effect: "No new case opens, and no licence gets tighter.",
  }),
  "notice-given": ({ about, amount }, s) => ({
    what: `Beijing gives notice: ${s.input(about[0]!)} may be restricted from week ${amount}.`,
    effect: "Firms stock up while they can.",
  }),
  "threat-made": ({ about, amount }, s) => ({
    what: `Brussels threatens to carry ${s.file(about[0]!)} through by week ${amount}.`,
    effect: "Not done, it counts as folding.",
  }),
  "threat-kept": ({ about }, s) => ({
    what: `Brussels does what it threatened: ${s.file(about[0]!)}.`,
    effect: "Beijing takes its word more seriously.",
  }),
  "threat-dropped": ({ about }, s) => ({
    what: `Brussels lets its threat pass: ${s.file(about[0]!)}.`,
    effect: "Beijing takes its word less seriously.",
  }),
  "warning-given": ({ about, amount }, s) => ({
    what: `Beijing warns ${s.seat(about[0]!)}${about[1] ? ` over ${s.file(about[1])}` : ""}.`,
    effect: `It must act by week ${amount}, or nobody believes it.`,
  }),
  "warning-kept": ({ about }, s) => ({
    what: `Beijing does what it warned ${s.seat(about[0]!)} of.`,
    effect: "Its word weighs more.",
  }),
  "warning-dropped": ({ about }, s) => ({
    what: `Beijing’s warning to ${s.seat(about[0]!)} was empty.`,
    effect: "Its word weighs less, and so does its face.",
  }),
  "statement-made": ({ by, about }, s) => ({
    what: statement(s.seat(by), about),
    effect: said[about[0]!]?.effect ?? "",
  }),

  // capitals
  "pledge-given": ({ about }, s) => ({
    what: `The Commission promises ${s.seat(about[0]!)}: ${values.pledge![about[1]!]!.title.toLowerCase()}.`,
    effect: "It wants a vote for it. Nobody else knows.",
  }),
  "relief-granted": ({ about }, s) => ({
    what: `${s.seat(about[0]!)} pays its firms in ${s.sector(about[1]!)}.`,
    effect: "From the fourth week losses there hurt less.",
  }),
  "stock-shared": ({ about, amount }, s) => ({
    what: `${s.seat(about[0]!)} sends ${s.input(about[2]!)} to ${s.seat(about[1]!)}.`,
    effect: `Lines there run ${longer(amount, s)}.`,
  }),
  "stocks-mandated": ({ about, amount }, s) => ({
    what: `${s.seat(about[0]!)} obliges its firms to hold more stock.`,
    effect: `They have it by week ${amount}, and it costs them.`,
  }),
  "plant-hosted": ({ about }, s) => ({
    what: `${s.seat(about[0]!)} offers a site for ${s.project(about[1]!)}.`,
    effect: "Permits come first; some at home object.",
  }),
  "permit-speeded": ({ about }, s) => ({
    what: `${s.seat(about[0]!)} speeds up the permit for ${s.project(about[1]!)}.`,
    effect: "Some at home object.",
  }),
  "mission-sent": ({ about }, s) => ({
    what: `${s.seat(about[0]!)} sends a trade mission to Beijing.`,
    effect: "It will sell more; the others frown.",
  }),
  "solidarity-shown": ({ about }, s) => ({
    what: `${s.seat(about[0]!)} stands by a capital in need.`,
    effect: "Cohesion rises.",
  }),
  "election-held": ({ about, amount }, s) => ({
    what: `${s.seat(about[0]!)} has voted.`,
    effect:
      amount > 0
        ? "Its line towards Beijing turns harder."
        : amount < 0
          ? "Its line towards Beijing turns softer."
          : "Its line stays.",
  }),
  "presidency-changed": ({ about }, s) => ({
    what: `${s.seat(about[0]!)} takes the chair of the Council.`,
    effect: "For half a year it runs the agenda.",
  }),

  // supply and industry
  "stock-ordered": ({ about }, s) => ({
    what: `Brussels orders ${s.input(about[0]!)} for the reserve.`,
    effect: "It fills little by little. How much is Europe’s secret.",
  }),
  "release-rule-set": ({ about }) => ({
    what: `Brussels sets who gets the reserve: ${lower(values.rule![about[0]!]?.title ?? "")}.`,
    effect: values.rule![about[0]!]?.what ?? "",
  }),
  "emergency-declared": ({ amount }) => ({
    what: `Brussels declares a supply emergency until week ${amount}.`,
    effect: "The reserve may release twice as much.",
  }),
  "project-backed": ({ about }, s) => ({
    what: `Brussels backs ${s.project(about[0]!)}.`,
    effect: `${values.how![about[1]!]?.title ?? "Help"}: it comes sooner or fails less.`,
  }),
  "project-operating": ({ about }, s) => ({
    what: `${s.project(about[0]!)} begins to deliver.`,
    effect: s.makesInput(about[0]!)
      ? "A little less must come through the gate."
      : "Jobs come with it, and a Chinese owner.",
  }),
  "project-dead": ({ about }, s) => ({
    what: `${s.project(about[0]!)} is given up.`,
    effect: "It found no money or no buyer in time.",
  }),
  "starts-ended": ({ about }, s) => ({
    what: `Nobody starts new plants for ${s.input(about[0]!)} any more.`,
    effect: calmed[about[1]!] ?? "",
  }),
  "starts-resumed": ({ about }, s) => ({
    what: `Firms start new plants for ${s.input(about[0]!)} again.`,
    effect: "They see risk where they buy.",
  }),
  "plants-closed": ({ about, amount }, s) => ({
    what: `Plants for ${s.input(about[0]!)} outside China close: ${s.percent(100 * amount)} of need so far.`,
    effect: calmed[about[1]!] ?? "",
  }),
  "lines-stopped": ({ about, amount }, s) => ({
    what: about.length > 0 ? `${lines(amount)} in ${s.seats(about)}.` : `${lines(amount)} in the Union.`,
    effect: "Stores there have run out.",
  }),

  // events
  "card-drawn": ({ about: [id = "", ...about] }, s) => {
    const { title, line } = s.card(id, about);
    return { what: ended(title), effect: line };
  },
  "card-happened": ({ about: [id = "", ...about], amount }, s) => ({
    what: s.said(id, amount > 0),
    effect: ended(s.card(id, about).title),
  }),
  "card-answered": ({ about, by, amount }, s) => ({
    what: `${by ? `${s.seat(by)} decides` : "It comes to this"}: ${lower(s.option(about[0]!, about[1]!))}.`,
    effect: `${ended(s.card(about[0]!, []).title)}${amount > 0 ? " It works." : amount < 0 ? " It does not work." : ""}`,
  }),
  "budget-refilled": ({ amount }, s) => ({
    what: `Brussels has ${s.millions(amount)} more to commit.`,
    effect: "The year’s budget is in.",
  }),
  "game-ended": ({ about }) => ({
    what: `The game is over: ${lower(verdicts[about[0] as keyof typeof verdicts]?.title ?? "")}.`,
    effect: verdicts[about[0] as keyof typeof verdicts]?.line ?? "",
  }),
};

/** What several capitals do in the same week, in one sentence; the log opens it. */
export const newsTogether: Partial<
  Record<NewsCode, (who: string, news: Pick<News, "about">, s: Names) => string>
> = {
  "card-answered": (who, { about }, s) => `${who} decide: ${lower(s.option(about[0]!, about[1]!))}.`,
  "relief-granted": (who) => `${who} pay their firms.`,
  "stock-shared": (who) => `${who} send stocks to others.`,
  "stocks-mandated": (who) => `${who} oblige their firms to hold more stock.`,
  "plant-hosted": (who) => `${who} offer sites for plants.`,
  "permit-speeded": (who) => `${who} speed up permits for plants.`,
  "mission-sent": (who) => `${who} send trade missions to Beijing.`,
  "solidarity-shown": (who) => `${who} stand by a capital in need.`,
  "election-held": (who) => `${who} have voted.`,
};

/** Why private plants die. */
const calmed: Record<string, string> = {
  flood: "Goods sold below cost take their buyers.",
  assurance: "A promise that nobody measures has soothed the buyers.",
  calm: "It is quiet, and buyers have forgotten.",
};

function statement(by: string, [form]: readonly string[]): string {
  const { what } = said[form!] ?? { what: "speaks in public" };
  return `${by} ${what}.`;
}

/** With a full stop, unless it ends in another sign. */
const ended = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);
const mode = (id: string | undefined): string => modes[id as keyof typeof modes] ?? "changed";
const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const several = (names: readonly string[]): string =>
  names.length <= 1 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
