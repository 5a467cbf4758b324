import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DEFAULT_PACK, isPack, PACKS, RULES_FILE } from '../../rules/index.js';
import { Tree } from '../disk.js';
import { complain, EXIT } from '../io.js';
import { subcommand } from '../subcommand.js';
import { clean } from '../terminal.js';

const FORM = '.github/ISSUE_TEMPLATE/nomination.yml';

export const init = subcommand({
  name: 'init',
  usage: 'init [--pack NAME] DIR',
  summary: 'Puts into a clone what Convenor wants in the repository: a rules file, and the issue form for nominations.',
  help: [
    `DIR is the root of a clone. ${RULES_FILE} is written so that it takes over the rules of a pack; ${FORM} is the form from which people nominate somebody for the contributor ladder.`,
    'What is there already is left alone and said to be. Nothing is committed.',
    'Exit status: 0, also where everything was there; 2 where DIR is no folder, or something could not be written.',
  ],
  examples: [{ line: 'convenor init .', says: 'Prepare the clone in this folder.' }],
  options: {
    pack: {
      type: 'string',
      value: 'NAME',
      says: `The pack whose rules are taken over: ${PACKS.join(' or ')}. Left out: ${DEFAULT_PACK}.`,
    },
  },
  operands: { min: 1, max: 1, noun: 'one folder' },
  async run({ values, operands: [directory = ''] }, io) {
    const pack = values.pack ?? DEFAULT_PACK;
    if (!isPack(pack)) {
      complain(io, `there is no pack "${pack}". There are: ${PACKS.join(', ')}.`);
      return EXIT.wrongUse;
    }
    const root = resolve(io.cwd, directory);
    const tree = await Tree.at(root);
    if (!(tree instanceof Tree)) {
      complain(io, `"${directory}" ${tree.message}. ${tree.help}`);
      return EXIT.wrongUse;
    }
    const files = [
      {
        path: RULES_FILE,
        text: `# How this repository is decided. All keys: docs/rules.md of Convenor.\nextends: ${pack}\n`,
      },
      { path: FORM, text: await readFile(shipped('issue-forms/nomination.yml'), 'utf8') },
    ];
    for (const { path, text } of files) {
      const problem = await writeNew(join(root, path), text);
      if (problem === 'there') io.stdout.write(`${clean(path)}: is there already, and was left alone.\n`);
      else if (problem === null) io.stdout.write(`${clean(path)}: written.\n`);
      else {
        complain(io, `"${path}" could not be written (${problem}).`);
        return EXIT.wrongUse;
      }
    }
    return EXIT.fine;
  },
});

/** A file that ships with Convenor, in its folder of templates. */
const shipped = (path: string): string => fileURLToPath(new URL(`../../../templates/${path}`, import.meta.url));

/** Writes a file that is not there yet; `there` where it is, else the code of what went wrong. */
async function writeNew(path: string, text: string): Promise<string | null> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text, { flag: 'wx' });
    return null;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : null;
    if (code === null) throw error;
    return code === 'EEXIST' ? 'there' : code;
  }
}
