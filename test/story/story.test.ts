import { describe, expect, test } from 'vitest';
import { begin, chaptersFor, type Told } from '../../src/sandbox/demo/story.js';
import { suggestionOf } from '../../src/sandbox/actions/suggestions.js';
import { textAt } from '../../src/sandbox/actions/outdate.js';
import type { Stage } from '../../src/sandbox/demo/stage.js';
import { validateRequest } from '../contract/validate.js';
import { endOf, ledgerOf } from './end.js';
import { fileAt } from './record.js';
import { stageFor, strike, tidewire } from './stage.js';

/** The operations that GitHub was asked for since a point, tokens and installations aside. */
const asked = (stage: Stage, since: number): string[] =>
  stage.sandbox.requests
    .slice(since)
    .filter(({ authentication }) => !authentication)
    .map(({ operation }) => operation);

/** What the status comment says, with its marker and history cut away. */
const status = (told: Told): string => (told.pull.statusComment()?.body ?? '').replace(/<details>[\s\S]*/, '');

/** The lines on which suggestions wait, as they were numbered when they were made. */
const openThreads = ({ pull }: Told): (number | null)[] =>
  pull.now.reviewThreads.filter(({ resolvedAt }) => resolvedAt === null).map(({ originalLine }) => originalLine);

async function tell(told: Told, name: string): Promise<string[]> {
  const chapter = chaptersFor('advise').find((one) => one.name === name);
  if (!chapter) throw new Error(`There is no chapter "${name}".`);
  const since = told.sandbox.requests.length;
  await chapter.act(told);
  expect(told.bench.log.errors).toEqual([]);
  return asked(told, since);
}

describe('a proposal from pull request to accepted', () => {
  test('its group advises, and the Core Maintainers decide', { timeout: 120_000 }, async () => {
    const stage = await stageFor(tidewire('wire-format'));
    const told = await begin(stage);
    const { pull } = told;

    // 1. The author opens the pull request, and is told in one comment where it stands and what is next.
    // What governs was read at the start. Cold: eight more requests with the token, three of them to make the record's
    // root, once for a repository.
    const opening = asked(stage, 0);
    expect(opening.filter((operation) => operation === 'Governing')).toHaveLength(1);
    // Nothing of it is broken, so no earlier version is looked for.
    expect(opening.filter((operation) => ['Mainline', 'Versions'].includes(operation))).toEqual([]);
    expect(opening.slice(opening.indexOf('Snapshot'))).toEqual([
      'Snapshot',
      expect.stringContaining('/files'),
      'Content',
      expect.stringContaining('/git/trees'),
      expect.stringContaining('/git/commits'),
      expect.stringContaining('/git/refs'),
      'Append',
      'Publish',
    ]);
    expect(pull.botComments()).toHaveLength(1);
    expect(status(told)).toContain('**A new proposal that awaits a sponsor.**');
    expect(status(told)).toContain('**The author** (@adaquist) renames the file to `seps/12-short-frames.md`');
    expect(status(told)).toContain('finds a group: names it in the preamble');
    expect(status(told)).toContain('**A maintainer** who champions the proposal writes `/sep sponsor`');
    expect(pull.labels).toEqual(['SEP', 'proposal']);
    expect(pull.check('convenor/proposal')?.conclusion).toBe('success');
    const marks = pull.check('convenor/proposal')?.annotations ?? [];
    expect(marks.map(({ path, startLine }) => `${path}:${startLine}`)).toContain('seps/0000-short-frames.md:1');
    expect(pull.check('convenor/merge')?.conclusion).toBe('action_required');
    // What one edit mends is offered on its line, all in one review; the author takes one of them with a click.
    expect(pull.botReviews()).toHaveLength(1);
    expect(pull.botReviewComments().map(({ path, line }) => `${path}:${line}`)).toEqual([
      'seps/0000-short-frames.md:1',
      'seps/0000-short-frames.md:8',
    ]);
    expect(pull.check('convenor/proposal')?.output.title).toMatch(/^4 remarks/);
    await tell(told, 'remark mended');
    expect(textAt(told.sandbox.state.objects, pull.head, 'seps/0000-short-frames.md')).toContain(
      '- **PR**: https://github.com/tidewire/tidewire/pull/12\n',
    );
    expect(pull.check('convenor/proposal')?.output.title).toMatch(/^3 remarks/);
    expect(openThreads(told)).toEqual([1]);

    // 2. It gets its number and names a group: that is a claim. Two leads are asked, and one of them adopts it.
    const moved = await tell(told, 'number and group');
    expect(moved).toEqual(['Snapshot', expect.stringContaining('/files'), 'Content', 'Accounts', 'Append', 'Publish']);
    expect(pull.requestedReviewers).toEqual(['noorhaddad', 'tomasvik']);
    expect(status(told)).toContain('**A lead of the Wire Format Working Group** (@noorhaddad, @tomasvik)');
    await tell(told, 'an outsider');
    const refusal = pull.lastBotComment()?.body ?? '';
    expect(refusal).toContain('> /sep adopt');
    expect(refusal).toContain(
      'is for a lead of the group (Wire Format Working Group), and passerby is not known as that',
    );
    expect(refusal).toContain('Rule: `adoption`');
    expect(refusal).toContain('**What to do:**');
    await tell(told, 'adopted');
    expect(status(told)).toContain('adopted by noorhaddad');

    expect(openThreads(told)).toEqual([]);
    // With nothing left to accept, that chapter would be left out.
    expect(
      chaptersFor('advise')
        .find(({ name }) => name === 'remark mended')
        ?.applies?.(told),
    ).toBe(false);

    // 3. A maintainer sponsors it. It is a draft, and the edit of the Sponsor line is offered.
    await tell(told, 'sponsored');
    expect(pull.labels).toEqual(['SEP', 'draft']);
    expect(pull.botReviews()).toHaveLength(2);
    expect(pull.botReviewComments().at(-1)?.body).toContain('```suggestion\n- **Sponsor**: @kofiadu\n```');
    await tell(told, 'suggestion accepted');
    expect(openThreads(told)).toEqual([]);

    // 4. The lead opens a consensus. Who is counted is frozen, and the deadline stands in the comment.
    const opened = await tell(told, 'consensus opened');
    expect(opened).toEqual(['Snapshot', 'Eyes', 'Append', 'Publish']);
    expect(status(told)).toContain('until Thursday 3 December 2026 09:');
    const opens = ledgerOf(stage).find((line) => line.kind === 'opens');
    expect(opens?.electorate.map(({ login }) => login).sort()).toEqual([
      'adaquist',
      'linokafor',
      'noorhaddad',
      'ravimenon',
      'tomasvik',
    ]);

    // 5. Quotes, code and edits do not count; a malformed block is refused with help; a block stands until cleared.
    const ignored = await tell(told, 'words that do not count');
    expect(ignored).toEqual(['Snapshot', 'Snapshot']);
    expect(await tell(told, 'malformed block')).toEqual(['Snapshot', 'Eyes', 'Append', 'Publish']);
    expect(pull.lastBotComment()?.body).toContain('needs an alternative or a criterion');
    await tell(told, 'blocked');
    expect(status(told)).toContain('blocked by 1 objection');
    expect(status(told)).toContain('**@linokafor** clears the block with `/unblock checksum`');
    await tell(told, 'cleared');
    expect(status(told)).not.toContain('blocked by');

    // 6. The deadline passes with no webhook at all; then the core decides.
    await tell(told, 'consensus recorded');
    expect(status(told)).toContain('Before the Core Maintainers until');
    expect(pull.labels).toEqual(['SEP', 'in-review']);
    await tell(told, 'ballots');
    expect(status(told)).toContain('The core accepted: 3 yes, 1 no, 0 abstained, 1 silent of 5.');
    expect(pull.labels).toEqual(['SEP', 'accepted']);
    expect(pull.lastBotComment()?.body).toContain('it is recorded and not counted'.replace('it is', 'this ballot is'));

    // 7. Only the sponsor's word makes it final, and only then may it be merged.
    expect(pull.check('convenor/merge')?.conclusion).toBe('action_required');
    await tell(told, 'final');
    await told.bench.awaitsDashboard();
    expect(pull.check('convenor/merge')?.conclusion).toBe('success');
    expect(pull.labels).toEqual(['SEP', 'final']);
    // The checks lead to the proposal's page.
    const page = 'dashboard/proposals/12.md';
    const home = `${stage.sandbox.state.urls.web}/tidewire/tidewire`;
    for (const name of ['convenor/proposal', 'convenor/merge']) {
      expect(pull.check(name)?.detailsUrl).toBe(`${home}/blob/convenor/record/${page}`);
    }
    expect(fileAt(stage, page)).toContain('Short frames for satellite links');
    expect(fileAt(stage, 'dashboard/groups/wire-format.md')).toContain('## Decided proposals');
    expect(fileAt(stage, 'dashboard/groups/wire-format.md')).toContain('Short frames for satellite links');
    expect(pull.botComments()).toHaveLength(4);
    // Each mend, and each line of the file that the record had overtaken, was offered once; what is past was resolved.
    const offered = pull.botReviewComments().map(({ body }) => suggestionOf(body)?.join('\n'));
    expect(offered).toEqual([
      '# SEP-12: Short frames for satellite links',
      '- **PR**: https://github.com/tidewire/tidewire/pull/12',
      '- **Sponsor**: @kofiadu',
      '- **Status**: In-Review',
      '- **Status**: Accepted',
      '- **Status**: Final',
    ]);
    expect(openThreads(told)).toEqual([3]);

    // Everything that Convenor asked of GitHub's REST was asked as GitHub describes it.
    const wrong = stage.sandbox.requests
      .filter(({ kind, authentication }) => kind === 'rest' && !authentication)
      .flatMap(({ method, path, body }) => validateRequest(method, path, new URLSearchParams(), body));
    expect(wrong).toEqual([]);
    expect(stage.world.unseen()).toEqual([]);
    await strike(stage);
  });

  test('its group holds a veto window, whose silent end accepts it', { timeout: 120_000 }, async () => {
    const stage = await stageFor(tidewire('discovery'));
    const told = await begin(stage);
    for (const chapter of chaptersFor('veto-window')) {
      await chapter.act(told);
      if (chapter.name === 'consensus recorded') {
        expect(status(told)).toContain('it stands unless a Core Maintainer objects until');
        expect(told.pull.labels).toEqual(['SEP', 'in-review']);
      }
      if (chapter.name === 'window passes') {
        expect(status(told)).toContain('**Accepted;');
        expect(told.pull.labels).toEqual(['SEP', 'accepted']);
      }
    }
    await stage.bench.awaitsDashboard();
    expect(endOf(told).checks).toEqual(['convenor/merge success', 'convenor/proposal success']);
    expect(told.bench.log.errors).toEqual([]);
    await strike(stage);
  });
});
