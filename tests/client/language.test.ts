// Every sentence stands in one place for each language: no component holds any, none imports a language by itself, and a
// language that has only a part of the words is spoken as far as it goes.

import { globSync, readFileSync } from "node:fs";
import { parseSync } from "vite";
import { afterEach, describe, expect, test } from "vitest";
import { debrief, prepare } from "../../client/debrief/text.ts";
import { inLanguage, speakGame, speech } from "../../client/speech.ts";

/** The page for developers shows parts with words of its own. */
const sources = globSync("client/**/*.{ts,tsx}")
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path !== "client/parts/gallery.tsx");

/** What loads the words: of the start page, of the table, of the debrief, of the pages that are read. */
const LOADERS = ["client/words.ts", "client/speech.ts", "client/debrief/text.ts", "client/guide/text.ts"];

test("English is imported by what loads languages, and by nothing else", () => {
  const importers = sources.filter((path) =>
    /^(?:import|export)(?! type\b)[^;]*from "[^"]*assets\/(?:words|guide)\/en\b/m.test(
      readFileSync(path, "utf8"),
    ),
  );
  expect(importers.sort()).toEqual([...LOADERS].sort());
});

interface Node {
  type: string;
  start: number;
  [key: string]: unknown;
}
const isNode = (x: unknown): x is Node => typeof (x as Node | null)?.type === "string";
const nameOf = (x: unknown): string => (isNode(x) ? String(x.name ?? nameOf(x.property)) : "");

/** Every node below one, but for what lies below those that `skip` names. */
function below(node: unknown, skip: (node: Node) => boolean): Node[] {
  if (Array.isArray(node)) return node.flatMap((part) => below(part, skip));
  if (!isNode(node) || skip(node)) return [];
  return [
    node,
    ...Object.values(node).flatMap((part) => (typeof part === "object" ? below(part, skip) : [])),
  ];
}

const ATTRIBUTES = /^(class|style|d|transform|viewBox|points|key|id|type|rel|role|fill|preserveAspectRatio)$/;
const SELECTS = /^(closest|matches|querySelector(All)?|useMedia|matchMedia)$/;

/** What nobody reads: types, imports, looks of an element, selectors, and faults that are told to no person. */
const isSilent = (node: Node): boolean =>
  (node.type.startsWith("TS") && !/^TS(As|NonNull|Satisfies)/.test(node.type)) ||
  /^Import/.test(node.type) ||
  (node.type === "JSXAttribute" && ATTRIBUTES.test(nameOf(node.name))) ||
  (node.type === "CallExpression" && SELECTS.test(nameOf(node.callee))) ||
  (node.type === "NewExpression" && /Error$|^Refused$/.test(nameOf(node.callee)));

/** Names of keys, units of the catalogue, and what stands in brackets for a browser. */
const IDS = /^(Arrow\w+|Home|End|Enter|Escape|EUR (bn|m)|(% )?of [A-Za-z ]+|\(.*\))$/;

/** Text that is no id: a word with a capital at its head, or several words. */
function sentences(source: string, path: string): string[] {
  return below(parseSync(path, source).program, isSilent).flatMap((node) => {
    const { type, value } = node;
    if (type === "JSXText") return /\p{L}/u.test(String(value)) ? [String(value).trim()] : [];
    const text = type === "TemplateElement" ? (value as { cooked: string }).cooked : value;
    if ((type !== "Literal" && type !== "TemplateElement") || typeof text !== "string") return [];
    return !IDS.test(text) && /^\s*\p{Lu}\p{Ll}|\p{L}[,:;.]? \p{L}/u.test(text) ? [text] : [];
  });
}

describe("no sentence stands in a script", () => {
  test("what is looked for would be found", () => {
    const source = `const f = (n) => n > 1 ? \`After \${n} weeks\` : "Beijing";
      const g = <td class="end-table stacked" data-label="At the end" title={words.x}>of {f(2)}</td>;
      if (key === "Enter") throw new Error("no such thing");`;
    expect(sentences(source, "x.tsx")).toEqual(["After ", "Beijing", "At the end", "of"]);
  });

  test.each(sources)("%s", (path) => expect(sentences(readFileSync(path, "utf8"), path)).toEqual([]));
});

/** Reads of a language outside every function: taken once, before the language is known. */
function kept(source: string, path: string): string[] {
  const program = parseSync(path, source).program;
  const isLater = (node: Node) => /Function|^Import|^TS(?!As|NonNull|Satisfies)/.test(node.type);
  return below(program, isLater).flatMap((node) =>
    node.type === "MemberExpression" && /^(words|speech|debrief|text)$/.test(nameOf(node.object))
      ? [source.slice(node.start, node.start + 40).split("\n")[0]!]
      : [],
  );
}

test("no words are kept from before the language is known", () => {
  expect(kept("const A = { x: words.units.weeks(1) }; const f = () => words.errors;", "x.ts")).toHaveLength(
    1,
  );
  for (const path of sources) expect(kept(readFileSync(path, "utf8"), path), path).toEqual([]);
});

describe("a language that has a part of the words", () => {
  afterEach(async () => {
    await prepare("en");
    await speakGame("en");
  });

  test("is spoken as far as it goes, and English beyond", async () => {
    const { corridor, limits } = debrief;
    await prepare("qq", {
      "../assets/words/qq-end.ts": async () => ({ corridor: { ...corridor, you: "qq you" } }),
      "../assets/words/rr-end.ts": async () => ({ limits: { title: "rr limits", list: [] } }),
    });
    expect(debrief.corridor.you).toBe("qq you");
    expect(debrief.limits).toEqual(limits);
  });

  test("a file that cannot be loaded leaves the rest", async () => {
    const found = await inLanguage<{ a: string; b: string }>(
      { a: "one", b: "two" },
      {
        "x/qq-a.ts": () => Promise.reject(new Error("gone")),
        "x/qq-b.ts": async () => ({ b: "qq two" }),
      },
      "qq",
    );
    expect(found).toEqual({ a: "one", b: "qq two" });
  });

  test("is spoken at the table", async () => {
    await speakGame("qq", {
      "x/qq-map.ts": async () => ({ map: { ...speech.map, asMap: "qq map" } }),
      "x/qq-game.ts": async () => ({ fileKinds: { ...speech.fileKinds, law: "qq law" } }),
    });
    expect(speech.fileKinds.law).toBe("qq law");
    expect(speech.map.asMap).toBe("qq map");
    expect(speech.fileKinds.package).toBe("Resilience package");
  });
});
