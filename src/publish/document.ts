import type { Facts } from '../facts/facts.js';
import type { Verdict } from '../judge/verdict.js';
import type { Finding } from '../proposal/index.js';
import { remark } from './remark.js';
import { fenceFor } from './suggestions.js';
import { words } from './words.js';

const MOST_LISTED = 20;
/** A longer edit is not shown whole in a summary. */
const LONGEST_EDIT = 1000;

const TITLES = { error: 'To be mended', warning: 'Worth a look', info: 'For your information' } as const;

/**
 * The summary of the document's check: findings grouped by weight, each group capped with a count of the rest. An edit
 * that mends a finding stands below it, unless it is offered on the line itself.
 * @param offered the findings with a suggestion on their line
 */
export function documentBody({ document }: Facts, { findings }: Verdict, offered: ReadonlySet<Finding>): string {
  return words('document', { findings, groups: groupsOf(findings, document.source, offered) });
}

/** Findings by their weight, as the templates show them. */
export function groupsOf(findings: readonly Finding[], source: string, offered: ReadonlySet<Finding>): object[] {
  const lines = source.split(/\r\n|\n|\r/);
  return (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const all = findings.filter((finding) => finding.severity === severity);
    const shown = all.slice(0, MOST_LISTED).map((finding) => ({
      line: finding.line,
      message: remark(finding.message),
      help: finding.help === undefined ? null : remark(finding.help),
      code: finding.code,
      offered: offered.has(finding),
      edit: offered.has(finding) ? null : editShown(finding, lines),
    }));
    return all.length === 0 ? [] : [{ title: TITLES[severity], findings: shown, more: all.length - shown.length }];
  });
}

/** The edit as a diff in a code block, indented to stand in a list; null where there is none, or it is too long. */
function editShown({ fix }: Finding, lines: readonly string[]): string | null {
  if (!fix) return null;
  const before = lines.slice(fix.startLine - 1, fix.endLine).map((line) => `-${line}`);
  const after = fix.replacement.split(/\r\n|\n|\r/).map((line) => `+${line}`);
  const diff = [...before, ...after].join('\n');
  if (diff.length > LONGEST_EDIT) return null;
  const fence = fenceFor(diff);
  return [`${fence}diff`, diff, fence].join('\n').replace(/^/gm, '  ');
}
