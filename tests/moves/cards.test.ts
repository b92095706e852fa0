// What the cards say before an order is given: what there is to choose, the legal clock, and who is likely to object.

import { describe, expect, test } from "vitest";
import { silent } from "../../shared/explain.ts";
import { type Command, commandSchema, moveOf, options } from "../../shared/moves/table.ts";
import type { Seat } from "../../shared/seat.ts";
import type { State } from "../../shared/state.ts";
import { view } from "../../shared/view.ts";
import { openVote } from "../../shared/world/council.ts";
import { file, input, order, position, rules } from "../helpers/order.ts";

const start = position();

const clock = (seat: Seat, raw: object, state = start) => {
  const command = commandSchema.parse(raw);
  return moveOf(command.kind)
    .clock(rules, view(rules, state, seat), command)
    .map(({ name, weeks, gate }) => `${name} ${weeks} ${gate}`);
};
const objectors = (seat: Seat, raw: object, state = start) => {
  const command = commandSchema.parse(raw);
  return moveOf(command.kind).objects(rules, view(rules, state, seat), command);
};
const cards = (seat: Seat, kind: Command["kind"], state = start) =>
  options(rules, view(rules, state, seat)).filter((c) => c.kind === kind) as never[];

/** A position with something of everything: a vote, an offer, a gate, a squeeze. */
function busy(): State {
  const state = position();
  openVote(rules, state, file(state, "accelerator-act"), "for", silent);
  order(state, "beijing", { kind: "send-envoy", to: "HU", gift: "plant", ask: "silence" });
  return state;
}
const { law, beijing } = rules.model;

describe("a vote is counted in the week that the card says", () => {
  const call = { kind: "call-vote", file: "accelerator-act" };
  test.each([
    [2, 0, 4],
    [3, 0, 3],
    [4, 0, 8],
    [5, 0, 7],
    [6, 0, 6],
    [7, 0, 5],
    [2, law.itemsADay, 10],
    [3, law.itemsADay, 9],
  ])("called in week %i with %i votes on the next day: %i weeks", (week, others, weeks) => {
    const state = position();
    state.tick = week;
    file(state, "accelerator-act").gate = 0;
    for (let k = 0; k < others; k++) openVote(rules, state, state.files[k]!, "for", silent);
    expect(clock("commission", call, state)).toContain(`council ${weeks} vote`);
    expect(order(state, "commission", call)).toBeNull();
    expect(state.votes.at(-1)!.closes).toBe(week + weeks);
  });
});

describe("clocks", () => {
  const open = (form: string) => ({ kind: "open-case", form, sector: "machinery", breadth: "product" });
  const decide = (decision: string, at = "battery-subsidy") => ({ kind: "decide-gate", file: at, decision });

  test.each<[string, Seat, object, string[]]>([
    [
      "a new case",
      "commission",
      open("anti-subsidy"),
      [
        `provisional-gate ${law.provisional} decision`,
        `definitive-gate ${51 - law.provisional} decision`,
        `council ${law.voteWindow} vote`,
        "in-force 0 bite",
      ],
    ],
    [
      "a first and a closer look, and no vote that binds",
      "commission",
      open("foreign-subsidy"),
      [
        `preliminary ${law.foreignSubsidy} decision`,
        `definitive-gate ${law.foreignSubsidyDepth} decision`,
        `in-force ${law.advisory} bite`,
      ],
    ],
    [
      "closed tenders",
      "commission",
      open("procurement"),
      [
        `investigation ${law.procurement} decision`,
        `council ${law.voteWindow} vote`,
        `in-force ${law.procurementForce} bite`,
      ],
    ],
    ["a case dropped", "commission", { kind: "drop-case", file: "battery-subsidy" }, ["dropped 0 bite"]],
    [
      "a gate ahead",
      "commission",
      decide("impose"),
      ["provisional-gate 26 decision", "definitive-gate 16 decision", "council 6 vote", "in-force 0 bite"],
    ],
    ["a case that lapses", "commission", decide("lapse"), ["ended 0 bite"]],
    ["an undertaking", "commission", decide("undertaking"), [`undertaking ${law.undertaking} bite`]],
    ["a file that does not exist", "commission", decide("impose", "none"), ["ended 0 bite"]],
    [
      "a stock order",
      "commission",
      { kind: "order-stock", input: "magnets", million: 20 },
      [`tender ${rules.model.inputs.stockDelay} none`, "first-delivery 0 bite"],
    ],
    ["an emergency", "commission", { kind: "declare-emergency" }, ["emergency-act 2 none", "release 0 bite"]],
    [
      "a fast track",
      "commission",
      { kind: "back-project", project: "kiruna", how: "fast-track" },
      [
        `permit ${Math.ceil(62 * rules.model.inputs.fastTrack)} none`,
        `building ${rules.projects.find((p) => p.id === "kiruna")!.buildWeeks} none`,
        `ramp ${rules.projects.find((p) => p.id === "kiruna")!.rampWeeks} bite`,
      ],
    ],
    [
      "a plant that waits for money",
      "commission",
      { kind: "back-project", project: "narva-two", how: "offtake" },
      ["building 60 none", `ramp ${rules.projects.find((p) => p.id === "narva-two")!.rampWeeks} bite`],
    ],
    [
      "a plant that starts up",
      "commission",
      { kind: "back-project", project: "narva", how: "floor" },
      ["ramp 20 bite"],
    ],
    [
      "a plant that runs",
      "commission",
      { kind: "back-project", project: "austria-recycling", how: "floor" },
      ["operating 0 bite"],
    ],
    [
      "a threat",
      "commission",
      { kind: "make-statement", form: "threat", file: "battery-subsidy", weeks: 9 },
      ["announced 0 bite", "deadline 9 decision"],
    ],
    ["other words", "commission", { kind: "make-statement", form: "wto" }, ["announced 0 bite"]],
    [
      "a vote",
      "commission",
      { kind: "call-vote", file: "accelerator-act" },
      ["proposal 24 none", "council 6 vote", `in-force ${law.lawForce} bite`],
    ],
    [
      "a package",
      "commission",
      { kind: "table-package", billion: 1, snapback: true },
      [`proposal ${law.packageVote} none`, "council 4 vote", `in-force ${law.packageReady} bite`],
    ],
    [
      "a permit",
      "PL",
      { kind: "permit-project", project: "poland-magnets" },
      [
        "permit 4 none",
        `building ${rules.projects.find((p) => p.id === "poland-magnets")!.buildWeeks} none`,
        `ramp ${rules.projects.find((p) => p.id === "poland-magnets")!.rampWeeks} bite`,
      ],
    ],
    [
      "a squeeze: what is at sea arrives, then stores run down",
      "beijing",
      { kind: "set-licence-mode", input: "graphite", mode: "go-slow" },
      ["in-transit 5 none", "stocks-run-down 6 bite"],
    ],
    [
      "an easing",
      "beijing",
      { kind: "set-licence-mode", input: "chips", mode: "free" },
      [`licences ${rules.model.modes.free.weeks} none`, "in-transit 2 bite"],
    ],
    [
      "an envoy",
      "beijing",
      { kind: "send-envoy", to: "HU", gift: "plant", ask: "silence" },
      [`answer ${beijing.offerWeeks} decision`, "gift-and-ask 0 bite"],
    ],
    [
      "an answer: taken",
      "HU",
      { kind: "answer-envoy", offer: "o", answer: "take" },
      ["gift-and-ask 0 bite", `deal ${beijing.dealWeeks} none`],
    ],
    ["an answer: stalled", "HU", { kind: "answer-envoy", offer: "o", answer: "stall" }, ["time 0 bite"]],
    ["an answer: published", "HU", { kind: "answer-envoy", offer: "o", answer: "publish" }, ["told 0 bite"]],
    [
      "a probe bites at its first gate",
      "beijing",
      { kind: "open-probe", sector: "agrifood" },
      [
        `provisional-gate ${beijing.probeProvisional} bite`,
        `definitive-gate ${beijing.probeDefinitive - beijing.probeProvisional} bite`,
      ],
    ],
  ])("%s", (_, seat, raw, expected) => expect(clock(seat, raw)).toEqual(expected));

  test("a ballot counts at the end of its window", () => {
    const state = busy();
    const vote = state.votes[0]!;
    state.tick = 2;
    expect(clock("FR", { kind: "cast-vote", vote: vote.id, ballot: "for" }, state)).toEqual([
      `window ${vote.closes - 2} vote`,
      "count 0 bite",
    ]);
  });
});

describe("objectors", () => {
  const table = (billion: number, snapback: boolean) => ({ kind: "table-package", billion, snapback });

  test("Beijing and the doves against a step up, hawks against a step down", () => {
    const up = objectors("commission", {
      kind: "decide-gate",
      file: "battery-subsidy",
      decision: "impose",
    });
    expect(up[0]).toBe("beijing");
    expect(up).toContain("HU");
    expect(up).not.toContain("LT");
    for (const down of [
      { kind: "decide-gate", file: "battery-subsidy", decision: "undertaking" },
      { kind: "drop-case", file: "battery-subsidy" },
      { kind: "make-statement", form: "off-ramp" },
    ]) {
      expect(objectors("commission", down)).toContain("LT");
      expect(objectors("commission", down)).not.toContain("beijing");
    }
  });

  test("who sells much to China and is no hawk fears an answer, whatever it says of the common line", () => {
    const state = position();
    for (const member of state.members) member.support = 0.5;
    const fearful = objectors(
      "commission",
      { kind: "make-statement", form: "threat", file: "battery-subsidy", weeks: 8 },
      state,
    );
    expect(fearful).toContain("DE");
    expect(fearful).not.toContain("MT");
  });

  test("the frugal watch the size of the fund, Beijing the snapback", () => {
    expect(objectors("commission", table(1, false))).toEqual([]);
    expect(objectors("commission", table(3, false))).toContain("NL");
    expect(objectors("commission", table(3, false))).not.toContain("beijing");
    expect(objectors("commission", table(1, true))).toContain("beijing");
    expect(objectors("commission", { kind: "make-statement", form: "wto" })).toEqual(["beijing"]);
  });

  test("a release rule is minded by those it passes over", () => {
    const minded = objectors("commission", { kind: "set-release-rule", rule: "by-size" });
    expect(minded).toContain("DE");
    expect(minded).not.toContain("MT");
    expect(objectors("commission", { kind: "set-release-rule", rule: "pro-rata" })).toEqual([]);
  });

  test("a ballot is minded by the side it goes against", () => {
    const cast = (ballot: string) => objectors("FR", { kind: "cast-vote", vote: "v", ballot });
    expect(cast("for")).toEqual(["beijing"]);
    expect(cast("against")).toEqual(["commission"]);
    expect(cast("abstain")).toEqual([]);
  });

  test("so are answers to an envoy and causes at home", () => {
    const answer = (what: string) => objectors("HU", { kind: "answer-envoy", offer: "o", answer: what });
    expect(answer("take")[0]).toBe("commission");
    expect(answer("stall")).toEqual([]);
    expect(answer("publish")).toEqual(["beijing"]);
    const state = position();
    state.lobbies = [
      {
        seat: "HU",
        until: 5,
        cards: [
          { id: "a", sector: 0, turn: 0.1 },
          { id: "b", sector: 1, turn: -0.1 },
        ],
        taken: "",
      },
    ];
    expect(objectors("HU", { kind: "take-lobby-card", card: "a" }, state)).toEqual(["beijing"]);
    expect(objectors("HU", { kind: "take-lobby-card", card: "b" }, state)).toEqual(["commission"]);
  });

  test("Beijing's steps are minded by those they hit", () => {
    expect(objectors("beijing", { kind: "quiet-ban", member: "ES", sector: "agrifood" })).toEqual([
      "commission",
      "ES",
    ]);
    expect(objectors("beijing", { kind: "open-probe", sector: "vehicles" }).slice(0, 2)).toEqual([
      "commission",
      "DE",
    ]);
    expect(objectors("beijing", { kind: "aim-licences", members: ["CZ"], favour: false })).toEqual([
      "commission",
      "CZ",
    ]);
    const favoured = objectors("beijing", { kind: "aim-licences", members: ["FR", "CZ"], favour: true });
    expect(favoured).toContain("LT");
    expect(favoured).not.toContain("FR");
    expect(objectors("beijing", { kind: "issue-statement", form: "warn", to: "CZ", weeks: 8 })).toEqual([
      "commission",
      "CZ",
    ]);
    expect(objectors("beijing", { kind: "issue-statement", form: "welcome" })).toEqual([]);
    expect(objectors("beijing", { kind: "set-licence-mode", input: "magnets", mode: "general" })).toEqual([]);
    expect(objectors("beijing", { kind: "set-licence-mode", input: "magnets", mode: "go-slow" })).toContain(
      "commission",
    );
  });
});

describe("what there is to choose", () => {
  test("cases: every form, sector and breadth; only what runs can be dropped or decided", () => {
    expect(cards("commission", "open-case")).toHaveLength(6 * rules.S * 2);
    const dropped = cards("commission", "drop-case").map((c: { file: string }) => c.file);
    expect(dropped).toEqual([
      "ev-duties",
      "hybrid-circumvention",
      "chemicals-dumping",
      "battery-subsidy",
      "steel-quota",
      "medical-tenders",
    ]);
    expect(cards("commission", "decide-gate")).toEqual([]);
    const state = position();
    state.tick = file(state, "chemicals-dumping").gate;
    expect(cards("commission", "decide-gate", state).map((c: { decision: string }) => c.decision)).toEqual([
      "impose",
      "halve",
      "lapse",
    ]);
  });

  test("votes: proposals for the Commission, open windows for the capitals", () => {
    expect(cards("commission", "call-vote")).toEqual([
      { kind: "call-vote", file: "accelerator-act" },
      { kind: "call-vote", file: "cybersecurity-act" },
    ]);
    const state = busy();
    expect(cards("FR", "cast-vote", state)).toHaveLength(3);
    state.votes[0]!.outcome = "failed";
    expect(cards("FR", "cast-vote", state)).toEqual([]);
  });

  test("envoys: silence always, a vote while one is open; answers only to what waits", () => {
    expect(cards("beijing", "send-envoy")).toHaveLength(rules.M * 4);
    const state = busy();
    expect(cards("beijing", "send-envoy", state)).toHaveLength(rules.M * 4 * 3);
    expect(cards("HU", "answer-envoy", state)).toHaveLength(4);
    expect(cards("SK", "answer-envoy", state)).toEqual([]);
    state.offers[0]!.state = "taken";
    expect(cards("HU", "answer-envoy", state)).toEqual([]);
  });

  test("lobbies: both causes until one is taken", () => {
    const state = position();
    state.lobbies = [{ seat: "HU", until: 5, cards: [{ id: "a", sector: 0, turn: 0.1 }], taken: "" }];
    expect(cards("HU", "take-lobby-card", state)).toHaveLength(1);
    state.lobbies[0]!.taken = "a";
    expect(cards("HU", "take-lobby-card", state)).toEqual([]);
  });

  test("event cards: their options until one is chosen", () => {
    const state = position();
    const card = rules.cards.find((c) => c.deciders[0] === "commission")!;
    const asked = { seat: "commission", asked: 0, until: 4, about: [] } as const;
    state.choices = [{ ...asked, about: [], id: "q", card: card.id, chosen: "" }];
    const offered = cards("commission", "choose", state) as { option: string }[];
    expect(offered.map((c) => c.option)).toEqual(card.options.map((o) => o.id));
    state.choices[0]!.chosen = card.options[0]!.id;
    expect(cards("commission", "choose", state)).toEqual([]);
  });

  test("the valve: one step either way, of what is licensed", () => {
    const modes = cards("beijing", "set-licence-mode").map(
      (c: { input: string; mode: string }) => `${c.input} ${c.mode}`,
    );
    expect(modes).toContain("magnets general");
    expect(modes).toContain("magnets go-slow");
    expect(modes).toContain("chips free");
    expect(modes).not.toContain("magnets embargo");
    expect(modes.some((x) => x.startsWith("intermediates"))).toBe(false);
  });

  test("bans: only where there is something to hold", () => {
    const bans = cards("beijing", "quiet-ban").map(
      (c: { member: string; sector: string }) => `${c.member} ${c.sector}`,
    );
    expect(bans).toContain("DE vehicles");
    expect(bans).not.toContain("MT vehicles");
  });

  test("stocks, plants, permits and assurances", () => {
    const orders = cards("commission", "order-stock") as { input: string; million: number }[];
    expect(orders.filter((c) => c.input === "magnets").map((c) => c.million)).toEqual([
      20, 28, 36, 40, 44, 52, 60,
    ]);
    const plants = new Set(cards("commission", "back-project").map((c: { project: string }) => c.project));
    expect(plants.has("narva")).toBe(true);
    expect(plants.has("debrecen")).toBe(false);
    expect(cards("FR", "permit-project").map((c: { project: string }) => c.project)).toEqual([
      "la-rochelle",
      "lacq",
      "france-anodes",
    ]);
    expect(cards("beijing", "give-assurance").map((c: { weeks: number }) => c.weeks)).toEqual([13, 26, 52]);
    const shares = cards("DE", "share-stock") as { input: string; to: string }[];
    expect(shares.length).toBeGreaterThan(60);
    expect(shares.some((c) => c.to === "DE" || c.input === "intermediates")).toBe(false);
    expect(input(start, "magnets").stock.length).toBe(rules.M);
  });
});
