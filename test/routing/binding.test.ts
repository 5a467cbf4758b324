import { describe, expect, it } from 'vitest';
import { bindingsOf, UNSAID } from '../../src/routing/index.js';
import type { GrantScope } from '../../src/rules/schema.js';
import { groundOf, matterOf, rulesOf, type Written } from './ground.js';

const CHARTERS = [{ slug: 'kettles', scope: ['Boiling'] }, { slug: 'teapots' }, { slug: 'cups', forming: true }];

interface Given {
  scope?: GrantScope;
  until?: string;
}

/** Slugs that a delegation binds, where each group decides what it is given. */
function bound(given: Record<string, Given>, written: Written = {}): string[] {
  const grants = Object.fromEntries(
    Object.entries(given).map(([slug, one]) => [
      slug,
      { authority: 'decide', grantedBy: 'the core', since: '2026-01-01', ...one },
    ]),
  );
  const found = bindingsOf(matterOf(written), groundOf(CHARTERS, rulesOf({ grants })), UNSAID);
  return found.filter(({ by }) => by === 'delegation').map(({ group }) => group);
}

const standards: Given = { scope: { tracks: ['Standards Track'] } };
const boiling: Given = { scope: { items: ['Boiling'] } };

describe('A delegation binds a proposal', () => {
  it.each<[string, Record<string, Given>, string[]]>([
    ['where its scope is the only one', { teapots: standards }, ['teapots']],
    ['not where two have it in theirs', { teapots: standards, kettles: standards }, []],
    ['not beside one for a whole charter', { teapots: standards, kettles: {} }, []],
    [
      'beside one for a whole charter that has ended',
      { teapots: standards, kettles: { until: '2026-02-01' } },
      ['teapots'],
    ],
    ['beside one of a group that only forms', { teapots: standards, cups: {} }, ['teapots']],
    ['not without a scope', { teapots: {} }, []],
  ])('%s', (_, given, groups) => {
    expect(bound(given)).toEqual(groups);
  });

  it('never by words that the author wrote, and beside them no other is sure', () => {
    expect(bound({ kettles: boiling }, { title: 'Boiling' })).toEqual([]);
    expect(bound({ kettles: boiling, teapots: standards }, { title: 'Boiling' })).toEqual([]);
    expect(bound({ kettles: boiling, teapots: standards }, { title: 'Cold tea' })).toEqual(['teapots']);
  });
});
