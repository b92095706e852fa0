// Every figure of a scenario as a list to read: where it stands, what it means, how much, how well known, who says so.

import { MOVES } from "../../shared/moves/list.ts";
import type { CommandKind } from "../../shared/moves/table.ts";
import type { Grade } from "../../shared/scenario/param.ts";
import type { Scenario } from "../../shared/scenario.ts";
import type { MemberCode } from "../../shared/seat.ts";
import type { LicenceMode } from "../../shared/state.ts";
import { plainPath } from "../source.ts";
import { headed, inside, speech } from "../speech.ts";
import { words } from "../words.ts";
import { text } from "./text.ts";

export interface Source {
  id: string;
  what: string;
  url: string;
  grade: Scenario["sources"][string]["grade"];
}

/** One number, or a row of numbers that share unit, source and grade. */
export interface Figure {
  /** As the scenario file has it: "members[4].gdp". */
  path: string;
  /** Whose, where many have the same figure: "Germany". */
  subject: string;
  value: number | number[];
  /** What each number of a row is about. */
  labels: string[];
  unit: string;
  range: [number, number] | undefined;
  grade: Grade;
  note: string;
  sources: Source[];
  /** All its words in small letters, for the search. */
  hay: string;
}

/** Figures of one meaning: one, or one for each state, sector, input or mode. */
export interface Entry {
  path: string;
  meaning: string;
  figures: Figure[];
}

export interface Block {
  id: string;
  title: string;
  entries: Entry[];
}

interface Raw {
  value: number | number[];
  unit: string;
  source: string;
  grade: Grade;
  range?: [number, number];
  note?: string;
}

const isFigure = (node: object): node is Raw => "value" in node && "unit" in node && "grade" in node;

/** Every figure below a node with its path, in the order of the file. */
function* walk(node: unknown, path: string): Generator<[path: string, raw: Raw]> {
  if (node === null || typeof node !== "object") return;
  if (isFigure(node)) {
    yield [path, node];
    return;
  }
  for (const [key, child] of Object.entries(node)) {
    const step = Array.isArray(node) ? `[${key}]` : path === "" ? key : `.${key}`;
    yield* walk(child, path + step);
  }
}

const MODE = /^model\.modes\.([^.]+)\./;

/** The path without whose it is: the same for all figures of one meaning. */
export const entryPath = (path: string): string => plainPath(path).replace(MODE, "model.modes.");

/** "members", "model.trade". */
const blockOf = (path: string): string => /^(model\.)?[^.]+/.exec(plainPath(path))![0];

/** What a price is for: "… “Decide on a case” costs the Commission (impose the duty)". */
function meaningOfPrice(key: string): string {
  const [kind = "", variant = ""] = key.split("/");
  const move = MOVES.find((known) => known.kind === kind);
  const order = move ? speech.moves[move.kind as CommandKind].title : kind;
  const { price, offices } = text.model;
  return price(order, offices[move?.office ?? "anyone"], variantName(variant));
}

/** What sets a price apart from the others of its order: words of its own, a licence mode, or a value of the order. */
function variantName(variant: string): string | undefined {
  const mode = speech.modes[variant as LicenceMode];
  const value = Object.values(speech.values).find((field) => variant in field)?.[variant];
  return text.model.variants[variant] ?? mode ?? (value && inside(value.title));
}

/** The sentence for a path; undefined when nobody has written one. */
export function meaningOf(path: string): string | undefined {
  const [first = "", second = "", third = ""] = entryPath(path).split(".");
  if (first !== "model") {
    const list = text.meaning.lists[first as keyof typeof text.meaning.lists] as Record<string, string>;
    return list?.[second];
  }
  if (second === "cost") return meaningOfPrice(entryPath(path).slice("model.cost.".length));
  const block = (text.meaning as unknown as Record<string, Record<string, string>>)[second];
  return block?.[third];
}

/** Whose figure it is, where it is one of a list. */
function subjectOf(scenario: Scenario, path: string): string {
  const mode = MODE.exec(path)?.[1];
  if (mode) return headed(speech.modes[mode as keyof typeof speech.modes] ?? mode);
  const [, list = "", place] = /^(\w+)\[(\d+)\]/.exec(path) ?? [];
  if (!place) return "";
  const item = (scenario[list as keyof Scenario] as { name: string; code?: MemberCode }[])[Number(place)]!;
  return headed(item.code ? (words.seats[item.code] ?? item.name) : item.name);
}

/** What each number of a row is about. */
function labelsOf(scenario: Scenario, path: string, count: number): string[] {
  const name = (item: { name: string }) => item.name;
  if (path.endsWith(".exports")) return scenario.sectors.map(name);
  if (path.endsWith(".use")) return scenario.inputs.map(name);
  return ["quick", "class", "workshop", "full"]
    .slice(0, count)
    .map((preset) => text.model.years(scenario.presets[preset as keyof Scenario["presets"]].weeks));
}

const sourceOf = (scenario: Scenario, id: string): Source => ({
  id,
  ...(scenario.sources[id] ?? { what: id, url: "", grade: "weak" }),
});

function figureOf(scenario: Scenario, path: string, raw: Raw, meaning: string): Figure {
  const { value, unit, range, grade, note = "" } = raw;
  const subject = subjectOf(scenario, path);
  const sources = raw.source.split(" ").map((id) => sourceOf(scenario, id));
  const labels = Array.isArray(value) ? labelsOf(scenario, path, value.length) : [];
  const said = sources.flatMap((source) => [source.id, source.what]);
  const hay = [path, subject, meaning, unit, note, grade, ...labels, ...said].join(" ").toLowerCase();
  return { path, subject, value, labels, unit, range, grade, note, sources, hay };
}

/** All figures of a scenario, by block and meaning. */
export function blocksOf(scenario: Scenario): Block[] {
  const blocks = new Map<string, Map<string, Entry>>();
  for (const [path, raw] of walk(scenario, "")) {
    const key = entryPath(path);
    const meaning = meaningOf(path) ?? key;
    const block = blocks.get(blockOf(path)) ?? new Map<string, Entry>();
    blocks.set(blockOf(path), block);
    const entry = block.get(key) ?? { path: key, meaning, figures: [] };
    block.set(key, entry);
    entry.figures.push(figureOf(scenario, path, raw, meaning));
  }
  return [...blocks].map(([id, entries]) => ({
    id,
    title: text.model.blocks[id] ?? id,
    entries: [...entries.values()],
  }));
}

export const figuresIn = (blocks: readonly Block[]): Figure[] =>
  blocks.flatMap((block) => block.entries.flatMap((entry) => entry.figures));

/** What is left of the blocks by the words of a search (all must occur) and by a grade; empty ones are left out. */
export function select(blocks: readonly Block[], search: string, grade: Grade | "all"): Block[] {
  const wanted = search.toLowerCase().split(/\s+/).filter(Boolean);
  const fits = (figure: Figure) =>
    (grade === "all" || figure.grade === grade) && wanted.every((word) => figure.hay.includes(word));
  const left = <T extends { figures: Figure[] }>(entries: readonly T[]) =>
    entries
      .map((entry) => ({ ...entry, figures: entry.figures.filter(fits) }))
      .filter((entry) => entry.figures.length > 0);
  return blocks
    .map((block) => ({ ...block, entries: left(block.entries) }))
    .filter((block) => block.entries.length > 0);
}

export type Counts = Record<Grade, number>;

/** How many figures there are of each grade. */
export function countGrades(figures: readonly Figure[]): Counts {
  const counts: Counts = { measured: 0, estimated: 0, assumed: 0 };
  for (const figure of figures) counts[figure.grade] += 1;
  return counts;
}

/** How often each source is named in a scenario, by figures and by facts that are no figures. */
export function countSources(scenario: Scenario): Map<string, number> {
  const counts = new Map<string, number>();
  const visit = (node: unknown, key: string): void => {
    if (typeof node === "string" && /^(source|\w+Source)$/.test(key))
      for (const id of node.split(" ")) counts.set(id, (counts.get(id) ?? 0) + 1);
    else if (node !== null && typeof node === "object")
      for (const [name, child] of Object.entries(node)) visit(child, name);
  };
  visit(scenario, "");
  return counts;
}

/** An address that may be followed from a page; anything else in a scenario file is only text. */
export const webAddress = (url: string): string | undefined => (/^https?:\/\//.test(url) ? url : undefined);
