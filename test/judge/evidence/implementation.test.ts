import { describe, expect, it } from 'vitest';
import { DOCUMENT } from '../../publish/facts.js';
import { factsOf, see, shown } from './ground.js';

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

  it.each([
    [`See ${SDK}/pull/3.`, '✓ `github.com/kettles/java-sdk/pull/3` (line 33).'],
    ['See http://www.gitlab.com/a/b/-/tree/c.', '✓ `gitlab.com/a/b/-/tree/c` (line 33).'],
    ['See [it](./www.https://server.py).', '✓ `seps/www.https:/server.py` (line 33).'],
    [`${SDK}/pull/3, ${SDK}/pull/4`, '✓ `github.com/kettles/java-sdk/pull/3` (line 33), and 1 more.'],
    [`${SDK}/pull/3, ${SDK}/pull/4 and ${SDK}/pull/5`, '✓ `github.com/kettles/java-sdk/pull/3` (line 33), and 2 more.'],
    ['None.', '✗ The document links to no code that shows how it works.'],
    [
      `${SDK}/issues/3, ${SDK}/issues/4, https://github.com/ada`,
      '✗ The document links to no code that shows how it works. What it links to is a discussion, a page of which nobody can tell.',
    ],
  ])('is said in full: %s', (text, said) => {
    expect(see('prototype', factsOf(undefined, shown(text)))).toBe(said);
  });

  it('is missed in a document that has no section for it', () => {
    const none = DOCUMENT.replace('## Reference Implementation', '## Thanks');
    expect(see('prototype', factsOf(undefined, none))).toBe(
      '✗ The document links to no code that shows how it works. There is no section for it either.',
    );
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
    ['✓', 'Nothing is promised here: https://github.com/ada/whistle'],
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

  it('is said with its line, or with what there is in its place', () => {
    const [code, talk] = ['https://github.com/ada/whistle', 'https://github.com/kettles/java-sdk/issues/3'];
    const found = (text: string) => see('reference-implementation', factsOf(undefined, shown(text)));
    expect(found(`${talk} and ${code}`)).toBe('✓ `github.com/ada/whistle` (line 33).');
    expect(found(talk)).toBe('✗ Its section (line 31) links to no code. What it links to is a discussion.');
    expect(found('None.')).toBe('✗ Its section (line 31) links to no code.');
  });

  it('is not asked of kinds that are not implemented, nor found where the document is gone', () => {
    const process = shown('None.').replace('Standards Track', 'Process');
    expect(see('reference-implementation', factsOf(undefined, process))).toBe(
      '✓ Not asked of a proposal of the kind Process.',
    );
    const gone = factsOf(({ document }) => ({ document: { ...document, isGone: true } }), process);
    expect(see('reference-implementation', gone)).toBe('✗ The document is gone from this pull request.');
  });

  it('is not found in the preamble alone', () => {
    const text = DOCUMENT.replace('- **PR**', '- **Prototype**: https://github.com/ada/whistle\n- **PR**');
    expect(see('prototype', factsOf(undefined, text))).toMatch(/^✓/);
    expect(see('reference-implementation', factsOf(undefined, text))).toMatch(/^✗/);
  });
});
