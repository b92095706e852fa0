// What Beijing's bots spend their points on, what they warn of, and what ends their squeezes.

import { expect, test } from "vitest";
import { botNamed } from "../../shared/bots/table.ts";
import { silent } from "../../shared/explain.ts";
import { newStream } from "../../shared/random.ts";
import type { State } from "../../shared/state.ts";
import { view } from "../../shared/view.ts";
import { determined, examine, noteCoercion } from "../../shared/world/coercion.ts";
import { openVote } from "../../shared/world/council.ts";
import { openFile } from "../../shared/world/files.ts";
import { setMode } from "../../shared/world/inputs.ts";
import { leverageWeek } from "../../shared/world/leverage.ts";
import { turnValve } from "../../shared/world/valve.ts";
import { file, order, position, rules, s } from "../helpers/order.ts";

/** What a doctrine may want, over so many throws of the dice. */
const wants = (id: string, state: State, throws = 60) =>
  Array.from({ length: throws }, (_, n) =>
    botNamed("beijing", id).decide(rules, view(rules, state, "beijing"), newStream(n, "test")),
  ).flat();

const times = (id: string, state: State, like: object): number =>
  wants(id, state).filter(({ command, why }) =>
    Object.entries(like).every(([key, value]) => ({ ...command, why })[key as "why"] === value),
  ).length;

/** A case of Brussels' is about to bite. */
function looming(): State {
  const state = position();
  Object.assign(file(state, "chemicals-dumping"), { stage: "provisional-gate", gate: 6 });
  state.tick = 2;
  return state;
}

test("warns of a case only with the points to answer it", () => {
  const state = looming();
  expect(times("mirror", state, { form: "warn" })).toBeGreaterThan(0);
  state.beijing.points = 1;
  expect(times("mirror", state, { form: "warn" })).toBe(0);
});

test("answers, mostly, what bites although it was warned of; without a warning not what it found on the table", () => {
  const state = looming();
  const bites = () => Object.assign(file(state, "chemicals-dumping"), { stage: "provisional", duty: 0.2 });
  bites();
  expect(times("mirror", state, { kind: "open-probe" })).toBe(0);
  const warned = looming();
  const warning = {
    kind: "issue-statement",
    form: "warn",
    to: "commission",
    file: "chemicals-dumping",
    weeks: 8,
  };
  expect(order(warned, "beijing", warning)).toBeNull();
  expect(times("mirror", warned, { kind: "open-probe" })).toBe(0);
  Object.assign(file(warned, "chemicals-dumping"), { stage: "provisional", duty: 0.2 });
  const answered = times("mirror", warned, { why: "as-warned" });
  expect(answered).toBeGreaterThan(10);
  expect(answered).toBeLessThan(50);
});

test("with points to spare it asks capitals to vote against a duty, which counts only so", () => {
  const state = position();
  openVote(rules, state, file(state, "hybrid-circumvention"), "unless-against", silent);
  expect(times("charmer", state, { kind: "send-envoy", ask: "vote" })).toBeGreaterThan(0);
  expect(times("charmer", state, { kind: "send-envoy", ask: "silence" })).toBe(0);
  state.beijing.points = 5;
  expect(times("charmer", state, { kind: "send-envoy", ask: "vote" })).toBe(0);
  expect(times("charmer", state, { kind: "send-envoy", ask: "silence" })).toBeGreaterThan(0);
});

test("points beyond the cap are lost: before that it opens a little, or spends at home, as long as it can", () => {
  const state = position();
  state.beijing.growth = rules.model.beijing.growth - 0.05;
  const spent = (points: number, why: string, tick: number): number => {
    Object.assign(state, { tick });
    state.beijing.points = points;
    return times("opportunist", state, { why });
  };
  expect(spent(9, "stimulus", 3)).toBeGreaterThan(spent(6, "stimulus", 3));
  // Weak growth is met without that too, sooner where the points would be lost.
  state.beijing.growth = rules.model.beijing.growth - 0.3;
  const weak = [6, 9].map((points) => spent(points, "stimulus", 3));
  expect(weak[0]).toBeGreaterThan(0);
  expect(weak[1]).toBeGreaterThan(weak[0]!);
  expect(spent(9, "open", 5)).toBeGreaterThan(spent(6, "open", 5));
  expect(spent(9, "open", 5)).toBeLessThan(30);
  // It goes by its own figure, not by the official one.
  state.beijing.growth = rules.model.beijing.growth;
  state.beijing.official = 0;
  expect(spent(9, "stimulus", 3)).toBe(0);
});

test("a squeeze that Europe has found to be coercion may end sooner, the more so the cooler the head", () => {
  const eases = (id: string, found: boolean): number => {
    const state = position();
    setMode(rules, state, 0, "go-slow");
    Object.assign(state.beijing, { squeezeSince: 0 });
    state.tick = 10;
    noteCoercion(rules, state, silent);
    const opened = examine(rules, state, silent);
    if (found) determined(rules, state, opened, silent);
    return times(id, state, { why: "ease-feared" });
  };
  expect(eases("patient", false)).toBe(0);
  expect(eases("patient", true)).toBeGreaterThan(eases("mirror", true));
  expect(eases("mirror", true)).toBeGreaterThan(0);
});

test("it squeezes less while a finding of coercion stands, since an answer is ready", () => {
  const squeezes = (stage: "examination" | "standing"): number => {
    const state = position();
    state.tick = 28;
    examine(rules, state, silent).stage = stage;
    leverageWeek(rules, state);
    return times("patient", state, { why: "squeeze" });
  };
  expect(squeezes("standing")).toBeLessThan(squeezes("examination") - 2);
});

/** Duties of Europe's own, laid on these sectors this week. */
function hit(state: State, ...sectors: string[]): State {
  for (const sector of sectors) {
    const petition = { kind: "anti-subsidy", side: "europe", breadth: 0.25, why: "move" } as const;
    const opened = openFile(rules, state, { ...petition, sector: s(sector) }, silent);
    Object.assign(opened, { stage: "in-force", duty: 0.2, gate: state.tick });
  }
  return state;
}

test("begins a squeeze only with points to keep it up, and while one runs spends what is left after that", () => {
  const state = position();
  state.tick = 12;
  expect(times("squeezer", state, { why: "squeeze" })).toBeGreaterThan(30);
  state.beijing.points = 3;
  expect(times("squeezer", state, { why: "squeeze" })).toBe(0);
  turnValve(rules, state, 0, "go-slow", silent);
  state.tick = 14;
  const envoys = (points: number): number => {
    state.beijing.points = points;
    return times("charmer", state, { kind: "send-envoy" });
  };
  expect(envoys(10)).toBeGreaterThan(0);
  expect(envoys(1.5)).toBe(0);
});

test("squeezes the sooner when Europe has just laid a duty", () => {
  const squeezes = (...sectors: string[]): number => {
    const state = position();
    Object.assign(state, { tick: 28, resolve: 1.2, cohesion: 80 });
    return times("mirror", hit(state, ...sectors), { why: "squeeze" });
  };
  expect(squeezes()).toBeLessThan(squeezes("consumer"));
});

test("answers blow for blow: each duty of Europe's own once, however long ago the last", () => {
  const answers = (probes: number): number => {
    const state = position();
    hit(state, "consumer");
    state.tick = 20;
    hit(state, "electronics");
    for (let n = 0; n < probes; n++)
      openFile(
        rules,
        state,
        { kind: "probe", side: "beijing", sector: n, breadth: 0.25, why: "move" },
        silent,
      );
    return times("mirror", state, { why: "retaliate" });
  };
  expect(answers(1)).toBeGreaterThan(0);
  expect(answers(2)).toBe(0);
});

test("gives nothing away while Europe lays duty on duty: no promise, no longer pause, no market opened", () => {
  const gives = (state: State): number =>
    times("charmer", state, { why: "soothe" }) +
    times("charmer", state, { why: "freeze" }) +
    times("charmer", state, { why: "open" });
  const at = (tick: number): State => {
    const state = position();
    Object.assign(state, { tick, heat: 80 });
    state.choices = [];
    return state;
  };
  for (const tick of [18, 17]) {
    expect(gives(at(tick))).toBeGreaterThan(0);
    expect(gives(hit(at(tick), "consumer"))).toBe(0);
  }
  const late = at(12);
  hit(late, "consumer");
  late.tick = 18;
  expect(gives(late)).toBeGreaterThan(0);
});
