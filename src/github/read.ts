import { GraphqlResponseError } from '@octokit/graphql';
import type { GitHubClient } from './clients.js';
import type { RawBlob } from './queries/fragments.js';

/** A reading that GitHub answered in part only: nothing may be concluded from it. */
export class PartialAnswer extends Error {
  override readonly name = 'PartialAnswer';
}

/**
 * Runs a query. Octokit throws where any `errors` stand beside the data, so a partial answer never comes back as one;
 * data that is missing altogether fails as well.
 */
export async function query<Data>(
  client: GitHubClient,
  text: string,
  variables: Record<string, unknown>,
): Promise<Data> {
  const data = await client.graphql<Data | null | undefined>(text, variables);
  if (data === null || data === undefined) throw new PartialAnswer('GitHub answered a query without data.');
  return data;
}

/**
 * For `catch`: a login or number that does not exist is an error to GitHub and an answer to us; every other error stays
 * one. What does not exist is null in the data.
 */
export function whatIsThere(error: unknown): unknown {
  if (!(error instanceof GraphqlResponseError) || !error.errors?.every((one) => one.type === 'NOT_FOUND')) throw error;
  // Without any data nothing was looked for, and nothing may be called missing.
  if (!error.data) throw error;
  return error.data;
}

/** The nodes of a connection that are there. */
export const present = <Node>(nodes: readonly (Node | null)[] | null | undefined): Node[] =>
  (nodes ?? []).filter((node): node is Node => node !== null);

/** A file's text, or null where there is none, or no text. A part of a file is never taken for the whole. */
export const wholeText = (blob: RawBlob | null | undefined): string | null =>
  blob?.isTruncated === false && typeof blob.text === 'string' ? blob.text : null;
