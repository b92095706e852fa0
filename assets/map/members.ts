/** A place on the globe: degrees east, degrees north. */
export type Place = readonly [east: number, north: number];

/**
 * One of the 27. `code` is the Council's protocol code (Greece is EL), `atlas` the ISO 3166-1 numbers of the
 * shapes that are drawn as this member, `name` catches shapes without a number.
 * `label` is where the centre of the code stands. A member with a `leader` is too small to carry its code:
 * the code stands in a pin at `label`, and a line leads from the pin to `leader`.
 */
export interface Member {
  readonly code: string;
  readonly atlas: readonly string[];
  readonly name?: string;
  readonly label: Place;
  readonly leader?: Place;
}

// In protocol order. Labels were placed by eye at 5 units a pixel, so that each keeps clear of its neighbours;
// the whole island of Cyprus is Union territory (Protocol 10 to the 2003 Act of Accession), hence one shape.
export const members: readonly Member[] = [
  { code: "BE", atlas: ["056"], label: [4.55, 50.65] },
  { code: "BG", atlas: ["100"], label: [25.2, 42.65] },
  { code: "CZ", atlas: ["203"], label: [15.1, 49.8] },
  { code: "DK", atlas: ["208"], label: [9.2, 56.15] },
  { code: "DE", atlas: ["276"], label: [10.2, 51.2] },
  { code: "EE", atlas: ["233"], label: [25.8, 58.75] },
  { code: "IE", atlas: ["372"], label: [-7.9, 53.1] },
  { code: "EL", atlas: ["300"], label: [21.9, 39.5] },
  { code: "ES", atlas: ["724"], label: [-3.7, 40.0] },
  { code: "FR", atlas: ["250"], label: [2.2, 46.4] },
  { code: "HR", atlas: ["191"], label: [16.9, 45.5] },
  { code: "IT", atlas: ["380"], label: [12.2, 43.0] },
  { code: "CY", atlas: ["196"], name: "N. Cyprus", label: [33.2, 36.7], leader: [33.1, 34.95] },
  { code: "LV", atlas: ["428"], label: [25.2, 56.85] },
  { code: "LT", atlas: ["440"], label: [23.9, 55.3] },
  { code: "LU", atlas: ["442"], label: [2.6, 48.75], leader: [6.1, 49.75] },
  { code: "HU", atlas: ["348"], label: [19.3, 47.1] },
  { code: "MT", atlas: ["470"], label: [17.4, 36.5], leader: [14.45, 35.88] },
  { code: "NL", atlas: ["528"], label: [5.6, 52.2] },
  { code: "AT", atlas: ["040"], label: [14.1, 47.6] },
  { code: "PL", atlas: ["616"], label: [19.3, 52.1] },
  { code: "PT", atlas: ["620"], label: [-8.0, 39.6] },
  { code: "RO", atlas: ["642"], label: [24.7, 45.8] },
  { code: "SI", atlas: ["705"], label: [14.7, 46.1] },
  { code: "SK", atlas: ["703"], label: [20.0, 48.75] },
  { code: "FI", atlas: ["246", "248"], label: [25.8, 62.3] },
  { code: "SE", atlas: ["752"], label: [15.0, 61.3] },
];
