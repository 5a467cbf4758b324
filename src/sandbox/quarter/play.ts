import type { Pace } from '../../wake/convenor.js';
import { textAt } from '../actions/outdate.js';
import { installConvenor, layGround, type Ground } from '../ground.js';
import type { SandboxOptions } from '../index.js';
import type { PullRequestHandle } from '../people.js';
import type { PullRequest } from '../state/types.js';
import { documentOf } from './document.js';
import { SCRIPT, WHEN, type Event } from './script.js';
import type { Step, Tale } from './tale.js';
import { HUTLINE } from './world.js';

/** Hutline with what has been brought to it so far. */
export interface Quarter extends Ground {
  /** Pull requests of the proposals, by slug. */
  pulls: Map<string, PullRequestHandle>;
  /** Pull requests that travel with one of them. */
  companions: PullRequestHandle[];
}

/** A sweep a day and a dashboard a week: months are told in seconds, and what a webhook did not tell is found late. */
const PACE: Pace = { sweepMinutes: 24 * 60, dashboardSeconds: 7 * 24 * 60 * 60 };

/** Hutline as it is before anything happens. */
export async function setQuarter(handlers?: SandboxOptions['handlers'], pace: Pace = PACE): Promise<Quarter> {
  const ground = layGround({ ...HUTLINE, pace }, handlers);
  await ground.sandbox.listen();
  return { ...ground, pulls: new Map(), companions: [] };
}

/** Tells what was before Convenor, and then Convenor is installed and starts. */
export async function beginQuarter(quarter: Quarter): Promise<void> {
  await playUntil(quarter, WHEN.installed);
  installConvenor(quarter);
  await quarter.bench.start();
}

/**
 * Plays on from where the quarter stands up to an instant: people act at their time, and in between the clock runs and
 * Convenor does what is due. Nothing else wakes it but the webhooks that arrive.
 * @param after done after each thing that somebody did
 */
export async function playUntil(quarter: Quarter, until: string, after?: (event: Event) => void): Promise<void> {
  const { clock, state } = quarter.sandbox;
  const from = state.now;
  for (const event of SCRIPT.filter(({ at }) => at > from && at <= until)) {
    await clock.advanceTo(event.at);
    await act(quarter, event);
    after?.(event);
  }
  await clock.advanceTo(until);
}

/** The pull request of a proposal; it has to be open by then. */
export function pullOf({ pulls }: Pick<Quarter, 'pulls'>, slug: string): PullRequestHandle {
  const pull = pulls.get(slug);
  if (!pull) throw new Error(`${slug} has not been opened yet.`);
  return pull;
}

const draftPath = ({ slug }: Tale): string => `seps/0000-${slug}.md`;
const path = (quarter: Quarter, { slug }: Tale): string => `seps/${pullOf(quarter, slug).number}-${slug}.md`;

/** Does one step of a tale. */
async function act(quarter: Quarter, { tale, step, at }: Event): Promise<void> {
  const { world, repo } = quarter;
  const person = world.user(step.who);
  if (step.does === 'opens') {
    const pull = await person.opensPullRequest({
      repo,
      title: `SEP: ${tale.text.title}`,
      body: step.body ?? 'I would be glad of every comment.',
      branch: tale.slug,
      from: 'fork',
      files: { [draftPath(tale)]: documentOf(tale, at.slice(0, 10)) },
    });
    quarter.pulls.set(tale.slug, pull);
    return;
  }
  const pull = pullOf(quarter, tale.slug);
  switch (step.does) {
    case 'numbers': {
      const text = head(quarter, pull, draftPath(tale))
        .replace('# SEP-0000:', `# SEP-${pull.number}:`)
        .replace('**PR**: TBD', `**PR**: #${pull.number}`);
      const files = { [draftPath(tale)]: null, [path(quarter, tale)]: text };
      return person.pushes(pull, { files, message: 'Give the proposal its number' });
    }
    case 'rewrites':
      return person.pushes(pull, { files: { [path(quarter, tale)]: rewritten(quarter, tale, step) } });
    case 'carries': {
      const document = { [path(quarter, tale)]: head(quarter, pull, path(quarter, tale)) };
      const files = { ...document, [step.path]: step.text };
      quarter.companions.push(await person.opensPullRequest({ repo, title: `Files for #${pull.number}`, files }));
      return;
    }
    case 'steps':
      await person.merges(world.pull(repo, statusPull(quarter, pull).number));
      return;
    case 'says':
      await person.comments(pull, named(quarter, step.words));
      return;
    case 'approves':
      await person.approves(pull, { body: step.words });
      return;
    case 'accepts':
      await person.acceptsSuggestion(pull);
      return;
    case 'assigns':
      return person.assignsThemselves(pull);
    case 'merges':
      await person.merges(pull, 'squash');
      return;
    case 'closes':
      return person.closes(pull);
  }
}

/** Words with the numbers of the proposals that they name. */
const named = (quarter: Quarter, words: string): string =>
  words.replace(/\{([a-z-]+)\}/g, (_, slug: string) => String(pullOf(quarter, slug).number));

/** A file at the head of a pull request. */
function head({ sandbox }: Quarter, pull: PullRequestHandle, file: string): string {
  const text = textAt(sandbox.state.objects, pull.head, file);
  if (text === null) throw new Error(`${file} is not at the head of #${pull.number}.`);
  return text;
}

function rewritten(quarter: Quarter, tale: Tale, { from, to }: Extract<Step, { does: 'rewrites' }>): string {
  const text = head(quarter, pullOf(quarter, tale.slug), path(quarter, tale));
  if (!text.includes(from)) throw new Error(`${tale.slug} does not say "${from}".`);
  return text.replace(from, () => to);
}

/** Convenor's own pull request that brings the status of a merged proposal in step. */
function statusPull({ repo }: Quarter, { number }: PullRequestHandle): PullRequest {
  const found = [...repo.issues.values()].find(
    (one): one is PullRequest => one.kind === 'pull' && one.head.ref === `convenor/status-${number}`,
  );
  if (!found) throw new Error(`Convenor has opened no pull request for the status of #${number}.`);
  return found;
}
