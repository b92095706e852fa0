// Capacity outside China: unnamed plants as a chain of shares (permit, build, ramp, running), and the named projects one
// by one. Fear starts plants, calm closes those that nobody supports (E18-E20).

import { clip, pow } from "../exact.ts";
import type { Trace } from "../explain.ts";
import { chance } from "../random.ts";
import type { Rules } from "../scenario.ts";
import type { Seat } from "../seat.ts";
import { elsewhere, type Input, type Project, type State, tell } from "../state.ts";
import { isBare, soother } from "./agreement.ts";
import { hasClub } from "./club.ts";
import { underRules } from "./leavers.ts";
import { once } from "./once.ts";

type Plan = Rules["projects"][number];

/** Equal steps in each stage of the chain. */
const STEPS = 3;
/** The mean way through the ramp is shorter than its length: half-way through, a plant gives two fifths (E20). */
const RAMP_MEAN = 0.6;

const row = (total: number): number[] => new Array<number>(STEPS).fill(total / STEPS);

/** The chain of unnamed plants in week 0. */
export const newPools = (plan: Rules["inputs"][number]) => ({
  permit: row(plan.permitting),
  build: row(plan.building),
  ramp: row(plan.ramping),
  running: plan.running,
  base: plan.running,
  started: 0,
  closed: 0,
  starting: 0,
  closing: 0,
});

/** E20: part of full output after a part of the ramp: 0, two fifths half-way, 1. */
export const yieldAt = (part: number): number => part * part * (2.2 - 1.2 * part);

const outputOf = (plan: Plan, project: Pick<Project, "stage" | "weeksLeft" | "share">): number => {
  const full = (plan.size ?? 0) * project.share;
  if (project.stage === "operating") return full;
  if (project.stage !== "ramp") return 0;
  return full * yieldAt(clip(1 - project.weeksLeft / plan.rampWeeks, 0, 1));
};

/** The named projects in week 0, in the scenario's order (which never changes). */
export const newProjects = (rules: Rules): Project[] =>
  rules.projects.map((plan) => ({
    id: plan.id,
    stage: plan.stage,
    weeksLeft: plan.weeksLeft,
    backed: "none",
    fastTracked: false,
    needsBackingBy: plan.needsBackingBy ?? -1,
    share: 1,
    output: outputOf(plan, { stage: plan.stage, weeksLeft: plan.weeksLeft, share: 1 }),
  }));

/** Index of the input each project serves, -1 for none. */
const servedBy = once((rules: Rules): number[] =>
  rules.projects.map((plan) => rules.inputs.findIndex((input) => input.id === plan.input)),
);

/** Places in the scenario of the plants on each state's soil. */
export const plantsOn = once(({ projects, members }: Rules): ReadonlyMap<Seat, readonly number[]> => {
  const on = new Map<Seat, number[]>(members.map(({ code }) => [code, []]));
  projects.forEach(({ host }, k) => on.get(host)?.push(k));
  return on;
});

/** Output of an input's named plants in week 0, share of Union demand. */
export const outputAtStart = (rules: Rules, i: number): number =>
  newProjects(rules).reduce((sum, p, k) => sum + (servedBy(rules)[k] === i ? p.output : 0), 0);

/** True while the duty to diversify works in its strict form: with too many exempted it is like the soft one. */
const isStrict = (rules: Rules, { obligation, exempt }: State["commission"]): boolean =>
  obligation === "strict" && exempt <= rules.model.inputs.exempt;

/** Weight of the duty to diversify in force: 1 = strict and nobody exempted (E18, E21). */
export function obligation(rules: Rules, commission: State["commission"]): number {
  if (commission.obligation === "none") return 0;
  const weight = isStrict(rules, commission) ? 1 : rules.model.inputs.obligationSoft;
  return weight * (1 - commission.exempt);
}

/** Share that the duty lets firms buy from one country (E23): the benchmark, or what three suppliers leave. */
export const allowedShare = (rules: Rules, commission: State["commission"]): number =>
  isStrict(rules, commission) ? rules.model.inputs.obligationStrict : rules.model.inputs.obligationShare;

/** Puts public weight behind a project: a faster permit, a buyer for its output, or a floor under its price. */
export function backProject(rules: Rules, project: Project, how: "fast-track" | "offtake" | "floor"): void {
  if (how === "fast-track") {
    if (project.stage === "permit") hasten(project, project.weeksLeft * (1 - rules.model.inputs.fastTrack));
    project.fastTracked = true;
    return;
  }
  project.backed = how;
  project.needsBackingBy = -1;
  if (project.stage === "waiting") project.stage = "building";
}

/** Brings a project's next stage closer by so many weeks, or puts it off (below 0). */
export function hasten(project: Project, weeks: number): void {
  project.weeksLeft = Math.max(1, Math.round(project.weeksLeft - weeks));
}

/** True while Beijing's makers sell below cost. */
const isFlooded = ({ tick, beijing }: State): boolean => tick < beijing.floodUntil;

/** Part of unsupported capacity that neither a duty on its buyers nor the club's floor under the price keeps (E19, E27). */
const unkept = (rules: Rules, state: State, duty: number): number =>
  (1 - duty) * (hasClub(state) ? 1 - rules.model.inputs.clubFloor : 1);

/**
 * E19: share of it that closes in a week: none while firms see risk, more while Beijing floods. Who can buy below cost buys
 * there, afraid or not, so a flood always closes something.
 */
function exitShare(rules: Rules, state: State, input: Input, duty: number): number {
  const p = rules.model.inputs;
  const calm = p.exit * clip(1 - input.risk / p.exitRisk, 0, 1);
  const exit = isFlooded(state) ? Math.max(p.floodExitLeast, p.floodExit * calm) : calm;
  return exit * unkept(rules, state, duty);
}

/** Part of the firms that dare to start something: those of a state under Beijing's supply-chain rules wait. */
function boldness(rules: Rules, state: State, i: number): number {
  const m = underRules(state);
  return m < 0 ? 1 : 1 - rules.model.beijing.rulesSlow * rules.members[m]!.use[i]!;
}

/** E18: new plants started in a week, share of demand. */
function starts(rules: Rules, state: State, i: number, duty: number, cover: number): number {
  const input = state.inputs[i]!;
  const p = rules.model.inputs;
  const cost = p.premium * pow(1 + input.started / p.learningBase, -p.learning);
  const fear = Math.max(0, input.risk - p.startThreshold * cost);
  if (fear === 0) return 0;
  let known = elsewhere(input);
  for (let k = 0; k < STEPS; k++) known += input.permit[k]! + input.build[k]! + input.ramp[k]!;
  const room = clip(1 - known / (1 - input.adapt), 0, 1);
  const platform = 1 + p.matching * state.commission.matching;
  const hazard = 1 - rules.model.politics.hazard * cover;
  return (
    room * p.starts * platform * fear * (1 + p.obligationStarts * duty) * hazard * boldness(rules, state, i)
  );
}

/** Lets a stage flow on by a share of each step, and lose a share; answers what leaves it. */
function flow(stage: number[], inflow: number, share: number, lost: number): number {
  let carried = inflow;
  for (let k = 0; k < STEPS; k++) {
    const leaves = stage[k]! * share;
    stage[k] = (stage[k]! + carried - leaves) * (1 - lost);
    carried = leaves;
  }
  return carried;
}

/** E18-E20 for the unnamed plants of one input. What has no buyer yet may fail on the way. */
function poolsWeek(rules: Rules, state: State, i: number, duty: number, cover: number, trace: Trace): void {
  const p = rules.model.inputs;
  const input = state.inputs[i]!;
  const started = starts(rules, state, i, duty, cover);
  input.started += started;
  const permitted = flow(input.permit, started, STEPS / p.permitWeeks, p.failure);
  const built = flow(input.build, permitted, STEPS / p.buildWeeks, p.failure);
  const gained = flow(input.ramp, built, STEPS / (RAMP_MEAN * p.rampWeeks), p.failure);
  input.running += gained;
  trace.mark("capacity");
  const closed = exitShare(rules, state, input, duty) * bareOf(input);
  input.running -= closed;
  closeDown(rules, state, i, closed);
  trace.mark("closures");
}

/** Running unnamed capacity that came after week 0: nobody supports its price. */
const bareOf = (input: Input): number => Math.max(0, input.running - input.base);

/** Share of demand in whose steps closures are told. */
const TOLD = 0.01;

/** What keeps firms from building elsewhere now: a flood of cheap goods, a promise that nobody measures, or mere quiet. */
function whyCalm(state: State): "flood" | "assurance" | "calm" {
  if (isFlooded(state)) return "flood";
  const promise = soother(state);
  return promise && isBare(promise) ? "assurance" : "calm";
}

/** Counts what closes for want of a price, and tells it step by step. */
function closeDown(rules: Rules, state: State, i: number, closed: number): void {
  const input = state.inputs[i]!;
  const before = Math.floor(input.closed / TOLD);
  input.closed += closed;
  const after = Math.floor(input.closed / TOLD);
  if (after === before) return;
  const about = [rules.inputs[i]!.id, whyCalm(state)];
  tell(state, { code: "plants-closed", by: "", about, amount: after * TOLD, to: [] });
}

/** Starts of new plants at today's pace, share of demand a week. */
export const startingNow = (rules: Rules, state: State, i: number): number =>
  starts(rules, state, i, obligation(rules, state.commission), meanCover(rules, state));

/** What closes for want of a price at today's pace, share of demand a week: unnamed plants, and named ones by name. */
export function closingNow(rules: Rules, state: State, i: number): number {
  const input = state.inputs[i]!;
  const exit = exitShare(rules, state, input, obligation(rules, state.commission));
  if (exit === 0) return 0;
  let bare = bareOf(input);
  state.projects.forEach((project, k) => {
    if (servedBy(rules)[k] === i) bare += (1 - support(rules, state, project)) * project.output;
  });
  return exit * bare;
}

/** Notes the pace of all inputs: what `startingNow` and `closingNow` say, worked out at once. */
export function readPace(rules: Rules, state: State): void {
  const duty = obligation(rules, state.commission);
  const cover = meanCover(rules, state);
  const served = servedBy(rules);
  const exits = state.inputs.map((input) => exitShare(rules, state, input, duty));
  const bare = state.inputs.map((input) => bareOf(input));
  state.projects.forEach((project, k) => {
    const i = served[k]!;
    if (i >= 0 && project.output > 0) bare[i]! += (1 - support(rules, state, project)) * project.output;
  });
  state.inputs.forEach((input, i) => {
    input.starting = starts(rules, state, i, duty, cover);
    input.closing = exits[i]! * bare[i]!;
  });
}

/** Reads the pace at the end of a week. When nobody starts a plant any more, or somebody does again, it is told. */
export function paceWeek(rules: Rules, state: State): void {
  const started = state.inputs.map((input) => input.starting > 0);
  readPace(rules, state);
  state.inputs.forEach((input, i) => {
    const starts = input.starting > 0;
    if (!rules.inputs[i]!.critical || starts === started[i]) return;
    const { id } = rules.inputs[i]!;
    const about = starts ? [id] : [id, whyCalm(state)];
    tell(state, { code: starts ? "starts-resumed" : "starts-ended", by: "", about, amount: 0, to: [] });
  });
}

/** How far a running plant's price is safe, 0 to 1: a floor holds always, offtake mostly, neither not past its date. */
function support(rules: Rules, state: State, project: Project): number {
  const flood = isFlooded(state);
  if (project.backed === "floor") return 1;
  if (project.backed === "offtake") return flood ? rules.model.inputs.floodOfftake : 1;
  const late = project.needsBackingBy >= 0 && state.tick > project.needsBackingBy;
  return flood || late ? 0 : 1;
}

/** True when a plant under way is given up this week: nobody pays for it in time, or bad luck. */
function givenUp(rules: Rules, state: State, project: Project, plan: Plan): boolean {
  const p = rules.model.inputs;
  const running = project.stage === "ramp" || project.stage === "operating";
  if (plan.owner === "china" || running) return false;
  if (project.needsBackingBy >= 0 && state.tick > project.needsBackingBy) return true;
  if (project.stage === "waiting" || project.stage === "site") return false;
  return chance(state.random, project.backed === "offtake" ? p.failureBacked : p.failure);
}

/** Moves a project through its stages. Neighbours who object hold up a permit now and then, Beijing's rules any stage. */
function advance(rules: Rules, state: State, project: Project, plan: Plan): void {
  if (project.stage === "waiting" || project.stage === "site") return;
  if (project.stage === "permit" && plan.contested)
    if (chance(state.random, 1 - 1 / rules.model.inputs.opposition)) return;
  const feared = underRules(state);
  if (feared >= 0 && plan.host === rules.members[feared]!.code && plan.owner === "europe")
    if (chance(state.random, rules.model.beijing.rulesSlow)) return;
  project.weeksLeft -= 1;
  if (project.weeksLeft > 0) return;
  if (project.stage === "permit") {
    project.stage = "building";
    project.weeksLeft = plan.buildWeeks;
  } else if (project.stage === "building") {
    project.stage = "ramp";
    project.weeksLeft = plan.rampWeeks;
  } else {
    project.stage = "operating";
    project.weeksLeft = 0;
    tell(state, { code: "project-operating", by: "", about: [project.id], amount: 0, to: [] });
  }
}

/** E20 for one named project; `exit` = share of it that closes this week for want of a price. */
function projectWeek(rules: Rules, state: State, k: number, exit: number): void {
  const project = state.projects[k]!;
  const plan = rules.projects[k]!;
  if (project.stage !== "dead" && givenUp(rules, state, project, plan)) {
    project.stage = "dead";
    tell(state, { code: "project-dead", by: "", about: [project.id], amount: 0, to: [] });
  }
  if (project.stage !== "dead" && project.stage !== "operating") advance(rules, state, project, plan);
  if (project.stage === "ramp" || project.stage === "operating") project.share *= 1 - exit;
  project.output = outputOf(plan, project);
}

/** A week of building and closing outside China. */
export function plantsWeek(rules: Rules, state: State, trace: Trace): void {
  const duty = obligation(rules, state.commission);
  const served = servedBy(rules);
  const cover = meanCover(rules, state);
  const exits = state.inputs.map((input) => exitShare(rules, state, input, duty));
  for (let i = 0; i < rules.I; i++) poolsWeek(rules, state, i, duty, cover, trace);
  for (const input of state.inputs) input.plants = 0;
  state.projects.forEach((project, k) => {
    const i = served[k]!;
    const exit = i < 0 ? 0 : exits[i]! * (1 - support(rules, state, project));
    if (exit > 0) closeDown(rules, state, i, exit * project.output);
    projectWeek(rules, state, k, exit);
    if (i >= 0) state.inputs[i]!.plants += project.output;
  });
  trace.mark("plants");
}

/** Share of firms' pain that the emergency fund takes over, mean of the Union by product (E33). */
export function meanCover(rules: Rules, state: State): number {
  let cover = 0;
  let product = 0;
  for (let m = 0; m < rules.M; m++) {
    cover += state.members[m]!.cover * rules.members[m]!.gdp;
    product += rules.members[m]!.gdp;
  }
  return cover / product;
}
