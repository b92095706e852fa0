// What a game costs on the wire: a real room, ten clients in ten seats, bots in the others, a year of weeks in quick
// succession; counted in the bytes that leave the server's sockets, frames and their headers included.

import { mkdtempSync, rmSync } from "node:fs";
import type { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client, type Room } from "colyseus.js";
import type { Mirrored } from "../../shared/mirror.ts";
import type { NewSession, NewSessionReply } from "../../shared/protocol.ts";
import type { Seat } from "../../shared/seat.ts";
import { type App, newApp } from "../app.ts";
import { realTimers, type Timers } from "../clock.ts";
import { config } from "../config.ts";
import { newLog } from "../log.ts";
import { openStore } from "../store.ts";

const CLIENTS = 10;
const WEEKS = 52;
/** How many times faster than in class. */
const HASTE = 1_000;

const hasty: Timers = {
  set: (run, millis) => realTimers.set(run, millis / HASTE),
  clear: realTimers.clear,
};

export interface WireCost {
  /** Mean over clients and weeks. */
  bytesPerClientWeek: number;
  /** Everything that a client receives when it comes in late, after a year. */
  fullStateBytes: number;
  /** The same weeks with the whole View as JSON instead. */
  jsonBytesPerClientWeek: number;
}

/** Counts every byte that a server has sent since it was asked last. */
function newMeter(app: App): { sent(): number } {
  const sockets = new Set<Socket>();
  let ended = 0;
  let before = 0;
  app.http.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => {
      sockets.delete(socket);
      ended += socket.bytesWritten;
    });
  });
  return {
    sent() {
      const total = [...sockets].reduce((sum, socket) => sum + socket.bytesWritten, ended);
      const since = total - before;
      before = total;
      return since;
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

/** Adds up, week by week, what would be sent without a mirror. */
function countJson(room: Room, views: () => unknown[]): () => number {
  let sum = 0;
  let tick = tickOf(room);
  room.onStateChange(() => {
    if (tickOf(room) === tick) return;
    tick = tickOf(room);
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
    const json = countJson(rooms[0]!, () => seats.map((seat) => match.view(seat)));
    meter.sent();
    const started = tickOf(rooms[0]!);
    await rooms[0]!.request("start" as never, {} as never);
    await Promise.all(rooms.map((room) => until(room, () => tickOf(room) >= started + WEEKS)));
    await rooms[0]!.request("pace" as never, { paused: true } as never);
    const weeks = tickOf(rooms[0]!) - started;
    const bytes = meter.sent();
    const late = await come(url, code, "MT");
    const fullStateBytes = meter.sent();
    for (const room of [...rooms, late]) await room.leave();
    const each = (total: number) => Math.round(total / (weeks * CLIENTS));
    return { bytesPerClientWeek: each(bytes), fullStateBytes, jsonBytesPerClientWeek: each(json()) };
  } finally {
    await app.close();
    await store.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
