import { describe, expect, test } from 'vitest';
import {
  andUp,
  hasStake,
  holds,
  isAuthor,
  isPerson,
  same,
  speaksFor,
  whoMay,
  type Speaker,
} from '../../src/judge/standing.js';
import type { Standing } from '../../src/rules/schema.js';
import { elector, history, who, type Name } from './history.js';

/** Ada opened it, and Ben is named as an author; Kofi sponsors it. */
const { state } = history({ authors: ['ada', 'Ben'] })
  .isADraft()
  .seenAt();
const speaker = (name: Name, roles: string[] = [], also: number[] = []): Speaker => ({ by: who(name), roles, also });

describe('who holds a standing that a rule asks for', () => {
  test.each<[Standing[], Speaker, string | null, boolean]>([
    [['anyone'], speaker('zed'), null, true],
    [[], speaker('rosa', ['core-maintainer']), null, false],
    [['author'], speaker('ada'), null, true],
    [['author'], speaker('zed', [], [1]), null, true],
    [['author'], speaker('ben'), null, false],
    [['sponsor'], speaker('kofi'), null, true],
    [['sponsor'], speaker('mira', ['maintainer']), null, false],
    [['lead'], speaker('lena', ['lead:kettles']), 'kettles', true],
    [['lead'], speaker('lena', ['lead:kettles']), 'lids', false],
    [['lead'], speaker('lena', ['lead:kettles']), null, false],
    [['lead'], speaker('lena', ['lead:null']), null, false],
    [['lead'], speaker('noor', ['wg-member:kettles']), 'kettles', false],
    [['wg-member'], speaker('noor', ['wg-member:kettles']), 'kettles', true],
    [['wg-member'], speaker('noor', ['lead:kettles']), 'kettles', false],
    [['member'], speaker('tess', ['member']), null, true],
    [['maintainer'], speaker('tess', ['member']), null, false],
    [['maintainer'], speaker('rosa', ['core-maintainer']), null, false],
    [['core-maintainer', 'lead-maintainer'], speaker('uri', ['lead-maintainer']), null, true],
  ])('%j, asked of %j for %s: %s', (asked, one, group, expected) => {
    expect(holds(state, one, asked, group)).toBe(expected);
  });

  test('nobody sponsors what has no sponsor, and nobody is the author whose account is gone', () => {
    const none = history({ author: null, authors: [] }).seenAt().state;
    expect(holds(none, speaker('kofi'), ['author', 'sponsor'], null)).toBe(false);
    expect(isAuthor(none, speaker('ada'))).toBe(false);
  });
});

test('a place on the ladder and those above it', () => {
  expect(andUp('contributor')).toEqual(['anyone']);
  expect(andUp('member')).toEqual(['member', 'maintainer', 'core-maintainer', 'lead-maintainer']);
  expect(andUp('core-maintainer')).toEqual(['core-maintainer', 'lead-maintainer']);
  expect(andUp('lead-maintainer')).toEqual(['lead-maintainer']);
});

test('people are one by any of their accounts, and accounts by their number alone', () => {
  expect([same(who('ada'), { id: 1, login: 'ada-renamed' }), same(who('ada'), { id: 2, login: 'ada' })]).toEqual([
    true,
    false,
  ]);
  expect([same(null, null), same(who('ada'), null), same(null, who('ada'))]).toEqual([false, false, false]);
  expect([isPerson(speaker('ada'), null), isPerson(speaker('zed', [], [1]), who('ada'))]).toEqual([false, true]);
  expect([speaksFor(elector('ada'), null), speaksFor(elector('zed', [1]), who('ada'))]).toEqual([false, true]);
});

test('who opened it, is named as an author, or sponsors it has a stake, by any account', () => {
  const stakes = [elector('ada'), elector('ben'), elector('kofi'), elector('zed', [10]), elector('zed', [1])];
  expect(stakes.map((one) => hasStake(state, one))).toEqual([true, true, true, true, true]);
  expect([elector('mira'), elector('zed', [11])].map((one) => hasStake(state, one))).toEqual([false, false]);
  expect([isAuthor(state, speaker('ben')), isAuthor(state, speaker('kofi'))]).toEqual([true, false]);
});

describe('an author who is renamed', () => {
  const renamed = { ...elector('rosa'), login: 'rosa-renamed' };
  const WORLD = { authors: ['ada', 'rosa'], authorIds: [1, 30, 77], core: [renamed] };

  test('is one still, by any account that their name had when a head was seen', () => {
    const { state: now } = history(WORLD).isADraft().seenAt();
    const others = [renamed, elector('zed', [77]), { ...elector('zed'), id: 77 }, elector('zed'), elector('sven')];
    expect(others.map((one) => hasStake(now, one))).toEqual([true, true, true, false, false]);
    const by = { id: 30, login: 'rosa-renamed' };
    expect([isAuthor(now, { by, also: [] }), isAuthor(now, speaker('zed', [], [30]))]).toEqual([true, true]);
    expect(isAuthor(now, speaker('zed', [], [31]))).toBe(false);
  });
  test('keeps their stake when they are taken off again', () => {
    const told = history(WORLD)
      .isADraft()
      .pushes('d'.repeat(40), { authors: ['ada'], authorIds: [1] });
    expect(hasStake(told.sponsors('mira').seenAt().state, renamed)).toBe(true);
  });
  test('does not carry the proposal alone', () => {
    const outcome = (more: typeof WORLD | Omit<typeof WORLD, 'authorIds'>): unknown =>
      history(more).isADraft().goesToTheCore().accept('rosa').after({ days: 30 }).seenAt().state.decisions[0]?.closed
        ?.outcome;
    expect(outcome(WORLD)).toBe('undecided');
    expect(outcome({ ...WORLD, authorIds: [] })).toBe('accepted');
  });
  test('confirms no change of their own text', () => {
    const told = history(WORLD).isADraft().goesToTheCore();
    const on = { head: { commit: 'd'.repeat(40), certain: true } };
    told.pushes('d'.repeat(40), { normative: 'f'.repeat(64) }).after({ minutes: 1 });
    told.says('rosa', '/sep confirm', { ...on, by: { id: 30, login: 'rosa-renamed' } });
    const refusal = { taken: false, why: 'Nobody confirms a change of their own text.' };
    expect(told.seenAt().state.acts.at(-1)!.outcome).toMatchObject(refusal);
  });
});

test.each<[Standing[], string]>([
  [[], 'nobody'],
  [['anyone'], 'anyone'],
  [['author', 'sponsor'], 'the author or the sponsor'],
  [['lead', 'wg-member', 'member'], 'a lead of the group, a member of the group or a member of the project'],
  [['maintainer', 'core-maintainer', 'lead-maintainer'], 'a maintainer, a Core Maintainer or a Lead Maintainer'],
])('%j is said as: %s', (asked, words) => expect(whoMay(asked)).toBe(words));
