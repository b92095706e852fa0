// C11: the orders that take the Anti-Coercion Instrument from stage to stage.

import { describe, expect, test } from "vitest";
import { silent } from "../../shared/explain.ts";
import type { File, State } from "../../shared/state.ts";
import { determined, examine } from "../../shared/world/coercion.ts";
import { warn } from "../../shared/world/words.ts";
import { order, pass, play, position, type Row, rules, s, told } from "../helpers/order.ts";

const { law } = rules.model;

/** Something that everybody can see: a squeeze since last week. */
const coerced = (state: State) => {
  state.coerced.squeeze = state.tick;
};
/** Beijing has warned Brussels before everybody. */
const threatened = (state: State) => {
  warn(state, "commission", "", 8, silent);
};
const opened = (state: State): File => {
  coerced(state);
  return examine(rules, state, silent);
};
const ripe = (state: State): File => {
  const file = opened(state);
  state.tick = file.nextGate;
  coerced(state);
  return file;
};
const talking = (state: State): File => {
  const file = ripe(state);
  determined(rules, state, file, silent);
  state.tick = file.nextGate;
  coerced(state);
  return file;
};
const last = (state: State): string => state.files.at(-1)!.id;

const examination: Row[] = [
  {
    name: "opens a file, costs a point and is told to all",
    seat: "commission",
    given: coerced,
    order: { kind: "examine-coercion" },
    does(after, before) {
      expect(after.files.at(-1)).toMatchObject({
        kind: "coercion",
        stage: "examination",
        nextGate: law.examinationLeast,
      });
      expect(after.commission.points).toBe(before.commission.points - 1);
      expect(told(after, before, "examination-opened")).toHaveLength(1);
    },
  },
  {
    name: "needs something to examine",
    seat: "commission",
    order: { kind: "examine-coercion" },
    refused: "no-coercion",
  },
  {
    name: "an open threat is something",
    seat: "commission",
    given: threatened,
    order: { kind: "examine-coercion" },
    does: (after) => expect(after.files.at(-1)).toMatchObject({ kind: "coercion", stage: "examination" }),
  },
  {
    name: "that is not long past",
    seat: "commission",
    given: (state) => {
      state.coerced.retaliation = 0;
      state.tick = law.coercionRecent + 1;
    },
    order: { kind: "examine-coercion" },
    refused: "no-coercion",
  },
  {
    name: "one at a time",
    seat: "commission",
    given: opened,
    order: { kind: "examine-coercion" },
    refused: { code: "already-so", what: "coercion" },
  },
];

const determination: Row[] = [
  {
    name: "goes to the Council, which needs a majority in favour",
    seat: "commission",
    given: ripe,
    order: (state) => ({ kind: "determine-coercion", file: last(state) }),
    does(after, before) {
      expect(after.files.at(-1)).toMatchObject({ stage: "council", gate: after.tick + law.determination });
      expect(after.votes.at(-1)).toMatchObject({ rule: "for" });
      expect(after.commission.points).toBe(before.commission.points - 1);
    },
  },
  {
    name: "not before the examination is ripe",
    seat: "commission",
    given: opened,
    order: (state) => ({ kind: "determine-coercion", file: last(state) }),
    refused: { code: "too-early", until: law.examinationLeast },
  },
  {
    name: "not while a lost vote shuts it",
    seat: "commission",
    given: (state) => {
      ripe(state).shutUntil = 40;
    },
    order: (state) => ({ kind: "determine-coercion", file: last(state) }),
    refused: { code: "shut-after-vote", until: 40 },
  },
  {
    name: "not when the coercion is forgotten",
    seat: "commission",
    given: (state) => {
      ripe(state);
      state.coerced = { squeeze: -1, ban: -1, retaliation: -1 };
    },
    order: (state) => ({ kind: "determine-coercion", file: last(state) }),
    refused: "no-coercion",
  },
  {
    name: "not for a threat alone",
    seat: "commission",
    given: (state) => {
      ripe(state);
      threatened(state);
      state.coerced = { squeeze: -1, ban: -1, retaliation: -1 };
    },
    order: (state) => ({ kind: "determine-coercion", file: last(state) }),
    refused: "no-coercion",
  },
  {
    name: "another file is none of this kind",
    seat: "commission",
    given: coerced,
    order: { kind: "determine-coercion", file: "battery-subsidy" },
    refused: "not-open",
  },
  {
    name: "no such file",
    seat: "commission",
    order: { kind: "determine-coercion", file: "none" },
    refused: "no-such-thing",
  },
];

const answer = (more: object) => (state: State) => ({
  kind: "answer-coercion",
  file: last(state),
  delay: 0,
  ...more,
});

const answering: Row[] = [
  {
    name: "duties on a product of a sector go to the committee",
    seat: "commission",
    given: talking,
    order: answer({ remedy: "duties", sector: "machinery" }),
    does(after, before) {
      expect(after.files.at(-1)).toMatchObject({
        stage: "council",
        remedy: "duties",
        sector: s("machinery"),
        breadth: rules.model.moves.productBreadth,
        rate: law.measuresRate,
        gate: after.tick + law.committee,
      });
      expect(after.votes.at(-1)).toMatchObject({ rule: "for-else-appeal" });
      expect(after.commission.points).toBe(before.commission.points - 2);
    },
  },
  {
    name: "a stop for services names no sector",
    seat: "commission",
    given: talking,
    order: answer({ remedy: "services", delay: 13 }),
    does: (after) => expect(after.files.at(-1)).toMatchObject({ remedy: "services", sector: -1, rate: 0 }),
  },
  {
    name: "closed tenders meet what public offices buy",
    seat: "commission",
    given: talking,
    order: answer({ remedy: "procurement", sector: "machinery" }),
    does: (after) =>
      expect(after.files.at(-1)!.breadth).toBeCloseTo(
        rules.model.moves.sectorBreadth * law.procurementShare,
        12,
      ),
  },
  {
    name: "not before the talks have had their time",
    seat: "commission",
    given: (state) => {
      const file = talking(state);
      file.nextGate = state.tick + 2;
    },
    order: answer({ remedy: "services" }),
    refused: "too-early",
  },
  {
    name: "not while the finding only stands",
    seat: "commission",
    given: (state) => {
      talking(state).stage = "standing";
    },
    order: answer({ remedy: "services" }),
    refused: { code: "not-open", what: "standing" },
  },
  {
    name: "not before the Council has found coercion",
    seat: "commission",
    given: ripe,
    order: answer({ remedy: "services" }),
    refused: { code: "not-open", what: "examination" },
  },
  {
    name: "no such sector",
    seat: "commission",
    given: talking,
    order: answer({ remedy: "duties", sector: "spices" }),
    refused: "no-such-thing",
  },
  {
    name: "not with one point",
    seat: "commission",
    given: (state) => {
      talking(state);
      state.commission.points = 1;
    },
    order: answer({ remedy: "services" }),
    refused: "not-enough-points",
  },
];

describe("examine-coercion", () => {
  test.each(examination)("$name", play);
});

describe("determine-coercion", () => {
  test.each(determination)("$name", play);
});

describe("answer-coercion", () => {
  test.each(answering)("$name", play);

  test("in a whole world: a squeeze, all four stages, and the end with the squeeze", () => {
    const state = position(3);
    order(state, "beijing", { kind: "set-licence-mode", input: "graphite", mode: "go-slow" });
    pass(state, 1);
    expect(order(state, "commission", { kind: "examine-coercion" })).toBeNull();
    const file = state.files.find((f) => f.kind === "coercion")!;
    const go = (raw: object) => {
      state.commission.points = 8;
      state.beijing.points = 10;
      return order(state, "commission", raw);
    };
    while (go({ kind: "determine-coercion", file: file.id }) !== null && state.tick < 20) pass(state, 1);
    const vote = state.votes.find((v) => v.file === file.id)!;
    vote.cast = rules.members.map(() => "for");
    while (file.stage !== "engagement" && state.tick < 40) pass(state, 1);
    const remedy = {
      kind: "answer-coercion",
      file: file.id,
      remedy: "duties",
      sector: "electronics",
      delay: 0,
    };
    while (go(remedy) !== null && state.tick < 50) pass(state, 1);
    state.votes.at(-1)!.cast = rules.members.map(() => "for");
    while (file.duty === 0 && state.tick < 60) pass(state, 1);
    expect(file).toMatchObject({ stage: "in-force", duty: law.measuresRate });
    state.beijing.points = 10;
    expect(
      order(state, "beijing", { kind: "set-licence-mode", input: "graphite", mode: "case-by-case" }),
    ).toBeNull();
    pass(state, law.coercionCeased + 2);
    expect(file).toMatchObject({ stage: "closed", duty: 0 });
  });
});
