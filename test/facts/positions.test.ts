import { describe, expect, it } from 'vitest';
import { packRules } from '../../src/facts/governing.js';
import { saidByReviewing } from '../../src/facts/positions.js';
import { saidInReview } from '../../src/facts/texts.js';
import type { RawReview } from '../../src/github/queries/fragments.js';

const verbs = packRules().commands;
const [AT, LATER] = ['2026-11-03T09:00:00Z', '2026-11-04T09:00:00Z'];
const review = (body: string, before?: string): RawReview => ({
  ...{ id: 'PRR_1', url: 'https://github.test/1', createdAt: AT, submittedAt: AT, state: 'APPROVED', body },
  ...{ lastEditedAt: before === undefined ? null : LATER, includesCreatedEdit: before !== undefined },
  ...{ viewerDidAuthor: false, reactionGroups: null, commit: { oid: 'a'.repeat(40) } },
  author: { __typename: 'User', id: 'U_1', databaseId: 30, login: 'rosa' },
  userContentEdits:
    before === undefined
      ? { totalCount: 0, nodes: [] }
      : {
          totalCount: 2,
          nodes: [
            { editedAt: LATER, deletedAt: null, diff: body },
            { editedAt: AT, deletedAt: null, diff: before },
          ],
        },
});
const said = (one: RawReview): string[] => [
  ...saidInReview(one, verbs).map(({ command, args }) => [command, ...args.filter(Boolean)].join(' ')),
  ...saidByReviewing({ dismissals: { nodes: [] } }, [one], verbs).map(({ command }) => command),
];

describe('What an approving review says', () => {
  it.each<[string, RawReview, string[]]>([
    ['that it approves, in whatever words', review('It is fine.'), ['review: approved']],
    ['its command, and no more', review('/vote no It boils over.'), ['vote no It boils over.']],
    [
      'the command that it was written with, also once that is edited away',
      review('It boils over.', '/vote no It boils over.'),
      ['vote no It boils over.'],
    ],
    [
      'that it approves, also once a command is edited in',
      review('/vote no It boils over.', 'It is fine.'),
      ['review: approved'],
    ],
  ])('%s', (_, one, expected) => {
    expect(said(one)).toEqual(expected);
  });
});
