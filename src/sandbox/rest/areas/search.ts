import { unprocessable } from '../../errors.js';
import { issueJson } from '../../json/issue.js';
import { canSee } from '../../state/access.js';
import { accountByLogin, fullName, needRepository, ownerOf } from '../../state/find.js';
import type { GitHubState, IssueOrPull } from '../../state/types.js';
import { page } from '../paging.js';
import { ok } from '../replies.js';
import { type Call, open, type RouteMap } from '../route.js';
import { compareBy, sortable, type Sorted } from '../sorting.js';

/** Search over issues and pull requests, with the qualifiers that can be answered from the state. */
export const search = {
  'search/issues-and-pull-requests': open((call) => {
    const terms = termsOf(call.request.query.get('q') ?? '');
    if (terms.length === 0) {
      throw unprocessable('Validation Failed', [{ resource: 'Search', field: 'q', code: 'missing' }]);
    }
    const found = [...call.state.repositories.values()]
      .filter((repository) => canSee(call.state, call.caller, repository))
      .flatMap((repository) => [...repository.issues.values()])
      .filter((issue) => terms.every((term) => meets(call.state, issue, term) !== term.negated));
    const { items, headers } = page(call, found.sort(compareBy(ordering(call), SORTS)));
    const body = {
      total_count: found.length,
      incomplete_results: false,
      search_type: 'lexical',
      items: items.map((issue) => ({ ...issueJson(call.state, issue), score: 1 })),
    };
    return { ...ok(body), headers };
  }),
} satisfies RouteMap;

interface Term {
  negated: boolean;
  /** null for a word to be found in title, body or comments. */
  qualifier: string | null;
  value: string;
}

/** `word "two words" is:open -label:"in review"` */
function termsOf(query: string): Term[] {
  return [...query.matchAll(/(-?)(?:([a-z-]+):)?(?:"([^"]*)"|(\S+))/gi)].map(
    ([, minus, qualifier, quoted, plain]): Term => ({
      negated: minus === '-',
      qualifier: qualifier?.toLowerCase() ?? null,
      value: (quoted ?? plain ?? '').toLowerCase(),
    }),
  );
}

function meets(state: GitHubState, issue: IssueOrPull, { qualifier, value }: Term): boolean {
  const repository = needRepository(state, issue.repositoryId);
  const isAccount = (id: number | null): boolean =>
    id !== null && id === accountByLogin(state, value.replace(/^@/, ''))?.id;
  switch (qualifier) {
    case null:
      return [issue.title, issue.body, ...issue.comments.map(({ body }) => body)].some((text) =>
        text.toLowerCase().includes(value),
      );
    case 'repo':
      return fullName(state, repository).toLowerCase() === value;
    case 'org':
    case 'user':
      return ownerOf(state, repository).login.toLowerCase() === value;
    case 'type':
    case 'is':
    case 'state':
      return isWhat(issue, value);
    case 'draft':
      return (issue.kind === 'pull' && issue.draft) === (value === 'true');
    case 'label':
      return issue.labelIds.some((id) => repository.labels.get(id)?.name.toLowerCase() === value);
    case 'author':
      return isAccount(issue.authorId);
    case 'assignee':
      return issue.assigneeIds.some(isAccount);
    case 'reviewed-by':
      return (
        issue.kind === 'pull' &&
        issue.reviews.some(({ authorId, state: is }) => is !== 'PENDING' && isAccount(authorId))
      );
    case 'commenter':
      return issue.comments.some(({ authorId }) => isAccount(authorId));
    case 'review-requested':
      return issue.kind === 'pull' && issue.requestedReviewerIds.some(isAccount);
    case 'base':
      return issue.kind === 'pull' && issue.base.ref.toLowerCase() === value;
    case 'head':
      return issue.kind === 'pull' && issue.head.ref.toLowerCase() === value;
    case 'created':
      return isWithin(issue.createdAt, value);
    case 'updated':
      return isWithin(issue.updatedAt, value);
    case 'closed':
      return issue.closedAt !== null && isWithin(issue.closedAt, value);
    case 'in':
    case 'sort':
    case 'archived':
      return true;
    default:
      throw unprocessable('Validation Failed', [
        {
          resource: 'Search',
          field: 'q',
          code: 'invalid',
          message: `The sandbox does not know the qualifier ${qualifier}`,
        },
      ]);
  }
}

function isWhat(issue: IssueOrPull, value: string): boolean {
  if (value === 'pr' || value === 'pull-request') return issue.kind === 'pull';
  if (value === 'issue') return issue.kind === 'issue';
  if (value === 'open' || value === 'closed') return issue.state === value;
  if (value === 'merged') return issue.kind === 'pull' && issue.mergedAt !== null;
  if (value === 'unmerged') return issue.kind === 'pull' && issue.mergedAt === null;
  if (value === 'draft') return issue.kind === 'pull' && issue.draft;
  if (value === 'locked') return issue.locked;
  return value === 'public' || value === 'unlocked';
}

/** `>=2026-01-01`, `<2026-02-01T00:00:00Z`, `2026-01-01..2026-01-31`, `2026-01-01` (that day). */
function isWithin(at: string, value: string): boolean {
  const time = Date.parse(at);
  const [from, to] = value.split('..');
  if (to !== undefined) return (from === '*' || time >= start(from)) && (to === '*' || time <= end(to));
  const [, sign = '', date = ''] = /^([<>]=?)?(.*)$/.exec(value) ?? [];
  if (sign === '>') return time > end(date);
  if (sign === '>=') return time >= start(date);
  if (sign === '<') return time < start(date);
  return sign === '<=' ? time <= end(date) : time >= start(date) && time <= end(date);
}

const start = (date = ''): number => Date.parse(date);
/** A date without a time means its whole day. */
const end = (date: string): number => (date.includes('t') ? Date.parse(date) : Date.parse(date) + 24 * 3600 * 1000 - 1);

/** Best match has no meaning here: the newest come first, as with `sort=created`. */
const SORTS: Sorted<IssueOrPull> = {
  created: ({ createdAt, number }) => `${createdAt} ${sortable(number)}`,
  updated: ({ updatedAt, number }) => `${updatedAt} ${sortable(number)}`,
  comments: ({ comments, number }) => `${sortable(comments.length)} ${sortable(number)}`,
};

/** Search says `order` where lists say `direction`. */
function ordering({ request: { query } }: Call): URLSearchParams {
  return new URLSearchParams({ sort: query.get('sort') ?? '', direction: query.get('order') ?? 'desc' });
}
