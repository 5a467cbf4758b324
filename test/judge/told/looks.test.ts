import { describe } from 'vitest';
import { account, DOCUMENT, PATH } from '../../publish/facts.js';
import { areToldIn } from './told.js';
import {
  DAY,
  accepted,
  all,
  both,
  document,
  draft,
  governing,
  group,
  listed,
  minutesAfter,
  named,
  older,
  opened,
  pull,
  rules,
  seen,
} from './repository.js';

describe('A look', () => {
  areToldIn('looks', {
    'A proposal as it was opened': () => all(opened()),
    'It names no group': () => seen(opened(undefined, named('None'))),
    'It names a group that is not there': () => seen(opened(undefined, named('Cups'))),
    'It names a group that is forming': () => seen(opened(group({ type: '**Working Group** (forming)' }))),
    'It names an Interest Group': () => seen(opened(group({ type: '**Interest Group**' }, 'interestGroups'))),
    'It is on a track that needs no group': () =>
      seen(opened(undefined, DOCUMENT.replace('Standards Track', 'Process').replace('Kettle Timers', 'None'))),
    'It is older than the wish for a group': () =>
      seen(opened(pull({ createdAt: '2025-01-01T00:00:00Z' }), named('None'))),
    'Ada Bell, who leads the group, wrote it': () => seen(opened(pull({ author: account('adabell') }))),
    'Both leads are authors by its preamble': () =>
      seen(opened(undefined, DOCUMENT.replace('(@adalin)', '(@adalin), Ada Bell (@AdaBell), Bo Carr (@bocarr)'))),
    'One of the leads is away': () => {
      const repository = opened();
      repository.away = new Map([
        [account('adabell').id, { login: 'adabell', at: '2026-11-01T00:00:00Z', until: '2026-11-20' }],
      ]);
      return seen(repository);
    },
    'Both leads are away': () => {
      const repository = opened();
      const away = (until: string) => ({ login: '', at: '2026-11-01T00:00:00Z', until });
      repository.away = new Map([
        [account('adabell').id, away('2026-11-20')],
        [account('bocarr').id, away('2026-11-10')],
      ]);
      return seen(repository);
    },
    'The file has no number yet': () =>
      seen(
        Object.assign(opened(undefined, DOCUMENT.replace('# SEP-7: Whistles', '# Whistles')), {
          path: 'seps/0000-whistles.md',
        }),
      ),
    'The file has the number of another pull request': () =>
      seen(Object.assign(opened(undefined, DOCUMENT.replace('# SEP-7', '# SEP-12')), { path: 'seps/12-whistles.md' })),
    'The preamble names a sponsor who has said nothing': () =>
      seen(opened(undefined, DOCUMENT.replace('**Sponsor**: None', '**Sponsor**: Kofi (@kofi)'))),
    'Nothing can be read of the file': () =>
      seen(
        opened(
          document({
            unreadable: { code: 'file/too-large', severity: 'error', line: 1, column: 1, message: 'Too large.' },
          }),
        ),
      ),
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
    'Nothing new a day later': () => minutesAfter(DAY, opened()),
    'What was taken over, a day later': () => minutesAfter(DAY, opened(older(['in-review'], ['kofi']))),
    'A draft with group and sponsor': () => seen(draft()),
    'A draft in a file that says something else': () =>
      seen(
        draft(
          undefined,
          DOCUMENT.replace('**Status**: Draft', '**Status**: Final').replace('**Sponsor**: None', '**Sponsor**: @kofi'),
        ),
      ),
    'A proposal in a file that says Accepted': () =>
      seen(opened(undefined, DOCUMENT.replace('**Status**: Draft', '**Status**: Accepted'))),
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
    'It was taken over with a label and somebody assigned': () => seen(opened(older(['in-review'], ['kofi']))),
    'It was taken over with labels that contradict each other': () =>
      seen(opened(older(['draft', 'accepted', 'SEP'], ['kofi', 'rosa', 'hugo'], { reviews: 3 }))),
    'It was taken over with an author assigned': () => seen(opened(older([], ['adalin']))),
    'It was taken over, and a file alone says that it is final': () =>
      seen(opened(older([]), DOCUMENT.replace('Draft', 'Final').replace('**Sponsor**: None', '**Sponsor**: @hugo'))),
    'It was taken over as accepted, and the core vouches for it': () =>
      seen(opened(older(['accepted'], ['kofi'])).says('rosa', '/sep status accepted')),
    'It was taken over as withdrawn': () => seen(opened(older(['withdrawn']))),
    'It was taken over as dormant': () => seen(opened(older(['dormant']))),
    'It was taken over as rejected, and its author is gone': () =>
      seen(opened(older(['rejected'], [], { author: null }))),
    'It was taken over in review, and its sponsor confirms it': () =>
      seen(opened(older(['in-review'], ['kofi'])).says('kofi', '/sep sponsor')),
    'It was taken over with a file that names nobody and says nothing': () =>
      seen(opened(older([]), DOCUMENT.replace('- **Status**: Draft\n', ''))),
    'The list speaks of another pull request': () =>
      seen(
        opened(
          both(
            older(['accepted']),
            governing(() => ({ takenOver: [{ pull: 8, status: 'final', sponsor: null, line: 4 }] })),
          ),
        ),
      ),
    'The list of what was taken over confirms it': () =>
      seen(opened(both(older(['accepted']), listed('draft', 'Kofi')))),
    'The list names nobody as sponsor': () => seen(opened(both(older(['accepted']), listed('accepted', null)))),
    'The list names a sponsor whom nobody knows': () => seen(opened(both(older(['draft']), listed('draft', 'zoe')))),
    'The list names a sponsor who may not sponsor': () => seen(opened(both(older(['draft']), listed('draft', 'hugo')))),
    'The list speaks of what was never taken over': () => seen(opened(listed('accepted', null))),
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
    'A proposal whose status nobody can read': () =>
      seen(opened(undefined, DOCUMENT.replace('**Status**: Draft', '**Status**: Simmering'))),
    'A ballot names a commit that nobody has seen': () =>
      seen(draft().says('adabell', '/vote start routine compatible').says('cydorn', '/vote yes @1234567')),
    'Who asks for review, and who declines': () =>
      seen(draft().says('kofi', '/review @rosa @cydorn').says('cydorn', '/review decline')),
    'The rules ask for no number, no group and no area': () =>
      seen(
        opened(
          both(
            rules('numbering', { mode: 'observe' }),
            rules('working-group', { mode: 'observe' }),
            rules('priority-areas', { mode: 'observe' }),
          ),
        ),
      ),
  });
});
