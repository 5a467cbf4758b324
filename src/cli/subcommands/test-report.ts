import { inShort } from '../../judge/instants.js';
import type { Requirement } from '../../judge/verdict.js';
import type { Compared, Failure, StoryResult } from '../../policy/index.js';
import type { Problem } from '../problem.js';
import { problemLines } from '../report.js';
import { clean, counted, type Paint } from '../terminal.js';

const hasPassed = ({ failures }: StoryResult): boolean => failures.length === 0;

/** The results as `--json` prints them. */
export const storyJson = (results: readonly StoryResult[], problems: readonly Problem[]) => ({
  stories: results.map((result) => ({
    ...result.story.place,
    title: result.story.title,
    clauses: result.story.clauses,
    passed: hasPassed(result),
    failures: result.failures.map(({ place, verdict, ...failure }) => ({
      ...place,
      ...failure,
      verdict: verdict.map(nodeJson),
    })),
  })),
  problems,
  passed: results.filter(hasPassed).length,
  failed: results.filter((result) => !hasPassed(result)).length,
});

interface NodeJson extends Pick<Requirement, 'rule' | 'name' | 'held' | 'says' | 'next'> {
  children: NodeJson[];
}

const nodeJson = ({ rule, name, held, says, next, children }: Requirement): NodeJson => ({
  rule,
  name,
  held,
  says,
  next,
  children: children.map(nodeJson),
});

/** The results for people: each file with its stories, below each that failed why, and what could not be read. */
export function storyLines(results: readonly StoryResult[], problems: readonly Problem[], paint: Paint): string[] {
  const files = [...new Set(results.map(({ story }) => story.place.path))];
  return [
    ...files.flatMap((path) => [
      paint('strong', clean(path)),
      ...results.filter(({ story }) => story.place.path === path).flatMap((result) => resultLines(result, paint)),
      '',
    ]),
    ...problemLines(problems, '', paint),
    summary(results, problems),
    '',
  ];
}

function resultLines(result: StoryResult, paint: Paint): string[] {
  const { title, clauses } = result.story;
  const about = clauses.length === 0 ? '' : `  ${paint('quiet', clauses.map(clean).join(', '))}`;
  const mark = hasPassed(result) ? '✓' : paint('error', '✗');
  return [`  ${mark} ${clean(title)}${about}`, ...result.failures.flatMap((failure) => failureLines(failure, paint))];
}

function failureLines({ place, step, at, broken, compared, verdict }: Failure, paint: Paint): string[] {
  const where = `${place.path}:${place.line}:${place.column}`;
  return [
    '',
    `      ${clean(where)}  step ${step}, ${inShort(at)}`,
    ...(broken === null
      ? [
          paint('quiet', '      - expected, + so it was:'),
          ...compared.flatMap((one) => comparedLines(one, '        ', paint)),
        ]
      : [`      ${paint('error', clean(broken))}`]),
    paint('quiet', '      The verdict then:'),
    ...verdict.flatMap((one) => verdictLines(one, '        ', paint)),
    '',
  ];
}

/** What was expected beside what was so, as a tree; what held stands between without a sign. */
function comparedLines({ key, held, expected, actual, children }: Compared, indent: string, paint: Paint): string[] {
  if (expected === null || actual === null) {
    return [`${indent}  ${clean(key)}`, ...children.flatMap((one) => comparedLines(one, `${indent}  `, paint))];
  }
  if (held) return [`${indent}  ${clean(key)}: ${clean(expected)}`];
  return [
    paint('error', `${indent}- ${clean(key)}: ${clean(expected)}`),
    paint('info', `${indent}+ ${clean(key)}: ${cut(actual)}`),
  ];
}

/** Characters of a sentence that are shown: refusals may hold whole examples. */
const LONGEST = 200;
const cut = (says: string): string => {
  const line = clean(says);
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
};

const MARKS = { held: '✓', open: '○', failed: '✗' } as const;

function verdictLines({ rule, name, held, says, children }: Requirement, indent: string, paint: Paint): string[] {
  return [
    `${indent}${MARKS[held]} ${clean(name)}: ${cut(says)}  ${paint('quiet', rule)}`,
    ...children.flatMap((child) => verdictLines(child, `${indent}  `, paint)),
  ];
}

/** "12 stories passed, 1 failed; 2 problems in files that could not be read". */
function summary(results: readonly StoryResult[], problems: readonly Problem[]): string {
  const passed = results.filter(hasPassed).length;
  const failed = results.length - passed;
  const story = (count: number): string => `${count} ${count === 1 ? 'story' : 'stories'}`;
  const also =
    problems.length === 0 ? '' : `; ${counted(problems.length, 'problem')} to mend before the rest can be played`;
  return `${story(passed)} passed, ${failed} failed${also}`;
}
