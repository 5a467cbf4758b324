import type { RepositoryRef } from '../facts/facts.js';
import type { GitHubClient } from '../github/clients.js';
import { BARS } from './bar.js';
import type { Page } from './page.js';

const COMMIT = /* GraphQL */ `
  mutation Pages($input: CreateCommitOnBranchInput!) {
    createCommitOnBranch(input: $input) {
      commit {
        oid
      }
    }
  }
`;

/** The most that one commit carries, in characters of base64: what is larger is written in several, one after the other. */
export const MOST = 2_000_000;

/** Files to write and to take away, by their paths in the dashboard's folder. */
export interface Changes {
  additions: readonly Page[];
  deletions: readonly string[];
}

/** A picture is named by what it shows, so one that no page shows any more would lie there for good. */
export const outdated = (there: Iterable<string>, made: readonly Page[]): string[] => {
  const wanted = new Set(made.map(({ path }) => path));
  return [...there].filter((path) => path.startsWith(BARS) && !wanted.has(path));
};

/** Where changes go: a branch, as long as its head is the given one. */
export interface Onto {
  repository: RepositoryRef;
  branch: string;
  head: string;
  folder: string;
}

/** Writes changes as commits on top of a head. A lost swap throws, and what stands there already is found the next time. */
export async function commitChanges(
  client: GitHubClient,
  onto: Onto,
  { additions, deletions }: Changes,
): Promise<void> {
  const { repository, branch, folder } = onto;
  let head = onto.head;
  const files = additions.map(({ path, text }) => ({
    path: `${folder}/${path}`,
    contents: Buffer.from(text).toString('base64'),
  }));
  const all = parts(files);
  for (const [index, part] of all.entries()) {
    const { createCommitOnBranch } = await client.graphql<{ createCommitOnBranch: { commit: { oid: string } } }>(
      COMMIT,
      {
        input: {
          branch: { repositoryNameWithOwner: `${repository.owner}/${repository.name}`, branchName: branch },
          expectedHeadOid: head,
          message: { headline: `Bring ${part.length} pages of the dashboard up to date` },
          fileChanges: {
            additions: part,
            // Away with a picture only where no page shows it any more.
            deletions: index === all.length - 1 ? deletions.map((path) => ({ path: `${folder}/${path}` })) : [],
          },
        },
      },
    );
    head = createCommitOnBranch.commit.oid;
  }
}

/** Files in their order, as many together as one commit carries; one part at least. */
function parts<File extends { contents: string }>(files: readonly File[]): File[][] {
  const found: File[][] = [[]];
  let size = 0;
  for (const file of files) {
    const last = found.at(-1) ?? [];
    if (last.length > 0 && size + file.contents.length > MOST) {
      found.push([file]);
      size = file.contents.length;
    } else {
      last.push(file);
      size += file.contents.length;
    }
  }
  return found;
}
