import type { Sandbox } from '../../src/sandbox/index.js';
import type { IssueOrPull, LoggedRequest } from '../../src/sandbox/state/types.js';

/** A look at a pull request, by what GitHub was asked: from one snapshot of it to the next. */
export interface SeenLook {
  number: number;
  at: string;
  /** How many new comments it made in the conversation, and how many reviews. */
  comments: number;
  reviews: number;
}

interface Asked {
  query?: string;
  variables?: Record<string, unknown>;
}

/** Every look that the bot took at a pull request, in order, by the requests that it made. */
export function looksIn({ requests, state }: Pick<Sandbox, 'requests' | 'state'>): SeenLook[] {
  const byNode = new Map<string, IssueOrPull>();
  for (const repository of state.repositories.values()) {
    for (const issue of repository.issues.values()) byNode.set(issue.nodeId, issue);
  }
  const looks: SeenLook[] = [];
  const latest = new Map<number, SeenLook>();
  const lookAt = (number: number, at: string): SeenLook => {
    const look = { number, at, comments: 0, reviews: 0 };
    looks.push(look);
    latest.set(number, look);
    return look;
  };
  for (const request of requests) {
    const { query, variables } = (request.body ?? {}) as Asked;
    const number = variables?.['number'];
    if (request.operation === 'Snapshot' && typeof number === 'number') lookAt(number, request.at);
    for (const [field, input] of request.writes ? fieldsOf(query, variables) : []) {
      const subject = byNode.get(input.subjectId ?? input.pullRequestId ?? '');
      const counted = COUNTED[field];
      if (!subject || !counted) continue;
      const look = latest.get(subject.number) ?? lookAt(subject.number, request.at);
      look[counted] += 1;
    }
  }
  return looks;
}

const COUNTED: Readonly<Record<string, 'comments' | 'reviews'>> = {
  addComment: 'comments',
  addPullRequestReview: 'reviews',
};

interface Input {
  subjectId?: string;
  pullRequestId?: string;
}

/** The fields of a mutation with their inputs: `m0: addComment(input: $m0)`. */
const fieldsOf = (query: string | undefined, variables: Asked['variables']): [string, Input][] =>
  [...(query ?? '').matchAll(/\b\w+: (\w+)\(input: \$(\w+)\)/g)].map(([, field = '', name = '']) => [
    field,
    (variables?.[name] ?? {}) as Input,
  ]);

/** Requests that count: tokens and installations are any client's business. */
export const counted = ({ requests }: Pick<Sandbox, 'requests'>): LoggedRequest[] =>
  requests.filter(({ authentication }) => !authentication);
