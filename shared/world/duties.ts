// What a procedure does when it bites: duties in force, the package's fund and snapback, the duties a law lays on firms.

import type { Trace } from "../explain.ts";
import type { Rules } from "../scenario.ts";
import { type File, type State, tell } from "../state.ts";
import { dignify, warm } from "./heat.ts";
import { once } from "./once.ts";
import { keepWord } from "./words.ts";

/** Duties of week 0 by file id, and what they weigh in their sector: that is part of the sectors' average duties already. */
const startDuties = once(
  (rules: Rules) =>
    new Map(
      rules.files
        .filter((f) => f.stage === "in-force" || f.stage === "provisional")
        .map((f) => [f.id, { duty: f.rate ?? 0, weight: (f.rate ?? 0) * (f.breadth ?? 0) }]),
    ),
);

/** The part of a file's duty that has been laid on since week 0. */
export const laidOn = (rules: Rules, file: Pick<File, "id" | "duty">): number =>
  Math.max(0, file.duty - (startDuties(rules).get(file.id)?.duty ?? 0));

/** Sets the duty of a file and the average duty of its sector: the one of week 0 and all changes since. */
export function setDuty(rules: Rules, state: State, file: File, duty: number): void {
  file.duty = duty;
  if (file.sector < 0) return;
  let change = 0;
  for (const f of state.files)
    if (f.sector === file.sector && f.side === file.side)
      change += f.duty * f.breadth - (startDuties(rules).get(f.id)?.weight ?? 0);
  const sector = rules.sectors[file.sector]!;
  if (file.side === "europe") state.trade.dutyEurope[file.sector] = Math.max(0, sector.dutyEurope + change);
  else state.trade.dutyChina[file.sector] = Math.max(0, sector.dutyChina + change);
}

const about = (rules: Rules, file: File): string[] =>
  file.sector < 0 ? [file.id] : [file.id, rules.sectors[file.sector]!.id];

/** News of a file, with its sector. */
export function announce(rules: Rules, state: State, file: File, code: string, amount = 0): void {
  const by = file.side === "europe" ? "commission" : "beijing";
  tell(state, { code, by, about: about(rules, file), amount, to: [] });
}

/** Ends a file and its duty. Marks "duty-ends". */
export function closeFile(rules: Rules, state: State, file: File, trace: Trace): void {
  file.stage = "closed";
  file.gate = -1;
  file.rested = 0;
  endDuty(rules, state, file, trace);
}

/** Ends the duty of a file that runs on. Marks "duty-ends". */
export function endDuty(rules: Rules, state: State, file: File, trace: Trace): void {
  if (file.duty <= 0) return;
  announce(rules, state, file, "duty-ended", file.duty);
  setDuty(rules, state, file, 0);
  trace.mark("duty-ends");
}

/** A provisional duty bites. Marks "new-duty". */
export function biteProvisionally(rules: Rules, state: State, file: File, rate: number, trace: Trace): void {
  announce(rules, state, file, "provisional-duty", rate);
  setDuty(rules, state, file, rate);
  warm(state, file.side === "europe" ? rules.model.heat.tariff : rules.model.heat.retaliation);
  trace.mark("new-duty");
  if (file.side === "europe") keepWord(rules, state, file.id, trace);
}

/** E36: a measure on most of a sector that is far larger than the injury behind it costs legitimacy. */
function weighProportion(rules: Rules, state: State, file: File): void {
  if (file.breadth < rules.model.law.wide) return;
  const injury = state.trade.injury[file.sector]! * rules.sectors[file.sector]!.market;
  if (state.trade.imports[file.sector]! * file.breadth > 1.5 * injury)
    dignify(state, -rules.model.politics.disproportion);
}

function biteDuty(rules: Rules, state: State, file: File, trace: Trace): void {
  const replaces = file.duty > 0;
  const kept = file.kind === "undertaking" ? rules.model.law.floor : 1;
  const { tariff, retaliation } = rules.model.heat;
  announce(rules, state, file, "definitive-duty", file.rate * kept);
  setDuty(rules, state, file, file.rate * kept);
  if (file.side === "beijing") warm(state, replaces ? 0 : retaliation);
  else if (file.kind !== "undertaking") {
    warm(state, tariff);
    weighProportion(rules, state, file);
  }
  trace.mark("new-duty");
  if (file.side === "europe") keepWord(rules, state, file.id, trace);
}

function bitePackage(rules: Rules, state: State, file: File, trace: Trace): void {
  state.commission.snapback = state.commission.snapback || file.snapback;
  announce(rules, state, file, "package-in-force", file.size);
  keepWord(rules, state, file.id, trace);
  trace.mark("procedure");
}

/** How far a law on European content fills the meeting of buyers and makers at home (E26), 0 to 1. */
const CONTENT_MATCHING = 0.5;

function biteLaw(rules: Rules, state: State, file: File, trace: Trace): void {
  const { commission } = state;
  const brings = rules.files.find((f) => f.id === file.id)?.brings;
  if (brings === "diversify") commission.obligation = file.strict ? "strict" : "soft";
  if (brings === "content") commission.matching = Math.max(commission.matching, CONTENT_MATCHING);
  announce(rules, state, file, "law-in-force");
  keepWord(rules, state, file.id, trace);
  trace.mark("procedure");
}

/** The act applies from this week. */
export function enterForce(rules: Rules, state: State, file: File, trace: Trace): void {
  file.stage = "in-force";
  file.gate = state.tick;
  file.nextGate = -1;
  if (file.kind === "package") bitePackage(rules, state, file, trace);
  else if (file.kind === "law") biteLaw(rules, state, file, trace);
  else biteDuty(rules, state, file, trace);
}

/** A proposal has its majority (or no majority against it): it applies at once, or when it is ready. */
export function adopt(rules: Rules, state: State, file: File, trace: Trace): void {
  const { commission, tick } = state;
  const { packageReady, lawForce, reportPace } = rules.model.law;
  const pace = 1 - file.report * reportPace;
  file.stage = "in-force";
  if (file.kind === "package") {
    file.gate = tick + Math.round(packageReady * pace);
    commission.fund = Math.max(commission.fund, file.size);
    commission.fundFrom = file.gate;
    trace.mark("procedure");
  } else if (file.kind === "law") {
    file.gate = Math.max(tick + Math.round(lawForce * pace), file.nextGate);
    warm(state, rules.model.heat.law);
    trace.mark("procedure");
  } else enterForce(rules, state, file, trace);
}
