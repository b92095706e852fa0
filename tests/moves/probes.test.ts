// B4 and B5: probes and goods held at customs.

import { describe, expect, test } from "vitest";
import { laid } from "../../client/clock.ts";
import type { Bot } from "../../shared/bots/bot.ts";
import { silent } from "../../shared/explain.ts";
import { moveOf } from "../../shared/moves/table.ts";
import type { Seat } from "../../shared/seat.ts";
import { clone, type State } from "../../shared/state.ts";
import { heldUp, view } from "../../shared/view.ts";
import { exposeHold, holdGoods, liftHold } from "../../shared/world/customs.ts";
import { benchmark } from "../../shared/world/signing.ts";
import { m, order, pass, play, position, type Row, rules, s, told } from "../helpers/order.ts";
import { newGame } from "../helpers/play.ts";
import { tiny } from "../helpers/scenario.ts";

const probe = (sector: string) => ({ kind: "open-probe", sector });

const probes: Row[] = [
  {
    name: "one point, heat, and a file for all to read",
    seat: "beijing",
    order: probe("machinery"),
    does(after, before) {
      expect(after.files.at(-1)).toMatchObject({
        kind: "probe",
        side: "beijing",
        sector: s("machinery"),
        duty: 0,
      });
      expect(after.beijing.points).toBe(before.beijing.points - 1);
      expect(after.heat).toBeGreaterThan(before.heat);
      expect(told(after, before, "probe-opened")).toHaveLength(1);
    },
  },
  {
    name: "a second one beside a duty in force",
    seat: "beijing",
    order: probe("agrifood"),
    does: (after) => expect(after.files.at(-1)!.sector).toBe(s("agrifood")),
  },
  {
    name: "not two under way in a sector",
    seat: "beijing",
    given: (state) => {
      order(state, "beijing", probe("machinery"));
    },
    order: probe("machinery"),
    refused: "already-so",
  },
  { name: "no such sector", seat: "beijing", order: probe("spices"), refused: "no-such-thing" },
  { name: "not Europe's law", seat: "commission", order: probe("machinery"), refused: "not-your-seat" },
];

describe("open-probe", () => {
  test.each(probes)("$name", play);

  test("a high provisional duty, lower in the end", () => {
    const state = position();
    order(state, "beijing", probe("machinery"));
    const { id } = state.files.at(-1)!;
    const duty = () => state.files.find((f) => f.id === id)!.duty;
    pass(state, rules.model.beijing.probeProvisional + 1);
    const provisional = duty();
    expect(provisional).toBeCloseTo(rules.model.beijing.probeRate);
    pass(state, rules.model.beijing.probeDefinitive - rules.model.beijing.probeProvisional + 2);
    expect(duty()).toBeGreaterThan(0);
    expect(duty()).toBeLessThan(provisional);
  });
});

/** Does nothing, so that nothing else happens. */
const still: Bot = { id: "still", decide: () => [] };

const hold = (code: string, sector: string) => ({ kind: "quiet-ban", member: code, sector });

/** The sector in which a state sells most to China. */
function largest(code: string): string {
  const { exports } = rules.members[m(code)]!;
  return rules.sectors[exports.indexOf(Math.max(...exports))]!.id;
}

const bans: Row[] = [
  {
    name: "goods wait at customs",
    seat: "beijing",
    order: hold("ES", "agrifood"),
    does(after, before) {
      expect(after.trade.banGoal[s("agrifood") * rules.M + m("ES")]).toBeGreaterThan(0);
      expect(after.beijing.points).toBe(before.beijing.points - 1);
    },
  },
  ...["LT", "LV", "EE", "HR", "CY", "MT"].map((code) => ({
    name: `what ${code} sells most of`,
    seat: "beijing" as const,
    order: hold(code, largest(code)),
    does: (after: State) =>
      expect(after.trade.banGoal[s(largest(code)) * rules.M + m(code)]).toBe(rules.model.beijing.banSize),
  })),
  {
    name: "a state that was promised to be spared: Beijing breaks its word, and the capital is free",
    seat: "beijing",
    given: (state) => {
      order(state, "beijing", { kind: "send-envoy", to: "FR", gift: "exemption", ask: "silence" });
      order(state, "FR", { kind: "answer-envoy", offer: state.offers.at(-1)!.id, answer: "take" });
    },
    order: hold("FR", "agrifood"),
    does(after, before) {
      expect(before.offers[0]).toMatchObject({ to: "FR", gift: "exemption", state: "taken" });
      expect(after.offers[0]!.state).toBe("lapsed");
      expect(after.members[m("FR")]!.deals).toBe(before.members[m("FR")]!.deals - 1);
      expect(after.members[m("FR")]!.standing).toBe(before.members[m("FR")]!.standing);
      expect(after.members[m("FR")]!.trustBeijing).toBeLessThan(before.members[m("FR")]!.trustBeijing);
      expect(after.beijing.reputation).toBeLessThan(before.beijing.reputation);
      expect(after.trade.boost[m("FR")]).toBe(0);
      expect(told(after, before, "gift-broken")).toMatchObject([{ to: ["beijing", "FR"] }]);
    },
  },
  {
    name: "nothing to hold",
    seat: "beijing",
    order: hold("MT", "vehicles"),
    refused: { code: "out-of-range", what: "sales" },
  },
  {
    name: "the same goods again before anybody knows",
    seat: "beijing",
    given: (state) => holdGoods(rules, state, m("ES"), s("agrifood"), silent),
    order: hold("ES", "agrifood"),
    does: (after) => expect(after.beijing.bans).toHaveLength(1),
  },
  {
    name: "not once it has come out",
    seat: "beijing",
    given(state) {
      holdGoods(rules, state, m("ES"), s("agrifood"), silent);
      exposeHold(rules, state, state.beijing.bans[0]!, silent);
    },
    order: hold("ES", "agrifood"),
    refused: { code: "already-so", until: rules.model.beijing.banWeeks },
  },
  { name: "no such sector", seat: "beijing", order: hold("ES", "spices"), refused: "no-such-thing" },
];

test("no ban on a state that the scenario leaves out", () => {
  const state = position(1, tiny.rules);
  const sector = tiny.rules.sectors[0]!.id;
  expect(order(state, "beijing", hold("HU", sector), tiny.rules)).toEqual({
    code: "no-such-thing",
    what: "member",
  });
});

describe("quiet-ban", () => {
  test.each(bans)("$name", play);

  test("sales fall within weeks and come back when it ends", () => {
    const free = position();
    const held = position();
    order(held, "beijing", hold("ES", "agrifood"));
    pass(free, 3);
    pass(held, 3);
    const sold = (state: typeof free) => view(rules, state, "ES").pub.sold[m("ES")]!;
    expect(sold(held)).toBeLessThan(sold(free));
    const low = heldUp(view(rules, held, "ES"), m("ES"));
    expect(low).toBeGreaterThan(0.2);
    pass(held, rules.model.beijing.banWeeks + 12);
    expect(heldUp(view(rules, held, "ES"), m("ES"))).toBeLessThan(low / 2);
  });

  test("it is known to the state and to Beijing alone until it comes out; so is its end", () => {
    const state = position();
    order(state, "beijing", hold("ES", "agrifood"));
    const k = s("agrifood") * rules.M + m("ES");
    state.trade.ban[k] = 0.3;
    const known = () =>
      (["ES", "beijing", "FR", "commission", "projector"] as const).map((seat) =>
        heldUp(view(rules, state, seat), m("ES")),
      );
    expect(known()).toEqual([0.3, 0.3, 0, 0, 0]);
    const quiet = clone(state);
    exposeHold(rules, state, state.beijing.bans[0]!, silent);
    expect(known()).toEqual([0.3, 0.3, 0.3, 0.3, 0.3]);
    for (const [world, to] of [
      [state, []],
      [quiet, ["beijing", "ES"]],
    ] as const) {
      liftHold(rules, world, world.beijing.bans[0]!);
      expect(world.news.find((n) => n.code === "ban-lifted")!.to).toEqual(to);
    }
  });

  test("why sales fell is told to the state and to Beijing alone until it comes out", () => {
    const match = newGame(rules, { seed: 3, weeks: 78, botOf: () => still, explain: true });
    holdGoods(rules, match.state, m("ES"), s("agrifood"), silent);
    const twoWeeks = () => [match.advance(), match.advance()];
    twoWeeks();
    const causes = (seat: Seat) => match.why(seat, "sold", m("ES"))!.reasons.map(({ cause }) => cause);
    expect((["ES", "beijing"] as const).every((seat) => causes(seat).includes("quiet-holds"))).toBe(true);
    for (const seat of ["FR", "commission"] as const) {
      expect(causes(seat)).toContain("not-known");
      expect(causes(seat)).not.toContain("quiet-holds");
      expect(causes(seat)).not.toContain("bans");
    }
    for (const ban of match.state.beijing.bans) exposeHold(rules, match.state, ban, silent);
    twoWeeks();
    expect(causes("FR")).toContain("bans");
    for (const ban of match.state.beijing.bans) liftHold(rules, match.state, ban);
    twoWeeks();
    for (const seat of ["FR", "ES"] as const) {
      expect(
        match.why(seat, "sold", m("ES"))!.reasons.find(({ cause }) => cause === "bans")!.amount,
      ).toBeGreaterThan(0);
      expect(causes(seat)).not.toContain("quiet-holds");
    }
  });

  test("a second ban on one state weighs half", () => {
    const state = position();
    const goal = (sector: string) => state.trade.banGoal[s(sector) * rules.M + m("DE")]!;
    order(state, "beijing", hold("DE", "vehicles"));
    order(state, "beijing", hold("DE", "machinery"));
    expect(goal("machinery")).toBeCloseTo(goal("vehicles") / 2);
  });
});

const drop = (file: string, decision: string) => ({ kind: "drop-probe", file, decision });
const pork = (state: State) => state.files.find((f) => f.id === "pork");
const { dropFace } = rules.model.moves;
const { retaliation, probe: probed } = rules.model.heat;
const heated = (state: State): void => {
  state.heat = 30;
};

const drops: Row[] = [
  {
    name: "a duty is halved",
    seat: "beijing",
    given: heated,
    order: drop("pork", "halve"),
    does(after, before) {
      expect(pork(after)!.duty).toBeCloseTo(pork(before)!.duty / 2, 12);
      expect(after.trade.dutyChina[s("agrifood")]).toBeLessThan(before.trade.dutyChina[s("agrifood")]!);
      expect(after.heat).toBeCloseTo(30 - retaliation / 2, 10);
      expect(after.beijing.face).toBe(before.beijing.face - dropFace);
      expect(told(after, before, "probe-halved")).toMatchObject([{ about: ["pork", "agrifood"] }]);
    },
  },
  {
    name: "a duty ends",
    seat: "beijing",
    given: heated,
    order: drop("pork", "end"),
    does(after, before) {
      expect(pork(after)).toMatchObject({ stage: "closed", duty: 0 });
      expect(after.trade.dutyChina[s("agrifood")]).toBeLessThan(before.trade.dutyChina[s("agrifood")]!);
      expect(after.heat).toBeCloseTo(30 - retaliation, 10);
      expect(told(after, before, "probe-dropped")).toHaveLength(1);
    },
  },
  {
    name: "an examination ends before it bites, cooler by what it had warmed",
    seat: "beijing",
    given(state) {
      order(state, "beijing", probe("machinery"));
      state.heat = 30;
    },
    order: (state: State) => drop(state.files.at(-1)!.id, "end"),
    does(after) {
      expect(after.files.at(-1)!.stage).toBe("closed");
      expect(after.heat).toBeCloseTo(30 - probed, 10);
    },
  },
  {
    name: "without loss of face while an agreement binds both sides",
    seat: "beijing",
    given: (state) => void benchmark(rules, state, 52, silent),
    order: drop("pork", "end"),
    does: (after, before) => expect(after.beijing.face).toBe(before.beijing.face),
  },
  {
    name: "no half of next to nothing",
    seat: "beijing",
    given: (state) => {
      pork(state)!.rate = 0.01;
    },
    order: drop("pork", "halve"),
    refused: { code: "out-of-range", what: "rate" },
  },
  { name: "no case of Europe's", seat: "beijing", order: drop("ev-duties", "end"), refused: "not-open" },
  { name: "no such case", seat: "beijing", order: drop("none", "end"), refused: "no-such-thing" },
];

describe("drop-probe", () => {
  test.each(drops)("$name", play);

  test("what was halved on the way comes out at half", () => {
    const [whole, halved] = [position(), position()];
    for (const state of [whole, halved]) order(state, "beijing", probe("machinery"));
    const { id } = halved.files.at(-1)!;
    order(halved, "beijing", drop(halved.files.at(-1)!.id, "halve"));
    pass(whole, rules.model.beijing.probeProvisional + 1);
    pass(halved, rules.model.beijing.probeProvisional + 1);
    const duty = (state: State, at: string) => state.files.find((f) => f.id === at)!.duty;
    expect(duty(halved, id)).toBeCloseTo(duty(whole, whole.files.find((f) => f.why === "move")!.id) / 2, 12);
  });
});

const lift = (code: string, sector: string) => ({ kind: "lift-ban", member: code, sector });
const twoHolds = (state: State): void => {
  order(state, "beijing", hold("ES", "agrifood"));
  order(state, "beijing", hold("ES", "vehicles"));
  state.heat = 30;
};

const lifts: Row[] = [
  {
    name: "goods of one sector go through, the others wait on",
    seat: "beijing",
    given: twoHolds,
    order: lift("ES", "agrifood"),
    does(after, before) {
      expect(after.beijing.bans.map((ban) => ban.s)).toEqual([s("vehicles")]);
      expect(after.trade.banGoal[s("agrifood") * rules.M + m("ES")]).toBe(0);
      expect(after.trade.banGoal[s("vehicles") * rules.M + m("ES")]).toBeGreaterThan(0);
      expect(after.heat).toBe(30);
      expect(told(after, before, "ban-lifted")).toMatchObject([{ about: ["ES", "agrifood"] }]);
    },
  },
  {
    name: "goods that all know to be held: heat falls by what the news of it raised",
    seat: "beijing",
    given(state) {
      twoHolds(state);
      state.beijing.bans[0]!.exposed = true;
    },
    order: lift("ES", "agrifood"),
    does(after) {
      expect(after.heat).toBeCloseTo(30 - rules.model.heat.ban, 10);
    },
  },
  { name: "nothing is held", seat: "beijing", order: lift("ES", "agrifood"), refused: "no-such-thing" },
  {
    name: "nothing of that sector is held",
    seat: "beijing",
    given: twoHolds,
    order: lift("ES", "machinery"),
    refused: { code: "no-such-thing", what: "ban" },
  },
];

describe("lift-ban", () => {
  test.each(lifts)("$name", play);

  test("Beijing sees its holds, and a state those of its own goods, but not how long they last", () => {
    const state = position();
    twoHolds(state);
    const until = rules.model.beijing.banWeeks;
    expect(view(rules, state, "beijing").own.bans).toContainEqual({
      id: "ES/agrifood",
      member: "ES",
      sector: "agrifood",
      until,
      exposed: false,
    });
    expect(view(rules, state, "ES").own.bans).toEqual([]);
    state.trade.ban[s("agrifood") * rules.M + m("ES")] = 0.1;
    expect(view(rules, state, "ES").own.bans).toMatchObject([{ id: "ES/agrifood", until: -1 }]);
    for (const seat of ["commission", "PL", "observer"] as const)
      expect(view(rules, state, seat).own.bans).toEqual([]);
  });
});

test("the card of a hold says how long it lasts: as the rules let it", () => {
  const state = position();
  const command = { kind: "quiet-ban", member: "ES", sector: "agrifood" } as never;
  const { bite, end } = laid(moveOf("quiet-ban").clock(rules, view(rules, state, "beijing"), command));
  order(state, "beijing", hold("ES", "agrifood"));
  expect(bite).toBe(1);
  expect(state.tick + end).toBe(state.beijing.bans[0]!.until);
});
