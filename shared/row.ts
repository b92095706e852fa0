// Short rows of JSON for records of fixed fields: the names of the fields stay at home, words of a vocabulary travel as
// their place in it, and usual values are cut off the end. Writing and reading are exact inverses.

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** How one field is written. `usual` is cut off the end of a row. */
export interface Column<V> {
  to(value: V): Json;
  from(json: Json): V;
  usual?: V;
}

/** The value as it is. */
export const as = <V>(usual?: V): Column<V> => ({
  to: (value) => value as Json,
  from: (json) => json as V,
  ...(usual === undefined ? {} : { usual }),
});

/** A word of a vocabulary by its place in it; -1 stands for none. */
export const oneOf = <V extends string, N extends V | "" = V>(
  words: readonly V[],
  usual?: V | N,
): Column<V | N> => ({
  to: (value) => words.indexOf(value as V),
  from: (json) => words[json as number] ?? ("" as N),
  ...(usual === undefined ? {} : { usual }),
});

/** A word that is most likely in the vocabulary: its place, or else the word itself. */
export const mostly = (words: readonly string[]): Column<string> => ({
  to: (value) => (words.includes(value) ? words.indexOf(value) : value),
  from: (json) => (typeof json === "number" ? words[json]! : (json as string)),
});

export const flag = (usual: boolean): Column<boolean> => ({ to: Number, from: Boolean, usual });

/** Names, which never hold a space. */
export const names = <V extends string>(): Column<V[]> => ({
  to: (list) => list.join(" "),
  from: (json) => (json === "" ? [] : ((json as string).split(" ") as V[])),
  usual: [],
});

/** A word of a vocabulary each, as one digit; "-" for null. */
export const digits = <V extends string>(words: readonly V[]): Column<(V | null)[]> => ({
  to: (list) => list.map((word) => (word === null ? "-" : words.indexOf(word))).join(""),
  from: (json) => [...(json as string)].map((sign) => (sign === "-" ? null : words[Number(sign)]!)),
});

export type Columns<T> = { [K in keyof Required<T>]: Column<T[K]> };

/** How the entries of one kind are written. */
export interface Row<T> {
  write(entry: T, tick: number): string;
  read(text: string, tick: number): T;
}

export const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** A row from its columns, in their order: a JSON array without its brackets, usual values cut off its end. */
export function rowOf<T extends object>(columns: Columns<T>): Row<T> {
  const keys = Object.keys(columns) as (keyof T)[];
  return {
    write(entry) {
      let length = keys.length;
      while (length > 0) {
        const key = keys[length - 1]!;
        const { usual } = columns[key];
        if (usual === undefined || !same(entry[key], usual)) break;
        length--;
      }
      return JSON.stringify(keys.slice(0, length).map((key) => columns[key].to(entry[key]))).slice(1, -1);
    },
    read(text) {
      const cells = JSON.parse(`[${text}]`) as Json[];
      const entry = {} as T;
      keys.forEach((key, i) => {
        const { from, to, usual } = columns[key];
        entry[key] = i < cells.length ? from(cells[i]!) : from(to(usual as T[typeof key]));
      });
      return entry;
    },
  };
}

/** A record without a fixed form. */
export const json = <T>(): Row<T> => ({
  write: (value) => JSON.stringify(value),
  read: (text) => JSON.parse(text) as T,
});

/** A single value in the form of a column. */
export const cell = <V>({ to, from }: Column<V>): Row<V> => ({
  write: (value) => JSON.stringify(to(value)),
  read: (text) => from(JSON.parse(text) as Json),
});
