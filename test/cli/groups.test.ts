import { describe, expect, it } from 'vitest';
import { CHARTER } from './kettles.js';
import { convenor, folderWith, SPECIFICATION } from './terminal.js';

const KETTLES = 'docs/community/working-groups/kettles.mdx';
const lineOf = (words: string): number => CHARTER.split('\n').findIndex((each) => each.includes(words)) + 1;

describe('a person asks for a group', () => {
  it('sees who leads it, who is counted, and what it works on, each with its line', async () => {
    const { status, out } = await convenor(['groups', 'show', 'kettles'], { cwd: folderWith(SPECIFICATION) });
    expect(status).toBe(0);
    expect(out.split('\n').slice(0, 34)).toEqual([
      'Kettles (kettles)',
      `  Charter      ${KETTLES}`,
      `  Kind         Working Group  line ${lineOf('## Group Type')}`,
      '  Status       active',
      '  Channel      not known',
      `  Mission      Kettles that boil.  line ${lineOf('Kettles that boil.')}`,
      '  Sponsors     not named',
      '  Quorum body  2: @grace-example, @mary-member',
      '',
      'Leads',
      `  Grace Example @grace-example, Example Ltd, term: Initial  ${KETTLES}:${lineOf('| WG Lead')}`,
      '',
      'Members',
      `  member       Mary Member @mary-member, Example Inc  ${KETTLES}:${lineOf('| Mary Member')}`,
      '',
      'In scope',
      `  Kettles  line ${lineOf('- Kettles')}`,
      '',
      'Out of scope',
      `  Cups  line ${lineOf('- Cups')}`,
      '',
      'Decision rights',
      `  Tea: WG Leads  line ${lineOf('| Tea ')}`,
      '',
      'Work items and topics',
      `  SEP-12: Tea in the afternoon (SEP-12; Draft; champion: @grace-example)  line ${lineOf('| SEP-12')}`,
      '',
      'Duties of its leads',
      ...['Agendas 7 days ahead', 'Notes within 48 hours', 'Updates'].map(
        (duty) =>
          `  unchecked  ${duty}. Not checked: a clone holds no discussions; the dashboard of the running app says it.`,
      ),
      '',
      'To settle',
      `  ${KETTLES}:${lineOf('| WG Lead')}  info  @grace-example leads Kettles, and has no place on the ladder by MAINTAINERS.md.`,
    ]);
  });

  it('is told why a group without a list decides nothing, and the ways out', async () => {
    const at = CHARTER.indexOf('## Membership');
    const charter = CHARTER.slice(0, at) + CHARTER.slice(CHARTER.indexOf('## Operations'));
    const cwd = folderWith({ ...SPECIFICATION, [KETTLES]: charter });
    const { out } = await convenor(['groups', 'show', 'kettles'], { cwd });
    expect(out).toContain(
      '  Quorum body  none. The charter of Kettles has no whole list of members, so nobody knows who is counted. A lead approves',
    );
    const { out: json } = await convenor(['groups', 'show', '--json', 'kettles'], { cwd });
    expect(JSON.parse(json)).toMatchObject({
      slug: 'kettles',
      membersKnown: false,
      lines: { membership: null },
      quorumBody: { ok: false, reason: 'no-membership-list' },
    });
  });

  it.each(['Kettles', 'the Kettles Working Group', 'KETTLES'])('finds it as "%s"', async (name) => {
    const { out } = await convenor(['groups', 'show', name], { cwd: folderWith(SPECIFICATION) });
    expect(out.split('\n')[0]).toBe('Kettles (kettles)');
  });

  it.each([
    ['kettle', 'there is no charter for a group "kettle". Did you mean "kettles"?'],
    ['ket', 'there is no charter for a group "ket". Did you mean "kettles"?'],
    ['cups', 'there is no charter for a group "cups". There are: kettles.'],
  ])('is told what was probably meant by "%s"', async (name, words) => {
    const seen = await convenor(['groups', 'show', name], { cwd: folderWith(SPECIFICATION) });
    expect(seen).toEqual({ status: 2, out: '', err: `convenor: ${words}\n` });
  });
});
