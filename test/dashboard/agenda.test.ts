import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agendaOf } from '../../src/dashboard/agenda.js';
import type { Entry } from '../../src/dashboard/entry.js';
import { pages } from '../../src/dashboard/pages.js';
import { NOTHING_DISCUSSED } from '../../src/judge/duties/discussed.js';
import { packRules } from '../../src/facts/governing.js';
import { peopleOn, readSources } from '../../src/people/index.js';
import { NO_TEMPLATES } from '../../src/templates/index.js';
import { convenor, folderWith } from '../cli/terminal.js';
import { entry, nomination } from './entries.js';

const open = (form: NonNullable<Entry['decision']>['form']): Partial<Entry> => ({
  decision: { id: 'D1', form, deadline: '2026-12-03T17:00:00Z' },
});

const asked = (entries: readonly Entry[]): string[] =>
  agendaOf(entries).map(({ place, entry: { pull }, asked }) => `${place}. #${pull} ${asked}`);

describe("The core's agenda", () => {
  it.each<[string, Partial<Entry>, string | null]>([
    ['a decision of the core', open('core'), 'Decides, until Thursday 3 December 2026 17:00 UTC.'],
    ['a window to object', open('veto-window'), "Lets the group's word stand or objects, until Thursday"],
    ['a veto', { ...open('core-veto'), status: 'accepted' }, 'Vetoes what was decided or lets it stand, until'],
    ['an escalation', { ...open('escalation'), status: 'draft' }, 'Answers what was escalated; a first answer is due'],
    ['what nothing is decided of', {}, 'Decides, or returns it; no decision is open.'],
    ['the consensus of a group', { ...open('consensus'), status: 'draft' }, null],
    ['the vote of a group', { ...open('vote'), status: 'draft' }, null],
    ['a draft', { status: 'draft' }, null],
    ['what is accepted', { status: 'accepted' }, null],
    ['a decision that rests', { ...open('core'), open: false }, null],
  ])('says of %s what is asked', (_, more, wanted) => {
    const [matter] = agendaOf([entry(1, more)]);
    if (wanted === null) expect(matter).toBeUndefined();
    else expect(matter?.asked).toContain(wanted);
  });

  it('holds an appeal against a closing, and nothing else that is closed', () => {
    const closed = (who: string): Partial<Entry> => ({ open: false, waitsFor: [{ who, people: [], what: 'does it' }] });
    expect(asked([entry(1, closed('The author')), entry(2, closed('A Core Maintainer'))])).toEqual([
      '1. #2 Answers an appeal against its closing.',
    ]);
  });

  it("has the review queue's order: a priority area, then who has waited longest, then the lower number", () => {
    const [long, area] = [{ since: '2026-11-02T09:00:00Z' }, { priorityArea: 'kettles' }];
    const entries = [entry(4), entry(3), entry(9, { ...long, ...open('escalation'), status: 'draft' }), entry(8, area)];
    expect(agendaOf(entries).map(({ entry: { pull } }) => pull)).toEqual([8, 9, 3, 4]);
    fc.assert(
      fc.property(fc.shuffledSubarray(entries, { minLength: entries.length }), (shuffled) => {
        expect(agendaOf(shuffled)).toEqual(agendaOf(entries));
      }),
    );
  });
});

describe('The page agenda.md', () => {
  const page = (...entries: Entry[]): string => {
    const sources = readSources({ maintainers: null, roster: null, charters: [] }, packRules().paths);
    const governance = peopleOn(sources, '2026-11-23');
    const ground = { governance, sources, loaded: { rules: packRules() }, asOf: '2026-11-23' };
    const governed = { ...ground, templates: NO_TEMPLATES, discussed: NOTHING_DISCUSSED, ledgers: 'beside' as const };
    return pages({ entries, nominations: [] }, governed).find(({ path }) => path === 'agenda.md')?.text ?? '';
  };

  it('says that nothing waits', () => expect(page()).toContain('Nothing waits for the core.'));

  it('escapes what others wrote, in one line for each matter', () => {
    const text = page(entry(7, { ...open('core'), title: 'Tea | <b>hot</b> @everybody [x](https://x.test)\nnext' }));
    expect(text.split('\n').filter((line) => line.startsWith('| 1 |'))).toEqual([
      '| 1 | [SEP-7](https://github.test/tea/tea/pull/7) | [Tea \\| \\<b\\>hot\\</b\\> @\u200beverybody \\[x\\](https:\u200b//x.test) next](proposals/7.md) | kettles | Decides, until Thursday 3 December 2026 17:00 UTC. | In review since Friday 20 November 2026 09:00 UTC. |',
    ]);
  });
});

describe('convenor agenda', () => {
  const record = (...entries: Entry[]): string =>
    folderWith(Object.fromEntries(entries.map((one) => [`index/${one.pull}.json`, JSON.stringify(one)])));

  it('gives one line for each matter', async () => {
    const waits = entry(7, { ...open('core'), title: 'Tea\u001b[2J' });
    const { status, out } = await convenor(['agenda', record(waits, entry(8, { status: 'draft' }))]);
    expect(status).toBe(0);
    expect(out).toBe(
      '1 matter for the core\n' +
        '  1. SEP-7 Tea\\x1b[2J (kettles): Decides, until Thursday 3 December 2026 17:00 UTC. ' +
        'In review since Friday 20 November 2026 09:00 UTC. https://github.test/tea/tea/pull/7\n',
    );
  });

  it('gives it to machines, too', async () => {
    const { out } = await convenor(['agenda', '--json', record(entry(7, { ...open('core'), number: null }))]);
    expect(JSON.parse(out)).toEqual([
      {
        place: 1,
        pull: 7,
        number: null,
        title: 'Tea 7',
        url: 'https://github.test/tea/tea/pull/7',
        group: 'kettles',
        status: 'in-review',
        since: '2026-11-20T09:00:00Z',
        priorityArea: null,
        decision: { id: 'D1', form: 'core', deadline: '2026-12-03T17:00:00Z' },
        asked: 'Decides, until Thursday 3 December 2026 17:00 UTC.',
      },
    ]);
  });

  it('puts nominations that the core approves behind the proposals, until they are decided', async () => {
    const nominations = [
      nomination(21),
      nomination(22, { approvers: ['member'] }),
      nomination(23, { title: 'eve\u001b[2J as a lead of Kettles', openedAt: '2026-11-19T09:00:00Z' }),
      nomination(24, { closed: { at: '2026-11-22T09:00:00Z', outcome: 'rejected' } }),
      // Who is asked whether they are still there answers first.
      nomination(25, { matter: 'inactive', to: 'everything', deadline: '2099-01-01T09:00:00Z' }),
    ];
    const files = nominations.map((one) => [`nominations/${one.issue}.json`, JSON.stringify(one)] as const);
    const folder = folderWith({ ...Object.fromEntries(files), 'index/7.json': JSON.stringify(entry(7, open('core'))) });
    const { out } = await convenor(['agenda', folder]);
    expect(out.split('\n')).toMatchObject([
      '3 matters for the core',
      expect.stringMatching(/^ {2}1\. SEP-7 /),
      expect.stringMatching(
        /^ {2}2\. #23 eve\\x1b\[2J as a lead of Kettles: Approves or rejects it, by the word of a Core Maintainer/,
      ),
      expect.stringMatching(/^ {2}3\. #21 ada as a maintainer: .* https:\/\/github\.test\/tea\/tea\/issues\/21$/),
      '',
    ]);
    const json = JSON.parse((await convenor(['agenda', '--json', folder])).out) as object[];
    expect(json.at(-1)).toMatchObject({ place: 3, issue: 21, nominee: 'ada', approvers: ['core-maintainer'] });
    const bad = folderWith({ 'index/7.json': JSON.stringify(entry(7)), 'nominations/21.json': '{}' });
    expect(await convenor(['agenda', bad])).toMatchObject({
      status: 2,
      out: '',
      err: expect.stringContaining('nominations/21.json') as string,
    });
  });

  it('takes no folder without an index for an empty agenda', async () => {
    const { status, out, err } = await convenor(['agenda', folderWith({ 'tea.md': '' })]);
    expect([status, out]).toEqual([2, '']);
    expect(err).toContain('is no checkout of the record');
  });
});
