import { describe, expect, it } from 'vitest';
import { Budget } from '../../src/github/budget.js';

const NOW = Date.parse('2026-11-02T09:00:00Z');
const RESET = Date.parse('2026-11-02T09:40:00Z');

const said = (remaining: number | string, more: Record<string, string> = {}) => ({
  'x-ratelimit-resource': 'graphql',
  'x-ratelimit-limit': '5000',
  'x-ratelimit-remaining': String(remaining),
  'x-ratelimit-reset': String(RESET / 1000),
  ...more,
});

describe("An installation's budget", () => {
  it.each([
    [1000, null],
    [999, RESET],
    [0, RESET],
    ['many', null],
  ])('with %s of 5,000 left, what can wait waits until %s', (remaining, until) => {
    const budget = new Budget();
    budget.note(said(remaining));
    expect(budget.lowUntil(NOW)).toBe(until);
  });

  it('is taken for enough before GitHub has said anything, and after its hour', () => {
    const budget = new Budget();
    expect(budget.lowUntil(NOW)).toBeNull();
    budget.note({ 'x-ratelimit-remaining': '0' });
    expect(budget.lowUntil(NOW)).toBeNull();
    budget.note(said(0));
    expect(budget.lowUntil(RESET)).toBeNull();
  });

  it('is low while one of its resources is, until the last of these is whole again', () => {
    const budget = new Budget();
    budget.note(said(10));
    budget.note(said(10, { 'x-ratelimit-resource': 'core', 'x-ratelimit-reset': String(RESET / 1000 + 600) }));
    expect(budget.lowUntil(NOW)).toBe(RESET + 600_000);
    budget.note(said(4000, { 'x-ratelimit-resource': 'core' }));
    expect(budget.lowUntil(NOW)).toBe(RESET);
  });
});
