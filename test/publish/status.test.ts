import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Requirement, Verdict } from '../../src/judge/verdict.js';
import { mentions } from '../../src/people/index.js';
import { within } from '../../src/publish/escape.js';
import { checkBody, statusBody } from '../../src/publish/status.js';
import { Repository } from './facts.js';

const base = (): ReturnType<Repository['look']> => {
  const repository = new Repository();
  repository.settle();
  return repository.look();
};

const leaf = (more: Partial<Requirement>): Requirement => ({
  rule: 'blocking',
  name: 'Block x',
  held: 'failed',
  says: 'Raised.',
  next: null,
  children: [],
  ...more,
});

/** The body of the comment, and the check's summary, of a verdict that differs from a new proposal's by this. */
function said(more: Partial<Verdict>): { comment: string; check: string } {
  const { facts, verdict } = base();
  const changed = { ...verdict, ...more };
  return { comment: statusBody(facts, changed), check: checkBody(facts, changed) };
}

const rosa = { id: 6, login: 'rosa' };
const kofi = { id: 5, login: 'kofi' };

describe('What is next', () => {
  it('is one line, and the rest stands below it', () => {
    const { comment } = said({
      next: [
        { who: 'The author', people: [rosa], what: 'mends it.' },
        { who: 'The author', people: [rosa], what: 'renames it.' },
        { who: 'A maintainer', people: [], what: 'sponsors it.' },
      ],
    });
    expect(comment).toContain(
      '\n\nNext: **The author** (@rosa) mends it.\n\nAlso waiting:\n\n- **The author** renames',
    );
    expect(comment).toContain('\n- **A maintainer** sponsors it.\n');
  });

  it('is said where it is nothing', () => {
    expect(said({ next: [] }).comment).toContain('\n\nNext: nothing is asked of anybody now.\n\n| |');
  });

  it('calls everybody once, and nobody at all in the check', () => {
    const next = [
      { who: 'The core', people: [rosa, kofi], what: 'votes.' },
      { who: 'rosa', people: [rosa], what: 'clears it.' },
    ];
    const { comment, check } = said({ next });
    expect(comment).toContain('**The core** (@rosa, @kofi) votes.');
    expect(comment).toContain('- **rosa** clears it.');
    expect(mentions(comment)).toEqual(['rosa', 'kofi']);
    expect(check).toContain('**The core** (rosa, kofi) votes.');
    expect(mentions(check)).toEqual([]);
  });

  it('has the same words in the check, but for that', () => {
    const { comment, check } = said({});
    expect(comment.replace(/^.*\n/, '').replaceAll('@', '')).toBe(check);
  });
});

describe('The parts of a requirement', () => {
  const consensus = (held: Requirement['held'], children: Requirement[]): Requirement =>
    leaf({ rule: 'consensus', name: 'Consensus', held, says: 'Open.', children });

  it('are folded below the table, with where they were said', () => {
    const children = [
      leaf({
        held: 'held',
        seen: [
          {
            who: { id: 1, login: 'noor' },
            at: '2026-11-02T09:00:00Z',
            url: 'https://github.test/1',
            commit: null,
            certain: true,
          },
        ],
      }),
    ];
    const { comment } = said({ requirements: [consensus('held', children)] });
    expect(comment).toContain(
      '<details>\n<summary>Consensus: 1 block</summary>\n\n- ✓ **Block x**: Raised. [Their words](https://github.test/1)\n',
    );
    expect(comment).not.toMatch(/^\|.*Block x/m);
  });

  it('are open where one of them stands against it', () => {
    const children = [leaf({ held: 'held' }), leaf({})];
    expect(said({ requirements: [consensus('failed', children)] }).comment).toContain(
      '<details open>\n<summary>Consensus: 2 blocks</summary>',
    );
    expect(said({ requirements: [consensus('held', children)] }).comment).not.toContain('<details open>');
  });
});

describe('A comment that would be too long', () => {
  const long = 'A sentence with `code` in it. '.repeat(400);
  const requirement = leaf({
    rule: 'consensus',
    says: long,
    children: Array.from({ length: 90 }, () => leaf({ says: long })),
  });
  const step = (says: string): Verdict['state']['steps'][number] => ({
    at: '2026-11-02T09:00:00Z',
    by: null,
    says,
    source: null,
  });

  it('leaves out what is past first, and says where it stands', () => {
    const { facts, verdict } = base();
    const steps = Array.from({ length: 2000 }, (_, index) => step(`Step ${index} ${'x'.repeat(900)}`));
    const comment = statusBody(facts, { ...verdict, state: { ...verdict.state, steps } });
    expect(comment.length).toBeLessThan(65_536);
    expect(comment).toContain('1980 earlier steps stand in the record.');
    expect(comment).toContain('Step 1999 ');
    expect(comment).not.toContain('Step 1979 ');
  });

  it('fits, whatever is behind it', () => {
    const people = Array.from({ length: 900 }, (_, id) => ({ id, login: `${'p'.repeat(34)}${id}` }));
    const { comment, check } = said({
      headline: long,
      next: Array.from({ length: 900 }, () => ({ who: 'The core', people, what: long })),
      requirements: Array.from({ length: 900 }, () => requirement),
      near: Array.from({ length: 3 }, () => ({
        title: '#'.repeat(900),
        says: long,
        leads: people.map(({ login }) => login),
        channel: '#'.repeat(900),
      })),
    });
    for (const text of [comment, check]) {
      expect(text.length).toBeLessThan(65_500);
      expect(text).toMatch(/\[Record\]\(\S+\)<\/sub>\s*$/);
      for (const row of text.split('\n').filter((line) => line.startsWith('|')))
        expect(row).toMatch(/^\|.*\|.*\|.*\|$/);
    }
    expect(mentions(comment).length).toBeLessThanOrEqual(50);
    expect(comment).toContain('- … and 895 more');
  });
});

describe('A sentence that is cut', () => {
  it.each([
    ['short', 10, 'short'],
    ['a long sentence', 6, 'a long…'],
    ['write `/sep adopt` now', 12, 'write…'],
    ['write `/sep` and `/x`', 14, 'write `/sep` a…'],
    ['a \\` b', 3, 'a…'],
    ['ab😀cd', 3, 'ab…'],
  ])('%j within %i', (sentence, most, cut) => {
    expect(within(sentence, most)).toBe(cut);
  });

  it('ends in no half of anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '`', '\\', '😀', '|') }), fc.nat(20), (text, most) => {
        const cut = within(text, most);
        expect(cut.length).toBeLessThanOrEqual(Math.max(text.length, most + 1));
        if (text.length <= most) return;
        expect(cut).not.toMatch(/[\ud800-\udbff]…$|\\…$/);
      }),
    );
  });
});
