import { expect, test } from 'vitest';
import { rememberActivity, type Activity } from '../../src/facts/activity.js';
import type { RawActor, RawReview, RawText } from '../../src/github/queries/fragments.js';
import type { RawPull } from '../../src/github/queries/snapshot.js';

const person = (id: number, login = `p${id}`): RawActor => ({
  __typename: 'User',
  login,
  id: `U_${id}`,
  databaseId: id,
});
const bot: RawActor = { __typename: 'Bot', login: 'convenor', id: 'B_9', databaseId: 9 };
const at = (day: number): string => `2026-11-${String(day).padStart(2, '0')}T09:00:00Z`;
const comment = (author: RawActor | null, day: number): RawText => ({ author, createdAt: at(day) }) as RawText;
const review = (author: RawActor | null, day: number | null): RawReview =>
  ({ author, createdAt: at(1), submittedAt: day === null ? null : at(day) }) as RawReview;
const pull = comment(person(1), 1) as RawPull;

const read = (known: Map<number, Activity>, comments: RawText[], reviews: RawReview[]): Map<number, Activity> => {
  rememberActivity(known, pull, { comments, reviews });
  return known;
};

test('comments, reviews and the opening are activity; those of bots, ghosts and pending reviews are none', () => {
  const known = read(
    new Map(),
    [comment(person(2), 3), comment(bot, 5), comment(null, 6)],
    [review(person(3), 4), review(person(2), 2), review(person(4), null), review(bot, 7)],
  );
  expect(Object.fromEntries(known)).toEqual({
    1: { login: 'p1', last: at(1), reviews: [] },
    2: { login: 'p2', last: at(3), reviews: [at(2)] },
    3: { login: 'p3', last: at(4), reviews: [at(4)] },
  });
});

test('a conversation read in parts, some of them twice, is the same as one read at once', () => {
  const comments = [comment(person(2, 'old'), 2), comment(person(2, 'new'), 8), comment(person(1), 4)];
  const reviews = [review(person(2, 'old'), 3), review(person(2, 'new'), 9)];
  const once = read(new Map(), comments, reviews);
  const parts = read(read(new Map(), comments.slice(1), reviews.slice(1)), comments, reviews.slice(0, 1));
  expect(parts).toEqual(once);
  expect(once.get(2)).toEqual({ login: 'new', last: at(9), reviews: [at(3), at(9)] });
});
