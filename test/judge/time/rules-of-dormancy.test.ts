import { describe, expect, it } from 'vitest';
import { nothing } from '../../../src/judge/state.js';
import { isWarned, lapsesAt, nextWarning, noticeFor, spellOf, type Spell } from '../../../src/judge/time/dormancy.js';
import type { LineOf } from '../../../src/ledger/lines.js';
import type { Rules } from '../../../src/rules/schema.js';
import { history, RULES } from '../history.js';

const SINCE = '2026-11-02T09:00:00Z';
const NAMED = { commit: 'c'.repeat(40), sha256: 'd'.repeat(64) };
const made = (at: string, key: string): LineOf<'made'> => ({ kind: 'made', at, key });
const rule = (more: Partial<Rules['rules']['dormancy']> = {}): Rules['rules']['dormancy'] => ({
  ...RULES.rules.dormancy,
  ...{ mode: 'enforce', months: 6, warnings: [7, 30] },
  ...more,
});
const rules = (more: Partial<Rules['rules']['dormancy']> = {}): { rules: Rules; named: typeof NAMED } => ({
  rules: { ...RULES, rules: { ...RULES.rules, dormancy: rule(more) } },
  named: NAMED,
});
const warned = (...at: string[]): Spell => ({
  since: SINCE,
  warned: at.map((one, index) => made(one, `warn:${index}`)),
});
const [FIRST, SECOND, THIRD] = ['2027-04-02T09:01:00Z', '2027-04-25T09:01:00Z', '2027-04-30T00:00:00Z'];

describe('A time in which a proposal awaits a sponsor', () => {
  it('is that of an open proposal of which it is known since when, and holds the warnings in it', () => {
    const mades = [made('2026-11-01T00:00:00Z', 'warn:1'), made(SINCE, 'warn:2'), made(THIRD, 'status')];
    const state = { ...nothing, since: SINCE };
    expect(spellOf(state, { mades })).toEqual({ since: SINCE, warned: [mades[1]] });
    expect(spellOf({ ...state, since: null }, { mades })).toBeNull();
    expect(spellOf({ ...state, status: 'draft' }, { mades })).toBeNull();
    const { decisions } = history().isADraft().startsConsensus('lena').seenAt().state;
    expect(spellOf({ ...state, decisions }, { mades })).toBeNull();
  });
});

describe('The warnings before a proposal is dormant', () => {
  it('come the earliest first, in whatever order the rules have them', () => {
    expect(nextWarning(warned(), rule(), [], SINCE)).toEqual({
      at: '2027-04-02T09:00:00Z',
      lapses: '2027-05-02T09:00:00Z',
    });
    expect(nextWarning(warned(FIRST), rule(), [], FIRST)?.at).toBe('2027-04-25T09:01:00Z');
    expect(lapsesAt(warned(FIRST, SECOND), rule(), [])).toBe('2027-05-02T09:01:00Z');
    expect(nextWarning(warned(FIRST, SECOND), rule(), [], SECOND)).toBeNull();
  });

  it('fix nothing before the last, nor where the rule only observes', () => {
    expect([warned(), warned(FIRST), warned(FIRST, SECOND)].map((spell) => isWarned(spell, rule()))).toEqual([
      ...[false, false, true],
    ]);
    expect(isWarned(warned(FIRST, SECOND), rule({ mode: 'observe' }))).toBe(false);
    expect(noticeFor(warned(FIRST), rules(), [])).toBeNull();
    expect(noticeFor(warned(FIRST, SECOND), rules({ mode: 'observe' }), [])).toBeNull();
    expect(noticeFor(warned(), rules({ warnings: [] }), [])).toBeNull();
  });

  it('fix the instant with the last that the rules name, whatever came after it', () => {
    const notice = { kind: 'notice', at: SECOND, deadline: '2027-05-02T09:01:00Z', rules: NAMED };
    expect(noticeFor(warned(FIRST, SECOND), rules(), [])).toEqual(notice);
    expect(noticeFor(warned(FIRST, SECOND, THIRD), rules(), [])).toEqual(notice);
    expect(noticeFor(warned(FIRST, SECOND, THIRD), rules({ warnings: [7] }), [])?.at).toBe(FIRST);
  });
});
