// The clock strip shows what Beijing has set going: controls, goods below cost, rules for leavers, its course, notices.

import { describe, expect, test } from "vitest";
import { steps } from "../../client/steps.ts";
import { underway } from "../../client/underway.ts";
import { silent } from "../../shared/explain.ts";
import type { Seat } from "../../shared/seat.ts";
import type { State } from "../../shared/state.ts";
import { view } from "../../shared/view.ts";
import { turnValve } from "../../shared/world/valve.ts";
import { standing } from "../helpers/agreement.ts";
import { order, pass, position, rules } from "../helpers/order.ts";

const p = rules.model.beijing;
const { packageReturns } = rules.calendar;

/** The row of an id, as the Commission sees it. */
const row = (state: State, id: string) =>
  steps(rules, view(rules, state, "commission")).find((found) => found.id.startsWith(id));

describe("the strip", () => {
  test("the frozen controls bite some weeks after the freeze ends; back, they have bitten", () => {
    const state = position();
    expect(row(state, "package")).toMatchObject({ bite: packageReturns + p.packageWeeks, from: 0 });
    pass(state, packageReturns + 3);
    expect(row(state, "package")).toMatchObject({ from: packageReturns, bite: packageReturns + 1 });
    pass(state, 12);
    expect(row(state, "package")).toBeUndefined();
  });

  test("goods below cost, from the order to the end", () => {
    const state = position();
    expect(row(state, "flood")).toBeUndefined();
    state.inputs[0]!.running += 0.2;
    order(state, "beijing", { kind: "flood-market" });
    pass(state, 4);
    expect(row(state, "flood")).toMatchObject({
      ...{ side: "beijing", name: "Goods below cost", from: 0, bite: 1 },
      spans: [
        { from: 0, to: 4, kind: "done" },
        { from: 4, to: p.floodWeeks, kind: "running" },
      ],
    });
    pass(state, p.floodWeeks);
    expect(row(state, "flood")).toBeUndefined();
  });

  test("agreements name the other capitals in them, since many have the same title", () => {
    const named = (parties: Seat[], seat: Seat) => {
      const state = position();
      state.contracts = [standing(0.8, { parties })];
      const rows = underway(rules, view(rules, state, seat));
      return rows.find(({ id }) => id === "contract/c")!.name;
    };
    expect(named(["commission", "beijing"], "DE")).toBe("Licence benchmark");
    expect(named(["RO", "NL"], "commission")).toBe("RO, NL: licence benchmark");
    expect(named(["RO", "NL"], "NL")).toBe("RO: licence benchmark");
    expect(named(["HU", "beijing"], "beijing")).toBe("HU: licence benchmark");
  });

  test("a squeeze stands before agreements that run, whichever began first", () => {
    const state = position();
    state.contracts = [standing(0.8, { parties: ["HU", "beijing"] })];
    pass(state, 3);
    turnValve(rules, state, 0, "go-slow", silent);
    const ids = underway(rules, view(rules, state, "commission")).map(({ id }) => id.split("/")[0]);
    expect(ids.indexOf("squeeze")).toBe(0);
    expect(ids.indexOf("contract")).toBeGreaterThan(ids.indexOf("package"));
    state.beijing.packageUntil = state.weeks;
    const late = underway(rules, view(rules, state, "commission")).map(({ id }) => id.split("/")[0]);
    expect(late.indexOf("contract")).toBeLessThan(late.indexOf("package"));
  });

  test("a promised ballot has no date, a promise about licences bites at signature", () => {
    const bite = (metric: "ballot" | "throughput") => {
      const state = position();
      const contract = standing(0.8);
      Object.assign(contract.terms[0]!, { metric });
      state.contracts = [contract];
      return underway(rules, view(rules, state, "commission")).find(({ id }) => id === "contract/c")!.bite;
    };
    expect(bite("ballot")).toBeUndefined();
    expect(bite("throughput")).toBe(0);
  });

  test("rules for leavers name the state", () => {
    const state = position();
    order(state, "beijing", { kind: "apply-rules", member: "EE" });
    expect(row(state, "rules")).toMatchObject({ name: "Estonia: rules for leavers", from: 0 });
    expect(row(state, "rules")!.spans.at(-1)!.to).toBe(p.rulesWeeks);
  });

  test("a new course at home lasts as long as it runs", () => {
    const state = position();
    order(state, "beijing", { kind: "steer-economy", course: "stimulus" });
    expect(row(state, "course")).toMatchObject({ name: "At home: spend at home", from: 0 });
    pass(state, p.courseWeeks);
    expect(row(state, "course")).toBeUndefined();
  });

  test("a notice runs to the week from which it may come", () => {
    const state = position();
    order(state, "beijing", { kind: "give-notice", input: "magnets", weeks: 8 });
    pass(state, 3);
    expect(row(state, "notice")).toMatchObject({ name: "Notice: Magnets", from: 0, bite: 8 });
    pass(state, 5);
    expect(row(state, "notice")).toBeUndefined();
  });

  test("all of it stands in the strip of everybody", () => {
    const state = position();
    order(state, "beijing", { kind: "give-notice", input: "magnets", weeks: 8 });
    for (const seat of ["commission", "beijing", "DE", "projector"] as const)
      expect(underway(rules, view(rules, state, seat)).map(({ id }) => id.split("/")[0])).toEqual(
        expect.arrayContaining(["package", "notice"]),
      );
  });
});
