import { describe, expect, it } from 'vitest';
import { categoriesMeant, discussionsOf, type Category } from '../../../src/judge/duties/discussed.js';
import { groupsNamedIn } from '../../../src/people/index.js';
import { category, discussion, governance, kettles } from './ground.js';

describe('Whose a discussion is', () => {
  it.each([
    ['Kettles WG meeting 2026-11-20', ['kettles']],
    ['[MCP] kettles: notes of Nov 20, 2026', ['kettles']],
    ['Kettles and Pots Working Group, 20 November 2026', ['kettles-and-pots']],
    ['Kettles with Tea, 2026-11-20', ['kettles', 'tea']],
    ['Kettle descaling', []],
    ['All groups', []],
  ])('%s names %j', (title, slugs) => {
    expect(groupsNamedIn(governance, title).map(({ slug }) => slug)).toEqual(slugs);
  });

  it.each<[string, string[], (string | null)[]]>([
    ['Meeting Notes', ['meeting notes', 'Meeting Notes 2'], [null]],
    [
      '{group}',
      ['Kettles WG', 'Tea IG', 'General', 'Kettles and', 'Kettles and Pots'],
      ['kettles', 'tea', 'kettles-and-pots'],
    ],
    ['{group} notes', ['Kettles notes', 'notes', ' notes', 'Kettles'], ['kettles']],
    [
      'Group: {group} notes',
      ['group: KETTLES Notes', 'Kettles notes', 'Group: Tea', 'Group: notes', 'Group: tea notes'],
      ['kettles', 'tea'],
    ],
    ['Notes {group} notes', ['notes notes', 'Tea notes tea notes'], []],
  ])('a rule that says %s means of %j those of %j', (wanted, names, slugs) => {
    const all = names.map((name) => ({ name }));
    expect(categoriesMeant(wanted, all, governance).map(({ group }) => group?.slug ?? null)).toEqual(slugs);
  });
});

describe('Where the discussions of the Kettles are looked for', () => {
  const looked = (wanted: string, ...categories: Category[]) => {
    if (!kettles) throw new Error('There is no such group.');
    const found = discussionsOf(kettles, wanted, { ok: true, categories }, governance);
    return found.ok ? { ...found, discussions: found.discussions.map(({ title }) => title) } : found;
  };
  const [early, late] = ['2026-10-01T00:00:00Z', '2026-11-01T00:00:00Z'];

  it('is in what is their own, whatever a title there says, and in nothing of another group', () => {
    const own = category('Kettles WG', discussion('Where we stand', late));
    const also = { ...category('Kettles', discussion('Tea with us', early)), isWhole: false };
    expect(looked('{group}', own, category('Tea IG', discussion('Kettles', '2026-09-01T00:00:00Z')), also)).toEqual({
      ...{ ok: true, discussions: ['Where we stand', 'Tea with us'], isWhole: false, oldest: early },
      where: 'Kettles WG or Kettles',
    });
  });

  it('is in what all groups share, by titles that name them alone', () => {
    const shared = category(
      'Meeting Notes',
      discussion('Kettles', late),
      discussion('Tea', early),
      discussion('We', late),
      discussion('Kettles and Pots', late),
      discussion('Tea of Kettles', late),
    );
    expect(looked('meeting notes', shared)).toEqual({
      ...{ ok: true, discussions: ['Kettles'], isWhole: true, oldest: early, where: 'Meeting Notes' },
    });
    expect(looked('Meeting Notes', category('Meeting Notes'))).toMatchObject({ oldest: null });
  });

  it('is said by name where there is no such category', () => {
    expect(looked('News of {group}', category('Tea IG'))).toEqual({
      ok: false,
      why: 'there is no category of discussions called News of Kettles.',
    });
  });
});
