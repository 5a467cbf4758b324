import { describe, expect, test } from 'vitest';
import { LEADS, MEMBERS } from '../people/writing.js';
import { LIDS, lids, NO_TABLE, people, toldOfPeople as told, withCharter, WORLD, type Files } from './governance.js';

describe('organisations', () => {
  const of = (organization: string): Partial<Files> => people(`{ logins: [cydorn], organization: ${organization} }`);
  test.each<[string, Partial<Files>, Partial<Files>, string[]]>([
    [
      'a second one beside the first',
      of('Fjord'),
      of('Fjord / Ora'),
      ['~ Cy Dorn (cydorn) would be of Fjord / Ora; until now of Fjord. @3'],
    ],
    [
      'none any more',
      of('Fjord'),
      people('{ logins: [cydorn] }'),
      ['~ Cy Dorn (cydorn) would be of no known organisation; until now of Fjord.'],
    ],
    ['somebody who is new brings theirs along', {}, people('{ logins: [fagoh], organization: Fjord }'), []],
    ['somebody who goes takes theirs along', people('{ logins: [fagoh], organization: Fjord }'), people(), []],
  ])('%s', (_, from, to, expected) => {
    expect(told(from, to)).toEqual(expected);
  });
});

describe('places in groups', () => {
  const KETTLES = 'the Kettle Timers Working Group';
  const ofGroup = (level: string, more = ''): Partial<Files> =>
    people(`{ logins: [fagoh], groups: [{ group: kettle-timers, level: ${level}${more} }] }`);
  const listed = (row: string): Partial<Files> => withCharter({ membership: `${MEMBERS}\n${row}` });
  const twoRows = listed('| Di Two | Fjord | @di2 | | WG Member |');
  const unknown = withCharter({ membership: MEMBERS.replace('Observer ', 'Kettleman') });
  const noTable = withCharter({ membership: NO_TABLE });

  test.each<[string, Partial<Files>, Partial<Files>, string[]]>([
    [
      'a participant, who observed',
      ofGroup('observer'),
      ofGroup('participant'),
      [`+ fagoh would be a participant of ${KETTLES} instead of an observer. @3`],
    ],
    [
      'a lead, who was a member and is counted as before',
      ofGroup('member'),
      ofGroup('lead'),
      [`+ fagoh would be a lead of ${KETTLES} instead of a member. @3`],
    ],
    [
      'a place that gets a last day',
      ofGroup('lead'),
      ofGroup('lead', ', until: 2026-12-31'),
      [
        `- fagoh would be a lead of ${KETTLES} to 2026-12-31; until now without a last day. @3`,
        `- 2027-01-01: fagoh would no longer be a lead of ${KETTLES}, and not be counted for its quorum any more. @old 3`,
      ],
    ],
    [
      'somebody who goes, and did nothing but look on',
      ofGroup('observer'),
      people(),
      [`- fagoh would no longer be an observer of ${KETTLES}. @old 3`],
    ],
    [
      'two accounts, of which one is counted: the other is, as well, and their first row says what they are',
      twoRows,
      people('{ logins: [dieng, di2] }'),
      [
        '+ Di Eng (di2) would count as Di Eng (dieng): what is said from either account is said by one person.',
        `- Di Eng (di2) would be a participant of ${KETTLES} instead of a member. @57`,
        `+ Di Eng (dieng) would be counted for the quorum of ${KETTLES}. @57`,
      ],
    ],
    [
      'and apart again',
      { ...twoRows, ...people('{ logins: [dieng, di2] }') },
      people(),
      [
        '~ Di Two (di2) would count as somebody else than dieng, whose account it has been.',
        `- Di Eng (dieng) would not be counted for the quorum of ${KETTLES} any more. @57`,
        `+ Di Two (di2) would be a member of ${KETTLES} instead of a participant. @59`,
      ],
    ],
    [
      'a level that nobody knows: nobody is counted then, which the group says for all',
      {},
      unknown,
      [
        `(- Ada Bell (adabell) would not be counted for the quorum of ${KETTLES} any more. @40)`,
        `(- Bo Carr (bocarr) would not be counted for the quorum of ${KETTLES} any more. @41)`,
        `(- Cy Dorn (cydorn) would not be counted for the quorum of ${KETTLES} any more. @56)`,
        `(- Ed Foss (edfoss) would be somebody of no known level in ${KETTLES} instead of an observer. @58)`,
      ],
    ],
    [
      'somebody new of a level that nobody knows, where nobody is counted anyway',
      unknown,
      withCharter({
        membership: `${MEMBERS.replace('Observer ', 'Kettleman')}\n| Fa Goh | | @fagoh | | Kettlewoman |`,
      }),
      [`+ Fa Goh (fagoh) would become somebody of no known level in ${KETTLES}. @59`],
    ],
    [
      'a group that gets its list: who leads it is said, and who is on the list is said by the group',
      noTable,
      withCharter({ leadership: LEADS.replaceAll('bocarr', 'fagoh').replace('Bo Carr', 'Fa Goh ') }),
      [
        `(+ Ada Bell (adabell) would be counted for the quorum of ${KETTLES}. @40)`,
        `- Bo Carr (bocarr) would no longer be a lead of ${KETTLES}. @old 41`,
        `(+ Cy Dorn (cydorn) would become a member of ${KETTLES}, and be counted for its quorum. @54)`,
        `(+ Di Eng (dieng) would become a participant of ${KETTLES}. @55)`,
        `(+ Ed Foss (edfoss) would become an observer of ${KETTLES}. @56)`,
        `+ Fa Goh (fagoh) would become a lead of ${KETTLES}, and be counted for its quorum. @41`,
      ],
    ],
    [
      'what somebody has in several groups, each by itself',
      { charters: { ...WORLD.charters, [LIDS]: lids() } },
      people('{ logins: [dieng], groups: [{ group: lids, level: observer }, { group: kettle-timers, level: lead }] }'),
      [
        `+ Di Eng (dieng) would be a lead of ${KETTLES} instead of a participant, and be counted for its quorum. @3`,
        '+ Di Eng (dieng) would become an observer of the Lids Working Group. @3',
      ],
    ],
  ])('%s', (_, from, to, expected) => {
    expect(told(from, to)).toEqual(expected);
  });
});
