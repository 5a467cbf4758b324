import { describe, expect, it } from 'vitest';
import type { Facts, Said } from '../../src/facts/facts.js';
import { areaNow, boundLines, claimOf, slugNamed, weightNow } from '../../src/judge/grouping.js';
import { nothing, type SubjectState } from '../../src/judge/state.js';
import { account, DOCUMENT, Repository } from '../publish/facts.js';
import { groundOf, rulesOf, type Charter } from '../routing/ground.js';
import { history, ledgerOf } from './history.js';

const KETTLES: Charter = { slug: 'kettles', scope: ['Whistles'], members: ['mo'] };
const TEA: Charter = { slug: 'tea', kind: 'Interest Group' };
const GRANT = { authority: 'decide', grantedBy: 'the core', since: '2026-11-02' };

interface World {
  charters?: Charter[];
  grants?: Record<string, unknown>;
  areas?: unknown;
  source?: string;
  more?: (facts: Facts) => Partial<Facts>;
}
/** The invented proposal before groups and rules of one's own. */
function facts({ charters = [KETTLES, TEA], grants = {}, areas = [], source = DOCUMENT, more }: World = {}): Facts {
  const now = Object.assign(new Repository(), { source }).facts();
  const { governance, rules } = groundOf(charters, rulesOf({ grants }, areas));
  const found = { ...now, governing: { ...now.governing, governance, rules } };
  return { ...found, ...more?.(found) };
}
const head = history().lines.find((line) => line.kind === 'head-seen')!;
const claiming = (type: string | null): SubjectState => ({
  ...nothing,
  head: { ...head, claims: { ...head.claims, type } },
});
const STANDARDS = claiming('Standards Track');

describe('What a group’s word is worth now', () => {
  const worth = (world: World, state = STANDARDS, at?: string): string => {
    const { authority, because } = weightNow(facts(world), state, 'kettles', at);
    return [authority, ...because].join(': ');
  };

  it('begins and ends with the days of its grant, at the instant that counts', () => {
    const grants = { kettles: { ...GRANT, until: '2026-11-20' } };
    expect(worth({ grants })).toBe('decide');
    expect(worth({ grants }, STANDARDS, '2026-11-20T23:59:59Z')).toBe('decide');
    expect(worth({ grants }, STANDARDS, '2026-11-21T00:00:00Z')).toBe(
      'veto-window: Its delegation ended on 2026-11-20.',
    );
    expect(worth({ grants }, STANDARDS, '2026-11-01T23:59:59Z')).toBe('advise: Its delegation begins on 2026-11-02.');
  });

  it('is advice where the text that is judged has another track than the one that was before who spoke', () => {
    const grants = { kettles: GRANT };
    const changed = (from: string, to: string): string => `advise: Its track changed meanwhile, from ${from} to ${to}.`;
    expect(worth({ grants }, claiming('Extensions Track'))).toBe(changed('Extensions Track', 'Standards Track'));
    expect(worth({ grants }, claiming(null))).toBe(changed('none', 'Standards Track'));
    expect(worth({ grants, source: DOCUMENT.replace('Standards Track', 'Gibberish') })).toBe(
      `advise: It does not say of which track it is, so it may be the core's.: ${changed('Standards Track', 'none').slice(8)}`,
    );
    expect(worth({ grants }, nothing)).toBe(changed('none', 'Standards Track'));
  });

  it('is less where the group has not shown what its grant asks for', () => {
    const grants = { kettles: { ...GRANT, needs: { decided: 2, overturned: 0, members: 2, organizations: 0 } } };
    const shown = (decided: number, overturned: number) => () => ({
      shown: new Map([['kettles', { decided, overturned }]]),
    });
    expect(worth({ grants, more: shown(2, 0) })).toBe('decide');
    expect(worth({ grants, more: shown(1, 1) })).toBe(
      'veto-window: Of proposals that it decided it needs 2, and has 1.: At most 0 of its decisions may have been overturned, and 1 was.',
    );
    expect(worth({ grants })).toBe(
      'veto-window: Of proposals that it decided it needs 2, and how many it has is not known.: ' +
        'At most 0 of its decisions may have been overturned, and how many were is not known.',
    );
    expect(worth({ grants, charters: [{ ...KETTLES, members: [] }], more: shown(2, 0) })).toBe(
      'veto-window: Of members it needs 2, and has 1.',
    );
  });

  it('covers what only words fit where a lead adopted it, or it was routed there', () => {
    const grants = { kettles: { ...GRANT, scope: { items: ['Whistles'] } } };
    const by = { by: { id: 1, login: 'kim' }, at: '2026-11-02T09:00:00Z' };
    const adopted = (slug: string): SubjectState => ({ ...STANDARDS, adopted: { ...by, slug } });
    const routed = (slug: string): SubjectState => ({ ...STANDARDS, routed: { ...by, slug, over: null } });
    const ONLY =
      'veto-window: Only its own words fit "Whistles" of the charter: no work item names it, and no lead has adopted it.';
    expect(worth({ grants })).toBe(ONLY);
    expect(worth({ grants }, adopted('kettles'))).toBe('decide');
    expect(worth({ grants }, routed('kettles'))).toBe('decide');
    expect(worth({ grants }, adopted('tea'))).toBe(ONLY);
    expect(worth({ grants }, routed('tea'))).toBe(ONLY);
  });
});

describe('What charters and delegations bind', () => {
  const ITEM = { ...KETTLES, items: ['SEP-7: Whistles'] };
  const bound = (world: World): string[] =>
    boundLines(facts(world)).flatMap(({ at, groups }) => [at, ...groups.map(({ slug, by }) => `${slug} by ${by}`)]);

  it('is a line where it is other than the last one says', () => {
    expect(bound({ charters: [ITEM] })).toEqual(['2026-11-02T09:10:00Z', 'kettles by work-item']);
    const ledger = ledgerOf([...history().lines, ...boundLines(facts({ charters: [ITEM] }))]);
    expect(bound({ charters: [ITEM], more: () => ({ ledger }) })).toEqual([]);
    expect(bound({ more: () => ({ ledger }) })).toEqual(['2026-11-02T09:10:00Z']);
    expect(bound({})).toEqual([]);
  });

  it('is a grant that gives a group everything of a kind, and neither words nor claims', () => {
    const grants = { kettles: { ...GRANT, scope: { tracks: ['Standards Track'] } } };
    expect(bound({ grants })).toEqual(['2026-11-02T09:10:00Z', 'kettles by delegation']);
    expect(bound({ source: DOCUMENT.replace('Kettle Timers', 'Kettles') })).toEqual([]);
  });

  it('goes on as it was where the document is gone', () => {
    const gone = ({ document }: Facts): Partial<Facts> => ({ document: { ...document, isGone: true } });
    expect(bound({ charters: [ITEM], more: gone })).toEqual([]);
  });
});

describe('The group that a preamble names', () => {
  const claims = (words: string, charters = [KETTLES, TEA]): string | null =>
    claimOf(facts({ charters, source: DOCUMENT.replace('Kettle Timers', words) }));
  it('is one that can be responsible, and else none', () => {
    expect(claims('Kettles WG')).toBe('kettles');
    expect(claims('Tea IG')).toBeNull();
    expect(claims('Pots')).toBeNull();
    expect(claims('Kettles', [{ ...KETTLES, forming: true }])).toBeNull();
    expect(claimOf(facts({ source: DOCUMENT.replace('- **Working Group**: Kettle Timers\n', '') }))).toBeNull();
  });
});

describe('A group that a command names', () => {
  const said = (command: string, args: string[], problem: string | null = null): Said => ({
    ...{ command, args, problem, text: '', at: '2026-11-02T09:00:00Z', by: account('kofi'), commit: null },
    source: { kind: 'comment', id: 'IC_1', index: 0, url: 'https://github.test/1', sha256: 'a'.repeat(64) },
  });
  const named = (one: Said, charters = [KETTLES, TEA, { slug: 'tea-pots' }]) =>
    slugNamed(one, facts({ charters }).governing);

  it('is pinned by its slug, however it is called', () => {
    expect(named(said('sep route', ['KETTLES', 'more']))).toEqual({ args: ['kettles', 'more'], problem: null });
    expect(named(said('sep route', ['kettles-wg']))).toEqual({ args: ['kettles'], problem: null });
  });

  it('is left alone in what names none, or is no command as it stands', () => {
    expect(named(said('block', ['KETTLES'])).args).toEqual(['KETTLES']);
    expect(named(said('sep route', []))).toEqual({ args: [], problem: null });
    expect(named(said('sep route', ['KETTLES'], 'needs a reason.'))).toEqual({
      args: ['KETTLES'],
      problem: 'needs a reason.',
    });
  });

  it.each<[string, string, Charter[] | undefined]>([
    [
      'tea',
      '`/sep route` names a group that is not responsible for proposals. There are: `kettles`, `tea-pots`.',
      undefined,
    ],
    ['cups', '`/sep route` names a group that has no charter here. There are: `kettles`, `tea-pots`.', undefined],
    [
      'pots',
      '`/sep route` names what fits several groups. There are: `pots-a`, `pots-b`.',
      [{ slug: 'pots-a' }, { slug: 'pots-b' }],
    ],
    ['cups', '`/sep route` names a group that has no charter here. There are: none yet.', [TEA]],
  ])('%s: %s', (name, problem, charters) => {
    expect(named(said('sep route', [name]), charters)).toEqual({ args: [name], problem });
  });
});

describe('The area of a proposal', () => {
  it('is that of the group that is responsible, and of none that it only claims', () => {
    const areas = [{ key: 'heat', title: 'Heat', coreMaintainers: ['rosa'], groups: ['kettles'] }];
    const source = DOCUMENT.replace('Kettle Timers', 'Kettles');
    const group = { slug: 'kettles', how: 'adopted' as const, by: null, at: '2026-11-02T09:00:00Z' };
    expect(areaNow(facts({ areas, source }), nothing)).toBeNull();
    expect(areaNow(facts({ areas, source }), { ...nothing, group })).toMatchObject({ area: { key: 'heat' } });
    expect(areaNow(facts({ areas, source }), { ...nothing, group: { ...group, slug: 'tea' } })).toBeNull();
  });
});
