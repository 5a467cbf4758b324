import { describe, expect, it } from 'vitest';
import { exemptionBy, exemptionIn } from '../../src/judge/exemption.js';
import { lettingGo, standingHolds, type Hold } from '../../src/judge/holding.js';
import { confirmedBy, confirms } from '../../src/judge/listed.js';
import type { LineOf } from '../../src/ledger/lines.js';
import type { Mode, Rules, Standing } from '../../src/rules/schema.js';
import { history, RULES, who } from './history.js';

describe('A hold', () => {
  const hold: Hold = {
    ...{ by: who('rosa'), at: '2026-11-09T10:00:00Z', reason: 'The `lid` is missing.', url: 'https://github.test/1' },
  };
  const state = { ...history().seenAt().state, holds: [hold] };
  const rows = (mode: Mode) =>
    standingHolds({ ...RULES, rules: { ...RULES.rules, holding: { ...RULES.rules.holding, mode } } }, state);

  it('is a row that says who holds, since when and why, unless the rules only observe', () => {
    expect(rows('enforce')).toMatchObject([
      {
        rule: 'holding',
        name: 'Hold',
        held: 'failed',
        says: expect.stringMatching(/^rosa holds it since Monday 9 November 2026 10:00 UTC: .*lid.*\.$/) as string,
        next: 'lets go with `/sep unhold`.',
        seen: [{ who: who('rosa'), at: hold.at, url: hold.url, commit: null, certain: true }],
      },
    ]);
    expect([rows('warn').length, rows('observe').length]).toEqual([1, 0]);
  });

  it('is let go by who holds', () => {
    expect(lettingGo(state)).toEqual([
      { who: 'rosa', people: [who('rosa')], what: 'lets go their hold with `/sep unhold` once it is met.' },
    ]);
  });
});

describe('The word that nothing of a proposal can be observed', () => {
  it.each<[string, string | null]>([
    ['No observable behaviour: it renames a heading.', 'it renames a heading.'],
    ['Hello.\n  no observable behavior :\tit renames.  \nBye.', 'it renames.'],
    ['No observable behaviour:', ''],
    ['No observable behaviour:   \nBut more below.', ''],
    ['There is no observable behaviour: none.', null],
    ['No observable behaviour.', null],
    ['', null],
  ])('%j gives %j', (text, reason) => expect(exemptionIn(text)).toBe(reason));

  const says = (by: 'kofi' | 'lena' | 'zed', text: string, who_: Standing[], told = history().isADraft()) => {
    const rules: Rules = {
      ...RULES,
      rules: { ...RULES.rules, conformance: { ...RULES.rules.conformance, exempts: who_ } },
    };
    const act = told.says(by, `/sep status draft\n${text}`).lines.at(-1) as LineOf<'act'>;
    return exemptionBy(told.seenAt().state, { ...act, text }, rules)?.reason ?? null;
  };
  const LINE = 'No observable behaviour: none.';

  it('counts by whom the rules let say it, with a reason', () => {
    expect(says('kofi', LINE, ['sponsor'])).toBe('none.');
    expect(says('zed', LINE, ['sponsor'])).toBeNull();
    expect(says('kofi', 'No observable behaviour:', ['sponsor'])).toBeNull();
    expect(says('kofi', 'Nothing of the kind.', ['sponsor'])).toBeNull();
  });

  it('counts by a lead of the group that is responsible, and of no other', () => {
    expect(says('lena', LINE, ['lead'])).toBe('none.');
    expect(says('lena', LINE, ['lead'], history().sponsors('kofi'))).toBeNull();
  });
});

describe('The list of what was taken over', () => {
  const line = (sponsor: LineOf<'confirmed'>['sponsor']): LineOf<'confirmed'> => ({
    ...{ kind: 'confirmed', at: '2026-11-09T10:00:00Z', status: 'in-review', sponsor },
    ...{ source: { path: 'list.yml', line: 3 }, rules: { commit: 'c'.repeat(40), sha256: 'e'.repeat(64) } },
  });

  it('confirms a state, and names its sponsor where it has one', () => {
    expect(confirms(line(null))).toBe('The default branch says that it is in-review (list.yml, line 3).');
    expect(confirms(line(who('kofi')))).toBe(
      'The default branch says that it is in-review, sponsored by kofi (list.yml, line 3).',
    );
    const { state } = history().takenOver('draft').seenAt();
    expect(confirmedBy(line(who('kofi')), state)).toMatchObject({
      ...{ status: 'in-review', sponsor: { by: who('kofi'), at: '2026-11-09T10:00:00Z' }, takenOver: null },
    });
    expect(confirmedBy(line(null), state).sponsor).toBeNull();
  });

  it('takes nothing from what somebody has confirmed already', () => {
    const { state } = history().takenOver('draft').sponsors('kofi').seenAt();
    expect(confirmedBy(line(who('mira')), state)).toBe(state);
  });
});
