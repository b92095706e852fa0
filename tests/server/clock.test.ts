import { describe, expect, test } from "vitest";
import { newClock, slowdown, THINK_MILLIS, weekMillis } from "../../server/clock.ts";
import type { PublicPart } from "../../shared/view.ts";
import { newTime } from "../helpers/timers.ts";

const pub = (stopped: number, ...outcomes: string[]) =>
  ({ stopped, votes: outcomes.map((outcome) => ({ outcome })) }) as unknown as PublicPart;

describe("the length of a week", () => {
  test("is the pace, and longer while something is at stake", () => {
    expect(weekMillis("running", 9.5, pub(0, "passed"))).toBe(9500);
    expect(slowdown(pub(0, "passed", "open"))).toBeGreaterThan(slowdown(pub(3)));
    expect(slowdown(pub(3))).toBeGreaterThan(slowdown(pub(0)));
    expect(weekMillis("running", 10, pub(0, "open"))).toBe(10_000 * slowdown(pub(0, "open")));
  });

  test("advice that binds nobody holds nothing up", () => {
    const advice = { stopped: 0, votes: [{ outcome: "open", rule: "advisory" }] } as unknown as PublicPart;
    expect(slowdown(advice)).toBe(1);
  });

  test("is short for one who thinks as long as they like", () => {
    expect(weekMillis("stop-and-think", 27, pub(5, "open"))).toBe(THINK_MILLIS);
  });
});

function newRig() {
  const time = newTime();
  const rig = { time, may: true, millis: 1000, weeks: 0, hold: undefined as Promise<void> | undefined };
  const clock = newClock({
    timers: time,
    mayRun: () => rig.may,
    millis: () => rig.millis,
    week: async () => {
      rig.weeks++;
      await rig.hold;
    },
  });
  return { rig, time, clock };
}

describe("the clock", () => {
  test("lets one week pass after the other", async () => {
    const { rig, time, clock } = newRig();
    await time.pass(5000);
    expect(rig.weeks).toBe(0);
    clock.look();
    await time.pass(3500);
    expect(rig.weeks).toBe(3);
  });

  test("halts where it may not run, and goes on when somebody looks", async () => {
    const { rig, time, clock } = newRig();
    clock.look();
    await time.pass(1500);
    rig.may = false;
    clock.look();
    await time.pass(9000);
    expect(rig.weeks).toBe(1);
    rig.may = true;
    clock.look();
    await time.pass(1000);
    expect(rig.weeks).toBe(2);
  });

  test("does not pass a week that was forbidden meanwhile", async () => {
    const { rig, time, clock } = newRig();
    clock.look();
    rig.may = false;
    await time.pass(5000);
    expect(rig.weeks).toBe(0);
  });

  test("looking does not begin the week anew, a new pace does", async () => {
    const { rig, time, clock } = newRig();
    clock.look();
    await time.pass(900);
    clock.look();
    await time.pass(100);
    expect(rig.weeks).toBe(1);
    await time.pass(900);
    rig.millis = 4000;
    clock.restart();
    await time.pass(3900);
    expect(rig.weeks).toBe(1);
    await time.pass(100);
    expect(rig.weeks).toBe(2);
  });

  test("never runs ahead of a week that is still being written", async () => {
    const { rig, time, clock } = newRig();
    let written!: () => void;
    rig.hold = new Promise((resolve) => {
      written = resolve;
    });
    clock.look();
    await time.pass(10_000);
    clock.look();
    await time.pass(10_000);
    expect(rig.weeks).toBe(1);
    rig.hold = undefined;
    written();
    await time.pass(1000);
    expect(rig.weeks).toBe(2);
  });

  test("goes on after a week that failed", async () => {
    const { rig, time, clock } = newRig();
    rig.hold = Promise.reject(new Error("no room"));
    clock.look();
    await time.pass(1000);
    rig.hold = undefined;
    await time.pass(1000);
    expect(rig.weeks).toBe(2);
  });

  test("stopping waits for the week that passes and lets none follow", async () => {
    const { rig, time, clock } = newRig();
    let written!: () => void;
    rig.hold = new Promise((resolve) => {
      written = resolve;
    });
    clock.look();
    await time.pass(1000);
    let stopped = false;
    const stop = clock.stop().then(() => {
      stopped = true;
    });
    await time.pass(1000);
    expect(stopped).toBe(false);
    written();
    await stop;
    clock.look();
    await time.pass(5000);
    expect(rig.weeks).toBe(1);
  });
});
