// E10: goods that wait at China's customs without a reason given. Deniable, quick to bite, and in half of the cases it
// comes out.

import { clip } from "../exact.ts";
import type { Trace } from "../explain.ts";
import { chance, perWeek } from "../random.ts";
import type { Rules } from "../scenario.ts";
import type { Seat } from "../seat.ts";
import { type State, tell } from "../state.ts";
import { breakExemption } from "./gifts.ts";
import { dignify, warm } from "./heat.ts";
import { carryOut } from "./words.ts";

/**
 * Holds up a member's goods of a sector at customs, deniably; a second hold on the same state weighs half. A state that was
 * promised to be spared is promised nothing any more. What nobody knows of heats nothing: heat comes with the news of it.
 */
export function holdGoods(rules: Rules, state: State, m: number, s: number, trace: Trace): void {
  breakExemption(rules, state, m, trace);
  const { banSize, banWeeks } = rules.model.beijing;
  const { bans } = state.beijing;
  const size = bans.some((ban) => ban.m === m) ? banSize / 2 : banSize;
  const same = bans.find((ban) => ban.m === m && ban.s === s);
  if (same) same.until = state.tick + banWeeks;
  else bans.push({ m, s, size, until: state.tick + banWeeks, exposed: false });
  const k = s * rules.M + m;
  if (!same) state.trade.banKnown[k] = 0;
  state.trade.banGoal[k] = Math.max(state.trade.banGoal[k]!, size);
  state.tally.deeds[m]!.pickedOut += 1;
  const about = [rules.members[m]!.code, rules.sectors[s]!.id];
  tell(state, { code: "goods-held", by: "", about, amount: size, to: ["beijing", rules.members[m]!.code] });
  trace.mark("beijing-move");
  carryOut(rules, state, [m], trace);
}

type Hold = State["beijing"]["bans"][number];

const namesOf = (rules: Rules, hold: Hold): string[] => [
  rules.members[hold.m]!.code,
  rules.sectors[hold.s]!.id,
];

/** The others see what was done to one of them, and close ranks. */
function closeRanks(rules: Rules, state: State): void {
  for (const member of state.members)
    member.support = clip(member.support + rules.model.beijing.banSolidarity, -1, 1);
}

/**
 * It comes out that goods are held up: Europe's case looks fairer, and both sides are cross. What capitals said before was
 * about earlier holds, so that the state may be stood by anew. Marks "bans".
 */
export function exposeHold(rules: Rules, state: State, hold: Hold, trace: Trace): void {
  if (hold.exposed) return;
  hold.exposed = true;
  for (const statement of state.statements)
    if (statement.about === rules.members[hold.m]!.code && statement.state === "public")
      statement.state = "settled";
  state.trade.banKnown[hold.s * rules.M + hold.m] = 1;
  closeRanks(rules, state);
  dignify(state, rules.model.beijing.banLegitimacy);
  warm(state, rules.model.heat.ban);
  tell(state, { code: "ban-exposed", by: "", about: namesOf(rules, hold), amount: hold.size, to: [] });
  trace.mark("bans");
}

/** Goods that were held up go through again. */
function letGo(rules: Rules, { trade, beijing }: State, hold: Hold): void {
  trade.banGoal[hold.s * rules.M + hold.m] = 0;
  beijing.bans = beijing.bans.filter((other) => other !== hold);
}

/** Ends a hold for all to hear who knew of it. The caller marks the cause. */
export function liftHold(rules: Rules, state: State, hold: Hold): void {
  letGo(rules, state, hold);
  const to: Seat[] = hold.exposed ? [] : ["beijing", rules.members[hold.m]!.code];
  tell(state, { code: "ban-lifted", by: "", about: namesOf(rules, hold), amount: 0, to });
}

/** Lets go of all goods of a member that are held up: the deal that does it has news of its own. */
export function releaseGoods(rules: Rules, state: State, m: number): void {
  for (const hold of state.beijing.bans) if (hold.m === m) letGo(rules, state, hold);
}

/** Ends a hold by choice: heat falls by what it raised, and what never came out never will. Marks "beijing-move". */
export function relent(rules: Rules, state: State, hold: Hold, trace: Trace): void {
  liftHold(rules, state, hold);
  if (hold.exposed) warm(state, -rules.model.heat.ban);
  trace.mark("beijing-move");
}

/** Holds at customs come to light, or are lifted when their time is over. */
export function customsWeek(rules: Rules, state: State, trace: Trace): void {
  const { bans } = state.beijing;
  if (bans.length === 0) return;
  const { banExposure, banWeeks } = rules.model.beijing;
  const odds = perWeek(banExposure, banWeeks);
  for (const hold of bans) {
    if (state.tick >= hold.until) {
      if (!hold.exposed) state.tally.holdsIgnored += 1;
      liftHold(rules, state, hold);
    } else if (!hold.exposed && chance(state.random, odds)) exposeHold(rules, state, hold, trace);
  }
  trace.mark("bans");
}
