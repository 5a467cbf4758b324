import { describe, expect, test } from 'vitest';
import { ofPeople, people, ROSA, toldOfPeople as told, type Files } from './governance.js';

const core = (span: string): string => ROSA.replace('core-maintainer', `core-maintainer${span}`);
describe('terms on the ladder', () => {
  test.each<[string, Partial<Files>, Partial<Files>, string[]]>([
    [
      'a last day that goes: the role is held longer',
      people(core(', until: 2026-12-31')),
      people(ROSA),
      [
        '+ Rosa Ek (rosaek) would be a Core Maintainer without a last day; until now to 2026-12-31. @3',
        '+ 2027-01-01: Rosa Ek (rosaek) would be a Core Maintainer; as the files stand, a contributor. @3',
      ],
    ],
    [
      'a later last day',
      people(core(', until: 2026-12-31')),
      people(core(', until: 2027-01-31')),
      [
        '+ Rosa Ek (rosaek) would be a Core Maintainer to 2027-01-31; until now to 2026-12-31. @3',
        '+ 2027-01-01: Rosa Ek (rosaek) would be a Core Maintainer; as the files stand, a contributor. @3',
      ],
    ],
    [
      'a first day that is written down for a role that is held already',
      people(ROSA),
      people(core(', since: 2026-11-23')),
      [],
    ],
    [
      'terms that follow upon one another are one term',
      people(core(', until: 2026-12-31')),
      people(
        '{ logins: [rosaek], name: Rosa Ek, roles: [{ role: core-maintainer, until: 2026-11-22 }, { role: core-maintainer, since: 2026-11-23, until: 2026-11-30 }, { role: core-maintainer, since: 2026-12-01, until: 2026-12-31 }] }',
      ),
      [],
    ],
    [
      'terms that are over and terms to come: only the one that runs ends',
      people(core(', until: 2026-12-31')),
      people(
        '{ logins: [rosaek], name: Rosa Ek, roles: [{ role: core-maintainer, since: 2026-12-02, until: 2026-12-31 }, { role: core-maintainer, until: 2026-11-22 }, { role: core-maintainer, since: 2026-11-23, until: 2026-11-30 }] }',
      ),
      [
        '- Rosa Ek (rosaek) would be a Core Maintainer to 2026-11-30; until now to 2026-12-31. @3',
        '- 2026-12-01: Rosa Ek (rosaek) would no longer be a Core Maintainer, but a contributor. @old 3',
      ],
    ],
    [
      'two terms that both run: the later end counts',
      people(core(', until: 2026-11-23')),
      people(
        '{ logins: [rosaek], name: Rosa Ek, roles: [{ role: core-maintainer, until: 2026-12-02 }, { role: core-maintainer, until: 2026-11-30 }, { role: maintainer }] }',
      ),
      [
        '+ Rosa Ek (rosaek) would be a Core Maintainer to 2026-12-02; until now to 2026-11-23. @3',
        '+ 2026-11-24: Rosa Ek (rosaek) would be a Core Maintainer; as the files stand, a contributor. @3',
        '+ 2026-12-03: Rosa Ek (rosaek) would be a maintainer; as the files stand, a contributor. @3',
      ],
    ],
    [
      'of two terms that both run, one has no end',
      people(ROSA),
      people(
        '{ logins: [rosaek], name: Rosa Ek, roles: [{ role: core-maintainer, until: 2026-11-23 }, { role: core-maintainer }] }',
      ),
      [],
    ],
    [
      'the role that is said is where it holds',
      people(ROSA),
      people('{ logins: [rosaek], roles: [\n    { role: member, until: 2026-01-31 },\n    { role: member }] }'),
      ['- Rosa Ek (rosaek) would no longer be a Core Maintainer, but a member. @old 3'],
    ],
    [
      'the role that is had is where it holds',
      {},
      people('{ logins: [cydorn], roles: [\n    { role: member, until: 2026-01-31 },\n    { role: member }] }'),
      ['+ Cy Dorn (cydorn) would become a member; until now a contributor. @5'],
    ],
    [
      'a moderator whom no file names any more',
      people('{ logins: [fagoh], moderator: true }'),
      people(),
      ['- fagoh would no longer be a community moderator. @old 3'],
    ],
  ])('%s', (_, from, to, expected) => {
    expect(told(from, to)).toEqual(expected);
  });

  test('days to come are told the next first, whatever the order of the roster, and each thing once', () => {
    const later = '{ logins: [fagoh], roles: [{ role: maintainer, since: 2027-03-01 }] }';
    const sooner = '{ logins: [ivoj], roles: [{ role: maintainer, since: 2027-02-01 }] }';
    expect(told({}, people(later, sooner))).toEqual([
      '+ 2027-02-01: ivoj would be a maintainer; as the files stand, a contributor. @4',
      '+ 2027-03-01: fagoh would be a maintainer; as the files stand, a contributor. @3',
    ]);
  });

  test('a day that is there only as it stands now counts as well', () => {
    const ending = '{ logins: [fagoh], roles: [{ role: maintainer, since: 2027-03-01 }] }';
    expect(told(people(ending), people())).toEqual([
      '- 2027-03-01: fagoh would no longer be a maintainer, but a contributor. @old 3',
    ]);
  });

  test('the next 24 days are looked at one by one, and the others are counted', () => {
    const from = (count: number): Partial<Files> =>
      people(
        ...Array.from(
          { length: count },
          (_, day) => `{ logins: [p${day}], roles: [{ role: member, since: ${2027 + count - day}-01-01 }] }`,
        ),
        `{ logins: [rosaek], name: Rosa Ek, roles: [{ role: core-maintainer, since: 2026-11-23 }] }`,
      );
    expect(ofPeople({}, from(24))).toMatchObject({ changes: { length: 24 }, days: 0 });
    const { changes: found, days } = ofPeople({}, from(26));
    expect([found.length, found[0]?.from, found.at(-1)?.from, days]).toEqual([24, '2028-01-01', '2051-01-01', 2]);
  });
});

describe('whose account is whose', () => {
  test('a person is named by the account that is theirs on both sides, as the files will write it', () => {
    expect(told(people('{ logins: [rosaek, RosaTwo], name: Rosa Ek }'), people(core('')))).toEqual([
      '- Rosa Ek (RosaTwo) would no longer be a Core Maintainer, but a contributor. @old 5',
    ]);
    expect(told({}, people('{ logins: [FaGoh], roles: [{ role: member }] }'))).toEqual([
      '+ FaGoh would become a member; until now a contributor. @3',
    ]);
    expect(
      told(
        people('{ logins: [fagoh, FaTwo], roles: [{ role: member }] }'),
        people('{ logins: [FaTwo, FaGoh], roles: [{ role: maintainer }] }'),
      ),
    ).toEqual(['+ FaTwo would become a maintainer; until now a member. @3']);
  });

  test('every account of a person goes with them', () => {
    const { changes: found } = ofPeople({}, people('{ logins: [FaGoh, fa2], roles: [{ role: member }] }'));
    expect(found.map(({ logins }) => logins)).toEqual([['fagoh', 'fa2']]);
  });

  test.each<[string, Partial<Files>, Partial<Files>, string[]]>([
    [
      'a further account of somebody: nothing but that is said of it',
      people(ROSA),
      people(ROSA.replace('rosaek', 'rosaek, rosa2')),
      [
        '+ Rosa Ek (rosa2) would count as Rosa Ek (rosaek): what is said from either account is said by one person.',
        '+ Rosa Ek (rosa2) would become a Core Maintainer; until now a contributor. @3',
      ],
    ],
    [
      'an account that becomes somebody else',
      people('{ logins: [fagoh, fa2], name: Fa Goh }'),
      people('{ logins: [fagoh], name: Fa Goh }', '{ logins: [fa2], name: Fa Two }'),
      ['~ Fa Two (fa2) would count as somebody else than fagoh, whose account it has been.'],
    ],
    [
      'an account that goes to somebody else who was there: both are said',
      people('{ logins: [fagoh, fa2], name: Fa Goh }', '{ logins: [ivoj], name: Ivo J }'),
      people('{ logins: [fagoh], name: Fa Goh }', '{ logins: [ivoj, fa2], name: Ivo J }'),
      [
        '+ Ivo J (fa2) would count as Ivo J (ivoj): what is said from either account is said by one person.',
        '~ Ivo J (fa2) would count as somebody else than fagoh, whose account it has been.',
      ],
    ],
    [
      'the first account leaves, and the second stays: it was the account of the first',
      people('{ logins: [fagoh, fa2], name: Fa Goh }'),
      people('{ logins: [fa2], name: Fa Goh }'),
      ['~ Fa Goh (fa2) would count as somebody else than fagoh, whose account it has been.'],
    ],
    [
      'two accounts in another order',
      people('{ logins: [fagoh, fa2], name: Fa Goh }'),
      people('{ logins: [fa2, fagoh], name: Fa Goh }'),
      [],
    ],
    ['somebody whom no file names any more', people('{ logins: [fagoh, fa2], name: Fa Goh }'), people(), []],
  ])('%s', (_, from, to, expected) => {
    expect(told(from, to)).toEqual(expected);
  });
});
