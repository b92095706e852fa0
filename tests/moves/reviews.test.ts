// C1: reviews of duties in force.

import { describe, expect, test } from "vitest";
import { file, order, play, type Row, rules, told } from "../helpers/order.ts";

const review = (id: string) => ({ kind: "open-review", file: id });

const rows: Row[] = [
  {
    name: "of a duty in force, for a point, about a year long",
    seat: "commission",
    order: review("ev-duties"),
    does(after, before) {
      const opened = after.files.at(-1)!;
      expect(opened).toMatchObject({
        kind: "review",
        of: "ev-duties",
        stage: "definitive-gate",
        gate: rules.model.law.review,
        rate: file(after, "ev-duties").rate,
      });
      expect(after.commission.points).toBe(before.commission.points - 1);
      expect(after.heat).toBe(before.heat);
      expect(told(after, before, "review-opened")).toHaveLength(1);
    },
  },
  {
    name: "one at a time",
    seat: "commission",
    given: (state) => {
      order(state, "commission", review("ev-duties"));
    },
    order: review("ev-duties"),
    refused: { code: "already-so", what: "review" },
  },
  {
    name: "not in the first year of a duty",
    seat: "commission",
    given: (state) => {
      Object.assign(file(state, "battery-subsidy"), { stage: "in-force", duty: 0.1, gate: 30 });
      state.tick = 40;
    },
    order: review("battery-subsidy"),
    refused: { code: "too-early", until: 30 + rules.model.law.reviewFrom },
  },
  { name: "not of a case", seat: "commission", order: review("battery-subsidy"), refused: "not-open" },
  {
    name: "not of closed tenders",
    seat: "commission",
    order: review("medical-tenders"),
    refused: "not-open",
  },
  { name: "not of Beijing's duties", seat: "commission", order: review("brandy"), refused: "not-open" },
  { name: "no such file", seat: "commission", order: review("none"), refused: "no-such-thing" },
];

describe("open-review", () => {
  test.each(rows)("$name", play);
});
