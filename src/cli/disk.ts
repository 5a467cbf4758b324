import { realpathSync } from 'node:fs';
import { open, readdir, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { MAX_BYTES } from '../proposal/index.js';

/** Why a path gave no bytes, for people: a sentence's rest behind the path, and the next step. */
export interface Refusal {
  code: 'file/missing' | 'file/folder' | 'file/outside' | 'file/unreadable';
  message: string;
  help: string;
}

/** A file's bytes, or why there are none. */
export type FileResult = { ok: true; bytes: Uint8Array } | { ok: false; refusal: Refusal };

/**
 * Reads a file that a person named, whatever it is: a pipe does, too. Of a file that is larger than any reader takes
 * ({@link MAX_BYTES}), one byte more than that is given, so that the reader refuses it; the rest is never read.
 */
export async function readNamedFile(path: string): Promise<FileResult> {
  try {
    const file = await open(path, 'r');
    try {
      const buffer = Buffer.allocUnsafe(MAX_BYTES + 1);
      let length = 0;
      while (length < buffer.length) {
        const { bytesRead } = await file.read(buffer, length, buffer.length - length, null);
        if (bytesRead === 0) break;
        length += bytesRead;
      }
      // A copy: a part of the buffer would keep all of it, for each of a thousand files.
      return { ok: true, bytes: Uint8Array.from(buffer.subarray(0, length)) };
    } finally {
      await file.close();
    }
  } catch (error) {
    return { ok: false, refusal: refusalOf(error) };
  }
}

/**
 * A folder on disk that is read as a repository: only regular files inside of it, by paths with `/` from its root.
 * Links are followed inside, never out: what a stranger's clone links to is not part of it.
 */
export class Tree {
  private constructor(private readonly root: string) {}

  /** The tree of a folder; a refusal where there is none. */
  static async at(folder: string): Promise<Tree | Refusal> {
    try {
      const root = await realpath(folder);
      if ((await stat(root)).isDirectory()) return new Tree(root);
      return { code: 'file/unreadable', message: 'is a file', help: 'Name the folder that holds the repository.' };
    } catch (error) {
      return refusalOf(error);
    }
  }

  /** A file's bytes, as {@link readNamedFile} gives them. */
  async read(path: string): Promise<FileResult> {
    const place = await this.locate(path);
    if (typeof place !== 'string') return { ok: false, refusal: place };
    const kind = await stat(place);
    // Opening a pipe or a device could wait for ever.
    if (kind.isDirectory()) return { ok: false, refusal: FOLDER };
    if (!kind.isFile()) return { ok: false, refusal: IRREGULAR };
    return readNamedFile(place);
  }

  /** The names in a folder, in the order of their code units. */
  async list(path: string): Promise<{ ok: true; names: string[] } | { ok: false; refusal: Refusal }> {
    const place = await this.locate(path);
    if (typeof place !== 'string') return { ok: false, refusal: place };
    try {
      return { ok: true, names: (await readdir(place)).sort() };
    } catch (error) {
      return { ok: false, refusal: refusalOf(error) };
    }
  }

  /** Whether there is a file or folder of this path inside; it need not be readable. For a review, which cannot wait. */
  has(path: string): boolean {
    try {
      return this.holds(realpathSync(join(this.root, path)));
    } catch {
      return false;
    }
  }

  private holds(place: string): boolean {
    const inside = relative(this.root, place);
    return inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside);
  }

  /** Where a path leads once its links are followed. */
  private async locate(path: string): Promise<string | Refusal> {
    try {
      const place = await realpath(join(this.root, path));
      return this.holds(place) ? place : OUTSIDE;
    } catch (error) {
      return refusalOf(error);
    }
  }
}

const FOLDER: Refusal = { code: 'file/folder', message: 'is a folder', help: 'Name the files in it.' };

const OUTSIDE: Refusal = {
  code: 'file/outside',
  message: 'leads out of the repository, so it was not read',
  help: 'Put the file itself where the link stands.',
};

const IRREGULAR: Refusal = {
  code: 'file/unreadable',
  message: 'is no regular file, so it was not read',
  help: 'Put a text file in its place.',
};

function refusalOf(error: unknown): Refusal {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { code: 'file/missing', message: 'does not exist', help: 'Look for a slip in the path.' };
    case 'EISDIR':
      return FOLDER;
    case 'EACCES':
    case 'EPERM':
      return { code: 'file/unreadable', message: 'may not be read by you', help: 'Look at its permissions.' };
    default:
      if (code === '') throw error;
      return { code: 'file/unreadable', message: `could not be read (${code})`, help: 'Look at the file itself.' };
  }
}
