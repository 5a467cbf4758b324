import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { RULES_FILE } from '../../facts/governing.js';
import { nearest } from '../../near.js';
import { decode } from '../../proposal/source.js';
import { DEFAULT_PACK, isPack, loadRules, PACKS, type RulesResult } from '../../rules/index.js';
import { readNamedFile, Tree } from '../disk.js';

/** Rules that a person named on the command line: as a pack, a file, or a folder with or without a file of its own. */
export interface NamedRules {
  /** For people: `the pack "mcp"`, `.github/convenor.yml`. */
  shown: string;
  /** The clone's root, where a folder was named. */
  tree: Tree | null;
  /** The text of the file; null for a pack. */
  text: string | null;
  result: RulesResult;
}

/**
 * Reads the rules that a word means: a pack's name; a rules file; or the folder of a clone, whose rules file counts, and
 * without one the default pack. A folder that is called like a pack is written `./mcp`.
 * @param cwd absolute; relative paths are meant from here
 * @returns the rules with all that is wrong with them, or one sentence why nothing could be opened
 */
export async function namedRules(name: string, cwd: string): Promise<NamedRules | { problem: string }> {
  if (isPack(name))
    return { shown: `the pack "${name}"`, tree: null, text: null, result: loadRules(`extends: ${name}\n`) };
  const path = resolve(cwd, name);
  const kind = await stat(path).catch(() => null);
  if (kind === null) {
    const near = nearest(name, PACKS);
    const meant = near === null ? `The packs are ${PACKS.join(' and ')}.` : `Did you mean the pack "${near}"?`;
    return { problem: `"${name}" is neither a file, nor a folder, nor a pack. ${meant}` };
  }
  if (!kind.isDirectory()) return ofFile(await readNamedFile(path), name, null);
  const tree = await Tree.at(path);
  if (!(tree instanceof Tree)) return { problem: `"${name}" ${tree.message}. ${tree.help}` };
  const file = await tree.read(RULES_FILE);
  if (!file.ok && file.refusal.code === 'file/missing') {
    return {
      shown: `the pack "${DEFAULT_PACK}", since there is no ${RULES_FILE}`,
      tree,
      text: null,
      result: loadRules(null),
    };
  }
  return ofFile(file, join(name, RULES_FILE), tree);
}

function ofFile(
  file: Awaited<ReturnType<typeof readNamedFile>>,
  shown: string,
  tree: Tree | null,
): NamedRules | { problem: string } {
  if (!file.ok) return { problem: `"${shown}" ${file.refusal.message}. ${file.refusal.help}` };
  const { text, problem } = decode(file.bytes);
  // An empty file is rules without content, and their reader says what to write.
  if (problem !== null && problem !== 'empty') {
    return { problem: `"${shown}" is no text of at most 1 MiB in UTF-8. Save it as that.` };
  }
  return { shown, tree, text, result: loadRules(text, shown) };
}
