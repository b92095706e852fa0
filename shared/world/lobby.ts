// E34: every few weeks two lobbies call on each capital: the makers at home whom imports hurt most, for a harder line,
// and the sellers who live from China most, for a softer one.

import { uniform } from "../random.ts";
import type { Rules } from "../scenario.ts";
import type { Lobby, State } from "../state.ts";

/** Sector with the highest pressure, by a weight for each. */
function strongest(rules: Rules, weigh: (s: number) => number): number {
  let best = 0;
  let most = weigh(0);
  for (let s = 1; s < rules.S; s++) {
    const weight = weigh(s);
    if (weight <= most) continue;
    best = s;
    most = weight;
  }
  return best;
}

function cardsFor(rules: Rules, state: State, m: number): Lobby["cards"] {
  const { trade } = state;
  const { lobby } = rules.model.politics;
  const { exports } = rules.members[m]!;
  const loud = rules.sectors.map(() => 0.5 + uniform(state.random));
  const hurt = strongest(rules, (s) => loud[s]! * trade.injury[s]! * (0.2 + exports[s]!));
  const exposed = strongest(rules, (s) => loud[s]! * trade.exports[s * rules.M + m]!);
  const turn = lobby * (0.6 + 0.4 * uniform(state.random));
  return [
    { id: `l${state.tick}-${m}-a`, sector: hurt, turn },
    { id: `l${state.tick}-${m}-b`, sector: exposed, turn: -turn },
  ];
}

/** Deals two cards to every capital in the weeks set for it; those not taken up are gone by the next time. */
export function lobbyWeek(rules: Rules, state: State): void {
  const { lobbyEvery } = rules.calendar;
  if (state.tick % lobbyEvery !== 0) return;
  state.lobbies = rules.members.map((member, m) => ({
    seat: member.code,
    until: state.tick + lobbyEvery - 1,
    cards: cardsFor(rules, state, m),
    taken: "",
  }));
}
