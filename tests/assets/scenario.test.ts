import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { sum } from "../../shared/exact.ts";
import { INDICATORS } from "../../shared/indicators.ts";
import { MOVES } from "../../shared/moves/list.ts";
import { parsePlayable } from "../../shared/playable.ts";
import { PRICES } from "../../shared/scenario/model.ts";
import type { Param } from "../../shared/scenario/param.ts";
import { compile, type Problem, type Scenario } from "../../shared/scenario.ts";
import { MEMBER_CODES } from "../../shared/seat.ts";
import { brussels, tiny } from "../helpers/scenario.ts";

const scenarios = [
  ["brussels-2026", brussels],
  ["tiny", tiny],
] as const;

/** Problems of a scenario after a change; the change may break every rule of the type. */
// biome-ignore lint/suspicious/noExplicitAny: the point is to write what the type forbids
function broken(scenario: Scenario, change: (s: any) => void): Problem[] {
  const copy = structuredClone(scenario);
  change(copy);
  const result = parsePlayable(copy);
  return "problems" in result ? result.problems : [];
}

/** A card with one option of the given effects, for checks of what effects may name. */
const card = (effects: object[], more: object = {}, whole: object = {}) => ({
  ...{
    id: "E99",
    title: "T",
    line: "L",
    when: { kind: "tick", ticks: [1] },
    deciders: ["commission"],
    weeks: 3,
  },
  options: [
    { id: "first", title: "First", hint: "warmer", effects: [{ kind: "heat", by: 1 }] },
    { id: "last", title: "Last", hint: "nothing", effects, ...more },
  ],
  ...{ source: "design", ...whole },
});

const HOT = [{ kind: "heat", by: 1 }];
const STEER = [{ kind: "steer", course: "stimulus" }];
const CASE = [{ kind: "open", form: "safeguard", side: "europe", sector: "machinery", breadth: 0.1 }];

/** The same with this as its first option. */
const chosen = (option: object, whole: object = {}) => {
  const { options, ...rest } = card(HOT, {}, whole);
  return { ...rest, options: [{ ...options[0], ...option }, options[1]] };
};

// biome-ignore lint/suspicious/noExplicitAny: see above
type Row = [name: string, change: (s: any) => void, path: string, reason: RegExp];

// biome-ignore format: one fault a row
const SHAPE: Row[] = [
  ["a missing field", (s) => { delete s.members[1].gdp; }, "members[1].gdp", /missing/],
  ["a missing block", (s) => { delete s.model.heat; }, "model.heat", /missing/],
  ["a missing parameter", (s) => { delete s.model.trade.growth; }, "model.trade.growth", /missing/],
  ["a field nobody knows", (s) => { s.members[0].mood = "fine"; }, "members[0].mood", /no field/],
  ["two fields nobody knows", (s) => { s.model.trade.a = 1; s.model.trade.b = 1; }, "model.trade.b", /no field/],
  ["a unit that is no text", (s) => { s.members[2].gdp.unit = 5; }, "members[2].gdp.unit", /string/],
  ["an empty unit", (s) => { s.inputs[0].price.unit = ""; }, "inputs[0].price.unit", /small/],
  ["a value that is text", (s) => { s.sectors[1].market.value = "12"; }, "sectors[1].market.value", /number/],
  ["a value that is not finite", (s) => { s.sectors[1].market.value = Number.NaN; }, "sectors[1].market.value", /number/],
  ["a value above its range", (s) => { s.members[0].fdiTie.value = 0.9; }, "members[0].fdiTie.value", /outside its range/],
  ["a value below its range", (s) => { s.members[0].posture.value = -3; }, "members[0].posture.value", /outside its range/],
  ["a share over 1", (s) => { s.inputs[0].chinaShare.value = 7; s.inputs[0].chinaShare.range = [7, 7]; }, "inputs[0].chinaShare.value", /between 0 and 1/],
  ["a share below 0", (s) => { s.model.trade.leakage.value = -0.1; delete s.model.trade.leakage.range; }, "model.trade.leakage.value", /between 0 and 1/],
  ["a state without an economy", (s) => { s.members[0].gdp.value = 0; delete s.members[0].gdp.range; }, "members[0].gdp.value", /above 0/],
  ["a negative economy", (s) => { s.members[0].gdp.value = -5; delete s.members[0].gdp.range; }, "members[0].gdp.value", /above 0/],
  ["states that bear nothing", (s) => { s.members[0].tolerance.range = [0, 0.2]; }, "members[0].tolerance.range", /above 0/],
  ["no stocks at all", (s) => { s.inputs[0].stockWeeks.value = 0; delete s.inputs[0].stockWeeks.range; }, "inputs[0].stockWeeks.value", /above 0/],
  ["no way to go", (s) => { s.inputs[0].transitWeeks.value = 0; delete s.inputs[0].transitWeeks.range; }, "inputs[0].transitWeeks.value", /above 0/],
  ["a throughput below none", (s) => { s.inputs[0].throughput.value = -5; }, "inputs[0].throughput.value", /not be negative/],
  ["a negative export", (s) => { s.members[0].exports.value[2] = -1; }, "members[0].exports.value[2]", /not be negative/],
  ["a price below nothing", (s) => { s.model.cost["open-case"].value = -1; delete s.model.cost["open-case"].range; }, "model.cost.open-case.value", /not be negative/],
  ["weeks of the law that are not whole", (s) => { s.model.law.voteWindow.value = 2.5; }, "model.law.voteWindow.value", /whole number of at least 1/],
  ["a growth beyond all measure", (s) => { s.model.trade.growth.value = 1e9; delete s.model.trade.growth.range; }, "model.trade.growth.value", /between -1 and 1/],
  ["a certainty where only a chance can be", (s) => { s.model.resolve.firmHeavy.value = 1; }, "model.resolve.firmHeavy.value", /above 0 and under 1/],
  ["a gauge beyond its end", (s) => { s.model.heat.start.value = 120; delete s.model.heat.start.range; }, "model.heat.start.value", /between 0 and 100/],
  ["a goal of the score at nothing", (s) => { s.model.score.security.value[1] = 0; }, "model.score.security.value[1]", /above 0/],
  ["an effect for no weeks", (s) => { s.cards[0] = card([{ kind: "flood", weeks: 0 }]); }, "cards[0].options[1].effects[0].weeks", /small/],
  ["a price left out", (s) => { delete s.model.cost["open-case"]; }, "model.cost.open-case", /missing/],
  ["a price of nothing that is done", (s) => { s.model.cost["open-case/fast"] = s.model.cost["open-case"]; }, "model.cost.open-case/fast", /no field/],
  ["no agreement to fill in", (s) => { s.templates = []; }, "templates", /small/],
  ["a grade that is none", (s) => { s.members[0].gdp.grade = "sure"; }, "members[0].gdp.grade", /Invalid option/],
  ["a horizon of three values", (s) => { s.model.score.security.value.pop(); }, "model.score.security.value", /small|tuple|array/i],
  ["a preset left out", (s) => { delete s.presets.class; }, "presets.class", /missing/],
  ["a start that is no day", (s) => { s.start = "2026-02-30"; }, "start", /date/i],
  ["a state outside the Union", (s) => { s.members[0].code = "UK"; }, "members[0].code", /Invalid option/],
  ["one iconic sector", (s) => { s.members[0].iconic.pop(); }, "members[0].iconic", /small/],
  ["an effect nobody knows", (s) => { s.cards[0] = card([{ kind: "miracle" }]); }, "cards[0].options[1].effects[0].kind", /discriminator/],
  ["an effect without its figure", (s) => { s.cards[0] = card([{ kind: "heat" }]); }, "cards[0].options[1].effects[0].by", /missing/],
  ["a decider that is no seat", (s) => { s.cards[0].deciders = ["pope"]; }, "cards[0].deciders[0]", /Invalid option/],
];

// biome-ignore format: one fault a row
const CROSSED: Row[] = [
  ["two agreements of one name", (s) => { s.templates[1].id = s.templates[0].id; }, "templates[1]", /stands here twice/],
  ["a benchmark that is none", (s) => { s.templates[0].between = "members"; s.templates[0].terms = [{ ...s.templates[11].terms[1], by: "member", about: "other" }]; }, "templates[0].between", /benchmark between Brussels and Beijing/],
  ["a benchmark that promises nothing at hand", (s) => { s.templates[0].terms = [s.templates[5].terms[1]]; }, "templates[0].terms", /needs a case/],
  ["a term about an unknown input", (s) => { s.templates[0].terms[0].about = "moonstone"; }, "templates[0].terms[0].about", /no input is called "moonstone"/],
  ["a term about an unknown sector", (s) => { s.templates[4].terms[4].about = "cars"; }, "templates[4].terms[4].about", /no sector is called "cars"/],
  ["a term about an unknown case", (s) => { s.templates[5].terms[1].about = "tax"; }, "templates[5].terms[1].about", /no case is called "tax"/],
  ["a term about a file that is no law", (s) => { s.templates[8].terms[1].about = "ev-duties"; }, "templates[8].terms[1].about", /no law is called "ev-duties"/],
  ["a term about something where there is nothing to name", (s) => { s.templates[4].terms[0].about = "all"; }, "templates[4].terms[0].about", /is about nothing/],
  ["a gift to oneself", (s) => { s.templates[11].terms[2].about = "other"; }, "templates[11].terms[2].about", /no other member/],
  ["a term below its bounds", (s) => { s.templates[0].terms[0].value = -500; }, "templates[0].terms[0].value", /between 10 and 90/],
  ["a term above its bounds", (s) => { s.templates[0].terms[1].value = 7; }, "templates[0].terms[1].value", /between 0.4 and 1/],
  ["a promise that is another's", (s) => { s.templates[0].terms[0].by = "commission"; }, "templates[0].terms[0].by", /cannot promise licence-days/],
  ["a promise of somebody who is not at the table", (s) => { s.templates[0].terms[0].by = "member"; }, "templates[0].terms[0].by", /does not sit at such a table/],
  ["a body that cannot see", (s) => { s.templates[0].terms[0].measure = "public"; }, "templates[0].terms[0].measure", /must be one of register, survey, none/],
  ["a body for what all can see", (s) => { s.templates[0].terms[2].measure = "register"; }, "templates[0].terms[2].measure", /must be one of public, none/],
  ["a window longer than the agreement", (s) => { s.templates[0].terms[0].weeks = 60; }, "templates[0].terms[0].weeks", /longer than the agreement/],
  ["a window nobody looks back over", (s) => { s.templates[0].terms[0].weeks = 14; }, "templates[0].terms[0].weeks", /between 4 and 13/],
  ["a term that stands there twice", (s) => { s.templates[0].terms[1] = s.templates[0].terms[0]; }, "templates[0].terms[1]", /stands here twice/],
  ["an agreement shorter than any", (s) => { s.templates[12].weeks = 3; s.templates[12].terms[1].weeks = 3; }, "templates[12].weeks", /between 4 and 104/],
  ["more terms than a table takes", (s) => { s.model.contracts.termsMost.value = 2; }, "templates[0].terms", /more than 2 terms/],
  ["a secret of Brussels and Beijing", (s) => { s.templates[0].secret = true; }, "templates[0].secret", /may be read by all/],
  ["a snapback among capitals", (s) => { s.templates[11].snapback = true; }, "templates[11].snapback", /only between Brussels and Beijing/],
  ["a snapback that nobody can trigger", (s) => { s.templates[1].snapback = true; }, "templates[1].snapback", /nobody looks/],
  ["a majority and a minority that do not meet", (s) => { s.model.law.people.value = 70; }, "model.law.people.value", /does not come to 100/],
  ["a card that waits for what is judged anew each week", (s) => { s.cards[0] = card(HOT, {}, { when: { kind: "trigger", trigger: "hot", after: 2, weight: 0.5 } }); }, "cards[0].when.after", /never comes/],
  ["a majority that nobody can reach", (s) => { s.model.law.states.value = 99; }, "model.law.states.value", /more than the 27 states/],
  ["a block that nobody can form", (s) => { s.model.law.blockStates.value = 28; }, "model.law.blockStates.value", /more than the 27 states/],
  ["a least over its most", (s) => { s.model.moves.threatLeast.value = 30; delete s.model.moves.threatLeast.range; }, "model.moves.threatLeast.value", /more than threatMost, 26/],
  ["an unknown source", (s) => { s.members[0].gdp.source = "S150 S999"; }, "members[0].gdp.source", /"S999"/],
  ["an unknown source of a vote", (s) => { s.members[2].evVoteSource = "S0"; }, "members[2].evVoteSource", /"S0"/],
  ["an unknown source deep in the model", (s) => { s.model.modes.free.weeks.source = "me"; }, "model.modes.free.weeks.source", /"me"/],
  ["an unknown source of a card", (s) => { s.cards[0].source = "S0"; }, "cards[0].source", /"S0"/],
  ["a source that every object has", (s) => { s.members[0].gdp.source = "toString"; }, "members[0].gdp.source", /"toString"/],
  ["populations that miss 100", (s) => { s.members[0].population.value += 0.2; }, "members", /sum is 100\.\d+, expected 100/],
  ["exports of members off the sector's", (s) => { s.members[0].exports.value[1] += 5; }, "sectors[1].exports", /members' exports: the sum/],
  ["an exports row too short", (s) => { s.members[1].exports.value.pop(); }, "members[1].exports.value", /numbers for \d sectors/],
  ["a use row too long", (s) => { s.members[1].use.value.push(0); }, "members[1].use.value", /numbers for \d inputs/],
  ["shares of use that miss 1", (s) => { s.members[0].use.value[0] += 0.1; }, "inputs[0]", /shares of use/],
  ["a tolerance that cannot be drawn", (s) => { delete s.members[1].tolerance.range; }, "members[1].tolerance.range", /missing/],
  ["an unknown iconic sector", (s) => { s.members[1].iconic[1] = "cheese"; }, "members[1].iconic[1]", /no sector is called "cheese"/],
  ["an unknown input of a project", (s) => { s.projects[0].input = "oil"; }, "projects[0].input", /no input is called "oil"/],
  ["an unknown sector of a file", (s) => { s.files[0].sector = "cheese"; }, "files[0].sector", /no sector/],
  ["a member twice", (s) => { s.members[1].code = s.members[0].code; }, "members[1]", /twice/],
  ["a sector twice", (s) => { s.sectors[1].id = s.sectors[0].id; }, "sectors[1]", /twice/],
  ["a project twice", (s) => { s.projects.push(s.projects[0]); }, "projects[", /twice/],
  ["a file twice", (s) => { s.files.push(s.files[0]); }, "files[", /twice/],
  ["a card twice", (s) => { s.cards.push(s.cards[0]); }, "cards[", /twice/],
  ["an option twice", (s) => { s.cards[0].options[1] = s.cards[0].options[0]; }, "cards[0].options[1]", /twice/],
  ["a seat twice", (s) => { s.seats.push("commission"); }, "seats[", /twice/],
  ["a file whose gates run backwards", (s) => { Object.assign(s.files[0], { gate: 9, nextGate: 4 }); }, "files[0].nextGate", /come after/],
  ["a presidency out of order", (s) => { s.calendar.presidency[1].tick = -1; }, "calendar.presidency[1].tick", /come after/],
  ["a first week without presidency", (s) => { s.calendar.presidency[0].tick = 3; }, "calendar.presidency[0].tick", /week 0/],
  ["a card about an unknown file", (s) => { s.cards[0] = card([{ kind: "file", id: "x", does: "close" }]); }, "cards[0].options[1].effects[0].id", /no file is called "x"/],
  ["a card that opens a case on an unknown sector", (s) => { s.cards[0] = card([{ kind: "open", form: "probe", side: "beijing", sector: "x", breadth: 0.1 }]); }, "cards[0].options[1].effects[0].sector", /no sector/],
  ["a card about an unknown project", (s) => { s.cards[0] = card([{ kind: "project", id: "x", does: "back" }]); }, "cards[0].options[1].effects[0].id", /no project/],
  ["a card about an unknown sector", (s) => { s.cards[0] = card([{ kind: "price", sector: "x", by: 1 }]); }, "cards[0].options[1].effects[0].sector", /no sector/],
  ["a card about an unknown input", (s) => { s.cards[0] = card([{ kind: "risk", input: "x", by: 1 }]); }, "cards[0].options[1].effects[0].input", /no input/],
  ["a card about nothing known", (s) => { s.cards[0] = card(HOT, {}, { about: ["cheese"] }); }, "cards[0].about[0]", /nothing is called "cheese"/],
  ["a card that hangs on an unknown file", (s) => { s.cards[0] = card(HOT, {}, { when: { kind: "tick", ticks: [1], file: { id: "x", stages: ["asked"] } } }); }, "cards[0].when.file.id", /no file/],
  ["a card after an unknown one", (s) => { s.cards[0] = card(HOT, {}, { when: { kind: "outcome", card: "E98", outcome: "yes", after: 1, weight: 1 } }); }, "cards[0].when.card", /no card/],
  ["its plant where there is none", (s) => { s.cards[0] = card([{ kind: "project", id: "its", does: "back" }]); }, "cards[0].options[1].effects[0].id", /about no plant/],
  ["its file where there is none", (s) => { s.cards[0] = card([{ kind: "file", id: "its", does: "close" }]); }, "cards[0].options[1].effects[0].id", /about no file/],
  ["its sector where there is none", (s) => { s.cards[0] = card([{ kind: "price", sector: "its", by: 1 }]); }, "cards[0].options[1].effects[0].sector", /about no sector/],
  ["its states where there are none", (s) => { s.cards[0] = card([{ kind: "support", who: "about", by: 1 }]); }, "cards[0].options[1].effects[0].who", /about no state/],
  ["goods let go where none are held", (s) => { s.cards[0] = card([{ kind: "hold", does: "lift" }]); }, "cards[0].options[1].effects[0].kind", /about no hold/],
  ["a deal given back where there is none", (s) => { s.cards[0] = card([{ kind: "deal", does: "return" }], {}, { deciders: ["HU"] }); }, "cards[0].options[1].effects[0].kind", /about no deal/],
  ["a host without a plant", (s) => { s.cards[0] = card(HOT, {}, { deciders: ["host"] }); }, "cards[0].deciders[0]", /about no plant/],
  ["sellers without a sector", (s) => { s.cards[0] = card(HOT, {}, { deciders: ["exposed"] }); }, "cards[0].deciders[0]", /about no sector/],
  ["a blank without a filling", (s) => { s.cards[0] = card(HOT, {}, { line: "Smoke over {plant}." }); }, "cards[0].line", /about no plant/],
  ["a blank nobody knows", (s) => { s.cards[0] = card(HOT, {}, { line: "Ask {god}." }); }, "cards[0].line", /about no god/],
  ["standing of an office", (s) => { s.cards[0] = card([{ kind: "standing", who: "decider", by: 1 }]); }, "cards[0].options[1].effects[0]", /nothing in the name/],
  ["support of all who decide as one", (s) => { s.cards[0] = card([{ kind: "support", who: "decider", by: 1 }], {}, { deciders: ["members"], joint: "most" }); }, "cards[0].options[1].effects[0]", /nothing in the name/],
  ["an option that does nothing", (s) => { s.cards[0] = card([]); }, "cards[0].options[1]", /does nothing/],
  ["an option of one side taken unasked", (s) => { s.cards[0] = card(HOT, { for: "beijing" }); }, "cards[0].options[1].for", /open to all/],
  ["a card nobody decides, with options", (s) => { s.cards[0] = card(HOT, {}, { deciders: [] }); }, "cards[0].deciders", /nobody decides/],
  ["a card without a choice", (s) => { s.cards[0] = card(HOT, {}, { options: [] }); }, "cards[0].options", /nothing to choose/],
  ["an outcome told that was never open", (s) => { s.cards[0] = card(HOT, {}, { happens: { effects: HOT, says: ["Yes.", "No."] } }); }, "cards[0].happens.says", /without a chance/],
  ["a card that follows on one that comes by itself", (s) => { s.cards[0] = card([{ kind: "ask", card: "E02", who: "commission" }]); }, "cards[0].options[1].effects[0].card", /no card/],
  ["an unknown input on the other branch", (s) => { s.cards[0] = card(HOT, { chance: 0.5, otherwise: [{ kind: "adapt", input: "x", by: 1 }] }); }, "cards[0].options[1].otherwise[0].input", /no input/],
  ["a price on the option taken unasked", (s) => { s.cards[0] = card(HOT, { points: 1 }); }, "cards[0].options[1].points", /must be free/],
  ["a need of the option taken unasked", (s) => { s.cards[0] = card(HOT, { needs: "fund" }); }, "cards[0].options[1].needs", /always be possible/],
  ["a case that is opened unasked", (s) => { s.cards[0] = card(CASE); }, "cards[0].options[1].effects[0]", /bounds of an order: commission alone/],
  ["an economy that is steered unasked", (s) => { s.cards[0] = card(STEER, {}, { deciders: ["beijing"] }); }, "cards[0].options[1].effects[0]", /bounds of an order: beijing alone/],
  ["an economy that Brussels steers", (s) => { s.cards[0] = chosen({ effects: STEER }); }, "cards[0].options[0].effects[0]", /bounds of an order/],
  ["a case that a capital opens", (s) => { s.cards[0] = chosen({ effects: CASE }, { deciders: ["DE"] }); }, "cards[0].options[0].effects[0]", /bounds of an order/],
  ["a case that several open as one", (s) => { s.cards[0] = chosen({ effects: CASE }, { deciders: ["commission"], joint: "most" }); }, "cards[0].options[0].effects[0]", /bounds of an order/],
  ["a case that chance opens", (s) => { s.cards[0] = chosen({ effects: HOT, chance: 0.5, otherwise: CASE }); }, "cards[0].options[0].otherwise[0]", /bounds of an order/],
  ["a case that opens by itself", (s) => { s.cards[0] = card(HOT, {}, { happens: { effects: CASE } }); }, "cards[0].happens.effects[0]", /bounds of an order/],
  ["judges with nothing to decide", (s) => { s.cards[0] = card(HOT, { judged: true }); }, "cards[0].options[1].judged", /without a chance/],
  ["a truth that is left to chance", (s) => { s.cards[0] = card(HOT, { if: "missed", chance: 0.5 }); }, "cards[0].options[1].if", /by what is true/],
  ["a card that follows, about what none that asks it is about", (s) => { s.cards.find((c: { id: string }) => c.id === "E68").line = "{plant}"; }, "cards[", /no plant/],
  ["a goal of an office for a capital", (s) => { s.members[0].goals[0] = { kind: "measured-weeks", weeks: 9, text: "T." }; }, "members[0].goals[0].kind", /no goal of a capital/],
  ["a goal of a capital for an office", (s) => { s.goals.beijing[1] = { kind: "helped", times: 1, text: "T." }; }, "goals.beijing[1].kind", /no goal of an office/],
  ["a goal about an unknown plant", (s) => { s.members[0].goals[1] = { kind: "plant-financed", project: "x", text: "T." }; }, "members[0].goals[1].project", /no project/],
  ["a goal about an unknown sector", (s) => { s.members[0].goals[1] = { kind: "sales", sectors: ["vehicles", "x"], share: 1, text: "T." }; }, "members[0].goals[1].sectors[1]", /no sector/],
  ["a goal about an unknown input", (s) => { s.members[0].goals[1] = { kind: "stores", input: "x", weeks: 1, text: "T." }; }, "members[0].goals[1].input", /no input/],
  ["a goal about a stop of an unknown input", (s) => { s.members[0].goals[1] = { kind: "card", card: "E67", options: ["offer"], unstopped: "x", text: "T." }; }, "members[0].goals[1].unstopped", /no input/],
  ["a goal about an unknown option", (s) => { s.members[0].goals[1] = { kind: "card", card: "E67", options: ["x"], text: "T." }; }, "members[0].goals[1].options[0]", /no option/],
  ["a branch that cannot happen", (s) => { s.cards[0] = card(HOT, { otherwise: [] }); }, "cards[0].options[1].otherwise", /never happens/],
];

// biome-ignore format: one fault a row
const OF_THREE: Row[] = [
  ["a presidency of an unknown member", (s) => { s.calendar.presidency[0].member = "MT"; }, "calendar.presidency[0].member", /no member is called "MT"/],
  ["an election in an unknown member", (s) => { s.calendar.elections.push({ tick: 3, member: "MT" }); }, "calendar.elections[", /no member/],
  ["a seat of an unknown member", (s) => { s.seats.push("MT"); }, "seats[5]", /no member/],
  ["a plant in an unknown member", (s) => { s.projects[0].host = "MT"; }, "projects[0].host", /no member/],
  ["a card for an unknown member", (s) => { s.cards[0].deciders = ["MT"]; }, "cards[0].deciders[0]", /no member/],
  ["a card about an unknown member", (s) => { s.cards[0] = card([{ kind: "support", who: "MT", by: 1 }]); }, "cards[0].options[1].effects[0].who", /no member/],
];

describe("a broken scenario is refused with a path and a reason", () => {
  const expectFault = (scenario: Scenario, [, change, path, reason]: Row) => {
    const found = broken(scenario, change);
    const there = found.filter((p) => (path.endsWith("[") ? p.path.startsWith(path) : p.path === path));
    expect(there, JSON.stringify(found.slice(0, 5))).not.toEqual([]);
    expect(there.map((p) => p.reason).join()).toMatch(reason);
  };
  test.each([...SHAPE, ...CROSSED])("%s", (...row) => expectFault(brussels.scenario, row));
  test.each(OF_THREE)("%s", (...row) => expectFault(tiny.scenario, row));

  test("a vote of 4 October 2024 that the weights do not give", () => {
    const found = broken(brussels.scenario, (s) => {
      s.members.find((m: { code: string }) => m.code === "ES").evVote = "for";
    });
    expect(found.map((p) => p.path)).toEqual(["members", "members"]);
    expect(found[0]!.reason).toMatch(/"for" on 4 October 2024 weigh 56\.82 %, the count was 45\.99 %/);
  });

  test.each([null, 5, "scenario", [], {}])("%j is no scenario", (json) => {
    const result = parsePlayable(json);
    expect("problems" in result && result.problems.length).toBeGreaterThan(0);
  });

  test("one fault makes one problem", () => {
    const rows = CROSSED.filter(([name]) => name.startsWith("an unknown"));
    for (const [name, change] of rows) expect(broken(brussels.scenario, change), name).toHaveLength(1);
  });
});

/** Every parameter with its path. */
function parameters(node: unknown, path = ""): (Param & { path: string })[] {
  if (node === null || typeof node !== "object") return [];
  if ("grade" in node && "unit" in node) return [{ ...(node as Param), path }];
  return Object.entries(node).flatMap(([key, value]) =>
    parameters(value, Array.isArray(node) ? `${path}[${key}]` : path === "" ? key : `${path}.${key}`),
  );
}

describe.each(scenarios)("%s", (_, { scenario, rules, text }) => {
  test("every parameter has become a number", () => {
    expect(JSON.stringify(rules)).not.toMatch(/"grade"|"range"/);
    expect(rules.M).toBe(scenario.members.length);
    expect(rules.S).toBe(scenario.sectors.length);
    expect(rules.I).toBe(scenario.inputs.length);
    expect(rules.members[0]!.gdp).toBe(scenario.members[0]!.gdp.value);
    expect(rules.model.score.security).toEqual(scenario.model.score.security.value);
  });

  test("what is called measured rests on something that can be looked up", () => {
    const guesses = parameters({ ...scenario, sources: {} }).filter(
      (p) => p.grade === "measured" && p.source.split(" ").every((id) => !/^[SR]\d/.test(id)),
    );
    expect(guesses.map((p) => p.path)).toEqual([]);
  });

  test("a figure from general knowledge alone is not called measured, and every source is cited", () => {
    const cited = new Set<string>();
    const walk = (node: unknown): void => {
      if (node === null || typeof node !== "object") return;
      for (const [key, value] of Object.entries(node))
        if (/^(source|evVoteSource)$/.test(key)) for (const id of String(value).split(" ")) cited.add(id);
        else walk(value);
    };
    walk({ ...scenario, sources: {} });
    expect(Object.keys(scenario.sources).sort()).toEqual([...cited].sort());
  });

  test("reads one parameter a line", () => {
    const lines = text.split("\n");
    expect(lines.filter((line) => line.split('"grade"').length > 2)).toEqual([]);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(600);
  });

  test("a session fits its minutes with time to brief and debrief", () => {
    for (const preset of Object.values(scenario.presets)) {
      const running = (preset.weeks * preset.secondsPerWeek) / 60;
      expect(running).toBeLessThan(0.55 * preset.minutes);
    }
  });

  test("every path that the catalogue of numbers quotes leads to a parameter", () => {
    const known = new Set(parameters(scenario).map((p) => p.path));
    const quoted = INDICATORS.flatMap((indicator) => [...indicator.from]);
    expect(quoted.length).toBeGreaterThan(20);
    expect(quoted.filter((path) => !known.has(path))).toEqual([]);
  });
});

describe("brussels-2026 says what its sources say", () => {
  const { rules, scenario } = brussels;
  const member = (code: string) => rules.members[MEMBER_CODES.indexOf(code as "DE")]!;
  const sector = (id: string) => rules.sectors.find((s) => s.id === id)!;
  const input = (id: string) => rules.inputs.find((i) => i.id === id)!;
  const people = (codes: string): number => sum(codes.split(" ").map((code) => member(code).population));

  test("the 27 stand in the Council's order, and week 0 is Monday 29 June 2026", () => {
    expect(rules.members.map((m) => m.code)).toEqual([...MEMBER_CODES]);
    expect(scenario.start).toBe("2026-06-29");
    expect(new Date(scenario.start).getUTCDay()).toBe(1);
    expect([...scenario.seats].sort()).toEqual(["beijing", "commission", ...MEMBER_CODES].sort());
  });

  // Agence Europe 13544: shares of the population for Council votes in 2025.
  test.each([
    ["DE", 18.49],
    ["FR", 15.17],
    ["IT", 13.23],
    ["ES", 10.78],
    ["PL", 8.33],
    ["LT", 0.64],
    ["MT", 0.12],
  ])("%s weighs %f %%", (code, share) => {
    expect(member(code).population).toBe(share);
  });

  test("the camps of 4 October 2024 weigh 46.04, 31.55 and 22.42 %", () => {
    const camp = (ballot: string) => rules.members.filter((m) => m.evVote === ballot);
    expect(camp("for")).toHaveLength(10);
    expect(camp("abstain")).toHaveLength(12);
    expect(camp("against")).toHaveLength(5);
    expect(sum(camp("for").map((m) => m.population))).toBeCloseTo(46.04, 6);
    expect(sum(camp("abstain").map((m) => m.population))).toBeCloseTo(31.55, 6);
    expect(sum(camp("against").map((m) => m.population))).toBeCloseTo(22.42, 6);
  });

  test("the knife edges of the Council come out", () => {
    expect(people("DE IT HU SK")).toBeCloseTo(35.06, 6);
    expect(people("DE FR HU SK")).toBeCloseTo(37.0, 6);
    expect(people("FR IT ES NL LT")).toBeCloseTo(43.83, 6);
    expect(people("FR IT ES NL LT PL DK EE LV IE BG SE BE RO FI")).toBeCloseTo(67.26, 6);
    expect(rules.model.law.people).toBe(65);
    expect(rules.model.law.states).toBe(15);
    expect(rules.model.law.blockStates).toBe(4);
    expect(rules.model.law.blockPeople).toBe(35);
  });

  test("the deficit of 2025 is EUR 360.6bn", () => {
    const imports = sum(rules.sectors.map((s) => s.imports));
    const exports = sum(rules.sectors.map((s) => s.exports));
    expect(imports).toBeCloseTo(559, 6);
    expect(exports).toBeCloseTo(198.4, 6);
    expect(imports - exports).toBeCloseTo(360.6, 6);
  });

  test("Germany sells 81bn of it, Spain 7.9, and nobody else as much as Germany", () => {
    const sold = (code: string) => sum(member(code).exports);
    expect(sold("DE")).toBeGreaterThan(81.27 * 0.98);
    expect(sold("DE")).toBeLessThan(81.27 * 1.02);
    expect(sold("ES")).toBeGreaterThan(7.9 * 0.98);
    expect(sold("ES")).toBeLessThan(7.9 * 1.02);
    expect(Math.max(...MEMBER_CODES.filter((c) => c !== "DE").map(sold))).toBeLessThan(30);
  });

  // Where Beijing's answers have hurt: pork, cognac, chip machines, cars.
  test("each state's pride is in its exports", () => {
    const column = (id: string) => rules.members.map((m) => m.exports[rules.sectors.indexOf(sector(id))]!);
    const first = (id: string) => rules.members[column(id).indexOf(Math.max(...column(id)))]!.code;
    expect(first("vehicles")).toBe("DE");
    expect(first("machinery")).toBe("DE");
    expect(first("consumer")).toBe("FR");
    expect(first("agrifood")).toMatch(/FR|ES/);
    expect(first("electronics")).toBe("NL");
  });

  test("magnets: 20,000 t a year, over 90 % from China, 48 % of them used in Germany", () => {
    expect(input("magnets").demand).toBe(20_000);
    expect(scenario.inputs[rules.inputs.indexOf(input("magnets"))]!.unit).toBe("t");
    expect(input("magnets").chinaShare).toBeGreaterThan(0.9);
    expect(member("DE").use[rules.inputs.indexOf(input("magnets"))]).toBe(0.48);
  });

  test("the manufacturing shares are those of Destatis", () => {
    const shares = {
      DE: 19.7,
      PL: 16.6,
      IT: 16.3,
      ES: 11.7,
      FR: 10.6,
      MT: 6.5,
      CY: 4.8,
      IE: 29,
      SK: 22.4,
      CZ: 22,
    };
    for (const [code, share] of Object.entries(shares)) expect(member(code).manufacturing, code).toBe(share);
  });

  test("the tie to Chinese plants binds Hungary most, and a few others", () => {
    const tie = Object.fromEntries(rules.members.map((m) => [m.code, m.fdiTie]));
    expect(tie.HU).toBe(0.25);
    expect([tie.SK, tie.PT, tie.EL, tie.ES]).toEqual([0.12, 0.12, 0.12, 0.1]);
    const others = MEMBER_CODES.filter((c) => !["HU", "SK", "PT", "EL", "ES"].includes(c));
    expect(Math.max(...others.map((c) => tie[c]!))).toBeLessThanOrEqual(0.06);
  });

  test("the suspension of the October controls ends on 10 November 2026", () => {
    const monday = Date.parse(scenario.start) + scenario.calendar.packageReturns * 7 * 86_400_000;
    const day = Date.parse("2026-11-10");
    expect(day - monday).toBeGreaterThanOrEqual(0);
    expect(day - monday).toBeLessThan(7 * 86_400_000);
  });

  // Official Journal notices, and the announcements of MOFCOM.
  test.each([
    ["ev-duties", "2023-10-04", "2024-10-30", 0.078, 0.353],
    ["brandy", "2024-01-05", "2025-07-05", 0.277, 0.349],
    ["pork", "2024-06-17", "2025-12-17", 0.049, 0.198],
    ["dairy", "2024-08-21", "2026-02-13", 0.074, 0.117],
  ])("%s: opened %s, in force since %s, between %f and %f", (id, opened, inForce, low, high) => {
    const file = rules.files.find((f) => f.id === id)!;
    const weeks = (day: string) => (Date.parse(day) - Date.parse(scenario.start)) / (7 * 86_400_000);
    expect(file.stage).toBe("in-force");
    expect(Math.abs(file.opened - weeks(opened))).toBeLessThan(1);
    expect(Math.abs(file.gate! - weeks(inForce))).toBeLessThan(1);
    expect(file.rate).toBeGreaterThanOrEqual(low);
    expect(file.rate).toBeLessThanOrEqual(high);
  });

  test("Beijing keeps a licence for 45 working days at most by law, and longer in a go-slow", () => {
    expect(rules.model.modes["case-by-case"].weeks).toBeLessThanOrEqual(9);
    expect(rules.model.modes["go-slow"].weeks).toBeGreaterThan(9);
    expect(rules.model.modes.embargo.throughput).toBe(0);
  });

  // Boehm, Levchenko, Pandalai-Nayar: 0.76 after a year and about 2 after seven to ten.
  test("the upper trade elasticity passes through both measured points", () => {
    const { impactUpper, longUpper, speedUpper } = rules.model.trade;
    const elasticity = (weeks: number) =>
      impactUpper + (longUpper - impactUpper) * (1 - (1 - speedUpper) ** weeks);
    expect(elasticity(52)).toBeCloseTo(0.76, 1);
    expect(elasticity(8.5 * 52)).toBeGreaterThan(1.75);
    expect(elasticity(8.5 * 52)).toBeLessThan(2.25);
  });
});

test("every price that a move asks for is one of the scenario's, and none stands there for nothing", () => {
  const folder = new URL("../../shared/moves/", import.meta.url);
  const text = readdirSync(folder)
    .map((file) => readFileSync(new URL(file, folder), "utf8"))
    .join();
  const quoted = (key: string) => text.includes(`"${key}"`) || text.includes(`\`${key.split("/")[0]}/$`);
  expect(PRICES.filter((key) => !quoted(key))).toEqual([]);
  const heads = new Set(PRICES.map((key) => key.split("/")[0]!));
  expect(MOVES.map(({ kind }) => kind).filter((kind) => !heads.has(kind))).toEqual([]);
  const variants = (kind: string, field: string): string[] => {
    const move = MOVES.find((m) => m.kind === kind)!;
    // biome-ignore lint/suspicious/noExplicitAny: the shape of a schema is known to zod alone
    return (move.schema as any).shape[field].options.map((variant: string) => `${kind}/${variant}`);
  };
  const keys = [...text.matchAll(/price\((?:rules), "([^"]+)"/g)].map((match) => match[1]!);
  keys.push(...variants("decide-gate", "decision"), ...variants("enforce-contract", "how"));
  expect(keys.length).toBeGreaterThan(50);
  expect(keys.filter((key) => !(PRICES as readonly string[]).includes(key))).toEqual([]);
});

test.each(scenarios)("%s is ready to be played, its agreements included", (_, { scenario }) => {
  expect(parsePlayable(structuredClone(scenario))).not.toHaveProperty("problems");
});

test("tiny is a world of three states, two sectors and one input", () => {
  const { rules } = tiny;
  expect([rules.M, rules.S, rules.I]).toEqual([3, 2, 1]);
  expect(rules.files.length).toBeGreaterThan(0);
  expect(rules.cards.length).toBeGreaterThan(2);
  expect(compile(tiny.scenario)).toEqual(rules);
});
