// Contributions sum to the change of every number, whatever the formula behind it.

import { expect, test } from "vitest";
import { mixedBots } from "../../shared/bots/table.ts";
import { type Contribution, newTrace, SECRET_CAUSES } from "../../shared/explain.ts";
import { BEIJING_INDEX, CATALOGUE, countOf, type Indicator } from "../../shared/indicators.ts";
import type { Match } from "../../shared/match.ts";
import type { Rules } from "../../shared/scenario.ts";
import type { Seat } from "../../shared/seat.ts";
import { clone, type State } from "../../shared/state.ts";
import type { View } from "../../shared/view.ts";
import { why } from "../../shared/why.ts";
import { economyWeek } from "../../shared/world/economy.ts";
import { newState } from "../../shared/world/start.ts";
import { newGame } from "../helpers/play.ts";
import { brussels, tiny } from "../helpers/scenario.ts";

test("a trace books each change on its cause, and the sum is the whole change", () => {
  let x = 1;
  const trace = newTrace({ square: () => x * x });
  x = 3;
  trace.mark("duties");
  x = 2;
  trace.mark("bans");
  x = 4;
  trace.mark("duties");
  expect(trace.rows.square).toEqual([
    { cause: "duties", amount: 8 + 12 },
    { cause: "bans", amount: -5 },
  ]);
});

/** Weeks that are looked at; the whole proof takes minutes: EXPLAIN_WEEKS=10000 npx vitest run tests/shared/explain.test.ts */
const WEEKS = Number(process.env.EXPLAIN_WEEKS ?? 30);
const LONGEST = 90;

/** What a seat believes of a number, as its View says it. */
function told({ pub, own }: View, { part, id }: Indicator, k: number): number {
  const said = ((part === "pub" ? pub : own) as unknown as Record<string, number | number[]>)[id]!;
  return typeof said === "number" ? said : said[k]!;
}

/** Numbers that a seat may ask about whose contributions are not the change that its View shows, by name. */
function wrong(match: Match, seat: Seat, before: View): string[] {
  const after = match.view(seat);
  const found: string[] = [];
  for (const indicator of CATALOGUE)
    for (let k = 0; k < countOf(match.rules, indicator.per); k++) {
      const answer = match.why(seat, indicator.id, k);
      if (!answer) continue;
      const change = told(after, indicator, k) - told(before, indicator, k);
      const sum = answer.reasons.reduce((total, { amount }) => total + amount, 0);
      const isShown = Math.abs(sum - change) <= 1.001 * indicator.quantum;
      const isWhole = Math.abs(sum - (answer.after - answer.before)) < 1e-6;
      if (!isShown || !isWhole)
        found.push(`${indicator.id} ${k} for ${seat} in week ${match.state.tick}: ${sum} of ${change}`);
    }
  return found;
}

/** Plays a game and looks at every week of it through three seats, other capitals in other weeks. */
function lookThrough(rules: Rules, seed: number, weeks: number): number {
  const match = newGame(rules, { seed, weeks: weeks + 4, botOf: mixedBots(seed), explain: true });
  for (let w = 0; w < weeks && !match.state.ending; w++) {
    const member = rules.members[(w * 7) % rules.M]!.code;
    const before = (["commission", "beijing", member] as const).map((seat) => match.view(seat));
    match.advance();
    for (const view of before) expect(wrong(match, view.seat as Seat, view)).toEqual([]);
  }
  return match.state.tick;
}

test.each([
  ["tiny", tiny, 3],
  ["brussels", brussels, 1],
] as const)(
  "%s: every week, every number, every kind of seat: contributions sum to the change that is shown",
  (_, { rules }, share) => {
    let seen = 0;
    for (let seed = 77; seen < share * WEEKS; seed++)
      seen += lookThrough(rules, seed, Math.min(LONGEST, share * WEEKS - seen));
    expect(seen).toBeGreaterThanOrEqual(share * WEEKS);
  },
  1e7,
);

test("what is booked is the true change, not what is left of it", () => {
  const match = newGame(brussels.rules, { seed: 78, weeks: 60, botOf: mixedBots(78), explain: true });
  const read = () =>
    CATALOGUE.map((i) =>
      Array.from({ length: countOf(brussels.rules, i.per) }, (_, k) =>
        i.of(brussels.rules, match.state, k, -1),
      ),
    );
  for (let w = 0; w < 30; w++) {
    const before = read();
    match.advance();
    const now = read();
    CATALOGUE.forEach((indicator, n) => {
      for (let k = 0; k < now[n]!.length; k++) {
        const booked = (match.rows[`${indicator.id}/${k}/-1`] ?? []).reduce((sum, r) => sum + r.amount, 0);
        expect(booked, `${indicator.id} ${k} week ${w}`).toBeCloseTo(now[n]![k]! - before[n]![k]!, 6);
      }
    });
  }
});

test("a hint that moves names what pulled it, each by its share, and gives no figure away", () => {
  const { rules } = brussels;
  const from = newState(rules, { seed: 1, weeks: 78 });
  const to = clone(from);
  to.resolve -= 3;
  const booked: Contribution[] = [
    { cause: "threat", amount: -2.4 },
    { cause: "time", amount: 0.2 },
    { cause: "vote", amount: -0.8 },
  ];
  const rows = { "resolve/0/-1": booked, [`resolve/0/${BEIJING_INDEX}`]: booked };
  const ask = (seat: Seat, now: State) =>
    why(rules, { from, to: now, rows: () => rows }, seat, "resolve", 0)!;
  const { before, after, reasons } = ask("commission", to);
  expect([before, after]).toEqual([0, -2]);
  expect(reasons).toEqual([
    { cause: "threat", amount: expect.closeTo(-1.5, 9) },
    { cause: "vote", amount: expect.closeTo(-0.5, 9) },
  ]);
  expect(ask("commission", from).reasons).toEqual([]);
  expect(ask("beijing", to).reasons.map(({ amount }) => amount)).toEqual([-2.4, -0.8, 0.2]);
});

test("a capital knows what Beijing's gifts do to its own support, and not to that of others", () => {
  const { rules } = brussels;
  const from = newState(rules, { seed: 1, weeks: 78 });
  const to = clone(from);
  to.members[0]!.support -= 0.3;
  const rows = { "support/0/-1": [{ cause: "side-offers", amount: -0.3 }] as Contribution[] };
  const ask = (seat: Seat) =>
    why(rules, { from, to, rows: () => rows }, seat, "support", 0)!.reasons.map(({ cause }) => cause);
  const [self, other] = [rules.members[0]!.code, rules.members[1]!.code];
  expect(ask(self)).toContain("side-offers");
  expect(ask(other)).not.toContain("side-offers");
  expect(ask(other)).toContain("not-known");
  expect(ask("commission")).toContain("not-known");
});

test("the week in which a capital takes a gift looks to others like any week", () => {
  const { rules } = brussels;
  const from = newState(rules, { seed: 1, weeks: 78 });
  const to = clone(from);
  const calm: Contribution[] = [
    { cause: "home-line", amount: 0.01 },
    { cause: "peers", amount: 0.02 },
  ];
  const bought: Contribution[] = [...calm, { cause: "side-offers", amount: -0.02 }];
  const ask = (seat: Seat, rows: Contribution[]) =>
    why(rules, { from, to, rows: () => ({ "support/0/-1": rows }) }, seat, "support", 0)!.reasons.map(
      ({ cause }) => cause,
    );
  const [self, other] = [rules.members[0]!.code, rules.members[1]!.code];
  for (const seat of ["commission", other] as const)
    expect(new Set(ask(seat, bought))).toEqual(new Set(ask(seat, calm)));
  expect(ask(self, bought)).toContain("side-offers");
  expect(ask("beijing", calm)).toContain("home-line");
});

test("a cause that a side may not know is not named to it", () => {
  const match = newGame(brussels.rules, { seed: 5, weeks: 60, botOf: mixedBots(5), explain: true });
  for (let w = 0; w < 40; w++) {
    match.advance();
    for (const seat of ["commission", "beijing"] as const) {
      const answer = match.why(seat, "cohesion", 0)!;
      const secret = SECRET_CAUSES[seat === "beijing" ? "beijing" : "europe"] as readonly string[];
      expect(answer.reasons.filter((r) => secret.includes(r.cause))).toEqual([]);
    }
  }
});

test("a name as a supplier wears off by slow licences, and heals by time", () => {
  const { rules } = brussels;
  const state = newState(rules, { seed: 1, weeks: 104 });
  const causes = () => {
    const trace = newTrace({ name: () => state.beijing.reputation });
    economyWeek(rules, state, trace);
    return trace.rows.name?.map(({ cause, amount }) => [cause, Math.sign(amount)]);
  };
  state.beijing.reputation = 40;
  expect(causes()).toEqual([["time", 1]]);
  state.beijing.squeezeSince = 0;
  expect(causes()).toEqual([["slow-licences", -1]]);
});
