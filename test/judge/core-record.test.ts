import { expect, it } from 'vitest';
import { replay } from '../../src/judge/replay.js';
import type { LineOf } from '../../src/ledger/lines.js';
import type { Rules } from '../../src/rules/schema.js';
import { history, RULES } from './history.js';

const asking = (confirm: number): Rules => {
  const rules: Rules = structuredClone(RULES);
  rules.rules['core-record'].confirm = confirm;
  return rules;
};

it.each([
  [2, 1],
  [2, 0],
])(
  'a record is confirmed by as many as the rules of its decision ask, %i, and not by the %i of later ones',
  (then, now) => {
    const world = { rules: asking(then) };
    const told = history(world).isADraft().goesToTheCore().look();
    const later: LineOf<'act'>['rules'] = { commit: 'e'.repeat(40), sha256: 'e'.repeat(64) };
    told.says('tomoko', '/core reject', { rules: later });
    told.says('rosa', '/core record accept 4/0/0 https://example.org/notes', { rules: later });
    told.says('sven', '/core confirm', { rules: later });
    const [opens] = told.lines.flatMap((line) => (line.kind === 'opens' ? [line] : []));
    const rulebook = new Map([
      [opens?.rules.sha256 ?? '', world.rules],
      [later.sha256, asking(now)],
    ]);
    const { state, emitted } = replay(told.lines, rulebook);
    expect(emitted).toEqual([]);
    expect(state.decisions.at(-1)).toMatchObject({ closed: null, record: { confirmedBy: [{ login: 'sven' }] } });
    told.says('uri', '/core confirm', { rules: later });
    expect(replay(told.lines, rulebook).state.status).toBe('accepted');
  },
);
