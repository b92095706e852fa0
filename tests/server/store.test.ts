import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { newToken } from "../../server/code.ts";
import { Appender } from "../../server/database/appender.ts";
import { migrate } from "../../server/database/migrate.ts";
import { openSqlite } from "../../server/database/sqlite.ts";
import {
  JournalGap,
  openStore,
  type Store,
  StoreClosed,
  type StoreOptions,
  UnknownSession,
} from "../../server/store.ts";
import { newFolder } from "./helpers/folder.ts";

const START = Date.parse("2026-06-29T08:00:00Z");
const DAY = 86_400_000;
const fresh = { scenario: "tiny", scenarioHash: "c0ffee", header: '{"seed":1}' };

/** A clock that a test sets, and counts the looks at. */
function newClock() {
  const clock = {
    millis: START,
    looks: 0,
    now: () => {
      clock.looks++;
      return new Date(clock.millis);
    },
  };
  return clock;
}

async function open(options: Partial<StoreOptions> = {}): Promise<Store> {
  const store = await openStore({ dataDir: newFolder(), now: () => new Date(START), ...options });
  onTestFinished(() => store.close());
  return store;
}

describe("sessions", () => {
  test("a new one is open, has a code of its own, and is found by id and code", async () => {
    const store = await open();
    const session = await store.newSession(fresh);
    const start = "2026-06-29T08:00:00.000Z";
    expect(session).toMatchObject({ ...fresh, status: "open", created: start, updated: start });
    expect(session.code).toMatch(/^[2-9A-Z]{6}$/);
    expect(await store.session(session.id)).toEqual(session);
    expect(await store.sessionWithCode(session.code)).toEqual(session);
    expect(await store.session(session.code)).toBeUndefined();
    expect(await store.sessionWithCode("AAAAAA")).toBeUndefined();
  });

  test("a code that is taken is not given twice, even when its session has ended", async () => {
    const codes = ["CCCCCC", "CCCCCC", "CCCCCC", "DDDDDD"];
    const store = await open({ newCode: () => codes.shift()! });
    const first = await store.newSession(fresh);
    await store.endSession(first.id);
    const second = await store.newSession(fresh);
    expect([first.code, second.code]).toEqual(["CCCCCC", "DDDDDD"]);
  });

  test("a generator without a free code is an error, not an endless loop", async () => {
    const store = await open({ newCode: () => "CCCCCC" });
    await store.newSession(fresh);
    await expect(store.newSession(fresh)).rejects.toThrow("No free session code");
  });

  test("what its host has set is kept, and counts as a change", async () => {
    const dataDir = newFolder();
    const clock = newClock();
    const before = await open({ dataDir, now: clock.now });
    const { id, settings } = await before.newSession(fresh);
    expect(settings).toBeNull();
    clock.millis += 1000;
    await before.saveSettings(id, '{"paused":true}');
    await before.close();
    const after = await open({ dataDir });
    expect(await after.session(id)).toMatchObject({
      settings: '{"paused":true}',
      updated: "2026-06-29T08:00:01.000Z",
    });
  });

  test("the open ones survive a restart, oldest first, without the ended", async () => {
    const dataDir = newFolder();
    const clock = newClock();
    const before = await open({ dataDir, now: clock.now });
    const made = [];
    for (let i = 0; i < 4; i++) {
      clock.millis += 1000;
      made.push(await before.newSession(fresh));
    }
    await before.endSession(made[1]!.id);
    await before.close();
    const after = await open({ dataDir });
    expect(await after.openSessions()).toEqual([made[0], made[2], made[3]]);
    expect(await after.session(made[1]!.id)).toMatchObject({ status: "ended" });
  });
});

describe("journal", () => {
  test("gives back the lines as written, from any number on, after a restart too", async () => {
    const dataDir = newFolder();
    const before = await open({ dataDir });
    const { id } = await before.newSession(fresh);
    const lines = ['{"kind":"tick"}', "ü € 🌊 '\" \\n", "", "x".repeat(100_000)];
    await Promise.all(lines.map((line, n) => before.append(id, n, line)));
    expect(await before.lines(id)).toEqual(lines);
    await before.close();
    const after = await open({ dataDir });
    expect(await after.lines(id)).toEqual(lines);
    expect(await after.lines(id, 2)).toEqual(lines.slice(2));
    expect(await after.lines(id, 4)).toEqual([]);
    await after.append(id, 4, "next");
    expect(await after.lines(id, 4)).toEqual(["next"]);
  });

  test.each([
    ["a gap", 3],
    ["a duplicate", 1],
    ["a negative number", -1],
    ["a fraction", 1.5],
    ["not a number", Number.NaN],
  ])("refuses %s and stays as it was", async (_, n) => {
    const store = await open();
    const { id } = await store.newSession(fresh);
    await store.append(id, 0, "a");
    await store.append(id, 1, "b");
    const error = await store.append(id, n, "x").catch((error: unknown) => error);
    expect(error).toBeInstanceOf(JournalGap);
    expect(error).toMatchObject({ session: id, n, next: 2 });
    expect(await store.lines(id)).toEqual(["a", "b"]);
    await store.append(id, 2, "c");
  });

  test("a gap in the middle of a batch stops its own session and no other", async () => {
    const store = await open();
    const [bad, good] = [(await store.newSession(fresh)).id, (await store.newSession(fresh)).id];
    const results = await Promise.allSettled([
      store.append(bad, 0, "a"),
      store.append(good, 0, "a"),
      store.append(bad, 2, "c"),
      store.append(bad, 3, "d"),
      store.append(good, 1, "b"),
      store.append(bad, 1, "b"),
    ]);
    expect(results.map(({ status }) => status === "fulfilled")).toEqual([
      true,
      true,
      false,
      false,
      true,
      true,
    ]);
    expect(await store.lines(bad)).toEqual(["a", "b"]);
    expect(await store.lines(good)).toEqual(["a", "b"]);
  });

  test("refuses a session that does not exist without harm to others", async () => {
    const store = await open();
    const { id } = await store.newSession(fresh);
    const [good, bad] = await Promise.allSettled([store.append(id, 0, "a"), store.append("nobody", 0, "a")]);
    expect(good!.status).toBe("fulfilled");
    expect((bad as PromiseRejectedResult).reason).toBeInstanceOf(UnknownSession);
    expect(await store.lines("nobody")).toEqual([]);
  });

  test("writes all lines of one turn in one transaction, and marks each session as changed", async () => {
    const clock = newClock();
    const store = await open({ now: clock.now });
    const sessions = [await store.newSession(fresh), await store.newSession(fresh)];
    const idle = await store.newSession(fresh);
    clock.millis += 5000;
    clock.looks = 0;
    const numbers = Array.from({ length: 100 }, (_, n) => n);
    await Promise.all(sessions.flatMap(({ id }) => numbers.map((n) => store.append(id, n, `${n}`))));
    // A transaction looks at the clock once.
    expect(clock.looks).toBe(1);
    for (const { id } of sessions) {
      expect(await store.lines(id)).toEqual(numbers.map(String));
      expect(await store.session(id)).toMatchObject({ updated: new Date(clock.millis).toISOString() });
    }
    expect(await store.session(idle.id)).toEqual(idle);
  });

  test("takes more lines in one turn than fit into one statement", async () => {
    const store = await open();
    const { id } = await store.newSession(fresh);
    await Promise.all(Array.from({ length: 25_000 }, (_, n) => store.append(id, n, `${n}`)));
    expect((await store.lines(id)).map(Number)).toEqual(Array.from({ length: 25_000 }, (_, n) => n));
  });
});

test("after a failure the next number is looked up again, for the lost lines may be there after all", async () => {
  const { db } = await openSqlite({ file: join(newFolder(), "test.db") });
  onTestFinished(() => db.destroy());
  await migrate(db);
  const times = { created: "", updated: "" };
  await db
    .insertInto("sessions")
    .values({ id: "s", code: "C", scenario: "", scenario_hash: "", header: "", status: "open", ...times })
    .execute();
  const appender = new Appender({ db, now: () => "", translate: (error) => error });
  await appender.append("s", 0, "a");
  await db.insertInto("journal").values({ session: "s", n: 1, line: "b" }).execute();
  await expect(appender.append("s", 1, "b")).rejects.toThrow(/UNIQUE/);
  await appender.append("s", 2, "c");
});

describe("snapshots", () => {
  test("the last one is the one of the longest journal, and a repeated one replaces", async () => {
    const store = await open();
    const { id } = await store.newSession(fresh);
    expect(await store.lastSnapshot(id)).toBeUndefined();
    for (let n = 0; n < 3; n++) await store.append(id, n, `${n}`);
    await store.saveSnapshot(id, { n: 3, state: "three", digest: "d3" });
    await store.saveSnapshot(id, { n: 1, state: "one", digest: "d1" });
    expect(await store.lastSnapshot(id)).toEqual({ n: 3, state: "three", digest: "d3" });
    await store.saveSnapshot(id, { n: 3, state: "again", digest: "d4" });
    expect(await store.lastSnapshot(id)).toEqual({ n: 3, state: "again", digest: "d4" });
  });

  test("none may be ahead of the journal, or without a session", async () => {
    const store = await open();
    const { id } = await store.newSession(fresh);
    await store.append(id, 0, "a");
    await expect(store.saveSnapshot(id, { n: 2, state: "", digest: "" })).rejects.toThrow(JournalGap);
    await expect(store.saveSnapshot("nobody", { n: 0, state: "", digest: "" })).rejects.toThrow(
      UnknownSession,
    );
    expect(await store.lastSnapshot(id)).toBeUndefined();
  });
});

describe("persons", () => {
  test("a token brings its person back after a restart, and no other token does", async () => {
    const dataDir = newFolder();
    const before = await open({ dataDir });
    const { id } = await before.newSession(fresh);
    const token = newToken();
    const ada = { session: id, person: "p1", name: "Quiet Otter", seat: "DE" };
    await before.savePerson(token, ada);
    await before.close();
    const after = await open({ dataDir });
    expect(await after.person(token)).toEqual({ ...ada, joined: "2026-06-29T08:00:00.000Z" });
    expect(await after.person(newToken())).toBeUndefined();
    expect(await after.person("")).toBeUndefined();
  });

  test("are moved, listed and removed, each in its own session", async () => {
    const clock = newClock();
    const store = await open({ now: clock.now });
    const [one, two] = [(await store.newSession(fresh)).id, (await store.newSession(fresh)).id];
    const tokens = [newToken(), newToken(), newToken()] as const;
    await store.savePerson(tokens[0], { session: one, person: "b", name: "B", seat: "FR" });
    clock.millis++;
    await store.savePerson(tokens[1], { session: one, person: "a", name: "A", seat: null });
    await store.savePerson(tokens[2], { session: two, person: "a", name: "Other", seat: "IT" });
    await store.movePerson(one, "a", "commission");
    await store.movePerson(one, "b", null);
    expect((await store.persons(one)).map(({ person, seat }) => [person, seat])).toEqual([
      ["b", null],
      ["a", "commission"],
    ]);
    expect(await store.person(tokens[2])).toMatchObject({ seat: "IT", session: two });
    await store.removePerson(one, "a");
    expect(await store.person(tokens[1])).toBeUndefined();
    expect(await store.persons(two)).toHaveLength(1);
  });

  test("need a session, and an id of their own in it", async () => {
    const store = await open();
    const { id } = await store.newSession(fresh);
    const person = { session: id, person: "a", name: "A", seat: null };
    await store.savePerson("t1", person);
    await expect(store.savePerson("t2", { ...person, session: "nobody" })).rejects.toThrow(UnknownSession);
    await expect(store.savePerson("t2", person)).rejects.toThrow(/UNIQUE/);
    await expect(store.savePerson("t1", { ...person, person: "b" })).rejects.toThrow(/UNIQUE/);
  });

  test("neither the file nor its log ever holds a token", async () => {
    const dataDir = newFolder();
    const store = await open({ dataDir });
    const { id } = await store.newSession(fresh);
    const token = newToken();
    await store.savePerson(token, { session: id, person: "p1", name: "Quiet Otter", seat: null });
    const log = readFileSync(join(dataDir, "chokepoint.db-wal"), "latin1");
    await store.close();
    const file = readFileSync(join(dataDir, "chokepoint.db"), "latin1");
    expect(log + file).toContain("Quiet Otter");
    expect(log + file).not.toContain(token);
  });
});

describe("purge", () => {
  test("deletes what has not changed for so many days, with all that belongs to it", async () => {
    const clock = newClock();
    const store = await open({ now: clock.now });
    const old = await store.newSession(fresh);
    const kept = await store.newSession(fresh);
    await store.append(old.id, 0, "a");
    await store.saveSnapshot(old.id, { n: 1, state: "s", digest: "d" });
    await store.savePerson("token", { session: old.id, person: "p", name: "P", seat: null });
    clock.millis += 20 * DAY;
    await store.append(kept.id, 0, "a");
    clock.millis += 10 * DAY;
    expect(await store.purge(30)).toBe(0);
    clock.millis += 1;
    expect(await store.purge(30)).toBe(1);
    expect(await store.openSessions()).toMatchObject([{ id: kept.id }]);
    expect(await store.lines(old.id)).toEqual([]);
    expect(await store.lastSnapshot(old.id)).toBeUndefined();
    expect(await store.person("token")).toBeUndefined();
    await expect(store.append(old.id, 1, "b")).rejects.toThrow(UnknownSession);
    await store.append(kept.id, 1, "b");
  });

  test("leaves nothing of it in the file", async () => {
    const dataDir = newFolder();
    const clock = newClock();
    const store = await open({ dataDir, now: clock.now });
    const { id } = await store.newSession(fresh);
    for (let n = 0; n < 200; n++) await store.append(id, n, `Quiet Otter says ${n}`);
    clock.millis += 2 * DAY;
    expect(await store.purge(1)).toBe(1);
    await store.close();
    expect(readFileSync(join(dataDir, "chokepoint.db"), "latin1")).not.toContain("Quiet Otter");
  });

  test("in the same turn as a line of an old session harms no other session", async () => {
    const clock = newClock();
    const store = await open({ now: clock.now });
    const old = await store.newSession(fresh);
    await store.append(old.id, 0, "a");
    clock.millis += 2 * DAY;
    const kept = await store.newSession(fresh);
    const [late, other] = [store.append(old.id, 1, "b"), store.append(kept.id, 0, "a")];
    expect(await store.purge(1)).toBe(0);
    await Promise.all([late, other]);
    expect(await store.lines(old.id)).toEqual(["a", "b"]);
  });
});

describe("close", () => {
  test("writes what is waiting and refuses what comes later", async () => {
    const dataDir = newFolder();
    const store = await open({ dataDir });
    const { id } = await store.newSession(fresh);
    const writes = [store.append(id, 0, "a"), store.append(id, 1, "b"), store.endSession(id)];
    const closing = store.close();
    await expect(store.append(id, 2, "c")).rejects.toThrow(StoreClosed);
    await expect(store.newSession(fresh)).rejects.toThrow(StoreClosed);
    await expect(store.lines(id)).rejects.toThrow(StoreClosed);
    await expect(store.session(id)).rejects.toThrow(StoreClosed);
    await Promise.all([...writes, closing]);
    await store.close();
    const after = await open({ dataDir });
    expect(await after.lines(id)).toEqual(["a", "b"]);
    expect(await after.session(id)).toMatchObject({ status: "ended" });
  });

  test("waits for changes that are under way", async () => {
    const store = await open();
    const { id } = await store.newSession(fresh);
    const changes = Array.from({ length: 20 }, () => store.endSession(id));
    await Promise.all([store.close(), ...changes]);
  });
});
