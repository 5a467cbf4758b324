import { describe } from 'vitest';
import type { LineBody, LineOf } from '../../../src/ledger/lines.js';
import { elector, history, START, type History } from '../history.js';
import { adding, all, bound, confirmed, muted } from './ledger.js';
import { areToldIn } from './told.js';

const DAY = 24 * 60;
const [SECOND, THIRD] = ['d'.repeat(40), 'e'.repeat(40)];

const now = (told: History): string[] => all(told.seenAt());
const later = (told: History, minutes: number): string[] => now(told.after({ minutes }));

const draft = (world: Parameters<typeof history>[0] = {}): History => history(world).isADraft();
const consensus = (world: Parameters<typeof history>[0] = {}): History => draft(world).startsConsensus('lena');
const core = (): History => draft().goesToTheCore();
const decided = (): History => consensus({ authority: 'decide' }).after({ days: 6 });
const accepted = (): History => core().accept('rosa', 'sven', 'tomoko');

describe('What a ledger comes to', () => {
  areToldIn('plays', {
    'Nobody has said anything': () => now(history()),
    'A draft, a consensus, and nobody looks for a month': () => later(consensus(), 30 * DAY),
    'The same, with a look on each day': () => {
      const told = consensus();
      for (let day = 0; day < 30; day += 1) told.look().after({ days: 1 });
      return now(told);
    },
    'A group that decides by itself': () => now(decided()),
    'What it decided is recalled': () => now(decided().says('rosa', '/recall It boils over.')),
    'Nobody recalls it in time': () => now(decided().after({ days: 30 }).says('rosa', '/recall It boils over.')),
    'A window for objections in which nobody objects': () => later(consensus({ authority: 'veto-window' }), 20 * DAY),
    'An objection within the window': () =>
      now(consensus({ authority: 'veto-window' }).after({ days: 6 }).says('rosa', '/veto It boils over.')),
    'A block that stands, and a vote that passes': () =>
      later(
        consensus()
          .blocks('noor', 'one')
          .after({ days: 6 })
          .says('lena', '/vote yes')
          .says('omar', '/vote yes')
          .says('pia', '/vote yes'),
        20 * DAY,
      ),
    'A consensus that is extended, and one that is cancelled': () =>
      now(
        consensus()
          .says('lena', '/consensus extend until 2026-11-20')
          .says('lena', '/consensus cancel Not yet.')
          .startsConsensus('lena', 'significant compatible'),
      ),
    'An extension while the pull request is closed': () =>
      now(
        adding(
          consensus().says('lena', '/consensus extend until 2026-11-20'),
          { kind: 'pull', at: '2026-11-05T00:00:00Z', state: 'closed' },
          { kind: 'pull', at: '2026-11-07T00:00:00Z', state: 'open' },
        )
          .at('2026-11-10T00:00:00Z')
          .says('lena', '/consensus extend until 2026-11-25'),
      ),
    'A conversation that is locked for a day': () =>
      now(
        adding(consensus(), muted('2026-11-03T00:00:00Z', true), muted('2026-11-04T00:00:00Z', false)).after({
          days: 2,
        }),
      ),
    'A conversation that is locked twice, and a repository that is archived meanwhile': () =>
      now(
        adding(
          consensus(),
          muted('2026-11-03T00:00:00Z', true),
          muted('2026-11-03T12:00:00Z', true, 'archive'),
          muted('2026-11-04T00:00:00Z', false),
          muted('2026-11-04T12:00:00Z', false, 'archive'),
        ).after({ days: 3 }),
      ),
    'A push during a consensus that changes the track': () =>
      later(consensus({ authority: 'decide' }).after({ days: 1 }).pushes(SECOND, { type: 'Process' }), 10 * DAY),
    'A push of another text during the vote of the core': () =>
      now(
        core()
          .accept('rosa', 'sven')
          .pushes(SECOND, { normative: 'f'.repeat(64) })
          .accept('tomoko'),
      ),
    'A push that names another author, who has the deciding word': () =>
      later(
        core()
          .accept('rosa', 'sven')
          .pushes(SECOND, { authors: ['Rosa', 'ada'] })
          .says('tomoko', '/core abstain'),
        20 * DAY,
      ),
    'Two pushes, and a word that names the first': () =>
      now(
        draft()
          .pushes(SECOND)
          .after({ minutes: 5 })
          .pushes(THIRD, { normative: 'f'.repeat(64) })
          .goesToTheCore()
          .says('rosa', '/core accept', { head: { commit: SECOND, certain: false } }),
      ),
    'A word on a commit that no head is': () =>
      now(core().says('rosa', '/core accept', { head: { commit: '9'.repeat(40), certain: true } })),
    'Charters that bind it, one after the other': () =>
      now(
        adding(
          history().sponsors('kofi'),
          bound(START, 'kettles'),
          bound('2026-11-03T00:00:00Z', 'kettles', 'lids'),
          bound('2026-11-04T00:00:00Z'),
        ).after({ days: 4 }),
      ),
    'A charter that binds it before the words of its lead': () =>
      now(
        adding(history(), bound('2026-11-02T09:00:00Z', 'kettles'))
          .after({ minutes: 1 })
          .sponsors('kofi')
          .startsConsensus('lena'),
      ),
    'A charter that binds it while another group decides': () =>
      later(adding(consensus({ authority: 'decide' }), bound('2026-11-03T00:00:00Z', 'lids')), 10 * DAY),
    'The list on the default branch confirms what was taken over': () =>
      now(
        adding(
          history().takenOver('accepted', 'kofi'),
          confirmed('2026-11-02T10:00:00Z', 'draft', 'kofi'),
          confirmed('2026-11-02T11:00:00Z', 'accepted', null),
        )
          .after({ hours: 5 })
          .startsConsensus('lena'),
      ),
    'The list confirms it after a word that did': () =>
      now(
        adding(
          history().takenOver('draft', 'kofi').sponsors('mira'),
          confirmed('2026-11-02T11:00:00Z', 'accepted', null),
        ).after({ hours: 5 }),
      ),
    'A pull request that goes on with another': () => {
      const told = history();
      const [first, ...rest] = told.lines as [LineOf<'opened'>, ...LineBody[]];
      told.lines.splice(
        0,
        told.lines.length,
        { ...first, by: null, continues: { pull: 3, problem: null } } as LineBody,
        ...rest,
      );
      return now(told);
    },
    'A withdrawal, a revival, and the way back': () =>
      now(draft().says('ada', '/sep withdraw Not now.').says('ada', '/sep revive').sponsors('kofi')),
    'A lead closes it, the author appeals, and the core confirms': () =>
      now(
        history()
          .says('lena', '/sep close It does not fit.')
          .says('ada', '/sep appeal It does.')
          .says('rosa', '/sep close It does not.'),
      ),
    'Closed, merged and what is said there': () =>
      now(
        draft()
          .isNow('closed')
          .startsConsensus('lena')
          .isNow('open')
          .startsConsensus('lena')
          .isNow('merged')
          .says('noor', '/block one\nNo.\nAlternative: yes.'),
      ),
    'A veto, and who takes it back': () =>
      now(accepted().says('uri', '/veto alone It must not be.').says('uri', '/veto withdraw')),
    'Final, and then superseded': () =>
      now(accepted().says('kofi', '/sep status final').says('rosa', '/sep supersede #12')),
    'On hold, and let go': () =>
      now(draft().says('lena', '/sep hold The kettle is cold.').startsConsensus('lena').says('lena', '/sep unhold')),
    'A question, an absence and a word that nobody knows': () =>
      now(
        draft()
          .says('ada', '/sep explain')
          .says('noor', '/away until 2026-12-01')
          .says('ada', '/sep nonsense')
          .says('zed', '/sep sponsor'),
      ),
    'The same comment, found by two looks': () => {
      const told = core().accept('rosa');
      return now(adding(told, told.lines.at(-1)!));
    },
    'Words that were found late': () => {
      const told = consensus().after({ days: 6 }).look();
      return now(told.at('2026-11-03T00:00:00Z').blocks('noor', 'late').after({ days: 6 }).accept('rosa'));
    },
    'A word after a deadline that may not fall yet': () =>
      now(consensus().at('2026-11-07T09:03:00Z').accept('rosa').says('noor', '/concern It is hot.')),
    'A closing whose decision nothing opens': () => {
      const whole = decided().look().lines;
      return all(
        history().seenAt(
          '2026-12-01T00:00:00Z',
          whole.filter(({ kind }) => kind !== 'act'),
        ),
      );
    },
    'A ledger that says it is dormant, and was not warned': () =>
      now(
        adding(history(), {
          kind: 'lapses',
          at: '2026-11-03T00:00:00Z',
          to: 'dormant',
          why: 'Nobody sponsored it.',
        }).after({ days: 3 }),
      ),
    'A vote beside which two participants vote': () =>
      now(
        draft({
          members: [elector('lena'), elector('noor'), elector('omar')],
          participants: [elector('tess'), elector('pia')],
        })
          .says('lena', '/vote start scope breaking')
          .says('noor', '/vote recuse I wrote it.')
          .says('noor', '/vote yes')
          .says('tess', '/vote yes'),
      ),
    'Members who ask for a vote, and one who leaves it': () =>
      now(
        draft()
          .says('noor', '/vote request scope')
          .says('omar', '/vote request scope')
          .says('pia', '/vote request scope')
          .says('pia', '/vote recuse'),
      ),
    'A hold, and who may let it go': () =>
      now(
        draft().says('kofi', '/sep hold The kettle is cold.').says('noor', '/sep unhold').says('rosa', '/sep unhold'),
      ),
    'The same near miss twice, and from somebody else': () =>
      now(draft().says('zed', '/sep nonsense').says('zed', '/sep nonsense').says('ada', '/sep nonsense')),
    'A group that somebody routes it to, and one that lets it go': () =>
      now(draft().says('rosa', '/sep route teapots').says('lena', '/sep release').says('olga', '/sep adopt')),
    'An escalation, and its answer': () =>
      now(
        draft({ parties: [elector('ada')] })
          .says('lena', '/vote start routine compatible')
          .says('lena', '/vote yes')
          .says('noor', '/vote no It boils over.')
          .after({ days: 11 })
          .says('lena', '/escalate Is it to boil?\nOptions: yes; no.\nDisagreement: it boils over.')
          .says('uri', '/escalate assign @rosa')
          .says('rosa', '/escalate answer It is.'),
      ),
    'A vote of two members and a participant': () =>
      later(
        draft({ members: [elector('lena'), elector('noor')], participants: [elector('tess')] })
          .says('lena', '/vote start routine compatible')
          .says('lena', '/vote yes')
          .says('noor', '/vote no')
          .says('tess', '/vote yes'),
        20 * DAY,
      ),
  });
});
