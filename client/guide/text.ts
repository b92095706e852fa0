// The words of the guide and of the page of figures, which come with those pages. One set of files for each language
// under assets/guide/, all of the shape of the English ones.

import * as play from "../../assets/guide/en-guide.ts";
import * as host from "../../assets/guide/en-host.ts";
import * as land from "../../assets/guide/en-meaning-land.ts";
import * as power from "../../assets/guide/en-meaning-power.ts";
import * as rules from "../../assets/guide/en-meaning-rules.ts";
import * as model from "../../assets/guide/en-model.ts";
import { speakGame } from "../speech.ts";

const english = { guide: { ...play, ...host }, model, meaning: { ...land, ...power, ...rules } };
type Text = typeof english;

/** Read it where it is shown, do not keep a copy: `prepare` replaces it. */
export let text: Text = english;

const OTHERS = import.meta.glob<Record<string, unknown>>([
  "../../assets/guide/??-*.ts",
  "!../../assets/guide/en-*.ts",
]);

/** Loads what the pages say in a language; whatever it lacks stays English. */
export async function prepare(language: string): Promise<void> {
  const file = async (name: string) => {
    const load = OTHERS[`../../assets/guide/${language}-${name}.ts`];
    return (await load?.().catch(() => undefined)) ?? {};
  };
  const pages = [file("guide"), file("host"), file("model")];
  const meanings = ["land", "power", "rules"].map((part) => file(`meaning-${part}`));
  const [[guide, host, model], more] = await Promise.all([
    Promise.all(pages),
    Promise.all(meanings),
    speakGame(language),
  ]);
  text = {
    guide: { ...english.guide, ...guide, ...host },
    model: { ...english.model, ...model },
    meaning: Object.assign({}, english.meaning, ...more),
  };
}
