// The page of figures without a browser: nothing is left out, everything has a sentence, and the search finds it.

import { describe, expect, test } from "vitest";
import * as z from "zod";
import {
  blocksOf,
  countGrades,
  countSources,
  entryPath,
  figuresIn,
  meaningOf,
  select,
  webAddress,
} from "../../client/guide/figures.ts";
import { text } from "../../client/guide/text.ts";
import { scenarioSchema } from "../../shared/scenario/schema.ts";
import { brussels, tiny } from "../helpers/scenario.ts";

/** Paths of every figure that the schema allows, without positions; prices stand under `model.cost.`, by any name. */
function schemaPaths(schema: z.core.$ZodType, path = ""): string[] {
  if (schema instanceof z.ZodOptional) return schemaPaths(schema.unwrap(), path);
  if (schema instanceof z.ZodArray) return schemaPaths(schema.element, path);
  if (!(schema instanceof z.ZodObject)) return [];
  const { shape } = schema;
  if ("value" in shape && "unit" in shape) return [path];
  return Object.entries(shape).flatMap(([key, child]) =>
    schemaPaths(child as z.core.$ZodType, path === "" ? key : `${path}.${key}`),
  );
}

const ofSchema = [...new Set(schemaPaths(scenarioSchema).map(entryPath))];
const blocks = blocksOf(brussels.scenario);
const figures = figuresIn(blocks);

describe("meanings", () => {
  test("the walk over the schema finds what a scenario has", () => {
    expect(ofSchema.length).toBeGreaterThan(400);
    const found = new Set(figures.map(({ path }) => entryPath(path)));
    expect([...found].sort()).toEqual([...ofSchema].sort());
  });

  test.each(ofSchema)("%s has a sentence", (path) => {
    expect(meaningOf(path)).toMatch(/^[A-Z“].{10,140}[.:”]$/);
  });

  test("there is no sentence for what is no figure", () => {
    const { lists, ...parts } = text.meaning;
    const written = [
      ...Object.entries(lists).map(([id, sentences]) => [id, sentences] as const),
      ...Object.entries(parts).map(([id, sentences]) => [`model.${id}`, sentences] as const),
    ];
    const paths = written.flatMap(([id, sentences]) => Object.keys(sentences).map((key) => `${id}.${key}`));
    expect(paths.filter((path) => !ofSchema.includes(path))).toEqual([]);
  });

  test("every price names its order and what sets it apart", () => {
    const prices = blocks.find((block) => block.id === "model.cost")!.entries;
    const said = prices.map((entry) => entry.meaning);
    expect(new Set(said).size).toBe(said.length);
    // Variants are words of people; "go-slow" is one.
    for (const { meaning, path } of prices.filter((price) => !price.path.endsWith("/go-slow")))
      expect(meaning, path).not.toContain(`(${path.split("/")[1]})`);
    expect(said).toContain(
      "Political capital that “Decide on a case” costs the Commission (impose the duty).",
    );
    expect(said).toContain("Political capital that “Send an envoy” costs Beijing (to a large state).");
  });

  test("every block has a name", () => {
    for (const { id, title } of blocks) expect(title, id).not.toBe(id);
  });
});

describe("figures", () => {
  test("each stands at its own path, with its unit, grade and known sources", () => {
    const of = (path: string) => figures.find((figure) => figure.path === path);
    const germany = brussels.scenario.members.findIndex((m) => m.code === "DE");
    expect(of(`members[${germany}].population`)).toMatchObject({
      subject: "Germany",
      value: 18.49,
      grade: "measured",
      sources: [{ id: "S150", grade: "official" }],
    });
    expect(of("model.modes.go-slow.weeks")).toMatchObject({ subject: "Go-slow" });
    expect(of("members[0].exports")!.labels).toEqual(brussels.scenario.sectors.map((s) => s.name));
    expect(of("model.score.security")!.labels).toEqual(["78 weeks", "104 weeks", "156 weeks", "208 weeks"]);
    for (const { sources, path } of figures)
      for (const { id } of sources) expect(brussels.scenario.sources, path).toHaveProperty(id);
  });

  test("none is counted twice or left out", () => {
    const text = JSON.stringify(brussels.scenario);
    expect(figures).toHaveLength(text.match(/"grade":"(measured|estimated|assumed)"/g)!.length);
    const counts = countGrades(figures);
    expect(counts.measured).toBe(text.match(/"grade":"measured"/g)!.length);
    expect(counts.measured + counts.estimated + counts.assumed).toBe(figures.length);
  });

  test("a scenario of another size is read as well", () => {
    const few = figuresIn(blocksOf(tiny.scenario));
    expect(few.filter((f) => f.path.endsWith(".population"))).toHaveLength(3);
  });

  test("sources know how often they are named, by figures and by facts", () => {
    const counts = countSources(brussels.scenario);
    const resting = (id: string) => figures.filter((f) => f.sources.some((s) => s.id === id)).length;
    expect(counts.get("S150")).toBe(resting("S150"));
    // The votes of 4 October 2024 are no figures.
    expect(counts.get("S01")).toBeGreaterThanOrEqual(resting("S01") + 27);
    expect([...counts.keys()].sort()).toEqual(Object.keys(brussels.scenario.sources).sort());
  });
});

describe("search", () => {
  const paths = (search: string, grade: Parameters<typeof select>[2] = "all") =>
    figuresIn(select(blocks, search, grade)).map((figure) => figure.path);

  test("without words everything is there", () => {
    expect(paths("")).toHaveLength(figures.length);
  });

  test("by path, meaning, state, source and unit, in any case and order", () => {
    expect(paths("model.heat.decay")).toEqual(["model.heat.decay"]);
    expect(paths("germany S150")).toEqual(["members[4].population"]);
    expect(paths("GERMANY council counts")).toContain("members[4].population");
    expect(paths("hoarding")).toContain("model.inputs.stockFlow");
    expect(paths("2016/1037")).toContain("model.law.provisional");
    expect(paths("nothing of the kind anywhere")).toEqual([]);
  });

  test("a grade leaves only its own, and empty blocks are gone", () => {
    expect(paths("", "measured")).toHaveLength(countGrades(figures).measured);
    expect(select(blocks, "", "measured").map((block) => block.id)).not.toContain("model.moves");
  });
});

test("only addresses of the web become links", () => {
  expect(webAddress("https://eur-lex.europa.eu/")).toBe("https://eur-lex.europa.eu/");
  expect(webAddress("javascript:alert(1)")).toBeUndefined();
  expect(webAddress("")).toBeUndefined();
});
