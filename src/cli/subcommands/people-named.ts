import { resolve } from 'node:path';
import { readSources, type ReadSources } from '../../people/index.js';
import { readClone, type Clone } from '../clone.js';

/** Who is who in a clone that a person named. */
export interface NamedPeople {
  clone: Clone;
  sources: ReadSources;
}

/**
 * Reads the sources of people in a clone.
 * @param shown the folder as the person wrote it
 * @param cwd absolute
 * @returns one sentence with the next step where there is no clone, or nothing about people in it
 */
export async function peopleNamed(shown: string, cwd: string): Promise<NamedPeople | { problem: string }> {
  const read = await readClone(resolve(cwd, shown), shown);
  if (!read.ok) return { problem: read.problem };
  const { clone } = read;
  const { texts } = clone;
  if (texts.charters.length === 0 && texts.maintainers === null && texts.roster === null) {
    const { maintainers, roster, workingGroups, interestGroups } = clone.rules.paths;
    const looked = [...new Set([roster, workingGroups, interestGroups, maintainers])].join(', ');
    return {
      problem: `nothing in "${shown}" says who is who: there is none of ${looked}. The rules may name other places (paths).`,
    };
  }
  return { clone, sources: readSources(texts, clone.rules.paths) };
}

/**
 * The same for a question about one person or group, which half of the sources would answer wrongly.
 * @returns one sentence with the next step also where the roster cannot be read
 */
export async function wholePeopleNamed(shown: string, cwd: string): Promise<NamedPeople | { problem: string }> {
  const named = await peopleNamed(shown, cwd);
  if ('problem' in named || !named.sources.rosterBroken) return named;
  const { roster } = named.clone.rules.paths;
  const first = named.sources.problems.find(({ path }) => path === roster);
  return {
    problem: `the roster cannot be read, and it may say otherwise than the rest: ${roster}:${first?.line ?? 1} ${first?.message ?? ''} See: convenor people check ${shown}`,
  };
}
