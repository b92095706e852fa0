// What a game costs on the wire: a real room, ten clients in ten seats who play as bots would, bots in the other seats,
// a year of weeks in quick succession; counted in the bytes that leave the server's sockets, headers of frames included.

import { mkdtempSync, rmSync } from "node:fs";
import type { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client, type Room } from "colyseus.js";
import { usualBot } from "../../shared/bots/table.ts";
import { type Mirrored, viewIn } from "../../shared/mirror.ts";
import type { NewSession, NewSessionReply } from "../../shared/protocol.ts";
import { newStream } from "../../shared/random.ts";
import type { Rules } from "../../shared/scenario.ts";
import type { Seat } from "../../shared/seat.ts";
import { type App, newApp } from "../app.ts";
import { realTimers, type Timers } from "../clock.ts";
import { config } from "../config.ts";
import { newLog } from "../log.ts";
import { openStore } from "../store.ts";

const CLIENTS = 10;
const WEEKS = 52;
/** How many times faster than in class. */
const HASTE = 200;

const hasty: Timers = {
  set: (run, millis) => realTimers.set(run, millis / HASTE),
  clear: realTimers.clear,
};

interface WireCost {
  /** Mean over clients and weeks. */
  bytesPerClientWeek: number;
  /** Everything that a client receives when it comes in late, after a year. */
  fullStateBytes: number;
  /** The same weeks with the whole View as JSON instead. */
  jsonBytesPerClientWeek: number;
}

/** Counts the bytes that a server has sent since it was asked last: in all, and over connections opened since then. */
function newMeter(app: App): { sent(): { all: number; fresh: number } } {
  const counted = new Map<Socket, number>();
  const fresh = new Set<Socket>();
  app.http.on("connection", (socket) => {
    counted.set(socket, 0);
    fresh.add(socket);
  });
  return {
    sent() {
      const sum = { all: 0, fresh: 0 };
      for (const [socket, before] of counted) {
        const since = socket.bytesWritten - before;
        sum.all += since;
        if (fresh.has(socket)) sum.fresh += since;
        counted.set(socket, socket.bytesWritten);
      }
      fresh.clear();
      return sum;
    },
  };
}

const tickOf = (room: Room): number => (room.state as unknown as Mirrored).pub?.b0?.n0 ?? 0;

const until = (room: Room, holds: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      if (!holds()) return;
      room.onStateChange.remove(look);
      resolve();
    };
    room.onStateChange(look);
    look();
  });

async function come(url: string, code: string, seat: Seat, token?: string): Promise<Room> {
  const room: Room = await new Client(url).joinById(code, token ? { token } : { seat });
  room.reconnection.enabled = false;
  await until(room, () => Boolean((room.state as unknown as Mirrored)?.code));
  return room;
}

async function create(url: string): Promise<NewSessionReply> {
  const request: NewSession = { preset: "class", seat: "commission" };
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${url}/api/sessions`, {
    method: "POST",
    headers,
    body: JSON.stringify(request),
  });
  return (await response.json()) as NewSessionReply;
}

/** Calls back once a week. */
function eachWeek(room: Room, call: () => void): void {
  let tick = tickOf(room);
  room.onStateChange(() => {
    if (tickOf(room) === tick) return;
    tick = tickOf(room);
    call();
  });
}

/** Orders what a bot would order on what this client sees. */
function playAs(seat: Seat, room: Room, rules: Rules): void {
  const random = newStream(1, seat);
  eachWeek(room, async () => {
    const view = viewIn(rules, room.state as unknown as Mirrored, seat);
    const deeds = usualBot(seat).decide(rules, view, random);
    for (const [i, { command }] of deeds.entries()) {
      if (!room.connection.isOpen) return;
      await room.request("order" as never, { id: `${view.pub.tick}-${i}`, command } as never);
    }
  });
}

/** Adds up, week by week, what would be sent without a mirror. */
function countJson(room: Room, views: () => unknown[]): () => number {
  let sum = 0;
  eachWeek(room, () => {
    for (const view of views()) sum += Buffer.byteLength(JSON.stringify(view));
  });
  return () => sum;
}

export async function measureWire(): Promise<WireCost> {
  const dataDir = mkdtempSync(join(tmpdir(), "chokepoint-wire-"));
  const store = await openStore({ dataDir, now: () => new Date() });
  const log = newLog("silent");
  const settings = config({ HOST: "127.0.0.1", PORT: "0" });
  const app = await newApp({ config: settings, store, log, version: "", dist: dataDir, timers: hasty });
  const meter = newMeter(app);
  try {
    const url = `http://127.0.0.1:${await app.listen()}`;
    const { code, hostToken } = await create(url);
    const { match } = await app.sessions.play(code);
    const seats = match.rules.seats.slice(0, CLIENTS);
    const rooms: Room[] = [];
    for (const seat of seats)
      rooms.push(await come(url, code, seat, rooms.length === 0 ? hostToken : undefined));
    seats.forEach((seat, i) => playAs(seat, rooms[i]!, match.rules));
    const json = countJson(rooms[0]!, () => seats.map((seat) => match.view(seat)));
    meter.sent();
    const started = tickOf(rooms[0]!);
    await rooms[0]!.request("start" as never, {} as never);
    await Promise.all(rooms.map((room) => until(room, () => tickOf(room) >= started + WEEKS)));
    await rooms[0]!.request("pace" as never, { paused: true } as never);
    const weeks = tickOf(rooms[0]!) - started;
    const bytes = meter.sent().all;
    const late = await come(url, code, "MT");
    const fullStateBytes = meter.sent().fresh;
    for (const room of [...rooms, late]) await room.leave();
    const each = (total: number) => Math.round(total / (weeks * CLIENTS));
    return { bytesPerClientWeek: each(bytes), fullStateBytes, jsonBytesPerClientWeek: each(json()) };
  } finally {
    await app.close();
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
