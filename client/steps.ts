// What Beijing has set going besides licences and cases: the package of controls, goods below cost, rules turned on one
// state, a new course at home, and what it has given notice of. Each is a row of the clock strip.

import type { Rules } from "../shared/scenario.ts";
import type { View } from "../shared/view.ts";
import { seatName } from "./label.ts";
import { toldAt } from "./news.ts";
import { headed, inside, speech } from "./speech.ts";
import { done, type Row } from "./strip.ts";

/** A step that lasts from a week to a week, and is felt from its beginning. */
const lasting = (id: string, name: string, from: number, until: number, tick: number): Row => ({
  ...{ id, side: "beijing", name, from, votes: [], bite: Math.min(from + 1, until) },
  spans: [...done(from, tick), { from: tick, to: until, kind: "running" }],
});

/** Weeks shown of what has no end in sight. */
const OPEN = 4;

/** Weeks after its return in which the package is still news; later it is how things are. */
const NEW = 13;

/** The package of controls: it comes back by itself, or is back. */
function controls(rules: Rules, { pub }: View): Row[] {
  const { packageUntil } = pub.law;
  const { tick } = pub;
  const name = speech.underway.package;
  const row = { id: "package", side: "beijing" as const, name, votes: [] };
  if (packageUntil < tick - NEW) return [];
  if (packageUntil < tick)
    return [
      {
        ...row,
        from: packageUntil,
        spans: [...done(packageUntil, tick), { from: tick, to: tick + OPEN, kind: "unsure" }],
        bite: packageUntil + 1,
      },
    ];
  const bite = packageUntil + rules.model.beijing.packageWeeks;
  return [{ ...row, from: tick, spans: [{ from: packageUntil, to: bite, kind: "unsure" }], bite }];
}

function floods(rules: Rules, { pub }: View): Row[] {
  const { floodUntil } = pub.law;
  if (floodUntil <= pub.tick) return [];
  const from = Math.min(pub.tick, floodUntil - rules.model.beijing.floodWeeks);
  return [lasting("flood", speech.underway.flood, from, floodUntil, pub.tick)];
}

function punished(rules: Rules, { pub }: View): Row[] {
  const { rulesOn, rulesUntil } = pub.law;
  if (rulesOn === "" || rulesUntil <= pub.tick) return [];
  const name = speech.underway.rules(headed(seatName(rulesOn)));
  return [lasting("rules", name, rulesUntil - rules.model.beijing.rulesWeeks, rulesUntil, pub.tick)];
}

function steered(rules: Rules, { pub }: View): Row[] {
  const { course, courseSince } = pub.law;
  const until = courseSince + rules.model.beijing.courseWeeks;
  if (course === "" || until <= pub.tick) return [];
  const { title } = speech.values.course![course]!;
  return [lasting("course", speech.underway.course(inside(title)), courseSince, until, pub.tick)];
}

/** What may be restricted from a week to come. */
const noticed = (rules: Rules, view: View): Row[] =>
  view.pub.words
    .filter((word) => word.form === "notice" && word.until > view.pub.tick)
    .map((word) => {
      const input = rules.inputs.find((i) => i.id === word.file);
      const from = toldAt(view, "notice-given", word.file);
      return {
        ...{ id: `notice/${word.id}`, side: "beijing" as const, from, votes: [], bite: word.until },
        name: speech.underway.notice(input?.name ?? word.file),
        spans: [
          ...done(from, view.pub.tick),
          { from: view.pub.tick, to: word.until, kind: "running" as const },
        ],
      };
    });

/** All of them. */
export const steps = (rules: Rules, view: View): Row[] =>
  [controls, floods, punished, steered, noticed].flatMap((list) => list(rules, view));
