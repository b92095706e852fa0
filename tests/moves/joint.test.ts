// M7: statements that several capitals sign on a file before its vote.

import { describe, expect, test } from "vitest";
import { asks } from "../../shared/asks.ts";
import { silent } from "../../shared/explain.ts";
import { cost } from "../../shared/moves/table.ts";
import type { Ballot } from "../../shared/scenario/land.ts";
import type { MemberCode, Viewpoint } from "../../shared/seat.ts";
import { clone, type State } from "../../shared/state.ts";
import { heldUp, view } from "../../shared/view.ts";
import { openAppeal, openVote } from "../../shared/world/council.ts";
import { votesWeek } from "../../shared/world/count.ts";
import { exposeHold, holdGoods, liftHold } from "../../shared/world/customs.ts";
import { closeFile } from "../../shared/world/duties.ts";
import { shareBehind } from "../../shared/world/joint.ts";
import { file, m, member, order, pass, play, position, type Row, rules, s, told } from "../helpers/order.ts";

const { law, politics, score } = rules.model;
const ACT = "accelerator-act";
const join = (line: "for" | "against", id = ACT) => ({ kind: "join-statement", about: id, line });
const against = join("against");
const signed = (
  state: State,
  codes: readonly MemberCode[],
  line: "for" | "against" = "against",
  about = ACT,
) => {
  for (const code of codes) expect(order(state, code, join(line, about)), code).toBeNull();
};
const opened = (state: State, rule: "for" | "unless-against" = "for") =>
  openVote(rules, state, file(state, ACT), rule, silent);
const statement = (state: State) => state.statements[0]!;

/** 37.1 % of people; the four largest are more, the four smallest hardly any. */
const BLOCK = ["DE", "FR", "HU", "SK"] as const;
const TINY = ["MT", "LU", "CY", "EE"] as const;

/** Lithuania's goods held up at China's customs, denied by Beijing. */
function quiet(state: State): void {
  holdGoods(rules, state, m("LT"), s("machinery"), silent);
  state.trade.ban[s("machinery") * rules.M + m("LT")] = 0.3;
}

/** The same, and seen by all. */
function held(state: State): void {
  quiet(state);
  exposeHold(rules, state, state.beijing.bans[0]!, silent);
}

const rows: Row[] = [
  {
    name: "a capital drafts one, for a point; capitals and Commission hear of it",
    seat: "DE",
    order: against,
    does(after, before) {
      expect(statement(after)).toMatchObject({
        ...{ about: ACT, line: "against", signers: ["DE"], state: "draft", blocks: false },
        until: law.statementWeeks,
      });
      expect(member(after, "DE").points).toBe(member(before, "DE").points - 1);
      const [news] = told(after, before, "statement-drafted");
      expect(news!.to).toContain("commission");
      expect(news!.to).toContain("MT");
      expect(news!.to).not.toContain("beijing");
    },
  },
  {
    name: "another signs, free",
    seat: "FR",
    given: (state) => signed(state, ["DE"]),
    order: against,
    does(after, before) {
      expect(statement(after)).toMatchObject({ signers: ["DE", "FR"], state: "draft" });
      expect(after.statements).toHaveLength(1);
      expect(member(after, "FR").points).toBe(member(before, "FR").points);
    },
  },
  {
    name: "the fourth makes it public",
    seat: "EE",
    given: (state) => signed(state, ["MT", "LU", "CY"]),
    order: against,
    does(after, before) {
      expect(statement(after)).toMatchObject({ state: "public", blocks: false });
      expect(told(after, before, "statement-signed")[0]).toMatchObject({
        about: [ACT, "against", ...TINY],
        to: [],
      });
      expect(told(after, before, "minority-declared")).toHaveLength(0);
      expect(after.cohesion).toBe(before.cohesion);
    },
  },
  {
    name: "with over 35 % of people it declares a blocking minority, and the Union looks split",
    seat: "SK",
    given: (state) => signed(state, ["DE", "FR", "HU"]),
    order: against,
    does(after, before) {
      expect(statement(after)).toMatchObject({ state: "public", blocks: true });
      expect(shareBehind(rules, statement(after))).toBeCloseTo(37, 0);
      expect(told(after, before, "minority-declared")[0]!.about).toEqual([ACT, ...BLOCK]);
      expect(after.cohesion).toBeCloseTo(before.cohesion - politics.blockCohesion, 9);
    },
  },
  {
    name: "not by the same four for it",
    seat: "SK",
    given: (state) => signed(state, ["DE", "FR", "HU"], "for"),
    order: join("for"),
    does: (after) => expect(statement(after)).toMatchObject({ state: "public", blocks: false }),
  },
  {
    name: "a fifth makes a minority of four that was too small",
    seat: "DE",
    given: (state) => signed(state, ["FR", "HU", "SK", "IT"]),
    order: against,
    does(after, before) {
      expect(statement(before)).toMatchObject({ state: "public", blocks: false });
      expect(statement(after).blocks).toBe(true);
    },
  },
  {
    name: "a duty stands unless a majority is against: no minority can stop it",
    seat: "SK",
    given(state) {
      opened(state, "unless-against");
      signed(state, ["DE", "FR", "HU"]);
    },
    order: against,
    does: (after) => expect(statement(after)).toMatchObject({ state: "public", blocks: false }),
  },
  {
    name: "on a case that will come to a vote",
    seat: "DE",
    order: join("for", "battery-subsidy"),
    does: (after) => expect(statement(after).about).toBe("battery-subsidy"),
  },
  {
    name: "for a state whose goods are held up, also by itself",
    seat: "LT",
    given: held,
    order: join("for", "LT"),
    does: (after) => expect(statement(after)).toMatchObject({ about: "LT", signers: ["LT"] }),
  },
  {
    name: "for itself, though nobody else knows",
    seat: "LT",
    given: quiet,
    order: join("for", "LT"),
    does: (after) => expect(statement(after)).toMatchObject({ about: "LT", signers: ["LT"], state: "draft" }),
  },
  {
    name: "not for a state whose hold is not known",
    seat: "PL",
    given: quiet,
    order: join("for", "LT"),
    refused: "not-singled-out",
  },
  {
    name: "for one that has asked for it",
    seat: "PL",
    given(state) {
      quiet(state);
      signed(state, ["LT"], "for", "LT");
    },
    order: join("for", "LT"),
    does(after) {
      expect(statement(after).signers).toEqual(["LT", "PL"]);
      expect(after.beijing.bans[0]!.exposed).toBe(false);
    },
  },
  {
    name: "not against it",
    seat: "DE",
    given: held,
    order: join("against", "LT"),
    refused: "not-singled-out",
  },
  {
    name: "not for one that trades as ever",
    seat: "DE",
    given: held,
    order: join("for", "FR"),
    refused: "not-singled-out",
  },
  {
    name: "not twice",
    seat: "DE",
    given: (state) => signed(state, ["DE"]),
    order: against,
    refused: "already-so",
  },
  {
    name: "nor on both lines",
    seat: "DE",
    given: (state) => signed(state, ["DE"]),
    order: join("for"),
    refused: "already-answered",
  },
  { name: "not on what is in force", seat: "DE", order: join("for", "ev-duties"), refused: "not-open" },
  { name: "not on China’s cases", seat: "DE", order: join("for", "pork"), refused: "not-open" },
  { name: "not on nothing", seat: "DE", order: join("for", "none"), refused: "no-such-thing" },
  {
    name: "a draft needs a point",
    seat: "MT",
    given: (state) => {
      member(state, "MT").points = 0.5;
    },
    order: against,
    refused: { code: "not-enough-points", need: 1 },
  },
  {
    name: "a signature needs none",
    seat: "MT",
    given(state) {
      signed(state, ["DE"]);
      member(state, "MT").points = 0;
    },
    order: against,
    does: (after) => expect(statement(after).signers).toEqual(["DE", "MT"]),
  },
  { name: "not Brussels", seat: "commission", order: against, refused: "not-your-seat" },
];

describe("standing by a state", () => {
  const FOUR = ["PL", "EE", "LV", "FI"] as const;
  function stood(seed = 1): { before: State; after: State } {
    const after = position(seed);
    held(after);
    after.tick = 6;
    for (const code of FOUR.slice(0, 3)) expect(order(after, code, join("for", "LT"))).toBeNull();
    const before = clone(after);
    expect(order(after, FOUR[3], join("for", "LT"))).toBeNull();
    return { before, after };
  }

  test("the Union closes ranks, the hold is shorter, and those who did it are thought of better", () => {
    const { before, after } = stood();
    const left = before.beijing.bans[0]!.until - before.tick;
    expect(after.beijing.bans[0]!.until).toBe(after.tick + Math.ceil(left / 2));
    expect(after.cohesion).toBeGreaterThan(before.cohesion + 2);
    for (const code of FOUR) {
      expect(member(after, code).standing).toBe(score.standingStart + politics.togetherStanding);
      expect(after.tally.solidarity[m(code)]).toBe(1);
    }
    expect(member(after, "LT").standing).toBe(score.standingStart);
  });

  test("whoever comes later adds a name, at no risk and for no thanks", () => {
    for (let seed = 1; seed <= 40; seed++) {
      const { after } = stood(seed);
      const bans = after.beijing.bans.length;
      expect(order(after, "CZ", join("for", "LT"))).toBeNull();
      expect(statement(after).signers).toHaveLength(5);
      expect(member(after, "CZ").standing).toBe(score.standingStart);
      expect(after.beijing.bans.length).toBe(bans);
    }
  });

  test("Beijing answers a few of them at customs", () => {
    let answered = 0;
    for (let seed = 1; seed <= 200; seed++) answered += stood(seed).after.beijing.bans.length - 1;
    expect(answered / 800).toBeGreaterThan(politics.togetherBan / 2);
    expect(answered / 800).toBeLessThan(politics.togetherBan * 2);
  });

  test("an appeal that finds names brings the hold to light", () => {
    const state = position();
    quiet(state);
    signed(state, ["LT", "PL", "EE"], "for", "LT");
    expect(state.beijing.bans[0]!.exposed).toBe(false);
    expect(view(rules, state, "projector").pub.held[m("LT")]).toBe(0);
    signed(state, ["LV"], "for", "LT");
    expect(state.beijing.bans[0]!.exposed).toBe(true);
    expect(view(rules, state, "projector").pub.held[m("LT")]).toBeCloseTo(0.3, 9);
    expect(state.news.some((n) => n.code === "ban-exposed")).toBe(true);
  });

  test("it is settled when nothing is held up any more", () => {
    const { after } = stood();
    pass(after, 1);
    expect(statement(after).state).toBe("public");
    liftHold(rules, after, after.beijing.bans[0]!);
    pass(after, 12);
    expect(heldUp(view(rules, after, "LT"), m("LT"))).toBe(0);
    expect(statement(after).state).toBe("settled");
  });

  test("while the last goods still go through after a hold, nobody stands by the state a second time for thanks", () => {
    const { after } = stood();
    pass(after, 4);
    liftHold(rules, after, after.beijing.bans[0]!);
    pass(after, 1);
    expect(heldUp(view(rules, after, "LT"), m("LT"))).toBeGreaterThan(0);
    expect(order(after, "PL", join("for", "LT"))).toMatchObject({ code: "already-so" });
    const { cohesion } = after;
    for (const code of ["LT", "CZ", "HR", "LU"] as const)
      expect(order(after, code, join("for", "LT"))).toBeNull();
    expect(after.statements.filter(({ about }) => about === "LT")).toHaveLength(1);
    expect(after.cohesion).toBe(cohesion);
    expect(member(after, "CZ").standing).toBe(score.standingStart);
  });

  describe("a new hold while the last goods of an old one wait", () => {
    /** Stood by once; the hold is over and its goods trickle through when Beijing holds up others, and denies it. */
    function again(): State {
      const { after } = stood();
      liftHold(rules, after, after.beijing.bans.find((ban) => ban.m === m("LT"))!);
      pass(after, 1);
      holdGoods(rules, after, m("LT"), s("agrifood"), silent);
      after.trade.ban[s("agrifood") * rules.M + m("LT")] = 0.1;
      return after;
    }
    const about = (state: State) => state.statements.filter((x) => x.about === "LT").map((x) => x.state);
    const hold = (state: State) => state.beijing.bans.find((ban) => ban.m === m("LT"))!;
    const asked = (state: State, seat: MemberCode) =>
      asks(rules, view(rules, state, seat)).filter(({ kind }) => kind === "statement").length;

    test("tells nobody but the state: what was said still stands for the others", () => {
      const state = again();
      expect(about(state)).toEqual(["public"]);
      expect(order(state, "PL", join("for", "LT"))).toMatchObject({ code: "already-so" });
      for (const seat of ["PL", "commission", "observer"] as const)
        expect(view(rules, state, seat).own.bans).toEqual([]);
    });

    test("the state may ask anew, for a point, and finds those who stood by it before", () => {
      const state = again();
      const points = member(state, "LT").points;
      signed(state, ["LT"], "for", "LT");
      expect(member(state, "LT").points).toBe(points - 1);
      expect(about(state)).toEqual(["public", "draft"]);
      expect(asked(state, "PL")).toBe(1);
      expect(order(state, "LT", join("for", "LT"))).toMatchObject({ code: "already-so" });
      const { cohesion } = state;
      const left = hold(state).until - state.tick;
      signed(state, FOUR.slice(0, 3), "for", "LT");
      expect(asked(state, "FI")).toBe(0);
      expect(about(state)).toEqual(["settled", "public"]);
      expect(hold(state).until).toBe(state.tick + Math.ceil(left / 2));
      expect(state.cohesion).toBeGreaterThan(cohesion + 2);
    });

    test("once it comes out, anybody may; and for each hold it is once", () => {
      const state = again();
      exposeHold(rules, state, hold(state), silent);
      expect(about(state)).toEqual(["settled"]);
      signed(state, FOUR, "for", "LT");
      expect(about(state)).toEqual(["settled", "public"]);
      for (const code of ["LT", "CZ"] as const) signed(state, [code], "for", "LT");
      expect(order(state, "LT", join("for", "LT"))).toMatchObject({ code: "already-so" });
      liftHold(rules, state, hold(state));
      pass(state, 1);
      expect(order(state, "LT", join("for", "LT"))).toMatchObject({ code: "already-so" });
      expect(about(state)).toEqual(["settled", "public"]);
    });
  });
});

/** A vote in which everybody stands at the cut-off for a yes but two, who are far from it. */
function even(rule: "for" | "unless-against" = "for"): State {
  const state = position();
  const vote = opened(state, rule);
  const cut = rule === "for" ? politics.yes : politics.no;
  vote.leaning = vote.leaning.map(() => cut);
  vote.leaning[m("PL")] = cut + politics.statementReach + 0.01;
  vote.leaning[m("CZ")] = cut - politics.statementReach - 0.01;
  return state;
}

describe("join-statement", () => {
  test.each(rows)("$name", play);

  test("the undecided are moved, those who signed and those far off are not", () => {
    for (const [line, sign] of [
      ["for", 1],
      ["against", -1],
    ] as const) {
      const state = even();
      const before = [...state.votes[0]!.leaning];
      signed(state, TINY.slice(0, 3), line);
      expect(state.votes[0]!.leaning).toEqual(before);
      signed(state, TINY.slice(3), line);
      const moved = state.votes[0]!.leaning.map((x, k) => Math.round(1000 * (x - before[k]!)) / 1000);
      expect(moved[m("ES")]).toBe(sign * politics.statementSway);
      expect([...TINY, "PL", "CZ"].map((code) => moved[m(code)])).toEqual([0, 0, 0, 0, 0, 0]);
    }
  });

  test("a line is heard once: neither more names nor a blocking minority carry others along", () => {
    const state = even();
    const before = state.votes[0]!.leaning[m("ES")]!;
    signed(state, BLOCK);
    signed(state, ["LV"]);
    expect(state.statements[0]!.blocks).toBe(true);
    expect(state.votes[0]!.leaning[m("ES")]).toBeCloseTo(before - politics.statementSway, 12);
  });

  test("where a majority against is needed, they are moved at the line to a no", () => {
    const state = even("unless-against");
    const before = state.votes[0]!.leaning[m("ES")]!;
    signed(state, TINY);
    expect(state.votes[0]!.leaning[m("ES")]).toBeCloseTo(before - politics.statementSway, 12);
  });

  test("what was said before the vote weighs when it opens", () => {
    const [quiet, loud] = [position(), position()];
    signed(loud, BLOCK);
    const [a, b] = [opened(quiet), opened(loud)];
    const near = a.leaning.map((x) => Math.abs(x - politics.yes) <= politics.statementReach);
    expect(near.some((is, k) => is && !BLOCK.includes(rules.members[k]!.code as "DE"))).toBe(true);
    const by = politics.statementSway;
    a.leaning.forEach((x, k) => {
      const moves = near[k] && !BLOCK.includes(rules.members[k]!.code as "DE");
      expect(b.leaning[k]).toBeCloseTo(moves ? x - by : x, 12);
    });
  });

  test("a draft lapses when it finds too few names, and can be drafted anew", () => {
    const state = position();
    signed(state, ["DE", "FR"]);
    pass(state, law.statementWeeks);
    expect(state.statements).toHaveLength(1);
    const before = clone(state);
    pass(state, 1);
    expect(state.statements).toHaveLength(0);
    expect(told(state, before, "statement-lapsed")).toMatchObject([
      { by: "DE", about: ["DE", ACT, "against"], amount: 2, to: ["DE", "FR"] },
    ]);
    expect(order(state, "DE", against)).toBeNull();
  });

  test("a file that ends takes what was said about it along", () => {
    const state = position();
    signed(state, TINY);
    closeFile(rules, state, file(state, ACT), silent);
    pass(state, 1);
    expect(statement(state).state).toBe("settled");
  });

  /** Standing lost by the four when each casts this ballot. */
  function broken(line: "for" | "against", rule: "for" | "unless-against", ballot: Ballot | null): number {
    const state = position();
    const vote = opened(state, rule);
    signed(state, TINY, line);
    if (ballot) for (const code of TINY) order(state, code, { kind: "cast-vote", vote: vote.id, ballot });
    state.tick = vote.closes + 1;
    votesWeek(rules, state, silent);
    expect(statement(state).state).toBe("settled");
    expect(state.news.some((n) => n.code === "signature-broken")).toBe(member(state, "MT").standing < 8);
    return score.standingStart - member(state, "MT").standing;
  }

  test.each([
    ["for", "for", "for", 0],
    ["for", "for", "abstain", score.broken],
    ["for", "for", "against", score.broken],
    ["for", "for", null, score.broken],
    ["against", "for", "for", score.broken],
    ["against", "for", "abstain", 0],
    ["against", "for", "against", 0],
    ["against", "unless-against", "against", 0],
    ["against", "unless-against", "abstain", score.broken],
  ] as const)("signed %s, rule %s, voted %s: standing lost %i", (line, rule, ballot, lost) => {
    expect(broken(line, rule, ballot)).toBe(lost);
  });

  test("what was said before an appeal moves the vote of its committee", () => {
    const leanings = (spoken: boolean) => {
      const state = position();
      if (spoken) signed(state, BLOCK);
      openAppeal(rules, state, file(state, ACT), silent);
      return state.votes.at(-1)!.leaning;
    };
    const [calm, moved] = [leanings(false), leanings(true)];
    const fell = moved.filter((leaning, k) => leaning < calm[k]! - 1e-9);
    expect(fell.length).toBeGreaterThan(0);
    expect(moved.every((leaning, k) => leaning <= calm[k]! + 1e-9)).toBe(true);
  });

  test("a draft is no secret among the 27, and one to everybody else", () => {
    const state = position();
    const before = clone(state);
    signed(state, ["DE", "FR"]);
    const drafts = (seat: Viewpoint) => view(rules, state, seat).own.drafts.length;
    expect((["commission", "MT", "DE"] as const).map(drafts)).toEqual([1, 1, 1]);
    expect((["beijing", "observer", "projector"] as const).map(drafts)).toEqual([0, 0, 0]);
    for (const seat of ["beijing", "projector"] as const)
      expect(view(rules, state, seat)).toEqual(view(rules, before, seat));
    signed(state, ["HU", "SK"]);
    expect(view(rules, state, "beijing").pub.statements).toHaveLength(1);
    expect(drafts("MT")).toBe(0);
  });

  test("a draft asks those who have not spoken", () => {
    const state = position();
    signed(state, ["DE"]);
    signed(state, ["HU"], "for");
    const asked = (seat: MemberCode) =>
      asks(rules, view(rules, state, seat)).filter(({ kind }) => kind === "statement").length;
    expect((["DE", "HU", "MT"] as const).map(asked)).toEqual([0, 0, 2]);
    expect(
      cost(rules, view(rules, state, "MT"), { ...against, kind: "join-statement" } as never).points,
    ).toBe(0);
  });
});
