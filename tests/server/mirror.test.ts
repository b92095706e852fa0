import { type Decoder, Encoder, Reflection, type StateView } from "@colyseus/schema";
import { describe, expect, test } from "vitest";
import { type Mirror, newMirror } from "../../server/mirror.ts";
import { type Mirrored, sessionOf, viewIn } from "../../shared/mirror.ts";
import { below, newStream } from "../../shared/random.ts";
import type { Viewpoint } from "../../shared/seat.ts";
import { seatsOf } from "../../shared/step.ts";
import type { Doc, Part } from "../../shared/wire.ts";
import { flatten } from "../../shared/wire.ts";
import { anarchist, newGame } from "../helpers/play.ts";
import { tiny } from "../helpers/scenario.ts";

/** One end of a wire, as Colyseus drives it: a full state for a newcomer, then patches. */
function newEnd(mirror: Mirror) {
  const encoder = new Encoder(mirror.state);
  const handshake = Buffer.from(Reflection.encode(encoder));
  const ends: { view: StateView | undefined; decoder: Decoder; received: Buffer[] }[] = [];
  return {
    join(view?: StateView) {
      const it = { offset: 0 };
      const shared = encoder.encodeAll(it);
      const full = view ? encoder.encodeAllView(view, it.offset, { ...it }) : shared;
      const decoder = Reflection.decode(handshake) as Decoder;
      const end = { view, decoder, received: [Buffer.from(full)] };
      decoder.decode(end.received[0]!);
      ends.push(end);
      return end;
    },
    patch() {
      const it = { offset: 0 };
      const shared = Buffer.from(encoder.encode(it));
      const offset = it.offset;
      for (const end of ends) {
        const bytes = Buffer.from(end.view ? encoder.encodeView(end.view, offset, it) : shared);
        end.received.push(bytes);
        end.decoder.decode(bytes);
      }
      encoder.discardChanges();
    },
  };
}

const mirrored = (end: { decoder: Decoder }) => end.decoder.state as unknown as Mirrored;

function show(mirror: Mirror, match: ReturnType<typeof newGame>, seats: readonly Viewpoint[]): void {
  const { rules, state } = match;
  mirror.showPublic(flatten(rules, "pub", match.view("observer").pub, state.tick));
  for (const seat of seats) mirror.showOwn(seat, flatten(rules, "own", match.view(seat).own, state.tick));
}

test("what is read out of the mirror is the View of the seat, week after week", () => {
  const { rules } = tiny;
  const match = newGame(rules, { seed: 5, preset: "full", botOf: () => anarchist });
  const mirror = newMirror();
  const end = newEnd(mirror);
  const seats = seatsOf(rules);
  show(mirror, match, seats);
  const guests = new Map<Viewpoint, ReturnType<typeof end.join>>();
  const arrivals: (readonly Viewpoint[])[] = [
    ["DE", "observer"],
    ["beijing"],
    ["commission", "FR", "LT", "projector"],
  ];
  for (let week = 0; week < 120 && !match.state.ending; week++) {
    for (const seat of week % 20 === 0 ? (arrivals.shift() ?? []) : [])
      guests.set(seat, end.join(mirror.viewFor(seat)));
    match.advance();
    show(mirror, match, seats);
    end.patch();
    for (const [seat, guest] of guests)
      expect(viewIn(rules, mirrored(guest), seat)).toEqual(match.view(seat));
  }
  expect(guests.size).toBe(7);
});

test("a seat's own part reaches that seat alone, and moves with the person", () => {
  const mirror = newMirror();
  mirror.showPublic({ numbers: [1], docs: [{ list: "n", id: "a", text: '"EVERYBODY"' }] });
  mirror.showOwn("DE", { numbers: [55555], docs: [{ list: "o", id: "a", text: '"OF BERLIN"' }] });
  mirror.showOwn("FR", { numbers: [44444], docs: [{ list: "o", id: "a", text: '"OF PARIS"' }] });
  const end = newEnd(mirror);
  const view = mirror.viewFor("DE");
  const [de, fr, nobody] = [end.join(view), end.join(mirror.viewFor("FR")), end.join()];
  const keys = (of: { decoder: Decoder }) => {
    const found: string[] = [];
    mirrored(of).parts?.forEach((_, key) => void found.push(key));
    return found;
  };
  const saw = (of: { received: Buffer[] }, text: string) => of.received.some((bytes) => bytes.includes(text));
  expect([keys(de), keys(fr), keys(nobody)]).toEqual([["DE"], ["FR"], []]);
  expect([saw(de, "OF BERLIN"), saw(de, "OF PARIS"), saw(de, "EVERYBODY")]).toEqual([true, false, true]);
  expect([saw(fr, "OF BERLIN"), saw(fr, "OF PARIS"), saw(nobody, "OF ")]).toEqual([false, true, false]);
  mirror.turn(view, "DE", "FR");
  end.patch();
  expect([keys(de), saw(de, "OF PARIS")]).toEqual([["FR"], true]);
  mirror.showOwn("DE", { numbers: [1], docs: [{ list: "o", id: "b", text: '"LATER"' }] });
  end.patch();
  expect(saw(de, "LATER")).toBe(false);
});

test("two games that differ only in another seat's secrets are the same bytes", () => {
  const bytes = (secret: number) => {
    const mirror = newMirror();
    const end = newEnd(mirror);
    const own = (n: number): Part => ({ numbers: [n], docs: [{ list: "o", id: `x${n}`, text: String(n) }] });
    mirror.showPublic(own(7));
    for (const seat of ["beijing", "DE", "FR"] as const)
      mirror.showOwn(seat, own(seat === "beijing" ? secret : 7));
    const guests = [mirror.viewFor("DE"), mirror.viewFor("FR"), mirror.viewFor("observer")].map((v) =>
      end.join(v),
    );
    end.join(mirror.viewFor("beijing"));
    mirror.showPublic(own(8));
    mirror.showOwn("beijing", own(secret + 1));
    mirror.showOwn("DE", own(9));
    end.patch();
    return guests.map((guest) => Buffer.concat(guest.received).toString("hex"));
  };
  expect(bytes(1000)).toEqual(bytes(987_654));
});

describe("documents", () => {
  const doc = (id: string, text = `"${id}"`, list = "n"): Doc => ({ list, id, text });

  test("keep the order of their list whatever comes, goes and moves", () => {
    const mirror = newMirror();
    const end = newEnd(mirror);
    const guest = end.join();
    const read = () => {
      const rows: [number, string][] = [];
      mirrored(guest).pub.docs.forEach(
        (text, key) => void rows.push([Number.parseInt(key.slice(1), 36), text]),
      );
      return rows.sort((a, b) => a[0] - b[0]).map(([, text]) => text);
    };
    const random = newStream(3, "docs");
    for (let round = 0; round < 300; round++) {
      const ids = [..."abcdefgh"].filter(() => below(random, 3) > 0);
      for (let i = ids.length - 1; i > 0; i--) {
        if (below(random, 4) > 0) continue;
        const j = below(random, i + 1);
        [ids[i], ids[j]] = [ids[j]!, ids[i]!];
      }
      const docs = ids.map((id) => doc(id, `"${id}${below(random, 3)}"`));
      mirror.showPublic({ numbers: [], docs });
      end.patch();
      expect(read()).toEqual(docs.map(({ text }) => text));
    }
  });

  test("that stay the same are not sent again", () => {
    const mirror = newMirror();
    const end = newEnd(mirror);
    const guest = end.join();
    mirror.showPublic({ numbers: [5], docs: [doc("a"), doc("b")] });
    end.patch();
    mirror.showPublic({ numbers: [5], docs: [doc("b"), doc("c")] });
    end.patch();
    const last = guest.received.at(-1)!;
    expect([last.includes('"b"'), last.includes('"c"'), last.length < 20]).toEqual([false, true, true]);
    mirror.showPublic({ numbers: [5], docs: [doc("b"), doc("c")] });
    end.patch();
    expect(guest.received.at(-1)!.length).toBe(0);
  });
});

test("a newcomer receives the own part once", () => {
  const mirror = newMirror();
  const end = newEnd(mirror);
  mirror.showOwn("DE", { numbers: [1], docs: [{ list: "o", id: "a", text: '"OF BERLIN"' }] });
  end.patch();
  const guest = end.join(mirror.viewFor("DE"));
  mirror.showPublic({ numbers: [2], docs: [] });
  end.patch();
  expect(guest.received.map((bytes) => bytes.includes("OF BERLIN"))).toEqual([true, false]);
  mirror.showOwn("DE", { numbers: [1], docs: [{ list: "o", id: "a", text: '"NEW"' }] });
  end.patch();
  expect(guest.received.at(-1)!.includes("NEW")).toBe(true);
});

test("the session and its people are read back", () => {
  const mirror = newMirror();
  const end = newEnd(mirror);
  const guest = end.join();
  const session = {
    code: "K7P4QX",
    scenario: "tiny",
    preset: "class",
    solo: false,
    phase: "running",
    paused: true,
    secondsPerWeek: 9.5,
    mode: "stop-and-think",
    freeText: true,
    problem: "storage-full",
  } as const;
  mirror.set({ ...session, waiting: "DE beijing" });
  const ada = { id: "a", name: "Ada", seat: "DE", here: true } as const;
  mirror.showPeople([ada, { id: "b", name: "Bo", seat: "observer", here: false }]);
  end.patch();
  mirror.showPeople([{ ...ada, here: false }]);
  end.patch();
  expect(sessionOf(mirrored(guest))).toEqual({
    ...session,
    waiting: ["DE", "beijing"],
    people: [{ ...ada, here: false }],
  });
});
