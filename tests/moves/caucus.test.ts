// The small: five who bind their votes, and a text written once in a game.

import { describe, expect, test } from "vitest";
import { asks } from "../../shared/asks.ts";
import { silent } from "../../shared/explain.ts";
import type { Ballot } from "../../shared/scenario/land.ts";
import type { MemberCode } from "../../shared/seat.ts";
import type { State } from "../../shared/state.ts";
import { view } from "../../shared/view.ts";
import { adopt } from "../../shared/world/adopt.ts";
import { smallStates } from "../../shared/world/caucus.ts";
import { openVote, tally } from "../../shared/world/council.ts";
import { votesWeek } from "../../shared/world/count.ts";
import { utility } from "../../shared/world/stakes.ts";
import { file, m, member, order, play, position, type Row, rules, told } from "../helpers/order.ts";

const { law, politics } = rules.model;
const FIVE = ["MT", "CY", "LU", "EE", "LV"] as const;

const opened = (state: State) => {
  openVote(rules, state, file(state, "accelerator-act"), "for", silent);
};
const vote = (state: State) => state.votes[0]!;
const join = (state: State) => ({ kind: "join-caucus", vote: vote(state).id });
const ballot = (state: State, code: MemberCode, say: Ballot) =>
  order(state, code, { kind: "cast-vote", vote: vote(state).id, ballot: say });
const cast = (state: State, codes: readonly MemberCode[]) => codes.map((code) => vote(state).cast[m(code)]);

/** So many of the five in the caucus. */
function gathered(state: State, n: number): void {
  opened(state);
  for (const code of FIVE.slice(0, n)) expect(order(state, code, join(state))).toBeNull();
}

const joins: Row[] = [
  {
    name: "a small state calls the caucus, free, for all to see",
    seat: "MT",
    given: opened,
    order: join,
    does(after, before) {
      expect(vote(after).block).toEqual([{ code: "MT", says: null }]);
      expect(member(after, "MT").points).toBe(member(before, "MT").points);
      expect(told(after, before, "caucus-called")[0]).toMatchObject({ by: "MT", to: [] });
      expect(view(rules, after, "beijing").pub.votes[0]!.block).toHaveLength(1);
    },
  },
  {
    name: "the fifth binds it",
    seat: "LV",
    given: (state) => gathered(state, 4),
    order: join,
    does: (after, before) => {
      expect(told(after, before, "caucus-called")).toHaveLength(0);
      expect(told(after, before, "caucus-bound")[0]!.about.slice(1)).toEqual([...FIVE]);
    },
  },
  {
    name: "a sixth may join what is bound",
    seat: "HR",
    given: (state) => gathered(state, 5),
    order: join,
    does: (after, before) => {
      expect(vote(after).block).toHaveLength(6);
      expect(told(after, before, "caucus-bound")).toHaveLength(0);
    },
  },
  { name: "once", seat: "MT", given: (state) => gathered(state, 1), order: join, refused: "already-so" },
  { name: "not a middle state", seat: "IE", given: opened, order: join, refused: "not-your-seat" },
  {
    name: "not after the count",
    seat: "MT",
    given: (state) => {
      opened(state);
      vote(state).outcome = "passed";
    },
    order: join,
    refused: "too-late",
  },
  {
    name: "no vote, no caucus",
    seat: "MT",
    order: { kind: "join-caucus", vote: "none" },
    refused: "no-such-thing",
  },
];

const report = (text: "soft" | "strict", id = "accelerator-act") => ({
  kind: "write-report",
  file: id,
  text,
});

const reports: Row[] = [
  {
    name: "a small state writes a strict text, free",
    seat: "LT",
    order: report("strict"),
    does(after, before) {
      expect(file(after, "accelerator-act").report).toBe(1);
      expect(member(after, "LT").points).toBe(member(before, "LT").points);
      expect(told(after, before, "report-written")[0]!.about).toEqual(["LT", "accelerator-act", "strict"]);
    },
  },
  {
    name: "a soft text of a case takes a tenth off its duty",
    seat: "LT",
    order: report("soft", "battery-subsidy"),
    does: (after, before) =>
      expect(file(after, "battery-subsidy").rate).toBeCloseTo(
        (1 - law.reportSize) * file(before, "battery-subsidy").rate,
        12,
      ),
  },
  {
    name: "once in a game",
    seat: "LT",
    given: (state) => {
      member(state, "LT").reports = 1;
    },
    order: report("soft"),
    refused: { code: "limit-reached", need: 1 },
  },
  {
    name: "one text for each file",
    seat: "LT",
    given: (state) => {
      order(state, "MT", report("soft"));
    },
    order: report("strict"),
    refused: "already-so",
  },
  {
    name: "not once the Council has it",
    seat: "LT",
    given: opened,
    order: report("soft"),
    refused: { code: "not-open", what: "council" },
  },
  { name: "not of a duty in force", seat: "LT", order: report("soft", "ev-duties"), refused: "not-open" },
  { name: "not a file that is none", seat: "LT", order: report("soft", "none"), refused: "no-such-thing" },
  { name: "not a large state", seat: "FR", order: report("soft"), refused: "not-your-seat" },
];

describe("join-caucus", () => {
  test.each(joins)("$name", play);

  test("eight states are small", () => {
    expect([...smallStates(rules)].sort()).toEqual(["CY", "EE", "HR", "LT", "LU", "LV", "MT", "SI"]);
  });

  test("a vote asks the small who have not joined, until they are enough", () => {
    const state = position();
    gathered(state, 4);
    const asked = (seat: MemberCode) =>
      asks(rules, view(rules, state, seat)).some((a) => a.kind === "caucus");
    expect((["LV", "HR", "MT", "IE"] as const).map(asked)).toEqual([true, true, false, false]);
    order(state, "LV", join(state));
    expect(asked("HR")).toBe(false);
  });

  test("four of them still vote each for itself", () => {
    const state = position();
    gathered(state, 4);
    ballot(state, "MT", "for");
    ballot(state, "CY", "against");
    expect(cast(state, FIVE)).toEqual(["for", "against", null, null, null]);
  });

  test("bound, all cast what most say, and a change of mind changes all five", () => {
    const state = position();
    gathered(state, 4);
    ballot(state, "MT", "against");
    ballot(state, "CY", "for");
    order(state, "LV", join(state));
    // One against one: the caller decides.
    expect(cast(state, FIVE)).toEqual(FIVE.map(() => "against"));
    ballot(state, "LU", "for");
    expect(cast(state, FIVE)).toEqual(FIVE.map(() => "for"));
    expect(tally(rules, vote(state)).states).toMatchObject({ for: 5, against: 0, open: 22 });
    ballot(state, "EE", "abstain");
    ballot(state, "LV", "abstain");
    ballot(state, "LU", "abstain");
    expect(cast(state, FIVE)).toEqual(FIVE.map(() => "abstain"));
    // A state may say the same only once, though its block votes otherwise.
    expect(ballot(state, "MT", "against")).toMatchObject({ code: "already-so" });
  });

  test("states outside the block are left alone", () => {
    const state = position();
    gathered(state, 5);
    ballot(state, "LT", "against");
    ballot(state, "MT", "for");
    expect(cast(state, ["LT", "MT", "SI"])).toEqual(["against", "for", null]);
  });

  /** The end of a vote in which all others for stand at so many states and people, and the five say yes together. */
  function counted(large: readonly MemberCode[], n = 5): State {
    const state = position();
    gathered(state, n);
    for (const code of [...large, ...FIVE]) ballot(state, code, "for");
    state.tick = vote(state).closes + 1;
    votesWeek(rules, state, silent);
    return state;
  }
  const TEN = ["DE", "FR", "IT", "ES", "PL", "RO", "NL", "BE", "CZ", "PT"] as const;

  test("a block that turned the vote is heard more", () => {
    const state = counted(TEN);
    expect(vote(state).outcome).toBe("passed");
    for (const code of FIVE)
      expect(member(state, code).standing).toBe(rules.model.score.standingStart + politics.caucusStanding);
    expect(state.news.some((n) => n.code === "caucus-decided")).toBe(true);
  });

  test.each([
    ["one that was not needed", [...TEN, "SE", "EL", "HU", "AT", "BG"] as const, 5],
    ["one that was never bound", TEN, 4],
  ])("%s is not", (_, large, n) => {
    const state = counted(large as readonly MemberCode[], n);
    expect(vote(state).outcome).toBe("passed");
    expect(member(state, "MT").standing).toBe(rules.model.score.standingStart);
  });
});

describe("write-report", () => {
  test.each(reports)("$name", play);

  test("a proposal that will soon be voted on asks the small who have written nothing", () => {
    const state = position();
    const asked = (seat: MemberCode) =>
      asks(rules, view(rules, state, seat)).flatMap((a) => (a.kind === "report" ? [a.ref] : []));
    expect(asked("LT")).toEqual([]);
    state.tick = file(state, "accelerator-act").gate - 8;
    expect(asked("LT")).toEqual(["accelerator-act"]);
    expect(asked("FR")).toEqual([]);
    member(state, "MT").reports = 1;
    expect(asked("MT")).toEqual([]);
    order(state, "LV", report("soft"));
    expect(asked("LT")).toEqual([]);
  });

  test.each([
    ["soft", politics.reportWorth],
    ["strict", -politics.reportWorth],
  ] as const)("a %s text moves every capital by %f", (text, by) => {
    const state = position();
    const before = rules.members.map((_, k) => utility(rules, state, file(state, "accelerator-act"), k));
    order(state, "LT", report(text));
    rules.members.forEach((_, k) => {
      expect(utility(rules, state, file(state, "accelerator-act"), k)).toBeCloseTo(before[k]! + by, 12);
    });
  });

  test("a law in its strict form applies sooner, in its soft form later", () => {
    const weeks = (["strict", "soft"] as const).map((text) => {
      const state = position();
      const act = file(state, "accelerator-act");
      act.nextGate = -1;
      order(state, "LT", report(text));
      adopt(rules, state, act, silent);
      return act.gate;
    });
    expect(weeks).toEqual([
      Math.round(law.lawForce * (1 - law.reportPace)),
      Math.round(law.lawForce * (1 + law.reportPace)),
    ]);
  });
});
