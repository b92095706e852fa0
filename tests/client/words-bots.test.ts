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
      expect(because(deed)).toMatch(/^[A-Z].*[^.]\.$/);
      expect(because(deed)).not.toMatch(/undefined|NaN/);
    }
  }, 60_000);

  test.each(CODES)("%s is told in one sentence, with the figure unless it has none", (why) => {
    const text = because({ why, amount: 0.62 });
    expect(text).toMatch(/^[A-Z].*\.$/);
    expect(/\d/.test(text)).toBe(REASONS[why] !== "none");
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
