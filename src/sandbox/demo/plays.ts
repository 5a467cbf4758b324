import { readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { parseDocument } from 'yaml';
import { governanceOf, RULES_FILE } from '../../facts/governing.js';
import { electorateOf } from '../../people/index.js';
import type { Governance, Group } from '../../people/types.js';
import { loadRules } from '../../rules/index.js';
import { readFolder, textOf } from './folder.js';
import { INVENTED, PROPOSAL } from './invented.js';
import type { DemoAuthority, DemoOptions } from './options.js';
import { groupFor, textsOf, type Play } from './stage.js';

/** A Monday; the story takes about three weeks from here. */
const START = '2026-11-23T09:00:00Z';
/** Two sweeps a day: enough to find what a lost webhook would have told, and a story of weeks stays quick. */
const SWEEP_MINUTES = 720;

/** Plays to tell, or in one sentence why there is none. */
export type PlaysResult = { ok: true; plays: Play[] } | { ok: false; problem: string };

/** The plays that the options ask for. @param cwd paths are meant from here */
export function playsFor({ real, authority }: DemoOptions, cwd: string): Promise<PlaysResult> | PlaysResult {
  if (real) return realPlay(resolve(cwd, real.repo), resolve(cwd, real.pull), authority);
  const groups = { advise: 'wire-format', 'veto-window': 'discovery' } as const;
  const told = authority === null ? [groups.advise, groups['veto-window']] : [groups[authority]];
  return { ok: true, plays: told.map(invented) };
}

/** Tidewire's proposal for short frames, brought to one of its groups. */
const invented = (group: string): Play => ({
  repository: 'tidewire/tidewire',
  files: INVENTED,
  proposal: { text: PROPOSAL, slug: 'short-frames' },
  number: 12,
  group,
  start: START,
  sweepMinutes: SWEEP_MINUTES,
});

async function realPlay(repo: string, pull: string, authority: DemoAuthority | null): Promise<PlaysResult> {
  const number = Number(/^\d{1,9}$/.exec(basename(pull))?.[0]);
  if (!(number > 0))
    return no(`The folder ${pull} has no number as its name, so the number of its pull request is not known.`);
  const clone = await readFolder(repo).catch(() => null);
  if (!clone) return no(`The folder ${repo} cannot be read: name a clone of a specification repository.`);
  if (!clone.whole)
    return no(`The folder ${repo} is larger than the demo takes: name a clone without what was built in it.`);
  const rules = loadRules(clone.files[RULES_FILE] ?? null);
  if (!rules.ok) {
    const [first] = rules.problems;
    return no(
      `The rules of ${repo} cannot be read: ${first?.path ?? RULES_FILE}:${first?.line ?? 1} ${first?.message ?? ''}`,
    );
  }
  const found = await proposalIn(pull, rules.loaded.rules.paths.proposals, number);
  if (!found.ok) return found;
  const governance = governanceOf(textsOf(clone, rules.loaded.rules), rules.loaded.rules, START.slice(0, 10));
  const group = groupFor(governance, found.text, number);
  if (!group) return no(noGroup(governance, number));
  const body = electorateOf(governance, group);
  if (!body.ok)
    return no(`#${number} is for ${group.title}, and that group cannot decide: ${body.message} ${body.help}`);
  const merged = Object.keys(clone.files).find((path) =>
    path.startsWith(`${rules.loaded.rules.paths.proposals}/${number}-`),
  );
  if (merged !== undefined) return no(`#${number} is merged in ${repo} already, as ${merged}.`);
  const files = authority === null ? clone.files : withAuthority(clone.files, group, authority);
  const name = basename(repo).replace(/[^\w.-]/g, '-') || 'specification';
  const proposal = { text: found.text, slug: found.slug };
  const play = { repository: `local/${name}`, files, proposal, number, group: group.slug, start: START };
  return { ok: true, plays: [{ ...play, sweepMinutes: SWEEP_MINUTES }] };
}

const no = (problem: string): { ok: false; problem: string } => ({ ok: false, problem });

type Found = { ok: true; text: string; slug: string } | { ok: false; problem: string };

/** The proposal that a pull request's folder holds: the file of its number, else the only one. */
async function proposalIn(pull: string, folder: string, number: number): Promise<Found> {
  const path = join(pull, folder);
  const names = (await readdir(path).catch(() => [])).filter((name) => /\.mdx?$/.test(name)).sort();
  const name = names.find((one) => one.startsWith(`${number}-`)) ?? (names.length === 1 ? names[0] : undefined);
  if (name === undefined) {
    const what = names.length === 0 ? 'no proposal' : `${names.length} files and none of them is number ${number}`;
    return no(`There is ${what} under ${path}.`);
  }
  const text = textOf(await readFile(join(path, name)));
  if (text === null) return no(`${join(path, name)} is no UTF-8 text.`);
  return { ok: true, text, slug: name.replace(/\.mdx?$/, '').replace(/^\d+-/, '') };
}

function noGroup(governance: Governance, number: number): string {
  const groups = governance.groups.filter(({ kind, retired }) => kind === 'working-group' && !retired);
  const names = groups.map(({ title }) => title).join(', ');
  return `No Working Group can be found for #${number}: its preamble names none and no charter lists the number. The groups are ${names}.`;
}

/** The same repository with a group whose word reaches as far as was asked for; everything else in its rules stays. */
function withAuthority(files: Record<string, string>, group: Group, authority: DemoAuthority): Record<string, string> {
  const rules = parseDocument(files[RULES_FILE] ?? 'extends: mcp\n');
  const grant = { authority, grantedBy: 'the demo', since: START.slice(0, 10) };
  rules.setIn(['delegation', 'grants', group.slug], rules.createNode(grant));
  return { ...files, [RULES_FILE]: rules.toString() };
}
