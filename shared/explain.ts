// Why a number changed. A rule that has just changed the State says so with `trace.mark(cause)`; a listening trace then
// reads every watched number again and books the difference on that cause. The contributions therefore sum to the
// change by construction, whatever the formula behind the number. A silent trace costs one empty call.

/** Every cause there is; the client has words for each. A rule that needs another adds it here. */
const CAUSES = [
  // orders
  "europe-move",
  "beijing-move",
  "member-move",
  "event",
  // inputs
  "use",
  "licences",
  "unlicensed",
  "allies-recycling",
  "stockpile-release",
  "firms-orders",
  "adaptation",
  "slow-licences",
  "calm",
  "bad-name",
  "capacity",
  "closures",
  "plants",
  "prices",
  "stockpile-buying",
  // trade
  "market-drift",
  "duties",
  "bans",
  "quiet-holds",
  "diversion",
  "leakage",
  "market-access",
  // politics
  "job-losses",
  "lost-exports",
  "duty-cost",
  "import-injury",
  "fund-relief",
  "legitimacy",
  "peers",
  "side-offers",
  "home-line",
  "lobby",
  "failed-votes",
  "solidarity",
  "dispersion",
  // law and council
  "vote",
  "procedure",
  "new-duty",
  "duty-ends",
  // Beijing and resolve
  "squeeze",
  "easing",
  "threat",
  "contract",
  "assurance",
  "time",
  "survey",
] as const;
export type Cause = (typeof CAUSES)[number];

/** Causes that would tell one side what only the other may know; shown to it as "not known". */
export const SECRET_CAUSES: Record<"europe" | "beijing", readonly Cause[]> = {
  europe: ["side-offers", "quiet-holds"],
  beijing: ["stockpile-release", "stockpile-buying"],
};

/** What moves a number in any week, and is told in one with a secret cause: alone, that would show the week it began. */
export const COVERS: Partial<Record<Cause, Cause>> = { "side-offers": "home-line" };

/** Secret causes that a capital knows of where they move a number of its own. */
export const OWN_CAUSES: readonly Cause[] = ["quiet-holds", "side-offers"];

export interface Trace {
  mark(cause: Cause): void;
}

export const silent: Trace = { mark() {} };

export interface Contribution {
  cause: Cause;
  amount: number;
}

/** A trace over named numbers: each a function without arguments, read anew after every mark. */
export function newTrace(
  watched: Record<string, () => number>,
): Trace & { rows: Record<string, Contribution[]> } {
  const names = Object.keys(watched);
  const reads = Object.values(watched);
  const last = reads.map((read) => read());
  const booked: Contribution[][] = names.map(() => []);
  return {
    rows: Object.fromEntries(names.map((name, n) => [name, booked[n]!])),
    mark(cause) {
      for (let n = 0; n < reads.length; n++) {
        const now = reads[n]!();
        const amount = now - last[n]!;
        if (amount === 0) continue;
        last[n] = now;
        const row = booked[n]!.find((r) => r.cause === cause);
        if (row) row.amount += amount;
        else booked[n]!.push({ cause, amount });
      }
    },
  };
}
