// Which language the page speaks. Every sentence stands in one file for each language under assets/words/; a new
// language is a new file there of the same shape as English, and nothing else.

import { en } from "../assets/words/en.ts";

export type Words = typeof en;

/** Files of the other languages, fetched only when asked for: "../assets/words/de.ts" exports `de`. */
const OTHERS = import.meta.glob<Record<string, Words>>(["../assets/words/??.ts", "!../assets/words/en.ts"]);

const fileOf = (language: string): string => `../assets/words/${language}.ts`;

/** Languages there are, by their code. */
export const LANGUAGES: readonly string[] = [
  "en",
  ...Object.keys(OTHERS).map((path) => path.replace(/^.*\/(.+)\.ts$/, "$1")),
];

/** The words of the page. Read them where they are shown, do not keep a copy: `speak` replaces them. */
export let words: Words = en;
export let language = "en";

/** The first language of the reader that the house speaks; English if there is none. */
export function chooseLanguage(wanted: readonly string[], spoken: readonly string[] = LANGUAGES): string {
  const codes = wanted.map((tag) => tag.toLowerCase().split("-")[0]!);
  return codes.find((code) => spoken.includes(code)) ?? "en";
}

/** Loads a language before the first picture of the page. One that cannot be loaded leaves the page in English. */
export async function speak(code: string): Promise<void> {
  const load = OTHERS[fileOf(code)];
  const other = load && (await load().catch(() => undefined))?.[code];
  words = other ?? en;
  language = other ? code : "en";
  document.documentElement.lang = language;
}

/** An error whose message was written for people; anything else that goes wrong is told in general words. */
export class Said extends Error {}

/** What to tell a person about something that went wrong. */
export const tell = (error: unknown): string =>
  error instanceof Said ? error.message : words.errors.unknown;
