// C8 and M1: calling votes and casting ballots.

import { describe, expect, test } from "vitest";
import { silent } from "../../shared/explain.ts";
import type { Ballot } from "../../shared/scenario/land.ts";
import type { State } from "../../shared/state.ts";
import { openVote } from "../../shared/world/council.ts";
import { file, m, order, pass, play, position, type Row, rules, told } from "../helpers/order.ts";

const call = (id: string) => ({ kind: "call-vote", file: id });
const ripe = (state: State) => {
  state.tick = file(state, "accelerator-act").gate;
};

const calling: Row[] = [
  {
    name: "a proposal goes to the Council, and every leaning is drawn",
    seat: "commission",
    given: ripe,
    order: call("accelerator-act"),
    does(after, before) {
      const vote = after.votes.at(-1)!;
      expect(vote).toMatchObject({ file: "accelerator-act", rule: "for", outcome: "open" });
      expect(vote.closes - after.tick).toBeGreaterThanOrEqual(rules.model.law.voteWindow);
      expect(vote.closes % rules.calendar.councilDayEvery).toBe(0);
      expect(new Set(vote.leaning).size).toBeGreaterThan(20);
      expect(file(after, "accelerator-act").stage).toBe("council");
      expect(told(after, before, "vote-called")).toHaveLength(1);
    },
  },
  {
    name: "not before its week",
    seat: "commission",
    order: call("accelerator-act"),
    refused: { code: "too-early", until: 24 },
  },
  {
    name: "not twice",
    seat: "commission",
    given: (state) => {
      ripe(state);
      order(state, "commission", call("accelerator-act"));
    },
    order: call("accelerator-act"),
    refused: "already-so",
  },
  { name: "not on a duty", seat: "commission", order: call("ev-duties"), refused: "not-open" },
  {
    name: "not on what nobody has proposed",
    seat: "commission",
    order: call("diversification-law"),
    refused: "not-open",
  },
  { name: "no such file", seat: "commission", order: call("none"), refused: "no-such-thing" },
  {
    name: "shut after a failed vote",
    seat: "commission",
    given: (state) => {
      Object.assign(file(state, "accelerator-act"), { gate: 0, shutUntil: 13 });
    },
    order: call("accelerator-act"),
    refused: { code: "shut-after-vote", until: 13 },
  },
];

describe("call-vote", () => {
  test.each(calling)("$name", play);
});

/** A vote on the accelerator act; its id. */
const opened = (state: State) => openVote(rules, state, file(state, "accelerator-act"), "for", silent).id;
const cast = (ballot: Ballot) => (state: State) => ({
  kind: "cast-vote",
  vote: state.votes.at(-1)?.id ?? "none",
  ballot,
});

const casting: Row[] = [
  {
    name: "a ballot is public at once and free",
    seat: "FR",
    given: (state) => {
      opened(state);
    },
    order: cast("for"),
    does(after, before) {
      expect(after.votes.at(-1)!.cast[m("FR")]).toBe("for");
      expect(after.votes.at(-1)!.cast.filter((b) => b !== null)).toHaveLength(1);
      expect(after.members[m("FR")]!.points).toBe(before.members[m("FR")]!.points);
    },
  },
  {
    name: "it may be changed",
    seat: "FR",
    given: (state) => {
      opened(state);
      order(state, "FR", cast("for")(state));
    },
    order: cast("against"),
    does: (after) => expect(after.votes.at(-1)!.cast[m("FR")]).toBe("against"),
  },
  {
    name: "not to what it is",
    seat: "FR",
    given: (state) => {
      opened(state);
      order(state, "FR", cast("abstain")(state));
    },
    order: cast("abstain"),
    refused: "already-so",
  },
  { name: "no such vote", seat: "FR", order: cast("for"), refused: "no-such-thing" },
  {
    name: "not after the count",
    seat: "FR",
    given: (state) => {
      opened(state);
      state.votes.at(-1)!.outcome = "passed";
    },
    order: cast("for"),
    refused: "too-late",
  },
  {
    name: "Brussels has no ballot",
    seat: "commission",
    given: (state) => {
      opened(state);
    },
    order: cast("for"),
    refused: "not-your-seat",
  },
];

describe("cast-vote", () => {
  test.each(casting)("$name", play);

  const count = (ballots: (code: string) => Ballot) => {
    const state = position();
    const id = opened(state);
    for (const { code } of rules.members)
      order(state, code, { kind: "cast-vote", vote: id, ballot: ballots(code) });
    pass(state, state.votes.at(-1)!.closes - state.tick + 1);
    return state.votes.find((v) => v.id === id)!.outcome;
  };
  test("unanimity passes", () => expect(count(() => "for")).toBe("passed"));
  test("four large states block", () =>
    expect(count((code) => (["DE", "IT", "ES", "PL"].includes(code) ? "abstain" : "for"))).toBe("failed"));
  test("three states cannot, however large", () =>
    expect(count((code) => (["DE", "FR", "IT"].includes(code) ? "against" : "for"))).toBe("passed"));
});
