// Maximum force at once: what the doctrine keeps its points for, what it promises, and where it goes on when every sector
// has its case.

import { expect, test } from "vitest";
import { botNamed } from "../../shared/bots/table.ts";
import { silent } from "../../shared/explain.ts";
import type { Command } from "../../shared/moves/table.ts";
import { newStream } from "../../shared/random.ts";
import type { State } from "../../shared/state.ts";
import { view } from "../../shared/view.ts";
import { openVote } from "../../shared/world/council.ts";
import { openFile } from "../../shared/world/files.ts";
import { file, m, position, rules, s } from "../helpers/order.ts";

const decides = (id: string, state: State): Command[] =>
  botNamed("commission", id)
    .decide(rules, view(rules, state, "commission"), newStream(1, "force"))
    .map(({ command }) => command);
const kinds = (id: string, state: State): string[] => decides(id, state).map(({ kind }) => kind);

/** A calm week in which nothing waits for the Commission but these gates, so many weeks ahead. */
function gates(...weeks: number[]): State {
  const state = position();
  Object.assign(state, { tick: 40, choices: [] });
  state.files = state.files.filter((f) => !f.stage.endsWith("-gate"));
  weeks.forEach((ahead, k) => {
    const petition = { kind: "anti-subsidy", side: "europe", sector: k, breadth: 0.25, why: "move" } as const;
    Object.assign(openFile(rules, state, petition, silent), { gate: state.tick + ahead });
  });
  return state;
}

test("points that come in before a gate are for that gate, before another case is opened", () => {
  const opens = (points: number, ...weeks: number[]): boolean => {
    const state = gates(...weeks);
    state.commission.points = points;
    return kinds("force", state).includes("open-case");
  };
  expect(opens(1)).toBe(true);
  expect(opens(1, 5)).toBe(true);
  expect(opens(1, 4)).toBe(false);
  expect(opens(2, 4)).toBe(true);
  expect(opens(2, 4, 4)).toBe(false);
  expect(opens(3, 4, 4)).toBe(true);
});

test("it promises capitals nothing for laws that it does not fight for", () => {
  const state = position();
  openVote(rules, state, file(state, "accelerator-act"), "for", silent);
  state.tick = state.votes[0]!.closes - 1;
  for (const member of state.members) member.support = 0;
  for (const code of ["FR", "IT", "ES", "PL"] as const) state.members[m(code)]!.support = 0.8;
  expect(kinds("prepared", state)).toContain("give-pledge");
  expect(kinds("force", state)).not.toContain("give-pledge");
});

test("where every sector has its case it opens a second one of another form, which others do not", () => {
  const state = gates();
  rules.sectors.forEach(({ id }) => {
    const petition = { kind: "anti-subsidy", side: "europe", breadth: 0.25, why: "move" } as const;
    const opened = openFile(rules, state, { ...petition, sector: s(id) }, silent);
    Object.assign(opened, { stage: "in-force", duty: 0.2, gate: 0 });
  });
  const opened = decides("force", state).find(({ kind }) => kind === "open-case");
  expect(opened).toMatchObject({ form: "anti-dumping" });
  expect(kinds("prepared", state)).not.toContain("open-case");
  expect(kinds("prepared", gates())).toContain("open-case");
});
