import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Desk } from '../../src/sandbox/playground/desk.js';
import { shortFrames, Visitor, wordsOf } from './table.js';

let desk: Desk;
let visitor: Visitor;
beforeAll(async () => {
  desk = await shortFrames();
  visitor = new Visitor({ desks: [desk], token: 'a token' });
});
afterAll(() => desk.close());

const play = async (as: string, fields: Readonly<Record<string, string>>): Promise<string> => {
  const { status, page } = await visitor.acts(as, fields);
  expect([status, wordsOf(page)]).toEqual([303, expect.anything()]);
  return wordsOf(page);
};

test('a visitor sees who they are, what Convenor thinks, and what they could write now', async () => {
  const page = wordsOf((await visitor.get('/wire-format/12?as=noorhaddad')).body);
  expect(page).toContain('Who I am N noorhaddad Lead of Wire Format · Harbour Works');
  expect(page).toContain('Author A adaquist Leads of Wire Format N noorhaddad T tomasvik');
  expect(page).toContain('proposal A new proposal that awaits a sponsor.');
  expect(page).toContain('The author (adaquist) renames the file to seps/12-short-frames.md');
  expect(page).toMatch(/What noorhaddad can write now .*\/group show \[group\]/);
  const [now = '', later = ''] = page.split('Not now, and why');
  // Nobody sponsors it yet, so a lead cannot open the consensus; a maintainer can sponsor.
  expect(now).not.toContain('/consensus start');
  expect(later).toContain('/consensus start');
  const maintainer = wordsOf((await visitor.get('/wire-format/12?as=kofiadu')).body).split('Not now, and why');
  expect(maintainer[0]).toContain('/sep sponsor');
});

test('the story is told by its button, and the ledger grows with what is new marked', async () => {
  expect(await play('adaquist', { do: 'chapter' })).toContain('1 of 14 chapters');
  for (let told = 2; told <= 8; told++) await play('adaquist', { do: 'chapter' });
  const { page } = await visitor.acts('adaquist', { do: 'chapter' });
  expect(page).toMatch(/<li class="new" id="line-\d+">/);
  expect(wordsOf(page)).toContain(
    'act new Mon 23 Nov 2026 09:01 UTC linokafor said /block checksum, which could not be read.',
  );
});

test('somebody plays something else in between, and it counts', async () => {
  const page = await play('ravimenon', {
    do: 'comment',
    text: '/block clocks\nTwo clocks differ.\nAlternative: name one.',
  });
  expect(page).toContain('blocked by 1 objection');
  const withdrawn = await play('ravimenon', { do: 'comment', text: '/unblock clocks' });
  expect(withdrawn).toContain('ravimenon said /unblock clocks');
});

test('the clock is moved to the next deadline', async () => {
  for (let told = 10; told <= 11; told++) await play('adaquist', { do: 'chapter' });
  const page = await play('adaquist', { do: 'until-due' });
  expect(page).toContain('Time passed until the next thing was due.');
  expect(page).toContain('Before the Core Maintainers until Thursday 17 December 2026');
});

test('the record is verified, and holds', async () => {
  const page = await play('adaquist', { do: 'verify' });
  expect(page).toMatch(
    /The record was checked, and holds\..*\d+ lines in one ledger and \d+ commits: every hash is right/,
  );
});

test('the dashboard follows a minute later', async () => {
  const path = '/wire-format/12/dashboard/README.md?as=adaquist';
  await play('adaquist', { do: 'wait', for: 'minute' });
  await play('adaquist', { do: 'wait', for: 'minute' });
  expect(wordsOf((await visitor.get(path)).body)).toContain('Short frames for satellite links');
});

test('somebody begins anew, and nothing has happened', async () => {
  const reply = await visitor.post('/wire-format/12/act?as=adaquist', { do: 'again' });
  expect(reply.headers['location']).toBe('/wire-format');
  expect(wordsOf((await visitor.get('/wire-format/12')).body)).toContain('0 of 14 chapters');
});

test('a chapter that does not fit what was played in between says so, and the story goes on', async () => {
  const text = 'The file is another one.';
  await play('adaquist', { do: 'push', path: 'seps/0000-short-frames.md', to: 'seps/0000-other.md', text });
  const chapter = (): Promise<{ status: number; page: string }> => visitor.acts('adaquist', { do: 'chapter' });
  const { status, page } = await chapter();
  expect([status, /role="alert"/.test(page)]).toEqual([422, true]);
  expect(wordsOf(page)).toContain(
    'This chapter cannot be told after what has been played: seps/0000-short-frames.md is not at the head.',
  );
  expect((await chapter()).status).toBe(303);
});
