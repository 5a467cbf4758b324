import { describe, expect, it } from 'vitest';
import { fenceFor, suggestions } from '../../src/publish/suggestions.js';
import type { Suggested, Write } from '../../src/publish/write.js';
import { DOCUMENT, Repository } from './facts.js';

/** Lines with a slip that one edit mends; each is different, so that each is an edit of its own. */
const shouting = (count: number): string =>
  Array.from({ length: count }, (_, index) => `A kettle of ${index + 1} litres MUST not whistle twice.`).join('\n\n');

const withSlips = (count: number): string => DOCUMENT.replace('They whistle.', shouting(count));

/** A proposal whose author is to be told something. */
function repositoryOf(source: string, more: Partial<Repository> = {}): Repository {
  return Object.assign(new Repository(), { source, ...more });
}

/** The threads that a look puts on lines; each look makes one review at most. */
function suggested(writes: readonly Write[]): readonly Suggested[] {
  const reviews = writes.flatMap((write) => (write.kind === 'suggest' ? [write.threads] : []));
  expect(reviews.length).toBeLessThanOrEqual(1);
  return reviews[0] ?? [];
}

const resolved = (writes: readonly Write[]): string[] =>
  writes.flatMap((write) => (write.kind === 'resolve' ? [write.nodeId] : []));

/** The code or field that a suggestion is for. */
const about = ({ marker }: Suggested): string => marker.split(':')[1] ?? '';

const summaryOf = (writes: readonly Write[]): string =>
  writes.flatMap((write) => (write.kind === 'check' && write.name === 'convenor/proposal' ? [write.summary] : []))[0] ??
  '';

const lineOf = (repository: Repository, text: string): number =>
  repository.source.split('\n').findIndex((line) => line.includes(text)) + 1;

describe('What is offered', () => {
  it.each([
    [0, 0],
    [1, 1],
    [9, 9],
    [10, 10],
    [11, 10],
    [30, 10],
  ])('of %i slips %i are offered, in one review', (slips, offers) => {
    const repository = repositoryOf(withSlips(slips));
    expect(suggested(repository.settle())).toHaveLength(offers);
    expect(suggested(repository.settle())).toEqual([]);
  });

  it('is what matters most, wherever it stands', () => {
    const source = withSlips(12).replace('**PR**: https://github.com/kettles/kettles/pull/7', '**PR**: TBD');
    const repository = repositoryOf(source.replace('**Status**: Draft', '**Status**: WIP'));
    const threads = suggested(repository.settle());
    const codes = threads.map(about);
    expect(codes.filter((code) => code === 'rfc2119/half-capitals')).toHaveLength(9);
    expect(codes[0]).toBe('preamble/status-vocabulary');
    // Read from top to bottom.
    const lines = threads.map(({ line }) => line);
    expect(lines).toEqual([...lines].sort((a, b) => a - b));
  });

  it('follows when those before it are done', () => {
    const repository = repositoryOf(withSlips(12));
    const first = suggested(repository.settle());
    repository.source = repository.source.replace('of 1 litres MUST not', 'of 1 litres MUST NOT');
    const writes = repository.settle();
    expect(resolved(writes)).toEqual([first[0]?.marker]);
    expect(suggested(writes).map(({ line }) => line)).toEqual([lineOf(repository, 'of 11 litres')]);
  });

  it('are never two edits of one line', () => {
    // A plain line in place of a bullet, with a date that is none of the form asked for: two findings on one line.
    const source = DOCUMENT.replace('# SEP-7: Whistles', '# Whistles').replace(
      '- **PR**: https://github.com/kettles/kettles/pull/7\n',
      '',
    );
    const repository = repositoryOf(source.replace('- **Created**: 2026-11-02', '- **Created**: 2 November 2026'));
    const threads = suggested(repository.settle());
    expect(threads.length).toBeGreaterThan(1);
    const lines = threads.flatMap(({ startLine, line }) =>
      Array.from({ length: line - startLine + 1 }, (_, index) => startLine + index),
    );
    expect(new Set(lines).size).toBe(lines.length);
  });

  it('is no second time what GitHub shows already, wherever the line has moved', () => {
    const repository = repositoryOf(withSlips(2));
    const before = suggested(repository.settle()).map(({ marker }) => marker);
    repository.source = repository.source.replace('# SEP-7: Whistles\n', '# SEP-7: Whistles\n\n\n');
    const writes = repository.settle();
    expect(suggested(writes)).toEqual([]);
    expect(resolved(writes)).toEqual([]);
    expect([...repository.threads.keys()]).toEqual(before);
  });

  it('tells two equal lines apart, and resolves one when one of them is mended', () => {
    const twice = 'A kettle MUST not whistle.\n\nA kettle MUST not whistle.';
    const repository = repositoryOf(DOCUMENT.replace('They whistle.', twice));
    const threads = suggested(repository.settle());
    expect(new Set(threads.map(({ marker }) => marker)).size).toBe(2);
    repository.source = repository.source.replace('A kettle MUST not whistle.', 'A kettle MUST NOT whistle.');
    const writes = repository.settle();
    expect(resolved(writes)).toHaveLength(1);
    expect(suggested(writes)).toEqual([]);
  });

  it.each(['closed', 'merged'] as const)('is nothing where the pull request is %s', (state) => {
    const { facts, verdict } = repositoryOf(withSlips(1)).look();
    const writes = suggestions({ ...facts, pull: { ...facts.pull, state } }, verdict, () => undefined).writes;
    expect(suggested(writes)).toEqual([]);
  });
});

describe('A suggestion is made once', () => {
  /** Looks again so many minutes after the first look, of whose review GitHub made nothing. */
  const again = (minutes: number, allThreads = true): readonly Suggested[] => {
    const repository = repositoryOf(withSlips(2), { swallows: true, allThreads });
    expect(suggested(repository.settle())).toHaveLength(2);
    repository.now = new Date(Date.parse(repository.now) + minutes * 60_000).toISOString();
    return suggested(repository.settle());
  };

  it.each([
    { minutes: 1, allThreads: true, tried: 2 },
    { minutes: 59, allThreads: true, tried: 2 },
    { minutes: 60, allThreads: true, tried: 2 },
    { minutes: 61, allThreads: true, tried: 0 },
    // It may be among the threads that are out of sight.
    { minutes: 1, allThreads: false, tried: 0 },
  ])('and where it is not seen $minutes minutes later ($allThreads), $tried are tried again', (given) => {
    expect(again(given.minutes, given.allThreads)).toHaveLength(given.tried);
  });

  it('and said in the check once it is given up', () => {
    const repository = repositoryOf(withSlips(1), { swallows: true });
    expect(summaryOf(repository.settle())).not.toContain('```diff');
    repository.now = '2026-11-02T12:00:00Z';
    expect(summaryOf(repository.settle())).toContain('-A kettle of 1 litres MUST not whistle twice.');
  });

  it('and is resolved where GitHub calls it outdated: the check has the edit then', () => {
    const repository = repositoryOf(withSlips(1));
    const [first] = suggested(repository.settle());
    repository.threads.set(first!.marker, { nodeId: first!.marker, isResolved: false, isOutdated: true });
    const writes = repository.settle();
    expect(writes).toContainEqual({ kind: 'resolve', nodeId: first!.marker });
    expect(suggested(writes)).toEqual([]);
    expect(summaryOf(writes)).toContain('+A kettle of 1 litres MUST NOT whistle twice.');
  });

  it('and not again where somebody resolved it, as often as the author pushes', () => {
    const repository = repositoryOf(withSlips(2));
    const [first] = suggested(repository.settle());
    repository.threads.set(first!.marker, { nodeId: first!.marker, isResolved: true, isOutdated: false });
    const writes = repository.settle();
    expect(suggested(writes)).toEqual([]);
    // What nobody wants on the line stays in the check, with its edit.
    expect(summaryOf(writes)).toContain('+A kettle of 1 litres MUST NOT whistle twice.');
    repository.source += '\nMore.\n';
    expect(suggested(repository.settle())).toEqual([]);
  });

  it('and not again where somebody deleted it', () => {
    const repository = repositoryOf(withSlips(1));
    const [only] = suggested(repository.settle());
    // The next lines that are written say that it was seen.
    repository.says('adabell', '/sep adopt').settle();
    repository.threads.delete(only!.marker);
    expect(suggested(repository.settle())).toEqual([]);
    repository.now = '2026-11-02T09:20:00Z';
    expect(suggested(repository.settle())).toEqual([]);
  });

  it('and its double, which a second process made, is resolved', () => {
    const repository = repositoryOf(withSlips(1));
    repository.settle();
    repository.spareThreads = [
      { nodeId: 'double', isResolved: false },
      { nodeId: 'double before', isResolved: true },
    ];
    expect(resolved(repository.settle())).toEqual(['double']);
  });

  it('and resolved once the slip is gone, with its line or without', () => {
    for (const mend of ['A kettle of 1 litres MUST NOT whistle twice.', 'Nothing.']) {
      const repository = repositoryOf(withSlips(1));
      const [only] = suggested(repository.settle());
      repository.source = repository.source.replace(shouting(1), mend);
      expect(resolved(repository.settle())).toEqual([only!.marker]);
      expect(repository.settle()).toEqual([]);
    }
  });

  it('and said in the check where its line is not part of the diff', () => {
    const repository = repositoryOf(withSlips(1), { patch: '' });
    const writes = repository.settle();
    expect(suggested(writes)).toEqual([]);
    expect(summaryOf(writes)).toContain('+A kettle of 1 litres MUST NOT whistle twice.');
  });
});

describe('A file that gets another name', () => {
  const RENAMED = 'seps/0007-whistles.md';

  it('takes what still waits along, since comments stay with the old name', () => {
    const repository = repositoryOf(withSlips(2));
    const before = suggested(repository.settle()).map(({ marker }) => marker);
    repository.path = RENAMED;
    const writes = repository.settle();
    expect(suggested(writes)).toHaveLength(2);
    expect(resolved(writes)).toEqual(before);
    expect(repository.settle()).toEqual([]);
    expect(repository.settle()).toEqual([]);
  });

  it('brings nothing back that somebody resolved before', () => {
    const repository = repositoryOf(withSlips(2));
    const [first] = suggested(repository.settle());
    repository.threads.set(first!.marker, { nodeId: first!.marker, isResolved: true, isOutdated: false });
    repository.settle();
    repository.path = RENAMED;
    expect(suggested(repository.settle()).map(({ line }) => line)).toEqual([lineOf(repository, 'of 2 litres')]);
    expect(suggested(repository.settle())).toEqual([]);
  });

  it('loses nothing where the process ends between the two', () => {
    const repository = repositoryOf(withSlips(1));
    repository.settle();
    repository.path = RENAMED;
    repository.swallows = true;
    repository.settle();
    repository.swallows = false;
    expect(suggested(repository.settle())).toHaveLength(1);
    expect(suggested(repository.settle())).toEqual([]);
  });

  it('takes along what the record says of a line, too', () => {
    const repository = repositoryOf(DOCUMENT);
    repository.settle();
    expect(suggested(repository.says('kofi', '/sep sponsor').settle()).map(about)).toEqual(['sponsor']);
    repository.path = RENAMED;
    const writes = repository.settle();
    expect(suggested(writes).map(about)).toEqual(['sponsor']);
    expect(resolved(writes)).toEqual(['suggest:sponsor:@kofi']);
    expect(repository.settle()).toEqual([]);
  });
});

describe('What the record says of a line', () => {
  const wip = (): Repository => repositoryOf(DOCUMENT.replace('**Status**: Draft', '**Status**: WIP'));

  it('is not offered a second time where an editor has offered the same', () => {
    const repository = wip();
    expect(suggested(repository.settle()).map(about)).toEqual(['preamble/status-vocabulary']);
    const writes = repository.says('kofi', '/sep sponsor').settle();
    expect(suggested(writes).map(about)).toEqual(['sponsor']);
    expect(resolved(writes)).toEqual([]);
  });

  it('takes the place of what an editor would make of it', () => {
    const repository = wip();
    const [mend] = suggested(repository.settle());
    repository.says('kofi', '/sep sponsor').settle();
    repository.now = '2026-11-02T09:20:00Z';
    const writes = repository.says('adalin', '/sep status withdrawn too early').settle();
    expect(suggested(writes).map(({ marker }) => marker)).toEqual(['suggest:status:Withdrawn']);
    expect(resolved(writes)).toEqual([mend!.marker]);
    // One edit is shown for the line, and it is the one on the line.
    expect(summaryOf(writes)).not.toContain('```diff');
  });
});

describe('A text that means no good', () => {
  it.each([
    ['a run of backticks', '`````'],
    ['a fence of a suggestion', '```suggestion'],
    ['tildes', '~~~~'],
    ['a mention', '@torvalds'],
    ['HTML', '<img src=x><!-- convenor:status -->'],
  ])('ends no fence and speaks to nobody: %s', (_, text) => {
    const slip = `A kettle MUST not ${text} whistle.`;
    const [thread] = suggested(repositoryOf(DOCUMENT.replace('They whistle.', slip)).settle());
    const fence = /^(`{3,})suggestion$/m.exec(thread!.body)?.[1] ?? '';
    const [before = '', inside = '', ...after] = thread!.body.split(new RegExp(`^${fence}(?:suggestion)?$`, 'm'));
    expect(inside.trim()).toBe(`A kettle MUST NOT ${text} whistle.`);
    expect(after.join('').trim()).toBe('');
    expect(before).not.toContain(text);
  });

  it.each([
    ['no backticks', '```'],
    ['`one`', '```'],
    ['```three', '````'],
    ['a `` b ````` c', '``````'],
  ])('%s is fenced by %s', (text, fence) => {
    expect(fenceFor(text)).toBe(fence);
  });
});
