import { proposalFile } from '../name.js';
import type { Companion } from './types.js';

/** A path's folder, without its slash, and its file's name. */
export function fileParts(path: string): { folder: string; name: string } {
  const slash = path.lastIndexOf('/');
  return { folder: path.slice(0, Math.max(slash, 0)), name: path.slice(slash + 1) };
}

/** Where the rendered page of the proposal at `path` belongs. */
export function companionPath(companion: Companion, path: string): string {
  return companion.path.replaceAll('{name}', () => fileParts(path).name.replace(/\.mdx?$/i, ''));
}

/**
 * Where a proposal's file belongs once it has its number: `seps/1850-a.md` for `seps/0000-a.md`. The folder stays, and
 * of the title what can stand in a link, in code and on a command line. Source: the SEP guidelines, "Step-by-Step
 * Process", 1 and 3, and the merged files: a number has no zeros before it; `0000` stands for one that is to come.
 * @param number 0 for one that is to come
 */
export function pathWithNumber(path: string, number: number): string {
  const { folder, name } = fileParts(path);
  const slug = (proposalFile(path, { folder })?.slug ?? '').replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^-+|-+$/g, '');
  const prefix = path.slice(0, path.length - name.length);
  return `${prefix}${number === 0 ? '0000' : number}-${slug === '' ? 'your-title' : slug}.md`;
}

/** The command that gives a proposal's file the name that its number asks for: `git mv seps/0000-a.md seps/1850-a.md`. */
export function renamed(path: string, number: number): string {
  return `git mv ${quote(path)} ${quote(pathWithNumber(path, number))}`;
}

function quote(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
