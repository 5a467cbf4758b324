import { Temporal } from 'temporal-polyfill';
import { installConvenor, layGround, type Plot } from '../ground.js';
import type { Person, World } from '../people.js';
import type { Repository } from '../state/types.js';
import { HANDLERS, requireCheck, watch, type Setting } from './setting.js';

/** A pull request that is open when Convenor comes, as far as it is known. */
export interface PastPull {
  number: number;
  title: string;
  /** Files at its head, by path. */
  files: Readonly<Record<string, string>>;
  /** Login. */
  author: string;
  /** Logins. */
  assignees: readonly string[];
  labels: readonly string[];
  /** Null where nobody has said it: it is then opened right before the installation. */
  dates: { createdAt: string; updatedAt: string } | null;
}

/** A repository with pull requests that are older than Convenor. */
export interface Past extends Pick<Plot, 'repository' | 'files' | 'pace'> {
  slug: string;
  pulls: readonly PastPull[];
  /** The instant at which Convenor is installed. */
  installedAt: string;
}

/** Who has no part in anything. */
const OUTSIDER = 'passerby';

/** The table of a repository with open pull requests, where Convenor has just been installed. No story is told there. */
export const settingOfPast = (past: Past): Setting => ({
  slug: past.slug,
  group: null,
  lay: async (saw) => {
    const { pulls, installedAt } = past;
    const inOrder = [...pulls].sort((a, b) => a.number - b.number);
    const [first] = inOrder;
    const start = inOrder.reduce((least, { dates }) => earlier(least, dates?.createdAt ?? least), installedAt);
    const ground = layGround({ ...past, number: first?.number ?? 1, start }, HANDLERS);
    const { sandbox, world, repo } = ground;
    const owner = sandbox.state.accounts.get(repo.ownerId)?.login ?? '';
    const keeper = world.user(`${owner}-keeper`);
    // Whoever has no part in anything is there from the first, to act as.
    world.user(OUTSIDER);
    for (const pull of inOrder) await open(pull, { world, repo, keeper });
    repo.nextNumber = Math.max(repo.nextNumber, ...numbersOf(past.files)) + 1;
    await sandbox.clock.advanceTo(installedAt);
    installConvenor(ground);
    requireCheck(ground);
    watch(ground, saw);
    await sandbox.listen();
    await ground.bench.start();
    const only = inOrder.length === 1 ? first : undefined;
    return {
      ground,
      name: past.repository,
      first: only?.number ?? null,
      visitor: only?.author ?? OUTSIDER,
      story: null,
    };
  },
});

const earlier = (a: string, b: string): string => (Temporal.Instant.compare(a, b) <= 0 ? a : b);

/** The numbers that files of merged proposals have in their names. */
const numbersOf = (files: Readonly<Record<string, string>>): number[] =>
  Object.keys(files).flatMap((path) => Number(/\/(\d{1,9})-[^/]*\.mdx?$/.exec(path)?.[1] ?? 0));

/** Opens a pull request at its time, with those who were assigned and the labels that it had. */
async function open(
  { number, title, files, author, assignees, labels, dates }: PastPull,
  { world, repo, keeper }: { world: World; repo: Repository; keeper: Person },
): Promise<void> {
  const { clock, actions } = world.sandbox;
  if (dates) await clock.advanceTo(dates.createdAt);
  repo.nextNumber = number;
  const pull = await world.user(author).opensPullRequest({ repo, title, files, branch: `sep-${number}` });
  if (labels.length > 0) await keeper.labels(pull, ...labels);
  for (const login of assignees) {
    const { account } = world.user(login);
    // Only who has access, or has spoken on it, can be assigned.
    actions.setCollaborator(keeper.caller, repo, account, 'triage');
    await keeper.assigns(pull, world.user(login));
  }
  if (dates) Object.assign(pull.now, dates);
}
