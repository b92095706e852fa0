// A disk that takes nothing more, and an orderly end: what was acknowledged is kept, what was not is not shown.

import { expect, onTestFinished, test } from "vitest";
import { openStore, type Store, StoreFull } from "../../server/store.ts";
import type { Bot } from "../../shared/bots/bot.ts";
import { fold } from "../../shared/journal.ts";
import { type Command, legal } from "../../shared/moves/table.ts";
import { digest } from "../../shared/state.ts";
import { tiny } from "../helpers/scenario.ts";
import { exported, type Guest, join, newSession, startServer } from "../helpers/server.ts";
import { newTime, passUntil } from "../helpers/timers.ts";
import { newFolder } from "./helpers/folder.ts";

const { rules } = tiny;

/** A store whose disk can be filled and emptied. */
async function newFragile(dataDir = newFolder()) {
  const store = await openStore({ dataDir, now: () => new Date() });
  const disk = { full: false, store };
  const WRITES = new Set<string | symbol>([
    "append",
    "saveSnapshot",
    "savePerson",
    "newSession",
    "purge",
    "movePerson",
  ]);
  const fragile = new Proxy(store, {
    get(target, name) {
      const method = target[name as keyof Store] as (...parameters: never[]) => Promise<unknown>;
      return (...parameters: never[]) =>
        disk.full && WRITES.has(name)
          ? Promise.reject(new StoreFull(new Error("no space left on device")))
          : method.apply(target, parameters);
    },
  });
  return { disk, fragile };
}

const anyMove = (guest: Guest): Command => legal(rules, guest.view())[0]!;

test("a full disk: nothing is acknowledged, everybody is told, and the game goes on when there is room", async () => {
  const { disk, fragile } = await newFragile();
  const time = newTime();
  const server = await startServer({ store: fragile, timers: time });
  const made = await newSession(server.url);
  const host = await join(server.url, made.code, { token: made.hostToken });
  const ada = await join(server.url, made.code, { seat: "commission" });
  await host.ask("start");
  const { match } = await server.app.sessions.play(made.code);
  const before = [match.lines.length, digest(match.state), JSON.stringify(ada.view())];
  const command = anyMove(ada);

  disk.full = true;
  const replies = await Promise.all(["a", "b", "c"].map((id) => ada.ask("order", { id, command })));
  for (const reply of replies)
    expect(reply).toMatchObject({ ok: false, rejection: { code: "storage-full" } });
  await host.until(() => host.session().problem === "storage-full");
  expect([match.lines.length, digest(match.state), JSON.stringify(ada.view())]).toEqual(before);
  expect(await ada.ask("order", { id: "d", command })).toEqual({
    ok: false,
    rejection: { code: "storage-full" },
  });
  const health = await fetch(`${server.url}/healthz`);
  expect([health.status, await health.json()]).toMatchObject([
    503,
    { ok: false, database: false, waiting: 1 },
  ]);
  // The clock stands still, and nobody new gets a seat that could not be kept.
  for (let i = 0; i < 30; i++) await time.pass(1000);
  expect(match.state.tick).toBe(0);
  await expect(join(server.url, made.code)).rejects.toThrow("storage-full");
  // Whoever is known may come back and look.
  const back = await join(server.url, made.code, { token: ada.me.token! });
  expect(back.session().problem).toBe("storage-full");

  disk.full = false;
  await passUntil(time, () => host.session().problem === "");
  expect(await ada.ask("order", { id: "a", command })).toMatchObject({ ok: true });
  await passUntil(time, () => host.view().pub.tick >= 2);
  const journal = await exported(server.url, made);
  expect(journal.lines.filter((line) => line.kind === "order")).toHaveLength(1);
  expect(digest(fold(rules, journal))).toBe(digest(match.state));
  const stored = await disk.store.lines((await disk.store.sessionWithCode(made.code))!.id);
  expect(stored).toHaveLength(journal.lines.length);
});

test("a week that could not be kept has not passed", async () => {
  const { disk, fragile } = await newFragile();
  const time = newTime();
  const server = await startServer({ store: fragile, timers: time });
  const made = await newSession(server.url, { solo: true, seat: "DE" });
  const me = await join(server.url, made.code, { token: made.hostToken });
  await me.ask("pace", { mode: "running", secondsPerWeek: 2 });
  const { match } = await server.app.sessions.play(made.code);
  disk.full = true;
  await time.pass(8000);
  await me.until(() => me.session().problem === "storage-full");
  expect([match.state.tick, me.view().pub.tick]).toEqual([0, 0]);
});

test("a rule that fails leaves the game as it was, says so, and may be tried again", async () => {
  const time = newTime();
  let broken = true;
  const bot: Bot = {
    id: "fragile",
    decide(_rules, view) {
      if (broken && view.pub.tick === 1) throw new Error("a bot lost its way");
      return [];
    },
  };
  const server = await startServer({ timers: time, botsOf: () => () => bot });
  const made = await newSession(server.url);
  const host = await join(server.url, made.code, { token: made.hostToken });
  const ada = await join(server.url, made.code, { seat: "commission" });
  await host.ask("start");
  await passUntil(time, () => host.session().problem === "failed");
  expect(host.session().paused).toBe(true);
  expect(host.view().pub.tick).toBe(1);
  expect(await ada.ask("order", { id: "a", command: anyMove(ada) })).toMatchObject({
    rejection: { code: "failed" },
  });
  await host.ask("pace", { paused: false });
  await passUntil(time, () => host.session().problem === "failed");
  expect(host.view().pub.tick).toBe(1);
  broken = false;
  await host.ask("pace", { paused: false });
  expect(await ada.ask("order", { id: "b", command: anyMove(ada) })).toMatchObject({ ok: true });
  await passUntil(time, () => host.view().pub.tick >= 3);
  expect(host.session().problem).toBe("");
  const { match } = await server.app.sessions.play(made.code);
  expect(digest(fold(rules, await exported(server.url, made)))).toBe(digest(match.state));
});

test("a rule that fails half-way leaves nothing half done", async () => {
  const time = newTime();
  const server = await startServer({ timers: time });
  const made = await newSession(server.url);
  const host = await join(server.url, made.code, { token: made.hostToken });
  await host.ask("start");
  await passUntil(time, () => host.view().pub.tick === 2);
  const { match } = await server.app.sessions.play(made.code);
  Object.assign(match.state.trade, { exports: undefined });
  await passUntil(time, () => host.session().problem === "failed");
  expect(match.state.tick).toBe(2);
  await host.ask("pace", { paused: false });
  await passUntil(time, () => host.view().pub.tick === 4);
  expect(digest(fold(rules, await exported(server.url, made)))).toBe(digest(match.state));
});

test("a journal that does not fold to its digests is not played on", async () => {
  const time = newTime();
  const store = await openStore({ dataDir: newFolder(), now: () => new Date() });
  let tampered = false;
  const lines: Store["lines"] = async (...parameters) => {
    const all = await store.lines(...parameters);
    return tampered ? all.map((line) => line.replace(/"digest":"./, '"digest":"x')) : all;
  };
  const forged = new Proxy(store, {
    get: (target, name) =>
      name === "lines" ? lines : (target[name as keyof Store] as () => unknown).bind(target),
  });
  const server = await startServer({ store: forged, timers: time });
  const made = await newSession(server.url, { solo: true, seat: "LT" });
  const me = await join(server.url, made.code, { token: made.hostToken });
  await me.ask("pace", { mode: "running", secondsPerWeek: 1 });
  await passUntil(time, () => me.view().pub.tick >= 14);
  await me.leave();
  await passUntil(time, () => server.app.sessions.size === 0);
  tampered = true;
  const refused = await fetch(`${server.url}/api/sessions/${made.code}`);
  expect([refused.status, await refused.json()]).toMatchObject([410, { problem: "cannot-restore" }]);
  await expect(join(server.url, made.code, { token: made.hostToken })).rejects.toThrow("cannot-restore");
  expect(server.logged.some((line) => String((line.err as Error)?.message).includes("folds to"))).toBe(true);
  tampered = false;
  const back = await join(server.url, made.code, { token: made.hostToken });
  expect(back.view().pub.tick).toBeGreaterThanOrEqual(14);
});

test("an orderly end loses nothing that was acknowledged, and tells the players", async () => {
  const dataDir = newFolder();
  const { disk, fragile } = await newFragile(dataDir);
  const server = await startServer({ store: fragile, timers: newTime() });
  const made = await newSession(server.url);
  const host = await join(server.url, made.code, { token: made.hostToken });
  const ada = await join(server.url, made.code, { seat: "commission" });
  const bo = await join(server.url, made.code, { seat: "beijing" });
  await host.ask("start");
  const replies = [ada, bo].flatMap((guest) =>
    legal(rules, guest.view())
      .slice(0, 20)
      .map((command, i) => guest.ask("order", { id: String(i), command }).catch(() => undefined)),
  );
  const closing = server.app.close();
  const acknowledged = (await Promise.all(replies)).filter((reply) => reply?.ok).length;
  await closing;
  expect(await ada.left).toBe(4001);
  await disk.store.close();
  const again = await openStore({ dataDir, now: () => new Date() });
  onTestFinished(() => again.close());
  const session = (await again.sessionWithCode(made.code))!;
  const orders = (await again.lines(session.id)).filter((line) => JSON.parse(line).kind === "order");
  expect(orders.length).toBeGreaterThanOrEqual(acknowledged);
});

test("an orderly end does not wait for those who asked for a place and did not come", async () => {
  const server = await startServer();
  const { code } = await newSession(server.url);
  const guest = await join(server.url, code);
  const reserved = await fetch(`${server.url}/matchmake/joinById/${code}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: "{}",
  });
  expect(reserved.status).toBe(200);
  const began = performance.now();
  await server.close();
  expect(await guest.left).toBe(4001);
  expect(performance.now() - began).toBeLessThan(5000);
});
