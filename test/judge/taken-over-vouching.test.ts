import { describe, expect, test } from 'vitest';
import type { SubjectState } from '../../src/judge/state.js';
import { vouching, type TakenOver } from '../../src/judge/taken-over.js';
import type { ProposalState } from '../../src/rules/schema.js';
import { who } from './history.js';
import { confirming, stateOf } from './claims.js';

describe('the core vouches for what it was', () => {
  const speaker = (name: 'rosa' | 'sven' | 'uri' | 'kofi', role: string, also: number[] = []) => ({
    by: who(name),
    also,
    roles: [role],
  });
  const rosa = speaker('rosa', 'core-maintainer');
  const said = (status: ProposalState, ...names: ('rosa' | 'sven')[]): Partial<TakenOver> => ({
    vouched: { status, by: names.map((name) => ({ ...who(name), hasStake: false })) },
  });
  const outcome = (state: SubjectState, who_: typeof rosa, confirm: 0 | 1 | 2 = 1) => {
    const found = vouching(state, who_, 'final', confirming(confirm));
    return (
      found && [
        found.by.map(({ login, hasStake }) => `${login}${hasStake ? '!' : ''}`).join(),
        found.isEnough,
        found.isAlone,
        found.more,
      ]
    );
  };

  test.each<[string, () => ReturnType<typeof outcome>, ReturnType<typeof outcome>]>([
    ['one of them, alone', () => outcome(stateOf('draft'), rosa), ['rosa', false, false, 1]],
    ['one of them, where one is enough', () => outcome(stateOf('draft'), rosa, 0), ['rosa', true, false, 0]],
    ['the second', () => outcome(stateOf('draft', said('final', 'sven')), rosa), ['sven,rosa', true, false, 0]],
    [
      'the second of three',
      () => outcome(stateOf('draft', said('final', 'sven')), rosa, 2),
      ['sven,rosa', false, false, 1],
    ],
    [
      'the second, for another state',
      () => outcome(stateOf('draft', said('accepted', 'sven')), rosa),
      ['rosa', false, false, 1],
    ],
    ['the same again', () => outcome(stateOf('draft', said('final', 'rosa')), rosa), ['rosa', false, false, 1]],
    [
      'a Lead Maintainer, alone',
      () => outcome(stateOf('draft'), speaker('uri', 'lead-maintainer')),
      ['uri', true, true, 1],
    ],
    [
      'a Lead Maintainer as the second: that is nobody alone',
      () => outcome(stateOf('draft', said('final', 'sven')), speaker('uri', 'lead-maintainer')),
      ['sven,uri', true, false, 0],
    ],
    ['a maintainer', () => outcome(stateOf('draft'), speaker('kofi', 'maintainer')), null],
    [
      'who is named as its sponsor has a part in it, and one is never enough then',
      () => outcome(stateOf('draft', { sponsor: { login: 'rosa', account: who('rosa') } }), rosa, 0),
      ['rosa!', false, false, 1],
    ],
    [
      'by a login, whatever its case, of which nobody has looked up the account',
      () => outcome(stateOf('draft', { sponsor: { login: 'Rosa', account: null } }), rosa, 0),
      ['rosa!', false, false, 1],
    ],
    [
      'by another account of theirs',
      () =>
        outcome(
          stateOf('draft', { sponsor: { login: 'rosa-two', account: { id: 130, login: 'rosa-two' } } }),
          speaker('rosa', 'core-maintainer', [130]),
          0,
        ),
      ['rosa!', false, false, 1],
    ],
    [
      'somebody else is named as sponsor',
      () => outcome(stateOf('draft', { sponsor: { login: 'sven', account: who('sven') } }), rosa, 0),
      ['rosa', true, false, 0],
    ],
  ])('%s', (_, found, expected) => expect(found()).toEqual(expected));
});
