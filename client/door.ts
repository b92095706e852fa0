// The three ways in: play, join, host. Plain HTTP; the connection to a session is the table's business. Each answers the
// code of the session, having put into the ticket what the table needs to take its place there.

import type { Failure, Mode, NewSession, NewSessionReply, SessionCard } from "../shared/protocol.ts";
import type { Preset } from "../shared/scenario.ts";
import type { Seat } from "../shared/seat.ts";
import { newName } from "./names.ts";
import { keepTicket } from "./ticket.ts";
import { Said, words } from "./words.ts";

/** Milliseconds after which a silent server counts as away. */
const PATIENCE_MS = 15_000;

/** Asks the server; a refusal or silence fails with words for people. */
async function ask<T>(path: string, body?: NewSession): Promise<T> {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const post = body && {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  };
  const reply = await fetch(path, { ...post, signal }).catch(() => {
    throw new Said(words.errors.offline);
  });
  if (reply.ok) return (await reply.json()) as T;
  const failure: Partial<Failure> = await reply.json().catch(() => ({}));
  throw new Said((failure.problem && words.problems[failure.problem]) ?? words.errors.unknown);
}

/** A game of one's own that begins at once. */
export async function play(seat: Seat): Promise<string> {
  const { code, hostToken } = await ask<NewSessionReply>("/api/sessions", {
    preset: "quick",
    solo: true,
    seat,
  });
  keepTicket(code, { token: hostToken, name: newName(), seat });
  return code;
}

/** Into somebody's session. A token from before stays: it is the better claim to the seat. */
export async function join(typed: string, name: string): Promise<string> {
  const { code } = await ask<SessionCard>(`/api/sessions/${encodeURIComponent(typed)}`);
  keepTicket(code, { name });
  return code;
}

/** A session for others, waiting in its lobby. */
export async function host(preset: Preset, mode: Mode): Promise<string> {
  const { code, hostToken } = await ask<NewSessionReply>("/api/sessions", { preset });
  keepTicket(code, { token: hostToken, name: newName(), ...(mode === "running" ? {} : { mode }) });
  return code;
}
