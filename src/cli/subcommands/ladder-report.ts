import { ladderReport as reportOf, type LadderReport } from '../../judge/ladder/report.js';
import type { LadderStanding } from '../../people/index.js';
import { complain, EXIT, printJson } from '../io.js';
import { membersFrom, ORG_OPTION } from '../organization.js';
import { JSON_OPTION, subcommand } from '../subcommand.js';
import { painter } from '../terminal.js';
import { ladderCard } from './ladder-card.js';
import { wholePeopleNamed } from './people-named.js';

export const ladderReport = subcommand({
  name: 'ladder report',
  usage: 'ladder report [--json] [--org OWNER] [DIR]',
  summary: 'Prints the whole ladder, who is near the next step, whose term ends, and what could not be checked.',
  help: [
    'DIR is the root of a clone; without it, the folder here. People are read from its roster, its charters and its list of maintainers; with --org also from the members of an organisation on GitHub, who are members of the project by that.',
    'Near the next step is who has been in a place for as long as the rules ask, or will have been within 30 days. Nobody is nominated by that: sponsors, objections and approvals come from people. What no file can show is listed under what could not be checked, with its rule.',
    'With --json: an object with "places" (from the highest down: objects with "role" and "people"), "moderators", "beside" (a place in a group, and none on the ladder), "emeritus", "near" (objects with "person", "to", "rule", "from"), "terms" and "unchecked" (objects with "rule" and "says"). People have "login", "role", "since", "decision", "moderator", "emeritus", "organization", "groups" and "earlier".',
    'Exit status: 0, or 2 where it cannot be read.',
  ],
  examples: [
    { line: 'convenor ladder report .', says: 'See the ladder as the files in this folder have it.' },
    { line: 'convenor ladder report --org example .', says: "The same with the organisation's members." },
  ],
  options: { json: JSON_OPTION, org: ORG_OPTION },
  operands: { min: 0, max: 1, noun: 'one folder' },
  async run({ values, operands: [directory = '.'] }, io) {
    const named = await wholePeopleNamed(directory, io.cwd);
    if ('problem' in named) {
      complain(io, named.problem);
      return EXIT.wrongUse;
    }
    const members = values.org === undefined ? null : await membersFrom(values.org, io);
    if (members && 'problem' in members) {
      complain(io, members.problem);
      return EXIT.wrongUse;
    }
    const report = reportOf({ ...named.sources, members }, named.clone.rules, io.today());
    if (values.json === true) printJson(io, jsonOf(report));
    else io.stdout.write(ladderCard(report, painter(io)).join('\n'));
    return EXIT.fine;
  },
});

const jsonOf = (report: LadderReport): unknown => ({
  places: report.places.map(({ role, people }) => ({ role, people: people.map(personOf) })),
  moderators: report.moderators.map(personOf),
  beside: report.beside.map(personOf),
  emeritus: report.emeritus.map(personOf),
  near: report.near.map(({ standing, outlook: { to, rule }, from }) => ({ person: standing.login, to, rule, from })),
  terms: report.terms,
  unchecked: report.unchecked,
});

function personOf(standing: LadderStanding): unknown {
  const { login, role, since, decision, moderator, emeritus, organization, places, earlier } = standing;
  const groups = places.map(({ group, level, since: from, until, decision: by }) => ({
    ...{ group: group.slug, level, since: from, until, decision: by },
  }));
  return {
    ...{ login, role, since, decision, moderator, emeritus, organization, groups },
    earlier: earlier.map(({ role: was, since: from, until, decision: by }) => ({
      role: was,
      since: from,
      until,
      decision: by,
    })),
  };
}
