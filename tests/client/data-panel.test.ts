// What the panel of figures says: the two bars of leverage, open threats and warnings, and what firms build elsewhere.

import { describe, expect, test } from "vitest";
import { finding } from "../../client/panels/derisking.tsx";
import {
  biteSpan,
  type Lever,
  leverFinding,
  levers,
  netFinding,
  netOf,
} from "../../client/panels/leverage.tsx";
import { lossRows } from "../../client/panels/losses.tsx";
import { openWords } from "../../client/panels/promises.tsx";
import { speech } from "../../client/speech.ts";
import { silent } from "../../shared/explain.ts";
import type { Seat } from "../../shared/seat.ts";
import type { State } from "../../shared/state.ts";
import { view } from "../../shared/view.ts";
import { aid, LINES } from "../../shared/world/relief.ts";
import { learn } from "../../shared/world/resolve.ts";
import { assure } from "../../shared/world/signing.ts";
import { newState } from "../../shared/world/start.ts";
import { threaten, warn } from "../../shared/world/words.ts";
import { m } from "../helpers/order.ts";
import { brussels } from "../helpers/scenario.ts";

const { rules } = brussels;
const fresh = (): State => newState(rules, { seed: 4, weeks: 104 });
const game = (state: State, seat: Seat) => ({ rules, view: view(rules, state, seat) });

describe("what a capital's firms lose", () => {
  const rows = (state: State, seat: Seat = "FR") =>
    lossRows(game(state, seat)).map(({ of, id, paid }) => [of, id, paid?.until]);

  test("a row for each loss, with the last week of its own relief", () => {
    const state = fresh();
    expect(rows(state)).toEqual([]);
    const food = rules.sectors.findIndex(({ id }) => id === "agrifood");
    state.trade.lost[food * rules.M + m("FR")] = 0.4;
    expect(rows(state)).toEqual([["agrifood", "lost", undefined]]);
    expect(rows(state, "DE")).toEqual([]);
    aid(rules, state, m("FR"), LINES);
    const { reliefDelay, reliefWeeks } = rules.model.politics;
    const until = state.tick + reliefDelay + reliefWeeks - 1;
    expect(rows(state)).toEqual([
      [LINES, "lines", until],
      ["agrifood", "lost", undefined],
    ]);
    state.tick = until + 1;
    expect(rows(state)).toHaveLength(1);
  });
});

describe("the two bars", () => {
  const [theirs, ours] = levers(game(fresh(), "commission"))!;

  test("Beijing's is stacked by input, largest first, and the parts make the whole", () => {
    const amounts = theirs!.parts.map(({ amount }) => amount);
    expect(theirs!.parts[0]!.label).toBe("magnets");
    expect(amounts).toEqual([...amounts].sort((a, b) => b - a));
    expect(Math.abs(amounts.reduce((a, b) => a + b, 0) - theirs!.amount.value)).toBeLessThan(0.3);
  });

  test("small inputs stand together", () => {
    const state = fresh();
    state.leverage.byInput = [20, 1, 1.1, 0.9, 0];
    state.leverage.hold = 23;
    const { parts } = levers(game(state, "commission"))![0]!;
    expect(parts.map(({ label }) => label)).toEqual(["magnets", speech.dataPanel.otherInputs]);
    expect(parts[1]!.amount).toBeGreaterThan(2.5);
  });

  test("Europe's is stacked by readiness, with what it could come to", () => {
    expect(ours!.parts.map(({ look }) => look)).toEqual(["ready", "vote", "law"]);
    expect(ours!.upTo).toBeCloseTo(
      ours!.parts.reduce((sum, { amount }) => sum + amount, 0),
      9,
    );
  });

  test("who only guesses sees spans: of euros, and of weeks", () => {
    const [guessed] = levers(game(fresh(), "beijing"))!;
    expect(theirs!.amount.error / theirs!.amount.value).toBeCloseTo(0.1, 2);
    expect(guessed!.amount.error / guessed!.amount.value).toBeCloseTo(0.25, 2);
    expect(theirs!.bite.error).toBe(0);
    const [from, to] = biteSpan(guessed!.bite);
    expect(to - from).toBe(4);
  });

  test("net of one's own cost: what each keeps, and who is ahead by more than the error", () => {
    const state = fresh();
    const net = netOf(game(state, "commission"))!;
    expect(net.theirs + net.theirCost).toBeCloseTo(theirs!.amount.value, 9);
    expect(net.ours + net.ourCost).toBeCloseTo(ours!.amount.value, 9);
    expect(net.ahead.value).toBeCloseTo(net.theirs - net.ours, 9);
    expect(netFinding(net)).toMatch(/^Beijing is ahead by €/);
    expect(netFinding({ ahead: { value: -9, error: 2 } })).toMatch(/^Europe is ahead by €9/);
    expect(netFinding({ ahead: { value: -1, error: 2 } })).toMatch(/^neither/);
    expect(netOf(game(state, "observer" as Seat))).toBeUndefined();
  });

  const lever = (side: Lever["side"], amount: number, bite: number): Lever => ({
    ...{ side, title: "", amount: { value: amount, error: 0 }, upTo: amount, parts: [] },
    ...{ weeks: 52, bite: { value: bite, error: 0 } },
  });
  const says = (hold: number, bite: number, ready: number, ourBite: number) =>
    leverFinding([lever("beijing", hold, bite), lever("europe", ready, ourBite)]);

  test.each([
    [30, 0, 6, 10, /large and quick/],
    [30, 11, 6, 6, /Beijing’s hold is the larger, but Europe’s bites sooner/],
    [30, 8, 6, 12, /Beijing’s hold is the larger, and bites sooner/],
    [30, 5, 6, 6, /both bite about as soon/],
    [10, 0, 9, 10, /about as much; Beijing’s hold bites sooner/],
    [5, 0, 9, 10, /Europe’s hold is the larger, but Beijing’s/],
    [5, 52, 9, 10, /Europe’s hold is the larger, and bites sooner/],
    [0, 52, 0, 52, /Neither/],
  ])("€%dbn from week %d beside €%dbn from week %d", (hold, bite, ready, ourBite, sentence) =>
    expect(says(hold, bite, ready, ourBite)).toMatch(sentence),
  );

  test("onlookers are shown nothing", () => {
    expect(levers({ rules, view: view(rules, fresh(), "observer") })).toBeUndefined();
  });
});

describe("threats and warnings", () => {
  const state = fresh();
  warn(state, "HU", "", 20, silent);
  threaten(rules, state, "chemicals-dumping", 8, silent);
  const file = state.files.find((f) => f.id === "chemicals-dumping")!;

  test("the most pressing first, with deadline, and whether there is still time", () => {
    const [first, second] = openWords(game(state, "commission"));
    expect(first).toMatchObject({ inTime: true, when: "by week 8, 8 weeks left." });
    expect(first!.what).toContain("dumped chemicals");
    expect(second!.what).toContain("Hungary");
    file.gate = 30;
    expect(openWords(game(state, "commission"))[0]!.inTime).toBe(false);
    file.gate = 6;
  });

  test("how far they are believed: a word for who has a hint, a chance for who knows", () => {
    const [threat, warning] = openWords(game(state, "commission"));
    expect(threat!.believed).toBe(speech.promises.toBeijing("unsure"));
    expect(warning!.believed).toBe(speech.promises.hint("Hungary", "unsure"));
    expect(openWords(game(state, "beijing"))[0]!.believed).toMatch(/\d+ in 100/);
    expect(openWords(game(state, "HU"))[1]!.believed).toMatch(/\d+ in 100/);
  });

  test("a warning to Brussels is believed by so many capitals", () => {
    const all = fresh();
    warn(all, "commission", "chemicals-dumping", 8, silent);
    expect(openWords(game(all, "commission"))[0]!.believed).toContain("unsure whether");
    for (const code of ["HU", "SK", "ES"]) learn(rules, all, m(code), "trustBeijing", 3);
    expect(openWords(game(all, "commission"))[0]!.believed).toContain("3 believe it");
  });

  test("nothing is said of words whose time is over", () => {
    const late = fresh();
    warn(late, "HU", "", 2, silent);
    late.tick = 3;
    expect(openWords(game(late, "commission"))).toEqual([]);
  });
});

describe("what firms build elsewhere, in one sentence", () => {
  const after = (change: (state: State) => void) => {
    const state = fresh();
    change(state);
    return finding(game(state, "commission"));
  };
  const pace = (starting: number, closing: number) => (state: State) => {
    for (const input of state.inputs) Object.assign(input, { starting, closing });
  };
  const words = speech.derisking;

  test.each([
    ["starts outrun closures", pace(0.001, 0), words.grows],
    ["closures outrun starts", pace(0.0001, 0.001), words.fades],
    ["nothing is started", pace(0, 0.001), words.calm],
  ] as const)("%s", (_, change, sentence) => expect(after(change)).toBe(sentence));

  test.each([
    [pace(0.0001, 0.001), words.fadesSoothed("“Temporary assurance”", 26)],
    [pace(0, 0), words.soothed("“Temporary assurance”", 26)],
  ] as const)("under a promise that nobody measures the promise is named (%#)", (change, sentence) =>
    expect(
      after((state) => {
        change(state);
        assure(rules, state, 26, silent);
      }),
    ).toBe(sentence),
  );
});
