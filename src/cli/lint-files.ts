import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { lstat, readdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { proposalFile, readProposal, relationsOf, type Proposal, type ReviewContext } from '../proposal/index.js';
import { decode } from '../proposal/source.js';
import { readNamedFile } from './disk.js';

/** A file to lint. */
export interface LintFile {
  /** As the person wrote it, or below the folder that they wrote. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** A link to a file is none itself. */
  readonly symlink: boolean;
}

/** The files that the operands name, and what is wrong with operands, in sentences. */
export interface Named {
  readonly files: LintFile[];
  readonly problems: string[];
}

const TEMPLATES = ['TEMPLATE.md', 'template.md', '0000-template.md'];

/** Files as they are named; of a folder the proposals in its own folder `seps`, as in a clone, or else those in it. */
export async function filesNamed(operands: readonly string[], cwd: string): Promise<Named> {
  const named: Named = { files: [], problems: [] };
  const seen = new Set<string>();
  for (const operand of operands) {
    const isFolder = await stat(resolve(cwd, operand)).then(
      (stats) => stats.isDirectory(),
      () => false,
    );
    const paths = isFolder ? await proposalsIn(operand, cwd) : [operand];
    if (paths.length === 0) {
      named.problems.push(`there is no proposal in the folder "${operand}". Name a file, or the folder of proposals.`);
    }
    for (const path of paths) {
      if (seen.has(resolve(cwd, path))) continue;
      seen.add(resolve(cwd, path));
      const file = await readNamedFile(resolve(cwd, path));
      if (file.ok) {
        const symlink = (await lstat(resolve(cwd, path))).isSymbolicLink();
        named.files.push({ path, bytes: file.bytes, symlink });
      } else named.problems.push(`"${path}" ${file.refusal.message}. ${file.refusal.help}`);
    }
  }
  return named;
}

async function proposalsIn(folder: string, cwd: string): Promise<string[]> {
  for (const each of [join(folder, 'seps'), folder]) {
    const names = await readdir(resolve(cwd, each)).catch(() => []);
    const found = names.filter((name) => proposalFile(`x/${name}`, { folder: 'x' }) !== null).sort();
    if (found.length > 0) return found.map((name) => join(each, name));
  }
  return [];
}

/** What a review on this disk may know of each file: the template beside it, the files around it, the other proposals. */
export async function contextsOf(
  files: readonly LintFile[],
  { cwd, today }: { cwd: string; today: string },
): Promise<{ file: LintFile; proposal: Proposal; context: ReviewContext }[]> {
  const read = files.map((file) => ({ file, proposal: readProposal(file.bytes, { path: file.path }) }));
  const relations = new Map(
    read.flatMap(({ proposal }) =>
      proposal.number === null ? [] : [[proposal.number, relationsOf(proposal)] as const],
    ),
  );
  const templates = new Map<string, string | null>();
  const reviews: { file: LintFile; proposal: Proposal; context: ReviewContext }[] = [];
  for (const { file, proposal } of read) {
    const folder = resolve(cwd, dirname(file.path));
    if (!templates.has(folder)) templates.set(folder, await templateIn(folder));
    const context: ReviewContext = {
      path: file.path.replaceAll('\\', '/'),
      source: decode(file.bytes).text,
      pullRequest: null,
      today,
      relations,
      template: templates.get(folder) ?? null,
      exists: (path) => existsSync(resolve(cwd, path)),
    };
    reviews.push({ file, proposal, context });
  }
  return reviews;
}

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
