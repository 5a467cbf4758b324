import { present, query, whatIsThere } from '../github/read.js';
import { LONGEST } from '../templates/index.js';
import { cutTo } from './cut.js';
import { changeTold, type Where } from './record.js';
import type { Message } from './tell.js';

/**
 * By which the issue of the digest is known again. It is none of the markers of what a ledger announces: words of the app's
 * own without a ledger mean that one was lost.
 */
const MARKER = '<!-- convenor-digest -->';

interface RawIssue {
  id: string;
  number: number;
  title: string;
  body: string;
  viewerDidAuthor: boolean;
}

interface RawIssues {
  repository: { id: string; known?: RawIssue | null; newest: { nodes: (RawIssue | null)[] | null } } | null;
}

const FIELDS = `
  id
  number
  title
  body
  viewerDidAuthor
`;

const FIND = /* GraphQL */ `
  query DigestIssue($owner: String!, $name: String!, $number: Int!, $isKnown: Boolean!) {
    repository(owner: $owner, name: $name) {
      id
      known: issue(number: $number) @include(if: $isKnown) {${FIELDS}}
      newest: issues(first: 100, orderBy: { field: CREATED_AT, direction: DESC }) {
        nodes {${FIELDS}}
      }
    }
  }
`;

const CREATE = /* GraphQL */ `
  mutation CreateDigest($input: CreateIssueInput!) {
    createIssue(input: $input) {
      issue {
        number
      }
    }
  }
`;

const EDIT = /* GraphQL */ `
  mutation EditDigest($input: UpdateIssueInput!) {
    updateIssue(input: $input) {
      issue {
        number
      }
    }
  }
`;

/**
 * Brings the issue of the digest up to date: the app's own, by the number that the record holds, or by its marker among
 * the newest where it was made and the record does not know; else a new one. Running it again changes nothing. An issue
 * that others wrote is never touched, and one that was closed stays closed.
 */
export async function tellIssue(where: Where, title: string, { text, more }: Message, now: string): Promise<void> {
  const { client, repository } = where;
  const body = `${MARKER}\n${cutTo(text, LONGEST, more)}`;
  const number = (await changeTold(where, now, ({ told }) => ({ told: null, result: told.issue }))) ?? null;
  const asked = { ...repository, number: number ?? 0, isKnown: number !== null };
  const raw = await query<RawIssues>(client, FIND, asked).catch((error: unknown) => whatIsThere(error) as RawIssues);
  if (!raw.repository) throw new Error('The repository is not there.');
  const isOurs = (issue: RawIssue): boolean => issue.viewerDidAuthor && issue.body.startsWith(MARKER);
  const there = [raw.repository.known ?? null, ...present(raw.repository.newest.nodes)];
  const issue = there.find((one) => one !== null && isOurs(one)) ?? null;
  if (!issue) {
    const made = await client.graphql<{ createIssue: { issue: { number: number } } }>(CREATE, {
      input: { repositoryId: raw.repository.id, title, body },
    });
    await keep(where, made.createIssue.issue.number, now);
    return;
  }
  if (issue.body !== body || issue.title !== title) {
    await client.graphql(EDIT, { input: { id: issue.id, title, body } });
  }
  if (issue.number !== number) await keep(where, issue.number, now);
}

/** Writes down which issue it is. */
const keep = (where: Where, issue: number, now: string): Promise<unknown> =>
  changeTold(where, now, ({ told }) => ({ told: { ...told, issue }, result: null }));
