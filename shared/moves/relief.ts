// M5 and M8: what a capital can do for its own firms and for others with money, goods and a journey.

import * as z from "zod";
import { uniform } from "../random.ts";
import { memberAt, type Rules } from "../scenario.ts";
import { MEMBER_CODES } from "../seat.ts";
import { type State, tell } from "../state.ts";
import { memberIndex, type View } from "../view.ts";
import { yearPurse } from "../world/capitals.ts";
import { unite } from "../world/cohesion.ts";
import { freshness, missionsBefore } from "../world/missions.ts";
import { sharing } from "../world/readings.ts";
import { aid, LINES } from "../world/relief.ts";
import { sellLater } from "../world/trade.ts";
import { bite, cooling, id, missing, move, price, wait } from "./move.ts";
import { hawks, seats } from "./objectors.ts";

/** Sales of a sector that the seat has lost and not made up, EUR bn a year, as it knows them. */
const lostIn = (rules: Rules, { own }: View, sector: string): number =>
  own.lost[rules.sectors.findIndex(({ id }) => id === sector)] ?? 0;

export const grantRelief = move({
  kind: "grant-relief",
  office: "members",
  schema: z.strictObject({ kind: z.literal("grant-relief"), sector: id }),
  cost(rules, view) {
    const money = yearPurse(rules, memberIndex(rules, view.seat)) * rules.model.moves.reliefShare;
    return price(rules, "grant-relief", Math.floor(money));
  },
  check(rules, view, { sector }) {
    if (sector !== LINES && !rules.sectors.some((s) => s.id === sector)) return missing("sector");
    const hurts =
      sector === LINES ? view.pub.lines[memberIndex(rules, view.seat)]! : lostIn(rules, view, sector);
    if (hurts === 0) return { code: "no-pain" };
    return cooling(view, view.own.clocks.relief);
  },
  apply(rules, state, seat, { sector }, trace) {
    const m = memberIndex(rules, seat);
    const member = state.members[m]!;
    aid(rules, state, m, sector);
    member.reliefNext = state.tick + rules.model.politics.reliefEvery;
    trace.mark("member-move");
    tell(state, { code: "relief-granted", by: seat, about: [seat, sector], amount: 0, to: [] });
  },
  options: (rules) =>
    [LINES, ...rules.sectors.map((s) => s.id)].map((sector) => ({ kind: "grant-relief" as const, sector })),
  clock: (rules) => [
    bite("payments", rules.model.politics.reliefDelay),
    wait("in-force", rules.model.politics.reliefWeeks),
  ],
  objects: () => [],
});

/** Weeks of the giver's use that change hands: a fixed gift, unless it would bury a small receiver. */
function gift(rules: Rules, from: number, to: number, i: number): number {
  const { shareWeeks, shareMost } = rules.model.moves;
  const given = rules.members[from]!.use[i]!;
  return given > 0 ? Math.min(shareWeeks, (shareMost * rules.members[to]!.use[i]!) / given) : 0;
}

/** Help is remembered while licences are held back or makers lack the input; else two states could trade thanks for ever. */
const isNeeded = ({ inputs }: State, i: number, receiver: number): boolean =>
  inputs[i]!.squeezedSince >= 0 || inputs[i]!.gap[receiver]! > 0;

export const shareStock = move({
  kind: "share-stock",
  office: "members",
  schema: z.strictObject({ kind: z.literal("share-stock"), input: id, to: z.enum(MEMBER_CODES) }),
  cost: (rules) => price(rules, "share-stock"),
  check(rules, view, { input, to }) {
    const i = rules.inputs.findIndex((x) => x.id === input);
    const receiver = memberAt(rules, to);
    const me = memberIndex(rules, view.seat);
    if (i < 0) return missing("input");
    if (receiver < 0 || receiver === me || rules.members[receiver]!.use[i]! <= 0) return missing("member");
    const { shareLeast } = rules.model.moves;
    const have = rules.members[me]!.use[i]! > 0 ? view.own.stock[i]! : 0;
    if (have < shareLeast) return { code: "out-of-range", have, need: shareLeast, what: "store" };
    return cooling(view, view.own.clocks.relief);
  },
  apply(rules, state, seat, { input, to }, trace) {
    const i = rules.inputs.findIndex((x) => x.id === input);
    const from = memberIndex(rules, seat);
    const receiver = memberAt(rules, to);
    const { stock } = state.inputs[i]!;
    const weeks = Math.min(gift(rules, from, receiver, i), stock[from]!);
    const received = (weeks * rules.members[from]!.use[i]!) / rules.members[receiver]!.use[i]!;
    stock[from]! -= weeks;
    stock[receiver]! += received;
    const giver = state.members[from]!;
    giver.reliefNext = state.tick + rules.model.politics.reliefEvery;
    const needed = isNeeded(state, i, receiver);
    state.tally.shares[sharing(rules, seat, to)]! += 1;
    if (needed) {
      giver.standing += rules.model.moves.shareStanding;
      state.tally.solidarity[from]! += 1;
      state.tally.deeds[from]!.shared += 1;
      state.tally.deeds[receiver]!.helped += 1;
    }
    trace.mark("member-move");
    if (needed) unite(rules, state, rules.model.politics.solidarity);
    trace.mark("solidarity");
    tell(state, { code: "stock-shared", by: seat, about: [seat, to, input], amount: received, to: [] });
  },
  options: (rules, view) =>
    rules.inputs.flatMap((input, i) =>
      rules.members
        .filter((m) => m.code !== view.seat && m.use[i]! > 0 && input.stockable)
        .map((m) => ({ kind: "share-stock" as const, input: input.id, to: m.code })),
    ),
  clock: () => [bite("lorries", 1)],
  objects: () => ["beijing"],
});

/** Weeks of the journey, and from then to the first deliveries. */
const JOURNEY = 1;
const CONTRACTS = 2;

export const sendMission = move({
  kind: "send-mission",
  office: "members",
  schema: z.strictObject({ kind: z.literal("send-mission") }),
  cost(rules, view) {
    const { population } = rules.members[memberIndex(rules, view.seat)]!;
    return price(rules, population <= rules.model.points.smallUpTo ? "send-mission/small" : "send-mission");
  },
  check: (_rules, view) => cooling(view, view.own.clocks.mission),
  apply(rules, state, seat, _command, trace) {
    const m = memberIndex(rules, seat);
    const member = state.members[m]!;
    const { missionExports, missionCohesion, missionWeeks, missionEvery } = rules.model.politics;
    const spread = rules.model.moves.missionSpread * (2 * uniform(state.random) - 1);
    const fresh = freshness(missionsBefore(rules, state, m));
    const from = state.tick + JOURNEY + CONTRACTS;
    const until = from + missionEvery;
    sellLater(state.trade, { of: "mission", m, by: fresh * (missionExports + spread), until }, from);
    member.insightUntil = state.tick + missionWeeks;
    member.missionNext = state.tick + missionEvery;
    unite(rules, state, -fresh * missionCohesion);
    trace.mark("member-move");
    tell(state, { code: "mission-sent", by: seat, about: [seat], amount: 0, to: [] });
  },
  options: () => [{ kind: "send-mission" }],
  clock: () => [wait("journey", JOURNEY), bite("contracts", CONTRACTS)],
  objects: (rules) => seats(["commission"], hawks(rules)),
});
