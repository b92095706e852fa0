// English words for every number a person can see, and for the parameters behind them.

import type { IndicatorId } from "../../shared/indicators.ts";

interface IndicatorWords {
  /** Short, for a tile or the head of a column. */
  name: string;
  /** What it is. */
  what: string;
  /** How it comes about, in a sentence. */
  rule: string;
}

/** Headline and table names of the numbers. */
export const indicators: Record<IndicatorId, IndicatorWords> = {
  heat: {
    name: "Heat",
    what: "How close the two sides are to losing control: 0 is calm, 100 open conflict.",
    rule: "Duties, squeezes and insults raise it by fixed steps; each week 1.5 % of it cools away.",
  },
  cohesion: {
    name: "Cohesion",
    what: "How far the 27 capitals hold one line.",
    rule: "The further apart their support lies, the lower; lost votes take from it at once, side deals little by little, both for months.",
  },
  legitimacy: {
    name: "Legitimacy",
    what: "How fair and lawful Europe’s steps look to others.",
    rule: "Proven cases and open figures raise it; thin cases, empty threats and duties without a majority cost it.",
  },
  growth: {
    name: "China’s growth",
    what: "Growth of China’s economy, a year, as official statistics have it.",
    rule: "It follows the true figure slowly, and stands a little above it.",
  },
  realGrowth: {
    name: "True growth",
    what: "Growth of China’s economy, a year.",
    rule: "It falls when sales to Europe fall behind what Beijing counts on.",
  },
  access: {
    name: "Market access",
    what: "How far China’s market has opened to European firms.",
    rule: "Beijing opens it step by step, by itself or by agreement.",
  },
  transparency: {
    name: "Subsidies published",
    what: "Part of its subsidies that Beijing has laid open.",
    rule: "Each step opens a fifth. What is published need not be proven in a case, and ending one is fair.",
  },
  deficit: {
    name: "Trade deficit",
    what: "Goods the Union buys from China less what it sells there.",
    rule: "Duties move it slowly, since buyers need a year or more to change suppliers.",
  },
  stopped: {
    name: "Lines stopped",
    what: "Production lines in the Union that stand still for want of an input.",
    rule: "A line stops when the firm’s store runs under what it needs; at about a week of use half of them stand.",
  },
  loss: {
    name: "Output lost",
    what: "What the stopped lines would have made, a year.",
    rule: "The value that hangs on an input times the part of it that is missing.",
  },
  coercedCost: {
    name: "Cost of coercion",
    what: "What coercion has cost the Union at its worst, a year: output lost, and sales lost in part.",
    rule: "It is remembered for as long as the coercion can still be answered. The more it is, the readier capitals are to find coercion and to answer it.",
  },
  fund: {
    name: "Emergency fund",
    what: "Money ready for states that are hit, a year.",
    rule: "The Council votes it; while it lasts, states feel half of what they lose.",
  },
  lines: {
    name: "Lines stopped",
    what: "Production lines here that stand still for want of an input.",
    rule: "A line stops when the firm’s store runs under what it needs; at about a week of use half of them stand.",
  },
  pain: {
    name: "Cost to us",
    what: "Output, exports and duties lost, after relief.",
    rule: "Losses in the sectors on the front page weigh double; it follows the losses with some weeks’ delay.",
  },
  sold: {
    name: "Sold to China",
    what: "Goods sold to China, a year.",
    rule: "China’s duties and goods held at customs take from it; part of what is lost finds other buyers.",
  },
  held: {
    name: "Held at customs",
    what: "Share of the hardest-hit exports that waits at Chinese customs, as everybody knows.",
    rule: "A quiet ban is denied; it is known to all once it comes out or four states speak of it.",
  },
  atCustoms: {
    name: "Waiting at customs",
    what: "Share of the hardest-hit exports that waits at Chinese customs, known to others or not.",
    rule: "A quiet ban bites within two weeks and fades when it is lifted.",
  },
  standing: {
    name: "Standing",
    what: "What the other capitals think this one’s word is worth.",
    rule: "Help raises it, and a vote or a store given as promised; broken promises and deals that come out cost it. What is promised in secret counts once it gets about.",
  },
  dutyEurope: {
    name: "Our duty",
    what: "The Union’s average duty on Chinese goods of the sector.",
    rule: "Duties in force times the share of the sector they cover.",
  },
  dutyChina: {
    name: "China’s duty",
    what: "China’s average duty on the Union’s goods of the sector.",
    rule: "Duties in force times the share of the sector they cover.",
  },
  imports: {
    name: "We buy",
    what: "Goods of the sector from China, a year.",
    rule: "Cheaper goods and a growing market raise it; a duty lowers it by half a year’s habit at a time.",
  },
  cheaper: {
    name: "Cheaper",
    what: "How much cheaper Chinese goods of the sector have become since week 0.",
    rule: "Too much capacity presses prices down; stimulus at home and fewer mills let them recover.",
  },
  lost: {
    name: "Sales lost",
    what: "Your sales of the sector to China, a year, that are lost against the trend and found no other buyer.",
    rule: "Goods held up at customs and China’s duties raise it; other buyers take over part of it with time.",
  },
  injury: {
    name: "Injury",
    what: "Part of the market that makers at home have lost; it heals slowly.",
    rule: "It rises with imports above those of week 0 and falls only slowly after them.",
  },
  mode: {
    name: "Licences",
    what: "How Beijing handles applications.",
    rule: "Beijing turns it a step at a time, tighter or looser.",
  },
  price: {
    name: "Headline price",
    what: "What a buyer in a hurry pays, against a normal year.",
    rule: "It rises as stores empty and as firms see risk.",
  },
  points: {
    name: "Political capital",
    what: "What you can spend on decisions.",
    rule: "A little comes every week, up to a low cap.",
  },
  money: {
    name: "Purse",
    what: "Money you can commit.",
    rule: "From week 52 a capital gets a quarter of its yearly money each quarter, up to a year’s. The common envelope gains once a year; capitals do not pay into it.",
  },
  hold: {
    name: "Beijing could cost us",
    what: "Output lost in half a year if a squeeze began today, with the stocks of today.",
    rule: "Licences for the critical inputs held at a go-slow for 26 weeks, less stores, reserve and other sources.",
  },
  holdBy: {
    name: "By input",
    what: "Part of what such a squeeze would cost that is due to this input.",
    rule: "The same test, counted for each input by itself.",
  },
  holdWeeks: {
    name: "Weeks until it bites",
    what: "First week of visible loss in such a squeeze.",
    rule: "The first week in which the loss of that test passes a fixed sum.",
  },
  holdNet: {
    name: "Beijing could cost us, net",
    what: "What a squeeze of half a year would cost Europe, less what it would cost China.",
    rule: "Loss in the squeeze test, less value added in the sales of inputs that China would forgo.",
  },
  europeNet: {
    name: "We could cost Beijing, net",
    what: "What Europe’s measures that are ready now would cost China in a year, less what they would cost Europe.",
    rule: "Of every euro it would cost China, that part is taken off which Europe’s own buyers would pay.",
  },
  gone: {
    name: "Beijing’s hold gone",
    what: "Part of the hold of week 0 that is gone for good, with stores of firms at normal.",
    rule: "A harder test of 52 weeks at 15 % of normal licences, compared with the same test in week 0.",
  },
  europeReady: {
    name: "We could cost Beijing",
    what: "What Europe’s measures that are ready now would cost China in a year.",
    rule: "Each measure counts for a share of China’s sales to Europe, less what leaks by other doors.",
  },
  europeVote: {
    name: "After a vote",
    what: "What one more Council vote would add.",
    rule: "Measures that are ready but for a majority.",
  },
  europeLaw: {
    name: "After a case or law",
    what: "What procedures under way would add.",
    rule: "Open cases and laws that the clock has not brought to their end.",
  },
  europeWeeks: {
    name: "Weeks until ours bites",
    what: "First week in which Europe’s measures would be felt.",
    rule: "The shortest legal clock among the measures.",
  },
  resolve: {
    name: "Europe’s word",
    what: "How likely Beijing thinks it that Europe stands by its word.",
    rule: "Threats kept and duties carried by many capitals raise it; folding under pressure lowers it for years.",
  },
  firmness: {
    name: "Taken for firm",
    what: "How likely Beijing thinks it that this capital stands when it is pressed.",
    rule: "Refused offers and votes under a warning raise it, taken ones lower it; an election halves what was learned.",
  },
  trustBrussels: {
    name: "Trusts Brussels",
    what: "How likely this capital thinks it that Brussels does what it says.",
    rule: "Threats kept and squeezes stood raise it; threats dropped, cases let go and broken agreements lower it.",
  },
  trustBeijing: {
    name: "Believes Beijing",
    what: "How likely this capital thinks it that Beijing does what it says, in promises as in warnings.",
    rule: "Promises and warnings kept raise it, broken ones lower it; it drifts back over years.",
  },
  jobs: {
    name: "Jobs tied to Europe",
    what: "Jobs in China that live from sales to Europe.",
    rule: "So many jobs for every billion of sales.",
  },
  face: {
    name: "Face",
    what: "How Beijing looks at home.",
    rule: "Public slights cost it, respect in public restores it; it drifts back to normal.",
  },
  reputation: {
    name: "Name as a supplier",
    what: "How far buyers elsewhere trust deliveries.",
    rule: "Every week of slow licences and every broken promise costs it; calm restores it slowly.",
  },
  support: {
    name: "Support",
    what: "Backing of a capital for the common line, −1 to 1.",
    rule: "Its own line, its losses, its neighbours, Beijing’s offers and plants, and relief pull at it a little each week.",
  },
  magnets: {
    name: "Magnet stock",
    what: "Weeks of use in the stores of a state’s firms.",
    rule: "What arrives less what factories use.",
  },
  stock: {
    name: "In stock",
    what: "Weeks of normal use in firms’ stores.",
    rule: "What arrives, from China and elsewhere, less what factories use.",
  },
  throughput: {
    name: "Let through",
    what: "Licences granted a week, against a normal year.",
    rule: "Set by how Beijing handles applications, and by whom it favours.",
  },
  approval: {
    name: "Granted",
    what: "Of the applications that are due, the part that is granted at the present rate.",
    rule: "What Beijing lets through in a week, against what should be answered in it.",
  },
  licenceDays: {
    name: "A licence takes",
    what: "Days from application to answer.",
    rule: "Set by how Beijing handles applications.",
  },
  queue: {
    name: "Waiting",
    what: "Applications in the queue, in weeks of use.",
    rule: "What firms ask for less what is granted.",
  },
  gap: {
    name: "Missing",
    what: "Part of the need that is not met this week.",
    rule: "It opens when stores run low, long before they are empty.",
  },
  risk: {
    name: "Risk firms see",
    what: "It drives firms to look elsewhere, and fades in calm.",
    rule: "A squeeze raises it, quiet and promises let it fade; without it nobody builds elsewhere.",
  },
  starts: {
    name: "New plants",
    what: "Plants outside China that firms start by themselves, at today’s pace, in a quarter.",
    rule: "Firms build where they see more risk than it costs extra; calm and unchecked promises take that away.",
  },
  underway: {
    name: "Being built",
    what: "Unnamed plants outside China that have a permit to get, are being built, or run up.",
    rule: "What is started, less what gives up on the way, until it delivers after some two and a half years.",
  },
  closures: {
    name: "Closing",
    what: "Plants outside China that close for want of a price, at today’s pace, in a quarter.",
    rule: "In calm nobody pays more for safety, so plants without a buyer or a floor close; a flood does it faster.",
  },
  closed: {
    name: "Closed so far",
    what: "Plants outside China that have closed for want of a price since week 0.",
    rule: "What closes each week, added up.",
  },
  stockpile: {
    name: "Union reserve",
    what: "Weeks of the Union’s use in the common reserve.",
    rule: "Orders fill it slowly, since no licence is granted for hoarding; a squeeze stops them.",
  },
  ordered: {
    name: "On order",
    what: "Weeks of the Union’s use ordered for the reserve and not yet bought.",
    rule: "Each order adds to it; a little is bought every week, nothing in a squeeze.",
  },
  elsewhere: {
    name: "From elsewhere",
    what: "Share of the need met from outside China.",
    rule: "Plants running, allies and recycling.",
  },
  marketPower: {
    name: "Market power",
    what: "What Beijing’s share of an input alone is worth as power, in a year, whatever stores hold.",
    rule: "It explodes as the share nears all: from 95 to 65 % two thirds of it are gone.",
  },
};

/** Parameters behind the numbers, by their path without positions: what the source row is about. */
export const params: Record<string, string> = {
  "model.heat.decay": "Left of heat after a week",
  "model.heat.tariff": "Heat of a new duty",
  "model.politics.dispersion": "What disagreement costs",
  "model.politics.legitimacyNormal": "Where it drifts to",
  "model.politics.exportPain": "Weight of lost exports",
  "model.politics.coercionPain": "Loss from which coercion counts in full",
  "model.politics.tariffPain": "Weight of what buyers pay in duties",
  "model.politics.pain": "What pain does to support",
  "model.beijing.growth": "Growth counted on",
  "model.beijing.growthPerGap": "Growth lost with sales to Europe",
  "model.information.officialBias": "What official statistics add",
  "model.information.officialSpeed": "How fast they follow",
  "model.information.platform": "What the matching platform tells",
  "model.information.applications": "What applications tell Beijing",
  "model.beijing.jobs": "Jobs for a billion of sales",
  "model.beijing.faceNormal": "Where it drifts to",
  "model.beijing.reputationNormal": "Where it drifts to",
  "model.beijing.banSize": "Share a quiet ban holds up",
  "model.beijing.banExposure": "Chance that it comes out",
  "model.moves.publishStep": "One step",
  "model.trade.accessMax": "The most that can open",
  "model.trade.injuryKnee": "Loss from which makers close",
  "model.inputs.spotStock": "How stores move the price",
  "model.inputs.riskUp": "What a full stop adds a week",
  "model.inputs.starts": "Starts for the risk seen",
  "model.inputs.startThreshold": "Risk that pays the extra cost",
  "model.inputs.complacency": "How an unchecked promise soothes",
  "model.inputs.permitWeeks": "Weeks for a permit",
  "model.inputs.buildWeeks": "Weeks of building",
  "model.inputs.rampWeeks": "Weeks to full output",
  "model.inputs.exit": "Closures in full calm",
  "model.inputs.exitRisk": "Risk from which nothing closes",
  "model.inputs.floodExit": "How much faster in a flood",
  "model.inputs.floodExitLeast": "The least that closes in a flood",
  "model.inputs.stockDelay": "Weeks to the first delivery",
  "model.inputs.stockFlow": "The most the reserve may buy",
  "model.points.commissionIncome": "Income of the Commission a week",
  "model.points.envelope": "The common envelope",
  "model.resolve.stressThroughput": "Licences in the test",
  "model.resolve.stressWeeks": "Weeks of the test",
  "model.resolve.biteLoss": "Loss that counts as visible",
  "model.resolve.lockThroughput": "Licences in the harder test",
  "model.resolve.sourcesElasticity": "How easily users change sources",
  "model.resolve.lockWeeks": "Weeks of the harder test",
  "model.resolve.europeScale": "What all sales to Europe are worth",
  "model.resolve.start": "Where it began",
  "model.resolve.firmness": "Of a capital in the middle",
  "model.resolve.firmnessPosture": "For each step of its line",
  "model.resolve.trustBrussels": "Where it began",
  "model.resolve.trustBeijing": "Of a capital in the middle",
  "model.resolve.trustBeijingPosture": "For each step of its line",
  "model.politics.voteTrust": "What full trust is worth in a vote",
  "sectors.passThrough": "Part of a duty that buyers pay",
  "sectors.drift": "Fall of prices a year, in week 0",
  "sectors.imports": "Imports in week 0",
  "sectors.dutyEurope": "Our duty in week 0",
  "sectors.dutyChina": "China’s duty in week 0",
  "members.lines": "Lines that need the inputs",
  "members.gdp": "GDP",
  "members.exports": "Sold to China in week 0",
  "inputs.valueAtRisk": "Value that hangs on it",
  "inputs.throughput": "Let through in week 0",
  "inputs.price": "Normal price",
  "inputs.stockWeeks": "A normal store",
  "inputs.licenceWeeks": "A licence in week 0",
  "inputs.covered": "Share that needs a licence",
  "inputs.halfWeeks": "Store at which half the lines stand",
  "inputs.chinaShare": "From China",
};
