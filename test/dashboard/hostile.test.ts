import { describe, expect, it } from 'vitest';
import { markdown } from '../../src/sandbox/page/markdown.js';
import { madeOfHostileText } from './hostile.js';

const made = madeOfHostileText.filter(({ path }) => path.endsWith('.md'));

describe('What others wrote, on every page of the dashboard', () => {
  it('is there at all', () => {
    expect(made.map(({ path }) => path.split('/')[0])).toEqual([
      ...['README.md', 'agenda.md', 'people.md', 'health.md', 'audit.md', 'groups'],
      ...['proposals', 'proposals', 'proposals'],
    ]);
    const showing = made.filter(({ text }) => text.includes('alert(1)')).map(({ path }) => path.split('/')[0]);
    expect([...new Set(showing)]).toEqual(['README.md', 'agenda.md', 'people.md', 'health.md', 'groups', 'proposals']);
  });

  it.each(made.map(({ path, text }) => [path, text] as const))('lets nothing through on %s', (_, text) => {
    const html = markdown(text, (address) => address).text;
    expect(html).not.toMatch(/<(?:script|img)|<[^>]*\son\w+=|href="javascript|<em>picture/i);
    // Nobody is called and nothing is linked: what GitHub would turn into a link stands behind a space of no width.
    expect(html.replace(/<code>[^<]*<\/code>|<[^>]*>/g, '')).not.toMatch(/@everybody|#1 |(?<!\u200b)www\.evil/);
    for (const href of html.matchAll(/href="([^"]*)"/g)) {
      expect(href[1]).toMatch(/^(?:https:\/\/github\.test\/|(?:\.\.\/)*[\w%.-]+(?:\/[\w%.()-]+)*$)/);
    }
  });

  it.each(made.map(({ path, text }) => [path, text] as const))('breaks no table on %s', (_, text) => {
    const cells = (line: string): number => line.replace(/\\./g, '').split('|').length;
    for (const block of text.split(/\n\n+/)) {
      const rows = block.split('\n').filter((line) => line.startsWith('|'));
      expect(new Set(rows.map(cells)).size, block).toBeLessThanOrEqual(1);
    }
  });
});
