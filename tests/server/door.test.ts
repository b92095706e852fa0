import type { IncomingMessage } from "node:http";
import { describe, expect, test } from "vitest";
import { config } from "../../server/config.ts";
import { addressOf, corsHeaders, isOurs, mayUpgrade, newDoor } from "../../server/door.ts";
import { newLimiter } from "../../server/limiter.ts";

const PLAIN = config({});
const PROXIED = config({ PUBLIC_URL: "https://game.example.org", ALLOWED_ORIGINS: "https://school.example" });

test.each([
  ["a program without a page", undefined, "10.0.0.5:2567", PLAIN, true],
  ["our own page", "http://10.0.0.5:2567", "10.0.0.5:2567", PLAIN, true],
  ["another port of this machine", "http://10.0.0.5:8080", "10.0.0.5:2567", PLAIN, false],
  ["another site", "https://evil.example", "10.0.0.5:2567", PLAIN, false],
  ["a site that ends like ours", "http://evil.10.0.0.5:2567", "10.0.0.5:2567", PLAIN, false],
  ["a page without an origin", "null", "10.0.0.5:2567", PLAIN, false],
  ["the public address behind a proxy", "https://game.example.org", "127.0.0.1:2567", PROXIED, true],
  ["the public address without TLS", "http://game.example.org", "127.0.0.1:2567", PROXIED, false],
  ["an allowed site", "https://school.example", "127.0.0.1:2567", PROXIED, true],
  ["a site like an allowed one", "https://school.example.evil", "127.0.0.1:2567", PROXIED, false],
])("%s (%s)", (_, origin, host, settings, ours) => {
  expect(isOurs(origin, host, settings)).toBe(ours);
});

test("only allowed sites are told that they may read", () => {
  expect(corsHeaders("https://school.example", PROXIED)["Access-Control-Allow-Origin"]).toBe(
    "https://school.example",
  );
  expect(corsHeaders("https://evil.example", PROXIED)).toEqual({});
  expect(corsHeaders(null, PROXIED)).toEqual({});
});

test("the address is the socket's, or what our own proxy wrote last", () => {
  const from = (forwarded?: string) =>
    ({ socket: { remoteAddress: "10.1.1.1" }, headers: { "x-forwarded-for": forwarded } }) as never;
  expect(addressOf(from(), PLAIN)).toBe("10.1.1.1");
  expect(addressOf(from("6.6.6.6"), PLAIN)).toBe("10.1.1.1");
  expect(addressOf(from("6.6.6.6, 192.0.2.9"), PROXIED)).toBe("192.0.2.9");
});

interface Asked {
  method?: string;
  url?: string;
  headers?: Record<string, string>;
}

function pass(asked: Asked, limit = 100, times = 1): string {
  const door = newDoor(
    PLAIN,
    newLimiter(60, limit, () => 0),
  );
  let url = "";
  for (let i = 0; i < times; i++) {
    const request = {
      method: "POST",
      url: "/matchmake/joinById/HHHHHH",
      socket: { remoteAddress: "10.1.1.1" },
      ...asked,
      headers: { host: "a:1", "content-length": "20", ...asked.headers },
    } as unknown as IncomingMessage;
    door(request);
    url = request.url!;
  }
  return url;
}

describe("the door", () => {
  test.each<[string, Asked, string]>([
    ["lets a join through", {}, "/matchmake/joinById/HHHHHH"],
    ["takes a code in any case", { url: "/matchmake/joinById/hhhhhh" }, "/matchmake/joinById/HHHHHH"],
    ["lets reading through", { method: "GET", url: "/anything?x=1" }, "/anything?x=1"],
    ["lets our own POST through", { url: "/api/sessions" }, "/api/sessions"],
    ["refuses another site", { headers: { origin: "https://evil.example" } }, "/refused/bad-request"],
    ["refuses a large body", { headers: { "content-length": "1000000" } }, "/refused/bad-request"],
    ["refuses a body of unknown length", { headers: { "content-length": "many" } }, "/refused/bad-request"],
    ["refuses making rooms", { url: "/matchmake/create/game" }, "/refused/bad-request"],
    ["refuses joining anything", { url: "/matchmake/joinOrCreate/game" }, "/refused/bad-request"],
    ["refuses what is no code", { url: "/matchmake/joinById/..%2f" }, "/refused/no-such-session"],
    ["refuses a query behind the code", { url: "/matchmake/joinById/HHHHHH?x" }, "/refused/bad-request"],
  ])("%s", (_, asked, url) => {
    expect(pass(asked)).toBe(url);
  });

  test("counts joins", () => {
    expect(pass({}, 3, 3)).toBe("/matchmake/joinById/HHHHHH");
    expect(pass({}, 3, 4)).toBe("/refused/too-many-requests");
  });
});

test.each([
  ["ws://a:1/Abc/HHHHHH?sessionId=x", undefined, true],
  ["ws://a:1/Abc/HHHHHH?sessionId=x", "http://a:1", true],
  ["ws://a:1/Abc/HHHHHH?sessionId=x", "https://evil.example", false],
  ["ws://a:1/", undefined, false],
  ["ws://a:1/Abc/HHHHHH", undefined, false],
  ["ws://a:1/Abc/HHH/HHH?sessionId=x", undefined, false],
])("a socket to %s from %s: %s", (url, origin, may) => {
  const headers = new Headers({ host: "a:1", ...(origin && { origin }) });
  expect(mayUpgrade(new Request(url.replace("ws:", "http:"), { headers }), PLAIN)).toBe(may);
});
