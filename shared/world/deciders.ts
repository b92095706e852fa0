// What an event card is about and who is asked: plants and cases picked by lot, and the seats they concern.

import { sum } from "../exact.ts";
import { pick, uniform } from "../random.ts";
import type { Decider, Subject } from "../scenario/card.ts";
import type { Rules } from "../scenario.ts";
import { isMember, type MemberCode, type Seat } from "../seat.ts";
import type { State } from "../state.ts";
import { pivotal, sounding } from "./council.ts";

/** How many are asked where "those most concerned" are. */
const FEW = 3;

/** Places of the few with most of something. */
const most = (weights: readonly number[]): number[] =>
  weights
    .map((_, m) => m)
    .sort((a, b) => weights[b]! - weights[a]!)
    .slice(0, FEW);

/** The states hit hardest now: by lines that stand still, then by what they bear. */
export const hardestHit = (rules: Rules, state: State): number[] =>
  most(
    state.members.map(
      ({ linesStopped, pain, tolerance }, m) =>
        linesStopped + pain / tolerance + (rules.members[m]!.use[0] ?? 0) / 10,
    ),
  );

type Plan = Rules["projects"][number];

/** Plants that a card may be about, by their place in the scenario. */
const plants = (
  rules: Rules,
  state: State,
  fits: (project: State["projects"][number], plan: Plan) => boolean,
) => rules.projects.filter((plan, k) => fits(state.projects[k]!, plan)).map(({ id, host }) => [id, host]);

const GOING: readonly string[] = ["building", "ramp"];

const SUBJECT: Record<Subject, (rules: Rules, state: State) => string[][]> = {
  plant: (rules, state) =>
    plants(rules, state, ({ stage }, { owner }) => owner === "europe" && GOING.includes(stage)),
  permit: (rules, state) => plants(rules, state, ({ stage }) => stage === "permit"),
  unbacked: (rules, state) =>
    plants(
      rules,
      state,
      ({ stage, backed }, { owner }) => owner === "europe" && backed === "none" && GOING.includes(stage),
    ),
  "chinese-plant": (rules, state) =>
    plants(rules, state, ({ stage }, { owner }) => owner === "china" && GOING.includes(stage)),
  case: (rules, { files }) =>
    files
      .filter(
        ({ side, sector, stage }) =>
          side === "europe" && sector >= 0 && stage !== "in-force" && stage !== "closed",
      )
      .map(({ id, sector }) => [id, rules.sectors[sector]!.id]),
};

/** One subject by lot, as ids of what it is and where it stands; nothing when there is none. */
export function subjectOf(rules: Rules, state: State, subject: Subject): string[] | undefined {
  const found = SUBJECT[subject](rules, state);
  return found.length > 0 ? pick(state.random, found) : undefined;
}

/** Place of the first sector a card is about, -1 without one. */
const sectorOf = (rules: Rules, about: readonly string[]): number =>
  rules.sectors.findIndex(({ id }) => about.includes(id));

/** The last entry of a calendar that has come. */
const latest = (entries: readonly { tick: number; member: MemberCode }[], tick: number): MemberCode[] =>
  entries
    .filter((entry) => entry.tick <= tick)
    .sort((a, b) => a.tick - b.tick)
    .slice(-1)
    .map(({ member }) => member);

type Ask = (rules: Rules, state: State, about: readonly string[]) => Seat[];

const codes = (rules: Rules, members: readonly number[]): Seat[] =>
  members.map((m) => rules.members[m]!.code);

const ASK: Record<Exclude<Decider, MemberCode>, Ask> = {
  commission: () => ["commission"],
  beijing: () => ["beijing"],
  members: (rules) => rules.members.map(({ code }) => code),
  hit: (rules, state) => codes(rules, hardestHit(rules, state)),
  frugal: (rules) => rules.members.filter(({ frugal }) => frugal).map(({ code }) => code),
  pivotal(rules, state, about) {
    const vote = state.votes.find((v) => v.outcome === "open" && about.includes(v.file));
    return vote ? codes(rules, pivotal(rules, sounding(rules, vote)).slice(0, FEW)) : [];
  },
  presidency: ({ calendar }, { tick }) => latest(calendar.presidency, tick),
  elected: ({ calendar }, { tick }) => latest(calendar.elections, tick),
  exposed(rules, state, about) {
    const s = sectorOf(rules, about);
    return codes(rules, most(rules.members.map((_, m) => state.trade.exports[s * rules.M + m] ?? 0)));
  },
  injured(rules, _, about) {
    const s = sectorOf(rules, about);
    // What a state sells abroad in a sector, times what it makes at all, stands for how much of it is made there.
    const weights = rules.members.map((m) => {
      const sold = sum(m.exports);
      return ((m.exports[s] ?? 0) / Math.max(1e-9, sold)) * m.manufacturing * m.gdp;
    });
    return codes(rules, most(weights));
  },
  host: (rules, _, about) => rules.projects.filter(({ id }) => about.includes(id)).map(({ host }) => host),
  about: (rules, _, about) => rules.members.map(({ code }) => code).filter((code) => about.includes(code)),
};

/** Everybody a card would ask, each once. */
export function askedBy(
  rules: Rules,
  state: State,
  deciders: readonly Decider[],
  about: readonly string[],
): Seat[] {
  const seats = deciders.flatMap((decider) =>
    isMember(decider)
      ? rules.members.some(({ code }) => code === decider)
        ? [decider]
        : []
      : ASK[decider](rules, state, about),
  );
  return [...new Set(seats)];
}

/** So many of them by lot; those who have been asked least so far come first. */
export function drawLots(state: State, seats: readonly Seat[], n: number): Seat[] {
  const lots = seats.map((seat) => ({ seat, lot: (state.tally.asked[seat] ?? 0) + uniform(state.random) }));
  return lots
    .sort((a, b) => a.lot - b.lot)
    .slice(0, n)
    .map(({ seat }) => seat);
}
