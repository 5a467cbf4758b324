import { expect, test } from 'vitest';
import { INVENTED } from '../../src/sandbox/demo/invented.js';
import { begin, type Told } from '../../src/sandbox/demo/story.js';
import type { PullRequestHandle } from '../../src/sandbox/people.js';
import { filesIn, recordFiles } from './record.js';
import { stageFor, strikeWhole, tidewire } from './stage.js';

const FOLDER = 'docs/proposals';
const rules = (format: 'md' | 'mdx'): string => `${INVENTED['.github/convenor.yml'] ?? ''}
record: { dashboard: ${FOLDER}, pages: { by: pull-request, format: ${format} } }
`;

/** Tidewire, whose pages come by pull request, a day after the author has opened a proposal. */
async function told(format: 'md' | 'mdx' = 'md'): Promise<Told> {
  const files = { ...INVENTED, '.github/convenor.yml': rules(format) };
  const pace = { sweepMinutes: 60 * 24 * 60, dashboardSeconds: 60 };
  const story = await begin(await stageFor(tidewire('wire-format', { files, pace })));
  await story.bench.awaitsDashboard();
  return story;
}

const all = ({ repo, world }: Told): PullRequestHandle[] =>
  [...repo.issues.values()].flatMap((one) =>
    one.kind === 'pull' && one.head.ref === 'convenor/dashboard' ? [world.pull(repo, one.number)] : [],
  );
const pagesAt = (story: Told, commit: string | undefined): Map<string, string> =>
  new Map(
    [...filesIn(story, commit)].flatMap(([path, text]) =>
      path.startsWith(`${FOLDER}/`) ? [[path.slice(FOLDER.length + 1), text]] : [],
    ),
  );
const onMain = (story: Told): Map<string, string> => pagesAt(story, story.repo.refs.get('refs/heads/main'));
/** Somebody says something that the pages tell of, and a day goes by. */
async function goesOn(story: Told, who: 'lead' | 'sponsor', words: string): Promise<void> {
  await story.cast[who].comments(story.pull, words);
  await story.sandbox.clock.advance({ days: 1, minutes: 5 });
}

test('pages come by one pull request, brought up to date once a day, and what people wrote on them stays', async () => {
  const story = await told();
  const [pull] = all(story);
  expect(pull?.now).toMatchObject({ title: 'Bring the dashboard up to date', state: 'open' });
  expect(pull?.now.body).toContain('`docs/proposals`');
  const first = pagesAt(story, pull?.head);
  expect([...first.keys()]).toContain(`proposals/${story.pull.number}.md`);
  expect(first.get('README.md')).toContain('<!-- yours');
  // On the branch of the record there are none, and nothing but pages is brought.
  expect([...recordFiles(story).keys()].filter((path) => path.startsWith(FOLDER))).toEqual([]);
  const others = (commit: string | undefined) =>
    [...filesIn(story, commit)].filter(([path]) => !path.startsWith(FOLDER));
  expect(others(pull?.head)).toEqual(others(story.repo.refs.get('refs/heads/main')));

  // Nothing is pushed again on the same day, and then all of it at once.
  const head = pull?.head;
  await story.cast.lead.comments(story.pull, '/sep adopt');
  await story.bench.awaitsDashboard();
  expect(pull?.head).toBe(head);
  await story.sandbox.clock.advance({ days: 1 });
  expect(pull?.head).not.toBe(head);

  // A maintainer writes on the page and merges; the next one keeps it.
  const ours = (pagesAt(story, pull?.head).get('README.md') ?? '').replace(/(<!-- yours.*-->\n)/, '$1Ask in #wire.\n');
  if (!pull) throw new Error('There is no pull request.');
  await story.cast.sponsor.merges(pull);
  await story.cast.sponsor.pushesTo(story.repo, { [`${FOLDER}/README.md`]: ours });
  await goesOn(story, 'sponsor', '/sep sponsor');
  const second = all(story).at(-1);
  expect(second?.number).not.toBe(pull.number);
  expect(pagesAt(story, second?.head).get('README.md')).toContain('Ask in #wire.');
  await strikeWhole(story);
});

test('who closes it has said no, until they delete its branch', async () => {
  const story = await told();
  const [pull] = all(story);
  if (!pull) throw new Error('There is no pull request.');
  await story.cast.sponsor.closes(pull);
  await goesOn(story, 'lead', '/sep adopt');
  expect(all(story)).toHaveLength(1);
  await story.cast.sponsor.deletesBranch(pull);
  await goesOn(story, 'sponsor', '/sep sponsor');
  expect(all(story).map(({ now }) => now.state)).toEqual(['closed', 'open']);
  await strikeWhole(story);
});

test('what somebody else has put on a branch of that name is not written over', async () => {
  const files = { ...INVENTED, '.github/convenor.yml': rules('md') };
  const pace = { sweepMinutes: 60 * 24 * 60, dashboardSeconds: 60 };
  const stage = await stageFor(tidewire('wire-format', { files, pace }));
  await stage.cast.sponsor.pushesTo(stage.repo, { 'mine.txt': 'Mine.\n' }, 'convenor/dashboard');
  const before = stage.repo.refs.get('refs/heads/convenor/dashboard');
  stage.bench.patient = false;
  const story = await begin(stage);
  await story.bench.awaitsDashboard();
  expect(stage.repo.refs.get('refs/heads/convenor/dashboard')).toBe(before);
  expect(all(story)).toEqual([]);
  expect(story.bench.log.errors.join('\n')).toContain('Delete the branch');
  await strikeWhole(story);
});

test('a site is given its pages as MDX', async () => {
  const story = await told('mdx');
  const [pull] = all(story);
  const pages = pagesAt(story, pull?.head);
  expect(pages.get('index.mdx')).toMatch(/^---\ntitle: "Proposals"\n---\n/);
  expect([...pages.keys()].filter((path) => path.endsWith('.md'))).toEqual([]);
  expect(onMain(story).size).toBe(0);
  await strikeWhole(story);
});
