import { describe, expect, it } from 'vitest';
import type { SubjectState } from '../../src/judge/state.js';
import { history, who } from './history.js';
import { around, AT, being, evidence, next, row } from './next-rows.js';

describe('What is next for a proposal that is merged', () => {
  const rows = [
    row('document', 'mends it.'),
    row('status-in-step', 'merges [#9](u).'),
    row('finalization', 'says so.'),
  ];

  it('is to bring its file in step, and nothing else', () => {
    expect(next(being('accepted'), rows, around({ state: 'merged' }))).toEqual(['A maintainer [] merges [#9](u).']);
  });
  it('is nothing where nobody can do anything about the file', () => {
    expect(next(being('accepted'), [row('status-in-step', null)], around({ state: 'merged' }))).toEqual([]);
  });
  it('is no answer to the appeal that it had before', () => {
    const appeal = { by: who('ada'), at: AT, reason: 'It fits.', confirmed: null };
    expect(next(being('proposal', { appeal }), rows, around({ state: 'merged' }))).toEqual([
      'A maintainer [] merges [#9](u).',
    ]);
  });
});

describe('What is next for a proposal that is closed', () => {
  const closed = { state: 'closed' } as const;
  const GONE =
    'opens a new pull request whose description has the line `Continues #7`: the branch of this one is gone.';
  const HERE =
    'opens a new pull request whose description has the line `Continues #7`, should GitHub not open this one again.';

  it('is to answer the appeal of its author, as long as nobody has', () => {
    const appealed = history().says('lena', '/sep close It does not fit.').says('ada', '/sep appeal It does.');
    const answer =
      'A Core Maintainer [] who has no part in it answers the appeal: `/sep revive` opens it again, `/sep close <reason>` confirms.';
    expect(next(appealed.seenAt().state, [], around(closed))).toEqual([answer]);
    appealed.says('rosa', '/sep close It does not.');
    expect(next(appealed.seenAt().state, [], around(closed))).toEqual([]);
  });

  const ways: [string, SubjectState['moves']][] = [
    ['that was revived', [{ to: 'open', at: AT }]],
    [
      'that was withdrawn and then revived',
      [
        { to: 'closed', at: AT },
        { to: 'open', at: AT },
      ],
    ],
  ];
  it.each(ways)('is to open it again, of one %s', (_, moves) => {
    const revived = being('proposal', { moves });
    expect(next(revived, [], around(closed))).toEqual([`The author [@ada] ${HERE}`]);
    expect(next(revived, [], around({ ...closed, hasBranch: false }))).toEqual([`The author [@ada] ${GONE}`]);
    expect(next({ ...revived, author: null }, [], around(closed))).toEqual([`The author [] ${HERE}`]);
    expect(next(revived)).toEqual([]);
  });
  it('is nothing of one that was revived, and withdrawn again', () => {
    const moves: SubjectState['moves'] = ['closed', 'open', 'closed'].map((to) => ({ to: to as 'open', at: AT }));
    expect(next(being('withdrawn', { moves }), [], around(closed))).toEqual([]);
  });

  it.each(['proposal', 'draft', 'in-review', 'accepted'] as const)(
    'is to go on elsewhere with one that is %s, where its branch is gone',
    (status) => {
      expect(next(being(status), [], around({ ...closed, hasBranch: false }))).toEqual([
        `Who takes it up again [] ${GONE}`,
      ]);
      expect(next(being(status), [], around(closed))).toEqual([]);
    },
  );
  it.each(['rejected', 'withdrawn', 'superseded', 'dormant', 'final'] as const)(
    'is nothing of one that is %s, whatever became of its branch',
    (status) => expect(next(being(status), [], around({ ...closed, hasBranch: false }))).toEqual([]),
  );
  it('is nothing of one that a lead closed', () => {
    const shut = history().says('lena', '/sep close It does not fit.').seenAt().state;
    expect(next(shut, [], around({ ...closed, hasBranch: false }))).toEqual([]);
  });
});

describe('What is next for a proposal whose document is gone', () => {
  const rows = [row('numbering', 'renames it.'), row('document', 'pushes the file again.')];
  it('is to push it again, and nothing else, also where a decision is open', () => {
    expect(next(being('draft'), rows, around({}, true))).toEqual(['The author [@ada] pushes the file again.']);
    const open = history().isADraft().goesToTheCore().seenAt().state;
    expect(next(open, rows, around({}, true))).toEqual(['The author [@ada] pushes the file again.']);
  });
});

describe('What is next while a decision is open', () => {
  const open = history().isADraft().startsConsensus('lena').seenAt().state;
  const OBJECT =
    'The members of the Kettles Working Group [] object with `/block <name>` until Saturday 7 November 2026 09:02 UTC; silence is consent.';
  const rows = [row('document', 'mends it.'), row('sponsorship', 'writes it.'), evidence('author', 'links it.')];

  it('is the decision alone', () => expect(next(open, rows)).toEqual([OBJECT]));
  it('is first to unlock the conversation, where it is locked', () => {
    expect(next(open, rows, around({ locked: true }))).toEqual([
      'Who locked the conversation [] unlocks it; the time in between is added to the deadline.',
      OBJECT,
    ]);
  });
});
