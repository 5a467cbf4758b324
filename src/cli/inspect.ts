import type { GoverningTexts } from '../facts/governing.js';
import { peopleOn, readSources, type Problem as PeopleProblem } from '../people/index.js';
import { readProposal, reviewProposal } from '../proposal/index.js';
import type { Rules } from '../rules/index.js';
import type { Clone } from './clone.js';
import { fromPeople, fromProposal, inOrder, ofFile, type Problem } from './problem.js';

/**
 * Everything to mend in a clone: its rules, proposals, charters, lists of people, and what these say against each other.
 * @param asOf the day, `YYYY-MM-DD`, on which roles and terms have to hold
 */
export function inspect(clone: Clone, asOf: string): Problem[] {
  return inOrder([
    ...clone.problems,
    ...clone.proposals.flatMap(proposalProblems),
    ...governingProblems(clone.texts, clone.rules, asOf),
  ]);
}

function proposalProblems({ path, bytes }: Clone['proposals'][number]): Problem[] {
  const proposal = readProposal(bytes, { path });
  // A file that is no text has said so, and the review then looks no further.
  const source = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  return reviewProposal(proposal, { path, source, pullRequest: null }).map((finding) => fromProposal(path, finding));
}

function governingProblems(texts: GoverningTexts, rules: Rules, asOf: string): Problem[] {
  const sources = readSources(texts, rules.paths);
  const read: PeopleProblem[] = sources.problems;
  const missing = missingProblems(texts, rules);
  // Without a roster that exists, contradictions are only half the truth: it may be what settles them.
  if (sources.rosterBroken) return [...missing, ...read.map(fromPeople)];
  const { problems } = peopleOn(sources, asOf);
  const said = new Set(read.map(placeOf));
  return [...missing, ...[...read, ...problems.filter((each) => !said.has(placeOf(each)))].map(fromPeople)];
}

/** What reading one file said of a place, joining all of them says again. */
const placeOf = ({ code, path, line }: PeopleProblem): string => `${code} ${path} ${line}`;

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
