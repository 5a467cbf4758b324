import { sha256 } from '../ledger/chain.js';
import type { Requirement } from '../judge/verdict.js';
import type { Look, StoryResult } from './play.js';

const MARKS = { held: '✓', open: '○', failed: '✗' };

/**
 * Everything that Convenor said in the stories of a file, look by look: how much it said, and each line where it was first
 * said. A change of any word, count or date of a verdict shows here.
 */
export function transcript(results: readonly StoryResult[]): string {
  const known = new Set<string>();
  const parts = results.flatMap(({ story, looks }) => [
    `## ${story.title}`,
    ...looks.map((look) => {
      const lines = said(look);
      const fresh = lines.filter((line) => !known.has(line));
      for (const line of fresh) known.add(line);
      return [`@ ${look.facts.now}, ${lines.length} lines`, ...fresh].join('\n');
    }),
  ]);
  return `${parts.join('\n\n')}\n`;
}

/** What a look said, in lines. */
function said({ verdict }: Look): string[] {
  const { state, headline, next, requirements, lines, warn, remind, ask } = verdict;
  const waits = next.map(({ who, what, people }) => `${who} ${what} [${people.map(({ login }) => login).join(' ')}]`);
  const acts = state.acts.map(({ act, outcome }) => {
    const word = `/${[act.command, ...act.args].join(' ')} of ${act.by.login} at ${act.at}`;
    return outcome.taken
      ? `${word}: ${digest(outcome)}`
      : `${word}: refused by ${outcome.rule}: ${outcome.why} ${outcome.next}`;
  });
  return [
    `status ${state.status}: ${headline}`,
    `in order ${verdict.inOrder}, complete ${verdict.complete}, due ${verdict.due ?? 'never'}`,
    ...waits.map((one) => `next: ${one}`),
    ...requirements.flatMap((one) => tree(one, '')),
    ...acts,
    ...verdict.bookkeeping.map(({ field, value, why }) => `edit ${field} to ${value}: ${why}`),
    ...verdict.near.map((one) => `near: ${JSON.stringify(one)}`),
    ...verdict.doubts.map((one) => `doubt: ${one}`),
    ...verdict.findings.map(({ code, message }) => `finding ${code}: ${message}`),
    ...(ask ? [`ask ${ask.group}: ${ask.people.map(({ login }) => login).join(' ')}`] : []),
    ...(warn ? [`warn ${warn.key} ${warn.lapses}`] : []),
    ...(remind ? [`remind ${JSON.stringify(remind)}`] : []),
    ...(verdict.away.length > 0 ? [`away ${JSON.stringify(verdict.away)}`] : []),
    ...lines.map((line) => `line ${line.kind} ${digest({ ...line, rules: undefined })}`),
  ];
}

/** Enough of a value to see whether it has changed; rules are named by a hash that any change of the pack changes. */
const digest = (value: unknown): string => sha256(JSON.stringify(value)).slice(0, 8);

function tree({ rule, name, held, says, next, asks, seen, children }: Requirement, indent: string): string[] {
  const words = [says, ...(next === null ? [] : [`→ ${next}`]), ...(asks ? [`(asks ${asks})`] : [])].join(' ');
  const marks =
    seen?.map(({ who, at, certain }) => ` {${who.login} ${at}${certain ? '' : ' uncertain'}}`).join('') ?? '';
  return [
    `${indent}${MARKS[held]} ${rule} ${name}: ${words}${marks}`,
    ...children.flatMap((one) => tree(one, `${indent}  `)),
  ];
}
