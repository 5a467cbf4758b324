import type { Check, Explanation, Level, Stage } from './types.js';
import { severityAt } from './stage.js';

const STAGES: readonly { stage: Stage; says: string }[] = [
  { stage: 'draft', says: 'a draft' },
  { stage: 'review', says: 'review' },
  { stage: 'decided', says: 'a decided one' },
];

/** One code's page in Markdown: what it wants, why, how much it matters when, and examples. */
export function explanationPage(explanation: Explanation & Partial<Check>, depth = 2): string {
  const { code, wants, why, good, bad } = explanation;
  return [
    `${'#'.repeat(depth)} ${code}`,
    wants,
    why,
    [`- Level: ${levelInWords(explanation)}`, ...remarks(explanation)].join('\n'),
    `Good:\n\n${example(good)}`,
    `Not so good:\n\n${example(bad)}`,
  ].join('\n\n');
}

/** The documentation's page of the catalogue, `docs/checks.md`, made from the checks themselves. */
export function checksPage(explanations: readonly (Explanation & Partial<Check>)[]): string {
  return `${[
    '<!-- Made from src/proposal/review/ by test/proposal/checks-page.test.ts: change it there, and run that test with -u. -->',
    '# What Convenor looks for in a proposal',
    'Each finding has a code, and stands on the line where it is to be mended. An error could not be read or is wrong; a warning was read liberally, or will be asked about; a note (info) is worth knowing. `convenor lint` gives the same findings on a laptop, and `convenor lint --explain CODE` prints a part of this page.',
    'A draft is looked at more gently than a proposal in review. Once a proposal is decided (final, rejected, withdrawn, superseded) nobody will rewrite it, so its gaps are notes at most. In a pull request a file does not count as decided because it says so. A draft without a sponsor is no finding, and neither is a sponsor who is also an author. What cannot be known, such as whether another proposal exists, is not spoken of.',
    explanations.map(({ code }) => `- [\`${code}\`](#${code.replaceAll('/', '')})`).join('\n'),
    ...explanations.map((each) => explanationPage(each)),
  ].join('\n\n')}\n`;
}

/** `warning; info for a decided one`. */
function levelInWords({ level }: { readonly level: Level }): string {
  const [usual, ...others] = STAGES.map(({ stage, says }) => ({ says, severity: severityAt(stage, level) }));
  if (!usual) return '';
  const different = others.filter(({ severity }) => severity !== usual.severity);
  if (different.length === 0) return usual.severity;
  if (different.length === 1) {
    return `${usual.severity}; ${different.map(({ says, severity }) => `${severity} for ${says}`).join('')}`.replace(
      'for review',
      'in review',
    );
  }
  return STAGES.map(({ stage, says }) => {
    const where = stage === 'review' ? 'in' : 'for';
    return `${severityAt(stage, level)} ${where} ${says}`;
  }).join(', ');
}

function remarks({ tracks, mends }: Partial<Check>): string[] {
  return [
    ...(tracks ? [`- Only for: ${tracks.join(', ')}`] : []),
    ...(mends ? ['- `convenor lint --fix` mends it where one edit can'] : []),
  ];
}

const example = (text: string): string => `\`\`\`\`markdown\n${text}\n\`\`\`\``;
