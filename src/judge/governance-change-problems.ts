import type { GovernanceChangeFacts, GoverningState } from '../facts/facts.js';
import { inspectPeople, type Problem } from '../people/index.js';
import type { Finding } from '../proposal/index.js';
import { groupsWithoutCharter, type RulesProblem } from '../rules/index.js';
import type { GovernanceVerdict } from './governance-change-verdict.js';

/**
 * What would be wrong with the files, by themselves and against each other, and is not so now: by path, in the order of
 * the files. It may stand in a file that the pull request does not touch.
 * @param rulesPath of the rules file, where the pull request changes it
 */
export function problemsBrought(facts: GovernanceChangeFacts, rulesPath: string): GovernanceVerdict['files'] {
  const { before, after, broken } = facts;
  const today = facts.now.slice(0, 10);
  const people = fresh(inspectPeople(before.sources, today), inspectPeople(after.sources, today));
  const slips = fresh(withoutCharter(before, rulesPath), withoutCharter(after, rulesPath));
  const all = [...broken, ...slips, ...people];
  return [...new Set(all.map(({ path }) => path))].sort().map((path) => ({
    path,
    findings: all
      .filter((each) => each.path === path)
      .map(findingOf)
      .sort((a, b) => a.line - b.line || a.column - b.column),
  }));
}

/** Groups that the rules speak of and that have no charter: a slip, which gives nobody anything and breaks nothing. */
function withoutCharter({ rules, rulesText, sources }: GoverningState, path: string): Problem[] {
  if (rules === null || rulesText === null || path === '') return [];
  const slugs = sources.groups.map(({ slug }) => slug);
  return groupsWithoutCharter(rulesText, path, rules, slugs).map((each) => ({
    ...each,
    severity: 'warning',
    help: '',
  }));
}

/** Problems less those that there were before, however their lines have moved. */
function fresh(before: readonly Problem[], after: readonly Problem[]): Problem[] {
  const known = new Map<string, number>();
  for (const each of before) known.set(keyOf(each), (known.get(keyOf(each)) ?? 0) + 1);
  return after.filter((each) => {
    const left = known.get(keyOf(each)) ?? 0;
    known.set(keyOf(each), left - 1);
    return left <= 0;
  });
}

/** A charter that was cut short before may be cut short elsewhere after: that is nothing new. */
const keyOf = ({ code, path, message }: Problem): string =>
  code === 'people/charter-cut' ? `${code} ${path}` : `${code} ${path} ${message.replace(/\bline \d+/g, 'line')}`;

function findingOf(problem: RulesProblem | Problem): Finding {
  const { code, line, column, message } = problem;
  const severity = 'severity' in problem ? problem.severity : 'error';
  const help = 'help' in problem && problem.help !== '' ? { help: problem.help } : {};
  return { code, severity, line, column, message, ...help };
}
