import { describe, expect, it } from 'vitest';
import { route } from '../../src/routing/index.js';
import { groundOf, matterOf, rulesOf, type Written } from './ground.js';

const charters = Array.from({ length: 12 }, (_, index) => ({
  slug: `group-${index}`,
  mission: `Frames, kettles and readings of kind ${index}.`,
  scope: ['Frames of twelve bytes', 'Kettles that boil', `Thing${index} and nothing else`],
  items: [`SEP-${100 + index}: Frames`],
}));
const scope = { items: ['Frames of twelve bytes'], paths: ['docs/**'] };
const ground = groundOf(
  charters,
  rulesOf({ grants: { 'group-1': { authority: 'decide', grantedBy: 'x', since: '2026-01-01', scope } } }),
);

const words = (count: number): string => Array.from({ length: count }, (_, index) => `frames${index}`).join(' ');

/** Texts that somebody writes to bring a look to a halt, of about so many thousand characters. */
const HOSTILE: Record<string, (thousands: number) => Written> = {
  'one word as an abstract': (n) => ({ abstract: 'w'.repeat(n * 1000) }),
  'one word as a title': (n) => ({ title: 'frames'.repeat(n * 170) }),
  'a title of many words': (n) => ({ title: words(n * 100) }),
  'an abstract of many words': (n) => ({ abstract: words(n * 100) }),
  'humps of camels': (n) => ({ abstract: 'aB'.repeat(n * 500) }),
  'blanks between the words of a name': (n) => ({
    abstract: `Group${' '.repeat(n * 1000)}-`,
    motivation: `Group 1${'\t'.repeat(n * 1000)}x`,
  }),
  'the beginnings of names': (n) => ({ abstract: 'Group 1 working '.repeat(n * 60) }),
  'a group that nobody has': (n) => ({ group: 'Group '.repeat(n * 160) }),
  'headings without end': (n) => ({ abstract: '### Abstract\n\n'.repeat(n * 70) }),
  'many paths': (n) => ({ paths: Array.from({ length: n * 20 }, (_, index) => `docs/${'a/'.repeat(20)}${index}.md`) }),
};

const seconds = (written: Written): number => {
  const matter = matterOf(written);
  const begin = process.hrtime.bigint();
  route(matter, ground);
  return Number(process.hrtime.bigint() - begin) / 1e9;
};

describe('A text that is made to stop everything is read in its time', () => {
  it.each(Object.entries(HOSTILE))('%s', (_, written) => {
    seconds(written(5));
    const small = Math.min(seconds(written(25)), seconds(written(25)));
    const large = Math.min(seconds(written(100)), seconds(written(100)));
    // Four times the text: with time that grows by the square it would be sixteen, here it is eight at most and noise.
    expect(large).toBeLessThan(small * 8 + 0.1);
    expect(large).toBeLessThan(2);
  });
});
