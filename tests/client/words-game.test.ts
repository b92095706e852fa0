// The words of the game: a sentence for everything that happens, short enough to be read in passing; a word for every
// stretch of every clock and for everything that can be chosen.

import { beforeAll, describe, expect, test } from "vitest";
import { names, noteFiles, told, valueName } from "../../client/label.ts";
import { whoKnows } from "../../client/panels/log.tsx";
import { speech } from "../../client/speech.ts";
import { movesOf } from "../../shared/moves/table.ts";
import { NEWS, type NewsCode } from "../../shared/news.ts";
import { REJECTIONS } from "../../shared/rejection.ts";
import { PROJECT_STAGES } from "../../shared/scenario/start.ts";
import type { News } from "../../shared/state.ts";
import { seatsOf } from "../../shared/step.ts";
import { view } from "../../shared/view.ts";
import { newGame, playOut } from "../helpers/play.ts";
import { brussels } from "../helpers/scenario.ts";

const { rules } = brussels;

/** News of whole games, each once, and all stages and fields that ever came up. */
const heard: News[] = [];
const stages = new Set<string>();
const chosen = new Map<string, Set<string>>();

beforeAll(() => {
  for (const seed of [4, 5]) {
    const ids = new Set<string>();
    playOut(newGame(rules, { seed, preset: "quick" }), ({ state, view }) => {
      for (const item of state.news)
        if (!ids.has(item.id)) {
          ids.add(item.id);
          heard.push(item);
        }
      if (state.tick % 13 !== 1) return;
      for (const seat of seatsOf(rules).slice(0, 6)) {
        const seen = view(seat);
        noteFiles(rules, seen);
        for (const move of movesOf(seat))
          for (const command of move.options(rules, seen)) {
            for (const stage of move.clock(rules, seen, command)) stages.add(stage.name);
            for (const [field, value] of Object.entries(command)) {
              const names = chosen.get(field) ?? new Set();
              chosen.set(field, names.add(valueName(rules, seen, field, value)));
            }
          }
      }
    });
  }
});

const words = (text: string): number => text.split(/\s+/).filter((word) => /\p{L}|\d/u.test(word)).length;

/** What each code may be about, with the longest names there are. */
const longest = (list: readonly { id: string; name: string }[]) =>
  [...list].sort((a, b) => words(b.name) - words(a.name))[0]!.id;
const SAMPLE: Partial<Record<NewsCode, Partial<News>>> = {
  "squeeze-begun": {
    about: rules.inputs
      .filter((i) => i.stockable)
      .map((i) => i.id)
      .slice(0, 3),
  },
  "squeeze-ended": { about: ["magnets", "graphite"], amount: 14 },
  "licences-tightened": { about: ["gallium-germanium", "go-slow"] },
  "licences-loosened": { about: ["gallium-germanium", "case-by-case"] },
  "licences-aimed": { about: ["HU", "SK"], amount: 1.5 },
  "envoy-sent": { about: ["HU", "o1", "exemption", "silence"] },
  "offer-taken": { about: ["HU", "o1", "exemption", "silence"] },
  "offer-lapsed": { about: ["NL", "o1", "exemption", "silence"] },
  "statement-lapsed": { about: ["NL", longest(rules.files), "against"], amount: 3 },
  "offer-refused": { about: ["NL", "o1"] },
  "offer-published": { about: ["NL", "o1", "exemption", "silence"] },
  "deal-exposed": { about: ["NL", "o1", "exemption", "silence"] },
  "deal-ended": { about: ["NL", "o1"] },
  "word-known": { about: ["NL"], amount: -4 },
  "gift-broken": { about: ["NL", "o1", "exemption", "silence"] },
  "deal-broken": { about: ["NL", "o1", "exemption", "silence"] },
  "goods-held": { about: ["NL", longest(rules.sectors)], amount: 0.35 },
  "ban-exposed": { about: ["NL", longest(rules.sectors)] },
  "ban-lifted": { about: ["NL", longest(rules.sectors)] },
  "statement-made": { about: ["equal-dignity"], by: "beijing" },
  "licences-stopped": { about: ["gallium-germanium"], amount: 26 },
  "licences-resumed": { about: ["gallium-germanium"] },
  "statement-drafted": { about: ["NL", longest(rules.files), "against"], amount: 26 },
  "statement-signed": { about: [longest(rules.files), "against", "NL", "DE", "FR", "IT"] },
  "minority-declared": { about: [longest(rules.files), "NL", "DE", "FR", "IT"], amount: 50.9 },
  "signature-broken": { about: ["NL", longest(rules.files)] },
  "caucus-called": { about: [longest(rules.files), "NL"] },
  "caucus-bound": { about: [longest(rules.files), "MT", "LU", "CY", "EE", "LV"] },
  "caucus-decided": { about: [longest(rules.files), "MT", "LU", "CY", "EE", "LV"] },
  "report-written": { about: ["NL", longest(rules.files), "strict"] },
  "agenda-moved": { about: ["NL", longest(rules.files)], amount: 26 },
  "item-tabled": { about: ["NL", longest(rules.files)], amount: 3 },
  "stocks-mandated": { about: ["NL"], amount: 26 },
  "warning-given": { about: ["NL", longest(rules.files)], by: "beijing", amount: 26 },
  "warning-kept": { about: ["NL"], by: "beijing" },
  "warning-dropped": { about: ["NL"], by: "beijing" },
  "stock-shared": { about: ["NL", "BE", "gallium-germanium"], amount: 0.64 },
  "relief-granted": { about: ["NL", longest(rules.sectors)] },
  "plant-hosted": { about: ["NL", longest(rules.projects)] },
  "permit-speeded": { about: ["NL", longest(rules.projects)] },
  "project-backed": { about: [longest(rules.projects), "offtake"] },
  "project-operating": { about: [longest(rules.projects)] },
  "project-dead": { about: [longest(rules.projects)] },
  "stock-ordered": { about: ["gallium-germanium"] },
  "release-rule-set": { about: ["by-value"] },
  "starts-ended": { about: ["gallium-germanium", "assurance"] },
  "starts-resumed": { about: ["gallium-germanium"] },
  "plants-closed": { about: ["gallium-germanium", "flood"], amount: 0.015 },
  "lines-stopped": { about: ["SK", "CZ"], amount: 3 },
  "plants-withdrawn": { about: ["c1", "side-deal", "beijing", "HU"], by: "HU", amount: 5 },
  "money-returned": { about: ["c1", "vote-for-money", "commission", "NL"], by: "NL", amount: 120 },
  "money-spent": { about: ["c1", "vote-for-money", "commission", "NL"], by: "NL", amount: 120 },
  "case-reopened": { about: [longest(rules.files), longest(rules.sectors)], amount: 0.25 },
  "agreement-ended": { about: ["c1", "assurance"] },
  "card-answered": { about: ["E01", "refuse", "commission"] },
  "card-drawn": { about: ["E19", "SK", "CZ", "DE"] },
  "card-happened": { about: ["E08"], amount: -1 },
  "pledge-given": { about: ["NL", "money"] },
  "game-ended": { about: ["uncontrolled-confrontation"] },
};
const FILE_CODES = /case|gate|duty|undertaking|appeal|proposal|vote|law|probe|threat/;

function sample(code: NewsCode): News {
  const about = FILE_CODES.test(code)
    ? [longest(rules.files), longest(rules.sectors), "HU", "SK"]
    : ["DE", "FR"];
  const base: News = { id: "n", tick: 9, code, by: "commission", about, amount: 26, to: [] };
  return { ...base, amount: /duty/.test(code) ? 0.224 : 26, ...SAMPLE[code] };
}

describe("news", () => {
  test.each(NEWS)("%s is one short sentence with a capital, and says what it comes to", (code) => {
    const { what, effect = "" } = told(rules, sample(code));
    expect(what).toMatch(/^[“A-ZÀ-Þ0-9]/);
    expect(what).toMatch(/[.?!]$/);
    expect(words(what), what).toBeLessThanOrEqual(14);
    expect(`${what} ${effect}`).not.toMatch(/undefined|NaN|null/);
    // The line of an event's card is longer: it is the story.
    if (code !== "card-drawn") expect(words(effect), effect).toBeLessThanOrEqual(10);
  });

  test("everything that bots ever did is told without a gap", () => {
    expect(new Set(heard.map((item) => item.code)).size).toBeGreaterThan(25);
    for (const item of heard) {
      const { what, effect = "" } = told(rules, item);
      expect(`${what} ${effect}`, item.code).not.toMatch(/undefined|NaN|null|^ /);
      expect(what, item.code).not.toBe(item.code);
    }
  });

  test("a plant that makes no input is not said to relieve the gate", () => {
    const effect = (id: string) => told(rules, { ...sample("project-operating"), about: [id] }).effect;
    expect(effect("narva")).toMatch(/gate/);
    expect(effect("szeged")).not.toMatch(/gate/);
  });

  test("a state that asks the others to stand by it drafts no statement for itself", () => {
    const { what } = told(rules, { ...sample("statement-drafted"), about: ["PT", "PT", "for"] });
    expect(what).toBe("Portugal asks the others to stand by it.");
  });

  test("what others know as well is not said to be known to one alone", () => {
    const seen = view(rules, newGame(rules).state, "beijing");
    const known = (...to: News["to"]) => whoKnows(seen, { ...sample("agreement-signed"), to });
    expect(known("beijing")).toBe("only you know");
    expect(known("beijing", "CZ")).toBe("only you and Czechia know");
    expect(known("beijing", "CZ", "SK", "HU")).toBe("4 seats know, you among them");
  });

  test("names are those of the scenario, or honest about not being known", () => {
    const say = names(rules);
    expect(say.file("ev-duties")).toContain("electric cars");
    expect(say.file("never-seen")).toContain(speech.aFile);
    expect(say.seat("CZ")).toBe("Czechia");
  });

  test.each([
    [1.26, "9 days"],
    [0.157, "a day"],
    [0.02, "a few hours"],
  ])("what %d weeks of another's stock are worth is told in days", (amount, days) => {
    const { effect } = told(rules, { ...sample("stock-shared"), amount });
    expect(effect).toBe(`Lines there run ${days} longer.`);
  });
});

describe("orders", () => {
  test("every stretch of every clock has a word", () => {
    expect([...stages].filter((name) => !(name in speech.stages))).toEqual([]);
    expect(stages.size).toBeGreaterThan(15);
  });

  test("every field has a label, and no value is shown by its id", () => {
    // A draft is read in the editor of its talk, not picked by its parts.
    const silent = ["kind", "choice", "option", "offer", "card", "terms", "expiry", "secret"];
    for (const [field, values] of chosen) {
      if (silent.includes(field)) continue;
      expect(speech.fields, field).toHaveProperty([field]);
      for (const name of values) expect(name, field).not.toMatch(/^[a-z]+(-[a-z]+)+$/);
    }
  });

  test("every refusal is a sentence", () => {
    for (const code of REJECTIONS)
      expect(speech.rejections[code]({ code, have: 1, need: 2, until: 9, what: "file" })).toMatch(/\.$/);
    for (const stage of PROJECT_STAGES) expect(speech.projectStages[stage]).toBeTruthy();
  });
});
