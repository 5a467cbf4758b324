import { describe, expect, it } from 'vitest';
import {
  CATALOGUE,
  readProposal,
  relationsOf,
  reviewProposal,
  type Finding,
  type ReviewContext,
} from '../../src/proposal/index.js';
import { withFixes } from '../../src/proposal/review/mend.js';
import { CLEAN } from './documents.js';

const PATH = 'seps/7001-lamps.md';

function review(source: string, more: Partial<ReviewContext> = {}): Finding[] {
  const context = { path: PATH, source, pullRequest: 7001, today: '2026-12-03', ...more };
  return reviewProposal(readProposal(source, { path: context.path }), context);
}

/** `line code severity`, or with the mend behind it. */
const short = (findings: readonly Finding[]): string[] =>
  findings.map(({ line, code, severity }) => `${line} ${code} ${severity}`);

/** A change of the clean document, what else is known, and what is said of it. */
type Case = [story: string, change: (clean: string) => string, said: string[], more?: Partial<ReviewContext>];

const put = (from: string, to: string) => (text: string) => {
  expect(text).toContain(from);
  return text.replace(from, to);
};
const field = (line: string): ((text: string) => string) => put('- **PR**', `${line}\n- **PR**`);
const inSpecification = (text: string): ((clean: string) => string) => put('## Rationale', `${text}\n\n## Rationale`);
const sponsored = put('None (seeking sponsor)', '@grace-example');
const both =
  (...changes: ((text: string) => string)[]) =>
  (text: string) =>
    changes.reduce((changed, change) => change(changed), text);

const CASES: Record<string, Case[]> = {
  'name/form': [
    ['a prefix', (t) => t, ['1 name/form info'], { path: 'seps/sep-7001-lamps.md' }],
    ['a space', (t) => t, ['1 name/form info'], { path: 'seps/7001 lamps.md' }],
    ['a document that lies elsewhere', (t) => t, [], { path: 'README.md', pullRequest: null }],
  ],
  'companion/missing': [
    ['a page that is missing', (t) => t, ['1 companion/missing info'], { companion: PAGE(), exists: () => false }],
    [
      'a page that is there',
      (t) => t,
      [],
      { companion: PAGE(), exists: (path) => path === 'docs/seps/7001-lamps.mdx' },
    ],
    ['a disk that nobody looked at', (t) => t, [], { companion: PAGE() }],
    [
      'a file without its number yet',
      put('SEP-7001', 'SEP-0000'),
      [],
      { companion: PAGE(), exists: () => false, path: 'seps/0000-lamps.md', pullRequest: null },
    ],
  ],
  'heading/duplicate': [
    ['twice in one section', inSpecification('### A\n\na\n\n### A\n\na'), ['31 heading/duplicate info']],
    ['in two sections', put('It is dark.', 'It is dark.\n\n### Why\n\na\n\n## Why\n\na\n\n### Why\n\na'), []],
  ],
  'preamble/future-date': [
    ['next year', put('2026-02-28', '2027-02-28'), ['5 preamble/future-date warning']],
    ['tomorrow, east of UTC', put('2026-02-28', '2026-12-04'), []],
    ['no clock', put('2026-02-28', '2027-02-28'), [], { today: null }],
    [
      'in review',
      both(sponsored, put('Draft', 'In-Review'), put('2026-02-28', '2027-02-28')),
      ['5 preamble/future-date error'],
    ],
  ],
  'preamble/missing': [
    ['no fields', fields(''), ['1 preamble/missing error']],
    ['a companion', fields('Questions and answers: a companion of SEP-7000.'), ['1 preamble/missing warning']],
    [
      'of which the text below says something',
      both(fields(''), put('It is dark.', 'See the FAQ.')),
      ['1 preamble/missing error'],
    ],
  ],
  'preamble/date-order': [
    ['accepted first', field('- **Accepted**: 2026-02-27, 8 Yes, 0 No'), ['9 preamble/date-order warning']],
    ['accepted on the day', field('- **Accepted**: 2026-02-28, 8 Yes, 0 No'), []],
  ],
  'preamble/pull-request': [
    [
      'to be filled in',
      put('https://github.com/harbour/specification/pull/7001', 'TBD'),
      ['9 preamble/pull-request info'],
    ],
    ['another one', put('pull/7001', 'pull/7002'), ['9 preamble/pull-request info']],
    ['outside of one', put('pull/7001', 'pull/7002'), ['9 preamble/pull-request info'], { pullRequest: null }],
    [
      'outside of one, numbered by its issue as of old',
      both(put('pull/7001', 'pull/7002'), field('- **Issue**: #7001')),
      [],
      { pullRequest: null },
    ],
    [
      'outside of one, once it is decided',
      both(put('pull/7001', 'pull/7002'), put('Draft', 'Final')),
      [],
      { pullRequest: null },
    ],
    ['a file without a number', put('pull/7001', 'pull/7002'), [], { pullRequest: null, path: 'seps/0000-lamps.md' }],
  ],
  'preamble/number-form': [['a placeholder', put('pull/7001', 'pull/{NUMBER}'), ['9 preamble/number-form error']]],
  'preamble/sponsor-missing': [
    ['in review', put('Draft', 'In-Review'), ['7 preamble/sponsor-missing warning']],
    ['by the ledger', (t) => t, ['7 preamble/sponsor-missing warning'], { state: 'in-review' }],
    ['a draft by the ledger, whatever it claims', put('Draft', 'In-Review'), [], { state: 'draft' }],
    [
      'an author who sponsors their own',
      both(put('Standards Track', 'Process'), put('Draft', 'In-Review'), put('None (seeking sponsor)', '@ada-example')),
      [],
    ],
  ],
  'preamble/extension-identifier': [
    ['an extension without', put('Standards Track', 'Extensions Track'), ['9 preamble/extension-identifier info']],
    ['a name for people', field('- **Extension ID**: Harbour Lamps'), ['9 preamble/extension-identifier warning']],
    ['a good one', field('- **Extension ID**: `io.example/harbour-lamps`'), []],
  ],
  'preamble/unknown-key': [
    ['a slip', put('**Status**', '**Staus**'), ['3 preamble/unknown-key warning', '9 preamble/missing-field error']],
  ],
  'preamble/people-form': [
    ['a login without @', put('Bo Sample (@bosample)', 'Bo Sample (bosample7)'), ['6 preamble/people-form warning']],
    [
      'a remark that hides nobody',
      put('(@bosample)', '(@bosample); original proposal by @cy in #507'),
      ['6 preamble/people-form info'],
    ],
  ],
  'people/handle-form': [
    ['two hyphens', put('@bosample', '@bo--sample'), ['6 people/handle-form warning']],
    ['a managed account', put('@bosample', '@bosample_acme'), []],
  ],
  'people/duplicate': [
    ['one login twice', put('@bosample', '@Ada-Example'), ['6 people/duplicate warning']],
    ['author and sponsor', put('None (seeking sponsor)', '@ada-example'), []],
  ],
  'people/unknown-handle': [
    [
      'one slip away',
      put('None (seeking sponsor)', '@grace-exmaple'),
      ['7 people/unknown-handle info'],
      { knownLogins: ['grace-example'] },
    ],
    ['far from everybody', (t) => t, [], { knownLogins: ['grace-example'] }],
    ['known in other capitals', sponsored, [], { knownLogins: ['Grace-Example'] }],
    ['near somebody who is named, too', put('@bosample', '@ada-exampel'), [], { knownLogins: ['ada-example'] }],
    ['no roster', put('None (seeking sponsor)', '@grace-exmaple'), [], { knownLogins: null }],
  ],
  'people/no-handle': [
    ['a name alone', put('Bo Sample (@bosample)', 'Bo Sample'), ['6 people/no-handle info']],
    ['a group', put('Bo Sample (@bosample)', 'the Lanterns Working Group'), []],
  ],
  'section/order': [
    [
      'how before why',
      both(put('## Motivation', '## X'), put('## Specification', '## Motivation'), put('## X', '## Specification')),
      ['19 section/order info'],
    ],
    [
      'security before compatibility',
      both(
        put('## Security Implications', '## X'),
        put('## Backward Compatibility', '## Security Implications'),
        put('## X', '## Backward Compatibility'),
      ),
      [],
    ],
  ],
  'section/empty': [
    ['nothing', put('It is dark.\n', ''), ['15 section/empty info']],
    ['a comment', put('It is dark.', '<!-- why? -->'), ['15 section/empty info']],
    ['in review', both(sponsored, put('Draft', 'In-Review'), put('It is dark.', '')), ['15 section/empty warning']],
    ['code', put('It is dark.', '```\ndark\n```'), []],
    ['a section inside', put('It is dark.', '### Why\n\nIt is dark.'), []],
    ['below a comment that is none', put('It is dark.', 'See `<!--` there, and \\<!-- here.'), []],
    ['below one that is never closed in its paragraph', put('It is dark.', 'It is <!-- dark.'), []],
  ],
  'section/template-text': [
    [
      'advice that stayed',
      put('It is dark.', ADVICE()),
      ['17 section/template-text info'],
      { template: `## Motivation\n\n- **${ADVICE()}**\n` },
    ],
    ['a short line', put('It is dark.', 'None.'), [], { template: '## Motivation\n\nNone.\n' }],
    [
      'the template itself',
      put('It is dark.', ADVICE()),
      [],
      { template: `${ADVICE()}\n`, path: 'seps/TEMPLATE.md', pullRequest: null },
    ],
  ],
  'section/placeholder': [
    ['to be done', put('It is dark.', 'TODO: why?'), ['17 section/placeholder info']],
    ['is to be decided', put('It is dark.', 'The reason is **TBD**.'), ['17 section/placeholder info']],
    ['in a cell', put('It is dark.', '| a | b |\n| - | - |\n| c | TBD |'), ['19 section/placeholder info']],
    ['an invitation', put('It is dark.', '[describe the need]'), ['17 section/placeholder info']],
    ['a quotation', put('It is dark.', 'They said "direction agreed, mechanics TBD" then.'), []],
    ['code', put('It is dark.', '`TODO` and\n\n```\nTODO\n```'), []],
    ['states of something', put('It is dark.', 'State: TODO, DOING, DONE'), []],
    ['a column of a table', put('It is dark.', '| State | TODO |\n| ----- | ---- |\n| a     | b    |'), []],
    ['a code of three letters', put('It is dark.', 'XXX: a currency'), []],
    ['marked to be looked at', put('It is dark.', 'Reason: XXX'), ['17 section/placeholder info']],
    ['a link', put('It is dark.', '[your rights](https://harbour.example)'), []],
    ['an implementation that a draft owes', put('A lamp stands at the north quay.', 'TBD'), []],
    [
      'and one in review',
      both(sponsored, put('Draft', 'In-Review'), put('A lamp stands at the north quay.', 'TBD')),
      ['41 section/placeholder warning'],
    ],
  ],
  'section/abstract-length': [
    [
      'too many words',
      put('Lamps tell', `${'Lamps tell. '.repeat(160)}Lamps tell`),
      ['11 section/abstract-length info'],
    ],
    ['half more than asked for', put('Lamps tell', `${'Lamps tell. '.repeat(140)}Lamps tell`), []],
    ['code', put('Lamps tell', `\`${'lamp '.repeat(400)}\` tell`), []],
  ],
  'rfc2119/no-keywords': [
    ['no demand at all', put('**MUST** be', 'is'), ['19 rfc2119/no-keywords info']],
    [
      'only where the words are named',
      put(
        'A lamp **MUST** be lit at dusk.',
        'The key words "MUST" and\n"SHOULD" are those of RFC 2119.\n\nLamps are lit.',
      ),
      ['19 rfc2119/no-keywords info'],
    ],
    ['only in code', put('A lamp **MUST** be lit at dusk.', 'Lamps are lit. `MUST`'), ['19 rfc2119/no-keywords info']],
    ['another track', both(put('Standards Track', 'Process'), put('**MUST** be', 'is')), []],
  ],
  'rfc2119/small-letters': [
    ['a demand', inSpecification('The server must close it.'), ['27 rfc2119/small-letters info']],
    ['as English', inSpecification('This is what every harbour must bear, and how many a host must accept.'), []],
    ['in a quote', inSpecification('> The server must close it.'), []],
    ['in code', inSpecification('```\nThe server must close it.\n```'), []],
    ['in an example', inSpecification('### Example\n\nThe server must close it.'), []],
    ['in the rationale', put('Bells were considered.', 'The server must close it.'), []],
    ['in capitals', inSpecification('The server MUST close it.'), []],
  ],
  'rfc2119/half-capitals': [
    ['half a word', inSpecification('A lamp MUST not blink.'), ['27 rfc2119/half-capitals warning']],
    ['a whole one', inSpecification('A lamp MUST NOT blink, and must not be blue.'), []],
    ['a demand of more', inSpecification('A lamp MUST not only blink but also shine.'), []],
    ['a quotation', inSpecification('A lamp blinks; "MUST not" is no word, nor is \'SHOULD not\'.'), []],
    ['said beside a quotation', inSpecification('A "lamp" MUST not blink.'), ['27 rfc2119/half-capitals warning']],
    ['in the motivation', put('It is dark.', 'Today a ship should NOT have to care.'), []],
  ],
  'link/anchor': [
    ['nowhere', inSpecification('[a](#nowhere)'), ['27 link/anchor warning']],
    ['hyphens elsewhere', inSpecification('[a](#backward--compatibility)'), ['27 link/anchor warning']],
    [
      'headings, ids and footnotes',
      inSpecification(
        '<a id="Quay"></a>[a](#backward-compatibility) [b](#quay) [c](7001-lamps.md#abstract) [^1]\n\n[^1]: [x](#fn1)',
      ),
      [],
    ],
    [
      'an underscore of a name',
      inSpecification(
        '[a](#_meta-fields) [b](#why-_meta) [c](#of-_all-kinds)\n\n### `_meta` fields\n\na\n\n### Why \\_meta\n\na\n\n### Of _all kinds\n\na',
      ),
      [],
    ],
    ['underscores of emphasis', inSpecification('[a](#at-dusk-only)\n\n### At _dusk_ __only__\n\na'), []],
    [
      'the second of two',
      both(inSpecification('[a](#more-1)'), put('It is dark.', '### More\n\na'), put('Bells', '### More\n\nBells')),
      [],
    ],
    ['code and comments', inSpecification('`[a](#nowhere)` <!-- [a](#nowhere) -->'), []],
  ],
  'link/path': [
    [
      'a file that is missing',
      inSpecification('![a](../img/lamp%201.png "A lamp")'),
      ['27 link/path warning'],
      { exists: (path) => path !== 'img/lamp 1.png' },
    ],
    [
      'a file that is named by its place on a machine',
      inSpecification('![a](../img/lamp.png)'),
      ['27 link/path warning'],
      { path: '/home/ada/seps/7001-lamps.md', exists: () => false },
    ],
    ['in HTML', inSpecification('<img width="3" src="lamp.png">'), ['27 link/path warning'], { exists: () => false }],
    [
      'as a definition',
      inSpecification('[a]: ./b.md#c'),
      ['27 link/path warning'],
      { exists: (path) => path !== 'seps/b.md' },
    ],
    [
      'addresses and pages of the site',
      inSpecification('[a](https://a.example) [b](/docs/b) [c](mailto:a@b.example) [d](#abstract)'),
      [],
      { exists: () => false },
    ],
    [
      'one file, linked again and again',
      inSpecification('[a](b.md) [a](b.md)\n[a](b.md)'),
      ['27 link/path warning'],
      { exists: () => false },
    ],
    ['the page itself', inSpecification('[a](7001-lamps.md#abstract)'), [], { exists: () => false }],
    ['a disk that nobody looked at', inSpecification('[a](b.md)'), []],
  ],
  'link/proposal': [
    [
      'a proposal that is none',
      inSpecification('[SEP-7999](https://a.example) and [b](./7998-b.md)'),
      ['27 link/proposal warning', '27 link/proposal warning'],
      KNOWN(),
    ],
    ['one that is required', field('- **Requires**: SEP-7999'), ['9 link/proposal warning'], KNOWN()],
    [
      'those that exist, and itself',
      both(field('- **Requires**: SEP-7000'), inSpecification('[SEP-7001](x.md) [a](/seps/7000-a)')),
      [],
      KNOWN(),
    ],
    ['a list that nobody has', field('- **Requires**: SEP-7999'), []],
  ],
  'relation/one-sided': [
    [
      'a withdrawn one is required',
      field('- **Requires**: SEP-7000'),
      ['9 relation/one-sided info'],
      others('withdrawn'),
    ],
    ['a final one is required', field('- **Requires**: SEP-7000'), [], others('final')],
    [
      'final, and the other does not know',
      both(put('Draft', 'Final'), field('- **Supersedes**: SEP-7000')),
      ['9 relation/one-sided warning'],
      { ...others('final'), pullRequest: null },
    ],
    ['not yet final', field('- **Supersedes**: SEP-7000'), [], others('final')],
    [
      'superseded by one that does not know',
      both(put('Draft', 'Superseded'), field('- **Superseded by**: SEP-7000')),
      ['9 relation/one-sided warning'],
      { ...others('final'), pullRequest: null },
    ],
    ['superseded by nobody', put('Draft', 'Superseded'), ['3 relation/one-sided warning'], { pullRequest: null }],
  ],
  'relation/circular': [
    ['itself', field('- **Requires**: SEP-7001'), ['9 relation/circular warning']],
    ['by way of another', field('- **Requires**: SEP-7000'), ['9 relation/circular warning'], others('draft', [7002])],
    [
      'in line',
      field('- **Requires**: SEP-7002'),
      [],
      { relations: new Map([[7002, { status: 'draft', requires: [7000], supersedes: [7001], supersededBy: [] }]]) },
    ],
  ],
  'status/step': [
    ['back', (t) => t, ['3 status/step warning'], { base: CLEAN.replace('Draft', 'Final'), isStep: () => false }],
    ['a step that is known', (t) => t, [], { base: CLEAN.replace('Draft', 'Dormant'), isStep: () => true }],
    ['no step', (t) => t, [], { base: CLEAN, isStep: () => false }],
    ['rules that nobody has read', (t) => t, [], { base: CLEAN.replace('Draft', 'Final') }],
  ],
  'status/final-changed': [
    [
      'other words',
      put('It is dark.', 'It is light.'),
      ['1 status/final-changed warning'],
      { base: CLEAN.replace('Draft', 'Final') },
    ],
    ['bookkeeping', put('None (seeking sponsor)', '@grace-example'), [], { base: CLEAN.replace('Draft', 'Final') }],
    ['a draft', put('It is dark.', 'It is light.'), [], { base: CLEAN }],
  ],
};

/** The document with something in the place of its fields. */
function fields(text: string): (clean: string) => string {
  return (clean) => clean.replace(/- \*\*Status[^]*?(?=\n\n)/, text);
}
function PAGE(): { path: string } {
  return { path: 'docs/seps/{name}.mdx' };
}
function ADVICE(): string {
  return 'Say here what everybody gains from it.';
}
function KNOWN(): Partial<ReviewContext> {
  return { knownNumbers: new Set([7000]) };
}
/** Proposal 7000 in a state, and what it requires; 7002 requires 7001. */
function others(status: 'draft' | 'final' | 'withdrawn', requires: number[] = []): Partial<ReviewContext> {
  const seven = relationsOf(readProposal(CLEAN, { path: PATH }));
  return {
    relations: new Map([
      [7000, { ...seven, status, requires }],
      [7002, { ...seven, requires: [7001] }],
    ]),
  };
}

/** Those have their stories in review.test.ts. */
const ELSEWHERE = [
  'name/number-matches-pull-request',
  'heading/number',
  'preamble/missing-field',
  'preamble/status-vocabulary',
  'preamble/type-vocabulary',
  'preamble/date',
  'preamble/working-group',
  'section/missing',
];

it('every check has its stories', () => {
  const told = [...Object.keys(CASES), ...ELSEWHERE];
  expect(told.toSorted()).toEqual(CATALOGUE.map(({ code }) => code).toSorted());
});

describe.each(Object.entries(CASES))('%s', (_, cases) => {
  it.each(cases)('%s', (_story, change, said, more) => {
    const source = change(CLEAN);
    const found = review(source, more);
    expect(short(found)).toEqual(said);
    for (const { fix, code } of found) {
      if (fix) expect(short(review(withFixes(source, [fix]), more)).join()).not.toContain(code);
    }
  });
});

describe('the stage of a proposal', () => {
  const gaps = both(put('Draft', 'Final'), put('Standards Track', 'Standard'), put('**MUST** be', 'is'));

  it('makes notes of the gaps of a decided one, and offers no mend of a record', () => {
    const found = review(gaps(CLEAN), { pullRequest: null });
    expect(short(found)).toEqual(['4 preamble/type-vocabulary info']);
    expect(found[0]).not.toHaveProperty('fix');
  });

  it('is no matter of what a file claims in a pull request, but of what the ledger holds', () => {
    expect(review(gaps(CLEAN)).map(({ severity }) => severity)).toEqual(['warning', 'warning', 'warning']);
    expect(review(gaps(CLEAN), { state: 'final' }).map(({ severity }) => severity)).toEqual(['info']);
  });
});

it('a path on a machine is not told to others', () => {
  const path = '/home/ada/seps/7001-lamps.md';
  const [found] = review(inSpecification('![a](../img/lamp.png)')(CLEAN), { path, exists: () => false });
  expect(found?.message).toBe('The image leads to "../img/lamp.png", and the repository has no such file.');
});
