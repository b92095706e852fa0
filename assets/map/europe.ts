import type { Position } from "geojson";
import { merge } from "topojson-client";
import { presimplify, simplify } from "topojson-simplify";
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from "topojson-specification";
import { type Member, members, type Place } from "./members.ts";
import { area, cutToFrame, focus, frame, type Point, toGlobe, toPlane } from "./plane.ts";

/** Countries of world-atlas, any resolution. */
export type Atlas = Topology<{ countries: GeometryCollection<{ name: string }> }>;

/** A closed outline: x, y, x, y ... in whole units; the last corner joins the first, which is not repeated. */
export type Ring = number[];

/** A member on the map; `area` in square units, rings from the largest to the smallest, none a hole. */
export interface MemberShape {
  code: string;
  label: Point;
  pin?: { x: number; y: number; leader: Point };
  area: number;
  rings: Ring[];
}

/** The map as the client draws it. Units are those of the frame, y points down. */
export interface Europe {
  width: number;
  height: number;
  focus: { x: number; y: number; width: number; height: number };
  source: string;
  licence: string;
  land: Ring[];
  members: MemberShape[];
}

type Shape = Polygon<{ name: string }> | MultiPolygon<{ name: string }>;

const detail = 30; // square units of the smallest triangle a coast may have: about one square pixel
const smallest = { member: 60, neutral: 90 }; // square units of the smallest island; Malta's second has 32
// Islands wholly outside these degrees are left out: the Canaries, the Azores, Iceland, Svalbard.
const near = { west: -12, east: 36, south: 34, north: 72 };

/** Draws the Union and, without borders, the land around it. Throws RangeError if a member has no shape. */
export function europe(atlas: Atlas): Europe {
  const plane = simplify(presimplify(flatten(atlas)), detail);
  const shapes = plane.objects.countries.geometries.filter(isShape);
  const neutral = shapes.filter((shape) => !members.some((member) => isPartOf(shape, member)));
  return {
    ...frame,
    focus,
    source: "Natural Earth 1:50m, by way of world-atlas 2.0.2 (ISC)",
    licence: "public domain",
    land: outlines(plane, neutral, smallest.neutral),
    members: members.map((member) => draw(plane, shapes, member)),
  };
}

function draw(plane: Atlas, shapes: Shape[], member: Member): MemberShape {
  const own = shapes.filter((shape) => isPartOf(shape, member));
  const rings = outlines(plane, own, smallest.member);
  if (rings.length === 0) throw new RangeError(`the atlas has no shape for ${member.code}`);
  const label = round(toPlane(member.label));
  const pin = member.leader && { x: label[0], y: label[1], leader: round(toPlane(member.leader)) };
  const size = rings.reduce((sum, ring) => sum + area(pairs(ring)), 0);
  return { code: member.code, label, ...(pin && { pin }), area: Math.round(size), rings };
}

// Simplifying in the plane and not on the globe gives every coast the same detail on the screen.
function flatten(atlas: Atlas): Atlas {
  const { scale, translate } = atlas.transform!;
  const arcs = atlas.arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]): Position => {
      x += dx!;
      y += dy!;
      return toPlane([x * scale[0] + translate[0], y * scale[1] + translate[1]]);
    });
  });
  return { type: atlas.type, objects: atlas.objects, arcs };
}

function outlines(plane: Atlas, shapes: Shape[], least: number): Ring[] {
  const { coordinates } = merge(plane, shapes);
  const kept = coordinates.filter(([outer]) => outer!.some((point) => isNear(toGlobe(point as Point))));
  const rings = cutToFrame({ type: "MultiPolygon", coordinates: kept })
    .map((ring) => ({ ring: snap(ring), size: area(snap(ring)) }))
    .filter(({ size }) => Math.abs(size) >= least)
    .sort((a, b) => b.size - a.size);
  const outers = rings.filter(({ size }) => size > 0).map(({ ring }) => ring);
  const holes = rings.filter(({ size }) => size < 0).map(({ ring }) => ring);
  const [largest, ...others] = outers;
  return largest ? [holes.reduce(tie, largest), ...others].map((ring) => ring.flat()) : [];
}

// Ties a hole to the outline around it by a cut of no width, so that a ring can be filled without knowing others.
// Only the Caspian in the largest land is a hole of any size; San Marino and the Vatican are too small to be seen.
function tie(outer: Point[], hole: Point[]): Point[] {
  const cuts = outer.flatMap(([x, y], i) =>
    hole.map((point, j) => ({ i, j, length: Math.hypot(point[0] - x, point[1] - y) })),
  );
  const { i, j } = cuts.reduce((best, cut) => (cut.length < best.length ? cut : best));
  return [...outer.slice(0, i + 1), ...hole.slice(j), ...hole.slice(0, j + 1), ...outer.slice(i)];
}

function snap(ring: Point[]): Point[] {
  const points = ring.map(round);
  return points.filter(([x, y], i) => {
    const [lastX, lastY] = points.at(i - 1)!;
    return x !== lastX || y !== lastY;
  });
}

function pairs(ring: Ring): Point[] {
  return Array.from({ length: ring.length / 2 }, (_, i) => [ring[2 * i]!, ring[2 * i + 1]!]);
}

function round([x, y]: Point): Point {
  return [Math.round(x), Math.round(y)];
}

function isNear([east, north]: Place): boolean {
  return east > near.west && east < near.east && north > near.south && north < near.north;
}

function isPartOf(shape: Shape, { atlas, name }: Member): boolean {
  return atlas.includes(String(shape.id)) || shape.properties?.name === name;
}

function isShape(geometry: { type: string | null }): geometry is Shape {
  return geometry.type === "Polygon" || geometry.type === "MultiPolygon";
}
