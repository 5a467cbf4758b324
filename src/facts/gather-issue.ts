import { commandNamed } from '../commands/registry.js';
import { isReadOnly, movedTo } from '../github/queries/fragments.js';
import { ISSUE, type RawIssue, type RawIssueSnapshot } from '../github/queries/issue.js';
import { present, query, whatIsThere } from '../github/read.js';
import { ledgerFolder } from '../ledger/layout.js';
import { bodyLogins } from '../judge/ladder/body.js';
import { monthsBefore, quietMonths } from '../judge/ladder/quiet.js';
import { loginKey, standingOf } from '../people/index.js';
import { loginNow } from './accounts.js';
import type { Rules } from '../rules/schema.js';
import { accountsFor } from './accounts-for.js';
import { contributionsOf, latelyOf } from './contributions.js';
import type { Governing, Said } from './facts.js';
import type { LookRequest } from './gather.js';
import { governedBy, governingAt, packRules, samePaths, Ungoverned, unlessUngoverned } from './governing.js';
import type { IssueFacts, IssueNow } from './issue-facts.js';
import { answersIn, saidInIssue, wordsIn } from './issue-said.js';
import type { GoverningMemory, SubjectMemory } from './memory.js';
import { BrokenRecord, readRecord, type RecordFacts } from './record.js';
import { rosterBranch, rosterPulls } from './roster-pulls.js';
import { accountOf, STUCK } from './texts.js';
import { unheard } from './unheard.js';

/**
 * What a look at an issue found: one in which something about the ladder is said; one that is none of Convenor's business;
 * one of which nothing can be said; or none at all. `settle` keeps what was read, once that is written down.
 */
export type IssueLook =
  | { kind: 'issue'; facts: IssueFacts; record: RecordFacts; pins: Governing['accounts']; settle: () => void }
  | { kind: 'other'; repository: IssueFacts['repository']; issue: IssueNow; settle: () => void }
  | StuckIssue
  | { kind: 'gone' };

/** An issue of which nothing can be said, and why. `isAsked` is whether anybody waits for an answer there. */
export interface StuckIssue {
  kind: 'stuck';
  why: Ungoverned | BrokenRecord;
  repository: IssueFacts['repository'];
  issue: IssueNow;
  isAsked: boolean;
}

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
  if (governing instanceof Ungoverned) return stuck(request, raw, assumed, governing);
  const { rules } = governing.loaded;
  if (!samePaths(rules.paths, assumed.paths) || rules.record.branch !== assumed.record.branch) {
    raw = await snapshot(request, subject, rules);
    governing = await governingOf(request, raw, rules);
  }
  const branch = raw.repository?.defaultBranchRef;
  const rawIssue = raw.repository?.issue;
  if (!raw.repository || !branch || !rawIssue) return { kind: 'gone' };
  const issue = issueNow(rawIssue);
  const at = { ...repository, nodeId: raw.repository.id, defaultBranch: branch.name };
  const words = await wordsIn(request, rawIssue, subject);
  const settle = (): void => {
    Object.assign(subject, {
      kind: 'issue',
      updatedAt: rawIssue.updatedAt,
      open: issue.state === 'open',
      commentsAfter: words.commentsAfter,
    });
  };
  // Convenor writes to the ledger before it speaks.
  const begun = [...subject.posts.keys()].some((marker) => marker !== STUCK);
  const { branch: recordBranch } = rules.record;
  const record = readRecord(raw, { branch: recordBranch, number, begun, seen: memory.record, now });
  if (record instanceof BrokenRecord) return stuck(request, raw, rules, record);
  const said = saidInIssue(rawIssue, words, rules, request);
  if (record.lines.length === 0 && said.length === 0) return { kind: 'other', repository: at, issue, settle };
  const counted = unheard(said, record.lines);
  const answers = unheard(answersIn(words, request), record.lines);
  const { governance: people } = governing;
  const accounts = await accountsFor({
    ...{ client, memory, record, governance: people, said: [...counted, ...answers], listed: null, now },
    document: { proposal: { workingGroup: null } },
    more: bodyLogins(counted, record.lines, people, rules),
  });
  const now_: Governing = {
    ...{ commit: governing.commit, held: governing.held, takenOver: governing.takenOver, rules },
    ...{ sha256: governing.loaded.sha256, governance: people, templates: governing.templates.overrides, accounts },
  };
  const facts: IssueFacts = {
    now,
    repository: at,
    issue,
    said: counted,
    answers,
    governing: now_,
    rulebook: new Map([...record.rulebook, [now_.sha256, rules]]),
    archived: memory.archived,
    ledger: record.lines,
    contributions: await contributionsNow(request, counted, record, governing, accounts),
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

/** @param rules those whose verbs people are taken to have used */
async function stuck(
  request: LookRequest,
  raw: RawIssueSnapshot,
  rules: Rules,
  why: StuckIssue['why'],
): Promise<IssueLook> {
  const { repository, number, memory } = request;
  const branch = raw.repository?.defaultBranchRef;
  const rawIssue = raw.repository?.issue;
  if (!raw.repository || !branch || !rawIssue) return { kind: 'gone' };
  const subject = memory.subject(number);
  const words = await wordsIn(request, rawIssue, subject);
  return {
    ...{ kind: 'stuck', why, issue: issueNow(rawIssue) },
    repository: { ...repository, nodeId: raw.repository.id, defaultBranch: branch.name },
    isAsked: subject.posts.size > 0 || saidInIssue(rawIssue, words, rules, request).length > 0,
  };
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

/** What GitHub shows of who was nominated since the last look; null where nobody was, or it was written down before. */
async function contributionsNow(
  { client, repository }: LookRequest,
  said: readonly Said[],
  record: RecordFacts,
  { library, governance, loaded }: GoverningMemory,
  accounts: Governing['accounts'],
): Promise<IssueFacts['contributions']> {
  if (record.lines.some(({ kind }) => kind === 'nomination')) return null;
  const opening = said.find(({ command, problem }) => problem === null && ['nominate', 'inactive'].includes(command));
  const [named] = opening ? (commandNamed(opening.command)?.namesPeople?.(opening.args) ?? []) : [];
  if (!opening || named === undefined) return null;
  // A login means whom it meant at first sight; GitHub looks for what they are called now.
  const account = accounts.get(loginKey(named));
  const speaker = said.find(({ by }) => by.id === account?.id)?.by.login ?? null;
  const login = speaker ?? (account ? await loginNow(client, account.nodeId) : null) ?? named;
  const work = await contributionsOf(client, repository, login, library);
  if (opening.command === 'nominate') return work;
  const { role } = standingOf(governance, named, opening.at.slice(0, 10));
  const months = quietMonths(opening.args.length > 1 ? 'wg-member' : 'everything', role, loaded.rules);
  if (months === null) return work;
  const since = monthsBefore(opening.at.slice(0, 10), months);
  return { ...work, lately: await latelyOf(client, repository, login, since) };
}

/** How long what GitHub refused is not tried again. */
const REFUSED_MINUTES = 60;

function refusedLately({ statusRefused: refused }: SubjectMemory, now: string): string | null {
  const isFresh = refused !== null && Date.parse(now) - Date.parse(refused.at) < REFUSED_MINUTES * 60_000;
  return isFresh ? refused.why : null;
}
