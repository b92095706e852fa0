// A View by hand, for pictures and their tests: the Commission in week 23 of a squeeze on magnets.

import { CATALOGUE, countOf } from "../../shared/indicators.ts";
import type { Ballot } from "../../shared/scenario/land.ts";
import type { Rules } from "../../shared/scenario.ts";
import type { MemberCode, Viewpoint } from "../../shared/seat.ts";
import type { OwnPart, PublicPart, View, VoteView } from "../../shared/view.ts";

type ByCode = Partial<Record<MemberCode, number>>;

/** A row with a value for each member: what is given, else the usual. */
export const row = (rules: Rules, given: ByCode, usual = 0): number[] =>
  rules.members.map(({ code }) => given[code] ?? usual);

/** Every number of a part at 0, lists as long as they must be. */
function blank(rules: Rules, part: "pub" | "own"): Record<string, number | number[]> {
  const mine = CATALOGUE.filter((indicator) => indicator.part === part);
  return Object.fromEntries(
    mine.map(({ id, per }) => [id, per === "union" ? 0 : new Array<number>(countOf(rules, per)).fill(0)]),
  );
}

/** Everything calm: nothing stopped, all slots open, stores full. */
export function calmView(rules: Rules, seat: Viewpoint = "commission"): View {
  const { inputs, members } = rules;
  const pub = {
    ...blank(rules, "pub"),
    ...{ tick: 0, weeks: 104, holders: [], projects: [], files: [], votes: [], contracts: [], words: [] },
    ...{ news: [], ending: null },
    sold: members.map((m) => m.exports.reduce((a, b) => a + b, 0)),
    law: {
      ...{ snapback: false, fundFrom: -1, obligation: "none", emergencyUntil: -1, packageUntil: -1 },
      ...{ floodUntil: 0, course: "", courseSince: 0, rulesOn: "", rulesUntil: 0 },
      releaseRule: "by-value",
      modes: inputs.map((i) => i.mode),
      since: inputs.map(() => 0),
      squeezedSince: inputs.map(() => -1),
      coerced: { squeeze: -1, ban: -1, retaliation: -1 },
    },
  } as unknown as PublicPart;
  const own = {
    ...blank(rules, "own"),
    ...{
      clocks: {},
      focus: {},
      offers: [],
      bans: [],
      wear: [],
      choices: [],
      lobbies: [],
      news: [],
      leanings: {},
    },
    magnets: members.map(() => 5),
    stock: inputs.map((i) => i.stockWeeks),
    throughput: inputs.map((i) => i.throughput),
    licenceDays: inputs.map((i) => 7 * i.licenceWeeks),
    elsewhere: inputs.map((i) => 1 - i.chinaShare),
  } as unknown as OwnPart;
  return { seat, pub, own };
}

const LINES: ByCode = { DE: 6, CZ: 3, SK: 4, HU: 2, FR: 1 };
// biome-ignore format: a table
const PAIN: ByCode = {
  DE: 0.2, CZ: 0.24, SK: 0.31, HU: 0.19, FR: 0.11, PL: 0.12, IT: 0.13, SE: 0.1, AT: 0.14, SI: 0.12,
  RO: 0.06, ES: 0.04, FI: 0.03, BE: 0.015, NL: 0.01, DK: 0.005,
};
// biome-ignore format: a table
const MAGNETS: ByCode = {
  DE: 1.4, CZ: 1.1, SK: 0.8, HU: 1.3, FR: 2.4, IT: 2.2, PL: 1.9, SE: 2.1, ES: 2.6, RO: 2, AT: 1.6, NL: 2.8,
};

/** Week 23: magnets in go-slow at a quarter of normal, gallium at a half, Spanish goods held up, lines stopped in five states. */
export function squeezeView(rules: Rules, seat: Viewpoint = "commission"): View {
  const view = calmView(rules, seat);
  const { pub, own } = view;
  pub.tick = 23;
  pub.lines = row(rules, LINES);
  pub.pain = row(rules, PAIN);
  pub.held = row(rules, { ES: 0.4 });
  pub.law.modes[0] = "go-slow";
  pub.law.squeezedSince[0] = 11;
  own.magnets = row(rules, MAGNETS, 3.4);
  own.throughput[0] = 0.25;
  if (rules.I > 1) own.throughput[1] = 0.5;
  own.licenceDays[0] = 61;
  own.queue[0] = 17;
  own.stockpile[0] = 1.1;
  own.ordered[0] = 2.9;
  own.support = row(rules, { FR: 0.5, PL: 0.4, LT: 0.6, ES: 0.1, HU: -0.5, SK: -0.3, DE: 0.05 }, 0.2);
  return view;
}

/** The same week with a vote open: 9 states for, 3 against, the rest to come. */
export function voteView(rules: Rules, seat: Viewpoint = "commission"): View {
  const view = squeezeView(rules, seat);
  const ballots: Partial<Record<MemberCode, "for" | "against" | "abstain">> = {};
  for (const code of ["FR", "IT", "PL", "NL", "DK", "EE", "LV", "LT", "LU"] as const) ballots[code] = "for";
  for (const code of ["HU", "SK"] as const) ballots[code] = "against";
  ballots.MT = "abstain";
  const vote: VoteView = {
    ...{
      id: "v1",
      file: "coercion",
      rule: "for",
      by: "",
      block: [],
      appeal: false,
      opened: 22,
      closes: 29,
      outcome: "open",
    },
    cast: rules.members.map(({ code }) => ballots[code] ?? null),
  };
  view.pub.votes = [vote];
  return view;
}

/** What the Council's panel adds to it. */
export const PLEDGED: Record<string, Ballot> = {
  ...{ SE: "for", FI: "for", RO: "for", IE: "for", BE: "for", SI: "for" },
  ...{ CZ: "against", CY: "abstain" },
};
export const PIVOTAL = ["DE", "ES"];
