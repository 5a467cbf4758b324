import { describe, expect, it } from 'vitest';
import { ofState } from '../../../src/judge/evidence/index.js';
import { nothing, type SubjectState } from '../../../src/judge/state.js';
import { DOCUMENT } from '../../publish/facts.js';
import { GROUP, history, who } from '../history.js';
import { factsOf, rulesWith, see } from './ground.js';

describe('A document in order', () => {
  it('has no errors, looked at as in review, also once it is decided', () => {
    expect(see('document', factsOf())).toBe('✓ The document has no errors.');
    const final = DOCUMENT.replace('**Status**: Draft', '**Status**: Final').replace('Standards Track', 'Gibberish');
    expect(see('document', factsOf(undefined, final))).toBe('✗ The document has 1 thing to be mended (line 4).');
  });

  it('is said with the first five lines of what is to be mended, and not looked for where it is gone', () => {
    const flawed = DOCUMENT.replace('Standards Track', 'Gibberish')
      .replace('2026-11-02', 'today')
      .replace('**Status**: Draft', '**Status**: Odd');
    expect(see('document', factsOf(undefined, flawed))).toBe(
      '✗ The document has 3 things to be mended (line 3, 4, 5).',
    );
    const gone = factsOf(({ document }) => ({ document: { ...document, isGone: true } }), flawed);
    expect(see('document', gone)).toBe('✗ The document is gone from this pull request.');
  });
});

describe('What the record says', () => {
  const titleOf = (slug: string): string => slug;
  const rules = rulesWith('{}');

  it('is whether somebody sponsors it', () => {
    expect(ofState('sponsor', nothing, rules, titleOf)).toEqual({
      held: false,
      known: true,
      says: 'Nobody sponsors it.',
    });
    const sponsor = { by: who('kofi'), at: '2026-11-02T09:00:00Z' };
    expect(ofState('sponsor', { ...nothing, sponsor }, rules, titleOf)).toEqual({
      ...{ held: true, known: true, says: 'kofi sponsors it.' },
    });
  });

  const head = history().lines.find((line) => line.kind === 'head-seen')!;
  const ofKind = (type: string) => ({ head: { ...head, claims: { ...head.claims, type } } });
  const group = { slug: GROUP, how: 'adopted' as const, by: null, at: '' };
  const NONE = '✗ No group is responsible for it.';
  const OLDER = '✓ It is older than the wish for a group.';
  const found = (more: Partial<SubjectState>, by = rules): string => {
    const { held, says } = ofState('group', { ...nothing, openedAt: '2026-11-02T09:00:00Z', ...more }, by, titleOf);
    return `${held ? '✓' : '✗'} ${says}`;
  };
  it.each<[string, Partial<SubjectState>, string]>([
    ['no group', {}, NONE],
    ['a group', { group, groups: [GROUP] }, '✓ The kettles is responsible.'],
    ['several groups', { groups: [GROUP, 'teapots'] }, '✓ It touches several groups: kettles, teapots.'],
    ['an older proposal', { openedAt: '2026-08-31T23:59:59Z' }, OLDER],
    ['one of the first moment', { openedAt: '2026-09-01T00:00:00Z' }, NONE],
    ['one of which nobody knows how old it is', { openedAt: null }, NONE],
    ['a kind that the core decides', ofKind('Process'), '✓ The core decides proposals of the kind Process.'],
    ['another kind', ofKind('Standards Track'), NONE],
    ['a kind that nobody can read', ofKind('Gibberish'), NONE],
  ])('is whether a group is responsible, where one is wished for: %s', (_name, more, said) => {
    expect(found(more)).toBe(said);
  });

  it('is a group for all, however old, where the rules name no day', () => {
    expect(found({ openedAt: '2020-01-01T00:00:00Z' }, rulesWith('rules: { working-group: { since: null } }'))).toBe(
      NONE,
    );
  });

  it('is a group for every kind but those that the core decides, be they several or none', () => {
    const reserving = (tracks: string) => rulesWith(`rules: { reserved-matters: { tracks: [${tracks}] } }`);
    expect(found(ofKind('Process'), reserving('Informational, Process'))).toMatch(/^✓/);
    expect(found(ofKind('Process'), reserving(''))).toBe(NONE);
  });
});
