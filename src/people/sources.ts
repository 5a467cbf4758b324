import { readCharter } from './charter.js';
import { readMaintainers } from './maintainers.js';
import { mergePeople } from './merge.js';
import { readRoster } from './roster.js';
import type { Governance, Group, GroupKind, Maintainers, OrganizationMembers, Problem, Roster } from './types.js';

/** The texts that say who is who, by path; a file that is not there is null. */
export interface PeopleTexts {
  maintainers: string | null;
  roster: string | null;
  /** Charters of Working and Interest Groups. */
  charters: { path: string; text: string }[];
  /** Null, or left out, where nobody can see them from here: who is not on a list is not thereby no member. */
  members?: OrganizationMembers | null;
}

/** Where the rules say that those texts lie. */
export interface PeoplePaths {
  workingGroups: string;
  interestGroups: string;
  maintainers: string;
  roster: string;
}

/** The sources as read, with everything that is to be said of each file by itself. */
export interface ReadSources {
  groups: Group[];
  maintainers: Maintainers | null;
  roster: Roster | null;
  members: OrganizationMembers | null;
  /** Whether there is a roster that could not be read: then nobody can be sure of anybody's standing. */
  rosterBroken: boolean;
  problems: Problem[];
}

/** Reads the texts that say who is who: once for as long as they stay the same. */
export function readSources(texts: PeopleTexts, paths: PeoplePaths): ReadSources {
  const charters = texts.charters.map(({ path, text }) => readCharter(text, path, kindIn(path, paths)));
  const maintainers = texts.maintainers === null ? null : readMaintainers(texts.maintainers, paths.maintainers);
  const roster = texts.roster === null ? null : readRoster(texts.roster, paths.roster);
  return {
    groups: charters.map(({ group }) => group),
    maintainers: maintainers?.maintainers ?? null,
    roster: roster?.roster ?? null,
    members: texts.members ?? null,
    rosterBroken: roster !== null && roster.roster === null,
    problems: [...charters, maintainers, roster].flatMap((each) => each?.problems ?? []),
  };
}

/** Who is who on a day, `YYYY-MM-DD`: terms begin and end without anybody touching a file. */
export const peopleOn = (sources: ReadSources, asOf: string): Governance => mergePeople({ ...sources, asOf });

/** The kind of group that a folder of the rules is for; null where the folders do not tell. */
function kindIn(path: string, { workingGroups, interestGroups }: PeoplePaths): GroupKind | null {
  if (workingGroups === interestGroups) return null;
  if (path.startsWith(`${workingGroups}/`)) return 'working-group';
  return path.startsWith(`${interestGroups}/`) ? 'interest-group' : null;
}
