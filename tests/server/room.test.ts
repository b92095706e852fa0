import { isDeepStrictEqual } from "node:util";
import { describe, expect, test } from "vitest";
import type { Play } from "../../server/play.ts";
import type { Bot } from "../../shared/bots/bot.ts";
import { fold } from "../../shared/journal.ts";
import { type Command, legal } from "../../shared/moves/table.ts";
import { digest } from "../../shared/state.ts";
import { tiny } from "../helpers/scenario.ts";
import { exported, type Guest, join, newSession, startServer, type TestServer } from "../helpers/server.ts";
import { newTime, passUntil, type TestTime } from "../helpers/timers.ts";

const { rules } = tiny;

/** A server whose time stands still until the test moves it. */
async function startStill(options: Parameters<typeof startServer>[0] = {}) {
  const time = newTime();
  const server = await startServer({ timers: time, now: time.now, ...options });
  return { ...server, time };
}

/** Lets weeks pass until the guest sees this one. */
const until = (time: TestTime, guest: Guest, tick: number): Promise<void> =>
  passUntil(time, () => guest.view().pub.tick >= tick);

const playOf = (server: TestServer, code: string): Promise<Play> => server.app.sessions.play(code);

/** Something this seat may do now. */
function anyMove(guest: Guest): Command {
  const [command] = legal(rules, guest.view());
  if (!command) throw new Error(`${guest.me.seat} can do nothing`);
  return command;
}

/** A game under way with these people in it. */
async function startGame<S extends Record<string, object>>(server: TestServer, people: S) {
  const made = await newSession(server.url);
  const host = await join(server.url, made.code, { token: made.hostToken });
  const guests: Guest[] = [];
  for (const options of Object.values(people)) guests.push(await join(server.url, made.code, options));
  expect(await host.ask("start")).toEqual({ ok: true });
  const named = Object.fromEntries(Object.keys(people).map((name, i) => [name, guests[i]!]));
  return { made, host, ...(named as { [K in keyof S]: Guest }) };
}

describe("a game of people", () => {
  test("each sees the session, the public part and their own part, as the match has them", async () => {
    const server = await startStill();
    const { made, host, ada, bo } = await startGame(server, {
      ada: { name: "Ada", seat: "DE" },
      bo: { name: "Bo", seat: "beijing" },
    });
    await until(server.time, ada, 3);
    await until(server.time, bo, 3);
    const play = await playOf(server, made.code);
    expect(play.match.state.tick).toBe(3);
    expect(ada.view()).toEqual(play.match.view("DE"));
    expect(bo.view()).toEqual(play.match.view("beijing"));
    expect(ada.session()).toMatchObject({
      code: made.code,
      scenario: "tiny",
      preset: "class",
      phase: "running",
    });
    expect(ada.session().people).toEqual([
      { id: "host", name: "Host", seat: "facilitator", here: true },
      { id: ada.me.person, name: "Ada", seat: "DE", here: true },
      { id: bo.me.person, name: "Bo", seat: "beijing", here: true },
    ]);
    expect(ada.view().pub.holders).toEqual(["bot", "people", "people", "bot", "bot"]);
    expect(host.me).toMatchObject({ host: true, seat: "facilitator" });
  });

  test("an order is acknowledged with its line, kept with its person, and shown to the others", async () => {
    const server = await startStill();
    const { made, ada, bo } = await startGame(server, { ada: { seat: "commission" }, bo: { seat: "FR" } });
    const command = anyMove(ada);
    const points = ada.view().own.points;
    const reply = await ada.ask("order", { id: "first", command });
    expect(reply).toEqual({ ok: true, n: expect.any(Number) });
    const { lines } = await exported(server.url, made);
    expect(lines.at(-1)).toEqual({
      n: (reply as { n: number }).n,
      ...{ kind: "order", seat: "commission", by: ada.me.person, command },
    });
    const play = await playOf(server, made.code);
    expect(ada.view()).toEqual(play.match.view("commission"));
    expect(ada.view().own.points).toBeLessThanOrEqual(points);
    await bo.until(() => isDeepStrictEqual(bo.view(), play.match.view("FR")));
  });

  test("a refused order is answered with its reason and changes nothing", async () => {
    const server = await startStill();
    const { made, ada } = await startGame(server, { ada: { seat: "FR" } });
    const before = await exported(server.url, made);
    const order = {
      id: "a",
      command: { kind: "set-licence-mode", input: "magnets", mode: "embargo" } as Command,
    };
    expect(await ada.ask("order", order)).toEqual({ ok: false, rejection: { code: "not-your-seat" } });
    expect(await exported(server.url, made)).toEqual(before);
  });

  test("an order sent again is answered again and carried out once", async () => {
    const server = await startStill();
    const { made, ada, bo } = await startGame(server, {
      ada: { seat: "commission" },
      bo: { seat: "beijing" },
    });
    const command = anyMove(ada);
    const replies = await Promise.all([1, 2, 3].map(() => ada.ask("order", { id: "same", command })));
    expect(replies[0]).toMatchObject({ ok: true });
    expect([replies[1], replies[2]]).toEqual([replies[0], replies[0]]);
    expect(await ada.ask("order", { id: "same", command: anyMove(ada) })).toEqual(replies[0]);
    const own = await bo.ask("order", { id: "same", command: anyMove(bo) });
    expect(own).toMatchObject({ ok: true });
    expect(own).not.toEqual(replies[0]);
    const orders = (await exported(server.url, made)).lines.filter((line) => line.kind === "order");
    expect(orders).toHaveLength(2);
  });

  test("people of one seat see the same, all act, and the journal knows who", async () => {
    const server = await startStill();
    const { made, ada, bo } = await startGame(server, {
      ada: { seat: "commission" },
      bo: { seat: "commission" },
    });
    await ada.ask("order", { id: "1", command: anyMove(ada) });
    await bo.until(() => isDeepStrictEqual(bo.view(), ada.view()));
    await bo.ask("order", { id: "1", command: anyMove(bo) });
    const orders = (await exported(server.url, made)).lines.filter((line) => line.kind === "order");
    expect(orders.map((line) => line.by)).toEqual([ada.me.person, bo.me.person]);
  });

  test("why a number changed is told to those who may know the number", async () => {
    const server = await startStill();
    const { ada, bo } = await startGame(server, { ada: { seat: "DE" }, bo: { seat: "beijing" } });
    await until(server.time, ada, 2);
    const heat = await ada.ask("why", { indicator: "heat", k: 0 });
    expect(heat).toMatchObject({ ok: true, why: { indicator: "heat", tick: 2 } });
    expect(await ada.ask("why", { indicator: "reputation", k: 0 })).toEqual({ ok: true, why: null });
    expect(await bo.ask("why", { indicator: "reputation", k: 0 })).toMatchObject({
      why: { indicator: "reputation" },
    });
    expect(await ada.ask("why", { indicator: "__proto__", k: 0 })).toEqual({ ok: true, why: null });
  });
});

describe("secrets", () => {
  test("of one seat are in no byte that another receives", async () => {
    const server = await startStill();
    const { made, ada, bo, cy, dee } = await startGame(server, {
      ada: { seat: "commission" },
      bo: { seat: "beijing" },
      cy: { seat: "FR" },
      dee: { as: "projector" },
    });
    const { match } = await playOf(server, made.code);
    // Numbers that occur nowhere else: three bytes each on the wire.
    match.state.commission.money = 54_321;
    match.state.members[1]!.purse = 33_333;
    const offer = { gift: "plant", ask: "silence", vote: "", made: 1, until: 9, state: "open" } as const;
    match.state.offers.push(
      { id: "oPARIS", to: "FR", exposed: false, ends: 0, ...offer },
      { id: "oVILNIUS", to: "LT", exposed: false, ends: 0, ...offer },
    );
    await Promise.all([ada, bo, cy, dee].map((guest) => until(server.time, guest, 1)));
    const int = (n: number) => Buffer.from([0xcd, n & 255, n >> 8]);
    const numbers = [ada.view().own.money, cy.view().own.money];
    for (const number of numbers) expect(number).toBeGreaterThan(30_000);
    const secrets = [...numbers.map(int), "oPARIS", "oVILNIUS"];
    const saw = (guest: Guest) => secrets.map((secret) => Buffer.concat(guest.frames).includes(secret));
    expect([ada, bo, cy, dee].map(saw)).toEqual([
      [true, false, false, false],
      [false, false, true, true],
      [false, true, true, false],
      [false, false, false, false],
    ]);
  });

  test("an onlooker sees the public part and orders nothing", async () => {
    const server = await startStill();
    const { made, wall } = await startGame(server, { wall: { as: "projector" } });
    const play = await playOf(server, made.code);
    expect(wall.view()).toEqual(play.match.view("projector"));
    expect(await wall.ask("order", { id: "a", command: { kind: "send-mission" } as Command })).toEqual({
      ok: false,
      rejection: { code: "no-seat" },
    });
  });

  test("tokens are nowhere in the state", async () => {
    const server = await startStill();
    const { made, host, ada } = await startGame(server, { ada: { seat: "DE" } });
    const bytes = Buffer.concat([...host.frames, ...ada.frames.slice(0, 1)]);
    expect(bytes.includes(made.hostToken)).toBe(false);
    expect(bytes.includes(ada.me.token!)).toBe(false);
  });
});

describe("coming back", () => {
  test("with the token the person and the seat are the same, without it they are new", async () => {
    const server = await startStill();
    const { made, ada } = await startGame(server, { ada: { seat: "DE", name: "Ada" } });
    const token = ada.me.token!;
    await ada.leave();
    const back = await join(server.url, made.code, { token });
    expect(back.me).toEqual({ person: ada.me.person, name: "Ada", seat: "DE", host: false });
    const other = await join(server.url, made.code, { name: "Ada" });
    expect(other.me).toMatchObject({ name: "Ada 2", seat: "commission" });
    expect(other.me.token).not.toBe(token);
  });

  test("while the old connection still hangs, too", async () => {
    const server = await startStill();
    const { made, ada } = await startGame(server, { ada: { seat: "DE" } });
    const back = await join(server.url, made.code, { token: ada.me.token! });
    expect(back.me.person).toBe(ada.me.person);
    await ada.leave();
    await back.until(({ me }) => back.session().people.some((p) => p.id === me.person && p.here));
    expect(back.view().pub.holders[2]).toBe("people");
  });

  test("a token of another session is worth nothing here", async () => {
    const server = await startStill();
    const other = await newSession(server.url);
    const { made } = await startGame(server, {});
    const guest = await join(server.url, made.code, { token: other.hostToken });
    expect(guest.me.host).toBe(false);
  });

  test("a code that is none is answered in words", async () => {
    const { url } = await startServer();
    for (const code of ["HHHHHH", "nonsense"])
      await expect(join(url, code)).rejects.toThrow("no-such-session");
  });
});

describe("seats", () => {
  test("newcomers find the best free one, and a session that is full says so", async () => {
    const server = await startStill({ env: { MAX_CLIENTS_PER_ROOM: "4" } });
    const { code } = await newSession(server.url);
    const seats: string[] = [];
    for (let i = 0; i < 4; i++) seats.push((await join(server.url, code)).me.seat);
    expect(seats).toEqual(["commission", "beijing", "DE", "FR"]);
    await expect(join(server.url, code)).rejects.toThrow("session-full");
  });

  test("in the lobby anybody may move, and then sees with other eyes", async () => {
    const server = await startStill();
    const { code } = await newSession(server.url);
    const guest = await join(server.url, code, { seat: "DE" });
    expect(await guest.ask("seat", { seat: "beijing" })).toEqual({ ok: true, seat: "beijing" });
    guest.me = { ...guest.me, seat: "beijing" };
    const play = await playOf(server, code);
    await guest.until(() => guest.view().own.face > 0);
    expect(guest.view()).toEqual(play.match.view("beijing"));
    expect(guest.session().people[1]).toMatchObject({ seat: "beijing" });
    expect(await guest.ask("seat", { seat: "MT" })).toEqual({
      ok: false,
      rejection: { code: "no-such-seat" },
    });
  });

  test("later nobody takes the secrets of a seat to another, but an onlooker finds a free one", async () => {
    const server = await startStill();
    const { ada, bo } = await startGame(server, { ada: { seat: "DE" }, bo: { as: "observer" } });
    expect(await ada.ask("seat", { seat: "FR" })).toEqual({ ok: false, rejection: { code: "not-now" } });
    expect(await bo.ask("seat", { seat: "DE" })).toEqual({ ok: false, rejection: { code: "seat-held" } });
    expect(await bo.ask("seat", { seat: "FR" })).toEqual({ ok: true, seat: "FR" });
    await bo.until(() => bo.view().pub.holders[3] === "people");
  });

  test("a bot takes over after the grace time, and hands back at once", async () => {
    const acted: string[] = [];
    const bot = (seat: string): Bot => ({
      id: "watcher",
      decide() {
        acted.push(seat);
        return [];
      },
    });
    const server = await startStill({ botsOf: () => bot });
    const { made, host, ada } = await startGame(server, { ada: { seat: "DE" } });
    await host.ask("pace", { paused: true });
    await ada.leave();
    await host.until(() => host.session().people.some((p) => p.id === ada.me.person && !p.here));
    await server.time.pass(29_000);
    expect(host.view().pub.holders[2]).toBe("people");
    await server.time.pass(1_000);
    await host.until(() => host.view().pub.holders[2] === "bot");
    await host.ask("pace", { paused: false });
    await until(server.time, host, 1);
    expect(acted).toContain("DE");
    const back = await join(server.url, made.code, { token: ada.me.token! });
    expect(back.view().pub.holders[2]).toBe("people");
    const changes = (await exported(server.url, made)).lines.filter((line) => line.kind === "holder");
    expect(changes.map((line) => line.holder)).toEqual(["people", "bot", "people"]);
  });
});

describe("words of one's own", () => {
  /** A room of Brussels and Beijing, and what is asked to be said in it. */
  async function talking() {
    const server = await startStill();
    const { host, ada, bo } = await startGame(server, {
      ada: { seat: "commission" },
      bo: { seat: "beijing" },
    });
    await host.ask("pace", { paused: true });
    const talk = ada.view().own.talks[0]!.id;
    let n = 0;
    const say = (what: { text: string } | { phrase: "no-but" }) =>
      ada.ask("order", { id: `say-${n++}`, command: { kind: "say", talk, ...what } });
    return { host, ada, bo, say };
  }

  test("are refused with a reason once the host has switched them off, phrases are not", async () => {
    const { host, ada, bo, say } = await talking();
    expect(ada.session().freeText).toBe(true);
    expect(await say({ text: "Hello." })).toMatchObject({ ok: true });
    expect(await host.ask("words", { freeText: false })).toEqual({ ok: true });
    await ada.until(() => !ada.session().freeText);
    expect(await say({ text: "Hello again." })).toEqual({ ok: false, rejection: { code: "words-off" } });
    expect(await say({ phrase: "no-but" })).toMatchObject({ ok: true });
    await bo.until(() => bo.view().own.lines.length === 2);
    expect(bo.view().own.lines.map((line) => line.text)).toEqual(["Hello.", ""]);
    await host.ask("words", { freeText: true });
    expect(await say({ text: "At last." })).toMatchObject({ ok: true });
  });

  test("nobody but the host switches them, and a switch that is none changes nothing", async () => {
    const { host, ada } = await talking();
    expect(await ada.ask("words", { freeText: false })).toEqual({
      ok: false,
      rejection: { code: "not-host" },
    });
    expect(await host.ask("words", { freeText: "no" } as never)).toEqual({
      ok: false,
      rejection: { code: "bad-request" },
    });
    expect(host.session().freeText).toBe(true);
  });
});

describe("the clock", () => {
  test("waits in the lobby, for the host, and for anybody at all", async () => {
    const server = await startStill();
    const made = await newSession(server.url);
    const host = await join(server.url, made.code, { token: made.hostToken });
    const ada = await join(server.url, made.code, { seat: "DE" });
    const { match } = await playOf(server, made.code);
    const wait = async (millis: number) => {
      await server.time.pass(millis);
      await new Promise((resolve) => setTimeout(resolve, 20));
    };
    await wait(60_000);
    expect(match.state.tick).toBe(0);
    expect(await ada.ask("start")).toEqual({ ok: false, rejection: { code: "not-host" } });
    expect(await ada.ask("order", { id: "a", command: anyMove(ada) })).toMatchObject({
      rejection: { code: "not-now" },
    });
    await host.ask("start");
    expect(await host.ask("start")).toEqual({ ok: false, rejection: { code: "not-now" } });
    expect(await ada.ask("pace", { paused: true })).toEqual({ ok: false, rejection: { code: "not-host" } });
    await host.ask("pace", { paused: true });
    await wait(60_000);
    expect(match.state.tick).toBe(0);
    await host.ask("pace", { paused: false, secondsPerWeek: 2 });
    await ada.until(() => ada.session().secondsPerWeek === 2);
    await until(server.time, ada, 2);
    await Promise.all([host.leave(), ada.leave()]);
    await wait(600);
    const { tick } = match.state;
    await wait(20_000);
    expect(match.state.tick).toBe(tick);
    const back = await join(server.url, made.code, { token: ada.me.token! });
    await until(server.time, back, tick + 1);
  });

  test("for one who plays alone it runs until there is something to decide", async () => {
    const server = await startStill();
    const made = await newSession(server.url, { solo: true, seat: "commission", preset: "quick" });
    const me = await join(server.url, made.code, { token: made.hostToken, name: "Ada" });
    expect(me.me).toMatchObject({ seat: "commission", host: true, name: "Ada" });
    expect(me.session()).toMatchObject({ phase: "running", mode: "stop-and-think", waiting: ["commission"] });
    await server.time.pass(60_000);
    expect(me.view().pub.tick).toBe(0);
    expect(await me.ask("continue")).toEqual({ ok: true });
    await until(server.time, me, 1);
    await me.until(() => me.session().waiting.length > 0 || me.view().pub.tick > 20);
    expect(me.session().waiting).toEqual(["commission"]);
    await expect(join(server.url, made.code)).rejects.toThrow("session-full");
    expect((await join(server.url, made.code, { as: "observer" })).me.seat).toBe("observer");
  });
});

test("the host ends the game in its week, and everybody comes to the same end, also after a replay", async () => {
  const server = await startStill();
  const { made, host, ada } = await startGame(server, { ada: { seat: "commission" } });
  expect(await host.ask("end")).toEqual({ ok: false, rejection: { code: "not-now" } });
  await until(server.time, ada, 4);
  expect(await ada.ask("end")).toEqual({ ok: false, rejection: { code: "not-host" } });
  expect(await host.ask("end")).toEqual({ ok: true });
  expect(await host.ask("end")).toEqual({ ok: false, rejection: { code: "not-now" } });
  await ada.until(() => ada.session().phase === "over");
  const { tick, weeks, ending } = ada.view().pub;
  expect([weeks, ending!.tick]).toEqual([tick, tick]);
  expect(await ada.ask("result")).toMatchObject({ ok: true, result: { ending, weeks: tick } });
  const journal = await exported(server.url, made);
  expect(journal.lines.some((line) => line.kind === "end")).toBe(true);
  expect(fold(rules, journal).ending).toEqual(ending);
  await server.time.pass(60_000);
  expect(ada.view().pub.tick).toBe(tick);
});

test("at the end everything is open, to whoever comes back as well", async () => {
  const server = await startStill();
  const made = await newSession(server.url, { solo: true, seat: "LT", preset: "quick" });
  const me = await join(server.url, made.code, { token: made.hostToken });
  expect(await me.ask("result")).toEqual({ ok: false, rejection: { code: "not-now" } });
  const watcher = await join(server.url, made.code, { as: "observer" });
  const asWatcher = { ...made, hostToken: watcher.me.token! };
  await expect(exported(server.url, asWatcher)).rejects.toThrow("403");
  await me.ask("pace", { mode: "running", secondsPerWeek: 1 });
  await until(server.time, me, me.view().pub.weeks);
  await me.until(() => me.session().phase === "over");
  expect(me.view().pub.ending).not.toBeNull();
  const reply = await me.ask("result");
  expect(reply).toMatchObject({ ok: true, result: { ending: me.view().pub.ending } });
  expect(await me.ask("order", { id: "late", command: { kind: "send-mission" } as Command })).toEqual({
    ok: false,
    rejection: { code: "game-over" },
  });
  const journal = await exported(server.url, made);
  expect(await exported(server.url, asWatcher)).toEqual(journal);
  const play = await playOf(server, made.code);
  expect(digest(fold(rules, journal))).toBe(digest(play.match.state));
  await Promise.all([me.leave(), watcher.leave()]);
  // Nobody is here for long: the room goes away, and comes back for whoever asks.
  await server.time.pass(1_300_000);
  expect(server.app.sessions.size).toBe(0);
  const back = await join(server.url, made.code, { token: made.hostToken });
  expect(back.session().phase).toBe("over");
  expect(await back.ask("result")).toEqual(reply);
});
