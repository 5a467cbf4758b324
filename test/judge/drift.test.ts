import { describe, expect, it } from 'vitest';
import { touched } from '../../src/judge/drift.js';
import { plusDays, plusMinutes } from '../../src/judge/instants.js';
import { openDecision } from '../../src/judge/state.js';
import type { GrantScope, Rules } from '../../src/rules/schema.js';
import { GROUP, history, RULES, type History, type World } from './history.js';

const LATER = '2027-03-01T00:00:00Z';
const commit = (digit: string): string => digit.repeat(40);

/** The rules of the default pack with a grant for the group. */
function granting(authority: 'veto-window' | 'decide', scope: GrantScope): Rules {
  const rules: Rules = structuredClone(RULES);
  rules.delegation.grants[GROUP] = { authority, scope, grantedBy: 'the core', since: '2026-01-01' };
  return rules;
}

const DOCS: World = {
  authority: 'decide',
  rules: granting('decide', { paths: ['docs/**', '!docs/money/**'] }),
  touches: ['docs/kettles.md'],
};

/** A consensus of a group that decides, in the middle of its days. */
const begun = (world: World): History => history(world).isADraft().startsConsensus('lena').look().after({ days: 1 });

/** How it ended, as the look at its end saw it, and as anybody sees it who plays the whole ledger later. */
function ended(told: History, now?: string): { outcome: string | null; why: string; status: string } {
  const end = now ?? plusMinutes(openDecision(told.seenAt().state)?.deadline ?? told.clock, 5);
  told.look(end);
  const again = told.seenAt(LATER);
  expect(again.doubts).toEqual([]);
  const first = told.seenAt(end).state;
  expect(again.state.decisions[0]).toEqual(first.decisions[0]);
  const [decision] = again.state.decisions;
  return { outcome: decision?.closed?.outcome ?? null, why: decision?.closed?.why ?? '', status: first.status };
}

describe('The files of a pull request, while a group decides on it by a grant for certain paths', () => {
  it('give its word the weight that was pinned, as long as all of them are covered', () => {
    expect(ended(begun(DOCS)).status).toBe('accepted');
    const told = begun(DOCS).pushes(commit('d'), { touches: ['docs/cups.md', 'docs/kettles.md'] });
    expect(ended(told).status).toBe('accepted');
  });

  it.each<[string, Parameters<History['pushes']>[1], string]>([
    [
      'a file outside of them',
      { touches: ['docs/kettles.md', 'src/kettle.ts'] },
      'Meanwhile the pull request came to change src/kettle.ts, which the delegation does not cover.',
    ],
    [
      'several, one of them excepted',
      { touches: ['docs/money/a.md', 'src/@ada.ts'] },
      'Meanwhile the pull request came to change docs/money/a.md and 1 more, which the delegation does not cover.',
    ],
    [
      'none any more',
      { touches: [] },
      'Meanwhile the pull request came to change no file any more by which the delegation covers it.',
    ],
    [
      'more than the record holds',
      { touches: ['docs/kettles.md'], more: 1 },
      'Meanwhile the pull request came to change more files than the record holds, so nobody can tell whether the delegation covers them.',
    ],
  ])('make it advice where the pull request comes to change %s', (_name, head, why) => {
    const told = begun(DOCS).pushes(commit('d'), head);
    expect(ended(told)).toEqual({
      outcome: 'agreed',
      why: `The group agreed. ${why} So the core decides.`,
      status: 'in-review',
    });
  });

  it('do so as well where they are taken out again before the end', () => {
    const told = begun(DOCS).pushes(commit('d'), { touches: ['src/kettle.ts'] });
    told.after({ hours: 1 }).pushes(commit('e'), { touches: ['docs/kettles.md'] });
    expect(ended(told).status).toBe('in-review');
  });

  it.each<[string, Parameters<History['pushes']>[1][], string | null]>([
    [
      'none for a while, and then one that is covered',
      [{ touches: [] }, { touches: ['docs/kettles.md'] }],
      'no file any more by which the delegation covers it',
    ],
    [
      'more than the record holds for a while',
      [{ touches: ['docs/kettles.md'], more: 1 }, { touches: ['docs/kettles.md'] }],
      'more files than the record holds',
    ],
    [
      'more than the record holds, of which it names none',
      [{ touches: [], more: 1 }],
      'more files than the record holds',
    ],
  ])('make it advice after %s', (_name, heads, why) => {
    const told = begun(DOCS);
    for (const [at, head] of heads.entries()) told.pushes(commit(String(at)), head).after({ hours: 1 });
    expect(ended(told).why).toContain(why);
  });

  it('are not asked again where nobody pushes, and are all of the time where somebody does', () => {
    const outside = { ...DOCS, touches: ['src/kettle.ts'] };
    expect(ended(begun(outside)).status).toBe('accepted');
    expect(ended(begun(outside).pushes(commit('d'), { touches: ['docs/kettles.md'] })).why).toContain('src/kettle.ts');
  });

  it('do so in the window that follows', () => {
    const told = begun({ ...DOCS, authority: 'veto-window', rules: granting('veto-window', { paths: ['docs/**'] }) });
    told.after({ days: 5 }).look();
    expect(openDecision(told.seenAt().state)?.form).toBe('veto-window');
    told.pushes(commit('d'), { touches: ['src/kettle.ts'] });
    const seen = told.seenAt(plusDays(told.clock, 8)).state;
    expect(seen.decisions.map(({ form, closed }) => `${form} ${closed?.outcome ?? ''}`)).toEqual([
      'consensus agreed',
      'veto-window undecided',
      'core ',
    ]);
  });

  it('do nothing where no path was granted, or where the grant did not hold whole when it opened', () => {
    const outside = { touches: ['src/kettle.ts'] };
    const anything = { ...DOCS, rules: granting('decide', { tracks: ['Standards Track'] }) };
    expect(ended(begun(anything).pushes(commit('d'), outside)).status).toBe('accepted');
    // The next lower level was pinned already, because the files were not covered or for another reason.
    const lowered = begun({ ...DOCS, authority: 'veto-window', touches: ['src/kettle.ts'] });
    expect(ended(lowered.pushes(commit('d'), outside)).status).toBe('in-review');
    expect(openDecision(lowered.seenAt().state)?.form).toBe('veto-window');
  });

  it('are those that were weighed, however many, as long as nobody pushes', () => {
    const told = begun({ ...DOCS, touches: [] });
    expect(ended(told).status).toBe('accepted');
  });
});

describe('A head that a look sees first after the deadline', () => {
  const deadline = (told: History): string => openDecision(told.seenAt().state)!.deadline;

  it.each<[string, Parameters<History['pushes']>[1]]>([
    ['of another track', { type: 'Process', touches: ['docs/kettles.md'] }],
    ['with files outside the grant', { touches: ['src/kettle.ts'] }],
  ])('may have been there before it, and counts as if it had: %s', (_name, head) => {
    const told = begun(DOCS);
    const end = deadline(told);
    told.at(plusMinutes(end, 2)).pushes(commit('d'), head);
    expect(ended(told, plusMinutes(end, 6)).status).toBe('in-review');
  });

  it('says that nobody can tell when its track changed', () => {
    const told = begun({ authority: 'decide' });
    const end = deadline(told);
    told.at(plusMinutes(end, 5)).pushes(commit('d'), { type: 'Process' });
    expect(ended(told, plusMinutes(end, 5)).why).toBe(
      'The group agreed. Its track changed before the end or soon after it, and nobody can tell which: Standards Track, Process. So the core decides.',
    );
  });

  it('changes nothing where track and files are the same', () => {
    const told = begun(DOCS);
    const end = deadline(told);
    told.at(plusMinutes(end, 5)).pushes(commit('d'), { touches: ['docs/kettles.md'] });
    expect(ended(told, plusMinutes(end, 5)).status).toBe('accepted');
  });

  it('changes nothing where another had been seen after the deadline: then it came later still', () => {
    const told = begun(DOCS);
    const end = deadline(told);
    told.at(plusMinutes(end, 1)).pushes(commit('d'), { touches: ['docs/kettles.md'] });
    told.at(plusMinutes(end, 4)).pushes(commit('e'), { type: 'Process' });
    expect(ended(told, plusMinutes(end, 6)).status).toBe('accepted');
  });

  it('changes nothing once the end is written down', () => {
    const told = begun(DOCS);
    const end = deadline(told);
    told.look(plusMinutes(end, 5)).at(plusMinutes(end, 6)).pushes(commit('d'), { type: 'Process' });
    const { state, doubts } = told.seenAt(LATER);
    expect(doubts).toEqual([]);
    expect(state.status).toBe('accepted');
  });
});

describe('What a head names of the files that it changes', () => {
  const numbered = (length: number, path: string): string[] =>
    Array.from({ length }, (_, index) => `${String(index).padStart(4, '0')}${path}`);

  it.each<[string, string[] | null, number, number]>([
    ['all of a few', ['a.md', 'b.md'], 2, 0],
    ['none of none', [], 0, 0],
    ['a hundred of more', numbered(250, '.md'), 100, 150],
    ['as many as there is room for', numbered(50, 'x'.repeat(1_996)), 5, 45],
    ['none that is longer than all the room', ['x'.repeat(10_001)], 0, 1],
    ['none where nobody knows them all', null, 0, 1],
  ])('is %s', (_name, changes, named, more) => {
    expect(touched(changes)).toEqual({ touches: changes?.slice(0, named) ?? [], more });
  });
});

describe('A vote of a group that decides', () => {
  it('is held to the files that its own grant covers, whatever a consensus before it was worth', () => {
    const told = history({ ...DOCS, authority: 'advise' })
      .isADraft()
      .startsConsensus('lena')
      .look();
    told.says('lena', '/consensus cancel Later.').look().after({ days: 1 });
    const vote: World = { ...DOCS, authority: 'decide' };
    Object.assign(told.world, vote);
    told.says('lena', '/vote start routine compatible').look().after({ hours: 1 });
    told.pushes(commit('d'), { touches: ['src/kettle.ts'] });
    for (const name of ['lena', 'noor', 'omar'] as const) told.says(name, '/vote yes').look();
    const { state } = told.seenAt(LATER);
    expect(state.decisions[1]?.closed).toMatchObject({ outcome: 'passed' });
    expect(state.decisions[1]?.closed?.why).toContain('came to change src/kettle.ts');
  });

  it('holds the window that follows to what changed since it opened, and to nothing before', () => {
    const told = history({ ...DOCS, authority: 'veto-window', rules: granting('veto-window', { paths: ['docs/**'] }) });
    told.isADraft().startsConsensus('lena').look();
    told.says('lena', '/consensus cancel Later.').look().after({ days: 1 });
    told.pushes(commit('d'), { type: 'Extensions Track', touches: ['docs/kettles.md'] });
    told.says('lena', '/vote start routine compatible').look();
    for (const name of ['lena', 'noor', 'omar'] as const) told.says(name, '/vote yes').look();
    const { state } = told.seenAt(LATER);
    expect(state.decisions.map(({ form, closed }) => `${form} ${closed?.outcome ?? ''}`)).toEqual([
      'consensus cancelled',
      'vote passed',
      'veto-window accepted',
    ]);
    expect(state.status).toBe('accepted');
  });

  it('is not held to what changed between an earlier decision and its opening', () => {
    const told = history(DOCS).isADraft().startsConsensus('lena').look();
    told.says('lena', '/consensus cancel Later.').look().after({ days: 1 });
    told.pushes(commit('d'), { type: 'Process', touches: ['docs/kettles.md'] });
    told.says('lena', '/vote start routine compatible').look();
    for (const name of ['lena', 'noor', 'omar'] as const) told.says(name, '/vote yes').look();
    expect(told.seenAt(LATER).state.status).toBe('accepted');
  });
});
