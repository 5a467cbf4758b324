import { describe, expect, it } from 'vitest';
import { areaOf } from '../../src/routing/index.js';
import { hasCorpus, realGround, realMatters } from './corpus.js';

describe.skipIf(!hasCorpus)(
  'priority areas of the real proposals by their words (skipped where ../shared/corpus is not beside the repository)',
  () => {
    const ground = hasCorpus ? realGround() : null;
    const areas = new Map(
      ground ? realMatters().map((matter) => [matter.number, areaOf(matter, ground, null)?.area.key ?? null]) : [],
    );

    it.each([
      ['the roadmap names it', 2200, 'primitives'],
      ['its title has a name of the roadmap', 1932, 'agent-identity'],
      ['its title has a term of the roadmap', 3000, 'primitives'],
      ['its title has one word of a term', 986, null],
      ['its title has one plain word', 1686, null],
      ["it is about annotations, and not the roadmap's", 1884, null],
      ['it compares itself with what the roadmap names', 2752, null],
    ])('where %s: %i', (_, number, key) => {
      expect(areas.get(number)).toBe(key);
    });
  },
);
