import { inShort } from '../../judge/instants.js';
import { code } from '../../publish/escape.js';
import { words } from '../../templates/index.js';
import type { Model } from '../model.js';
import { FORMS, recordOf, titled } from '../rows.js';

/** How many decisions are shown; the others stand in the ledgers. */
const MOST = 50;

/** The latest decisions, with the lines that say so. */
export function auditPage(model: Model): string {
  const ended = model.entries
    .flatMap((entry) =>
      entry.decisions.flatMap(({ form, closed }, index) => {
        if (!closed) return [];
        const id = entry.course?.rounds[index]?.id;
        const end = entry.seal?.ends.find(({ decision }) => decision === id) ?? null;
        return [{ entry, form, closed, end }];
      }),
    )
    .sort((a, b) => Date.parse(b.closed.at) - Date.parse(a.closed.at) || b.entry.pull - a.entry.pull);
  const decisions = ended.slice(0, MOST).map(({ entry, form, closed, end }) => ({
    ...titled(entry, ''),
    at: inShort(closed.at),
    form: FORMS[form],
    outcome: closed.outcome,
    line: end === null ? '–' : String(end.seq + 1),
    sha256: end === null ? '–' : `\`${end.sha256}\``,
    record: recordOf(model, entry, ''),
  }));
  const branch = code(model.rules.record.branch);
  return words('audit', { branch, decisions, more: ended.length - decisions.length }, model.overrides);
}
