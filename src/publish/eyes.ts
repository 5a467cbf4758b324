import type { Facts, Published, PullFacts } from '../facts/facts.js';
import type { SubjectMemory } from '../facts/memory.js';
import type { GitHubClient } from '../github/clients.js';
import { isWordless } from '../ledger/lines.js';
import { secondsToWait } from '../github/limits.js';
import { Mutation } from '../github/mutation.js';

/** What is looked at of a pull request or an issue. */
type Seeing = Pick<Facts, 'said' | 'ledger' | 'now'> & {
  pull: Pick<PullFacts, 'locked'>;
  published: Pick<Published, 'reactions'>;
};

/** Node ids of what holds commands that are not in the record yet, and that nobody has seen Convenor look at. */
function unseen({ said, ledger, published }: Seeing): string[] {
  const written = new Set(ledger.flatMap((line) => (line.kind === 'act' ? [line.source.id] : [])));
  const ids = said.flatMap(({ source: { id, kind, index } }) =>
    isWordless({ kind, index }) || written.has(id) ? [] : [id],
  );
  return [...new Set(ids)].filter((id) => (published.reactions.get(id)?.size ?? 0) === 0);
}

/**
 * Puts 👀 on what holds new commands, before anything else is done: whoever wrote them knows at once that they were read.
 * It is a courtesy and decides nothing, so that its failure fails nothing; but where GitHub limits requests, the look
 * waits as for every other.
 */
export async function showEyes(client: GitHubClient, facts: Seeing, memory: SubjectMemory): Promise<void> {
  const mutation = new Mutation();
  for (const id of unseen(facts)) mutation.add(id, 'addReaction', { subjectId: id, content: 'EYES' });
  if (mutation.isEmpty || facts.pull.locked) return;
  try {
    const { errors } = await mutation.run(client, 'Eyes');
    for (const [alias, id] of mutation.entries()) {
      if (errors.has(alias)) continue;
      const own = memory.reactions.get(id as string) ?? [];
      memory.reactions.set(id as string, new Set([...own, 'EYES']));
    }
  } catch (error) {
    if (secondsToWait(error, Date.parse(facts.now)) > 0) throw error;
  }
}
