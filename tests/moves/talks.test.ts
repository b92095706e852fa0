// Rooms: who may open them, what may be said there, who may leave.

import { describe, expect, test } from "vitest";
import type { State } from "../../shared/state.ts";
import { STANDING_TALK } from "../../shared/world/talks.ts";
import { order, play, position, type Row, rules } from "../helpers/order.ts";

const open = (...seats: string[]) => ({ kind: "open-talk", seats });
const phrase = (name: string, more: object = {}) => ({
  ...{ kind: "say", talk: STANDING_TALK, phrase: name },
  ...more,
});
const threat = phrase("threat", { weeks: 8, file: "chemicals-dumping" });
/** A threat in the room opened last. */
const warned = (state: State, weeks: number) => phrase("threat", { talk: state.talks.at(-1)!.id, weeks });
const words = (text: string) => ({ kind: "say", talk: STANDING_TALK, text });

const ROWS: Row[] = [
  {
    name: "a room of two, told to both",
    seat: "beijing",
    order: open("HU"),
    does: (after) => {
      expect(after.talks.at(-1)).toMatchObject({ seats: ["beijing", "HU"], left: [] });
      expect(after.news.at(-1)).toMatchObject({ code: "talk-opened", to: ["beijing", "HU"] });
    },
  },
  {
    name: "a second room of the same seats",
    seat: "commission",
    order: open("beijing"),
    refused: "already-so",
  },
  { name: "a room with oneself", seat: "DE", order: open("DE"), refused: "already-so" },
  {
    name: "one more than a seat may keep",
    seat: "DE",
    given: (state) => {
      for (const other of ["FR", "IT", "ES", "PL", "NL", "BE", "CZ", "AT"]) order(state, "DE", open(other));
    },
    order: open("HU"),
    refused: "limit-reached",
  },
  {
    name: "words of one's own",
    seat: "commission",
    order: words("  What would you need?  "),
    does: (after) =>
      expect(after.lines.at(-1)).toMatchObject({
        by: "commission",
        text: "What would you need?",
        phrase: "",
      }),
  },
  {
    name: "a phrase with its weeks",
    seat: "beijing",
    order: phrase("stock-lasts", { weeks: 5 }),
    does: (after) => expect(after.lines.at(-1)).toMatchObject({ phrase: "stock-lasts", weeks: 5 }),
  },
  { name: "the same without them", seat: "beijing", order: phrase("stock-lasts"), refused: "out-of-range" },
  { name: "in a room of others", seat: "DE", order: phrase("can-wait"), refused: "no-such-thing" },
  { name: "a threat without a date", seat: "commission", order: phrase("threat"), refused: "no-deadline" },
  {
    name: "a threat of Brussels to Beijing that names no file",
    seat: "commission",
    order: phrase("threat", { weeks: 8 }),
    refused: { code: "no-such-thing", what: "file" },
  },
  {
    name: "a threat in a room is a threat, and takes its turn among the statements",
    seat: "commission",
    order: threat,
    does: (after) => {
      expect(after.words.at(-1)).toMatchObject({
        ...{ form: "threat", file: "chemicals-dumping", until: 8, state: "open" },
        heard: ["commission", "beijing"],
      });
      expect(after.commission.statementNext).toBe(rules.model.moves.statementEvery);
    },
  },
  {
    name: "a second one while the first stands",
    seat: "commission",
    given: (state) => {
      order(state, "commission", threat);
      state.tick = rules.model.moves.statementEvery;
    },
    order: threat,
    refused: "limit-reached",
  },
  {
    name: "a threat in a room soon after a statement in public",
    seat: "commission",
    given: (state) => {
      order(state, "commission", { kind: "make-statement", form: "off-ramp" });
    },
    order: threat,
    refused: { code: "cooling-down", until: 8 },
  },
  {
    name: "a statement in public soon after a threat in a room",
    seat: "commission",
    given: (state) => {
      order(state, "commission", threat);
    },
    order: { kind: "make-statement", form: "off-ramp" },
    refused: { code: "cooling-down", until: 8 },
  },
  {
    name: "a threat in public beside an open one in a room",
    seat: "commission",
    given: (state) => {
      order(state, "commission", threat);
      state.tick = 8;
    },
    order: { kind: "make-statement", form: "threat", file: "battery-subsidy", weeks: 20 },
    refused: { code: "limit-reached", need: 1, until: 8 },
  },
  {
    name: "Beijing's threat to Brussels in a room is only words",
    seat: "beijing",
    order: phrase("threat", { weeks: 8 }),
    does: (after) => {
      expect(after.words).toEqual([]);
      expect(after.beijing.next.statement).toBe(0);
    },
  },
  {
    name: "Beijing's threat to capitals in a room is a warning to each, and one statement",
    seat: "beijing",
    given: (state) => {
      order(state, "beijing", open("HU", "SK"));
    },
    order: (state) => warned(state, 8),
    does: (after) => {
      expect(after.words).toMatchObject([
        { by: "beijing", to: "HU", form: "warning", until: 8, heard: ["beijing", "HU", "SK"] },
        { by: "beijing", to: "SK", form: "warning", until: 8, heard: ["beijing", "HU", "SK"] },
      ]);
      expect(after.beijing.next.statement).toBe(rules.model.moves.statementEvery);
    },
  },
  {
    name: "a second warning to the same capital, one of them in public",
    seat: "beijing",
    given: (state) => {
      order(state, "beijing", open("HU"));
      order(state, "beijing", { kind: "issue-statement", form: "warn", to: "HU", weeks: 13 });
      state.tick = 8;
    },
    order: (state) => warned(state, 8),
    refused: { code: "limit-reached", until: 13 },
  },
  {
    name: "Beijing's threat in a room soon after a statement",
    seat: "beijing",
    given: (state) => {
      order(state, "beijing", open("HU"));
      order(state, "beijing", { kind: "issue-statement", form: "welcome" });
    },
    order: (state) => warned(state, 8),
    refused: { code: "cooling-down", until: 8 },
  },
  {
    name: "a capital's threat is only words",
    seat: "HU",
    given: (state) => {
      order(state, "beijing", open("HU"));
    },
    order: (state) => warned(state, 8),
    does: (after) => expect(after.words).toEqual([]),
  },
  {
    name: "the standing table cannot be left",
    seat: "beijing",
    order: { kind: "leave-talk", talk: STANDING_TALK },
    refused: "not-open",
  },
  {
    name: "a room that one of two leaves is gone",
    seat: "HU",
    given: (state) => {
      order(state, "beijing", open("HU"));
    },
    order: (state) => ({ kind: "leave-talk", talk: state.talks.at(-1)!.id }),
    does: (after) => expect(after.talks.map((t) => t.id)).toEqual([STANDING_TALK]),
  },
  {
    name: "a room of three stays open for the others",
    seat: "SK",
    given: (state) => {
      order(state, "CZ", open("SK", "HU"));
    },
    order: (state) => ({ kind: "leave-talk", talk: state.talks.at(-1)!.id }),
    does: (after) => expect(after.talks.at(-1)).toMatchObject({ left: ["SK"] }),
  },
];

describe("rooms", () => {
  test.each(ROWS.map((row) => [row.name, row] as const))("%s", (_, row) => play(row));

  test("neither a phrase nor words, and both at once, are no order", () => {
    const state = position();
    for (const raw of [
      { kind: "say", talk: STANDING_TALK },
      { kind: "say", talk: STANDING_TALK, phrase: "can-wait", text: "We can wait." },
      { kind: "say", talk: STANDING_TALK, text: "   " },
      { kind: "say", talk: STANDING_TALK, text: "x".repeat(281) },
    ])
      expect(() => order(state, "beijing", raw)).toThrow();
  });
});
