import type { Person } from '../people.js';
import type { Move } from './move.js';
import type { Laid } from './setting.js';

/** Opens a pull request that adds a proposal, with the placeholder for its number. @returns its number */
export async function openPull(
  { ground }: Laid,
  who: Person,
  { title, slug, text }: Extract<Move, { do: 'open' }>,
): Promise<number> {
  const { repo, rules } = ground;
  const pull = await who.opensPullRequest({
    repo,
    title,
    branch: `${slug}-${repo.nextNumber}`,
    from: 'fork',
    files: { [`${rules.paths.proposals}/0000-${slug}.md`]: text },
  });
  return pull.number;
}
