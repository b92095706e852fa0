// Beijing's bots aim: envoys go round, and a case hits what states that may turn sell.

import { describe, expect, test } from "vitest";
import { BEIJING_DOCTRINES, beijingBot } from "../../shared/bots/beijing.ts";
import { silent } from "../../shared/explain.ts";
import { newStream } from "../../shared/random.ts";
import type { State } from "../../shared/state.ts";
import { view } from "../../shared/view.ts";
import { openVote } from "../../shared/world/council.ts";
import { answerOffer, makeOffer } from "../../shared/world/deals.ts";
import { openFile } from "../../shared/world/files.ts";
import { file, m, position, rules } from "../helpers/order.ts";

const opportunist = beijingBot(BEIJING_DOCTRINES[0]!);

/** What the bot orders of a kind, over many draws of its chances. */
function orders<K extends "send-envoy" | "open-probe" | "quiet-ban">(state: State, kind: K, of = rules) {
  const seen = view(of, state, "beijing");
  return Array.from({ length: 80 }, (_, k) => opportunist.decide(of, seen, newStream(k, "aim")))
    .flat()
    .flatMap(({ command }) =>
      command.kind === kind ? [command as Extract<typeof command, { kind: K }>] : [],
    );
}

describe("an envoy", () => {
  const called = (): State => {
    const state = position();
    openVote(rules, state, file(state, "accelerator-act"), "for", silent);
    return state;
  };

  test("goes on to the next capital while the last one’s answer is fresh, and comes back in time", () => {
    const first = called();
    const favourite = orders(first, "send-envoy")[0]!.to;
    const asked = called();
    const offer = makeOffer(rules, asked, { to: favourite, gift: "order", ask: "silence", vote: "" });
    answerOffer(rules, asked, offer, "refuse", silent);
    const to = orders(asked, "send-envoy").map((c) => c.to);
    expect(to.length).toBeGreaterThan(0);
    expect(to).not.toContain(favourite);
    offer.made = -60;
    expect(orders(asked, "send-envoy").map((c) => c.to)).toContain(favourite);
  });
});

describe("goods of a capital that published an offer", () => {
  const published = (spared: boolean): State => {
    const state = position();
    if (spared) {
      const deal = makeOffer(rules, state, { to: "HU", gift: "exemption", ask: "silence", vote: "" });
      answerOffer(rules, state, deal, "take", silent);
    }
    const offer = makeOffer(rules, state, { to: "HU", gift: "order", ask: "silence", vote: "" });
    offer.state = "published";
    return state;
  };

  test("are held up, but not where Beijing gave its word to spare them", () => {
    expect(orders(published(false), "quiet-ban").map((c) => c.member)).toContain("HU");
    expect(published(true).offers[0]).toMatchObject({ gift: "exemption", state: "taken" });
    expect(orders(published(true), "quiet-ban")).toEqual([]);
  });
});

describe("a case in answer to a duty", () => {
  /** Sectors named, most often first, when only this state's ballot may turn. */
  const aimed = (code: string, of = rules): string[] => {
    const state = position();
    openFile(
      rules,
      state,
      { kind: "anti-subsidy", side: "europe", sector: 0, breadth: 0.5, why: "move" },
      silent,
    );
    const duty = state.files.at(-1)!;
    Object.assign(duty, { stage: "provisional", duty: 0.2, gate: state.tick });
    state.members.forEach((member, k) => {
      member.support = k === m(code) ? rules.model.politics.yes : 0.9;
    });
    const named = orders(state, "open-probe", of).map((c) => c.sector);
    const times = (id: string) => named.filter((x) => x === id).length;
    return [...new Set(named)].sort((a, b) => times(b) - times(a));
  };

  test.each([
    ["IT", "consumer"],
    ["DK", "agrifood"],
  ])("is about what %s sells and China can do without: %s", (code, sector) =>
    expect(aimed(code)[0]).toBe(sector),
  );

  test("where it could be had from nobody else, about what is sold most", () => {
    const hard = { ...rules, sectors: rules.sectors.map((s) => ({ ...s, exportElasticity: 1 })) };
    const { exports } = rules.members[m("DE")]!;
    expect(aimed("DE", hard)[0]).toBe(rules.sectors[exports.indexOf(Math.max(...exports))]!.id);
  });
});
