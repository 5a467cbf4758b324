import { numbers, opens, says, steps, type Tale } from '../tale.js';

const GROUP = { track: 'Standards Track', group: 'Bookings' } as const;

/** Agreed on without a word against it, made final, merged. */
const BED_COUNTS: Tale = {
  slug: 'bed-counts',
  author: 'paulakraus',
  text: {
    ...GROUP,
    title: 'Beds are counted by room',
    abstract: 'A hut says how many beds are free in each room, and not only in all.',
    motivation: 'Six who want to sleep in one room climb to a hut that has six beds in six rooms.',
    specification: 'A hut MUST say for each room how many beds it has, and how many of them are free.',
    rationale: 'Plans of rooms were tried, and nobody kept them up to date.',
  },
  steps: steps([
    ['2026-07-01 09:11', 'paulakraus', opens],
    ['2026-07-01 09:41', 'paulakraus', numbers],
    ['2026-07-01 15:01', 'ninasorel', says('This is ours.\n\n/sep adopt')],
    ['2026-07-02 10:21', 'hanakim', says('/sep sponsor')],
    ['2026-07-03 08:31', 'oscarlind', says('/consensus start minor compatible')],
    ['2026-07-06 19:06', 'rosaibanez', { does: 'approves', words: 'We count like that already.' }],
    ['2026-07-20 11:01', 'hanakim', says('The SDKs have it.\n\n/sep status final')],
    ['2026-07-21 09:01', 'paulakraus', { does: 'rewrites', from: '**Status**: Draft', to: '**Status**: Final' }],
    ['2026-07-22 16:41', 'benitorossi', { does: 'merges' }],
  ]),
};

/** Blocked, cleared, accepted, and then nobody does anything: it is asked about. */
const HALF_BOARD: Tale = {
  slug: 'half-board',
  author: 'rosaibanez',
  text: {
    ...GROUP,
    title: 'Half board is ordered with the bed',
    abstract: 'Who books a bed says whether they eat, and what they do not eat.',
    motivation: 'A cook carries up what is eaten. What nobody said is carried up for nothing, or missing.',
    specification: 'A booking MAY say for each guest whether they eat. A hut MUST take such a booking until noon.',
    rationale: 'A request of its own for each meal doubles the messages over a radio that is slow.',
  },
  steps: steps([
    // Somebody who may not sponsor tries to in their first words.
    ['2026-07-02 08:17', 'rosaibanez', { does: 'opens', body: 'A first draft.\n\n/sep sponsor' }],
    ['2026-07-02 09:02', 'rosaibanez', numbers],
    ['2026-07-02 21:12', 'nikoslagos', says('I like it.\n\n/sep adopt\n\n/sep sponsor')],
    ['2026-07-03 07:52', 'oscarlind', says('/sep adopt')],
    ['2026-07-03 13:02', 'ivanhorvat', { does: 'assigns' }],
    ['2026-07-06 08:02', 'oscarlind', says('/consensus start significant compatible')],
    [
      '2026-07-08 18:02',
      'quinnbyrne',
      says('/block noon\nIn winter the porter leaves at nine.\nAlternative: let each hut say until when.'),
    ],
    [
      '2026-07-12 10:02',
      'quinnbyrne',
      says('We talked on Friday: noon is the least, a hut may say more.\n\n/unblock noon'),
    ],
  ]),
};

/** Agreed on, recalled by one of the core, accepted on a condition, final once that is met. */
const LATE_ARRIVAL: Tale = {
  slug: 'late-arrival',
  author: 'mayawolfe',
  text: {
    ...GROUP,
    title: 'Beds are held for who is late',
    abstract: 'A walker on the way says that they will be late, and the bed is held.',
    motivation: 'At six a bed is given away. Who turns an ankle at five sleeps on the floor.',
    specification: 'A walker MAY say that they are late. A hut MUST hold the bed for two hours more.',
    rationale: 'Holding every bed until night leaves others outside.',
  },
  steps: steps([
    ['2026-07-06 12:03', 'mayawolfe', opens],
    ['2026-07-06 12:33', 'mayawolfe', numbers],
    ['2026-07-07 09:03', 'ninasorel', says('/sep adopt')],
    ['2026-07-07 17:33', 'juliablanc', says('/sep sponsor')],
    ['2026-07-08 07:48', 'ninasorel', says('/consensus start minor compatible')],
    ['2026-07-15 14:03', 'carlafuchs', says('/recall Two hours are long where there is one room.')],
    [
      '2026-07-16 09:33',
      'astridholm',
      says('/core accept-with-changes\n- limits: Say how many beds a hut holds at most.'),
    ],
    ['2026-07-17 09:33', 'benitorossi', says('/core accept')],
    ['2026-07-20 10:53', 'elenamarin', says('/core accept\nWith what Astrid asks for.')],
    ['2026-07-21 16:03', 'dmitripetrov', says('/core accept')],
    ['2026-08-03 10:03', 'juliablanc', says('/condition met limits The last section names them: a third of the beds.')],
    ['2026-08-04 08:23', 'astridholm', says('/condition confirm limits')],
    ['2026-08-10 12:03', 'juliablanc', says('/sep status final')],
  ]),
};

/** Blocked at the deadline, so that the group votes; the vote carries. */
const GROUP_STAYS: Tale = {
  slug: 'group-stays',
  author: 'leonardopinto',
  text: {
    ...GROUP,
    title: 'One request for a whole party',
    abstract: 'A leader books for all who come along, in one request.',
    motivation: 'Twelve requests for one school class are twelve chances to get eleven beds.',
    specification: 'A request MAY ask for several beds. A hut MUST give all of them, or none.',
    rationale: 'Giving some of them leaves children outside.',
  },
  steps: steps([
    ['2026-07-07 10:04', 'leonardopinto', opens],
    ['2026-07-07 10:34', 'leonardopinto', numbers],
    ['2026-07-08 09:04', 'ninasorel', says('/sep adopt')],
    ['2026-07-08 20:04', 'kwamebaah', says('/sep sponsor')],
    ['2026-07-09 08:14', 'oscarlind', says('/consensus start minor compatible')],
    [
      '2026-07-10 12:04',
      'sefaozturk',
      says('/block all-or-none\nA hut with ten beds can never take eleven.\nCriterion: a party may ask for fewer.'),
    ],
    ['2026-07-15 09:04', 'ninasorel', says('/vote yes')],
    ['2026-07-16 09:04', 'oscarlind', says('/vote yes')],
    ['2026-07-17 11:04', 'gilroche', says('/vote yes I lead classes.')],
    ['2026-07-17 14:04', 'sefaozturk', says('/vote no')],
    ['2026-07-18 14:04', 'paulakraus', says('/vote yes')],
    ['2026-07-20 14:04', 'rosaibanez', says('/vote yes')],
  ]),
};

/** Voted down, and left by its author as it is. */
const OVERBOOKING: Tale = {
  slug: 'overbooking',
  author: 'tanyamoss',
  text: {
    ...GROUP,
    title: 'A hut says by how much it overbooks',
    abstract: 'A hut says how many more beds it gives away than it has.',
    motivation: 'One in ten does not come. Huts know that and give away more beds, and say nothing of it.',
    specification: 'A hut that gives away more beds than it has MUST say how many.',
    rationale: 'Forbidding it was tried, and is done in secret.',
  },
  steps: steps([
    ['2026-07-08 11:05', 'tanyamoss', opens],
    ['2026-07-08 11:25', 'tanyamoss', numbers],
    ['2026-07-09 09:05', 'oscarlind', says('/sep adopt')],
    ['2026-07-09 15:05', 'lucianeri', says('/sep sponsor')],
    ['2026-07-13 08:05', 'oscarlind', says('/vote start routine compatible')],
    ['2026-07-14 08:05', 'ninasorel', says('/vote no')],
    ['2026-07-14 09:05', 'paulakraus', says('/vote no\nNobody will say it.')],
    ['2026-07-14 18:05', 'tanyamoss', says('/vote yes')],
    ['2026-07-15 08:05', 'quinnbyrne', says('/vote no')],
    ['2026-07-16 08:05', 'sefaozturk', says('/vote no')],
  ]),
};

/** A vote without a quorum goes to the core by an escalation, and the core accepts. */
const DEPOSITS: Tale = {
  slug: 'deposits',
  author: 'nikoslagos',
  text: {
    ...GROUP,
    title: 'A deposit is given back by itself',
    abstract: 'Who calls off in time gets the deposit back without asking.',
    motivation: 'Huts keep deposits because nobody climbs up to ask for them.',
    specification: 'A hut that takes a deposit MUST give it back where a booking is called off two days before.',
    rationale: 'One day is too short to find somebody else for the bed.',
  },
  steps: steps([
    ['2026-07-09 10:06', 'nikoslagos', opens],
    ['2026-07-09 10:21', 'nikoslagos', numbers],
    ['2026-07-10 09:06', 'ninasorel', says('/sep adopt')],
    ['2026-07-10 16:06', 'hanakim', says('/sep sponsor')],
    ['2026-07-14 07:36', 'ninasorel', says('/vote start routine compatible')],
    ['2026-07-15 12:06', 'oscarlind', says('/vote yes')],
    ['2026-07-16 12:06', 'quinnbyrne', says('/vote abstain')],
    [
      '2026-07-27 09:06',
      'ninasorel',
      says('/escalate Does money belong into this protocol?\nOptions: yes; no.\nDisagreement: what a bank may ask.'),
    ],
    ['2026-07-28 10:06', 'benitorossi', says('/escalate assign @dmitripetrov')],
    ['2026-07-30 17:06', 'dmitripetrov', says('/escalate answer core')],
    ['2026-07-31 09:06', 'astridholm', says('/core accept')],
    ['2026-07-31 12:06', 'faroukaziz', says('/core reject')],
    ['2026-08-03 09:06', 'gretaweiss', says('/core accept')],
    ['2026-08-04 09:06', 'elenamarin', says('/core accept')],
    ['2026-08-05 09:06', 'dmitripetrov', says('/core accept')],
  ]),
};

/** What came to the group that decides by itself. */
export const BOOKINGS: readonly Tale[] = [BED_COUNTS, HALF_BOARD, LATE_ARRIVAL, GROUP_STAYS, OVERBOOKING, DEPOSITS];
