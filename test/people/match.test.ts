import { describe, expect, it } from 'vitest';
import { matchGroup, mergePeople, readCharter } from '../../src/people/index.js';
import { charter } from './writing.js';

const wg = (slug: string, title: string, channel: string) =>
  readCharter(
    charter({ front: `title: ${title} Charter`, operations: `Discord: \`${channel}\`` }),
    `docs/community/working-groups/${slug}.mdx`,
  ).group;
const ig = (slug: string, title: string) =>
  readCharter(
    charter({ front: `title: ${title}`, type: 'Interest Group', operations: 'None.' }),
    `docs/community/interest-groups/${slug}.mdx`,
  ).group;
const governance = mergePeople({
  roster: null,
  groups: [
    wg('kettle-timers', 'Kettle Timers Working Group', '#kettle-timers-wg'),
    wg('steam', 'Steam and Vapour', '#hot-air'),
    wg('lids-over-mcp', 'Lids Over MCP', '#lids-over-mcp-wg'),
    wg('lid-hinges', 'Lid Hinges', '#lid-hinges-wg'),
    wg('tea', 'Tea', '#tea-wg'),
    ig('tea', 'Tea'),
    ig('lid-colours', 'Lid Colours'),
  ],
  maintainers: null,
});
const meant = (text: string): string => {
  const match = matchGroup(governance, text);
  if (match.kind === 'one') return match.group.slug;
  return match.kind === 'several' ? `? ${match.candidates.map(({ slug }) => slug).join(' ')}` : '-';
};

describe('which group a text means', () => {
  it.each([
    ['Kettle Timers WG', 'kettle-timers'],
    ['the kettle-timers Working Group', 'kettle-timers'],
    ['#Kettle-Timers-WG', 'kettle-timers'],
    ['MCP Kettle Timers', 'kettle-timers'],
    ['kettletimers', 'kettle-timers'],
    ['[our page](/community/working-groups/kettle-timers)', 'kettle-timers'],
    ['https://example.org/community/working-groups/kettle-timers#scope', 'kettle-timers'],
    ['#hot-air', 'steam'],
    ['Steam & Vapour', 'steam'],
    ['Steam and Vapour', 'steam'],
    ['Lids Over MCP Interest Group', 'lids-over-mcp'],
  ])('%s: %s', (text, expected) => {
    expect(meant(text)).toBe(expected);
  });

  it.each([
    ['two groups of one name', 'Tea', '? tea tea'],
    ['a name that is only near', 'Lids WG', '? lids-over-mcp'],
    ['a beginning that two share', 'Lid', '? lid-colours lid-hinges'],
    ['two groups in one field', 'Kettle Timers, Steam', '? kettle-timers steam'],
  ])('never guesses at %s', (_, text, expected) => {
    expect(meant(text)).toBe(expected);
  });

  it('tells two groups of one name apart by their kind', () => {
    expect(matchGroup(governance, 'Tea IG')).toMatchObject({ kind: 'one', group: { kind: 'interest-group' } });
    expect(matchGroup(governance, 'Tea Working Group')).toMatchObject({
      kind: 'one',
      group: { kind: 'working-group' },
    });
  });

  it.each([
    '',
    'TBD',
    'None',
    'Working Group',
    'the MCP WG',
    '_Pending (see [below](#below))_',
    'Teapots',
    'Kettle'.slice(0, 3),
  ])('finds none in "%s"', (text) => {
    expect(meant(text)).toBe('-');
  });
});
