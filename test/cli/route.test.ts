import { describe, expect, it } from 'vitest';
import { CHARTER } from './kettles.js';
import { convenor, folderWith, PROPOSAL, SPECIFICATION } from './terminal.js';

interface Routed {
  path: string;
  group: string | null;
  binding: boolean;
  claims: string[];
  authority: string | null;
  priorityArea: string | null;
  reserved: string[];
  candidates: { group: string; score: number; reasons: string[] }[];
  reasons: string[];
}

const json = async (files: Record<string, string>, ...paths: string[]): Promise<Routed[]> => {
  const { status, out, err } = await convenor(['route', '--json', '.', ...paths], { cwd: folderWith(files) });
  expect([status, err]).toEqual([0, '']);
  return JSON.parse(out) as Routed[];
};

const PATH = 'seps/12-tea.md';
const withoutItem = CHARTER.replace('SEP-12: Tea in the afternoon', 'Tea in the afternoon');
const free = { ...SPECIFICATION, 'docs/community/working-groups/kettles.mdx': withoutItem };

describe('an author asks where their proposal belongs', () => {
  it('and it belongs to the group whose charter has its number among the active work items', async () => {
    const [routed] = await json(SPECIFICATION, PATH);
    expect(routed).toMatchObject({
      path: PATH,
      group: 'kettles',
      binding: true,
      claims: ['kettles'],
      authority: 'advise',
      priorityArea: null,
      reserved: [],
    });
    expect(routed?.candidates[0]).toMatchObject({ group: 'kettles', score: 1 });
    expect(routed?.reasons[0]).toMatch(/active work items \(docs\/community\/working-groups\/kettles\.mdx, line \d+\)/);
  });

  it('and by its preamble alone it only claims one', async () => {
    const [routed] = await json(free, PATH);
    expect(routed).toMatchObject({ group: 'kettles', binding: false, claims: ['kettles'] });
    expect(routed?.reasons).toContain('Nothing binds it to a group yet: a lead adopts it with `/sep adopt`.');
  });

  it('and without either it hears of the nearest', async () => {
    const files = { ...free, [PATH]: PROPOSAL.replace('- **Working Group**: Kettles\n', '') };
    const [routed] = await json(files, PATH);
    expect(routed).toMatchObject({ group: null, binding: false, claims: [], authority: null });
    expect(routed?.candidates[0]?.group).toBe('kettles');
    expect(routed?.candidates[0]?.score).toBeLessThan(1);
  });

  it('and one of the Process track is reserved to the core, with the reason', async () => {
    const files = { ...SPECIFICATION, [PATH]: PROPOSAL.replace('Standards Track', 'Process') };
    const [routed] = await json(files, PATH);
    expect(routed?.authority).toBe('advise');
    expect(routed?.reserved).toEqual(['The Process track is reserved to the core.']);
    expect(routed?.reasons.filter((says) => says.includes('reserved to the core'))).toHaveLength(1);
  });

  it('and reads it as text, with the group first', async () => {
    const { status, out } = await convenor(['route', '.', PATH], { cwd: folderWith(free) });
    expect(status).toBe(0);
    expect(out).toContain(`${PATH}: Kettles Working Group, claimed, authority advise\n`);
    expect(out).toContain('  0.95 Kettles Working Group\n');
  });

  it('of several files, and one that is missing spoils no other', async () => {
    const { status, out, err } = await convenor(['route', '--json', '.', 'nowhere.md', PATH], {
      cwd: folderWith(SPECIFICATION),
    });
    expect(status).toBe(2);
    expect(err).toContain('"nowhere.md" does not exist');
    expect((JSON.parse(out) as Routed[]).map(({ path }) => path)).toEqual([PATH]);
  });

  it('in a folder that is no clone, and is told so', async () => {
    const { status, out, err } = await convenor(['route', '.', 'a.md'], { cwd: folderWith({ 'a.md': PROPOSAL }) });
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain('is no specification repository');
  });
});
