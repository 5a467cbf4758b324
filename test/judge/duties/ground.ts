import { packRules } from '../../../src/facts/governing.js';
import type { Category, Discussed, Discussion } from '../../../src/judge/duties/discussed.js';
import { dutiesOf } from '../../../src/judge/duties/duties.js';
import type { Duty } from '../../../src/judge/duties/duty.js';
import { dueTerms, peopleOn, readSources } from '../../../src/people/index.js';
import type { Rules } from '../../../src/rules/schema.js';
import { CHARTER } from '../../cli/kettles.js';

const { paths } = packRules();
const charter = (folder: string, slug: string, title: string) => ({
  path: `${folder}/${slug}.mdx`,
  text: CHARTER.replaceAll('Kettles', title),
});
export const sources = readSources(
  {
    maintainers: null,
    roster: null,
    charters: [
      charter(paths.workingGroups, 'kettles', 'Kettles'),
      charter(paths.workingGroups, 'kettles-and-pots', 'Kettles and Pots'),
      charter(paths.interestGroups, 'tea', 'Tea'),
    ],
  },
  paths,
);
export const governance = peopleOn(sources, '2026-11-23');
export const [kettles] = governance.groups.filter(({ slug }) => slug === 'kettles');

export const discussion = (title: string, createdAt: string, ...added: string[]): Discussion => ({
  ...{ title, url: `https://github.test/${title.length}`, createdAt, added, isWhole: true },
});
export const category = (name: string, ...discussions: Discussion[]): Category => ({
  name,
  discussions,
  isWhole: true,
});
/** The category that the rules mean by "Meeting Notes". */
export const notes = (...discussions: Discussion[]): Discussed => ({
  ok: true,
  categories: [category('Meeting Notes', ...discussions)],
});
/** The category of the Kettles alone. */
export const updates = (...discussions: Discussion[]): Discussed => ({
  ok: true,
  categories: [category('Kettles WG', ...discussions)],
});

export function duties(discussed: Discussed, now: string, rules: Rules = packRules()): Duty[] {
  if (!kettles) throw new Error('There is no such group.');
  const terms = dueTerms(sources, now.slice(0, 10), 30);
  return dutiesOf(kettles, { governance, rules, discussed, terms, now });
}

/** A duty as "state: sentence | day says". */
export function duty(name: RegExp, discussed: Discussed, now: string): string {
  const [found] = duties(discussed, now).filter((one) => name.test(one.name));
  return found
    ? [`${found.state}: ${found.says}`, ...found.cases.map(({ day, says }) => `${day} ${says}`)].join(' | ')
    : 'none';
}
