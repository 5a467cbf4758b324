import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { RULES_FILE } from '../../facts/governing.js';
import { NOT_IN_CLONE } from '../../judge/duties/discussed.js';
import { peopleOn, readSources } from '../../people/index.js';
import { withKept } from '../../dashboard/kept.js';
import { inFormat } from '../../dashboard/mdx.js';
import { pages } from '../../dashboard/pages.js';
import { NO_INDEX } from '../../dashboard/read-index.js';
import { readTemplates } from '../../templates/index.js';
import { readClone } from '../clone.js';
import { filedIn } from '../filed.js';
import { complain, EXIT } from '../io.js';
import { indexBeside } from '../record/beside.js';
import { BRANCH_OPTION } from '../record/ledger.js';
import { subcommand } from '../subcommand.js';
import { clean, counted } from '../terminal.js';

export const dashboard = subcommand({
  name: 'dashboard',
  usage: 'dashboard [--record DIR|URL] [--branch NAME] --out OUT DIR',
  summary: 'Makes the pages of the dashboard from a local clone.',
  help: [
    'DIR is the root of a clone, whose rules, charters, roster and proposals count as they lie there. What was decided is read from the branch of the record, where the clone has one, or from where --record says: a checkout of that branch, a clone, or an address as for "convenor verify". Where there is none, the pages say what the files say, and no decisions.',
    'OUT is a folder, which is made where it is not there. There is a first page README.md, agenda.md, people.md, health.md and audit.md (or their likes in MDX, where the rules want it), a page for each group in groups/ and for each proposal in proposals/, and the pictures of quorum bars in bars/. The same facts on the same day give the same bytes; only files that differ are written, and none is removed.',
    'What people write between the two markers at the end of a page is kept.',
    'Exit status: 0, or 2 where the clone or its record cannot be read, or a page cannot be written.',
  ],
  examples: [
    { line: 'convenor dashboard . --out ../dashboard', says: 'Make the pages of the clone in this folder.' },
    {
      line: 'convenor dashboard . --record ../record --out ../dashboard',
      says: 'The same with the decisions of a record that lies elsewhere.',
    },
  ],
  options: {
    out: { type: 'string', value: 'OUT', says: 'The folder in which the pages are written.' },
    record: { type: 'string', value: 'DIR|URL', says: 'Where the record is, if it is not a branch of the clone.' },
    branch: BRANCH_OPTION,
  },
  operands: { min: 1, max: 1, noun: 'the root of a clone' },
  async run({ values, operands: [directory = '.'] }, io) {
    if (values.out === undefined) {
      complain(io, 'say where the pages go: --out OUT.');
      return EXIT.wrongUse;
    }
    const read = await readClone(resolve(io.cwd, directory), directory);
    if (!read.ok) {
      complain(io, read.problem);
      return EXIT.wrongUse;
    }
    const { rules, rulesFrom, texts, templates, problems } = read.clone;
    const sources = readSources(texts, rules.paths);
    if (rulesFrom === 'pack-instead' || sources.rosterBroken) {
      const file = sources.rosterBroken ? rules.paths.roster : RULES_FILE;
      complain(
        io,
        `${file} cannot be read, and the pages would say otherwise than it does. See: convenor check ${directory}`,
      );
      return EXIT.wrongUse;
    }
    for (const { path, line, message } of problems) complain(io, `${path}:${line} ${message}`);
    const where = { record: values.record ?? null, clone: directory, branch: values.branch ?? rules.record.branch };
    const beside = await indexBeside(where, io);
    if (!beside.ok) {
      complain(io, beside.problem);
      return EXIT.wrongUse;
    }
    const asOf = io.today();
    const governance = peopleOn(sources, asOf);
    const governed = { governance, sources, loaded: { rules }, asOf, templates: readTemplates(templates) };
    const made = pages(
      beside.index ?? NO_INDEX,
      { ...governed, discussed: NOT_IN_CLONE, ledgers: null },
      filedIn(read.clone, governance),
    );
    let written = 0;
    const { format } = rules.record.pages;
    for (const { path, text } of inFormat(made, format)) {
      const place = join(resolve(io.cwd, values.out), path);
      try {
        if (await writeDiffering(place, path.endsWith(`.${format}`) ? format : null, text)) written += 1;
      } catch (error) {
        complain(io, `"${join(values.out, path)}" could not be written (${codeOf(error)}).`);
        return EXIT.wrongUse;
      }
    }
    const decisions =
      beside.index === null
        ? 'no record, so without decisions'
        : counted(beside.index.entries.length + beside.index.nominations.length, 'ledger');
    io.stdout.write(
      `${clean(values.out)}: ${counted(made.length, 'file')}, ${written} of them written (${decisions}).\n`,
    );
    return EXIT.fine;
  },
});

/** Writes a file where it differs from what is there. @param page its format, where people may add to it; null for a picture */
async function writeDiffering(place: string, page: 'md' | 'mdx' | null, text: string): Promise<boolean> {
  const there = await readFile(place, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  });
  const wanted = page === null ? text : withKept(text, there, page);
  if (there === wanted) return false;
  await mkdir(dirname(place), { recursive: true });
  await writeFile(place, wanted);
  return true;
}

/** The code of what the disk said. @throws what is no word of the disk */
function codeOf(error: unknown): string {
  if (error instanceof Error && 'code' in error) return String(error.code);
  throw error;
}
