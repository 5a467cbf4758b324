import { proposalFile } from '../name.js';

/** A path's folder, without its slash, and its file's name. */
export function fileParts(path: string): { folder: string; name: string } {
  const slash = path.lastIndexOf('/');
  return { folder: path.slice(0, Math.max(slash, 0)), name: path.slice(slash + 1) };
}

/** The command that gives a proposal's file the name that its number asks for: `git mv seps/0000-a.md seps/1850-a.md`. */
export function renamed(path: string, number: number): string {
  const { folder, name } = fileParts(path);
  const slug = proposalFile(path, { folder })?.slug.replace(/\s+/g, '-') ?? '';
  const prefix = path.slice(0, path.length - name.length);
  return `git mv ${quote(path)} ${quote(`${prefix}${String(number).padStart(4, '0')}-${slug || 'your-title'}.md`)}`;
}

function quote(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
