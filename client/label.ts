// What things are called: ids of the game to names in the reader's language.

import type { Names, Sentence } from "../assets/words/en-news.ts";
import type { IndicatorId } from "../shared/indicators.ts";
import type { FileKind } from "../shared/scenario/start.ts";
import type { Phrase } from "../shared/scenario/terms.ts";
import type { Rules } from "../shared/scenario.ts";
import { isMember, isSeat, type Seat, sideOf, type Viewpoint } from "../shared/seat.ts";
import type { File, News, VoteRule } from "../shared/state.ts";
import type { View } from "../shared/view.ts";
import { LINES } from "../shared/world/relief.ts";
import { othersIn } from "../shared/world/talks.ts";
import { printMillions } from "./figure.ts";
import { actorOf } from "./news.ts";
import { printEuro, printNumber, printPercent } from "./print.ts";
import { bareName, bySeatName } from "./seats.ts";
import { headed, inside, speech } from "./speech.ts";
import { words } from "./words.ts";

/** "the Commission", "Germany"; the name of a place to look from where it is no seat. */
export const seatName = (seat: Viewpoint | ""): string =>
  words.seats[seat as Seat] ?? speech.onlookers[seat as keyof typeof speech.onlookers] ?? "";

/** The same as a list, a heading or a label has it: "Netherlands", "Commission". */
export const seatTitle = (seat: Viewpoint | ""): string => bareName(seatName(seat));

/** Whose words a number is told in: Europe's own are the usual ones. */
const reader = (seat: Viewpoint): "europe" | "beijing" | "onlooker" =>
  isSeat(seat) ? sideOf(seat) : "onlooker";

/** What a number is called to whoever looks, at the head of a tile or a column: "We buy", to Beijing "We sell". */
export function numberName(seat: Viewpoint, id: IndicatorId): string {
  const to = reader(seat);
  return (to === "europe" ? undefined : speech.indicatorsTo[to][id]) ?? speech.indicators[id].name;
}

/** The same within a sentence: "what Beijing could cost us", to Beijing "what we could cost Europe". */
export function likelyName(seat: Viewpoint, id: IndicatorId): string {
  const to = reader(seat);
  const own = to === "europe" ? undefined : (speech.likelyTo[to][id] ?? speech.indicatorsTo[to][id]);
  return own ?? speech.likely[id] ?? inside(speech.indicators[id].name);
}

const named = (list: readonly { id: string; name: string }[], id: string): string =>
  list.find((item) => item.id === id)?.name ?? id;

/** A file under its own title, or as "Anti-dumping case: chemicals". */
export function fileName(rules: Rules, file: Pick<File, "kind" | "name" | "sector">): string {
  const own = rules.files.find((f) => f.id === file.name)?.name;
  const sector = rules.sectors[file.sector]?.name;
  const kind = speech.fileKinds[file.kind as FileKind];
  return own ?? (sector ? `${kind}: ${inside(sector)}` : kind);
}

/** What a vote is about: that there is coercion is found before a sector is chosen for the answer, which is voted on later. */
export const votedName = (
  rules: Rules,
  file: Pick<File, "kind" | "name" | "sector">,
  rule: VoteRule,
): string => fileName(rules, file.kind === "coercion" && rule === "for" ? { ...file, sector: -1 } : file);

/** Files seen so far in this page, so that news of one that has closed can still name it. */
const seen = new Map<string, string>();

/** Notes what the files of a View are called. */
export function noteFiles(rules: Rules, view: View): void {
  for (const file of view.pub.files) seen.set(file.id, fileName(rules, file));
}

/** "Slovakia and Czechia", "Germany, Spain and 4 more". */
export function seatList(ids: readonly string[]): string {
  const names = ids.slice(0, 3).map((id) => seatName(id as Seat));
  const rest = ids.length - names.length;
  return rest > 0
    ? speech.andMore(names.join(", "), rest)
    : names.length > 1
      ? speech.and(names.slice(0, -1).join(", "), names.at(-1)!)
      : (names[0] ?? "");
}

/** A file by its id, also one that is closed by now. */
export const fileTitle = (rules: Rules, id: string): string =>
  seen.get(id) ?? rules.files.find((f) => f.id === id)?.name ?? speech.aFile;

/** A file by its id: as it stands in this View, else as it was known before. */
export function fileNamed(rules: Rules, files: readonly File[], id: string): string {
  const file = files.find((f) => f.id === id);
  return file ? fileName(rules, file) : fileTitle(rules, id);
}

/** What kind of agreement it is, by the template it was made from. */
export const agreementName = (rules: Rules, template: string): string =>
  rules.templates.find((t) => t.id === template)?.title ?? speech.agreement;

/** A room by the others in it. */
export function talkName(view: View, talk: string): string {
  const found = view.own.talks.find((t) => t.id === talk);
  return headed(seatList(found ? othersIn(view, found) : []));
}

/** The line of a card, with the names of what it is about in its blanks. */
export function cardLine(rules: Rules, card: string, about: readonly string[]): string {
  const line = rules.cards.find(({ id }) => id === card)?.line ?? "";
  const first = (list: readonly { id: string; name: string }[]): string =>
    list.find(({ id }) => about.includes(id))?.name ?? "";
  const states = rules.members.map(({ code }) => code).filter((code) => about.includes(code));
  const files = about.filter((id) => seen.has(id) || rules.files.some((f) => f.id === id));
  const blanks: Record<string, () => string> = {
    state: () => seatName(states[0] ?? ""),
    states: () => seatList(states),
    plant: () => first(rules.projects),
    sector: () => inside(first(rules.sectors)),
    file: () => speech.quoted(fileTitle(rules, files[0] ?? "")),
  };
  return headed(line.replace(/\{(\w+)\}/g, (_, blank: string) => blanks[blank]?.() ?? ""));
}

/** Names and figures for the sentences of the news. */
export function names(rules: Rules): Names {
  const cardOf = (id: string) => rules.cards.find((card) => card.id === id);
  return {
    seat: (id) => seatName(id as Seat),
    seats: seatList,
    sector: (id) => inside(id === LINES ? speech.stoppedLines : named(rules.sectors, id)),
    input: (id) => inside(named(rules.inputs, id)),
    file: (id) => speech.quoted(fileTitle(rules, id)),
    topic: (id) => (isMember(id) ? seatName(id) : speech.quoted(fileTitle(rules, id))),
    isSeat: (id) => isMember(id),
    project: (id) => named(rules.projects, id),
    makesInput: (id) => rules.projects.some((plan) => plan.id === id && plan.input !== undefined),
    agreement: (template) => speech.quoted(agreementName(rules, template)),
    card: (id, about) => ({ title: cardOf(id)?.title ?? id, line: cardLine(rules, id, about) }),
    said: (id, works) => cardOf(id)?.happens?.says?.[works ? 0 : 1] ?? "",
    option: (card, option) => cardOf(card)?.options.find((o) => o.id === option)?.title ?? option,
    number: printNumber,
    percent: printPercent,
    euro: printEuro,
    millions: printMillions,
  };
}

/** News of one kind that capitals made in one week, as one sentence. */
export function toldTogether(rules: Rules, list: readonly News[]): Sentence {
  const [first] = list;
  const tell = speech.newsTogether[first!.code as keyof typeof speech.news];
  const who = [...new Set(list.map((news) => actorOf(news) as Seat))].sort(bySeatName);
  const effects = new Set(list.map((news) => told(rules, news).effect));
  const [effect] = effects;
  const what = headed(tell!(seatList(who), first!, names(rules)));
  return effects.size === 1 && effect ? { what, effect } : { what };
}

/** A piece of news as a sentence. */
export function told(rules: Rules, item: News): Sentence {
  const tell = speech.news[item.code as keyof typeof speech.news];
  if (!tell) return { what: item.code };
  const { what, effect } = tell(item, names(rules));
  return effect ? { what: headed(what), effect: headed(effect) } : { what: headed(what) };
}

/** A value of a field of an order, as it is offered: the name of a thing, a word of the game, or a figure. */
export function valueName(rules: Rules, view: View, field: string, value: unknown): string {
  const text = String(value);
  const word = speech.values[field]?.[text]?.title;
  if (word) return word;
  switch (field) {
    case "sector":
      return text === LINES ? speech.stoppedLines : named(rules.sectors, text);
    case "input":
      return named(rules.inputs, text);
    case "project":
      return named(rules.projects, text);
    case "mode":
      return headed(speech.modes[text as keyof typeof speech.modes] ?? text);
    case "gift":
      return headed(speech.gifts[text as keyof typeof speech.gifts] ?? text);
    case "ask":
      return headed(speech.asked[text as keyof typeof speech.asked] ?? text);
    case "to":
    case "member":
      return seatTitle(text as Seat);
    case "members":
      return (value as Seat[]).length === 1
        ? seatTitle((value as Seat[])[0]!)
        : headed(seatList(value as string[]));
    case "million":
      return printMillions(Number(value));
    case "billion":
      return printEuro(Number(value));
    case "weeks":
      return words.units.weeks(Number(value));
    case "delay":
      return value === 0 ? speech.act.atOnce : speech.act.after(words.units.weeks(Number(value)));
    case "about":
      return isMember(text) ? seatTitle(text) : (seen.get(text) ?? text);
    case "file":
      return seen.get(text) ?? text;
    case "talk":
      return talkName(view, text);
    case "seats":
      return headed(seatList(value as string[]));
    case "template":
      return agreementName(rules, text);
    case "phrase":
      return speech.phrases[text as Phrase]({ week: view.pub.tick + 8, weeks: 8, file: "" });
    case "proposal":
      return agreementName(rules, view.own.proposals.find((p) => p.id === text)?.template ?? "");
    case "contract":
      return agreementName(
        rules,
        [...view.own.contracts, ...view.pub.contracts].find((c) => c.id === text)?.template ?? "",
      );
    case "vote":
      return seen.get(view.pub.votes.find((v) => v.id === text)?.file ?? "") ?? speech.aFile;
    default:
      return text;
  }
}
