// What its squeezes have cost Beijing, as its panel tells it: the latest first.

import { expect, test } from "vitest";
import { wearRows } from "../../client/panels/wear.tsx";
import { brussels } from "../helpers/scenario.ts";
import { calmView } from "../helpers/squeeze.ts";

test("each squeeze with its weeks and the part of the hold that went", () => {
  const view = calmView(brussels.rules, "beijing");
  expect(wearRows({ view })).toEqual([]);
  view.own.wear = [
    { id: "4", from: 4, until: 15, lost: 0.06 },
    { id: "50", from: 50, until: -1, lost: 0.02 },
  ];
  expect(wearRows({ view })).toEqual([
    { id: "50", when: "Since week 50", lost: "−2 %" },
    { id: "4", when: "Weeks 4 to 15", lost: "−6 %" },
  ]);
});
