import { ladderReport as reportOf, type LadderReport } from '../../judge/ladder/report.js';
import { recordedActivity, type RecordedActivity } from '../../judge/ladder/activity.js';
import { PEOPLE_FILE } from '../../ledger/layout.js';
import { readPins } from '../../ledger/pins.js';
import { checkRecord } from '../../ledger/verify/record.js';
import type { Rules } from '../../rules/index.js';
import { UnreadableObject } from '../record/git.js';
import { readSource } from '../record/source.js';
import type { LadderStanding } from '../../people/index.js';
import { complain, EXIT, printJson, type Io } from '../io.js';
import { membersFrom, ORG_OPTION } from '../organization.js';
import { JSON_OPTION, subcommand } from '../subcommand.js';
import { painter } from '../terminal.js';
import { ladderCard } from './ladder-card.js';
import { wholePeopleNamed } from './people-named.js';

export const ladderReport = subcommand({
  name: 'ladder report',
  usage: 'ladder report [--json] [--org OWNER] [--record PLACE] [DIR]',
  summary:
    'Prints the whole ladder, who is near the next step, who may be inactive, whose term ends, and what could not be checked.',
  help: [
    'DIR is the root of a clone; without it, the folder here. People are read from its roster, its charters and its list of maintainers; with --org also from the members of an organisation on GitHub, who are members of the project by that.',
    'Near the next step is who has been in a place for as long as the rules ask, or will have been within 30 days. Nobody is nominated by that: sponsors, objections and approvals come from people. What no file can show is listed under what could not be checked, with its rule.',
    'With --record, a folder, a clone or an address as for convenor verify, it also says who has said nothing to Convenor for as long as the rules name, with their last word, and whom people have sponsored. That is a reason to ask them, and no more: code, reviews, chat, meetings and other repositories stand in no record. Next is a question to the person: `/inactive @user` in an issue, with the group where it is about a place in one.',
    'With --json: an object with "places" (from the highest down: objects with "role" and "people"), "moderators", "beside" (a place in a group, and none on the ladder), "emeritus", "near" (objects with "person", "to", "rule", "from"), "terms", "inactive" (objects with "login", "rule", "holds", "months" and "last", which has "at" and "number" or is null) and "endorsed" (both null without --record), and "unchecked" (objects with "rule" and "says"). People have "login", "role", "since", "decision", "moderator", "emeritus", "organization", "groups" and "earlier".',
    'Exit status: 0, or 2 where it cannot be read.',
  ],
  examples: [
    { line: 'convenor ladder report .', says: 'See the ladder as the files in this folder have it.' },
    { line: 'convenor ladder report --org example .', says: "The same with the organisation's members." },
    {
      line: 'convenor ladder report --record ../record .',
      says: 'See also who has said nothing for a long time, by a record.',
    },
  ],
  options: {
    json: JSON_OPTION,
    org: ORG_OPTION,
    record: { type: 'string', value: 'PLACE', says: 'Read a record, too: who said what when.' },
  },
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
    const activity = values.record === undefined ? null : await activityIn(values.record, named.clone.rules, io);
    if (activity && 'problem' in activity) {
      complain(io, activity.problem);
      return EXIT.wrongUse;
    }
    const report = reportOf({ ...named.sources, members }, named.clone.rules, io.today(), activity);
    if (values.json === true) printJson(io, jsonOf(report));
    else io.stdout.write(ladderCard(report, painter(io)).join('\n'));
    return EXIT.fine;
  },
});

/** What a record shows of what people did; nothing is read from one that does not hold. */
async function activityIn(place: string, rules: Rules, io: Io): Promise<RecordedActivity | { problem: string }> {
  const source = await readSource(place, { branch: rules.record.branch, keys: [] }, io).catch((error: unknown) => {
    if (error instanceof UnreadableObject) return { ok: false as const, problem: error.message };
    throw error;
  });
  if (!source.ok) return { problem: source.problem };
  source.close();
  const { files } = source.record;
  const { ledgers, findings } = checkRecord(files);
  const broken = findings.find(({ code }) => !code.startsWith('index/'));
  if (broken) return { problem: `the record does not hold: ${broken.message} See: convenor verify ${place}` };
  const people = files.get(PEOPLE_FILE);
  return recordedActivity(ledgers, readPins(people ? Buffer.from(people).toString('utf8') : null));
}

const jsonOf = (report: LadderReport): unknown => ({
  places: report.places.map(({ role, people }) => ({ role, people: people.map(personOf) })),
  moderators: report.moderators.map(personOf),
  beside: report.beside.map(personOf),
  emeritus: report.emeritus.map(personOf),
  near: report.near.map(({ standing, outlook: { to, rule }, from }) => ({ person: standing.login, to, rule, from })),
  terms: report.terms,
  inactive: report.inactive,
  endorsed: report.endorsed,
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
