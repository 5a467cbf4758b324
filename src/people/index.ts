/**
 * People and groups, read from a repository's texts: pure functions from text to data. The sources are the roster, the
 * charters and MAINTAINERS.md; `mergePeople` joins them, the queries ask them.
 */
export * from './types.js';
export { draftRoster, type RosterDraft } from './import.js';
export { lastDayOf } from './cells.js';
export { readCharter } from './charter.js';
export { loginKey, mentions, readLogin } from './logins.js';
export { readMaintainers } from './maintainers.js';
export { groupsNamedIn, matchGroup } from './match.js';
export { mergePeople, type PeopleSources } from './merge.js';
export {
  canonicalOrganization,
  KNOWN_ALIASES,
  organizationsIn,
  sameOrganization,
  type Aliases,
} from './organizations.js';
export { inspectPeople, TERM_NOTICE } from './drift/index.js';
export {
  coreBody,
  electorateOf,
  findPerson,
  groupBySlug,
  itemBegins,
  isMeant,
  leadsOf,
  participantsOf,
  personWithId,
  placesOf,
  roleOf,
  type GroupPlace,
  titleOf,
} from './queries.js';
export { changed, entriesOf, isMade, type RosterChange } from './roster-change.js';
export { editRoster, type RosterEdit } from './roster-edit.js';
export { readRoster } from './roster.js';
export { peopleOn, readSources, type PeoplePaths, type PeopleTexts, type ReadSources } from './sources.js';
export { rosterSchema } from './roster-schema.js';
export { entryOf, standingOf, type LadderStanding, type StandingPlace } from './standing.js';
export { statementsOf, type Statement } from './statements.js';
export { daysBetween, dueTerms, termState, type Term, type TermState } from './terms.js';
