import { describe, expect, test } from "vitest";
import { colyseusLogger, newLog } from "../../server/log.ts";

function newBook(level: Parameters<typeof newLog>[0] = "trace") {
  const text: string[] = [];
  const log = newLog(level, { write: (line) => void text.push(line) });
  return { log, text, lines: () => text.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

/** The stack that Colyseus prints for a payload its schema refuses: no frame of ours in it. */
const refused = [
  'Error: [\n  {\n    "code": "invalid_type",\n    "path": ["n"]\n  }\n]',
  "    at standardValidate (file:///srv/game/node_modules/@colyseus/core/build/utils/StandardSchema.mjs:7:11)",
  "    at WebSocket.emit (node:events:519:28)",
].join("\n");

describe("colyseusLogger", () => {
  test("makes one short line of a refused payload", () => {
    const { log, text, lines } = newBook();
    colyseusLogger(log).error(refused);
    expect(text).toHaveLength(1);
    expect(text[0]!.trimEnd()).not.toContain("\n");
    expect(text[0]).not.toContain("node_modules");
    expect(lines()[0]).toMatchObject({ level: 40, source: "colyseus" });
    expect(lines()[0]!.msg).toBe('Error: [ { "code": "invalid_type", "path": ["n"] } ]');
  });

  test("cuts what a sender made long, and its control characters", () => {
    const { log, lines } = newBook();
    colyseusLogger(log).error(`bad \u001b[31m\u0000 ${"x".repeat(10_000)}`);
    const message = String(lines()[0]!.msg);
    expect(message.length).toBeLessThanOrEqual(300);
    expect(message).toMatch(/^bad \[31m x/);
  });

  test("keeps the place of an error of our own", () => {
    const { log, lines } = newBook();
    colyseusLogger(log).error(new Error("our mistake"));
    expect(lines()[0]).toMatchObject({ level: 50, msg: "Error: our mistake" });
    expect(lines()[0]!.at).toContain("log.test.ts");
  });

  test("turns a flood into a few lines and a count", () => {
    const { log, lines } = newBook();
    let millis = 0;
    const logger = colyseusLogger(log, { perMinute: 3, now: () => millis });
    for (let i = 0; i < 1000; i++) logger.error(refused);
    expect(lines()).toHaveLength(3);
    millis = 59_999;
    logger.error(refused);
    expect(lines()).toHaveLength(3);
    millis = 60_000;
    logger.error(refused);
    expect(lines()).toHaveLength(4);
    expect(lines()[3]).toMatchObject({ leftOut: 998 });
  });

  test("a flood does not hide an error of our own", () => {
    const { log, lines } = newBook();
    const logger = colyseusLogger(log, { perMinute: 3 });
    for (let i = 0; i < 1000; i++) logger.error(refused);
    logger.error(new Error("our mistake").stack);
    expect(lines().at(-1)).toMatchObject({ level: 50, msg: "Error: our mistake" });
  });

  test("what the level leaves out costs nothing of the allowance", () => {
    const { log, lines } = newBook("error");
    const logger = colyseusLogger(log, { perMinute: 1 });
    logger.warn("unheard");
    log.level = "warn";
    logger.warn("heard");
    expect(lines().map(({ msg }) => msg)).toEqual(["heard"]);
    expect(lines()[0]).not.toHaveProperty("leftOut");
  });
});

test("tokens and passwords are struck out of the log", () => {
  const { log, text } = newBook();
  log.info({ token: "abc-secret", person: { token: "abc-secret", password: "abc-secret" } }, "joined");
  expect(text[0]).toContain("joined");
  expect(text[0]).not.toContain("abc-secret");
});
