import { describe, expect, it } from 'vitest';
import type { Facts } from '../../src/facts/facts.js';
import { lookFor, ofState } from '../../src/judge/evidence/index.js';
import { lacking, refusedFor, strictness } from '../../src/judge/needs.js';
import { nothing } from '../../src/judge/state.js';
import type { LineOf } from '../../src/ledger/lines.js';
import { loadRules } from '../../src/rules/index.js';
import type { Evidence, Rules } from '../../src/rules/schema.js';
import { DOCUMENT, PATH, Repository } from '../publish/facts.js';
import { GROUP, history, who } from './history.js';

/** The rules of the default pack with something laid over. */
function rulesWith(text: string): Rules {
  const loaded = loadRules(text);
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join(' '));
  return loaded.loaded.rules;
}

/** The facts of a look at the invented proposal, with something in their place. */
function factsOf(more: (facts: Facts) => Partial<Facts> = () => ({}), source = DOCUMENT, path = PATH): Facts {
  const repository = Object.assign(new Repository(), { source, path, more });
  return repository.facts();
}

/** The invented proposal with another section for its implementation. */
const shown = (text: string, heading = 'Reference Implementation'): string =>
  DOCUMENT.replace('## Reference Implementation\n\nNone.', `## ${heading}\n\n${text}`);

const see = (need: Exclude<Evidence, 'sponsor' | 'group'>, facts: Facts): string => {
  const { held, says } = lookFor(need, facts);
  return `${held ? '✓' : '✗'} ${says}`;
};

describe('A prototype', () => {
  const SDK = 'https://github.com/kettles/java-sdk';
  it.each([
    ['a branch of an SDK', `[branch](${SDK}/tree/whistles)`],
    ['a fork that is compared', `[all of it](${SDK}/compare/main...ada:whistles)`],
    ['a pull request', `${SDK}/pull/12/files`],
    ['a bare address at the end of a sentence', `It is at ${SDK}.`],
    ['a repository', `<https://github.com/ada/whistle-server>`],
    ['a file of code', `[the timer](${SDK}/blob/main/src/Timer.java#L3-L9)`],
    ['a merge request elsewhere', 'https://gitlab.com/ada/kettle/-/merge_requests/4'],
    ['a package', '[on npm](https://www.npmjs.com/package/whistle)'],
    ['a gist', 'https://gist.github.com/ada/0123456789abcdef'],
    ['something that runs in a page', 'https://stackblitz.com/edit/whistle'],
    ['a definition', '[the branch][b]\n\n[b]: https://codeberg.org/ada/kettle/src/branch/whistle'],
    ['a list below a heading of its own', `### Server\n\n- **Java**: ${SDK}/pull/3`],
    ['code beside what is none', `[talk](${SDK}/issues/1), [design](https://example.org/design.pdf), ${SDK}/pull/3`],
    ['a file that comes with the proposal', '[the server](./whistle/server.py)'],
    ['a folder of the specification with code in it', 'https://github.com/kettles/kettles/tree/main/examples/whistle'],
  ])('is %s', (_name, text) => {
    expect(see('prototype', factsOf(undefined, shown(text)))).toMatch(/^✓ `/);
  });

  it.each([
    ['nothing', 'None.', ''],
    ['pseudocode', '```\nwhile cold: wait()\n// https://github.com/ada/whistle\n```', ''],
    ['an address in code', '`https://github.com/ada/whistle`', ''],
    ['a promise', 'It will be provided in the Java SDK.', ''],
    ['an issue', 'https://github.com/kettles/java-sdk/issues/3', 'a discussion'],
    ['a discussion', '[here](https://github.com/orgs/kettles/discussions/3)', 'a discussion'],
    ['a wiki', 'https://github.com/kettles/java-sdk/wiki', 'a discussion'],
    ['a design document', '[design](https://github.com/ada/whistle/blob/main/DESIGN.md)', 'a document'],
    ['a page', 'https://docs.google.com/document/d/1', 'a page of which nobody can tell'],
    ['a film', 'https://asciinema.org/a/1', 'a page of which nobody can tell'],
    ['the proposal itself', 'https://github.com/kettles/kettles/pull/7', 'the specification itself'],
    ['the specification', 'https://github.com/kettles/kettles', 'the specification itself'],
    ['an account', 'https://github.com/ada', 'a page of which nobody can tell'],
    ['a place left empty', 'https://github.com/{owner}/{repo}', 'a page of which nobody can tell'],
    [
      'no address at all',
      '[code](javascript:alert(1)) and [code](ftp://github.com/a/b)',
      'a page of which nobody can tell',
    ],
    ['a picture', '![a](https://github.com/ada/whistle/tree/main)', ''],
    ['a comment', '<!-- https://github.com/ada/whistle -->', ''],
    ['a file that is not there', '[the server](./nothing.py)', 'a page of which nobody can tell'],
    ['a text that comes with it', '[notes](./notes.md)', 'a document'],
  ])('is not %s', (_name, text, links) => {
    const surroundings = factsOf().surroundings;
    const facts = factsOf(
      () => ({ surroundings: { ...surroundings, missingPaths: new Set(['seps/nothing.py']) } }),
      shown(text),
    );
    const says = see('prototype', facts);
    expect(says).toMatch(/^✗ The document links to no code that shows how it works\./);
    if (links !== '') expect(says).toContain(`What it links to is ${links}`);
    else expect(says).not.toContain('What it links to');
  });

  it('may stand in the preamble', () => {
    for (const line of [
      '- **Prototype**: https://github.com/ada/whistle',
      '> **Reference Implementation**: [x](https://github.com/ada/whistle)',
    ]) {
      expect(see('prototype', factsOf(undefined, DOCUMENT.replace('- **PR**', `${line}\n- **PR**`)))).toMatch(/^✓/);
    }
    const elsewhere = DOCUMENT.replace('Kettles whistle.', 'Kettles whistle, as in https://github.com/ada/whistle.');
    expect(see('prototype', factsOf(undefined, elsewhere))).toMatch(/^✗/);
  });

  it.each([
    ['Prototype (required before acceptance)', true],
    ['Proof of Concept', true],
    ['Client Implementation (Java)', true],
    ['7. Reference Implementation', true],
    ['Implementation Plan', false],
    ['Prototype path', false],
    ['Server Implementation Requirements', false],
    ['Why the existing reference implementation is not enough', false],
  ])('is looked for under "%s": %s', (heading, found) => {
    const facts = factsOf(undefined, shown('https://github.com/ada/whistle', heading));
    expect(see('prototype', facts).startsWith('✓')).toBe(found);
  });

  it('is not asked of kinds that are not implemented, and of one that nobody can read it is', () => {
    const of = (type: string) => see('prototype', factsOf(undefined, DOCUMENT.replace('Standards Track', type)));
    expect(of('Process')).toBe('✓ Not asked of a proposal of the kind Process.');
    expect(of('Informational')).toMatch(/^✓ Not asked/);
    expect(of('Extensions Track')).toMatch(/^✗/);
    expect(of('Gibberish')).toMatch(/^✗/);
  });

  it('is not there where the document is gone, or cannot be read', () => {
    const { document } = factsOf(undefined, shown('https://github.com/ada/whistle'));
    const gone = factsOf(() => ({ document: { ...document, isGone: true } }));
    expect(see('prototype', gone)).toBe('✗ The document is gone from this pull request.');
    const unreadable = { code: 'file/binary', severity: 'error' as const, line: 1, column: 1, message: 'No text.' };
    expect(
      see(
        'prototype',
        factsOf(() => ({ document: { ...document, unreadable } })),
      ),
    ).toBe('✗ The document cannot be read.');
  });
});

describe('A reference implementation', () => {
  it.each([
    ['✓', 'https://github.com/ada/whistle'],
    [
      '✓',
      'It is planned to go on. Nothing is promised here: https://github.com/ada/whistle'.replace(
        'It is planned to go on. ',
        '',
      ),
    ],
    ['✗', 'None.'],
    ['✗', 'TBD'],
    ['✗', 'To be provided.'],
    ['✗', 'A reference implementation will be provided in the Java SDK: https://github.com/kettles/java-sdk'],
    ['✗', 'TODO: link\n\nhttps://github.com/ada/whistle'],
    ['✗', '[Link to prototype repo, to be added]'],
    ['✗', 'None yet. https://github.com/ada/whistle'],
    ['✗', 'https://github.com/kettles/kettles/pull/7'],
  ])('%s %s', (mark, text) => {
    expect(see('reference-implementation', factsOf(undefined, shown(text)))[0]).toBe(mark);
  });

  it('names the line of what is only promised, and a section that is not there', () => {
    const text = shown('To be provided.');
    const line = text.split('\n').indexOf('To be provided.') + 1;
    expect(see('reference-implementation', factsOf(undefined, text))).toBe(
      `✗ Its section only promises something on line ${line}: "To be provided".`,
    );
    const none = DOCUMENT.replace('## Reference Implementation', '## Thanks');
    expect(see('reference-implementation', factsOf(undefined, none))).toBe(
      '✗ There is no section "Reference Implementation".',
    );
  });

  it('is not found in the preamble alone', () => {
    const text = DOCUMENT.replace('- **PR**', '- **Prototype**: https://github.com/ada/whistle\n- **PR**');
    expect(see('prototype', factsOf(undefined, text))).toMatch(/^✓/);
    expect(see('reference-implementation', factsOf(undefined, text))).toMatch(/^✗/);
  });
});

describe('What else the pull request brings', () => {
  const CHANGELOG = 'docs/specification/draft/changelog.mdx';
  const PAGE = 'docs/seps/7-whistles.mdx';
  const with_ = (changes: string[] | null, takenAway: string[] = []): Facts =>
    factsOf(() => ({ changes, takenAway: new Set(takenAway) }));

  it.each<[Exclude<Evidence, 'sponsor' | 'group'>, string, string[] | null, string[]]>([
    ['specification-changes', '✓', ['schema/draft/schema.ts'], []],
    ['specification-changes', '✓', ['docs/specification/draft/basic/index.mdx', CHANGELOG], []],
    ['specification-changes', '✓', ['docs/specification/draft/old.mdx'], ['docs/specification/draft/old.mdx']],
    ['specification-changes', '✗', [CHANGELOG], []],
    ['specification-changes', '✗', ['docs/specification/2025-11-25/index.mdx', 'my/schema.ts'], []],
    ['specification-changes', '✗', [], []],
    ['specification-changes', '✗', null, []],
    ['changelog', '✓', [CHANGELOG], []],
    ['changelog', '✗', [CHANGELOG], [CHANGELOG]],
    ['changelog', '✗', ['docs/specification/draft/changelog.md', 'schema/draft/schema.ts'], []],
    ['changelog', '✗', null, []],
    ['rendered-page', '✓', [PAGE], []],
    ['rendered-page', '✗', [PAGE], [PAGE]],
    ['rendered-page', '✗', ['docs/seps/7-whistle.mdx'], []],
    ['rendered-page', '✗', null, []],
  ])('%s is %s with %j', (need, mark, changes, takenAway) => {
    expect(see(need, with_(changes, takenAway))[0]).toBe(mark);
  });

  it('cannot be told where GitHub does not list it', () => {
    for (const need of ['specification-changes', 'changelog', 'rendered-page'] as const) {
      expect(lookFor(need, with_(null)).known).toBe(false);
      expect(lookFor(need, with_([])).known).toBe(true);
    }
  });

  it('is asked only of the kinds that change the specification', () => {
    const { document } = factsOf(undefined, DOCUMENT.replace('Standards Track', 'Extensions Track'));
    const facts = factsOf(() => ({ document }));
    expect(see('specification-changes', facts)).toBe('✓ Not asked of a proposal of the kind Extensions Track.');
    expect(see('changelog', facts)).toBe('✓ Not asked of a proposal of the kind Extensions Track.');
    expect(see('rendered-page', facts)).toMatch(/^✗/);
  });
});

describe('A document in order', () => {
  it('has no errors, looked at as in review, also once it is decided', () => {
    expect(see('document', factsOf())).toBe('✓ The document has no errors.');
    expect(see('document', factsOf(undefined, '# Whistles\n'))).toMatch(/^✗ The document has \d+ things? to be mended/);
    const final = DOCUMENT.replace('**Status**: Draft', '**Status**: Final').replace('Standards Track', 'Gibberish');
    expect(see('document', factsOf(undefined, final))).toBe('✗ The document has 1 thing to be mended (line 4).');
  });
});

describe('What the record says', () => {
  const titleOf = (slug: string): string => slug;
  const rules = rulesWith('{}');

  it('is whether somebody sponsors it', () => {
    expect(ofState('sponsor', nothing, rules, titleOf).held).toBe(false);
    const sponsor = { by: who('kofi'), at: '2026-11-02T09:00:00Z' };
    expect(ofState('sponsor', { ...nothing, sponsor }, rules, titleOf)).toMatchObject({
      held: true,
      says: 'kofi sponsors it.',
    });
  });

  it.each([
    ['no group', {}, false],
    ['a group', { group: { slug: GROUP, how: 'adopted' as const, by: null, at: '' }, groups: [GROUP] }, true],
    ['several groups', { groups: [GROUP, 'teapots'] }, true],
    ['an older proposal', { openedAt: '2026-08-31T23:59:59Z' }, true],
    ['one of the first day', { openedAt: '2026-09-01T00:00:00Z' }, false],
  ])('is whether a group is responsible, where one is wished for: %s', (_name, more, held) => {
    expect(ofState('group', { ...nothing, openedAt: '2026-11-02T09:00:00Z', ...more }, rules, titleOf).held).toBe(held);
  });

  it('asks no group of a kind that the core decides', () => {
    const head = history().lines.find((line) => line.kind === 'head-seen')!;
    const process = { ...head, claims: { ...head.claims, type: 'Process' } };
    expect(ofState('group', { ...nothing, head: process }, rules, titleOf).held).toBe(true);
    expect(ofState('group', { ...nothing, head }, rules, titleOf).held).toBe(false);
  });
});

describe('How strictly a need is held', () => {
  it.each([
    ['warn', 'warn', 'warn'],
    ['warn', 'enforce', 'enforce'],
    ['enforce', 'warn', 'enforce'],
    ['enforce', 'observe', 'observe'],
    ['observe', 'enforce', 'observe'],
  ])('steps that %s and a scenario that %s: %s', (steps, own, mode) => {
    const rules = rulesWith(`rules: { transitions: { mode: ${steps} }, conformance: { mode: ${own} } }`);
    expect(strictness({ need: 'conformance', by: 'transitions' }, rules)).toBe(mode);
  });

  it('follows the rule that asks where the need has none of its own', () => {
    const rules = rulesWith('rules: { transitions: { mode: observe }, acceptance: { mode: enforce } }');
    expect(strictness({ need: 'document', by: 'transitions' }, rules)).toBe('observe');
    expect(strictness({ need: 'prototype', by: 'acceptance' }, rules)).toBe('enforce');
  });
});

describe('A step that lacks something', () => {
  const act = (evidence: LineOf<'act'>['evidence']): LineOf<'act'> =>
    history()
      .says('kofi', '/sep status final', { evidence })
      .lines.findLast((line) => line.kind === 'act')!;
  const ground = (rules: Rules) => ({ rules, titleOf: (slug: string) => slug, pull: 'open' as const });
  const NEEDS = (['changelog', 'rendered-page'] as const).map((need) => ({ need, by: 'transitions' as const }));

  it('is refused with each missing thing and the next step, where the rules enforce', () => {
    const strict = ground(rulesWith('rules: { transitions: { mode: enforce } }'));
    const said = act([
      { need: 'changelog', held: false, says: 'No entry.' },
      { need: 'rendered-page', held: true, says: 'There.' },
    ]);
    const lacks = lacking(NEEDS, nothing, said, strict);
    expect(lacks).toEqual([{ need: 'changelog', held: false, says: 'No entry.', mode: 'enforce' }]);
    expect(refusedFor(lacks, nothing, said, strict)?.outcome).toEqual({
      taken: false,
      rule: 'transitions',
      why: 'This lacks what the rules ask for. An entry in the changelog: No entry.',
      next:
        'The author adds an entry to `docs/specification/draft/changelog.mdx` in this pull request. Then write ' +
        '`/sep status final` again, in a new comment.',
    });
  });

  it('is not met by what nobody looked for', () => {
    const strict = ground(rulesWith('rules: { transitions: { mode: enforce } }'));
    expect(lacking(NEEDS, nothing, act([]), strict).map(({ need, says }) => `${need}: ${says}`)).toEqual([
      'changelog: Nobody has looked for it.',
      'rendered-page: Nobody has looked for it.',
    ]);
  });

  it('is taken where the rules only warn', () => {
    const mild = ground(rulesWith('{}'));
    expect(refusedFor(lacking(NEEDS, nothing, act([]), mild), nothing, act([]), mild)).toBeNull();
  });
});
