import { describe, expect, it } from 'vitest';
import { openDecision, nothing, type SubjectState } from '../../src/judge/state.js';
import { play } from '../../src/judge/play.js';
import { timeline } from '../../src/ledger/fold/timeline.js';
import type { LineBody, LineOf } from '../../src/ledger/lines.js';
import { elector, HEAD, history, playAt, RULEBOOK, START, who, type History } from './history.js';
import { adding, confirmed } from './told/ledger.js';

const [SECOND, UNKNOWN] = ['d'.repeat(40), '9'.repeat(40)];
const [FIRST_TEXT, SECOND_TEXT] = ['b'.repeat(64), 'f'.repeat(64)];
const [opened] = history().lines as [LineOf<'opened'>];

const now = (told: History): SubjectState => told.seenAt().state;
const refused = (state: SubjectState): string[] =>
  state.acts.flatMap(({ outcome }) => (outcome.taken ? [] : [outcome.why]));
const pull = (at: string, state: 'open' | 'closed'): LineOf<'pull'> => ({ kind: 'pull', at, state });

describe('The beginning of a proposal', () => {
  it('is nothing before its first line', () => {
    expect(playAt(START, [])).toEqual({ state: { ...nothing }, emitted: [], waiting: [], doubts: [] });
  });

  it.each([
    [undefined, 'The proposal was opened.'],
    [{ pull: 3, problem: null }, 'The proposal was opened. It goes on with #3.'],
    [{ pull: 3, problem: 'It is not closed.' }, 'The proposal was opened.'],
  ])('is its opening, and what it goes on with: %j', (continues, says) => {
    const { state } = playAt(START, [{ ...opened, ...(continues && { continues }) }]);
    expect(state).toMatchObject({ number: 7, author: who('ada'), openedAt: START, since: START, head: null });
    expect(state.continues).toEqual(continues ?? null);
    expect(state.steps).toEqual([{ at: START, by: who('ada'), says, source: null }]);
  });
});

describe('The document when somebody speaks', () => {
  const ballots = (told: History): (string | null)[] =>
    openDecision(now(told))!.ballots.map(({ by, text }) => `${by.login} ${text?.slice(0, 1)}`);
  const on = (commit: string): Partial<LineOf<'act'>> => ({ head: { commit, certain: true } });

  it('is that of the head which they name, and else the last that was seen before; of a commit that no head is, none', () => {
    const told = history().isADraft().goesToTheCore().says('rosa', '/core accept', { head: null });
    told.pushes(SECOND, { normative: SECOND_TEXT }).after({ minutes: 1 });
    told.says('sven', '/core abstain', { head: null }).says('tomoko', '/core reject', on(HEAD));
    told.says('uri', '/core abstain', on(UNKNOWN));
    expect(ballots(told)).toEqual(['rosa b', 'sven f', 'tomoko b', 'uri undefined']);
  });

  it('is the first that was seen, where they spoke before any look', () => {
    const told = history().isADraft().goesToTheCore().says('rosa', '/core accept', { head: null, at: START });
    const state = now(told);
    expect(state.acts[0]!.act.command).toBe('sep adopt');
    expect(state.head!.commit).toBe(HEAD);
    expect(state.decisions[0]).toMatchObject({ openedOn: FIRST_TEXT, text: FIRST_TEXT });
  });

  it('is the text of the present for what is open, though nobody has spoken since', () => {
    const told = history().isADraft().startsConsensus('lena').pushes(SECOND, { normative: SECOND_TEXT });
    expect(openDecision(now(told))).toMatchObject({ openedOn: FIRST_TEXT, text: SECOND_TEXT });
    expect(now(told).head!.commit).toBe(SECOND);
  });

  it('may be missing, and then nothing is said of a text', () => {
    const told = history().isADraft().startsConsensus('lena');
    const { state } = told.seenAt(
      told.clock,
      told.lines.filter(({ kind }) => kind !== 'head-seen'),
    );
    expect(openDecision(state)).toMatchObject({ openedOn: null, text: null });
    expect(state).toMatchObject({ head: null, authors: [] });
  });
});

describe('Who is named as an author', () => {
  const alone = (): History =>
    history({ authority: 'decide', members: [elector('lena')] })
      .isADraft()
      .startsConsensus('lena');

  it('before a deadline has a stake in what ends there, and after it has none', () => {
    const end = openDecision(now(alone()))!.deadline;
    const at = (instant: string): SubjectState =>
      alone()
        .at(instant)
        .pushes(SECOND, { authors: ['Lena'] })
        .after({ days: 1 })
        .seenAt().state;
    expect(at(end)).toMatchObject({ status: 'in-review', authors: ['ada', 'lena'] });
    expect(at('2026-11-07T09:02:01Z')).toMatchObject({ status: 'accepted', authors: ['ada'] });
  });

  it('is one once somebody has spoken since, and is named once', () => {
    const told = history().pushes(SECOND, { authors: ['ADA', 'Lena'] });
    expect(now(told).authors).toEqual(['ada']);
    expect(now(told.sponsors('kofi')).authors).toEqual(['ada', 'lena']);
  });
});

describe('A deadline that is moved', () => {
  const extended = (): History =>
    history().isADraft().startsConsensus('lena').says('lena', '/consensus extend until 2026-11-20');
  const deadline = (told: History): string => openDecision(told.at('2026-11-10T00:00:00Z').seenAt().state)!.deadline;
  const rested = [pull('2026-11-05T00:00:00Z', 'closed'), pull('2026-11-07T00:00:00Z', 'open')];

  it('gives all of its time, also where the pull request is closed meanwhile, and no more than once', () => {
    expect(deadline(extended())).toBe('2026-11-20T23:59:59Z');
    expect(deadline(adding(extended(), ...rested))).toBe('2026-11-22T23:59:59Z');
    expect(deadline(adding(extended().says('noor', '/concern It is hot.'), ...rested))).toBe('2026-11-22T23:59:59Z');
  });
});

describe('What was brought to the core for an answer', () => {
  const escalated = (): History =>
    history({ parties: [elector('ada', [], 'Cedar')] })
      .isADraft()
      .says('lena', '/vote start routine compatible')
      .says('lena', '/vote yes')
      .says('noor', '/vote no It boils over.')
      .after({ days: 11 })
      .says('lena', '/escalate Is it to boil?\nOptions: yes; no.\nDisagreement: it boils over.');

  it('waits for it however long, and whatever is said meanwhile counts', () => {
    const told = escalated().after({ days: 90 });
    const open = openDecision(now(told))!;
    expect(open.form).toBe('escalation');
    expect(Date.parse(open.deadline)).toBeLessThan(Date.parse(told.clock));
    const seen = told.says('uri', '/escalate assign @rosa').says('rosa', '/escalate answer It is.').seenAt();
    expect(seen.waiting).toEqual([]);
    expect(refused(seen.state)).toEqual([]);
    expect(seen.state.decisions.at(-1)!.closed).not.toBeNull();
  });
});

describe('Somebody who is assigned', () => {
  const assigned: Partial<LineOf<'act'>> = {
    source: { kind: 'assignment', id: 'AE_1', index: 0, url: 'https://github.test/7', sha256: 'a'.repeat(64) },
  };

  it('sponsors it where they may, and has said nothing where they may not', () => {
    const draft = now(history().says('kofi', '/sep sponsor', assigned));
    expect(draft.sponsor?.by.login).toBe('kofi');
    expect(draft.acts).toHaveLength(1);
    const still = now(history().says('zed', '/sep sponsor', assigned));
    expect(still).toMatchObject({ status: 'proposal', sponsor: null, acts: [] });
    expect(now(history().says('zed', '/sep sponsor')).acts).toHaveLength(1);
  });
});

describe('What was taken over', () => {
  it('has the text of the word by which the core accepts it', () => {
    const told = history()
      .takenOver('in-review')
      .says('rosa', '/sep status accepted')
      .says('sven', '/sep status accepted');
    expect(now(told)).toMatchObject({ status: 'accepted', accepted: { at: '2026-11-02T09:01:00Z', text: FIRST_TEXT } });
    const bare = told.lines.filter(({ kind }) => kind !== 'head-seen');
    expect(told.seenAt(told.clock, bare).state.accepted).toEqual({ at: '2026-11-02T09:01:00Z', text: null });
  });

  const listed = (): History =>
    adding(history().takenOver('accepted', 'kofi'), confirmed('2026-11-02T10:00:00Z', 'accepted', 'kofi'));
  const final = (at: string): SubjectState =>
    now(listed().at(at).says('kofi', '/sep status final').at('2026-11-02T12:00:00Z'));

  it('is confirmed by the list for every word from its instant on, and for none before', () => {
    expect(final('2026-11-02T09:59:59Z')).toMatchObject({ status: 'accepted', takenOver: null });
    expect(final('2026-11-02T10:00:00Z')).toMatchObject({ status: 'final', sponsor: { by: who('kofi') } });
    expect(final('2026-11-02T11:00:00Z').status).toBe('final');
  });

  it('is confirmed once: a later line of the list changes nothing', () => {
    const state = now(adding(listed(), confirmed('2026-11-02T10:30:00Z', 'draft', null)).after({ hours: 3 }));
    expect(state).toMatchObject({ status: 'accepted', sponsor: { by: who('kofi'), at: '2026-11-02T10:00:00Z' } });
    expect(state.steps).toHaveLength(3);
  });
});

describe('Rules that nobody has gathered', () => {
  it('open no decision: that is a mistake of who calls, and is not hidden', () => {
    const lines: LineBody[] = history().isADraft().goesToTheCore().lines;
    const rules = { commit: 'c'.repeat(40), sha256: 'e'.repeat(64) };
    const pins = { electorate: [], beside: [], parties: [], authority: 'advise' as const, because: [], rules };
    const setting = { until: START, rulebook: RULEBOOK, pin: () => pins, titleOf: String, inForce: null };
    expect(() => play(timeline(lines), setting)).toThrow(
      'The rules in force are missing from the rulebook: facts were gathered badly.',
    );
  });
});
