import { describe, expect, it } from 'vitest';
import type { Line, LineOf } from '../../../src/ledger/lines.js';
import { mentions } from '../../../src/people/index.js';
import { DOCUMENT, Repository } from '../../publish/facts.js';

/** A proposal that names no group, looked at first when it was opened, on 2 November 2026 at 09:00. */
function waiting(): Repository {
  const repository = new Repository();
  repository.source = DOCUMENT.replace('Kettle Timers', 'None');
  repository.settle();
  return repository;
}

/** Lets the clock alone drive looks up to an instant; gives the comments that were made, each with when. */
function until(repository: Repository, end: string): string[] {
  const made: string[] = [];
  for (let at: string | null = repository.now; at !== null && at <= end;) {
    repository.now = at;
    const { due } = repository.look().verdict;
    for (const write of repository.settle()) {
      if (write.kind === 'comment') made.push(`${repository.now} ${write.marker} ${mentions(write.body).join(' ')}`);
    }
    at = due !== null && due <= at ? null : due;
  }
  repository.now = end;
  return made;
}

const lines = <Kind extends Line['kind']>(repository: Repository, kind: Kind): LineOf<Kind>[] =>
  repository.facts().ledger.filter((line): line is Extract<Line, { kind: Kind }> => line.kind === kind);
const status = (repository: Repository): string => repository.look().verdict.state.status;

describe('A proposal that nobody sponsors', () => {
  it('is dormant and closed after six months, warned thirty and seven days before', () => {
    const repository = waiting();
    expect(until(repository, '2027-05-02T09:02:00Z')).toEqual([
      '2027-04-02T09:00:00Z warn:1 adalin',
      '2027-04-25T09:01:00Z warn:2 adalin',
    ]);
    expect(repository.posts.get('warn:1')?.body).toContain('On **Sunday 2 May 2027 09:00 UTC** at the earliest');
    expect(lines(repository, 'notice')).toMatchObject([
      { at: '2027-04-25T09:02:00Z', deadline: '2027-05-02T09:02:00Z' },
    ]);
    // From then on everybody can read when it is.
    const row = (): string | undefined =>
      repository.look().verdict.requirements.find(({ name }) => name === 'Sponsor')?.says;
    expect(row()).toBe('Nobody yet. Without one it is dormant on Sun 2 May 2027 09:02 UTC.');
    // It falls at its instant, in a look five minutes later.
    repository.now = '2027-05-02T09:06:59Z';
    expect(status(repository)).toBe('proposal');
    until(repository, '2027-05-02T09:07:00Z');
    repository.settle();
    expect(row()).toBe('Nobody yet.');
    expect(lines(repository, 'lapses')).toMatchObject([{ at: '2027-05-02T09:02:00Z', to: 'dormant' }]);
    expect(repository.state).toBe('closed');
    expect([...repository.labels.keys()].sort()).toEqual(['SEP', 'dormant']);
    repository.now = '2027-06-01T00:00:00Z';
    repository.settle();
    const { verdict } = repository.look();
    expect([verdict.doubts, verdict.state.status, verdict.due]).toEqual([[], 'dormant', null]);
  });

  it('is never dormant unwarned: who was looked at first after a year has thirty days from the first warning', () => {
    const repository = waiting();
    repository.now = '2027-11-02T09:00:00Z';
    expect(until(repository, '2027-12-02T09:00:00Z')).toEqual([
      '2027-11-02T09:00:00Z warn:1 adalin',
      '2027-11-25T09:01:00Z warn:2 adalin',
    ]);
    expect(status(repository)).toBe('proposal');
    until(repository, '2027-12-02T10:00:00Z');
    expect(lines(repository, 'lapses').map(({ at }) => at)).toEqual(['2027-12-02T09:02:00Z']);
  });

  it('is not dormant by a warning that was never published', () => {
    const repository = waiting();
    repository.now = '2027-04-02T09:00:00Z';
    repository.settle();
    repository.posts.delete('warn:1');
    repository.now = '2027-04-20T09:00:00Z';
    expect(lines(repository, 'made').filter(({ key }) => key === 'warn:1')).toEqual([]);
    expect(until(repository, '2027-05-20T12:00:00Z')).toEqual([
      '2027-04-20T09:00:00Z warn:1 adalin',
      '2027-05-13T09:01:00Z warn:2 adalin',
    ]);
    expect(lines(repository, 'lapses').map(({ at }) => at)).toEqual(['2027-05-20T09:02:00Z']);
  });

  it('does not get a warning again that somebody deleted', () => {
    const repository = waiting();
    until(repository, '2027-04-03T09:00:00Z');
    // One warning fixes nothing yet.
    expect(repository.look().verdict.state.lapsesAt).toBeNull();
    repository.posts.delete('warn:1');
    expect(until(repository, '2027-04-26T09:00:00Z')).toEqual(['2027-04-25T09:01:00Z warn:2 adalin']);
  });

  it('goes on with a sponsor in between, also in its last second, and with one who comes later it comes back', () => {
    const repository = waiting();
    until(repository, '2027-05-02T09:02:00Z');
    repository.says('kofi', '/sep sponsor');
    expect(until(repository, '2027-06-02T00:00:00Z')).toEqual(
      expect.not.arrayContaining([expect.stringContaining('warn')]),
    );
    expect(status(repository)).toBe('draft');
    expect(lines(repository, 'lapses')).toEqual([]);

    const late = waiting();
    until(late, '2027-05-02T09:02:01Z');
    late.says('kofi', '/sep sponsor').settle();
    expect(status(late)).toBe('proposal');
    until(late, '2027-05-02T09:10:00Z');
    expect(lines(late, 'lapses')).toHaveLength(1);
    expect([status(late), late.state]).toEqual(['draft', 'open']);
  });

  it('is only watched where the rule observes, and keeps the instant that it was given notice of', () => {
    const watched = waiting();
    const { rules } = watched.rules;
    watched.rules = { ...watched.rules, rules: { ...rules, dormancy: { ...rules.dormancy, mode: 'observe' } } };
    expect(until(watched, '2028-01-01T00:00:00Z')).toEqual([]);
    expect(watched.look().verdict.due).toBeNull();
  });

  it('does not lose the time in which it was closed', () => {
    const repository = waiting();
    until(repository, '2027-04-26T09:00:00Z');
    repository.state = 'closed';
    repository.settle();
    repository.now = '2027-05-06T09:00:00Z';
    expect(status(repository)).toBe('proposal');
    repository.state = 'open';
    repository.settle();
    until(repository, '2027-06-01T00:00:00Z');
    expect(lines(repository, 'lapses').map(({ at }) => at)).toEqual(['2027-05-12T09:02:00Z']);
    expect(repository.look().verdict.doubts).toEqual([]);
  });

  it('is doubted where a line says it and nothing gives it', () => {
    const repository = waiting();
    until(repository, '2027-05-03T00:00:00Z');
    repository.settle();
    const whole = repository.facts();
    const doubts = (ledger: readonly Line[]): number => {
      const other = waiting();
      other.now = '2027-06-01T00:00:00Z';
      other.overrideLedger = ledger;
      return other.look().verdict.doubts.length;
    };
    expect(doubts(whole.ledger)).toBe(0);
    expect(doubts(whole.ledger.filter(({ kind }) => kind !== 'notice'))).toBe(1);
    expect(doubts(whole.ledger.filter((line) => line.kind !== 'made' || line.key !== 'warn:2'))).toBeGreaterThan(0);
    const moved = whole.ledger.map((line): Line =>
      line.kind === 'notice' ? { ...line, deadline: '2027-04-30T09:00:00Z' } : line,
    );
    expect(doubts(moved)).toBeGreaterThan(0);
  });
});
