import { inShort } from '../../judge/instants.js';
import { code } from '../../publish/escape.js';
import { words, type Words } from '../../templates/index.js';
import type { Model } from '../model.js';
import { FORMS, MATTERS, nominated, recordOf, titled } from '../rows.js';

/** How many decisions are shown; the others stand in the ledgers. */
const MOST = 50;

/** The latest decisions, with the lines that say so. */
export function auditPage(model: Model): string {
  const ended = [...decisionsIn(model), ...nominationsIn(model)].sort(
    (a, b) => Date.parse(b.at) - Date.parse(a.at) || b.subject - a.subject,
  );
  const decisions = ended.slice(0, MOST).map(({ subject, at, seal, ...row }) => ({
    ...row,
    at: inShort(at),
    line: seal === null ? '–' : String(seal.seq + 1),
    sha256: seal === null ? '–' : `\`${seal.sha256}\``,
    record: recordOf(model, subject, ''),
  }));
  const branch = code(model.rules.record.branch);
  return words('audit', { branch, decisions, more: ended.length - decisions.length }, model.overrides);
}

/** Something that was decided, with the line that says so; null where the entry is older than seals. */
interface Ended extends Omit<Words<'audit'>['decisions'][number], 'line' | 'sha256' | 'record'> {
  subject: number;
  seal: { seq: number; sha256: string } | null;
}

const decisionsIn = ({ entries }: Model): Ended[] =>
  entries.flatMap((entry) =>
    entry.decisions.flatMap(({ form, closed }, index) => {
      if (!closed) return [];
      const id = entry.course?.rounds[index]?.id;
      const seal = entry.seal?.ends.find(({ decision }) => decision === id) ?? null;
      return [{ ...titled(entry, ''), ...{ subject: entry.pull, form: FORMS[form], seal }, ...closed }];
    }),
  );

const nominationsIn = ({ nominations }: Model): Ended[] =>
  nominations.flatMap((one) => {
    const { closed, issue, seal } = one;
    return closed
      ? [
          {
            ...nominated(one, ''),
            ...{ subject: issue, form: MATTERS[one.matter], seal: seal.ends.at(-1) ?? null },
            ...closed,
          },
        ]
      : [];
  });
