// What the page knows: it follows the room, judges orders before it sends them, and remembers what it has seen.

import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Store } from "../../client/store.ts";
import { emptyDraft } from "../../client/talks/draft.ts";
import { keepTicket, ticketOf } from "../../client/ticket.ts";
import type { Command } from "../../shared/moves/table.ts";
import type { Seat } from "../../shared/seat.ts";
import { STANDING_TALK } from "../../shared/world/talks.ts";
import { brussels, tiny } from "../helpers/scenario.ts";
import { House, type HousePlan } from "./house.ts";

const CODE = "STR234";

const settle = () => vi.advanceTimersByTimeAsync(0);

async function sit(plan: HousePlan, which = tiny): Promise<{ house: House; store: Store }> {
  const house = new House(which.rules, plan);
  const store = new Store({ code: CODE, connect: house.connect, load: async () => which });
  await settle();
  await settle();
  return { house, store };
}

beforeEach(() => {
  vi.useFakeTimers();
  keepTicket(CODE, { token: undefined, seat: undefined, mode: undefined });
});
afterEach(() => vi.useRealTimers());

describe("following the room", () => {
  test("the View is the one of the match, week by week, with the week before kept", async () => {
    const { house, store } = await sit({ seat: "commission" });
    expect(store.view.value).toEqual(house.match.view("commission"));
    expect(store.before.value).toBeUndefined();
    const first = store.view.value;
    house.advance();
    expect(store.view.value).toEqual(house.match.view("commission"));
    expect(store.before.value).toBe(first);
    house.show();
    expect(store.before.value).toBe(first);
    store.close();
  });

  test("nothing is shown of a scenario that could not be loaded; the failure is kept to be told", async () => {
    const house = new House(tiny.rules, { seat: "DE" });
    const load = () => Promise.reject(new Error("no scenario"));
    const store = new Store({ code: CODE, connect: house.connect, load });
    await settle();
    await settle();
    expect(store.view.value).toBeUndefined();
    expect(store.failure.value).toBeInstanceOf(Error);
    store.close();
  });

  test("notes the headline numbers of each week it sees, once each", async () => {
    const { house, store } = await sit({ seat: "commission" });
    house.advance();
    house.advance();
    house.show();
    const ticks = store.history.value["heat/0"]!.map((note) => note.tick);
    expect(ticks).toEqual([0, 1, 2]);
    store.close();
  });

  test("another seat is another View: nothing of the first is carried over", async () => {
    const { house, store } = await sit({ seat: "commission", solo: true });
    house.advance();
    await store.takeSeat("DE");
    expect(store.view.value!.seat).toBe("DE");
    expect(store.before.value).toBeUndefined();
    expect(store.view.value).toEqual(house.match.view("DE"));
    expect(ticketOf(CODE).seat).toBe("DE");
    store.close();
  });

  test("what was read in a talk is kept, and what is being written, until one sits elsewhere", async () => {
    const { house, store } = await sit({ seat: "commission", solo: true });
    house.match.submit("beijing", "p2", { kind: "say", talk: STANDING_TALK, phrase: "can-wait" });
    house.show();
    const line = store.view.value!.own.lines.at(-1)!;
    store.hear(STANDING_TALK);
    expect(store.heard.value).toEqual({ [STANDING_TALK]: line.id });
    const heard = store.heard.value;
    store.hear(STANDING_TALK);
    expect(store.heard.value).toBe(heard);
    store.write(STANDING_TALK, { draft: emptyDraft(), base: "" });
    expect(store.works.value[STANDING_TALK]?.draft).toEqual(emptyDraft());
    await store.takeSeat("DE");
    expect(store.works.value).toEqual({});
    expect(store.heard.value).toEqual({});
    store.close();
  });

  test("from the Council one goes to the room with a state, or to the form that opens it, or to a card filled in", async () => {
    const { house, store } = await sit({ seat: "commission" });
    store.talkTo("DE", "vote-trade");
    expect(store.wanted.value).toBe("vote-trade");
    store.talkTo("DE");
    expect(store.wanted.value).toBeUndefined();
    expect([store.tab.value, store.talk.value, store.invited.value]).toEqual(["talks", undefined, ["DE"]]);
    await store.order({ kind: "open-talk", seats: ["DE"] });
    house.show();
    store.talkTo("DE");
    expect(store.talk.value).toBe(store.view.value!.own.talks.at(-1)!.id);
    expect(store.invited.value).toBeUndefined();
    store.begin("give-pledge", { to: "DE", vote: "v1" });
    expect([store.tab.value, store.begun.value?.picks.to]).toEqual(["act", "DE"]);
    store.close();
  });

  test("a vote is traded in the room with that state, once it is open, and in no other", async () => {
    const { house, store } = await sit({ seat: "CZ" }, brussels);
    const roomWith = (seat: Seat) =>
      store.view.value!.own.talks.find(({ seats }) => seats.length === 2 && seats.includes(seat))!;
    for (const seat of ["beijing", "HU"] as const) {
      await store.order({ kind: "open-talk", seats: [seat] });
      house.show();
    }
    store.talkTo("DE", "vote-trade");
    // In three columns another room is shown beside the form.
    for (const seat of ["beijing", "HU"] as const) store.takeUp(roomWith(seat));
    expect([store.works.value, store.wanted.value]).toEqual([{}, "vote-trade"]);
    await store.order({ kind: "open-talk", seats: ["DE"] });
    house.show();
    store.invited.value = undefined;
    store.takeUp(roomWith("DE"));
    expect(store.wanted.value).toBeUndefined();
    const { [roomWith("DE").id]: work, ...others } = store.works.value;
    expect(work!.draft).toMatchObject({ template: "vote-trade" });
    expect(new Set(work!.draft.terms.map(({ by }) => by))).toEqual(new Set(["CZ", "DE"]));
    expect(others).toEqual({});
    store.close();
  });

  test("a draft by a template overwrites none that is written, and begins only at a table it is made for", async () => {
    const { house, store } = await sit({ seat: "CZ" }, brussels);
    for (const seat of ["beijing", "DE"] as const) {
      await store.order({ kind: "open-talk", seats: [seat] });
      house.show();
    }
    const { talks } = store.view.value!.own;
    const [beijing, germany] = (["beijing", "DE"] as const).map(
      (seat) => talks.find(({ seats }) => seats.length === 2 && seats.includes(seat))!,
    );
    const mine = { draft: emptyDraft(), base: "" };
    store.write(germany!.id, mine);
    store.talkTo("DE", "vote-trade");
    store.takeUp(germany!);
    expect(store.works.value).toEqual({ [germany!.id]: mine });
    store.talkTo("beijing", "vote-trade");
    store.takeUp(beijing!);
    expect(store.works.value).toEqual({ [germany!.id]: mine });
    expect(store.wanted.value).toBeUndefined();
    store.close();
  });

  test("a draft that is let go leaves the others", async () => {
    const { store } = await sit({ seat: "commission" });
    const work = { draft: emptyDraft(), base: "" };
    store.write("t1", work);
    store.write("t2", work);
    store.write("t1", undefined);
    expect(store.works.value).toEqual({ t2: work });
    store.close();
  });

  test("the pace that a host chose before there was a session is asked for once", async () => {
    keepTicket(CODE, { mode: "stop-and-think" });
    const { house, store } = await sit({ seat: "commission" });
    expect(house.asked.filter(({ name }) => name === "pace")).toHaveLength(1);
    house.cut();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(house.asked.filter(({ name }) => name === "pace")).toHaveLength(1);
    store.close();
  });
});

describe("orders", () => {
  const stock = { kind: "order-stock", input: "magnets", million: 40 } as Command;

  test("a legal one is pending until it is answered, then gone", async () => {
    const { house, store } = await sit({ seat: "commission" }, brussels);
    house.silent = true;
    const answer = store.order(stock);
    await settle();
    expect([...store.sent.value]).toHaveLength(1);
    expect(await store.order(stock), "the same again meanwhile").toBe(false);
    house.cut();
    house.silent = false;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await answer).toBe(true);
    expect(store.sent.value.size).toBe(0);
    expect(store.refused.value.size).toBe(0);
    store.close();
  });

  test("an illegal one is refused here with its reason, and never sent", async () => {
    const { house, store } = await sit({ seat: "commission" }, brussels);
    await store.order(stock);
    const before = house.asked.length;
    expect(await store.order({ ...stock, million: 20 } as Command)).toBe(false);
    expect(house.asked).toHaveLength(before);
    expect([...store.refused.value.values()]).toEqual([expect.objectContaining({ code: "cooling-down" })]);
    store.close();
  });

  test("one that the server refuses keeps the server's reason", async () => {
    const { house, store } = await sit({ seat: "commission" }, brussels);
    // The page has not heard yet that the order was given from elsewhere.
    house.match.submit("commission", "p2", stock);
    expect(await store.order({ ...stock, million: 20 } as Command)).toBe(false);
    expect([...store.refused.value.values()]).toEqual([expect.objectContaining({ code: "cooling-down" })]);
    store.close();
  });

  test("without an answer it ends as failed, not as done", async () => {
    const { house, store } = await sit({ seat: "commission" }, brussels);
    const answer = store.order(stock);
    store.close();
    house.cut();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(typeof (await answer)).toBe("boolean");
    expect(store.sent.value.size).toBe(0);
  });
});

describe("what waits", () => {
  test("is what the game asks of this seat, and can be put aside", async () => {
    const { house, store } = await sit({ seat: "commission" }, brussels);
    expect(store.asks.value.length).toBeGreaterThan(0);
    expect(store.session.value!.waiting).toEqual(["commission"]);
    await store.goOn();
    expect(store.session.value!.waiting).toEqual([]);
    house.advance(1);
    store.close();
  });
});
