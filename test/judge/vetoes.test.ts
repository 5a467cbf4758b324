import { describe, expect, it } from 'vitest';
import { recallUntil } from '../../src/judge/recall-window.js';
import { history, type History } from './history.js';

const OTHER = { commit: 'd'.repeat(40), normative: 'f'.repeat(64) };

/** What Noor's group decided by its own authority, on Saturday 7 November 2026. */
const decided = (): History =>
  history({ authority: 'decide' }).isADraft().startsConsensus('lena').after({ days: 6 }).look();
const decisionsOf = (told: History) => told.seenAt().state.decisions;

describe('A veto of the core', () => {
  it('stands through a push: it is of what was decided, and an author could undo it otherwise', () => {
    const told = decided().says('rosa', '/veto It boils over.').says('sven', '/veto It does.');
    told.pushes(OTHER.commit, { normative: OTHER.normative }).after({ minutes: 5 });
    told.says('tomoko', '/veto I saw it.', { head: { commit: OTHER.commit, certain: true } });
    expect(told.seenAt().state.status).toBe('in-review');
    expect(decisionsOf(told).at(-1)?.closed).toMatchObject({ outcome: 'vetoed', tally: { yes: 3 } });
  });

  it('takes no ballot from whoever has recused themselves, and tells them so', () => {
    const told = decided()
      .says('rosa', '/veto It boils over.')
      .says('sven', '/vote recuse')
      .says('sven', '/veto Me too.');
    expect(told.seenAt().state.acts.at(-1)?.outcome).toMatchObject({
      taken: false,
      why: '@sven recused themselves from D2.',
    });
    expect(decisionsOf(told).at(-1)?.ballots).toHaveLength(1);
  });

  it('is not waited for by a Lead Maintainer who vetoes alone', () => {
    const told = decided().says('rosa', '/veto It boils over.').says('uri', '/veto alone It must not be.');
    expect(told.seenAt().state.status).toBe('in-review');
    expect(decisionsOf(told).map(({ form, closed }) => [form, closed?.outcome])).toEqual([
      ['consensus', 'agreed'],
      ['core-veto', 'ended'],
      ['lead-veto', 'vetoed'],
    ]);
    told.look().says('uri', '/veto withdraw');
    expect(told.seenAt()).toMatchObject({ doubts: [], state: { status: 'accepted' } });
  });

  it('is joined by a Lead Maintainer who does not say that they act alone', () => {
    const told = decided().says('rosa', '/veto It boils over.').says('uri', '/veto It does.');
    expect(decisionsOf(told).at(-1)).toMatchObject({ form: 'core-veto', closed: null });
    expect(decisionsOf(told).at(-1)?.ballots).toHaveLength(2);
  });
});

describe('The window of a recall', () => {
  it('is not closed by a veto that the core votes on: the recall takes its place', () => {
    const told = decided().says('rosa', '/veto It boils over.').says('sven', '/recall It must be looked at.');
    expect(told.seenAt().state.status).toBe('in-review');
    expect(decisionsOf(told).map(({ form, closed }) => [form, closed?.outcome])).toEqual([
      ['consensus', 'agreed'],
      ['core-veto', 'ended'],
      ['core', undefined],
    ]);
    expect(told.look().seenAt().doubts).toEqual([]);
  });

  it('holds the merge after a veto that was taken back, as long as it is open', () => {
    const told = decided();
    const until = recallUntil(told.seenAt().state);
    expect(until).not.toBeNull();
    told.says('rosa', '/veto It boils over.').says('rosa', '/veto withdraw');
    expect(decisionsOf(told).at(-1)).toMatchObject({ form: 'core-veto', closed: { outcome: 'stands' } });
    expect(recallUntil(told.seenAt().state)).toBe(until);
    told.says('sven', '/recall It does boil over.');
    expect(told.seenAt().state.status).toBe('in-review');
    expect(recallUntil(told.seenAt().state)).toBeNull();
  });
});

describe('What the sponsor has called final', () => {
  const final = (): History => decided().says('kofi', '/sep status final');

  it('can be recalled as long as the window is open, and not after it', () => {
    const told = final().says('rosa', '/recall It breaks.');
    expect(told.seenAt().state.status).toBe('in-review');
    expect(decisionsOf(told).at(-1)).toMatchObject({ form: 'core', closed: null });
    const late = final().after({ days: 60 }).says('rosa', '/recall It breaks.');
    expect(late.seenAt().state.status).toBe('final');
    expect(late.seenAt().state.acts.at(-1)?.outcome).toMatchObject({
      taken: false,
      why: expect.stringContaining('The window for a recall ended on') as string,
    });
  });
});
