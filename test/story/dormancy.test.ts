import { expect, test } from 'vitest';
import { markerOf } from '../../src/facts/texts.js';
import type { LineOf } from '../../src/ledger/lines.js';
import { mentions } from '../../src/people/index.js';
import type { Told } from '../../src/sandbox/demo/story.js';
import { ledgerOf } from './end.js';
import { brought, proposal, RULES, status } from './places.js';
import { strike } from './stage.js';

/** Convenor's warnings: the minute, and who is called by name. */
const warnings = ({ pull }: Told): string[] =>
  pull
    .botComments()
    .filter(({ body }) => markerOf(body)?.startsWith('warn:'))
    .map(({ createdAt, body }) => `${createdAt.slice(0, 16)} ${mentions(body).join(' ')}`);

const lapses = (told: Told): string[] =>
  ledgerOf(told).flatMap((line) => (line.kind === 'lapses' ? [line.at.slice(0, 16)] : []));
const notices = (told: Told): LineOf<'notice'>[] => ledgerOf(told).filter((line) => line.kind === 'notice');

/** State of the pull request and the label of its status. */
const shown = ({ pull }: Told): string => `${pull.now.state} ${pull.labels.filter((name) => name !== 'SEP').join(' ')}`;

async function over(told: Told): Promise<void> {
  expect(told.bench.log.errors).toEqual([]);
  await strike(told);
}

test('half a year without a sponsor: warned twice, closed, brought back by a sponsor, and warned anew when they leave', async () => {
  // It is opened on 23 November 2026 at nine o'clock, and from here on no webhook is needed.
  const told = await brought({}, proposal({ Type: 'Informational' }));
  const { pull, cast, sandbox, world } = told;
  const { clock } = sandbox;
  await clock.advanceTo('2027-04-23T08:59:00Z');
  expect(warnings(told)).toEqual([]);
  await clock.advanceTo('2027-04-23T09:05:00Z');
  expect(warnings(told)).toEqual(['2027-04-23T09:00 adaquist']);
  expect(pull.lastBotComment()?.body).toContain('On **Sunday 23 May 2027 09:00 UTC** at the earliest');
  expect(notices(told)).toEqual([]);
  await clock.advanceTo('2027-05-16T09:05:00Z');
  expect(warnings(told)).toEqual(['2027-04-23T09:00 adaquist', '2027-05-16T09:01 adaquist']);
  expect(notices(told).map(({ deadline }) => deadline.slice(0, 16))).toEqual(['2027-05-23T09:02']);
  // In its last minute it is open still.
  await clock.advanceTo('2027-05-23T09:06:00Z');
  expect(shown(told)).toBe('open proposal');
  await clock.advanceTo('2027-05-23T09:10:00Z');
  expect(shown(told)).toBe('closed dormant');
  expect(lapses(told)).toEqual(['2027-05-23T09:02']);
  expect(status(told)).toContain('**Dormant: nobody has sponsored it in time, which is no rejection.**');

  // Alone its author does not bring it back, and neither does somebody who may not sponsor.
  await cast.author.comments(pull, '/sep revive');
  expect(pull.lastBotComment()?.body).toContain('A dormant proposal comes back with a sponsor, and it has none.');
  await cast.outsider.comments(pull, '/sep sponsor');
  expect(pull.lastBotComment()?.body).toContain('Rule: `sponsorship`');
  expect(shown(told)).toBe('closed dormant');

  // Its author opens the pull request by hand: that changes nothing in the record, and nobody works against it.
  await cast.author.reopens(pull);
  await clock.advance({ days: 40 });
  expect(shown(told)).toBe('open dormant');
  await cast.author.closes(pull);

  // A sponsor does. What lies before is past: nobody is warned while there is one.
  await cast.sponsor.comments(pull, 'I take it on.\n\n/sep sponsor');
  expect(shown(told)).toBe('open draft');
  await clock.advanceTo('2027-08-01T09:00:00Z');
  await cast.sponsor.comments(pull, '/sep unsponsor');
  expect(shown(told)).toBe('open proposal');

  // Half a year begins from here, with warnings of its own.
  await clock.advanceTo('2028-02-02T00:00:00Z');
  expect(warnings(told).slice(2)).toEqual(['2028-01-02T09:00 adaquist', '2028-01-25T09:01 adaquist']);
  expect(lapses(told).slice(1)).toEqual(['2028-02-01T09:02']);
  expect(shown(told)).toBe('closed dormant');

  // Months later it is as it was left, and a process that remembers nothing says no word more.
  const said = pull.botComments().length;
  await told.bench.restart();
  await clock.advance({ days: 100 });
  expect([pull.botComments().length, shown(told)]).toEqual([said, 'closed dormant']);
  await world.user('minasato').comments(pull, '/sep sponsor');
  expect(shown(told)).toBe('open draft');
  await over(told);
});

test('nobody is closed unwarned because Convenor did not run', async () => {
  const told = await brought({}, proposal({ Type: 'Informational' }));
  const { bench, sandbox } = told;
  await bench.stop();
  await sandbox.clock.advanceTo('2027-09-01T12:00:00Z');
  await bench.start();
  expect(warnings(told)).toEqual(['2027-09-01T12:00 adaquist']);
  expect(told.pull.lastBotComment()?.body).toContain('On **Friday 1 October 2027 12:00 UTC** at the earliest');
  // It stops again before the second warning is due, and for longer than the days that were left.
  await sandbox.clock.advance({ days: 20 });
  await bench.stop();
  await sandbox.clock.advanceTo('2027-10-10T12:00:00Z');
  await bench.start();
  expect(warnings(told).slice(1)).toEqual(['2027-10-10T12:00 adaquist']);
  expect(shown(told)).toBe('open proposal');
  await sandbox.clock.advanceTo('2027-10-18T00:00:00Z');
  expect(lapses(told)).toEqual(['2027-10-17T12:01']);
  expect(shown(told)).toBe('closed dormant');
  await over(told);
});

test('a warning that GitHub does not take is no warning: its days begin when it stands there', async () => {
  const told = await brought({}, proposal({ Type: 'Informational' }));
  const { sandbox, bench } = told;
  bench.patient = false;
  await sandbox.clock.advanceTo('2027-04-23T08:00:00Z');
  sandbox.faults.add({ on: { operation: /^Publish$/ }, times: 1000, fault: { kind: 'fails', status: 502 } });
  await sandbox.clock.advanceTo('2027-04-23T18:30:00Z');
  expect(warnings(told)).toEqual([]);
  expect(bench.log.errors.length).toBeGreaterThan(1);
  sandbox.faults.clear();
  await sandbox.clock.advanceTo('2027-05-23T18:00:00Z');
  const [first, second] = warnings(told);
  expect(first).toMatch(/^2027-04-23T18:[34]\d adaquist$/);
  expect(second).toMatch(/^2027-05-16T18:[34]\d adaquist$/);
  expect(shown(told)).toBe('open proposal');
  await sandbox.clock.advanceTo('2027-05-24T00:00:00Z');
  expect(lapses(told)[0]).toMatch(/^2027-05-23T18:[34]/);
  bench.log.errors.splice(0);
  await over(told);
});

test('what is dormant when is fixed by the last warning: rules that change after it do not touch it', async () => {
  const told = await brought({}, proposal({ Type: 'Informational' }));
  const { sandbox, world, repo } = told;
  await sandbox.clock.advanceTo('2027-05-17T00:00:00Z');
  expect(status(told)).toContain('Without one it is dormant on Sun 23 May 2027 09:02 UTC.');
  const later = 'extends: mcp\nname: tidewire\nrules:\n  dormancy:\n    months: 12\n';
  await world.user('tidewire-keeper').pushesTo(repo, { [RULES]: later });
  await sandbox.clock.advanceTo('2027-05-24T00:00:00Z');
  expect(shown(told)).toBe('closed dormant');
  expect(lapses(told)).toEqual(['2027-05-23T09:02']);
  await over(told);
});

test('rules that change before it do: the year that is given then is given', async () => {
  const told = await brought({}, proposal({ Type: 'Informational' }));
  const { sandbox, world, repo } = told;
  await sandbox.clock.advanceTo('2027-04-30T00:00:00Z');
  expect(warnings(told)).toHaveLength(1);
  const later = 'extends: mcp\nname: tidewire\nrules:\n  dormancy:\n    months: 12\n';
  await world.user('tidewire-keeper').pushesTo(repo, { [RULES]: later });
  await sandbox.clock.advanceTo('2027-11-15T00:00:00Z');
  expect(warnings(told)).toHaveLength(1);
  expect(shown(told)).toBe('open proposal');
  await sandbox.clock.advanceTo('2027-11-24T00:00:00Z');
  expect(warnings(told).slice(1)).toEqual(['2027-11-16T09:00 adaquist']);
  expect(lapses(told)).toEqual(['2027-11-23T09:01']);
  await over(told);
});
