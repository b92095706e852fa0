// B13: the mutual step-down as an offer that either side may make and the other answers.

import { describe, expect, test } from "vitest";
import { decisions } from "../../client/decision.ts";
import { asks } from "../../shared/asks.ts";
import { silent } from "../../shared/explain.ts";
import type { Seat } from "../../shared/seat.ts";
import type { State } from "../../shared/state.ts";
import { view } from "../../shared/view.ts";
import { setDuty } from "../../shared/world/duties.ts";
import { stepDown } from "../../shared/world/stepdown.ts";
import { turnValve } from "../../shared/world/valve.ts";
import { file, order, pass, play, position, type Row, rules, told } from "../helpers/order.ts";

const p = rules.model.beijing;
const { heat } = rules.model;
const offer = (extent: string) => ({ kind: "offer-step-down", extent });
const last = (state: State) => state.words.at(-1)!;
const reply = (said: string) => (state: State) => ({
  kind: "answer-step-down",
  word: last(state).id,
  reply: said,
});

const OURS = "battery-subsidy";
const THEIRS = "pork";

/** Europe has laid a duty on in this game, on top of those of week 0. */
function pressed(state: State): void {
  state.heat = 40;
  setDuty(rules, state, file(state, OURS), 0.2);
}

/** And Beijing squeezes. */
function squeezed(state: State): void {
  pressed(state);
  turnValve(rules, state, 0, "go-slow", silent);
}

/** And Beijing offers a way down. */
const offered =
  (terms = "part", by: Seat = "beijing") =>
  (state: State): void => {
    squeezed(state);
    expect(order(state, by, offer(terms))).toBeNull();
  };

const offers: Row[] = [
  {
    name: "stands in the open for some weeks",
    seat: "beijing",
    order: offer("half"),
    given: squeezed,
    does(after, before) {
      expect(last(after)).toMatchObject({
        form: "step-down",
        by: "beijing",
        to: "commission",
        file: "half",
        until: p.stepDownAnswer,
        state: "open",
      });
      expect(told(after, before, "step-down-offered")).toMatchObject([{ to: [], by: "beijing" }]);
      expect([after.heat, after.beijing.points]).toEqual([before.heat, before.beijing.points]);
    },
  },
  {
    name: "is Brussels' to make as well",
    seat: "commission",
    order: offer("part"),
    given: squeezed,
    does: (after) => expect(last(after)).toMatchObject({ by: "commission", to: "beijing" }),
  },
  { name: "is no capital's", seat: "FR", order: offer("part"), given: squeezed, refused: "not-your-seat" },
  {
    name: "needs something of Europe's to take back",
    seat: "beijing",
    order: offer("part"),
    given: (state) => turnValve(rules, state, 0, "go-slow", silent),
    refused: { code: "no-target", what: "measures" },
  },
  {
    name: "and something of Beijing's",
    seat: "commission",
    order: offer("part"),
    given: pressed,
    refused: { code: "no-target", what: "measures" },
  },
  {
    name: "which may be a duty too",
    seat: "commission",
    order: offer("part"),
    given(state) {
      pressed(state);
      setDuty(rules, state, file(state, THEIRS), file(state, THEIRS).duty + 0.1);
    },
    does: (after) => expect(last(after).form).toBe("step-down"),
  },
  {
    name: "one at a time, whoever made it",
    seat: "commission",
    order: offer("part"),
    given: offered(),
    refused: { code: "already-so", until: p.stepDownAnswer },
  },
  {
    name: "not again at once",
    seat: "beijing",
    order: offer("half"),
    given(state) {
      offered()(state);
      order(state, "commission", reply("decline")(state));
    },
    refused: { code: "cooling-down", until: p.stepDownEvery },
  },
];

describe("offer-step-down", () => {
  test.each(offers)("$name", play);

  test("asks the other side, with both answers, and lapses", () => {
    const state = position();
    offered()(state);
    const seen = view(rules, state, "commission");
    const asked = asks(rules, seen);
    const question = decisions(rules, seen, asked).find((d) => d.kind === "step-down")!;
    expect(question).toMatchObject({ id: `step-down/${last(state).id}`, until: p.stepDownAnswer });
    expect(question.options.map((o) => [o.id, o.refused])).toEqual([
      ["accept", null],
      ["decline", null],
    ]);
    expect(asks(rules, view(rules, state, "beijing")).some((a) => a.kind === "step-down")).toBe(false);
    pass(state, p.stepDownAnswer + 1);
    expect(asks(rules, view(rules, state, "commission")).some((a) => a.kind === "step-down")).toBe(false);
    expect(state.beijing.squeezeSince).toBe(0);
    const lapsed = state.news.filter(({ code }) => code === "step-down-lapsed");
    expect(lapsed).toMatchObject([{ by: "beijing", tick: p.stepDownAnswer + 1, to: [] }]);
  });
});

/** What a step-down leaves of a duty of this game. */
const LEFT = { part: 1 - p.stepDownPart, half: 1 - p.stepDownHalf };

const answers: Row[] = [
  ...(["part", "half"] as const).map((terms) => ({
    name: `accepted, ${terms} of the duties goes and the squeeze ends`,
    seat: "commission" as const,
    order: reply("accept"),
    given(state: State) {
      setDuty(rules, state, file(state, THEIRS), file(state, THEIRS).duty + 0.1);
      offered(terms)(state);
    },
    does(after: State, before: State) {
      expect(file(after, OURS).duty).toBeCloseTo(0.2 * LEFT[terms], 12);
      expect(file(after, THEIRS).duty).toBeCloseTo(0.12 + 0.1 * LEFT[terms], 12);
      expect(file(after, "ev-duties").duty).toBe(file(before, "ev-duties").duty);
      expect(after.inputs[0]!.mode).toBe("case-by-case");
      expect(after.beijing.squeezeSince).toBe(-1);
      expect(after.heat).toBeCloseTo(before.heat - heat.stepDown, 10);
      expect(after.resolve).toBeCloseTo(before.resolve - p.stepDownResolve, 12);
      expect(after.beijing.yields).toBe(before.beijing.yields);
      expect(after.contracts.at(-1)).toMatchObject({ template: "mutual-step-down", until: p.stepDownWeeks });
      expect(last(after).state).toBe("kept");
    },
  })),
  {
    name: "declined, a little heat and nothing else",
    seat: "commission",
    order: reply("decline"),
    given: offered(),
    does(after, before) {
      expect(after.heat).toBe(before.heat + heat.stepDownRefused);
      expect(after.beijing.squeezeSince).toBe(0);
      expect(file(after, OURS).duty).toBe(0.2);
      expect(told(after, before, "step-down-refused")).toMatchObject([{ by: "commission" }]);
    },
  },
  {
    name: "Beijing answers what Brussels offers",
    seat: "beijing",
    order: reply("accept"),
    given: offered("part", "commission"),
    does: (after) => expect(after.beijing.squeezeSince).toBe(-1),
  },
  {
    name: "not one's own offer",
    seat: "beijing",
    order: reply("accept"),
    given: offered(),
    refused: "not-your-seat",
  },
  {
    name: "not twice",
    seat: "commission",
    order: reply("accept"),
    given(state) {
      offered()(state);
      order(state, "commission", reply("decline")(state));
    },
    refused: "no-such-thing",
  },
];

describe("answer-step-down", () => {
  test.each(answers)("$name", play);

  test("what goes takes its share of the heat with it: to drop the file later takes the rest", () => {
    const state = position();
    pressed(state);
    file(state, OURS).heat = 7;
    const { heat: whole } = file(state, "ev-duties");
    stepDown(rules, state, 0.4, silent);
    expect(file(state, OURS).heat).toBeCloseTo(0.6 * 7, 12);
    expect(file(state, "ev-duties").heat).toBe(whole);
    const before = state.heat;
    expect(order(state, "commission", { kind: "drop-case", file: OURS })).toBeNull();
    expect(state.heat).toBeCloseTo(before - 0.6 * 7, 12);
  });
});
