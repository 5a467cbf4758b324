import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { replay } from '../../src/judge/replay.js';
import { chain } from '../../src/ledger/chain.js';
import type { Elector, LineBody, LineOf } from '../../src/ledger/lines.js';
import { checkRecord } from '../../src/ledger/verify/record.js';
import type { Verifiable } from '../../src/ledger/verify/index.js';
import type { Rules } from '../../src/rules/schema.js';
import { plusDays } from '../../src/judge/instants.js';
import { differentPinned } from '../../src/judge/organizations.js';
import { said, START, world } from '../judge/any-story.js';
import { elector, HEAD, history, IDS, RULES, type History, type Name } from '../judge/history.js';
import { strike } from '../story/stage.js';
import { changing, rawLines, toldStory, withFiles, withLines } from './forging.js';
import { voteStory } from './votes.js';

const noPython = spawnSync('python3', ['--version']).status !== 0;

/** A decision as both come to it. */
interface Recounted {
  decision: string;
  form: string;
  outcome: string;
  tally?: LineOf<'closes'>['tally'];
}

const made: string[] = [];
afterAll(() => made.forEach((folder) => rmSync(folder, { recursive: true })));

function folderOf(files: Iterable<readonly [string, string | Uint8Array]>): string {
  const folder = mkdtempSync(join(tmpdir(), 'convenor-recount-'));
  made.push(folder);
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

const recount = (folder: string, ...args: string[]): { status: number | null; out: string } => {
  const { status, stdout, stderr } = spawnSync('python3', ['docs/recount.py', ...args, folder], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status, out: stdout + stderr };
};

const recounted = (folder: string): { ok: boolean; ledgers: Record<string, Recounted[]> } =>
  JSON.parse(recount(folder, '--json').out) as { ok: boolean; ledgers: Record<string, Recounted[]> };

/** What Convenor itself comes to. */
const ours = ({ state }: ReturnType<typeof replay>): Recounted[] =>
  state.decisions.map(({ id, form, closed }) => ({
    decision: id,
    form,
    outcome: closed?.outcome ?? 'open',
    ...(closed ? { tally: closed.tally } : {}),
  }));

describe.skipIf(noPython)('docs/recount.py, which is written from docs/record.md alone (needs python3)', () => {
  let core: Verifiable;
  let window: Verifiable;
  let votes: Verifiable;
  beforeAll(async () => {
    for (const group of ['wire-format', 'discovery'] as const) {
      const { told, record } = await toldStory(group);
      if (group === 'discovery') window = record;
      else core = record;
      await strike(told);
    }
    votes = await voteStory();
  }, 180_000);

  const all = (): Verifiable[] => [core, window, votes];

  it('comes to the same outcomes and counts for what the app wrote', () => {
    const came = all().map((record) => {
      const { ok, ledgers } = recounted(folderOf(record.files));
      const [ledger] = checkRecord(record.files).ledgers;
      expect(ok).toBe(true);
      expect(ledgers).toEqual({ '12': ours(ledger!.replay!) });
      return ledgers['12']!.map(({ form, outcome }) => `${form} ${outcome}`);
    });
    expect(came).toEqual([
      ['consensus agreed', 'core accepted'],
      ['consensus agreed', 'veto-window accepted'],
      ['vote passed', 'core open'],
    ]);
    expect(recount(folderOf(core.files)).out).toBe(
      "#12 D1 consensus: agreed {'yes': 0, 'no': 0, 'abstain': 0, 'spoken': 0, 'electorate': 5}\n" +
        "#12 D2 core: accepted {'yes': 3, 'no': 1, 'abstain': 0, 'spoken': 4, 'electorate': 5}\n",
    );
  });

  it('notices a changed byte in any line but the last, and a line that is gone', () => {
    const lines = rawLines(core);
    for (const index of [0, 1, 20, lines.length - 2]) {
      const changed = lines.map((raw, at) => (at === index ? raw.replace('"at":"2026', '"at":"2025') : raw));
      const folder = folderOf(withFiles(core, { 'ledgers/12/0001.jsonl': `${changed.join('\n')}\n` }).files);
      const { status, out } = recount(folder);
      expect([status, out]).toEqual([1, `#12 does not hold: line ${index + 1} does not follow from the one before\n`]);
      const without = lines.filter((_, at) => at !== index);
      const gone = folderOf(withFiles(core, { 'ledgers/12/0001.jsonl': `${without.join('\n')}\n` }).files);
      expect(recount(gone).out).toContain(`line ${index} does not follow`);
    }
  });

  it.each<[string, (lines: LineBody[]) => LineBody[], string]>([
    [
      'a ballot that was turned',
      changing('act', ({ command }) => command === 'core reject', { command: 'core accept' }),
      'D2 came to accepted',
    ],
    [
      'a ballot that was taken out',
      (lines) => lines.filter((line) => line.kind !== 'act' || line.by.login !== 'gracelindqvist'),
      'D2 came to accepted',
    ],
    [
      'a block that nobody cleared',
      (lines) => lines.filter((line) => line.kind !== 'act' || line.command !== 'unblock'),
      'D1 came to agreed',
    ],
    [
      'an outcome that was turned',
      changing('closes', ({ decision }) => decision === 'D2', { outcome: 'rejected' }),
      'D2 came to rejected',
    ],
    [
      'a quorum that the rules do not give',
      changing('opens', ({ decision }) => decision === 'D2', {
        quorum: { num: 1, den: 9, strict: false, of: 'electorate' },
      }),
      'D2 has other terms',
    ],
    [
      'a decision that nothing opens',
      (lines) => lines.filter((line) => line.kind !== 'act' || line.command !== 'consensus start'),
      'nothing opens D1',
    ],
  ])('notices %s, with every hash made right', (_, change, says) => {
    const { status, out } = recount(folderOf(withLines(core, change).files));
    expect(status).toBe(1);
    expect(out).toContain('#12 does not hold: ');
    expect(out).toContain(says);
  });

  it('notices rules that are not what their name says', () => {
    const [path = ''] = [...core.files.keys()].filter((one) => one.startsWith('rules/'));
    const rules = Buffer.from(core.files.get(path) ?? []).toString('utf8');
    const { status, out } = recount(
      folderOf(withFiles(core, { [path]: rules.replace('"early":true', '"early":false') }).files),
    );
    expect([status, out]).toEqual([1, `${path} are not what their name says\n`]);
  });

  it('tells organisations apart as Convenor does', () => {
    const texts = fc.sample(fc.array(affiliation, { maxLength: 9 }), { numRuns: 300, seed: 5 });
    const program =
      'import json, sys, recount; print([recount.different_organizations(texts) for texts in json.load(sys.stdin)])';
    const { stdout } = spawnSync('python3', ['-c', program], {
      input: JSON.stringify(texts),
      encoding: 'utf8',
      env: { ...process.env, PYTHONPATH: 'docs', PYTHONDONTWRITEBYTECODE: '1' },
    });
    expect(JSON.parse(stdout)).toEqual(texts.map(differentPinned));
  });

  it('comes to the same for stories of chance', { timeout: 600_000 }, () => {
    // Always the same ones in `npm test`, and any others in `npm run test:long`.
    const isLong = process.env['HISTORIES'] === 'long';
    const sample = fc.sample(chance, isLong ? { numRuns: 1000 } : { numRuns: 100, seed: 5 });
    const files: [string, string][] = [];
    const wanted: Record<string, Recounted[]> = {};
    const forms = new Map<string, number>();
    for (const [index, one] of sample.entries()) {
      const rules = varied(one.rules);
      const text = JSON.stringify(rules);
      const sha = createHash('sha256').update(text).digest('hex');
      const lines = lived(one, rules, index + 1, sha);
      const played = replay(lines, new Map([[sha, rules]]));
      expect(played.doubts).toEqual([]);
      wanted[String(index + 1)] = ours(played);
      for (const { form, outcome } of ours(played))
        forms.set(`${form} ${outcome}`, (forms.get(`${form} ${outcome}`) ?? 0) + 1);
      files.push([`rules/${sha}.json`, `${text}\n`]);
      files.push([`ledgers/${index + 1}/0001.jsonl`, `${chain(lines, null).join('\n')}\n`]);
    }
    const folder = folderOf(new Map(files));
    const came = recounted(folder);
    for (const [number, decisions] of Object.entries(wanted)) {
      expect(
        came.ledgers[number] ??
          recount(folder)
            .out.split('\n')
            .filter((line) => line.startsWith(`#${number} `)),
        `ledger ${number} in ${folder}`,
      ).toEqual(decisions);
    }
    expect(came.ok).toBe(true);
    for (const form of [
      'consensus agreed',
      'consensus blocked',
      'vote passed',
      'core accepted',
      'veto-window accepted',
    ]) {
      expect(forms.get(form) ?? 0, form).toBeGreaterThan(0);
    }
  });
});

/** What happens to the pull request between two words. */
const EVENTS = [
  ...['nothing', 'nothing', 'nothing', 'nothing', 'push', 'retype', 'back', 'close', 'open', 'confirm', 'approve'],
  ...['the group', 'the group', 'the core'],
];

/** What leads somewhere that chance alone seldom finds. */
const likely = fc
  .tuple(
    fc.constantFrom<[Name, string]>(
      ['noor', '/block one\nIt boils over.\nAlternative: a larger kettle.'],
      ['omar', '/block one\nIt whistles.\nCriterion: it is silent.'],
      ['noor', '/unblock one'],
      ['pia', '/block challenge'],
      ['lena', '/consensus start minor compatible'],
      ['lena', '/vote start scope compatible'],
      ['noor', '/vote recuse'],
      ['lena', '/vote close'],
      ['rosa', '/veto It touches sessions.'],
      ['sven', '/veto It touches sessions.'],
      ['uri', '/veto alone Never.'],
      ['rosa', '/veto withdraw'],
      ['rosa', '/recall It contradicts another.'],
      ['rosa', '/core record accept 3/1/0 https://example.org/notes'],
      ['sven', '/core confirm'],
      ['tomoko', '/core confirm'],
      ['kofi', '/sep status in-review'],
    ),
    fc.constantFrom(0, 60, 86_400, 6 * 86_400),
  )
  .map(([[name, body], wait]) => ({ name, body, wait }));

/** A body speaks, each of it once. */
const several = <Side extends string>(names: Name[], ...sides: Side[]): fc.Arbitrary<[Name, Side][]> =>
  fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...sides)), { minLength: 2, maxLength: 5 });
const voting = several(['lena', 'noor', 'omar', 'pia', 'ben', 'ada'], 'yes', 'yes', 'yes', 'no', 'abstain', 'recuse');
const deciding = several(['rosa', 'sven', 'tomoko', 'uri', 'kofi'], 'accept', 'accept', 'reject', 'abstain');

/** Whose somebody is, as it may be pinned. */
const affiliation = fc.constantFrom(
  null,
  ...'Amber+amber+Amber, Inc.+Amber.io+Amber / Basalt+Basalt+Basalt; Coral+Coral | Dolomite+Dolomite+AWS+Amazon'.split(
    '+',
  ),
  ...'Dolomite / MCP Maintainer+Lead+TBD+N/A+Independent+self-employed+Independent / Coral+Émeri+émeri co.'.split('+'),
);

const chance = fc.record({
  world,
  begins: START,
  said: fc.array(fc.record({ word: fc.oneof(said, likely), event: fc.constantFrom(...EVENTS), voting, deciding }), {
    maxLength: 18,
  }),
  rules: fc.record({
    pushes: fc.constantFrom('keep', 'invalidate', 'confirm'),
    early: fc.boolean(),
    confirm: fc.constantFrom(0, 1, 2),
    most: fc.constantFrom(null, { num: 1, den: 2, strict: false, of: 'cast' as const }),
    least: fc.constantFrom(0, 1, 2),
  }),
  affiliations: fc.array(affiliation, { minLength: 10, maxLength: 10 }),
});
type Chance = typeof chance extends fc.Arbitrary<infer T> ? T : never;

function varied({ pushes, early, confirm, most, least }: Chance['rules']): Rules {
  const rules = structuredClone(RULES);
  rules.rules.pushes.effect = pushes;
  rules.rules.vote.early = early;
  rules.rules['core-record'].confirm = confirm;
  rules.rules['ballot-organizations'] = { ...rules.rules['ballot-organizations'], most, least };
  return rules;
}

/** The lines of a story with its looks, under the hash of its own rules. */
function lived(one: Chance, rules: Rules, number: number, sha: string): LineBody[] {
  const of = (electors: readonly Elector[], from: number): Elector[] =>
    electors.map((each, at) => ({ ...each, organization: one.affiliations[from + at] ?? null }));
  const { core, participants } = one.world;
  const members = (['lena', 'noor', 'omar', 'pia'] as const).map((name) => elector(name));
  const told = history({
    ...one.world,
    members: of(members, 0),
    participants: of(participants ?? [], 4),
    core: of(core ?? [], 6),
    rules,
    // Noor and Sven, called otherwise by now, are named by their accounts alone.
    authorIds: one.rules.confirm === 2 ? [IDS.noor, IDS.sven] : [],
  });
  let head = HEAD;
  let pushed = 0;
  const says = (name: Name, body: string): History => told.says(name, body, { head: { commit: head, certain: true } });
  const push = (more: object): void => {
    head = String(++pushed).padStart(40, '0');
    told.pushes(head, more);
  };
  // Nothing falls while the pull request is closed, and a look then writes no closing.
  let isOpen = true;
  const look = (): void => {
    if (isOpen) told.look();
  };
  const isNow = (state: 'open' | 'closed'): void => {
    if (isOpen !== (state === 'open')) told.isNow(state);
    isOpen = state === 'open';
  };
  for (const { name, body } of one.begins) says(name, body).look();
  for (const { word, event, voting, deciding } of one.said) {
    told.after({ seconds: word.wait });
    look();
    if (event === 'push') push({ normative: 'c'.repeat(64) });
    if (event === 'back') push({});
    if (event === 'retype') push({ type: 'Process' });
    if (event === 'close') isNow('closed');
    if (event === 'open') isNow('open');
    if (event === 'confirm') says(word.name, '/sep confirm');
    if (event === 'the group') for (const [name, side] of voting) says(name, `/vote ${side}`);
    if (event === 'the core') for (const [name, side] of deciding) says(name, `/core ${side}`);
    // Some of them on a commit that came and went between two looks.
    if (event === 'approve') approves(told, word.name, word.wait === 0 ? '9'.repeat(40) : head);
    look();
    says(word.name, word.body).after({ minutes: -1 });
    look();
  }
  isNow('open');
  told.look(plusDays(told.clock, 60));
  const named = told.lines.flatMap((line) => ('rules' in line ? [line.rules.sha256] : []))[0] ?? sha;
  const lines = JSON.parse(JSON.stringify(told.lines).replaceAll(named, sha)) as LineBody[];
  return lines.map((line) => (line.kind === 'opened' ? { ...line, subject: { ...line.subject, number } } : line));
}

/** Somebody approves by a review, and says nothing. */
function approves(told: History, name: Name, head: string): void {
  const before = told.lines.length;
  told.says(name, '/help', { head: { commit: head, certain: true }, command: 'review: approved' });
  expect(told.lines.length).toBe(before + 1);
}
