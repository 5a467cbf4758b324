import { packRules, RULES_FILE, type GoverningTexts } from '../facts/governing.js';
import { proposalFile, type Companion } from '../proposal/index.js';
import { loadRules, readTakenOver, TAKEN_OVER_FILE, type Rules } from '../rules/index.js';
import type { TemplateFile } from '../templates/index.js';
import { Tree } from './disk.js';
import { fromRules, type Problem } from './problem.js';
import { Reader } from './reader.js';

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
  /** The repository's own templates, as far as they are text. */
  templates: TemplateFile[];
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
  const templates = await reader.templates();
  const list = await reader.text(TAKEN_OVER_FILE);
  const past = list === null ? null : readTakenOver(list);
  if (past?.ok === false) reader.problems.push(...past.problems.map((each) => fromRules(each)));
  const { files, problems } = reader;
  return { ok: true, clone: { ...surroundings, proposals, texts, templates, files, problems } };
}

/** What the repository in a folder tells a review; null where the folder cannot be opened. */
export async function surroundingsAt(directory: string): Promise<Surroundings | null> {
  const tree = await Tree.at(directory);
  return tree instanceof Tree ? around(new Reader(tree)) : null;
}

/** The charters in a folder's tree that can be read, where the rules have them. */
export const chartersAt = (tree: Tree, { paths }: Rules): Promise<GoverningTexts['charters']> =>
  new Reader(tree).charters([paths.workingGroups, paths.interestGroups]);

/** The templates of a folder's tree, as far as they are text, and what is wrong with the others. */
export async function templatesAt(tree: Tree): Promise<Pick<Clone, 'templates' | 'problems'>> {
  const reader = new Reader(tree);
  return { templates: await reader.templates(), problems: reader.problems };
}

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
