import { describe, expect, test } from 'vitest';
import { maySponsor, takeOver, type Evidence, type Named } from '../../src/judge/take-over.js';
import type { Standing } from '../../src/rules/schema.js';
import { RULES } from './history.js';
import { ada, evidence, file, kofi, mira } from './past.js';

const told = (more: Partial<Evidence>): string => {
  const { status, sponsor, conflicts } = takeOver(evidence(more), RULES);
  return [status, sponsor?.login ?? '-', ...conflicts.map(({ code }) => code)].join(' ');
};

describe('the order of evidence', () => {
  test.each<[string, Partial<Evidence>, string]>([
    ['nothing at all', {}, 'proposal -'],
    ['a label that is none of a state', { labels: ['SEP', 'auth'] }, 'proposal -'],
    ['a label, whatever its case', { labels: ['In-Review'], assignees: [kofi] }, 'in-review kofi'],
    [
      'a label before the file',
      { labels: ['draft'], assignees: [kofi], file: file('accepted') },
      'draft kofi file-and-label',
    ],
    ['Draft before a sponsor is no mistake', { labels: ['proposal'], file: file('draft') }, 'proposal -'],
    [
      'of two labels the later state',
      { labels: ['accepted', 'in-review'], assignees: [kofi] },
      'accepted kofi two-states',
    ],
    ['an end before what it ends', { labels: ['proposal', 'dormant'] }, 'dormant - two-states'],
    ['a rejection before an acceptance', { labels: ['accepted', 'rejected'] }, 'rejected - two-states'],
    ['acceptance before dormancy', { labels: ['dormant', 'accepted'], assignees: [kofi] }, 'accepted kofi two-states'],
    ['who is assigned and may sponsor', { assignees: [kofi], file: file('draft') }, 'draft kofi'],
    [
      'who is assigned and may not',
      { assignees: [ada] },
      'proposal ada sponsor-is-author sponsor-may-not sponsored-proposal',
    ],
    ['the file alone', { file: file('final') }, 'proposal - file-alone'],
    ['the file and who is assigned', { file: file('in-review'), assignees: [kofi] }, 'draft kofi file-alone'],
    ['a withdrawal is its author’s', { file: file('withdrawn') }, 'withdrawn -'],
    ['a word that nobody knows', { file: { word: 'WIP', status: null, sponsor: null } }, 'proposal -'],
  ])('%s', (_, more, expected) => expect(told(more)).toBe(expected));
});

describe('the sponsor', () => {
  test.each<[string, Partial<Evidence>, string]>([
    ['who is assigned', { labels: ['draft'], assignees: [kofi] }, 'draft kofi'],
    ['nobody', { labels: ['draft'] }, 'draft - no-sponsor'],
    ['nobody, where none is needed', { labels: ['dormant'] }, 'dormant -'],
    ['whom the file names', { labels: ['draft'], file: file('draft', kofi) }, 'draft kofi'],
    ['whom the file names does not lift it', { file: file('draft', kofi) }, 'proposal kofi sponsored-proposal'],
    [
      'another than the file names',
      { labels: ['draft'], assignees: [kofi], file: file('draft', mira) },
      'draft kofi sponsors-differ',
    ],
    [
      'the same in another case',
      { labels: ['draft'], assignees: [kofi], file: file('draft', { ...kofi, login: 'KOFI' }) },
      'draft kofi',
    ],
    ['the one of several who may', { labels: ['draft'], assignees: [ada, kofi] }, 'draft kofi several-assignees'],
    ['none of several who may', { labels: ['draft'], assignees: [mira, kofi] }, 'draft - several-assignees'],
    ['the author, who may', { author: 'KOFI', labels: ['draft'], assignees: [kofi] }, 'draft kofi sponsor-is-author'],
    [
      'somebody on a proposal without one',
      { labels: ['proposal'], assignees: [kofi] },
      'proposal kofi sponsored-proposal',
    ],
    ['an author who is gone is nobody', { author: null, labels: ['draft'], assignees: [kofi] }, 'draft kofi'],
  ])('%s', (_, more, expected) => expect(told(more)).toBe(expected));

  test('whom other rules let sponsor may', () => {
    const { sponsorship } = RULES.rules;
    const rules = { ...RULES, rules: { ...RULES.rules, sponsorship: { ...sponsorship, who: ['lead' as const] } } };
    const lead: Named = { ...ada, login: 'lena', roles: ['lead:kettles'] };
    const codes = ({ assignees }: { assignees: Named[] }): string[] =>
      takeOver(evidence({ labels: ['draft'], assignees }), rules).conflicts.map(({ code }) => code);
    expect([codes({ assignees: [lead] }), codes({ assignees: [kofi] })]).toEqual([[], ['sponsor-may-not']]);
  });
});

describe('who may sponsor, by the rules', () => {
  const may = (who: Standing[], ...roles: string[]): boolean =>
    maySponsor({ roles }, { ...RULES, rules: { ...RULES.rules, sponsorship: { ...RULES.rules.sponsorship, who } } });
  test.each<[Standing[], string[], boolean]>([
    [['maintainer'], ['maintainer'], true],
    [['maintainer'], ['member'], false],
    [['maintainer'], [], false],
    [['anyone'], [], true],
    [['lead'], ['lead:kettles'], true],
    [['lead'], ['wg-member:kettles', 'lead-maintainer'], false],
    [['wg-member'], ['wg-member:kettles'], true],
    [['wg-member'], ['lead:kettles'], false],
    [['maintainer', 'lead'], ['lead:kettles'], true],
    [['author', 'sponsor'], ['maintainer'], false],
    [['member'], ['member:kettles'], false],
    [[], ['maintainer'], false],
  ])('%j by %j: %s', (who, roles, expected) => expect(may(who, ...roles)).toBe(expected));
});

test('a sponsor is kept with the account that was found, and no more of them', () => {
  const sponsor = { ...kofi, roles: ['maintainer'] };
  expect(takeOver(evidence({ labels: ['draft'], assignees: [sponsor] }), RULES).sponsor).toEqual({
    login: 'kofi',
    account: { id: 10, login: 'kofi' },
  });
  expect(takeOver(evidence({ file: file('draft', { ...kofi, account: null }) }), RULES).sponsor).toEqual({
    login: 'kofi',
    account: null,
  });
});

test('of a word in the file that nobody knows, its beginning is kept', () => {
  const word = 'x'.repeat(61);
  const found = takeOver(evidence({ file: { word, status: null, sponsor: null } }), RULES).evidence;
  expect(found.find(({ piece }) => piece === 'status')).toEqual({
    piece: 'status',
    value: 'x'.repeat(60),
    status: null,
  });
});

test('what nobody has told is no piece', () => {
  expect(takeOver(evidence({ reviews: null, createdAt: null, updatedAt: null }), RULES).evidence).toEqual([]);
});

test('each piece is named with what it says', () => {
  const labels = ['SEP', 'in-review', 'accepted'];
  const found = takeOver(evidence({ labels, assignees: [kofi], file: file('draft', kofi) }), RULES).evidence;
  expect(found.map(({ piece, value, status }) => `${piece} ${value} ${status ?? '-'}`)).toEqual([
    'label in-review in-review',
    'label accepted accepted',
    'assignee kofi -',
    'status draft draft',
    'sponsor kofi -',
    'reviews 3 -',
    'opened 2025-04-25T07:27:46Z -',
    'changed 2026-02-05T22:58:57Z -',
  ]);
});
