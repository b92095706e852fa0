import fc from "fast-check";
import { expect, test } from "vitest";
import { as, cell, digits, flag, json, mostly, names, oneOf, rowOf } from "../../shared/row.ts";

const SIZES = ["small", "middle", "large"] as const;
interface Thing {
  id: string;
  size: (typeof SIZES)[number];
  colour: (typeof SIZES)[number] | "";
  marks: ((typeof SIZES)[number] | null)[];
  friends: string[];
  weight: number;
  gone: boolean;
  note: string;
}

const THING = rowOf<Thing>({
  id: as(),
  size: oneOf(SIZES),
  colour: oneOf<Thing["size"], "">(SIZES),
  marks: digits(SIZES),
  friends: names(),
  weight: as(1),
  gone: flag(false),
  note: as(""),
});

const things = fc.record<Thing>({
  id: fc.string(),
  size: fc.constantFrom(...SIZES),
  colour: fc.constantFrom(...SIZES, "" as const),
  marks: fc.array(fc.constantFrom(...SIZES, null)),
  friends: fc.array(fc.stringMatching(/^[a-z0-9-]{1,8}$/)),
  weight: fc.oneof(
    fc.constant(1),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0),
  ),
  gone: fc.boolean(),
  note: fc.oneof(fc.constant(""), fc.string()),
});

test("reading a row is the inverse of writing it", () => {
  fc.assert(
    fc.property(things, (thing) => {
      const back = THING.read(THING.write(thing, 0), 0);
      expect(back).toEqual({ ...thing, weight: thing.weight === 0 ? 0 : thing.weight });
    }),
  );
});

test("words travel as numbers, and usual values at the end not at all", () => {
  const thing: Thing = {
    id: "a",
    size: "large",
    colour: "",
    marks: ["small", null],
    friends: ["b", "c"],
    weight: 1,
    gone: false,
    note: "",
  };
  expect(THING.write(thing, 0)).toBe('"a",2,-1,"0-","b c"');
  expect(THING.write({ ...thing, friends: [], gone: true }, 0)).toBe('"a",2,-1,"0-","",1,1');
  expect(THING.write({ ...thing, friends: [] }, 0)).toBe('"a",2,-1,"0-"');
});

test("what has no form travels as it is", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.integer()), (record) => {
      expect(json<typeof record>().read(json<typeof record>().write(record, 0), 0)).toEqual(record);
    }),
  );
  const word = cell(mostly(SIZES));
  expect(["large", "huge", ""].map((size) => word.read(word.write(size, 0), 0))).toEqual([
    "large",
    "huge",
    "",
  ]);
  const marks = cell(digits(SIZES));
  expect(marks.read(marks.write(["large", null], 0), 0)).toEqual(["large", null]);
});

test("an entry read twice does not share its lists", () => {
  const text = THING.write(
    { id: "a", size: "small", colour: "", marks: [], friends: [], weight: 1, gone: false, note: "" },
    0,
  );
  const [one, two] = [THING.read(text, 0), THING.read(text, 0)];
  one.friends.push("b");
  expect(two.friends).toEqual([]);
});
