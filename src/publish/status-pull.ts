import type { Facts } from '../facts/facts.js';
import { statusBranch, statusMarker, type StatusPull } from '../facts/merged.js';
import { marked } from '../facts/texts.js';
import type { GitHubClient } from '../github/clients.js';
import { Mutation } from '../github/mutation.js';
import { notAsLeft, runOpening } from '../github/own-pulls.js';
import { STEP, type RawStep } from '../github/queries/status-pull.js';
import { query, wholeText } from '../github/read.js';
import { statusWord } from '../judge/bookkeeping.js';
import { numberOf } from '../judge/needs.js';
import { statusEdit } from '../judge/merged-status.js';
import type { Verdict } from '../judge/verdict.js';
import { companionPath, editField } from '../proposal/index.js';
import type { ProposalState } from '../rules/schema.js';
import { words } from '../templates/index.js';
import { ledgerFolder } from '../ledger/layout.js';
import { homeOf } from './status.js';

/** A pull request of Convenor's own, with exactly the edit that brings a merged proposal's status in step. */
export interface StatusPullWrite {
  /** Of its intent. */
  key: string;
  status: ProposalState;
  path: string;
  /** The rendered page of the proposal, by the rules; null where there is none. */
  page: { path: string; command: string | null } | null;
  /** The number under which others know the proposal. */
  number: number;
  /** The last of its own pull requests for another status: an open one is brought up to date. Null where there is none. */
  last: StatusPull | null;
}

/** The pull request that is to be opened; null where none is wanted, one is there, or somebody has closed it. */
export function statusPull(facts: Facts, verdict: Verdict, intend: (key: string) => void): StatusPullWrite | null {
  const edit = statusEdit(facts, verdict.state);
  if (!edit || !facts.merged || facts.merged.refused !== null) return null;
  const key = `status-pull:${edit.status}`;
  const wasMade = facts.ledger.some((line) => line.kind === 'made' && line.key === key);
  const { pulls } = facts.merged;
  if (wasMade || pulls.some(({ status }) => status === edit.status)) return null;
  intend(key);
  const { path, command } = facts.governing.rules.rules['rendered-page'];
  const page = path === null ? null : { path: companionPath({ path }, edit.path), command };
  return { key, ...edit, page, number: numberOf(verdict.state), last: pulls[0] ?? null };
}

/** A file on a branch, as it is and as it shall be. */
interface Change {
  path: string;
  text: string;
}

/**
 * Opens it. What is there already is taken up, never forced: a branch without a commit of its own is brought forward, one
 * with exactly this edit is used, one that a merged or closed pull request of Convenor's own has left behind is begun anew,
 * and any other is left alone.
 * @throws {Refused} where GitHub does not let the app, or where the branch is somebody else's
 */
export async function openStatusPull(client: GitHubClient, facts: Facts, write: StatusPullWrite): Promise<void> {
  const { owner, name } = facts.repository;
  const branch = statusBranch(facts.pull.number);
  const ref = `refs/heads/${branch}`;
  const { path, page } = write;
  const variables = { owner, name, ref, path, page: page?.path ?? '', hasPage: page !== null };
  const { repository } = await query<RawStep>(client, STEP, variables);
  const main = repository?.defaultBranchRef;
  const text = wholeText(main?.target.file?.object);
  if (!repository || !main || text === null) throw new Error(`${path} could not be read on the default branch.`);
  const edit = editField(text, 'status', statusWord(write.status));
  if ('error' in edit) throw new Error(edit.error.message);
  // Somebody was faster: nothing is left to do.
  if (edit.source === text) return;
  const pageText = wholeText(main.target.page?.object);
  const pageAfter = pageText === null ? null : pageWith(pageText, edit);
  const changes: Change[] = [
    { path, text: edit.source },
    ...(page && pageAfter !== null ? [{ path: page.path, text: pageAfter }] : []),
  ];
  const mutation = new Mutation();
  const from = repository.branch
    ? await takenUp(client, facts, write, {
        branch,
        changes,
        main: main.target.oid,
        there: repository.branch,
        mutation,
      })
    : begun(mutation, repository.id, ref, main.target.oid);
  if (from !== null) {
    mutation.add('commit', 'createCommitOnBranch', {
      branch: { repositoryNameWithOwner: `${owner}/${name}`, branchName: branch },
      expectedHeadOid: from,
      message: { headline: `Set the status of SEP-${write.number} to ${statusWord(write.status)}` },
      fileChanges: {
        additions: changes.map((one) => ({ path: one.path, contents: Buffer.from(one.text).toString('base64') })),
      },
    });
  }
  const told = {
    title: `SEP-${write.number}: ${statusWord(write.status)}`,
    body: bodyOf(facts, write, pageText, pageAfter),
  };
  if (write.last?.state === 'open')
    mutation.add('update', 'updatePullRequest', { pullRequestId: write.last.nodeId, ...told });
  else {
    const heads = { repositoryId: repository.id, baseRefName: main.name, headRefName: branch };
    mutation.add('open', 'createPullRequest', { ...heads, ...told, maintainerCanModify: true });
  }
  await runOpening(client, mutation, 'open');
}

function begun(mutation: Mutation, repositoryId: string, name: string, oid: string): string {
  mutation.add('ref', 'createRef', { repositoryId, name, oid });
  return oid;
}

interface There {
  branch: string;
  changes: readonly Change[];
  /** The head of the default branch. */
  main: string;
  there: NonNullable<NonNullable<RawStep['repository']>['branch']>;
  mutation: Mutation;
}

/** The commit on which the edit goes, on a branch that is there already; null where it stands there. */
async function takenUp(
  client: GitHubClient,
  { repository, pull }: Facts,
  { last }: StatusPullWrite,
  { branch, changes, main, there, mutation }: There,
): Promise<string | null> {
  const { owner, name: repo } = repository;
  const { oid } = there.target;
  const basehead = `${main}...${oid}`;
  const { data } = await client.rest.repos.compareCommitsWithBasehead({ owner, repo, basehead });
  if (data.ahead_by === 0) {
    // What an attempt that broke off has left: nothing of its own is on it.
    mutation.add('forward', 'updateRef', { refId: there.id, oid: main, force: false });
    return main;
  }
  const paths = changes.map(({ path }) => path);
  const touched = (data.files ?? []).map(({ filename }) => filename);
  const isOurs = touched.length > 0 && touched.every((path) => paths.includes(path));
  if (last?.state === 'open' && isOurs) return oid;
  const text = wholeText(there.target.file?.object);
  if (last === null && isOurs && touched.length === paths.length && text === changes[0]?.text) return null;
  if (last !== null && last.state !== 'open' && last.head === oid) {
    const { node_id: repositoryId } = (await client.rest.repos.get({ owner, repo })).data;
    mutation.add('leave', 'deleteRef', { refId: there.id });
    return begun(mutation, repositoryId, `refs/heads/${branch}`, main);
  }
  throw notAsLeft(branch, `Delete the branch, or change the status of #${pull.number} by hand.`);
}

/**
 * The rendered page with the same line changed; null where that is not certain: the line has to stand there once, and the
 * page's head, before its first section, has to say the old status nowhere else.
 */
export function pageWith(page: string, { before, after }: { before: string; after: string }): string | null {
  const lines = page.split('\n');
  const at = lines.flatMap((line, index) => (line.replace(/\r$/, '') === before ? [index] : []));
  const [only] = at;
  const old = /([A-Za-z-]+)\W*$/.exec(before)?.[1];
  if (only === undefined || at.length > 1 || before.includes('\n') || old === undefined) return null;
  const end = lines.findIndex((line) => /^##\s/.test(line));
  const head = lines.slice(0, end === -1 ? lines.length : end).filter((_, index) => index !== only);
  if (only >= (end === -1 ? lines.length : end)) return null;
  if (head.some((line) => new RegExp(`\\b${old}\\b`, 'i').test(line))) return null;
  return lines.map((line, index) => (index === only ? line.replace(before, () => after) : line)).join('\n');
}

function bodyOf(facts: Facts, write: StatusPullWrite, page: string | null, changed: string | null): string {
  const { status, number } = write;
  const rendered =
    write.page === null || page === null
      ? null
      : { path: `\`${write.page.path}\``, command: write.page.command, isChanged: changed !== null };
  const home = homeOf(facts);
  const text = words(
    'status-pull',
    {
      number,
      pull: facts.pull.number,
      status: statusWord(status),
      page: rendered,
      record: `${home}/tree/${facts.governing.rules.record.branch}/${ledgerFolder(facts.pull.number)}`,
    },
    facts.governing.templates,
  );
  return marked(statusMarker(facts.pull.number, status), text);
}
