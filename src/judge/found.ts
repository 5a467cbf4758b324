import type { Facts } from '../facts/facts.js';
import type { LineOf } from '../ledger/lines.js';
import { loginKey } from '../people/index.js';
import { rolesNamed } from './roles.js';
import { takeOver, type Evidence, type Named } from './take-over.js';

/** What a proposal is taken over as, where it is older than the installation and has no ledger; null for any other. */
export function takenOverLine(facts: Facts): LineOf<'taken-over'> | null {
  const { governing, ledger, isOlder, now } = facts;
  if (ledger.length > 0 || !isOlder) return null;
  const { commit, sha256, rules } = governing;
  return { kind: 'taken-over', at: now, ...takeOver(evidenceIn(facts), rules), rules: { commit, sha256 } };
}

function evidenceIn({ pull, document, governing }: Facts): Evidence {
  const named = ({ login, account }: Pick<Named, 'login' | 'account'>): Named => ({
    login,
    account,
    roles: rolesNamed(login, governing),
  });
  const { proposal, unreadable } = document;
  const sponsor = proposal.sponsor?.github;
  return {
    author: pull.author?.login ?? null,
    createdAt: pull.createdAt,
    updatedAt: pull.updatedAt,
    labels: pull.labels.map(({ name }) => name),
    assignees: pull.assignees.map(({ id, login }) => named({ login, account: { id, login } })),
    reviews: pull.reviews,
    file: unreadable
      ? null
      : {
          word: proposal.statusRaw,
          status: proposal.status,
          sponsor: sponsor === undefined ? null : named({ login: sponsor, account: accountNamed(sponsor, governing) }),
        },
  };
}

/** The account that a login of the files was pinned to; null for one that nobody has looked at. */
function accountNamed(login: string, { accounts }: Facts['governing']): Named['account'] {
  const account = accounts.get(loginKey(login));
  return account ? { id: account.id, login: account.login } : null;
}
