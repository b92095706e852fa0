// The episodes of the house say what the model gets right and what it misses; and a file that is no episode is told why.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import * as z from "zod";
import { EpisodeError, houseEpisodes, loadEpisode } from "../../server/batch/episodes.ts";
import { NUMBERS } from "../../shared/episode/number.ts";
import { type Episode, episodeSchema, parseEpisode, playEpisode, prepare } from "../../shared/episode.ts";
import { brussels } from "../helpers/scenario.ts";

const files = houseEpisodes();

describe.each(files.map((path) => ({ name: basename(path), path })))("$name", ({ name, path }) => {
  const plan = loadEpisode(path);
  const { result, refusals } = playEpisode(plan);

  test("carries its own name", () => {
    expect(`${result.id}.json`).toBe(name);
  });

  test.each(plan.episode.checks.map((check, k) => ({ check, k })))(
    "$check.what: $check.expect",
    ({ check, k }) => {
      const { modelled, low, high } = result.checks[k]!;
      const said = `${modelled} against ${low} to ${high}`;
      expect(`${result.checks[k]!.pass ? "pass" : "miss"}: ${said}`).toBe(`${check.expect}: ${said}`);
    },
  );

  test("every order of history is one the game allows", () => {
    expect(refusals).toEqual([]);
    expect(result.checks.slice(plan.episode.checks.length).filter((c) => !c.pass)).toEqual([]);
  });
});

test("the episodes that the model was fitted to are all there, and one that it was not", () => {
  const sets = files.map((path) => loadEpisode(path).episode);
  const calibration = sets.filter((e) => e.set === "calibration").map((e) => Number.parseInt(e.id, 10));
  expect([...new Set(calibration)].sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 8, 11]);
  expect(sets.some((e) => e.set === "holdout")).toBe(true);
});

const retaliation = JSON.parse(readFileSync(files.find((f) => f.endsWith("11-retaliation.json"))!, "utf8"));

/** What is wrong with an episode after a change. */
// biome-ignore lint/suspicious/noExplicitAny: the point is to write what the type forbids
function faults(change: (e: any) => void): string[] {
  const json = structuredClone(retaliation);
  change(json);
  const parsed = parseEpisode(json);
  const ready = "problems" in parsed ? parsed : prepare(parsed.episode, brussels.scenario);
  return "problems" in ready ? ready.problems.map((p) => `${p.path}: ${p.reason}`) : [];
}

test("the episode that the faults below are made of has none", () => {
  expect(faults(() => {})).toEqual([]);
});

// biome-ignore lint/suspicious/noExplicitAny: see above
type Row = [name: string, change: (e: any) => void, fault: RegExp];

// biome-ignore format: one fault a row
const SHAPE: Row[] = [
  ["no start", (e) => { delete e.start; }, /^start: is missing/],
  ["a start that is no day", (e) => { e.start = "2023-02-30"; }, /^start: .*date/],
  ["a field nobody knows", (e) => { e.mood = 1; }, /^mood: is no field here/],
  ["a field nobody knows, deep inside", (e) => { e.checks[1].measure.of.value.fould = "sum"; }, /^checks\[1\]\.measure\.of\.value\.fould: is no field here/],
  ["no weeks", (e) => { e.weeks = 0; }, /^weeks: Too small/],
  ["a set that is none", (e) => { e.set = "training"; }, /^set: .*"calibration"\|"holdout"/],
  ["a part that cannot be left out", (e) => { e.without = ["members"]; }, /^without\[0\]: .*"cards"/],
  ["a value and a scale", (e) => { e.overrides = [{ path: "model.trade.leakage", value: 1, scale: 2 }]; }, /^overrides\[0\]\.value: needs either/],
  ["neither value nor scale", (e) => { e.overrides = [{ path: "model.trade.leakage" }]; }, /^overrides\[0\]\.value: needs either/],
  ["a week that is no week", (e) => { e.script[0].week = "soon"; }, /^script\[0\]\.week: must be a week/],
  ["an entry of no kind", (e) => { e.script[0].kind = "do"; }, /^script\[0\]\.kind: .*'order' \| 'set'/],
  ["a measure of no kind", (e) => { e.checks[0].measure.kind = "max"; }, /^checks\[0\]\.measure\.kind: .*'at' \| 'sum'/],
  ["news that is never told", (e) => { e.checks[0].measure.of.value.code = "probes"; }, /^checks\[0\]\.measure\.of\.value\.code: .*"probe-opened"/],
  ["a month that is none", (e) => { e.checks[0].measure = { kind: "month", value: "heat", how: "mean", month: "May" }; }, /^checks\[0\]\.measure\.month: must be a month/],
  ["an operation with one part", (e) => { e.checks[2].measure.of.value = { kind: "over", parts: ["heat"] }; }, /^checks\[2\]\.measure\.of\.value\.parts: Too small/],
  ["no checks", (e) => { e.checks = []; }, /^checks: Too small/],
  ["nothing to pass", (e) => { const c = e.checks[2]; delete c.low; delete c.high; }, /^checks\[2\]\.observed: needs observed and tolerance/],
  ["a tolerance about nothing", (e) => { const c = e.checks[2]; delete c.low; delete c.high; delete c.observed; c.tolerance = { relative: 0.1 }; }, /^checks\[2\]\.tolerance: needs observed/],
  ["two tolerances", (e) => { const c = e.checks[2]; delete c.low; delete c.high; c.tolerance = { relative: 0.1, weeks: 2 }; }, /^checks\[2\]\.tolerance: needs exactly one/],
  ["a tolerance and a bound", (e) => { e.checks[2].tolerance = { relative: 0.1 }; }, /^checks\[2\]\.tolerance: .*neither low nor high/],
  ["a miss without a reason", (e) => { e.checks[2].expect = "miss"; }, /^checks\[2\]\.reason: is missing/],
  ["seeds folded in no known way", (e) => { e.checks[2].across = "max"; }, /^checks\[2\]\.across: must be "mean"/],
];

// biome-ignore format: one fault a row
const SENSE: Row[] = [
  ["a parameter that is none", (e) => { e.overrides = [{ path: "model.trade.leekage", value: 1 }]; }, /^overrides\[0\]\.path: there is no "leekage" in "model\.trade"/],
  ["a state outside the Union", (e) => { e.overrides = [{ path: "members[UK].gdp", value: 1 }]; }, /^overrides\[0\]\.path: nothing is called "UK"/],
  ["an item past the end", (e) => { e.overrides = [{ path: "inputs[9].demand", value: 1 }]; }, /^overrides\[0\]\.path: there is no item 9 of 5/],
  ["an item of no list", (e) => { e.overrides = [{ path: "model[0]", value: 1 }]; }, /^overrides\[0\]\.path: "model" is no list/],
  ["a path that is none", (e) => { e.overrides = [{ path: "inputs[magnets", value: 1 }]; }, /^overrides\[0\]\.path: is no path at "\[magnets"/],
  ["a path into the machine", (e) => { e.overrides = [{ path: "model.constructor", value: 1 }]; }, /^overrides\[0\]\.path: there is no "constructor"/],
  ["text for a number", (e) => { e.overrides = [{ path: "model.trade.leakage", value: "much" }]; }, /^overrides\[0\]\.value: takes a number/],
  ["text that is scaled", (e) => { e.overrides = [{ path: "inputs[magnets].mode", scale: 2 }]; }, /^overrides\[0\]\.path: only numbers/],
  ["a scenario that does not add up", (e) => { e.overrides = [{ path: "sectors[vehicles].exports", scale: 2 }]; }, /^overrides: make no valid scenario: sectors\[3\]\.exports members' exports/],
  ["a place that is not in the State", (e) => { e.overrides = [{ path: "state.inputs[magnets].risc", value: 1 }]; }, /^overrides\[0\]\.path: there is no "risc" in "inputs\[0\]"/],
  ["a word the State does not know", (e) => { e.overrides = [{ path: "state.commission.obligation", value: "strikt" }]; }, /^overrides\[0\]\.value: takes one of none, soft, strict/],
  ["a share over 1", (e) => { e.overrides = [{ path: "inputs[magnets].chinaShare", value: -4 }]; }, /^overrides: make no valid scenario: inputs\[0\]\.chinaShare\.value must lie between 0 and 1/],
  ["a heat below nothing", (e) => { e.overrides = [{ path: "state.heat", value: -400 }]; }, /^overrides\[0\]\.value: must lie between 0 and 100/],
  ["a throughput below nothing", (e) => { e.script.push({ kind: "set", from: 0, path: "state.inputs[magnets].throughput", value: -5 }); }, /^script\[3\]\.value: must not be negative/],
  ["stocks scaled below nothing", (e) => { e.overrides = [{ path: "state.inputs[magnets].stock", scale: -1 }]; }, /^overrides\[0\]\.scale: must not be negative/],
  ["a heat scaled twice", (e) => { e.overrides = [{ path: "state.heat", scale: 4 }, { path: "state.heat", scale: 4 }]; }, /^overrides\[1\]\.scale: must lie between 0 and 100/],
  ["a procedure that is not there yet", (e) => { e.overrides = [{ path: "state.files[x].duty", value: 0.1 }]; }, /^overrides\[0\]\.path: nothing is called "x"/],
  ["a row with a number beyond", (e) => { e.overrides = [{ path: "state.trade.injury[vehicles]", value: 2 }]; }, /^overrides\[0\]\.value: must lie between 0 and 1/],
  ["a duty below nothing on what comes and goes", (e) => { e.script.push({ kind: "set", from: 0, path: "state.files[x].duty", value: -1 }); }, /^script\[3\]\.value: must not be negative/],
  ["the clock itself", (e) => { e.script.push({ kind: "set", from: 0, path: "state.tick", value: 5 }); }, /^script\[3\]\.value: cannot be set/],
  ["a row of the wrong length", (e) => { e.overrides = [{ path: "state.inputs[magnets].stock", value: [1] }]; }, /^overrides\[0\]\.value: takes a row of 27 numbers/],
  ["a whole list of the State", (e) => { e.overrides = [{ path: "state.files", value: [] }]; }, /^overrides\[0\]\.value: cannot be set as a whole/],
  ["a base scenario that is none", (e) => { e.scenario = 7; }, /^scenario: .*string/],
  ["a doctrine that Beijing lacks", (e) => { e.bots = { beijing: "angry" }; }, /^bots\.beijing: no doctrine "angry"/],
  ["a doctrine that capitals lack", (e) => { e.bots = { members: "angry" }; }, /^bots\.members: no doctrine "angry"/],
  ["a week after the end", (e) => { e.script[0].week = 120; }, /^script\[0\]\.week: is week 120 of an episode with weeks 0 to 119/],
  ["a day before the start", (e) => { e.script[0].week = "2023-01-01"; }, /^script\[0\]\.week: is week -40/],
  ["a command that is none", (e) => { e.script[0].command.kind = "declare-war"; }, /^script\[0\]\.command\.kind: .*'open-case'/],
  ["a command with a field nobody knows", (e) => { e.script[0].command.speed = 1; }, /^script\[0\]\.command\.speed: is no field/],
  ["an order about an unknown sector", (e) => { e.script[0].command.sector = "cars"; }, /^script\[0\]\.command\.sector: no sector of the scenario is called "cars"/],
  ["an order about a state outside the Union", (e) => { e.script[0] = { kind: "order", week: 0, seat: "beijing", command: { kind: "apply-rules", member: "UK" } }; }, /^script\[0\]\.command\.member: .*"DE"/],
  ["an order of no seat", (e) => { e.script[0].seat = "UK"; }, /^script\[0\]\.seat: .*"commission"/],
  ["an answer to an unknown card", (e) => { e.script.push({ kind: "order", week: 1, seat: "DE", command: { kind: "choose", choice: { find: "choices", where: { card: "E99" } }, option: "x" } }); }, /^script\[3\]\.command\.choice\.where\.card: no card of the scenario is called "E99"/],
  ["a card that is not there", (e) => { e.overrides = [{ path: "cards[E99].weeks", value: 3 }]; }, /^overrides\[0\]\.path: nothing is called "E99"/],
  ["an end before the beginning", (e) => { e.script.push({ kind: "set", from: 8, until: 8, path: "state.heat", value: 10 }); }, /^script\[3\]\.until: does not come after from/],
  ["an end before the beginning, by days", (e) => { e.script.push({ kind: "set", from: "2024-03-01", until: "2024-02-01", path: "state.heat", value: 10 }); }, /^script\[3\]\.until: does not come after from/],
  ["a command without a field", (e) => { delete e.script[0].command.sector; }, /^script\[0\]\.command\.sector: .*string/],
  ["a search in no list", (e) => { e.script[1].command.file.find = "laws"; }, /^script\[1\]\.command\.file\.find: must be one of files, votes/],
  ["a rule set as if it were a state", (e) => { e.script.push({ kind: "set", from: 0, path: "model.trade.leakage", value: 1 }); }, /^script\[3\]\.path: must begin with "state\."/],
  ["a stage no procedure has", (e) => { e.script.push({ kind: "set", from: 0, path: "state.files[x].stage", value: "won" }); }, /^script\[3\]\.value: takes one of asked, proposal/],
  ["a value from nowhere", (e) => { e.checks[2].measure.of.value = "state.heet"; }, /^checks\[2\]\.measure\.of\.value: "state\.heet": there is no "heet" at the top/],
  ["a number of nobody", (e) => { e.checks[2].measure.of.value = "imports[cars]"; }, /^checks\[2\]\.measure\.of\.value: "imports" is counted for electronics.*not for "cars"/],
  ["a number of the Union for one state", (e) => { e.checks[2].measure.of.value = "heat[DE]"; }, /^checks\[2\]\.measure\.of\.value: "heat" is counted for the Union/],
  ["a choice among nothing", (e) => { e.checks[1].measure.of.value.path = "state.files"; }, /^checks\[1\]\.measure\.of\.value: "state\.files": `where` needs a \[\*\]/],
  ["a label that nothing bears", (e) => { e.checks[0].measure = { kind: "change", of: e.checks[0].measure, omit: ["duty"] }; }, /^checks\[0\]\.measure\.omit: no entry of the script has the label "duty"/],
  ["a month that sticks out", (e) => { e.checks[0].measure = { kind: "month", value: "heat", how: "mean", month: "2023-10" }; }, /^checks\[0\]\.measure: 2023-10 does not lie/],
  ["a first week of anything", (e) => { e.checks[0].measure = { kind: "first", value: "heat" }; }, /^checks\[0\]\.measure: needs above or below/],
];

test.each([...SHAPE, ...SENSE])("%s is named with path and reason", (_, change, fault) => {
  const found = faults(change);
  expect(found).toEqual([expect.stringMatching(fault)]);
});

test("all faults of a stage are named at once", () => {
  const found = faults((e) => {
    e.script[0].week = 999;
    e.bots = { beijing: "angry" };
    e.checks[2].measure.of.value = "state.heet";
  });
  expect(found).toHaveLength(3);
});

describe("files on disk", () => {
  const folder = mkdtempSync(join(tmpdir(), "episodes-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const load = (text: string) => {
    const path = join(folder, "mine.json");
    writeFileSync(path, text);
    return () => loadEpisode(path);
  };

  test("a file that is not there, or no JSON, is named", () => {
    expect(() => loadEpisode(join(folder, "none.json"))).toThrow(EpisodeError);
    expect(load("{")).toThrow(/mine\.json cannot be read/);
  });

  test("faults and unknown base scenarios come with the file's name", () => {
    expect(load(JSON.stringify({ ...retaliation, weeks: 0 }))).toThrow(
      /mine\.json is no episode:\n {2}weeks: /,
    );
    expect(load(JSON.stringify({ ...retaliation, scenario: "mars" }))).toThrow(
      /scenario: there is no scenario called "mars"/,
    );
  });
});

describe("the page about episodes", () => {
  const page = readFileSync(new URL("../../assets/episodes/README.md", import.meta.url), "utf8");
  const example = JSON.parse(/```json\n([\s\S]*?)```/.exec(page)![1]!);

  test("its example is an episode that plays, every order included", () => {
    const parsed = parseEpisode(example) as { episode: Episode };
    const ready = prepare(parsed.episode, brussels.scenario);
    if ("problems" in ready) throw new Error(JSON.stringify(ready.problems));
    const { result, refusals } = playEpisode(ready.plan);
    expect(refusals).toEqual([]);
    expect(result.checks.map((c) => c.modelled)).not.toContain(null);
  });

  test("its short examples are measures and a check of the schema", () => {
    const lines = [...page.matchAll(/```json\n([\s\S]*?)```/g)][1]![1]!.trim().split("\n");
    const given = lines.map((line) => JSON.parse(line) as { kind?: string; what?: string });
    expect(given.map(({ kind }) => kind ?? "check")).toEqual(["change", "without", "check"]);
    const checks = given.map((x) => (x.kind ? { ...example.checks[1], measure: x } : x));
    const parsed = parseEpisode({ ...example, checks });
    if ("problems" in parsed) throw new Error(JSON.stringify(parsed.problems));
    const ready = prepare(parsed.episode, brussels.scenario);
    expect("problems" in ready ? ready.problems : []).toEqual([]);
  });

  test("every kind of measure is on it, and every number is in the schema with its unit", () => {
    const schema = JSON.stringify(z.toJSONSchema(episodeSchema, { io: "input" }));
    for (const id of NUMBERS) expect(schema).toContain(`${id} (by `);
    const kinds = [...schema.matchAll(/"kind":\{"type":"string","(?:const":"([a-z]+)"|enum":\[([^\]]+)\])/g)];
    const measures = kinds.flatMap(([, one, many]) => (one ? [one] : many!.replaceAll('"', "").split(",")));
    expect(measures.length).toBeGreaterThan(15);
    for (const kind of measures) expect(page, kind).toContain(kind);
  });
});
