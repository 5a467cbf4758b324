import { describe, expect, it } from 'vitest';
import { route } from '../../src/routing/index.js';
import { groundOf, matterOf, type Charter } from './ground.js';

const claiming = (charter: Omit<Charter, 'slug'>, type = 'Standards Track') =>
  route(matterOf({ group: 'Kettles', type }), groundOf([{ slug: 'kettles', ...charter }]));

describe('A proposal that names a group', () => {
  it.each<[string, Omit<Charter, 'slug'>, string | null, string]>([
    [
      'in force may be adopted there',
      {},
      'kettles',
      'Nothing binds it to a group yet: a lead adopts it with `/sep adopt`.',
    ],
    [
      'for an interest hears that it cannot be',
      { kind: 'Interest Group' },
      null,
      'An Interest Group recommends and cannot adopt it: name a Working Group.',
    ],
    [
      'that is only forming hears that it cannot be yet',
      { forming: true },
      null,
      'That group is still forming, so no lead can adopt it there yet.',
    ],
  ])('%s', (_, charter, group, says) => {
    const way = claiming(charter);
    expect([way.group, way.claims]).toEqual([group, ['kettles']]);
    expect(way.reasons).toContain(says);
  });

  it('and is of a track of the core needs none, and is sent to no lead', () => {
    const { reasons } = claiming({}, 'Process');
    expect(reasons).toContain('Nothing binds it to a group, and it needs none: the core decides it.');
    expect(reasons.join(' ')).not.toContain('/sep adopt');
  });
});
