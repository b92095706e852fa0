// A whole server on a free port of this machine, and guests who come to it with the real client library.

import { Client, type Room } from "colyseus.js";
import { onTestFinished } from "vitest";
import { type App, type AppSettings, newApp } from "../../server/app.ts";
import { type Config, config } from "../../server/config.ts";
import { type Log, newLog } from "../../server/log.ts";
import { loadScenario } from "../../server/scenarios.ts";
import { openStore } from "../../server/store.ts";
import { SILENT } from "../../shared/bots/table.ts";
import type { Journal } from "../../shared/journal.ts";
import { type Mirrored, type Session, sessionOf, viewIn } from "../../shared/mirror.ts";
import type {
  Join,
  Me,
  NewSession,
  NewSessionReply,
  Reply,
  RequestName,
  RequestOf,
} from "../../shared/protocol.ts";
import type { View } from "../../shared/view.ts";
import { newFolder } from "../server/helpers/folder.ts";

export interface TestServer {
  app: App;
  port: number;
  url: string;
  config: Config;
  /** What it has logged, as objects. */
  logged: Record<string, unknown>[];
  close(): Promise<void>;
}

interface Options extends Partial<Omit<AppSettings, "config" | "log">> {
  env?: Record<string, string>;
}

/** Starts a server that is gone after the test. Bots are silent and the scenario has three states unless told otherwise. */
export async function startServer(options: Options = {}): Promise<TestServer> {
  const { env = {}, store: given, ...rest } = options;
  const settings = config({ HOST: "127.0.0.1", PORT: "0", ...env });
  const store = given ?? (await openStore({ dataDir: newFolder(), now: () => new Date() }));
  const logged: Record<string, unknown>[] = [];
  const log: Log = newLog("info", { write: (line) => void logged.push(JSON.parse(line)) });
  const app = await newApp({
    ...{ config: settings, store, log, version: "test", dist: "nowhere", botsOf: () => () => SILENT },
    ...rest,
  });
  const port = await app.listen();
  let closed = false;
  const close = async () => {
    if (closed) return;
    closed = true;
    await app.close();
    await store.close();
  };
  onTestFinished(close);
  return { app, port, url: `http://127.0.0.1:${port}`, config: settings, logged, close };
}

/** Makes a session of the small scenario. */
export async function newSession(url: string, request: Partial<NewSession> = {}): Promise<NewSessionReply> {
  const response = await post(url, { preset: "class", scenario: "tiny", ...request });
  if (response.status !== 201) throw new Error(`${response.status}: ${await response.text()}`);
  return (await response.json()) as NewSessionReply;
}

export const post = (url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${url}/api/sessions`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  });

/** The journal of a session, as the host exports it. */
export async function exported(url: string, { code, hostToken }: NewSessionReply): Promise<Journal> {
  const response = await fetch(`${url}/api/sessions/${code}/export?token=${hostToken}`);
  if (!response.ok) throw new Error(`${response.status}: ${await response.text()}`);
  return (await response.json()) as Journal;
}

/** Somebody who has come in. */
export interface Guest {
  room: Room;
  me: Me;
  /** Every frame received since the handshake. */
  frames: Buffer[];
  /** Code of the close, once the connection has ended. */
  left: Promise<number>;
  ask<N extends RequestName>(name: N, payload?: RequestOf<N>): Promise<Reply<N>>;
  view(): View;
  session(): Session;
  /** Resolves when this holds, looking at every patch. */
  until(holds: (guest: Guest) => boolean): Promise<void>;
  leave(): Promise<void>;
}

const scenarioOf = (state: Mirrored) => loadScenario(state.scenario).rules;

/** Comes into a session by its code. */
export async function join(url: string, code: string, options: Join = {}): Promise<Guest> {
  const room: Room = await new Client(url).joinById(code, options);
  room.reconnection.enabled = false;
  const frames: Buffer[] = [];
  const { events } = room.connection;
  const receive = events.onmessage!;
  events.onmessage = (event: { data: ArrayBuffer }) => {
    frames.push(Buffer.from(event.data));
    receive(event);
  };
  const left = new Promise<number>((resolve) => room.onLeave((code) => resolve(code)));
  const state = () => room.state as unknown as Mirrored;
  const waiting = new Set<() => void>();
  room.onStateChange(() => {
    for (const look of waiting) look();
  });
  const guest: Guest = {
    ...{ room, frames, left, me: undefined as unknown as Me },
    ask: (name, payload) => room.request(name as never, (payload ?? {}) as never),
    view: () => viewIn(scenarioOf(state()), state(), guest.me.seat),
    session: () => sessionOf(state()),
    until: (holds) =>
      new Promise((resolve) => {
        const look = () => {
          if (!state()?.code || !holds(guest)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    async leave() {
      await room.leave();
    },
  };
  await guest.until(() => true);
  const reply = await guest.ask("me");
  if (!reply.ok) throw new Error(JSON.stringify(reply));
  const { ok: _, ...me } = reply;
  guest.me = me;
  return guest;
}
