// The map's table: which columns a seat has, and in which order its rows stand.

import { describe, expect, test } from "vitest";
import { columnsOf, firstOrder, sorted } from "../../client/maptable.tsx";
import type { Lens, VoteLens } from "../../client/scenes/lens.ts";
import type { View } from "../../shared/view.ts";
import { brussels } from "../helpers/scenario.ts";
import { PLEDGED, row, squeezeView, voteView } from "../helpers/squeeze.ts";

const { rules } = brussels;
const columns = (view: View, vote?: VoteLens) =>
  columnsOf({ rules, view, vote, lens: "pain", selection: undefined, onSelect: () => undefined });
const codes = (list: readonly number[]) => list.map((m) => rules.members[m]!.code);
const first = (view: View, lens: Lens, count: number) =>
  codes(sorted(columns(view, { id: "v1", pledged: PLEDGED }), firstOrder(lens), rules.M)).slice(0, count);

describe("columns", () => {
  test("a seat has those it can fill, and a vote while one is open", () => {
    const ids = (view: View) => columns(view).map(({ id }) => id);
    const all = ["state", "pain", "lines", "stocks", "support", "exposure", "sold", "offers"];
    expect(ids(squeezeView(rules))).toEqual(all);
    expect(ids(squeezeView(rules, "observer"))).toEqual(
      all.filter((id) => id !== "stocks" && id !== "support"),
    );
    expect(columns(voteView(rules), { id: "v1" }).at(-1)!.id).toBe("vote");
  });

  test("what is not known exactly has its error", () => {
    const cell = (view: View, id: string, code: string) =>
      columns(view)
        .find((column) => column.id === id)!
        .cell(rules.members.findIndex((m) => m.code === code));
    expect(cell(squeezeView(rules), "stocks", "DE")).toBe("1.4 ±0.4");
    expect(cell(squeezeView(rules), "support", "HU")).toBe("−0.50 ±0.2");
    expect(cell(squeezeView(rules, "HU"), "support", "HU")).toBe("−0.50");
    expect(cell(squeezeView(rules), "lines", "DE")).toBe("6 of 186");
  });
});

describe("rows", () => {
  test.each([
    { lens: "pain", codes: ["SK", "CZ", "DE", "HU"] },
    { lens: "stocks", codes: ["SK", "CZ", "HU", "DE"] },
    { lens: "exposure", codes: ["HU", "SK", "DE", "CZ"] },
  ] as const)("through $lens the worst stand first", ({ lens, codes: expected }) => {
    expect(first(squeezeView(rules), lens, 4)).toEqual(expected);
  });

  test("in a vote those for stand first, those against last, equal ones by name", () => {
    const order = first(voteView(rules), "vote", 27);
    expect(order.slice(0, 3)).toEqual(["DK", "EE", "FR"]);
    expect(order.slice(-3)).toEqual(["CZ", "HU", "SK"]);
    expect(order.indexOf("SE")).toBeLessThan(order.indexOf("DE"));
  });

  test("a second press turns the order round, and names are read from A", () => {
    const list = columns(squeezeView(rules));
    const down = sorted(list, { by: "pain", up: false }, rules.M);
    expect(codes(sorted(list, { by: "pain", up: true }, rules.M)).at(-1)).toBe(codes(down)[0]);
    expect(codes(sorted(list, firstOrder("pain"), rules.M))).toHaveLength(27);
    // A state stands under the name that is shown: the Netherlands under N.
    const named = codes(sorted(list, firstOrder("state"), rules.M));
    expect(named.slice(0, 3)).toEqual(["AT", "BE", "BG"]);
    expect(named[named.indexOf("NL") - 1]).toBe("MT");
    expect(list[0]!.cell(rules.members.findIndex(({ code }) => code === "NL"))).toBe("Netherlands");
    expect(codes(sorted(list, { by: "state", up: true }, rules.M)).slice(0, 3)).toEqual(["AT", "BE", "BG"]);
  });

  test("equal ones stand by name either way", () => {
    const view = squeezeView(rules);
    view.pub.pain = row(rules, {}, 0.1);
    for (const up of [true, false])
      expect(codes(sorted(columns(view), { by: "pain", up }, rules.M)).slice(0, 3)).toEqual([
        "AT",
        "BE",
        "BG",
      ]);
  });
});
