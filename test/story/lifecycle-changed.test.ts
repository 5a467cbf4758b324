import { expect, test } from 'vitest';
import { textAt } from '../../src/sandbox/actions/outdate.js';
import type { Told } from '../../src/sandbox/demo/story.js';
import { brought, DRAFT, status } from './places.js';
import { strike } from './stage.js';

const textOf = ({ sandbox, pull }: Told): string => textAt(sandbox.state.objects, pull.head, DRAFT) ?? '';

async function accepted(told: Told): Promise<void> {
  const { cast, pull } = told;
  await cast.sponsor.comments(pull, '/sep sponsor\n/sep status in-review');
  for (const one of cast.core.slice(0, 3)) await one.comments(pull, '/core accept');
  expect(pull.labels).toContain('accepted');
}

test('the specification arrives beside an accepted proposal, and a change of its own text is confirmed before it is merged', async () => {
  const told = await brought();
  const { cast, pull, bench } = told;
  await accepted(told);
  const files = { 'docs/specification/draft/frames.mdx': '# Frames\n' };
  await cast.author.pushes(pull, { files, message: 'The specification' });
  expect(status(told)).not.toContain('Changed since acceptance');
  const books = textOf(told).replace('**Status**: Draft', '**Status**: Accepted');
  await cast.author.pushes(pull, { files: { [DRAFT]: books }, message: 'Keep the books' });
  expect(status(told)).not.toContain('Changed since acceptance');

  await cast.author.pushes(pull, { files: { [DRAFT]: `${books}\nA frame is longer now.\n` }, message: 'Longer' });
  expect(status(told)).toMatch(/\| ✗ \| \*\*Changed since acceptance\*\* \| The text at [0-9a-f]{7} is not the one/);
  expect(status(told)).toContain(
    '**The sponsor or one of the core, and no author,** confirms the change with `/sep confirm`',
  );
  await cast.sponsor.comments(pull, '/sep status final');
  expect(pull.lastBotComment()?.body).toContain('The text is not the one that was accepted.');
  expect(pull.labels).toContain('accepted');
  await cast.author.comments(pull, '/sep confirm');
  expect(pull.lastBotComment()?.body).toContain('Nobody confirms a change of their own text.');

  await cast.sponsor.comments(pull, '/sep confirm\n/sep status final');
  expect(pull.labels).toContain('final');
  expect(status(told)).toMatch(
    /\| ✓ \| \*\*Changed since acceptance\*\* \| kofiadu confirmed the text of [0-9a-f]{7} on /,
  );
  expect(pull.check('convenor/merge')?.conclusion).toBe('success');

  // Final is no end of it: the next change holds the merge, until it is confirmed by the commit that it names.
  await cast.author.pushes(pull, {
    files: { [DRAFT]: `${books}\nA frame is longer, and shorter.\n` },
    message: 'Both',
  });
  expect(pull.check('convenor/merge')?.conclusion).toBe('action_required');
  const named = pull.head;
  await cast.core[0]!.comments(pull, `/sep confirm @${named.slice(0, 10)}`);
  expect(pull.check('convenor/merge')?.conclusion).toBe('success');
  expect(bench.log.errors).toEqual([]);
  await strike(told);
});
