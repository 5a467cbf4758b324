import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { readList, type Listed } from '../../cli/past/list.js';
import { readLogin } from '../../people/index.js';
import { proposalFile, readProposal } from '../../proposal/index.js';
import type { Rules } from '../../rules/index.js';
import type { PastPull } from '../playground/past.js';
import { readFolder } from './folder.js';

/** Open pull requests as folders and a list have them, with what is worth saying of them; or why there are none. */
export type RealPulls =
  { ok: true; pulls: PastPull[]; asOf: string | null; notes: string[] } | { ok: false; problem: string };

/** Where they are read from, as the person wrote it; `list` null: a `.json` of the folder's name beside it, if there is one. */
export interface From {
  folder: string;
  list: string | null;
  cwd: string;
}

/** GitHub has none that is longer. */
const LONGEST_LABEL = 50;

const isNumber = (name: string): boolean => /^[1-9]\d{0,8}$/.test(name);

/**
 * Reads open pull requests: the folder of one, whose name is its number, or a folder of such folders. Each holds the
 * files at its head under their paths. What the list says is merged or closed is left out.
 * @param merged files of the repository, by path
 */
export async function readPulls(
  from: From,
  merged: Readonly<Record<string, string>>,
  rules: Rules,
): Promise<RealPulls> {
  const root = resolve(from.cwd, from.folder);
  const single = isNumber(basename(root));
  const names = single ? [basename(root)] : await readdir(root).catch(() => null);
  const numbers = names?.filter(isNumber).map(Number) ?? [];
  if (numbers.length === 0) {
    return no(
      names === null
        ? `The folder ${from.folder} cannot be read; --pull names the folder of a pull request, or of several.`
        : `There is no pull request in ${from.folder}: neither is its name a number, nor that of a folder in it.`,
    );
  }
  const facts = await factsFor(from, single ? dirname(root) : root);
  if (!facts.ok) return facts;
  const notes = facts.note === null ? [] : [facts.note];
  const pulls: PastPull[] = [];
  const over: number[] = [];
  for (const number of numbers.sort((a, b) => a - b)) {
    const listed = facts.pulls.get(number) ?? null;
    const { files } = await readFolder(single ? root : join(root, String(number)));
    if (listed?.mergedAt != null || listed?.closedAt != null || isMerged(number, merged, rules)) over.push(number);
    else if (Object.keys(files).length > 0) pulls.push(pullOf(number, files, listed, rules));
  }
  if (over.length > 0)
    notes.push(`Left out, since they are merged or closed: ${over.map((each) => `#${each}`).join(', ')}.`);
  const unknown = pulls.filter(({ dates }) => dates === null).length;
  if (facts.pulls.size > 0 && unknown > 0) {
    notes.push(
      `Of ${unknown} of ${pulls.length} pull requests the list says nothing: their authors are those of their preambles.`,
    );
  }
  return { ok: true, pulls, asOf: facts.asOf, notes };
}

type Facts =
  | { ok: true; pulls: ReadonlyMap<number, Listed>; asOf: string | null; note: string | null }
  | { ok: false; problem: string };

/** What is known around the pull requests. Only a list that was asked for has to be there. */
async function factsFor({ list, cwd }: From, folder: string): Promise<Facts> {
  const beside = `${folder}.json`;
  const path = list === null ? beside : resolve(cwd, list);
  const there = list !== null || (await stat(beside).catch(() => null)) !== null;
  if (!there) {
    const note = `There is no ${basename(beside)} beside the folder: authors are those of the preambles, and labels, assignees and dates are not known.`;
    return { ok: true, pulls: new Map(), asOf: null, note };
  }
  const read = await readList(path, list ?? basename(beside));
  return read.ok ? { ...read, note: null } : read;
}

const isMerged = (number: number, merged: Readonly<Record<string, string>>, { paths }: Rules): boolean =>
  Object.keys(merged).some((path) => proposalFile(path, { folder: paths.proposals })?.number === number);

function pullOf(
  number: number,
  files: Readonly<Record<string, string>>,
  listed: Listed | null,
  { paths }: Rules,
): PastPull {
  const path = Object.keys(files).find((one) => proposalFile(one, { folder: paths.proposals }) !== null);
  const proposal = path === undefined ? null : readProposal(files[path] ?? '', { path });
  const login = proposal?.authors.find(({ github }) => github !== undefined)?.github;
  return {
    number,
    title: listed?.title ?? proposal?.title ?? `Pull request ${number}`,
    files,
    author: readLogin(listed?.author ?? login ?? '') ?? `author-of-${number}`,
    assignees: [readLogin(listed?.assignee ?? '')].flatMap((one) => one ?? []),
    labels: (listed?.labels ?? []).filter((name) => name.trim() !== '' && name.length <= LONGEST_LABEL),
    dates: listed && { createdAt: toSeconds(listed.createdAt), updatedAt: toSeconds(listed.updatedAt) },
  };
}

/** As GitHub writes instants: whole seconds in UTC. */
const toSeconds = (instant: string): string => new Date(instant).toISOString().replace(/\.\d{3}Z$/, 'Z');

const no = (problem: string): { ok: false; problem: string } => ({ ok: false, problem });
