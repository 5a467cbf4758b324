import type { GovernanceChangeFacts } from '../facts/facts.js';
import { loginKey } from '../people/index.js';
import { asksFor } from './governance-change-approval.js';
import { carriesOutExactly } from './governance-change-carried.js';
import { groupChanges } from './governance-change-groups.js';
import { organizationChanges } from './governance-change-organizations.js';
import { listedChanges } from './governance-change-listed.js';
import { peopleChanges } from './governance-change-people.js';
import { problemsBrought } from './governance-change-problems.js';
import { routingChanges } from './governance-change-routing.js';
import { ruleChanges } from './governance-change-rules.js';
import { groupName, sideOn, type Side } from './governance-change-side.js';
import { change, type Change, type GovernanceVerdict } from './governance-change-verdict.js';

export type { Change, GovernanceVerdict, Place } from './governance-change-verdict.js';

/**
 * What a pull request that changes rules, roster, maintainers or charters would do once it is merged: who would gain or
 * lose which power, and which open proposals would be routed or decided otherwise (DESIGN.md, Invariants). Pure, and
 * judged by the rules in force: nothing that the pull request brings counts before it is merged.
 */
export function judgeGovernanceChange(facts: GovernanceChangeFacts): GovernanceVerdict {
  const { before, after, broken } = facts;
  const today = facts.now.slice(0, 10);
  const [old, now] = [sideOn(before.sources, today), sideOn(after.sources, today)];
  // Half a roster, or a group whose charter cannot be had, would look as if somebody lost everything.
  const isPeopleKnown = !after.sources.rosterBroken && !broken.some(({ code }) => code === 'rules/no-text');
  const people = isPeopleKnown ? peopleChanges(before.sources, after.sources, today) : { changes: [], days: 0 };
  const groups = isPeopleKnown ? groupChanges(old.governance, now.governance) : [];
  const rules = ruleChanges(before, after);
  const routing =
    isPeopleKnown && after.rules !== null
      ? routingChanges(
          facts.proposals,
          { before: { ...old, rules: before.rules }, after: { ...now, rules: after.rules }, shown: facts.shown },
          rules.length > 0,
        )
      : { proposals: [], pinned: [], unsaid: [] };
  const powers = rules.flatMap(({ change: each, difference }) => (difference.kind === 'power' ? [each] : []));
  const grants = (after.rules ?? before.rules).delegation.grants;
  const organizations = isPeopleKnown ? organizationChanges({ before: old, after: now }, grants) : [];
  const told = [...people.changes.filter(({ isImplied }) => !isImplied), ...organizations, ...groups, ...powers];
  const listed = listedChanges(facts, now);
  const files = problemsBrought(facts);
  const unsaid = [...unsaidOf(facts, isPeopleKnown, people.days), ...routing.unsaid];
  return {
    author: [...listed.author, ...authorGains(facts, people.changes), ...authorsGroups(facts, rules, now)],
    gains: told.filter(({ effect }) => effect === 'gains'),
    loses: told.filter(({ effect }) => effect === 'loses'),
    others: told.filter(({ effect }) => effect === 'changes'),
    rules: rules.flatMap(({ change: each, difference }) => (difference.kind === 'power' ? [] : [each])),
    proposals: routing.proposals,
    takenOver: listed.changes,
    pinned: routing.pinned,
    unsaid,
    asks: asksFor(facts, { before: old, after: now }, carriedOut(facts)),
    files,
    inOrder: files.every(({ findings }) => findings.every(({ severity }) => severity !== 'error')),
    isUnchanged:
      told.length + rules.length + routing.proposals.length + listed.changes.length + unsaid.length === 0 &&
      files.length === 0,
  };
}

/** What the record says of a pull request that carries out a decision; null where it says nothing of one. */
const carriedOut = (facts: GovernanceChangeFacts): { issue: number; isExact: boolean } | null => {
  const { carriesOut } = facts;
  return carriesOut && { issue: carriesOut.issue, isExact: carriesOutExactly(facts, carriesOut) };
};

/** What somebody would give themselves by their own pull request. */
const authorGains = ({ pull }: GovernanceChangeFacts, changes: readonly Change[]): Change[] => {
  const own = pull.author ? [loginKey(pull.author.login)] : [];
  return changes.filter(({ effect, logins }) => effect === 'gains' && own.some((login) => logins.includes(login)));
};

/** Grants that would give more to a group in which the author is counted. */
function authorsGroups(
  { pull }: GovernanceChangeFacts,
  rules: ReturnType<typeof ruleChanges>,
  { governance, bodies }: Side,
): Change[] {
  const login = pull.author && loginKey(pull.author.login);
  return rules.flatMap(({ difference: { path, power }, change: { at } }) => {
    const [part, grants, slug] = path;
    if (part !== 'delegation' || grants !== 'grants' || power?.gains !== true) return [];
    const group = governance.groups.find((each) => each.slug === slug);
    const body = bodies.get(String(slug));
    const belongs =
      body?.ok === true && body.electors.some(({ logins }) => logins.some((own) => loginKey(own) === login));
    if (!group || !belongs) return [];
    return [change('gains', `is counted in the ${groupName(group)}, whose word would be worth more.`, { at })];
  });
}

function unsaidOf(
  { after, more, unreadProposals, broken }: GovernanceChangeFacts,
  isPeopleKnown: boolean,
  days: number,
): string[] {
  const noText = broken.some(({ code }) => code === 'rules/no-text');
  return [
    ...(after.rules === null ? ['What the rules would do otherwise, until the rules file can be read.'] : []),
    ...(isPeopleKnown
      ? []
      : [`Who would gain or lose a power, until ${noText ? 'every changed file' : 'the roster'} can be read.`]),
    ...(after.rules === null || !isPeopleKnown ? ['Which open proposals it would touch, until then.'] : []),
    ...(more > 0 ? [`What ${more} more of its files would change: they were not looked at.`] : []),
    ...(days > 0 ? [`What would happen on ${days} later ${days === 1 ? 'day' : 'days'} that the roster names.`] : []),
    ...(unreadProposals > 0
      ? [
          `What it means for ${unreadProposals === 1 ? '1 proposal' : `${unreadProposals} proposals`} whose entry in the record could not be read.`,
        ]
      : []),
  ];
}
