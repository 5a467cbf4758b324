import { kindByFolder, readKind, readStatus, readTitle, slugOf } from './charter-facts.js';
import { readPeople } from './charter-people.js';
import { readAuthority, readChannel, readMeetings, readMission, readRelated, readScope } from './charter-texts.js';
import { sayWhatIsMissing } from './charter-whole.js';
import { readDocument } from './document.js';
import { readable } from './limits.js';
import { ProblemLog } from './problems.js';
import type { Group, GroupKind, Problem } from './types.js';
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
  const endsEarly = text.trim() !== '' && sayWhatIsMissing(document, text, kind.value, log);
  const { lines, ...people } = readPeople(document, kind.value, endsEarly, log);
  const known = { leads: people.leads, people: [...people.leads, ...people.members] };
  const status = readStatus(document, slug, log);
  const mission = readMission(document);
  const channel = readChannel(document, log);
  const group: Group = {
    slug,
    kind: kind.value,
    title: title.value,
    status: status.value,
    successor: status.successor,
    mission: mission.value,
    scope: { in: readScope(document, 'inscope'), out: readScope(document, 'outofscope') },
    related: readRelated(document),
    ...people,
    authority: readAuthority(document),
    workItems: readWorkItems(document.sections, known, log),
    meetings: readMeetings(document),
    channel: channel.value,
    source: path,
    lines: {
      title: title.line,
      kind: kind.line,
      status: status.line,
      mission: mission.line,
      channel: channel.line,
      ...lines,
    },
  };
  return { group, problems: log.sorted() };
}
