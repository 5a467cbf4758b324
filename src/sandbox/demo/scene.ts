import { markerOf } from '../../facts/texts.js';
import { readLedger } from '../../ledger/chain.js';
import { ledgerFolder } from '../../ledger/layout.js';
import type { Line } from '../../ledger/lines.js';
import { commentedLines, suggestionOf } from '../actions/suggestions.js';
import { branchFiles, ledgerText } from '../page/record.js';
import type { Told } from './story.js';

/** What a person finds on the pull request and in its record at one moment. */
export interface Scene {
  /** The status comment's first sentence, and the steps below it, as plain text; null and empty before there is one. */
  headline: string | null;
  next: readonly string[];
  /** Names, sorted. */
  labels: readonly string[];
  checks: readonly { name: string; conclusion: string; title: string }[];
  /** What checks say of single lines, in the order of the lines. */
  marks: readonly { line: number; level: string; message: string }[];
  /** Answers to what was refused, in Markdown, oldest first. */
  refusals: readonly string[];
  /**
   * One-click edits that were offered, oldest first: the lines as they are, and as they should be. `resolvedBy` is the
   * login of who accepted it or said that it is done; null while it stands.
   */
  suggestions: readonly { from: readonly string[]; to: readonly string[]; resolvedBy: string | null }[];
  lines: readonly Line[];
}

/** Before the pull request was opened. */
export const NOTHING: Scene = {
  headline: null,
  next: [],
  labels: [],
  checks: [],
  marks: [],
  refusals: [],
  suggestions: [],
  lines: [],
};

/** Looks at the pull request as it is now. @throws where the ledger's chain does not hold */
export function sceneOf({ pull, sandbox, repo, rules }: Pick<Told, 'pull' | 'sandbox' | 'repo' | 'rules'>): Scene {
  const files = branchFiles(sandbox.state, repo, rules.record.branch);
  const ledger = readLedger(ledgerText(files, ledgerFolder(pull.number)));
  if (!ledger.ok) throw new Error(`The ledger is broken in line ${ledger.broken.line}: ${ledger.broken.message}`);
  const comments = pull.botComments().map(({ body }) => ({ body, marker: markerOf(body) ?? '' }));
  return {
    ...statusIn(comments.find(({ marker }) => marker === 'status')?.body ?? ''),
    labels: pull.labels,
    checks: pull.checks.map(({ name, conclusion, status, output }) => ({
      name,
      conclusion: (conclusion ?? status).replaceAll('_', ' '),
      title: output.title ?? '',
    })),
    refusals: comments.filter(({ marker }) => marker.startsWith('reply:')).map(({ body }) => withoutComments(body)),
    marks: pull.checks
      .flatMap(({ annotations }) => annotations)
      .map(({ startLine, level, message }) => ({ line: startLine, level, message }))
      .sort((a, b) => a.line - b.line),
    suggestions: pull.botReviewComments().flatMap((comment) => {
      const to = suggestionOf(comment.body);
      const thread = pull.now.reviewThreads.find(({ id }) => id === comment.threadId);
      const resolver = sandbox.state.accounts.get(thread?.resolvedById ?? 0);
      return to === null ? [] : [{ from: commentedLines(comment), to, resolvedBy: resolver?.login ?? null }];
    }),
    lines: ledger.lines,
  };
}

/** The words of a status comment above its table. */
function statusIn(body: string): Pick<Scene, 'headline' | 'next'> {
  const lines = body.split('\n').map((line) => line.trim());
  const end = lines.findIndex((line) => line.startsWith('|') || line.startsWith('<details'));
  const top = (end < 0 ? lines : lines.slice(0, end)).filter((line) => !/^(<!--|#|$|\*\*Next\*\*)/.test(line));
  const [headline, ...next] = top.map((line) => unformatted(line.replace(/^[-*] /, '')));
  return { headline: headline ?? null, next };
}

/** Markdown without its strong text and links, for a terminal; code keeps its backquotes. */
export const unformatted = (markdown: string): string =>
  markdown.replace(/\*\*(.+?)\*\*/g, '$1').replace(/\[([^\]]+)\]\([^)\s]+\)/g, '$1');

const withoutComments = (body: string): string => body.replace(/<!--[\s\S]*?-->\n?/g, '').trim();
