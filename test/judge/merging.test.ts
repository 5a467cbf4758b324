import { describe, expect, it } from 'vitest';
import type { Facts } from '../../src/facts/facts.js';
import { explain } from '../../src/judge/explain.js';
import type { SubjectState } from '../../src/judge/state.js';
import type { Mode, RuleId } from '../../src/rules/schema.js';
import { DOCUMENT, Repository } from '../publish/facts.js';
import { history, who } from './history.js';

const NAMED = DOCUMENT.replace('**Status**: Draft', '**Status**: Final');
const facts = (source = NAMED): Facts => Object.assign(new Repository(), { source }).facts();
const numbered = (number: number): Facts => {
  const { document, ...rest } = facts();
  return { ...rest, document: { ...document, proposal: { ...document.proposal, number } } };
};
const broken = (): Facts => {
  const { document, ...rest } = facts();
  const unreadable = { code: 'file/too-large', severity: 'error', line: 1, column: 1, message: 'Too large.' } as const;
  return { ...rest, document: { ...document, unreadable } };
};
/** Facts by rules of which each has its mode; nothing is asked as evidence. */
const by = (modes: Partial<Record<RuleId, Mode>>, now: Facts = facts()): Facts => {
  const rules = structuredClone(now.governing.rules);
  for (const [rule, mode] of Object.entries({ transitions: 'observe' as const, ...modes })) {
    rules.rules[rule as RuleId].mode = mode;
  }
  return { ...now, governing: { ...now.governing, rules } };
};
/** Accepted by the core and declared final. */
const accepted = history().isADraft().goesToTheCore().accept('rosa', 'sven', 'tomoko').seenAt().state;
const final: SubjectState = { ...accepted, status: 'final' };
const isComplete = (now: Facts, state = final): boolean => explain(now, state, []).complete;

describe('A pull request', () => {
  it('may be merged once it is final, and nothing else is asked of anybody then', () => {
    const told = explain(by({}), final, []);
    expect(told).toMatchObject({ complete: true, inOrder: true, headline: 'Final' });
    expect(told.next).toEqual([{ who: 'A maintainer', people: [], what: 'may merge this pull request.' }]);
    const merged = by({}, { ...facts(), pull: { ...facts().pull, state: 'merged' } });
    expect(explain(merged, final, []).next).toEqual([]);
  });

  it.each<[string, Facts, SubjectState]>([
    ['what is not final', by({}), accepted],
    [
      'what nobody has confirmed',
      by({}),
      { ...final, takenOver: history().takenOver('final').seenAt().state.takenOver },
    ],
    ['a document that is not in order', by({}, broken()), final],
    [
      'a second proposal beside it',
      by({}, { ...facts(), beside: [{ path: 'seps/8-lids.md', isProposal: true, of: null }] }),
      final,
    ],
    [
      'conditions that are open',
      by({}),
      {
        ...final,
        conditions: [
          {
            name: 'codes',
            text: 'Name them.',
            decision: final.decisions[0]!.id,
            by: who('rosa'),
            shown: null,
            confirmed: null,
          },
        ],
      },
    ],
  ])('is not merged with %s', (_, now, state) => expect(isComplete(now, state)).toBe(false));

  it('is not merged while it may be recalled', () => {
    const group = history({ authority: 'decide' }).isADraft().startsConsensus('lena').after({ days: 6 }).look();
    const state: SubjectState = { ...group.seenAt().state, status: 'final' };
    expect(isComplete(by({}, { ...facts(), now: '2026-11-14T09:02:00Z' }), state)).toBe(false);
    expect(isComplete(by({}, { ...facts(), now: '2026-11-14T09:02:01Z' }), state)).toBe(true);
  });

  it('is not merged while evidence is missing that is enforced', () => {
    const needy = (mode: Mode): Facts => {
      const now = by({ transitions: mode });
      now.governing.rules.rules.transitions.table.push({
        ...now.governing.rules.rules.transitions.table[0]!,
        ...{ from: ['accepted'], to: 'final', needs: ['reference-implementation'] },
      });
      return now;
    };
    expect(isComplete(needy('enforce'))).toBe(false);
    expect(isComplete(needy('warn'))).toBe(true);
  });

  it.each<[RuleId, Facts, SubjectState]>([
    ['numbering', numbered(9), final],
    ['working-group', facts(), { ...final, group: null, groups: [] }],
    [
      'holding',
      facts(),
      { ...final, holds: [{ by: who('noor'), at: '2026-11-02T09:00:00Z', reason: 'Cold.', url: 'u' }] },
    ],
    ['acceptance-text', facts(), { ...final, head: { ...final.head!, normative: 'f'.repeat(64) } }],
  ])('is held by the rule %s where that is enforced, and only there', (rule, now, state) => {
    const others = { numbering: 'warn', 'working-group': 'warn', holding: 'warn', 'acceptance-text': 'warn' } as const;
    expect(isComplete(by({ ...others, [rule]: 'enforce' }, now), state)).toBe(false);
    expect(isComplete(by(others, now), state)).toBe(true);
    expect(isComplete(by({ ...others, [rule]: 'observe' }, now), state)).toBe(true);
  });

  it('is not held by rules that are enforced and kept', () => {
    const modes = {
      numbering: 'enforce',
      'working-group': 'enforce',
      holding: 'enforce',
      'acceptance-text': 'enforce',
    } as const;
    expect(explain(by(modes), final, []).requirements.map(({ rule }) => rule)).toContain('numbering');
    expect(isComplete(by(modes))).toBe(true);
  });
});

describe('A record that does not add up', () => {
  it('decides nothing, and the maintainers look into it', () => {
    const told = explain(by({}), final, ['Nothing opens D3.', 'Nothing closes D4.']);
    expect(told).toMatchObject({
      headline: 'The record of this proposal does not add up, so nothing is decided from it',
      complete: false,
      next: [
        { who: 'The maintainers', people: [], what: 'look into the record: Nothing opens D3. Nothing closes D4.' },
      ],
    });
    expect(told.next[0]!.people).toEqual([]);
  });
});
