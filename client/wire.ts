// A connection over Colyseus: the only file of the page that knows the SDK.

import { Client, MatchMakeError, type Room } from "colyseus.js";
import type { Mirrored } from "../shared/mirror.ts";
import type { Failure, Join, RequestName } from "../shared/protocol.ts";
import { type Connect, isProblem, Refused, type WireEvents } from "./link.ts";

const PATIENCE_MS = 10_000;
const PING_MS = 5_000;

/** Brings the session into the server's memory if it slept there, or says that there is none. */
async function wake(code: string): Promise<void> {
  const reply = await fetch(`/api/sessions/${encodeURIComponent(code)}`, {
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  if (reply.ok) return;
  const { problem }: Partial<Failure> = await reply.json().catch(() => ({}));
  if (isProblem(problem)) throw new Refused(problem);
  throw new Error(`status ${reply.status}`);
}

async function enter(code: string, join: Join): Promise<Room<unknown, unknown>> {
  try {
    return await new Client(location.origin.replace(/^http/, "ws")).joinById(code, join);
  } catch (error) {
    if (error instanceof MatchMakeError && isProblem(error.message)) throw new Refused(error.message);
    throw error;
  }
}

export const connect: Connect = async (code, join, events) => {
  await wake(code);
  const room = await enter(code, join);
  // Coming back is the link's business: it also works after a restart of the server.
  room.reconnection.enabled = false;
  listen(room, events);
  return {
    request: (name: RequestName, payload: unknown) =>
      room.request(name as never, payload as never, { timeout: PATIENCE_MS }),
    ping: () =>
      new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Error("no pong")), PING_MS);
        if (!room.connection.isOpen) return reject(new Error("closed"));
        room.ping((ms) => {
          clearTimeout(late);
          resolve(ms);
        });
      }),
    close: () => void room.leave(false),
  };
};

function listen(room: Room<unknown, unknown>, events: WireEvents): void {
  room.onStateChange((state) => events.state(state as Mirrored));
  room.onLeave(() => events.closed());
  room.onError(() => {});
}
