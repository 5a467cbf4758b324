import { describe, expect, test } from 'vitest';
import { PROPOSAL } from '../../src/sandbox/demo/invented.js';
import type { Told } from '../../src/sandbox/demo/story.js';
import type { Grant } from '../../src/rules/schema.js';
import { ledgerOf } from './end.js';
import {
  brought,
  consensus,
  DISCOVERY,
  DRAFT,
  opened,
  proposal,
  RULES,
  rulesWith,
  status,
  WIRE_FORMAT,
  withItem,
} from './places.js';
import { fileAt } from './record.js';
import { strike } from './stage.js';

async function ends(told: Told): Promise<void> {
  expect(told.bench.log.errors).toEqual([]);
  await strike(told);
}

/** The proposal with the rules of a repository that grants something to Wire Format, whose charter names it. */
const granted = (grant: Partial<Grant> & Pick<Grant, 'authority'>, text?: string, more?: Record<string, string>) =>
  brought({ [WIRE_FORMAT]: withItem(WIRE_FORMAT), [RULES]: rulesWith({ 'wire-format': grant }), ...more }, text);

/** A consensus on a minor matter, and its five days in which nobody objects. */
async function agreed(told: Told, words = 'minor compatible'): Promise<void> {
  await consensus(told, 'noorhaddad', words);
  await told.sandbox.clock.advance({ days: words.startsWith('minor') ? 6 : 11 });
}

/** Three of the core vote the same way, which ends it. */
async function coreSays(told: Told, word: 'accept' | 'reject'): Promise<void> {
  for (const login of ['yaramensah', 'pnovotny', 'gracelindqvist']) {
    await told.world.user(login).comments(told.pull, `/core ${word}`);
  }
}

describe('What a group agrees on', () => {
  test('is a recommendation where it only advises, and the core decides', async () => {
    const told = await granted({ authority: 'advise' });
    expect(status(told)).toContain("The group's consensus is a recommendation, and the core decides.");
    await agreed(told);
    expect(status(told)).toContain('**Before the Core Maintainers until');
    expect(opened(told)).toEqual({ form: 'core', group: 'wire-format', authority: 'advise', because: [] });
    await ends(told);
  });

  test('stands in a veto window in which the core is silent', async () => {
    const told = await granted({ authority: 'veto-window' });
    expect(status(told)).toContain("The group's consensus stands unless the core objects.");
    await agreed(told);
    expect(status(told)).toContain('it stands unless a Core Maintainer objects until');
    await told.sandbox.clock.advance({ days: 8 });
    expect(status(told)).toContain('Nobody objected within the window: accepted.');
    expect(told.pull.labels).toEqual(['SEP', 'accepted']);
    await ends(told);
  });

  test('goes to the core after an objection within the window', async () => {
    const told = await granted({ authority: 'veto-window' });
    await agreed(told);
    await told.world.user('bolarsen').comments(told.pull, '/veto It changes what buoys pay.');
    expect(status(told)).toContain('**Before the Core Maintainers until');
    expect(opened(told)).toMatchObject({ form: 'core', group: 'wire-format' });
    await ends(told);
  });

  test('is accepted at once where it decides', async () => {
    const told = await granted({ authority: 'decide' });
    expect(status(told)).toContain("The group's consensus accepts.");
    await consensus(told, 'noorhaddad');
    expect(opened(told)).toEqual({ form: 'consensus', group: 'wire-format', authority: 'decide', because: [] });
    await told.sandbox.clock.advance({ days: 6 });
    expect(status(told)).toContain('The group agreed, and its word accepts: accepted.');
    expect(told.pull.labels).toEqual(['SEP', 'accepted']);
    expect(ledgerOf(told).filter(({ kind }) => kind === 'opens')).toHaveLength(1);
    await ends(told);
  });
});

describe('What changes under a group while it decides', () => {
  test('its track: the word of the group is advice then, and the core decides', async () => {
    const told = await granted({ authority: 'decide' });
    await consensus(told, 'noorhaddad');
    const text = proposal({ Type: 'Process' });
    await told.cast.author.pushes(told.pull, { files: { [DRAFT]: text }, message: 'Rather a process' });
    await told.sandbox.clock.advance({ days: 6 });
    expect(status(told)).toContain(
      'The group agreed. Its track changed meanwhile: Standards Track, Process. So the core',
    );
    expect(told.pull.labels).toEqual(['SEP', 'in-review']);
    await ends(told);
  });

  test('its files: by the grant that was pinned, whatever the rules say by then', async () => {
    const grant = { authority: 'decide', scope: { paths: ['docs/wire/**'] } } as const;
    const told = await granted({ ...grant, scope: { paths: [...grant.scope.paths] } });
    const { author } = told.cast;
    await author.pushes(told.pull, { files: { 'docs/wire/frames.md': 'Twelve bytes.\n' } });
    await consensus(told, 'noorhaddad');
    expect(opened(told)).toMatchObject({ authority: 'decide', because: [] });
    await author.pushes(told.pull, { files: { 'docs/money.md': 'More.\n' } });
    const widened = rulesWith({ 'wire-format': { authority: 'decide', scope: { paths: ['**'] } } });
    await told.world.user('tidewire-keeper').pushesTo(told.repo, { [RULES]: widened });
    await told.sandbox.clock.advance({ days: 6 });
    expect(status(told)).toContain(
      'Meanwhile the pull request came to change docs/money.md, which the delegation does not cover. So the core decides.',
    );
    const heads = ledgerOf(told).filter((line) => line.kind === 'head-seen');
    expect(heads.map(({ touches }) => touches)).toEqual([
      [],
      ['docs/wire/frames.md'],
      ['docs/money.md', 'docs/wire/frames.md'],
    ]);
    await ends(told);
  });

  test('a file that moves out of the paths changes two places', async () => {
    const told = await granted({ authority: 'decide', scope: { paths: ['docs/wire/**'] } }, undefined, {
      'docs/money.md': 'What a buoy pays for each frame that it sends, by the day and by the byte.\n',
    });
    const text = 'What a buoy pays for each frame that it sends, by the day and by the byte.\n';
    await told.cast.author.pushes(told.pull, { files: { 'docs/money.md': null, 'docs/wire/money.md': text } });
    expect(status(told)).toContain('It does not cover docs/money.md, which the pull request changes.');
    await ends(told);
  });

  test('what was pushed unseen, and seen first by the look that ends it', async () => {
    const told = await granted({ authority: 'decide' });
    await consensus(told, 'noorhaddad');
    told.sandbox.webhooks.loses = () => true;
    const text = proposal({ Type: 'Process' });
    await told.cast.author.pushes(told.pull, { files: { [DRAFT]: text }, message: 'Rather a process' });
    await told.sandbox.clock.advance({ days: 6 });
    expect(status(told)).toContain('Its track changed before the end or soon after it, and nobody can tell which:');
    expect(told.pull.labels).toEqual(['SEP', 'in-review']);
    // Whoever plays the whole ledger comes to the same, also once another head has been seen.
    told.sandbox.webhooks.loses = () => false;
    await told.cast.author.pushes(told.pull, { files: { [DRAFT]: PROPOSAL }, message: 'Rather not' });
    expect(status(told)).toContain('**Before the Core Maintainers until');
    expect(ledgerOf(told).map(({ kind }) => kind)).toEqual(expect.arrayContaining(['head-seen', 'closes']));
    await ends(told);
  });

  test('a second charter that names it, in the window as well', async () => {
    const told = await granted({ authority: 'veto-window' });
    await consensus(told, 'noorhaddad');
    await told.sandbox.clock.advance({ days: 6 });
    expect(status(told)).toContain('it stands unless a Core Maintainer objects');
    await told.world.user('tidewire-keeper').pushesTo(told.repo, { [DISCOVERY]: withItem(DISCOVERY) });
    await told.sandbox.clock.advance({ days: 8 });
    expect(status(told)).toContain('Meanwhile several groups have a claim: discovery, wire-format. The core decides.');
    await ends(told);
  });
});

describe('The next lower level holds, and people are told why', () => {
  const items = ['Registries'];
  test.each<[string, Partial<Grant> & Pick<Grant, 'authority'>, Grant['authority'], string]>([
    [
      'its days are over',
      { authority: 'decide', until: '2026-11-22' },
      'veto-window',
      'Its delegation ended on 2026-11-22.',
    ],
    [
      'they have not begun',
      { authority: 'decide', since: '2026-12-24' },
      'advise',
      'Its delegation begins on 2026-12-24.',
    ],
    [
      'it is of another track',
      { authority: 'decide', scope: { tracks: ['Extensions Track', 'Informational'] } },
      'veto-window',
      'It covers the Extensions Track and the Informational track, and this is Standards Track.',
    ],
    [
      'it changes no file that would tell',
      { authority: 'decide', scope: { paths: ['docs/wire/**'] } },
      'veto-window',
      'It covers certain files, and the pull request changes none yet beside the proposal, so nobody can tell.',
    ],
    [
      'it is of none of the items of the charter',
      { authority: 'veto-window', scope: { items } },
      'advise',
      'It covers "Registries" of the charter, and this is none of that.',
    ],
  ])('where %s', async (_, grant, authority, because) => {
    const told = await granted(grant);
    expect(status(told)).toContain(because);
    await consensus(told, 'noorhaddad');
    expect(opened(told)).toEqual({ form: 'consensus', group: 'wire-format', authority, because: [because] });
    expect(status(told)).toContain('In lazy consensus of the Wire Format Working Group');
    await ends(told);
  });

  test('where the pull request changes a file outside its paths, and the same grant holds once it does not', async () => {
    const told = await granted({ authority: 'decide', scope: { paths: ['docs/wire/**'] } });
    const { author } = told.cast;
    await author.pushes(told.pull, { files: { 'docs/wire/frames.md': 'Twelve bytes.\n', 'docs/money.md': 'More.\n' } });
    expect(status(told)).toContain('It does not cover docs/money.md, which the pull request changes.');
    await author.pushes(told.pull, { files: { 'docs/money.md': null } });
    expect(status(told)).toContain("The group's consensus accepts.");
    await consensus(told, 'noorhaddad');
    expect(opened(told)).toMatchObject({ authority: 'decide', because: [] });
    await ends(told);
  });

  test('where the words of a charter item that is covered are its own, it holds', async () => {
    const told = await granted({ authority: 'decide', scope: { items: ['SEP-12'] } });
    await consensus(told, 'noorhaddad');
    expect(opened(told)).toMatchObject({ authority: 'decide', because: [] });
    await ends(told);
  });
});

describe('Reserved matters are the core’s, whatever was granted', () => {
  test.each([
    ['the Process track', proposal({ Type: 'Process' }), 'The Process track is reserved to the core.'],
    ['no track', proposal({ Type: 'To be found' }), "It does not say of which track it is, so it may be the core's."],
  ])('%s', async (_, text, because) => {
    const told = await granted({ authority: 'decide' }, text);
    expect(status(told)).toContain(because);
    await consensus(told, 'noorhaddad');
    expect(opened(told)).toMatchObject({ authority: 'advise', because: [because] });
    await ends(told);
  });

  test('one of the Process track without a group needs none', async () => {
    const told = await brought({}, proposal({ Type: 'Process' }));
    expect(status(told)).toContain('None is needed. The Process track is reserved to the core.');
    expect(status(told)).not.toContain('Nearest group');
    await ends(told);
  });

  test('what a lead declares breaking', async () => {
    const told = await granted({ authority: 'decide' });
    await agreed(told, 'significant breaking');
    const first = ledgerOf(told).find((line) => line.kind === 'opens');
    expect(first).toMatchObject({ authority: 'advise', because: ['It was declared breaking.'] });
    expect(status(told)).toContain('**Before the Core Maintainers until');
    await ends(told);
  });

  test('what no lead declares: the verdict says so, and a new consensus gives the word its weight', async () => {
    const told = await granted({ authority: 'decide' });
    await told.cast.sponsor.comments(told.pull, '/sep sponsor');
    expect(status(told)).toContain('`/consensus start minor compatible`');
    await told.world.user('noorhaddad').comments(told.pull, '/consensus start minor');
    const says =
      'Nobody declared whether it is breaking, so it is reserved to the core; a new decision with `compatible` would ' +
      "give the group's word its weight.";
    expect(opened(told)).toMatchObject({ authority: 'advise', because: [says] });
    expect(status(told)).toContain(says);
    await told.sandbox.clock.advance({ days: 6 });
    expect(status(told)).toContain('**Before the Core Maintainers until');

    // The core is silent, the sponsor brings it back, and a lead declares it.
    await told.sandbox.clock.advance({ days: 15 });
    await told.cast.sponsor.comments(told.pull, '/sep status draft It was never declared.');
    await told.world.user('noorhaddad').comments(told.pull, '/consensus start minor compatible');
    expect(opened(told)).toMatchObject({ form: 'consensus', authority: 'decide', because: [] });
    await told.sandbox.clock.advance({ days: 6 });
    expect(told.pull.labels).toEqual(['SEP', 'accepted']);
    await ends(told);
  });
});

describe('A grant that asks for a track record', () => {
  const NEEDS: Partial<Grant> & Pick<Grant, 'authority'> = {
    authority: 'veto-window',
    needs: { decided: 1, overturned: 0, members: 3, organizations: 3 },
  };
  const LACKS = 'Of proposals that it decided it needs 1, and has 0.';

  /** How often the index was read so far. */
  const readings = ({ sandbox }: Told): number =>
    sandbox.requests.filter(({ operation }) => operation === 'Index').length;

  /** Ada brings a second proposal, which a lead of Wire Format adopts. */
  async function another(told: Told): Promise<Told> {
    const pull = await told.cast.author.opensPullRequest({
      repo: told.repo,
      title: 'Shorter still',
      from: 'fork',
      branch: 'shorter-still',
      files: { 'seps/0000-shorter-still.md': PROPOSAL.replace('Short frames', 'Even shorter frames') },
    });
    await told.cast.lead.comments(pull, '/sep adopt');
    return { ...told, pull, play: { ...told.play, number: 13 } };
  }

  test('gives less until the group has shown it, and then the same grant gives more', async () => {
    const told = await granted(NEEDS);
    expect(status(told)).toContain(LACKS);
    await agreed(told);
    expect(ledgerOf(told).find((line) => line.kind === 'opens')).toMatchObject({
      authority: 'advise',
      because: [LACKS],
    });
    const waiting = await another(told);
    expect(status(waiting)).toContain(LACKS);
    await coreSays(told, 'accept');
    expect(told.pull.labels).toEqual(['SEP', 'accepted']);

    await waiting.cast.author.comments(waiting.pull, 'And now?');
    expect(status(waiting)).not.toContain(LACKS);
    await consensus(waiting, 'noorhaddad');
    expect(opened(waiting)).toEqual({ form: 'consensus', group: 'wire-format', authority: 'veto-window', because: [] });
    await ends(told);
  });

  test('is lost again where the core overturns what the group agreed on', async () => {
    const told = await granted({ ...NEEDS, needs: { decided: 0, overturned: 0, members: 0, organizations: 0 } });
    await agreed(told);
    await told.world.user('bolarsen').comments(told.pull, '/veto It changes what buoys pay.');
    await coreSays(told, 'reject');
    expect(told.pull.labels).toEqual(['SEP', 'rejected']);
    const next = await another(told);
    const because = 'At most 0 of its decisions may have been overturned, and 1 was.';
    expect(status(next)).toContain(because);
    await consensus(next, 'noorhaddad');
    expect(opened(next)).toMatchObject({ authority: 'advise', because: [because] });
    await ends(told);
  });

  test('is asked of members, too', async () => {
    const told = await granted({ ...NEEDS, needs: { decided: 0, overturned: 0, members: 6, organizations: 6 } });
    await consensus(told, 'noorhaddad');
    expect(opened(told)?.because).toEqual([
      'Of members it needs 6, and has 5.',
      'Of organisations that its members are from it needs 6, and has 5.',
    ]);
    await ends(told);
  });

  test('costs one reading of the index where something changed in it, and none otherwise', async () => {
    const without = await granted({ authority: 'decide' });
    await consensus(without, 'noorhaddad');
    expect(readings(without)).toBe(0);
    await strike(without);

    const told = await granted(NEEDS);
    // Nothing is recorded yet, so there is nothing to read.
    expect(readings(told)).toBe(0);
    await told.cast.author.comments(told.pull, 'Hello.');
    await told.cast.author.comments(told.pull, 'Is anybody there?');
    expect(readings(told)).toBe(1);
    const free = await told.cast.outsider.opensPullRequest({
      repo: told.repo,
      title: 'Of another group',
      files: { 'seps/0000-other.md': PROPOSAL.replace('Short frames', 'Long frames') },
    });
    await told.cast.outsider.comments(free, 'Hello.');
    expect(readings(told)).toBe(1);
    await ends(told);
  });

  test('is not met by an index that cannot be read, and nothing comes to a halt', async () => {
    const told = await granted({ ...NEEDS, needs: { decided: 0, overturned: 0, members: 0, organizations: 0 } });
    const { sandbox, repo, rules } = told;
    // A version of the app that is gone wrote it: what anybody else commits there counts for nothing at all.
    const app = sandbox.requests.findLast(({ operation }) => operation === 'Append')?.caller;
    if (!app) throw new Error('Nothing was written down.');
    sandbox.actions.createCommitOnBranch(app, repo, {
      branch: rules.record.branch,
      expectedHeadOid: repo.refs.get(`refs/heads/${rules.record.branch}`) ?? '',
      headline: 'Spoil the index',
      additions: [{ path: 'index/999.json', content: Buffer.from('{ "v": 1 }\n') }],
      deletions: [],
    });
    await consensus(told, 'noorhaddad');
    const because = 'At most 0 of its decisions may have been overturned, and how many were is not known.';
    expect(opened(told)).toMatchObject({ authority: 'advise', because: [because] });
    await ends(told);
  });

  test('waits through a hiccup of GitHub, which costs the group nothing', async () => {
    const told = await granted({ ...NEEDS, needs: { decided: 0, overturned: 0, members: 0, organizations: 0 } });
    told.sandbox.faults.add({ on: { operation: /^Index$/ }, times: 2, fault: { kind: 'fails', status: 502 } });
    await consensus(told, 'noorhaddad');
    expect(opened(told)).toMatchObject({ authority: 'veto-window', because: [] });
    expect(told.bench.log.errors.splice(0)).toHaveLength(2);
    await ends(told);
  });

  test('and is not known where GitHub goes on failing, so that people can go on', async () => {
    const told = await granted({ ...NEEDS, needs: { decided: 0, overturned: 0, members: 0, organizations: 0 } });
    told.sandbox.faults.add({ on: { operation: /^Index$/ }, times: 99, fault: { kind: 'fails', status: 502 } });
    await consensus(told, 'noorhaddad');
    expect(opened(told)).toMatchObject({ authority: 'advise' });
    expect(told.bench.log.errors.splice(0)).toHaveLength(2);
    await ends(told);
  });

  test('and the index says who took part, since when it waits, and what it is about', async () => {
    const areas = [{ key: 'small', title: 'Small Frames', coreMaintainers: ['bolarsen'], groups: ['wire-format'] }];
    const more = `rules:\n  priority-areas:\n    areas: ${JSON.stringify(areas)}\n`;
    const told = await granted(NEEDS, undefined, { [RULES]: rulesWith({ 'wire-format': NEEDS }, more) });
    expect(status(told)).toContain(
      'Its group works on Small Frames, a priority area of the roadmap. Such a proposal is',
    );
    await consensus(told, 'noorhaddad');
    await told.world.user('linokafor').comments(told.pull, '/block size\nToo small.\nAlternative: sixteen bytes.');
    await told.world.user('linokafor').comments(told.pull, '/unblock size');
    const entry = JSON.parse(fileAt(told, 'index/12.json') ?? 'null') as Record<string, unknown>;
    expect(entry).toMatchObject({
      priorityArea: 'small',
      decisions: [{ form: 'consensus', group: 'wire-format', closed: null }],
    });
    expect(entry.since).toMatch(/^2026-11-23T09:01:/);
    const [decision] = entry.decisions as { members: { login: string }[] }[];
    expect(decision?.members.map(({ login }) => login).sort()).toEqual(['linokafor', 'noorhaddad']);
    await told.bench.awaitsDashboard();
    const front = fileAt(told, 'dashboard/README.md') ?? '';
    expect(front).toContain('## The review queue');
    expect(front).toMatch(
      /\| 1 \| \[#12\]\([^)]*\) \| \[Short frames for satellite links\]\([^)]*\) \| review \| Expedited: Small Frames\. A draft since Monday 23 November 2026 09:01 UTC\. \|/,
    );
    await ends(told);
  });
});
