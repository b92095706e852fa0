// B7: steps that Europe has long asked for. Beijing opens its tenders, or its books; it costs face, unless an agreement
// binds both sides to something.

import * as z from "zod";
import { publishSubsidies as openBooks, openMarket } from "../world/opening.ts";
import { bite, cooling, move, price } from "./move.ts";

/** Nothing is left to open. */
const isDone = (share: number, most: number) => (share >= most ? { code: "already-so" as const } : null);

export const openAccess = move({
  kind: "open-access",
  office: "beijing",
  schema: z.strictObject({ kind: z.literal("open-access") }),
  cost: (rules) => price(rules, "open-access"),
  check: (rules, view) =>
    isDone(view.pub.access, rules.model.trade.accessMax) ?? cooling(view, view.own.clocks.access),
  apply: (rules, state, _seat, _command, trace) => openMarket(rules, state, trace),
  options: () => [{ kind: "open-access" as const }],
  clock: () => [bite("tenders", 1)],
  objects: () => [],
});

export const publishSubsidies = move({
  kind: "publish-subsidies",
  office: "beijing",
  schema: z.strictObject({ kind: z.literal("publish-subsidies") }),
  cost: (rules) => price(rules, "publish-subsidies"),
  check: (_rules, view) => isDone(view.pub.transparency, 1) ?? cooling(view, view.own.clocks.books),
  apply: (rules, state, _seat, _command, trace) => openBooks(rules, state, trace),
  options: () => [{ kind: "publish-subsidies" as const }],
  clock: () => [bite("published", 0)],
  objects: () => [],
});
