import { finding, verify as verifyRecord, type Finding, type Known, type Report } from '../../ledger/verify/index.js';
import { complain, EXIT, printJson, type Io } from '../io.js';
import { UnreadableObject } from '../record/git.js';
import { readSource, type Where } from '../record/source.js';
import { JSON_OPTION, subcommand } from '../subcommand.js';
import { painter } from '../terminal.js';
import { verifyCard } from './verify-card.js';

export const verify = subcommand({
  name: 'verify',
  usage: 'verify [--json] [--app NAME] [--known COMMIT] [--branch NAME] [--key FINGERPRINT] DIR|URL',
  summary: 'Rebuilds every decision of a record from its ledgers and rules, and checks who wrote it.',
  help: [
    'DIR is a checkout of the record branch, a clone that has fetched it, or a folder with the files of a record. URL is the address of a repository, https://github.com/OWNER/NAME: it is read over the network, with one request for each commit and each file, and by GITHUB_TOKEN where that is set.',
    'Of the ledgers: each line has its form and holds the hash of the line before, and the acts come, by the rules that the record holds, to the very openings and closings that are written. The index, from which the track record of groups is read, says what the ledgers come to. Of the history, where there is one: each commit is by the app, signed by GitHub, has one before it, and only extends: ledgers get longer, logins keep their accounts, rules stay. What cannot be checked is said, and never taken for good. What this proves and what not: docs/record.md.',
    'A cut at the end shows only to who knows what was there: give the commit that was last when you verified before with --known.',
    'With --json: an object with ok; ledgers (number, lines, last (hash of the last line), status, decisions: id, form, group, openedAt, deadline, closed (null, or at, outcome, tally)); history (null, or commits, head, app, unchecked); findings (code, ledger, path, line, commit, message; what they are not about is null), the first line that does not follow first; unchecked (sentences).',
    'Exit status: 0 where everything that was checked holds, 1 where something does not, 2 where there is no record to read.',
  ],
  examples: [
    { line: 'convenor verify ../record', says: 'Verify a worktree of the record branch, with its history.' },
    {
      line: 'convenor verify --app convenor https://github.com/OWNER/NAME',
      says: "Verify a repository's record by GitHub's own word.",
    },
    { line: 'convenor verify demo-out/wire-format', says: 'Verify what the demo left.' },
  ],
  options: {
    json: JSON_OPTION,
    app: {
      type: 'string',
      value: 'NAME',
      says: "The app's name in its address; without it, who made the first commit.",
    },
    known: { type: 'string', value: 'COMMIT', says: 'A commit that the branch has held before, in full.' },
    branch: { type: 'string', value: 'NAME', says: 'The branch of the record, where it is not convenor/record.' },
    key: {
      type: 'string',
      multiple: true,
      value: 'FINGERPRINT',
      says: "A key that counts as GitHub's, as that of an Enterprise Server does.",
    },
  },
  operands: { min: 1, max: 1, noun: 'a folder or an address' },
  async run({ values, operands: [place = '.'] }, io) {
    const known = values.known?.toLowerCase() ?? null;
    if (known !== null && !/^([0-9a-f]{40}|[0-9a-f]{64})$/.test(known)) {
      complain(io, '--known takes the whole name of a commit, 40 digits and letters.');
      return EXIT.wrongUse;
    }
    const where = { branch: values.branch ?? null, keys: values.key ?? [] };
    const read = await verified(place, where, { app: values.app ?? null, commit: known }, io);
    if (!read.ok) {
      complain(io, read.problem);
      return EXIT.wrongUse;
    }
    const { report, uncommitted } = read;
    const whole = { ...report, findings: [...uncommitted.map(changedHere), ...report.findings] };
    if (values.json === true) printJson(io, asJson(whole));
    else io.stdout.write(verifyCard(whole, place, painter(io)).join('\n'));
    return whole.findings.length > 0 ? EXIT.findings : EXIT.fine;
  },
});

type Verified = { ok: true; report: Report; uncommitted: readonly string[] } | { ok: false; problem: string };

/** Reads and verifies; a history of which a part is missing or untrue is none that could be verified. */
async function verified(place: string, where: Where, known: Known, io: Io): Promise<Verified> {
  try {
    const source = await readSource(place, where, io);
    if (!source.ok) return source;
    try {
      return { ok: true, report: await verifyRecord(source.record, known), uncommitted: source.uncommitted };
    } finally {
      source.close();
    }
  } catch (error) {
    if (error instanceof UnreadableObject) return { ok: false, problem: error.message };
    throw error;
  }
}

const changedHere = (path: string): Finding =>
  finding('commit/working-tree', 'This file stands otherwise here than in the last commit.', { path });

const asJson = ({ ledgers, history, findings, unchecked }: Report): object => ({
  ok: findings.length === 0,
  ledgers: ledgers.map(({ number, lines, last, replay }) => ({
    number,
    lines: lines.length,
    last,
    status: replay?.state.status ?? null,
    decisions: (replay?.state.decisions ?? []).map(({ id, form, group, openedAt, deadline, closed }) => ({
      id,
      form,
      group,
      openedAt,
      deadline,
      closed: closed && { at: closed.at, outcome: closed.outcome, tally: closed.tally },
    })),
  })),
  history: history && {
    commits: history.commits,
    head: history.head,
    app: history.app,
    unchecked: history.unchecked,
  },
  findings,
  unchecked,
});
