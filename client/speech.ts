// The words of the game itself, which come with the table: numbers, orders, news, and the sentences of its panels and its map.
// Like `words.ts`, one set of files for each language under assets/words/, all of the shape of the English ones.

import * as bots from "../assets/words/en-bots.ts";
import * as game from "../assets/words/en-game.ts";
import * as map from "../assets/words/en-map.ts";
import * as news from "../assets/words/en-news.ts";
import * as numbers from "../assets/words/en-numbers.ts";
import * as orders from "../assets/words/en-orders.ts";
import * as table from "../assets/words/en-table.ts";
import * as talks from "../assets/words/en-talks.ts";

const english = { ...bots, ...game, ...map, ...news, ...numbers, ...orders, ...table, ...talks };
type Speech = typeof english;

/** Read it where it is shown, do not keep a copy: `speakGame` replaces it. */
export let speech: Speech = english;

/** Files of the other languages by their path, "…/de-game.ts", each with some of the words. */
export type Others<T> = Record<string, () => Promise<Partial<T>>>;

const OTHERS = import.meta.glob<Partial<Speech>>([
  "../assets/words/??-{bots,game,map,news,numbers,orders,table,talks}.ts",
  "!../assets/words/en-*.ts",
]);

/** The words in a language: English, and in its place whatever the files of that language hold. */
export async function inLanguage<T extends object>(words: T, others: Others<T>, code: string): Promise<T> {
  const files = Object.keys(others).filter((path) => path.includes(`/${code}-`));
  const parts = await Promise.all(files.map((path) => others[path]!().catch(() => ({}))));
  return Object.assign({}, words, ...parts);
}

/** Loads a language before the table is drawn; whatever a file of it lacks stays English. */
export async function speakGame(code: string, others: Others<Speech> = OTHERS): Promise<void> {
  speech = await inLanguage(english, others, code);
}

/** "the Commission" at the head of a sentence: "The Commission". */
export const headed = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** As it stands within a sentence. */
export const inside = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
