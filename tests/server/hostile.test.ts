// Nothing that comes over the wire changes the game unless it is a legal order of its own seat; nothing throws past the
// room; everything is answered, or the connection ends.

import { describe, expect, test } from "vitest";
import { REQUESTS, type RequestName } from "../../shared/protocol.ts";
import { below, newStream } from "../../shared/random.ts";
import { digest } from "../../shared/state.ts";
import { type Guest, join, newSession, startServer } from "../helpers/server.ts";
import { CODES, openSocket, type RawSocket } from "../helpers/socket.ts";
import { newTime } from "../helpers/timers.ts";

/** A running game whose clock stands still, a victim in Berlin, and an attacker in Paris. */
async function startTarget(env: Record<string, string> = {}) {
  const time = newTime();
  const server = await startServer({ timers: time, env });
  const made = await newSession(server.url);
  const host = await join(server.url, made.code, { token: made.hostToken });
  const victim = await join(server.url, made.code, { seat: "DE" });
  const attacker = await join(server.url, made.code, { seat: "FR" });
  await host.ask("start");
  const { match } = await server.app.sessions.play(made.code);
  match.state.offers.push({
    ...{ id: "oFRFR", to: "DE", gift: "plant", ask: "silence", vote: "", made: 0, until: 9 },
    ...{ state: "open", exposed: false, ends: 0 },
  });
  // All but who plays which seat: coming in is no attack.
  const proof = () => {
    const orders = match.lines.filter((line) => line.kind === "order").length;
    return `${orders} ${digest({ ...match.state, holders: [] })}`;
  };
  return { ...server, ...made, host, victim, attacker, match, proof };
}

/** The server is alive and the others do not notice: a request of the victim is answered. */
async function isWell(victim: Guest): Promise<void> {
  expect(await victim.ask("me")).toMatchObject({ ok: true, seat: "DE" });
}

const deep = (depth: number): unknown => (depth === 0 ? 1 : [deep(depth - 1)]);

const JUNK: [string, unknown][] = [
  ["nothing", undefined],
  ["null", null],
  ["a number", 42],
  ["not a number", Number.NaN],
  ["a text", "order"],
  ["a list", [1, 2, 3]],
  ["an empty record", {}],
  ["bytes", new Uint8Array(50)],
  ["a date", new Date()],
  ["a deep nest", deep(500)],
  ["a command without an id", { command: { kind: "send-mission" } }],
  ["an id that is a record", { id: {}, command: { kind: "send-mission" } }],
  ["an id of signs", { id: "../../x", command: { kind: "send-mission" } }],
  ["a long id", { id: "x".repeat(1000), command: { kind: "send-mission" } }],
  ["a command that is a text", { id: "a", command: "send-mission" }],
  ["an unknown command", { id: "a", command: { kind: "win" } }],
  ["a kind from the prototype", { id: "a", command: { kind: "constructor" } }],
  ["a kind that is a list", { id: "a", command: { kind: ["send-mission"] } }],
  ["an extra key", { id: "a", command: { kind: "send-mission", seat: "DE" } }],
  ["a seat beside the order", { id: "a", seat: "DE", command: { kind: "send-mission" } }],
  ["a person beside the order", { id: "a", by: "host", command: { kind: "send-mission" } }],
  ["a polluting key", JSON.parse('{"id":"a","command":{"kind":"send-mission","__proto__":{"admin":true}}}')],
  [
    "another office's order",
    { id: "b", command: { kind: "set-licence-mode", input: "magnets", mode: "free" } },
  ],
  ["the Commission's order", { id: "c", command: { kind: "declare-emergency" } }],
  [
    "an answer to another's offer",
    { id: "d", command: { kind: "answer-envoy", offer: "oFRFR", answer: "take" } },
  ],
  [
    "an offer from the prototype",
    { id: "e", command: { kind: "answer-envoy", offer: "__proto__", answer: "take" } },
  ],
  ["a sector from the prototype", { id: "f", command: { kind: "grant-relief", sector: "constructor" } }],
  ["a vote that is not open", { id: "g", command: { kind: "cast-vote", vote: "x", ballot: "for" } }],
  ["an endless number", { indicator: "heat", k: Number.POSITIVE_INFINITY }],
  ["a number below nothing", { indicator: "heat", k: -1 }],
  ["half a subject", { indicator: "heat", k: 0.5 }],
  ["a pace of nothing", { secondsPerWeek: 0 }],
  ["a pace back in time", { secondsPerWeek: -5 }],
  ["a seat of another game", { seat: "MT" }],
];

describe("a request is answered and changes nothing:", () => {
  test.each(JUNK)("%s", async (_, junk) => {
    const { attacker, victim, proof } = await startTarget();
    const before = proof();
    for (const name of Object.keys(REQUESTS) as RequestName[]) {
      if (name === "continue") continue;
      const reply = await attacker.room.request(name as never, junk as never);
      expect(reply).toHaveProperty("ok");
      if (name === "order")
        expect(reply).toMatchObject({ ok: false, rejection: { code: expect.any(String) } });
    }
    expect(proof()).toBe(before);
    await isWell(victim);
    await isWell({ ...attacker, ask: victim.ask });
  });

  test.each(["win", "__proto__", "constructor", "toString", "*", "", "x".repeat(80)])(
    "one that nobody knows, %j",
    async (name) => {
      const { attacker, victim, proof } = await startTarget();
      const before = proof();
      const answer: unknown = await attacker.room.request(name as never, {} as never).catch(String);
      expect(String(answer)).toMatch(/no onMessage|undefined/);
      attacker.room.send(name as never, { a: 1 } as never);
      expect(await attacker.ask("me")).toMatchObject({ ok: true });
      expect(proof()).toBe(before);
      await isWell(victim);
    },
  );
});

test("the order of another seat stays refused however it is sent", async () => {
  const { attacker, proof } = await startTarget();
  const before = proof();
  const order = { id: "a", command: { kind: "declare-emergency" } } as never;
  attacker.room.send("order" as never, order);
  attacker.room.sendBytes("order", Buffer.from(JSON.stringify(order)));
  expect(await attacker.ask("order", order)).toEqual({ ok: false, rejection: { code: "not-your-seat" } });
  expect(proof()).toBe(before);
});

test("a message larger than allowed ends the connection and nothing else", async () => {
  const { attacker, victim, proof } = await startTarget();
  const before = proof();
  attacker.room.send("order" as never, { id: "x".repeat(10_000) } as never);
  expect(await attacker.left).toBe(1009);
  expect(proof()).toBe(before);
  await isWell(victim);
});

test("a flood is told so, then ended; the others are served", async () => {
  const { attacker, victim, proof, logged } = await startTarget({ MESSAGES_PER_SECOND: "10" });
  const before = proof();
  const replies = Array.from({ length: 45 }, () => attacker.ask("me"));
  const answers = (await Promise.all(replies)).map((reply) => (reply.ok ? "ok" : reply.rejection.code));
  expect(answers.filter((answer) => answer === "too-fast").length).toBeGreaterThan(20);
  await isWell(victim);
  for (let i = 0; i < 3000; i++) attacker.room.send("order" as never, { id: String(i) } as never);
  expect(await attacker.left).toBe(4002);
  await isWell(victim);
  expect(proof()).toBe(before);
  expect(logged.length).toBeLessThan(60);
});

describe("on the bare socket", () => {
  /** Waits until the server has read everything sent so far: it answers a ping, or has ended the connection. */
  async function read(socket: RawSocket): Promise<void> {
    const before = socket.received.filter((bytes) => bytes[0] === CODES.ping).length;
    if (!socket.isOpen()) return;
    socket.send(Uint8Array.of(CODES.ping));
    for (let i = 0; i < 200; i++) {
      if (!socket.isOpen() || socket.received.filter((bytes) => bytes[0] === CODES.ping).length > before)
        return;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    throw new Error("neither answered nor ended");
  }

  test.each([
    ["nothing at all", []],
    ["an unknown code", [255]],
    ["a code alone", [CODES.request]],
    ["a request without a name", [CODES.request, 1]],
    ["a name longer than the message", [CODES.request, 1, 0xdb, 255, 255, 255, 255, 65]],
    ["half a request number", [CODES.request, 0xcf, 1, 2]],
    [
      "a request with half a payload",
      [CODES.request, 1, 0xa5, 111, 114, 100, 101, 114, 0xdd, 255, 255, 255, 255],
    ],
    ["data with half a payload", [CODES.data, 0xa5, 111, 114, 100, 101, 114, 0xc7, 255]],
    ["bytes without a name", [CODES.bytes]],
    ["a second coming in", [CODES.join, 1, 2, 3]],
    ["the server's own words", [15, 1, 2, 3, 4]],
    ["inputs that this room does not take", [19, 1, 2]],
    ["loose inputs", [20, 200, 1, 2]],
  ])("%s is survived", async (_, bytes) => {
    const { url, code, victim, proof } = await startTarget();
    const before = proof();
    const socket = await openSocket(url, code);
    socket.send(Uint8Array.from(bytes));
    await read(socket);
    expect(proof()).toBe(before);
    await isWell(victim);
    socket.close();
  });

  test("so are thousands of random messages", async () => {
    const { url, code, victim, proof, logged } = await startTarget({ MESSAGES_PER_SECOND: "1000" });
    const before = proof();
    const random = newStream(9, "noise");
    const codes = Object.values(CODES);
    let socket = await openSocket(url, code);
    for (let i = 0; i < 3000; i++) {
      const bytes = Uint8Array.from({ length: below(random, 40) }, () => below(random, 256));
      if (bytes.length > 0 && below(random, 4) > 0) bytes[0] = codes[below(random, codes.length)]!;
      socket.send(bytes);
      if (i % 100 === 0) await read(socket);
      if (!socket.isOpen()) socket = await openSocket(url, code);
    }
    await read(socket);
    expect(proof()).toBe(before);
    await isWell(victim);
    expect(logged.length).toBeLessThan(200);
    socket.close();
  });

  test("a text is no message", async () => {
    const { url, code, victim, proof } = await startTarget();
    const before = proof();
    const socket = await openSocket(url, code);
    socket.send("order" as never);
    await read(socket);
    expect(proof()).toBe(before);
    await isWell(victim);
  });

  test("a page of another site cannot open one", async () => {
    const { url, code } = await startTarget();
    await expect(openSocket(url, code, "https://evil.example")).rejects.toThrow("closed with");
  });

  test("a reservation works once, and for its own room", async () => {
    const { url, code, victim } = await startTarget();
    const other = await newSession(url);
    const reserved = await fetch(`${url}/matchmake/joinById/${code}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
    });
    const { sessionId, processId } = (await reserved.json()) as Record<string, string>;
    const open = (room: string, id = sessionId) =>
      new Promise<number>((resolve) => {
        const socket = new WebSocket(`${url.replace("http", "ws")}/${processId}/${room}?sessionId=${id}`);
        socket.onclose = (event) => resolve(event.code);
        socket.onerror = () => {};
      });
    expect(await open(other.code)).toBe(4002);
    expect(await open("HHHHHH")).toBe(4002);
    expect(await open(code, victim.room.sessionId)).toBe(4002);
    await isWell(victim);
  });
});

test.each([
  ["a token of another kind", { token: 5 }],
  ["a seat that does not exist", { seat: "MT" }],
  ["a seat that is no seat", { seat: "constructor" }],
  ["the facilitator's place", { as: "facilitator" }],
  ["what is not asked", { admin: true }],
  ["a host by name", { person: "host" }],
  ["a polluting key", JSON.parse('{"__proto__":{"person":"host"}}')],
])("coming in with %s is refused or comes to nothing", async (_, options) => {
  const { url, code, match, proof } = await startTarget();
  const before = proof();
  const guest = await join(url, code, options as never).catch((error: Error) => error.message);
  if (typeof guest === "string") expect(["bad-request", "no-such-seat"]).toContain(guest);
  else expect(guest.me.host).toBe(false);
  expect(match.lines.filter((line) => line.kind === "order")).toEqual([]);
  if (typeof guest === "string") expect(proof()).toBe(before);
});

test("a crowd at the door is let in no faster than a class", async () => {
  const { url, code } = await startTarget();
  const tries = Array.from({ length: 200 }, () =>
    fetch(`${url}/matchmake/joinById/${code}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: "{}",
    }).then((response) => response.status),
  );
  const statuses = await Promise.all(tries);
  expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(60);
});
