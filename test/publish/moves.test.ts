import { describe, expect, it } from 'vitest';
import type { Move } from '../../src/judge/moves.js';
import { chain } from '../../src/ledger/chain.js';
import type { LineBody } from '../../src/ledger/lines.js';
import { moves } from '../../src/publish/moves.js';
import { Repository } from './facts.js';

/** A proposal that was looked at once and whose author has withdrawn it; the pull request is not closed yet. */
function withdrawn(): Repository {
  const repository = new Repository();
  repository.settle();
  return repository.says('adalin', '/sep status withdrawn');
}

const moved = (repository: Repository): string[] =>
  repository.settle().flatMap((write) => (write.kind === 'close' || write.kind === 'reopen' ? [write.key] : []));

/** What would be done with the pull request if the proposal's steps had asked for these moves. */
function planned(repository: Repository, ...asked: Move['to'][]): { writes: string[]; intents: string[] } {
  const { facts, verdict } = repository.look();
  const intents: string[] = [];
  const state = { ...verdict.state, moves: asked.map((to): Move => ({ to, at: repository.now })) };
  const writes = moves(facts, { ...verdict, state }, (key) => intents.push(key));
  return { writes: writes.map(({ kind }) => kind), intents };
}

const adds = (repository: Repository, ...lines: LineBody[]): void => {
  repository.ledger.push(...chain(lines, repository.ledger.at(-1) ?? null));
};

describe('The pull request of a withdrawn proposal', () => {
  it('is closed, announced before, and says why it is closed', () => {
    const repository = withdrawn();
    const { plan } = repository.look();
    expect(plan.intents.map(({ key }) => key)).toContain('close:1');
    expect(moved(repository)).toEqual(['close:1']);
    expect(repository.state).toBe('closed');
    repository.settle();
    expect(repository.posts.get('status')?.body).toContain('**Withdrawn by its author.**');
    expect(repository.settle()).toEqual([]);
  });

  it('is closed all the same where the first try came to nothing', () => {
    const repository = withdrawn();
    moved(repository);
    repository.state = 'open';
    expect(moved(repository)).toEqual(['close:1']);
    expect(repository.ledger.filter((line) => line.includes('close:1'))).toHaveLength(1);
  });

  it('stays open where somebody opens it again: nobody is worked against', () => {
    const repository = withdrawn();
    moved(repository);
    repository.settle();
    repository.state = 'open';
    expect(moved(repository)).toEqual([]);
    expect(repository.state).toBe('open');
  });

  it('is left alone where its author had closed it already', () => {
    const repository = withdrawn();
    repository.now = '2026-11-02T09:20:00Z';
    repository.state = 'closed';
    expect(planned(repository, 'closed')).toEqual({ writes: [], intents: [] });
  });
});

describe('The pull request of a revived proposal', () => {
  const closed = (): Repository => {
    const repository = withdrawn();
    moved(repository);
    repository.settle();
    return repository;
  };

  it('is opened again, announced before', () => {
    expect(planned(closed(), 'closed', 'open')).toEqual({ writes: ['reopen'], intents: ['reopen:2'] });
  });

  it('stays closed where its branch is gone, where GitHub refused, and where somebody closed it since', () => {
    const gone = closed();
    gone.hasBranch = false;
    const refused = closed();
    refused.refused.add('reopen:2');
    const shut = closed();
    const { now: at } = shut;
    adds(
      shut,
      { kind: 'intent', at, key: 'reopen:2', people: [] },
      { kind: 'pull', at, state: 'open' },
      { kind: 'pull', at, state: 'closed' },
    );
    for (const repository of [gone, refused, shut])
      expect(planned(repository, 'closed', 'open')).toEqual({ writes: [], intents: [] });
  });
});
