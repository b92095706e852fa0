// E46: what a party to an agreement can do about it: complain and let a panel look, suspend its own side, answer a breach
// with the duty voted in advance, let everybody read it, or say that it will not be renewed.

import * as z from "zod";
import type { Rejection } from "../rejection.ts";
import type { Rules } from "../scenario.ts";
import type { Seat } from "../seat.ts";
import { holds } from "../state.ts";
import type { ContractView, TermView, View } from "../view.ts";
import { hasCause } from "../world/agreement.ts";
import { answerByDuty, suspend } from "../world/breach.ts";
import { METRIC } from "../world/metrics.ts";
import { complain, disputable } from "../world/panel.ts";
import { publish } from "../world/sidedeal.ts";
import { bite, id, missing, move, price } from "./move.ts";

export const ENFORCEMENTS = ["complain", "suspend", "snap-back", "publish", "denounce"] as const;
export type Enforcement = (typeof ENFORCEMENTS)[number];

/** An agreement this seat is a party to. */
const mine = (view: View, contract: string): ContractView | undefined =>
  [...view.own.contracts, ...view.pub.contracts].find(
    (c) => c.id === contract && c.parties.includes(view.seat as Seat),
  );

/** A panel would find more than everybody sees already. */
const hasMoreToFind = ({ measure, metric }: TermView): boolean =>
  measure !== "none" && (measure !== "public" || METRIC[metric].truth !== undefined);

/** Terms of the others that somebody looks at. */
const observed = (contract: ContractView, seat: Seat): boolean =>
  contract.terms.some((t) => t.by !== seat && hasMoreToFind(t));

/** Whether a notice runs that this seat may bring before a panel. */
const disputes = (rules: Rules, { seat, pub }: View, contract: ContractView): boolean =>
  disputable(rules, pub.words, contract, seat, pub.tick).length > 0;

type Judge = (view: View, contract: ContractView, rules: Rules) => Rejection | null;

const JUDGE: Record<Enforcement, Judge> = {
  complain: (view, contract, rules) => {
    if (contract.panel >= 0) return { code: "already-so", until: contract.panel };
    if (disputes(rules, view, contract)) return null;
    if (!observed(contract, view.seat as Seat)) return { code: "cannot-observe", what: "contract" };
    return null;
  },
  suspend: () => null,
  "snap-back": (view, contract) => {
    if (view.seat !== "commission") return { code: "not-your-seat" };
    if (!contract.snapback) return missing("snapback");
    if (!hasCause(contract, "commission")) return { code: "no-cause" };
    // One such duty at a time: a second would do nothing, and the right to it would be gone.
    const runs = view.pub.files.some((f) => f.kind === "snapback" && f.stage !== "closed");
    return runs ? { code: "already-so", what: "snapback" } : null;
  },
  publish: (_, contract) => (contract.secret ? null : { code: "already-so", what: "public" }),
  denounce: (_, contract) =>
    contract.expiry === "renew" ? null : { code: "already-so", what: contract.expiry },
};

/** Possible after a breach as well: the duty that answers it. */
const LATE: readonly Enforcement[] = ["snap-back"];

export const enforce = move({
  kind: "enforce-contract",
  office: "anyone",
  schema: z.strictObject({
    kind: z.literal("enforce-contract"),
    contract: id,
    how: z.enum(ENFORCEMENTS),
  }),
  cost: (rules, _view, { how }) => price(rules, `enforce-contract/${how}`),
  check(rules, view, { contract, how }) {
    const found = mine(view, contract);
    if (!found) return missing("contract");
    const late = found.state === "broken" && LATE.includes(how);
    if (!late && !holds(found, view.pub.tick)) return { code: "not-open", what: found.state };
    return JUDGE[how](view, found, rules);
  },
  apply(rules, state, seat, { contract, how }, trace) {
    const found = state.contracts.find((c) => c.id === contract);
    if (!found) return;
    if (how === "complain") complain(rules, state, found, seat, trace);
    else if (how === "suspend") suspend(rules, state, found, seat, trace);
    else if (how === "snap-back") answerByDuty(rules, state, found, trace);
    else if (how === "publish") publish(rules, state, found, seat, trace);
    else found.expiry = "lapse";
    trace.mark("contract");
  },
  options: (_rules, view) =>
    [...view.own.contracts, ...view.pub.contracts]
      .filter((c) => c.parties.includes(view.seat as Seat) && c.state !== "ended")
      .flatMap((c) =>
        ENFORCEMENTS.map((how) => ({ kind: "enforce-contract" as const, contract: c.id, how })),
      ),
  clock: (rules, view, { contract, how }) => {
    if (how === "complain") {
      const { disputeWeeks, panelWeeks } = rules.model.contracts;
      const found = mine(view, contract);
      const weeks = found && disputes(rules, view, found) ? disputeWeeks : panelWeeks;
      return [{ name: "panel", weeks, gate: "decision" }, bite("told", 0)];
    }
    if (how === "snap-back") return [bite("in-force", rules.model.law.snapbackWeeks)];
    const until = mine(view, contract)?.until ?? view.pub.tick;
    return [how === "denounce" ? bite("ended", Math.max(0, until - view.pub.tick)) : bite("told", 0)];
  },
  objects: (_rules, view, { contract }) =>
    (mine(view, contract)?.parties ?? []).filter((seat) => seat !== view.seat),
});
