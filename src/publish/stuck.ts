import { Ungoverned } from '../facts/governing.js';
import type { Look } from '../facts/gather.js';
import type { GitHubClient } from '../github/clients.js';
import { Mutation } from '../github/mutation.js';
import { Refused } from '../github/refused.js';
import { sha256 } from '../ledger/chain.js';
import { plain } from './escape.js';

/**
 * Says in the check of the process that nothing can be decided, and why. Only there: the pull requests whose gate it is
 * are held, and nobody gets a comment for what they cannot mend.
 */
export async function sayStuck(client: GitHubClient, look: Extract<Look, { kind: 'stuck' }>): Promise<void> {
  const { pull, rules, checks, why, repositoryId } = look;
  const name = rules.checks.merge;
  // Where Convenor has never spoken on a pull request, it holds nothing back now; but what it may not write down is a
  // proposal, whose first words would have come with the record.
  if (pull.state !== 'open' || !(checks.posts.has('status') || why instanceof Refused)) return;
  const { title, next } = wordsFor(why);
  const lines = why.message.split('\n').map((line) => `- ${plain(line)}`);
  const summary = `${lines.join('\n')}\n\n**What to do:** ${next}\n`;
  const fingerprint = sha256(summary).slice(0, 32);
  if (checks.checks.some((run) => run.name === name && run.fingerprint === fingerprint)) return;
  const mutation = new Mutation();
  mutation.add(name, 'createCheckRun', {
    repositoryId,
    headSha: pull.head,
    name,
    status: 'COMPLETED',
    conclusion: 'ACTION_REQUIRED',
    externalId: fingerprint,
    output: { title, summary },
  });
  const { errors } = await mutation.run(client);
  const failure = mutation.failure(errors);
  if (failure) throw failure;
}

type Why = Extract<Look, { kind: 'stuck' }>['why'];

function wordsFor(why: Why): { title: string; next: string } {
  if (why instanceof Refused) return { title: 'GitHub refuses the record, so nothing is decided', next: why.next };
  if (why instanceof Ungoverned) {
    return {
      title: 'The rules cannot be read, so nothing is decided',
      next: 'Mend the file on the default branch, where no earlier version can be read either; every open proposal is then looked at again.',
    };
  }
  return {
    title: 'The record cannot be trusted',
    next: 'Bring the record branch back to the last commit that Convenor made; docs/operating.md says how.',
  };
}
