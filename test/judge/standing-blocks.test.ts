import { describe, expect, it } from 'vitest';
import { history, type History } from './history.js';

/** Noor's block stands in a consensus of a group that decides by its own word. */
const blocked = (): History =>
  history({ authority: 'decide' }).isADraft().startsConsensus('lena').blocks('noor', 'heat');
/** The outcome of the last consensus six days after it was opened, the blocks in it, and where the proposal is. */
function again(told: History): string {
  told.startsConsensus('lena');
  const { decisions } = told.seenAt().state;
  const blocks = decisions
    .at(-1)
    ?.blocks.map(({ slug, by }) => `${slug} of ${by.login}`)
    .join();
  const id = decisions.at(-1)?.id;
  const { state, doubts } = told.after({ days: 6 }).seenAt();
  const ended = state.decisions.find((one) => one.id === id);
  return [`${ended?.form} ${ended?.closed?.outcome}`, blocks, state.status, ...doubts.map(({ says }) => says)].join(
    ', ',
  );
}

describe('A block stands in the next consensus, whatever came between', () => {
  it.each<[string, (told: History) => History]>([
    ['that was cancelled', (told) => told.says('lena', '/consensus cancel Later.')],
    [
      'and a vote that a lead opened and cancelled',
      (told) => told.says('lena', '/vote start routine compatible').says('lena', '/vote cancel Not needed.'),
    ],
    ['and a vote without a quorum', (told) => told.after({ days: 30 })],
    [
      'and a challenge whose vote was cancelled',
      (told) => told.says('pia', '/block challenge').says('pia', '/vote cancel No need.'),
    ],
    ['and the author withdrew and revived it', (told) => told.says('ada', '/sep withdraw').says('ada', '/sep revive')],
    ['and a Lead Maintainer stopped it', (told) => told.says('uri', '/veto alone Stop.')],
    [
      'and the core came to nothing',
      (told) =>
        told
          .says('lena', '/consensus cancel Later.')
          .goesToTheCore()
          .after({ days: 20 })
          .says('kofi', '/sep status draft Back.'),
    ],
  ])('%s', (_, between) => {
    expect(again(between(blocked()))).toBe('consensus blocked, heat of noor, draft');
  });

  it('unless a vote has answered it', () => {
    const told = blocked().after({ days: 6 });
    for (const name of ['lena', 'noor', 'omar'] as const) told.says(name, '/vote no');
    expect(again(told.after({ days: 30 }))).toBe('consensus agreed, , accepted');
  });

  it('unless who raised it has cleared it', () => {
    expect(again(blocked().unblocks('noor', 'heat').says('lena', '/consensus cancel Later.'))).toBe(
      'consensus agreed, , accepted',
    );
  });
});
