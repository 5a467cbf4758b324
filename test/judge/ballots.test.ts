import { describe, expect, it } from 'vitest';
import { isConfirmed, isTextSettled, sorted, stillAsked, votersOf } from '../../src/judge/ballots.js';
import type { Decision } from '../../src/judge/state.js';
import { elector, HEAD, history, RULES, who, type History } from './history.js';

const asked = (): Decision => {
  const [vote] = history().isADraft().says('lena', '/vote start routine').says('noor', '/vote yes').seenAt()
    .state.decisions;
  if (!vote) throw new Error('There is no vote.');
  return vote;
};
const [OLD, NEW] = ['b'.repeat(64), 'f'.repeat(64)];
const confirming = (text: string): Partial<Decision> => ({
  confirmed: [{ text, by: who('omar'), at: '2026-11-02T09:00:00Z' }],
});

describe('Who may still cast a ballot', () => {
  it('is everybody but those who have recused themselves', () => {
    const recused = [{ by: who('omar'), at: '', reason: '' }];
    expect(votersOf({ ...asked(), recused }).map(({ login }) => login)).toEqual(['lena', 'noor', 'pia']);
  });

  it('is asked for one where they have an account, and none that counts or may count again', () => {
    const electorate = [...asked().electorate, { ...elector('zed'), id: -1 }, { ...elector('zed'), id: 0 }];
    const names = (more: Partial<Decision>): string =>
      stillAsked({ ...asked(), electorate, ...more })
        .map(({ login }) => login)
        .join(' ');
    expect(names({})).toBe('lena omar pia');
    expect(names({ pushes: 'confirm', text: NEW })).toBe('lena omar pia');
    expect(names({ pushes: 'invalidate', text: NEW })).toBe('lena noor omar pia');
    expect(names({ pushes: 'invalidate' })).toBe('lena omar pia');
  });
});

describe('A word on a commit that was never seen as a head', () => {
  const NEVER: Parameters<History['says']>[2] = { head: { commit: '9'.repeat(40), certain: true } };
  const on = (effect: 'keep' | 'invalidate' | 'confirm'): History => {
    const pushes = { ...RULES.rules.pushes, effect };
    const rules = { ...RULES, rules: { ...RULES.rules, pushes } };
    return history({ rules }).isADraft().goesToTheCore().says('rosa', '/core accept', NEVER);
  };
  const last = (told: History): Decision => told.seenAt().state.decisions.at(-1)!;

  it('is about no text that is known, whatever its line says, so it counts only where the rules keep ballots', () => {
    expect(last(on('keep')).ballots).toMatchObject([{ commit: '9'.repeat(40), text: null }]);
    expect(sorted(last(on('keep'))).counted).toHaveLength(1);
    const why = 'It was cast on a commit that was never seen as a head here: on which text nobody can tell.';
    for (const effect of ['invalidate', 'confirm'] as const) {
      expect(sorted(last(on(effect)))).toMatchObject({ counted: [], uncounted: [{ why }] });
    }
  });
  it('decides nothing with others who would be enough with it, until it is said again', () => {
    const told = on('confirm').accept('sven', 'tomoko');
    expect(last(told).closed).toBeNull();
    expect(stillAsked(last(told)).map(({ login }) => login)).toEqual(['rosa', 'uri']);
    expect(last(told.accept('rosa')).closed).toMatchObject({ outcome: 'accepted' });
  });
  it('counts once a changed text is confirmed, and is not asked for again before that', () => {
    const told = on('confirm').pushes('d'.repeat(40), { normative: NEW }).after({ minutes: 1 });
    expect(stillAsked(last(told.says('zed', '/help'))).map(({ login }) => login)).toEqual(['sven', 'tomoko', 'uri']);
    const confirmed = told.says('sven', '/sep confirm', { head: { commit: 'd'.repeat(40), certain: true } });
    expect(sorted(last(confirmed)).counted).toHaveLength(1);
  });
  it('confirms no text, in a decision as after one, and records none', () => {
    const pushed = on('confirm').pushes('d'.repeat(40), { normative: NEW }).after({ minutes: 1 });
    expect(last(pushed.says('sven', '/sep confirm', NEVER)).confirmed).toEqual([]);
    const refusal = { taken: false, why: 'No text is known that could be confirmed.' };
    expect(pushed.seenAt().state.acts.at(-1)!.outcome).toMatchObject(refusal);
    const told = history().isADraft().goesToTheCore();
    told.says('rosa', '/core record accept 3/0/1 https://example.org/notes', NEVER).says('sven', '/core confirm');
    expect(last(told)).toMatchObject({ record: { text: null }, closed: null });
  });
  it('vouches for no text where it makes what was taken over accepted', () => {
    const vouched = (more: typeof NEVER): unknown =>
      history()
        .takenOver('accepted', 'kofi')
        .says('rosa', '/sep status accepted', more)
        .says('sven', '/sep status accepted', more)
        .seenAt().state.accepted?.text;
    expect(vouched({ head: { commit: HEAD, certain: true } })).toBe(OLD);
    expect(vouched(NEVER)).toBeNull();
  });
});

describe('A changed text', () => {
  const settled = (more: Partial<Decision>): boolean =>
    isTextSettled({ ...asked(), openedOn: OLD, text: NEW, ...more });

  it('is settled where the rules keep ballots, where it is the old one again, or by a confirmation that the rules ask for', () => {
    expect(settled({ pushes: 'keep' })).toBe(true);
    expect(settled({ pushes: 'invalidate', text: OLD })).toBe(true);
    expect(settled({ pushes: 'confirm', ...confirming(NEW) })).toBe(true);
    expect(settled({ pushes: 'confirm', ...confirming(OLD) })).toBe(false);
    expect(settled({ pushes: 'confirm' })).toBe(false);
    expect(settled({ pushes: 'invalidate', ...confirming(NEW) })).toBe(false);
  });

  it('is confirmed where somebody confirmed that very one', () => {
    expect(isConfirmed({ ...asked(), pushes: 'confirm', ...confirming(NEW) }, NEW)).toBe(true);
    expect(isConfirmed({ ...asked(), pushes: 'confirm', ...confirming(NEW) }, OLD)).toBe(false);
    expect(isConfirmed({ ...asked(), pushes: 'keep', ...confirming(NEW) }, NEW)).toBe(false);
  });
});
