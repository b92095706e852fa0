// What must hold of any State, whatever was played.

import type { State } from "../../shared/state.ts";

/** Every number of a State, with its path. */
function* numbers(node: unknown, path = "state"): Generator<[string, unknown]> {
  if (node !== null && typeof node === "object")
    for (const [key, value] of Object.entries(node)) yield* numbers(value, `${path}.${key}`);
  else if (typeof node !== "string" && typeof node !== "boolean" && node !== null) yield [path, node];
}

/** Everything that is wrong with a State; empty when it is whole. */
export function unsound(state: State): string[] {
  const wrong: string[] = [];
  const within = (name: string, x: number, low: number, high: number) => {
    if (!(x >= low && x <= high)) wrong.push(`${name} = ${x}`);
  };
  for (const [path, x] of numbers(state))
    if (typeof x !== "number" || !Number.isFinite(x)) wrong.push(`${path} = ${String(x)}`);
  within("heat", state.heat, 0, 150);
  within("cohesion", state.cohesion, 0, 100);
  within("legitimacy", state.legitimacy, 0, 100);
  within("commission points", state.commission.points, 0, 20);
  within("envelope", state.commission.money, 0, 20_000);
  within("beijing points", state.beijing.points, 0, 20);
  within("face", state.beijing.face, 0, 100);
  within("reputation", state.beijing.reputation, 0, 100);
  state.members.forEach((m, k) => {
    within(`support ${k}`, m.support, -1, 1);
    within(`points ${k}`, m.points, 0, 10);
    within(`purse ${k}`, m.purse, 0, 1e6);
    within(`lines ${k}`, m.linesStopped, 0, 1e5);
    within(`pain ${k}`, m.pain, 0, 50);
  });
  for (const [i, input] of state.inputs.entries()) {
    within(`risk ${i}`, input.risk, 0, 1);
    within(`stockpile ${i}`, input.stockpile, 0, 60);
    within(`elsewhere ${i}`, input.running + input.ally + input.recycling, 0, 1.5);
    input.stock.forEach((x, m) => within(`stock ${i}/${m}`, x, 0, 500));
    input.gap.forEach((x, m) => within(`gap ${i}/${m}`, x, 0, 1));
    input.queue.forEach((x, m) => within(`queue ${i}/${m}`, x, 0, 500));
  }
  const files = new Set(state.files.map((f) => f.id));
  for (const vote of state.votes) if (!files.has(vote.file)) wrong.push(`vote ${vote.id} names no file`);
  for (const { id, signers, state: stands } of state.statements) {
    if (new Set(signers).size !== signers.length) wrong.push(`statement ${id} is signed twice by one state`);
    if (signers.length === 0 && stands !== "settled") wrong.push(`statement ${id} is signed by nobody`);
  }
  for (const { id, block } of state.votes)
    if (new Set(block.map(({ code }) => code)).size !== block.length)
      wrong.push(`vote ${id} has a state twice in its block`);
  return wrong;
}
