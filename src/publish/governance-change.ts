import type { GovernanceChangeFacts } from '../facts/facts.js';
import type { Change, GovernanceVerdict, Place } from '../judge/governance-change.js';
import { missingIn, type Ask } from '../judge/governance-change-approval.js';
import type { Finding } from '../proposal/index.js';
import type { GitHubClient } from '../github/clients.js';
import { Mutation } from '../github/mutation.js';
import { decidingNothing } from './amendment.js';
import { addCheck, type Report } from './check-run.js';
import { code, plain } from './escape.js';
import { words } from '../templates/index.js';

/** Lines of one section, and characters of a line, that a check shows: the files themselves say the rest. */
const MOST_LINES = 30;
const LONGEST_LINE = 400;
const MOST_FILES = 10;

/**
 * Answers for a pull request that changes the governance and adds no proposal: the document's check with what would
 * change for whom. Where the rules say that the checks are required, the other one is given as well.
 * @param amended what is to be said of merged proposals that it changes, too; null where it changes none
 */
export async function answerGovernance(
  client: GitHubClient,
  facts: GovernanceChangeFacts,
  verdict: GovernanceVerdict,
  amended: Report | null,
): Promise<void> {
  const own = governanceReport(facts, verdict, false);
  const report = amended === null ? own : both(own, amended);
  const mutation = new Mutation();
  const missing = missingIn(verdict.asks);
  const writes = decidingNothing({ ...facts, rules: facts.before.rules }, report, {
    ...(missing.length === 0
      ? {
          title: 'Adds no proposal',
          summary: 'This pull request adds no proposal, so there is nothing that this check could wait for.',
        }
      : { title: 'Waits for an approval', summary: missing.map((ask) => `- ${askInWords(ask)}`).join('\n') }),
    waits: missing.length > 0,
  });
  for (const write of writes) addCheck(mutation, write, facts.repository.nodeId);
  if (mutation.isEmpty) return;
  const { errors } = await mutation.run(client);
  const failure = mutation.failure(errors);
  if (failure) throw failure;
}

/** Two reports in one check. */
export const both = (own: Report, amended: Report): Report => ({
  title: `${own.title}. ${amended.title}`,
  summary: `${own.summary}\n---\n\n${amended.summary}`,
  annotations: [...own.annotations, ...amended.annotations],
  inOrder: own.inOrder && amended.inOrder,
});

/**
 * What is to be said of a change of the governance.
 * @param withProposal whether it stands in the check of a proposal
 */
export function governanceReport(
  facts: GovernanceChangeFacts,
  verdict: GovernanceVerdict,
  withProposal: boolean,
): Report {
  const { files } = verdict;
  const found = {
    author: capped(verdict.author.map((each) => sentence({ ...each, who: 'The author of this pull request' }))).lines,
    files: filesInWords(facts),
    withProposal,
    taken: takenInWords(facts),
    unchanged: verdict.isUnchanged,
    sections: sectionsOf(verdict),
    problems: files.map(({ path, findings }) => ({ path: code(path), ...capped(foremost(findings).map(problem)) })),
    asks: verdict.asks.map(askInWords),
  };
  return {
    title: titleOf(verdict),
    summary: words('governance', found, facts.templates),
    inOrder: verdict.inOrder,
    // An annotation needs a file to stand on.
    annotations: files.flatMap(({ path, findings }) =>
      facts.files.some((file) => file.isRemoved && file.path === path)
        ? []
        : findings.map((finding) => ({ path, finding })),
    ),
  };
}

const askInWords = ({ says, approval }: Ask): string =>
  approval === null ? told(says) : `${approval.isGiven ? '✓' : '○'} ${told(says)} ${told(approval.given)}`;

const sectionsOf = (verdict: GovernanceVerdict): { title: string; lines: string[]; more: number }[] =>
  [
    { title: 'Who would gain', all: verdict.gains.map(sentence) },
    { title: 'Who would lose', all: verdict.loses.map(sentence) },
    { title: 'Open proposals', all: verdict.proposals.map(sentence) },
    { title: 'What was taken over', all: verdict.takenOver.map(sentence) },
    { title: 'Decisions that go on as they began', all: verdict.pinned.map(told) },
    { title: 'Rules', all: verdict.rules.map(sentence) },
    { title: 'People and groups', all: verdict.others.map(sentence) },
    { title: 'What is not said here', all: verdict.unsaid.map(told) },
  ]
    .filter(({ all }) => all.length > 0)
    .map(({ title, all }) => ({ title, ...capped(all) }));

const capped = (all: readonly string[]): { lines: string[]; more: number } => ({
  lines: all.slice(0, MOST_LINES),
  more: Math.max(0, all.length - MOST_LINES),
});

/** One change as a line: who, what, from when, and where it stands. */
function sentence({ who, says, at, from }: Change): string {
  const whole = who === null ? says : `${who} ${says}`;
  const start = from === null ? '' : `From ${from} on: `;
  return `${start}${told(whole)}${at === null ? '' : ` <sub>${placeInWords(at)}</sub>`}`;
}

/** What has to be mended first. */
const foremost = (findings: readonly Finding[]): Finding[] =>
  (['error', 'warning', 'info'] as const).flatMap((severity) => findings.filter((each) => each.severity === severity));

const MARKS = { error: '**To be mended**', warning: 'Worth a look', info: 'For your information' } as const;

const problem = ({ severity, line, message, help, code: name }: Finding): string =>
  `${MARKS[severity]}, line ${line}: ${told(message)}${help === undefined ? '' : ` ${told(help)}`} <sub>\`${name}\`</sub>`;

const placeInWords = ({ path, line, isOld }: Place): string =>
  `${isOld ? 'until now ' : ''}${code(path)}, line ${line}`;

/**
 * A sentence of the verdict as Markdown. What stands between backticks is a name of ours or of the files, and is code
 * where it can end no code; everything else has no formatting, mentions nobody and links nothing.
 */
function told(text: string): string {
  const short = text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE).trimEnd()}…` : text;
  return short
    .split(/`([^`]*)`/)
    .map((part, index) => (index % 2 === 1 ? code(part) : spaced(part)))
    .join('');
}

/** `plain` takes the white space at both ends away, where code stands beside it. */
const spaced = (text: string): string => {
  const [, before = '', inner = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  return `${before && ' '}${plain(inner)}${after && ' '}`;
};

function titleOf({ author, gains, loses, proposals, files, inOrder, isUnchanged, unsaid }: GovernanceVerdict): string {
  const errors = files.flatMap(({ findings }) => findings.filter(({ severity }) => severity === 'error')).length;
  const parts = [
    ...(author.length > 0 ? ['Would give its own author a power'] : []),
    ...(inOrder ? [] : [`${errors} to mend before it can govern`]),
  ];
  if (parts.length > 0) return parts.join('; ');
  if (isUnchanged) return 'Changes nothing in effect';
  const powers =
    gains.length + loses.length === 0
      ? unsaid.length === 0
        ? 'nobody gains or loses a power'
        : 'not everything can be said'
      : `${gains.length} gained and ${loses.length} lost`;
  const touched =
    proposals.length === 0
      ? ''
      : `, ${proposals.length} open ${proposals.length === 1 ? 'proposal' : 'proposals'} touched`;
  return `Changes the governance: ${powers}${touched}`;
}

function filesInWords({ files }: GovernanceChangeFacts): string {
  const names = files
    .slice(0, MOST_FILES)
    .map(({ path, isRemoved }) => `${code(path)}${isRemoved ? ' (taken away)' : ''}`);
  const more = files.length - names.length;
  return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
}

const takenInWords = ({ taken }: GovernanceChangeFacts): string =>
  taken === 'merge'
    ? 'It is read as it would stand after the merge.'
    : 'It is read at its head, over the default branch: GitHub has no merge of the two yet, or they collide.';
