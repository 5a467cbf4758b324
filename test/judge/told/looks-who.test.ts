import { describe } from 'vitest';
import { plusMinutes } from '../../../src/judge/instants.js';
import { DOCUMENT, account } from '../../publish/facts.js';
import { areToldIn } from './told.js';
import { DAY, accountOf, both, draft, governing, opened, pull, rules, seen, without } from './repository.js';

describe('A look that hears odd words, or odd people', () => {
  areToldIn('looks-who', {
    'A member of the group whom no account is called': () =>
      seen(draft(without('cydorn')).says('adabell', '/consensus start minor compatible')),
    'Somebody of the core whom no account is called': () =>
      seen(draft(without('rosa')).says('kofi', '/sep status in-review')),
    'A vote in which leads alone are counted, and members vote': () =>
      seen(
        draft(rules('vote', { counted: ['lead'], voters: ['lead', 'wg-member'] }))
          .says('adabell', '/vote start routine compatible')
          .says('cydorn', '/vote yes'),
      ),
    'A vote in which participants vote, and one of them is an author': () =>
      seen(
        draft(both(rules('vote', { voters: ['lead', 'wg-member', 'participant'] }), accountOf('dieng', 'adalin')))
          .says('adabell', '/vote start scope compatible')
          .says('adalin', '/vote yes'),
      ),
    'A participant who votes, with an account of their own': () =>
      seen(
        draft(both(rules('vote', { voters: ['lead', 'wg-member', 'participant'] }), accountOf('dieng', 'hugo')))
          .says('adabell', '/vote start scope compatible')
          .says('hugo', '/vote yes'),
      ),
    'Who was asked for a review by the page, and declines': () =>
      seen(
        draft(pull({ askedForReview: [account('hugo').id] }))
          .says('hugo', '/review decline')
          .says('bocarr', '/review decline'),
      ),
    'A pull request that was closed and opened again': () => {
      const repository = draft().says('adabell', '/consensus start minor compatible');
      repository.settle();
      repository.now = plusMinutes(repository.now, DAY);
      repository.more = pull({ state: 'closed', closedAt: '2026-11-03T09:00:00Z' });
      repository.settle();
      repository.now = plusMinutes(repository.now, DAY);
      repository.more = pull({ closedAt: null, reopenedAt: '2026-11-04T09:00:00Z' });
      return seen(repository);
    },
    'Words that were read in another order than they were said': () => {
      const repository = draft();
      repository.now = plusMinutes(repository.now, 5);
      repository
        .says('adabell', '/consensus start minor compatible')
        .says('bocarr', '/block one\nNo.\nAlternative: yes.');
      repository.said.reverse();
      return seen(repository);
    },
    'A title that is longer than a line of the record may be, and one that is not there': () => [
      ...seen(opened(undefined, DOCUMENT.replace('Whistles\n', `${'Whistles '.repeat(60)}\n`))),
      ...seen(opened(undefined, DOCUMENT.replace('# SEP-7: Whistles\n', ''))),
    ],
    'Authors whom the files know by other logins as well': () =>
      seen(
        opened(
          both(
            governing(({ governance }) => ({
              governance: {
                ...governance,
                people: governance.people.map((one) =>
                  one.login === 'bocarr' ? { ...one, logins: ['bocarr', 'bo-old', 'AdaLin'] } : one,
                ),
              },
            })),
          ),
          DOCUMENT.replace('(@adalin)', '(@adalin), Bo Carr (@BoCarr), Nobody'),
        ),
      ),
    'Who blocked it is a party where it is escalated': () => {
      const repository = draft()
        .says('adabell', '/consensus start minor compatible')
        .says('cydorn', '/block one\nNo.\nAlternative: yes.');
      repository.settle();
      for (const days of [30, 20]) {
        repository.now = plusMinutes(repository.now, days * DAY);
        repository.settle();
      }
      return seen(
        repository.says('adabell', '/escalate Is it to boil?\nOptions: yes; no.\nDisagreement: it boils over.'),
      );
    },
    'Two heads that begin alike, and a ballot that names what both begin with': () => {
      const repository = draft(pull({ head: 'abcdef01'.repeat(5) })).says('adabell', '/vote start routine compatible');
      repository.settle();
      repository.now = plusMinutes(repository.now, 5);
      repository.more = pull({ head: 'abcdef02'.repeat(5) });
      repository.settle();
      repository.now = plusMinutes(repository.now, 5);
      return seen(repository.says('cydorn', '/vote yes @abcdef0').says('bocarr', '/vote yes @abcdef02'));
    },
  });
});
