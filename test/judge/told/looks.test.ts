import { describe } from 'vitest';
import { account, DOCUMENT } from '../../publish/facts.js';
import { areToldIn } from './told.js';
import {
  DAY,
  all,
  both,
  document,
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

describe('A look at a proposal without a decision', () => {
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
    'Nothing new a day later': () => minutesAfter(DAY, opened()),
    'What was taken over, a day later': () => minutesAfter(DAY, opened(older(['in-review'], ['kofi']))),
    'A proposal in a file that says Accepted': () =>
      seen(opened(undefined, DOCUMENT.replace('**Status**: Draft', '**Status**: Accepted'))),
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
    'A proposal whose status nobody can read': () =>
      seen(opened(undefined, DOCUMENT.replace('**Status**: Draft', '**Status**: Simmering'))),
    'A pull request that goes on with another': () => seen(opened(() => ({ continues: { pull: 3, problem: null } }))),
    'Somebody routes it to a group by its name': () =>
      seen(opened().says('rosa', '/sep route Kettle-Timers').says('rosa', '/sep route cups')),
    'Two things to be mended': () =>
      seen(
        opened(undefined, DOCUMENT.replace('- **Type**: Standards Track\n', '').replace('- **Status**: Draft\n', '')),
      ),
    'A change of a merged proposal that has no number': () =>
      seen(opened(document({ added: false }), DOCUMENT.replace('# SEP-7: Whistles', '# Whistles'))),
    'Rules that want a sponsor, a group and a document before a decision, and hold it': () =>
      seen(
        opened(
          both(
            rules('acceptance', { mode: 'enforce', needs: ['sponsor', 'group', 'document', 'prototype'] }),
            rules('rendered-page', { command: null }),
          ),
        )
          .says('kofi', '/sep sponsor')
          .says('kofi', '/sep status in-review'),
      ),
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
