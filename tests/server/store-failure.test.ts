import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";
import { describe, expect, onTestFinished, test } from "vitest";
import { requireNode } from "../../server/database/sqlite.ts";
import { openStore, type Store, StoreFull, type StoreOptions, StoreUnusable } from "../../server/store.ts";
import { start } from "./helpers/child.ts";
import { fingerprints, newFolder } from "./helpers/folder.ts";

const FILE = "chokepoint.db";
const fresh = { scenario: "tiny", scenarioHash: "c0ffee", header: "{}" };
const line = (n: number) => `${n} ${"x".repeat(400)}`;

async function open(dataDir: string, options: Partial<StoreOptions> = {}): Promise<Store> {
  const store = await openStore({ dataDir, now: () => new Date(), ...options });
  onTestFinished(() => store.close());
  return store;
}

/** Expects the folder's database to be refused for the reason, in one helpful paragraph, and left as it is. */
async function expectRefusal(dataDir: string, kind: string, file = join(dataDir, FILE)): Promise<void> {
  const before = fingerprints(dataDir);
  const error = await openStore({ dataDir, now: () => new Date() }).catch((error: unknown) => error);
  expect(error).toBeInstanceOf(StoreUnusable);
  const { message } = error as StoreUnusable;
  expect(error).toMatchObject({ kind });
  expect(message).toContain(file);
  expect(message).toMatch(/DATA_DIR|Put back a copy/);
  expect(message).not.toContain("\n");
  expect(fingerprints(dataDir)).toEqual(before);
}

/** A folder with a database of 500 lines in one session. */
async function written(): Promise<{ dataDir: string; id: string }> {
  const dataDir = newFolder();
  const store = await openStore({ dataDir, now: () => new Date() });
  const { id } = await store.newSession(fresh);
  await Promise.all(Array.from({ length: 500 }, (_, n) => store.append(id, n, line(n))));
  await store.close();
  return { dataDir, id };
}

describe("a file that cannot be used is refused and left as it is", () => {
  test.each([
    ["a text", Buffer.from("This is not a database but a letter to the headmaster. ".repeat(100))],
    ["a short text", Buffer.from("hello")],
    ["zeros", Buffer.alloc(8192)],
  ])("%s instead of a database", async (_, content) => {
    const dataDir = newFolder();
    writeFileSync(join(dataDir, FILE), content);
    await expectRefusal(dataDir, "not-a-database");
  });

  test("a damaged page in the middle", async () => {
    const { dataDir } = await written();
    const file = join(dataDir, FILE);
    const bytes = readFileSync(file);
    const middle = Math.floor(bytes.length / 8192) * 4096;
    writeFileSync(file, bytes.fill(0xa5, middle, middle + 4096));
    await expectRefusal(dataDir, "corrupt");
  });

  test("the second half missing", async () => {
    const { dataDir } = await written();
    const file = join(dataDir, FILE);
    truncateSync(file, Math.floor(readFileSync(file).length / 8192) * 4096);
    await expectRefusal(dataDir, "corrupt");
  });

  test("a damaged first page", async () => {
    const { dataDir } = await written();
    const file = join(dataDir, FILE);
    writeFileSync(file, readFileSync(file).fill(0xff, 100, 600));
    await expectRefusal(dataDir, "corrupt");
  });

  test("a database of another program", async () => {
    const dataDir = newFolder();
    new Sqlite(join(dataDir, FILE)).exec("create table recipes (name text)").close();
    await expectRefusal(dataDir, "foreign");
  });

  test("a database of a newer version, whose change is still in the write-ahead log", async () => {
    const { dataDir } = await written();
    const later = newFolder();
    const raw = new Sqlite(join(dataDir, FILE));
    raw.pragma("journal_mode = WAL");
    raw.exec("insert into chokepoint_migration values ('999-later', '2030-01-01T00:00:00.000Z')");
    for (const name of [FILE, `${FILE}-wal`]) copyFileSync(join(dataDir, name), join(later, name));
    raw.close();
    expect(Object.keys(fingerprints(later))).toHaveLength(2);
    await expectRefusal(later, "newer");
  });

  test("a file where the folder should be, and a folder where the file should be", async () => {
    const folder = newFolder();
    const dataDir = join(folder, "data");
    writeFileSync(dataDir, "");
    const error = await openStore({ dataDir, now: () => new Date() }).catch((error: unknown) => error);
    expect(error).toMatchObject({ name: "StoreUnusable", kind: "unreadable" });
    expect((error as Error).message).toContain(dataDir);
    const other = newFolder();
    mkdirSync(join(other, FILE, "x"), { recursive: true });
    await expect(openStore({ dataDir: other, now: () => new Date() })).rejects.toMatchObject({
      kind: "unreadable",
    });
  });
});

describe("one server at a time", () => {
  test("a database that another process has open is refused, and free once that is killed", async () => {
    const { dataDir, id } = await written();
    const holder = start("hold.ts", [dataDir]);
    expect(await holder.line()).toBe("open");
    await expectRefusal(dataDir, "locked");
    holder.process.kill("SIGKILL");
    expect((await holder.ended).signal).toBe("SIGKILL");
    const store = await open(dataDir);
    expect(await store.lines(id)).toHaveLength(500);
  });

  test("a new database is locked from the start, before anything is in it", async () => {
    const dataDir = newFolder();
    const store = await open(dataDir);
    const second = start("hold.ts", [dataDir]);
    expect(await second.line()).toMatch(/^locked: .*second Chokepoint server/);
    const { id } = await store.newSession(fresh);
    await store.append(id, 0, "a");
  });

  test("the same process cannot open it twice either", async () => {
    const dataDir = newFolder();
    const store = await open(dataDir);
    await expect(openStore({ dataDir, now: () => new Date() })).rejects.toMatchObject({ kind: "locked" });
    await store.newSession(fresh);
    const second = start("hold.ts", [dataDir]);
    expect(await second.line()).toMatch(/^locked: /);
  });
});

describe("a full disk", () => {
  async function appendUntilFull(store: Store, id: string, from = 0): Promise<number> {
    for (let n = from; n < 100_000; n++) {
      const error = await store.append(id, n, line(n)).then(
        () => undefined,
        (error: unknown) => error,
      );
      if (error === undefined) continue;
      expect(error).toBeInstanceOf(StoreFull);
      return n;
    }
    throw new Error("never full");
  }

  test("refuses lines with StoreFull, keeps those it acknowledged, and goes on when there is room", async () => {
    const dataDir = newFolder();
    let millis = Date.now();
    const options = { maxMegabytes: 0.4, now: () => new Date(millis) };
    const store = await open(dataDir, options);
    const old = await store.newSession(fresh);
    for (let n = 0; n < 200; n++) await store.append(old.id, n, line(n));
    millis += 2 * 86_400_000;
    const { id } = await store.newSession(fresh);
    const count = await appendUntilFull(store, id);
    expect(count).toBeGreaterThan(100);
    expect(await store.lines(id)).toEqual(Array.from({ length: count }, (_, n) => line(n)));
    await expect(store.saveSnapshot(id, { n: 0, state: "x".repeat(400_000), digest: "" })).rejects.toThrow(
      StoreFull,
    );

    expect(await store.purge(1)).toBe(1);
    const more = await appendUntilFull(store, id, count);
    expect(more).toBeGreaterThan(count + 100);
    await store.close();
    const after = await open(dataDir, options);
    expect(await after.lines(id)).toEqual(Array.from({ length: more }, (_, n) => line(n)));
  });

  test("lines that wait behind a lost one are lost with it, in the same way", async () => {
    const store = await open(newFolder(), { maxMegabytes: 0.2 });
    const { id } = await store.newSession(fresh);
    const results = await Promise.allSettled(
      Array.from({ length: 3000 }, (_, n) => store.append(id, n, line(n))),
    );
    const reasons = results.flatMap((result) => (result.status === "rejected" ? [result.reason] : []));
    expect(reasons).toHaveLength(3000);
    expect(reasons.every((reason) => reason instanceof StoreFull)).toBe(true);
    await store.append(id, 0, "a");
    expect(await store.lines(id)).toEqual(["a"]);
  });

  test("while the tables are made leaves nothing half made", async () => {
    const dataDir = newFolder();
    await expect(openStore({ dataDir, now: () => new Date(), maxMegabytes: 0.04 })).rejects.toThrow(
      StoreFull,
    );
    const store = await open(dataDir);
    await store.newSession(fresh);
  });

  const inNamespace = ["unshare", "--map-root-user", "--mount", "sh", "-c"];
  const mountable = (() => {
    const [command, ...rest] = [...inNamespace, "mount -t tmpfs none /tmp"];
    return spawnSync(command!, rest).status === 0;
  })();

  test.skipIf(!mountable)("a real one, on a file system of its own", { timeout: 30_000 }, async () => {
    const dataDir = newFolder();
    const mounted = 'mount -t tmpfs -o size=2m none "$0" && exec "$@"';
    const child = start("fill.ts", [dataDir], [...inNamespace, mounted, dataDir]);
    const report = await child.line();
    expect(JSON.parse(report ?? "{}")).toEqual({
      typed: true,
      acknowledged: expect.any(Number),
      stillFull: true,
      intactWhileFull: true,
      intactAfter: true,
    });
    expect(JSON.parse(report!).acknowledged).toBeGreaterThan(50);
  });
});

describe("kill -9", () => {
  async function expectAllAcknowledged(dataDir: string, printed: string[]): Promise<void> {
    const store = await open(dataDir);
    const sessions = await store.openSessions();
    expect(sessions).toHaveLength(2);
    for (const { id } of sessions) {
      const numbers = printed.map((text) => text.split(" ")).filter(([session]) => session === id);
      const lines = await store.lines(id);
      expect(lines).toEqual(lines.map((_, n) => `line ${n} of ${id}`));
      expect(lines.length).toBeGreaterThan(Math.max(-1, ...numbers.map(([, n]) => Number(n))));
      await store.append(id, lines.length, "play goes on");
    }
  }

  test.each([1, 17, 500])("at the moment of acknowledgement %i loses no acknowledged line", async (last) => {
    const dataDir = newFolder();
    const child = start("append.ts", [dataDir, `${last}`]);
    expect((await child.ended).signal).toBe("SIGKILL");
    expect(child.lines).toHaveLength(last);
    await expectAllAcknowledged(dataDir, child.lines);
  });

  test.each([0, 30, 90])(
    "from outside, %i ms after the first line, loses no acknowledged line",
    async (millis) => {
      const dataDir = newFolder();
      const child = start("append.ts", [dataDir, "0"]);
      await child.line();
      await new Promise((go) => setTimeout(go, millis));
      child.process.kill("SIGKILL");
      await child.ended;
      await expectAllAcknowledged(
        dataDir,
        child.lines.filter((text) => /^\S+ \d+$/.test(text)),
      );
    },
  );
});

describe("an older Node", () => {
  test.each(["v18.20.8", "v20.20.2", "v21.7.3"])("%s is refused", (version) => {
    expect(() => requireNode(version)).toThrow(/needs Node 22 or later.*npm start/);
  });

  test.each(["v22.18.0", "v24.21.0", "v26.10.0", "v100.0.0"])("%s is not", (version) => {
    expect(() => requireNode(version)).not.toThrow();
  });

  test("is refused before the native module is loaded, which would crash it", async () => {
    const old = start("hold.ts", [newFolder(), "v20.20.2"]);
    expect(await old.line()).toMatch(/^old-node: .*v20\.20\.2.*npm start/);
    expect(await old.line()).toBe("native module not loaded");
    const right = start("hold.ts", [newFolder()]);
    expect(await right.line()).toBe("open");
    expect(await right.line()).toBe("native module loaded");
  });
});
