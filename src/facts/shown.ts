import { readEntry, type Entry } from '../dashboard/entry.js';
import type { GitHubClient } from '../github/clients.js';
import { secondsToWait } from '../github/limits.js';
import { BLOB, type RawBlob } from '../github/queries/fragments.js';
import { query, wholeText } from '../github/read.js';
import { bindingsOf, recordOf, UNSAID } from '../routing/index.js';
import type { DocumentFacts, Facts, Governing, PullFacts, RepositoryRef, Said } from './facts.js';
import type { RepositoryMemory } from './memory.js';
import type { RecordFacts } from './record.js';

/** What tells whether a look needs to know what groups have shown. */
interface Need {
  record: RecordFacts;
  pull: PullFacts;
  document: DocumentFacts;
  changes: Facts['changes'];
  governing: Pick<Governing, 'rules' | 'governance'>;
  said: readonly Said[];
}

interface Request {
  client: GitHubClient;
  repository: RepositoryRef;
  memory: RepositoryMemory;
  now: string;
}

const INDEX = /* GraphQL */ `
  query Index($owner: String!, $name: String!, $tree: GitObjectID!) {
    repository(owner: $owner, name: $name) {
      object(oid: $tree) {
        ... on Tree {
          entries {
            name
            object {
              ...Content
            }
          }
        }
      }
    }
  }
  ${BLOB}
`;

interface RawIndex {
  repository: { object: RawBlob | null } | null;
}

/** An index that GitHub fails to give so often in a row is not known. */
const MOST_FAILURES = 3;

/**
 * What groups have shown, for the grants that ask for it: one request, and none where no grant does, where no decision
 * of such a group could come, or where neither the index nor the rules have changed. An index that is not of its form is
 * not known, and no demand is met by it. A request that fails fails the look, since a hiccup must not cost a group its
 * authority; only where it fails time after time is the index not known, so that nothing comes to a halt.
 */
export async function shownNow(request: Request, need: Need): Promise<Facts['shown']> {
  const { memory } = request;
  const { record } = need;
  const groups = asked(request.now, need);
  if (groups.length === 0) return new Map();
  // Where there is no record at all, nothing has been decided in it.
  if (record.head === null) return countedFrom([], groups);
  if (record.index === null) return new Map();
  const key = `${record.index} ${groups.join(' ')}`;
  if (memory.shown?.key === key) return memory.shown.groups;
  const entries = await read(request, record.index);
  if (entries === 'failed') return new Map();
  const shown = entries === null ? new Map() : countedFrom(entries, groups);
  memory.shown = { key, groups: shown };
  return shown;
}

/** The groups whose grant asks for a record and whose word on the proposal could be asked for in this look. */
function asked(now: string, { record, pull, document, changes, governing, said }: Need): string[] {
  const { rules, governance } = governing;
  const groups = Object.entries(rules.delegation.grants).flatMap(([slug, { needs }]) => (needs ? [slug] : []));
  if (groups.length === 0 || pull.state !== 'open') return [];
  const { proposal, source } = document;
  const matter = { proposal, source, number: pull.number, paths: changes };
  const bound = new Set(
    bindingsOf(matter, { governance, rules, today: now.slice(0, 10) }, UNSAID).map(({ group }) => group),
  );
  // Who adopts or routes a proposal may bring it to any of them, and without a document what was bound last goes on.
  const last = record.lines.findLast((line) => line.kind === 'bound');
  for (const { slug } of last?.groups ?? []) bound.add(slug);
  const acts = record.lines.filter((line) => line.kind === 'act');
  const moved = [...acts, ...said].some(({ command }) => command === 'sep adopt' || command === 'sep route');
  return moved || groups.some((slug) => bound.has(slug)) ? groups : [];
}

/** The index at a tree; null where it is not of its form, and `failed` where GitHub goes on failing to give it. */
async function read({ client, repository, memory, now }: Request, tree: string): Promise<Entry[] | null | 'failed'> {
  let raw: RawIndex;
  try {
    raw = await query<RawIndex>(client, INDEX, { ...repository, tree });
  } catch (error) {
    // A limit says when to come back, and tells nothing of the index.
    if (secondsToWait(error, Date.parse(now)) > 0) throw error;
    memory.indexFailures += 1;
    if (memory.indexFailures < MOST_FAILURES) throw error;
    return 'failed';
  }
  memory.indexFailures = 0;
  const files = raw.repository?.object?.entries;
  if (!files) return null;
  const entries: Entry[] = [];
  for (const { object } of files) {
    // One that cannot be read may be the one that was overturned.
    const text = wholeText(object);
    const entry = text === null ? null : readEntry(text);
    if (!entry) return null;
    entries.push(entry);
  }
  return entries;
}

const countedFrom = (entries: readonly Entry[], groups: readonly string[]): Facts['shown'] =>
  new Map(groups.map((slug) => [slug, recordOf(entries, slug)]));
