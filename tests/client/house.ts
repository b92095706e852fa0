// A session without a server: one match in this process, and connections to it that can be cut. For tests of the page.

import type { Connect, Wire, WireEvents } from "../../client/link.ts";
import { Refused } from "../../client/link.ts";
import { asks } from "../../shared/asks.ts";
import { usualBot } from "../../shared/bots/table.ts";
import { type Match, newMatch } from "../../shared/match.ts";
import { BLOCK_SIZE, docKey, type Mirrored, type MirroredPart } from "../../shared/mirror.ts";
import type { Join, Phase, Problem, RequestName, RequestOf } from "../../shared/protocol.ts";
import { result } from "../../shared/result.ts";
import type { Rules } from "../../shared/scenario.ts";
import type { Seat, Viewpoint } from "../../shared/seat.ts";
import { flatten, type Part } from "../../shared/wire.ts";
import { header } from "../helpers/play.ts";

function mirrored({ numbers, docs }: Part): MirroredPart {
  const part: Record<string, unknown> = {};
  numbers.forEach((value, i) => {
    const block = `b${Math.floor(i / BLOCK_SIZE)}`;
    part[block] ??= {};
    (part[block] as Record<string, number>)[`n${i % BLOCK_SIZE}`] = value;
  });
  part.docs = new Map(docs.map((doc, serial) => [docKey(doc.list, serial), doc.text]));
  return part as unknown as MirroredPart;
}

interface Guest {
  id: string;
  events: WireEvents;
  /** Ends what waits for an answer on this connection. */
  drop: (() => void)[];
}

export interface HousePlan {
  seat: Viewpoint;
  seed?: number;
  weeks?: number;
  solo?: boolean;
  phase?: Phase;
}

/** One person's session. `cut` ends every connection; while `down`, none can be made. */
export class House {
  readonly match: Match;
  readonly token = "token-1";
  /** Every request that came, in order. */
  readonly asked: { name: RequestName; payload: unknown }[] = [];
  readonly joins: Join[] = [];
  seat: Viewpoint;
  phase: Phase;
  paused = false;
  freeText = true;
  down: boolean | Problem = false;
  /** Requests from here on are received and never answered. */
  silent = false;
  #guests: Guest[] = [];
  readonly #rules: Rules;
  readonly #solo: boolean;
  readonly #aside = new Set<string>();
  readonly #known = new Map<string, unknown>();

  constructor(rules: Rules, { seat, seed = 1, weeks, solo = true, phase = "running" }: HousePlan) {
    this.#rules = rules;
    this.#solo = solo;
    this.seat = seat;
    this.phase = phase;
    this.match = newMatch({
      rules,
      header: header(rules, { seed, preset: "class", ...(weeks === undefined ? {} : { weeks }) }),
      keeper: { append: () => Promise.resolve() },
      botOf: usualBot,
      explain: true,
    });
    if (seat !== "observer" && seat !== "facilitator" && seat !== "projector")
      this.match.hold(seat as Seat, "people");
  }

  /** Lets weeks pass and shows the last. */
  advance(weeks = 1): void {
    for (let w = 0; w < weeks; w++) this.match.advance();
    this.show();
  }

  show(): void {
    for (const { events } of this.#guests) events.state(this.room());
  }

  cut(): void {
    for (const { events, drop } of this.#guests.splice(0)) {
      for (const end of drop) end();
      events.closed();
    }
  }

  get waiting(): string {
    const view = this.match.view(this.seat);
    return asks(this.#rules, view).some((ask) => !this.#aside.has(ask.id)) ? this.seat : "";
  }

  room(): Mirrored {
    const { match, seat } = this;
    const rules = this.#rules;
    const { tick } = match.state;
    return {
      code: "TEST42",
      scenario: rules.id,
      preset: "class",
      solo: this.#solo,
      phase: match.state.ending ? "over" : this.phase,
      paused: this.paused,
      secondsPerWeek: 9,
      mode: "stop-and-think",
      freeText: this.freeText,
      waiting: this.phase === "running" ? this.waiting : "",
      problem: "",
      people: new Map([["p1", { name: "Calm Heron", seat, here: true }]]),
      pub: mirrored(flatten(rules, "pub", match.view("observer").pub, tick)),
      parts: new Map([[seat, mirrored(flatten(rules, "own", match.view(seat).own, tick))]]),
    } as unknown as Mirrored;
  }

  readonly connect: Connect = async (_code, join, events) => {
    this.joins.push(join);
    if (this.down) throw typeof this.down === "string" ? new Refused(this.down) : new Error("down");
    const guest: Guest = { id: "p1", events, drop: [] };
    this.#guests.push(guest);
    queueMicrotask(() => events.state(this.room()));
    return this.#wire(guest);
  };

  #wire(guest: Guest): Wire {
    const here = () => this.#guests.includes(guest);
    return {
      request: async (name, payload) => {
        this.asked.push({ name, payload });
        if (!here()) throw new Error("closed");
        if (this.silent)
          return new Promise((_, fail) => void guest.drop.push(() => fail(new Error("closed"))));
        return this.#answer(name, payload);
      },
      ping: async () => {
        if (!here() || this.silent) throw new Error("no pong");
        return 12;
      },
      close: () => {
        this.#guests = this.#guests.filter((other) => other !== guest);
      },
    };
  }

  async #answer(name: RequestName, payload: unknown): Promise<unknown> {
    switch (name) {
      case "me":
        return { ok: true, person: "p1", name: "Calm Heron", seat: this.seat, host: true, token: this.token };
      case "order":
        return this.#order(payload as RequestOf<"order">);
      case "why": {
        const { indicator, k } = payload as RequestOf<"why">;
        return { ok: true, why: this.match.why(this.seat, indicator, k) ?? null };
      }
      case "continue":
        for (const ask of asks(this.#rules, this.match.view(this.seat))) this.#aside.add(ask.id);
        this.show();
        return { ok: true };
      case "seat":
        this.seat = (payload as RequestOf<"seat">).seat ?? "observer";
        this.show();
        return { ok: true, seat: this.seat };
      case "pace":
        this.paused = (payload as RequestOf<"pace">).paused ?? this.paused;
        this.show();
        return { ok: true };
      case "words":
        this.freeText = (payload as RequestOf<"words">).freeText;
        this.show();
        return { ok: true };
      case "start":
        this.phase = "running";
        this.show();
        return { ok: true };
      case "result": {
        const { match } = this;
        return { ok: true, result: await result(match.rules, match.header, match.state, match.lines) };
      }
    }
  }

  /** The same order twice is carried out once. */
  #order({ id, command }: RequestOf<"order">): unknown {
    if (this.#known.has(id)) return this.#known.get(id);
    const answer = this.match.submit(this.seat as Seat, "p1", command);
    const reply = answer.ok ? { ok: true, n: answer.n } : answer;
    this.#known.set(id, reply);
    this.show();
    return reply;
  }
}
