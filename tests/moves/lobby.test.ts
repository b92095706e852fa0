// M4: lobby cards.

import { describe, expect, test } from "vitest";
import { silent } from "../../shared/explain.ts";
import type { State } from "../../shared/state.ts";
import { view } from "../../shared/view.ts";
import { openVote } from "../../shared/world/council.ts";
import { file, member, order, pass, play, position, type Row, rules } from "../helpers/order.ts";

const take = (card: string) => ({ kind: "take-lobby-card", card });
const called = (state: State) => {
  state.lobbies = [
    {
      seat: "SK",
      until: 5,
      cards: [
        { id: "coal", sector: 5, turn: 0.1 },
        { id: "tyres", sector: 3, turn: -0.1 },
      ],
      taken: "tyres",
    },
    {
      seat: "CZ",
      until: 5,
      cards: [
        { id: "steel", sector: 5, turn: 0.1 },
        { id: "cars", sector: 3, turn: -0.1 },
      ],
      taken: "",
    },
  ];
};

const rows: Row[] = [
  {
    name: "one cause moves the line for half a year",
    seat: "CZ",
    given: (state) => {
      called(state);
      member(state, "CZ").points = 4;
    },
    order: take("cars"),
    does(after) {
      expect(member(after, "CZ")).toMatchObject({ lobby: -0.1, lobbyUntil: rules.model.politics.lobbyWeeks });
      expect(member(after, "CZ").points).toBe(4 + rules.model.moves.lobbyPoints);
      expect(after.lobbies.map((l) => l.taken)).toEqual(["tyres", "cars"]);
      expect(view(rules, after, "CZ").own.lobbies[0]!.taken).toBe("cars");
    },
  },
  {
    name: "its points stop at the cap",
    seat: "CZ",
    given: (state) => {
      called(state);
      member(state, "CZ").points = rules.model.points.memberCap - rules.model.moves.lobbyPoints / 2;
    },
    order: take("cars"),
    does: (after) => expect(member(after, "CZ").points).toBe(rules.model.points.memberCap),
  },
  {
    name: "who holds more than the cap keeps it",
    seat: "CZ",
    given: (state) => {
      called(state);
      member(state, "CZ").points = rules.model.points.memberCap + 1;
    },
    order: take("cars"),
    does: (after) => expect(member(after, "CZ").points).toBe(rules.model.points.memberCap + 1),
  },
  {
    name: "one or none",
    seat: "CZ",
    given: (state) => {
      called(state);
      order(state, "CZ", take("cars"));
    },
    order: take("steel"),
    refused: "already-answered",
  },
  {
    name: "not when they have gone",
    seat: "CZ",
    given: (state) => {
      called(state);
      state.tick = 6;
    },
    order: take("cars"),
    refused: "too-late",
  },
  { name: "not somebody else's", seat: "SK", given: called, order: take("cars"), refused: "no-such-thing" },
];

describe("take-lobby-card", () => {
  test.each(rows)("$name", play);

  test("a ballot against the cause has to be explained at home", () => {
    const state = position();
    called(state);
    order(state, "CZ", take("cars"));
    const id = openVote(rules, state, file(state, "accelerator-act"), "for", silent).id;
    const cast = (ballot: string) => {
      const before = member(state, "CZ").points;
      expect(order(state, "CZ", { kind: "cast-vote", vote: id, ballot })).toBeNull();
      return before - member(state, "CZ").points;
    };
    expect(cast("against")).toBe(0);
    expect(cast("for")).toBe(0.5);
    member(state, "CZ").lobby = 0.1;
    expect(cast("against")).toBe(0.5);
    expect(cast("for")).toBe(0);
    member(state, "CZ").lobby = 0;
    expect(cast("against")).toBe(0);
    member(state, "CZ").lobby = -0.1;
    state.tick = rules.model.politics.lobbyWeeks;
    expect(cast("abstain")).toBe(0);
    expect(cast("for")).toBe(0);
  });

  test("the line at home follows within weeks", () => {
    const firm = position();
    const soft = position();
    for (const state of [firm, soft]) called(state);
    order(firm, "CZ", take("steel"));
    order(soft, "CZ", take("cars"));
    pass(firm, 5);
    pass(soft, 5);
    expect(member(firm, "CZ").support).toBeGreaterThan(member(soft, "CZ").support);
  });
});
