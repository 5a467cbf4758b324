import { describe, expect, test } from 'vitest';
import { chaptersFor, begin, type Told } from '../../src/sandbox/demo/story.js';
import { ledgerOf } from './end.js';
import { stageFor, strikeWhole, tidewire } from './stage.js';

/** The commands that a ledger holds, with who said them. */
const said = (told: Told): string[] =>
  ledgerOf(told).flatMap((line) => (line.kind === 'act' ? [`${line.by.login} /${line.command}`] : []));

async function upTo(name: string, group: 'wire-format' | 'discovery' = 'wire-format'): Promise<Told> {
  const told = await begin(await stageFor(tidewire(group)));
  for (const chapter of chaptersFor('advise')) {
    await chapter.act(told);
    if (chapter.name === name) return told;
  }
  throw new Error(`There is no chapter "${name}".`);
}

test('a ballot may stand in a review, and is bound to the commit that the review names', async () => {
  const told = await upTo('consensus recorded');
  const [first] = told.cast.core;
  await first?.approves(told.pull, { body: 'Read it twice.\n\n/core accept' });
  expect(said(told).at(-1)).toBe(`${first?.login ?? ''} /core accept`);
  const ballot = ledgerOf(told).findLast((line) => line.kind === 'act');
  expect(ballot?.head).toEqual({ commit: told.pull.head, certain: true });
  expect(told.pull.statusComment()?.body).toContain('1 yes, 0 no');
  await strikeWhole(told);
});

test('a comment that was edited before anybody looked counts by what it first said', async () => {
  const told = await upTo('adopted');
  const { cast, pull, world, bench } = told;
  await world.quietly(async () => {
    const comment = await cast.sponsor.comments(pull, '/sep sponsor');
    await cast.sponsor.editsComment(comment, 'Never mind.');
    const other = await cast.outsider.comments(pull, 'Hello.');
    await cast.outsider.editsComment(other, '/sep sponsor');
  });
  await bench.sweep();
  expect(said(told).filter((line) => line.endsWith('/sep sponsor'))).toEqual(['kofiadu /sep sponsor']);
  expect(pull.labels).toEqual(['SEP', 'draft']);
  await strikeWhole(told);
});

test('a deleted comment keeps counting once it was seen, and one deleted unseen is lost', async () => {
  const told = await upTo('adopted');
  const { cast, pull, world, bench } = told;
  await world.quietly(async () => cast.sponsor.deletesComment(await cast.sponsor.comments(pull, '/sep sponsor')));
  await bench.sweep();
  expect(pull.labels).toEqual(['SEP', 'proposal']);
  const counted = await cast.sponsor.comments(pull, '/sep sponsor');
  await cast.sponsor.deletesComment(counted);
  await bench.restart();
  await bench.sweep();
  expect(pull.labels).toEqual(['SEP', 'draft']);
  await strikeWhole(told);
});

test('who renames their account keeps their standing, and who takes over the login gets none of it', async () => {
  const told = await upTo('sponsored');
  const { cast, pull, world } = told;
  await cast.lead.takesLogin('noor-of-the-harbour');
  const taker = world.user('noorhaddad');
  await taker.comments(pull, '/consensus start minor');
  expect(pull.lastBotComment()?.body).toContain('noorhaddad is not known as that here');
  await cast.lead.comments(pull, '/consensus start minor');
  expect(pull.statusComment()?.body).toContain('In lazy consensus of the Wire Format Working Group');
  await strikeWhole(told);
});

test('where the roster gives ids, a renamed person counts under any name, and who has their old login never', async () => {
  const stage = await stageFor(tidewire('wire-format'));
  const { world, repo, cast } = stage;
  const idOf = (login: string): number => world.user(login).account.id;
  const roster = `version: 1
people:
  - ids: [${idOf('kofiadu')}]
    logins: [kofiadu]
    roles: [{ role: maintainer }]
  - ids: [${idOf('yaramensah')}]
    logins: [yaramensah]
    roles: [{ role: core-maintainer }]
`;
  await world.user('tidewire-keeper').pushesTo(repo, { '.github/convenor/roster.yml': roster });
  const told = await begin(stage);
  const [yara] = cast.core.filter(({ login }) => login === 'yaramensah');
  await cast.sponsor.takesLogin('kofi-of-the-go-sdk');
  await yara?.takesLogin('yara-of-the-core');
  await world.user('kofiadu').comments(told.pull, '/sep sponsor');
  expect(told.pull.labels).toEqual(['SEP', 'proposal']);
  await cast.sponsor.comments(told.pull, '/sep sponsor');
  expect(told.pull.labels).toEqual(['SEP', 'draft']);
  await cast.sponsor.comments(told.pull, '/sep status in-review');
  expect(told.pull.labels).toEqual(['SEP', 'in-review']);
  const opens = ledgerOf(told).findLast((line) => line.kind === 'opens');
  expect(opens?.electorate.map(({ id }) => id)).toContain(yara?.account.id);
  expect(opens?.electorate).toHaveLength(5);
  await world.user('yaramensah').comments(told.pull, '/core accept');
  expect(told.pull.statusComment()?.body).toContain('0 yes, 0 no');
  await yara?.comments(told.pull, '/core accept');
  expect(told.pull.statusComment()?.body).toContain('1 yes, 0 no');
  await strikeWhole(told);
});

test('a proposal reaches the core once it is known who the core is, and what a deadline brings there counts all', async () => {
  const stage = await stageFor(tidewire('wire-format'));
  const { world, cast, sandbox } = stage;
  await world.user('pnovotny').takesLogin('pavel-of-the-core');
  const told = await begin(stage);
  await cast.sponsor.comments(told.pull, '/sep sponsor');
  await cast.sponsor.comments(told.pull, '/sep status in-review');
  expect(told.pull.labels).toEqual(['SEP', 'draft']);
  expect(told.pull.lastBotComment()?.body).toContain('No account is called pnovotny');
  expect(told.pull.lastBotComment()?.body).toContain('MAINTAINERS.md');
  await cast.lead.comments(told.pull, '/sep adopt\n/consensus start minor');
  await sandbox.clock.advance({ days: 6 });
  const opens = ledgerOf(told).flatMap((line) => (line.kind === 'opens' && line.form === 'core' ? [line] : []));
  expect(opens).toHaveLength(1);
  const electorate = opens[0]?.electorate ?? [];
  expect(electorate).toHaveLength(5);
  expect(electorate.filter(({ id }) => id < 0)).toEqual([expect.objectContaining({ login: 'pnovotny' })]);
  for (const login of ['inescosta', 'bolarsen']) await world.user(login).comments(told.pull, '/core accept');
  // Two of five are no quorum: by the four who can be found they would have been one.
  expect(told.pull.statusComment()?.body).toContain('2 yes, 0 no');
  expect(told.pull.labels).toEqual(['SEP', 'in-review']);
  await strikeWhole(told);
});

test('a list of maintainers that names the renamed person anew brings the proposal to the core', async () => {
  const stage = await stageFor(tidewire('wire-format'));
  const { world, repo, cast } = stage;
  const pavel = world.user('pnovotny');
  await pavel.takesLogin('pavel-of-the-core');
  const told = await begin(stage);
  await cast.sponsor.comments(told.pull, '/sep sponsor');
  await cast.sponsor.comments(told.pull, '/sep status in-review');
  const list = stage.play.files['MAINTAINERS.md'] ?? '';
  const mended = list.replace('github.com/pnovotny', 'github.com/pavel-of-the-core');
  await world.user('tidewire-keeper').pushesTo(repo, { 'MAINTAINERS.md': mended });
  await cast.sponsor.comments(told.pull, '/sep status in-review');
  expect(told.pull.labels).toEqual(['SEP', 'in-review']);
  const opens = ledgerOf(told).findLast((line) => line.kind === 'opens');
  expect(opens?.electorate.map(({ id }) => id)).toContain(pavel.account.id);
  expect(opens?.electorate.every(({ id }) => id > 0)).toBe(true);
  await strikeWhole(told);
});

test('a lead leads under each of their logins', async () => {
  const stage = await stageFor(tidewire('wire-format'));
  const roster = 'version: 1\npeople:\n  - logins: [noorhaddad, noortwo]\n';
  await stage.world.user('tidewire-keeper').pushesTo(stage.repo, { '.github/convenor/roster.yml': roster });
  const told = await begin(stage);
  await stage.world.user('noortwo').comments(told.pull, '/sep adopt');
  expect(told.pull.statusComment()?.body).toContain('Wire Format Working Group');
  expect(ledgerOf(told).findLast((line) => line.kind === 'act')?.roles).toContain('lead:wire-format');
  await strikeWhole(told);
});

test('a lead without access to the repository is named, and the others are asked all the same', async () => {
  const stage = await stageFor(tidewire('wire-format'));
  const { sandbox, world, repo } = stage;
  const lead = world.user('noorhaddad').account;
  sandbox.actions.setCollaborator(world.user('tidewire-keeper').caller, repo, lead, 'none');
  const told = await begin(stage);
  const chapter = chaptersFor('advise').find(({ name }) => name === 'number and group');
  await chapter?.act(told);
  expect(told.pull.requestedReviewers).toEqual(['tomasvik']);
  expect(told.pull.statusComment()?.body).toContain('@noorhaddad');
  const since = sandbox.requests.length;
  await told.cast.author.comments(told.pull, 'Thank you both.');
  expect(sandbox.requests.slice(since).map(({ operation }) => operation)).toEqual(['Snapshot']);
  expect(told.bench.log.errors).toEqual([]);
  await strikeWhole(told);
});

test('a limit of GitHub is waited for as long as it asks', async () => {
  const told = await upTo('adopted');
  const { sandbox, cast, pull } = told;
  sandbox.faults.add({ on: { operation: /^Snapshot$/ }, fault: { kind: 'secondary-limit', retryAfterSeconds: 300 } });
  const before = sandbox.clock.now();
  await cast.sponsor.comments(pull, '/sep sponsor');
  expect(sandbox.clock.now().since(before).total('seconds')).toBeGreaterThanOrEqual(300);
  expect(pull.labels).toEqual(['SEP', 'draft']);
  await strikeWhole(told);
});

test('two proposals that race for the record both get their whole ledger', async () => {
  const told = await upTo('number and group');
  const { cast, world, repo, sandbox, bench } = told;
  const other = await world.quietly(() =>
    cast.outsider.opensPullRequest({
      repo,
      title: 'Another',
      files: { 'seps/0000-other.md': told.play.proposal.text.replace('Short frames', 'Long frames') },
    }),
  );
  await world.quietly(() => cast.lead.comments(told.pull, '/sep adopt'));
  await bench.sweep();
  expect(other.statusComment()?.body).toContain('Long frames');
  expect(said(told).at(-1)).toBe('noorhaddad /sep adopt');
  expect(sandbox.requests.filter(({ operation }) => operation === 'Append').length).toBeGreaterThanOrEqual(4);
  expect(bench.log.errors).toEqual([]);
  await strikeWhole(told);
});

describe('Author and sponsor are people, and not accounts', () => {
  const TWO = 'version: 1\npeople:\n  - logins: [kofiadu, kofitwo]\n  - logins: [adaquist, adatwo]\n';
  const withIds = (...people: [string, number, string, number][]): string =>
    [
      'version: 1',
      'people:',
      ...people.map(([a, id, b, other]) => `  - ids: [${id}, ${other}]\n    logins: [${a}, ${b}]`),
    ].join('\n');

  test.each(['by their logins', 'by the ids that the roster gives'])('%s: any account speaks', async (how) => {
    const stage = await stageFor(tidewire('wire-format'));
    const { world, repo } = stage;
    const idOf = (login: string): number => world.user(login).account.id;
    const both = (a: string, b: string): [string, number, string, number] => [a, idOf(a), b, idOf(b)];
    const roster = how === 'by their logins' ? TWO : withIds(both('kofiadu', 'kofitwo'), both('adaquist', 'adatwo'));
    await world.user('tidewire-keeper').pushesTo(repo, { '.github/convenor/roster.yml': roster });
    const told = await begin(stage);
    const { pull } = told;
    await world.user('kofitwo').comments(pull, '/sep sponsor');
    await world.user('kofiadu').comments(pull, '/sep sponsor');
    expect(pull.lastBotComment()?.body).toContain('You are the sponsor of this proposal already.');
    await world.user('kofiadu').comments(pull, '/sep status in-review');
    expect(pull.labels).toEqual(['SEP', 'in-review']);
    await world.user('adatwo').comments(pull, '/sep status withdrawn');
    expect(pull.labels).toEqual(['SEP', 'withdrawn']);
    const acts = ledgerOf(told).filter((line) => line.kind === 'act');
    expect(acts.map(({ by, also }) => [by.login, also])).toEqual([
      ['kofitwo', [idOf('kofiadu')]],
      ['kofiadu', [idOf('kofitwo')]],
      ['kofiadu', [idOf('kofitwo')]],
      ['adatwo', [idOf('adaquist')]],
    ]);
    await strikeWhole(told);
  });

  test('whoever takes one of their old logins is neither', async () => {
    const stage = await stageFor(tidewire('wire-format'));
    const { world, repo, cast } = stage;
    await world.user('tidewire-keeper').pushesTo(repo, { '.github/convenor/roster.yml': TWO });
    const told = await begin(stage);
    const second = world.user('adatwo');
    await second.comments(told.pull, '/sep adopt');
    await second.takesLogin('ada-elsewhere');
    await world.user('adatwo').comments(told.pull, '/sep status withdrawn');
    expect(told.pull.labels).toEqual(['SEP', 'proposal']);
    await second.comments(told.pull, '/sep status withdrawn');
    expect(told.pull.labels).toEqual(['SEP', 'withdrawn']);
    expect(cast.author.login).toBe('adaquist');
    await strikeWhole(told);
  });

  test('a lead who opened it from another account is not asked to adopt it', async () => {
    const stage = await stageFor(tidewire('wire-format'));
    const { world, repo, cast, play } = stage;
    const roster = 'version: 1\npeople:\n  - logins: [noorhaddad, noortwo]\n';
    await world.user('tidewire-keeper').pushesTo(repo, { '.github/convenor/roster.yml': roster });
    await stage.bench.start();
    const text = play.proposal.text.replace(/^- \*\*Author.*$/m, '- **Author(s)**: Somebody (@somebody)');
    const pull = await world.user('noortwo').opensPullRequest({
      repo,
      title: 'SEP: Short frames',
      from: 'fork',
      branch: 'short',
      files: { 'seps/0000-short.md': text.replace('- **PR**', '- **Working Group**: Wire Format\n- **PR**') },
    });
    const asked = ledgerOf({ ...stage, play }).flatMap((line) => (line.kind === 'intent' ? line.people : []));
    expect(asked.map(({ login }) => login)).not.toContain('noorhaddad');
    expect(asked.length).toBeGreaterThan(0);
    expect(cast.lead.login).toBe('noorhaddad');
    expect(pull.labels).toContain('SEP');
    await strikeWhole(stage);
  });
});
