// The words of the guide and of the page of figures, which come with those pages. One set of files for each language
// under assets/guide/, all of the shape of the English ones.

import * as play from "../../assets/guide/en-guide.ts";
import * as host from "../../assets/guide/en-host.ts";
import * as land from "../../assets/guide/en-meaning-land.ts";
import * as power from "../../assets/guide/en-meaning-power.ts";
import * as rules from "../../assets/guide/en-meaning-rules.ts";
import * as model from "../../assets/guide/en-model.ts";
import { inLanguage, speakGame } from "../speech.ts";

const english = { guide: { ...play, ...host }, model, meaning: { ...land, ...power, ...rules } };
type Text = typeof english;

/** Read it where it is shown, do not keep a copy: `prepare` replaces it. */
export let text: Text = english;

const GUIDES = import.meta.glob<Partial<Text["guide"]>>([
  "../../assets/guide/??-{guide,host}.ts",
  "!../../assets/guide/en-*.ts",
]);
const MODELS = import.meta.glob<Partial<Text["model"]>>([
  "../../assets/guide/??-model.ts",
  "!../../assets/guide/en-*.ts",
]);
const MEANINGS = import.meta.glob<Partial<Text["meaning"]>>([
  "../../assets/guide/??-meaning-{land,power,rules}.ts",
  "!../../assets/guide/en-*.ts",
]);

/** Loads what the pages say in a language; whatever it lacks stays English. */
export async function prepare(language: string): Promise<void> {
  const [guide, model, meaning] = await Promise.all([
    inLanguage(english.guide, GUIDES, language),
    inLanguage(english.model, MODELS, language),
    inLanguage(english.meaning, MEANINGS, language),
    speakGame(language),
  ]);
  text = { guide, model, meaning };
}
