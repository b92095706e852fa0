// The capitals as the scenario has them, and in week 0.

import { clip, exp, log, sum } from "../exact.ts";
import { normal, type Stream, uniform } from "../random.ts";
import { BALLOT_VALUE } from "../scenario/ballot.ts";
import { indexOf, type Rules } from "../scenario.ts";
import type { Member } from "../state.ts";
import { once } from "./once.ts";
import { newBeliefs } from "./resolve.ts";

/** What the politics of a member follow from, worked out of the scenario. */
interface Land {
  /** Weight in the Union's mean: half by head, half by state. */
  weight: number[];
  /** Relief a year, EUR m. */
  purse: number[];
  /** Share of the member's industry in a sector, by what it sells: [s*M+m]. */
  industry: number[];
  /** Positions of the two iconic sectors. */
  iconic: number[][];
  income: number[];
  /** Pain left of last week's (E28). */
  memory: number;
}

/** What a capital has for relief in a year, EUR m. */
export const yearPurse = ({ members, model }: Rules, m: number): number =>
  10 * members[m]!.gdp * model.politics.reliefPurse;

/** What the politics of the members follow from. */
export const landOf = once((rules: Rules): Land => {
  const { points, politics } = rules.model;
  const total = rules.members.map((m) => sum(m.exports));
  const people = rules.members.reduce((sum, m) => sum + m.population, 0);
  return {
    weight: rules.members.map((m) => 0.5 / rules.M + (0.5 * m.population) / people),
    purse: rules.members.map((_, m) => yearPurse(rules, m)),
    industry: rules.sectors.flatMap((_, s) =>
      rules.members.map((m, k) => (total[k]! > 0 ? m.exports[s]! / total[k]! : 0)),
    ),
    iconic: rules.members.map((m) => m.iconic.map((id) => indexOf(rules.sectors, id))),
    income: rules.members.map((m) =>
      m.population <= points.smallUpTo
        ? points.smallIncome
        : m.population > points.largeFrom
          ? points.largeIncome
          : points.middleIncome,
    ),
    memory: exp(-log(2) / politics.painHalfLife),
  };
});

/** What every capital begins with. */
const AT_EASE = {
  pain: 0,
  outputLoss: 0,
  exportLoss: 0,
  linesStopped: 0,
  reliefUntil: 0,
  reliefFactor: 1,
  reliefNext: 0,
  missionNext: 0,
  agendaNext: 0,
  tableNext: 0,
  reports: 0,
  insightUntil: 0,
  permits: 0,
  permitUntil: 0,
  mandate: -1,
  lobby: 0,
  lobbyUntil: 0,
  offerTurn: 0,
  deals: 0,
  promises: 0,
  plants: 0,
  cover: 0,
};

/** The capitals in week 0: their line at home and what they bear are drawn. */
export function newMembers(rules: Rules, random: Stream): Member[] {
  const { politics: p, points } = rules.model;
  return rules.members.map((m, k) => {
    const alpha =
      p.alphaBase +
      p.alphaPosture * m.posture +
      p.alphaVote * BALLOT_VALUE[m.evVote] -
      p.alphaTie * m.fdiTie +
      p.alphaNoise * normal(random);
    const [low, high] = rules.toleranceRange[k]!;
    const size = m.population;
    const start =
      size <= points.smallUpTo
        ? points.smallStart
        : size > points.largeFrom
          ? points.largeStart
          : points.middleStart;
    return {
      alpha,
      tolerance: low + (high - low) * uniform(random),
      support: clip(alpha, -1, 1),
      ...newBeliefs(rules, k),
      ...AT_EASE,
      aid: [],
      sways: [],
      points: start,
      purse: landOf(rules).purse[k]!,
      standing: rules.model.score.standingStart,
    };
  });
}
