import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupBySlug } from '../../src/people/index.js';
import {
  bindingsOf,
  canBind,
  levelOf,
  reservedBy,
  route,
  UNSAID,
  weightOf,
  type Shown,
} from '../../src/routing/index.js';
import type { ProposalType } from '../../src/proposal/types.js';
import type { Authority, Grant } from '../../src/rules/schema.js';
import { groundOf, matterOf, rulesOf, TODAY, type Charter, type Written } from './ground.js';

/** The default pack's; what contradicts itself is refused when rules are read, and has to do no harm all the same. */
const RULES = rulesOf();
const LEVELS: readonly Authority[] = ['advise', 'veto-window', 'decide'];
const level = (authority: Authority): number => LEVELS.indexOf(authority);

const WORDS = ['frames', 'kettles', 'readings', 'gauges', 'satellite', 'checksums', 'boiling', 'harbours', 'tea'];
const SLUGS = ['frames', 'kettles', 'readings', 'gauges'];
const phrase = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
const day = fc.constantFrom('2026-01-01', '2026-11-22', TODAY, '2026-11-24', '2027-01-01');

const charter = (slug: string): fc.Arbitrary<Charter> =>
  fc.record({
    slug: fc.constant(slug),
    kind: fc.constantFrom('Working Group', 'Working Group', 'Interest Group'),
    forming: fc.boolean(),
    mission: phrase,
    scope: fc.array(phrase, { maxLength: 3 }),
    items: fc.array(fc.constantFrom('SEP-12: Frames', 'SEP-13: Kettles', 'Frames'), { maxLength: 2 }),
    members: fc.uniqueArray(fc.constantFrom('ada', 'bob', 'cleo'), { maxLength: 3 }),
  });
/** Repositories of four groups each, whose charters are read once: that is what takes time. */
const grounds = fc
  .sample(fc.tuple(...SLUGS.map(charter)), { numRuns: 30, seed: 12 })
  .map((four) => groundOf(four, RULES));

const scope = fc
  .record(
    {
      tracks: fc.constantFrom<ProposalType[][]>(['Standards Track'], ['Process', 'Informational']),
      paths: fc.constantFrom<string[][]>(['docs/**'], ['*.md']),
      items: fc.array(phrase, { minLength: 1, maxLength: 2 }),
    },
    { requiredKeys: [] },
  )
  .filter((one) => Object.keys(one).length > 0);

const count = fc.integer({ min: 0, max: 4 });
const needs = fc.record({ decided: count, overturned: count, members: count, organizations: count });
const grant = fc.record(
  { authority: fc.constantFrom(...LEVELS), grantedBy: fc.constant('the core'), since: day, until: day, scope, needs },
  { requiredKeys: ['authority', 'grantedBy', 'since'] },
);
const grants: fc.Arbitrary<Record<string, Grant>> = fc.dictionary(fc.constantFrom(...SLUGS), grant, { maxKeys: 4 });
const delegation = fc.record({ default: fc.constant('advise' as const), grants });

const written: fc.Arbitrary<Written> = fc.record({
  title: phrase,
  abstract: phrase,
  motivation: phrase,
  type: fc.constantFrom('Standards Track', 'Process', 'Informational', 'Nothing'),
  group: fc.constantFrom('Frames', 'Kettles Working Group', 'Nobody'),
  author: fc.constantFrom('ada', 'bob', 'frames-lead', 'zed'),
  number: fc.constantFrom(null, 12, 13),
  paths: fc.array(fc.constantFrom('docs/a.md', 'src/a.ts', 'a.md'), { maxLength: 2 }),
});

const some = fc.constantFrom(null, 0, 1, 2, 3, 4);
const shown: fc.Arbitrary<Shown> = fc.record({ decided: some, overturned: some, members: some, organizations: some });

const RUNS = { numRuns: 200 };
const places = fc.record({ ground: fc.constantFrom(...grounds), delegation, written }).map((one) => ({
  ground: { ...one.ground, rules: { ...RULES, delegation: one.delegation } },
  matter: matterOf(one.written),
}));

describe('Whatever charters, rules and proposals say', () => {
  it('only a group that can be responsible is bound by them, and nothing is binding without one', () => {
    fc.assert(
      fc.property(places, ({ ground, matter }) => {
        const way = route(matter, ground);
        for (const { group } of way.bindings) {
          const known = groupBySlug(ground.governance, group);
          expect(known && canBind(known, ground)).toBe(true);
        }
        expect(way.binding).toBe(way.bindings.length === 1);
        if (way.binding) expect(way.group).toBe(way.bindings[0]?.group);
        if (way.bindings.length > 1) expect(way.reserved.map(({ by }) => by)).toContain('cross-group');
      }),
      RUNS,
    );
  });

  it('what the preamble claims is bound by nothing', () => {
    fc.assert(
      fc.property(places, fc.constantFrom('Frames', 'Gauges', 'Ada'), ({ ground, matter }, workingGroup) => {
        const claimed = { ...matter, proposal: { ...matter.proposal, workingGroup } };
        expect(bindingsOf(claimed, ground, UNSAID)).toEqual(bindingsOf(matter, ground, UNSAID));
        expect(reservedBy(claimed, ground, [])).toEqual(reservedBy(matter, ground, []));
      }),
      RUNS,
    );
  });

  it('the way of a proposal is the same in whatever order groups are read, and asking changes nothing', () => {
    fc.assert(
      fc.property(places, fc.array(fc.nat({ max: 3 })), ({ ground, matter }, swaps) => {
        const groups = [...ground.governance.groups];
        for (const index of swaps) groups.push(...groups.splice(index, 1));
        const before = structuredClone({ matter, ground });
        const way = route(matter, ground);
        expect({ matter, ground }).toEqual(before);
        expect(route(matter, ground)).toEqual(way);
        expect(route(matter, { ...ground, governance: { ...ground.governance, groups } })).toEqual(way);
      }),
      RUNS,
    );
  });

  it('candidates stand best first, each once, between nothing and certainty, and only what binds is certain', () => {
    fc.assert(
      fc.property(places, ({ ground, matter }) => {
        const { candidates, bindings } = route(matter, ground);
        const scores = candidates.map(({ score }) => score);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
        expect(new Set(candidates.map(({ group }) => group)).size).toBe(candidates.length);
        for (const { group, score, reasons } of candidates) {
          expect(score).toBeGreaterThan(0);
          expect(score === 1).toBe(bindings.some((one) => one.group === group));
          expect(reasons.length).toBeGreaterThan(0);
        }
      }),
      RUNS,
    );
  });
});

describe("Whatever was granted and shown, a group's word", () => {
  const asked = fc.record({ place: places, slug: fc.constantFrom(...SLUGS), shown, vouched: fc.boolean() });

  it('is never worth more than its grant says, and says why where it is worth less', () => {
    fc.assert(
      fc.property(asked, ({ place: { ground, matter }, slug, shown: has, vouched }) => {
        const { grants: given, default: fallback } = ground.rules.delegation;
        const grantNow = given[slug];
        const reserved = reservedBy(
          matter,
          ground,
          bindingsOf(matter, ground, UNSAID).map(({ group }) => group),
        );
        const { authority, granted, because } = weightOf(slug, { matter, ground, reserved, shown: has, vouched });
        const begun = grantNow !== undefined && grantNow.since <= ground.today;
        expect(level(authority)).toBeLessThanOrEqual(level(begun ? grantNow.authority : fallback));
        if (begun && authority !== granted) expect(because.length).toBeGreaterThan(0);
        if (reserved.length > 0) expect(authority).toBe('advise');
        const known = groupBySlug(ground.governance, slug);
        if (known?.kind !== 'working-group' || known.status !== 'active') expect(authority).toBe('advise');
      }),
      RUNS,
    );
  });

  it('is worth no less for having shown more, and what is not known is worth nothing', () => {
    const more = (has: number | null, by: number): number => (has ?? 0) + by;
    fc.assert(
      fc.property(asked, fc.tuple(count, count, count, count), ({ place, slug, shown: has }, [a, b, c, d]) => {
        const { ground, matter } = place;
        const grown: Shown = {
          decided: more(has.decided, a),
          overturned: has.overturned === null ? b : Math.max(0, has.overturned - b),
          members: more(has.members, c),
          organizations: more(has.organizations, d),
        };
        const worth = (shownNow: Shown): number =>
          level(weightOf(slug, { matter, ground, reserved: [], shown: shownNow, vouched: true }).authority);
        expect(worth(grown)).toBeGreaterThanOrEqual(worth(has));
        const unknown: Shown = { decided: null, overturned: null, members: null, organizations: null };
        expect(worth(unknown)).toBeLessThanOrEqual(worth(has));
        expect(level(levelOf(slug, { ground, shown: has }).authority)).toBeGreaterThanOrEqual(worth(has));
      }),
      RUNS,
    );
  });
});
