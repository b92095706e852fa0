// The calendar that everybody knows: who votes at home, who takes the chair, talks, summits, and what runs out when.

import type { Rules } from "../shared/scenario.ts";
import type { View } from "../shared/view.ts";
import { seatName } from "./label.ts";
import { headed, speech } from "./speech.ts";

export interface Day {
  tick: number;
  name: string;
}

/** Days of talks up to the end. */
function talks({ calendar }: Rules, weeks: number): Day[] {
  const { talksFirst, talksEvery } = calendar;
  const count = Math.max(0, Math.ceil((weeks - talksFirst) / talksEvery));
  return Array.from({ length: count }, (_, k) => ({
    tick: talksFirst + k * talksEvery,
    name: speech.council.date.talks,
  }));
}

/** What is still to come in this game, soonest first. */
export function comingDates(rules: Rules, { pub }: View): Day[] {
  const { elections, presidency, dates, licenceWaves } = rules.calendar;
  const { date } = speech.council;
  const of = (
    list: readonly { tick: number; member: (typeof elections)[number]["member"] }[],
    say: (state: string) => string,
  ) => list.map(({ tick, member }) => ({ tick, name: headed(say(seatName(member))) }));
  const all = [
    ...dates,
    ...of(elections, date.votes),
    ...of(presidency, date.chairs),
    ...talks(rules, pub.weeks),
    ...licenceWaves.map((tick) => ({ tick, name: date.wave })),
    { tick: pub.law.packageUntil + 1, name: date.package },
    { tick: pub.weeks, name: date.end },
  ];
  return all.filter(({ tick }) => tick > pub.tick && tick <= pub.weeks).sort((a, b) => a.tick - b.tick);
}
