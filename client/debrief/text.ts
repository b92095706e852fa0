// The words of the debrief, which come with it. Like `speech.ts`, one file for each language under assets/words/, all of the
// shape of the English one.

import * as english from "../../assets/words/en-end.ts";
import { inLanguage, type Others } from "../speech.ts";

export type Debrief = typeof english;

/** Read it where it is shown, do not keep a copy: `prepare` replaces it. */
export let debrief: Debrief = english;

const OTHERS = import.meta.glob<Partial<Debrief>>([
  "../../assets/words/??-end.ts",
  "!../../assets/words/en-*.ts",
]);

/** Loads what the debrief says in a language; whatever it lacks stays English. */
export async function prepare(language: string, others: Others<Debrief> = OTHERS): Promise<void> {
  debrief = await inLanguage(english, others, language);
}
