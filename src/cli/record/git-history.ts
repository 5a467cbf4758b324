import type { Change, Commit, History, Signature } from '../../ledger/verify/index.js';
import type { Git } from './git.js';
import type { GitEntry } from './git-object.js';

/** The primary keys with which GitHub signs what it commits itself: https://github.com/web-flow.gpg */
const GITHUB_KEYS = ['968479A1AFF927E37D1A566BB5690EEEBB952194', '5DE3E0509C47EA3CF04A42D34AEE18F83AFDEB23'];

/** The history that ends in a commit, along first parents. @param keys further keys that count as GitHub's, by fingerprint */
export async function historyIn(git: Git, head: string, keys: readonly string[]): Promise<History> {
  const signatures = git.signatures(head);
  const trusted = new Set([...GITHUB_KEYS, ...keys.map((key) => key.replace(/\s/g, '').toUpperCase())]);
  const commits: Commit[] = [];
  const trees = new Trees(git);
  let later: { commit: Omit<Commit, 'changes'>; tree: string } | null = null;
  const add = async (one: NonNullable<typeof later>, before: string | null): Promise<void> => {
    commits.push({ ...one.commit, changes: await trees.changes(before, one.tree, '') });
  };
  for (let oid: string | null = head; oid !== null;) {
    const { tree, parents, author, isSigned } = await git.commit(oid);
    if (later) await add(later, tree);
    const signature = isSigned ? signatureOf(signatures.get(oid), trusted) : 'none';
    later = { commit: { oid, parents, author, signature }, tree };
    oid = parents[0] ?? null;
  }
  if (later) await add(later, null);
  return { commits: commits.reverse(), read: (blob) => git.blob(blob) };
}

/** The files of a commit. */
export async function filesAt(git: Git, head: string): Promise<Map<string, Uint8Array>> {
  const { tree } = await git.commit(head);
  const listing = await new Trees(git).files(tree, '');
  const files = new Map<string, Uint8Array>();
  for (const [path, { oid, mode }] of listing) if (mode !== SUBMODULE) files.set(path, await git.blob(oid));
  return files;
}

const FOLDER = '40000';
/** A commit of another repository, which this one does not hold. */
const SUBMODULE = '160000';

/** Trees that are kept: a few commits' worth, since neighbours share most of theirs. */
const MOST_TREES = 1_000;

/** Trees, read once as long as they are needed. */
class Trees {
  private readonly known = new Map<string, GitEntry[]>();

  constructor(private readonly git: Git) {}

  private async entries(oid: string): Promise<GitEntry[]> {
    const known = this.known.get(oid) ?? (await this.git.tree(oid));
    if (this.known.size >= MOST_TREES) this.known.clear();
    this.known.set(oid, known);
    return known;
  }

  async files(tree: string, prefix: string): Promise<Map<string, Pick<GitEntry, 'mode' | 'oid'>>> {
    const files = new Map<string, Pick<GitEntry, 'mode' | 'oid'>>();
    for (const { mode, name, oid } of await this.entries(tree)) {
      const path = prefix + name;
      if (mode !== FOLDER) files.set(path, { mode, oid });
      else for (const [inside, file] of await this.files(oid, `${path}/`)) files.set(inside, file);
    }
    return files;
  }

  /** What is in one tree and not so in another: folders that are the same are not looked into. */
  async changes(before: string | null, after: string | null, prefix: string): Promise<Change[]> {
    if (before === after) return [];
    const old = new Map((before === null ? [] : await this.entries(before)).map((entry) => [entry.name, entry]));
    const now = new Map((after === null ? [] : await this.entries(after)).map((entry) => [entry.name, entry]));
    const changes: Change[] = [];
    for (const name of new Set([...old.keys(), ...now.keys()])) {
      const [was, is] = [old.get(name), now.get(name)];
      if (was?.oid === is?.oid && was?.mode === is?.mode) continue;
      const path = prefix + name;
      const [from, to] = [folderIn(was), folderIn(is)];
      if (from !== null || to !== null) changes.push(...(await this.changes(from, to, `${path}/`)));
      if (is && to === null) changes.push({ path, blob: is.oid, mode: is.mode });
      else if (was && from === null) changes.push({ path, blob: null, mode: null });
    }
    return changes;
  }
}

const folderIn = (entry: GitEntry | undefined): string | null => (entry?.mode === FOLDER ? entry.oid : null);

/** What Git found of a signature. That it cannot check one for want of a key says nothing against it, and nothing for it. */
function signatureOf(
  found: { state: string; key: string } | undefined,
  trusted: ReadonlySet<string>,
): Exclude<Signature, 'none'> {
  switch (found?.state) {
    // Good; of a key whose owner nobody has vouched for; of a key that has run out since.
    case 'G':
    case 'U':
    case 'Y':
      return trusted.has(found.key) ? 'github' : 'other';
    case 'B':
      return 'bad';
    case 'X':
    case 'R':
      return 'other';
    default:
      return 'unchecked';
  }
}
