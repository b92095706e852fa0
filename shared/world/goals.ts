// What seats secretly want: two goals each, worth 8 and 7 points, every one read off the course of the game as one number.

import { type Goal, type GoalKind, isReached, scaleOf } from "../scenario/goal.ts";
import { indexOf, type Rules } from "../scenario.ts";
import type { Seat } from "../seat.ts";
import type { Contract, State } from "../state.ts";
import { quantise } from "../view.ts";
import { chairs } from "./agenda.ts";
import { isBound } from "./caucus.ts";
import { once } from "./once.ts";

type Of<K extends GoalKind> = Extract<Goal, { kind: K }>;
/** m = index of the capital whose goal it is, -1 for the offices. */
type Read<K extends GoalKind> = (rules: Rules, state: State, goal: Of<K>, m: number) => number;

/** Votes that decided something. */
const counted = ({ votes }: State) =>
  votes.filter(({ outcome, rule }) => outcome !== "open" && rule !== "advisory");

/** Share of all pain, in euros, that the capital with the largest part of it bears. */
function heaviest({ members }: Rules, { tally }: State): number {
  const burdens = members.map(({ gdp }, m) => tally.pain[m]! * gdp);
  const all = burdens.reduce((a, b) => a + b, 0);
  return all > 0 ? Math.max(...burdens) / all : 0;
}

/** The shortest time between the beginnings of two squeezes; as long as the game so far without two. */
function apart({ tally, weeks }: State): number {
  const gaps = tally.squeezedAt.slice(1).map((week, k) => week - tally.squeezedAt[k]!);
  return gaps.length > 0 ? Math.min(...gaps) : weeks;
}

/** Sold in some sectors (all without any), against what would have been sold on the usual course. */
export function soldShare(rules: Rules, { tally }: State, m: number, sectors: readonly string[]): number {
  const { exports } = rules.members[m]!;
  let sold = 0;
  let usual = 0;
  for (let s = 0; s < rules.S; s++) {
    if (sectors.length > 0 && !sectors.includes(rules.sectors[s]!.id)) continue;
    sold += tally.sold[s * rules.M + m]!;
    usual += exports[s]! * tally.trend;
  }
  return usual > 0 ? sold / usual : 1;
}

/** Weeks by which a plant will be later than its plan of week 0; one that is given up comes never. */
function lateBy(rules: Rules, state: State, id: string): number {
  const k = rules.projects.findIndex((p) => p.id === id);
  const [plan, project] = [rules.projects[k], state.projects[k]];
  if (!plan || !project || project.stage === "dead") return NEVER;
  const left = ({ stage, weeksLeft }: Pick<typeof project, "stage" | "weeksLeft">): number => {
    if (stage === "operating") return 0;
    const after = {
      ramp: 0,
      building: plan.rampWeeks,
      waiting: plan.rampWeeks,
      permit: plan.buildWeeks + plan.rampWeeks,
      site: plan.buildWeeks + plan.rampWeeks,
    };
    return weeksLeft + after[stage as keyof typeof after];
  };
  const due = left(plan);
  return Math.max(0, project.stage === "operating" ? 0 : state.tick + left(project) - due);
}
const NEVER = 999;

/** Plants of Europe's that run in a state. */
const running = (rules: Rules, state: State, m: number): number =>
  rules.projects.filter(
    ({ host, owner }, k) =>
      host === rules.members[m]!.code && owner === "europe" && state.projects[k]!.stage === "operating",
  ).length;

/** Proposals adopted in the weeks of a capital's presidency; a package is one by its file. */
function adopted(rules: Rules, state: State, m: number, files: "any" | "package"): number {
  const terms = chairs(rules).filter(({ member }) => member === rules.members[m]!.code);
  return counted(state).filter(
    ({ outcome, closes, file }) =>
      outcome === "passed" &&
      terms.some(({ from, until }) => closes >= from && closes < until) &&
      (files === "any" || state.files.some((f) => f.id === file && f.kind === "package")),
  ).length;
}

const isBallot = ({ metric }: { metric: string }): boolean => metric === "ballot";

/** Agreements between capitals about votes, in which every ballot was cast as promised. */
const tradesKept = (state: State, code: Seat): number =>
  state.contracts.filter(
    ({ parties, terms }) =>
      parties.includes(code) &&
      !parties.includes("beijing") &&
      terms.some(isBallot) &&
      terms.every((term) => !isBallot(term) || term.state === "kept"),
  ).length;

/** Agreements with Beijing, a capital's own or the Commission's, that hold a term and have not been broken. */
const hasTerm = (state: State, { metric, about }: Of<"term">, code: Seat | undefined): boolean =>
  state.contracts.some(
    ({ parties, terms, state: how }: Contract) =>
      parties.includes("beijing") &&
      (parties.includes("commission") || (code !== undefined && parties.includes(code))) &&
      how !== "broken" &&
      terms.some((term) => term.metric === metric && term.about === about),
  );

/** Money from payments in agreements, EUR m. */
const paidTo = (state: State, code: Seat): number =>
  state.contracts.reduce(
    (sum, { terms }) =>
      sum +
      terms.reduce(
        (s, { metric, about, start }) => s + (metric === "payment" && about === code ? start : 0),
        0,
      ),
    0,
  );

const deeds = (state: State, m: number) => state.tally.deeds[m]!;
const yes = (is: boolean): number => (is ? 1 : 0);

const READ: { [K in GoalKind]: Read<K> } = {
  "measured-weeks": (_, { tally }) => tally.verifiedWeeks,
  "fair-burden": (rules, state) => heaviest(rules, state),
  "europe-blocked": (_, { statements, tally }) =>
    statements.filter(({ blocks }) => blocks).length + tally.failedVotes,
  "squeezes-apart": (_, state) => apart(state),
  yields: (_, { beijing }) => beijing.yields,
  sales: (rules, state, { sectors }, m) => soldShare(rules, state, m, sectors),
  lines: (_, { tally }, __, m) => tally.worst[m]!,
  shortage: (rules, { tally }, { input }, m) => tally.short[indexOf(rules.inputs, input) * rules.M + m]!,
  stores: (rules, { inputs }, { input }, m) => inputs[indexOf(rules.inputs, input)]!.stock[m]!,
  "votes-sunk": (_, state, { ballots }, m) => ballots.reduce((sum, b) => sum + deeds(state, m).sunk[b], 0),
  pivotal: (_, state, { count }, m) =>
    count === "states" ? deeds(state, m).tipped : deeds(state, m).pivotal,
  "with-outcome": (_, state, __, m) => {
    const all = counted(state).length;
    return all > 0 ? deeds(state, m).won / all : 0;
  },
  "both-ways": (_, state, __, m) => Math.min(1, deeds(state, m).yes) + Math.min(1, deeds(state, m).no),
  "last-to-vote": (_, state, __, m) => deeds(state, m).last,
  "own-items": (rules, { votes }, _, m) =>
    votes.filter(({ by, outcome }) => by === rules.members[m]!.code && outcome === "passed").length,
  "votes-traded": (rules, state, _, m) => tradesKept(state, rules.members[m]!.code),
  caucus: (rules, state, { role }, m) => {
    const { code } = rules.members[m]!;
    const bound = counted(state).filter((vote) => isBound(rules, vote));
    return bound.filter(({ block }) =>
      role === "leader" ? block[0]!.code === code : block.some((b) => b.code === code),
    ).length;
  },
  "soft-texts": (_, state, __, m) => deeds(state, m).soft,
  presidency: (rules, state, { files }, m) => adopted(rules, state, m, files),
  "promises-won": (_, state, __, m) => deeds(state, m).promised,
  term: (rules, state, goal, m) => yes(hasTerm(state, goal, rules.members[m]?.code)),
  card: (rules, { outcomes, tally }, { card, options, unstopped }, m) =>
    yes(
      options.includes(outcomes[`${card}/${rules.members[m]!.code}`] ?? "") &&
        (unstopped === undefined || tally.stopped[indexOf(rules.inputs, unstopped)] === 0),
    ),
  "plants-running": (rules, state, _, m) => running(rules, state, m),
  "plant-late": (rules, state, { project }) => lateBy(rules, state, project),
  "plant-financed": (_, { projects }, { project }) =>
    yes(
      projects.some(
        (p) => p.id === project && p.stage !== "waiting" && p.stage !== "site" && p.stage !== "dead",
      ),
    ),
  "chinese-plants": (_, { members }, __, m) => members[m]!.plants,
  deals: (_, state, __, m) => deeds(state, m).deals,
  exposures: (_, { tally }, __, m) => tally.exposed[m]!,
  "picked-out": (_, state, __, m) => deeds(state, m).pickedOut,
  probes: (rules, { files }, { sector }) =>
    files.filter((f) => f.side === "beijing" && f.why !== "start" && rules.sectors[f.sector]?.id === sector)
      .length,
  "holds-ignored": (_, { tally }) => tally.holdsIgnored,
  fund: (_, { commission, tick }, { payout }) =>
    yes(
      commission.fund > 0 &&
        commission.fundFrom <= tick &&
        (payout === undefined || commission.payout === payout),
    ),
  "store-used": (_, { tally }) => tally.released,
  recycling: (rules, { inputs }, { input }) => inputs[indexOf(rules.inputs, input)]!.recycling,
  helped: (_, state, __, m) => deeds(state, m).helped,
  received: (rules, state, _, m) => deeds(state, m).received + paidTo(state, rules.members[m]!.code),
  shared: (_, state, __, m) => deeds(state, m).shared,
  solidarity: (_, { tally }, __, m) => tally.solidarity[m]!,
};

/** What reads the number a goal is judged by, in the step in which it is shown; m = index of the capital, -1 for the offices. */
const readerOf = (goal: Goal, m: number): ((rules: Rules, state: State) => number) => {
  const read = READ[goal.kind] as Read<GoalKind>;
  const { step } = scaleOf(goal);
  return (rules, state) => quantise(read(rules, state, goal as never, m), step);
};

/** The number a goal is judged by. */
export const readGoal = (rules: Rules, state: State, goal: Goal, m: number): number =>
  readerOf(goal, m)(rules, state);

/** Goals of every seat in the order of scores: Commission, Beijing, then the members. */
export const goalsOf = once(({ goals, members }: Rules): readonly Goal[][] => [
  goals.commission,
  goals.beijing,
  ...members.map((m) => m.goals),
]);

const readersOf = once((rules: Rules) =>
  goalsOf(rules).map((goals, seat) => goals.map((goal) => readerOf(goal, seat - 2))),
);

/** Notes at the end of a week how far every seat has come. */
export function goalsWeek(rules: Rules, state: State): void {
  state.goals = readersOf(rules).map((readers) => readers.map((read) => read(rules, state)));
}

/** Points a seat has for its goals; `seat` = 0 Commission, 1 Beijing, then the members. */
export function goalPoints(rules: Rules, state: State, seat: number): number {
  const { goalFirst, goalSecond } = rules.model.score;
  const worth = [goalFirst, goalSecond];
  return goalsOf(rules)[seat]!.reduce(
    (sum, goal, k) => sum + (isReached(goal, readGoal(rules, state, goal, seat - 2)) ? worth[k]! : 0),
    0,
  );
}
