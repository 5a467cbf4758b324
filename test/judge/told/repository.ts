import { plusMinutes } from '../../../src/judge/instants.js';
import type { Facts, PullFacts } from '../../../src/facts/facts.js';
import { transcript, type StoryResult } from '../../../src/policy/index.js';
import { readCharter } from '../../../src/people/index.js';
import type { Rules } from '../../../src/rules/schema.js';
import { charter, type Parts } from '../../people/writing.js';
import { account, DOCUMENT, Repository } from '../../publish/facts.js';

export const DAY = 24 * 60;
type More = (facts: Facts) => Partial<Facts>;

/** All that is concluded from what a repository shows now, in lines. */
export function all(repository: Repository): string[] {
  const { facts, verdict } = repository.look();
  const told = { story: { title: '' }, looks: [{ facts, verdict }], failures: [] } as unknown as StoryResult;
  return transcript([told])
    .split('\n')
    .filter((line) => !['', '## '].includes(line));
}
/** What is said of every proposal as it was opened. */
const PLAIN: ReadonlySet<string> = new Set(all(new Repository()));
/** How many lines there are, and those that are not said of every other proposal. */
export const seen = (repository: Repository): string[] => all(repository).filter((line) => !PLAIN.has(line));

/** Ada Lin's proposal as it was opened, with further facts of each look. */
export function opened(more: More = () => ({}), source = DOCUMENT): Repository {
  const repository = new Repository();
  return Object.assign(repository, { source, more });
}
/** The group of Ada Bell and Bo Carr has it, and Kofi sponsors it. */
export const draft = (more?: More, source?: string): Repository =>
  opened(more, source).says('adabell', '/sep adopt').says('kofi', '/sep sponsor');
/** Rosa, who is the core, accepts it. */
export const accepted = (more?: More, source?: string): Repository =>
  draft(more, source).says('kofi', '/sep status in-review').says('rosa', '/core accept');

export const pull =
  (more: Partial<PullFacts>): More =>
  (facts) => ({ pull: { ...facts.pull, ...more } });
export const document =
  (more: Partial<Facts['document']>): More =>
  (facts) => ({ document: { ...facts.document, ...more } });
export const governing =
  (more: (now: Facts['governing']) => Partial<Facts['governing']>): More =>
  (facts) => ({ governing: { ...facts.governing, ...more(facts.governing) } });
export const rules = (id: keyof Rules['rules'], more: object): More =>
  governing((now) => ({
    rules: { ...now.rules, rules: { ...now.rules.rules, [id]: { ...now.rules.rules[id], ...more } } },
  }));
/** The charter of the Kettle Timers, with some parts written otherwise. */
export const group = (change: Partial<Parts>, folder: 'workingGroups' | 'interestGroups' = 'workingGroups'): More =>
  governing(({ rules: { paths }, governance }) => {
    const { group: kettles } = readCharter(charter(change), `${paths[folder]}/kettle-timers.mdx`);
    return { governance: { ...governance, groups: [kettles] } };
  });
/** The proposal was there before Convenor, with a label, and with somebody assigned. */
export const older =
  (labels: string[], assigned: string[] = [], more: Partial<PullFacts> = {}): More =>
  (facts) => ({
    isOlder: true,
    pull: {
      ...facts.pull,
      labels: labels.map((name) => ({ name, nodeId: `LA_${name}` })),
      assignees: assigned.map(account),
      ...more,
    },
  });
export const both =
  (...all: More[]): More =>
  (facts) =>
    all.reduce<Partial<Facts>>((now, one) => ({ ...now, ...one({ ...facts, ...now }) }), {});
export const listed = (status: 'draft' | 'accepted' | 'proposal', sponsor: string | null): More =>
  governing(() => ({ takenOver: [{ pull: 7, status, sponsor, line: 4 }] }));
/** What a look finds some minutes after one that wrote down what it found. */
export function minutesAfter(minutes: number, repository: Repository): string[] {
  repository.settle();
  repository.now = plusMinutes(repository.now, minutes);
  return seen(repository);
}
export /** Nobody on GitHub is called by a login of the files. */
const without = (login: string): More =>
  governing(({ accounts }) => ({ accounts: new Map([...accounts].filter(([name]) => name !== login)) }));
/** A login of the files belongs to the account of somebody. */
export const accountOf = (login: string, of: string): More =>
  governing(({ accounts }) => ({ accounts: new Map([...accounts, [login, account(of)]]) }));
export const named = (group: string): string => DOCUMENT.replace('Kettle Timers', group);
