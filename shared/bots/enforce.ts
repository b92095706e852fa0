// What bots do when the other side has not kept its word, and when an agreement is no longer worth having (E46). What they
// owe themselves stands in promises.ts.

import { overlaid } from "../glance.ts";
import { check } from "../moves/table.ts";
import type { Rules } from "../scenario.ts";
import type { Seat } from "../seat.ts";
import type { ContractView, View } from "../view.ts";
import { hasCause } from "../world/agreement.ts";
import { disputable } from "../world/panel.ts";
import { type Deed, deed } from "./bot.ts";
import { interestOf, type Stance } from "./interest.ts";
import { mine } from "./promises.ts";

/** The View as if an agreement were not there, to see what it adds. */
const without = ({ seat, pub, own }: View, id: string): View => ({
  seat,
  pub: overlaid(pub, { contracts: pub.contracts.filter((c) => c.id !== id) }),
  own: overlaid(own, { contracts: own.contracts.filter((c) => c.id !== id) }),
});

/** Weeks before the end in which it says that an agreement will not be renewed. */
const NOTICE = 6;

/** Whether a notice may be brought before a panel for the last time: then that holds the stop longest. */
const isLastCall = (rules: Rules, { seat, pub }: View, contract: ContractView): boolean =>
  disputable(rules, pub.words, contract, seat, pub.tick).some(({ until }) => until === pub.tick + 1);

/** Complains of figures that were missed, lets the duty follow a breach, ends what has become a bad bargain. */
export function enforce(rules: Rules, view: View, stance: Stance, heatLimit: number): Deed[] {
  const seat = view.seat as Seat;
  const broken = view.pub.contracts.filter(
    (c) => c.state === "broken" && c.snapback && c.parties.includes(seat) && hasCause(c, seat),
  );
  const deeds = broken
    .filter(() => seat === "commission" && view.pub.heat < heatLimit)
    .map((c) =>
      deed({ kind: "enforce-contract", contract: c.id, how: "snap-back" }, "snap-back", view.pub.heat),
    );
  for (const c of mine(view)) {
    if (hasCause(c, seat) && c.panel < 0) {
      const missed = Math.max(...c.terms.filter((t) => t.by !== seat).map((t) => t.missed));
      const complaint = { kind: "enforce-contract", contract: c.id, how: "complain" } as const;
      // What everybody sees and nobody was to look at no panel finds: then it is free to go.
      const mayComplain = check(rules, view, complaint) === null;
      deeds.push(
        mayComplain ? deed(complaint, "complain", missed) : deed({ ...complaint, how: "suspend" }, "suspend"),
      );
    }
    if (c.panel < 0 && isLastCall(rules, view, c))
      deeds.push(
        deed(
          { kind: "enforce-contract", contract: c.id, how: "complain" },
          "dispute",
          rules.model.contracts.disputeWeeks - 1,
        ),
      );
    if (c.expiry !== "renew" || c.until - view.pub.tick !== NOTICE) continue;
    const draft = { ...c, weeks: c.until - c.from };
    const { points, worth } = interestOf(rules, without(view, c.id), seat, stance, draft, c.parties);
    if (points < stance.signs)
      deeds.push(deed({ kind: "enforce-contract", contract: c.id, how: "denounce" }, "denounce", worth.euro));
  }
  return deeds;
}
