// The whole server without its process: Colyseus, express and the sessions on one port. One app in a process, since
// the match maker of Colyseus is one.

import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { defineRoom, defineServer, ErrorCode, matchMaker, ServerError } from "@colyseus/core";
import { Encoder } from "@colyseus/schema";
import { WebSocketTransport } from "@colyseus/ws-transport";
import { mixedBots } from "../shared/bots/table.ts";
import { realTimers } from "./clock.ts";
import type { Config } from "./config.ts";
import { corsHeaders, mayUpgrade, newDoor } from "./door.ts";
import { routes } from "./http.ts";
import { type Now, newLimiter } from "./limiter.ts";
import { colyseusLogger, type Log } from "./log.ts";
import { readPages } from "./pages.ts";
import type { Play } from "./play.ts";
import { GameRoom, type RoomOptions } from "./room.ts";
import { SessionError, Sessions, type SessionsSettings } from "./sessions.ts";
import type { Store } from "./store.ts";

export interface AppSettings
  extends Partial<Pick<SessionsSettings, "timers" | "now" | "botsOf" | "scenario">> {
  config: Config;
  store: Store;
  log: Log;
  version: string;
  /** Folder of the built client. */
  dist: string;
}

export interface App {
  readonly http: Server;
  readonly sessions: Sessions;
  /** Begins to listen where the config says, and brings back the sessions of the last days; answers the port. */
  listen(): Promise<number>;
  /** Stops the games with everything written, ends all connections, and lets go of the port. Not of the store. */
  close(): Promise<void>;
}

/** A school has one address: a class that joins at once, or where everybody begins alone, must get in. */
const PER_MINUTE = { joins: 120, creations: 60, lookups: 300 };
const RESTORED_DAYS = 7;
const PING = { pingInterval: 10_000, pingMaxRetries: 2 };
/** Bytes that the mirrors of all connections of a room take together, without growing. */
const MIRROR_BYTES = 32 * 1024;

export async function newApp(settings: AppSettings): Promise<App> {
  const { config, store, log, scenario } = settings;
  const { timers = realTimers, now = () => performance.now(), botsOf = mixedBots } = settings;
  Encoder.BUFFER_SIZE = MIRROR_BYTES;
  const sessions = new Sessions({ config, store, log, timers, now, botsOf, ...(scenario && { scenario }) });
  const http = createServer();
  const server = newServer(http, settings, sessions, now);
  closeDefaults(config, sessions);
  sessions.opened = async (play) => {
    const idle = () => void letGo(play, sessions);
    const options: RoomOptions = { play, store, config, log, now, timers, idle };
    await matchMaker.createRoom("game", options);
  };
  return {
    http,
    sessions,
    async listen() {
      await new Promise<void>((resolve, reject) => {
        http.once("error", reject);
        server.listen(config.PORT, config.HOST).then(resolve, reject);
      });
      http.prependListener("request", newDoor(config, newLimiter(PER_MINUTE.joins, PER_MINUTE.joins, now)));
      await sessions.restore(RESTORED_DAYS);
      return (http.address() as AddressInfo).port;
    },
    async close() {
      await sessions.close();
      await server.gracefullyShutdown(false);
      http.closeAllConnections();
    },
  };
}

/** Colyseus and express on one HTTP server. */
function newServer(http: Server, settings: AppSettings, sessions: Sessions, now: Now) {
  const { config, store, log, version, dist } = settings;
  const limiter = (perMinute: number) => newLimiter(perMinute, perMinute, now);
  return defineServer({
    greet: false,
    gracefullyShutdown: false,
    logger: colyseusLogger(log),
    rooms: { game: defineRoom(GameRoom) },
    transport: new WebSocketTransport({
      server: http,
      maxPayload: config.MAX_MESSAGE_BYTES,
      ...PING,
      beforeUpgrade: (request) =>
        mayUpgrade(request, config) ? undefined : new Response(null, { status: 403 }),
    }),
    express: async (app) =>
      routes(app, {
        ...{ config, sessions, store, log, version },
        pages: await readPages(dist),
        creations: limiter(PER_MINUTE.creations),
        lookups: limiter(PER_MINUTE.lookups),
        scenario: (id) => sessions.scenario(id),
      }),
  });
}

const { controller } = matchMaker;
const invoke = controller.invokeMethod.bind(controller);

/**
 * Colyseus lets every site read its replies, lets clients make rooms, and knows only rooms in memory. Here only joining
 * by code is left, and a session that is not in memory is brought back first.
 */
function closeDefaults(config: Config, sessions: Sessions): void {
  controller.exposedMethods = ["joinById"];
  controller.DEFAULT_CORS_HEADERS = {} as typeof controller.DEFAULT_CORS_HEADERS;
  controller.getCorsHeaders = (headers) => corsHeaders(headers.get("origin"), config);
  controller.invokeMethod = async (method, code, ...rest) => {
    if (method === "joinById") await mayJoin(code, sessions);
    return await invoke(method, code, ...rest);
  };
}

async function mayJoin(code: string, sessions: Sessions): Promise<void> {
  try {
    await sessions.play(code);
  } catch (error) {
    if (!(error instanceof SessionError)) throw error;
    throw new ServerError(ErrorCode.MATCHMAKE_INVALID_ROOM_ID, error.problem);
  }
  if (matchMaker.getLocalRoomById(code)?.locked)
    throw new ServerError(ErrorCode.MATCHMAKE_INVALID_ROOM_ID, "session-full");
}

async function letGo(play: Play, sessions: Sessions): Promise<void> {
  await matchMaker.getLocalRoomById(play.code)?.disconnect();
  await sessions.release(play.code);
}
