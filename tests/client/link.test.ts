// The connection: it keeps the seat, comes back by itself, and never has an order carried out twice.

import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Link, type LinkListener, type Status } from "../../client/link.ts";
import { keepTicket, ticketOf } from "../../client/ticket.ts";
import type { Mirrored } from "../../shared/mirror.ts";
import type { Me, RequestOf } from "../../shared/protocol.ts";
import { tiny } from "../helpers/scenario.ts";
import { House } from "./house.ts";

const CODE = "LNK234";

class Ear implements LinkListener {
  readonly statuses: Status["kind"][] = [];
  readonly arrivals: Me[] = [];
  rooms: Mirrored[] = [];
  last: Status = { kind: "opening" };
  status(status: Status): void {
    this.last = status;
    if (this.statuses.at(-1) !== status.kind) this.statuses.push(status.kind);
  }
  here(me: Me): void {
    this.arrivals.push(me);
  }
  state(room: Mirrored): void {
    this.rooms.push(room);
  }
}

const settle = () => vi.advanceTimersByTimeAsync(0);

function open(house: House): { link: Link; ear: Ear } {
  const ear = new Ear();
  const link = new Link({ code: CODE, connect: house.connect, listener: ear, backOff: () => 1000 });
  return { link, ear };
}

const mission = { id: "o-1", command: { kind: "send-mission" } } as unknown as RequestOf<"order">;

beforeEach(() => {
  vi.useFakeTimers();
  keepTicket(CODE, { token: undefined, name: undefined, seat: undefined });
});
afterEach(() => vi.useRealTimers());

describe("coming in", () => {
  test("asks for the seat and the name of the ticket, keeps the token, and hands over the room", async () => {
    keepTicket(CODE, { name: "Calm Heron", seat: "DE" });
    const house = new House(tiny.rules, { seat: "DE" });
    const { link, ear } = open(house);
    await settle();
    expect(house.joins).toEqual([{ name: "Calm Heron", seat: "DE" }]);
    expect(ticketOf(CODE).token).toBe(house.token);
    expect(ear.arrivals).toHaveLength(1);
    expect(ear.rooms.at(-1)!.code).toBe("TEST42");
    expect(ear.last).toEqual({ kind: "good", ms: 12 });
    link.close();
  });

  test("a server that says no for good is not asked again; one that is away is", async () => {
    const house = new House(tiny.rules, { seat: "DE" });
    house.down = "no-such-session";
    const refused = open(house);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(refused.ear.last).toEqual({ kind: "gone", problem: "no-such-session" });
    expect(house.joins).toHaveLength(1);
    refused.link.close();

    house.down = "shutting-down";
    const patient = open(house);
    await vi.advanceTimersByTimeAsync(3_500);
    expect(house.joins.length).toBeGreaterThan(3);
    house.down = false;
    await vi.advanceTimersByTimeAsync(1_100);
    expect(patient.ear.last.kind).toBe("good");
    patient.link.close();
  });

  test("gives up after some ten minutes, and says so to those who wait", async () => {
    const house = new House(tiny.rules, { seat: "DE" });
    house.down = true;
    const { link, ear } = open(house);
    const waiting = link.insist("order", mission).catch((error: Error) => error);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(ear.last).toEqual({ kind: "gone" });
    expect(await waiting).toBeInstanceOf(Error);
    link.close();
  });
});

describe("coming back", () => {
  test("after a cut it joins again with the token, and the room goes on", async () => {
    const house = new House(tiny.rules, { seat: "DE" });
    const { link, ear } = open(house);
    await settle();
    house.cut();
    expect(ear.last.kind).toBe("lost");
    house.advance();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(house.joins.at(-1)!.token).toBe(house.token);
    expect(ear.statuses).toEqual(["opening", "good", "lost", "good"]);
    expect(ear.arrivals).toHaveLength(2);
    link.close();
  });

  test("looks at once when the page comes back into sight, without waiting for the next try", async () => {
    const house = new House(tiny.rules, { seat: "DE" });
    const { link, ear } = open(house);
    await settle();
    house.down = true;
    house.cut();
    await vi.advanceTimersByTimeAsync(1_500);
    house.down = false;
    link.look();
    await settle();
    expect(ear.last.kind).toBe("good");
    link.close();
  });

  test("finds a connection that died unseen by asking for a sign of life", async () => {
    const house = new House(tiny.rules, { seat: "DE" });
    const { link, ear } = open(house);
    await settle();
    house.silent = true;
    link.look();
    await settle();
    expect(ear.last.kind).toBe("lost");
    house.silent = false;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(ear.last.kind).toBe("good");
    link.close();
  });

  test("what an old connection still says is not listened to", async () => {
    const house = new House(tiny.rules, { seat: "DE" });
    const said: ((room: Mirrored) => void)[] = [];
    const ear = new Ear();
    const link = new Link({
      code: CODE,
      connect: (code, join, events) => {
        said.push(events.state);
        return house.connect(code, join, events);
      },
      listener: ear,
      backOff: () => 1000,
    });
    await settle();
    house.cut();
    await vi.advanceTimersByTimeAsync(1_000);
    const before = ear.rooms.length;
    said[0]!(house.room());
    expect(ear.rooms).toHaveLength(before);
    said[1]!(house.room());
    expect(ear.rooms).toHaveLength(before + 1);
    link.close();
  });
});

describe("orders", () => {
  test("an order that was cut off is sent again with the same id, and carried out once", async () => {
    const house = new House(tiny.rules, { seat: "DE" });
    const { link } = open(house);
    await settle();
    house.silent = true;
    const answer = link.insist("order", mission);
    await settle();
    house.cut();
    house.silent = false;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(await answer).toMatchObject({ ok: true });
    const orders = house.asked.filter(({ name }) => name === "order");
    expect(orders.length).toBeGreaterThan(1);
    expect(new Set(orders.map(({ payload }) => (payload as { id: string }).id))).toEqual(new Set(["o-1"]));
    expect(house.match.lines.filter((line) => line.kind === "order")).toHaveLength(1);
    link.close();
  });

  test("a plain question fails at once while there is no connection", async () => {
    const house = new House(tiny.rules, { seat: "DE" });
    const { link } = open(house);
    await settle();
    house.down = true;
    house.cut();
    await expect(link.ask("continue", {})).rejects.toThrow();
    link.close();
  });

  test("closing ends everything: no timers stay, and those who wait are told", async () => {
    const house = new House(tiny.rules, { seat: "DE" });
    house.down = true;
    const { link, ear } = open(house);
    const waiting = link.insist("order", mission).catch((error: Error) => error);
    link.close();
    expect(await waiting).toBeInstanceOf(Error);
    const tries = house.joins.length;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(house.joins).toHaveLength(tries);
    expect(vi.getTimerCount()).toBe(0);
    expect(ear.arrivals).toHaveLength(0);
  });
});
