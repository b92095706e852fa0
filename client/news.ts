// News as a seat has been told it.

import type { NewsCode } from "../shared/news.ts";
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
    const key = folds ? `${news.tick} ${news.code}` : news.id;
    groups.set(key, [...(groups.get(key) ?? []), news]);
  }
  return [...groups.values()].flatMap((group) =>
    group.length < MANY ? group.map((news) => [news]) : [group],
  );
}

/** The week of the last news of a kind about something; now where it is forgotten. */
export const toldAt = (view: View, code: NewsCode, about: string): number =>
  allNews(view).find((n) => n.code === code && n.about[0] === about)?.tick ?? view.pub.tick;
