import type { GovernanceChangeFacts } from '../facts/facts.js';
import { findPerson, loginKey } from '../people/index.js';
import { TAKEN_OVER_FILE, type Listed } from '../rules/index.js';
import type { Side } from './governance-change-side.js';
import { change, type Change } from './governance-change-verdict.js';
import { rolesNamed } from './roles.js';
import { maySponsor } from './take-over.js';

/**
 * What the list of what was taken over would confirm or correct, row by row, as far as the change brings the row; and
 * what of it the pull request's own author would get.
 * @param now who is who once it is merged
 */
export function listedChanges(facts: GovernanceChangeFacts, now: Side): { changes: Change[]; author: Change[] } {
  const { before, after, pull } = facts;
  const known = new Set((before.takenOver ?? []).map(idOf));
  const fresh = (after.takenOver ?? []).filter((row) => !known.has(idOf(row)));
  const changes = fresh.map((row) =>
    change('changes', says(row, facts, now), { at: { path: TAKEN_OVER_FILE, line: row.line, isOld: false } }),
  );
  const login = pull.author && loginKey(pull.author.login);
  const own = fresh.filter(({ sponsor }) => sponsor !== null && loginKey(sponsor) === login);
  const author = own.map((row) =>
    change('gains', `would sponsor #${row.pull}.`, { at: { path: TAKEN_OVER_FILE, line: row.line, isOld: false } }),
  );
  return { changes, author };
}

const idOf = ({ pull, status, sponsor }: Listed): string => `${pull} ${status} ${sponsor ?? ''}`;

function says(row: Listed, { proposals, unreadProposals, after, before }: GovernanceChangeFacts, now: Side): string {
  const { pull, status, sponsor } = row;
  const proposal = proposals.find((each) => each.pull === pull);
  const what = `${status}${sponsor === null ? '' : `, sponsored by ${sponsor}`}`;
  if (!proposal?.takenOver) {
    if (!proposal && unreadProposals > 0) return `#${pull} is called ${what}; whether that changes it cannot be said.`;
    return `#${pull} would not change: ${proposal ? 'nothing is left to confirm there' : 'it is no open proposal that was taken over'}.`;
  }
  const rules = after.rules ?? before.rules;
  if (sponsor !== null && !maySponsor({ roles: rolesNamed(sponsor, { governance: now.governance, rules }) }, rules)) {
    const why = findPerson(now.governance, sponsor) ? 'may not sponsor' : 'is known to no file';
    return `#${pull} would not change: ${sponsor} ${why}.`;
  }
  return status === proposal.status
    ? `#${pull} would be confirmed as ${what}.`
    : `#${pull} would be ${what}, and not ${proposal.status} as it was taken over.`;
}
