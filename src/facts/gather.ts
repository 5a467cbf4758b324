import type { GitHubClient } from '../github/clients.js';
import { isReadOnly, movedTo } from '../github/queries/fragments.js';
import { SNAPSHOT, type RawSnapshot } from '../github/queries/snapshot.js';
import { present, query } from '../github/read.js';
import type { Refused } from '../github/refused.js';
import { ledgerFolder } from '../ledger/layout.js';
import type { Rules } from '../rules/schema.js';
import type { Overrides } from '../templates/index.js';
import { accountsFor } from './accounts-for.js';
import { amendedFiles, aroundAmended, changedProposals } from './amendment.js';
import { carriedDecision } from './carried-decision.js';
import { carriesOut } from './roster-pulls.js';
import { carriedBy, wasSentElsewhere, type Companionship } from './carried.js';
import type {
  AmendmentFacts,
  Facts,
  GovernanceChangeFacts,
  Governing,
  Published,
  PullFacts,
  RepositoryRef,
  Said,
} from './facts.js';
import { rememberActivity } from './activity.js';
import { saidByAnswering } from './answering.js';
import { hasNothingNew, isAsleep, isUntouched, wasOver } from './asleep.js';
import { wholeConversation } from './conversation.js';
import { scenarioNow } from './conformance.js';
import { continuedBy } from './continued.js';
import { documentOf, goneDocument } from './document.js';
import { changedFiles, changesBeside, takenAwayBy, type ChangedFile } from './files.js';
import {
  governedBy,
  governingAt,
  packRules,
  samePaths,
  Ungoverned,
  unlessUngoverned,
  type GoverningTexts,
} from './governing.js';
import { changedGoverning, governanceRead } from './governance-change.js';
import type { GoverningMemory, RepositoryMemory, SubjectMemory } from './memory.js';
import { broughtInStep, mergedFacts, statusBranch } from './merged.js';
import { pullFacts, rememberOwn, saidInPull } from './pull.js';
import { publishedNow } from './published.js';
import { surroundingsOf } from './surroundings.js';
import { rememberPositions } from './review-positions.js';
import { shownNow } from './shown.js';
import { unheard } from './unheard.js';
import { BrokenRecord, readRecord, type RecordFacts } from './record.js';

export type { GoverningTexts };

/**
 * What a look found: a proposal with all its facts, and with what it would change of the governance, if anything; a pull
 * request that changes the governance and adds no proposal, and perhaps changes merged ones; one that only changes merged
 * proposals; one that carries another proposal's file, or brings it into another branch; one that is older than the
 * installation and that nobody has touched since; a pull request that is none of Convenor's business; one of which nothing
 * can be said, because the rules or the record cannot be read, or the record may not be written; or one that is not there,
 * or in a repository where nothing can be written any more. `settle` keeps what the look has read: it is called once that is written down.
 */
export type Look =
  | {
      kind: 'proposal';
      facts: Facts;
      governance: GovernanceChangeFacts | null;
      record: RecordFacts;
      pins: Governing['accounts'];
      /** Whether nobody has acted on it since the installation: it is written down, and nothing is published. */
      isAsleep: boolean;
      settle: () => void;
    }
  | { kind: 'governance'; facts: GovernanceChangeFacts; amendment: AmendmentFacts | null; settle: () => void }
  | { kind: 'amendment'; facts: AmendmentFacts; settle: () => void }
  | {
      kind: 'companion';
      pull: PullFacts;
      repository: RepositoryRef & { nodeId: string; defaultBranch: string };
      rules: Rules;
      templates: Overrides;
      published: Published;
      companion: Companionship;
      governance: GovernanceChangeFacts | null;
      /** The commands that were written here since the installation, as far as this look has read. */
      said: Said[];
      settle: () => void;
    }
  | { kind: 'other'; pull: PullFacts; repositoryId: string; rules: Rules; checks: Published; settle: () => void }
  | {
      kind: 'stuck';
      pull: PullFacts;
      repositoryId: string;
      rules: Rules;
      checks: Published;
      why: Ungoverned | BrokenRecord | Refused;
    }
  | { kind: 'asleep'; is: 'proposal' | 'companion' | 'other'; title: string; settle: () => void }
  | { kind: 'gone' };

/** Who looks, at what, when. */
export interface LookRequest {
  client: GitHubClient;
  appId: number;
  repository: RepositoryRef;
  number: number;
  memory: RepositoryMemory;
  /** The instant at which the look begins. */
  now: string;
  /** When the app was installed here: what was said before was not said to it. */
  installedAt: string;
}

/**
 * Gathers everything about one pull request: one request when warm, one more for a new head. Nothing is concluded here
 * from what could not be read: a failing or partial answer fails the look.
 */
export async function gather(request: LookRequest): Promise<Look> {
  const { client, repository, number, memory, now } = request;
  const subject = memory.subject(number);
  const assumed = memory.governing?.loaded.rules ?? packRules();
  let raw = await snapshot(request, subject, assumed);
  if (raw.repository) memory.found(raw.repository, now);
  // Where it goes by another name now, it is looked at under that.
  if (raw.repository && (isReadOnly(raw.repository) || movedTo(raw.repository, repository))) {
    memory.lookAnew();
    return { kind: 'gone' };
  }
  let governing = await governingOf(request, raw, assumed).catch(unlessUngoverned);
  if (governing instanceof Ungoverned) return stuck(raw, subject, assumed, governing);
  const { rules } = governing.loaded;
  if (!samePaths(rules.paths, assumed.paths) || rules.record.branch !== assumed.record.branch) {
    raw = await snapshot(request, subject, rules);
    governing = await governingOf(request, raw, rules);
  }
  const { overrides: templates } = governing.templates;
  const branch = raw.repository?.defaultBranchRef;
  const rawPull = raw.repository?.pullRequest;
  if (!raw.repository || !branch || !rawPull) return { kind: 'gone' };
  const pull = pullFacts(rawPull, branch.name);
  const conversation = await wholeConversation(request, rawPull);
  rememberOwn(subject, rawPull, [...conversation.comments, ...conversation.reviews]);
  rememberActivity(subject.activity, rawPull, conversation);
  rememberPositions(subject.positions, rawPull, conversation.reviews);
  const published = publishedNow(raw.repository, rawPull, subject);
  const changed = await filesOf(request, subject, pull);
  // What has a ledger stays a proposal: nobody leaves a decision by taking the file away or by changing the base.
  const begun = raw.repository.record?.target.ledger != null;
  const { own: added, ...carried } = await carriedBy({
    request,
    subject,
    pull,
    changed,
    rules,
    defaultBranch: branch.name,
    begun,
    isOtherOpen: raw.repository.other?.state === 'OPEN',
  });
  const { companion } = carried;
  if (added && !begun && hasReadPast(subject)) {
    // What was said before it was a proposal is read again, so that a process that remembers finds what any other would.
    Object.assign(subject, { commentsAfter: null, reviewsAfter: null });
    return gather(request);
  }
  const governs = pull.intoDefault && pull.state === 'open' && changedGoverning(changed, rules.paths).length > 0;
  const settle = (): void => {
    subject.kind = added || begun ? 'proposal' : companion ? 'companion' : governs ? 'governance' : 'other';
    subject.head = pull.head;
    subject.path = added?.path ?? null;
    subject.updatedAt = rawPull.updatedAt;
    subject.open = pull.state === 'open';
    subject.commentsAfter = conversation.commentsAfter;
    subject.reviewsAfter = conversation.reviewsAfter;
  };
  const at = { ...repository, nodeId: raw.repository.id };
  const { oid: base } = branch.target;
  const governance = async (): Promise<GovernanceChangeFacts | null> => {
    if (!governs) return null;
    const record = raw.repository?.record?.target.index?.oid ?? null;
    const read = await governanceRead({ request, head: pull.head, base, changed, subject, governing, record });
    const issue = rawPull.viewerDidAuthor ? carriesOut(rawPull.headRef?.name ?? null) : null;
    const decision = issue === null ? null : await carriedDecision(request, issue, rules.record.branch);
    const positions = [...subject.positions.values()];
    return { now, repository: at, pull, ...read, carriesOut: decision, positions, templates, published };
  };
  const said = saidInPull(rawPull, conversation, rules).filter(
    (one) => Date.parse(one.at) >= Date.parse(request.installedAt),
  );
  if (companion) {
    // Where everybody has to be answered, the oldest are, too.
    const rests = isAsleep(rawPull, conversation, request.installedAt) && !rules.checks.answerAll;
    if (pull.state !== 'open' || rests) return { kind: 'asleep', is: 'companion', title: pull.title, settle };
    const place = { ...at, defaultBranch: branch.name };
    const change = await governance();
    return {
      kind: 'companion',
      pull,
      repository: place,
      rules,
      templates,
      published,
      companion,
      governance: change,
      said,
      settle,
    };
  }
  const amends = pull.intoDefault && !added && !begun ? changedProposals(changed, rules.paths.proposals) : [];
  if (amends.length > 0 || (governs && !added && !begun)) {
    if (pull.state !== 'open' || isAsleep(rawPull, conversation, request.installedAt))
      return { kind: 'asleep', is: 'other', title: pull.title, settle };
    const { library, governance: people } = governing;
    const files = amends.length > 0 ? await amendedFiles(request, rawPull, amends, library) : [];
    const around = await aroundAmended(files, { request, raw: rawPull, subject, changed, library, rules });
    const more = amends.length - files.length;
    const amendment =
      amends.length > 0
        ? {
            now,
            repository: at,
            pull,
            files,
            ...around,
            bringsInStep: rawPull.viewerDidAuthor ? broughtInStep(rawPull.headRef?.name ?? null) : null,
            more,
            library,
            governance: people,
            rules,
            templates,
            published,
          }
        : null;
    const change = await governance();
    if (change) return { kind: 'governance', facts: change, amendment, settle };
    if (amendment) return { kind: 'amendment', facts: amendment, settle };
  }
  if (!added && !begun)
    return { kind: 'other', pull, repositoryId: raw.repository.id, rules, checks: published, settle };

  const { branch: recordBranch } = rules.record;
  const isBegun = subject.posts.has('status');
  const record = readRecord(raw, { branch: recordBranch, number, begun: isBegun, seen: memory.record, now });
  if (record instanceof BrokenRecord) return stuck(raw, subject, rules, record);
  const isOlder = Date.parse(pull.createdAt) < Date.parse(request.installedAt);
  const rests = said.length === 0 && isUntouched(record.lines) && isAsleep(rawPull, conversation, request.installedAt);
  // Who writes no command there wants nothing of Convenor.
  const isOver = record.lines.length === 0 && said.length === 0 && wasOver(pull, request.installedAt);
  const listed = governing.takenOver.find((one) => one.pull === number) ?? null;
  // What the list says is written down also of a pull request that is left in peace; it confirms once.
  const isListed = listed !== null && !record.lines.some(({ kind }) => kind === 'confirmed');
  if (isOver || (rests && !isListed && hasNothingNew(record.lines, pull))) {
    return { kind: 'asleep', is: 'proposal', title: pull.title, settle };
  }
  const document = added
    ? await documentOf(request, rawPull, subject, added)
    : goneDocument(record.lines, pull, branch.name);
  const { library } = governing;
  const heard = unheard([...said, ...saidByAnswering(conversation.reviews, record.lines)], record.lines);
  const counted = heard.filter((one) => !wasSentElsewhere(one, subject, record.lines));
  const surroundings = rests
    ? { library, missingPaths: new Set<string>(), knownNumbers: new Set<number>() }
    : await surroundingsOf({ request, raw: rawPull, subject, document, changed, library });
  const { governance: people } = governing;
  const accounts = await accountsFor({
    client,
    memory,
    record,
    governance: people,
    said: counted,
    document,
    listed,
    now,
  });
  const now_: Governing = {
    commit: governing.commit,
    held: governing.held,
    takenOver: governing.takenOver,
    rules,
    sha256: governing.loaded.sha256,
    governance: people,
    templates,
    accounts,
  };
  const changes = changesBeside(changed, added?.path ?? null);
  const facts: Facts = {
    now,
    repository: { ...repository, nodeId: raw.repository.id, defaultBranch: branch.name },
    pull,
    isOlder,
    continues: record.lines.length > 0 || isOlder ? null : await continuedBy(request, rawPull, rules),
    document,
    surroundings,
    beside: carried.beside,
    changes,
    takenAway: takenAwayBy(changed),
    shown: rests
      ? new Map()
      : await shownNow(request, { record, pull, document, changes, governing: now_, said: counted }),
    merged: mergedFacts(raw.repository, pull, { lines: record.lines, library, rules, subject, now }),
    scenario: rests
      ? { kind: 'unasked' }
      : await scenarioNow(
          { client, memory, number, now },
          { lines: record.lines, said: counted, pull, document, rules },
        ),
    activity: subject.activity,
    away: record.away,
    said: counted,
    governing: now_,
    archived: memory.archived,
    rulebook: new Map([...record.rulebook, [now_.sha256, rules]]),
    ledger: record.lines,
    published,
  };
  const change = rests ? null : await governance();
  return { kind: 'proposal', facts, governance: change, record, pins: accounts, isAsleep: rests, settle };
}

/** Whether conversations were read here while the pull request was no proposal. */
const hasReadPast = ({ kind, commentsAfter, reviewsAfter }: SubjectMemory): boolean =>
  kind !== null && kind !== 'proposal' && (commentsAfter ?? reviewsAfter) !== null;

/** A look that can go no further: nothing is settled, so that everything is read again once it can. */
function stuck(raw: RawSnapshot, subject: SubjectMemory, rules: Rules, why: Ungoverned | BrokenRecord): Look {
  const { repository } = raw;
  if (!repository?.pullRequest || !repository.defaultBranchRef) return { kind: 'gone' };
  const pull = pullFacts(repository.pullRequest, repository.defaultBranchRef.name);
  rememberOwn(subject, repository.pullRequest, present(repository.pullRequest.comments.nodes));
  const checks = publishedNow(repository, repository.pullRequest, subject);
  return { kind: 'stuck', pull, repositoryId: repository.id, rules, checks, why };
}

async function snapshot(request: LookRequest, subject: SubjectMemory, rules: Rules): Promise<RawSnapshot> {
  const { client, appId, repository, number } = request;
  return query<RawSnapshot>(client, SNAPSHOT, {
    ...repository,
    number,
    appId,
    recordRef: `refs/heads/${rules.record.branch}`,
    ledgerFolder: ledgerFolder(number),
    ...governedBy(rules.paths),
    path: subject.path ?? '',
    hasPath: subject.path !== null,
    other: subject.carried?.carried.companion?.of ?? 0,
    hasOther: subject.carried?.carried.companion?.of != null,
    commentsAfter: subject.commentsAfter,
    reviewsAfter: subject.reviewsAfter,
    statusBranch: statusBranch(number),
  });
}

/** What governs the repository at the head of its default branch. */
async function governingOf(request: LookRequest, raw: RawSnapshot, rules: Rules): Promise<GoverningMemory> {
  const target = raw.repository?.defaultBranchRef?.target;
  if (!target) throw new Error('The repository has no default branch that could be read.');
  return governingAt({ ...request, asOf: request.now.slice(0, 10) }, target, rules);
}

async function filesOf(request: LookRequest, subject: SubjectMemory, pull: PullFacts): Promise<ChangedFile[]> {
  if (subject.files?.head !== pull.head || subject.files.base !== pull.base) {
    const changed = await changedFiles(request.client, request.repository, request.number);
    subject.files = { head: pull.head, base: pull.base, changed };
  }
  return subject.files.changed;
}
