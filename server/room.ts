// Colyseus on one side, a Play on the other: who connected, what they may receive, their requests and the answers.

import { type Client, ErrorCode, Room, ServerError } from "@colyseus/core";
import type { StateView } from "@colyseus/schema";
import { joinSchema, type Problem, REQUESTS, type Reply, type RequestName } from "../shared/protocol.ts";
import type { Viewpoint } from "../shared/seat.ts";
import type { Timers } from "./clock.ts";
import type { Config } from "./config.ts";
import { type Desk, newDesk, refuse } from "./desk.ts";
import { type Entry, enter } from "./entry.ts";
import { type Bucket, type Now, newBucket } from "./limiter.ts";
import type { Log } from "./log.ts";
import type { RoomState } from "./mirror.ts";
import type { Play } from "./play.ts";
import { type Store, StoreFull } from "./store.ts";

/** What the server hands to every room, and the session of this one. */
export interface RoomOptions {
  play: Play;
  store: Store;
  config: Config;
  log: Log;
  now: Now;
  timers: Timers;
  /** Called when nobody has been here for a while. */
  idle(): void;
}

/** What a connection carries. */
interface Seated extends Entry {
  bucket: Bucket;
  seat: Viewpoint;
}

type Guest = Client<{ auth: Entry; userData: Seated }> & { view?: StateView | undefined };

/** A connection that sends more than so many times the allowance is not told so but ended. */
const PATIENCE = 5;
/** Persons a session remembers for each connection it takes. */
const PERSONS_PER_CLIENT = 4;
const IDLE_MILLIS = 600_000;
/** Only the count of messages a second reads the clock of the room. */
const CLOCK_MILLIS = 250;

/** What Colyseus keeps to itself. */
interface Reservations {
  _reservedSeats: Record<string, unknown>;
  _reservedSeatTimeouts: Record<string, NodeJS.Timeout>;
}

const no = (problem: Problem): ServerError => new ServerError(ErrorCode.APPLICATION_ERROR, problem);

export class GameRoom extends Room<{ state: RoomState; client: Guest }> {
  override autoDispose = false;
  override patchRate = null;
  #options!: RoomOptions;
  #desk!: Desk;
  #idle: unknown;

  override onCreate(options: RoomOptions): void {
    const { play, config } = options;
    this.#options = options;
    this.#desk = newDesk(play, options.log);
    this.roomId = play.code;
    this.maxClients = config.MAX_CLIENTS_PER_ROOM;
    this.maxMessagesPerSecond = PATIENCE * config.MESSAGES_PER_SECOND;
    this.setTimestep(() => {}, CLOCK_MILLIS);
    this.patchRate = null;
    this.state = play.mirror.state;
    play.patch = () => void this.broadcastPatch();
    for (const name of Object.keys(REQUESTS) as RequestName[])
      this.onMessage(name, (client: Guest, payload: unknown) => this.#answer(client, name, payload));
    // What is sent without asking for an answer, and is not a request, is let fall: an unknown one would end the connection.
    this.onMessage("*", () => {});
    this.#watchIdle();
  }

  override async onAuth(_client: Guest, options: unknown): Promise<Entry> {
    const { play, store, config } = this.#options;
    const join = joinSchema.safeParse(options ?? {});
    if (!join.success) throw no("bad-request");
    const most = PERSONS_PER_CLIENT * config.MAX_CLIENTS_PER_ROOM;
    const entry = await enter(play, store, join.data, most).catch((error: unknown) => {
      throw no(error instanceof StoreFull ? "storage-full" : "storage-failed");
    });
    if (typeof entry === "string") throw no(entry);
    return entry;
  }

  override async onJoin(client: Guest): Promise<void> {
    const { play, config, now } = this.#options;
    const entry = client.auth!;
    const { seat } = play.seats.of(entry.person);
    const bucket = newBucket(config.MESSAGES_PER_SECOND, 2 * config.MESSAGES_PER_SECOND, now);
    client.userData = { ...entry, seat, bucket };
    this.#watchIdle();
    await play.come(entry.person);
    client.view = play.mirror.viewFor(seat);
  }

  override async onLeave(client: Guest): Promise<void> {
    client.view?.dispose();
    this.#watchIdle();
    if (client.userData) await this.#options.play.go(client.userData.person);
  }

  /** Colyseus would wait for everybody who reserved a place and has not come; nobody needs to. */
  override onBeforeShutdown(): void {
    const { _reservedSeats: places, _reservedSeatTimeouts: ends } = this as unknown as Reservations;
    for (const id of Object.keys(places)) {
      clearTimeout(ends[id]);
      delete places[id];
    }
    super.onBeforeShutdown();
  }

  override onDispose(): void {
    this.#options.timers.clear(this.#idle);
    this.#options.play.patch = () => {};
  }

  async #answer(client: Guest, name: RequestName, payload: unknown): Promise<Reply<RequestName>> {
    const { person, token, bucket } = client.userData!;
    if (!bucket.take()) return refuse("too-fast");
    const reply = await this.#desk.answer(person, name, payload);
    if (reply.ok && name === "seat") this.#turn(person);
    return reply.ok && name === "me" && token ? { ...reply, token } : reply;
  }

  /** Turns the connections of a person to the seat that they have taken. */
  #turn(person: string): void {
    const { play } = this.#options;
    const { seat } = play.seats.of(person);
    for (const client of this.clients as Guest[]) {
      const held = client.userData;
      if (held?.person !== person || held.seat === seat || !client.view) continue;
      play.mirror.turn(client.view, held.seat, seat);
      held.seat = seat;
    }
    play.patch();
  }

  #watchIdle(): void {
    const { timers, play, idle } = this.#options;
    if (this.#idle !== undefined) timers.clear(this.#idle);
    this.#idle = timers.set(() => (play.seats.anybodyHere() ? this.#watchIdle() : idle()), IDLE_MILLIS);
  }
}
