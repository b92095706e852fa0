// B11: the supply-chain rules, turned on the firms of one state.

import { describe, expect, test } from "vitest";
import type { State } from "../../shared/state.ts";
import { view } from "../../shared/view.ts";
import { input, m, member, order, pass, play, position, type Row, rules, told } from "../helpers/order.ts";

const p = rules.model.beijing;
const punish = (code: string) => ({ kind: "apply-rules", member: code });

const rows: Row[] = [
  {
    name: "a state where a plant is on its way",
    seat: "beijing",
    order: punish("EE"),
    does(after, before) {
      expect(after.beijing).toMatchObject({ rulesOn: m("EE"), rulesUntil: p.rulesWeeks });
      expect(after.beijing.points).toBe(before.beijing.points - 2);
      expect(after.beijing.reputation).toBe(before.beijing.reputation - p.rulesReputation);
      expect(after.legitimacy).toBe(before.legitimacy + p.rulesLegitimacy);
      expect(after.heat).toBe(before.heat + rules.model.heat.rules);
      expect(told(after, before, "rules-applied")).toMatchObject([{ about: ["EE"], to: [] }]);
      expect(view(rules, after, "EE").pub.law).toMatchObject({ rulesOn: "EE", rulesUntil: p.rulesWeeks });
    },
  },
  {
    name: "a state where nobody leaves",
    seat: "beijing",
    order: punish("MT"),
    refused: { code: "no-target", what: "leavers" },
  },
  {
    name: "the plants there are given up",
    seat: "beijing",
    order: punish("EE"),
    given(state) {
      for (const project of state.projects) project.stage = "dead";
    },
    refused: "no-target",
  },
  {
    name: "any state once the law obliges all",
    seat: "beijing",
    order: punish("MT"),
    given: (state) => {
      state.commission.obligation = "soft";
    },
    does: (after) => expect(after.beijing.rulesOn).toBe(m("MT")),
  },
  {
    name: "one state at a time",
    seat: "beijing",
    order: punish("FR"),
    given: (state) => void order(state, "beijing", punish("EE")),
    refused: { code: "cooling-down", until: p.rulesWeeks },
  },
];

describe("apply-rules", () => {
  test.each(rows)("$name", play);

  /** Two worlds, one of them under the rules from the start. */
  function both(code: string, given: (state: State) => void = () => {}): [State, State] {
    const [free, under] = [position(), position()];
    given(free);
    given(under);
    order(under, "beijing", punish(code));
    // A worse name makes all firms see a little more risk; that is another rule.
    under.beijing.reputation = free.beijing.reputation;
    return [free, under];
  }

  test("what Brussels asks of firms becomes dearer there, and nowhere else", () => {
    const [free, under] = both("DE", (state) => {
      state.commission.obligation = "strict";
    });
    pass(free, 1);
    pass(under, 1);
    expect(member(under, "DE").outputLoss).toBeCloseTo(p.rulesCost * member(free, "DE").outputLoss, 10);
    expect(member(under, "FR").outputLoss).toBeCloseTo(member(free, "FR").outputLoss, 10);
  });

  test("fewer plants are begun, in step with how much the state uses", () => {
    const begun = (code: string) => {
      const [free, under] = both(code, (state) => {
        state.commission.obligation = "soft";
        for (const each of state.inputs) each.risk = 0.5;
      });
      pass(free, 1);
      pass(under, 1);
      return input(under, "magnets").started / input(free, "magnets").started;
    };
    const use = (code: string) => rules.members[m(code)]!.use[0]!;
    expect(begun("DE")).toBeCloseTo(1 - p.rulesSlow * use("DE"), 6);
    expect(begun("EE")).toBeCloseTo(1 - p.rulesSlow * use("EE"), 6);
  });

  test("plants there come later, and at their own pace again when it is over", () => {
    const index = rules.projects.findIndex((plan) => plan.host === "EE" && plan.stage === "ramp");
    const left = (state: State) => state.projects[index]!.weeksLeft;
    const [free, under] = both("EE", (state) => {
      Object.assign(state.projects[index]!, { backed: "offtake", needsBackingBy: -1, weeksLeft: 60 });
    });
    // A fire or a builder who does not come is another rule: it may strike one of the two worlds alone.
    const calm = { ...rules, cards: [] };
    pass(free, p.rulesWeeks, calm);
    pass(under, p.rulesWeeks, calm);
    expect(left(under) - left(free)).toBeGreaterThan(p.rulesWeeks * (p.rulesSlow - 0.25));
    expect(left(under) - left(free)).toBeLessThan(p.rulesWeeks * (p.rulesSlow + 0.25));
    expect(under.beijing.rulesOn).toBe(-1);
    const gap = left(under) - left(free);
    pass(free, 5, calm);
    pass(under, 5, calm);
    expect(left(under) - left(free)).toBe(gap);
  });
});
