// News as a seat has been told it.

import type { NewsCode } from "../shared/news.ts";
import { isSeat, SEATS, type Seat } from "../shared/seat.ts";
import type { News } from "../shared/state.ts";
import type { OwnNews, View } from "../shared/view.ts";

/** Everything the seat has been told, newest first: what is its own stands where it happened among what all know. */
export function allNews({ pub, own }: View): News[] {
  const places = new Map(pub.news.map(({ id }, k) => [id, k]));
  // What it came after may be forgotten by now: then it came before all public news of its week.
  const placeOf = ({ after, tick }: OwnNews): number =>
    places.get(after) ?? pub.news.findLastIndex((news) => news.tick < tick);
  const placed = [
    ...pub.news.map((news, k) => ({ news, k })),
    ...own.news.map((news) => ({ news, k: placeOf(news) })),
  ];
  return placed
    .sort((a, b) => a.k - b.k)
    .map(({ news }): News => news)
    .reverse();
}

/** The seat whose news it is: the one it is about, or who did it. */
export const actorOf = ({ about, by }: News): Seat | "" => (isSeat(about[0] ?? "") ? (about[0] as Seat) : by);

/** What is told to more than half of the seats is no news of one's own. */
const MOST = SEATS.length / 2;

/** Whether a piece of news concerns the seat that looks. */
export const isMine = ({ seat }: Pick<View, "seat">, { by, about, to }: News): boolean =>
  by === seat || about.includes(seat) || (to.length < MOST && to.some((reader) => reader === seat));

/** So many of a kind in one week are told in one line. */
const MANY = 3;

/**
 * The same list with the news of a kind that many capitals made in the same week taken together, where the first of them
 * stood; what concerns the seat that looks (`apart`) stands by itself, and so does what not everybody was told.
 */
export function folded(
  list: readonly News[],
  together: (code: NewsCode) => boolean,
  apart: (news: News) => boolean,
): News[][] {
  const groups = new Map<string, News[]>();
  for (const news of list) {
    const folds = together(news.code as NewsCode) && news.to.length === 0 && !apart(news);
    // What is not about a capital itself is one thing that many of them did.
    const thing = isSeat(news.about[0] ?? "") ? "" : news.about.join(" ");
    const key = folds ? `${news.tick} ${news.code} ${thing}` : news.id;
    groups.set(key, [...(groups.get(key) ?? []), news]);
  }
  return [...groups.values()].flatMap((group) =>
    group.length < MANY ? group.map((news) => [news]) : [group],
  );
}

/** The week of the last news of a kind about something; now where it is forgotten. */
export const toldAt = (view: View, code: NewsCode, about: string): number =>
  allNews(view).find((n) => n.code === code && n.about[0] === about)?.tick ?? view.pub.tick;
