// What a capital has promised of its ballot, by agreement, to an envoy, under a statement: bots weigh the three alike when
// they vote, sign, sell and join a block.

import { describe, expect, test } from "vitest";
import { interestOf } from "../../shared/bots/interest.ts";
import { botNamed } from "../../shared/bots/table.ts";
import { silent } from "../../shared/explain.ts";
import { forecast } from "../../shared/forecast.ts";
import type { Command } from "../../shared/moves/table.ts";
import { soldBallots } from "../../shared/moves/terms.ts";
import { heldAgainst, promisedIn, wordsBroken, wordsOn } from "../../shared/moves/word.ts";
import { newStream } from "../../shared/random.ts";
import type { Ballot } from "../../shared/scenario/land.ts";
import type { MemberCode, Seat } from "../../shared/seat.ts";
import type { JointStatement, State, Term, VoteRule } from "../../shared/state.ts";
import { view } from "../../shared/view.ts";
import { consult, openVote } from "../../shared/world/council.ts";
import { openFile } from "../../shared/world/files.ts";
import { draftOf, signed } from "../helpers/agreement.ts";
import { file, m, order, pass, position, rules, s } from "../helpers/order.ts";

const ACT = "accelerator-act";
const seen = (state: State, code: MemberCode) => view(rules, state, code);

/** A vote on the act, to which everybody leans like this. */
function voting(leaning: number, rule: Exclude<VoteRule, "advisory"> = "for"): State {
  const state = position();
  const vote = openVote(rules, state, file(state, ACT), rule, silent);
  vote.leaning.fill(leaning);
  return state;
}

type Line = JointStatement["line"];

/** Drafts a statement, or signs the one there is. */
const signs = (state: State, code: MemberCode, line: Line, about = ACT) =>
  order(state, code, { kind: "join-statement", about, line });

/** The same under a statement that is public. */
function signsOpenly(state: State, code: MemberCode, line: Line, about = ACT): void {
  expect(signs(state, code, line, about)).toBeNull();
  state.statements.at(-1)!.state = "public";
}

/** Broken by a ballot in a vote, by kind. */
const breaks = (state: State, code: MemberCode, vote: string, ballot: Ballot) =>
  wordsBroken(rules, seen(state, code), { kind: "cast-vote", vote, ballot } as Command).map(({ by }) => by);

const sale = (by: MemberCode, value: number): Term => ({
  ...{ by, metric: "ballot", about: ACT },
  ...{ value, weeks: 26, measure: "public" },
});

const decides = (state: State, code: MemberCode, id = "own-exposure"): Command[] =>
  botNamed(code, id)
    .decide(rules, seen(state, code), newStream(3, "word"))
    .map(({ command }) => command);

const has = (commands: readonly Command[], kind: Command["kind"]) =>
  commands.some((c) => c.kind === kind && (!("about" in c) || c.about === ACT));

test("all that was promised of one ballot is found in one place", () => {
  const state = voting(0);
  signsOpenly(state, "CZ", "against");
  signed(rules, state, [sale("CZ", 1)], ["CZ", "DE"]);
  const kept = wordsOn(seen(state, "CZ"), ACT).map(({ by, kept }) => [by, [...kept].sort()]);
  expect(kept).toEqual([
    ["agreement", ["for"]],
    ["statement", ["abstain", "against"]],
  ]);
  expect(wordsOn(seen(state, "DE"), ACT)).toEqual([]);
  expect(wordsOn(seen(state, "CZ"), "cybersecurity-act")).toEqual([]);
});

test("an envoy's bargain is one of them, for as long as its vote is open", () => {
  const state = voting(0);
  const [vote] = state.votes;
  order(state, "beijing", { kind: "send-envoy", to: "CZ", gift: "order", ask: "vote", vote: vote!.id });
  order(state, "CZ", { kind: "answer-envoy", offer: state.offers[0]!.id, answer: "take" });
  expect(wordsOn(seen(state, "CZ"), ACT)).toMatchObject([{ by: "envoy", kept: ["abstain", "against"] }]);
});

test("once that vote is counted it is no more, though another is called on the same law", () => {
  const state = voting(0);
  const [vote] = state.votes;
  order(state, "beijing", { kind: "send-envoy", to: "CZ", gift: "order", ask: "vote", vote: vote!.id });
  order(state, "CZ", { kind: "answer-envoy", offer: state.offers[0]!.id, answer: "take" });
  vote!.cast.fill("against");
  while (vote!.outcome === "open") pass(state, 1);
  const again = openVote(rules, state, file(state, ACT), "for", silent);
  expect(state.offers[0]!.state).toBe("taken");
  expect(wordsOn(seen(state, "CZ"), ACT)).toEqual([]);
  expect(soldBallots(seen(state, "CZ"))).toEqual([]);
  expect(breaks(state, "CZ", again.id, "for")).toEqual([]);
});

test("a signature under a draft binds nobody before it is public", () => {
  const state = voting(0);
  signs(state, "CZ", "against");
  const [vote] = state.votes;
  expect(breaks(state, "CZ", vote!.id, "for")).toEqual([]);
  const { statementStates } = rules.model.law;
  for (const { code } of rules.members.filter((one) => one.code !== "CZ").slice(0, statementStates - 1))
    signs(state, code, "against");
  expect(state.statements[0]!.state).toBe("public");
  expect(breaks(state, "CZ", vote!.id, "for")).toEqual(["statement"]);
});

test("an opinion that binds nobody settles no ballot that was promised, and breaks none", () => {
  const state = position();
  const plan = {
    kind: "anti-subsidy",
    side: "europe",
    sector: s("machinery"),
    breadth: 0.4,
    why: "move",
  } as const;
  const about = openFile(rules, state, plan, silent);
  about.stage = "provisional-gate";
  about.gate = 90;
  const contract = signed(rules, state, [{ ...sale("CZ", -1), about: about.id }], ["CZ", "DE"]);
  signsOpenly(state, "CZ", "against", about.id);
  const opinion = consult(rules, state, about, silent);
  order(state, "beijing", { kind: "send-envoy", to: "CZ", gift: "order", ask: "vote", vote: opinion.id });
  expect(breaks(state, "CZ", opinion.id, "for")).toEqual([]);
  // What Beijing pays for is the ballot in the opinion alone.
  const offer = state.offers[0]!.id;
  expect(order(state, "CZ", { kind: "answer-envoy", offer, answer: "take" })).toBeNull();
  expect(breaks(state, "CZ", opinion.id, "for")).toEqual(["envoy"]);
  expect(wordsOn(seen(state, "CZ"), about.id).map(({ by }) => by)).toEqual(["agreement", "statement"]);
  expect(soldBallots(seen(state, "CZ"))).toEqual([about.id]);
  opinion.cast.fill("for");
  while (opinion.outcome === "open") pass(state, 1);
  expect(contract).toMatchObject({ state: "kept", terms: [{ state: "open" }] });
  const vote = openVote(rules, state, about, "unless-against", silent);
  vote.cast.fill("against");
  while (vote.outcome === "open") pass(state, 1);
  expect(contract.terms[0]!.state).toBe("kept");
});

test.each([
  ["for", ["abstain", "against"]],
  ["unless-against", ["against"]],
] as const)("a signature against, by the rule %s, is kept by %j", (rule, kept) => {
  const state = voting(0, rule);
  signsOpenly(state, "CZ", "against");
  expect([...wordsOn(seen(state, "CZ"), ACT)[0]!.kept].sort()).toEqual(kept);
});

test.each([
  ["chemicals-dumping", ["against"]],
  ["cybersecurity-act", ["abstain", "against"]],
])("before a vote is called the kind of file tells: %s", (about, kept) => {
  const state = position();
  signsOpenly(state, "CZ", "against", about);
  expect([...wordsOn(seen(state, "CZ"), about)[0]!.kept].sort()).toEqual(kept);
});

/** What a state casts in the last week after it has signed. */
function casts(leaning: number, line: "for" | "against", id = "own-exposure"): Ballot | undefined {
  const state = voting(leaning);
  signsOpenly(state, "CZ", line);
  state.tick = state.votes[0]!.closes - 1;
  const cast = decides(state, "CZ", id).find(({ kind }) => kind === "cast-vote");
  return (cast as { ballot?: Ballot } | undefined)?.ballot;
}

test("a signature is kept like a promise: near one's line, and by a broker far from it", () => {
  expect(casts(0.2, "against")).toBe("abstain");
  expect(casts(0.6, "against")).toBe("for");
  expect(casts(0.6, "against", "broker")).toBe("abstain");
  expect(casts(-0.1, "for")).toBe("for");
});

test("whoever has sold its ballot signs no line that breaks the promise", () => {
  const willing = (sold: number | null): boolean => {
    const state = voting(-0.4);
    signs(state, "AT", "against");
    if (sold !== null) signed(rules, state, [sale("CZ", sold)], ["CZ", "DE"]);
    return has(decides(state, "CZ"), "join-statement");
  };
  expect(willing(null)).toBe(true);
  expect(willing(-1)).toBe(true);
  expect(willing(1)).toBe(false);
});

test("a ballot against one's own name is sold for as much more as it costs in standing", () => {
  const points = (line?: "for" | "against"): number => {
    const state = voting(0);
    if (line) signsOpenly(state, "CZ", line);
    const stance = { signs: 0, order: 0, lull: 0, bare: 1, counters: 0 };
    const draft = draftOf(sale("CZ", 1));
    return interestOf(rules, seen(state, "CZ"), "CZ", stance, draft, ["CZ", "DE"]).points;
  };
  expect(points("for")).toBeCloseTo(points(), 9);
  expect(points("against")).toBeCloseTo(points() - rules.model.score.broken, 9);
});

/** A vote all like, with a block of five that says this. */
function blocked(says: Ballot): State {
  const state = voting(0.4);
  const [vote] = state.votes;
  state.tick = 1;
  for (const code of ["MT", "CY", "LU", "EE", "SI"] as const) {
    order(state, code, { kind: "cast-vote", vote: vote!.id, ballot: says });
    order(state, code, { kind: "join-caucus", vote: vote!.id });
  }
  for (const member of state.members) member.support = 0.4;
  return state;
}

test("a small state with its name under a line joins no block, whose ballot may change until the count", () => {
  const joins = (says: Ballot, line?: "for" | "against"): boolean => {
    const state = blocked(says);
    if (line) signsOpenly(state, "LV", line);
    return has(decides(state, "LV"), "join-caucus");
  };
  expect(joins("for")).toBe(true);
  expect(joins("for", "for")).toBe(false);
  expect(joins("against", "for")).toBe(false);
});

test("whoever votes in a block puts its name to no other line", () => {
  const state = blocked("against");
  signs(state, "DE", "for");
  const order = { kind: "join-statement", about: ACT, line: "for" } as Command;
  expect(wordsBroken(rules, seen(state, "MT"), order)).toMatchObject([{ by: "block", kept: ["against"] }]);
  expect(wordsBroken(rules, seen(state, "LV"), order)).toEqual([]);
  expect(has(decides(state, "MT"), "join-statement")).toBe(false);
  // Nor to the same one, which the block may leave.
  const alike = blocked("for");
  signs(alike, "DE", "for");
  // HR would do either; it does one.
  expect(has(decides(alike, "HR"), "join-caucus")).toBe(true);
  expect(has(decides(alike, "HR"), "join-statement")).toBe(false);
  alike.tick = 0;
  expect(has(decides(alike, "HR"), "join-caucus")).toBe(false);
  expect(has(decides(alike, "HR"), "join-statement")).toBe(true);
  expect(has(decides(alike, "MT"), "join-statement")).toBe(false);
});

test("an envoy pays more for a ballot that was signed away", () => {
  const takes = (line?: "for"): number => {
    const state = voting(0.13);
    if (line) signsOpenly(state, "HU", line);
    const [vote] = state.votes;
    order(state, "beijing", { kind: "send-envoy", to: "HU", gift: "order", ask: "abstain", vote: vote!.id });
    const bot = botNamed("HU", "export-first");
    return Array.from({ length: 20 }, (_, n) =>
      bot.decide(rules, seen(state, "HU"), newStream(n, "offer")),
    ).filter((deeds) => deeds.some(({ why }) => why === "envoy-take")).length;
  };
  expect(m("HU")).toBeGreaterThan(0);
  expect(takes()).toBeGreaterThan(0);
  expect(takes("for")).toBe(0);
});

describe("what a ballot is known to be", () => {
  const known = (state: State, from: Seat) =>
    promisedIn(view(rules, state, from), view(rules, state, from).pub.votes[0]!, "CZ");

  test("is what was signed in public or agreed, whatever the ballot, and the last word where two cannot be kept", () => {
    const state = voting(0);
    expect(known(state, "FR")).toBeUndefined();
    signs(state, "CZ", "against");
    expect(known(state, "FR")).toBeUndefined();
    state.statements.at(-1)!.state = "public";
    expect(known(state, "FR")).toBe("against");
    const other = voting(0);
    signed(rules, other, [sale("CZ", 0)], ["CZ", "DE"]);
    expect(known(other, "FR")).toBe("abstain");
    signsOpenly(other, "CZ", "for");
    expect(known(other, "FR")).toBe("for");
  });

  test("is told of a secret agreement to its parties alone, and of an envoy's bargain to the two", () => {
    const state = voting(0);
    signed(rules, state, [sale("CZ", 1)], ["CZ", "DE"], { secret: true });
    expect((["CZ", "DE", "FR", "beijing", "commission"] as const).map((seat) => known(state, seat))).toEqual([
      "for",
      "for",
      undefined,
      undefined,
      undefined,
    ]);
    const bought = voting(0);
    const [vote] = bought.votes;
    const envoy = { kind: "send-envoy", to: "CZ", gift: "order", ask: "abstain", vote: vote!.id };
    order(bought, "beijing", envoy);
    order(bought, "CZ", { kind: "answer-envoy", offer: bought.offers[0]!.id, answer: "take" });
    expect((["CZ", "beijing", "DE"] as const).map((seat) => known(bought, seat))).toEqual([
      "abstain",
      "abstain",
      undefined,
    ]);
  });
});

describe("a look ahead at a ballot", () => {
  const ahead = (state: State, code: MemberCode, ballot: Ballot) => {
    const command = { kind: "cast-vote", vote: state.votes[0]!.id, ballot } as Command;
    return {
      likely: forecast(rules, seen(state, code), command),
      than: heldAgainst(rules, seen(state, code), command),
    };
  };

  test("is held against what was promised, else what is cast, else an abstention", () => {
    const state = voting(0);
    expect(ahead(state, "CZ", "for").than).toEqual({ why: "silent", ballot: "abstain" });
    order(state, "CZ", { kind: "cast-vote", vote: state.votes[0]!.id, ballot: "for" });
    expect(ahead(state, "CZ", "against").than).toEqual({ why: "cast", ballot: "for" });
    signsOpenly(state, "CZ", "against");
    expect(ahead(state, "CZ", "for").than).toEqual({ why: "promised", ballot: "against" });
    expect(
      heldAgainst(rules, seen(state, "CZ"), { kind: "send-mission" } as unknown as Command),
    ).toBeUndefined();
  });

  test("shows what a broken promise costs, and nothing for the ballot it is held against", () => {
    const state = voting(0);
    signsOpenly(state, "CZ", "for");
    const standing = (ballot: Ballot) =>
      ahead(state, "CZ", ballot).likely.find(({ indicator }) => indicator === "standing")?.mid;
    expect(standing("against")).toBe(-rules.model.score.broken);
    expect(standing("abstain")).toBe(-rules.model.score.broken);
    expect(ahead(state, "CZ", "for").likely).toEqual([]);
  });

  test("counts the others as they lean, so that who decides is told so", () => {
    const heat = (others: number) => {
      const state = position();
      state.members.forEach((member, k) => {
        member.support = [m("FR"), m("IT"), m("LU")].includes(k) ? -1 : others;
      });
      openVote(rules, state, file(state, "chemicals-dumping"), "for", silent);
      return ahead(state, "DE", "for").likely.find(({ indicator }) => indicator === "heat")?.mid ?? 0;
    };
    expect(heat(1)).toBeGreaterThan(1);
    expect(heat(-1)).toBe(0);
  });
});
