import { describe, expect, it } from 'vitest';
import { PLAIN } from '../../src/commands/verbs.js';
import { accountOf, firstRevision, markerOf, marked, saidIn, saidInReview } from '../../src/facts/texts.js';
import { MOST_EDITS, type RawReview, type RawText } from '../../src/github/queries/fragments.js';
import { sha256 } from '../../src/ledger/chain.js';

type Edit = NonNullable<NonNullable<NonNullable<RawText['userContentEdits']>['nodes']>[number]>;

const NOOR = { __typename: 'User', login: 'noor', id: 'U_21', databaseId: 21 };
const AT = '2026-11-02T09:00:00Z';

/** A comment by Noor. */
const comment = (body: string, more: Partial<RawText> = {}): RawText => ({
  id: 'IC_1',
  url: 'https://github.test/1',
  body,
  createdAt: AT,
  lastEditedAt: null,
  includesCreatedEdit: false,
  viewerDidAuthor: false,
  author: NOOR,
  userContentEdits: { totalCount: 0, nodes: [] },
  reactionGroups: [],
  ...more,
});

const edit = (diff: string | null, editedAt: string, deletedAt: string | null = null): Edit => ({
  editedAt,
  deletedAt,
  diff,
});

/** A comment that was edited; its revisions are given oldest first, and GitHub gives them newest first. */
function edited(revisions: (Edit | null)[], more: Partial<RawText> = {}): RawText {
  return comment(revisions.at(-1)?.diff ?? '', {
    lastEditedAt: revisions.at(-1)?.editedAt ?? AT,
    includesCreatedEdit: true,
    userContentEdits: { totalCount: revisions.length, nodes: [...revisions].reverse() },
    ...more,
  });
}

const said = (text: RawText): string[] => saidIn(text, 'comment', AT, PLAIN).map(({ command }) => command);

describe('What somebody wrote', () => {
  it('counts as it stands where it was never edited', () => {
    expect(firstRevision(comment('/sep adopt'))).toBe('/sep adopt');
    expect(saidIn(comment('/sep adopt\n/sep sponsor'), 'comment', AT, PLAIN)).toMatchObject([
      { command: 'sep adopt', by: { id: 21, login: 'noor' }, source: { id: 'IC_1', index: 0 }, at: AT },
      { command: 'sep sponsor', source: { index: 1, sha256: sha256('/sep adopt\n/sep sponsor') } },
    ]);
  });

  it('counts as it was first written, whatever it was made into', () => {
    const text = edited([edit('/sep adopt', AT), edit('/sep sponsor', '2026-11-02T10:00:00Z')]);
    expect(firstRevision(text)).toBe('/sep adopt');
    expect(said(text)).toEqual(['sep adopt']);
    expect(saidIn(text, 'comment', AT, PLAIN)[0]!.source.sha256).toBe(sha256('/sep adopt'));
  });

  it('is nothing where a command was put in later', () => {
    expect(said(edited([edit('Hello.', AT), edit('/sep adopt', '2026-11-02T10:00:00Z')]))).toEqual([]);
  });

  it('still counts where a command was taken out later', () => {
    expect(said(edited([edit('/sep adopt', AT), edit('Hello.', '2026-11-02T10:00:00Z')]))).toEqual(['sep adopt']);
  });

  it('is the older of two revisions of the same second', () => {
    const text = edited([edit('Hello.', AT), edit('/sep adopt', AT)]);
    expect(firstRevision(text)).toBe('Hello.');
    expect(said(text)).toEqual([]);
  });
});

describe('A first revision that is gone', () => {
  const gone: [string, RawText][] = [
    [
      'its text was deleted',
      edited([edit(null, AT, '2026-11-03T00:00:00Z'), edit('/sep adopt', '2026-11-02T10:00:00Z')]),
    ],
    ['it is deleted although a text is given', edited([edit('x', AT, '2026-11-03T00:00:00Z'), edit('/sep adopt', AT)])],
    ['GitHub does not have it', edited([edit('/sep adopt', '2026-11-02T10:00:00Z')], { includesCreatedEdit: false })],
    ['GitHub gives no revisions', edited([edit('/sep adopt', AT)], { userContentEdits: null })],
    [
      'GitHub gives an empty list',
      edited([edit('/sep adopt', AT)], { userContentEdits: { totalCount: 0, nodes: [] } }),
    ],
    ['one of them may not be seen', edited([null, edit('/sep adopt', '2026-11-02T10:00:00Z')])],
    [
      'there are more than were asked for',
      edited([edit('/sep adopt', AT)], {
        userContentEdits: { totalCount: MOST_EDITS + 1, nodes: [edit('/sep adopt', AT)] },
      }),
    ],
  ];
  it.each(gone)('counts for nothing, and asks for it again: %s', (_name, text) => {
    expect(firstRevision(text)).toBeNull();
    const [first, ...others] = saidIn(text, 'comment', AT, PLAIN);
    expect(others).toEqual([]);
    expect(first!.problem).toContain('edited before Convenor saw it');
  });

  it('says nothing where no command stands there now', () => {
    expect(said(edited([edit(null, AT, AT), edit('Hello.', AT)]))).toEqual([]);
  });
});

describe('Who says nothing', () => {
  it.each<[string, Partial<RawText>]>([
    ['a ghost', { author: null }],
    ['a bot', { author: { ...NOOR, __typename: 'Bot' } }],
    ['something that is no account', { author: { __typename: 'Mannequin', login: 'noor' } }],
    ['Convenor itself', { viewerDidAuthor: true }],
  ])('%s', (_name, more) => {
    expect(said(comment('/sep adopt', more))).toEqual([]);
  });

  it('somebody whose review is still pending', () => {
    const review: RawReview = { ...comment('/sep adopt'), submittedAt: null, state: 'PENDING', commit: null };
    expect(saidInReview(review, PLAIN)).toEqual([]);
  });

  it('dates a review at its submission, not at its beginning', () => {
    const submittedAt = '2026-11-05T09:00:00Z';
    const review: RawReview = { ...comment('/sep adopt'), submittedAt, state: 'COMMENTED', commit: null };
    expect(saidInReview(review, PLAIN)).toMatchObject([{ at: submittedAt, source: { kind: 'review' } }]);
  });

  it('an account with the id 0 is one all the same', () => {
    expect(accountOf({ ...NOOR, databaseId: 0 })).toMatchObject({ id: 0 });
  });
});

describe('A marker', () => {
  it('is found where it was put, and nowhere else', () => {
    expect(markerOf(marked('reply:IC_1', 'Hello.'))).toBe('reply:IC_1');
    expect(markerOf(`Hello. ${marked('status', '')}`)).toBeNull();
  });
});
