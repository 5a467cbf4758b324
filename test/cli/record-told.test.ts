import { beforeAll, describe, expect, it } from 'vitest';
import { sha256 } from '../../src/ledger/chain.js';
import type { Line } from '../../src/ledger/lines.js';
import type { Minutes } from '../../src/ledger/minutes/minutes.js';
import type { Verifiable } from '../../src/ledger/verify/index.js';
import { LEDGER, rawLines, toldStory, withLines } from '../ledger/forging.js';
import { voteStory } from '../ledger/votes.js';
import { strike } from '../story/stage.js';
import { convenor, folderWith, type Seen } from './terminal.js';

/** The record that the core's decision leaves, and the one of a vote in which much happened to the ballots. */
let core: Verifiable;
let votes: Verifiable;
beforeAll(async () => {
  const story = await toldStory('wire-format');
  core = story.record;
  await strike(story.told);
  votes = await voteStory();
}, 120_000);

const asked = (record: Verifiable, command: string, ...args: string[]): Promise<Seen> =>
  convenor([command, ...args, folderWith(Object.fromEntries(record.files)), '12']);

const minutes = async (record: Verifiable): Promise<Minutes> =>
  JSON.parse((await asked(record, 'export', '--json')).out) as Minutes;

describe('convenor export', () => {
  it('gives for the minutes what was decided, by whom, by which rule, and where that stands', async () => {
    const { decisions, ...about } = await minutes(core);
    const lines = rawLines(core);
    expect(about).toMatchObject({
      pull: 12,
      number: 12,
      title: 'Short frames for satellite links',
      author: { login: 'adaquist' },
      status: 'final',
      ledger: { path: 'ledgers/12', lines: lines.length, last: sha256(lines.at(-1) ?? '') },
    });
    const [consensus, decided] = decisions;
    expect(consensus).toMatchObject({
      form: 'consensus',
      group: 'wire-format',
      opened: { by: { login: 'noorhaddad' } },
      ended: { outcome: 'agreed', at: expect.stringMatching(/^2026-12-03T09:01/) as string },
      blocks: [{ slug: 'checksum', by: { login: 'linokafor' } }],
      uncounted: [{ said: '/block', by: { login: 'linokafor' } }],
    });
    expect(decided).toMatchObject({
      after: 'D1',
      form: 'core',
      rule: { id: 'core-decision', clause: expect.stringMatching(/^governance\.mdx/) as string },
      ended: { outcome: 'accepted' },
      tally: { yes: 3, no: 1, abstain: 0, spoken: 4, electorate: 5 },
    });
    const against = decided?.ballots.find(({ choice }) => choice === 'no');
    expect(against).toMatchObject({ by: { login: 'gracelindqvist' }, reason: 'The checksum still worries me.' });
    // Every line that is named is that line.
    const named = [
      ...decisions.flatMap(({ opened, ended }) => [opened.line, ended?.line]),
      ...decisions.flatMap(({ ballots, uncounted, blocks }) =>
        [...ballots, ...uncounted, ...blocks].map(({ line }) => line),
      ),
    ];
    expect(named).toHaveLength(10);
    for (const line of named) expect(line?.sha256).toBe(sha256(lines[line?.seq ?? -1] ?? ''));
    const cast = JSON.parse(lines[against?.line?.seq ?? 0] ?? '') as Line;
    expect(cast).toMatchObject({ kind: 'act', command: 'core reject', source: { url: against?.url } });
  });

  it('names every word that was not counted, with why', async () => {
    const [vote] = (await minutes(votes)).decisions;
    expect(vote?.ballots.map(({ by, choice, quorum }) => `${by.login} ${choice} ${String(quorum)}`)).toEqual([
      'noorhaddad yes true',
      'linokafor yes true',
      'piaroos yes false',
    ]);
    expect(vote?.uncounted.map(({ by, said, why }) => `${by.login} ${said}: ${why}`)).toEqual([
      'linokafor /vote no: A later ballot of the same person took its place.',
      'linokafor /vote yes: A later ballot of the same person took its place.',
      'ravimenon /vote no: They left the decision.',
      'passerby /vote no: A ballot is for those who could vote in the group when D1 opened, and passerby could not.',
      'tomasvik /vote abstain: It was cast on an earlier text, and nobody has confirmed the new one yet.',
    ]);
    expect(vote?.recused).toMatchObject([{ by: { login: 'ravimenon' }, line: { seq: expect.any(Number) as number } }]);
    expect(vote?.concerns).toMatchObject([{ by: { login: 'linokafor' }, line: { seq: expect.any(Number) as number } }]);
    expect(vote?.ended?.outcome).toBe('passed');
  });

  it('is a page in which nothing of others is more than their words, the same each time', async () => {
    const { out, status } = await asked(votes, 'export');
    expect(status).toBe(0);
    expect(out).toBe((await asked(votes, 'export')).out);
    expect(out).toContain('## D1: Vote (wire-format), passed');
    expect(out).toContain('| Ended | Thursday 3 December 2026 09:02 UTC |');
    expect(out).toContain('  > Now I have \\| measured it.\n  > \\<b\\>Twice\\</b\\>, says @\u200bpasserby.');
    expect(out).toMatch(
      /- \*\*yes\*\*, piaroos, not for the quorum, Monday 23 November 2026 [^\n]*\(\[source\]\(https:/,
    );
    expect(out).toMatch(/- `\/vote no` of passerby, [^\n]*\. Not counted: A ballot is for those who could vote/);
  });

  it('shows no example of a refusal, and no control character', async () => {
    const { out } = await asked(core, 'export');
    expect(out).toContain('Not counted: `/block` needs an alternative or a criterion.');
    const loud = withLines(core, (lines) =>
      lines.map((line) =>
        line.kind === 'closes' && line.decision === 'D1' ? { ...line, why: '\u001b[2J[x](https://x.test)' } : line,
      ),
    );
    const page = (await asked(loud, 'export')).out;
    expect(page).toContain('**agreed**. \\x1b\\[2J\\[x\\](https:\u200b//x.test)');
  });

  it.each(['export', 'explain'])('%s reads nothing from a ledger that does not hold', async (command) => {
    const forged = withLines(core, (lines) =>
      lines.map((line) => (line.kind === 'closes' && line.decision === 'D2' ? { ...line, outcome: 'rejected' } : line)),
    );
    const { status, out, err } = await asked(forged, command);
    expect([status, out]).toEqual([1, '']);
    expect(err).toMatch(
      /does not hold, and nothing is read from it: .*D2 says "rejected".* \(ledgers\/12\/0001\.jsonl:35\)/,
    );
  });

  it('names the ledgers that there are', async () => {
    const { status, err } = await convenor(['export', folderWith(Object.fromEntries(core.files)), '13']);
    expect(status).toBe(2);
    expect(err).toContain('has no ledger of #13. It has: #12.');
  });
});

describe('convenor explain', () => {
  it('tells the verdict as a tree, with who said what where', async () => {
    const { out, status } = await asked(votes, 'explain', '--at', '2026-12-04');
    expect(status).toBe(0);
    expect(out).toContain(
      '#12 Short frames for satellite links: Before the Core Maintainers until Thursday 17 December',
    );
    expect(out).toContain('As of Saturday 5 December 2026 00:00 UTC, by the record alone; the status is in-review.');
    expect(out).toMatch(/ {2}✓ Vote: The group voted for it \(3 yes[^\n]*\n {4}vote: After a block/);
    expect(out).toMatch(/ {4}✓ linokafor: Votes yes[^\n]*\n {6}https:[^\n]*#issuecomment-\d+ on [0-9a-f]{12}\n/);
    expect(out).toContain('Not counted: It was cast on an earlier text');
    expect(out).toContain('`/vote no` of passerby, on Mon 23 Nov 2026 09:07 UTC, was not counted');
    expect(out).toContain('Counted are 5: bolarsen, gracelindqvist, inescosta, pnovotny, yaramensah.');
  });

  it('tells it as it stood at any time before', async () => {
    const told = async (at: string) => (await asked(core, 'explain', '--at', at)).out;
    expect(await told('2026-11-27T00:00:00Z')).toContain('blocked by 1 objection');
    expect(await told('2026-11-29')).toContain('In lazy consensus of the wire-format until Thursday 3 December');
    expect(await told('2026-12-04T18:00:00Z')).toContain('1 yes, 0 no, 0 abstained, of 5.');
    expect(await told('2026-12-04T20:00:00Z')).toContain('1 yes, 1 no, 0 abstained, of 5.');
    expect(await told('2026-12-05T05:02:40Z')).toContain('Accepted; it becomes final once');
    const early = await asked(core, 'explain', '--at', '2026-11-01');
    expect([early.status, early.err]).toEqual([2, expect.stringContaining('The ledger begins at 2026-11-23T')]);
  });

  it('tells the end of a record that is ahead of the clock, and names nobody twice', async () => {
    const folder = folderWith(Object.fromEntries(core.files));
    const { out } = await convenor(['explain', folder, '12'], { now: '2026-11-27T00:00:00Z' });
    expect(out).toContain('the status is final.');
    const blocked = await asked(core, 'explain', '--at', '2026-11-27T00:00:00Z');
    expect(blocked.out).toContain('- linokafor clears the block with');
  });

  it('adds up at the instant of every line', async () => {
    for (const record of [core, votes]) {
      const instants = new Set(rawLines(record, LEDGER).map((raw) => (JSON.parse(raw) as Line).at));
      const folder = folderWith(Object.fromEntries(record.files));
      for (const at of instants) {
        const { status, err } = await convenor(['explain', '--at', at, folder, '12']);
        // Before the first act no line has named rules.
        if (status !== 0) expect(err).toContain('named no rules');
      }
    }
  });

  it('gives machines each rule with its clause', async () => {
    const { out } = await asked(core, 'explain', '--json', '--at', '2026-12-04T20:00:00Z');
    const told = JSON.parse(out) as { status: string; requirements: { rule: string; clause: string }[] };
    expect(told.status).toBe('in-review');
    const node = told.requirements.find(({ rule }) => rule === 'core-decision');
    expect(node).toMatchObject({ held: 'open', clause: expect.stringMatching(/^governance\.mdx/) as string });
    expect(node).toMatchObject({ children: [{ name: 'bolarsen', seen: [{ who: { login: 'bolarsen' } }] }, {}] });
  });

  it.each(['yesterday', '2026-13-01', '2026-12-03 17:00'])('takes no time like "%s"', async (at) => {
    const { status, err } = await asked(core, 'explain', '--at', at);
    expect(status).toBe(2);
    expect(err).toContain('--at takes an instant');
  });
});
