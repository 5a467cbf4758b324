/**
 * Where each proposal stands at the end: its status and its pull request, its group and its sponsor, and what became of its
 * decisions, in their order.
 */
export const ENDS: Readonly<Record<string, string>> = {
  'bed-counts': 'final, merged | bookings, hanakim | consensus agreed',
  'half-board': 'accepted, open | bookings, ivanhorvat | consensus agreed',
  'late-arrival': 'final, open | bookings, juliablanc | consensus agreed | core accepted',
  'group-stays': 'accepted, open | bookings, kwamebaah | consensus blocked | vote passed',
  overbooking: 'draft, open | bookings, lucianeri | vote not-passed',
  deposits: 'accepted, open | bookings, hanakim | vote no-quorum | escalation answered | core accepted',
  'wind-gusts': 'accepted, merged | weather, matsberg | consensus agreed | veto-window accepted',
  'snow-depth': 'rejected, closed | weather, ivanhorvat | consensus agreed | veto-window objected | core rejected',
  'thunder-warnings':
    'accepted, open | weather, kwamebaah | consensus agreed | veto-window objected | core ended | veto-window accepted',
  'old-barometers': 'draft, open | weather, lucianeri | consensus open',
  'hut-radio': 'proposal, open | no group, no sponsor',
  'trail-colours': 'final, open | trails, matsberg | consensus agreed | core accepted',
  'bridge-closures': 'draft, open | trails, juliablanc | consensus agreed | core undecided',
  'ferry-times': 'superseded, closed | trails, hanakim',
  'lake-ferries': 'draft, open | trails, hanakim',
  'signal-mirrors': 'dormant, closed | no group, no sponsor',
  'goat-paths': 'draft, open | no group, matsberg',
  'salt-licks': 'draft, open | no group, ivanhorvat',
  'echo-ranging': 'proposal, open | no group, no sponsor',
  'reading-minutes': 'final, merged | no group, benitorossi | core accepted',
};

/** What Convenor says beside the status: the day, what it is, and who is called by name; nothing elsewhere. */
export const SAID: Readonly<Record<string, readonly string[]>> = {
  // Two people try what they may not. The accepted proposal waits for sixty days, and both are asked.
  'half-board': ['2026-07-02 reply', '2026-07-02 reply', '2026-09-14 remind:1 rosaibanez ivanhorvat'],
  'group-stays': ['2026-09-18 remind:1 leonardopinto kwamebaah'],
  // A sponsor who never answers the author is asked every two weeks, once the vote is over.
  overbooking: [
    '2026-08-06 remind:1 lucianeri',
    '2026-08-20 remind:2 lucianeri',
    '2026-09-03 remind:3 lucianeri',
    '2026-09-17 remind:4 lucianeri',
  ],
  // The lead who was asked. Closing it was an answer; since it is open again, the question is too.
  'hut-radio': [
    '2026-08-05 remind:1 uweschmid',
    '2026-08-20 remind:2 uweschmid',
    '2026-09-03 remind:3 uweschmid',
    '2026-09-17 remind:4 uweschmid',
  ],
  // The author wrote on 28 August; the sponsor was away until 15 September.
  'bridge-closures': ['2026-09-16 remind:1 juliablanc', '2026-09-30 remind:2 juliablanc'],
  'lake-ferries': ['2026-09-03 remind:1 hanakim'],
  // Half a year after 10 and 20 March: thirty days and seven days before.
  'signal-mirrors': ['2026-08-11 warn:1 jonasekman', '2026-09-03 warn:2 jonasekman'],
  'goat-paths': ['2026-08-21 warn:1 keikomori', '2026-09-13 warn:2 keikomori', '2026-09-30 remind:1 matsberg'],
  // Its months were over when somebody woke it: warned at once, and it has its thirty days.
  'salt-licks': ['2026-07-08 warn:1 helenapires', '2026-07-31 warn:2 helenapires', '2026-09-21 remind:1 ivanhorvat'],
};
