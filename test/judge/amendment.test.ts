import { describe, expect, it } from 'vitest';
import type { Amended, AmendmentFacts } from '../../src/facts/facts.js';
import { judgeAmendment } from '../../src/judge/amendment.js';
import { readProposal, type Finding } from '../../src/proposal/index.js';
import { proposalState } from '../../src/rules/schema.js';
import { DOCUMENT, PATH, Repository } from '../publish/facts.js';

const around = new Repository().facts();
const { governing, pull, published, repository, now } = around;
/** A merged proposal in which nothing is to be mended but that nobody has sponsored it. */
const MERGED = DOCUMENT.replace('**Status**: Draft', '**Status**: In-Review');

interface Change {
  /** The text on the default branch; null where it is none there. */
  from?: string | null;
  /** The text that the pull request brings; null where it takes the file away. */
  to: string | null;
  previousPath?: string;
  unreadable?: Finding;
  more?: Partial<AmendmentFacts>;
}

const change = ({ from = MERGED, to, previousPath = PATH, unreadable }: Change): Amended => ({
  path: PATH,
  previousPath,
  base: from,
  document:
    to === null
      ? null
      : {
          ...around.document,
          source: to,
          proposal: readProposal(to, { path: PATH }),
          unreadable: unreadable ?? null,
          added: false,
        },
});

function judged(...changes: Change[]) {
  const facts: AmendmentFacts = {
    now,
    repository,
    pull,
    published,
    files: changes.map(change),
    missingPaths: new Set(),
    removedPaths: new Set(),
    knownNumbers: new Set([7]),
    bringsInStep: null,
    more: 0,
    library: around.surroundings.library,
    governance: governing.governance,
    rules: governing.rules,
    templates: governing.templates,
  };
  return judgeAmendment(Object.assign(facts, ...changes.map(({ more }) => more ?? {})) as AmendmentFacts);
}
const codes = (...changes: Change[]): string[] =>
  judged(...changes).files.flatMap(({ findings }) => findings.map(({ code }) => code));

describe('A pull request that changes a merged proposal', () => {
  it('hears nothing of what was wrong before, wherever it stands by now', () => {
    const flawed = MERGED.replace('## Motivation\n\nNobody hears them.\n\n', '').replace('- **Type**', '- **Kind**');
    expect(codes({ from: null, to: flawed }).length).toBeGreaterThan(1);
    expect(codes({ from: flawed, to: flawed.replace('Kettles whistle.', 'Kettles\nwhistle\nloudly.') })).toEqual([]);
  });

  it('hears of what it brings, and is not in order by an error', () => {
    const { files, inOrder } = judged({ to: MERGED.replace('- **Type**: Standards Track\n', '') });
    expect(files.map(({ path, source }) => [path, source?.includes('Type')])).toEqual([[PATH, false]]);
    expect(files[0]?.findings.map(({ severity }) => severity)).toContain('error');
    expect(inOrder).toBe(false);
    expect(judged({ to: MERGED.replace('whistle', 'sing') })).toMatchObject({
      files: [{ findings: [] }],
      inOrder: true,
    });
  });

  it('hears of a second flaw of the same kind, when there was one before', () => {
    const link = (name: string): string => `[${name}](./nowhere-${name}.md)`;
    const more = { missingPaths: new Set(['seps/nowhere-a.md', 'seps/nowhere-b.md']) };
    const once = MERGED.replace('Kettles whistle.', `Kettles ${link('a')}.`);
    const twice = MERGED.replace('Kettles whistle.', `Kettles ${link('a')} and ${link('b')}.`);
    expect(codes({ from: once, to: once, more })).toEqual([]);
    expect(judged({ from: once, to: twice, more }).files[0]?.findings).toMatchObject([
      { message: expect.stringContaining('nowhere-b.md') as string },
    ]);
    expect(codes({ from: MERGED, to: twice, more })).toHaveLength(2);
  });

  it('hears nothing again where the lines that a sentence names have moved, and hears where it names one more', () => {
    const small = (times: number, before = ''): string =>
      MERGED.replace('They whistle.', `They MUST whistle.\n${before}${'\nThe server must whistle.\n'.repeat(times)}`);
    const [one] = judged({ from: MERGED, to: small(4) }).files[0]?.findings ?? [];
    expect(one?.message).toMatch(/ Also on line \d\d, \d\d, \d\d\.$/);
    const far = 'Whistle.\n'.repeat(100);
    for (const times of [2, 3, 4]) expect(codes({ from: small(times), to: small(times, far) })).toEqual([]);
    expect(codes({ from: small(3), to: small(4) })).toEqual([one?.code]);
  });

  it('hears of as many flaws as there are more', () => {
    const head = (times: number): string => `${MERGED}${'\n## Steam\n\nHot.\n'.repeat(times)}`;
    const brings = (from: number, to: number): number =>
      codes({ from: head(from), to: head(to) }).filter((code) => code.includes('duplicate')).length;
    expect([brings(2, 2), brings(3, 3), brings(3, 4), brings(2, 4), brings(4, 2)]).toEqual([0, 0, 1, 2, 0]);
  });

  it('answers for a link to what it takes away itself', () => {
    const linked = MERGED.replace('Kettles whistle.', 'Kettles [whistle](./12-lids.md).');
    const missingPaths = new Set(['seps/12-lids.md']);
    expect(codes({ from: linked, to: linked, more: { missingPaths } })).toEqual([]);
    expect(codes({ from: linked, to: linked, more: { missingPaths, removedPaths: missingPaths } })).toHaveLength(1);
  });

  it('of a file that nobody can read says that alone', () => {
    const unreadable: Finding = {
      code: 'file/too-large',
      severity: 'error',
      line: 1,
      column: 1,
      message: 'Too large.',
    };
    expect(judged({ to: '', unreadable })).toEqual({
      files: [{ path: PATH, source: '', findings: [unreadable] }],
      inOrder: false,
    });
  });

  it('answers for all of a file that is no text on the default branch', () => {
    expect(codes({ from: null, to: MERGED.replace('- **Type**: Standards Track\n', '') })).toEqual([
      'preamble/sponsor-missing',
      'preamble/missing-field',
    ]);
  });

  it.each([
    ['by its title', MERGED, 'Whistles'],
    ['by its path where it has none', 'Nothing.\n', PATH],
    ['by its path where it is no text', null, PATH],
  ])('that takes it away hears that a record stays, %s', (_, from, name) => {
    expect(judged({ from, to: null })).toEqual({
      files: [
        {
          path: PATH,
          source: null,
          findings: [
            {
              code: 'status/final-changed',
              severity: 'warning',
              line: 1,
              column: 1,
              message: `This pull request takes away "${name}", which is merged.`,
              help: 'Keep the file: what was decided stays readable, also once another proposal supersedes it.',
            },
          ],
        },
      ],
      inOrder: true,
    });
  });

  it('is judged file by file', () => {
    const { files, inOrder } = judged({ to: MERGED }, { to: null }, { to: MERGED.replace('## Abstract\n', '') });
    expect(files.map(({ source }) => source === null)).toEqual([false, true, false]);
    expect(inOrder).toBe(files.every(({ findings }) => findings.every(({ severity }) => severity !== 'error')));
    expect(files[0]?.findings).toEqual([]);
    expect(judged({ to: MERGED }, { to: MERGED.replace('- **Type**: Standards Track\n', '') }).inOrder).toBe(false);
  });
});

describe('The status of a merged proposal', () => {
  const word = (state: string): string =>
    state.replace(/(^|-)([a-z])/g, (_, a: string, b: string) => a + b.toUpperCase());
  const states = proposalState.options;
  const status = (state: string): string => `# SEP-7: Whistles\n\n- **Status**: ${word(state)}\n`;
  /** Steps that no row of the table of steps has: a decision, a deadline, or a command of its own brings them. */
  const BESIDE_THE_TABLE = [
    'proposal draft',
    'in-review accepted',
    'in-review rejected',
    'accepted superseded',
    'final superseded',
    'proposal dormant',
    'draft dormant',
    'dormant proposal',
    'dormant draft',
    'withdrawn proposal',
    'withdrawn draft',
  ];

  it('goes from one to another by the steps of the rules, and any other step is said', () => {
    const taken = states.flatMap((from) =>
      states.flatMap((to) => {
        const found = codes({ from: status(from), to: status(to) });
        return from === to || found.includes('status/step') ? [] : [`${from} ${to}`];
      }),
    );
    const { table } = governing.rules.rules.transitions;
    const byTable = table.flatMap((step) => step.from.map((from) => `${from} ${step.to}`));
    expect(new Set(taken)).toEqual(new Set([...BESIDE_THE_TABLE, ...byTable]));
  });

  it('may come to anything by the pull request in which Convenor brings it in step', () => {
    const step = { from: status('final'), to: status('draft') };
    expect(codes(step)).toContain('status/step');
    expect(codes({ ...step, more: { bringsInStep: 12 } })).not.toContain('status/step');
  });
});
