// What a draft is worth to a seat (E45): named cases, each a comparison that a player would make.

import { describe, expect, test } from "vitest";
import { GAUGE } from "../../shared/bots/gauge.ts";
import { worthOf } from "../../shared/bots/worth.ts";
import { silent } from "../../shared/explain.ts";
import { METRICS } from "../../shared/scenario/terms.ts";
import type { Seat } from "../../shared/seat.ts";
import type { Draft, File, State, Term } from "../../shared/state.ts";
import { view } from "../../shared/view.ts";
import { examine } from "../../shared/world/coercion.ts";
import { setMode } from "../../shared/world/inputs.ts";
import { leverageWeek } from "../../shared/world/leverage.ts";
import { METRIC } from "../../shared/world/metrics.ts";
import { draftOf, signed } from "../helpers/agreement.ts";
import { m, position, rules } from "../helpers/order.ts";

const TABLE: Seat[] = ["commission", "beijing"];

const worth = (state: State, seat: Seat, draft: Draft, parties: Seat[] = TABLE) =>
  worthOf(rules, view(rules, state, seat), draft, parties);

const term = (more: Partial<Term>): Term => ({
  ...{ by: "beijing", metric: "throughput", about: "magnets" },
  ...{ value: 1.3, weeks: 8, measure: "register" },
  ...more,
});
const ballot = (by: Seat, value: number, about = "accelerator-act"): Term =>
  term({ by, metric: "ballot", about, value, measure: "public" });

const SUPPLY = draftOf(term({}));

test("a capital reckons with the standing of a kept promise once for the same partner", () => {
  const state = position();
  const two: Seat[] = ["CZ", "DE"];
  const gained = (...terms: Term[]) => worth(state, "CZ", draftOf(...terms), two).standing;
  const sent = term({ by: "CZ", metric: "share-stock", about: "DE", value: 1, measure: "public" });
  const both = gained(sent, ballot("CZ", 1));
  expect(gained(sent) + gained(ballot("CZ", 1)) - both).toBeCloseTo(rules.model.score.kept, 9);
  const first = gained(sent);
  signed(rules, state, [sent], two).terms[0]!.state = "kept";
  expect(first - gained(sent)).toBeCloseTo(rules.model.score.kept, 9);
});

describe("a promise of licences", () => {
  const state = position();
  const kept = (measure: Term["measure"], more: Partial<Draft> = {}) =>
    worth(state, "commission", { ...draftOf(term({ measure })), ...more }).euro;

  test("is worth more the better it is looked at, and most with a duty that answers a breach", () => {
    expect(kept("none")).toBeGreaterThan(0);
    expect(kept("survey")).toBeGreaterThan(2 * kept("none"));
    expect(kept("register")).toBeGreaterThan(kept("survey"));
    expect(kept("register", { snapback: true })).toBeGreaterThan(kept("register"));
    expect(kept("none", { snapback: true })).toBe(kept("none"));
  });

  test("is worth less the longer the window in which some of it may be missed, where a body looks", () => {
    const over = (weeks: number, measure: Term["measure"] = "register") =>
      worth(state, "commission", draftOf(term({ weeks, measure }))).euro;
    expect(over(13)).toBeLessThan(over(8));
    expect(over(8)).toBeLessThan(over(4));
    expect(over(13, "none")).toBe(over(4, "none"));
  });

  test("is worth more the longer it lasts, up to a limit", () => {
    const [half, year, two] = [26, 52, 104].map((weeks) => kept("register", { weeks }));
    expect(year).toBeCloseTo(2 * half!, 9);
    expect(two).toBe(year);
  });

  test("is worth more the more a stop would cost, and nothing once it would cost nothing", () => {
    const bare = position();
    for (const input of bare.inputs) input.stock = input.stock.map(() => 0.5);
    leverageWeek(rules, bare);
    const full = position();
    for (const input of full.inputs) input.running = 1;
    leverageWeek(rules, full);
    expect(worth(bare, "commission", SUPPLY).euro).toBeGreaterThan(kept("register"));
    expect(worth(full, "commission", SUPPLY).euro).toBeCloseTo(0, 6);
  });

  test("laxer than practice is worth nothing, until practice is worse", () => {
    const lax = draftOf(term({ value: 0.9 }));
    expect(worth(state, "DE", lax).euro).toBe(0);
    const tight = position();
    tight.inputs[0]!.throughput = 0.4;
    expect(worth(tight, "DE", lax).euro).toBeGreaterThan(0);
  });

  test("of quicker answers is worth more, from nothing at usual practice to most at the quickest", () => {
    const days = (value: number) =>
      worth(state, "commission", draftOf(term({ metric: "licence-days", value }))).euro;
    const [ten, twenty, benchmark, thirty] = [10, 20, 25, 30].map(days);
    expect(ten).toBeGreaterThan(twenty!);
    expect(twenty).toBeGreaterThan(benchmark!);
    expect(benchmark).toBeGreaterThan(1.5 * thirty!);
    expect(days(METRIC["licence-days"].usual!(rules, "magnets"))).toBe(0);
    expect(days(5)).toBe(ten);
    // The usual benchmark keeps away seven tenths of what free licences do.
    expect(benchmark! / kept("register")).toBeCloseTo(0.7, 9);
  });

  test("of more approvals or licences is worth more where practice is worse", () => {
    const tight = position();
    tight.inputs[0]!.throughput = 0.2;
    for (const metric of ["approval-rate", "throughput"] as const) {
      const at = (value: number) => worth(tight, "DE", draftOf(term({ metric, value }))).euro;
      expect(at(0.8)).toBeGreaterThan(1.3 * at(0.6));
      expect(at(1)).toBeGreaterThan(1.2 * at(0.8));
    }
  });

  test("ends a squeeze at signature, which even a bare one is worth something for", () => {
    const squeezed = position();
    squeezed.inputs[0]!.squeezedSince = 0;
    const bare = draftOf(term({ measure: "none" }));
    expect(worth(squeezed, "commission", bare).euro).toBeGreaterThan(
      2 * worth(state, "commission", bare).euro,
    );
  });

  test("made twice over is worth no more than the better of the two", () => {
    const both = draftOf(term({}), term({ metric: "no-new-control", value: 0, measure: "public" }));
    const each = both.terms.map((t) => worth(state, "commission", draftOf(t)).euro);
    expect(worth(state, "commission", both).euro).toBeCloseTo(Math.max(...each), 9);
    expect(worth(state, "commission", both).terms.every((x) => x > 0)).toBe(true);
  });

  test("is worth to capitals what they use, and that makes up the Union's", () => {
    const each = rules.members.map((member) => {
      const seen = view(rules, state, member.code);
      seen.own = { ...seen.own, ...view(rules, state, "commission").own };
      return worthOf(rules, seen, SUPPLY, TABLE).euro;
    });
    expect(each[m("DE")]).toBeGreaterThan(10 * each[m("HU")]!);
    expect(each.reduce((a, b) => a + b, 0)).toBeCloseTo(kept("register"), 1);
  });

  test("costs Beijing what Europe would have given, which is less the more Europe could answer", () => {
    const before = worth(state, "beijing", SUPPLY).euro;
    expect(before).toBeLessThan(0);
    const armed = position();
    armed.commission.snapback = true;
    leverageWeek(rules, armed);
    expect(worth(armed, "beijing", SUPPLY).euro).toBeGreaterThan(before);
  });

  test("that nobody checks lulls firms; one that a register counts hardly does", () => {
    const lulled = (measure: Term["measure"]) =>
      worth(state, "commission", draftOf(term({ measure }))).soothe;
    expect(lulled("none")).toBeGreaterThan(3 * lulled("register"));
    expect(worth(state, "commission", draftOf(ballot("CZ", 1))).soothe).toBe(0);
  });

  test("is known as exactly as what it rests on", () => {
    const { euro, low, high } = worth(state, "beijing", SUPPLY);
    expect((high - low) / Math.abs(euro)).toBeCloseTo(0.5, 6);
    const money = term({ by: "commission", metric: "payment", about: "CZ", value: 100, measure: "public" });
    const sure = worth(state, "commission", draftOf(money), ["commission", "CZ"]);
    expect([sure.low, sure.high]).toEqual([-0.1, -0.1]);
  });
});

/** One term, and the sign of its worth to each seat. */
const SIGNS: [
  name: string,
  term: Partial<Term>,
  signs: Partial<Record<Seat, number>>,
  given?: (s: State) => void,
][] = [
  ["market access", { metric: "access", about: "", value: 0.3 }, { commission: 1, DE: 1, beijing: -1 }],
  ["open books", { metric: "transparency", about: "", value: 0.6 }, { commission: 1, beijing: -1 }],
  [
    "duties of China eased",
    { metric: "china-duty", about: "agrifood", value: 0.5 },
    { commission: 1, DK: 1, beijing: -1 },
  ],
  [
    "duties of Europe eased",
    { by: "commission", metric: "europe-duty", about: "vehicles", value: 0.5 },
    { commission: -1, beijing: 1 },
  ],
  [
    "no new case",
    { by: "commission", metric: "no-new-case", about: "all", value: 0, weeks: 26 },
    { commission: -1, beijing: 1 },
  ],
  ["a case closed", { by: "commission", metric: "close-case", about: "case-a", value: 0 }, { beijing: 1 }],
  ["goods let through", { metric: "no-hold", about: "LT", value: 0 }, { LT: 1, DE: 0, beijing: -1 }],
  ["a fast lane", { metric: "fast-lane", about: "HU", value: 1.5 }, { HU: 1, FR: 0, beijing: -1 }],
  ["orders", { metric: "orders", about: "ES", value: 0.1 }, { ES: 1, FR: 0, beijing: -1 }],
  ["a plant", { metric: "investment", about: "HU", value: 2, weeks: 26 }, { HU: 1, DE: 0, beijing: -1 }],
  [
    "money",
    { by: "commission", metric: "payment", about: "CZ", value: 40, weeks: 1 },
    { commission: -1, CZ: 1, DE: 0 },
  ],
  [
    "a ballot for a law",
    { by: "CZ", metric: "ballot", about: "accelerator-act", value: 1 },
    { commission: 1, beijing: -1 },
  ],
  [
    "a week of another's store",
    { by: "DE", metric: "share-stock", about: "CZ", value: 1, weeks: 13 },
    { DE: -1, CZ: 1, FR: 0 },
  ],
];

test("steps of one promise are counted once, each for what it adds", () => {
  const step = (value: number, weeks: number): Term =>
    term({ metric: "access", about: "", value, weeks, measure: "public" });
  const state = position();
  const [one, two, three] = [step(0.15, 13), step(0.3, 26), step(0.45, 39)];
  for (const seat of ["commission", "beijing"] as const) {
    const size = (...terms: Term[]) => Math.abs(worth(state, seat, draftOf(...terms)).euro);
    expect(size(one, two, three)).toBeGreaterThan(size(three));
    expect(size(one, two, three)).toBeLessThan(size(step(0.45, 13)));
    expect(size(one, { ...two, value: 0.15 })).toBe(size(one));
  }
  const [a, b] = worth(state, "commission", draftOf(one, step(0.3, 14))).terms;
  expect(b).toBeLessThan(a!);
  // What an agreement in force still owes is no gain of another.
  signed(rules, state, [one]);
  expect(worth(state, "commission", draftOf(one)).euro).toBe(0);
});

test("Beijing pays for no new case as far as it believes that Europe would open one", () => {
  const draft = draftOf(
    term({ by: "commission", metric: "no-new-case", about: "all", value: 0, measure: "public" }),
  );
  const worthAt = (resolve: number) => worth(Object.assign(position(), { resolve }), "beijing", draft).euro;
  expect(worthAt(0) / worthAt(-2)).toBeCloseTo(0.5 / (1 / (1 + Math.exp(2))), 1);
  expect(worthAt(3)).toBeGreaterThan(1.7 * worthAt(0));
});

describe("who gains and who gives", () => {
  test.each(SIGNS)("%s", (_, more, signs, given) => {
    const state = position();
    given?.(state);
    const id = state.files.find((f) => f.side === "europe" && f.sector >= 0 && f.stage !== "in-force")!.id;
    const about = more.about === "case-a" ? id : more.about!;
    const draft = draftOf(term({ measure: "public", ...more, about }));
    for (const [seat, sign] of Object.entries(signs))
      expect([seat, Math.sign(worth(state, seat as Seat, draft).euro)]).toEqual([seat, sign]);
  });

  test("a law put off suits Beijing alone", () => {
    const state = position();
    const law = state.files.find((f) => f.kind === "law")!.id;
    const draft = draftOf(
      term({ by: "commission", metric: "law-delay", about: law, value: 26, measure: "public" }),
    );
    expect(worth(state, "commission", draft).euro).toBeLessThan(0);
    expect(worth(state, "beijing", draft).euro).toBeGreaterThan(0);
  });

  test("a duty that rests on a least price costs Europe less than one that just goes", () => {
    const state = position();
    const duty = state.files.find((f) => f.side === "europe" && f.duty > 0)!;
    const sector = rules.sectors[duty.sector]!.id;
    const cost = (more: Partial<Term>) =>
      worth(state, "commission", draftOf(term({ by: "commission", measure: "public", value: 0.5, ...more })))
        .euro;
    const floor = cost({ metric: "floor-price", about: duty.id });
    const gone = cost({ metric: "europe-duty", about: sector });
    expect(gone).toBeLessThan(floor);
  });
});

describe("a ballot", () => {
  test("against one's own line costs standing, with it it earns what a kept word earns", () => {
    const state = position();
    state.members[m("CZ")]!.support = 0.5;
    const points = (value: number) => worth(state, "CZ", draftOf(ballot("CZ", value)), ["CZ", "DE"]).standing;
    expect(points(1)).toBe(rules.model.score.kept);
    expect(points(0)).toBeLessThan(points(1));
    expect(points(-1)).toBeLessThan(points(0));
  });

  test("of another is worth more the more people it moves, and nothing where it would be cast anyway", () => {
    const state = position();
    state.members[m("CZ")]!.support = 0.5;
    for (const code of ["DE", "MT"]) state.members[m(code)]!.support = -0.1;
    state.members[m("PL")]!.support = 0.9;
    const points = (by: Seat) => worth(state, "CZ", draftOf(ballot(by, 1)), ["CZ", by]).standing;
    expect(points("DE")).toBeGreaterThan(points("MT"));
    expect(points("MT")).toBeGreaterThan(0);
    expect(points("PL")).toBe(0);
  });
});

test("a secret deal with Beijing may come out, which costs a capital standing; an open one cannot", () => {
  const lane = term({ metric: "fast-lane", about: "HU", value: 1.5, measure: "public" });
  const deal = (secret: boolean) =>
    worth(position(), "HU", { ...draftOf(lane), weeks: 26, secret }, ["beijing", "HU"]);
  expect(deal(true).leak).toBeCloseTo(rules.model.beijing.exposure, 9);
  expect(deal(true).standing).toBeCloseTo(
    -rules.model.beijing.exposure * rules.model.beijing.exposedStanding,
    9,
  );
  expect(deal(false)).toMatchObject({ leak: 0, standing: 0 });
});

test("every metric about supply says what it rules out, every other one what it brings", () => {
  for (const metric of METRICS) {
    expect([metric, GAUGE[metric].reach !== undefined]).toEqual([metric, METRIC[metric].supply]);
    expect([metric, GAUGE[metric].euro !== undefined]).toEqual([metric, !METRIC[metric].supply]);
  }
});

test("an onlooker is told nothing", () => {
  const seen = view(rules, position(), "observer");
  expect(worthOf(rules, seen, SUPPLY, TABLE)).toMatchObject({ euro: 0, low: 0, high: 0, terms: [0] });
});

describe("a file against coercion that a measured promise of supply would close", () => {
  const DUE: Term = term({ metric: "no-new-control", about: "all", value: 0, measure: "public" });
  /** What the file adds to the worth of a draft to a seat, at a stage. */
  const adds = (seat: Seat, stage: File["stage"], draft: Draft, squeezed = false): number => {
    const state = position();
    if (squeezed) setMode(rules, state, 0, "go-slow");
    const before = worth(state, seat, draft).euro;
    examine(rules, state, silent).stage = stage;
    return worth(state, seat, draft).euro - before;
  };
  const { europeScale, europeCoercion, europeDetermined } = rules.model.resolve;
  const { squeezeOdds } = rules.model.contracts;

  test("is something that Beijing is rid of and Brussels gives up, more once it is found", () => {
    const examined = europeScale * europeCoercion * squeezeOdds;
    const found = europeScale * (europeCoercion + europeDetermined) * squeezeOdds;
    expect(adds("beijing", "examination", SUPPLY)).toBeCloseTo(examined, 9);
    expect(adds("beijing", "engagement", SUPPLY)).toBeCloseTo(found, 9);
    expect(adds("beijing", "standing", SUPPLY)).toBeCloseTo(found, 9);
    expect(adds("commission", "engagement", SUPPLY)).toBeCloseTo(-found, 9);
    expect(adds("DE", "engagement", SUPPLY)).toBe(0);
  });

  test("a ballot on it is worth as much as a finding would add to what Europe could do", () => {
    const state = position();
    const about = examine(rules, state, silent).id;
    const law = draftOf(ballot("CZ", 1));
    const finding = draftOf(ballot("CZ", 1, about));
    const parties: Seat[] = ["commission", "CZ"];
    const of = (draft: Draft) => worth(state, "commission", draft, parties).euro;
    expect(of(finding) / of(law)).toBeCloseTo(europeDetermined / europeCoercion, 9);
  });

  test("is nothing where the draft does not close it", () => {
    const bare = draftOf(term({ measure: "none" }));
    expect(adds("beijing", "engagement", bare)).toBe(0);
    expect(adds("beijing", "engagement", draftOf(term({ metric: "access", about: "all" })))).toBe(0);
    expect(adds("beijing", "engagement", draftOf(DUE), true)).toBe(0);
    expect(adds("beijing", "engagement", SUPPLY, true)).toBeGreaterThan(0);
  });
});
