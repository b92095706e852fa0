// The map as data: what a View makes of it, without a browser.

import { describe, expect, test } from "vitest";
import { type Layout, type LayoutSettings, layout } from "../../client/layout.ts";
import { heldText, passesUnder, waiting } from "../../client/scenes/captions.tsx";
import type { Rect } from "../../client/scenes/frame.ts";
import type { InputSlot } from "../../client/scenes/gate.ts";
import { type Fill, fillOf, LENSES, type Lens, lensesOf } from "../../client/scenes/lens.ts";
import { sum } from "../../shared/exact.ts";
import type { LicenceMode } from "../../shared/state.ts";
import type { View } from "../../shared/view.ts";
import { brussels, tiny } from "../helpers/scenario.ts";
import { calmView, PIVOTAL, PLEDGED, row, squeezeView, voteView } from "../helpers/squeeze.ts";

const { rules } = brussels;
const WIDE = { width: 930, height: 504 };
const SLIM = { width: 716, height: 504 };

const draw = (view: View, settings: Partial<LayoutSettings> = {}): Layout =>
  layout(rules, view, { lens: "pain", box: WIDE, dpr: 1, ...settings });

const slotOf = (drawn: Layout, i: number): InputSlot =>
  drawn.gate!.slots.find((slot): slot is InputSlot => slot.kind === "input" && slot.i === i)!;

const withThroughput = (throughput: number, mode: LicenceMode = "go-slow"): View => {
  const view = squeezeView(rules);
  view.own.throughput[0] = throughput;
  view.pub.law.modes[0] = mode;
  return view;
};

describe("the gate", () => {
  test.each([
    { name: "more than normal", throughput: 1.15, open: 1, says: "go-slow: 115 % ±35 passes" },
    { name: "normal", throughput: 1, open: 1, says: "go-slow: 100 % ±30 passes" },
    { name: "less than normal, as is told", throughput: 0.9, open: 0.9, says: "go-slow: 90 % ±27 passes" },
    {
      ...{ name: "may well be normal, with an error of 30 %", mode: "case-by-case" },
      ...{ throughput: 0.9, open: 1, says: "by case: open" },
    },
    {
      ...{ name: "surely less than normal", mode: "case-by-case" },
      ...{ throughput: 0.7, open: 0.7, says: "by case: 70 % ±21 passes" },
    },
    { name: "half", throughput: 0.5, open: 0.5, says: "go-slow: 50 % ±15 passes" },
    { name: "go-slow", throughput: 0.25, open: 0.25, says: "go-slow: 25 % ±8 passes" },
    { name: "go-slow, closed", throughput: 0, open: 0, says: "go-slow: next to nothing" },
    { name: "embargo", mode: "embargo", throughput: 0, open: 0, says: "embargo: shut" },
  ] as {
    name: string;
    mode?: LicenceMode;
    throughput: number;
    open: number;
    says: string;
  }[])(
    "$name: the slot is as high as what passes, the flow as wide as the slot",
    ({ mode, throughput, open, says }) => {
      const drawn = draw(withThroughput(throughput, mode));
      const slot = slotOf(drawn, 0);
      expect(passesUnder(slot)).toBe(says);
      const full = slot.full.bottom - slot.full.top;
      expect(full).toBeGreaterThan(90);
      expect(Math.abs(slot.bottom - slot.top - open * full)).toBeLessThanOrEqual(1);
      expect(sum(drawn.arcsIn.map(({ bandWidth }) => bandWidth))).toBeCloseTo(full, 6);
      const cores = drawn.arcsIn.map(({ coreWidth }) => coreWidth);
      // The thinnest arcs are drawn a little wider than they are, so that they are seen.
      expect(sum(cores)).toBeGreaterThanOrEqual(slot.bottom - slot.top - 1e-9);
      expect(sum(cores)).toBeLessThanOrEqual(open * full + 10 * 1.1 * open + 1);
    },
  );

  test("an embargo leaves the shadow of the flow and nothing in it", () => {
    const { arcsIn } = draw(withThroughput(0));
    expect(arcsIn).toHaveLength(10);
    expect(arcsIn.every(({ coreWidth, bandWidth }) => coreWidth === 0 && bandWidth > 0)).toBe(true);
  });

  test("arcs fill the slot from top to bottom in the order in which they are given", () => {
    const { arcsIn } = draw(squeezeView(rules));
    const edges = arcsIn.map(
      ({ band, bandWidth }) => [band[1] - bandWidth / 2, band[1] + bandWidth / 2] as const,
    );
    edges.slice(1).forEach(([top], k) => expect(top).toBeCloseTo(edges[k]![1], 6));
    expect(arcsIn[0]!.code).toBe("SE");
    expect(arcsIn.at(-1)!.code).toBe("IT");
  });

  test("has a slot for each input that needs a licence, and customs last", () => {
    const keys = draw(squeezeView(rules)).gate!.slots.map(({ key }) => key);
    expect(keys).toEqual(["magnets", "gallium-germanium", "graphite", "chips", "customs"]);
  });

  test("shows the flow of the squeezed input that most hangs on", () => {
    const view = squeezeView(rules);
    expect(draw(view).shown).toBe(0);
    // A little less of something that matters little does not turn the picture round.
    view.pub.law.modes[1] = "go-slow";
    view.own.throughput[1] = 0.05;
    expect(draw(view).shown).toBe(0);
    view.pub.law.modes[0] = "case-by-case";
    view.pub.law.modes[3] = "embargo";
    view.own.throughput[3] = 0.05;
    const drawn = draw(view);
    expect(drawn.shown).toBe(3);
    const [chips, magnets] = [slotOf(drawn, 3), slotOf(drawn, 0)];
    expect(chips.full.bottom - chips.full.top).toBeGreaterThan(3 * (magnets.full.bottom - magnets.full.top));
    expect(drawn.arcsIn.every(({ core }) => core[1] >= chips.top && core[1] <= chips.bottom)).toBe(true);
  });

  test.each([930, 844, 716])("at a width of %i px no two slots or their words touch", (width) => {
    const { gate, box } = draw(squeezeView(rules), { box: { width, height: 437 } });
    const rows = gate!.slots.map(({ full, words }) => [Math.min(full.top, words), full.bottom] as const);
    expect(rows[0]![0]).toBeGreaterThan(gate!.title + 18);
    rows.slice(1).forEach(([top], k) => expect(top).toBeGreaterThan(rows[k]![1]));
    const queue = slotOf(draw(squeezeView(rules), { box: { width, height: 437 } }), 0).queue!;
    expect(rows[1]![0]).toBeGreaterThanOrEqual(queue.words + 17);
    expect(rows.at(-1)![1]).toBeLessThan(box.height);
  });

  test("customs stands apart from the last input, which may be shut", () => {
    const view = squeezeView(rules);
    view.pub.law.modes[3] = "embargo";
    const { slots } = draw(view).gate!;
    const tops = slots.map(({ full, words }) => Math.min(full.top, words));
    const [last, apart] = [tops[3]! - slots[2]!.words - 36, tops[4]! - slots[3]!.words - 36];
    expect(last).toBeGreaterThan(8);
    expect(apart).toBeGreaterThan(1.5 * last);
  });

  test("beside the wall there is little room: who is held up is told in one line, what waits in two at most", () => {
    const about = (value: number, error: number) => ({ value, error });
    const weeks = about(16.7, 5.01);
    expect(waiting({ weeks, amount: about(6423, 1927) }, "t")).toBe("queue: 6,400 ±1,900 t");
    expect(waiting({ weeks, amount: undefined }, "index")).toBe("queue: 17 ±5 weeks of use");
    expect(waiting({ weeks: about(16.7, 0), amount: undefined }, "index")).toBe("queue: 16.7 weeks of use");
    expect(heldText(["ES"])).toBe("held up: ES");
    expect(heldText(["CZ", "DE", "ES", "LT", "SK"])).toBe("held up: CZ, DE, ES +2");
  });

  test("the queue is a diamond for a week's use, and tonnes of the Union's demand", () => {
    const queue = slotOf(draw(squeezeView(rules)), 0).queue!;
    expect(queue.count).toBe(17);
    expect(queue.weeks).toEqual({ value: 17, error: expect.closeTo(5.1, 6) });
    expect(queue.amount!.value).toBeCloseTo((17 * 20000) / 52, 6);
  });

  test("nothing shifts when more waits: slots keep their places", () => {
    const view = squeezeView(rules);
    view.own.queue[0] = 31;
    const places = (drawn: Layout) => drawn.gate!.slots.map(({ full, words }) => [full, words]);
    expect(slotOf(draw(view), 0).queue!.count).toBe(31);
    expect(places(draw(view))).toEqual(places(draw(squeezeView(rules))));
    view.own.queue[0] = 0;
    view.pub.held = row(rules, {});
    expect(places(draw(view))).toEqual(places(draw(squeezeView(rules))));
  });

  test("customs says what is sold and who is held up", () => {
    const customs = draw(squeezeView(rules)).gate!.slots.at(-1)!;
    expect(customs).toMatchObject({ kind: "customs", held: ["ES"], open: 1 });
    const view = squeezeView(rules);
    view.pub.sold = view.pub.sold.map((x) => x / 2);
    expect(draw(view).gate!.slots.at(-1)!.open).toBeCloseTo(0.5, 6);
  });
});

describe("arcs out", () => {
  test("an informal ban makes dots of an arc, and gives a small seller one", () => {
    const calm = draw(calmView(rules)).arcsOut;
    expect(calm.map(({ code }) => code).sort()).toEqual(["DE", "ES", "FR", "IE", "IT", "NL"]);
    expect(calm.some(({ dotted }) => dotted)).toBe(false);
    const view = calmView(rules);
    view.pub.held = row(rules, { ES: 0.4, LT: 0.9 });
    const held = draw(view).arcsOut;
    expect(
      held
        .filter(({ dotted }) => dotted)
        .map(({ code }) => code)
        .sort(),
    ).toEqual(["ES", "LT"]);
    expect(held).toHaveLength(7);
  });

  test("four times the sales are twice the width", () => {
    const view = calmView(rules);
    view.pub.sold = row(rules, { DE: 80, FR: 20 }, 5);
    const width = (code: string) => draw(view).arcsOut.find((arc) => arc.code === code)!.width;
    expect(width("DE") / width("FR")).toBeCloseTo(2, 6);
  });
});

const touches = (a: Rect, b: Rect): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Stack and code together. */
const whole = ({ rect, stack }: Layout["tags"][number]): Rect => {
  if (!stack) return rect;
  const top = Math.min(rect.y, stack.y - stack.blocks * stack.step);
  return {
    x: stack.x,
    y: top,
    width: rect.x + rect.width - stack.x,
    height: Math.max(rect.y + rect.height, stack.y) - top,
  };
};

const stoppedEverywhere = (lines: number): View => {
  const view = squeezeView(rules);
  view.pub.lines = rules.members.map(() => lines);
  return view;
};

describe("tags", () => {
  const SITUATIONS = [
    { name: "calm", view: calmView(rules), lens: "pain" },
    { name: "five states stopped", view: squeezeView(rules), lens: "pain" },
    { name: "all states stopped", view: stoppedEverywhere(3), lens: "pain" },
    { name: "all states stopped, two figures", view: stoppedEverywhere(18), lens: "stocks" },
    { name: "a vote", view: voteView(rules), lens: "vote" },
  ] as const;
  const BOXES = [
    { box: WIDE, text: 1 },
    { box: SLIM, text: 1 },
    { box: { width: 844, height: 455 }, text: 1 },
    { box: { width: 930, height: 437 }, text: 1 },
    { box: { width: 1330, height: 800 }, text: 1.5 },
    { box: { width: 390, height: 410 }, text: 1 },
  ];
  const CASES = SITUATIONS.flatMap((s) =>
    BOXES.map((b) => ({ ...s, ...b, size: `${b.box.width}x${b.box.height}` })),
  );

  test.each(CASES)(
    "$name at $size: none covers another, the gate or the edge",
    ({ view, lens, box, text }) => {
      const { tags, frame } = draw(view, { lens, box, text, vote: { id: "v1" } });
      expect(tags).toHaveLength(27);
      const rects = tags.map((tag) => ({ code: tag.code, rect: whole(tag) }));
      const covered = rects.flatMap((a, k) =>
        rects.slice(k + 1).flatMap((b) => (touches(a.rect, b.rect) ? [`${a.code}/${b.code}`] : [])),
      );
      expect(covered).toEqual([]);
      for (const { rect } of rects) {
        expect(rect.x).toBeGreaterThanOrEqual(0);
        expect(rect.y).toBeGreaterThanOrEqual(0);
        expect(rect.x + rect.width).toBeLessThan(frame.right);
        expect(rect.y + rect.height).toBeLessThanOrEqual(box.height);
      }
    },
  );

  test("where lines stand still there is a pill that counts them", () => {
    const { tags } = draw(squeezeView(rules));
    const pills = tags.filter(({ kind }) => kind === "pill").map(({ code, lines }) => `${code} ${lines}`);
    expect(pills.sort()).toEqual(["CZ 3", "DE 6", "FR 1", "HU 2", "SK 4"]);
  });

  test("a tag that had to move far has a line to its state; one that did not has none", () => {
    const { tags } = draw(stoppedEverywhere(3), { box: SLIM });
    const moved = tags.filter(({ leader }) => leader);
    expect(moved.length).toBeGreaterThan(3);
    for (const { leader } of moved)
      expect(Math.hypot(leader!.to.x - leader!.from.x, leader!.to.y - leader!.from.y)).toBeGreaterThan(5);
    const calm = draw(calmView(rules)).tags.filter(({ leader }) => leader);
    expect(calm.map(({ code }) => code).sort()).toEqual(["CY", "LU", "MT"]);
  });

  test("stacks show a block a week, for the largest users and the seat's own state", () => {
    const stacked = (view: View) =>
      draw(view).tags.flatMap(({ code, stack }) => (stack ? [`${code} ${stack.full}/${stack.blocks}`] : []));
    expect(stacked(squeezeView(rules))).toEqual(
      // biome-ignore format: by protocol order
      ["CZ 1.1/5", "DK 3.4/5", "DE 1.4/5", "ES 2.6/5", "FR 2.4/5", "IT 2.2/5", "NL 2.8/5", "AT 1.6/5", "PL 1.9/5", "SE 2.1/5"],
    );
    expect(stacked(squeezeView(rules, "SK"))).toContain("SK 0.8/5");
  });
});

describe("lenses", () => {
  const painted = (view: View, lens: Lens, code: string): Fill =>
    draw(view, { lens, vote: { id: "v1", pledged: PLEDGED } }).states.find((state) => state.code === code)!
      .fill;

  test.each([
    { pain: 0, fill: "seq-1" },
    { pain: 0.01, fill: "seq-1" },
    { pain: 0.02, fill: "seq-2" },
    { pain: 0.08, fill: "seq-3" },
    { pain: 0.15, fill: "seq-4" },
    { pain: 0.25, fill: "seq-5" },
    { pain: 3, fill: "seq-5" },
  ])("a loss of $pain % of GDP is $fill", ({ pain, fill }) => {
    const view = calmView(rules);
    view.pub.pain = row(rules, { PL: pain });
    expect(painted(view, "pain", "PL")).toBe(fill);
  });

  test.each([
    { weeks: 0, fill: "seq-5" },
    { weeks: 1, fill: "seq-4" },
    { weeks: 3.9, fill: "seq-2" },
    { weeks: 4, fill: "seq-1" },
  ])("a store of $weeks weeks is $fill: little is bad", ({ weeks, fill }) => {
    const view = calmView(rules);
    view.own.magnets = row(rules, { PL: weeks }, 5);
    expect(painted(view, "stocks", "PL")).toBe(fill);
  });

  test.each([
    { support: 0.5, fill: "for" },
    { support: rules.model.politics.yes, fill: "pledged" },
    { support: 0, fill: "open" },
    { support: rules.model.politics.no, fill: "against" },
  ])("a support of $support is shown as $fill", ({ support, fill }) => {
    const view = calmView(rules);
    view.own.support = row(rules, { PL: support });
    expect(painted(view, "support", "PL")).toBe(fill);
  });

  test.each([
    { code: "FR", fill: "for" },
    { code: "SE", fill: "pledged" },
    { code: "DE", fill: "open" },
    { code: "CZ", fill: "against" },
    { code: "CY", fill: "abstaining" },
    { code: "MT", fill: "abstaining" },
    { code: "HU", fill: "against" },
  ])("in the vote $code is $fill", ({ code, fill }) => {
    expect(painted(voteView(rules), "vote", code)).toBe(fill);
  });

  test("exposure falls as other sources are built", () => {
    const view = calmView(rules);
    expect(painted(view, "exposure", "DE")).toBe("seq-5");
    view.own.elsewhere = rules.inputs.map(() => 0.9);
    expect(painted(view, "exposure", "DE")).toBe("seq-1");
  });

  test("a vote leaves only the states: no gate, no flow, no stores; pivotal states are marked", () => {
    const drawn = draw(voteView(rules), { lens: "vote", vote: { id: "v1", pivotal: PIVOTAL } });
    expect(drawn).toMatchObject({
      gate: undefined,
      arcsIn: [],
      arcsOut: [],
      stacked: false,
      reserve: undefined,
    });
    expect(drawn.states.filter(({ pivotal }) => pivotal).map(({ code }) => code)).toEqual(["DE", "ES"]);
    expect(drawn.tags.some(({ kind }) => kind === "pill")).toBe(false);
  });

  test("offers that the seat knows of are marked, others are not", () => {
    const view = calmView(rules, "HU");
    const offer = { id: "o1", to: "HU", state: "open" } as View["own"]["offers"][number];
    view.own.offers = [offer, { ...offer, id: "o2", to: "SK", state: "refused" }];
    view.pub.news = [
      { id: "n1", tick: 0, code: "deal-exposed", by: "", about: ["EL", "o3"], amount: 0, to: [] },
      { id: "n2", tick: 0, code: "goods-held", by: "", about: ["ES", "agrifood"], amount: 0, to: [] },
    ];
    const marked = (lens: Lens) =>
      draw(view, { lens }).tags.flatMap(({ code, offer: o }) => (o ? [code] : []));
    expect(marked("offers")).toEqual(["EL", "HU"]);
    expect(marked("pain")).toEqual([]);
  });

  test("the chosen state is the only chosen one", () => {
    const { states } = draw(calmView(rules), { selection: "SI" });
    expect(states.filter(({ chosen }) => chosen).map(({ code }) => code)).toEqual(["SI"]);
  });
});

describe("what a seat may not know", () => {
  test("an onlooker sees modes but no figures, stores or reserve", () => {
    const drawn = draw(squeezeView(rules, "observer"));
    const slot = slotOf(drawn, 0);
    expect(slot).toMatchObject({ mode: "go-slow", throughput: undefined, days: undefined, queue: undefined });
    expect(passesUnder(slot)).toBe("go-slow");
    // The slot is as wide as the rules say of such licences, not as wide as it is.
    expect(slot.open).toBe(rules.model.modes["go-slow"].throughput);
    expect(drawn.tags.every(({ stack }) => stack === undefined)).toBe(true);
    expect(drawn.reserve).toBeUndefined();
    expect(lensesOf(rules, squeezeView(rules, "observer"))).toEqual(["pain", "exposure", "offers"]);
    expect(fillOf(rules, squeezeView(rules, "observer"), "support", undefined, 0)).toBe("land");
  });

  test("Beijing knows its own licences exactly, and not what Europe has on order", () => {
    const drawn = draw(squeezeView(rules, "beijing"));
    expect(slotOf(drawn, 0).throughput).toEqual({ value: 0.25, error: 0 });
    expect(drawn.reserve).toMatchObject({
      ordered: undefined,
      weeks: { value: 1.1, error: expect.closeTo(0.55, 6) },
    });
  });

  test("the Commission knows what passes within 30 %, its reserve exactly", () => {
    const drawn = draw(squeezeView(rules));
    expect(slotOf(drawn, 0).throughput).toEqual({ value: 0.25, error: expect.closeTo(0.075, 6) });
    expect(drawn.reserve).toMatchObject({ weeks: { value: 1.1, error: 0 }, ordered: 2.9 });
    expect(drawn.reserve!.amount).toBeCloseTo(423.08, 2);
  });
});

describe("the frame", () => {
  const ends = (width: number, height: number) => {
    const { frame } = draw(calmView(rules), { box: { width, height } });
    return { west: frame.x + 800 * frame.scale, east: frame.x + 3730 * frame.scale, ...frame };
  };

  test("at 930 px the states fill what words and gate leave", () => {
    const { west, east, scale } = ends(930, 504);
    expect([scale, west, east]).toEqual([
      expect.closeTo(0.2, 3),
      expect.closeTo(130, 0),
      expect.closeTo(716, 0),
    ]);
  });

  test("on a very wide screen the states stay near the gate", () => {
    const { east, right } = ends(1800, 600);
    expect(right - east).toBeCloseTo(60, 6);
  });

  test.each([716, 844, 930, 1484])(
    "the southern end of the drawing is never seen at a width of %i",
    (width) => {
      const { y, scale } = ends(width, 504);
      expect(y + 3300 * scale).toBeGreaterThanOrEqual(504 - 1e-6);
    },
  );
});

test.each(LENSES)("three states seen through %s: three tags, one slot, the others are land", (lens) => {
  const drawn = layout(tiny.rules, squeezeView(tiny.rules), { lens, box: WIDE, dpr: 1 });
  expect(drawn.tags.map(({ code }) => code)).toEqual(tiny.rules.members.map(({ code }) => code));
  expect(drawn.gate?.slots.map(({ key }) => key)).toEqual(
    lens === "vote" ? undefined : ["magnets", "customs"],
  );
  expect(drawn.states.filter(({ m }) => m < 0).every(({ fill }) => fill === "land")).toBe(true);
  expect(drawn.states).toHaveLength(27);
});

test("edges of the gate stand on whole px of the screen", () => {
  const { gate } = draw(squeezeView(rules), { box: { width: 931, height: 503 }, dpr: 1.5 });
  for (const { top, bottom, full } of gate!.slots)
    for (const y of [top, bottom, full.top, full.bottom, gate!.x])
      expect(Math.abs(1.5 * y - Math.round(1.5 * y))).toBeLessThan(1e-9);
});
