import { GraphqlResponseError } from '@octokit/graphql';
import { RequestError } from '@octokit/request-error';

/** What stands in the way: a permission, an archived repository, a suspended installation, a repository that is not there for the app, or something that only GitHub's own words tell. */
export type RefusalCode = 'permission' | 'archived' | 'suspended' | 'missing' | 'forbidden';

/** What GitHub refuses until somebody acts: trying again soon cannot help. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(
    readonly code: RefusalCode,
    /** What was refused and why, as sentences. */
    message: string,
    /** What somebody has to do, as a sentence. */
    readonly next: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** An error of a GraphQL answer, with the field that it came from; null where it concerns the whole request. */
export interface FieldRefusal {
  field: string | null;
  message: string;
  type: string | undefined;
}

/** GitHub's words for each code, in REST and GraphQL alike. */
const WORDS: readonly [RefusalCode, RegExp][] = [
  ['permission', /resource not accessible by integration/i],
  ['archived', /repository was archived/i],
  ['suspended', /installation has been suspended/i],
];

const NEXT: Readonly<Record<RefusalCode, string>> = {
  permission:
    "Give the app the permissions of app.yml, then accept the app's new permissions in the installation's settings.",
  archived: 'Unarchive the repository, or take it out of the installation.',
  suspended: "Unsuspend the app in the installation's settings.",
  missing: 'Where it was deleted or moved, take it out of the installation; else let the app see it.',
  forbidden: "Let the app do this: look at the repository's rulesets and the organisation's policies for apps.",
};

/** The permission of app.yml that a field needs. GraphQL says what it refuses, and not which permission would do. */
const PERMISSION_OF: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'contents: write': ['createCommitOnBranch', 'ref', 'record', 'object', 'file', 'defaultBranchRef'],
    'issues: write': [
      'addComment',
      'updateIssueComment',
      'deleteIssueComment',
      'addLabelsToLabelable',
      'removeLabelsFromLabelable',
      'addReaction',
      'createIssue',
      'updateIssue',
    ],
    'pull_requests: write': [
      'addPullRequestReview',
      'resolveReviewThread',
      'requestReviews',
      'pullRequest',
      'pullRequests',
    ],
    'discussions: read': ['discussionCategories', 'discussions'],
    'checks: write': ['createCheckRun', 'updateCheckRun', 'checkSuites', 'checkRuns'],
  }).flatMap(([permission, fields]) => fields.map((field) => [field, permission] as const)),
);

/** The refusal that an error stands for; null for one that may pass by itself. */
export function refusal(error: unknown): Refused | null {
  if (error instanceof Refused) return error;
  if (error instanceof RequestError) return ofRest(error);
  if (!(error instanceof GraphqlResponseError)) return null;
  const errors = (error.errors ?? []).map(({ message, type, path }) => ({ field: fieldOf(path), message, type }));
  return ofFields(errors, { cause: error });
}

/** The refusal that errors of fields stand for; null where one of them may pass by itself, so that it is tried again soon. */
export function ofFields(errors: readonly FieldRefusal[], options?: ErrorOptions): Refused | null {
  const coded = errors.map((error) => ({ ...error, code: codeOf(error) }));
  const [first] = coded;
  const { code } = first ?? { code: null };
  if (!first || code === null || coded.some((one) => one.code === null)) return null;
  const named = coded.filter((one) => one.code === code);
  const fields = new Set(named.flatMap(({ field }) => field ?? []));
  const permissions = new Set([...fields].flatMap((field) => PERMISSION_OF.get(field) ?? []));
  return refused(code, [...fields].join(', ') || 'a request', first.message, [...permissions].join(', '), options);
}

function ofRest(error: RequestError): Refused | null {
  if (error.status !== 403) return null;
  const code = WORDS.find(([, words]) => words.test(error.message))?.[0];
  if (code === undefined) return null;
  const { method, url } = error.request;
  const [message = ''] = error.message.split(' - http');
  const permission = accepted(error.response?.headers['x-accepted-github-permissions']);
  return refused(code, `${method} ${new URL(url).pathname}`, message, permission, { cause: error });
}

function refused(code: RefusalCode, what: string, why: string, permission: string, options?: ErrorOptions): Refused {
  const lacks =
    code === 'permission' && permission !== ''
      ? ` The installation most likely lacks the permission ${permission}.`
      : '';
  return new Refused(code, `GitHub refused ${what}: ${why.replace(/\.$/, '')}.${lacks}`, NEXT[code], options);
}

function codeOf({ field, message, type }: FieldRefusal): RefusalCode | null {
  if (type === 'NOT_FOUND' && field === 'repository') return 'missing';
  const known = WORDS.find(([, words]) => words.test(message))?.[0];
  return known ?? (type === 'FORBIDDEN' ? 'forbidden' : null);
}

/** The field of a path that is known to need a permission, the innermost first; otherwise the outermost. */
function fieldOf(path: readonly (string | number)[] | undefined): string | null {
  const fields = (path ?? []).filter((step) => typeof step === 'string');
  return fields.findLast((field) => PERMISSION_OF.has(field)) ?? fields[0] ?? null;
}

/**
 * GitHub's header in the words of app.yml: `issues=write; pull_requests=write` are alternatives, and a comma joins what
 * is needed together.
 * @see https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api#resource-not-accessible
 */
const accepted = (header: string | number | undefined): string =>
  String(header ?? '')
    .split(';')
    .map((all) => all.trim().replaceAll('=', ': ').replaceAll(',', ' and '))
    .filter((all) => all !== '')
    .join(' or ');
