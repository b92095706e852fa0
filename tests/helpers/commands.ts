// Every well-formed command, drawn from the schemas themselves: a new move is covered without a word here.

import fc from "fast-check";
import * as z from "zod";
import { MOVES } from "../../shared/moves/list.ts";
import { type Command, commandSchema } from "../../shared/moves/table.ts";
import type { Rules } from "../../shared/scenario.ts";
import type { State } from "../../shared/state.ts";

type Shape = z.core.JSONSchema.JSONSchema;

/** Ids that mean something in this position, and some that do not. */
export function idsOf(rules: Rules, state: State): string[] {
  const lists = [
    rules.sectors,
    rules.inputs,
    rules.projects,
    state.files,
    state.votes,
    state.offers,
    state.choices,
    state.talks,
    state.proposals,
    state.contracts,
    rules.templates,
  ];
  return [
    ...lists.flatMap((list) => (list as { id: string }[]).map((x) => x.id)),
    ...rules.cards.flatMap((c) => c.options.map((o) => o.id)),
    ...state.lobbies.flatMap((l) => l.cards.map((c) => c.id)),
    "all",
    "",
    ...rules.members.map((m) => m.code),
    "nothing",
    "__proto__",
    "constructor",
  ];
}

function drawn(shape: Shape, ids: string[]): fc.Arbitrary<unknown> {
  if (typeof shape === "boolean") throw new Error("a shape that says nothing");
  if (shape.const !== undefined) return fc.constant(shape.const);
  if (shape.enum) return fc.constantFrom(...(shape.enum as unknown[]));
  switch (shape.type) {
    case "string":
      return fc.constantFrom(...ids);
    case "boolean":
      return fc.boolean();
    case "integer":
      return fc.integer({ min: shape.minimum ?? 0, max: shape.maximum ?? 100 });
    case "number":
      return fc.constantFrom(shape.minimum ?? 0, 0, 0.5, 1, 10, 25, shape.maximum ?? 100);
    case "array":
      return fc.uniqueArray(drawn(shape.items as Shape, ids), {
        minLength: shape.minItems ?? 0,
        maxLength: Math.min(8, shape.maxItems ?? 8),
      });
    case "object":
      return fc.record(
        Object.fromEntries(
          Object.entries(shape.properties ?? {}).map(([key, part]) => [key, drawn(part as Shape, ids)]),
        ),
        { requiredKeys: shape.required as [] },
      );
    default:
      throw new Error(`no values for ${JSON.stringify(shape)}`);
  }
}

/** Well-formed commands of every kind, about things of this position. */
export function commands(rules: Rules, state: State): fc.Arbitrary<Command> {
  const ids = idsOf(rules, state);
  const kinds = MOVES.map((move) =>
    drawn(z.toJSONSchema(move.schema as z.ZodType, { unrepresentable: "any" }) as Shape, ids),
  );
  return fc
    .oneof(...kinds)
    .filter((value) => commandSchema.safeParse(value).success) as fc.Arbitrary<Command>;
}
