import { geoAzimuthalEqualArea, geoIdentity, geoPath } from "d3-geo";
import type { MultiPolygon } from "geojson";
import type { Place } from "./members.ts";

/** A corner of a shape in the plane: units right and down from the top left corner of the frame. */
export type Point = [x: number, y: number];

// Five units are one pixel where the map has 586 x 504 pixels to itself. The focus is what must be seen: it cuts
// the far north, so that the crowded middle has room. The frame is what is drawn, for boxes of another
// shape: wide ones show more of the east.
export const focus = { x: 800, y: 500, width: 2930, height: 2520 };
export const frame = { width: 5700, height: 3300 };

const project = geoAzimuthalEqualArea()
  .rotate([-11, -52])
  .scale(4750)
  .translate([focus.x + 1346, focus.y + 1166])
  .precision(0);

/** Lambert azimuthal equal-area about 11 E 52 N, the projection INSPIRE asks for in maps of Europe. */
export function toPlane(place: Place): Point {
  const point = project([place[0], place[1]]);
  if (!point) throw new RangeError(`no place in the plane for ${place}`);
  return point;
}

/** Degrees east and north of a point of the plane. */
export function toGlobe(point: Point): Place {
  const place = project.invert?.(point);
  if (!place) throw new RangeError(`no place on the globe for ${point}`);
  return place;
}

/** Signed area in square units, by the shoelace formula. */
export function area(ring: readonly Point[]): number {
  return ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length]!;
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);
}

/** The rings of a shape, cut at the edges of the frame. */
export function cutToFrame(shape: MultiPolygon): Point[][] {
  const rings: Point[][] = [];
  const context = {
    beginPath() {},
    arc() {},
    closePath() {},
    moveTo: (x: number, y: number) => rings.push([[x, y]]),
    lineTo: (x: number, y: number) => rings.at(-1)?.push([x, y]),
  };
  const inFrame = geoIdentity().clipExtent([
    [0, 0],
    [frame.width, frame.height],
  ]);
  geoPath(inFrame, context)(shape);
  return rings;
}
