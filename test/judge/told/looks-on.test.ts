import { describe } from 'vitest';
import type { Facts } from '../../../src/facts/facts.js';
import { plusMinutes } from '../../../src/judge/instants.js';
import { DOCUMENT, PATH } from '../../publish/facts.js';
import { areToldIn } from './told.js';
import { DAY, accepted, both, document, draft, group, minutesAfter, pull, rules, seen } from './repository.js';

describe('A look at a proposal on its way', () => {
  areToldIn('looks-on', {
    'The file is gone from the pull request': () => seen(draft(document({ isGone: true }))),
    'The pull request goes to another branch': () =>
      seen(draft(both(document({ isGone: true }), pull({ intoDefault: false, base: 'next' })))),
    'The conversation is locked while a consensus runs': () =>
      seen(
        draft(pull({ locked: true, locks: [{ at: '2026-11-02T09:10:00Z', locked: true }] })).says(
          'adabell',
          '/consensus start minor',
        ),
      ),
    'The repository was archived for a week': () =>
      seen(
        draft(() => ({
          archived: [
            { from: '2026-11-02T09:05:00Z', to: '2026-11-02T09:08:00Z' },
            { from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z' },
          ],
        })),
      ),
    'A lock and an archive that an earlier look has seen': () =>
      minutesAfter(
        DAY,
        draft(
          both(
            pull({
              locks: [
                { at: '2026-11-02T09:05:00Z', locked: true },
                { at: '2026-11-02T09:06:00Z', locked: false },
              ],
            }),
            () => ({ archived: [{ from: '2026-11-02T09:07:00Z', to: '2026-11-02T09:08:00Z' }] }),
          ),
        ),
      ),
    'A closed pull request whose conversation was locked': () =>
      seen(
        draft(
          pull({
            state: 'closed',
            closedAt: '2026-11-02T09:10:00Z',
            locks: [{ at: '2026-11-02T09:05:00Z', locked: true }],
          }),
        ),
      ),
    'A deadline that nobody looked at for a month': () =>
      minutesAfter(30 * DAY, draft().says('adabell', '/consensus start minor compatible')),
    'A deadline that somebody looked at within the hour': () =>
      minutesAfter(5 * DAY + 59, draft().says('adabell', '/consensus start minor compatible')),
    'A vote of the core that nobody looked at for a month': () =>
      minutesAfter(30 * DAY, draft().says('kofi', '/sep status in-review')),
    'A draft with group and sponsor': () => seen(draft()),
    'A draft in a file that says something else': () =>
      seen(
        draft(
          undefined,
          DOCUMENT.replace('**Status**: Draft', '**Status**: Final').replace('**Sponsor**: None', '**Sponsor**: @kofi'),
        ),
      ),
    'The core accepted it': () => seen(accepted()),
    'The core accepted it, and the file says so': () =>
      seen(accepted(undefined, DOCUMENT.replace('Draft', 'Accepted'))),
    'Nothing of an acceptance can be observed': () =>
      seen(accepted().says('kofi', '/sep status final\nNo observable behaviour: Words alone.')),
    'It is final': () => seen(accepted().says('kofi', '/sep status final')),
    'Its pull request is closed while a consensus runs': () =>
      seen(
        draft(pull({ state: 'closed', closedAt: '2026-11-02T09:10:00Z' })).says('adabell', '/consensus start minor'),
      ),
    'Its pull request is closed, and its branch is gone': () =>
      seen(draft(pull({ state: 'closed', closedAt: '2026-11-02T09:10:00Z', hasBranch: false }))),
    'It was merged as a draft': () => seen(draft(pull({ state: 'merged', closedAt: '2026-11-02T09:10:00Z' }))),
    'It was merged as accepted, and its file is brought in step': () =>
      seen(
        accepted(
          both(pull({ state: 'merged', closedAt: '2026-11-02T09:10:00Z' }), () => ({
            merged: {
              file: { path: PATH, source: DOCUMENT, status: 'draft' },
              pulls: [
                {
                  number: 9,
                  nodeId: 'PR_9',
                  url: 'https://github.test/9',
                  state: 'open',
                  status: 'accepted',
                  head: 'f'.repeat(40),
                },
              ],
              refused: null,
            },
          })),
        ),
      ),
    'The file names another sponsor than who sponsors it': () =>
      seen(draft(undefined, DOCUMENT.replace('**Sponsor**: None', '**Sponsor**: Rosa (@rosa)'))),
    'The file names its sponsor without a login': () =>
      seen(draft(undefined, DOCUMENT.replace('**Sponsor**: None', '**Sponsor**: Kofi'))),
    'A draft whose status nobody can read': () =>
      seen(draft(undefined, DOCUMENT.replace('**Status**: Draft', '**Status**: Simmering'))),
    'A ballot names the head by its first digits, and another one what both heads begin with': () => {
      const repository = draft().says('adabell', '/vote start routine compatible');
      const head = repository.facts().pull.head;
      return seen(
        repository.says('cydorn', `/vote yes @${head.slice(0, 8)}`).says('bocarr', `/vote no @${head.slice(-8)} No.`),
      );
    },
    'A word that came with a push, so that nobody knows on which text it was said': () => {
      const repository = draft();
      repository.settle();
      repository.source = DOCUMENT.replace('They whistle.', 'They sing.');
      repository.now = plusMinutes(repository.now, 5);
      repository.says('adabell', '/consensus start minor compatible');
      repository.now = plusMinutes(repository.now, 5);
      return seen(repository);
    },
    'Somebody routes it to what is no group, or none that decides': () =>
      seen(
        draft(group({ type: '**Interest Group**' }, 'interestGroups'))
          .says('rosa', '/sep route cups')
          .says('rosa', '/sep route kettle-timers'),
      ),
    'Somebody sponsors for somebody whom nobody knows': () => seen(draft().says('kofi', '/review @nobody @rosa')),
    'A record with a line that does not follow': () => {
      const repository = accepted();
      repository.settle();
      repository.overrideLedger = repository
        .facts()
        .ledger.map((line) => (line.kind === 'closes' ? { ...line, outcome: 'rejected' as const } : line));
      return seen(repository.says('kofi', '/sep status final'));
    },
    'A scenario that was there when it became final, and is not there any more': () => {
      const file = {
        kind: 'file',
        path: 'sep-7.yaml',
        url: 'https://github.test/sep-7.yaml',
        text: 'sep: 7\nrequirements: []\n',
      };
      const repository = accepted(() => ({ scenario: file as Facts['scenario'] })).says('kofi', '/sep status final');
      repository.settle();
      repository.more = () => ({ scenario: { kind: 'missing', paths: ['sep-7.yaml'] } });
      return seen(repository);
    },
    'Final, and held by a maintainer': () =>
      seen(accepted().says('kofi', '/sep status final').says('kofi', '/sep hold Not yet.')),
    'Final, merged, and its text changed': () =>
      seen(accepted(pull({ state: 'merged', closedAt: '2026-11-02T09:10:00Z' })).says('kofi', '/sep status final')),
    'Gone and closed': () =>
      seen(draft(both(document({ isGone: true }), pull({ state: 'closed', closedAt: '2026-11-02T09:10:00Z' })))),
    'An escalation of the group': () => {
      const repository = draft()
        .says('adabell', '/vote start routine compatible')
        .says('bocarr', '/vote no It boils over.');
      repository.settle();
      repository.now = plusMinutes(repository.now, 11 * DAY);
      return seen(
        repository
          .says('adabell', '/escalate Is it to boil?\nOptions: yes; no.\nDisagreement: it boils over.')
          .says('rosa', '/escalate assign @rosa'),
      );
    },
    'Rules by which the rendered page is made by no command': () =>
      seen(accepted(rules('rendered-page', { command: null }))),
    'Rules that hold the text of an acceptance loosely, and one that changed': () => {
      const repository = accepted(rules('acceptance-text', { mode: 'warn' }));
      repository.settle();
      repository.source = DOCUMENT.replace('They whistle.', 'They sing.');
      return seen(repository);
    },
    'Rules that only observe the text of an acceptance, and one that changed': () => {
      const repository = accepted(rules('acceptance-text', { mode: 'observe' }));
      repository.settle();
      repository.source = DOCUMENT.replace('They whistle.', 'They sing.');
      return seen(repository);
    },
    'A ballot names a commit that nobody has seen': () =>
      seen(draft().says('adabell', '/vote start routine compatible').says('cydorn', '/vote yes @1234567')),
    'Who asks for review, and who declines': () =>
      seen(draft().says('kofi', '/review @rosa @cydorn').says('cydorn', '/review decline')),
  });
});
