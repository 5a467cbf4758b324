import { describe, expect, it } from 'vitest';
import type { Person } from '../../src/proposal/index.js';
import { codes, withField } from './documents.js';

const ada: Person = { name: 'Ada Example', github: 'ada' };
const bo: Person = { name: 'Bo Sample', github: 'bo' };

describe('authors, plainly written', () => {
  it.each<[string, Person[]]>([
    ['Ada Example', [{ name: 'Ada Example' }]],
    ['@ada', [{ github: 'ada' }]],
    ['Ada Example (@ada)', [ada]],
    ['Ada Example (@ada )', [ada]],
    ['Ada Example @ada', [ada]],
    ['@ada - Ada Example', [ada]],
    ['@ada (Ada Example)', [ada]],
    ['**Ada Example** (`@ada`)', [ada]],
    ['[Ada Example](https://github.com/ada)', [ada]],
    ['Ada Example ([@ada](https://github.com/ada))', [ada]],
    ['Ada Example (https://github.com/ada)', [ada]],
    ['Ada Example (GitHub: ada)', [ada]],
    ['Ada Example (she/her, @ada)', [ada]],
    ['Ada Example <ada@x.example> (@ada)', [{ ...ada, email: 'ada@x.example' }]],
    ['Ada Example \\<ada@x.example\\> (@ada)', [{ ...ada, email: 'ada@x.example' }]],
    ['Ada Example (ada@x.example) (@ada)', [{ ...ada, email: 'ada@x.example' }]],
    ['[Ada Example](mailto:ada@x.example)', [{ name: 'Ada Example', email: 'ada@x.example' }]],
    ['ada@x.example (@ada)', [{ github: 'ada', email: 'ada@x.example' }]],
    [
      'Ada Example (Initech) — ada@x.example',
      [{ name: 'Ada Example', email: 'ada@x.example', affiliation: 'Initech' }],
    ],
    ['Ada Example (@ada) - Initech', [{ ...ada, affiliation: 'Initech' }]],
    ['Ada Example (@ada) at Initech', [{ ...ada, affiliation: 'Initech' }]],
    ['Ada Example (@ada), Initech Labs LLC', [{ ...ada, affiliation: 'Initech Labs LLC' }]],
    ['Ada Example (@ada) — first draft, and the tests', [{ ...ada, role: 'first draft and the tests' }]],
    ['Ada Example (@ada), Bo Sample (@bo)', [ada, bo]],
    ['Ada Example (@ada), Bo Sample (@bo) and Cy Third (@cy3)', [ada, bo, { name: 'Cy Third', github: 'cy3' }]],
    [
      'Ada Example (@ada), Initech; Bo Sample (@bo), Umbrella',
      [
        { ...ada, affiliation: 'Initech' },
        { ...bo, affiliation: 'Umbrella' },
      ],
    ],
    ['Ada Example (@ada)<br>Bo Sample (@bo)', [ada, bo]],
    ['\n  - Ada Example (@ada)\n  - Bo Sample (@bo)', [ada, bo]],
    ['Ada Example (@ada),\n  Bo Sample (@bo)', [ada, bo]],
    ['Ada Example (@ada), Core Maintainer', [{ ...ada, role: 'Core Maintainer' }]],
    ['@ada.', [{ github: 'ada' }]],
    ['Ada van der Berg (@ada)', [{ name: 'Ada van der Berg', github: 'ada' }]],
    ['Lanterns Working Group', [{ group: 'Lanterns Working Group' }]],
    ['TBD', []],
  ])('%s', (value, people) => {
    const proposal = withField('Author(s)', value);
    expect(proposal.authors).toEqual(people);
    expect(codes(proposal)).toEqual([]);
  });

  it('tells the group on whose behalf they write', () => {
    const proposal = withField('Authors', 'Ada Example (@ada), on behalf of the Lanterns Working Group');
    expect(proposal).toMatchObject({ authors: [ada], authorGroup: 'Lanterns Working Group' });
  });
});

describe('authors, read liberally and said so', () => {
  it.each<[string, Person[]]>([
    ['ada', [{ github: 'ada' }]],
    ['@ada @bo', [{ github: 'ada' }, { github: 'bo' }]],
    ['Ada Example (@ada) Bo Sample (@bo)', [ada, bo]],
    ['Ada Example (@ada), Initech', [{ ...ada, affiliation: 'Initech' }]],
    ['Ada Example, @ada', [ada]],
    ['Ada Example (@ada); first written by @cy in #5', [ada]],
    ['Ada Example (@ada) with help from Cy Third (@cy)', [ada]],
    ['Ada Example (@ada), et al.', [ada]],
  ])('%s', (value, people) => {
    const proposal = withField('Author(s)', value);
    expect(proposal.authors).toEqual(people);
    expect(new Set(codes(proposal))).toEqual(new Set(['warning preamble/people-form']));
  });

  it.each(['[your name / handle]', 'Name <email> (@github-username)', '{author}'])('%s is the template', (value) => {
    const proposal = withField('Author(s)', value);
    expect(proposal.authors).toEqual([]);
    expect(codes(proposal)).toEqual(['error preamble/people-form']);
  });
});

describe('sponsors', () => {
  it.each([
    'None',
    'None (seeking sponsor — Lanterns WG)',
    '(seeking sponsor)',
    'TBD',
    'N/A',
    'unsponsored (seeking sponsor)',
    'None — @ada has shown interest',
    '_seeking_',
    '—',
  ])('%s is nobody', (value) => {
    const proposal = withField('Sponsor', value);
    expect(proposal).toMatchObject({ sponsor: null, sponsors: [] });
    expect(codes(proposal)).toEqual([]);
  });

  it.each(['Initech (Initech)', 'Anthropic', 'Lanterns Working Group', '@ada (pending)', '@ada?'])(
    '%s is no sponsor',
    (value) => {
      const proposal = withField('Sponsor', value);
      expect(proposal.sponsor).toBeNull();
      expect(codes(proposal)).toEqual(['warning preamble/sponsor']);
    },
  );

  it.each<[string, Person[]]>([
    ['@ada', [{ github: 'ada' }]],
    ['Ada Example', [{ name: 'Ada Example' }]],
    ['Ada Example (@ada) (seeking co-sponsor)', [ada]],
    ['Ada Example (@ada) and Bo Sample (@bo)', [ada, bo]],
  ])('%s', (value, sponsors) => {
    expect(withField('Sponsor', value)).toMatchObject({ sponsor: sponsors[0], sponsors });
  });
});
