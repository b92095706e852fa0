// How bots go about votes that may go either way: lobbies heard by what is at stake at home, and promises of Brussels where
// they may carry a vote.

import { expect, test } from "vitest";
import { sounded, worthToMost } from "../../shared/bots/judge.ts";
import { botNamed } from "../../shared/bots/table.ts";
import { silent } from "../../shared/explain.ts";
import { newStream } from "../../shared/random.ts";
import type { Goal } from "../../shared/scenario/goal.ts";
import type { MemberCode } from "../../shared/seat.ts";
import { type State, tell } from "../../shared/state.ts";
import { view } from "../../shared/view.ts";
import { openVote } from "../../shared/world/council.ts";
import { goalsWeek } from "../../shared/world/goals.ts";
import { file, m, order, position, rules } from "../helpers/order.ts";

const { law, politics } = rules.model;

/** Which way the card goes that a state takes. */
function takes(code: MemberCode, given: (state: State) => void = () => {}): number {
  const state = position();
  given(state);
  const cards = [0.08, -0.08].map((turn, k) => ({ id: `c${k}`, sector: 0, turn }));
  state.lobbies = [{ seat: code, until: 7, cards, taken: "" }];
  const taken = botNamed(code, "own-exposure")
    .decide(rules, view(rules, state, code), newStream(1, "lobby"))
    .find(({ why }) => why === "lobby");
  return taken!.amount;
}

test("a capital hears its sellers while they earn much in China, its makers once imports hurt them, hawks the makers", () => {
  expect(takes("DE")).toBeLessThan(0);
  expect(takes("DE", ({ trade }) => trade.injury.fill(0.05))).toBeGreaterThan(0);
  expect(takes("FR")).toBeGreaterThan(0);
});

/** A vote on the act in its last week, all capitals alike but for some. */
function voting(support: number, more: Partial<Record<MemberCode, number>> = {}): State {
  const state = position();
  openVote(rules, state, file(state, "accelerator-act"), "for", silent);
  state.tick = state.votes[0]!.closes - 1;
  for (const member of state.members) member.support = support;
  for (const [code, value] of Object.entries(more)) state.members[m(code)]!.support = value;
  return state;
}

const pledged = (state: State, id = "prepared") =>
  botNamed("commission", id)
    .decide(rules, view(rules, state, "commission"), newStream(1, "pledge"))
    .filter(({ why }) => why === "pledge");

/** Support at which the act is just worth a yes. */
const even = (): number => {
  const seen = view(rules, position(), "commission");
  return politics.yes - worthToMost(rules, seen, file(position(), "accelerator-act"));
};

test("Brussels promises something where that may carry a vote, first to the largest capital within reach", () => {
  const near = even() - 0.15;
  const apart = { FR: 0.8, IT: 0.8, ES: 0.8, PL: 0.8 };
  expect(pledged(voting(near, apart))[0]?.command).toMatchObject({ kind: "give-pledge", to: "DE" });
  expect(pledged(voting(near, { ...apart, DE: -0.5 }))[0]?.command).toHaveProperty(
    "to",
    expect.not.stringMatching("DE"),
  );
});

test("and nothing where the vote is safe, out of reach, or the points are wanted for gates", () => {
  const torn = { DE: even() - 0.15 };
  expect(pledged(voting(0.8, torn))).toEqual([]);
  expect(pledged(voting(-0.5, torn))).toEqual([]);
  const poor = voting(even() - 0.15, { FR: 0.8 });
  expect(pledged(poor)).toHaveLength(1);
  poor.commission.points = 1;
  expect(pledged(poor)).toEqual([]);
});

test("a ballot that is in says more than a guess", () => {
  const state = voting(even() + 0.4);
  const [vote] = state.votes;
  const seen = () => sounded(rules, view(rules, state, "commission"), vote!);
  expect(seen()).toMatchObject({ states: rules.M });
  order(state, "DE", { kind: "cast-vote", vote: vote!.id, ballot: "abstain" });
  expect(seen().states).toBe(rules.M - 1);
  expect(seen().short[m("DE")]).toBeGreaterThan(0);
  for (const member of state.members) member.support = -0.9;
  order(state, "FR", { kind: "cast-vote", vote: vote!.id, ballot: "for" });
  expect(seen().people).toBeCloseTo(rules.members[m("FR")]!.population, 9);
  expect(law.people).toBeGreaterThan(seen().people);
});

test("whoever must not be the last shows its hand early, and is no longer in a hurry once it has been", () => {
  const casts = (code: MemberCode, given: (state: State) => void = () => {}) => {
    const state = voting(politics.yes);
    state.tick = state.votes[0]!.closes - 5;
    given(state);
    goalsWeek(rules, state);
    return botNamed(code, "own-exposure")
      .decide(rules, view(rules, state, code), newStream(1, "early"))
      .filter(({ command }) => command.kind === "cast-vote");
  };
  expect(casts("AT")).toHaveLength(1);
  expect(casts("SI")).toEqual([]);
  expect(casts("AT", ({ tally }) => Object.assign(tally.deeds[m("AT")]!, { last: 1 }))).toEqual([]);
});

test.each([
  ["votes-traded", true],
  ["promises-won", true],
  ["soft-texts", false],
])("a capital whose goal is %s looks for trades more often: %s", (kind, keen) => {
  const goals = [{ kind, times: 1, text: "t" } as Goal];
  const world = {
    ...rules,
    members: rules.members.map((member) => (member.code === "CZ" ? { ...member, goals } : member)),
  };
  const state = voting(0.8, { DE: politics.yes - 0.3, FR: politics.yes - 0.3 });
  state.tick -= 2;
  state.votes[0]!.leaning[m("CZ")] = 0.9;
  goalsWeek(world, state);
  const tried = Array.from({ length: 60 }, (_, n) =>
    botNamed("CZ", "own-exposure").decide(world, view(world, state, "CZ"), newStream(n, "trade")),
  ).filter((deeds) => deeds.some(({ why }) => why === "trade")).length;
  expect(tried > 60 * 0.12).toBe(keen);
});

/** How plants that run are helped in a week of backing, with these plants backed already. */
function backs(given: (state: State) => void): string[] {
  const state = position();
  state.tick = 40;
  for (const project of state.projects) Object.assign(project, { stage: "operating", backed: "offtake" });
  given(state);
  return Array.from({ length: 10 }, (_, n) =>
    botNamed("commission", "quiet").decide(rules, view(rules, state, "commission"), newStream(n, "plants")),
  ).flatMap((deeds) => deeds.flatMap(({ command }) => ("how" in command ? [String(command.how)] : [])));
}

test("a promised buyer is made a floor only in a flood, or when one may come again", () => {
  const flooded = (floodUntil: number, before: boolean, more: Partial<State> = {}) =>
    backs((state) => {
      Object.assign(state, more);
      Object.assign(state.beijing, { floodUntil });
      if (before) tell(state, { code: "flooding-ended", by: "beijing", about: [], amount: 0, to: [] });
      state.inputs[0]!.ally = 0.3;
    });
  expect(flooded(0, false)).toEqual([]);
  expect(flooded(50, false)).toContain("floor");
  expect(flooded(0, true)).toContain("floor");
  // Too late in the game for one more to bite.
  expect(flooded(0, true, { tick: 96 })).toEqual([]);
});
