import type { GitHubClient } from '../github/clients.js';
import { MEMBERS, type RawMembers } from '../github/queries/members.js';
import { present, query } from '../github/read.js';
import { refusal } from '../github/refused.js';
import type { OrganizationMembers } from '../people/index.js';

/** No organisation of this size keeps its standing by a list of members alone. */
const MOST_PAGES = 20;

/**
 * The members of the organisation that owns a repository, one request for each hundred. Without the permission GitHub
 * shows those who made it public, or refuses; null then, and for a repository that a person owns.
 */
export async function membersOf(client: GitHubClient, owner: string): Promise<OrganizationMembers | null> {
  const logins: string[] = [];
  let after: string | null = null;
  for (let page = 0; page < MOST_PAGES; page++) {
    const variables: { owner: string; after: string | null } = { owner, after };
    const raw: RawMembers | null = await query<RawMembers>(client, MEMBERS, variables).catch((error: unknown) => {
      if (refusal(error)) return null;
      throw error;
    });
    const members = raw?.repositoryOwner?.membersWithRole;
    if (!members) return null;
    logins.push(...present(members.nodes).map(({ login }) => login));
    if (!members.pageInfo.hasNextPage) break;
    after = members.pageInfo.endCursor;
  }
  return { source: `https://github.com/orgs/${owner}/people`, logins };
}
