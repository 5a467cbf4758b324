import { describe, expect, test } from 'vitest';
import { PROPOSAL } from '../../src/sandbox/demo/invented.js';
import type { Told } from '../../src/sandbox/demo/story.js';
import { ledgerOf } from './end.js';
import {
  brought,
  consensus,
  DISCOVERY,
  DRAFT,
  forming,
  ICE,
  opened,
  proposal,
  ROSTER,
  RULES,
  rulesWith,
  status,
  WIRE_FORMAT,
  withItem,
} from './places.js';
import { strike } from './stage.js';

/** Ends a story: nothing failed, and nothing is left running. */
async function ends(told: Told): Promise<void> {
  expect(told.bench.log.errors).toEqual([]);
  await strike(told);
}

/** The logins that the last opening counts. */
const counted = (told: Told): string[] =>
  (ledgerOf(told).findLast((line) => line.kind === 'opens')?.electorate ?? []).map(({ login }) => login).sort();

const reply = ({ pull }: Told): string => pull.lastBotComment()?.body ?? '';

const bound = (told: Told): string[] =>
  ledgerOf(told)
    .filter((line) => line.kind === 'bound')
    .map(({ groups }) => groups.map(({ slug, by }) => `${slug} by ${by}`).join(', ') || 'nothing');

describe('A proposal finds its group', () => {
  test('by a lead who adopts it', async () => {
    const told = await brought();
    await told.cast.lead.comments(told.pull, '/sep adopt');
    expect(status(told)).toContain('Wire Format Working Group; adopted by noorhaddad');
    await consensus(told, 'tomasvik');
    expect(opened(told)).toEqual({ form: 'consensus', group: 'wire-format', authority: 'advise', because: [] });
    await ends(told);
  });

  test('by an active work item of a charter, and the first word of a lead counts the whole group', async () => {
    const told = await brought({ [WIRE_FORMAT]: withItem(WIRE_FORMAT) });
    expect(status(told)).toContain(
      `The charter of the Wire Format Working Group has it among its active work items (${WIRE_FORMAT}, line `,
    );
    expect(bound(told)).toEqual(['wire-format by work-item']);
    expect(status(told)).not.toContain('Nearest group');
    await consensus(told, 'tomasvik');
    expect(opened(told)?.group).toBe('wire-format');
    expect(counted(told)).toEqual(['adaquist', 'linokafor', 'noorhaddad', 'ravimenon', 'tomasvik']);
    await ends(told);
  });

  test('by a delegation whose scope is one group’s alone', async () => {
    const grants = {
      discovery: { authority: 'veto-window' as const, scope: { tracks: ['Standards Track' as const] } },
    };
    const told = await brought({ [RULES]: rulesWith(grants) });
    expect(status(told)).toContain('The delegation to the Discovery Working Group covers it, and no other does.');
    await consensus(told, 'sanaito');
    expect(opened(told)).toEqual({ form: 'consensus', group: 'discovery', authority: 'veto-window', because: [] });
    expect(counted(told)).toEqual(['emrekaya', 'linokafor', 'sanaito']);
    await ends(told);
  });

  test('and a scope that two delegations share binds it to neither', async () => {
    const scope = { tracks: ['Standards Track' as const] };
    const grants = {
      discovery: { authority: 'decide' as const, scope },
      'wire-format': { authority: 'decide' as const, scope },
    };
    const told = await brought({ [RULES]: rulesWith(grants) });
    expect(bound(told)).toEqual([]);
    expect(status(told)).toContain('The preamble names none.');
    await ends(told);
  });

  test.each([
    ['a lead of the group that has it', 'noorhaddad'],
    ['the core', 'bolarsen'],
  ])('by %s, who routes it', async (_, login) => {
    const told = await brought({ [WIRE_FORMAT]: withItem(WIRE_FORMAT) });
    await told.world.user(login).comments(told.pull, '/sep route Discovery WG');
    expect(status(told)).toContain(`Discovery Working Group; routed by ${login}`);
    // A lead of the group that it was taken from has no say any more.
    await consensus(told, 'noorhaddad');
    expect(reply(told)).toContain('is for a lead of the group (Discovery Working Group)');
    await told.world.user('sanaito').comments(told.pull, '/consensus start minor compatible');
    expect(opened(told)).toMatchObject({ group: 'discovery', authority: 'veto-window' });
    expect(counted(told)).toEqual(['emrekaya', 'linokafor', 'sanaito']);
    await ends(told);
  });

  test('by a lead who takes it: the claim of the other group stays, so the core decides', async () => {
    const told = await brought({ [WIRE_FORMAT]: withItem(WIRE_FORMAT) });
    await told.world.user('sanaito').comments(told.pull, '/sep route discovery');
    expect(status(told)).toContain(
      'It touches several groups: Discovery Working Group, Wire Format Working Group. The core decides; the Discovery Working Group cares for it.',
    );
    await told.cast.sponsor.comments(told.pull, '/sep sponsor');
    await told.world.user('sanaito').comments(told.pull, '/consensus start minor compatible');
    expect(opened(told)).toMatchObject({ group: 'discovery', authority: 'advise' });
    await ends(told);
  });

  test('and nobody else routes it', async () => {
    const told = await brought({ [WIRE_FORMAT]: withItem(WIRE_FORMAT) });
    for (const person of [told.cast.outsider, told.cast.author, told.cast.sponsor]) {
      await person.comments(told.pull, '/sep route discovery');
      expect(reply(told)).toContain(`and ${person.login} is not known as that here`);
      expect(reply(told)).toContain('Rule: `routing`');
    }
    expect(status(told)).toContain('Wire Format Working Group.');
    await ends(told);
  });
});

describe('A proposal has no group yet', () => {
  test('where its preamble only names one: its leads are asked, and nobody may open a consensus', async () => {
    const told = await brought({}, proposal({ 'Working Group': 'Wire Format' }));
    expect(status(told)).toContain('The preamble names the Wire Format Working Group; no lead of it has adopted');
    expect(status(told)).toContain('**A lead of the Wire Format Working Group** (@noorhaddad, @tomasvik)');
    expect(told.pull.requestedReviewers).toEqual(['noorhaddad', 'tomasvik']);
    expect(status(told)).not.toContain('Nearest group');
    await consensus(told, 'noorhaddad');
    expect(reply(told)).toContain('No Working Group is responsible for this proposal yet');
    expect(opened(told)).toBeNull();
    await ends(told);
  });

  test('and names none: one kind answer with the nearest groups, their leads and channels', async () => {
    const told = await brought();
    expect(told.pull.botComments()).toHaveLength(1);
    const text = status(told);
    expect(text).toContain('**Nearest group: the Wire Format Working Group.** Its charter speaks of');
    expect(text).toContain('Say hello in #wire-format-wg and ask noorhaddad or tomasvik whether it fits');
    expect(text).toContain('A lead of a Working Group takes a proposal into its care with `/sep adopt`.');
    // The others are folded.
    expect(text).not.toContain('Discovery');
    expect(told.pull.statusComment()?.body).toContain('- **Discovery Working Group**: Its charter speaks of gauges.');
    // Nobody is asked on the strength of a guess.
    expect(told.pull.requestedReviewers).toEqual([]);
    expect(text).not.toMatch(/@(noorhaddad|tomasvik|sanaito)/);
    await ends(told);
  });

  test('where only an Interest Group fits: it is suggested, and nothing makes it responsible', async () => {
    const text = proposal({ 'Working Group': 'Ice' })
      .replace('Short frames for satellite links', 'What gauges in frozen waters need')
      .replace('A frame of twelve bytes', 'Gauges in frozen waters under ice');
    const unnamed = text.replace('- **Working Group**: Ice\n', '');
    const told = await brought({ [ICE]: withItem(ICE) }, unnamed);
    expect(bound(told)).toEqual([]);
    const [first] = /Nearest group: the Ice Interest Group.*/.exec(status(told)) ?? [];
    expect(first).toContain('An Interest Group can recommend, and is not responsible for a proposal.');
    await told.world.user('siridahl').comments(told.pull, '/sep adopt');
    expect(reply(told)).toContain('siridahl is not known as that here');
    await told.world.user('bolarsen').comments(told.pull, '/sep route ice');
    expect(reply(told)).toContain('names a group that is not responsible for proposals');
    expect(reply(told)).toContain('`discovery`, `wire-format`');
    await told.cast.author.pushes(told.pull, { files: { [DRAFT]: text } });
    expect(status(told)).toContain('it can recommend, and a Working Group or the core decides');
    expect(told.pull.requestedReviewers).toEqual([]);
    await ends(told);
  });

  test('where the group that fits is still forming: suggested, and nothing binds it before it is approved', async () => {
    const told = await brought({ [DISCOVERY]: forming(DISCOVERY) }, ANNOUNCING);
    expect(status(told)).toContain('The group is still forming, and is not responsible for a proposal yet.');
    await told.world.user('sanaito').comments(told.pull, '/sep adopt');
    expect(reply(told)).toContain('sanaito is not known as that here');
    await told.world.user('bolarsen').comments(told.pull, '/sep route discovery');
    expect(reply(told)).toContain('names a group that is not responsible for proposals');
    expect(status(told)).toContain('The preamble names none.');
    await ends(told);
  });
});

/** A proposal that is plainly Discovery's. */
const ANNOUNCING = PROPOSAL.replace(
  'Short frames for satellite links',
  'Announcements and registries of gauges',
).replace('A frame of twelve bytes', 'How a gauge says that it is there, in announcements and registries,');

test('two charters that name it make a cross-group matter: the core decides, whatever was granted', async () => {
  const files = {
    [WIRE_FORMAT]: withItem(WIRE_FORMAT),
    [DISCOVERY]: withItem(DISCOVERY),
    [RULES]: rulesWith({ 'wire-format': { authority: 'decide' } }),
  };
  const told = await brought(files);
  const both = 'It touches several groups: Discovery Working Group, Wire Format Working Group.';
  expect(status(told)).toContain(`${both} The core decides.`);
  await consensus(told, 'noorhaddad');
  expect(reply(told)).toContain('No Working Group is responsible for this proposal yet');
  // A lead takes care of it; that makes the group's word no weightier.
  await told.cast.lead.comments(told.pull, '/sep adopt\n\n/consensus start minor compatible');
  expect(status(told)).toContain('the Wire Format Working Group cares for it');
  expect(opened(told)).toMatchObject({ group: 'wire-format', authority: 'advise' });
  expect(opened(told)?.because.join()).toContain('It touches several groups: ');
  await told.sandbox.clock.advance({ days: 6 });
  expect(status(told)).toContain('Before the Core Maintainers until');
  expect(opened(told)).toMatchObject({ form: 'core' });
  await ends(told);
});

describe('An author takes no power that the default branch does not give', () => {
  const OWN = 'version: 1\npeople:\n  - logins: [adaquist]\n    role: lead-maintainer\n';

  test('through a roster and a charter in their own pull request', async () => {
    const told = await brought();
    const { author } = told.cast;
    const charter = withItem(WIRE_FORMAT).replaceAll('noorhaddad', 'adaquist');
    await author.pushes(told.pull, { files: { [ROSTER]: OWN, [WIRE_FORMAT]: charter } });
    expect(bound(told)).toEqual([]);
    for (const words of ['/sep adopt', '/sep sponsor', '/sep route wire-format']) {
      await author.comments(told.pull, words);
      expect(reply(told)).toContain('adaquist is not known as that here');
    }
    const acts = ledgerOf(told).filter((line) => line.kind === 'act');
    expect(acts.map(({ roles }) => roles)).toEqual(Array(3).fill(['wg-member:wire-format']));
    expect(told.pull.labels).toEqual(['SEP', 'proposal']);
    await ends(told);
  });

  test('through a base branch with another roster, on which nothing of theirs begins', async () => {
    const told = await brought();
    const { author } = told.cast;
    const { sandbox, repo, world, pull } = told;
    const keeper = world.user('tidewire-keeper');
    sandbox.actions.createRef(keeper.caller, repo, 'refs/heads/aside', repo.refs.get('refs/heads/main') ?? '');
    await world.acts(() =>
      sandbox.actions.push(keeper.caller, repo, {
        branch: 'aside',
        files: { [ROSTER]: OWN },
        message: 'Another roster',
      }),
    );
    await author.changesBase(pull, 'aside');
    for (const words of ['/sep adopt', '/sep sponsor']) await author.comments(pull, words);
    expect(reply(told)).toContain('adaquist is not known as that here');
    expect(pull.labels).toEqual(['SEP', 'proposal']);
    expect(status(told)).toContain('The base is not `main` any more.');
    await ends(told);
  });

  test('through the login of a lead who gave it up: the id that was pinned to it leads, and no other', async () => {
    const told = await brought({}, proposal({ 'Working Group': 'Wire Format' }));
    const { cast, world, pull } = told;
    // The lead was asked once, so the record knows which account the charter means.
    await cast.lead.takesLogin('noor-of-the-harbour');
    const taker = world.user('noorhaddad');
    for (const words of ['/sep adopt', '/sep route discovery']) {
      await taker.comments(pull, words);
      expect(reply(told)).toContain('noorhaddad is not known as that here');
    }
    await cast.lead.comments(pull, '/sep adopt');
    expect(status(told)).toContain('Wire Format Working Group; adopted by noor-of-the-harbour');
    await cast.sponsor.comments(pull, '/sep sponsor');
    await cast.lead.comments(pull, '/consensus start minor');
    const ids = ledgerOf(told).flatMap((line) => (line.kind === 'opens' ? line.electorate.map(({ id }) => id) : []));
    expect(ids).toHaveLength(5);
    expect(ids).toContain(cast.lead.id);
    expect(ids).not.toContain(taker.id);
    await ends(told);
  });
});
