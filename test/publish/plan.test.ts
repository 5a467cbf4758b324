import { describe, expect, it } from 'vitest';
import type { Write } from '../../src/publish/write.js';
import { mentions } from '../../src/people/index.js';
import { DOCUMENT, Repository } from './facts.js';

const kinds = (writes: readonly Write[]): string[] => writes.map(({ kind }) => kind).sort();
const only = <Kind extends Write['kind']>(writes: readonly Write[], kind: Kind): Extract<Write, { kind: Kind }>[] =>
  writes.filter((write): write is Extract<Write, { kind: Kind }> => write.kind === kind);

/** A proposal that was looked at once. */
function opened(): Repository {
  const repository = new Repository();
  repository.settle();
  return repository;
}

describe('A new proposal', () => {
  it('gets its comment, labels, two checks, and two leads who are asked', () => {
    const writes = new Repository().settle();
    expect(kinds(writes)).toEqual(['ask', 'ask', 'check', 'check', 'comment', 'label']);
    expect(only(writes, 'label')[0]!.names).toEqual(['SEP', 'proposal']);
    expect(only(writes, 'check').map(({ name, conclusion }) => `${name} ${conclusion}`)).toEqual([
      'convenor/proposal SUCCESS',
      'convenor/merge ACTION_REQUIRED',
    ]);
    expect(only(writes, 'ask').map(({ person }) => person.login)).toEqual(['adabell', 'bocarr']);
  });

  it('gets nothing more where nothing differs, however often it is looked at', () => {
    const repository = opened();
    expect(repository.settle()).toEqual([]);
    const lines = repository.ledger.length;
    // Before anybody has owed an answer for long.
    repository.now = '2026-11-15T09:00:00Z';
    expect(repository.settle()).toEqual([]);
    expect(repository.ledger).toHaveLength(lines);
  });

  it('announces what it creates before it does', () => {
    const { plan } = new Repository().look();
    expect(plan.intents.map(({ key }) => key)).toEqual(['ask:kettle-timers', 'status']);
  });

  it('is done again where an announced creation did not come about', () => {
    const repository = opened();
    repository.posts.delete('status');
    repository.ledger = repository.ledger.filter((line) => !line.includes('"made"'));
    const { plan } = repository.look();
    expect(plan.intents).toEqual([]);
    expect(kinds(plan.writes)).toEqual(['comment']);
  });

  it('asks nobody twice, who may have declined', () => {
    const repository = new Repository();
    repository.requested = [{ id: 2, at: repository.now }];
    expect(only(repository.settle(), 'ask').map(({ person }) => person.login)).toEqual(['bocarr']);
  });
});

describe('Labels', () => {
  it('follow the state, and take away the state that is past', () => {
    const repository = opened().says('kofi', '/sep sponsor');
    const writes = repository.settle();
    expect(only(writes, 'label')[0]!.names).toEqual(['draft']);
    expect(only(writes, 'unlabel')[0]!.nodeIds).toEqual(['LA_proposal']);
    expect([...repository.labels.keys()].sort()).toEqual(['SEP', 'draft']);
  });

  it('that people set are left alone, those of states that it never had among them', () => {
    const repository = opened();
    for (const name of ['accepted', 'bug', 'final']) repository.labels.set(name, `LA_${name}`);
    expect(repository.settle()).toEqual([]);
    repository.says('kofi', '/sep sponsor').settle();
    expect([...repository.labels.keys()].sort()).toEqual(['SEP', 'accepted', 'bug', 'draft', 'final']);
  });
});

describe('An answer', () => {
  it('is a thumb for a command that was taken', () => {
    const writes = opened().says('adabell', '/sep adopt').settle();
    expect(only(writes, 'react')).toEqual([{ kind: 'react', nodeId: 'IC_0', content: 'THUMBS_UP' }]);
    expect(only(writes, 'comment')).toEqual([]);
  });

  it('is one reply with rule and next step for all that was refused in one comment, once', () => {
    const repository = opened().says('adalin', '/sep adopt\n\n/sep sponsor');
    const writes = repository.settle();
    const [reply, ...others] = only(writes, 'comment');
    expect(others).toEqual([]);
    expect(reply!.marker).toBe('reply:IC_0');
    for (const part of ['/sep adopt', '/sep sponsor', 'What to do', 'adoption', 'sponsorship']) {
      expect(reply!.body).toContain(part);
    }
    expect(only(writes, 'react')[0]!.content).toBe('CONFUSED');
    expect(repository.settle()).toEqual([]);
  });

  it.each([
    '/sep adopt @@rosa @kofi',
    '/sep adopt &#64;rosa',
    '/sep [x](https://a.test) @rosa',
    '/unblock @@rosa',
    '/consensus start @@rosa',
    '/sep status @@rosa',
    '/veto @@rosa ![x](https://a.test/y.png)',
    '/core accept @@rosa',
  ])('mentions nobody, whatever stands in the comment: %s', (body) => {
    const writes = opened().says('adalin', body).settle();
    const reply = only(writes, 'comment').at(-1)!.body;
    expect(mentions(reply.replace(/`[^`\n]*`/g, ''))).toEqual([]);
    expect(reply.replace(/`[^`\n]*`/g, '')).not.toMatch(/(?<!\\)\]\(|&#64;/);
  });
});

describe('A suggestion', () => {
  const sponsored = (patch: string | null): Repository => {
    const repository = opened();
    repository.patch = patch;
    return repository.says('kofi', '/sep sponsor');
  };
  const line = DOCUMENT.split('\n').findIndex((text) => text.includes('**Sponsor**')) + 1;

  it('is offered on the line that the record has overtaken, once', () => {
    const repository = sponsored(null);
    const [review] = only(repository.settle(), 'suggest');
    expect(review).toMatchObject({ path: 'seps/7-whistles.md', threads: [{ line, startLine: line }] });
    expect(review!.threads[0]!.body).toContain('```suggestion\n- **Sponsor**: @kofi\n```');
    expect(repository.settle()).toEqual([]);
  });

  it('is offered on no line that the diff does not show', () => {
    const around = (first: number, count: number): string =>
      `@@ -${first},0 +${first},${count} @@\n${Array.from({ length: count }, () => '+x').join('\n')}`;
    const writes = sponsored(around(line + 1, 5)).settle();
    expect(only(writes, 'suggest')).toEqual([]);
    // What cannot stand on the line is said in the check.
    const [check] = only(writes, 'check').filter(({ name }) => name === 'convenor/proposal');
    expect(check?.summary).toContain('kofi sponsors this proposal. This brings it up to date:');
    expect(check?.summary).toContain('  -- **Sponsor**: None\n  +- **Sponsor**: @kofi');
    expect(only(sponsored(around(1, line - 1)).settle(), 'suggest')).toEqual([]);
    expect(only(sponsored(around(1, line)).settle(), 'suggest')).toHaveLength(1);
  });

  it('is resolved once the line says so, whoever changed it', () => {
    const repository = sponsored(null);
    const [review] = only(repository.settle(), 'suggest');
    repository.source = DOCUMENT.replace('**Sponsor**: None', '**Sponsor**: Kofi (@kofi)');
    expect(only(repository.settle(), 'resolve')).toEqual([{ kind: 'resolve', nodeId: review!.threads[0]!.marker }]);
    expect(repository.settle()).toEqual([]);
  });
});

describe('A check', () => {
  it('is made anew where its annotations differ, and is red where the document is not in order', () => {
    const repository = opened();
    repository.source = DOCUMENT.replace('**Type**: Standards Track', '**Type**: Nonsense');
    const check = only(repository.settle(), 'check').find(({ name }) => name === 'convenor/proposal')!;
    expect(check).toMatchObject({ conclusion: 'FAILURE', update: null });
    expect(check.annotations.length).toBeGreaterThan(0);
    expect(repository.settle()).toEqual([]);
  });

  it('is brought up to date where only its words differ', () => {
    const check = only(opened().says('kofi', '/sep sponsor').settle(), 'check');
    expect(check).toMatchObject([{ name: 'convenor/merge', update: 'convenor/merge', conclusion: 'ACTION_REQUIRED' }]);
  });
});

describe('The status comment', () => {
  it('mentions those alone of whom something is asked', () => {
    const repository = opened();
    expect(mentions(repository.posts.get('status')!.body).sort()).toEqual(['adabell', 'bocarr']);
  });

  it('shows a title as text', () => {
    const repository = new Repository();
    repository.source = DOCUMENT.replace(': Whistles', ': @rosa <img src=x> [x](https://a.test) #12 | `y`');
    repository.settle();
    const [, title] = repository.posts.get('status')!.body.split('\n');
    expect(title).toContain('\\<img src=x\\> \\[x\\]');
    expect(mentions(title!)).toEqual([]);
  });
});
