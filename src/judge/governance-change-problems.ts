import type { GovernanceChangeFacts, GoverningState } from '../facts/facts.js';
import { inspectPeople, type Problem } from '../people/index.js';
import type { Finding } from '../proposal/index.js';
import { RULES_FILE, rulesAgainstCharters, type RulesProblem } from '../rules/index.js';
import type { GovernanceVerdict } from './governance-change-verdict.js';

/**
 * What would be wrong with the files, by themselves and against each other, and is not so now: by path, in the order of
 * the files. It may stand in a file that the pull request does not touch.
 */
export function problemsBrought(facts: GovernanceChangeFacts): GovernanceVerdict['files'] {
  const { before, after, broken, files } = facts;
  const today = facts.now.slice(0, 10);
  const people = fresh(inspectPeople(before.sources, today), inspectPeople(after.sources, today));
  // Charters change without the rules, and rules that stay are read as they were: where earlier ones hold, not at all.
  const rulesText = files.some(({ kind }) => kind === 'rules') ? after.rulesText : before.rulesText;
  const slips = fresh(againstCharters(before), againstCharters({ ...after, rulesText }));
  const all = [...broken, ...slips, ...people];
  return [...new Set(all.map(({ path }) => path))].sort().map((path) => ({
    path,
    findings: all
      .filter((each) => each.path === path)
      .map(findingOf)
      .sort((a, b) => a.line - b.line || a.column - b.column),
  }));
}

/** What the rules say of groups and what comes to nothing by their charters: it breaks nothing, and is worth saying. */
const againstCharters = ({ rules, rulesText, sources }: GoverningState): Problem[] =>
  rules === null || rulesText === null
    ? []
    : rulesAgainstCharters(rulesText, RULES_FILE, rules, sources.groups).map((each) => ({
        ...each,
        severity: 'warning',
        help: '',
      }));

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
