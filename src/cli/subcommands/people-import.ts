import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import {
  draftRoster,
  entryOf,
  findPerson,
  peopleOn,
  type OrganizationMembers,
  type ReadSources,
} from '../../people/index.js';
import { complain, EXIT, type ExitCode, type Io } from '../io.js';
import { membersFrom, ORG_OPTION } from '../organization.js';
import { subcommand } from '../subcommand.js';
import { clean } from '../terminal.js';
import { peopleNamed } from './people-named.js';

export const peopleImport = subcommand({
  name: 'people import',
  usage: 'people import [--out FILE] [--org OWNER] DIR',
  summary:
    "Writes a roster from the charters, the list of maintainers and an organisation's members, for a person to review.",
  help: [
    'DIR is the root of a clone without a roster. The roster that is written changes nothing by itself: read beside the other files it gives the same people the same roles and places. Behind each line a comment names where it comes from, and before an entry stands what the files leave open.',
    'With --org the members of an organisation on GitHub are proposed as members of the project. Where DIR has a roster already, only those are written who are no members by its files and have no entry, to be copied into it.',
    'What no file says is left out, not guessed: the numeric ids of accounts (without them a login is pinned when Convenor first sees it), since when somebody holds a role, and which accounts are one person.',
    'Exit status: 0 where it was written, 2 where it was not: FILE is there already, DIR has a roster and no --org was given, or there is nothing about people.',
  ],
  examples: [
    { line: 'convenor people import .', says: 'See what would be written.' },
    {
      line: 'convenor people import --out .github/convenor/roster.yml .',
      says: 'Write it to the place where the default packs look for it. The folder has to be there.',
    },
  ],
  options: {
    out: { type: 'string', value: 'FILE', says: 'Write to this file, which must not exist yet.' },
    org: ORG_OPTION,
  },
  operands: { min: 1, max: 1, noun: 'one folder' },
  async run({ values, operands: [directory = ''] }, io) {
    const named = await peopleNamed(directory, io.cwd);
    if ('problem' in named) return refuse(io, named.problem);
    const { clone, sources } = named;
    if (clone.texts.roster !== null && values.org === undefined) {
      return refuse(
        io,
        `"${directory}" has a roster (${clone.rules.paths.roster}). What it lacks is said by: convenor people check ${directory}`,
      );
    }
    if (clone.problems.length > 0 || sources.rosterBroken) {
      // Half of the sources would make a roster that takes from people what the other half gives them.
      return refuse(io, `not everything in "${directory}" could be read. See: convenor people check ${directory}`);
    }
    const members = values.org === undefined ? null : await membersFrom(values.org, io);
    if (members && 'problem' in members) return refuse(io, members.problem);
    const draft =
      members && clone.texts.roster !== null
        ? draftRoster(unnamedIn(sources, members, io.today()), io.today())
        : draftRoster({ ...sources, members }, io.today());
    if (values.out === undefined) io.stdout.write(draft.text);
    else {
      const problem = await writeNew(resolve(io.cwd, values.out), values.out, draft.text);
      if (problem !== null) return refuse(io, problem);
      io.stdout.write(
        `Wrote ${clean(values.out)} with ${draft.people === 1 ? '1 person' : `${draft.people} people`}${draft.left.length === 0 ? '' : ` (without an account, and so left out: ${draft.left.length})`}.\nReview it line by line, and look at it with: convenor people check ${clean(directory)}\n`,
      );
    }
    return EXIT.fine;
  },
});

/** The members who are no members of the project by the files yet, and nothing else: what a roster lacks of them. */
function unnamedIn(sources: ReadSources, members: OrganizationMembers, today: string): ReadSources {
  const governance = peopleOn(sources, today);
  const isMissing = (login: string): boolean => {
    const person = findPerson(governance, login);
    return (
      person === null || (person.role === 'contributor' && !person.emeritus && entryOf(governance, [login]) === null)
    );
  };
  const logins = members.logins.filter(isMissing);
  return { ...sources, roster: null, groups: [], maintainers: null, members: { ...members, logins } };
}

/** Writes a file that is not there yet; else one sentence why not. */
async function writeNew(path: string, shown: string, text: string): Promise<string | null> {
  try {
    await writeFile(path, text, { flag: 'wx' });
    return null;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : null;
    if (code === null) throw error;
    if (code === 'EEXIST') return `"${shown}" is there already, and was left alone. Name another file.`;
    if (code === 'ENOENT') return `there is no folder for "${shown}". Make it first.`;
    return `"${shown}" could not be written (${code}).`;
  }
}

function refuse(io: Io, problem: string): ExitCode {
  complain(io, problem);
  return EXIT.wrongUse;
}
