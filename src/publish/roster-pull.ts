import type { IssueFacts, RosterPull } from '../facts/issue-facts.js';
import { rosterBranch, rosterMarker } from '../facts/roster-pulls.js';
import { marked } from '../facts/texts.js';
import type { GitHubClient } from '../github/clients.js';
import { Mutation } from '../github/mutation.js';
import { notAsLeft, runOpening } from '../github/own-pulls.js';
import { ROSTER_STEP, type RawRosterStep } from '../github/queries/roster-step.js';
import { query, wholeText } from '../github/read.js';
import { Refused } from '../github/refused.js';
import type { Nomination } from '../judge/ladder/state.js';
import { placeInWords } from '../commands/ladder-words.js';
import { blobName } from '../ledger/verify/blobs.js';
import { ledgerFolder } from '../ledger/layout.js';
import { editRoster, titleOf, type RosterChange } from '../people/index.js';
import { words } from '../templates/index.js';
import { plain, unmentioned } from './escape.js';
import { homeOf } from './status.js';

/** What is to be brought into the roster, and by which pull request; null for a new one. */
export interface RosterWrite {
  nomination: Nomination;
  change: RosterChange;
  pull: RosterPull | null;
}

/**
 * Opens the pull request that brings a decision into the roster, or brings the open one up to date with the default branch.
 * Its branch is Convenor's own: what somebody else has put there is never written over.
 * @throws {Refused} where GitHub does not let the app, where no edit would do, or where the branch is somebody else's
 */
export async function bringIntoRoster(client: GitHubClient, facts: IssueFacts, write: RosterWrite): Promise<void> {
  const { owner, name } = facts.repository;
  const { path, branch } = placesOf(facts);
  const ref = `refs/heads/${branch}`;
  const { repository } = await query<RawRosterStep>(client, ROSTER_STEP, { owner, name, ref, path });
  const main = repository?.defaultBranchRef;
  if (!repository || !main) throw new Error(`${path} could not be read on the default branch.`);
  const before = main.target.file === null ? null : wholeText(main.target.file.object);
  if (main.target.file !== null && before === null) throw new Error(`${path} could not be read on the default branch.`);
  const edit = editRoster(before, write.change);
  if (!edit.ok) throw new Refused('forbidden', edit.problem, `Write it into ${path} by hand.`);
  // Somebody was faster: nothing is left to do.
  if (edit.text === before) return;
  const to = blobName(Buffer.from(edit.text), main.target.oid);
  const there = repository.branch;
  const mutation = new Mutation();
  if (!there) {
    mutation.add('ref', 'createRef', { repositoryId: repository.id, name: ref, oid: main.target.oid });
    mutation.add('commit', 'createCommitOnBranch', {
      branch: { repositoryNameWithOwner: `${owner}/${name}`, branchName: branch },
      expectedHeadOid: main.target.oid,
      message: { headline: headlineOf(write) },
      fileChanges: { additions: [{ path, contents: Buffer.from(edit.text).toString('base64') }] },
    });
  } else if (there.target.file?.oid !== to) {
    if (!(await isOurs(client, facts, main.target.oid, there.target.oid, write.pull))) {
      throw notAsLeft(branch, `Delete the branch, or write the change into ${path} by hand.`);
    }
    const oid = await commitOn(client, facts, main.target, edit.text, headlineOf(write));
    mutation.add('move', 'updateRef', { refId: there.id, oid, force: true });
  }
  const told = { title: headlineOf(write), body: bodyOf(facts, write, main.target.file?.oid ?? null, to) };
  if (write.pull) mutation.add('update', 'updatePullRequest', { pullRequestId: write.pull.nodeId, ...told });
  else {
    const heads = { repositoryId: repository.id, baseRefName: main.name, headRefName: branch };
    mutation.add('open', 'createPullRequest', { ...heads, ...told, maintainerCanModify: true });
  }
  await runOpening(client, mutation, 'open');
}

const placesOf = ({ governing, issue }: IssueFacts): { path: string; branch: string } => ({
  path: governing.rules.paths.roster,
  branch: rosterBranch(issue.number),
});

/** Whether nothing of anybody else's is on the branch: it is the head that we opened, or has no commit of its own. */
async function isOurs(
  client: GitHubClient,
  { repository }: IssueFacts,
  main: string,
  oid: string,
  pull: RosterPull | null,
): Promise<boolean> {
  if (pull) return pull.isOurs && pull.head === oid;
  const { owner, name: repo } = repository;
  const { data } = await client.rest.repos.compareCommitsWithBasehead({ owner, repo, basehead: `${main}...${oid}` });
  return data.ahead_by === 0;
}

/** One commit with the roster on top of the default branch; nothing points to it yet. */
async function commitOn(
  client: GitHubClient,
  facts: IssueFacts,
  main: { oid: string; tree: { oid: string } },
  content: string,
  message: string,
): Promise<string> {
  const { owner, name: repo } = facts.repository;
  const { path } = placesOf(facts);
  const { data: tree } = await client.rest.git.createTree({
    ...{ owner, repo, base_tree: main.tree.oid },
    tree: [{ path, mode: '100644', type: 'blob', content }],
  });
  const { data: commit } = await client.rest.git.createCommit({
    owner,
    repo,
    message,
    tree: tree.sha,
    parents: [main.oid],
  });
  return commit.sha;
}

/** No `@`: a commit notifies nobody. */
const headlineOf = ({ nomination, change }: RosterWrite): string => {
  const { matter, nominee, to, group } = nomination;
  const what = placeInWords(to, group);
  const says =
    matter === 'emeritus' || change.emeritus === true
      ? 'emeritus'
      : matter === 'step-down' || matter === 'inactive'
        ? `no longer ${what}`
        : what;
  return `Roster: ${nominee.login}, ${says}`;
};

function bodyOf(facts: IssueFacts, { nomination, change }: RosterWrite, from: string | null, to: string): string {
  const { governing, issue } = facts;
  const { matter, nominee, group, closed } = nomination;
  const place = placeInWords(nomination.to, group === null ? null : titleOf(governing.governance, group));
  const what =
    matter === 'advance' || matter === 'return'
      ? `approved as ${place}`
      : matter === 'emeritus' || nomination.to === 'everything'
        ? 'emeritus'
        : `${matter === 'inactive' ? 'no longer' : 'lays down:'} ${place}${change.emeritus === true ? ', and is emeritus' : ''}`;
  const home = homeOf({ pull: issue });
  const text = words(
    'roster-pull',
    {
      ...{
        issue: issue.number,
        who: plain(nominee.login),
        what: unmentioned(what),
        why: unmentioned(closed?.why ?? ''),
      },
      record: `${home}/tree/${governing.rules.record.branch}/${ledgerFolder(issue.number)}`,
    },
    governing.templates,
  );
  return marked(rosterMarker(issue.number, from, to), text);
}
