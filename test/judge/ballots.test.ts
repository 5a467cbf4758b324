import { describe, expect, it } from 'vitest';
import { isConfirmed, isTextSettled, stillAsked, votersOf } from '../../src/judge/ballots.js';
import type { Decision } from '../../src/judge/state.js';
import { elector, history, who } from './history.js';

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
