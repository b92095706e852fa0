// Bots can say why: every doctrine has an aim, every reason a sentence with its figure, and no reason is without a use.

import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { because } from "../../client/because.ts";
import { speech } from "../../client/speech.ts";
import type { Deed } from "../../shared/bots/bot.ts";
import { REASONS, type Reason } from "../../shared/bots/reason.ts";
import { botsFor, mixedBots } from "../../shared/bots/table.ts";
import { seatsOf } from "../../shared/step.ts";
import { newGame, playOut } from "../helpers/play.ts";
import { brussels } from "../helpers/scenario.ts";

const { rules } = brussels;
const CODES = Object.keys(REASONS) as Reason[];

/** Deeds of whole games, by reason. */
function heard(seeds: readonly number[]): Map<Reason, Deed> {
  const deeds = new Map<Reason, Deed>();
  for (const seed of seeds) {
    const mixed = mixedBots(seed);
    playOut(
      newGame(rules, {
        seed,
        preset: "class",
        botOf: (seat) => ({
          id: mixed(seat).id,
          decide(...given) {
            const made = mixed(seat).decide(...given);
            for (const deed of made) deeds.set(deed.why, deed);
            return made;
          },
        }),
      }),
    );
  }
  return deeds;
}

describe("reasons", () => {
  test("all that bots give in games have a sentence with a figure that is one", () => {
    const deeds = heard([1, 2, 3, 4]);
    expect(deeds.size).toBeGreaterThan(35);
    for (const deed of deeds.values()) {
      expect(CODES).toContain(deed.why);
      expect([deed.why, Number.isFinite(deed.amount)]).toEqual([deed.why, true]);
      // A figure of nothing is no reason, and none is given then.
      const text = because(deed);
      if (text === undefined) expect(Math.abs(deed.amount), deed.why).toBeLessThan(0.5);
      else expect(text).toMatch(/^[A-Z].*[^.]\.$/);
      expect(text ?? "").not.toMatch(/undefined|NaN/);
    }
  }, 60_000);

  test.each(CODES)("%s is told in one sentence, with the figure unless it has none", (why) => {
    const text = because({ why, amount: 0.62 })!;
    expect(text).toMatch(/^[A-Z].*\.$/);
    expect(/\d/.test(text)).toBe(REASONS[why] !== "none");
  });

  test.each(CODES)("%s speaks to whoever sits there, not of a third", (why) =>
    expect(because({ why, amount: 0.62 })).not.toMatch(
      /\b(worth .* to it|its (own|line|vote|way)|it (leans|has|likes))\b/i,
    ),
  );

  test("a figure of zero is no reason, but where so little is one", () => {
    expect(because({ why: "injury", amount: 0 })).toBeUndefined();
    expect(because({ why: "stock", amount: 0.2 })).toBeUndefined();
    expect(because({ why: "stock", amount: 2 })).toMatch(/2 weeks/);
    expect(because({ why: "scoreboard", amount: 0 })).toMatch(/^Only 0/);
    expect(because({ why: "goal", amount: 0 })).toMatch(/secret aims/);
  });

  test("doctrines are told apart though their names have commas", () => {
    const text = speech.adviser.by(["Prepare, then press", "Broker"], -1);
    expect(text).toBe("Lines of play that do so: “Prepare, then press”; “Broker”.");
    expect(speech.adviser.by(["A", "B", "C"], 2)).toContain("“C”; 2 more.");
  });

  test("opening is reasoned with face, not with capital", () => {
    const text = because({ why: "open", amount: 60 });
    expect(text).toMatch(/^Face .*60 of 100/);
    expect(text).not.toMatch(/capital|points/);
  });

  test("none is without a use", () => {
    const folder = new URL("../../shared/bots/", import.meta.url);
    const source = readdirSync(folder)
      .filter((name) => name !== "reason.ts")
      .map((name) => readFileSync(new URL(name, folder), "utf8"))
      .join("\n");
    const given = (why: Reason) =>
      source.includes(`"${why}"`) || (why.startsWith("envoy-") && source.includes("`envoy-${"));
    expect(CODES.filter((why) => !given(why))).toEqual([]);
  });
});

describe("doctrines", () => {
  const all = [...new Set(seatsOf(rules).flatMap((seat) => botsFor(seat).map((bot) => bot.id)))];

  test.each(all)("%s has a name and an aim of one to three sentences", (id) => {
    const { name, aim } = speech.doctrines[id]!;
    expect(name.length).toBeLessThanOrEqual(24);
    expect(aim.match(/[.?](?= |$)/g)!.length).toBeLessThanOrEqual(3);
    expect(aim.length).toBeLessThan(220);
  });
});
