// China's economy as far as this game needs it: growth, jobs, Beijing's face and its name as a supplier (E37); goods sold
// below cost to close plants elsewhere (E19); and where Beijing steers it all (E7).

import { exp, log, sum } from "../exact.ts";
import type { Trace } from "../explain.ts";
import type { Rules } from "../scenario.ts";
import { type Course, type State, tell } from "../state.ts";
import { dignify, warm } from "./heat.ts";

const WEEKS = 52;

/** Makers sell below cost so that plants elsewhere lose their buyers; everybody can see that it is dumping. */
export function flood(rules: Rules, state: State, weeks: number, trace: Trace): void {
  const { floodPause, floodLegitimacy } = rules.model.beijing;
  const { beijing } = state;
  beijing.floodUntil = state.tick + weeks;
  beijing.next.flood = beijing.floodUntil + floodPause;
  dignify(state, floodLegitimacy);
  warm(state, rules.model.heat.flood);
  tell(state, { code: "flooding-begun", by: "beijing", about: [], amount: beijing.floodUntil, to: [] });
  trace.mark("beijing-move");
}

/** A flood ends when its time is over, or when goods are held back instead. */
export function floodWeek(state: State): void {
  const { beijing, tick } = state;
  if (beijing.floodUntil === 0) return;
  if (tick < beijing.floodUntil && beijing.squeezeSince < 0) return;
  beijing.floodUntil = 0;
  tell(state, { code: "flooding-ended", by: "beijing", about: [], amount: 0, to: [] });
}

/** Scales the fall of China's prices in all sectors. */
function scaleDrift({ trade }: State, factor: number): void {
  trade.drift = trade.drift.map((drift) => drift * factor);
}

/** Turns the economy: what is bought at home, or not made at all, does not press on Europe. Marks "beijing-move". */
export function steer(rules: Rules, state: State, course: Course, trace: Trace): void {
  const { courseDrift, courseEvery } = rules.model.beijing;
  const { beijing } = state;
  endCourse(rules, state);
  beijing.course = course;
  beijing.courseSince = state.tick;
  beijing.next.economy = state.tick + courseEvery;
  if (course === "stimulus") scaleDrift(state, 1 - courseDrift);
  warm(state, -rules.model.moves.courseHeat);
  const amount = rules.model.beijing.courseWeeks;
  tell(state, { code: "economy-steered", by: "beijing", about: [course], amount, to: [] });
  trace.mark("beijing-move");
}

/** What stimulus has bought at home presses on Europe again when the money is spent; capacity that is cut stays cut. */
function endCourse(rules: Rules, state: State): void {
  const { beijing } = state;
  const { courseWeeks, courseDrift } = rules.model.beijing;
  const spending = beijing.course === "stimulus" && state.tick < beijing.courseSince + courseWeeks;
  if (spending) scaleDrift(state, 1 / (1 - courseDrift));
  beijing.course = "";
}

/** A week of the course: answers the growth it adds or takes, points of %. */
function courseWeek(rules: Rules, state: State): number {
  const { beijing, tick } = state;
  const { courseWeeks, courseDrift, stimulusGrowth, stimulusBill, industryGrowth } = rules.model.beijing;
  const { course } = beijing;
  if (course === "") return 0;
  const run = tick - beijing.courseSince;
  if (run >= (course === "stimulus" ? 2 * courseWeeks : courseWeeks)) beijing.course = "";
  if (course === "anti-involution") {
    scaleDrift(state, exp(log(1 - courseDrift) / courseWeeks));
    return -industryGrowth;
  }
  if (run === courseWeeks) scaleDrift(state, 1 / (1 - courseDrift));
  return run <= courseWeeks ? stimulusGrowth : -stimulusBill;
}

/** True while Europe answers coercion by a stop for services and investors. */
const isShutOut = ({ files, tick }: State): boolean =>
  files.some((f) => f.remedy === "services" && f.stage === "in-force" && f.gate <= tick);

/** E37: growth and jobs follow sales to Europe; face returns to normal, reputation heals slowly or wears off. */
export function economyWeek(rules: Rules, state: State, trace: Trace): void {
  const p = rules.model.beijing;
  const { beijing, tick } = state;
  const sales = sum(state.trade.imports);
  const counted = sum(rules.sectors.map((s) => s.imports)) * exp((p.salesTrend * tick) / WEEKS);
  const shutOut = isShutOut(state) ? p.servicesGrowth : 0;
  const goal = p.growth + p.growthPerGap * 100 * (sales / counted - 1) - shutOut;
  beijing.growth += p.growthSpeed * (goal - beijing.growth);
  trace.mark("market-drift");
  const flooded = tick < beijing.floodUntil ? p.floodGrowth : 0;
  beijing.growth += p.growthSpeed * (courseWeek(rules, state) - flooded);
  trace.mark("beijing-move");
  beijing.official += rules.model.information.officialSpeed * (beijing.growth - beijing.official);
  beijing.jobs = p.jobs * sales;
  trace.mark("market-drift");
  beijing.face += p.facePull * (p.faceNormal - beijing.face);
  trace.mark("time");
  const squeezing = beijing.squeezeSince >= 0;
  const healed = Math.min(p.reputationNormal, beijing.reputation + p.reputationPull);
  beijing.reputation = squeezing
    ? Math.max(0, beijing.reputation - p.reputationSlow)
    : Math.max(beijing.reputation, healed);
  trace.mark(squeezing ? "slow-licences" : "time");
}
