// The adviser: up to three things that are possible, from the seat's View alone, the same when asked twice; and an answer
// to whatever waits.

import { describe, expect, test } from "vitest";
import { advise, adviseOn } from "../../shared/bots/adviser.ts";
import { botsFor, mixedBots } from "../../shared/bots/table.ts";
import { type Command, check } from "../../shared/moves/table.ts";
import type { Seat } from "../../shared/seat.ts";
import { clone, type State, type Term } from "../../shared/state.ts";
import { view } from "../../shared/view.ts";
import { STANDING_TALK, table } from "../../shared/world/talks.ts";
import { draftOf } from "../helpers/agreement.ts";
import { m, position, rules } from "../helpers/order.ts";
import { newGame } from "../helpers/play.ts";

const SEATS: Seat[] = ["commission", "beijing", "DE", "HU", "MT"];

const at = (weeks: number): State => {
  const match = newGame(rules, { seed: 4, botOf: mixedBots(4) });
  while (match.state.tick < weeks) match.advance();
  return match.state;
};
const states = [2, 23].map(at);

describe.each(SEATS)("%s", (seat) => {
  test("is given up to three options of different kinds, each possible, with its doctrines and likely effect", () => {
    let options = 0;
    for (const state of states) {
      const seen = view(rules, state, seat);
      const found = advise(rules, seen);
      options += found.length;
      expect(found.length).toBeLessThanOrEqual(3);
      expect(new Set(found.map(({ command }) => command.kind)).size).toBe(found.length);
      for (const { command, doctrines, likely } of found) {
        expect(check(rules, seen, command)).toBeNull();
        expect(doctrines.length).toBeGreaterThan(0);
        for (const id of doctrines) expect(botsFor(seat).map((bot) => bot.id)).toContain(id);
        for (const { low, high } of likely) expect(high).toBeGreaterThanOrEqual(low);
      }
    }
    expect(options).toBeGreaterThan(0);
  });
});

test("asked twice it says the same, and it does not touch the View", () => {
  const seen = view(rules, states[1]!, "commission");
  const before = JSON.stringify(seen);
  expect(advise(rules, seen)).toEqual(advise(rules, seen));
  expect(JSON.stringify(seen)).toBe(before);
});

test("what is hidden from the seat changes nothing of it", () => {
  const other = clone(states[1]!);
  other.beijing.points = 1;
  other.beijing.face = 12;
  const said = (state: State) => advise(rules, view(rules, state, "commission"));
  expect(said(other)).toEqual(said(states[1]!));
});

test("an onlooker is not advised", () => {
  expect(advise(rules, view(rules, states[0]!, "observer"))).toEqual([]);
});

describe("an answer", () => {
  const ballots = (vote: string): Command[] =>
    (["for", "abstain", "against"] as const).map((ballot) => ({ kind: "cast-vote", vote, ballot }));

  /** A vote that closes in three weeks, to which Czechia leans like this. */
  function voting(leaning: number): State {
    const state = position();
    state.votes.push({
      ...{ id: "v1", file: "accelerator-act", rule: "for", opened: 0, by: "", closes: 3, outcome: "open" },
      ...{ cast: rules.members.map(() => null), block: [], leaning: rules.members.map(() => leaning) },
      ...{ pledged: rules.members.map(() => 0), offered: rules.members.map(() => 0), appeal: false },
    });
    state.members[m("CZ")]!.support = leaning;
    return state;
  }

  test("to a vote follows the leaning, weeks before the bots would cast it", () => {
    const says = (leaning: number) => {
      const found = adviseOn(rules, view(rules, voting(leaning), "CZ"), ballots("v1"), 3);
      return (found!.command as { ballot?: string }).ballot;
    };
    expect(says(0.15)).toBe("for");
    expect(says(-0.05)).toBe("abstain");
    expect(says(-0.6)).toBe("against");
  });

  test("to a draft is to sign, to refuse or another draft", () => {
    const says = (measure: "none" | "register") => {
      const state = position();
      state.tick = rules.calendar.talksFirst;
      const talk = state.talks.find((t) => t.id === STANDING_TALK)!;
      const term: Term = {
        ...{ by: "beijing", metric: "licence-days", about: "magnets" },
        ...{ value: 20, weeks: 8, measure },
      };
      const { id } = table(rules, state, talk, "beijing", draftOf(term));
      const options = (["accept", "reject"] as const).map(
        (answer): Command => ({ kind: "answer-terms", proposal: id, answer }),
      );
      return adviseOn(rules, view(rules, state, "commission"), options, 6);
    };
    expect(says("register")).toMatchObject({ command: { answer: "accept" }, why: "terms-good" });
    expect(says("none")!.command).not.toMatchObject({ answer: "accept" });
  });

  test("that no doctrine would give is none", () => {
    const state = voting(0);
    const threat: Command = { kind: "grant-relief", sector: "vehicles" };
    expect(adviseOn(rules, view(rules, state, "CZ"), [threat], 3)).toBeUndefined();
  });
});
