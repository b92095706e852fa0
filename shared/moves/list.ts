// Every move there is, in the order in which panels show them.

import { setAgenda, tableItem } from "./agenda.ts";
import { giveAssurance } from "./assurance.ts";
import { decide, dropCase, narrowCase, openCase } from "./cases.ts";
import { joinCaucus, writeReport } from "./caucus.ts";
import { choose } from "./choose.ts";
import { joinClub } from "./club.ts";
import { answerCoercion, determineCoercion, examineCoercion } from "./coercion.ts";
import { movePackage } from "./controls.ts";
import { enforce } from "./enforce.ts";
import { answerEnvoy, sendEnvoy } from "./envoys.ts";
import { floodMarket, steerEconomy } from "./industry.ts";
import { joinStatement } from "./joint.ts";
import { proposeLaw } from "./law.ts";
import { applyRules } from "./leavers.ts";
import { aimLicences, setLicenceMode } from "./licences.ts";
import { takeLobbyCard } from "./lobby.ts";
import { mandateStocks } from "./mandate.ts";
import { giveNotice } from "./notice.ts";
import { openAccess, publishSubsidies } from "./opening.ts";
import { dropSnapback, tablePackage } from "./package.ts";
import { givePledge } from "./pledges.ts";
import { dropProbe, liftBan, openProbe, quietBan } from "./probes.ts";
import { backProject, hostPlant, permitProject } from "./projects.ts";
import { grantRelief, sendMission, shareStock } from "./relief.ts";
import { openReview } from "./reviews.ts";
import { issueStatement, makeStatement } from "./statements.ts";
import { answerStepDown, offerStepDown } from "./stepdown.ts";
import { declareEmergency, orderStock, setReleaseRule } from "./stock.ts";
import { leaveTalk, openTalk, say } from "./talks.ts";
import { answerTerms, tableTerms } from "./terms.ts";
import { callVote, castVote } from "./votes.ts";

export const MOVES = [
  // Commission
  openCase,
  narrowCase,
  dropCase,
  openReview,
  decide,
  orderStock,
  setReleaseRule,
  declareEmergency,
  backProject,
  makeStatement,
  callVote,
  tablePackage,
  dropSnapback,
  proposeLaw,
  examineCoercion,
  determineCoercion,
  answerCoercion,
  joinClub,
  givePledge,
  // capitals
  castVote,
  joinStatement,
  joinCaucus,
  writeReport,
  setAgenda,
  tableItem,
  answerEnvoy,
  takeLobbyCard,
  grantRelief,
  shareStock,
  mandateStocks,
  hostPlant,
  permitProject,
  sendMission,
  // Beijing
  setLicenceMode,
  aimLicences,
  sendEnvoy,
  openProbe,
  quietBan,
  dropProbe,
  liftBan,
  giveAssurance,
  movePackage,
  floodMarket,
  applyRules,
  steerEconomy,
  openAccess,
  publishSubsidies,
  issueStatement,
  giveNotice,
  // either side
  offerStepDown,
  answerStepDown,
  // everybody
  openTalk,
  say,
  leaveTalk,
  tableTerms,
  answerTerms,
  enforce,
  choose,
] as const;
