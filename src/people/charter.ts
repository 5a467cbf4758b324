import {
  kindByFolder,
  readChannel,
  readForming,
  readKind,
  readMission,
  readRetired,
  readScope,
  readTitle,
  slugOf,
} from './charter-facts.js';
import { readPeople } from './charter-people.js';
import { sayWhatIsMissing } from './charter-whole.js';
import { cellOf, plain, readDocument, rowsOf, type SectionedDocument } from './document.js';
import { readable } from './limits.js';
import { ProblemLog } from './problems.js';
import type { AuthorityRow, Group, GroupKind, Problem } from './types.js';
import { readWorkItems } from './work-items.js';

/**
 * Reads a group's charter (`docs/community/working-groups/<slug>.mdx`, `interest-groups/<slug>.mdx`; the form is that
 * of `docs/community/charter-template.mdx` in the specification's repository). Never fails: what cannot be read is
 * null, empty or not known, and has a problem with its place.
 * @param folder the kind of group that the file's folder is for; null where it does not say
 */
export function readCharter(
  source: string,
  path: string,
  folder: GroupKind | null = kindByFolder(path),
): { group: Group; problems: Problem[] } {
  const log = new ProblemLog(path);
  const text = readable(source, log);
  const document = readDocument(text);
  const slug = slugOf(path);
  if (source.trim() === '') {
    log.error('people/charter-empty', undefined, 'The charter is empty.', 'Write it from the charter template.');
  }
  const title = readTitle(document, slug, log);
  const kind = readKind(document, folder, log);
  const endsEarly = text.trim() !== '' && sayWhatIsMissing(document, text, kind, log);
  const people = readPeople(document, kind, endsEarly, log);
  const known = { leads: people.leads, people: [...people.leads, ...people.members] };
  const group: Group = {
    slug,
    kind,
    title,
    forming: readForming(document),
    retired: readRetired(document, slug, log),
    mission: readMission(document),
    scope: { in: readScope(document, 'inscope'), out: readScope(document, 'outofscope') },
    ...people,
    authority: readAuthority(document),
    workItems: readWorkItems(document.sections, known, log),
    channel: readChannel(document, log),
    source: path,
  };
  return { group, problems: log.sorted() };
}

function readAuthority(document: SectionedDocument): AuthorityRow[] {
  const section = document.sections.find((each) => each.key.startsWith('authority'));
  return rowsOf(section?.own ?? []).flatMap((row) => {
    const decision = cellOf(row, 'decisiontype', 'decision');
    const level = cellOf(row, 'authoritylevel', 'authority', 'level');
    return decision && level ? [{ decision: plain(decision), level: plain(level), line: row.line }] : [];
  });
}
