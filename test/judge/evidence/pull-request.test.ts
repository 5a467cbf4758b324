import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../src/facts/facts.js';
import { lookFor } from '../../../src/judge/evidence/index.js';
import type { Evidence } from '../../../src/rules/schema.js';
import { DOCUMENT } from '../../publish/facts.js';
import { factsOf, see } from './ground.js';

describe('What else the pull request brings', () => {
  const CHANGELOG = 'docs/specification/draft/changelog.mdx';
  const PAGE = 'docs/seps/7-whistles.mdx';
  const with_ = (changes: string[] | null, takenAway: string[] = []): Facts =>
    factsOf(() => ({ changes, takenAway: new Set(takenAway) }));

  const UNLISTED = 'The pull request changes more files than GitHub lists.';
  const NO_CHANGE =
    '✗ The pull request changes nothing of the specification (`schema/**`, `docs/specification/draft/**`).';
  const NO_ENTRY = `✗ The pull request does not change \`${CHANGELOG}\`.`;
  const NO_PAGE = `✗ \`${PAGE}\` is not in this pull request.`;

  it.each<[Exclude<Evidence, 'sponsor' | 'group'>, string[] | null, string[], string]>([
    ['specification-changes', ['schema/draft/schema.ts'], [], '✓ `schema/draft/schema.ts`.'],
    [
      'specification-changes',
      [CHANGELOG, 'docs/specification/draft/a.mdx', 'docs/specification/draft/b.mdx', 'schema/draft/schema.ts'],
      [],
      '✓ `docs/specification/draft/a.mdx`, and 2 more.',
    ],
    [
      'specification-changes',
      ['docs/specification/draft/old.mdx'],
      ['docs/specification/draft/old.mdx'],
      '✓ `docs/specification/draft/old.mdx`.',
    ],
    ['specification-changes', [CHANGELOG], [], NO_CHANGE],
    ['specification-changes', ['docs/specification/2025-11-25/index.mdx', 'my/schema.ts'], [], NO_CHANGE],
    ['specification-changes', [], [], NO_CHANGE],
    ['specification-changes', null, [], `✗ ${UNLISTED}`],
    ['changelog', [CHANGELOG], [], `✓ \`${CHANGELOG}\` is changed.`],
    ['changelog', [CHANGELOG], [CHANGELOG], NO_ENTRY],
    ['changelog', ['docs/specification/draft/changelog.md', 'schema/draft/schema.ts'], [], NO_ENTRY],
    ['changelog', null, [], `✗ ${UNLISTED}`],
    ['rendered-page', [PAGE], [], `✓ \`${PAGE}\` is there.`],
    ['rendered-page', [PAGE], [PAGE], NO_PAGE],
    ['rendered-page', ['docs/seps/7-whistle.mdx'], [], NO_PAGE],
    ['rendered-page', null, [], `✗ ${UNLISTED}`],
  ])('%s with %j, of which %j is taken away', (need, changes, takenAway, said) => {
    expect(see(need, with_(changes, takenAway))).toBe(said);
  });

  it('cannot be told where GitHub does not list it', () => {
    for (const need of ['specification-changes', 'changelog', 'rendered-page'] as const) {
      expect(lookFor(need, with_(null)).known).toBe(false);
      expect(lookFor(need, with_([])).known).toBe(true);
    }
  });

  it('cannot be told where the rules do not say what it is', () => {
    const facts = factsOf(({ governing }) => {
      const { specification, 'rendered-page': page } = governing.rules.rules;
      const unnamed = {
        specification: { ...specification, changelog: null },
        'rendered-page': { ...page, path: null },
      };
      const rules = { ...governing.rules, rules: { ...governing.rules.rules, ...unnamed } };
      return { changes: ['schema/draft/schema.ts'], governing: { ...governing, rules } };
    });
    expect(lookFor('changelog', facts)).toEqual({ held: false, known: false, says: 'The rules name no changelog.' });
    expect(lookFor('rendered-page', facts)).toEqual({
      ...{ held: false, known: false, says: 'The rules name no rendered page.' },
    });
    expect(see('specification-changes', facts)).toBe('✓ `schema/draft/schema.ts`.');
  });

  it('is asked only of the kinds that change the specification', () => {
    const { document } = factsOf(undefined, DOCUMENT.replace('Standards Track', 'Extensions Track'));
    const facts = factsOf(() => ({ document }));
    expect(see('specification-changes', facts)).toBe('✓ Not asked of a proposal of the kind Extensions Track.');
    expect(see('changelog', facts)).toBe('✓ Not asked of a proposal of the kind Extensions Track.');
    expect(see('rendered-page', facts)).toMatch(/^✗/);
  });
});
