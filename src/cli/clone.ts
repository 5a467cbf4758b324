import { packRules, RULES_FILE, type GoverningTexts } from '../facts/governing.js';
import { proposalFile, type Companion } from '../proposal/index.js';
import { decode, type Unreadable } from '../proposal/source.js';
import { loadRules, type Rules } from '../rules/index.js';
import { Tree } from './disk.js';
import { fromRules, ofFile, type Problem } from './problem.js';

/** What a repository on disk tells every review of its proposals. */
export interface Surroundings {
  tree: Tree;
  /** In force there; where its own cannot be read, those of the default pack, so that the rest can be looked at. */
  rules: Rules;
  /** Where the rules come from: the repository's own file, the default pack, or that pack because the file has errors. */
  rulesFrom: 'file' | 'pack' | 'pack-instead';
  /** The text of the template that the rules name; null where there is none. */
  template: string | null;
}

/** A local clone of a specification repository, as it lies on disk: the working tree, not a commit. */
export interface Clone extends Surroundings {
  /** The proposals, by path; not yet read as text. */
  proposals: { path: string; bytes: Uint8Array }[];
  texts: GoverningTexts;
  /** How many files were looked at, those that could not be read included. */
  files: number;
  /** What was wrong with finding and opening files, and with the rules. */
  problems: Problem[];
}

/** A clone, or why a folder is none: one sentence with the next step. */
export type CloneResult = { ok: true; clone: Clone } | { ok: false; problem: string };

/**
 * Reads a clone.
 * @param directory absolute
 * @param shown the directory as the person wrote it
 */
export async function readClone(directory: string, shown: string): Promise<CloneResult> {
  const tree = await Tree.at(directory);
  if (!(tree instanceof Tree)) return { ok: false, problem: `"${shown}" ${tree.message}. ${tree.help}` };
  const reader = new Reader(tree);
  const { ownRules, ...surroundings } = await around(reader);
  const { rules, rulesFrom } = surroundings;

  const { paths } = rules;
  const listed = await reader.list(paths.proposals, (path) => proposalFile(path, { folder: paths.proposals }) !== null);
  if (listed === null && rulesFrom !== 'pack-instead') {
    return { ok: false, problem: notOne(shown, paths.proposals, ownRules === null ? rules.name : null) };
  }
  const proposals = await reader.proposals(listed ?? []);
  const texts: GoverningTexts = {
    rules: ownRules,
    maintainers: await reader.text(paths.maintainers),
    roster: await reader.text(paths.roster),
    charters: await reader.charters([paths.workingGroups, paths.interestGroups]),
  };
  return { ok: true, clone: { ...surroundings, proposals, texts, files: reader.files, problems: reader.problems } };
}

/** What the repository in a folder tells a review; null where the folder cannot be opened. */
export async function surroundingsAt(directory: string): Promise<Surroundings | null> {
  const tree = await Tree.at(directory);
  return tree instanceof Tree ? around(new Reader(tree)) : null;
}

/** The charters in a folder's tree that can be read, where the rules have them. */
export const chartersAt = (tree: Tree, { paths }: Rules): Promise<GoverningTexts['charters']> =>
  new Reader(tree).charters([paths.workingGroups, paths.interestGroups]);

async function around(reader: Reader): Promise<Surroundings & { ownRules: string | null }> {
  const ownRules = await reader.text(RULES_FILE);
  const loaded = rulesOf(ownRules);
  if (!loaded.ok) reader.problems.push(...loaded.problems.map((each) => fromRules(each)));
  // A rules file that could not be opened has been reported, and is not the same as none.
  const rulesFrom = reader.problems.length > 0 ? 'pack-instead' : ownRules === null ? 'pack' : 'file';
  const rules = loaded.ok ? loaded.loaded.rules : packRules();
  const template = rules.paths.template === null ? null : await reader.text(rules.paths.template);
  return { tree: reader.tree, rules, rulesFrom, template, ownRules };
}

/**
 * The rendered page that the rules want beside a proposal: null where they want none, and where the folder for such
 * pages is not on this disk at all, as in a part of a repository, so that nothing can be said of any.
 * @param path from the repository's root
 */
export function companionOf({ rules, tree }: Surroundings, path: string): Companion | null {
  const { mode, path: page, command } = rules.rules['rendered-page'];
  if (mode === 'observe' || page === null || !proposalFile(path, { folder: rules.paths.proposals })) return null;
  const folder = page.slice(0, page.indexOf('{name}')).replace(/[^/]*$/, '');
  if (!tree.has(folder)) return null;
  return command === null ? { path: page } : { path: page, command };
}

/** As {@link loadRules}, also for a file that the YAML parser itself gives up on: one made of aliases, or far too deep. */
function rulesOf(text: string | null): ReturnType<typeof loadRules> {
  try {
    return loadRules(text, RULES_FILE);
  } catch (error) {
    if (text === null) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    const message = `The rules could not be read: ${reason}.`;
    const problem = { code: 'rules/unreadable', path: RULES_FILE, line: 1, column: 1, message, excerpt: '' };
    return { ok: false, problems: [problem] };
  }
}

/** Said of a folder without proposals; `pack` is null where the repository has rules of its own. */
function notOne(shown: string, folder: string, pack: string | null): string {
  const source = pack === null ? RULES_FILE : `the pack "${pack}"`;
  return (
    `"${shown}" is no specification repository: it has no folder "${folder}", where ${source} looks for proposals. ` +
    `Name the root of a clone, or say in its ${RULES_FILE} where they are (paths.proposals).`
  );
}

/** The same files as the app takes for charters: every page in the folders of groups. */
const isPage = (path: string): boolean => /\.mdx?$/.test(path);

const UNREADABLE: Record<Exclude<Unreadable, 'empty'>, string> = {
  'not-utf8': 'is not UTF-8 text',
  binary: 'is binary, not text',
  'too-large': 'is larger than 1 MiB',
};

/** Reads files of a tree, counts them, and keeps what was wrong with them. */
class Reader {
  readonly problems: Problem[] = [];
  files = 0;

  constructor(readonly tree: Tree) {}

  /** A file that need not be there; one that is listed and missing all the same is a link to nothing. */
  async bytes(path: string, listed: boolean): Promise<Uint8Array | null> {
    const result = await this.tree.read(path);
    if (!result.ok && result.refusal.code === 'file/missing' && !listed) return null;
    this.files += 1;
    if (result.ok) return result.bytes;
    const { code, message, help } = result.refusal;
    this.problems.push(ofFile(path, 'error', code, `The file ${message}.`, help));
    return null;
  }

  /** The same as text; an empty file is an empty text. */
  async text(path: string, listed = false): Promise<string | null> {
    const bytes = await this.bytes(path, listed);
    if (bytes === null) return null;
    const { text, problem } = decode(bytes);
    if (problem === null || problem === 'empty') return text;
    const help = 'Save it as UTF-8 text of at most 1 MiB.';
    this.problems.push(
      ofFile(path, 'error', `file/${problem}`, `The file ${UNREADABLE[problem]}; it was not read.`, help),
    );
    return null;
  }

  /** The paths in a folder that are wanted; null where there is no folder. */
  async list(folder: string, wanted: (path: string) => boolean): Promise<string[] | null> {
    const result = await this.tree.list(folder);
    if (result.ok) return result.names.map((name) => `${folder}/${name}`).filter(wanted);
    if (result.refusal.code !== 'file/missing') {
      const { code, message, help } = result.refusal;
      this.problems.push(ofFile(folder, 'error', code, `The folder ${message}.`, help));
    }
    return null;
  }

  async proposals(paths: readonly string[]): Promise<Clone['proposals']> {
    const found: Clone['proposals'] = [];
    for (const path of paths) {
      const bytes = await this.bytes(path, true);
      if (bytes !== null) found.push({ path, bytes });
    }
    return found;
  }

  async charters(folders: readonly string[]): Promise<GoverningTexts['charters']> {
    const found: GoverningTexts['charters'] = [];
    for (const folder of folders) {
      for (const path of (await this.list(folder, isPage)) ?? []) {
        const text = await this.text(path, true);
        if (text !== null) found.push({ path, text });
      }
    }
    return found;
  }
}
