// Legality is a function of the View, and of nothing else: what is listed as legal is carried out and leaves the world
// whole; what is refused changes nothing; every kind of move has its price, its cards and its clock.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mixedBots } from "../../shared/bots/table.ts";
import { silent } from "../../shared/explain.ts";
import { MOVES } from "../../shared/moves/list.ts";
import { type Move, STAGES } from "../../shared/moves/move.ts";
import {
  type Command,
  check,
  commandSchema,
  cost,
  legal,
  movesOf,
  options,
} from "../../shared/moves/table.ts";
import { newStream, pick } from "../../shared/random.ts";
import { REJECTIONS } from "../../shared/rejection.ts";
import type { Rules } from "../../shared/scenario.ts";
import { ONLOOKERS, SEATS, type Seat } from "../../shared/seat.ts";
import { clone, digest, type State } from "../../shared/state.ts";
import { seatsOf, step } from "../../shared/step.ts";
import { view } from "../../shared/view.ts";
import { determined, examine, openCoercion } from "../../shared/world/coercion.ts";
import { openVote } from "../../shared/world/council.ts";
import { setDuty } from "../../shared/world/duties.ts";
import { openFile } from "../../shared/world/files.ts";
import { commands } from "../helpers/commands.ts";
import { newGame } from "../helpers/play.ts";
import { brussels, tiny } from "../helpers/scenario.ts";
import { unsound } from "../helpers/sound.ts";

const ALL = MOVES as readonly unknown[] as readonly Move[];

const orderOf = (seat: Seat, command: Command) => ({ kind: "order" as const, seat, by: "test", command });

/** Each side has laid a duty on the other in this game, so that both have something to take back. */
function entangle(rules: Rules, state: State): void {
  for (const side of ["europe", "beijing"]) {
    const file = state.files.find((f) => f.side === side && f.sector >= 0 && f.stage === "in-force");
    if (file) setDuty(rules, state, file, file.duty + 0.1);
  }
}

/** What has just been done or put to another seat. */
const OFFERS = [
  ["beijing", "quiet-ban"],
  ["beijing", "send-envoy"],
  ["beijing", "offer-step-down"],
  ["commission", "table-terms"],
] as const;

/** What bots seldom come to: coercion examined, then found; a package in its vote. */
function stir(rules: Rules, state: State): void {
  state.coerced.squeeze = state.tick;
  const file = openCoercion(state.files) ?? examine(rules, state, silent);
  file.nextGate = state.tick;
  if (state.tick > 30) determined(rules, state, file, silent);
  const petition = { kind: "package", side: "europe", sector: -1, breadth: 0, why: "move" } as const;
  openVote(
    rules,
    state,
    openFile(rules, state, { ...petition, size: 1, snapback: true }, silent),
    "for",
    silent,
  );
}

/**
 * Positions of a game between bots of mixed doctrines, some weeks apart: lobbies call, what may be offered has just come,
 * and there is something of everything; past the beginning a vote is open if one is called within a Council's cycle.
 */
function positions(rules: Rules, seed: number, weeks: readonly number[]): State[] {
  const match = newGame(rules, { seed, botOf: mixedBots(seed) });
  return weeks.map((tick) => {
    const isOpen = () => match.state.votes.some((vote) => vote.outcome === "open");
    const last = tick > 0 ? tick + rules.calendar.councilDayEvery : 0;
    while (match.state.tick < tick || (match.state.tick < last && !isOpen())) match.advance();
    const state = clone(match.state);
    if (state.tick > 20) entangle(rules, state);
    for (const [seat, kind] of OFFERS) {
      const offer = legal(rules, view(rules, state, seat)).find((c) => c.kind === kind);
      if (offer) step(rules, state, orderOf(seat, offer));
    }
    stir(rules, state);
    return state;
  });
}

/** Of long lists about twenty, spread evenly and each kind at least once: neighbours differ only in whom they name. */
function sample(commands: Command[]): Command[] {
  const every = Math.ceil(commands.length / 20);
  return commands.filter((c, k) => k % every === 0 || c.kind !== commands[k - 1]?.kind);
}

const GAMES: [string, Rules, State[]][] = [
  ["the Union", brussels.rules, positions(brussels.rules, 41, [0, 8, 19, 40, 62])],
  ["the small scenario", tiny.rules, positions(tiny.rules, 42, [0, 8, 23, 48])],
];

describe.each(GAMES)("%s", (_, rules, states) => {
  test.each(states.map((state) => [state.tick, state] as const))(
    "week %i: every legal order of every seat is carried out and leaves the world whole",
    (_tick, state) => {
      let played = 0;
      const before = JSON.stringify(state);
      for (const seat of seatsOf(rules))
        for (const command of sample(legal(rules, view(rules, state, seat)))) {
          const after = clone(state);
          step(rules, after, orderOf(seat, command));
          expect(unsound(after), JSON.stringify(command)).toEqual([]);
          expect(JSON.stringify(after) === before, JSON.stringify(command)).toBe(false);
          played += 1;
        }
      expect(played).toBeGreaterThan(20);
    },
  );

  test("a seat that gives every legal order it has, one after the other, never overdraws", () => {
    for (const from of states)
      for (const seat of seatsOf(rules)) {
        const state = clone(from);
        const random = newStream(7, `${seat}/${state.tick}`);
        for (let k = 0; k < 12; k++) {
          const open = legal(rules, view(rules, state, seat));
          if (open.length === 0) break;
          step(rules, state, orderOf(seat, pick(random, open)));
          expect(unsound(state)).toEqual([]);
        }
      }
  });

  test("any well-formed order is judged without a change; refused it changes nothing, accepted it leaves the world whole", () => {
    for (const state of states) {
      const seats = seatsOf(rules);
      const before = digest(state);
      fc.assert(
        fc.property(fc.constantFrom(...seats), commands(rules, state), (seat, command) => {
          const refused = check(rules, view(rules, state, seat), command);
          if (refused) expect(REJECTIONS).toContain(refused.code);
          else {
            const after = clone(state);
            step(rules, after, orderOf(seat, command));
            expect(unsound(after)).toEqual([]);
          }
          return digest(state) === before;
        }),
        { numRuns: 400, seed: 9 },
      );
    }
  });

  test("a match refuses what the check refuses, and nothing changes", () => {
    const match = newGame(rules, { seed: 43, botOf: mixedBots(43) });
    for (let w = 0; w < 9; w++) match.advance();
    const before = digest(match.state);
    const lines = match.lines.length;
    let refused = 0;
    fc.assert(
      fc.property(fc.constantFrom(...SEATS), commands(rules, match.state), (seat, command) => {
        if (check(rules, match.view(seat), command) === null) return true;
        const answer = match.submit(seat, "test", command);
        refused += 1;
        return !answer.ok && digest(match.state) === before && match.lines.length === lines;
      }),
      { numRuns: 300, seed: 10 },
    );
    expect(refused).toBeGreaterThan(100);
  });

  test("checks ask the View alone: two worlds with one View judge alike", () => {
    for (const state of states)
      for (const seat of seatsOf(rules)) {
        const seen = view(rules, state, seat);
        const other = JSON.parse(JSON.stringify(seen)) as typeof seen;
        for (const command of options(rules, seen).slice(0, 150))
          expect(check(rules, other, command)).toEqual(check(rules, seen, command));
      }
  });
});

describe("every kind of move", () => {
  test.each(ALL.map((m) => [m.kind, m] as const))(
    "%s has a price, cards that can be read, and a clock",
    (_, move) => {
      let cards = 0;
      for (const [, rules, states] of GAMES)
        for (const state of states)
          for (const seat of seatsOf(rules).filter((s) => movesOf(s).includes(move))) {
            const seen = view(rules, state, seat);
            for (const command of move.options(rules, seen) as Command[]) {
              cards += 1;
              expect(commandSchema.parse(command)).toEqual(command);
              const { points, money } = cost(rules, seen, command);
              expect(points).toBeGreaterThanOrEqual(0);
              expect(money).toBeGreaterThanOrEqual(0);
              const clock = move.clock(rules, seen, command);
              expect(
                clock.some((stage) => stage.gate === "bite"),
                JSON.stringify(command),
              ).toBe(true);
              for (const stage of clock) {
                expect(STAGES).toContain(stage.name);
                expect(stage.weeks).toBeGreaterThanOrEqual(0);
              }
              const objectors = move.objects(rules, seen, command);
              expect(new Set(objectors).size).toBe(objectors.length);
              for (const objector of objectors) expect(seatsOf(rules)).toContain(objector);
            }
          }
      expect(cards).toBeGreaterThan(0);
    },
  );

  test("each kind stands in the price list of both scenarios", () => {
    for (const { rules } of [brussels, tiny]) {
      const kinds = new Set(Object.keys(rules.model.cost).map((key) => key.split("/")[0]));
      expect(ALL.map((m) => m.kind).filter((kind) => !kinds.has(kind))).toEqual([]);
      expect([...kinds].filter((kind) => !ALL.some((m) => m.kind === kind))).toEqual([]);
    }
  });

  test("an onlooker may order nothing", () => {
    const [, rules, states] = GAMES[0]!;
    for (const onlooker of ONLOOKERS) {
      const seen = view(rules, states[1]!, onlooker);
      expect(options(rules, seen)).toEqual([]);
      expect(check(rules, seen, { kind: "choose", choice: "q", option: "a" })).toEqual({
        code: "not-your-seat",
      });
      for (const seat of ["commission", "beijing", "DE"] as const)
        for (const command of options(rules, view(rules, states[1]!, seat)).slice(0, 50))
          expect(check(rules, seen, command)).toEqual({ code: "not-your-seat" });
    }
  });

  test("unknown fields, kinds and wrong types are not commands", () => {
    for (const junk of [
      null,
      "vote",
      { kind: "win" },
      { kind: "declare-emergency", really: true },
      { kind: "order-stock", input: "magnets", million: "60" },
      { kind: "order-stock", input: "magnets", million: 20.5 },
      { kind: "order-stock", input: "x".repeat(61), million: 20 },
      { kind: "send-envoy", to: "HU", gift: "plant", ask: "vote" },
      { kind: "send-envoy", to: "HU", gift: "plant", ask: "silence", vote: "v1" },
      { kind: "make-statement", form: "threat" },
      { kind: "make-statement", form: "wto", file: "pork" },
      { kind: "make-statement", form: "wto", weeks: 5 },
      { kind: "aim-licences", members: ["HU", "HU"], favour: true },
      { kind: "aim-licences", members: [], favour: true },
      { kind: "give-assurance", weeks: Number.NaN },
    ])
      expect(commandSchema.safeParse(junk).success, JSON.stringify(junk)).toBe(false);
  });
});
