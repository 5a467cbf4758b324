import type { GitHubClient } from '../github/clients.js';
import {
  CATEGORIES,
  discussionsQuery,
  type RawCategories,
  type RawDiscussion,
  type RawDiscussions,
} from '../github/queries/discussions.js';
import { present, query } from '../github/read.js';
import { refusal } from '../github/refused.js';
import { categoriesMeant, NOTHING_DISCUSSED, type Discussed, type Discussion } from '../judge/duties/discussed.js';
import type { Governance } from '../people/index.js';
import type { Rules } from '../rules/schema.js';
import type { RepositoryRef } from './facts.js';
import type { Asking } from './governing.js';
import type { GoverningMemory } from './memory.js';

const MAY_NOT = 'the installation lacks the permission `discussions: read` of app.yml.';

/** So many categories are read at once; no repository has a group for each of more. */
const MOST = 60;

/**
 * The discussions in which the rules look for the duties of leads, as of a day: two requests then, and none again on it
 * while the rules and the groups are the same, or where the rules name no category.
 */
export async function discussedNow(
  { client, repository, memory, asOf }: Asking,
  { key, governance, loaded }: GoverningMemory,
): Promise<Discussed> {
  const wanted = categoriesWanted(loaded.rules);
  if (wanted.length === 0) return NOTHING_DISCUSSED;
  const known = memory.discussed;
  if (known?.key === `${asOf} ${key}`) return known.discussed;
  const discussed = await readDiscussions(client, repository, wanted, governance);
  memory.discussed = { key: `${asOf} ${key}`, discussed };
  return discussed;
}

/** The names of categories in which rules look for something. */
export const categoriesWanted = ({ rules }: Rules): string[] =>
  [
    rules['group-meetings'].category,
    rules['group-updates'].months.length > 0 ? rules['group-updates'].category : null,
  ].filter((name) => name !== null);

/**
 * The newest discussions of the categories that are wanted, as far as there are such. What GitHub refuses is said, and
 * what may pass by itself is thrown: nobody is told of a lead who did nothing because a request failed.
 */
export async function readDiscussions(
  client: GitHubClient,
  repository: RepositoryRef,
  wanted: readonly string[],
  governance: Governance,
): Promise<Discussed> {
  try {
    const names = await query<RawCategories>(client, CATEGORIES, { ...repository });
    if (!names.repository) return { ok: false, why: 'GitHub shows no such repository.' };
    if (!names.repository.hasDiscussionsEnabled) return { ok: false, why: 'the repository has no discussions.' };
    const all = present(names.repository.discussionCategories.nodes);
    const meant = wanted.flatMap((name) => categoriesMeant(name, all, governance).map(({ category }) => category));
    const categories = [...new Map(meant.map((one) => [one.id, one])).values()].slice(0, MOST);
    if (categories.length === 0) return NOTHING_DISCUSSED;
    const ids = Object.fromEntries(categories.map(({ id }, index) => [`c${index}`, id]));
    const raw = await query<RawDiscussions>(client, discussionsQuery(categories.length), { ...repository, ...ids });
    return {
      ok: true,
      categories: categories.map(({ name }, index) => {
        const { totalCount, nodes } = raw.repository?.[`c${index}`] ?? { totalCount: 0, nodes: [] };
        const discussions = present(nodes).map(discussionOf);
        return { name, discussions, isWhole: totalCount <= discussions.length };
      }),
    };
  } catch (error) {
    const refused = refusal(error);
    if (!refused) throw error;
    return { ok: false, why: refused.code === 'permission' ? MAY_NOT : refused.message };
  }
}

function discussionOf({ title, url, createdAt, userContentEdits, comments }: RawDiscussion): Discussion {
  const edits = present(userContentEdits?.nodes);
  const written = present(comments.nodes);
  return {
    ...{ title, url, createdAt },
    // The first writing is among the edits of what was edited.
    added: [...edits.map(({ editedAt }) => editedAt), ...written.map((one) => one.createdAt)].filter(
      (at) => Date.parse(at) > Date.parse(createdAt),
    ),
    isWhole: (userContentEdits?.totalCount ?? 0) <= edits.length && comments.totalCount <= written.length,
  };
}
