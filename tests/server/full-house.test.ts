import { expect, test } from "vitest";
import { loadScenario } from "../../server/scenarios.ts";
import { mixedBots } from "../../shared/bots/table.ts";
import { fold } from "../../shared/journal.ts";
import { newStream } from "../../shared/random.ts";
import { digest } from "../../shared/state.ts";
import { seatsOf } from "../../shared/step.ts";
import { exported, type Guest, join, newSession, startServer } from "../helpers/server.ts";
import { newTime, passUntil } from "../helpers/timers.ts";

const SCENARIO = "brussels-2026";
const WEEKS = 26;
/** Weeks in which some lose their connection, and the weeks after which they are back. */
const LOST = { from: 9, until: 11, seats: ["DE", "beijing", "MT"] };

test("a table of twenty-nine people plays on at once, some drop out and come back, and all of it is in the record", async () => {
  const { rules } = loadScenario(SCENARIO);
  const time = newTime();
  // Everybody comes from one school, behind one address.
  const server = await startServer({ timers: time, now: time.now });
  const made = await newSession(server.url, { scenario: SCENARIO, preset: "class" });
  const host = await join(server.url, made.code, { token: made.hostToken });
  const seats = seatsOf(rules);
  const table = new Map<string, Guest>();
  for (const seat of seats) table.set(seat, await join(server.url, made.code, { seat, name: `of ${seat}` }));
  expect([...table].map(([seat, guest]) => [seat, guest.me.seat])).toEqual(seats.map((seat) => [seat, seat]));
  expect(await host.ask("start")).toEqual({ ok: true });

  /** What each person was told was done, by the line it stands in. */
  const acknowledged = new Map<number, { seat: string; by: string; command: object }>();
  const refusals: string[] = [];
  const doctrine = mixedBots(7);
  /** A person of this seat gives what a doctrine wants of what the person sees, order after order. */
  const act = async (seat: (typeof seats)[number], guest: Guest, week: number): Promise<void> => {
    const view = guest.view();
    const wishes = doctrine(seat).decide(rules, view, newStream(7, `${seat}/${week}`));
    for (const [k, { command }] of wishes.entries()) {
      const reply = await guest.ask("order", { id: `${seat}-${week}-${k}`, command });
      if (reply.ok) acknowledged.set(reply.n, { seat, by: guest.me.person, command });
      else refusals.push(reply.rejection.code);
    }
  };

  for (let week = 0; week < WEEKS; week++) {
    const gone = (seat: string) => LOST.seats.includes(seat) && week >= LOST.from && week < LOST.until;
    if (week === LOST.from) for (const seat of LOST.seats) await table.get(seat)!.leave();
    if (week === LOST.until)
      for (const seat of LOST.seats) {
        const back = await join(server.url, made.code, { token: table.get(seat)!.me.token! });
        expect([back.me.seat, back.me.person]).toEqual([seat, table.get(seat)!.me.person]);
        table.set(seat, back);
      }
    const here = seats.filter((seat) => !gone(seat));
    await passUntil(time, () => here.every((seat) => table.get(seat)!.view().pub.tick >= week));
    await Promise.all(here.map((seat) => act(seat, table.get(seat)!, week)));
  }
  expect(await host.ask("end")).toEqual({ ok: true });
  await Promise.all([...table.values()].map((guest) => guest.until(() => guest.session().phase === "over")));

  const play = await server.app.sessions.play(made.code);
  for (const [seat, guest] of table)
    expect(guest.view()).toEqual(play.match.view(seat as (typeof seats)[number]));
  const journal = await exported(server.url, made);
  const orders = journal.lines.flatMap((line, n) =>
    line.kind === "order" && line.by !== "bot" ? [[n + 1, line] as const] : [],
  );
  expect(orders.map(([n, { seat, by, command }]) => [n, { seat, by, command }])).toEqual(
    [...acknowledged].sort(([a], [b]) => a - b),
  );
  expect(new Set(orders.map(([, { seat }]) => seat)).size).toBeGreaterThan(20);
  expect(orders.length).toBeGreaterThan(150);
  expect(refusals).not.toContain("malformed");
  expect(refusals.length).toBeLessThan(orders.length / 4);
  expect(digest(fold(rules, journal))).toBe(digest(play.match.state));
  expect(play.match.state.tick).toBeGreaterThanOrEqual(WEEKS - 1);
});
