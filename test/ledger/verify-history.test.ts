import { beforeAll, describe, expect, it, test } from 'vitest';
import { blobName } from '../../src/ledger/verify/blobs.js';
import {
  verify,
  type Change,
  type Commit,
  type Finding,
  type Known,
  type Verifiable,
} from '../../src/ledger/verify/index.js';
import { strike } from '../story/stage.js';
import { historyOf, LEDGER, rawLines, text, toldStory, withCommits, withFiles } from './forging.js';

let record: Verifiable;
beforeAll(async () => {
  const story = await toldStory('wire-format');
  record = story.record;
  await strike(story.told);
}, 60_000);

const ANYBODY: Known = { app: null, commit: null };

const found = async (forged: Verifiable, known = ANYBODY): Promise<Finding[]> => (await verify(forged, known)).findings;

/** The last commit that wrote to the ledger, changed in some way. */
const lastAppend = (change: Partial<Commit>): Verifiable =>
  withCommits(record, (commits) => {
    const last = commits.findLastIndex(({ changes }) => changes.some(({ path }) => path === LEDGER));
    return commits.map((commit, index) => (index === last ? { ...commit, ...change } : commit));
  });

/** A record onto which somebody has put one more commit, with blobs of their own. */
function pushed(files: Record<string, string | null>, commit: Partial<Commit> = {}): Verifiable {
  const history = historyOf(record);
  const last = history.commits.at(-1)!;
  const blobs = new Map<string, Uint8Array>();
  const changes = Object.entries(files).map(([path, content]): Change => {
    if (content === null) return { path, blob: null, mode: null };
    const bytes = Buffer.from(content);
    const blob = blobName(bytes, last.oid);
    blobs.set(blob, bytes);
    return { path, blob, mode: '100644' };
  });
  const one: Commit = { ...last, oid: 'f'.repeat(40), parents: [last.oid], changes, ...commit };
  return {
    files: withFiles(record, files).files,
    history: {
      commits: [...history.commits, one],
      read: async (blob) => blobs.get(blob) ?? (await history.read(blob)),
    },
  };
}

const MALLORY = { name: 'Mallory', email: 'mallory@example.org' };

describe('Who made a commit', () => {
  it('must be the app, whatever the commit does', async () => {
    expect(await found(lastAppend({ author: MALLORY }))).toMatchObject([{ code: 'commit/app' }]);
    const other = { name: 'other[bot]', email: '99+other[bot]@users.noreply.github.localhost' };
    const [first] = await found(lastAppend({ author: other }));
    expect(first!.message).toContain(
      'is by other[bot] <99+other[bot]@users.noreply.github.localhost>, and not of convenor[bot]',
    );
  });

  it('is known beforehand to who names the app: a record of another is not its record', async () => {
    expect(await found(record, { app: 'convenor', commit: null })).toEqual([]);
    const findings = await found(record, { app: 'someone-else', commit: null });
    expect(findings).toHaveLength(historyOf(record).commits.length);
    expect(findings[0]).toMatchObject({ code: 'commit/app' });
  });

  it('must be an app in the first place', async () => {
    const forged = withCommits(record, (commits) => commits.map((commit) => ({ ...commit, author: MALLORY })));
    expect((await found(forged))[0]).toMatchObject({ code: 'commit/app' });
    expect((await verify(forged, ANYBODY)).history).toMatchObject({ app: null });
  });

  test.each([
    ['none', 'is not signed'],
    ['bad', 'does not fit it'],
    ['other', 'and not by GitHub'],
  ] as const)('is told by its signature: %s', async (signature, says) => {
    const [first, ...rest] = await found(lastAppend({ signature }));
    expect(first).toMatchObject({ code: 'commit/signature' });
    expect(first!.message).toContain(says);
    expect(rest).toEqual([]);
  });

  it('is left open where the signature cannot be checked, and said', async () => {
    const report = await verify(lastAppend({ signature: 'unchecked' }), ANYBODY);
    expect(report.findings).toEqual([]);
    expect(report.unchecked).toEqual([
      "1 commit is signed, and whether by GitHub cannot be checked here: that takes GitHub's own answer, or its public key.",
    ]);
  });
});

describe('A commit', () => {
  it('that forges a ballot and all that follows from it is caught by who made it', async () => {
    // The very files of the record: nothing in them can be told from the real ones.
    const forged = lastAppend({ author: MALLORY, signature: 'none' });
    expect((await found(forged)).map(({ code }) => code)).toEqual(['commit/app', 'commit/signature']);
    expect(await found({ files: forged.files, history: 'None.' })).toEqual([]);
  });

  it('only extends a ledger: one that changes what stood there is named with the line', async () => {
    const lines = rawLines(record);
    const changed = lines.with(6, lines[6]!.replace('"at"', '"At"'));
    const findings = await found(pushed({ [LEDGER]: `${changed.join('\n')}\n` }));
    expect(findings[0]).toMatchObject({
      code: 'commit/changes',
      path: LEDGER,
      line: 7,
      commit: 'f'.repeat(40),
      ledger: 12,
    });
    expect(findings[0]!.message).toBe('ffffffffffff does more than extend this ledger: line 7 was another before it.');
  });

  it('that takes lines away is named, also where the ledger holds in itself', async () => {
    const lines = rawLines(record);
    const findings = await found(pushed({ [LEDGER]: `${lines.slice(0, 5).join('\n')}\n` }));
    expect(findings[0]).toMatchObject({ code: 'commit/changes', path: LEDGER, line: 6 });
  });

  it('that was taken back by another is named all the same', async () => {
    const lines = rawLines(record);
    const good = `${lines.join('\n')}\n`;
    const bad = pushed({ [LEDGER]: good.replace('kofiadu', 'passerby') });
    const history = historyOf(bad);
    const oid = 'e'.repeat(40);
    const back: Commit = {
      ...history.commits.at(-1)!,
      oid,
      parents: ['f'.repeat(40)],
      changes: [{ path: LEDGER, blob: blobName(Buffer.from(good), oid), mode: '100644' }],
    };
    const findings = await found({
      files: record.files,
      history: { ...history, commits: [...history.commits, back] },
    });
    expect(findings.map(({ code, commit }) => `${code} ${commit!.slice(0, 4)}`)).toEqual([
      'commit/changes ffff',
      'commit/changes eeee',
    ]);
  });

  it('takes nothing away, and changes no rules', async () => {
    const [rules = ''] = [...record.files.keys()].filter((path) => path.startsWith('rules/'));
    for (const content of ['{}\n', null]) {
      // Without its rules nobody knows in which folder the pages are made, so these are named as well.
      const findings = await found(pushed({ [rules]: content }));
      expect(findings.filter(({ path }) => path === rules)[0]).toMatchObject({
        code: 'commit/changes',
        commit: 'f'.repeat(40),
      });
    }
    const gone = await found(pushed({ [LEDGER]: null, 'index/12.json': null }));
    expect(gone).toMatchObject([
      { code: 'commit/changes', path: LEDGER, message: 'ffffffffffff takes this file away.' },
    ]);
  });

  it('gives no login another account, and takes none away', async () => {
    const pins = JSON.parse(text(record.files.get('people.json'))) as Record<string, { id: number }>;
    const other = { ...pins, kofiadu: { ...pins['kofiadu']!, id: 4711 } };
    const findings = await found(pushed({ 'people.json': JSON.stringify(other) }));
    expect(findings).toMatchObject([{ code: 'commit/changes', path: 'people.json' }]);
    expect(findings[0]!.message).toContain('gives kofiadu another account than at first sight');
    const fewer = Object.fromEntries(Object.entries(pins).filter(([login]) => login !== 'kofiadu'));
    expect(await found(pushed({ 'people.json': JSON.stringify(fewer) }))).toHaveLength(1);
    const more = { ...pins, newcomer: { id: 4711, nodeId: 'U_1', login: 'newcomer' } };
    expect(await found(pushed({ 'people.json': JSON.stringify(more) }))).toEqual([]);
  });

  it('writes nothing that is none of the record, and makes no link of a ledger', async () => {
    const foreign = await found(pushed({ '.github/workflows/evil.yml': 'on: push\n' }));
    expect(foreign[0]).toMatchObject({ code: 'commit/changes', path: '.github/workflows/evil.yml' });
    const [link] = await found(linked());
    expect(link).toMatchObject({ code: 'commit/changes', path: LEDGER });
  });

  it('may make pages and the index anew', async () => {
    const index = text(record.files.get('index/12.json'));
    expect(await found(pushed({ 'dashboard/README.md': 'All anew.\n', 'index/12.json': `${index}\n` }))).toEqual([]);
  });

  it('has one before it, and the first has none', async () => {
    const merge = withCommits(record, (commits) =>
      commits.map((commit, index) =>
        index === 5 ? { ...commit, parents: [...commit.parents, 'd'.repeat(40)] } : commit,
      ),
    );
    expect(await found(merge)).toMatchObject([{ code: 'commit/parents' }]);
    const late = withCommits(record, ([first, ...rest]) => [{ ...first!, parents: ['d'.repeat(40)] }, ...rest]);
    expect(await found(late)).toMatchObject([{ code: 'commit/parents' }]);
  });
});

describe('A branch that was put back', () => {
  it('holds in itself, and is noticed by who knows a commit that it has held', async () => {
    const { commits } = historyOf(record);
    const last = commits.at(-1)!.oid;
    expect(await found(record, { app: null, commit: last })).toEqual([]);
    const findings = await found(record, { app: null, commit: 'b'.repeat(40) });
    expect(findings).toMatchObject([{ code: 'commit/known', commit: 'b'.repeat(40) }]);
  });
});

/** The record whose last commit makes a symbolic link of the ledger. */
const linked = (): Verifiable => {
  const forged = pushed({ [LEDGER]: text(record.files.get(LEDGER)) + '\n' });
  return withCommits(forged, (commits) =>
    commits.map((commit) =>
      commit.oid === 'f'.repeat(40)
        ? { ...commit, changes: commit.changes.map((change) => ({ ...change, mode: '120000' })) }
        : commit,
    ),
  );
};
