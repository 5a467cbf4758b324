import { dutiesOf } from '../../judge/duties/duties.js';
import {
  dueTerms,
  electorateOf,
  groupBySlug,
  inspectPeople,
  matchGroup,
  peopleOn,
  type Governance,
  type Group,
} from '../../people/index.js';
import { nearest } from '../../near.js';
import { DISCUSSIONS_OPTION, discussedIn } from '../discussions.js';
import { complain, EXIT, printJson } from '../io.js';
import { JSON_OPTION, subcommand } from '../subcommand.js';
import { painter } from '../terminal.js';
import { groupCard } from './groups-card.js';
import { wholePeopleNamed } from './people-named.js';

export const groupsShow = subcommand({
  name: 'groups show',
  usage: 'groups show [--json] [--repo OWNER/NAME] SLUG [DIR]',
  summary: 'Says what is known of a group, and from which line of which file.',
  help: [
    "SLUG is the name of the charter's file without its ending; the group's title or channel does, too. DIR is the root of a clone; without it, the folder here.",
    'The duties of its leads (agendas, notes, updates, terms) are looked for where the rules say; a clone holds no discussions, so that without --repo they are not checked.',
    'With --json: an object with all that the charter and the roster say of the group ("lines" has the lines of single facts; entries of lists have their own, people also their "path"), "quorumBody" ("ok", and "electors", or "reason", "message" and "help"), "duties" (objects with "rule", "name", "state", "says" and "cases") and "problems". What is not known is null or empty.',
    'Exit status: 0 where the group is known, 2 where there is no such charter, or GitHub does not answer.',
  ],
  examples: [
    { line: 'convenor groups show file-uploads', says: 'See who leads it, who is counted, and what it works on.' },
  ],
  options: { json: JSON_OPTION, repo: DISCUSSIONS_OPTION },
  operands: { min: 1, max: 2, noun: 'one group and perhaps a folder' },
  async run({ values, operands: [slug = '', directory = '.'] }, io) {
    const named = await wholePeopleNamed(directory, io.cwd);
    if ('problem' in named) {
      complain(io, named.problem);
      return EXIT.wrongUse;
    }
    const { sources } = named;
    const governance = peopleOn(sources, io.today());
    const found = groupNamed(slug, governance);
    if ('problem' in found) {
      complain(io, found.problem);
      return EXIT.wrongUse;
    }
    const { group } = found;
    const quorumBody = electorateOf(governance, group);
    const problems = inspectPeople(sources, io.today()).filter(
      (each) => each.path === group.source || (each.others ?? []).some(({ path }) => path === group.source),
    );
    const { rules } = named.clone;
    const terms = dueTerms(sources, io.today(), rules.rules.terms.before);
    const discussed = await discussedIn(values.repo, { rules, governance }, io);
    if ('problem' in discussed) {
      complain(io, discussed.problem);
      return EXIT.wrongUse;
    }
    const ground = { governance, rules, discussed, terms, now: io.now() };
    const duties = dutiesOf(group, ground);
    if (values.json === true) printJson(io, { ...group, quorumBody, duties, problems });
    else io.stdout.write(groupCard({ group, quorumBody, duties, problems, governance }, painter(io)).join('\n'));
    return EXIT.fine;
  },
});

function groupNamed(text: string, governance: Governance): { group: Group } | { problem: string } {
  const exact = groupBySlug(governance, text);
  if (exact) return { group: exact };
  const match = matchGroup(governance, text);
  if (match.kind === 'one') return { group: match.group };
  const slugs = governance.groups.map(({ slug }) => slug);
  if (match.kind === 'several') {
    return { problem: `"${text}" may be ${match.candidates.map(({ slug }) => slug).join(' or ')}. Name one of them.` };
  }
  const near = nearest(text.toLowerCase(), slugs) ?? slugs.find((slug) => slug.startsWith(text.toLowerCase())) ?? null;
  const next = near === null ? `There are: ${slugs.join(', ') || 'none'}.` : `Did you mean "${near}"?`;
  return { problem: `there is no charter for a group "${text}". ${next}` };
}
