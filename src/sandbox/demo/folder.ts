import type { Dirent } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A clone that is larger than this is told with what was read up to here, and the demo says so. */
const MOST_FILES = 20_000;
const MOST_BYTES = 64 * 1024 * 1024;
/** What is larger is no text that Convenor reads. */
const LARGEST_FILE = 1024 * 1024;
/** Folders that are no part of what a repository holds. */
const LEFT_OUT = new Set(['.git', 'node_modules']);

export interface Folder {
  /** Texts by path with `/`, from the folder's root. */
  files: Record<string, string>;
  /** Whether everything fitted; where not, some files are missing. */
  whole: boolean;
}

/**
 * Reads a folder as the files of a repository: text only (UTF-8), no links, bounded.
 * @throws where the folder cannot be read, as Node's file system does
 */
export async function readFolder(root: string): Promise<Folder> {
  const folder: Folder = { files: {}, whole: true };
  const left = { files: MOST_FILES, bytes: MOST_BYTES };
  const walk = async (path: string): Promise<void> => {
    for (const entry of await sorted(join(root, path))) {
      const inner = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory() && !LEFT_OUT.has(entry.name)) await walk(inner);
      if (!entry.isFile()) continue;
      const { size } = await stat(join(root, inner));
      if (size > LARGEST_FILE) continue;
      if (left.files === 0 || size > left.bytes) {
        folder.whole = false;
        return;
      }
      const text = textOf(await readFile(join(root, inner)));
      if (text === null) continue;
      folder.files[inner] = text;
      left.files--;
      left.bytes -= size;
    }
  };
  await walk('');
  return folder;
}

/** In the order of their names, so that two runs read the same. */
const sorted = async (path: string): Promise<Dirent[]> =>
  (await readdir(path, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));

/** The text of a file; null for what is none. */
export function textOf(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.includes('\0') ? null : text;
  } catch {
    return null;
  }
}
