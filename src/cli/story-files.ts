import { readdir, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { RULES_FILE } from '../facts/governing.js';
import type { OwnRules, StoryText } from '../policy/index.js';
import { decode } from '../proposal/source.js';
import { readNamedFile } from './disk.js';
import { ofFile, type Problem } from './problem.js';
import { namedRules } from './subcommands/rules-named.js';

/** Files of stories as they lie on disk, by the path that a person would write for them. */
export interface StoryFiles {
  files: StoryText[];
  /** Files that could not be read as text. */
  problems: Problem[];
}

const isStory = (path: string): boolean => /\.ya?ml$/i.test(path);

/**
 * The files of stories in a folder and all folders below it, by path; or why there are none, in one sentence. Links are
 * not followed.
 * @param shown the folder, or a single file, as the person wrote it
 * @param cwd absolute
 */
export async function storyFiles(shown: string, cwd: string): Promise<StoryFiles | { problem: string }> {
  const root = resolve(cwd, shown);
  const kind = await stat(root).catch(() => null);
  if (kind === null) return { problem: `"${shown}" does not exist. Name a folder that holds stories.` };
  if (!kind.isDirectory()) return { problem: `"${shown}" is no folder. Name the folder that holds the stories.` };
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && isStory(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
  if (paths.length === 0) {
    return { problem: `"${shown}" holds no stories: no file there ends in .yml or .yaml. See docs/policy-tests.md.` };
  }
  const found: StoryFiles = { files: [], problems: [] };
  for (const path of paths) {
    const place = join(shown, path).split(sep).join('/');
    const file = await readNamedFile(join(root, path));
    const decoded = file.ok ? decode(file.bytes) : null;
    if (decoded && (decoded.problem === null || decoded.problem === 'empty')) {
      found.files.push({ path: place, text: decoded.text });
      continue;
    }
    const says = file.ok ? 'is no text of at most 1 MiB in UTF-8' : file.refusal.message;
    const help = file.ok ? 'Save it as that.' : file.refusal.help;
    found.problems.push(ofFile(place, 'error', 'story/unreadable', `The file ${says}.`, help));
  }
  return found;
}

/**
 * The rules that stories mean by `own`: those that were named, or those of the clone in which the folder lies, and
 * without such a file the default pack.
 * @param named as on the command line, as for `rules check`; undefined where none was
 */
export async function ownRules(
  named: string | undefined,
  folder: string,
  cwd: string,
): Promise<{ own: OwnRules; problems: Awaited<ReturnType<typeof problemsOf>> } | { problem: string }> {
  const read = await namedRules(named ?? (await cloneAround(resolve(cwd, folder))), cwd);
  if ('problem' in read) return read;
  const { shown, result } = read;
  return { own: { shown, loaded: result.ok ? result.loaded : null }, problems: problemsOf(read) };
}

const problemsOf = ({ result }: Exclude<Awaited<ReturnType<typeof namedRules>>, { problem: string }>) =>
  result.ok ? [] : result.problems;

/** The nearest folder, going up, that has rules of its own; the folder itself where none has. */
async function cloneAround(folder: string): Promise<string> {
  for (let at = folder; ; at = dirname(at)) {
    const rules = await stat(join(at, RULES_FILE)).catch(() => null);
    if (rules?.isFile()) return at;
    if (dirname(at) === at) return folder;
  }
}
