// The start page without a browser: the picture's arithmetic, addresses and codes, made-up names, the ways in.

import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import start from "../../assets/start.json" with { type: "json" };
import { host, join, play } from "../../client/door.ts";
import { cryptoDraw, nameParts, newName } from "../../client/names.ts";
import { parseCode, parseRoute, printCode } from "../../client/route.ts";
import { bySeatName, seatGroups } from "../../client/seats.ts";
import { allot, bundles, bundlesIn, type Gate, picture, rows } from "../../client/start/gate.ts";
import { frameOf } from "../../client/start/hero.tsx";
import { keepTicket, ticketOf } from "../../client/ticket.ts";
import { Said, words } from "../../client/words.ts";
import { sum } from "../../shared/exact.ts";
import { LIMITS } from "../../shared/protocol.ts";
import { MEMBER_CODES, SEATS, type Seat } from "../../shared/seat.ts";

const GATE: Gate = { lines: start.gate.lines, through: start.gate.through.value, use: start.gate.use };
describe("allot", () => {
  test("gives whole parts that sum to the whole, none further than one from its exact share", () => {
    const shares = fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(shares, fc.integer({ min: 0, max: 200 }), (list, whole) => {
        const parts = allot(list, whole);
        expect(sum(parts)).toBe(whole);
        parts.forEach((part, k) => {
          expect(Math.abs(part - (list[k]! / sum(list)) * whole)).toBeLessThan(1);
        });
      }),
    );
  });

  test("gives the odd one to the largest remainder", () => {
    expect(allot([0.5, 0.26, 0.24], 10)).toEqual([5, 3, 2]);
    expect(allot([1, 1, 1], 2)).toEqual([1, 1, 0]);
  });
});

describe("the hundred lines", () => {
  test("the figures of the picture are shares of all 27 that sum to one, each with a source", () => {
    expect(Object.keys(start.gate.use).sort()).toEqual([...MEMBER_CODES].sort());
    expect(sum(Object.values(start.gate.use))).toBeCloseTo(1, 6);
    for (const { source } of [start.gate.through, start.gate.demand, start.gate.germany, start.gate.rest])
      expect(start.sources).toHaveProperty(source);
    expect(start.gate.use.DE * 100).toBe(start.gate.germany.value);
  });

  test("bundles hold every line and every state once, the largest first, the rest last", () => {
    const list = bundles(GATE, 2);
    expect(sum(list.map((b) => b.lines))).toBe(100);
    expect(sum(list.map((b) => b.around))).toBe(5);
    expect(sum(list.map((b) => b.states))).toBe(27);
    expect(list[0]).toMatchObject({ code: "DE", lines: 48 });
    expect(list.at(-1)!.code).toBe("");
    for (const { lines, code } of list) if (code) expect(lines).toBeGreaterThanOrEqual(2);
  });

  test("a lower picture names fewer states", () => {
    const names = (width: number, height: number) => bundlesIn(GATE, frameOf(width, height)).length;
    expect(names(390, 168)).toBeLessThan(names(786, 448));
    expect(names(786, 448)).toBeLessThan(names(786, 704));
  });

  test.each([
    [786, 704],
    [370, 448],
    [390, 168],
    [320, 168],
    [1340, 1016],
  ])(
    "in a box of %i by %i every line is drawn, inside the box, through the slot or over the wall",
    (width, height) => {
      const frame = frameOf(width, height);
      const { strands, wall } = picture(bundlesIn(GATE, frame), frame);
      const through = strands.flatMap(({ through }) => through.split("M").slice(1));
      const around = strands.flatMap(({ around }) => around.split("M").slice(1));
      expect([through.length, around.length]).toEqual([95, 5]);
      const slots = through.map((path) => Number(/ ([\d.]+)H/.exec(path)![1]));
      expect(slots.every((y) => y > wall.slotTop && y < wall.slotBottom)).toBe(true);
      expect(slots).toEqual([...slots].sort((a, b) => a - b));
      const over = around.map((path) => Number(/ ([\d.]+)H/.exec(path)![1]));
      expect(over.every((y) => y > 0 && y < wall.top)).toBe(true);
      const starts = [...through, ...around].map((path) => Number(path.split("C")[0]!.split(" ")[1]));
      expect(starts.every((y) => y > 0 && y < height)).toBe(true);
    },
  );

  test("rows fill the height without overlapping, and none is too low for its label", () => {
    const list = bundles(GATE, 2);
    const places = rows(list, 548, 19);
    places.forEach((place, k) => {
      expect(place.height).toBeGreaterThanOrEqual(19);
      expect(place.y).toBeCloseTo(k === 0 ? 0 : places[k - 1]!.y + places[k - 1]!.height, 6);
    });
    const last = places.at(-1)!;
    expect(last.y + last.height).toBeCloseTo(548, 1);
  });
});

describe("addresses", () => {
  test.each([
    ["/", { kind: "start" }],
    ["/j/K7P4QX", { kind: "join", code: "K7P4QX" }],
    ["/j/k7p%204qx", { kind: "join", code: "k7p 4qx" }],
    ["/j/%E0%A4%A", { kind: "join", code: "" }],
    ["/t/k7p-4qx/", { kind: "table", code: "K7P4QX" }],
    ["/index.html", { kind: "start" }],
    ["/t/nonsense!", { kind: "nowhere", path: "/t/nonsense!" }],
    ["/elsewhere/K7P4QX", { kind: "nowhere", path: "/elsewhere/K7P4QX" }],
    ["/caf%C3%A9", { kind: "nowhere", path: "/café" }],
    ["/%E0%A4%A", { kind: "nowhere", path: "/%E0%A4%A" }],
    [`/${"x".repeat(500)}`, { kind: "nowhere", path: `/${"x".repeat(59)}` }],
  ])("%s", (path, route) => {
    expect(parseRoute(path)).toEqual(route);
  });

  test("a code is read however it is typed, and printed for reading aloud", () => {
    expect(parseCode(" k7p-4qx ")).toBe("K7P4QX");
    expect(parseCode("K7P4Q")).toBeUndefined();
    expect(parseCode("K7P4Q!")).toBeUndefined();
    expect(printCode("k7p4qx")).toBe("K7P 4QX");
    expect(printCode(" k7 ")).toBe("k7");
  });
});

describe("made-up names", () => {
  test("there are thousands, all short enough for the server and none with a word twice", () => {
    const { first, second } = nameParts();
    expect(first.length * second.length).toBeGreaterThan(5000);
    for (const list of [first, second]) expect(new Set(list).size).toBe(list.length);
    const longest = (list: string[]) => Math.max(...list.map((word) => word.length));
    expect(longest(first) + 1 + longest(second)).toBeLessThanOrEqual(LIMITS.name);
    const swift = [first.indexOf("Swift"), second.indexOf("Swift"), 0, 1];
    expect(newName(() => swift.shift()!)).toBe(`${first[0]} ${second[1]}`);
  });

  test("another name is another one", () => {
    const { first, second } = nameParts();
    const draws = [3, 4, 3, 5];
    expect(newName(() => draws.shift()!, `${first[3]} ${second[4]}`)).toBe(`${first[3]} ${second[5]}`);
  });

  test("the browser's chance reaches every number below the bound and none above", () => {
    const seen = new Set(Array.from({ length: 400 }, () => cryptoDraw(5)));
    expect([...seen].sort()).toEqual([0, 1, 2, 3, 4]);
  });
});

test("every seat can be chosen, by its name, the members in order of the alphabet", () => {
  const [capitals, members] = seatGroups(SEATS);
  expect([...capitals!.options, ...members!.options].map((o) => o.id).sort()).toEqual([...SEATS].sort());
  const labels = members!.options.map((option) => option.label);
  expect(labels).toEqual([...labels].sort((a, b) => a.localeCompare(b, "en")));
  expect(labels).toContain("Netherlands");
  expect(seatGroups(["SE", "beijing", "NL"]).map(({ options }) => options.map(({ id }) => id))).toEqual([
    ["beijing"],
    ["NL", "SE"],
  ]);
  expect((["SE", "EL", "beijing", "NL", "commission"] as Seat[]).sort(bySeatName)).toEqual([
    "commission",
    "beijing",
    "EL",
    "NL",
    "SE",
  ]);
  // An office comes first, whatever the names.
  expect(bySeatName("AT", "beijing")).toBeGreaterThan(0);
});

describe("the ways in", () => {
  const asked: { path: string; body: unknown }[] = [];
  const answer = (status: number, json: unknown) =>
    vi.stubGlobal("fetch", async (path: string, init?: { body?: string }) => {
      asked.push({ path, body: init?.body && JSON.parse(init.body) });
      return new Response(JSON.stringify(json), { status });
    });
  const store = new Map<string, string>();

  beforeEach(() => {
    asked.length = 0;
    store.clear();
    vi.stubGlobal("localStorage", {
      getItem: (key: string) => store.get(key) ?? null,
      setItem: (key: string, text: string) => void store.set(key, text),
    });
  });
  afterEach(() => vi.unstubAllGlobals());

  test("playing opens a session of one's own and keeps the token and the seat", async () => {
    answer(200, { code: "K7P4QX", hostToken: "secret" });
    expect(await play("CZ")).toBe("K7P4QX");
    expect(asked).toEqual([{ path: "/api/sessions", body: { preset: "quick", solo: true, seat: "CZ" } }]);
    expect(ticketOf("K7P4QX")).toMatchObject({
      token: "secret",
      seat: "CZ",
      name: expect.stringMatching(/^\w+ \w+$/),
    });
  });

  test("hosting keeps the token, and the pace only where it is not the usual one", async () => {
    answer(200, { code: "AAAAAA", hostToken: "h" });
    await host("class", "running");
    expect(asked[0]!.body).toEqual({ preset: "class" });
    expect(ticketOf("AAAAAA").mode).toBeUndefined();
    answer(200, { code: "BBBBBB", hostToken: "h" });
    await host("full", "stop-and-think");
    expect(ticketOf("BBBBBB").mode).toBe("stop-and-think");
  });

  test("joining asks whether the session is there, takes the name along and leaves an earlier token alone", async () => {
    keepTicket("K7P4QX", { token: "mine", name: "Old Owl" });
    answer(200, { code: "K7P4QX" });
    expect(await join("K7P4QX", "Calm Heron")).toBe("K7P4QX");
    expect(asked[0]).toEqual({ path: "/api/sessions/K7P4QX", body: undefined });
    expect(ticketOf("K7P4QX")).toEqual({ token: "mine", name: "Calm Heron" });
  });

  test.each([
    [404, { problem: "no-such-session" }, () => words.problems["no-such-session"]],
    [503, { problem: "rooms-full" }, () => words.problems["rooms-full"]],
    [500, { trace: "secret" }, () => words.errors.unknown],
  ])("a refusal %i is told in words", async (status, json, told) => {
    answer(status, json);
    await expect(join("K7P4QX", "Calm Heron")).rejects.toEqual(new Said(told()));
    expect(store.size).toBe(0);
  });

  test("a server that does not answer is told in words", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
    await expect(play("commission")).rejects.toEqual(new Said(words.errors.offline));
  });

  test("a browser that stores nothing still holds the ticket while the page lasts", () => {
    vi.stubGlobal("localStorage", {
      getItem: () => {
        throw new Error("denied");
      },
      setItem: () => {
        throw new Error("denied");
      },
    });
    keepTicket("CCCCCC", { token: "t" });
    keepTicket("CCCCCC", { name: "Calm Heron" });
    expect(ticketOf("CCCCCC")).toEqual({ token: "t", name: "Calm Heron" });
  });
});
