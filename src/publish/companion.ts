import { ELSEWHERE } from '../facts/carried.js';
import type { Look } from '../facts/gather.js';
import type { SubjectMemory } from '../facts/memory.js';
import { marked } from '../facts/texts.js';
import type { GitHubClient } from '../github/clients.js';
import { pathWithNumber } from '../proposal/index.js';
import { wantedCheck, type Report } from './check-run.js';
import { code, plain } from './escape.js';
import { execute } from './execute.js';
import { both } from './governance-change.js';
import { words } from '../templates/index.js';
import type { CheckWrite, Write } from './write.js';

type Companion = Extract<Look, { kind: 'companion' }>;

/**
 * Answers for a pull request that carries another proposal's file, or brings one into another branch: no state, no
 * labels, nobody asked. Its checks say whom it travels with, and the first command that is written there is told where
 * commands belong; nothing of it is in the record.
 * @param governance what it would change of the governance, if anything
 */
export async function answerCompanion(
  client: GitHubClient,
  look: Companion,
  governance: Report | null,
  memory: SubjectMemory,
): Promise<void> {
  await execute(companionWrites(look, governance), { client, facts: look, memory });
}

/** What GitHub should show of a companion and does not yet. */
export const companionWrites = (look: Companion, governance: Report | null): Write[] => [
  ...checks(look, governance),
  ...answers(look),
  ...look.published.duplicates.map((post): Write => ({ kind: 'delete', nodeId: post.nodeId })),
];

const dataOf = ({ companion, pull, repository }: Companion) => ({
  other: companion.of,
  path: code(companion.path),
  renamed: code(pathWithNumber(companion.path, pull.number)),
  base: code(pull.base),
  defaultBranch: code(repository.defaultBranch),
  intoDefault: pull.intoDefault,
});

/**
 * Both checks where it goes into the default branch, and where everybody has to be answered. The one of the process is
 * green only where nothing undecided would be merged into the default branch by it.
 */
function checks(look: Companion, governance: Report | null): CheckWrite[] {
  const { rules, pull, published, companion } = look;
  // One commit can be the head of several pull requests: what another one's check says there is not ours to change.
  if (companion.sharesHead || !(pull.intoDefault || rules.checks.answerAll)) return [];
  const title = companion.of === null ? `Goes into ${plain(pull.base)}` : `Travels with #${companion.of}`;
  const own: Report = {
    title,
    summary: words('companion', dataOf(look), look.templates),
    annotations: [],
    inOrder: true,
  };
  const report = governance === null ? own : both(own, governance);
  const wanted = [
    {
      name: rules.checks.proposal,
      conclusion: report.inOrder ? ('SUCCESS' as const) : ('FAILURE' as const),
      ...report,
    },
    {
      name: rules.checks.merge,
      conclusion: pull.intoDefault ? ('ACTION_REQUIRED' as const) : ('SUCCESS' as const),
      ...own,
    },
  ];
  return wanted.flatMap(
    ({ name, conclusion, title, summary, annotations }) =>
      wantedCheck({ name, conclusion, title, summary, annotations, head: pull.head }, published.checks) ?? [],
  );
}

/** A reaction for each comment with commands, and one reply to the first of them. */
function answers(look: Companion): Write[] {
  const { published, said } = look;
  const written = said.filter(({ source }) => source.kind !== 'assignment');
  const ids = [...new Set(written.map(({ source }) => source.id))].filter(
    (id) => published.reactions.get(id)?.has('CONFUSED') !== true,
  );
  if (ids.length === 0 || look.pull.locked) return [];
  const { other, base, defaultBranch } = dataOf(look);
  const body = marked(ELSEWHERE, words('elsewhere', { other, base, defaultBranch }, look.templates));
  return [
    // The reaction comes last: where it stands, the reply was made, and who takes that away has it away for good.
    ...(published.posts.has(ELSEWHERE) ? [] : [{ kind: 'comment' as const, marker: ELSEWHERE, body }]),
    ...ids.map((nodeId): Write => ({ kind: 'react', nodeId, content: 'CONFUSED' })),
  ];
}
