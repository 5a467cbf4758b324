import { verify } from '../../ledger/verify/index.js';
import { recordIn } from '../record.js';
import type { Laid } from './setting.js';

/** What verifying the record came to, and when. */
export interface Verified {
  at: string;
  holds: boolean;
  /** Each in a sentence. */
  says: readonly string[];
}

/** The name of the app in its address, by which its commits are known. */
const APP = 'convenor';

/** Checks the record as a stranger would: every hash, every decision from its lines, and who wrote each commit. */
export async function verifyRecord({ sandbox, repo, rules }: Laid['ground']): Promise<Verified> {
  const at = sandbox.state.now;
  const { ledgers, history, findings } = await verify(recordIn(sandbox.state, repo, rules.record.branch), {
    app: APP,
    commit: null,
  });
  const lines = ledgers.reduce((sum, ledger) => sum + ledger.lines.length, 0);
  const held =
    `${lines} lines in ${ledgers.length === 1 ? 'one ledger' : `${ledgers.length} ledgers`} and ${history?.commits ?? 0} commits: every hash is right, ` +
    'every decision follows from its lines and its rules, and each commit is by the app and only extends.';
  return {
    at,
    holds: findings.length === 0,
    says:
      findings.length === 0
        ? [held]
        : findings.map(({ message, path }) => (path === null ? message : `\`${path}\`: ${message}`)),
  };
}
