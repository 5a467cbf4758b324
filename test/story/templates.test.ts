import { expect, test } from 'vitest';
import type { Told } from '../../src/sandbox/demo/story.js';
import { checkRunsOf } from '../../src/sandbox/state/checks.js';
import type { CheckRun } from '../../src/sandbox/state/types.js';
import { brought } from './places.js';
import { strike } from './stage.js';

const STATUS = '.github/convenor/templates/status.liquid';
const REPLY = '.github/convenor/templates/reply.liquid';
const OWN = `Ahoy! {{ headline }}. {{ next.who }} {{ next.what }}
{% for step in also %}{{ step.who }} {{ step.what }}
{% endfor %}{{ held | join: " " }}
{% for row in rows %}- {{ row.mark }} {{ row.name }}: {{ row.says }}
{% endfor %}`;

const body = ({ pull }: Told): string => (pull.statusComment()?.body ?? '').replaceAll('\u200b', '');

/** The keeper of the repository pushes to the default branch; gives the check of what governs there. */
async function pushed(told: Told, files: Record<string, string | null>): Promise<CheckRun | undefined> {
  await told.world.user('tidewire-keeper').pushesTo(told.repo, files);
  const head = told.repo.refs.get('refs/heads/main') ?? '';
  return checkRunsOf(told.repo, head).find(({ name }) => name === 'convenor/rules');
}

const ends = async (told: Told): Promise<void> => {
  expect(told.bench.log.errors).toEqual([]);
  await strike(told);
};

test('a repository speaks in its own words, in the comment and in the check, and costs no further request', async () => {
  const told = await brought({ [STATUS]: OWN });
  expect(body(told)).toContain('Ahoy! A new proposal that awaits a sponsor. **The author** (@adaquist) renames');
  expect(told.pull.check('convenor/merge')?.output.summary).toContain('Ahoy! A new proposal that awaits a sponsor.');
  expect(told.pull.check('convenor/merge')?.output.summary).not.toContain('@adaquist');
  const since = told.sandbox.requests.length;
  await told.cast.author.comments(told.pull, 'I like it.');
  expect(told.sandbox.requests.slice(since).map(({ operation }) => operation)).toEqual(['Snapshot']);
  await ends(told);
});

test('the words change with the default branch, on every open proposal', async () => {
  const told = await brought();
  expect(body(told)).toContain('### New proposal');
  expect(await pushed(told, { [STATUS]: OWN })).toBeUndefined();
  expect(body(told)).toContain('Ahoy!');
  await pushed(told, { [STATUS]: null });
  expect(body(told)).toContain('### New proposal');
  expect(told.pull.botComments()).toHaveLength(1);
  await ends(told);
});

test('a template that cannot be filled gives way, and the default branch says where it fails until it is mended', async () => {
  const told = await brought({ [STATUS]: OWN });
  const broken = await pushed(told, { [STATUS]: `${OWN}{{ headlin }}`, [REPLY]: '{% include "/etc/passwd" %}' });
  expect(broken?.conclusion).toBe('failure');
  expect(broken?.output.title).toBe('2 templates cannot be used; the words that ship stand in');
  expect(broken?.output.summary).toContain(
    `- \`${REPLY}:1:1\` There is no tag \`include\` for templates.\n- \`${STATUS}:5:16\` There is no variable \`headlin\` here. Did you mean \`headline\`?`,
  );
  expect(broken?.output.summary).toContain('what is decided does not change');
  expect(broken?.output.summary).not.toContain('nothing is decided');
  expect(broken?.annotations.map(({ path, startLine }) => `${path}:${startLine}`)).toEqual([
    `${REPLY}:1`,
    `${STATUS}:5`,
  ]);
  expect(body(told)).toContain('### New proposal');
  // A refusal keeps its reason, its rule and the next step.
  await told.cast.outsider.comments(told.pull, '/sep sponsor');
  expect(told.pull.lastBotComment()?.body).toContain('**What to do:**');
  await told.cast.sponsor.comments(told.pull, '/sep sponsor');
  expect(told.pull.labels).toEqual(['SEP', 'draft']);

  const mended = await pushed(told, { [STATUS]: OWN, [REPLY]: null });
  expect(mended?.conclusion).toBe('success');
  expect(body(told)).toContain('Ahoy! A draft, sponsored by kofiadu.');
  await ends(told);
});

test('a template in the pull request itself changes nothing', async () => {
  const told = await brought();
  await told.cast.author.pushes(told.pull, { files: { [STATUS]: OWN } });
  expect(body(told)).toContain('### New proposal');
  await ends(told);
});
