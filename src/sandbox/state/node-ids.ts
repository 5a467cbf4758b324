/**
 * Node ids as GitHub makes them: a prefix for the type, and behind it base64 of a MessagePack array of 0, the ids of
 * what it belongs to, and its own id. To everybody outside they are opaque.
 */
const PREFIXES = {
  App: 'A',
  Blob: 'B',
  Bot: 'BOT',
  CheckRun: 'CR',
  CheckSuite: 'CS',
  Commit: 'C',
  Issue: 'I',
  IssueComment: 'IC',
  Label: 'LA',
  Organization: 'O',
  PullRequest: 'PR',
  PullRequestCommit: 'PURC',
  PullRequestReview: 'PRR',
  PullRequestReviewComment: 'PRRC',
  PullRequestReviewThread: 'PRRT',
  Reaction: 'REA',
  Ref: 'REF',
  Repository: 'R',
  RepositoryRuleset: 'RRS',
  StatusContext: 'SC',
  Team: 'T',
  TimelineEvent: 'EVT',
  Tree: 'TR',
  User: 'U',
  UserContentEdit: 'UCE',
} as const;

export type NodeType = keyof typeof PREFIXES;

const TYPES = new Map(Object.entries(PREFIXES).map(([type, prefix]) => [prefix as string, type as NodeType]));

/** A number is written as 32 bits where it fits and as 64 otherwise; a text with a length of 16 bits. */
function pack(value: number | string): Buffer {
  if (typeof value === 'string') {
    const text = Buffer.from(value);
    const head = Buffer.from([0xda, 0, 0]);
    head.writeUInt16BE(text.length, 1);
    return Buffer.concat([head, text]);
  }
  if (value < 2 ** 32) {
    const small = Buffer.from([0xce, 0, 0, 0, 0]);
    small.writeUInt32BE(value, 1);
    return small;
  }
  const large = Buffer.alloc(9, 0xcf);
  large.writeBigUInt64BE(BigInt(value), 1);
  return large;
}

/** @param keys the ids of what it belongs to (a repository's, mostly), then its own (a number, object name or ref). */
export function nodeId(type: NodeType, ...keys: (number | string)[]): string {
  const packed = Buffer.concat([Buffer.from([0x90 + keys.length + 1, 0]), ...keys.map(pack)]);
  return `${PREFIXES[type]}_${packed.toString('base64url')}`;
}

/** The way back; null for what is no node id of the sandbox. */
export function parseNodeId(id: string): { type: NodeType; keys: (number | string)[] } | null {
  const cut = id.indexOf('_');
  const type = TYPES.get(id.slice(0, cut));
  if (cut < 0 || type === undefined) return null;
  const packed = Buffer.from(id.slice(cut + 1), 'base64url');
  const keys: (number | string)[] = [];
  for (let at = 2; at < packed.length;) {
    const [key, next] = unpack(packed, at);
    if (key === null) return null;
    keys.push(key);
    at = next;
  }
  return nodeId(type, ...keys) === id ? { type, keys } : null;
}

function unpack(packed: Buffer, at: number): [number | string | null, number] {
  const kind = packed[at];
  if (kind === 0xce && at + 5 <= packed.length) return [packed.readUInt32BE(at + 1), at + 5];
  if (kind === 0xcf && at + 9 <= packed.length) return [Number(packed.readBigUInt64BE(at + 1)), at + 9];
  if (kind === 0xda && at + 3 <= packed.length) {
    const end = at + 3 + packed.readUInt16BE(at + 1);
    return end <= packed.length ? [packed.toString('utf8', at + 3, end), end] : [null, end];
  }
  return [null, at];
}
