// What the host has set, as it is read back: what cannot be read is lost, and the game is not.

import { expect, test } from "vitest";
import { parseSettings, type Settings } from "../../server/settings.ts";
import { openStore } from "../../server/store.ts";
import { join, newSession, startServer } from "../helpers/server.ts";
import { newTime, passUntil } from "../helpers/timers.ts";
import { newFolder } from "./helpers/folder.ts";

const preset: Settings = { secondsPerWeek: 20, mode: "running", paused: false, freeText: true };
const stored: Settings = { secondsPerWeek: 7, mode: "stop-and-think", paused: true, freeText: false };

test.each<[string, string | null, Partial<Settings>, string[]]>([
  ["nothing was ever set", null, {}, []],
  ["all as it was", JSON.stringify(stored), stored, []],
  ["a field that this server does not know", JSON.stringify({ ...stored, volume: 3 }), stored, ["volume"]],
  [
    "a field of an older server is missing",
    JSON.stringify({ ...stored, freeText: undefined }),
    { ...stored, freeText: true },
    ["freeText"],
  ],
  [
    "a mode that there is no more",
    JSON.stringify({ ...stored, mode: "blitz" }),
    { ...stored, mode: "running" },
    ["mode"],
  ],
  [
    "a week of no time",
    JSON.stringify({ ...stored, secondsPerWeek: 0 }),
    { ...stored, secondsPerWeek: 20 },
    ["secondsPerWeek"],
  ],
  ["no JSON", '{"paused":', {}, ["all"]],
  ["no object", "[1]", {}, ["all"]],
  ["null", "null", {}, ["all"]],
])("%s", (_, text, set, lost) =>
  expect(parseSettings(text, preset)).toEqual({ set: { ...preset, ...set }, lost }),
);

test("a session whose settings cannot be read is brought back with those of its preset, and the log says so", async () => {
  const time = newTime();
  const store = await openStore({ dataDir: newFolder(), now: () => new Date() });
  const server = await startServer({ store, timers: time });
  const made = await newSession(server.url, { solo: true, seat: "LT" });
  const me = await join(server.url, made.code, { token: made.hostToken });
  await me.ask("pace", { mode: "running", secondsPerWeek: 1 });
  await passUntil(time, () => me.view().pub.tick >= 3);
  await me.leave();
  await passUntil(time, () => server.app.sessions.size === 0);
  const { id } = (await store.sessionWithCode(made.code))!;
  await store.saveSettings(id, '{"mode":"blitz"}');
  const back = await join(server.url, made.code, { token: made.hostToken });
  expect(back.view().pub.tick).toBeGreaterThanOrEqual(3);
  expect(back.session().mode).toBe("stop-and-think");
  expect(server.logged).toContainEqual(
    expect.objectContaining({ code: made.code, lost: ["secondsPerWeek", "mode", "paused", "freeText"] }),
  );
});
