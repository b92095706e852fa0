// What the picture is made of, without a browser: curves, dashes, their order, motion between two layouts.

import { describe, expect, test } from "vitest";
import { layout } from "../../client/layout.ts";
import type { Curve } from "../../client/scenes/arcs.ts";
import { dashedPath, dashes, ribbonPath, trackOf } from "../../client/scenes/dashes.ts";
import { fan, type Ray } from "../../client/scenes/fan.ts";
import { outlineOf, stateAt } from "../../client/scenes/frame.ts";
import { bracketsOf, wallOf } from "../../client/scenes/gate.ts";
import { fillKey, groundKey } from "../../client/scenes/ground.ts";
import { easeBoth, linear, Move, mix, narrowingOf, queueOf, storesOf } from "../../client/scenes/motion.ts";
import { type Need, Pump } from "../../client/scenes/pump.ts";
import { brussels } from "../helpers/scenario.ts";
import { calmView, squeezeView } from "../helpers/squeeze.ts";

const { rules } = brussels;
const draw = (view = squeezeView(rules), selection?: string) =>
  layout(rules, view, { lens: "pain", box: { width: 930, height: 504 }, dpr: 1, selection });

/** 330 px straight to the left. */
const STRAIGHT: Curve = [400, 50, 290, 50, 180, 50, 70, 50];

interface Piece {
  from: number;
  to: number;
  width: number;
}

/** Dashes of a straight track as stretches along it. */
function pieces(width: number, phase: number, curve = STRAIGHT): Piece[] {
  const list: Piece[] = [];
  dashes(trackOf(curve), width, phase, (x0, y0, x1, y1, x2) => {
    list.push({ from: 400 - x0, to: 400 - x2, width: Math.hypot(x1 - x0, y1 - y0) });
  });
  return list;
}

describe("dashes", () => {
  test("are 7 px long, one every 11 px, from the gate to the state", () => {
    const list = pieces(4, 0);
    expect(list).toHaveLength(30);
    list.forEach(({ from, to }, k) => {
      expect(from).toBeCloseTo(11 * k, 4);
      expect(to).toBeCloseTo(11 * k + 7, 4);
    });
  });

  test("move towards the state as the phase grows, and come back to the same after a period", () => {
    expect(pieces(4, 2)[0]!.from - pieces(4, 0)[0]!.from).toBeCloseTo(2, 4);
    expect(pieces(4, 11)).toEqual(pieces(4, 0));
    // What has entered in part is cut off at the gate.
    expect(pieces(4, 9)[0]).toMatchObject({ from: expect.closeTo(0, 4), to: expect.closeTo(5, 4) });
  });

  test("grow narrower to half their width, but stay to be seen", () => {
    const broad = pieces(20, 0);
    expect(broad[0]!.width).toBeCloseTo(20, 1);
    expect(broad.at(-1)!.width).toBeGreaterThan(10);
    expect(broad.at(-1)!.width).toBeLessThan(11);
    expect(pieces(1.1, 0).at(-1)!.width).toBeCloseTo(1, 4);
  });

  test("follow a bend: every corner lies half a width from the curve", () => {
    const bend: Curve = [400, 50, 280, 50, 150, 250, 50, 260];
    const { points } = trackOf(bend, 0.5);
    const far = (x: number, y: number) => {
      let least = Number.POSITIVE_INFINITY;
      for (let k = 0; k < points.length; k += 4)
        least = Math.min(least, Math.hypot(points[k]! - x, points[k + 1]! - y));
      return least;
    };
    dashes(trackOf(bend), 8, 3, (...c) => {
      for (const k of [0, 2, 4, 6]) {
        expect(far(c[k]!, c[k + 1]!)).toBeGreaterThan(1.8);
        expect(far(c[k]!, c[k + 1]!)).toBeLessThan(4.2);
      }
    });
  });

  test("the same in SVG: a closed piece for each dash, one for a whole ribbon", () => {
    expect(dashedPath(STRAIGHT, 4).match(/M[^Z]+Z/g)).toHaveLength(30);
    expect(ribbonPath(STRAIGHT, 4).match(/Z/g)).toHaveLength(1);
    expect(ribbonPath(STRAIGHT, 4).startsWith("M400 48")).toBe(true);
  });
});

describe("the fan at a slot", () => {
  const ray = (x: number, y: number): Ray => ({
    xs: [700, 580, x + 0.43 * (700 - x), x],
    ys: [y - 17, y],
    share: 1,
  });

  test.each([
    {
      name: "north to south",
      ends: [
        [300, 100],
        [300, 200],
        [300, 300],
      ],
      order: [0, 1, 2],
    },
    {
      name: "in any order given",
      ends: [
        [300, 300],
        [300, 100],
        [300, 200],
      ],
      order: [1, 2, 0],
    },
    // The far one passes above the near one although it ends a little further south.
    {
      name: "a far one over a near one",
      ends: [
        [500, 300],
        [200, 320],
      ],
      order: [1, 0],
    },
    {
      name: "a near one over a far one",
      ends: [
        [500, 120],
        [200, 420],
      ],
      order: [0, 1],
    },
  ])("$name", ({ ends, order }) => {
    expect(
      fan(
        ends.map(([x, y]) => ray(x!, y!)),
        80,
        110,
      ),
    ).toEqual(order);
  });
});

describe("motion", () => {
  test("mixes equal keys, whatever their place, and leaves the rest", () => {
    const from = {
      list: [
        { key: "a", x: 0 },
        { key: "b", x: 10 },
      ],
      name: "old",
    };
    const to = {
      list: [
        { key: "b", x: 20 },
        { key: "c", x: 7 },
      ],
      name: "new",
    };
    expect(mix(from, to, 0.5)).toEqual({
      list: [
        { key: "b", x: 15 },
        { key: "c", x: 7 },
      ],
      name: "new",
    });
    expect(mix(from, to, 1)).toBe(to);
    expect(mix([0, 0], [10, 20], 0.25)).toEqual([2.5, 5]);
  });

  test("sets out from where it is, and arrives", () => {
    const move = new Move(0, linear);
    move.go(100, 1000, 200);
    expect([move.at(1000), move.at(1100), move.isMoving(1199)]).toEqual([0, 50, true]);
    move.go(0, 1100, 100);
    expect([move.at(1100), move.at(1150), move.at(1200), move.isMoving(1200)]).toEqual([50, 25, 0, false]);
    move.go(7, 2000, 0);
    expect([move.at(2000), move.isMoving(2000)]).toEqual([7, false]);
  });

  test("is where it jumped to also in a frame that began before the jump", () => {
    const stores = new Move(storesOf(draw(calmView(rules))), linear);
    stores.go(storesOf(draw()), 1000.4, 0);
    expect(stores.isMoving(1000)).toBe(false);
    expect(stores.at(1000)).toEqual(storesOf(draw()));
  });

  test("does not move at all where nothing changes", () => {
    const move = new Move(narrowingOf(draw()), easeBoth);
    move.go(narrowingOf(draw()), 1000, 900);
    expect(move.isMoving(1001)).toBe(false);
    move.go(narrowingOf(draw(calmView(rules))), 1000, 900);
    expect(move.isMoving(1001)).toBe(true);
  });

  test("easing begins and ends slowly", () => {
    expect([easeBoth(0), easeBoth(0.5), easeBoth(1)]).toEqual([0, 0.5, 1]);
    expect(easeBoth(0.1)).toBeLessThan(0.05);
    expect(easeBoth(0.9)).toBeGreaterThan(0.95);
  });

  test("half way into a squeeze the slot is half way, and so is its flow", () => {
    const [calm, tight] = [narrowingOf(draw(calmView(rules))), narrowingOf(draw())];
    const half = mix(calm, tight, 0.5);
    const of = (n: typeof calm) => ({
      slot: n.slots[0]!.bottom - n.slots[0]!.top,
      core: n.cores.find(({ key }) => key === "in/DE")!.width,
    });
    expect(of(half).slot).toBeCloseTo((of(calm).slot + of(tight).slot) / 2, 6);
    expect(of(half).core).toBeCloseTo((of(calm).core + of(tight).core) / 2, 6);
  });

  test("stores and queue are what the layout says", () => {
    const drawn = draw();
    expect(storesOf(drawn).find(({ key }) => key === "tag/SE")!.full).toBe(2.1);
    expect(queueOf(drawn)!.count).toBe(17);
    expect(queueOf(draw(calmView(rules)))).toBeUndefined();
  });
});

describe("frames", () => {
  /** A screen of 60 frames a second that only comes when asked; answers how many frames were drawn and asked for. */
  function run(need: (now: number) => Need, ms: number, wakeAt: readonly number[] = [0]) {
    const waiting: ((now: number) => void)[] = [];
    let [asked, drawn] = [0, 0];
    const pump = new Pump(
      { need, draw: () => drawn++ },
      { request: (callback) => (waiting.push(callback), ++asked), cancel: () => waiting.pop() },
    );
    for (let now = 0; now < ms; now += 1000 / 60) {
      if (wakeAt.some((at) => at >= now && at < now + 1000 / 60)) pump.wake();
      expect(waiting.length).toBeLessThanOrEqual(1);
      waiting.pop()?.(now);
    }
    return { drawn, asked };
  }

  test("what is still is drawn once and asks for nothing more", () => {
    expect(run(() => "nothing", 3000)).toEqual({ drawn: 1, asked: 1 });
    expect(run(() => "nothing", 3000, [0, 1000, 1001, 2000])).toEqual({ drawn: 3, asked: 3 });
  });

  test("motion is drawn at every frame, and then no more", () => {
    expect(run((now) => (now < 1000 ? "motion" : "nothing"), 5000).drawn).toBeLessThanOrEqual(62);
    expect(run((now) => (now < 1000 ? "motion" : "nothing"), 5000).drawn).toBeGreaterThanOrEqual(59);
  });

  test("a flow is drawn thirty times a second", () => {
    const { drawn } = run(() => "flow", 2000);
    expect(drawn).toBeGreaterThanOrEqual(59);
    expect(drawn).toBeLessThanOrEqual(61);
  });
});

describe("the ground is painted anew only when it changed", () => {
  test("not for another choice, a narrower slot or a longer queue", () => {
    const view = squeezeView(rules);
    view.own.queue[0] = 24;
    view.own.licenceDays[0] = 70;
    expect(groundKey(draw(squeezeView(rules), "PL"))).toBe(groundKey(draw()));
    expect(groundKey(draw(view))).toBe(groundKey(draw()));
  });

  test("for another fill, another ban and sales that fell", () => {
    const [fills, ban, sales] = [squeezeView(rules), squeezeView(rules), squeezeView(rules)];
    fills.pub.pain[0] = 0.3;
    ban.pub.held[4] = 0.3;
    sales.pub.sold = sales.pub.sold.map((x) => x / 2);
    for (const view of [fills, ban, sales]) expect(groundKey(draw(view))).not.toBe(groundKey(draw()));
    expect(fillKey(draw(fills))).not.toBe(fillKey(draw()));
    expect(fillKey(draw(ban))).toBe(fillKey(draw()));
  });
});

describe("the wall", () => {
  test("and the slots together are as high as the box", () => {
    const { slots } = draw().gate!;
    const wall = wallOf(slots, 504).reduce((sum, { top, bottom }) => sum + bottom - top, 0);
    const open = slots.reduce((sum, { top, bottom }) => sum + bottom - top, 0);
    expect(wall + open).toBeCloseTo(504, 6);
  });

  test("brackets mark what is normal where less passes, and nothing where all does", () => {
    const { slots, x } = draw().gate!;
    const [squeezed, , open] = slots;
    const marks = bracketsOf(x, squeezed!);
    expect(Math.min(...marks.map(({ y }) => y))).toBeCloseTo(squeezed!.full.top - 0.5, 6);
    expect(Math.max(...marks.map(({ y, height }) => y + height))).toBeCloseTo(squeezed!.full.bottom + 0.5, 6);
    expect(marks.every((mark) => mark.x + mark.width < x)).toBe(true);
    expect(bracketsOf(x, open!)).toEqual([]);
  });
});

describe("the map", () => {
  test("finds the state under a point", () => {
    const { frame, tags } = draw(calmView(rules));
    const at = (code: string) => {
      const { rect } = tags.find((tag) => tag.code === code)!;
      return stateAt(frame, { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 });
    };
    expect(["DE", "PL", "ES", "FI"].map(at)).toEqual(["DE", "PL", "ES", "FI"]);
    expect(stateAt(frame, { x: 20, y: 480 })).toBeUndefined();
  });

  test("has an outline for each of the 27 and for the land around", () => {
    for (const { code } of rules.members) expect(outlineOf(code)).toMatch(/^M\d+ \d+ .*Z$/);
    expect(outlineOf("").length).toBeGreaterThan(10_000);
    expect(outlineOf("XX")).toBe("");
  });
});
