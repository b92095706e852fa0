// B4 and B5: Beijing answers with its own trade defence, in the open, or with goods that wait at customs, deniably; and
// takes either back.

import * as z from "zod";
import { sum } from "../exact.ts";
import { memberAt, type Rules } from "../scenario.ts";
import { MEMBER_CODES, type Seat } from "../seat.ts";
import { holdGoods, relent } from "../world/customs.ts";
import { openFile, stagesOf } from "../world/files.ts";
import { takeBack } from "../world/retaliation.ts";
import { bite, id, missing, move, price, wait } from "./move.ts";
import { seats } from "./objectors.ts";

/**
 * Goods sold to China under which a state has nothing to lose in a sector: EUR bn a year, or a part of all that it sells
 * there, whichever is less. Lithuania was held up at customs in 2021 for sales of this size.
 */
const WORTH = 0.05;
const PART = 0.1;

/** Duty under which halving it is no news. */
const LEAST_RATE = 0.02;

const sells = (rules: Rules, m: number, sector: number): number => rules.members[m]!.exports[sector]!;

/** The least that a state sells in a sector worth holding up, EUR bn a year. */
const leastWorth = (rules: Rules, m: number): number =>
  Math.min(WORTH, PART * sum(rules.members[m]!.exports));

/** The states that sell most of a sector's goods to China. */
const sellers = (rules: Rules, sector: number): Seat[] =>
  rules.members
    .map((member, m) => ({ code: member.code, worth: sells(rules, m, sector) }))
    .sort((a, b) => b.worth - a.worth)
    .slice(0, 4)
    .filter((x) => x.worth >= WORTH)
    .map((x) => x.code);

export const openProbe = move({
  kind: "open-probe",
  office: "beijing",
  schema: z.strictObject({ kind: z.literal("open-probe"), sector: id }),
  cost: (rules) => price(rules, "open-probe"),
  check(rules, view, { sector }) {
    const s = rules.sectors.findIndex((x) => x.id === sector);
    if (s < 0) return missing("sector");
    const running = view.pub.files.some(
      (f) => f.side === "beijing" && f.kind === "probe" && f.sector === s && f.stage !== "in-force",
    );
    return running ? { code: "already-so", what: "probe" } : null;
  },
  apply(rules, state, _seat, { sector }, trace) {
    const s = rules.sectors.findIndex((x) => x.id === sector);
    const { productBreadth } = rules.model.moves;
    openFile(
      rules,
      state,
      { kind: "probe", side: "beijing", sector: s, breadth: productBreadth, why: "move" },
      trace,
    );
  },
  options: (rules) => rules.sectors.map((s) => ({ kind: "open-probe" as const, sector: s.id })),
  clock: (rules) => stagesOf(rules, "probe"),
  objects: (rules, _view, { sector }) =>
    seats(
      ["commission"],
      sellers(
        rules,
        rules.sectors.findIndex((s) => s.id === sector),
      ),
    ),
});

export const quietBan = move({
  kind: "quiet-ban",
  office: "beijing",
  schema: z.strictObject({ kind: z.literal("quiet-ban"), member: z.enum(MEMBER_CODES), sector: id }),
  cost: (rules) => price(rules, "quiet-ban"),
  check(rules, view, { member, sector }) {
    const m = memberAt(rules, member);
    if (m < 0) return missing("member");
    const s = rules.sectors.findIndex((x) => x.id === sector);
    if (s < 0) return missing("sector");
    // What has come out is stood against once: ordered again it would only take back the time that this has cut.
    const known = view.own.bans.find((ban) => ban.exposed && ban.member === member && ban.sector === sector);
    if (known) return { code: "already-so", until: known.until };
    const worth = sells(rules, m, s);
    const need = leastWorth(rules, m);
    return worth < need ? { code: "out-of-range", have: worth, need, what: "sales" } : null;
  },
  apply(rules, state, _seat, { member, sector }, trace) {
    const m = memberAt(rules, member);
    const s = rules.sectors.findIndex((x) => x.id === sector);
    holdGoods(rules, state, m, s, trace);
  },
  options: (rules) =>
    rules.members.flatMap((member, m) =>
      rules.sectors.flatMap((sector, s) =>
        sells(rules, m, s) >= leastWorth(rules, m)
          ? [{ kind: "quiet-ban" as const, member: member.code, sector: sector.id }]
          : [],
      ),
    ),
  clock: ({ model }) => [bite("customs", 1), wait("held-up", model.beijing.banWeeks - 1)],
  objects: (_rules, _view, { member }) => ["commission", member],
});

export const dropProbe = move({
  kind: "drop-probe",
  office: "beijing",
  schema: z.strictObject({ kind: z.literal("drop-probe"), file: id, decision: z.enum(["halve", "end"]) }),
  cost: (rules) => price(rules, "drop-probe"),
  check(_rules, view, { file, decision }) {
    const found = view.pub.files.find((f) => f.id === file);
    if (!found) return missing("file");
    if (found.side !== "beijing" || found.kind !== "probe") return { code: "not-open", what: found.kind };
    return decision === "halve" && found.rate < LEAST_RATE
      ? { code: "out-of-range", have: found.rate, need: LEAST_RATE, what: "rate" }
      : null;
  },
  apply(rules, state, _seat, { file, decision }, trace) {
    const found = state.files.find((f) => f.id === file);
    if (found) takeBack(rules, state, found, decision, trace);
  },
  options: (_rules, view) =>
    view.pub.files
      .filter((f) => f.side === "beijing" && f.kind === "probe")
      .flatMap((f) =>
        (["halve", "end"] as const).map((decision) => ({
          kind: "drop-probe" as const,
          file: f.id,
          decision,
        })),
      ),
  clock: () => [bite("dropped", 0)],
  objects: () => [],
});

export const liftBan = move({
  kind: "lift-ban",
  office: "beijing",
  schema: z.strictObject({ kind: z.literal("lift-ban"), member: z.enum(MEMBER_CODES), sector: id }),
  cost: (rules) => price(rules, "lift-ban"),
  check: (_rules, view, { member, sector }) =>
    view.own.bans.some((ban) => ban.member === member && ban.sector === sector) ? null : missing("ban"),
  apply(rules, state, _seat, { member, sector }, trace) {
    const m = memberAt(rules, member);
    const s = rules.sectors.findIndex((x) => x.id === sector);
    const hold = state.beijing.bans.find((ban) => ban.m === m && ban.s === s);
    if (hold) relent(rules, state, hold, trace);
  },
  options: (_rules, view) =>
    view.own.bans.map(({ member, sector }) => ({ kind: "lift-ban" as const, member, sector })),
  clock: () => [bite("customs", 1)],
  objects: () => [],
});
