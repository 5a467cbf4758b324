import { resolve } from 'node:path';
import { GraphqlResponseError } from '@octokit/graphql';
import { RequestError } from '@octokit/request-error';
import { BrokenRecord } from '../../facts/record.js';
import { RULES_FILE, Ungoverned } from '../../facts/governing.js';
import { tokenClient } from '../../github/clients.js';
import { readClone } from '../clone.js';
import { complain, EXIT, printJson, type ExitCode, type Io } from '../io.js';
import { readList } from '../past/list.js';
import { onDisk, reportOf } from '../past/local.js';
import { NothingThere, takeOverAll } from '../past/remote.js';
import { asMarkdown, onTerminal, reportLines } from '../past/report.js';
import type { Reported } from '../past/reported.js';
import { JSON_OPTION, subcommand } from '../subcommand.js';
import { painter } from '../terminal.js';

/** A report, or why there is none: one sentence with the next step. */
type Result = { reported: Reported[] } | { problem: string };

export const importPast = subcommand({
  name: 'import',
  usage: 'import [--json | --markdown] [--dry-run] (--repo OWNER/NAME | [--pulls DIR] [--list FILE] DIR)',
  summary: 'Takes over the open proposals of a repository that has a past, or says what would be taken over.',
  help: [
    'For each open pull request that carries a proposal: what stands there (labels, who is assigned, what the file says, reviews, dates), what of it contradicts what, the state and the sponsor that Convenor takes from it, and what people should do. The order of evidence is in docs/import.md. Nothing is posted on any pull request.',
    'With --repo the pull requests are read from GitHub with the token in the environment variable GITHUB_TOKEN (and GITHUB_API_URL, for a server of your own), and the first lines of each ledger are written to the record, unless --dry-run is given. Only the app writes the record, so that takes a token of its own installation, where a token of a person only reads. The app does the same at its installation; what has a ledger is left as it is.',
    'With DIR, the root of a clone, nothing is ever written. Its rules, list of maintainers, charters and roster count, and its merged proposals. --pulls names a folder with one folder for each pull request, by number, that holds the SEP files at its head under their paths; --list a JSON file with an array "pullRequests" of objects with "number", "title", "author", "assignee", "createdAt", "updatedAt", "mergedAt", "closedAt" (null for what is not there), "labels" and "reviews". Where there is a list, it says which pull requests there are.',
    'With --json: an object with "dryRun" and "pulls", an array of objects with "pull", "title", "is" (taken-over, begun, merged, closed, companion or other), "says", "status", "sponsor", "evidence" (objects with "piece", "value", "status"), "conflicts" (objects with "code", "says") and "next" (sentences).',
    'Exit status: 0, or 2 where something could not be read or written. What was written by then stays; run it again.',
  ],
  examples: [
    { line: 'convenor import --repo example/specification --dry-run', says: 'See what would be taken over.' },
    { line: 'convenor import --pulls ../pulls --list ../pulls.json .', says: 'The same from files.' },
  ],
  options: {
    json: JSON_OPTION,
    markdown: { type: 'boolean', says: 'Print Markdown, for an issue or a page.' },
    'dry-run': { type: 'boolean', says: 'Write nothing, say what would be written.' },
    repo: { type: 'string', value: 'OWNER/NAME', says: 'A repository on GitHub.' },
    pulls: { type: 'string', value: 'DIR', says: 'A folder with the SEP files of pull requests.' },
    list: { type: 'string', value: 'FILE', says: 'A JSON file with labels, people and dates of pull requests.' },
  },
  operands: { min: 0, max: 1, noun: 'the root of a clone, or --repo' },
  async run({ values, operands: [directory] }, io) {
    const { repo, pulls, list, json, markdown } = values;
    if ((repo === undefined) === (directory === undefined)) {
      return refuse(io, 'name either the root of a clone or, with --repo, a repository on GitHub.');
    }
    if (repo !== undefined && (pulls !== undefined || list !== undefined)) {
      return refuse(io, '--pulls and --list belong to a clone: with --repo the pull requests are read from GitHub.');
    }
    if (json === true && markdown === true) return refuse(io, 'choose one of --json and --markdown.');
    const isDry = directory !== undefined || values['dry-run'] === true;
    const result =
      directory === undefined
        ? await fromGitHub(repo ?? '', isDry, io)
        : await fromDisk(directory, { pulls: pulls ?? null, list: list ?? null }, io);
    if ('problem' in result) return refuse(io, result.problem);
    const { reported } = result;
    if (json === true) printJson(io, { dryRun: isDry, pulls: reported });
    else {
      const form = markdown === true ? asMarkdown : onTerminal(painter(io));
      io.stdout.write(`${reportLines(reported, isDry, form).join('\n')}\n`);
    }
    return EXIT.fine;
  },
});

async function fromDisk(
  directory: string,
  { pulls, list }: { pulls: string | null; list: string | null },
  io: Io,
): Promise<Result> {
  const read = await readClone(resolve(io.cwd, directory), directory);
  if (!read.ok) return { problem: read.problem };
  const { clone } = read;
  if (clone.rulesFrom === 'pack-instead') {
    return {
      problem: `${RULES_FILE} has errors, and labels have their meaning from it. See: convenor rules check ${directory}`,
    };
  }
  if (pulls === null && list === null) {
    return { problem: 'a clone holds no pull requests: say where they are with --pulls or --list, or use --repo.' };
  }
  const known = list === null ? null : await readList(resolve(io.cwd, list), list);
  if (known?.ok === false) return { problem: known.problem };
  const found = await onDisk(pulls, known?.pulls ?? null, { folder: clone.rules.paths.proposals, cwd: io.cwd });
  if (!found.ok) return { problem: found.problem };
  return { reported: reportOf(found.pulls, clone, io.today()) };
}

async function fromGitHub(repo: string, isDry: boolean, io: Io): Promise<Result> {
  const [, owner, name] = /^([\w.-]+)\/([\w.-]+)$/.exec(repo) ?? [];
  if (owner === undefined || name === undefined) return { problem: `"${repo}" is no repository. Write OWNER/NAME.` };
  const token = io.env.GITHUB_TOKEN ?? '';
  if (token === '') {
    return {
      problem:
        'there is no token in GITHUB_TOKEN. One that may read pull requests, and write contents unless --dry-run is given, is needed.',
    };
  }
  const client = tokenClient(token, io.env.GITHUB_API_URL);
  try {
    return { reported: await takeOverAll({ client, repository: { owner, name }, now: io.now(), isDry }) };
  } catch (error) {
    return { problem: problemIn(error) };
  }
}

/** What went wrong on GitHub, in a sentence; a mistake of ours is thrown on. */
function problemIn(error: unknown): string {
  if (error instanceof NothingThere || error instanceof BrokenRecord) return error.message;
  if (error instanceof Ungoverned) return `what governs the repository cannot be read: ${error.message}`;
  if (error instanceof RequestError) return `GitHub answered ${error.status}: ${error.message}`;
  if (error instanceof GraphqlResponseError) return `GitHub answered: ${error.message}`;
  throw error;
}

function refuse(io: Io, problem: string): ExitCode {
  complain(io, problem);
  return EXIT.wrongUse;
}
