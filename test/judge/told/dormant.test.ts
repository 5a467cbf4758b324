import { describe } from 'vitest';
import type { LineBody, LineOf } from '../../../src/ledger/lines.js';
import { history, type History } from '../history.js';
import { adding, all } from './ledger.js';
import { areToldIn } from './told.js';

const made = (at: string, key: string): LineOf<'made'> => ({ kind: 'made', at, key });
/** Nobody sponsored it for five months, and it was warned twice, thirty days and seven days before the end of the sixth. */
const warned = (told: History = history(), ...between: LineBody[]): History =>
  adding(
    told,
    made('2027-01-01T00:00:00Z', 'status'),
    made('2027-04-02T09:00:00Z', 'warn:1'),
    ...between,
    made('2027-04-25T09:02:00Z', 'warn:2'),
  );
const seen = (told: History, at: string): string[] => all(told.seenAt(at));
/** The look that saw the last warning has written down when the time is over. */
const noticed = (...between: LineBody[]): History =>
  warned(history(), ...between)
    .at('2027-04-25T09:03:00Z')
    .look();
const pull = (at: string, state: 'open' | 'closed'): LineOf<'pull'> => ({ kind: 'pull', at, state });
const otherwise = (told: History, change: Partial<LineOf<'notice'>>): History => {
  const lines = told.lines.map((line) => (line.kind === 'notice' ? { ...line, ...change } : line));
  told.lines.splice(0, told.lines.length, ...lines);
  return told;
};
const OVER = '2027-06-01T00:00:00Z';

describe('A proposal that nobody sponsors', () => {
  areToldIn('dormant', {
    'Nobody has warned it': () => seen(history(), OVER),
    'It was warned once': () => seen(adding(history(), made('2027-04-02T09:00:00Z', 'warn:1')), OVER),
    'It was warned twice': () => seen(warned(), '2027-04-26T00:00:00Z'),
    'Its notice is written, and its time is not over': () => seen(noticed(), '2027-04-30T00:00:00Z'),
    'Its time is over, less the minutes that words have to turn up': () => seen(noticed(), '2027-05-02T09:04:00Z'),
    'Its time is over': () => seen(noticed(), OVER),
    'That is written as well': () => seen(noticed().look(OVER), '2027-07-01T00:00:00Z'),
    'Somebody sponsors it at the very instant': () => seen(noticed().at('2027-05-02T09:02:00Z').sponsors('kofi'), OVER),
    'Somebody sponsors it a minute late': () => seen(noticed().at('2027-05-02T09:03:00Z').sponsors('kofi'), OVER),
    'Somebody sponsors it once it is dormant': () =>
      seen(noticed().look(OVER).at('2027-06-02T00:00:00Z').sponsors('kofi'), '2027-06-03T00:00:00Z'),
    'Somebody speaks after the end that may not be said yet': () =>
      seen(noticed().at('2027-05-02T09:03:00Z').sponsors('kofi').adopts('lena'), '2027-05-02T09:04:00Z'),
    'It was closed for ten days after its notice': () =>
      seen(adding(noticed(), pull('2027-04-26T00:00:00Z', 'closed'), pull('2027-05-06T00:00:00Z', 'open')), OVER),
    'It was closed after its notice, and is still': () =>
      seen(adding(noticed(), pull('2027-04-26T00:00:00Z', 'closed')), OVER),
    'It was closed for ten days between its warnings': () =>
      seen(
        warned(history(), pull('2027-04-03T00:00:00Z', 'closed'), pull('2027-04-13T00:00:00Z', 'open')),
        '2027-04-26T00:00:00Z',
      ),
    'Its sponsor left again, and it was not warned since': () =>
      seen(
        warned().at('2027-04-26T00:00:00Z').sponsors('kofi').after({ days: 1 }).says('kofi', '/sep unsponsor'),
        OVER,
      ),
    'Its sponsor left again after the notice': () =>
      seen(
        noticed().at('2027-04-26T00:00:00Z').sponsors('kofi').after({ days: 1 }).says('kofi', '/sep unsponsor'),
        OVER,
      ),
    'Somebody changed the instant of its notice': () =>
      seen(otherwise(noticed(), { deadline: '2027-04-26T00:00:00Z' }), OVER),
    'Somebody changed when its notice was given': () =>
      seen(otherwise(noticed(), { at: '2027-04-25T10:00:00Z' }), OVER),
    'The rules of its notice are not in the record': () =>
      seen(otherwise(noticed(), { rules: { commit: 'c'.repeat(40), sha256: '0'.repeat(64) } }), OVER),
    'A notice before it ever waited': () => seen(otherwise(noticed(), { at: '2026-11-01T00:00:00Z' }), OVER),
    'Somebody wrote that it was dormant on another day': () =>
      seen(adding(noticed(), { kind: 'lapses', at: '2027-05-05T00:00:00Z', to: 'dormant', why: 'It was time.' }), OVER),
  });
});
