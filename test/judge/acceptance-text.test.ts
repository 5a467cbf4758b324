import { describe, expect, it } from 'vitest';
import { isTextChanged } from '../../src/judge/acceptance-text.js';
import { openDecision, type SubjectState } from '../../src/judge/state.js';
import { loadRules } from '../../src/rules/index.js';
import type { LineOf } from '../../src/ledger/lines.js';
import { HEAD, history, who, type History, type Name } from './history.js';
import { adding, confirmed } from './told/ledger.js';

const [NEW, THIRD] = ['c'.repeat(40), 'e'.repeat(40)];
const [ACCEPTED, CHANGED, OTHER] = ['b'.repeat(64), 'd'.repeat(64), 'f'.repeat(64)];

const on = (commit: string, certain = true): Partial<LineOf<'act'>> => ({ head: { commit, certain } });
const accepted = (world: Parameters<typeof history>[0] = {}): History =>
  history(world).isADraft().goesToTheCore().accept('rosa', 'sven', 'tomoko');
const now = (told: History): SubjectState => told.seenAt().state;
const isChanged = (told: History): boolean => isTextChanged(now(told), now(told).head?.normative ?? null);
const refusal = (told: History): string | null => {
  const outcome = now(told).acts.at(-1)!.outcome;
  return outcome.taken ? null : `${outcome.rule}: ${outcome.why}`;
};

describe('The text of an acceptance', () => {
  it('is the one of its end, and a later one is a change', () => {
    const told = accepted();
    expect(now(told).accepted).toMatchObject({ text: ACCEPTED });
    expect(isChanged(told)).toBe(false);
    expect(isChanged(told.pushes(NEW, { normative: CHANGED }))).toBe(true);
  });

  it('is kept where the same text arrives under another commit: the specification comes beside it', () => {
    expect(isChanged(accepted().pushes(NEW, { touches: ['schema/draft/schema.ts'] }))).toBe(false);
  });

  it('is back where what was accepted is put back', () => {
    const told = accepted().pushes(NEW, { normative: CHANGED }).after({ hours: 1 }).pushes(THIRD);
    expect(isChanged(told)).toBe(false);
  });

  it("is the group's where its word accepts, and where nobody objected within the window", () => {
    for (const authority of ['decide', 'veto-window'] as const) {
      const told = history({ authority }).isADraft().startsConsensus('lena').after({ days: 14 });
      expect(now(told)).toMatchObject({ status: 'accepted', accepted: { text: ACCEPTED } });
    }
  });

  it('is nothing before, and of what is not accepted any more', () => {
    expect(isChanged(history().isADraft().pushes(NEW, { normative: CHANGED }))).toBe(false);
    const told = accepted().says('ada', '/sep withdraw').pushes(NEW, { normative: CHANGED });
    expect(now(told).status).toBe('withdrawn');
    expect(isChanged(told)).toBe(false);
  });

  it('is that of the last decision where it came to one again', () => {
    const told = history().isADraft().goesToTheCore().accept('rosa').after({ days: 15 });
    told.says('kofi', '/sep status draft once more').pushes(NEW, { normative: CHANGED });
    told.says('kofi', '/sep status in-review', on(NEW));
    for (const name of ['rosa', 'sven', 'tomoko'] as const) told.says(name, '/core accept', on(NEW));
    expect(now(told)).toMatchObject({ status: 'accepted', accepted: { text: CHANGED } });
    expect(isChanged(told)).toBe(false);
  });

  it('comes back with an acceptance whose veto is withdrawn', () => {
    const told = accepted().says('uri', '/veto It touches sessions.');
    expect(now(told).status).not.toBe('accepted');
    told.pushes(NEW, { normative: CHANGED }).says('uri', '/veto withdraw');
    expect(now(told).status).toBe('accepted');
    expect(isChanged(told)).toBe(true);
  });
});

describe('A change of it', () => {
  const changed = (world: Parameters<typeof history>[0] = {}): History =>
    accepted(world).pushes(NEW, { normative: CHANGED, authors: world.authors ?? ['ada'] });

  it.each<[Name, boolean]>([
    ['kofi', true],
    ['rosa', true],
    ['uri', true],
    ['ada', false],
    ['mira', false],
    ['lena', false],
    ['zed', false],
  ])('is confirmed by %s: %s', (name, may) => {
    const told = changed().says(name, '/sep confirm', on(NEW));
    expect(refusal(told) === null).toBe(may);
    expect(isChanged(told)).toBe(!may);
  });

  it('is not confirmed by a sponsor or one of the core who is an author', () => {
    for (const [name, world] of [
      ['kofi', { author: who('kofi') }],
      ['kofi', { authors: ['ada', 'Kofi'] }],
      ['rosa', { author: who('rosa') }],
      ['uri', { authors: ['uri'] }],
    ] as const) {
      const told = changed(world as Parameters<typeof history>[0]).says(name, '/sep confirm', on(NEW));
      expect(refusal(told)).toBe('acceptance-text: Nobody confirms a change of their own text.');
      expect(isChanged(told)).toBe(true);
      expect(isChanged(told.says('sven', '/sep confirm', on(NEW)))).toBe(false);
    }
  });

  it('is not confirmed from another account of an author', () => {
    const told = changed().says('kofi', '/sep confirm', { ...on(NEW), also: [who('ada').id] });
    expect(refusal(told)).toContain('their own text');
  });

  it('is confirmed for the text at the head that the words are bound to, and for no later one', () => {
    const told = changed().says('kofi', '/sep confirm', on(NEW));
    expect(isChanged(told)).toBe(false);
    expect(isChanged(told.pushes(THIRD, { normative: OTHER }))).toBe(true);
    expect(isChanged(told.says('kofi', `/sep confirm @${THIRD.slice(0, 7)}`))).toBe(false);
  });

  it('is not confirmed by words bound to what was accepted, and they say which text they were bound to', () => {
    const told = changed().says('kofi', '/sep confirm', on(HEAD, false));
    expect(refusal(told)).toBe('acceptance-text: The text at aaaaaaa is what was accepted.');
    expect(isChanged(told)).toBe(true);
    expect(refusal(changed().says('kofi', '/sep confirm', { head: null }))).toContain('No text is known');
  });

  it('is confirmed once', () => {
    const told = changed().says('kofi', '/sep confirm', on(NEW)).says('rosa', '/sep confirm', on(NEW));
    expect(refusal(told)).toBe('acceptance-text: The text at ccccccc is confirmed already.');
  });

  it('stands before the last step where the rules enforce, and is no hindrance where they warn', () => {
    const told = changed().says('kofi', '/sep status final', on(NEW));
    expect(refusal(told)).toBe('acceptance-text: The text is not the one that was accepted.');
    told.says('kofi', '/sep confirm\n/sep status final', on(NEW));
    expect(now(told).status).toBe('final');
    expect(isChanged(told.pushes(THIRD, { normative: OTHER }))).toBe(true);
    const loaded = loadRules('rules: { acceptance-text: { mode: warn } }');
    if (!loaded.ok) throw new Error('The rules cannot be read.');
    const mild = changed({ rules: loaded.loaded.rules }).says('kofi', '/sep status final', on(NEW));
    expect(now(mild).status).toBe('final');
  });
});

describe('A change while something is open', () => {
  it('is confirmed by those who are counted, and what was said on the earlier text counts again', () => {
    const told = history().isADraft().startsConsensus('lena').pushes(NEW, { normative: CHANGED });
    expect(refusal(told.says('mira', '/sep confirm', on(NEW)))).toContain('for those to confirm who are counted in D1');
    expect(refusal(told.says('noor', '/sep confirm', on(NEW)))).toBeNull();
    expect(openDecision(now(told))!.confirmed).toMatchObject([{ text: CHANGED, by: who('noor') }]);
    expect(told.seenAt('2026-12-02T09:00:00Z').state.decisions[0]!.closed?.outcome).toBe('agreed');
    const silent = history().isADraft().startsConsensus('lena').pushes(NEW, { normative: CHANGED });
    expect(silent.seenAt('2026-12-02T09:00:00Z').state.decisions[0]!.closed?.outcome).toBe('undecided');
  });

  it('within a window is confirmed by the sponsor, too, and the window then accepts that text', () => {
    const window = (): History =>
      history({ authority: 'veto-window' }).isADraft().startsConsensus('lena').after({ days: 6 }).look();
    const told = window().pushes(NEW, { normative: CHANGED }).says('kofi', '/sep confirm', on(NEW)).after({ days: 10 });
    expect(now(told)).toMatchObject({ status: 'accepted', accepted: { text: CHANGED } });
    expect(isChanged(told)).toBe(false);
    const silent = window().pushes(NEW, { normative: CHANGED }).after({ days: 10 });
    expect(now(silent).status).toBe('in-review');
  });
});

describe('What was accepted before Convenor came', () => {
  const told = (): History => history().takenOver('accepted', 'kofi');
  const changed = (one: History): boolean => isChanged(one.after({ days: 1 }).pushes(NEW, { normative: CHANGED }));

  it('is the text on which it was confirmed, by a word or by the list', () => {
    const vouched = told().says('rosa', '/sep status accepted').says('sven', '/sep status accepted');
    expect(now(vouched)).toMatchObject({ status: 'accepted', takenOver: null });
    expect(changed(vouched)).toBe(true);
    expect(
      changed(adding(told(), confirmed('2026-11-03T09:00:00Z', 'accepted', 'kofi')).at('2026-11-04T09:00:00Z')),
    ).toBe(true);
    const corrected = adding(
      history().takenOver('draft', 'kofi'),
      confirmed('2026-11-03T09:00:00Z', 'accepted', 'kofi'),
    );
    expect(changed(corrected.at('2026-11-04T09:00:00Z'))).toBe(true);
  });

  it('is none as long as nobody has confirmed it, whatever is said meanwhile', () => {
    const asked = told().says('noor', '/sep explain').says('rosa', '/sep status accepted');
    expect(now(asked)).toMatchObject({ status: 'accepted', accepted: null });
    expect(changed(asked)).toBe(false);
  });
});
