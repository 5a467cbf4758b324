import { describe, expect, it } from 'vitest';
import { replay } from '../../src/judge/replay.js';
import type { LineOf } from '../../src/ledger/lines.js';
import type { Rules } from '../../src/rules/schema.js';
import { history, RULES, type History, type Name, type World } from './history.js';

const LATER: { rules: LineOf<'act'>['rules'] } = { rules: { commit: 'e'.repeat(40), sha256: 'e'.repeat(64) } };

const changed = (change: (rules: Rules['rules']) => void): Rules => {
  const rules: Rules = structuredClone(RULES);
  change(rules.rules);
  return rules;
};

/** Plays what was said before a merge under the default pack, and what was said after it under other rules. */
function told(before: (told: History) => History, after: (told: History) => History, later: Rules, world: World = {}) {
  const story = before(history(world)).look();
  const said = story.lines.length;
  const now = after(story).lines.map((line, index) =>
    index < said || line.kind !== 'act' ? line : { ...line, ...LATER },
  );
  const [first] = before(history(world)).lines.flatMap((line) => (line.kind === 'act' ? [line] : []));
  return replay(
    now,
    new Map([
      [first?.rules.sha256 ?? '', RULES],
      [LATER.rules.sha256, later],
    ]),
  );
}

/** As the writer of a rules file would close a door while somebody stands in it. */
const nobody = (...rules: ('acting-alone' | 'lead-veto' | 'core-record' | 'vote' | 'consensus')[]): Rules =>
  changed((all) => {
    for (const rule of rules) {
      if (rule === 'vote') all.vote.starts = ['author'];
      else if (rule === 'consensus') all.consensus.opens = ['author'];
      else all[rule].who = ['author'];
    }
  });

describe('what is open goes by the rules that it was opened by', () => {
  it('has the days left that its own rules give once a block is cleared', () => {
    const { state } = told(
      (story) => story.isADraft().startsConsensus('lena').blocks('noor', 'lid').after({ days: 4, hours: 20 }),
      (story) => story.unblocks('noor', 'lid'),
      changed((rules) => (rules.blocking.left = 30)),
    );
    const [consensus] = state.decisions;
    const days = (Date.parse(consensus?.deadline ?? '') - Date.parse(state.acts.at(-1)?.act.at ?? '')) / 86_400_000;
    expect(days).toBe(RULES.rules.blocking.left);
  });

  it.each<[string, (story: History) => History, Name, string, Rules]>([
    [
      'acts alone',
      (story) => story.isADraft().goesToTheCore(),
      'uri',
      '/core accept alone It is urgent.',
      nobody('acting-alone'),
    ],
    [
      'ends what is open',
      (story) => story.isADraft().startsConsensus('lena'),
      'uri',
      '/veto alone It is unsafe.',
      nobody('lead-veto'),
    ],
    [
      'records a meeting',
      (story) => story.isADraft().goesToTheCore(),
      'rosa',
      '/core record accept 4/0/0 https://example.org/notes',
      nobody('core-record'),
    ],
    [
      'extends a consensus',
      (story) => story.isADraft().startsConsensus('lena'),
      'lena',
      '/consensus extend until 2026-12-20',
      nobody('consensus'),
    ],
    ['ends a vote on which all have spoken', votedOn, 'lena', '/vote close', nobody('vote')],
  ])('lets them who could when it opened, and cannot by later rules: %s', (_, before, name, words, later) => {
    expect(told(before, (story) => story.says(name, words), later).state.acts.at(-1)?.outcome.taken).toBe(true);
  });

  it('opens a new decision by the rules of today', () => {
    const { state } = told(
      (story) => story.isADraft(),
      (story) => story.says('lena', '/vote start routine'),
      nobody('vote'),
    );
    expect(state.acts.at(-1)?.outcome).toMatchObject({ taken: false, rule: 'vote' });
  });
});

/** A vote that is a tie when everybody has spoken. */
function votedOn(story: History): History {
  const open = story.isADraft().says('lena', '/vote start routine');
  return open.says('lena', '/vote yes').says('noor', '/vote no').says('omar', '/vote yes').says('pia', '/vote no');
}
