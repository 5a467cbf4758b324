import { keyOf } from '../document.js';
import { matchGroup } from '../match.js';
import { contradiction, placeWords } from '../problems.js';
import type { Group, GroupPerson, Listed, Maintainers, Problem, Source } from '../types.js';
import type { SamePerson } from './same-person.js';
import type { DriftCheck } from './types.js';

/**
 * MAINTAINERS.md against the charters, group by group: lists of groups without a charter or of another kind, people on
 * a list whom the charter does not know, leads whom the list leaves out.
 */
export const groupLists: DriftCheck = ({ sources, governance, samePerson }) => {
  const { maintainers } = sources;
  if (!maintainers) return [];
  return maintainers.groups.flatMap((list) => {
    const at = { path: maintainers.source, line: list.line };
    const match = matchGroup(governance, list.name);
    if (match.kind !== 'one') {
      const near = match.kind === 'several' ? match.candidates.map(({ title }) => title).join(', ') : '';
      return [
        contradiction(
          'people/group-without-charter',
          'warning',
          at,
          [],
          `There is no charter for the "${list.name}".`,
          near === ''
            ? 'Take the list out if the group is over; else write its charter.'
            : `Write the name as a charter has it; near it: ${near}.`,
        ),
      ];
    }
    const group = sources.groups.find(({ slug }) => slug === match.group.slug);
    return group ? [...headingOf(list, group, at), ...peopleOf(list, group, samePerson, at)] : [];
  });
};

function headingOf(list: Maintainers['groups'][number], group: Group, at: Source): Problem[] {
  const problems: Problem[] = [];
  if (group.status === 'retired') {
    const charter = { path: group.source, line: group.lines.status ?? 1 };
    problems.push(
      contradiction(
        'people/retired-group-listed',
        'warning',
        at,
        [charter],
        `The "${list.name}" is over by its charter (${placeWords(charter)}).`,
        'Take the list out.',
      ),
    );
  }
  if (list.kind !== null && list.kind !== group.kind) {
    const charter = { path: group.source, line: group.lines.kind ?? 1 };
    const kind = group.kind === 'working-group' ? 'a Working Group' : 'an Interest Group';
    problems.push(
      contradiction(
        'people/group-kind-differs',
        'warning',
        at,
        [charter],
        `By its charter (${placeWords(charter)}) "${list.name}" is ${kind}; that holds.`,
        'Correct the heading.',
      ),
    );
  }
  return problems;
}

function peopleOf(list: Maintainers['groups'][number], group: Group, samePerson: SamePerson, at: Source): Problem[] {
  const same = (login: string | null, listed: Listed): boolean => samePerson(login, listed.login);
  const charter = { path: group.source, line: group.leads[0]?.line ?? 1 };
  const inCharter = [...group.leads, ...group.members.filter(({ level }) => level === 'lead' || level === 'member')];
  const unknown = list.people.filter((listed) => !inCharter.some(({ login }) => same(login, listed)));
  const missing = group.leads.filter(
    (lead) => !list.people.some((listed) => same(lead.login, listed) || sameName(lead, listed)),
  );
  return [
    ...unknown.map((listed) => {
      const namesake = inCharter.find((person) => sameName(person, listed));
      const other = namesake ? { path: namesake.path, line: namesake.line } : charter;
      return contradiction(
        'people/listed-not-in-charter',
        'warning',
        { path: at.path, line: listed.line },
        [other],
        namesake
          ? `${listed.name} is listed for the "${list.name}" as @${listed.login ?? ''}; its charter (${placeWords(other)}) has @${namesake.login ?? ''} by that name.`
          : `@${listed.login ?? listed.name} is listed for the "${list.name}"; its charter (${placeWords(other)}) has them neither as a lead nor as a member.`,
        namesake
          ? 'If that is one person, write one account in both, or give both logins in one entry of the roster.'
          : 'Correct the older of the two; the charter says who leads and who is counted.',
      );
    }),
    ...missing.map((lead) =>
      contradiction(
        'people/lead-not-listed',
        'info',
        { path: lead.path, line: lead.line },
        [at],
        `${lead.name ?? `@${lead.login ?? ''}`} leads ${group.title}; the list of the group in ${placeWords(at)} leaves them out.`,
        'Add them there, if the list is meant to name the leads.',
      ),
    ),
  ];
}

const sameName = (person: GroupPerson, listed: Listed): boolean =>
  person.name !== null && keyOf(person.name) === keyOf(listed.name);
