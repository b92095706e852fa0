import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { MEMBER_CODES } from "../../shared/seat.ts";
import { exported, newSession, post, startServer } from "../helpers/server.ts";
import { newFolder } from "./helpers/folder.ts";

describe("making a session", () => {
  test("answers a code and a token, and the session can be looked at", async () => {
    const { url } = await startServer();
    const made = await newSession(url);
    expect(made.code).toMatch(/^[2-9A-Z]{6}$/);
    expect(made.hostToken.length).toBeGreaterThan(30);
    const typed = ` ${made.code.slice(0, 3)}-${made.code.slice(3).toLowerCase()}`;
    const response = await fetch(`${url}/api/sessions/${encodeURIComponent(typed)}`);
    expect(await response.json()).toMatchObject({
      code: made.code,
      scenario: "tiny",
      preset: "class",
      weeks: 104,
      solo: false,
      phase: "lobby",
      seats: ["commission", "beijing", "DE", "FR", "LT"].map((seat) => ({ seat, people: 0 })),
    });
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  test("one who plays alone is in the game at once", async () => {
    const { url } = await startServer();
    const { code } = await newSession(url, { solo: true, seat: "DE", preset: "quick" });
    const card = await (await fetch(`${url}/api/sessions/${code}`)).json();
    expect(card).toMatchObject({ solo: true, phase: "running" });
    expect(card.seats[2]).toEqual({ seat: "DE", people: 1 });
  });

  test.each([
    ["no JSON", "{", 400, "bad-request"],
    ["an empty body", "{}", 400, "bad-request"],
    ["an unknown preset", { preset: "endless" }, 400, "bad-request"],
    ["an unknown field", { preset: "class", admin: true }, 400, "bad-request"],
    ["polluted keys", '{"preset":"class","__proto__":{"solo":true}}', 400, "bad-request"],
    ["an unknown scenario", { preset: "class", scenario: "atlantis" }, 404, "no-such-scenario"],
    ["a path instead of a scenario", { preset: "class", scenario: "../package" }, 400, "bad-request"],
    ["a seat that nobody has", { preset: "class", scenario: "tiny", seat: "MT" }, 404, "no-such-seat"],
    ["a body as large as a book", { preset: "class", name: "x".repeat(100_000) }, 400, "bad-request"],
  ])("refuses %s", async (_, body, status, problem) => {
    const { url, app } = await startServer();
    const response = await post(url, body);
    expect([response.status, await response.json()]).toMatchObject([status, { problem }]);
    expect(app.sessions.size).toBe(0);
  });

  test("one address cannot make sessions without end", async () => {
    const { url } = await startServer({ now: () => 0 });
    const statuses: number[] = [];
    for (let i = 0; i < 62; i++)
      statuses.push((await post(url, { preset: "class", scenario: "atlantis" })).status);
    expect(statuses.filter((status) => status === 404)).toHaveLength(60);
    expect(statuses.slice(-2)).toEqual([429, 429]);
  });

  test("a full server says so", async () => {
    const { url } = await startServer({ env: { MAX_ROOMS: "2" } });
    await newSession(url);
    await newSession(url);
    const response = await post(url, { preset: "class", scenario: "tiny" });
    expect([response.status, await response.json()]).toMatchObject([503, { problem: "rooms-full" }]);
  });
});

test.each(["HHHHHH", "nonsense", "%00", "%2e%2e%2f"])(
  "a code that is none (%s) is answered in words",
  async (code) => {
    const { url } = await startServer();
    const response = await fetch(`${url}/api/sessions/${code}`);
    expect([response.status, await response.json()]).toMatchObject([404, { problem: "no-such-session" }]);
  },
);

test("codes cannot be tried without end", async () => {
  const { url } = await startServer({ now: () => 0 });
  const statuses = new Map<number, number>();
  for (let i = 0; i < 305; i++) {
    const { status } = await fetch(`${url}/api/sessions/HHHHHH`);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  expect([...statuses]).toEqual([
    [404, 300],
    [429, 5],
  ]);
});

describe("the export", () => {
  test("is the host's while the game goes on", async () => {
    const { url } = await startServer();
    const made = await newSession(url, { solo: true });
    expect(await exported(url, made)).toMatchObject({ header: { scenario: "tiny", weeks: 104 }, lines: [] });
    for (const query of ["", "?token=", "?token=wrong", "?token=a&token=b"]) {
      const response = await fetch(`${url}/api/sessions/${made.code}/export${query}`);
      expect([response.status, await response.json()]).toMatchObject([403, { problem: "not-host" }]);
    }
  });

  test("is not the host's of another session", async () => {
    const { url } = await startServer();
    const [one, two] = [await newSession(url), await newSession(url)];
    const response = await fetch(`${url}/api/sessions/${one.code}/export?token=${two.hostToken}`);
    expect(response.status).toBe(403);
  });
});

test("a scenario comes whole, and not again while it is the same", async () => {
  const { url } = await startServer();
  const first = await fetch(`${url}/api/scenarios/brussels-2026`);
  const etag = first.headers.get("etag")!;
  const { members } = await first.json();
  expect(members.map((m: { code: string }) => m.code)).toEqual([...MEMBER_CODES]);
  const again = await fetch(`${url}/api/scenarios/brussels-2026`, { headers: { "if-none-match": etag } });
  expect([again.status, await again.text()]).toEqual([304, ""]);
  const none = await fetch(`${url}/api/scenarios/atlantis`);
  expect([none.status, await none.json()]).toMatchObject([404, { problem: "no-such-scenario" }]);
  expect((await fetch(`${url}/api/scenarios/..%2f..%2fpackage`)).status).toBe(404);
});

test("health tells whether the database can be written", async () => {
  const { url } = await startServer();
  const response = await fetch(`${url}/healthz`);
  expect([response.status, await response.json()]).toEqual([
    200,
    { ok: true, version: "test", database: true, rooms: 0, waiting: 0 },
  ]);
});

describe("the pages", () => {
  function newDist(): string {
    const dist = newFolder();
    mkdirSync(join(dist, "assets"));
    writeFileSync(join(dist, "index.html"), "<!doctype html><title>Chokepoint</title>");
    writeFileSync(join(dist, "assets", "main-abc123.js"), `console.log("${"long ".repeat(500)}");`);
    return dist;
  }

  test.each(["/", "/guide", "/model", "/j/K7P4QX", "/t/K7P4QX"])(
    "%s is the client, asked for anew each time",
    async (path) => {
      const { url } = await startServer({ dist: newDist() });
      const response = await fetch(url + path);
      expect(await response.text()).toContain("<title>Chokepoint</title>");
      expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
      expect(response.headers.get("cache-control")).toBe("no-cache");
      const again = await fetch(url + path, { headers: { "if-none-match": response.headers.get("etag")! } });
      expect(again.status).toBe(304);
    },
  );

  test("files with a hash in their name are compressed and kept for good", async () => {
    const { url } = await startServer({ dist: newDist() });
    for (const encoding of ["br", "gzip", "identity"]) {
      const response = await fetch(`${url}/assets/main-abc123.js`, {
        headers: { "accept-encoding": encoding },
      });
      expect(response.headers.get("content-encoding")).toBe(encoding === "identity" ? null : encoding);
      expect(response.headers.get("cache-control")).toContain("immutable");
      expect(response.headers.get("content-type")).toContain("javascript");
      expect(await response.text()).toContain("long long");
    }
  });

  test.each([
    "/assets/nothing.js",
    "/../package.json",
    "/%2e%2e/package.json",
    "/etc/passwd",
    "/monitor",
    "/index.html/x",
  ])("%s is nothing", async (path) => {
    const { url } = await startServer({ dist: newDist() });
    const response = await fetch(url + path);
    expect([response.status, await response.text()]).toEqual([404, "There is nothing here.\n"]);
  });

  test("whoever looks for a page that is not there in a browser gets the client, which says so", async () => {
    const { url } = await startServer({ dist: newDist() });
    const response = await fetch(`${url}/nonsense`, {
      headers: { accept: "text/html,application/xhtml+xml,*/*;q=0.8" },
    });
    expect([response.status, await response.text()]).toEqual([404, expect.stringContaining("<title>")]);
  });

  test("nothing but our own may run in them", async () => {
    const { url } = await startServer({ dist: newDist() });
    const { headers } = await fetch(url);
    const policy = headers.get("content-security-policy")!;
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain(`ws://${new URL(url).host}`);
    expect(policy).not.toMatch(/script-src|unsafe-eval|\*/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.has("x-powered-by")).toBe(false);
  });

  test("say what to do when they have not been built", async () => {
    const { url } = await startServer();
    const response = await fetch(url);
    expect([response.status, await response.text()]).toEqual([404, expect.stringContaining("npm run build")]);
  });
});

describe("other sites", () => {
  test("are not told that they may read, and may not make anything", async () => {
    const { url, app } = await startServer({ env: { ALLOWED_ORIGINS: "https://school.example" } });
    const evil = { origin: "https://evil.example" };
    expect(
      (await fetch(`${url}/healthz`, { headers: evil })).headers.get("access-control-allow-origin"),
    ).toBeNull();
    const refused = await post(url, { preset: "class", scenario: "tiny" }, evil);
    expect([refused.status, await refused.json()]).toMatchObject([400, { problem: "bad-request" }]);
    expect(refused.headers.get("access-control-allow-credentials")).toBeNull();
    expect(app.sessions.size).toBe(0);
    const friend = await post(
      url,
      { preset: "class", scenario: "tiny" },
      { origin: "https://school.example" },
    );
    expect(friend.status).toBe(201);
    expect(friend.headers.get("access-control-allow-origin")).toBe("https://school.example");
    const asked = await fetch(`${url}/api/sessions`, { method: "OPTIONS", headers: evil });
    expect(asked.headers.get("access-control-allow-origin")).toBeNull();
  });
});

test.each(["create", "joinOrCreate", "join", "reconnect"])("Colyseus' own %s is closed", async (method) => {
  const { url, app } = await startServer();
  const response = await fetch(`${url}/matchmake/${method}/game`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  });
  expect([response.status, await response.json()]).toMatchObject([400, { problem: "bad-request" }]);
  expect(app.sessions.size).toBe(0);
});
