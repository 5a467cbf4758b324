import { createHash } from 'node:crypto';

/** An object of Git, as `git cat-file --batch` gives it. */
export interface GitObject {
  kind: string;
  bytes: Buffer;
}

/** A commit, as its object says. */
export interface GitCommit {
  tree: string;
  parents: string[];
  author: { name: string; email: string };
  /** Whether it carries a signature, whosever. */
  isSigned: boolean;
}

/** An entry of a tree. `mode` is as Git writes it: `100644`, `40000`. */
export interface GitEntry {
  mode: string;
  name: string;
  oid: string;
}

/** Whether an object has the name that its content gives: a folder from a stranger may say anything. */
export function isNamed({ kind, bytes }: GitObject, oid: string): boolean {
  const hash = createHash(oid.length === 64 ? 'sha256' : 'sha1');
  return hash.update(`${kind} ${bytes.length}\0`).update(bytes).digest('hex') === oid;
}

/** Reads a commit; null where the object is of another form. */
export function readCommit({ kind, bytes }: GitObject): GitCommit | null {
  if (kind !== 'commit') return null;
  const head = bytes.toString('utf8').split('\n\n', 1)[0] ?? '';
  const fields = head
    .split('\n')
    // A field goes on where a line begins with a space, as signatures do.
    .filter((line) => !line.startsWith(' '))
    .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)] as const);
  const all = (name: string): string[] => fields.flatMap(([field, value]) => (field === name ? [value] : []));
  const [tree] = all('tree');
  const [author] = all('author');
  const by = /^(.*?) ?<([^>]*)> -?\d+ [+-]\d{4}$/.exec(author ?? '');
  if (tree === undefined || !by) return null;
  return {
    tree,
    parents: all('parent'),
    author: { name: by[1] ?? '', email: by[2] ?? '' },
    isSigned: fields.some(([field]) => field === 'gpgsig' || field === 'gpgsig-sha256'),
  };
}

/** Reads a tree; null where the object is of another form. @param width of a name in bytes: 20, or 32 with SHA-256 */
export function readTree({ kind, bytes }: GitObject, width: number): GitEntry[] | null {
  if (kind !== 'tree') return null;
  const entries: GitEntry[] = [];
  for (let at = 0; at < bytes.length;) {
    const space = bytes.indexOf(0x20, at);
    const end = bytes.indexOf(0, space);
    if (space === -1 || end === -1 || end + 1 + width > bytes.length) return null;
    entries.push({
      mode: bytes.toString('utf8', at, space),
      name: bytes.toString('utf8', space + 1, end),
      oid: bytes.toString('hex', end + 1, end + 1 + width),
    });
    at = end + 1 + width;
  }
  return entries;
}
