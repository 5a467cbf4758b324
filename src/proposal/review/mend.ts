import { readProposal } from '../read.js';
import { Lines } from '../source.js';
import { reviewProposal } from './index.js';
import type { Finding, Fix, ReviewContext } from './types.js';

/** Mends lie on top of each other only where several fields are added below one line; more rounds than that are a circle. */
const MOST_ROUNDS = 12;

/** A document after its mends, and the findings that are gone; their lines are those of the round that mended them. */
export interface Mended {
  readonly source: string;
  readonly mended: readonly Finding[];
}

/** Makes every mend that a review offers, and looks again, until none is left. Nothing but those lines changes. */
export function mendAll(context: ReviewContext): Mended {
  let { source } = context;
  const mended: Finding[] = [];
  const seen = new Set<string>();
  for (let round = 0; round < MOST_ROUNDS && !seen.has(source); round++) {
    seen.add(source);
    const findings = reviewProposal(readProposal(source, { path: context.path }), { ...context, source });
    const chosen = apart(findings);
    if (chosen.length === 0) break;
    source = withFixes(
      source,
      chosen.map(({ fix }) => fix),
    );
    mended.push(...chosen);
  }
  return { source, mended };
}

/** The findings with mends that touch no line of each other, in order. */
function apart(findings: readonly Finding[]): (Finding & { readonly fix: Fix })[] {
  const chosen: (Finding & { readonly fix: Fix })[] = [];
  const mendable = findings
    .flatMap((finding) => (finding.fix ? [{ ...finding, fix: finding.fix }] : []))
    .sort((a, b) => a.fix.startLine - b.fix.startLine);
  for (const finding of mendable) {
    if (finding.fix.startLine > (chosen.at(-1)?.fix.endLine ?? 0)) chosen.push(finding);
  }
  return chosen;
}

/** The document with whole lines replaced; line breaks stay as they are. `fixes` are in order and touch no line twice. */
export function withFixes(source: string, fixes: readonly Fix[]): string {
  const lines = new Lines(source).all;
  let text = '';
  let from = 0;
  for (const { startLine, endLine, replacement } of fixes) {
    const [first, last] = [lines[startLine - 1], lines[endLine - 1]];
    if (!first || !last) continue;
    text += source.slice(from, first.start) + replacement;
    from = last.start + last.text.length;
  }
  return text + source.slice(from);
}
