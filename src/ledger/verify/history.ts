import type { Rules } from '../../rules/schema.js';
import { isDeepStrictEqual } from 'node:util';
import { readPins } from '../pins.js';
import { beginnings, blobName, firstDifference } from './blobs.js';
import { dashboardsOf, placeOf, textOf, type Place, type RecordFiles } from './files.js';
import { finding, type Finding } from './finding.js';

/**
 * Whose signature a commit has. `github`: GitHub's own, and good; `other`: a good one of somebody else; `bad`: one that does
 * not fit the commit; `none`; `unchecked`: one that cannot be checked here.
 */
export type Signature = 'github' | 'other' | 'bad' | 'none' | 'unchecked';

/** A file that a commit put in its place; `blob` is null where it took it away, `mode` where that is not known. */
export interface Change {
  path: string;
  blob: string | null;
  mode: string | null;
}

/** A commit of the record's branch, as Git has it. */
export interface Commit {
  oid: string;
  parents: readonly string[];
  author: { name: string; email: string };
  signature: Signature;
  /** Against its first parent, or against nothing. */
  changes: readonly Change[];
}

/** The history of a record, and a way to the files that it once held. */
export interface History {
  /** From the first to the last, each the first parent of the next. */
  commits: readonly Commit[];
  /** The bytes of a blob that one of the commits names. */
  read(blob: string): Promise<Uint8Array>;
}

/** What a reader knows beforehand. */
export interface Known {
  /** The app's name in its address, such as `convenor`; null to take whoever made the first commit. */
  app: string | null;
  /** A commit that the branch has held; null where none is known. */
  commit: string | null;
}

/** What came of checking a history. */
export interface HistoryCheck {
  commits: number;
  head: string | null;
  /** Name of the app that made it; null where it was none. */
  app: string | null;
  /** Commits whose signature could not be checked here. */
  unchecked: number;
  findings: Finding[];
}

/**
 * Checks that the app made each commit, and that each only extends: a ledger gets longer and stays the same before, a
 * login keeps the account that it had at first sight, rules stay what they are. What is made from ledgers is free to change.
 * @param files the record as it stands at the end
 */
export async function checkHistory(
  history: History,
  files: RecordFiles,
  rulebook: ReadonlyMap<string, Rules>,
  known: Known,
): Promise<HistoryCheck> {
  const { commits } = history;
  const dashboards = dashboardsOf(rulebook);
  const identity = appOf(commits[0], known.app);
  const versions = new Map<string, Version[]>();
  const found: Finding[] = [];
  for (const [index, commit] of commits.entries()) {
    found.push(...shapeOf(commit, commits[index - 1] ?? null), ...makerOf(commit, identity));
    for (const change of commit.changes) {
      const place = placeOf(change.path, dashboards);
      const before = versions.get(change.path) ?? [];
      found.push(...changed(commit, change, place, before));
      if (change.blob !== null && !isFree(place)) {
        versions.set(change.path, [...before, { commit: commit.oid, blob: change.blob }]);
      }
    }
  }
  for (const [path, all] of versions) {
    const place = placeOf(path, dashboards);
    if (place.kind === 'ledger') found.push(...(await onlyExtended(path, place.number, all, files.get(path), history)));
    if (place.kind === 'people') found.push(...(await onlyPinned(path, all, history)));
  }
  if (known.commit !== null && !commits.some(({ oid }) => oid === known.commit)) {
    const message = `The branch does not hold ${known.commit} any more: it was put back, or begun anew.`;
    found.push(finding('commit/known', message, { commit: known.commit }));
  }
  const order = new Map(commits.map(({ oid }, index) => [oid, index]));
  return {
    commits: commits.length,
    head: commits.at(-1)?.oid ?? null,
    app: identity?.name ?? null,
    unchecked: commits.filter(({ signature }) => signature === 'unchecked').length,
    findings: found.sort((a, b) => (order.get(a.commit ?? '') ?? -1) - (order.get(b.commit ?? '') ?? -1)),
  };
}

/** A file as a commit left it. */
interface Version {
  commit: string;
  blob: string;
}

const isFree = ({ kind }: Place): boolean => ['made', 'index', 'nomination', 'unknown'].includes(kind);

/** The record is one line of commits from a root of its own. */
function shapeOf({ oid, parents }: Commit, before: Commit | null): Finding[] {
  if (parents.length === (before ? 1 : 0) && parents[0] === before?.oid) return [];
  const message = before
    ? `${short(oid)} joins two histories; the app only ever adds one commit to the last.`
    : `${short(oid)} is the first commit there is, and has one before it.`;
  return [finding('commit/parents', message, { commit: oid })];
}

/** An app as the author of a commit. */
interface Identity {
  /** `convenor[bot]` */
  name: string;
  email: string;
}

/** The address that GitHub gives an app as an author: the id of its account, its name, and the host's own domain. */
const APP = /^\d+\+(.+\[bot\])@[^@]+$/;

/** The app whose record it is: who made the first commit; null where that was no app, or not the one that is meant. */
function appOf(first: Commit | undefined, app: string | null): Identity | null {
  const name = APP.exec(first?.author.email ?? '')?.[1];
  return first && name !== undefined && (app === null || name === `${app}[bot]`)
    ? { name, email: first.author.email }
    : null;
}

function makerOf({ oid, author, signature }: Commit, app: Identity | null): Finding[] {
  const at = { commit: oid };
  const findings: Finding[] = [];
  if (author.email !== app?.email) {
    const whose = app ? `of ${app.name}` : 'of the app';
    findings.push(finding('commit/app', `${short(oid)} is by ${author.name} <${author.email}>, and not ${whose}.`, at));
  }
  const unsigned = {
    none: 'is not signed, and GitHub signs what the app commits.',
    bad: 'has a signature that does not fit it.',
    other: 'is signed, and not by GitHub, which signs what the app commits.',
  };
  if (signature !== 'github' && signature !== 'unchecked') {
    findings.push(finding('commit/signature', `${short(oid)} ${unsigned[signature]}`, at));
  }
  return findings;
}

const short = (oid: string): string => oid.slice(0, 12);

/** What a change does that only adding never does, as far as that is seen without looking into files. */
function changed({ oid }: Commit, change: Change, place: Place, before: readonly Version[]): Finding[] {
  const { path, blob, mode } = change;
  const ledger = place.kind === 'ledger' ? place.number : null;
  const says = (what: string): Finding[] => [
    finding('commit/changes', `${short(oid)} ${what}`, { commit: oid, path, ledger }),
  ];
  if (place.kind === 'unknown') return says('writes a file that is none of the record.');
  if (isFree(place)) return [];
  if (blob === null) return says('takes this file away.');
  if (mode !== null && mode !== '100644') return says('makes something else than a file of it.');
  return place.kind === 'rules' && before.length > 0 ? says('changes rules that the record held.') : [];
}

/** Whether each version of a ledger's file begins with the one before, from the last to the first. */
async function onlyExtended(
  path: string,
  ledger: number,
  versions: readonly Version[],
  now: Uint8Array | undefined,
  history: History,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const last = versions.at(-1);
  if (!last) return [];
  let later = now && blobName(now, last.blob) === last.blob ? now : await history.read(last.blob);
  let known = beginnings(later, last.blob);
  let length = later.length;
  for (let index = versions.length - 2; index >= 0; index--) {
    const version = versions[index];
    const next = versions[index + 1];
    if (!version || !next) break;
    const begins = known.get(version.blob);
    if (begins !== undefined && begins < length) {
      length = begins;
      continue;
    }
    const before = await history.read(version.blob);
    const line = firstDifference(before, later.subarray(0, length));
    const message = `${short(next.commit)} does more than extend this ledger: line ${line} was another before it.`;
    findings.push(finding('commit/changes', message, { commit: next.commit, path, ledger, line }));
    later = before;
    known = beginnings(later, version.blob);
    length = later.length;
  }
  return findings;
}

/** Whether each login keeps the account that it had at first sight. */
async function onlyPinned(path: string, versions: readonly Version[], history: History): Promise<Finding[]> {
  const findings: Finding[] = [];
  let before: ReturnType<typeof readPins> = new Map();
  for (const { commit, blob } of versions) {
    const pins = pinsIn(textOf(await history.read(blob)));
    const lost = pins && [...before].find(([login, account]) => !isDeepStrictEqual(pins.get(login), account));
    if (pins === null || lost) {
      const what = lost ? `gives ${lost[0]} another account than at first sight.` : 'leaves no pinned accounts here.';
      findings.push(finding('commit/changes', `${short(commit)} ${what}`, { commit, path }));
    }
    before = pins ?? before;
  }
  return findings;
}

function pinsIn(text: string | null): ReturnType<typeof readPins> | null {
  try {
    return readPins(text);
  } catch {
    return null;
  }
}
