import type { Facts } from '../facts/facts.js';
import type { Verdict } from '../judge/verdict.js';
import type { Finding, Fix } from '../proposal/index.js';
import { remark } from './remark.js';
import { fenceFor, type Suggestions } from './suggestions.js';
import { words, type Words } from '../templates/index.js';

const MOST_LISTED = 20;
/** A longer edit is not shown whole in a summary. */
const LONGEST_EDIT = 1000;

const TITLES = { error: 'To be mended', warning: 'Worth a look', info: 'For your information' } as const;

/**
 * The summary of the document's check: findings grouped by weight, each group capped with a count of the rest. An edit
 * that mends a finding, or a line that the record has overtaken, stands below it, unless it is offered on the line itself.
 */
export function documentBody(
  { document, governing }: Facts,
  { findings }: Verdict,
  { offered, unoffered }: Pick<Suggestions, 'offered' | 'unoffered'>,
): string {
  const lines = linesOf(document.source);
  const overtaken = unoffered.map((one) => ({ line: one.startLine, why: one.why, edit: editShown(one, lines) }));
  const groups = groupsOf(findings, document.source, offered);
  return words('document', { count: findings.length, overtaken, groups }, governing.templates);
}

const linesOf = (source: string): string[] => source.split(/\r\n|\n|\r/);

/** Findings by their weight, as the templates show them. */
export function groupsOf(
  findings: readonly Finding[],
  source: string,
  offered: ReadonlySet<Finding>,
): Words<'document'>['groups'] {
  const lines = linesOf(source);
  return (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const all = findings.filter((finding) => finding.severity === severity);
    const shown = all.slice(0, MOST_LISTED).map((finding) => ({
      line: finding.line,
      message: remark(finding.message),
      help: finding.help === undefined ? null : remark(finding.help),
      code: finding.code,
      offered: offered.has(finding),
      edit: finding.fix && !offered.has(finding) ? editShown(finding.fix, lines) : null,
    }));
    return all.length === 0 ? [] : [{ title: TITLES[severity], findings: shown, more: all.length - shown.length }];
  });
}

/** An edit as a diff in a code block, indented to stand in a list; null where it is too long. */
function editShown(edit: Fix, lines: readonly string[]): string | null {
  const before = lines.slice(edit.startLine - 1, edit.endLine).map((line) => `-${line}`);
  const after = linesOf(edit.replacement).map((line) => `+${line}`);
  const diff = [...before, ...after].join('\n');
  if (diff.length > LONGEST_EDIT) return null;
  const fence = fenceFor(diff);
  return [`${fence}diff`, diff, fence].join('\n').replace(/^/gm, '  ');
}
