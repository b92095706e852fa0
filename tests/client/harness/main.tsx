// The table with a match in the page itself, to look at any seat in any week without a server. Not part of what is built:
// `npx vite --config tests/client/harness/vite.config.ts`, then /tests/client/harness/?seat=CZ&weeks=23&seed=3.

import { render } from "preact";
import scenario from "../../../assets/scenarios/brussels-2026.json" with { type: "json" };
import { Table } from "../../../client/pages/table.tsx";
import { compile, type Scenario } from "../../../shared/scenario.ts";
import type { Viewpoint } from "../../../shared/seat.ts";
import { House } from "../house.ts";

const query = new URLSearchParams(location.search);
const rules = compile(scenario as unknown as Scenario);
const house = new House(rules, {
  seat: (query.get("seat") ?? "commission") as Viewpoint,
  seed: Number(query.get("seed") ?? 3),
  phase: query.get("phase") === "lobby" ? "lobby" : "running",
  solo: query.get("phase") !== "lobby",
});
/** Pushes the licences of the first inputs to go-slow from the week given, whatever Beijing's bot thinks. */
function squeeze(from: number): void {
  for (const i of [0, 1]) {
    const input = house.match.state.inputs[i]!;
    if (house.match.state.tick < from) continue;
    input.mode = "go-slow";
    input.throughput = rules.model.modes["go-slow"].throughput;
    input.licenceWeeks = rules.model.modes["go-slow"].weeks;
    if (input.squeezedSince < 0) input.squeezedSince = from;
  }
}
const from = query.has("squeeze") ? Number(query.get("squeeze")) : undefined;
const weeks = Number(query.get("weeks") ?? 0);
/** Weeks that pass before the eyes, so that the numbers have a past. */
const SEEN = Math.min(weeks, 15);
function pass(): void {
  if (from !== undefined) squeeze(from);
  house.advance();
}
if (query.get("until") === "vote")
  for (
    let week = 0;
    week < 100 && !house.match.view("observer").pub.votes.some((v) => v.outcome === "open");
    week++
  )
    house.match.advance();
for (let week = 0; week < weeks - SEEN; week++) pass();
Object.assign(globalThis, { house });

// The scenario comes from the file here; what the page would ask of a server is answered from it.
const ask = globalThis.fetch;
globalThis.fetch = (input, init) =>
  String(input).startsWith("/api/scenarios/")
    ? Promise.resolve(new Response(JSON.stringify(scenario)))
    : ask(input, init);

if (query.has("taken")) sessionStorage.setItem(`chokepoint/TEST42/${house.seat}/taken`, "1");
render(
  <Table code="TEST42" onLeave={() => location.reload()} connect={house.connect} />,
  document.getElementById("page")!,
);
setTimeout(() => {
  for (let week = 0; week < SEEN; week++) pass();
}, 300);
