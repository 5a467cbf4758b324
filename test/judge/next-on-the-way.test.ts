import { describe, expect, it } from 'vitest';
import type { SubjectState } from '../../src/judge/state.js';
import type { Requirement } from '../../src/judge/verdict.js';
import type { ProposalState } from '../../src/rules/schema.js';
import { history, who } from './history.js';
import { AT, being, evidence, next, row } from './next-rows.js';

describe('What is next on the way', () => {
  const group = { slug: 'kettles', how: 'adopted' as const, by: who('lena'), at: AT };
  const claimed = history().seenAt().state.head;

  it.each<[string, SubjectState, Requirement[], string[]]>([
    ['nothing, where nothing is missing', being('draft'), [row('document', null)], []],
    [
      'what the author mends, in the order of the rules',
      being('proposal', { sponsor: null }),
      [row('document', 'mends it.'), row('numbering', 'renames it.'), row('sponsorship', 'who champions it writes.')],
      ['The author [@ada] mends it.', 'The author [@ada] renames it.', 'A maintainer [] who champions it writes.'],
    ],
    [
      'a ghost is not mentioned',
      being('draft', { author: null }),
      [row('document', 'mends it.')],
      ['The author [] mends it.'],
    ],
    [
      'a group, which the author finds where none is claimed',
      being('draft'),
      [row('working-group', 'finds a group.')],
      ['The author [@ada] finds a group.'],
    ],
    [
      'a group, whose lead takes it where one is claimed',
      being('draft', { head: claimed }),
      [row('working-group', 'takes it.')],
      ['A lead of the Kettles Working Group [@lena] takes it.'],
    ],
    [
      'one of several groups, whatever is claimed',
      being('draft', { head: claimed, groups: ['kettles', 'lids'] }),
      [row('working-group', 'says whose it is.')],
      ['A lead of one of these groups, or the core, [] says whose it is.'],
    ],
    [
      'a consensus, which a lead of its group opens',
      being('draft', { group, groups: ['kettles'] }),
      [row('working-group', null), row('consensus', 'opens a consensus.')],
      ['A lead of the Kettles Working Group [@lena] opens a consensus.'],
    ],
    [
      'no consensus without a sponsor',
      being('draft', { group, sponsor: null }),
      [row('consensus', 'opens a consensus.'), row('core-decision', 'brings it.')],
      [],
    ],
    [
      'a lead of whatever group it will be, where its own let it go since',
      being('draft'),
      [row('consensus', 'opens another one.')],
      ['A lead of the group [] opens another one.'],
    ],
    [
      'what the vote of such a group did not settle',
      being('draft'),
      [row('vote', 'escalates it.')],
      ['A lead of the group [] escalates it.'],
    ],
    [
      'what a vote did not settle, before any other consensus',
      being('draft', { group }),
      [row('vote', 'escalates it.', { held: 'failed' }), row('consensus', 'opens a consensus.')],
      ['A lead of the Kettles Working Group [@lena] escalates it.'],
    ],
    [
      'a consensus, where an earlier vote is settled',
      being('draft', { group }),
      [row('vote', null, { held: 'failed' }), row('consensus', 'opens a consensus.')],
      ['A lead of the Kettles Working Group [@lena] opens a consensus.'],
    ],
    [
      'the core, before which the sponsor brings it',
      being('draft'),
      [row('core-decision', 'brings it to the core.')],
      ['The sponsor [@kofi] brings it to the core.'],
    ],
    [
      'the text that changed, and the last step, of what is accepted',
      being('accepted'),
      [row('acceptance-text', 'confirms the change.'), row('finalization', 'says that it is final.')],
      [
        'The sponsor or one of the core, and no author, [] confirms the change.',
        'The sponsor [@kofi] says that it is final.',
      ],
    ],
    [
      'the last step, of one whose sponsor is gone',
      being('accepted', { sponsor: null }),
      [row('finalization', 'says that it is final.')],
      ['The sponsor [] says that it is final.'],
    ],
    [
      'the conditions of the acceptance, and whom they wait for',
      history()
        .isADraft()
        .goesToTheCore()
        .says('rosa', '/core accept-with-changes\n- codes: Name each of them.')
        .accept('sven', 'tomoko')
        .seenAt().state,
      [row('core-decision', 'does it.', { name: 'Conditions' })],
      ['The sponsor [@kofi] shows how it is met: `/condition met codes <how>`.'],
    ],
    ['nothing of rules that ask nobody', being('draft'), [row('holding', 'lets go.'), row('recall', 'objects.')], []],
  ])('is %s', (_, state, rows, expected) => expect(next(state, rows)).toEqual(expected));

  it.each(['rejected', 'withdrawn', 'superseded'] as const)('is nothing of one that is %s', (status) => {
    expect(next(being(status), [row('document', 'mends it.'), row('finalization', 'ends it.')])).toEqual([]);
  });
  it('is still a sponsor, of one that is dormant', () => {
    expect(next(being('dormant', { sponsor: null }), [row('sponsorship', 'who champions it writes.')])).toEqual([
      'A maintainer [] who champions it writes.',
    ]);
  });
});

describe('The evidence that is missing', () => {
  const ALL = [
    evidence('author', 'links the code.'),
    evidence('sponsor', 'sees to the tests.'),
    evidence('lead', 'takes it.'),
    evidence('maintainer', 'writes it.'),
    evidence('author', 'adds an entry. And a page.'),
  ];

  it('is asked of a draft one by one, before a decision is opened', () => {
    expect(next(being('draft'), ALL.slice(0, 2))).toEqual([
      'The author [@ada] links the code.',
      'The sponsor [@kofi] sees to the tests.',
    ]);
    // That a lead takes it, and a maintainer sponsors it, stands in rows of its own.
    expect(next(being('draft'), ALL.slice(2, 4))).toEqual([]);
    expect(next(being('proposal'), ALL)).toEqual([]);
    expect(next(being('in-review'), ALL)).toEqual([]);
  });
  it('is asked for once where its own row and the acceptance ask for the same', () => {
    const group = row('working-group', "takes it into a group's care.", { asks: 'lead' });
    const rows = [
      row('document', 'mends it.'),
      row('working-group', 'takes it.'),
      evidence('author', 'mends it.'),
      group,
    ];
    const head = history().seenAt().state.head;
    const steps = ['The author [@ada] mends it.', 'A lead of the Kettles Working Group [@lena] takes it.'];
    for (const status of ['proposal', 'draft'] as const) expect(next(being(status, { head }), rows)).toEqual(steps);
  });
  it('is asked for the last step of each who brings some of it, in one sentence', () => {
    const rows = [row('finalization', 'says that it is final.', { children: [...ALL, row('transitions', null)] })];
    expect(next(being('accepted', { head: history().seenAt().state.head }), rows)).toEqual([
      'The author [@ada] links the code; adds an entry. And a page.',
      'The sponsor [@kofi] sees to the tests.',
      'A lead of the Kettles Working Group [@lena] takes it.',
      'A maintainer [] writes it.',
      'The sponsor [@kofi] says that it is final.',
    ]);
  });
  it('waits for a lead of whatever group it will be, where the preamble names none', () => {
    const rows = [row('finalization', null, { children: [evidence('lead', 'takes it.')] })];
    expect(next(being('accepted'), rows)).toEqual(['A lead of the group [] takes it.']);
  });
  it('is asked again of what is final once it is gone, and not where nobody could look', () => {
    const children = [evidence('author', 'puts the page back.', 'failed'), evidence('sponsor', 'sees to it.', 'open')];
    const rows = [row('document', 'mends it.'), row('finalization', null, { children })];
    expect(next(being('final'), rows)).toEqual(['The author [@ada] puts the page back.']);
  });
  it('comes after a text that changed and after who holds what is final', () => {
    const holds = [{ by: who('noor'), at: AT, reason: 'Cold.', url: 'u' }];
    const children = [evidence('author', 'puts the page back.', 'failed')];
    const rows = [row('finalization', null, { children }), row('acceptance-text', 'confirms the change.')];
    expect(next(being('final', { holds }), rows)).toEqual([
      'The sponsor or one of the core, and no author, [] confirms the change.',
      'noor [@noor] lets go their hold with `/sep unhold` once it is met.',
      'The author [@ada] puts the page back.',
    ]);
  });
});

describe('What is next for what was taken over and nobody has confirmed', () => {
  it.each<[ProposalState, string]>([
    [
      'draft',
      'A maintainer [] who champions it confirms it with `/sep sponsor`, or says with `/sep status proposal` that it has no sponsor.',
    ],
    ['rejected', 'The Core Maintainers [] confirm it, 2 of them, with `/sep status rejected`, or name the right one.'],
    ['final', 'The Core Maintainers [] confirm it, 2 of them, with `/sep status final`, or name the right one.'],
  ])('is to say where it stands, and what is missing whatever that is: %s', (status, first) => {
    const rows = [
      ...[row('document', 'mends it.'), row('working-group', 'finds a group.'), row('sponsorship', 'who writes.')],
      ...[row('finalization', 'ends it.'), evidence('author', 'links the code.'), row('numbering', 'renames it.')],
    ];
    const { takenOver } = history().takenOver(status).seenAt().state;
    const mends = ['The author [@ada] mends it.', 'The author [@ada] finds a group.', 'The author [@ada] renames it.'];
    expect(next(being(status, { takenOver, sponsor: null }), rows)).toEqual([first, ...mends]);
  });
});
