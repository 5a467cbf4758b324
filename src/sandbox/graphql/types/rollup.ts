import type * as Schema from '@octokit/graphql-schema';

import { checkRunsOf, statusesOf } from '../../state/checks.js';
import type { CheckRun, CommitStatus, Oid, Repository } from '../../state/types.js';
import { connection, type PageArgs } from '../connection.js';
import type { Context, FieldsOf } from '../context.js';
import { may, needs, READ } from '../permissions.js';
import { actor, on, type On, type StatusContextSource } from '../sources.js';
import { avatarUrl } from '../urls.js';
import { isRequired } from './checks.js';

/** Check runs and statuses of a commit taken together. */
type RollupSource = On<'StatusCheckRollup', { oid: Oid; runs: CheckRun[]; statuses: CommitStatus[] }>;

/** null where nothing was ever reported. An app that may read only one of the two sees only that. */
export function rollupSource(context: Context, repository: Repository, oid: Oid): RollupSource | null {
  needs(context, repository, READ.rollup);
  const runs = may(context, repository, READ.checks) ? checkRunsOf(repository, oid) : [];
  const statuses = may(context, repository, READ.statuses) ? statusesOf(repository, oid) : [];
  if (runs.length + statuses.length === 0) return null;
  return on('StatusCheckRollup', repository, { oid, runs, statuses });
}

const FAILED: readonly (string | null)[] = ['failure', 'timed_out', 'action_required', 'cancelled', 'stale'];

/** `action_required` fails like a failure: only success, neutral and skipped are green. */
function stateOf({ runs, statuses }: RollupSource['value']): Schema.StatusState {
  if (statuses.some(({ state }) => state === 'error')) return 'ERROR';
  if (runs.some(({ conclusion }) => FAILED.includes(conclusion))) return 'FAILURE';
  if (statuses.some(({ state }) => state === 'failure')) return 'FAILURE';
  const open = runs.some(({ status }) => status !== 'completed') || statuses.some(({ state }) => state === 'pending');
  return open ? 'PENDING' : 'SUCCESS';
}

export const StatusCheckRollup = {
  id: ({ repository, value }) => `SCR_${Buffer.from(`${repository.id}/${value.oid}`).toString('base64url')}`,
  commit: ({ repository, value }) => on('Commit', repository, value.oid),
  state: ({ value }) => stateOf(value),
  contexts: ({ repository, value: { runs, statuses } }, args: PageArgs) => {
    const nodes = [
      ...runs.map((run) => on('CheckRun', repository, run)),
      ...statuses.map((status) => on('StatusContext', repository, status)),
    ];
    return connection(
      nodes,
      args,
      { key: ({ value }) => value.nodeId, node: (node) => node },
      { checkRunCount: runs.length, statusContextCount: statuses.length },
    );
  },
} satisfies FieldsOf<Schema.StatusCheckRollup, RollupSource>;

export const StatusContext = {
  id: ({ value }) => value.nodeId,
  context: ({ value }) => value.context,
  state: ({ value }) => value.state.toUpperCase(),
  description: ({ value }) => value.description,
  targetUrl: ({ value }) => value.targetUrl,
  createdAt: ({ value }) => value.createdAt,
  creator: ({ value }, _args, { state }) => actor(state, value.creatorId),
  avatarUrl: ({ value }, { size }: Schema.StatusContextAvatarUrlArgs, { state }) =>
    value.creatorId === null ? null : avatarUrl(state, value.creatorId, size),
  commit: ({ repository, value }) => on('Commit', repository, value.oid),
  isRequired: ({ repository, value }, args: Schema.StatusContextIsRequiredArgs, { state }) =>
    isRequired(state, repository, value.context, null, args),
} satisfies FieldsOf<Schema.StatusContext, StatusContextSource>;
