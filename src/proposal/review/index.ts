import type { Diagnostic, Proposal } from '../types.js';
import { bodyOf } from './body.js';
import { CATALOGUE } from './catalogue.js';
import { isWorthSaying, READINGS } from './readings.js';
import { couldBeRead, severityAt, stageOf } from './stage.js';
import type { Explanation, Finding, ReviewContext } from './types.js';

export { CATALOGUE };

/** Every code that a review may say, with its page: the checks, and what reading itself finds. By code. */
export const EXPLANATIONS: readonly Explanation[] = [...CATALOGUE, ...READINGS].sort((a, b) =>
  a.code < b.code ? -1 : 1,
);

/**
 * Everything to mend in a document, in its order: what reading found, and what the catalogue's checks find. Where
 * a check and the reading say something with one code about one line, the check's word counts: it may know a mend.
 */
export function reviewProposal(proposal: Proposal, context: ReviewContext): Finding[] {
  if (!couldBeRead(proposal)) return [...proposal.diagnostics];
  const stage = stageOf(proposal, context);
  const body = bodyOf(context.source, proposal);
  const noPreamble = proposal.fields.every((field) => field.canonical === null);
  const found = CATALOGUE.filter(
    ({ anyPage, tracks }) =>
      (anyPage === true || !noPreamble) && (!tracks || proposal.type === null || tracks.includes(proposal.type)),
  ).flatMap((check) =>
    check.check({ proposal, context, body, stage }).map((report): Finding => {
      const { code, level } = check;
      const { fix, ...said } = report;
      // Nobody rewrites what is decided: it is a record.
      const mend = fix && stage !== 'decided' ? { fix } : {};
      return { ...said, ...mend, code, severity: severityAt(stage, level, report.severity) };
    }),
  );
  const said = new Set(found.map(key));
  const read = proposal.diagnostics
    .filter((each) => !said.has(key(each)) && isWorthSaying(each, proposal))
    .map((each) => ({ ...each, severity: severityAt(stage, each.severity) }));
  return [...read, ...found].sort((a, b) => a.line - b.line || a.column - b.column);
}

function key({ code, line }: Diagnostic): string {
  return `${code}:${line}`;
}
