import { describe, expect, it } from 'vitest';
import { isPrompt, seenOnGitHub } from '../../../src/judge/time/seen.js';
import type { LineBody } from '../../../src/ledger/lines.js';
import { Repository } from '../../publish/facts.js';
import { history, ledgerOf, START } from '../history.js';

const intent = (key: string): LineBody => ({ kind: 'intent', at: START, key, people: [] });
const made = (key: string): LineBody => ({ kind: 'made', at: START, key });

describe('Reminders and warnings that a look sees', () => {
  it('are written down once, at the look, and nothing else is', () => {
    const facts = new Repository().facts();
    const keys = ['remind:1', 'warn:1', 'remind:2', 'reply:remind:1', 'status'];
    const post = (key: string) => ({ nodeId: key, url: '', marker: key, body: '', at: START });
    const posts = new Map(['remind:1', 'warn:1', 'reply:remind:1', 'status', 'warn:9'].map((key) => [key, post(key)]));
    const seen = (...more: LineBody[]): string[] =>
      seenOnGitHub({
        ...facts,
        ledger: ledgerOf([...history().lines, ...keys.map(intent), ...more]),
        published: { ...facts.published, posts },
      }).map(({ kind, at, key }) => `${kind} ${at} ${key}`);
    expect(seen()).toEqual([`made ${facts.now} remind:1`, `made ${facts.now} warn:1`]);
    expect(seen(made('warn:1'))).toEqual([`made ${facts.now} remind:1`]);
    expect(seen(made('remind:1'), made('warn:1'))).toEqual([]);
  });

  it('are known by how their keys begin', () => {
    expect(['remind:1', 'warn:12', 'reply:remind:1', 'reminder', 'status'].map(isPrompt)).toEqual([
      ...[true, true, false, false, false],
    ]);
  });
});
