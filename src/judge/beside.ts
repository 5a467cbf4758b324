import type { Beside, Facts } from '../facts/facts.js';
import type { Finding } from '../proposal/index.js';
import { leaf, type Requirement } from './verdict.js';

/** Files of the sentences that are named one by one. */
const MOST_NAMED = 5;
const LONGEST_PATH = 200;

/** Other proposals that would be merged together with this one, and that nobody decides here. */
export const undecidedBeside = ({ beside, document }: Facts): Beside[] =>
  document.isGone ? [] : beside.filter(({ isProposal }) => isProposal);

/** What there is to say of further SEP files that a pull request adds: which file is its proposal is never left open. */
export function besideFindings({ beside, document }: Facts): Finding[] {
  const own = `"${document.path}" is taken for the proposal of this pull request`;
  return beside.map(({ path, isProposal, of }): Finding => {
    const at = { line: 1, column: 1 };
    if (!isProposal) {
      const message = `${own}; "${path}" has no preamble and is taken for a page that belongs to it.`;
      return { code: 'file/page-beside', severity: 'info', ...at, message };
    }
    if (of !== null) {
      const message = `${own}; "${path}" carries the number of #${of}, an open proposal, and travels along.`;
      return { code: 'file/proposal-beside', severity: 'warning', ...at, message, help: `Leave it to #${of}.` };
    }
    const message = `${own}; "${path}" is another one, and is not looked at.`;
    const help = 'Bring it in a pull request of its own.';
    return { code: 'file/proposal-beside', severity: 'warning', ...at, message, help };
  });
}

/** A path in a sentence of ours: what a file name may hold and Markdown would take for its own is left out. */
const named = (path: string): string => `\`${path.slice(0, LONGEST_PATH).replace(/[^\p{L}\p{N} ._/-]+/gu, '…')}\``;

/** Where a pull request brings more proposals than its own: they would be merged without a decision. */
export function besideRequirements(facts: Facts): Requirement[] {
  const others = undecidedBeside(facts);
  if (others.length === 0) return [];
  const names = others.slice(0, MOST_NAMED).map(({ path }) => named(path));
  const more = others.length > MOST_NAMED ? ` and ${others.length - MOST_NAMED} more` : '';
  return [
    leaf({
      rule: 'numbering',
      name: 'One proposal',
      held: 'failed',
      says: `${named(facts.document.path)} is the proposal here. The pull request also adds ${names.join(', ')}${more}, which nobody decides here.`,
      next: `takes ${names.join(', ')}${more} out of this pull request; each proposal has one of its own.`,
    }),
  ];
}
