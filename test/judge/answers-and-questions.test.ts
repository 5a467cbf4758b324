import { expect, it } from 'vitest';
import type { EvidenceSeen } from '../../src/ledger/lines.js';
import type { Rules } from '../../src/rules/schema.js';
import { elector, history, RULES, who, type History } from './history.js';

const ASK = '/escalate Do we keep the lid?\nOptions: a lid; no lid.\nDisagreement: what boils over.';
const strict: Rules = structuredClone(RULES);
strict.rules.acceptance.mode = 'enforce';

const seen = (held: boolean): { evidence: EvidenceSeen[] } => ({
  evidence: (['document', 'prototype'] as const).map((need) => ({
    need,
    held: held || need === 'document',
    says: held ? 'It is there.' : 'The document links none.',
  })),
});
const escalated = (): History => history({ rules: strict }).isADraft().says('lena', ASK);
const last = (told: History) => told.seenAt().state.acts.at(-1)?.outcome;

it('brings an escalation before the whole core with what an acceptance needs, and not without', () => {
  const without = escalated().says('rosa', '/escalate answer core', seen(false));
  expect(last(without)).toMatchObject({ taken: false, rule: 'acceptance' });
  expect(without.seenAt().state.decisions.map(({ form, closed }) => [form, closed])).toEqual([['escalation', null]]);

  const complete = escalated().says('rosa', '/escalate answer core', seen(true));
  expect(complete.seenAt().state.decisions.at(-1)?.form).toBe('core');
});

it('asks nothing of who answers an escalation without the whole core', () => {
  const core = [elector('rosa', [], 'Amber'), elector('sven', [], 'Basalt')];
  const told = history({ rules: strict, core, parties: [elector('noor', [], 'Coral')] })
    .isADraft()
    .says('lena', ASK);
  told.says('rosa', '/escalate assign @sven').says('sven', '/escalate answer Keep the lid.');
  expect(last(told)).toMatchObject({ taken: true });
});

it('asks nobody who has recused themselves whether their request for changes is a block', () => {
  const changes = (recuses: boolean): readonly { by: { id: number } }[] => {
    const told = history().isADraft().says('lena', '/vote start routine');
    if (recuses) told.says('noor', '/vote recuse');
    told.says('noor', '/help', { command: 'review: changes requested' });
    return told.seenAt().state.decisions.at(-1)?.questions ?? [];
  };
  expect(changes(false)).toMatchObject([{ by: who('noor') }]);
  expect(changes(true)).toEqual([]);
});
