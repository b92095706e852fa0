// Talks without a browser: drafts as they are edited, what is said of them, rooms and what waits there.

import { describe, expect, test } from "vitest";
import { speech } from "../../client/speech.ts";
import { bareText } from "../../client/talks/agreement.tsx";
import { consequences, leaving, unchecked } from "../../client/talks/broken.ts";
import {
  changesOf,
  emptyDraft,
  isTimed,
  promisesOf,
  subjectsOf,
  templatesFor,
  templatesOf,
  timingOf,
  withLength,
  withoutTerm,
  withPromise,
  withTerm,
} from "../../client/talks/draft.ts";
import { type Heard, heardAll, unread } from "../../client/talks/heard.ts";
import {
  agreements,
  agreementsIn,
  firstRoom,
  lineText,
  phrasesFor,
  roomsOf,
} from "../../client/talks/rooms.ts";
import { threatText, weeksFor } from "../../client/talks/say.tsx";
import {
  accuracyText,
  boundText,
  faultText,
  listed,
  shown,
  timeText,
  titleText,
  typed,
  unitText,
  valueText,
} from "../../client/talks/term.ts";
import { idleOf } from "../../client/talks/termrow.tsx";
import { entriesIn } from "../../client/talks/thread.tsx";
import { euroText, signingPrice, worthKind } from "../../client/talks/worth.tsx";
import { type Worth, worthOf } from "../../shared/bots/worth.ts";
import { bodiesFor, checkDraft, checkTerm } from "../../shared/moves/terms.ts";
import { METRICS, PHRASES } from "../../shared/scenario/terms.ts";
import type { Seat } from "../../shared/seat.ts";
import type { Draft, State, Talk, Term } from "../../shared/state.ts";
import { onTable, type View, view } from "../../shared/view.ts";
import { newState } from "../../shared/world/start.ts";
import { STANDING_TALK } from "../../shared/world/talks.ts";
import { draftOf, LICENCES, signed } from "../helpers/agreement.ts";
import { order } from "../helpers/order.ts";
import { brussels } from "../helpers/scenario.ts";

const { rules } = brussels;
const TABLE: Seat[] = ["commission", "beijing"];

/** A State with a private room of Beijing and Czechia, and its talk. */
function room(): { state: State; talk: Talk } {
  const state = newState(rules, { seed: 3, weeks: 104 });
  state.tick = rules.calendar.talksFirst;
  order(state, "beijing", { kind: "open-talk", seats: ["CZ"] });
  return { state, talk: state.talks.at(-1)! };
}

const say = (state: State, seat: Seat, talk: string, text: string) =>
  order(state, seat, { kind: "say", talk, text });

const CASES: Term = {
  ...{ by: "commission", metric: "no-new-case", about: "all" },
  ...{ value: 0, weeks: 26, measure: "public" },
};
const LANE: Term = {
  ...{ by: "beijing", metric: "fast-lane", about: "CZ" },
  ...{ value: 1.5, weeks: 26, measure: "public" },
};
const VOTE: Term = {
  ...{ by: "CZ", metric: "ballot", about: "accelerator-act" },
  ...{ value: 0, weeks: 26, measure: "public" },
};
const draft = (...terms: Term[]): Draft => draftOf(...terms);

test("a threat says who holds it against the one who made it", () => {
  const { state, talk } = room();
  const said = (seat: Seat) => threatText({ rules, view: view(rules, state, seat) }, talk, 20);
  expect(said("beijing")).toMatch(/Czechia will hold you to it.*week 20.*believes you less/);
  expect(said("CZ")).toMatch(/nobody counts/);
  const formal = state.talks.find(({ id }) => id === STANDING_TALK)!;
  expect(threatText({ rules, view: view(rules, state, "beijing") }, formal, 20)).toMatch(/nobody counts/);
  expect(threatText({ rules, view: view(rules, state, "commission") }, formal, 20)).toMatch(/will hold you/);
});

test("the editor says of a promise about supply that asks for nothing that it does, and of no other", () => {
  const idle = (term: Term) => idleOf({ rules }, term);
  const control = { ...LICENCES, metric: "no-new-control", value: 2 } as const;
  const notice = { ...control, metric: "stop-notice", value: 1 } as const;
  for (const term of [control, { ...control, value: 1 }, notice])
    expect(idle(term)).toBe("Leaves room for the first step of a squeeze: it proves nothing, whoever looks.");
  for (const term of [{ ...control, value: 0 }, notice])
    expect(idle({ ...term, about: "intermediates" })).toMatch(/^Is about what Beijing cannot restrict/);
  expect(idle({ ...LICENCES, value: 0.9 })).toMatch(/^Asks no more than was usual/);
  expect(idle({ ...LICENCES, value: 1.3 })).toBeUndefined();
  expect(idle({ ...LICENCES, metric: "no-new-control", value: 0 })).toBeUndefined();
  expect(
    idle({ ...LICENCES, by: "commission", metric: "no-new-case", about: "all", value: 2 }),
  ).toBeUndefined();
});

test("an agreement that asks for nothing says why, in its own case and in no other", () => {
  const { state } = room();
  const said = (...terms: Term[]) => {
    signed(rules, state, terms);
    return bareText({ rules }, view(rules, state, "commission").pub.contracts.at(-1)!);
  };
  const leaving = { ...LICENCES, metric: "no-new-control", value: 2 } as const;
  expect(said(leaving, CASES)).toMatch(
    /supply leaves room for the first step of a squeeze: it proves nothing/,
  );
  expect(said({ ...LICENCES, value: 0.9 })).not.toMatch(/squeeze/);
  expect(said(leaving, { ...LICENCES, value: 0.9 })).toMatch(/first step of a squeeze, or asks no more/);
  expect(said({ ...LICENCES, value: 1.3, measure: "none" })).toMatch(/^Nobody measures/);
});

test("a law waits so many weeks from its own date, and a breach says that it comes back", () => {
  const wait: Term = { ...CASES, metric: "law-delay", about: "accelerator-act", value: 26 };
  expect(`${boundText(wait)} ${timeText(wait, 52)}`).toBe(
    "at least 26\u00a0weeks later than was due at signature",
  );
  expect(timeText(CASES, 52)).toBe("until week 52");
  expect(timingOf(wait)).toBe("throughout");
  expect(isTimed(wait)).toBe(false);
  const told = consequences(rules, "commission", draft(LICENCES, wait));
  for (const { text } of told) expect(text).toMatch(/the law that was to wait \d+ weeks waits no longer/);
  for (const { text } of consequences(rules, "commission", draft(LICENCES, CASES)))
    expect(text).not.toMatch(/law/);
});

test("a draft names what its signature costs whoever reads it", () => {
  const { state } = room();
  const bought = draft({ ...CASES, by: "CZ", metric: "ballot", about: "accelerator-act", value: 1 });
  const price = (seat: Seat, written: Draft) =>
    signingPrice({ rules, view: view(rules, state, seat) }, written);
  expect(price("commission", bought)).toBe(`${rules.model.cost["give-pledge"]} political capital`);
  expect(price("beijing", bought)).toBe(`${rules.model.cost["send-envoy"]} political capital`);
  expect(price("CZ", bought)).toBeUndefined();
  expect(price("commission", draft(LICENCES, CASES))).toBeUndefined();
});

describe("editing a draft", () => {
  const { state, talk } = room();
  const seen = view(rules, state, "CZ");
  const parties: Seat[] = ["beijing", "CZ"];

  test("templates are those that are made for the seats of the room", () => {
    const ids = (seats: Seat[]) => templatesFor(rules, { ...talk, seats }).map((t) => t.id);
    expect(ids(["beijing", "CZ"])).toEqual(["side-deal", "measured-lane"]);
    expect(ids(["CZ", "DE"])).toEqual(["vote-trade"]);
    expect(ids(["commission", "CZ"])).toEqual(["vote-for-money"]);
    expect(ids(TABLE)).toContain("licence-benchmark");
    expect(ids(TABLE)).not.toContain("side-deal");
  });

  test("before there is a room, a seat is offered what it could begin, with the office that takes or a capital", () => {
    const of = (seat: Seat) => templatesOf(rules, seat).map(({ template, to }) => [template.id, to]);
    expect(of("MT")).toEqual([
      ["side-deal", "beijing"],
      ["measured-lane", "beijing"],
      ["vote-trade", ""],
      ["vote-for-money", "commission"],
    ]);
    expect(of("commission")).toContainEqual(["licence-benchmark", "beijing"]);
    expect(of("commission")).toContainEqual(["vote-for-money", ""]);
    expect(of("beijing").map(([id]) => id)).not.toContain("vote-trade");
  });

  test("money is typed as it is read: euros before, millions behind", () => {
    expect(unitText("payment", 20)).toEqual({ before: "€", after: "m" });
    expect(unitText("investment", 1.5)).toEqual({ before: "€", after: "bn" });
    expect(unitText("licence-days", 25)).toEqual({ before: "", after: "days" });
  });

  test("who has left the room no longer makes it another", () => {
    const left = {
      ...talk,
      seats: ["beijing", "CZ", "commission"] as Seat[],
      left: ["commission"] as Seat[],
    };
    expect(templatesFor(rules, left).map((t) => t.id)).toContain("side-deal");
  });

  test("every promise that is offered can be tabled as it is added, but for votes sold and money there is not", () => {
    for (const { by, metrics } of promisesOf(rules, seen, parties, emptyDraft()))
      for (const { metric, possible } of metrics) {
        const added = withPromise(rules, seen, parties, emptyDraft(), { by, metric });
        expect(added.terms.length, metric).toBe(possible ? 1 : 0);
        if (possible) expect(checkDraft(rules, seen, talk, added), metric).toBeNull();
      }
  });

  test("what is promised already is offered about something else, until nothing is left", () => {
    const lane = { by: "beijing", metric: "fast-lane" } as const;
    const once = withPromise(rules, seen, parties, emptyDraft(), lane);
    expect(withPromise(rules, seen, parties, once, lane)).toBe(once);
    const days = { by: "beijing", metric: "licence-days" } as const;
    const twice = withPromise(
      rules,
      seen,
      parties,
      withPromise(rules, seen, parties, emptyDraft(), days),
      days,
    );
    expect(twice.terms[0]!.about).toBe(rules.inputs[0]!.id);
    expect(twice.terms[1]!.about).not.toBe(twice.terms[0]!.about);
  });

  test("market access is promised in steps, while there are weeks left for one", () => {
    const tenders = { by: "beijing", metric: "access" } as const;
    const add = (work: Draft) => withPromise(rules, seen, parties, work, tenders);
    const year = { ...emptyDraft(), weeks: 30 };
    const steps = add(add(add(year)));
    expect(steps.terms.map(({ value, weeks }) => [value, weeks])).toEqual([
      [0.15, 13],
      [0.3, 26],
      [0.45, 30],
    ]);
    expect(add(steps)).toBe(steps);
    expect(checkDraft(rules, seen, talk, steps)).toBeNull();
    const later = withTerm(rules, steps, 1, { weeks: 20 });
    expect(changesOf(steps, later).marks).toEqual([
      undefined,
      { kind: "changed", was: steps.terms[1] },
      undefined,
    ]);
    expect(changesOf(steps, withoutTerm(steps, 0))).toMatchObject({ gone: [steps.terms[0]], count: 1 });
  });

  test("subjects are what the rules let a promise be about", () => {
    for (const by of parties)
      for (const metric of METRICS)
        for (const about of subjectsOf(rules, seen, parties, { by, metric })) {
          const value = LICENCES.value;
          const term: Term = { by, metric, about, value, weeks: 8, measure: bodiesFor(metric)[0]! };
          const code = checkTerm(rules, seen, parties, term, 52)?.code;
          expect(["no-such-thing", "not-a-party", "too-late"], `${metric} ${about}`).not.toContain(code);
        }
  });

  test("a shorter agreement takes along the windows that nobody sees, and leaves the others to the writer", () => {
    const short = withLength(draft(LICENCES, { ...LICENCES, weeks: 30 }, CASES), 13);
    expect(short.terms.map((t) => t.weeks)).toEqual([8, 30, 13]);
  });

  test("weeks are the writer's only where the rules look at them", () => {
    expect(timingOf(LICENCES)).toBe("window");
    expect(isTimed({ ...LICENCES, measure: "none" })).toBe(false);
    expect(isTimed({ metric: "access", measure: "public" })).toBe(true);
    for (const metric of ["no-new-case", "ballot", "payment", "close-case"] as const)
      expect(isTimed({ metric, measure: "public" }), metric).toBe(false);
  });
});

describe("what has changed", () => {
  const before = draft(LICENCES, CASES);

  test("nothing against itself, nor by a window that nobody looks at", () => {
    expect(changesOf(before, before).count).toBe(0);
    expect(changesOf(before, withTerm(rules, before, 1, { weeks: 3 })).count).toBe(0);
  });

  test("a figure, a body, a window", () => {
    for (const change of [{ value: 0.9 }, { measure: "survey" }, { weeks: 13 }] as const) {
      const { marks, count } = changesOf(before, withTerm(rules, before, 0, change));
      expect(marks).toEqual([{ kind: "changed", was: LICENCES }, undefined]);
      expect(count).toBe(1);
    }
  });

  test("a subject is a change of the same promise, not one gone and one new", () => {
    const { marks, gone } = changesOf(before, withTerm(rules, before, 0, { about: "graphite" }));
    expect(marks[0]).toEqual({ kind: "changed", was: LICENCES });
    expect(gone).toEqual([]);
  });

  test("taken out, put in, and put back", () => {
    const out = withoutTerm(before, 0);
    expect(changesOf(before, out)).toMatchObject({ gone: [LICENCES], marks: [undefined], count: 1 });
    const swapped = { ...out, terms: [...out.terms, LANE] };
    expect(changesOf(before, swapped)).toMatchObject({ marks: [undefined, { kind: "new" }], count: 2 });
    expect(changesOf(before, { ...out, terms: [...out.terms, LICENCES] }).count).toBe(0);
  });

  test("length, end, secrecy and snapback", () => {
    const now: Draft = { ...before, weeks: 26, expiry: "renew", secret: true, snapback: true };
    expect(changesOf(before, now)).toMatchObject({
      was: { weeks: 52, expiry: "lapse", secret: false, snapback: false },
      count: 4,
    });
  });
});

test("with the body that looks its window follows, to what the body can look back over", () => {
  const bare = draftOf({ ...LICENCES, measure: "none", weeks: 52 });
  const { windowLeast, windowMost } = rules.model.contracts;
  expect(withTerm(rules, bare, 0, { measure: "register" }).terms[0]!.weeks).toBe(windowMost);
  const short = draftOf({ ...LICENCES, measure: "none", weeks: 1 });
  expect(withTerm(rules, short, 0, { measure: "survey" }).terms[0]!.weeks).toBe(windowLeast);
  expect(withTerm(rules, bare, 0, { value: 1.2 }).terms[0]!.weeks).toBe(52);
});

describe("in words", () => {
  const { state, talk } = room();
  const seen = view(rules, state, "CZ");

  test("figures in their own units, shares in per cent, both ways", () => {
    expect(valueText("licence-days", 25)).toBe("25\u00a0days");
    expect(valueText("throughput", 0.9)).toBe("90\u00a0% of normal");
    expect(valueText("payment", 20)).toBe("€20m");
    expect(valueText("investment", 1.5)).toBe("€1.5bn");
    expect(valueText("stop-notice", 1)).toBe("1\u00a0stop");
    expect(valueText("ballot", 0)).toBe("abstain");
    expect(boundText({ metric: "no-new-case", value: 0 })).toBe("none");
    expect(boundText({ metric: "no-new-case", value: 2 })).toBe("at most 2\u00a0cases");
    for (const metric of METRICS) expect(typed(metric, shown(metric, 0.85))).toBeCloseTo(0.85, 9);
  });

  test("every promise has a title about every subject, and no ids", () => {
    for (const by of ["beijing", "commission", "CZ"] as Seat[])
      for (const metric of METRICS)
        for (const about of subjectsOf(rules, seen, ["beijing", "commission", "CZ"], { by, metric })) {
          const title = titleText(rules, seen.pub.files, { metric, about });
          expect(title).toMatch(/^[A-Z]/);
          expect(title).not.toMatch(/undefined|\b[a-z]+-[a-z]+-[a-z]+\b(?<!rare-earth)/);
        }
  });

  test("a body says how late and how roughly it looks, as the scenario has it", () => {
    const { registerLag, registerError } = rules.model.contracts;
    expect(accuracyText(rules, "register")).toBe(`${registerLag} weeks late, ±${100 * registerError}\u00a0%`);
    expect(accuracyText(rules, "none")).toBe("");
    // Invoices of makers are read more exactly than firms are asked.
    expect(accuracyText(rules, "register", "least-price")).toBe(`${registerLag} weeks late, ±1\u00a0%`);
  });

  test("a refusal names the bound in the term's own unit", () => {
    const fault = (term: Term, length = 52) =>
      faultText(term, checkTerm(rules, seen, ["beijing", "CZ"], term, length)!, length);
    expect(fault({ ...LICENCES, value: 7 })).toBe("At most 150\u00a0% of normal.");
    expect(fault({ ...LICENCES, value: 0.1 })).toBe("At least 50\u00a0% of normal.");
    expect(fault(LICENCES, 6)).toMatch(/^At most 6 weeks/);
    expect(fault({ ...LICENCES, weeks: 0 })).toMatch(/looks back over 4 weeks at least/);
    expect(fault({ ...LICENCES, weeks: 26 })).toMatch(/looks back over 13 weeks at most/);
    expect(fault({ ...LICENCES, metric: "access", about: "", measure: "public", weeks: 0 })).toBe(
      "At least 1 week.",
    );
    expect(fault({ ...LICENCES, measure: "public" })).toMatch(/choose who measures/);
  });

  test("lists of places", () => {
    expect([listed([]), listed([1]), listed([1, 2]), listed([1, 2, 4])]).toEqual([
      "",
      "1",
      "1 and 2",
      "1, 2 and 4",
    ]);
  });

  test("if it is broken: who is free of what, and what it costs, for whoever reads", () => {
    const deal = draft(
      { ...LICENCES, weeks: 13 },
      { ...LICENCES, metric: "approval-rate", value: 0.8, weeks: 13 },
      LANE,
      VOTE,
    );
    const [register, lane, ballot, ...rest] = consequences(rules, "CZ", deal);
    expect(rest).toEqual([]);
    expect(register).toMatchObject({
      by: "beijing",
      lead: "1 and 2 missed in more than 25\u00a0% of 13 weeks, and by 2 reports or more:",
    });
    expect(register!.text).toMatch(
      /^you are free of 4; .*the fast lane closes at once.*supplier falls by 5 of 100\.$/,
    );
    expect(lane!.lead).toBe("3 not kept, even once:");
    expect(ballot).toMatchObject({ by: "CZ", lead: "4 not kept at the count:" });
    expect(ballot!.text).toMatch(/^Beijing is free of 1, 2 and 3; .*you lose 4 points of standing\.$/);
    const theirs = consequences(rules, "beijing", deal);
    expect(theirs[0]!.text).toMatch(/^Czechia is free of 4/);
    expect(theirs[2]!.text).toMatch(/^you are free of 1, 2 and 3; .*Czechia loses 4 points of standing\.$/);
  });

  test("who leaves is told what that costs and what goes back, by who has broken what", () => {
    const state = newState(rules, { seed: 1, weeks: 104 });
    const plants = { ...LANE, metric: "investment", value: 2, weeks: 6 } as const;
    signed(rules, state, [plants, { ...VOTE, value: 1 }], ["beijing", "CZ"], { secret: true });
    const contract = state.contracts[0]!;
    const told = (seat: Seat) => leaving(rules, seat, view(rules, state, seat).own.contracts[0]!);
    const { breachStanding, breachReputation } = rules.model.contracts;
    expect(told("CZ")).toMatch(
      new RegExp(
        `you break yours: once the deal gets about, you lose ${breachStanding} points of standing; plants .* go again\\.$`,
      ),
    );
    expect(told("beijing")).toMatch(
      new RegExp(`you break yours: Beijing.s name .* by ${breachReputation} of 100\\.$`),
    );
    contract.terms[1]!.state = "broken";
    expect(told("beijing")).toMatch(/so you are free: plants of €2bn given for it go again\.$/);
    contract.terms[0]!.state = "broken";
    expect(told("CZ")).toBe("The other side has broken its word, so you are free.");
  });

  test("a survey proves nothing, nobody proves less, and a snapback is said where it is Beijing's breach", () => {
    const texts = (...terms: Term[]) =>
      consequences(rules, "CZ", { ...draft(...terms), snapback: true }).map(({ text }) => text);
    expect(texts({ ...LICENCES, measure: "survey" })[0]).toMatch(/^a survey proves nothing/);
    expect(texts({ ...LICENCES, measure: "none" })[0]).toMatch(/^nothing follows by right/);
    expect(texts({ ...LANE, measure: "none" })[0]).toMatch(/^everybody sees it.*suspend its part\.$/);
    const [ours, theirs] = texts(CASES, LICENCES);
    expect(ours).not.toMatch(/voted in advance/);
    expect(theirs).toMatch(/Brussels may lay on the duty voted in advance, within 2 weeks\.$/);
  });

  test("what was given to whoever breaks it comes back, and nothing else", () => {
    const plants: Term = { ...LANE, metric: "investment", value: 2 };
    const paid: Term = { ...LANE, by: "commission", metric: "payment", value: 20 };
    const closed: Term = { ...CASES, metric: "close-case", about: "ev-duties" };
    const text = (by: Seat, ...terms: Term[]) =>
      consequences(rules, "CZ", draft(...terms)).find((c) => c.by === by)!.text;
    expect(text("CZ", plants, VOTE)).toMatch(/plants of €2bn given for it go again/);
    expect(text("beijing", plants, VOTE)).not.toMatch(/plants/);
    expect(text("CZ", paid, VOTE)).toMatch(/€20m paid for it is paid back/);
    expect(text("commission", paid, VOTE)).not.toMatch(/paid back/);
    expect(text("beijing", LICENCES, closed)).toMatch(/goes on where it stood/);
    expect(text("commission", LICENCES, closed)).not.toMatch(/goes on/);
  });

  test("figures of what comes back: sums of gifts, orders, the part of a duty that had rested", () => {
    const plants: Term = { ...LANE, metric: "investment", value: 0.5 };
    const duty: Term = { ...CASES, metric: "europe-duty", about: "vehicles", value: 0.6 };
    const orders: Term = { ...LANE, metric: "orders", value: 0.1 };
    const [mine] = consequences(rules, "CZ", draft(VOTE, plants, plants, duty, orders));
    expect(mine!.text).toContain("plants of €1bn given for it go again");
    expect(mine!.text).toContain("the 40\u00a0% of a duty that rested comes back");
    expect(mine!.text).toContain("the extra orders, 10\u00a0% of exports, end at once");
  });

  test("windows of different lengths are told apart", () => {
    const leads = consequences(rules, "CZ", draft(LICENCES, { ...LICENCES, about: "graphite", weeks: 13 }));
    expect(leads.map(({ lead }) => lead)).toEqual([
      expect.stringContaining("of 8 weeks"),
      expect.stringContaining("of 13 weeks"),
    ]);
  });

  test("only bare promises about supply are warned of", () => {
    expect(
      unchecked(draft(LICENCES, { ...LICENCES, measure: "none" }, { ...LANE, measure: "none" })),
    ).toEqual([2]);
  });

  test("phrases: all of them can be reached, the ones that fit come first", () => {
    const { first, more } = phrasesFor(seen, talk);
    expect([...first, ...more].sort()).toEqual([...PHRASES].sort());
    expect(first.length).toBe(3);
    order(state, "beijing", {
      ...{ kind: "table-terms", talk: talk.id },
      ...draft({ ...LICENCES, measure: "none" }),
    });
    expect(phrasesFor(view(rules, state, "CZ"), talk).first).toContain("if-measured");
    expect(phrasesFor(view(rules, state, "beijing"), talk).first).not.toContain("if-measured");
  });

  test("how long stock lasts is said by whom it runs out for, and begins with what is there", () => {
    const known = { ...seen, own: { ...seen.own, stock: seen.own.stock.map(() => 1.2) } };
    expect(weeksFor({ rules, view: known }, "stock-lasts")).toBe(1);
    expect(weeksFor({ rules, view: known }, "shorter")).toBe(8);
    const theirs = phrasesFor(view(rules, state, "beijing"), talk);
    expect([...theirs.first, ...theirs.more]).not.toContain("stock-lasts");
  });
});

describe("rooms", () => {
  test("each by the others in it, with what waits there", () => {
    const { state, talk } = room();
    say(state, "beijing", talk.id, "Well?");
    order(state, "beijing", { ...{ kind: "table-terms", talk: talk.id }, ...draft(LICENCES) });
    const mine = roomsOf(rules, view(rules, state, "CZ"), {});
    expect(mine).toHaveLength(1);
    expect(mine[0]).toMatchObject({ name: "Beijing", side: "beijing", wants: true, unread: 1 });
    const theirs = roomsOf(rules, view(rules, state, "beijing"), {});
    expect(theirs.map((r) => [r.name, r.wants, r.unread, r.session])).toEqual([
      ["Commission", false, 0, true],
      ["Czechia", false, 0, false],
    ]);
    expect(firstRoom(theirs)).toBe(STANDING_TALK);
    expect(firstRoom([{ ...theirs[0]! }, { ...theirs[1]!, unread: 2 }])).toBe(talk.id);
    expect(onTable(view(rules, state, "CZ"), talk.id)?.number).toBe(1);
  });

  test("what was read stays read; what comes after is new; one's own words never are", () => {
    const { state, talk } = room();
    const seen = () => view(rules, state, "CZ");
    say(state, "beijing", talk.id, "one");
    say(state, "CZ", talk.id, "two");
    say(state, "beijing", talk.id, "three");
    expect(unread(seen(), {}, talk.id)).toBe(2);
    const heard: Heard = heardAll(seen(), {}, talk.id);
    expect(unread(seen(), heard, talk.id)).toBe(0);
    expect(heardAll(seen(), heard, talk.id)).toBe(heard);
    say(state, "beijing", talk.id, "four");
    expect(unread(seen(), heard, talk.id)).toBe(1);
  });

  test("a line says its phrase with its weeks, or its own words", () => {
    const line = { phrase: "need-by-week", text: "", weeks: 8, file: "", tick: 10 } as const;
    expect(lineText(rules, line)).toContain("week 18");
    expect(lineText(rules, { ...line, phrase: "", text: "Own words" })).toBe("Own words");
    expect(lineText(rules, { ...line, phrase: "threat", file: "ev-duties" })).toContain("electric cars");
  });

  test("agreements: those in force first; in a room only those of its seats", () => {
    const { state, talk } = room();
    signed(rules, state, [LICENCES]);
    signed(rules, state, [LANE], ["beijing", "CZ"], { secret: true });
    state.contracts[1]!.state = "ended";
    state.contracts[1]!.from += 1;
    const seen = view(rules, state, "CZ");
    expect(agreements(seen).map((c) => c.state)).toEqual(["kept", "ended"]);
    expect(agreementsIn(seen, talk).map((c) => c.parties)).toEqual([["beijing", "CZ"]]);
    expect(agreements(view(rules, state, "DE"))).toHaveLength(1);
  });
});

test("all sums of a draft stand in one unit, so that they can be added up", () => {
  const worth = (terms: number[]) => {
    const euro = terms.reduce((a, b) => a + b, 0);
    return { terms, euro, low: euro, high: euro, standing: 0, leak: 0, soothe: 0 };
  };
  const told = (terms: number[]) => {
    const all = worth(terms);
    return [...terms, all.euro].map((bn) => euroText(bn, all));
  };
  expect(told([0.118, -0.136])).toEqual(["+€118m", "−€136m", "−€18m"]);
  expect(told([7.42, -0.138, 0])).toEqual(["+€7.42bn", "−€0.14bn", "–", "+€7.28bn"]);
});

describe("what the euros of a draft are", () => {
  const state = newState(rules, { seed: 1, weeks: 104 });
  const days = (value: number): Term => ({ ...LICENCES, metric: "licence-days", value });
  const kindTo = (seat: Seat, term: Term) => {
    const draft = draftOf(term);
    return worthKind(seat, draft, worthOf(rules, view(rules, state, seat), draft, TABLE));
  };

  test("promises of supply insure Europe, and take a lever from Beijing", () => {
    expect(kindTo("commission", days(25))).toBe("insurance");
    expect(kindTo("beijing", days(25))).toBe("lever");
  });

  test("an insurance that is the lesser part of the worth is not what it is called by", () => {
    const terms: Term[] = [days(25), { ...LICENCES, metric: "no-new-case", value: 0 }];
    const kind = (...euros: number[]) =>
      worthKind("commission", draftOf(...terms), { terms: euros } as unknown as Worth);
    expect(kind(3, -2)).toBe("insurance");
    expect(kind(1, -2)).toBe("terms");
    expect(kind(0, 0)).toBe("terms");
  });

  test("a promise that asks for no more than there is insures nobody", () => {
    expect(kindTo("commission", days(400))).toBe("terms");
  });

  test("each has a sentence of what it counts and why nothing may show soon", () => {
    const { worthIs, noneSoon } = speech.talks;
    for (const kind of ["insurance", "lever", "terms"] as const) {
      expect(worthIs[kind]).toMatch(/^[A-Z].*\.$/);
      expect(noneSoon[kind](13)).toMatch(/^no change .*within 13 weeks/);
    }
  });
});

describe("a room in the order in which it happened", () => {
  test("within a week a draft stands after the words of who tables it, and before what others answer", () => {
    const line = (id: string, by: Seat, tick: number) => ({ id, by, tick, talk: "t1" });
    const draft = (id: string, by: Seat, tabled: number) => ({ id, by, tabled, talk: "t1" });
    const seen = {
      own: {
        lines: [line("no", "beijing", 7), line("offer", "commission", 7), line("later", "beijing", 9)],
        proposals: [draft("d1", "commission", 7)],
      },
    } as unknown as View;
    const order = entriesIn({ view: seen }, { id: "t1" } as Talk).map(({ id }) => id);
    expect(order).toEqual(["offer", "d1", "no", "later"]);
  });
});
