import { describe, expect, it } from 'vitest';
import type { Facts } from '../../src/facts/facts.js';
import { chain } from '../../src/ledger/chain.js';
import type { LineOf } from '../../src/ledger/lines.js';
import { plusMinutes } from '../../src/judge/instants.js';
import type { Repository } from '../publish/facts.js';
import { account, DOCUMENT } from '../publish/facts.js';
import { history } from './history.js';
import { accountOf, DAY, draft, governing, opened, pull, without } from './told/repository.js';

const acts = (repository: Repository): LineOf<'act'>[] =>
  repository.look().verdict.lines.filter((line) => line.kind === 'act');
const heads = (repository: Repository): LineOf<'head-seen'>[] =>
  repository.look().verdict.lines.filter((line) => line.kind === 'head-seen');
const commit = (id: string): string => id.repeat(40);
const later = (repository: Repository, minutes: number): Repository => {
  repository.settle();
  repository.now = plusMinutes(repository.now, minutes);
  return repository;
};

describe('A deadline that no look has found for days', () => {
  it('gives the core all of its time, in what is told as in what is written down', () => {
    const repository = later(draft().says('adabell', '/consensus start minor compatible'), 8 * DAY);
    const { state, lines, due } = repository.look().verdict;
    const muted = lines.filter((line) => line.kind === 'muted');
    const core = state.decisions.at(-1)!;
    expect(core).toMatchObject({ form: 'core', openedAt: '2026-11-07T09:10:00Z' });
    expect(muted.map(({ at }) => at)).toEqual(['2026-11-07T09:10:00Z', '2026-11-10T09:10:00Z']);
    // Fourteen days, and three in which nobody was told.
    expect(core.deadline).toBe('2026-11-24T09:10:00Z');
    expect(due).toBe('2026-11-24T09:15:00Z');
  });
});

describe('A ledger that does not add up', () => {
  it('still takes what is said, and nothing is decided or asked by it', () => {
    const repository = later(draft(), 5);
    const opens = history()
      .isADraft()
      .goesToTheCore()
      .seenAt()
      .emitted.find((line) => line.kind === 'opens')!;
    repository.ledger.push(...chain([{ ...opens, decision: 'D9' }], repository.ledger.at(-1)!));
    const { lines, doubts, headline, remind } = repository.says('kofi', '/sep status in-review').look().verdict;
    expect(doubts).toEqual(['Nothing opens D9, which is written as open.']);
    expect(headline).toBe('The record of this proposal does not add up, so nothing is decided from it');
    expect(lines.map(({ kind }) => kind)).toEqual(['act']);
    expect(remind).toBeNull();
  });
  it('posts no warning where nobody sponsors it', () => {
    const repository = later(opened(), 170 * DAY);
    expect(repository.look().verdict.warn).not.toBeNull();
    const lapses = { kind: 'lapses', at: '2026-11-03T00:00:00Z', to: 'dormant', why: 'So it was.' } as const;
    repository.ledger.push(...chain([lapses], repository.ledger.at(-1)!));
    expect(repository.look().verdict).toMatchObject({ warn: null });
  });
});

describe('What a head is seen to claim', () => {
  it('is the title, as far as a line has room, and who wrote it', () => {
    const long = 'Whistles '.repeat(60).trim();
    const [line] = heads(opened(undefined, DOCUMENT.replace('SEP-7: Whistles', `SEP-7: ${long}`)));
    expect(line!.claims.title).toBe(long.slice(0, 300));
    expect(line!.claims.authors).toEqual(['adalin']);
  });
  it('is nothing of a file in which nothing stands', () => {
    const [line] = heads(opened(undefined, ''));
    expect(line).toMatchObject({
      normative: '0'.repeat(64),
      claims: { title: null, authors: [], sponsor: null, group: null },
    });
  });
  it('is every login by which the files know an author, and none of who has no account', () => {
    const authors = (names: string, repository = opened()): string[] => {
      repository.source = DOCUMENT.replace('Ada Lin (@adalin)', names);
      return heads(repository)[0]!.claims.authors;
    };
    expect(authors('Ada Lin')).toEqual([]);
    expect(authors('Ada Lin (@adalin), Ben')).toEqual(['adalin']);
    expect(authors('Ada Lin (@adalin)', opened(accountOf('dieng', 'adalin')))).toEqual(['adalin', 'dieng']);
    expect(authors('Di Eng (@dieng), Ada Lin (@adalin)', opened(accountOf('dieng', 'adalin')))).toEqual([
      'dieng',
      'adalin',
    ]);
  });
});

describe('The accounts of those whom a head names as authors', () => {
  const ids = (names: string, more?: (facts: Facts) => Partial<Facts>): number[] | undefined => {
    const repository = opened(more);
    repository.source = DOCUMENT.replace('Ada Lin (@adalin)', names);
    return heads(repository)[0]!.claims.authorIds;
  };
  const renamed = governing(({ accounts }) => ({
    accounts: new Map([...accounts, ['rosa', { ...account('rosa'), login: 'Rosa-Renamed' }]]),
  }));

  it('are those that the files know, and nothing stands there where they know none', () => {
    expect(ids('Ada Lin (@adalin), Rosa (@Rosa), Nemo (@nemo)')).toEqual([1, 6]);
    expect(ids('Nemo (@nemo)')).toBeUndefined();
    expect(ids('Ada Lin')).toBeUndefined();
  });
  it('are theirs by the old name as by the new one', () => {
    expect(ids('Rosa (@rosa)', renamed)).toEqual([6]);
    expect(ids('Rosa (@rosa-renamed)', renamed)).toEqual([6]);
  });
  it('are all of a person, also those that the roster gives by their ids alone', () => {
    const roster = governing(({ governance }) => ({
      governance: {
        ...governance,
        people: governance.people.map((one) => (one.login === 'rosa' ? { ...one, ids: [6, 77] } : one)),
      },
    }));
    expect(ids('Rosa (@rosa)', roster)).toEqual([6, 77]);
  });
  it('keep a renamed author from the confirmation of their own text', () => {
    const source = DOCUMENT.replace('Ada Lin (@adalin)', 'Ada Lin (@adalin), Rosa (@rosa)');
    const repository = draft(undefined, source).says('kofi', '/sep status in-review');
    repository.settle();
    repository.source = source.replace('Kettles whistle.', 'Kettles sing.');
    repository.after(0.01);
    repository.now = plusMinutes(repository.now, 5);
    repository.says('rosa', '/sep confirm');
    const [said] = repository.said.splice(-1);
    for (const login of ['rosa', 'rosa-renamed']) {
      repository.more = (facts) => ({ said: [...facts.said, { ...said!, by: { ...said!.by, login } }] });
      const { state } = repository.look().verdict;
      expect(state.acts.at(-1)!.outcome, login).toMatchObject({ why: 'Nobody confirms a change of their own text.' });
    }
  });
});

describe('The head that somebody spoke on', () => {
  const on = (repository: Repository): [string | undefined, boolean | undefined, string | null][] =>
    acts(repository).map(({ head, problem }) => [head?.commit.slice(0, 4), head?.certain, problem]);
  const at = (head: string) => pull({ head });

  it('is certain where no other was seen since, and not where one may have come before it', () => {
    const repository = later(opened(at(commit('a'))), 5).says('kofi', '/sep sponsor');
    expect(on(repository)).toEqual([['aaaa', true, null]]);
    repository.now = plusMinutes(repository.now, 5);
    repository.more = at(commit('b'));
    expect(on(repository)).toEqual([['aaaa', false, null]]);
    expect(on(repository.says('adabell', '/sep adopt'))).toEqual([
      ['aaaa', false, null],
      ['bbbb', true, null],
    ]);
  });
  it('is the first one for who spoke before any look, and not certain', () => {
    const repository = opened(at(commit('a'))).says('kofi', '/sep sponsor');
    repository.now = plusMinutes(repository.now, 5);
    expect(on(repository)).toEqual([['aaaa', false, null]]);
  });
  it('is the one that they name by its first digits, where it is one', () => {
    const [first, second] = [`abcd1${'0'.repeat(35)}`, `abcd123${'0'.repeat(33)}`];
    const named = (word: string): ReturnType<typeof on>[number] => {
      const repository = later(opened(at(first)), 5);
      repository.more = at(second);
      return on(repository.says('cydorn', `/vote yes @${word}`))[0]!;
    };
    expect(named(first)).toEqual(['abcd', true, null]);
    expect(named('abcd100')).toEqual(['abcd', true, null]);
    const more = 'Name more of its digits.';
    expect(named('abcdef1')[2]).toBe(
      `names the commit \`abcdef1\`, which is no head that this pull request has had. ${more}`,
    );
  });
  it('is the one of their review, certain where it was seen as a head, and one that they name is left alone where the words could not be read', () => {
    const repository = later(opened(at(commit('a'))), 5);
    const [said] = repository.says('cydorn', '/vote yes').said;
    const unread = { ...said!, args: ['abcdef1'], problem: 'is odd.' };
    repository.more = (facts) => ({ ...at(commit('a'))(facts), said: [unread] });
    expect(on(repository)).toEqual([['aaaa', true, 'is odd.']]);
    const reviewed = (head: string): void => {
      repository.more = (facts) => ({ ...at(commit('b'))(facts), said: [{ ...said!, commit: commit(head) }] });
    };
    for (const head of ['a', 'b']) {
      reviewed(head);
      expect(on(repository)).toEqual([[head.repeat(4), true, null]]);
    }
    reviewed('e');
    expect(on(repository)).toEqual([['eeee', false, null]]);
  });
});

describe('What stands in the line of something that was said', () => {
  const said = (login: string, body: string, more?: (facts: Facts) => Partial<Facts>): LineOf<'act'> =>
    acts(opened(more).says(login, body))[0]!;

  it('is what the speaker is by the files, in the order of the alphabet', () => {
    expect(said('adabell', '/sep adopt').roles).toEqual(['lead:kettle-timers', 'wg-member:kettle-timers']);
    expect(said('hugo', '/sep adopt').roles).toEqual([]);
    expect(said('adabell', '/sep adopt').organization).toBe('Kiln Works');
  });
  it('is whether they were asked for the review that they decline, and of no other word', () => {
    const asked = pull({ askedForReview: [account('hugo').id] });
    expect(said('hugo', '/review decline', asked).roles).toEqual(['asked']);
    expect(said('hugo', '/concern It is hot.', asked).roles).toEqual([]);
    expect(said('hugo', '/review decline').roles).toEqual([]);
  });
  it('is what keeps their group, or the core, from deciding', () => {
    expect(said('adabell', '/sep adopt').obstacles).toEqual({});
    expect(Object.keys(said('adabell', '/sep adopt', without('cydorn')).obstacles)).toEqual(['kettle-timers']);
    expect(said('hugo', '/sep adopt', without('cydorn')).obstacles).toEqual({});
    expect(Object.keys(said('kofi', '/sep status in-review', without('rosa')).obstacles)).toEqual(['the core']);
    expect(said('kofi', '/sep sponsor', without('rosa')).obstacles).toEqual({});
  });
  it('is whom it names, where it could be read', () => {
    expect(said('kofi', '/review @rosa').mentions.map(({ login }) => login)).toEqual(['rosa']);
    const unread = said('kofi', '/review rosa and others');
    expect(unread.problem).not.toBeNull();
    expect(unread).toMatchObject({ mentions: [], evidence: [] });
    expect(said('kofi', '/sep nonsense')).toMatchObject({ mentions: [], evidence: [] });
  });
  it('is by which rules it is judged', () => {
    const { facts } = opened().look();
    expect(said('kofi', '/sep sponsor').rules).toEqual({
      commit: facts.governing.commit,
      sha256: facts.governing.sha256,
    });
    const other = governing(() => ({ commit: commit('9') }));
    expect(said('kofi', '/sep sponsor', other).rules.commit).toBe(commit('9'));
  });
});
