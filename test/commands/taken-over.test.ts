import { describe, expect, it } from 'vitest';
import type { SubjectState } from '../../src/judge/state.js';
import { isUnconfirmed } from '../../src/judge/taken-over.js';
import type { ProposalState } from '../../src/rules/schema.js';
import { history, RULES, who, type History } from '../judge/history.js';

/** Ada is the author, Kofi is named as sponsor, Mira a maintainer, Lena a lead, Rosa of the core, Uri a Lead Maintainer. */
const PEOPLE = ['ada', 'kofi', 'mira', 'lena', 'rosa', 'uri', 'zed'] as const;

const STATUSES: readonly ProposalState[] = [
  'proposal',
  'draft',
  'in-review',
  'dormant',
  'accepted',
  'final',
  'withdrawn',
  'rejected',
  'superseded',
];

/** `?` for a state that is still to be confirmed. */
const now = (state: SubjectState): string => `${state.status}${isUnconfirmed(state) ? '?' : ''}`;

/** What it is after one command by each of them; nothing for who is refused. */
const after = (begin: () => History, line: string): Record<string, string> =>
  Object.fromEntries(
    PEOPLE.flatMap((name) => {
      const { state } = begin().says(name, line).seenAt();
      return state.acts.at(-1)?.outcome.taken === true ? [[name, now(state)]] : [];
    }),
  );

describe('a state that was taken over', () => {
  const MAINTAINERS = ['kofi', 'mira', 'rosa', 'uri'];
  const all = (people: readonly string[], state: string): Record<string, string> =>
    Object.fromEntries(people.map((name) => [name, state]));

  it.each<[ProposalState, string]>([
    ['proposal', 'draft'],
    ['draft', 'draft'],
    ['in-review', 'in-review'],
    ['dormant', 'draft'],
    // What only a decision gives, no sponsor confirms.
    ['accepted', 'accepted?'],
  ])('%s becomes %s by a sponsor', (status, becomes) => {
    expect(after(() => history().takenOver(status, 'kofi'), '/sep sponsor')).toEqual(all(MAINTAINERS, becomes));
  });

  it.each(['final', 'withdrawn', 'rejected', 'superseded'] as const)('%s takes no sponsor', (status) => {
    expect(after(() => history().takenOver(status), '/sep sponsor')).toEqual({});
  });

  it.each(STATUSES)('%s is called a proposal by whoever may sponsor', (status) => {
    expect(after(() => history().takenOver(status), '/sep status proposal')).toEqual(all(MAINTAINERS, 'proposal'));
  });

  it.each(STATUSES)('%s is no draft without a sponsor, whoever says so', (status) => {
    expect(after(() => history().takenOver(status, 'kofi'), '/sep status draft')).toEqual({});
  });

  it.each(STATUSES)('%s goes before the core by nobody who has not said that they sponsor it', (status) => {
    expect(after(() => history().takenOver(status, 'kofi'), '/sep status in-review')).toEqual({});
  });

  it.each(['draft', 'in-review', 'accepted'] as const)('%s goes before the core by its sponsor', (status) => {
    const begin = (): History => history().takenOver(status).sponsors('kofi');
    expect(after(begin, '/sep status in-review')).toEqual({ kofi: 'in-review' });
    expect(begin().says('kofi', '/sep status in-review').seenAt().state.decisions).toMatchObject([{ form: 'core' }]);
  });

  it.each(STATUSES)('%s is called dormant by nobody who only says so', (status) => {
    const may = status === 'dormant' ? all(MAINTAINERS, 'dormant') : {};
    expect(after(() => history().takenOver(status), '/sep status dormant')).toEqual(may);
  });

  it.each(STATUSES)('%s is withdrawn by its author alone', (status) => {
    const may = ['rejected', 'superseded', 'final', 'dormant'].includes(status) ? {} : { ada: 'withdrawn' };
    expect(after(() => history().takenOver(status), '/sep status withdrawn')).toEqual(may);
  });

  describe.each(['accepted', 'final', 'rejected', 'superseded'] as const)('as %s', (to) => {
    it.each(STATUSES)(
      'from %s is for the core to say: one is not enough, and a Lead Maintainer may act alone',
      (status) => {
        const before = now(history().takenOver(status).seenAt().state);
        expect(after(() => history().takenOver(status), `/sep status ${to}`)).toEqual({ rosa: before, uri: to });
      },
    );

    it('is said by two of them, and by one person twice it is not', () => {
      const begin = (): History => history().takenOver('draft').says('rosa', `/sep status ${to}`);
      expect(after(begin, `/sep status ${to}`)).toEqual({ rosa: 'draft?', uri: to });
      expect(now(begin().says('sven', `/sep status ${to}`).seenAt().state)).toBe(to);
      const other = { by: { id: 130, login: 'rosa-at-work' }, also: [who('rosa').id] };
      expect(now(begin().says('rosa', `/sep status ${to}`, other).seenAt().state)).toBe('draft?');
    });

    it('is not said by two who have a part in it, until somebody says so who has none', () => {
      const begin = (): History =>
        history({ author: who('rosa'), authors: ['rosa'] })
          .takenOver('draft', 'sven')
          .says('rosa', `/sep status ${to}`)
          .says('sven', `/sep status ${to}`);
      expect(now(begin().seenAt().state)).toBe('draft?');
      expect(begin().seenAt().state.acts.at(-1)?.outcome).toMatchObject({
        says: expect.stringContaining('one more of the core who has no part in it') as string,
      });
      expect(now(begin().says('tomoko', `/sep status ${to}`).seenAt().state)).toBe(to);
    });
  });

  it('is vouched for anew where two say different things', () => {
    const told = history().takenOver('draft').says('rosa', '/sep status accepted').says('sven', '/sep status final');
    expect(now(told.seenAt().state)).toBe('draft?');
    expect(now(told.says('tomoko', '/sep status final').seenAt().state)).toBe('final');
  });

  it('asks for as many as the rules say', () => {
    const record = { ...RULES.rules['core-record'], confirm: 2 };
    const alone = { ...RULES.rules['acting-alone'], who: [] };
    const rules = { ...RULES, rules: { ...RULES.rules, 'core-record': record, 'acting-alone': alone } };
    const told = history({ rules }).takenOver('accepted').says('rosa', '/sep status accepted');
    expect(told.seenAt().state.acts.at(-1)?.outcome).toMatchObject({
      says: expect.stringContaining('2 more of the core have to confirm it') as string,
    });
    expect(now(told.says('uri', '/sep status accepted').seenAt().state)).toBe('accepted?');
    expect(now(told.says('sven', '/sep status accepted').seenAt().state)).toBe('accepted');
  });

  it('takes no step that follows from it before it is confirmed', () => {
    const begin = (): History => history().takenOver('accepted').sponsors('kofi');
    expect(after(begin, '/sep status final')).toEqual({ rosa: 'accepted?', uri: 'final' });
    expect(after(begin, '/core accept')).toEqual({});
    expect(after(() => begin().adopts('lena'), '/consensus start minor')).toEqual({});
  });

  it('is none any more once it was confirmed, so that nobody vouches for a decision of today', () => {
    const begin = (): History => history().takenOver('proposal').sponsors('kofi');
    expect(after(begin, '/sep status accepted')).toEqual({});
    expect(after(() => history(), '/sep status accepted')).toEqual({});
  });
});
