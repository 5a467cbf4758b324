import { describe } from 'vitest';
import type { LineBody } from '../../../src/ledger/lines.js';
import { history, type History } from '../history.js';
import { adding, all, bound } from './ledger.js';
import { areToldIn } from './told.js';

describe('The order of a ledger', () => {
  const backwards = (told: History, from: number): History => {
    const acts = told.lines.splice(from);
    told.lines.push(...acts.reverse());
    return told;
  };
  areToldIn('order', {
    'Words that were found the last first': () =>
      all(
        backwards(history().adopts('lena').sponsors('kofi').startsConsensus('lena'), 2).seenAt('2026-11-03T00:00:00Z'),
      ),
    'Several commands of one comment, found the last first': () =>
      all(
        backwards(history().adopts('lena').says('kofi', '/sep sponsor\n/sep status in-review\n/sep confirm'), 3).seenAt(
          '2026-11-03T00:00:00Z',
        ),
      ),
    'Two comments of one second, in the order of their ids': () => {
      const told = history().adopts('lena');
      const at = '2026-11-02T10:00:00Z';
      return all(told.at(at).sponsors('kofi').at(at).sponsors('mira').seenAt('2026-11-03T00:00:00Z'));
    },
    'A closing that two looks have written': () => {
      const told = history({ authority: 'decide' }).isADraft().startsConsensus('lena').after({ days: 6 }).look();
      const closes = told.lines.find(({ kind }) => kind === 'closes')!;
      return all(adding(told.pushes('d'.repeat(40), { type: 'Process' }), closes).seenAt('2026-11-20T00:00:00Z'));
    },
    'A word before a decision that was written when it turned up': () => {
      const told = history().isADraft().goesToTheCore().accept('rosa', 'sven', 'tomoko').look();
      return all(told.at('2026-11-02T09:02:30Z').reject('uri').seenAt('2026-11-20T00:00:00Z'));
    },
    'The list and a charter, found before what was said of it': () =>
      all(
        adding(
          history().takenOver('draft', 'kofi').after({ days: 2 }).sponsors('kofi'),
          bound('2026-11-02T12:00:00Z', 'kettles'),
        ).seenAt('2026-11-20T00:00:00Z'),
      ),
    'Rules of an act that the record does not hold': () =>
      all(
        history()
          .says('lena', '/sep adopt', {
            rules: { commit: 'c'.repeat(40), sha256: `123456789abc${'0'.repeat(52)}` },
          })
          .seenAt(),
      ),
    'Rules of an opening that the record does not hold': () => {
      const told = history().isADraft().startsConsensus('lena').look();
      const lines = told.lines.map((line) =>
        line.kind === 'opens' ? { ...line, rules: { ...line.rules, sha256: '0'.repeat(64) } } : line,
      );
      return all(told.seenAt('2026-11-20T00:00:00Z', lines));
    },
    'Openings and closings that are written twice, and changed once': () => {
      const { lines } = history().isADraft().startsConsensus('lena').after({ days: 6 }).look();
      const again = lines.flatMap((line): LineBody[] =>
        line.kind === 'opens' ? [line, { ...line, group: 'teapots' }] : [line],
      );
      return all(
        history().seenAt('2026-11-10T00:00:00Z', [
          ...again,
          ...again.filter(({ kind }) => kind === 'opens' || kind === 'closes'),
        ]),
      );
    },
    'A vote on a matter that nobody declared to be breaking or not': () =>
      all(history({ authority: 'decide' }).isADraft().says('lena', '/vote start routine').seenAt()),
    'A block of a consensus that was cancelled, and the next one': () =>
      all(
        history()
          .isADraft()
          .startsConsensus('lena')
          .blocks('noor', 'one')
          .says('lena', '/consensus cancel Not yet.')
          .startsConsensus('lena')
          .seenAt(),
      ),
    'A block of a consensus that was blocked, and the next one': () =>
      all(
        history()
          .isADraft()
          .startsConsensus('lena')
          .blocks('noor', 'one')
          .after({ days: 6 })
          .look()
          .says('lena', '/vote close')
          .after({ days: 30 })
          .look()
          .startsConsensus('lena')
          .seenAt(),
      ),
  });
});
