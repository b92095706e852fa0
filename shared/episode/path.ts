// Paths name a place in a scenario, its rules or a State, as people write them: "inputs[magnets].stockWeeks",
// "model.trade.leakage", "trade.exports[agrifood,FR]", "members[*].tolerance". A list is entered by number, by the id or
// code of its item, or - a table of numbers by member, sector or input - by the name of its row; [*] means every item.

/** Names by which tables of numbers may be entered, each list in the table's order. */
export interface Names {
  members: readonly string[];
  sectors: readonly string[];
  inputs: readonly string[];
}

type Step = { kind: "key"; key: string } | { kind: "item"; names: string[] };

/** One place: `home[key]` holds the value; `address` is the path with every name replaced by its number. */
export interface Place {
  home: Record<string, unknown>;
  key: string;
  address: string;
}

/** Why a path leads nowhere, as the end of a sentence about it. */
export class PathError extends Error {
  override name = "PathError";
}

const TOKEN = /([A-Za-z][A-Za-z0-9-]*)|\[([^[\]]+)\]/y;

/** Takes a path apart. Throws a PathError on anything that is not one. */
export function parsePath(text: string): Step[] {
  const steps: Step[] = [];
  let at = 0;
  while (at < text.length) {
    if (steps.length > 0 && text[at] === ".") at += 1;
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(text);
    if (!found) throw new PathError(`is no path at "${text.slice(at)}"`);
    const [whole, key, item] = found;
    steps.push(key ? { kind: "key", key } : { kind: "item", names: item!.split(",").map((x) => x.trim()) });
    at += whole.length;
  }
  if (steps.length === 0) throw new PathError("is empty");
  return steps;
}

const isObject = (node: unknown): node is Record<string, unknown> =>
  node !== null && typeof node === "object";

/** A figure of a scenario stands for its value: {value, unit, source, ...}. */
const isFigure = (node: unknown): node is { value: unknown } =>
  isObject(node) && Object.hasOwn(node, "value") && Object.hasOwn(node, "unit");

/** Row of a table of numbers by the names of its rows; -1 when the table has no such rows. */
function rowOf(list: readonly unknown[], asked: readonly string[], names: Names): number {
  const { members, sectors, inputs } = names;
  const [first, second] = asked as [string, string?];
  if (second !== undefined) {
    const s = sectors.indexOf(first);
    const m = members.indexOf(second);
    return asked.length === 2 && s >= 0 && m >= 0 && list.length === sectors.length * members.length
      ? s * members.length + m
      : -1;
  }
  for (const rows of [members, sectors, inputs])
    if (list.length === rows.length && rows.includes(first)) return rows.indexOf(first);
  return -1;
}

/** Positions in a list that a step names. */
function positions(list: readonly unknown[], asked: readonly string[], names: Names): number[] {
  const [first] = asked as [string];
  if (first === "*") return list.map((_, k) => k);
  if (/^\d+$/.test(first)) {
    if (Number(first) >= list.length) throw new PathError(`: there is no item ${first} of ${list.length}`);
    return [Number(first)];
  }
  const item = list.findIndex((x) => isObject(x) && (x.id === first || x.code === first));
  const k = item >= 0 && asked.length === 1 ? item : rowOf(list, asked, names);
  if (k < 0) throw new PathError(`: nothing is called "${asked.join(",")}" in a list of ${list.length}`);
  return [k];
}

/** The places one step further on. */
function enter(node: unknown, step: Step, address: string, names: Names): Place[] {
  const own = step.kind === "key" && isObject(node) && Object.hasOwn(node, step.key);
  const home = isFigure(node) && !own ? node.value : node;
  if (step.kind === "key") {
    if (!isObject(home) || Array.isArray(home) || !Object.hasOwn(home, step.key))
      throw new PathError(`: there is no "${step.key}" ${address === "" ? "at the top" : `in "${address}"`}`);
    return [{ home, key: step.key, address: address === "" ? step.key : `${address}.${step.key}` }];
  }
  if (!Array.isArray(home)) throw new PathError(`: "${address}" is no list`);
  return positions(home, step.names, names).map((k) => ({
    home: home as unknown as Record<string, unknown>,
    key: String(k),
    address: `${address}[${k}]`,
  }));
}

/** Every place a path leads to. Throws a PathError that says where it ends; [*] on an empty list leads nowhere. */
export function places(root: unknown, path: string, names: Names): Place[] {
  const top = { home: { root } as Record<string, unknown>, key: "root", address: "" };
  return parsePath(path).reduce<Place[]>(
    (found, step) => found.flatMap((p) => enter(p.home[p.key], step, p.address, names)),
    [top],
  );
}

/** The value at a place; that of a figure is its `value`. */
export function valueAt({ home, key }: Place): unknown {
  const node = home[key];
  return isFigure(node) ? node.value : node;
}

/** Puts a value in a place. A figure keeps its unit and source; its range shrinks to what was set. */
export function setAt({ home, key }: Place, value: unknown): void {
  const node = home[key] as { value: unknown; range?: unknown };
  if (!isFigure(node)) {
    home[key] = value;
    if (key === "value" && Object.hasOwn(home, "range")) home.range = [value, value];
    return;
  }
  node.value = value;
  if (node.range !== undefined) node.range = [value, value];
}

/** Every number of a value times a factor; throws a PathError when there is nothing to multiply. */
export function scaled(value: unknown, factor: number): unknown {
  if (typeof value === "number") return value * factor;
  if (Array.isArray(value) && value.length > 0) return value.map((x) => scaled(x, factor));
  throw new PathError(": only numbers and rows of numbers can be scaled");
}
