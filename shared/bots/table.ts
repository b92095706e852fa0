// Which bot plays which seat. A new doctrine is a setting in its file; a new way of thinking is a file and a line here.

import { hash } from "../random.ts";
import type { Seat } from "../seat.ts";
import { BEIJING_DOCTRINES, beijingBot } from "./beijing.ts";
import type { Bot } from "./bot.ts";
import { COMMISSION_DOCTRINES, commissionBot } from "./commission.ts";
import { MEMBER_DOCTRINES, memberBot } from "./member.ts";

const COMMISSION = COMMISSION_DOCTRINES.map(commissionBot);
const BEIJING = BEIJING_DOCTRINES.map(beijingBot);
const MEMBERS = MEMBER_DOCTRINES.map(memberBot);

/** A bot that never acts: the yardstick "nobody acts", and Europe's or Beijing's silence in experiments. */
export const SILENT: Bot = { id: "silent", decide: () => [] };

/** All doctrines of a seat, its usual one first. */
export const botsFor = (seat: Seat): readonly Bot[] =>
  seat === "commission" ? COMMISSION : seat === "beijing" ? BEIJING : MEMBERS;

/** The bot of a seat by the name of its doctrine; throws when the seat has no such doctrine. */
export function botNamed(seat: Seat, id: string): Bot {
  const bot = [...botsFor(seat), SILENT].find((b) => b.id === id);
  if (!bot) throw new RangeError(`no doctrine "${id}" for the seat "${seat}"`);
  return bot;
}

/** The usual bot of a seat. */
export const usualBot = (seat: Seat): Bot => botsFor(seat)[0]!;

/** Doctrines drawn from a seed, so that games differ: one for the Commission, one for Beijing, one for each capital. */
export function mixedBots(seed: number): (seat: Seat) => Bot {
  return (seat) => {
    const bots = botsFor(seat);
    return bots[hash(`${seed}/doctrine/${seat}`) % bots.length]!;
  };
}
