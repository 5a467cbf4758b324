import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';

import { SandboxClock } from '../../../src/sandbox/clock.js';
import { nodeId, parseNodeId } from '../../../src/sandbox/state/node-ids.js';
import { findNode } from '../../../src/sandbox/state/nodes.js';
import { stage } from './world.js';

const at = (text: string): Temporal.Instant => Temporal.Instant.from(text);

describe('the clock', () => {
  it('rings timers in their order, each at its time, and waits for what they set off', async () => {
    const clock = new SandboxClock('2026-01-05T09:00:00Z');
    const rung: string[] = [];
    const ring = (name: string) => () => rung.push(`${name} ${clock.now().toString()}`);
    clock.at(at('2026-01-15T09:00:00Z'), ring('deadline'));
    clock.at(at('2026-01-06T09:00:00.5Z'), ring('reminder'));
    const cancel = clock.at(at('2026-01-07T09:00:00Z'), ring('never'));
    cancel();
    clock.settle = async () => {
      await Promise.resolve();
      if (rung.length === 1) clock.at(clock.now().add({ hours: 1 }), ring('follow-up'));
    };
    await clock.advance({ days: 10, minutes: 5 });
    expect(rung).toEqual([
      'reminder 2026-01-06T09:00:01Z',
      'follow-up 2026-01-06T10:00:01Z',
      'deadline 2026-01-15T09:00:00Z',
    ]);
    expect(clock.now().toString()).toBe('2026-01-15T09:05:00Z');
  });

  it('goes a second on with each act, so that no two things happen at once', async () => {
    const { repo, ada } = stage();
    const issue = await ada.opensIssue({ repo, title: 'Rain' });
    const times = [await ada.comments(issue, 'a'), await ada.comments(issue, 'b')].map(({ createdAt }) => createdAt);
    expect(new Set(times).size).toBe(2);
  });
});

describe('node ids', () => {
  it.each([
    ['a pull request', nodeId('PullRequest', 950_000_001, 2_700_000_001), /^PR_kw/],
    ['a user', nodeId('User', 583_231), /^U_kg/],
    ['a commit', nodeId('Commit', 950_000_001, 'a'.repeat(40)), /^C_kw/],
    ['an id beyond 32 bits', nodeId('CheckRun', 950_000_001, 50_000_000_001), /^CR_kw/],
  ])('look like GitHub’s and lead back: %s', (_, id, shape) => {
    expect(id).toMatch(shape);
    const parsed = parseNodeId(id);
    expect(parsed && nodeId(parsed.type, ...parsed.keys)).toBe(id);
  });

  it('lead to what they name, and nowhere once it is gone', async () => {
    const { sandbox, repo, ada } = stage();
    const issue = await ada.opensIssue({ repo, title: 'Rain' });
    const comment = await ada.comments(issue, 'wet');
    expect(findNode(sandbox.state, comment.nodeId)).toMatchObject({ type: 'IssueComment', value: { body: 'wet' } });
    await ada.deletesComment(comment);
    expect(findNode(sandbox.state, comment.nodeId)).toBeNull();
    expect(findNode(sandbox.state, 'nonsense')).toBeNull();
  });
});
