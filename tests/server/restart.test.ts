// The process may end at any moment: what was acknowledged comes back with it, the people with their tokens, and play
// goes on where it was.

import { createServer } from "node:net";
import { expect, test } from "vitest";
import { fold } from "../../shared/journal.ts";
import { type Command, legal } from "../../shared/moves/table.ts";
import type { NewSessionReply } from "../../shared/protocol.ts";
import { digest } from "../../shared/state.ts";
import { startProcess } from "../helpers/process.ts";
import { tiny } from "../helpers/scenario.ts";
import { exported, type Guest, join, newSession } from "../helpers/server.ts";
import { newFolder } from "./helpers/folder.ts";

const { rules } = tiny;
const anyMove = (guest: Guest): Command => legal(rules, guest.view())[0]!;

/** A running game: a host who watches, somebody in the Commission, somebody in Beijing; half a second a week. */
async function startGame(url: string) {
  const made = await newSession(url);
  const host = await join(url, made.code, { token: made.hostToken });
  const ada = await join(url, made.code, { seat: "commission", name: "Ada" });
  const bo = await join(url, made.code, { seat: "beijing", name: "Bo" });
  await host.ask("pace", { secondsPerWeek: 0.5 });
  await host.ask("start");
  return { made, host, ada, bo };
}

const folded = async (url: string, made: NewSessionReply) => {
  const journal = await exported(url, made);
  return { lines: journal.lines, proof: digest(fold(rules, journal)) };
};

/** One of them long enough for a digest in the journal, which is verified when the game comes back. */
const ENDS = [
  ["SIGKILL", 13],
  ["SIGTERM", 2],
] as const;

test.each(ENDS)("after %s the game is where it was and goes on", async (signal, weeks) => {
  const env = { DATA_DIR: newFolder(), BOT_GRACE_SECONDS: "600" };
  const first = await startProcess(env);
  const { made, host, ada, bo } = await startGame(first.url);
  const acknowledged = [
    await ada.ask("order", { id: "one", command: anyMove(ada) }),
    await bo.ask("order", { id: "one", command: anyMove(bo) }),
  ];
  for (const reply of acknowledged) expect(reply).toMatchObject({ ok: true });
  await ada.until(() => ada.view().pub.tick >= weeks);
  await host.ask("pace", { paused: true });
  await host.ask("words", { freeText: false });
  const before = await folded(first.url, made);
  const [adas, bos] = [ada.view(), bo.view()];
  const ended = await first.end(signal);
  expect(ended).toEqual(signal === "SIGTERM" ? { code: 0, signal: null } : { code: null, signal: "SIGKILL" });

  const second = await startProcess(env);
  expect(await (await fetch(`${second.url}/healthz`)).json()).toMatchObject({ ok: true, rooms: 1 });
  const after = await folded(second.url, made);
  expect(after).toEqual(before);
  expect(before.lines.filter((line) => line.kind === "digest")).toHaveLength(weeks === 13 ? 1 : 0);
  const hostBack = await join(second.url, made.code, { token: made.hostToken });
  expect(hostBack.session()).toMatchObject({ paused: true, secondsPerWeek: 0.5, freeText: false });
  const adaBack = await join(second.url, made.code, { token: ada.me.token! });
  const boBack = await join(second.url, made.code, { token: bo.me.token! });
  const { token: _, ...me } = ada.me;
  expect(adaBack.me).toEqual(me);
  expect(boBack.me).toMatchObject({ person: bo.me.person, name: "Bo", seat: "beijing" });
  expect(adaBack.view()).toEqual(adas);
  expect(boBack.view()).toEqual(bos);
  // What was sent before the end and is sent again is answered the same, and not carried out twice.
  expect(await adaBack.ask("order", { id: "one", command: anyMove(adaBack) })).toEqual(acknowledged[0]);
  expect(await boBack.ask("order", { id: "two", command: anyMove(boBack) })).toMatchObject({ ok: true });
  await hostBack.ask("pace", { paused: false, secondsPerWeek: 0.5 });
  await adaBack.until(() => adaBack.view().pub.tick >= adas.pub.tick + 2);
  expect(adaBack.view().pub.holders.slice(0, 2)).toEqual(["people", "people"]);
  await second.end("SIGTERM");
});

test("killed in the middle of orders and weeks, it comes back with all that was acknowledged", async () => {
  const env = { DATA_DIR: newFolder(), MESSAGES_PER_SECOND: "1000" };
  const first = await startProcess(env);
  const { made, ada, bo } = await startGame(first.url);
  const told: number[] = [];
  const work = async (guest: Guest) => {
    for (let i = 0; guest.room.connection.isOpen; i++) {
      const [command] = legal(rules, guest.view());
      const reply = command && (await guest.ask("order", { id: `w${i}`, command }).catch(() => undefined));
      if (reply?.ok) told.push(reply.n);
      else await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  const working = Promise.all([work(ada), work(bo)]);
  await ada.until(() => ada.view().pub.tick >= 3);
  await first.end("SIGKILL");
  await working;
  const second = await startProcess(env);
  const { lines } = await folded(second.url, made);
  expect(told.length).toBeGreaterThan(1);
  for (const n of told) expect(lines[n - 1]).toMatchObject({ n, kind: "order" });
  expect(lines.filter((line) => line.kind === "week").length).toBeGreaterThanOrEqual(3);
  await second.end("SIGTERM");
});

test("what is wrong at the start is said in words", async () => {
  await expect(startProcess({ PORT: "many" })).rejects.toThrow(/ended with 1: .*PORT="many"/s);
  const env = { DATA_DIR: newFolder() };
  const first = await startProcess(env);
  await expect(startProcess(env)).rejects.toThrow(/ended with 1: Cannot use the database/);
  const taken = createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => taken.once("listening", resolve));
  const { port } = taken.address() as { port: number };
  await expect(startProcess({ DATA_DIR: newFolder(), PORT: String(port) })).rejects.toThrow(
    `Port ${port} is taken`,
  );
  taken.close();
  await first.end("SIGTERM");
});
