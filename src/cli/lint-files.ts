import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { lstat, readdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { RULES_FILE } from '../facts/governing.js';
import { proposalFile, readProposal, relationsAmong, type Proposal, type ReviewContext } from '../proposal/index.js';
import { decode } from '../proposal/source.js';
import { companionOf, surroundingsAt, type Surroundings } from './clone.js';
import { readNamedFile } from './disk.js';

/** The repository in which a file lies. */
interface Repository extends Surroundings {
  /** Absolute. */
  readonly root: string;
}

/** A file to lint. */
export interface LintFile {
  /** As the person wrote it, or below the folder that they wrote. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** A link to a file is none itself. */
  readonly symlink: boolean;
  /** Null where the file lies in none: then nothing is known of the files that it links to. */
  readonly repository: Repository | null;
}

/** The files that the operands name, and what is wrong, in sentences: with operands, and with rules on the way there. */
export interface Named {
  readonly files: LintFile[];
  readonly problems: string[];
  readonly notes: string[];
}

const TEMPLATES = ['TEMPLATE.md', 'template.md', '0000-template.md'];

/** Files as they are named; of a folder the proposals where its own rules have them, as in a clone, or else those in it. */
export async function filesNamed(operands: readonly string[], cwd: string): Promise<Named> {
  const named: Named = { files: [], problems: [], notes: [] };
  const seen = new Set<string>();
  const repositories = new Repositories();
  for (const operand of operands) {
    const place = resolve(cwd, operand);
    const isFolder = await isDirectory(place);
    const repository = await repositories.around(isFolder ? place : dirname(place));
    const paths = isFolder ? await proposalsIn(operand, cwd, repository) : [operand];
    if (paths.length === 0) {
      named.problems.push(`there is no proposal in the folder "${operand}". Name a file, or the folder of proposals.`);
    }
    for (const path of paths) {
      if (seen.has(resolve(cwd, path))) continue;
      seen.add(resolve(cwd, path));
      const file = await readNamedFile(resolve(cwd, path));
      if (file.ok) {
        const symlink = (await lstat(resolve(cwd, path))).isSymbolicLink();
        named.files.push({ path, bytes: file.bytes, symlink, repository });
      } else named.problems.push(`"${path}" ${file.refusal.message}. ${file.refusal.help}`);
    }
  }
  for (const { root, rules } of repositories.broken()) {
    const shown = join(relative(cwd, root), RULES_FILE);
    named.notes.push(
      `"${shown}" has errors, so the rules of the pack "${rules.name}" were taken; "convenor check" shows the errors.`,
    );
  }
  return named;
}

/** The repositories in which the named files lie, each opened once. */
class Repositories {
  private readonly opened = new Map<string, Repository | null>();

  /**
   * The one that a folder is the root of or lies in: the nearest folder that holds rules or `.git`. A folder that only
   * holds proposals where the default pack has them is a root too: a part of a clone, or an archive.
   */
  async around(folder: string): Promise<Repository | null> {
    if (!isMarked(folder)) {
      const itself = await this.at(folder);
      if (itself?.tree.has(itself.rules.paths.proposals)) return itself;
    }
    for (let at = folder; ; at = dirname(at)) {
      if (isMarked(at)) return this.at(at);
      if (at === dirname(at)) return null;
    }
  }

  broken(): Repository[] {
    return [...this.opened.values()]
      .filter((each) => each !== null)
      .filter((each) => each.rulesFrom === 'pack-instead');
  }

  private async at(root: string): Promise<Repository | null> {
    const before = this.opened.get(root);
    if (before !== undefined) return before;
    const surroundings = await surroundingsAt(root);
    const repository = surroundings && { ...surroundings, root };
    this.opened.set(root, repository);
    return repository;
  }
}

/** In a worktree `.git` is a file. */
const isMarked = (folder: string): boolean => existsSync(join(folder, RULES_FILE)) || existsSync(join(folder, '.git'));

const isDirectory = (path: string): Promise<boolean> =>
  stat(path).then(
    (stats) => stats.isDirectory(),
    () => false,
  );

async function proposalsIn(folder: string, cwd: string, repository: Repository | null): Promise<string[]> {
  const isRoot = repository?.root === resolve(cwd, folder);
  for (const each of [join(folder, isRoot ? repository.rules.paths.proposals : 'seps'), folder]) {
    const names = await readdir(resolve(cwd, each)).catch(() => []);
    const found = names.filter((name) => proposalFile(`x/${name}`, { folder: 'x' }) !== null).sort();
    if (found.length > 0) return found.map((name) => join(each, name));
  }
  return [];
}

/** What a review on this disk may know of each file: the template, the files around it, the other proposals. */
export async function contextsOf(
  files: readonly LintFile[],
  { cwd, today }: { cwd: string; today: string },
): Promise<{ file: LintFile; proposal: Proposal; context: ReviewContext }[]> {
  const read = files.map((file) => ({ file, proposal: readProposal(file.bytes, { path: file.path }) }));
  const relations = relationsAmong(read.map(({ proposal }) => proposal));
  const beside = new Map<string, string | null>();
  const reviews: { file: LintFile; proposal: Proposal; context: ReviewContext }[] = [];
  for (const { file, proposal } of read) {
    const folder = resolve(cwd, dirname(file.path));
    if (!beside.has(folder)) beside.set(folder, await templateIn(folder));
    const context: ReviewContext = {
      path: slashes(file.path),
      source: decode(file.bytes).text,
      pullRequest: null,
      today,
      relations,
      template: file.repository?.template ?? beside.get(folder) ?? null,
      // Of a file that came alone, nobody knows what lies beside it where it belongs.
      ...(file.repository ? within(file.repository, file.path, cwd) : {}),
    };
    reviews.push({ file, proposal, context });
  }
  return reviews;
}

/** Files as a repository holds them; every path counts from where the person is, as the paths of the files do. */
function within(repository: Repository, path: string, cwd: string): Pick<ReviewContext, 'exists' | 'companion'> {
  const { root, tree } = repository;
  const companion = companionOf(repository, slashes(relative(root, resolve(cwd, path))));
  return {
    exists: (target) => tree.has(relative(root, resolve(cwd, target))),
    companion: companion && { ...companion, path: slashes(join(relative(cwd, root), companion.path)) },
  };
}

const slashes = (path: string): string => path.replaceAll('\\', '/');

async function templateIn(folder: string): Promise<string | null> {
  for (const name of TEMPLATES) {
    const file = await readNamedFile(join(folder, name));
    if (file.ok) return decode(file.bytes).text;
  }
  return null;
}

/**
 * Writes a file anew in one step: who reads it sees the old text or the new one, also if the machine stops in between.
 * False where somebody else changed the file since it was read; then nothing is written.
 */
export async function rewrite(path: string, before: Uint8Array, after: string): Promise<boolean> {
  const place = await realpath(path);
  const { mode } = await stat(place);
  const beside = join(dirname(place), `.${basename(place)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await writeFile(beside, after, { flag: 'wx', mode });
    const now = await readNamedFile(place);
    if (!now.ok || !Buffer.from(now.bytes).equals(before)) return false;
    await rename(beside, place);
    return true;
  } finally {
    await rm(beside, { force: true });
  }
}
