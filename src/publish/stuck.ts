import type { Facts } from '../facts/facts.js';
import { Ungoverned } from '../facts/governing.js';
import type { Look } from '../facts/gather.js';
import type { IssueNow } from '../facts/issue-facts.js';
import type { SubjectMemory } from '../facts/memory.js';
import { marked, STUCK } from '../facts/texts.js';
import type { GitHubClient } from '../github/clients.js';
import { Mutation } from '../github/mutation.js';
import { Refused } from '../github/refused.js';
import { sha256 } from '../ledger/chain.js';
import { plain } from './escape.js';
import { execute, type Target } from './execute.js';
import type { Write } from './write.js';

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

/**
 * Says in an issue, in a comment of its own, that nothing is counted there, and why: once, as long as that comment stands.
 * Where nothing may be written down, no intent comes before it; it is found again by its marker alone.
 */
export async function sayStuckThere(
  client: GitHubClient,
  { why, issue, repository }: { why: Why; issue: IssueNow; repository: Facts['repository'] },
  memory: SubjectMemory,
): Promise<void> {
  if (issue.state !== 'open' || issue.locked) return;
  const { title, next } = wordsFor(why);
  const lines = why.message.split('\n').map((line) => `- ${plain(line)}`);
  const body = marked(
    STUCK,
    `**${title}.** What is said here is counted once that is mended, and not before; nothing of it is lost.\n\n${lines.join('\n')}\n\n**What to do:** ${next}\n`,
  );
  const post = memory.posts.get(STUCK);
  const spare = [...memory.duplicates.values()].filter(({ marker }) => marker === STUCK);
  const told: Write[] = !post
    ? [{ kind: 'comment', marker: STUCK, body }]
    : post.body.trimEnd() === body.trimEnd()
      ? []
      : [{ kind: 'edit', nodeId: post.nodeId, marker: STUCK, body }];
  const writes = [...told, ...spare.map(({ nodeId }): Write => ({ kind: 'delete', nodeId }))];
  await execute(writes, { client, facts: { repository, pull: issue }, memory });
}

/** Takes that comment away again, once the issue can be looked at. */
export async function sayNoLongerStuck(
  client: GitHubClient,
  facts: Target['facts'],
  memory: SubjectMemory,
): Promise<void> {
  const post = memory.posts.get(STUCK);
  if (post && !facts.pull.locked) await execute([{ kind: 'delete', nodeId: post.nodeId }], { client, facts, memory });
}

type Why = Extract<Look, { kind: 'stuck' }>['why'];

function wordsFor(why: Why): { title: string; next: string } {
  if (why instanceof Refused) return { title: 'GitHub refuses the record, so nothing is decided', next: why.next };
  if (why instanceof Ungoverned) {
    return {
      title: `${brokenIn(why)} cannot be read, so nothing is decided`,
      next: 'Mend the file on the default branch, where no earlier version can be read either; everything that is open is then looked at again.',
    };
  }
  return {
    title: 'The record cannot be trusted',
    next: 'Bring the record branch back to the last commit that Convenor made; docs/operating.md says how.',
  };
}

/** Which of what governs it is about: a roster that cannot be read is no fault of the rules. */
const brokenIn = ({ problems }: Ungoverned): string =>
  problems.every(({ code }) => code.startsWith('people/')) ? 'The roster' : 'The rules';
