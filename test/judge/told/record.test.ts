import { describe } from 'vitest';
import { explainRecord } from '../../../src/judge/explain-record.js';
import { courseOf } from '../../../src/judge/course.js';
import { indexedOf } from '../../../src/judge/indexed.js';
import { plusMinutes } from '../../../src/judge/instants.js';
import type { LineBody } from '../../../src/ledger/lines.js';
import { history, RULEBOOK, START, type History } from '../history.js';
import { adding, bound, muted } from './ledger.js';
import { areToldIn } from './told.js';

/** What a reader of the record is told as of an instant: the headline, who does what next, and each row of the tree. */
function tree(lines: readonly LineBody[], at: string, rulebook = RULEBOOK): string[] {
  const told = explainRecord(lines, rulebook, at);
  if (typeof told === 'string') return [told];
  return [
    told.headline,
    ...told.next.map(({ who, people, what }) => `${who} (${people.map(({ login }) => login).join(', ')}) ${what}`),
    ...told.requirements.map(({ held, name, says, next }) => `${name}, ${held}: ${says} ${next ?? '-'}`),
    `index: ${JSON.stringify(indexedOf(told.state))}`,
    `course: ${JSON.stringify(courseOf(told.state))}`,
  ];
}
const now = (told: History): string[] => tree(told.lines, told.clock);

const draft = (): History => history().isADraft();
const consensus = (): History => draft().startsConsensus('lena').look();
const beforeCore = (): History => draft().goesToTheCore().look();
/** Accepted by the core after the consensus of the group, five days later. */
const accepted = (): History => consensus().after({ days: 6 }).look().accept('rosa', 'sven', 'tomoko').look();
const changed = (): History => accepted().pushes('d'.repeat(40), { normative: 'e'.repeat(64) });
const onConditions = (): History =>
  beforeCore().says('rosa', '/core accept-with-changes\n- codes: Name each.').accept('sven', 'tomoko').look();

describe('A record as of an instant', () => {
  areToldIn('record', {
    'A minute before the record begins': () => tree(history().lines, plusMinutes(START, -1)),
    'A record with nothing in it': () => tree([], START),
    'Nobody has said anything': () => tree(history().lines, START),
    'The rules that the lines name are not there': () => tree(draft().lines, START, new Map()),
    'Somebody changed a closing': () =>
      tree(
        accepted().lines.map((line) => (line.kind === 'closes' ? { ...line, outcome: 'rejected' as const } : line)),
        '2026-12-01T00:00:00Z',
      ),
    'A group has adopted it': () => now(history().adopts('lena')),
    'It has a sponsor and no group': () => now(history().sponsors('kofi')),
    'A draft with a group and a sponsor': () => now(draft()),
    'A consensus is open': () => now(consensus()),
    'A consensus is open and blocked': () => now(consensus().blocks('noor', 'boils-over')),
    'The day before, of a record that goes on': () => tree(accepted().lines, '2026-11-06T09:00:00Z'),
    'The group agreed, and the core is asked': () => now(consensus().after({ days: 6 }).look()),
    'A vote is open': () => now(draft().says('lena', '/vote start routine compatible').look()),
    'The core accepted, and a member asked what it was about': () =>
      now(
        consensus()
          .says('noor', '/sep explain')
          .says('omar', '/concern It is hot.')
          .after({ days: 6 })
          .look()
          .says('noor', '/concern Late.')
          .accept('rosa', 'sven', 'tomoko')
          .look(),
      ),
    'The core accepted': () => now(accepted()),
    'The core rejected': () => now(beforeCore().reject('rosa', 'sven', 'tomoko').look()),
    'The core came to nothing': () => now(beforeCore().after({ days: 20 }).look()),
    'Accepted on a condition that is open': () => now(onConditions()),
    'Accepted on a condition that the sponsor has shown to be met': () =>
      now(onConditions().says('kofi', '/condition met codes They are.')),
    'Accepted on a condition that is met': () =>
      now(onConditions().says('kofi', '/condition met codes They are.').says('rosa', '/condition confirm codes')),
    'Its text changed since it was accepted': () => now(changed()),
    'Its text changed, and the sponsor confirmed it': () =>
      now(changed().says('kofi', '/sep confirm', { head: { commit: 'd'.repeat(40), certain: true } })),
    Final: () => now(accepted().says('kofi', '/sep status final')),
    'Withdrawn by its author': () => now(draft().says('ada', '/sep status withdrawn')),
    'Taken over as accepted': () => now(history().takenOver('accepted', 'kofi')),
    'Taken over as a draft without a sponsor': () => now(history().takenOver('draft')),
    'Taken over as a proposal': () => now(history().takenOver('proposal')),
    'Taken over as accepted, and one of the core vouched for it': () =>
      now(history().takenOver('accepted', 'kofi').says('rosa', '/sep status accepted')),
    'Taken over as accepted, and two of the core vouched for it': () =>
      now(
        history()
          .takenOver('accepted', 'kofi')
          .says('rosa', '/sep status accepted')
          .says('sven', '/sep status accepted'),
      ),
    'Superseded by another one': () => now(accepted().says('rosa', '/sep supersede by 12')),
    'Held by a maintainer, and final': () =>
      now(accepted().says('mira', '/sep hold The kettle is cold.').says('kofi', '/sep status final')),
    'The group decided, and it can be recalled': () =>
      now(history({ authority: 'decide' }).isADraft().startsConsensus('lena').look().after({ days: 6 }).look()),
    'The conversation was locked, and the repository archived': () =>
      now(
        adding(consensus(), muted('2026-11-03T00:00:00Z', true), muted('2026-11-03T01:00:00Z', true, 'archive')).after({
          days: 2,
        }),
      ),
    'The conversation was locked and unlocked': () =>
      now(
        adding(consensus(), muted('2026-11-03T00:00:00Z', true), muted('2026-11-04T00:00:00Z', false)).after({
          days: 2,
        }),
      ),
    'Closed by a lead, appealed, and confirmed by the core': () =>
      now(
        history()
          .says('lena', '/sep close It does not fit.')
          .says('ada', '/sep appeal It does.')
          .says('rosa', '/sep close No.')
          .isNow('closed'),
      ),
    'Closed by a lead, and appealed': () =>
      now(history().says('lena', '/sep close It does not fit.').says('ada', '/sep appeal It does.').isNow('closed')),
    'Closed by a lead': () => now(history().says('lena', '/sep close It does not fit.').isNow('closed')),
    'Withdrawn and brought back, while its pull request is closed': () =>
      now(draft().says('ada', '/sep withdraw Not now.').isNow('closed').says('ada', '/sep revive')),
    'Two groups have a claim': () =>
      now(adding(history().sponsors('kofi'), bound(START, 'kettles', 'lids')).after({ days: 1 })),
    'Two groups have a claim, and one of them cares for it': () =>
      now(adding(draft(), bound(START, 'kettles', 'lids')).after({ days: 1 })),
    'A charter binds it': () => now(adding(history().sponsors('kofi'), bound(START, 'kettles')).after({ days: 1 })),
    'Routed to a group': () => now(history().sponsors('kofi').says('rosa', '/sep route kettles')),
    'A vote that did not pass': () =>
      now(
        draft()
          .says('lena', '/vote start routine compatible')
          .look()
          .says('lena', '/vote no')
          .says('noor', '/vote no')
          .says('omar', '/vote no')
          .after({ days: 11 })
          .look(),
      ),
    'A consensus that was blocked, and a vote without a quorum': () =>
      now(consensus().blocks('noor', 'one').after({ days: 6 }).look().after({ days: 20 }).look()),
    'Merged as final': () => now(accepted().says('kofi', '/sep status final').isNow('merged')),
    'Merged as a draft': () => now(draft().isNow('merged')),
    'Final, and its text changed': () =>
      now(
        accepted()
          .says('kofi', '/sep status final')
          .pushes('d'.repeat(40), { normative: 'e'.repeat(64) }),
      ),
    'Closed as a draft': () => now(draft().isNow('closed')),
    'Closed and opened again': () => now(draft().isNow('closed').isNow('open')),
    'Merged as accepted': () => now(accepted().isNow('merged')),
    'A Lead Maintainer vetoed it': () => now(accepted().says('uri', '/veto It breaks a promise.')),
  });
});
