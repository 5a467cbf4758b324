import { describe, expect, it } from 'vitest';
import { replay } from '../../src/judge/replay.js';
import type { LineOf } from '../../src/ledger/lines.js';
import type { Rules } from '../../src/rules/schema.js';
import { history, RULES, who, type History, type World } from './history.js';

const asking = (confirm: number): Rules => {
  const rules: Rules = structuredClone(RULES);
  rules.rules['core-record'].confirm = confirm;
  return rules;
};

it.each([
  [2, 1],
  [2, 0],
])(
  'a record is confirmed by as many as the rules of its decision ask, %i, and not by the %i of later ones',
  (then, now) => {
    const world = { rules: asking(then) };
    const told = history(world).isADraft().goesToTheCore().look();
    const later: LineOf<'act'>['rules'] = { commit: 'e'.repeat(40), sha256: 'e'.repeat(64) };
    told.says('tomoko', '/core reject', { rules: later });
    told.says('rosa', '/core record accept 4/0/0 https://example.org/notes', { rules: later });
    told.says('sven', '/core confirm', { rules: later });
    const [opens] = told.lines.flatMap((line) => (line.kind === 'opens' ? [line] : []));
    const rulebook = new Map([
      [opens?.rules.sha256 ?? '', world.rules],
      [later.sha256, asking(now)],
    ]);
    const { state, emitted } = replay(told.lines, rulebook);
    expect(emitted).toEqual([]);
    expect(state.decisions.at(-1)).toMatchObject({ closed: null, record: { confirmedBy: [{ login: 'sven' }] } });
    told.says('uri', '/core confirm', { rules: later });
    expect(replay(told.lines, rulebook).state.status).toBe('accepted');
  },
);

const NOTES = 'https://example.org/notes';
const C = { commit: 'd'.repeat(40), normative: 'f'.repeat(64) };
const ON_IT = { head: { commit: C.commit, certain: true } };
const before = (world: World = {}): History => history(world).isADraft().goesToTheCore();
const core = (told: History) => told.seenAt().state.decisions.find(({ form }) => form === 'core');
const lastOf = (told: History) => told.seenAt().state.acts.at(-1)?.outcome;
const isRecused = { taken: false, why: '@rosa recused themselves from D1.' };

describe('Who has recused themselves', () => {
  it('neither records nor confirms, nor confirms a text', () => {
    const told = before().says('rosa', '/vote recuse').says('rosa', `/core record accept 3/0/0 ${NOTES}`);
    expect(lastOf(told)).toMatchObject(isRecused);
    told.says('sven', `/core record accept 2/0/1 ${NOTES}`).says('rosa', '/core confirm');
    expect(lastOf(told)).toMatchObject(isRecused);
    told.pushes(C.commit, { normative: C.normative }).after({ minutes: 1 }).says('rosa', '/sep confirm', ON_IT);
    expect(lastOf(told)).toMatchObject({ taken: false, rule: 'pushes' });
    expect(core(told)?.closed).toBeNull();
  });

  it('is none of those whom the numbers of a record are about', () => {
    const told = before().says('rosa', '/vote recuse').says('sven', `/core record accept 3/0/1 ${NOTES}`);
    expect(lastOf(told)).toMatchObject({ taken: false, why: '3 and 0 and 1 are 4, and 3 are counted in D1.' });
    told.says('sven', `/core record accept 2/0/1 ${NOTES}`).says('uri', '/core confirm');
    expect(core(told)?.closed).toMatchObject({ outcome: 'accepted' });
  });

  it('lets a record fall that was written before', () => {
    const told = before().says('sven', `/core record accept 3/0/1 ${NOTES}`).says('rosa', '/vote recuse');
    expect(core(told)).toMatchObject({ record: null, closed: null });
  });
});

describe('A record of authors and sponsor', () => {
  /** Rosa wrote the proposal, and Sven sponsors it; both are of the core. */
  const theirs = (): History =>
    history({ author: who('rosa'), authors: ['rosa'] })
      .adopts('lena')
      .says('sven', '/sep sponsor')
      .says('sven', '/sep status in-review');

  it('counts once somebody without a stake confirms it', () => {
    const told = theirs().says('rosa', `/core record accept 3/0/1 ${NOTES}`).says('sven', '/core confirm');
    expect(lastOf(told)).toEqual({
      taken: true,
      says: '@sven confirmed the record of @rosa. Authors and sponsor do not decide alone, so another of the core has to confirm it, too.',
    });
    expect(core(told)?.closed).toBeNull();
    told.says('tomoko', '/core confirm');
    expect(core(told)?.closed).toMatchObject({ outcome: 'accepted' });
  });

  it('is of more yes than have a stake', () => {
    const told = theirs().says('tomoko', `/core record accept 2/0/2 ${NOTES}`);
    expect(lastOf(told)).toMatchObject({
      taken: false,
      why: 'By the rules 2 yes and 0 no of 4 come to "undecided", and not to "accepted".',
      next: expect.stringContaining('2 of those who are counted have a stake in the proposal') as string,
    });
  });
});

describe('A record of what was decided on an earlier text', () => {
  const pushed = (effect: Rules['rules']['pushes']['effect']): History => {
    const rules = structuredClone(RULES);
    rules.rules.pushes.effect = effect;
    const told = before({ rules }).says('rosa', `/core record accept 3/0/1 ${NOTES}`);
    told.pushes(C.commit, { normative: C.normative }).after({ minutes: 1 });
    return told.says('sven', '/core confirm', ON_IT);
  };

  it('counts once the text is confirmed, and is accepted with that', () => {
    const told = pushed('confirm');
    expect(lastOf(told)).toMatchObject({
      taken: true,
      says: expect.stringContaining('The text has changed since') as string,
    });
    expect(core(told)?.closed).toBeNull();
    told.says('tomoko', '/sep confirm', ON_IT);
    expect(told.seenAt().state).toMatchObject({ status: 'accepted', accepted: { text: C.normative } });
  });

  it('counts at the deadline where the author put the earlier text back and nobody has spoken since', () => {
    const told = pushed('confirm').after({ days: 1 }).pushes('1'.repeat(40)).after({ days: 60 });
    expect(core(told)?.closed).toMatchObject({
      outcome: 'accepted',
      why: expect.stringContaining('as @rosa recorded and another of the core confirmed') as string,
    });
  });

  it('falls where the rules let ballots fall, until it is written anew', () => {
    const told = pushed('invalidate');
    expect(core(told)?.closed).toBeNull();
    told.says('rosa', `/core record accept 3/0/1 ${NOTES}`, ON_IT).says('sven', '/core confirm', ON_IT);
    expect(core(told)?.closed).toMatchObject({ outcome: 'accepted' });
  });

  it('counts where the rules keep ballots', () => {
    expect(core(pushed('keep'))?.closed).toMatchObject({ outcome: 'accepted' });
  });
});

it.each([{ least: 1 }, { most: { num: 1, den: 2, strict: false, of: 'cast' as const } }])(
  'a record of numbers does not accept where the rules ask for organisations: %o',
  (asked) => {
    const rules = structuredClone(RULES);
    rules.rules['ballot-organizations'] = { ...rules.rules['ballot-organizations'], ...asked };
    const told = before({ rules }).says('rosa', `/core record accept 3/0/1 ${NOTES}`);
    expect(lastOf(told)).toMatchObject({ taken: false, rule: 'ballot-organizations' });
    told.says('rosa', `/core record reject 0/3/1 ${NOTES}`).says('sven', '/core confirm');
    expect(core(told)?.closed).toMatchObject({ outcome: 'rejected' });
  },
);
