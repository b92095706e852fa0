import { describe, expect, test } from "vitest";
import { cleanName, parseViewpoint, Seats } from "../../server/seats.ts";
import { LIMITS } from "../../shared/protocol.ts";
import type { Seat } from "../../shared/seat.ts";
import { newTime } from "../helpers/timers.ts";

const PLAYED: Seat[] = ["commission", "beijing", "DE", "FR", "MT"];
const OFFERED: Seat[] = ["commission", "beijing", "DE"];

function newRig() {
  const time = newTime();
  const rig = { time, expired: 0 };
  const seats = new Seats({
    played: PLAYED,
    offered: OFFERED,
    graceMillis: 30_000,
    now: time.now,
    timers: time,
    expired: () => void rig.expired++,
  });
  return { seats, time, rig };
}

describe("who holds a seat", () => {
  test("its people while one is here, and for the grace time after the last has gone", async () => {
    const { seats, time, rig } = newRig();
    seats.add({ id: "a", name: "A", seat: "DE" });
    seats.add({ id: "b", name: "B", seat: "DE" });
    seats.come("a");
    seats.come("b");
    await time.pass(60_000);
    expect(seats.held("DE")).toBe(true);
    seats.go("a");
    await time.pass(60_000);
    expect(seats.held("DE")).toBe(true);
    rig.expired = 0;
    seats.go("b");
    await time.pass(29_999);
    expect([seats.held("DE"), rig.expired]).toEqual([true, 0]);
    await time.pass(1);
    expect([seats.held("DE"), rig.expired]).toEqual([false, 1]);
    seats.come("a");
    expect(seats.held("DE")).toBe(true);
    expect(seats.held("FR")).toBe(false);
  });

  test("a person with two windows is gone when both are closed", async () => {
    const { seats, time } = newRig();
    seats.add({ id: "a", name: "A", seat: "DE" });
    seats.come("a");
    seats.come("a");
    seats.go("a");
    await time.pass(60_000);
    expect(seats.people()).toEqual([{ id: "a", name: "A", seat: "DE", here: true }]);
    seats.go("a");
    expect(seats.anybodyHere()).toBe(false);
    await time.pass(60_000);
    expect(seats.held("DE")).toBe(false);
  });

  test("people of before a restart keep their seat for the grace time", async () => {
    const { seats, time, rig } = newRig();
    seats.add({ id: "a", name: "A", seat: "FR" });
    expect(seats.held("FR")).toBe(true);
    await time.pass(30_000);
    expect([seats.held("FR"), rig.expired]).toEqual([false, 1]);
  });
});

test("newcomers get the offered seats in order, then those with the fewest people", () => {
  const { seats } = newRig();
  const given: Seat[] = [];
  for (let i = 0; i < 7; i++) {
    const seat = seats.bestFree();
    given.push(seat);
    seats.add({ id: `p${i}`, name: `P${i}`, seat });
  }
  expect(given).toEqual(["commission", "beijing", "DE", "commission", "beijing", "DE", "commission"]);
});

test("a seat left free in the middle is the best one again", () => {
  const { seats } = newRig();
  for (const seat of OFFERED) seats.add({ id: seat, name: seat, seat });
  seats.move("beijing", "observer");
  expect(seats.bestFree()).toBe("beijing");
});

describe("names", () => {
  const long = "x".repeat(200);
  test.each([
    ["Calm Heron", "Calm Heron"],
    ["  Calm \n\t Heron  ", "Calm Heron"],
    ["Calm\u202eHeron\u200b", "CalmHeron"],
    ["a\u0301\u0302\u0303\u0304\u0305\u0306", "á\u0302\u0303"],
    ["\u0000\u0007", ""],
    [long, "x".repeat(LIMITS.name)],
    ["👩🏽‍🔬 Ada", "👩🏽🔬 Ada"],
    ["<b>Eve</b>", "<b>Eve</b>"],
  ])("%j becomes %j", (typed, shown) => {
    expect(cleanName(typed)).toBe(shown);
  });

  test("nobody has the name of another, whatever its case", () => {
    const { seats } = newRig();
    const names = ["Ada", "ADA", "ada ", undefined, "", long, long].map((wanted, i) => {
      const name = seats.freeName(wanted);
      seats.add({ id: String(i), name, seat: "observer" });
      return name;
    });
    expect(names.slice(0, 5)).toEqual(["Ada", "ADA 2", "ada 3", "Guest", "Guest 2"]);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const name of names) expect(name.length).toBeLessThanOrEqual(LIMITS.name);
  });
});

test("where somebody sits is read back from what was stored, and never trusted blindly", () => {
  expect(["DE", "facilitator", "projector", null, "observer", "XX"].map(parseViewpoint)).toEqual([
    "DE",
    "facilitator",
    "projector",
    "observer",
    "observer",
    "observer",
  ]);
});
