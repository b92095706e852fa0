// Who may come to the door at all: origins, sizes and rates, judged before Colyseus or the pages see the request.

import type { IncomingMessage } from "node:http";
import { LIMITS, type Problem } from "../shared/protocol.ts";
import { parseCode } from "./code.ts";
import type { Config } from "./config.ts";
import type { Limiter } from "./limiter.ts";

/** Path of the page that says no; a request that is turned away is sent there. */
export const REFUSED = "/refused/";

/** The address of whoever asks. Behind our own proxy it is what the proxy wrote last. */
export function addressOf(request: IncomingMessage, config: Config): string {
  const direct = request.socket.remoteAddress ?? "";
  const forwarded = request.headers["x-forwarded-for"];
  if (!config.PUBLIC_URL || !forwarded) return direct;
  return String(forwarded).split(",").at(-1)!.trim();
}

/** Whether a page of this origin may talk to us: our own page, the public one, or one of the sites allowed. */
export function isOurs(
  origin: string | null | undefined,
  host: string | null | undefined,
  config: Config,
): boolean {
  if (!origin) return true;
  if (config.ALLOWED_ORIGINS.includes(origin)) return true;
  if (!URL.canParse(origin)) return false;
  const url = new URL(origin);
  return (
    url.host === host || (config.PUBLIC_URL !== undefined && url.origin === new URL(config.PUBLIC_URL).origin)
  );
}

/** Headers that let the pages of an allowed site read our replies; our own page needs none. */
export const corsHeaders = (origin: string | null, config: Config): Record<string, string> =>
  origin !== null && config.ALLOWED_ORIGINS.includes(origin)
    ? {
        "Access-Control-Allow-Origin": origin,
        "Access-Control-Allow-Headers": "Content-Type",
        "Access-Control-Allow-Methods": "GET, POST",
        Vary: "Origin",
      }
    : {};

const JOIN = /^\/matchmake\/joinById\/([^/?]+)$/;
const READ_ONLY = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Looks at every request before anything else does. Colyseus reads a body of any size and lets anybody join as often
 * as they like; a request that may not pass is turned to the page that says why.
 */
export function newDoor(config: Config, joins: Limiter): (request: IncomingMessage) => void {
  const reason = (request: IncomingMessage): Problem | undefined => {
    const { headers, method = "", url = "" } = request;
    if (READ_ONLY.has(method)) return undefined;
    if (!isOurs(headers.origin, headers.host, config)) return "bad-request";
    const length = Number(headers["content-length"]);
    if (!(length <= LIMITS.bodyBytes)) return "bad-request";
    if (!url.startsWith("/matchmake")) return undefined;
    const code = JOIN.exec(url)?.[1];
    if (!code) return "bad-request";
    if (!joins.allows(addressOf(request, config))) return "too-many-requests";
    const parsed = parseCode(code);
    if (!parsed) return "no-such-session";
    request.url = `/matchmake/joinById/${parsed}`;
    return undefined;
  };
  return (request) => {
    const refused = reason(request);
    if (refused) request.url = REFUSED + refused;
  };
}

/** Whether a socket may be opened: from our pages, to a room, with a reservation. */
export function mayUpgrade(request: Request, config: Config): boolean {
  const { headers, url } = request;
  const { pathname, searchParams } = new URL(url);
  return (
    isOurs(headers.get("origin"), headers.get("host"), config) &&
    /^\/[\w-]+\/[\w-]+$/.test(pathname) &&
    searchParams.has("sessionId")
  );
}
