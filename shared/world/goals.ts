// What seats secretly want: two goals each, worth 8 and 7 points, every one read off the course of the game as one number.

import { type Goal, type GoalKind, isReached, NEVER, scaleOf } from "../scenario/goal.ts";
import { indexOf, type Rules } from "../scenario.ts";
import type { Seat } from "../seat.ts";
import type { Contract, Deeds, Project, State, Vote } from "../state.ts";
import { quantise } from "../view.ts";
import { chairs } from "./agenda.ts";
import { tradesVotes } from "./agreement.ts";
import { isBound } from "./caucus.ts";
import { decides } from "./majority.ts";
import { once } from "./once.ts";

type Of<K extends GoalKind> = Extract<Goal, { kind: K }>;
type Read = (state: State) => number;
/** What reads a goal off the State, worked out of the scenario once; m = index of the capital whose it is, -1, -2 for the offices. */
type Reader<K extends GoalKind> = (rules: Rules, goal: Of<K>, m: number) => Read;

/** Votes that decided something. */
const isCounted = (vote: Vote): boolean => vote.outcome !== "open" && decides(vote);

/** How many things of a list are such. */
function count<T>(list: readonly T[], is: (one: T) => boolean): number {
  let n = 0;
  for (const one of list) if (is(one)) n += 1;
  return n;
}

/** Share of all pain, in euros, that the capital with the largest part of it bears. */
function heaviest({ members }: Rules, { tally }: State): number {
  let all = 0;
  let most = 0;
  for (let m = 0; m < members.length; m++) {
    const burden = tally.pain[m]! * members[m]!.gdp;
    all += burden;
    if (burden > most) most = burden;
  }
  return all > 0 ? most / all : 0;
}

/** The shortest time between the beginnings of two squeezes; as long as the game so far without two. */
function apart({ tally, weeks }: State): number {
  const gaps = tally.squeezedAt.slice(1).map((week, k) => week - tally.squeezedAt[k]!);
  return gaps.length > 0 ? Math.min(...gaps) : weeks;
}

/** What is sold in some sectors (all without any), against what would have been sold on the usual course. */
function soldShare(rules: Rules, m: number, ids: readonly string[]): Read {
  const { exports } = rules.members[m]!;
  const sectors = [...rules.sectors.keys()].filter(
    (s) => ids.length === 0 || ids.includes(rules.sectors[s]!.id),
  );
  return ({ tally }) => {
    let sold = 0;
    let usual = 0;
    for (const s of sectors) {
      sold += tally.sold[s * rules.M + m]!;
      usual += exports[s]! * tally.trend;
    }
    return usual > 0 ? sold / usual : 1;
  };
}

/** Weeks by which a plant will be later than its plan of week 0; one that is given up comes never. */
function lateBy(rules: Rules, id: string): Read {
  const k = rules.projects.findIndex((p) => p.id === id);
  const plan = rules.projects[k];
  if (!plan) return () => NEVER;
  const after = {
    ramp: 0,
    building: plan.rampWeeks,
    waiting: plan.rampWeeks,
    permit: plan.buildWeeks + plan.rampWeeks,
    site: plan.buildWeeks + plan.rampWeeks,
  };
  const left = ({ stage, weeksLeft }: Pick<Project, "stage" | "weeksLeft">): number =>
    stage === "operating" ? 0 : stage === "dead" ? NEVER : weeksLeft + after[stage];
  const due = left(plan);
  return ({ projects, tick }) => {
    const project = projects[k]!;
    if (project.stage === "dead") return NEVER;
    return Math.max(0, project.stage === "operating" ? 0 : tick + left(project) - due);
  };
}

/** Plants of Europe's that run in a state. */
function running(rules: Rules, m: number): Read {
  const own = [...rules.projects.keys()].filter((k) => {
    const { host, owner } = rules.projects[k]!;
    return host === rules.members[m]!.code && owner === "europe";
  });
  return ({ projects }) => count(own, (k) => projects[k]!.stage === "operating");
}

/** Proposals adopted in the weeks of a capital's presidency; a package is one by its file. */
function adopted(rules: Rules, m: number, files: "any" | "package"): Read {
  const terms = chairs(rules).filter(({ member }) => member === rules.members[m]!.code);
  return (state) =>
    count(
      state.votes,
      (vote) =>
        vote.outcome === "passed" &&
        isCounted(vote) &&
        terms.some(({ from, until }) => vote.closes >= from && vote.closes < until) &&
        (files === "any" || state.files.some((f) => f.id === vote.file && f.kind === "package")),
    );
}

/** Votes in which a bound block had a capital among its states, or was called by it. */
function blocks(rules: Rules, m: number, role: "leader" | "member"): Read {
  const { code } = rules.members[m]!;
  const isIn = ({ block }: Vote): boolean =>
    role === "leader" ? block[0]!.code === code : block.some((b) => b.code === code);
  return ({ votes }) => count(votes, (vote) => isBound(rules, vote) && isCounted(vote) && isIn(vote));
}

/** Trades of votes between capitals, in which every ballot was cast as promised. */
const tradesKept = ({ contracts }: State, code: Seat): number =>
  count(
    contracts,
    (contract) =>
      contract.parties.includes(code) &&
      tradesVotes(contract) &&
      contract.terms.every(({ metric, state }) => metric !== "ballot" || state === "kept"),
  );

/** Agreements with Beijing, a capital's own or the Commission's, that hold a term and have not been broken. */
const hasTerm = ({ contracts }: State, { metric, about }: Of<"term">, code: Seat | undefined): boolean =>
  contracts.some(
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

const yes = (is: boolean): number => (is ? 1 : 0);

/** A goal read off a capital's record. */
const ofDeeds =
  <K extends GoalKind>(read: (deeds: Deeds, goal: Of<K>) => number): Reader<K> =>
  (_, goal, m) =>
  ({ tally }) =>
    read(tally.deeds[m]!, goal);

/** A goal read off a sum of the game for each capital. */
const ofTally =
  <K extends GoalKind>(table: "worst" | "exposed" | "solidarity"): Reader<K> =>
  (_, __, m) =>
  ({ tally }) =>
    tally[table][m]!;

const READERS: { [K in GoalKind]: Reader<K> } = {
  "measured-weeks": () => (state) => state.tally.verifiedWeeks,
  "fair-burden": (rules) => (state) => heaviest(rules, state),
  "europe-blocked":
    () =>
    ({ statements, tally }) =>
      count(statements, (s) => s.blocks) + tally.failedVotes,
  "squeezes-apart": () => apart,
  yields: () => (state) => state.beijing.yields,
  sales: (rules, { sectors }, m) => soldShare(rules, m, sectors),
  lines: ofTally("worst"),
  shortage: (rules, { input }, m) => {
    const place = indexOf(rules.inputs, input) * rules.M + m;
    return (state) => state.tally.short[place]!;
  },
  stores: (rules, { input }, m) => {
    const i = indexOf(rules.inputs, input);
    return (state) => state.inputs[i]!.stock[m]!;
  },
  "votes-sunk": ofDeeds(({ sunk }, { ballots }) => ballots.reduce((sum, b) => sum + sunk[b], 0)),
  pivotal: ofDeeds(({ tipped, pivotal }, goal) => (goal.count === "states" ? tipped : pivotal)),
  "with-outcome": (_, __, m) => (state) => {
    const all = count(state.votes, isCounted);
    return all > 0 ? state.tally.deeds[m]!.won / all : 0;
  },
  "both-ways": ofDeeds((deeds) => Math.min(1, deeds.yes) + Math.min(1, deeds.no)),
  "last-to-vote": ofDeeds(({ last }) => last),
  "own-items": (rules, _, m) => {
    const { code } = rules.members[m]!;
    return ({ votes }) => count(votes, ({ by, outcome }) => by === code && outcome === "passed");
  },
  "votes-traded": (rules, _, m) => (state) => tradesKept(state, rules.members[m]!.code),
  caucus: (rules, { role }, m) => blocks(rules, m, role),
  "soft-texts": ofDeeds(({ soft }) => soft),
  presidency: (rules, { files }, m) => adopted(rules, m, files),
  "promises-won": ofDeeds(({ promised }) => promised),
  term: (rules, goal, m) => (state) => yes(hasTerm(state, goal, rules.members[m]?.code)),
  card: (rules, { card, options, unstopped }, m) => {
    const answer = `${card}/${rules.members[m]!.code}`;
    const i = unstopped === undefined ? -1 : indexOf(rules.inputs, unstopped);
    return ({ outcomes, tally }) =>
      yes(options.includes(outcomes[answer] ?? "") && (i < 0 || tally.stopped[i] === 0));
  },
  "plants-running": (rules, _, m) => running(rules, m),
  "plant-late": (rules, { project }) => lateBy(rules, project),
  "plant-financed": (rules, { project }) => {
    const k = rules.projects.findIndex(({ id }) => id === project);
    return ({ projects }) => yes(!["waiting", "site", "dead"].includes(projects[k]?.stage ?? "dead"));
  },
  "chinese-plants": (_, __, m) => (state) => state.members[m]!.plants,
  deals: ofDeeds(({ deals }) => deals),
  exposures: ofTally("exposed"),
  "picked-out": ofDeeds(({ pickedOut }) => pickedOut),
  probes: (rules, { sector }) => {
    const s = indexOf(rules.sectors, sector);
    return ({ files }) => count(files, (f) => f.sector === s && f.side === "beijing" && f.why !== "start");
  },
  "holds-ignored": () => (state) => state.tally.holdsIgnored,
  fund:
    (_, { payout }) =>
    ({ commission, tick }) =>
      yes(
        commission.fund > 0 &&
          commission.fundFrom <= tick &&
          (payout === undefined || commission.payout === payout),
      ),
  "store-used": () => (state) => state.tally.released,
  recycling: (rules, { input }) => {
    const i = indexOf(rules.inputs, input);
    return (state) => state.inputs[i]!.recycling;
  },
  helped: ofDeeds(({ helped }) => helped),
  received: (rules, _, m) => (state) =>
    state.tally.deeds[m]!.received + paidTo(state, rules.members[m]!.code),
  shared: ofDeeds(({ shared }) => shared),
  solidarity: ofTally("solidarity"),
};

/** What reads the number a goal is judged by, in the step in which it is shown; m = index of the capital, below 0 for the offices. */
function readerOf(rules: Rules, goal: Goal, m: number): Read {
  const read = (READERS[goal.kind] as Reader<GoalKind>)(rules, goal as never, m);
  const { step } = scaleOf(goal);
  return (state) => quantise(read(state), step);
}

/** The number a goal is judged by. */
export const readGoal = (rules: Rules, state: State, goal: Goal, m: number): number =>
  readerOf(rules, goal, m)(state);

/** Goals of every seat in the order of scores: Commission, Beijing, then the members. */
export const goalsOf = once(({ goals, members }: Rules): readonly Goal[][] => [
  goals.commission,
  goals.beijing,
  ...members.map((m) => m.goals),
]);

const readersOf = once((rules: Rules): readonly Read[][] =>
  goalsOf(rules).map((goals, seat) => goals.map((goal) => readerOf(rules, goal, seat - 2))),
);

/** How far every seat has come, in the order of scores. */
export const newGoals = (rules: Rules, state: State): number[][] =>
  readersOf(rules).map((readers) => readers.map((read) => read(state)));

/** Notes it at the end of a week. */
export function goalsWeek(rules: Rules, state: State): void {
  const readers = readersOf(rules);
  for (let seat = 0; seat < readers.length; seat++) {
    const [own, have] = [readers[seat]!, state.goals[seat]!];
    for (let k = 0; k < own.length; k++) have[k] = own[k]!(state);
  }
}

/** Points a seat has for its goals; `seat` = 0 Commission, 1 Beijing, then the members. */
export function goalPoints(rules: Rules, state: State, seat: number): number {
  const { goalFirst, goalSecond } = rules.model.score;
  const worth = [goalFirst, goalSecond];
  const readers = readersOf(rules)[seat]!;
  return goalsOf(rules)[seat]!.reduce(
    (sum, goal, k) => sum + (isReached(goal, readers[k]!(state)) ? worth[k]! : 0),
    0,
  );
}
