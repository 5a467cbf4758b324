import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import {
  freshProposal,
  PROPOSAL_TYPES,
  readProposal,
  reviewProposal,
  slugOf,
  type Beginning,
  type ProposalType,
} from '../../proposal/index.js';
import { complain, EXIT, type ExitCode, type Io } from '../io.js';
import { subcommand } from '../subcommand.js';
import { clean } from '../terminal.js';

const TYPES = PROPOSAL_TYPES.map((type) => `"${type}"`).join(', ');

export const newProposal = subcommand({
  name: 'new',
  usage: 'new [OPTIONS] --author PERSON --type TYPE TITLE',
  summary: 'Writes the file of a new proposal, to be filled in.',
  help: [
    'The file gets a complete preamble and the sections of its track, each with a question to answer. Its name is made from the title, with 0000 for the number: that is the number of the pull request, once it is open. A file that is there is never written over.',
    'What it says passes "convenor lint" but for what only you can fill in.',
    'Exit status: 0 where the file was written, 2 where it was not.',
  ],
  examples: [
    {
      line: 'convenor new "Tool timeouts" --author "Ada Example (@ada-example)" --type "Standards Track"',
      says: 'Write seps/0000-tool-timeouts.md.',
    },
  ],
  options: {
    author: { type: 'string', multiple: true, value: 'PERSON', says: '"Name (@github-login)"; once for each author.' },
    type: { type: 'string', value: 'TYPE', says: `One of ${TYPES}; the first word is enough.` },
    group: { type: 'string', value: 'NAME', says: 'The Working Group with which you write it.' },
    sponsor: { type: 'string', value: 'PERSON', says: 'The maintainer who has agreed to be its sponsor.' },
    folder: { type: 'string', value: 'DIR', says: 'Where to write it; without this, the folder "seps" here.' },
  },
  operands: { min: 1, max: 1, noun: 'one title' },
  async run({ values, operands: [title = ''] }, io) {
    const type = typeNamed(values.type ?? '');
    if (type === null) return refuse(io, `"new" needs --type with one of ${TYPES}.`);
    const people = [...(values.author ?? []), ...(values.sponsor === undefined ? [] : [values.sponsor])];
    const ambiguous = people.find(nameOrLogin);
    if (ambiguous !== undefined) {
      return refuse(
        io,
        `"${ambiguous}" may be a name or a GitHub login. Write the login as "@${oneLine(ambiguous)}", or both as "${oneLine(ambiguous)} (@github-login)".`,
      );
    }
    const authors = (values.author ?? []).map(person);
    if (authors.length === 0) return refuse(io, '"new" needs --author "Name (@github-login)".');
    const beginning: Beginning = {
      title: oneLine(title).replace(/^SEP[-\s]?\w{0,9}:\s*/i, ''),
      type,
      authors,
      created: io.today(),
      workingGroup: values.group === undefined ? null : oneLine(values.group),
      sponsor: values.sponsor === undefined ? null : person(values.sponsor),
    };
    const logins = people.map(person).filter((text, at) => text !== oneLine(people[at] ?? ''));
    const slug = slugOf(beginning.title);
    if (slug === '') return refuse(io, `"${title}" is no title. Say in a few words what changes.`);
    const status = await write(beginning, slug, values.folder ?? null, io);
    // Where no file was written, nothing was taken for anything.
    if (status === EXIT.fine && logins.length > 0) io.stdout.write(`Taken for GitHub logins: ${logins.join(', ')}.\n`);
    return status;
  },
});

async function write(beginning: Beginning, slug: string, folder: string | null, io: Io): Promise<ExitCode> {
  const path = join(folder ?? 'seps', `0000-${slug}.md`);
  const source = freshProposal(beginning);
  const wrong = reviewProposal(readProposal(source, { path }), {
    path: path.replaceAll('\\', '/'),
    source,
    pullRequest: null,
  }).find(({ severity }) => severity !== 'info');
  if (wrong) return refuse(io, [wrong.message, wrong.help].filter((part) => part !== undefined).join(' '));

  const place = resolve(io.cwd, path);
  try {
    // A folder that the person named is made; one that they did not would be in the wrong place.
    if (folder !== null) await mkdir(resolve(io.cwd, folder), { recursive: true });
    else if (!(await isFolder(resolve(io.cwd, 'seps')))) {
      return refuse(
        io,
        'there is no folder "seps" here. Go to the root of your clone, or name a folder with --folder.',
      );
    }
    await writeFile(place, source, { flag: 'wx' });
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : null;
    if (code === null) throw error;
    if (code === 'EEXIST') return refuse(io, `"${path}" is there already, and was left alone. Choose another title.`);
    return refuse(io, `"${path}" could not be written (${code}).`);
  }
  io.stdout.write(
    [
      `Wrote ${clean(path)}.`,
      'Answer the questions in it, and look at it with: convenor lint ' + shown(path),
      'Once the pull request is open, its number takes the place of 0000 in the name and in the heading.',
      '',
    ].join('\n'),
  );
  return EXIT.fine;
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );

function refuse(io: Io, problem: string): ExitCode {
  complain(io, problem);
  return EXIT.wrongUse;
}

function typeNamed(word: string): ProposalType | null {
  const wanted = oneLine(word).toLowerCase();
  return wanted === '' ? null : (PROPOSAL_TYPES.find((type) => type.toLowerCase().startsWith(wanted)) ?? null);
}

const BARE_LOGIN = /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/;

/** `Ada`: a first name as much as a login. Only a person can say which; `ada`, `Ada2` and `adaExample` are logins. */
function nameOrLogin(written: string): boolean {
  const text = oneLine(written);
  return BARE_LOGIN.test(text) && /^[A-Z]/.test(text) && !/\d|[a-z][A-Z]/.test(text);
}

/** A bare login gets its @. */
function person(written: string): string {
  const text = oneLine(written);
  return BARE_LOGIN.test(text) ? `@${text}` : text;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** As a shell takes it. */
function shown(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${clean(path).replaceAll("'", "'\\''")}'`;
}
