// Where the figures behind a number come from: parameters of the scenario with value, range, grade and who says so.

import { sum } from "../shared/exact.ts";
import type { Indicator } from "../shared/indicators.ts";
import type { Param } from "../shared/scenario/param.ts";
import type { Scenario } from "../shared/scenario.ts";
import type { SourceRow } from "./parts/grade.tsx";
import { printerOf, withEuro } from "./print.ts";
import { speech } from "./speech.ts";

/** Lists of the scenario that a number's subject may stand in. */
const LISTS = { member: "members", sector: "sectors", input: "inputs" } as const;

/** A path of the catalogue with the subject's own place in it: "inputs[0].price" of the third input is "inputs[2].price". */
export function pathFor({ per }: Pick<Indicator, "per">, path: string, k: number): string {
  return per !== "union" && path.startsWith(`${LISTS[per]}[`) ? path.replace(/\[\d+\]/, `[${k}]`) : path;
}

/** What stands at a path; undefined when nothing does. */
export function at(scenario: Scenario, path: string): unknown {
  return path
    .split(/[.[\]]+/)
    .filter((step) => step !== "")
    .reduce<unknown>((node, step) => (node as Record<string, unknown> | undefined)?.[step], scenario);
}

/** The path without positions: the key of its words. */
export const plainPath = (path: string): string => path.replace(/\[\d+\]/g, "");

type Row = Omit<Param, "value" | "range"> & { value: number | number[]; range?: [number, number] };

function printParam({ value, range, unit }: Row): string {
  const numbers = [value].flat();
  const { print, unit: behind } = printerOf(unit);
  const shown =
    numbers.length > 4 ? speech.sum(print(sum(numbers))) : numbers.map((x) => print(x)).join(" · ");
  return speech.param(shown, behind, range && speech.between(print(range[0]), print(range[1])));
}

/** Rows for the explanation of a number about subject k. */
export function sourcesOf(scenario: Scenario, indicator: Indicator, k: number): SourceRow[] {
  return indicator.from.flatMap((path) => {
    const found = at(scenario, pathFor(indicator, path, k)) as Row | undefined;
    if (!found || typeof found !== "object" || !("grade" in found)) return [];
    const sources = found.source.split(" ").flatMap((id) => scenario.sources[id] ?? []);
    const linked = sources.find((source) => source.url) ?? sources[0];
    return [
      {
        what: speech.params[plainPath(path)] ?? plainPath(path),
        value: printParam(found),
        grade: found.grade,
        source: withEuro(linked?.what ?? found.source),
        url: linked?.url || undefined,
      },
    ];
  });
}
