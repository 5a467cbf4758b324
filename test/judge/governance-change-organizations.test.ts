import { describe, expect, test } from 'vitest';
import { MEMBERS } from '../people/writing.js';
import { judged, LIDS, lids, line, needing, NO_TABLE, roster, withCharter, WORLD, type Files } from './governance.js';

const GROUP = 'The Kettle Timers Working Group';
const of = (...names: string[]): string =>
  roster(...names.map((name, at) => `{ logins: [p${at}], organization: "${name}" }`));
const named = (people: string, ...names: string[]): Partial<Files> => ({
  roster: `${people}organizations:\n${names.map((each) => `  ${each}\n`).join('')}`,
});
/** What is said of names, and not of people one by one or of the rules. */
const told = (from: Partial<Files>, to: Partial<Files>): string[] => {
  const { gains, loses } = judged(from, to);
  return [...gains.map((each) => `+ ${line(each)}`), ...loses.map((each) => `- ${line(each)}`)].filter((each) =>
    /organisation/.test(each),
  );
};

describe('names of organisations', () => {
  const two = of('Fjord', 'Kelp');
  test.each<[string, Partial<Files>, Partial<Files>, string[]]>([
    [
      'three become one, in the order of the alphabet',
      { roster: of('Kelp', 'Fjord', 'Moss', 'Moss') },
      named(of('Kelp', 'Fjord', 'Moss', 'Moss'), 'Fjord: [Moss, Kelp]'),
      [
        '- Fjord, Kelp and Moss would count as one organisation, Fjord: 6 people would be of the same wherever different organisations are asked for. @8',
      ],
    ],
    [
      'of people who are of several, each counts once',
      { roster: of('Kelp / Ora', 'Ora') },
      named(of('Kelp / Ora', 'Ora'), 'Ora: [Kelp]'),
      [
        '- Kelp and Ora would count as one organisation, Ora: 2 people would be of the same wherever different organisations are asked for. @6',
      ],
    ],
    [
      'they part again',
      named(two, 'Kelp: [Fjord]'),
      named(two, 'Kelp: []'),
      [
        '+ Fjord and Kelp would count as 2 organisations; until now as one, Kelp. 4 people would be of different ones. @old 6',
      ],
    ],
    [
      'whoever is independent shares that with nobody, whatever name it is given',
      { roster: of('Independent', 'Fjord') },
      named(of('Independent', 'Fjord'), 'Independent: [Fjord]'),
      [],
    ],
    [
      'names that Convenor knows to be one, and a roster that says they are not',
      { roster: of('Amazon') },
      named(of('Amazon'), 'AWS: []'),
      [
        '+ AWS and Amazon would count as 2 organisations; until now as one, Amazon. 2 people would be of different ones.',
      ],
    ],
    [
      'and that leaves them to Convenor again',
      named(of('Amazon'), 'AWS: []'),
      { roster: of('Amazon') },
      [
        '- AWS and Amazon would count as one organisation, Amazon: 2 people would be of the same wherever different organisations are asked for.',
      ],
    ],
    ['a name that is another one of nobody', { roster: two }, named(two, 'Kelp: [Seaweed]'), []],
  ])('%s', (_, from, to, expected) => {
    expect(told(from, to)).toEqual(expected);
  });
});

describe('groups whose members are of them', () => {
  const both = { charters: { ...withCharter({}).charters, [LIDS]: lids() } };
  const joined = named(of('Nil'), 'Kiln Works: [Amazon, AWS]');
  const first =
    '- Amazon and Kiln Works would count as one organisation, Kiln Works: 2 people would be of the same wherever different organisations are asked for. @5';
  const fewer = `- ${GROUP} would have members of 1 known organisations instead of 2`;
  const needs = (organizations: number) => ({ rules: `${WORLD.rules ?? ''}${needing(organizations)}` });
  const bare = {
    rules: `${WORLD.rules ?? ''}delegation: { grants: { kettle-timers: { authority: decide, grantedBy: us, since: 2026-01-01 } } }\n`,
  };

  test.each<[string, Partial<Files>, Partial<Files>, string[]]>([
    [
      'fewer known ones; whom nobody knows is none, and other groups are not touched',
      both,
      joined,
      [first, `${fewer}.`],
    ],
    ['as many as the grant asks for, and then fewer', needs(2), joined, [first, `${fewer}, and its grant asks for 2.`]],
    ['enough for the grant still', needs(1), joined, [first, `${fewer}.`]],
    ['too few for the grant already', needs(3), joined, [first, `${fewer}.`]],
    ['a grant that asks for nothing', bare, joined, [first, `${fewer}.`]],
    ['a group without a list of members', withCharter({ membership: NO_TABLE }), joined, [first]],
    [
      'a group that loses its list with it',
      {},
      { ...joined, ...withCharter({ membership: NO_TABLE }) },
      [first, `${fewer}.`],
    ],
    [
      'more again',
      { ...joined, ...both },
      { roster: of('Nil') },
      [
        '+ Amazon and Kiln Works would count as 2 organisations; until now as one, Kiln Works. 2 people would be of different ones. @old 5',
        `+ ${GROUP} would have members of 2 known organisations instead of 1.`,
      ],
    ],
    [
      'a group that gets its list with it',
      { ...joined, ...withCharter({ membership: NO_TABLE }) },
      { roster: of('Nil'), ...withCharter({ membership: MEMBERS }) },
      [
        '+ Amazon and Kiln Works would count as 2 organisations; until now as one, Kiln Works. 2 people would be of different ones. @old 5',
        `+ ${GROUP} would have members of 2 known organisations instead of 1.`,
      ],
    ],
  ])('%s', (_, from, to, expected) => {
    expect(told(from, to)).toEqual(expected);
  });
});
