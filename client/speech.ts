// The words of the game itself, which come with the table: numbers, orders, news, and the sentences of its panels. Like
// `words.ts`, one set of files for each language under assets/words/, all of the shape of the English ones.

import * as bots from "../assets/words/en-bots.ts";
import * as game from "../assets/words/en-game.ts";
import * as news from "../assets/words/en-news.ts";
import * as numbers from "../assets/words/en-numbers.ts";
import * as orders from "../assets/words/en-orders.ts";
import * as table from "../assets/words/en-table.ts";
import * as talks from "../assets/words/en-talks.ts";

const english = { ...bots, ...game, ...news, ...numbers, ...orders, ...table, ...talks };
type Speech = typeof english;

/** Read it where it is shown, do not keep a copy: `speakGame` replaces it. */
export let speech: Speech = english;

const OTHERS = import.meta.glob<Partial<Speech>>([
  "../assets/words/??-{bots,game,news,numbers,orders,table,talks}.ts",
  "!../assets/words/en-*.ts",
]);

/** Loads a language before the table is drawn; whatever a file of it lacks stays English. */
export async function speakGame(code: string): Promise<void> {
  const files = Object.keys(OTHERS).filter((path) => path.includes(`/${code}-`));
  const parts = await Promise.all(files.map((path) => OTHERS[path]!().catch(() => ({}))));
  speech = Object.assign({}, english, ...parts);
}

/** "the Commission" at the head of a sentence: "The Commission". */
export const headed = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** As it stands within a sentence. */
export const inside = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
