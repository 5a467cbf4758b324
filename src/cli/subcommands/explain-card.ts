import { inWords } from '../../judge/instants.js';
import type { Recounted } from '../../judge/explain-record.js';
import { openDecision, type Decision } from '../../judge/state.js';
import type { Requirement, Seen } from '../../judge/verdict.js';
import { unmentioned } from '../../publish/escape.js';
import type { RuleId, Rules } from '../../rules/schema.js';
import { shareInWords } from '../../rules/words.js';
import { clean, type Paint } from '../terminal.js';

const MARKS = { held: '✓', open: '○', failed: '✗' } as const;

const sentence = (text: string): string => clean(unmentioned(text));

/** Where a proposal stands, for people: as `/sep explain` tells it, with where everything was said. */
export function explainCard({ at, state, headline, next, requirements, rules }: Recounted, paint: Paint): string[] {
  const title = state.head?.claims.title ?? null;
  const open = openDecision(state);
  return [
    paint('strong', `#${state.number}${title === null ? '' : clean(` ${title}`)}: ${sentence(headline)}.`),
    `As of ${inWords(at)}, by the record alone; the status is ${state.status}.`,
    '',
    ...(next.length === 0 ? ['Nothing is asked of anybody.'] : ['What is next:']),
    ...next.map(({ who, people, what }) => {
      const others = people.filter(({ login }) => login !== who);
      const names = others.length === 0 ? '' : ` (${others.map(({ login }) => login).join(', ')})`;
      return `  - ${sentence(`${who}${names} ${what}`)}`;
    }),
    '',
    'What the rules ask, and what was found:',
    ...requirements.flatMap((one) => nodeLines(one, rules, '  ', paint)),
    ...(open ? ['', sentence(countedBy(open))] : []),
    '',
  ];
}

function nodeLines(node: Requirement, rules: Rules, indent: string, paint: Paint, above?: string): string[] {
  const { rule, name, held, says, next, children, seen = [] } = node;
  const because = rule === above ? null : ruleOf(rule, rules);
  return [
    `${indent}${MARKS[held]} ${sentence(name)}: ${sentence(says)}`,
    ...(because ? [paint('quiet', `${indent}  ${rule}: ${sentence(because.says)}`)] : []),
    ...seen.map((one) => paint('quiet', `${indent}  ${clean(one.url)}${headOf(one)}`)),
    ...(next !== null && above !== undefined ? [`${indent}  → ${sentence(next)}`] : []),
    ...children.flatMap((child) => nodeLines(child, rules, `${indent}  `, paint, rule)),
  ];
}

const headOf = ({ commit, certain }: Seen): string =>
  commit === null ? '' : ` on ${commit.slice(0, 12)}${certain ? '' : ' or the one before'}`;

const countedBy = ({ id, openedAt, deadline, because, electorate, quorum, threshold }: Decision): string =>
  [
    `Decision ${id} opened ${inWords(openedAt)} and ends ${inWords(deadline)}.`,
    ...because,
    `Counted are ${electorate.length}: ${electorate.map(({ login }) => login).join(', ')}.`,
    ...(quorum ? [`Quorum: ${shareInWords(quorum)}.`] : []),
    ...(threshold ? [`To carry: ${shareInWords(threshold)}.`] : []),
  ].join(' ');

/** A rule by the last rules that the ledger names; null for what is no rule, such as a command that was not counted. */
const ruleOf = (id: Requirement['rule'], { rules }: Rules): Rules['rules'][RuleId] | null =>
  id === 'document' || id === 'commands' ? null : rules[id];

/** The tree for machines: each node with its rule's sentence and clause, and who said what it stands on. */
export const explainJson = ({ at, state, headline, next, requirements, rules }: Recounted): object => ({
  pull: state.number,
  at,
  status: state.status,
  headline,
  next,
  requirements: requirements.map((one) => nodeJson(one, rules)),
});

const nodeJson = ({ rule, name, held, says, next, seen, children }: Requirement, rules: Rules): object => ({
  rule,
  because: ruleOf(rule, rules)?.says ?? null,
  clause: ruleOf(rule, rules)?.clause ?? null,
  name,
  held,
  says,
  next,
  seen: seen ?? [],
  children: children.map((child) => nodeJson(child, rules)),
});
