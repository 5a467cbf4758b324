import { describe, expect, test } from 'vitest';
import type { ReviewPosition } from '../../src/facts/review-positions.js';
import { charter, WG_PATH } from '../people/writing.js';
import {
  judged,
  LIDS,
  lids,
  MAINTAINERS,
  ROSA,
  roster,
  withCharter,
  WORLD,
  type Files,
  type More,
} from './governance.js';

const HEAD = 'a'.repeat(40);
const SVEN = '{ logins: [svenro], name: Sven Ro, roles: [{ role: core-maintainer }] }';
const review = (login: string, more: Partial<ReviewPosition> = {}): ReviewPosition => ({
  ...{ by: { id: 7, login, nodeId: `U_${login}`, isBot: false }, is: 'approval', at: '2026-11-23T08:30:00Z' },
  ...{ commit: HEAD, review: `PRR_${login}` },
  ...more,
});
const before = (login: string): ReviewPosition => review(login, { commit: 'b'.repeat(40) });

describe('which rules ask, by what is changed', () => {
  const over = (mission: string): string =>
    charter({ items: null, mission }).replace('## Group Type', '> This group has been retired.\n\n## Group Type');
  const retired = { charters: { [WG_PATH]: over('It rang.') } };
  const asked = (from: Partial<Files>, to: Partial<Files>): (string | null)[] =>
    judged(from, to).asks.map(({ approval }) => approval && approval.rule);

  test.each<[string, Partial<Files>, Partial<Files>, (string | null)[]]>([
    ['a charter', {}, withCharter({ mission: 'Rings.' }), ['charter-change']],
    ['a new charter', {}, { charters: { ...WORLD.charters, [LIDS]: lids() } }, ['group-formation']],
    ['a charter that goes', {}, { charters: {} }, ['group-retirement']],
    ['a group that is over', {}, retired, ['charter-change', 'group-retirement']],
    ['the charter of a group that is over', retired, { charters: { [WG_PATH]: over('Rang.') } }, ['charter-change']],
    ['the charter of a group that is over, and goes', retired, { charters: {} }, ['charter-change']],
    ['a group that is in force again', retired, withCharter({}), ['charter-change']],
    [
      'one charter that goes, and one that comes',
      {},
      { charters: { [LIDS]: lids() } },
      ['group-formation', 'group-retirement'],
    ],
    ['the rules', {}, { rules: 'extends: minimal\n' }, ['governance-change']],
    ['the maintainers', {}, { maintainers: `${MAINTAINERS}\n` }, ['governance-change']],
    ['the roster', {}, { roster: roster(ROSA) }, ['governance-change', null]],
    [
      'all of them',
      {},
      { ...withCharter({ mission: 'Rings.' }), rules: 'extends: minimal\n', roster: roster(ROSA) },
      ['charter-change', 'governance-change', null],
    ],
    ['nothing', {}, {}, []],
  ])('%s', (_, from, to, expected) => expect(asked(from, to)).toEqual(expected));
});

describe('whose approval counts', () => {
  const given = (positions: ReviewPosition[], from: Partial<Files> = {}, more: More = {}): string =>
    judged(from, withCharter({ mission: 'Rings.' }), { positions, ...more }).asks.map(
      ({ approval }) => `${approval?.isGiven ? '✓' : '○'} ${approval?.given ?? ''}`,
    )[0] ?? '';
  const core = { roster: roster(ROSA, SVEN) };
  const asking = (approvals: number, more = ''): string =>
    `extends: mcp\nrules:\n  charter-change: { approvals: ${approvals}${more} }\n`;
  const NOBODY = '○ None of them has approved this head yet.';

  test.each<[string, () => string, string]>([
    [
      'several, in the order of their names',
      () => given([review('svenro'), review('rosaek')], core),
      '✓ Approved by rosaek, svenro.',
    ],
    [
      'one of three: two more are needed',
      () => given([review('svenro')], { ...core, rules: asking(3) }),
      '○ Approved by svenro. 2 more are needed.',
    ],
    [
      'one at the head, and one before the last push',
      () => given([before('svenro'), review('rosaek')], { ...core, rules: asking(2) }),
      '○ Approved by rosaek. 1 more is needed. An earlier commit was approved by svenro, before the last push.',
    ],
    [
      'two before the last push',
      () => given([before('svenro'), before('rosaek')], core),
      `${NOBODY} An earlier commit was approved by rosaek, svenro, before the last push.`,
    ],
    [
      'a lead of another group is not one of this',
      () => given([review('adabell')], { rules: asking(1, ', approves: [core-maintainer]') }),
      NOBODY,
    ],
    [
      'a lead, where leads may',
      () => given([review('adabell')], { rules: asking(1, ', approves: [lead]') }),
      '✓ Approved by adabell.',
    ],
    [
      'a Core Maintainer, where only leads may',
      () => given([review('rosaek')], { rules: asking(1, ', approves: [lead]') }),
      NOBODY,
    ],
    [
      'an author whose account is gone keeps nobody from it',
      () => given([review('rosaek')], {}, { facts: ({ pull }) => ({ pull: { ...pull, author: null } }) }),
      '✓ Approved by rosaek.',
    ],
    ['the author, however their login is written', () => given([review('rosaek')], {}, { author: 'RosaEk' }), NOBODY],
  ])('%s', (_, found, expected) => expect(found()).toBe(expected));

  test('of a person with two accounts the last word counts, in whatever order GitHub gives them', () => {
    const twice = {
      roster: roster('{ logins: [rosaek, rosa2], ids: [7, 8], name: Rosa Ek, roles: [{ role: core-maintainer }] }'),
    };
    const second = (more: Partial<ReviewPosition>): ReviewPosition =>
      review('rosa2', { by: { id: 8, login: 'rosa2', nodeId: 'U_8', isBot: false }, ...more });
    const [early, late] = ['2026-11-23T08:20:00Z', '2026-11-23T08:40:00Z'];
    const words: [ReviewPosition, ReviewPosition, string][] = [
      [review('rosaek'), second({ is: 'request', at: late }), NOBODY],
      [review('rosaek'), second({ is: 'request', at: early }), '✓ Approved by rosaek.'],
      [review('rosaek', { is: 'dismissed' }), second({ at: late }), '✓ Approved by rosa2.'],
      [review('rosaek'), second({ at: late }), '✓ Approved by rosa2.'],
    ];
    for (const [one, other, expected] of words) {
      expect([given([one, other], twice), given([other, one], twice)]).toEqual([expected, expected]);
    }
  });
});
