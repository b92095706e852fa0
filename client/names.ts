// Made-up names: nobody needs to give their own, and none is asked for.

import { words } from "./words.ts";

/** A whole number from 0 to below `count`, each as likely as any other. */
type Draw = (count: number) => number;

/** Chance of the browser's own source. Draws again above the last full multiple, so that no number is favoured. */
export const cryptoDraw: Draw = (count) => {
  const limit = Math.floor(2 ** 32 / count) * count;
  const box = new Uint32Array(1);
  do crypto.getRandomValues(box);
  while (box[0]! >= limit);
  return box[0]! % count;
};

/** The two lists that names are made of, in the language of the page. */
export function nameParts(): { first: string[]; second: string[] } {
  return { first: words.names.first.split(" "), second: words.names.second.split(" ") };
}

/** A name such as "Calm Heron", never the one before it and never the same word twice. */
export function newName(draw: Draw = cryptoDraw, before = ""): string {
  const { first, second } = nameParts();
  for (;;) {
    const [one, two] = [first[draw(first.length)]!, second[draw(second.length)]!];
    const name = words.names.join(one, two);
    if (name !== before && one !== two) return name;
  }
}
