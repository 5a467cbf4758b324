import { expect, test } from 'vitest';
import type { Told } from '../../src/sandbox/demo/story.js';
import { ledgerOf } from './end.js';
import { brought } from './places.js';
import { strike } from './stage.js';

/** What Convenor said last, without the marks that keep GitHub from linking. */
const reply = ({ pull }: Told): string => (pull.lastBotComment()?.body ?? '').replaceAll('\u200b', '');

const acts = (told: Told): string[] =>
  ledgerOf(told).flatMap((line) => (line.kind === 'act' ? [`${line.by.login} ${line.command}`] : []));

test('who is asked for a review is asked on GitHub, and answers by a review or declines', async () => {
  const told = await brought();
  const { cast, pull, world, sandbox, bench } = told;
  await cast.sponsor.comments(pull, '/sep sponsor');
  await cast.sponsor.comments(pull, '/review @noorhaddad @tomasvik');
  expect([...pull.requestedReviewers].sort()).toEqual(['noorhaddad', 'tomasvik']);
  await cast.sponsor.comments(pull, '/review @linokafor');
  expect(reply(told)).toContain(
    'At most 2 people are asked at a time, and these have not answered yet: noorhaddad, tomasvik.',
  );
  await world.user('noorhaddad').reviewsWithComment(pull, { body: 'Looks sound.' });
  expect(acts(told).at(-1)).toBe('noorhaddad review: given');
  await world.user('tomasvik').comments(pull, '/review decline');
  expect(pull.requestedReviewers).toEqual([]);
  await sandbox.clock.advance({ minutes: 10 });
  await cast.sponsor.comments(pull, '/review @tomasvik');
  expect(reply(told)).toContain('and is not asked again');
  // Who has answered may be asked once more.
  await cast.sponsor.comments(pull, '/review @noorhaddad');
  expect(pull.requestedReviewers).toEqual(['noorhaddad']);
  await bench.restart();
  expect(pull.requestedReviewers).toEqual(['noorhaddad']);
  expect(bench.log.errors).toEqual([]);
  await strike(told);
});

test('neither an author nor nobody is asked, and who has no access is told in a comment', async () => {
  const told = await brought();
  const { cast, pull, world, sandbox, repo, bench } = told;
  await cast.sponsor.comments(pull, '/sep sponsor');
  await cast.sponsor.comments(pull, `/review @${cast.author.login}`);
  expect(reply(told)).toContain('is an author of this proposal');
  await cast.sponsor.comments(pull, '/review @nobody-at-all');
  expect(reply(told)).toContain('Nobody on GitHub is called nobody-at-all.');
  const lead = world.user('noorhaddad').account;
  sandbox.actions.setCollaborator(world.user('tidewire-keeper').caller, repo, lead, 'none');
  await cast.sponsor.comments(pull, '/review @noorhaddad');
  expect(pull.requestedReviewers).toEqual([]);
  await sandbox.clock.advance({ minutes: 2 });
  expect(reply(told)).toContain('@noorhaddad, kofiadu asks you for a review of this proposal.');
  const comments = pull.botComments().length;
  await bench.restart();
  await sandbox.clock.advance({ minutes: 2 });
  expect(pull.botComments()).toHaveLength(comments);
  // The roster knows her, so that she hears of it; her review ends it, though GitHub never asked for one.
  await sandbox.clock.advance({ days: 14 });
  expect(reply(told)).toContain('@noorhaddad: kofiadu asked you on');
  sandbox.actions.setCollaborator(world.user('tidewire-keeper').caller, repo, lead, 'read');
  await world.user('noorhaddad').reviewsWithComment(pull, { body: 'Sound.' });
  await sandbox.clock.advance({ days: 20 });
  const asking = pull.botComments().filter(({ body }) => body.includes('@noorhaddad: kofiadu asked you'));
  expect(asking).toHaveLength(1);
  expect(bench.log.errors).toEqual([]);
  await strike(told);
});

test('what a lead closes is closed, and comes back when the core says so on the appeal of its author', async () => {
  const told = await brought();
  const { cast, pull, world } = told;
  await cast.lead.comments(pull, '/sep adopt');
  await cast.lead.comments(pull, '/sep close The roadmap has no place for it.');
  expect(pull.now.state).toBe('closed');
  expect(pull.statusComment()?.body).toContain('Closed by noorhaddad as one that does not fit.');
  await cast.author.comments(pull, '/sep appeal It is its third priority.');
  expect(pull.statusComment()?.body).toContain('its author has appealed to the core');
  await world.user('yaramensah').comments(pull, '/sep revive');
  expect(pull.now.state).toBe('open');
  expect(told.bench.log.errors).toEqual([]);
  await strike(told);
});
