import {
  findPerson,
  inspectPeople,
  loginKey,
  peopleOn,
  placesOf,
  readLogin,
  statementsOf,
  type Governance,
} from '../../people/index.js';
import { nearest } from '../../near.js';
import { complain, EXIT, printJson } from '../io.js';
import { JSON_OPTION, subcommand } from '../subcommand.js';
import { painter } from '../terminal.js';
import { personCard, type PersonView } from './people-card.js';
import { wholePeopleNamed } from './people-named.js';

export const peopleShow = subcommand({
  name: 'people show',
  usage: 'people show [--json] LOGIN [DIR]',
  summary: 'Says what is known of a person, and from which line of which file.',
  help: [
    'LOGIN is a GitHub login, with or without @. DIR is the root of a clone; without it, the folder here. What one file says and another settles otherwise is shown, too, and marked as not counted.',
    'With --json: an object with "login" (the one to show), "logins" (all of the person), "ids", "name", "role", "since", "moderator", "emeritus", "organization", "areas", "groups" (objects with "group", "kind", "status", "level", "since", "until", "path", "line"), "statements" (what each place says: objects with "about", "says", "holds", "path", "line") and "problems" (what is to be settled). What is not known is null or empty.',
    'Exit status: 0 where the person is known, 2 where no file names them.',
  ],
  examples: [{ line: 'convenor people show @ada-example', says: 'See what the files in this folder say of her.' }],
  options: { json: JSON_OPTION },
  operands: { min: 1, max: 2, noun: 'one login and perhaps a folder' },
  async run({ values, operands: [login = '', directory = '.'] }, io) {
    const named = await wholePeopleNamed(directory, io.cwd);
    if ('problem' in named) {
      complain(io, named.problem);
      return EXIT.wrongUse;
    }
    const { sources } = named;
    const governance = peopleOn(sources, io.today());
    const person = findPerson(governance, readLogin(login) ?? login);
    if (!person) {
      complain(io, unknownLogin(login, governance));
      return EXIT.wrongUse;
    }
    const statements = statementsOf(sources, governance, io.today()).get(person) ?? [];
    const isOneOf = ({ path, line }: { path: string; line: number }): boolean =>
      statements.some((each) => each.path === path && each.line === line);
    const problems = inspectPeople(sources, io.today()).filter(
      (each) => isOneOf(each) || (each.others ?? []).some(isOneOf),
    );
    const view: PersonView = { person, places: placesOf(governance, person), statements, problems };
    if (values.json === true) printJson(io, jsonOf(view));
    else io.stdout.write(personCard(view, painter(io)).join('\n'));
    return EXIT.fine;
  },
});

function unknownLogin(login: string, governance: Governance): string {
  const near = nearest(
    loginKey(login),
    governance.people.flatMap((person) => person.logins.map(loginKey)),
  );
  const known = near === null ? null : findPerson(governance, near);
  const shown = known?.logins.find((own) => loginKey(own) === near);
  const byName = governance.people.find(({ name }) => name?.toLowerCase() === login.toLowerCase());
  const meant = shown ?? byName?.login;
  return `no file names @${login.replace(/^@/, '')}. ${meant === undefined ? 'Look for a slip in the login.' : `Did you mean @${meant}?`}`;
}

function jsonOf({ person, places, statements, problems }: PersonView): unknown {
  const { login, logins, ids, name, role, since, moderator, emeritus, organization, areas } = person;
  const groups = places.map(({ group: { slug: group, kind, status }, ...place }) => ({
    group,
    kind,
    status,
    ...place,
  }));
  const known = { login, logins, ids, name, role, since, moderator, emeritus, organization, areas };
  return { ...known, groups, statements, problems };
}
