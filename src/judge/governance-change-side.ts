import {
  electorateOf,
  loginKey,
  peopleOn,
  placesOf,
  statementsOf,
  type Electorate,
  type Governance,
  type Group,
  type GroupPlace,
  type PersonRecord,
  type ReadSources,
  type Statement,
} from '../people/index.js';

/** Who is who on one day, by the files as they stand or as they would stand. */
export interface Side {
  sources: ReadSources;
  governance: Governance;
  /** `YYYY-MM-DD` */
  day: string;
  statements: Map<PersonRecord, Statement[]>;
  /** Quorum bodies by slug. */
  bodies: ReadonlyMap<string, Electorate>;
  /** Places in groups, by person and slug. */
  places: ReadonlyMap<PersonRecord, ReadonlyMap<string, GroupPlace>>;
}

/** The files on a day, `YYYY-MM-DD`. */
export function sideOn(sources: ReadSources, day: string): Side {
  const governance = peopleOn(sources, day);
  return {
    sources,
    governance,
    day,
    statements: statementsOf(sources, governance, day),
    bodies: new Map(governance.groups.map((group) => [group.slug, electorateOf(governance, group)])),
    places: new Map(
      governance.people.map((person) => [
        person,
        new Map(placesOf(governance, person).map((place) => [place.group.slug, place])),
      ]),
    ),
  };
}

/** A person's place in a group; null where they have none. */
export const placeIn = ({ places }: Side, person: PersonRecord | null, slug: string): GroupPlace | null =>
  (person && places.get(person)?.get(slug)) ?? null;

/** Whether a person is counted for a group's quorum. */
export function isCounted({ bodies }: Side, person: PersonRecord | null, slug: string): boolean {
  const body = bodies.get(slug);
  return person !== null && body?.ok === true && body.electors.some(({ login }) => login === person.login);
}

/** The logins that are counted for a group, in lower case and order; null where it has no quorum body. */
export function countedLogins({ bodies }: Side, slug: string): string[] | null {
  const body = bodies.get(slug);
  return body?.ok === true ? body.electors.map(({ login }) => loginKey(login)).sort() : null;
}

/** `Wire Format Working Group`. */
export const groupName = ({ title, kind }: Pick<Group, 'title' | 'kind'>): string =>
  `${title} ${kind === 'working-group' ? 'Working Group' : 'Interest Group'}`;

/** `1 person`, `5 people`. */
export const peopleInNumber = (number: number): string => (number === 1 ? '1 person' : `${number} people`);
