import { beforeAll, describe, expect, it, test } from 'vitest';
import { readEntry } from '../../src/dashboard/entry.js';
import { chain } from '../../src/ledger/chain.js';
import type { LineBody, LineOf } from '../../src/ledger/lines.js';
import { verify, type Finding, type Verifiable } from '../../src/ledger/verify/index.js';
import { checkLedger } from '../../src/ledger/verify/ledger.js';
import { Issue, PACK } from '../judge/ladder/history.js';
import { strike } from '../story/stage.js';
import { changing, LEDGER, rawLines, text, toldStory, withFiles, withLines } from './forging.js';

/** The record that the core's decision of the demo's story leaves. */
let record: Verifiable;
beforeAll(async () => {
  const story = await toldStory('wire-format');
  record = story.record;
  await strike(story.told);
}, 60_000);

/** What is found in the files alone, as a folder has them. */
const found = async (files: Verifiable): Promise<Finding[]> => {
  const { findings } = await verify({ files: files.files, history: 'None here.' }, { app: null, commit: null });
  return findings;
};

const lineOf = (kind: LineBody['kind'], fits: (line: never) => boolean = () => true): number =>
  rawLines(record).findIndex((raw) => {
    const line = JSON.parse(raw) as LineBody;
    return line.kind === kind && fits(line as never);
  }) + 1;

describe('A record as it was written', () => {
  it('holds, with its history and without', async () => {
    const report = await verify(record, { app: 'convenor', commit: null });
    expect(report.findings).toEqual([]);
    expect(report.unchecked).toEqual([]);
    expect(report.history).toMatchObject({ app: 'convenor[bot]', unchecked: 0 });
    expect(report.history!.commits).toBeGreaterThan(10);
    const [ledger] = report.ledgers;
    expect(ledger!.replay!.state.decisions.map(({ form, closed }) => `${form} ${closed!.outcome}`)).toEqual([
      'consensus agreed',
      'core accepted',
    ]);
    expect(await found(record)).toEqual([]);
  });

  it('says what could not be checked', async () => {
    const { unchecked } = await verify({ files: record.files, history: 'None here.' }, { app: null, commit: null });
    expect(unchecked).toEqual(['None here.']);
  });
});

describe('A ledger that was changed', () => {
  it('is noticed at the line behind a changed byte, for every line', async () => {
    const lines = rawLines(record);
    expect(lines.length).toBeGreaterThan(40);
    for (const index of lines.keys()) {
      if (index === lines.length - 1) continue;
      const changed = lines.map((raw, at) => (at === index ? raw.replace('"at":"2026', '"at":"2025') : raw));
      expect(changed[index]).not.toBe(lines[index]);
      const [first] = await found(withFiles(record, { [LEDGER]: `${changed.join('\n')}\n` }));
      expect(first).toMatchObject({ code: 'ledger/broken', path: LEDGER, line: index + 2, ledger: 12 });
    }
  });

  it('is noticed where a line was taken out, at the one behind it', async () => {
    const lines = rawLines(record);
    for (const index of lines.keys()) {
      const rest = lines.filter((_, at) => at !== index);
      const findings = await found(withFiles(record, { [LEDGER]: `${rest.join('\n')}\n` }));
      // Whoever cuts the end off leaves a ledger that holds in itself: the index and the history tell.
      if (index === lines.length - 1) continue;
      expect(findings[0]).toMatchObject({ code: 'ledger/broken', line: Math.min(index + 1, rest.length) });
    }
  });

  it('is noticed where its end was cut off behind an act whose consequence stood there', async () => {
    const lines = rawLines(record);
    const closes = lines.findLastIndex((raw) => (JSON.parse(raw) as LineBody).kind === 'closes');
    const cut = `${lines.slice(0, closes).join('\n')}\n`;
    const [first] = await found(withFiles(record, { [LEDGER]: cut }));
    expect(first).toMatchObject({ code: 'ledger/cut', path: LEDGER });
    expect(first!.message).toContain('D2 ends (accepted), and no line behind it says so');
  });

  it('is noticed by its index where more of the end is gone', async () => {
    const lines = rawLines(record);
    const opens = lines.findIndex((raw) => (JSON.parse(raw) as LineBody).kind === 'opens');
    const until = lines.findIndex((raw, at) => at > opens && (JSON.parse(raw) as LineBody).kind === 'act');
    const [first] = await found(withFiles(record, { [LEDGER]: `${lines.slice(0, until).join('\n')}\n` }));
    expect(first).toMatchObject({ code: 'index/differs', path: 'index/12.json', ledger: 12 });
  });

  it('is noticed where bytes are no text, and where the last line is cut', async () => {
    const bytes = Buffer.from(record.files.get(LEDGER)!);
    bytes[bytes.indexOf('satellite')] = 0xff;
    expect((await found(withFiles(record, { [LEDGER]: bytes }))).map(({ code }) => code)).toContain('file/not-text');
    const cut = text(record.files.get(LEDGER)).slice(0, -20);
    expect((await found(withFiles(record, { [LEDGER]: cut })))[0]).toMatchObject({ code: 'ledger/broken' });
  });
});

describe('A ledger whose hashes were all made right', () => {
  const ballot = (line: LineOf<'act'>): boolean => line.command === 'core reject';

  it('is noticed where a ballot was turned: the closing does not follow', async () => {
    const forged = withLines(record, changing('act', ballot, { command: 'core accept', args: [] }));
    const [first] = await found(forged);
    expect(first).toMatchObject({
      code: 'ledger/decision',
      path: LEDGER,
      line: lineOf('closes', (line: LineOf<'closes'>) => line.decision === 'D2'),
    });
    expect(first!.message).toContain('its acts come to "accepted" (cause)');
  });

  it('is noticed where a ballot was added', async () => {
    const forged = withLines(record, (lines) => {
      const cast = lines.findIndex((line) => line.kind === 'act' && ballot(line));
      const act = lines[cast] as LineOf<'act'>;
      const other = { ...act, command: 'core accept', args: [], source: { ...act.source, id: `${act.source.id}x` } };
      return lines.toSpliced(cast + 1, 0, other);
    });
    expect((await found(forged)).map(({ code }) => code)).toContain('ledger/decision');
  });

  it('is noticed where the closing says what the ballots do not give', async () => {
    const of = (line: LineOf<'closes'>): boolean => line.decision === 'D2';
    const forged = withLines(record, changing('closes', of, { outcome: 'rejected' }));
    const [first] = await found(forged);
    expect(first).toMatchObject({ code: 'ledger/decision', line: lineOf('closes', of) });
    expect(first!.message).toContain('says "rejected", and its acts come to "accepted"');
  });

  it('is noticed where a decision was given less time', async () => {
    const of = (line: LineOf<'opens'>): boolean => line.decision === 'D1';
    const forged = withLines(record, changing('opens', of, { deadline: '2026-11-23T10:00:00Z' }));
    expect((await found(forged))[0]).toMatchObject({ code: 'ledger/decision', line: lineOf('opens', of) });
  });

  it('is noticed where a nomination leaves no time to speak, or is made a return: by the line', () => {
    const issue = new Issue().says('core', '/nominate @nominee member').written();
    const check = (change: object): Finding[] => {
      const lines = chain(changing('nomination', () => true, change)([...issue.all]), null);
      const segments = [{ name: '0001.jsonl', text: `${lines.join('\n')}\n` }];
      return checkLedger(20, segments, new Map([['a'.repeat(64), PACK]])).findings;
    };
    expect(check({})).toEqual([]);
    for (const change of [{ deadline: null }, { matter: 'return' }]) {
      expect(check(change)).toMatchObject([{ code: 'ledger/decision', path: 'ledgers/20/0001.jsonl', line: 3 }]);
    }
  });

  it('is noticed where it lies in the folder of another, begins twice, or with something else', async () => {
    const moved = withFiles(record, {
      [LEDGER]: null,
      'index/12.json': null,
      'ledgers/13/0001.jsonl': record.files.get(LEDGER)!,
    });
    expect((await found(moved))[0]).toMatchObject({ code: 'ledger/subject', ledger: 13, line: 1 });
    const twice = withLines(record, (lines) => [...lines, lines[0]!]);
    expect((await found(twice))[0]).toMatchObject({ code: 'ledger/subject', line: rawLines(record).length + 1 });
    const headless = withLines(record, (lines) => lines.slice(1));
    expect((await found(headless))[0]).toMatchObject({ code: 'ledger/subject', line: 1 });
  });

  it('is noticed where an instant is none that any clock knows', async () => {
    const of = (line: LineOf<'opens'>): boolean => line.decision === 'D1';
    const forged = withLines(record, changing('opens', of, { at: '2026-99-99T99:99:99Z' }));
    expect((await found(forged)).length).toBeGreaterThan(0);
  });
});

describe('What stands beside the ledgers', () => {
  const index = (): Record<string, unknown> =>
    JSON.parse(text(record.files.get('index/12.json'))) as Record<string, unknown>;

  test.each<[string, (entry: Record<string, unknown>) => object]>([
    ['its status', () => ({ status: 'rejected' })],
    ['who sponsors', () => ({ sponsor: 'passerby' })],
    ['whose it is', () => ({ group: 'discovery' })],
    ['how a decision ended', ({ decisions }) => ({ decisions: (decisions as object[]).slice(1) })],
    ['an open decision', () => ({ decision: { id: 'D9', form: 'core', deadline: '2026-12-30T00:00:00Z' } })],
    ['whether it is open', () => ({ open: false })],
    ['its steps', ({ steps }) => ({ steps: (steps as object[]).slice(0, -1) })],
    ['its way', ({ course }) => ({ course: { ...(course as object), sponsoredAt: '2026-01-01T00:00:00Z' } })],
    ['who was counted', ({ course }) => ({ course: { ...(course as object), rounds: [] } })],
    ['the hash of its last line', ({ seal }) => ({ seal: { ...(seal as object), last: 'a'.repeat(64) } })],
    ['who owes a review', () => ({ reviewers: ['passerby'] })],
    ['the line that ends a decision', ({ seal }) => ({ seal: { ...(seal as object), ends: [] } })],
  ])('is held against them: %s in the index', async (_, change) => {
    const entry = index();
    const forged = withFiles(record, { 'index/12.json': JSON.stringify({ ...entry, ...change(entry) }) });
    expect(await found(forged)).toMatchObject([{ code: 'index/differs', path: 'index/12.json', ledger: 12 }]);
  });

  it('says nothing wrong where it is from before there was a way, a seal and a tree of reasons in it', async () => {
    const { course, seal, asked, reviewers, ...older } = index();
    expect([course, seal, asked, reviewers]).not.toContain(undefined);
    expect(await found(withFiles(record, { 'index/12.json': JSON.stringify(older) }))).toEqual([]);
    expect(readEntry(JSON.stringify(older))).toMatchObject({ course: null, seal: null, asked: [], reviewers: [] });
  });

  it('must be there, and about a ledger that is', async () => {
    expect(await found(withFiles(record, { 'index/12.json': null }))).toMatchObject([{ code: 'index/form' }]);
    expect(await found(withFiles(record, { 'index/12.json': '[]' }))).toMatchObject([{ code: 'index/form' }]);
    expect(await found(withFiles(record, { 'index/99.json': '{}' }))).toMatchObject([
      { code: 'index/differs', ledger: 99 },
    ]);
  });

  it('is what its name says: rules, pins, and nothing else', async () => {
    const [rules = ''] = [...record.files.keys()].filter((path) => path.startsWith('rules/'));
    const other = text(record.files.get(rules)).replace('"strict":false', '"strict":true');
    const findings = await found(withFiles(record, { [rules]: other }));
    expect(findings[0]).toMatchObject({ code: 'rules/form', path: rules });
    // Nothing is decided by rules that are not there.
    expect(findings.some(({ code }) => code === 'ledger/decision')).toBe(true);
    expect(await found(withFiles(record, { 'people.json': '{"a":1}' }))).toMatchObject([{ code: 'people/form' }]);
    expect(await found(withFiles(record, { 'ledgers/12/notes.txt': 'x\n' }))).toMatchObject([
      { code: 'ledger/folder', path: 'ledgers/12/notes.txt' },
    ]);
    expect(await found(withFiles(record, { 'workflow.yml': 'on: push\n' }))).toMatchObject([
      { code: 'file/unknown', path: 'workflow.yml' },
    ]);
  });

  it('may be made anew: pages', async () => {
    expect(await found(withFiles(record, { 'dashboard/README.md': 'All anew.\n' }))).toEqual([]);
  });
});
