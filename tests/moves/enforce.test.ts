// What a party can do about an agreement.

import { describe, expect, test } from "vitest";
import { usualBot } from "../../shared/bots/table.ts";
import { silent } from "../../shared/explain.ts";
import { newStream } from "../../shared/random.ts";
import { type Contract, clone, type State, type Term } from "../../shared/state.ts";
import { view } from "../../shared/view.ts";
import { openFile } from "../../shared/world/files.ts";
import { LICENCES, signed } from "../helpers/agreement.ts";
import { order, pass, play, position, type Row, rules } from "../helpers/order.ts";

const { contracts: c, law } = rules.model;
const SNAPBACK = { kind: "snapback", side: "europe", sector: 0, breadth: 0.2 } as const;

const sign =
  (more: Partial<Contract> = {}, term: Partial<Term> = {}, broken = false) =>
  (state: State) => {
    const contract = signed(rules, state, [{ ...LICENCES, ...term }], undefined, {
      snapback: more.snapback ?? false,
      expiry: more.expiry ?? "lapse",
      secret: more.secret ?? false,
    });
    if (broken) contract.terms[0]!.state = "broken";
  };
const enforce = (how: string) => (state: State) => ({
  ...{ kind: "enforce-contract", contract: state.contracts[0]!.id },
  how,
});

const ROWS: Row[] = [
  {
    name: "a complaint calls a panel",
    seat: "commission",
    given: sign({}, { measure: "survey" }),
    order: enforce("complain"),
    does: (after) =>
      expect(after.contracts[0]).toMatchObject({ panel: c.panelWeeks, complainer: "commission" }),
  },
  {
    name: "not about a promise that nobody measures",
    seat: "commission",
    given: sign({}, { measure: "none" }),
    order: enforce("complain"),
    refused: { code: "cannot-observe" },
  },
  {
    name: "a second panel on top of the first",
    seat: "commission",
    given: (state) => {
      sign({}, { measure: "survey" })(state);
      state.contracts[0]!.panel = 4;
    },
    order: enforce("complain"),
    refused: { code: "already-so", until: 4 },
  },
  {
    name: "by who is no party",
    seat: "DE",
    given: sign(),
    order: enforce("suspend"),
    refused: "no-such-thing",
  },
  {
    name: "suspended without cause, the word is one's own that is broken",
    seat: "beijing",
    given: sign(),
    order: enforce("suspend"),
    does: (after, before) => {
      expect(after.contracts[0]).toMatchObject({ state: "broken", breaker: "beijing" });
      expect(after.beijing.reputation).toBe(before.beijing.reputation - c.breachReputation);
    },
  },
  {
    name: "the duty voted in advance answers a breach",
    seat: "commission",
    given: (state) => {
      state.commission.snapback = true;
      sign({ snapback: true }, {}, true)(state);
    },
    order: enforce("snap-back"),
    does: (after) => {
      const file = after.files.at(-1)!;
      expect(file).toMatchObject({ kind: "snapback", gate: law.snapbackWeeks });
      expect(after.contracts[0]).toMatchObject({ state: "suspended", snapback: false });
    },
  },
  {
    name: "not while the last such duty runs: the right is kept until it can do something",
    seat: "commission",
    given: (state) => {
      state.commission.snapback = true;
      sign({ snapback: true }, {}, true)(state);
      openFile(rules, state, { ...SNAPBACK, why: "answer" }, silent);
    },
    order: enforce("snap-back"),
    refused: { code: "already-so", what: "snapback" },
  },
  {
    name: "but again once that has been dropped",
    seat: "commission",
    given: (state) => {
      state.commission.snapback = true;
      sign({ snapback: true }, {}, true)(state);
      openFile(rules, state, { ...SNAPBACK, why: "answer" }, silent).stage = "closed";
    },
    order: enforce("snap-back"),
    does: (after, before) => expect(after.files.length).toBe(before.files.length + 1),
  },
  {
    name: "not before a breach has been seen",
    seat: "commission",
    given: (state) => {
      state.commission.snapback = true;
      sign({ snapback: true })(state);
    },
    order: enforce("snap-back"),
    refused: "no-cause",
  },
  {
    name: "not where none was agreed",
    seat: "commission",
    given: sign({}, {}, true),
    order: enforce("snap-back"),
    refused: { code: "no-such-thing", what: "snapback" },
  },
  {
    name: "what is public cannot be published",
    seat: "commission",
    given: sign(),
    order: enforce("publish"),
    refused: "already-so",
  },
  {
    name: "renewal denounced",
    seat: "beijing",
    given: sign({ expiry: "renew" }),
    order: enforce("denounce"),
    does: (after) => expect(after.contracts[0]!.expiry).toBe("lapse"),
  },
  {
    name: "no renewal to denounce",
    seat: "beijing",
    given: sign(),
    order: enforce("denounce"),
    refused: "already-so",
  },
  {
    name: "an agreement that has ended",
    seat: "beijing",
    given: (state) => {
      sign()(state);
      state.contracts[0]!.state = "ended";
    },
    order: enforce("suspend"),
    refused: { code: "not-open", what: "ended" },
  },
];

describe("enforcement", () => {
  test.each(ROWS.map((row) => [row.name, row] as const))("%s", (_, row) => play(row));

  test("the duty stays without a squeeze", () => {
    const state = position();
    state.commission.snapback = true;
    sign({ snapback: true }, {}, true)(state);
    expect(order(state, "commission", enforce("snap-back")(state))).toBeNull();
    pass(state, law.snapbackWeeks + 6);
    expect(state.beijing.squeezeSince).toBe(-1);
    expect(state.files.find((f) => f.kind === "snapback")).toMatchObject({
      stage: "in-force",
      duty: law.snapbackRate,
    });
  });
});

describe("a notice under an agreement that nothing stops without one", () => {
  const { disputeWeeks } = c;
  const { noticeLeast } = rules.model.moves;
  const NOTICE: Term = {
    ...{ by: "beijing", metric: "stop-notice", about: "magnets" },
    ...{ value: 0, weeks: 52, measure: "public" },
  };
  const stop = (state: State, input = "magnets") =>
    order(state, "beijing", { kind: "set-licence-mode", input, mode: "go-slow" });
  const complains = (state: State, seat: "commission" | "beijing" = "commission") =>
    order(state, seat, enforce("complain")(state));
  /** Signed and announced; its date is `noticeLeast` weeks off. */
  const announced = (input = "magnets"): State => {
    const state = position();
    signed(rules, state, [NOTICE]);
    expect(order(state, "beijing", { kind: "give-notice", input, weeks: noticeLeast })).toBeNull();
    return state;
  };

  test("a complaint holds the stop until the panel has reported, and costs nobody anything", () => {
    const state = announced();
    pass(state, noticeLeast - 1);
    expect(complains(state)).toBeNull();
    const { legitimacy } = state;
    const until = noticeLeast - 1 + disputeWeeks;
    expect(state.contracts[0]!.panel).toBe(until);
    pass(state, 1);
    expect(stop(state)).toEqual({ code: "panel-sits", until });
    expect(stop(state, "graphite")).toBeNull();
    pass(state, disputeWeeks - 1);
    expect(state.news.map((n) => n.code)).toContain("notice-heard");
    expect(Math.abs(state.legitimacy - legitimacy)).toBeLessThan(c.unproven / 2);
    expect(stop(state)).toBeNull();
    pass(state, 1);
    expect(state.contracts[0]!.state).toBe("kept");
  });

  test("once for each notice, while it runs, and not by who gave it", () => {
    const state = announced();
    expect(complains(state, "beijing")).toMatchObject({ code: "cannot-observe" });
    expect(complains(state)).toBeNull();
    pass(state, disputeWeeks);
    expect(complains(state)).toMatchObject({ code: "cannot-observe" });
    const late = announced();
    pass(late, noticeLeast);
    expect(complains(late)).toMatchObject({ code: "cannot-observe" });
    expect(complains(announced("graphite"))).toMatchObject({ code: "cannot-observe" });
  });

  test("what loosens is not held, nor what no complaint was made of", () => {
    const state = announced();
    complains(state);
    expect(
      order(state, "beijing", { kind: "set-licence-mode", input: "magnets", mode: "general" }),
    ).toBeNull();
    const other = announced();
    pass(other, noticeLeast);
    expect(stop(other)).toBeNull();
  });

  test("a panel called after the date looks at something else", () => {
    const state = position();
    signed(rules, state, [NOTICE, { ...LICENCES, value: 0.2 }]);
    order(state, "beijing", { kind: "give-notice", input: "magnets", weeks: noticeLeast });
    expect(complains(state)).toBeNull();
    pass(state, noticeLeast);
    expect(complains(state)).toBeNull();
    expect(state.contracts[0]!.panel).toBe(noticeLeast + c.panelWeeks);
    expect(stop(clone(state))).toBeNull();
    pass(state, c.panelWeeks);
    const told = state.news.filter((n) => n.tick > noticeLeast).map((n) => n.code);
    expect(told).toContain("complaint-lost");
    expect(told).not.toContain("notice-heard");
  });

  test("the bot of Brussels brings it before a panel in the last week", () => {
    const state = announced();
    const asks = () =>
      usualBot("commission")
        .decide(rules, view(rules, state, "commission"), newStream(1, "test"))
        .some(({ why }) => why === "dispute");
    expect(asks()).toBe(false);
    pass(state, noticeLeast - 1);
    expect(asks()).toBe(true);
  });
});
