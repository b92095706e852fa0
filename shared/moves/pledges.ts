// C6: Brussels answers an envoy's offer with one of its own: something a capital wants, for its vote. Kept at once, told
// to the two seats only, and so dear that each capital is worth it twice in a game.

import * as z from "zod";
import { memberAt, type Rules } from "../scenario.ts";
import { MEMBER_CODES, type MemberCode, type Seat } from "../seat.ts";
import { type File, type Project, type State, tell } from "../state.ts";
import type { View } from "../view.ts";
import { hasten } from "../world/plants.ts";
import { bite, id, missing, move, price } from "./move.ts";
import { frugal } from "./objectors.ts";

const PLEDGES = ["money", "project", "exemption", "agenda"] as const;
type Pledge = (typeof PLEDGES)[number];

/** The plant of a state that is furthest from running. */
function slowest(rules: Rules, projects: View["pub"]["projects"], to: MemberCode) {
  const waiting = projects.filter((p) => {
    const plan = rules.projects.find((x) => x.id === p.id);
    const idle = ["site", "ramp", "operating", "dead"].includes(p.stage);
    return plan?.host === to && plan.owner === "europe" && !idle;
  });
  return waiting.sort((a, b) => b.weeksLeft - a.weeksLeft)[0];
}

/** A case for goods a state is known for, whose first gate can still come sooner. */
function cause(rules: Rules, files: readonly File[], to: MemberCode, tick: number): File | undefined {
  const iconic = rules.members.find((m) => m.code === to)?.iconic ?? [];
  const soonest = tick + rules.model.law.decideWindow + rules.model.moves.pledgeWeeks;
  return files.find(
    (f) =>
      f.side === "europe" &&
      f.stage === "provisional-gate" &&
      f.gate >= soonest &&
      iconic.includes(rules.sectors[f.sector]?.id ?? ""),
  );
}

/** Share of the duty to diversify that an exemption for a state's firms takes out: its part of the critical inputs. */
function exempted(rules: Rules, m: number): number {
  const critical = rules.inputs.flatMap((input, i) => (input.critical ? [i] : []));
  return critical.reduce((sum, i) => sum + rules.members[m]!.use[i]!, 0) / critical.length;
}

/** True when a duty to diversify is law, or is what the vote is about. */
const isAboutLaw = ({ pub }: View, vote: string): boolean => {
  const file = pub.votes.find((v) => v.id === vote)?.file;
  return pub.law.obligation !== "none" || pub.files.some((f) => f.id === file && f.kind === "law");
};

/** Does what was promised. */
function keep(rules: Rules, state: State, to: MemberCode, what: Pledge): void {
  const m = memberAt(rules, to);
  const { pledgeMoney, pledgeWeeks } = rules.model.moves;
  if (what === "money") {
    state.members[m]!.purse += pledgeMoney;
    state.tally.deeds[m]!.received += pledgeMoney;
    state.tally.deeds[m]!.helped += 1;
  } else if (what === "exemption")
    state.commission.exempt = Math.min(1, state.commission.exempt + exempted(rules, m));
  else if (what === "project") {
    const project = slowest(rules, state.projects, to) as Project | undefined;
    if (project) hasten(project, pledgeWeeks);
  } else {
    const file = cause(rules, state.files, to, state.tick);
    if (file) file.gate -= pledgeWeeks;
  }
}

export const givePledge = move({
  kind: "give-pledge",
  office: "commission",
  schema: z.strictObject({
    kind: z.literal("give-pledge"),
    to: z.enum(MEMBER_CODES),
    pledge: z.enum(PLEDGES),
    vote: id,
  }),
  cost: (rules, _view, { pledge }) =>
    price(rules, "give-pledge", pledge === "money" ? rules.model.moves.pledgeMoney : 0),
  check(rules, view, { to, pledge, vote }) {
    const { pub, own } = view;
    if (!rules.members.some((m) => m.code === to)) return missing("member");
    if (!pub.votes.some((v) => v.id === vote && v.outcome === "open")) return missing("vote");
    const { pledgesEach } = rules.model.politics;
    if ((own.clocks[`promises-${to}`] ?? 0) >= pledgesEach)
      return { code: "limit-reached", need: pledgesEach, what: "pledge" };
    if (pledge === "project" && !slowest(rules, pub.projects, to)) return missing("project");
    if (pledge === "agenda" && !cause(rules, pub.files, to, pub.tick)) return missing("case");
    if (pledge === "exemption" && !isAboutLaw(view, vote)) return { code: "not-open", what: "law" };
    return null;
  },
  apply(rules, state, seat, { to, pledge, vote }, trace) {
    const m = memberAt(rules, to);
    keep(rules, state, to, pledge);
    const found = state.votes.find((v) => v.id === vote);
    if (found) found.pledged[m]! += rules.model.politics.pledge;
    state.members[m]!.promises += 1;
    trace.mark("europe-move");
    tell(state, {
      code: "pledge-given",
      by: seat,
      about: [to, pledge, vote],
      amount: 0,
      to: ["commission", to],
    });
  },
  options: (rules, view) =>
    view.pub.votes
      .filter((v) => v.outcome === "open")
      .flatMap((v) =>
        rules.members.flatMap(({ code }) =>
          PLEDGES.map((pledge) => ({ kind: "give-pledge" as const, to: code, pledge, vote: v.id })),
        ),
      ),
  clock(_rules, view, { vote }) {
    const closes = view.pub.votes.find((v) => v.id === vote)?.closes ?? view.pub.tick;
    return [
      bite("promised", 0),
      { name: "window", weeks: Math.max(0, closes - view.pub.tick), gate: "vote" },
    ];
  },
  objects: (rules, _view, { to, pledge }): Seat[] =>
    pledge === "money"
      ? frugal(rules).filter((code) => code !== to)
      : pledge === "exemption"
        ? []
        : ["beijing"],
});
