import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { route, type Route } from '../../src/routing/index.js';
import { hasCorpus, realGround, realMatters } from './corpus.js';

const reader = JSON.parse(readFileSync(new URL('reader.json', import.meta.url), 'utf8')) as {
  groups: Record<string, string>;
  core: number[];
};

describe.skipIf(!hasCorpus)(
  'routing the real proposals (skipped where ../shared/corpus is not beside the repository)',
  () => {
    const ground = hasCorpus ? realGround() : null;
    const routes: { number: number; route: Route }[] = ground
      ? realMatters().map((matter) => ({ number: matter.number, route: route(matter, ground) }))
      : [];
    const named = routes.flatMap(({ number, route: { candidates } }) => {
      const group = reader.groups[number];
      return group === undefined ? [] : [{ number, place: candidates.findIndex((one) => one.group === group) + 1 }];
    });

    it("finds the reader's group first for at least three in four, and among the first three for nine in ten", () => {
      const first = named.filter(({ place }) => place === 1).length;
      const amongThree = named.filter(({ place }) => place >= 1 && place <= 3).length;
      expect(named).toHaveLength(28);
      expect(first).toBeGreaterThanOrEqual(26);
      expect(amongThree).toBeGreaterThanOrEqual(26);
    });

    it.each([
      [2356, 'file-uploads'],
      [2640, 'skills-over-mcp'],
      [3118, 'apps'],
    ])('brings %i to %s first', (number, group) => {
      expect(routes.find((one) => one.number === number)?.route.candidates[0]?.group).toBe(group);
    });

    it('binds what a charter has among its active work items, and nothing else', () => {
      const bound = routes.filter(({ route: { binding } }) => binding);
      expect(bound.map(({ number, route: { group } }) => [number, group])).toEqual([
        [2356, 'file-uploads'],
        [2640, 'skills-over-mcp'],
      ]);
    });

    it('reserves what declares the Process track, and what declares none', () => {
      const reserved = routes.filter(({ route }) => route.reserved.some(({ by }) => by === 'track'));
      const declared = reader.core.filter((number) => number !== 1302);
      expect(reserved.map(({ number }) => number)).toEqual(expect.arrayContaining(declared));
      expect(reserved.every(({ route }) => !route.binding)).toBe(true);
    });
  },
);
