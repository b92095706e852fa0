// The parameters of the model, block by block. Meaning and equation stand here, values and sources in the scenario.

import * as z from "zod";
import { type Kind, type Param, param } from "./param.ts";

type Figure = ReturnType<typeof param>;

/** A block of amounts; figures of another kind are named first, by their kind. */
const block = <K extends string>(kinds: Partial<Record<Kind, readonly NoInfer<K>[]>>, ...names: K[]) => {
  const kindOf = new Map(
    Object.entries(kinds).flatMap(([kind, own]) => (own ?? []).map((name) => [name, kind as Kind] as const)),
  );
  return z.strictObject(
    Object.fromEntries(names.map((name) => [name, param(kindOf.get(name) ?? "amount")])) as Record<K, Figure>,
  );
};

const above0 = z.number().positive("must be above 0");

/** Lengths of a game, in weeks, for which a figure that goes by length is given. */
export const HORIZONS = [78, 104, 156, 208] as const;

/** A value for each of the `HORIZONS`; `byHorizon` draws the line between them. */
const horizon = z.strictObject({
  value: z.tuple([above0, above0, above0, above0]),
  unit: z.string(),
  source: z.string(),
  grade: z.enum(["measured", "estimated", "assumed"]),
  note: z.string().optional(),
});

const trade = block(
  {
    share: [
      "speedLower",
      "speedUpper",
      "driftDecay",
      "leakage",
      "leakageClosed",
      "injuryDecay",
      "exportDecline",
      "exportSpeed",
      "banSpeed",
      "diversionSpeed",
    ],
    part: ["thirdShare"],
    positive: ["leakageWeeks", "injuryKnee"],
    rate: ["growth"],
  },
  "impactLower", // E3 elasticity China against third countries at once
  "longLower", // E3 the same in the long run
  "speedLower", // E3 adjustment a week
  "impactUpper", // E5 foreign against home-made, at once
  "longUpper",
  "speedUpper",
  "demand", // E6 elasticity of demand
  "growth", // E6 growth of the market a year
  "thirdShare", // E4 China's share of foreign supply is read off imports; this caps it in week 0
  "driftDecay", // E7 decay of the price drift a week
  "leakage", // E8 share of lost covered imports that comes back by another door
  "leakageWeeks", // E8
  "leakageClosed", // E8 part of the leakage left while a case against circumvention is in force
  "injuryDecay", // E9
  "injuryValue", // E9 value added per market
  "injuryKnee", // E9
  "exportDecline", // E10 structural decline of exports to China a year
  "exportImpact", // E10 elasticity at once
  "exportLong",
  "exportSpeed",
  "banSpeed", // E10 how fast an informal ban bites, a week
  "diversionSpeed", // E11
  "accessMax", // E10 ceiling of market access
  "discipline", // E48 log points by which makers that promised a least price hold it above the market's
  "withhold", // E48 log points of sales that makers that promised a quota forgo
  "disciplineCut", // E48 part by which both are more while Beijing cuts capacity
);

const inputs = block(
  {
    share: [
      "riskNormal",
      "riskUp",
      "riskReputation",
      "startThreshold",
      "obligationSoft",
      "obligationShare",
      "exempt",
      "exit",
      "exitRisk",
      "floodExitLeast",
      "floodOfftake",
      "failure",
      "failureBacked",
      "adaptSpeed",
      "adaptSlack",
      "allyRisk",
      "clubFloor",
      "releaseMax",
      "releaseOrdinary",
      "mandateCost",
      "matchSpeed",
    ],
    rest: ["adaptCap", "matchHalf"],
    positive: [
      "adjustWeeks",
      "riskHalfLife",
      "learningBase",
      "permitWeeks",
      "buildWeeks",
      "rampWeeks",
      "fastTrack",
      "opposition",
      "allyLag",
      "mandateStock",
      "mandateWeeks",
    ],
    whole: ["releaseMembers", "stockEvery"],
  },
  "adjustWeeks", // E12 weeks over which firms close the gap to their wished stock
  "bufferRisk", // E12 omega_b: extra stock wished when risk is seen
  "riskNormal", // E12, E17 rho_0
  "riskUp", // E17 rise a week in a full stop
  "riskHalfLife", // E17 weeks
  "riskReputation", // E37 risk seen of a supplier without any good name left
  "complacency", // E17 how much an unverified assurance speeds forgetting
  "starts", // E18 k_p
  "startThreshold", // E18
  "premium", // E18 extra cost outside China
  "learning", // E18 exponent b
  "learningBase", // E18 cumulative starts at which the premium holds, share of demand
  "obligationStarts", // E18 what a strict duty to diversify adds, factor
  "obligationSoft", // weight of the soft form against the strict one
  "obligationShare", // E23 share of one country from which a firm pays under the soft form
  "obligationStrict", // E23 the same under the strict form, the law of three suppliers
  "obligationFine", // E23 of the value added that hangs on the excess
  "exempt", // exempted share above which a strict duty works like a soft one
  "exit", // E19 a week when nobody sees risk
  "exitRisk", // E19 risk at which exit stops
  "floodExit", // E19 factor while Beijing floods
  "floodExitLeast", // E19 a week while Beijing floods, whatever risk is seen
  "floodOfftake", // share of offtake left while Beijing floods
  "permitWeeks", // E20
  "buildWeeks",
  "rampWeeks",
  "fastTrack", // E20 factor on permits
  "opposition", // E20 factor on contested permits
  "failure", // E20 chance a week without offtake
  "failureBacked", // E20 with offtake
  "adaptSpeed", // E21
  "adaptSqueeze", // E21
  "adaptRisk", // E21
  "adaptObligation", // E21
  "adaptCap", // E21
  "adaptSlack", // E16 shortage that adaptation absorbs
  "allyCap", // E20 spare capacity of allies, share of demand
  "allyLag", // weeks
  "allyRisk", // risk above which allies are asked
  "clubAlly", // E27 allies' spare capacity within the club, factor
  "clubFlow", // E27 purchases for the store within the club, factor
  "clubFloor", // E27 closures of unsupported capacity that its floor price prevents, share
  "recyclingSpeed", // E22 share of demand gained in 26 weeks with a full scrap limit
  "network", // E16 multiplier when more than two inputs bind
  "spotStock", // price: exponent on stocks
  "spotRisk", // price: exponent on risk
  "stockFlow", // stockpile purchases, share of weekly demand
  "stockFlowContract", // factor while a contract holds
  "stockCapWeeks",
  "releaseMax", // E25 share of weekly demand under the emergency act
  "releaseOrdinary", // E25 the same without it
  "releaseMembers", // E25 member states short of an input that open the store
  "releaseAhead", // E25 weeks of want kept for those whom a rule serves first
  "carry", // E24 a year
  "stockEvery", // weeks between two stock orders
  "stockDelay", // weeks from order to first delivery
  "mandateStock", // E12 stock that a national mandate adds to what firms wish, weeks of use
  "mandateWeeks", // over which it is built up
  "mandateCost", // of the value added that hangs on the inputs, a year
  "matching", // E26 rise of k_p at full matching
  "matchHalf", // E26 fall of W1/2 at full matching
  "matchSpeed", // E26 a week, once the platform runs
);

const modes = z.strictObject(
  Object.fromEntries(
    ["free", "general", "case-by-case", "go-slow", "embargo"].map((mode) => [
      mode,
      block({ share: ["asks"] }, "throughput", "weeks", "asks"),
    ]),
  ) as Record<
    "free" | "general" | "case-by-case" | "go-slow" | "embargo",
    ReturnType<typeof block<"throughput" | "weeks" | "asks">>
  >,
);

const politics = block(
  {
    signed: [
      "alphaBase",
      "yes",
      "no",
      "dutyBase",
      "fundBase",
      "lawBase",
      "actBase",
      "determinationBase",
      "measuresBase",
    ],
    share: [
      "speed",
      "peers",
      "offerDecay",
      "coverFund",
      "coverNone",
      "lawSoftShare",
      "togetherBan",
      "dealDecay",
      "dealSpread",
      "failedDecay",
      "solidarityDecay",
      "fundCover",
      "hazard",
      "legitimacyPull",
      "relief",
    ],
    positive: ["painHalfLife", "exposureUnit", "coercionPain", "solidarity"],
    level: ["dutyHeat", "legitimacyNormal"],
    hundred: ["clubLeaves"],
    count: ["pledgesEach"],
  },
  "painHalfLife", // E28
  "iconic", // E28 weight of the iconic sectors
  "exportPain", // E28 weight of lost exports
  "tariffPain", // E28 weight of tariff cost
  "speed", // E29
  "pain", // E29 beta_n
  "injury", // E29 beta_i
  "fund", // E29 beta_f
  "legitimacy", // E29
  "peers", // E29
  "offer", // E29 support an accepted side offer turns at first
  "offerDecay", // a week
  "alphaBase",
  "alphaPosture",
  "alphaVote",
  "alphaTie",
  "alphaNoise", // start of support
  "plantTie", // E35 support that each Chinese plant won takes for good, as the ties of old do
  "yes",
  "no", // E30 cut-offs
  "voteNoise", // E30
  "voteLegitimacy", // E30 worth of full legitimacy on a vote
  "voteTrust", // E40 worth of full belief in Brussels' word on a vote
  "pledge", // E30 worth of a promise to a capital
  "offerVote",
  "offerAbstain", // E30 worth of a side offer on the vote it asks for
  "exposureUnit", // exports to China that count as one unit of exposure, share of GDP
  "coverFund",
  "coverNone", // share of retaliation that a state expects to be covered, with and without the fund
  "dutyBase",
  "dutyInjury",
  "dutyExposure",
  "dutyHeat", // vote on a duty; the heat at which retaliation is feared in full
  "fundBase",
  "fundExposed",
  "fundExposedFrom",
  "fundFrugal",
  "fundRisk", // vote on the fund
  "fundThree",
  "fundFive",
  "fundSnapback", // what a larger fund and the snapback cost in the vote
  "lawBase",
  "lawRisk",
  "lawCarSupplier",
  "lawSoft",
  "reportWorth", // a soft form of the text to every capital
  "statementSway", // what a public joint statement moves the undecided by
  "statementReach", // distance from the cut-off within which a capital is undecided
  "blockCohesion", // cohesion lost when a blocking minority declares itself
  "togetherStanding", // for standing by a state whose goods are held up
  "togetherBan", // chance that this is answered at customs
  "caucusStanding", // for each state of a block that turned a vote
  "lawSoftShare", // vote on the duty to diversify
  "actBase",
  "actExposure", // vote on laws that shut out what comes from China
  "coercionPain", // yearly loss from which the case against coercion is made in full, EUR bn
  "determinationBase",
  "determinationPain",
  "determinationSqueeze",
  "determinationFund",
  "determinationExposure", // vote on finding coercion
  "measuresBase",
  "measuresPain",
  "measuresFund",
  "measuresExposure", // vote on answering it
  "dispersion", // E32
  "dealCohesion",
  "dealDecay", // E32 accepted side deals
  "dealSpread", // E32 part of what is not yet felt of a side deal that each of two steps lets through a week
  "failedCohesion",
  "failedDecay", // E32 failed votes
  "solidarity",
  "solidarityDecay", // E32
  "fundCover", // E33 share of output pain the fund relieves at most
  "fundReach", // E33 yearly output loss that one billion of fund can relieve, EUR bn
  "hazard", // E33 moral hazard
  "lobby", // E34 shift of alpha by a lobby card
  "lobbyWeeks",
  "electionDraw", // alpha redrawn by so much
  "legitimacyPull", // E36 a week
  "legitimacyNormal", // E36
  "disproportion", // E36 legitimacy lost by a measure far wider than the injury
  "bluff", // E36 legitimacy lost by a threat that was dropped
  "noMajority", // E36 legitimacy lost by a duty that most people's governments did not back, or against most states' advice
  "partners", // legitimacy lost by a safeguard, which meets partners' goods too
  "clubLeaves", // E36 legitimacy below which partners leave the club
  "marginResolve", // l gained by a duty backed by all people's governments
  "missionExports",
  "missionCohesion",
  "missionWeeks",
  "missionEvery",
  "relief",
  "reliefDelay", // weeks from the order to the first payments
  "reliefWeeks",
  "reliefEvery",
  "reliefPurse",
  "permitSupport",
  "permitWeeks",
  "pledgesEach", // promises a capital can be given in one game
);

const beijing = block(
  {
    signed: ["growth"],
    rate: ["salesTrend"],
    share: [
      "growthSpeed",
      "facePull",
      "exposure",
      "refusalBan",
      "publishBan",
      "exemption",
      "banSize",
      "banExposure",
      "probeFinal",
      "probeHard",
      "mirrorChance",
      "mirrorShare",
      "courseDrift",
      "rulesSlow",
      "offRamp",
      "stepDownPart",
      "stepDownHalf",
    ],
    positive: ["plantWorth", "fastLane", "aimFactor", "rulesCost", "offRampLoss", "stepDownWeeks"],
    hundred: ["faceNormal", "reputationStart", "reputationNormal", "envoyBig"],
  },
  "growth", // gamma*, % a year
  "growthPerGap", // E37 % of growth lost per % of sales to Europe lost
  "growthSpeed", // a week
  "growthBearable", // E37 shortfall of growth from which Beijing must act, % a year
  "salesTrend", // E37 yearly growth of sales to Europe that Beijing counts on, log points
  "jobs", // E37 jobs per EUR bn, million
  "faceNormal",
  "reputationStart",
  "reputationNormal",
  "facePull", // back to normal a week, share
  "reputationPull", // back to normal a week, points
  "reputationSlow", // E37 loss a week of go-slow
  "squeezeUpkeep",
  "squeezePause", // points a week, and weeks between two squeezes
  "bluffFace", // E37 face lost by a warning that is not carried out
  "flickerCost",
  "flickerReputation",
  "flickerWeeks",
  "envoyBig", // population above which an envoy costs double, %
  "envoyEvery", // weeks between two envoys to one capital
  "offerWeeks", // weeks a capital has to answer
  "dealWeeks", // weeks a side deal binds
  "exposure", // chance that a side deal comes out in its life
  "exposedVote",
  "exposedCohesion",
  "exposedFace",
  "exposedStanding", // what comes of it
  "publishCohesion",
  "publishFace",
  "publishStanding", // a capital that publishes an offer
  "refusalBan",
  "publishBan", // chance that a refusal, or a publication, is answered at customs
  "plantWorth", // Chinese plant of a gift, EUR bn
  "orderWorth", // extra exports of an order, share
  "fastLane", // licence queue of a favoured state, factor
  "exemption", // share of Chinese duties and holds a state is spared
  "banSize",
  "banExposure",
  "banLegitimacy",
  "banWeeks",
  "banSolidarity", // support of every capital when a hold comes out
  "aimFactor",
  "aimWeeks",
  "probeRate",
  "probeFinal",
  "probeHard", // provisional rate, and the share of it that stays when Europe has offered something, and when not
  "probeProvisional",
  "probeDefinitive", // weeks
  "mirrorChance",
  "mirrorWeeks",
  "mirrorShare",
  "mirrorRate", // closed tenders answered in kind: how likely, how soon, on how much, and counted as what duty
  "servicesGrowth", // growth lost while Europe shuts out services and investors
  "assuranceMax",
  "assuranceEvery",
  "assuranceThroughput",
  "packageThroughput", // throughput lost while the package of October 2025 applies, share
  "packageWeeks", // licence weeks added by it
  "packageHeat",
  "packageLead",
  "packageLag", // weeks before and after its end in which to move the suspension is cheap
  "packageMost", // furthest week to which it may be suspended
  "floodWeeks",
  "floodPause", // weeks from the end of a flood to the next
  "floodShare", // supply of the first input from elsewhere that is worth a flood
  "floodGrowth", // growth lost while it lasts
  "floodLegitimacy",
  "courseWeeks", // weeks that stimulus or cuts of capacity run, and that the bill for stimulus is paid
  "courseDrift", // E7 part of the price drift that either takes away
  "stimulusGrowth",
  "stimulusBill", // growth it costs in the weeks after
  "industryGrowth", // growth that a cut of capacity costs at first
  "courseEvery",
  "rulesWeeks",
  "rulesCost", // E23 factor on what the duty to diversify costs there
  "rulesSlow", // E18, E20 part by which plants there, and starts in step with its use, slow down
  "rulesReputation",
  "rulesLegitimacy",
  "offRamp",
  "offRampLoss",
  "offRampSnapback",
  "offRampCase",
  "offRampCoercion",
  "offRampFund",
  "offRampDignity",
  "offRampBase", // chance of an off-ramp a week, and what it is made of
  "stepDownResolve",
  "stepDownWeeks", // what a mutual step-down does
  "stepDownPart", // share of what both sides laid on that goes in a step-down
  "stepDownHalf",
  "stepDownAnswer",
  "stepDownEvery", // weeks to answer, and between two offers of one side
);

const resolve = block(
  {
    signed: ["start", "firmness", "trustBrussels", "trustBeijing", "trustBeijingPosture", "yieldBase"],
    inner: ["firmHeavy", "firmLight", "softHeavy", "softLight"],
    share: [
      "witness",
      "offerWeight",
      "threatGain",
      "threat",
      "europeReadyCase",
      "europeCoercion",
      "europeDetermined",
      "europeSnapback",
      "europeCovered",
      "europeFloor",
    ],
    positive: ["decayHalfLife", "most", "stressWeeks", "lockWeeks", "sourcesElasticity", "europeScale"],
  },
  "start", // l_0 of Beijing about Europe
  "firmHeavy",
  "firmLight",
  "softHeavy",
  "softLight", // E39
  "decayHalfLife", // E39
  "most", // bound of every belief
  "witness", // part of a lesson that those draw who only look on
  "firmness",
  "firmnessPosture", // E40 Beijing about a capital in week 0: in the middle, and by each step of its usual line
  "trustBrussels", // E40 a capital about Brussels in week 0
  "trustBeijing",
  "trustBeijingPosture", // E40 a capital about Beijing's word
  "offerWeight", // E39 how much of a test an envoy's offer is, against a threat
  "breach", // E46 l lost by a side whose breach is proven
  "threatGain", // E38c what a threat that is believed, and can be carried out in time, adds to V^EU, factor
  "threat", // E39 intensity at which a dropped threat counts as folding
  "lapse", // l lost when a case is let go without pressure
  "yieldBase",
  "yieldPain",
  "yieldResolve",
  "yieldCohesion",
  "yieldFund",
  "yieldStock", // E41, per week of Union stock
  "yieldNext", // E43 delta, while no offer that saves face is out
  "stressWeeks",
  "stressThroughput",
  "stressLicence", // E38b, live measure
  "lockWeeks",
  "lockThroughput", // structural measure
  "biteLoss", // loss a year at which pain is seen, EUR bn
  "sourcesElasticity", // E38a between sources of an input in the long run
  "europeReadyCase",
  "europeCoercion",
  "europeDetermined",
  "europeSnapback",
  "europeCovered",
  "europeScale",
  "europeFloor", // E38c
);

const contracts = block(
  {
    share: [
      "registerQuality",
      "surveyQuality",
      "publicQuality",
      "breachShare",
      "margin",
      "squeezeOdds",
      "keptFloor",
      "keptQuality",
      "keptSnapback",
      "caseOdds",
      "banOdds",
    ],
    positive: ["stepDownWeeks", "worthWeeks"],
    count: ["registerLag", "surveyLag", "ballotsMost"],
    whole: [
      "reportEvery",
      "breachReports",
      "windowLeast",
      "windowMost",
      "keptEvery",
      "weeksLeast",
      "weeksMost",
      "termsMost",
      "talksMost",
    ],
  },
  "registerLag",
  "registerError",
  "registerQuality", // E44 a joint register: weeks late, error (relative deviation), vq
  "surveyLag",
  "surveyError",
  "surveyQuality", // the same for a survey of one's own firms
  "publicQuality", // vq of what everybody can see
  "reportEvery", // weeks between two reports of a register or a survey
  "windowLeast",
  "windowMost", // E44 weeks that a body looks back over, and a panel
  "breachShare", // E44 share of the window in which a promise may be missed
  "breachReports", // E44 reports that must have missed it before it is broken
  "breachReputation", // E46 Beijing's name lost by a proven breach
  "breachLegitimacy", // E46 the same for Brussels
  "breachStanding", // the same for a capital
  "keptEvery", // a capital's kept promises to the same partner count once among agreements signed within so many weeks
  "breachHeat",
  "unproven", // E46 legitimacy, face or standing lost by a complaint that is not upheld
  "panelWeeks", // E46
  "disputeWeeks", // E46 until a panel reports on a restriction that was given notice of
  "suspendHeat",
  "answerWeeks", // a proposal lies on the table so long
  "sessionWeeks", // the table between Brussels and Beijing stays open so long after a session begins
  "weeksLeast",
  "weeksMost", // length of an agreement
  "termsMost",
  "ballotsMost", // open promises of a ballot that a capital may have
  "talksMost", // talks a seat may keep open
  "stepDownWeeks", // E47 weeks in which suspended measures come back by half
  "signedHeat",
  "signedEvery", // heat that leaves when Brussels and Beijing sign, once in so many weeks
  "margin", // licence offices aim so much better than was promised
  "squeezeOdds", // E45 chance of a squeeze in half a year that the worth of a promise is reckoned with
  "keptFloor",
  "keptQuality",
  "keptSnapback", // E45 part of such a squeeze that a promise keeps away: bare, by vq, with a snapback
  "worthWeeks", // E45 longest time over which those odds are added up
  "caseOdds", // E45 chance that a case would have ended in a duty
  "banOdds", // E45 chance in half a year that a state's goods are held up
  "jobsWorth", // E45 value added a year by EUR 1bn of Chinese plants
  "faceWorth", // E45 EUR bn a point of Beijing's face
  "ballotWorth", // E45 points of standing that another's ballot is worth
  "ballotBend", // E45 points that a ballot costs per unit of support away from one's line
);

/** Who sees what, and how well; the usual errors stand in the catalogue of numbers. */
const information = block(
  {
    signed: ["officialBias"],
    share: ["officialSpeed", "platform", "applications", "laidOpen"],
    positive: ["applicationWeeks", "leak"],
  },
  "officialSpeed", // of official statistics towards the truth, a week
  "officialBias", // growth that they add, % a year
  "platform", // share of the error on firms' stocks that the matching platform takes away
  "applications", // share of it that a complete set of applications takes away from Beijing
  "applicationWeeks", // weeks over which what was laid open ages
  "laidOpen", // what is laid open in week 0, 0 to 1
  "leak", // factor on Beijing's errors after a leak
);

const heat = block(
  {
    hundred: ["start", "confrontation", "collapse", "practical"],
    share: ["decay", "noticed"],
    positive: ["lossEnd"],
    whole: ["collapseWeeks", "lossWeeks"],
  },
  "start",
  "decay",
  "tariff",
  "safeguard",
  "determination",
  "measures",
  "club",
  "goSlow",
  "embargo",
  "noticed", // part of the heat of a squeeze that was announced in time
  "retaliation",
  "insult",
  "undertaking",
  "assurance",
  "stepDown",
  "stepDownRefused",
  "law",
  "caseOpened",
  "probe",
  "ban",
  "flood",
  "rules",
  "confrontation", // peak at which a game counts as confrontation
  "collapse", // heat above which both sides lose control
  "collapseWeeks",
  "practical", // mean heat up to which leverage counts as practical
  "lossEnd",
  "lossWeeks", // output loss that ends the game
);

const law = block(
  {
    share: ["breachChance", "procurementShare", "reportSize", "half", "floor", "wide"],
    rest: ["reportPace"],
    hundred: ["people", "blockPeople"],
    count: ["maxCases"],
    whole: [
      "complaint",
      "provisional",
      "definitive",
      "provisionalLasts",
      "dumpingProvisional",
      "dumpingDefinitive",
      "dumpingLasts",
      "circumvention",
      "foreignSubsidy",
      "foreignSubsidyDepth",
      "undertaking",
      "breachWeeks",
      "safeguardProvisional",
      "safeguardLasts",
      "safeguard",
      "safeguardTerm",
      "procurement",
      "procurementForce",
      "review",
      "reviewFrom",
      "dutyLasts",
      "publishedWeeks",
      "decideWindow",
      "voteWindow",
      "advisory",
      "itemsADay",
      "retry",
      "appealWithin",
      "appeal",
      "lawCouncil",
      "lawAgain",
      "lawForce",
      "agendaEvery",
      "statementStates",
      "statementWeeks",
      "caucusStates",
      "tableEvery",
      "presidency",
      "packageVote",
      "packageReady",
      "packageLate",
      "states",
      "blockStates",
      "caseEvery",
      "snapbackWeeks",
      "examination",
      "examinationLeast",
      "determination",
      "engagementLeast",
      "engagementMost",
      "committee",
      "coercionRecent",
      "coercionCeased",
      "findingStands",
      "investorWeeks",
      "club",
    ],
  },
  "complaint",
  "provisional",
  "definitive",
  "provisionalLasts", // anti-subsidy
  "dumpingProvisional",
  "dumpingDefinitive",
  "dumpingLasts", // anti-dumping
  "circumvention",
  "foreignSubsidy",
  "foreignSubsidyDepth", // first and closer look
  "undertaking",
  "breachChance",
  "breachWeeks", // a price that is not kept: chance a year, and weeks until the duty applies again
  "safeguardProvisional",
  "safeguardLasts",
  "safeguard",
  "safeguardTerm", // for how long it may apply
  "procurement",
  "procurementForce",
  "exclusionRate",
  "procurementShare", // closed tenders: investigation, from vote to measure, counted as what duty, on what share of a sector
  "review",
  "reviewFrom", // age from which a duty may be reviewed
  "dutyLasts",
  "publishedWeeks", // weeks by which a subsidy case is done sooner once all subsidies are published
  "decideWindow", // weeks before a gate in which it may be decided
  "voteWindow",
  "advisory", // weeks until the committee has given its opinion
  "itemsADay", // votes counted on one Council day
  "retry",
  "appealWithin", // weeks in which the Commission may appeal
  "appeal",
  "lawCouncil",
  "lawAgain", // weeks until a softer text comes to the vote
  "lawForce",
  "agendaEvery", // weeks between two moves of an item by the presidency
  "statementStates", // states from which a joint statement is public
  "statementWeeks", // for which a draft can be signed
  "caucusStates", // small states that make a block
  "reportSize", // share of a duty that a rapporteur adds or takes
  "reportPace", // share of the weeks until a law applies by which it comes sooner or later
  "tableEvery", // weeks between two items tabled by a state that may
  "presidency", // weeks after which the presidency puts a law to the vote unasked
  "packageVote",
  "packageReady",
  "packageLate", // the same when it is voted during a squeeze
  "states",
  "people",
  "blockStates",
  "blockPeople", // Council thresholds
  "maxCases",
  "caseEvery",
  "subsidyRate",
  "dumpingRate",
  "redressRate",
  "safeguardRate", // duty a new case brings, fractions; redress = a foreign-subsidy decision counted as a duty
  "half", // share of the duty that stays when it is halved
  "floor", // share of the duty that a minimum price is worth
  "wide", // share of a sector from which a measure must not be far larger than the injury
  "snapbackRate",
  "snapbackWeeks", // the measure voted in advance: its duty, and weeks from trigger to bite
  "examination",
  "examinationLeast",
  "determination",
  "engagementLeast",
  "engagementMost",
  "committee", // stages of the Anti-Coercion Instrument, weeks
  "measuresRate", // duty that answers coercion
  "coercionRecent", // weeks for which past coercion is a case
  "coercionCeased", // weeks without any from which it has ceased
  "findingStands", // weeks for which a finding stands after that, unless both sides come to terms
  "investorWeeks",
  "investorSupport", // delay of plants with Chinese capital when investors are shut out, and what their hosts think of it
  "club", // weeks from joining the buyers' club until it works
);

const points = block(
  { hundred: ["smallUpTo", "largeFrom"], count: ["envelopeFirst"] },
  "commissionStart",
  "commissionIncome",
  "commissionCap",
  "beijingStart",
  "beijingIncome",
  "beijingCap",
  "smallStart",
  "middleStart",
  "largeStart",
  "smallIncome",
  "middleIncome",
  "largeIncome",
  "memberCap",
  "smallUpTo",
  "largeFrom", // % of population
  "dealUpkeep", // points a quarter of the receiving seat
  "envelope",
  "envelopeYear", // EUR m
  "envelopeFirst", // week of the first refill; then every year
);

/** The prices that moves ask for: by kind, and by kind/variant where the variants differ. */
export const PRICES = [
  "table-terms",
  "table-terms/opening",
  "answer-terms",
  "open-talk",
  "say",
  "leave-talk",
  "enforce-contract/complain",
  "enforce-contract/suspend",
  "enforce-contract/snap-back",
  "enforce-contract/publish",
  "enforce-contract/denounce",
  "open-case",
  "drop-case",
  "narrow-case",
  "open-review",
  "decide-gate/impose",
  "decide-gate/halve",
  "decide-gate/undertaking",
  "decide-gate/deepen",
  "decide-gate/exclude",
  "decide-gate/adjust",
  "decide-gate/appeal",
  "decide-gate/lapse",
  "order-stock",
  "set-release-rule",
  "declare-emergency",
  "back-project",
  "make-statement",
  "call-vote",
  "table-package",
  "drop-snapback",
  "propose-law",
  "examine-coercion",
  "determine-coercion",
  "answer-coercion",
  "join-club",
  "give-pledge",
  "cast-vote",
  "cast-vote/against-lobby",
  "answer-envoy",
  "take-lobby-card",
  "grant-relief",
  "share-stock",
  "mandate-stocks",
  "host-plant",
  "permit-project",
  "send-mission",
  "send-mission/small",
  "set-agenda",
  "table-item",
  "join-caucus",
  "write-report",
  "join-statement",
  "join-statement/sign",
  "set-licence-mode/tighten",
  "set-licence-mode/go-slow",
  "set-licence-mode/widen",
  "set-licence-mode/loosen",
  "aim-licences",
  "send-envoy",
  "send-envoy/big",
  "open-probe",
  "quiet-ban",
  "drop-probe",
  "lift-ban",
  "give-assurance",
  "move-package",
  "move-package/ending",
  "flood-market",
  "apply-rules",
  "steer-economy",
  "open-access",
  "publish-subsidies",
  "issue-statement",
  "give-notice",
  "offer-step-down",
  "answer-step-down",
  "choose",
] as const;

/** Points a move costs; moves that cost nothing stand here with 0. */
const cost: z.ZodType<Record<string, Param>> = block({}, ...PRICES);

/** Sizes of what an order does at once, and the bounds set to it; lasting effects stand with their block above. */
const moves = block(
  {
    signed: [
      "caseProof",
      "caseThin",
      "stockRisk",
      "releaseSupport",
      "backSupport",
      "scoreboardLegitimacy",
      "scoreboardFace",
      "wtoLegitimacy",
      "offRampHeat",
      "offRampFace",
      "offRampResolve",
      "warnSupport",
      "welcomeHeat",
      "welcomeRisk",
      "dignityFace",
      "dignityHeat",
      "noticeRisk",
    ],
    share: [
      "productBreadth",
      "narrowShare",
      "narrowLeast",
      "backOfftake",
      "backFloor",
      "hostShare",
      "reliefShare",
    ],
    part: ["accessStep", "publishStep"],
    hundred: ["clubLegitimacy"],
    count: ["permitMost"],
    positive: ["packageFriend", "packageOther"],
  },
  "productBreadth",
  "sectorBreadth", // share of a sector that a case covers
  "caseInjury", // injury from which a complaint is proven
  "caseProof",
  "caseThin", // E36 legitimacy of a proven and of a thin case
  "caseAccess", // market access below which a case about tenders is proven
  "narrowShare",
  "narrowLeast",
  "narrowLegitimacy", // what is left of a narrowed case, the least it may cover, E36 legitimacy if it was too wide
  "examineFace", // Beijing's face when its conduct is examined as coercion
  "clubLegitimacy", // legitimacy that partners ask of whoever joins
  "dropWithin", // last weeks of a vote in which the snapback may be dropped
  "stockLeast",
  "stockMost", // EUR m of one stock order
  "stockRisk", // perceived risk when the Union is seen buying
  "releaseSupport", // support of the states that a release rule favours
  "emergencyWeeks",
  "emergencyLead", // weeks from the act to the first release
  "backEvery", // weeks between two backings
  "backLeast",
  "backMost", // EUR m
  "backOfftake",
  "backFloor", // share of the plant's cost
  "backSupport", // of the host
  "hostShare", // of a plant's cost that its host pays
  "permitSaved", // weeks
  "permitMost", // permits speeded at a time in one state
  "statementEvery", // weeks between two statements of one side
  "threatLeast",
  "threatMost", // weeks of a deadline
  "scoreboardLegitimacy",
  "scoreboardFace",
  "wtoLegitimacy",
  "offRampHeat",
  "offRampFace",
  "offRampResolve",
  "warnWeeks", // the usual date of a warning: weeks within which it must be carried out
  "warnSupport", // of a state that is warned; a warning to all counts a third for each
  "welcomeHeat",
  "welcomeRisk", // perceived risk
  "dignityFace",
  "dignityHeat",
  "noticeLeast",
  "noticeMost", // weeks of notice
  "noticeHolds", // weeks from its date in which a restriction counts as announced
  "noticeRisk", // risk that firms see in the input once it is announced
  "aimMost", // states in one aim
  "lobbyPoints", // room to act that a campaign at home brings
  "missionSpread", // half the width of what a mission may bring, share of exports
  "assuranceLeast", // weeks
  "accessStep", // share by which one step opens China's market
  "publishStep", // share of the subsidies that one step publishes
  "openFace", // face lost by either, unless an agreement binds both sides
  "openHeat",
  "publishReputation",
  "dropFace", // face lost by taking back a measure, unless an agreement binds both sides
  "openEvery", // weeks between two steps of one kind
  "packageCalm", // heat that a year of suspension takes away
  "packageTrust", // name gained by it
  "packageFace", // face lost by it, and gained by the return
  "packageHarm", // name lost by the return
  "packageFriend",
  "packageOther", // licence queues of doves and hawks when friends come first
  "packageSlight", // heat of that, and name lost
  "courseHeat",
  "pledgeMoney", // EUR m of one promise
  "pledgeWeeks", // by which a promise brings a plant or a case forward
  "reliefShare", // of a year's purse
  "shareWeeks", // stock given, weeks of the giver's use
  "shareMost", // weeks of the receiver's use
  "shareLeast", // weeks the giver must hold
  "shareStanding",
);

const score = z.strictObject({
  security: horizon, // S* of the Commission's first term
  empty: horizon, // S below which the verdict is empty language
  practical: horizon, // S from which leverage is practical
  ...block(
    {
      share: ["lossShare"],
      part: ["contractShare", "bareShare"],
      positive: [
        "lossScale",
        "cohesionRange",
        "accessScale",
        "legitimacyRange",
        "gapScale",
        "faceRange",
        "reputationRange",
        "lossUnit",
        "jointWeeks",
      ],
      hundred: ["cohesionFrom", "legitimacyFrom", "faceFrom", "reputationFrom"],
    },
    "lossShare",
    "lossScale",
    "cohesionFrom",
    "cohesionRange",
    "contractShare",
    "accessScale",
    "legitimacyFrom",
    "legitimacyRange",
    "gapScale",
    "keptLeverage",
    "faceFrom",
    "faceRange",
    "reputationFrom",
    "reputationRange",
    "exportsLow",
    "exportsHigh",
    "kept",
    "broken",
    "lossUnit", // EUR bn of loss a game of 104 weeks is measured in
    "bareMost", // points of the deal term that bare assurances can reach
    "bareShare",
    "bareSecurity", // a game calmed for longer than this share of weeks needs this S
    "liabilityFactor", // weight of injury left at the end
    "gapKept",
    "growthKept",
    "growthGap",
    "growthShort", // weight of the mean shortfall of growth, for 1 % a year
    "squeezeWear",
    "yieldWorth",
    "failedWorth",
    "offerWorth",
    "lawWorth",
    "snapbackWorth",
    "calmWorth", // terms of Beijing's score
    "painKept",
    "plantPoints",
    "chinesePlant",
    "standingStart", // terms of a capital's score
    "goalFirst",
    "goalSecond", // points of a seat's two secret goals
    "joint",
    "jointWeeks",
    "emptyFactor",
    "endFactor",
    "runOn",
  ).shape,
});

export const modelSchema = z.strictObject({
  trade,
  inputs,
  modes,
  politics,
  beijing,
  resolve,
  contracts,
  information,
  heat,
  law,
  points,
  cost,
  moves,
  score,
});
export type Model = z.infer<typeof modelSchema>;
