import { describe, expect, it } from 'vitest';
import { parseCommands } from '../../src/commands/parse.js';
import type { Said } from '../../src/facts/facts.js';
import { outcomeOf, stateNow } from '../../src/judge/trial.js';
import { account, Repository } from '../publish/facts.js';

/** What would be said at the instant of a look, and stands in no ledger. */
const said = ({ now }: Repository, login: string, body: string): Said => ({
  ...parseCommands(body)[0]!,
  ...{ at: now, by: account(login), commit: null },
  source: { kind: 'comment', id: 'trial', index: 0, url: '', sha256: '0'.repeat(64) },
});
/** What would become of it: the reason where it would be refused. */
const tried = (repository: Repository, login: string, body: string): string | null => {
  const outcome = outcomeOf(repository.facts(), said(repository, login, body));
  return outcome && (outcome.taken ? outcome.says : `${outcome.rule}: ${outcome.why}`);
};
const settled = (repository = new Repository()): Repository => {
  repository.settle();
  return repository;
};

describe('What is tried, and not said', () => {
  it('is judged by the ledger as it is, and is written nowhere', () => {
    const repository = settled();
    const before = [...repository.ledger];
    expect(stateNow(repository.facts())).toMatchObject({ status: 'proposal', sponsor: null });
    expect(tried(repository, 'kofi', '/sep sponsor')).toBe('@kofi sponsors the proposal.');
    expect(tried(repository, 'adalin', '/sep sponsor')).toContain('sponsorship: ');
    expect(repository.ledger).toEqual(before);
    expect(stateNow(repository.facts())).toMatchObject({ status: 'proposal', sponsor: null, acts: [] });
  });

  it('meets what was said before it', () => {
    const repository = settled(new Repository().says('kofi', '/sep sponsor'));
    expect(stateNow(repository.facts())).toMatchObject({ status: 'draft', sponsor: { by: { login: 'kofi' } } });
    expect(tried(repository, 'kofi', '/sep unsponsor')).toContain('kofi');
    expect(tried(settled(), 'kofi', '/sep unsponsor')).toContain(':');
  });

  it('is bound to the present head', () => {
    const repository = new Repository().says('adabell', '/sep adopt').says('kofi', '/sep sponsor');
    settled(repository.says('kofi', '/sep status in-review').says('rosa', '/core accept'));
    expect(stateNow(repository.facts()).status).toBe('accepted');
    repository.source = repository.source.replace('They whistle.', 'They whistle twice.');
    repository.now = '2026-11-02T10:00:00Z';
    settled(repository);
    expect(tried(repository, 'rosa', '/sep confirm')).toContain('confirm');
    expect(tried(repository, 'rosa', '/sep confirm')).not.toContain('No text is known');
    // Somebody has spoken since the head was seen, and it is still the one.
    settled(repository.says('hugo', '/sep explain'));
    expect(tried(repository, 'rosa', '/sep confirm')).not.toContain(':');
  });

  it('is judged where the ledger is empty, too', () => {
    expect(tried(new Repository(), 'kofi', '/sep sponsor')).toBe('@kofi sponsors the proposal.');
  });

  it('comes to nothing yet where it would wait for a deadline that is about to pass', () => {
    const repository = new Repository().says('adabell', '/sep adopt').says('kofi', '/sep sponsor');
    settled(repository.says('adabell', '/consensus start minor compatible'));
    const deadline = stateNow(repository.facts()).decisions[0]!.deadline;
    repository.now = deadline;
    expect(tried(repository, 'cydorn', '/concern It is hot.')).not.toBeNull();
    repository.now = new Date(Date.parse(deadline) + 60_000).toISOString().replace('.000', '');
    expect(tried(repository, 'cydorn', '/concern It is hot.')).toBeNull();
  });
});
