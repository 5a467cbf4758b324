import { fullName } from '../state/find.js';
import type { GitHubState } from '../state/types.js';

/**
 * Paths by id, as replies, links and redirects name them, to paths by name: `/repositories/1/pulls`,
 * `/organizations/2/members`, `/organizations/2/team/3/members`. What names nothing stays and finds no route.
 */
export function namedPath(state: GitHubState, path: string): string {
  const [, kind, text, ...rest] = path.split('/');
  const id = Number(text);
  if (kind === 'repositories') {
    const repository = state.repositories.get(id);
    return repository === undefined ? path : join('repos', fullName(state, repository), ...rest);
  }
  const account = kind === 'organizations' ? state.accounts.get(id) : undefined;
  if (account === undefined) return path;
  const [word, teamId, ...more] = rest;
  const team = word === 'team' ? state.teams.get(Number(teamId)) : undefined;
  return team?.organizationId === id
    ? join('orgs', account.login, 'teams', team.slug, ...more)
    : join('orgs', account.login, ...rest);
}

const join = (...parts: string[]): string => `/${parts.join('/')}`;
