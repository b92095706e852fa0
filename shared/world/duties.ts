// What a procedure does when it bites: duties in force, the package's fund and snapback, the duties a law lays on firms.

import type { Trace } from "../explain.ts";
import type { FileKind } from "../scenario/start.ts";
import { memberAt, type Rules } from "../scenario.ts";
import { type File, type Shelved, type State, tell } from "../state.ts";
import { lastsWeeks } from "./clock.ts";
import { dignify, heatUp } from "./heat.ts";
import { once } from "./once.ts";
import { hasten } from "./plants.ts";
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

/** No more than a share of what the law set is paid while an agreement lasts; the rest of it rests. */
export function restDuty(rules: Rules, state: State, file: File, share: number): void {
  const paid = Math.min(file.duty, share * (file.duty + file.rested));
  if (paid === file.duty) return;
  file.rested += file.duty - paid;
  setDuty(rules, state, file, paid);
}

/** The law sets a duty anew: nothing of it rests until an agreement holds it down again (restore.ts). */
export function layDuty(rules: Rules, state: State, file: File, duty: number): void {
  file.rested = 0;
  setDuty(rules, state, file, duty);
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
  endDuty(rules, state, file, trace);
}

/** How a case stands, with what of its duty rests, before an agreement closes it; `rate` = what it is decided on anew. */
export const shelve = (
  { stage, gate, nextGate, duty, rested, heat }: File,
  tick: number,
  rate: number,
): Shelved => ({
  ...{ stage, gate, nextGate, rate, heat, tick },
  duty: duty + rested,
});

/**
 * A closed case goes on where it stood, without a new complaint: the weeks it was closed do not count towards gates that
 * had not come, its duty is paid again until the date it had, and what the Council was to vote on is decided anew.
 */
export function reopenFile(rules: Rules, state: State, file: File, was: Shelved): void {
  const { stage, duty, tick } = was;
  const later = (week: number) => (week < 0 ? week : week + state.tick - tick);
  const applied = stage === "in-force" && was.gate <= tick;
  const voted = stage === "council" || stage === "appeal-gate";
  const soon = state.tick + rules.model.law.decideWindow;
  file.rate = was.rate;
  if (applied) Object.assign(file, { stage, gate: was.gate, nextGate: was.nextGate });
  else if (voted)
    Object.assign(file, { stage: "definitive-gate", gate: soon, nextGate: later(was.nextGate) });
  else Object.assign(file, { stage, gate: later(was.gate), nextGate: later(was.nextGate) });
  layDuty(rules, state, file, duty);
  heatUp(state, file, was.heat);
  announce(rules, state, file, "case-reopened", duty);
}

/** Ends the duty of a file that runs on, with what of it rests under an agreement. Marks "duty-ends". */
export function endDuty(rules: Rules, state: State, file: File, trace: Trace): void {
  const full = file.duty + file.rested;
  if (full <= 0) return;
  file.rested = 0;
  announce(rules, state, file, "duty-ended", full);
  setDuty(rules, state, file, 0);
  trace.mark("duty-ends");
}

/** A provisional duty bites. Marks "new-duty". */
export function biteProvisionally(rules: Rules, state: State, file: File, rate: number, trace: Trace): void {
  announce(rules, state, file, "provisional-duty", rate);
  layDuty(rules, state, file, rate);
  heatUp(state, file, heatOfDuty(rules, file, false));
  trace.mark("new-duty");
  if (file.side === "europe") keepWord(rules, state, file.id, trace);
}

/** E36: a measure on most of a sector that is far larger than the injury behind it is out of proportion. */
export function isDisproportionate(rules: Rules, state: State, file: File): boolean {
  if (file.sector < 0 || file.breadth < rules.model.law.wide) return false;
  const injury = state.trade.injury[file.sector]! * rules.sectors[file.sector]!.market;
  return state.trade.imports[file.sector]! * file.breadth > 1.5 * injury;
}

/** Heat of a measure that begins to apply. A safeguard names no country, so it offends less; a floor price nobody. */
export function heatOfDuty(rules: Rules, file: Pick<File, "side" | "kind">, replaces: boolean): number {
  const { heat } = rules.model;
  if (file.side === "beijing") return replaces ? 0 : heat.retaliation;
  if (file.kind === "undertaking") return 0;
  return file.kind === "safeguard" ? heat.safeguard : heat.tariff;
}

/** News of a measure that is no plain duty. */
const BITE_NEWS: Partial<Record<FileKind, string>> = {
  procurement: "measure-in-force",
  mirror: "mirror-measure",
};

function biteDuty(rules: Rules, state: State, file: File, trace: Trace): void {
  const { law, politics } = rules.model;
  const rate = file.rate * (file.kind === "undertaking" ? law.floor : 1);
  heatUp(state, file, heatOfDuty(rules, file, file.duty > 0));
  announce(rules, state, file, BITE_NEWS[file.kind] ?? "definitive-duty", rate);
  layDuty(rules, state, file, rate);
  if (file.side === "europe") {
    if (file.kind !== "undertaking" && isDisproportionate(rules, state, file))
      dignify(state, -politics.disproportion);
    // It meets the goods of partners as well.
    if (file.kind === "safeguard") dignify(state, -politics.partners);
  }
  trace.mark("new-duty");
  if (file.side === "europe") keepWord(rules, state, file.id, trace);
}

/** Hosts of plants with Chinese capital lose time, and say so. */
function slowInvestors(rules: Rules, state: State): void {
  const { investorWeeks, investorSupport } = rules.model.law;
  rules.projects.forEach((plan, k) => {
    const project = state.projects[k]!;
    if (plan.owner !== "china" || project.stage === "operating" || project.stage === "dead") return;
    hasten(project, -investorWeeks);
    const host = state.members[memberAt(rules, plan.host)]!;
    host.support = Math.max(-1, host.support - investorSupport);
  });
}

/** An answer to coercion begins to apply: a duty, closed tenders, or a stop for services and investors. */
function biteMeasures(rules: Rules, state: State, file: File, trace: Trace): void {
  announce(rules, state, file, "measure-in-force", file.rate);
  if (file.remedy === "services") slowInvestors(rules, state);
  else setDuty(rules, state, file, file.rate);
  heatUp(state, file, rules.model.heat.measures);
  trace.mark("new-duty");
  keepWord(rules, state, file.id, trace);
}

function biteClub(rules: Rules, state: State, file: File, trace: Trace): void {
  announce(rules, state, file, "club-works");
  trace.mark("procedure");
}

function bitePackage(rules: Rules, state: State, file: File, trace: Trace): void {
  state.commission.snapback = state.commission.snapback || file.snapback;
  announce(rules, state, file, "package-in-force", file.size);
  keepWord(rules, state, file.id, trace);
  trace.mark("procedure");
}

/** How far a law on European content fills the meeting of buyers and makers at home (E26), 0 to 1. */
const CONTENT_MATCHING = 0.5;

/** What a law does once it applies. */
export const broughtBy = (rules: Rules, file: Pick<File, "name">) =>
  rules.files.find((f) => f.id === file.name)?.brings;

function biteLaw(rules: Rules, state: State, file: File, trace: Trace): void {
  const { commission } = state;
  const brings = broughtBy(rules, file);
  if (brings === "diversify") commission.obligation = file.strict ? "strict" : "soft";
  if (brings === "content") commission.matching = Math.max(commission.matching, CONTENT_MATCHING);
  announce(rules, state, file, "law-in-force");
  keepWord(rules, state, file.id, trace);
  trace.mark("procedure");
}

type Bite = (rules: Rules, state: State, file: File, trace: Trace) => void;

/** What kinds of file do that lay no duty on goods. */
const BITE: Partial<Record<FileKind, Bite>> = {
  package: bitePackage,
  law: biteLaw,
  coercion: biteMeasures,
  club: biteClub,
};

/** The act applies from this week, for as long as the law says. */
export function enterForce(rules: Rules, state: State, file: File, trace: Trace): void {
  const weeks = lastsWeeks(rules, file.kind);
  file.stage = "in-force";
  file.gate = state.tick;
  file.nextGate = weeks < 0 ? -1 : state.tick + weeks;
  (BITE[file.kind] ?? biteDuty)(rules, state, file, trace);
}
