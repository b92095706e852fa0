// News as a seat has been told it.

import type { NewsCode } from "../shared/news.ts";
import type { News } from "../shared/state.ts";
import type { View } from "../shared/view.ts";

/** Everything the seat has been told, newest first. */
export const allNews = (view: View): News[] =>
  [...view.pub.news, ...view.own.news].reverse().sort((a, b) => b.tick - a.tick);

/** The week of the last news of a kind about something; now where it is forgotten. */
export const toldAt = (view: View, code: NewsCode, about: string): number =>
  allNews(view).find((n) => n.code === code && n.about[0] === about)?.tick ?? view.pub.tick;
