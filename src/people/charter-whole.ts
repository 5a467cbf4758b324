import type { SectionedDocument } from './document.js';
import { atLine, type ProblemLog } from './problems.js';
import type { GroupKind } from './types.js';

/** What a charter must have, in the order of the charter template; `wgOnly` as marked there. */
const REQUIRED: { title: string; starts: string; wgOnly: boolean }[] = [
  { title: 'Group Type', starts: 'grouptype', wgOnly: false },
  { title: 'Mission Statement', starts: 'mission', wgOnly: false },
  { title: 'Scope', starts: 'scope', wgOnly: false },
  { title: 'Leadership', starts: 'leadership', wgOnly: false },
  { title: 'Authority & Decision Rights', starts: 'authority', wgOnly: true },
  { title: 'Operations', starts: 'operations', wgOnly: false },
  { title: 'Deliverables & Success Metrics', starts: 'deliverables', wgOnly: true },
  { title: 'Changelog', starts: 'changelog', wgOnly: false },
];

/**
 * Says which sections of the template a charter lacks, and whether it was cut: its last section is missing with at
 * least one before it, or its last line stops within a table's row. Returns whether it ends early.
 */
export function sayWhatIsMissing(
  document: SectionedDocument,
  source: string,
  kind: GroupKind,
  log: ProblemLog,
): boolean {
  const required = REQUIRED.filter((section) => kind === 'working-group' || !section.wgOnly);
  const has = (starts: string): boolean => document.sections.some((section) => section.key.startsWith(starts));
  const lastThere = required.findLastIndex((section) => has(section.starts));
  const tail = required.slice(lastThere + 1);
  const lines = source.trimEnd().split('\n');
  const lastLine = lines.at(-1)?.trim() ?? '';
  const brokenRow = lastLine.startsWith('|') && !lastLine.endsWith('|');
  const cut = brokenRow || tail.length > 1;
  for (const section of required.slice(0, lastThere + 1)) {
    if (!has(section.starts)) sayMissing(section.title);
  }
  if (!cut) for (const section of tail) sayMissing(section.title);
  if (cut) {
    const last = document.sections.at(-1);
    const after = last ? `under "${last.title}"` : 'before its first heading';
    const missing = tail.length > 0 ? `: ${tail.map((section) => `"${section.title}"`).join(', ')} should follow` : '';
    log.error(
      'people/charter-cut',
      atLine(lines.length),
      `The charter ends ${brokenRow ? "in the middle of a table's row, " : ''}${after}${missing}.`,
      'Restore the rest of the file from its last whole version.',
    );
  }
  return cut;

  function sayMissing(title: string): void {
    log.warning(
      'people/section-missing',
      undefined,
      `The charter has no section "${title}".`,
      'The charter template shows what belongs there.',
    );
  }
}
