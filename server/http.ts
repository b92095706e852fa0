// What the server answers over plain HTTP: sessions, scenarios, exports, its health, and the pages of the client.

import type { NextFunction, Request, Response } from "express";
import express from "express";
import { type Failure, LIMITS, newSessionSchema, PROBLEMS, type Problem } from "../shared/protocol.ts";
import type { Config } from "./config.ts";
import { addressOf, REFUSED } from "./door.ts";
import type { Limiter } from "./limiter.ts";
import type { Log } from "./log.ts";
import { newPage, type Page, sendPage } from "./pages.ts";
import type { LoadedScenario } from "./scenarios.ts";
import { HOST } from "./seats.ts";
import { SessionError, type Sessions } from "./sessions.ts";
import { type Store, StoreFull } from "./store.ts";

export interface HttpSettings {
  config: Config;
  sessions: Sessions;
  store: Store;
  log: Log;
  version: string;
  pages: ReadonlyMap<string, Page>;
  /** Sessions that one address may make, and codes that it may try. */
  creations: Limiter;
  lookups: Limiter;
  /** Throws a SessionError when there is none. */
  scenario(id: string): LoadedScenario;
}

const STATUS: Partial<Record<Problem, number>> = {
  "bad-request": 400,
  "not-host": 403,
  "no-such-session": 404,
  "no-such-scenario": 404,
  "no-such-seat": 404,
  "not-now": 409,
  "cannot-restore": 410,
  "too-many-requests": 429,
  "rooms-full": 503,
  "session-full": 503,
  "storage-full": 507,
  "storage-failed": 503,
  "shutting-down": 503,
};

function fail(response: Response, problem: Problem): void {
  const code = STATUS[problem] ?? 500;
  // The client library of Colyseus reads `code` and `error`.
  const body: Failure & { code: number; error: Problem } = { problem, code, error: problem };
  response.status(code).json(body);
}

/** What a page may load and do: only what comes from here. Older browsers do not count sockets to `self`. */
function policy(host: string | undefined): string {
  const sockets = host && /^[\w.:[\]-]+$/.test(host) ? ` ws://${host} wss://${host}` : "";
  return [
    "default-src 'self'",
    // Phaser makes its first textures from data addresses.
    "img-src 'self' blob: data:",
    "style-src 'self' 'unsafe-inline'",
    `connect-src 'self'${sockets}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ].join("; ");
}

function guard(request: Request, response: Response, next: NextFunction): void {
  response.setHeader("Content-Security-Policy", policy(request.headers.host));
  response.setHeader("X-Content-Type-Options", "nosniff");
  // The address of a page holds the code of its session.
  response.setHeader("Referrer-Policy", "no-referrer");
  response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
  response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
  next();
}

/** Puts all routes on an express app. */
export function routes(app: express.Application, settings: HttpSettings): void {
  app.disable("x-powered-by");
  app.disable("etag");
  app.use(guard);
  sessionRoutes(app, settings);
  scenarioRoutes(app, settings);
  healthRoute(app, settings);
  app.all(`${REFUSED}:problem`, (request, response) => {
    fail(response, PROBLEMS.find((problem) => problem === request.params.problem) ?? "bad-request");
  });
  pageRoutes(app, settings);
  // Four parameters are how express knows it.
  app.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    fail(response, problemOf(error, settings.log));
  });
}

function problemOf(error: unknown, log: Log): Problem {
  if (error instanceof SessionError) return error.problem;
  if (error instanceof StoreFull) return "storage-full";
  const { status = 500 } = error as { status?: number };
  if (status < 500) return "bad-request";
  log.error({ err: error }, "a request failed");
  return "failed";
}

function sessionRoutes(app: express.Application, settings: HttpSettings): void {
  const { config, sessions, store, creations, lookups } = settings;
  const body = express.json({ limit: LIMITS.bodyBytes });
  app.post("/api/sessions", body, async (request, response) => {
    const parsed = newSessionSchema.safeParse(request.body);
    if (!parsed.success) return fail(response, "bad-request");
    if (!creations.allows(addressOf(request, config))) return fail(response, "too-many-requests");
    response.status(201).json(await sessions.create(parsed.data));
  });
  app.use("/api/sessions/:code", (request, response, next) => {
    if (lookups.allows(addressOf(request, config))) next();
    else fail(response, "too-many-requests");
  });
  app.get("/api/sessions/:code", async (request, response) => {
    response.setHeader("Cache-Control", "no-store");
    response.json(await sessions.card(request.params.code));
  });
  app.get("/api/sessions/:code/export", async (request, response) => {
    const play = await sessions.play(request.params.code);
    const { token } = request.query;
    const asker = typeof token === "string" ? await store.person(token) : undefined;
    const known = asker !== undefined && asker.session === play.id;
    if (!known || (asker.person !== HOST && play.phase !== "over")) return fail(response, "not-host");
    response.setHeader("Cache-Control", "no-store");
    response.attachment(`chokepoint-${play.code}.json`).json(await play.journal());
  });
}

function scenarioRoutes(app: express.Application, { scenario }: HttpSettings): void {
  const pages = new Map<string, Promise<Page>>();
  app.get("/api/scenarios/:id", async (request, response) => {
    const { hash, text } = scenario(request.params.id);
    let page = pages.get(hash);
    if (!page) {
      page = newPage(Buffer.from(text), ".json");
      pages.set(hash, page);
    }
    sendPage(request, response, { ...(await page), etag: `"${hash}"` });
  });
}

function healthRoute(app: express.Application, { store, sessions, version }: HttpSettings): void {
  app.get("/healthz", async (_request, response) => {
    const database = await writable(store);
    const waiting = sessions.inTrouble();
    const ok = database && waiting === 0;
    response.setHeader("Cache-Control", "no-store");
    response.status(ok ? 200 : 503).json({ ok, version, database, rooms: sessions.size, waiting });
  });
}

/** A write that changes nothing: no session is as old as that. */
async function writable(store: Store): Promise<boolean> {
  try {
    await store.purge(36_500);
    return true;
  } catch {
    return false;
  }
}

function pageRoutes(app: express.Application, { pages }: HttpSettings): void {
  const index = pages.get("/index.html");
  app.get(["/", "/guide", "/model", "/j/:code", "/t/:code"], (request, response) => {
    if (index) sendPage(request, response, index);
    else response.status(404).type("text").send("The pages have not been built: run `npm run build`.\n");
  });
  app.use((request, response) => {
    const page = request.method === "GET" || request.method === "HEAD" ? pages.get(request.path) : undefined;
    if (page) sendPage(request, response, page);
    // A person is shown the way back by the page itself; whatever asks for something else is told in a line.
    else if (index && request.method === "GET" && request.accepts(["text", "html"]) === "html")
      sendPage(request, response.status(404), index);
    else response.status(404).type("text").send("There is nothing here.\n");
  });
}
