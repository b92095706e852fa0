// What a person may ask of a session, and the answers. Everything has an answer; nothing that is refused changes anything.

import type { Command } from "../shared/moves/table.ts";
import {
  type Problem,
  REQUESTS,
  type Refusal,
  type Reply,
  type RequestName,
  type RequestOf,
} from "../shared/protocol.ts";
import { isSeat, type Seat, type Viewpoint } from "../shared/seat.ts";
import { mayEnd } from "../shared/world/week.ts";
import type { StoredLine } from "./keeper.ts";
import type { Log } from "./log.ts";
import type { Play } from "./play.ts";

export const refuse = (code: Problem): Refusal => ({ ok: false, rejection: { code } });

/** Answers remembered for each person, so that an order sent twice is carried out once. */
const REMEMBERED = 200;

export interface Desk {
  /** Answers one request of a person. Never rejects. */
  answer(person: string, name: RequestName, payload: unknown): Promise<Reply<RequestName>>;
}

type Handlers = {
  [N in Exclude<RequestName, "me">]: (person: string, payload: RequestOf<N>) => Promise<Reply<N>>;
};

export function newDesk(play: Play, log: Log): Desk {
  const given = newMemory(play.match.lines);
  const handlers: Handlers = {
    ...orders(play, given),
    ...steering(play),
  };
  return {
    async answer(person, name, payload) {
      const parsed = REQUESTS[name].safeParse(payload ?? {});
      if (!parsed.success)
        return name === "order" ? { ok: false, rejection: { code: "malformed" } } : refuse("bad-request");
      const { id, name: called, seat } = play.seats.of(person);
      if (name === "me") return { ok: true, person: id, name: called, seat, host: play.isHost(person) };
      const handle = handlers[name] as (person: string, payload: unknown) => Promise<Reply<RequestName>>;
      try {
        return await handle(person, parsed.data);
      } catch (error) {
        log.error({ code: play.code, request: name, err: error }, "a request failed");
        return refuse(play.problem || "failed");
      }
    },
  };
}

type Given = ReturnType<typeof newMemory>;

/** Which order of whom was answered how. Orders of the journal are known again after a restart. */
function newMemory(lines: readonly StoredLine[]) {
  const byPerson = new Map<string, Map<string, Promise<Reply<"order">>>>();
  const of = (person: string) => {
    const known = byPerson.get(person) ?? new Map<string, Promise<Reply<"order">>>();
    byPerson.set(person, known);
    return known;
  };
  const remember = (person: string, id: string, reply: Promise<Reply<"order">>) => {
    const known = of(person);
    known.set(id, reply);
    if (known.size > REMEMBERED) known.delete(known.keys().next().value!);
  };
  for (const line of lines)
    if (line.kind === "order" && line.id !== undefined)
      remember(line.by, line.id, Promise.resolve({ ok: true, n: line.n }));
  return {
    get: (person: string, id: string) => of(person).get(id),
    remember,
    forget: (person: string, id: string) => void of(person).delete(id),
  };
}

/** Phrases come from the game; only words of one's own can be switched off. */
const isFreeText = (command: Command): boolean =>
  command.kind === "say" && "text" in command && command.text !== undefined;

function orders(play: Play, given: Given): Pick<Handlers, "order" | "why" | "continue"> {
  return {
    async order(person, request) {
      const { seat } = play.seats.of(person);
      if (!isSeat(seat)) return refuse("no-seat");
      const before = given.get(person, request.id);
      if (before) return before;
      if (play.problem) return refuse(play.problem);
      if (play.phase === "lobby") return refuse("not-now");
      if (isFreeText(request.command) && !play.freeText) return refuse("words-off");
      const reply = play.order(person, seat, request).catch(() => {
        given.forget(person, request.id);
        return refuse(play.problem || "failed");
      });
      given.remember(person, request.id, reply);
      return reply;
    },
    async why(person, { indicator, k }) {
      return { ok: true, why: await play.why(play.seats.of(person), indicator, k) };
    },
    async continue(person) {
      const { seat } = play.seats.of(person);
      if (!isSeat(seat)) return refuse("no-seat");
      await play.goOn(seat);
      return { ok: true };
    },
  };
}

/** In the lobby anybody may move; later a person takes the secrets of a seat along, so only newcomers find one. */
function mayMove(play: Play, now: Viewpoint, wanted: Seat | null): Problem | undefined {
  if (play.solo || play.phase === "lobby") return undefined;
  if (isSeat(now) || play.phase === "over") return "not-now";
  return wanted && play.seats.peopleIn(wanted) > 0 ? "seat-held" : undefined;
}

function steering(play: Play): Pick<Handlers, "seat" | "pace" | "words" | "start" | "end" | "result"> {
  return {
    async seat(person, { seat: wanted }) {
      const { seat: now } = play.seats.of(person);
      const refused = wanted && !play.seats.isPlayed(wanted) ? "no-such-seat" : mayMove(play, now, wanted);
      if (refused) return refuse(refused);
      const seat = wanted ?? (play.isHost(person) ? "facilitator" : "observer");
      await play.move(person, seat);
      return { ok: true, seat };
    },
    async pace(person, change) {
      if (!play.isHost(person)) return refuse("not-host");
      await play.setPace(change);
      return { ok: true };
    },
    async words(person, change) {
      if (!play.isHost(person)) return refuse("not-host");
      await play.setWords(change);
      return { ok: true };
    },
    async start(person) {
      if (!play.isHost(person)) return refuse("not-host");
      if (play.phase !== "lobby") return refuse("not-now");
      await play.start();
      return { ok: true };
    },
    async end(person) {
      if (!play.isHost(person)) return refuse("not-host");
      if (play.problem) return refuse(play.problem);
      if (play.phase !== "running" || !mayEnd(play.match.state)) return refuse("not-now");
      await play.end();
      return { ok: true };
    },
    async result() {
      if (play.phase !== "over") return refuse("not-now");
      return { ok: true, result: await play.result() };
    },
  };
}
