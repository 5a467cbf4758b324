import { GraphqlResponseError } from '@octokit/graphql';
import { RequestError } from '@octokit/request-error';
import { categoriesWanted, readDiscussions } from '../facts/discussions.js';
import { tokenClient } from '../github/clients.js';
import { NOT_IN_CLONE, type Discussed } from '../judge/duties/discussed.js';
import type { Governance } from '../people/index.js';
import type { Rules } from '../rules/schema.js';
import type { Io } from './io.js';

/** The option by which a subcommand reads a repository's discussions. */
export const DISCUSSIONS_OPTION = {
  type: 'string',
  value: 'OWNER/NAME',
  says: 'Look for agendas, notes and updates in the discussions of this repository, with the token in GITHUB_TOKEN.',
} as const;

/**
 * The discussions in which rules look for the duties of leads, as the token in `GITHUB_TOKEN` sees them.
 * @param repo as the person wrote it; what a clone knows where they did not
 * @returns one sentence with the next step where they cannot be read
 */
export async function discussedIn(
  repo: string | undefined,
  { rules, governance }: { rules: Rules; governance: Governance },
  io: Io,
): Promise<Discussed | { problem: string }> {
  if (repo === undefined) return NOT_IN_CLONE;
  const [, owner, name] = /^([\w.-]+)\/([\w.-]+)$/.exec(repo) ?? [];
  if (owner === undefined || name === undefined) return { problem: `"${repo}" is no repository. Write OWNER/NAME.` };
  const token = io.env.GITHUB_TOKEN ?? '';
  if (token === '') return { problem: 'there is no token in GITHUB_TOKEN. One that may read discussions is needed.' };
  try {
    const client = tokenClient(token, io.env.GITHUB_API_URL);
    return await readDiscussions(client, { owner, name }, categoriesWanted(rules), governance);
  } catch (error) {
    if (error instanceof RequestError) return { problem: `GitHub answered ${error.status}: ${error.message}` };
    if (error instanceof GraphqlResponseError) return { problem: `GitHub answered: ${error.message}` };
    throw error;
  }
}
