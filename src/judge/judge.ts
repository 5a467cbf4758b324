import { commandNamed } from '../commands/registry.js';
import type { Facts, Said } from '../facts/facts.js';
import { inOrderOfTime, timeline } from '../ledger/fold/timeline.js';
import { CORE, type LineBody, type LineOf } from '../ledger/lines.js';
import { findPerson, loginKey, titleOf } from '../people/index.js';
import { bookkeeping } from './bookkeeping.js';
import { touched } from './drift.js';
import { coreOf, electorsOf } from './electors.js';
import { pinsFor } from './pins.js';
import { explain } from './explain.js';
import { takenOverLine } from './found.js';
import { formOf } from './forms/index.js';
import { earliest, GRACE_MINUTES, isBefore, plusMinutes } from './instants.js';
import { recallUntil } from './recall-window.js';
import { boundLines, claimOf, slugNamed } from './grouping.js';
import { evidenceFor } from './needs.js';
import { mutedLines, unseenLines } from './muted.js';
import { play, type Setting } from './play.js';
import { loginsOf, mentionedAs, organizationOf, otherAccountsOf, rolesOf } from './roles.js';
import { listedWord } from './listed.js';
import { openDecision, type SubjectState } from './state.js';
import { notMerged } from './superseding.js';
import { timeOf } from './time/index.js';
import { seenOnGitHub } from './time/seen.js';
import type { Verdict } from './verdict.js';
import { nearGroups } from './working-group.js';

/** Characters of a title that the ledger keeps. */
const LONGEST_TITLE = 300;

/**
 * Judges a proposal: writes down what is new, plays the ledger, and says where the proposal stands and what is next.
 * Pure: the same facts give the same verdict, whoever asks.
 */
export function judge(facts: Facts): Verdict {
  const seen = newLines(facts);
  const before = play(timeline([...facts.ledger, ...seen]), setting(facts));
  const { line: confirmed } = listedWord(facts, before.state);
  const told = confirmed ? [...seen, confirmed] : seen;
  const first = confirmed ? play(timeline([...facts.ledger, ...told]), setting(facts)) : before;
  const unseen = unseenLines(facts, first);
  const drafts = [...told, ...unseen];
  const line = timeline([...facts.ledger, ...drafts]);
  const { state, emitted, waiting, doubts: doubted } = unseen.length > 0 ? play(line, setting(facts)) : first;
  const doubts = doubted.map(({ says }) => says);
  const explained = explain(facts, state, doubts);
  const isSound = isRunning(facts) && doubts.length === 0;
  const time = timeOf({ facts, state, line, ...explained }, isSound);
  return {
    state,
    // A ledger in doubt is still added to, since nothing that was said may be lost; but nothing is decided from it.
    lines: inOrderOfTime(doubts.length === 0 ? [...drafts, ...emitted] : drafts),
    doubts,
    waiting,
    ...explained,
    bookkeeping: bookkeeping(facts, state),
    near: nearGroups(facts, state),
    ...time,
    due: earliest([isRunning(facts) ? dueOf(facts, state) : null, time.due]),
  };
}

/** The next instant at which something happens by itself: a decision ends, or nobody can recall it any more. */
function dueOf(facts: Facts, state: SubjectState): string | null {
  const open = openDecision(state);
  if (open) return formOf(open).atDeadline ? plusMinutes(open.deadline, GRACE_MINUTES) : null;
  const until = recallUntil(state);
  return until !== null && !isBefore(until, facts.now) ? plusMinutes(until, 1) : null;
}

/** A pull request that is closed, or that brings no proposal any more, decides nothing: no deadline falls meanwhile. */
const isRunning = ({ pull, document }: Facts): boolean => pull.state === 'open' && !pull.locked && !document.isGone;

/** What this look saw and the ledger does not hold yet. */
function newLines(facts: Facts): LineBody[] {
  const { pull, ledger, now } = facts;
  const lines: LineBody[] = [];
  if (ledger.length === 0) {
    const by = pull.author && { id: pull.author.id, login: pull.author.login };
    const subject = { kind: 'proposal' as const, number: pull.number };
    const { continues } = facts;
    lines.push({ kind: 'opened', at: pull.createdAt, subject, by, ...(continues ? { continues } : {}) });
  }
  const taken = takenOverLine(facts);
  if (taken) lines.push(taken);
  const heads = ledger.filter((line) => line.kind === 'head-seen');
  // A head without the document claims nothing: what the last one with it claimed goes on, stakes above all.
  const known = facts.document.isGone || heads.at(-1)?.commit === pull.head;
  if (!known) lines.push(headLine(facts));
  lines.push(...boundLines(facts));
  const all = known ? heads : [...heads, headLine(facts)];
  const last = ledger.filter((line) => line.kind === 'pull').at(-1)?.state ?? 'open';
  if (last !== pull.state) {
    const since = pull.state === 'open' ? pull.reopenedAt : pull.closedAt;
    lines.push({ kind: 'pull', at: since ?? now, state: pull.state });
  }
  lines.push(...mutedLines(facts));
  const written = new Set(ledger.flatMap((line) => (line.kind === 'act' ? [keyOf(line.source)] : [])));
  for (const said of facts.said) {
    if (written.has(keyOf(said.source))) continue;
    const named = headNamed(said, all);
    const { commit } = named;
    const head =
      commit === null ? headOf(said.at, all, !known) : { commit, certain: all.some((seen) => seen.commit === commit) };
    lines.push(actLine(facts, { ...said, problem: said.problem ?? named.problem }, head));
  }
  lines.push(...seenOnGitHub(facts));
  return lines;
}

const keyOf = (source: Said['source']): string => `${source.id}#${source.index}`;

function headLine(facts: Facts): LineOf<'head-seen'> {
  const { proposal, path } = facts.document;
  const claimed = claimOf(facts);
  const authorIds = authorIdsOf(facts);
  return {
    kind: 'head-seen',
    at: facts.now,
    commit: facts.pull.head,
    path,
    normative: proposal.normativeHash ?? '0'.repeat(64),
    claims: {
      number: proposal.number,
      // A file may be one long heading, and a line of the ledger may not.
      title: proposal.title?.slice(0, LONGEST_TITLE) ?? null,
      type: proposal.type,
      status: proposal.status,
      authors: authorsOf(facts),
      ...(authorIds.length > 0 ? { authorIds } : {}),
      sponsor: proposal.sponsor?.github ?? null,
      group: claimed,
    },
    ...touched(facts.changes),
    pushedBy: facts.pull.pushedBy,
  };
}

/** The logins that the preamble names as authors, each with the other logins that the files know of that person. */
function authorsOf({ document, governing }: Facts): string[] {
  const named = document.proposal.authors.flatMap((author) => author.github ?? []);
  const others = named.flatMap((login) => {
    // Who was renamed is named here as they are called now, and in the roster perhaps still as they were.
    const seen = [...governing.accounts.values()].filter((account) => loginKey(account.login) === loginKey(login));
    const before = seen.flatMap((account) => loginsOf(account, governing));
    return [...(findPerson(governing.governance, login)?.logins ?? []), ...before];
  });
  const known = new Set(named.map((login) => login.toLowerCase()));
  return [...named, ...new Set(others.filter((login) => !known.has(login.toLowerCase())))];
}

/**
 * Ids of the accounts of those who are named as authors, ascending, as far as the files know them: so that who is renamed
 * stays an author.
 */
function authorIdsOf(facts: Facts): number[] {
  const { governing } = facts;
  const ids = authorsOf(facts).flatMap((login) => {
    const key = loginKey(login);
    const called = [...governing.accounts].filter(([name, { login: now }]) => name === key || loginKey(now) === key);
    const accounts = called.flatMap(([, account]) => [account.id, ...otherAccountsOf(account, governing)]);
    return [...(findPerson(governing.governance, login)?.ids ?? []), ...accounts];
  });
  return [...new Set(ids)].sort((a, b) => a - b);
}

/** The head that somebody names, as a review does by itself and a ballot by the first digits; `problem` where none fits. */
function headNamed(
  said: Said,
  heads: readonly LineOf<'head-seen'>[],
): { commit: string | null; problem: string | null } {
  const word = said.problem === null ? (commandNamed(said.command)?.namesCommit?.(said.args) ?? null) : null;
  if (word === null) return { commit: said.commit, problem: null };
  const fitting = heads.filter(({ commit }) => commit.startsWith(word));
  const [first] = fitting;
  if (first && fitting.every(({ commit }) => commit === first.commit)) return { commit: first.commit, problem: null };
  const why = first ? 'fits several heads of this pull request' : 'is no head that this pull request has had';
  return { commit: null, problem: `names the commit \`${word}\`, which ${why}. Name more of its digits.` };
}

/**
 * The head that something was said on: the last one seen before it. Where a look found a new head together with the
 * words, the head may have moved before or after them, and that is said.
 */
function headOf(at: string, heads: LineOf<'head-seen'>[], moved: boolean): LineOf<'act'>['head'] {
  const before = heads.filter((head) => Date.parse(head.at) <= Date.parse(at)).at(-1);
  const bound = before ?? heads[0];
  if (!bound) return null;
  const certain = before !== undefined && !(moved && bound !== heads.at(-1));
  return { commit: bound.commit, certain };
}

/** Something that was said as a line of the ledger, with who said it by the files of the default branch. */
export function actLine(facts: Facts, said: Said, head: LineOf<'act'>['head']): LineOf<'act'> {
  const { governing } = facts;
  const isAsked = said.command === 'review decline' && facts.pull.askedForReview.includes(said.by.id);
  const roles = [...(isAsked ? ['asked'] : []), ...rolesOf(said.by, governing)];
  const own = roles.filter((role) => /^(lead|wg-member):/.test(role)).map((role) => role.replace(/^[^:]*:/, ''));
  const obstacles: Record<string, string> = {};
  for (const group of new Set(own)) {
    const body = electorsOf(governing, group);
    if (!body.ok) obstacles[group] = body.why;
  }
  const { at, command, text, source } = said;
  // The one command that brings a proposal before the core.
  const core = command === 'sep status' ? coreOf(governing).why : null;
  if (core !== null) obstacles[CORE] = core;
  const { args, problem: unread } = slugNamed(said, governing);
  const problem = unread ?? notMerged(said, facts);
  return {
    kind: 'act',
    at,
    command,
    args,
    text,
    problem,
    by: { id: said.by.id, login: said.by.login },
    also: otherAccountsOf(said.by, governing),
    organization: organizationOf(said.by, governing),
    roles,
    mentions:
      problem === null
        ? (commandNamed(command)?.namesPeople?.(args) ?? []).map((login) => mentionedAs(login, governing))
        : [],
    evidence: problem === null ? evidenceFor(facts, commandNamed(command), args) : [],
    obstacles,
    source,
    head,
    rules: { commit: governing.commit, sha256: governing.sha256 },
  };
}

/** What the ledger is played by, at the instant of the facts. */
export function setting(facts: Facts): Setting {
  const { governing } = facts;
  return {
    until: isRunning(facts) ? plusMinutes(facts.now, -GRACE_MINUTES) : '1970-01-01T00:00:00Z',
    rulebook: facts.rulebook,
    pin: (opening, state, at) => pinsFor(facts, opening, state, at),
    titleOf: (slug) => titleOf(facts.governing.governance, slug),
    inForce: isRunning(facts)
      ? { rules: governing.rules, named: { commit: governing.commit, sha256: governing.sha256 } }
      : null,
  };
}
