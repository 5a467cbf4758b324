import { nominationIn } from '../commands/nomination-form.js';
import { commandNamed } from '../commands/registry.js';
import { isReadOnly, movedTo, type RawText } from '../github/queries/fragments.js';
import { ISSUE, ISSUE_PAGE, type RawIssue, type RawIssuePage, type RawIssueSnapshot } from '../github/queries/issue.js';
import { present, query, whatIsThere } from '../github/read.js';
import { sha256 } from '../ledger/chain.js';
import { ledgerFolder } from '../ledger/layout.js';
import { bodyLogins } from '../judge/ladder/body.js';
import type { Rules } from '../rules/schema.js';
import { accountsFor } from './accounts-for.js';
import { contributionsOf } from './contributions.js';
import type { Governing, Said } from './facts.js';
import type { LookRequest } from './gather.js';
import { governedBy, governingAt, packRules, samePaths, Ungoverned, unlessUngoverned } from './governing.js';
import type { IssueFacts, IssueNow } from './issue-facts.js';
import type { GoverningMemory, SubjectMemory } from './memory.js';
import { BrokenRecord, readRecord, type RecordFacts } from './record.js';
import { rememberOwn } from './pull.js';
import { rosterBranch, rosterPulls } from './roster-pulls.js';
import { accountOf, firstRevision, saidIn } from './texts.js';
import { unheard } from './unheard.js';

/**
 * What a look at an issue found: one in which something about the ladder is said; one that is none of Convenor's business;
 * one of which nothing can be said; or none at all. `settle` keeps what was read, once that is written down.
 */
export type IssueLook =
  | { kind: 'issue'; facts: IssueFacts; record: RecordFacts; pins: Governing['accounts']; settle: () => void }
  | { kind: 'other'; settle: () => void }
  | { kind: 'stuck'; why: Ungoverned | BrokenRecord }
  | { kind: 'gone' };

/** Gathers everything about one issue: one request when warm, and a few more where somebody was nominated since. */
export async function gatherIssue(request: LookRequest): Promise<IssueLook> {
  const { client, repository, number, memory, now } = request;
  const subject = memory.subject(number);
  const assumed = memory.governing?.loaded.rules ?? packRules();
  let raw = await snapshot(request, subject, assumed);
  if (raw.repository) memory.found(raw.repository, now);
  if (raw.repository && (isReadOnly(raw.repository) || movedTo(raw.repository, repository))) {
    memory.lookAnew();
    return { kind: 'gone' };
  }
  let governing = await governingOf(request, raw, assumed).catch(unlessUngoverned);
  if (governing instanceof Ungoverned) return { kind: 'stuck', why: governing };
  const { rules } = governing.loaded;
  if (!samePaths(rules.paths, assumed.paths) || rules.record.branch !== assumed.record.branch) {
    raw = await snapshot(request, subject, rules);
    governing = await governingOf(request, raw, rules);
  }
  const branch = raw.repository?.defaultBranchRef;
  const rawIssue = raw.repository?.issue;
  if (!raw.repository || !branch || !rawIssue) return { kind: 'gone' };
  const issue = issueNow(rawIssue);
  const { comments, commentsAfter } = await allComments(request, rawIssue, subject);
  rememberOwn(subject, rawIssue, comments);
  const settle = (): void => {
    Object.assign(subject, {
      kind: 'issue',
      updatedAt: rawIssue.updatedAt,
      open: issue.state === 'open',
      commentsAfter,
    });
  };
  // Convenor writes to the ledger before it speaks.
  const begun = subject.posts.size > 0;
  const { branch: recordBranch } = rules.record;
  const record = readRecord(raw, { branch: recordBranch, number, begun, seen: memory.record, now });
  if (record instanceof BrokenRecord) return { kind: 'stuck', why: record };
  const verbs = rules.commands;
  const said = [
    ...saidInDescription(rawIssue, rules),
    ...comments.flatMap((comment) => saidIn(comment, 'comment', comment.createdAt, verbs)),
  ].filter(({ at }) => Date.parse(at) >= Date.parse(request.installedAt));
  if (record.lines.length === 0 && said.length === 0) return { kind: 'other', settle };
  const counted = unheard(said, record.lines);
  const { governance: people } = governing;
  const accounts = await accountsFor({
    ...{ client, memory, record, governance: people, said: counted, listed: null, now },
    document: { proposal: { workingGroup: null } },
    more: bodyLogins(counted, record.lines, people, rules),
  });
  const now_: Governing = {
    ...{ commit: governing.commit, held: governing.held, takenOver: governing.takenOver, rules },
    ...{ sha256: governing.loaded.sha256, governance: people, templates: governing.templates.overrides, accounts },
  };
  const facts: IssueFacts = {
    now,
    repository: { ...repository, nodeId: raw.repository.id, defaultBranch: branch.name },
    issue,
    said: counted,
    governing: now_,
    rulebook: new Map([...record.rulebook, [now_.sha256, rules]]),
    archived: memory.archived,
    ledger: record.lines,
    contributions: await contributionsNow(request, counted, record, governing),
    rosterOid: branch.target.roster?.oid ?? null,
    pulls: rosterPulls(raw.repository, number),
    refused: refusedLately(subject, now),
    published: {
      posts: subject.posts,
      duplicates: [...subject.duplicates.values()],
      labels: new Map(present(raw.repository.labels?.nodes).map(({ name, id }) => [name, id])),
      reactions: subject.reactions,
    },
  };
  return { kind: 'issue', facts, record, pins: accounts, settle };
}

async function snapshot(request: LookRequest, subject: SubjectMemory, rules: Rules): Promise<RawIssueSnapshot> {
  const { client, repository, number } = request;
  const answer = await query<RawIssueSnapshot>(client, ISSUE, {
    ...repository,
    number,
    recordRef: `refs/heads/${rules.record.branch}`,
    ledgerFolder: ledgerFolder(number),
    ...governedBy(rules.paths),
    commentsAfter: subject.commentsAfter,
    rosterBranch: rosterBranch(number),
    // An issue that was deleted or moved to another repository is none.
  }).catch(whatIsThere);
  return answer as RawIssueSnapshot;
}

async function governingOf(request: LookRequest, raw: RawIssueSnapshot, rules: Rules): Promise<GoverningMemory> {
  const target = raw.repository?.defaultBranchRef?.target;
  if (!target) throw new Error('The repository has no default branch that could be read.');
  return governingAt({ ...request, asOf: request.now.slice(0, 10) }, target, rules);
}

function issueNow(raw: RawIssue): IssueNow {
  return {
    ...{ number: raw.number, nodeId: raw.id, title: raw.title, url: raw.url, author: accountOf(raw.author) },
    ...{ createdAt: raw.createdAt, updatedAt: raw.updatedAt, closedAt: raw.closedAt, locked: raw.locked },
    state: raw.state === 'OPEN' ? 'open' : 'closed',
    reopenedAt: present(raw.reopened.nodes)[0]?.createdAt ?? null,
    locks: present(raw.locks.nodes).map(({ __typename, createdAt: at }) => ({
      at,
      locked: __typename === 'LockedEvent',
    })),
    labels: present(raw.labels?.nodes).map(({ id, name }) => ({ name, nodeId: id })),
  };
}

/** The comments since the last look; a discussion of more than a hundred takes more requests. */
async function allComments(
  { client, repository, number }: LookRequest,
  raw: RawIssue,
  subject: SubjectMemory,
): Promise<{ comments: RawText[]; commentsAfter: string | null }> {
  let { comments: page } = raw;
  const comments = present(page.nodes);
  let commentsAfter = page.pageInfo.endCursor ?? subject.commentsAfter;
  while (page.pageInfo.hasNextPage) {
    const more: RawIssuePage = await query<RawIssuePage>(client, ISSUE_PAGE, { ...repository, number, commentsAfter });
    if (!more.repository?.issue) break;
    page = more.repository.issue.comments;
    comments.push(...present(page.nodes));
    commentsAfter = page.pageInfo.endCursor ?? commentsAfter;
  }
  return { comments, commentsAfter };
}

/** The commands of a description as it was opened; those of the form, where nobody wrote any. */
function saidInDescription(raw: RawIssue, rules: Rules): Said[] {
  const written = saidIn(raw, 'description', raw.createdAt, rules.commands);
  const by = accountOf(raw.author);
  const body = firstRevision(raw);
  const form = body === null || !by || by.isBot || raw.viewerDidAuthor ? null : nominationIn(body);
  if (written.length > 0 || !by || body === null || !form) return written;
  const source = { kind: 'description' as const, id: raw.id, index: 0, url: raw.url, sha256: sha256(body) };
  return [{ ...form, at: raw.createdAt, by, commit: null, source }];
}

/** What GitHub shows of who was nominated since the last look; null where nobody was, or it was written down before. */
async function contributionsNow(
  { client, repository }: LookRequest,
  said: readonly Said[],
  record: RecordFacts,
  { library }: GoverningMemory,
): Promise<IssueFacts['contributions']> {
  if (record.lines.some(({ kind }) => kind === 'nomination')) return null;
  const nomination = said.find(({ command, problem }) => command === 'nominate' && problem === null);
  const [login] = nomination ? (commandNamed('nominate')?.namesPeople?.(nomination.args) ?? []) : [];
  if (login === undefined) return null;
  return contributionsOf(client, repository, login, library);
}

/** How long what GitHub refused is not tried again. */
const REFUSED_MINUTES = 60;

function refusedLately({ statusRefused: refused }: SubjectMemory, now: string): string | null {
  const isFresh = refused !== null && Date.parse(now) - Date.parse(refused.at) < REFUSED_MINUTES * 60_000;
  return isFresh ? refused.why : null;
}
