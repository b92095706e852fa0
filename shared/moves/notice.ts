// B8: notice of a restriction. It is a statement like others, and takes the time of one.

import * as z from "zod";
import { giveNotice as announce } from "../world/notice.ts";
import { bite, cooling, id, missing, move, outside, price, wait } from "./move.ts";
import { hawks, seats } from "./objectors.ts";

const LENGTHS = [7, 13];

export const giveNotice = move({
  kind: "give-notice",
  office: "beijing",
  schema: z.strictObject({ kind: z.literal("give-notice"), input: id, weeks: z.int().min(1).max(260) }),
  cost: (rules) => price(rules, "give-notice"),
  check(rules, view, { input, weeks }) {
    if (!rules.inputs.some((x) => x.id === input && x.stockable)) return missing("input");
    const { words, tick } = view.pub;
    const open = words.find((w) => w.form === "notice" && w.file === input && w.until > tick);
    if (open) return { code: "already-so", until: open.until };
    const { noticeLeast, noticeMost } = rules.model.moves;
    return outside(weeks, noticeLeast, noticeMost, "weeks") ?? cooling(view, view.own.clocks.statement);
  },
  apply(rules, state, _seat, { input, weeks }, trace) {
    state.beijing.next.statement = state.tick + rules.model.moves.statementEvery;
    const i = rules.inputs.findIndex((x) => x.id === input);
    announce(rules, state, i, weeks, trace);
  },
  options: (rules) =>
    rules.inputs
      .filter((x) => x.stockable)
      .flatMap(({ id: input }) => LENGTHS.map((weeks) => ({ kind: "give-notice" as const, input, weeks }))),
  clock: (_rules, _view, { weeks }) => [bite("announced", 0), wait("notice", weeks)],
  objects: (rules) => seats(["commission"], hawks(rules)),
});
