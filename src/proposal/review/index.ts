import type { Diagnostic, Proposal } from '../types.js';
import { CATALOGUE } from './catalogue.js';
import type { Finding, ReviewContext } from './types.js';

export { CATALOGUE };

/**
 * Everything to mend in a document, in its order: what reading found, and what the catalogue's checks find. Where
 * a check and the reading say something with one code about one line, the check's word counts: it may know a mend.
 */
export function reviewProposal(proposal: Proposal, context: ReviewContext): Finding[] {
  // Nothing can be said of a document's parts where the document itself cannot be read.
  if (proposal.diagnostics.some((each) => each.code.startsWith('file/'))) return [...proposal.diagnostics];
  const found = CATALOGUE.flatMap((check) =>
    check.check(proposal, context).map((report): Finding => {
      const level = typeof check.level === 'function' ? check.level(proposal) : check.level;
      return { ...report, code: check.code, severity: report.severity ?? level };
    }),
  );
  const said = new Set(found.map(key));
  const all = [...proposal.diagnostics.filter((each) => !said.has(key(each))), ...found];
  return all.sort((a, b) => a.line - b.line || a.column - b.column);
}

function key({ code, line }: Diagnostic): string {
  return `${code}:${line}`;
}
