import { describe, expect, it } from 'vitest';
import type { Person } from '../../src/proposal/index.js';
import { codes, read, withField } from './documents.js';

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
    ['@harbour/core-team, @ada', [{ group: 'harbour/core-team' }, { github: 'ada' }]],
    ['Ada Example (@ada) | Bo Sample (@bo)', [ada, bo]],
    ['Ada Example (@ada) · Bo Sample (@bo)', [ada, bo]],
    ['@ada/@bo', [{ github: 'ada' }, { github: 'bo' }]],
    ['@ada+@bo & @cy', [{ github: 'ada' }, { github: 'bo' }, { github: 'cy' }]],
    ['Ada Example （＠ada）、Bo Sample （@bo）', [ada, bo]],
    ['Ada Example {@ada} 🚀', [ada]],
    ['![avatar](https://x.example/a.png) Ada Example (@ada)[^1]', [ada]],
    ['<img src="https://x.example/a.png" width="20"> <a href="https://github.com/ada">Ada Example</a>', [ada]],
    ['<sub>Ada Example (@ada)</sub>', [ada]],
    ['[Ada Example](https://github.com/ada "her profile"), <https://github.com/bo>', [ada, { github: 'bo' }]],
    ['[@ada][1], [@bo][]', [{ github: 'ada' }, { github: 'bo' }]],
    ['Initech (Ada Example @ada)', [{ ...ada, affiliation: 'Initech' }]],
    ['Ada Example (Initech @ada)', [{ ...ada, affiliation: 'Initech' }]],
    ['Ada Example (GitHub @ada) 2026', [ada]],
    ['[Ada Example](https://github.com/ada) ([@ada](https://github.com/ada))', [ada]],
    ['[Ada Example](https://github.com/Ada) (@ada)', [{ ...ada, github: 'Ada' }]],
    ['Ada Example <mailto:ada@x.example>', [{ name: 'Ada Example', email: 'ada@x.example' }]],
    ['Ada Example (@ada on GitHub)', [ada]],
    ['Ada Example (ada on GitHub)', [ada]],
    ['Ada Example at Initech (@ada)', [{ ...ada, affiliation: 'Initech' }]],
    ['Ada Example, Google (@ada)', [{ ...ada, affiliation: 'Google' }]],
    ['Ada Example, PhD (@ada)', [{ ...ada, name: 'Ada Example PhD' }]],
    ['Ada, Initech <ada@initech.example>', [{ name: 'Ada', email: 'ada@initech.example', affiliation: 'Initech' }]],
    ['Ada Example, Initech, Inc.', [{ name: 'Ada Example', affiliation: 'Initech, Inc.' }]],
    ['Ada Example (@ada), Initech, Inc., Bo Sample (@bo)', [{ ...ada, affiliation: 'Initech, Inc.' }, bo]],
    ['Ada Example, Initech, Inc. (@ada)', [{ ...ada, affiliation: 'Initech, Inc.' }]],
    ['Ada Example (@ada), CTO at Initech', [{ ...ada, role: 'CTO', affiliation: 'Initech' }]],
    ['Core Maintainer (@ada)', [{ github: 'ada', role: 'Core Maintainer' }]],
    [
      'Ada Example, Initech, ada@initech.example',
      [{ name: 'Ada Example', affiliation: 'Initech', email: 'ada@initech.example' }],
    ],
    ['Google: Ada Example (@ada)', [{ ...ada, affiliation: 'Google' }]],
    ['Core Maintainer Ada Example (@ada)', [{ ...ada, role: 'Core Maintainer' }]],
    ['Lanterns WG lead: @ada', [{ github: 'ada', role: 'Lanterns WG lead' }]],
    ['Ada Example (Mastodon: @ada_x, GitHub: @ada)', [ada]],
    ['Ada Example, she/her (@ada)', [ada]],
    ['1. Ada Example', [{ name: 'Ada Example' }]],
    ['1. Ada Example (@ada) 2. Bo Sample (@bo)', [ada, bo]],
    ['@ada (Ada)', [{ github: 'ada', name: 'Ada' }]],
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

describe('authors in other places', () => {
  it('are those that reference links lead to', () => {
    const source =
      '# SEP-1: T\n\n- **Author(s)**: [Ada Example][ada], [@bo]\n- **PR**: [the pull request][pr]\n- **Requires**: [SEP-12], [Bells][b]\n\n## Abstract\n\n[ADA]: https://github.com/ada\n[@bo]: <https://github.com/bo> "Bo"\n[pr]: https://github.com/harbour/spec/pull/7001\n[SEP-12]: ./12-x.md\n[b]: ./13-bells.md\n';
    const proposal = read(source);
    expect(proposal).toMatchObject({ authors: [ada, { github: 'bo' }], pr: 7001, requires: [12, 13] });
    expect(codes(proposal).filter((code) => !code.includes('missing'))).toEqual([]);
  });

  it('join those of a field for co-authors, and co-sponsors the sponsor', () => {
    const proposal = read(
      '# SEP-1: T\n\n- **Author**: Ada Example (@ada)\n- **Co-Authors**: Bo Sample (@bo)\n- **Sponsor**: @eve\n- **Co-Sponsor**: @fay\n',
    );
    expect(proposal).toMatchObject({ authors: [ada, bo], sponsor: { github: 'eve' } });
    expect(proposal.sponsors).toEqual([{ github: 'eve' }, { github: 'fay' }]);
  });

  it('are not doubled by a second preamble', () => {
    const proposal = read(
      '---\nauthors: "@ada"\n---\n# SEP-1: T\n\n- **Status**: Draft\n- **Author**: Ada Example (@ada)\n',
    );
    expect(proposal.authors).toEqual([ada]);
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
    ['Ada Example (@ada) et al', [ada]],
    ['Ada Example (@ada) and 2 others', [ada]],
    ['\n  - Ada Example\n    - @ada\n  - Bo Sample (@bo)', [ada, bo]],
    ['Ada Example, Initech (@ada)', [{ ...ada, affiliation: 'Initech' }]],
    [
      'Ada Example, Initech (@ada), Bo Sample, Umbrella (@bo)',
      [
        { ...ada, affiliation: 'Initech' },
        { ...bo, affiliation: 'Umbrella' },
      ],
    ],
    ['Ada Example, CTO at Initech (@ada)', [{ ...ada, role: 'CTO', affiliation: 'Initech' }]],
    ['Ada Example / @ada', [ada]],
    ['Ada Example / Umbrella / @ada', [{ ...ada, affiliation: 'Umbrella' }]],
    ['Initech: Ada Example (@ada)', [{ ...ada, affiliation: 'Initech' }]],
    ['Google (@ada)', [{ github: 'ada', affiliation: 'Google' }]],
    [
      'Ada & Bo (@ada, @bo)',
      [
        { ...ada, name: 'Ada' },
        { ...bo, name: 'Bo' },
      ],
    ],
    ['Ada Example, Bo Sample and Cy Third (@ada, @bo, @cy)', [ada, bo, { name: 'Cy Third', github: 'cy' }]],
    ['Ada & Bo (@ada)', [{ name: 'Ada' }, { name: 'Bo', github: 'ada' }]],
    ['@ada (Initech)', [{ github: 'ada', affiliation: 'Initech' }]],
    ['Example, Ada (@adaexample)', [{ ...ada, github: 'adaexample' }]],
    [
      'Example, Ada (@a); Sample, Bo (@b)',
      [
        { ...ada, github: 'a' },
        { ...bo, github: 'b' },
      ],
    ],
    ['please ask @ada', [{ github: 'ada' }]],
    ['@ada, volunteers welcome', [{ github: 'ada' }]],
    ['Community Effort', [{ name: 'Community Effort' }]],
    ['Initech Labs LLC', [{ name: 'Initech Labs LLC' }]],
  ])('%s', (value, people) => {
    const proposal = withField('Author(s)', value);
    expect(proposal.authors).toEqual(people);
    expect(new Set(codes(proposal))).toEqual(new Set(['warning preamble/people-form']));
  });

  it.each<[string, string, Person[]]>([
    ['Lanterns WG: @ada, @bo', 'Lanterns WG', [{ github: 'ada' }, { github: 'bo' }]],
    ['The Lanterns Working Group (lead: @ada)', 'Lanterns Working Group', [{ github: 'ada', role: 'lead' }]],
    ['Lanterns WG (Ada Example @ada, Bo Sample @bo)', 'Lanterns WG', [ada, bo]],
    ['Lanterns WG: Ada Example, Bo Sample', 'Lanterns WG', [{ name: 'Ada Example' }, { name: 'Bo Sample' }]],
    ['Lanterns team (@ada)', 'Lanterns team', [{ github: 'ada' }]],
  ])('%s: a group and its people', (value, authorGroup, authors) => {
    const proposal = withField('Author(s)', value);
    expect(proposal).toMatchObject({ authors, authorGroup });
    expect(codes(proposal)).toEqual(['warning preamble/people-form']);
  });

  it.each(['In progress', 'Under discussion', 'Volunteers welcome'])('%s is nobody', (value) => {
    const proposal = withField('Author(s)', value);
    expect(proposal.authors).toEqual([]);
    expect(codes(proposal)).toEqual(['error preamble/people-form']);
  });

  it.each(['[your name / handle]', 'Name <email> (@github-username)', '{author}'])('%s is the template', (value) => {
    const proposal = withField('Author(s)', value);
    expect(proposal.authors).toEqual([]);
    expect(codes(proposal)).toEqual(['error preamble/people-form']);
  });
});

describe('sponsors', () => {
  it('may have a login that begins like an absence', () => {
    expect(withField('Sponsor', '@open-lamps').sponsor).toEqual({ github: 'open-lamps' });
  });

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
    '[TBD]',
    '[seeking sponsor]',
    'Not assigned',
    'Needs a Core Maintainer sponsor',
    'N.A.',
    '@TBD',
    '❓',
    'No current sponsor',
    'Currently none',
  ])('%s is nobody', (value) => {
    const proposal = withField('Sponsor', value);
    expect(proposal).toMatchObject({ sponsor: null, sponsors: [] });
    expect(codes(proposal)).toEqual([]);
  });

  it.each([
    'Initech (Initech)',
    'Anthropic',
    'Lanterns Working Group',
    '@ada (pending)',
    '@ada, pending',
    '@ada?',
    '@harbour/core',
    '@ada — tentative',
    '@ada (tentative)',
    '@ada to confirm',
    'Will be sponsored by @ada',
    'Interested: @ada',
    'maybe @ada',
    'waiting for @ada',
    'In progress',
    'Under Review',
    'Help wanted',
    'To be found',
    'Waiting for review',
    'Volunteers welcome',
    'Please sponsor',
    'Ask in Discord',
    'Needs a Core Maintainer',
    'Any Core Maintainer',
    'Core Maintainer TBD',
    'Maintainer Needed',
    'Core Maintainer Group',
    'Initech Widgets',
    'Google Example Team',
    'Google (@google)',
    'Lanterns WG Leads',
    'volunteers',
    'self',
    'ada example',
    'Ada',
  ])('%s is no sponsor', (value) => {
    const proposal = withField('Sponsor', value);
    expect(proposal.sponsor).toBeNull();
    expect(codes(proposal)).toEqual(['warning preamble/sponsor']);
    expect(proposal.fields[0]?.raw).toBe(value);
  });

  it.each<[string, Person[]]>([
    ['@ada', [{ github: 'ada' }]],
    ['Ada Example (@ada) (seeking co-sponsor)', [ada]],
    ['Ada Example (@ada) and Bo Sample (@bo)', [ada, bo]],
    ['✅ @ada (confirmed)', [{ github: 'ada' }]],
    ['Yes, @ada', [{ github: 'ada' }]],
    ['Sponsored by Ada Example (@ada)', [ada]],
    ['~~@bo~~ @ada', [{ github: 'ada' }]],
    ['Found: @ada', [{ github: 'ada' }]],
    ['@ada has agreed', [{ github: 'ada' }]],
  ])('%s', (value, sponsors) => {
    const proposal = withField('Sponsor', value);
    expect(proposal).toMatchObject({ sponsor: sponsors[0], sponsors });
    expect(codes(proposal)).toEqual([]);
  });

  it.each<[string, Person]>([
    ['Ada Example', { name: 'Ada Example' }],
    ['Ada van der Berg', { name: 'Ada van der Berg' }],
    ['Zoë Núñez', { name: 'Zoë Núñez' }],
    ['Lanterns Working Group (@ada)', { github: 'ada' }],
    ['Thanks to @ada', { github: 'ada' }],
  ])('%s is taken for a person, and that is said', (value, sponsor) => {
    const proposal = withField('Sponsor', value);
    expect(proposal.sponsors).toEqual([sponsor]);
    expect(codes(proposal)).toEqual(['warning preamble/people-form']);
  });

  it('are not those who were', () => {
    const proposal = withField('Sponsor', 'Formerly @bo, now @ada');
    expect(proposal.sponsors).toEqual([{ github: 'ada' }]);
    expect(codes(proposal)).toContain('warning preamble/sponsor');
  });

  it('stay, whatever is said beside them', () => {
    const proposal = withField('Sponsor', '@ada, others welcome');
    expect(proposal.sponsors).toEqual([{ github: 'ada' }]);
    expect(codes(proposal)).toEqual(['warning preamble/sponsor']);
  });
});
