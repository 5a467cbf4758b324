import { describe, expect, it } from 'vitest';
import { openConditions } from '../../src/judge/conditions.js';
import { plusDays, plusMinutes } from '../../src/judge/instants.js';
import { openDecision, type Decision, type SubjectState } from '../../src/judge/state.js';
import type { Play } from '../../src/judge/play.js';
import type { Rules } from '../../src/rules/schema.js';
import { elector, HEAD, history, IDS, RULES, who, type History } from './history.js';

const last = ({ decisions }: SubjectState): Decision => decisions.at(-1)!;
const ends = ({ state }: Play): (string | null)[] => state.decisions.map(({ closed }) => closed?.outcome ?? null);
/** Why the latest act was refused; null where it was taken. */
const refusal = ({ state }: Play): string | null => {
  const outcome = state.acts.at(-1)!.outcome;
  return outcome.taken ? null : `${outcome.rule}: ${outcome.why}`;
};
const deadline = (told: History): string => openDecision(told.seenAt().state)!.deadline;

/** A minor consensus that has just been opened. */
const consensus = (world: Parameters<typeof history>[0] = {}): History =>
  history(world).isADraft().startsConsensus('lena');

describe('A consensus', () => {
  it('runs for five days on a minor matter and ten on a significant one', () => {
    const minor = last(consensus().seenAt().state);
    const significant = last(history().isADraft().startsConsensus('lena', 'significant compatible').seenAt().state);
    expect(minor.deadline).toBe(plusDays(minor.openedAt, 5));
    expect(significant.deadline).toBe(plusDays(significant.openedAt, 10));
  });

  it('is agreed when nobody objects, dated at its deadline, and the core is asked', () => {
    const told = consensus();
    const end = deadline(told);
    const { state, emitted } = told.seenAt(plusDays(end, 30));
    expect(state.decisions[0]!.closed).toMatchObject({ at: end, outcome: 'agreed' });
    expect(last(state)).toMatchObject({ form: 'core', openedAt: end, deadline: plusDays(end, 14) });
    expect(emitted.map((line) => line.kind)).toEqual(['opens', 'closes', 'opens', 'closes']);
  });

  it('ends only in a look that began five minutes after the deadline', () => {
    const told = consensus();
    const end = deadline(told);
    const open = (now: string): string | undefined => openDecision(told.seenAt(now).state)?.form;
    expect(open(end)).toBe('consensus');
    expect(open(plusMinutes(end, 4))).toBe('consensus');
    expect(open('2026-11-07T09:06:59Z')).toBe('consensus');
    expect(open('2026-11-07T09:07:00Z')).toBe('core');
  });

  it('counts a block at the very second of the deadline', () => {
    const told = consensus();
    const end = deadline(told);
    told.at(end).blocks('noor', 'boils-over');
    expect(ends(told.seenAt(plusMinutes(end, 5)))).toEqual(['blocked', null]);
  });

  it('does not count a block one second after it', () => {
    const told = consensus();
    const end = deadline(told);
    told.at(end).after({ seconds: 1 }).blocks('noor', 'boils-over');
    const seen = told.seenAt(plusMinutes(end, 6));
    expect(ends(seen)).toEqual(['agreed', null]);
    expect(refusal(seen)).toContain('No consensus is open');
  });

  it('lets words after the deadline wait while words before it may still turn up', () => {
    const told = consensus();
    const end = deadline(told);
    told.at(end).after({ minutes: 1 }).accept('rosa');
    const early = told.seenAt(plusMinutes(end, 3));
    expect(early.waiting.map((act) => act.command)).toEqual(['core accept']);
    expect(early.state.acts.map(({ act }) => act.command)).not.toContain('core accept');
    const later = told.seenAt(plusMinutes(end, 5));
    expect(later.waiting).toEqual([]);
    expect(last(later.state).ballots.map(({ by }) => by.login)).toEqual(['rosa']);
  });

  it('is voted on where a block stands at its end, and stays a draft', () => {
    const told = consensus().blocks('noor', 'boils-over');
    const seen = told.seenAt(plusDays(told.clock, 6));
    expect(ends(seen)).toEqual(['blocked', null]);
    expect(last(seen.state)).toMatchObject({ form: 'vote', matter: 'routine', after: 'D1', group: 'kettles' });
    expect(seen.state.status).toBe('draft');
    expect(ends(told.seenAt(plusDays(told.clock, 30)))).toEqual(['blocked', 'no-quorum']);
  });

  it('is agreed once the block is cleared by who raised it', () => {
    const told = consensus().blocks('noor', 'boils-over').unblocks('noor', 'boils-over');
    expect(ends(told.seenAt(plusDays(told.clock, 6)))[0]).toBe('agreed');
  });

  it('stays blocked where anybody else tries to clear it', () => {
    for (const other of ['lena', 'omar', 'kofi', 'ada', 'uri', 'zed'] as const) {
      const told = consensus().blocks('noor', 'boils-over').unblocks(other, 'boils-over');
      expect(refusal(told.seenAt())).toContain('belongs to @noor');
      expect(ends(told.seenAt(plusDays(told.clock, 6)))).toEqual(['blocked', null]);
    }
  });

  it('stays blocked where one of two blocks is cleared', () => {
    const told = consensus().blocks('noor', 'one').blocks('omar', 'two').unblocks('noor', 'one');
    expect(ends(told.seenAt(plusDays(told.clock, 6)))).toEqual(['blocked', null]);
  });

  it('stays blocked where the block is cleared one second too late', () => {
    const told = consensus().blocks('noor', 'boils-over');
    const end = deadline(told);
    told.at(end).after({ seconds: 1 }).unblocks('noor', 'boils-over');
    expect(ends(told.seenAt(plusDays(end, 1)))).toEqual(['blocked', null]);
  });

  it('takes the block and its clearing from two accounts of one person', () => {
    const members = [elector('lena'), elector('noor', [IDS.ben])];
    const told = consensus({ members }).blocks('noor', 'boils-over').unblocks('ben', 'boils-over');
    expect(ends(told.seenAt(plusDays(told.clock, 6)))[0]).toBe('agreed');
  });

  it('takes no block from an outsider, the sponsor or the core', () => {
    for (const other of ['zed', 'ada', 'kofi', 'rosa'] as const) {
      const told = consensus().blocks(other, 'mine');
      expect(refusal(told.seenAt())).toContain('a member of the group');
      expect(ends(told.seenAt(plusDays(told.clock, 6)))[0]).toBe('agreed');
    }
  });

  it('is no agreement where nobody is there to be silent', () => {
    const told = consensus({ members: [], authority: 'decide' });
    const seen = told.seenAt(plusDays(told.clock, 30));
    expect(ends(seen)).toEqual(['undecided']);
    expect(seen.state.status).toBe('draft');
  });
});

describe("The authority of a group's word", () => {
  it('advises: the core decides', () => {
    const told = consensus();
    const seen = told.seenAt(plusDays(told.clock, 6));
    expect(openDecision(seen.state)).toMatchObject({ form: 'core', group: 'kettles' });
    expect(seen.state.status).toBe('in-review');
  });

  it('holds unless somebody objects: the window opens, and its silent end accepts', () => {
    const told = consensus({ authority: 'veto-window' });
    const window = openDecision(told.seenAt(plusDays(told.clock, 6)).state)!;
    expect(window).toMatchObject({ form: 'veto-window', deadline: plusDays(window.openedAt, 7) });
    const seen = told.seenAt(plusMinutes(window.deadline, 5));
    expect(ends(seen)).toEqual(['agreed', 'accepted']);
    expect(seen.state.status).toBe('accepted');
  });

  it('goes to the core where one of it objects in the last second of the window', () => {
    const told = consensus({ authority: 'veto-window' });
    const window = openDecision(told.seenAt(plusDays(told.clock, 6)).state)!;
    told.at(window.deadline).says('sven', '/veto It touches sessions.');
    const seen = told.seenAt(plusMinutes(window.deadline, 5));
    expect(ends(seen)).toEqual(['agreed', 'objected', null]);
    expect(openDecision(seen.state)!.form).toBe('core');
    expect(seen.state.status).toBe('in-review');
  });

  it('is accepted where the objection comes one second late, or from somebody else', () => {
    const told = consensus({ authority: 'veto-window' });
    const window = openDecision(told.seenAt(plusDays(told.clock, 6)).state)!;
    told.at(plusDays(window.openedAt, 1));
    for (const name of ['kofi', 'lena', 'ada', 'zed'] as const) told.says(name, '/veto I do not like it.');
    told.at(window.deadline).after({ seconds: 1 }).says('sven', '/veto It touches sessions.');
    const seen = told.seenAt(plusDays(window.deadline, 1));
    // What comes too late to object begins a veto of the core, which one voice of four does not carry.
    expect(ends(seen)).toEqual(['agreed', 'accepted', null]);
    expect(last(seen.state)).toMatchObject({ form: 'core-veto', ballots: [{ by: { login: 'sven' } }] });
    const later = told.seenAt(plusDays(window.deadline, 20));
    expect(ends(later)).toEqual(['agreed', 'accepted', 'stands']);
    expect(later.state.status).toBe('accepted');
  });

  it('is undecided where nobody is there who could object', () => {
    const told = consensus({ authority: 'veto-window', core: [] });
    const seen = told.seenAt(plusDays(told.clock, 60));
    expect(ends(seen)).toEqual(['agreed', 'undecided']);
    expect(seen.state.status).toBe('in-review');
  });

  it('decides: accepted at once', () => {
    const told = consensus({ authority: 'decide' });
    const seen = told.seenAt(plusDays(told.clock, 6));
    expect(ends(seen)).toEqual(['agreed']);
    expect(seen.state.status).toBe('accepted');
  });

  it('only advises where the lead declares the change breaking', () => {
    const told = history({ authority: 'decide' }).isADraft().startsConsensus('lena', 'minor breaking');
    const seen = told.seenAt(plusDays(told.clock, 6));
    expect(openDecision(seen.state)!.form).toBe('core');
    expect(seen.emitted[0]).toMatchObject({ authority: 'advise', breaking: 'breaking' });
  });

  it.each(['veto-window', 'decide'] as const)('of %s only advises where the lead declares nothing', (authority) => {
    const told = history({ authority }).isADraft().startsConsensus('lena', 'minor').look();
    const because = expect.stringMatching(/^Nobody declared .* `compatible` /) as string;
    expect(told.lines.at(-1)).toMatchObject({ authority: 'advise', breaking: null, because: [because] });
    const seen = told.seenAt(plusDays(told.clock, 6));
    expect(openDecision(seen.state)!.form).toBe('core');
    expect(seen.doubts).toEqual([]);
  });

  it('is spoken of by nobody where it is advice anyway, and declared in vain', () => {
    for (const words of ['minor', 'minor compatible']) {
      const told = history({ authority: 'advise' }).isADraft().startsConsensus('lena', words).look();
      expect(told.lines.at(-1)).toMatchObject({ authority: 'advise', because: [] });
    }
  });

  it('holds undeclared where the rules reserve nothing that is breaking', () => {
    const rules: Rules = structuredClone(RULES);
    rules.rules['reserved-matters'].breaking = false;
    for (const words of ['minor', 'minor breaking']) {
      const told = history({ authority: 'decide', rules }).isADraft().startsConsensus('lena', words);
      expect(told.seenAt(plusDays(told.clock, 6)).state.status).toBe('accepted');
    }
  });

  it.each(['advise', 'veto-window'] as const)(
    'is declared for a consensus, and not for what follows: %s',
    (authority) => {
      const told = consensus({ authority });
      const opens = told.seenAt(plusDays(told.clock, 6)).emitted.filter((line) => line.kind === 'opens');
      expect(opens.map(({ breaking }) => breaking)).toEqual(['compatible', null]);
    },
  );

  it.each([
    ['opened it', { members: [elector('lena')], author: who('lena') }],
    ['is named in the preamble', { members: [elector('lena')], authors: ['Lena'] }],
    ['opened it from another account', { members: [elector('lena', [IDS.ben])], author: who('ben') }],
    ['sponsors it', { members: [elector('kofi')] }],
  ])('only advises where everybody in the group has a stake: the one member %s', (_name, world) => {
    const told = consensus({ authority: 'decide', ...world });
    const seen = told.seenAt(plusDays(told.clock, 6));
    expect(seen.state.status).toBe('in-review');
    expect(openDecision(seen.state)!.form).toBe('core');
  });

  it('decides where one member has no stake', () => {
    const told = consensus({ authority: 'decide', members: [elector('lena'), elector('noor')], author: who('lena') });
    expect(told.seenAt(plusDays(told.clock, 6)).state.status).toBe('accepted');
  });
});

describe('The core', () => {
  const before = (world: Parameters<typeof history>[0] = {}): History => history(world).isADraft().goesToTheCore();

  it('accepts at the ballot that no other could change, and that ballot is the cause', () => {
    const seen = before().accept('rosa', 'sven', 'tomoko').seenAt();
    expect(seen.state.status).toBe('accepted');
    const act = seen.state.acts.at(-1)!.act;
    expect(seen.emitted.at(-1)).toMatchObject({
      kind: 'closes',
      outcome: 'accepted',
      at: act.at,
      cause: { source: act.source.id, index: 0 },
      tally: { yes: 3, no: 0, abstain: 0, electorate: 4 },
    });
  });

  it('waits with two of four, and accepts at the deadline', () => {
    const told = before().accept('rosa', 'sven');
    expect(told.seenAt().state.status).toBe('in-review');
    expect(told.seenAt(plusDays(told.clock, 15)).state.status).toBe('accepted');
  });

  it('comes to nothing with one of four', () => {
    const told = before().accept('rosa');
    const seen = told.seenAt(plusDays(told.clock, 15));
    expect(ends(seen)).toEqual(['undecided']);
    expect(seen.state.status).toBe('in-review');
  });

  it('comes to nothing in a tie', () => {
    const told = before().accept('rosa', 'sven').reject('tomoko', 'uri');
    expect(ends(told.seenAt(plusDays(told.clock, 15)))).toEqual(['undecided']);
  });

  it('rejects', () => {
    const seen = before().reject('rosa', 'sven', 'tomoko').seenAt();
    expect(seen.state.status).toBe('rejected');
  });

  it('comes to nothing where all abstain', () => {
    const told = before().abstain('rosa', 'sven', 'tomoko', 'uri');
    expect(ends(told.seenAt(plusDays(told.clock, 15)))).toEqual(['undecided']);
  });

  it('takes the later ballot of the same person in place of the earlier', () => {
    const told = before().accept('rosa', 'sven').reject('rosa');
    const decision = last(told.seenAt().state);
    expect(decision.ballots.map(({ by, choice }) => `${by.login} ${choice}`)).toEqual(['sven yes', 'rosa no']);
    expect(ends(told.seenAt(plusDays(told.clock, 15)))).toEqual(['undecided']);
  });

  it('counts one vote for a person with two accounts', () => {
    const core = [elector('rosa', [IDS.ben]), elector('sven'), elector('tomoko'), elector('uri')];
    const told = before({ core }).accept('rosa', 'ben');
    expect(last(told.seenAt().state).ballots).toHaveLength(1);
    expect(ends(told.seenAt(plusDays(told.clock, 15)))).toEqual(['undecided']);
  });

  it.each(['zed', 'ada', 'kofi', 'lena', 'noor'] as const)('does not count %s', (name) => {
    const told = before().accept(name);
    expect(refusal(told.seenAt())).toContain('core-decision');
    expect(last(told.seenAt().state).ballots).toEqual([]);
  });

  it('accepts nothing on the yes of authors and sponsor alone', () => {
    const core = [elector('rosa'), elector('sven'), elector('kofi')];
    const told = before({ core, author: who('rosa'), authors: ['rosa', 'Sven'] }).accept('rosa', 'sven', 'kofi');
    const seen = told.seenAt(plusDays(told.clock, 15));
    expect(last(seen.state).closed).toMatchObject({ outcome: 'undecided', tally: { yes: 3, electorate: 3 } });
    expect(seen.state.status).toBe('in-review');
  });

  it('accepts nothing on the yes of an author who opened it from another account', () => {
    const core = [elector('rosa', [IDS.ben]), elector('sven')];
    const told = before({ core, author: who('ben') }).accept('rosa');
    expect(ends(told.seenAt(plusDays(told.clock, 15)))).toEqual(['undecided']);
  });

  it('accepts on one yes more, from somebody without a stake', () => {
    const core = [elector('rosa'), elector('sven'), elector('kofi'), elector('uri')];
    const told = before({ core, author: who('rosa') }).accept('rosa', 'kofi');
    expect(ends(told.seenAt(plusDays(told.clock, 15)))).toEqual(['undecided']);
    told.accept('uri');
    expect(told.seenAt().state.status).toBe('accepted');
  });

  it('accepts nothing where nobody is in it', () => {
    const told = before({ core: [] });
    expect(ends(told.seenAt(plusDays(told.clock, 15)))).toEqual(['undecided']);
  });

  it('records a ballot after its end, and does not count it', () => {
    const told = before().accept('rosa', 'sven', 'tomoko').look().reject('uri');
    expect(refusal(told.seenAt())).toContain('ended');
    expect(last(told.seenAt().state).closed!.tally).toMatchObject({ yes: 3, no: 0, abstain: 0, electorate: 4 });
  });
});

describe('A proposal that is withdrawn', () => {
  it('ends what is open, and nothing follows', () => {
    const told = consensus({ authority: 'decide' }).says('ada', '/sep status withdrawn');
    const seen = told.seenAt(plusDays(told.clock, 30));
    expect(ends(seen)).toEqual(['ended']);
    expect(seen.state.status).toBe('withdrawn');
    expect(seen.emitted.at(-1)).toMatchObject({ kind: 'closes', outcome: 'ended', cause: { index: 0 } });
  });
});

describe('A pull request that is closed', () => {
  const closedAt = (told: History, at: string, state: 'open' | 'closed' = 'closed'): History => {
    told.lines.push({ kind: 'pull', at, state });
    return told;
  };

  it('hears no command from the second after its closing on', () => {
    const told = history().adopts('lena').at('2026-11-03T10:00:00Z').sponsors('kofi');
    expect(closedAt(told, '2026-11-03T10:00:00Z').seenAt().state.sponsor?.by.login).toBe('kofi');
    const late = history().adopts('lena').at('2026-11-03T10:00:01Z').sponsors('kofi');
    expect(refusal(closedAt(late, '2026-11-03T10:00:00Z').seenAt())).toContain('was closed by then');
  });

  it('hears them again from the second on in which it is opened again', () => {
    const reopened = (): History =>
      closedAt(closedAt(history().adopts('lena'), '2026-11-03T10:00:00Z'), '2026-11-04T10:00:00Z', 'open');
    const early = reopened().at('2026-11-04T09:59:59Z').sponsors('kofi');
    expect(refusal(early.seenAt())).toContain('was closed by then');
    expect(reopened().at('2026-11-04T10:00:00Z').sponsors('kofi').seenAt().state.status).toBe('draft');
  });

  it('was closed by its withdrawal in the same second, which stays taken', () => {
    const told = history().says('ada', '/sep status withdrawn');
    const at = told.seenAt().state.since!;
    const { state } = closedAt(told, at).seenAt();
    expect(state.status).toBe('withdrawn');
    expect(state.moves).toEqual([{ to: 'closed', at }]);
  });
});

describe('Words that turn up late', () => {
  it('are recorded and not counted once a decision was taken past them', () => {
    const told = consensus();
    const opened = told.clock;
    const end = deadline(told);
    told.look().look(plusMinutes(end, 5));
    told.at(opened).blocks('noor', 'boils-over');
    const seen = told.seenAt(plusMinutes(end, 6));
    expect(seen.state.acts.find(({ act }) => act.command === 'block')!.outcome).toMatchObject({
      taken: false,
      rule: 'time',
    });
    expect(ends(seen)).toEqual(['agreed', null]);
    expect(seen.doubts).toEqual([]);
  });

  it('count while no decision was taken past them', () => {
    const told = consensus().look();
    const end = deadline(told);
    told.at(plusDays(end, -1)).blocks('omar', 'two');
    told.at(plusDays(end, -2)).blocks('noor', 'one');
    expect(last(told.seenAt().state).blocks.map(({ slug }) => slug)).toEqual(['one', 'two']);
  });

  it('do not open a decision behind one that stands: an adoption before it changes nothing', () => {
    const told = history().sponsors('kofi').goesToTheCore().look();
    told.at('2026-11-02T09:00:10Z').adopts('lena');
    const seen = told.seenAt();
    expect(seen.state.group).toBeNull();
    expect(seen.doubts).toEqual([]);
  });
});

describe('Several commands in one comment', () => {
  it('count in their order, at the same instant', () => {
    const told = history().says('lena', '/sep adopt\n\n/consensus start minor').sponsors('kofi');
    const [, start] = told.seenAt().state.acts;
    expect(start!.outcome).toMatchObject({ taken: false, rule: 'sponsorship' });
  });

  it('a ballot that turns up in the comment that opened the vote is not late', () => {
    const core = [elector('kofi'), elector('sven'), elector('uri')];
    const told = history({ core }).isADraft().says('kofi', '/sep status in-review\n/core accept').look();
    expect(last(told.seenAt().state).ballots).toHaveLength(1);
  });
});

describe('A closed pull request', () => {
  const closed = '1970-01-01T00:05:00Z';

  it('lets no deadline fall', () => {
    const told = consensus({ authority: 'decide' });
    expect(ends(told.seenAt(closed))).toEqual([null]);
  });

  it('keeps what was decided before', () => {
    const told = consensus({ authority: 'decide' });
    told.after({ days: 6 }).look().says('kofi', '/sep status final');
    expect(told.seenAt().state.status).toBe('final');
    const passed = told.seenAt().state.passed.map(({ status }) => status);
    expect(passed).toEqual(['proposal', 'draft', 'accepted', 'final']);
    expect(told.seenAt(closed).state.status).toBe('final');
    expect(told.seenAt(closed).waiting).toEqual([]);
  });
});

describe('Stakes that a push would hide', () => {
  it('hold the author who opened the pull request, whatever its preamble says', () => {
    const told = history({ core: [elector('ada')] })
      .isADraft()
      .goesToTheCore();
    const other = 'd'.repeat(40);
    told.pushes(other, { authors: ['zed'] }).says('ada', '/core accept', { head: { commit: other, certain: true } });
    expect(ends(told.seenAt(plusDays(told.clock, 15)))).toEqual(['undecided']);
    expect(told.seenAt().state.head!.commit).toBe(other);
    expect(HEAD).not.toBe(other);
  });
});

describe('The conditions of an acceptance', () => {
  it('hold the end of what was accepted on them, and nothing of an acceptance that came after a veto', () => {
    const told = history().isADraft().goesToTheCore();
    told.says('rosa', '/core accept-with-changes\n- codes: Name each of them.').accept('sven', 'tomoko');
    const open = (): string[] => openConditions(told.seenAt().state).map(({ name }) => name);
    expect(open()).toEqual(['codes']);
    told
      .says('uri', '/veto It breaks a promise.')
      .says('kofi', '/sep status draft It is written anew.')
      .goesToTheCore();
    told.accept('rosa', 'sven', 'tomoko');
    expect(told.seenAt().state.status).toBe('accepted');
    expect(open()).toEqual([]);
  });

  it('are not confirmed by an author who is of the core, save by a Lead Maintainer', () => {
    const confirmedBy = (author: 'rosa' | 'uri'): string[] => {
      const told = history({ author: who(author), authors: [author] })
        .isADraft()
        .goesToTheCore();
      told.says('sven', '/core accept-with-changes\n- codes: Name each of them.').accept('tomoko', 'rosa', 'uri');
      told.says('kofi', '/condition met codes They are.').says(author, '/condition confirm codes');
      return openConditions(told.seenAt().state).map(({ name }) => name);
    };
    expect(confirmedBy('rosa')).toEqual(['codes']);
    expect(confirmedBy('uri')).toEqual([]);
  });
});

describe('A vote that members ask for', () => {
  it('is not opened by those who asked for it in another group', () => {
    const told = history().isADraft().says('noor', '/vote request').says('omar', '/vote request');
    told.says('rosa', '/sep route elsewhere');
    const member = { roles: ['wg-member:elsewhere'] };
    told.says('olga', '/vote request', member);
    expect(told.seenAt().state.decisions).toEqual([]);
    told.says('ben', '/vote request', member).says('mira', '/vote request', member);
    expect(told.seenAt().state.decisions).toMatchObject([{ form: 'vote', group: 'elsewhere' }]);
  });
});

describe('The words about a decision that was cancelled', () => {
  it('hold the reason as a quote, in which nothing of the writer’s formats, links or mentions', () => {
    const reason = '`<b>now</b> @everybody | [here](https://example.org)';
    const told = history().isADraft().startsConsensus('lena').says('lena', `/consensus cancel ${reason}`);
    const { steps } = told.seenAt().state;
    expect(steps.at(-1)!.says).toMatch(/^@lena cancelled the consensus D1: `[^`]*`\.$/);
  });
});
