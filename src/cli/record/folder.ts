import { MAX_BYTES } from '../../proposal/index.js';
import type { Tree } from '../disk.js';

/** Files of a folder on disk, by path with `/`, or in a sentence why they cannot be had. */
export type FolderFiles = { ok: true; files: Map<string, Uint8Array> } | { ok: false; problem: string };

/** Folders within each other; a link that leads to its own folder leads on for ever. */
const DEEPEST = 12;

/**
 * Reads a record that lies in a folder. Hidden files and folders, Git's among them, are not part of it.
 * @param shown the folder as the person wrote it
 */
export async function filesIn(tree: Tree, shown: string): Promise<FolderFiles> {
  const files = new Map<string, Uint8Array>();
  const waiting = [''];
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    const listed = await tree.list(folder);
    if (!listed.ok) return { ok: false, problem: `"${folder}" in "${shown}" ${listed.refusal.message}.` };
    for (const name of listed.names) {
      if (folder === '' && name.startsWith('.')) continue;
      const path = folder === '' ? name : `${folder}/${name}`;
      const file = await tree.read(path);
      if (!file.ok && file.refusal.code === 'file/folder' && path.split('/').length < DEEPEST) {
        waiting.push(path);
        continue;
      }
      if (!file.ok) return { ok: false, problem: `"${path}" in "${shown}" ${file.refusal.message}.` };
      if (file.bytes.length > MAX_BYTES) {
        return { ok: false, problem: `"${path}" in "${shown}" is larger than any file of a record.` };
      }
      files.set(path, file.bytes);
    }
  }
  return { ok: true, files };
}
