import type { Look } from '../facts/gather.js';
import type { GitHubClient } from '../github/clients.js';
import { Mutation } from '../github/mutation.js';

const FINGERPRINT = 'not-a-proposal';

/**
 * Answers for a pull request that is none of Convenor's business. Where the rules say that its checks are required, one
 * that never arrived would hold up everybody: so they are given, in green.
 */
export async function answerOther(client: GitHubClient, look: Extract<Look, { kind: 'other' }>): Promise<void> {
  const { rules, checks, pull, repositoryId } = look;
  if (!rules.checks.answerAll || pull.state !== 'open') return;
  const mutation = new Mutation();
  for (const name of [rules.checks.proposal, rules.checks.merge]) {
    // A run belongs to a commit, and one commit can be the head of several pull requests: whoever opens a second one must
    // not turn the check of a proposal green.
    if (checks.checks.some((run) => run.name === name)) continue;
    mutation.add(name, 'createCheckRun', {
      repositoryId,
      headSha: pull.head,
      name,
      status: 'COMPLETED',
      conclusion: 'SUCCESS',
      externalId: FINGERPRINT,
      output: {
        title: 'Not a proposal',
        summary: 'This pull request adds no proposal, so nothing is asked of it here.',
      },
    });
  }
  if (mutation.isEmpty) return;
  const { errors } = await mutation.run(client);
  const failure = mutation.failure(errors);
  if (failure) throw failure;
}
