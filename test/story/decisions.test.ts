import { describe, expect, test } from 'vitest';
import type { LineOf } from '../../src/ledger/lines.js';
import { begin, type Told } from '../../src/sandbox/demo/story.js';
import { ledgerOf } from './end.js';
import { fileAt } from './record.js';
import { brought, RULES, rulesWith, status, WIRE_FORMAT, withItem } from './places.js';
import { INVENTED } from '../../src/sandbox/demo/invented.js';
import { stageFor, strikeWhole, tidewire } from './stage.js';

async function ends(told: Told): Promise<void> {
  expect(told.bench.log.errors).toEqual([]);
  await strikeWhole(told);
}

const says = (told: Told, login: string, body: string) => told.world.user(login).comments(told.pull, body);

/** A draft of Wire Format, sponsored by Kofi, under rules with more than the pack's. */
async function draft(more = '', files: Record<string, string> = {}): Promise<Told> {
  const rules = rulesWith({ 'wire-format': { authority: 'advise' } }, more);
  const told = await brought({ [WIRE_FORMAT]: withItem(WIRE_FORMAT), [RULES]: rules, ...files });
  await says(told, 'kofiadu', '/sep sponsor');
  return told;
}

const closings = (told: Told): LineOf<'closes'>[] => ledgerOf(told).filter((line) => line.kind === 'closes');
const outcomes = (told: Told): string[] => closings(told).map(({ outcome }) => outcome);

const BLOCK = '/block checksum\nTwo bytes are too few.\nAlternative: four bytes.';

describe('A vote of a group', () => {
  test('follows a consensus that stays blocked, and passes when enough members have said yes', async () => {
    const told = await draft();
    await says(told, 'noorhaddad', '/consensus start minor');
    await says(told, 'linokafor', BLOCK);
    await told.sandbox.clock.advance({ days: 6 });
    expect(outcomes(told)).toEqual(['blocked']);
    expect(status(told)).toContain('**Before the vote of the Wire Format Working Group until');
    expect(status(told)).toContain('write `/vote yes`');

    await says(told, 'noorhaddad', '/vote yes\nThe sums show that two bytes are enough.');
    await says(told, 'tomasvik', '/vote yes\nMeasured it.');
    await says(told, 'linokafor', '/vote no\nI still think four.');
    await says(told, 'passerby', '/vote no');
    expect(told.pull.lastBotComment()?.body).toContain('could not');
    expect(status(told)).toContain('2 yes, 1 no, 0 abstained, of 5. The quorum is reached.');
    // Nobody's word is dropped in silence.
    expect(told.pull.statusComment()?.body).toContain('`/vote no` of passerby');
    // Two more yes than no could still be turned; with the third no ballot to come can.
    await says(told, 'ravimenon', '/vote yes');
    expect(outcomes(told)).toEqual(['blocked', 'passed']);
    expect(status(told)).toContain('**Before the Core Maintainers until');
    // The core finds it on its agenda.
    await told.bench.awaitsDashboard();
    expect(fileAt(told, 'dashboard/agenda.md')).toMatch(
      /^\| 1 \| \[#12\]\([^)]*\) \| \[Short frames[^|]* \| Wire Format \| Decides, until [^|]* \|/m,
    );
    expect(fileAt(told, 'dashboard/README.md')).toContain("The core's next meeting has [1 matter](agenda.md)");
    await ends(told);
  });

  test('that nobody takes part in has no quorum, and the lead brings it to the core', async () => {
    const told = await draft();
    await says(told, 'noorhaddad', '/vote start routine');
    await says(told, 'linokafor', '/vote no\nNot yet.');
    await told.sandbox.clock.advance({ days: 11 });
    expect(outcomes(told)).toEqual(['no-quorum']);
    await says(told, 'tomasvik', '/escalate What now?');
    expect(told.pull.lastBotComment()?.body).toContain('needs what is asked, the options and the disagreement');
    await says(
      told,
      'tomasvik',
      '/escalate Do we keep two bytes?\nOptions: two bytes; four bytes.\nDisagreement: how many frames are lost.',
    );
    expect(status(told)).toContain('**Escalated to the core');
    // Nobody knows where the core works, so nobody is known to be impartial: that is said, and the whole core decides.
    expect(status(told)).toContain('nobody who is known to be impartial');
    await says(told, 'bolarsen', '/escalate assign @yaramensah');
    expect(told.pull.lastBotComment()?.body).toContain('shares an organisation with the parties is not known');
    await says(told, 'bolarsen', '/escalate answer core');
    expect(outcomes(told)).toEqual(['no-quorum', 'answered']);
    expect(status(told)).toContain('**Before the Core Maintainers until');
    await ends(told);
  });

  test('opens when a third member asks for it', async () => {
    const told = await draft();
    await says(told, 'linokafor', '/vote request');
    await says(told, 'ravimenon', '/vote request scope');
    expect(ledgerOf(told).some((line) => line.kind === 'opens')).toBe(false);
    await says(told, 'ravimenon', '/vote request');
    expect(told.pull.lastBotComment()?.body).toContain('asked for it already');
    await says(told, 'adaquist', '/vote request');
    expect(ledgerOf(told).findLast((line) => line.kind === 'opens')).toMatchObject({ form: 'vote', matter: 'scope' });
    await ends(told);
  });

  test('counts a review as a ballot where the rules say so, and asks who requests changes what they mean', async () => {
    const told = await draft('rules:\n  review-ballots:\n    count: true\n');
    await says(told, 'noorhaddad', '/vote start routine');
    await told.world.user('linokafor').approves(told.pull);
    await told.world.user('tomasvik').approves(told.pull);
    expect(status(told)).toContain('2 yes, 0 no, 0 abstained, of 5.');
    const before = told.pull.botComments().length;
    await told.world.user('ravimenon').requestsChanges(told.pull, { body: 'The third section needs a figure.' });
    expect(told.pull.botComments()).toHaveLength(before + 1);
    expect(told.pull.lastBotComment()?.body).toContain('@ravimenon, your [review](');
    expect(told.pull.lastBotComment()?.body).toContain('Is this a block?');
    // A second request of the same person is no second question, and a later one takes back the approval before it.
    await told.world.user('ravimenon').requestsChanges(told.pull, { body: 'And a table.' });
    expect(told.pull.botComments()).toHaveLength(before + 1);
    await told.world.user('linokafor').requestsChanges(told.pull, { body: 'Now that I see the figure, no.' });
    expect(status(told)).toContain('1 yes, 0 no, 0 abstained, of 5.');
    // Who has no vote is no voter by a review either, and nobody bothers them.
    await told.world.user('passerby').approves(told.pull);
    expect(status(told)).toContain('1 yes, 0 no, 0 abstained, of 5.');
    expect(told.pull.botComments()).toHaveLength(before + 2);
    await ends(told);
  });

  test('loses the ballot of a review that is dismissed', async () => {
    const told = await draft('rules:\n  review-ballots:\n    count: true\n');
    await says(told, 'noorhaddad', '/vote start routine');
    const review = await told.world.user('linokafor').approves(told.pull);
    expect(status(told)).toContain('1 yes');
    await told.world.user('tidewire-keeper').dismissesReview(review);
    expect(status(told)).toContain('0 yes, 0 no, 0 abstained, of 5.');
    await ends(told);
  });

  test('takes the ballot of a participant who has never spoken here, and does not count them for the quorum', async () => {
    const charter = withItem(WIRE_FORMAT).replace(
      '| Ravi Menon |',
      '| Pia Roos | Open Tides | [@piaroos](https://github.com/piaroos) | | Participant |\n| Ravi Menon |',
    );
    const told = await draft('', { [WIRE_FORMAT]: charter });
    await says(told, 'noorhaddad', '/vote start routine');
    await says(told, 'piaroos', '/vote yes\nMeasured it on our buoys.');
    expect(status(told)).toContain('1 yes, 0 no, 0 abstained, of 5');
    expect(status(told)).toContain('3 more ballots are needed for the quorum');
    await ends(told);
  });

  test('counts the levels that the rules count, and lets the others of those who may vote do so beside them', async () => {
    const told = await draft('rules:\n  vote:\n    counted: [wg-member]\n');
    await says(told, 'noorhaddad', '/vote start routine');
    const opens = ledgerOf(told).findLast((line) => line.kind === 'opens');
    expect(opens?.electorate.map(({ login }) => login).sort()).toEqual(['adaquist', 'linokafor', 'ravimenon']);
    expect(opens?.beside.map(({ login }) => login).sort()).toEqual(['noorhaddad', 'tomasvik']);
    await ends(told);
  });

  test('takes no ballot from a review where the rules do not say so', async () => {
    const told = await draft();
    await says(told, 'noorhaddad', '/vote start routine');
    await told.world.user('linokafor').approves(told.pull);
    expect(status(told)).toContain('0 yes, 0 no, 0 abstained, of 5.');
    await ends(told);
  });
});

describe('What the core says', () => {
  /** The sponsor brings it to the core. */
  async function before(): Promise<Told> {
    const told = await draft();
    await says(told, 'kofiadu', '/sep status in-review');
    return told;
  }

  test('with changes is accepted, and final only when each is shown and confirmed', async () => {
    const told = await before();
    await says(told, 'bolarsen', '/core accept-with-changes\n- figure: Draw the frame.\n- errors: Name the codes.');
    await says(told, 'yaramensah', '/core accept');
    await says(told, 'pnovotny', '/core accept');
    expect(status(told)).toContain('**Accepted');
    expect(status(told)).toContain('figure');
    await says(told, 'kofiadu', '/sep status final');
    expect(told.pull.lastBotComment()?.body).toContain('`figure`');
    await says(told, 'kofiadu', '/condition met figure Drawn in section 3.');
    await says(told, 'kofiadu', '/condition met errors Named in section 4.');
    await says(told, 'kofiadu', '/condition confirm figure');
    expect(told.pull.lastBotComment()?.body).toContain('@bolarsen'.slice(1));
    await says(told, 'bolarsen', '/condition confirm figure');
    await says(told, 'gracelindqvist', '/condition confirm errors');
    await says(told, 'kofiadu', '/sep status final');
    expect(told.pull.labels).toEqual(['SEP', 'final']);
    await ends(told);
  });

  test('in a meeting counts once somebody else of it confirms the record', async () => {
    const told = await before();
    await says(told, 'bolarsen', '/core record accept 4/0/0 https://example.org/notes');
    expect(told.pull.lastBotComment()?.body).toContain('5 are counted in D1');
    await says(told, 'bolarsen', '/core record accept 4/0/1 https://example.org/notes');
    expect(outcomes(told)).toEqual([]);
    await says(told, 'bolarsen', '/core confirm');
    expect(told.pull.lastBotComment()?.body).toContain('Nobody confirms their own record');
    await says(told, 'yaramensah', '/core confirm');
    expect(outcomes(told)).toEqual(['accepted']);
    expect(status(told)).toContain('as bolarsen recorded and another of the core confirmed');
    await ends(told);
  });

  test('alone is a Lead Maintainer’s, and recorded as that', async () => {
    const told = await before();
    await says(told, 'bolarsen', '/core accept alone It is urgent.');
    expect(told.pull.lastBotComment()?.body).toContain('Nobody but a Lead Maintainer acts alone');
    await says(told, 'inescosta', '/core accept alone It is urgent.');
    expect(closings(told).at(-1)?.outcome).toBe('accepted');
    expect(closings(told).at(-1)?.why).toContain('acted alone');
    await ends(told);
  });

  test('is vetoed by a Lead Maintainer, and has its effect again when the veto is taken back', async () => {
    const told = await before();
    for (const login of ['bolarsen', 'yaramensah', 'pnovotny']) await says(told, login, '/core accept');
    await says(told, 'inescosta', '/veto It breaks what we promised in March.');
    expect(outcomes(told)).toEqual(['accepted', 'vetoed']);
    expect(told.pull.labels).toEqual(['SEP', 'in-review']);
    expect(told.pull.check('convenor/merge')?.conclusion).toBe('action_required');
    await says(told, 'bolarsen', '/veto withdraw');
    expect(told.pull.lastBotComment()?.body).toContain('No objection or veto of yours stands here');
    await says(told, 'inescosta', '/veto withdraw');
    expect(told.pull.labels).toEqual(['SEP', 'accepted']);
    await ends(told);
  });
});

describe('What a group decides by its own authority', () => {
  async function decided(): Promise<Told> {
    const rules = rulesWith({ 'wire-format': { authority: 'decide' } });
    const files = { ...INVENTED, [WIRE_FORMAT]: withItem(WIRE_FORMAT), [RULES]: rules };
    const told = await begin(await stageFor(tidewire('wire-format', { files })));
    await says(told, 'kofiadu', '/sep sponsor');
    await says(told, 'noorhaddad', '/consensus start minor compatible');
    await told.sandbox.clock.advance({ days: 6 });
    expect(told.pull.labels).toEqual(['SEP', 'accepted']);
    return told;
  }

  test('can be recalled within the window, with a reason, and the core decides', async () => {
    const told = await decided();
    expect(status(told)).toContain('recall');
    await says(told, 'kofiadu', '/recall I think it is wrong.');
    expect(told.pull.lastBotComment()?.body).toContain('is for a Core Maintainer or a Lead Maintainer');
    await says(told, 'yaramensah', '/recall It contradicts what Discovery agreed on.');
    expect(told.pull.labels).toEqual(['SEP', 'in-review']);
    expect(status(told)).toContain('**Before the Core Maintainers until');
    await ends(told);
  });

  test('is merged only once nobody can recall it any more', async () => {
    const told = await decided();
    await says(told, 'kofiadu', '/sep status final');
    expect(told.pull.labels).toEqual(['SEP', 'final']);
    expect(told.pull.check('convenor/merge')?.conclusion).toBe('action_required');
    await told.sandbox.clock.advance({ days: 8 });
    expect(told.pull.check('convenor/merge')?.conclusion).toBe('success');
    await ends(told);
  });

  test('is undone where more than half of the core veto it', async () => {
    const told = await decided();
    await told.sandbox.clock.advance({ days: 8 });
    await says(told, 'yaramensah', '/recall Too late, I know.');
    expect(told.pull.lastBotComment()?.body).toContain('The window for a recall ended');
    await says(told, 'yaramensah', '/veto It contradicts another proposal.');
    await says(told, 'bolarsen', '/veto I agree.');
    expect(told.pull.labels).toEqual(['SEP', 'accepted']);
    await says(told, 'pnovotny', '/veto So do I.');
    expect(outcomes(told)).toEqual(['agreed', 'vetoed']);
    expect(told.pull.labels).toEqual(['SEP', 'in-review']);
    await ends(told);
  });
});

describe('A text that changes while people decide on it', () => {
  test('takes the ballots cast before it out of the count, until somebody else than an author confirms it', async () => {
    const told = await draft();
    await says(told, 'noorhaddad', '/vote start routine');
    await says(told, 'linokafor', '/vote yes');
    await says(told, 'tomasvik', '/vote yes');
    const path = 'seps/0000-short-frames.md';
    const text = told.play.proposal.text.replace('## Specification', '## Specification\n\nA frame MUST be red.');
    await told.cast.author.pushes(told.pull, { files: { [path]: text } });
    expect(status(told)).toContain('0 yes, 0 no, 0 abstained, of 5.');
    expect(told.pull.statusComment()?.body).toContain('It was cast on an earlier text');
    await says(told, told.cast.author.login, '/sep confirm');
    expect(told.pull.lastBotComment()?.body).toContain('Nobody confirms a change of their own text');
    // Who votes again votes on the new text; what the others said counts again once one of them confirms it.
    await says(told, 'linokafor', '/vote yes\nRed is fine.');
    expect(status(told)).toContain('1 yes, 0 no, 0 abstained, of 5.');
    await says(told, 'ravimenon', '/sep confirm');
    expect(status(told)).toContain('2 yes, 0 no, 0 abstained, of 5.');
    await ends(told);
  });
});
