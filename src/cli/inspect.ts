import type { GoverningTexts } from '../facts/governing.js';
import { inspectPeople, peopleOn, readSources, type Governance, type ReadSources } from '../people/index.js';
import { readProposal, relationsAmong, reviewProposal } from '../proposal/index.js';
import { decode } from '../proposal/source.js';
import { RULES_FILE, rulesAgainstCharters, type Rules } from '../rules/index.js';
import { companionOf, type Clone } from './clone.js';
import { readTemplates } from '../templates/index.js';
import { fromPeople, fromProposal, fromRules, inOrder, ofFile, type Problem } from './problem.js';

/**
 * Everything to mend in a clone: its rules, proposals, charters, lists of people, what these say against each other, and
 * its own templates.
 * @param asOf the day, `YYYY-MM-DD`, on which roles and terms have to hold
 */
export function inspect(clone: Clone, asOf: string): Problem[] {
  const sources = readSources(clone.texts, clone.rules.paths);
  // Without a roster that exists, who is who is only half the truth: it may be what settles a contradiction.
  const people = sources.rosterBroken ? null : peopleOn(sources, asOf);
  return inOrder([
    ...clone.problems,
    ...proposalProblems(clone, asOf, people),
    ...missingProblems(clone.texts, clone.rules),
    ...idleRules(clone, sources),
    ...readTemplates(clone.templates).problems.map((each) => fromRules(each)),
    ...inspectPeople(sources, asOf, clone.rules.rules.terms.before).map(fromPeople),
  ]);
}

/** Open proposals are in no clone, so which numbers exist is not known: a reference to one is never called wrong. */
function proposalProblems(clone: Clone, today: string, people: Governance | null): Problem[] {
  const read = clone.proposals.map(({ path, bytes }) => ({ path, bytes, proposal: readProposal(bytes, { path }) }));
  const relations = relationsAmong(read.map(({ proposal }) => proposal));
  const knownLogins = people?.people.flatMap(({ logins }) => logins) ?? null;
  const exists = (path: string): boolean => clone.tree.has(path);
  return read.flatMap(({ path, bytes, proposal }) => {
    const about = { path, source: decode(bytes).text, pullRequest: null, template: clone.template };
    const companion = companionOf(clone, path);
    return reviewProposal(proposal, { ...about, companion, today, relations, knownLogins, exists }).map((finding) =>
      fromProposal(path, finding),
    );
  });
}

/** What the repository's own rules say of groups and what comes to nothing by the charters. */
const idleRules = ({ rulesFrom, rules, texts }: Clone, { groups }: ReadSources): Problem[] =>
  rulesFrom === 'file' && texts.rules !== null
    ? rulesAgainstCharters(texts.rules, RULES_FILE, rules, groups).map((each) => fromRules(each, 'warning'))
    : [];

function missingProblems({ charters, maintainers, roster }: GoverningTexts, { paths }: Rules): Problem[] {
  const problems: Problem[] = [];
  if (charters.length === 0) {
    const message = `No charter can be read here or in ${paths.interestGroups}, so no group can be responsible for a proposal.`;
    problems.push(
      ofFile(paths.workingGroups, 'warning', 'people/no-charters', message, 'Write one from the charter template.'),
    );
  }
  if (maintainers === null && roster === null) {
    const message = `Neither this file nor ${paths.roster} can be read, so nobody is known as maintainer or core.`;
    problems.push(ofFile(paths.maintainers, 'error', 'people/no-core', message, 'List the people in one of them.'));
  }
  return problems;
}
