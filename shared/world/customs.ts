// E10: goods that wait at China's customs without a reason given. Deniable, quick to bite, and in half of the cases it
// comes out.

import type { Trace } from "../explain.ts";
import { chance, perWeek } from "../random.ts";
import type { Rules } from "../scenario.ts";
import { type State, tell } from "../state.ts";
import { dignify, warm } from "./heat.ts";

/** Holds up a member's goods of a sector at customs, deniably; a second hold on the same state weighs half. */
export function holdGoods(rules: Rules, state: State, m: number, s: number, trace: Trace): void {
  const { banSize, banWeeks } = rules.model.beijing;
  const { bans } = state.beijing;
  const size = bans.some((ban) => ban.m === m) ? banSize / 2 : banSize;
  const same = bans.find((ban) => ban.m === m && ban.s === s);
  if (same) same.until = state.tick + banWeeks;
  else bans.push({ m, s, size, until: state.tick + banWeeks, exposed: false });
  const k = s * rules.M + m;
  state.trade.banGoal[k] = Math.max(state.trade.banGoal[k]!, size);
  warm(state, rules.model.heat.ban);
  const about = [rules.members[m]!.code, rules.sectors[s]!.id];
  tell(state, { code: "goods-held", by: "", about, amount: size, to: ["beijing", rules.members[m]!.code] });
  trace.mark("beijing-move");
}

/** Lets go of all goods of a member that are held up. */
export function releaseGoods(rules: Rules, state: State, m: number): void {
  const { beijing, trade } = state;
  for (const ban of beijing.bans) if (ban.m === m) trade.banGoal[ban.s * rules.M + m] = 0;
  beijing.bans = beijing.bans.filter((ban) => ban.m !== m);
}

/** Holds at customs come to light, or are lifted when their time is over. */
export function customsWeek(rules: Rules, state: State, trace: Trace): void {
  const { beijing, trade, tick } = state;
  if (beijing.bans.length === 0) return;
  const { banExposure, banLegitimacy } = rules.model.beijing;
  const odds = perWeek(banExposure, rules.model.beijing.banWeeks);
  for (const ban of beijing.bans) {
    const about = [rules.members[ban.m]!.code, rules.sectors[ban.s]!.id];
    if (tick >= ban.until) {
      trade.banGoal[ban.s * rules.M + ban.m] = 0;
      tell(state, { code: "ban-lifted", by: "", about, amount: 0, to: [] });
    } else if (!ban.exposed && chance(state.random, odds)) {
      ban.exposed = true;
      dignify(state, banLegitimacy);
      warm(state, rules.model.heat.ban);
      tell(state, { code: "ban-exposed", by: "", about, amount: ban.size, to: [] });
    }
  }
  beijing.bans = beijing.bans.filter((ban) => ban.until > tick);
  trace.mark("bans");
}
