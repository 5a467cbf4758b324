import { quoted } from '../../commands/quoted.js';
import type { BodyMember } from '../../ledger/nomination-lines.js';
import { ladderRole, type LadderRole, type Standing } from '../../rules/schema.js';
import { numberInWords, personInWords, wayInWords } from '../../rules/words.js';
import { isBefore } from '../instants.js';
import { differentOrganizations } from '../organizations.js';
import { areOne } from '../standing.js';
import { timeInPlace, type Ask } from './outlook.js';
import type { Approval, Endorsement, Nomination, Objection } from './state.js';
import type { Way } from './steps.js';

/** Whether somebody was one of these when the nomination opened. */
export const was = ({ roles }: Pick<BodyMember, 'roles'>, asked: readonly Standing[], group: string | null): boolean =>
  asked.some((standing) =>
    standing === 'lead' || standing === 'wg-member'
      ? group !== null && roles.includes(`${standing}:${group}`)
      : standing === 'anyone' || roles.includes(standing),
  );

/** How far one way to enough support has come. */
export interface WayCount {
  way: Way;
  /** How many it needs. */
  needed: number;
  by: Endorsement[];
  /** Different organisations among them that are known. */
  organizations: number;
  isMet: boolean;
}

/** Each way to enough support, as it stands. Where the rules ask for none, there is none. */
export const waysOf = ({ step, body, group, endorsements }: Nomination): WayCount[] =>
  step.support.map((way) => {
    const by = endorsements.filter((one) => was(one.by, way.roles, group));
    const all = body.filter((one) => was(one, way.roles, group)).length;
    const needed = way.number === 'majority' ? Math.floor(all / 2) + 1 : way.number;
    const organizations = differentOrganizations(by.map((one) => one.by.organization));
    return { way, needed, by, organizations, isMet: by.length >= needed && organizations >= leastOf(way) };
  });

/** One organisation is none that has to be known: only where they have to differ does it matter whose somebody is. */
const leastOf = ({ organizations }: Way): number => (organizations > 1 ? organizations : 0);

/** Whose support is counted: by the first way that is met, and everybody's who spoke where none is asked for or met yet. */
export const sponsorsOf = (nomination: Nomination): Endorsement[] =>
  waysOf(nomination).find(({ isMet }) => isMet)?.by ?? [...nomination.endorsements];

/** Whether enough people support it. */
export const isSupported = (nomination: Nomination): boolean =>
  nomination.step.support.length === 0 || waysOf(nomination).some(({ isMet }) => isMet);

/** Objections that stand and hold it. */
export const standingObjections = ({ objections }: Nomination): Objection[] =>
  objections.filter(({ holds, withdrawnAt }) => holds && withdrawnAt === null);

/** What a nominee lacks by the rules: a place to begin from, or time in it. */
export interface Lack {
  name: 'Place' | 'Time';
  says: string;
}

/** What a return to a role that the nominee has held before does not ask again. */
export const waives = ({ matter, rules }: Nomination, what: 'place' | 'time'): boolean =>
  matter === 'return' && rules.rules.emeritus.waives.includes(what);

/** Whether the nominee had been in their place for long enough when it opened. */
export const timeOf = ({ standing, step, openedAt }: Nomination): Ask =>
  timeInPlace(standing, step, openedAt.slice(0, 10)).ask;

/**
 * What the nominee lacks, as far as that can be seen from the files. What a return does not ask again is no lack, and
 * neither is what nobody can know: that is attested.
 */
export function lacksOf(nomination: Nomination): Lack[] {
  const { standing, step } = nomination;
  const height = (role: LadderRole): number => ladderRole.options.indexOf(role);
  if (height(standing.role) < height(step.from) && !waives(nomination, 'place')) {
    const says = `They were ${personInWords(standing.role)} when it opened; the rule begins at ${personInWords(step.from)}.`;
    return [{ name: 'Place', says }];
  }
  const time = timeOf(nomination);
  return time.held === 'open' && !waives(nomination, 'time') ? [{ name: 'Time', says: time.says }] : [];
}

/** What has to be decided with a reason, because the rules alone would not let it pass; where they are only watched, nothing. */
export const againstIt = (nomination: Nomination): { lacks: Lack[]; objections: Objection[] } => ({
  lacks: nomination.rules.rules[nomination.step.rule].mode === 'observe' ? [] : lacksOf(nomination),
  objections: standingObjections(nomination),
});

/** Whether it needs a decision with a reason. */
export const isHeld = (nomination: Nomination): boolean => {
  const { lacks, objections } = againstIt(nomination);
  return lacks.length + objections.length > 0;
};

/** Approvals that count now: where something stands against it, only those that give a reason, said after the last objection. */
export function countedApprovals(nomination: Nomination): Approval[] {
  if (!isHeld(nomination)) return [...nomination.approvals];
  const { objections } = againstIt(nomination);
  return nomination.approvals.filter(
    ({ reason, at }) => reason !== '' && objections.every((one) => !isBefore(at, one.at)),
  );
}

/** How many approvals it needs now. */
export const approvalsNeeded = (nomination: Nomination): number =>
  isHeld(nomination) ? Math.max(1, nomination.step.approvals) : nomination.step.approvals;

/**
 * Whether those who approve have done so. The only sponsor does not decide alone, but for a Lead Maintainer, who can act
 * alone where several approvals are asked for (contributor-ladder.mdx, Lead Maintainer).
 */
export function isApproved(nomination: Nomination): { isMet: boolean; isAlone: boolean } {
  const counted = countedApprovals(nomination);
  const needed = approvalsNeeded(nomination);
  const isLead = counted.some(({ by }) => by.roles.includes('lead-maintainer'));
  const sponsors = sponsorsOf(nomination);
  const isSponsors = (approval: Approval): boolean => sponsors.some(({ by }) => areOne(by, approval.by));
  const isAlone = needed > 0 && !isLead && sponsors.length === 1 && counted.length > 0 && counted.every(isSponsors);
  return { isMet: (counted.length >= needed || isLead) && !isAlone, isAlone };
}

/** Why it is approved, once the days for everybody to speak are over; null where it is not. */
export function approvedBecause(nomination: Nomination): string | null {
  const { matter, step } = nomination;
  if (!isSupported(nomination) || !isApproved(nomination).isMet) return null;
  if (matter === 'step-down') return 'Anybody may lay a role down.';
  const approvals = countedApprovals(nomination);
  const names = (all: readonly { by: { login: string } }[]): string =>
    all.map(({ by }) => `@${by.login}`).join(' and ');
  const sponsored = step.support.length === 0 ? '' : `Sponsored by ${names(sponsorsOf(nomination))}`;
  const approved =
    approvals.length === 0 ? '' : `${sponsored === '' ? 'Approved' : ', approved'} by ${names(approvals)}`;
  const reasons = isHeld(nomination)
    ? ` over what stood against it (${approvals.map(({ reason }) => quoted(reason)).join('; ')})`
    : '';
  const silence =
    isHeld(nomination) || step.objects.length === 0
      ? ''
      : `, and no objection stands after ${numberInWords(step.days, 'day')}`;
  return `${sponsored}${approved}${reasons}${silence}.`;
}

/** What a way asks and how far it has come, in words. */
export const wayCountWords = ({ way, needed, by, organizations }: WayCount): string => {
  const from =
    leastOf(way) > 0 ? `, from ${organizations} known ${organizations === 1 ? 'organisation' : 'organisations'}` : '';
  return `${wayInWords(way)}: ${by.length} of ${needed}${from}`;
};
