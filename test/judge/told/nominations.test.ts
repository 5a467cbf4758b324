import { describe } from 'vitest';
import { nominationInWords, nominationTitle } from '../../../src/judge/ladder/explain.js';
import { indexedNomination } from '../../../src/judge/ladder/indexed.js';
import type { StandingThen } from '../../../src/ledger/nomination-lines.js';
import { sha256 } from '../../../src/ledger/chain.js';
import { Issue, NEW } from '../ladder/history.js';
import { areToldIn } from './told.js';

const titleOf = (group: string): string => `${group} Working Group`;

/** What an issue comes to: the nomination in words, what happened, what was refused, and what a look adds. */
function now(issue: Issue): string[] {
  const { state, emitted, waiting, doubts } = issue.seen();
  const { nomination } = state;
  const isOver = nomination?.deadline != null && nomination.deadline <= issue.now;
  const words = nomination && nominationInWords(nomination, isOver, titleOf);
  return [
    ...(nomination && words
      ? [
          `${nominationTitle(nomination, titleOf)}: ${words.what}: ${words.headline}`,
          ...words.next.map(
            ({ who, people, what }) => `${who} [${people.map(({ login }) => login).join(' ')}] ${what}`,
          ),
          ...words.asks.map(({ held, name, says }) => `${name}, ${held}: ${says}`),
          JSON.stringify(indexedNomination(nomination)),
        ]
      : []),
    ...state.steps.map(({ at, says, url }) => `${at} ${says} ${url ?? ''}`.trimEnd()),
    ...state.acts.flatMap(({ act, outcome }) =>
      outcome.taken ? [] : [`/${act.command} of ${act.by.login}: ${outcome.rule}: ${outcome.why} ${outcome.next}`],
    ),
    ...emitted.map(
      (line) => `line ${line.kind} ${line.at} ${sha256(JSON.stringify({ ...line, rules: undefined })).slice(0, 8)}`,
    ),
    ...waiting.map(({ command, by }) => `waits: /${command} of ${by.login}`),
    ...doubts.map(({ says, about }) => `doubt: ${says} (${about.kind})`),
  ];
}

const MEMBER: StandingThen = { ...NEW, role: 'member', since: '2020-01-01' };
const MAINTAINER: StandingThen = { ...NEW, role: 'maintainer', since: '2020-01-01' };
const nominated = (to: string, standing: StandingThen = NEW): Issue =>
  new Issue(undefined, standing).says('core', `/nominate @nominee ${to}`);
const asMember = (): Issue => nominated('member');
const asMaintainer = (): Issue => nominated('maintainer', MEMBER);

/** Somebody is asked whether they still are what a look puts behind their login. */
const asked = (args: string[] = ['nominee', 'everything'], standing: StandingThen = MAINTAINER): Issue =>
  new Issue(undefined, standing).says('core', '/inactive @nominee\nHas said nothing since May.', {
    args,
    text: 'Has said nothing since May.',
  });

describe('What a nomination comes to', () => {
  areToldIn('nominations', {
    'An issue in which nobody was nominated': () =>
      now(new Issue().says('core', '/endorse @nominee').says('core', '/sep adopt')),
    'A new member, while everybody may speak': () => now(asMember()),
    'A new member with two sponsors': () => now(asMember().says('maintainer', '/endorse @nominee')),
    'A new member with two sponsors after the days to speak': () =>
      now(asMember().says('maintainer', '/endorse @nominee').after({ days: 8 })),
    'A new member with one sponsor after the days to speak': () => now(asMember().after({ days: 8 })),
    'A new member against whom something stands': () =>
      now(
        asMember()
          .says('maintainer', '/endorse @nominee')
          .says('member', '/object @nominee Too soon.')
          .after({ days: 8 }),
      ),
    'A new member against whom something stood, and who was heard on something else': () =>
      now(
        asMember()
          .says('maintainer', '/endorse @nominee')
          .says('member', '/object @nominee Too soon.')
          .says('outsider', '/object @nominee Who is it?')
          .says('member', '/object withdraw')
          .after({ days: 8 }),
      ),
    'A new member who is approved over what stands against it': () =>
      now(
        asMember()
          .says('maintainer', '/endorse @nominee')
          .says('member', '/object @nominee Too soon.')
          .says('lead maintainer', '/ladder approve It is not too soon.')
          .after({ days: 8 }),
      ),
    'A new member who is not approved': () =>
      now(asMember().says('lead maintainer', '/ladder reject Not now.').says('member', '/endorse @nominee')),
    'A nominee who declines': () => now(asMember().says('nominee', '/ladder reject I have no time.')),
    'Who nominates themselves': () =>
      now(new Issue().says('nominee', '/nominate @nominee member').says('nominee', '/endorse @nominee')),
    'A second nomination in one issue': () => now(asMember().says('core', '/nominate @member maintainer')),
    'A maintainer, while everybody may speak': () => now(asMaintainer()),
    'A maintainer who is approved at once': () =>
      now(asMaintainer().says('lead maintainer', '/ladder approve').after({ days: 8 })),
    'A maintainer whose only sponsor approves': () =>
      now(asMaintainer().says('core', '/ladder approve').after({ days: 8 })),
    'A maintainer who has been a member for too short a time': () =>
      now(
        nominated('maintainer', { ...MEMBER, since: '2026-10-01' })
          .says('lead maintainer', '/ladder approve')
          .after({ days: 8 }),
      ),
    'A maintainer who is no member': () => now(nominated('maintainer').after({ days: 8 })),
    'A maintainer who comes back': () =>
      now(
        nominated('maintainer', { ...NEW, emeritus: true, held: ['maintainer'] })
          .says('lead maintainer', '/ladder approve')
          .after({ days: 8 }),
      ),
    'A Core Maintainer with half of the core': () =>
      now(nominated('core-maintainer', MAINTAINER).says('lead maintainer', '/ladder approve').after({ days: 20 })),
    'A Core Maintainer with more than half of the core': () =>
      now(
        nominated('core-maintainer', MAINTAINER)
          .says('second core', '/endorse @nominee')
          .says('lead maintainer', '/ladder approve')
          .after({ days: 20 }),
      ),
    'A community moderator': () =>
      now(nominated('moderator', MEMBER).says('second core', '/endorse @nominee').after({ days: 20 })),
    'A member of a group': () =>
      now(
        new Issue()
          .says('group lead', '/nominate @nominee wg-member kettles')
          .says('WG member', '/endorse @nominee')
          .after({ days: 20 }),
      ),
    'A lead of a group': () =>
      now(nominated('lead kettles', MEMBER).says('second core', '/endorse @nominee').after({ days: 20 })),
    'Somebody who lays a role down': () =>
      now(new Issue(undefined, MAINTAINER).says('nominee', '/step-down maintainer').says('core', '/ladder approve')),
    'Somebody who lays everything down': () =>
      now(new Issue(undefined, MAINTAINER).says('nominee', '/emeritus @nominee I am off.')),
    'Who is asked whether they want to be emeritus': () =>
      now(new Issue(undefined, MAINTAINER).says('core', '/emeritus @nominee Has no time.')),
    'Who speaks against being emeritus': () =>
      now(
        new Issue(undefined, MAINTAINER)
          .says('core', '/emeritus @nominee Has no time.')
          .says('nominee', '/object @nominee I was ill.')
          .after({ days: 20 })
          .says('lead maintainer', '/ladder approve'),
      ),
    'Who is emeritus after they were asked': () =>
      now(
        new Issue(undefined, MAINTAINER)
          .says('core', '/emeritus @nominee Has no time.')
          .after({ days: 20 })
          .says('lead maintainer', '/ladder approve'),
      ),
    'Who is asked whether they are still there': () => now(asked()),
    'Who is asked whether they still are a member of a group': () => now(asked(['nominee', 'wg-member', 'kettles'])),
    'Who answers that they are': () => now(asked().says('nominee', '/ladder reject I am here.')),
    'Who answers that they are not': () => now(asked().says('nominee', '/ladder approve')),
    'Who does not answer in time': () => now(asked().after({ days: 20 })),
    'Who does not answer in time, and the core decides without a reason and with one': () =>
      now(
        asked()
          .after({ days: 20 })
          .says('second core', '/ladder approve')
          .says('third core', '/ladder approve Nobody has heard of them.'),
      ),
    'A core maintainer who does not answer, and a Lead Maintainer decides': () =>
      now(
        asked(['nominee', 'everything'], { ...MAINTAINER, role: 'core-maintainer' })
          .after({ days: 20 })
          .says('core', '/ladder approve No.')
          .says('lead maintainer', '/ladder approve Nobody has heard of them.'),
      ),
    'A member of a group who does not answer': () =>
      now(
        asked(['nominee', 'lead', 'kettles'], MEMBER)
          .after({ days: 20 })
          .says('group lead', '/ladder approve Gone.')
          .says('second core', '/ladder approve Gone.'),
      ),
    'Who asks themselves, and who may not ask': () =>
      now(
        new Issue(undefined, MAINTAINER)
          .says('nominee', '/inactive @nominee')
          .says('outsider', '/inactive @nominee')
          .says('core', '/inactive @nobody'),
      ),
    'A word after the days to speak, of a look that may not close them yet': () => {
      const issue = asMember().says('maintainer', '/endorse @nominee');
      const early = issue.now;
      const { waiting, state } = issue.after({ days: 9 }).says('member', '/object @nominee Late.').seen(early);
      return [...waiting.map(({ command }) => command), state.nomination?.closed?.outcome ?? 'open'];
    },
    'A conversation that was locked meanwhile': () => {
      const issue = asMember().says('maintainer', '/endorse @nominee');
      const lines = [
        ...issue.all,
        { kind: 'muted', at: '2026-11-03T09:00:00Z', muted: true, by: 'lock' } as const,
        { kind: 'muted', at: '2026-11-05T09:00:00Z', muted: false, by: 'lock' } as const,
      ];
      const { nomination } = issue.seen('2026-11-09T12:00:00Z', lines).state;
      return [`${nomination?.deadline}`, `${nomination?.closed?.at}`];
    },
  });
});
