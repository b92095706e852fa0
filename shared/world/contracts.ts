// Agreements in force: bare assurances that calm and prove nothing (E47, E48), measured benchmarks (E44, E46), and the
// step-down that ends a squeeze.

import { clip } from "../exact.ts";
import type { Trace } from "../explain.ts";
import { normal } from "../random.ts";
import type { Rules } from "../scenario.ts";
import { type Contract, newId, type State, tell } from "../state.ts";
import { setDuty } from "./duties.ts";
import { snapBack } from "./files.ts";
import { esteem, warm } from "./heat.ts";

const holds = (contract: Contract, tick: number): boolean => !contract.breached && contract.until > tick;

/** The running agreement of a kind, if any. */
export const inForce = (state: State, kind: Contract["kind"]): Contract | undefined =>
  state.contracts.find((c) => c.kind === kind && holds(c, state.tick));

/** True while an agreement asks steps of both sides: then to take one is no concession that was wrung out of it. */
export const bindsBoth = (contracts: readonly Contract[], tick: number): boolean =>
  contracts.some((c) => c.kind !== "assurance" && holds(c, tick));

/** E48: how much agreements soothe firms now, 0 to 1: the most soothing one in force, which is the least verified. */
export function soothing(state: State): number {
  let most = 0;
  for (const c of state.contracts) if (holds(c, state.tick)) most = Math.max(most, 1 - c.verified);
  return most;
}

function sign(
  state: State,
  kind: Contract["kind"],
  weeks: number,
  verified: number,
  throughput: number,
): Contract {
  const contract: Contract = {
    id: newId(state, "c"),
    kind,
    from: state.tick,
    until: state.tick + weeks,
    verified,
    throughput,
    breached: false,
  };
  state.contracts.push(contract);
  return contract;
}

/** Licences flow more freely for a time, where licences are needed at all. */
function ease(rules: Rules, state: State, by: number, weeks: number): void {
  rules.inputs.forEach((plan, i) => {
    const input = state.inputs[i]!;
    if (!plan.critical || input.mode === "free") return;
    input.shift = by;
    input.shiftEnds = state.tick + weeks;
  });
}

/** Gives a bare assurance of smooth licences for so many weeks: more goes through, heat falls, nobody measures. */
export function assure(rules: Rules, state: State, weeks: number, trace: Trace): Contract {
  const { assuranceEvery, assuranceThroughput } = rules.model.beijing;
  const contract = sign(state, "assurance", weeks, 0, 1);
  ease(rules, state, assuranceThroughput, weeks);
  state.beijing.next.assurance = state.tick + assuranceEvery;
  warm(state, -rules.model.heat.assurance);
  tell(state, { code: "assurance-given", by: "beijing", about: [contract.id], amount: weeks, to: [] });
  trace.mark("assurance");
  return contract;
}

/** Signs a measured benchmark of so many weeks: a promised throughput, observed with error, with a price for missing it. */
export function benchmark(rules: Rules, state: State, weeks: number, trace: Trace): Contract {
  const { benchmarkVerified, benchmarkThroughput } = rules.model.beijing;
  const contract = sign(state, "benchmark", weeks, benchmarkVerified, benchmarkThroughput);
  state.beijing.shortfall = 0;
  tell(state, { code: "benchmark-signed", by: "", about: [contract.id], amount: weeks, to: [] });
  trace.mark("contract");
  return contract;
}

/** A squeeze during an assurance breaks it: nothing follows by right, but buyers remember. */
export function breakAssurance(rules: Rules, state: State, trace: Trace): void {
  const contract = inForce(state, "assurance");
  if (!contract) return;
  contract.breached = true;
  esteem(state, 0, -rules.model.beijing.breachReputation);
  tell(state, { code: "assurance-broken", by: "beijing", about: [contract.id], amount: 0, to: [] });
  trace.mark("assurance");
}

/** E44: what the benchmark's body sees of the licences of the first input this week, against what was promised. */
function observe(rules: Rules, state: State, contract: Contract, trace: Trace): void {
  const { breachShare, breachWindow, benchmarkError } = rules.model.beijing;
  const { beijing } = state;
  const input = state.inputs[0]!;
  const seen = input.throughput + input.shift + benchmarkError * normal(state.random);
  const missed = seen < contract.throughput ? 1 : 0;
  beijing.shortfall += (missed - beijing.shortfall) / breachWindow;
  if (state.tick - contract.from < breachWindow || beijing.shortfall <= breachShare) return;
  contract.breached = true;
  esteem(state, 0, -rules.model.beijing.breachReputation);
  tell(state, { code: "benchmark-broken", by: "beijing", about: [contract.id], amount: 0, to: [] });
  trace.mark("contract");
  snapBack(rules, state, trace);
}

/** Chance this week that an off-ramp lies on the table: in a squeeze that costs much, and better prepared is likelier. */
export function offRampChance(rules: Rules, state: State): number {
  const p = rules.model.beijing;
  if (state.beijing.squeezeSince < 0) return 0;
  let loss = 0;
  for (const member of state.members) loss += member.outputLoss;
  if (loss <= p.offRampLoss) return 0;
  const { snapback, fund, fundFrom } = state.commission;
  const cases = state.files.filter((f) => f.side === "europe" && f.why === "move" && f.sector >= 0).length;
  const ready =
    p.offRampBase +
    (snapback ? p.offRampSnapback : 0) +
    p.offRampCase * Math.min(2, cases) +
    (fund > 0 && state.tick >= fundFrom ? p.offRampFund : 0);
  return clip(p.offRamp * ready, 0, 1);
}

/** Europe's half of a mutual step-down: part of what it laid on in this game goes, heat falls, so does l a little. */
export function stepDown(rules: Rules, state: State, share: number, trace: Trace): void {
  const { stepDownResolve, stepDownWeeks } = rules.model.beijing;
  for (const file of state.files)
    if (file.side === "europe" && file.duty > 0 && file.why !== "start")
      setDuty(rules, state, file, file.duty * (1 - share));
  sign(state, "step-down", stepDownWeeks, 0.5, 1);
  state.beijing.squeezePain = -1;
  state.resolve -= stepDownResolve;
  warm(state, -rules.model.heat.stepDown);
  tell(state, { code: "step-down-agreed", by: "", about: [], amount: state.tick + stepDownWeeks, to: [] });
  trace.mark("contract");
}

/** Ends what has run out, observes what was promised. */
export function contractsWeek(rules: Rules, state: State, trace: Trace): void {
  if (state.contracts.length === 0) return;
  for (const contract of state.contracts) {
    if (contract.breached) continue;
    if (contract.until === state.tick)
      tell(state, {
        code: "agreement-ended",
        by: "",
        about: [contract.id, contract.kind],
        amount: 0,
        to: [],
      });
    else if (contract.kind === "benchmark" && holds(contract, state.tick))
      observe(rules, state, contract, trace);
  }
  trace.mark("contract");
}
