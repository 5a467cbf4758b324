import { posix } from 'node:path';
import { nearest } from '../near.js';
import type { RulesProblem } from '../rules/index.js';
import { sayIssue } from '../rules/messages.js';
import { MOST_PROBLEMS } from '../rules/problem.js';
import { problemAt, readSource, valuesOf, type Source } from '../rules/source.js';
import { Assembly } from './assemble.js';
import { storyJsonSchema } from './json-schema.js';
import type { Layer } from './layers.js';
import { RulesReader, type OwnRules } from './rules.js';
import { storyFile, type StoryFile } from './schema/index.js';
import type { Story } from './story.js';

/** A file of stories as text; `path` with `/`. */
export interface StoryText {
  path: string;
  text: string;
}

/** The stories that can be played, in the order of their files, and everything that is wrong with the others. */
export interface StoriesRead {
  stories: Story[];
  problems: RulesProblem[];
}

interface Read {
  source: Source;
  values: StoryFile;
}

/**
 * Reads stories and the settings that they name. A file with anything wrong in it gives no story, and neither does a
 * story with something wrong in its setting: what cannot be played has a problem, and never counts as passed.
 */
export function readStories(files: readonly StoryText[], own: OwnRules): StoriesRead {
  const read = new Map(files.map((file) => [file.path, readFile(file)] as const));
  const result: StoriesRead = { stories: [], problems: [] };
  const used = new Set<string>();
  const rules = new RulesReader(own);
  for (const one of read.values()) {
    if (Array.isArray(one)) {
      result.problems.push(...one);
      continue;
    }
    const { source, values } = one;
    const below = settingsOf(one, read, used);
    if ('problem' in below) {
      if (below.problem) result.problems.push(below.problem);
      continue;
    }
    for (const [index, story] of (values.stories ?? []).entries()) {
      const layers: Layer[] = [{ source, base: ['stories', index], values: story }, ...below.layers];
      const assembled = new Assembly(story, layers, rules).story();
      if (Array.isArray(assembled)) result.problems.push(...assembled);
      else result.stories.push(assembled);
    }
  }
  for (const [path, one] of read) {
    if (Array.isArray(one) || one.values.stories !== undefined || used.has(path)) continue;
    const message = 'This file holds no stories, and no file of stories names it as its setting.';
    result.problems.push(problemAt(one.source, [], 'story/no-stories', message));
  }
  return { ...result, problems: distinct(result.problems) };
}

function readFile({ path, text }: StoryText): Read | RulesProblem[] {
  const { source, problems } = readSource(text, path);
  if (problems.length > 0) return problems.map(asStory);
  const read = valuesOf(source);
  if ('problem' in read) return [asStory(read.problem)];
  const checked = storyFile.safeParse(read.values);
  if (checked.success) return { source, values: checked.data };
  const said = checked.error.issues.flatMap((issue) => sayIssue(issue, read.values, storyJsonSchema()));
  return said
    .slice(0, MOST_PROBLEMS)
    .map((one) => asStory(problemAt(source, one.path, one.code, one.message)))
    .toSorted((a, b) => a.line - b.line || a.column - b.column);
}

const asStory = (problem: RulesProblem): RulesProblem => ({
  ...problem,
  code: problem.code.replace(/^rules\//, 'story/'),
});

/** The layers below a file's stories: the file, its setting, the setting's. Without a problem where that is told elsewhere. */
function settingsOf(
  top: Read,
  read: ReadonlyMap<string, Read | RulesProblem[]>,
  used: Set<string>,
): { layers: Layer[] } | { problem: RulesProblem | null } {
  const layers: Layer[] = [];
  for (let one: Read = top; ;) {
    const { source, values } = one;
    layers.push({ source, base: [], values });
    if (values.setting === undefined) return { layers };
    const path = posix.join(posix.dirname(source.path), values.setting);
    const refuse = (code: string, message: string): { problem: RulesProblem } => ({
      problem: problemAt(source, ['setting'], `story/${code}`, message),
    });
    const next = read.get(path);
    if (!next) {
      const near = nearest(path, read.keys());
      const meant = near === null ? 'It lies in the folder that is tested, too.' : `Did you mean ${near}?`;
      return refuse('no-setting', `There is no file ${path}. ${meant}`);
    }
    used.add(path);
    if (Array.isArray(next)) return { problem: null };
    if (layers.some((layer) => layer.source === next.source)) {
      return refuse('setting-circle', `${path} stands on this file, too: settings go round in a circle.`);
    }
    one = next;
  }
}

/** Each problem once: what is wrong with a setting would be said for each of its stories. */
const distinct = (problems: readonly RulesProblem[]): RulesProblem[] => [
  ...new Map(problems.map((one) => [JSON.stringify(one), one])).values(),
];
