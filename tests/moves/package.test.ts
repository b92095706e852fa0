// C9: the resilience package.

import { describe, expect, test } from "vitest";
import { underway } from "../../client/underway.ts";
import { asks } from "../../shared/asks.ts";
import { silent } from "../../shared/explain.ts";
import { options } from "../../shared/moves/table.ts";
import type { State } from "../../shared/state.ts";
import { view } from "../../shared/view.ts";
import { adopt } from "../../shared/world/adopt.ts";
import { weekOf } from "../../shared/world/agenda.ts";
import { order, pass, play, position, type Row, rules, told } from "../helpers/order.ts";

const table = (billion = 1, snapback = true) => ({ kind: "table-package", billion, snapback });

const rows: Row[] = [
  {
    name: "fund and snapback in one file, for three points",
    seat: "commission",
    order: table(3),
    does(after, before) {
      expect(after.files.at(-1)).toMatchObject({
        kind: "package",
        stage: "proposal",
        size: 3,
        snapback: true,
        gate: rules.model.law.packageVote,
      });
      expect(after.commission.points).toBe(before.commission.points - 3);
      expect(told(after, before, "proposal-made")).toHaveLength(1);
    },
  },
  {
    name: "the fund alone",
    seat: "commission",
    order: table(1, false),
    does: (after) => expect(after.files.at(-1)!.snapback).toBe(false),
  },
  {
    name: "one proposal at a time",
    seat: "commission",
    given: (state) => {
      order(state, "commission", table());
    },
    order: table(3),
    refused: "already-so",
  },
  {
    name: "shut after a failed vote",
    seat: "commission",
    given: (state) => {
      order(state, "commission", table());
      state.commission.points = 8;
      state.files.at(-1)!.shutUntil = 20;
    },
    order: table(1, false),
    refused: { code: "shut-after-vote", until: 20 },
  },
  {
    name: "again when the pause is over, and the old one makes room",
    seat: "commission",
    given: (state) => {
      order(state, "commission", table());
      state.commission.points = 8;
      state.files.at(-1)!.shutUntil = 13;
      state.tick = 13;
    },
    order: table(1, false),
    does: (after) =>
      expect(after.files.filter((f) => f.kind === "package" && f.stage !== "closed")).toHaveLength(1),
  },
  {
    name: "not what is law already",
    seat: "commission",
    given: (state) => {
      Object.assign(state.commission, { fund: 3, fundFrom: 0, snapback: true });
    },
    order: table(1),
    refused: "already-so",
  },
  {
    name: "a larger fund than the one in force",
    seat: "commission",
    given: (state) => {
      Object.assign(state.commission, { fund: 1, fundFrom: 0, snapback: true });
    },
    order: table(3),
    does: (after) => expect(after.files.at(-1)!.size).toBe(3),
  },
  {
    name: "it says by what rule it pays",
    seat: "commission",
    order: { ...table(1), payout: "need" },
    does: (after) => expect(after.files.at(-1)).toMatchObject({ kind: "package", payout: "need" }),
  },
  {
    name: "by none named, all alike",
    seat: "commission",
    order: table(1),
    does: (after) => expect(after.files.at(-1)!.payout).toBe("even"),
  },
  {
    name: "the rule is chosen once",
    seat: "commission",
    given: (state) => {
      Object.assign(state.commission, { fund: 1, fundFrom: 0, snapback: true, payout: "need" });
    },
    order: { ...table(3), payout: "key" },
    refused: { code: "already-so", what: "need" },
  },
  {
    name: "three points are needed",
    seat: "commission",
    given: (state) => {
      state.commission.points = 2.75;
    },
    order: table(),
    refused: { code: "not-enough-points", have: 2.75, need: 3 },
  },
];

test("the first package in force brings its rule, a larger one keeps it; all see it in the law and the file", () => {
  const state = position();
  order(state, "commission", { ...table(1), payout: "key" });
  adopt(rules, state, state.files.at(-1)!, silent);
  expect(view(rules, state, "RO").pub.law.payout).toBe("key");
  state.tick = state.commission.fundFrom + 1;
  state.commission.points = 8;
  order(state, "commission", table(3));
  const larger = state.files.at(-1)!;
  expect(larger).toMatchObject({ size: 3, payout: "key" });
  adopt(rules, state, larger, silent);
  expect(state.commission).toMatchObject({ fund: 3, payout: "key" });
  expect(view(rules, state, "RO").pub.files.find((f) => f.id === larger.id)!.payout).toBe("key");
});

describe("table-package", () => {
  test.each(rows)("$name", play);

  test("adopted, it waits until it is ready; meanwhile no second one", () => {
    const state: State = position();
    order(state, "commission", table());
    const file = state.files.at(-1)!;
    adopt(rules, state, file, silent);
    state.commission.points = 8;
    expect(order(state, "commission", table(5))).toEqual({ code: "already-so", what: "in-force" });
    pass(state, rules.model.law.packageReady + 1);
    expect(state.commission.snapback).toBe(true);
    state.commission.points = 8;
    expect(order(state, "commission", table(5))).toBeNull();
  });
});

/** The package with its snapback, in a vote that is counted in so many weeks. */
const voted =
  (weeks: number, snapback = true): Row["given"] =>
  (state) => {
    order(state, "commission", table(1, snapback));
    const file = state.files.at(-1)!;
    state.tick = file.gate;
    order(state, "commission", { kind: "call-vote", file: file.id });
    state.tick = state.votes.at(-1)!.closes - weeks;
  };
const drop = (state: State) => ({ kind: "drop-snapback", file: state.files.at(-1)!.id });

const dropping: Row[] = [
  {
    name: "taken out in the last week, every capital likes the rest better",
    seat: "commission",
    given: voted(1),
    order: drop,
    does(after, before) {
      expect(after.files.at(-1)!.snapback).toBe(false);
      const gain = after.votes.at(-1)!.leaning.map((x, m) => x - before.votes.at(-1)!.leaning[m]!);
      for (const x of gain) expect(x).toBeCloseTo(rules.model.politics.fundSnapback, 12);
      expect(told(after, before, "snapback-dropped")).toHaveLength(1);
    },
  },
  {
    name: "not before",
    seat: "commission",
    given: voted(2),
    order: drop,
    refused: "too-early",
  },
  {
    name: "not where there is none",
    seat: "commission",
    given: voted(1, false),
    order: drop,
    refused: "already-so",
  },
  {
    name: "not without a vote",
    seat: "commission",
    given: (state) => {
      order(state, "commission", table());
    },
    order: drop,
    refused: { code: "not-open", what: "proposal" },
  },
  {
    name: "not out of another file",
    seat: "commission",
    order: { kind: "drop-snapback", file: "accelerator-act" },
    refused: "no-such-thing",
  },
];

describe("drop-snapback", () => {
  test.each(dropping)("$name", play);

  test("the fund alone comes into force", () => {
    const state = position();
    voted(1)!(state);
    order(state, "commission", drop(state));
    state.votes.at(-1)!.cast = rules.members.map(() => "for");
    pass(state, 2 + rules.model.law.packageReady);
    expect(state.commission.fund).toBe(1);
    expect(state.commission.snapback).toBe(false);
  });
});

test("a package that was voted down asks nothing more, is no item of the Council, and no vote is called on it", () => {
  const state = position();
  order(state, "commission", table());
  const { id } = state.files.at(-1)!;
  state.tick = rules.model.law.packageVote;
  const gates = () => asks(rules, view(rules, state, "commission")).filter((a) => a.ref === id);
  const calls = () =>
    options(rules, view(rules, state, "commission")).filter(
      (o) => o.kind === "call-vote" && "file" in o && o.file === id,
    );
  const items = () => weekOf(state, id) >= 0;
  expect([gates().length, calls().length, items()]).toEqual([1, 1, true]);
  state.files.at(-1)!.shutUntil = state.tick;
  expect([gates().length, calls().length, items()]).toEqual([0, 0, false]);
  expect(underway(rules, view(rules, state, "commission")).some((row) => row.id === `file/${id}`)).toBe(
    false,
  );
});
