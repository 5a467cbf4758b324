import { continuedIn } from '../commands/continues.js';
import { readEntry } from '../dashboard/entry.js';
import { EARLIER, type RawEarlier } from '../github/queries/earlier.js';
import type { RawPull } from '../github/queries/snapshot.js';
import { present, query, whatIsThere } from '../github/read.js';
import { readLedger } from '../ledger/chain.js';
import { ledgerFolder, indexFile } from '../ledger/layout.js';
import type { Line, LineOf } from '../ledger/lines.js';
import { proposalFile } from '../proposal/index.js';
import type { Rules } from '../rules/schema.js';
import type { Account } from './facts.js';
import type { LookRequest } from './gather.js';
import { textOf } from './governing.js';
import { BrokenRecord } from './record.js';
import { notOurs } from './record-maker.js';
import { accountOf, firstRevision } from './texts.js';

type Continues = NonNullable<LineOf<'opened'>['continues']>;
type Earlier = NonNullable<RawEarlier['repository']>;

/**
 * The closed pull request that a new one says it goes on with, by the description that it was opened with: one request
 * where it names one, and none else. `problem` says why it is not taken so: only an author or the sponsor of what was closed
 * can go on with it, as its record or GitHub names them.
 * @returns null where the description names none, or a bot wrote it
 */
export async function continuedBy(request: LookRequest, raw: RawPull, rules: Rules): Promise<Continues | null> {
  const by = accountOf(raw.author);
  if (!by || by.isBot || raw.viewerDidAuthor) return null;
  const original = firstRevision(raw);
  const [pull, ...others] = continuedIn(original ?? raw.body);
  if (pull === undefined) return null;
  const no = (problem: string): Continues => ({ pull, problem });
  if (original === null)
    return no('the description was edited before it was first read, and what it first said is gone');
  if (others.length > 0) return no(`the description names ${others.map((one) => `#${one}`).join(' and ')} as well`);
  if (pull === request.number) return no('that is this pull request itself');
  const { client, repository } = request;
  const recordRef = `refs/heads/${rules.record.branch}`;
  const variables = {
    ...repository,
    number: pull,
    recordRef,
    ledgerFolder: ledgerFolder(pull),
    indexFile: indexFile(pull),
  };
  const answer = await query<unknown>(client, EARLIER, variables).catch(whatIsThere);
  const { repository: found, viewer } = answer as RawEarlier;
  const foreign = found?.record && notOurs(found.record.target, viewer.login);
  // What is written down once stays: rather no look than one that stands on what the app did not write.
  if (foreign) throw new BrokenRecord(foreign);
  return { pull, problem: found ? hindrance(found, by, rules) : 'there is no pull request of that number' };
}

/** Why somebody cannot go on with what is there, as the end of a sentence; null where they can. */
function hindrance({ earlier, record }: Earlier, by: Account, rules: Rules): string | null {
  if (earlier?.state === undefined) return 'there is no pull request of that number';
  if (earlier.state === 'OPEN') return 'that pull request is open';
  if (earlier.state === 'MERGED') return 'that pull request is merged';
  const segments = [...(record?.target.ledger?.object?.entries ?? [])].sort((a, b) => (a.name < b.name ? -1 : 1));
  const reading = readLedger(segments.map(({ object, name }) => textOf(object, name) ?? '').join(''));
  if (!reading.ok) return 'its record cannot be read';
  const isProposal =
    reading.lines.length > 0 ||
    present(earlier.files?.nodes).some(
      ({ path, changeType }) =>
        changeType === 'ADDED' && proposalFile(path, { folder: rules.paths.proposals }) !== null,
    );
  if (!isProposal) return 'that pull request brought no proposal';
  const { sponsor } = readEntry(textOf(record?.target.index?.object, 'index') ?? '') ?? { sponsor: null };
  const isTheirs =
    accountOf(earlier.author)?.id === by.id ||
    isNamed(reading.lines, by) ||
    sponsor?.toLowerCase() === by.login.toLowerCase();
  return isTheirs ? null : `@${by.login} is neither an author nor the sponsor of what was proposed there`;
}

/** Whether a ledger says that somebody opened the pull request, or that its document named them as an author. */
const isNamed = (lines: readonly Line[], { id, login }: Account): boolean =>
  lines.some(
    (line) =>
      (line.kind === 'opened' && line.by?.id === id) ||
      (line.kind === 'head-seen' && line.claims.authors.some((one) => one.toLowerCase() === login.toLowerCase())),
  );
