import { RequestError } from '@octokit/request-error';
import { GraphqlResponseError } from '@octokit/graphql';
import { membersOf } from '../facts/members.js';
import { tokenClient } from '../github/clients.js';
import type { OrganizationMembers } from '../people/index.js';
import type { Io } from './io.js';

/** The option by which a subcommand reads an organisation's members. */
export const ORG_OPTION = {
  type: 'string',
  value: 'OWNER',
  says: 'Read the members of this organisation, too, with the token in GITHUB_TOKEN.',
} as const;

/**
 * The members of an organisation on GitHub, as the token in `GITHUB_TOKEN` sees them.
 * @returns one sentence with the next step where they cannot be read
 */
export async function membersFrom(owner: string, io: Io): Promise<OrganizationMembers | { problem: string }> {
  if (!/^[a-z\d][a-z\d-]{0,38}$/i.test(owner)) return { problem: `"${owner}" is no organisation. Write OWNER.` };
  const token = io.env.GITHUB_TOKEN ?? '';
  if (token === '') {
    return {
      problem: 'there is no token in GITHUB_TOKEN. One that may read the members of the organisation is needed.',
    };
  }
  try {
    const members = await membersOf(tokenClient(token, io.env.GITHUB_API_URL), owner);
    return (
      members ?? {
        problem: `GitHub shows no members of "${owner}": it is a person's account, or the token may not read them.`,
      }
    );
  } catch (error) {
    if (error instanceof RequestError) return { problem: `GitHub answered ${error.status}: ${error.message}` };
    if (error instanceof GraphqlResponseError) return { problem: `GitHub answered: ${error.message}` };
    throw error;
  }
}
