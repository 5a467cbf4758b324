import { namedRules } from '../../cli/subcommands/rules-named.js';
import { DEFAULT_PACK, isPack } from '../../rules/index.js';
import { RULES_FILE } from '../../facts/governing.js';
import { settingOfPast, type Past } from '../playground/past.js';
import { settingOf, type Setting } from '../playground/setting.js';
import type { DemoOptions, RealOptions } from './options.js';
import { PACE, playsFor, START } from './plays.js';
import { readClone } from './real-clone.js';
import { realPlay } from './real-play.js';
import { readPulls } from './real-pulls.js';
import type { Tables } from './serve.js';

/** Tables to lay, with what is worth saying of them before; or in one sentence why there are none. */
export type TablesResult = { ok: true; tables: Tables[]; notes: string[] } | { ok: false; problem: string };

/** Files of a repository, by path. */
type Files = Readonly<Record<string, string>>;

/** The tables that the options ask for. @param cwd paths are meant from here */
export async function tablesFor(options: DemoOptions, cwd: string): Promise<TablesResult> {
  const draft = options.rules === null ? null : await draftOf(options.rules, cwd);
  if (draft && 'problem' in draft) return { ok: false, problem: draft.problem };
  /** A setting, and beside it the same under the other rules. */
  const both = (files: Files, setting: (files: Files) => Setting): Tables => ({
    setting: setting(files),
    other: draft && { name: draft.name, setting: setting({ ...files, [RULES_FILE]: draft.text }) },
  });
  if (options.real) return realTables(options.real, options, cwd, both);
  const found = await playsFor(options, cwd);
  if (!found.ok) return found;
  return {
    ok: true,
    tables: found.plays.map((play) => both(play.files, (files) => settingOf({ ...play, files }))),
    notes: [],
  };
}

async function realTables(
  real: RealOptions,
  { authority }: DemoOptions,
  cwd: string,
  both: (files: Files, setting: (files: Files) => Setting) => Tables,
): Promise<TablesResult> {
  const clone = await readClone(real.repo, cwd);
  if (!clone.ok) return clone;
  const from = real.pull === null ? null : { folder: real.pull, list: real.facts, cwd };
  const read = from && (await readPulls(from, clone.files, clone.rules));
  if (read && !read.ok) return read;
  const pulls = read?.pulls ?? [];
  const notes = read?.notes ?? [];
  const past: Omit<Past, 'files'> = {
    slug: clone.slug,
    repository: clone.repository,
    pace: PACE,
    pulls,
    installedAt: read?.asOf ?? START,
  };
  const open = both(clone.files, (files) => settingOfPast({ ...past, files }));
  if (pulls.length !== 1) return { ok: true, tables: [open], notes };
  const told = await realPlay(real, { authority, cwd, start: START });
  if (!told.ok) {
    if (real.group !== null) return told;
    return { ok: true, tables: [open], notes: [...notes, `No story is told: ${told.problem}`] };
  }
  const play = { ...told.play, pace: PACE };
  const table = both(play.files, (files) => settingOf({ ...play, files }, settingOfPast({ ...past, files })));
  return { ok: true, tables: [table], notes };
}

/** The text of other rules, or in one sentence why they cannot be tried. */
async function draftOf(name: string, cwd: string): Promise<{ name: string; text: string } | { problem: string }> {
  const named = await namedRules(name, cwd);
  if ('problem' in named) return named;
  const { shown, text, result } = named;
  if (!result.ok) {
    const problems = result.problems.map(({ path, line, column, message }) => `${path}:${line}:${column} ${message}`);
    return { problem: `The rules ${shown} cannot be read: ${problems.join('; ')}` };
  }
  return { name: shown, text: text ?? `extends: ${isPack(name) ? name : DEFAULT_PACK}\n` };
}
