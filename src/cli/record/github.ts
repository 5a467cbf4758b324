import { RequestError } from '@octokit/request-error';
import { publicClient, tokenClient } from '../../github/clients.js';
import { recordOnGitHub, TooLarge } from '../../github/record-history.js';
import type { Io } from '../io.js';
import type { SourceResult } from './source.js';

/** Reads a record from a repository's address on GitHub, or on a GitHub Enterprise Server. */
export async function fromGitHub(address: string, branch: string, { env }: Io): Promise<SourceResult> {
  const found = repositoryIn(address);
  if (!found) {
    const problem = `"${address}" is no address of a repository. Write it as https://github.com/OWNER/NAME.`;
    return { ok: false, problem };
  }
  const { host, owner, name } = found;
  const isPublic = host === 'github.com';
  const api = env['GITHUB_API_URL'] ?? (isPublic ? undefined : `https://${host}/api/v3`);
  // A token of github.com is nobody else's: it is sent there, and to the server that the environment itself names.
  const token = isPublic || env['GITHUB_API_URL'] !== undefined ? env['GITHUB_TOKEN'] : undefined;
  const byGitHub = (email: string): boolean =>
    email === 'noreply@github.com' || (!isPublic && email.startsWith('noreply@'));
  const client = token === undefined ? publicClient(api) : tokenClient(token, api);
  try {
    const record = await recordOnGitHub(client, { owner, name }, branch, byGitHub);
    return { ok: true, record, uncommitted: [], close: () => undefined };
  } catch (error) {
    if (!(error instanceof RequestError || error instanceof TooLarge)) throw error;
    return {
      ok: false,
      problem: `${whyNot(error, `${owner}/${name}`, branch, token)} A clone can be verified as well.`,
    };
  }
}

/** The repository that an address names; null where it names none. */
function repositoryIn(address: string): { host: string; owner: string; name: string } | null {
  if (!URL.canParse(address)) return null;
  const { protocol, host, pathname } = new URL(address);
  const [, owner, name] = /^\/([\w.-]+)\/([\w.-]+?)(?:\.git)?\/?$/.exec(pathname) ?? [];
  return protocol === 'https:' && owner !== undefined && name !== undefined ? { host, owner, name } : null;
}

function whyNot(error: RequestError | TooLarge, repository: string, branch: string, token: string | undefined): string {
  if (error instanceof TooLarge) return error.message;
  const { status, message, response } = error;
  const more = token === undefined ? ' Set GITHUB_TOKEN to be allowed more.' : '';
  if (status === 404) return `GitHub shows no branch ${branch} in ${repository}.${more}`;
  if (status === 429 || (status === 403 && response?.headers['x-ratelimit-remaining'] === '0')) {
    return `GitHub answers no more questions for this hour.${more}`;
  }
  return `GitHub does not answer: ${message}.`;
}
