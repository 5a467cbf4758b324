import { readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { parseDocument } from 'yaml';
import { governanceOf, RULES_FILE } from '../../facts/governing.js';
import { electorateOf, matchGroup } from '../../people/index.js';
import type { Governance, Group } from '../../people/types.js';
import { DEFAULT_PACK, type Rules } from '../../rules/index.js';
import { textsOf } from '../ground.js';
import { textOf } from './folder.js';
import type { DemoAuthority, RealOptions } from './options.js';
import { readClone } from './real-clone.js';
import { groupFor, type Objection, type Play } from './stage.js';

/** A play, or in one sentence why there is none. */
type PlayResult = { ok: true; play: Play } | { ok: false; problem: string };

interface Circumstances {
  /** How far the group's word reaches; null where the repository's rules say it. */
  authority: DemoAuthority | null;
  /** Absolute; the paths are meant from here. */
  cwd: string;
  /** When the story begins. */
  start: string;
}

/** An objection that can be raised to any proposal. */
const WORDING: Objection = {
  slug: 'wording',
  vague: 'This is not clear.',
  says: 'Two implementers read one sentence of the specification differently.',
  alternative: 'say in an example which reading is meant.',
  settled: 'We talked; there will be an example.',
  doubt: 'I would rather see it implemented twice first.',
};

/** A real proposal, brought to a local clone of its specification repository. */
export async function realPlay(real: RealOptions, { authority, cwd, start }: Circumstances): Promise<PlayResult> {
  const named = real.pull ?? '';
  const pull = resolve(cwd, named);
  const number = Number(/^\d{1,9}$/.exec(basename(pull))?.[0]);
  if (!(number > 0)) return no(`The name of the folder ${named} is no number, as that of a pull request has to be.`);
  const clone = await readClone(real.repo, cwd);
  if (!clone.ok) return clone;
  const { rules } = clone;
  const proposal = await proposalIn(pull, named, rules, number);
  if (!proposal.ok) return proposal;
  const governance = governanceOf(textsOf(clone, rules), rules, start.slice(0, 10));
  const group = groupOf(governance, real.group, proposal.text, number);
  if (typeof group === 'string') return no(group);
  const merged = Object.keys(clone.files).find((path) => path.startsWith(`${rules.paths.proposals}/${number}-`));
  if (merged !== undefined) return no(`Number ${number} is merged in ${real.repo} already, as ${merged}.`);
  return {
    ok: true,
    play: {
      repository: clone.repository,
      files: authority === null ? clone.files : withAuthority(clone.files, group, authority, start),
      proposal: { text: proposal.text, slug: proposal.slug },
      objection: WORDING,
      number,
      group: group.slug,
      start,
    },
  };
}

const no = (problem: string): { ok: false; problem: string } => ({ ok: false, problem });

type Found = { ok: true; text: string; slug: string } | { ok: false; problem: string };

/** The proposal that a pull request's folder holds: the file of its number, else the only one. */
async function proposalIn(pull: string, named: string, { paths }: Rules, number: number): Promise<Found> {
  const all = await readdir(join(pull, paths.proposals)).catch(() => []);
  const names = all.filter((name) => /\.mdx?$/.test(name)).sort();
  const name = names.find((one) => one.startsWith(`${number}-`)) ?? (names.length === 1 ? names[0] : undefined);
  const place = join(named, paths.proposals);
  if (name === undefined) {
    if (names.length === 0) return no(`There is no proposal in ${place}.`);
    return no(`Which proposal is meant? None in ${place} has the number ${number}: ${names.join(', ')}.`);
  }
  const text = textOf(await readFile(join(pull, paths.proposals, name)));
  if (text === null) return no(`${join(place, name)} is no UTF-8 text.`);
  return { ok: true, text, slug: name.replace(/\.mdx?$/, '').replace(/^\d+-/, '') };
}

/** The group that was chosen, or that the documents name; a sentence where there is none that can decide. */
function groupOf(governance: Governance, chosen: string | null, text: string, number: number): Group | string {
  const able = governance.groups.filter((group) => electorateOf(governance, group).ok);
  const choose = `Choose one with --group: ${able.map(({ slug }) => slug).join(', ')}.`;
  const match = chosen === null ? null : matchGroup(governance, chosen);
  const group = chosen === null ? groupFor(governance, text, number) : match?.kind === 'one' ? match.group : null;
  if (!group) {
    if (chosen !== null) return `There is no group "${chosen}". ${choose}`;
    return `No group can be found for #${number}: its preamble names none, and no charter lists the number. ${choose}`;
  }
  const body = electorateOf(governance, group);
  return body.ok ? group : `#${number} is for ${group.title}, which cannot decide: ${body.message} ${choose}`;
}

/** The same files, with rules in which the group's word reaches as far as was asked for; the rest of them stays. */
function withAuthority(
  files: Record<string, string>,
  group: Group,
  authority: DemoAuthority,
  start: string,
): Record<string, string> {
  const rules = parseDocument(files[RULES_FILE] ?? `extends: ${DEFAULT_PACK}\n`);
  const grant = { authority, grantedBy: 'the demo', since: start.slice(0, 10) };
  rules.setIn(['delegation', 'grants', group.slug], rules.createNode(grant));
  return { ...files, [RULES_FILE]: rules.toString() };
}
