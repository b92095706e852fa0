// What is under way and when it bites: Beijing's steps and Europe's on one scale of weeks. A row is a fact of the View
// laid out in time, so that the eye can compare the lengths.

import { nowOf, type Stage } from "../shared/moves/move.ts";
import { moveOf } from "../shared/moves/table.ts";
import type { Rules } from "../shared/scenario.ts";
import { isMember } from "../shared/seat.ts";
import { holds } from "../shared/state.ts";
import { type ContractView, heardWords, heldUp, type View } from "../shared/view.ts";
import { isSpent, stagesLeft, stagesOf } from "../shared/world/clock.ts";
import { METRIC } from "../shared/world/metrics.ts";
import { laid } from "./clock.ts";
import { agreementName, fileName, fileNamed, seatName } from "./label.ts";
import { toldAt } from "./news.ts";
import { inside, speech } from "./speech.ts";
import { steps } from "./steps.ts";
import { done, type Row } from "./strip.ts";

/** A clock as a row shows it: the first stretch is running, later ones are not sure. */
function ahead(stages: readonly Stage[], from: number): Pick<Row, "spans" | "votes" | "bite"> {
  const { stretches, votes, bite } = laid(stages, from);
  return {
    spans: stretches.map((stretch, k) => ({
      from: stretch.from,
      to: stretch.to,
      kind: k === 0 ? "running" : "unsure",
    })),
    votes: votes.map(({ week }) => week),
    bite,
  };
}

/** Weeks from the order to the first effect by a whole clock. */
const biteOf = (stages: readonly Stage[]): number => laid(stages, 0).bite ?? 0;

function squeezes(rules: Rules, view: View): Row[] {
  const { law, tick } = view.pub;
  return rules.inputs.flatMap((input, i) => {
    const since = law.squeezedSince[i]!;
    if (since < 0) return [];
    const mode = law.modes[i]!;
    const clock = moveOf("set-licence-mode").clock(rules, view, {
      kind: "set-licence-mode",
      input: input.id,
      mode,
    } as never);
    const bite = since + biteOf(clock);
    return [
      {
        id: `squeeze/${input.id}`,
        side: "beijing" as const,
        name: speech.underway.mode(input.name, speech.modes[mode]),
        from: since,
        spans: [...done(since, tick), { from: tick, to: Math.max(tick + 4, bite), kind: "unsure" as const }],
        votes: [],
        bite: view.pub.stopped > 0 ? Math.min(bite, tick) : bite,
      },
    ];
  });
}

function files(rules: Rules, view: View): Row[] {
  const { tick } = view.pub;
  return view.pub.files
    .filter((file) => (file.stage !== "in-force" || file.gate > tick) && file.shutUntil <= tick)
    .filter((file) => !isSpent(file))
    .map((file) => {
      const left = ahead(stagesLeft(rules, file, nowOf(view)), tick);
      const begun = file.opened + biteOf(stagesOf(rules, file.kind));
      return {
        id: `file/${file.id}`,
        side: file.side,
        name: fileName(rules, file),
        from: file.opened,
        ...left,
        spans: [...done(file.opened, tick), ...left.spans],
        bite: file.duty > 0 ? Math.min(begun, tick) : left.bite,
      };
    });
}

/** What an agreement is called, with the capitals in it: many of them have the same title. */
function nameOf(rules: Rules, view: View, { template, parties }: ContractView): string {
  const title = agreementName(rules, template);
  const capitals = parties.filter((seat) => isMember(seat) && seat !== view.seat);
  return capitals.length > 0 ? speech.underway.between(capitals.join(", "), inside(title)) : title;
}

function contracts(rules: Rules, view: View): Row[] {
  return [...view.pub.contracts, ...view.own.contracts]
    .filter((c) => holds(c, view.pub.tick))
    .map((c) => ({
      id: `contract/${c.id}`,
      side: c.parties.includes("beijing") ? ("beijing" as const) : ("europe" as const),
      name: nameOf(rules, view, c),
      from: c.from,
      spans: [...done(c.from, view.pub.tick), { from: view.pub.tick, to: c.until, kind: "running" as const }],
      votes: [],
      // A promised ballot is felt at the count, whenever that is.
      bite: c.terms.every(({ metric }) => METRIC[metric].when === "at-vote") ? undefined : c.from,
    }));
}

function stockOrders(rules: Rules, view: View): Row[] {
  const { tick } = view.pub;
  const { stockDelay, stockEvery } = rules.model.inputs;
  const last = new Map(
    view.pub.news.filter((n) => n.code === "stock-ordered").map((n) => [n.about[0]!, n.tick]),
  );
  return [...last].flatMap(([id, from]) => {
    const input = rules.inputs.find((i) => i.id === id);
    const bite = from + stockDelay;
    if (!input || bite + stockEvery < tick) return [];
    return [
      {
        id: `stock/${id}`,
        side: "europe" as const,
        name: speech.underway.stock(inside(input.name)),
        from,
        spans: [
          ...done(from, Math.min(tick, bite)),
          { from: Math.min(tick, bite), to: bite, kind: "running" as const },
          { from: Math.max(tick, bite), to: bite + stockEvery, kind: "running" as const },
        ].filter((span) => span.to > span.from),
        votes: [],
        bite,
      },
    ];
  });
}

/** Threats with a date, to be kept or dropped. */
function threats(rules: Rules, view: View): Row[] {
  const { tick, files } = view.pub;
  return heardWords(view)
    .filter((word) => word.form === "threat" && word.until >= tick)
    .map((word) => {
      const from = toldAt(view, "threat-made", word.file);
      return {
        id: `threat/${word.id}`,
        side: "europe" as const,
        name: speech.underway.threat(inside(fileNamed(rules, files, word.file))),
        from,
        spans: [...done(from, tick), { from: tick, to: word.until, kind: "running" as const }],
        votes: [],
        bite: word.until,
      };
    });
}

/** Share of exports held up from which it is a fact and no hiccup. */
const HELD = 0.05;

/** Goods that wait at Chinese customs, as far as the seat knows: since it was told, or since it came out. */
function bans(rules: Rules, view: View): Row[] {
  const { tick } = view.pub;
  return rules.members.flatMap(({ code }, m) => {
    if (heldUp(view, m) < HELD) return [];
    const from = Math.min(toldAt(view, "goods-held", code), toldAt(view, "ban-exposed", code));
    return [
      {
        id: `ban/${code}`,
        side: "beijing" as const,
        name: speech.underway.held(seatName(code)),
        from,
        spans: [...done(from, tick), { from: tick, to: tick + 4, kind: "unsure" as const }],
        votes: [],
        bite: Math.min(tick, from + 1),
      },
    ];
  });
}

/** Plants that get somewhere: their own clock, from where they stand. */
function plants(rules: Rules, view: View): Row[] {
  const { tick } = view.pub;
  const moving = ["permit", "building", "ramp"];
  return view.pub.projects
    .filter((p) => moving.includes(p.stage) && rules.projects.find((q) => q.id === p.id)?.owner === "europe")
    .map((p) => {
      const clock = moveOf("back-project").clock(rules, view, {
        kind: "back-project",
        project: p.id,
        how: "offtake",
      } as never);
      return {
        id: `plant/${p.id}`,
        side: "europe" as const,
        name: rules.projects.find((q) => q.id === p.id)!.name,
        from: tick,
        ...ahead(clock, tick),
      };
    });
}

/**
 * Everything under way: Beijing first, then Europe, each by first bite; what is agreed and runs comes after what presses,
 * and what bites after the game last.
 */
export function underway(rules: Rules, view: View): Row[] {
  const moving = [squeezes, bans, files, threats, steps, stockOrders, plants].flatMap((list) =>
    list(rules, view),
  );
  const agreed = contracts(rules, view);
  const first = (row: Row) => row.bite ?? Number.POSITIVE_INFINITY;
  const rank = (row: Row) =>
    (row.side === "beijing" ? 0 : 3) + (agreed.includes(row) ? 1 : first(row) > view.pub.weeks ? 2 : 0);
  return [...moving, ...agreed].sort(
    (a, b) => rank(a) - rank(b) || first(a) - first(b) || (a.name < b.name ? -1 : 1),
  );
}

/** The rows that fit: at least one of each side, the next bites first. */
export function fitting(rows: readonly Row[], most: number): Row[] {
  const sides = {
    beijing: rows.filter((r) => r.side === "beijing"),
    europe: rows.filter((r) => r.side === "europe"),
  };
  const room = Math.max(Math.floor(most / 2), most - sides.europe.length);
  const theirs = sides.beijing.slice(0, room);
  return [...theirs, ...sides.europe.slice(0, most - theirs.length)];
}
