import { describe, expect, it } from 'vitest';
import { areaOf } from '../../src/routing/index.js';
import { groundOf, matterOf, rulesOf, type Written } from './ground.js';

const area = (key: string, more: object): object => ({ key, title: `The ${key}`, coreMaintainers: ['cora'], ...more });
const AREAS = [
  area('whistles', {
    groups: ['kettles'],
    terms: ['whistling kettles', 'steam', 'spouts', 'Steam/2', 'water over the fire'],
  }),
  area('tea', { proposals: [12], terms: ['green tea', 'black tea', 'pH', 'steam'] }),
];
const ground = groundOf([{ slug: 'kettles' }], rulesOf({}, AREAS));

describe('A proposal is in a priority area', () => {
  it.each<[string, Written, string | null, string | null]>([
    ['that names its number', { title: 'Whistling kettles' }, 'kettles', 'tea'],
    ['of its group', { number: 13, title: 'Green tea' }, 'kettles', 'whistles'],
    ['one of whose terms its title has', { number: 13, title: 'On whistling kettles' }, null, 'whistles'],
    ['in another form of the words', { number: 13, title: 'A whistle for kettle whistles kettle' }, null, 'whistles'],
    ['not by words of a term that stand apart', { number: 13, title: 'Whistling in kettles' }, null, null],
    ['with every word of it', { number: 13, title: 'Kettles over the air' }, null, null],
    ['not by a plain word', { number: 13, title: 'Steam', abstract: 'Steam.' }, null, null],
    ['not by two of them', { number: 13, title: 'Steam and spouts' }, null, null],
    ['by a name', { number: 13, title: 'Tea at pH seven' }, null, 'tea'],
    ['by a name of digits, too', { number: 13, title: 'Steam/2 for all' }, null, 'whistles'],
    ['by a term whose words stand in every text', { number: 13, title: 'Water over the fire' }, null, 'whistles'],
    ['not by a part of it', { number: 13, title: 'Water and fire' }, null, null],
    ['not by one term in its abstract', { number: 13, abstract: 'About green tea.' }, null, null],
    ['by two of them', { number: 13, abstract: 'About green tea and black tea.' }, null, 'tea'],
    [
      'by the title before the abstract',
      { number: 13, title: 'Whistling kettles', abstract: 'Green tea, black tea.' },
      null,
      'whistles',
    ],
    ['by most terms', { number: 13, title: 'Steam and green tea' }, null, 'tea'],
    ['not without a number, a group or a term', { number: null }, null, null],
    ['not by a group that nobody gave it', { number: 13 }, 'teapots', null],
  ])('%s', (_, written, group, key) => {
    expect(areaOf(matterOf(written), ground, group)?.area.key ?? null).toBe(key);
  });

  it('and is told why', () => {
    const says = (written: Written, group: string | null) => areaOf(matterOf(written), ground, group)?.says;
    expect(says({}, null)).toBe('The roadmap names it for The tea.');
    expect(says({ number: 13 }, 'kettles')).toBe('Its group works on The whistles, a priority area of the roadmap.');
    expect(says({ number: 13, title: 'Steam and green tea' }, null)).toBe(
      'It speaks of green tea, steam: The tea, a priority area of the roadmap.',
    );
  });
});
