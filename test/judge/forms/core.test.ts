import { describe, expect, it } from 'vitest';
import { formOf } from '../../../src/judge/forms/index.js';
import type { Decision, SubjectState } from '../../../src/judge/state.js';
import type { Rules } from '../../../src/rules/schema.js';
import { history, RULES, type History } from '../history.js';

const NOTES = 'https://example.org/notes';
const OTHER = { commit: 'd'.repeat(40), normative: 'f'.repeat(64) };
const ON_IT = { head: { commit: OTHER.commit, certain: true } };
const before = (rules: Rules = RULES): History => history({ rules }).isADraft().goesToTheCore();
const pushing = (effect: Rules['rules']['pushes']['effect']): Rules => ({
  ...RULES,
  rules: { ...RULES.rules, pushes: { ...RULES.rules.pushes, effect } },
});
const stateOf = (told: History): SubjectState => told.seenAt().state;
const coreOf = (told: History): Decision => {
  const found = stateOf(told).decisions.find(({ form }) => form === 'core');
  if (!found) throw new Error('It is not before the core.');
  return found;
};
const nextOf = (told: History): string[] =>
  formOf({ form: 'core' })
    .next((slug) => slug, coreOf(told))
    .map(({ who }) => who);

describe('Whom the core waits for', () => {
  const OTHERS = 'One of those who are counted, and no author,';
  const changed = (told: History): History => told.pushes(OTHER.commit, { normative: OTHER.normative });

  it('is nobody who confirms a changed text where nothing was said on the earlier one', () => {
    expect(nextOf(changed(before()))).toEqual(['The Core Maintainers']);
  });

  it('is one who confirms it where somebody has voted, or has recorded what was decided elsewhere', () => {
    expect(nextOf(changed(before().accept('rosa')))).toEqual(['The Core Maintainers', OTHERS]);
    expect(nextOf(before().accept('rosa'))).toEqual(['The Core Maintainers']);
    const recorded = before().says('rosa', `/core record accept 3/0/1 ${NOTES}`);
    expect(nextOf(recorded)).toEqual(['Another of the core', 'The Core Maintainers']);
    expect(nextOf(changed(recorded))).toEqual(['Another of the core', 'The Core Maintainers', OTHERS]);
  });
});

describe('What leads on where the core came to no decision', () => {
  const RETURN = 'returns it with `/sep status draft <reason>`, and brings it to the core again when it is ready.';
  const after = (told: History, change: Partial<SubjectState> = {}): string | null =>
    formOf({ form: 'core' }).afterwards?.({ ...stateOf(told), ...change }, coreOf(told)) ?? null;

  it('is said of the last decision while it is in review, and of no other', () => {
    const told = before().after({ days: 60 });
    expect(after(told)).toBe(RETURN);
    expect(after(told, { status: 'draft' })).toBeNull();
    expect(after(told, { decisions: [coreOf(told), { ...coreOf(told), id: 'D2' }] })).toBeNull();
    const accepted = before().accept('rosa', 'sven', 'tomoko');
    expect(after(accepted, { status: 'in-review' })).toBeNull();
  });
});

describe('A Lead Maintainer who acts alone', () => {
  it('accepts or rejects, as they say', () => {
    expect(coreOf(before().says('uri', '/core accept alone It is time.')).closed).toMatchObject({
      ...{ outcome: 'accepted', why: 'The core accepted: @uri acted alone, as a Lead Maintainer may.' },
    });
    expect(coreOf(before().says('uri', '/core reject alone It is too late.')).closed).toMatchObject({
      ...{ outcome: 'rejected', why: 'The core rejected: @uri acted alone, as a Lead Maintainer may.' },
    });
  });

  it('does not abstain alone, whatever a line says: the others go on', () => {
    const told = before().says('uri', '/core abstain', { args: ['I do not know.', 'alone'] });
    expect(coreOf(told).closed).toBeNull();
    expect(coreOf(told.says('rosa', '/core accept')).closed).toBeNull();
  });
});

describe('The conditions of an acceptance', () => {
  const asking = (...names: string[]): string =>
    `/core accept-with-changes\n${names.map((name) => `- ${name}: It has a lid.`).join('\n')}`;
  const conditions = (told: History): string[] =>
    stateOf(told).conditions.map(({ name, by }) => `${name} of ${by.login}`);

  it('are each name once, of who asked for it first', () => {
    const told = before().says('rosa', asking('lid', 'spout')).says('sven', asking('spout', 'handle')).accept('tomoko');
    expect(stateOf(told).status).toBe('accepted');
    expect(conditions(told)).toEqual(['lid of rosa', 'spout of rosa', 'handle of sven']);
  });

  it('come to nothing where it is rejected, or where who asked votes otherwise later', () => {
    const rejected = before().says('rosa', asking('lid')).reject('sven', 'tomoko', 'uri');
    expect([stateOf(rejected).status, ...conditions(rejected)]).toEqual(['rejected']);
    const changed = before().says('rosa', asking('lid')).reject('rosa').accept('sven', 'tomoko', 'uri');
    expect([stateOf(changed).status, ...conditions(changed)]).toEqual(['accepted']);
  });

  it('are those of a record, too', () => {
    const told = before()
      .says('rosa', `/core record accept 4/0/0 ${NOTES}\n- lid: It has one.`)
      .says('sven', '/core confirm');
    expect([stateOf(told).status, ...conditions(told)]).toEqual(['accepted', 'lid of rosa']);
  });
});

describe('A record of an earlier text', () => {
  const ANEW = 'The text has changed since it was recorded, so it has to be recorded anew.';
  const CONFIRM =
    'The text has changed since it was recorded: it counts once one of those who are counted, and no author, confirms the text with `/sep confirm`.';
  const says = (told: History): string => {
    const last = stateOf(told).acts.at(-1)?.outcome;
    return last?.taken ? last.says : '';
  };
  const recorded = (told: History): History => told.says('rosa', `/core record accept 3/0/1 ${NOTES}`);
  const push = (told: History): History =>
    told.pushes(OTHER.commit, { normative: OTHER.normative }).after({ minutes: 1 });

  it('is recorded anew where the rules let ballots fall, and else confirmed', () => {
    const fallen = push(recorded(before(pushing('invalidate')))).says('sven', '/core confirm', ON_IT);
    expect(says(fallen)).toBe(`@sven confirmed the record of @rosa. ${ANEW}`);
    const waiting = push(recorded(before(pushing('confirm')))).says('sven', '/core confirm', ON_IT);
    expect(says(waiting)).toBe(`@sven confirmed the record of @rosa. ${CONFIRM}`);
  });

  it('is recorded anew where the text is again what the core was asked about: nobody confirms that', () => {
    const told = push(before(pushing('confirm'))).says('rosa', `/core record accept 3/0/1 ${NOTES}`, ON_IT);
    told.pushes('1'.repeat(40)).after({ minutes: 1 });
    told.says('sven', '/core confirm', { head: { commit: '1'.repeat(40), certain: true } });
    expect(says(told)).toBe(`@sven confirmed the record of @rosa. ${ANEW}`);
  });

  it('names all who confirmed it', () => {
    const told = push(recorded(before(pushing('confirm'))))
      .says('sven', '/core confirm', ON_IT)
      .says('uri', '/core confirm', ON_IT);
    const [record] = formOf({ form: 'core' }).children(coreOf(told));
    expect(record).toMatchObject({ held: 'open', next: 'Another of the core confirms it with `/core confirm`.' });
    expect(record?.says).toMatch(/^rosa recorded on .*: accepted by 3 yes, 0 no, 1 absent\. Confirmed by sven, uri\.$/);
  });
});
