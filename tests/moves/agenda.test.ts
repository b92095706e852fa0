// M11: the chair of the Council moves an item; France tables one.

import { describe, expect, test } from "vitest";
import { asks } from "../../shared/asks.ts";
import { silent } from "../../shared/explain.ts";
import { options } from "../../shared/moves/table.ts";
import type { State } from "../../shared/state.ts";
import { view } from "../../shared/view.ts";
import { chairAt } from "../../shared/world/agenda.ts";
import { openVote } from "../../shared/world/council.ts";
import { file, member, order, pass, play, position, type Row, rules, told } from "../helpers/order.ts";

const { law } = rules.model;
const DAY = rules.calendar.councilDayEvery;
const move = (when: "sooner" | "later", id = "accelerator-act") => ({ kind: "set-agenda", file: id, when });

/** A vote called so late in a cycle that a Council day lies before its count. */
function opened(state: State, tick = DAY - 2): void {
  state.tick = tick;
  openVote(rules, state, file(state, "accelerator-act"), "for", silent);
}
const closes = (state: State) => state.votes[0]!.closes;

const chair: Row[] = [
  {
    name: "the chair puts a count off by one Council day, free, once a quarter",
    seat: "IE",
    given: opened,
    order: move("later"),
    does(after, before) {
      expect(closes(after)).toBe(closes(before) + DAY);
      expect(file(after, "accelerator-act").gate).toBe(closes(after));
      expect(member(after, "IE").points).toBe(member(before, "IE").points);
      expect(member(after, "IE").agendaNext).toBe(before.tick + law.agendaEvery);
      expect(told(after, before, "agenda-moved")[0]).toMatchObject({ by: "IE", amount: closes(after) });
    },
  },
  {
    name: "or brings it forward, where a Council day is left",
    seat: "IE",
    given: opened,
    order: move("sooner"),
    does: (after, before) => expect(closes(after)).toBe(closes(before) - DAY),
  },
  {
    name: "not to a day that is past",
    seat: "IE",
    given: (state) => opened(state, 0),
    order: move("sooner"),
    refused: "too-late",
  },
  {
    name: "not to a day that is full",
    seat: "IE",
    given(state) {
      opened(state);
      for (let n = 0; n < law.itemsADay; n++)
        state.votes.push({ ...state.votes[0]!, id: `x${n}`, file: "ev-duties", closes: closes(state) + DAY });
    },
    order: move("later"),
    refused: { code: "limit-reached", need: law.itemsADay },
  },
  {
    name: "a proposal may be voted on a Council day sooner",
    seat: "IE",
    order: move("sooner"),
    does: (after, before) =>
      expect(file(after, "accelerator-act").gate).toBe(file(before, "accelerator-act").gate - DAY),
  },
  {
    name: "one that could be voted on already cannot come sooner",
    seat: "IE",
    given: (state) => {
      file(state, "accelerator-act").gate = 2;
    },
    order: move("sooner"),
    refused: "too-late",
  },
  {
    name: "a lost vote shuts an item for the chair too",
    seat: "IE",
    given: (state) => {
      file(state, "accelerator-act").shutUntil = 20;
    },
    order: move("sooner"),
    refused: { code: "shut-after-vote", until: 20 },
  },
  {
    name: "not twice in a quarter",
    seat: "IE",
    given(state) {
      opened(state);
      order(state, "IE", move("later"));
    },
    order: move("sooner"),
    refused: { code: "cooling-down", until: DAY - 2 + law.agendaEvery },
  },
  {
    name: "a case is no item of the Council’s agenda",
    seat: "IE",
    order: move("later", "battery-subsidy"),
    refused: "no-such-thing",
  },
  {
    name: "nor is what a committee advises on",
    seat: "IE",
    given(state) {
      opened(state);
      Object.assign(state.votes[0]!, { rule: "advisory" });
    },
    order: move("later"),
    refused: "no-such-thing",
  },
  {
    name: "another state waits for its turn",
    seat: "LT",
    given: opened,
    order: move("later"),
    refused: { code: "not-presiding", until: 26 },
  },
  {
    name: "one whose turn comes after the end is told so",
    seat: "LT",
    given: (state) => {
      opened(state);
      state.weeks = 26;
    },
    order: move("later"),
    refused: { code: "not-presiding" },
  },
  {
    name: "one whose turn never comes is told so",
    seat: "DE",
    given: opened,
    order: move("later"),
    refused: { code: "not-presiding" },
  },
];

const table = (billion?: number, id = "accelerator-act") => ({
  kind: "table-item",
  file: id,
  ...(billion && { billion }),
});
const ripe = (state: State) => {
  file(state, "accelerator-act").gate = 0;
};
/** The package on the table, ready for a vote. */
function packaged(state: State): void {
  order(state, "commission", { kind: "table-package", billion: 1, snapback: true });
  state.tick += law.packageVote;
}
const pack = (state: State) => state.files.find((f) => f.kind === "package")!;

const author: Row[] = [
  {
    name: "France puts a waiting proposal to the vote",
    seat: "FR",
    given: ripe,
    order: table(),
    does(after, before) {
      expect(after.votes[0]).toMatchObject({ file: "accelerator-act", by: "FR", outcome: "open" });
      expect(member(after, "FR").tableNext).toBe(law.tableEvery);
      expect(told(after, before, "item-tabled")[0]).toMatchObject({ by: "FR", amount: 0 });
    },
  },
  {
    name: "and writes the size of the fund into the package",
    seat: "FR",
    given: packaged,
    order: (state) => table(5, pack(state).id),
    does: (after) => {
      expect(pack(after)).toMatchObject({ size: 5, stage: "council" });
      expect(after.votes[0]!.by).toBe("FR");
    },
  },
  {
    name: "not the size it has",
    seat: "FR",
    given: packaged,
    order: (state) => table(1, pack(state).id),
    refused: "already-so",
  },
  { name: "nor a fund into a law", seat: "FR", given: ripe, order: table(3), refused: "no-such-thing" },
  {
    name: "not before the law allows a vote",
    seat: "FR",
    order: table(),
    refused: { code: "too-early", until: 24 },
  },
  {
    name: "once in half a year",
    seat: "FR",
    given: (state) => {
      ripe(state);
      member(state, "FR").tableNext = 9;
    },
    order: table(),
    refused: { code: "cooling-down", until: 9 },
  },
  { name: "no other state does", seat: "DE", given: ripe, order: table(), refused: "not-your-seat" },
];

describe("set-agenda", () => {
  test.each(chair)("$name", play);

  test("a count put off comes a Council day later", () => {
    const state = position();
    opened(state);
    const day = closes(state);
    order(state, "IE", move("later"));
    pass(state, day - state.tick + 1);
    expect(state.votes[0]!.outcome).toBe("open");
    pass(state, DAY);
    expect(state.votes[0]!.outcome).not.toBe("open");
  });

  test("an open vote asks the chair, until it has moved an item", () => {
    const state = position();
    opened(state);
    const asked = (seat: "IE" | "LT") =>
      asks(rules, view(rules, state, seat)).filter((a) => a.kind === "chair");
    expect(asked("IE")).toMatchObject([{ ref: "accelerator-act", until: closes(state) }]);
    expect(asked("LT")).toEqual([]);
    state.votes[0]!.rule = "advisory";
    expect(asked("IE")).toEqual([]);
    state.votes[0]!.rule = "for";
    order(state, "IE", move("later"));
    expect(asked("IE")).toEqual([]);
  });

  test("the chair changes by the calendar, and its card with it", () => {
    expect([0, 25, 26, 104, 182, 207, 208].map((tick) => chairAt(rules, tick)?.member)).toEqual([
      "IE",
      "IE",
      "LT",
      "LV",
      "SK",
      "SK",
      undefined,
    ]);
    const offered = (code: "IE" | "LT" | "DE", tick: number) => {
      const state = position();
      state.tick = tick;
      return options(rules, view(rules, state, code)).filter((c) => c.kind === "set-agenda").length;
    };
    expect(offered("IE", 0)).toBeGreaterThan(0);
    expect(offered("LT", 0)).toBeGreaterThan(0);
    expect(offered("IE", 26)).toBe(0);
    expect(offered("DE", 0)).toBe(0);
  });
});

describe("table-item", () => {
  test.each(author)("$name", play);
});
