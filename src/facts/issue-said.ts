import { nominationIn } from '../commands/nomination-form.js';
import type { RawText } from '../github/queries/fragments.js';
import { ISSUE_PAGE, type RawIssue, type RawIssuePage } from '../github/queries/issue.js';
import { present, query } from '../github/read.js';
import { asAnswer } from '../judge/ladder/answer.js';
import { sha256 } from '../ledger/chain.js';
import type { Rules } from '../rules/schema.js';
import type { Said } from './facts.js';
import type { LookRequest } from './gather.js';
import type { SubjectMemory } from './memory.js';
import { rememberOwn } from './pull.js';
import { accountOf, firstRevision, saidIn } from './texts.js';

/** What was written in an issue since the last look. */
export interface IssueWords {
  comments: RawText[];
  /** The cursor behind the last of them. */
  commentsAfter: string | null;
}

/**
 * The comments since the last look, Convenor's own remembered by their markers; a discussion of more than a hundred takes
 * more requests.
 */
export async function wordsIn(
  { client, repository, number }: LookRequest,
  raw: RawIssue,
  subject: SubjectMemory,
): Promise<IssueWords> {
  let { comments: page } = raw;
  const comments = present(page.nodes);
  let commentsAfter = page.pageInfo.endCursor ?? subject.commentsAfter;
  while (page.pageInfo.hasNextPage) {
    const more: RawIssuePage = await query<RawIssuePage>(client, ISSUE_PAGE, { ...repository, number, commentsAfter });
    if (!more.repository?.issue) break;
    page = more.repository.issue.comments;
    comments.push(...present(page.nodes));
    commentsAfter = page.pageInfo.endCursor ?? commentsAfter;
  }
  rememberOwn(subject, raw, comments);
  return { comments, commentsAfter };
}

/** The commands in an issue's description and comments that were said since the app was installed. */
export function saidInIssue(
  raw: RawIssue,
  { comments }: IssueWords,
  rules: Rules,
  { installedAt }: Pick<LookRequest, 'installedAt'>,
): Said[] {
  return [
    ...saidInDescription(raw, rules),
    ...comments.flatMap((comment) => saidIn(comment, 'comment', comment.createdAt, rules.commands)),
  ].filter(({ at }) => Date.parse(at) >= Date.parse(installedAt));
}

/** Every comment that somebody wrote since the app was installed, as a word by itself. */
export function answersIn({ comments }: IssueWords, { installedAt }: Pick<LookRequest, 'installedAt'>): Said[] {
  return comments.flatMap((comment) => {
    const by = accountOf(comment.author);
    const isHeard = by && !by.isBot && !comment.viewerDidAuthor;
    if (!isHeard || Date.parse(comment.createdAt) < Date.parse(installedAt)) return [];
    const { id, url, body, createdAt: at } = comment;
    return [asAnswer({ at, by, source: { kind: 'comment', id, url, sha256: sha256(firstRevision(comment) ?? body) } })];
  });
}

/** The commands of a description as it was opened; those of the form, where nobody wrote any. */
function saidInDescription(raw: RawIssue, rules: Rules): Said[] {
  const written = saidIn(raw, 'description', raw.createdAt, rules.commands);
  const by = accountOf(raw.author);
  const body = firstRevision(raw);
  const form = body === null || !by || by.isBot || raw.viewerDidAuthor ? null : nominationIn(body);
  if (written.length > 0 || !by || body === null || !form) return written;
  const source = { kind: 'description' as const, id: raw.id, index: 0, url: raw.url, sha256: sha256(body) };
  return [{ ...form, at: raw.createdAt, by, commit: null, source }];
}
