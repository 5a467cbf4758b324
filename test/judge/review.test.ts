import { describe, expect, it } from 'vitest';
import type { Facts } from '../../src/facts/facts.js';
import { companionBy, review } from '../../src/judge/review.js';
import type { Rules } from '../../src/rules/schema.js';
import { RULES } from './history.js';
import { DOCUMENT, Repository } from '../publish/facts.js';

const page = (more: Partial<Rules['rules']['rendered-page']>): Rules => ({
  ...RULES,
  rules: { ...RULES.rules, 'rendered-page': { ...RULES.rules['rendered-page'], ...more } },
});

describe('The page that is rendered from a proposal', () => {
  it.each<[string, Partial<Rules['rules']['rendered-page']>, ReturnType<typeof companionBy>]>([
    [
      'stands where the rules say',
      { path: 'docs/{name}.mdx', command: null, mode: 'warn' },
      { path: 'docs/{name}.mdx' },
    ],
    [
      'is written by a command',
      { path: 'docs/{name}.mdx', command: 'npm run docs', mode: 'enforce' },
      { path: 'docs/{name}.mdx', command: 'npm run docs' },
    ],
    ['is none where the rules name none', { path: null, command: 'npm run docs', mode: 'enforce' }, null],
    ['is not spoken of where they only observe', { path: 'docs/{name}.mdx', command: null, mode: 'observe' }, null],
  ])('%s', (_, more, companion) => expect(companionBy(page(more))).toEqual(companion));
});

describe('What is found of a document', () => {
  const found = (source: string, more: (facts: Facts) => Partial<Facts> = () => ({})) => {
    const facts = Object.assign(new Repository(), { source }).facts();
    return review({ ...facts, ...more(facts) }, { status: 'draft', takenOver: null });
  };

  it('is what cannot be read of it, and nothing else', () => {
    const unreadable = {
      code: 'file/too-large',
      severity: 'error',
      line: 1,
      column: 1,
      message: 'Too large.',
    } as const;
    expect(found(DOCUMENT, ({ document }) => ({ document: { ...document, unreadable } }))).toEqual([unreadable]);
  });

  it('is looked at by the day of the look', () => {
    const created = (day: string): string[] =>
      found(DOCUMENT.replace('**Created**: 2026-11-02', `**Created**: ${day}`)).map(({ code }) => code);
    expect(created('2026-11-02')).not.toContain('preamble/future-date');
    expect(created('2026-11-05')).toContain('preamble/future-date');
  });

  it('offers the address of this very pull request', () => {
    const without = found(DOCUMENT.replace(/- \*\*PR\*\*.*\n/, ''));
    expect(JSON.stringify(without)).toContain('https://github.com/kettles/kettles/pull/7');
  });
});
