import { expect, it } from 'vitest';
import { isIssueLedger, replayIssue } from '../../../src/judge/ladder/replay.js';
import type { LineBody } from '../../../src/ledger/lines.js';
import { CAST, Issue, PACK } from './history.js';

const SHA = 'a'.repeat(64);
const replayed = (lines: readonly LineBody[]) => replayIssue(lines, new Map([[SHA, PACK]]));

const OPENED: LineBody = {
  ...{ kind: 'opened', at: '2026-11-02T09:00:00Z', by: null },
  subject: { kind: 'nomination', number: 20 },
};

it.each<[string, LineBody[], boolean]>([
  ['that of a nomination', [OPENED], true],
  ['that of a proposal', [{ ...OPENED, subject: { kind: 'proposal', number: 20 } }], false],
  ['one that begins with something else', new Issue().says('core', '/help').all.slice(1), false],
  ['an empty one', [], false],
])('tells an issue’s ledger: %s', (_, lines, isOne) => {
  expect(isIssueLedger(lines)).toBe(isOne);
});

it('opens with nobody who may have a say where no line says who: the record does not know the files', () => {
  const issue = new Issue().says('core', '/nominate @nominee wg-member kettles');
  const asCore = new Issue().says('group lead', '/nominate @nominee wg-member kettles');
  expect(replayed(issue.all).emitted).toEqual([]);
  const { emitted, doubts, state } = replayed(asCore.all);
  expect([doubts, state.nomination?.endorsements]).toEqual([[], []]);
  expect(emitted).toEqual([
    {
      ...{ kind: 'nomination', at: '2026-11-02T09:01:00Z', matter: 'advance', to: 'wg-member', group: 'kettles' },
      nominee: { id: CAST.nominee.id, login: 'nominee', also: [], organization: null },
      standing: {
        ...{ role: 'contributor', since: null, decision: null, moderator: false, emeritus: false, held: [] },
      },
      ...{ body: [], deadline: null, cause: { source: 'c1', index: 0 } },
      rules: { commit: 'b'.repeat(40), sha256: SHA },
    },
  ]);
});

it('calls a group as the ledger does: by its slug', () => {
  const issue = new Issue().says('group lead', '/nominate @nominee wg-member kettles').written();
  expect(replayed(issue.all).state.steps[0]?.says).toBe(
    '@group-lead nominated @nominee as a WG member of the kettles.',
  );
});

it('comes to what was written, and ends nothing that is not', () => {
  const issue = new Issue().says('core', '/nominate @nominee member').written().after({ days: 9 });
  expect(replayed(issue.all)).toMatchObject({ emitted: [], doubts: [], state: { nomination: { closed: null } } });
  issue.written();
  expect(replayed(issue.all)).toMatchObject({
    ...{ emitted: [], doubts: [], state: { nomination: { closed: { outcome: 'approved' } } } },
  });
});
