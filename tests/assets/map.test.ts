import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { type Atlas, type Europe, europe, type MemberShape, type Ring } from "../../assets/map/europe.ts";
import { type Place, members as table } from "../../assets/map/members.ts";
import { type Point, toPlane } from "../../assets/map/plane.ts";

const text = readFileSync(new URL("../../assets/map/europe.json", import.meta.url), "utf8");
const map: Europe = JSON.parse(text);
const at = (code: string): MemberShape => map.members.find((member) => member.code === code)!;

// The protocol order of the Council (Interinstitutional Style Guide, 7.1.1).
const codes = "BE BG CZ DK DE EE IE EL ES FR HR IT CY LV LT LU HU MT NL AT PL PT RO SI SK FI SE".split(" ");

// Every land border between two members.
const borders =
  `BE-DE BE-FR BE-LU BE-NL BG-EL BG-RO CZ-AT CZ-DE CZ-PL CZ-SK DE-AT DE-DK DE-FR DE-LU DE-NL DE-PL EE-LV ES-FR ES-PT
  FR-IT FR-LU HR-HU HR-SI HU-AT HU-RO HU-SI HU-SK IT-AT IT-SI LT-LV LT-PL AT-SI AT-SK PL-SK FI-SE`
    .split(/\s+/)
    .map((pair) => pair.split("-").sort().join("-"));

// The smallest box the table gives the focus of the map, in pixels.
const pixelsPerUnit = Math.min(586 / map.focus.width, 504 / map.focus.height);

function corners(ring: Ring): Point[] {
  return Array.from({ length: ring.length / 2 }, (_, i) => [ring[2 * i]!, ring[2 * i + 1]!]);
}

function edges(ring: Ring): [Point, Point][] {
  const points = corners(ring);
  return points.map((point, i) => [point, points[(i + 1) % points.length]!]);
}

function turn([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): number {
  return Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax));
}

function cross([a, b]: [Point, Point], [c, d]: [Point, Point]): boolean {
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}

function holds(ring: Ring, [x, y]: Point): boolean {
  const right = edges(ring).filter(
    ([a, b]) => a[1] > y !== b[1] > y && x < a[0] + ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]),
  );
  return right.length % 2 === 1;
}

/** The rings that hold a place, as "land 0" or a member's code. */
function whose(place: Place): string[] {
  const point = toPlane(place);
  const land = map.land.flatMap((ring, i) => (holds(ring, point) ? [`land ${i}`] : []));
  return [...land, ...map.members.filter((m) => m.rings.some((r) => holds(r, point))).map((m) => m.code)];
}

function sides(rings: Ring[]): string[] {
  return rings.flatMap((ring) => edges(ring).map(([a, b]) => [String(a), String(b)].sort().join(" to ")));
}

describe("the file", () => {
  test("is what the build writes from the atlas", () => {
    const path = fileURLToPath(import.meta.resolve("world-atlas/countries-50m.json"));
    const atlas: Atlas = JSON.parse(readFileSync(path, "utf8"));
    expect(`${JSON.stringify(europe(atlas))}\n` === text).toBe(true);
  });

  test("holds shapes and codes and no other word", () => {
    const unit = z.int().nonnegative();
    const point = z.tuple([unit, unit]);
    const rings = z.array(z.array(unit).min(6)).min(1);
    const pin = z.strictObject({ x: unit, y: unit, leader: point });
    const member = z.strictObject({
      code: z.enum(codes),
      label: point,
      pin: pin.optional(),
      area: unit,
      rings,
    });
    const box = z.strictObject({ x: unit, y: unit, width: unit, height: unit });
    const source = z.literal("Natural Earth 1:50m, by way of world-atlas 2.0.2 (ISC)");
    const licence = z.literal("public domain");
    const head = { width: unit, height: unit, focus: box, source, licence };
    z.strictObject({ ...head, land: rings, members: z.array(member) }).parse(map);
  });

  test("stays small", () => {
    expect(JSON.stringify(map.members).length).toBeLessThan(30_000);
    expect(JSON.stringify(map.land).length).toBeLessThan(22_000);
  });
});

describe("shapes", () => {
  const all = [...map.land, ...map.members.flatMap((member) => member.rings)];

  test("there are 27 members, in protocol order", () => {
    expect(map.members.map(({ code }) => code)).toEqual(codes);
    expect(table.map(({ code }) => code)).toEqual(codes);
  });

  test("every corner lies inside the frame, and the focus too", () => {
    const { x, y, width, height } = map.focus;
    for (const [px, py] of [...all.flatMap(corners), [x + width, y + height]] as Point[]) {
      expect(px).toBeLessThanOrEqual(map.width);
      expect(py).toBeLessThanOrEqual(map.height);
    }
  });

  test("no ring crosses itself, repeats a corner or is a hole", () => {
    for (const ring of all) {
      const own = edges(ring);
      expect(own.filter(([a, b]) => String(a) === String(b))).toEqual([]);
      expect(own.filter((edge, i) => own.some((other, j) => j < i && cross(edge, other)))).toEqual([]);
      expect(own.reduce((sum, [a, b]) => sum + a[0] * b[1] - b[0] * a[1], 0)).toBeGreaterThan(0);
    }
  });

  test("areas follow the ground", () => {
    // Square kilometres; simplified coasts and lost islands cost a few per cent.
    const ground = { DE: 357_600, PL: 311_900, RO: 238_400, CZ: 78_900, IE: 69_900, CY: 9_250, LU: 2_590 };
    const unit = (6371 / 4750) ** 2;
    for (const [code, km2] of Object.entries(ground)) {
      expect(Math.abs((at(code).area * unit) / km2 - 1), code).toBeLessThan(0.05);
    }
  });
});

describe("borders", () => {
  test("members touch exactly where they have a land border", () => {
    const own = map.members.map(({ code, rings }) => ({ code, sides: sides(rings) }));
    const touching = own.flatMap((a, i) =>
      own
        .slice(0, i)
        .flatMap((b) =>
          a.sides.some((side) => b.sides.includes(side)) ? [[a.code, b.code].sort().join("-")] : [],
        ),
    );
    expect(touching.sort()).toEqual(borders.sort());
  });

  test("no side is drawn twice outside the Union, but for the cut that makes the Caspian a lake", () => {
    const seen = sides(map.land);
    expect(seen.length - new Set(seen).size).toBe(1);
    expect(whose([50.5, 42])).toEqual([]);
    expect(whose([47, 42])).toEqual(whose([54.5, 42]));
  });

  test("Cyprus is one island: Kyrenia and Larnaca lie on it", () => {
    expect(at("CY").rings).toHaveLength(1);
    expect(whose([33.3, 35.25])).toEqual(["CY"]);
    expect(whose([33.55, 34.95])).toEqual(["CY"]);
  });

  test("what is disputed outside the Union lies in one shape without a line", () => {
    const kyiv = whose([30.5, 50.4]);
    expect(kyiv).toEqual(["land 0"]);
    for (const place of [
      [34.1, 45.1],
      [37.6, 55.7],
      [44.5, 40.2],
      [35.8, 33.1],
      [32.9, 39.9],
    ] as Place[]) {
      expect(whose(place)).toEqual(kyiv);
    }
    const belgrade = whose([20.5, 44.6]);
    expect(belgrade).toHaveLength(1);
    for (const place of [
      [21.1, 42.6],
      [18.4, 43.9],
      [19.8, 41.3],
      [21.4, 42.0],
    ] as Place[]) {
      expect(whose(place)).toEqual(belgrade);
    }
  });

  test("members and the land around them do not overlap", () => {
    for (let east = -10.3; east < 35; east += 1) {
      for (let north = 34.6; north < 70; north += 1) {
        expect(whose([east, north]).length, `${east} E ${north} N`).toBeLessThanOrEqual(1);
      }
    }
  });
});

describe("labels", () => {
  const boxes = map.members.map(({ code, label: [x, y] }) => ({ code, x, y }));
  const pixels = (units: number) => Math.abs(units) * pixelsPerUnit;

  test("squares of 24 pixels around two labels never overlap", () => {
    const close = boxes.flatMap((a, i) =>
      boxes
        .slice(0, i)
        .filter((b) => Math.max(pixels(a.x - b.x), pixels(a.y - b.y)) < 24)
        .map((b) => `${a.code} ${b.code}`),
    );
    expect(close).toEqual([]);
  });

  test("every label has 13 pixels to the edge of the focus", () => {
    const { x: left, y: top, width, height } = map.focus;
    for (const { code, x, y } of boxes) {
      const room = Math.min(x - left, left + width - x, y - top, top + height - y);
      expect(room * pixelsPerUnit, code).toBeGreaterThanOrEqual(13);
    }
  });

  test("a label stands on its member, or in a pin whose leader ends there", () => {
    for (const { code, label, pin, rings } of map.members) {
      expect(
        rings.some((ring) => holds(ring, pin?.leader ?? label)),
        code,
      ).toBe(true);
      if (pin) expect([pin.x, pin.y]).toEqual(label);
    }
  });

  test("members below 300 square pixels have a pin, and only they", () => {
    const small = map.members.filter(({ area }) => area * pixelsPerUnit ** 2 < 300);
    expect(small.map(({ code }) => code)).toEqual(["CY", "LU", "MT"]);
    expect(map.members.filter(({ pin }) => pin)).toEqual(small);
  });
});
