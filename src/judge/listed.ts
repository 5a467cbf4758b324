import type { Facts } from '../facts/facts.js';
import type { LineOf } from '../ledger/lines.js';
import { loginKey } from '../people/index.js';
import { TAKEN_OVER_FILE } from '../rules/index.js';
import { rolesOf } from './roles.js';
import type { SubjectState } from './state.js';
import { maySponsor } from './take-over.js';

/** What the list on the default branch says of a proposal that was taken over, and why it cannot be followed. */
type Word = { line: LineOf<'confirmed'>; problem: null } | { line: null; problem: string | null };

/**
 * The word of the list of what was taken over: it confirms or corrects what nobody has confirmed yet, and nothing else.
 * It is approved as every change of the governance is; still it makes nobody a sponsor who may not be one.
 */
export function listedWord(facts: Facts, state: SubjectState): Word {
  const { governing, pull, now } = facts;
  const row = governing.takenOver.find((one) => one.pull === pull.number);
  if (!row || state.takenOver === null) return { line: null, problem: null };
  const at = `Line ${row.line} of \`${TAKEN_OVER_FILE}\` is not followed`;
  const account = row.sponsor === null ? null : (governing.accounts.get(loginKey(row.sponsor)) ?? null);
  if (row.sponsor !== null && !account) return { line: null, problem: `${at}: nobody is called ${row.sponsor}.` };
  if (account) {
    if (!maySponsor({ roles: rolesOf(account, governing) }, governing.rules)) {
      return { line: null, problem: `${at}: ${account.login} is not known as one who may sponsor.` };
    }
  }
  const { commit, sha256 } = governing;
  const line: LineOf<'confirmed'> = {
    kind: 'confirmed',
    at: now,
    status: row.status,
    sponsor: account && { id: account.id, login: account.login },
    source: { path: TAKEN_OVER_FILE, line: row.line },
    rules: { commit, sha256 },
  };
  return { line, problem: null };
}

/** The state after the list has confirmed it; as it is where nothing was left to confirm. */
export function confirmedBy(line: LineOf<'confirmed'>, state: SubjectState): SubjectState {
  if (state.takenOver === null) return state;
  const sponsor = line.sponsor ? { by: line.sponsor, at: line.at } : state.sponsor;
  return { ...state, status: line.status, sponsor, takenOver: null };
}

/** The step of its history, in a sentence. */
export const confirms = ({ status, sponsor, source }: LineOf<'confirmed'>): string =>
  `The default branch says that it is ${status}${sponsor ? `, sponsored by ${sponsor.login}` : ''} (${source.path}, line ${source.line}).`;
