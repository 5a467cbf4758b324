import { describe, expect, it } from 'vitest';
import { plusDays } from '../../../src/judge/instants.js';
import type { Owed } from '../../../src/judge/time/owed.js';
import { reminding, type Reminding } from '../../../src/judge/time/reminders.js';
import type { Line } from '../../../src/ledger/lines.js';
import { mentions } from '../../../src/people/index.js';
import { account, DOCUMENT, Repository } from '../../publish/facts.js';

/** Ada Bell and Bo Carr, who lead the group, were asked to adopt it on 2 November 2026 at 09:10. */
function asked(): Repository {
  const repository = new Repository();
  repository.settle();
  return repository;
}

/** Kofi sponsors it, Ada Bell's group has it, and its preamble is in order; a minute lies between any two acts. */
function draft(): Repository {
  const repository = asked();
  for (const [login, words] of [
    ['adabell', '/sep adopt'],
    ['kofi', '/sep sponsor'],
  ] as const) {
    repository.now = plusMinute(repository.now);
    repository.says(login, words).settle();
  }
  return repository;
}

const plusMinute = (at: string): string => new Date(Date.parse(at) + 60_000).toISOString().replace('.000', '');
/** Who is called by name in the comments of a look. */
const called = (comments: readonly string[]): string[] => comments.flatMap((body) => mentions(body));
const lines = (repository: Repository, kind: Line['kind']): Line[] =>
  repository.facts().ledger.filter((line) => line.kind === kind);

describe('A lead who was asked to adopt', () => {
  it('is reminded on the day that the rules name and not before', () => {
    // The look that asks knows already when it will be time.
    expect(new Repository().look().verdict.due).toBe('2026-11-16T09:10:00Z');
    const repository = asked();
    expect(repository.look().verdict.due).toBe('2026-11-16T09:10:00Z');
    expect(repository.after(13.999)).toEqual([]);
    const [body, ...more] = repository.after(0.001);
    expect(more).toEqual([]);
    expect(mentions(body ?? '')).toEqual(['adabell', 'bocarr']);
    expect(body).toContain('Does the Kettle Timers Working Group take this proposal into its care?');
    expect(body).toContain('You were asked on Monday 2 November 2026 09:10 UTC');
  });

  it('is reminded again only after as many days, however often somebody looks', () => {
    const repository = asked();
    expect(called(repository.after(14))).toEqual(['adabell', 'bocarr']);
    const days = Array.from({ length: 13 }, () => called(repository.after(1)));
    expect(days.flat()).toEqual([]);
    expect(called(repository.after(1))).toEqual(['adabell', 'bocarr']);
  });

  it('has answered for a while by any word, and is then asked alone', () => {
    const repository = asked();
    repository.now = plusDays(repository.now, 10);
    repository.speaks('adabell');
    expect(called(repository.after(4))).toEqual(['bocarr']);
    expect(called(repository.after(10))).toEqual(['adabell']);
  });

  it('is left alone once the group has it, the pull request is closed, or the preamble names no group', () => {
    const adopted = asked().says('adabell', '/sep adopt');
    adopted.settle();
    expect(adopted.after(20)).toEqual([]);
    const closed = asked();
    closed.state = 'closed';
    expect(closed.after(20)).toEqual([]);
    expect(closed.look().verdict.due).toBeNull();
    const other = asked();
    other.source = DOCUMENT.replace('Kettle Timers', 'None');
    expect(other.after(20)).toEqual([]);
  });

  it('is not reminded while away, and is on the day after', () => {
    const repository = asked();
    const { id, login } = account('adabell');
    repository.away.set(id, { login, at: repository.now, until: '2026-11-18' });
    expect(called(repository.after(14))).toEqual(['bocarr']);
    expect(called(repository.after(1))).toEqual([]);
    repository.now = '2026-11-18T23:59:59Z';
    expect(called(repository.after(0))).toEqual([]);
    expect(repository.look().verdict.due).toBe('2026-11-19T00:00:00Z');
    repository.now = '2026-11-19T00:00:00Z';
    expect(called(repository.after(0))).toEqual(['adabell']);
  });
});

describe('Leads who are away when a proposal comes', () => {
  it('are passed over, and asked when they are back where nobody else could be', () => {
    const repository = new Repository();
    const leads = ['adabell', 'bocarr'].map(account);
    repository.away = new Map(leads.map(({ id, login }) => [id, { login, at: repository.now, until: '2026-11-05' }]));
    repository.settle();
    expect(repository.requested.map(({ id }) => id)).toEqual([]);
    expect(repository.look().verdict.due).toBe('2026-11-06T00:00:00Z');
    repository.now = '2026-11-06T00:00:00Z';
    repository.settle();
    expect(repository.requested.map(({ id }) => id)).toEqual(leads.map(({ id }) => id));

    const one = new Repository();
    one.away.set(account('adabell').id, { login: 'adabell', at: one.now, until: '2026-11-05' });
    one.settle();
    expect(one.requested.map(({ id }) => id)).toEqual([account('bocarr').id]);
  });
});

describe('A sponsor', () => {
  it('owes no answer while the next step is the group’s and the author has not spoken', () => {
    expect(draft().after(60)).toEqual([]);
  });

  it('is reminded of what the author wrote after their own last word', () => {
    const repository = draft();
    repository.now = plusDays(repository.now, 1);
    repository.speaks('adalin');
    expect(repository.after(13.9)).toEqual([]);
    const [body] = repository.after(0.1);
    expect(mentions(body ?? '')).toEqual(['kofi']);
    expect(body).toContain('adalin wrote or pushed on Tuesday 3 November 2026 09:12 UTC');
    repository.speaks('kofi');
    expect(repository.after(60)).toEqual([]);
  });

  it('is reminded of a push, which is the author’s where GitHub knows nobody else, and not of a bot’s', () => {
    const pushed = (isBot: boolean): string[] => {
      const repository = draft();
      repository.now = plusDays(repository.now, 1);
      repository.source += '\nThey whistle twice.\n';
      repository.pushedBy = { who: null, isBot };
      repository.settle();
      return called(repository.after(14));
    };
    expect(pushed(false)).toEqual(['kofi']);
    expect(pushed(true)).toEqual([]);
  });

  it('is reminded of their own step where no group is responsible', () => {
    const repository = new Repository();
    repository.source = DOCUMENT.replace('Kettle Timers', 'None');
    repository.settle();
    repository.says('kofi', '/sep sponsor').settle();
    const [body] = repository.after(14);
    expect(mentions(body ?? '')).toEqual(['kofi']);
    expect(body).toContain('waits for its sponsor, who brings the proposal to the Core Maintainers');
  });

  it('owes nothing while a decision is open', () => {
    const repository = draft();
    repository.says('adabell', '/consensus start significant').speaks('adalin').settle();
    expect(called(repository.after(9))).toEqual([]);
  });
});

describe('Who was asked for a review', () => {
  /** Kofi asked Cy and Rosa at the instant of the clock. */
  const reviewing = (): Repository => {
    const repository = draft();
    repository.now = plusMinute(repository.now);
    repository.says('kofi', '/review @cydorn @rosa').settle();
    return repository;
  };

  it('is reminded after two weeks, and again only after as many', () => {
    const repository = reviewing();
    expect(repository.after(13.999)).toEqual([]);
    const [body, ...more] = repository.after(0.001);
    expect(more).toEqual([]);
    expect(mentions(body ?? '')).toEqual(['cydorn', 'rosa']);
    expect(body).toContain('kofi asked you on Monday 2 November 2026 09:13 UTC for a review');
    expect(body).toContain('`/review decline`');
    const days = Array.from({ length: 13 }, () => called(repository.after(1)));
    expect(days.flat()).toEqual([]);
    expect(called(repository.after(1))).toEqual(['cydorn', 'rosa']);
  });

  it('is not after a review, after declining, while away, or where nothing is left to review', () => {
    const repository = reviewing();
    repository.now = plusMinute(repository.now);
    repository.says('rosa', '/review decline').settle();
    const { id, login } = account('cydorn');
    repository.away.set(id, { login, at: repository.now, until: '2026-11-20' });
    expect(called(repository.after(14))).toEqual([]);
    expect(repository.look().verdict.due).toBe('2026-11-21T00:00:00Z');
    repository.now = '2026-11-21T00:00:00Z';
    expect(called(repository.after(0))).toEqual(['cydorn']);
    repository.reviews('cydorn').settle();
    expect(repository.after(60)).toEqual([]);

    const over = reviewing();
    over.says('adalin', '/sep withdraw').settle();
    expect(called(over.after(60))).toEqual([]);
  });

  it('is asked in one comment with the sponsor, and not while a decision is open', () => {
    const repository = reviewing();
    repository.now = plusMinute(repository.now);
    repository.speaks('adalin');
    const bodies = repository.after(14);
    expect(bodies.map((body) => mentions(body))).toEqual([['cydorn', 'rosa', 'kofi']]);
    const deciding = reviewing();
    deciding.says('adabell', '/vote start routine until 2026-11-30').settle();
    expect(called(deciding.after(15))).toEqual([]);
  });

  it('is left alone where GitHub cannot ask them and nobody may call them by name', () => {
    const reached = reviewing();
    const unaskable = (who: string) => (repository: Repository) => {
      repository.more = ({ published }) => ({
        published: { ...published, unaskable: new Set([account(who).id]) },
      });
      return repository;
    };
    unaskable('rosa')(reached);
    expect(called(reached.after(0))).toEqual(['rosa']);
    expect(called(reached.after(14))).toEqual(['cydorn', 'rosa']);
    const stranger = draft();
    stranger.now = plusMinute(stranger.now);
    stranger.says('kofi', '/review @hugo').settle();
    unaskable('hugo')(stranger);
    expect(called(stranger.after(60))).toEqual([]);
  });
});

describe('A reminder', () => {
  it('is announced first, with whom it asks, and written down once it was seen', () => {
    const repository = asked();
    repository.now = plusDays(repository.now, 14);
    const { verdict, plan } = repository.look();
    expect(plan.intents).toMatchObject([{ key: 'remind:1', people: [{ login: 'adabell' }, { login: 'bocarr' }] }]);
    // Soon somebody looks again, and finds it made.
    expect(verdict.due).toBe('2026-11-16T09:11:00Z');
    repository.settle();
    expect(lines(repository, 'made').map((line) => 'key' in line && line.key)).not.toContain('remind:1');
    repository.now = verdict.due!;
    repository.settle();
    expect(lines(repository, 'made').at(-1)).toMatchObject({ key: 'remind:1', at: verdict.due });
  });

  it('is made again where it did not come about, once, with the same key', () => {
    const repository = asked();
    repository.after(14);
    repository.posts.delete('remind:1');
    const { plan } = repository.look();
    expect(plan.intents).toEqual([]);
    expect(plan.writes.flatMap((write) => (write.kind === 'comment' ? [write.marker] : []))).toEqual(['remind:1']);
  });

  it('is not made any more where it could not be made for an hour, or was deleted', () => {
    const failed = asked();
    failed.after(14);
    failed.posts.delete('remind:1');
    expect(failed.after(1 / 24)).toEqual([]);
    expect(called(failed.after(14))).toEqual(['adabell', 'bocarr']);
    const deleted = asked();
    deleted.after(14);
    deleted.after(1 / 1440);
    deleted.posts.delete('remind:1');
    expect(deleted.after(0)).toEqual([]);
  });

  it('asks nobody any more who has answered before it could be made', () => {
    const repository = asked();
    repository.after(14);
    repository.posts.delete('remind:1');
    repository.now = plusMinute(repository.now);
    repository.speaks('adabell');
    expect(called(repository.after(0))).toEqual(['bocarr']);
  });

  it('waits for the next look where somebody is answered in this one', () => {
    const repository = asked();
    repository.now = plusDays(repository.now, 14);
    repository.says('cydorn', '/sep adopt');
    const { plan } = repository.look();
    expect(plan.intents.map(({ key }) => key)).toEqual(['reply:IC_0']);
    expect(called(repository.after(0))).toEqual([]);
    expect(called(repository.after(1 / 1440))).toEqual(['adabell', 'bocarr']);
  });

  it('calls nobody who is only observed', () => {
    const repository = asked();
    repository.rules = { ...repository.rules, rules: { ...repository.rules.rules } };
    repository.rules.rules.reminders = { ...repository.rules.rules.reminders, mode: 'observe' };
    expect(repository.after(60)).toEqual([]);
    // What is due is the first warning that nobody sponsors it, and nothing before.
    expect(repository.look().verdict.due).toBe('2027-04-02T09:00:00Z');
  });

  it('calls people by the login that they have now', () => {
    const repository = asked();
    repository.activity.set(account('adabell').id, { login: 'ada-bell-2', last: '2026-11-01T00:00:00Z', reviews: [] });
    expect(called(repository.after(14))).toEqual(['ada-bell-2', 'bocarr']);
  });
});

describe('When somebody may be reminded again', () => {
  const kofi = { id: account('kofi').id, login: 'kofi' };
  const rosa = { id: account('rosa').id, login: 'rosa' };
  const owes = (person: typeof kofi, days: number): Owed => ({
    person,
    since: '2026-11-02T09:00:00Z',
    days,
    says: '',
    missing: [],
  });
  const reminded = (at: string, ...people: (typeof kofi)[]): Reminding['intents'] => [
    { kind: 'intent', at, key: 'remind:1', people },
  ];
  const asking = (
    now: string,
    owed: Owed[],
    intents: Reminding['intents'],
    made: string[] = ['remind:1'],
  ): string[] => {
    const rules = { ...new Repository().rules.rules.reminders, apart: 14 };
    const { remind, due } = reminding({ now, rules, owed, intents, made: new Set(made), awayUntil: () => null });
    return [...(remind?.owed.map(({ person }) => person.login) ?? []), `due ${due ?? 'never'}`];
  };

  it('is after the days of what they owe, and of the rule that keeps reminders apart', () => {
    const before = reminded('2026-11-05T09:00:00Z', kofi);
    expect(asking('2026-11-18T09:00:00Z', [owes(kofi, 1)], before)).toEqual(['due 2026-11-19T09:00:00Z']);
    expect(asking('2026-11-19T09:00:00Z', [owes(kofi, 1)], before)).toEqual(['kofi', 'due 2026-11-19T09:01:00Z']);
    expect(asking('2026-11-19T09:00:00Z', [owes(kofi, 30)], before)).toEqual(['due 2026-12-05T09:00:00Z']);
    expect(asking('2026-11-18T09:00:00Z', [owes(rosa, 1)], before)).toEqual(['rosa', 'due 2026-11-18T09:01:00Z']);
  });

  it('is no matter of a reminder under way that names others', () => {
    const now = '2026-11-20T09:10:00Z';
    const announced = reminded('2026-11-20T09:00:00Z', rosa);
    expect(asking(now, [owes(kofi, 1), owes(rosa, 1)], announced, [])).toEqual(['rosa', 'due 2026-11-20T09:11:00Z']);
  });
});

describe('Several replies of one look', () => {
  it('come one by one, a look each', () => {
    const repository = asked();
    repository.says('cydorn', '/sep adopt').says('cydorn', '/sep sponsor');
    const { plan } = repository.look();
    expect(plan.waits).toBe(true);
    expect(repository.after(0)).toHaveLength(1);
    expect(repository.look().plan.waits).toBe(false);
    expect(repository.after(0)).toHaveLength(1);
    expect(repository.after(0)).toEqual([]);
  });
});
