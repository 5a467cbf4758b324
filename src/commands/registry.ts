import { away } from './away.js';
import { back } from './back.js';
import { block } from './block.js';
import { blockChallenge } from './block-challenge.js';
import { blockDelegate } from './block-delegate.js';
import { consensusCancel, voteCancel } from './cancel.js';
import type { Acting, Command } from './command.js';
import { concern } from './concern.js';
import { conditionConfirm, conditionMet } from './condition.js';
import { consensusExtend } from './consensus-extend.js';
import { consensusStart } from './consensus-start.js';
import { emeritus } from './emeritus.js';
import { inactive } from './inactive.js';
import { endorse, endorseWithdraw } from './endorse.js';
import { ladderApprove, ladderReject } from './ladder-decide.js';
import { nominate } from './nominate.js';
import { object, objectWithdraw } from './object.js';
import { stepDown } from './step-down.js';
import { coreAbstain, coreAccept, coreAcceptWithChanges, coreReject } from './core-ballot.js';
import { groupShow } from './group-show.js';
import { help } from './help.js';
import { ladderShow } from './ladder-show.js';
import { review } from './review.js';
import { reviewDecline } from './review-decline.js';
import { REVIEWED } from './review-given.js';
import { APPROVED, CHANGES_REQUESTED, DISMISSED } from './review-position.js';
import { coreConfirm } from './core-confirm.js';
import { coreRecord } from './core-record.js';
import { escalateAnswer } from './escalate-answer.js';
import { escalateAssign } from './escalate-assign.js';
import { escalate } from './escalate.js';
import { recall } from './recall.js';
import { sepAdopt } from './sep-adopt.js';
import { sepAppeal } from './sep-appeal.js';
import { sepCheck } from './sep-check.js';
import { sepClose } from './sep-close.js';
import { sepConfirm } from './sep-confirm.js';
import { sepExplain } from './sep-explain.js';
import { sepHold } from './sep-hold.js';
import { sepRelease } from './sep-release.js';
import { sepRevive } from './sep-revive.js';
import { sepRoute } from './sep-route.js';
import { sepSponsor } from './sep-sponsor.js';
import { sepStatus } from './sep-status.js';
import { sepSupersede } from './sep-supersede.js';
import { sepUnhold } from './sep-unhold.js';
import { sepUnsponsor } from './sep-unsponsor.js';
import { sepWithdraw } from './sep-withdraw.js';
import { unblock } from './unblock.js';
import { vetoWithdraw } from './veto-withdraw.js';
import { veto } from './veto.js';
import { voteAbstain, voteNo, voteYes } from './vote-ballot.js';
import { voteClose } from './vote-close.js';
import { voteRecuse } from './vote-recuse.js';
import { voteRequest } from './vote-request.js';
import { voteStart } from './vote-start.js';

/** The commands of the contributor ladder, in the order in which a nomination meets them: they belong into issues. */
export const LADDER: readonly Command[] = [
  ...[nominate, endorse, endorseWithdraw, object, objectWithdraw],
  ...[ladderApprove, ladderReject, stepDown, emeritus, inactive],
];

/** Every command of Convenor, in the order in which a proposal meets them. */
export const COMMANDS: readonly Command[] = [
  ...[help, groupShow, ladderShow, sepCheck, sepExplain],
  ...[sepAdopt, sepRelease, sepRoute],
  ...[sepSponsor, sepUnsponsor],
  ...[review, reviewDecline, away, back],
  ...[consensusStart, consensusExtend, consensusCancel],
  ...[block, unblock, blockDelegate, blockChallenge, concern],
  ...[voteStart, voteRequest, voteYes, voteNo, voteAbstain, voteRecuse, voteClose, voteCancel],
  ...[escalate, escalateAssign, escalateAnswer],
  ...[coreAccept, coreAcceptWithChanges, coreReject, coreAbstain, coreRecord, coreConfirm],
  ...[conditionMet, conditionConfirm],
  ...[veto, vetoWithdraw, recall],
  ...[sepStatus, sepConfirm],
  ...[sepHold, sepUnhold, sepSupersede],
  ...[sepWithdraw, sepClose, sepAppeal, sepRevive],
  ...LADDER,
];

/** The command of a name, or null. */
export const commandNamed = (name: string): Command | null => COMMANDS.find((command) => command.name === name) ?? null;

const POSITIONS = [APPROVED, CHANGES_REQUESTED, DISMISSED, REVIEWED];

/** What an act of a name does: a command, or what a review says by itself; null where there is no such thing. */
export const effectNamed = (name: string): Acting | null =>
  commandNamed(name) ?? POSITIONS.find((position) => position.name === name) ?? null;
