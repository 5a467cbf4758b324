import type { GovernanceChangeFacts, GoverningState } from '../facts/facts.js';
import { inspectPeople } from '../people/index.js';
import type { Finding } from '../proposal/index.js';
import { RULES_FILE, rulesAgainstCharters } from '../rules/index.js';
import { brought } from './brought.js';
import type { GovernanceVerdict } from './governance-change-verdict.js';

/** Something to say, with the path of its file. */
type Placed = Finding & { path: string };

/**
 * What would be wrong with the files, by themselves and against each other, and is not so now: by path, in the order of
 * the files. It may stand in a file that the pull request does not touch.
 */
export function problemsBrought(facts: GovernanceChangeFacts): GovernanceVerdict['files'] {
  const { before, after, broken, files } = facts;
  const today = facts.now.slice(0, 10);
  const people = brought(inspectPeople(before.sources, today), inspectPeople(after.sources, today), keyOf);
  // Charters change without the rules, and rules that stay are read as they were: where earlier ones hold, not at all.
  const rulesText = files.some(({ kind }) => kind === 'rules') ? after.rulesText : before.rulesText;
  const slips = brought(againstCharters(before), againstCharters({ ...after, rulesText }), keyOf);
  const errors = broken.map((each): Placed => ({ ...each, severity: 'error' }));
  const all: Placed[] = [...errors, ...slips, ...people];
  return [...new Set(all.map(({ path }) => path))].sort().map((path) => ({
    path,
    findings: all
      .filter((each) => each.path === path)
      .map(findingOf)
      .sort((a, b) => a.line - b.line || a.column - b.column),
  }));
}

/** What the rules say of groups and what comes to nothing by their charters: it breaks nothing, and is worth saying. */
const againstCharters = ({ rules, rulesText, sources }: GoverningState): Placed[] =>
  rules === null || rulesText === null
    ? []
    : rulesAgainstCharters(rulesText, RULES_FILE, rules, sources.groups).map((each) => ({
        ...each,
        severity: 'warning',
      }));

/** A charter that was cut short before may be cut short elsewhere after: that is nothing new. */
const keyOf = ({ code, path, message }: Placed): string =>
  code === 'people/charter-cut' ? `${code} ${path}` : `${code} ${path} ${message.replace(/\bline \d+/g, 'line')}`;

const findingOf = ({ code, severity, line, column, message, help }: Placed): Finding => ({
  ...{ code, severity, line, column, message },
  ...(help === undefined ? {} : { help }),
});
