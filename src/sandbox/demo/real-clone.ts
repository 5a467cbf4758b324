import { basename, resolve } from 'node:path';
import { RULES_FILE } from '../../facts/governing.js';
import { loadRules, type Rules } from '../../rules/index.js';
import { readFolder } from './folder.js';

/** A local clone of a specification repository, as a repository is made of it; or in one sentence why there is none. */
export type CloneResult =
  | { ok: true; files: Record<string, string>; rules: Rules; repository: string; slug: string }
  | { ok: false; problem: string };

/** Reads a clone. @param shown the folder as the person wrote it */
export async function readClone(shown: string, cwd: string): Promise<CloneResult> {
  const root = resolve(cwd, shown);
  const clone = await readFolder(root).catch(() => null);
  if (!clone) return no(`The folder ${shown} cannot be read; --repo names a clone of a specification repository.`);
  if (!clone.whole) {
    return no(`The folder ${shown} is larger than the demo takes; name a clone with nothing built in it.`);
  }
  const read = loadRules(clone.files[RULES_FILE] ?? null);
  if (!read.ok) {
    const problems = read.problems.map(({ path, line, message }) => `${path}:${line} ${message}`);
    return no(`The rules of ${shown} cannot be read: ${problems.join('; ')}`);
  }
  const name = basename(root).replace(/[^\w.-]/g, '-') || 'specification';
  const slug =
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'specification';
  return { ok: true, files: clone.files, rules: read.loaded.rules, repository: `local/${name}`, slug };
}

const no = (problem: string): CloneResult => ({ ok: false, problem });
