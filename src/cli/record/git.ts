import { spawn, spawnSync, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { isNamed, readCommit, readTree, type GitCommit, type GitEntry, type GitObject } from './git-object.js';

/**
 * What Git is told whatever the folder's own configuration says. A folder may come from a stranger: nothing that it names
 * is run, nothing is fetched for it, no commit is taken for another one, and nothing is written into it.
 */
const SAFE = [
  ...['core.fsmonitor=false', 'core.hooksPath=/dev/null', 'protocol.allow=never', 'log.showSignature=false'],
  ...['gpg.format=openpgp', 'gpg.program=gpg', 'gpg.openpgp.program=gpg', 'gpg.ssh.program=ssh-keygen'],
  ...['gpg.x509.program=gpgsm', 'gpg.ssh.allowedSignersFile='],
].flatMap((setting) => ['-c', setting]);

const ENVIRONMENT = {
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_NO_LAZY_FETCH: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_GRAFT_FILE: '/dev/null',
};

/** A repository of Git that is only read. */
export class Git {
  private readonly batch: ChildProcessWithoutNullStreams;
  private rest: Buffer = Buffer.alloc(0);
  private wake: (() => void) | null = null;
  private ended = false;

  private constructor(private readonly folder: string) {
    this.batch = spawn('git', [...SAFE, '-C', folder, 'cat-file', '--batch'], { env: environment() });
    this.batch.stdout.on('data', (chunk: Buffer) => {
      this.rest = Buffer.concat([this.rest, chunk]);
      this.wake?.();
    });
    this.batch.on('close', () => {
      this.ended = true;
      this.wake?.();
    });
    this.batch.stdin.on('error', () => undefined);
  }

  /** The repository whose root a folder is; else in a sentence why there is none. */
  static at(folder: string): Git | string {
    const asked = run(folder, ['rev-parse', '--is-shallow-repository', '--show-prefix']);
    if (asked === null) return 'Git is not installed here, so the history of the branch was not looked at.';
    const [shallow, prefix = ''] = asked.status === 0 ? asked.text.split('\n') : [];
    if (shallow === undefined || prefix !== '') {
      const why = /dubious ownership/.test(asked.complaint)
        ? 'Git does not read the folder, since it belongs to somebody else (safe.directory)'
        : 'The folder is no repository of Git';
      return `${why}, so who wrote it and whether anything was taken away was not looked at.`;
    }
    if (shallow === 'true') {
      return 'The clone is shallow, so its history was not looked at: run "git fetch --unshallow" in it.';
    }
    return new Git(folder);
  }

  /** The commit that a name of the repository leads to; null where there is none. */
  commitOf(name: string): string | null {
    const found = run(this.folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
    const oid = found?.status === 0 ? found.text.trim() : '';
    return /^[0-9a-f]{40,64}$/.test(oid) ? oid : null;
  }

  /** What Git says of the signatures up to a commit: by its name, the letter of `%G?` and the primary key. */
  signatures(head: string): Map<string, { state: string; key: string }> {
    const told = run(this.folder, [
      'log',
      '--no-show-signature',
      '--format=%H %G? %GP',
      '--end-of-options',
      head,
      '--',
    ]);
    const lines = (told?.text ?? '').split('\n').map((line) => line.split(' '));
    return new Map(lines.map(([oid = '', state = '', key = '']) => [oid, { state, key }]));
  }

  async commit(oid: string): Promise<GitCommit> {
    return this.read(oid, readCommit);
  }

  async tree(oid: string): Promise<GitEntry[]> {
    return this.read(oid, (object) => readTree(object, oid.length / 2));
  }

  async blob(oid: string): Promise<Buffer> {
    return this.read(oid, ({ kind, bytes }) => (kind === 'blob' ? bytes : null));
  }

  close(): void {
    this.batch.stdin.end();
  }

  private async read<Read>(oid: string, as: (object: GitObject) => Read | null): Promise<Read> {
    const object = await this.object(oid);
    const read = object && isNamed(object, oid) ? as(object) : null;
    if (read === null) throw new UnreadableObject(oid);
    return read;
  }

  /** An object; null where there is none. One is asked for at a time. */
  private async object(oid: string): Promise<GitObject | null> {
    this.batch.stdin.write(`${oid}\n`);
    const line = await this.upTo(() => this.rest.indexOf('\n') + 1);
    const [, kind, size] = line.toString('utf8').trimEnd().split(' ');
    if (kind === undefined || size === undefined) return null;
    const bytes = await this.upTo(() => (this.rest.length > Number(size) ? Number(size) + 1 : 0));
    return { kind, bytes: bytes.subarray(0, -1) };
  }

  /** Takes what Git has said, as soon as so much of it is there. @param length of the part; 0 while it is not whole */
  private async upTo(length: () => number): Promise<Buffer> {
    while (length() === 0) {
      if (this.ended) throw new UnreadableObject('HEAD');
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
    const end = length();
    const part = this.rest.subarray(0, end);
    this.rest = this.rest.subarray(end);
    return part;
  }
}

/** An object that the history names is not there, or is not what its name says. */
export class UnreadableObject extends Error {
  override readonly name = 'UnreadableObject';

  constructor(oid: string) {
    super(`Git has no object ${oid}, or one that is not what its name says: run "git fsck" in the folder.`);
  }
}

/** Variables by which a process around this one may have named another repository. */
const ELSEWHERE = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_COMMON_DIR', 'GIT_OBJECT_DIRECTORY', 'GIT_INDEX_FILE'];

const environment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !ELSEWHERE.includes(name))),
  ...ENVIRONMENT,
});

/** Null where Git is not installed. */
function run(
  folder: string,
  args: readonly string[],
): { status: number | null; text: string; complaint: string } | null {
  const done = spawnSync('git', [...SAFE, '-C', folder, ...args], {
    env: environment(),
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  return done.error ? null : { status: done.status, text: done.stdout, complaint: done.stderr };
}
