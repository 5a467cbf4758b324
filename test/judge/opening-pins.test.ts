import { describe, expect, it } from 'vitest';
import type { Facts } from '../../src/facts/facts.js';
import { blocksLeft, decisionFrom, difference, openingLine } from '../../src/judge/opening.js';
import { pinsFor } from '../../src/judge/pins.js';
import { nothing, type Ballot, type Decision, type SubjectState } from '../../src/judge/state.js';
import type { LineOf } from '../../src/ledger/lines.js';
import { account, Repository } from '../publish/facts.js';
import { elector, history, RULES } from './history.js';
import { accountOf, both, rules, without } from './told/repository.js';

const AT = '2026-11-02T09:00:00Z';
const facts = (more: (facts: Facts) => Partial<Facts> = () => ({})): Facts =>
  Object.assign(new Repository(), { more }).facts();
const person = (login: string) => ({ id: account(login).id, login });
const state: SubjectState = { ...nothing, author: person('adalin'), sponsor: { by: person('kofi'), at: AT } };

describe('Whom a vote is counted by', () => {
  const all = { voters: ['lead', 'wg-member', 'participant'] } as const;
  const pinned = (more: (facts: Facts) => Partial<Facts> = () => ({}), group: string | null = 'kettle-timers') => {
    const { electorate, beside } = pinsFor(facts(more), { form: 'vote', group, matter: 'routine' }, state, AT);
    return { counted: electorate.map(({ login }) => login).sort(), beside: beside.map(({ login }) => login) };
  };
  const BODY = ['adabell', 'bocarr', 'cydorn'];

  it('is leads and members, and nobody beside them where the rules let nobody else vote', () => {
    const members = rules('vote', { voters: ['lead', 'wg-member'] });
    expect(pinned(both(members, accountOf('dieng', 'hugo')))).toEqual({ counted: BODY, beside: [] });
  });
  it('is a participant who has an account beside them, where the rules say so', () => {
    expect(pinned(both(rules('vote', all), accountOf('dieng', 'hugo')))).toEqual({ counted: BODY, beside: ['hugo'] });
    expect(pinned(rules('vote', all))).toEqual({ counted: BODY, beside: [] });
  });
  it('is a participant once who is a member by another login of the same account', () => {
    expect(pinned(both(rules('vote', all), accountOf('dieng', 'cydorn')))).toEqual({ counted: BODY, beside: [] });
  });
  it('is members beside leads, where only leads are counted', () => {
    expect(pinned(rules('vote', { counted: ['lead'], voters: ['lead', 'wg-member'] }))).toEqual({
      counted: ['adabell', 'bocarr'],
      beside: ['cydorn'],
    });
  });
  it('is nobody where a member has no account, and nobody knows of a group that is none', () => {
    expect(pinned(without('cydorn'))).toEqual({ counted: [], beside: [] });
    expect(pinned(rules('vote', all), 'teapots')).toEqual({ counted: [], beside: [] });
  });
  it('is the core where no group is named', () => {
    expect(pinned(undefined, null)).toEqual({ counted: ['rosa'], beside: [] });
  });
});

describe('Between whom something is that is escalated', () => {
  const parties = (of: Partial<SubjectState>, more?: (facts: Facts) => Partial<Facts>): string[] =>
    pinsFor(facts(more), { form: 'escalation', group: 'kettle-timers' }, { ...state, ...of }, AT).parties.map(
      ({ login, also, organization }) => [login, ...also, organization ?? '-'].join(' '),
    );
  const said = { at: AT, source: 'IC_1', url: 'u', commit: null, certain: true };
  const ballot = (login: string, choice: Ballot['choice']): Ballot => ({
    ...{ ...said, by: person(login), choice, reason: '', text: null, demands: [] },
  });
  const block = { ...said, slug: 'one', by: person('cydorn'), text: 'No.', delegates: [], clearedAt: null };
  const [vote] = history().isADraft().says('lena', '/vote start routine compatible').seenAt().state.decisions;
  const decision = (more: Partial<Decision>): Decision => ({ ...vote!, voters: [], ...more });

  it('is author and sponsor, each with the organisation that the files know', () => {
    expect(parties({})).toEqual(['adalin -', 'kofi -']);
    expect(parties({ author: null, sponsor: null })).toEqual([]);
    expect(parties({ author: person('adabell'), sponsor: null })).toEqual(['adabell Kiln Works']);
  });
  it('is every author whose account is known, once', () => {
    expect(parties({ authors: ['adalin', 'bocarr', 'nobody'] })).toEqual(['adalin -', 'kofi -', 'bocarr Amazon']);
  });
  it('is who blocked and who voted against it, with what was pinned of them', () => {
    const ballots = [ballot('hugo', 'no'), ballot('rosa', 'yes'), ballot('bocarr', 'abstain')];
    const voters = [
      { ...person('cydorn'), also: [90], organization: 'Fjord' },
      { id: 91, login: 'h', also: [account('hugo').id], organization: 'Cedar' },
    ];
    expect(parties({ sponsor: null, decisions: [decision({ blocks: [block], ballots, voters })] })).toEqual([
      'adalin -',
      'cydorn 90 Fjord',
      `h ${account('hugo').id} Cedar`,
    ]);
  });
  it('is nobody where a decision is no escalation', () => {
    const core = pinsFor(facts(), { form: 'core', group: null }, state, AT);
    expect(core).toMatchObject({ parties: [], authority: 'advise', because: [] });
  });
});

describe('The line that opens a decision', () => {
  const place = { decision: 'D1', after: null, at: AT, cause: null };
  const pins = {
    ...{ electorate: [elector('lena')], beside: [], parties: [], authority: 'decide' as const },
    ...{ because: ['So it is.'], rules: { commit: 'c'.repeat(40), sha256: 'e'.repeat(64) } },
  };
  const opened = (opening: Parameters<typeof openingLine>[0]): LineOf<'opens'> =>
    openingLine(opening, place, pins, RULES);
  const consensus = { form: 'consensus', weight: 'minor', group: 'kettles', breaking: 'compatible' } as const;
  const decision = (line: LineOf<'opens'>): Decision =>
    decisionFrom(line, RULES, { opener: null, deadline: AT, text: null });

  it('ends when the rules say, or later where its opener says so, and never earlier', () => {
    const deadline = (until?: string): string => opened({ ...consensus, ...(until && { until }) }).deadline;
    expect(deadline()).toBe('2026-11-07T09:00:00Z');
    expect(deadline('2026-11-09T00:00:00Z')).toBe('2026-11-09T00:00:00Z');
    expect(deadline('2026-11-04T00:00:00Z')).toBe('2026-11-07T09:00:00Z');
  });
  it('gives a word its weight by what was declared, and leaves the core its own', () => {
    const weight = (more: Partial<Parameters<typeof openingLine>[0]>): string =>
      opened({ ...consensus, ...more }).authority;
    expect(weight({})).toBe('decide');
    expect(weight({ breaking: 'breaking' })).toBe('advise');
    expect(weight({ breaking: null })).toBe('advise');
    expect(weight({ form: 'vote', matter: 'routine', breaking: 'breaking' })).toBe('advise');
    expect(weight({ form: 'core', breaking: null })).toBe('decide');
  });
  it('lets no push make a veto fall', () => {
    const pushes = (form: LineOf<'opens'>['form']): string => decision({ ...opened(consensus), form }).pushes;
    expect([pushes('core-veto'), pushes('lead-veto'), pushes('consensus')]).toEqual([
      'keep',
      'keep',
      RULES.rules.pushes.effect,
    ]);
  });
  it('begins with nothing said', () => {
    expect(decision(opened(consensus))).toMatchObject({
      ...{ confirmed: [], blocks: [], concerns: [], ballots: [], recused: [], questions: [] },
      ...{ record: null, escalation: null, isEnding: false, closed: null, recallUntil: null },
    });
  });
  it('says what it is by every part but how it is put into words', () => {
    const line = history().isADraft().goesToTheCore().accept('rosa', 'sven', 'tomoko').seenAt().emitted.at(-1);
    const closing = line as LineOf<'closes'>;
    expect(difference(closing, { ...closing, why: 'It is so.' })).toBeNull();
    expect(difference(closing, { ...closing, at: AT })).toBe('at');
  });
});

describe('The blocks with which a consensus begins', () => {
  const blocked = history()
    .isADraft()
    .startsConsensus('lena')
    .blocks('noor', 'one')
    .blocks('omar', 'two')
    .unblocks('omar', 'two');
  const cancelled = blocked.says('lena', '/consensus cancel Not yet.').seenAt().state.decisions;
  const [first] = cancelled;
  const next = (before: readonly Decision[], form: Decision['form'] = 'consensus'): string[] =>
    blocksLeft(before, { ...first!, form }).map(({ slug }) => slug);

  const ended = (form: Decision['form'], outcome: NonNullable<Decision['closed']>['outcome']): Decision => ({
    ...first!,
    form,
    closed: { ...first!.closed!, outcome },
  });

  it('are those that stood at the end of the last one, however that ended', () => {
    expect(next(cancelled)).toEqual(['one']);
    expect(next([ended('consensus', 'blocked')])).toEqual(['one']);
    expect(next([ended('vote', 'passed'), first!])).toEqual(['one']);
  });

  it('are none for what is no consensus, or where none was before', () => {
    expect(next([])).toEqual([]);
    expect(next(cancelled, 'vote')).toEqual([]);
    expect(next([ended('vote', 'cancelled')])).toEqual([]);
  });

  it.each<[Decision['form'], NonNullable<Decision['closed']>['outcome'], string[]]>([
    ['vote', 'passed', []],
    ['vote', 'not-passed', []],
    ['vote', 'no-quorum', ['one']],
    ['vote', 'cancelled', ['one']],
    ['core', 'accepted', []],
    ['core', 'rejected', []],
    ['core', 'undecided', ['one']],
    ['escalation', 'answered', []],
    ['lead-veto', 'vetoed', ['one']],
  ])('after a %s that ended %s are %j', (form, outcome, blocks) => {
    expect(next([first!, ended(form, outcome)])).toEqual(blocks);
  });
});
