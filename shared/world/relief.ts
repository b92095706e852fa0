// What eases pain: relief that a capital pays its firms, and the emergency fund (E33).

import type { Payout } from "../scenario/payout.ts";
import type { Rules } from "../scenario.ts";
import { lossNow, type Member, type State } from "../state.ts";

/** Losses too small to be felt, EUR bn a year. */
export const UNFELT = 1e-6;

/**
 * Eases a capital's pain by a factor for so many weeks. While something eases it already, what eases more counts: one who
 * pays for relief is never worse off for it.
 */
export function relieve(state: State, m: number, factor: number, weeks: number): void {
  const member = state.members[m]!;
  const runs = state.tick <= member.reliefUntil;
  member.reliefFactor = runs ? Math.min(factor, member.reliefFactor) : factor;
  member.reliefUntil = Math.max(member.reliefUntil, state.tick + weeks);
}

/** What relief can ease: lines that stand still for want of an input, or sales lost in a sector. */
export const LINES = "lines";

/**
 * M5: a capital pays its firms for what it names, some weeks from now. What it pays already, for this or for other things,
 * runs on.
 */
export function aid(rules: Rules, state: State, m: number, of: string): void {
  const { reliefDelay, reliefWeeks } = rules.model.politics;
  const member = state.members[m]!;
  const running = member.aid.filter((one) => state.tick <= one.until);
  const from = state.tick + reliefDelay;
  const same = running.find((one) => one.of === of);
  const others = running.filter((one) => one.of !== of);
  member.aid = [...others, { of, from: same?.from ?? from, until: from + reliefWeeks - 1 }];
}

/** What is left of the pain from one thing, as a share, by the relief that a capital pays for it. */
export const eased = (rules: Rules, { aid }: Member, tick: number, of: string): number =>
  aid.length > 0 && aid.some((one) => one.of === of && one.from <= tick && tick <= one.until)
    ? 1 - rules.model.politics.relief
    : 1;

/** What each capital's claim on the fund weighs per EUR of its loss, by the rule that was chosen. */
const CLAIM: Record<Payout, (rules: Rules, member: Member, m: number) => number> = {
  even: () => 1,
  need: (_, { pain, tolerance }) => pain / tolerance,
  key: ({ members }, { outputLoss }, m) => members[m]!.gdp / outputLoss,
};

/**
 * Shares of their losses that are paid, by claims of unlike weight, so that it comes to as much as if each were paid the
 * share `cover`; nobody is paid more than its loss. Who has lost nothing may count on the usual share.
 */
function paidShares(losses: readonly number[], weights: readonly number[], cover: number): number[] {
  const shares = losses.map(() => cover);
  let open = [...losses.keys()].filter((m) => losses[m]! >= UNFELT);
  let left = cover * open.reduce((sum, m) => sum + losses[m]!, 0);
  while (open.length > 0) {
    const claims = open.reduce((sum, m) => sum + losses[m]! * weights[m]!, 0);
    const owed = open.reduce((sum, m) => sum + losses[m]!, 0);
    const each = (m: number): number => (claims > 0 ? (left * weights[m]!) / claims : left / owed);
    const full = open.filter((m) => each(m) > 1);
    for (const m of full.length > 0 ? full : open) shares[m] = Math.min(1, each(m));
    if (full.length === 0) break;
    left -= full.reduce((sum, m) => sum + losses[m]!, 0);
    open = open.filter((m) => !full.includes(m));
  }
  return shares;
}

/** E33: part of the output pain that the fund relieves: as much in all as its reach bounds, shared out by its rule. */
export function coverWeek(rules: Rules, state: State): void {
  const { fundCover, fundReach } = rules.model.politics;
  const { fund, fundFrom } = state.commission;
  const ready = fund > 0 && state.tick >= fundFrom;
  const loss = ready ? lossNow(state) : 0;
  const cover = ready ? (loss > 0 ? Math.min(fundCover, (fund * fundReach) / loss) : fundCover) : 0;
  const { payout } = state.commission;
  if (!ready || payout === "even") {
    for (const member of state.members) member.cover = cover;
    return;
  }
  const weights = state.members.map((member, m) => CLAIM[payout](rules, member, m));
  const shares = paidShares(
    state.members.map(({ outputLoss }) => outputLoss),
    weights,
    cover,
  );
  for (let m = 0; m < rules.M; m++) state.members[m]!.cover = shares[m]!;
}

/** Sales lost in some sectors and not sold elsewhere, EUR bn a year. */
export function lossIn({ M }: Rules, { trade }: State, m: number, sectors: readonly number[]): number {
  let loss = 0;
  for (const s of sectors) loss += trade.lost[s * M + m]!;
  return loss;
}

/** The part of sales lost, as they are felt, that a capital's relief makes up for, EUR bn a year. */
export function paidFor(rules: Rules, state: State, m: number): number {
  const member = state.members[m]!;
  let paid = 0;
  for (const { of } of member.aid) {
    const s = rules.sectors.findIndex(({ id }) => id === of);
    if (s < 0) continue;
    const felt = rules.members[m]!.iconic.includes(of) ? rules.model.politics.iconic : 1;
    paid += (1 - eased(rules, member, state.tick, of)) * felt * lossIn(rules, state, m, [s]);
  }
  return paid;
}
