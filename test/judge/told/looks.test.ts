import { describe } from 'vitest';
import type { Facts, PullFacts } from '../../../src/facts/facts.js';
import { transcript, type StoryResult } from '../../../src/policy/index.js';
import { readCharter } from '../../../src/people/index.js';
import type { Rules } from '../../../src/rules/schema.js';
import { charter, type Parts } from '../../people/writing.js';
import { account, DOCUMENT, Repository } from '../../publish/facts.js';
import { areToldIn } from './told.js';

type More = (facts: Facts) => Partial<Facts>;

/** All that is concluded from what a repository shows now, in lines. */
function all(repository: Repository): string[] {
  const { facts, verdict } = repository.look();
  const told = { story: { title: '' }, looks: [{ facts, verdict }], failures: [] } as unknown as StoryResult;
  return transcript([told])
    .split('\n')
    .filter((line) => !['', '## '].includes(line));
}
/** What is said of every proposal as it was opened. */
const PLAIN: ReadonlySet<string> = new Set(all(new Repository()));
/** How many lines there are, and those that are not said of every other proposal. */
const seen = (repository: Repository): string[] => all(repository).filter((line) => !PLAIN.has(line));

/** Ada Lin's proposal as it was opened, with further facts of each look. */
function opened(more: More = () => ({}), source = DOCUMENT): Repository {
  const repository = new Repository();
  return Object.assign(repository, { source, more });
}
/** The group of Ada Bell and Bo Carr has it, and Kofi sponsors it. */
const draft = (more?: More, source?: string): Repository =>
  opened(more, source).says('adabell', '/sep adopt').says('kofi', '/sep sponsor');
/** Rosa, who is the core, accepts it. */
const accepted = (more?: More, source?: string): Repository =>
  draft(more, source).says('kofi', '/sep status in-review').says('rosa', '/core accept');

const pull =
  (more: Partial<PullFacts>): More =>
  (facts) => ({ pull: { ...facts.pull, ...more } });
const document =
  (more: Partial<Facts['document']>): More =>
  (facts) => ({ document: { ...facts.document, ...more } });
const governing =
  (more: (now: Facts['governing']) => Partial<Facts['governing']>): More =>
  (facts) => ({ governing: { ...facts.governing, ...more(facts.governing) } });
const rules = (id: keyof Rules['rules'], more: object): More =>
  governing((now) => ({
    rules: { ...now.rules, rules: { ...now.rules.rules, [id]: { ...now.rules.rules[id], ...more } } },
  }));
/** The charter of the Kettle Timers, with some parts written otherwise. */
const group = (change: Partial<Parts>, folder: 'workingGroups' | 'interestGroups' = 'workingGroups'): More =>
  governing(({ rules: { paths }, governance }) => {
    const { group: kettles } = readCharter(charter(change), `${paths[folder]}/kettle-timers.mdx`);
    return { governance: { ...governance, groups: [kettles] } };
  });
/** The proposal was there before Convenor, with a label, and with somebody assigned. */
const older =
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
const both =
  (...all: More[]): More =>
  (facts) =>
    all.reduce((now, one) => ({ ...now, ...one({ ...facts, ...now }) }), {} as Partial<Facts>);
const listed = (status: 'draft' | 'accepted' | 'proposal', sponsor: string | null): More =>
  governing(() => ({ takenOver: [{ pull: 7, status, sponsor, line: 4 }] }));
const named = (group: string): string => DOCUMENT.replace('Kettle Timers', group);

describe('A look', () => {
  areToldIn('looks', {
    'A proposal as it was opened': () => all(opened()),
    'It names no group': () => seen(opened(undefined, named('None'))),
    'It names a group that is not there': () => seen(opened(undefined, named('Cups'))),
    'It names a group that is forming': () => seen(opened(group({ type: '**Working Group** (forming)' }))),
    'It names an Interest Group': () => seen(opened(group({ type: '**Interest Group**' }, 'interestGroups'))),
    'It is on a track that needs no group': () =>
      seen(opened(undefined, DOCUMENT.replace('Standards Track', 'Process').replace('Kettle Timers', 'None'))),
    'It is older than the wish for a group': () =>
      seen(opened(pull({ createdAt: '2025-01-01T00:00:00Z' }), named('None'))),
    'Ada Bell, who leads the group, wrote it': () => seen(opened(pull({ author: account('adabell') }))),
    'Both leads are authors by its preamble': () =>
      seen(opened(undefined, DOCUMENT.replace('(@adalin)', '(@adalin), Ada Bell (@AdaBell), Bo Carr (@bocarr)'))),
    'One of the leads is away': () => {
      const repository = opened();
      repository.away = new Map([
        [account('adabell').id, { login: 'adabell', at: '2026-11-01T00:00:00Z', until: '2026-11-20' }],
      ]);
      return seen(repository);
    },
    'Both leads are away': () => {
      const repository = opened();
      const away = (until: string) => ({ login: '', at: '2026-11-01T00:00:00Z', until });
      repository.away = new Map([
        [account('adabell').id, away('2026-11-20')],
        [account('bocarr').id, away('2026-11-10')],
      ]);
      return seen(repository);
    },
    'The file has no number yet': () =>
      seen(
        Object.assign(opened(undefined, DOCUMENT.replace('# SEP-7: Whistles', '# Whistles')), {
          path: 'seps/0000-whistles.md',
        }),
      ),
    'The file has the number of another pull request': () =>
      seen(Object.assign(opened(undefined, DOCUMENT.replace('# SEP-7', '# SEP-12')), { path: 'seps/12-whistles.md' })),
    'The preamble names a sponsor who has said nothing': () =>
      seen(opened(undefined, DOCUMENT.replace('**Sponsor**: None', '**Sponsor**: Kofi (@kofi)'))),
    'Nothing can be read of the file': () =>
      seen(
        opened(
          document({
            unreadable: { code: 'file/too-large', severity: 'error', line: 1, column: 1, message: 'Too large.' },
          }),
        ),
      ),
    'The file is gone from the pull request': () => seen(draft(document({ isGone: true }))),
    'The pull request goes to another branch': () =>
      seen(draft(both(document({ isGone: true }), pull({ intoDefault: false, base: 'next' })))),
    'The conversation is locked while a consensus runs': () =>
      seen(
        draft(pull({ locked: true, locks: [{ at: '2026-11-02T09:10:00Z', locked: true }] })).says(
          'adabell',
          '/consensus start minor',
        ),
      ),
    'The repository was archived for a week': () =>
      seen(
        draft(() => ({
          archived: [
            { from: '2026-11-02T09:05:00Z', to: '2026-11-02T09:08:00Z' },
            { from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z' },
          ],
        })),
      ),
    'A draft with group and sponsor': () => seen(draft()),
    'A draft in a file that says something else': () =>
      seen(
        draft(
          undefined,
          DOCUMENT.replace('**Status**: Draft', '**Status**: Final').replace('**Sponsor**: None', '**Sponsor**: @kofi'),
        ),
      ),
    'A proposal in a file that says Accepted': () =>
      seen(opened(undefined, DOCUMENT.replace('**Status**: Draft', '**Status**: Accepted'))),
    'The core accepted it': () => seen(accepted()),
    'The core accepted it, and the file says so': () =>
      seen(accepted(undefined, DOCUMENT.replace('Draft', 'Accepted'))),
    'Nothing of an acceptance can be observed': () =>
      seen(accepted().says('kofi', '/sep status final\nNo observable behaviour: Words alone.')),
    'It is final': () => seen(accepted().says('kofi', '/sep status final')),
    'Its pull request is closed while a consensus runs': () =>
      seen(
        draft(pull({ state: 'closed', closedAt: '2026-11-02T09:10:00Z' })).says('adabell', '/consensus start minor'),
      ),
    'Its pull request is closed, and its branch is gone': () =>
      seen(draft(pull({ state: 'closed', closedAt: '2026-11-02T09:10:00Z', hasBranch: false }))),
    'It was merged as a draft': () => seen(draft(pull({ state: 'merged', closedAt: '2026-11-02T09:10:00Z' }))),
    'It was taken over with a label and somebody assigned': () => seen(opened(older(['in-review'], ['kofi']))),
    'It was taken over with labels that contradict each other': () =>
      seen(opened(older(['draft', 'accepted', 'SEP'], ['kofi', 'rosa', 'hugo'], { reviews: 3 }))),
    'It was taken over with an author assigned': () => seen(opened(older([], ['adalin']))),
    'It was taken over, and a file alone says that it is final': () =>
      seen(opened(older([]), DOCUMENT.replace('Draft', 'Final').replace('**Sponsor**: None', '**Sponsor**: @hugo'))),
    'It was taken over as accepted, and the core vouches for it': () =>
      seen(opened(older(['accepted'], ['kofi'])).says('rosa', '/sep status accepted')),
    'The list of what was taken over confirms it': () =>
      seen(opened(both(older(['accepted']), listed('draft', 'Kofi')))),
    'The list names nobody as sponsor': () => seen(opened(both(older(['accepted']), listed('accepted', null)))),
    'The list names a sponsor whom nobody knows': () => seen(opened(both(older(['draft']), listed('draft', 'zoe')))),
    'The list names a sponsor who may not sponsor': () => seen(opened(both(older(['draft']), listed('draft', 'hugo')))),
    'The list speaks of what was never taken over': () => seen(opened(listed('accepted', null))),
    'A ballot names a commit that nobody has seen': () =>
      seen(draft().says('adabell', '/vote start routine compatible').says('cydorn', '/vote yes @1234567')),
    'Who asks for review, and who declines': () =>
      seen(draft().says('kofi', '/review @rosa @cydorn').says('cydorn', '/review decline')),
    'The rules ask for no number, no group and no area': () =>
      seen(
        opened(
          both(
            rules('numbering', { mode: 'observe' }),
            rules('working-group', { mode: 'observe' }),
            rules('priority-areas', { mode: 'observe' }),
          ),
        ),
      ),
  });
});
