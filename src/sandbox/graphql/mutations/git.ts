import type * as Schema from '@octokit/graphql-schema';

import { canSee } from '../../state/access.js';
import { repositoryByName } from '../../state/find.js';
import type { Repository } from '../../state/types.js';
import type { Context } from '../context.js';
import { refusal, unresolved } from '../errors.js';
import { on } from '../sources.js';
import { mutation, target } from './input.js';

/** The branch that a commit is to go on: by the id of its ref, or by the two names. */
function branchOf(
  context: Context,
  { id, branchName, repositoryNameWithOwner }: Schema.CommittableBranch,
): { repository: Repository; branch: string } {
  if (id != null) {
    const { repository, ref } = target(context, id, 'Ref');
    if (!ref.startsWith('refs/heads/')) throw unresolved(id);
    return { repository, branch: ref.slice('refs/heads/'.length) };
  }
  if (branchName == null || repositoryNameWithOwner == null) {
    const message = 'A branch is named by its id, or by both `repositoryNameWithOwner` and `branchName`.';
    throw refusal('UNPROCESSABLE', message);
  }
  const [owner = '', name = ''] = repositoryNameWithOwner.split('/');
  const found = repositoryByName(context.state, owner, name)?.repository;
  if (!found || !canSee(context.state, context.caller, found)) {
    throw refusal('NOT_FOUND', `Could not resolve to a Repository with the name '${repositoryNameWithOwner}'.`);
  }
  return { repository: found, branch: branchName.replace(/^refs\/heads\//, '') };
}

export const GIT_MUTATIONS = {
  createCommitOnBranch: mutation(
    ({ branch: where, expectedHeadOid, fileChanges, message }: Schema.CreateCommitOnBranchInput, context) => {
      const { repository, branch } = branchOf(context, where);
      const additions = (fileChanges?.additions ?? []).map(({ path, contents }) => ({
        path,
        content: Buffer.from(String(contents), 'base64'),
      }));
      const { oid } = context.actions.createCommitOnBranch(context.caller, repository, {
        branch,
        expectedHeadOid: String(expectedHeadOid),
        headline: message.headline,
        ...(message.body != null && { body: message.body }),
        additions,
        deletions: (fileChanges?.deletions ?? []).map(({ path }) => path),
      });
      return { commit: on('Commit', repository, oid), ref: on('Ref', repository, `refs/heads/${branch}`) };
    },
  ),
  createRef: mutation(({ repositoryId, name, oid }: Schema.CreateRefInput, context) => {
    const repository = target(context, repositoryId, 'Repository').value;
    context.actions.createRef(context.caller, repository, name, String(oid));
    return { ref: on('Ref', repository, name) };
  }),
  updateRef: mutation(({ refId, oid, force }: Schema.UpdateRefInput, context) => {
    const { repository, ref } = target(context, refId, 'Ref');
    context.actions.updateRef(context.caller, repository, ref, String(oid), force === true);
    return { ref: on('Ref', repository, ref) };
  }),
  deleteRef: mutation(({ refId }: Schema.DeleteRefInput, context) => {
    const { repository, ref } = target(context, refId, 'Ref');
    context.actions.deleteRef(context.caller, repository, ref);
    return {};
  }),
};
