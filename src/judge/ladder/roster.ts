import type { IssueFacts, RosterPull } from '../../facts/issue-facts.js';
import { entriesOf, isMade, loginKey, type RosterChange } from '../../people/index.js';
import { loginsOf } from '../roles.js';
import { changeOf } from './change.js';
import type { IssueState } from './state.js';

/** What becomes of a decision in the roster. */
export interface RosterNews {
  /** In a sentence, with links; Markdown. */
  says: string;
  /** The change to bring there now: by a new pull request, or by the open one, which is brought up to date. */
  write: { change: RosterChange; pull: RosterPull | null } | null;
  /** Whether it is still to come, so that a change of the roster is a reason to look. */
  isWaiting: boolean;
}

/** What becomes of the decision in the roster; null where nothing is decided that changes it. */
export function rosterNews(facts: IssueFacts, { nomination }: IssueState): RosterNews | null {
  const { governing, issue, pulls, rosterOid, refused, ledger } = facts;
  const { governance, rules, held } = governing;
  if (!nomination?.closed) return null;
  const own = loginsOf(nomination.nominee, governing);
  const logins = [...new Set([...own, loginKey(nomination.nominee.login)])];
  const change = changeOf(nomination, issue.number, { logins, governance });
  if (!change) return null;
  const path = `\`${rules.paths.roster}\``;
  const link = ({ number, url }: RosterPull): string => `[#${number}](${url})`;
  const merged = pulls.find(({ state }) => state === 'merged');
  const open = pulls.find(({ state }) => state === 'open');
  const done = (says: string): RosterNews => ({ says, write: null, isWaiting: false });
  const waits = (says: string, write: RosterNews['write'] = null): RosterNews => ({ says, write, isWaiting: true });
  if (held.some((one) => one.path === rules.paths.roster)) {
    return waits(`${path} cannot be read as it stands; the change is brought there once it can.`);
  }
  if (isMade(entriesOf(governance.roster), change)) {
    const spare = open ? ` ${link(open)} is not needed any more: close it.` : '';
    return done(`${path} says so${merged ? `, by ${link(merged)}` : ''}.${spare}`);
  }
  if (merged) {
    return done(
      `${link(merged)} was merged, and ${path} says otherwise by now. What people wrote there is not taken back.`,
    );
  }
  if (open && !open.isOurs) {
    return waits(
      `${link(open)} was to bring it into ${path}, and somebody has changed it: look whether it says what was decided.`,
    );
  }
  if (open && open.from === (rosterOid ?? 'none')) {
    return waits(`${link(open)} brings it into ${path}, with exactly that change; it needs no second decision.`);
  }
  if (refused !== null) return waits(`Convenor could not open a pull request for ${path}: ${refused}`);
  if (open) return waits(`${link(open)} is brought up to date with ${path}.`, { change, pull: open });
  const [closed] = pulls;
  if (closed)
    return done(`Somebody closed ${link(closed)}, which was to bring it into ${path}; it is not opened again.`);
  const wasMade = ledger.some((line) => line.kind === 'made' && line.key === ROSTER_KEY);
  return wasMade
    ? done(`A pull request was opened for ${path}, and it is not there any more.`)
    : waits(`A pull request of Convenor's own follows for ${path}.`, { change, pull: null });
}

/** The key of the intent of such a pull request: an issue needs one at most. */
export const ROSTER_KEY = 'roster-pull';
