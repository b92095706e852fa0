// What the states are tinted by: one lens at a time, five steps with cut points that never move, or how a state stands.

import { sum } from "../../shared/exact.ts";
import type { Ballot } from "../../shared/scenario/land.ts";
import type { Rules } from "../../shared/scenario.ts";
import type { View } from "../../shared/view.ts";
import { read } from "../figure.ts";
import type { ColourName } from "./palette.ts";

export const LENSES = ["pain", "vote", "support", "exposure", "stocks", "offers"] as const;
export type Lens = (typeof LENSES)[number];

/** How a state is filled: a step of the ramp, how it stands, or plain. */
const FILLS = [
  "seq-1",
  "seq-2",
  "seq-3",
  "seq-4",
  "seq-5",
  "for",
  "pledged",
  "open",
  "abstaining",
  "against",
  "land",
] as const;
export type Fill = (typeof FILLS)[number];

/** Patterns that are drawn once and tiled: Beijing's wall, a vote against, a pledge, an open ballot. */
export const TILES = ["cn", "against", "pledged", "open"] as const;
export type Tile = (typeof TILES)[number];

/** Colour of the ground of a fill by its name in the style sheet, and the pattern on it. */
export const LOOKS: Record<Fill, { ground: ColourName; tile?: Exclude<Tile, "cn"> }> = {
  "seq-1": { ground: "seq-1" },
  "seq-2": { ground: "seq-2" },
  "seq-3": { ground: "seq-3" },
  "seq-4": { ground: "seq-4" },
  "seq-5": { ground: "seq-5" },
  for: { ground: "ice" },
  pledged: { ground: "ice-2", tile: "pledged" },
  open: { ground: "land", tile: "open" },
  abstaining: { ground: "land" },
  against: { ground: "sea", tile: "against" },
  land: { ground: "land" },
};

/** An open vote as the panel beside the map knows it. */
export interface VoteLens {
  /** Id in `view.pub.votes`. */
  id: string;
  /** Ballots that states have promised and not cast. */
  pledged?: Readonly<Record<string, Ballot>>;
  /** States that could turn it alone. */
  pivotal?: readonly string[];
}

export interface Ramp {
  kind: "ramp";
  /** Where the second to fifth step begin. */
  cuts: readonly [number, number, number, number];
  /** Little is bad: the first step lies above the last cut. */
  reversed: boolean;
}

/** Steps of the three lenses that count: % of GDP, % of GDP, weeks of use. */
export const RAMPS = {
  pain: { kind: "ramp", cuts: [0.02, 0.08, 0.15, 0.25], reversed: false },
  exposure: { kind: "ramp", cuts: [1, 2, 3, 4], reversed: false },
  stocks: { kind: "ramp", cuts: [1, 2, 3, 4], reversed: true },
} as const satisfies Partial<Record<Lens, Ramp>>;

/** Support from which a state stands firm; below it counts as wavering until the rules say it would vote so. */
const FIRM = 0.35;

/** Lenses that this seat has something to see through, in their order. */
export function lensesOf(rules: Rules, view: View, vote?: VoteLens): Lens[] {
  const sees: Record<Lens, boolean> = {
    pain: true,
    vote: vote !== undefined && voteOf(view, vote) !== undefined,
    support: read(rules, view, "support") !== undefined,
    exposure: true,
    stocks: read(rules, view, "magnets") !== undefined,
    offers: true,
  };
  return LENSES.filter((lens) => sees[lens]);
}

const voteOf = (view: View, vote: VoteLens) => view.pub.votes.find(({ id }) => id === vote.id);

/**
 * Value added that hangs on licensed goods from China, % of a state's GDP: what would be at stake if none came. Other
 * sources count as far as the seat knows them, else as they were at the start.
 */
export function exposureOf(rules: Rules, view: View, m: number): number {
  const { use, gdp } = rules.members[m]!;
  const atStake = rules.inputs.map((input, i) => {
    const elsewhere = read(rules, view, "elsewhere", i) ?? 1 - input.chinaShare;
    return input.critical ? input.valueAtRisk * use[i]! * Math.max(0, 1 - elsewhere) : 0;
  });
  return (100 * sum(atStake)) / gdp;
}

const OFFER_NEWS = ["offer-published", "deal-exposed"];

/** Capitals of whose offers from Beijing this seat knows. */
export function offersKnown(view: View): Set<string> {
  const own = view.own.offers.filter(({ state }) => state !== "refused" && state !== "lapsed");
  const told = view.pub.news.filter(({ code }) => OFFER_NEWS.includes(code));
  return new Set([...own.map(({ to }) => to as string), ...told.map(({ about }) => about[0]!)]);
}

const stepOf = ({ cuts, reversed }: Ramp, x: number): Fill => {
  const above = cuts.filter((cut) => x >= cut).length;
  return FILLS[reversed ? 4 - above : above]!;
};

function standOf(view: View, vote: VoteLens | undefined, m: number, code: string): Fill {
  const cast = vote && voteOf(view, vote)?.cast[m];
  const ballot = cast ?? vote?.pledged?.[code] ?? "open";
  if (ballot === "abstain") return "abstaining";
  return ballot === "for" && !cast ? "pledged" : ballot;
}

/** Support in the fills of a vote: firm, would vote for, wavers, would vote against. */
function supportFill(rules: Rules, support: number): Fill {
  const { yes, no } = rules.model.politics;
  return support >= FIRM ? "for" : support >= yes ? "pledged" : support > no ? "open" : "against";
}

/** The fill of member m; "land" where the seat may not know. */
export function fillOf(rules: Rules, view: View, lens: Lens, vote: VoteLens | undefined, m: number): Fill {
  const known = (id: "pain" | "magnets" | "support", fill: (x: number) => Fill): Fill => {
    const x = read(rules, view, id, m);
    return x === undefined ? "land" : fill(x);
  };
  switch (lens) {
    case "pain":
      return known("pain", (x) => stepOf(RAMPS.pain, x));
    case "stocks":
      return known("magnets", (x) => stepOf(RAMPS.stocks, x));
    case "support":
      return known("support", (x) => supportFill(rules, x));
    case "exposure":
      return stepOf(RAMPS.exposure, exposureOf(rules, view, m));
    case "vote":
      return standOf(view, vote, m, rules.members[m]!.code);
    case "offers":
      return "seq-1";
  }
}

/** How a state stands in a lens with fills of a vote, for its legend. */
export const STANDS_IN: Partial<Record<Lens, readonly Fill[]>> = {
  vote: ["for", "pledged", "open", "abstaining", "against"],
  support: ["for", "pledged", "open", "against"],
};
