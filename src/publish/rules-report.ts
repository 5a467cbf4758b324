import type { Held } from '../facts/last-good.js';
import type { RulesProblem } from '../rules/index.js';
import { NO_TEMPLATES, words, type ReadTemplates, type Words } from '../templates/index.js';
import { asCode, withCode } from './escape.js';
import { shortCommit } from './held.js';

/** Problems that a summary names; a file with more is best looked at from its beginning. */
const MOST_PROBLEMS = 100;
/** Characters of one problem's sentence. */
export const LONGEST = 500;

/** What governs a repository, as far as it can be read. */
export interface RulesState {
  /** Head of the default branch. */
  head: string;
  held: readonly Held[];
  /** What is wrong at the head. With nothing held, no earlier version could be read either. */
  problems: readonly RulesProblem[];
  /** Its own words, as they are at the head. */
  templates: ReadTemplates;
}

/** A run as it should stand at a commit. */
export interface RulesRun {
  commit: string;
  conclusion: 'SUCCESS' | 'FAILURE';
  title: string;
  summary: string;
  problems: readonly RulesProblem[];
}

/** The runs that say what is broken, that of the head first; none where all can be read. */
export function brokenRuns({ head, held, problems, templates }: RulesState): RulesRun[] {
  if (problems.length === 0 && held.length === 0 && templates.problems.length === 0) return [];
  const commits = [...new Set(held.map(({ brokenBy }) => brokenBy))].filter((commit) => commit !== head);
  return [
    brokenRun(head, held, problems, templates),
    ...commits.map((commit) => {
      const own = held.filter(({ brokenBy }) => brokenBy === commit);
      return brokenRun(
        commit,
        own,
        own.flatMap(({ broke }) => broke),
        { ...NO_TEMPLATES, overrides: templates.overrides },
      );
    }),
  ];
}

function brokenRun(
  commit: string,
  held: readonly Held[],
  problems: readonly RulesProblem[],
  templates: ReadTemplates,
): RulesRun {
  const paths = [...new Set([...held, ...problems].map(({ path }) => path))];
  const named = paths.length === 1 ? paths.join() : `${paths.length} files that govern`;
  const said: Words<'rules'> = {
    held: held.map((one) => ({
      path: asCode(one.path),
      commit: shortCommit(one.commit),
      absent: one.text === null,
      brokenBy: shortCommit(one.brokenBy),
      effect: effectOf(one),
    })),
    problems: problems.slice(0, MOST_PROBLEMS).map(placed),
    more: Math.max(0, problems.length - MOST_PROBLEMS),
    templates: templates.problems.slice(0, MOST_PROBLEMS).map(placed),
  };
  const summary = words('rules', said, templates.overrides);
  const title =
    paths.length === 0
      ? `${titleOfTemplates(templates)} cannot be used; the words that ship stand in`
      : held.length === 0
        ? `${named} cannot be read, so nothing is decided`
        : `${named} cannot be read; what could be read before counts`;
  return { commit, conclusion: 'FAILURE', title, summary, problems: [...problems, ...templates.problems] };
}

const placed = ({ path, line, column, message }: RulesProblem): { place: string; message: string } => ({
  place: `${path.replaceAll('`', '')}:${line}:${column}`,
  message: withCode(message.slice(0, LONGEST)),
});

function titleOfTemplates({ problems }: ReadTemplates): string {
  const paths = [...new Set(problems.map(({ path }) => path))];
  return paths.length === 1 ? paths.join() : `${paths.length} templates`;
}

/** The run that says that a head has mended everything. */
export const mendedRun = (head: string): RulesRun => ({
  commit: head,
  conclusion: 'SUCCESS',
  title: 'Everything that governs can be read',
  summary: 'Rules, roster and charters count again as they stand on the default branch.',
  problems: [],
});

/** What a file that is held keeps from taking effect: above all whom it would have given a role, or taken it from. */
function effectOf({ kind, path, commit }: Held): string {
  const since = `since ${shortCommit(commit)}`;
  switch (kind) {
    case 'rules':
      return `No change of the rules ${since}; and, since the rules say where everything else lies, none of the roster, the charters and the list of maintainers ${since} either. Whoever was given a role in the meantime does not have it yet, and **whoever was stripped of one still has it**.`;
    case 'roster':
      return `No change of the roster ${since}. Whoever was given a role there does not have it yet, and **whoever was stripped of one still has it**.`;
    case 'taken-over':
      return `No change of ${asCode(path)} ${since}. What it would have confirmed of the past is still to be confirmed.`;
    case 'maintainers':
      return `No change of ${asCode(path)} ${since}. Whoever was added is not a maintainer yet, and **whoever was taken off still is one**.`;
    case 'charter':
      return `No change of ${asCode(path)} ${since}. Its leads, members and scope are those of before; **whoever was taken off still is one of them**.`;
  }
}
